"""A line says something only where it is defined as it is printed, whatever its premises put into it."""

from __future__ import annotations

from typing import Any

import pytest
from sympy import (
    Abs,
    Eq,
    Integral,
    Limit,
    Max,
    Ne,
    Product,
    Rational,
    Sum,
    Symbol,
    cos,
    cot,
    exp,
    gamma,
    log,
    oo,
    pi,
    sign,
    sin,
    sqrt,
    symbols,
    tan,
    zeta,
)

from derivations.physics.mechanics import conserved, hamilton_equations, legendre
from tests.soundness.steps import given
from verify.claims import (
    ClaimError,
    Paper,
    approx,
    at_least,
    contradiction,
    crossing,
    diverges,
    electrostatic,
    eliminate,
    equal,
    expands_to,
    follows_from,
    for_every_number,
    indexed,
    leading,
    less,
    on_interval,
    only_root,
    over,
    potential,
    rounded,
    smallest_period,
    solve_for,
    specialise,
    sphere,
    substitute,
    symbol,
)
from verify.judging.judge import judge_claim
from verify.premises.facts import Facts
from verify.proofs.definedness import dropped, is_defined_at, needs
from verify.proofs.equality import has_a_value
from verify.quantities.dimension_names import DIMENSIONLESS
from verify.verdicts import ClaimAudit, Result
from verify.vocabulary.moves import Equation

HERE: dict[str, Any] = {"where": "I", "printed": "as on the page"}
x, y, z, w, a, b, c, q, v = (symbol(s, s, s, DIMENSIONLESS, real=True) for s in "xyzwabcqv")
p, k = (symbol(s, s, s, DIMENSIONLESS, positive=True) for s in "pk")
n = symbol("n", "n", "n", DIMENSIONLESS, integer=True)
r = symbol("r", "r", "r", DIMENSIONLESS, positive=True)
theta, phi = (symbol(s, s, s, DIMENSIONLESS, real=True) for s in ("theta", "phi"))
N, i, j = (symbol(s, s, s, DIMENSIONLESS, integer=True, positive=True) for s in "Nij")
X = indexed("X", "X", "X", DIMENSIONLESS, real=True)
t = Symbol("t", real=True)
ENDLESS = Integral(exp(t), (t, 0, oo))
NOWHERE = "is not known to be defined anywhere"


def said(paper: Paper, premises: Any, *statements: Any) -> ClaimAudit:
    cited = [given(paper, *premise) for premise in premises]
    by = follows_from(*cited) if cited else None
    return judge_claim(paper, paper.value(str(len(paper.claims) + 1), *statements, by=by, **HERE))


def conditions(found: ClaimAudit) -> tuple[str, ...]:
    assert found.literal.holds, found.literal.evidence.detail
    return found.literal.evidence.conditions


