"""What the print needs to be defined, and SymPy drops while the encoding is built; and print that differs from it."""

from __future__ import annotations

import pytest
import sympy

from verify.claims import Claim, Paper, UnitSystem, approx, follows_from, less, symbol
from verify.errors import ClaimError
from verify.judging.judge import judge_claim
from verify.page import transcription
from verify.quantities.dimension_names import DIMENSIONLESS
from verify.verdicts import Result

x, y, w = (symbol(name, name, name, DIMENSIONLESS, real=True) for name in "xyw")
m = symbol("m", "m", "mass", DIMENSIONLESS, positive=True)
ONE, ZERO = sympy.Integer(1), sympy.Integer(0)


def told(paper: Paper, claim: Claim) -> tuple[str, str | None]:
    audit = judge_claim(paper, claim)
    return str(audit.result), audit.literal.condition


def identity(paper: Paper, printed: str, lhs: sympy.Expr, rhs: sympy.Expr, **more: object) -> tuple[str, str | None]:
    return told(paper, paper.identity("1", where="I", printed=printed, lhs=lhs, rhs=rhs, **more))


@pytest.mark.parametrize(
    ("printed", "lhs", "rhs", "condition"),
    [
        (r"\frac{x}{x} = 1", x / x, ONE, "x ≠ 0"),
        (r"\frac{x^2}{x} = x", x**2 / x, x, "x ≠ 0"),
        (r"\frac{x(x-1)}{x-1} = x", x, x, "x - 1 ≠ 0"),
        (r"\frac{x}{y}\frac{y}{x} = 1", ONE, ONE, "x ≠ 0 and y ≠ 0"),
        (r"\frac1x - \frac1x = 0", ZERO, ZERO, "x ≠ 0"),
        (r"0 \cdot \frac1x = 0", ZERO, ZERO, "x ≠ 0"),
        (r"x^0 = 1", x**0, ONE, "x ≠ 0"),
        (r"\ln x - \ln x = 0", ZERO, ZERO, "x ≠ 0"),
        (r"\frac{\sin x}{\sin x} = 1", ONE, ONE, "sin(x) ≠ 0"),
        (r"\frac{m x}{m} = x", x, x, None),
        (r"2x + x = 3x", 3 * x, 3 * x, None),
    ],
)
def test_what_evaluation_drops_is_a_condition_of_the_printed_line(
    paper: Paper, printed: str, lhs: sympy.Expr, rhs: sympy.Expr, condition: str | None
) -> None:
    paper.given("g", where="I", printed="w = m x", lhs=w, rhs=m * x)  # m is positive on this page
    assert identity(paper, printed, lhs, rhs) == ("PASS" if condition is None else "PASS-IF", condition)


def test_conditions_of_the_line_settle_it_either_way(paper: Paper) -> None:
    result, condition = identity(paper, r"\frac{x}{x} = 1", ONE, ONE, conditions=[x > 2])
    assert result.startswith("PASS")
    assert "≠" not in (condition or "")
    other = Paper("q", "A paper", "nobody (2000)", UnitSystem.SI, sections=("I",))
    assert identity(other, r"\frac{x}{x} = 1", ONE, ONE, conditions=[sympy.Eq(x, 0)])[0] == "OPEN"


def test_a_sum_with_an_undefined_term_is_no_number(paper: Paper) -> None:
    index = sympy.Symbol("n", integer=True)
    assert (
        identity(paper, r"\sum_{n=1}^{3}\frac{n-2}{n-2} = 3", sympy.Sum(1, (index, 1, 3)), sympy.Integer(3))[0]
        == "OPEN"
    )


def test_with_premises(paper: Paper) -> None:
    given = paper.given("g", where="I", printed="w = x^2", lhs=w, rhs=x**2)
    step = paper.step("s", where="I", printed=r"\frac{w x}{x} = x^2", lhs=w, rhs=x**2, by=follows_from(given))
    assert told(paper, step) == ("PASS-IF", "x ≠ 0")
    wrong = paper.step("t", where="I", printed=r"\frac{w x}{x} = 2x^2", lhs=w, rhs=2 * x**2, by=follows_from(given))
    assert judge_claim(paper, wrong).result is Result.FAIL


@pytest.mark.parametrize(("value", "result"), [(0, "OPEN"), (3, "PASS")])
def test_of_numbers_at_their_inputs(paper: Paper, value: int, result: str) -> None:
    claim = paper.value(
        "1", approx(x / x, "1.0", constants={x: sympy.Integer(value)}), where="I", printed=r"\frac xx \approx 1.0"
    )
    assert told(paper, claim)[0] == result


