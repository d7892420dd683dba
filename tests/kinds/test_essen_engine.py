"""Sums over particles, expansions, periods, growth, bound states and rounded inputs: hand-worked."""

from __future__ import annotations

from typing import Any

import mpmath
import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import Abs, I, Integer, Rational, cos, exp, log, pi, sin, sqrt

from tests.common.asking import outcome
from tests.common.examples import examples
from verify.claims import (
    CODATA_2022,
    ClaimError,
    approx,
    components_equal,
    cross,
    diverges,
    dot,
    expands_to,
    for_every_number,
    function,
    indexed,
    order_of,
    over,
    over_others,
    over_pairs,
    printed_number,
    rounded,
    scaled,
    smallest_period,
    soft_ground_state,
    symbol,
    total,
    triple,
)
from verify.deciding.decide import decide
from verify.deciding.settings import Settings
from verify.errors import GiveUp
from verify.kinds.table import KINDS
from verify.points.domain import Domain
from verify.premises.facts import Facts
from verify.quantities.dimension_names import DIMENSIONLESS
from verify.quantities.units import metre, micro
from verify.refuting.trial_functions import instances
from verify.slips.mutants import try_mutants
from verify.theorems.periods import smallest_period as period_of
from verify.theorems.series import expand_at_zero
from verify.theorems.soft_coulomb import ground_state
from verify.verdicts import Grade, Outcome
from verify.vocabulary.indexed_sums import slope, written_out
from verify.vocabulary.moves import Equation
from verify.vocabulary.readings import Reading

i, j, k = (symbol(n, n, "index", DIMENSIONLESS, integer=True, positive=True) for n in "ijk")
N = symbol("N", "N", "number", DIMENSIONLESS, integer=True, positive=True)
x = indexed("x", "x", "a quantity", DIMENSIONLESS, real=True)
w = indexed("w", "w", "a weight", DIMENSIONLESS, positive=True)
a, b, q = (symbol(n, n, n, DIMENSIONLESS, positive=True) for n in "abq")
y = symbol("y", "y", "y", DIMENSIONLESS, real=True)
W, u = (symbol(n, n, n, DIMENSIONLESS, real=True) for n in "Wu")
v_1, v_2, p_1, p_2 = (symbol(n, n, n, DIMENSIONLESS, real=True) for n in ("v_1", "v_2", "p_1", "p_2"))
f = function("f", "f", "any function", DIMENSIONLESS, arguments=(DIMENSIONLESS,), real=True)
NOTHING = Facts((), ())


# --- sums over particles ------------------------------------------------------------------------


TRUE_SUMS = {
    "each pair counted twice": for_every_number(
        over_pairs(i, j, N, x(i) * x(j)), over(i, N, x(i) * over_others(j, i, N, x(j))) / 2, number=N
    ),
    "∂ of a sum of squares": for_every_number(over(i, N, w(i) * x(i) ** 2), 2 * w(k) * x(k), number=N, slope=x(k)),
    "∂ of a sum over pairs": for_every_number(
        over_pairs(i, j, N, cos(x(i) - x(j))),
        over_others(j, k, N, -sin(x(k) - x(j))),
        number=N,
        slope=x(k),
    ),
    "contraction": for_every_number(
        over(j, N, sympy.KroneckerDelta(j, k) * x(j)) + over_others(j, k, N, w(j)),
        x(k) - w(k) + over(j, N, w(j)),
        number=N,
    ),
    "square of a sum": for_every_number(
        over(i, N, over(j, N, x(i) * x(j))), over(i, N, x(i) ** 2) + 2 * over_pairs(i, j, N, x(i) * x(j)), number=N
    ),
}
FALSE_SUMS = {
    "factor ½ lost": for_every_number(
        over_pairs(i, j, N, x(i) * x(j)), over(i, N, x(i) * over_others(j, i, N, x(j))), number=N
    ),
    "diagonal kept": for_every_number(
        over_pairs(i, j, N, x(i) * x(j)), over(i, N, over(j, N, x(i) * x(j))) / 2, number=N
    ),
    "sign of the force": for_every_number(
        over_pairs(i, j, N, cos(x(i) - x(j))), over_others(j, k, N, sin(x(k) - x(j))), number=N, slope=x(k)
    ),
    "wrong weight": for_every_number(over(i, N, w(i) * x(i) ** 2), 2 * x(k), number=N, slope=x(k)),
    "the other index": for_every_number(over_others(j, k, N, w(j) * x(j)), over_others(j, k, N, w(k) * x(j)), number=N),
}


