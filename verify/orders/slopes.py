"""The sign of an analytic function of one variable on an interval, from the sign of its derivative.

A *profile* of g on an open interval says where g changes its sign or vanishes (its cuts)
and which sign it has between.  It is found by recursion on derivatives:

- a strictly monotone function has at most one zero.  On a piece where g' > 0 (or g' ≥ 0: an
  analytic function that is not constant has a derivative with isolated zeros only) the
  signs of g near both ends say whether there is one.
- The sign near an end is that of the value or of the limit there, if it is certain; or,
  for an increasing g, g < 0 at one point near the left end says g < 0 before it.
- A zero is named exactly only if g is exactly 0 there (`verify.points.exact_numbers`); otherwise it is
  held in a bracket at whose ends g certainly has opposite signs.  Inside a bracket of a zero
  of g', g itself is enclosed by balls over the whole bracket.
- The profile of a product comes from the profiles of its factors; that of a rational
  function from its real roots (`verify.orders.line`).

So exp(x) ≥ 1 + x: the second derivative of the difference is positive, the first
vanishes at 0 alone, where the difference is 0.  Nothing here is a sample: every sign at a
point is certified, and between two cuts it follows from strict monotonicity.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import sympy

from verify.errors import GiveUp
from verify.normal_form.signs import sign_set
from verify.orders.intervals import chart, points_near, range_left
from verify.orders.line import Line
from verify.orders.ranges import range_of
from verify.orders.sturm import refined
from verify.points.domain import Domain
from verify.points.exact_numbers import certain_sign, decide_constant
from verify.proofs.equality import prove_equal
from verify.proofs.limits import limit_at_infinity
from verify.proofs.sign_cases import SWITCHED
from verify.regularity.analytic import is_analytic, is_continuous, slope
from verify.solving.putting import with_values
from verify.terms.sign_algebra import NONNEGATIVE, NONPOSITIVE, ZERO, Signs
from verify.wording import decimal_of, name, words

MAX_DEPTH = 4
MAX_OPERATIONS = 80
BISECTIONS = 24
FINE = Fraction(1, 2**40)
SIMPLE = tuple(map(sympy.Rational, ("0", "1", "-1", "2", "-2", "1/2", "-1/2", "3", "-3")))
UNDEFINED = 2
"""The sign of a pole, which is none."""


@dataclass(frozen=True)
class Cut:
    """A zero (or a pole) of a function, exactly if low = high, else somewhere in [low, high]."""

    low: Any
    high: Any
    sign: int = 0

    @property
    def exact(self) -> bool:
        return bool(self.low == self.high)


@dataclass(frozen=True)
class Profile:
    """Signs between the cuts: one more than there are cuts."""

    cuts: tuple[Cut, ...]
    signs: tuple[int, ...]


def proved_by_slope(difference: Any, x: Any, domain: Domain, wanted: Signs) -> str | None:
    """Why the difference has one of the wanted signs everywhere on the domain, in a sentence; or None.

    >>> x = sympy.Symbol("x", real=True)
    >>> proved_by_slope(sympy.exp(x) - 1 - x, x, Domain((x,)), NONNEGATIVE)
    'Its slope is certified: the difference of the two sides is 0 at x = 0 and has the right sign between.'
    """
    where = range_left(x, domain) if is_in_reach(difference) else None
    if where is None:
        return None
    place = sympy.Dummy("x", real=True)
    g = difference.xreplace({x: place})
    found = Slopes(place).profile(g, where.low, where.high, 0)
    if found is None or not all(sign in wanted for sign in found.signs):
        return None
    zeros = [cut for cut in found.cuts if cut.sign != UNDEFINED]
    for cut in zeros:
        left_out = cut.exact and any(certain_sign(cut.low - other) == 0 for other in where.without)
        if 0 not in wanted and not left_out:
            return None
    if not all(certain_sign(with_values(g, {place: end})) in wanted for end in where.ends):
        return None
    at = ", ".join(
        f"{name(x)} = {words(cut.low)}" if cut.exact else f"{name(x)} near {decimal_of(cut.low)}" for cut in zeros
    )
    told = f"is 0 at {at} and has the right sign between" if at else "has the right sign everywhere"
    return f"Its slope is certified: the difference of the two sides {told}."


def exact_zeros(difference: Any, x: Any, domain: Domain) -> list[Any]:
    """Exact zeros of the difference between the bounds of the domain, as far as the slopes name them."""
    where = range_left(x, domain) if is_in_reach(difference) else None
    if where is None:
        return []
    place = sympy.Dummy("x", real=True)
    found = Slopes(place).profile(difference.xreplace({x: place}), where.low, where.high, 0)
    return [] if found is None else [cut.low for cut in found.cuts if cut.exact and cut.sign == 0]


def is_in_reach(difference: Any) -> bool:
    """Is it short, and a function without switches and without integrals, sums and derivatives?"""
    bound = difference.has(*SWITCHED, sympy.Integral, sympy.Sum, sympy.Derivative)
    return not bound and difference.count_ops() <= MAX_OPERATIONS


class Slopes:
    """Profiles in one real symbol."""

    def __init__(self, x: Any) -> None:
        self.x = x

    def profile(self, g: Any, low: Any, high: Any, depth: int) -> Profile | None:
        """Where g is positive, zero and negative on the open interval (low, high); None if it is not known."""
        if self.x not in g.free_symbols:
            sign = certain_sign(g)
            return None if sign is None else Profile((), (sign,))
        evident = self.evident(g, low, high)
        if evident is not None and len(evident) == 1 and 0 not in evident:
            return Profile((), tuple(evident))
        rational = self._rational(g, low, high)
        if rational is not None:
            return rational
        factors = self._factors(g)
        if len(factors) > 1:
            return self._product(factors, low, high, depth)
        if depth >= MAX_DEPTH or g.count_ops() > MAX_OPERATIONS:
            return None
        inside, h = chart(low, high)
        if not is_analytic(with_values(g, {self.x: inside}), h):
            return None
        return self._by_slope(g, low, high, depth)

    def evident(self, g: Any, low: Any, high: Any) -> Signs | None:
        """All signs that g can have on the interval, from the signs of its terms or from |sin|, |cos| ≤ 1 of a real argument."""
        inside, _ = chart(low, high)
        found = sign_set(with_values(g, {self.x: inside}))
        if found is not None and len(found) < 3:
            return found
        waves = list(g.atoms(sympy.sin, sympy.cos))
        if len(waves) != 1 or sign_set(with_values(waves[0].args[0], {self.x: inside})) is None:
            return found  # cos(√x) of a negative x is a hyperbolic cosine
        s = sympy.Dummy("s", real=True)
        flat = g.xreplace({waves[0]: s})
        if flat.free_symbols != {s} or not flat.is_polynomial(s):
            return found
        line = Line(s)

        def ask() -> Signs:
            inside = [p for p in line.places if line.truth(s >= -1, p) and line.truth(s <= 1, p)]
            return Signs(sign for sign in (line.sign(flat, place) for place in inside) if sign is not None)

        try:
            return Signs(line.settle(ask))
        except GiveUp:
            return found

    # --- rational functions and products

    def _rational(self, g: Any, low: Any, high: Any) -> Profile | None:
        if not g.is_rational_function(self.x):
            return None
        if any(not (end.is_infinite or end.is_Rational) for end in (low, high)):
            return None
        line = Line(self.x)
        conditions = ([self.x > low] if low.is_finite else []) + ([self.x < high] if high.is_finite else [])

        def ask() -> tuple[tuple[Cut, ...], tuple[int, ...]]:
            inside = [place for place in line.places if all(line.truth(c, place) for c in conditions)]
            cuts, signs = [], []
            for place in inside:
                sign = line.sign(g, place)
                if place.root:
                    a, b = refined(line.product, place.bracket, FINE)
                    value = UNDEFINED if sign is None else sign
                    cuts.append(
                        Cut(
                            sympy.Rational(a),
                            sympy.Rational(b),
                            value,
                        )
                    )
                elif sign is not None:
                    signs.append(sign)
            return tuple(cuts), tuple(signs)

        try:
            cuts, signs = line.settle(ask)
        except GiveUp:
            return None
        return Profile(cuts, signs) if len(signs) == len(cuts) + 1 else None

    def _factors(self, g: Any) -> list[tuple[Any, int]]:
        """(factor, exponent) with g = Π factor^exponent, proved; [(g, 1)] if nothing better is."""
        top, bottom = sympy.fraction(sympy.together(g))
        try:
            parts = [
                *sympy.Mul.make_args(sympy.factor(top)),
                *(1 / f for f in sympy.Mul.make_args(sympy.factor(bottom))),
            ]
        except (sympy.PolynomialError, NotImplementedError):
            parts = list(sympy.Mul.make_args(g))
        product = sympy.Mul(*parts)
        if len(parts) > 1 and product != g and prove_equal(g, product) is None:
            parts = list(sympy.Mul.make_args(g))
        found = []
        for part in parts:
            whole = part.is_Pow and not isinstance(part, sympy.exp) and part.exp.is_Integer
            found.append((part.base, int(part.exp)) if whole else (part, 1))
        return [pair for pair in found if pair[0] != 1]

    def _product(self, factors: list[tuple[Any, int]], low: Any, high: Any, depth: int) -> Profile | None:
        profiles = []
        for factor, power in factors:
            own = self.profile(factor, low, high, depth)
            if own is None or 0 in own.signs:
                return None
            profiles.append(_to_the(own, power))
        cuts = _in_order([cut for own in profiles for cut in own.cuts])
        if cuts is None:
            return None
        signs = [1] * (len(cuts) + 1)
        for own in profiles:
            for k in range(len(signs)):
                before = 0 if k == 0 else sum(_is_before(c, cuts[k - 1]) for c in own.cuts)
                signs[k] *= own.signs[before]
        return Profile(tuple(cuts), tuple(signs))

    # --- monotone pieces

    def _by_slope(self, g: Any, low: Any, high: Any, depth: int) -> Profile | None:
        derivative = slope(g, self.x)
        evident = self.evident(derivative, low, high)
        if evident is not None and evident != ZERO and (evident <= NONNEGATIVE or evident <= NONPOSITIVE):
            ups = Profile((), (1 if 1 in evident else -1,))
        else:
            found = self.profile(derivative, low, high, depth + 1)
            if found is None or 0 in found.signs or any(cut.sign == UNDEFINED for cut in found.cuts):
                return None
            ups = found
        cuts: list[Cut] = []
        signs: list[int] = []
        edges = [low, *(end for cut in ups.cuts for end in (cut.low, cut.high)), high]
        for k, direction in enumerate(ups.signs):
            left, right = edges[2 * k], edges[2 * k + 1]
            here = self._monotone(g, left, right, direction, open_left=k == 0, open_right=k == len(ups.signs) - 1)
            if here is None:
                return None
            cuts += here.cuts
            signs += here.signs
            if k < len(ups.cuts):
                between = self._at_cut(g, ups.cuts[k])
                if between is None:
                    return None
                if between == 0:
                    cuts.append(ups.cuts[k])
                elif between != signs[-1]:
                    return None
                else:
                    signs.pop()  # the piece goes on
        return Profile(tuple(cuts), tuple(signs)) if len(signs) == len(cuts) + 1 else None

    def _at_cut(self, g: Any, cut: Cut) -> int | None:
        """The one sign of g in a zero of its slope: exactly, or all over the bracket."""
        if cut.exact:
            return certain_sign(with_values(g, {self.x: cut.low}))
        try:
            found = range_of(g, {self.x: (cut.low, cut.high)})
        except GiveUp:
            return None
        return None if found is None else 1 if found[0] > 0 else -1 if found[1] < 0 else None

    def _monotone(
        self, g: Any, left: Any, right: Any, direction: int, open_left: bool, open_right: bool
    ) -> Profile | None:
        a = self._near(g, left, right, -1, direction) if open_left else certain_sign(with_values(g, {self.x: left}))
        b = self._near(g, left, right, 1, direction) if open_right else certain_sign(with_values(g, {self.x: right}))
        if a is None or b is None or (a == 0 and b == 0) or (b - a) * direction < 0:
            return None
        if a * b >= 0:
            return Profile((), (a or b,))
        zero = self._exact_zero(g, left, right) or self._bracket(g, left, right, a)
        return None if zero is None else Profile((zero,), (a, b))

    def _near(self, g: Any, left: Any, right: Any, side: int, direction: int) -> int | None:
        """The sign of g near the left (side = -1) or right end; 0 if it tends to 0 there."""
        end = left if side < 0 else right
        if end.is_finite:
            h = sympy.Dummy("h", nonnegative=True)
            if is_continuous(with_values(g, {self.x: end - side * h}), h):
                return certain_sign(with_values(g, {self.x: end}))
        outermost = direction * side  # the sign that g grows towards at this end
        for point in points_near(left, right, side):
            if certain_sign(with_values(g, {self.x: point})) == outermost:
                return outermost
        t = sympy.Dummy("t", positive=True)
        towards = side * t if end.is_infinite else end - side / t
        limit = limit_at_infinity(with_values(g, {self.x: towards}), t)
        if limit in (sympy.oo, -sympy.oo):
            return 1 if limit == sympy.oo else -1
        return None if limit is None else certain_sign(limit)

    def _exact_zero(self, g: Any, left: Any, right: Any) -> Cut | None:
        for value in (*SIMPLE, *_inverted(g, self.x)):
            inside = all(
                end.is_infinite or certain_sign((value - end) * way) == 1 for end, way in ((left, 1), (right, -1))
            )
            if inside and decide_constant(with_values(g, {self.x: value})) is True:
                return Cut(value, value)
        return None

    def _bracket(self, g: Any, left: Any, right: Any, before: int) -> Cut | None:
        """Rational a < b inside with g(a) of the sign `before` and g(b) of the other one."""
        low = next((p for p in points_near(left, right, -1) if self._sign_at(g, p) == before), None)
        high = next((p for p in points_near(left, right, 1) if self._sign_at(g, p) == -before), None)
        if low is None or high is None or not low < high:
            return None
        for _ in range(2 * BISECTIONS):
            middle = (low + high) / 2
            sign = self._sign_at(g, middle)
            if sign == before:
                low = middle
            elif sign == -before:
                high = middle
            else:
                return None
        return Cut(low, high)

    def _sign_at(self, g: Any, point: Any) -> int | None:
        return certain_sign(with_values(g, {self.x: point}))


def _to_the(own: Profile, power: int) -> Profile:
    """The profile of a whole power."""
    signs = tuple(sign if power % 2 else 1 for sign in own.signs)
    cuts = own.cuts if power > 0 else tuple(Cut(c.low, c.high, UNDEFINED) for c in own.cuts)
    return Profile(cuts, signs)


def _is_before(cut: Cut, other: Cut) -> bool:
    """Is the cut this one or to the left of it?  Cuts in order are disjoint or the same."""
    return cut == other or certain_sign(cut.low - other.low) in (-1, 0)


def _in_order(cuts: list[Cut]) -> list[Cut] | None:
    """The different cuts from left to right; None if two of them cannot be told apart."""
    order: list[Cut] = []
    for cut in cuts:
        place = 0
        for k, other in enumerate(order):
            if cut.exact and other.exact and certain_sign(cut.low - other.low) == 0:
                order[k] = Cut(other.low, other.low, max(cut.sign, other.sign))
                place = -1
                break
            if certain_sign(other.low - cut.high) == 1:
                break
            if certain_sign(cut.low - other.high) != 1:
                return None
            place = k + 1
        if place >= 0:
            order.insert(place, cut)
    return order


def _inverted(g: Any, x: Any) -> list[Any]:
    """Candidates for the zero of g where x occurs once: the operations undone one by one."""
    value: Any = sympy.S.Zero
    while g != x:
        rest, own = g.as_independent(x) if g.is_Add or g.is_Mul else (None, g)
        if own == g and (g.is_Add or g.is_Mul):
            return []
        if g.is_Add:
            value, g = value - rest, own
        elif g.is_Mul:
            value, g = value / rest, own
        elif isinstance(g, sympy.exp):
            value, g = sympy.log(value), g.args[0]
        elif isinstance(g, sympy.log):
            value, g = sympy.exp(value), g.args[0]
        elif g.is_Pow and x not in g.exp.free_symbols:
            value, g = value ** (1 / g.exp), g.base
        else:
            return []
        if value.has(sympy.zoo, sympy.nan, sympy.oo) or value.is_real is not True:
            return []
    return [value]
