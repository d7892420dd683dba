"""May a symbol have this value?  What was declared of it, asked of numbers, of ranges and of intervals.

A counterexample counts only at values that the symbols may have, and a proof only if there are
such values.  What cannot be shown to be admissible is never used to refute.

Every answer is certain: rational numbers are judged by exact arithmetic, other real numbers by the
sign of a ball.  Where neither decides (is this root an even number?), the answer is None.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

import sympy
from sympy.core.relational import Relational
from sympy.logic.boolalg import Boolean

from verify.balls import sign_at
from verify.errors import ClaimError, GiveUp
from verify.normal_form.signs import are_compared
from verify.orders.ranges import Interval, range_of
from verify.points.by_assumptions import CHECKED, allowed
from verify.points.domain import Domain, EmptyDomain
from verify.quantities.symbols import misused_infinity
from verify.terms.admissible import Admissible
from verify.terms.sign_algebra import admitted, signs_between
from verify.terms.survey import NO_NUMBERS
from verify.wording import name

OF_THE_LINE = {"zero", "nonzero", "positive", "negative", "nonnegative", "nonpositive", "real", "complex", "finite",
               "infinite", "extended_positive", "extended_negative", "extended_nonnegative", "extended_nonpositive",
               "extended_nonzero", "extended_real"}  # fmt: skip
"""Assumptions that cut the real line at zero, and leave intervals."""
FOLLOWING = {"imaginary", "rational", "irrational", "integer", "noninteger", "transcendental", "algebraic"}
MOST_NUMBERS = 1000
"""Whole numbers of an interval that are looked at one by one."""


def is_of_the_line(symbol: sympy.Symbol) -> bool:
    """Is nothing assumed of the symbol but a sign, so that its real values fill intervals?"""
    assumed = {fact: symbol.assumptions0[fact] for fact in CHECKED if fact in symbol.assumptions0}
    others = {fact for fact, value in assumed.items() if fact not in OF_THE_LINE and value}
    denied = {fact for fact, value in assumed.items() if fact in FOLLOWING and not value}
    return not others and not symbol.is_zero and denied <= {"imaginary"}


def admits(symbol: sympy.Symbol, value: sympy.Expr) -> bool | None:
    """May the symbol have this exact value?  None where that is not certain.

    >>> n = sympy.Symbol("n", integer=True, positive=True)
    >>> admits(n, sympy.Integer(2)), admits(n, sympy.Rational(1, 2)), admits(n, sympy.Integer(-1))
    (True, False, False)
    """
    if value in NO_NUMBERS:
        return False
    if misused_infinity(value, at_top=False) is not None:  # the end of an integral or a sum is no part of its value
        return None
    if value.is_Rational:
        return bool(allowed(symbol, value))
    if value.free_symbols:
        return None
    try:
        sign = sign_at(value, {})
    except GiveUp:
        return None
    if sign is None:
        return None
    return admits_sign(symbol, sign) if is_of_the_line(symbol) else None if admits_sign(symbol, sign) else False


def admits_sign(symbol: sympy.Symbol, sign: int) -> bool:
    """May the symbol have some real value of this sign (−1, 0 or 1), as far as its declared sign says?"""
    return sign in admitted(symbol) and not symbol.is_imaginary


def admits_range(symbol: sympy.Symbol, interval: Interval) -> bool | None:
    """May the symbol have every number of the closed interval (True), or none of them (False)?"""
    low, high = interval
    if low == high:
        return admits(symbol, low)
    answers = {admits_sign(symbol, sign) for sign in signs_between(low, high)}
    if answers == {False}:
        return False
    if not is_of_the_line(symbol):
        return False if symbol.is_integer and not any(allowed(symbol, n) for n in _whole(low, high)) else None
    return True if answers == {True} else None


def admits_signs_of(symbol: sympy.Symbol, interval: Interval) -> bool:
    """Has the symbol no more than a sign assumed, and some of the numbers of the interval among its values?"""
    return is_of_the_line(symbol) and any(admits_sign(symbol, sign) for sign in signs_between(*interval))


def holds_over(condition: Boolean, intervals: Mapping[sympy.Symbol, Interval]) -> bool | None:
    """Does a condition hold for all numbers of the intervals (True), or for none of them (False)?

    An enclosure that is real says that the value is real.  Raises GiveUp.

    >>> t = sympy.Symbol("t", real=True)
    >>> value = sympy.Integral(t**2, (t, 0, 2))
    >>> holds_over(Admissible.of(sympy.Symbol("y", positive=True), value), {})
    True
    """
    if condition in (sympy.true, sympy.false):
        return bool(condition)
    if isinstance(condition, (sympy.And, sympy.Or)):
        parts = {holds_over(part, intervals) for part in condition.args}
        stop = isinstance(condition, sympy.Or)
        return stop if stop in parts else None if None in parts else not stop
    if isinstance(condition, sympy.Not):
        inner = holds_over(condition.args[0], intervals)
        return None if inner is None else not inner
    if isinstance(condition, Admissible):
        found = range_of(condition.value, intervals)
        return None if found is None else admits_range(condition.stand_in, found)
    if not isinstance(condition, Relational):
        return None
    if not are_compared(condition) and range_of(condition.lhs, intervals) is None:
        return None
    found = range_of(condition.lhs - condition.rhs, intervals)
    return None if found is None else signs_between(*found).satisfy(condition.rel_op)


def _whole(low: sympy.Rational, high: sympy.Rational) -> Iterable[sympy.Integer]:
    first, last = int(sympy.ceiling(low)), int(sympy.floor(high))
    return (sympy.Integer(n) for n in range(first, min(last, first + MOST_NUMBERS) + 1))


def some_point(symbols: Iterable[sympy.Symbol], conditions: Iterable[Boolean], seed: int = 0) -> bool:
    """Is there certainly a point that satisfies the conditions?"""
    wanted = [c for c in conditions if c is not sympy.true]
    own = set(symbols).union(*(c.free_symbols for c in wanted))
    try:
        return next(iter(Domain(tuple(own), tuple(wanted)).points(seed, count=1)), None) is not None
    except (EmptyDomain, StopIteration, ClaimError):
        return False


# --- intervals --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Reach:
    """The numbers between `low` and `high` that a symbol, counted in its scale, may have.

    An end belongs to it where `closed` says so; zero does not with `without_zero`.  `numbers` lists them all
    where they are whole.
    """

    low: Fraction
    high: Fraction
    closed: tuple[bool, bool] = (False, False)
    without_zero: bool = False
    numbers: tuple[Fraction, ...] | None = None

    @property
    def ends(self) -> tuple[Fraction, ...]:
        """The ends that belong to it."""
        return tuple(end for end, own in zip((self.low, self.high), self.closed, strict=True) if own)

    def has(self, x: Fraction) -> bool:
        if self.numbers is not None:
            return x in self.numbers
        return (self.low < x < self.high or x in self.ends) and not (self.without_zero and x == 0)


def reach(symbol: sympy.Symbol, scale: sympy.Symbol | None, low: Fraction, high: Fraction) -> Reach | None:
    """What the symbol reaches of low < symbol/scale < high; None where that is not a matter of signs or whole numbers.

    Raises ClaimError where it reaches nothing: then there is nothing to decide.

    >>> r = sympy.Symbol("r", nonnegative=True)
    >>> reach(r, None, Fraction(-1), Fraction(2)).closed
    (True, False)
    """
    found = _reach(symbol, scale, low, high)
    if found is not None and (found.numbers == () or found.low > found.high):
        of = f"{name(symbol)}/{name(scale)}" if scale is not None else name(symbol)
        raise ClaimError(f"{name(symbol)} as declared has no value with {low} < {of} < {high}; expected one at least")
    return found


def _reach(symbol: sympy.Symbol, scale: sympy.Symbol | None, low: Fraction, high: Fraction) -> Reach | None:
    if not is_of_the_line(symbol):
        return _whole_reach(symbol, low, high) if scale is None and symbol.is_integer else None
    signed = symbol.is_nonnegative or symbol.is_nonpositive
    if scale is not None and not (scale.is_positive or scale.is_negative) and (signed or symbol.is_nonzero):
        return None
    upwards, downwards = symbol.is_nonnegative, symbol.is_nonpositive
    if scale is not None and scale.is_negative:
        upwards, downwards = downwards, upwards
    at_zero, nothing = not symbol.is_nonzero, Reach(Fraction(1), Fraction(0))
    if upwards and low < 0:
        return nothing if high < 0 or (high == 0) else Reach(Fraction(0), high, (at_zero, False))
    if downwards and high > 0:
        return nothing if low > 0 or (low == 0) else Reach(low, Fraction(0), (False, at_zero))
    if (upwards and high <= 0) or (downwards and low >= 0):
        return nothing
    return Reach(low, high, without_zero=bool(symbol.is_nonzero) and low < 0 < high)


def _whole_reach(symbol: sympy.Symbol, low: Fraction, high: Fraction) -> Reach | None:
    first, last = floor(low) + 1, ceil(high) - 1
    if last - first > MOST_NUMBERS:
        return None
    numbers = tuple(Fraction(n) for n in range(first, last + 1) if allowed(symbol, sympy.Integer(n)))
    return Reach(low, high, numbers=numbers)
