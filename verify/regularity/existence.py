"""Do the integrals, sums and products of an expression exist?

An equation between a divergent sum and itself says nothing.  What is certain is not
spoken of: a finite sum of terms that are defined, an integral over a finite range of a function that
is continuous wherever the variable may be, and, where no symbol is involved, whatever a ball
encloses (the rules of `verify.balls` bound tails and refuse what diverges).  Otherwise
existence is a condition, provided that the thing exists somewhere.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import sympy
from sympy.core.function import AppliedUndef

from verify.balls import enclose
from verify.balls.core import work
from verify.errors import GiveUp
from verify.points.by_assumptions import BITS, sample_points
from verify.regularity.analytic import is_continuous, is_entire
from verify.regularity.conditions import must_not_vanish
from verify.regularity.side_conditions import as_conditions
from verify.terms.requirements import Exists, is_endless, outermost
from verify.terms.sign_algebra import NONNEGATIVE, admitted
from verify.terms.survey import NO_NUMBERS, parts_of

POINTS = 8
FAR, SMALL = 50, 1e-3
STEPS = 500_000


def existence(*sides: Any) -> tuple[Any, ...] | None:
    """The conditions under which all bound parts exist; None if one of them exists nowhere, as far as is known.

    >>> k = sympy.Symbol("k", integer=True)
    >>> existence(sympy.Sum(1 / k**2, (k, 1, sympy.oo))), existence(sympy.Sum(1 / k, (k, 1, sympy.oo))) is None
    ((), True)
    """
    found: list[Any] = []
    for part in {part: None for side in sides for part in outermost(side)}:
        if _certainly_exists(part):
            continue
        if not _is_somewhere(part):
            return None
        found += [Exists(part)] if part.free_symbols else []
    return tuple(found)


@lru_cache(maxsize=4096)
def _certainly_exists(part: Any) -> bool:
    if part.function.has(*NO_NUMBERS):
        return False  # with values in it, a divisor has become zero
    if part.has(AppliedUndef):
        return _exists_for_a_function(part)
    if len(part.limits) != 1 or len(part.limits[0]) != 3 or any(True for _ in outermost(part.function)):
        return False
    variable, low, high = part.limits[0]
    if low.is_infinite or high.is_infinite:
        return False
    if isinstance(part, sympy.Integral):
        return _is_proper(part.function, variable, low, high)
    return _is_finite_sum(part.func, part.function, variable, low, high)


def _exists_for_a_function(part: Any) -> bool:
    """An unknown function is one for which the line makes sense, if there is one: Gaussians have no zero and no pole.

    Over an endless range they say little; what does not change along it certainly has no sum.
    """
    gaussians = {f: sympy.exp(-sympy.Add(*(arg**2 for arg in f.args))) for f in part.atoms(AppliedUndef)}
    function = part.function
    if not all(map(_certainly_exists, outermost(function))):
        return False
    alone = {inner: sympy.Dummy("value", positive=True) for inner in outermost(function)}
    smooth = function.xreplace(alone).xreplace(gaussians).doit()
    for variable, *ends in part.limits:
        if len(ends) != 2:
            continue
        low, high = (end.xreplace(gaussians) for end in ends)
        if low.is_infinite or high.is_infinite:
            if not isinstance(part, sympy.Product) and _stays(smooth, variable, high if high.is_infinite else low):
                return False
        elif isinstance(part, sympy.Integral):
            if not _is_proper(smooth, variable, low, high):
                return False
        elif not _is_finite_sum(part.func, smooth, variable, low, high):
            return False
    return True


def _stays(function: Any, variable: Any, end: Any) -> bool:
    """Is it seen not to become small towards the infinite end?"""
    if variable not in function.free_symbols:
        return function.is_zero is not True
    places = (FAR * sympy.sign(end), 2 * FAR * sympy.sign(end))
    try:
        return all(abs(enclose(function.xreplace({variable: place}), {}, BITS)) > SMALL for place in places)
    except (GiveUp, KeyError):
        return False


def _is_proper(integrand: sympy.Expr, variable: sympy.Symbol, low: sympy.Expr, high: sympy.Expr) -> bool:
    """Continuous on the line, or on the half line if both ends lie there; off the real line entire, whatever the path."""
    if not (low.is_extended_real and high.is_extended_real):
        return is_entire(integrand, variable)
    places = [sympy.Dummy("x", real=True)]
    if low.is_nonnegative and high.is_nonnegative:
        places.append(sympy.Dummy("x", nonnegative=True))
    if low.is_positive and high.is_positive:
        places.append(sympy.Dummy("x", positive=True))
    shown = {need for need in must_not_vanish((integrand,)) if variable not in need.free_symbols}
    return any(_is_defined_along(integrand.xreplace({variable: place}), place, shown) for place in places)


def _is_defined_along(integrand: sympy.Expr, place: sympy.Symbol, shown: set[Any]) -> bool:
    """Continuous, and no divisor may vanish but what is `shown` outside: ⌊p⌋ of 1/√(t ⌊p⌋) is not."""
    if integrand.has(*NO_NUMBERS):
        return False
    return is_continuous(integrand, place) and not as_conditions(set(must_not_vanish((integrand,))) - shown)


def _is_finite_sum(kind: type, term: sympy.Expr, variable: sympy.Symbol, low: sympy.Expr, high: sympy.Expr) -> bool:
    """A sum or product over whole numbers of terms that are defined at each.

    One that may run backwards has terms below its lower end, and a product divides by them (Karr's convention; none, by another).
    """
    forwards = bool((high - low + 1).is_nonnegative)
    if not (low.is_integer and high.is_integer) or not (forwards or kind is sympy.Sum):
        return False
    signs = (admitted(low) + NONNEGATIVE).assumptions if forwards else {}
    there = term.xreplace({variable: sympy.Dummy("k", integer=True, **signs)})
    return not there.has(*NO_NUMBERS) and not as_conditions(must_not_vanish((there,)))


@lru_cache(maxsize=4096)
def _is_somewhere(part: Any) -> bool:
    """Does a ball enclose it at one of a few places, at a bounded cost that is the same whoever asks?"""
    with work.apart(STEPS):
        return _is_enclosed(part)


def _is_enclosed(part: Any) -> bool:
    if part.free_symbols and has_an_endless_integral(part):
        return True
    for point in sample_points(part.free_symbols, POINTS):
        try:
            if enclose(part, point, BITS).is_finite():
                return True
        except GiveUp:
            return bool(part.free_symbols)
    return False


def has_an_endless_integral(*expressions: Any) -> bool:
    """Few endless ranges are enclosed: what is not may exist all the same."""
    return any(is_endless(part) for expr in expressions for part in parts_of(expr, sympy.Integral))