LINES = [
    ([(y, x)], (y / x, 1), ("x ≠ 0",)),
    ([(y, p * x)], (y / p, x), ()),
    ([(y, a * x)], (y / a, x), ("a ≠ 0",)),
    ([(y, a * x)], (1, a * x / y), ("a ≠ 0", "x ≠ 0")),
    ([(y, x**2)], (y / x, x), ("x ≠ 0",)),
    ([(y, x * (x - 1))], (y / (x - 1), x), ("x - 1 ≠ 0",)),
    ([(y, x - 1), (z, x - 1)], (y / z, 1), ("x - 1 ≠ 0",)),
    ([(a * p**2, b)], (p, sqrt(b / a)), ("a ≠ 0",)),
    ([(b, 0)], (b / x, 0), ("x ≠ 0",)),
    ([(b, 0)], (b * log(x), 0), ("x ≠ 0",)),
    ([(b, 0)], ((x + b) / x, 1), ("x ≠ 0",)),
    ([(b, 0)], (x**b, 1), ("x ≠ 0",)),
    ([(b, 1)], (b ** (1 / x), 1), ("x ≠ 0",)),
    ([(y, x)], (log(y) - log(x), 0), ("x ≠ 0",)),
    ([(y, x)], (tan(y) - tan(x), 0), ("cos(x) ≠ 0",)),
    ([(y, x)], (cot(y) * tan(x), 1), ("sin(x) ≠ 0", "cos(x) ≠ 0")),
    ([(y, x)], (sin(y) / sin(x), 1), ("sin(x) ≠ 0",)),
    ([(y, x)], (Abs(y) / Abs(x), 1), ("x ≠ 0",)),
    ([(y, x)], (gamma(y) / gamma(x), 1), ("x ≠ 0, -1, -2, …",)),
    ([(y, x)], (Max(y / x, 1), 1), ("x ≠ 0",)),
    ([(y, x)], (sqrt(y) - sqrt(x), 0), ()),
    ([(y, x)], (Integral(y / x * t, (t, 0, 1)), Rational(1, 2)), ("x ≠ 0",)),
    ([(b, 0)], (Sum(b / (n + c), (n, 1, 5)), 0), ("c + n ≠ 0 for every n from 1 to 5",)),
    ([(b, 0)], (Sum(b / (n + 3), (n, 1, 5)), 0), ()),
    ([(b, 0)], (b * Integral(exp(-(t**2)), (t, 0, oo)), 0), ()),
    ([(b, 0)], (b * Integral(exp(-a * t), (t, 0, oo)), 0), ("Integral(exp(-a·t), (t, 0, oo)) converges",)),
    # in every case that the premises leave
    ([(x**2, y**2)], (Abs(x) / Abs(y), 1), ("y ≠ 0",)),
    ([(a * x, a * b)], ((x - b) / a, 0), ("a ≠ 0",)),
    ([(a * x, a * b)], ((x - b) * log(a), 0), ("a ≠ 0",)),
    ([(x * y, 0)], (y / x, 0), ("x ≠ 0",)),
    # a premise is defined where it holds
    ([(y, x), (z, 1 / x)], (z * y, 1), ()),
]


@pytest.mark.parametrize(("premises", "line", "expected"), LINES)
def test_what_cancels_is_told(paper: Paper, premises: Any, line: Any, expected: tuple[str, ...]) -> None:
    assert set(conditions(said(paper, premises, equal(*line)))) == set(expected)


@pytest.mark.parametrize("line", [(y / x, sign(x) ** 2), (x / y, Abs(sign(y))), (2 * y / x, 2 * sign(x) ** 2)])
def test_what_holds_wherever_it_is_defined_is_proved_there(paper: Paper, line: Any) -> None:
    assert conditions(said(paper, [(y, x)], equal(*line))) == ("x ≠ 0",)


@pytest.mark.parametrize("line", [(y / x, 2), (y / x, sign(x)), (y / x, x)])
def test_what_fails_where_it_is_defined_is_refuted(paper: Paper, line: Any) -> None:
    assert said(paper, [(y, x)], equal(*line)).result is Result.FAIL


@pytest.mark.parametrize(
    "line",
    [
        (b * ENDLESS, 0),
        (b * Sum(1 / n, (n, 1, oo)), 0),
        (b * Limit(1 / t, t, 0), 0),
        (b**x, 0),
        (b / (y - x), 0),
        (Sum(b / (n - 3), (n, 1, 5)), 0),
        (b * Product(1 / (n - 3), (n, 1, 5)), 0),
    ],
)
def test_a_line_that_is_defined_nowhere_is_open(paper: Paper, line: Any) -> None:
    found = said(paper, [(b, 0), (y, x)], equal(*line))
    assert found.result is Result.OPEN
    assert NOWHERE in found.literal.evidence.detail


def test_a_premise_that_is_defined_nowhere_implies_nothing(paper: Paper) -> None:
    found = said(paper, [(w, b * ENDLESS + 1), (b, 0)], equal(w, 1))
    assert found.result is Result.OPEN


