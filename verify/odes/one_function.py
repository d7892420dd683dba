"""What premises say of one function of one variable: its equation, solved for the highest derivative, and its values at one place.

Every premise that speaks of the function is the equation or one of the values; other premises, conditions and what may change
with the variable speak of neither.  All else is refused (`verify.errors.GiveUp`), so that who puts a solution in forgets nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import sympy
from sympy.core.function import AppliedUndef

from verify.calculus.functions_at_places import facts_of
from verify.errors import GiveUp
from verify.normal_form.signs import is_nonzero
from verify.odes.problems import at_place
from verify.premises.facts import Facts
from verify.premises.known import is_law_throughout
from verify.proofs.definedness import dropped, needs
from verify.regularity.analytic import is_analytic
from verify.solving.equations import assumption_conditions, has_only_a_sign
from verify.solving.jets import is_smooth, jet, of_jet, with_jets, without_jets
from verify.terms.requirements import BOUND, Requirement
from verify.vocabulary.moves import Equation
from verify.wording import words


@dataclass
class Equations:
    """What premises say of one function f(x): `gap` = 0 in jets, solved as y⁽ⁿ⁾ = `slope`, and its values at the start."""

    head: Any
    x: Any
    gap: Any
    order: int
    slope: Any
    start: Any
    initial: dict[int, Any]
    used: tuple[Equation, ...]
    law: Equation
    letters: dict[Any, Any] = field(default_factory=dict)

    @property
    def is_quadrature(self) -> bool:
        """y' = G(x): the slope does not speak of the function."""
        return self.order == 1 and not any(of_jet(part.func)[0] == self.head for part in self.slope.atoms(AppliedUndef))

    def is_smooth_as_printed(self, place: Any) -> bool:
        """Has every part of the printed law a value and derivatives at this place, whatever f and its derivatives are?

        Of (f - arctan(1/x))' = 0 the derivative shows no hole, and f' + 1/x = 1 + 1/x none once it is solved for f'.
        """
        sides = (self.law.lhs, self.law.rhs)
        inside = [d.expr for side in sides for d in side.atoms(sympy.Derivative)]
        wanted = needs(sides)
        if any(isinstance(need, Requirement) for need in wanted):
            return False
        own = {jet(self.head, k)(self.x): sympy.Dummy(f"y{k}", real=True) for k in range(1, self.order + 1)}
        own[self.head(self.x)] = sympy.Dummy("y0", **facts_of(self.head(self.x)))
        for part in (*sides, *inside):
            there = with_jets(part).xreplace(own).xreplace({self.x: place})
            symbols = {*own.values(), *place.free_symbols}
            if not all(is_regular(there, symbol) for symbol in symbols):
                return False
        return all(is_nonzero(with_jets(need).xreplace(own).xreplace({self.x: place})) for need in wanted)

    def with_derivatives(self, expr: Any, slopes: list[Any], place: Any) -> Any:
        """An expression in jets at x, with these derivatives for those of f, and x at another place."""
        known = {jet(self.head, k)(self.x): slope for k, slope in enumerate(slopes)}
        return without_jets(expr.xreplace(known).xreplace({self.x: place}))


def read(head: Any, facts: Facts, sides: tuple[Any, Any]) -> Equations:
    """Raises GiveUp where the premises say more, or less, of the function than its equation and values at one place."""
    variables: tuple[Any, ...] = getattr(head, "variables", None) or ()
    if len(variables) != 1 or not (variables[0].is_real and has_only_a_sign(variables[0])):
        raise GiveUp("no function of one declared real variable")
    (x,) = variables
    if head(x).is_extended_real is not True:
        raise GiveUp("a function that is not declared to be real")
    used = tuple(eq for eq in facts.equations if eq.lhs.has(head) or eq.rhs.has(head))
    laws, initial, starts = list[Equation](), dict[int, Any](), set[Any]()
    for eq in used:
        told = _value(eq, head, x)
        if told is None:
            laws.append(eq)
            continue
        order, place, given = told
        if initial.setdefault(order, given) != given:
            raise GiveUp("two values at one place")
        starts.add(place)
    if len(laws) != 1 or len(starts) > 1 or any(eq.where for eq in used):
        raise GiveUp("not one equation, or values at several places")
    alone = (side.as_coeff_Mul()[1] for side in (laws[0].lhs, laws[0].rhs))
    if any(thing.is_Symbol and thing != x for thing in alone):
        raise GiveUp("a symbol that may name the other side, and change with it")
    _ask_for_constants(x, head, used, facts)
    gap = with_jets(laws[0].lhs) - with_jets(laws[0].rhs)
    own = [part for part in gap.atoms(AppliedUndef) if of_jet(part.func)[0] == head]
    if not own or any(part.args != (x,) for part in own):
        raise GiveUp("the function at another place")
    order = max(of_jet(part.func)[1] for part in own)
    start = starts.pop() if starts else _start_in(sides, head, x)
    known = Equations(head, x, gap, order, sympy.S.Zero, start, initial, used, laws[0])
    return _solved(known)


