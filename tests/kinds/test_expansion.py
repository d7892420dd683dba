"""Expansions with every printed coefficient, logarithms, premises and one-sided limits: hand-worked, and searches for a lie."""

from typing import Any

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import Abs, I, Integer, Rational, asin, asinh, atan, cos, cosh, exp, log, pi, sin, sinh, sqrt, tan, tanh

from tests.common.examples import examples
from verify.claims import Paper, UnitSystem, diverges, equal, expands_to, follows_from, specialise, symbol
from verify.deciding.settings import Settings
from verify.errors import GiveUp
from verify.judging.verdict_on import judge
from verify.kinds.table import KINDS
from verify.points.domain import EmptyDomain
from verify.premises.facts import Facts
from verify.quantities.dimension_names import DIMENSIONLESS, LENGTH
from verify.slips.mutants import try_mutants
from verify.theorems.series import LOG, expand_at_zero, is_bounded, limit_at_zero
from verify.verdicts import Outcome
from verify.vocabulary.moves import Equation
from verify.vocabulary.readings import Claim, Reading

y, u, b = (symbol(s, s, s, DIMENSIONLESS, real=True) for s in "yub")
x, a, c, d = (symbol(s, s, s, DIMENSIONLESS, positive=True) for s in "xacd")
n = symbol("n", "n", "n", DIMENSIONLESS, integer=True)
t = sympy.Symbol("t", positive=True)
NOTHING = Facts((), ())


def given_that(*equations: tuple[Any, Any], where: tuple[Any, ...] = ()) -> Facts:
    return Facts(tuple(Equation(f"p{k}", *pair) for k, pair in enumerate(equations)), where)


def outcome(statements: tuple[Any, ...], facts: Facts = NOTHING) -> Outcome:
    (statement,) = statements
    return KINDS[type(statement)].check(statement, facts, Settings()).outcome


TRUE = [
    expands_to(log(1 + y), y, y - y**2 / 2, order=3),
    expands_to(tan(y), y, y + y**3 / 3, order=5),
    expands_to(tanh(y), y, y - y**3 / 3, order=5),
    expands_to(atan(1 + y), y, pi / 4 + y / 2 - y**2 / 4, order=3),
    expands_to(asin(y), y, y + y**3 / 6, order=5),
    expands_to(asinh(y), y, y - y**3 / 6, order=5),
    expands_to(sqrt(1 + log(1 + y)), y, 1 + y / 2 - Rational(3, 8) * y**2, order=3),
    expands_to((1 + y) ** a, y, 1 + a * y + a * (a - 1) / 2 * y**2, order=3),
    expands_to(1 / tan(y), y, 1 / y - y / 3, order=3),
    expands_to(sinh(y) / cosh(2 * y), y, y - Rational(11, 6) * y**3, order=5),
    expands_to(log(sin(x) / a), x, log(x / a) - x**2 / 6, order=4),
    expands_to(sin(x) * log(x), x, x * log(x) - x**3 * log(x) / 6, order=4),
    expands_to(log(Abs(y)) / cos(y), y, log(Abs(y)) + y**2 * log(Abs(y)) / 2, order=3),
    expands_to(1 / log(x), x, Integer(0), order=0),
]
FALSE = [
    expands_to(log(1 + y), y, y + y**2 / 2, order=3),
    expands_to(tan(y), y, y + y**3 / 2, order=5),
    expands_to((1 + y) ** a, y, 1 + a * y + a * (a + 1) / 2 * y**2, order=3),
    expands_to(log(sin(x) / a), x, log(x) - x**2 / 6, order=4),
    expands_to(sin(x) * log(x), x, x * log(x), order=4),
    expands_to(sin(x) * log(x), x, x * log(x), order=3),  # x³ log x is no O(x³)
    expands_to(sin(x) * log(x), x, x * log(2 * x), order=3),
    expands_to(sqrt(y**2 + y**4), y, y, order=2),
    expands_to(cos(y) / y, y, 1 / y - y / 3, order=3),
    expands_to(1 / (1 + y), y, 1 - y + y**2, order=4),
    expands_to(log(x), x, Integer(0), order=0),
]
OPEN = [
    expands_to(log(y), y, y * log(y), order=1),  # the logarithm of negative values
    expands_to(cos(y), y, 1 - y**2 / 2 - 7 * y**4, order=4),  # nothing would check the last term
    expands_to(x**x, x, 1 + x * log(x), order=1),
    expands_to(cos(pi * n), n, Integer(1), order=1),
    expands_to(sympy.gamma(y), y, 1 / y, order=0),
    expands_to(sin(1 / y), y, Integer(0), order=0),
    expands_to(exp(1 / y), y, Integer(1), order=1),
]


