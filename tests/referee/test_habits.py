"""What people type by habit is read as the shell's own words, and what may mean two things is not rewritten."""

import io
import re

import pytest
import sympy

from referee.check import check_text, claims_of
from referee.habits import in_shell_words
from verify.grammar.parser import ParseError
from verify.workers.pool import Limits


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("sin^2(x) + cos^2(x) = 1", "sin(x)^2 + cos(x)^2 = 1"),
        ("2x = x + x", "2*x = x + x"),
        ("2(x + 1) = 2x + 2", "2*(x + 1) = 2*x + 2"),
        ("2 ln(x) = y", "2*ln(x) = y"),
        ("|x - 1| = y", "abs(x - 1) = y"),
        ("√2 = y", "sqrt(2) = y"),
        ("√(x + 1) = y", "sqrt(x + 1) = y"),
        ("x² + y¹⁰ = z", "x^2 + y^10 = z"),
        ("sum(k, k=1..n) = n*(n + 1)/2", "sum(k, k, 1, n) = n*(n + 1)/2"),
        ("integrate(x^2, x, 0, 1) = 1/3", "integral(x^2, x, 0, 1) = 1/3"),
        ("int(x, x=0..1) = 1/2", "integral(x, x, 0, 1) = 1/2"),
        ("d/dx sin(x) = cos(x)", "diff(sin(x), x) = cos(x)"),
        ("sin(90°) + 30.5 ° = y", "sin(90*pi/180) + 30.5*pi/180 = y"),
        ("d/dt (t^2) = 2 t", "diff(t^2, t) = 2*t"),
        ("Derivative(x^2, x) = 2x", "diff(x^2, x) = 2*x"),
    ],
)
def test_a_habit_says_what_the_shell_says(typed: str, words: str) -> None:
    assert [str(one.link) for one in claims_of(typed, {}, False)] == [
        str(one.link) for one in claims_of(words, {}, False)
    ]


@pytest.mark.parametrize(
    "typed",
    ["1/2x = y", "x/2(y + 1) = z", "x^2y = z", "d/dx sin(x)^2 = y", "|a| b |c| = y", "sin^-1(x) = y", "sin^2 x = y"],
)
def test_what_may_mean_two_things_is_refused(typed: str) -> None:
    with pytest.raises(ParseError):
        claims_of(typed, {}, False)


@pytest.mark.parametrize("typed", ["2e3 = 2000", "x2 = y", "1.5 = 3/2", "f = d/dx", "a1(", "20 °C", "|||", "sin^2("])
def test_what_has_no_habit_stays(typed: str) -> None:
    assert in_shell_words(typed) == typed


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("ħω = ħ*ω", "a product, ħ*ω, or"),
        ("exp(iπ) = -1", "a product, i*π, or"),
        ("2*ω_0t = ωt", "a product, ω*t, or"),
        ("sin x = y", "stands in brackets: sin(x)"),
        ("lim(sin(x)/x, x, 0) = 1", "a limit is typed limit(f, x, a)"),
    ],
)
def test_what_misleads_is_refused_with_what_to_type(typed: str, said: str) -> None:
    with pytest.raises(ParseError, match=re.escape(said)):
        claims_of(typed, {}, False)


@pytest.mark.parametrize("typed", ["Δx + δt = y", "ω_0 = ω_min", "alpha = ħ"])
def test_names_with_greek_letters_are_no_products(typed: str) -> None:
    assert claims_of(typed, {}, False)


def test_what_was_declared_is_one_name() -> None:
    declared = {"ħω": sympy.Symbol("ħω", real=True)}
    (claim,) = claims_of("ħω = ħω", declared, False)
    assert claim.link.lhs == declared["ħω"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("exp(i*x) = cos(x) + i*sin(x)", "the imaginary unit is I"),
        ("e^x = exp(x)", "Euler's number is E"),
        ("E = m*c^2", "E is Euler's number here"),
        ("V = I*R", "I is the imaginary unit here"),
        ("sin(90) = 1", "angles are in radians"),
        ("sin(30*deg) = 1/2", "angles are in radians"),
    ],
)
def test_a_line_that_does_not_hold_has_a_hint(typed: str, said: str) -> None:
    stream = io.StringIO()
    check_text(typed, [], False, Limits(), stream)
    assert "  hint: " in stream.getvalue()
    assert said in stream.getvalue()


def test_a_line_that_holds_has_none() -> None:
    stream = io.StringIO()
    assert check_text("e*i = i*e", [], False, Limits(), stream) == 0
    assert "hint" not in stream.getvalue()