@pytest.mark.parametrize("name", sorted(TRUE_SUMS))
def test_a_true_sum_is_proved_for_every_number(name: str) -> None:
    (statement,) = TRUE_SUMS[name]
    found = KINDS[type(statement)].check(statement, NOTHING, Settings())
    assert (found.outcome, found.grade) == (Outcome.PROVED, Grade.EXACT)


@pytest.mark.parametrize("name", sorted(FALSE_SUMS))
def test_a_false_sum_is_refuted_with_few_particles(name: str) -> None:
    (statement,) = FALSE_SUMS[name]
    found = KINDS[type(statement)].check(statement, NOTHING, Settings())
    assert found.outcome is Outcome.REFUTED
    assert "For N = " in found.evidence.detail


def test_a_sum_that_holds_for_two_particles_only_is_refuted() -> None:
    lhs, rhs = over_pairs(i, j, N, x(i) * x(j)), over(i, N, x(i) * over_others(j, i, N, x(j))) / N
    assert outcome(for_every_number(lhs, rhs, number=N)) is Outcome.REFUTED


def test_an_asymmetric_sum_over_pairs_has_no_symmetric_form() -> None:
    lhs, rhs = over_pairs(i, j, N, w(i)), over(i, N, over_others(j, i, N, w(i))) / 2
    assert outcome(for_every_number(lhs, rhs, number=N)) is Outcome.REFUTED


def test_a_sum_of_numbers_is_proved_by_induction() -> None:
    """Σ_i i = N(N+1)/2 has summands that differ on the two sides."""
    (statement,) = for_every_number(over(i, N, i * a), N * (N + 1) / 2 * a, number=N)
    found = KINDS[type(statement)].check(statement, NOTHING, Settings())
    assert (found.outcome, found.grade) == (Outcome.PROVED, Grade.EXACT)
    assert "Induction on N" in found.evidence.detail


def test_slope_agrees_with_the_derivative_of_the_sum_written_out() -> None:
    expression = over_pairs(i, j, N, w(i) * w(j) * cos(x(i) - x(j))) + over(i, N, w(i) * x(i) ** 3)
    for count in (2, 3, 4):
        for at in range(1, count + 1):
            plain = written_out(expression, N, count, {})
            own = written_out(slope(expression, x(k)), N, count, {k: at})
            letter = next(s for s in plain.free_symbols if s.name == f"x_({at})")
            assert sympy.expand(sympy.diff(plain, letter) - own) == 0


def test_an_infinite_diagonal_is_left_out() -> None:
    others = over(i, N, over_others(j, i, N, 1 / (x(i) - x(j)) ** 2))
    assert (
        outcome(for_every_number(others, 2 * over_pairs(i, j, N, 1 / (x(i) - x(j)) ** 2), number=N)) is Outcome.PROVED
    )
    assert not written_out(others, N, 3, {}).has(sympy.zoo, sympy.nan)
    assert written_out(others, N, 1) == 0


def test_a_sum_with_a_stray_limit_is_no_claim() -> None:
    with pytest.raises(ClaimError, match="limit"):
        outcome(for_every_number(sympy.Sum(x(i), (i, 1, j)), over(i, N, x(i)), number=N))


# --- expansions -----------------------------------------------------------------------------------


V = (1 + 3 * cos(y)) / (4 * sqrt(2 * (1 - cos(y))))


def test_every_printed_coefficient_counts() -> None:
    good = 1 / Abs(y) - Abs(y) / 3 + Rational(97, 5760) * Abs(y) ** 3
    assert outcome(expands_to(V, y, good, order=5)) is Outcome.PROVED
    assert outcome(expands_to(V, y, good, order=6)) is Outcome.REFUTED
    assert (
        outcome(expands_to(V, y, 1 / Abs(y) - Abs(y) / 3 + Rational(98, 5760) * Abs(y) ** 3, order=5))
        is Outcome.REFUTED
    )
    assert outcome(expands_to(V, y, 1 / y - Abs(y) / 3, order=3)) is Outcome.REFUTED


