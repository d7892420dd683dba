"""SymPy evaluates functions while it builds them: what it makes of one counts only if it is confirmed.

legendre(n, -x) becomes (-1)^n legendre(n, x) for every integer n, acot(-x) becomes -acot(x),
a nested Mod becomes what it is not, and nobody later meets what was typed.  `install` puts a
door between SymPy's functions and their evaluation, in the process that decides: the value
is taken only if

- it is one of the parities in `ODD` and `EVEN`, theorems on the whole domain of the function, or
- the enclosures of the function as written and of the value overlap at every point tried:
  at all degenerate ones (0, ±1, negative and small whole numbers) and at some generic ones.
  A point at which one of the two cannot be enclosed speaks against it, unless a symbol is
  zero there and neither can,
- or it is a number that is computed from its definition on explicit integers (`BY_DEFINITION`).

Otherwise the function stays as written.  Why points are enough: a rule of SymPy's is one
closed formula, applied by what is assumed of the argument, not by its size; a wrong one is wrong on
an open set, or at the degenerate places.  What survives is still only a candidate where
a proof has other means; and no value is lost for refutations, which enclose what is there.

A power of a function goes through the same door.  Constants with a jump need more than an overlap:
enclosures must be narrow, which those of floor next to a whole number are not.

Sums, products and other powers are left to SymPy: with `verify.points.assumptions` in place no evaluation of
theirs was found wrong in twenty thousand random ones (`tests/points/test_assumptions.py` repeats this).
What they drop (x/x, 0·log x) is remembered by the parser, see `verify.grammar.parser`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, product
from typing import Any

import sympy
from sympy.core.function import Application
from sympy.functions.elementary.exponential import ExpBase

from verify.balls import compile_ball
from verify.errors import GiveUp
from verify.points import assumptions
from verify.points.by_assumptions import allowed
from verify.points.comparing import sign_of_constant

BITS = (128, 1024)
NARROW = 2.0**-32
MOST_POINTS = 24
MOST_SYMBOLS = 4

ODD = {
    sympy.sin, sympy.tan, sympy.cot, sympy.csc, sympy.sinh, sympy.tanh, sympy.coth, sympy.csch, sympy.asin, sympy.atan, sympy.asinh, sympy.atanh,
    sympy.erf, sympy.erfi, sympy.fresnels, sympy.fresnelc, sympy.Si, sympy.Shi, sympy.sign,
}  # fmt: skip
POWERS = (ExpBase, sympy.Abs, sympy.Piecewise, sympy.KroneckerDelta)
"""Functions whose powers SymPy evaluates by theorems: e^z as the power that it is; |x|^2 = x^2 for real x alone."""
EVEN = {sympy.cos, sympy.sec, sympy.cosh, sympy.sech, sympy.Abs, sympy.sinc}
BY_DEFINITION = (
    sympy.bernoulli, sympy.euler, sympy.harmonic, sympy.fibonacci, sympy.lucas, sympy.catalan, sympy.bell, sympy.genocchi, sympy.subfactorial,
    sympy.factorial, sympy.factorial2, sympy.binomial, sympy.RisingFactorial, sympy.FallingFactorial, sympy.LeviCivita, sympy.KroneckerDelta,
)  # fmt: skip
HALF = sympy.Rational(1, 2)
BRANCHES = {
    **dict.fromkeys((sympy.asin, sympy.atan, sympy.acot, sympy.acsc), (-HALF, HALF)),
    **dict.fromkeys((sympy.acos, sympy.asec), (0, 1)),
    sympy.log: (-1, 1),
}
"""The ranges of inverse functions, of the imaginary part for the logarithm, in units of π."""
WHOLE = (0, 1, -1, 2, -2, 3, -3, 4, 5, -5, 6, 7, -8, 9, 10, 12, -12, 15, 30)
REAL = ("0", "1", "-1", "7/5", "-3/7", "2", "-2", "1/2", "23/9", "-9/4", "1/6", "-31/3", "12")
COMPLEX = (
    sympy.Rational(3, 5) + sympy.I,
    -2 + sympy.I / 3,
    sympy.Rational(-1, 2) - 2 * sympy.I,
    1 - 3 * sympy.I,
    sympy.I,
    -sympy.I,
)


def install() -> None:
    """Guards SymPy's functions and assumptions in this process.  Calling it again changes nothing."""
    if not getattr(Application.__new__, "is_guarded", False):
        _install()


def _install() -> None:
    assumptions.install()
    built_in = Application.__new__

    def guarded(cls: Any, *args: Any, **options: Any) -> Any:
        try:
            value = built_in(cls, *args, **options)
        except (TypeError, AttributeError) as error:
            if not issubclass(cls, sympy.Function) or not _is_comparison(error):
                raise
            return built_in(cls, *args, evaluate=False)
        if not issubclass(cls, sympy.Function) or options.get("evaluate") is False:
            return value
        args = tuple(map(sympy.sympify, args))
        if type(value) is cls and value.args == args:
            return value
        return value if is_confirmed(cls, args, value) else built_in(cls, *args, evaluate=False)

    guarded.is_guarded = True  # type: ignore[attr-defined]
    Application.__new__ = guarded
    for kind in _classes(sympy.Function):
        if "_eval_power" in vars(kind) and not issubclass(kind, POWERS):
            kind._eval_power = _confirmed_power(kind._eval_power)
    sympy.core.cache.clear_cache()


def _is_comparison(error: Exception) -> bool:
    """Did a rule of SymPy's ask which of two constants is larger, where nobody knows?  Its cache stumbles over the message."""
    return "truth value of Relational" in str(error) or "LazyExceptionMessage" in str(error)


