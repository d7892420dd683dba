"""Four-vectors with an imaginary fourth component, (x, y, z, ict): boosts, divergences, the wave operator.

Minkowski's notation, in which upper and lower components are the same: A = (𝐀, iφ), J = (𝐉, icρ) in Gaussian units, and the
four derivatives are (∂/∂x, ∂/∂y, ∂/∂z, ∂/∂(ict)).  A four-vector is a tuple of four components; what a function here
differentiates must show the coordinates and the time, written out or as arguments of a declared function.
"""

from collections.abc import Sequence
from typing import Any

from sympy import Add, Derivative, Expr, I, S, Symbol, sqrt

from verify.claims import ClaimError, Relation, components_equal, dot, equal, exact

Four = tuple[Expr, Expr, Expr, Expr]


def four_vector(space: Sequence[Any], fourth: Any) -> Four:
    """(𝐚, i·fourth), the imaginary unit included: `four_vector(A, phi)` is (𝐀, iφ), `four_vector(J, c * rho)` is (𝐉, icρ).

    All components have one dimension; `space` are three components (Jackson, Classical Electrodynamics, §11.6).

    >>> x, y, z, c, t = (Symbol(letter) for letter in "xyzct")
    >>> four_vector((x, y, z), c * t)
    (x, y, z, I*c*t)
    """
    first, second, third = _components("four_vector", space, 3)
    return first, second, third, I * exact(fourth)


def four_total(*vectors: Sequence[Any]) -> Four:
    """The sum of four-vectors."""
    if not vectors:
        raise ClaimError("four_total: no four-vector is given; expected one at least")
    columns = zip(*(_components("four_total", vector, 4) for vector in vectors), strict=True)
    return _four(Add(*column) for column in columns)


def four_scaled(factor: Any, four: Sequence[Any]) -> Four:
    """factor · a."""
    return _four(exact(factor) * component for component in _components("four_scaled", four, 4))


def boosted(four: Sequence[Any], velocity: Sequence[Any], c: Any) -> Four:
    """The components of a four-vector in the frame that moves with `velocity`, axes parallel, slower than light c.

    With β = 𝐯/c and γ = 1/√(1 − β²): 𝐚' = 𝐚 + β(γ²/(γ + 1) β·𝐚 + iγ a_4) and a_4' = γ(a_4 − i β·𝐚) (Jackson, §11.3, with
    a_4 = i a_0).  The line that uses it must say that 𝐯 is less than c.

    >>> x, t, v, c = (Symbol(letter, positive=True) for letter in "xtvc")
    >>> boosted((x, 0, 0, I * c * t), (v, 0, 0), c)[3].subs({c: 5, v: 3})
    25*I*t/4 - 3*I*x/4
    """
    components = _components("boosted", four, 4)
    beta = [component / exact(c) for component in _components("boosted", velocity, 3)]
    gamma = 1 / sqrt(1 - dot(beta, beta))
    along = dot(beta, components[:3])
    fourth = components[3]
    pushed = gamma**2 / (gamma + 1) * along + I * gamma * fourth
    space = [component + slowness * pushed for component, slowness in zip(components[:3], beta, strict=True)]
    return _four((*space, gamma * (fourth - I * along)))


def covariant(lhs: Sequence[Any], rhs: Sequence[Any], velocity: Sequence[Any], c: Any) -> tuple[Relation, ...]:
    """A relation between four-vectors, lhs = rhs, in the frame that moves with `velocity`: one relation a component.

    What relates the components of one frame are the premises of the line; the scalars in both sides are the same in
    every frame (Jackson, §11.9).

        paper.claim("x", *covariant(J, four_scaled(k, A), v, c), by=follows_from(...), conditions=[v_x**2 + ... < c**2])
    """
    return components_equal(boosted(lhs, velocity, c), boosted(rhs, velocity, c))


