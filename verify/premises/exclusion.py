"""Do equations exclude each other?  Their solutions by cases: each case is emptied, or leads to a point on all of them.

Equations are numerators that must vanish.  A case is a list of them, with what is known not to vanish
and with the values found so far.  It is treated by three rules, none of which loses a solution:

- A product vanishes exactly if one of its factors does: a case for each factor.  Factors that cannot vanish
  (by declaration, by the sign of their terms, or because an earlier case took that up) are left out.
- a x + b = 0 with a and b free of x: where a ≠ 0, x = −b/a, and this is put into the rest; where a = 0,
  b must vanish as well.  Two cases, so nothing is divided by what may be zero.
- A numerator that is a number other than zero, or whose sign is certified on the domain, empties the case.

If every case is empty, no admissible values satisfy all the equations: a proof.  If one is left without
equations, its values are put into a point, and this is a refutation only if, at the point itself, all equations
hold exactly, all symbols have admissible values, and all conditions hold.
Denominators are not lost: where one vanishes, or the argument of a logarithm, an equation has no value and is not
satisfied, so they count among what does not vanish.  Roots, exponentials and undefined functions are treated as letters in a
proof (more solutions, not fewer); at a point they are evaluated as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

import sympy
from sympy.logic.boolalg import Boolean

from verify.errors import ClaimError, GiveUp
from verify.orders.reach import admits
from verify.points.domain import Domain, EmptyDomain
from verify.points.term_by_term import certified_sign
from verify.premises.confirmation import objection_to
from verify.premises.facts import Facts
from verify.proofs.equality import prove_equal
from verify.solving.equations import assumption_conditions
from verify.solving.replacement import put, put_in_condition
from verify.terms.admissible import defined_where
from verify.terms.sign_algebra import margin
from verify.vocabulary.moves import Equation

MOST_CASES = 200
MOST_TERMS = 400
POINTS = 40
MOST_DEGREE = 2
SIMPLE = tuple(map(sympy.Integer, (1, 0, 2, -1)))
Point = dict[sympy.Symbol, sympy.Expr]


@dataclass(frozen=True)
class Case:
    """`rest` must vanish, `nonzero` does not, and the symbols in `values` have these values."""

    rest: tuple[sympy.Expr, ...]
    nonzero: tuple[sympy.Expr, ...]
    values: tuple[tuple[sympy.Symbol, sympy.Expr], ...] = ()

    def put(self, symbol: sympy.Symbol, value: sympy.Expr, rest: Sequence[sympy.Expr], slope: sympy.Expr) -> Case:
        """The case in which slope ≠ 0 and the symbol has this value."""
        known = tuple((s, v.xreplace({symbol: value})) for s, v in self.values)
        nonzero = tuple(_numerator(e.xreplace({symbol: value})) for e in (*self.nonzero, slope))
        left = tuple(_numerator(e.xreplace({symbol: value})) for e in rest)
        return Case(left, nonzero, (*known, (symbol, value)))


@dataclass(frozen=True)
class Cases:
    """The cases without equations left (`open_ones`), and whether the others are all empty."""

    open_ones: tuple[Case, ...]


def cases_of(equations: Iterable[Equation], conditions: Iterable[Boolean]) -> Cases:
    """All solutions by cases.  Raises GiveUp."""
    letters: dict[sympy.Expr, sympy.Symbol] = {}
    numerators, denominators = [], []
    for equation in equations:
        top, bottom = sympy.fraction(sympy.together(_with_letters(equation.lhs - equation.rhs, letters)))
        numerators.append(sympy.expand(top))
        denominators.append(bottom)
        demanded = (c.lhs for side in (equation.lhs, equation.rhs) for c in defined_where(side))
        denominators += [sympy.fraction(sympy.together(_with_letters(d, letters)))[0] for d in demanded]
    wanted = tuple(_with_letters(c, letters) for c in conditions)
    start = Case(tuple(numerators), tuple(d for d in denominators if not d.is_number))
    back = {letter: own for own, letter in letters.items()}
    found = _Search(wanted).leaves(start)
    return Cases(tuple(replace(case, values=tuple((s, v.xreplace(back)) for s, v in case.values)) for case in found))


def _with_letters(expression: Any, letters: dict[sympy.Expr, sympy.Symbol]) -> Any:
    """The expression as a rational one in symbols: whatever else stands in it becomes a letter."""
    if not expression.args or expression.is_Symbol:
        return expression
    rational = expression.is_Add or expression.is_Mul or (expression.is_Pow and expression.exp.is_Integer)
    if rational or isinstance(expression, Boolean):
        return expression.func(*(_with_letters(arg, letters) for arg in expression.args))
    if not expression.free_symbols:
        return expression
    if expression not in letters:
        sign = {"positive": True} if isinstance(expression, sympy.exp) and expression.args[0].is_real else {}
        letters[expression] = sympy.Dummy("k", **(sign or {"complex": True}))
    return letters[expression]


class _Search:
    def __init__(self, conditions: tuple[Boolean, ...]) -> None:
        self.conditions = conditions
        self.seen = 0

    def leaves(self, case: Case) -> list[Case]:
        """The cases without equations left that this one leads to."""
        self.seen += 1
        if self.seen > MOST_CASES:
            raise GiveUp
        rest = []
        for numerator in case.rest:
            factors = self._factors(numerator, case)
            if factors is None:
                continue
            if not factors:
                return []
            rest.append(factors)
        if any(e == 0 for e in case.nonzero) or not self._has_room(case):
            return []
        if not rest:
            return [replace(case, rest=())]
        several = next((factors for factors in rest if len(factors) > 1), None)
        if several is not None:
            others = [sympy.Mul(*factors) for factors in rest if factors is not several]
            return [leaf for f in several for leaf in self.leaves(replace(case, rest=(f, *others)))]
        return self._solved(case, [factors[0] for factors in rest])

    def _factors(self, numerator: sympy.Expr, case: Case) -> list[sympy.Expr] | None:
        """Factors that may vanish, each once; None for an equation that holds, [] for one that cannot."""
        if numerator == 0:
            return None
        if len(sympy.Add.make_args(numerator)) > MOST_TERMS:
            raise GiveUp
        constant, powers = sympy.factor_list(numerator) if numerator.free_symbols else (numerator, [])
        if numerator.free_symbols and prove_equal(numerator, sympy.Mul(constant, *(b**k for b, k in powers))) is None:
            powers = [(numerator, 1)]
        if not numerator.free_symbols and prove_equal(numerator, sympy.Integer(0)) is not None:
            return None
        found = [base for base, _ in powers] if numerator.free_symbols else [numerator]
        return [factor for factor in found if not self._is_nonzero(factor, case)]

    def _is_nonzero(self, factor: sympy.Expr, case: Case) -> bool:
        if any(_divides(factor, e) for e in case.nonzero if e != 0):
            return True  # a divisor of what does not vanish does not vanish
        sign = certified_sign(factor, self._domain(case, factor))
        return sign is not None and 0 not in sign

    def _has_room(self, case: Case) -> bool:
        """Not certainly empty: no assumption on a symbol that has a value is violated for sure."""
        for symbol, value in case.values:
            if not value.free_symbols and admits(symbol, value) is False:
                return False
            for condition in assumption_conditions(symbol, value):
                if condition is sympy.false or _is_false(condition, self._domain(case, value)):
                    return False
        return sympy.false not in self._domain(case).conditions

    def _domain(self, case: Case, *more: sympy.Expr) -> Domain:
        """What the conditions and the assumptions on symbols with a value say of the others."""
        values = dict(case.values)
        conditions = [c.subs(values) for c in self.conditions]
        conditions += [c for s, v in case.values for c in assumption_conditions(s, v)]
        conditions = [c for c in conditions if c is not sympy.true]
        symbols = set().union(*(e.free_symbols for e in (*more, *conditions)))
        return Domain(tuple(symbols), tuple(dict.fromkeys(conditions)))

    def _solved(self, case: Case, rest: list[sympy.Expr]) -> list[Case]:
        for k, numerator in enumerate(rest):
            for x in _letters(numerator):
                if sympy.degree(numerator, x) == 1:
                    slope, level = numerator.coeff(x, 1), numerator.coeff(x, 0)
                    if slope.has(x) or level.has(x) or sympy.expand(slope * x + level - numerator) != 0:
                        continue
                    others = [*rest[:k], *rest[k + 1 :]]
                    value = sympy.cancel(-level / slope)
                    found = self.leaves(case.put(x, value, others, slope))
                    if self._is_nonzero(slope, case) or slope.is_number:
                        return found
                    return [*found, *self.leaves(replace(case, rest=(slope, level, *others)))]
        return [replace(case, rest=tuple(rest))]


def _is_false(condition: Boolean, domain: Domain) -> bool:
    told = margin(condition)
    if told is None or isinstance(condition, sympy.Eq):
        return False
    others = Domain(domain.symbols, tuple(c for c in domain.conditions if c != condition))
    sign = certified_sign(told[0], others)
    return sign is not None and not sign & told[1]


def _divides(factor: sympy.Expr, e: sympy.Expr) -> bool:
    """Is e a polynomial multiple of the factor, in all their symbols at once?"""
    if factor in (e, -e):
        return True
    symbols = _letters(factor + e)
    if not factor.free_symbols or not factor.free_symbols <= e.free_symbols:
        return False
    try:
        quotient, rest = sympy.div(sympy.Poly(e, *symbols), sympy.Poly(factor, *symbols))
    except sympy.PolynomialError:
        return False
    return bool(rest.is_zero) and sympy.expand(quotient.as_expr() * factor - e) == 0


def _letters(expression: sympy.Expr) -> list[sympy.Symbol]:
    return sorted(expression.free_symbols, key=lambda s: (s.name, str(s)))


def _numerator(expression: sympy.Expr) -> sympy.Expr:
    return sympy.expand(sympy.fraction(sympy.together(expression))[0])


# --- points -----------------------------------------------------------------------------------------


def common_solution(facts: Facts, seed: int) -> Point | None:
    """A certified point on all equations of the facts, or None if none was found."""
    try:
        found = cases_of(facts.equations, facts.conditions).open_ones
    except GiveUp:
        return None
    for case in found:
        for solved in _without_rest(case):
            for point in _points(solved, facts, seed):
                if objection_to(facts, point) is None:
                    return point
    return None


def _without_rest(case: Case) -> Iterator[Case]:
    """The case, its last equation solved for one symbol at simple values of the others: candidates only."""
    if not case.rest:
        yield case
        return
    numerator, *others = case.rest
    symbols = [s for s in _letters(numerator) if not isinstance(s, sympy.Dummy)]
    if others or not symbols or len(symbols) < len(_letters(numerator)):
        return
    for x in symbols:
        for values in product(SIMPLE, repeat=min(len(symbols) - 1, 2)):
            put = dict(zip((s for s in symbols if s != x), values, strict=False))
            there = numerator.subs(put)
            if there.free_symbols == {x} and there.is_polynomial(x) and 0 < sympy.degree(there, x) <= MOST_DEGREE:
                for root in sympy.roots(there, x):
                    known = tuple((s, v.subs({**put, x: root})) for s, v in case.values)
                    yield Case((), case.nonzero, (*known, *put.items(), (x, root)))


def _points(case: Case, facts: Facts, seed: int) -> Iterator[Point]:
    """Candidates: the free symbols at simple values, the others as the case gives them."""
    values = dict(case.values)
    spoken = [*(e for eq in facts.equations for e in (eq.lhs, eq.rhs)), *facts.conditions]
    symbols = set().union(*(thing.free_symbols for thing in spoken)) - set(values)
    conditions = [put_in_condition(c, values) for c in facts.conditions]
    conditions += [c for s, v in case.values if s in values for c in assumption_conditions(s, v)]
    conditions = [c for c in conditions if c is not sympy.true]
    symbols |= set().union(*(c.free_symbols for c in conditions))
    if any(isinstance(s, sympy.Dummy) for s in symbols):
        return
    try:
        for point in Domain(tuple(symbols), tuple(conditions)).points(seed, count=POINTS):
            yield {s: put(v, point) for s, v in values.items() if not isinstance(s, sympy.Dummy)} | dict(point)
    except (EmptyDomain, ClaimError):
        return


def exclude_each_other(facts: Facts) -> bool:
    """Is it proved that no admissible values satisfy all equations and conditions?"""
    try:
        return not cases_of(facts.equations, facts.conditions).open_ones
    except GiveUp:
        return False
