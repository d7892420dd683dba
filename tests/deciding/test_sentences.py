"""Sentences of the evidence: in the paper's symbols, as ratios and closed forms, and short."""

from __future__ import annotations

import pytest
import sympy
from sympy import Expr, Integer, Rational, pi, sqrt

from verify.claims import Paper, UnitSystem, follows_from, greater, on_interval, symbol, units
from verify.deciding.decide import decide
from verify.deciding.sentences import difference, factor_between, listed, the_same, they_differ, told_factor
from verify.errors import ClaimError
from verify.judging.judge import judge_claim
from verify.names_in_text import in_text, name, names
from verify.points.domain import Domain
from verify.wording import BRIEF, brief, point, words

h, e, x = sympy.symbols("h e x", positive=True)
PURE = units.DIMENSIONLESS
charge = symbol("e_2", "e", "charge", PURE, positive=True)
turns = symbol("rate_1", r"\dot{\varphi}_1", "rate", PURE, positive=True)
flux = symbol("Phi_L", r"\Phi_L", "flux", PURE, positive=True)
quantum = symbol("h", "h", "Planck's constant", PURE, positive=True)
WALL = sum((sympy.polygamma(1, Rational(k, 7)) for k in range(1, 7)), Integer(0))


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        ("e", "e"),
        (r"\ell", "ℓ"),
        (r"\dot{\varphi}_1", "ϕ̇_1"),
        (r"\dot R_b", "Ṙ_b"),
        (r"\bar{I}_0", "Ī_0"),
        (r"E_{1d}", "E_1d"),
        (r"r_{\text{He}}", "r_He"),
        (r"\mathcal{E}_F", "E_F"),
        ("a_m/a", None),
        (r"\psi(\varphi)", None),
        (r"\frac{a}{b}", None),
    ],
)
def test_names_as_the_page_prints_them(latex: str, text: str | None) -> None:
    assert in_text(latex) == text


def test_two_things_that_the_page_calls_alike_keep_names_of_their_own() -> None:
    other = symbol("e", "e", "another charge", PURE, positive=True)
    assert name(charge) == "e"
    assert names([charge, turns]) == {charge: "e", turns: "ϕ̇_1"}
    assert names([charge, other]) == {charge: "e_2", other: "e"}
    assert words(charge + other) in ("e + e_2", "e_2 + e")
    assert dict(point({charge: Integer(1), other: Integer(2)})) == {"e_2": "1", "e": "2"}


def test_powers_functions_and_derivatives_are_readable() -> None:
    t, f = sympy.Symbol("t", real=True), sympy.Function("f")
    assert words(1 / x**2 + 1) == "1 + 1/x^2"
    assert words(sympy.Derivative(f(t), (t, 2))) == "d^2/dt^2(f(t))"


@pytest.mark.slow
def test_what_is_long_is_no_part_of_a_sentence() -> None:
    assert brief(WALL) is None
    assert brief(sum(x**k for k in range(1000))) is None
    assert len(brief(h / e) or "") <= BRIEF
    (pair,) = point({x: WALL})
    assert pair[1].endswith("…")
    assert len(pair[1]) < 12


def test_both_sides_are_named() -> None:
    assert the_same("identical", h / e, h / e) == "Both sides are h/e."
    assert (
        the_same("normal form", h**2 - e**2, (h - e) * (h + e))
        == "-e^2 + h^2 and (-e + h)·(e + h) have the same normal form."
    )
    assert the_same("normal form", h - h * x, Integer(0)) == "-h·x + h reduces to 0."
    assert the_same("normal form", WALL, h) == "The left side reduces to h."
    assert the_same("induction", h, e) is None
    assert "the same long expression" in (the_same("identical", WALL, WALL) or "")


def test_how_two_sides_differ() -> None:
    assert they_differ((h, 2 * h), ("1", "2"), "==") == "h = 1, but 2·h = 2"
    assert they_differ((h, Integer(0)), ("1", "0"), "==") == "h = 1, not 0"
    assert they_differ((h, e), ("0", "0"), ">") == "h = 0 is not greater than e = 0"
    assert they_differ((WALL, e), ("9", "4"), "==") == "the left side is 9, but e = 4"
    assert they_differ((WALL, Integer(4)), ("9", "4"), "<=") == "the left side, 9, is not at most 4"
    assert (difference(h, e), difference(h, Integer(0)), difference(Integer(0), h)) == ("h − e", "h", "-h")


