"""Where an expression is certainly analytic, and the proof "equal derivatives, equal at one point".

`is_analytic(expr, s)` holds only if expr is real-analytic in the real symbol s on the whole
range that s's assumptions declare (all reals, s > 0, s ≥ 0; each is connected), for all
admissible values of the other symbols.  It is conservative: an argument of log must be
certainly positive, of asin certainly inside (-1, 1), of atan certainly real, and so on.
That is why atan(s) + atan(1/s) passes for positive s and not for real s, where it jumps.

If F is analytic on a connected range, its derivative vanishes there, and F vanishes at
one point of it, then F is zero on the range.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy
from sympy.core.function import AppliedUndef

from verify.normal_form.signs import is_nonnegative, is_nonzero, is_positive, is_real

ENTIRE: tuple[Any, ...] = (
    sympy.exp,
    sympy.sin,
    sympy.cos,
    sympy.sinh,
    sympy.cosh,
    sympy.erf,
    sympy.erfc,
    sympy.erfi,
    sympy.Si,
    sympy.Shi,
    sympy.sinc,
)
ENTIRE += (sympy.fresnels, sympy.fresnelc, sympy.airyai, sympy.airybi, sympy.airyaiprime, sympy.airybiprime)
ON_THE_LINE = (sympy.tanh, sympy.sech, sympy.atan, sympy.asinh)  # analytic for every real argument
INSIDE_UNIT = (sympy.asin, sympy.acos, sympy.atanh)  # analytic on (-1, 1)
ABOVE_ZERO = (sympy.log, sympy.gamma, sympy.loggamma, sympy.digamma, sympy.Ci, sympy.Chi)  # analytic on (0, oo)
BELOW_ONE = (sympy.elliptic_k, sympy.elliptic_e)  # of the parameter m, analytic on (-oo, 1)
TEXTBOOK = {*ENTIRE, *ON_THE_LINE, *INSIDE_UNIT, *ABOVE_ZERO, sympy.acosh, sympy.coth, sympy.csch} - {sympy.exp}
POINTS = tuple(map(sympy.Rational, ("0", "1", "2", "1/2", "3")))
MAX_OPERATIONS = 600


def is_analytic(expr: sympy.Expr, symbol: sympy.Symbol) -> bool:
    """True only if expr is analytic in the symbol on its whole declared range.

    >>> x = sympy.Symbol("x", positive=True)
    >>> s = sympy.Symbol("s", real=True)
    >>> is_analytic(sympy.atan(1 / x), x), is_analytic(sympy.atan(1 / s), s), is_analytic(sympy.sqrt(s**2 + 1), s)
    (True, False, True)
    """
    return _Regularity(symbol, closed=False).holds(expr)


def is_continuous(expr: sympy.Expr, symbol: sympy.Symbol) -> bool:
    """True only if expr is continuous in the symbol on its whole declared range.

    Weaker than analytic: sqrt may reach 0, asin may reach ±1, |u| may change sign.

    >>> s = sympy.Symbol("s", nonnegative=True)
    >>> is_continuous(sympy.sqrt(s), s), is_analytic(sympy.sqrt(s), s), is_continuous(1 / s, s)
    (True, False, False)
    """
    return _Regularity(symbol, closed=True).holds(expr)


def is_entire(expr: sympy.Expr, symbol: sympy.Symbol) -> bool:
    """True only if expr is analytic in the symbol on the whole complex plane.

    >>> z = sympy.Symbol("z")
    >>> is_entire(sympy.exp(z**2) * sympy.cos(z), z), is_entire(1 / (1 + z**2), z)
    (True, False)
    """
    if symbol not in expr.free_symbols or expr == symbol:
        return True
    if expr.is_Pow and not isinstance(expr, sympy.exp):
        return bool(expr.exp.is_Integer and expr.exp > 0) and is_entire(expr.base, symbol)
    known = expr.is_Add or expr.is_Mul or isinstance(expr, ENTIRE)
    return bool(known) and all(is_entire(arg, symbol) for arg in expr.args)


class _Regularity:
    """The two predicates share their recursion; `closed` admits the ends of the functions' ranges."""

    def __init__(self, symbol: sympy.Symbol, closed: bool) -> None:
        self.symbol = symbol
        self.closed = closed

    def holds(self, expr: sympy.Expr) -> bool:
        if self.symbol not in expr.free_symbols or expr == self.symbol:
            return True
        if expr.is_Add or expr.is_Mul:
            return all(self.holds(arg) for arg in expr.args)
        if expr.is_Pow and not isinstance(expr, sympy.exp):
            return self._power(expr.base, expr.exp)
        if isinstance(expr, (sympy.besselj, sympy.bessely, sympy.besseli, sympy.besselk)):
            return self._bessel(expr)
        if isinstance(expr, sympy.polygamma):
            order, argument = expr.args
            return bool(order.is_Integer) and self.holds(argument) and is_positive(argument)
        if len(expr.args) != 1 or isinstance(expr, AppliedUndef):
            return False
        (argument,) = expr.args
        condition = (_AT_THE_END.get(type(expr)) if self.closed else None) or _CONDITION.get(type(expr))
        return condition is not None and self.holds(argument) and condition(argument)

    def _power(self, base: sympy.Expr, exponent: sympy.Expr) -> bool:
        if not self.holds(base) or not self.holds(exponent):
            return False
        if exponent.is_Integer and exponent >= 0:
            return True
        if exponent.is_Integer:
            return is_nonzero(base)
        if self.closed and exponent.is_Rational and exponent > 0:
            return is_nonnegative(base)
        return is_positive(base)

    def _bessel(self, expr: sympy.Expr) -> bool:
        order, argument = expr.args
        if self.symbol in order.free_symbols or not self.holds(argument):
            return False
        whole = order.is_integer and isinstance(expr, (sympy.besselj, sympy.besseli))
        return bool(whole) or is_positive(argument)


