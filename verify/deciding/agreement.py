"""Is agreement at points evidence for a whole domain?

Agreement to hundreds of digits at a few points counts only with an argument why nothing can hide:

- of two constants it says nothing, however many digits agree: e^(π√163) is nearly whole;
- on real and complex symbols both sides must be analytic in one piece (`verify.refuting.one_piece`),
  with the conditions and without them;
- it counts only at points that nobody can know in advance (`Domain.unforeseen`): they are drawn by
  a hash of the claim, with large denominators that have nothing in common, because a polynomial may vanish at
  any finite list of points and sin(Nπx) at all fractions whose denominators divide N.  The zeros of
  an analytic function that is not zero are no open set: a polynomial of degree d vanishes at a fraction of
  at most d/2^63 of the points (Schwartz and Zippel);
- it must reach below the depth at which exponentials could hide a difference there (`verify.refuting.hidden`);
- in whole numbers both sides must be sequences that a few consecutive values determine
  (`verify.refuting.sequences`), and these values are tried, those of several symbols together;
- where neither side is known they were not seen to agree: such places are left out of what is said;
- closed ends are no part of the inside: they are tried by themselves, or left out of what is said
  (`verify.deciding.exceptions`).
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import islice, product
from typing import Any

import sympy

from verify.deciding.exceptions import points_at_ends, untried_ends
from verify.points.by_assumptions import allowed
from verify.points.plan import Point
from verify.proofs.equality import normal_difference
from verify.refuting.comparison import CONFIRMING_BITS, Finding
from verify.refuting.counterexample import Refuted
from verify.refuting.degenerate_points import REAL_TRAPS
from verify.refuting.hidden import needed_bits
from verify.refuting.hunt import DIGITS_NEEDED, POINTS_NEEDED, Hunt, compare
from verify.refuting.one_piece import doubt, without_conditions
from verify.refuting.sequences import consecutive, values_needed
from verify.regularity.conditions import must_not_vanish
from verify.regularity.written import is_defined
from verify.terms.requirements import Exists
from verify.wording import name

MOST_BITS = 65_536
MOST_BITS_HEAVY = 2_048
MOST_BITS_SLOW = 8_192
SLOW = (sympy.polygamma, sympy.digamma, sympy.trigamma, sympy.harmonic)
MOST_TOO_DEEP = 2
"""Of points at which no precision would be evidence so many are looked at as deep as it goes: a counterexample may be there."""
MOST_UNFORESEEN = 12
MOST_UNFORESEEN_HEAVY = 5
MOST_AT_ENDS = 12
MOST_AT_ENDS_HEAVY = 3
ENOUGH_VALUES = 6
MOST_VALUES_HEAVY = 48
MOST_IN_A_BOX = 4000
MOST_IN_A_BOX_HEAVY = 400
TOO_LONG = "to compare the two sides at as many whole numbers as would be evidence takes too long"
CONSTANTS = "two constants may agree to any number of digits without being equal"


def weigh(hunt: Hunt, seed: int) -> Refuted | str | tuple[Any, ...]:
    """A counterexample; or why the hunt's agreement is no evidence; or the ends where it says nothing, as conditions."""
    claim, domain = hunt.claim, hunt.domain
    if not claim.symbols:
        deeper = _deep_enough(hunt, 2)
        return deeper if isinstance(deeper, Refuted) else CONSTANTS
    refuted = hunt.among(islice(points_at_ends(hunt), MOST_AT_ENDS_HEAVY if claim.heavy else MOST_AT_ENDS))
    if refuted is not None:
        return refuted
    doubtful = doubt(claim.lhs, claim.rhs, domain)
    if doubtful is not None:
        return doubtful
    wide = without_conditions(claim.lhs, claim.rhs, domain)
    if wide is not None and isinstance(compare(claim.lhs, claim.rhs, wide, seed=seed, special=False), Refuted):
        return "without the conditions the same two formulas differ, so that they can differ but little with them"
    deep = _deep_enough(hunt)
    if deep is not None:
        return deep
    whole = _whole_numbers(hunt)
    if not isinstance(whole, tuple):
        return whole
    return (*untried_ends(hunt), *whole, *_unseen_places(hunt))