def how_far_apart(lhs: Expr, rhs: Expr) -> str | None:
    fault = factor_between(lhs, rhs)
    return None if fault is None else told_factor(fault)


def test_ratios_are_proved_or_not_told() -> None:
    assert how_far_apart(h / e, 2 * h / e) == "the second is 2 times the first"
    assert how_far_apart(h / e, h / (2 * e)) == "the first is 2 times the second"
    assert how_far_apart(h / e, -h / e) == "their signs are opposite"
    assert how_far_apart(h, sqrt(2) * pi * h) == "the second is sqrt(2)·π times the first"
    assert how_far_apart(h, e) is None
    assert how_far_apart(h, Integer(0)) is None
    assert how_far_apart(WALL * h, 2 * WALL * h) is None
    assert listed(["(7)", "(8)", "(9)"]) == "(7), (8) and (9)"


def test_a_refuted_step_says_what_its_premises_make_of_it() -> None:
    paper = Paper("p", "A paper", "nobody (2000)", UnitSystem.SI, sections=("I",))
    given = paper.given("1", where="I", printed=r"\Phi_L = h/e", lhs=flux, rhs=quantum / charge)
    more = {"where": "I", "printed": "the flux", "by": follows_from(given)}
    false = judge_claim(paper, paper.step("2", lhs=flux, rhs=2 * quantum / charge, **more)).literal.evidence
    assert false.detail == (
        "It does not follow from (1), which turns its sides into h/e and 2·h/e: the second is 2 times the first."
    )
    true = judge_claim(paper, paper.step("3", lhs=flux, rhs=quantum / charge, **more)).literal.evidence
    assert true.detail == "With (1), Φ_L becomes h/e."


def test_equality_is_said_where_an_order_fails_by_it() -> None:
    """Not '0 against 0', and no distance of 0."""
    y = sympy.Symbol("y", nonnegative=True)
    found = decide(y, Integer(0), Domain((y,), ()), ">").evidence
    assert found.detail == "At y = 0: y = 0 is not greater than 0."
    assert found.residual is not None
    assert found.residual.startswith("both sides are equal")


def test_a_curve_has_a_name() -> None:
    r = symbol("r", "r", "radius", PURE, positive=True)
    paper = Paper("p", "A paper", "nobody (2000)", UnitSystem.SI, sections=("I",))
    for label, called, begins in (
        ("1", None, "1 - 1/r has"),
        ("2", "the slope of E(r)", "The slope of E(r) has"),
        ("3", "d(r)", "d(r) has"),
    ):
        says = on_interval(1 - 1 / r, "<", r, 0, 1, called=called)
        claim = paper.value(label, says, where="I", printed="it falls")
        assert judge_claim(paper, claim).literal.evidence.detail.startswith(begins)
    with pytest.raises(ClaimError, match="the slope of"):
        on_interval(1 - 1 / r, "<", r, 0, 1, called=" ")


def test_a_sign_names_what_has_it() -> None:
    paper = Paper("p", "A paper", "nobody (2000)", UnitSystem.SI, sections=("I",))
    claim = paper.for_all("1", greater(flux + 1, flux), where="I", printed="more")
    assert judge_claim(paper, claim).literal.evidence.detail.startswith("Φ_L + 1 − Φ_L is positive")
    same = paper.identity("2", where="I", printed="same", lhs=flux, rhs=flux)
    assert judge_claim(paper, same).literal.evidence.detail == "Both sides are Φ_L."


def test_a_counterexample_keeps_the_formulas_of_both_sides() -> None:
    told = decide(2 * x, x**2, Domain((x,), ())).evidence.counterexample
    assert told is not None
    assert told.sides == ("2·x", "x^2")
    long = sum(x**k / (k + 1) for k in range(80))
    told = decide(long, x, Domain((x,), ())).evidence.counterexample
    assert told is not None
    assert told.sides is None
