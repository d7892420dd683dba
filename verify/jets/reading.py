"""Reads expressions in jets: derivatives are carried out, and each derivative of a function that is left is a letter.

What is read so has the value that was printed wherever that is defined: sums, products, whole powers, exponentials,
sines and powers of what is positive are as smooth as their functions.  A function at a function, V(x(t)), is one as well,
with derivatives by x(t) of its own, which the chain rule brings in.  Another root or power is not read under a
derivative: y' = √y has the solution y = 0, of which the derivative of the law says nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import sympy
from sympy.core.function import AppliedUndef

from verify.calculus.functions_at_places import facts_of
from verify.normal_form.signs import sign_set
from verify.solving.equations import has_only_a_sign
from verify.solving.jets import WHOLE
from verify.terms.requirements import BOUND
from verify.terms.survey import NO_NUMBERS, parts_of
from verify.wording import words


class NoJets(Exception):
    """Raised for an expression that is none of functions at their variables and their derivatives there."""


@dataclass(frozen=True)
class Jet:
    """A function at its variables, and how often it is differentiated by each of them."""

    application: AppliedUndef
    orders: tuple[int, ...]

    @property
    def order(self) -> int:
        return sum(self.orders)


class Reader:
    """Reads expressions about functions that stand at the same variables throughout."""

    def __init__(self, applications: Iterable[AppliedUndef], taken: Iterable[str]) -> None:
        self.applications = set(applications)
        self.variables: set[Any] = set().union(*(a.args for a in self.applications if not is_composite(a)))
        self.letters: dict[Jet, sympy.Symbol] = {}
        self._taken = set(taken)

    def read(self, expression: Any) -> Any:
        return self.lettered(self.carried_out(expression))

    def carried_out(self, expression: Any) -> Any:
        """The same with no derivative but those of single functions."""
        expression = at_a_function(expression)
        if isinstance(expression, AppliedUndef) and expression not in self.applications:
            raise NoJets
        if isinstance(expression, sympy.Derivative) and is_composite(expression.expr):
            if expression.expr not in self.applications or set(expression.variables) != set(expression.expr.args):
                raise NoJets
            return expression
        if isinstance(expression, (sympy.Subs, *BOUND, sympy.Limit)) or expression in NO_NUMBERS:
            raise NoJets
        if not expression.has(AppliedUndef, sympy.Derivative) or isinstance(expression, AppliedUndef):
            return expression
        if isinstance(expression, sympy.Derivative):
            return self.differentiated(self.carried_out(expression.expr), *expression.variable_count)
        return expression.func(*map(self.carried_out, expression.args))

    def differentiated(self, inside: Any, *counts: Any) -> Any:
        """The derivative of what is carried out.  A symbol alone, that shows no variable, may be anything."""
        by = {variable for variable, _ in counts}
        if not by <= self.variables or not all(times.is_Integer for _, times in counts):
            raise NoJets
        if not by & inside.free_symbols or not self.is_smooth(inside):
            raise NoJets
        found = sympy.diff(inside, *counts)
        if found.has(*NO_NUMBERS, sympy.Subs) or any(
            not isinstance(part.expr, AppliedUndef) for part in found.atoms(sympy.Derivative)
        ):
            raise NoJets
        return found

    def is_smooth(self, expression: Any) -> bool:
        """Is it as smooth as its functions, wherever it is defined?"""
        if not (expression.has(AppliedUndef) or expression.free_symbols & self.variables) or expression.is_Symbol:
            return True
        if isinstance(expression, (AppliedUndef, sympy.Derivative)):
            return True
        if not all(map(self.is_smooth, expression.args)):
            return False
        if expression.is_Add or expression.is_Mul or isinstance(expression, WHOLE):
            return True
        if isinstance(expression, sympy.log):
            return _is_positive(self.lettered(expression.args[0]))
        if not expression.is_Pow or expression.exp.is_Integer:
            return bool(expression.is_Pow)
        return _is_positive(self.lettered(expression.base))

    def lettered(self, expression: Any) -> Any:
        """Each derivative of a function as a letter."""
        if isinstance(expression, (AppliedUndef, sympy.Derivative)):
            return self.letter(jet(expression))
        if not expression.has(AppliedUndef):
            return expression
        return expression.func(*map(self.lettered, expression.args))

    def letter(self, jet: Jet) -> sympy.Symbol:
        if jet not in self.letters:
            self.letters[jet] = self._new(jet)
        return self.letters[jet]

    def _new(self, jet: Jet) -> sympy.Symbol:
        known = facts_of(jet.application)
        if not has_only_a_sign(sympy.Dummy("value", **known)):
            raise NoJets
        if jet.order or not known.get("complex"):
            known = {"real": True} if known.get("real") else {"complex": True}
        marks = ["'" * jet.order] if len(jet.orders) == 1 else [f"_{v}" * n for v, n in zip(jet.application.args, jet.orders, strict=True)]  # fmt: skip
        name = jet.application.func.__name__ + "".join(marks)
        name += "(" + ", ".join(map(words, jet.application.args)) + ")"
        own = getattr(jet.application.func, "letters", ())
        name = own[jet.order] if jet.order < len(own) else name
        while name in self._taken:
            name += "*"
        self._taken.add(name)
        return sympy.Symbol(name, **known)


def is_composite(application: Any) -> bool:
    """Is it V(x(t)), a function at a function?"""
    return isinstance(application, AppliedUndef) and any(isinstance(a, AppliedUndef) for a in application.args)


def at_a_function(expression: Any) -> Any:
    """V'(x(t)), which is taken at a place, as the derivative of V(x(t)) by x(t); anything else as it is."""
    if not isinstance(expression, sympy.Subs) or len(expression.variables) != 1:
        return expression
    (variable,), (place,), inside = expression.variables, expression.point, expression.expr
    is_slope = isinstance(inside, sympy.Derivative) and set(inside.variables) == {variable}
    if not is_slope or not isinstance(place, AppliedUndef) or inside.expr.args != (variable,):
        return expression
    if not isinstance(inside.expr, AppliedUndef):
        return expression
    return sympy.Derivative(inside.expr.func(place), (place, inside.derivative_count))


