"""Slips in the special statements: their spoilable fields get the slips of expressions.

The factor 1 − δ_ij of a sum over j ≠ i is no part of what is printed, so it is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import sympy

from verify.terms.slips import slips
from verify.vocabulary.boundary import FieldProblem, PotentialProblem
from verify.vocabulary.mechanics import Conserved
from verify.vocabulary.special import Diverges
from verify.vocabulary.statements import Statement
from verify.wording import words

MOST = 2


def spoil_special(statement: Statement) -> Iterator[tuple[str, Statement]]:
    """At most two slips of a kind in the first field that is not zero: a zero offers nothing to spoil."""
    for field in statement.slots:
        expression = getattr(statement, field)
        if expression == 0:
            continue
        masked, hidden = _without_apart(expression)
        for slip in slips(masked, MOST):
            yield f"{slip.says} in {words(expression)}", replace(statement, **{field: _with_apart(slip.result, hidden)})
        return


Hidden = dict[sympy.Dummy, tuple[sympy.Symbol, sympy.Expr]]


def _without_apart(expression: sympy.Expr) -> tuple[sympy.Expr, Hidden]:
    """Every Σ_{j≠i} as a plain sum over an index of its own, which remembers the factor 1 − δ_ij."""
    hidden: Hidden = {}

    def hide(*args: sympy.Basic) -> sympy.Sum:
        body, (index, low, high), *rest = args
        apart = [f for f in sympy.Mul.make_args(body) if (1 - f).func is sympy.KroneckerDelta and f.has(index)]
        if len(apart) != 1:
            return sympy.Sum(*args)
        own = sympy.Dummy(index.name, integer=True, positive=True)
        hidden[own] = index, apart[0]
        body = sympy.Mul(*(f for f in sympy.Mul.make_args(body) if f is not apart[0]))
        return sympy.Sum(body.xreplace({index: own}), (own, low, high), *rest)

    return expression.replace(sympy.Sum, hide), hidden


def _with_apart(expression: sympy.Expr, hidden: Hidden) -> sympy.Expr:
    def show(*args: sympy.Basic) -> sympy.Sum:
        body, (index, low, high), *rest = args
        if index not in hidden:
            return sympy.Sum(*args)
        former, apart = hidden[index]
        return sympy.Sum(body.xreplace({index: former}) * apart, (former, low, high), *rest)

    return expression.replace(sympy.Sum, show)


def spoil_divergence(statement: Diverges) -> Iterator[tuple[str, Diverges]]:
    """Slips that stop the growth; a factor would not, and is no slip here."""
    yield "wrong sign", replace(statement, expression=-statement.expression)
    yield "upside down", replace(statement, expression=1 / statement.expression)
    exponents = [p.exp for p in statement.expression.atoms(sympy.Pow) if p.exp.has(statement.variable)]
    if exponents:
        spoiled = statement.expression.xreplace({exponents[0]: -exponents[0]})
        yield "wrong sign of the exponent", replace(statement, expression=spoiled)


def spoil_conserved(statement: Conserved) -> Iterator[tuple[str, Conserved]]:
    """A coordinate or momentum that moves is added: if F is conserved, F + q is not.

    Slips in the quantity would not do: a multiple, and often a term alone, is conserved as well.
    """
    pairs = zip(statement.coordinates, statement.momenta, strict=True)
    for symbol, partner in (both for q, p in pairs for both in ((q, p), (p, q))):
        if sympy.diff(statement.hamiltonian, partner) != 0:
            added = replace(statement, quantity=statement.quantity + symbol)
            yield f"{words(symbol)} added to {words(statement.quantity)}", added


def spoil_boundary(statement: FieldProblem | PotentialProblem) -> Iterator[tuple[str, FieldProblem | PotentialProblem]]:
    """One slip of a kind in each component that is printed: the solution is unique, so none of them solves the problem."""
    for side in ("inside", "outside"):
        printed = getattr(statement, side)
        components = printed if isinstance(printed, tuple) else (printed,)
        for place, component in enumerate(components):
            for slip in slips(component, 1) if component != 0 else ():
                changed = (*components[:place], slip.result, *components[place + 1 :])
                field: Any = changed if isinstance(printed, tuple) else changed[0]
                yield f"{slip.says} in {words(component)} {side}", replace(statement, **{side: field})
