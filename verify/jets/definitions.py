"""Definitions of functions, f(x) = expression, put in wherever their functions stand: under integrals and limits, too.

What is decided in their place has no such function any more, so that every kind of statement is decided as it is without one.

Why a proof cannot lie: a definition is said of every argument that its variable may be (`verify.premises.function_values`
says of which premises that is so), and each argument is certainly one, also of a bound variable in its range; what
the print needs and no longer shows is a condition.
Why a refutation cannot lie: the function that the definition writes down exists at every argument, with all that is
declared of it, and nothing else is said of it at more than one place; the counterexample has what the print needs.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar

import sympy
from sympy.core.function import AppliedUndef
from sympy.core.relational import Relational
from sympy.logic.boolalg import Boolean

from verify.calculus.functions_at_places import facts_of
from verify.closed_forms.values import proved_value
from verify.errors import ClaimError
from verify.premises.facts import CASE, CONDITION, Facts
from verify.premises.function_values import definitions_throughout, parameters_of, speaks_of
from verify.premises.letters import is_smooth, out_of_range
from verify.proofs.definedness import dropped, moved, needs, open_needs, unseen
from verify.regularity.existence import existence
from verify.solving.bound_names import runs_beyond
from verify.solving.equations import assumption_conditions
from verify.solving.jets import WHOLE
from verify.solving.replacement import put
from verify.terms.requirements import BOUND, Requirement
from verify.terms.survey import NO_NUMBERS, parts_of, variables_of
from verify.vocabulary.moves import Equation
from verify.vocabulary.statement import Statement

T = TypeVar("T", bound=Statement)
WITH_VARIABLES = (*BOUND, sympy.Limit)


@dataclass(frozen=True)
class Unfolded:
    """The statement and the facts without the functions that premises define.

    `needed` is what the print needs and no longer shows; the facts have it as conditions.  Of `laws` one is named that
    bears no refutation.
    """

    statement: Any
    facts: Facts
    labels: tuple[str, ...]
    needed: tuple[Boolean, ...]
    law: str | None


class NotPutIn(Exception):
    """Raised where a definition cannot be put in, or not without a loss."""


def unfolded(statement: Statement, facts: Facts) -> Unfolded | None:
    """The same question with its definitions put in; None where there are none that may be put in throughout."""
    if not any(isinstance(eq.lhs, AppliedUndef) and eq.label not in (CONDITION, CASE) for eq in facts.equations):
        return None
    found: Unfolded | None = facts.latest("unfolded", statement, _unfolded)
    return found


def _unfolded(statement: Statement, facts: Facts) -> Unfolded | None:
    sorted_out = definitions_throughout(statement, facts)
    if sorted_out is None or facts.doubtful:
        return None
    variables, definitions, used = sorted_out
    whole = (*statement.expressions(), *(side for eq in facts.equations for side in (eq.lhs, eq.rhs)))
    if not definitions or _holds_a_parameter((*whole, *facts.conditions), definitions.values()):
        return None
    if out_of_range((*whole, *facts.conditions), facts) is not None:
        return None
    try:
        writer = _Writer(definitions, facts)
        said = _mapped(statement, writer)
        if said == statement and not any(writer.defines(eq) for eq in used):
            return None
        equations = tuple(
            replace(eq, lhs=_valued(writer.written(eq.lhs)), rhs=_valued(writer.written(eq.rhs))) for eq in used
        )
        conditions = tuple(map(writer.written, facts.conditions))
        handed_on = tuple(map(writer.written, facts.handed_on))
        needed = writer.needed_of(statement, said)
    except (NotPutIn, ClaimError, TypeError, ValueError, ZeroDivisionError):
        return None
    more = (*needed, *writer.assumed)
    opened = Facts(
        equations,
        tuple(dict.fromkeys(c for c in (*conditions, *more) if c is not sympy.true)),
        None,
        handed_on,
        facts.fixed,
        tuple(eq.label for eq in definitions.values()),
        behind=facts.behind,
    )
    return Unfolded(said, opened, opened.put_in, needed, _law(variables, definitions, used, facts))


def _holds_a_parameter(whole: Iterable[Any], definitions: Iterable[Equation]) -> bool:
    """Does a derivative, an integral or a place run over a letter that is a parameter of a definition?  ∂f(a)/∂a has two meanings then."""
    names = {s.name for eq in definitions for s in parameters_of(eq)}
    for expression in whole:
        for part in parts_of(expression, sympy.Derivative, sympy.Subs, *WITH_VARIABLES):
            own = part.variables if isinstance(part, (sympy.Derivative, sympy.Subs)) else variables_of(part)
            if part.has(AppliedUndef) and names & {v.name for v in own}:
                return True
    return False


def _law(variables: set[Any], definitions: dict[Any, Equation], used: Iterable[Equation], facts: Facts) -> str | None:
    """A premise or condition that is perhaps said of more than the places at which it stands here."""
    for eq in used:
        if any(speaks_of(side, variables & side.free_symbols) for side in (eq.lhs, eq.rhs)):
            return f"premise ({eq.label})"
    if any(speaks_of(c, variables & c.free_symbols) for c in facts.conditions):
        return "a condition"
    return next((f"premise ({eq.label})" for f, eq in definitions.items() if not _is_total(f, eq)), None)


def _is_total(function: Any, definition: Equation) -> bool:
    """Is there certainly a value of the function, as it is declared, at every argument?"""
    alone = {a: sympy.Dummy("value", **facts_of(a)) for a in definition.rhs.atoms(AppliedUndef)}
    slopes = {part: sympy.Dummy("slope", real=True) for part in parts_of(definition.rhs, sympy.Derivative, sympy.Subs)}
    body = definition.rhs.xreplace(slopes).xreplace(alone)
    integrals = {part: sympy.Dummy("integral", real=True) for part in parts_of(body, *BOUND) if _is_a_number(part)}
    stand_in = sympy.Dummy("value", **facts_of(function(*function.variables)))
    if assumption_conditions(stand_in, body.xreplace(integrals)):
        return False
    needed = dropped((body,), lambda part: part, shown=())
    own = set(function.variables)
    return needed is not None and not any(isinstance(n, Requirement) or n.free_symbols & own for n in needed)


def _is_a_number(part: Any) -> bool:
    """Is an integral or sum certainly a real number, wherever its parameters may be?"""
    if existence(part) != () or runs_beyond(part):
        return False
    real = sympy.Dummy("value", real=True)
    within = [part.function, *(end for limit in part.limits for end in limit[1:])]
    return all(assumption_conditions(real, e) == () for e in within)


class _Writer:
    """Writes expressions without the functions that are defined, and keeps what is asked of the values that it puts in."""

    def __init__(self, definitions: dict[Any, Equation], facts: Facts) -> None:
        self.definitions = definitions
        self.facts = facts
        self.assumed: tuple[Boolean, ...] = ()
        """What is declared of the functions and does not follow from their definitions."""
        self._partial = {f for f, eq in definitions.items() if not _is_total(f, eq)}
        self._asked: dict[Any, None] = {}
        self._bound: set[Any] = set()
        self._bodies: list[Any] = []

    def defines(self, equation: Equation) -> bool:
        """Does it speak of a function that is defined?"""
        return any(_of(side, self.definitions) for side in (equation.lhs, equation.rhs))

    def written(self, expression: Any) -> Any:
        """The expression with the definitions in it; what they need is kept, where it does not show."""
        if not _of(expression, self.definitions):
            return expression
        self._check_places(expression)
        inside: list[Any] = []
        self._bodies = []
        found = self._put(expression, inside, len(self.definitions))
        if _of(found, self.definitions) or found.has(sympy.nan, sympy.zoo):
            raise NotPutIn
        if found.has(*NO_NUMBERS) and not expression.has(*NO_NUMBERS):
            raise NotPutIn
        kept = set(sympy.preorder_traversal(found))
        bodies = tuple(self._bodies)
        parts = {part for whole in (expression, *bodies) for part in sympy.preorder_traversal(whole)}
        if not all(self._is_kept(part, kept) for part in parts):
            raise NotPutIn
        self._asked |= dict.fromkeys(unseen(inside, (found,)))
        return found

    def _is_kept(self, part: Any, kept: set[Any]) -> bool:
        """Does a function or a root, of which nobody may know where it is defined, still show?  K(0, f(0)) − K(0, g(0)) does not for f = g."""
        if isinstance(part, (AppliedUndef, *WHOLE)) or not isinstance(part, (sympy.Function, sympy.Pow)):
            return True
        if isinstance(part, sympy.Pow) and part.exp.is_Integer:
            return True  # what it divides by is asked for
        value = self._wholly(part)
        return value in kept or bool(value.is_Rational)

    def needed_of(self, statement: Statement, said: Statement) -> tuple[Boolean, ...]:
        """What the printed statement, and what is put into anything, needs and no longer shows, as conditions."""
        printed, shown = ([e for e in s.expressions() if isinstance(e, sympy.Expr)] for s in (statement, said))
        lost = dropped(printed, self._wholly, self.facts, shown)
        asked = open_needs(self._asked, self.facts)
        if lost is None or asked is None:
            raise NotPutIn
        free = set().union(*(e.free_symbols for e in (*printed, *shown)))
        bound = {v for e in (*printed, *shown) for part in parts_of(e, *WITH_VARIABLES) for v in variables_of(part)}
        limits = {part.args[1] for e in printed for part in parts_of(e, sympy.Limit)} - free
        together = tuple(need for need in dict.fromkeys((*lost, *asked)) if not _is_met_on_the_way(need, limits))
        if any(isinstance(need, Requirement) or need.free_symbols & (bound - free) for need in together):
            raise NotPutIn
        return tuple(sympy.Ne(need, 0, evaluate=False) for need in together)

    def _check_places(self, expression: Any) -> None:
        """Each function stands at places that its variable may have, also those that a definition brings in."""
        for _ in range(len(self.definitions) + 1):
            if out_of_range((expression,), self.facts) is not None:
                raise NotPutIn
            if not _of(expression, self.definitions):
                return
            expression = self._put(expression, [], 1)
        raise NotPutIn

    def _wholly(self, expression: Any) -> Any:
        return self._put(expression, [], len(self.definitions))

    def _put(self, expression: Any, inside: list[Any], depth: int) -> Any:
        """With definitions put in so many times, one into another; `inside` gets what the values need."""
        if not expression.has(AppliedUndef):
            return expression
        if isinstance(expression, AppliedUndef):
            args = [self._put(arg, inside, depth) for arg in expression.args]
            return self._value(expression.func(*args), inside, depth)
        if isinstance(expression, sympy.Subs):
            return self._at_a_place(expression, inside, depth)
        if isinstance(expression, sympy.Derivative):
            if runs_beyond(expression, {v for a in expression.atoms(AppliedUndef) for v in a.func.variables}):
                raise NotPutIn  # a definition takes what is declared of its variable for granted
            made = expression.func(self._put(expression.expr, inside, depth), *expression.variable_count)
            found = _carried_out(made)
            if found is made and made != expression:
                inside += needs([made])  # |H| has no derivative at 0, though two of them may cancel
            return found
        if isinstance(expression, WITH_VARIABLES):
            return self._under_a_variable(expression, inside, depth)
        args = [self._put(arg, inside, depth) for arg in expression.args]
        return expression.func(*args, evaluate=False) if isinstance(expression, Relational) else expression.func(*args)

    def _value(self, application: AppliedUndef, inside: list[Any], depth: int) -> Any:
        definition = self.definitions.get(application.func)
        if definition is None or depth == 0:
            return application
        places = dict(zip(application.func.variables, application.args, strict=True))
        body = put(definition.rhs, places)
        self._bodies.append(body)
        for part in definition.rhs.atoms(AppliedUndef):
            if part.free_symbols <= definition.rhs.free_symbols:  # it may be lost: x/g(x) is 0 at 0, whatever g is
                self._put(put(part, places), inside, depth - 1)
        # Of the definition as it is written: what it needs may be gone as soon as the places are in it.
        needed = needs([definition.rhs])
        inside += [moved(need, lambda part: self._put(put(part, places), [], depth - 1)) for need in needed]
        value = self._put(body, inside, depth - 1)
        if application.func in self._partial:
            asked = assumption_conditions(sympy.Dummy("value", **facts_of(application)), value)
            if sympy.false in asked or any(c.free_symbols & self._bound for c in asked):
                raise NotPutIn  # a real function is no √x where x runs from -1 to 0
            self.assumed += asked
        return value

    def _at_a_place(self, expression: sympy.Subs, inside: list[Any], depth: int) -> Any:
        """f'(2): of the variable of SymPy's own, of which nothing is known, as much is known as of that of the function."""
        point = [self._put(place, inside, depth) for place in expression.point]
        own = {
            arg: sympy.Dummy(variable.name, **variable._assumptions_orig)
            for a in expression.expr.atoms(AppliedUndef)
            for variable, arg in zip(a.func.variables, a.args, strict=True)
            if arg in expression.variables
        }
        variables = [own.get(v, v) for v in expression.variables]
        body = self._inside(expression.expr.xreplace(own), variables, inside, depth)
        if body.has(sympy.Subs):
            raise NotPutIn
        if body.has(sympy.Derivative, AppliedUndef):
            return sympy.Subs(body, variables, point)
        return put(body, dict(zip(variables, point, strict=True)))

    def _under_a_variable(self, expression: Any, inside: list[Any], depth: int) -> Any:
        if runs_beyond(expression):
            raise NotPutIn
        own = variables_of(expression)
        limits = set(own) if isinstance(expression, sympy.Limit) else set()
        function = self._inside(expression.args[0], own, inside, depth, limits)
        return expression.func(function, *(self._put(arg, inside, depth) for arg in expression.args[1:]))

    def _inside(
        self, function: Any, variables: Iterable[Any], inside: list[Any], depth: int, limits: Container[Any] = ()
    ) -> Any:
        """What is needed of a bound variable must show in the function itself: nothing may cancel under the sign."""
        within: list[Any] = []
        before, self._bound = self._bound, self._bound | set(variables)
        found = self._put(function, within, depth)
        self._bound = before
        hidden = [need for need in unseen(within, (found,)) if not _is_met_on_the_way(need, limits)]
        if any(isinstance(need, Requirement) or need.free_symbols & set(variables) for need in hidden):
            raise NotPutIn
        inside += hidden
        return found


def _carried_out(derivative: Any) -> Any:
    """A derivative of what has one everywhere; any other is left as it is, for those who ask where it exists."""
    if not isinstance(derivative, sympy.Derivative) or derivative.has(AppliedUndef):
        return derivative
    return derivative.doit() if is_smooth(derivative.expr, set(derivative.variables)) else derivative


def _is_met_on_the_way(need: Any, limits: Container[Any]) -> bool:
    """A polynomial in the variable of a limit alone has few zeros, and the way to the place misses them in the end."""
    if isinstance(need, Requirement) or len(need.free_symbols) != 1:
        return False
    (variable,) = need.free_symbols
    return variable in limits and bool(need.is_polynomial(variable))


def _valued(side: Any) -> Any:
    """A side of a premise with proved values for its integrals, so that the premise can be solved: ∫ f² = 1 with f = b exp(-x²) for b."""
    found = proved_value(side)
    return side if found is None else found


def _of(expression: Any, functions: Iterable[Any]) -> bool:
    return isinstance(expression, sympy.Basic) and any(a.func in functions for a in expression.atoms(AppliedUndef))


def _mapped(thing: Any, writer: _Writer) -> Any:
    """The statement with every expression in it written so."""
    if isinstance(thing, (sympy.Expr, Boolean)):
        return writer.written(thing)
    if isinstance(thing, tuple):
        return tuple(_mapped(part, writer) for part in thing)
    if is_dataclass(thing) and isinstance(thing, Statement):
        return replace(thing, **{f.name: _mapped(getattr(thing, f.name), writer) for f in fields(thing) if f.init})
    return thing
