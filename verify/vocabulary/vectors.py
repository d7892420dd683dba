"""Vectors as tuples of expressions, for lines in bold type: products, and equality component by component.

Shapes are checked when a statement is built: sums and scalar products take vectors with the same
number of components, the vector product takes three, and matrices are equal only in one shape.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sympy

from verify.errors import ClaimError
from verify.quantities.dimension import Dimension
from verify.quantities.exact import exact
from verify.quantities.symbols import symbol
from verify.vocabulary.statements import Relation, equal

Vector = tuple[sympy.Expr, sympy.Expr, sympy.Expr]


def triple(x: Any, y: Any, z: Any) -> Vector:
    """A vector from its Cartesian components."""
    return exact(x), exact(y), exact(z)


def vector(name: str, latex: str, meaning: str, dimension: Dimension, **assumptions: bool) -> Vector:
    """The components name_x, name_y, name_z of a vector that no line fixes further; errors as for `symbol`."""
    return triple(
        *(
            symbol(f"{name}_{axis}", f"{{{latex}}}_{axis}", f"{meaning}, {axis} component", dimension, **assumptions)
            for axis in "xyz"
        )
    )


def scaled(factor: Any, a: Vector) -> Vector:
    """factor · a."""
    first, second, third = _three("scaled", a)
    return triple(exact(factor) * first, exact(factor) * second, exact(factor) * third)


def total(*vectors: Vector) -> Vector:
    """The sum of vectors."""
    if not vectors:
        raise ClaimError("total: no vector is given; expected one at least")
    columns = [_three("total", vector) for vector in vectors]
    return triple(*(sympy.Add(*components) for components in zip(*columns, strict=True)))


def dot(a: Sequence[Any], b: Sequence[Any]) -> sympy.Expr:
    """a · b, of vectors with the same number of components."""
    left, right = _components("dot", a), _components("dot", b)
    if len(left) != len(right):
        raise ClaimError(f"dot: {len(left)} components against {len(right)}; expected the same number")
    return sympy.Add(*(p * q for p, q in zip(left, right, strict=True)))


def cross(a: Vector, b: Vector) -> Vector:
    """a × b, right-handed.

    >>> cross(triple(1, 0, 0), triple(0, 1, 0))
    (0, 0, 1)
    """
    a, b = _three("cross", a), _three("cross", b)
    return triple(a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def components_equal(a: Sequence[Any], b: Sequence[Any]) -> tuple[Relation, ...]:
    """a = b, one relation a component; components that are 0 on both sides as written are left out."""
    left, right = _components("components_equal", a), _components("components_equal", b)
    if len(left) != len(right):
        raise ClaimError(f"components_equal: {len(left)} components against {len(right)}; expected the same number")
    found = tuple(r for p, q in zip(left, right, strict=True) if not p == q == 0 for r in equal(p, q))
    if not found:
        raise ClaimError("components_equal: every component is 0 on both sides; there is nothing to decide")
    return found


def entries_equal(a: Any, b: Any) -> tuple[Relation, ...]:
    """Equality of two matrices of the same shape, entry by entry."""
    left, right = _matrix(a), _matrix(b)
    if left.shape != right.shape:
        shapes = " against ".join("{} × {}".format(*matrix.shape) for matrix in (left, right))
        raise ClaimError(f"entries_equal: matrices of {shapes}; expected the same shape")
    return components_equal(list(left), list(right))


def _matrix(thing: Any) -> Any:
    try:
        return sympy.Matrix(thing)
    except (TypeError, ValueError) as problem:
        raise ClaimError(
            f"entries_equal: {thing!s:.60} is no matrix ({problem}); expected rows of equal length"
        ) from None


def _components(where: str, vector: Any) -> list[sympy.Expr]:
    """The components, each an exact expression.  A matrix must be one row or one column."""
    if isinstance(vector, sympy.MatrixBase) and 1 not in vector.shape:
        raise ClaimError(f"{where}: a matrix of {vector.rows} × {vector.cols}; expected a vector, or entries_equal")
    if isinstance(vector, (str, sympy.Basic)) and not isinstance(vector, (sympy.MatrixBase, sympy.Tuple)):
        raise ClaimError(f"{where}: {vector!s} is no vector; expected its components, such as triple(x, y, z)")
    try:
        return [exact(component) for component in vector]
    except TypeError:
        raise ClaimError(
            f"{where}: {vector!s} is no vector; expected its components, such as triple(x, y, z)"
        ) from None


def _three(where: str, vector: Any) -> Vector:
    found = _components(where, vector)
    if len(found) != 3:
        raise ClaimError(f"{where}: a vector with {len(found)} components; expected three")
    return found[0], found[1], found[2]