@pytest.mark.parametrize("statement", TRUE, ids=lambda s: str(s[0].expression))
def test_a_true_expansion_is_proved(statement: tuple[Any, ...]) -> None:
    assert outcome(statement) is Outcome.PROVED


@pytest.mark.parametrize("statement", FALSE, ids=lambda s: str(s[0].expression))
def test_a_false_expansion_is_refuted(statement: tuple[Any, ...]) -> None:
    assert outcome(statement) is Outcome.REFUTED


@pytest.mark.parametrize("statement", OPEN, ids=lambda s: str(s[0].expression))
def test_what_cannot_be_expanded_stays_open(statement: tuple[Any, ...]) -> None:
    assert outcome(statement) is Outcome.UNDECIDED


def test_premises_are_used_and_not_solved_for_the_variable() -> None:
    line = a * cos(y)
    equal_amplitudes = given_that((a, c))
    assert outcome(expands_to(line, y, c - c * y**2 / 2, order=4), equal_amplitudes) is Outcome.PROVED
    assert outcome(expands_to(line, y, c - c * y**2 / 3, order=4), equal_amplitudes) is Outcome.REFUTED
    assert outcome(expands_to(line, y, c - c * y**2 / 2, order=4)) is Outcome.REFUTED


def test_a_premise_may_define_a_function_of_the_variable() -> None:
    square = given_that((u, y**2))
    assert outcome(expands_to(cos(y) + u, y, 1 + y**2 / 2, order=4), square) is Outcome.PROVED
    assert outcome(expands_to(cos(y) + u, y, 1 - y**2 / 2, order=4), square) is Outcome.REFUTED


def test_a_premise_that_ties_a_parameter_to_the_variable_leaves_it_open() -> None:
    """With a y = 2c the coefficient a grows like 1/y, and a y² is of first order."""
    tied = given_that((a * x, 2 * c))
    line = c * cos(a * x)
    assert outcome(expands_to(line, x, c - c * a**2 * x**2 / 2, order=4), tied) is Outcome.UNDECIDED
    assert outcome(expands_to(line, x, c + c * a**2 * x**2 / 2, order=4), tied) is Outcome.UNDECIDED


def test_a_premise_on_a_symbol_of_its_own_restricts_nothing() -> None:
    fresh = given_that((u + 3 * y, Integer(0)))
    assert outcome(expands_to(a * cos(y), y, a - a * y**2 / 2, order=4), fresh) is Outcome.PROVED
    assert outcome(expands_to(a * cos(y), y, a + a * y**2 / 2, order=4), fresh) is Outcome.UNDECIDED
    alone = given_that((u, -3 * y))
    assert outcome(expands_to(a * cos(y), y, a - a * y**2 / 2, order=4), alone) is Outcome.PROVED
    assert outcome(expands_to(a * cos(y), y, a + a * y**2 / 2, order=4), alone) is Outcome.REFUTED


def test_a_premise_on_a_symbol_of_its_own_and_a_parameter_leaves_it_open() -> None:
    """u = −a y may give u; or u is a constant, and a = −u/y is none."""
    for linked in ((u + a * y, Integer(0)), (u, -a * y), (-a * y, u)):
        for sign in (1, -1):
            line = expands_to(a * cos(y), y, a + sign * a * y**2 / 2, order=4)
            assert outcome(line, given_that(linked)) is Outcome.UNDECIDED


