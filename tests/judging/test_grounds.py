"""What a verdict means: grounds of readings, conditions that travel, corrected premises, vacuous lines, dimensions.

Each rule has an encoding that breaks it, and the sentence that the author of a paper gets.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
import sympy
from sympy import Eq, Rational, exp, log, sqrt

from verify.claims import (
    AMBIGUITY,
    CODATA_2018,
    CODATA_2022,
    CONVENTION,
    DOMAIN,
    ROUNDING,
    SOURCE,
    Claim,
    ClaimError,
    Paper,
    approx,
    correction,
    equal,
    follows_from,
    for_every_number,
    less,
    on_interval,
    order_of,
    over,
    power,
    printed_number,
    reading,
    rounded,
    specialise,
    symbol,
    unequal,
)
from verify.judging.inheritance import inherit
from verify.judging.judge import judge_claim
from verify.quantities.dimension_names import DIMENSIONLESS, LENGTH, TIME
from verify.quantities.units import metre
from verify.verdicts import ClaimAudit, Ground, Inherited, Outcome, Reason, Result
from verify.vocabulary.moves import Equation

a, b, c, d, e = (symbol(n, n, f"quantity {n}", DIMENSIONLESS, positive=True) for n in "abcde")
x, y = (symbol(n, n, f"quantity {n}", DIMENSIONLESS, real=True) for n in "xy")
p_x, p_y, p_z = (symbol(f"p_{n}", f"p_{n}", f"quantity {n}", DIMENSIONLESS, positive=True) for n in "xyz")
length = symbol("ell", r"\ell", "a length", LENGTH, positive=True)
period = symbol("T", "T", "a time", TIME, positive=True)
HERE = {"where": "I", "printed": "the sum of both is typically large"}


def audited(paper: Paper) -> dict[str, ClaimAudit]:
    """All claims, with what they inherit."""
    return inherit([judge_claim(paper, claim) for claim in paper.in_print_order()])


# --- rule 1: a reading stands on a ground ----------------------------------------------------------


def test_a_reading_names_its_ground() -> None:
    with pytest.raises(ClaimError, match="reading 'so' stands on correction: expected AMBIGUITY, ROUNDING, DOMAIN"):
        reading("so", equal(a, b), ground=Ground.CORRECTION, condition="so")
    with pytest.raises(TypeError, match="ground"):
        reading("so", equal(a, b), condition="so")  # type: ignore[call-arg]


def test_an_ambiguity_names_a_word_of_the_page(paper: Paper) -> None:
    with pytest.raises(ClaimError, match="p 1: reading 'so', ground ambiguity: no word is named"):
        paper.value("1", less(a, b), readings=[reading("so", less(a, c), ground=AMBIGUITY, condition="so")], **HERE)
    read = reading("so", less(a, c), ground=AMBIGUITY, of="seldom", condition="so")
    with pytest.raises(ClaimError, match="'seldom' does not stand in what is printed"):
        paper.value("1", less(a, b), readings=[read], **HERE)
    read = reading("so", less(a, c), ground=AMBIGUITY, of="Typically", condition="so")
    assert paper.value("1", less(a, b), readings=[read], **HERE).readings[1].word == "Typically"


def test_a_domain_adds_conditions_and_changes_nothing_else(paper: Paper) -> None:
    wider = reading("so", less(x, y), ground=DOMAIN, where=[x < 0, y > 0], condition="x is negative, y positive")
    assert judge_claim(paper, paper.for_all("1", less(x, y), readings=[wider], **HERE)).result is Result.PASS_IF
    for label, other in (("2", less(x, 2 * y)), ("3", equal(x, y))):
        read = reading("so", *([other]), ground=DOMAIN, where=[x < 0], condition="so")
        with pytest.raises(ClaimError, match=f"p {label}: .*ground domain: it states something else than the printed"):
            paper.for_all(label, less(x, y), readings=[read], **HERE)


def test_a_domain_keeps_the_printed_conditions(paper: Paper) -> None:
    read = reading("so", less(x, y), ground=DOMAIN, where=[x < 0], condition="so")
    with pytest.raises(ClaimError, match="ground domain"):
        paper.for_all("1", less(x, y), conditions=[y < 5], readings=[read], **HERE)


def test_a_domain_may_be_a_part_of_the_interval_and_no_other_interval(paper: Paper) -> None:
    whole = on_interval(x - 1, "<", x, 0, 2)
    part = reading("so", on_interval(x - 1, "<", x, 0, 1), ground=DOMAIN, condition="x is below one")
    assert judge_claim(paper, paper.for_all("1", whole, readings=[part], **HERE)).result is Result.PASS_IF
    beyond = reading("so", on_interval(x - 1, "<", x, -1, 1), ground=DOMAIN, condition="so")
    with pytest.raises(ClaimError, match="ground domain"):
        paper.for_all("2", whole, readings=[beyond], **HERE)


def test_a_rounding_changes_printed_inputs_only(paper: Paper) -> None:
    printed = approx(length**2, "4.9", unit=metre**2, constants={length: printed_number("2.2", metre)})
    other = approx(length**2, "4.8", unit=metre**2, constants={length: rounded("2.2", metre)}, somewhere=True)
    read = reading("so", other, ground=ROUNDING, condition="rounded")
    with pytest.raises(ClaimError, match="ground rounding: it changes more than the printed inputs"):
        paper.value("1", printed, readings=[read], **HERE)


def test_a_convention_changes_the_edition_of_a_constant(paper: Paper) -> None:
    def said(edition: object, number: str = "9.1093837015e-31") -> tuple[object, ...]:
        from verify.quantities.dimension_names import MASS
        from verify.units import kilogram

        mass = symbol("m", "m", "mass", MASS, positive=True)
        return approx(mass, number, unit=kilogram, constants={mass: edition.m_e.value})  # type: ignore[attr-defined]

    read = reading("2018", said(CODATA_2018), ground=CONVENTION, condition="CODATA 2018")  # type: ignore[arg-type]
    assert judge_claim(paper, paper.value("1", said(CODATA_2022), readings=[read], **HERE)).result is Result.PASS_IF  # type: ignore[arg-type]
    read = reading("so", said(CODATA_2018, "9.2e-31"), ground=CONVENTION, condition="so")  # type: ignore[arg-type]
    with pytest.raises(ClaimError, match="ground convention: it changes more than constants, units or the sign"):
        paper.value("2", said(CODATA_2022), readings=[read], **HERE)  # type: ignore[arg-type]


@pytest.mark.parametrize("ground", [AMBIGUITY, DOMAIN, CONVENTION])
def test_no_ground_replaces_a_cited_line(paper: Paper, ground: Ground) -> None:
    one, two = paper.given("1", lhs=a, rhs=b, **HERE), paper.given("2", lhs=a, rhs=2 * b, **HERE)
    read = reading("so", equal(a, 2 * b), ground=ground, of="sum", by=follows_from(two), condition="so")
    with pytest.raises(ClaimError, match=r"p 3: reading 'so', ground \w+: it does not rest on \(1\)"):
        paper.step("3", lhs=a, rhs=2 * b, by=follows_from(one), readings=[read], **HERE)


def test_no_ground_fixes_a_free_variable(paper: Paper) -> None:
    read = reading("so", equal(a / c, a / 2), ground=DOMAIN, where=[Eq(c, 2)], condition="c is two")
    with pytest.raises(ClaimError, match="its condition c = 2 fixes a symbol that the printed line leaves free"):
        paper.identity("1", lhs=a / c, rhs=a / 2, readings=[read], **HERE)


def test_a_correction_never_rescues_and_is_told(paper: Paper) -> None:
    mended = correction("twice", equal(a + a, 2 * a), condition="the factor 2 is put in")
    found = judge_claim(paper, paper.identity("1", lhs=a + a, rhs=3 * a, readings=[mended], **HERE))
    assert found.result is Result.FAIL
    assert found.readings[1].outcome is Outcome.PROVED
    assert found.readings[1].ground is Ground.CORRECTION


def test_a_reading_whose_dimensions_differ_rescues_nothing(paper: Paper) -> None:
    read = reading("so", less(0, length + period), ground=AMBIGUITY, of="sum", condition="so")
    found = judge_claim(paper, paper.for_all("1", less(a, b), readings=[read], **HERE))
    assert (found.result, found.readings[1].outcome) == (Result.FAIL, Outcome.REFUTED)


# --- rule 3: conditions travel -----------------------------------------------------------------------


def rescued(paper: Paper) -> Claim:
    """(1) sqrt(x²) = x, which holds for positive x."""
    by = paper.given("0", lhs=y, rhs=sqrt(x**2), **HERE)
    read = reading(
        "positive", equal(y, x), ground=DOMAIN, where=[x > 0], by=follows_from(by), condition="x is positive"
    )
    return paper.step("1", lhs=y, rhs=x, by=follows_from(by), readings=[read], **HERE)


def test_a_line_inherits_the_condition_of_a_line_that_it_rests_on(paper: Paper) -> None:
    one = rescued(paper)
    two = paper.step("2", lhs=2 * y, rhs=2 * x, by=follows_from(one), **HERE)
    paper.step("3", lhs=4 * y, rhs=4 * x, by=follows_from(two), **HERE)
    found = audited(paper)
    assert [found[label].result for label in "123"] == [Result.PASS_IF] * 3
    assert found["1"].inherits == ()
    for label in "23":
        assert found[label].inherits == (Inherited("1", "x is positive"),)
        assert found[label].conditions == ("x is positive",)


def test_a_line_that_rests_on_an_assumption_holds_if_it_is_granted(paper: Paper) -> None:
    assumed = paper.premise("x", lhs=a, rhs=2 * b, assumption="made here", **HERE)
    law = paper.premise("l", lhs=c, rhs=a**2, law="a textbook", **HERE)
    paper.step("1", lhs=c, rhs=4 * b**2, by=follows_from(assumed, law), **HERE)
    found = audited(paper)
    assert found["1"].result is Result.PASS_IF
    assert found["1"].inherits == (Inherited("x", "the assumption (x) is granted: the sum of both is typically large"),)
    assert (found["x"].result, found["x"].kind) == (Result.GIVEN, "assumption")


def test_an_approximation_shows_at_every_line_that_uses_it(paper: Paper) -> None:
    first = paper.approximation("f", page="before (1)", **HERE)
    paper.identity("1", lhs=a + a, rhs=2 * a, within=[first], **HERE)
    found = audited(paper)
    assert found["1"].inherits == (
        Inherited("f", "the approximation (f) is granted: the sum of both is typically large"),
    )
    given = paper.given("2", lhs=a, rhs=b, **HERE)
    with pytest.raises(ClaimError, match="within=2: expected an approximation that the page declares"):
        paper.identity("3", lhs=a, rhs=a, within=[given], **HERE)


@pytest.mark.parametrize("stands_on", [{}, {"law": " "}, {"law": "a book", "page": "there"}])
def test_a_premise_stands_on_one_thing(paper: Paper, stands_on: dict[str, str]) -> None:
    with pytest.raises(ClaimError, match="p x: a premise stands on one of law='its source'"):
        paper.premise("x", lhs=a, rhs=b, **HERE, **stands_on)


# --- rules 3 and 10: one wrong line, one finding ---------------------------------------------------------


def wrong_line(paper: Paper) -> Claim:
    """(2) from (1): the cube is wrong, the square is meant."""
    one = paper.given("1", lhs=2 * a * b, rhs=c, **HERE)
    mended = correction("square", equal(a**2, c**2 / (4 * b**2)), by=power(one, 2))
    return paper.step("2", lhs=a**3, rhs=c**2 / (4 * b**2), by=power(one, 2), readings=[mended], **HERE)


def test_a_correct_line_after_a_wrong_one_is_told_as_such(paper: Paper) -> None:
    paper.step("3", lhs=a * b, rhs=c / 2, by=follows_from(wrong_line(paper)), **HERE)
    found = audited(paper)
    assert (found["2"].result, found["3"].result) == (Result.FAIL, Result.PASS_IF)
    assert found["3"].literal.outcome is Outcome.PROVED
    assert "Correct; it does not follow from (2) as printed." in found["3"].literal.evidence.detail
    assert found["3"].inherits == (Inherited("2", "(2) is read in its corrected form"),)


def test_what_follows_from_the_wrong_line_only_holds_if_it_stands(paper: Paper) -> None:
    paper.step("3", lhs=a**6, rhs=c**4 / (16 * b**4), by=follows_from(wrong_line(paper)), **HERE)
    found = audited(paper)["3"]
    assert found.result is Result.PASS_IF
    assert found.inherits == (Inherited("2", "(2) stands as printed, which it does not"),)
    assert "from (2) in the corrected form it is refuted" in found.literal.evidence.detail


def test_a_wrong_consequence_of_a_wrong_line_is_wrong(paper: Paper) -> None:
    paper.step("3", lhs=a, rhs=c, by=follows_from(wrong_line(paper)), **HERE)
    found = audited(paper)["3"]
    assert found.result is Result.FAIL
    assert "in the corrected form it is refuted, too" in found.literal.evidence.detail


def test_links_and_ends_of_a_chain_are_replaced_by_their_counterparts(paper: Paper) -> None:
    one = paper.given("1", lhs=a, rhs=b + c, **HERE)
    mended = correction("twice", equal(2 * a, 2 * b + 2 * c, d), by=follows_from(one), where=[Eq(d, 2 * b + 2 * c)])
    two = paper.step("2", lhs=2 * a, rhs=(b + 2 * c, d), by=follows_from(one), readings=[mended], **HERE)
    paper.step("3", lhs=a, rhs=b + c, by=follows_from(two.link(0)), **HERE)
    assert audited(paper)["3"].inherits == (Inherited("2", "(2) is read in its corrected form"),)


# --- rule 4: a premise that is the claim ------------------------------------------------------------------


def test_a_line_that_an_unprinted_premise_restates_is_vacuous(paper: Paper) -> None:
    restated = paper.premise("x", lhs=a * (b + c), rhs=d, law="a book", **HERE)
    found = judge_claim(paper, paper.step("1", lhs=d, rhs=a * b + a * c, by=follows_from(restated), **HERE))
    assert (found.result, found.literal.evidence.reason) == (Result.OPEN, Reason.VACUOUS)
    assert found.literal.evidence.detail == "premise (x) says what this line says, so that nothing is tested"


def test_a_factor_before_a_sum_is_no_other_statement(paper: Paper) -> None:
    i, n = (
        symbol("i", "i", "an index", DIMENSIONLESS, integer=True),
        symbol("n", "n", "a number", DIMENSIONLESS, integer=True, positive=True),
    )
    restated = paper.premise("x", lhs=d, rhs=over(i, n, a * (i * b + c)), law="a book", **HERE)
    line = for_every_number(d, a * b * over(i, n, i) + a * over(i, n, c), number=n)
    found = judge_claim(paper, paper.value("1", line, by=follows_from(restated), **HERE))
    assert (found.result, found.literal.evidence.reason) == (Result.OPEN, Reason.VACUOUS)


def test_a_line_that_rests_on_more_than_a_restatement_is_not(paper: Paper) -> None:
    part = paper.premise("x", lhs=a * e, rhs=d, law="a book", **HERE)
    other = paper.premise("y", lhs=e, rhs=b + c, law="a book", **HERE)
    found = judge_claim(paper, paper.step("1", lhs=d, rhs=a * b + a * c, by=follows_from(part, other), **HERE))
    assert found.result is Result.PASS


def test_a_line_that_repeats_a_printed_one_says_so(paper: Paper) -> None:
    one = paper.given("1", lhs=a, rhs=b, **HERE)
    assert (
        judge_claim(paper, paper.cross_reference("2", lhs=a, rhs=b, by=follows_from(one), **HERE)).result is Result.PASS
    )


# --- rules 5 and 7 --------------------------------------------------------------------------------------


def test_what_the_page_derives_and_we_do_not_is_told(paper: Paper) -> None:
    found = judge_claim(paper, paper.given("1", lhs=a, rhs=b, derived_on_page=True, **HERE))
    assert (found.result, found.derived_on_page) == (Result.GIVEN, True)
    assert found.literal.evidence.detail == "Derived on the page, taken on trust here."


def test_a_definition_whose_dimensions_differ_fails(paper: Paper) -> None:
    found = judge_claim(paper, paper.given("1", lhs=length, rhs=period, **HERE))
    assert (found.result, found.dimension) == (Result.FAIL, "mismatch")
    assert "has dimension" in (found.dimension_detail or "")


def test_a_true_equation_whose_dimensions_differ_fails(paper: Paper) -> None:
    found = judge_claim(paper, paper.identity("1", lhs=length - length + period, rhs=period + 0 * length, **HERE))
    assert found.result is Result.PASS  # SymPy has cancelled the length before anybody could see it
    found = judge_claim(paper, paper.for_all("2", less(-length, period), **HERE))
    assert (found.result, found.literal.outcome) == (Result.FAIL, Outcome.PROVED)


def test_half_a_decade_is_an_order_of_magnitude(paper: Paper) -> None:
    read = reading("in all", order_of(a, "1", constants={a: Rational(2)}), ground=AMBIGUITY, of="large", condition="so")
    found = paper.value("1", approx(a, "1", constants={a: sympy.Integer(2)}), readings=[read], **HERE)
    assert judge_claim(paper, found).result is Result.PASS_IF


# --- forms of a line that others use ------------------------------------------------------------------------


def test_a_form_that_is_refuted_is_told(paper: Paper) -> None:
    one = paper.given("1", lhs=a, rhs=2 * b, **HERE)
    two = paper.step("2", lhs=a, rhs=2 * b, by=follows_from(one), readings=[correction("no", equal(a, 3 * b))], **HERE)
    paper.step("3", lhs=a**2, rhs=9 * b**2, by=follows_from(two.form("no")), **HERE)
    found = audited(paper)["3"]
    assert (found.result, found.inherits) == (Result.PASS_IF, (Inherited("2", "(2) holds as 'no', which is refuted"),))


def test_a_correction_brings_what_it_rests_on(paper: Paper) -> None:
    guess = paper.premise("x", lhs=b, rhs=c, assumption="to see what follows", **HERE)
    one = paper.given("1", lhs=a, rhs=2 * b, **HERE)
    mended = correction("sign", equal(a, 2 * c), by=follows_from(one, guess))
    two = paper.step("2", lhs=a, rhs=3 * c, by=follows_from(one, guess), readings=[mended], **HERE)
    paper.step("3", lhs=a / 2, rhs=c, by=follows_from(two), **HERE)
    labels = [inherited.label for inherited in audited(paper)["3"].inherits]
    assert labels == ["2", "x"]


def test_what_a_wrong_line_rests_on_stands_in_its_place(paper: Paper) -> None:
    one = paper.given("1", lhs=a, rhs=2 * b, **HERE)
    two = paper.step("2", lhs=a, rhs=3 * b, by=follows_from(one), **HERE)
    paper.step("3", lhs=a**2, rhs=4 * b**2, by=follows_from(two), **HERE)
    found = audited(paper)["3"]
    assert found.result is Result.PASS_IF
    assert found.inherits == (Inherited("2", "what (2) rests on is taken in its place"),)
    assert found.literal.evidence.detail.startswith("Correct; it does not follow from (2) as printed.")


def test_a_right_line_after_a_consequence_of_a_wrong_one(paper: Paper) -> None:
    one = paper.given("1", lhs=a, rhs=2 * b, **HERE)
    two = paper.step("2", lhs=a, rhs=3 * b, by=follows_from(one), **HERE)
    three = paper.step("3", lhs=2 * a, rhs=6 * b, by=follows_from(two), **HERE)
    paper.step("4", lhs=a, rhs=2 * b, by=follows_from(three), **HERE)
    found = audited(paper)
    assert found["3"].inherits == (Inherited("2", "(2) stands as printed, which it does not"),)
    assert found["4"].result is Result.PASS_IF


def test_where_a_premise_is_defined_travels(paper: Paper) -> None:
    one, two = paper.given("1", lhs=y, rhs=x * a, **HERE), paper.given("2", lhs=y, rhs=x * b, **HERE)
    three = paper.step("3", lhs=a, rhs=y / x, by=follows_from(one), **HERE)
    four = paper.step("4", lhs=y / x, rhs=b, by=follows_from(two), **HERE)
    paper.step("5", lhs=a, rhs=b, by=follows_from(three, four), **HERE)
    assert Inherited("3", "x ≠ 0") in audited(paper)["5"].inherits


def test_a_line_that_is_used_at_values_has_its_conditions_there(paper: Paper) -> None:
    u, v = (symbol(n, n, f"quantity {n}", DIMENSIONLESS, real=True) for n in "uv")
    two = paper.step("2", lhs=y / x, rhs=a, by=follows_from(paper.given("1", lhs=y, rhs=x * a, **HERE)), **HERE)
    paper.step("3", lhs=2 * u / (v + 1), rhs=2 * a, by=specialise(two, {y: u, x: v + 1}, general=True), **HERE)
    conditions = [inherited.condition for inherited in audited(paper)["3"].inherits]
    assert conditions == ["x ≠ 0, for y = u, x = v + 1"]


def test_a_charitable_reading_tells_where_it_is_defined(paper: Paper) -> None:
    read = reading("right half", equal(sqrt(x**2) / x, 1), ground=DOMAIN, where=[x >= 0], condition="x is not negative")
    found = judge_claim(paper, paper.identity("1", lhs=sqrt(x**2) / x, rhs=1, readings=[read], **HERE))
    assert found.conditions == ("x is not negative and x ≠ 0",)


def test_a_premise_says_what_its_claim_states(paper: Paper) -> None:
    paper.given("1", lhs=a, rhs=b, **HERE)
    with pytest.raises(ClaimError, match="premise '1' says a = 2\\*b, which that claim does not state"):
        paper.step("2", lhs=a, rhs=2 * b, by=follows_from(Equation("1", a, 2 * b)), **HERE)


def test_a_label_is_no_form_of_another_claim(paper: Paper) -> None:
    paper.given("1", lhs=a, rhs=b, **HERE)
    with pytest.raises(ClaimError, match="the name of a form of another claim"):
        paper.given("1 (as printed)", lhs=a, rhs=2 * b, **HERE)


@pytest.mark.parametrize("label", ["1 | r = 2", "4 (x) | 1", "1 |", "1 + 2", "1 +", "condition", "case"])
def test_a_label_is_nothing_that_the_audit_writes_into_one(paper: Paper, label: str) -> None:
    with pytest.raises(ClaimError, match="the audit"):
        paper.given(label, lhs=a, rhs=b, **HERE)


@pytest.mark.parametrize("name", ["half | r = 2", "half + whole", "half or as printed"])
def test_a_reading_has_no_name_that_the_audit_makes(paper: Paper, name: str) -> None:
    with pytest.raises(ClaimError, match=r"reading '.*the audit"):
        paper.identity("1", lhs=a, rhs=2 * a, readings=[correction(name, equal(a, a))], **HERE)


def test_forms_of_two_claims_have_different_names(paper: Paper) -> None:
    """The form "b) (c" of 1 would be read as the form "c" of 1 (b)."""
    paper.identity("1", lhs=a, rhs=2 * a, readings=[correction("b) (c", equal(a, a))], **HERE)
    with pytest.raises(ClaimError, match="the name of a form of another claim"):
        paper.given("1 (b)", lhs=a, rhs=b, **HERE)
    paper.given("2 (b)", lhs=a, rhs=b, **HERE)
    with pytest.raises(ClaimError, match="the name of a form of another claim"):
        paper.identity("2", lhs=a, rhs=2 * a, readings=[correction("b) (c", equal(a, a))], **HERE)


def test_a_condition_that_is_the_line_tests_nothing(paper: Paper) -> None:
    found = judge_claim(paper, paper.identity("1", lhs=x, rhs=5 * y, conditions=[Eq(2 * x, 10 * y)], **HERE))
    assert (found.result, found.literal.evidence.reason) == (Result.OPEN, Reason.VACUOUS)
    told = judge_claim(paper, paper.identity("2", lhs=sqrt(x**2), rhs=x, conditions=[x > 5], **HERE))
    assert told.literal.evidence.detail.startswith("For x > 5: ")


@pytest.mark.parametrize(
    "conditions",
    [
        [Eq(exp(x), exp(5 * y))],
        [Eq(log(p_x), log(5 * p_y))],
        [Eq(p_x, p_z), Eq(p_z, 5 * p_y)],
        [Eq(p_x + p_z, 3), Eq(p_z + 5 * p_y, 3)],
        [Eq(sqrt(p_x), sqrt(5 * p_y))],
        [Eq(p_x**2, 25 * p_y**2)],
        [Eq(p_x, exp(p_z)), Eq(p_z, log(5 * p_y))],
    ],
)
def test_conditions_that_are_the_line_in_another_form_or_together_test_nothing(
    paper: Paper, conditions: list[Eq]
) -> None:
    positive = {x: p_x, y: p_y} if p_x in set().union(*(c.free_symbols for c in conditions)) else {}
    line = {"lhs": x.xreplace(positive), "rhs": 5 * y.xreplace(positive)}
    found = judge_claim(paper, paper.identity("1", conditions=conditions, **line, **HERE))
    assert (found.result, found.literal.evidence.reason) == (Result.OPEN, Reason.VACUOUS)


def test_a_premise_through_a_logarithm_is_a_restatement(paper: Paper) -> None:
    restated = paper.premise("x", lhs=log(p_x), rhs=2 * log(p_y), law="a book", **HERE)
    found = judge_claim(paper, paper.step("1", lhs=p_x, rhs=p_y**2, by=follows_from(restated), **HERE))
    assert (found.result, found.literal.evidence.reason) == (Result.OPEN, Reason.VACUOUS)


def test_a_condition_that_is_put_in_is_no_restatement(paper: Paper) -> None:
    found = judge_claim(paper, paper.identity("1", lhs=x * y, rhs=y**3, conditions=[Eq(x, y**2)], **HERE))
    assert found.result is Result.PASS


@pytest.mark.parametrize(
    ("read", "said"),
    [
        ({"ground": DOMAIN, "where": [Eq(2 * x, 4)], "condition": "so"}, "fixes a symbol"),
        ({"ground": DOMAIN, "where": [Eq(2 * x**2, 14 * y)], "condition": "so"}, "is the line itself"),
        ({"ground": AMBIGUITY, "of": "2", "condition": "so"}, "has one sense"),
        ({"ground": AMBIGUITY, "of": "all", "condition": "so"}, "has one sense"),
        ({"ground": AMBIGUITY, "of": "ypi", "condition": "so"}, "does not stand in what is printed"),
        ({"ground": CONVENTION, "condition": "so"}, "changes more than constants"),
    ],
)
def test_a_ground_allows_no_more(paper: Paper, read: dict, said: str) -> None:
    line = {"where": "I", "printed": "typically, for all 2 of them, a square is seven times its side"}
    statement = equal(x**2, -7 * y) if read["ground"] is CONVENTION else equal(x**2, 7 * y)
    with pytest.raises(ClaimError, match=said):
        paper.identity("1", lhs=x**2, rhs=7 * y, readings=[reading("r", statement, **read)], **line)


def test_a_reading_that_equates_a_side_with_itself_says_nothing(paper: Paper) -> None:
    line = {"where": "I", "printed": "typically a square is seven times its side"}
    says_nothing = reading("r", equal(7 * y, 7 * y), ground=AMBIGUITY, of="typically", condition="so")
    with pytest.raises(ClaimError, match="both sides of it are the same"):
        paper.identity("1", lhs=x**2, rhs=7 * y, readings=[says_nothing], **line)


# --- a source that lost signs ---------------------------------------------------------------------------------

HALF = sympy.Rational(1, 2)


def damaged(
    paper: Paper, printed: object, meant: object, lost: tuple[str, ...] = ("√",), of: str | None = "√"
) -> Result:
    paper.lost = lost
    both = paper.given("both", lhs=2 * c**2, rhs=1, **HERE)
    read = reading("the radical was lost", meant, ground=SOURCE, of=of, condition="the source lost a radical")  # type: ignore[arg-type]
    read = replace(read, by=follows_from(both))
    return judge_claim(paper, paper.claim("1", printed, by=follows_from(both), readings=[read], **HERE)).result  # type: ignore[arg-type]


def test_what_a_damaged_source_may_have_said_is_a_reading(paper: Paper) -> None:
    assert damaged(paper, equal(c, HALF), equal(c, 1 / sympy.sqrt(2))) is Result.PASS_IF


def test_a_line_fails_if_every_reconstruction_does(paper: Paper) -> None:
    assert damaged(paper, equal(c, sympy.Rational(1, 3)), equal(c, 1 / sympy.sqrt(3))) is Result.FAIL


@pytest.mark.parametrize(
    ("meant", "lost", "of", "sentence"),
    [
        (equal(c, 1 / sympy.sqrt(3)), ("√",), "√", "it changes more than radicals"),
        (equal(c, -HALF), ("√",), "√", "it changes more than radicals"),
        (equal(a, HALF), ("√",), "√", "it changes more than radicals"),
        (less(c, HALF), ("√", "="), "=", "it changes more than the relations"),
        (equal(c, 1 / sympy.sqrt(2)), (), "√", "no sign that the source lost .none; say lost="),
        (equal(c, 1 / sympy.sqrt(2)), ("−",), "√", "no sign that the source lost .'−'"),
        (equal(c, 1 / sympy.sqrt(2)), ("√",), None, "no sign that the source lost"),
        (equal(c, 1 / sympy.sqrt(2)), ("√", "⟩"), "⟩", "no sign that can be put back; expected one of √, −"),
    ],
)
def test_damage_puts_back_what_was_lost_and_no_more(
    paper: Paper, meant: object, lost: tuple[str, ...], of: str | None, sentence: str
) -> None:
    with pytest.raises(ClaimError, match=sentence):
        damaged(paper, equal(c, HALF), meant, lost, of)


@pytest.mark.parametrize(("relation", "sign"), [("=", "−"), ("≠", "+")])
def test_signs_and_relations_may_be_put_back(paper: Paper, relation: str, sign: str) -> None:
    paper.lost = (relation,)
    other = reading("unequal", unequal(c, 0), ground=SOURCE, of=relation, condition="a stroke was lost")
    line = paper.claim("1", equal(c, 0), readings=[other], **HERE)  # type: ignore[arg-type]
    assert judge_claim(paper, line).result is Result.PASS_IF
    minus = reading(
        "a minus", equal(c**2 + c, c * (c - 1) + 2 * c), ground=SOURCE, of=sign, condition="a sign was lost"
    )
    paper.lost = (sign,)
    line = paper.claim("2", equal(c**2 + c, c * (c + 1) + 2 * c), readings=[minus], **HERE)  # type: ignore[arg-type]
    assert judge_claim(paper, line).result is Result.PASS_IF
