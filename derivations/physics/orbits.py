"""A charge on its orbit, and the moment of its spin: forces and moments as vectors.  Gaussian units.

Vectors are tuples of three components along axes that are right-handed and at right angles: Cartesian ones, or the radial,
azimuthal and axial direction at one point of a cylinder.  Signs are those of the charge that is given: for an electron the
charge is a negative symbol, and its moment is antiparallel to its spin because of that.
"""

from typing import Any

from sympy import Expr, S, Symbol, cos, sin

from verify.claims import ClaimError, cross, dot, exact, scaled

Vector = tuple[Expr, Expr, Expr]


def lorentz_force(charge: Any, velocity: Vector, field: Vector, *, c: Any) -> Vector:
    """(q/c) v × B, the force of a magnetic field on a charge (Jackson, Classical Electrodynamics, §6.7).

    Charge times field, a force.  Along the radial, azimuthal and axial direction:

    >>> q, v, B, c = Symbol("q"), Symbol("v"), Symbol("B"), Symbol("c")
    >>> lorentz_force(q, (S(0), v, S(0)), (S(0), S(0), B), c=c)
    (B*q*v/c, 0, 0)
    """
    _not_zero("lorentz_force", c=c)
    return scaled(exact(charge) / exact(c), cross(velocity, field))


def orbital_moment(charge: Any, place: Vector, velocity: Vector, *, c: Any) -> Vector:
    """(q/2c) r × v, the magnetic moment of a charge that moves about the origin (Jackson, §5.6).

    Its mean over an orbit is the moment of the orbit.  Antiparallel to the angular momentum for a negative charge.

    >>> q, r, v, c = Symbol("q"), Symbol("r"), Symbol("v"), Symbol("c")
    >>> orbital_moment(q, (r, S(0), S(0)), (S(0), v, S(0)), c=c)
    (0, 0, q*r*v/(2*c))
    """
    _not_zero("orbital_moment", c=c)
    return scaled(exact(charge) / (2 * exact(c)), cross(place, velocity))


def spin_moment(charge: Any, mass: Any, direction: Vector, *, hbar: Any, c: Any) -> Vector:
    """(qħ/2mc) σ, the magnetic moment of a spin ½ with g = 2 along the unit vector σ (Jackson, §11.8).

    >>> q, m, s, h, c = (Symbol(name) for name in ("q", "m", "sigma", "hbar", "c"))
    >>> spin_moment(q, m, (S(0), S(0), s), hbar=h, c=c)
    (0, 0, hbar*q*sigma/(2*c*m))
    """
    _not_zero("spin_moment", c=c, mass=mass)
    return scaled(exact(charge) * exact(hbar) / (2 * exact(mass) * exact(c)), direction)


def gradient_force(moment: Vector, field: Vector, *place: Symbol) -> Vector:
    """∇(μ·B), the force of a magnetic field on a moment that stays as it is (Jackson, §5.7).

    `place` are the three Cartesian coordinates; the field is written out as a function of them, and the moment
    does not depend on them.  Raises ClaimError for a moment that depends on the place, and for a field that does not:
    nothing would be left of the force.

    >>> x, y, z, m, b = (Symbol(letter) for letter in "xyzmb")
    >>> gradient_force((S(0), S(0), m), (S(0), S(0), b * x), x, y, z)
    (b*m, 0, 0)
    """
    if len(place) != 3 or not all(isinstance(axis, Symbol) for axis in place) or len(set(place)) != 3:
        raise ClaimError(f"gradient_force: place {place!s:.60}; expected three different symbols, the coordinates")
    axes = set(place)
    if any(exact(part).free_symbols & axes for part in moment):
        raise ClaimError(f"gradient_force: the moment {moment!s:.60} depends on the place; expected a fixed one")
    energy = dot(moment, field)
    if not energy.free_symbols & axes:
        raise ClaimError(f"gradient_force: μ·B = {energy!s:.60} depends on none of {place}; expected a field that does")
    first, second, third = (energy.diff(axis) for axis in place)
    return first, second, third


def spin_orbit_momentum(moment: Vector, field: Vector, *, c: Any) -> Vector:
    """What spin-orbit coupling adds to the canonical momentum: p = m v + (1/2c) μ × E, for the moment μ of a spin with g = 2.

    From the energy (1/2c) μ·(v × E) of the moment that moves in an electric field, Thomas's half included (Jackson, §11.8),
    to first order: L = ½mv² − (1/2c) v·(E × μ).  With the moment (eħ/2mc) σ this is (e/c) A_σ, A_σ = (ħ/4mc) σ × E.

    >>> E, m, c = Symbol("E"), Symbol("mu"), Symbol("c")
    >>> spin_orbit_momentum((S(0), S(0), m), (E, S(0), S(0)), c=c)
    (0, E*mu/(2*c), 0)
    """
    _not_zero("spin_orbit_momentum", c=c)
    return scaled(1 / (2 * exact(c)), cross(moment, field))


def orbit_directions(angle: Any) -> tuple[Vector, Vector]:
    """The unit vectors from the centre and along the motion, counterclockwise, at an angle of a circular orbit about the axis z."""
    at = exact(angle)
    return (cos(at), sin(at), S.Zero), (-sin(at), cos(at), S.Zero)


def _not_zero(where: str, **divisors: Any) -> None:
    for name, value in divisors.items():
        if exact(value).is_zero:
            raise ClaimError(f"{where}: {name} is zero; expected a {name} that can be divided by")
