"""No wrong verdict on claims of known truth, of every kind of mistake: some hundreds of each in every run."""

from __future__ import annotations

import pytest

from tests.soundness import Case
from tests.soundness.runs import decided, is_wrong, modules, seeds, wrong_ones

MANY = 8
FEWEST = {"hostile": 3, "two_meanings": 3, "tied": 6, "held": 6, "collapses": 6, "reading": 6}
"""How many of the 25 cases of a seed must be decided at least: an engine that decides nothing is never wrong.

Fewer in the modules that are about input which is to be refused, or of which the engine knows that it is beyond it.
"""


RUNS = [pytest.param(name, seed, marks=pytest.mark.slow if seed else ()) for name in modules() for seed in seeds(name)]
"""One seed of each module between two edits, all of them in a whole run."""


@pytest.mark.parametrize(("name", "seed"), RUNS)
def test_no_verdict_is_wrong(name: str, seed: int) -> None:
    assert list(wrong_ones(name, seed)) == []
    assert decided(name, seed) >= FEWEST.get(name, MANY)


@pytest.mark.parametrize(
    ("truth", "wrong"),
    [
        (True, {"refuted"}),
        (False, {"proved", "corroborated", "holds-if"}),
        (None, {"proved", "corroborated"}),
    ],
)
def test_what_is_wrong(truth: bool | None, wrong: set[str]) -> None:
    said = ("proved", "corroborated", "holds-if", "refuted", "undecided", "refused")
    assert {word for word in said if is_wrong(truth, word)} == wrong
    assert is_wrong(truth, "error: ZeroDivisionError")


def test_a_wrong_verdict_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    case = Case("1 = 2", False, lambda: "proved")
    monkeypatch.setattr("tests.soundness.runs.cases", lambda name, seed: (case,))
    assert list(wrong_ones("any", 7)) == ["any, seed 7, case 0: 1 = 2: it is False, the engine says proved"]
