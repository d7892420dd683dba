"""Boundary-value problems: printed fields inside and outside a sphere or a long cylinder are *the* solution.

A problem is stated by its frame, the radius of the surface, what is printed inside and outside, and
what sits on the surface.  Three constructors:

    shell = sphere(r, theta, phi)            # or cylinder(rho, phi, z)
    magnetostatic(
        shell, R,
        inside=shell.uniform(B),             # components along e_r, e_θ, e_φ: (B cos θ, −B sin θ, 0)
        outside=shell.dipole(mu),            # (2μ cos θ/r³, μ sin θ/r³, 0)
        surface_current=(0, 0, sigma * Omega * R * sin(theta)),
        per_current=4 * pi / c,              # Gaussian; μ_0 in SI
    )
    electrostatic(shell, R, inside=(0, 0, 0), outside=(Q / r**2, 0, 0), surface_charge=sigma, per_charge=4 * pi)
    potential(shell, R, inside=Q / R, outside=Q / r, slope_jump=-4 * pi * sigma)

What is decided, each by itself and exactly (`verify.kinds.boundary`): the equations inside and
outside, every condition at the surface, boundedness at the centre and on the axis, and
decay at infinity.  Together they single out one solution, so the statement holds exactly if
what is printed is that solution.  Premises are used as everywhere: with a premise for B (or
for σ in terms of Q) write the symbols as the page does.

Use it in `paper.value(label, magnetostatic(...), by=follows_from(...), ...)`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sympy

from verify.errors import ClaimError
from verify.quantities.exact import exact
from verify.vocabulary.coordinates import Cylinder, Frame, Sphere
from verify.vocabulary.statement import Sides, Statement
from verify.vocabulary.vectors import Vector, cross, triple

Pairs = tuple[tuple[sympy.Expr, sympy.Expr], ...]
NOTHING = (0, 0, 0)


@dataclass(frozen=True)
class FieldProblem(Statement):
    """div and curl of a vector field are given on both sides of a surface, with its jumps there.

    `flux_jump` is n·(outside − inside), `circulation_jump` is n × (outside − inside), both at
    the surface, with n the outward normal; the field is bounded inside and decays outside.
    """

    frame: Frame
    radius: sympy.Expr
    inside: Vector
    outside: Vector
    flux_jump: sympy.Expr
    circulation_jump: Vector
    divergence: tuple[sympy.Expr, sympy.Expr]
    curl: tuple[Vector, Vector]

    def expressions(self) -> tuple[sympy.Basic, ...]:
        sources = (self.flux_jump, *self.circulation_jump, *self.divergence, *self.curl[0], *self.curl[1])
        return (self.radius, *self.inside, *self.outside, *sources, *self.frame.coordinates)

    def sides(self) -> Sides:
        jumps = (self.flux_jump, *self.circulation_jump)
        fields = [term for term in (*self.inside, *self.outside, *jumps) if term != 0]
        distance = self.frame.distance
        fields += [s * distance for s in (*self.divergence, *self.curl[0], *self.curl[1]) if s != 0]
        return ((distance, self.radius), *((fields[0], other) for other in fields[1:]))


@dataclass(frozen=True)
class PotentialProblem(Statement):
    """∇²u is given on both sides of a surface, with the jumps of u and of its normal derivative (outside − inside)."""

    frame: Frame
    radius: sympy.Expr
    inside: sympy.Expr
    outside: sympy.Expr
    jump: sympy.Expr
    slope_jump: sympy.Expr
    laplacian: tuple[sympy.Expr, sympy.Expr]

    def expressions(self) -> tuple[sympy.Basic, ...]:
        sources = (self.jump, self.slope_jump, *self.laplacian)
        return (self.radius, self.inside, self.outside, *sources, *self.frame.coordinates)

    def sides(self) -> Sides:
        distance = self.frame.distance
        fields = [self.inside, self.outside, self.jump, self.slope_jump * distance]
        fields = [term for term in (*fields, *(s * distance**2 for s in self.laplacian)) if term != 0]
        return ((distance, self.radius), *((fields[0], other) for other in fields[1:]))


def sphere(r: sympy.Symbol, theta: sympy.Symbol, phi: sympy.Symbol) -> Sphere:
    """Spherical coordinates; vectors have components along e_r, e_θ, e_φ."""
    return Sphere(_coordinates(r, theta, phi))


def cylinder(rho: sympy.Symbol, phi: sympy.Symbol, z: sympy.Symbol) -> Cylinder:
    """Cylindrical coordinates; vectors have components along e_ρ, e_φ, e_z.  "Long" means that nothing depends on z."""
    return Cylinder(_coordinates(rho, phi, z))


def _coordinates(*symbols: sympy.Symbol) -> tuple[sympy.Symbol, sympy.Symbol, sympy.Symbol]:
    first, second, third = symbols
    if len(set(symbols)) < 3 or not first.is_positive or not (second.is_real and third.is_real):
        raise ClaimError(f"coordinates {symbols}: expected three symbols, the distance positive, the others real")
    return first, second, third


def magnetostatic(
    frame: Frame,
    radius: Any,
    *,
    inside: Sequence[Any],
    outside: Sequence[Any],
    surface_current: Sequence[Any],
    per_current: Any,
    currents: tuple[Sequence[Any], Sequence[Any]] = (NOTHING, NOTHING),
) -> tuple[FieldProblem]:
    """The magnetic field of a surface current K (and of current densities inside and outside).

    div B = 0, curl B = per_current·j, n × (B_outside − B_inside) = per_current·K; Gaussian: per_current = 4π/c.
    """
    factor = exact(per_current)
    jump = _scaled(factor, surface_current)
    curls = (_scaled(factor, currents[0]), _scaled(factor, currents[1]))
    zero = sympy.Integer(0)
    fields = _vector(inside), _vector(outside)
    return (FieldProblem(frame, exact(radius), *fields, zero, jump, (zero, zero), curls),)


def electrostatic(
    frame: Frame,
    radius: Any,
    *,
    inside: Sequence[Any],
    outside: Sequence[Any],
    surface_charge: Any,
    per_charge: Any,
    charges: tuple[Any, Any] = (0, 0),
) -> tuple[FieldProblem]:
    """The electric field of a surface charge σ (and of charge densities inside and outside).

    curl E = 0, div E = per_charge·ρ, n·(E_outside − E_inside) = per_charge·σ; Gaussian: per_charge = 4π.
    """
    factor = exact(per_charge)
    still = _vector(NOTHING)
    divergences = (factor * exact(charges[0]), factor * exact(charges[1]))
    flux = factor * exact(surface_charge)
    fields = _vector(inside), _vector(outside)
    return (FieldProblem(frame, exact(radius), *fields, flux, still, divergences, (still, still)),)


def potential(
    frame: Frame,
    radius: Any,
    *,
    inside: Any,
    outside: Any,
    jump: Any = 0,
    slope_jump: Any = 0,
    laplacian: tuple[Any, Any] = (0, 0),
) -> tuple[PotentialProblem]:
    """∇²u = laplacian (inside, outside), and u and ∂u/∂n jump by `jump` and `slope_jump` from inside to outside.

    u tends to 0 at infinity; where it does not (the logarithm of a line charge), state the field instead.
    """
    sources = (exact(laplacian[0]), exact(laplacian[1]))
    values = exact(inside), exact(outside), exact(jump), exact(slope_jump)
    return (PotentialProblem(frame, exact(radius), *values, sources),)


def _vector(components: Sequence[Any]) -> Vector:
    if len(components) != 3:
        raise ClaimError(f"a field with {len(components)} components; expected 3, along the unit vectors of the frame")
    first, second, third = (exact(component) for component in components)
    return first, second, third


def _scaled(factor: sympy.Expr, components: Sequence[Any]) -> Vector:
    first, second, third = (factor * component for component in _vector(components))
    return first, second, third


def normal_jump(statement: FieldProblem) -> tuple[sympy.Expr, Vector]:
    """n·(outside − inside) and n × (outside − inside), as functions of the coordinates."""
    gap = triple(*(out - within for out, within in zip(statement.outside, statement.inside, strict=True)))
    return gap[0], cross(triple(1, 0, 0), gap)
