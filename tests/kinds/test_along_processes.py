"""Differentials: what follows from equations between them and from equations of state, what is refuted, and what is left open."""

from __future__ import annotations

import pickle
from typing import Any

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st
from sympy import Derivative, Eq, Integral, Rational, Subs, cos, exp, log, sin, sqrt

from tests.common.asking import judged, stepped
from tests.soundness import steps
from verify.claims import ClaimError, Paper, differentials, differentiate, follows_from, function, symbol
from verify.judging.judge import judge_claim
from verify.quantities.dimension_names import DIMENSIONLESS, PRESSURE, TEMPERATURE
from verify.units import UnitSystem
from verify.verdicts import ClaimAudit, Result

B, C, K, gamma, a, b, h, n, R, L, T_0, rho_0 = (
    symbol(s, s, s, DIMENSIONLESS, positive=True)
    for s in ["B", "C", "K", "gamma", "a", "b", "h", "n", "R", "L", "T_0", "rho_0"]
)
T, rho, p, V, U, S, X, Y, r, Q, N = (
    symbol(s, s, s, DIMENSIONLESS, positive=True) for s in ["T", "rho", "p", "V", "U", "S", "X", "Y", "r", "Q", "N"]
)
x, y, phi = (symbol(s, s, s, DIMENSIONLESS, real=True) for s in ("x", "y", "phi"))
k = symbol("k", "k", "k", DIMENSIONLESS, integer=True)
f = function("f", "f", "f", DIMENSIONLESS, variables=(rho,), real=True)
d = differentials(constants=(B, C, K, gamma, a, b, h, n, R, L, T_0, rho_0))
SLOPE = [(C * d(T) / T, B * d(rho) / rho)]
FIRST_LAW = [(T * d(S), d(U) + p * d(V)), (U, C * T), (p, R * T / V)]
CLAPEYRON = [(d(p) / d(T), L / (T * V)), (V, R * T / p)]


def asked(line: Any, premises: Any, conditions: Any = (), general: Any = ()) -> ClaimAudit:
    """The line from premises, of which those with these numbers are differentiated as laws of every state."""
    paper = Paper(id="t", title="t", citation="t", units=UnitSystem.SI, sections=("I",))
    lines = [steps.given(paper, *premise) for premise in premises]
    by = [differentiate(one, d, general=True) if i in general else one for i, one in enumerate(lines)]
    return stepped(paper, line, follows_from(*by), conditions)


# --- what a differential is


def test_the_differential_of_an_expression_has_a_term_for_each_symbol_that_is_not_constant() -> None:
    assert d(K * rho**gamma) == K * gamma * rho**gamma / rho * d(rho)
    assert d(T * rho) == T * d(rho) + rho * d(T)
    assert d(log(T)) == d(T) / T
    assert d(f(rho)) == Derivative(f(rho), rho) * d(rho)
    assert d(K) == d(3) == 0
    assert d(Q * T).has(d(Q))


def test_a_differential_has_the_dimension_and_the_print_of_its_symbol_and_is_real() -> None:
    pressure = symbol("P", r"P_{\mathrm{gas}}", "pressure", PRESSURE, positive=True)
    temperature = symbol("theta", r"\theta", "temperature", TEMPERATURE, positive=True)
    dP, dtheta = d(pressure), d(temperature)
    assert (dP.latex, dtheta.latex) == (r"dP_{\mathrm{gas}}", r"d\theta")
    assert (dP.dimension.key, dtheta.dimension.key) == (PRESSURE.key, TEMPERATURE.key)
    assert dP.is_real
    assert dP.is_positive is None
    assert pickle.loads(pickle.dumps(dP)) == dP
    assert sympy.latex(dtheta) == r"d\theta"


def test_two_processes_have_differentials_of_their_own() -> None:
    assert differentials(constants=(T,))(p) != differentials(constants=(S,))(p)
    assert differentials(constants=(T, S))(p) == differentials(constants=(S, T, S))(p)


