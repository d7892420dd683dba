"""Values of undefined functions as numbers: f(H), f(0) and f'(H), of which premises tell something.

A relation that has such functions at places only, under no integral, sum or limit, is one between numbers: if it
holds for all values of these numbers that the premises allow, it holds for all functions.  So each f(place), and each
derivative at a place, becomes a letter, and the relation is decided as every other.

That f(H) = 1 - H² says it of every H, and f(H_c) = 0 of one place, the page shows by its letters: this file speaks of
functions with declared `variables` only.  With these:

- A premise F(H) = expression defines F, and F is put in for wherever it stands, at places that H may have.
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
from itertools import combinations
from typing import Any

import sympy
from sympy.core.assumptions import _assume_defined
from sympy.core.function import AppliedUndef
from sympy.core.relational import Relational
from sympy.logic.boolalg import Boolean

from verify.normal_form.signs import is_nonzero, sign_set
from verify.orders.provisos import implied
from verify.points.domain import Domain
from verify.premises.facts import CONDITION, Facts
from verify.premises.generality import is_general
from verify.premises.interpolation import FunctionValues, Place
from verify.solving.equations import assumption_conditions, has_only_a_sign, is_built_of_finite_parts, is_plain
from verify.solving.replacement import put
from verify.terms.requirements import BOUND
from verify.terms.survey import parts_of
from verify.vocabulary.moves import Equation
from verify.vocabulary.statements import Relation
from verify.wording import words

ORDERED = ("<", "<=", ">", ">=")
UNDEFINED = (sympy.zoo, sympy.nan, sympy.oo, -sympy.oo)
WHOLE = (sympy.sin, sympy.cos, sympy.exp, sympy.sinh, sympy.cosh)
"""Functions that are defined and smooth for every number."""


def function_values(statement: Relation, facts: Facts) -> FunctionValues | None:
    """The same question about numbers; None where it is none, as this module says."""
    expressions = [*statement.expressions(), *(side for eq in facts.equations for side in (eq.lhs, eq.rhs))]
    everything = (*expressions, *facts.conditions)
    functions = {part.func for whole in everything for part in parts_of(whole, AppliedUndef)}
    if not functions or not all(map(_is_plain, functions)):
        return None
    if any(part.has(AppliedUndef) for whole in everything for part in whole.atoms(*BOUND, sympy.Limit)):
        return None
    variables = {v for function in functions for v in function.variables}
    definitions = _definitions(facts)
    used = [eq for eq in facts.equations if eq not in definitions.values()]
    if _is_tied(variables, definitions, used):
        return None
    premised = set().union(*(eq.symbols for eq in facts.equations))
    moving = variables | {s for e in statement.expressions() for s in e.free_symbols if s not in premised}
    reader = _Letters(
        {function: eq.rhs for function, eq in definitions.items()},
        moving,
        {s.name for e in everything for s in e.free_symbols},
    )
    try:
        lhs, rhs = reader.read(statement.lhs), reader.read(statement.rhs)
        equations = tuple(replace(eq, lhs=reader.read(eq.lhs), rhs=reader.read(eq.rhs)) for eq in used)
        conditions = tuple(reader.read_condition(c) for c in facts.conditions)
        handed_on = tuple(reader.read_condition(c) for c in facts.handed_on)
        bodies = {function: reader.read(eq.rhs) for function, eq in definitions.items()}
        assumed = tuple(c for application in reader.put_in for c in reader.assumed(application))
    except _NotNumbers:
        return None
    places = {letter: place for place, letter in reader.letters.items()}
    falling = _falling(facts, definitions)
    ordered = tuple(_ordered(places, falling))
    known = (*conditions, *assumed, *ordered)
    labels = tuple(eq.label for eq in definitions.values())
    also = (*places, *(arg for place in places.values() for arg in place.args))
    opened = Facts(equations, tuple(dict.fromkeys(known)), None, handed_on, facts.fixed, labels, also)
    hidden = _hidden_divisors((statement.lhs, statement.rhs), reader, opened)
    if hidden is None:
        return None
    opened = replace(opened, conditions=(*opened.conditions, *hidden))
    laws = [f"premise ({eq.label})" for eq in used if _speaks_of(eq.lhs, variables) or _speaks_of(eq.rhs, variables)]
    laws += [
        "a condition"
        for c in facts.conditions
        if _speaks_of(c, variables) and (_monotone(c) or (None,))[0] not in falling
    ]
    moving = variables | {
        letter for letter, place in places.items() if any(a.free_symbols & variables for a in place.args)
    }
    divisors = {f: _divisors_that_may_vanish(bodies[f], opened) for f in definitions}
    laws += [
        f"premise ({eq.label})"
        for f, eq in definitions.items()
        if not _is_free(f, eq, bodies[f], variables) or any(d.free_symbols & moving for d in divisors[f])
    ]
    needed = tuple(dict.fromkeys(sympy.Ne(d, 0, evaluate=False) for found in divisors.values() for d in found))
    return FunctionValues(replace(statement, lhs=lhs, rhs=rhs), opened, places, tuple(laws), falling, hidden, needed)


def _is_plain(function: Any) -> bool:
    """Complex, or real and perhaps with a sign, at real variables."""
    variables = getattr(function, "variables", None)
    if variables is None or not all(v.is_real and has_only_a_sign(v) for v in variables):
        return False
    return has_only_a_sign(sympy.Dummy("value", **_facts_of(function(*variables))))


def _is_tied(variables: set[Any], definitions: dict[Any, Equation], used: Iterable[Equation]) -> bool:
    """May a premise tie a variable to a parameter, so that what is constant in a definition may not be?

    It has a variable outside the places of functions, or is a law with a parameter of a definition.
    """
    parameters = {s for eq in definitions.values() for s in _outside(eq.rhs) - variables}
    for eq in used:
        outside = _outside(eq.lhs) | _outside(eq.rhs)
        if outside & variables:
            return True
        if outside & parameters and (_speaks_of(eq.lhs, variables) or _speaks_of(eq.rhs, variables)):
            return True
    return False


def _outside(expression: sympy.Expr) -> set[Any]:
    """The symbols that stand outside the places of functions."""
    places = {part: sympy.Dummy("place") for part in expression.atoms(AppliedUndef)}
    plain = expression.xreplace(places)
    return {s for s in plain.free_symbols if not isinstance(s, sympy.Dummy)}


def _speaks_of(expression: Any, variables: set[Any]) -> bool:
    """Does a function stand at a place with a variable in it?  Then it is said of more than one place."""
    return any(part.free_symbols & variables for part in expression.atoms(AppliedUndef))


def _is_free(function: Any, eq: Equation, body: sympy.Expr, variables: set[Any]) -> bool:
    """May the functions in a definition be chosen at will?  It has a value wherever no divisor vanishes, and no sign is assumed of it."""
    own = set(function.variables)
    stand_in = sympy.Dummy("value", **_facts_of(function(*function.variables)))
    if eq.rhs.free_symbols & (variables - own) or any(
        getattr(stand_in, f"is_{sign}") for sign in ("nonnegative", "nonpositive", "nonzero")
    ):
        return False
    return is_plain(body) if stand_in.is_real else is_built_of_finite_parts(body)


def _divisors_that_may_vanish(body: sympy.Expr, opened: Facts) -> tuple[sympy.Expr, ...]:
    """Of those that are the same at every argument, a counterexample shows whether they vanish."""
    domain = opened.domain()
    bases = (part.base for part in body.atoms(sympy.Pow) if not (part.exp.is_Rational and part.exp > 0))
    return tuple(base for base in bases if base.free_symbols and not _is_certainly_nonzero(base, domain))


def _is_certainly_nonzero(expression: sympy.Expr, domain: Domain) -> bool:
    return is_nonzero(expression) or implied(sympy.Ne(expression, 0, evaluate=False), domain)


def _hidden_divisors(sides: Sequence[sympy.Expr], reader: _Letters, opened: Facts) -> tuple[Boolean, ...] | None:
    """That what the line divides by, and no longer shows in letters, is not zero; None where other needs may be hidden."""
    domain = opened.domain()
    hidden: dict[Boolean, None] = {}
    for side in sides:
        shown = {part.base for part in reader.read(side).atoms(sympy.Pow)}
        for part in side.atoms(sympy.Pow):
            if part.base.has(AppliedUndef) and not (part.exp.is_Integer and part.exp > 0):
                base = reader.read(part.base)
                if not part.exp.is_Integer and base not in shown:
                    return None
                factors = sympy.Mul.make_args(base)
                left = (f for f in factors if f not in shown and not _is_certainly_nonzero(f, domain))
                hidden |= {sympy.Ne(factor, 0, evaluate=False): None for factor in left}
        kinds = (part.func for part in side.atoms(sympy.Function) if part.args and part.args[0].has(AppliedUndef))
        if not all(issubclass(kind, (AppliedUndef, *WHOLE)) for kind in kinds):
            return None
    return tuple(hidden)


class _NotNumbers(Exception):
    """Raised for an expression that is none of values and derivatives at places."""


def _definitions(facts: Facts) -> dict[Any, Equation]:
    """The premises that say what a function is at every argument, F(H) = ..., one for each function."""
    found: dict[Any, Equation] = {}
    for eq in facts.equations:
        function, variables = eq.lhs.func, getattr(eq.lhs.func, "variables", None)
        if (
            not isinstance(eq.lhs, AppliedUndef)
            or eq.lhs.args != variables
            or function in found
            or eq.label == CONDITION
        ):
            continue
        if eq.where or eq.rhs.has(function) or not all(is_general(eq, v) for v in variables):
            continue
        if any(eq.rhs.has(other) and found[other].rhs.has(function) for other in found):
            continue
        found[function] = eq
    return found


def _falling(facts: Facts, definitions: dict[Any, Equation]) -> dict[Any, str]:
    """The functions that conditions make fall or rise throughout the values of their variable, and the sign of the slope.

    The values are an interval, and nothing else is known of the variable: f' < 0 for H < H_c says nothing beyond.
    """
    found = dict(filter(None, map(_monotone, facts.conditions)))
    others = [c.free_symbols for c in facts.conditions if _monotone(c) is None]
    others += [eq.symbols for eq in facts.equations if not (eq.lhs.has(AppliedUndef) or eq.rhs.has(AppliedUndef))]

    def runs_freely(function: Any) -> bool:
        (variable,) = function.variables
        is_interval = variable.is_zero is None or variable.is_positive or variable.is_negative
        return bool(is_interval) and not any(variable in symbols for symbols in others)

    return {f: rel for f, rel in found.items() if f not in definitions and runs_freely(f)}


def _monotone(condition: Boolean) -> tuple[Any, str] | None:
    """The function of one variable of whose derivative the condition gives the sign at every argument, and the relation."""
    if not isinstance(condition, Relational) or condition.rel_op not in ORDERED or condition.rhs != 0:
        return None
    slope = condition.lhs
    if isinstance(slope, sympy.Derivative) and isinstance(slope.expr, AppliedUndef):
        function = slope.expr.func
        if slope.expr.args == function.variables and slope.variable_count == sympy.Tuple((*function.variables, 1)):
            return function, condition.rel_op
    return None


def _ordered(places: dict[sympy.Symbol, Place], falling: dict[Any, str]) -> Iterator[Boolean]:
    """Values at places of which the order is certain, and slopes, for functions that fall or rise throughout."""
    for letter, place in places.items():
        if place.function in falling and place.orders == (1,):
            yield sympy.Rel(letter, 0, falling[place.function], evaluate=False)
    for one, other in combinations(places, 2):
        first, second = places[one], places[other]
        rel = falling.get(first.function)
        if rel is None or second.function != first.function or not (first.is_value and second.is_value):
            continue
        signs = sign_set(second.args[0] - first.args[0])
        way = None if signs is None else next((w for w in (">", "<", ">=", "<=") if signs.satisfy(w)), None)
        if way is None:
            continue
        rises = (way in (">", ">=")) == (rel in (">", ">="))
        strict = rel in ("<", ">") and way in ("<", ">")
        yield sympy.Rel(other, one, (">" if rises else "<") + ("" if strict else "="), evaluate=False)


class _Letters:
    """Reads expressions: definitions put in, derivatives carried out, and each value of a function as a letter."""

    def __init__(self, definitions: dict[Any, sympy.Expr], variables: set[Any], taken: set[str]) -> None:
        self.definitions = definitions
        self.variables = variables
        self.taken = taken
        self.letters: dict[Place, sympy.Symbol] = {}
        self.put_in: dict[AppliedUndef, sympy.Expr] = {}

    def read(self, expression: Any) -> Any:
        if not expression.has(AppliedUndef):
            return expression
        return self._lettered(self._carried_out(self._unfolded(expression)))

    def _carried_out(self, expression: Any) -> Any:
        """Derivatives of what definitions have left without a function."""
        return expression.replace(
            lambda part: isinstance(part, sympy.Derivative) and not part.has(AppliedUndef), self._derived
        )

    def _derived(self, derivative: Any) -> Any:
        """A derivative by variables of functions, which exists wherever those of the functions do."""
        if not set(derivative.variables) <= self.variables or not _is_smooth(derivative.expr, self.variables):
            raise _NotNumbers
        return derivative.doit()

    def read_condition(self, condition: Any) -> Any:
        if not condition.has(AppliedUndef):
            return condition
        if not isinstance(condition, Relational):
            raise _NotNumbers
        return sympy.Rel(self.read(condition.lhs), self.read(condition.rhs), condition.rel_op, evaluate=False)

    def assumed(self, application: AppliedUndef) -> Iterator[Boolean]:
        """What is assumed of a function that a premise defines, as conditions on its value."""
        stand_in = sympy.Dummy("value", **_facts_of(application))
        yield from assumption_conditions(stand_in, self.read(self.put_in[application]))

    def _unfolded(self, expression: Any) -> Any:
        for _ in range(len(self.definitions) + 1):
            found = {a for a in expression.atoms(AppliedUndef) if a.func in self.definitions and _may_stand(a)}
            if not found:
                return expression
            for application in found:
                values = dict(zip(application.func.variables, application.args, strict=True))
                self.put_in[application] = put(self.definitions[application.func], values)
            if any(self.put_in[a].has(*UNDEFINED) for a in found):
                raise _NotNumbers
            expression = expression.xreplace({a: self.put_in[a] for a in found})
            if expression.has(*UNDEFINED):
                raise _NotNumbers
        raise _NotNumbers

    def _lettered(self, expression: Any) -> Any:
        if not expression.has(AppliedUndef):
            return expression
        if isinstance(expression, AppliedUndef):
            if not _may_stand(expression):
                raise _NotNumbers
            args = tuple(map(self._lettered, expression.args))
            return self._letter(Place(expression.func, args, (0,) * len(args)))
        if isinstance(expression, (sympy.Derivative, sympy.Subs)):
            return self._derivative(expression)
        if not isinstance(expression, sympy.Expr):
            raise _NotNumbers
        return expression.func(*map(self._lettered, expression.args))

    def _derivative(self, expression: Any) -> Any:
        """f^(n) at a place, or what the rules make of the derivative of something made of functions."""
        at: dict[sympy.Symbol, sympy.Expr] = {}
        derivative = expression
        if isinstance(expression, sympy.Subs):
            derivative, at = expression.expr, dict(zip(expression.variables, expression.point, strict=True))
        if not isinstance(derivative, sympy.Derivative):
            raise _NotNumbers
        inside, counts = derivative.expr, dict(derivative.variable_count)
        if not {v for v in derivative.variables if not isinstance(v, sympy.Dummy)} <= self.variables:
            raise _NotNumbers
        if isinstance(inside, AppliedUndef) and all(_stands_once(v, inside) for v in counts):
            orders = tuple(int(counts.get(arg, 0)) for arg in inside.args)
            there = tuple(put(arg, at) for arg in inside.args)
            if inside.func in self.definitions:
                raise _NotNumbers  # its derivatives are those of its definition
            if not _may_stand(inside.func(*there)):
                raise _NotNumbers
            args = tuple(map(self._lettered, there))
            return self._letter(Place(inside.func, args, orders))
        carried_out = self._derived(derivative).subs(at) if at else self._derived(derivative)
        if carried_out == expression or carried_out.has(*UNDEFINED):
            raise _NotNumbers
        return self._lettered(carried_out)

    def _letter(self, place: Place) -> sympy.Symbol:
        if place not in self.letters:
            self.letters[place] = self._new(place)
        return self.letters[place]

    def _new(self, place: Place) -> sympy.Symbol:
        known = _facts_of(place.function(*place.args))
        if not place.is_value:
            if any(known.get(kind) for kind in ("integer", "rational", "irrational", "algebraic")):
                raise _NotNumbers
            known = {"real": True} if known.get("real") else {"complex": True}
        marks = ["'" * order for order in place.orders] if len(place.orders) == 1 else [f"_{n}" for n in place.orders]
        name = place.function.__name__ + ("" if place.is_value else "".join(marks))
        name += "(" + ", ".join(words(arg) for arg in place.args) + ")"
        while name in self.taken:
            name += "*"
        self.taken.add(name)
        return sympy.Symbol(name, **known)


def _facts_of(application: AppliedUndef) -> dict[str, bool]:
    """What is assumed of a value of the function, as it was declared."""
    told = ((fact, getattr(application, f"is_{fact}", None)) for fact in _assume_defined)
    return {fact: truth for fact, truth in told if truth is not None}


def _is_smooth(expression: Any, variables: set[Any]) -> bool:
    """Has it a derivative wherever its functions have one?  Sums, products, whole functions, divisors that are never zero."""
    if not (expression.has(AppliedUndef) or expression.free_symbols & variables) or expression.is_Symbol:
        return True
    if isinstance(expression, (AppliedUndef, *WHOLE)) or expression.is_Add or expression.is_Mul:
        return all(_is_smooth(arg, variables) for arg in expression.args)
    if not (expression.is_Pow and expression.exp.is_Integer and _is_smooth(expression.base, variables)):
        return False
    return bool(expression.exp > 0) or is_nonzero(expression.base)


def _stands_once(variable: sympy.Symbol, application: AppliedUndef) -> bool:
    """Is the variable one argument of the function, and in none of the others?"""
    return [arg for arg in application.args if arg.has(variable)] == [variable]


def _may_stand(application: AppliedUndef) -> bool:
    """May the arguments certainly be values of the variables of the function?"""
    return all(
        arg == variable or not assumption_conditions(variable, arg)
        for variable, arg in zip(application.func.variables, application.args, strict=True)
    )
