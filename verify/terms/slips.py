"""The slips that authors and copyists make, applied to one expression.

The catalogue is read both ways: `verify.slips.mutants` makes a slip to see whether a check
would notice, `verify.slips.repairs` makes it to see whether it undoes one.  So each slip says
what it does (`says`) and what was wrong if it helps (`mends`, with formulas between
dollar signs).  A slip that SymPy's own evaluation undoes at once is not yielded.

To add one: a function from an expression to slips, and its line in `SLIPS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Any

import sympy
from sympy.concrete.expr_with_limits import ExprWithLimits
from sympy.core.function import AppliedUndef

from verify.terms.survey import parts_of
from verify.wording import name, words

MOST_SITES = 200
"""Parts of one expression that are looked at; beyond, an expression is a page and no formula."""

HALF = sympy.Rational(1, 2)
FACTORS: tuple[tuple[sympy.Expr, str], ...] = ((sympy.Integer(2), "2"), (HALF, "1/2"))
CIRCLES: tuple[tuple[sympy.Expr, str], ...] = (
    (4 * sympy.pi, "4π"),
    (1 / (4 * sympy.pi), "1/(4π)"),
    (2 * sympy.pi, "2π"),
    (1 / (2 * sympy.pi), "1/(2π)"),
    (sympy.pi, "π"),
    (1 / sympy.pi, "1/π"),
)
CONFUSED = (
    (sympy.sin, sympy.cos),
    (sympy.sinh, sympy.cosh),
    (sympy.tan, sympy.cot),
    (sympy.tanh, sympy.coth),
    (sympy.asin, sympy.acos),
    (sympy.asinh, sympy.acosh),
)


@dataclass(frozen=True)
class Slip:
    """One slip: what it does, what it mends, and the expression that comes out."""

    kind: str
    says: str
    mends: str
    result: sympy.Expr


@dataclass(frozen=True)
class Site:
    """A part of an expression, and the whole with something else in its place.

    `joint` tells where the part stands: "whole", "term" (of a sum), "factor" (of a
    product), "base" (of a power), "body" (of an integral, a sum, a limit, a derivative), "argument"
    (of a function, or an exponent that is no number).
    """

    node: sympy.Expr
    joint: str
    put: Callable[[sympy.Expr], sympy.Expr]

    @cached_property
    def words(self) -> str:
        """The part in words, for all slips that speak of it."""
        return words(self.node)

    @cached_property
    def latex(self) -> str:
        return str(sympy.latex(self.node))


Slips = Iterator[tuple[str, str, sympy.Expr]]


# --- the parts of an expression -------------------------------------------------------------------


class _Latest:
    """The parts of the expression that was asked for last: every slip of the catalogue asks for them in turn."""

    expression: sympy.Expr | None = None
    parts: tuple[Site, ...] = ()


def sites(expression: sympy.Expr) -> tuple[Site, ...]:
    """The parts at which a slip can happen, the whole first, then inwards; at most `MOST_SITES`.

    Arguments of undefined functions, limits of integration and conditions are left alone.
    """
    if _Latest.expression is not expression:  # not merely equal: it may have other names for what is bound
        _Latest.expression, _Latest.parts = expression, tuple(_sites(expression))
    return _Latest.parts


def _sites(expression: sympy.Expr) -> list[Site]:
    found = [Site(expression, "whole", lambda new: new)]
    for site in found:  # grows while it is walked
        found += _parts(site)
        if len(found) >= MOST_SITES:
            break
    return found[:MOST_SITES]


def _parts(site: Site) -> Iterator[Site]:
    node = site.node
    for index, part in enumerate(node.args):
        joint = _joint(node, index)
        if joint and isinstance(part, sympy.Expr):
            yield Site(part, joint, _putter(site, index))


def _joint(node: sympy.Expr, index: int) -> str | None:
    if node.is_Add:
        return "term"
    if node.is_Mul:
        return "factor"
    if node.is_Pow:
        return "base" if index == 0 else None if node.exp.is_Number else "argument"
    if isinstance(node, AppliedUndef):
        return None
    if isinstance(node, (sympy.Integral, sympy.Sum, sympy.Product, sympy.Limit, sympy.Derivative)):
        return "body" if index == 0 else None
    return "argument" if node.is_Function and not node.is_Piecewise else None


def _putter(site: Site, index: int) -> Callable[[sympy.Expr], sympy.Expr]:
    def put(new: sympy.Expr) -> sympy.Expr:
        args = (*site.node.args[:index], new, *site.node.args[index + 1 :])
        return site.put(site.node.func(*args))

    return put


def _summands(expression: sympy.Expr) -> Iterator[tuple[str, Site]]:
    """The whole, the terms of its sums and the arguments of its functions: where a factor or sign can go wrong."""
    for site in sites(expression):
        if site.joint == "whole":
            yield "", site
        elif site.joint == "term" and not site.node.is_zero:
            yield f" of the term {site.words}", site
        elif site.joint == "argument":
            yield f" of the argument {site.words}", site


def _where(place: str, site: Site) -> str:
    """The same place with the formula set in LaTeX."""
    if not place:
        return ""
    noun = "term" if " term " in place else "argument"
    return f" in the {noun} ${site.latex}$"


# --- the catalogue --------------------------------------------------------------------------------


def wrong_sign(expression: sympy.Expr) -> Slips:
    """The sign of the whole, of a term or of an argument."""
    for place, site in _summands(expression):
        if place or not expression.is_Add:
            yield f"wrong sign{place}", f"the sign{_where(place, site)} is wrong", site.put(-site.node)


def wrong_factor(expression: sympy.Expr) -> Slips:
    """A factor 2 that is often lost or put twice."""
    yield from _with_factors(expression, FACTORS)


def lost_4pi(expression: sympy.Expr) -> Slips:
    """The 4π between unit systems, the 2π between h and ħ, the π of a circle."""
    yield from _with_factors(expression, CIRCLES)


def _with_factors(expression: sympy.Expr, factors: tuple[tuple[sympy.Expr, str], ...]) -> Slips:
    for place, site in _summands(expression):
        for factor, shown in factors:
            mends = f"a factor ${sympy.latex(factor)}$ is missing{_where(place, site)}"
            yield f"factor {shown}{place}", mends, site.put(factor * site.node)


def wrong_exponent(expression: sympy.Expr) -> Slips:
    """One exponent one too high or too low; a symbol or a function without one has the exponent 1."""
    for site in sites(expression):
        power = site.node
        lone = (power.is_Symbol or power.is_Function) and site.joint != "base"
        if not (lone or (power.is_Pow and power.exp.is_Rational)):
            continue
        base, exponent = power.as_base_exp()
        for step, how in ((1, "high"), (-1, "low")):
            new = exponent + step
            yield f"exponent of {words(base)} too {how}", _exponent_words(base, new), site.put(base**new)


def _exponent_words(base: sympy.Expr, exponent: sympy.Expr) -> str:
    if exponent == 0:
        return f"the factor ${sympy.latex(base)}$ should not be there"
    return f"the exponent of ${sympy.latex(base)}$ should be ${sympy.latex(exponent)}$"


def missing_square(expression: sympy.Expr) -> Slips:
    """A square that was not written, or one too many on what is a power already."""
    for site in sites(expression):
        power = site.node
        if not power.is_Pow or not power.exp.is_Integer:
            continue
        if power.exp % 2 == 0:
            half = power.exp / 2
            yield (
                f"missing square of {words(power.base)}",
                _exponent_words(power.base, half),
                site.put(power.base**half),
            )
        if abs(power.exp) > 1:
            twice = 2 * power.exp
            yield f"{words(power)} squared once more", _exponent_words(power.base, twice), site.put(power.base**twice)


def swapped_symbols(expression: sympy.Expr) -> Slips:
    """Two symbols of the expression interchanged, those of one dimension first."""
    symbols = sorted(expression.free_symbols, key=lambda s: s.name)
    pairs = sorted(combinations(symbols, 2), key=lambda pair: not _same_dimension(*pair))
    bound = set(_bound_in(expression))
    for first, second in pairs:
        swap = {first: second, second: first}
        swapped = expression.xreplace(swap) if bound.isdisjoint(swap) else expression.subs(swap, simultaneous=True)
        latex = f"${sympy.latex(first)}$ and ${sympy.latex(second)}$ are interchanged"
        yield f"{name(first)} and {name(second)} interchanged", latex, swapped


def _bound_in(expression: sympy.Expr) -> Iterator[Any]:
    """Variables of integrals and sums, of limits and of derivatives: SymPy's own way of putting heeds them."""
    for part in parts_of(expression, sympy.Derivative, sympy.Subs, sympy.Limit, ExprWithLimits):
        yield from (part.args[1],) if isinstance(part, sympy.Limit) else part.variables