@pytest.mark.parametrize(
    "expression",
    [
        abs(x), sympy.sign(x), sympy.floor(x), sympy.Max(x, y), Integral(x, (x, 0, y)), sympy.Sum(x**k, (k, 0, 3)), k * x,
        d(x) * y, sympy.Symbol("z") * x, sympy.conjugate(symbol("z", "z", "z", DIMENSIONLESS, complex=True)),
    ],
)  # fmt: skip
def test_what_has_no_differential_by_the_rules_is_refused(expression: Any) -> None:
    with pytest.raises(ClaimError, match=r"differential of .*expected"):
        d(expression)


def test_what_is_no_symbol_is_no_constant() -> None:
    for wrong in (3, T**2, d(T), "T"):
        with pytest.raises(ClaimError, match="expected symbols of the notation"):
            differentials(constants=(wrong,))


def test_whole_numbers_among_the_constants() -> None:
    assert differentials(constants=(k,))(k * x) == k * differentials(constants=(k,))(x)


# --- what follows


@pytest.mark.parametrize(
    ("line", "premises"),
    [
        ((d(log(T)) / d(log(rho)), B / C), SLOPE),
        ((d(C * log(T) - B * log(rho)), 0), SLOPE),
        ((d(p) / p, gamma * d(rho) / rho), [(p, K * rho**gamma)]),
        ((d(p) / d(rho), gamma * p / rho), [(p, K * rho**gamma)]),
        ((d(S), C * d(T) / T + R * d(V) / V), FIRST_LAW),
        ((d(log(p)), L / (R * T**2) * d(T)), CLAPEYRON),
        ((d(U), T * d(S) - p * d(V)), [(Q, T * d(S)), (N, p * d(V)), (d(U), Q - N)]),
        ((d(x) ** 2 + d(y) ** 2, d(r) ** 2 + r**2 * d(phi) ** 2), [(x, r * cos(phi)), (y, r * sin(phi))]),
        ((d(X), 2 * d(Y)), [(X, 2 * Y)]),
        ((d(U), 0), [(d(T), 0), (U, C * T)]),
    ],
)  # fmt: skip
def test_it_follows(line: Any, premises: Any) -> None:
    assert asked(line, premises).result in (Result.PASS, Result.PASS_IF)


@pytest.mark.parametrize(
    ("line", "premises"),
    [
        ((d(T) / d(rho) * rho / T, C / B), SLOPE),  # upside down
        ((d(p) / p, -gamma * d(rho) / rho), [(p, K * rho**gamma)]),  # a sign
        ((d(p) / p, 2 * gamma * d(rho) / rho), [(p, K * rho**gamma)]),  # a factor
        ((d(S), C * d(T) / T), FIRST_LAW),  # a missing term
        ((d(S), C * d(T) / T - R * d(V) / V), FIRST_LAW),
        ((d(log(p)), L / (R * T) * d(T)), CLAPEYRON),  # a missing power
        ((d(x) ** 2 + d(y) ** 2, d(r) ** 2 + r * d(phi) ** 2), [(x, r * cos(phi)), (y, r * sin(phi))]),
        ((d(X), d(Y)), [(X * d(Y), Y * d(X))]),
        ((d(p) / p - d(V) / V, d(T) / T), [(p * V, n * R * T)]),
        ((T * d(rho), d(T * rho)), []),
        ((d(f(rho)), -Derivative(f(rho), rho) * d(rho)), []),
    ],
)  # fmt: skip
def test_a_wrong_differential_is_refuted_with_a_state_and_its_differentials(line: Any, premises: Any) -> None:
    found = asked(line, premises) if premises else judge_identity(line)
    assert found.result is Result.FAIL
    shown = found.readings[0].evidence
    assert shown.counterexample is None or shown.counterexample.point


def judge_identity(line: Any) -> ClaimAudit:
    paper = Paper(id="t", title="t", citation="t", units=UnitSystem.SI, sections=("I",))
    return judge_claim(paper, paper.identity("1", lhs=line[0], rhs=line[1], where="I", printed="as on the page"))