def _deep_enough(hunt: Hunt, reach: int = 1) -> Refuted | str | None:
    """Do enough unforeseen points agree below the depth at which a difference could hide?  `reach` stretches the limit where a look is cheap."""
    claim = hunt.claim
    slow = any(side.has(*SLOW) for side in (claim.lhs, claim.rhs) if isinstance(side, sympy.Basic))
    most = MOST_BITS_HEAVY if claim.heavy else MOST_BITS_SLOW if slow else reach * MOST_BITS
    wanted = min(POINTS_NEEDED, len(hunt.trials))
    deep, shallow, too_deep = 0, False, 0
    for point in _unforeseen_points(hunt):
        needed = 0.0 if claim.exact is not None else needed_bits((claim.lhs, claim.rhs), point)
        too_deep += needed > most
        bits = CONFIRMING_BITS if needed > most and too_deep > MOST_TOO_DEEP else min(needed, most)
        trial = hunt.at(point, 1 << int(max(bits, CONFIRMING_BITS) - 1).bit_length())
        if trial.finding is Finding.FALSE:
            return Refuted(claim, hunt.domain, point, trial)
        agrees = trial.finding is Finding.HOLDS
        narrow = trial.bits >= needed and (trial.digits or 0) >= DIGITS_NEEDED
        deep += agrees and narrow
        shallow = shallow or (agrees and not narrow)
        if deep >= wanted:
            return None
    if shallow:
        return "its exponentials could hide a difference below the digits that were compared"
    return "at too few points that nobody can know in advance the two sides could be compared"


def _unforeseen_points(hunt: Hunt) -> Iterator[Point]:
    """Points that depend on every letter of the claim and on its seed."""
    claim = hunt.claim
    key = "|".join((str(hunt.seed), *map(_letters, (claim.lhs, claim.rhs, *hunt.domain.conditions))))
    return hunt.domain.unforeseen(key, MOST_UNFORESEEN_HEAVY if claim.heavy else MOST_UNFORESEEN)


def _letters(expression: Any) -> str:
    """Every part of an expression, and every digit of its numbers, however long."""
    return " ".join(
        f"{int(part.p):x}/{int(part.q):x}" if part.is_Rational else part.name if part.is_Symbol else type(part).__name__
        for part in sympy.preorder_traversal(expression)
    )


def _whole_numbers(hunt: Hunt) -> Refuted | str | tuple[Any, ...]:
    """A counterexample among whole numbers, why there is no evidence, or the conditions n ≥ a below which nothing was seen."""
    claim = hunt.claim
    below: list[Any] = []
    symbols = [symbol for symbol in hunt.domain.symbols if symbol.is_integer and symbol in claim.symbols]
    counts = {n: values_needed((claim.lhs, claim.rhs), n) for n in symbols}
    for n, needed in counts.items():
        if needed is None or (claim.heavy and needed > MOST_VALUES_HEAVY):
            return f"nothing tells how the two sides go on at other whole numbers {name(n)}"
        found = _along(hunt, n, needed)
        if not isinstance(found, tuple):
            return found
        below += found
    together = _together(hunt, {n: needed for n, needed in counts.items() if needed}) if len(symbols) > 1 else None
    return together or tuple(below)


