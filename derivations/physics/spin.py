"""A particle with spin ½: Pauli's matrices, and operators that act on a spinor of two functions.

Matrices are 2 × 2 and exact, a spinor is a column of two functions of the place, and the operators of place and momentum
act by what they do: 𝐩 = −iħ∇ differentiates everything that stands to its right.  So operator products are written in their
order, and a field that depends on the place must show it: E_x(x, y, z), not E_x.  Gaussian units.
"""

from collections.abc import Sequence
from typing import Any

from sympy import Derivative, Expr, I, ImmutableMatrix, MatrixBase, S, Symbol

from verify.claims import ClaimError, exact

Matrices = tuple[ImmutableMatrix, ImmutableMatrix, ImmutableMatrix]

IDENTITY = ImmutableMatrix([[1, 0], [0, 1]])
PAULI: Matrices = (
    ImmutableMatrix([[0, 1], [1, 0]]),
    ImmutableMatrix([[0, -I], [I, 0]]),
    ImmutableMatrix([[1, 0], [0, -1]]),
)
"""σ_x, σ_y, σ_z: σ_x σ_y = iσ_z and cyclic, each with the square 1 (Landau and Lifshitz, Quantum Mechanics, §55)."""


def sigma_dot(vector: Sequence[Any]) -> ImmutableMatrix:
    """𝛔·𝐯, a 2 × 2 matrix with the dimension of 𝐯, whose components are numbers or functions of the place.

    >>> sigma_dot((0, 0, Symbol("B")))
    Matrix([
    [B,  0],
    [0, -B]])
    """
    return _sum(sigma * part for sigma, part in zip(PAULI, _three("sigma_dot", vector), strict=True))


def sigma_cross(vector: Sequence[Any]) -> Matrices:
    """𝛔 × 𝐯: three 2 × 2 matrices, the components of the vector product, with the dimension of 𝐯.

    The square Σ (𝛔 × 𝐯)_k² is 2𝐯², while a direction 𝐬 in the place of 𝛔 has (𝐬 × 𝐯)² = 𝐯² − (𝐬·𝐯)².
    """
    x, y, z = _three("sigma_cross", vector)
    s_x, s_y, s_z = PAULI
    return _immutable(s_y * z - s_z * y), _immutable(s_z * x - s_x * z), _immutable(s_x * y - s_y * x)


def matrices_dot(first: Sequence[Any], second: Sequence[Any]) -> ImmutableMatrix:
    """Σ a_k b_k of two vectors of 2 × 2 matrices, in this order; a number among them counts as its multiple of 1."""
    pairs = zip(_matrices("matrices_dot", first), _matrices("matrices_dot", second), strict=True)
    return _sum(a * b for a, b in pairs)


def commutator(first: Any, second: Any) -> ImmutableMatrix:
    """ab − ba of square matrices of one size."""
    a, b = _square("commutator", first, second)
    return _immutable(a * b - b * a)


def anticommutator(first: Any, second: Any) -> ImmutableMatrix:
    """ab + ba of square matrices of one size."""
    a, b = _square("anticommutator", first, second)
    return _immutable(a * b + b * a)


def spinor(up: Any, down: Any) -> ImmutableMatrix:
    """The column of two functions of the place, both with the dimension of a wave function."""
    return ImmutableMatrix([[exact(up)], [exact(down)]])


def spin_orbit_term(
    state: MatrixBase, field: Sequence[Any], place: Sequence[Symbol], *, charge: Any, mass: Any, c: Any, hbar: Any
) -> ImmutableMatrix:
    """−(qħ/4m²c²) 𝛔·(𝐄 × 𝐩) on a spinor, for a charge q with its sign, in a field with ∇ × 𝐄 = 0.

    Bjorken and Drell, Relativistic Quantum Mechanics, §4.3; an energy times the dimension of the spinor.
    """
    axes, field = _axes("spin_orbit_term", place), _three("spin_orbit_term", field)
    p = _momenta("spin_orbit_term", state, axes, hbar)
    crossed = [field[(k + 1) % 3] * p[(k + 2) % 3] - field[(k + 2) % 3] * p[(k + 1) % 3] for k in range(3)]
    factor = -exact(charge) * exact(hbar) / (4 * exact(mass) ** 2 * exact(c) ** 2)
    return _sum(factor * sigma * column for sigma, column in zip(PAULI, crossed, strict=True))


def dirac_correction(
    state: MatrixBase, energy: Any, place: Sequence[Symbol], *, mass: Any, c: Any, hbar: Any
) -> ImmutableMatrix:
    """−[𝛔·𝐩, [𝛔·𝐩, V]]/(8m²c²) on a spinor: what Dirac's equation adds to a static potential energy V in the order 1/c².

    The term −[O, [O, ℰ]]/(8m²c⁴) of Foldy and Wouthuysen with O = c 𝛂·𝐩 and ℰ = V, without a magnetic field (Bjorken and
    Drell, §4.3): the spin-orbit energy and the term of Darwin.  Raises ClaimError for a V that does not show the place.
    """
    axes, v = _axes("dirac_correction", place), exact(energy)
    if not v.has(*axes):
        raise ClaimError(
            f"dirac_correction: {v!s:.60} does not show {', '.join(map(str, axes))}; expected a function of them"
        )

    def slope(column: MatrixBase) -> ImmutableMatrix:
        p = _momenta("dirac_correction", column, axes, hbar)
        return _sum(sigma * part for sigma, part in zip(PAULI, p, strict=True))

    def inner(column: MatrixBase) -> ImmutableMatrix:
        return _immutable(slope(v * column) - v * slope(column))

    return _immutable(-(slope(inner(state)) - inner(slope(state))) / (8 * exact(mass) ** 2 * exact(c) ** 2))


