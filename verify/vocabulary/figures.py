"""Figures of a paper, as frozen data: which curves to recompute, over what, and where the page says they cross zero."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import sympy

from verify.errors import ClaimError
from verify.quantities.digits import decimal
from verify.quantities.exact import exact

MOST_CURVES = 6
DECADES = 99
LARGEST = 10**DECADES
"""No drawing shows a number beyond this."""


@dataclass(frozen=True)
class Figure:
    """Curves over one variable, and the zeros that the page prints.

    `interval` and `printed` count x in `x_unit`; the values are shown in `y_unit`.  It is
    an illustration: no verdict rests on it.
    """

    title: str
    x_label: str
    y_label: str
    variable: sympy.Symbol
    interval: tuple[sympy.Rational, sympy.Rational]
    curves: tuple[tuple[str, sympy.Expr], ...]
    printed: tuple[tuple[str, str], ...] = ()
    x_unit: sympy.Expr = sympy.S.One
    y_unit: sympy.Expr = sympy.S.One


def figure(
    title: str,
    *,
    x: str,
    y: str,
    variable: sympy.Symbol,
    interval: tuple[Any, Any],
    curves: Mapping[str, Any],
    printed: Mapping[str, str] | None = None,
    x_unit: Any = 1,
    y_unit: Any = 1,
) -> Figure:
    """A figure whose curves, named as in its key, are drawn beside the claim.

    `printed` gives for a curve where the page says that it crosses zero, as printed.  Raises
    ClaimError for a curve with a symbol other than the variable, for a printed crossing of an
    unknown curve, and for an empty interval.
    """
    found = Figure(
        title,
        x,
        y,
        variable,
        (exact(interval[0]), exact(interval[1])),
        tuple((label, exact(expression)) for label, expression in curves.items()),
        tuple((printed or {}).items()),
        exact(x_unit),
        exact(y_unit),
    )
    _check(found)
    return found


def _check(found: Figure) -> None:
    where = f"figure {found.title!r}"
    for name, text in (("title", found.title), ("x", found.x_label), ("y", found.y_label)):
        if not text.strip():
            raise ClaimError(f"{where}: {name} is empty; expected words for the reader")
    if not 1 <= len(found.curves) <= MOST_CURVES:
        raise ClaimError(f"{where}: {len(found.curves)} curves; expected 1 to {MOST_CURVES}")
    low, high = found.interval
    if not (low.is_Rational and high.is_Rational and low < high):
        raise ClaimError(f"{where}: interval from {low} to {high}; expected two rational numbers, low < high")
    if max(abs(low), abs(high)) >= LARGEST:
        raise ClaimError(f"{where}: the interval reaches beyond 10^{DECADES}; expected ends that can be drawn")
    x = found.variable
    outside = (x.is_positive and low <= 0) or (x.is_nonnegative and low < 0) or (x.is_nonpositive and high > 0)
    if outside or not x.is_real or x.is_integer:
        raise ClaimError(f"{where}: {x} from {low} to {high}; expected a real variable whose assumptions hold there")
    for name, unit in (("x_unit", found.x_unit), ("y_unit", found.y_unit)):
        if not unit.is_positive:
            raise ClaimError(f"{where}: {name}={unit}; expected a positive number")
    if not found.x_unit.is_Rational:
        raise ClaimError(f"{where}: x_unit={found.x_unit}; expected a rational number")
    for label, expression in found.curves:
        strange = sorted(str(symbol) for symbol in expression.free_symbols - {found.variable})
        if strange:
            raise ClaimError(f"{where}: curve {label!r} contains {', '.join(strange)}; expected {found.variable} only")
    labels = [label for label, _ in found.curves]
    for label, number in found.printed:
        if label not in labels:
            raise ClaimError(f"{where}: printed crossing of {label!r}; expected one of {', '.join(map(repr, labels))}")
        decimal(number)
