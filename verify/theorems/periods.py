"""The smallest period of a finite sum of phases c·exp(i(ω x + b)), in a real or in an integer variable.

cos, sin, products and whole powers of such sums are written as such sums.  After equal
frequencies are collected, terms whose coefficient is zero are dropped; every other
coefficient, and every difference of two frequencies, must be certainly not zero, otherwise
nothing is said.

Why the answer is right, for real x.  exp(iωx) with different real ω are linearly
independent on every interval, so Σ c_k exp(iω_k x) is unchanged by x → x + T exactly if
exp(iω_k T) = 1 for every k with c_k ≠ 0, that is ω_k T/2π is a whole number.  With
ω_k = ω r_k and r_k rational these T are the multiples of 2π/(|ω| g), where g is the
greatest common divisor of the r_k (not counting ω_k = 0).  If some ratio of two frequencies is irrational
there is no T; if no frequency is left the function is constant, and no period is the smallest.

For integer x the period is the smallest positive *integer*.  exp(iωx) depends on ω/2π modulo
1 only, and those of different ω/2π modulo 1 are linearly independent; T is a period if every
ω_k T/2π is a whole number, so the smallest is the least common denominator of the ω_k/2π
(1 for a constant).  If one of them is irrational there is none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import product
from math import gcd, lcm

import sympy
from sympy.logic.boolalg import Boolean

from verify.errors import GiveUp
from verify.normal_form.signs import is_nonzero, is_real
from verify.points.exact_numbers import decide_constant
from verify.proofs.equality import prove_equal
from verify.solving.charts import Chart, chart_of
from verify.wording import words

MOST_WAVES = 64


@dataclass(frozen=True)
class Wave:
    """amplitude · exp(i frequency x), the amplitude free of x and the frequency real."""

    frequency: sympy.Expr
    amplitude: sympy.Expr


@dataclass(frozen=True)
class Periodicity:
    """The smallest positive period, or None with the reason why there is none."""

    least: sympy.Expr | None
    why: str


def smallest_period(expression: sympy.Expr, variable: sympy.Symbol) -> sympy.Expr | None:
    """The smallest positive period; None if there is none or if it is not known.

    >>> x, n = sympy.Symbol("x", real=True), sympy.Symbol("n", integer=True)
    >>> smallest_period(sympy.exp(4 * sympy.pi * sympy.I * x), x)
    1/2
    >>> smallest_period(sympy.exp(4 * sympy.pi * sympy.I * n / 3), n)
    3
    """
    try:
        return periodicity(expression, variable).least
    except GiveUp:
        return None


def periodicity(expression: sympy.Expr, variable: sympy.Symbol, conditions: Iterable[Boolean] = ()) -> Periodicity:
    """The smallest positive period, or why there is none.

    `conditions` link the parameters.  Raises GiveUp.
    """
    chart = chart_of(conditions)
    whole = _is_integer_variable(variable)
    waves = _spectrum(chart.apply(expression), variable)
    survivors = _collected(waves, _same_modulo_one if whole else _same)
    return _for_integers(survivors) if whole else _for_reals(survivors, chart)


def _is_integer_variable(variable: sympy.Symbol) -> bool:
    """True for the whole numbers (or those above a bound), False for the real numbers; nothing is said of other sets."""
    special = (variable.is_even, variable.is_odd, variable.is_prime, variable.is_composite, variable.is_irrational)
    if variable.is_integer and not any(s is True for s in special) and variable.is_finite is not False:
        return True
    if variable.is_real and variable.is_rational is None and variable.is_integer is None:
        return False
    raise GiveUp(f"{variable} runs neither over the real numbers nor over the whole numbers")


# --- the sum of phases --------------------------------------------------------------------------


def _spectrum(e: sympy.Expr, x: sympy.Symbol) -> list[Wave]:
    """The expression as a sum of waves, exactly: Euler's formulas and multiplication."""
    if x not in e.free_symbols:
        return [Wave(sympy.Integer(0), e)]
    if e.is_Add:
        return [wave for term in e.args for wave in _spectrum(term, x)]
    if e.is_Mul:
        return _product([_spectrum(factor, x) for factor in e.args])
    if isinstance(e, sympy.exp):
        return [_wave(e.args[0], x)]
    if isinstance(e, (sympy.cos, sympy.sin)):
        return _of_wave(e, x)
    if isinstance(e, sympy.conjugate):
        return [Wave(-w.frequency, sympy.conjugate(w.amplitude)) for w in _spectrum(e.args[0], x)]
    if e.is_Pow and e.base == -1:
        return [_wave(sympy.I * sympy.pi * e.exp, x)]
    if e.is_Pow and e.exp.is_Integer:
        return _whole_power(_spectrum(e.base, x), int(e.exp))
    raise GiveUp(f"{e} is no finite sum of phases exp(iωx), cosines or sines of {x}")