def _is_positive(expression: sympy.Expr) -> bool:
    signs = sign_set(expression)
    return signs is not None and bool(signs.satisfy(">"))


def jet(expression: Any) -> Jet:
    """The jet that a function, or a derivative of one, is."""
    application = expression.expr if isinstance(expression, sympy.Derivative) else expression
    counts = dict(expression.variable_count) if isinstance(expression, sympy.Derivative) else {}
    return Jet(application, tuple(int(counts.get(v, 0)) for v in application.args))


def jets_in(expressions: Sequence[Any]) -> Iterator[Jet]:
    """The jets in expressions of which the derivatives are carried out."""
    for expression in expressions:
        for part in expression.atoms(sympy.Derivative, AppliedUndef):
            yield jet(part)


def forms(expression: Any, reader: Reader) -> Iterator[Any]:
    """What must be defined where the expression is: itself, with what its derivatives are, and what these are derivatives of."""
    yield _with_slopes(expression, reader)
    for part in parts_of(expression, sympy.Derivative):
        yield _with_slopes(part.expr, reader)


def _with_slopes(expression: Any, reader: Reader) -> Any:
    """The same with each derivative as it is read, and nothing else changed."""
    if not expression.has(sympy.Derivative):
        return expression
    if isinstance(expression, sympy.Derivative):
        return reader.read(expression)
    as_printed = {"evaluate": False} if isinstance(expression, (sympy.Add, sympy.Mul, sympy.Pow)) else {}
    return expression.func(*(_with_slopes(arg, reader) for arg in expression.args), **as_printed)
