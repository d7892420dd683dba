"""How far apart the sides of a refuted line are, over its one parameter, and where it is false: a picture for the reader.

An illustration: no verdict rests on it, and where it cannot be drawn there is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import sympy

from verify.errors import ClaimError, GiveUp
from verify.kinds.over_interval import OnInterval
from verify.premises.facts import Facts
from verify.terms.openness import plain
from verify.theorems.figures import over
from verify.verdicts import Drawing, DrawnCurve
from verify.vocabulary.readings import Reading
from verify.vocabulary.statement import Statement
from verify.vocabulary.statements import Relation
from verify.wording import brief, name

MOST_CURVES = 4
SIGNS = {"<=": "≤", ">=": "≥"}
INSET = Fraction(1, 400)
"""The part of an interval that is left out at an end, where a curve may have a pole."""
WIDE = 2
"""Where nothing bounds a symbol, it is drawn to so many times its value in the counterexample."""


def residual(reading: Reading, point: tuple[tuple[str, str], ...]) -> Drawing | None:
    """The picture of a refuted reading with a counterexample; None where it has no parameter of its own, or more than one."""
    try:
        facts = Facts.of(reading)
        curves = [
            curve for statement in reading.statements for curve in _curves(statement, reading, facts, dict(point))
        ]
        return _drawn(curves[:MOST_CURVES])
    except (ClaimError, GiveUp, ArithmeticError, TypeError, ValueError, AttributeError, NotImplementedError):
        return None


Curve = tuple[str, str, sympy.Expr, sympy.Symbol, tuple[Fraction, Fraction], str]
"""Its name, that of its parameter, y(x), x, where it is drawn, and how y should be related to zero."""


def _drawn(curves: list[Curve]) -> Drawing | None:
    parameters = {(curve[1], curve[4]) for curve in curves}
    if len(parameters) != 1:
        return None
    ((x_label, (low, high)),) = parameters
    made, failing = [], list[tuple[str, str]]()
    for label, _, expression, variable, _, rel in curves:
        points, false = over(expression, variable, low, high, rel)
        made.append(DrawnCurve(label, points))
        failing += false
    if not failing:
        return None
    needed = f"should be {SIGNS.get(curves[0][5], curves[0][5])} 0"
    title = made[0].label if len(made) == 1 else f"what {needed}"
    return Drawing(title, x_label, needed, tuple(made), failing=tuple(dict.fromkeys(failing)))


def _curves(statement: Statement, reading: Reading, facts: Facts, point: dict[str, str]) -> Iterator[Curve]:
    if isinstance(statement, OnInterval):
        yield from _over_interval(statement, facts)
    elif isinstance(statement, Relation) and not statement.arguments:
        yield from _of_relation(statement, reading, facts, point)


def _over_interval(statement: OnInterval, facts: Facts) -> Iterator[Curve]:
    expression = facts.parametrisation.apply(statement.expression)
    if statement.scale is not None:
        expression = expression.subs(statement.scale, 1)
    alone = _alone(expression, statement.unknown)
    if alone is not None and len(statement.interval_ends()) == 2:
        low, high = (Fraction(int(end.p), int(end.q)) for end in map(sympy.Rational, (statement.low, statement.high)))
        x = name(statement.unknown)
        label = statement.called or brief(expression) or "left side less right side"
        x_label = x if statement.scale is None else f"{x}/{name(statement.scale)}"
        yield label, x_label, alone, statement.unknown, _inside(low, high), statement.rel


def _of_relation(statement: Relation, reading: Reading, facts: Facts, point: dict[str, str]) -> Iterator[Curve]:
    lhs, rhs = (facts.parametrisation.apply(side) for side in (statement.lhs, statement.rhs))
    symbols = lhs.free_symbols | rhs.free_symbols
    if len(symbols) != 1 or statement.rel not in ("<", "<=", ">", ">="):
        return
    (symbol,) = symbols
    place = _place(symbol, reading, point.get(name(symbol)))
    if place is not None:
        yield "left side less right side", name(symbol), lhs - rhs, symbol, _inside(*place), statement.rel


def _alone(expression: sympy.Expr, variable: sympy.Symbol) -> sympy.Expr | None:
    """The expression without a factor of certain sign; None where other symbols are left."""
    factor, rest = expression.as_independent(variable, as_Add=False)
    if factor.free_symbols and factor.is_positive:
        expression = rest
    elif factor.free_symbols and factor.is_negative:
        expression = -rest
    return expression if expression.free_symbols == {variable} else None


def _place(symbol: sympy.Symbol, reading: Reading, shown: str | None) -> tuple[Fraction, Fraction] | None:
    """Between the bounds that its conditions and its sign give it, or round the counterexample where they give none."""
    lows, highs = ([Fraction(0)] if symbol.is_positive or symbol.is_nonnegative else []), list[Fraction]()
    for condition in plain(reading.where):
        if isinstance(condition, sympy.core.relational.Relational) and condition.free_symbols == {symbol}:
            for side, other, above in ((condition.gts, condition.lts, True), (condition.lts, condition.gts, False)):
                if side == symbol and other.is_Rational:
                    (lows if above else highs).append(Fraction(int(other.p), int(other.q)))
    try:
        at = Fraction(shown) if shown else None
    except ValueError:
        at = None
    if at is None and not (lows and highs):
        return None
    far = abs(at or Fraction(1)) * WIDE
    low, high = max(lows, default=-far), min(highs, default=far)
    return (low, high) if low < high else None


def _inside(low: Fraction, high: Fraction) -> tuple[Fraction, Fraction]:
    margin = (high - low) * INSET
    return low + margin, high - margin
