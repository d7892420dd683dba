"""Statements about curves: signs, zeros, thresholds and orders, as frozen data.

An interval is open and given in units of `scale`: `on_interval(d, ">", r, 0, 1, scale=R_b)`
says d > 0 for every r with 0 < r < R_b.  The expression may contain no further symbol
except as an overall factor of declared sign.  Only what the unknown and the parameter may be counts: a
positive r has no zero at −1/2, and an integer n is looked at in whole numbers only (`verify.orders.reach`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import sympy

from verify.errors import ClaimError
from verify.quantities.digits import decimal, printed
from verify.quantities.exact import exact
from verify.vocabulary.statements import SpecialStatement, plain_symbol

RELATIONS = ("<", "<=", ">", ">=")


@dataclass(frozen=True)
class Curve(SpecialStatement):
    """What all statements about a curve share: the expression that is drawn over the unknown.

    `called` is its name for the reader, such as "the slope of E(r)"; without one, a short expression names itself.
    """

    expression: sympy.Expr
    unknown: sympy.Symbol
    called: str | None = field(default=None, kw_only=True, compare=False)

    def expressions(self) -> tuple[sympy.Basic, ...]:
        scale: sympy.Symbol | None = getattr(self, "scale", None)
        return (self.expression, self.unknown) if scale is None else (self.expression, self.unknown, scale)

    def sides(self) -> tuple[tuple[sympy.Expr, sympy.Expr], ...]:
        """The expression with itself, so that its own terms must be of one dimension."""
        scale: sympy.Symbol | None = getattr(self, "scale", None)
        own = ((self.expression, self.expression),)
        return own if scale is None else (*own, (self.unknown, scale))


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
        """None where numbers stand for the other symbols, in base units."""
        others = self.expression.free_symbols - {self.unknown}
        return ((self.expression, self.expression),) if others else ()


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
    expression: Any,
    rel: str,
    unknown: sympy.Symbol,
    low: Any,
    high: Any,
    *,
    scale: sympy.Symbol | None = None,
    called: str | None = None,
) -> tuple[OnInterval]:
    """expression rel 0 for every unknown between low and high (times scale), the ends not included.

    `called` names the expression for the reader: "the slope of E(r)".
    """
    if rel not in RELATIONS:
        raise ClaimError(f"rel={rel!r}; expected one of {', '.join(RELATIONS)}")
    interval, scaled = _interval(low, high), _scale(scale, unknown)
    return (OnInterval(exact(expression), _symbol(unknown), rel, *interval, scaled, called=_called(called)),)


def only_root(
    expression: Any,
    unknown: sympy.Symbol,
    low: Any,
    high: Any,
    number: str,
    *,
    scale: sympy.Symbol | None = None,
    exactly: Any = None,
    called: str | None = None,
) -> tuple[OnlyRoot]:
    """One zero between low and high (times scale); it rounds to the printed number (of scales), and is `exactly` that."""
    value = None if exactly is None else exact(exactly)
    if value is not None and not (value.is_number and value.is_real):
        raise ClaimError(f"exactly={value!s}; expected a real number without symbols")
    interval, rounding = _interval(low, high), printed(number).interval
    scaled = _scale(scale, unknown)
    return (
        OnlyRoot(
            exact(expression), _symbol(unknown), *interval, number, rounding, scaled, value, called=_called(called)
        ),
    )


def crossing(
    expression: Any,
    unknown: sympy.Symbol,
    number: str,
    *,
    unit: Any = 1,
    rising: bool = True,
    called: str | None = None,
) -> tuple[Crossing]:
    """The curve changes its sign where the page says, to the digits of the page."""
    factor = _rational(unit)
    if not factor.is_positive:
        raise ClaimError(f"crossing: unit={factor}; expected a positive number")
    interval = printed(number).interval
    return (Crossing(exact(expression), _symbol(unknown), number, interval, factor, rising, called=_called(called)),)


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
    called: str | None = None,
) -> tuple[RootsFor]:
    """For every parameter between the two values there is a zero inside; with exist=False there is none."""
    interval, range_ = _interval(low, high), _interval(*between)
    symbols = _symbol(unknown), _parameter(parameter, unknown, scale)
    scaled = _scale(scale, unknown)
    return (
        RootsFor(exact(expression), symbols[0], *interval, symbols[1], *range_, exist, scaled, called=_called(called)),
    )


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
    called: str | None = None,
) -> tuple[Threshold]:
    """Zeros inside appear as the parameter rises through the printed number."""
    interval, range_ = _interval(low, high), _interval(*between)
    rounding = printed(number).interval
    if not range_[0] < rounding[0] <= rounding[1] < range_[1]:
        raise ClaimError(f"threshold: {number} against the range from {range_[0]} to {range_[1]}; expected it inside")
    symbols = _symbol(unknown), _parameter(parameter, unknown, scale)
    scaled = _scale(scale, unknown)
    return (
        Threshold(
            exact(expression), symbols[0], *interval, symbols[1], *range_, number, rounding, scaled, called=called
        ),
    )


def leading(expression: Any, variable: sympy.Symbol, exponent: int, coefficient: Any) -> tuple[Leading]:
    """expression ~ coefficient · variable^exponent."""
    return (Leading(exact(expression), _symbol(variable), _whole(exponent), exact(coefficient)),)


def order(expression: Any, variable: sympy.Symbol, exponent: int) -> tuple[Leading]:
    """expression = O(variable^exponent)."""
    return (Leading(exact(expression), _symbol(variable), _whole(exponent), None),)


def _symbol(thing: Any) -> sympy.Symbol:
    return plain_symbol(thing, "unknown")


def _scale(scale: Any, unknown: sympy.Symbol) -> sympy.Symbol | None:
    if scale is None:
        return None
    if plain_symbol(scale, "scale") == unknown:
        raise ClaimError(f"scale={scale} is the unknown itself; expected another symbol")
    return scale


def _parameter(parameter: Any, unknown: sympy.Symbol, scale: Any) -> sympy.Symbol:
    if plain_symbol(parameter, "parameter") in (unknown, scale):
        raise ClaimError(f"parameter={parameter} is the unknown or its scale; expected a symbol of its own")
    return parameter


def _called(name: Any) -> str | None:
    if name is not None and not (isinstance(name, str) and name.strip()):
        raise ClaimError(f"called={name!r}; expected words for the reader, such as 'the slope of E(r)'")
    return name


def _whole(exponent: Any) -> int:
    if isinstance(exponent, bool) or not isinstance(exponent, (int, sympy.Integer)):
        raise ClaimError(f"exponent={exponent!s}; expected a whole number")
    return int(exponent)


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
