"""Expansions about 0 from above: exact coefficients by arithmetic of truncated Laurent series.

A series is t^v (c_0 + c_1 t + ... + O(t^n)) with t > 0 and exact coefficients.  Sum,
product, quotient, rational power and the exponential, sine, cosine and logarithm of a
series are computed by their defining recurrences, so every coefficient is the one of the
function itself wherever the function is analytic in t up to the factor t^v.  Nothing is
taken from a computer-algebra system's `series`.
"""

from __future__ import annotations

from dataclasses import dataclass

import sympy

from verify.algebraic import certain_sign
from verify.exact import prove_equal
from verify.signs import POSITIVE, sign_set

MAX_TERMS = 40


class NoExpansion(Exception):
    """The expression is outside what can be expanded; the message says where."""


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
            raise NoExpansion(f"the term of order {order} was not computed")
        return sympy.Integer(0) if order < self.valuation else self.coefficients[order - self.valuation]


def expand_at_zero(expression: sympy.Expr, variable: sympy.Symbol, terms: int) -> Laurent:
    """The series of the expression in its variable, for small positive values.

    >>> x = sympy.Symbol("x", positive=True)
    >>> expand_at_zero(sympy.sqrt(2 - 2 * sympy.cos(x)), x, 6).coefficients[:3]
    (1, 0, -1/24)
    """
    if terms > MAX_TERMS:
        raise NoExpansion(f"{terms} terms are asked for; expected at most {MAX_TERMS}")
    return _expand(expression, variable, terms)


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
        return _exponential(_regular(_expand(e.args[0], t, n), e))
    if e.is_Pow and e.exp.is_Rational:
        return _power(_expand(e.base, t, n), e.exp, e)
    if isinstance(e, (sympy.sin, sympy.cos)):
        return _wave(_regular(_expand(e.args[0], t, n), e), isinstance(e, sympy.sin))
    if isinstance(e, sympy.Abs):
        inner = _leading(_expand(e.args[0], t, n), e)
        return inner if _is_positive(inner.coefficients[0]) else _scaled(inner, _abs_sign(inner, e))
    raise NoExpansion(f"{type(e).__name__} has no rule for its expansion")


def _constant(c: sympy.Expr, n: int) -> Laurent:
    return Laurent(0, (c, *[sympy.Integer(0)] * (n - 1)))


def _scaled(s: Laurent, factor: sympy.Expr) -> Laurent:
    return Laurent(s.valuation, tuple(_tidy(factor * c) for c in s.coefficients))


def _sum(parts: list[Laurent]) -> Laurent:
    low, end = min(p.valuation for p in parts), min(p.end for p in parts)
    if end <= low:
        raise NoExpansion("the terms of a sum have no known order in common")
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
            raise NoExpansion(f"whether {c} vanishes in {where} is not known")
        if zero is not True:
            return Laurent(s.valuation + skip, s.coefficients[skip:])
    raise NoExpansion(f"{where} vanishes to every order that was computed")


def _power(s: Laurent, exponent: sympy.Rational, where: sympy.Expr) -> Laurent:
    """(c t^v (1 + u))^r = c^r t^(rv) (1 + u)^r; for a root c must be positive and r v whole.

    (1 + u)^r by J. C. P. Miller's recurrence (Henrici, Applied and Computational Complex Analysis I, 1.6).
    """
    s = _leading(s, where)
    first = s.coefficients[0]
    valuation = exponent * s.valuation
    if not valuation.is_Integer:
        raise NoExpansion(f"{where} has the fractional power {valuation} of the variable")
    if not exponent.is_Integer and not _is_positive(first):
        raise NoExpansion(f"a root of {first} in {where}, which is not certainly positive")
    unit = [_tidy(c / first) for c in s.coefficients]
    found = [sympy.Integer(1)]
    for k in range(1, len(unit)):
        terms = (((exponent + 1) * j - k) * unit[j] * found[k - j] for j in range(1, k + 1))
        found.append(_tidy(sympy.Add(*terms) / k))
    return _scaled(Laurent(int(valuation), tuple(found)), first**exponent)


def _regular(s: Laurent, where: sympy.Expr) -> tuple[sympy.Expr, Laurent]:
    """(constant term, rest of order at least 1) of the argument of an entire function."""
    if s.valuation < 0 and not all(vanishes(c) for c in s.coefficients[: -s.valuation]):
        raise NoExpansion(f"{where} has an essential singularity at 0")
    zeros = (sympy.Integer(0),) * max(s.valuation, 0)
    plain = Laurent(0, (*zeros, *s.coefficients[max(-s.valuation, 0) :]))
    return plain.coefficients[0], Laurent(0, (sympy.Integer(0), *plain.coefficients[1:]))


def _exponential(argument: tuple[sympy.Expr, Laurent]) -> Laurent:
    """exp(c + u): f' = u' f term by term."""
    start, u = argument
    found = [sympy.exp(start)]
    for k in range(1, len(u.coefficients)):
        found.append(_tidy(sympy.Add(*(j * u.coefficients[j] * found[k - j] for j in range(1, k + 1))) / k))
    return Laurent(0, tuple(found))


def _wave(argument: tuple[sympy.Expr, Laurent], sine: bool) -> Laurent:
    """sin and cos together: s' = u' c, c' = -u' s."""
    start, u = argument
    s, c = [sympy.sin(start)], [sympy.cos(start)]
    for k in range(1, len(u.coefficients)):
        rates = [j * u.coefficients[j] for j in range(k + 1)]
        s.append(_tidy(sympy.Add(*(rates[j] * c[k - j] for j in range(1, k + 1))) / k))
        c.append(_tidy(-sympy.Add(*(rates[j] * s[k - j] for j in range(1, k + 1))) / k))
    return Laurent(0, tuple(s if sine else c))


def _abs_sign(s: Laurent, where: sympy.Expr) -> sympy.Expr:
    if _is_positive(-s.coefficients[0]):
        return sympy.Integer(-1)
    raise NoExpansion(f"the sign of {s.coefficients[0]} in {where} is not known")


def _is_positive(c: sympy.Expr) -> bool:
    return sign_set(c) == POSITIVE


def _is_nonzero(c: sympy.Expr) -> bool:
    return sign_set(c) in (POSITIVE, frozenset({-1}))


def _tidy(c: sympy.Expr) -> sympy.Expr:
    return c if c.is_Rational else sympy.cancel(sympy.expand(c))
