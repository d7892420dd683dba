"""Endless sums of hypergeometric terms as hypergeometric functions, which have enclosures, values and relations.

Σ_{k ≥ 0} t(k) = t(0) pFq(a; b; z) if t(k + 1)/t(k) = z Π(k + a_i)/(Π(k + b_j) (k + 1)): that is the definition (DLMF 16.2.1).  The quotient
is a candidate, and t(k + 1) Π(k + b_j) (k + 1) = z Π(k + a_i) t(k) is proved for every whole k ≥ 0; no k + b_j may vanish, and the
series converges for certain: p ≤ q, or p = q + 1 and |z| < 1.  So every term is defined, the sum exists, and nothing that it needs is lost.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import sympy

from verify.closed_forms.certain import Above, above_zero
from verify.closed_forms.telescopers import ratio
from verify.errors import GiveUp
from verify.points.domain import Domain
from verify.proofs.equality import by_normal_form
from verify.proofs.proof import holds_always
from verify.terms.survey import NO_NUMBERS, TooBig, rebuilt, survey

HEADS = (sympy.binomial, sympy.gamma, sympy.RisingFactorial)
BINDING = (sympy.Integral, sympy.Sum, sympy.Product, sympy.Limit, sympy.Derivative, sympy.Subs)
MOST_OPERATIONS = 40
MOST_PARAMETERS = 5


def with_hypergeometric_series(expr: Any, domain: Domain) -> Any:
    """The expression with its endless sums of binomials and gamma functions as hypergeometric functions.

    >>> k, u = sympy.Symbol("k", integer=True), sympy.Symbol("u", positive=True)
    >>> series = sympy.Sum(sympy.binomial(2 * k, k) * u**k, (k, 0, sympy.oo))
    >>> with_hypergeometric_series(series, Domain((u,), (4 * u < 1,)))
    1/sqrt(1 - 4*u)
    """
    try:
        if not isinstance(expr, sympy.Expr) or not survey(expr).has(sympy.Sum):
            return expr
    except TooBig:
        return expr

    above = above_zero(domain)

    def walk(part: Any) -> Any:
        if not isinstance(part, sympy.Expr) or not part.has(sympy.Sum):
            return part
        if isinstance(part, sympy.Sum):
            return _function(part, above) or part
        return part if isinstance(part, BINDING) else rebuilt(part, map(walk, part.args))

    return walk(expr)


def _function(series: Any, above: Above) -> Any | None:
    found = _parameters(series)
    if found is None:
        return None
    first, top, bottom, z = found
    if not all(above(b) for b in bottom) or len(top) > len(bottom) + 1:
        return None
    if len(top) == len(bottom) + 1 and not (above(1 - z) and above(1 + z)):
        return None
    if len(top) == 1 and not bottom:
        return first * (1 - z) ** -top[0]  # 15.4.6
    return first * sympy.hyper(top, bottom, z)


@lru_cache(maxsize=512)
def _parameters(series: Any) -> tuple[Any, tuple[Any, ...], tuple[Any, ...], Any] | None:
    """(t(0), a, b, z), proved."""
    if len(series.limits) != 1 or not series.function.has(*HEADS) or series.function.has(*BINDING):
        return None
    index, low, high = series.limits[0]
    if high != sympy.oo or not low.is_Integer or series.function.count_ops() > MOST_OPERATIONS:
        return None
    k = sympy.Dummy("k", integer=True, nonnegative=True)
    term = series.function.subs(index, k + low)
    try:
        quotient = sympy.fraction(sympy.factor(ratio(term, k, 1)))
        (top, above), (bottom, below) = (_linear(part, k) for part in quotient)
    except (GiveUp, sympy.PolynomialError, TypeError, ValueError, ZeroDivisionError):
        return None
    first = term.subs(k, 0)
    z = sympy.factor(above / below)
    if first.has(*NO_NUMBERS) or first.is_zero is not False or len(top) + len(bottom) > 2 * MOST_PARAMETERS:
        return None
    proof = by_normal_form(term.subs(k, k + 1) * quotient[1], quotient[0] * term)
    if not holds_always(proof):
        return None
    if sympy.S.One in bottom:
        bottom.remove(sympy.S.One)
    else:
        top.append(sympy.S.One)
    return first, tuple(top), tuple(bottom), z


def _linear(polynomial: Any, k: Any) -> tuple[list[Any], Any]:
    """(the c of the factors k + c, what stands before them)."""
    shifts, constant = [], sympy.S.One
    for factor in sympy.Mul.make_args(polynomial):
        base, power = factor.as_base_exp()
        if k not in factor.free_symbols:
            constant *= factor
            continue
        coefficients = sympy.Poly(base, k).all_coeffs()
        if len(coefficients) != 2 or not (power.is_Integer and power > 0):
            raise GiveUp("a factor that is not linear")
        shifts += [coefficients[1] / coefficients[0]] * int(power)
        constant *= coefficients[0] ** power
    return shifts, constant
