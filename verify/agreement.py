"""Is agreement at points evidence for a whole domain?

Agreement to hundreds of digits at a few points counts only with an argument why nothing can hide:

- of two constants it says nothing, however many digits agree: e^(π√163) is nearly whole;
- on real and complex symbols both sides must be analytic in one piece (`verify.one_piece`),
  with the conditions and without them;
- it counts only at points that nobody can know in advance (`Domain.unforeseen`): they are drawn by
  a hash of the claim, with large denominators that have nothing in common, because a polynomial may vanish at
  any finite list of points and sin(Nπx) at all fractions whose denominators divide N.  The zeros of
  an analytic function that is not zero are no open set: a polynomial of degree d vanishes at a fraction of
  at most d/2^63 of the points (Schwartz and Zippel);
- it must reach below the depth at which exponentials could hide a difference there (`verify.hidden`);
- in whole numbers both sides must be sequences that a few consecutive values determine
  (`verify.sequences`), and these values are tried;
- closed ends are no part of the inside: they are tried by themselves, or left out of what is said
  (`verify.edges`).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

import sympy as sp

from verify.edges import points_at_ends, untried_ends
from verify.hidden import needed_bits
from verify.one_piece import doubt, without_conditions
from verify.refute import CONFIRMING_BITS, POINTS_NEEDED, Finding, Hunt, Refuted, compare
from verify.sampling import Point
from verify.sequences import consecutive, values_needed

MOST_BITS = 65_536
MOST_BITS_HEAVY = 2_048
MOST_UNFORESEEN = 12
MOST_UNFORESEEN_HEAVY = 5
MOST_AT_ENDS = 12
MOST_AT_ENDS_HEAVY = 3
ENOUGH_VALUES = 6
MOST_VALUES_HEAVY = 48
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
    return _deep_enough(hunt) or _whole_numbers(hunt) or tuple(untried_ends(hunt))


def _deep_enough(hunt: Hunt, reach: int = 1) -> Refuted | str | None:
    """Do enough unforeseen points agree below the depth at which a difference could hide?  `reach` stretches the limit where a look is cheap."""
    claim = hunt.claim
    most = MOST_BITS_HEAVY if claim.heavy else reach * MOST_BITS
    wanted = min(POINTS_NEEDED, len(hunt.trials))
    deep, shallow = 0, False
    for point in _unforeseen_points(hunt):
        needed = 0.0 if claim.exact is not None else needed_bits((claim.lhs, claim.rhs), point)
        trial = claim.at(point, 1 << int(max(min(needed, most), CONFIRMING_BITS) - 1).bit_length())
        if trial.finding is Finding.FALSE:
            return Refuted(claim, hunt.domain, point, trial)
        agrees = trial.finding is Finding.HOLDS
        deep += agrees and trial.bits >= needed
        shallow = shallow or (agrees and trial.bits < needed)
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
        for part in sp.preorder_traversal(expression)
    )


def _whole_numbers(hunt: Hunt) -> Refuted | str | None:
    claim = hunt.claim
    for n in (symbol for symbol in hunt.domain.symbols if symbol.is_integer and symbol in claim.symbols):
        needed = values_needed((claim.lhs, claim.rhs), n)
        if needed is None or (claim.heavy and needed > MOST_VALUES_HEAVY):
            return f"nothing tells how the two sides go on at other whole numbers {n}"
        held = 0
        for point in consecutive(hunt.seen[0], n, needed):
            if not hunt.domain.contains(point):
                continue
            trial = claim.at(point, CONFIRMING_BITS)
            if trial.finding is Finding.FALSE:
                return Refuted(claim, hunt.domain, point, trial)
            if trial.finding in (Finding.ONE_SIDED, Finding.UNDECIDED):
                return f"at {n} = {point[n]} the two sides could not be compared"
            held += trial.finding is Finding.HOLDS
        if held < ENOUGH_VALUES:
            return f"at too few of the first whole numbers {n} the two sides could be compared"
    return None
