"""The closed ends of a domain: what holds inside need not hold there.

A sum, an integral, a sign, a step may jump at x = 0 although it is smooth for x > 0; so where
evidence comes from the inside, the ends are tried by themselves.  An end at which the sides
cannot be compared is left out of what is said: the finding holds where x ≠ 0.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

import sympy

from verify.deciding.exceptions import points_on
from verify.points.domain import Domain
from verify.refuting.comparison import CONFIRMING_BITS, FIRST_BITS, Finding
from verify.refuting.hunt import Hunt
from verify.terms.requirements import may_be_at_an_end

ENOUGH = 2
MOST_TRIES = 12
MOST_TRIES_HEAVY = 3


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
