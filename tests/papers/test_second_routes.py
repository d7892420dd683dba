"""A second route for every refutation in the shipped papers, tied to the counterexample that the audit tells.

The files of the papers have routes that are worked by hand from the page.  Here each
counterexample is read off the audit and computed again by arithmetic that shares nothing with
the engine: were it wrong, the refutation would fall.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from tests.common.audits import PAPERS, paper
from tests.common.second_route import NUMBERS, contradiction
from verify.verdicts import ClaimAudit, Counterexample, Outcome, Result, Verdict
from verify.vocabulary.readings import Reading

BY_HAND = {
    (
        "hirsch",
        "66-quadratic",
    ): "speaks of any spinor, of which the counterexample gives no value: test_hirsch_rashba.py",
    **dict.fromkeys(
        (("kato", "t13"), ("kato", "t14")),
        "a number from several premises that are put into each other: test_kato_s0_to_s5.py",
    ),
}
"""Refutations whose second route is worked by hand alone."""

ANYWHERE = {("hirsch", "XI-pair")}
"""Refutations for which the values play no part: the sides are -1 and 1 wherever both electrons stand."""

Audits = Callable[[str], dict[str, ClaimAudit]]


def refuted(audit: dict[str, ClaimAudit], name: str) -> Iterator[tuple[str, Reading, Verdict]]:
    for label, claim in audit.items():
        readings = {reading.name: reading for reading in paper(name).claims[label].readings}
        for verdict in claim.readings:
            if verdict.outcome is Outcome.REFUTED and (name, label) not in BY_HAND:
                yield label, readings[verdict.name], verdict


def objection(reading: Reading, verdict: Verdict, units: Any) -> str | None:
    """What the second route has against a refutation; None if it agrees."""
    try:
        contradiction(reading, verdict, units)
    except AssertionError as error:
        return str(error) or "AssertionError"
    return None


@pytest.mark.parametrize("name", PAPERS)
def test_second_route_for_every_fail(shipped_audit: Audits, name: str) -> None:
    audit = shipped_audit(name)
    found = {
        (label, verdict.name): objection(reading, verdict, paper(name).units)
        for label, reading, verdict in refuted(audit, name)
    }
    assert {key: why for key, why in found.items() if why is not None} == {}
    fails = {label for label, claim in audit.items() if claim.result is Result.FAIL}
    by_dimension = {label for label in fails if audit[label].dimension == "mismatch"}
    assert fails <= {label for label, _ in found} | by_dimension | {
        label for paper_id, label in BY_HAND if paper_id == name
    }
    assert found


def spoiled(found: Counterexample, method: str) -> Iterator[Counterexample]:
    """The same counterexample with another side, or with a value exchanged for another one."""
    if method in NUMBERS or found.lhs[-1].isdigit():
        yield replace(found, lhs=f"{found.lhs}1" if "." in found.lhs and len(found.lhs) < 10 else "7919/1000")
    if method not in NUMBERS and any("/" not in symbol for symbol, _ in found.point):
        yield replace(found, point=tuple((symbol, "0.7919") for symbol, _ in found.point))


@pytest.mark.parametrize("name", PAPERS)
def test_a_wrong_counterexample_is_noticed(shipped_audit: Audits, name: str) -> None:
    believed = []
    tried = 0
    for label, reading, verdict in refuted(shipped_audit(name), name):
        found = verdict.evidence.counterexample
        assert found is not None
        if (name, label) in ANYWHERE:
            continue
        if verdict.evidence.method not in (*NUMBERS, "counterexample in ball arithmetic"):
            continue
        for wrong in spoiled(found, verdict.evidence.method):
            tried += 1
            spoilt = replace(verdict, evidence=replace(verdict.evidence, counterexample=wrong))
            if objection(reading, spoilt, paper(name).units) is None:
                believed.append((label, verdict.name, wrong))
    assert believed == []
    assert tried > 5
