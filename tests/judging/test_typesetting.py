"""A correction is printed as the paper prints: the author sees the one thing that changes."""

from __future__ import annotations

from pathlib import Path

import pytest
import sympy
from sympy import Derivative

from tests.judging.test_run import claim_of, paper_of
from verify.claims import equal, function, soft_ground_state, symbol
from verify.judging.typesetting import Typesetter, with_leading_term
from verify.quantities.dimension_names import DIMENSIONLESS
from verify.run import audit
from verify.vocabulary.readings import Reading
from verify.workers.pool import Limits

t = symbol("t", "t", "time", DIMENSIONLESS, real=True)
x = function("x", "x", "place", DIMENSIONLESS, variables=(t,), real=True)
SPELLED = (("x", x(t)), (r"\dot x", Derivative(x(t), t)), (r"\ddot{x}", Derivative(x(t), t, 2)), ("t", t))


@pytest.mark.parametrize(
    ("side", "latex"),
    [
        (x(t), "x"),
        (x(t) ** 2, "{x}^{2}"),
        (2 * Derivative(x(t), t, 2), r"2 \ddot{x}"),
        (Derivative(x(t), t) ** 2, r"\dot x^{2}"),
        (Derivative(x(t), t, 3), r"\frac{d^{3}}{d t^{3}} x"),
        (x(0), r"x\left(0\right)"),
    ],
)
def test_a_spelling_stands_for_what_it_means_and_for_nothing_else(side: sympy.Expr, latex: str) -> None:
    reading = Reading("printed", equal(side, 1))
    assert Typesetter(SPELLED).relations(reading) == f"{latex} = 1"


def test_of_two_spellings_the_printed_one_is_taken() -> None:
    both = (("x(t)", x(t)), ("x", x(t)))
    reading = Reading("printed", equal(x(t), 1))
    assert Typesetter(both, "2 x = 2").relations(reading) == "x = 1"
    assert Typesetter(both, "2 x ( t ) = 2").relations(reading) == "x(t) = 1"


def test_the_repair_of_an_equation_of_motion_keeps_its_dots(tmp_path: Path) -> None:
    source = paper_of(
        tmp_path / "swing",
        r"""
        from sympy import Derivative, cos
        from verify.claims import follows_from, function
        t = symbol("t", "t", "time", units.DIMENSIONLESS, real=True)
        x = function("x", "x", "place", units.DIMENSIONLESS, variables=(t,), real=True)
        paper.spellings += (("x", x(t)), (r"\ddot x", Derivative(x(t), t, 2)))
        one = paper.given("1", where="I", printed=r"x = \cos(a t)", lhs=x(t), rhs=cos(a*t))
        two = paper.step("2", where="I", printed=r"\ddot x = -2 a^2 x", lhs=Derivative(x(t), t, 2), rhs=-2*a**2*x(t), by=follows_from(one))
        """,
    )
    claim = claim_of(audit([source], labels=["2"], limits=Limits(seconds=300)), "2")
    assert claim.mend is not None
    assert claim.mend.latex == r"\ddot x = - a^{2} x"


def test_a_leading_term_has_its_sign_in_the_printed_line() -> None:
    q = symbol("q", "q", "ratio", DIMENSIONLESS, positive=True)
    value, leading = (
        Reading("printed", soft_ground_state(4 * sympy.log(q) ** 2, q, at=(100,), leading=is_leading))
        for is_leading in (False, True)
    )
    other = Reading("printed", soft_ground_state(3 * sympy.log(q) ** 2, q, at=(100,)))
    assert with_leading_term(r"E = 4 \ln^2 q", value, leading) == r"E \sim 4 \ln^2 q"
    assert with_leading_term(r"E = 3 \ln^2 q", other, leading) == ""
    assert with_leading_term(r"E = F = 4 \ln^2 q", value, leading) == ""
