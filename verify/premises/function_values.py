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

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations
from typing import Any

import sympy
from sympy.core.assumptions import _assume_defined
from sympy.core.function import AppliedUndef
from sympy.core.relational import Relational
from sympy.logic.boolalg import Boolean

from verify.normal_form.signs import sign_set
from verify.premises.facts import CONDITION, Facts
from verify.premises.generality import is_general, runs_over
from verify.premises.interpolation import FunctionValues, Place
from verify.solving.equations import assumption_conditions, has_only_a_sign
from verify.solving.replacement import put
from verify.terms.requirements import BOUND
from verify.vocabulary.moves import Equation
from verify.vocabulary.statements import Relation
from verify.wording import words

ORDERED = ("<", "<=", ">", ">=")


def function_values(statement: Relation, facts: Facts) -> FunctionValues | None:
    """The same question about numbers; None where it is none, as this module says."""
    expressions = [*statement.expressions(), *(side for eq in facts.equations for side in (eq.lhs, eq.rhs))]
    everything = (*expressions, *facts.conditions)
    functions = {part.func for part in everything for part in part.atoms(AppliedUndef)}
    if not functions or any(getattr(function, "variables", None) is None for function in functions):
        return None
    if any(part.has(AppliedUndef) for whole in everything for part in whole.atoms(*BOUND, sympy.Limit)):
        return None
    definitions = _definitions(facts)
    same = {eq.lhs: eq.rhs for eq in facts.equations if eq.lhs.is_Symbol and eq.rhs.is_Symbol and eq.lhs != eq.rhs}
    used = [eq for eq in facts.equations if eq not in definitions.values()]
    reader = _Letters({function: eq.rhs for function, eq in definitions.items()}, same, spoken_of(everything))
    try:
        lhs, rhs = reader.read(statement.lhs), reader.read(statement.rhs)
        equations = tuple(replace(eq, lhs=reader.read(eq.lhs), rhs=reader.read(eq.rhs)) for eq in used)
        conditions = tuple(reader.read_condition(c) for c in facts.conditions)
        handed_on = tuple(reader.read_condition(c) for c in facts.handed_on)
        assumed = tuple(c for application in reader.put_in for c in reader.assumed(application))
    except _NotNumbers:
        return None
    places = {letter: place for place, letter in reader.letters.items()}
    falling = _falling(facts, definitions)
    ordered = tuple(_ordered(places, falling))
    laws = [f"premise ({eq.label})" for eq in used if runs_over(eq.lhs, eq.rhs)]
    laws += ["a condition" for c in facts.conditions if runs_over(c) and (_monotone(c) or (None,))[0] not in falling]
    known = (*conditions, *assumed, *ordered)
    labels = tuple(eq.label for eq in definitions.values())
    also = (*places, *(arg for place in places.values() for arg in place.args))
    return FunctionValues(
        replace(statement, lhs=lhs, rhs=rhs),
        Facts(equations, tuple(dict.fromkeys(known)), None, handed_on, facts.fixed, labels, also),
        places,
        tuple(laws),
        falling,
    )


def spoken_of(expressions: Iterable[sympy.Basic]) -> set[str]:
    return {symbol.name for expression in expressions for symbol in expression.free_symbols}


class _NotNumbers(Exception):
    """Raised for an expression that is none of values and derivatives at places."""


def _definitions(facts: Facts) -> dict[Any, Equation]:
    """The premises that say what a function is at every argument, F(H) = ..., one for each function."""
    found: dict[Any, Equation] = {}
    plain = [eq for eq in facts.equations if not (eq.lhs.has(AppliedUndef) or eq.rhs.has(AppliedUndef))]
    for eq in facts.equations:
        function, variables = eq.lhs.func, getattr(eq.lhs.func, "variables", None)
        if (
            not isinstance(eq.lhs, AppliedUndef)
            or eq.lhs.args != variables
            or function in found
            or eq.label == CONDITION
        ):
            continue
        tied = any(
            set(variables) & other.symbols and other.symbols & eq.rhs.free_symbols - set(variables) for other in plain
        )
        if eq.where or tied or eq.rhs.has(function) or not all(is_general(eq, v) for v in variables):
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
        is_interval = (
            has_only_a_sign(variable)
            and variable.is_real
            and (variable.is_zero is None or variable.is_positive or variable.is_negative)
        )
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

    def __init__(
        self, definitions: dict[Any, sympy.Expr], same: dict[sympy.Symbol, sympy.Symbol], taken: set[str]
    ) -> None:
        self.definitions = definitions
        self.same = same
        self.taken = taken
        self.letters: dict[Place, sympy.Symbol] = {}
        self.put_in: dict[AppliedUndef, sympy.Expr] = {}

    def read(self, expression: Any) -> Any:
        if not expression.has(AppliedUndef):
            return expression
        return self._lettered(_carried_out(self._unfolded(expression)))

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
            expression = expression.xreplace({a: self.put_in[a] for a in found})
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
        if isinstance(inside, AppliedUndef) and all(_stands_once(v, inside) for v in counts):
            orders = tuple(int(counts.get(arg, 0)) for arg in inside.args)
            there = tuple(put(arg, at) for arg in inside.args)
            if not _may_stand(inside.func(*there)):
                raise _NotNumbers
            args = tuple(map(self._lettered, there))
            return self._letter(Place(inside.func, args, orders))
        carried_out = expression.doit()
        if carried_out == expression:
            raise _NotNumbers
        return self._lettered(carried_out)

    def _letter(self, place: Place) -> sympy.Symbol:
        place = replace(place, args=tuple(arg.xreplace(self.same) for arg in place.args))
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


def _carried_out(expression: Any) -> Any:
    """Derivatives of what definitions have left without a function."""
    return expression.replace(
        lambda part: isinstance(part, sympy.Derivative) and not part.has(AppliedUndef), lambda part: part.doit()
    )


def _facts_of(application: AppliedUndef) -> dict[str, bool]:
    """What is assumed of a value of the function, as it was declared."""
    told = ((fact, getattr(application, f"is_{fact}", None)) for fact in _assume_defined)
    return {fact: truth for fact, truth in told if truth is not None}


def _stands_once(variable: sympy.Symbol, application: AppliedUndef) -> bool:
    """Is the variable one argument of the function, and in none of the others?"""
    return [arg for arg in application.args if arg.has(variable)] == [variable]


def _may_stand(application: AppliedUndef) -> bool:
    """May the arguments certainly be values of the variables of the function?"""
    return all(
        arg == variable or assumption_conditions(variable, arg) == []
        for variable, arg in zip(application.func.variables, application.args, strict=True)
    )
