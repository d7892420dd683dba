"""One walk over an expression that answers what several procedures ask first: how big, of what kinds, which symbols.

Every decision begins with such questions, and an audit takes thousands of decisions; asked
one by one, each costs a walk of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

import sympy
from sympy.core.function import AppliedUndef

MAX_PARTS = 20_000
MAX_DEPTH = 150
NO_NUMBERS = (sympy.oo, -sympy.oo, sympy.zoo, sympy.nan)
"""What is infinite or undefined."""
ARITHMETIC = {sympy.Add, sympy.Mul, sympy.Pow}


class TooBig(ValueError):
    """The expression has too many parts, or is nested too deeply."""


@dataclass(frozen=True)
class Survey:
    """What occurs in some expressions: the classes of their parts, and their free symbols.

    `rational` says that they are rational functions of the symbols over the rational numbers; `parts` counts their
    parts, as often as they occur.
    """

    kinds: frozenset[type]
    symbols: frozenset[Any]
    rational: bool
    parts: int = 0

    @cached_property
    def classes(self) -> frozenset[type]:
        """The classes of the parts and all that these are derived from."""
        return frozenset[type]().union(*(_known_of(kind).classes for kind in self.kinds))

    def has(self, *heads: type) -> bool:
        """Does a part of one of these classes (or of a class derived from one) occur?"""
        return not self.classes.isdisjoint(heads)


@lru_cache(maxsize=2048)
def survey(*exprs: Any) -> Survey:
    """Of several expressions, each of which is walked once, whatever it stands beside.

    Raises TooBig beyond MAX_PARTS parts (counted as often as they occur) or MAX_DEPTH levels.
    """
    if len(exprs) == 1:
        return _survey(*exprs)
    each = [survey(expr) for expr in exprs]
    parts = sum(one.parts for one in each)
    if parts > MAX_PARTS:
        raise _too_many()
    kinds = frozenset[type]().union(*(one.kinds for one in each))
    symbols = frozenset[Any]().union(*(one.symbols for one in each))
    return Survey(kinds, symbols, all(one.rational for one in each), parts)


def _survey(expr: Any) -> Survey:
    """Walks the tree level by level, without recursion."""
    kinds: set[type] = set()
    symbols: set[Any] = set()
    rational = True
    parts = depth = 0
    level = [expr]
    while level:
        parts += len(level)
        if parts > MAX_PARTS:
            raise _too_many()
        if depth == MAX_DEPTH:
            raise TooBig(f"expression is nested more than {MAX_DEPTH} levels deep")
        below: list[Any] = []
        for part in level:
            kind = type(part)
            kinds.add(kind)
            args = part.args
            if args:
                rational = rational and kind in ARITHMETIC and (kind is not sympy.Pow or args[1].is_Integer)
                below += args
            elif part.is_Symbol:
                symbols.add(part)
            else:
                rational = rational and part.is_Rational
        level = below
        depth += 1
    if any(_known_of(kind).has_own_symbols for kind in kinds):
        symbols = set(free_symbols(expr))
    return Survey(frozenset(kinds), frozenset(symbols), rational, parts)


def _too_many() -> TooBig:
    return TooBig(f"expression has more than {MAX_PARTS} parts")


@dataclass(frozen=True)
class Kind:
    """What is known of a class: those that it is derived from, and whether it binds symbols or adds some of its own."""

    classes: frozenset[type]
    has_own_symbols: bool


_KINDS: dict[type, Kind] = {}
"""Those of SymPy, which stay as they are; the classes of undefined functions come and go."""


def _known_of(kind: type) -> Kind:
    known = _KINDS.get(kind)
    if known is None:
        own = next((vars(cls)["free_symbols"] for cls in kind.__mro__ if "free_symbols" in vars(cls)), None)
        known = Kind(
            frozenset(kind.__mro__), own is not sympy.Basic.free_symbols and not issubclass(kind, sympy.Symbol)
        )
        if str(kind.__module__).startswith("sympy."):
            _KINDS[kind] = known
    return known


@lru_cache(maxsize=16384)
def free_symbols(expr: Any) -> frozenset[Any]:
    """The free symbols, remembered: SymPy collects them anew each time that they are asked for."""
    return frozenset(expr.free_symbols)


@lru_cache(maxsize=16384)
def parts_of(expr: Any, *kinds: type) -> tuple[Any, ...]:
    """The parts of these classes, in the order in which they stand, which is the same in every process.

    It is asked of every premise again for each line that rests on it, and for its mutants.

    >>> x, y = sympy.symbols("x y")
    >>> parts_of(x * sympy.exp(x) + y, sympy.Symbol)
    (y, x)
    """
    found: dict[Any, None] = {}
    seen: set[Any] = set()
    left = [expr]
    while left:
        part = left.pop()
        if part.args:
            if part in seen:
                continue  # what stands in it has been met
            seen.add(part)
            left.extend(reversed(part.args))
        if isinstance(part, kinds):
            found[part] = None
    return tuple(found)


def functions_in(*expressions: Any) -> set[Any]:
    """The undefined functions that stand in expressions, wherever they are taken."""
    return {part.func for expression in expressions for part in expression.atoms(AppliedUndef)}


def rebuilt(expr: Any, args: Iterable[Any]) -> Any:
    """The expression with other parts; what was not evaluated when it was built is not evaluated now.

    0/x, S - S and S**0 say something of x and S as they stand, and nothing once they are 0 and 1.

    >>> x, y = sympy.symbols("x y")
    >>> rebuilt(sympy.Mul(0, 1 / x, y, evaluate=False), (0, 1 / x, 2)), rebuilt(x + y, (x, x))
    (0*2/x, 2*x)
    """
    put = tuple(args)
    if put == expr.args:
        return expr
    if isinstance(expr, (sympy.Add, sympy.Mul, sympy.Pow)) and expr.func(*expr.args) != expr:
        return expr.func(*put, evaluate=False)
    return expr.func(*put)


def hides_its_variable(derivative: sympy.Derivative) -> bool:
    """Is it the derivative of something whose dependence on the variable is not written?

    The dB/dt of a page is no zero because its B is one letter: in a derivative, what does not
    show the variable is not constant, it is unknown.  Where it is given by an equation that is
    put in, the variable shows.
    """
    inside = derivative.expr.free_symbols
    return bool(inside) and any(variable not in inside for variable in derivative.variables)


def variables_of(sign: Any) -> tuple[Any, ...]:
    """What a derivative is taken by, what an integral, a sum or a limit runs over, and what a place is put in for."""
    if isinstance(sign, sympy.Limit):
        return (sign.args[1],)
    return tuple(sign.variables)


@lru_cache(maxsize=16384)
def spoken_symbols(expr: Any) -> frozenset[Any]:
    """The free symbols, and what derivatives, limits and places name besides: the x of dA/dx.

    >>> A, x = sympy.symbols("A x")
    >>> sorted(spoken_symbols(sympy.Derivative(A, x)), key=str)
    [A, x]
    """
    signs = parts_of(expr, sympy.Derivative, sympy.Limit, sympy.Subs)
    return free_symbols(expr).union(*map(variables_of, signs))


def in_order(things: Iterable[Any]) -> list[Any]:
    """The same in every process, in SymPy's order where it has one: it computes what it sorts, and may overflow at a divergent integral."""
    each = tuple(things)
    try:
        return sorted(each, key=sympy.default_sort_key)
    except ArithmeticError:
        return sorted(each, key=by_name)


def by_name(thing: Any) -> tuple[str, int]:
    """A key that sorts alike in every process: by name, and symbols of the engine that share a name by age.

    The hash of a `Dummy` hangs on a random number that SymPy draws when it starts, so no order may hang on it.
    """
    return str(thing), int(getattr(thing, "dummy_index", 0))
