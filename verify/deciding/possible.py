"""Can what a verdict is told with hold at all?  The conditions of the line may exclude it, and then it speaks of nothing.

Assumptions on the symbols are asked elsewhere (`verify.regularity`).  Here it is the conditions of the domain: Max(z, 1) says
nothing where Im z > 1, and the geometric series nothing where b > 2.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Any

import sympy

from verify.errors import ClaimError
from verify.points.domain import Domain
from verify.proofs.definedness import exists_where
from verify.proofs.proof import Proof
from verify.refuting.comparison import CONFIRMING_BITS
from verify.refuting.hunt import Hunt
from verify.regularity.side_conditions import as_conditions
from verify.regularity.written import is_defined
from verify.solving.charts import chart_of
from verify.solving.replacement import put, put_in_condition
from verify.terms.requirements import AT_POINTS, Exists, IsReal, Requirement

POINTS = 8


def is_somewhere_shown(proof: Proof, hunt: Hunt) -> bool:
    """Does a point of the domain meet what must not vanish?  Conditions such as x = y may exclude it everywhere.

    And whole numbers may all be poles of Γ without showing it: 1 - n (n + 1)/2.
    """
    each = (*proof.nonzero, *proof.exceptions)
    if not is_not_excluded(each, hunt.domain):
        return False
    plain = [part for part in each if not isinstance(part, Requirement)] if hunt.domain.conditions else []
    parts = [condition.lhs for condition in as_conditions(plain)]
    parts += [part for part in each if isinstance(part, AT_POINTS) and not part.is_certain]
    points = [*hunt.seen, *islice(hunt.unseen, POINTS - len(hunt.seen))] if parts else []
    return not points or any(is_defined(parts, point, CONFIRMING_BITS) for point in points)


def is_not_excluded(needs: Iterable[Any], domain: Domain) -> bool:
    """May numbers that must be real be so, and integrals and sums exist, where the conditions of the domain hold?"""
    needs = tuple(needs)
    bound = [need.args[0] for need in needs if isinstance(need, Exists)]
    real = [need for need in needs if isinstance(need, IsReal) and not need.is_certain]
    if not domain.conditions or not (bound or real):
        return True
    chart = chart_of(domain.conditions)
    return all(exists_where(chart.apply(part)) is not None for part in bound) and _are_real_somewhere(real, domain)


def _are_real_somewhere(needs: list[Any], domain: Domain) -> bool:
    """At a point at which all symbols in them are real, which a draw of complex numbers would not meet."""
    symbols = {s for need in needs for s in need.free_symbols if s.is_real is None}
    values = {s: sympy.Dummy(s.name, **{**s._assumptions_orig, "real": True}) for s in symbols}
    parts = [need.func(put(need.args[0], values)) for need in needs]
    try:
        there = Domain(
            tuple(values.get(s, s) for s in domain.symbols),
            tuple(put_in_condition(condition, values) for condition in domain.conditions),
        )
        return not parts or any(is_defined(parts, point, CONFIRMING_BITS) for point in there.points(0, POINTS))
    except ClaimError:  # no point meets the conditions
        return False
