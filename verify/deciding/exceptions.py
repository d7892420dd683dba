"""Where a proof does not reach, although the claim says something there: the exceptions, looked at one by one.

An antiderivative with the divisor n - m proves orthogonality for n ≠ m and is silent at n = m.
There the claim as written is tried at points: if it fails, it is refuted, and the proof tells
where it holds.  If one of its sides is undefined at all of them, the exception is a mere condition
of definedness.  Otherwise it is proved there by itself, with the exception put in, or by continuity
(`verify.regularity.continuity`), or it stays a genuine restriction of what was proved.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

import sympy

from verify.orders.provisos import implied
from verify.points.domain import Domain, EmptyDomain
from verify.points.plan import Point, symbol_order
from verify.proofs.equality import prove_equal
from verify.proofs.proof import Proof
from verify.refuting.comparison import CONFIRMING_BITS, FIRST_BITS, Finding
from verify.refuting.counterexample import Refuted
from verify.refuting.hunt import Hunt
from verify.regularity.continuity import extends
from verify.regularity.existence import has_an_endless_integral
from verify.regularity.side_conditions import as_conditions
from verify.terms.requirements import may_be_at_an_end

BASES = 4
MOST_POINTS = 24
ENOUGH = 2
MOST_TRIES = 12
MOST_TRIES_HEAVY = 3


@dataclass(frozen=True)
class Examined:
    """A proof whose exceptions were looked at: a counterexample on one, or the restrictions that are left."""

    proof: Proof
    refuted: Refuted | None = None
    restrictions: tuple[Any, ...] = ()


def examine(proof: Proof, hunt: Hunt) -> Examined:
    """Looks at the exceptions of a proof of the hunt's equation."""
    restrictions, plain = [], []
    conditions = [c for c in as_conditions(proof.exceptions) if not implied(c, hunt.domain)]
    refuted = hunt.among(islice(points_on_all(conditions, hunt), MOST_POINTS)) if len(conditions) > 1 else None
    if refuted is not None:
        return Examined(proof, refuted)
    for condition in conditions:
        points = list(islice(points_on(condition, hunt), MOST_POINTS))
        refuted = hunt.among(points)
        if refuted is not None:
            return Examined(proof, refuted)
        known = not (hunt.problem or has_an_endless_integral(*hunt.sides))
        if points and known and all(_is_undefined(hunt, point) for point in points):
            plain.append(condition)
        elif not (_is_proved_on(condition, hunt) or _extends(conditions, hunt)):
            restrictions.append(condition)
    kept = tuple(c.lhs if isinstance(c, sympy.Ne) else c for c in (*plain, *restrictions))
    return Examined(replace(proof, exceptions=kept), restrictions=tuple(restrictions))


def points_on(condition: Any, hunt: Hunt) -> Iterator[Point]:
    """Points of the domain at which the expression vanishes, as far as it is polynomial in a symbol."""
    if not isinstance(condition, sympy.Ne):
        return
    symbols = sorted(condition.free_symbols & set(hunt.domain.symbols), key=symbol_order)
    try:
        bases = list(hunt.domain.points(count=BASES))
    except EmptyDomain:
        return
    unbound = Domain(hunt.domain.symbols)
    met: list[Point] = []
    for base in (*bases, *islice(unbound.points(count=BASES), BASES)):
        for symbol in symbols:
            roots = _rational_roots(_but_for(condition.lhs, symbol, base), symbol)
            for point in ({**base, symbol: root} for root in roots):
                if point not in met:
                    met.append(point)
                    yield point


def points_on_all(conditions: list[Any], hunt: Hunt) -> Iterator[Point]:
    """Points at which all the expressions vanish: a product may fail only where all its factors do.

    Each condition moves a symbol that those before it have left alone.
    """
    try:
        points = [(base, frozenset[Any]()) for base in hunt.domain.points(count=BASES)]
    except EmptyDomain:
        return
    for condition in conditions:
        if not isinstance(condition, sympy.Ne):
            return
        moved = [(point, fixed, s) for point, fixed in points for s in condition.free_symbols - fixed if s in point]
        points = [
            ({**point, symbol: root}, fixed | condition.free_symbols)
            for point, fixed, symbol in sorted(moved, key=lambda found: symbol_order(found[2]))
            for root in _rational_roots(_but_for(condition.lhs, symbol, point), symbol)
        ][:MOST_POINTS]
    yield from (point for point, _ in points)