def test_inequalities_and_conditions(paper: Paper) -> None:
    assert conditions(said(paper, [(y, x)], less(y / x, 2))) == ("x ≠ 0",)
    assert conditions(said(paper, [(y, x**2)], at_least(y / x, x))) == ("x ≠ 0",)
    told = paper.identity("8", lhs=y / x, rhs=1 + 0 * x, conditions=[Eq(y, x)], **HERE)
    assert conditions(judge_claim(paper, told)) == ("x ≠ 0",)
    stated = paper.identity("9", lhs=y / x, rhs=1 + 0 * x, conditions=[Eq(y, x), Ne(x, 0)], **HERE)
    assert conditions(judge_claim(paper, stated)) == ()


def test_moves_keep_it(paper: Paper) -> None:
    force = given(paper, w, a * x)
    other = given(paper, z, c * x)
    solved = paper.step("7", lhs=x, rhs=w / a, by=solve_for(x, force), **HERE)
    both = paper.step("8", lhs=z, rhs=w * c / a, by=eliminate(x, among=[force, other]), **HERE)
    assert conditions(judge_claim(paper, solved)) == conditions(judge_claim(paper, both)) == ("a ≠ 0",)


SPECIAL = [
    (b / x, {b: 0}, 0, ("x ≠ 0",)),
    (b * log(x), {b: 0}, 0, ("x ≠ 0",)),
    (b / x, {b: x}, 1, ("x ≠ 0",)),
    (b / p, {b: p}, 1, ()),
    (b / x, {b: 1, x: 2}, Rational(1, 2), ()),
]


@pytest.mark.parametrize(("law", "values", "value", "expected"), SPECIAL)
def test_a_law_is_specialised_where_it_is_defined(
    paper: Paper, law: Any, values: Any, value: Any, expected: tuple[str, ...]
) -> None:
    by = specialise(given(paper, w, law), values)
    found = judge_claim(paper, paper.step("9", lhs=w, rhs=value + 0 * x, by=by, **HERE))
    assert conditions(found) == expected
    assert found.result is (Result.PASS_IF if expected else Result.PASS)


def test_a_law_that_is_defined_nowhere_has_no_special_case(paper: Paper) -> None:
    by = specialise(given(paper, w, b * ENDLESS), {b: 0})
    with pytest.raises(ClaimError, match="is not known"):
        judge_claim(paper, paper.step("9", lhs=w, rhs=0 * x, by=by, **HERE))


def test_a_premise_that_takes_a_condition_away_is_used(paper: Paper) -> None:
    found = said(paper, [(y, x), (z, 1 / x)], equal(y / x, 1))
    assert conditions(found) == ()


# --- other statements -------------------------------------------------------------------------------


def test_numbers(paper: Paper) -> None:
    at_zero, at_two = {x: Rational(0)}, {x: Rational(2)}
    for line in (approx(y / x, "1.0", constants=at_zero), approx(b * log(x) + 3, "3.0", constants=at_zero)):
        assert said(paper, [(y, x), (b, 0)], line).result is Result.OPEN
    assert said(paper, [(y, x)], approx(y / x, "1.0", constants=at_two)).result is Result.PASS
    for number, result in (("0.2", Result.PASS), ("0.0", Result.OPEN)):  # 0/0 is among the inputs that round to 0.0
        somewhere = approx(y / x, "1.0", constants={x: rounded(number)}, somewhere=True)
        assert said(paper, [(y, x)], somewhere).result is result


def test_a_number_of_what_has_no_value(paper: Paper) -> None:
    assert conditions(said(paper, [(a, b)], approx(2 * a / b, "2.0"))) == ("b ≠ 0",)
    somewhere = approx(x * a / b, "2.1", constants={x: rounded("2.1")}, somewhere=True)
    assert conditions(said(paper, [(a, b)], somewhere)) == ("b ≠ 0",)


