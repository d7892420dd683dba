"""States of a system with finitely many basis states: columns of amplitudes in an orthonormal basis.

A state is a column, its amplitudes are exact and may be symbols, and nothing is normalised by itself: `normalised` says so.
The amplitudes of real symbols are real; a symbol without an assumption is complex.
"""

from typing import Any

from sympy import Expr, ImmutableMatrix, MatrixBase, conjugate, diag, eye, kronecker_product

from verify.claims import ClaimError, Relation, equal, exact


def basis(size: int) -> tuple[ImmutableMatrix, ...]:
    """The states of an orthonormal basis, as columns with a single one.

    >>> basis(2)[1]
    Matrix([
    [0],
    [1]])
    """
    if size < 2:
        raise ClaimError(f"basis: size={size}; expected at least two states")
    return tuple(ImmutableMatrix(eye(size).col(k)) for k in range(size))


def product(first: Any, second: Any) -> ImmutableMatrix:
    """|a⟩|b⟩, the state of two properties: the index of the second one runs first (Landau and Lifshitz, Quantum Mechanics, §2)."""
    return ImmutableMatrix(kronecker_product(_column("product", first), _column("product", second)))


def superposition(*terms: tuple[Any, Any]) -> ImmutableMatrix:
    """Σ c |a⟩ over pairs of an amplitude and a state.

    >>> up, down = basis(2)
    >>> superposition((3, up), (4, down))
    Matrix([
    [3],
    [4]])
    """
    if not terms:
        raise ClaimError("superposition: no terms; expected pairs of an amplitude and a state")
    columns = [exact(amplitude) * _column("superposition", state) for amplitude, state in terms]
    if len({column.shape for column in columns}) > 1:
        raise ClaimError("superposition: states of different sizes; expected those of one basis")
    first, *rest = columns
    return ImmutableMatrix(sum(rest, first))


def inner(bra: Any, ket: Any) -> Expr:
    """⟨a|b⟩ = Σ a_k* b_k: antilinear in the first (Landau and Lifshitz, §3).

    >>> up, down = basis(2)
    >>> inner(superposition((1, up), (2, down)), down)
    2
    """
    a, b = _column("inner", bra), _column("inner", ket)
    if a.shape != b.shape:
        raise ClaimError("inner: states of different sizes; expected those of one basis")
    return exact(sum(conjugate(x) * y for x, y in zip(a, b, strict=True)))


def probability(outcome: Any, state: Any) -> Expr:
    """|⟨a|ψ⟩|², the probability to find a normalised ψ in a (Born).  A pure number.

    >>> from sympy import Rational
    >>> up, down = basis(2)
    >>> probability(down, superposition((Rational(3, 5), up), (Rational(4, 5), down)))
    16/25
    """
    amplitude = inner(outcome, state)
    return exact(conjugate(amplitude) * amplitude)


def expectation(observable: Any, state: Any) -> Expr:
    """⟨ψ|A|ψ⟩, the mean of many measurements of A in a normalised ψ; A is a matrix in the same basis, with A's dimension.

    >>> from sympy import Rational
    >>> up, down = basis(2)
    >>> expectation(observable(1, -1), superposition((Rational(3, 5), up), (Rational(4, 5), down)))
    -7/25
    """
    column = _column("expectation", state)
    if not isinstance(observable, MatrixBase) or observable.shape != (column.rows, column.rows):
        raise ClaimError("expectation: expected a square matrix of the size of the state")
    return inner(column, observable * column)


def observable(*values: Any) -> ImmutableMatrix:
    """A quantity with these values in the states of the basis, in their order: a diagonal matrix."""
    if len(values) < 2:
        raise ClaimError(f"observable: {len(values)} values; expected one for each state of the basis")
    return ImmutableMatrix(diag(*(exact(value) for value in values)))


def normalised(state: Any) -> tuple[Relation, ...]:
    """⟨ψ|ψ⟩ = 1."""
    return equal(inner(state, state), 1)


def orthogonal(first: Any, second: Any) -> tuple[Relation, ...]:
    """⟨a|b⟩ = 0."""
    return equal(inner(first, second), 0)


def overlaps(*states: Any) -> ImmutableMatrix:
    """The matrix of all ⟨a|b⟩ of these states, which is the unit matrix for an orthonormal set."""
    return ImmutableMatrix([[inner(a, b) for b in states] for a in states])


def _column(where: str, state: Any) -> ImmutableMatrix:
    if not isinstance(state, MatrixBase) or state.cols != 1 or state.rows < 2:
        raise ClaimError(f"{where}: {state!s:.60} is no state; expected a column of at least two amplitudes")
    return ImmutableMatrix(state.applyfunc(exact))
