"""The value of a `Limit` as it is written: its point, its direction, its variable and its parameters.

x → a from above is x = a + 1/t with t → ∞, and so on; both sides must give the same.  Why the value cannot be wrong:

- a limit over whole numbers n is that over real t, if there is one (a subsequence of it); (-1)^n is 1 on one half of the
  numbers and -1 on the other, and both halves must give the same;
- what oscillates is squeezed: with sin, cos and the fraction x - floor(x) as letters B of bounded value the function
  is a polynomial in them, and every coefficient but the one without B tends to zero;
- a variable that cannot go where it is sent (a positive one to 0 from below) has no limit;
- all else is said in `verify.asymptotics.growth`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import sympy

from verify.asymptotics.elementary_rules import ELEMENTARY
from verify.asymptotics.germs import Germs
from verify.asymptotics.growing_functions import GROWING
from verify.asymptotics.growth import INFINITE, Growth, reduces_to_zero
from verify.asymptotics.scales import effort, sign_of_constant
from verify.errors import GiveUp
from verify.normal_form.signs import is_real
from verify.points.exact_numbers import decide_constant
from verify.regularity.conditions import must_not_vanish
from verify.terms.survey import parts_of

Sign = Callable[[Any], int | None]
RULES = {**ELEMENTARY, **GROWING}
BOUNDED = (sympy.sin, sympy.cos, sympy.floor, sympy.ceiling, sympy.frac, sympy.besselj, sympy.bessely, sympy.Si)
NOT_INSIDE = (sympy.Integral, sympy.Sum, sympy.Product, sympy.Derivative, sympy.Subs)
BOTH = "+-"


@dataclass(frozen=True)
class Valued:
    """Expressions without their limits, the values that were put in, and what must not vanish for that."""

    sides: tuple[Any, ...]
    values: tuple[tuple[Any, Any], ...]
    lost: tuple[Any, ...]


def without_limits(sides: tuple[Any, ...], sign: Sign = sign_of_constant) -> Valued:
    """Every limit replaced by its value, which is proved.  Raises GiveUp, with the reason."""
    values: list[tuple[Any, Any]] = []
    lost: list[Any] = []

    def walk(part: Any) -> Any:
        if not isinstance(part, sympy.Basic) or not part.has(sympy.Limit):
            return part
        if isinstance(part, NOT_INSIDE):
            raise GiveUp(f"a limit stands inside a {type(part).__name__}")
        inside = part.func(*map(walk, part.args))
        if not isinstance(part, sympy.Limit):
            return inside
        found = value(inside, sign)
        values.append((part, found))
        lost.extend(p for p in must_not_vanish((inside.args[0],)) if inside.args[1] not in p.free_symbols)
        return found

    found = tuple(map(walk, sides))
    return Valued(found, tuple(values), tuple(dict.fromkeys(lost)))


def value(limit: Any, sign: Sign = sign_of_constant) -> Any:
    """Finite, oo or -oo.  Raises GiveUp.

    >>> x = sympy.Symbol("x", real=True)
    >>> value(sympy.Limit((1 + 1 / x) ** (x**2) * sympy.exp(-x), x, sympy.oo))
    exp(-1/2)
    >>> value(sympy.Limit(sympy.exp(1 / x), x, 0, "-"))
    0
    """
    effort.renew()
    function, variable, point, direction = limit.args
    endless = _endless(function, variable, point)
    if endless is not None:
        return endless
    if function.has(*NOT_INSIDE) and any(variable in p.free_symbols for p in parts_of(function, *NOT_INSIDE)):
        raise GiveUp("an integral, a sum or a derivative moves with the variable of the limit")
    ways = _ways(variable, point, str(direction), sign)
    found = [_along(function, variable, way, t, sign) for way, t in ways]
    if len(found) == 2 and not _are_equal(*found):
        raise GiveUp("the limits from the two sides are not known to be equal")
    return found[0]


def _endless(function: Any, variable: Any, point: Any) -> Any | None:
    """A sum or an integral up to n for n → ∞ is the endless one: so that is defined."""
    if not isinstance(function, (sympy.Sum, sympy.Integral)) or point != sympy.oo or len(function.limits) != 1:
        return None
    if len(function.limits[0]) != 3:
        return None
    inner, low, high = function.limits[0]
    if high != variable or variable in low.free_symbols or variable in function.function.free_symbols:
        return None
    return function.func(function.function, (inner, low, sympy.oo))


def _are_equal(one: Any, other: Any) -> bool:
    if one == other:
        return True
    if one in INFINITE or other in INFINITE:
        return False
    gap = one - other
    return reduces_to_zero(gap) if gap.free_symbols else decide_constant(gap) is True


def _ways(variable: Any, point: Any, direction: str, sign: Sign) -> list[tuple[Any, Any]]:
    """The ways on which the variable goes there, each as an expression in a large t."""
    t = sympy.Dummy("t", positive=True)
    if point in INFINITE:
        if (point == -sympy.oo and variable.is_nonnegative) or (point == sympy.oo and variable.is_nonpositive):
            raise GiveUp("the variable cannot go where it is sent")
        return [(t if point == sympy.oo else -t, t)]
    if variable.is_integer or variable.is_rational or variable.is_imaginary or not is_real(point):
        raise GiveUp("the variable takes no continuous real values there")
    sides = (1, -1) if direction == BOTH else (1 if direction == "+" else -1,)
    own = 1 if variable.is_nonnegative else -1 if variable.is_nonpositive else 0
    if own and sign(point) != own and (sign(point) != 0 or sides != (own,)):
        raise GiveUp("the variable cannot go where it is sent")
    return [(point + side / t, t) for side in sides]


def _along(function: Any, variable: Any, way: Any, t: Any, sign: Sign) -> Any:
    there = function.xreplace({variable: way})
    if not variable.is_integer:
        return _squeezed(there, t, sign)
    found = []
    for parity in (0, 1) if _alternates(there, t) else (0,):
        found.append(_squeezed(_with_parity(there, t, parity), t, sign))
    if len(found) == 2 and not _are_equal(*found):
        raise GiveUp("even and odd numbers are not known to give the same limit")
    return found[0]


def _is_alternating(part: Any, t: Any) -> bool:
    return bool(part.is_Pow and part.base.is_Rational and part.base < 0 and t in part.exp.free_symbols)


def _alternates(e: Any, t: Any) -> bool:
    return any(_is_alternating(p, t) for p in parts_of(e, sympy.Pow)) or e.has(sympy.fibonacci, sympy.lucas)


def _with_parity(e: Any, t: Any, parity: int) -> Any:
    """(-p)^(αn + β) and the Fibonacci and Lucas numbers for even or for odd n; α and β are whole."""

    def exact_sign(exponent: Any) -> Any:
        slope = sympy.expand(exponent).coeff(t, 1)
        start = sympy.expand(exponent - slope * t)
        if not slope.is_Integer or not start.is_Integer:
            raise GiveUp("the power of a negative number has no whole exponent")
        return sympy.Integer(-1) ** (slope * parity + start)

    def binet(part: Any, sign: int, scale: Any) -> Any:
        n, phi = part.args[0], (1 + sympy.sqrt(5)) / 2
        return (phi**n + sign * exact_sign(n) * phi**-n) / scale

    e = e.replace(lambda p: isinstance(p, sympy.fibonacci) and len(p.args) == 1, lambda p: binet(p, -1, sympy.sqrt(5)))
    e = e.replace(lambda p: isinstance(p, sympy.lucas), lambda p: binet(p, 1, sympy.S.One))
    return e.replace(lambda p: _is_alternating(p, t), lambda p: exact_sign(p.exp) * (-p.base) ** p.exp)


def _squeezed(e: Any, t: Any, sign: Sign) -> Any:
    germs = Germs(Growth(t, sign), RULES)
    try:
        return germs.limit(e)
    except GiveUp as problem:
        bounded = _bounded_parts(e, t)
        if not bounded:
            raise problem from None
    put, letters = {}, []
    for part in bounded:
        letter = sympy.Dummy("B", real=True)
        letters.append(letter)
        put[part] = _with_letter(part, letter, germs)
    try:
        terms = sympy.Poly(sympy.expand(e.xreplace(put)), *letters).terms()
    except sympy.PolynomialError:
        raise GiveUp("a part oscillates, and is not squeezed") from None
    rest = sympy.S.Zero
    for powers, coefficient in terms:
        if t in coefficient.free_symbols and set(letters) & coefficient.free_symbols:
            raise GiveUp("a part oscillates, and is not squeezed")
        if not any(powers):
            rest = coefficient
        elif germs.limit(coefficient) != 0:
            raise GiveUp("a part oscillates, and is not squeezed")
    return germs.limit(rest)


def _with_letter(part: Any, letter: Any, germs: Germs) -> Any:
    """The part in terms of a bounded letter; J and Y of a fixed order fall like the root of their argument (DLMF 10.17.3)."""
    g = part.args[-1]
    far = germs.limit(g)  # it exists for all large t
    if not is_real(g):
        raise GiveUp("the argument of what oscillates is not certainly real")
    if isinstance(part, (sympy.besselj, sympy.bessely)):
        if far != sympy.oo or not is_real(part.args[0]):
            raise GiveUp("a Bessel function is asked at a place where it has no rule")
        return letter / sympy.sqrt(g)
    if isinstance(part, sympy.Si):
        if far not in INFINITE:
            raise GiveUp("the sine integral is asked at a place where it has no rule")
        return (1 if far == sympy.oo else -1) * sympy.pi / 2 + letter / g  # DLMF 6.12.3
    return {sympy.floor: g - letter, sympy.ceiling: g + letter}.get(type(part), letter)


def _bounded_parts(e: Any, t: Any) -> list[Any]:
    """The outermost sines, cosines and roundings that move with t."""
    if t not in e.free_symbols:
        return []
    if isinstance(e, BOUNDED) and not any(t in order.free_symbols for order in e.args[:-1]):
        return [e]
    return list(dict.fromkeys(part for arg in e.args for part in _bounded_parts(arg, t)))
