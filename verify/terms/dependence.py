"""Which quantities change with others, as far as equations tell: one graph for places, for slopes and for what is held constant.

An equation of which a symbol stands alone on a side gives that as a function of the rest; of any other equation
something must change where something in it does, and nobody is told what.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable
from dataclasses import dataclass
from itertools import count

import mpmath
import sympy
from sympy.core.function import AppliedUndef

from verify.terms.openness import linked
from verify.terms.survey import by_name, hides_its_variable

DIGITS = 60
"""Of the numbers at a place drawn at random; what vanishes there to half as many is taken for zero."""

NO_NUMBER = (sympy.Integral, sympy.Sum, sympy.Product, sympy.Limit, sympy.Derivative, sympy.Subs, AppliedUndef)


@dataclass(frozen=True)
class Dependence:
    """The symbols of an equation, those of them that it defines, each alone on a side, and what it says is zero."""

    symbols: frozenset[sympy.Symbol]
    defined: frozenset[sympy.Symbol] = frozenset()
    zero: sympy.Expr | None = None

    @classmethod
    def of(cls, lhs: sympy.Expr, rhs: sympy.Expr) -> Dependence:
        alone = frozenset(side for side in (lhs, rhs) if side.is_Symbol)
        left, right = _carried_out(lhs), _carried_out(rhs)
        variables = {v for side in (lhs, rhs) for part in side.atoms(sympy.Derivative) for v in part.variables}
        return cls(frozenset(left.free_symbols | right.free_symbols | variables), alone, left - right)


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
    reached = linked(set(moved), [tie.symbols - set(held) for tie in ties])
    found = list(dict.fromkeys(tie for tie in ties if tie.symbols & reached and not tie.symbols <= set(moved)))
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

    Slopes by the unknowns have then a smaller rank than those by both.  Where they have no numbers nothing is found.
    """
    found = [tie for tie in ties if tie.zero is not None and not tie.zero.has(*NO_NUMBER)]
    symbols = sorted(frozenset[sympy.Symbol]().union(*(tie.symbols for tie in found)) - set(held), key=by_name)
    unknowns = [s for s in symbols if s not in moved]
    everything = sorted(frozenset[sympy.Symbol]().union(*(tie.symbols for tie in found)), key=by_name)
    numbers = (sympy.Rational(sympy.prime(7 + 3 * k), sympy.prime(11 + 2 * k)) for k in count())
    place = dict(zip(everything, numbers, strict=False))
    with mpmath.workdps(DIGITS):
        try:
            rows = [[_slope(tie, s, place) for s in (*unknowns, *sorted(moved, key=by_name))] for tie in found]
        except (ArithmeticError, AttributeError, TypeError, ValueError, NotImplementedError):
            return False
        return _rank(rows, len(unknowns) + len(moved)) > _rank(rows, len(unknowns))


def _slope(tie: Dependence, symbol: sympy.Symbol, place: dict[sympy.Symbol, sympy.Expr]) -> mpmath.mpc:
    if symbol not in tie.symbols:
        return mpmath.mpf(0)
    value = sympy.diff(tie.zero, symbol).xreplace(place).evalf(DIGITS)
    if not value.is_number or not value.is_finite:
        raise ValueError(value)
    return mpmath.mpmathify(value)


def _rank(rows: list[list[mpmath.mpc]], columns: int) -> int:
    """The rank of the first columns, by elimination with the largest pivot."""
    left, found = [list(row) for row in rows], 0
    for column in range(columns):
        pivot = max(left, key=lambda row: abs(row[column]), default=None)
        if pivot is None or abs(pivot[column]) < mpmath.mpf(10) ** (-DIGITS // 2):
            continue
        found += 1
        left = [
            [x - row[column] / pivot[column] * y for x, y in zip(row, pivot, strict=True)]
            for row in left
            if row is not pivot
        ]
    return found
