"""What functions need at the places where they stand, by what is said of them: f(x) = 1/x at 0, at c, and at x itself.

A definition that is put in is computed with: 1/(1 + 1/x) becomes 0 at 0, and (x - c)/(|x| + x) becomes 0 at c, wherever
that is.  So what it needs is asked of it as it is written, with letters for its variables, and the places go into
these needs, those of the functions inside of it among them.  A function that is declared to be real or positive is so
where it has a value: that its definition gives it such a value is needed, too.

A premise on f(x) is said of every x at which it is defined.  What follows from it for f(x) is known for no other x, and
where f has the slope that is spoken of: f(x) = arctan(1/x) says f' = -1/(1 + x²) where x ≠ 0.

Why nothing is forgotten: every function that stands in the expressions, or in the definitions of others that do, is met
at its place.  What stands under an integral, a sum or a limit at the variable of that is left to those who decide
about the sign.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import sympy
from sympy.core.assumptions import _assume_defined
from sympy.core.function import AppliedUndef
from sympy.logic.boolalg import Boolean

from verify.normal_form.signs import is_real
from verify.proofs.definedness import Known, moved, needs, open_needs, unseen
from verify.regularity.side_conditions import as_conditions
from verify.regularity.smoothness import where_smooth
from verify.solving.equations import assumption_conditions, has_only_a_sign
from verify.solving.replacement import put
from verify.terms.admissible import Admissible
from verify.terms.differentiability import UNKNOWN
from verify.terms.openness import reached
from verify.terms.requirements import BOUND, Requirement, outermost
from verify.terms.survey import NO_NUMBERS, functions_in, parts_of, variables_of
from verify.vocabulary.moves import Equation

Definitions = Mapping[Any, Equation]
COMPUTATION_FAILED = (TypeError, ValueError, ArithmeticError, AttributeError, NotImplementedError, RecursionError)


class NoValue(Exception):
    """Raised where a function certainly has no value at its place, or where none can be told."""


def facts_of(application: AppliedUndef) -> dict[str, bool]:
    """What is assumed of a value of the function, as it was declared."""
    told = ((fact, getattr(application, f"is_{fact}", None)) for fact in _assume_defined)
    return {fact: truth for fact, truth in told if truth is not None}


def runs_over(*expressions: sympy.Basic) -> set[sympy.Symbol]:
    """The variables of functions that stand there at just these: a line with f(H) is said of every H."""
    applied = {part for expression in expressions for part in expression.atoms(AppliedUndef)}
    return {v for part in applied if part.args == getattr(part.func, "variables", None) for v in part.args}


def definitions_of(equations: Iterable[Equation]) -> dict[Any, Equation]:
    """The equations f(x) = expression for functions with declared variables, one for each function, and none that leads back to it."""
    found: dict[Any, Equation] = {}
    for eq in equations:
        if isinstance(eq.lhs, AppliedUndef) and eq.lhs.args == getattr(eq.lhs.func, "variables", None):
            behind = reached(functions_in(eq.rhs), (({f}, functions_in(known.rhs)) for f, known in found.items()))
            if eq.lhs.func not in found and eq.lhs.func not in behind:
                found[eq.lhs.func] = eq
    return found


def both_ways(equations: Iterable[Equation]) -> Iterator[Equation]:
    """The equations as they are printed, and with their sides exchanged: a law is one on either side."""
    for eq in equations:
        yield from (eq, Equation(eq.label, eq.rhs, eq.lhs, eq.where))


@dataclass(frozen=True)
class Asked:
    """Parts that must not vanish, requirements and relations: those of the places, and those that are `alike` at every place.

    A definition f(x) = x/a, as a premise, says of the latter that they hold; that they do not fail is seen to.
    """

    found: tuple[Any, ...]
    alike: tuple[Any, ...] = ()


def asked_at_places(expressions: Iterable[Any], definitions: Definitions) -> Asked:
    """What the defined functions in the expressions need where they stand.

    Raises NoValue where one of them certainly has no value there.

    >>> x, c = sympy.symbols("x c", real=True)
    >>> f = sympy.Function("f")
    >>> f.variables = (x,)
    >>> asked_at_places([f(c)], {f: Equation("1", f(x), (x - c) / (abs(x) + x))}).found
    (c + Abs(c),)
    """
    return _asked(expressions, definitions, _Places.ask)


def asked_of_laws(variables: set[Any], laws: Iterable[Equation], definitions: Definitions) -> tuple[Any, ...]:
    """What the laws need at the variables over which they run: of other values they say nothing.  Raises NoValue."""
    sides = [s for eq in laws if runs_over(eq.lhs, eq.rhs) & variables & eq.symbols for s in (eq.lhs, eq.rhs)]
    found = _asked(sides, definitions, _Places.ask_as_printed)
    return tuple(need for need in found.found if need.free_symbols & variables)


def slopes_are_known(expressions: Iterable[Any], definitions: Definitions) -> bool:
    """Is it known where each derivative of defined functions exists?"""
    places = _Places(definitions)
    for part in (part for e in expressions for part in parts_of(e, sympy.Derivative)):
        places.ask_slope(part, _Within())
    return places.knows_slopes


def _asked(expressions: Iterable[Any], definitions: Definitions, ask: Callable[[_Places, Any], None]) -> Asked:
    places = _Places(definitions)
    try:
        for expression in expressions:
            if isinstance(expression, sympy.Basic) and expression.has(AppliedUndef):
                ask(places, expression)
    except COMPUTATION_FAILED as problem:
        raise NoValue from problem
    return Asked(tuple(places.found), tuple(places.alike))


@dataclass(frozen=True)
class _Within:
    """Where a walk is: the letters of a definition with what stands at their places, and the variables of signs around."""

    at: Mapping[Any, Any] = field(default_factory=dict)
    own: frozenset[Any] | None = None
    """The letters of the definition that the walk is in, and none outside of definitions."""
    bound: frozenset[Any] = frozenset()
    is_alike: bool = False
    depth: int = 1

    def under(self, variables: Iterable[Any]) -> _Within:
        own = frozenset(variables)
        return replace(self, at={s: v for s, v in self.at.items() if s not in own}, bound=self.bound | own)

    def is_fixed(self, part: Any) -> bool:
        """Does it stand in a definition at a place that is the same wherever the function is asked?"""
        return self.own is not None and not part.free_symbols & self.own


class _Places:
    """Walks through expressions, and through the definitions of the functions that it meets."""

    def __init__(self, definitions: Definitions) -> None:
        self.definitions = definitions
        self.found: dict[Any, None] = {}
        self.alike: dict[Any, None] = {}
        self.knows_slopes = True

    def ask(self, expression: Any) -> None:
        self._walk(expression, _Within(depth=len(self.definitions) + 1))

    def ask_as_printed(self, expression: Any) -> None:
        """The same with what the expression itself needs."""
        for need in needs([expression]):
            if need != 0:  # of the premises themselves others ask whether they can hold
                self._keep(moved(need, self._written), _Within())
        self.ask(expression)

    def _keep(self, need: Any, within: _Within, is_alike: bool = False) -> None:
        if need is sympy.true or need.free_symbols & within.bound:
            return
        if need is sympy.false or need == 0:
            raise NoValue
        if isinstance(need, sympy.Ne) and need.rhs == 0:
            need = need.lhs
        (self.alike if is_alike or within.is_alike else self.found)[need] = None

    def _walk(self, part: Any, within: _Within) -> None:
        if not part.has(AppliedUndef):
            return
        if isinstance(part, sympy.Subs):
            for place in part.point:
                self._walk(place, within)
            self._walk(part.expr, self._at(within, dict(zip(part.variables, part.point, strict=True))))
        elif isinstance(part, sympy.Derivative):
            self.ask_slope(part, within)
            self._walk(part.expr, within)
        elif isinstance(part, (*BOUND, sympy.Limit)):
            inside = within.under(variables_of(part))
            for arg in part.args[1:]:
                self._walk(arg, inside)
            self._walk(part.args[0], inside)
        else:
            for arg in part.args:
                self._walk(arg, within)
            if isinstance(part, AppliedUndef) and part.func in self.definitions:
                self._of_a_value(part, within)

    def _at(self, within: _Within, places: Mapping[Any, Any]) -> _Within:
        """The same with letters of a derivative at a place for what stands there."""
        moved_there = {letter: self._there(place, within.at) for letter, place in places.items()}
        own = within.own
        if own is not None:
            own |= {letter for letter, place in places.items() if place.free_symbols & own}
        return replace(within, at={**within.at, **moved_there}, own=own)

    def _of_a_value(self, part: AppliedUndef, within: _Within) -> None:
        """The definition is asked in its own letters, and the places are put into what it needs."""
        if within.depth == 0:
            raise NoValue
        body = self.definitions[part.func].rhs
        there = dict(zip(part.func.variables, (self._there(arg, within.at) for arg in part.args), strict=True))
        if part.has(*NO_NUMBERS):
            return  # at infinity it is a limit that is meant
        if any(place.has(*NO_NUMBERS) for place in there.values()):
            raise NoValue
        own = frozenset(part.func.variables)
        here = replace(within, is_alike=within.is_alike or within.is_fixed(part))
        for need in needs([body]):
            if need is UNKNOWN and body.has(sympy.Derivative):
                continue  # of the slope `ask_slope` asks
            self._keep(moved(need, lambda part: self._there(part, there)), here, not need.free_symbols & own)
        value = self._there(body, there)
        if value.has(sympy.nan, sympy.zoo):
            raise NoValue
        stand_in = sympy.Dummy("value", **facts_of(part))
        for demanded in assumption_conditions(stand_in, value):
            is_merely_real = isinstance(demanded, Admissible) and has_only_a_sign(stand_in) and _is_real(value)
            is_merely_defined = isinstance(demanded, sympy.Ne) and stand_in.is_nonzero is not True
            if not (is_merely_real or is_merely_defined):
                self._keep(demanded, here, not body.free_symbols & own)
        self._walk(body, replace(here, at=there, own=own, depth=within.depth - 1))

    def ask_slope(self, derivative: sympy.Derivative, within: _Within) -> None:
        """Where what is differentiated has slopes; where it is not known who carries the derivative out must know."""
        variables = set(derivative.variables)
        inside = self._written(derivative.expr)
        if inside == derivative.expr:
            return
        for need in where_smooth(inside, variables):
            if need is UNKNOWN:
                self.knows_slopes = False
            else:
                self._keep(moved(need, lambda expression: self._there(expression, within.at)), within)

    def _there(self, expression: Any, at: Mapping[Any, Any]) -> Any:
        return self._written(put(expression, dict(at)))

    def _written(self, expression: Any) -> Any:
        """With the definitions in it, one into another."""
        for _ in range(len(self.definitions) + 1):
            found = {a for a in expression.atoms(AppliedUndef) if a.func in self.definitions}
            if not found:
                return expression
            expression = expression.xreplace({a: self._body_at(a) for a in found})
        raise NoValue

    def _body_at(self, application: AppliedUndef) -> Any:
        body = self.definitions[application.func].rhs
        return put(body, dict(zip(application.func.variables, application.args, strict=True)))


def _is_real(value: Any) -> bool:
    """Is it certainly real, wherever it is defined, its integrals and sums and the signs in it included?"""
    letters: dict[Any, Any] = {}
    for part in outermost(value, (*BOUND, sympy.sign, sympy.Heaviside)):
        variables = {v: sympy.Dummy(v.name, real=True) for v in variables_of(part)} if isinstance(part, BOUND) else {}
        ends = (end for limit in part.limits for end in limit[1:]) if isinstance(part, BOUND) else ()
        if all(map(is_real, (part.args[0].xreplace(variables), *(end for end in ends if not end.is_infinite)))):
            letters[part] = sympy.Dummy("part", real=True)
    return is_real(value.xreplace(letters))


def as_open_conditions(
    found: Iterable[Any], printed: Iterable[Any], known: Known | None = None, apply: Callable[[Any], Any] | None = None
) -> tuple[Boolean, ...] | None:
    """What is asked, less what is certain, known, or shown by what is printed; None where something may hold nowhere."""
    found = tuple(found)
    relations = [c for c in found if not isinstance(c, (Requirement, sympy.Expr))]
    parts = unseen((need for need in found if need not in relations), printed)
    left = open_needs(parts if apply is None else (moved(need, apply) for need in parts), known)
    if left is None:
        return None
    kept = [c for c in relations if known is None or not known.implies(c)]
    return (*kept, *as_conditions(left))
