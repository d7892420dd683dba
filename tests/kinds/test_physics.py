"""The constructors of `derivations.physics`: hand-worked cases, and false lines that must not pass."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import Abs, Integer, Rational, cos, exp, sin, sqrt

from derivations.physics.mechanics import conserved, hamilton_equations, legendre
from derivations.physics.statistics import pearson, spearman
from tests.common.examples import examples
from verify.claims import (
    ClaimError,
    Paper,
    UnitSystem,
    as_functions_of,
    at_least,
    decimal,
    equal,
    follows_from,
    function,
    symbol,
)
from verify.deciding.settings import Settings
from verify.judging.verdict_on import judge
from verify.kinds.table import KINDS
from verify.premises.facts import Facts
from verify.quantities.dimension_names import DIMENSIONLESS
from verify.slips.mutants import try_mutants
from verify.verdicts import Outcome
from verify.vocabulary.moves import Equation
from verify.vocabulary.readings import Reading

m, a, k, g, c = (symbol(s, s, s, DIMENSIONLESS, positive=True) for s in "makgc")
b, t, W = (symbol(s, s, s, DIMENSIONLESS, real=True) for s in "btW")
x, z, p_x, p_z, v, w = (symbol(s, s, s, DIMENSIONLESS, real=True) for s in ("x", "z", "p_x", "p_z", "v", "w"))
V = function("V", "V", "any potential", DIMENSIONLESS, arguments=(DIMENSIONLESS,), real=True)
NOTHING = Facts((), ())
SLOWER_THAN_LIGHT = Facts((), (v < c, v > -c))


def given_that(*equations: tuple[Any, Any], where: tuple[Any, ...] = ()) -> Facts:
    return Facts(tuple(Equation(f"p{n}", *pair) for n, pair in enumerate(equations)), where)


def outcome(statements: tuple[Any, ...], facts: Facts = NOTHING) -> Outcome:
    found = [KINDS[type(s)].check(s, facts, Settings()).outcome for s in statements]
    return next((o for o in found if o is not Outcome.PROVED), found[0])


# --- statistics -----------------------------------------------------------------------------------------


def test_pearson_by_hand() -> None:
    """x = 1, 2, 3 and y = 1, 3, 2: Σxy = 1, Σx² = Σy² = 2 about the means, r = 1/2."""
    assert pearson([1, 2, 3], [1, 3, 2]) == Rational(1, 2)
    assert pearson(["1", "2", "3"], ["3.0e5", "2.0e5", "1.0e5"]) == -1
    assert pearson([1, 2, 3], [1, 2, 4]) == 3 / sqrt(Rational(28, 3))


def test_ties_share_their_rank() -> None:
    """Ranks 1, 7/2, 7/2, 2 against 1, 2, 3, 4: Σ = 3/2 about the means, spreads 9/2 and 5."""
    found = spearman([10, 30, 30, 20], [1, 2, 3, 4])
    assert found == pearson([2, 7, 7, 4], [1, 2, 3, 4]) == Rational(3, 2) / sqrt(Rational(45, 2))


@pytest.mark.parametrize(
    ("xs", "ys", "why"),
    [
        ([1, 1, 1], [1, 2, 3], "throughout"),
        (["1", "2", "3"], ["1", "2"], "same length"),
        ([1, 2], [1, 2], "at least 3"),
        ([1, 2, sqrt(2)], [1, 2, 3], "rational"),
        ([1, 2, 0.5], [1, 2, 3], "exact"),
    ],
)
def test_columns_without_a_coefficient_are_refused(xs: list[Any], ys: list[Any], why: str) -> None:
    for coefficient in (pearson, spearman):
        with pytest.raises(ClaimError, match=why):
            coefficient(xs, ys)


@settings(derandomize=True, deadline=None, max_examples=examples(30))
@given(st.lists(st.tuples(st.integers(-9, 9), st.integers(-9, 9)), min_size=3, max_size=6))
def test_pearson_against_the_other_formula(pairs: list[tuple[int, int]]) -> None:
    """r² = (n Σxy − Σx Σy)² / ((n Σx² − (Σx)²)(n Σy² − (Σy)²)), with the sign of the numerator."""
    xs, ys = ([Fraction(pair[k]) for pair in pairs] for k in (0, 1))
    if len(set(xs)) == 1 or len(set(ys)) == 1:
        return
    top, across, down = (len(xs) * sum(a * b for a, b in zip(u, v, strict=True)) - sum(u) * sum(v) for u, v in ((xs, ys), (xs, xs), (ys, ys)))  # fmt: skip
    found = pearson([pair[0] for pair in pairs], [pair[1] for pair in pairs])
    assert found**2 == Rational(int(top**2), int(across * down))
    assert (found > 0) == (top > 0)


def test_claims_about_correlation() -> None:
    up, mixed, down = ["1", "2", "3", "4"], ["2", "1", "4", "3"], ["4", "3", "2", "1"]
    assert outcome(at_least(pearson(up, mixed), decimal("0.6"))) is Outcome.PROVED
    assert outcome(at_least(pearson(up, mixed), decimal("0.61"))) is Outcome.REFUTED
    assert outcome(at_least(spearman(up, mixed), decimal("0.6"))) is Outcome.PROVED
    assert outcome(at_least(spearman(up, down), decimal("0.1"))) is Outcome.REFUTED
    nearly = ["1", "2", "3", "4.000000000001"]
    assert outcome(at_least(pearson(up, nearly), Integer(1))) is Outcome.REFUTED


# --- Legendre transforms --------------------------------------------------------------------------------


FREE = m * v**2 / 2


def test_a_premise_that_repeats_the_momentum_is_not_put_in() -> None:
    """p = m v must not turn the mass into p/v."""
    momentum = given_that((p_x, m * v))
    for repeated in (momentum, given_that((m * v, p_x)), given_that((p_x, 2 * m * v))):
        for factor in (1, 2):
            line = legendre(FREE, (v, p_x), hamiltonian=factor * p_x**2 / (2 * m))
            assert outcome(line, repeated) is Outcome.UNDECIDED


def test_momenta_that_no_velocity_has_refute_nothing() -> None:
    """For v > 0 there is no negative momentum, where p |p| and p² differ."""
    forward = symbol("u", "u", "a velocity", DIMENSIONLESS, positive=True)
    kinetic = m * forward**2 / 2
    assert outcome(legendre(kinetic, (forward, p_x), hamiltonian=p_x * Abs(p_x) / (2 * m))) is Outcome.PROVED
    assert outcome(legendre(kinetic, (forward, p_x), hamiltonian=p_x**2 / m)) is Outcome.REFUTED
    assert outcome(legendre(FREE, (v, p_x), hamiltonian=p_x * Abs(p_x) / (2 * m))) is Outcome.REFUTED
    slow = given_that(where=(v < 1, v > -1))
    assert outcome(legendre(v**2 / 2, (v, p_x), hamiltonian=sympy.Min(p_x, 1) ** 2 / 2), slow) is Outcome.PROVED


def test_a_constraint_is_not_put_in_before_the_derivatives() -> None:
    both = FREE + m * w**2 / 2
    tied = given_that((w, v))
    for hamiltonian in (p_x**2 / (4 * m), p_x**2 / (2 * m) - m * w**2 / 2):
        assert outcome(legendre(both, (v, p_x), hamiltonian=hamiltonian), tied) is not Outcome.PROVED
    assert outcome(legendre(both, (v, p_x), hamiltonian=p_x**2 / (4 * m))) is Outcome.REFUTED


def test_what_depends_on_a_velocity_by_a_premise_is_no_constant() -> None:
    hidden = given_that((W, k * v * x))
    assert outcome(legendre(FREE - W, (v, p_x), hamiltonian=p_x**2 / (2 * m) + W), hidden) is Outcome.UNDECIDED
    trajectory = given_that((x, v * t))
    assert (
        outcome(legendre(FREE - k * x, (v, p_x), hamiltonian=p_x**2 / (2 * m) + k * x), trajectory) is Outcome.UNDECIDED
    )


LINKED = [(W, v - x), (W, v + b), (b, W - v), (v, W - b), (v + b, W), (W - b - v, Integer(0)), (W * b, v)]


@pytest.mark.parametrize("premise", LINKED)
def test_a_symbol_found_nowhere_else_does_not_hold_another_constant(premise: tuple[Any, Any]) -> None:
    """b = W − v: b or W may be the constant, whichever of them the statement contains."""
    for potential in (b * x, b**2 + x):
        for sign in (1, -1):
            line = legendre(FREE - potential, (v, p_x), hamiltonian=p_x**2 / (2 * m) + sign * potential)
            assert outcome(line, given_that(premise)) is Outcome.UNDECIDED


def test_a_chain_of_premises_links_like_one() -> None:
    line = legendre(FREE - b, (v, p_x), hamiltonian=p_x**2 / (2 * m) + b)
    assert outcome(line, given_that((t, W - v), (W, 2 * b))) is Outcome.UNDECIDED
    assert outcome(line, given_that((t, W - v), (W, 2 * g))) is Outcome.UNDECIDED
    assert outcome(line, given_that((t, W - v), (k, 2 * g))) is Outcome.PROVED


def test_premises_on_parameters_are_used() -> None:
    same = given_that((m, a))
    assert outcome(legendre(FREE, (v, p_x), hamiltonian=p_x**2 / (2 * a)), same) is Outcome.PROVED
    assert outcome(legendre(FREE, (v, p_x), hamiltonian=p_x**2 / (3 * a)), same) is Outcome.REFUTED
    assert outcome(legendre(FREE, (v, p_x), hamiltonian=p_x**2 / (2 * a))) is Outcome.REFUTED


@pytest.mark.parametrize(
    "lagrangian",
    [
        v,  # one momentum for all velocities
        v**3 / 3,  # two velocities for a momentum
        v**4 / 4,
        exp(v),
        -sympy.log(cos(v)),
        sqrt(1 - v**2),
        Abs(v),
        sympy.floor(v),
        (v + w) ** 2 / 2,
        p_x * v / 2,
        Integer(1),
    ],
)
def test_only_a_quadratic_lagrangian_is_transformed(lagrangian: Any) -> None:
    with pytest.raises(ClaimError, match="legendre"):
        legendre(lagrangian, (v, p_x), (w, p_z), hamiltonian=p_x**2 / 2)
    with pytest.raises(ClaimError, match="without velocities"):
        legendre(FREE, (v, p_x), hamiltonian=m * v**2 / 2)


def test_another_lagrangian_is_written_out_for_the_branch_that_is_meant() -> None:
    lagrangian = -m * c**2 * sqrt(1 - v**2 / c**2)
    momentum = sympy.diff(lagrangian, v)
    for hamiltonian, expected in (
        (sqrt(m**2 * c**4 + momentum**2 * c**2), Outcome.PROVED),
        (2 * sqrt(m**2 * c**4 + momentum**2 * c**2), Outcome.REFUTED),
        (m * c**2 + momentum**2 / (2 * m), Outcome.REFUTED),
    ):
        assert outcome(equal(hamiltonian, v * momentum - lagrangian), SLOWER_THAN_LIGHT) is expected


def test_a_mass_matrix_without_an_inverse_proves_nothing() -> None:
    """With a = k the Lagrangian is c v, its momentum always c, and any H that vanishes there would do."""
    singular = (a - k) * v**2 / 2 + c * v
    for hamiltonian in ((p_x - c) * p_x, (p_x - c) ** 2 / (2 * (a - k))):
        assert outcome(legendre(singular, (v, p_x), hamiltonian=hamiltonian), given_that((a, k))) is Outcome.UNDECIDED
    assert outcome(legendre(singular, (v, p_x), hamiltonian=(p_x - c) ** 2 / (2 * (a - k)))) is Outcome.PROVED


def test_the_transform_of_two_coupled_velocities() -> None:
    lagrangian = (v**2 + w**2) / 2 + b * v * w - a
    hamiltonian = (p_x**2 + p_z**2 - 2 * b * p_x * p_z) / (2 * (1 - b**2)) + a
    statements = legendre(lagrangian, (v, p_x), (w, p_z), hamiltonian=hamiltonian)
    found = judge(Reading("as printed", statements))
    assert found.outcome is Outcome.PROVED
    assert any("b" in condition for condition in found.evidence.conditions)
    wrong = (p_x**2 + p_z**2 + 2 * b * p_x * p_z) / (2 * (1 - b**2)) + a
    assert outcome(legendre(lagrangian, (v, p_x), (w, p_z), hamiltonian=wrong)) is Outcome.REFUTED


@settings(derandomize=True, deadline=None, max_examples=examples(40))
@given(
    st.integers(1, 4), st.integers(-3, 3), st.integers(1, 4), st.integers(-3, 3), st.integers(-3, 3), st.integers(0, 2)
)
def test_two_velocities(xx: int, xz: int, zz: int, drift: int, lift: int, slip: int) -> None:
    """L = ½vᵀMv + b·v: H = ½(p − b)ᵀM⁻¹(p − b); with a slip of sign or factor it is refuted."""
    matrix = sympy.Matrix([[xx, xz], [xz, zz]])
    if matrix.det() == 0:
        return
    speeds, momenta = sympy.Matrix([v, w]), sympy.Matrix([p_x, p_z])
    b_vector = sympy.Matrix([drift * x, lift * z])
    lagrangian = (speeds.T * matrix * speeds)[0] / 2 + (b_vector.T * speeds)[0]
    shifted = momenta - b_vector * (1 if slip != 1 else -1)
    hamiltonian = (shifted.T * matrix.inv() * shifted)[0] / (2 if slip != 2 else 3)
    right = slip == 0 or (slip == 1 and drift == lift == 0)
    found = outcome(legendre(lagrangian, (v, p_x), (w, p_z), hamiltonian=hamiltonian))
    assert found is (Outcome.PROVED if right else Outcome.REFUTED)


# --- Hamilton's equations ----------------------------------------------------------------------------------


OSCILLATOR = p_x**2 / (2 * m) + k * x**2 / 2
PENDULUM = p_x**2 / (2 * m) - m * g * cos(x)
MAGNETIC = ((p_x + b * z / 2) ** 2 + (p_z - b * x / 2) ** 2) / (2 * m)


def test_right_and_wrong_rates() -> None:
    assert outcome(hamilton_equations(OSCILLATOR, (x, p_x, p_x / m, -k * x))) is Outcome.PROVED
    assert outcome(hamilton_equations(OSCILLATOR, (x, p_x, p_x / m, k * x))) is Outcome.REFUTED
    assert outcome(hamilton_equations(OSCILLATOR, (x, p_x, 2 * p_x / m, -k * x))) is Outcome.REFUTED
    assert outcome(hamilton_equations(PENDULUM, (x, p_x, p_x / m, -m * g * sin(x)))) is Outcome.PROVED
    assert outcome(hamilton_equations(PENDULUM, (x, p_x, p_x / m, -m * g * x))) is Outcome.REFUTED


def test_canonical_momentum_in_a_field_is_not_the_velocity() -> None:
    velocities = (p_x + b * z / 2) / m, (p_z - b * x / 2) / m
    forces = b / 2 * velocities[1], -b / 2 * velocities[0]
    assert (
        outcome(hamilton_equations(MAGNETIC, *zip((x, z), (p_x, p_z), velocities, forces, strict=True)))
        is Outcome.PROVED
    )
    naive = p_x / m, p_z / m
    assert (
        outcome(hamilton_equations(MAGNETIC, *zip((x, z), (p_x, p_z), naive, forces, strict=True))) is Outcome.REFUTED
    )


def test_a_premise_on_a_coordinate_is_not_put_in() -> None:
    at_rest = given_that((x, a * p_x))
    assert outcome(hamilton_equations(OSCILLATOR, (x, p_x, p_x / m, -k * x)), at_rest) is not Outcome.REFUTED
    hidden = given_that((W, k * x**2 / 2))
    kinetic = p_x**2 / (2 * m) + W
    assert outcome(hamilton_equations(kinetic, (x, p_x, p_x / m, Integer(0))), hidden) is Outcome.UNDECIDED


def test_mutants_of_hamiltons_equations_are_killed() -> None:
    tried = try_mutants(Reading("as printed", hamilton_equations(OSCILLATOR, (x, p_x, p_x / m, -k * x))), Settings())
    assert tried.made == tried.killed > 20


def test_hamiltons_equations_need_pairs() -> None:
    with pytest.raises(ClaimError, match="expected"):
        hamilton_equations(OSCILLATOR)
    with pytest.raises(ClaimError, match="pairs"):
        conserved(x, OSCILLATOR, time=t)


# --- constants of the motion --------------------------------------------------------------------------------


CENTRAL = (p_x**2 + p_z**2) / (2 * m) + V(x**2 + z**2)
PLANE = ((x, p_x), (z, p_z))
ANGULAR = x * p_z - z * p_x


def test_angular_momentum_in_any_central_potential() -> None:
    assert outcome(conserved(ANGULAR, CENTRAL, *PLANE, time=t)) is Outcome.PROVED
    assert outcome(conserved(x * p_z + z * p_x, CENTRAL, *PLANE, time=t)) is Outcome.REFUTED
    assert outcome(conserved(p_x, CENTRAL, *PLANE, time=t)) is Outcome.REFUTED
    assert outcome(conserved(CENTRAL, CENTRAL, *PLANE, time=t)) is Outcome.PROVED
    anisotropic = (p_x**2 + p_z**2) / (2 * m) + V(x**2 + 2 * z**2)
    assert outcome(conserved(ANGULAR, anisotropic, *PLANE, time=t)) is Outcome.REFUTED


def test_kinetic_momentum_and_centre_of_the_orbit_in_a_field() -> None:
    centre = p_x - b * z / 2  # −b times the second coordinate of the centre, in these units
    assert outcome(conserved(centre, MAGNETIC, *PLANE, time=t)) is Outcome.PROVED
    assert outcome(conserved(p_x, MAGNETIC, *PLANE, time=t)) is Outcome.REFUTED
    assert outcome(conserved(p_x + b * z / 2, MAGNETIC, *PLANE, time=t)) is Outcome.REFUTED


def test_explicit_time() -> None:
    free = p_x**2 / (2 * m)
    assert outcome(conserved(x - p_x * t / m, free, (x, p_x), time=t)) is Outcome.PROVED
    assert outcome(conserved(x + p_x * t / m, free, (x, p_x), time=t)) is Outcome.REFUTED
    for moving in (x - p_x * t / m, t * x):
        with pytest.raises(ClaimError, match="t may be a time"):
            conserved(moving, free, (x, p_x), time=b)
    with pytest.raises(ClaimError, match="of its own"):
        conserved(p_x, free, (x, p_x), time=x)


def test_a_time_that_a_premise_brings_in() -> None:
    """H does not show the time, but its W does: {H, H} = 0, and the energy changes all the same."""
    driven = p_x**2 / (2 * m) + x * W
    assert outcome(conserved(driven, driven, (x, p_x), time=t)) is Outcome.PROVED
    for force in (cos(t), t, sin(g * t) * k):
        assert outcome(conserved(driven, driven, (x, p_x), time=t), given_that((W, force))) is Outcome.UNDECIDED
    driven = driven.subs(W, cos(t))
    assert outcome(conserved(driven, driven, (x, p_x), time=t)) is Outcome.REFUTED


@pytest.mark.parametrize("steps", [sympy.sign(x), sympy.floor(p_x), sympy.Heaviside(x), sqrt((x - 1) ** 2) / (x - 1), sympy.Mod(x, 1) - x])  # fmt: skip
def test_what_jumps_is_not_conserved(steps: Any) -> None:
    """Its derivatives vanish wherever they exist, so that the bracket cannot see it."""
    free = p_x**2 / (2 * m)
    for quantity, hamiltonian in ((steps, free), (p_x, free + steps)):
        try:
            line = conserved(quantity, hamiltonian, (x, p_x), time=t)
        except ClaimError:
            continue
        assert outcome(line) is not Outcome.PROVED


def test_a_potential_hidden_in_a_symbol_is_no_constant() -> None:
    hidden = given_that((W, k * x**2))
    assert outcome(conserved(p_x, p_x**2 / (2 * m) + W, (x, p_x), time=t), hidden) is Outcome.UNDECIDED
    assert outcome(conserved(p_x, p_x**2 / (2 * m) + W, (x, p_x), time=t)) is Outcome.PROVED


@pytest.mark.parametrize(
    "premise", [(W, b - x), (x, b - W), (b, x + W), (b - x, W), (2 * W + x - b, Integer(0)), (x, b * W)]
)
def test_two_symbols_that_differ_by_a_coordinate_are_not_both_conserved(premise: tuple[Any, Any]) -> None:
    """From b − W = x it cannot be told which of the two is a constant, if one of them is."""
    tied = given_that(premise)
    free = p_x**2 / (2 * m)
    for constant in (b, W, b + W, b - W):
        assert outcome(conserved(constant, free, (x, p_x), time=t), tied) is Outcome.UNDECIDED
    rates = hamilton_equations(free + b, (x, p_x, p_x / m, Integer(0)))
    assert outcome(rates, tied) is Outcome.UNDECIDED
    assert outcome(conserved(b * x, free, (x, p_x), time=t), tied) is Outcome.UNDECIDED


def test_premises_that_share_only_a_coordinate_change_nothing() -> None:
    """W = 2x says what W is at each x, and a momentum of 3b what b is."""
    for apart in ((W, 2 * x), (2 * W, x), (p_x, 3 * b), (x, b)):
        assert outcome(conserved(p_x, p_x**2 / (2 * m), (x, p_x), time=t), given_that(apart)) is Outcome.PROVED
    assert outcome(conserved(x, p_x**2 / (2 * m), (x, p_x), time=t), given_that((W, 2 * x))) is Outcome.REFUTED


def test_a_coordinate_that_may_be_held_constant_refutes_nothing() -> None:
    """x = b, with a symbol b of its own: does x run, or keep that value?"""
    for held in ((x, b), (x - b, Integer(0)), (2 * b, x), (x, Integer(3))):
        assert outcome(conserved(x, p_x**2 / (2 * m), (x, p_x), time=t), given_that(held)) is Outcome.UNDECIDED


def test_the_counterexample_is_a_point_of_phase_space() -> None:
    (statement,) = conserved(p_x, OSCILLATOR, (x, p_x), time=t)
    found = KINDS[type(statement)].check(statement, NOTHING, Settings())
    assert found.outcome is Outcome.REFUTED
    assert found.point[x] != 0


def test_what_is_added_to_a_constant_is_noticed() -> None:
    tried = try_mutants(Reading("as printed", conserved(ANGULAR, CENTRAL, *PLANE, time=t)), Settings())
    assert tried.made == tried.killed > 4


def test_a_line_between_functions_is_no_premise_on_values() -> None:
    paper = Paper("p", "title", "citation", UnitSystem.SI, ("I",))
    line = paper.value("1", conserved(p_x, p_x**2 / (2 * m), (x, p_x), time=t), where="I", printed="p is conserved")
    with pytest.raises(ClaimError, match="states no equation"):
        _ = follows_from(line).leaves
    with pytest.raises(ClaimError, match="no argument"):
        as_functions_of(equal(x, x))
    with pytest.raises(ClaimError, match="symbol"):
        as_functions_of(equal(x, x), 2 * x)


def test_a_kink_is_told_and_a_whole_number_has_no_derivative() -> None:
    statements = hamilton_equations(p_x**2 / 2 + Abs(x), (x, p_x, p_x, -sympy.sign(x)))
    found = judge(Reading("as printed", statements))
    assert found.outcome is Outcome.PROVED
    assert found.evidence.conditions == ("x ≠ 0",)
    n = symbol("n", "n", "a whole number", DIMENSIONLESS, integer=True)
    found = judge(Reading("as printed", hamilton_equations(n**2, (n, p_x, Integer(0), -2 * n))))
    assert found.outcome is not Outcome.PROVED or found.evidence.conditions


numbers = st.integers(-2, 2)


@settings(derandomize=True, deadline=None, max_examples=examples(40))
@given(numbers, numbers, numbers, numbers, numbers)
def test_conserved_against_the_flow(xx: int, xp: int, pp: int, f_x: int, f_p: int) -> None:
    """For a quadratic H the flow is exp(t A); F is conserved exactly if its row vector (or form) is killed by A."""
    hamiltonian = xx * x**2 / 2 + xp * x * p_x + pp * p_x**2 / 2
    flow = sympy.Matrix([[xp, pp], [-xx, -xp]])
    row = sympy.Matrix([[f_x, f_p]])
    linear = f_x * x + f_p * p_x
    kept = row * flow == sympy.zeros(1, 2)
    assert outcome(conserved(linear, hamiltonian, (x, p_x), time=t)) is (Outcome.PROVED if kept else Outcome.REFUTED)