def _but_for(expr: Any, symbol: Any, point: Point) -> Any:
    """The expression with every other symbol at its value."""
    return expr.xreplace({other: value for other, value in point.items() if other != symbol})


def _rational_roots(expr: Any, symbol: Any) -> list[Any]:
    if not expr.is_polynomial(symbol) or expr.free_symbols != {symbol}:
        return []
    poly = sympy.Poly(expr, symbol)
    return list(poly.ground_roots()) if all(c.is_Rational for c in poly.all_coeffs()) else []


def _is_undefined(hunt: Hunt, point: Point) -> bool:
    if not hunt.domain.contains(point):
        return True
    return hunt.claim.at(point, CONFIRMING_BITS).finding in (Finding.UNDEFINED, Finding.ONE_SIDED)


def _is_proved_on(condition: Any, hunt: Hunt) -> bool:
    """Is the equation proved with the exception put in, for one of its symbols in terms of the others?"""
    if not isinstance(condition, sympy.Ne) or hunt.problem:
        return False
    for symbol in sorted(condition.free_symbols, key=symbol_order):
        slope = condition.lhs.coeff(symbol, 1)
        value = sympy.expand(-(condition.lhs - slope * symbol) / slope) if slope.is_Rational and slope else None
        if value is None or symbol in value.free_symbols:
            continue
        left, right = (side.subs(symbol, value) for side in (hunt.claim.lhs, hunt.claim.rhs))
        return prove_equal(left, right) is not None
    return False


def _extends(conditions: Iterable[Any], hunt: Hunt) -> bool:
    """Does the equation hold on all exceptions by continuity?"""
    if hunt.problem or not all(isinstance(c, sympy.Ne) for c in conditions):
        return False
    return extends(hunt.claim.lhs, hunt.claim.rhs, [c.lhs for c in conditions], hunt.domain)


# --- the closed ends of the domain ------------------------------------------------------------------
#
# A sum, an integral, a sign, a step may jump at x = 0 although it is smooth for x > 0; so where
# evidence comes from the inside, the ends are tried by themselves.  An end at which the sides
# cannot be compared is left out of what is said: the finding holds where x ≠ 0.


def ends(domain: Domain) -> Iterator[Any]:
    """The closed ends as conditions that leave them out: x ≠ 0 for x ≥ 0, a ≠ b for a ≥ b."""
    for symbol in domain.symbols:
        if may_be_at_an_end(symbol) and not symbol.is_integer:
            yield sympy.Ne(symbol, 0, evaluate=False)
    for condition in domain.conditions:
        if isinstance(condition, (sympy.Ge, sympy.Le)):
            yield sympy.Ne(condition.lhs - condition.rhs, 0, evaluate=False)


def untried_ends(hunt: Hunt) -> list[Any]:
    """The ends at which no point was found where the two sides are seen to agree."""
    return [end for end in ends(hunt.domain) if not _is_tried(end, hunt)]


def points_at_ends(hunt: Hunt) -> Iterator[Any]:
    """Points on all closed ends, to be tried for counterexamples."""
    for end in ends(hunt.domain):
        yield from points_on(end, hunt)


def _is_tried(end: Any, hunt: Hunt) -> bool:
    agreed = 0
    inside = (point for point in points_on(end, hunt) if hunt.domain.contains(point))
    for point in islice(inside, MOST_TRIES_HEAVY if hunt.claim.heavy else MOST_TRIES):
        trial = hunt.claim.at(point, FIRST_BITS if hunt.claim.heavy else CONFIRMING_BITS)
        agreed += trial.finding is Finding.HOLDS
        if agreed == ENOUGH or (agreed and len(hunt.domain.symbols) == 1):
            return True
    return False