def four_divergence(four: Sequence[Any], place: Sequence[Symbol], time: Symbol, c: Any) -> Expr:
    """∂a_1/∂x + ∂a_2/∂y + ∂a_3/∂z + ∂a_4/∂(ict): of (𝐉, icρ) it is ∇·𝐉 + ∂ρ/∂t, of (𝐀, iφ) it is ∇·𝐀 + (1/c)∂φ/∂t.

    Raises ClaimError where no component depends on the coordinates or the time: then all derivatives would be zero.
    """
    components = _components("four_divergence", four, 4)
    axes = _axes("four_divergence", place, time, components)
    return Add(*(_d(part, axis) for part, axis in zip(components[:3], axes, strict=False))) + _d(
        components[3], time
    ) / (I * exact(c))


def divergence_is_invariant(
    four: Sequence[Any], place: Sequence[Symbol], time: Symbol, velocity: Sequence[Any], c: Any
) -> tuple[Relation, ...]:
    """The four-divergence has one value in the frame that moves with `velocity` and in the frame at rest.

    The derivatives by the moving coordinates are those at rest, boosted as a four-vector: the chain rule for a linear
    change of coordinates (Jackson, §11.6).

        divergence_is_invariant((A_x(x, t), 0, 0, I * phi(x, t)), (x, y, z), t, (v, 0, 0), c)
    """
    components = _components("divergence_is_invariant", four, 4)
    axes = _axes("divergence_is_invariant", place, time, components)
    slopes = [[*(_d(part, axis) for axis in axes[:3]), _d(part, time) / (I * exact(c))] for part in components]
    there = [boosted(row, velocity, c) for row in slopes]  # the derivatives by the moving coordinates
    moving = Add(*(boosted([row[k] for row in there], velocity, c)[k] for k in range(4)))
    return equal(moving, four_divergence(components, place, time, c))


def laplacian(field: Any, place: Sequence[Symbol]) -> Expr:
    """∂²f/∂x² + ∂²f/∂y² + ∂²f/∂z², Cartesian."""
    (f,) = _components("laplacian", (field,), 1)
    axes = _symbols("laplacian", place, 3)
    if not f.has(*axes):
        raise ClaimError(f"laplacian: {f!s:.60} does not show {', '.join(map(str, axes))}; expected a function of them")
    return Add(*(_d(f, axis, 2) for axis in axes))


def wave_operator(field: Any, place: Sequence[Symbol], time: Symbol, c: Any) -> Expr:
    """∇²f − (1/c²)∂²f/∂t², of one component of a field (Jackson, §6.2)."""
    (f,) = _components("wave_operator", (field,), 1)
    axes = _axes("wave_operator", place, time, [f])
    return Add(*(_d(f, axis, 2) for axis in axes[:3])) - _d(f, time, 2) / exact(c) ** 2


def _d(part: Expr, axis: Symbol, order: int = 1) -> Expr:
    """Zero where the part does not show the axis, so that a static field has no derivative by the time."""
    return Derivative(part, (axis, order)) if part.has(axis) else S.Zero


def _axes(where: str, place: Sequence[Any], time: Any, parts: Sequence[Expr]) -> tuple[Symbol, ...]:
    axes = _symbols(where, (*place, time), 4)
    if not any(part.has(*axes) for part in parts):
        raise ClaimError(f"{where}: no component shows {', '.join(map(str, axes))}; expected functions of them")
    return axes


def _symbols(where: str, found: Sequence[Any], count: int) -> tuple[Symbol, ...]:
    if len(set(found)) != count or not all(isinstance(axis, Symbol) for axis in found):
        raise ClaimError(f"{where}: {found!s:.60}; expected {count} different symbols to differentiate by")
    return tuple(found)


def _components(where: str, vector: Sequence[Any], count: int) -> list[Expr]:
    if not isinstance(vector, (tuple, list)) or len(vector) != count:
        raise ClaimError(f"{where}: {vector!s:.60}; expected {count} components")
    return [exact(component) for component in vector]


def _four(components: Any) -> Four:
    first, second, third, fourth = components
    return first, second, third, fourth