def _same_dimension(first: Any, second: Any) -> bool:
    one, other = getattr(first, "dimension", None), getattr(second, "dimension", None)
    return one is not None and other is not None and bool(one.key == other.key)


def dropped_term(expression: sympy.Expr) -> Slips:
    """One term of a sum left out."""
    for site in sites(expression):
        if site.joint == "term":
            latex = f"the term ${site.latex}$ should not be there"
            yield f"term {site.words} left out", latex, site.put(sympy.Integer(0))


def inverted_ratio(expression: sympy.Expr) -> Slips:
    """A ratio upside down."""
    for place, site in _summands(expression):
        if not site.node.is_zero and (place or not expression.is_Add):
            mends = f"the ratio{_where(place, site)} is upside down"
            yield f"{'ratio' + place if place else ''} upside down".strip(), mends, site.put(1 / site.node)


def wrong_function(expression: sympy.Expr) -> Slips:
    """Sine for cosine, and their like."""
    for site in sites(expression):
        for pair in CONFUSED:
            for function, other in (pair, pair[::-1]):
                if isinstance(site.node, function):
                    said, meant = function.__name__, other.__name__
                    mends = f"$\\{said}$ should be $\\{meant}$" if len(said) < 5 else f"{said} should be {meant}"
                    yield f"{meant} for {said}", mends, site.put(other(*site.node.args))