def test_of_inequalities(paper: Paper) -> None:
    printed = r"\frac{\sin x}{\sin x} < 2"
    claim = paper.for_all("1", less(sympy.sin(x) / sympy.sin(x), 2), where="I", printed=printed)
    assert told(paper, claim) == ("PASS-IF", "sin(x) ≠ 0")


@pytest.mark.parametrize(
    ("printed", "lhs", "rhs"), [(r"\frac{x}{x} = 2", ONE, sympy.Integer(2)), (r"\frac{y}{y} x = x + 1", x, x + 1)]
)
def test_what_is_wrong_where_it_is_defined_fails(paper: Paper, printed: str, lhs: sympy.Expr, rhs: sympy.Expr) -> None:
    assert identity(paper, printed, lhs, rhs)[0] == "FAIL"


def test_a_counterexample_at_which_the_print_is_undefined_is_none(paper: Paper) -> None:
    """x/x + |x| > 1 fails at x = 0 alone, where it says nothing."""
    printed = r"\frac{x}{x} + |x| > 1"
    claim = paper.for_all("1", less(1, 1 + sympy.Abs(x)), where="I", printed=printed)
    assert told(paper, claim)[0] != "FAIL"


def test_a_line_whose_print_differs_is_not_decided(paper: Paper) -> None:
    claim = paper.identity("1", where="I", printed="|x| = x", lhs=y, rhs=y)
    paper.identity("2", where="I", printed="|x| = 1", lhs=sympy.Abs(x), rhs=ONE)
    assert transcription.check(claim, paper).word == "differs"
    with pytest.raises(ClaimError, match=r"p 1: print and encoding differ: .*\|x\| = x.*expected statements"):
        judge_claim(paper, claim)


def test_nor_is_a_given_line_whose_print_differs(paper: Paper) -> None:
    with pytest.raises(ClaimError, match="print and encoding differ"):
        judge_claim(paper, paper.given("g", where="I", printed="w = x^2", lhs=w, rhs=x**3))


@pytest.mark.parametrize(
    ("printed", "value", "used"),
    [
        (r"\frac{x}{x} w + m = w + y", w**2 + 1, True),
        (r"\log x - \log x + w + m = w + y", sympy.exp(w), True),
        (r"\frac{x}{1} w + m = w x + y", w**2 + 1, False),
        (r"\frac{x}{x} w + m = w + y", w**2, False),
    ],
)
def test_a_premise_that_makes_certain_what_the_print_needs_is_used(
    paper: Paper, printed: str, value: sympy.Expr, used: bool
) -> None:
    """Without x = w² + 1, x/x = 1 needs x ≠ 0; x = w² only says it in other words."""
    first = paper.given("a", where="I", printed="in words", lhs=x, rhs=value)
    other = paper.given("b", where="I", printed="m = y", lhs=m, rhs=y)
    factor = x if r"\frac{x}{1}" in printed else ONE
    by = follows_from(first, other)
    claim = paper.step("1", where="I", printed=printed, lhs=factor * w + m, rhs=factor * w + y, by=by)
    if used:
        assert told(paper, claim) == ("PASS", None)
        return
    if factor == 1:
        assert told(paper, claim)[0] == "PASS-IF"
        return
    with pytest.raises(ClaimError, match="premise 'a' is not used"):
        judge_claim(paper, claim)


@pytest.mark.parametrize("divisor", [x, x - 1, x * y - 2, sympy.sin(x), x**2 + 1, 2 + sympy.cos(y)])
@pytest.mark.parametrize("factor", [x + 1, w - y, x**2 - y])
def test_what_the_print_divides_by_and_the_encoding_does_not_is_a_condition(
    paper: Paper, divisor: sympy.Expr, factor: sympy.Expr
) -> None:
    """(d·f)/d = f, multiplied out above the line, with f on both sides of the encoding."""
    above, below = (sympy.latex(part) for part in (sympy.expand(divisor * factor), divisor))
    claim = paper.identity(
        "1", where="I", printed=rf"\frac{{{above}}}{{{below}}} = {sympy.latex(factor)}", lhs=factor, rhs=factor
    )
    told_of = transcription.check(claim, paper)
    if told_of.word != "agrees":
        assert told_of.word == "not parsed"
        return
    certain = divisor in (x**2 + 1, 2 + sympy.cos(y))
    assert told(paper, claim)[0] == ("PASS" if certain else "PASS-IF")
