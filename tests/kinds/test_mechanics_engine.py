"""Legendre transforms, Hamilton's equations and constants of the motion: hand-worked, and searches for a lie."""

from typing import Any

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import Abs, Integer, Rational, cos, exp, sin, sqrt

from tests.common.asking import outcome
from verify.claims import ClaimError, conserved, function, hamilton_equations, legendre, symbol
from verify.deciding.settings import Settings
from verify.judging.verdict_on import judge
from verify.kinds.table import KINDS
from verify.premises.facts import Facts
from verify.quantities.dimension_names import DIMENSIONLESS
from verify.slips.mutants import try_mutants
from verify.theorems.mechanics import poisson_bracket
from verify.verdicts import Outcome
from verify.vocabulary.moves import Equation, Move
from verify.vocabulary.readings import Reading

m, a, k, g, c = (symbol(s, s, s, DIMENSIONLESS, positive=True) for s in "makgc")
b, t, W = (symbol(s, s, s, DIMENSIONLESS, real=True) for s in "btW")
x, z, p_x, p_z, v, w = (symbol(s, s, s, DIMENSIONLESS, real=True) for s in ("x", "z", "p_x", "p_z", "v", "w"))
V = function("V", "V", "any potential", DIMENSIONLESS, arguments=(DIMENSIONLESS,), real=True)
NOTHING = Facts((), ())
SLOWER_THAN_LIGHT = Facts((), (v < c, v > -c))


def given_that(*equations: tuple[Any, Any], where: tuple[Any, ...] = ()) -> Facts:
    return Facts(tuple(Equation(f"p{n}", *pair) for n, pair in enumerate(equations)), where)


# --- Legendre transforms --------------------------------------------------------------------------------


FREE = m * v**2 / 2


def test_a_premise_that_repeats_the_momentum_changes_nothing() -> None:
    """p = m v must not turn the mass into p/v."""
    momentum = given_that((p_x, m * v))
    assert outcome(legendre(FREE, (v, p_x), hamiltonian=p_x**2 / (2 * m)), momentum) is Outcome.PROVED
    assert outcome(legendre(FREE, (v, p_x), hamiltonian=p_x**2 / m), momentum) is Outcome.REFUTED
    assert outcome(legendre(FREE, (v, p_x), hamiltonian=p_x**2 / m), given_that((m * v, p_x))) is Outcome.REFUTED
    wrong = given_that((p_x, 2 * m * v))
    assert outcome(legendre(FREE, (v, p_x), hamiltonian=p_x**2 / (2 * m)), wrong) is Outcome.UNDECIDED


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


def test_the_relativistic_particle() -> None:
    lagrangian = -m * c**2 * sqrt(1 - v**2 / c**2)
    right = sqrt(m**2 * c**4 + p_x**2 * c**2)
    assert outcome(legendre(lagrangian, (v, p_x), hamiltonian=right), SLOWER_THAN_LIGHT) is Outcome.PROVED
    for wrong in (sqrt(m**2 * c**4 - p_x**2 * c**2), m * c**2 + p_x**2 / (2 * m), -right, 2 * right):
        assert outcome(legendre(lagrangian, (v, p_x), hamiltonian=wrong), SLOWER_THAN_LIGHT) is Outcome.REFUTED
    assert outcome(legendre(lagrangian, (v, p_x), hamiltonian=right)) is Outcome.PROVED
    assert outcome(legendre(lagrangian, (v, p_x), hamiltonian=2 * right)) is Outcome.REFUTED
    no_limit = -m * c**2 * sqrt(1 + v**2 / c**2)
    assert outcome(legendre(no_limit, (v, p_x), hamiltonian=-right)) is not Outcome.PROVED


def test_without_quadratic_form() -> None:
    quartic = Rational(3, 4) * Abs(p_x) ** Rational(4, 3)
    assert outcome(legendre(v**4 / 4, (v, p_x), hamiltonian=quartic)) is Outcome.PROVED
    assert outcome(legendre(v, (v, p_x), hamiltonian=Integer(0))) is Outcome.UNDECIDED
    two_branches = v**3 / 3
    assert outcome(legendre(two_branches, (v, p_x), hamiltonian=Rational(2, 3) * p_x * sqrt(p_x))) is Outcome.UNDECIDED
    assert outcome(legendre(exp(v), (v, p_x), hamiltonian=p_x * sympy.log(p_x) - p_x)) is Outcome.PROVED
    assert outcome(legendre(exp(v), (v, p_x), hamiltonian=p_x * sympy.log(p_x))) is Outcome.REFUTED


