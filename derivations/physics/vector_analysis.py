"""∇ in spherical, cylindrical and polar coordinates, and of what depends on one distance alone.

Components are along the local unit vectors, e_r, e_θ, e_φ of `sphere(r, theta, phi)` and e_ρ, e_φ, e_z of
`cylinder(rho, phi, z)`, which plane polar coordinates are where nothing depends on z.  The distance is a positive
symbol: what does not show a coordinate does not change with it.  On the axis and in the centre nothing is said, which the verdict tells (sin θ ≠ 0).  Of a field that depends on the distance r alone, in 3
dimensions (spherical symmetry), 2 (about an axis) or 1 (a plane slab), there is one component, along r.

    paper.given("1", ..., lhs=radial_laplacian(Phi(r), r), rhs=4 * pi * G * rho(r))
    paper.claim("2", equal(radial_gradient(p(r), r), -rho(r) * radial_gradient(Phi(r), r)), ...)
"""

from collections.abc import Iterable
from typing import Any

from sympy import Add, Derivative, Expr, Mul, S, Symbol

from verify.claims import ClaimError, exact

Components = tuple[Expr, Expr, Expr]


def gradient(potential: Any, frame: Any) -> Components:
    """∇f by its components: ∂f/∂r, (1/r) ∂f/∂θ, (1/(r sin θ)) ∂f/∂φ, or ∂f/∂ρ, (1/ρ) ∂f/∂φ, ∂f/∂z.

    >>> from sympy import cos
    >>> from verify.claims import sphere
    >>> r, theta, phi = (Symbol(name, positive=True) for name in ("r", "theta", "phi"))
    >>> gradient(cos(theta) / r**2, sphere(r, theta, phi))[1]
    Derivative(cos(theta)/r**2, theta)/r
    """
    f = exact(potential)
    first, second, third = (_slope(S.One, f, q) / h for q, h in _each(frame))
    return first, second, third


def divergence(field: tuple[Any, Any, Any], frame: Any) -> Expr:
    """∇·F of a field by its components: (1/r²) ∂(r² F_r)/∂r + ..., or (1/ρ) ∂(ρ F_ρ)/∂ρ + ... .

    >>> from verify.claims import sphere
    >>> r, theta, phi = (Symbol(name, positive=True) for name in ("r", "theta", "phi"))
    >>> divergence((r, 0, 0), sphere(r, theta, phi))
    Derivative(r**3, r)/r**2
    """
    volume = Mul(*frame.scales)
    return Add(*(_slope(volume / h, exact(part), q) for part, (q, h) in zip(field, _each(frame), strict=True))) / volume


def curl(field: tuple[Any, Any, Any], frame: Any) -> Components:
    """∇×F of a field by its components.

    >>> from verify.claims import cylinder
    >>> rho, phi, z = (Symbol(name, positive=True) for name in ("rho", "phi", "z"))
    >>> curl((0, rho, z), cylinder(rho, phi, z))
    (0, 0, Derivative(rho**2, rho)/rho)
    """
    parts, known = [exact(part) for part in field], list(_each(frame))

    def turned(j: int, k: int) -> Expr:
        (q_j, h_j), (q_k, h_k) = known[j], known[k]
        return (_slope(h_k, parts[k], q_j) - _slope(h_j, parts[j], q_k)) / (h_j * h_k)

    return turned(1, 2), turned(2, 0), turned(0, 1)


def laplacian(potential: Any, frame: Any) -> Expr:
    """∇²f of a number at each place: (1/r²) ∂(r² ∂f/∂r)/∂r + ..., or (1/ρ) ∂(ρ ∂f/∂ρ)/∂ρ + ... ."""
    f, volume = exact(potential), Mul(*frame.scales)
    return Add(*(_slope(volume / h**2, _slope(S.One, f, q), q) for q, h in _each(frame))) / volume


def _each(frame: Any) -> Iterable[tuple[Symbol, Expr]]:
    """Each coordinate with the length of its step."""
    return zip(frame.coordinates, frame.scales, strict=True)


def _slope(weight: Expr, part: Expr, variable: Symbol) -> Expr:
    """∂(weight · part)/∂variable, with what is constant in it in front, as the textbooks have it."""
    constant, own = weight.as_independent(variable, as_Add=False)
    return constant * Derivative(own * part, variable) if (own * part).has(variable) else S.Zero


def radial_gradient(function: Any, distance: Symbol) -> Expr:
    """∇f of an f(r), which has the one component df/dr along r."""
    return Derivative(_of_distance("radial_gradient", function, distance), distance)


def radial_divergence(component: Any, distance: Symbol, *, dimensions: int = 3) -> Expr:
    """∇·F of a field F(r) along r: (1/r^(n−1)) d(r^(n−1) F)/dr, in n dimensions.

    >>> r, q = Symbol("r", positive=True), Symbol("q")
    >>> radial_divergence(q * r, r, dimensions=2)
    Derivative(q*r**2, r)/r
    """
    power = _power(dimensions)
    inside = distance**power * _of_distance("radial_divergence", component, distance)
    return Derivative(inside, distance) / distance**power


def radial_laplacian(function: Any, distance: Symbol, *, dimensions: int = 3) -> Expr:
    """∇²f of an f(r): (1/r^(n−1)) d(r^(n−1) df/dr)/dr, in n dimensions: three for a sphere, two about an axis.

    >>> r, K = Symbol("r", positive=True), Symbol("K")
    >>> radial_laplacian(K / r, r)
    Derivative(r**2*Derivative(K/r, r), r)/r**2
    >>> radial_laplacian(K / r, r).doit()
    0
    """
    power = _power(dimensions)
    inside = distance**power * Derivative(_of_distance("radial_laplacian", function, distance), distance)
    return Derivative(inside, distance) / distance**power


def _of_distance(where: str, function: Any, distance: Any) -> Expr:
    """An expression in the distance, a positive symbol; raises ClaimError for one that does not show it, of which ∇ would be zero."""
    if not isinstance(distance, Symbol) or not distance.is_positive:
        raise ClaimError(f"{where}: distance={distance!s:.40}; expected a positive symbol")
    whole: Expr = exact(function)
    if not whole.has(distance):
        raise ClaimError(f"{where}: {whole!s:.60} does not show {distance}; expected a function of it")
    return whole


def _power(dimensions: int) -> int:
    if isinstance(dimensions, bool) or dimensions not in (1, 2, 3):
        raise ClaimError(f"dimensions={dimensions!s:.20}; expected 3 for a sphere, 2 about an axis, or 1 for a slab")
    return dimensions - 1
