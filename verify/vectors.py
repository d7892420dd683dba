"""Vectors as triples of expressions, for lines in bold type: products, and equality component by component."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sympy

from verify.statements import Relation, equal
from verify.symbols import ClaimError

Vector = tuple[sympy.Expr, sympy.Expr, sympy.Expr]


def triple(x: Any, y: Any, z: Any) -> Vector:
    """A vector from its Cartesian components."""
    return sympy.sympify(x, strict=True), sympy.sympify(y, strict=True), sympy.sympify(z, strict=True)


def scaled(factor: Any, a: Vector) -> Vector:
    """factor · a."""
    return triple(*(factor * component for component in a))


def total(*vectors: Vector) -> Vector:
    """The sum of vectors."""
    return triple(*(sympy.Add(*components) for components in zip(*vectors, strict=True)))


def dot(a: Vector, b: Vector) -> sympy.Expr:
    """a · b."""
    return sympy.Add(*(p * q for p, q in zip(a, b, strict=True)))


def cross(a: Vector, b: Vector) -> Vector:
    """a × b, right-handed.

    >>> cross(triple(1, 0, 0), triple(0, 1, 0))
    (0, 0, 1)
    """
    return triple(a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def components_equal(a: Sequence[Any], b: Sequence[Any]) -> tuple[Relation, ...]:
    """a = b, one relation a component; components that are 0 on both sides as written are left out."""
    if len(a) != len(b):
        raise ClaimError(f"components_equal: {len(a)} components against {len(b)}; expected the same number")
    found = tuple(r for p, q in zip(a, b, strict=True) if not p == q == 0 for r in equal(p, q))
    if not found:
        raise ClaimError("components_equal: every component is 0 on both sides; there is nothing to decide")
    return found


def entries_equal(a: Any, b: Any) -> tuple[Relation, ...]:
    """Equality of two matrices, entry by entry."""
    return components_equal(list(sympy.Matrix(a)), list(sympy.Matrix(b)))
