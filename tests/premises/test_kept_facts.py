"""The facts of a reading are kept while it is of interest, and a paper of ten thousand lines does not hold them all."""

from __future__ import annotations

from collections import deque

import pytest
import sympy

from verify.claims import Equation, Paper, UnitSystem, equal, follows_from, symbol, units
from verify.premises import facts
from verify.premises.facts import Facts
from verify.vocabulary.readings import Reading

KEPT = 3


@pytest.fixture
def paper(monkeypatch: pytest.MonkeyPatch) -> Paper:
    monkeypatch.setattr(facts, "MANY", KEPT)
    monkeypatch.setattr(facts, "_HAVE_FACTS", deque())
    paper = Paper("p", "A paper", "nobody (2000)", UnitSystem.SI, sections=("I",))
    a, b = (symbol(name, name, "a number", units.DIMENSIONLESS, positive=True) for name in "ab")
    for n in range(2, 9):
        paper.identity(str(n), where="I", printed=f"{n}(a + b)^{n}", lhs=n * (a + b) ** n, rhs=n * (b + a) ** n)
    return paper


def test_only_the_last_ones_are_kept(paper: Paper) -> None:
    readings = [claim.literal for claim in paper.claims.values()]
    made = [Facts.of(reading) for reading in readings]
    assert ["_facts" in vars(reading) for reading in readings] == [False] * 4 + [True] * KEPT
    assert Facts.of(readings[-1]) is made[-1]
    again = Facts.of(readings[0])
    assert again is not made[0]
    assert again == made[0]


def test_what_sympy_has_found_of_their_expressions_is_found_again(paper: Paper) -> None:
    readings = [claim.literal for claim in paper.claims.values()]
    (side, _) = readings[0].statements[0].expressions()
    assert side.is_positive is True
    assert side._assumptions is not side.default_assumptions
    for reading in readings:
        Facts.of(reading)
    assert side._assumptions is side.default_assumptions
    assert side.is_positive is True


def test_what_is_declared_of_a_part_is_not_forgotten(paper: Paper) -> None:
    """Only sums, products and powers say no more than their parts."""
    x = sympy.IndexedBase("x", positive=True)[sympy.Symbol("i", integer=True)]
    facts.forget(Reading("as printed", equal(x + 1, 1 + x)))
    assert x.is_positive is True
    assert all(s.is_positive for claim in paper.claims.values() for s in claim.literal.statements[0].lhs.free_symbols)


def test_what_is_behind_a_line_is_found_without_recursion_and_forgotten() -> None:
    a = sympy.Symbol("a")
    lines = [Equation("0", a, sympy.Integer(0))]
    for n in range(1, 3000):
        lines.append(Equation(str(n), a, sympy.Integer(n), by=follows_from(lines[-1])))
    move = follows_from(lines[-1], lines[-2])
    assert move.lines == tuple(reversed(lines))
    assert len(move.ancestry) == len(lines)
    facts.forget(Reading("as printed", equal(a, a), by=move))
    assert not {"ancestry", "lines"} & vars(move).keys()


def test_a_line_by_another_derivation_is_another_line() -> None:
    a = sympy.Symbol("a")
    printed = Equation("1", a, sympy.Integer(0))
    derived = Equation("1", a, sympy.Integer(0), by=follows_from(Equation("2", a**2, sympy.Integer(0))))
    assert [line.by is None for line in follows_from(derived, printed).lines] == [False, True, True]


def test_after_its_mutants_nothing_is_kept_of_a_line(paper: Paper, monkeypatch: pytest.MonkeyPatch) -> None:
    from verify import tasks

    really, had = facts.forget, []

    def seen(reading: Reading) -> None:
        had.append("_facts" in vars(reading))
        really(reading)
        assert "_facts" not in vars(reading)

    monkeypatch.setattr("verify.exchange.loading.load_paper", lambda _: paper)
    monkeypatch.setattr(facts, "forget", seen)
    first = tasks.judge_task("p", "3", 0)
    asked = ("p", "3", first.result.value, (first.decisive.name, first.decisive.premises), 0)
    spoiled = tasks.second_task(*asked)
    assert had == [True]
    assert spoiled.mutants is not None
    assert spoiled.mutants.made == spoiled.mutants.killed > 0
    assert tasks.second_task(*asked) == spoiled


def test_after_its_repairs_nothing_is_kept_of_a_line(paper: Paper, monkeypatch: pytest.MonkeyPatch) -> None:
    from verify import tasks

    a, b = sorted(paper.claims["2"].literal.statements[0].lhs.free_symbols, key=str)
    wrong = paper.identity("wrong", where="I", printed="2(a + b) = a + b", lhs=2 * (a + b), rhs=a + b).literal
    monkeypatch.setattr("verify.exchange.loading.load_paper", lambda _: paper)
    first = tasks.judge_task("p", "wrong", 0)
    asked = ("p", "wrong", first.result.value, (first.decisive.name, first.decisive.premises), 0)
    assert "_facts" in vars(wrong)
    repaired = tasks.second_task(*asked)
    assert "_facts" not in vars(wrong)
    assert repaired.correction is not None
    assert tasks.second_task(*asked) == repaired
