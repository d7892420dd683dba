"""Which share of the inputs that round as printed gives the printed number?

An input that is printed as 2.2 stands for every number from 2.15 to 2.25, each as likely as the others.  The
inputs together fill a box, and the share is the part of its volume in which the quantity lies in the printed
interval.  A corner of the box rescues nothing: it would take luck to have just those inputs.

Why the bounds cannot lie.  The box is cut in halves again and again.  For every piece there is a lower and an
upper bound of the part of it that gives the number (`_part_of`); pieces overlap only in their faces, which have
no volume.  So the sums of these bounds, exact fractions, bound the share, in whatever order the pieces are cut
and wherever the budget ends.  A constant with an uncertainty is no input of the page: it ranges over all of its
values in every piece, and the bounds hold whatever it is.  A symbol that cannot be negative has only the other
part of its interval, and a whole number is counted, not measured.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from heapq import heappop, heappush
from itertools import combinations, count
from math import ceil, factorial, floor, lcm, prod
from typing import TypeAlias

import sympy

from verify.balls import BallFunction, compile_ball
from verify.errors import GiveUp
from verify.orders.ranges import Interval, is_analytic_over, range_over
from verify.orders.reach import MOST_NUMBERS, is_of_the_line
from verify.points.by_assumptions import allowed

CORNER = Fraction(1, 20)
"""Below this share of their box the inputs give a number only by chance."""
PIECES = 400
"""Looked at in one box."""
PRECISE = Fraction(1, 1000)
"""Bounds that are that close to each other are close enough to be told, if they are on one side of CORNER."""
MOST_SLOPES = 8
"""Inputs of a piece whose slab has its volume computed: the formula has two to that power terms."""
SHORT = 96
"""Bits of a number that only has to be near another one."""

Item: TypeAlias = int
"""Which input of the page; one symbol with two different inputs is two of them."""


@dataclass(frozen=True)
class Share:
    """Certified bounds of the share."""

    low: Fraction
    high: Fraction

    @property
    def is_corner(self) -> bool:
        return self.high < CORNER

    @property
    def is_more(self) -> bool:
        return self.low >= CORNER

    def and_also(self, other: Share) -> Share:
        """The share that gives both, where they have no input in common: the box is a product, and so is the volume."""
        return Share(self.low * other.low, self.high * other.high)


NOTHING, ALL = Fraction(0), Fraction(1)
UNKNOWN = Share(NOTHING, ALL)


@dataclass(frozen=True)
class Side:
    """The numbers from low to high that an input may have, all of them or the whole ones."""

    low: sympy.Rational
    high: sympy.Rational
    whole: bool = False

    @property
    def size(self) -> Fraction:
        return _fraction(self.high - self.low) + int(self.whole)

    @property
    def can_be_cut(self) -> bool:
        return bool(self.low < self.high)

    @property
    def middle(self) -> sympy.Rational:
        middle = (self.low + self.high) / 2
        return sympy.floor(middle) if self.whole else middle

    def halves(self) -> tuple[Side, Side]:
        return Side(self.low, self.middle, self.whole), Side(self.middle + int(self.whole), self.high, self.whole)


Box: TypeAlias = dict[Item, Side]


def side_of(symbol: sympy.Symbol, interval: Interval) -> Side | None:
    """What the symbol can be of the interval; None where that is no interval and no run of whole numbers."""
    low, high = interval
    if is_of_the_line(symbol):
        low = max(low, sympy.S.Zero) if symbol.is_nonnegative else low
        high = min(high, sympy.S.Zero) if symbol.is_nonpositive else high
        return Side(low, high) if low < high else None
    if not symbol.is_integer or high - low > MOST_NUMBERS:
        return None
    numbers = [n for n in range(ceil(low), floor(high) + 1) if allowed(symbol, sympy.Integer(n))]
    if not numbers or numbers[-1] - numbers[0] >= len(numbers):
        return None
    return Side(sympy.Integer(numbers[0]), sympy.Integer(numbers[-1]), whole=True)


class Target:
    """A quantity that is to lie between two numbers, each of them enclosed.

    `inputs` says which symbols of it range over the box; `fixed` holds the intervals of the others.
    """

    def __init__(
        self,
        quantity: sympy.Expr,
        inputs: Mapping[sympy.Symbol, Item],
        fixed: Mapping[sympy.Symbol, Interval],
        ends: tuple[Interval, Interval],
    ) -> None:
        """Raises GiveUp for a quantity that cannot be enclosed."""
        self.inputs = {s: item for s, item in inputs.items() if s in quantity.free_symbols}
        self.fixed, self.low, self.high = fixed, ends[0], ends[1]
        self.function = compile_ball(quantity)
        self.slopes = {item: _slope(quantity, s) for s, item in self.inputs.items()}

    def range_over(self, piece: Box) -> Interval | None:
        return range_over(self.function, self._intervals(piece))

    def at_the_middle(self, piece: Box) -> Interval | None:
        return range_over(self.function, self._intervals({item: Side(s.middle, s.middle) for item, s in piece.items()}))

    def slopes_over(self, piece: Box) -> dict[Item, Interval] | None:
        """Enclosures of the slopes on the piece; None unless it is known to be differentiable there, and they are."""
        intervals = self._intervals(piece)
        if not is_analytic_over(self.function, intervals):
            return None
        found: dict[Item, Interval] = {}
        for item in (item for item in self.slopes if piece[item].can_be_cut):
            slope = self.slopes[item]
            interval = None if slope is None else range_over(slope, intervals)
            if interval is None:
                return None
            found[item] = interval
        return found

    def is_met(self, found: Interval | None) -> bool | None:
        """Are all numbers of the range as printed (True), or none (False)?"""
        if found is None:
            return None
        if self.low[1] <= found[0] and found[1] <= self.high[0]:
            return True
        return False if found[1] < self.low[0] or found[0] > self.high[1] else None

    def _intervals(self, piece: Box) -> dict[sympy.Symbol, Interval]:
        return {**self.fixed, **{s: (piece[item].low, piece[item].high) for s, item in self.inputs.items()}}


def _slope(quantity: sympy.Expr, symbol: sympy.Symbol) -> BallFunction | None:
    try:
        return compile_ball(sympy.diff(quantity, symbol))
    except GiveUp:
        return None


# --- the box and its pieces -------------------------------------------------------------------------


def share_of(targets: Sequence[Target], box: Box) -> Share:
    """Bounds of the share of the box in which every target is met; the budget is the same for every box."""
    low, high = _part_of(targets, box)
    order, weights = count(), _weights(targets, box)
    pieces = [(-(high - low), next(order), ALL, low, high, box)]
    for _ in range(PIECES // 2):
        if not pieces or _is_enough(low, high):
            break
        _, _, volume, least, most, piece = heappop(pieces)
        halves = list(_cut(piece, weights))
        if not halves:
            continue  # it stays as open as it is
        low, high = low - volume * least, high - volume * most
        for part, half in halves:
            least, most = _part_of(targets, half)
            low, high = low + volume * part * least, high + volume * part * most
            if least < most:
                heappush(pieces, (-volume * part * (most - least), next(order), volume * part, least, most, half))
    return Share(low, high)


def example_of(targets: Sequence[Target], box: Box) -> dict[Item, sympy.Rational] | None:
    """Inputs that give all the numbers: the first that are found in the middles of ever smaller pieces."""
    weights = _weights(targets, box)
    pieces = deque([box])
    for _ in range(PIECES):
        if not pieces:
            return None
        piece = pieces.popleft()
        if all(target.is_met(target.at_the_middle(piece)) for target in targets):
            return {item: side.middle for item, side in piece.items()}
        if all(target.is_met(target.range_over(piece)) is not False for target in targets):
            pieces += [half for _, half in _cut(piece, weights)]
    return None


def _is_enough(low: Fraction, high: Fraction) -> bool:
    return high - low <= PRECISE and (high < CORNER or low >= CORNER)


def _part_of(targets: Sequence[Target], piece: Box) -> tuple[Fraction, Fraction]:
    """Bounds of the part of the piece in which all targets are met.

    It is at most the least of their parts, and what is left when the rest of each is taken away.
    """
    parts = [_part_for(target, piece) for target in targets]
    return max(NOTHING, ALL - sum(ALL - low for low, _ in parts)), min(high for _, high in parts)


def _part_for(target: Target, piece: Box) -> tuple[Fraction, Fraction]:
    met = target.is_met(target.range_over(piece))
    if met is not None:
        return (ALL, ALL) if met else (NOTHING, NOTHING)
    return _slab(target, piece) or (NOTHING, ALL)


def _cut(piece: Box, weights: Mapping[Item, Fraction]) -> Iterator[tuple[Fraction, Box]]:
    """Both halves of a piece with their parts of it, cut where the quantities change most; nothing if it cannot be cut.

    Whole numbers come first, because they keep the rest from being measured.
    """
    sides = {item: side for item, side in piece.items() if side.can_be_cut}
    if sides:
        where = max(sides, key=lambda item: (sides[item].whole, weights[item] * sides[item].size))
        for half in piece[where].halves():
            yield half.size / piece[where].size, {**piece, where: half}


def _weights(targets: Sequence[Target], box: Box) -> dict[Item, Fraction]:
    """How much each input changes the quantities, in widths of the printed interval, at most; a guide, no bound rests on it."""
    found = dict.fromkeys(box, NOTHING)
    for target in targets:
        slopes = target.slopes_over(box)
        width = _fraction(target.high[1] - target.low[0]) or ALL
        for item in target.slopes:
            ends = None if slopes is None else slopes.get(item)
            steepest = ALL / box[item].size if ends is None else max(abs(_fraction(end)) for end in ends) / width
            found[item] = max(found[item], steepest)
    return found


# --- a piece on which the quantity is nearly linear -------------------------------------------------


def _slab(target: Target, piece: Box) -> tuple[Fraction, Fraction] | None:
    """Bounds of the part of the piece that meets the target, from the slopes; None where they are not known.

    Why they hold: by the mean value theorem f(x) = f(m) + Σ g_i (x_i − m_i), m the middle and g_i a slope
    somewhere in the piece.  With a_i near the enclosure of g_i, and w_i the length of the side, f differs from
    f(m) + Σ a_i (x_i − m_i) by at most δ = Σ max|g_i − a_i| w_i/2.  So f is as printed wherever the linear
    function is by a margin of δ, and nowhere if that misses by more than δ.  Between two values a linear function
    has a slab of the piece, whose volume is known exactly; the values are rounded to the safe side.
    """
    free = [item for item in target.slopes if piece[item].can_be_cut]
    if len(free) > MOST_SLOPES or any(piece[item].whole for item in free):
        return None
    slopes, middle = target.slopes_over(piece), target.at_the_middle(piece)
    if slopes is None or middle is None:
        return None
    found = [[_fraction(end) * piece[item].size for end in slopes[item]] for item in free]
    steps = [_short((ends[0] + ends[1]) / 2) for ends in found]
    off = sum((max(abs(end - step) for end in ends) / 2 for ends, step in zip(found, steps, strict=True)), NOTHING)
    half = sum(steps, NOTHING) / 2
    least, most = _fraction(middle[0]) - half - off, _fraction(middle[1]) - half + off
    inner = _between(steps, _short(_fraction(target.low[1]) - least, 1), _short(_fraction(target.high[0]) - most, -1))
    outer = _between(steps, _short(_fraction(target.low[0]) - most, -1), _short(_fraction(target.high[1]) - least, 1))
    return _short(inner, -1), min(_short(outer, 1), ALL)


def _between(steps: Sequence[Fraction], low: Fraction, high: Fraction) -> Fraction:
    """The volume of the part of the unit cube in which Σ steps_i u_i lies between two numbers.

    >>> _between([Fraction(1), Fraction(1)], Fraction(1, 2), Fraction(1))
    Fraction(3, 8)
    """
    if low > high:
        return NOTHING
    if not any(steps):
        return ALL if low <= 0 <= high else NOTHING
    return _below(steps, high) - _below(steps, low)


def _below(steps: Sequence[Fraction], level: Fraction) -> Fraction:
    """The volume of the part of the unit cube in which Σ steps_i u_i is at most the level.

    With all steps positive (u → 1 − u turns a sign) it is Σ_S (−1)^|S| max(level − Σ_S steps, 0)^d / (d! Π steps),
    over the corners S of the cube: the simplex below the level, less what of it is beyond each face.
    """
    unit = lcm(level.denominator, *(step.denominator for step in steps))
    sizes = [abs(int(step * unit)) for step in steps if step]
    top = int(level * unit) - sum(int(step * unit) for step in steps if step < 0)
    if top <= 0 or top >= sum(sizes):
        return NOTHING if top <= 0 else ALL
    d = len(sizes)
    corners = (corner for k in range(d + 1) for corner in combinations(sizes, k))
    total = sum((-1) ** len(corner) * max(top - sum(corner), 0) ** d for corner in corners)
    return Fraction(total, factorial(d) * prod(sizes))


def _short(number: Fraction, towards: int = 0) -> Fraction:
    """A fraction of few digits near the number, and not below (towards = 1) or not above it (−1) if that is asked."""
    if number == 0:
        return number
    shift = SHORT - number.numerator.bit_length() + number.denominator.bit_length()
    scaled = number * Fraction(2) ** shift
    return (round, ceil, floor)[towards](scaled) / Fraction(2) ** shift


def _fraction(number: sympy.Rational) -> Fraction:
    return Fraction(number)
