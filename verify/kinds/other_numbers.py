"""A printed number spoiled, so that a slip is visible in it, and mended, to the number that follows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import sympy

from verify.deciding.settings import Settings
from verify.kinds.kind import Mended, Spoiled
from verify.kinds.printed_quantity import factor_of as worth_of
from verify.kinds.printed_quantity import interval_of
from verify.orders.ranges import range_of
from verify.premises.facts import Facts
from verify.quantities.digits import in_digits_of, printed
from verify.quantities.dimension import UnitSystem
from verify.vocabulary.statements import (
    Value,
)


def spoil(value: Value) -> Spoiled:
    for what, spoiled in _visible_slips(value):
        yield what, replace(value, quantity=spoiled)
    digits = printed(value.number)
    if value.interval == digits.interval and not value.somewhere:
        for what, shift in (("last digit too high", 1), ("last digit too low", -1)):
            low, high = (end + shift * digits.last_digit for end in value.interval)
            yield what, replace(value, interval=(low, high))


def _visible_slips(value: Value) -> Iterator[tuple[str, sympy.Expr]]:
    """Slips that lead out of the printed interval from everywhere in it; the others the print does not show.

    With 0 < low <= x <= high and f > high/low, f·x is above high and x/f below low; -x is
    outside if 0 is not inside; 1/x lies between 1/high and 1/low.  Where only *some* inputs
    within their rounding must give the number, the factors are large.
    """
    low, high = (-end for end in value.interval[::-1]) if value.interval[1] <= 0 else value.interval
    if low < 0:
        return
    quantity = value.quantity
    yield "wrong sign", -quantity
    if not value.somewhere and (1 / high > high or (low > 0 and 1 / low < low)):
        yield "upside down", 1 / quantity
    if low == 0:
        return
    for what, factor in (("2", 2), ("4π", 4 * sympy.pi), ("10", 10), ("100", 100)):
        factor = sympy.sympify(factor, strict=True)
        if factor > high / low and (factor > 9 or not value.somewhere):
            yield f"factor {what}", factor * quantity
            yield f"factor 1/{what}" if len(what) == 1 else f"factor 1/({what})", quantity / factor


def mend(statement: Value, facts: Facts, settings: Settings) -> Mended:
    for what, spoiled in spoil(statement):
        if what.startswith("factor"):
            yield spoiled, "factor", f"a {what} is missing; with it the printed number follows"
    if (number := rounded(statement, settings.units, facts)) is not None:
        yield number, "number", f"to its digits the number is {number.number}"


def rounded(value: Value, system: UnitSystem, facts: Facts | None = None) -> Value | None:
    """The claim with the number to which the quantity, by its premises, rounds at the printed digits, or None.

    Only a candidate: the check of a value decides it as any other.
    """
    digits = printed(value.number)
    premises = {} if facts is None else facts.parametrisation.values
    dependent = {symbol: by for symbol, by in premises.items() if not _is_known(symbol, value)}
    quantity = value.quantity.subs(dependent, simultaneous=True)
    if value.interval != digits.interval or any(not _is_known(s, value) for s in quantity.free_symbols):
        return None
    ends = {s: interval_of(constant, system) for s, constant in value.constants}
    middle = {s: (low + high) / 2 for s, (low, high) in ends.items()}
    central = quantity.subs(middle) / worth_of(value.unit, system)
    enclosure = range_of(central, {})
    if enclosure is None:
        return None
    text = in_digits_of(enclosure[0], value.number)
    return None if text is None else replace(value, number=text, interval=printed(text).interval)


def _is_known(symbol: sympy.Symbol, value: Value) -> bool:
    return any(symbol == known for known, _ in value.constants)
