"""For which values of a parameter has f(x, c) a zero between two ends?  By enclosures over both at once.

*One for every c*: the range of c is cut, and on each part f has certified opposite signs at two places inside, for all these c,
and is continuous between them, by the ball rules on boxes that cover x and c.  *None for any c*: enclosures over boxes that cover all x,
the ends included, and all c have no zero, or the mean value theorem with enclosed slopes says so; on a tail the signs of terms say so.  Ends of the range of c are covered, too, although nothing is said of
them: where a zero begins or ends just there nothing is shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any

import sympy

from verify.balls import BallFunction, compile_ball
from verify.balls.derivatives import differentiated
from verify.normal_form.signs import is_nonzero
from verify.orders.ranges import is_analytic_over, is_unbroken_over, met_over, range_over
from verify.regularity.conditions import must_not_vanish
from verify.regularity.side_conditions import as_conditions
from verify.solving.putting import with_values

MOST_BOXES = 1500
DEEPEST = 6
THIRD, THIRDS = sympy.Rational(3, 8), 16
BITS = 64
SHARES = tuple(map(sympy.Rational, ("1/2", "1/4", "3/4", "1/16", "15/16", "1/8", "7/8", "1/256", "255/256")))
DISTANCES = tuple(map(sympy.Rational, ("1/16", "1/4", "1", "3", "10", "40", "200")))

Range = tuple[Any, Any]


def always(f: Any, x: Any, ends: Range, c: Any, range_: Range) -> bool:
    """Has f certainly a zero between the ends for every c of the closed range?"""
    return _always(f, compile_ball(f), x, _places(*ends), c, range_, DEEPEST)


def _always(f: Any, ball: BallFunction, x: Any, places: list[Any], c: Any, range_: Range, depth: int) -> bool:
    signs = [(place, _sign(ball, {x: (place, place), c: range_})) for place in places]
    if len({sign for _, sign in signs if sign}) < 2:
        signs += [(p, _sign(ball, {x: (p, p), c: range_})) for p in _extremes(ball, x, places, c, range_)]
    for (a, one), (b, other) in combinations(sorted(pair for pair in signs if pair[1]), 2):
        if one != other and is_unbroken_over(f, x, {x: (a, b), c: range_}):
            return True
    middle = (range_[0] + range_[1]) / 2
    halves = ((range_[0], middle), (middle, range_[1]))
    return depth > 0 and all(_always(f, ball, x, places, c, half, depth - 1) for half in halves)


def _extremes(ball: BallFunction, x: Any, places: list[Any], c: Any, range_: Range) -> Iterator[Any]:
    """Places near the least and the greatest value at one c, by thirds: candidates only."""
    middle = (range_[0] + range_[1]) / 2

    def value(place: Any) -> Any:
        found = range_over(ball, {x: (place, place), c: (middle, middle)}, BITS)
        return None if found is None else found[0]

    values = [(value(place), k) for k, place in enumerate(places)]
    known = [pair for pair in values if pair[0] is not None]
    for way in (1, -1) if known else ():
        k = min(known, key=lambda pair: way * pair[0])[1]
        a, b = places[max(k - 1, 0)], places[min(k + 1, len(places) - 1)]
        for _ in range(THIRDS):
            inner = a + (b - a) * THIRD, b - (b - a) * THIRD
            left, right = map(value, inner)
            if left is None or right is None:
                break
            a, b = (a, inner[1]) if way * left < way * right else (inner[0], b)
        yield (a + b) / 2


def never(f: Any, x: Any, ends: Range, c: Any, range_: Range, lost: tuple[Any, ...] = ()) -> bool:
    """Has f certainly no zero between the ends, and is it defined there, for any c of the closed range?"""
    low, high = ends
    for end, side in ((low, -1), (high, 1)):
        if end.is_infinite:
            other = high if side < 0 else low
            place = side * 16 + (other if other.is_finite else sympy.S.Zero)
            if not _has_a_signed_tail(f, x, place, side, c, range_) or lost:
                return False
            low, high = (place, high) if side < 0 else (low, place)
    ball, waiting, looks = compile_ball(f), [((low, high), range_)], 0
    slopes = [None if slope is None else compile_ball(slope) for slope in (differentiated(f, x), differentiated(f, c))]
    while waiting:
        (a, b), (first, last) = waiting.pop()
        looks += 1
        box = {x: (a, b), c: (first, last)}
        if (_sign(ball, box) or _sign_by_slopes(ball, slopes, box)) and met_over(lost, box):
            continue
        if looks > MOST_BOXES:
            return False
        if (b - a) / (high - low) >= (last - first) / (range_[1] - range_[0]):
            waiting += [((a, (a + b) / 2), (first, last)), (((a + b) / 2, b), (first, last))]
        else:
            waiting += [((a, b), (first, (first + last) / 2)), ((a, b), ((first + last) / 2, last))]
    return True


def _has_a_signed_tail(f: Any, x: Any, place: Any, side: int, c: Any, range_: Range) -> bool:
    h = sympy.Dummy("h", nonnegative=True)
    first, last = range_
    share = sympy.Dummy("s", nonnegative=True)
    values = {x: place + side * h, c: (first + last * share) / (1 + share)}
    there = with_values(f, values)
    ends = with_values(f, {x: place + side * h, c: last})
    return all(is_nonzero(part) and not as_conditions(must_not_vanish((part,))) for part in (there, ends))


def _sign_by_slopes(ball: BallFunction, slopes: list[BallFunction | None], box: dict[Any, Range]) -> int:
    """The same by the mean value theorem, where f is differentiable on the whole box."""
    middle = {letter: ((a + b) / 2, (a + b) / 2) for letter, (a, b) in box.items()}
    found = range_over(ball, middle, BITS)
    if found is None or not is_analytic_over(ball, box):
        return 0
    swing = sympy.S.Zero
    for slope, (a, b) in zip(slopes, box.values(), strict=True):
        steep = None if slope is None else range_over(slope, box, BITS)
        if steep is None:
            return 0
        swing += max(abs(steep[0]), abs(steep[1])) * (b - a) / 2
    return 1 if found[0] > swing else -1 if found[1] < -swing else 0


def _sign(ball: BallFunction, box: dict[Any, Range]) -> int:
    """The sign of an enclosure over the box, or 0 if it may vanish."""
    found = range_over(ball, box, BITS)
    return 0 if found is None else 1 if found[0] > 0 else -1 if found[1] < 0 else 0


def _places(low: Any, high: Any) -> list[Any]:
    return sorted(set(_inside(low, high)))


def _inside(low: Any, high: Any) -> Iterator[Any]:
    if low.is_finite and high.is_finite:
        yield from (low + (high - low) * share for share in SHARES)
    elif low.is_finite:
        yield from (low + distance for distance in DISTANCES)
    elif high.is_finite:
        yield from (high - distance for distance in DISTANCES)
    else:
        yield sympy.S.Zero
        yield from (side * distance for distance in DISTANCES for side in (1, -1))
