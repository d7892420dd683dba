"""Expansions about 0 from above: exact coefficients by arithmetic of truncated Laurent series.

A series is t^v (c_0 + c_1 t + ... + O(t^n)) with t > 0 and exact coefficients.  Sum,
product, quotient, power, exponential, logarithm, circular and hyperbolic functions and
their inverses are computed by their defining recurrences, so every coefficient is the one
of the function itself wherever it is analytic in t up to the factor t^v.  Nothing is
taken from a computer-algebra system's `series`.

Logarithms.  log(c t^v (1 + u)) = log c + v log t + log(1 + u) for c > 0, so that the coefficients
become rational functions of `LOG`, which stands for log t and tends to −∞.  Every
recurrence is an identity of formal series over the field of these functions (d/dt is taken
at fixed LOG there: a derivation like any other).  It holds for the functions as well: a
rational function of log t is bounded by a power of |log t|, and t |log t|^m → 0 for every m, so the
rest of an argument still tends to 0 and the first order dropped, times some power of the
logarithm, bounds the error.  A coefficient that is not identically zero in LOG is not zero for
all small t.  A term c(LOG) t^k is therefore O(t^n) exactly if k > n, or k = n and c is bounded
(`is_bounded`), or c = 0.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import sympy

from verify.errors import GiveUp
from verify.normal_form.signs import is_nonzero, is_positive, is_real, sign_set
from verify.points.exact_numbers import certain_sign
from verify.proofs.equality import prove_equal
from verify.terms.quotients import cancelled
from verify.terms.sign_algebra import NEGATIVE, POSITIVE
from verify.wording import words

MAX_TERMS = 40
FEW_TERMS = 8
LOG = sympy.Dummy("log t", negative=True)
"""The logarithm of the variable, t < 1, inside a coefficient."""


@dataclass(frozen=True)
class Laurent:
    """t^valuation · Σ coefficients[k] t^k + O(t^(valuation + len(coefficients)))."""

    valuation: int
    coefficients: tuple[sympy.Expr, ...]

    @property
    def end(self) -> int:
        """The order of the first term that is not known."""
        return self.valuation + len(self.coefficients)

    def coefficient(self, order: int) -> sympy.Expr:
        """The coefficient of t^order; orders below the valuation have 0."""
        if order >= self.end:
            raise GiveUp(f"the term of order {order} was not computed")
        return sympy.Integer(0) if order < self.valuation else self.coefficients[order - self.valuation]


def expand_at_zero(expression: sympy.Expr, variable: sympy.Symbol, terms: int) -> Laurent:
    """The series of the expression in its variable, for small positive values.

    >>> x = sympy.Symbol("x", positive=True)
    >>> expand_at_zero(sympy.sqrt(2 - 2 * sympy.cos(x)), x, 6).coefficients[:3]
    (1, 0, -1/24)
    """
    if terms > MAX_TERMS:
        raise GiveUp(f"{terms} terms are asked for; expected at most {MAX_TERMS}")
    return _expand(expression, variable, terms)


def is_nonzero_near_zero(expression: sympy.Expr, variable: sympy.Symbol) -> bool:
    """Is the expression certainly defined and different from 0 for all small positive values of its variable?"""
    try:
        _leading(expand_at_zero(expression, variable, FEW_TERMS), expression)
    except GiveUp:
        return False
    return True


def vanishes(coefficient: sympy.Expr) -> bool | None:
    """True and False are certain; None is "not known" (a coefficient with symbols, say)."""
    if coefficient.is_Rational:
        return bool(coefficient == 0)
    if prove_equal(coefficient, sympy.Integer(0)) is not None:
        return True
    if coefficient.free_symbols:
        return None
    sign = certain_sign(coefficient)
    return None if sign is None else sign == 0


def limit_at_zero(expression: sympy.Expr, variable: sympy.Symbol) -> sympy.Expr:
    """The limit for small positive values: finite, oo or -oo, from the first term of the expansion.

    c(log t) t^v tends to 0 for v > 0, to the sign of c times ∞ for v < 0, and for v = 0 to a
    constant c, or to ±∞ if c is an unbounded rational function of log t.  Raises GiveUp.
    """
    first = _leading(_expand(expression, variable, FOR_A_LIMIT), expression)
    c = first.coefficients[0]
    if first.valuation > 0 or (first.valuation == 0 and not c.has(LOG)):
        return sympy.Integer(0) if first.valuation > 0 else c
    if first.valuation == 0 and is_bounded(c):
        return sympy.cancel(_rational_limit(c))
    sign = sign_set(_leading_sign(c))
    if sign in (POSITIVE, NEGATIVE):
        return sympy.oo if sign == POSITIVE else -sympy.oo
    raise GiveUp(f"the sign of {c} is not known")


FOR_A_LIMIT = 8


def is_bounded(c: sympy.Expr) -> bool | None:
    """Does a coefficient stay bounded as log t → −∞?  True, False, or None where a leading coefficient is not certain."""
    if not c.has(LOG):
        return True
    top, bottom = _degrees(c)
    if top <= bottom:
        return True if _is_nonzero(_poly(sympy.fraction(sympy.together(c))[1]).LC()) else None
    return False if _is_nonzero(_poly(sympy.fraction(sympy.together(c))[0]).LC()) else None


def _degrees(c: sympy.Expr) -> tuple[int, int]:
    top, bottom = map(_poly, sympy.fraction(sympy.together(c)))
    return int(top.degree()), int(bottom.degree())


def _poly(c: sympy.Expr) -> sympy.Poly:
    try:
        return sympy.Poly(c, LOG)
    except sympy.PolynomialError:
        raise GiveUp(f"{c} is no rational function of the logarithm") from None


def _rational_limit(c: sympy.Expr) -> sympy.Expr:
    top, bottom = map(_poly, sympy.fraction(sympy.together(c)))
    return top.LC() / bottom.LC() if top.degree() == bottom.degree() else sympy.Integer(0)


def _leading_sign(c: sympy.Expr) -> sympy.Expr:
    """An expression with the sign that c has for all small t: the leading coefficients in log t → −∞."""
    top, bottom = map(_poly, sympy.fraction(sympy.together(c)))
    return sympy.Integer(-1) ** int(top.degree() + bottom.degree()) * top.LC() / bottom.LC()


ENTIRE = (sympy.sin, sympy.cos, sympy.sinh, sympy.cosh)
QUOTIENTS = {
    sympy.tan: (sympy.sin, sympy.cos),
    sympy.cot: (sympy.cos, sympy.sin),
    sympy.tanh: (sympy.sinh, sympy.cosh),
    sympy.coth: (sympy.cosh, sympy.sinh),
    sympy.sec: (None, sympy.cos),
    sympy.csc: (None, sympy.sin),
    sympy.sech: (None, sympy.cosh),
    sympy.csch: (None, sympy.sinh),
}
INVERSE_SLOPES = {
    sympy.atan: lambda z: 1 / (1 + z**2),
    sympy.asinh: lambda z: 1 / sympy.sqrt(1 + z**2),
    sympy.asin: lambda z: 1 / sympy.sqrt(1 - z**2),
    sympy.atanh: lambda z: 1 / (1 - z**2),
}
"""Derivatives of functions that are analytic on the real line, or between −1 and 1 (the last two)."""


def _expand(e: sympy.Expr, t: sympy.Symbol, n: int) -> Laurent:
    if t not in e.free_symbols:
        return _constant(e, n)
    if e == t:
        return Laurent(1, (sympy.Integer(1), *[sympy.Integer(0)] * (n - 1)))
    if e.is_Add:
        return _sum([_expand(term, t, n) for term in e.args])
    if e.is_Mul:
        product = _constant(sympy.Integer(1), n)
        for factor in e.args:
            product = _product(product, _expand(factor, t, n))
        return product
    if isinstance(e, sympy.exp):
        return _exponential(_regular(_expand(e.args[0], t, n), e), e)
    if isinstance(e, sympy.log):
        return _logarithm(_expand(e.args[0], t, n), e)
    if e.is_Pow:
        return _any_power(e, t, n)
    if isinstance(e, ENTIRE):
        return _wave(_regular(_expand(e.args[0], t, n), e), type(e), e)
    if type(e) in QUOTIENTS:
        return _quotient(e, t, n)
    if type(e) in INVERSE_SLOPES:
        return _inverse(e, t, n)
    if isinstance(e, sympy.Abs):
        return _absolute(_leading(_expand(e.args[0], t, n), e), e)
    raise GiveUp(f"{type(e).__name__} has no rule for its expansion")


def _constant(c: sympy.Expr, n: int) -> Laurent:
    return Laurent(0, (c, *[sympy.Integer(0)] * (n - 1)))


def _scaled(s: Laurent, factor: sympy.Expr) -> Laurent:
    return Laurent(s.valuation, tuple(_tidy(factor * c) for c in s.coefficients))


def _sum(parts: list[Laurent]) -> Laurent:
    low, end = min(p.valuation for p in parts), min(p.end for p in parts)
    if end <= low:
        raise GiveUp("the terms of a sum have no known order in common")
    orders = range(low, end)
    return Laurent(low, tuple(_tidy(sympy.Add(*(p.coefficient(k) for p in parts))) for k in orders))


def _product(a: Laurent, b: Laurent) -> Laurent:
    n = min(len(a.coefficients), len(b.coefficients))
    found = [sympy.Add(*(a.coefficients[i] * b.coefficients[k - i] for i in range(k + 1))) for k in range(n)]
    return Laurent(a.valuation + b.valuation, tuple(map(_tidy, found)))


def _leading(s: Laurent, where: sympy.Expr) -> Laurent:
    """The series with its first coefficient certainly not 0."""
    for skip, c in enumerate(s.coefficients):
        zero = vanishes(c)
        if zero is None and not _is_nonzero(c):
            raise GiveUp(f"whether {_shown(c)} vanishes in {where} is not known")
        if zero is not True:
            return Laurent(s.valuation + skip, s.coefficients[skip:])
    raise GiveUp(f"{where} vanishes to every order that was computed")


def _any_power(e: sympy.Expr, t: sympy.Symbol, n: int) -> Laurent:
    """A power with a constant exponent; else g^h = exp(h log g), which is its definition."""
    if t not in e.exp.free_symbols:
        return _power(_expand(e.base, t, n), e.exp, e)
    exponent = _product(_expand(e.exp, t, n), _logarithm(_expand(e.base, t, n), e))
    return _exponential(_regular(exponent, e), e)


def _power(s: Laurent, exponent: sympy.Expr, where: sympy.Expr) -> Laurent:
    """(c t^v (1 + u))^r = c^r t^(rv) (1 + u)^r; unless r is whole, c must be positive, r real and r v whole.

    (1 + u)^r by J. C. P. Miller's recurrence (Henrici, Applied and Computational Complex Analysis I, 1.6).
    """
    s = _leading(s, where)
    first = s.coefficients[0]
    valuation = exponent * s.valuation
    if not valuation.is_Integer:
        raise GiveUp(f"{where} has the power {valuation} of the variable, which is no whole number")
    if not exponent.is_Integer and (first.has(LOG) or not is_positive(first) or not is_real(exponent)):
        raise GiveUp(f"a root of {_shown(first)} in {where}, which is not certainly positive")
    unit = [_tidy(c / first) for c in s.coefficients]
    found = [sympy.Integer(1)]
    for k in range(1, len(unit)):
        terms = (((exponent + 1) * j - k) * unit[j] * found[k - j] for j in range(1, k + 1))
        found.append(_tidy(sympy.Add(*terms) / k))
    return _scaled(Laurent(int(valuation), tuple(found)), first**exponent)


def _logarithm(s: Laurent, where: sympy.Expr) -> Laurent:
    """log(c t^v (1 + u)) = log c + v log t + log(1 + u) for c > 0; (1 + u) f' = u' gives log(1 + u) term by term."""
    s = _leading(s, where)
    first = s.coefficients[0]
    if first.has(LOG) or not is_positive(first):
        raise GiveUp(f"the logarithm of {_shown(first)} in {where}, which is not certainly positive")
    u = [_tidy(c / first) for c in s.coefficients]
    found = [sympy.log(first) + s.valuation * LOG]
    for k in range(1, len(u)):
        terms = (j * found[j] * u[k - j] for j in range(1, k))
        found.append(_tidy(u[k] - sympy.Add(*terms) / k))
    return Laurent(0, tuple(found))


def _regular(s: Laurent, where: sympy.Expr) -> tuple[sympy.Expr, Laurent]:
    """(constant term, rest of order at least 1) of the argument of an entire function."""
    if s.end < 1:
        raise GiveUp(f"the constant term of the argument of {where} was not computed")
    if s.valuation < 0 and not all(vanishes(c) for c in s.coefficients[: -s.valuation]):
        raise GiveUp(f"{where} has an essential singularity at 0")
    zeros = (sympy.Integer(0),) * max(s.valuation, 0)
    plain = Laurent(0, (*zeros, *s.coefficients[max(-s.valuation, 0) :]))
    return plain.coefficients[0], Laurent(0, (sympy.Integer(0), *plain.coefficients[1:]))


def _exponential(argument: tuple[sympy.Expr, Laurent], where: sympy.Expr) -> Laurent:
    """exp(c + m log t + u) = t^m e^c exp(u) for whole m; f' = u' f gives exp(u) term by term."""
    start, u = argument
    steps = sympy.Integer(0)
    if start.has(LOG):
        steps = _tidy(sympy.diff(start, LOG))
        start = _tidy(start - steps * LOG)
        if not steps.is_Integer or start.has(LOG):
            raise GiveUp(f"{where} has no whole power of the variable in front")
    found = [sympy.exp(start)]
    for k in range(1, len(u.coefficients)):
        found.append(_tidy(sympy.Add(*(j * u.coefficients[j] * found[k - j] for j in range(1, k + 1))) / k))
    return Laurent(int(steps), tuple(found))


def _wave(argument: tuple[sympy.Expr, Laurent], kind: type, where: sympy.Expr) -> Laurent:
    """sin and cos together: s' = u' c, c' = -u' s; sinh and cosh: s' = u' c, c' = u' s."""
    start, u = argument
    if start.has(LOG):
        raise GiveUp(f"{where} oscillates, or grows like no power, at 0")
    circular = kind in (sympy.sin, sympy.cos)
    s, c = [(sympy.sin if circular else sympy.sinh)(start)], [(sympy.cos if circular else sympy.cosh)(start)]
    sign = -1 if circular else 1
    for k in range(1, len(u.coefficients)):
        rates = [j * u.coefficients[j] for j in range(k + 1)]
        s.append(_tidy(sympy.Add(*(rates[j] * c[k - j] for j in range(1, k + 1))) / k))
        c.append(_tidy(sign * sympy.Add(*(rates[j] * s[k - j] for j in range(1, k + 1))) / k))
    return Laurent(0, tuple(s if kind in (sympy.sin, sympy.sinh) else c))


def _quotient(e: sympy.Expr, t: sympy.Symbol, n: int) -> Laurent:
    """tan = sin/cos and its kin."""
    above, below = QUOTIENTS[type(e)]
    argument = _regular(_expand(e.args[0], t, n), e)
    numerator = _constant(sympy.Integer(1), n) if above is None else _wave(argument, above, e)
    return _product(numerator, _power(_wave(argument, below, e), sympy.Integer(-1), e))


def _inverse(e: sympy.Expr, t: sympy.Symbol, n: int) -> Laurent:
    """f(c + u) = f(c) + ∫ f'(c + u) u' dt, for a real c inside the interval where f is analytic."""
    start, u = _regular(_expand(e.args[0], t, n), e)
    inside = is_real(start) and (isinstance(e, (sympy.atan, sympy.asinh)) or is_positive(1 - start**2))
    if start.has(LOG) or not inside:
        raise GiveUp(f"{_shown(start)} in {e} is not certainly real and inside the interval where it is analytic")
    z = sympy.Dummy("z", real=True)
    slope = _composed(INVERSE_SLOPES[type(e)](z), z, Laurent(0, (start, *u.coefficients[1:])))
    rates = Laurent(0, tuple(k * c for k, c in enumerate(u.coefficients))[1:])
    integrand = _product(slope, rates).coefficients
    return Laurent(0, (e.func(start), *(_tidy(c / (k + 1)) for k, c in enumerate(integrand))))


def _composed(formula: sympy.Expr, z: sympy.Symbol, inner: Laurent) -> Laurent:
    """The series of an algebraic formula of z at z = inner."""
    if z not in formula.free_symbols:
        return _constant(formula, len(inner.coefficients))
    if formula == z:
        return inner
    parts = [_composed(arg, z, inner) for arg in formula.args]
    if formula.is_Add:
        return _sum(parts)
    if formula.is_Mul:
        product = parts[0]
        for part in parts[1:]:
            product = _product(product, part)
        return product
    return _power(parts[0], formula.exp, formula)


def _absolute(s: Laurent, where: sympy.Expr) -> Laurent:
    """|f| = ±f by the sign of the first term, for a series with real coefficients."""
    if not all(is_real(c) for c in s.coefficients):
        raise GiveUp(f"whether the argument of {where} is real is not known")
    if is_positive(s.coefficients[0]):
        return s
    if is_positive(-s.coefficients[0]):
        return _scaled(s, sympy.Integer(-1))
    raise GiveUp(f"the sign of {_shown(s.coefficients[0])} in {where} is not known")


def _shown(c: sympy.Expr) -> str:
    return words(c).replace("_log t", "log(t)")


def _is_nonzero(c: sympy.Expr) -> bool:
    """Certainly not 0 for all small t: as a rational function of log t, if it contains that."""
    if c.has(LOG):
        return _is_nonzero(_poly(sympy.fraction(sympy.together(c))[0]).LC())
    return is_nonzero(c) or (not c.free_symbols and vanishes(c) is False)


@lru_cache(maxsize=8192)
def _tidy(c: sympy.Expr) -> sympy.Expr:
    return c if c.is_Rational else cancelled(sympy.expand(c))
