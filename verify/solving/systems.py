"""Solves several equations together: the dependent symbols in terms of those that are left free.

Every solution is unique wherever its conditions hold, so an admissible point satisfies a
set of equations exactly if the dependent symbols have the returned values, each of them
one that its symbol may take, the residuals vanish and the conditions hold.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import sympy
from sympy.logic.boolalg import Boolean

from verify.errors import GiveUp
from verify.normal_form import rules
from verify.solving.equations import Solution, assumption_conditions, has_only_a_sign, is_plain, solve_unique
from verify.solving.replacement import put, put_in_condition
from verify.terms.admissible import Admissible
from verify.terms.requirements import outermost
from verify.terms.survey import by_name
from verify.vocabulary.moves import Equation

Prove = Callable[[sympy.Expr, sympy.Expr], object]
IsKnown = Callable[[Boolean], bool]


@dataclass(frozen=True)
class Parametrisation:
    """All admissible points on a set of equations, as expressions in the symbols left free.

    `values` gives each dependent symbol; `residuals` are equations that could not be
    solved for anything (each must vanish by itself); `conditions` are those under which
    every solution was unique; `demanded` follow from the equations themselves.  `steps` are the solutions that
    have conditions, in order, each with the values that were known before it: of these alone is a condition asked,
    since what is solved under it says nothing where it fails.
    """

    values: dict[sympy.Symbol, sympy.Expr]
    residuals: tuple[Equation, ...]
    conditions: tuple[Boolean, ...]
    demanded: tuple[Boolean, ...] = ()
    steps: tuple[tuple[tuple[Boolean, ...], dict[sympy.Symbol, sympy.Expr]], ...] = ()

    def apply(self, expression: sympy.Expr) -> sympy.Expr:
        return put(expression, self.values)

    def told(self, condition: Boolean) -> Boolean:
        """A condition of uniqueness in the free symbols; as it stands where a value says that it is met."""
        moved = put_in_condition(condition, self.values)
        return condition if moved is sympy.true else moved

    def domain_conditions(self) -> tuple[Boolean, ...]:
        """What the assumptions on the dependent symbols say about the free ones."""
        found = [c for symbol, value in self.values.items() for c in assumption_conditions(symbol, value)]
        found += [put_in_condition(c, self.values) for c in (*self.conditions, *self.demanded)]
        found.sort(key=lambda c: isinstance(c, Admissible))  # provers look at the first few
        return tuple(dict.fromkeys(c for c in found if c is not sympy.true))


def parametrise(
    equations: Sequence[Equation],
    holds: Prove | None = None,
    is_known: IsKnown | None = None,
    fixed: frozenset[sympy.Symbol] = frozenset(),
) -> Parametrisation:
    """Solves the equations one after the other, definitions (symbol = ...) first.

    One that can be solved under a condition only waits until no other is left that needs none: what the others
    say may solve it, or make it an identity.  Each order gives the same points, but not the same conditions.
    An equation that the others turn into an identity is left out: that makes the set of
    points larger, if anything.  `holds` may show identities beyond rational functions;
    a solution needs no condition that `is_known`; nothing is solved for a symbol that is `fixed`.
    """
    solved = _Solved(holds, is_known or (lambda condition: False), fixed)
    pending = sorted(equations, key=lambda eq: not _is_definition(eq))
    while pending:
        waiting = solved.with_those_that_need_no_condition(pending)
        pending = solved.with_the_first_of(waiting)
    return solved.found()


class _Solved:
    """What is solved so far, each symbol in terms of those that are left free."""

    def __init__(self, holds: Prove | None, is_known: IsKnown, fixed: frozenset[sympy.Symbol]) -> None:
        self.holds = holds
        self.is_known = is_known
        self.fixed = fixed
        self.values: dict[sympy.Symbol, sympy.Expr] = {}
        self.conditions: list[Boolean] = []
        self.demanded: list[Boolean] = []
        self.residuals: list[Equation] = []
        self.looked_at: dict[Equation, frozenset[sympy.Symbol]] = {}
        self.steps: list[tuple[tuple[Boolean, ...], dict[sympy.Symbol, sympy.Expr]]] = []

    def with_those_that_need_no_condition(self, pending: Sequence[Equation]) -> list[Equation]:
        """Solves what can be solved outright, and answers with what cannot, in order."""
        queue, waiting = list(pending), list[Equation]()
        while queue:
            equation = queue.pop(0)
            if not self._has_news(equation):
                waiting.append(equation)
                continue
            parts = self.reduced(equation)
            if len(parts) != 1:
                queue[:0] = parts
                continue
            solution = self.solution(equation, *parts)
            if solution is None or solution.conditions:
                self.looked_at[equation] = frozenset(parts[0].symbols)
                waiting.append(equation)
            else:
                self.put(solution)
                queue, waiting = waiting + queue, []
        return waiting

    def _has_news(self, equation: Equation) -> bool:
        """Whether it was not looked at yet, or since then a symbol got a value that it still has."""
        left = self.looked_at.get(equation)
        return left is None or not left.isdisjoint(self.values)

    def with_the_first_of(self, waiting: Sequence[Equation]) -> list[Equation]:
        """Solves one equation under conditions, or leaves what nothing solves, and answers with the rest."""
        for place, equation in enumerate(waiting):
            (reduced,) = self.reduced(equation)
            solution = self.solution(equation, reduced)
            if solution is not None:
                self.put(solution)
                return [*waiting[:place], *waiting[place + 1 :]]
        self.residuals = [part for equation in waiting for part in self.reduced(equation)]
        return []

    def reduced(self, equation: Equation) -> tuple[Equation, ...]:
        """The equation with the values in it, real and imaginary part apart; none where it is an identity."""
        new = replace(equation, lhs=put(equation.lhs, self.values), rhs=put(equation.rhs, self.values))
        return () if _is_identity(new, self.holds) else real_parts(new)

    def solution(self, printed: Equation, reduced: Equation) -> Solution | None:
        return _first_solution(printed, reduced, self.is_known, self.fixed)

    def put(self, solution: Solution) -> None:
        if solution.conditions:
            self.steps.append((solution.conditions, self.values))
        newest = {solution.symbol: solution.value}
        self.values = {symbol: put(value, newest) for symbol, value in self.values.items()} | newest
        self.conditions += solution.conditions
        self.demanded += solution.demanded

    def found(self) -> Parametrisation:
        return Parametrisation(
            self.values, tuple(self.residuals), tuple(self.conditions), tuple(self.demanded), tuple(self.steps)
        )


def real_parts(equation: Equation) -> tuple[Equation, ...]:
    """a + i b = 0 with real a and b says a = 0 and b = 0; any other equation stays as it is.

    >>> x, y = sympy.symbols("x y", real=True)
    >>> [(eq.lhs, eq.rhs) for eq in real_parts(Equation("1", x + sympy.I * y, sympy.S.Zero))]
    [(x, 0), (y, 0)]
    """
    if not (equation.lhs.has(sympy.I) or equation.rhs.has(sympy.I)):
        return (equation,)
    difference = sympy.expand(equation.lhs - equation.rhs)
    imaginary = difference.coeff(sympy.I)
    real = sympy.expand(difference - sympy.I * imaginary)
    if not (is_plain(real) and is_plain(imaginary)):
        return (equation,)
    return tuple(replace(equation, lhs=part, rhs=sympy.S.Zero) for part in (real, imaginary) if part != 0)


def _with_letters(expression: sympy.Expr) -> sympy.Expr:
    """Integrals and sums that are numbers as letters: SymPy would evaluate a number in order to sort it."""
    numbers = (part for part in outermost(expression) if not part.free_symbols)
    return expression.xreplace({part: sympy.Dummy("number") for part in numbers})


@lru_cache(maxsize=4096)
def vanishes(difference: sympy.Expr) -> bool:
    """Is a rational function zero throughout?  Of others, True only where that is certain."""
    try:
        return rules.normaliser().is_zero(difference)
    except GiveUp:
        return bool(sympy.cancel(difference) == 0)


def _is_identity(equation: Equation, holds: Prove | None) -> bool:
    if equation.lhs == equation.rhs or vanishes(_with_letters(equation.lhs - equation.rhs)):
        return True
    return holds is not None and bool(holds(equation.lhs, equation.rhs))


def _is_definition(equation: Equation) -> bool:
    return isinstance(equation.lhs, sympy.Symbol) and not equation.rhs.has(equation.lhs)


def _first_solution(
    printed: Equation, reduced: Equation, is_known: IsKnown, fixed: frozenset[sympy.Symbol]
) -> Solution | None:
    """Prefers a symbol of which little is assumed, a solution with few conditions, and the symbol alone on a side.

    An integer is not solved for if anything else can be: n = k x/(2 π) gives k, and n stays
    free to be drawn.
    """

    def rank(solution: Solution) -> tuple[bool, int, bool, bool, str]:
        s = solution.symbol
        restricted = not has_only_a_sign(s) and not _is_evidently_admissible(s, solution.value)
        return restricted, len(solution.conditions), s != printed.lhs, s != printed.rhs, s.name

    own = _solution(reduced, printed.lhs, is_known) if printed.lhs in reduced.lhs.free_symbols - fixed else None
    if own is not None and rank(own)[:3] == (False, 0, False):
        return own  # no other one ranks before it
    found = list[Solution]()
    for unknown in sorted(reduced.symbols - fixed, key=lambda s: (s != printed.lhs, s != printed.rhs, by_name(s))):
        solution = _solution(reduced, unknown, is_known)
        if solution is not None and rank(solution)[:2] == (False, 0):
            return solution  # no other one ranks before it
        found += [] if solution is None else [solution]
    return min(found, key=rank, default=None)


def _solution(equation: Equation, unknown: sympy.Symbol, is_known: IsKnown) -> Solution | None:
    found = solve_unique(equation, unknown)
    if found is None:
        return None
    return replace(found, conditions=tuple(c for c in found.conditions if not is_known(c)))


def _is_evidently_admissible(symbol: sympy.Symbol, value: sympy.Expr) -> bool:
    """An integer that is a whole polynomial in integers: a matter of taste only, for the choice."""
    if not symbol.is_integer or symbol.is_even is not None or symbol.is_prime is not None:
        return False
    letters = value.free_symbols
    return all(s.is_integer for s in letters) and bool(value.is_polynomial(*letters)) and value.is_integer is True
