"""Premises of a statement about functions: what they say of parameters, and what they must leave alone.

"q̇ = ∂H/∂p", "f = 1 − y²/2 + O(y⁴)", "the field is free of curl" speak of
functions.  Their arguments (velocities, the expansion variable, coordinates) run over
all values, so a premise may not be solved for one of them, and a parameter may not be
rewritten as an expression in them: with p = m v, the mass is not the function p/v.

- A premise without any argument is used as everywhere (`verify.premises.facts`).
- A premise `symbol = expression in the arguments`, the symbol on the left, defines the symbol
  as a function of them, where `definitions` allows it and the statement speaks of that symbol, itself
  or through other definitions (or the expression contains nothing but arguments); premises that
  contain the symbol then contain the arguments, too.
  The expression must be known to be a value that the symbol may have (real for a real symbol),
  and must not lead back to the symbol.
- A premise all of whose other symbols are found nowhere else (neither in the statement nor in
  another premise or condition) only names a value, wherever it can be solved for one of them: an
  identity in the arguments stays one.  But x = a may say that x keeps the value a, so it
  refutes nothing, unless the page puts the symbol alone on the left (C = 2 q).
- Any other premise that contains an argument links it to a parameter, or restricts it; `keep`
  leaves the statement undecided.  So does a condition that may tie an argument to a parameter (`verify.terms.openness`).

Why the last rule is so strict: A = B − q may define A, and B is held constant; or A is a
constant, and B = A + q depends on q.  The equation itself does not tell, and a statement about B is
true under one meaning and false under the other.  That A occurs nowhere else decides nothing, nor
that a condition speaks of it: with R (d − 1) = a, a < 5, R still grows beyond every bound at d = 1.
A premise without B, C = 2 q, says only what C is at each q, under every meaning.

The statement is one about the functions as they are printed.  What they need in order to be defined
(`verify.proofs.definedness`) is asked before anything is put in, and told: of parameters always, of arguments where
the statement is made point by point (`pointwise`); a statement about a limit or a period asks what
is lost of its arguments by itself (`lost`).

A verdict also needs a point that satisfies the premises and conditions: what excludes itself
implies everything.  For a refutation the premises on parameters must be shown to hold, see `keep`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

import sympy
from sympy.logic.boolalg import Boolean

from verify.deciding.case_by_case import Check, in_cases_where_needed
from verify.deciding.finding import Finding, readable, undecided
from verify.deciding.settings import Settings
from verify.errors import ClaimError, GiveUp
from verify.normal_form.signs import is_real
from verify.premises.confirmation import objection
from verify.premises.facts import Facts, tying
from verify.proofs.definedness import (
    NOWHERE,
    NOWHERE_KNOWN,
    dropped,
    moved,
    moved_needs,
    needs,
    open_needs,
    unseen,
)
from verify.proofs.equality import prove_equal
from verify.regularity.side_conditions import as_conditions
from verify.solving.equations import assumption_conditions, solve_unique
from verify.solving.replacement import put, put_in_condition
from verify.terms.admissible import Admissible
from verify.terms.dependence import Dependence, changing_with
from verify.terms.requirements import Requirement
from verify.terms.survey import by_name
from verify.theorems.series import is_nonzero_near_zero
from verify.verdicts import Evidence, Outcome
from verify.vocabulary.moves import Equation
from verify.vocabulary.statement import Statement
from verify.wording import condition as in_words

T = TypeVar("T", bound=Statement)


@dataclass(frozen=True)
class FunctionFacts:
    """`facts` speak of parameters alone; `definitions` give functions of the arguments, none in terms of another.

    `aside` are premises that may restrict or link the arguments, `naming` those that do at most
    if their own symbol is a constant.
    """

    facts: Facts
    definitions: dict[sympy.Symbol, sympy.Expr]
    aside: tuple[Equation, ...]
    naming: tuple[Equation, ...] = ()
    printed: tuple[sympy.Basic, ...] = ()
    arguments: frozenset[sympy.Symbol] = frozenset()
    pointwise: bool = False

    def apply(self, expression: sympy.Expr) -> sympy.Expr:
        """The expression in the arguments and the free parameters."""
        return self.facts.parametrisation.apply(put(expression, self.definitions))

    @cached_property
    def _needs(self) -> tuple[Any, ...] | None:
        """All that the printed functions need; None if they may be defined nowhere."""
        return open_needs(moved_needs(self.printed, self.apply), self.facts)

    @cached_property
    def lost(self) -> tuple[Any, ...]:
        """What they need and no longer show with the premises in them.  `keep` sees to what is defined nowhere."""
        return dropped(self.printed, self.apply, self.facts) or ()

    @property
    def lost_of_parameters(self) -> tuple[Any, ...]:
        return tuple(need for need in self.lost if not need.free_symbols & self.arguments)

    @property
    def lost_of_arguments(self) -> tuple[Any, ...]:
        return tuple(need for need in self.lost if need.free_symbols & self.arguments)

    def lost_in(self, put_in: Callable[[Any], Any]) -> list[Any]:
        """What is lost of the arguments when they are written in other letters, too: SymPy computes as it puts them in."""
        applied = [self.apply(e) for e in self.printed if isinstance(e, sympy.Expr)]
        own = [need for need in open_needs(needs(applied), self.facts) or () if need.free_symbols & self.arguments]
        found = (moved(need, put_in) for need in dict.fromkeys((*self.lost_of_arguments, *own)))
        return list(unseen(found, map(put_in, applied)))

    def is_defined_near(self, variable: sympy.Symbol, at: sympy.Expr, near: sympy.Symbol) -> bool:
        """Is what is lost of the variable certainly met at `at`, for all small positive values of `near` in it?"""
        spoken = [need for need in self.lost if variable in need.free_symbols]
        return not any(isinstance(need, Requirement) for need in spoken) and all(
            is_nonzero_near_zero(put(need, {variable: at}), near) for need in spoken
        )

    def keep(self, finding: Finding) -> Finding:
        """The finding with what its functions need, unless premises stand aside, or do not bear a refutation."""
        if finding.outcome is Outcome.UNDECIDED:
            return finding
        if self._needs is None or not self.facts.may_hold:
            return undecided(NOWHERE if self._needs is None else NOWHERE_KNOWN)
        kept = self._kept(finding)
        return kept.retold(self._with_needs) if kept.outcome.holds else kept

    def _with_needs(self, told: Evidence) -> Evidence:
        needed = [n for n in self._needs or () if self.pointwise or not n.free_symbols & self.arguments]
        found = readable(as_conditions(needed), self.facts.domain())
        return told.provided(found)

    def _kept(self, finding: Finding) -> Finding:
        if self.aside:
            return undecided(f"premise {_labels(self.aside)} links an argument of the function with its parameters")
        if self.facts.open_conditions:
            known = " and ".join(map(in_words, self.facts.open_conditions))
            return undecided(f"the premises are solved where {known}; the other cases are not decided")
        if not self._is_satisfiable():
            return undecided("no point was found that satisfies the premises and the conditions")
        if finding.outcome is Outcome.REFUTED and self.naming:
            return undecided(f"premise {_labels(self.naming)} may hold an argument of the function constant")
        against = self._objection(finding) if finding.outcome is Outcome.REFUTED else None
        return finding if against is None else undecided(f"the statement fails without some premises, but {against}")

    def _is_satisfiable(self) -> bool:
        """Is there a point at which the conditions hold, with those that the premises bring?"""
        domain = self.facts.domain()
        try:
            return not domain.conditions or next(domain.points(count=1), None) is not None
        except ClaimError:
            return False

    def _objection(self, finding: Finding) -> str | None:
        """Why a counterexample may violate a premise, or None if it satisfies them all.

        A point is put into the premises on parameters, as in `verify.kinds.equality`; where
        there is none, they are shown to hold identically after the substitution.
        """
        solved = self.facts.parametrisation
        if solved.residuals:
            return f"premise {_labels(solved.residuals)} could not be solved for one of its symbols"
        if finding.refuted is not None:
            return objection(self.facts, finding.point)
        for equation in self.facts.equations:
            lhs, rhs = solved.apply(equation.lhs), solved.apply(equation.rhs)
            if lhs != rhs and prove_equal(lhs, rhs, self.facts.domain(lhs, rhs)) is None:
                return f"premise ({equation.label}) could not be confirmed"
        return None

    def conditions_on(self, arguments: Iterable[sympy.Symbol]) -> tuple[Boolean, ...]:
        """The conditions that contain one of these symbols, in the free parameters."""
        wanted = set(arguments)
        return tuple(c for c in self.facts.domain().conditions if wanted & c.free_symbols)


def of_functions(
    arguments: Callable[[Any], Iterable[sympy.Symbol]],
) -> Callable[[Callable[[T, FunctionFacts, Settings], Finding]], Check[T]]:
    """Makes a checker of one that is handed the premises as this file sorts them, with definitions; it calls `keep` itself.

    Premises that exclude each other, and what raises GiveUp, leave the statement undecided; so do
    several cases of the premises, unless it is decided in each.
    """

    def checker(check: Callable[[T, FunctionFacts, Settings], Finding]) -> Check[T]:
        def decided(statement: T, facts: Facts, settings: Settings) -> Finding:
            given = about_functions(facts, arguments(statement), statement, definitions=True)
            if given.facts.clash is not None:
                return undecided(f"the premises exclude each other at ({given.facts.clash.label})")
            try:
                return check(statement, given, settings)
            except GiveUp as problem:
                return undecided(str(problem))

        return in_cases_where_needed(decided)

    return checker


def about_functions(
    facts: Facts,
    arguments: Iterable[sympy.Symbol],
    statement: Statement,
    *,
    definitions: bool,
    pointwise: bool = False,
) -> FunctionFacts:
    """The premises sorted as this module says, for a statement about functions of the arguments.

    `pointwise` says that the statement is an identity in the arguments, made wherever both sides are defined.
    """
    arguments = tuple(arguments)
    reserved, pending = set(arguments), list(facts.equations)
    spoken = set().union(
        *(e.free_symbols for e in statement.expressions()), *(c.free_symbols for c in facts.conditions)
    )
    needed = needed_for(set().union(*(e.free_symbols for e in statement.expressions())), facts.equations)
    found: dict[sympy.Symbol, sympy.Expr] = {}
    aside: list[Equation] = []
    while touching := [eq for eq in pending if reserved & eq.symbols]:
        for equation in touching:
            pending.remove(equation)
            defined = _put_in(equation, reserved, found) if definitions else None
            if defined is None or not (defined[0] in needed or defined[1].free_symbols <= set(arguments)):
                aside.append(equation)
            else:
                symbol, value = defined
                found = {s: put(old, {symbol: value}) for s, old in found.items()} | {symbol: value}
                reserved.add(symbol)
    conditions = [put_in_condition(c, found) for c in facts.conditions]
    conditions += [c for symbol, value in found.items() for c in _told_of(symbol, value)]
    restricting, naming = list[Equation](), list[Equation]()
    for equation in aside:
        elsewhere = spoken.union(*(other.symbols for other in facts.equations if other != equation))
        bounds = _harmless(equation, set(arguments), elsewhere)
        if bounds is not None:
            conditions += bounds
            if not equation.lhs.is_Symbol or equation.lhs in set(arguments):
                naming.append(equation)
        else:
            restricting.append(equation)
    restricting += (
        t for t in tying(facts.conditions) if t.symbols & set(arguments) and not t.symbols <= set(arguments)
    )
    held = spoken.union(*(eq.symbols for eq in pending)) - set(arguments) - found.keys()
    in_values = set[sympy.Symbol]().union(*(value.free_symbols for value in found.values())) - set(arguments)
    behind = [*facts.behind, *(Dependence.of(eq.lhs, eq.rhs) for eq in pending)] if facts.behind else []
    is_moved = held & facts.moving_with(arguments, held) or in_values & changing_with(arguments, behind, in_values)
    if is_moved:  # by lines behind the premises, which must be told by their names
        restricting.append(Equation(", ".join(facts.labels), sympy.Add(*arguments), sympy.S.Zero))
    kept = Facts(tuple(pending), tuple(c for c in conditions if c is not sympy.true))
    printed = tuple(e for e in statement.expressions() if isinstance(e, sympy.Expr))
    return FunctionFacts(
        kept, found, tuple(restricting), tuple(naming), printed, frozenset(arguments), pointwise=pointwise
    )


def needed_for(spoken: set[sympy.Symbol], equations: Iterable[Equation]) -> set[sympy.Symbol]:
    """The symbols spoken of, and those in terms of which premises define such symbols."""
    needed, known = set(spoken), set[sympy.Symbol]()
    while needed != known:
        known = set(needed)
        for equation in equations:
            if equation.lhs in known:
                needed |= equation.rhs.free_symbols
    return needed


def _harmless(equation: Equation, arguments: set[sympy.Symbol], elsewhere: set[sympy.Symbol]) -> list[Boolean] | None:
    """The conditions under which the equation only gives a value to a symbol found nowhere else, or None.

    No symbol but the arguments may be found elsewhere: see the head of this file.
    """
    own = equation.symbols - arguments
    if own & elsewhere:
        return None
    for unknown in sorted(own, key=by_name):
        solution = solve_unique(equation, unknown)
        if solution is not None and _may_have(unknown, solution.value):
            return [*solution.conditions, *solution.demanded, *_told_of(unknown, solution.value)]
    return None


def _put_in(
    equation: Equation, reserved: set[sympy.Symbol], found: dict[sympy.Symbol, sympy.Expr]
) -> tuple[sympy.Symbol, sympy.Expr] | None:
    """The symbol that the equation defines, and its value with earlier definitions put in.

    None where that leads back to the symbol (A = B + y, B = A + y), or to a value that it may not have.
    """
    defined = definition(equation, reserved)
    if defined is None:
        return None
    symbol, value = defined[0], put(defined[1], found)
    return (symbol, value) if not value.has(symbol) and _may_have(symbol, value) else None


def _told_of(symbol: sympy.Symbol, value: sympy.Expr) -> list[Boolean]:
    """What is assumed of the symbol, as relations: `_may_have` has seen to the rest, wherever the value is defined."""
    return [c for c in assumption_conditions(symbol, value) if not isinstance(c, Admissible)]


def _may_have(symbol: sympy.Symbol, value: sympy.Expr) -> bool:
    """Are the assumptions on the symbol no more than a sign, and is the value known to be real if it must be?"""
    if symbol.is_rational is not None or symbol.is_irrational is not None or symbol.is_imaginary:
        return False
    return not symbol.is_extended_real or is_real(value)


def definition(equation: Equation, reserved: set[sympy.Symbol]) -> tuple[sympy.Symbol, sympy.Expr] | None:
    """The symbol that stands alone on the left, is none of the reserved ones, and its value; or None.

    R (d − 1) = a is an equation for R as much as one for a, so the right side counts only in x = u.
    """
    sides = [(equation.lhs, equation.rhs)]
    if equation.lhs.is_Symbol:
        sides.append((equation.rhs, equation.lhs))
    for symbol, value in sides:
        if symbol.is_Symbol and symbol not in reserved and not value.has(symbol):
            return symbol, value
    return None


def _labels(equations: Iterable[Equation]) -> str:
    return ", ".join(dict.fromkeys(f"({eq.label})" for eq in equations))