def test_expansion_of_exact_functions() -> None:
    assert outcome(expands_to(exp(y) * cos(y), y, 1 + y - y**3 / 3, order=4)) is Outcome.PROVED
    assert outcome(expands_to(1 / sqrt(1 - y**2), y, 1 + y**2 / 2, order=4)) is Outcome.PROVED
    assert outcome(expands_to(1 / (a + y), y, 1 / a - y / a**2, order=2)) is Outcome.PROVED
    assert outcome(expands_to(1 / (a + y), y, 1 / a + y / a**2, order=2)) is Outcome.REFUTED


def test_what_cannot_be_expanded_is_not_decided() -> None:
    assert outcome(expands_to(exp(1 / y), y, Integer(1), order=1)) is Outcome.UNDECIDED
    assert outcome(expands_to(sympy.gamma(1 + y), y, Integer(1), order=1)) is Outcome.UNDECIDED
    with pytest.raises(GiveUp):
        expand_at_zero(sqrt(a), a, 4)


@pytest.mark.slow
@settings(derandomize=True, deadline=None, max_examples=examples(40))
@given(
    st.lists(st.integers(-4, 4), min_size=3, max_size=3),
    st.sampled_from(["power", "exp", "sin", "root"]),
)
def test_coefficients_agree_with_taylors(numbers: list[int], kind: str) -> None:
    t = sympy.Symbol("t", positive=True)
    inner = numbers[0] * t + numbers[1] * t**2 + numbers[2] * t**3
    whole = {"power": (2 + inner) ** -2, "exp": exp(inner), "sin": sin(inner + 1), "root": sqrt(4 + inner)}[kind]
    found = expand_at_zero(whole, t, 4)
    for order in range(4):
        expected = sympy.diff(whole, t, order).subs(t, 0) / sympy.factorial(order)
        assert sympy.simplify(found.coefficient(order) - expected) == 0


# --- periods, growth, bound states -----------------------------------------------------------------


def test_only_the_smallest_period_passes() -> None:
    phase = exp(4 * pi * I * y)
    assert outcome(smallest_period(phase, y, Rational(1, 2))) is Outcome.PROVED
    assert outcome(smallest_period(phase, y, 1)) is Outcome.REFUTED
    assert period_of(exp(2 * pi * I * y) + exp(4 * pi * I * y), y) == 1
    assert period_of(exp(y), y) is None
    assert period_of(exp(I * y**2), y) is None


def test_growth_at_a_place() -> None:
    power = a ** (1 / (q - 1))
    assert outcome(diverges(power, q, 1), Facts((), (a > 1,))) is Outcome.PROVED
    assert outcome(diverges(power, q, 1), Facts((), (a < 1,))) is Outcome.REFUTED
    assert outcome(diverges(power, q, 1)) is Outcome.UNDECIDED
    assert outcome(diverges(1 / (q - 1), q, 1)) is Outcome.PROVED
    assert outcome(diverges(q / (q + 1), q, 1)) is Outcome.REFUTED


def test_ground_state_against_mpmath() -> None:
    """Whittaker's function and its derivative by mpmath, at ε = 1/10."""
    bracket = ground_state(Rational(1, 10))
    assert bracket is not None
    low, high = bracket
    assert high - low < Rational(1, 10**12)
    with mpmath.workdps(30):
        kappa = mpmath.mpf(low.p) / low.q
        slope_there = mpmath.diff(lambda z: mpmath.whitw(1 / kappa, mpmath.mpf(1) / 2, z), 2 * kappa / 10)
    assert abs(slope_there) < mpmath.mpf("1e-12")