def test_a_symbol_on_the_left_is_a_function_of_the_variable() -> None:
    """u = c eʸ, and the other way round c = u e⁻ʸ; u − y = c may be read either way."""
    line, wrong = expands_to(u, y, b + b * y, order=2), expands_to(u, y, b - b * y, order=2)
    for printed in ((u, b * exp(y)), (b, u * exp(-y))):
        assert outcome(line, given_that(printed)) is Outcome.PROVED
        assert outcome(wrong, given_that(printed)) is Outcome.REFUTED
    for either in ((u * exp(-y), b), (u - b, b * (exp(y) - 1))):
        assert outcome(line, given_that(either)) is outcome(wrong, given_that(either)) is Outcome.UNDECIDED


def test_definitions_that_lead_back_to_themselves_define_nothing() -> None:
    """u = b + y and b = u + y hold together at y = 0 only, u = y and b = u, u = 2y, too."""
    for premises in (((u, b + y), (b, u + y)), ((u, y), (b, u), (u, 2 * y)), ((u, b + y), (b, u - y))):
        for line in (expands_to(u - b, y, y, order=2), expands_to(u - b, y, Integer(0), order=2)):
            assert outcome(line, given_that(*premises)) is Outcome.UNDECIDED


def test_a_symbol_is_no_function_with_values_that_it_may_not_have() -> None:
    """A whole number n = y leaves single values of y, and a real u = √y, u = iy none below 0, none but 0."""
    for symbol_, value in ((n, y), (u, sqrt(y)), (u, sympy.I * y)):
        line = expands_to(symbol_**2, y, value**2, order=3)
        assert outcome(line, given_that((symbol_, value))) is Outcome.UNDECIDED
    assert outcome(expands_to(u, x, sqrt(x), order=1), given_that((u, sqrt(x)))) is not Outcome.REFUTED


@pytest.mark.parametrize("premise", [(x * (d - 1), a), (x, a / (d - 1) - x), (a, x * (d - 1)), (a * c, x * (d - 1))])
@pytest.mark.parametrize("where", [(), (a < 5,), (a < x,)])
def test_growth_of_what_a_premise_links_with_the_variable(premise: tuple[Any, Any], where: tuple[Any, ...]) -> None:
    """x (d − 1) = a: x grows beyond every bound at d = 1 if a is a constant, and not if x is."""
    assert outcome(diverges(x, d, 1), given_that(premise, where=where)) is Outcome.UNDECIDED
    assert outcome(diverges(x / c, d, 1), given_that(premise, where=where)) is Outcome.UNDECIDED


def test_growth_of_what_a_premise_gives() -> None:
    assert outcome(diverges(x, d, 1), given_that((x, a / (d - 1)), where=(d > 1,))) is Outcome.PROVED
    assert outcome(diverges(x, d, 1), given_that((x, a * (d - 1)), where=(d > 1,))) is Outcome.REFUTED
    assert outcome(diverges(c / (d - 1), d, 1), given_that((u, 3 * d))) is Outcome.PROVED
    assert outcome(diverges(c * (d - 1), d, 1), given_that((u, 3 * d))) is Outcome.REFUTED


def test_conditions_that_exclude_each_other_imply_nothing() -> None:
    never = given_that(where=(a < 1, a > 2))
    assert outcome(diverges(a / (d - 1), d, 1), never) is Outcome.UNDECIDED
    assert outcome(diverges(a * (d - 1), d, 1), never) is Outcome.UNDECIDED
    negative = given_that((a, -1 - b**2))
    assert outcome(diverges(a / (d - 1), d, 1), negative) is Outcome.UNDECIDED
    for empty in (never, negative):  # where a coefficient is compared at points
        with pytest.raises(EmptyDomain):
            outcome(expands_to(a * cos(y), y, a, order=2), empty)


def test_a_condition_on_the_variable_chooses_the_side() -> None:
    assert outcome(expands_to(Abs(y), y, y, order=2)) is Outcome.REFUTED
    assert outcome(expands_to(Abs(y), y, y, order=2), given_that(where=(y > 0, y < 1))) is Outcome.PROVED
    assert outcome(expands_to(Abs(y), y, y, order=2), given_that(where=(y < 0,))) is Outcome.REFUTED
    assert outcome(expands_to(Abs(y), y, y, order=2), given_that(where=(y > 1,))) is Outcome.UNDECIDED
    unclear = given_that(where=(sin(1 / y) > 0,))
    assert outcome(expands_to(Abs(y), y, y, order=2), unclear) is Outcome.UNDECIDED


