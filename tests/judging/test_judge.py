"""Checkers on hand-worked cases: what holds, what fails, and what must not be decided."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
import sympy
from sympy import Eq, Rational, cos, pi, sin, sqrt

from verify.claims import (
    CODATA_2022,
    DOMAIN,
    Claim,
    ClaimError,
    Paper,
    UnitSystem,
    approx,
    at_most,
    contradiction,
    correction,
    decimal,
    differentiate,
    equal,
    follows_from,
    greater,
    less,
    logic,
    only_route,
    order_of,
    power,
    reading,
    specialise,
    substitute,
    symbol,
)
from verify.deciding.settings import Settings
from verify.judging.inheritance import inherit
from verify.judging.judge import at_fault, judge_claim
from verify.points.domain import EmptyDomain
from verify.quantities.dimension_names import DIMENSIONLESS, LENGTH, MASS
from verify.quantities.units import metre
from verify.slips.mutants import spoil, try_mutants
from verify.verdicts import ClaimAudit, Grade, Outcome, Result

a, b, c, d = (symbol(name, name, name, DIMENSIONLESS, positive=True) for name in "abcd")
u, w = (symbol(name, name, name, DIMENSIONLESS, real=True) for name in "uw")
n = symbol("n", "n", "a number", DIMENSIONLESS, integer=True, positive=True)
length = symbol("ell", r"\ell", "length", LENGTH, positive=True)
mass = symbol("m", "m", "mass", MASS, positive=True)
HERE: dict[str, Any] = {"where": "I", "printed": "as on the page"}


def judged(paper: Paper, claim: Claim) -> ClaimAudit:
    return judge_claim(paper, claim)


# --- identities and steps -----------------------------------------------------------------------


def test_an_identity_passes_and_its_slip_fails(paper: Paper) -> None:
    good = paper.identity("1", lhs=(a + b) ** 2, rhs=a**2 + 2 * a * b + b**2, **HERE)
    bad = paper.identity("2", lhs=(a + b) ** 2, rhs=a**2 + a * b + b**2, **HERE)
    assert judged(paper, good).result is Result.PASS
    failed = judged(paper, bad)
    assert failed.result is Result.FAIL
    assert failed.literal.evidence.counterexample is not None
    assert failed.literal.evidence.residual is not None


def test_a_step_is_checked_from_its_premises(paper: Paper) -> None:
    one = paper.given("1", lhs=a, rhs=b * c, **HERE)
    two = paper.given("2", lhs=d, rhs=a**2, **HERE)
    good = paper.step("3", lhs=d, rhs=b**2 * c**2, by=substitute(one, into=two), **HERE)
    bad = paper.step("4", lhs=d, rhs=b**2 * c, by=substitute(one, into=two), **HERE)
    assert judged(paper, good).result is Result.PASS
    assert judged(paper, bad).result is Result.FAIL


def test_a_counterexample_lies_on_every_premise(paper: Paper) -> None:
    one = paper.given("1", lhs=a * b, rhs=c, **HERE)
    claim = judged(paper, paper.step("2", lhs=a**2 * b**2, rhs=c, by=power(one, 2), **HERE))
    assert claim.literal.evidence.counterexample is not None
    point = {name.strip("$"): sympy.Rational(value) for name, value in claim.literal.evidence.counterexample.point}
    assert point["a"] * point["b"] == point["c"]
    assert point["a"] ** 2 * point["b"] ** 2 != point["c"]


def test_an_unused_premise_is_an_error(paper: Paper) -> None:
    one = paper.given("1", lhs=a, rhs=b * c, **HERE)
    two = paper.given("2", lhs=d, rhs=a**2, **HERE)
    three = paper.step("3", lhs=a**2, rhs=b**2 * c**2, by=follows_from(one, two), **HERE)
    with pytest.raises(ClaimError, match=r"p 3: .*premise '2' is not used"):
        judged(paper, three)


def test_a_wrong_line_does_not_poison_the_next(paper: Paper) -> None:
    one = paper.given("1", lhs=2 * a * b, rhs=c, **HERE)
    mended = correction("square", equal(a**2, c**2 / (4 * b**2)), by=power(one, 2))
    two = paper.step("2", lhs=a**3, rhs=c**2 / (4 * b**2), by=power(one, 2), readings=[mended], **HERE)
    three = paper.step("3", lhs=a * b, rhs=c / 2, by=follows_from(two.form("square")), **HERE)
    assert judged(paper, two).result is Result.FAIL
    assert judged(paper, two).correction == "a^{2} = \\frac{c^{2}}{4 b^{2}}"
    assert judged(paper, three).literal.holds
    assert judged(paper, three).premises == ("2 (square)",)


def test_a_correction_rescues_nothing(paper: Paper) -> None:
    claim = paper.identity("1", lhs=a, rhs=2 * a, readings=[correction("right", equal(a, a * 1 + 0 * b))], **HERE)
    assert judged(paper, claim).result is Result.FAIL


def test_a_charitable_reading_gives_pass_if_and_names_the_condition(paper: Paper) -> None:
    read = reading("for positive u", equal(sqrt(u**2), u), where=[u > 0], ground=DOMAIN, condition="u is positive")
    claim = judged(paper, paper.identity("1", lhs=sqrt(u**2), rhs=u, readings=[read], **HERE))
    assert claim.result is Result.PASS_IF
    assert claim.decisive.condition == "u is positive"


def test_an_equality_among_the_conditions_is_a_fact(paper: Paper) -> None:
    claim = judged(paper, paper.identity("1", lhs=a / n, rhs=a / 2, conditions=[Eq(n, 2)], **HERE))
    assert claim.result is Result.PASS


def test_an_unsampleable_domain_is_an_error_not_a_pass(paper: Paper) -> None:
    claim = paper.identity("1", lhs=u, rhs=u + 1, conditions=[u > 3, u < 2], **HERE)
    with pytest.raises(EmptyDomain, match="p 1: no point was found that satisfies"):
        judged(paper, claim)


def test_premises_that_exclude_each_other_prove_nothing(paper: Paper) -> None:
    one, two = paper.given("1", lhs=a, rhs=b, **HERE), paper.given("2", lhs=a, rhs=2 * b, **HERE)
    claim = paper.step("3", lhs=a, rhs=7 * b, by=follows_from(one, two), **HERE)
    found = judged(paper, claim)
    assert found.result is Result.OPEN
    assert "exclude each other" in found.literal.evidence.detail


def test_premises_that_cannot_be_solved_leave_the_claim_open_not_refuted(paper: Paper) -> None:
    one = paper.given("1", lhs=sin(u) + u, rhs=cos(w) + w, **HERE)
    claim = judged(paper, paper.step("2", lhs=u, rhs=w + 1, by=follows_from(one), **HERE))
    assert claim.result is Result.OPEN


def test_a_derivative_is_a_fact_of_its_own(paper: Paper) -> None:
    one = paper.given("1", lhs=u, rhs=a * w**2, **HERE)
    line = paper.step("2", lhs=0 * u + 2 * a * w, rhs=2 * a * w, by=differentiate(one, w), **HERE)
    assert line.premises == ("1",)


def test_specialise(paper: Paper) -> None:
    general = paper.given("1", lhs=a, rhs=b / n, **HERE)
    claim = paper.step("2", lhs=a, rhs=b / 2, by=specialise(general, {n: 2}), **HERE)
    assert judged(paper, claim).result is Result.PASS


def test_dimensions_are_checked(paper: Paper) -> None:
    good = paper.identity("1", lhs=length * mass, rhs=mass * length, **HERE)
    bad = paper.identity("2", lhs=length, rhs=length**2, **HERE)
    assert judged(paper, good).dimension == "ok"
    assert judged(paper, bad).dimension == "mismatch"


# --- inequalities -------------------------------------------------------------------------------


def test_inequalities(paper: Paper) -> None:
    assert judged(paper, paper.for_all("1", less(a, a + b), **HERE)).result is Result.PASS
    assert judged(paper, paper.for_all("2", less(a + b, a), **HERE)).result is Result.FAIL
    assert judged(paper, paper.for_all("3", greater(u + w, u), **HERE)).result is Result.FAIL
    assert judged(paper, paper.for_all("4", at_most(2 * a * b, a**2 + b**2), **HERE)).result in (
        Result.PASS,
        Result.OPEN,
    )


def test_conditions_enter_the_sign(paper: Paper) -> None:
    claim = paper.for_all("1", greater(1 / a - 1 / b, 0), conditions=[a < b], **HERE)
    assert judged(paper, claim).result is Result.PASS
    claim = paper.for_all("2", greater(1 / a - 1 / b, 0), conditions=[a > b], **HERE)
    assert judged(paper, claim).result is Result.FAIL


# --- numbers ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "result"), [("5.29e-11", Result.PASS), ("5.30e-11", Result.FAIL), ("5.2918e-11", Result.PASS)]
)
def test_printed_digits(paper: Paper, number: str, result: Result) -> None:
    says = approx(length, number, unit=metre, constants={length: CODATA_2022.a_0})
    assert judged(paper, paper.value("1", says, **HERE)).result is result


def test_a_number_at_the_border_of_its_uncertainty_is_open(paper: Paper) -> None:
    says = approx(length, "5.29177210544e-11", unit=metre, constants={length: CODATA_2022.a_0})
    assert judged(paper, paper.value("1", says, **HERE)).result is Result.OPEN


def test_a_number_without_a_value_for_its_symbol_is_open(paper: Paper) -> None:
    assert judged(paper, paper.value("1", approx(a, "1"), **HERE)).result is Result.OPEN


@pytest.mark.parametrize(
    ("quantity", "result"), [("31", Result.PASS), ("32", Result.FAIL), ("4", Result.PASS), ("3", Result.FAIL)]
)
def test_order_of_magnitude_is_half_a_decade(paper: Paper, quantity: str, result: Result) -> None:
    assert judged(paper, paper.value("1", order_of(decimal(quantity), "10"), **HERE)).result is result


def test_irrational_numbers(paper: Paper) -> None:
    assert judged(paper, paper.value("1", approx((3 + sqrt(5)) / 2, "2.618"), **HERE)).result is Result.PASS
    assert judged(paper, paper.value("2", approx(pi, "3.15"), **HERE)).result is Result.FAIL


# --- logic, contradiction, uniqueness -------------------------------------------------------------


def test_truth_tables(paper: Paper) -> None:
    p, q = sympy.symbols("p q")
    meanings = {"p": "first", "q": "second"}
    assert (
        judged(paper, paper.logic("1", logic(sympy.Implies(sympy.And(p, q), p), **meanings | {}), **HERE)).result
        is Result.PASS
    )
    assert (
        judged(paper, paper.logic("2", logic(sympy.Implies(p, sympy.And(p, q)), **meanings), **HERE)).result
        is Result.FAIL
    )


def test_a_proposition_built_unevaluated_has_its_truth_value(paper: Paper) -> None:
    p, certain = sympy.Symbol("p"), sympy.Not(sympy.false, evaluate=False)
    claims = {
        "1": (sympy.Or(p, certain, evaluate=False), Result.PASS),
        "2": (sympy.And(p, certain, evaluate=False), Result.FAIL),
        "3": (sympy.Or(p, sympy.Not(p, evaluate=False), evaluate=False), Result.PASS),
    }
    for label, (proposition, result) in claims.items():
        assert judged(paper, paper.logic(label, logic(proposition, p="first"), **HERE)).result is result


def test_contradictions(paper: Paper) -> None:
    one, two = paper.given("1", lhs=a, rhs=b, **HERE), paper.given("2", lhs=a, rhs=2 * b, **HERE)
    three = paper.given("3", lhs=a, rhs=b * c, **HERE)
    assert judged(paper, paper.logic("4", contradiction(one, two), **HERE)).result is Result.PASS
    compatible = judged(paper, paper.logic("5", contradiction(one, three), **HERE))
    assert compatible.result is Result.FAIL
    assert compatible.literal.evidence.counterexample is not None


def test_only_is_refuted_by_another_way_and_never_proved(paper: Paper) -> None:
    one, two = paper.given("1", lhs=a, rhs=b * c, **HERE), paper.given("2", lhs=c, rhs=d, **HERE)
    target = paper.given("3", lhs=a, rhs=b * d, **HERE)
    good = paper.uniqueness("4", only_route(target, through_c=follows_from(one, two)), **HERE)
    assert judged(paper, good).result is Result.FAIL
    bad_rival = paper.uniqueness("5", only_route(target, wrong=follows_from(one)), **HERE)
    assert judged(paper, bad_rival).result is Result.OPEN


def test_a_rival_whose_premises_exclude_each_other_is_none(paper: Paper) -> None:
    one, two = paper.given("1", lhs=a, rhs=b, **HERE), paper.given("2", lhs=a, rhs=2 * b, **HERE)
    target = paper.given("3", lhs=c, rhs=b * d, **HERE)
    claim = paper.uniqueness("4", only_route(target, absurd=follows_from(one, two)), **HERE)
    assert judged(paper, claim).result is Result.OPEN


def test_a_line_that_is_judged_alone_rests_on_a_premise_that_is_at_fault_as_in_an_audit(paper: Paper) -> None:
    one = paper.given("1", where="I", printed="a = b", lhs=a, rhs=b)
    bad = paper.step("2", where="I", printed="c = 2 b", lhs=c, rhs=3 * b, by=follows_from(one))
    line = paper.step("3", where="I", printed="c = 3 a", lhs=c, rhs=3 * a, by=follows_from(bad, one))
    with pytest.raises(ClaimError, match="print and encoding differ"):
        judge_claim(paper, bad)
    alone = judge_claim(paper, line)
    lines = (judge_claim(paper, one, alone=False), at_fault(bad, "why"), judge_claim(paper, line, alone=False))
    assert alone.result is inherit(lines)["3"].result is Result.PASS_IF
    assert [need.condition for need in alone.inherits] == ["(2) says what it was written down as, which is at fault"]


def test_what_stands_between_the_ends_of_a_chain_bars_a_counterexample(paper: Paper) -> None:
    chain = paper.claim("1", equal(u, sqrt(a), w), **HERE)
    barred = judged(paper, paper.step("2", lhs=sympy.Abs(u), rhs=w, by=follows_from(chain.ends), **HERE))
    assert barred.result is Result.OPEN
    assert judged(paper, paper.step("3", lhs=u, rhs=2 * w, by=follows_from(chain.ends), **HERE)).result is Result.FAIL
    assert (
        judged(paper, paper.step("4", lhs=u**2, rhs=w**2, by=follows_from(chain.ends), **HERE)).result is Result.PASS_IF
    )


# --- mutants ------------------------------------------------------------------------------------


def test_mutants_of_a_sound_claim_are_killed(paper: Paper) -> None:
    claim = paper.identity("1", lhs=sin(u) ** 2 / (a + b), rhs=(1 - cos(u) ** 2) / (a + b), **HERE)
    mutants = try_mutants(claim.literal, Settings())
    assert mutants.made >= 8
    assert mutants.killed == mutants.made


def test_a_vacuous_claim_has_survivors(paper: Paper) -> None:
    claim = paper.for_all("1", greater(a + b + 1, 0), **HERE)
    loose = paper.identity("2", lhs=0 * a, rhs=sympy.Integer(0), **HERE)
    assert try_mutants(claim.literal, Settings()).made == 2
    assert try_mutants(loose.literal, Settings()).killed == try_mutants(loose.literal, Settings()).made == 0


def test_at_least_five_kinds_of_slip() -> None:
    from verify.claims import Reading

    kinds = {mutant.slip.split(" in ")[0] for mutant in spoil(Reading("as printed", equal(a, b * c**2 + d)))}
    assert len(kinds) >= 5


def test_an_equivalent_mutant_is_explained(paper: Paper) -> None:
    claim = paper.identity("1", lhs=1 / (a * b), rhs=1 / (a * b) * sympy.Integer(1), **HERE)
    mutants = try_mutants(claim.literal, Settings())
    assert all(survivor.equivalent for survivor in mutants.survivors)


def test_grades_are_kept_apart(paper: Paper) -> None:
    claim = judged(paper, paper.identity("1", lhs=a + a, rhs=2 * a + Rational(0), **HERE))
    assert claim.literal.grade is Grade.EXACT
    assert claim.literal.outcome is Outcome.PROVED


def test_the_last_line_of_a_long_chain() -> None:
    paper = Paper(id="chain", title="t", citation="c", units=UnitSystem.SI, sections=("I",))
    places = [symbol(f"x_{n}", f"x_{n}", "a place", DIMENSIONLESS, real=True) for n in range(222)]
    line = paper.given("0", where="I", printed="words", lhs=places[0], rhs=places[1])
    for number, (before, after) in enumerate(pairwise(places[1:]), 1):
        link = paper.given(f"g{number}", where="I", printed="words", lhs=before, rhs=after)
        by = follows_from(line, link)
        line = paper.step(f"s{number}", where="I", printed="words", lhs=places[0], rhs=after, by=by)
    assert judge_claim(paper, line).result is Result.PASS