def test_a_leading_logarithm_is_no_equality() -> None:
    formula = (2 * log(q)) ** 2
    assert outcome(soft_ground_state(formula, q, at=(100,))) is Outcome.REFUTED
    assert outcome(soft_ground_state(formula, q, at=(100,), leading=True)) is Outcome.PROVED
    assert outcome(soft_ground_state(2 * formula, q, at=(100,), leading=True)) is Outcome.REFUTED
    assert outcome(soft_ground_state(log(q) ** 2, q, at=(100,), leading=True)) is Outcome.REFUTED


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        (4 * log(3 * q) ** 2 + 1000 * log(q) + 1 / q, Outcome.PROVED),
        (log(q**2) ** 2, Outcome.PROVED),
        (4 * log(q) ** 2 + sqrt(q), Outcome.REFUTED),
        (4 * log(q) ** 2 * q / (q + 1), Outcome.UNDECIDED),
        (4 * log(q) ** 3, Outcome.REFUTED),
        (-4 * log(q) ** 2, Outcome.REFUTED),
        ((4 + pi / Integer(10) ** 30) * log(q) ** 2, Outcome.REFUTED),
        (4 * log(-q) ** 2, Outcome.REFUTED),
        (4 * log(q) ** 2 * (1 + a), Outcome.UNDECIDED),
        (4 * log(q) * log(log(q)), Outcome.UNDECIDED),
        (4 * (sin(1) ** 2 + cos(1) ** 2) * log(q) ** 2, Outcome.PROVED),
    ],
)
def test_the_leading_term_is_read_off_however_slow_the_approach(formula: sympy.Expr, expected: Outcome) -> None:
    """A thousand ln q beside 4 ln²q changes nothing in the limit, though the quotient is 0.3 at q = 10^100."""
    assert outcome(soft_ground_state(formula, q, at=(100,), leading=True)) is expected


def leading_with(formula: Any, *premises: tuple[Any, Any], where: tuple[Any, ...] = ()) -> Outcome:
    facts = Facts(tuple(Equation(f"p{n}", *pair) for n, pair in enumerate(premises)), where)
    (statement,) = soft_ground_state(formula, q, at=(100,), leading=True)
    return KINDS[type(statement)].check(statement, facts, Settings()).outcome


@pytest.mark.slow
def test_premises_that_hold_at_one_ratio_only_imply_nothing() -> None:
    """4 ln²q = ln²q holds at q = 1 alone; and so on, down to premises on the ratio itself."""
    four, one = 4 * log(q) ** 2, log(q) ** 2
    assert leading_with(W, (W, four)) is Outcome.PROVED
    assert leading_with(W, (W, 2 * one)) is Outcome.REFUTED
    assert leading_with(W, (W, u), (u, four)) is Outcome.PROVED
    for premises in (
        ((W, four), (W, one)),
        ((W, one), (W, four)),
        ((W, four), (W, u), (u, one)),
        ((W, four), (q, Integer(2))),
        ((W, four), (log(q), 3 * u), (u, Integer(1))),
        ((W, four), (q + u, Integer(4)), (W, u)),
        ((one, W),),
    ):
        assert leading_with(W, *premises) is Outcome.UNDECIDED


def test_conditions_that_keep_the_ratio_small_leave_its_limit_open() -> None:
    right, wrong = 4 * log(q) ** 2, log(q) ** 2
    assert leading_with(right, where=(q > 1,)) is Outcome.PROVED
    assert leading_with(wrong, where=(q > 1,)) is Outcome.REFUTED
    for where in ((q < 1000,), (q > 200,), (q > 1, q < 0), (sin(q) > 0,)):
        assert leading_with(right, where=where) is leading_with(wrong, where=where) is Outcome.UNDECIDED


def test_an_energy_is_a_real_number() -> None:
    assert outcome(soft_ground_state(4 * log(-q) ** 2, q, at=(100,))) is Outcome.REFUTED
    assert outcome(soft_ground_state(4 * log(q) ** 2, q, at=(100,))) is Outcome.REFUTED


@pytest.mark.parametrize("power", [1, 2, 6, 10, 40, 100])
def test_the_exact_state_lies_between_its_bounds(power: int) -> None:
    """4L² − 8L(ln 4L + 1) ≤ κ² ≤ 4 ln²(1 + q) + 2, at q = 10^power; above 10^10 the lower bound is positive."""
    bracket = ground_state(Rational(1, 10**power))
    assert bracket is not None
    low, high = (mpmath.mpf(end.p) / end.q for end in bracket)
    length = power * mpmath.log(10)
    above = 4 * mpmath.log(1 + mpmath.mpf(10) ** power) ** 2 + 2
    assert 4 * length**2 - 8 * length * (mpmath.log(4 * length) + 1) < low**2 <= high**2 < above