def _classes(root: Any) -> Iterator[Any]:
    yield root
    for derived in root.__subclasses__():
        yield from _classes(derived)


def _confirmed_power(rule: Any) -> Any:
    """SymPy's rule for powers of a function of real numbers; of others, if points confirm it: sign(z)^2 is no 1."""

    def power(base: Any, exponent: Any) -> Any:
        value = rule(base, exponent)
        real = all(arg.is_extended_real for arg in base.args)
        return value if value is None or real or _agree(sympy.Pow, (base, exponent), value) else None

    return power


def is_confirmed(head: Any, args: tuple[Any, ...], value: Any) -> bool:
    """May `value` stand for head(*args), as SymPy says?"""
    if any(isinstance(arg, sympy.Float) for arg in args):  # the commonest number that is none, asked first
        return True
    if _is_parity(head, args, value) or _is_no_number(args, value) or _is_by_definition(head, args, value):
        return True
    if not all(isinstance(arg, sympy.Expr) for arg in args) or not isinstance(value, sympy.Expr):
        return False
    return _is_on_branch(head, args, value) and _agree(head, args, value)


def _is_on_branch(head: Any, args: tuple[Any, ...], value: Any) -> bool:
    """Is the value of an inverse function at sin c, exp c, ..., with a constant c, certainly one that it takes?

    SymPy shifts and reflects c by a floating-point number.  Numbers that agree are no evidence
    next to a jump; inside the range of the function there is only one value.
    """
    if head not in BRANCHES or value.free_symbols or (not args[0].is_Function and not args[0].is_Pow):
        return True
    turn = sympy.im(value) if head is sympy.log else value
    low, high = BRANCHES[head]
    return bool(sign_of_constant(turn - low * sympy.pi) == 1 and sign_of_constant(high * sympy.pi - turn) == 1)


def _is_parity(head: Any, args: tuple[Any, ...], value: Any) -> bool:
    if len(args) != 1:
        return False
    mirrored = head(-args[0], evaluate=False)
    return (head in ODD and value == -mirrored) or (head in EVEN and value == mirrored)


def _is_by_definition(head: Any, args: tuple[Any, ...], value: Any) -> bool:
    if head is sympy.log and len(args) == 2:
        return True  # log z / log b
    return (
        head in BY_DEFINITION and all(arg.is_Rational for arg in args) and (isinstance(value, int) or value.is_Rational)
    )


def _is_no_number(args: tuple[Any, ...], value: Any) -> bool:
    """A pole, a value at infinity, or a floating-point number: none of them is a number wherever a claim is read."""
    no_numbers = (sympy.zoo, sympy.nan, sympy.oo, -sympy.oo, sympy.Float)
    return value in no_numbers or any(isinstance(arg, sympy.Basic) and arg.has(*no_numbers) for arg in args)


@lru_cache(maxsize=65536)
def _agree(head: Any, args: tuple[Any, ...], value: Any) -> bool:
    written = head(*args, evaluate=False)
    if value == written:
        return True
    try:
        sides = compile_ball(written), compile_ball(value)
    except (GiveUp, ArithmeticError, ValueError, RecursionError):
        return False
    symbols = sorted(written.free_symbols | value.free_symbols, key=sympy.default_sort_key)
    tried = 0
    for point in islice(_points(symbols), MOST_POINTS):
        left, right = _narrow(sides, point)
        if not (left.is_finite() and right.is_finite()):
            if left.is_finite() or right.is_finite() or not any(place == 0 for place in point.values()):
                return False
            continue
        if not (left.overlaps(right) and _is_narrow(left) and _is_narrow(right)):
            return False
        tried += 1
    return tried > 0


def _narrow(sides: Any, point: dict[Any, Any]) -> tuple[Any, Any]:
    """Enclosures of both sides, looked at more closely if one is wide: [0, 1] for a floor overlaps with too much."""
    for bits in BITS:
        left, right = (side(point, bits) for side in sides)
        if not left.is_finite() or not right.is_finite() or (_is_narrow(left) and _is_narrow(right)):
            break
    return left, right


def _is_narrow(ball: Any) -> bool:
    return bool(ball.rad() < NARROW * (1 + abs(ball.mid())))


def _points(symbols: list[Any]) -> Iterator[dict[Any, Any]]:
    """Admissible places: all symbols at their first values, then in step through the lists, then at random pairs of them."""
    places = [_places(symbol) for symbol in symbols]
    if not all(places):
        return
    if len(places) == 1:
        yield from ({symbols[0]: place} for place in places[0])
        return
    for turn in range(max(map(len, places), default=1)):
        yield {
            s: values[(turn * (k + 1) + k) % len(values)]
            for k, (s, values) in enumerate(zip(symbols, places, strict=True))
        }
    for few in product(*(values[:3] for values in places[:MOST_SYMBOLS])):
        rest = [values[0] for values in places[MOST_SYMBOLS:]]
        yield dict(zip(symbols, (*few, *rest), strict=True))


@lru_cache(maxsize=4096)
def _places(symbol: Any) -> tuple[Any, ...]:
    if symbol.is_integer:
        values: tuple[Any, ...] = tuple(map(sympy.Integer, WHOLE))
    elif symbol.is_real:
        values = tuple(map(sympy.Rational, REAL))
    elif symbol.is_imaginary:
        values = tuple(sympy.I * sympy.Rational(text) for text in REAL)
    else:
        values = (*COMPLEX, *map(sympy.Rational, REAL))
    return tuple(value for value in values if allowed(symbol, value))