def _wave(exponent: sympy.Expr, x: sympy.Symbol) -> Wave:
    """exp(exponent), which must be iωx + b with a real ω."""
    frequency = sympy.cancel(sympy.diff(exponent, x) / sympy.I)
    start = exponent.subs(x, 0)
    if x in frequency.free_symbols or start.has(sympy.nan, sympy.zoo) or not is_real(frequency):
        raise GiveUp(f"exp({exponent}) is no phase with a real constant frequency in {x}")
    if prove_equal(exponent, sympy.I * frequency * x + start) is None:
        raise GiveUp(f"{exponent} is not linear in {x}")
    return Wave(frequency, sympy.exp(start))


def _of_wave(e: sympy.Expr, x: sympy.Symbol) -> list[Wave]:
    ahead, behind = _wave(sympy.I * e.args[0], x), _wave(-sympy.I * e.args[0], x)
    half = sympy.Rational(1, 2)
    halves = (half, half) if isinstance(e, sympy.cos) else (-sympy.I * half, sympy.I * half)
    return [Wave(w.frequency, w.amplitude * factor) for w, factor in zip((ahead, behind), halves, strict=True)]


def _product(factors: list[list[Wave]]) -> list[Wave]:
    found = [Wave(sympy.Integer(0), sympy.Integer(1))]
    for factor in factors:
        pairs = product(found, factor)
        found = [Wave(sympy.cancel(a.frequency + b.frequency), a.amplitude * b.amplitude) for a, b in pairs]
        if len(found) > MOST_WAVES:
            raise GiveUp(f"more than {MOST_WAVES} phases")
    return found


def _whole_power(base: list[Wave], exponent: int) -> list[Wave]:
    if len(base) == 1:
        return [Wave(exponent * base[0].frequency, base[0].amplitude ** exponent)]
    if exponent < 0 or exponent > MOST_WAVES:
        raise GiveUp("a reciprocal, or a high power, of a sum of phases")
    return _product([base] * exponent)


def _collected(waves: list[Wave], same: Callable[[sympy.Expr, sympy.Expr], bool]) -> list[Wave]:
    """One wave for each frequency, those with coefficient zero left out."""
    found: list[Wave] = []
    for wave in waves:
        match = next((i for i, old in enumerate(found) if same(old.frequency, wave.frequency)), None)
        if match is None:
            found.append(wave)
        else:
            found[match] = Wave(found[match].frequency, found[match].amplitude + wave.amplitude)
    return [wave for wave in found if not _vanishes(wave.amplitude)]


def _same(a: sympy.Expr, b: sympy.Expr) -> bool:
    difference = sympy.cancel(a - b)
    if _is_zero(difference):
        return True
    if _is_certainly_nonzero(difference):
        return False
    raise GiveUp(f"whether the frequencies {a} and {b} are equal is not known")


def _same_modulo_one(a: sympy.Expr, b: sympy.Expr) -> bool:
    turns = sympy.cancel((a - b) / (2 * sympy.pi))
    if turns.is_Rational or is_irrational(turns):
        return bool(turns.is_Integer)
    raise GiveUp(f"whether {turns} is a whole number is not known")


