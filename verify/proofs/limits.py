"""Certain limits at infinity, for the antiderivatives that occur under improper integrals.

Every rule is a theorem on limits (sum, product, continuous function of a limit, an
exponential beats every power); where none applies, comparability classes are asked
(`verify.asymptotics`), and where these prove nothing the answer is None.
"""

from __future__ import annotations

from typing import Any

import sympy

from verify.asymptotics.limits import value
from verify.errors import GiveUp
from verify.normal_form import rules
from verify.normal_form.signs import is_positive, is_real, sign_set
from verify.regularity.analytic import is_continuous
from verify.terms.sign_algebra import NEGATIVE, POSITIVE, ZERO
from verify.terms.survey import NO_NUMBERS

_AT_INFINITY = {sympy.erf: (sympy.S.One, sympy.S.NegativeOne), sympy.tanh: (sympy.S.One, sympy.S.NegativeOne),
                sympy.atan: (sympy.pi / 2, -sympy.pi / 2), sympy.erfc: (sympy.S.Zero, sympy.Integer(2)),
                sympy.sech: (sympy.S.Zero, sympy.S.Zero)}  # fmt: skip
_CONTINUOUS = (
    sympy.erf,
    sympy.tanh,
    sympy.atan,
    sympy.erfc,
    sympy.sech,
    sympy.exp,
    sympy.sin,
    sympy.cos,
    sympy.sinh,
    sympy.cosh,
    sympy.asinh,
)
_BOUNDED = (sympy.sin, sympy.cos)


def limit_at_infinity(expr: sympy.Expr, symbol: sympy.Symbol) -> sympy.Expr | None:
    """The limit for symbol → +oo: finite, oo or -oo; None if no rule applies.

    >>> x, a = sympy.symbols("x a", positive=True)
    >>> limit_at_infinity(x**3 * sympy.exp(-a * x) + x / sympy.sqrt(x**2 + a**2), x)
    1
    """
    named, logarithms = _with_named_logarithms(expr, symbol)
    tamed = named.replace(lambda e: isinstance(e, sympy.log), lambda e: _dominant_log(e, symbol))
    for shape in (sympy.expand, sympy.factor_terms, sympy.factor):
        found = _limit(shape(tamed), symbol)
        if found is not None:
            return found.xreplace(logarithms)
    return end_limit(expr, symbol, sympy.oo)


def end_limit(expr: sympy.Expr, symbol: sympy.Symbol, end: sympy.Expr, side: str = "-") -> sympy.Expr | None:
    """The limit by comparability classes (`verify.asymptotics`); None if it proves none.

    >>> x = sympy.Symbol("x", positive=True)
    >>> end_limit(x**2 * sympy.log(x), x, sympy.S.Zero, "+")
    0
    """
    along = symbol if symbol.is_extended_real else sympy.Dummy(symbol.name, real=True)  # the path of an integral
    try:
        return value(sympy.Limit(expr.xreplace({symbol: along}), along, end, side))
    except GiveUp:
        return None


def _with_named_logarithms(expr: sympy.Expr, x: sympy.Symbol) -> tuple[Any, dict[Any, Any]]:
    """b^(c x) = exp(L c x) with a symbol L for log b, b > 0, and what the symbols stand for."""
    named: dict[Any, Any] = {}
    put: dict[Any, Any] = {}
    for power in expr.atoms(sympy.Pow):
        base, exponent = power.args
        if base is sympy.E or x in base.free_symbols or x not in exponent.free_symbols:
            continue
        signs = sign_set(base - 1)
        if not is_positive(base) or signs not in (POSITIVE, NEGATIVE):
            continue
        name = sympy.Dummy("L", **{"positive" if signs == POSITIVE else "negative": True})
        named[name] = sympy.log(base)
        put[power] = sympy.exp(name * exponent)
    return expr.xreplace(put), named


def _limit(expr: sympy.Expr, x: sympy.Symbol) -> sympy.Expr | None:
    if x not in expr.free_symbols:
        return expr
    if expr == x:
        return sympy.oo
    if _is_algebraic(expr, x):
        return _multiple_limit(expr, x) or _algebraic_limit(expr, x)
    if expr.is_Add:
        return _sum_limit(expr, x)
    if expr.is_Mul:
        return _product_limit(expr, x)
    if isinstance(expr, sympy.log):
        inner = _limit(expr.args[0], x)
        return sympy.log(inner) if _is_finite(inner) and is_positive(inner) else None
    if expr.is_Pow and not isinstance(expr, sympy.exp) and expr.exp.is_Rational:
        inner = _limit(expr.base, x)
        return inner**expr.exp if _is_finite(inner) and is_positive(inner) else None
    if len(expr.args) != 1:
        return None
    inner = _limit(expr.args[0], x)
    if inner in (sympy.oo, -sympy.oo):
        if isinstance(expr, sympy.exp):
            return sympy.S.Zero if inner == -sympy.oo else sympy.oo
        ends = _AT_INFINITY.get(type(expr))
        return None if ends is None else ends[0] if inner == sympy.oo else ends[1]
    return expr.func(inner) if _is_finite(inner) and isinstance(expr, _CONTINUOUS) and is_real(inner) else None


def _multiple_limit(expr: sympy.Expr, x: sympy.Symbol) -> sympy.Expr | None:
    """c·x → ±oo by the sign of c."""
    factors = [arg for arg in expr.args if arg != x]
    if not expr.is_Mul or len(factors) != len(expr.args) - 1 or any(x in arg.free_symbols for arg in factors):
        return None
    return {POSITIVE: sympy.oo, NEGATIVE: -sympy.oo}.get(sign_set(sympy.Mul(*factors)) or ZERO)


