"""Numbers and curves of functions that premises give as the solution of a differential equation with initial values.

`θ(3) ≈ 0.359`, from the equation of θ and its values at 0, is asked of the enclosed solution (`verify.odes`): its value, or that of its
slope, stands in the quantity as a number that is known to within a ball.  A symbol that a premise names by a zero,
θ(ξ_1) = 0 with 0 < ξ_1 < 7, is the one zero there; if there are several or none, nothing is decided.  Everything else is asked
as of any other number.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

import sympy
from sympy.core.function import AppliedUndef
from sympy.core.relational import Relational

from verify.balls import precision
from verify.deciding.case_by_case import Check
from verify.deciding.decide import Finding, undecided
from verify.deciding.settings import Settings
from verify.errors import GiveUp
from verify.jets.reading import Jet
from verify.kinds.curves import CurveOverInterval, fraction
from verify.kinds.printed_quantity import Enclosed, interval_of
from verify.odes.flow import BITS
from verify.odes.problems import Problem, at_place, problem_of, with_known
from verify.odes.solution import Solution
from verify.orders.ranges import Interval, exact_value, interval_ball, met_over, range_of
from verify.orders.reach import admits
from verify.premises.facts import CASE, CONDITION, Facts
from verify.premises.interpolation import ORDERED
from verify.proofs.definedness import lost_of
from verify.solving.replacement import put, put_in_condition
from verify.terms.requirements import BOUND, Requirement
from verify.terms.survey import functions_in
from verify.vocabulary.moves import Equation
from verify.vocabulary.statement import Statement
from verify.vocabulary.statements import Value
from verify.wording import words

TOLD = "The solution is enclosed step by step by Picard's operator on Taylor polynomials."

ENDS = "The solution ends at its zero: beyond it a power in the equation is not real."


def of_solutions(check: Check[Value]) -> Check[Value]:
    """The checker, with the values of functions that premises give by differential equations put in as balls."""

    def decided(statement: Value, facts: Facts, settings: Settings) -> Finding:
        if not is_about_solutions(statement, facts):
            return check(statement, facts, settings)
        given = {s: interval_of(c, settings.units) for s, c in statement.constants}
        try:
            with precision(BITS):
                along = Along.of(facts, given)
                quantity, enclosed = along.put_in(statement.quantity)
        except GiveUp as problem:
            return undecided(str(problem))
        constants = (*statement.constants, *((s, Enclosed(*ends)) for s, ends in enclosed.items()))
        finding = check(replace(statement, quantity=quantity, constants=constants), along.facts, settings)
        return finding.retold(lambda told: replace(told, detail=f"{told.detail} {TOLD}"))

    return decided


def is_about_solutions(statement: Statement, facts: Facts) -> bool:
    """Does a function stand in it of which a premise has a derivative, or a symbol that such a premise speaks of as a place?"""
    about = [eq for eq in facts.equations if eq.lhs.has(AppliedUndef) or eq.rhs.has(AppliedUndef)]
    derivatives = {d for eq in about for side in (eq.lhs, eq.rhs) for d in side.atoms(sympy.Derivative)}
    heads = functions_in(*(d.expr for d in derivatives))
    spoken = {part for eq in about for side in (eq.lhs, eq.rhs) for part in side.atoms(AppliedUndef)}
    places = {arg for part in spoken if part.func in heads for arg in part.args if arg.is_Symbol}
    own = statement.expressions()
    stand = any(part.func in heads for e in own for part in e.atoms(AppliedUndef))
    return stand or any(places & e.free_symbols for e in own)


@dataclass
class Along:
    """The solution that the premises give, and the facts without them."""

    problem: Problem
    facts: Facts
    used: dict[Equation, Equation]
    """The premises on functions with the known values in them, each with itself as printed."""
    given: dict[sympy.Symbol, Interval]
    known: dict[sympy.Symbol, sympy.Expr]
    """Values that do not hang on the solution."""
    solutions: dict[int, Solution]

    @classmethod
    def of(cls, facts: Facts, given: Mapping[sympy.Symbol, Interval]) -> Along:
        """Made once for a line and its mutants.  Raises GiveUp where the premises give no solution, or are not known all along it."""
        kept, asked = facts.worked_out, f"solutions for {sorted(given.items(), key=str)}"
        if asked not in kept:
            try:
                kept[asked] = cls._made_of(facts, given)
            except GiveUp as problem:
                kept[asked] = problem
        if isinstance(kept[asked], GiveUp):
            raise kept[asked]
        made: Along = kept[asked]
        return made

    @classmethod
    def _made_of(cls, facts: Facts, given: Mapping[sympy.Symbol, Interval]) -> Along:
        if facts.doubtful:
            raise GiveUp(f"premise ({facts.doubtful[0]}) may have held something constant that is none")
        about = tuple(eq for eq in facts.equations if eq.lhs.has(AppliedUndef) or eq.rhs.has(AppliedUndef))
        others = replace(facts, equations=tuple(eq for eq in facts.equations if eq not in about))
        exact = {s: low for s, (low, high) in given.items() if low == high}
        known = {s: put(v, exact) for s, v in others.parametrisation.values.items() if s not in given} | exact
        used = {with_known(eq, known): eq for eq in about}
        for eq in about:
            if eq.label in (CONDITION, CASE):
                raise GiveUp("a condition says what a function is at one place, or at all")
        problem = problem_of(about, known)
        _check_others(others, known, given, problem)
        directions = {1, -1}
        for condition in (*facts.conditions, *(c for eq in about for c in eq.where)):
            if condition.has(problem.variable) or condition.has(AppliedUndef):
                directions &= {d for d in directions if _is_met_beyond(condition, problem, d)}
                if not directions:
                    raise GiveUp(f"the premises are known only where {words(condition)}")
        parameters = {s: interval_ball(*ends) for s, ends in given.items() if s not in exact}
        solutions = {direction: Solution(problem, parameters, direction) for direction in directions}
        along = cls(problem, others, used, dict(given), known, solutions)
        along.check_named()
        return along

    def check_named(self) -> None:
        """Raises GiveUp where a premise on a function is not known to do no more than to name a place: it may tie an input, or exclude itself."""
        _check_defined_starts(self)
        for eq in self.problem.naming:
            places = [s for s in sorted(eq.symbols, key=str) if s not in self.given]
            if len(places) != 1:
                raise GiveUp(f"premise ({eq.label}) says more of what is given than the solution does")
            (place,) = places
            if any(place in other.symbols and self._ties(other) for other in self.facts.equations):
                raise GiveUp(f"a premise says what {words(place)} is, beside ({eq.label})")
            self.zero_named(place)

    def _ties(self, other: Equation) -> bool:
        """Does it more than to say what a symbol is that has no value otherwise?"""
        named = {s for s in (other.lhs, other.rhs) if s.is_Symbol and s in self.facts.parametrisation.values}
        return not any(s not in self.given and all(s not in eq.symbols for eq in self.used.values()) for s in named)

    def check_conditions(self) -> None:
        """Raises GiveUp for a condition on parameters that is not known to hold; one on the variable is heeded."""
        for condition in self.facts.conditions:
            if not condition.has(self.problem.variable) and put_in_condition(condition, self.known) is not sympy.true:
                raise GiveUp(f"the condition {words(condition)} is not known to hold")

    def check_signs(self, solution: Solution, length: Fraction) -> None:
        """Raises GiveUp where a function is not known to have its declared sign all the way."""
        for index, letter in enumerate(self.problem.letters.values()):
            if letter.is_zero is False or letter.is_nonnegative or letter.is_nonpositive:
                found = solution.over(Fraction(0), length)[index]
                if not _has_sign_of(letter, (exact_value(found.lower()), exact_value(found.upper()))):
                    raise GiveUp(f"{words(letter)} is not known to have the sign that is declared of it")

    def put_in(self, quantity: sympy.Expr) -> tuple[sympy.Expr, dict[sympy.Symbol, Interval]]:
        """The quantity with a new symbol for each value of a function, and what the new ones are known to be."""
        enclosed = dict[sympy.Symbol, Interval]()
        values, printed = dict[Any, sympy.Symbol](), quantity
        quantity = put(quantity, self.known)
        _check_unbound(quantity)
        for part in self._places(quantity):
            jet, place = self._at(part)
            if place.is_Symbol and place not in self.given and place not in enclosed:
                enclosed[place] = self.zero_named(place)
            interval = {**self.given, **enclosed}[place] if place.is_Symbol else range_of(place, {})
            if interval is None or place.free_symbols - {place}:
                raise GiveUp(f"the place {words(place)} is no number")
            values[part] = self._new(part, {*values.values(), *printed.free_symbols})
            enclosed[values[part]] = self._value(jet, interval)
        quantity = quantity.xreplace(values)
        for symbol in quantity.free_symbols - set(enclosed) - set(self.given):
            if any(symbol in eq.symbols for eq in self.used):
                enclosed[symbol] = self.zero_named(symbol)
        lost = lost_of((printed,), lambda part: put(part, self.known).xreplace(values), (quantity,))
        spoken = set().union(*(need.free_symbols for need in lost))
        for symbol in spoken - set(enclosed) - set(self.given):
            if any(symbol in eq.symbols for eq in self.used):
                enclosed[symbol] = self.zero_named(symbol)
        if not met_over(lost, {**self.given, **enclosed}):
            raise GiveUp("the quantity as printed is not known to be defined along the solution")
        return quantity, enclosed

    def _new(self, part: Any, taken: set[Any]) -> sympy.Symbol:
        """A symbol of its own for a value: two functions, or places, may be printed alike."""
        names = {s.name for s in (*taken, *self.given, *self.known, *self.problem.letters.values())}
        name = words(part)
        while name in names:
            name += "*"
        return sympy.Symbol(name, real=True)

    def _places(self, expression: Any) -> list[Any]:
        """The values of functions and of their derivatives, the outermost ones."""
        if isinstance(expression, (sympy.Subs, sympy.Derivative, AppliedUndef)):
            return [expression] if expression.has(AppliedUndef) else []
        return list(dict.fromkeys(part for arg in expression.args for part in self._places(arg)))

    def _at(self, part: Any) -> tuple[Jet, sympy.Expr]:
        found = at_place(part, self.problem.variable)
        if found is None or found[0] not in self.problem.letters or found[1] == self.problem.variable:
            raise GiveUp(f"{words(part)} is no value of a function, or of a derivative below the highest, at a place")
        return found

    def _value(self, jet: Jet, place: Interval) -> Interval:
        solution, low, high = self._lengths(place)
        found = solution.over(low, high)[list(self.problem.letters).index(jet)]
        self.check_signs(solution, high)
        return exact_value(found.lower()), exact_value(found.upper())

    def _lengths(self, place: Interval) -> tuple[Solution, Fraction, Fraction]:
        """The solution in the direction of the place, and how far away its ends are."""
        low, high = (fraction(end) for end in place)
        begin = fraction(self.problem.start)
        self._check_variable(low, high)
        if low >= begin and 1 in self.solutions:
            return self.solutions[1], low - begin, high - begin
        if high <= begin and -1 in self.solutions:
            return self.solutions[-1], begin - high, begin - low
        raise GiveUp("a place is not known to be on that side of the start on which the premises are known")

    def _check_variable(self, low: Fraction, high: Fraction) -> None:
        x = self.problem.variable
        begin = fraction(self.problem.start)
        low, high = min(low, begin), max(high, begin)
        passes = x.is_zero is False and begin != 0 and low <= 0 <= high
        if (x.is_nonnegative and low < 0) or (x.is_nonpositive and high > 0) or passes:
            raise GiveUp(f"{words(x)} is not declared to have all values up to the place")

    def zero_named(self, symbol: sympy.Symbol) -> Interval:
        """The one zero, within the numbers that conditions give the symbol, of what a premise says to be zero there."""
        named = [eq for eq in self.used if symbol in eq.symbols]
        if len(named) != 1:
            raise GiveUp(f"there is not one premise that says what {words(symbol)} is")
        low, high = self._bounds(symbol)
        gap, printed = named[0].lhs - named[0].rhs, self.used[named[0]]
        _check_unbound(gap)
        parts = self._places(gap)
        if any(self._at(part)[1] != symbol for part in parts):
            raise GiveUp(f"the premise on {words(symbol)} speaks of other places, too")
        letters = {part: self.problem.letters[self._at(part)[0]] for part in parts}
        if self.problem.variable in gap.free_symbols:
            raise GiveUp(f"the premise on {words(symbol)} speaks of the variable, too")

        def in_letters(part: Any) -> Any:
            return put(part, self.known).xreplace(letters).xreplace({symbol: self.problem.variable})

        curve = in_letters(gap)
        found = self.zeros(curve, low, high, lost_of((printed.lhs, printed.rhs), in_letters, (curve,)))
        if len(found) != 1:
            raise GiveUp(f"the premises name {len(found)} places {words(symbol)}, expected one")
        return found[0]

    def _bounds(self, symbol: sympy.Symbol) -> tuple[Fraction, Fraction]:
        lows, highs = list[Any](), list[Any]()
        for condition in self.facts.conditions:
            if isinstance(condition, Relational) and condition.rel_op in ("<", ">") and condition.has(symbol):
                less, greater = condition.lts, condition.gts
                if less == symbol and greater.is_Rational:
                    highs.append(greater)
                if greater == symbol and less.is_Rational:
                    lows.append(less)
        if symbol.is_positive:
            lows.append(sympy.S.Zero)
        if symbol.is_negative:
            highs.append(sympy.S.Zero)
        if not lows or not highs:
            raise GiveUp(f"between which numbers {words(symbol)} is to be sought is not said")
        return fraction(max(lows)), fraction(min(highs))

    def curve(self, printed: sympy.Expr) -> tuple[sympy.Expr, tuple[Any, ...]]:
        """An expression in the functions at their variable, in letters, and what it needs and does not show in them."""
        _check_unbound(printed)
        expression = put(printed, self.known)
        found = {part: at_place(part, self.problem.variable) for part in self._places(expression)}
        letters = dict[Any, sympy.Symbol]()
        for part, at in found.items():
            if at is None or at[1] != self.problem.variable or at[0] not in self.problem.letters:
                raise GiveUp(
                    f"{words(part)} is no function of the differential equation, nor a derivative below the highest"
                )
            letters[part] = self.problem.letters[at[0]]
        curve = expression.xreplace(letters)
        return curve, lost_of((printed,), lambda part: put(part, self.known).xreplace(letters), (curve,))

    def zeros(self, curve: sympy.Expr, low: Fraction, high: Fraction, lost: tuple[Any, ...] = ()) -> list[Interval]:
        """The zeros of an expression in letters between two places, the ends not included, where nothing that is lost vanishes."""
        solution, near, far = self._lengths((_rational(low), _rational(high)))
        with precision(BITS):
            found = solution.zeros(curve, near, far)
            if any(isinstance(need, Requirement) or need == 0 or solution.zeros(need, near, far) for need in lost):
                raise GiveUp("the expression as printed is not known to be defined along the solution")
            self.check_signs(solution, far)
        ends = [(solution.begin + solution.direction * a, solution.begin + solution.direction * b) for a, b in found]
        return sorted((_rational(min(pair)), _rational(max(pair))) for pair in ends)


def _check_unbound(expression: Any) -> None:
    """A variable that an integral or a sum binds is no place."""
    if expression.has(*BOUND, sympy.Limit):
        raise GiveUp("a function of a differential equation stands beside an integral, a sum or a limit")


def _check_others(
    others: Facts, known: Mapping[Any, sympy.Expr], given: Mapping[Any, Interval], problem: Problem
) -> None:
    """Raises GiveUp where premises say more of the variable, or give values under conditions, or ones that are not admitted."""
    solved, variable = others.parametrisation, problem.variable
    if variable in given or any(eq.symbols & {variable} for eq in others.equations):
        raise GiveUp(f"a premise or an input says what {words(variable)} is, or what depends on it")
    if solved.conditions or others.clash is not None:
        raise GiveUp("the premises give values under conditions only")
    for symbol, value in solved.values.items():
        exact = put(value, known)
        if symbol not in given and exact.is_number and admits(symbol, exact) is not True:
            raise GiveUp(f"{words(symbol)} is not known to be able to have the value that the premises give it")


def _check_defined_starts(along: Along) -> None:
    """Raises GiveUp where a value at a place may be 0/0 as printed; functions in it are asked as far as they are given."""
    for eq, printed in along.used.items():
        if any(side.has(sympy.Derivative) and not side.has(sympy.Subs) for side in (eq.lhs, eq.rhs)):
            continue  # a differential equation, of which each step asks
        lost = lost_of((printed.lhs, printed.rhs), lambda part: put(part, along.known), (eq.lhs, eq.rhs))
        if not met_over((need for need in lost if need.free_symbols <= set(along.given)), along.given):
            raise GiveUp(f"premise ({eq.label}) is not known to be defined as it is printed")


def _has_sign_of(letter: sympy.Symbol, interval: Interval) -> bool:
    """Have all numbers of the interval the sign that the letter is declared to have?"""
    low, high = interval
    return not (
        (letter.is_positive and low <= 0)
        or (letter.is_negative and high >= 0)
        or (letter.is_nonnegative and low < 0)
        or (letter.is_nonpositive and high > 0)
        or (letter.is_nonzero and low <= 0 <= high)
    )


def _is_met_beyond(condition: Any, problem: Problem, direction: int) -> bool:
    """Is it met at every place in this direction from the start, such as x > 0?"""
    if not isinstance(condition, Relational) or condition.rel_op not in ORDERED:
        return False
    near, x = (condition.lts, condition.gts) if direction > 0 else (condition.gts, condition.lts)
    return bool(x == problem.variable and near.is_Rational and direction * (problem.start - near) >= 0)


def _rational(number: Fraction) -> sympy.Rational:
    return sympy.Rational(number.numerator, number.denominator)


def zeros_along(statement: CurveOverInterval, facts: Facts) -> tuple[list[Interval], str]:
    """The zeros inside the interval of a curve that is given by the solution, as brackets, and how they were found.  Raises GiveUp."""
    if statement.scale is not None:
        raise GiveUp("the interval of a solution is not given in units of a scale")
    with precision(BITS):
        along = Along.of(facts, {})
        if statement.unknown != along.problem.variable:
            raise GiveUp(f"{words(statement.unknown)} is not the variable of the differential equation")
        along.check_conditions()
        curve, lost = along.curve(statement.expression)
        found = along.zeros(curve, fraction(statement.low), fraction(statement.high), lost)
        ends = any(solution.has_ended for solution in along.solutions.values())
    return found, f"{TOLD} {ENDS}" if ends else TOLD
