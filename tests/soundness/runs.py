"""Finds the modules of `tests/soundness` and runs their cases: what a verdict is worth against the known truth."""

from __future__ import annotations

import importlib
import random
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from pathlib import Path
from types import ModuleType
from typing import Any

from verify.errors import ClaimError
from verify.workers.last_words import describe

FOLDER = Path(__file__).resolve().parent
CHUNK = 25
"""Cases of one seed: to run one case again, its seed and its place are enough."""
CASES = 300
"""Cases of a module in every run of the tests, unless it has its own number (`CASES`)."""
HELD = ("proved", "corroborated")
DECIDED = (*HELD, "holds-if", "refuted")


def modules() -> list[str]:
    """The names of all modules with KIND and claims."""
    names = sorted(path.stem for path in FOLDER.glob("*.py") if not path.stem.startswith(("_", "test_")))
    return [name for name in names if hasattr(module(name), "KIND") and hasattr(module(name), "claims")]


def module(name: str) -> ModuleType:
    return importlib.import_module(f"tests.soundness.{name}")


def seeds(name: str) -> range:
    """The seeds of a run of the tests."""
    return range(-(-getattr(module(name), "CASES", CASES) // CHUNK))


@lru_cache(maxsize=2)
def cases(name: str, seed: int) -> tuple[Any, ...]:
    """The cases of a seed, the same in every run."""
    return tuple(islice(module(name).claims(random.Random(f"{name} {seed}")), CHUNK))


def verdict(case: Any) -> str:
    """What the engine says; "refused" for an input that is no claim, and the words of any other exception."""
    try:
        return str(case.decide())
    except ClaimError:
        return "refused"
    except MemoryError:  # the limit of the worker in which this runs
        raise
    except Exception as error:
        return f"error: {describe(error)}"


def one(name: str, seed: int, place: int) -> tuple[str, bool | None, str]:
    """A case, its truth, and what the engine says: for a worker."""
    case = cases(name, seed)[place]
    return case.shown, case.truth, verdict(case)


def is_wrong(truth: bool | None, said: str) -> bool:
    """Is this verdict wrong?  "undecided" and "refused" never are; an exception is."""
    if said in ("undecided", "refused"):
        return False
    if said not in DECIDED:
        return True
    if truth is None:
        return said in HELD
    return (said == "refuted") is truth


@lru_cache(maxsize=2)
def verdicts(name: str, seed: int) -> tuple[tuple[Any, str], ...]:
    """The cases of a seed, each with what the engine says."""
    return tuple((case, verdict(case)) for case in cases(name, seed))


def wrong_ones(name: str, seed: int) -> Iterator[str]:
    """Each wrong verdict of a seed, in full."""
    for place, (case, said) in enumerate(verdicts(name, seed)):
        if is_wrong(case.truth, said):
            yield f"{name}, seed {seed}, case {place}: {case.shown}: it is {case.truth}, the engine says {said}"


def decided(name: str, seed: int) -> int:
    """How many cases of a seed are decided, and neither refused nor left undecided."""
    return sum(said in DECIDED for _, said in verdicts(name, seed))
