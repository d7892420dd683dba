"""limit(f, x, a) in text: from both sides, from one, at infinity, over whole numbers; what cancels in the function."""

from __future__ import annotations

import pytest
import sympy as sp

from referee.check import decide_text
from verify.grammar.parser import ParseError
from verify.grammar.shell import parse_text

x = sp.Symbol("x", real=True)


def test_sides_and_infinity() -> None:
    assert parse_text("limit(1/x, x, 0)") == sp.Limit(1 / x, x, 0, "+-")
    assert parse_text("limit(1/x, x, 0, +)") == sp.Limit(1 / x, x, 0, "+")
    assert parse_text("limit(1/x, x, 0, -)") == sp.Limit(1 / x, x, 0, "-")
    assert parse_text("limit(1/x, x, oo)") == sp.Limit(1 / x, x, sp.oo)


@pytest.mark.parametrize("text", ["limit(1/x, x)", "limit(1/x, x, 0, 1)", "limit(x)", "limit(1/x, 2, 0)"])
def test_what_is_no_limit(text: str) -> None:
    with pytest.raises(ParseError):
        parse_text(text)


@pytest.mark.parametrize(
    ("relation", "where", "outcome"),
    [
        ("limit(sin(x)/x, x, 0) = 1", [], "proved"),
        ("limit(sin(x)/x, x, 0) = 2", [], "refuted"),
        ("limit((1 + 1/n)^n, n, oo) = exp(1)", ["n integer"], "proved"),
        ("limit((-1)^n/n, n, oo) = 0", ["n integer"], "proved"),
        ("limit(abs(x)/x, x, 0) = 1", [], "undecided"),
        ("limit(1 + v*w, v, 0) = 1", [], "proved"),
    ],
)
def test_limits_are_decided(relation: str, where: list[str], outcome: str) -> None:
    decided = decide_text(relation, where)
    assert not isinstance(decided, str)
    assert decided[0].outcome == outcome


def test_what_cancels_all_the_way_is_a_condition() -> None:
    decided = decide_text("limit(x*a/(x*a), x, 0) = 1", [])
    assert not isinstance(decided, str)
    assert "a ≠ 0" in " ".join(decided[0].evidence.conditions)


@pytest.mark.parametrize(
    ("relation", "outcome"),
    [
        ("limit(x, x, oo) = oo", "proved"),
        ("-oo = limit(1/x, x, 0, -)", "proved"),
        ("limit(x, x, oo) = -oo", "refuted"),
        ("limit(1/x, x, 0) = oo", "undecided"),
        ("limit(sin(x), x, oo) = oo", "undecided"),
    ],
)
def test_a_limit_may_be_infinite(relation: str, outcome: str) -> None:
    decided = decide_text(relation, [])
    assert not isinstance(decided, str)
    assert decided[0].outcome == outcome


@pytest.mark.parametrize("relation", ["oo = oo", "2*limit(x, x, oo) = oo", "x = oo", "limit(x, x, oo) = oo + 1"])
def test_infinity_is_no_number(relation: str) -> None:
    assert "infinity is no number" in str(decide_text(relation, []))