def wrong_digit(expression: sympy.Expr) -> Slips:
    """A number one off, in its numerator or its denominator; the signs and the exponents are other slips."""
    for site in sites(expression):
        number = site.node
        if not number.is_Rational or number in (1, -1):
            continue
        for new in _neighbours(number):
            mends = f"the number ${sympy.latex(number)}$ should be ${sympy.latex(new)}$"
            yield f"{new} for {number}", mends, site.put(new)


def _neighbours(number: sympy.Rational) -> Iterator[sympy.Rational]:
    p, q = number.p, number.q
    if abs(p) != 1 or q == 1:
        yield sympy.Rational(p + 1, q)
        if p != 1:
            yield sympy.Rational(p - 1, q)
    if q != 1:
        yield sympy.Rational(p, q + 1)
        yield sympy.Rational(p, q - 1)


def power_of_c(expression: sympy.Expr) -> Slips:
    """A power of the speed of light too many or too few, if the expression speaks of it."""
    for light in sorted((s for s in expression.free_symbols if is_speed_of_light(s)), key=lambda s: s.name):
        for place, site in _summands(expression):
            for power in (1, -1, 2, -2):
                factor = light**power
                latex = f"a factor ${sympy.latex(factor)}$ is missing{_where(place, site)}"
                yield f"factor {words(factor)}{place}", latex, site.put(factor * site.node)


def is_speed_of_light(symbol: Any) -> bool:
    """A symbol that its paper calls the speed of light."""
    meaning = getattr(symbol, "meaning", "").lower()
    return "speed of light" in meaning or "velocity of light" in meaning


