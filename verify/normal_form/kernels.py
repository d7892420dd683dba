"""Kernels, forms and nodes: what is read of an expression, independent of any ring of polynomials.

An expression is first a tree of *nodes* (sums, products, powers, kernels with an
exponent, forms), then a fraction of polynomials in kernels (`verify.normal_form.field`);
a *form* is such a fraction taken out of its ring.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from fractions import Fraction
from typing import Any, TypeAlias

from flint import fmpq as fmpq
from flint import fmpz as fmpz

Poly: TypeAlias = Any  # flint.fmpq_mpoly
Key: TypeAlias = tuple[Any, ...]
Monomial: TypeAlias = tuple[tuple[int, Fraction], ...]
Terms: TypeAlias = tuple[tuple[Monomial, Any], ...]
Frac: TypeAlias = tuple[Poly, Poly]
UNITY: Key = ("unity",)
QUARTER = Fraction(1, 4)
"""Of a turn: i."""


class Status(IntEnum):
    """What is certain of a value at every admissible point."""

    ANY = 0
    REAL = 1
    NONNEGATIVE = 2
    POSITIVE = 3


@dataclass(frozen=True)
class Form:
    """A fraction of polynomials, independent of any ring: monomials list (kernel, exponent), sorted.

    The kernel UNITY stands for exp(2πi): its exponent is a fraction of a turn.
    """

    num: Terms
    den: Terms

    @property
    def is_zero(self) -> bool:
        return not self.num

    @property
    def is_polynomial(self) -> bool:
        return len(self.den) == 1 and not self.den[0][0]

    def kernels(self) -> set[int]:
        """The numbers of all kernels that occur."""
        return {kernel for terms in (self.num, self.den) for monomial, _ in terms for kernel, _ in monomial}

    def rational(self) -> Any | None:
        """The value as fmpq, or None where a kernel occurs."""
        if self.is_zero:
            return fmpq(0)
        if len(self.num) == 1 and not self.num[0][0] and self.is_polynomial:
            return self.num[0][1] / self.den[0][1]
        return None


@dataclass
class Kernel:
    """One kernel: its key, what is certain of its values, and how its powers reduce.

    `root` is the common denominator of all exponents met so far.  `power` and `value`
    state the relation kernel^power = value; `value` None means that no relation is known.
    `above_one` says that a positive kernel is certainly greater than 1.
    """

    key: Key
    status: Status
    nonzero: bool
    constant: bool
    integer: bool = False
    above_one: bool = False
    root: int = 1
    power: Fraction | None = None
    value: Form | None = None


Node: TypeAlias = tuple[Any, ...]
ZERO: Node = ("n", fmpq(0))
ONE: Node = ("n", fmpq(1))
MINUS_ONE: Node = ("n", fmpq(-1))


def number(value: Any) -> Node:
    """A rational number as a node.

    >>> number(Fraction(1, 2))
    ('n', 1/2)
    """
    if isinstance(value, Fraction):
        return ("n", fmpq(value.numerator, value.denominator))
    return ("n", value if isinstance(value, fmpq) else fmpq(int(value)))


def add(*nodes: Node) -> Node:
    """The sum of nodes."""
    return ("+", list(nodes))


def multiply(*nodes: Node) -> Node:
    """The product of nodes."""
    return nodes[0] if len(nodes) == 1 else ("*", list(nodes))


def power(node: Node, exponent: int) -> Node:
    """An integer power of a node."""
    return node if exponent == 1 else ("^", node, exponent)