def _always(_: Any) -> bool:
    return True


def _inside_unit(argument: sympy.Expr) -> bool:
    return is_positive(1 - argument) and is_positive(1 + argument)


def _within_unit(argument: sympy.Expr) -> bool:
    return is_nonnegative(1 - argument) and is_nonnegative(1 + argument)


def _below_one(argument: sympy.Expr) -> bool:
    return is_positive(1 - argument)


def _above_one(argument: sympy.Expr) -> bool:
    return is_positive(argument - 1)


_CONDITION: dict[type, Callable[[Any], bool]] = {
    **dict.fromkeys(ENTIRE, _always),
    **dict.fromkeys(ON_THE_LINE, is_real),
    **dict.fromkeys(INSIDE_UNIT, _inside_unit),
    **dict.fromkeys(ABOVE_ZERO, is_positive),
    **dict.fromkeys(BELOW_ONE, _below_one),
    sympy.acosh: _above_one,
    sympy.Abs: is_nonzero,
    sympy.coth: is_nonzero,
    sympy.csch: is_nonzero,
}
_AT_THE_END: dict[type, Callable[[Any], bool]] = {
    sympy.asin: _within_unit,
    sympy.acos: _within_unit,
    sympy.Abs: is_real,
}


def slope(expr: sympy.Expr, x: sympy.Symbol, of_function: Callable[[Any, Any], Any] | None = None) -> Any:
    """The derivative by x, by the rules for sums, products and powers, and by those of `of_function`, or of textbooks, for functions.

    The same as SymPy's `diff`, which spends most of its time on the shape of its answer.

    >>> x = sympy.Symbol("x", real=True)
    >>> slope(x**2 * sympy.sin(3 * x), x)
    3*x**2*cos(3*x) + 2*x*sin(3*x)
    """
    if expr == x:
        return sympy.S.One
    if x not in expr.free_symbols:
        return sympy.S.Zero
    if expr.is_Add:
        return sympy.Add(*[slope(term, x, of_function) for term in expr.args])
    if expr.is_Mul:
        return sympy.Add(*[_with(expr.args, k, slope(arg, x, of_function)) for k, arg in enumerate(expr.args)])
    if expr.is_Pow and not isinstance(expr, sympy.exp) and x not in expr.exp.free_symbols:
        return expr.exp * expr.base ** (expr.exp - 1) * slope(expr.base, x, of_function)
    return (of_function or _of_textbooks)(expr, x)


def _of_textbooks(expr: Any, x: Any) -> Any:
    if isinstance(expr, sympy.exp):
        return expr * slope(expr.exp, x)
    if type(expr) in TEXTBOOK and len(expr.args) == 1:
        return expr.fdiff(1) * slope(expr.args[0], x)
    return expr.diff(x)


def _with(factors: tuple[Any, ...], place: int, factor: sympy.Expr) -> Any:
    """The product with one factor replaced."""
    return sympy.Mul(*factors[:place], factor, *factors[place + 1 :]) if factor != 0 else sympy.S.Zero
