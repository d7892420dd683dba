"""Statements on curves that are not rational, and on endless intervals."""

from __future__ import annotations

from typing import Any

import pytest
import sympy
from sympy import Rational, cos, exp, floor, log, oo, pi, sin, tan, tanh

from verify.claims import ClaimError, Equation, follows_from, has_roots, on_interval, only_root, symbol, threshold
from verify.deciding.settings import Settings
from verify.judging.verdict_on import judge
from verify.kinds.over_interval import OnlyRoot
from verify.kinds.table import KINDS
from verify.premises.facts import Facts
from verify.quantities.dimension_names import DIMENSIONLESS, LENGTH
from verify.slips.mutants import try_mutants
from verify.verdicts import Outcome
from verify.vocabulary.readings import Reading

r, R = (symbol(name, name, "a length", LENGTH, positive=True) for name in "rR")
x = symbol("x", "x", "a number", DIMENSIONLESS, real=True)
p = symbol("p", "p", "a number", DIMENSIONLESS, positive=True)
q = symbol("q", "q", "a number", DIMENSIONLESS, nonnegative=True)
n = symbol("n", "n", "a number", DIMENSIONLESS, integer=True, positive=True)
c = symbol("c", "c", "a number", DIMENSIONLESS, real=True)
wien = p * exp(p) / (exp(p) - 1) - 5
scaled = R * (r / R - 3 * (1 - exp(-r / R)))

PROVED: dict[str, Any] = {
    "rational to infinity": only_root(x**3 - 2, x, -oo, oo, "1.26"),
    "rational, far out": only_root(x**3 - 2000000, x, 0, oo, "126.0"),
    "rational sign": on_interval(r / R - R / r, ">", r, 1, oo, scale=R),
    "a transcendental equation": only_root(wien, p, 0, oo, "4.965"),
    "with a scale and a factor": only_root(scaled, r, 0, oo, "2.821", scale=R),
    "poles beside it": only_root(tan(x) - x, x, 1, 5, "4.4934"),
    "a Bessel function": only_root(sympy.besselj(0, x), x, 0, 5, "2.4048"),
    "an exact zero": only_root(sin(p) / p, p, 0, 4, "3.1416", exactly=pi),
    "a sign from an end where it vanishes": on_interval(exp(x) - 1 - x, ">", x, 0, oo),
    "a sign up to a singular end": on_interval(log(p), "<", p, 0, 1),
    "a sign at infinity": on_interval(tanh(x) - x, "<", x, 0, oo),
    "a sign across a jump": on_interval(floor(x) + 1, ">", x, 0, 3),
    "the sign of the unknown ends the interval": only_root(exp(p) - 2 - p, p, -oo, oo, "1.146"),
}
REFUTED: dict[str, Any] = {
    "other digits": only_root(wien, p, 0, oo, "4.966"),
    "another zero": only_root(exp(x) - x - 2, x, -oo, oo, "1.146"),
    "another zero behind a pole": only_root(tan(x) - x, x, 1, 9, "4.4934"),
    "two zeros, and zeros without end": only_root(cos(x), x, 0, 20, "1.5708"),
    "no zero": only_root(exp(x) - x - 2, x, 2, oo, "2.5"),
    "another exact zero": only_root(sin(p) / p, p, 0, 4, "3.1416", exactly=Rational(22, 7)),
    "an exact zero outside": only_root(sin(x), x, 3, 4, "3.14", exactly=2 * pi),
    "another sign": on_interval(sin(x), ">", x, 0, 4),
    "a zero": on_interval(exp(x) - 2, ">", x, -oo, oo),
    "rational, another zero": only_root(x**2 - 2, x, -oo, oo, "1.414"),
    "rational, a pole far out": on_interval(1 / (x - 1000) ** 2, ">", x, 200, oo),
}
UNDECIDED: dict[str, Any] = {
    "a double zero": only_root((x - 1) ** 2 * exp(x), x, 0, 3, "1"),
    "a jump through zero": only_root(floor(x) - Rational(1, 2), x, 0, 3, "1.0"),
    "a pole without a slope to tell": on_interval(tan(x) ** 2, ">=", x, 1, 2),
    "a sum with another symbol": only_root(exp(x) - c, x, 0, 1, "0.5"),
    "0/0 for one parameter only": has_roots(
        x + (c - Rational(1, 3)) ** 2 / x, x, -1, 1, parameter=c, between=(-1, 1), exist=False
    ),
    "whole numbers": on_interval(exp(n) - n, ">", n, 0, 9),
    "whole numbers without end": on_interval(n - Rational(1, 2), ">", n, 0, oo),
    "a closed end that the unknown has": on_interval(exp(q) - Rational(1, 2), ">", q, -1, 1),
    "zeros up to infinity": on_interval(sin(x) + 2 - exp(-x) * 0 - 1, ">=", x, 0, oo),
}


