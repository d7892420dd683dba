r"""Limits in a paper: as premises, printed with \lim, and infinite ones."""

from __future__ import annotations

import pytest
from sympy import Limit, exp, log, oo, sin

from verify.claims import ClaimError, Paper, UnitSystem, equal, follows_from, symbol
from verify.judging.judge import judge_claim
from verify.units import DIMENSIONLESS
from verify.verdicts import Result

w, a = (symbol(name, name, "a number", DIMENSIONLESS, positive=True) for name in "wa")
x = symbol("x", "x", "a number", DIMENSIONLESS, real=True)
SINE = Limit(sin(a * x) / x, x, 0, "+-")
HERE = "A"


@pytest.fixture
def paper():
    return Paper(id="limits", title="T", citation="c", units=UnitSystem.SI, sections=(HERE,))


def _verdict(paper, claim):
    return judge_claim(paper, claim).result


@pytest.mark.parametrize(("value", "verdict"), [(2 * a, Result.PASS), (a, Result.FAIL)])
def test_a_premise_with_a_limit(paper, value, verdict):
    first = paper.given("1", where=HERE, printed=r"w = \lim_{x \to 0} \frac{\sin a x}{x}", lhs=w, rhs=SINE)
    shown = {2 * a: "2a", a: "a"}[value]
    second = paper.step("2", where=HERE, printed=f"2 w = {shown}", lhs=2 * w, rhs=value, by=follows_from(first))
    assert _verdict(paper, second) is verdict


def test_a_premise_without_a_finite_limit_gives_nothing(paper):
    first = paper.given(
        "1", where=HERE, printed=r"w = \lim_{x \to 0^+} \frac{1}{x}", lhs=w, rhs=Limit(1 / x, x, 0, "+")
    )
    second = paper.step("2", where=HERE, printed="w = w", lhs=w - w + a, rhs=a, by=follows_from(first))
    assert _verdict(paper, second) is not Result.FAIL
    third = paper.step("3", where=HERE, printed="w = 2", lhs=w, rhs=2, by=follows_from(first))
    assert _verdict(paper, third) is Result.OPEN


PRINTED = [
    (r"\lim_{x \to \infty} x e^{-a x} = 0", Limit(x * exp(-a * x), x, oo), 0, Result.PASS),
    (r"\lim_{x \to \infty} e^{a x} = \infty", Limit(exp(a * x), x, oo), oo, Result.PASS),
    (r"\lim_{x \to 0^+} \ln x = -\infty", Limit(log(x), x, 0, "+"), -oo, Result.PASS),
    (r"\lim_{x \to \infty} e^{-a x} = \infty", Limit(exp(-a * x), x, oo), oo, Result.FAIL),
    (r"\lim_{x \to 0^-} \frac{1}{x} = \infty", Limit(1 / x, x, 0, "-"), oo, Result.FAIL),
]


@pytest.mark.parametrize(("printed", "limit", "value", "verdict"), PRINTED, ids=lambda thing: str(thing)[:40])
def test_printed_limits(paper, printed, limit, value, verdict):
    assert _verdict(paper, paper.identity("1", where=HERE, printed=printed, lhs=limit, rhs=value)) is verdict


def test_another_side_or_place_is_another_line(paper):
    limit = Limit(1 / x, x, 0, "+")
    claim = paper.identity("1", where=HERE, printed=r"\lim_{x \to 0^-} \frac{1}{x} = \infty", lhs=limit, rhs=oo)
    with pytest.raises(ClaimError, match="differ"):
        _verdict(paper, claim)


@pytest.mark.parametrize(("lhs", "rhs"), [(a, oo), (SINE + 1, oo), (oo, oo)])
def test_infinity_is_no_number_elsewhere(lhs, rhs):
    with pytest.raises(ClaimError):
        equal(lhs, rhs)
