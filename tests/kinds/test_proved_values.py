"""Numbers given by integrals, series and limits: by enclosures, or by their proved values."""

from __future__ import annotations

from typing import Any

import pytest
import sympy
from sympy import Integral, Limit, Sum, exp, log, oo, sin

from tests.soundness.stating import number
from verify.claims import approx, follows_from
from verify.closed_forms.values import proved_value
from verify.judging.verdict_on import judge
from verify.verdicts import Outcome
from verify.vocabulary.moves import Equation
from verify.vocabulary.readings import Reading

x, y = (number(name, real=True) for name in "xy")
k, a = number("k", positive=True), number("a", positive=True)
i, n = number("i", integer=True), number("n", integer=True, positive=True)

NUMBERS = {
    "0.8862": Integral(exp(-(x**2)), (x, 0, oo)),
    "2.404": Integral(x**2 / (exp(x) - 1), (x, 0, oo)),
    "2.667": Integral(x**2, (x, 0, 2)),
    "1.5498": Sum(1 / i**2, (i, 1, 10)),
    "1.202": Sum(1 / i**3, (i, 1, oo)),
    "3.0": Limit(sin(3 * x) / x, x, 0),
}


def judged(says: Any, *premises: tuple[Any, Any]) -> Any:
    equations = [Equation(str(k), lhs, sympy.sympify(rhs)) for k, (lhs, rhs) in enumerate(premises)]
    return judge(Reading("as printed", tuple(says), follows_from(*equations) if equations else None, ()))


@pytest.mark.parametrize("value", NUMBERS.values(), ids=map(str, NUMBERS))
def test_the_number_is_proved_and_another_refuted(value: Any) -> None:
    (right,) = (text for text, known in NUMBERS.items() if known is value)
    wrong = str(sympy.Rational(right) + 1)
    wrong = f"{float(sympy.Rational(wrong)):.{len(right.split('.')[1])}f}"
    for premises, quantity in (((), value), (((y, value),), y), (((k, value),), k)):
        found = judged(approx(quantity, right), *premises)
        assert found.outcome is Outcome.PROVED
        assert not found.evidence.conditions
        assert judged(approx(quantity, wrong), *premises).outcome is Outcome.REFUTED


def test_a_value_that_the_symbol_cannot_have_decides_nothing() -> None:
    assert judged(approx(k, "-1.0"), (k, Integral(-exp(-x), (x, 0, oo)))).outcome is Outcome.UNDECIDED
    assert judged(approx(n, "0.50"), (n, Integral(exp(-2 * x), (x, 0, oo)))).outcome is Outcome.UNDECIDED
    assert judged(approx(y, "0"), (y, 0 * k + Integral(1 / x, (x, 0, 1)))).outcome is Outcome.UNDECIDED


def test_what_has_no_value_makes_no_number() -> None:
    assert judged(approx(Integral(exp(x), (x, 0, oo)), "-1.0")).outcome is Outcome.UNDECIDED
    assert judged(approx(Sum((-1) ** i, (i, 0, oo)), "0.50")).outcome is Outcome.UNDECIDED
    assert judged(approx(Limit(sympy.Abs(x) / x, x, 0, "+-"), "1.0")).outcome is Outcome.UNDECIDED
    assert judged(approx(k * Limit(sin(1 / x), x, 0), "0", constants={k: 1})).outcome is Outcome.UNDECIDED


def test_a_proved_value_needs_the_limit_and_the_integral() -> None:
    assert proved_value(Integral(1 / x, (x, 0, 1))) is None
    assert proved_value(Limit(1 / x, x, 0)) is None
    assert proved_value(Integral(exp(-a * x), (x, 0, oo)) + log(a)) == 1 / a + log(a)


def test_with_inputs() -> None:
    value = Integral(exp(-a * x**2), (x, 0, oo))
    assert judged(approx(value, "0.627", constants={a: 2})).outcome is Outcome.PROVED
    assert judged(approx(value, "0.637", constants={a: 2})).outcome is Outcome.REFUTED
