"""Computes the curves of a figure, and where they cross zero.

Values are midpoints of rigorous enclosures, shown only where the enclosure is narrower
than their last digit.  The line is interrupted over a step on which no finite enclosure
exists, so that no pole is drawn across.  A computed crossing is a zero isolated by Sturm's
theorem, or, for a curve that is not rational, a certified change of sign.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Context, Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Any, TypeAlias

import sympy

from verify.balls import BallFunction, compile_ball, sign_of
from verify.errors import ClaimError, GiveUp
from verify.orders.ranges import exact_value, interval_ball, is_unbroken, shown_value
from verify.orders.rational_curves import rational_curve
from verify.orders.sturm import Bracket
from verify.quantities.digits import printed as printed_digits
from verify.verdicts import Drawing, DrawnCurve, Mark, MarkKind
from verify.vocabulary.figures import DECADES, Figure

STEPS = 160
BITS = 128
MORE_BITS = 512
DIGITS = 5
MOST_BISECTIONS = 60
LONGEST = 30
Stretches: TypeAlias = tuple[tuple[tuple[str, str | None], ...], tuple[tuple[str, str], ...]]
"""Digits before (or zeros after) the point, beyond which a number is shown with a power of ten."""


def drawing(figure: Figure) -> Drawing:
    """The figure as numbers.  Raises ClaimError for a curve that cannot be enclosed, or not in the given units."""
    printed = tuple(Mark(label, number, MarkKind.PRINTED) for label, number in figure.printed)
    curves, computed, failing = [], [], []
    for label, expression in figure.curves:
        try:
            curve = _Curve.of(figure, expression)
        except GiveUp as problem:
            raise ClaimError(f"figure {figure.title!r}, curve {label!r}: {problem}") from None
        values = curve.values()
        curves.append(DrawnCurve(label, tuple(_points(curve, values))))
        zeros = curve.zeros(values)
        computed += [Mark(label, _shown(zero), MarkKind.COMPUTED) for zero in zeros]
        failing += [_between(number, zeros) for name, number in figure.printed if name == label]
    wrong = tuple(stretch for stretch in failing if stretch is not None)
    try:
        return Drawing(figure.title, figure.x_label, figure.y_label, tuple(curves), (*printed, *computed), wrong)
    except ValueError as problem:
        raise ClaimError(f"figure {figure.title!r}: {problem}") from None


def _between(number: str, zeros: list[Bracket]) -> tuple[str, str] | None:
    """From a printed zero to the nearest computed one, if that does not round to it: there the printed sign is wrong."""
    at = printed_digits(number)
    place = Fraction(at.value)
    nearest = min(zeros, key=lambda zero: abs(zero[0] - place), default=None)
    low, high = map(Fraction, at.interval)
    if nearest is None or (nearest[1] >= low and nearest[0] <= high):
        return None
    first, last = sorted((place, nearest[0]))
    return _rounded(first, DIGITS + 1), _rounded(last, DIGITS + 1)


def over(expression: sympy.Expr, variable: sympy.Symbol, low: Fraction, high: Fraction, rel: str) -> Stretches:
    """The points of a curve, for the eye, and where `expression rel 0` is false.

    Raises GiveUp for what no rule encloses.
    """
    steps = STEPS // 2  # a small picture
    abscissae = tuple(low + (high - low) * Fraction(k, steps) for k in range(steps + 1))
    curve = _Curve(expression, variable, compile_ball(expression), abscissae)
    values = curve.values()
    breaks = [(abscissae[k] + abscissae[k + 1]) / 2 for k in curve.broken_steps(0, steps)]
    ends = sorted({low, high, *(zero[0] for zero in curve.zeros(values)), *breaks})
    false = [piece for piece in pairwise(ends) if _is_false(curve.at((piece[0] + piece[1]) / 2), rel)]
    points = ((_rounded(x, DIGITS), None if y is None else _alone(y)) for x, y in zip(abscissae, values, strict=True))
    return tuple(points), tuple((_rounded(a, DIGITS), _rounded(b, DIGITS)) for a, b in _joined(false))


def _alone(value: Any) -> str | None:
    """The middle of a ball, to five digits of its own; None where it is not so narrow."""
    middle, radius = _fraction(value.mid()), _fraction(value.rad())
    if middle == 0 or radius * 10**DIGITS > abs(middle):
        return "0" if radius < Fraction(1, 10**LONGEST) and abs(middle) <= radius else None
    return _rounded(middle, DIGITS)


def _is_false(value: Any, rel: str) -> bool:
    sign = None if value is None else sign_of(value)
    return sign is not None and sign in {"<": (0, 1), "<=": (1,), ">": (0, -1), ">=": (-1,), "==": (1, -1)}.get(rel, ())


def _joined(pieces: list[tuple[Fraction, Fraction]]) -> Iterator[tuple[Fraction, Fraction]]:
    """Pieces that touch, as one."""
    for low, high in pieces:
        later = [end for start, end in pieces if start == high]
        if not any(end == low for _, end in pieces):
            while later:
                high = later[0]
                later = [end for start, end in pieces if start == high]
            yield low, high


@dataclass(frozen=True)
class _Curve:
    """y over x, both in the units of the figure."""

    expression: sympy.Expr
    variable: sympy.Symbol
    function: BallFunction
    abscissae: tuple[Fraction, ...]

    @classmethod
    def of(cls, figure: Figure, expression: sympy.Expr) -> _Curve:
        """Raises GiveUp for what no rule encloses."""
        scaled = expression.subs(figure.variable, figure.variable * figure.x_unit) / figure.y_unit
        low, high = (Fraction(end) for end in figure.interval)
        abscissae = tuple(low + (high - low) * Fraction(k, STEPS) for k in range(STEPS + 1))
        return cls(scaled, figure.variable, compile_ball(scaled), abscissae)

    def at(self, x: Fraction) -> Any:
        """A real ball around y, or None where there is none that is finite and of a size that can be drawn."""
        ball = self.function({self.variable: sympy.Rational(x)}, BITS)
        if ball.is_finite() and ball.rel_accuracy_bits() < BITS // 2:
            ball = self.function({self.variable: sympy.Rational(x)}, MORE_BITS)
        return shown_value(ball.real) if ball.is_finite() and ball.imag == 0 else None

    def values(self) -> list[Any]:
        return [self.at(x) for x in self.abscissae]

    def unbroken(self, low: Fraction, high: Fraction) -> bool:
        """Whether one finite ball encloses the curve over the whole step."""
        ends = (sympy.Rational(end) for end in (low, high))
        return bool(self.function({self.variable: interval_ball(*ends)}, BITS).is_finite())

    def continuous(self, low: Fraction, high: Fraction) -> bool:
        """Whether the curve has certainly no jump and no pole in the step, so that it does pass through zero."""
        ends = (sympy.Rational(end) for end in (low, high))
        return is_unbroken(self.expression, self.variable, tuple(ends))

    def broken_steps(self, first: int, last: int) -> Iterator[int]:
        """The steps (k from abscissa k to the next) without a finite enclosure; large pieces are tried first."""
        if self.unbroken(self.abscissae[first], self.abscissae[last]):
            return
        if last == first + 1:
            yield first
            return
        middle = (first + last) // 2
        yield from self.broken_steps(first, middle)
        yield from self.broken_steps(middle, last)

    def zeros(self, values: list[Any]) -> list[Bracket]:
        """Brackets of the zeros strictly inside the interval, in order."""
        factor, rest = self.expression.as_independent(self.variable, as_Add=False)
        rational = rational_curve(rest, self.variable, None) if factor.is_nonzero else None
        if rational is not None:
            zeros = rational.zeros(self.abscissae[0], self.abscissae[-1])
            return [zero for zero in zeros if not rational.holes(*zero, ends=zero)]
        return list(self._sign_changes(values))

    def _sign_changes(self, values: list[Any]) -> Iterator[Bracket]:
        """Steps with certified opposite signs at their ends, on which the curve is continuous, made narrow; exact zeros."""
        signs = [None if value is None else sign_of(value) for value in values]
        for k, (low, high) in enumerate(pairwise(self.abscissae)):
            below, above = signs[k], signs[k + 1]
            if below and above and below != above and self.continuous(low, high):
                yield self._narrowed((low, high), below)
            elif below and above == 0 and high != self.abscissae[-1] and signs[k + 2]:
                yield high, high

    def _narrowed(self, bracket: Bracket, below: int) -> Bracket:
        low, high = bracket
        for _ in range(MOST_BISECTIONS):
            if _rounded(low, DIGITS) == _rounded(high, DIGITS):
                break
            middle = (low + high) / 2
            value = self.at(middle)
            sign = None if value is None else sign_of(value)
            if not sign:
                break
            low, high = (middle, high) if sign == below else (low, middle)
        return low, high


def _points(curve: _Curve, values: list[Any]) -> Iterator[tuple[str, str | None]]:
    """Decimals of x and y; no y where there is no certain value, and in the middle of a step with none."""
    broken = set(curve.broken_steps(0, len(curve.abscissae) - 1))
    for k, (x, y) in enumerate(zip(curve.abscissae, _ordinates(values), strict=True)):
        yield _rounded(x, DIGITS + 1), y
        if k in broken:
            yield _rounded((x + curve.abscissae[k + 1]) / 2, DIGITS + 1), None


def _ordinates(values: list[Any]) -> list[str | None]:
    """Each value rounded to five digits of the largest one, so that what is nearly zero is not drawn out of noise."""
    middles = [None if value is None else _fraction(value.mid()) for value in values]
    radii = [None if value is None else _fraction(value.rad()) for value in values]
    largest = max((abs(middle) for middle in middles if middle is not None), default=Fraction(0))
    exponent = _decimal(largest, DIGITS).adjusted() + 1 - DIGITS if largest else -DECADES
    unit = Fraction(10) ** exponent
    return [
        None if middle is None or radius is None or radius > unit else _text(Decimal(round(middle / unit)), exponent)
        for middle, radius in zip(middles, radii, strict=True)
    ]


def _text(digits: Decimal, exponent: int) -> str:
    number = digits.scaleb(exponent).normalize()
    return "0" if number == 0 else str(number) if abs(number.adjusted()) > DIGITS else f"{number:f}"


def _shown(bracket: Bracket) -> str:
    """As many digits of a zero, at most five, as both ends of its bracket round to."""
    low, high = bracket
    for digits in range(DIGITS, 1, -1):
        if _rounded(low, digits) == _rounded(high, digits):
            return _rounded(low, digits)
    return _rounded((low + high) / 2, 2)


def _rounded(value: Fraction, digits: int) -> str:
    number = _decimal(value, digits)
    return str(number.normalize()) if abs(number.adjusted()) > LONGEST else f"{number:f}"


def _decimal(value: Fraction, digits: int) -> Decimal:
    """The nearest decimal of so many digits: Decimal division is correctly rounded."""
    return Context(prec=digits).divide(Decimal(value.numerator), Decimal(value.denominator))


def _fraction(exact: Any) -> Fraction:
    number = exact_value(exact)
    return Fraction(number)
