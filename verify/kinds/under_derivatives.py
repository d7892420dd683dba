"""What premises may say of a derivative in a line beyond the place of which they are known.

A counterexample has one place.  Under a derivative that is not enough where a premise may be said of every place, and
where it is not clear what stays constant.
"""

from __future__ import annotations

from collections.abc import Iterable

import sympy

from verify.premises.facts import CASE, CONDITION, Facts, is_at_a_place
from verify.premises.held import linked_with
from verify.terms.openness import plain, ties
from verify.terms.survey import parts_of
from verify.vocabulary.laws import law_under_a_derivative
from verify.vocabulary.moves import Equation
from verify.vocabulary.statements import Relation


def all_sides(statement: Relation, facts: Facts) -> tuple[sympy.Expr, ...]:
    """Of the line and of its premises: what is put into one is put into the other."""
    return (statement.lhs, statement.rhs, *(side for eq in facts.equations for side in (eq.lhs, eq.rhs)))


def law_of(sides: Iterable[sympy.Expr], facts: Facts) -> str | None:
    """The label of a premise that may say more of a derivative in the line than what it says at one place."""
    own = _own(facts)
    pinned = set(facts.parametrisation.values).union(*(eq.symbols for eq in facts.equations if eq not in own))
    return law_under_a_derivative(sides, own, pinned)


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
        pinned = any(
            not values[v].free_symbols for v in replaced
        )  # x A = x² says nothing of A at x = 0, and something nearby
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