@pytest.mark.parametrize("premise", [(a, 0), (a, x), (a, x**2)])
def test_curves(paper: Paper, premise: Any) -> None:
    assert said(paper, [premise], on_interval(a / x + 2, ">", x, -1, 1)).result is Result.OPEN
    assert said(paper, [premise], on_interval(a / x + 2, ">", x, 1, 2)).result is Result.PASS


WITH_A_IS_B = [
    smallest_period(a / b * sin(x), x, 2 * pi),
    diverges(a / b / x, x, 0),
    leading(a / b * x, x, 1, 1),
    for_every_number(over(i, N, a / b), N, number=N),
    only_root(x * a / b - 1, x, 0, 2, "1"),
    crossing(x * a / b - 1, x, "1.0"),
]


@pytest.mark.parametrize("line", WITH_A_IS_B)
def test_statements_about_functions(paper: Paper, line: Any) -> None:
    assert conditions(said(paper, [(a, b)], line)) == ("b ≠ 0",)


WITH_A_IS_ZERO = [
    (expands_to(cos(x) + a / b, x, 1 - x**2 / 2, order=4), "b ≠ 0"),
    (hamilton_equations(v**2 / 2 + a * q / b**2, (q, v, v, 0)), "b ≠ 0"),
    (legendre(k * v**2 / 2 + a / b, (v, q), hamiltonian=q**2 / (2 * k)), "b ≠ 0"),
    (conserved(v, v**2 / 2 + a / q, (q, v), time=x), "q ≠ 0"),
    (conserved(v, v**2 / 2 + a * log(q**2), (q, v), time=x), "q ≠ 0"),
    (for_every_number(over(i, N, a / X(i)), 0, number=N), "X_i ≠ 0 for every i from 1 to N"),
    (for_every_number(a / X(j) * over(i, N, 1), 0, number=N), "X_j ≠ 0"),
]


@pytest.mark.parametrize(("line", "expected"), WITH_A_IS_ZERO)
def test_what_vanishes_from_functions(paper: Paper, line: Any, expected: str) -> None:
    assert conditions(said(paper, [(a, 0)], line)) == (expected,)


ALONE = [
    (expands_to(cos(x) / b, x, 1 / b - x**2 / (2 * b), order=4), ("b ≠ 0",)),
    (expands_to(log(b) * cos(x), x, log(b) - log(b) * x**2 / 2, order=4), ("b ≠ 0",)),
    (expands_to(sin(x) / (a - b), x, x / (a - b), order=3), ("a - b ≠ 0",)),
    (expands_to(sin(x) / p, x, x / p, order=3), ()),
    (smallest_period(cos(x + 1 / a), x, 2 * pi), ("a ≠ 0",)),
    (smallest_period(exp(1 / a) * cos(x), x, 2 * pi), ("a ≠ 0",)),
    (hamilton_equations(v**2 / 2 + 1 / b, (q, v, v, 0)), ("b ≠ 0",)),
    (conserved(1 / b, v**2 / 2, (q, v), time=x), ("b ≠ 0",)),
    (legendre(v**2 / (2 * b), (v, q), hamiltonian=b * q**2 / 2), ("b ≠ 0",)),
    (for_every_number(log(b) + over(i, N, X(i)), 1, number=N, slope=X(j)), ("b ≠ 0",)),
]


@pytest.mark.parametrize(("line", "expected"), ALONE)
def test_statements_without_premises(paper: Paper, line: Any, expected: tuple[str, ...]) -> None:
    assert conditions(said(paper, [], line)) == expected


def test_fields_at_a_surface(paper: Paper) -> None:
    ball = sphere(r, theta, phi)
    shell = electrostatic(
        ball, a, inside=(0, 0, 0), outside=(k * a**2 / r**2, 0, 0), surface_charge=k, per_charge=Rational(1)
    )
    assert conditions(said(paper, [], shell)) == ("a > 0",)
    charged = potential(ball, p, inside=b / (a * p) + 1 / p, outside=1 / r, slope_jump=-1 / p**2)
    assert conditions(said(paper, [(b, 0)], charged)) == ("a ≠ 0",)


