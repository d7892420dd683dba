"""Which of two constants is larger: SymPy asks floating point, here a certified ball answers.

SymPy decides `a < b` between constants by two digits of `evalf`, and so does whatever rests on
it: Max and Min drop arguments, a condition becomes true or false, a square root chooses its
sign.  A quadrature that misses a narrow peak makes max(1, ∫) a 1, and one that does not end
hangs whoever builds the expression.  `install` replaces the places where a constant gets
a sign or an order:

- the difference of two constants (`relational._n2`), which all relations ask;
- the sign of a constant (`Expr._eval_is_extended_positive_negative`);
- "may this be compared": a real number of which a ball shows so, without integrals or sums;
- the whole part of a constant (floor, ceiling, frac);
- the arguments of Max and Min, which need only be real, or not known to be otherwise.

Why an answer cannot lie: a sign comes from an enclosure that excludes zero, or from exact rational
arithmetic (`verify.balls.sign_at`), a whole part from one in which all numbers have the same.  Where the ball does not tell within `BITS` and `STEPS`, nothing is
known, the relation stays a relation, and Max keeps its arguments.  Steps are counted, not seconds,
so that the same text is always built alike.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import sympy
from sympy.core import relational
from sympy.core.evalf import PrecisionExhausted
from sympy.core.operations import ShortCircuit
from sympy.functions.elementary import integers
from sympy.functions.elementary.miscellaneous import MinMaxBase

from verify.balls import compile_ball, sign_at, work
from verify.balls.core import MAX_INTEGER
from verify.errors import GiveUp
from verify.terms.survey import NO_NUMBERS

BITS = 512
STEPS = 20_000
"""Looks at integrands and terms that the sign of one constant may cost; see `verify.balls.core.Work`."""


def install() -> None:
    """Replaces SymPy's comparisons of constants in this process.  Calling it again changes nothing."""
    relations: Any = relational
    relations._n2 = _order
    rounding: Any = integers
    rounding.get_integer_part = _whole_part
    expr: Any = sympy.Expr
    expr._eval_is_extended_positive_negative = _has_sign
    expr._eval_is_comparable = _is_comparable
    extreme: Any = MinMaxBase
    extreme._new_args_filter = classmethod(_real_arguments)


def sign_of_constant(expr: Any) -> int | None:
    """The certified sign of a real number: -1, 0, 1, or None where it is unknown or no number.

    >>> sign_of_constant(sympy.pi - 3), sign_of_constant(sympy.sqrt(2) ** 2 - 2), sign_of_constant(sympy.Symbol("x"))
    (1, 0, None)
    """
    if not expr.is_number or not expr.is_commutative or expr in NO_NUMBERS:
        return None
    return _sign(expr)


@lru_cache(maxsize=16384)
def _sign(expr: Any) -> int | None:
    try:
        with work.apart(STEPS):
            return sign_at(expr, {}, BITS)
    except (GiveUp, ArithmeticError, ValueError, RecursionError):
        return None


def _order(a: Any, b: Any) -> Any:
    """A number with the sign of a - b; None where it is not certain."""
    if not (a.is_number and b.is_number) or a in NO_NUMBERS or b in NO_NUMBERS:
        return None
    sign = sign_of_constant(_exact(a) - _exact(b))
    return None if sign is None else sympy.Integer(sign)


def _exact(number: Any) -> Any:
    """A floating-point number in a comparison is the rational number that it is."""
    return number.xreplace({part: sympy.Rational(part) for part in number.atoms(sympy.Float)})


def _has_sign(expr: Any, positive: bool) -> bool | None:
    sign = sign_of_constant(expr)
    return None if sign is None else sign == (1 if positive else -1)


def _is_comparable(expr: Any) -> bool:
    """Is it a number with a certain sign, cheap to look at?"""
    if not expr.is_number or expr.is_extended_real is False or expr.has(sympy.Integral, sympy.Sum, sympy.Product):
        return False
    return sign_of_constant(expr) not in (None, 0) or bool(expr.is_Rational)


def _whole_part(expr: Any, direction: int, options: Any, return_ints: bool = False) -> tuple[int, int]:
    """Floor (direction -1) or ceiling (1) of the real and of the imaginary part.

    Raises PrecisionExhausted where the enclosure leaves a choice.
    """
    for part in _balls(expr):
        real, imaginary = (_rounded(x, direction) for x in (part.real, part.imag))
        if real is not None and imaginary is not None:
            return real, imaginary
    raise PrecisionExhausted


def _rounded(ball: Any, direction: int) -> int | None:
    if not (ball.is_finite() and abs(ball) < MAX_INTEGER):
        return None
    found = (ball.ceil() if direction > 0 else ball.floor()).unique_fmpz()
    return None if found is None else int(found)


def _balls(expr: Any) -> Iterator[Any]:
    """Enclosures of a constant, ever narrower, as far as its steps go; none where no rule encloses it."""
    try:
        with work.apart(STEPS):
            function = compile_ball(expr)
            for bits in (64, 128, 256, BITS):
                yield function({}, bits)
    except (GiveUp, ArithmeticError, ValueError, RecursionError):
        return


def _real_arguments(cls: Any, arguments: Any) -> Iterator[Any]:
    """The arguments of a maximum or minimum, nested ones flat.  Raises ValueError for one that is not real."""
    for argument in arguments:
        if not isinstance(argument, sympy.Expr) or argument.is_extended_real is False:
            raise ValueError(f"The argument '{argument}' is not comparable.")
        if argument == cls.zero:
            raise ShortCircuit(argument)
        if argument == cls.identity:
            continue
        yield from argument.args if argument.func == cls else (argument,)
