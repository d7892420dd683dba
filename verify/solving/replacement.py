"""Puts values into expressions, with bound variables out of the way, and into conditions without evaluating them.

The y of ∫ x y dy is not the y of a value x = y: a bound variable that a value speaks of
is renamed before the value is put in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import sympy
from sympy.concrete.expr_with_limits import ExprWithLimits
from sympy.core.relational import Relational
from sympy.logic.boolalg import And, Boolean, Not, Or

from verify.normal_form.signs import are_compared, sign_set
from verify.terms.admissible import Admissible
from verify.terms.survey import free_symbols

Values = Mapping[sympy.Symbol, sympy.Expr]
BY_PARTS = (ExprWithLimits, sympy.Limit, sympy.Derivative, sympy.Subs, sympy.Piecewise, Relational)
"""What has bound variables, or cases: a value is put into their parts in ways of their own."""


def put(expression: sympy.Expr, values: Values) -> sympy.Expr:
    """The expression with every value in its place, all at once.

    >>> x, y = sympy.symbols("x y")
    >>> put(sympy.Integral(x * y, (y, 0, 1)), {x: y}).doit()
    y/2
    """
    if not values or not expression.has(*values):
        return expression
    if not expression.has(*BY_PARTS):
        return expression.xreplace(dict(values))
    spoken = set(values).union(*map(free_symbols, values.values()))
    return _put_by_parts(expression, dict(values), spoken, {})


def _put_by_parts(part: Any, values: dict[sympy.Symbol, sympy.Expr], spoken: set[sympy.Symbol], known: Any) -> Any:
    """One walk from the inside out.  SymPy's own way takes a walk for every value, and does not heed every name that is bound."""
    if part in values:
        return values[part]
    if not part.args:
        return part
    if part not in known:
        if isinstance(part, sympy.Subs):
            known[part] = _at_a_place(part, values, spoken, known)
        elif isinstance(part, sympy.Derivative) and (part.expr in values or not spoken.isdisjoint(part.variables)):
            known[part] = _of_a_derivative(part, values, spoken, known)
        else:
            free = out_of_the_way(part, spoken) if isinstance(part, (ExprWithLimits, sympy.Limit)) else part
            args = [_put_by_parts(arg, values, spoken, known) for arg in free.args]
            known[part] = _rebuilt(free, args)
    return known[part]


def _rebuilt(part: Any, args: Sequence[Any]) -> Any:
    """With other arguments.  `==` would not do: to SymPy two `Subs` are equal that differ by names of their variables."""
    if all(a is b for a, b in zip(args, part.args, strict=True)):
        return part
    try:
        return part.func(*args)
    except TypeError:
        if not isinstance(part, (Relational, sympy.Piecewise, And, Or, Not)):
            raise
        return part.func(*args, evaluate=False)  # SymPy compares nothing that is not real


def _at_a_place(part: Any, values: dict[sympy.Symbol, sympy.Expr], spoken: set[sympy.Symbol], known: Any) -> Any:
    fresh = {variable: variable.as_dummy() for variable in part.variables if variable in spoken}
    inside = _put_by_parts(part.expr.xreplace(fresh), values, spoken, known)
    point = [_put_by_parts(place, values, spoken, known) for place in part.point]
    return _with_places(inside, [fresh.get(variable, variable) for variable in part.variables], point)


def _with_places(inside: Any, variables: Sequence[Any], point: Sequence[Any]) -> Any:
    """`Subs`; one inside another is made one, whose inner places are taken where the outer ones say (SymPy forgets that)."""
    if isinstance(inside, sympy.Subs):
        there = dict(zip(variables, point, strict=True))
        inner = [put(place, there) for place in inside.point]
        return sympy.Subs(inside.expr, (*inside.variables, *variables), (*inner, *point))
    return sympy.Subs(inside, tuple(variables), tuple(point))


