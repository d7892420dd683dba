"""Solves an equation for one of its symbols, and hands on what is assumed of the symbol (several: `verify.solving.systems`)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import sympy
from sympy.logic.boolalg import Boolean

from verify.balls import compile_ball
from verify.errors import GiveUp
from verify.normal_form.signs import is_nonzero, is_positive, sign_set
from verify.points.by_assumptions import allowed
from verify.solving.replacement import put_in_condition, relation
from verify.terms.admissible import Admissible, defined_where
from verify.terms.quotients import cancelled
from verify.terms.sign_algebra import NEGATIVE, NONNEGATIVE, TRUE_FOR, admitted
from verify.vocabulary.moves import Equation


@dataclass(frozen=True)
class Solution:
    """`symbol = value`, the only solution on the domain wherever the conditions hold.

    Where one of `conditions` fails the equation may still hold, for another value of the
    symbol: that is a case of its own.  Where one of `demanded` fails the equation does not hold.
    """

    symbol: sympy.Symbol
    value: sympy.Expr
    conditions: tuple[Boolean, ...] = ()
    demanded: tuple[Boolean, ...] = ()


# --- what is assumed of a symbol, asked of its value -------------------------------------------


@lru_cache(maxsize=8192)
def assumption_conditions(symbol: sympy.Symbol, value: sympy.Expr) -> tuple[Boolean, ...]:
    """All that is assumed of a symbol, as conditions on the expression that replaces it.

    Plain relations first: a sign, where the value is real, where it is defined.  What they
    do not say (integer, even, real, finite) is said by `Admissible`, unless no rule encloses
    the value (an undefined function), so that no point is taken from it anyway.  Factors
    that are positive by declaration are left out, so that 2 x > 0 reads x > 0.
    """
    if value.is_Rational:
        return () if allowed(symbol, value) else (sympy.false,)
    found = [relation("!=", c.lhs, c.rhs) for c in defined_where(value)]
    told, sufficient = reality(value) if symbol.is_extended_real else ([], is_built_of_finite_parts(value))
    found += told
    sign = _sign_demanded(symbol)
    if sign is not None:
        factors = (f for f in sympy.Mul.make_args(sympy.factor_terms(value)) if not is_positive(f))
        found.append(_with_a_symbol_alone(sign, sympy.Mul(*map(_of_the_same_sign, factors))))
    elif symbol.is_extended_real and told == [] and not sufficient and _is_imaginary(value):
        found.append(sympy.false)
    if not (sufficient and has_only_a_sign(symbol)) and _has_enclosure(value):
        found.append(Admissible.of(symbol, value))
    strict = {c.lhs for c in found if isinstance(c, sympy.StrictGreaterThan) and c.rhs == 0}
    needed = [c for c in dict.fromkeys(found) if not (isinstance(c, sympy.Ne) and c.lhs in strict)]
    return (sympy.false,) if sympy.false in needed else tuple(c for c in needed if c is not sympy.true)


def _with_a_symbol_alone(sign: str, value: sympy.Expr) -> Boolean:
    """`value > 0`, as x > y for x - y: bounds of symbols are what the provers know how to use."""
    terms = sympy.Add.make_args(value)
    for term in terms if len(terms) > 1 else ():
        if term.is_Symbol or (-term).is_Symbol:
            rest = value - term
            found = relation(sign, term, -rest) if term.is_Symbol else relation(sign, rest, -term)
            if not rest.has(term.as_coeff_Mul()[1]):
                return found
    return relation(sign, value, sympy.S.Zero)


def _of_the_same_sign(factor: sympy.Expr) -> sympy.Expr:
    """√(1 - v²) is as 1 - v², where it is real."""
    is_root = isinstance(factor, sympy.Pow) and factor.exp.is_Rational and not factor.exp.is_Integer
    return factor.base if is_root and is_plain(factor.base) else factor


def _sign_demanded(symbol: sympy.Symbol) -> str | None:
    return next((rel for rel, signs in TRUE_FOR.items() if signs == admitted(symbol)), None)


def _is_imaginary(value: sympy.Expr) -> bool:
    return is_nonzero(value / sympy.I)


@lru_cache(maxsize=4096)
def has_only_a_sign(symbol: sympy.Symbol) -> bool:
    """Is no more assumed than that the symbol is complex, or real with a sign?"""
    known = sympy.Dummy(
        **{
            n: True
            for n in ("complex", "real", "positive", "negative", "nonnegative", "nonpositive", "nonzero")
            if getattr(symbol, f"is_{n}")
        }
    )
    return all(known.assumptions0.get(name) is truth for name, truth in symbol.assumptions0.items())


REAL_FUNCTIONS = (sympy.exp, sympy.sin, sympy.cos, sympy.sinh, sympy.cosh, sympy.tanh, sympy.atan, sympy.asinh)
"""Real and finite wherever the argument is."""


def reality(value: sympy.Expr) -> tuple[list[Boolean], bool]:
    """Relations that hold wherever the value is real and defined, and whether they suffice.

    Denominators aside (see `defined_where`).  A real base to a power that is no integer is real
    only for a base ≥ 0, a logarithm only of a number > 0; one doubtful term of a sum of
    real ones must be real itself, and so must one doubtful factor beside real ones that are not 0.

    >>> b = sympy.Symbol("b", real=True)
    >>> reality(1 / sympy.sqrt(1 - b**2))
    ([1 - b**2 > 0], True)
    """
    if is_plain(value):
        return [], True
    if isinstance(value, sympy.Pow) and value.exp.is_Rational and not value.exp.is_Integer and is_plain(value.base):
        return [relation(">" if value.exp < 0 else ">=", value.base, sympy.S.Zero)], True
    if isinstance(value, sympy.log):
        return [relation(">", value.args[0], sympy.S.Zero)], is_plain(value.args[0])
    if isinstance(value, (sympy.asin, sympy.acos)) and is_plain(value.args[0]):
        return [relation("<=", value.args[0], sympy.S.One), relation(">=", value.args[0], sympy.S.NegativeOne)], True
    if isinstance(value, (sympy.Add, sympy.Mul)):
        doubtful = [arg for arg in value.args if not is_plain(arg)]
        others = [arg for arg in value.args if is_plain(arg)]
        if len(doubtful) == 1 and (value.is_Add or all(map(is_certainly_nonzero, others))):
            return reality(doubtful[0])
    return [], False


def is_plain(value: sympy.Expr) -> bool:
    """Is the value certainly real and finite wherever no divisor in it vanishes?"""
    if isinstance(value, sympy.Symbol):
        return bool(value.is_real)
    if value.is_Rational or value in (sympy.pi, sympy.E, sympy.EulerGamma, sympy.GoldenRatio, sympy.Catalan):
        return True
    if isinstance(value, (sympy.Add, sympy.Mul, *REAL_FUNCTIONS)):
        return all(map(is_plain, value.args))
    if isinstance(value, sympy.log):
        return is_plain(value.args[0]) and is_positive(value.args[0])
    if isinstance(value, sympy.Abs):
        return is_built_of_finite_parts(value.args[0])
    if isinstance(value, sympy.Pow) and is_plain(value.base):
        if is_plain(value.exp) and is_positive(value.base):
            return True
        rational = bool(value.exp.is_Rational) and (sign_set(value.base) or NEGATIVE) <= NONNEGATIVE
        return bool(value.exp.is_Integer) or rational
    return False


def is_built_of_finite_parts(value: sympy.Expr) -> bool:
    """Is the value certainly finite, for real and complex symbols, wherever no divisor in it vanishes?"""
    if isinstance(value, sympy.Symbol) or value.is_Rational or value in (sympy.pi, sympy.E, sympy.I):
        return True
    finite = (sympy.Add, sympy.Mul, sympy.exp, sympy.sin, sympy.cos, sympy.sinh, sympy.cosh, sympy.Abs)
    if isinstance(value, (*finite, sympy.conjugate, sympy.re, sympy.im)):
        return all(map(is_built_of_finite_parts, value.args))
    return isinstance(value, sympy.Pow) and bool(value.exp.is_Rational) and is_built_of_finite_parts(value.base)


def _has_enclosure(value: sympy.Expr) -> bool:
    try:
        compile_ball(value)
    except GiveUp:
        return False
    return True


# --- solving one equation for one symbol ------------------------------------------------------


def solve_unique(equation: Equation, unknown: sympy.Symbol) -> Solution | None:
    """The unique solution of the equation for the symbol on its domain, or None.

    Three cases, each unique by elementary algebra: the equation already reads
    unknown = value; its numerator is linear, a x + b, with a != 0; or it is a x^k + b
    with x declared positive, which has the one positive root (-b/a)^(1/k) if -b/a > 0.
    """
    return _solution(equation.lhs, equation.rhs, unknown)


@lru_cache(maxsize=4096)
def _solution(lhs: sympy.Expr, rhs: sympy.Expr, unknown: sympy.Symbol) -> Solution | None:
    if lhs == unknown and not rhs.has(unknown):
        return Solution(unknown, rhs)
    if rhs == unknown and not lhs.has(unknown):
        return Solution(unknown, lhs)
    numerator, denominator = _fraction(lhs - rhs)
    coefficients = coefficients_in(numerator, unknown)
    if coefficients is None:
        return None
    degrees = sorted(coefficients)
    defined = () if denominator.is_number else nonzero(denominator)
    if degrees == [1] and (is_certainly_nonzero(unknown) or not is_certainly_nonzero(coefficients[1])):
        return None  # a x = 0 speaks of a as well as of x
    if degrees in ([1], [0, 1]):
        slope = coefficients[1]
        value = cancelled(-coefficients.get(0, sympy.S.Zero) / slope)
        return Solution(unknown, value, nonzero(slope), _after(defined, unknown, value))
    if len(degrees) == 2 and degrees[0] == 0 and unknown.is_positive and not unknown.is_integer:
        radicand = cancelled(-coefficients[0] / coefficients[degrees[1]])
        value = sympy.powdenest(radicand ** sympy.Rational(1, degrees[1]))
        demanded = (relation(">", radicand, sympy.S.Zero), *_after(defined, unknown, value))
        return Solution(unknown, value, nonzero(coefficients[degrees[1]]), demanded)
    return None


@lru_cache(maxsize=1024)
def _fraction(expression: sympy.Expr) -> tuple[sympy.Expr, sympy.Expr]:
    numerator, denominator = sympy.fraction(sympy.together(expression))
    return numerator, denominator


def coefficients_in(numerator: sympy.Expr, unknown: sympy.Symbol) -> dict[int, sympy.Expr] | None:
    """The coefficients of a polynomial in the unknown by their power, or None if it is none."""
    try:
        coefficients = sympy.Poly(numerator, unknown).as_dict()
    except sympy.PolynomialError:
        return None
    if any(c.has(unknown) for c in coefficients.values()):
        return None
    return {power: c for (power,), c in coefficients.items()}


@lru_cache(maxsize=4096)
def nonzero(expression: sympy.Expr) -> tuple[Boolean, ...]:
    """That the expression is not zero, factor by factor, without those that are certain."""
    if expression == 0:
        return (sympy.false,)
    factors = sympy.Mul.make_args(sympy.factor(expression))
    bases = (f.base if f.is_Pow and f.exp.is_Rational and f.exp > 0 else f for f in factors)
    plain = (-f if f.could_extract_minus_sign() else f for f in bases if not is_certainly_nonzero(f))
    return tuple(dict.fromkeys(sympy.Ne(f, 0, evaluate=False) for f in plain))


@lru_cache(maxsize=4096)
def is_certainly_nonzero(expression: sympy.Expr) -> bool:
    if isinstance(expression, sympy.Symbol):
        return expression.is_zero is False
    if isinstance(expression, sympy.exp):
        return True
    return (
        bool(expression.is_Rational and expression != 0) or is_nonzero(expression) or is_nonzero(expression / sympy.I)
    )


def _after(conditions: Iterable[Boolean], unknown: sympy.Symbol, value: sympy.Expr) -> tuple[Boolean, ...]:
    replaced = (put_in_condition(condition, {unknown: value}) for condition in conditions)
    return tuple(condition for condition in replaced if condition is not sympy.true)
