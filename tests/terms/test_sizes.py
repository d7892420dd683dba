"""Sizes and costs: numbers of an absurd size decide nothing and end nothing, and words never cost more than a verdict."""

from __future__ import annotations

import pytest
import sympy
from flint import acb

from verify.balls import compile_ball, work
from verify.balls.core import MAX_INTEGER, exact_integer
from verify.balls.decimals import in_print
from verify.deciding.decide import decide
from verify.points.domain import Domain
from verify.refuting.counterexample import Refuted
from verify.refuting.hunt import compare
from verify.solving.putting import with_values
from verify.terms.packed import pack
from verify.terms.survey import TooBig
from verify.verdicts import Outcome
from verify.wording import value, whole

x, y = sympy.symbols("x y", real=True)
p = sympy.Symbol("p", positive=True)


# --- numbers ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", [0, 1, -7, 2**64, -(10**300)])
def test_an_exact_integer_is_read(number):
    assert exact_integer(acb(number)) == number


@pytest.mark.parametrize(
    "ball", [acb(MAX_INTEGER), acb(2) ** (2**64 - 1), acb("0.5"), acb(1, 1), acb("inf"), acb("nan")]
)
def test_what_is_no_integer_of_sane_size_is_none(ball):
    """FLINT ends the process when 2^(2^64) is to be written down as an integer."""
    assert exact_integer(ball) is None


TOWER = 2 ** (2 ** (2**x))


@pytest.mark.parametrize("at", [0, 1, 3, 6, 7, 100, 10**12])
def test_a_tower_is_enclosed_or_unknown(at):
    ball = compile_ball(TOWER)({x: sympy.Integer(at)}, 64)
    assert not ball.is_finite() or ball.real > 1


def test_towers_are_decided():
    assert decide(TOWER, x, Domain((x,)), ">").outcome is Outcome.PROVED
    assert decide(TOWER, x, Domain((x,)), "<").outcome is Outcome.REFUTED
    huge = 8 ** (7 ** (5 ** (6 ** (7**p))))
    assert decide(huge, p, Domain((p,)), "<").outcome in (Outcome.REFUTED, Outcome.UNDECIDED)


def test_numbers_are_put_in_unless_they_get_too_big():
    assert with_values(2**x + sympy.sin(y), {x: sympy.Integer(10), y: sympy.S.Zero}) == 1024
    assert with_values(x / y, {x: y}) == 1
    assert with_values(x**2, {y: sympy.Integer(3)}) == x**2
    with pytest.raises(TooBig):
        with_values(8 ** (7**x), {x: sympy.Integer(20)})
    with pytest.raises(TooBig):
        with_values(x ** (-(10**9)), {x: sympy.Rational(2, 3)})
    assert with_values(x ** (10**9), {x: sympy.S.NegativeOne}) == 1


@pytest.mark.parametrize("name", ["zeta", "polylog"])
def test_zeta_functions_far_out_are_unknown_at_once(name):
    made = sympy.zeta(x) if name == "zeta" else sympy.polylog(x, sympy.Rational(1, 2))
    at = sympy.Integer(10) ** 12 * (sympy.I if name == "zeta" else 1)
    assert not compile_ball(made)({x: at}, 64).is_finite()


# --- in print ---------------------------------------------------------------------------------------


def test_long_numbers_are_told_by_their_ends():
    assert whole(0) == "0"
    assert whole(10**999) == str(10**999)
    assert whole(10**1000) == "10^1000"
    assert whole(-(3**4000)) == "-305…001 (1909 digits)"
    assert value(sympy.Rational(1, 10**5000)) == "1/10^5000"
    assert value(sympy.Rational(-2, 3) + 5 * sympy.I) == str(sympy.Rational(-2, 3) + 5 * sympy.I)


def test_two_sides_that_hardly_differ_can_be_told_apart():
    found = compare(p + sympy.Rational(1, 10**5000) * p**2, p, Domain((p,)))
    assert isinstance(found, Refuted)
    assert found.lhs != found.rhs
    assert found.gap == "9.999e-5001"  # a lower bound
    assert len(found.lhs) < 100


def test_a_difference_in_print():
    assert in_print(acb(2), acb(1), 64)[:3] == ("2", "1", "1")


# --- budgets ----------------------------------------------------------------------------------------


def test_work_is_counted_the_same_in_every_run():
    function = compile_ball(sympy.Integral(sympy.sin(x * y), (x, 0, 3)))
    spent = []
    for _ in range(2):
        before = work.steps
        assert function({y: sympy.Integer(2)}, 128).is_finite()
        spent.append(work.steps - before)
    assert spent[0] == spent[1] > 10


def test_beyond_a_budget_nothing_is_enclosed():
    function = compile_ball(sympy.Integral(sympy.sin(x * y), (x, 0, 3)))
    with work.budget(10):
        assert not function({y: sympy.Integer(2)}, 128).is_finite()
        with work.budget(10**6):  # a wider one inside does not help
            assert not function({y: sympy.Integer(2)}, 128).is_finite()
        assert work.is_used_up()
    assert function({y: sympy.Integer(2)}, 128).is_finite()


def test_without_a_budget_for_words_the_plain_point_is_told(monkeypatch):
    inner = sympy.Integral(sympy.exp(sympy.sin(p * x)), (x, 0, 1))
    claim = inner, inner + p / 10**3
    plain = compare(*claim, Domain((p,)))
    monkeypatch.setattr("verify.refuting.counterexample.SIMPLIFY_STEPS", 0)
    hurried = compare(*claim, Domain((p,)))
    assert isinstance(plain, Refuted)
    assert isinstance(hurried, Refuted)
    hurried._cost = 0
    assert hurried.point
    assert dict(hurried.point)[p] > 0


def test_an_outcome_can_be_handed_on():
    finding = decide(sympy.sqrt(x**2), x, Domain((x,)))
    assert pack((finding.outcome, finding.grade, finding.evidence))
