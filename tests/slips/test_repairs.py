"""Repairs: proved, smallest first, each line once, never empty."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import Integer, Rational, cos, pi, sin, sqrt

from tests.common.examples import examples
from verify.claims import Equation, approx, equal, follows_from, less, on_interval, only_root, order_of, symbol
from verify.deciding.settings import Settings
from verify.judging.typesetting import Typesetter
from verify.judging.verdict_on import judge
from verify.kinds.other_numbers import rounded
from verify.quantities.dimension import UnitSystem
from verify.quantities.dimension_names import ANGULAR_MOMENTUM, DIMENSIONLESS, LENGTH, MASS, VELOCITY
from verify.slips.mutants import spoil
from verify.slips.repairs import in_words, repairs
from verify.verdicts import Outcome
from verify.vocabulary.moves import Move
from verify.vocabulary.readings import Reading

a, b, k = (symbol(name, name, name, DIMENSIONLESS, positive=True) for name in "abk")
x = symbol("x", "x", "x", DIMENSIONLESS, real=True)
m = symbol("m", "m", "mass", MASS, positive=True)
v = symbol("v", "v", "speed", VELOCITY, positive=True)
r = symbol("r", "r", "radius", LENGTH, positive=True)
h = symbol("h", "h", "Planck constant", ANGULAR_MOMENTUM, positive=True)
hbar = symbol("hbar", r"\hbar", "reduced Planck constant", ANGULAR_MOMENTUM, positive=True)
BOHR = Equation("1", m * v * r, hbar)
HBAR = Equation("2", hbar, h / (2 * pi))


def read(*statements: Any, by: Move | None = None) -> Reading:
    return Reading("as printed", tuple(s for group in statements for s in group), by)


def lines(reading: Reading) -> list[Any]:
    return [repair.reading.statements for repair in repairs(reading, Settings())]


def words(reading: Reading) -> str:
    return in_words(repairs(reading, Settings()), Typesetter()) or ""


@pytest.mark.parametrize(
    ("false", "mended", "said"),
    [
        (
            equal((a**2 - b**2) / (a - b), 2 * (a + b)),
            equal((a**2 - b**2) / (a - b), a + b),
            r"\frac{1}{2}$ is missing",
        ),
        (equal((a + b) ** 2, a**2 + a * b + b**2), equal((a + b) ** 2, a**2 + 2 * a * b + b**2), "in the term $a b$"),
        (equal(sin(2 * x), sin(x) * cos(x)), equal(sin(2 * x), 2 * sin(x) * cos(x)), "factor $2$ is missing"),
        (equal(cos(2 * x), 1 + 2 * sin(x) ** 2), equal(cos(2 * x), 1 - 2 * sin(x) ** 2), "sign in the term"),
        (equal(sin(x) ** 2, 1 - cos(x)), equal(sin(x) ** 2, 1 - cos(x) ** 2), "exponent"),
        (equal(sin(x) ** 2, 1 - sin(x) ** 2), equal(sin(x) ** 2, 1 - cos(x) ** 2), r"$\sin$ should be $\cos$"),
        (equal(a + a, 3 * a), equal(a + a, 2 * a), "number $3$ should be $2$"),
        (less(a + 1, 1), (), "reversed"),
        (approx(pi, "3.15"), approx(pi, "3.14"), "3.14"),
    ],
)
def test_hand_worked_repairs(false: Any, mended: Any, said: str) -> None:
    found = lines(read(false))
    assert said in words(read(false))
    if mended:
        assert (
            found[0][0].rhs == mended[0].rhs
            if hasattr(mended[0], "rhs")
            else found[0][0].interval == mended[0].interval
        )


def test_the_exponent_on_a_bare_left_side() -> None:
    reading = read(equal(r, hbar**2 / (m * v) ** 2), by=follows_from(BOHR))
    assert words(reading).startswith("The exponent of $r$ should be")


def test_h_for_hbar() -> None:
    reading = read(equal(r, h / (m * v)), by=follows_from(BOHR, HBAR))
    told = repairs(reading, Settings())
    assert told[0].reading.statements[0].rhs == h / (2 * pi * m * v)  # type: ignore[union-attr]
    assert any(r"$h$ should be $\hbar$" in repair.words for repair in told)
    assert words(reading).startswith(f"{len(told)} single changes")


def test_a_lost_factor_comes_back_with_its_dimension() -> None:
    reading = read(equal(m * v, hbar), by=follows_from(BOHR))
    assert r"\frac{1}{r}$ is missing" in words(reading) or "r$ is missing" in words(reading)


@pytest.mark.parametrize(
    "reading",
    [
        read(equal(a, 2 * b)),
        read(equal(x, x + 1)),
        read(equal(sin(x), cos(x))),
        read(equal(a * b, a + b)),
        read(equal(sqrt(a), k)),
        read(equal(m * v**2, hbar), by=follows_from(BOHR)),
    ],
    ids=str,
)
def test_what_no_single_slip_mends_is_left_alone(reading: Reading) -> None:
    """x = x + 1 would become x = x, sin x = cos x would become sin x = sin x: nothing is said by that."""
    assert repairs(reading, Settings()) == []
    assert in_words([], Typesetter()) is None


def test_a_repair_needs_the_premises() -> None:
    """k = 3 a/b·b with k = 2a: dropping what the premises say would leave an identity."""
    reading = read(equal(k / a, Integer(3)), by=follows_from(Equation("1", k, 2 * a)))
    for repair in repairs(reading, Settings()):
        (statement,) = repair.reading.statements
        assert statement.lhs != statement.rhs  # type: ignore[union-attr]
    assert "should be $2$" in words(reading)


def test_each_line_is_told_once() -> None:
    """A factor ½ on the right and a factor 2 on the left are one repair."""
    assert len(repairs(read(equal(sin(2 * x) * a, 4 * a * sin(x) * cos(x))), Settings())) == 1


def test_a_middle_member_is_mended_in_both_links() -> None:
    false = read(equal(x**2 - 1, (x - 1) * (x + 2), x * (x - 1) + x - 1))
    (repair,) = repairs(false, Settings())
    first, second = repair.reading.statements
    assert first.rhs == second.lhs == (x - 1) * (x + 1)  # type: ignore[union-attr]


def test_a_number_is_rounded_to_its_own_digits() -> None:
    assert rounded(approx(1000 * pi, "3.15e3")[0], UnitSystem.SI).number == "3.14e3"  # type: ignore[union-attr]
    assert rounded(approx(-pi, "-3.1")[0], UnitSystem.SI).number == "-3.1"  # type: ignore[union-attr]
    assert rounded(approx(pi / 1000, "0.0032")[0], UnitSystem.SI).number == "0.0031"  # type: ignore[union-attr]
    assert rounded(approx(pi, "4")[0], UnitSystem.SI).number == "3"  # type: ignore[union-attr]
    assert rounded(approx(100 * pi, "5.37e13")[0], UnitSystem.SI).number == "3.14e2"  # type: ignore[union-attr]
    assert rounded(approx(Rational(9996, 10**7), "8.1e-4")[0], UnitSystem.SI).number == "1.0e-3"  # type: ignore[union-attr]
    assert rounded(order_of(pi, "300")[0], UnitSystem.SI) is None
    assert rounded(approx(a, "3.15")[0], UnitSystem.SI) is None


TRUE = [
    read(equal(sin(2 * x), 2 * sin(x) * cos(x))),
    read(equal((a + b) ** 3, a**3 + 3 * a**2 * b + 3 * a * b**2 + b**3)),
    read(equal(1 / a - 1 / b, (b - a) / (a * b))),
    read(equal(r, hbar / (m * v)), by=follows_from(BOHR)),
    read(equal(m * v**2 / 2, hbar**2 / (2 * m * r**2)), by=follows_from(BOHR)),
]


@settings(derandomize=True, deadline=None, max_examples=examples(25))
@given(st.sampled_from(TRUE), st.randoms(use_true_random=False))
def test_every_repair_of_a_spoiled_truth_is_proved(true: Reading, chance: Any) -> None:
    """And where a slip is dimensionally possible, some repair is found."""
    spoiled = chance.choice(list(spoil(true))).reading
    if judge(spoiled).outcome is not Outcome.REFUTED:
        return
    for repair in repairs(spoiled, Settings()):
        assert judge(repair.reading).outcome is Outcome.PROVED
        for statement in repair.reading.statements:
            assert 0 not in (statement.lhs, statement.rhs)  # type: ignore[union-attr]


def test_the_catalogue_undoes_what_it_does() -> None:
    """Slips of the commonest kinds, made on the right of a true line: the original is among the repairs."""
    true = TRUE[0]
    tried = [m for m in spoil(true) if m.kind in ("sign", "factor", "digit") and m.mends.endswith("on the right")]
    assert len(tried) >= 4
    assert all(any(r.reading == true for r in repairs(m.reading, Settings())) for m in tried)


def test_a_zero_is_given_to_the_printed_digits() -> None:
    (line,) = lines(read(only_root(x**2 - 2, x, 0, 3, "1.42")))
    assert line == only_root(x**2 - 2, x, 0, 3, "1.41")
    assert words(read(only_root(x**2 - 2, x, 0, 3, "1.42"))) == "To its digits the zero is 1.41."
    assert lines(read(only_root(x**2 - 2, x, -3, 3, "1.41"))) == []  # two zeros: no digits make one of them
    assert lines(read(only_root(x**2 + 2, x, -3, 3, "1.41"))) == []
    assert lines(read(only_root(x**2 - 2, x, 0, 3, "1.42", exactly=Rational(7, 5)))) == []


def test_the_opposite_sign_of_a_curve_is_offered_only_where_it_holds() -> None:
    assert words(read(on_interval(x**2 + 1, "<", x, -1, 1))) == "The opposite holds on the whole interval."
    assert words(read(on_interval(x, "<", x, -1, 1))) == ""


def test_an_inequality_that_only_measures_words_is_not_reversed() -> None:
    false = read(less(a + 1, 1))
    assert repairs(false, Settings())
    assert repairs(false, Settings(), in_words_only=True) == []
    assert repairs(read(approx(pi, "3.15")), Settings(), in_words_only=True)


def test_a_number_that_follows_from_premises_is_rounded_too() -> None:
    half = Equation("1", b, pi / 2)
    ((line,),) = lines(read(approx(b, "1.58"), by=follows_from(half)))
    assert line.number == "1.57"


def test_a_factor_that_every_link_lost_is_missing_in_what_is_printed_for_the_letter_on_the_left() -> None:
    """a = b/k: the printed a = b/k² = b/(k·k) lacks a factor k, which one says of the right, and not 1/k of the letter a."""
    chain = read(equal(a, 1 / k * b / k, b / k**2), by=follows_from(Equation("1", a, b / k)))
    (repair,) = repairs(chain, Settings())
    assert repair.words == "a factor $k$ is missing on the right"
    assert repair.reading.statements[0].lhs == a
    assert judge(repair.reading).outcome is Outcome.PROVED
