"""A counterexample to a step, confirmed on everything that the step assumes.

The point was found on a parametrisation of the premises.  Before it refutes, it is put into the
premises as they are written: every symbol has a value that it may have, every condition
holds, and every premise is defined and holds there.  So no mistake in solving, in cases or in
substitution can make a refutation wrong.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import sympy
from sympy.core.function import AppliedUndef
from sympy.logic.boolalg import Boolean

from verify.balls import compile_ball
from verify.errors import GiveUp
from verify.points.by_assumptions import allowed
from verify.points.domain import certainly_holds
from verify.points.plan import Point
from verify.premises.facts import Facts
from verify.proofs.definedness import is_defined_at, moved_needs, with_values_of_limits
from verify.proofs.equality import closed_forms, prove_equal
from verify.regularity.existence import existence
from verify.regularity.side_conditions import as_conditions
from verify.regularity.written import is_defined
from verify.solving.equations import has_only_a_sign, is_built_of_finite_parts, is_plain
from verify.solving.replacement import put, put_in_condition
from verify.terms.admissible import Admissible
from verify.terms.requirements import BOUND, Exists, Requirement, outermost
from verify.terms.survey import free_symbols
from verify.vocabulary.moves import Equation
from verify.wording import condition as in_words
from verify.wording import name, words

BITS = 128
ANY_NUMBER = sympy.Symbol("z", complex=True).assumptions0
"""What is assumed of a symbol that may have any finite complex value."""


def full_point(facts: Facts, point: Point) -> Point:
    """The point with the values of the symbols that the premises determine, where these are numbers."""
    values = {s: _value_at(value, _on(value, point)) for s, value in facts.parametrisation.values.items()}
    return point | {s: value for s, value in values.items() if not value.free_symbols}


def _on(part: sympy.Basic, point: Point) -> frozenset[tuple[sympy.Symbol, sympy.Expr]]:
    """The point as far as something speaks of its symbols: a line and its mutants ask the same of one point."""
    spoken = free_symbols(part)
    return frozenset(item for item in point.items() if item[0] in spoken)


@lru_cache(maxsize=4096)
def _value_at(value: sympy.Expr, point: frozenset[tuple[sympy.Symbol, sympy.Expr]]) -> sympy.Expr:
    return _valued(put(value, dict(point)))


@lru_cache(maxsize=4096)
def _is_certain_at(condition: Boolean, point: frozenset[tuple[sympy.Symbol, sympy.Expr]]) -> bool:
    return certainly_holds(put_in_condition(condition, dict(point)))


def objection(facts: Facts, point: Point) -> str | None:
    """Why a point of the parametrised set need not satisfy the premises and conditions, or None if it certainly does."""
    full = full_point(facts, point)
    return objection_to(facts, full, lambda equation: _holds_identically(equation, facts, point))


def objection_to(facts: Facts, point: Point, also: Callable[[Equation], bool] = lambda equation: False) -> str | None:
    """The same for a point with a value of every symbol: all is put in as it is written, and nothing is solved.

    `also` may tell of an equation that no point evaluates, as of undefined functions, that it holds there.
    """
    for symbol, value in point.items():
        if not may_have(symbol, value):
            return f"that {name(symbol)} may have the value {words(value)} could not be confirmed"
    for condition in facts.conditions:
        if not _is_certain_at(condition, _on(condition, point)):
            return f"the condition {in_words(condition)} could not be confirmed at the point"
    for equation in facts.equations:
        if not (_holds_at(equation, point) or also(equation)):
            return f"premise ({equation.label}) could not be confirmed at the point"
    return None


@lru_cache(maxsize=4096)
def may_have(symbol: sympy.Symbol, value: sympy.Expr) -> bool:
    """May the symbol have the exact number?  True only if that is certain."""
    value = _valued(value)
    if value.is_Rational:
        return allowed(symbol, value)
    if value.has(AppliedUndef):
        return _may_have_for_a_function(symbol, value)
    return certainly_holds(Admissible.of(symbol, value)) or (_is_gaussian(value) and allowed(symbol, value))


def _may_have_for_a_function(symbol: sympy.Symbol, value: sympy.Expr) -> bool:
    """The same for a value that an undefined function gives: that of a polynomial with rational coefficients, say.

    Such a polynomial and its derivatives are real and finite at real points; of their signs nothing is known.
    A symbol that may be any complex number may have whatever is built of finite parts.
    """
    there = value.replace(
        lambda part: isinstance(part, sympy.Sum) and all(end.is_Integer for limit in part.limits for end in limit[1:]),
        lambda part: part.doit(),
    ).replace(
        lambda part: isinstance(part, (AppliedUndef, sympy.Derivative, sympy.Subs)),
        lambda part: sympy.Dummy("value", real=True),
    )
    if symbol.assumptions0 == ANY_NUMBER:
        divides = any(part.exp.is_negative and part.free_symbols for part in there.atoms(sympy.Pow))
        return not divides and is_built_of_finite_parts(there)
    is_free = has_only_a_sign(symbol) and symbol.is_zero is None and symbol.is_nonnegative is None
    return is_free and symbol.is_nonpositive is None and is_plain(there)


def _is_gaussian(value: sympy.Expr) -> bool:
    real, imaginary = value.as_real_imag()
    return bool(real.is_Rational and imaginary.is_Rational)


def _holds_at(equation: Equation, full: Point) -> bool:
    return _holds(equation.lhs, equation.rhs, _on(equation.lhs, full) | _on(equation.rhs, full))


@lru_cache(maxsize=4096)
def _holds(left: sympy.Expr, right: sympy.Expr, values: frozenset[tuple[sympy.Symbol, sympy.Expr]]) -> bool:
    """Do the sides have one value there?  Mutants of a line ask it of the same premises at the same points."""
    full = dict(values)
    lhs, rhs = (with_values_of_limits(put(side, full)) for side in (left, right))
    if lhs.free_symbols or rhs.free_symbols or not (_is_finite(lhs) and _is_finite(rhs)):
        return False
    if not (_is_defined(left, full) and _is_defined(right, full)):
        return False  # 0 times what diverges
    return lhs == rhs or prove_equal(lhs, rhs) is not None


def _is_defined(side: sympy.Expr, full: Point) -> bool:
    """Is the side defined there?  An integral or series with a proved value is, so that the rest is asked with that value."""
    if is_defined_at(side, full):
        return True
    parts = tuple(outermost(side))
    values = {part: _valued(put(part, full)) for part in parts}
    if not parts or any(value.has(*BOUND) or value.free_symbols for value in values.values()):
        return False
    stand_ins = {part: sympy.Dummy("value", complex=True) for part in parts}
    rest = side.xreplace(stand_ins)
    return is_defined_at(rest, {**full, **{stand_ins[part]: value for part, value in values.items()}})


def _valued(number: sympy.Expr) -> sympy.Expr:
    """The number with proved values for its integrals and series, where each has one."""
    number = with_values_of_limits(number)
    if not number.has(*BOUND) or number.has(AppliedUndef):
        return number
    value, _, exceptions, _ = closed_forms(number, sympy.S.Zero)
    return number if exceptions or value.has(*BOUND) else value


def _is_finite(number: sympy.Expr) -> bool:
    number = _valued(number)
    try:
        return bool(compile_ball(number)({}, BITS).is_finite())
    except GiveUp:
        return False


def _holds_identically(equation: Equation, facts: Facts, point: Point) -> bool:
    """The premise becomes an identity on the parametrisation, and nothing that must not vanish does so at the point."""
    lhs, rhs = (facts.parametrisation.apply(side) for side in (equation.lhs, equation.rhs))
    proof = prove_equal(lhs, rhs, facts.domain(lhs, rhs))
    if proof is None:
        return False
    needed = as_conditions((*proof.nonzero, *moved_needs((equation.lhs, equation.rhs), facts.parametrisation.apply)))
    return all(c.free_symbols - set(point) or _is_met(c, point) for c in needed)


def _is_met(needed: Boolean, point: Point) -> bool:
    """Is a condition of definedness met?"""
    if isinstance(needed, Exists) and existence(needed.args[0]) == ():
        return True
    if isinstance(needed, Requirement):
        return is_defined((needed,), point, BITS)
    return certainly_holds(put_in_condition(needed, point))