def _value(eq: Equation, head: Any, x: Any) -> tuple[int, Any, Any] | None:
    """f(0) = A or f'(0) = A: the order, the place and the value."""
    for one, other in ((eq.lhs, eq.rhs), (eq.rhs, eq.lhs)):
        found = at_place(one, x) if one.has(head) else None
        if found is not None and x not in found[1].free_symbols:
            if x in other.free_symbols or other.has(AppliedUndef, *BOUND, sympy.Limit) or not found[1].is_Rational:
                raise GiveUp("a value that may not be a number")
            return sum(found[0].orders), found[1], other
    return None


def _ask_for_constants(x: Any, head: Any, used: Iterable[Equation], facts: Facts) -> None:
    """Is all else in these premises certainly constant, or a function of x?  Raises GiveUp."""
    others = [eq for eq in facts.equations if eq not in used]
    if any(x in eq.symbols for eq in others) or any(c.has(head) for c in facts.conditions):
        raise GiveUp("another premise speaks of the variable, or a condition of the function")
    if any(x in c.free_symbols for c in facts.conditions):
        raise GiveUp("a condition on the variable")
    if facts.moving_with({x}) - {x}:
        raise GiveUp("something may change with the variable")
    for eq in used:
        if not is_law_throughout(eq, x):
            raise GiveUp("a line that need not hold for every value of the variable")
        bound = {v for side in (eq.lhs, eq.rhs) for sign in side.atoms(*BOUND) for v in sign.bound_symbols}
        for part in (p for side in (eq.lhs, eq.rhs) for p in side.atoms(AppliedUndef) if of_jet(p.func)[0] != head):
            declared = getattr(part.func, "variables", None) is not None
            if not declared or not set(part.args) <= {x, *bound}:  # θ(s) in a law of r: s may be r
                raise GiveUp("another function at a place")


def _start_in(sides: tuple[Any, Any], head: Any, x: Any) -> Any:
    """The one place at which the line has the function beside x; its values there are letters."""
    places = {
        at[1]
        for side in sides
        for part in (*side.atoms(AppliedUndef), *side.atoms(sympy.Subs))
        if part.has(head) and (at := at_place(part, x)) and x not in at[1].free_symbols
    }
    variables = {v for side in sides for part in side.atoms(*BOUND) for v in part.bound_symbols}
    places = {p for p in places if not p.free_symbols & variables and not assumption_conditions(x, p)}
    return min(places, key=sympy.default_sort_key, default=place_at_will(x))


def _defines_as_printed(known: Equations) -> bool:
    """Does the function stand alone on a side of its definition, and lose nothing that the other needs where this is multiplied out?"""
    law = known.law
    alone = (
        other for one, other in ((law.lhs, law.rhs), (law.rhs, law.lhs)) if one.as_coeff_Mul()[1] == known.head(known.x)
    )
    return any(dropped((other,), sympy.expand) == () for other in alone)


def is_regular(expression: Any, symbol: Any) -> bool:
    """Has it every derivative by the symbol, wherever that may be, if the functions in it have?"""
    if is_smooth(expression, symbol):
        return True
    return not expression.has(AppliedUndef, *BOUND) and is_analytic(expression, symbol)


def place_at_will(x: Any) -> Any:
    return sympy.S.Zero if not (x.is_positive or x.is_negative) else sympy.S.One if x.is_positive else -sympy.S.One


def _solved(known: Equations) -> Equations:
    """y⁽ⁿ⁾ = G, where the equation is linear in it; f(x) = an integral as it stands."""
    letter = sympy.Dummy("top", real=True)
    gap = known.gap.xreplace({jet(known.head, known.order)(known.x): letter})
    if gap.has(sympy.Derivative, sympy.Subs) or (gap.has(*BOUND) and known.order):
        raise GiveUp("what is no expression in a function and its derivatives")
    factor = sympy.diff(gap, letter)
    if factor == 0 or letter in factor.free_symbols:
        raise GiveUp("not linear in the highest derivative")
    known.slope = sympy.expand(-gap.xreplace({letter: sympy.S.Zero}) / factor)
    if known.order == 0:
        if not factor.is_number or known.initial or not known.slope.has(*BOUND) or known.slope.has(known.head):
            raise GiveUp("no definition by an integral")
        if not _defines_as_printed(known):
            raise GiveUp("a definition that may have no value somewhere, as it is printed")
        return known
    if any(k >= known.order for k in known.initial) or (known.initial and 0 not in known.initial):
        raise GiveUp("values of higher derivatives")
    for k in range(known.order):
        if k not in known.initial:
            told = f"{known.head.__name__}{chr(39) * k}({words(known.start)})"
            own = sympy.Symbol(told, **({"real": True} if k else facts_of(known.head(known.x))))
            known.letters[own] = k
    return known
