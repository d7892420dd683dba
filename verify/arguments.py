"""Premises of a statement about functions: what they say of parameters, and what they must leave alone.

"H is the Legendre transform of L", "f = 1 − y²/2 + O(y⁴)", "the field is free of curl" speak of
functions.  Their arguments (velocities, the expansion variable, coordinates) run over
all values, so a premise may not be solved for one of them, and a parameter may not be
rewritten as an expression in them: with p = m v, the mass is not the function p/v.

- A premise without any argument is used as everywhere (`verify.facts`).
- A premise `symbol = expression in the arguments` defines the symbol as a function of
  them, where `definitions` allows it; other premises that contain the symbol then
  contain the arguments, too.
- A premise that only gives the value of a symbol found nowhere else (neither in the statement
  nor in another premise or condition) restricts nothing, wherever it can be solved for that;
  unless it reads as the definition of a symbol that is found elsewhere.
- Any other premise that contains an argument links it to a parameter, or restricts it; whether
  the parameter then depends on the argument cannot be told, so `keep` leaves the statement
  undecided.

A refutation also needs a point that satisfies the premises on parameters, see `keep`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import sympy
from sympy.logic.boolalg import Boolean

from verify.decide import Finding, undecided
from verify.exact import prove_equal
from verify.facts import Facts
from verify.moves import assumption_conditions, parametrise, solve_unique
from verify.signs import is_real
from verify.statements import Equation, SpecialStatement
from verify.verdicts import Outcome


@dataclass(frozen=True)
class FunctionFacts:
    """`facts` speak of parameters alone; `definitions` give functions of the arguments, none in terms of another."""

    facts: Facts
    definitions: dict[sympy.Symbol, sympy.Expr]
    aside: tuple[Equation, ...]

    def apply(self, expression: sympy.Expr) -> sympy.Expr:
        """The expression in the arguments and the free parameters."""
        return self.facts.parametrisation.apply(_put(expression, self.definitions))

    def keep(self, finding: Finding) -> Finding:
        """The finding, unless premises stand aside, or it is a refutation that the premises do not bear."""
        if finding.outcome is Outcome.UNDECIDED:
            return finding
        if self.aside:
            return undecided(f"premise {_labels(self.aside)} links an argument of the function with its parameters")
        objection = self._objection() if finding.outcome is Outcome.REFUTED else None
        return (
            finding if objection is None else undecided(f"the statement fails without some premises, but {objection}")
        )

    def _objection(self) -> str | None:
        """Why a counterexample may violate a premise, or None if it satisfies them all.

        The premises on parameters are shown to hold identically after the substitution, as
        in `verify.checkers.equality`.
        """
        solved = self.facts.parametrisation
        if solved.residuals:
            return f"premise {_labels(solved.residuals)} could not be solved for one of its symbols"
        for equation in self.facts.equations:
            lhs, rhs = solved.apply(equation.lhs), solved.apply(equation.rhs)
            if lhs != rhs and prove_equal(lhs, rhs, self.facts.domain(lhs, rhs)) is None:
                return f"premise ({equation.label}) could not be confirmed"
        return None

    def conditions_on(self, arguments: Iterable[sympy.Symbol]) -> tuple[Boolean, ...]:
        """The conditions that contain one of these symbols, in the free parameters."""
        wanted = set(arguments)
        return tuple(c for c in self.facts.domain().conditions if wanted & c.free_symbols)


def about_functions(
    facts: Facts,
    arguments: Iterable[sympy.Symbol],
    statement: SpecialStatement,
    *,
    definitions: bool,
    implied: tuple[Equation, ...] = (),
) -> FunctionFacts:
    """The premises sorted as this module says, for a statement about functions of the arguments.

    `implied` lists equations that define arguments by the statement itself (p = ∂L/∂v): a
    premise that they make an identity restricts nothing and is simply left out.
    """
    reserved, pending = set(arguments), list(facts.equations)
    found: dict[sympy.Symbol, sympy.Expr] = {}
    aside: list[Equation] = []
    while touching := [eq for eq in pending if reserved & _symbols(eq)]:
        for equation in touching:
            pending.remove(equation)
            defined = _definition(equation, reserved) if definitions else None
            if defined is None:
                aside.append(equation)
            else:
                symbol, value = defined
                found = {s: _put(old, {symbol: value}) for s, old in found.items()} | {symbol: _put(value, found)}
                reserved.add(symbol)
    conditions = [c.subs(found) for c in facts.conditions]
    conditions += [c for symbol, value in found.items() for c in assumption_conditions(symbol, value)]
    spoken = set().union(
        *(e.free_symbols for e in statement.expressions()), *(c.free_symbols for c in facts.conditions)
    )
    restricting: list[Equation] = []
    by_definition = {eq.lhs: eq.rhs for eq in implied if eq.lhs.is_Symbol}
    for equation in aside:
        elsewhere = spoken.union(*(_symbols(other) for other in facts.equations if other != equation))
        of_another = _definition(equation, reserved)
        gives_a_function = of_another is not None and of_another[0] in elsewhere
        needed = None if gives_a_function else _auxiliary(equation, elsewhere)
        if needed is not None:
            conditions += [c.subs(found) for c in needed]
        elif not _is_implied(equation, by_definition, pending):
            restricting.append(equation)
    kept = Facts(tuple(pending), tuple(c for c in conditions if c is not sympy.true))
    return FunctionFacts(kept, found, tuple(restricting))


def _symbols(equation: Equation) -> set[sympy.Symbol]:
    found: set[sympy.Symbol] = equation.lhs.free_symbols | equation.rhs.free_symbols
    return found


def _auxiliary(equation: Equation, elsewhere: set[sympy.Symbol]) -> list[Boolean] | None:
    """The conditions under which the equation only gives the value of a symbol found nowhere else, or None."""
    for unknown in sorted(_symbols(equation) - elsewhere, key=lambda s: s.name):
        solution = solve_unique(equation, unknown)
        if solution is not None and is_real(solution.value) and not unknown.is_integer:
            return [*solution.conditions, *assumption_conditions(unknown, solution.value)]
    return None


def _definition(equation: Equation, reserved: set[sympy.Symbol]) -> tuple[sympy.Symbol, sympy.Expr] | None:
    for symbol, value in ((equation.lhs, equation.rhs), (equation.rhs, equation.lhs)):
        if symbol.is_Symbol and symbol not in reserved and not value.has(symbol):
            return symbol, value
    return None


def _is_implied(equation: Equation, by_definition: dict[sympy.Symbol, sympy.Expr], pending: list[Equation]) -> bool:
    parameters = parametrise(pending)
    lhs, rhs = (parameters.apply(_put(side, by_definition)) for side in (equation.lhs, equation.rhs))
    return bool(by_definition) and prove_equal(lhs, rhs) is not None


def _put(expression: sympy.Expr, values: dict[sympy.Symbol, sympy.Expr]) -> sympy.Expr:
    return expression.subs(values, simultaneous=True) if values else expression


def _labels(equations: Iterable[Equation]) -> str:
    return ", ".join(dict.fromkeys(f"({eq.label})" for eq in equations))
