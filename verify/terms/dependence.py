"""Which quantities change with others, as far as equations tell: one graph for places, for slopes and for what is held constant.

An equation of which a symbol stands alone on a side gives that as a function of the rest; of any other equation
something must change where something in it does, and nobody is told what.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from math import prod
from typing import Any

import sympy
from flint import fmpq, fmpq_mat
from sympy.core.function import AppliedUndef

from verify.terms.openness import linked, reached
from verify.terms.requirements import BOUND
from verify.terms.survey import by_name, hides_its_variable, parts_of, variables_of

LARGEST_POWER = 60
SIGNS = (sympy.Derivative, *BOUND, sympy.Limit, sympy.Subs)
"""What holds constant whatever does not show its variable."""
NO_NUMBER = (sympy.Integral, sympy.Sum, sympy.Product, sympy.Limit, sympy.Derivative, sympy.Subs, AppliedUndef)


@dataclass(frozen=True)
class Dependence:
    """The symbols of an equation, those of them that it defines, each alone on a side, and what it says is zero."""

    symbols: frozenset[sympy.Symbol]
    defined: frozenset[sympy.Symbol] = frozenset()
    zero: sympy.Expr | None = None

    @classmethod
    @lru_cache(maxsize=4096)
    def of(cls, lhs: sympy.Expr, rhs: sympy.Expr) -> Dependence:
        alone = frozenset(side for side in (lhs, rhs) if side.is_Symbol)
        left, right = _carried_out(lhs), _carried_out(rhs)
        variables = {v for side in (lhs, rhs) for part in side.atoms(sympy.Derivative) for v in part.variables}
        return cls(frozenset(left.free_symbols | right.free_symbols | variables), alone, left - right)


def slopes_of_names(sides: Iterable[sympy.Basic]) -> list[Dependence]:
    """What a derivative says whose variable does not show: in dA/dx the A changes with x.

    >>> A, x = sympy.symbols("A x")
    >>> changing_with({x}, slopes_of_names([sympy.Derivative(A, x), sympy.Derivative(x**2, x)]))
    frozenset({A})
    """
    found = dict.fromkeys(part for side in sides for part in parts_of(side, sympy.Derivative))
    inside = [(variable, part.expr.free_symbols) for part in found for variable in part.variables if variable.is_Symbol]
    return [Dependence(frozenset(held | {v}), frozenset(held)) for v, held in inside if held and v not in held]


def held_though_changing(
    sides: Iterable[sympy.Basic],
    laws: Iterable[Dependence] = (),
    arguments: Container[sympy.Symbol] = (),
    known: Iterable[sympy.Basic] = (),
) -> sympy.Basic | None:
    """A sign in which a quantity is held constant that a derivative beside it says to change: dA/dx beside d(A x)/dx or ∫ A dx.

    `laws` tell what changes with such a quantity.  A derivative in which the variable does not show is what it is; by one
    of the `arguments` of a line it is zero, unless what is `known` speaks of it.
    """
    sides, laws = tuple(sides), list(laws)
    slopes = [s for s in slopes_of_names(sides) if not any(v in arguments for v in s.symbols - s.defined)]
    slopes += slopes_of_names(known)
    if not slopes:
        return None
    laws += [new for slope in slopes if (new := _beyond(slope, laws)).defined]
    for part in dict.fromkeys(part for side in sides for part in parts_of(side, *SIGNS)):
        for variable in variables_of(part):
            inside = _shown_under(part, variable)
            is_its_own = isinstance(part, sympy.Derivative) and variable not in inside
            if not is_its_own and changing_with({variable}, laws) & inside - {variable}:
                return part
    return None


def held_beside(
    variables: Iterable[sympy.Symbol],
    held: Container[sympy.Symbol],
    sides: Iterable[sympy.Basic],
    laws: Iterable[Dependence],
    arguments: Container[sympy.Symbol] = (),
) -> sympy.Symbol | None:
    """One of the symbols held constant for all values of the variables that a derivative in the sides says to change with one.

    >>> A, B, x = sympy.symbols("A B x")
    >>> held_beside([x], {A, B}, [sympy.Derivative(B, x)], [])
    B
    """
    laws = list(laws)
    slopes = [s for s in slopes_of_names(sides) if not any(v in arguments for v in s.symbols - s.defined)]
    laws += [new for slope in slopes if (new := _beyond(slope, laws)).defined]
    changing = changing_with(set(variables), laws) if slopes else frozenset()
    return next((symbol for symbol in sorted(changing, key=by_name) if symbol in held), None)


def given_through(variable: sympy.Symbol, ties: Iterable[Dependence]) -> set[sympy.Symbol]:
    """What the equations give as functions of the variable, directly or through others: what stands alone on a side of one."""
    return reached({variable}, ((tie.symbols - {s}, {s}) for tie in ties for s in tie.defined)) - {variable}


def _beyond(slope: Dependence, laws: Iterable[Dependence]) -> Dependence:
    """What a slope makes change that the laws do not: with A = a v² in hand dA/dv tells nothing of a."""
    (variable,) = slope.symbols - slope.defined
    held = slope.defined - changing_with({variable}, laws)
    return Dependence(held | {variable}, held)


def _shown_under(sign: Any, variable: sympy.Symbol) -> frozenset[sympy.Symbol]:
    """The symbols under a sign; at a place, dA/dx is what it is there."""
    inside = sign.args[0]
    if not isinstance(sign, sympy.Subs):
        return frozenset(inside.free_symbols)
    slopes = (d for d in parts_of(inside, sympy.Derivative) if variable in d.variables)
    own = {d: sympy.Dummy() for d in slopes if variable not in d.expr.free_symbols}
    return frozenset(inside.xreplace(own).free_symbols)


def _carried_out(side: sympy.Expr) -> sympy.Expr:
    """Derivatives of what shows their variable taken, so that what is a constant in them is not counted."""
    return side.replace(
        lambda part: isinstance(part, sympy.Derivative) and not hides_its_variable(part) and not part.has(AppliedUndef),
        lambda part: sympy.diff(part.expr, *part.variable_count),
    )


def changing_with(
    things: Collection[sympy.Symbol],
    ties: Iterable[Dependence],
    held: Container[sympy.Symbol] = (),
    certain: bool = False,
) -> frozenset[sympy.Symbol]:
    """The symbols that may change where these things do; the things themselves are left out.

    What an equation defines changes with its other symbols, and need not make them change.  Where it defines none, or
    another equation makes that change, too, some of the rest must, unless two quantities that change can make up for
    each other: then a single one that is left must, and of several none is counted.  What is said to be `held` is
    counted where nothing else could change; `certain` counts none of several that may be what changes.

    >>> E, a, v, w, b = sympy.symbols("E a v w b")
    >>> law, name = Dependence.of(E, a * v**2), Dependence.of(w, E)
    >>> sorted(changing_with({v}, [law, name]), key=str), changing_with({a}, [name])
    ([E, w], frozenset())
    >>> sorted(changing_with({v}, [law, Dependence.of(E, b)]), key=str)
    [E, b]
    >>> implicit = [Dependence.of(E * b, a * v)]
    >>> [sorted(changing_with({v}, implicit, *how), key=str) for how in ((), ({a},), ((), True))]
    [[E, a, b], [E, b], []]
    """
    by: dict[sympy.Symbol, Dependence | None] = dict.fromkeys(things)
    left = list(dict.fromkeys(ties))
    grown = True
    while grown:
        before = len(by)
        for tie in left:
            rest = _made_to_change(tie, by)
            if len(rest) > 1 and not rest <= tie.defined:
                rest = frozenset(s for s in rest if s not in held) or rest
                rest = frozenset() if certain else rest
            for symbol in rest:
                by.setdefault(symbol, tie)
        grown = len(by) > before
    return frozenset(by.keys() - set(things))


def _made_to_change(tie: Dependence, by: dict[sympy.Symbol, Dependence | None]) -> frozenset[sympy.Symbol]:
    """What one equation makes change, given what does and why; the things at the start change for no reason."""
    changing = tie.symbols & by.keys()
    if not changing or tie in by.values():
        return frozenset()
    if tie.defined and not any(s in by and by[s] != tie for s in tie.defined):
        return tie.defined if (tie.symbols - tie.defined) & changing else frozenset()
    rest = tie.symbols - changing
    later = [s for s in changing if by[s] is not None]
    return rest if len(rest) == 1 or len(later) + (len(later) < len(changing)) == 1 else frozenset()


def ties_down(moved: Collection[sympy.Symbol], held: Collection[sympy.Symbol], ties: Collection[Dependence]) -> bool:
    """Is there no way to change the `moved` a little, each at will, while the `held` stay the same?

    There is one if each equation that they reach has an unknown of its own, which neither is moved nor held, to make up
    for the change, and if the equations change with these unknowns independently.  What speaks of nothing but the moved
    says which values they may have.

    >>> E, a, v, w, x, y = sympy.symbols("E a v w x y")
    >>> law, name = Dependence.of(E, a * v**2), Dependence.of(w, E)
    >>> ties_down({v}, {a}, [law, name]), ties_down({v}, {a, w}, [law, name]), ties_down({v}, {w}, [law, name])
    (False, True, False)
    >>> ties_down({v}, {a, w}, [Dependence.of(x + y, a * v), Dependence.of(w, x + y)])
    True
    """
    spoken = linked(set(moved), [tie.symbols - set(held) for tie in ties])
    found = list(dict.fromkeys(tie for tie in ties if tie.symbols & spoken and not tie.symbols <= set(moved)))
    return _leaves_one_over(moved, held, found) or _is_dependent(moved, held, found)


def _leaves_one_over(
    moved: Collection[sympy.Symbol], held: Collection[sympy.Symbol], ties: Iterable[Dependence]
) -> bool:
    """Are equations that speak of the moved more than the unknowns in them?  Each is paired with one, as far as that goes."""
    unknowns = {tie: sorted(tie.symbols - {*moved, *held}, key=by_name) for tie in ties}
    pairs: dict[sympy.Symbol, Dependence] = {}

    def is_paired(tie: Dependence, tried: set[sympy.Symbol]) -> bool:
        for unknown in unknowns[tie]:
            if unknown not in tried:
                tried.add(unknown)
                if unknown not in pairs or is_paired(pairs[unknown], tried):
                    pairs[unknown] = tie
                    return True
        return False

    for tie in unknowns:
        tried = set[sympy.Symbol]()
        if not is_paired(tie, tried):
            too_many = [tie, *(pairs[unknown] for unknown in tried)]
            if any(one.symbols & set(moved) for one in too_many):
                return True
    return False


def _is_dependent(moved: Collection[sympy.Symbol], held: Collection[sympy.Symbol], ties: Iterable[Dependence]) -> bool:
    """Does a combination of the equations lose all unknowns, and speak of the moved still, at a place drawn at random?

    Slopes by the unknowns have then a smaller rank than those by both, in exact numbers.  Where there is none nothing is found.
    """
    found = [tie for tie in ties if tie.zero is not None and not tie.zero.has(*NO_NUMBER)]
    symbols = frozenset[sympy.Symbol]().union(*(tie.symbols for tie in found))
    unknowns = sorted(symbols - {*held, *moved}, key=by_name)
    columns = (*unknowns, *sorted(moved, key=by_name))
    drawn = _Drawn()
    try:
        rows = [[drawn.value(_slope(tie, symbol)) for symbol in columns] for tie in found]
    except (ZeroDivisionError, NotImplementedError):
        return False
    return _rank(rows, len(columns)) > _rank(rows, len(unknowns))


@lru_cache(maxsize=8192)
def _slope(tie: Dependence, symbol: sympy.Symbol) -> sympy.Expr:
    return sympy.diff(tie.zero, symbol) if symbol in tie.symbols else sympy.S.Zero


class _Drawn:
    """A fraction for every symbol, and for every root, function and number that is none, as if they had nothing to do with each other."""

    def __init__(self) -> None:
        self.values: dict[sympy.Expr, Any] = {}
        self.numbers = (fmpq(int(sympy.prime(7 + 3 * k)), int(sympy.prime(11 + 2 * k))) for k in count())

    def value(self, expr: sympy.Expr) -> Any:
        if expr.is_Rational:
            return fmpq(int(expr.p), int(expr.q))
        if expr.is_Add:
            return sum(map(self.value, expr.args), fmpq(0))
        if expr.is_Mul:
            return prod(map(self.value, expr.args), start=fmpq(1))
        if expr.is_Pow and expr.exp.is_Integer and abs(expr.exp) <= LARGEST_POWER:
            return self.value(expr.base) ** int(expr.exp)
        if expr not in self.values:
            self.values[expr] = next(self.numbers)
        return self.values[expr]


def _rank(rows: list[list[Any]], columns: int) -> int:
    """The rank of the first columns."""
    return int(fmpq_mat(len(rows), columns, [number for row in rows for number in row[:columns]]).rank())
