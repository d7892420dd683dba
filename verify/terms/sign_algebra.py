"""Sets of possible signs, and what arithmetic does to them.

Of a real quantity it is known that its sign is one of a set of -1, 0, 1.  Each operation returns
the signs that its result can have while the operands take, independently of each other, all values
with the signs that they may have.  Where the operands depend on each other it may return too many, never too few.

Why every answer is exact: the value of a sign s is any number s·r with r > 0.  The docstrings say what follows for
one sign of each operand; the answer is the union over all of them.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import Any

import sympy


class Signs(frozenset[int]):
    """Some of the signs -1, 0, 1: those that a real quantity can have.

    >>> NONNEGATIVE * NEGATIVE == NONPOSITIVE, POSITIVE + NONNEGATIVE == POSITIVE
    (True, True)
    >>> str(UNKNOWN**2), str(POSITIVE - ZERO)
    ('never negative', 'positive')
    """

    __slots__ = ()

    def __mul__(self, other: Signs) -> Signs:
        """s·r times s'·r' is (s s')·(r r'), and r r' > 0."""
        return Signs(a * b for a in self for b in other)

    def __truediv__(self, other: Signs) -> Signs:
        """The reciprocal of a number has its sign.  Where the divisor is 0 there is no quotient: such points say nothing."""
        return self * (other - ZERO)

    def __add__(self, other: Signs) -> Signs:
        """Numbers of one sign have a sum of that sign, 0 changes nothing; r - r' has any sign, as r > r', r = r' or r < r'."""
        return Signs(sign for a in self for b in other for sign in ((-1, 0, 1) if a * b < 0 else (a or b,)))

    def __neg__(self) -> Signs:
        """-(s·r) = (-s)·r."""
        return Signs(-sign for sign in self)

    def __abs__(self) -> Signs:
        """|s·r| = s²·r."""
        return Signs(abs(sign) for sign in self)

    def __pow__(self, exponent: int) -> Signs:
        """(s·r)^n = sⁿ·rⁿ for a whole n, and s⁰ = 1; a negative power of 0 is not defined."""
        base = self - ZERO if exponent < 0 else self
        return Signs(1 if exponent == 0 else sign if exponent % 2 else sign * sign for sign in base)

    def __or__(self, other: AbstractSet[int]) -> Signs:  # type: ignore[override]
        return Signs(frozenset.__or__(self, other))

    def __and__(self, other: AbstractSet[object]) -> Signs:
        return Signs(frozenset.__and__(self, other))

    def __sub__(self, other: AbstractSet[object]) -> Signs:
        return Signs(frozenset.__sub__(self, other))

    def satisfy(self, relation: str) -> bool | None:
        """Does `quantity relation 0` hold for every sign (True), for none (False), or for some?

        >>> NONNEGATIVE.satisfy(">="), NONNEGATIVE.satisfy("<"), NONNEGATIVE.satisfy(">")
        (True, False, None)
        """
        wanted = TRUE_FOR[relation]
        return True if self <= wanted else None if self & wanted else False

    @property
    def assumptions(self) -> dict[str, bool]:
        """What a new symbol must be declared to have these signs and no others.

        >>> (POSITIVE + NONNEGATIVE).assumptions
        {'positive': True}
        """
        return {name: True for name, signs in ASSUMED.items() if signs == self}

    def __str__(self) -> str:
        """In a word or two: 'positive', 'never negative'."""
        return IN_WORDS[self]


NEGATIVE, ZERO, POSITIVE = Signs({-1}), Signs({0}), Signs({1})
NONNEGATIVE, NONPOSITIVE, NONZERO = Signs({0, 1}), Signs({-1, 0}), Signs({-1, 1})
UNKNOWN = Signs({-1, 0, 1})

TRUE_FOR = {"==": ZERO, "!=": NONZERO, "<": NEGATIVE, "<=": NONPOSITIVE, ">": POSITIVE, ">=": NONNEGATIVE}
"""The signs of lhs - rhs for which a relation holds: to subtract the same number from both sides changes neither."""

ASSUMED = {
    "negative": NEGATIVE,
    "zero": ZERO,
    "positive": POSITIVE,
    "nonnegative": NONNEGATIVE,
    "nonpositive": NONPOSITIVE,
    "nonzero": NONZERO,
    "real": UNKNOWN,
}
"""The signs that SymPy's assumptions leave to a real number."""

IN_WORDS = {
    NEGATIVE: "negative",
    ZERO: "zero",
    POSITIVE: "positive",
    NONNEGATIVE: "never negative",
    NONPOSITIVE: "never positive",
    NONZERO: "never zero",
    UNKNOWN: "of any sign",
}


def sign_of_number(value: Any) -> int:
    """-1, 0 or 1 for a number that is compared exactly."""
    return 1 if value > 0 else -1 if value < 0 else 0


def signs_between(low: Any, high: Any) -> Signs:
    """The signs of the numbers of a closed interval: those of its ends, and 0 between opposite ones."""
    ends = Signs({sign_of_number(low), sign_of_number(high)})
    return UNKNOWN if ends == NONZERO else ends


def quotient(above: Signs, below: Signs) -> Signs | None:
    """The signs of a quotient wherever it is defined; None if the divisor may have both signs, or none but 0."""
    return above / below if len(below - ZERO) == 1 else None


def admitted(symbol: sympy.Expr) -> Signs:
    """The signs of the real values that a symbol may have, as far as its assumptions say.

    >>> str(admitted(sympy.Symbol("x", nonnegative=True))), str(admitted(sympy.Symbol("z")))
    ('never negative', 'of any sign')
    """
    denied = {-1: symbol.is_extended_nonnegative, 0: symbol.is_zero is False, 1: symbol.is_extended_nonpositive}
    return Signs(sign for sign, is_denied in denied.items() if not is_denied)


def demanded(condition: Any) -> Signs | None:
    """The signs of lhs - rhs for which the condition holds; None for what is no relation."""
    return TRUE_FOR.get(getattr(condition, "rel_op", ""))


def margin(condition: Any) -> tuple[sympy.Expr, Signs] | None:
    """By how much the greater side exceeds the other one, and the signs that the condition leaves to that; 0 for an equation.

    >>> R, r = sympy.symbols("R r")
    >>> margin(r < R) == (R - r, POSITIVE)
    True
    """
    if isinstance(condition, sympy.Eq):
        return condition.lhs - condition.rhs, ZERO
    if isinstance(condition, (sympy.Lt, sympy.Le, sympy.Gt, sympy.Ge)):
        return condition.gts - condition.lts, abs(TRUE_FOR[condition.rel_op])
    return None
