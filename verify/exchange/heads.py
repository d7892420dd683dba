"""All that an expression of a file may be made of: a table from names to constructors, and nothing else.

Nothing is looked up by a name that stands in a file but in this table; SymPy is never handed a text.  A constructor is called
with `evaluate=False`, and what it gives must have just the arguments that were written: so a file neither computes
10^(10^10) while it is read, nor says something else than what it shows.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy
from sympy.functions.elementary.piecewise import ExprCondPair
from sympy.functions.special.hyper import TupleArg
from sympy.logic.boolalg import Boolean

from verify.exchange.forms import Fault

CONSTANTS: dict[str, Any] = {
    "pi": sympy.pi,
    "E": sympy.E,
    "I": sympy.I,
    "oo": sympy.oo,
    "-oo": -sympy.oo,
    "EulerGamma": sympy.EulerGamma,
    "GoldenRatio": sympy.GoldenRatio,
    "Catalan": sympy.Catalan,
    "true": sympy.true,
    "false": sympy.false,
}

ARITHMETIC = (sympy.Add, sympy.Mul, sympy.Pow, sympy.Mod, sympy.Abs, sympy.Max, sympy.Min)
ELEMENTARY = (
    sympy.exp, sympy.log, sympy.LambertW, sympy.sin, sympy.cos, sympy.tan, sympy.cot, sympy.sec, sympy.csc, sympy.sinc,
    sympy.asin, sympy.acos, sympy.atan, sympy.acot, sympy.asec, sympy.acsc, sympy.atan2, sympy.sinh, sympy.cosh, sympy.tanh,
    sympy.coth, sympy.sech, sympy.csch, sympy.asinh, sympy.acosh, sympy.atanh, sympy.acoth, sympy.asech, sympy.acsch,
    sympy.re, sympy.im, sympy.arg, sympy.conjugate, sympy.sign, sympy.floor, sympy.ceiling, sympy.frac,
)  # fmt: skip
SPECIAL = (
    sympy.gamma, sympy.loggamma, sympy.digamma, sympy.polygamma, sympy.factorial, sympy.binomial, sympy.beta, sympy.zeta,
    sympy.polylog, sympy.erf, sympy.erfc, sympy.erfi, sympy.Ei, sympy.Si, sympy.Ci, sympy.Shi, sympy.Chi, sympy.li, sympy.expint,
    sympy.lowergamma, sympy.uppergamma, sympy.fresnels, sympy.fresnelc, sympy.airyai, sympy.airybi, sympy.airyaiprime, sympy.airybiprime,
    sympy.elliptic_k, sympy.elliptic_f, sympy.elliptic_e, sympy.elliptic_pi, sympy.besselj, sympy.bessely, sympy.besseli, sympy.besselk,
    sympy.hyper, sympy.legendre, sympy.assoc_legendre, sympy.hermite, sympy.laguerre, sympy.assoc_laguerre, sympy.chebyshevt,
    sympy.chebyshevu, sympy.gegenbauer, sympy.jacobi, sympy.Heaviside, sympy.DiracDelta, sympy.KroneckerDelta,
)  # fmt: skip
CALCULUS = (sympy.Derivative, sympy.Integral, sympy.Sum, sympy.Product, sympy.Subs)
RELATIONS = (sympy.Eq, sympy.Ne, sympy.Lt, sympy.Le, sympy.Gt, sympy.Ge)
LOGIC = (sympy.And, sympy.Or, sympy.Not, sympy.Xor, sympy.Implies, sympy.Equivalent)
CASES = (sympy.Piecewise, ExprCondPair)
UNASKED = {sympy.Integral, sympy.Sum, sympy.Product, sympy.Limit, sympy.Subs, sympy.Tuple, ExprCondPair, sympy.hyper}
"""Constructors that take no `evaluate`."""

UNORDERED = {sympy.Max, sympy.Min, sympy.And, sympy.Or, sympy.Xor, sympy.Equivalent}
"""Heads whose arguments SymPy holds in an order of its own."""

CLASSES: dict[str, Any] = {
    **{
        kind.__name__: kind
        for kind in (*ARITHMETIC, *ELEMENTARY, *SPECIAL, *CALCULUS, sympy.Limit, *LOGIC, *CASES, sympy.Tuple)
    },
    **dict(zip(("Eq", "Ne", "Lt", "Le", "Gt", "Ge"), RELATIONS, strict=True)),
}
NAMES = {kind: name for name, kind in CLASSES.items()} | {TupleArg: "Tuple"}
NAMES_OF_CONSTANTS = {constant: name for name, constant in CONSTANTS.items()}


def _all(*kinds: Any) -> Callable[[tuple[Any, ...]], bool]:
    return lambda args: bool(args) and all(isinstance(arg, kinds) for arg in args)


def _first_and_ranges(args: tuple[Any, ...]) -> bool:
    return len(args) > 1 and isinstance(args[0], sympy.Expr) and all(isinstance(arg, sympy.Tuple) for arg in args[1:])


def _same(found: tuple[Any, ...], written: tuple[Any, ...]) -> bool:
    return len(found) == len(written) and set(found) == set(written)


def _differentiated(args: tuple[Any, ...]) -> bool:
    """By whole numbers of times: the engine knows no other derivative, and SymPy fails on it late."""
    counts = [arg.args[1] for arg in args[1:] if len(arg.args) == 2] if _first_and_ranges(args) else []
    return len(counts) == len(args) - 1 > 0 and all(count.is_Integer and count.is_positive for count in counts)


def _two(args: tuple[Any, ...]) -> bool:
    return len(args) == 2 and all(isinstance(arg, sympy.Expr) for arg in args)


def _value_and_condition(args: tuple[Any, ...]) -> bool:
    return len(args) == 2 and isinstance(args[0], sympy.Expr) and isinstance(args[1], Boolean)


def _hypergeometric(args: tuple[Any, ...]) -> bool:
    return len(args) == 3 and _all(sympy.Tuple)(args[:2]) and isinstance(args[2], sympy.Expr)


TAKES: dict[Any, Callable[[tuple[Any, ...]], bool]] = {
    **dict.fromkeys((*ARITHMETIC, *ELEMENTARY, *SPECIAL, sympy.Limit), _all(sympy.Expr)),
    **dict.fromkeys(CALCULUS, _first_and_ranges),
    sympy.Derivative: _differentiated,
    **dict.fromkeys(RELATIONS, _two),
    **dict.fromkeys(LOGIC, _all(Boolean, sympy.Symbol)),
    sympy.Piecewise: _all(ExprCondPair),
    ExprCondPair: _value_and_condition,
    sympy.hyper: _hypergeometric,
    sympy.Tuple: lambda args: True,
}
"""What arguments a head may have: SymPy takes much that is no formula."""


def built(name: str, args: tuple[Any, ...]) -> Any:
    """The expression with this head and these arguments.  Raises Fault unless it stands just as it is written."""
    kind = CLASSES[name]
    if not TAKES[kind](args):
        raise Fault(
            f"{name} of {', '.join(type(arg).__name__ for arg in args[:4]) or 'nothing'}", "arguments that it takes"
        )
    if kind is sympy.hyper:
        args = (*(TupleArg(*arg) for arg in args[:2]), args[2])
    options = {} if kind in UNASKED else {"evaluate": False}
    try:
        found = kind(*args, **options)
        whole = type(found) is kind and (found.args == args or (kind in UNORDERED and _same(found.args, args)))
    except Exception as error:  # a constructor of SymPy meets what nobody writes
        raise Fault(f"{name} of {len(args)} arguments ({type(error).__name__})", "arguments that it takes") from None
    if not whole:
        raise Fault(
            f"{name} of arguments that SymPy writes otherwise",
            "arguments in its own order, with nothing to put together",
        )
    return found
