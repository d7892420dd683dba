"""What premises may say of a derivative in a line beyond the place of which they are known.

A counterexample has one place.  Under a derivative that is not enough where a premise may be said of every place, and
where it is not clear what stays constant.  A proof may put a premise that is said of every place into integrals.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import sympy
from sympy.core.function import AppliedUndef

from verify.errors import GiveUp
from verify.premises.facts import CASE, CONDITION, Facts, is_at_a_place
from verify.premises.held import linked_with
from verify.regularity.conditions import must_not_vanish
from verify.regularity.side_conditions import as_conditions
from verify.solving.bound_names import runs_beyond
from verify.solving.jets import of_jet, with_jets, without_jets
from verify.terms.openness import plain, ties
from verify.terms.requirements import BOUND
from verify.terms.survey import parts_of
from verify.vocabulary.laws import law_under_a_derivative
from verify.vocabulary.moves import Equation
from verify.vocabulary.statements import Relation


def all_sides(statement: Relation, facts: Facts) -> tuple[sympy.Expr, ...]:
    """Of the line and of its premises: what is put into one is put into the other."""
    return (statement.lhs, statement.rhs, *(side for eq in facts.equations for side in (eq.lhs, eq.rhs)))


def law_of(sides: Iterable[sympy.Expr], facts: Facts) -> str | None:
    """The label of a premise, or of a condition that is an equation, which may say more of a derivative in the line than at one place."""
    own = _own(facts)
    pinned = set(facts.parametrisation.values).union(*(eq.symbols for eq in facts.equations if eq not in own))
    stated = [
        eq for eq in facts.equations if eq.label == CONDITION and (eq.lhs.has(AppliedUndef) or eq.rhs.has(AppliedUndef))
    ]
    return law_under_a_derivative(sides, [*own, *stated], pinned)


def _own(facts: Facts) -> list[Equation]:
    """The premises themselves, without conditions and cases."""
    return [eq for eq in facts.equations if eq.label not in (CASE, CONDITION)]


def derivative_of_two_meanings(sides: Iterable[sympy.Expr], facts: Facts) -> sympy.Derivative | None:
    """A derivative in the line that the premises leave with two meanings, if there is one.

    With x = 2 y, the x in ∂(x² y)/∂y may be held constant or not; dA/dv with v = c t in hand is
    no longer one of an expression in v.  A symbol alone that is defined through v (dA/dv) is clear.
    What could not be solved, and conditions that leave no room, tie symbols as well: a⁵ + a = x, |a - x| ≤ 0; and a
    condition that is an equation says where the derivative is taken (`verify.premises.facts.is_at_a_place`).
    """
    derivatives = [d for side in sides for d in parts_of(side, sympy.Derivative)]
    values = facts.parametrisation.values if derivatives else {}
    tied = [*ties(plain(facts.conditions))] if derivatives else []
    for derivative in derivatives:
        variables = {variable for variable, _ in derivative.variable_count}
        inside = derivative.expr.free_symbols & set(values) - variables
        through = {s for s in inside if values[s].free_symbols & variables}
        replaced = variables & set(values)
        back = any(values[v].free_symbols & derivative.expr.free_symbols for v in replaced)
        if (through and not derivative.expr.is_Symbol) or (inside and replaced) or back:
            return derivative
        # x A = x² says nothing of A at x = 0, and something nearby.
        pinned = any(not values[v].free_symbols for v in replaced)
        if pinned and linked_with(variables, _own(facts), tied) & derivative.expr.free_symbols - variables:
            return derivative
        if is_at_a_place(variables, derivative.expr.free_symbols - variables, facts.equations):
            return derivative
        moving = linked_with(variables, facts.parametrisation.residuals, tied) - variables
        held = derivative.expr.free_symbols.union(*(values[s].free_symbols for s in inside)) - variables
        earlier = held - {derivative.expr}  # of a symbol alone it is clear that it may change
        if moving & held or facts.moving_with(variables, earlier) & earlier:
            return derivative
    return None


def with_laws_under_integrals(statement: Relation, facts: Facts) -> Relation | None:
    """The line with y'(r) = expression put in at every place under its integrals, if all premises are such laws; else None.

    With `variables=(r,)` a line with y(r) is said of every r, where y is declared: at every place inside a range, or the
    integral says nothing.  Each law is one for another function, of which no other law speaks before, so that functions
    with all of them exist; what they hold constant depends on nothing that is known.  Nothing divides in these integrals, so
    that nothing is lost where a law is put in.
    """
    laws: dict[Any, tuple[Any, Any]] = {}
    try:
        for eq in facts.equations:
            left, right = with_jets(eq.lhs), with_jets(eq.rhs)
            variables = getattr(of_jet(left.func)[0], "variables", None)
            if (
                not isinstance(left, AppliedUndef)
                or eq.where
                or eq.label == CONDITION
                or tuple(eq.roots) not in ((), (eq,))
            ):
                return None
            if variables != left.args or len(left.args) != 1 or _is_one_too_many(left, right, laws):
                return None
            if (of_jet(left.func)[1] == 0 and not left.is_real) or any(c.has(*left.args) for c in facts.conditions):
                return None
            laws[left.func] = (left.args[0], right)
        if not laws or facts.moving_with({v for v, _ in laws.values()}) or not facts.may_hold:
            return None
        sides = [_put_under_integrals(side, laws) for side in (statement.lhs, statement.rhs)]
    except GiveUp:
        return None
    return None if sides == [statement.lhs, statement.rhs] else replace(statement, lhs=sides[0], rhs=sides[1])


def _is_one_too_many(left: Any, right: Any, laws: dict[Any, tuple[Any, Any]]) -> bool:
    """Is there a law for the function already, or does the expression speak of one, or of the function in too high an order or with a sign?"""
    function, order = of_jet(left.func)
    heads = {of_jet(part.func) for part in right.atoms(AppliedUndef)}
    known = {of_jet(head)[0] for head in laws}
    spoken = {of_jet(part.func)[0] for _, law in laws.values() for part in law.atoms(AppliedUndef)}
    if function in known or function in spoken - {function} or any(head in known for head, _ in heads):
        return True
    if any(head == function and n >= order for head, n in heads) or right.free_symbols & _moving(left, right):
        return True
    return order == 0 and (left.is_positive or left.is_negative or left.is_nonnegative or left.is_nonpositive) is True


def _moving(left: Any, right: Any) -> set[Any]:
    """Variables of other functions: these may be tied to the place."""
    variables = {v for part in right.atoms(AppliedUndef) for v in getattr(of_jet(part.func)[0], "variables", ())}
    return variables - set(left.args)


def _put_under_integrals(expr: Any, laws: dict[Any, tuple[Any, Any]]) -> Any:
    if not isinstance(expr, sympy.Integral):
        if not expr.args or isinstance(expr, (*BOUND, sympy.Limit, sympy.Derivative, sympy.Subs)):
            return expr
        return expr.func(*(_put_under_integrals(arg, laws) for arg in expr.args))
    inside = with_jets(expr.function)
    if len(expr.limits) != 1 or inside.has(*BOUND):
        return expr
    found = {part for part in inside.atoms(AppliedUndef) if part.func in laws and part.args[0].is_Symbol}
    own = expr.limits[0][0]
    if not found or any(own in (laws[p.func][1].free_symbols - {laws[p.func][0]}) for p in found):
        return expr
    if runs_beyond(expr):
        raise GiveUp("a variable of which more is declared than its range says")
    values = {p: laws[p.func][1].xreplace({laws[p.func][0]: p.args[0]}) for p in found}
    if as_conditions(must_not_vanish((inside, *values.values()))):
        raise GiveUp("what an integrand needs may be gone when a law stands in it")
    return sympy.Integral(without_jets(inside.xreplace(values)), *expr.limits)
