"""Numbers in notes are claims: none is written without an aside, and no aside is told that does not hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from sympy import Eq, Integer, Rational, exp, log

from derivations import essen, liu, pavlov
from verify.claims import (
    AMBIGUITY,
    Claim,
    ClaimError,
    Paper,
    Reading,
    approx,
    aside,
    correction,
    equal,
    follows_from,
    less,
    order_of,
    printed_number,
    reading,
    soft_ground_state,
    symbol,
)
from verify.deciding.settings import Settings
from verify.encoding.asides import unsupported
from verify.judging.judge import judge_claim
from verify.judging.verdict_on import judge
from verify.quantities.dimension_names import DIMENSIONLESS, LENGTH
from verify.quantities.numbers_in_words import numbers_in, numbers_of, numbers_printed
from verify.quantities.units import metre, milli
from verify.verdicts import Outcome, Result
from verify.vocabulary.statements import Value

R = symbol("R", "R", "radius", LENGTH, positive=True)
d = symbol("d", "d", "diameter", LENGTH, positive=True)
q = symbol("q", "q", "ratio", DIMENSIONLESS, positive=True)
PAPERS = (essen.paper, liu.paper, pavlov.paper)


def ring(paper: Paper, note: str, *asides: Reading, printed: str = "of a ring", **more: object) -> Claim:
    return paper.identity("1", where="I", printed=printed, lhs=d, rhs=d, note=note, asides=asides, **more)


# --- what the author of a paper gets ----------------------------------------------------------------


def test_a_number_needs_an_aside(paper: Paper) -> None:
    with pytest.raises(ClaimError) as told:
        ring(paper, "The ratio is 4.10, twice that of (43).")
    assert str(told.value) == (
        "p 1: the words of the encoder say '4.10'; expected aside(words, statements) with the words in which it stands "
        "and what decides them, or words without the number"
    )


def test_a_number_in_words_needs_one_as_well(paper: Paper) -> None:
    with pytest.raises(ClaimError, match="say 'twice'"):
        ring(paper, "It is twice that of (43).")


HERE = {"where": "I", "printed": "words"}
SAYING = {
    "a note": lambda paper: paper.given("1", **HERE, lhs=d, rhs=2 * R, note="It is 4.10."),
    "the reason of a remark": lambda paper: paper.remark("1", **HERE, why="It is 4.10."),
    "the note of a premise": lambda paper: paper.premise(
        "1", **HERE, lhs=d, rhs=2 * R, law="a law", note="It is 4.10."
    ),
    "a condition": lambda paper: paper.identity(
        "1",
        **HERE,
        lhs=d,
        rhs=d,
        readings=[reading("other", equal(d, d), ground=AMBIGUITY, of="words", condition="it is 4.10")],
    ),
    "a correction": lambda paper: paper.identity(
        "1", **HERE, lhs=d, rhs=d, readings=[correction("c", equal(d, d), condition="it is 4.10")]
    ),
}


@pytest.mark.parametrize("place", SAYING)
def test_wherever_it_is_said(paper: Paper, place: str) -> None:
    with pytest.raises(ClaimError, match=r"say '4\.10'"):
        SAYING[place](paper)


def test_what_is_missing_of_a_line_may_be_a_message_with_a_column(paper: Paper) -> None:
    assert paper.missing("1", where="I", printed=r"\oint", why="not parsed: column 12").label == "1"


def test_an_aside_covers_the_words_in_which_the_number_stands(paper: Paper) -> None:
    claim = ring(paper, "The ratio is 4.10 here.", aside("The ratio is 4.10", approx(Rational(41, 10), "4.10")))
    assert judge_claim(paper, claim).result is Result.PASS


def test_the_same_number_elsewhere_is_not_covered(paper: Paper) -> None:
    with pytest.raises(ClaimError, match=r"say '4\.10'"):
        ring(paper, "A is 4.10, and B is 4.10.", aside("A is 4.10", approx(Rational(41, 10), "4.10")))


def test_an_aside_that_is_refuted_is_not_told(paper: Paper) -> None:
    claim = ring(paper, "The ratio is 4.10.", aside("The ratio is 4.10", approx(Rational(42, 10), "4.10")))
    with pytest.raises(ClaimError, match=r"^p 1: aside 'The ratio is 4\.10' is refuted: .*4\.2"):
        judge_claim(paper, claim)


def test_an_aside_stands_in_the_words(paper: Paper) -> None:
    with pytest.raises(ClaimError, match="aside 'It is 3' stands in no note and no condition of this claim"):
        ring(paper, "Nothing.", aside("It is 3", equal(3 * R, 3 * R)))


def test_an_aside_decides_its_own_number() -> None:
    with pytest.raises(ClaimError) as told:
        aside("The ratio is 4.10", approx(Rational(42, 10), "4.20"))
    assert str(told.value) == (
        "aside 'The ratio is 4.10': none of its statements contains '4.10'; expected statements that decide the words, "
        "or put_in=[...] with a number that was put into a formula"
    )
    with pytest.raises(ClaimError, match="contains 'a quarter'"):
        aside("a quarter of it", equal(d, 3 * R))
    assert aside("a quarter of it", equal(4 * d, R))
    assert aside("a quarter of it", equal(d, R / 4))
    assert aside("at 0.95 R", less(exp(-(Rational(19, 20) ** 2)), 1), put_in=["0.95"]).name == "at 0.95 R"


def test_an_aside_does_not_restate_a_premise(paper: Paper) -> None:
    known = paper.premise("0", where="I", printed="d = 2R", lhs=d, rhs=2 * R, assumption="to have it")
    claim = ring(paper, "It is twice as long.", aside("twice as long", equal(d, 2 * R), by=follows_from(known)))
    with pytest.raises(
        ClaimError, match="aside 'twice as long' is undecided: premise \\(0\\) says what this line says"
    ):
        judge_claim(paper, claim)


def test_without_proofs_an_undecided_aside_is_told_as_such(paper: Paper) -> None:
    known = paper.premise("0", where="I", printed="d = 2R", lhs=d, rhs=2 * R, assumption="to have it")
    claim = ring(paper, "It is twice as long.", aside("twice as long", equal(d, 2 * R), by=follows_from(known)))
    told = judge_claim(paper, claim, Settings(proofs=False)).note
    assert told is not None
    assert "Not decided in this run: 'twice as long'." in told


def test_asides_of_remarks_and_definitions_are_decided(paper: Paper) -> None:
    wrong = aside("three times", equal(d, 3 * R), where=[Eq(d, 2 * R)])
    remark = paper.remark("1", where="I", printed="words", why="It is three times as much.", asides=[wrong])
    given = paper.given("2", where="I", printed="d = 2R", lhs=d, rhs=2 * R, note="Or three times.", asides=[wrong])
    for claim in (remark, given):
        with pytest.raises(ClaimError, match="aside 'three times' is refuted"):
            judge_claim(paper, claim)


# --- what may be repeated --------------------------------------------------------------------------


def test_numbers_of_the_page_and_of_the_encoding_may_be_repeated(paper: Paper) -> None:
    value = approx(R, "0.36", unit=milli * metre, constants={R: printed_number("3.6e-1", milli * metre)})
    claim = paper.value(
        "1",
        value,
        where="I",
        printed=r"R \approx 0.36, \frac{3}{20}, 1.5\cdot 10^{3}, twice",
        note="0.36 mm is 0.355 to 0.365 mm; 3/20, 1500 and twice are printed.",
    )
    assert list(unsupported(claim)) == []


def test_small_factors_of_a_formula_support_nothing(paper: Paper) -> None:
    """An exponent 4 somewhere does not make "it gives 4" true."""
    with pytest.raises(ClaimError, match="say '4'"):
        paper.identity("1", where="I", printed="x", lhs=q**4, rhs=q**4, note="It gives 4.")
    assert paper.identity("2", where="I", printed="x", lhs=q / q * 4, rhs=Integer(4), note="It gives 4.")


def test_how_a_number_is_read_may_be_told(paper: Paper) -> None:
    assert paper.value("1", order_of(Integer(3), "1"), where="I", printed="x", note="Read as within half a decade.")


# --- what is a number --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "numbers"),
    [
        ("It is 4.10, 1.5e+04 and 1.52·10⁴.", ["4.10", "1.5e+04", "1.52·10⁴"]),
        ("From 10⁻⁴ to 10²⁵⁹, by chance 1 in 362 880.", ["10⁻⁴", "10²⁵⁹", "362 880"]),
        ("Between 2 mK and 11 pm, within 5 %.", ["2 mK", "11 pm", "5 %"]),
        ("It gives 3, at most 4; c > 3/20, and 12 electrons.", ["3", "4", "3/20", "12"]),
        (
            "Twice, half, three fifths, four times, a quarter.",
            ["Twice", "half", "three fifths", "four times", "a quarter"],
        ),
        (
            "By a factor of ten, in all nine rows, two orders of magnitude.",
            ["factor of ten", "nine", "two orders of magnitude"],
        ),
        ("It doubles the flux.", ["doubles"]),
        ("−2.5 mK", ["2.5 mK"]),
        ("no double standards; spin one-half-integer; the second half; of order of magnitude", []),
        ("By (43), (14) to (16), [25], u5 and 37.c0.225, in 1961, table 1.1, DLMF 5.15, CODATA 2018", []),
        ("At n = 2 and c = 1, (3 − √5)/2, 16c(1 + 4c), 2R_b/r, J²/(2m), Φ_0/2, t12, 48-rand", []),
        ("at 20 °C; the first and the second of the two electrons, one by one", []),
    ],
)
def test_numbers_in_words(sentence: str, numbers: list[str]) -> None:
    assert [said.text for said in numbers_in(sentence)] == numbers


def test_a_unit_may_be_in_the_words_or_in_the_number() -> None:
    (said,) = numbers_in("31 pm")
    assert not said.values.isdisjoint(numbers_printed("31e-12"))
    assert not said.values.isdisjoint(numbers_printed("31"))
    (said,) = numbers_in("20 %")
    assert not said.values.isdisjoint(numbers_printed("0.8 to 1.2"))


def test_absurd_exponents_are_read_at_once() -> None:
    assert [said.text for said in numbers_in("10⁹⁹⁹⁹⁹⁹⁹⁹⁹ and 1e999999999")] == ["10⁹⁹⁹⁹⁹⁹⁹⁹⁹", "1e999999999"]
    assert len(numbers_printed("1e999999999, 10^{999999999}")) == 3


def test_numbers_of_a_statement() -> None:
    (value,) = approx(R, "0.36", unit=milli * metre, constants={R: printed_number("3.6e-1", milli * metre)})
    found = numbers_of(value)
    assert {Rational(n.numerator, n.denominator) for n in found} >= {
        Rational(9, 25),
        Rational(71, 200),
        Rational(73, 200),
    }


# --- bounds on an exact ground state ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("low", "high", "outcome"),
    [("0.2", "0.3", Outcome.PROVED), ("0.3", "0.4", Outcome.REFUTED), ("0.1", "0.2", Outcome.REFUTED)],
)
def test_bounds_on_exact_over_formula(low: str, high: str, outcome: Outcome) -> None:
    """At a ratio of 100 the exact κ² is 21.2, and (2 ln 100)² is 84.8."""
    formula = (2 * log(q)) ** 2
    assert judge(aside("x", soft_ground_state(formula, q, at=(100,), between=(low, high)))).outcome is outcome


def test_bounds_hold_at_every_place() -> None:
    formula = (2 * log(q)) ** 2  # exact over formula is 0.238 at 48, 0.254 at 122
    says = soft_ground_state(formula, q, at=(48, 122), between=("0.237", "0.25"))
    assert judge(aside("x", says)).outcome is Outcome.REFUTED
    says = soft_ground_state(formula, q, at=(48, 122), between=("0.237", "0.26"))
    assert judge(aside("x", says)).outcome is Outcome.PROVED


@pytest.mark.parametrize(
    "more",
    [
        {"at": (100,), "between": ("2", "1")},
        {"at": (100,), "leading": True, "between": ("1", "2")},
    ],
)
def test_bounds_that_mean_nothing_are_refused(more: dict) -> None:
    with pytest.raises(ClaimError, match="between="):
        soft_ground_state(q, q, **more)


# --- the papers ------------------------------------------------------------------------------------


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.id)
def test_every_number_of_the_encoders_is_covered(paper: Paper) -> None:
    assert {claim.label: list(unsupported(claim)) for claim in paper.claims.values() if list(unsupported(claim))} == {}


def moved_asides() -> Iterator[tuple[str, Reading, Settings]]:
    """Each aside that says a number, with the interval of the number moved by one unit of its last digit and the like."""
    for paper in PAPERS:
        for claim in paper.claims.values():
            for said in claim.asides:
                values = [s for s in said.statements if isinstance(s, Value) and "half a unit" in s.meaning]
                for value in values:
                    low, high = value.interval
                    moved = replace(value, interval=(2 * high - low, 3 * high - 2 * low))
                    yield f"{claim.label}: {said.name}", replace(said, statements=(moved,)), Settings(units=paper.units)


@pytest.mark.slow
def test_asides_of_the_papers_can_fail() -> None:
    """With a number that is off by two in its last digit no aside would hold."""
    survivors = [
        where for where, said, settings in moved_asides() if judge(said, settings).outcome is not Outcome.REFUTED
    ]
    assert survivors == []
    assert len(list(moved_asides())) > 50
