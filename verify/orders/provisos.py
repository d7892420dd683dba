"""Needless provisos: what the domain, with its conditions, implies anyway.

A claim speaks of the points of its domain.  A proviso that holds at every one of them leaves none out,
so that it may stay unsaid; one that may fail at a point is told.

Why this cannot lie: "implied" is said only where a procedure shows it for every point.  A product is not
zero if none of its factors is.  A factor is not zero if a condition says so (f < g says that no factor of g - f is
zero), or if it has a sign on the domain (`verify.points.term_by_term`).  An expression of several positive symbols that is only
multiplied by λ^k where they all are multiplied by λ has the sign that it has where one of them is 1.  What must hold for each term of a finite sum is asked of an
arbitrary index within its range.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

import sympy
from sympy.core.relational import Relational
from sympy.logic.boolalg import Boolean

from verify.normal_form.signs import are_compared, is_nonzero, is_positive, sign_set
from verify.orders.slopes import proved_by_slope
from verify.points.domain import Domain
from verify.points.term_by_term import MOST_CONDITIONS, certified_sign
from verify.proofs.equality import prove_equal
from verify.regularity.conditions import must_not_vanish
from verify.regularity.side_conditions import as_conditions
from verify.solving.equations import nonzero
from verify.terms.requirements import Exists, HasNoZero, outermost
from verify.terms.sign_algebra import NONNEGATIVE, NONZERO, TRUE_FOR, Signs, admitted
from verify.terms.survey import NO_NUMBERS, by_name

MOST_OPERATIONS = 200
SCALES = (0, 1, -1, 2, -2, 3, -3)
MOST_DIVISORS = 2
ORDERS = (sympy.StrictGreaterThan, sympy.StrictLessThan, sympy.GreaterThan, sympy.LessThan)


def implied(condition: Boolean, domain: Domain) -> bool:
    """Does the condition certainly hold at every point of the domain?

    >>> r, R = sympy.symbols("r R", positive=True)
    >>> inside = Domain((r, R), (r < R,))
    >>> implied(sympy.Ne(2 * R - r, 0), inside), implied(sympy.Ne(R - 2 * r, 0), inside)
    (True, False)
    """
    if condition is sympy.true or condition in domain.conditions:
        return True
    if isinstance(condition, HasNoZero):
        expression, index, low, high = condition.args
        return _for_every_index((sympy.Ne(expression, 0, evaluate=False),), (index, low, high), domain)
    if isinstance(condition, Exists):
        return _exists(condition.args[0], domain)
    if not isinstance(condition, Relational) or not _is_short(condition):
        return False
    difference = condition.lhs - condition.rhs
    if isinstance(condition, sympy.Ne):
        return difference != 0 and all(_is_nonzero(factor.lhs, domain) for factor in _factors_of(difference))
    return are_compared(condition) and _has_sign(difference, TRUE_FOR[condition.rel_op], domain)


def without_needless(conditions: Iterable[Boolean], domain: Domain) -> Iterator[Boolean]:
    """What neither the domain nor a condition before it implies; of a product that must not vanish, the factors that may.

    >>> r, R = sympy.symbols("r R", positive=True)
    >>> list(without_needless([sympy.Ne(R**2 - r**2, 0), sympy.Ne(3 * R - 3 * r, 0)], Domain((r, R))))
    [Ne(R - r, 0)]
    """
    for part in (part for condition in conditions for part in _factors(condition)):
        if not implied(part, domain):
            yield part
            domain = Domain((*domain.symbols, *part.free_symbols), (*domain.conditions, *_as_known(part)))


def _factors(condition: Boolean) -> Iterable[Boolean]:
    """f ≠ 0 and g ≠ 0 for f g ≠ 0; where functions occur the condition is left as it was written."""
    is_plain = isinstance(condition, sympy.Ne) and not condition.has(sympy.Function)
    return _factors_of(condition.lhs - condition.rhs) if is_plain and _is_short(condition) else (condition,)


@lru_cache(maxsize=1024)
def _factors_of(difference: sympy.Expr) -> tuple[Boolean, ...]:
    """That no factor is zero, without those that certainly are not; a factorisation counts only once it is proved."""
    is_proved = prove_equal(sympy.factor(difference), difference) is not None
    return nonzero(difference) if is_proved else (sympy.Ne(difference, 0, evaluate=False),)


def _as_known(part: Boolean) -> Iterable[Boolean]:
    """What a domain can hold of it."""
    return (part,) if isinstance(part, Relational) else ()


def _is_short(condition: Boolean) -> bool:
    return int(sympy.count_ops(condition)) <= MOST_OPERATIONS


def _is_nonzero(factor: sympy.Expr, domain: Domain) -> bool:
    if _is_a_reciprocal(factor) or _has_positive_real_part(factor) or _is_positive_bessel(factor):
        return True
    stated = _stated(domain.conditions)
    if factor in stated or _has_sign(factor, NONZERO, domain):
        return True
    product = _with_its_conjugate(factor)
    if product is not None and _has_sign(product, NONZERO, domain):
        return True
    if _has_sign_at_scale_one(factor):
        return True
    return any(is_nonzero(factor / other) for other in stated if other.free_symbols <= factor.free_symbols)


def _is_a_reciprocal(factor: sympy.Expr) -> bool:
    """1/x is zero nowhere."""
    return bool(factor.is_Pow and factor.exp.is_Rational and factor.exp < 0)


def _is_positive_bessel(factor: sympy.Expr) -> bool:
    """I_ν(x) and K_ν(x) are positive for ν ≥ 0 and x > 0 (DLMF 10.37)."""
    if not isinstance(factor, (sympy.besseli, sympy.besselk)):
        return False
    order, place = factor.args
    return bool(order.is_Rational and order >= 0) and is_positive(place)


@lru_cache(maxsize=1024)
def _has_sign_at_scale_one(factor: sympy.Expr) -> bool:
    """λ cosh(R/λ)/R - λ² sinh(R/λ)/R² for positive λ and R, from cosh(x)/x - sinh(x)/x² with λ = 1 and its slope."""
    symbols = sorted(factor.free_symbols, key=by_name)
    if len(symbols) != 2 or not factor.has(sympy.Function) or not all(symbol.is_positive for symbol in symbols):
        return False
    return any(_has_sign_by_slope(factor, *pair) for pair in (symbols, symbols[::-1]))


def _has_sign_by_slope(factor: sympy.Expr, unit: sympy.Symbol, other: sympy.Symbol) -> bool:
    place = sympy.Dummy("x", positive=True)
    scaled = factor.xreplace({other: place * unit})
    at_one = scaled.xreplace({unit: sympy.S.One})
    if not any(prove_equal(scaled, unit**power * at_one) is not None for power in SCALES):
        return False
    numerator = sympy.expand(at_one * place**MOST_DIVISORS)
    return proved_by_slope(numerator, place, Domain((place,)), NONZERO) is not None


def _has_positive_real_part(factor: sympy.Expr) -> bool:
    """1 + √z: a principal square root has no negative real part, whatever stands under it."""
    some = False
    for term in sympy.Add.make_args(factor):
        others = [part for part in sympy.Mul.make_args(term) if not (part.is_Pow and part.exp == sympy.S.Half)]
        if not all(map(is_positive, others)) or len(sympy.Mul.make_args(term)) - len(others) > 1:
            return False
        some = some or is_positive(term)
    return some


def _with_its_conjugate(factor: sympy.Expr) -> sympy.Expr | None:
    """(a + b)(a - b) = a² - b² for the terms b with square roots: where the product is not zero, no factor is."""
    roots = [t for t in sympy.Add.make_args(factor) if any(_is_root(p) for p in t.atoms(sympy.Pow))]
    if not roots or not factor.is_Add:
        return None
    b = sympy.Add(*roots)
    return sympy.expand((factor - b) ** 2) - sympy.expand(b**2)


def _is_root(power: sympy.Pow) -> bool:
    return bool(power.exp.is_Rational and power.exp.q == 2)


@lru_cache(maxsize=1024)
def _stated(conditions: tuple[Boolean, ...]) -> frozenset[sympy.Expr]:
    """The factors of which a condition says that they are not zero, each with the sign that `nonzero` gives it."""
    strict = (sympy.Ne, sympy.StrictGreaterThan, sympy.StrictLessThan)
    said = (c.lhs - c.rhs for c in conditions if isinstance(c, strict) and _is_short(c))
    return frozenset(factor.lhs for difference in said if difference != 0 for factor in _factors_of(difference))


def _has_sign(expression: sympy.Expr, wanted: Signs, domain: Domain) -> bool:
    bounds = _bounds_of(expression, domain.conditions)
    symbols = expression.free_symbols.union(*(bound.free_symbols for bound in bounds))
    sign = certified_sign(expression, Domain(tuple(symbols), bounds)) or sign_set(expression)
    return sign is not None and sign <= wanted


def _bounds_of(expression: sympy.Expr, conditions: Iterable[Boolean]) -> tuple[Boolean, ...]:
    """The inequalities that speak of its symbols, then those that speak of theirs: as many as `certified_sign` looks at."""
    orders = [c for c in conditions if isinstance(c, ORDERS)]
    spoken: set[sympy.Basic] = set(expression.free_symbols)
    found: list[Boolean] = []
    while more := [c for c in orders if c not in found and c.free_symbols & spoken]:
        found += more
        spoken = spoken.union(*(c.free_symbols for c in more))
    return tuple(found[:MOST_CONDITIONS])


# --- sums and their terms --------------------------------------------------------------------------


def _exists(part: sympy.Expr, domain: Domain) -> bool:
    """A finite sum or product exists if each of its terms is defined; one that runs backwards has others than those between its ends."""
    limits: tuple[sympy.Tuple, ...] = part.limits if isinstance(part, (sympy.Sum, sympy.Product)) else ()
    if len(limits) != 1 or len(limits[0]) != 3:
        return False
    index, low, high = limits[0]
    if low.is_infinite or high.is_infinite or not (low.is_integer and high.is_integer):
        return False
    if part.function.has(*NO_NUMBERS) or any(True for _ in outermost(part.function)):
        return False
    length = high - low + 1
    forwards = length.is_nonnegative or implied(sympy.Ge(length, 0, evaluate=False), domain)
    if isinstance(part, sympy.Product) and not forwards:
        return False  # it divides by these
    limit = limits[0] if forwards else (index, -sympy.oo, sympy.oo)
    return _for_every_index(as_conditions(must_not_vanish((part.function,))), limit, domain)


def _for_every_index(demands: Iterable[Boolean], limit: Iterable[sympy.Expr], domain: Domain) -> bool:
    index, low, high = limit
    signs = {} if low.is_infinite else (admitted(low) + NONNEGATIVE).assumptions
    place = sympy.Dummy(index.name, integer=True, **signs)
    ends = [] if low.is_infinite else [sympy.Ge(place, low, evaluate=False)]
    ends += [] if high.is_infinite else [sympy.Le(place, high, evaluate=False)]
    symbols = {place, *domain.symbols}.union(*(end.free_symbols for end in ends))
    within = Domain(tuple(symbols), (*domain.conditions, *ends))
    return all(implied(demand.xreplace({index: place}), within) for demand in demands)
