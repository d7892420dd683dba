"""Executes the moves of a derivation, and solves premises for their dependent symbols.

A move turns printed equations into a new one.  What a step *claims* is decided from its
`facts` (see `parametrise`): the moves say which route the page takes, the facts say what
the premises imply.  A wrong move therefore cannot make a wrong line pass; it can only
fail to arrive.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import sympy
from sympy.logic.boolalg import Boolean

from verify.readings import Claim, Move, equations_of
from verify.statements import Equation
from verify.symbols import ClaimError
from verify.wording import relation, words


class MoveError(ClaimError):
    """A move that cannot be executed as it is written: a defect of the encoding."""


@dataclass(frozen=True)
class Solution:
    """`symbol = value`, the only solution on the domain wherever the conditions hold."""

    symbol: sympy.Symbol
    value: sympy.Expr
    conditions: tuple[Boolean, ...]


@dataclass(frozen=True)
class Parametrisation:
    """All admissible points on a set of equations, as expressions in the symbols left free.

    `values` gives each dependent symbol; `residuals` are equations that could not be
    solved for anything (each must vanish by itself); `conditions` are those under which
    every solution was unique.
    """

    values: dict[sympy.Symbol, sympy.Expr]
    residuals: tuple[Equation, ...]
    conditions: tuple[Boolean, ...]

    def apply(self, expression: sympy.Expr) -> sympy.Expr:
        return _put(expression, self.values)

    def domain_conditions(self) -> tuple[Boolean, ...]:
        """What the assumptions on the dependent symbols say about the free ones."""
        found = [c for symbol, value in self.values.items() for c in assumption_conditions(symbol, value)]
        found += [c.xreplace(self.values) for c in self.conditions]
        return tuple(c for c in found if c is not sympy.true)


def assumption_conditions(symbol: sympy.Symbol, value: sympy.Expr) -> list[Boolean]:
    """The declared assumptions on a symbol, as relations for the expression that replaces it.

    Factors that are positive by declaration are left out, so that 2 x > 0 reads x > 0.
    """
    value = sympy.Mul(*(f for f in sympy.Mul.make_args(sympy.factor_terms(value)) if not f.is_positive))
    if symbol.is_positive:
        return [sympy.Gt(value, 0)]
    if symbol.is_negative:
        return [sympy.Lt(value, 0)]
    if symbol.is_nonnegative:
        return [sympy.Ge(value, 0)]
    if symbol.is_nonpositive:
        return [sympy.Le(value, 0)]
    if symbol.is_nonzero:
        return [sympy.Ne(value, 0)]
    return []


# --- solving one equation for one symbol ------------------------------------------------------


def solve_unique(equation: Equation, unknown: sympy.Symbol) -> Solution | None:
    """The unique solution of the equation for the symbol on its domain, or None.

    Three cases, each unique by elementary algebra: the equation already reads
    unknown = value; its numerator is linear, a x + b, with a != 0; or it is a x^k + b
    with x declared positive, which has the one positive root (-b/a)^(1/k) if -b/a > 0.
    """
    if equation.lhs == unknown and not equation.rhs.has(unknown):
        return Solution(unknown, equation.rhs, ())
    if equation.rhs == unknown and not equation.lhs.has(unknown):
        return Solution(unknown, equation.lhs, ())
    if unknown.is_integer:
        return None
    numerator, denominator = sympy.fraction(sympy.together(equation.lhs - equation.rhs))
    try:
        coefficients = sympy.Poly(numerator, unknown).as_dict()
    except sympy.PolynomialError:
        return None
    if any(c.has(unknown) for c in coefficients.values()):
        return None
    degrees = sorted(power for (power,) in coefficients)
    defined = () if denominator.is_number else (sympy.Ne(denominator, 0),)
    if degrees == [1] and (unknown.is_nonzero or not coefficients[(1,)].is_nonzero):
        return None  # a x = 0 speaks of a as well as of x
    if degrees in ([1], [0, 1]):
        slope = coefficients[(1,)]
        value = sympy.cancel(-coefficients.get((0,), sympy.Integer(0)) / slope)
        return Solution(unknown, value, (sympy.Ne(slope, 0), *_after(defined, unknown, value)))
    if len(degrees) == 2 and degrees[0] == 0 and unknown.is_positive:
        radicand = sympy.cancel(-coefficients[(0,)] / coefficients[(degrees[1],)])
        value = sympy.powdenest(radicand ** sympy.Rational(1, degrees[1]))
        return Solution(unknown, value, (sympy.Gt(radicand, 0), *_after(defined, unknown, value)))
    return None


def _after(conditions: Iterable[Boolean], unknown: sympy.Symbol, value: sympy.Expr) -> list[Boolean]:
    replaced = [condition.xreplace({unknown: value}) for condition in conditions]
    return [condition for condition in replaced if condition is not sympy.true]


def parametrise(equations: Sequence[Equation]) -> Parametrisation:
    """Solves the equations one after the other, definitions (symbol = ...) first.

    Every solution used is unique (see `solve_unique`), so an admissible point satisfies
    all the equations exactly if it has the returned values, the residuals vanish and the
    conditions hold.
    """
    values: dict[sympy.Symbol, sympy.Expr] = {}
    conditions: list[Boolean] = []
    residuals: list[Equation] = []
    for equation in sorted(equations, key=lambda eq: not _is_definition(eq)):
        reduced = Equation(equation.label, _put(equation.lhs, values), _put(equation.rhs, values))
        if reduced.lhs == reduced.rhs or sympy.cancel(reduced.lhs - reduced.rhs) == 0:
            continue
        solution = _first_solution(equation, reduced)
        if solution is None:
            residuals.append(reduced)
            continue
        newest = {solution.symbol: solution.value}
        values = {symbol: _put(value, newest) for symbol, value in values.items()} | newest
        conditions += solution.conditions
    return Parametrisation(values, tuple(residuals), tuple(conditions))


def _is_definition(equation: Equation) -> bool:
    return isinstance(equation.lhs, sympy.Symbol) and not equation.rhs.has(equation.lhs)


def _first_solution(printed: Equation, reduced: Equation) -> Solution | None:
    """Prefers the symbol that the page puts alone on a side, then the others by name."""
    unknowns = sorted(
        reduced.lhs.free_symbols | reduced.rhs.free_symbols, key=lambda s: (s != printed.lhs, s != printed.rhs, s.name)
    )
    solutions = (solve_unique(reduced, unknown) for unknown in unknowns)
    return next((solution for solution in solutions if solution is not None), None)


def _put(expression: sympy.Expr, values: dict[sympy.Symbol, sympy.Expr]) -> sympy.Expr:
    return expression.subs(values, simultaneous=True) if values and expression.has(*values) else expression


# --- what the premises say --------------------------------------------------------------------


def facts(move: Move) -> tuple[Equation, ...]:
    """The equations that may be taken as true where the move is used.

    The printed leaves; under `specialise` their special case (the general line holds for
    every value of the symbol, so it says nothing about the symbol itself); under
    `differentiate` the derivative as well, which is no algebraic consequence.
    """
    found: list[Equation] = []
    for source in move.sources:
        found += facts(source) if isinstance(source, Move) else equations_of(source)
    if move.rule == "specialise":
        values = dict(move.data)
        found = [Equation(eq.label, eq.lhs.subs(values), eq.rhs.subs(values)) for eq in found]
    elif move.rule == "differentiate":
        found += execute(move)
    return tuple(dict.fromkeys(found))


# --- executing a move -------------------------------------------------------------------------


def execute(move: Move) -> tuple[Equation, ...]:
    """The equations at which the move arrives.

    Raises MoveError if a premise is not used by it, or if it cannot be executed.
    """
    rule = RULES.get(move.rule)
    if rule is None:
        raise MoveError(f"move {move.rule!r} is unknown; expected one of {', '.join(sorted(RULES))}")
    return tuple(rule(move))


def _sources(move: Move) -> list[tuple[Equation, ...]]:
    return [execute(s) if isinstance(s, Move) else equations_of(s) for s in move.sources]


def _single(move: Move, equations: tuple[Equation, ...]) -> Equation:
    if len(equations) != 1:
        raise MoveError(
            f"{move.rule}: {equations[0].label!r} is a chain of {len(equations)} equations; name one with .link(i) or .ends"
        )
    return equations[0]


def _substitute(move: Move) -> list[Equation]:
    *givens, target = (_single(move, source) for source in _sources(move))
    lhs, rhs = target.lhs, target.rhs
    for given in givens:
        new = lhs.subs(given.lhs, given.rhs), rhs.subs(given.lhs, given.rhs)
        if new == (lhs, rhs):
            raise MoveError(
                f"substitute: premise {given.label!r} is not used, because {words(given.lhs)} does not occur in {relation(lhs, rhs)}"
            )
        lhs, rhs = new
    return [Equation(target.label, lhs, rhs)]


def _eliminate(move: Move) -> list[Equation]:
    equations = [eq for source in _sources(move) for eq in source]
    for unknown in move.data:
        equations = _without(unknown, equations)
    return equations


def _without(unknown: sympy.Symbol, equations: list[Equation]) -> list[Equation]:
    for index, equation in enumerate(equations):
        solution = solve_unique(equation, unknown)
        if solution is not None:
            rest = equations[:index] + equations[index + 1 :]
            if not any(eq.lhs.has(unknown) or eq.rhs.has(unknown) for eq in rest):
                raise MoveError(
                    f"eliminate: premise {equation.label!r} is not used, no other equation contains {unknown}"
                )
            put = {unknown: solution.value}
            return [Equation(eq.label, _put(eq.lhs, put), _put(eq.rhs, put)) for eq in rest]
    labels = ", ".join(eq.label for eq in equations)
    raise MoveError(f"eliminate: none of {labels} has a unique solution for {unknown}")


def _solve_for(move: Move) -> list[Equation]:
    equation = _single(move, _sources(move)[0])
    (target,) = move.data
    unknown = target
    if not isinstance(target, sympy.Symbol):
        base, exponent = target.as_base_exp()
        if not isinstance(base, sympy.Symbol) or not base.is_positive:
            raise MoveError(f"solve_for: {target} is neither a symbol nor a power of a positive symbol")
        unknown = sympy.Dummy("u", positive=True)
        put = {base: unknown ** (1 / exponent)}
        equation = Equation(equation.label, equation.lhs.subs(put), equation.rhs.subs(put))
    solution = solve_unique(equation, unknown)
    if solution is None:
        raise MoveError(
            f"solve_for: {equation.label!r} has no unique solution for {target} that elementary algebra gives"
        )
    return [Equation(equation.label, target, solution.value)]


def _specialise(move: Move) -> list[Equation]:
    values = dict(move.data)
    found = []
    for equation in _sources(move)[0]:
        if not any(equation.lhs.has(symbol) or equation.rhs.has(symbol) for symbol in values):
            raise MoveError(f"specialise: {equation.label!r} contains none of {', '.join(map(str, values))}")
        found.append(Equation(equation.label, equation.lhs.subs(values), equation.rhs.subs(values)))
    return found


def _both_sides(change: Callable[[sympy.Expr, sympy.Expr], sympy.Expr]) -> Callable[[Move], list[Equation]]:
    def rule(move: Move) -> list[Equation]:
        (operand,) = move.data
        return [Equation(eq.label, change(eq.lhs, operand), change(eq.rhs, operand)) for eq in _sources(move)[0]]

    return rule


def _power(side: sympy.Expr, exponent: sympy.Expr) -> sympy.Expr:
    if not (exponent.is_Integer and exponent > 0):
        raise MoveError(f"power: exponent {exponent} is not a positive integer")
    return side**exponent


def _add(move: Move) -> list[Equation]:
    equations = [_single(move, source) for source in _sources(move)]
    lhs = sympy.Add(*(eq.lhs for eq in equations))
    return [Equation(" + ".join(eq.label for eq in equations), lhs, sympy.Add(*(eq.rhs for eq in equations)))]


def _follows_from(move: Move) -> list[Equation]:
    return [eq for source in _sources(move) for eq in source]


RULES: dict[str, Callable[[Move], list[Equation]]] = {
    "substitute": _substitute,
    "eliminate": _eliminate,
    "solve_for": _solve_for,
    "specialise": _specialise,
    "multiply": _both_sides(lambda side, factor: side * factor),
    "divide": _both_sides(lambda side, divisor: side / divisor),
    "power": _both_sides(_power),
    "differentiate": _both_sides(lambda side, variable: sympy.diff(side, variable)),
    "add": _add,
    "follows_from": _follows_from,
}


# --- in words ---------------------------------------------------------------------------------


def in_words(move: Move) -> str:
    """The route as a physicist would say it: "substitute (u2) and (u3) into (u1)"."""
    parts = [_name(source) for source in move.sources]
    joined = " and ".join(parts)
    match move.rule:
        case "substitute":
            return f"substitute {' and '.join(parts[:-1])} into {parts[-1]}"
        case "eliminate":
            return f"eliminate {', '.join(map(words, move.data))} from {joined}"
        case "solve_for":
            return f"solve {joined} for {words(move.data[0])}"
        case "specialise":
            return f"put {', '.join(f'{relation(key, value)}' for key, value in move.data)} in {joined}"
        case "power":
            return f"raise {joined} to the power {move.data[0]}"
        case "multiply" | "divide":
            return f"{move.rule} {joined} by {words(move.data[0])}"
        case "differentiate":
            return f"differentiate {joined} with respect to {words(move.data[0])}"
        case "add":
            return f"add {joined}"
        case _:
            return f"take {joined} together"


def _name(source: Claim | Equation | Move) -> str:
    if isinstance(source, Move):
        return f"[{in_words(source)}]"
    return f"({source.label})"
