"""Strategies that respect a domain by construction, and properties that certify what they refute."""

from __future__ import annotations

from typing import Any

import pytest
import sympy
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st
from sympy import And, Eq, Gt, I, Integer, Lt, Ne, Or, Rational, cos, log, pi, sin, sqrt

from derivations.pavlov import paper as pavlov
from tests.common.asking import read
from tests.common.examples import examples
from verify.claims import (
    CODATA_2022,
    Equation,
    approx,
    contradiction,
    equal,
    follows_from,
    greater,
    less,
    logic,
    symbol,
)
from verify.deciding.settings import Settings
from verify.judging.verdict_on import judge
from verify.points.domain import Domain, EmptyDomain
from verify.premises.facts import Facts
from verify.quantities.dimension_names import DIMENSIONLESS
from verify.quantities.units import metre
from verify.slips.properties import Drawn, NoProperty, points_of, property_of, try_properties, values
from verify.verdicts import Outcome
from verify.vocabulary.readings import Reading

a, b, r, R = (symbol(name, name, name, DIMENSIONLESS, positive=True) for name in "abrR")
x, y = (symbol(name, name, name, DIMENSIONLESS, real=True) for name in "xy")
n = symbol("n", "n", "n", DIMENSIONLESS, integer=True, positive=True)

DRAWN = settings(derandomize=True, deadline=None, max_examples=examples(40), database=None)
ANYHOW = settings(DRAWN, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])


def letter(**facts: bool) -> sympy.Symbol:
    return sympy.Symbol("s", **facts)


# --- strategies -----------------------------------------------------------------------------------

DOMAINS = [
    Domain((a, b)),
    Domain((n,)),
    Domain((x, y)),
    Domain((r, R), (r < R,)),
    Domain((r, R), (r < R, R < 1)),
    Domain((x,), (x > Rational(1, 3), x < Rational(1, 3) + Rational(1, 10**9))),
    Domain((x,), (x > pi, x < 2 * pi)),
    Domain((n,), (n >= 3, n <= 5)),
    Domain((x, y), (Eq(x, 2 * y),)),
    Domain((x,), (Ne(x, 0),)),
    Domain((x, y), (Or(x > 1, y > 1),)),
    Domain((x, y), (x**2 + y**2 < 1,)),
    Domain((letter(integer=True, even=True, negative=True),)),
    Domain((letter(odd=True),)),
    Domain((letter(prime=True),)),
    Domain((letter(imaginary=True),)),
    Domain((letter(complex=True),)),
    Domain((letter(real=True, nonzero=True),)),
    Domain((letter(zero=True),)),
    Domain((letter(nonpositive=True),), (letter(nonpositive=True) > -2,)),
    Domain(()),
]


@pytest.mark.parametrize("domain", DOMAINS, ids=str)
def test_every_drawn_point_is_certainly_in_the_domain(domain: Domain) -> None:
    @ANYHOW
    @given(points_of(domain))
    def inside(point: dict[Any, Any]) -> None:
        assert set(point) == set(domain.symbols)
        assert domain.contains(point)
        assert all(value.is_Rational or value.is_complex for value in point.values())

    inside()


@pytest.mark.parametrize(
    "domain", [DOMAINS[0], DOMAINS[1], DOMAINS[3], DOMAINS[4], DOMAINS[5], DOMAINS[6], DOMAINS[7], DOMAINS[8]], ids=str
)
def test_bounds_are_respected_by_construction_and_not_by_rejection(domain: Domain) -> None:
    """Health checks are on: a strategy that threw away most of what it drew would fail them."""
    seen = 0

    @settings(DRAWN, max_examples=50, phases=[Phase.generate])
    @given(points_of(domain))
    def drawn(point: dict[Any, Any]) -> None:
        nonlocal seen
        seen += 1

    drawn()
    assert seen >= (3 if domain is DOMAINS[7] else 20)


@pytest.mark.parametrize(
    ("facts", "lower", "upper"),
    [
        ({"positive": True}, 0, None),
        ({"real": True}, Rational(1, 7), Rational(1, 6)),
        ({"real": True}, None, -5),
        ({"integer": True, "nonzero": True}, 0, 3),
        ({"integer": True, "nonzero": True}, -3, 0),
        ({"integer": True}, None, -100),
        ({"integer": True}, 50, None),
        ({"integer": True, "even": True}, 3, 4),
    ],
)
def test_values_lie_between_their_bounds(facts: dict[str, bool], lower: Any, upper: Any) -> None:
    @DRAWN
    @given(values(letter(**facts), lower, upper))
    def between(value: Any) -> None:
        assert lower is None or value >= lower
        assert upper is None or value <= upper
        assert "nonzero" not in facts or value != 0
        assert "even" not in facts or value % 2 == 0

    between()


def test_points_shrink_to_small_numbers() -> None:
    assert find(points_of(Domain((r, R), (r < R,))), lambda p: True, settings=DRAWN) == {r: Rational(1, 2), R: 1}
    assert find(points_of(Domain((a, n))), lambda p: p[n] > 2, settings=DRAWN) == {a: 1, n: 3}


