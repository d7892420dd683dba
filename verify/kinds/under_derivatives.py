"""What premises may say of a derivative in a line beyond the place of which they are known.

A counterexample has one place.  Under a derivative that is not enough where a premise may be said of every place, and
where it is not clear what stays constant.  Whatever the kind of a statement, what premises or conditions tie to the
variable of a derivative, an integral, a sum, a limit or a place is no constant under it, and leaves the line
undecided (`held_under_a_sign`).  A proof may put a premise that is said of every place into integrals.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import fields, replace
from functools import partial
from typing import Any

import sympy
from sympy.core.function import AppliedUndef
from sympy.logic.boolalg import Boolean

from verify.calculus.indefinite import has_indefinite, slopes
from verify.deciding.finding import Finding, undecided
from verify.deciding.settings import Settings
from verify.deciding.values import of_slopes
from verify.errors import GiveUp
from verify.odes.determined import Determined, determined
from verify.premises.facts import CASE, CONDITION, Facts, is_at_a_place
from verify.premises.held import linked_with
from verify.premises.letters import out_of_range
from verify.regularity.conditions import must_not_vanish
from verify.regularity.side_conditions import as_conditions
from verify.solving.bound_names import runs_beyond
from verify.solving.equations import assumption_conditions
from verify.solving.jets import of_jet, with_jets, without_jets
from verify.solving.replacement import put
from verify.terms.dependence import Dependence, changing_with, held_though_changing
from verify.terms.openness import linked, plain, ties
from verify.terms.requirements import BOUND
from verify.terms.survey import hides_its_variable, parts_of, variables_of
from verify.verdicts import Evidence, Outcome
from verify.vocabulary.laws import law_under_a_derivative
from verify.vocabulary.moves import Equation
from verify.vocabulary.statement import Statement
from verify.vocabulary.statements import Relation
from verify.wording import words


def all_sides(statement: Statement, facts: Facts) -> tuple[sympy.Basic, ...]:
    """Of the line, its premises and its conditions: what is put into one is put into the others."""
    own = (e for e in statement.expressions() if isinstance(e, sympy.Basic))
    return (*own, *(side for eq in facts.equations for side in (eq.lhs, eq.rhs)), *facts.conditions)


def held_under_a_sign(statement: Statement, facts: Facts) -> str | None:
    """Why the line has no single meaning: what is tied to a variable is held constant under its sign; None if nothing is."""
    found: str | None = facts.latest("held under a sign", statement, _held_under_a_sign)
    return found


def _held_under_a_sign(statement: Statement, facts: Facts) -> str | None:
    return held_in_sides(all_sides(statement, facts), facts, arguments_of(statement))


def held_in_sides(sides: Sequence[sympy.Basic], facts: Facts, arguments: Container[sympy.Symbol] = ()) -> str | None:
    """The same of these sides."""
    unclear = derivative_of_two_meanings(sides, facts)
    if unclear is not None:
        return f"what the premises say of {words(unclear)} depends on what is held constant"
    beside = held_beside_a_slope(sides, facts, arguments)
    if beside is not None:
        return beside
    taken = taken_for_two(sides, facts)
    if taken is not None:
        return f"{words(taken)} is the variable of an integral, a sum or a limit, and of what a premise puts into it"
    return None


def held_beside_a_slope(
    sides: Sequence[sympy.Basic], facts: Facts, arguments: Container[sympy.Symbol] = ()
) -> str | None:
    """Why the line has no single meaning: dA/dx says that A changes, and A is held constant under a sign by x; None if it is not."""
    held = held_though_changing(sides, laws_without_slopes(facts), arguments, _known_sides(facts))
    return (
        None
        if held is None
        else f"a derivative in hand says that something changes which is held constant in {words(held)}"
    )


def arguments_of(statement: Statement) -> frozenset[sympy.Symbol]:
    """The symbols of which a statement is said for every value: variables, coordinates and their momenta."""
    if isinstance(statement, Relation):
        return frozenset(statement.arguments)
    held = (getattr(statement, field.name) for field in fields(statement))
    things = (thing for part in held for thing in (part if isinstance(part, tuple) else (part,)))
    alone = (e for e in statement.expressions() if e.is_Symbol)
    return frozenset(thing for thing in things if isinstance(thing, sympy.Symbol)).difference(alone)


def _known_sides(facts: Facts) -> list[sympy.Basic]:
    return [*(side for eq in facts.equations for side in (eq.lhs, eq.rhs)), *facts.conditions]


def laws_without_slopes(facts: Facts, equations: Iterable[Equation] | None = None) -> list[Dependence]:
    """What the premises, or these of them, make change with what; dv/dt = a makes nothing of a."""
    laws = []
    for eq in facts.equations if equations is None else equations:
        derivatives = (d for side in (eq.lhs, eq.rhs) for d in parts_of(side, sympy.Derivative))
        slopes = {d: sympy.Dummy() for d in derivatives if hides_its_variable(d)}
        laws.append(Dependence.of(eq.lhs.xreplace(slopes), eq.rhs.xreplace(slopes)))
    return [*laws, *map(Dependence, ties(plain(facts.conditions)))]


def taken_for_two(sides: Iterable[sympy.Basic], facts: Facts) -> sympy.Symbol | None:
    """A bound variable that also stands in what premises (perhaps at one value only) put in under its sign: A = ∫ y dx with y = x."""
    places = [[c.free_symbols for c in plain(eq.where) if isinstance(c, sympy.Eq)] for eq in facts.equations]
    known = [eq.symbols.union(*where) for eq, where in zip(facts.equations, places, strict=True)]
    known += ties(plain(facts.conditions))
    for part in (part for side in sides for part in parts_of(side, *BOUND, sympy.Limit, sympy.Subs)):
        names = {v.name: v for v in variables_of(part)}
        if isinstance(part, sympy.Subs):
            inside = part.expr.free_symbols - set(part.variables)
            spoken = _moved_at_a_place(inside, names, facts)
        else:
            inside = part.free_symbols
            spoken = linked(inside, known)
        found = next((names[s.name] for s in spoken if s.name in names), None)
        moved = (v for v in names.values() if facts.moving_with({v}, inside) & inside)
        found = next(moved, None) if found is None else found
        if found is not None:
            return found
    return None


def _moved_at_a_place(inside: set[Any], names: Container[str], facts: Facts) -> set[Any]:
    """The variables with which something in an expression changes that is taken at a place; the place itself is outside of it."""
    laws = [Dependence.of(eq.lhs, eq.rhs) for eq in facts.equations]
    laws += map(Dependence, ties(plain(facts.conditions)))
    variables = {s for law in laws for s in law.symbols if s.name in names}
    return {v for v in variables if changing_with({v}, laws) & inside}


def law_of(sides: Iterable[sympy.Basic], facts: Facts) -> str | None:
    """The label of a premise, or of a condition that is an equation, that may say more of a derivative in the line than what it says at one place."""
    own, sides = _own(facts), list(sides)
    pinned = set(facts.parametrisation.values).union(*(eq.symbols for eq in facts.equations if eq not in own))
    own += [
        eq for eq in facts.equations if eq.label == CONDITION and any(s.has(AppliedUndef) for s in (eq.lhs, eq.rhs))
    ]
    found = law_under_a_derivative(sides, own, pinned)
    names = {eq.lhs: eq.rhs for eq in own if eq.lhs.is_Symbol and eq.rhs.has(AppliedUndef)}
    if found is not None or not names:
        return found
    # With A = f(p) the line speaks of the slope of f in dA/dp.
    behind = [side if isinstance(side, Boolean) else put(side, names) for side in sides]
    others = [replace(eq, lhs=put(eq.lhs, names), rhs=put(eq.rhs, names)) for eq in own if eq.rhs != names.get(eq.lhs)]
    return law_under_a_derivative(behind, others, pinned)


def _own(facts: Facts) -> list[Equation]:
    """The premises themselves, without conditions and cases."""
    return [eq for eq in facts.equations if eq.label not in (CASE, CONDITION)]


def derivative_of_two_meanings(sides: Iterable[sympy.Basic], facts: Facts) -> sympy.Derivative | None:
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
        linked_ones = inside & linked_with(variables, facts.equations, tied) if replaced else set()
        if (through and not derivative.expr.is_Symbol) or linked_ones or back:
            return derivative
        # x A = x² says nothing of A at x = 0, and something nearby.
        pinned = any(not values[v].free_symbols for v in replaced)
        if pinned and linked_with(variables, _own(facts), tied) & derivative.expr.free_symbols - variables:
            return derivative
        if is_at_a_place(variables, derivative.expr.free_symbols - variables, facts.equations):
            return derivative
        by_names = all(variable.is_Symbol for variable in variables) and hides_its_variable(derivative)
        if by_names and _is_known_at_a_place(derivative, values, facts):
            return derivative
        moving = linked_with(variables, facts.parametrisation.residuals, tied) - variables
        held = derivative.expr.free_symbols.union(*(values[s].free_symbols for s in inside)) - variables
        earlier = held - {derivative.expr}  # of a symbol alone it is clear that it may change
        if moving & held or facts.moving_with(variables, earlier) & earlier:
            return derivative
        if inside and derivative.expr.is_Symbol and _is_given_by_what_moves(derivative, facts.equations, tied):
            return derivative
    return None


def _is_known_at_a_place(derivative: sympy.Derivative, values: Mapping[sympy.Symbol, sympy.Expr], facts: Facts) -> bool:
    """Does a condition or a case say what something is, perhaps at one place only, whose slope is asked for?

    With v = 4 somewhere nothing is said of dv/dt, and with A = 4 nothing of d(A B)/dt.  A condition on a parameter of
    E = a t² is none on dE/dt.
    """
    held = derivative.expr.free_symbols
    laws = laws_without_slopes(facts)
    places = [law.symbols for eq, law in zip(facts.equations, laws, strict=False) if eq.label in (CONDITION, CASE)]
    others = [law for eq, law in zip(facts.equations, laws, strict=False) if eq.label not in (CONDITION, CASE)]
    if len(held) > 1 and any(s in values and not values[s].free_symbols for s in held):
        return True
    if derivative.expr in values and values[derivative.expr].free_symbols & set(derivative.variables):
        others = []
    return any(held & (place | changing_with(place, others)) for place in places)


def _is_given_by_what_moves(
    derivative: sympy.Derivative, equations: Iterable[Equation], tied: Iterable[frozenset[sympy.Symbol]]
) -> bool:
    """Is the symbol given by others that change with the variable, too, though nothing defines them through it?

    With U = c T and p V = n T, what dU/dV is depends on whether p or T is held constant, however the names are ordered.
    """
    variables, laws = set(derivative.variables), [Dependence.of(eq.lhs, eq.rhs) for eq in equations]
    found, defined, used = {derivative.expr}, set[sympy.Symbol](), list[Dependence]()
    while more := [law for law in laws if law not in used and (law.defined - defined) & found]:
        law = next((law for law in more if law.symbols & variables), more[0])
        used.append(law)
        defined |= law.defined & found
        found |= law.symbols - variables
    others = [law for law in laws if law not in used] + [Dependence(tie) for tie in tied]
    return bool((found - defined) & changing_with(variables, others))


def between_slopes(statement: Relation, facts: Facts, check: Callable[[Relation, Facts], Finding]) -> Finding | None:
    """A line with indefinite integrals, or with a symbol that a premise gives as one, asked of its slopes; None where it has none.

    y = ∫ f dx is put in for y if nothing else speaks of y.  Then the derivatives of both sides are compared, under the premises
    (`verify.calculus.indefinite`); what these tie to the variable is no constant under them.
    """
    given = [eq for eq in facts.equations if has_indefinite(eq.lhs, eq.rhs)]
    if statement.rel != "==" or statement.arguments or not (given or has_indefinite(statement.lhs, statement.rhs)):
        return None
    names = {eq.lhs: eq.rhs for eq in given if eq.lhs.is_Symbol and not eq.rhs.has(eq.lhs) and not eq.where}
    others = tuple(eq for eq in facts.equations if eq not in given)
    spoken = {s for eq in others for s in eq.symbols}.union(*(c.free_symbols for c in facts.conditions))
    if len(names) < len(given) or spoken & set(names) or any(v.free_symbols & set(names) for v in names.values()):
        return undecided("a premise with an indefinite integral is no name for it alone")
    left = facts if not given else replace(facts, equations=others, route=None)
    lhs, rhs = statement.lhs.xreplace(names), statement.rhs.xreplace(names)
    if not has_indefinite(lhs, rhs):
        return None
    try:
        found = slopes(lhs, rhs, facts.conditions, spoken)
    except GiveUp as problem:
        return undecided(str(problem))
    return of_slopes(found, check(replace(statement, lhs=found.lhs, rhs=found.rhs), left))


def of_the_one_function(
    statement: Relation, facts: Facts, settings: Settings, check: Callable[[Relation, Facts, Settings], Finding]
) -> Finding | None:
    """The line with a function put in that its premises determine (`verify.odes.determined`), if that decides it."""
    for known in determined(statement, facts):
        sides = (side for eq in known.facts.equations for side in (eq.lhs, eq.rhs))
        if out_of_range((*known.statement.expressions(), *sides, *known.facts.conditions), known.facts) is not None:
            continue
        finding = check(known.statement, known.facts, replace(settings, only_proofs=False))
        if known.is_everywhere and finding.outcome.holds and finding.evidence.conditions:
            continue
        if finding.outcome.holds or (finding.outcome is Outcome.REFUTED and known.bears_a_refutation):
            return finding.retold(partial(_of_the_function, known))
    return None


def _of_the_function(known: Determined, told: Evidence) -> Evidence:
    conditions = known.conditions if told.counterexample is None else ()
    return replace(told, detail=f"{known.told} {told.detail}").provided(conditions)


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
    real = sympy.Dummy("value", real=True)
    if any(p.is_real and assumption_conditions(real, value) for p, value in values.items()):
        raise GiveUp("a real function may not have the values that a law gives it in the range")
    if as_conditions(must_not_vanish((inside, *values.values()))):
        raise GiveUp("what an integrand needs may be gone when a law stands in it")
    return sympy.Integral(without_jets(inside.xreplace(values)), *expr.limits)
