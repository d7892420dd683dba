"""Moves: how a line follows from earlier ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, TypeAlias

import sympy
from sympy.logic.boolalg import Boolean

from verify.errors import ClaimError
from verify.quantities.exact import exact
from verify.quantities.symbols import misused_infinity
from verify.terms.survey import functions_in
from verify.vocabulary.differentials import Differentials

TOGETHER = " + "
"""Joins the labels of equations that became one."""
NOT_PRINTED = ("condition", "case")
"""Labels of equations that no premise prints: conditions that are equations, and cases that are tried."""


class Line:
    """What a line can follow from: a claim of the paper, or one of its equations; `label` names it."""

    label: str

    @property
    def equations(self) -> tuple[Equation, ...]:
        """What it states as equations, every link of a chain.  Raises ClaimError where it states none."""
        raise NotImplementedError

    @property
    def rests_on(self) -> tuple[Equation, ...]:
        """The equations that its own derivation uses, as far as the paper gives one."""
        raise NotImplementedError


@dataclass(frozen=True)
class Equation(Line):
    """One equation as a premise: `lhs = rhs`, under the label of the claim that prints it.

    `where` are the conditions that are stated with it; `by` is the move by which it follows, whose conditions
    `verify.premises.known` adds; `through` are members of a chain between the two sides, which must be defined; `roots` are the
    equations from which a derived one comes, at the bottom of its derivation; `beside` are the inequalities that the
    same line states, which hold where it does.

    Equations are equal where they say the same under the same conditions of their own, whatever they follow from:
    nothing that asks for `by`, `roots`, `through` or `beside` may be kept by equality.
    """

    label: str
    lhs: sympy.Expr
    rhs: sympy.Expr
    where: tuple[Boolean, ...] = ()
    roots: tuple[Equation, ...] = field(default=(), compare=False, repr=False)
    by: Move | None = field(default=None, compare=False, repr=False)
    through: tuple[sympy.Expr, ...] = field(default=(), compare=False, repr=False)
    beside: tuple[Boolean, ...] = field(default=(), compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "lhs", sympy.sympify(self.lhs, strict=True))
        object.__setattr__(self, "rhs", sympy.sympify(self.rhs, strict=True))

    @cached_property
    def symbols(self) -> frozenset[sympy.Symbol]:
        """The symbols of both sides."""
        return frozenset(self.lhs.free_symbols | self.rhs.free_symbols)

    @cached_property
    def functions(self) -> frozenset[Any]:
        """The undefined functions of both sides."""
        return frozenset(functions_in(self.lhs, self.rhs))

    @cached_property
    def members(self) -> tuple[Equation, ...]:
        """What a chain says between the two sides: of a = b = c, by its ends a = c, that a = b."""
        return tuple(replace(self, rhs=member, through=()) for member in self.through)

    @property
    def equations(self) -> tuple[Equation, ...]:
        return (self,)

    @property
    def rests_on(self) -> tuple[Equation, ...]:
        return self.roots


@dataclass(frozen=True)
class Move:
    """One step of a derivation: a rule, the lines that it is applied to, and its data.

    `verify.premises.execution` carries it out.  `rule` is the name of a function there.  `general` says that
    the page states the equation for every value of the symbols that the move is about.
    """

    rule: str
    sources: tuple[Line | Move, ...]
    data: tuple[Any, ...] = ()
    general: bool = False

    @cached_property
    def leaves(self) -> tuple[Equation, ...]:
        """The printed equations at the bottom of the derivation, in order, repeated where used twice."""
        return tuple(
            eq for source in self.sources for eq in (source.leaves if isinstance(source, Move) else source.equations)
        )

    @cached_property
    def ancestry(self) -> tuple[Move, ...]:
        """This move, those inside it, and those by which the lines that it uses were derived, with theirs."""
        return ancestry_of([self])

    @cached_property
    def lines(self) -> tuple[Equation, ...]:
        """The lines on which what it arrives at rests, directly or through others."""
        return lines_of(self.ancestry)

    def forget(self) -> None:
        """Gives up what is as long as the derivation: who asks again walks again."""
        for move in self.ancestry:
            for walk in ("ancestry", "lines"):
                vars(move).pop(walk, None)

    @cached_property
    def worked_out(self) -> dict[str, Any]:
        """What others have worked out of this very move, for the next who asks: an equal one may rest on other lines."""
        return {}


Premise: TypeAlias = Line | Move


def ancestry_of(moves: Iterable[Move]) -> tuple[Move, ...]:
    """The moves, those inside them, and those by which the lines that they use were derived, with theirs: each once."""
    found: dict[int, Move] = {}
    waiting = [*moves][::-1]
    while waiting:
        move = waiting.pop()
        if id(move) not in found:
            found[id(move)] = move
            waiting += [before for source in move.sources for before in _moves_before(source)][::-1]
    return tuple(found.values())


def moves_in(move: Move) -> Iterator[Move]:
    """The move and those inside it."""
    yield move
    for source in move.sources:
        if isinstance(source, Move):
            yield from moves_in(source)


def _moves_before(source: Line | Move) -> Iterable[Move]:
    return (source,) if isinstance(source, Move) else (eq.by for eq in source.equations if eq.by is not None)


def lines_of(moves: Iterable[Move]) -> tuple[Equation, ...]:
    """The printed lines that the moves use, each once; the same line by another derivation is another one."""
    found: dict[tuple[Equation, int], Equation] = {}
    for line in (line for move in moves for line in move.leaves):
        found.setdefault((line, id(line.by)), line)
    return tuple(found.values())


def substitute(*equations: Premise, into: Premise) -> Move:
    """Replace the left-hand side of each equation by its right-hand side wherever it stands in `into`."""
    if not equations:
        raise ClaimError("substitute: nothing to put in; expected the equations whose left sides are replaced")
    return Move("substitute", (*_premises(equations), *_premises([into])))


def eliminate(*unknowns: sympy.Symbol, among: Iterable[Premise]) -> Move:
    """Solve one of the equations for each unknown in turn and put the solution into the others."""
    return Move("eliminate", _premises(among), _symbols(unknowns))


def solve_for(unknown: sympy.Expr, equation: Premise) -> Move:
    """Bring the equation into the form unknown = ...; the solution must be unique on the domain."""
    if not isinstance(exact(unknown), sympy.Symbol) and not exact(unknown).is_Pow:
        raise ClaimError(f"solve_for: {unknown!s} is no symbol; expected a symbol, or a power of one")
    return Move("solve_for", _premises([equation]), (unknown,))


def specialise(equation: Premise, values: dict[sympy.Symbol, Any], *, general: bool = False) -> Move:
    """Give symbols of the equation a value or another name, one that they may have.

    The equation must hold for every value of these symbols: it defines another symbol,
    which stands alone on a side (F = k q/r² at r = 2), or is an identity, or is `general`,
    because the page states it as a law.
    """
    pairs = tuple((key, exact(value)) for key, value in values.items())
    _symbols(values)
    return Move("specialise", _premises([equation]), pairs, general)


def multiply(equation: Premise, factor: Any) -> Move:
    """Multiply both sides by a factor."""
    return Move("multiply", _premises([equation]), (_finite(factor, "multiply"),))


def divide(equation: Premise, divisor: Any) -> Move:
    """Divide both sides; that the divisor does not vanish becomes a condition."""
    return Move("divide", _premises([equation]), (_finite(divisor, "divide"),))


def _finite(thing: Any, rule: str) -> sympy.Expr:
    value = exact(thing)
    if misused_infinity(value, at_top=False) is not None:
        raise ClaimError(f"{rule}: {value!s} is no number; expected a finite factor")
    return value


def power(equation: Premise, exponent: Any) -> Move:
    """Raise both sides to a positive integer power (2: square them)."""
    return Move("power", _premises([equation]), (exact(exponent),))


def differentiate(equation: Premise, variable: sympy.Symbol | Differentials, *, general: bool = False) -> Move:
    """Differentiate both sides; the equation must hold for every value of the variable.

    It does if it defines another symbol as a function of it (A = p v²/2 gives
    `Derivative(A, v)` = p v), if it is an identity, or if it is `general`, because the page
    states it for every value.  With `d = differentials(...)` in the place of a variable both sides become differentials (p V = n T
    gives V dp + p dV = n dT), and it must hold in every state.
    """
    if isinstance(variable, Differentials):
        return Move("differentials", _premises([equation]), variable.constants, general)
    return Move("differentiate", _premises([equation]), _symbols([variable]), general)


def by_parts(equation: Premise, u: Any, v: Any) -> Move:
    """Integrate by parts: ∫ u v' dx becomes u v between the ends, less ∫ u' v dx.

    x is the variable of an integral of the equation, of whose integrand u v' is a factor; that the rule holds is proved, or the line stays open.
    """
    return Move("by_parts", _premises([equation]), (_finite(u, "by_parts"), _finite(v, "by_parts")))


def change_variable(
    equation: Premise, variable: sympy.Symbol, expression: Any, *, between: tuple[Any, Any] | None = None
) -> Move:
    """Another variable of integration: `x, R*sin(theta)` puts x = R sin θ into an integral over x, `u, x**2` goes over to u = x².

    `between` are the ends of θ, where x has its own: those where this cannot be read off.  That the rule holds is proved, or the line stays open.
    """
    ends = () if between is None else tuple(end if end in (sympy.oo, -sympy.oo) else exact(end) for end in between)
    if len(ends) not in (0, 2):
        raise ClaimError(f"change_variable: between={between}; expected the two ends of the new variable")
    if expression == variable:
        raise ClaimError(f"change_variable: {variable} = {expression} changes nothing; expected another expression")
    data = *_symbols([variable]), _finite(expression, "change_variable"), *ends
    return Move("change_variable", _premises([equation]), data)


def compare_coefficients(equation: Premise, *symbols: sympy.Symbol, general: bool = False) -> Move:
    """Of an equation that the page states for every value of the symbols: the coefficient of each power is zero.

    Every other symbol is the same for all these values.  An equation that holds by itself needs no `general`.
    """
    if not symbols:
        raise ClaimError("compare_coefficients: no symbol is given; expected those for every value of which it holds")
    return Move("compare_coefficients", _premises([equation]), _symbols(symbols), general)


def add(*equations: Premise) -> Move:
    """Add equations side by side."""
    return Move("add", _premises(equations))


def follows_from(*equations: Premise) -> Move:
    """The line is implied by these equations together; no particular route is printed."""
    return Move("follows_from", _premises(equations))


def _premises(things: Iterable[Premise]) -> tuple[Line | Move, ...]:
    found = tuple(things)
    for thing in found:
        if not isinstance(thing, (Line, Move)):
            shown = f"{type(thing).__name__} {thing!r:.60}"
            raise ClaimError(f"premise is a {shown}: expected a claim of this paper, one of its equations, or a move")
    return found


def _symbols(things: Iterable[sympy.Symbol]) -> tuple[sympy.Symbol, ...]:
    found = tuple(things)
    for thing in found:
        if not isinstance(thing, sympy.Symbol):
            raise ClaimError(f"{thing!s} is no symbol: expected a symbol of the paper's notation")
    return found