def _sum_limit(expr: sympy.Expr, x: sympy.Symbol) -> sympy.Expr | None:
    algebraic = [arg for arg in expr.args if _is_algebraic(arg, x)]
    rest = [arg for arg in expr.args if arg not in algebraic]
    parts = [_limit(arg, x) for arg in rest]
    if algebraic:
        parts.append(_algebraic_limit(sympy.Add(*algebraic), x))
    return sympy.Add(*parts) if all(_is_finite(part) for part in parts) else None


def _product_limit(expr: sympy.Expr, x: sympy.Symbol) -> sympy.Expr | None:
    """All factors finite; or the exponentials together decay and the other factors grow at most like a power.

    Together: e^(-x) e^(px) decays or grows with the sign of p - 1.
    """
    exponentials = [arg for arg in expr.args if isinstance(arg, sympy.exp) and _is_algebraic(arg.args[0], x)]
    exponent = sympy.Add(*[arg.args[0] for arg in exponentials])
    decaying = bool(exponentials) and _algebraic_limit(exponent, x) == -sympy.oo
    if decaying and all(arg in exponentials or _is_tame(arg, x) for arg in expr.args):
        return sympy.S.Zero
    if len(exponentials) > 1:
        others = [arg for arg in expr.args if arg not in exponentials]
        total = _limit(sympy.exp(exponent), x)
        return None if total is None else _product_of([*(_limit(arg, x) for arg in others), total])
    limits = [(arg, _limit(arg, x)) for arg in expr.args]
    product = _product_of([value for _, value in limits])
    if product is not None:
        return product
    others = [arg for arg, value in limits if value is None]
    if all(isinstance(arg, _BOUNDED) and is_real(arg.args[0]) for arg in others):
        rest = [value for arg, value in limits if arg not in others]
        if all(_is_finite(value) for value in rest) and sympy.Mul(*rest) == 0:
            return sympy.S.Zero
    return None


def _product_of(values: list[Any]) -> sympy.Expr | None:
    return sympy.Mul(*values) if all(_is_finite(value) for value in values) else None


def _is_finite(value: sympy.Expr) -> bool:
    return value is not None and not value.has(*NO_NUMBERS)


def _is_algebraic(expr: sympy.Expr, x: sympy.Symbol) -> bool:
    if x not in expr.free_symbols or expr == x:
        return True
    if expr.is_Add or expr.is_Mul:
        return all(_is_algebraic(arg, x) for arg in expr.args)
    return bool(expr.is_Pow and expr.exp.is_Rational and _is_algebraic(expr.base, x))


def _is_tame(expr: sympy.Expr, x: sympy.Symbol) -> bool:
    """True only if |expr| is bounded by a power of x for large x."""
    if _is_algebraic(expr, x):
        return True
    if expr.is_Add or expr.is_Mul:
        return all(_is_tame(arg, x) for arg in expr.args)
    if isinstance(expr, _BOUNDED):
        return is_real(expr.args[0])
    if isinstance(expr, sympy.exp):
        return _is_finite(_limit(expr, x))
    return bool(expr.is_Pow and expr.exp.is_Integer and expr.exp > 0 and _is_tame(expr.base, x))


def _algebraic_limit(expr: sympy.Expr, x: sympy.Symbol) -> sympy.Expr | None:
    """With x = 1/t the normal form is continuous at t = 0 (a finite limit), or its inverse is (an infinite one)."""
    t = sympy.Dummy("t", positive=True)
    closed = sympy.Dummy("t", nonnegative=True)
    normaliser = rules.normaliser()
    try:
        form = normaliser.form_of_expr(expr.subs(x, 1 / t))
        flat = normaliser.expr_of(form)
    except GiveUp:
        return None
    flat = _cancel_powers(flat).xreplace({t: closed})
    if is_continuous(flat, closed):
        return flat.xreplace({closed: sympy.S.Zero})
    for order in (1, 2, 3, 4, 5, 6):
        scaled = _cancel_powers(flat.xreplace({closed: t}) * t**order).xreplace({t: closed})
        if is_continuous(scaled, closed):
            signs = sign_set(scaled.xreplace({closed: sympy.S.Zero}))
            return {POSITIVE: sympy.oo, NEGATIVE: -sympy.oo}.get(signs) if signs is not None else None
    return None


def _cancel_powers(expr: sympy.Expr) -> Any:
    """Powers that numerator and denominator share, cancelled term by term."""
    numerator, denominator = sympy.fraction(expr)
    return (
        sympy.Add(*[term / denominator for term in sympy.Add.make_args(sympy.expand(numerator))])
        if not denominator.is_Add
        else expr
    )


def _dominant_log(expr: sympy.Expr, x: sympy.Symbol) -> Any:
    """log(g) = k x + log(g·exp(-k x)) for a real k, where g grows like exp(k x): real positive g only."""
    inner = expr.args[0]
    rates = [arg.args[0] / x for arg in inner.atoms(sympy.exp) if x in arg.free_symbols]
    growing = [rate for rate in rates if x not in rate.free_symbols and is_positive(rate)]
    if len(growing) != 1 or not is_positive(inner):
        return expr
    rate = growing[0]
    return rate * x + sympy.log(sympy.expand(inner * sympy.exp(-rate * x)))
