"""Lines that exclude each other because two sides differ everywhere: "no real solution", and its false twins."""

from __future__ import annotations

import pytest
from sympy import Rational, cos, cosh, exp, sin, tanh

from tests.soundness import steps
from verify.claims import Paper, contradiction, symbol
from verify.judging.judge import judge_claim
from verify.quantities.dimension_names import DIMENSIONLESS
from verify.units import UnitSystem
from verify.verdicts import Outcome

x, y, theta = (symbol(s, s, s, DIMENSIONLESS, real=True) for s in ("x", "y", "theta"))
w = symbol("w", "w", "w", DIMENSIONLESS, complex=True)


def outcome(lines, conditions=()):
    paper = Paper(id="t", title="t", citation="t", units=UnitSystem.SI, sections=("I",))
    says = contradiction(*(steps.given(paper, *line) for line in lines))
    claim = paper.claim("c", says, where="I", printed="words", conditions=list(conditions))
    return judge_claim(paper, claim).readings[0].outcome


EXCLUDED = [
    ([(x**2 + x + 1, 0)], ()),
    ([(sin(theta), 2)], ()),
    ([(x**2 + y**2, 1), (x + y, 2)], ()),
    ([(cosh(x), Rational(1, 2))], ()),
    ([(exp(x), x)], ()),
    ([(tanh(x), 1)], ()),
    ([(x**3 - x + 1, 0)], (x > 0,)),
]
NOT_EXCLUDED = [
    ([(x**2 + x - 1, 0)], ()),
    ([(w**2 + w + 1, 0)], ()),  # no real one, but two others
    ([(sin(w), 2)], ()),
    ([(x**2 + y**2, 2), (x + y, 2)], ()),  # they touch
    ([(x**2 + y**2, 1), (x + y, 1)], ()),
    ([(x**3 - x + 1, 0)], ()),
    ([(cos(x), x)], ()),
    ([(cosh(x), 1)], ()),
]


@pytest.mark.parametrize(("lines", "conditions"), EXCLUDED, ids=str)
def test_no_solution(lines, conditions):
    assert outcome(lines, conditions) is Outcome.PROVED


@pytest.mark.parametrize(("lines", "conditions"), NOT_EXCLUDED, ids=str)
def test_a_solution_is_never_denied(lines, conditions):
    assert outcome(lines, conditions) is not Outcome.PROVED
