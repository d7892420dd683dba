"""What people type by habit is read as the shell's own words, and what may mean two things is not rewritten."""

import pytest

from referee.check import claims_of
from referee.habits import in_shell_words
from verify.grammar.parser import ParseError


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


@pytest.mark.parametrize("typed", ["2e3 = 2000", "x2 = y", "1.5 = 3/2", "f = d/dx", "a1(", "|||", "sin^2("])
def test_what_has_no_habit_stays(typed: str) -> None:
    assert in_shell_words(typed) == typed
