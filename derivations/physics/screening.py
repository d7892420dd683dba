"""Neutral bodies whose charge sits at the surface: a layer of uniform density, and the screened solution beside it.

Three geometries, "sphere", "cylinder" (infinite, per unit length) and "slab" (infinite, per unit area).  `size` is the distance from
the middle to the surface: the radius, or half the thickness.  All fields point away from the middle, along the
distance r from it, and are those of Gaussian units.

The layer: a uniform density `interior` within size − thickness, a uniform density `layer` from there to the surface.  The
screened solution: ρ − ρ_0 = −(φ − φ_0)/(4πλ²) with ∇²φ = −4πρ and ∇²φ_0 = −4πρ_0, regular in the middle, without field
outside.  For bodies much larger than λ the two agree with each other in the leading order, and not beyond.
"""

from typing import Any

from sympy import Derivative, Expr, Integer, Symbol, besseli, cosh, pi, sinh

from verify.claims import ClaimError, Relation, equal, exact

DIMENSIONS = {"slab": 1, "cylinder": 2, "sphere": 3}
"""A ball in so many dimensions: areas grow as r to one power less."""
CONTENTS = {"slab": Integer(2), "cylinder": pi, "sphere": 4 * pi / 3}
"""The content of the ball of radius one, over length² for a slab and over length for a cylinder."""


def content(geometry: str, distance: Any) -> Expr:
    """The volume within a distance from the middle: 4πr³/3, πr² per length, 2r per area.

    >>> r = Symbol("r")
    >>> content("sphere", r), content("cylinder", r), content("slab", r)
    (4*pi*r**3/3, pi*r**2, 2*r)
    """
    return CONTENTS[_known("content", geometry)] * exact(distance) ** DIMENSIONS[geometry]


def surface(geometry: str, distance: Any) -> Expr:
    """The area through which the flux out of it goes: 4πr², 2πr per length, 2 per area."""
    number = DIMENSIONS[_known("surface", geometry)]
    return CONTENTS[geometry] * number * exact(distance) ** (number - 1)


def field_of(geometry: str, charge: Any, distance: Any) -> Expr:
    """The field outward at a distance within which there is this charge (per length, per area), by Gauss's law: 4πQ over the surface."""
    return 4 * pi * exact(charge) / surface(geometry, distance)


def field_of_uniform(geometry: str, density: Any, distance: Any) -> Expr:
    """The field inside a uniform density: 4πρr/3, 2πρr, 4πρx.

    >>> rho, r = Symbol("rho"), Symbol("r")
    >>> field_of_uniform("cylinder", rho, r)
    2*pi*r*rho
    """
    return field_of(geometry, exact(density) * content(geometry, distance), distance)


def layered_charge(geometry: str, size: Any, thickness: Any, *, interior: Any, layer: Any) -> Expr:
    """The charge of the body with a layer (per length, per area), without approximation; zero where it is neutral."""
    inner = content(geometry, exact(size) - exact(thickness))
    return exact(interior) * inner + exact(layer) * (content(geometry, size) - inner)


def neutralising_density(geometry: str, size: Any, thickness: Any, layer: Any) -> Expr:
    """The uniform density inside that makes the body with a layer neutral, without approximation.

    >>> R, d, q = Symbol("R"), Symbol("d"), Symbol("q")
    >>> neutralising_density("slab", R, d, q)
    -2*d*q/(2*R - 2*d)
    """
    inner = content(geometry, exact(size) - exact(thickness))
    return -exact(layer) * (content(geometry, size) - inner) / inner


def field_in_layer(geometry: str, size: Any, thickness: Any, distance: Any, *, interior: Any, layer: Any) -> Expr:
    """The field at a distance between size − thickness and size, by Gauss's law."""
    edge = content(geometry, exact(size) - exact(thickness))
    charge = exact(interior) * edge + exact(layer) * (content(geometry, distance) - edge)
    return field_of(geometry, charge, distance)


def screened_field(geometry: str, size: Any, length: Any, distance: Any, *, interior: Any) -> Expr:
    """The field outward of the screened solution: (4πρ_0/n)(r − R g(r/λ)/g(R/λ)), for n = 3, 2, 1 dimensions.

    g(u) is (u cosh u − sinh u)/u², the Bessel function I_1(u), or sinh u.  What is subtracted is the derivative
    of the solution of ∇²f = f/λ² that is regular in the middle; at the surface the field is zero.
    """
    number = DIMENSIONS[_known("screened_field", geometry)]
    r, whole = exact(distance), exact(size)
    share = _slope(geometry, r / exact(length)) / _slope(geometry, whole / exact(length))
    return 4 * pi * exact(interior) / number * (r - whole * share)


def screened_density(geometry: str, size: Any, length: Any, distance: Any, *, interior: Any) -> Expr:
    """The density of the screened solution: ρ_0(1 − (R/nλ) f(r/λ)/g(R/λ)), with f(u) = sinh u/u, I_0(u), cosh u."""
    number = DIMENSIONS[_known("screened_density", geometry)]
    u = exact(distance) / exact(length)
    f = {"sphere": sinh(u) / u, "cylinder": besseli(0, u), "slab": cosh(u)}[geometry]
    whole = exact(size) / exact(length)
    return exact(interior) * (1 - whole / number * f / _slope(geometry, whole))


def gauss_law(geometry: str, field: Any, density: Any, distance: Symbol) -> tuple[Relation, ...]:
    """∇·E = 4πρ for a field along the distance: (1/r^(n−1)) d(r^(n−1)E)/dr = 4πρ.

    >>> r, q = Symbol("r"), Symbol("q")
    >>> (line,) = gauss_law("slab", 4 * pi * q * r, q, r)
    >>> print(line.lhs, "=", line.rhs)
    Derivative(4*pi*q*r, r) = 4*pi*q
    """
    power = DIMENSIONS[_known("gauss_law", geometry)] - 1
    if not isinstance(distance, Symbol):
        raise ClaimError(
            f"gauss_law: distance={distance!s:.40}; expected the symbol by which the field is differentiated"
        )
    return equal(Derivative(distance**power * exact(field), distance) / distance**power, 4 * pi * exact(density))


def screening_law(
    geometry: str, field: Any, density: Any, length: Any, distance: Symbol, *, interior: Any
) -> tuple[Relation, ...]:
    """ρ − ρ_0 = −(φ − φ_0)/(4πλ²), differentiated along r: 4πλ² dρ/dr = E − E_0, with E_0 the field of the uniform ρ_0."""
    if not isinstance(distance, Symbol):
        raise ClaimError(
            f"screening_law: distance={distance!s:.40}; expected the symbol by which the density is differentiated"
        )
    gained = exact(field) - field_of_uniform(geometry, interior, distance)
    return equal(4 * pi * exact(length) ** 2 * Derivative(exact(density), distance), gained)


def _slope(geometry: str, u: Expr) -> Expr:
    """The derivative of f."""
    return {"sphere": cosh(u) / u - sinh(u) / u**2, "cylinder": besseli(1, u), "slab": sinh(u)}[geometry]


def _known(where: str, geometry: str) -> str:
    if geometry not in DIMENSIONS:
        raise ClaimError(f"{where}: {geometry!s:.40}; expected one of {', '.join(DIMENSIONS)}")
    return geometry
