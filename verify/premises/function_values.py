"""Values of undefined functions as numbers: f(H), f(0) and f'(H), of which premises tell something.

A relation that has such functions at places only, under no integral, sum or limit, is one between numbers: if it
holds for all values of these numbers that the premises allow, it holds for all functions.  So each f(place), and each
derivative at a place, becomes a letter, and the relation is decided as every other.

That f(H) = 1 - H² says it of every H, and f(H_c) = 0 of one place, the page shows by its letters: this file speaks of
functions with declared `variables` only.  With these:

- A premise F(H) = expression defines F, and F is put in for wherever it stands, at places that H may have.  What the
  print needs, and what is put in, is asked for before: what letters no longer show is told, or leaves the line open.
- What premises or closed conditions may tie to a variable is held constant nowhere: then nothing is read as letters.
- Any other premise is used as it stands, which is weaker than what a law says.
- Derivatives of what is made of functions are carried out by the rules for sums, products and chains: functions
  of a page are as smooth as its derivatives need.
- A condition f'(H) < 0 says that f falls throughout, so that values at two places with a known order are ordered.

Why a proof cannot lie: it holds for all numbers in the places of the letters, of which it takes no more for granted
than the premises say of every function that satisfies them.
Why a refutation cannot lie: there is a function with these values (`verify.premises.interpolation`), and a premise or
condition that is said of every argument, and is no definition, bears no refutation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

import sympy
from sympy.core.function import AppliedUndef
from sympy.logic.boolalg import Boolean

from verify.calculus.functions_at_places import definitions_of, facts_of
from verify.normal_form.signs import is_nonzero
from verify.orders.provisos import implied
from verify.points.domain import Domain
from verify.premises.facts import CONDITION, Facts
from verify.premises.generality import is_general
from verify.premises.interpolation import FunctionValues, falling_throughout, monotone, ordered_values
from verify.premises.letters import Letters, NotNumbers, forms
from verify.proofs.definedness import dropped, moved, needs
from verify.solving.equations import assumption_conditions, has_only_a_sign, is_built_of_finite_parts, is_plain
from verify.solving.jets import WHOLE
from verify.terms.openness import is_open, linked, plain, reached
from verify.terms.requirements import BOUND, Requirement
from verify.terms.survey import free_symbols, functions_in, parts_of
from verify.vocabulary.moves import Equation
from verify.vocabulary.statement import Statement
from verify.vocabulary.statements import Relation

MOST_SHARED = 12


def function_values(statement: Relation, facts: Facts) -> FunctionValues | None:
    """The same question about numbers; None where it is none, as this module says."""
    found: FunctionValues | None = facts.latest("values of functions", statement, _function_values)
    return found


def _function_values(statement: Relation, facts: Facts) -> FunctionValues | None:
    everything = _everything(statement, facts)
    if any(part.has(AppliedUndef) for whole in everything for part in parts_of(whole, *BOUND, sympy.Limit)):
        return None
    sorted_out = definitions_throughout(statement, facts)
    if sorted_out is None:
        return None
    variables, definitions, used = sorted_out
    premised = set().union(*(eq.symbols for eq in facts.equations))
    moving = variables | {s for e in statement.expressions() for s in free_symbols(e) if s not in premised}
    reader = Letters(
        {function: eq.rhs for function, eq in definitions.items()},
        moving,
        {s.name for e in everything for s in free_symbols(e)},
    )
    try:
        lhs, rhs = reader.read(statement.lhs), reader.read(statement.rhs)
        written = (statement.lhs, statement.rhs, *reader.put_in.values())
        printed = tuple(form for e in written for form in forms(e, reader))
        for need in needs(printed):
            moved(need, reader.read)  # so that all of its letters are known
        equations = tuple(replace(eq, lhs=reader.read(eq.lhs), rhs=reader.read(eq.rhs)) for eq in used)
        conditions = tuple(reader.read_condition(c) for c in facts.conditions)
        handed_on = tuple(reader.read_condition(c) for c in facts.handed_on)
        bodies = {function: reader.read(eq.rhs) for function, eq in definitions.items()}
        chains = {function: tuple(_chain(eq.rhs, reader)) for function, eq in definitions.items()}
        divisors = {function: tuple(_divisors(chain, reader)) for function, chain in chains.items()}
        assumed = tuple(c for application in reader.put_in for c in reader.assumed(application))
    except NotNumbers:
        return None
    places = {letter: place for place, letter in reader.letters.items()}
    given = [side for eq in used for side in (eq.lhs, eq.rhs)]
    free = {f for f, eq in definitions.items() if _is_free(f, eq, bodies[f], variables) and _exists(chains[f])}
    total = {f for f in free if all(map(is_nonzero, divisors[f]))}
    falling = falling_throughout(facts, definitions, [*used, *(eq for f, eq in definitions.items() if f not in total)])
    ordered = tuple(ordered_values(places, falling))
    known = (*conditions, *assumed, *ordered)
    labels = tuple(eq.label for eq in definitions.values())
    also = (*places, *(arg for place in places.values() for arg in place.args))
    opened = _shared(facts, Facts(equations, tuple(dict.fromkeys(known)), None, handed_on, facts.fixed, labels, also))
    at_variables = variables | {
        letter for letter, place in places.items() if any(a.free_symbols & variables for a in place.args)
    }
    everywhere = [d for found in divisors.values() for d in found if not d.free_symbols & at_variables]
    try:
        # That a defined function exists where it stands is told, unless it does so at every place or at none.
        told = (*conditions, *ordered, *(sympy.Ne(d, 0, evaluate=False) for d in everywhere))
        stated = _shared(facts, replace(opened, conditions=tuple(dict.fromkeys(told))))
        hidden = _hidden_needs(printed, (lhs, rhs), reader, stated)
        if hidden is None or dropped(given, reader.read, opened, shown=()) is None:
            return None
    except NotNumbers:
        return None
    opened = _shared(facts, replace(opened, conditions=(*opened.conditions, *hidden)))
    laws = [f"premise ({eq.label})" for eq in used if speaks_of(eq.lhs, variables) or speaks_of(eq.rhs, variables)]
    laws += [
        "a condition"
        for c in facts.conditions
        if speaks_of(c, variables) and (monotone(c) or (None,))[0] not in falling
    ]
    domain = opened.domain()
    vanishing = {f: [d for d in found if not _is_certainly_nonzero(d, domain)] for f, found in divisors.items()}
    laws += [
        f"premise ({eq.label})"
        for f, eq in definitions.items()
        if f not in free or any(d.free_symbols & at_variables for d in vanishing[f])
    ]
    # Of those that are the same at every argument, a counterexample shows whether they vanish.
    needed = tuple(dict.fromkeys(sympy.Ne(d, 0, evaluate=False) for found in vanishing.values() for d in found))
    return FunctionValues(replace(statement, lhs=lhs, rhs=rhs), opened, places, tuple(laws), falling, hidden, needed)


def _everything(statement: Statement, facts: Facts) -> tuple[Any, ...]:
    sides = (side for eq in facts.equations for side in (eq.lhs, eq.rhs))
    return *(e for e in statement.expressions() if isinstance(e, sympy.Basic)), *sides, *facts.conditions


def definitions_throughout(
    statement: Statement, facts: Facts
) -> tuple[set[Any], dict[Any, Equation], list[Equation]] | None:
    """The variables of functions, the definitions that may be put in wherever their functions stand, and the other premises.

    None where there is no function with declared variables, or where what a definition holds constant may move with a variable.
    """
    everything = _everything(statement, facts)
    functions = functions_in(*everything)
    if not functions or not all(map(_is_plain, functions)):
        return None
    variables = {v for function in functions for v in function.variables}
    definitions = definitions_of(filter(_is_said_of_every_argument, facts.equations))
    used = [eq for eq in facts.equations if eq not in definitions.values()]
    tied = _ties(variables, definitions, used, facts.conditions)
    if any(_speaks_beyond(eq, variables) for eq in definitions.values()):
        return None
    if _is_tied(variables, definitions, used, tied) or _holds_what_moves(everything, definitions, tied):
        return None
    if facts.moving_with(variables) & {s for whole in everything for s in free_symbols(whole)}:
        return None
    return variables, definitions, used


def _shared(facts: Facts, made: Facts) -> Facts:
    """The same facts in numbers for a line and its mutants, with all that is worked out of them."""
    known: dict[Facts, Facts] = facts.worked_out.setdefault("in numbers", {})
    if len(known) >= MOST_SHARED:
        known.clear()
    return known.setdefault(made, made)


def _is_plain(function: Any) -> bool:
    """Complex, or real and perhaps with a sign, at real variables."""
    variables = getattr(function, "variables", None)
    if variables is None or not all(v.is_real and has_only_a_sign(v) for v in variables):
        return False
    return has_only_a_sign(sympy.Dummy("value", **facts_of(function(*variables))))


def _ties(
    variables: set[Any], definitions: dict[Any, Equation], used: Iterable[Equation], conditions: Iterable[Boolean]
) -> list[set[Any]]:
    """What each premise, condition and definition may tie to each other: symbols, and functions at fixed places.

    A function at a place with a variable in it counts as the variable, and a definition, which is said of every
    argument, ties only what else is in it: f(H) = a H and f(0) = g(x) may tie a to x, but the first alone nothing to H.
    """

    def things(expression: Any) -> set[Any]:
        moved = set().union(*(part.atoms(AppliedUndef) for part in expression.atoms(sympy.Subs)))
        fixed = {a.func for a in expression.atoms(AppliedUndef) if a in moved or not a.free_symbols & variables}
        return {*fixed, *free_symbols(expression)}

    closed = (c for c in plain(conditions) if not is_open(c))
    defined = ({f, *parameters_of(eq), *functions_in(eq.rhs)} for f, eq in definitions.items())
    return [*(things(eq.lhs) | things(eq.rhs) for eq in used), *map(things, closed), *defined]


def parameters_of(definition: Equation) -> set[Any]:
    return set(free_symbols(definition.rhs)) - set(definition.lhs.args)


def _is_tied(
    variables: set[Any], definitions: dict[Any, Equation], used: Iterable[Equation], tied: list[set[Any]]
) -> bool:
    """May a premise or condition tie a variable to a parameter, so that what is constant in a definition may not be?"""
    if any((_outside(eq.lhs) | _outside(eq.rhs)) & variables for eq in used):
        return True
    return any(linked(set(eq.lhs.args), tied) & parameters_of(eq) for eq in definitions.values())


def _holds_what_moves(everything: Iterable[Any], definitions: dict[Any, Equation], tied: list[set[Any]]) -> bool:
    """Does something tied to its variable stand under a derivative or an integral, in which it would be held constant?

    With a = g(H), d(a f(H))/dH is not a f'(H), and ∫ a H dH no multiple of a.
    """

    def inside(expression: Any) -> set[Any]:
        functions = reached(functions_in(expression), (({f}, functions_in(eq.rhs)) for f, eq in definitions.items()))
        own = (parameters_of(eq) for function, eq in definitions.items() if function in functions)
        return set(expression.free_symbols).union(*own)

    for whole in everything:
        for derivative in parts_of(whole, sympy.Derivative):
            by = set(derivative.variables)
            if (linked(by, tied) - by) & inside(derivative.expr):
                return True
        for part in parts_of(whole, *BOUND, sympy.Limit):
            names = {v.name for v in part.bound_symbols} if isinstance(part, BOUND) else {part.args[1].name}
            held = {s for s in inside(part) if s.name not in names}
            if any(getattr(thing, "name", None) in names for thing in linked(held, tied)):
                return True
    return False


def _outside(expression: sympy.Expr) -> set[Any]:
    """The symbols that stand outside the places of functions."""
    places = {part: sympy.Dummy("place") for part in expression.atoms(AppliedUndef)}
    plain = expression.xreplace(places)
    return {s for s in plain.free_symbols if not isinstance(s, sympy.Dummy)}


def speaks_of(expression: Any, variables: set[Any]) -> bool:
    """Does a function stand at a place with a variable in it?  Then it is said of more than one place."""
    return any(part.free_symbols & variables for part in expression.atoms(AppliedUndef))


def _speaks_beyond(definition: Equation, variables: set[Any]) -> bool:
    """Is the function given by variables that are not its own?  ρ(r) = θ(ξ) ties r to ξ, and says nothing of a slope."""
    return bool(definition.rhs.free_symbols & (variables - set(definition.lhs.args)))


def _is_free(function: Any, eq: Equation, body: sympy.Expr, variables: set[Any]) -> bool:
    """May the functions in a definition be chosen at will?

    It has a value wherever no divisor vanishes, and no sign is assumed of it but one that it certainly has.
    """
    own = set(function.variables)
    stand_in = sympy.Dummy("value", **facts_of(function(*function.variables)))
    has_a_sign = any(getattr(stand_in, f"is_{sign}") for sign in ("nonnegative", "nonpositive", "nonzero"))
    if eq.rhs.free_symbols & (variables - own) or (has_a_sign and assumption_conditions(stand_in, body)):
        return False
    return is_plain(body) if stand_in.is_real else is_built_of_finite_parts(body)


def _chain(body: sympy.Expr, reader: Letters) -> Iterator[sympy.Expr]:
    """The body of a definition as it is printed, and those of the functions in it: read, they may show less."""
    yield body
    for application in sorted(body.atoms(AppliedUndef), key=sympy.default_sort_key):
        if application in reader.put_in:
            yield from _chain(reader.put_in[application], reader)


def _exists(chain: Iterable[sympy.Expr]) -> bool:
    """Is each of them certainly finite, for all values of its functions, wherever no divisor vanishes?"""
    for body in chain:
        slopes = {part: sympy.Dummy("slope") for part in body.atoms(sympy.Derivative, sympy.Subs)}
        plain = body.xreplace(slopes)
        plain = plain.xreplace({a: sympy.Dummy("value", **facts_of(a)) for a in plain.atoms(AppliedUndef)})
        if not (is_plain(plain) or is_built_of_finite_parts(plain)):
            return False
    return True


def _divisors(chain: Iterable[sympy.Expr], reader: Letters) -> Iterator[sympy.Expr]:
    """What these divide by, in factors, with letters; nothing that is certainly zero."""
    for part in (p for body in chain for p in sorted(body.atoms(sympy.Pow), key=sympy.default_sort_key)):
        if not (part.exp.is_Rational and part.exp > 0):
            for factor in sympy.Mul.make_args(reader.read(part.base)):
                if factor == 0:
                    raise NotNumbers
                if factor.free_symbols:
                    yield factor


def _is_certainly_nonzero(expression: sympy.Expr, domain: Domain) -> bool:
    return is_nonzero(expression) or implied(sympy.Ne(expression, 0, evaluate=False), domain)


def _hidden_needs(
    printed: Sequence[Any], shown: Sequence[Any], reader: Letters, opened: Facts
) -> tuple[Boolean, ...] | None:
    """What the printed line, and what is put into it, needs and no longer shows in letters; None where it is no divisor.

    f(0) log a is not 0 wherever f(0) is: log a has to exist.  And f(0) k(0) = a, with f(H) = a/k(H), says so
    only where f(0) exists.
    """
    letters = set(reader.letters.values())

    def is_of_functions(expression: Any) -> bool:
        return expression.has(AppliedUndef) or bool(expression.free_symbols & letters)

    for side in printed:
        for part in side.atoms(sympy.Pow):
            is_root = is_of_functions(part.base) and not (part.exp.is_Integer or part.base.is_positive)
            if is_root and reader.read(part.base) not in {
                other.base for whole in shown for other in whole.atoms(sympy.Pow)
            }:
                return None
        parts = (part for part in side.atoms(sympy.Function) if any(map(is_of_functions, part.args)))
        if not all(isinstance(part, (AppliedUndef, *WHOLE)) for part in parts):
            return None
    lost = dropped(printed, reader.read, opened, shown)
    if lost is None or any(isinstance(need, Requirement) for need in lost):
        return None
    return tuple(sympy.Ne(need, 0, evaluate=False) for need in lost)


def _is_said_of_every_argument(eq: Equation) -> bool:
    if eq.label == CONDITION or eq.lhs.args != getattr(eq.lhs.func, "variables", None):
        return False
    if any(c.free_symbols & set(eq.lhs.args) or c.has(AppliedUndef) for c in eq.where):
        return False  # a condition on parameters holds wherever the line is used
    return all(is_general(eq, v) for v in eq.lhs.args)
