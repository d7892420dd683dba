"""Drafts: symbols that are not filled in, and lines that are not written down yet."""

import pickle

import pytest

from verify.claims import ClaimError, Paper, UnitSystem, symbol, units
from verify.judging import dimension
from verify.judging.judge import judge_claim
from verify.verdicts import Outcome, Result

x = symbol("x", "x", "to be filled in", units.UNKNOWN, real=True)
y = symbol("y", "y", "to be filled in", units.UNKNOWN, real=True)
r = symbol("r", "r", "a radius", units.LENGTH, positive=True)


def paper() -> Paper:
    return Paper("draft", "A draft", "nobody, nowhere", UnitSystem.SI, ("One",))


def test_a_missing_line_is_open_with_its_reason() -> None:
    made = paper()
    claim = made.missing("1", where="One", printed=r"\oint E = 0", why="LaTeX not parsed: column 1")
    audit = judge_claim(made, claim)
    assert audit.result is Result.OPEN
    assert "LaTeX not parsed: column 1" in audit.literal.evidence.detail
    assert (audit.dimension, audit.transcription) == ("none", "none")


def test_a_missing_line_needs_a_reason() -> None:
    with pytest.raises(ClaimError, match="reason"):
        paper().missing("1", where="One", printed="x = y", why=" ")


def test_a_refutation_waits_for_the_assumptions() -> None:
    made = paper()
    claim = made.identity("1", where="One", printed="x^2 = x^3", lhs=x**2, rhs=x**3)
    audit = judge_claim(made, claim)
    assert audit.result is Result.OPEN
    assert "without assumptions: x" in audit.literal.evidence.detail
    assert "would be refuted at x =" in audit.literal.evidence.detail


def test_a_proof_names_what_it_takes_for_granted() -> None:
    made = paper()
    claim = made.identity(
        "1", where="One", printed="(x + y)^2 = x^2 + 2xy + y^2", lhs=(x + y) ** 2, rhs=x**2 + 2 * x * y + y**2
    )
    audit = judge_claim(made, claim)
    assert audit.literal.outcome is Outcome.PROVED
    assert any("x, y" in condition for condition in audit.literal.evidence.conditions)


def test_a_filled_in_symbol_is_refuted_as_ever() -> None:
    made = paper()
    claim = made.identity("1", where="One", printed="r^2 = r^3", lhs=r**2, rhs=r**3)
    assert judge_claim(made, claim).result is Result.FAIL


def test_premises_count_as_well() -> None:
    made = paper()
    given = made.given("1", where="One", printed="r = x", lhs=r, rhs=x)
    from verify.claims import follows_from

    claim = made.step("2", where="One", printed="r = 2r", lhs=r, rhs=2 * r, by=follows_from(given))
    assert judge_claim(made, claim).result is Result.OPEN


@pytest.mark.parametrize(
    "made", [units.UNKNOWN * units.LENGTH, units.LENGTH * units.UNKNOWN, units.LENGTH / units.UNKNOWN, units.UNKNOWN**2]
)
def test_a_dimension_that_is_not_filled_in_stays_so(made: units.Dimension) -> None:
    assert made == units.UNKNOWN
    assert made != units.DIMENSIONLESS


def test_dimensions_read_unknown_and_name_the_symbol() -> None:
    made = paper()
    claim = made.given("1", where="One", printed="r = x", lhs=r, rhs=x)
    assert dimension.check(claim, UnitSystem.SI) == "unknown: the dimension of x is not filled in"


def test_symbols_that_differ_in_this_alone_are_two() -> None:
    assert x != symbol("x", "x", "to be filled in", units.DIMENSIONLESS, real=True)
    assert pickle.loads(pickle.dumps(x)) == x