def _of_a_derivative(part: Any, values: dict[sympy.Symbol, sympy.Expr], spoken: set[sympy.Symbol], known: Any) -> Any:
    """A derivative at the place that its variable gets; what is put in for others is held constant in it.

    Of a symbol alone, dA/dv with A = a v²/2, it is the derivative of what the symbol stands for.  A number is what the
    symbol has at one place, and says nothing of its slope there.
    """
    if part.expr in values and not free_symbols(values[part.expr]):
        values = {symbol: value for symbol, value in values.items() if symbol != part.expr}
    if part.expr in values:
        return part.subs({s: value for s, value in values.items() if part.has(s)}, simultaneous=True)
    fresh = {variable: variable.as_dummy() for variable in part.variables if variable in spoken}
    inside = _put_by_parts(part.expr.xreplace(fresh), values, spoken, known)
    made = sympy.Derivative(inside, *((fresh.get(v, v), count) for v, count in part.variable_count))
    places = {stand_in: values.get(variable, variable) for variable, stand_in in fresh.items()}
    is_renamed = all(place.is_Symbol and not inside.has(place) for place in places.values())
    if is_renamed and len(set(places.values())) == len(places):
        return made.xreplace(places)
    return _with_places(made, list(places), list(places.values())) if made.has(*places) else made


def out_of_the_way(expression: Any, spoken: set[sympy.Symbol]) -> Any:
    """The expression with those of its bound variables renamed that stand among the spoken symbols."""
    if not expression.has(ExprWithLimits, sympy.Limit, sympy.Subs):
        return expression
    renamed = _rebuilt(expression, [out_of_the_way(arg, spoken) for arg in expression.args])
    if isinstance(renamed, ExprWithLimits):
        for place, limit in enumerate(renamed.limits):
            if limit[0] in spoken:
                renamed = _with_another_name(renamed, place)
    elif isinstance(renamed, sympy.Limit) and renamed.args[1] in spoken:
        inside, variable, *rest = renamed.args
        other = sympy.Dummy(variable.name, **variable._assumptions_orig)  # `as_dummy` forgets that it is real
        renamed = sympy.Limit(inside.xreplace({variable: other}), other, *rest)
    elif isinstance(renamed, sympy.Subs) and spoken & set(renamed.variables):
        others = {variable: variable.as_dummy() for variable in spoken & set(renamed.variables)}
        names = [others.get(variable, variable) for variable in renamed.variables]
        renamed = _with_places(renamed.expr.xreplace(others), names, renamed.point)
    return renamed


def _with_another_name(bound: Any, place: int) -> Any:
    """The variable of one limit renamed: in the function, and in the limits of the variables inside it."""
    symbol = bound.limits[place][0]
    change = {symbol: symbol.as_dummy()}
    limits = []
    for index, limit in enumerate(bound.limits):
        ends = [end.xreplace(change) for end in limit[1:]] if index < place else list(limit[1:])
        limits.append((change.get(limit[0], limit[0]) if index == place else limit[0], *ends))
    return bound.func(bound.function.xreplace(change), *limits)


def relation(rel: str, lhs: sympy.Expr, rhs: sympy.Expr) -> Boolean:
    """`lhs rel rhs`, true or false only where our own signs are certain.

    SymPy would decide by its assumptions, and refuses to compare what is not real.  A certain
    sign speaks of the points at which both sides are defined.

    >>> q = sympy.Symbol("q", positive=True)
    >>> relation(">", sympy.sqrt(-q), sympy.S.Zero)
    False
    >>> relation(">", q - 1, sympy.S.Zero)
    q - 1 > 0
    """
    difference = lhs - rhs
    signs = sign_set(difference)
    truth = None if signs is None else signs.satisfy(rel)
    written = sympy.Rel(lhs, rhs, rel, evaluate=False)
    if truth is not None and are_compared(written):
        return sympy.true if truth else sympy.false
    if signs is None and rel not in ("==", "!=") and _is_certainly_not_real(difference):
        return sympy.false
    return written


def _is_certainly_not_real(expression: sympy.Expr) -> bool:
    """An imaginary unit times what is real and not zero."""
    signs = sign_set(expression / sympy.I)
    return signs is not None and 0 not in signs


def put_in_condition(condition: Boolean, values: Values) -> Boolean:
    """The condition with the values in their places; a relation that became certain is true or false."""
    if not values or free_symbols(condition).isdisjoint(values):
        return condition
    if isinstance(condition, Admissible):
        return Admissible(put(condition.value, values), *condition.demands)
    if isinstance(condition, Relational):
        return relation(condition.rel_op, put(condition.lhs, values), put(condition.rhs, values))
    if isinstance(condition, (And, Or, Not)):
        return condition.func(*(put_in_condition(arg, values) for arg in condition.args))
    return condition.subs(dict(values), simultaneous=True)
