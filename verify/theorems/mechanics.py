"""Analytical mechanics without approximation: Legendre transforms, Hamilton's equations, Poisson brackets.

Derivatives are those of the expression as it is printed; which premises may be put in
before is the business of `verify.deciding.function_premises`.
"""

from __future__ import annotations

from dataclasses import dataclass

import sympy

from verify.proofs.equality import prove_equal


@dataclass(frozen=True)
class Transform:
    """The velocities as functions of the momenta, Σ p v − L, and the determinant that must not vanish."""

    velocities: dict[sympy.Symbol, sympy.Expr]
    hamiltonian: sympy.Expr
    hessian: sympy.Expr


def transform(
    lagrangian: sympy.Expr, velocities: tuple[sympy.Symbol, ...], momenta: tuple[sympy.Symbol, ...]
) -> Transform | None:
    """The Legendre transform of a Lagrangian that is quadratic in its velocities; None for any other.

    The momenta p_i = ∂L/∂v_i are then linear, p = M v + b, and v = M⁻¹(p − b) is the only
    solution wherever det M, the Hessian, does not vanish.  The solution is put back into
    every p_i and compared exactly before it is used.
    """
    slopes = [sympy.diff(lagrangian, v) for v in velocities]
    matrix = sympy.Matrix([[sympy.diff(s, v) for v in velocities] for s in slopes])
    if any(matrix.has(v) for v in velocities):
        return None
    determinant = sympy.factor(matrix.det())
    if prove_equal(determinant, sympy.Integer(0)) is not None:
        return None
    rest = sympy.Matrix([p - s.subs(dict.fromkeys(velocities, 0)) for p, s in zip(momenta, slopes, strict=True)])
    solution = matrix.LUsolve(rest)
    values = {v: sympy.cancel(value) for v, value in zip(velocities, solution, strict=True)}
    for momentum, own in zip(momenta, slopes, strict=True):
        if prove_equal(own.subs(values, simultaneous=True), momentum) is None:
            return None
    energy = sum((p * v for p, v in zip(momenta, velocities, strict=True)), -lagrangian)
    return Transform(values, energy.subs(values, simultaneous=True), determinant)


def momenta_of(lagrangian: sympy.Expr, velocities: tuple[sympy.Symbol, ...]) -> tuple[sympy.Expr, ...]:
    """The generalized momenta ∂L/∂v."""
    return tuple(sympy.diff(lagrangian, v) for v in velocities)


def hessian(lagrangian: sympy.Expr, velocities: tuple[sympy.Symbol, ...]) -> sympy.Expr:
    """det ∂²L/∂v_i∂v_j: where it does not vanish the velocities are functions of the momenta."""
    slopes = momenta_of(lagrangian, velocities)
    return sympy.Matrix([[sympy.diff(s, v) for v in velocities] for s in slopes]).det()


def energy(lagrangian: sympy.Expr, velocities: tuple[sympy.Symbol, ...]) -> sympy.Expr:
    """Σ v ∂L/∂v − L, which the Hamiltonian equals at p = ∂L/∂v."""
    slopes = momenta_of(lagrangian, velocities)
    return sum((v * s for v, s in zip(velocities, slopes, strict=True)), -lagrangian)


def poisson_bracket(
    f: sympy.Expr, g: sympy.Expr, coordinates: tuple[sympy.Symbol, ...], momenta: tuple[sympy.Symbol, ...]
) -> sympy.Expr:
    """{f, g} = Σ ∂f/∂q ∂g/∂p − ∂f/∂p ∂g/∂q.

    >>> q, p, k = sympy.symbols("q p k")
    >>> poisson_bracket(q, p**2 / 2 + k * q**2 / 2, (q,), (p,))
    p
    """
    pairs = zip(coordinates, momenta, strict=True)
    terms = (f.diff(q) * g.diff(p) - f.diff(p) * g.diff(q) for q, p in pairs)
    return sympy.Add(*terms)