def over(*parts: Any) -> Any:
    """The parts, divided by the first of them, as it is printed."""
    return sympy.Mul(*parts, sympy.Pow(parts[0], -1, evaluate=False), evaluate=False)


def gone(part: Any, *rest: Any) -> Any:
    """A part, its negative, and the rest, as they are printed."""
    return sympy.Add(part, sympy.Mul(-1, part, evaluate=False), *rest, evaluate=False)


UNDECIDED |= {
    "printed 0/0": on_interval(over(x - 1), ">", x, 0, 2),
    "printed 0/0, not rational": on_interval(over(sin(x), exp(x)), ">", x, 1, 4),
    "printed 1/0 - 1/0": on_interval(gone(1 / (x - 1), sympy.S.One), ">", x, 0, 2),
    "printed log 0 - log 0": on_interval(gone(log(x - 1), x), ">", x, Rational(1, 2), 2),
    "a zero that is a hole": only_root(over(x - 1, x - 1), x, 0, 2, "1.00"),
    "a zero that is a hole, not rational": only_root(over(exp(x) - 2, exp(x) - 2), x, 0, 2, "0.693"),
    "a hole in units of a scale": only_root(over(r - R, r - R), r, 0, 2, "1.00", scale=R),
    "holes for every parameter": has_roots(over(x - c, x - c), x, 0, 1, parameter=c, between=("0.25", "0.75")),
    "holes and a threshold": threshold(over(x + 1 - c, x + 1 - c), x, 0, 1, "1.0", parameter=c, between=("0.5", "1.5")),
    "holes, not rational": has_roots(over(exp(x) - c, exp(x) - c), x, 0, 1, parameter=c, between=("1.25", "1.75")),
}
PROVED |= {
    "a hole outside": on_interval(over(x - 3), ">", x, 0, 2),
    "a hole outside, not rational": only_root(over(exp(x) - 9, exp(x) - 2), x, 0, 2, "0.693"),
}


def judged(statement: Any) -> Any:
    return judge(Reading("as printed", tuple(statement)))


@pytest.mark.parametrize("case", PROVED)
def test_proved(case: str) -> None:
    assert judged(PROVED[case]).outcome is Outcome.PROVED


@pytest.mark.parametrize("case", REFUTED)
def test_refuted(case: str) -> None:
    assert judged(REFUTED[case]).outcome is Outcome.REFUTED


@pytest.mark.parametrize("case", UNDECIDED)
def test_undecided(case: str) -> None:
    assert judged(UNDECIDED[case]).outcome is Outcome.UNDECIDED


@pytest.mark.parametrize("case", PROVED)
def test_every_mutant_is_refuted(case: str) -> None:
    reading = Reading("as printed", PROVED[case])
    mutants = try_mutants(reading, Settings())
    assert mutants.made > 0
    assert mutants.killed == mutants.made


@pytest.mark.parametrize("case", REFUTED)
def test_a_wrong_number_is_mended(case: str) -> None:
    """The mended line holds."""
    (statement,) = REFUTED[case]
    kind = KINDS[type(statement)]
    mended = [] if kind.mend is None else list(kind.mend(statement, Facts((), ()), Settings()))
    if case in ("other digits", "another sign"):
        assert mended
    if isinstance(statement, OnlyRoot):
        assert all(judged((line,)).outcome is Outcome.PROVED for line, *_ in mended if line.exactly is None)


