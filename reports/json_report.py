"""audit.json: what `Audit.to_json` writes, the counts and the findings, and the published schema of it all.

`totals` and `findings` follow from the claims, and `Audit.from_json` does not read them: they are for programs
that want the result without the rules (a finding's severity, its corrected line, what becomes of later lines).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib import resources
from typing import Any

from reports.decimals import short
from reports.edit import unmarked
from reports.faults import fault
from reports.findings import Finding, findings
from reports.plain_formula import plain, plain_text
from reports.summary import by_numbers, decisive, what_numbers_say
from reports.text import anchor
from verify.verdicts import Audit, ClaimAudit, PaperAudit, Result

FILE_NAME = "audit.json"


def render(audit: Audit, replies: Mapping[str, Mapping[str, str]] | None = None) -> str:
    """The audit in the form `referee.audit/2`; `replies` are what the author replied, by paper and label."""
    body: dict[str, Any] = audit.to_data()
    tallies = [paper.tally() for paper in audit.papers]
    body["totals"] = {str(result): sum(tally[result] for tally in tallies) for result in Result}
    body["numeric"] = _numeric(audit)
    everything = [
        (f"p{index}", paper, found) for index, paper in enumerate(audit.papers, 1) for found in findings(paper)
    ]
    gravest_first = sorted(everything, key=lambda each: each[2].gravity)
    ranks = {id(found): rank for rank, (_, _, found) in enumerate(gravest_first, 1)}
    body["findings"] = [
        _finding(found, paper, paper_id, claim)
        | {"rank": ranks[id(found)], "reply": (replies or {}).get(paper.id, {}).get(claim.label)}
        for paper_id, paper, found in everything
        for claim in (found.claim, *found.others)
    ]
    return json.dumps(body, ensure_ascii=False, indent=1) + "\n"


def _numeric(audit: Audit) -> dict[str, Any]:
    """Open lines of which numbers say something, counted apart: how many agree, and which differ, to be looked at first."""
    papers = [(f"p{index}", paper, by_numbers(paper.claims)) for index, paper in enumerate(audit.papers, 1)]
    differ = [
        {
            "paper": paper.id,
            "label": claim.label,
            "anchor": anchor(paper_id, claim.label),
            "told": what_numbers_say(claim),
        }
        for paper_id, paper, (apart, _) in papers
        for claim in apart
    ]
    return {"agree": sum(len(agree) for _, _, (_, agree) in papers), "differ": differ}


def _finding(found: Finding, paper: PaperAudit, paper_id: str, claim: ClaimAudit) -> dict[str, Any]:
    """What a card says of a wrong line."""
    own = found.edit if claim is found.claim else None
    rests_on = decisive(claim)
    point = claim.literal.evidence.counterexample if claim.readings else None
    return {
        "paper": paper.id,
        "label": claim.label,
        "anchor": anchor(paper_id, claim.label),
        "severity": found.severity,
        "fault": plain_text(fault(claim)),
        "decides": None if rests_on is None else rests_on.name,
        "printed": None if own is None else unmarked(own.before),
        "right": None if own is None else own.plain,
        "right_plain": None if own is None else plain(own.plain),
        "correction": found.right if claim is found.claim else claim.correction,
        "shown": None if point is None else {"lhs": short(point.lhs), "rhs": short(point.rhs)},
        "later": [{"label": each.claim.label, "fate": str(each.fate)} for each in found.later],
        "same_as": None if claim is found.claim else found.claim.label,
    }


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of `audit.json`."""
    return _published("referee.audit-2.json")


def paper_schema() -> dict[str, Any]:
    """The JSON Schema of `paper.json`, which `referee export` writes."""
    return _published("referee.paper-1.json")


def _published(name: str) -> dict[str, Any]:
    text = resources.files("reports").joinpath(f"schema/{name}").read_text(encoding="utf-8")
    body: dict[str, Any] = json.loads(text)
    return body