def test_mutants_of_an_expansion_with_logarithms_are_killed() -> None:
    line = expands_to(sin(x) * log(x), x, x * log(x) - x**3 * log(x) / 6, order=4)
    tried = try_mutants(Reading("as printed", line), Settings())
    assert tried.made - tried.killed <= sum(s.equivalent for s in tried.survivors)
    assert tried.made > 8


def test_the_modulus_of_a_complex_series_is_not_the_series() -> None:
    with pytest.raises(GiveUp, match="real"):
        expand_at_zero(Abs(1 + I * b * t + t**2, evaluate=False), t, 4)


PIECES = {
    "log(1+u)": lambda v: log(1 + v),
    "exp": exp,
    "tan": tan,
    "tanh": tanh,
    "root": lambda v: sqrt(4 + v),
    "reciprocal": lambda v: 1 / (2 - v),
    "atan": lambda v: atan(1 + v),
    "asinh": lambda v: asinh(2 + v),
    "cosh": cosh,
    "power": lambda v: (1 + v) ** Rational(5, 3),
}


@pytest.mark.slow
@settings(derandomize=True, deadline=None, max_examples=examples(25))
@given(
    st.lists(st.integers(-3, 3), min_size=3, max_size=3),
    st.sampled_from(sorted(PIECES)),
    st.sampled_from(["exp", "tan", "reciprocal", "log(1+u)"]),
)
def test_compositions_agree_with_taylors_derivatives(numbers: list[int], inner: str, outer: str) -> None:
    """Against derivatives at 0: a route without recurrences."""
    polynomial = numbers[0] * t + numbers[1] * t**2 + numbers[2] * t**3
    first = PIECES[inner](polynomial)
    whole = PIECES[outer](first - first.subs(t, 0))
    found = expand_at_zero(whole, t, 4)
    for order in range(4):
        exact = sympy.N(sympy.diff(whole, t, order).subs(t, 0) / sympy.factorial(order), 40)
        assert abs(exact - sympy.N(found.coefficient(order), 40)) < Rational(1, 10**20)


@pytest.mark.slow
@settings(derandomize=True, deadline=None, max_examples=examples(40))
@given(st.integers(1, 3), st.integers(0, 2), st.integers(-3, 3), st.integers(1, 4))
def test_logarithmic_terms_against_numbers(power: int, logs: int, slope: int, shift: int) -> None:
    """The error of the printed terms, divided by the next order, is bounded by powers of the logarithm at t = 10^-30."""
    whole = t**power * log(shift * t) ** logs * log(2 + slope * t + t**2)
    found = expand_at_zero(whole, t, 4)
    at = Rational(1, 10**30)
    printed = sum(found.coefficient(k).subs(LOG, log(at)) * at**k for k in range(power, found.end))
    error = sympy.N(whole.subs(t, at) - printed, 200, maxn=1000) / at**found.end
    assert abs(error) < 10**6


def test_bounded_and_unbounded_coefficients() -> None:
    assert is_bounded(1 / LOG) is True
    assert is_bounded((LOG + 1) / (2 * LOG - b)) is True
    assert is_bounded(a * LOG) is False
    assert is_bounded(b * LOG) is None


# --- growth at a place ------------------------------------------------------------------------------


GROWS = [
    (log(1 / (d - 1)), 1, ()),
    (a * log(1 / (d - 1)) ** 2, 1, ()),
    (-log(d - 1) / (d - 1), 1, ()),
    (a * (a / c) ** (1 / (d - 1)), 1, (a > c,)),
    (exp(1 / (d - 1)) / (d - 1), 1, ()),
    (1 / tan(d - 1), 1, ()),
]
DOES_NOT = [
    (log(d - 1), 1, ()),
    ((d - 1) * log(d - 1), 1, ()),
    (a * (a / c) ** (1 / (d - 2)), 1, (a > c,)),
    (a * (a / c) ** (1 / (d - 1)), 1, (a < c,)),
    (a ** (1 / (1 - d)), 1, (a > 1,)),
    (sin(d - 1) / (d - 1), 1, ()),
    (-1 / log(d), 0, ()),
]