def test_the_counterexample_lies_inside() -> None:
    found = judged(on_interval(log(p), "<", p, 0, 2))
    assert found.outcome is Outcome.REFUTED
    ((_, place),) = found.evidence.counterexample.point
    assert 1 < Rational(place) < 2


def test_premises_are_put_in() -> None:
    line = only_root(exp(x) - c, x, 0, oo, "0.693")
    for value, wanted in ((2, Outcome.PROVED), (3, Outcome.REFUTED)):
        reading = Reading("as printed", tuple(line), by=follows_from(Equation("1", c, sympy.Integer(value))))
        assert judge(reading).outcome is wanted


@pytest.mark.parametrize("ends", [(oo, 0), (0, -oo), (oo, oo), (0, sympy.zoo)])
def test_ends_that_are_none(ends: Any) -> None:
    with pytest.raises(ClaimError):
        on_interval(exp(x), ">", x, *ends)


# --- a parameter --------------------------------------------------------------------------------------

FAMILIES: dict[str, tuple[Any, Outcome]] = {
    "rational to infinity": (has_roots(x - c, x, 0, oo, parameter=c, between=(1, 2)), Outcome.PROVED),
    "rational on the whole line": (has_roots(x**2 + c, x, -oo, oo, parameter=c, between=(-3, -1)), Outcome.PROVED),
    "rational, none": (has_roots(x**2 + c, x, -oo, oo, parameter=c, between=(1, 3), exist=False), Outcome.PROVED),
    "rational, not for all": (has_roots(x - c, x, 0, oo, parameter=c, between=(-1, 2)), Outcome.REFUTED),
    "rational from below": (has_roots(x**3 + x * c + 1, x, -oo, 0, parameter=c, between=(-3, 3)), Outcome.PROVED),
    "for each": (has_roots(exp(x) - c, x, 0, oo, parameter=c, between=(2, 3)), Outcome.PROVED),
    "not for each": (has_roots(exp(x) - c, x, 0, oo, parameter=c, between=(Rational(1, 2), 3)), Outcome.REFUTED),
    "for none": (has_roots(exp(x) - c, x, 0, 1, parameter=c, between=(-1, "0.5"), exist=False), Outcome.PROVED),
    "for some": (has_roots(exp(x) - c, x, 0, 1, parameter=c, between=(-1, 2), exist=False), Outcome.REFUTED),
    "not linear": (has_roots(tan(c * x) - 2 * x, x, "0.5", 1, parameter=c, between=(2, 3)), Outcome.REFUTED),
    "over a pole": (has_roots(1 / x - c + 0 * exp(x), x, -1, 1, parameter=c, between=(-1, 1)), Outcome.REFUTED),
    "over a pole, not rational": (
        has_roots(1 / x - c - exp(x) / 10**6, x, -1, 1, parameter=c, between=(-1, 1)),
        Outcome.REFUTED,
    ),
    "over a jump": (has_roots(sympy.sign(x) - c, x, -1, 1, parameter=c, between=("0.25", "0.5")), Outcome.UNDECIDED),
    "a threshold": (threshold(exp(x) - c * x, x, 0, 3, "2.718", parameter=c, between=(1, 5)), Outcome.PROVED),
    "a threshold too low": (threshold(exp(x) - c * x, x, 0, 3, "2.6", parameter=c, between=(1, 5)), Outcome.REFUTED),
    "a threshold too high": (threshold(exp(x) - c * x, x, 0, 3, "3.5", parameter=c, between=(1, 5)), Outcome.REFUTED),
}


@pytest.mark.parametrize("case", FAMILIES)
def test_zeros_for_a_parameter(case: str) -> None:
    statement, wanted = FAMILIES[case]
    assert judged(statement).outcome is wanted


@pytest.mark.parametrize(
    "case", ["rational to infinity", "rational on the whole line", "for each", "for none", "a threshold"]
)
def test_mutants_of_families_never_pass(case: str) -> None:
    mutants = try_mutants(Reading("as printed", FAMILIES[case][0]), Settings())
    assert mutants.made > 0
    assert mutants.killed == mutants.made
