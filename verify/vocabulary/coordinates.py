"""Divergence, curl and Laplacian in spherical and cylindrical coordinates, components along the local unit vectors.

Source: J. D. Jackson, Classical Electrodynamics, 3rd ed., inside back cover.  The tests compare
them with Cartesian derivatives.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import sympy

from verify.errors import ClaimError
from verify.vocabulary.vectors import Vector, triple


@dataclass(frozen=True)
class Frame:
    """Coordinates of a shape; the first is the distance from its centre or axis, and its unit vector the normal."""

    coordinates: tuple[sympy.Symbol, sympy.Symbol, sympy.Symbol]
    azimuth: ClassVar[int]

    @property
    def distance(self) -> sympy.Symbol:
        return self.coordinates[0]

    @property
    def turn(self) -> sympy.Symbol:
        """The angle φ after whose full turn one is at the same place."""
        return self.coordinates[self.azimuth]

    @property
    def scales(self) -> tuple[sympy.Expr, sympy.Expr, sympy.Expr]:
        """How far one moves for each coordinate."""
        raise NotImplementedError

    @property
    def clears(self) -> sympy.Expr:
        """What the operators are multiplied by to be free of denominators: not zero inside the domain of the coordinates."""
        raise NotImplementedError

    @property
    def bounds(self) -> tuple[sympy.core.relational.Relational, ...]:
        """The range of the coordinates, as far as it is not declared."""
        return ()

    def divergence(self, field: Vector) -> sympy.Expr:
        raise NotImplementedError

    def curl(self, field: Vector) -> Vector:
        raise NotImplementedError

    def laplacian(self, potential: sympy.Expr) -> sympy.Expr:
        raise NotImplementedError

    def uniform(self, strength: sympy.Expr) -> Vector:
        """A uniform field along the axis (θ = 0, or z)."""
        raise NotImplementedError


@dataclass(frozen=True)
class Sphere(Frame):
    """(r, θ, φ), θ from the axis.

    >>> r, theta, phi = sympy.symbols("r theta phi", positive=True)
    >>> Sphere((r, theta, phi)).laplacian(sympy.cos(theta) / r**2).simplify()
    0
    """

    azimuth: ClassVar[int] = 2

    @property
    def scales(self) -> tuple[sympy.Expr, sympy.Expr, sympy.Expr]:
        r, theta, _ = self.coordinates
        return sympy.S.One, r, r * sympy.sin(theta)

    @property
    def clears(self) -> sympy.Expr:
        r, theta, _ = self.coordinates
        return r**2 * sympy.sin(theta) ** 2

    @property
    def bounds(self) -> tuple[sympy.core.relational.Relational, ...]:
        theta = self.coordinates[1]
        return (sympy.Gt(theta, 0), sympy.Lt(theta, sympy.pi))

    def divergence(self, field: Vector) -> sympy.Expr:
        (r, theta, phi), (b_r, b_theta, b_phi) = self.coordinates, field
        sine = sympy.sin(theta)
        around = sympy.diff(sine * b_theta, theta) + sympy.diff(b_phi, phi)
        return sympy.diff(r**2 * b_r, r) / r**2 + around / (r * sine)

    def curl(self, field: Vector) -> Vector:
        (r, theta, phi), (b_r, b_theta, b_phi) = self.coordinates, field
        sine = sympy.sin(theta)
        return triple(
            (sympy.diff(sine * b_phi, theta) - sympy.diff(b_theta, phi)) / (r * sine),
            (sympy.diff(b_r, phi) / sine - sympy.diff(r * b_phi, r)) / r,
            (sympy.diff(r * b_theta, r) - sympy.diff(b_r, theta)) / r,
        )

    def laplacian(self, potential: sympy.Expr) -> sympy.Expr:
        r, theta, phi = self.coordinates
        sine = sympy.sin(theta)
        radial = sympy.diff(r**2 * sympy.diff(potential, r), r)
        polar = sympy.diff(sine * sympy.diff(potential, theta), theta) / sine
        return (radial + polar + sympy.diff(potential, phi, 2) / sine**2) / r**2

    def uniform(self, strength: sympy.Expr) -> Vector:
        theta = self.coordinates[1]
        return triple(strength * sympy.cos(theta), -strength * sympy.sin(theta), 0)

    def dipole(self, moment: sympy.Expr) -> Vector:
        """The field of a point dipole along the axis: 2 μ cos θ/r³ and μ sin θ/r³ (Gaussian units)."""
        r, theta, _ = self.coordinates
        return triple(2 * moment * sympy.cos(theta) / r**3, moment * sympy.sin(theta) / r**3, 0)


@dataclass(frozen=True)
class Cylinder(Frame):
    """(ρ, φ, z), for fields that do not depend on z.

    >>> rho, phi, z = sympy.symbols("rho phi z", positive=True)
    >>> Cylinder((rho, phi, z)).curl((0, 1 / rho, 0))
    (0, 0, 0)
    """

    azimuth: ClassVar[int] = 1

    @property
    def scales(self) -> tuple[sympy.Expr, sympy.Expr, sympy.Expr]:
        return sympy.S.One, self.distance, sympy.S.One

    @property
    def clears(self) -> sympy.Expr:
        return self.distance**2

    def divergence(self, field: Vector) -> sympy.Expr:
        (rho, phi, z), (b_rho, b_phi, b_z) = self.coordinates, field
        return (sympy.diff(rho * b_rho, rho) + sympy.diff(b_phi, phi)) / rho + sympy.diff(b_z, z)

    def curl(self, field: Vector) -> Vector:
        (rho, phi, z), (b_rho, b_phi, b_z) = self.coordinates, field
        return triple(
            sympy.diff(b_z, phi) / rho - sympy.diff(b_phi, z),
            sympy.diff(b_rho, z) - sympy.diff(b_z, rho),
            (sympy.diff(rho * b_phi, rho) - sympy.diff(b_rho, phi)) / rho,
        )

    def laplacian(self, potential: sympy.Expr) -> sympy.Expr:
        rho, phi, z = self.coordinates
        radial = sympy.diff(rho * sympy.diff(potential, rho), rho) / rho
        return radial + sympy.diff(potential, phi, 2) / rho**2 + sympy.diff(potential, z, 2)

    def uniform(self, strength: sympy.Expr) -> Vector:
        return triple(0, 0, strength)


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
