"""Slips in statements about curves and columns: the other sign, a shifted digit, the wrong order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from verify.quantities.digits import printed
from verify.terms.slips import slips
from verify.vocabulary.columns import Correlation
from verify.vocabulary.curves import Crossing, Leading, OnInterval, OnlyRoot, RootsFor, Threshold

CURVE_STATEMENTS: tuple[type, ...] = (OnInterval, OnlyRoot, Crossing, RootsFor, Threshold, Leading, Correlation)
REVERSED = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}


def spoil_curve(statement: Any) -> Iterator[tuple[str, Any]]:
    """Spoiled copies of a statement about a curve or a column, with the slip in words."""
    if isinstance(statement, OnInterval):
        yield "inequality reversed", replace(statement, rel=REVERSED[statement.rel])
        yield "wrong sign", replace(statement, expression=-statement.expression)
    elif isinstance(statement, (OnlyRoot, Crossing, Threshold)):
        yield from _shifted(statement)
        if isinstance(statement, OnlyRoot) and statement.exactly is not None:
            for slip in slips(statement.exactly, most=2):
                if slip.result.is_number and slip.result.is_real:
                    yield f"{slip.says} in the exact value", replace(statement, exactly=slip.result)
        if isinstance(statement, Crossing):
            yield "sense of the crossing reversed", replace(statement, rising=not statement.rising)
            yield "wrong sign", replace(statement, expression=-statement.expression)
    elif isinstance(statement, RootsFor):
        yield "'none' for 'one', or 'one' for 'none'", replace(statement, exist=not statement.exist)
        if statement.exist:
            opposite = statement.expression.subs(statement.parameter, -statement.parameter)
            yield "sign of the parameter", replace(statement, expression=opposite)
    elif isinstance(statement, Leading):
        yield "order too small", replace(statement, exponent=statement.exponent - 1)
        if statement.coefficient is not None:
            yield "coefficient doubled", replace(statement, coefficient=2 * statement.coefficient)
            yield "wrong sign", replace(statement, coefficient=-statement.coefficient)
    elif isinstance(statement, Correlation):
        yield "weak for strong", replace(statement, at_most=not statement.at_most)
        yield "second column with the wrong sign", replace(statement, ys=tuple(-y for y in statement.ys))


def _shifted(statement: Any) -> Iterator[tuple[str, Any]]:
    digit = printed(statement.number).last_digit
    for what, shift in (("last digit too high", 1), ("last digit too low", -1)):
        low, high = (end + shift * digit for end in statement.interval)
        yield what, replace(statement, interval=(low, high))