def test_the_quotient_asks_for_a_differential_that_does_not_vanish() -> None:
    found = asked((d(log(T)) / d(log(rho)), B / C), SLOPE)
    assert found.result is Result.PASS_IF
    assert found.readings[0].evidence.conditions == ("drho ≠ 0",)


# --- equations of state


def test_an_equation_that_defines_nothing_is_differentiated_only_if_the_page_says_it_of_every_state() -> None:
    line, premises = (d(p) / p + d(V) / V, d(T) / T), [(p * V, n * R * T)]
    found = asked(line, premises)
    assert found.result is Result.OPEN
    assert "need not hold in every state: differentiate(..., d, general=True)" in found.readings[0].evidence.detail
    assert asked(line, premises, general=(0,)).result is Result.PASS


def test_the_move_refuses_an_equation_that_may_hold_at_one_state() -> None:
    paper = Paper(id="t", title="t", citation="t", units=UnitSystem.SI, sections=("I",))
    law = steps.given(paper, p * V, n * R * T)
    with pytest.raises(ClaimError, match="need not hold in every state; expected an equation that defines a symbol"):
        stepped(paper, (V * d(p) + p * d(V), n * R * d(T)), differentiate(law, d))


def test_functions_of_state_have_differentials_by_the_move() -> None:
    paper = Paper(id="t", title="t", citation="t", units=UnitSystem.SI, sections=("I",))
    law = steps.given(paper, p, f(rho))
    assert stepped(paper, (d(p) / d(rho), Derivative(f(rho), rho)), differentiate(law, d)).result is Result.PASS_IF
    assert stepped(paper, (d(p) / d(rho), -Derivative(f(rho), rho)), differentiate(law, d)).result is not Result.PASS


@pytest.mark.parametrize("condition", [Eq(T, T_0), Eq(rho, T), Eq(V, 2)])
def test_a_line_at_one_place_is_not_one_of_which_the_place_is_differentiated(condition: Any) -> None:
    line = (d(p), -n * R * T / V**2 * d(V))  # true at constant T, false where T passes T_0
    assert asked(line, [(p, n * R * T / V)], (condition,)).result is Result.OPEN
    assert asked((d(rho), d(T)), [(p, n * R * T / V)], (condition,)).result is Result.OPEN


# --- what must not be said


@pytest.mark.parametrize(
    ("line", "premises"),
    [
        # h is said to be constant, and premises make it change; or T has no room
        ((d(h * T), a * T * d(T)), [(h, a * T)]),
        ((d(h * T), 2 * a * T * d(T)), [(h, a * T)]),
        ((d(h * T), a * b * T * d(T)), [(h, a * X), (X, b * T)]),
        ((d(h * T), (a * b + C) * T * d(T)), [(h, a * X + Y), (X, b * T), (Y, C * T)]),
        ((d(h * T), h * d(T)), [(h, sqrt(T) * a), (d(T), d(rho))]),
        # T is T_0 along the process, or passes it
        ((d(p), -n * R * T_0 / V**2 * d(V)), [(p, n * R * T / V), (T, T_0)]),
        ((d(p), n * R * T_0 / V**2 * d(V)), [(p, n * R * T / V), (T, T_0)]),
        # a constant that was forgotten
        ((d(p), Q * R / V * d(T) - Q * R * T / V**2 * d(V)), [(p, Q * R * T / V)]),
        # by integration, with constants from elsewhere
        ((T**C / rho**B, T_0**C / rho_0**B), SLOPE),
        ((T, K * rho ** (B / C)), SLOPE),
        ((T, K * rho ** (B / C)), [*SLOPE, (K, T_0 / rho_0 ** (B / C))]),
        ((d(T), K * B / C * rho ** (B / C - 1) * d(rho)), [*SLOPE, (K, T_0 / rho_0 ** (B / C))]),
        ((d(T), Q * B / C * rho ** (B / C - 1) * d(rho)), [*SLOPE, (Q, N / Y ** (B / C))]),
        ((p, K * exp(-L / (R * T))), CLAPEYRON),
        # two processes at once, or a differential that vanishes
        ((d(p), 7 * d(rho)), [(d(T), B * d(rho)), (d(T), 2 * B * d(rho)), (p, K * rho)]),
        ((d(p), 7 * d(rho)), [*SLOPE, (2 * d(T), 0 * d(rho)), (p, K * rho)]),
        ((d(p) / d(T), 5), [(d(T), 0), (p, K * T)]),
        # the process ends where it is singular
        ((d(X) * Y**2, X**2 * d(Y)), [(X * d(Y), Y * d(X)), (X, 2 * Y)]),
        # a constant alone on a side
        ((d(U), 0), [(d(U), Y * d(X) + X * d(Y)), (X * Y, a)]),
        ((d(p) / p, gamma * d(rho) / rho), [(K, p * rho**-gamma)]),
        # a law beside a condition that is met at one place
        ((d(p), 0), [(p, a + b * (T - T_0) ** 2)]),
        # a function of state that is not differentiated
        ((d(p), -Derivative(f(rho), rho) * d(rho)), [(p, f(rho))]),
    ],
)  # fmt: skip
def test_it_is_left_open(line: Any, premises: Any) -> None:
    assert asked(line, premises).result is Result.OPEN