def wrong_root(expression: sympy.Expr) -> Slips:
    """The other square root, or a root that was not written."""
    for site in sites(expression):
        power = site.node
        if power.is_Pow and power.exp.is_Rational and power.exp.q == 2:
            latex = sympy.latex(power)
            yield f"the other root of {words(power.base)}", f"the sign of ${latex}$ is wrong", site.put(-power)
            squared = power.base ** (2 * power.exp)
            yield f"missing root of {words(power.base)}", f"${latex}$ should have no root", site.put(squared)


def other_limit(expression: sympy.Expr) -> Slips:
    """A limit at the other end, a sum that starts one term later, an integral to twice the end."""
    for site in sites(expression):
        node = site.node
        if isinstance(node, sympy.Limit):
            function, variable, end, _ = node.args
            other = sympy.S.Zero if end.is_infinite else sympy.oo
            latex = f"the limit should be taken at ${sympy.latex(other)}$"
            yield f"limit at {words(other)} for {words(end)}", latex, site.put(sympy.Limit(function, variable, other))
        elif isinstance(node, (sympy.Sum, sympy.Product)) and len(node.limits) == 1 and len(node.limits[0]) == 3:
            index, low, high = node.limits[0]
            for new, boundary in ((low + 1, low), (low - 1, low - 1)):
                changed = node.function.subs(index, boundary)
                if (isinstance(node, sympy.Sum) and changed == 0) or changed.has(sympy.zoo, sympy.nan):
                    continue  # the term more or less is zero, or there is none
                latex = f"${sympy.latex(index)}$ should start at ${sympy.latex(new)}$"
                yield f"{index} from {words(new)}", latex, site.put(node.func(node.function, (index, new, high)))
        elif isinstance(node, sympy.Integral) and len(node.limits) == 1 and len(node.limits[0]) == 3:
            yield from _other_bounds(node, site)


def _other_bounds(node: sympy.Integral, site: Site) -> Slips:
    variable, low, high = node.limits[0]
    new = 2 * high
    for says, bounds in (
        (f"limits of the integral over {variable} interchanged", (variable, high, low)),
        (f"integral over {variable} up to {words(new)}", (variable, low, new)),
    ):
        mends = f"the limits of the integral should be ${sympy.latex(bounds[1])}$ and ${sympy.latex(bounds[2])}$"
        yield says, mends, site.put(sympy.Integral(node.function, bounds))


SLIPS: dict[str, Callable[[sympy.Expr], Slips]] = {
    "sign": wrong_sign,
    "factor": wrong_factor,
    "exponent": wrong_exponent,
    "digit": wrong_digit,
    "function": wrong_function,
    "term": dropped_term,
    "4π": lost_4pi,
    "square": missing_square,
    "root": wrong_root,
    "power of c": power_of_c,
    "interchange": swapped_symbols,
    "inversion": inverted_ratio,
    "limit": other_limit,
}
"""The catalogue, the smallest and commonest slips first: repairs are sought in this order."""


def slips(expression: sympy.Expr, most: int | None = None) -> Iterator[Slip]:
    """Every slip of the catalogue in a fixed order, at most `most` of a kind, each result once."""
    seen = {expression}
    for kind, made in SLIPS.items():
        count = 0
        for says, mends, result in made(expression):
            if count == most:
                break
            if result in seen or not _is_finite(result, expression):
                continue
            seen.add(result)
            count += 1
            yield Slip(kind, says, mends, result)


def _is_finite(result: sympy.Expr, expression: sympy.Expr) -> bool:
    """No division by zero; infinity only as a limit of something, where it stood before or a limit was changed."""
    if result.has(sympy.zoo, sympy.nan):
        return False
    return not result.has(sympy.oo, -sympy.oo) or expression.has(sympy.oo) or result.has(sympy.Limit)
