"""Signs of a function of one variable between two ends, which are constants or infinite (`verify.orders.slopes` and `verify.closed_forms.kinks` say why)."""

from __future__ import annotations

from typing import Any

import sympy

from verify.closed_forms.kinks import cut, order_of_constants
from verify.errors import GiveUp
from verify.normal_form.signs import sign_set
from verify.orders.intervals import chart
from verify.orders.slopes import UNDEFINED, Profile, Slopes, is_in_reach
from verify.points.exact_numbers import certain_sign
from verify.solving.putting import with_values
from verify.terms.sign_algebra import NEGATIVE, POSITIVE
from verify.terms.survey import TooBig


def profile(g: Any, x: Any, low: Any, high: Any) -> Profile | None:
    """Where g is positive, zero and negative for low < x < high; None if it is not known."""
    if not is_in_reach(g) or g.free_symbols - {x} or any(end.free_symbols for end in (low, high)):
        return None
    place = sympy.Dummy("x", real=True)
    try:
        return Slopes(place).profile(with_values(g, {x: place}), low, high, 0)
    except TooBig:
        return None


def sign_between(g: Any, x: Any, low: Any, high: Any, with_zeros: bool = True) -> int | None:
    """The one sign of g between the ends, in whatever order, but perhaps for single zeros of it; None if that is not certain.

    >>> x = sympy.Symbol("x", real=True)
    >>> sign_between(sympy.cos(x), x, sympy.S.Zero, sympy.pi / 2), sign_between(sympy.cos(x), x, sympy.S.Zero, sympy.pi)
    (1, None)
    """
    if low == sympy.oo or high == -sympy.oo:
        low, high = high, low
    if low == high or low == sympy.oo or high == -sympy.oo:
        return None
    inside, _ = chart(low, high)
    evident = sign_set(with_values(g, {x: inside}))
    if evident in (POSITIVE, NEGATIVE):
        return 1 if evident == POSITIVE else -1
    if g.free_symbols - {x} or low.free_symbols or high.free_symbols:
        return None
    if low.is_finite and high.is_finite:
        order = certain_sign(high - low)
        if order not in (-1, 1):
            return None
        low, high = (low, high) if order == 1 else (high, low)
    signs = _by_balls(g, x, low, high, with_zeros) or _by_slopes(g, x, low, high, with_zeros)
    return signs.pop() if signs is not None and len(signs) == 1 and 0 not in signs else None


def _by_balls(g: Any, x: Any, low: Any, high: Any, with_zeros: bool) -> set[int] | None:
    place = sympy.Dummy("x", real=True)
    try:
        found = cut(with_values(g, {x: place}), place, low, high, order_of_constants)
    except (GiveUp, TooBig):
        return None
    return None if found is None or (found.places and not with_zeros) else set(found.signs)


def _by_slopes(g: Any, x: Any, low: Any, high: Any, with_zeros: bool) -> set[int] | None:
    found = profile(g, x, low, high)
    if found is None or any(one.sign == UNDEFINED or not with_zeros for one in found.cuts):
        return None
    return set(found.signs)
