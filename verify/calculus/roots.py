"""Zeros, poles and signs of a function of one variable over an interval: how many there are, certified.

`study(f, x, low, high)` cuts the open interval into pieces, each of which is one of these, or is left open:

- *signed*: an enclosure of f over the closed piece has no zero, so that f is defined there and has this sign, be it continuous or not;
- *monotone*: f is analytic on the closed piece, by the ball rules, and an enclosure of f' has no zero: there is one zero if the signs
  at the ends, which are certified, are opposite, and none if they are not;
- *one pole*: f = N/D, proved; N and D are analytic on the closed piece, N has no zero there, and D is monotone with opposite signs at
  the ends;
- *at an end of the interval where f is analytic and exactly zero*: f, ..., f^(k-1) are exactly 0 there and f^(k) has no zero on the
  piece, so that f has its sign (Taylor), and no zero inside;
- *a tail*, towards infinity or an end at which f is singular: f has one sign there by `verify.calculus.one_sign` and is defined, as
  nothing that must not vanish does.

A double zero is no change of sign, and stays open, as do jumps, kinks and branch points inside.  Places at which a piece is cut are
rational; that a pole or a zero lies at such a place is no matter, as then no sign is certain there and another place is taken.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import sympy

from verify.balls import BallFunction, compile_ball
from verify.balls.derivatives import differentiated
from verify.calculus.one_sign import sign_between
from verify.errors import GiveUp
from verify.orders.intervals import chart
from verify.orders.ranges import is_analytic_over, met_over, range_over
from verify.points.exact_numbers import decide_constant
from verify.proofs.equality import prove_equal
from verify.regularity.conditions import must_not_vanish
from verify.regularity.side_conditions import as_conditions
from verify.solving.putting import with_values
from verify.terms.requirements import Requirement
from verify.terms.survey import TooBig

MOST_PIECES = 1500
HIGHEST_ORDER = 4
BITS = (64, 192, 640)
CUTS = tuple(map(sympy.Rational, ("29/64", "35/64", "19/64", "45/64")))
FAR = tuple(map(sympy.Rational, ("29/7", "115/7", "449/7", "1793/7", "7177/7")))
NEAR = tuple(sympy.Rational(1, 2**k) for k in (3, 6, 10, 20, 40))
SOME = 8
SMALLEST = sympy.Rational(1, 2**30)
"""Of the interval: a piece that is no longer and still undecided is left open."""

Piece = tuple[Any, Any]


@dataclass
class Study:
    """What is certain: brackets with one zero or one pole each, pieces with one sign, and what is left open."""

    zeros: list[Piece] = field(default_factory=list)
    poles: list[Piece] = field(default_factory=list)
    signs: list[tuple[Piece, int]] = field(default_factory=list)
    open: list[Piece] = field(default_factory=list)


def study(f: Any, x: Any, low: Any, high: Any, lost: Iterable[Any] = ()) -> Study:
    """Of low < x < high, ends that are rational or infinite.  `lost` must not vanish either.  Raises GiveUp.

    >>> x = sympy.Symbol("x", real=True)
    >>> found = study(sympy.tan(x) - x, x, sympy.Integer(1), sympy.Integer(5))
    >>> len(found.zeros), len(found.poles), found.open
    (1, 2, [])
    """
    try:
        return _Search(f, x, tuple(lost)).over(low, high)
    except (TooBig, TypeError, ValueError) as problem:
        raise GiveUp(f"the curve could not be enclosed ({problem})") from problem


class _Search:
    def __init__(self, f: Any, x: Any, lost: tuple[Any, ...]) -> None:
        self.f, self.x, self.lost = f, x, lost
        self.slopes: list[BallFunction | None] = [compile_ball(f)]
        self.exact = [f]
        self.quotient = self._quotient()
        self.found, self.looks, self.width = Study(), 0, sympy.S.One

    def _quotient(self) -> list[BallFunction] | None:
        """Numerator, denominator and its slope, of which f is proved to be the quotient."""
        plain = self.f.replace(sympy.tan, lambda a: sympy.sin(a) / sympy.cos(a))
        plain = plain.replace(sympy.cot, lambda a: sympy.cos(a) / sympy.sin(a))
        top, bottom = sympy.fraction(sympy.together(plain))
        slope = differentiated(bottom, self.x)
        if self.x not in bottom.free_symbols or slope is None or prove_equal(self.f, top / bottom) is None:
            return None
        try:
            return [compile_ball(part) for part in (top, bottom, slope)]
        except GiveUp:
            return None

    # --- the interval

    def over(self, low: Any, high: Any) -> Study:
        left, right = self._far(low, high, -1), self._far(high, low, 1)
        if left is None or right is None:
            self.found.open.append((low, high))
            return self.found
        if left >= right:
            raise GiveUp("the interval is too narrow for its ends")
        self.width = right - left
        start, end = self._at_an_end(low, left, right, -1), self._at_an_end(high, right, left, 1)
        if start < end:
            self._between(start, end)
        self.found.zeros.sort()
        self.found.signs.sort(key=lambda pair: pair[0])
        self.found.poles.sort()
        self.found.open.sort()
        return self.found

    def _far(self, end: Any, other: Any, side: int) -> Any | None:
        """The end, or a number beyond which f has one sign up to infinity."""
        if end.is_finite:
            return end
        base = sympy.ceiling(other * side) if other.is_finite and other * side > 0 else sympy.S.Zero
        for distance in FAR:
            place = side * (base + distance)
            sign = self._tail(place, end)
            if sign is not None:
                self.found.signs.append(((place, place + 2) if side > 0 else (place - 2, place), sign))
                return place
        return None

    def _tail(self, place: Any, end: Any) -> int | None:
        """The one sign of f between them, where it is defined and has no zero."""
        low, high = (place, end) if end == sympy.oo or (end.is_finite and place < end) else (end, place)
        inside, h = chart(low, high)
        there = with_values(self.f, {self.x: inside})
        needs = [*must_not_vanish((there,)), *(with_values(need, {self.x: inside}) for need in self.lost)]
        for condition in as_conditions(needs):
            if not isinstance(condition, sympy.Ne) or condition.free_symbols != {h}:
                return None
            if sign_between(condition.lhs - condition.rhs, h, sympy.S.Zero, sympy.oo, with_zeros=False) is None:
                return None
        return sign_between(self.f, self.x, low, high, with_zeros=False)

    def _at_an_end(self, end: Any, place: Any, other: Any, side: int) -> Any:
        """Where the piece at the end of the interval stops: one on which f has one sign, or one that is left open."""
        if end != place:
            return place  # a tail, which is done
        if self._is_regular((place, place)) and self._sign(place) is not None:
            return place
        for share in NEAR:
            inner = place + (other - place) * share
            piece = (place, inner) if side < 0 else (inner, place)
            sign = self._sign_over(piece)
            if sign is None and self._is_regular(piece):
                sign = self._of_taylor(place, piece, side)
            elif sign is None:
                sign = self._tail(inner, place)
                sign = self._of_quotient_at_the_end(place, piece, side) if sign is None else sign
            if sign is not None:
                self.found.signs.append((piece, sign))
                return inner
        inner = place + (other - place) * NEAR[-1]
        self.found.open.append((place, inner) if side < 0 else (inner, place))
        return inner

    def _of_taylor(self, place: Any, piece: Piece, side: int) -> int | None:
        for k in range(HIGHEST_ORDER + 1):
            slope = self._slope(k)
            if slope is None:
                return None
            if decide_constant(with_values(self.exact[k], {self.x: place})) is not True:
                sign = _sign_over(slope, self.x, piece)
                return None if sign is None else sign * ((-1) ** k if side > 0 else 1)
        return None

    def _of_quotient_at_the_end(self, place: Any, piece: Piece, side: int) -> int | None:
        """N/D with N and D each of one sign on the piece, 0 perhaps at the end; D is all that f needs there."""
        if self.quotient is None or self.lost:
            return None
        signs = []
        for part in self.quotient[:2]:
            try:
                own = _Search(part.expr, self.x, ())
            except GiveUp:
                return None
            signs.append(own._of_taylor(place, piece, side) if own._is_regular(piece) else None)
        if None in signs or not self._needs_only_the_denominator(piece):
            return None
        return int(signs[0] * signs[1])  # type: ignore[operator]

    def _needs_only_the_denominator(self, piece: Piece) -> bool:
        """Is all that must not vanish in f as it is written certainly different from zero inside the piece?"""
        for need in must_not_vanish((self.f,)):
            if isinstance(need, Requirement) or sign_between(need, self.x, *piece, with_zeros=False) is None:
                return False
        return True

    # --- pieces

    def _between(self, start: Any, end: Any) -> None:
        waiting = [(start, end)]
        while waiting:
            piece = waiting.pop()
            self.looks += 1
            if self._is_settled(piece):
                continue
            cut = None
            if self.looks < MOST_PIECES and piece[1] - piece[0] > self.width * SMALLEST:
                cut = self._place_inside(piece)
            if cut is None:
                self.found.open.append(piece)
            else:
                waiting += [(cut, piece[1]), (piece[0], cut)]

    def _place_inside(self, piece: Piece) -> Any | None:
        """A rational place at which f, or at a pole nearby its denominator, has a certain sign."""
        for share in CUTS:
            place = piece[0] + (piece[1] - piece[0]) * share
            if self._sign(place) is not None:
                return place
        return None

    def _is_settled(self, piece: Piece) -> bool:
        sign = self._sign_over(piece)
        if sign is None and self._is_regular(piece):
            slope = self._slope(1)
            if slope is None or _sign_over(slope, self.x, piece) is None:
                return False
            ends = self._sign(piece[0]), self._sign(piece[1])
            if None in ends:
                return False
            if ends[0] != ends[1]:
                self.found.zeros.append(piece)
                low, high = _narrowed(self.slopes[0], self.x, piece, [None] * SOME)
                beside = ((piece[0], low), ends[0]), ((high, piece[1]), ends[1])
                self.found.signs += [(part, sign) for part, sign in beside if sign and part[0] < part[1]]
                return True
            sign = ends[0]
        if sign is None:
            return self._is_a_pole(piece)
        self.found.signs.append((piece, sign))
        return True

    def _sign_over(self, piece: Piece) -> int | None:
        """Of f, as it is printed, at every place of the closed piece, at which it is defined."""
        sign = _sign_over(self.slopes[0], self.x, piece)
        return sign if sign is not None and met_over(self.lost, {self.x: piece}) else None

    def _is_a_pole(self, piece: Piece) -> bool:
        if self.quotient is None:
            return False
        top, bottom, slope = self.quotient
        box = {self.x: piece}
        if not (is_analytic_over(top, box) and is_analytic_over(bottom, box)):
            return False
        if _sign_over(top, self.x, piece) is None or _sign_over(slope, self.x, piece) is None:
            return False
        ends = [_sign_at(bottom, self.x, place) for place in piece]
        if None in ends or ends[0] == ends[1]:
            return False
        self.found.poles.append(_narrowed(bottom, self.x, piece, [None] * 8 * SOME))
        return True

    # --- balls

    def _is_regular(self, piece: Piece) -> bool:
        """Is f analytic on the closed piece, and defined as it is printed?"""
        function = self.slopes[0]
        return (
            function is not None
            and is_analytic_over(function, {self.x: piece})
            and met_over(self.lost, {self.x: piece})
        )

    def _sign(self, place: Any) -> int | None:
        function = self.slopes[0]
        return None if function is None else _sign_at(function, self.x, place)

    def _slope(self, k: int) -> BallFunction | None:
        while len(self.slopes) <= k:
            following = differentiated(self.exact[-1], self.x)
            try:
                self.slopes.append(None if following is None else compile_ball(following))
            except GiveUp:
                self.slopes.append(None)
            self.exact.append(sympy.nan if following is None else following)
            if self.slopes[-1] is None:
                self.slopes += [None] * k
                self.exact += [sympy.nan] * k
        return self.slopes[k]


def _sign_over(function: BallFunction | None, x: Any, piece: Piece) -> int | None:
    """The sign of an enclosure over the closed piece that has no zero."""
    found = None if function is None else range_over(function, {x: piece}, BITS[0])
    return None if found is None else 1 if found[0] > 0 else -1 if found[1] < 0 else None


def _sign_at(function: BallFunction, x: Any, place: Any) -> int | None:
    for bits in BITS:
        found = range_over(function, {x: (place, place)}, bits)
        if found is not None and (found[0] > 0 or found[1] < 0):
            return 1 if found[0] > 0 else -1
    return None


def narrowed(f: Any, x: Any, bracket: Piece, cuts: Iterable[Any] = (), steps: int = 120) -> Piece:
    """A narrower bracket of the one zero, none of the cuts inside it if their signs are certain."""
    return _narrowed(compile_ball(f), x, bracket, [*cuts, *[None] * steps])


def _narrowed(function: BallFunction | None, x: Any, bracket: Piece, cuts: Iterable[Any]) -> Piece:
    """The same for a compiled function; None is a cut near the middle."""
    low, high = bracket
    before = None if function is None else _sign_at(function, x, low)
    for cut in cuts:
        place = low + (high - low) * CUTS[0] if cut is None else cut
        if function is None or not low < place < high:
            continue
        sign = _sign_at(function, x, place)
        if sign is not None:
            low, high = (place, high) if sign == before else (low, place)
    return low, high
