"""The value of a `Limit` as it is written: its point, its direction, its variable and its parameters.

x → a from above is x = a + 1/t with t → ∞, and so on; both sides must give the same.  Why the value cannot be wrong:

- a limit over whole numbers n is that over real t, if there is one (a subsequence of it); (-1)^n is 1 on one half of the
  numbers and -1 on the other, and both halves must give the same;
- what oscillates is squeezed: with sin, cos and the fraction x - floor(x) as letters B of bounded value the function
  is a polynomial in them, and every coefficient but the one without B tends to zero; nothing with a B in it is divided by;
- a variable that cannot go where it is sent (a positive one to 0 from below) has no limit;
- a variable is certainly real: a complex one would come from all sides, and conj(z)/z has no limit at 0;
- what drops out on the way (0 times it) is certainly defined for all large t;
- all else is said in `verify.asymptotics.growth`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
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
from verify.regularity.known_functions import all_known
from verify.solving.replacement import put
from verify.terms.requirements import Requirement
from verify.terms.survey import parts_of, rebuilt

Sign = Callable[[Any], int | None]
RULES = {**ELEMENTARY, **GROWING}
BOUNDED = (sympy.sin, sympy.cos, sympy.floor, sympy.ceiling, sympy.frac, sympy.besselj, sympy.bessely, sympy.Si)
WITHIN_ONE = (sympy.sin, sympy.cos, sympy.floor, sympy.ceiling, sympy.frac)
"""Their letters, that of a rounding the fraction beside it, are between -1 and 1."""
NOT_INSIDE = (sympy.Integral, sympy.Sum, sympy.Product, sympy.Derivative, sympy.Subs)
BOTH = "+-"


@dataclass(frozen=True)
class Taken:
    """A limit whose value was taken: its variable, its function, and that with the values of the limits inside it."""

    variable: Any
    function: Any
    valued: Any


@dataclass(frozen=True)
class Valued:
    """Expressions without their limits, the values that were put in, and the limits from the innermost on."""

    sides: tuple[Any, ...]
    values: dict[Any, Any]
    taken: tuple[Taken, ...]


def without_limits(sides: tuple[Any, ...], sign: Sign = sign_of_constant) -> Valued:
    """Every limit replaced by its value, which is proved.  Raises GiveUp, with the reason.

    An infinite one is a whole side, or there is no value: oo is no number, and nothing has a value at it.  What is known
    of a symbol is not known of the variable of a limit that has its name: a variable gets a name of its own first.
    """
    values: dict[Any, Any] = {}
    taken: list[Taken] = []

    def walk(part: Any, is_side: bool = False) -> Any:
        if not isinstance(part, sympy.Basic) or not part.has(sympy.Limit):
            return part
        if isinstance(part, NOT_INSIDE):
            raise GiveUp(f"a limit stands inside a {type(part).__name__}")
        if not isinstance(part, sympy.Limit):
            return rebuilt(part, map(walk, part.args))
        written, variable, point, direction = part.args
        own = sympy.Dummy(variable.name, **variable._assumptions_orig)
        function = put(written, {variable: own})
        inside = walk(function)
        values[part] = found = value(sympy.Limit(inside, own, walk(point), direction), sign)
        if found in INFINITE and not is_side:
            raise GiveUp("a limit is infinite, and stands inside something else")
        taken.append(Taken(own, function, inside))
        return found

    try:
        found = tuple(walk(side, is_side=True) for side in sides)
    except (TypeError, ValueError) as problem:  # SymPy refuses to compare what is not real, or a place of a limit
        raise GiveUp("with the values of limits in it, an expression is none") from problem
    return Valued(found, values, tuple(taken))


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
    ways = _ways(variable, point, str(direction), sign)
    endless = _endless(function, variable, point)
    if endless is not None:
        return endless
    if function.has(*NOT_INSIDE) and any(variable in p.free_symbols for p in parts_of(function, *NOT_INSIDE)):
        raise GiveUp("an integral, a sum or a derivative moves with the variable of the limit")
    found = [_along(function, variable, way, t, sign) for way, t in ways]
    if len(found) == 2 and not _are_equal(*found):
        raise GiveUp("the limits from the two sides are not known to be equal")
    return found[0]


def _endless(function: Any, variable: Any, point: Any) -> Any | None:
    """A sum or an integral up to n for n → ∞ is the endless one: so that is defined.  A sum up to 3/2 is none."""
    if not isinstance(function, (sympy.Sum, sympy.Integral)) or point != sympy.oo or len(function.limits) != 1:
        return None
    if len(function.limits[0]) != 3:
        return None
    inner, low, high = function.limits[0]
    if isinstance(function, sympy.Sum) and not variable.is_integer:
        return None
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
    if variable.is_extended_real is not True:  # a complex one comes from all sides
        raise GiveUp("the variable of the limit is not certainly real")
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
    def there(e: Any, parity: int | None = None) -> Any:
        moved = put(e, {variable: way})
        return moved if parity is None else _with_parity(moved, t, parity)

    try:
        alternates = variable.is_integer and _alternates(there(function), t)
        found = []
        for parity in (0, 1) if alternates else (None,):
            whole = _whole(function, variable, partial(there, parity=parity), Germs(Growth(t, sign), RULES))
            found.append(_squeezed(whole, t, sign))
    except (TypeError, ValueError) as problem:
        raise GiveUp("SymPy has no value for the function on its way") from problem
    if len(found) == 2 and not _are_equal(*found):
        raise GiveUp("even and odd numbers are not known to give the same limit")
    return found[0]


def _whole(function: Any, variable: Any, there: Callable[[Any], Any], germs: Germs) -> Any:
    """The function on the way, of which nothing has dropped out that may be undefined there: 0 · Γ(-n), (1 - (-1)^n) log 0."""
    found = there(function)
    if not all_known((function,), (found,), there):
        raise GiveUp("a part drops out of the function that is not known to be defined")
    shown = set(must_not_vanish((found,)))
    for need in (need for need in must_not_vanish((function,)) if variable in need.free_symbols):
        moved = need.func(*map(there, need.args)) if isinstance(need, Requirement) else there(need)
        if moved not in shown:
            germs.must_not_vanish(moved)
    return found


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
    known: dict[Any, Any] = {}
    letters: list[Any] = []
    for part in bounded:
        letter = sympy.Dummy("B", real=True)
        letters.append(letter)
        known[part] = _with_letter(part, letter, germs)
    _must_be_defined(e, known, letters, germs)
    try:
        terms = sympy.Poly(sympy.expand(e.xreplace(known)), *letters).terms()
    except sympy.PolynomialError:
        raise GiveUp("a part oscillates, and is not squeezed") from None
    rest, waves = sympy.S.Zero, []
    for powers, coefficient in terms:
        if t in coefficient.free_symbols and set(letters) & coefficient.free_symbols:
            raise GiveUp("a part oscillates, and is not squeezed")
        if not any(powers):
            rest = coefficient
        else:
            waves.append(coefficient)
    if all(germs.limit(coefficient) == 0 for coefficient in waves):
        return germs.limit(rest)
    if not all(isinstance(part, WITHIN_ONE) for part in bounded):
        raise GiveUp("a part oscillates, and is not squeezed")
    return _carried_away(rest, waves, germs)


def _carried_away(rest: Any, waves: list[Any], germs: Germs) -> Any:
    """rest + Σ c B with |B| ≤ 1 lies between rest ± Σ |c|: it tends to oo with the lower, and to -oo with the upper bound."""
    swing = sympy.Add(*(germs.real_sign(germs.prepared(c)) * c for c in waves))
    germs.must_be_real(germs.prepared(rest))
    for end, bound in ((sympy.oo, rest - swing), (-sympy.oo, rest + swing)):
        if germs.limit(bound) == end:
            return end
    raise GiveUp("a part oscillates, and is not squeezed")


def _must_be_defined(e: Any, known: dict[Any, Any], letters: list[Any], germs: Germs) -> None:
    """No divisor oscillates, which may meet zero again and again and cancel, and what else must not vanish does not."""
    if not all_known((e,), ()):
        raise GiveUp("a part oscillates beside one that is not known to be defined")
    for need in (need for need in must_not_vanish((e,)) if germs.x in need.free_symbols):
        moved = need.xreplace(known)
        if not moved.free_symbols.isdisjoint(letters):
            raise GiveUp("what oscillates is divided by")
        germs.must_not_vanish(moved)


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