def kinetic_orders(
    state: MatrixBase, potential: Sequence[Any], place: Sequence[Symbol], *, charge: Any, mass: Any, c: Any, hbar: Any
) -> tuple[ImmutableMatrix, ImmutableMatrix, ImmutableMatrix]:
    """(𝐩 − (q/c)𝐀)²/2m on a spinor, order by order in 𝐀: p²/2m, −(q/2mc)(𝐩·𝐀 + 𝐀·𝐩), (q²/2mc²) 𝐀².

    The components of 𝐀 are functions of the place or 2 × 2 matrices of them, and need not commute; the product is the one of
    the square, so the linear term is symmetrised.  Energies times the dimension of the spinor.
    """
    axes, a = _axes("kinetic_orders", place), _matrices("kinetic_orders", potential)
    q, m, light = exact(charge), exact(mass), exact(c)
    p = _momenta("kinetic_orders", state, axes, hbar)
    free = _sum(_momentum(part, axis, hbar) for part, axis in zip(p, axes, strict=True))
    linear = _sum(
        _momentum(component * state, axis, hbar) + component * part
        for component, part, axis in zip(a, p, axes, strict=True)
    )
    square = _sum(component * component * state for component in a)
    return (
        _immutable(free / (2 * m)),
        _immutable(-q / (2 * m * light) * linear),
        _immutable(q**2 / (2 * m * light**2) * square),
    )


def gradient(potential: Any, place: Sequence[Symbol]) -> tuple[Expr, Expr, Expr]:
    """∇φ by Cartesian coordinates.  Raises ClaimError for a φ that does not show them: then every derivative would be zero."""
    axes, phi = _axes("gradient", place), exact(potential)
    if not phi.has(*axes):
        raise ClaimError(
            f"gradient: {phi!s:.60} does not show {', '.join(map(str, axes))}; expected a function of them"
        )
    x, y, z = (_d(phi, axis) for axis in axes)
    return x, y, z


def _momentum(column: MatrixBase, axis: Symbol, hbar: Any) -> ImmutableMatrix:
    return _immutable(column.applyfunc(lambda part: -I * exact(hbar) * _d(part, axis)))


def _momenta(where: str, state: MatrixBase, axes: Sequence[Symbol], hbar: Any) -> list[ImmutableMatrix]:
    column = _column(where, state)
    if not all(part == 0 or part.has(*axes) for part in column):
        raise ClaimError(f"{where}: a spinor that does not show the place; expected functions of it")
    return [_momentum(column, axis, hbar) for axis in axes]


def _d(part: Expr, axis: Symbol) -> Expr:
    return Derivative(part, axis) if part.has(axis) else S.Zero


def _sum(matrices: Any) -> ImmutableMatrix:
    first, *rest = matrices
    for matrix in rest:
        first = first + matrix
    return _immutable(first)


def _immutable(matrix: MatrixBase) -> ImmutableMatrix:
    return ImmutableMatrix(matrix)


def _column(where: str, state: Any) -> ImmutableMatrix:
    if not isinstance(state, MatrixBase) or state.shape != (2, 1):
        raise ClaimError(f"{where}: {state!s:.60} is no spinor; expected a column of two entries")
    return _immutable(state)


def _square(where: str, *matrices: Any) -> list[ImmutableMatrix]:
    if not all(isinstance(matrix, MatrixBase) and matrix.is_square for matrix in matrices):
        raise ClaimError(f"{where}: expected two square matrices")
    if len({matrix.shape for matrix in matrices}) != 1:
        raise ClaimError(f"{where}: matrices of different sizes; expected one size")
    return [_immutable(matrix) for matrix in matrices]


def _matrices(where: str, parts: Sequence[Any]) -> Matrices:
    if len(parts) != 3:
        raise ClaimError(f"{where}: {len(parts)} components; expected 3")
    found = [part if isinstance(part, MatrixBase) else exact(part) * IDENTITY for part in parts]
    if any(matrix.shape != (2, 2) for matrix in found):
        raise ClaimError(f"{where}: expected numbers or 2 × 2 matrices as components")
    x, y, z = (_immutable(matrix) for matrix in found)
    return x, y, z


def _three(where: str, vector: Sequence[Any]) -> tuple[Expr, Expr, Expr]:
    if len(vector) != 3:
        raise ClaimError(f"{where}: {len(vector)} components; expected 3")
    x, y, z = (exact(part) for part in vector)
    return x, y, z


def _axes(where: str, place: Sequence[Any]) -> tuple[Symbol, ...]:
    if len(place) != 3 or len(set(place)) != 3 or not all(isinstance(axis, Symbol) for axis in place):
        raise ClaimError(f"{where}: place={place!s:.60}; expected three different coordinates")
    return tuple(place)
