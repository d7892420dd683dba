"""What the machine does with one kind of statement: a row of the table `verify.kinds.table`.

A kind is one file of this room: its statement (frozen data), the functions that build it
for a paper, and `KINDS`, a tuple of one row for each of its statements.  The table finds
it by that name; a paper finds its constructors in `verify.claims`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

import sympy

from verify.deciding.decide import Finding
from verify.deciding.settings import Settings
from verify.grammar.parser import Relation as Printed
from verify.premises.facts import Facts
from verify.quantities.dimension import Dimension, UnitSystem
from verify.terms.slips import slips
from verify.verdicts import Counterexample, Evidence, Fault, Grade, Outcome, Shape
from verify.vocabulary.statement import Statement
from verify.wording import words

MOST = 2


Spoiled: TypeAlias = Iterator[tuple[str, Any]]
"""Spoiled copies of a statement, with the slip in words."""
Mended: TypeAlias = Iterator[tuple[Any, str, str]]
"""Statements that may be the right ones, each with its place in the catalogue of slips and what was wrong."""
Amount: TypeAlias = tuple[sympy.Expr, sympy.Expr, Dimension | None]
"""A number, what it counts in base units, and of which dimension that is, if it is known."""


Hidden = dict[sympy.Dummy, tuple[sympy.Symbol, sympy.Expr]]


def spoil_slots(statement: Any) -> Spoiled:
    """At most two slips of a kind in the first field that is not zero: a zero offers nothing to spoil."""
    for field in statement.slots:
        expression = getattr(statement, field)
        if expression == 0:
            continue
        masked, hidden = _without_apart(expression)
        for slip in slips(masked, MOST):
            yield f"{slip.says} in {words(expression)}", replace(statement, **{field: _with_apart(slip.result, hidden)})
        return


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


def proved(method: str, detail: str, residual: str | None = None, *, conditions: tuple[str, ...] = ()) -> Finding:
    return Finding(Outcome.PROVED, Grade.EXACT, Evidence(method, detail, residual=residual, conditions=conditions))


def refuted(
    method: str,
    detail: str,
    point: tuple[tuple[str, str], ...],
    found: str,
    claimed: str,
    residual: str | None = None,
    shape: Shape = Shape.POINT,
    fault: Fault | None = None,
) -> Finding:
    told = Evidence(method, detail, Counterexample(point, found, claimed, shape), residual=residual, fault=fault)
    return Finding(Outcome.REFUTED, Grade.EXACT, told)


def nothing(*_: object) -> Iterator[Any]:
    """No slip, no mend, no number."""
    yield from ()


def never(*_: object) -> bool:
    return False


def no_word(*_: object) -> None:
    """Nothing can be said of what stands alone."""


@dataclass(frozen=True)
class Kind:
    """How a kind of statement is decided, read in print, spoiled and mended.

    `check` decides it.  `says` answers whether a printed link is the statement, `gives` whether
    `symbol relation number` in print is a number of it beyond `Statement.numbers`, `alone`
    whether an expression or number without a left side is a part of it (None: ask `amounts`,
    its numbers with what they count), `tends` whether it says that a quantity grows without
    bound as a variable comes down to a place, `power` of which power of its variable it is.
    Yes only where it is certain.  `spoil` makes the slips that a check must notice, `mend`
    the candidates for a correction: a slip must make the statement false, so write your own
    where a factor does no harm.  `debt` says why the kind is there although fewer than two papers use it.
    """

    statement: type[Statement]
    check: Callable[[Any, Facts, Settings], Finding]
    says: Callable[[Printed, Any, UnitSystem], bool] = never
    gives: Callable[[Printed, Any], bool] = never
    alone: Callable[[Printed, Any], bool | None] = no_word
    amounts: Callable[[Any, UnitSystem], Iterable[Amount]] = nothing
    tends: Callable[[Any, sympy.Expr, sympy.Expr, sympy.Expr], bool] = never
    power: Callable[[Any], int | None] = no_word
    spoil: Callable[[Any], Spoiled] = spoil_slots
    mend: Callable[[Any, Facts, Settings], Mended] = nothing
    constructors: tuple[Callable[..., Any], ...] = ()
    debt: str = ""