@pytest.mark.parametrize("case", GROWS, ids=lambda case: str(case[0]))
def test_growth_is_proved(case: tuple[Any, Any, Any]) -> None:
    assert outcome(diverges(case[0], d, case[1]), given_that(where=case[2])) is Outcome.PROVED


@pytest.mark.parametrize("case", DOES_NOT, ids=lambda case: str(case[0]))
def test_a_limit_refutes_growth(case: tuple[Any, Any, Any]) -> None:
    assert outcome(diverges(case[0], d, case[1]), given_that(where=case[2])) is Outcome.REFUTED


def test_growth_stays_open_where_signs_are_not_known_or_the_place_is_out_of_reach() -> None:
    assert outcome(diverges(b / (d - 1), d, 1)) is Outcome.UNDECIDED
    assert outcome(diverges(a ** (1 / (d - 1)), d, 1)) is Outcome.UNDECIDED
    assert outcome(diverges(sin(1 / (d - 1)), d, 1)) is Outcome.UNDECIDED
    assert outcome(diverges(1 / (d + 1), d, -1)) is Outcome.UNDECIDED
    assert outcome(diverges(log(d - 1), d, 1), given_that(where=(d < Rational(1, 2),))) is Outcome.UNDECIDED
    assert outcome(diverges(1 / (n - 1), n, 1)) is Outcome.UNDECIDED


@settings(derandomize=True, deadline=None, max_examples=examples(40))
@given(st.integers(-3, 3), st.integers(-2, 3), st.integers(1, 3))
def test_limits_of_powers_and_logarithms(power: int, logs: int, factor: int) -> None:
    whole = factor * t**power * log(t) ** logs
    if power == 0 and logs == 0:
        expected: Any = Integer(factor)
    elif power > 0 or (power == 0 and logs < 0):
        expected = Integer(0)
    else:
        expected = sympy.oo * (-1) ** logs
    assert limit_at_zero(whole, t) == expected


# --- scaling with the dimension, from the general equation ------------------------------------------------


def scaling() -> tuple[Paper, Claim, tuple[sympy.Symbol, ...]]:
    """R^(d − 1) = a_0^d/r_e as it is printed, and nothing solved by hand."""
    paper = Paper(id="scaling", title="t", citation="made up", units=UnitSystem.SI, sections=("S",))
    size, bohr, classical = (symbol(s, s, s, LENGTH, positive=True) for s in ("R", "a_0", "r_e"))
    general = paper.premise(
        "52", where="S", printed="x", lhs=(size / bohr) ** (d - 1), rhs=bohr / classical, page="the page"
    )
    return paper, general, (size, bohr, classical)


def test_two_and_three_dimensions_follow_from_the_general_equation() -> None:
    paper, general, (size, bohr, classical) = scaling()
    plane, space = (follows_from(specialise(general, {d: value}, general=True)) for value in (2, 3))
    lines = {
        ("2", plane, bohr**2 / classical): Outcome.PROVED,
        ("2 wrong", plane, bohr**3 / classical**2): Outcome.REFUTED,
        ("3", space, bohr * sqrt(bohr / classical)): Outcome.PROVED,
        ("3 wrong", space, bohr * (bohr / classical) ** Rational(1, 3)): Outcome.REFUTED,
    }
    for (label, route, value), expected in lines.items():
        claim = paper.value(label, equal(size, value), by=route, where="S", printed="x")
        assert judge(claim.literal).outcome is expected, label


def test_the_size_in_d_dimensions_follows_and_grows_beyond_bounds() -> None:
    paper, general, (size, bohr, classical) = scaling()
    solved = bohr * (bohr / classical) ** (1 / (d - 1))
    line = paper.step("R", where="S", printed="x", lhs=size, rhs=solved, by=follows_from(general))
    assert judge(line.literal).outcome is Outcome.PROVED
    grows = {"larger": (bohr > classical, Outcome.PROVED), "smaller": (bohr < classical, Outcome.REFUTED)}
    for label, (condition, expected) in grows.items():
        claim = paper.value(
            label, diverges(size, d, 1), by=follows_from(line), conditions=[condition], where="S", printed="x"
        )
        assert judge(claim.literal).outcome is expected