def test_an_empty_domain_is_an_error_and_no_pass() -> None:
    with pytest.raises(EmptyDomain):
        points_of(Domain((x,), (x > 2, x < 1)))
    with pytest.raises(EmptyDomain):
        try_properties(read(equal(x, x + 1), where=(Gt(x, 2), Lt(x, 1))))


# --- properties -----------------------------------------------------------------------------------

TRUE = [
    read(equal(sin(x) ** 2 + cos(x) ** 2, Integer(1))),
    read(equal(log(a * b), log(a) + log(b))),
    read(equal(sqrt(R**2 - r**2), sqrt(R - r) * sqrt(R + r)), where=(r < R,)),
    read(equal(r, 4 * a), by=follows_from(Equation("1", r, a * b), Equation("2", b, Integer(4)))),
    read(less(r, R), where=(r < R,)),
    read(greater(n + 1, 1)),
    read(approx(pi, "3.14")),
    read(approx(a, "5.29e-11", unit=metre, constants={a: CODATA_2022.a_0})),
    read(logic(Or(sympy.Symbol("p"), sympy.Not(sympy.Symbol("p"))), p="it rains")),
]
FALSE = [
    read(equal(log(x), log(-x)), where=(Ne(x, 0),)),
    read(equal((x + y) ** 2, x**2 + y**2)),
    read(equal(sqrt(x**2), x)),
    read(equal(r, 3 * a), by=follows_from(Equation("1", r, a * b), Equation("2", b, Integer(4)))),
    read(less(r, R)),
    read(greater(n, 1)),
    read(approx(pi, "3.15")),
    read(approx(a, "5.30e-11", unit=metre, constants={a: CODATA_2022.a_0})),
    read(logic(And(sympy.Symbol("p"), sympy.Symbol("q")), p="it rains", q="it pours")),
]


@pytest.mark.parametrize("reading", TRUE, ids=lambda reading: str(reading.statements[0])[:60])
def test_what_holds_is_not_falsified(reading: Reading) -> None:
    found = try_properties(reading)
    assert found.counterexample is None
    assert found.points >= 1


@pytest.mark.parametrize("reading", FALSE, ids=lambda reading: str(reading.statements[0])[:60])
def test_what_is_false_is_falsified(reading: Reading) -> None:
    assert try_properties(reading).counterexample is not None
    assert judge(reading).outcome is Outcome.REFUTED


def test_the_counterexample_is_shrunk_and_in_the_symbols_of_the_paper() -> None:
    found = try_properties(pavlov.claims["u11"].literal).counterexample
    assert found is not None
    assert dict(found.point) == {"ħ": "4", "m_e": "1", "r_He": "2", "v": "1"}
    assert (found.lhs, found.rhs) == ("8", "4")


def test_a_difference_in_the_fortieth_digit_is_seen() -> None:
    """Exact or in balls: there is no tolerance within which this could hide."""
    tiny = Rational(1, 10**40)
    assert try_properties(read(equal(sin(x) ** 2 + cos(x) ** 2, 1 + tiny))).counterexample is not None
    assert try_properties(read(equal(a, a * (1 + tiny)))).counterexample is not None


def test_an_undefined_value_tells_nothing() -> None:
    """1/(x - x) is nowhere defined: no point speaks for it and none against it."""
    nothing = sympy.Pow(sympy.Add(sympy.cos(x) ** 2, sympy.sin(x) ** 2, -1), -1)
    assert try_properties(read(equal(nothing, nothing + 1))) == Drawn(0, None, ())


def test_premises_that_cannot_be_solved_give_no_property() -> None:
    reading = read(equal(x, y), by=follows_from(Equation("1", sin(x) + x, sin(y) + y)))
    found = try_properties(reading)
    assert found.points == 0
    assert "premise (1)" in found.reasons[0]


def test_some_statements_have_no_property() -> None:
    statement = contradiction(Equation("1", a, b), Equation("2", a, 2 * b))[0]
    with pytest.raises(NoProperty, match="Contradiction"):
        property_of(statement, Facts((), ()))


def test_the_same_seed_draws_the_same() -> None:
    first, second = (try_properties(FALSE[1], Settings(seed=7)) for _ in range(2))
    assert first == second


@settings(derandomize=True, deadline=None, max_examples=examples(30), suppress_health_check=[HealthCheck.nested_given])
@given(st.integers(-3, 3), st.integers(-3, 3), st.integers(-3, 3), st.integers(-3, 3))
def test_property_and_exact_check_agree_on_linear_claims(p: int, q: int, u: int, v: int) -> None:
    """p x + q = u x + v holds for every x if and only if p = u and q = v."""
    reading = read(equal(p * x + q, u * x + v))
    falsified = try_properties(reading, examples=20).counterexample is not None
    assert falsified == ((p, q) != (u, v)) == (judge(reading).outcome is Outcome.REFUTED)


def test_complex_points_are_drawn() -> None:
    z = symbol("z", "z", "z", DIMENSIONLESS, complex=True)
    found = try_properties(read(equal(sympy.conjugate(z), z))).counterexample
    assert found is not None
    assert I.is_imaginary
    assert "i" in dict(found.point)["z"]