def test_a_momentum_that_several_velocities_have_refutes_nothing() -> None:
    """p = tan v has a positive slope, and v = arctan p is one of many branches; p = 1/v has a pole."""
    one_branch = p_x * sympy.atan(p_x) - sympy.log(1 + p_x**2) / 2
    assert outcome(legendre(-sympy.log(cos(v)), (v, p_x), hamiltonian=one_branch)) is Outcome.UNDECIDED
    assert outcome(legendre(sympy.log(Abs(v)), (v, p_x), hamiltonian=1 + p_x)) is Outcome.UNDECIDED


def test_sides_in_the_wrong_variables() -> None:
    assert outcome(legendre(FREE, (v, p_x), hamiltonian=m * v**2 / 2)) is Outcome.UNDECIDED
    assert outcome(legendre(p_x * v / 2, (v, p_x), hamiltonian=Integer(0))) is Outcome.UNDECIDED


@settings(derandomize=True, deadline=None, max_examples=40)
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
    assert tried.made == tried.killed > 6


def test_hamiltons_equations_need_pairs() -> None:
    with pytest.raises(ClaimError, match="none"):
        hamilton_equations(OSCILLATOR)
    with pytest.raises(ClaimError, match="pairs"):
        conserved(x, OSCILLATOR)


# --- constants of the motion --------------------------------------------------------------------------------


CENTRAL = (p_x**2 + p_z**2) / (2 * m) + V(x**2 + z**2)
PLANE = ((x, p_x), (z, p_z))
ANGULAR = x * p_z - z * p_x


def test_angular_momentum_in_any_central_potential() -> None:
    assert outcome(conserved(ANGULAR, CENTRAL, *PLANE)) is Outcome.PROVED
    assert outcome(conserved(x * p_z + z * p_x, CENTRAL, *PLANE)) is Outcome.REFUTED
    assert outcome(conserved(p_x, CENTRAL, *PLANE)) is Outcome.REFUTED
    assert outcome(conserved(CENTRAL, CENTRAL, *PLANE)) is Outcome.PROVED
    anisotropic = (p_x**2 + p_z**2) / (2 * m) + V(x**2 + 2 * z**2)
    assert outcome(conserved(ANGULAR, anisotropic, *PLANE)) is Outcome.REFUTED


def test_kinetic_momentum_and_centre_of_the_orbit_in_a_field() -> None:
    centre = p_x - b * z / 2  # −b times the second coordinate of the centre, in these units
    assert outcome(conserved(centre, MAGNETIC, *PLANE)) is Outcome.PROVED
    assert outcome(conserved(p_x, MAGNETIC, *PLANE)) is Outcome.REFUTED
    assert outcome(conserved(p_x + b * z / 2, MAGNETIC, *PLANE)) is Outcome.REFUTED


def test_explicit_time() -> None:
    free = p_x**2 / (2 * m)
    assert outcome(conserved(x - p_x * t / m, free, (x, p_x), time=t)) is Outcome.PROVED
    assert outcome(conserved(x + p_x * t / m, free, (x, p_x), time=t)) is Outcome.REFUTED
    assert outcome(conserved(x - p_x * t / m, free, (x, p_x))) is Outcome.UNDECIDED  # time or constant?


def test_a_potential_hidden_in_a_symbol_is_no_constant() -> None:
    hidden = given_that((W, k * x**2))
    assert outcome(conserved(p_x, p_x**2 / (2 * m) + W, (x, p_x)), hidden) is Outcome.UNDECIDED
    assert outcome(conserved(p_x, p_x**2 / (2 * m) + W, (x, p_x))) is Outcome.PROVED