def test_a_constant_alone_on_a_side_names_no_value_that_changes() -> None:
    premises = [(d(U), Y * d(X) + X * d(Y)), (X * Y, a)]
    assert asked((d(U), 0), premises, general=(1,)).result is Result.PASS
    assert asked((Y * d(X), X * d(Y)), premises[1:]).result is Result.FAIL
    assert asked((d(p) / p, gamma * d(rho) / rho), [(K, p * rho**-gamma)], general=(0,)).result is Result.PASS


def test_differentials_of_two_processes_do_not_meet() -> None:
    isothermal, adiabatic = differentials(constants=(T, R)), differentials(constants=(S, R, gamma))
    premises = [(isothermal(p) / p, -isothermal(V) / V), (adiabatic(p) / p, -gamma * adiabatic(V) / V)]
    assert asked((isothermal(p) / p, -gamma * isothermal(V) / V), premises).result is Result.OPEN
    assert asked((isothermal(p), adiabatic(p)), premises).result is Result.OPEN


# --- at random

STATES = (T, rho, V)
powers = st.fractions(min_value=-3, max_value=3, max_denominator=2)
monomials = st.lists(powers, min_size=3, max_size=3).filter(lambda e: sum(bool(q) for q in e) > 1)


@given(monomials, st.sampled_from([1, 2]))
def test_the_logarithmic_differential_of_a_product_of_powers(exponents: Any, slip: int) -> None:
    """p = K Π x^q has dp/p = Σ q dx/x, and with one of the exponents doubled it has not."""
    law = p, K * sympy.Mul(*(s ** Rational(q) for s, q in zip(STATES, exponents, strict=True)))
    wrong = [q * (slip if i == next(j for j, e in enumerate(exponents) if e) else 1) for i, q in enumerate(exponents)]
    line = d(p) / p, sympy.Add(*(Rational(q) * d(s) / s for s, q in zip(STATES, wrong, strict=True)))
    assert asked(line, [law]).result is (Result.PASS if slip == 1 else Result.FAIL)


@given(st.tuples(st.integers(1, 4), st.integers(1, 4)), st.integers(-3, 3).filter(bool))
def test_a_slope_of_a_linear_equation(numbers: Any, factor: int) -> None:
    one, other = numbers
    line = one * d(T), factor * other * d(rho)
    expected = (Result.PASS, Result.PASS_IF) if factor == 1 else (Result.FAIL,)
    assert asked(line, [(one * d(T) / T, other * d(rho) / T)]).result in expected


def test_a_differential_under_a_place_is_left_alone() -> None:
    line = Subs(Derivative(f(rho), rho), rho, rho_0) * d(rho), d(f(rho))
    assert judged(line, SLOPE).result is not Result.PASS
