"""Integrals with |·|, max, min, sign, Heaviside, Piecewise and roundings inside, as sums of integrals over pieces without them.

Why this cannot lie.  Inside each open piece every switch (the argument of |·|, the difference of two arguments of a maximum, h - m for
⌊h⌋ and each whole m that h may pass) has one certain sign (`verify.closed_forms.kinks`), so that the integrand is there the
function that is put in; single points change no integral, and ∫_a^c = ∫_a^b + ∫_b^c: an integral, an improper one too, exists
exactly where all of its pieces do.  What the integrand needs to be defined the pieces must still show.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

import sympy
from flint import acb, arb
from sympy.core.relational import Relational
from sympy.logic.boolalg import And, Boolean, Not, Or

from verify.balls import RULES, Env, check_size, enclose, precision
from verify.balls.compiler import Compiler
from verify.closed_forms.kinks import BITS, Cut, Order, cut, inside, order_of_constants
from verify.errors import GiveUp
from verify.normal_form.signs import sign_set
from verify.points.domain import Domain
from verify.points.term_by_term import certified_sign
from verify.regularity.conditions import must_not_vanish
from verify.terms.sign_algebra import NONNEGATIVE, NONPOSITIVE, Signs
from verify.terms.survey import NO_NUMBERS, TooBig, rebuilt, survey

ROUNDED = (sympy.floor, sympy.ceiling, sympy.frac)
SWITCHED = (sympy.Abs, sympy.sign, sympy.Max, sympy.Min, sympy.Heaviside, sympy.Piecewise, *ROUNDED)
BINDING = (sympy.Integral, sympy.Sum, sympy.Product, sympy.Limit, sympy.Derivative, sympy.Subs)
MOST_PIECES = 40
MOST_LAYERS = 4
MOST_WHOLE = 30
SLICES = 32


def in_pieces(expr: Any, domain: Domain) -> Any:
    """The expression with every integral whose kinks are certain in pieces without them.

    >>> x = sympy.Symbol("x", real=True)
    >>> in_pieces(sympy.Integral(sympy.Abs(x - 1), (x, 0, 3)), Domain(()))
    Integral(1 - x, (x, 0, 1)) + Integral(x - 1, (x, 1, 3))
    """
    if not isinstance(expr, sympy.Expr) or not expr.has(sympy.Integral):
        return expr
    try:
        if not survey(expr).has(*SWITCHED):
            return expr
    except TooBig:
        return expr

    def order(a: Any, b: Any) -> Signs | None:
        found = order_of_constants(a, b)
        if found is not None or not (a - b).free_symbols:
            return found
        return sign_set(a - b) if certified_sign(a - b, domain) is None else certified_sign(a - b, domain)

    def walk(part: Any) -> Any:
        if not isinstance(part, sympy.Expr) or not part.has(sympy.Integral):
            return part
        if isinstance(part, sympy.Integral):
            return _pieces_of(part, order)
        if isinstance(part, BINDING):
            return part
        return rebuilt(part, map(walk, part.args))

    return walk(expr)


def _pieces_of(integral: Any, order: Order) -> Any:
    if len(integral.limits) != 1 or len(integral.limits[0]) != 3 or integral.function.has(*BINDING):
        return integral
    variable, low, high = integral.limits[0]
    if not (low.is_extended_real and high.is_extended_real) or variable in low.free_symbols | high.free_symbols:
        return integral
    where = order(high, low)
    if where is None or not (where <= NONNEGATIVE or where <= NONPOSITIVE):
        return integral
    turned = not where <= NONNEGATIVE
    ends = (high, low) if turned else (low, high)
    above = order(ends[0], sympy.S.Zero)
    x = _place(variable.name, above is not None and above <= NONNEGATIVE)
    try:
        found = _split(integral.function.xreplace({variable: x}), x, *ends, order, 0)
    except (GiveUp, TypeError, ValueError, ZeroDivisionError):  # SymPy compares no zoo
        return integral
    letter = variable if set(variable._assumptions_orig.items()) == {("real", True)} else x
    total = sympy.Add(*(sympy.Integral(f.xreplace({x: letter}), (letter, a, b)) for f, a, b in found))
    return -total if turned else total


@lru_cache(maxsize=64)
def _place(name: str, positive: bool) -> Any:
    """On an open range from 0 on the variable is positive."""
    return sympy.Dummy(name, **({"positive": True} if positive else {"real": True}))


def _split(f: Any, x: Any, low: Any, high: Any, order: Order, depth: int) -> list[tuple[Any, Any, Any]]:
    """(integrand, start, end) of each piece.  Raises GiveUp where a switch has no certain signs."""
    layer = list(_innermost(f, x))
    if not layer:
        return [(f, low, high)]
    if depth >= MOST_LAYERS:
        raise GiveUp("switches inside of switches")
    cuts: dict[Any, Cut] = {}
    for switch in dict.fromkeys(s for atom in layer for s in _switches(atom, x, low, high)):
        found = cut(switch, x, low, high, order)
        if found is None:
            raise GiveUp("a switch without certain signs")
        cuts[switch] = found
    places = inside((p for c in cuts.values() for p in c.places), low, high, order)
    if places is None or len(places) > MOST_PIECES:
        raise GiveUp("kinks in no certain order")
    ends = [low, *places, high]
    pieces: list[tuple[Any, Any, Any]] = []
    for start, end in itertools.pairwise(ends):
        signs = {switch: _sign_on(c, start, end, low, high, order) for switch, c in cuts.items()}
        values = {atom: _value(atom, signs, x) for atom in layer}
        pieces += _split(_put(f, values), x, start, end, order, depth + 1)
    return pieces


def _sign_on(c: Cut, start: Any, end: Any, low: Any, high: Any, order: Order) -> int:
    ends = [low, *c.places, high]
    for left, right, sign in zip(ends, ends[1:], c.signs, strict=False):
        before, after = order(start, left), order(right, end)
        if before is not None and after is not None and before <= NONNEGATIVE and after <= NONNEGATIVE:
            return sign
    raise GiveUp("a piece in no certain place")


def _put(f: Any, values: dict[Any, Any]) -> Any:
    """The values in the place of the switched parts.  Raises GiveUp where something that must be defined is no longer shown."""
    masks = {atom: sympy.Dummy("switch", real=True) for atom in values}
    masked = f.xreplace(masks)
    put = masked.xreplace({masks[atom]: value for atom, value in values.items()})
    inner = [arg for atom in values for arg in atom.args if isinstance(arg, sympy.Expr)]
    shown = set(must_not_vanish((put,)))
    if put.has(*NO_NUMBERS) or not set(must_not_vanish((masked, *inner))) <= shown:
        raise GiveUp("a part drops out that may be undefined")
    return put


# --- switches ---------------------------------------------------------------------------------


def _innermost(f: Any, x: Any) -> Iterator[Any]:
    """Switched parts that depend on x and have no such parts inside."""
    if not f.has(*SWITCHED) or x not in f.free_symbols:
        return
    below = [found for arg in f.args for found in _innermost(arg, x)]
    yield from below
    if isinstance(f, SWITCHED) and not below:
        yield f


def _switches(atom: Any, x: Any, low: Any, high: Any) -> list[Any]:
    """Expressions in x whose signs decide which formula applies."""
    if isinstance(atom, (sympy.Max, sympy.Min)):
        return [a - b for i, a in enumerate(atom.args) for b in atom.args[i + 1 :] if (a - b).has(x)]
    if isinstance(atom, sympy.Piecewise):
        found = [rel for _, condition in atom.args for rel in condition.atoms(Relational)]
        return [rel.lhs - rel.rhs for rel in found]
    if isinstance(atom, ROUNDED):
        return [atom.args[0] - m for m in _whole_numbers(atom.args[0], x, low, high)]
    return [atom.args[0]]


def _whole_numbers(h: Any, x: Any, low: Any, high: Any) -> range:
    """All whole numbers that h may meet on the range, by enclosures."""
    if (h.free_symbols | low.free_symbols | high.free_symbols) - {x} or low.is_infinite or high.is_infinite:
        raise GiveUp("a rounding over a range that is not known")
    check_size(h)
    node = Compiler(RULES).node(h)
    with precision(BITS):
        start, end = (acb(enclose(place, {}, BITS)).real for place in (low, high))
        slices = [start + (end - start) * arb((k + 0.5) / SLICES, 0.5 / SLICES) for k in range(SLICES)]
        balls = [node(Env({x: acb(piece)}, {}), False) for piece in slices]
        if not all(ball.is_finite() for ball in balls):
            raise GiveUp("a rounding of what has no enclosure")
        least = min(int(ball.real.lower().floor().unique_fmpz()) for ball in balls)
        most = max(int(ball.real.upper().ceil().unique_fmpz()) for ball in balls)
    if most - least > MOST_WHOLE:
        raise GiveUp("too many steps")
    return range(least, most + 1)


def _value(atom: Any, signs: dict[Any, int], x: Any) -> Any:
    """The switched part where its switches have these signs."""
    if isinstance(atom, ROUNDED):
        h = atom.args[0]
        below = [m for switch, sign in signs.items() if (m := sympy.expand(h - switch)).is_Integer and sign > 0]
        if not below:
            raise GiveUp("no whole number below")
        floor = max(below)
        return {sympy.floor: floor, sympy.ceiling: floor + 1, sympy.frac: h - floor}[type(atom)]
    if isinstance(atom, (sympy.Max, sympy.Min)):
        return _extreme(atom, signs)
    if isinstance(atom, sympy.Piecewise):
        return _branch(atom, signs)
    argument = atom.args[0]
    sign = signs[argument]
    values: dict[Any, Callable[[], Any]] = {
        sympy.Abs: lambda: sign * argument,
        sympy.sign: lambda: sympy.Integer(sign),
        sympy.Heaviside: lambda: sympy.Integer((1 + sign) // 2),
    }
    return values[type(atom)]()


def _extreme(atom: Any, signs: dict[Any, int]) -> Any:
    turn = 1 if isinstance(atom, sympy.Max) else -1
    for candidate in atom.args:
        others = [arg for arg in atom.args if arg != candidate]
        if all(signs.get(candidate - arg, -signs.get(arg - candidate, 0)) == turn for arg in others):
            return candidate
    raise GiveUp("no largest argument")


def _branch(atom: Any, signs: dict[Any, int]) -> Any:
    for value, condition in atom.args:
        if _holds(condition, signs):
            return value
    raise GiveUp("no branch applies")


def _holds(condition: Boolean, signs: dict[Any, int]) -> bool:
    if condition in (sympy.true, sympy.false):
        return bool(condition)
    if isinstance(condition, Relational):
        return bool(Signs({signs[condition.lhs - condition.rhs]}).satisfy(condition.rel_op))
    parts = [_holds(part, signs) for part in condition.args]
    if isinstance(condition, Not):
        return not parts[0]
    if isinstance(condition, (And, Or)):
        return any(parts) if isinstance(condition, Or) else all(parts)
    raise GiveUp("a condition that is not compared")