@pytest.mark.parametrize(
    "premise", [(W, b - x), (x, b - W), (b, x + W), (b - x, W), (2 * W + x - b, Integer(0)), (x, b * W)]
)
def test_two_symbols_that_differ_by_a_coordinate_are_not_both_conserved(premise: tuple[Any, Any]) -> None:
    """From b − W = x it cannot be told which of the two is a constant, if one of them is."""
    tied = given_that(premise)
    free = p_x**2 / (2 * m)
    for constant in (b, W, b + W, b - W):
        assert outcome(conserved(constant, free, (x, p_x)), tied) is Outcome.UNDECIDED
    rates = hamilton_equations(free + b, (x, p_x, p_x / m, Integer(0)))
    assert outcome(rates, tied) is Outcome.UNDECIDED
    assert outcome(conserved(b * x, free, (x, p_x)), tied) is Outcome.UNDECIDED


def test_premises_that_share_only_a_coordinate_change_nothing() -> None:
    """W = 2x says what W is at each x, and a momentum of 3t what t is."""
    for apart in ((W, 2 * x), (2 * W, x), (p_x, 3 * t), (x, t)):
        assert outcome(conserved(p_x, p_x**2 / (2 * m), (x, p_x)), given_that(apart)) is Outcome.PROVED
    assert outcome(conserved(x, p_x**2 / (2 * m), (x, p_x)), given_that((W, 2 * x))) is Outcome.REFUTED


def test_a_coordinate_that_may_be_held_constant_refutes_nothing() -> None:
    """x = t, with a symbol t of its own: does x run, or keep that value?"""
    for held in ((x, t), (x - t, Integer(0)), (2 * t, x), (x, Integer(3))):
        assert outcome(conserved(x, p_x**2 / (2 * m), (x, p_x)), given_that(held)) is Outcome.UNDECIDED


def test_the_counterexample_is_a_point_of_phase_space() -> None:
    (statement,) = conserved(p_x, OSCILLATOR, (x, p_x))
    found = KINDS[type(statement)].check(statement, NOTHING, Settings())
    assert found.outcome is Outcome.REFUTED
    assert found.point[x] != 0


def test_what_is_added_to_a_constant_is_noticed() -> None:
    tried = try_mutants(Reading("as printed", conserved(ANGULAR, CENTRAL, *PLANE)), Settings())
    assert tried.made == tried.killed == 4


def test_a_premise_that_does_nothing_is_an_error_only_where_it_is_judged() -> None:
    premise = Move("follows_from", (Equation("p", p_x, m * v),))
    assert (
        judge(Reading("r", legendre(FREE, (v, p_x), hamiltonian=p_x**2 / (2 * m)), by=premise)).outcome
        is Outcome.PROVED
    )


numbers = st.integers(-2, 2)


@settings(derandomize=True, deadline=None, max_examples=40)
@given(numbers, numbers, numbers, numbers, numbers)
def test_conserved_against_the_flow(xx: int, xp: int, pp: int, f_x: int, f_p: int) -> None:
    """For a quadratic H the flow is exp(t A); F is conserved exactly if its row vector (or form) is killed by A."""
    hamiltonian = xx * x**2 / 2 + xp * x * p_x + pp * p_x**2 / 2
    flow = sympy.Matrix([[xp, pp], [-xx, -xp]])
    row = sympy.Matrix([[f_x, f_p]])
    linear = f_x * x + f_p * p_x
    kept = row * flow == sympy.zeros(1, 2)
    assert outcome(conserved(linear, hamiltonian, (x, p_x))) is (Outcome.PROVED if kept else Outcome.REFUTED)


@settings(derandomize=True, deadline=None, max_examples=25)
@given(numbers, numbers, numbers)
def test_poissons_theorem(i: int, j: int, n: int) -> None:
    """Jacobi's identity for polynomials: the bracket is what it should be."""
    f, h, q = x**2 + i * p_x * z, p_x * p_z + j * x, z**2 * p_x + n * x * p_z
    xs, ps = (x, z), (p_x, p_z)
    total = poisson_bracket(f, poisson_bracket(h, q, xs, ps), xs, ps)
    total += poisson_bracket(h, poisson_bracket(q, f, xs, ps), xs, ps)
    total += poisson_bracket(q, poisson_bracket(f, h, xs, ps), xs, ps)
    assert sympy.expand(total) == 0
