"""Finite sums between two ends that are not known, and sums that come from minus infinity.

Σ_{k=n}^{m} t(k) = R(m + 1) - R(n), where t(k) = R(k + 1) - R(k) at every whole k ≥ n: the terms in between cancel.  R is
Gosper's, a candidate: the difference is proved for k = n + h, h = 0, 1, 2, ..., and nothing that R or t divides by may vanish
there.  Both ends are whole numbers.  Where a sum runs backwards, m < n - 1, authors differ (nothing, or minus the sum
between): m ≥ n - 1 is implied by the domain, or the sum is left alone.

Σ_{k=-∞}^{m} t(k) = Σ_{k=-m}^{∞} t(-k), term by term.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import sympy

from verify.orders.provisos import implied
from verify.points.domain import Domain
from verify.proofs.equality import by_normal_form
from verify.proofs.sign_cases import SWITCHED
from verify.regularity.conditions import must_not_vanish
from verify.regularity.side_conditions import as_conditions
from verify.terms.survey import rebuilt

BINDING = (sympy.Integral, sympy.Sum, sympy.Product, sympy.Limit, sympy.Derivative, sympy.Subs)
MOST_OPERATIONS = 60


def with_finite_sums(sides: tuple[Any, Any], domain: Domain) -> tuple[tuple[Any, Any], tuple[Any, ...]]:
    """Both sides with the values of sums between ends that are not known, and what these need.

    >>> n, m, k = sympy.symbols("n m k", integer=True)
    >>> with_finite_sums((sympy.Sum(k, (k, n, m)), n), Domain((n, m), (n <= m,)))[0][0].expand()
    m**2/2 + m/2 - n**2/2 + n/2
    """
    if not any(isinstance(side, sympy.Expr) and side.has(sympy.Sum) for side in sides):
        return sides, ()
    needed: dict[Any, None] = {}

    def walk(part: Any) -> Any:
        if not isinstance(part, sympy.Expr) or not part.has(sympy.Sum):
            return part
        if isinstance(part, sympy.Sum):
            found = _value(part, domain)
            needed.update(dict.fromkeys(found[1]) if found else {})
            return _from_the_other_side(part) if found is None else found[0]
        return part if isinstance(part, BINDING) else rebuilt(part, map(walk, part.args))

    return (walk(sides[0]), walk(sides[1])), tuple(needed)


def _value(series: Any, domain: Domain) -> tuple[Any, tuple[Any, ...]] | None:
    if len(series.limits) != 1 or len(series.limits[0]) != 3:
        return None
    variable, low, high = series.limits[0]
    if not (low.is_integer and high.is_integer and low.free_symbols and high.free_symbols):
        return None  # one end that is known is the matter of induction
    found = _telescoped(series.function, variable, low)
    if found is None or variable in low.free_symbols | high.free_symbols:
        return None
    R, needs = found
    value = R.xreplace({variable: high + 1}) - R.xreplace({variable: low})
    forward = sympy.Ge(high + 1, low)
    said = any(rel(*ends) in domain.conditions for rel, ends in _ways_to_say_it(low, high))
    is_certain = said or (high - low + 1).is_nonnegative or implied(forward, domain)
    return (value, needs) if is_certain else None


def _ways_to_say_it(low: Any, high: Any) -> list[Any]:
    """That the sum does not run backwards."""
    return [(sympy.Le, (low, high)), (sympy.Ge, (high, low)), (sympy.Lt, (low, high)), (sympy.Gt, (high, low))]


@lru_cache(maxsize=512)
def _telescoped(term: Any, variable: Any, low: Any) -> tuple[Any, tuple[Any, ...]] | None:
    """R with t(k) = R(k + 1) - R(k) for every whole k ≥ low, and what must not vanish, which is free of k."""
    from sympy.concrete.gosper import gosper_term

    if term.has(*SWITCHED, sympy.KroneckerDelta, *BINDING) or term.count_ops() > MOST_OPERATIONS:
        return None
    try:
        certificate = gosper_term(term, variable)
    except Exception:  # a candidate only: whatever SymPy raises, there is no candidate
        return None
    if certificate is None:
        return None
    h = sympy.Dummy("h", integer=True, nonnegative=True)
    R = sympy.factor(sympy.powsimp(certificate * term))
    here, after, own = (e.xreplace({variable: at}) for e, at in ((R, low + h), (R, low + h + 1), (term, low + h)))
    proof = by_normal_form(after - here, own)
    if proof is None:
        return None
    parts = (*must_not_vanish((here, after, own)), *proof.nonzero, *proof.exceptions)
    if as_conditions(part for part in parts if h in part.free_symbols):
        return None
    return R, tuple(dict.fromkeys(part for part in parts if h not in part.free_symbols))


def _from_the_other_side(series: Any) -> Any:
    """Σ_{k=-∞}^{m} t(k) with -k for k."""
    if len(series.limits) != 1 or len(series.limits[0]) != 3:
        return series
    variable, low, high = series.limits[0]
    if low != -sympy.oo or not high.is_integer or high.is_infinite or series.function.has(*BINDING):
        return series
    own = sympy.Symbol(variable.name, integer=True)
    if own != variable and own in series.function.free_symbols:
        return series
    return sympy.Sum(series.function.xreplace({variable: -own}), (own, -high, sympy.oo))
