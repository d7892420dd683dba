"""The functions that one may call in a shell: their names, how many arguments each takes, and how large these may be."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from typing import Any

import sympy

from verify.grammar.parser import ParseError, Token, rational_digits, roundable, safe_power, shorten, small_order
from verify.regularity.written import kept

Handler = Callable[..., Any]
SMALL_ARGUMENTS = 50


def _logarithm(argument: Any, base: Any = sympy.E) -> Any:
    if base == sympy.E:
        return sympy.log(argument)
    top, scale = (_step(sympy.log, part) for part in (argument, base))
    return _step(sympy.Mul, top, _step(sympy.Pow, scale, sympy.S.NegativeOne))


def _root(argument: Any, order: Any) -> Any:
    return _step(sympy.Pow, argument, _step(sympy.Pow, order, sympy.S.NegativeOne))


def _step(constructor: Any, *arguments: Any) -> Any:
    """One of the steps of which a function of the grammar is made: what each of them loses is remembered."""
    value = constructor(*arguments)
    if value.has(sympy.oo, sympy.zoo, sympy.nan):
        raise ValueError("its value is undefined, like that of log(0) or 1/0")
    return kept(value, arguments)


def _gentle(function: Any) -> Handler:
    """re, im, arg, Abs and their kin multiply powers out; on large arguments they are left as they stand."""

    def call(argument: Any) -> Any:
        powers = [abs(power.exp) for power in argument.atoms(sympy.Pow) if power.exp.is_Rational]
        simple = all(size <= 8 for size in powers) and argument.count_ops() <= SMALL_ARGUMENTS
        return function(argument) if simple else function(argument, evaluate=False)

    return call


OF_ONE: tuple[Any, ...] = (
    sympy.sin, sympy.cos, sympy.tan, sympy.cot, sympy.sec, sympy.csc, sympy.asin, sympy.acos, sympy.atan, sympy.acot, sympy.asec, sympy.acsc,
    sympy.sinh, sympy.cosh, sympy.tanh, sympy.coth, sympy.sech, sympy.csch, sympy.asinh, sympy.acosh, sympy.atanh, sympy.acoth, sympy.asech, sympy.acsch,
    sympy.floor, sympy.ceiling, sympy.frac, sympy.factorial, sympy.gamma, sympy.loggamma, sympy.digamma, sympy.erf, sympy.erfc, sympy.erfi,
    sympy.Ei, sympy.Si, sympy.Ci, sympy.Shi, sympy.Chi, sympy.li, sympy.airyai, sympy.airybi, sympy.elliptic_k, sympy.fresnels, sympy.fresnelc,
    sympy.LambertW, sympy.Heaviside, sympy.sinc,
)  # fmt: skip
OF_TWO: tuple[Any, ...] = (
    sympy.atan2, sympy.besselj, sympy.bessely, sympy.besseli, sympy.besselk, sympy.beta, sympy.binomial, sympy.polylog, sympy.polygamma,
    sympy.elliptic_f, sympy.KroneckerDelta, sympy.legendre, sympy.hermite, sympy.laguerre, sympy.chebyshevt, sympy.chebyshevu, sympy.expint,
    sympy.lowergamma, sympy.uppergamma,
)  # fmt: skip
# name: (constructor, fewest arguments, most arguments)
FUNCTIONS: dict[str, tuple[Handler, int, int]] = {
    **{function.__name__: (function, 1, 1) for function in OF_ONE},
    **{function.__name__: (function, 2, 2) for function in OF_TWO},
    **{
        function.__name__: (_gentle(function), 1, 1)
        for function in (sympy.re, sympy.im, sympy.arg, sympy.conjugate, sympy.sign)
    },
    "abs": (_gentle(sympy.Abs), 1, 1),
    "Abs": (_gentle(sympy.Abs), 1, 1),
    "exp": (sympy.exp, 1, 1),
    "ln": (sympy.log, 1, 1),
    "log": (_logarithm, 1, 2),
    "sqrt": (sympy.sqrt, 1, 1),
    "cbrt": (lambda argument: sympy.Pow(argument, sympy.Rational(1, 3)), 1, 1),
    "root": (_root, 2, 2),
    "max": (sympy.Max, 1, 10),
    "min": (sympy.Min, 1, 10),
    "mod": (sympy.Mod, 2, 2),
    "zeta": (sympy.zeta, 1, 2),
    "elliptic_e": (sympy.elliptic_e, 1, 2),
    "elliptic_pi": (sympy.elliptic_pi, 2, 3),
    "lambertw": (sympy.LambertW, 1, 2),
    "arcsin": (sympy.asin, 1, 1),
    "arccos": (sympy.acos, 1, 1),
    "arctan": (sympy.atan, 1, 1),
}
# What SymPy computes by loops or as huge numbers when its arguments are numbers.
ORDERED = {"factorial", "gamma", "loggamma", "digamma", "binomial", "beta"}
LOW_ORDERED = {
    "polygamma", "zeta", "polylog", "legendre", "hermite", "chebyshevt", "chebyshevu", "laguerre", "expint",
    "lowergamma", "uppergamma",
}  # fmt: skip
MAX_LOW_ORDER = 100
CALCULUS = {"integral": sympy.Integral, "sum": sympy.Sum, "product": sympy.Product}
# These may not stand without an argument; the rest of the names (gamma, zeta, beta, ...) are also good symbols.
ALWAYS_CALLED = {
    "sin", "cos", "tan", "cot", "sec", "csc", "asin", "acos", "atan", "sinh", "cosh", "tanh", "coth",
    "exp", "log", "ln", "sqrt", "cbrt", "abs", "Abs", "integral", "diff",
}  # fmt: skip


def unknown_function(name: str, is_symbol: bool) -> str:
    known = [*FUNCTIONS, *CALCULUS, "diff", "limit"]
    lowered = {candidate.lower(): candidate for candidate in known}
    close = difflib.get_close_matches(name.lower()[:40], list(lowered), n=1)
    if is_symbol:
        return f"{shorten(name)} is a symbol, not a function; write {shorten(name)}*(...) for a product"
    hint = f"did you mean {lowered[close[0]]}?" if close else f"for a product write {shorten(name)}*(...)"
    return f"unknown function {shorten(name)}; {hint}"


def check_count(token: Token, count: int, fewest: int, most: int) -> None:
    if not fewest <= count <= most:
        wanted = str(fewest) if fewest == most else f"{fewest} to {most}"
        raise ParseError(f"{token.text} has {count} argument(s)", token.column, wanted)


def check_sizes(token: Token, arguments: list[Any]) -> None:
    """Refuses what SymPy would compute for a long time."""
    if token.text in ORDERED:
        small_order(arguments, token.column, token.text)
    if token.text in LOW_ORDERED and any(value.is_number and abs(_whole(value)) > MAX_LOW_ORDER for value in arguments):
        raise ParseError(f"an argument of {token.text} is larger than {MAX_LOW_ORDER}", token.column)
    if token.text in ("floor", "ceiling", "frac", "mod"):
        for value in arguments:
            roundable(value, token.column)
    if token.text in ("sqrt", "cbrt", "root"):
        safe_power(arguments[0], 1 / arguments[1] if len(arguments) > 1 else sympy.S.Half, token.column)
    if any(rational_digits(value) > 2 * MAX_LOW_ORDER for value in arguments) and token.text != "exp":
        raise ParseError(f"a number under {token.text} has more than {2 * MAX_LOW_ORDER} digits", token.column)


def _whole(value: Any) -> int:
    return int(value) if value.is_Rational else 0
