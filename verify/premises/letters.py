"""Reads expressions with functions at places: definitions put in, derivatives carried out, values as letters.

What is read so has the value that was printed, wherever that is defined: a definition is put in at places that the
variable may have, and a derivative is carried out where what it is taken of is smooth wherever its functions are.
What the printed expression needs in order to be defined `verify.premises.function_values` asks for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import sympy
from sympy.core.function import AppliedUndef
from sympy.core.relational import Relational
from sympy.logic.boolalg import Boolean

from verify.calculus.functions_at_places import facts_of
from verify.normal_form.signs import is_nonzero
from verify.premises.facts import Facts
from verify.premises.interpolation import Place
from verify.solving.bound_names import runs_beyond
from verify.solving.equations import assumption_conditions
from verify.solving.jets import WHOLE
from verify.solving.replacement import put
from verify.terms.requirements import BOUND, outermost
from verify.terms.survey import NO_NUMBERS, parts_of
from verify.wording import words


class NotNumbers(Exception):
    """Raised for an expression that is none of values and derivatives at places."""


class Letters:
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
        if not set(derivative.variables) <= self.variables or not is_smooth(derivative.expr, self.variables):
            raise NotNumbers
        return derivative.doit()

    def read_condition(self, condition: Any) -> Any:
        if not condition.has(AppliedUndef):
            return condition
        if not isinstance(condition, Relational):
            raise NotNumbers
        return sympy.Rel(self.read(condition.lhs), self.read(condition.rhs), condition.rel_op, evaluate=False)

    def assumed(self, application: AppliedUndef) -> Iterator[Boolean]:
        """What is assumed of a function that a premise defines, as conditions on its value."""
        stand_in = sympy.Dummy("value", **facts_of(application))
        yield from assumption_conditions(stand_in, self.read(self.put_in[application]))

    def _unfolded(self, expression: Any) -> Any:
        own = {v for a in expression.atoms(AppliedUndef) for v in a.func.variables}
        if any(runs_beyond(derivative, own) for derivative in parts_of(expression, sympy.Derivative)):
            raise NotNumbers  # a definition would take what is declared of its variable for more than it is
        for _ in range(len(self.definitions) + 1):
            found = {a for a in expression.atoms(AppliedUndef) if a.func in self.definitions and may_stand(a)}
            if not found:
                return expression
            for application in found:
                values = dict(zip(application.func.variables, application.args, strict=True))
                self.put_in[application] = put(self.definitions[application.func], values)
            if any(self.put_in[a].has(*NO_NUMBERS) for a in found):
                raise NotNumbers
            expression = expression.xreplace({a: self.put_in[a] for a in found})
            if expression.has(*NO_NUMBERS):
                raise NotNumbers
        raise NotNumbers

    def _lettered(self, expression: Any) -> Any:
        if not expression.has(AppliedUndef):
            return expression
        if isinstance(expression, AppliedUndef):
            if not may_stand(expression):
                raise NotNumbers
            args = tuple(map(self._lettered, expression.args))
            return self._letter(Place(expression.func, args, (0,) * len(args)))
        if isinstance(expression, (sympy.Derivative, sympy.Subs)):
            return self._derivative(expression)
        if not isinstance(expression, sympy.Expr):
            raise NotNumbers
        return expression.func(*map(self._lettered, expression.args))

    def _derivative(self, expression: Any) -> Any:
        """f^(n) at a place, or what the rules make of the derivative of something made of functions."""
        at: dict[sympy.Symbol, sympy.Expr] = {}
        derivative = expression
        if isinstance(expression, sympy.Subs):
            derivative, at = expression.expr, dict(zip(expression.variables, expression.point, strict=True))
        if not isinstance(derivative, sympy.Derivative):
            raise NotNumbers
        inside, counts = derivative.expr, dict(derivative.variable_count)
        if not {v for v in derivative.variables if not isinstance(v, sympy.Dummy)} <= self.variables:
            raise NotNumbers
        if isinstance(inside, AppliedUndef) and all(_stands_once(v, inside) for v in counts):
            orders = tuple(int(counts.get(arg, 0)) for arg in inside.args)
            there = tuple(put(arg, at) for arg in inside.args)
            if inside.func in self.definitions:
                raise NotNumbers  # its derivatives are those of its definition
            if not may_stand(inside.func(*there)):
                raise NotNumbers
            args = tuple(map(self._lettered, there))
            return self._letter(Place(inside.func, args, orders))
        carried_out = self._derived(derivative).subs(at) if at else self._derived(derivative)
        if carried_out == expression or carried_out.has(*NO_NUMBERS):
            raise NotNumbers
        return self._lettered(carried_out)

    def _letter(self, place: Place) -> sympy.Symbol:
        if place not in self.letters:
            self.letters[place] = self._new(place)
        return self.letters[place]

    def _new(self, place: Place) -> sympy.Symbol:
        known = facts_of(place.function(*place.args))
        if not place.is_value:
            if any(known.get(kind) for kind in ("integer", "rational", "irrational", "algebraic")):
                raise NotNumbers
            known = {"real": True} if known.get("real") else {"complex": True}
        marks = ["'" * order for order in place.orders] if len(place.orders) == 1 else [f"_{n}" for n in place.orders]
        name = place.function.__name__ + ("" if place.is_value else "".join(marks))
        name += "(" + ", ".join(words(arg) for arg in place.args) + ")"
        while name in self.taken:
            name += "*"
        self.taken.add(name)
        return sympy.Symbol(name, **known)


def is_smooth(expression: Any, variables: set[Any]) -> bool:
    """Has it a derivative wherever its functions have one?  Sums, products, whole functions, divisors that are never zero,
    constant powers of what is positive."""
    if not (expression.has(AppliedUndef) or expression.free_symbols & variables) or expression.is_Symbol:
        return True
    if isinstance(expression, (AppliedUndef, *WHOLE)) or expression.is_Add or expression.is_Mul:
        return all(is_smooth(arg, variables) for arg in expression.args)
    if not (expression.is_Pow and is_smooth(expression.base, variables)):
        return False
    if not expression.exp.is_Integer:
        is_constant = not (expression.exp.has(AppliedUndef) or expression.exp.free_symbols & variables)
        return bool(is_constant and expression.exp.is_real and expression.base.is_positive)
    return bool(expression.exp > 0) or is_nonzero(expression.base)


def _stands_once(variable: sympy.Symbol, application: AppliedUndef) -> bool:
    """Is the variable one argument of the function, and in none of the others?"""
    return [arg for arg in application.args if arg.has(variable)] == [variable]


def may_stand(application: AppliedUndef) -> bool:
    """May the arguments certainly be values of the variables of the function?"""
    pairs = zip(application.func.variables, application.args, strict=True)
    return all(_is_certainly_one(variable, arg) or not assumption_conditions(variable, arg) for variable, arg in pairs)


def _is_certainly_one(variable: sympy.Symbol, arg: sympy.Expr) -> bool:
    """By what is assumed of both: N + 1 is a natural number with N."""
    if arg == variable or not variable.is_real:
        return bool(arg == variable)
    return all(getattr(arg, f"is_{fact}", None) is truth for fact, truth in variable._assumptions_orig.items())


def out_of_range(expressions: Iterable[Any], facts: Facts) -> AppliedUndef | None:
    """A function with declared variables at a place that is not certainly a value of these, if there is one.

    Nothing is said of the function there, and it need not be defined: an equation with it says nothing.
    """
    for expression in dict.fromkeys(e for e in expressions if isinstance(e, sympy.Basic)):
        for application, within in _applications(expression):
            known: Facts | None = None
            for variable, arg in zip(application.func.variables, application.args, strict=True):
                demanded = () if _is_certainly_one(variable, arg) else assumption_conditions(variable, arg)
                if demanded:
                    known = known or (facts.narrowed(conditions=within) if within else facts)
                if known is not None and not all(map(known.implies, demanded)):
                    return application
    return None


def _applications(
    expression: Any, within: tuple[Boolean, ...] = ()
) -> Iterator[tuple[AppliedUndef, tuple[Boolean, ...]]]:
    """The functions with declared variables, each at its place, and where the variables of integrals and sums run there."""
    if not expression.has(AppliedUndef):
        return
    if isinstance(expression, sympy.Subs):
        at = dict(zip(expression.variables, expression.point, strict=True))
        inside = expression.expr.expr if isinstance(expression.expr, sympy.Derivative) else expression.expr
        yield from _applications(put(inside, at), within)
        for point in expression.point:
            yield from _applications(point, within)
        return
    if isinstance(expression, sympy.Derivative):
        yield from _applications(expression.expr, within)
        return
    if isinstance(expression, AppliedUndef) and getattr(expression.func, "variables", None) is not None:
        yield expression, within
    if isinstance(expression, (*BOUND, sympy.Limit)):
        yield from _under_a_variable(expression, within)
        return
    for arg in expression.args:
        yield from _applications(arg, within)


def _under_a_variable(
    expression: Any, within: tuple[Boolean, ...]
) -> Iterator[tuple[AppliedUndef, tuple[Boolean, ...]]]:
    """The same in an integral, sum or limit: its variables are none of those outside, and run between its ends."""
    limits = [expression.args[1:3]] if isinstance(expression, sympy.Limit) else expression.limits
    kind = {"integer": True} if isinstance(expression, (sympy.Sum, sympy.Product)) else {}
    own = {v: sympy.Dummy(v.name, **{**v._assumptions_orig, **kind}) for v, *_ in limits}
    for v, *ends in limits:
        if len(ends) == 2 and (ends[1] - ends[0]).is_extended_nonnegative:
            low, high = (end.xreplace(own) for end in ends)
            within += tuple(c for c in (own[v] >= low, own[v] <= high) if c not in (sympy.true, sympy.false))
        for end in ends:
            yield from _applications(end.xreplace(own), within)
    yield from _applications(expression.args[0].xreplace(own), within)


def forms(expression: Any, reader: Letters) -> Iterator[Any]:
    """What must be defined where the expression is: itself, with its derivatives as letters, and what these are derivatives of.

    Each derivative that can be carried out is of what is smooth where it exists; it may vanish where that does not.
    """
    yield _with_slopes(expression, reader)
    for slope in outermost(expression, (sympy.Derivative, sympy.Subs)):
        inside, at = slope, dict[Any, Any]()
        if isinstance(slope, sympy.Subs):
            inside, at = slope.expr, dict(zip(slope.variables, slope.point, strict=True))
        while isinstance(inside, sympy.Derivative):
            inside = inside.expr
        yield from forms(put(inside, at), reader)


def _with_slopes(expression: Any, reader: Letters) -> Any:
    """The same with each derivative as it is read, by itself: what is not smooth may cancel in the line."""
    if not expression.has(sympy.Derivative) or not expression.has(AppliedUndef):
        return expression
    if isinstance(expression, (sympy.Derivative, sympy.Subs)):
        return reader.read(expression)
    as_printed = {"evaluate": False} if isinstance(expression, (sympy.Add, sympy.Mul, sympy.Pow)) else {}
    return expression.func(*(_with_slopes(arg, reader) for arg in expression.args), **as_printed)
