"""Is there a function with these values?  What makes a counterexample out of numbers for f(H), f(0) and f'(H).

At the counterexample the places are different numbers wherever the letters are different, or the values are the same;
the sign that is assumed of a function is that of all its values, strictly where derivatives are given, so that a
smooth function passes through them (Hermite; of one sign, by its logarithm); where a derivative has a sign
throughout, values at ordered places are ordered; and nothing else is said of every argument.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import sympy
from sympy.core.function import AppliedUndef
from sympy.core.relational import Relational
from sympy.logic.boolalg import Boolean

from verify.calculus.functions_at_places import facts_of
from verify.normal_form.signs import sign_set
from verify.points.domain import certainly_holds
from verify.points.plan import Point
from verify.premises.confirmation import full_point
from verify.premises.facts import Facts
from verify.solving.equations import assumption_conditions, has_only_a_sign, is_plain
from verify.solving.replacement import put, put_in_condition, relation
from verify.terms.survey import functions_in
from verify.vocabulary.moves import Equation
from verify.vocabulary.statements import Relation
from verify.wording import words

ORDERED = ("<", "<=", ">", ">=")


@dataclass(frozen=True)
class Place:
    """A function, or one of its derivatives, at a place; `orders` has one number for each argument."""

    function: Any
    args: tuple[sympy.Expr, ...]
    orders: tuple[int, ...]

    @property
    def is_value(self) -> bool:
        return not any(self.orders)


@dataclass(frozen=True)
class FunctionValues:
    """The relation and its premises in letters, and what each letter stands for."""

    statement: Relation
    facts: Facts
    places: dict[sympy.Symbol, Place]
    laws: tuple[str, ...]
    """What is said of every argument and defines nothing, in words."""
    falling: dict[Any, str]
    """Functions of one variable of whose derivative a condition gives the sign everywhere, and the relation of it to 0."""
    hidden: tuple[Boolean, ...]
    """What the printed line needs and no longer shows in letters: told with a proof, met by a counterexample."""
    needed: tuple[Boolean, ...] = ()
    """That no divisor vanishes with which a premise defines a function, where it is the same at every argument."""

    @property
    def apart(self) -> tuple[Boolean, ...]:
        """That the places of one function of one variable are different: there its values are free."""
        pairs = combinations([p for p in self.places.values() if len(p.args) == 1], 2)
        places = ((p.args[0], q.args[0]) for p, q in pairs if p.function == q.function and p.args != q.args)
        return tuple(dict.fromkeys(relation("!=", one, other) for one, other in places))

    def objection(self, point: Point) -> str | None:
        """Why no function need have the values of a counterexample, or None if one certainly has."""
        if self.laws:
            return f"{self.laws[0]} is said of every argument of a function"
        full = full_point(self.facts, point)
        there = {letter: tuple(put(arg, full) for arg in place.args) for letter, place in self.places.items()}
        if not all(certainly_holds(put_in_condition(condition, full)) for condition in self.needed):
            return "a divisor in the definition of a function may vanish"
        for letter, args in there.items():
            if letter not in full or any(number.free_symbols for number in (full[letter], *args)):
                return f"{letter} has no value at the counterexample"
        for one, other in combinations(self.places, 2):
            if self._may_exclude_each_other(one, other, there, full):
                return f"no function is known that has these values of {one} and {other}"
        wrong = next((letter for letter in self.places if not self._may_be_interpolated(letter, full)), None)
        return None if wrong is None else f"no smooth function is known with this value of {wrong}"

    def _may_exclude_each_other(self, one: sympy.Symbol, other: sympy.Symbol, there: Any, full: Point) -> bool:
        first, second = self.places[one], self.places[other]
        if first.function != second.function:
            return False
        if there[one] == there[other]:
            return first.orders == second.orders and full[one] != full[other]
        if not any(_certainly(a, "!=", b) for a, b in zip(there[one], there[other], strict=True)):
            return True
        if not (first.is_value and second.is_value):
            return False
        rel = self.falling.get(first.function)
        if rel is not None:
            rises = (full[other] - full[one]) * (there[other][0] - there[one][0])
            return not _certainly(rises, rel[0], sympy.S.Zero)
        of_one_sign = bool(first.function(*first.args).is_nonzero)
        return of_one_sign and not _certainly(full[one] * full[other], ">", sympy.S.Zero)

    def example(self, point: Point) -> str:
        """Functions with the values of a counterexample, in words, where polynomials of the least degree serve; else nothing."""
        full = full_point(self.facts, point)
        slopes = {s for s, p in self.places.items() if p.function in self.falling and p.orders == (1,)}
        said = [c for c in self.facts.conditions if not (c.free_symbols <= slopes)]
        sides = (
            self.statement.lhs,
            self.statement.rhs,
            *(side for eq in self.facts.equations for side in (eq.lhs, eq.rhs)),
            *said,
        )
        spoken = set().union(*(side.free_symbols for side in sides))
        curves: dict[Any, sympy.Expr | None] = {}
        for function in dict.fromkeys(place.function for place in self.places.values()):
            own = {letter: p for letter, p in self.places.items() if p.function == function and letter in spoken}
            curves[function] = _polynomial(function, own, full)
        if None in curves.values():
            return ""
        for function, rel in self.falling.items():
            slope = sympy.diff(curves.get(function, sympy.S.Zero), *function.variables)
            if function in curves and not (slope.is_number and _certainly(slope, rel, sympy.S.Zero)):
                return ""
        return " and ".join(f"{words(f(*f.variables))} = {words(curve)}" for f, curve in curves.items())

    def _may_be_interpolated(self, letter: sympy.Symbol, full: Point) -> bool:
        """A zero of a function that has no negative values, or of a slope that has none, leaves no choice beside it."""
        place = self.places[letter]
        rel = self.falling.get(place.function)
        if not place.is_value:
            return rel in (None, "<", ">") or max(place.orders) < 2
        if _certainly(full[letter], "!=", sympy.S.Zero) or (
            letter.is_nonnegative is None and letter.is_nonpositive is None
        ):
            return True
        return rel is None and all(p.is_value for p in self.places.values() if p.function == place.function)


def _certainly(one: sympy.Expr, rel: str, other: sympy.Expr) -> bool:
    return certainly_holds(relation(rel, one, other))


def _polynomial(function: Any, own: dict[sympy.Symbol, Place], full: Point) -> sympy.Expr | None:
    """The polynomial with these values and derivatives, of a real function of one variable.

    It is told only if it certainly has, wherever the variable may be, what is assumed of the function: p > 0 is not 0.
    """
    if len(function.variables) > 1 or not all(letter.is_real for letter in own):
        return None
    (x,) = function.variables
    count = len(own) + max((place.orders[0] for place in own.values()), default=0)
    unknown = sympy.symbols(f"a:{count}", cls=sympy.Dummy)
    curve = sum((a * x**k for k, a in enumerate(unknown)), sympy.S.Zero)
    wanted = [
        sympy.diff(curve, (x, place.orders[0])).subs(x, put(place.args[0], full)) - full[letter]
        for letter, place in own.items()
    ]
    found = sympy.solve(wanted, unknown, dict=True) if own else [{}]
    if len(found) != 1:
        return None
    curve = curve.subs(found[0]).subs(dict.fromkeys(unknown, 0))
    stand_in = sympy.Dummy("value", **facts_of(function(x)))
    return None if assumption_conditions(stand_in, curve) else curve


# --- conditions on functions of which nothing else is said -------------------------------------------


def without_idle_conditions(statement: Relation, facts: Facts) -> Facts:
    """The facts less conditions such as f(H) > 0, where line, premises and other conditions do not speak of f.

    Wherever the rest holds there is a function that meets such a condition, a constant one for example, so that it
    excludes no point, and a proof without it is not vacuous.
    """
    counts: dict[Any, int] = {}
    for condition in facts.conditions:
        for head in functions_in(condition):
            counts[head] = counts.get(head, 0) + 1
    once = {head for head, times in counts.items() if times == 1}
    if not once:
        return facts
    sides = (side for eq in facts.equations for side in (eq.lhs, eq.rhs))
    once -= functions_in(*statement.expressions(), *sides)
    idle = [c for c in facts.conditions if _bounded(c) in once] if once else []
    return facts.without_conditions(idle) if idle else facts


def _bounded(condition: Boolean) -> Any | None:
    """The function of which the condition says f(variables) > e, or another relation that one value at least has to any e."""
    if not isinstance(condition, Relational) or not isinstance(condition.lhs, AppliedUndef):
        return None
    application, bound = condition.lhs, condition.rhs
    declared = getattr(application.func, "variables", None)
    value = sympy.Dummy("value", **facts_of(application))
    if (declared is None and not all(arg.is_Symbol for arg in application.args)) or declared not in (
        None,
        application.args,
    ):
        return None
    if bound.has(AppliedUndef) or not is_plain(bound) or not bound.is_polynomial() or not value.is_real:
        return None
    large = condition.rel_op in (">", ">=", "!=") and value.is_nonpositive is not True
    small = condition.rel_op in ("<", "<=", "!=") and value.is_nonnegative is not True
    return application.func if has_only_a_sign(value) and (large or small) else None


def falling_throughout(facts: Facts, definitions: dict[Any, Equation], others: Iterable[Equation]) -> dict[Any, str]:
    """The functions that conditions make fall or rise throughout the values of their variable, and the sign of the slope.

    The values are an interval, and nothing else is known of the variable: f' < 0 for H < H_c says nothing beyond, and
    H may be restricted by what is said of functions there, as by g(H) = a with a > 3, or by g' < 0 for a g that is known.
    """
    found: dict[Any, str] = {}
    spoken = {s for eq in others for s in eq.symbols}
    for condition in facts.conditions:
        slope = monotone(condition)
        if slope is None or slope[0] in definitions:
            spoken |= condition.free_symbols
        else:
            found[slope[0]] = slope[1]

    def runs_freely(function: Any) -> bool:
        (variable,) = function.variables
        is_interval = variable.is_zero is None or variable.is_positive or variable.is_negative
        return bool(is_interval) and variable not in spoken

    return {f: rel for f, rel in found.items() if runs_freely(f)}


def monotone(condition: Boolean) -> tuple[Any, str] | None:
    """The function of one variable of whose derivative the condition gives the sign at every argument, and the relation."""
    if not isinstance(condition, Relational) or condition.rel_op not in ORDERED or condition.rhs != 0:
        return None
    slope = condition.lhs
    if isinstance(slope, sympy.Derivative) and isinstance(slope.expr, AppliedUndef):
        function = slope.expr.func
        if slope.expr.args == function.variables and slope.variable_count == sympy.Tuple((*function.variables, 1)):
            return function, condition.rel_op
    return None


def ordered_values(places: dict[sympy.Symbol, Place], falling: dict[Any, str]) -> Iterator[Boolean]:
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
