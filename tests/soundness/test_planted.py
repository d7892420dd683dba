"""Is the tool strong enough?  Errors are planted in encodings that pass, and must be noticed.

A sample with a fixed seed; `python benchmarks/planted_errors.py` plants many more.
"""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from benchmarks.planted import DIMENSION, FAIL, MISSED, TRANSCRIPTION, Trial, labels_of, try_planted
from referee.papers import shipped, source_of
from verify.verdicts import Result
from verify.workers.pool import Done, Limits, collect, run

pytestmark = pytest.mark.slow

CLAIMS = 16
SLIPS = 2
SEED = 2025


@pytest.fixture(scope="module", params=shipped())
def trials(request: pytest.FixtureRequest) -> list[Trial]:
    """Sampled claims of one paper that were tried to the end."""
    source = source_of(request.param)
    labels = list(labels_of(source))
    chosen = random.Random(SEED).sample(labels, min(CLAIMS, len(labels)))
    endings = collect(run(try_planted, [(source, label, SEED, SLIPS) for label in chosen], Limits(seconds=20)))
    return [ending.value for ending in endings if isinstance(ending, Done)]


def test_planted_errors_are_caught(trials: list[Trial]) -> None:
    planted = [slip for trial in trials for slip in trial.planted]
    missed = [slip for slip in planted if slip.caught == MISSED]
    assert missed == []
    assert all(slip.caught in (FAIL, DIMENSION, TRANSCRIPTION) for slip in planted)


def test_unspoiled_claims_give_no_alarm(trials: list[Trial]) -> None:
    assert {trial.label: trial.alarm for trial in trials if trial.alarm} == {}


def test_most_samples_were_tried(trials: list[Trial]) -> None:
    assert len(trials) >= CLAIMS // 2


def test_a_claim_that_does_not_pass_is_not_spoiled() -> None:
    trial = try_planted("derivations.pavlov", "u11", seed=0)
    assert trial.result is Result.FAIL
    assert trial.planted == ()


def test_the_draw_depends_on_the_seed_only() -> None:
    first, second, other = (try_planted("derivations.pavlov", "u5", seed, most=3) for seed in (1, 1, 2))
    assert first == second
    assert len(first.planted) == 3
    assert first.planted != other.planted


def test_a_vacuous_claim_lets_errors_pass(tmp_path: Path) -> None:
    """The measure can come out badly: a line that is zero throughout misses most slips."""
    folder = tmp_path / "vacuous_paper"
    folder.mkdir()
    (folder / "__init__.py").write_text(
        "from sympy import cos, sin\n"
        "from verify.claims import Paper, UnitSystem, symbol, units\n"
        'paper = Paper("vacuous", "A paper", "nobody (2000)", UnitSystem.SI, sections=("I",))\n'
        'x = symbol("x", "x", "a number", units.DIMENSIONLESS, real=True)\n'
        "zero = x*(sin(x)**2 + cos(x)**2 - 1)\n"
        'paper.identity("1", where="I", printed="zero on both sides", lhs=zero, rhs=3*zero)\n'
    )
    trial = try_planted(str(folder), "1", seed=0, most=None)
    assert trial.result is Result.PASS
    assert any(slip.caught == MISSED for slip in trial.planted)
