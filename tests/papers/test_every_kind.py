"""Each kind of statement is decided somewhere, both ways: a checker that no line needs, or that rejects nothing, is noticed.

`tests/kinds` has the hand-worked cases; here the table of checkers is the list.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.common.audits import PAPERS, paper
from verify.deciding.settings import Settings
from verify.kinds.table import KINDS
from verify.slips.mutants import try_mutants
from verify.verdicts import ClaimAudit, Outcome


def kinds_of(label: str, name: str, reading: str) -> set[type]:
    readings = {read.name: read for read in paper(name).claims[label].readings}
    return {type(statement) for statement in readings[reading].statements} if reading in readings else set()


def spoiled_is_rejected(label: str, name: str, reading: str) -> bool:
    read = next((read for read in paper(name).claims[label].readings if read.name == reading), None)
    return read is not None and try_mutants(read, Settings(units=paper(name).units)).killed > 0


@pytest.fixture(scope="module")
def decided(shipped_audit: Callable[[str], dict[str, ClaimAudit]]) -> dict[str, set[type]]:
    """The kinds of which a line holds, and those of which a line, or a spoiled copy of one, is rejected."""
    found: dict[str, set[type]] = {"holds": set(), "rejected": set()}
    for name in PAPERS:
        for label, claim in shipped_audit(name).items():
            for verdict in claim.readings:
                kinds = kinds_of(label, name, verdict.name)
                if verdict.holds:
                    found["holds"] |= kinds
                if verdict.outcome is Outcome.REFUTED or (
                    verdict.holds and kinds - found["rejected"] and spoiled_is_rejected(label, name, verdict.name)
                ):
                    found["rejected"] |= kinds
    return found


@pytest.mark.parametrize("way", ["holds", "rejected"])
def test_every_kind_of_statement_is_decided(decided: dict[str, set[type]], way: str) -> None:
    assert {kind.__name__ for kind in set(KINDS) - decided[way]} == NOT_IN_A_PAPER[way]


NOT_IN_A_PAPER: dict[str, set[str]] = {"holds": {"OnlyRoute", "Proportional"}, "rejected": {"Proportional"}}
"""Kinds of which no shipped paper shows it: only_route is never proved, and none of the papers prints ∝ (`tests/kinds/test_proportional.py`)."""
