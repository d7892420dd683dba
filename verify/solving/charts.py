"""Coordinates in which a condition becomes an assumption: R > r turns into R = r + h, h positive.

A *chart* replaces symbols by expressions in new symbols whose declared signs say what
the condition says.  An equation that is proved for all values of the new symbols holds
at every point that the chart covers; every chart here covers at least all points of the
domain that satisfy the condition (it may cover more, which only asks for more).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import sympy
from sympy.core.relational import Relational
from sympy.logic.boolalg import Boolean

from verify.normal_form.signs import sign_set
from verify.solving.replacement import put
from verify.terms.sign_algebra import NEGATIVE, NONNEGATIVE, NONPOSITIVE, POSITIVE, UNKNOWN, ZERO, Signs, margin
from verify.terms.survey import by_name

ROUNDS = 3
BINDING = (sympy.Integral, sympy.Sum, sympy.Product, sympy.Derivative, sympy.Subs, sympy.Limit)


@dataclass
class Chart:
    """`forward` maps original symbols to new expressions, `backward` new symbols to original expressions."""

    forward: dict[Any, Any] = field(default_factory=dict)
    backward: dict[Any, Any] = field(default_factory=dict)

    def apply(self, expr: sympy.Expr) -> Any:
        """The expression in the new symbols."""
        return _put(self.forward, expr)

    def restore(self, expr: sympy.Expr) -> Any:
        """The expression in the original symbols."""
        return _put(self.backward, expr)

    def then(self, symbol: sympy.Symbol, value: sympy.Expr, new: Any | None, meaning: sympy.Expr) -> Chart:
        """This chart followed by symbol = value, where `new` is the new symbol and `meaning` what it was before."""
        step = {symbol: value}
        forward = {old: expr.subs(step) for old, expr in self.forward.items()}
        if symbol not in self.backward:
            forward[symbol] = value
        backward = dict(self.backward)
        if new is not None:
            backward[new] = self.restore(meaning)
        return Chart(forward, backward)


def _put(values: dict[Any, Any], expr: sympy.Expr) -> Any:
    """The expression with symbols replaced by values; bound variables are left to SymPy's slower `subs`.

    A derivative keeps its symbols: that a = b − h at every point of a domain does not make a vary with b.
    """
    if not values:
        return expr
    kept = {
        part: sympy.Dummy(f"d{k}")
        for k, part in enumerate(sorted(expr.atoms(sympy.Derivative, sympy.Subs), key=by_name))
    }
    if kept:
        back = {dummy: part for part, dummy in kept.items()}
        return _put(values, expr.xreplace(kept)).xreplace(back)
    if expr.has(Relational):
        return put(expr, values)
    return expr.subs(values, simultaneous=True) if expr.has(*BINDING) else expr.xreplace(values)


def chart_of(conditions: Iterable[Any]) -> Chart:
    """The chart that builds in as many of the conditions as it can; the others are left aside.

    >>> r, R = sympy.symbols("r R", positive=True)
    >>> sign_set(chart_of([r < R]).apply(R**2 - r**2)) == POSITIVE
    True
    >>> x = sympy.Symbol("x", real=True)
    >>> sign_set(chart_of([x < 1, x > -1]).apply(1 - x**2)) == POSITIVE
    True
    """
    chart = Chart()
    pending = [c for c in conditions if isinstance(c, Relational)]
    for _ in range(ROUNDS):
        left = []
        for condition in pending:
            extended = _build_in(chart, condition)
            if extended is None:
                left.append(condition)
            else:
                chart = extended
        if len(left) == len(pending):
            break
        pending = left
    return chart


def _build_in(chart: Chart, condition: Boolean) -> Chart | None:
    told = margin(condition)
    return None if told is None else restrict(chart, chart.apply(told[0]), told[1])


def restrict(chart: Chart, switch: sympy.Expr, signs: Signs) -> Chart | None:
    """The chart on which `switch` (in the chart's symbols) has the given signs, or None if there is no simple one.

    The switch must be linear in a real symbol with a coefficient of certain sign.
    """
    if sign_set(switch) in (signs, POSITIVE if signs == NONNEGATIVE else signs):
        return chart
    if signs in (NEGATIVE, NONPOSITIVE):
        switch, signs = -switch, POSITIVE if signs == NEGATIVE else NONNEGATIVE
    if signs == UNKNOWN:
        return chart
    for symbol in sorted(switch.free_symbols, key=_preference):
        linear = _linear(switch, symbol)
        if linear is None:
            continue
        slope, level, rising = linear
        limit = -level / slope
        if signs == ZERO:
            return chart.then(symbol, limit, None, None)
        found = _above(chart, symbol, limit, signs) if rising else _below(chart, symbol, limit, signs)
        if found is not None:
            return found
    return None


def _preference(symbol: sympy.Symbol) -> tuple[bool, str]:
    return (bool(symbol.is_nonnegative or symbol.is_nonpositive), str(symbol))


def _linear(switch: sympy.Expr, symbol: sympy.Symbol) -> tuple[Any, Any, bool] | None:
    """(slope, level, slope > 0) if switch = slope·symbol + level with a slope of certain sign."""
    if not symbol.is_extended_real or not switch.is_polynomial(symbol):
        return None
    poly = sympy.Poly(switch, symbol)
    if poly.degree() != 1:
        return None
    slope, level = poly.all_coeffs()
    signs = sign_set(slope)
    if signs not in (POSITIVE, NEGATIVE):
        return None
    return slope, level, signs == POSITIVE


def _new(signs: Signs, integer: bool = False) -> Any:
    return sympy.Dummy("h", integer=integer or None, **signs.assumptions)


def _above(chart: Chart, symbol: sympy.Symbol, limit: sympy.Expr, signs: Signs) -> Chart | None:
    """symbol = limit + h; not for a symbol of known sign that this would hide."""
    if symbol.is_nonpositive:
        return None
    if symbol.is_nonnegative and sign_set(limit) not in (POSITIVE, NONNEGATIVE, ZERO):
        return None
    new = _new(signs, bool(symbol.is_integer and limit.is_integer))
    return chart.then(symbol, limit + new, new, symbol - limit)


def _below(chart: Chart, symbol: sympy.Symbol, limit: sympy.Expr, signs: Signs) -> Chart | None:
    """symbol = limit - h, or limit/(1 + h) for a positive symbol with a positive limit."""
    if symbol.is_negative or symbol.is_nonpositive:
        return None
    if symbol.is_positive:
        if sign_set(limit) != POSITIVE:
            return None
        new = _new(signs)
        return chart.then(symbol, limit / (1 + new), new, limit / symbol - 1)
    if symbol.is_nonnegative:
        if sign_set(limit) != POSITIVE or signs != POSITIVE:
            return None
        new = _new(NONNEGATIVE)
        return chart.then(symbol, limit * new / (1 + new), new, symbol / (limit - symbol))
    new = _new(signs, bool(symbol.is_integer and limit.is_integer))
    return chart.then(symbol, limit - new, new, limit - symbol)
