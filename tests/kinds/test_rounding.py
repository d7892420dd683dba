"""Printed inputs are rounded: no FAIL may hang on their digits, and no PASS on a choice among them."""

from __future__ import annotations

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.common.audits import PAPERS
from tests.common.audits import paper as shipped
from tests.common.examples import examples
from verify.claims import (
    ROUNDING,
    ClaimError,
    Paper,
    UnitSystem,
    approx,
    printed_number,
    reading,
    rounded,
    symbol,
    units,
)
from verify.judging.judge import judge_claim
from verify.orders.ranges import range_of, tight_range
from verify.verdicts import Outcome, Result
from verify.vocabulary.readings import ROUNDED
from verify.vocabulary.statements import Value

x, y = sympy.symbols("x y", positive=True)
length = symbol("length", "L", "a length", units.DIMENSIONLESS, positive=True)


def audited(number: str, text: str = "2.2", **more):
    paper = Paper("p", "A paper", "nobody (2000)", UnitSystem.SI, sections=("I",))
    says = approx(length**2, number, constants={length: printed_number(text)})
    claim = paper.value("1", says, where="I", printed=f"L = {text}, L^2 = {number}", **more)
    return judge_claim(paper, claim)


def test_a_number_that_holds_as_printed_needs_no_rounding():
    found = audited("4.84")
    assert (found.result, [r.name for r in found.readings]) == (Result.PASS, ["as printed"])
    assert "anywhere within their rounding: 4.62250 to 5.06250" in found.literal.evidence.detail


def test_a_number_that_rounding_explains_holds_under_this_condition():
    found = audited("4.9")
    assert (found.result, found.decisive.name) == (Result.PASS_IF, ROUNDED)
    assert "rounds to their digits" in (found.decisive.condition or "")


def test_a_number_that_no_rounding_explains_fails():
    found = audited("5.2")
    assert found.result is Result.FAIL
    assert [r.outcome for r in found.readings] == [Outcome.REFUTED, Outcome.REFUTED]


def test_a_reading_of_the_encoder_comes_first():
    own = reading(
        "own",
        approx(length**2, "4.9", constants={length: rounded("2.2")}, somewhere=True),
        ground=ROUNDING,
        condition="the length is a rounded number",
    )
    found = audited("4.9", readings=[own])
    assert [r.name for r in found.readings] == ["as printed", "own"]


def test_more_digits_leave_less_room():
    assert audited("4.9", "2.200").result is Result.FAIL


BOX = {x: (sympy.Integer(1), sympy.Integer(2)), y: (sympy.Rational(1, 2), sympy.Integer(3))}


@pytest.mark.parametrize(
    ("expr", "low", "high"),
    [
        (x - y, -2, sympy.Rational(3, 2)),
        (1 / x - 1 / (x + y), sympy.Rational(1, 10), sympy.Rational(3, 4)),
        (x / (x + y), sympy.Rational(1, 4), sympy.Rational(4, 5)),
    ],
)
def test_ends_are_enough_where_a_quantity_is_monotone(expr, low, high):
    found = tight_range(expr, BOX)
    assert found is not None
    assert abs(found[0] - low) < sympy.Rational(1, 10**30)
    assert abs(found[1] - high) < sympy.Rational(1, 10**30)


exprs = st.recursive(
    st.sampled_from([x, y, sympy.Integer(2), sympy.Rational(-1, 3)]),
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(lambda p: p[0] + p[1]),
        st.tuples(inner, inner).map(lambda p: p[0] * p[1]),
        inner.map(lambda e: sympy.exp(e / 5)),
        inner.map(lambda e: 1 / (e**2 + 1)),
    ),
    max_leaves=6,
)
shares = st.fractions(0, 1)


@settings(derandomize=True, deadline=None, max_examples=examples(150))
@given(exprs, shares, shares)
def test_the_tight_range_holds_every_value(expr, s, t):
    found = tight_range(expr, BOX)
    at = {x: sympy.Rational(1) + sympy.Rational(s), y: sympy.Rational(1, 2) + sympy.Rational(5, 2) * sympy.Rational(t)}
    value = range_of(expr, {symbol: (v, v) for symbol, v in at.items()})
    assert found is not None
    assert value is not None
    assert found[0] <= value[1]
    assert value[0] <= found[1]


@pytest.mark.parametrize("name", PAPERS)
def test_no_failure_hangs_on_the_rounding_of_an_input(shipped_audit, name):
    for claim in shipped(name).in_print_order():
        if not any(isinstance(s, Value) and s.with_rounded_inputs() != s for s in claim.literal.statements):
            continue
        found = shipped_audit(name)[claim.label]
        if found.result is Result.FAIL:
            widened = [
                v
                for r, v in zip(claim.readings, found.readings, strict=True)
                if any(isinstance(s, Value) and s.somewhere for s in r.statements)
            ]
            assert widened, claim.label
            assert all(v.outcome is Outcome.REFUTED for v in widened), claim.label


def test_one_input_has_one_value():
    """2.24 and 2.16 both round to 2.2 by themselves; no number is both."""
    paper = Paper("p", "A paper", "nobody (2000)", UnitSystem.SI, sections=("I",))
    both = [approx(length, number, constants={length: rounded("2.2")}, somewhere=True) for number in ("2.24", "2.16")]
    claim = paper.value("1", *both, where="I", printed="L = 2.2 is 2.24 and 2.16")
    assert judge_claim(paper, claim).literal.outcome is Outcome.REFUTED
    near = [
        approx(length * k, n, constants={length: rounded("2.2")}, somewhere=True) for k, n in ((1, "2.24"), (2, "4.5"))
    ]
    claim = paper.value("2", *near, where="I", printed="L = 2.2 is 2.24, and 2 L is 4.5")
    assert judge_claim(paper, claim).literal.outcome is Outcome.PROVED


def test_a_printed_uncertainty_of_an_input_counts():
    paper = Paper("p", "A paper", "nobody (2000)", UnitSystem.SI, sections=("I",))
    inputs = {length: printed_number("1.60(5)", units.metre)}
    claim = paper.value("1", approx(2 * length, "3.2", unit=units.metre, constants=inputs), where="I", printed="x")
    assert judge_claim(paper, claim).literal.outcome is Outcome.UNDECIDED  # from 3.1 to 3.3
    with pytest.raises(ClaimError, match=r"expected a unit of verify\.units"):
        printed_number("2", "m")  # type: ignore[arg-type]
    with pytest.raises(ClaimError, match="expected a dictionary from symbols"):
        approx(length, "1", constants=[length])  # type: ignore[arg-type]
    with pytest.raises(ClaimError, match="expected the lower end, the upper end and the reason"):
        approx(length, "1", within=("1", "2"))  # type: ignore[arg-type]
