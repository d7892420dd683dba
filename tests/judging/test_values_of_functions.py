"""A premise or condition that gives a value of a function may leave a line undefined, and then nothing is proved of it."""

from __future__ import annotations

from pathlib import Path

from tests.judging.test_run import claim_of, paper_of
from verify.run import audit
from verify.verdicts import Result

BODY = r"""
from sympy import Eq, Sum, Symbol, cos, gamma, sin
from verify.claims import function, indexed
i, number = Symbol("i", integer=True), symbol("M", "M", "how many", units.DIMENSIONLESS, integer=True, positive=True)
x = indexed("x", "x", "places", units.DIMENSIONLESS, real=True)
g = function("g", "g", "a function", units.DIMENSIONLESS, real=True)
zero = sin(a)**2 + cos(a)**2 - 1
paper.claim("1", equal(zero/x(1), 0), where="I", printed="one", conditions=[Eq(x(1), 0)])
paper.claim("2", equal(Sum(a/x(i), (i, 1, number)), a*Sum(1/x(i), (i, 1, number))), where="I", printed="two", conditions=[Eq(x(1), 0)])
paper.claim("3", equal(zero*Sum(gamma(g(i)), (i, 1, number)), 0), where="I", printed="three")
paper.claim("4", equal(Sum(a*x(i), (i, 1, number)), a*Sum(x(i), (i, 1, number))), where="I", printed="four")
"""


def test_what_a_value_leaves_undefined_is_not_proved(tmp_path: Path) -> None:
    found = audit([paper_of(tmp_path / "sums", BODY)])
    assert [claim_of(found, label).result for label in "123"] == [Result.OPEN] * 3
    assert claim_of(found, "4").result is Result.PASS
