"""Claims with known truth, made at random, a module for each kind of mistake that an engine can make.

Each module has `KIND` (its name) and `claims(rng)`, an endless iterator of `Case`s; true and
false twins come side by side.  `tests/soundness/test_soundness.py` runs some hundreds of each in
every run, `benchmarks/soundness.py` runs them for as long as it is told.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Case:
    """`decide` returns "proved", "corroborated", "refuted", "undecided", or "holds-if" for one with a condition.

    `truth` is True, False, or None where the claim holds only in part of its domain (then a
    plain "proved" or "corroborated" is wrong, "holds-if" and "refuted" are right).
    An input that is refused with a ClaimError counts as "refused", which is never wrong.
    """

    shown: str
    truth: bool | None
    decide: Callable[[], str]