MODELS = [
    ([(b * log(x), 0), (x, 0)], Result.PASS),
    ([(b * log(x), 0), (x, 1)], Result.FAIL),
    ([(a * tan(b), 0), (b, pi / 2)], Result.OPEN),
    ([(a * zeta(b), 0), (b, 1)], Result.OPEN),
    ([(a * gamma(b), 0), (b, -1)], Result.OPEN),
    ([(a * Integral(exp(b * t), (t, 0, oo)), 0), (b, 1)], Result.OPEN),
    ([(a * Integral(exp(b * t), (t, 0, oo)), 0), (b, -1)], Result.FAIL),
    ([(a * Sum(n**-b, (n, 1, oo)), 0), (b, 1)], Result.OPEN),
    ([(a * b**c, 0), (b, 0), (c, -1)], Result.OPEN),
    ([(a * b**c, 0), (b, 0), (c, 2)], Result.FAIL),
    ([(a * b**c, 0), (b, 0), (c, 0)], Result.OPEN),
]


@pytest.mark.parametrize(("equations", "expected"), MODELS)
def test_no_equation_holds_where_a_part_is_undefined(paper: Paper, equations: Any, expected: Result) -> None:
    line = paper.logic("9", contradiction(*(given(paper, *each) for each in equations)), **HERE)
    assert judge_claim(paper, line).result is expected


# --- what premises need -----------------------------------------------------------------------------


def test_restrictions_of_a_premise_travel(paper: Paper) -> None:
    """Σ x (1 − x)^k is 1 for 0 < x ≤ 1, and 0 at x = 0."""
    series = Sum(x * (1 - x) ** n, (n, 0, oo))
    summed = paper.identity("1", lhs=series, rhs=1 + 0 * x, conditions=[x >= 0, x <= 1], **HERE)
    defined = given(paper, b, series)
    first = paper.step("8", lhs=b, rhs=1 + 0 * x, by=substitute(summed, into=defined), **HERE)
    further = paper.step("9", lhs=c, rhs=1 + x, by=substitute(first, into=given(paper, c, b**2 + x)), **HERE)
    for line in (first, further):
        found = judge_claim(paper, line)
        assert found.result is Result.PASS_IF
        assert "x ≠ 0" in conditions(found)
        assert "x ≠ 0" in found.conditions


# --- the parts --------------------------------------------------------------------------------------


def test_needs() -> None:
    s, u, m = symbols("s u m")
    assert {str(need) for need in needs([u * Sum(s / (m - u), (m, 1, 4))])} == {
        "Sum(s/(m - u), (m, 1, 4)) exists",
        "m - u ≠ 0 for every m from 1 to 4",
    }
    assert needs([s + u]) == ()


def test_what_is_dropped() -> None:
    facts = Facts((Equation("1", y, x),), ())
    put = facts.parametrisation.apply
    assert dropped([y / x + 1 / z], put, facts) == (x,)
    assert dropped([1 / y], put, facts) == ()
    assert dropped([1 / (y - x)], put, facts) is None


def test_defined_at_a_point() -> None:
    zero = {x: Rational(0), b: Rational(0)}
    assert not is_defined_at(b * log(x), zero)
    assert not is_defined_at(x**b, zero)
    assert not is_defined_at(b * ENDLESS, zero)
    assert is_defined_at(b * sqrt(x) + x**2 + cos(x), zero)
    assert is_defined_at(b * Integral(exp(-t), (t, 0, oo)), zero)
    assert is_defined_at(b * Sum(x + n, (n, 1, 4)), zero)


def test_values_of_endless_integrals() -> None:
    assert has_a_value(Integral(exp(-p * t), (t, 0, oo)))
    assert not has_a_value(Integral(exp(x * t), (t, 0, oo)))
