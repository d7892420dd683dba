"""Does a line say anything?  At one point of its domain all must be met that it needs to be defined.

Where it is defined nowhere, every proof of it is right and says nothing: 1/H < 1/H + 1 with H = (x + y)² - x² - 2xy - y², or
log(x - y) + 1 > log(x - y) where x = y.  What is needed is asked together, at the same point: 1/max(x, 0) + 1/max(-x, 0) needs
what each part may have alone.  A point certifies it (exact, in the domain; enclosures that show each part); where no point
does, nothing is proved.  A value f(x) of an undefined function is a number of its own there; where derivatives of f are
needed, it stands for concrete functions (`verify.refuting.trial_functions`).

An integral, sum or product must exist with the point's values in it (`verify.proofs.definedness.exists_where`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import partial
from itertools import chain, islice
from typing import Any

import sympy
from sympy.core.function import AppliedUndef

from verify.errors import ClaimError
from verify.points.domain import Domain
from verify.points.plan import Point
from verify.proofs.definedness import exists_where, moved, needs
from verify.refuting.comparison import CONFIRMING_BITS as BITS
from verify.refuting.trial_functions import instances
from verify.regularity.written import is_defined
from verify.solving.replacement import put, put_in_condition
from verify.terms.requirements import BOUND, Exists, IsDifferentiable, IsReal, Requirement, is_plainly_nonzero

POINTS = 8


def is_somewhere_defined(
    needs: Iterable[Any], domain: Domain, seed: int = 0, seen: Iterable[Point] = (), also: Iterable[Any] = ()
) -> bool:
    """Is there a point of the domain at which all needs are met, and the conditions `also` hold?

    `seen` are points of the domain that are looked at first.
    """
    also = tuple(also)
    more = [c for c in also if isinstance(c, Requirement)]
    pinned = {symbol for c in domain.conditions if isinstance(c, sympy.Eq) for symbol in c.free_symbols}
    open_needs = [need for need in dict.fromkeys((*needs, *more)) if not _is_settled(need, pinned)]
    conditions = [c for c in also if c not in more and c not in domain.conditions]
    if not open_needs and not conditions:
        return True
    stand_ins = _as_real(open_needs) | _as_numbers(open_needs)
    try:
        there = _with(domain, conditions, stand_ins) if conditions or stand_ins else domain
        drawn = there.points(seed, POINTS)
        points = islice(chain(seen, drawn), POINTS) if there is domain else drawn
        if stand_ins:
            open_needs = [moved(need, partial(put, values=stand_ins)) for need in open_needs]
        return _is_met_at_one(open_needs, points)
    except ClaimError:  # no point meets the conditions
        return False


def _as_real(needs: Iterable[Any]) -> dict[Any, Any]:
    """Real symbols for those that may be complex and stand in what must be real: few complex numbers would be."""
    symbols = {s for need in needs if isinstance(need, IsReal) for s in need.free_symbols if s.is_real is None}
    return {s: sympy.Dummy(s.name, **{**s._assumptions_orig, "real": True}) for s in symbols}


def _as_numbers(needs: Iterable[Any]) -> dict[Any, Any]:
    """A number for each f(x) that is used as one; derivatives and integrals of f are left as they are."""
    stack, found = list(needs), dict[Any, None]()
    while stack:
        expr = stack.pop()
        if isinstance(expr, AppliedUndef):
            found[expr] = None
        elif not isinstance(expr, (Exists, sympy.Derivative, sympy.Subs, sympy.Limit, *BOUND)):
            stack += expr.args
    kept = {part for need in needs for head in (sympy.Derivative, sympy.Subs, *BOUND) for part in need.atoms(head)}
    return {
        f: sympy.Dummy(
            "f", **{fact: True for fact in ("real", "positive", "negative", "integer") if getattr(f, f"is_{fact}")}
        )
        for f in found
        if not any(part.has(f.func) for part in kept)
    }


def _with(domain: Domain, conditions: Iterable[Any], values: dict[Any, Any]) -> Domain:
    numbers = (number for thing, number in values.items() if thing not in domain.symbols)
    symbols = (*(values.get(symbol, symbol) for symbol in domain.symbols), *numbers)
    return Domain(symbols, tuple(put_in_condition(c, values) for c in (*domain.conditions, *conditions)))


def _is_settled(need: Any, pinned: Collection[Any] = ()) -> bool:
    """Certain by assumptions, or the existence of a derivative, of which no point tells: but its place must be free."""
    if not isinstance(need, Requirement):
        return is_plainly_nonzero(need)
    return bool(need.is_certain) or (isinstance(need, IsDifferentiable) and need.free_symbols.isdisjoint(pinned))


def _is_met_at_one(needs: Sequence[Any], points: Iterable[Point]) -> bool:
    bound = [need.args[0] for need in needs if isinstance(need, Exists)]
    of_functions = [need for need in needs if need.has(AppliedUndef) and not isinstance(need, Exists)]
    plain = [need for need in needs if not isinstance(need, Exists) and need not in of_functions]
    good = (
        point
        for point in points
        if is_defined(plain, point, BITS) and (not of_functions or _is_met_for_a_function(of_functions, point))
    )
    return any(all(_exists(part, point) for part in bound) for point in good)


def _is_met_for_a_function(needs: Sequence[Any], point: Point) -> bool:
    """For one choice of the undefined functions; where none can be made, their assumptions alone are asked."""
    expressions = [need.args[0] if isinstance(need, Requirement) else need for need in needs]
    chosen = list(instances(*expressions))
    return not chosen or any(
        is_defined([_put_in(need, expr) for need, expr in zip(needs, each, strict=True)], point, BITS)
        for each in chosen
    )


def _put_in(need: Any, expr: Any) -> Any:
    return need.func(expr, *need.args[1:]) if isinstance(need, Requirement) else expr


def _exists(part: Any, point: Point) -> bool:
    """Does the integral, sum or product certainly exist there?

    With the point's values in it, it may no longer show what it needs: 0/(k - 2) for k = 0, 1, 2, ...
    """
    there = {symbol: value for symbol, value in point.items() if symbol in part.free_symbols}
    return exists_where(part.xreplace(there)) == () and all(
        _exists(need.args[0], point)
        if isinstance(need, Exists)
        else _is_met_inside(moved(need, partial(put, values=there)))
        for need in needs([part])
        if need != Exists(part)
    )


def _is_met_inside(need: Any) -> bool:
    return _is_settled(need) or is_defined([need], {}, BITS)
