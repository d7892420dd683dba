"""The audits of the shipped papers: made once a session, by all workers of pytest-xdist together.

A worker that needs an audit takes the claims that nobody has taken, judges them and leaves the
verdicts in a folder of the session; what others have taken it waits for.
"""

from __future__ import annotations

import os
import pickle
import time
from functools import cache
from importlib import import_module
from pathlib import Path

from referee.papers import shipped
from verify.encoding.paper import Paper
from verify.judging.judge import judge_claim
from verify.verdicts import ClaimAudit
from verify.vocabulary.readings import Claim

PAPERS = shipped()
PATIENCE = 300.0
"""Seconds after which a claim that another worker has taken is judged here: the other one may be gone."""


def paper(name: str) -> Paper:
    found: Paper = import_module(f"derivations.{name}").paper
    return found


@cache
def audit(name: str, folder: Path) -> dict[str, ClaimAudit]:
    """The audit of a shipped paper, claim by claim; `folder` is the same for all workers of a session."""
    shipped = paper(name)
    claims = shipped.in_print_order()
    places = {claim.label: folder / f"{name}-{number}" for number, claim in enumerate(claims)}
    for claim in claims:
        if _take(places[claim.label]):
            _judge(shipped, claim, places[claim.label])
    return {claim.label: _read(shipped, claim, places[claim.label]) for claim in claims}


def _take(place: Path) -> bool:
    try:
        os.close(os.open(place.with_suffix(".taken"), os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        return False
    return True


def _judge(shipped: Paper, claim: Claim, place: Path) -> ClaimAudit:
    found = judge_claim(shipped, claim)
    unfinished = place.with_suffix(f".{os.getpid()}")
    unfinished.write_bytes(pickle.dumps(found))
    unfinished.replace(place)
    return found


def _read(shipped: Paper, claim: Claim, place: Path) -> ClaimAudit:
    until = time.monotonic() + PATIENCE
    while not place.exists():
        if time.monotonic() > until:
            return _judge(shipped, claim, place)
        time.sleep(0.05)
    found: ClaimAudit = pickle.loads(place.read_bytes())
    return found