@pytest.mark.parametrize("power", [1, 3, 10])
def test_the_trial_function_has_the_energy_that_the_bound_uses(power: int) -> None:
    """√k e^{−k|x|}, k = 2 ln q: k²/2 − 2k e^z E₁(z), z = 2k/q, by quadrature; and e^z E₁(z) ≥ −ln z − 1."""
    q_here = mpmath.mpf(10) ** power
    k_here = 2 * mpmath.log(q_here)
    z = 2 * k_here / q_here
    potential = mpmath.quad(
        lambda s: 2 * k_here * mpmath.exp(-2 * k_here * s) / (s + 1 / q_here),
        [0, 1 / q_here, 1 / k_here, 1, mpmath.inf],
    )
    inside = mpmath.exp(z) * mpmath.e1(z)
    assert abs(potential / (2 * k_here * inside) - 1) < mpmath.mpf("1e-8")
    assert inside > -mpmath.log(z) - 1


# --- undefined functions -----------------------------------------------------------------------------


def test_a_line_that_fails_for_one_function_fails() -> None:
    domain = Domain((y,), ())
    product = sympy.diff(y * f(y), y)
    assert decide(product, f(y) + y * sympy.diff(f(y), y), domain).outcome is Outcome.PROVED
    assert decide(product, f(y) - y * sympy.diff(f(y), y), domain).outcome is Outcome.REFUTED


def test_no_trial_for_assumptions_that_a_polynomial_need_not_meet() -> None:
    whole = function("g", "g", "whole numbers", DIMENSIONLESS, arguments=(DIMENSIONLESS,), integer=True)
    above = function("h", "h", "positive", DIMENSIONLESS, arguments=(DIMENSIONLESS,), positive=True)
    assert list(instances(whole(y))) == []
    assert all(e.is_positive for (e,) in instances(above(y)))
    assert decide(Abs(above(y)), above(y), Domain((y,), ())).outcome is not Outcome.REFUTED


# --- rounded inputs and vectors ------------------------------------------------------------------------


def test_a_fail_must_survive_the_rounding_of_the_inputs() -> None:
    exactly = approx(a, "3.4", constants={a: printed_number("3.3")})
    assert outcome(exactly) is Outcome.REFUTED
    some = approx(a * b, "10", constants={a: rounded("3.3"), b: rounded("3.0")}, somewhere=True)
    none = approx(a * b, "12", constants={a: rounded("3.3"), b: rounded("3.0")}, somewhere=True)
    assert outcome(some) is Outcome.PROVED
    assert outcome(none) is Outcome.REFUTED


def test_a_printed_input_has_its_unit() -> None:
    assert outcome(approx(a, "2.2e-6", constants={a: printed_number("2.2", micro * metre)})) is Outcome.PROVED
    assert outcome(order_of(a, "1e-6", constants={a: rounded("2.2", micro * metre)})) is Outcome.PROVED
    assert CODATA_2022.a_0.value < Rational("5.3e-11")


def test_vectors() -> None:
    e_x, e_y = triple(1, 0, 0), triple(0, 1, 0)
    assert cross(e_x, e_y) == triple(0, 0, 1)
    assert dot(total(e_x, scaled(2, e_y)), e_y) == 2
    assert outcome(components_equal(cross(triple(a, b, 0), e_x), triple(0, 0, -b))) is Outcome.PROVED
    assert outcome(components_equal(cross(triple(a, b, 0), e_x), triple(0, 0, b))) is Outcome.REFUTED
    with pytest.raises(ClaimError, match="nothing to decide"):
        components_equal(triple(0, 0, 0), triple(0, 0, 0))


@pytest.mark.parametrize("name", sorted(TRUE_SUMS))
def test_mutants_of_sums_are_killed(name: str) -> None:
    mutants = try_mutants(Reading("as printed", TRUE_SUMS[name]), Settings())
    assert mutants.made > 3
    assert mutants.killed == mutants.made