def _vanishes(amplitude: sympy.Expr) -> bool:
    if _is_zero(amplitude):
        return True
    if _is_certainly_nonzero(sympy.factor_terms(amplitude)):
        return False
    raise GiveUp(f"whether the coefficient {amplitude} vanishes is not known")


def _is_zero(e: sympy.Expr) -> bool:
    return e == 0 or prove_equal(e, sympy.Integer(0)) is not None


def _is_certainly_nonzero(e: sympy.Expr) -> bool:
    """A product whose factors are all certainly not zero, at every admissible value of the parameters."""
    return all(_is_nonzero_factor(factor) for factor in sympy.Mul.make_args(e))


def _is_nonzero_factor(e: sympy.Expr) -> bool:
    if isinstance(e, sympy.exp) or e == sympy.I:
        return True
    if not e.free_symbols and decide_constant(e) is False:
        return True
    if e.is_Pow and e.exp.is_Rational:
        return _is_certainly_nonzero(e.base)
    return is_nonzero(e) or is_nonzero(e / sympy.I)


# --- the period -----------------------------------------------------------------------------------


CONSTANT = Periodicity(None, "the expression does not depend on the variable, so every period has a smaller one")


def _for_reals(waves: list[Wave], chart: Chart) -> Periodicity:
    moving = [wave.frequency for wave in waves if not _is_zero(wave.frequency)]
    if not moving:
        return CONSTANT
    unit = moving[0]
    if not _is_certainly_nonzero(unit):
        raise GiveUp(f"whether the frequency {words(unit)} vanishes is not known")
    ratios = [sympy.cancel(frequency / unit) for frequency in moving]
    for ratio in ratios:
        if not ratio.is_Rational:
            if is_irrational(ratio):
                return Periodicity(None, f"the ratio {words(ratio)} of two of its frequencies is irrational")
            raise GiveUp(f"whether the ratio {words(ratio)} of two frequencies is rational is not known")
    shared = sympy.Rational(gcd(*(int(r.p) for r in ratios)), lcm(*(int(r.q) for r in ratios)))
    least = chart.restore(2 * sympy.pi / (sympy.Abs(unit) * shared))
    return Periodicity(least, f"{len(moving)} frequencies in rational ratios" if len(moving) > 1 else "one frequency")


def _for_integers(waves: list[Wave]) -> Periodicity:
    turns = [sympy.cancel(wave.frequency / (2 * sympy.pi)) for wave in waves]
    for turn in turns:
        if is_irrational(turn):
            return Periodicity(None, f"the phase advances by {words(turn)} of a turn a step, which is irrational")
        if not turn.is_Rational:
            raise GiveUp(f"whether {words(turn)} is rational is not known")
    return Periodicity(sympy.Integer(lcm(*(int(turn.q) for turn in turns), 1)), "the least common denominator")


def is_irrational(number: sympy.Expr) -> bool:
    """True only for certainly irrational numbers: √r of a rational r that is no square, and nonzero a·π or a/π.

    There a is algebraic, so that a rational value would make π algebraic (Lindemann 1882).

    >>> is_irrational(sympy.sqrt(2) / 3), is_irrational(1 / (2 * sympy.pi)), is_irrational(sympy.sqrt(4))
    (True, True, False)
    """
    if number.free_symbols or not number.is_real:
        return False
    square = sympy.expand(number**2)
    if square.is_Rational:
        return not sympy.sqrt(square).is_Rational
    for algebraic in (sympy.cancel(number * sympy.pi), sympy.cancel(number / sympy.pi)):
        if _is_algebraic(algebraic) and decide_constant(algebraic) is False:
            return True
    return False


def _is_algebraic(e: sympy.Expr) -> bool:
    """Built from rational numbers by sums, products and rational powers."""
    if e.is_Rational:
        return True
    if e.is_Add or e.is_Mul:
        return all(_is_algebraic(arg) for arg in e.args)
    return bool(e.is_Pow and e.exp.is_Rational and _is_algebraic(e.base))
