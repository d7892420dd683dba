"""Statements about curves: signs, zeros, thresholds and orders, as frozen data.

An interval is open and given in units of `scale`: `on_interval(d, ">", r, 0, 1, scale=R_b)`
says d > 0 for every r with 0 < r < R_b.  The expression may contain no further symbol
except as an overall factor of declared sign.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sympy

from verify.digits import decimal, printed
from verify.statements import SpecialStatement, exact
from verify.symbols import ClaimError

RELATIONS = ("<", "<=", ">", ">=")


@dataclass(frozen=True)
class Curve(SpecialStatement):
    """What all statements about a curve share: the expression that is drawn over the unknown."""

    expression: sympy.Expr
    unknown: sympy.Symbol

    def expressions(self) -> tuple[sympy.Basic, ...]:
        scale: sympy.Symbol | None = getattr(self, "scale", None)
        return (self.expression, self.unknown) if scale is None else (self.expression, self.unknown, scale)

    def sides(self) -> tuple[tuple[sympy.Expr, sympy.Expr], ...]:
        """The expression with itself, so that its own terms must be of one dimension."""
        return ((self.expression, self.expression),)


@dataclass(frozen=True)
class OnInterval(Curve):
    """`expression rel 0` wherever low < unknown/scale < high."""

    rel: str
    low: sympy.Rational
    high: sympy.Rational
    scale: sympy.Symbol | None


@dataclass(frozen=True)
class OnlyRoot(Curve):
    """The expression has exactly one zero with low < unknown/scale < high, and it rounds to the printed number.

    With `exactly`, a real number without symbols, the zero is claimed to be that number.
    """

    low: sympy.Rational
    high: sympy.Rational
    number: str
    interval: tuple[sympy.Rational, sympy.Rational]
    scale: sympy.Symbol | None
    exactly: sympy.Expr | None = None


@dataclass(frozen=True)
class Crossing(Curve):
    """The curve passes from negative to positive (rising) or back within the printed interval.

    `unit` is what the printed number counts; the sign is judged at both ends of what the
    number allows.
    """

    number: str
    interval: tuple[sympy.Rational, sympy.Rational]
    unit: sympy.Rational
    rising: bool

    def sides(self) -> tuple[tuple[sympy.Expr, sympy.Expr], ...]:
        """None: numbers stand for the other symbols, in base units."""
        return ()


@dataclass(frozen=True)
class RootsFor(Curve):
    """For every parameter with first < parameter < last there is a zero inside the interval (or there is none)."""

    low: sympy.Rational
    high: sympy.Rational
    parameter: sympy.Symbol
    first: sympy.Rational
    last: sympy.Rational
    exist: bool
    scale: sympy.Symbol | None


@dataclass(frozen=True)
class Threshold(Curve):
    """Zeros inside the interval appear as the parameter rises through a value that rounds to the printed number.

    Below it, down to `first`, there is none; above it, up to `last`, there is one.
    """

    low: sympy.Rational
    high: sympy.Rational
    parameter: sympy.Symbol
    first: sympy.Rational
    last: sympy.Rational
    number: str
    interval: tuple[sympy.Rational, sympy.Rational]
    scale: sympy.Symbol | None


@dataclass(frozen=True)
class Leading(SpecialStatement):
    """As the variable grows, expression/variable^exponent tends to the coefficient.

    With `coefficient` None only the order is claimed: the quotient stays bounded.
    """

    expression: sympy.Expr
    variable: sympy.Symbol
    exponent: int
    coefficient: sympy.Expr | None

    def expressions(self) -> tuple[sympy.Basic, ...]:
        return (self.expression, *(() if self.coefficient is None else (self.coefficient,)))

    def sides(self) -> tuple[tuple[sympy.Expr, sympy.Expr], ...]:
        law = self.expression if self.coefficient is None else self.coefficient * self.variable**self.exponent
        return ((self.expression, law),)


def on_interval(
    expression: Any, rel: str, unknown: sympy.Symbol, low: Any, high: Any, *, scale: sympy.Symbol | None = None
) -> tuple[OnInterval]:
    """expression rel 0 for every unknown between low and high (times scale), the ends not included."""
    if rel not in RELATIONS:
        raise ClaimError(f"rel={rel!r}; expected one of {', '.join(RELATIONS)}")
    return (OnInterval(exact(expression), unknown, rel, *_interval(low, high), scale),)


def only_root(
    expression: Any,
    unknown: sympy.Symbol,
    low: Any,
    high: Any,
    number: str,
    *,
    scale: sympy.Symbol | None = None,
    exactly: Any = None,
) -> tuple[OnlyRoot]:
    """One zero between low and high (times scale); it rounds to the printed number (of scales), and is `exactly` that."""
    value = None if exactly is None else exact(exactly)
    if value is not None and not (value.is_number and value.is_real):
        raise ClaimError(f"exactly={value!s}; expected a real number without symbols")
    interval, rounding = _interval(low, high), printed(number).interval
    return (OnlyRoot(exact(expression), unknown, *interval, number, rounding, scale, value),)


def crossing(
    expression: Any, unknown: sympy.Symbol, number: str, *, unit: Any = 1, rising: bool = True
) -> tuple[Crossing]:
    """The curve changes its sign where the page says, to the digits of the page."""
    return (Crossing(exact(expression), unknown, number, printed(number).interval, _rational(unit), rising),)


def has_roots(
    expression: Any,
    unknown: sympy.Symbol,
    low: Any,
    high: Any,
    *,
    parameter: sympy.Symbol,
    between: tuple[Any, Any],
    exist: bool = True,
    scale: sympy.Symbol | None = None,
) -> tuple[RootsFor]:
    """For every parameter between the two values there is a zero inside; with exist=False there is none."""
    interval, range_ = _interval(low, high), _interval(*between)
    return (RootsFor(exact(expression), unknown, *interval, parameter, *range_, exist, scale),)


def threshold(
    expression: Any,
    unknown: sympy.Symbol,
    low: Any,
    high: Any,
    number: str,
    *,
    parameter: sympy.Symbol,
    between: tuple[Any, Any],
    scale: sympy.Symbol | None = None,
) -> tuple[Threshold]:
    """Zeros inside appear as the parameter rises through the printed number."""
    interval, range_ = _interval(low, high), _interval(*between)
    rounding = printed(number).interval
    return (Threshold(exact(expression), unknown, *interval, parameter, *range_, number, rounding, scale),)


def leading(expression: Any, variable: sympy.Symbol, exponent: int, coefficient: Any) -> tuple[Leading]:
    """expression ~ coefficient · variable^exponent."""
    return (Leading(exact(expression), variable, exponent, exact(coefficient)),)


def order(expression: Any, variable: sympy.Symbol, exponent: int) -> tuple[Leading]:
    """expression = O(variable^exponent)."""
    return (Leading(exact(expression), variable, exponent, None),)


def _interval(low: Any, high: Any) -> tuple[sympy.Rational, sympy.Rational]:
    a, b = _rational(low), _rational(high)
    if a >= b:
        raise ClaimError(f"interval from {a} to {b}; expected low < high")
    return a, b


def _rational(number: Any) -> sympy.Rational:
    value = decimal(number) if isinstance(number, str) else exact(number)
    if not value.is_Rational:
        raise ClaimError(f"{number!s} is no rational number; expected one")
    return value
