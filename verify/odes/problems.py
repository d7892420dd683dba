"""Differential equations with initial values among the premises of a line, as a system that can be followed.

y'' = F(x, y, y') is read from premises that are linear in the highest derivatives, one for each function.  At a start
where the equation is singular, y'' = -(k/x) y' + G with k ≥ 0 and G smooth, the solution is the one with y' = 0 there:
(x^k y')' = x^k G.  Any other has no finite value there for k ≥ 1, and no slope for k > 0.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import sympy
from sympy.core.function import AppliedUndef

from verify.errors import GiveUp
from verify.jets.reading import Jet, NoJets, Reader, forms, jets_in
from verify.proofs.definedness import factors, moved, needs
from verify.solving.equations import has_only_a_sign
from verify.solving.replacement import put
from verify.terms.requirements import Requirement
from verify.vocabulary.moves import Equation


@dataclass(frozen=True)
class Law:
    """The differential equation for the highest derivative of a function: factor · derivative = value, in letters.

    `index` is that of the letter of which the derivative is the highest one.
    """

    index: int
    factor: sympy.Expr
    value: sympy.Expr


@dataclass(frozen=True)
class Need:
    """What must not vanish for the equations as printed to be defined, or be positive for them to be real, in letters."""

    part: Any
    positive: bool = False


@dataclass(frozen=True)
class Problem:
    """Functions of one variable, with letters for them and their derivatives below the highest: y, y', ... in order.

    `initial` are the values of the letters at the start; None where none is given.
    """

    variable: sympy.Symbol
    letters: dict[Jet, sympy.Symbol]
    laws: tuple[Law, ...]
    start: sympy.Rational
    initial: tuple[sympy.Expr | None, ...]
    needs: tuple[Need, ...]
    naming: tuple[Equation, ...]
    """What is neither a differential equation nor an initial value: y(a) = 0, of a place a."""

    def slope(self, expression: sympy.Expr) -> sympy.Expr:
        """The derivative of an expression in the variable and the letters, along the solution."""
        order = list(self.letters.values())
        found = sympy.diff(expression, self.variable)
        last = {law.index: law.value / law.factor for law in self.laws}
        for index, letter in enumerate(order):
            found += sympy.diff(expression, letter) * (last[index] if index in last else order[index + 1])
        return found


def problem_of(equations: Iterable[Equation], known: Mapping[Any, sympy.Expr] | None = None) -> Problem:
    """The one problem that the equations pose; those that speak of no function are left aside.  Raises GiveUp where there is none.

    `known` are values of symbols in them.  What the equations as printed need is kept: SymPy cancels as it solves.
    """
    known = known or {}
    printed = {with_known(eq, known): eq for eq in equations}
    laws, starts = _sorted(printed)
    applications = {a for eq in laws for side in (eq.lhs, eq.rhs) for a in side.atoms(AppliedUndef)}
    variable = _variable(applications)
    reader = Reader(applications, {s.name for eq in (*laws, *starts) for s in eq.symbols})
    try:
        sides = [reader.carried_out(eq.lhs) - reader.carried_out(eq.rhs) for eq in laws]
        orders = {a: max((j.order for j in jets_in(sides) if j.application == a), default=0) for a in applications}
        states = [Jet(a, (k,)) for a in sorted(applications, key=sympy.default_sort_key) for k in range(orders[a])]
        letters = {jet: reader.letter(jet) for jet in states}
        tops = {a: reader.letter(Jet(a, (order,))) for a, order in orders.items()}
        lettered = [reader.lettered(side) for side in sides]
        needed = _needs([printed[eq] for eq in laws], known, reader)
    except NoJets:
        raise GiveUp("the differential equations are no expressions in functions and their derivatives") from None
    if len(laws) != len(tops):
        raise GiveUp("there is not one differential equation for each function")
    solved = tuple(_solved(top, Jet(a, (orders[a] - 1,)), states, lettered, tops) for a, top in tops.items())
    start, initial, naming = _initial(starts, states, variable)
    return Problem(variable, letters, solved, start, initial, needed, naming)


def with_known(equation: Equation, known: Mapping[Any, sympy.Expr]) -> Equation:
    """The equation with the values in it."""
    return replace(equation, lhs=put(equation.lhs, known), rhs=put(equation.rhs, known))


def _needs(printed: Sequence[Equation], known: Mapping[Any, sympy.Expr], reader: Reader) -> tuple[Need, ...]:
    """Of the equations as printed: divisors and the like, and arguments of logarithms and roots, each with the values in it."""
    asked = [form for eq in printed for side in (eq.lhs, eq.rhs) for form in forms(side, reader)]
    real = [part.args[0] for form in asked for part in form.atoms(sympy.log, sympy.Pow) if is_broken(part)]

    def moved_in(part: Any) -> Any:
        return reader.lettered(put(part, known))

    above = [Need(moved_in(part), positive=True) for part in dict.fromkeys(real)]
    return (*above, *(Need(part) for need in needs(asked) for part in _in_parts(moved(need, moved_in))))


def is_broken(part: Any) -> bool:
    """A logarithm, or a power that is real only where its base is positive."""
    return isinstance(part, sympy.log) or (
        part.is_Pow and part.exp.is_integer is not True and not part.base.is_positive
    )


def _in_parts(need: Any) -> tuple[Any, ...]:
    return (need,) if isinstance(need, Requirement) or need == 0 else factors(need)


def _sorted(equations: Iterable[Equation]) -> tuple[list[Equation], list[Equation]]:
    """Differential equations, and values at places."""
    laws, starts = list[Equation](), list[Equation]()
    for eq in equations:
        functions = {a for side in (eq.lhs, eq.rhs) for a in side.atoms(AppliedUndef)}
        if not functions:
            continue
        if any(part.has(sympy.Derivative) and not isinstance(part, sympy.Subs) for part in _outside_places(eq)):
            laws.append(eq)
        else:
            starts.append(eq)
    if not laws:
        raise GiveUp("no premise is a differential equation")
    return laws, starts


def _outside_places(eq: Equation) -> list[Any]:
    """The sides without what stands at a place."""
    return [side.xreplace({s: sympy.Dummy("place") for s in side.atoms(sympy.Subs)}) for side in (eq.lhs, eq.rhs)]


def _variable(applications: set[Any]) -> sympy.Symbol:
    """The one symbol at which all the functions stand, each of them real."""
    places = {arg for a in applications for arg in a.args}
    if len(places) != 1 or len({a.func for a in applications}) != len(applications):
        raise GiveUp("the premises are no ordinary differential equations for functions of one variable")
    (variable,) = places
    if not (variable.is_Symbol and variable.is_real and has_only_a_sign(variable)):
        raise GiveUp("the variable of the differential equation is not declared as real")
    for application in applications:
        declared = getattr(application.func, "variables", (variable,))
        if declared != (variable,) or application.is_extended_real is not True:
            raise GiveUp("a function of the differential equations is not declared as real, with this variable")
    return variable


def _solved(top: sympy.Symbol, below: Jet, states: list[Jet], lettered: list[Any], tops: dict[Any, Any]) -> Law:
    own = [side for side in lettered if side.has(top)]
    if below not in states or len(own) != 1 or sum(own[0].has(other) for other in tops.values()) != 1:
        raise GiveUp("there is not one differential equation for the highest derivative of each function")
    factor = sympy.diff(own[0], top)
    if factor.has(top):
        raise GiveUp("a differential equation is not linear in the highest derivative")
    return Law(states.index(below), factor, -own[0].xreplace({top: sympy.S.Zero}))


def _initial(
    equations: Sequence[Equation], states: list[Jet], variable: sympy.Symbol
) -> tuple[sympy.Rational, tuple[sympy.Expr | None, ...], tuple[Equation, ...]]:
    """The place and the values there, by the order of the letters; and the equations that say something else."""
    given, naming = dict[tuple[Jet, Any], sympy.Expr](), list[Equation]()
    for eq in equations:
        sides = ((eq.lhs, eq.rhs), (eq.rhs, eq.lhs))
        found = [(told, other) for one, other in sides if (told := at_place(one, variable)) and told[1].is_Rational]
        if not found and (variable in eq.symbols or not eq.symbols):
            raise GiveUp(f"premise ({eq.label}) is neither a differential equation nor a value at a place")
        naming += [] if found else [eq]
        for told, other in found:
            if told[0] not in states or other.has(AppliedUndef):
                raise GiveUp(f"premise ({eq.label}) is no value of a function, or of a derivative below the highest")
            if given.setdefault(told, other) != other:
                raise GiveUp("a function has two values at one place")
    places = {place for _, place in given}
    if len(places) != 1:
        raise GiveUp("the values of the functions are not given at one rational place")
    (place,) = places
    return place, tuple(given.get((jet, place)) for jet in states), tuple(naming)


def at_place(expression: Any, variable: sympy.Symbol) -> tuple[Jet, sympy.Expr] | None:
    """The function, or its derivative, and the place at which it stands: y(0), y'(a)."""
    inside, at = expression, dict[Any, Any]()
    if isinstance(expression, sympy.Subs):
        inside, at = expression.expr, dict(zip(expression.variables, expression.point, strict=True))
    application, order = inside, 0
    if isinstance(inside, sympy.Derivative):
        if not all(n.is_Integer for _, n in inside.variable_count):
            return None
        application, order = inside.expr, sum(int(n) for _, n in inside.variable_count)
        if not isinstance(application, AppliedUndef) or {v for v, _ in inside.variable_count} != set(application.args):
            return None
    if not isinstance(application, AppliedUndef) or len(application.args) != 1:
        return None
    place = application.args[0].xreplace(at)
    return Jet(application.func(variable), (order,)), place