def _along(hunt: Hunt, n: Any, needed: int) -> Refuted | str | tuple[Any, ...]:
    """The values of one symbol in succession.  Where both sides are unknown they were not seen to agree."""
    held, unknown = [], []
    for point in consecutive(hunt.seen[0], n, needed):
        if not hunt.domain.contains(point):
            continue
        trial = hunt.at(point, CONFIRMING_BITS)
        if trial.finding is Finding.FALSE:
            return Refuted(hunt.claim, hunt.domain, point, trial)
        if hunt.steps < 0:
            return TOO_LONG
        if trial.finding in (Finding.ONE_SIDED, Finding.UNDECIDED):
            return f"at {name(n)} = {point[n]} the two sides could not be compared"
        if trial.finding is Finding.HOLDS:
            held.append(point[n])
        elif _should_be_known(hunt, point):
            unknown.append(point[n])
    if len(held) < ENOUGH_VALUES:
        return f"at too few of the first whole numbers {name(n)} the two sides could be compared"
    if any(value > min(held) for value in unknown):
        return f"at {name(n)} = {max(unknown)} neither side is known"
    return (sympy.Ge(n, min(held), evaluate=False),) if unknown else ()


def _should_be_known(hunt: Hunt, point: Any) -> bool:
    """Is nothing known that makes a side undefined there?  Then the two sides may well differ there, unseen."""
    claim = hunt.claim
    parts = [part for part in (*must_not_vanish((claim.lhs, claim.rhs)), *hunt.lost) if not isinstance(part, Exists)]
    return is_defined(parts, point, CONFIRMING_BITS)


def _together(hunt: Hunt, counts: dict[Any, int]) -> Refuted | str | None:
    """Several whole numbers at once: what holds on every line through one point may fail where n = m.

    A sequence in several indices that satisfies a recurrence in each is determined by a box of values, so
    the first values of all are combined.  Where so many are too many there is no evidence: binomial(i, 24)
    binomial(i - 24, 24) times the same of j is zero unless both are 48 or more.
    """
    claim = hunt.claim
    values = {n: [point[n] for point in consecutive(hunt.seen[0], n, count)] for n, count in counts.items()}
    if math.prod(map(len, values.values())) > (MOST_IN_A_BOX_HEAVY if claim.heavy else MOST_IN_A_BOX):
        return (
            f"{' and '.join(map(str, counts))} together take too many values for the two sides to be compared at them"
        )
    held = 0
    for together in product(*values.values()):
        point = {**hunt.seen[0], **dict(zip(values, together, strict=True))}
        if not hunt.domain.contains(point):
            continue
        trial = hunt.at(point, CONFIRMING_BITS)
        if trial.finding is Finding.FALSE:
            return Refuted(claim, hunt.domain, point, trial)
        if hunt.steps < 0:
            return TOO_LONG
        if trial.finding in (Finding.ONE_SIDED, Finding.UNDECIDED):
            where = ", ".join(f"{name(n)} = {point[n]}" for n in counts)
            return f"at {where} the two sides could not be compared"
        held += trial.finding is Finding.HOLDS
    return None if held >= ENOUGH_VALUES else "at too few of the first whole numbers the two sides could be compared"


def _unseen_places(hunt: Hunt) -> tuple[Any, ...]:
    """The degenerate values of a symbol at which neither side was known, although both may be defined: left out."""
    found = []
    for symbol in hunt.domain.symbols:
        if symbol.is_integer or not symbol.is_real or symbol not in hunt.claim.symbols:
            continue
        for value in REAL_TRAPS:
            points = [{**base, symbol: value} for base in hunt.seen[:2] if allowed(symbol, value)]
            points = [point for point in points if hunt.domain.contains(point) and _should_be_known(hunt, point)]
            if points and all(hunt.at(point, CONFIRMING_BITS).finding is Finding.UNDEFINED for point in points):
                found.append(sympy.Ne(symbol, value, evaluate=False))
    return tuple(found)


def compares_constants(lhs: sympy.Expr, rhs: sympy.Expr) -> bool:
    """Is the difference, like terms cancelled, a constant times what depends on the symbols?  Then only constants agree."""
    found = normal_difference(lhs, rhs)
    rest = sympy.factor_terms(sympy.expand(lhs - rhs) if found is None else found)
    if rest == 0:
        return False
    constant = rest.as_independent(*rest.free_symbols, as_Add=False)[0]
    return not rest.free_symbols or not (
        constant.is_Rational or (constant.is_number and not constant.has(sympy.Function))
    )
