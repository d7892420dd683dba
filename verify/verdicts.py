"""What a decision is, and how it is written down: outcomes, grades, evidence, audits.

This module is the whole contract between the judge (`verify`) and the teller
(`reports`): it hands on `verify.outcomes` and `verify.evidence`, and all need the standard
library only.  Every class is frozen, and
`Audit.to_json` / `Audit.from_json` are inverse to each other.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from verify.evidence import (
    NUMBER,
    Counterexample,
    Drawing,
    DrawnCurve,
    Evidence,
    Fault,
    Inherited,
    Mark,
    MarkKind,
    Mend,
    Mutants,
    Survivor,
)
from verify.outcomes import (
    GRADE_MEANING,
    GROUND_MEANING,
    NUMBERS_AGREE,
    NUMBERS_DIFFER,
    OUTCOME_MEANING,
    RESULT_MEANING,
    Basis,
    FaultKind,
    Grade,
    Ground,
    Need,
    Outcome,
    Reason,
    Result,
    Shape,
)

SCHEMA = "referee.audit/2"


UP_TO_A_CONSTANT = "a constant of integration is added"
"""The condition of a line with an integral without ends that leaves its constant out."""
USED_AT = " | "
"""After the label of a premise: the values at which it is used."""
EITHER = " or as printed"
"""After the name of a correction: the line follows from it and from the print, whichever is meant."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The decision on one reading of a claim.

    `ground` is None for the literal reading, `premises` are the labels that this reading rests on, each with the
    values at which the line is used, if it is not used as it stands: "7 | r = 2".  `fault` is what the encoding says is
    wrong with the print, of which this reading is the correction.
    """

    name: str
    outcome: Outcome
    grade: Grade | None
    evidence: Evidence
    condition: str | None = None
    ground: Ground | None = None
    premises: tuple[str, ...] = ()
    fault: str | None = None

    @property
    def holds(self) -> bool:
        return self.outcome.holds

    @property
    def rescues(self) -> bool:
        """Does it hold, as something that the page may mean?"""
        return self.holds and self.ground not in (None, Ground.CORRECTION)


@dataclass(frozen=True, slots=True)
class ClaimAudit:
    """Everything that the audit says of one printed claim.

    `dimension` is ok, none, mismatch or unknown, `dimension_detail` says why, and `dimensions` are the two that differ.
    `correction` is what the page should say, in words or LaTeX; `corrected` the line in LaTeX, if that can be told; `mend`
    the one change that mends it, if there is just one.  `residual` shows how far apart the sides are, and where.
    """

    label: str
    where: str
    kind: str
    printed: str
    result: Result
    readings: tuple[Verdict, ...]
    premises: tuple[str, ...] = ()
    dimension: str = "none"
    transcription: str = "none"
    mutants: Mutants | None = None
    correction: str | None = None
    affects: tuple[str, ...] = ()
    note: str | None = None
    figure: Drawing | None = None
    inherits: tuple[Inherited, ...] = ()
    derived_on_page: bool = False
    dimension_detail: str | None = None
    dimensions: tuple[str, str] | None = None
    corrected: str | None = None
    mend: Mend | None = None
    residual: Drawing | None = None

    @property
    def literal(self) -> Verdict:
        return self.readings[0]

    @property
    def decisive(self) -> Verdict:
        """The reading that the result rests on: the literal one, or the one that rescues it."""
        if self.result is Result.PASS_IF and not self.literal.holds:
            return next(r for r in self.readings if r.rescues)
        return self.literal

    @property
    def conditions(self) -> tuple[str, ...]:
        """Under which conditions the line holds, in words: its own, and those of the lines that it rests on."""
        own = self.decisive.condition if self.result is Result.PASS_IF else None
        inherited = tuple(i.condition for i in self.inherits)
        return tuple(dict.fromkeys(((own,) if own else ()) + inherited))


@dataclass(frozen=True)
class NotationEntry:
    """A symbol or function of a paper: its name in text and in the encoding, its LaTeX, its meaning and dimension."""

    name: str
    code: str
    latex: str
    meaning: str
    dimension: str


@dataclass(frozen=True)
class PaperAudit:
    """The audit of one paper, claims in print order.

    `authors`, `version` and `date` are those of the print that was read; `doi` is empty where there is none.
    """

    id: str
    title: str
    citation: str
    units: str
    claims: tuple[ClaimAudit, ...]
    notation: tuple[NotationEntry, ...] = ()
    authors: str = ""
    version: str = ""
    date: str = ""
    doi: str = ""

    def tally(self) -> Counter[Result]:
        return Counter(claim.result for claim in self.claims)


@dataclass(frozen=True)
class Audit:
    """One run over one or more papers.

    `timings` are the seconds of each claim, by paper and label.  They stand apart, so that equal inputs give equal audits.
    """

    versions: dict[str, str]
    papers: tuple[PaperAudit, ...]
    settings: dict[str, str] = field(default_factory=dict)
    timings: dict[str, dict[str, float]] = field(default_factory=dict, compare=False)

    def to_json(self, timings: bool = False) -> str:
        """The audit in the published form `referee.audit/2`, with a trailing newline; with `timings`, no two are the same."""
        return json.dumps(self.to_data(timings), ensure_ascii=False, indent=1) + "\n"

    def to_data(self, timings: bool = False) -> dict[str, Any]:
        """The same as lists and dictionaries, new ones each time."""
        body: dict[str, Any] = {
            "schema": SCHEMA,
            "versions": self.versions,
            "settings": self.settings,
            "papers": [_plain(paper) for paper in self.papers],
        }
        if timings and self.timings:
            body["timings"] = self.timings
        return body

    @classmethod
    def from_json(cls, text: str) -> Audit:
        """Reads what `to_json` wrote; what it does not know, a later Referee may have added, and it leaves that alone.

        Raises ValueError for another schema, KeyError or ValueError for a damaged file.
        """
        body = json.loads(text)
        if body.get("schema") != SCHEMA:
            raise ValueError(f"schema is {body.get('schema')!r}, expected {SCHEMA!r}")
        return cls(
            versions=body["versions"],
            settings=body.get("settings", {}),
            papers=tuple(_read_paper(paper) for paper in body["papers"]),
            timings=body.get("timings", {}),
        )


def mutant_totals(claims: tuple[ClaimAudit, ...]) -> dict[str, int]:
    """Over all claims: mutants made and rejected, and survivors that are proved to be no error."""
    tried = [claim.mutants for claim in claims if claim.mutants is not None]
    equivalent = sum(survivor.equivalent for mutants in tried for survivor in mutants.survivors)
    return {
        "made": sum(mutants.made for mutants in tried),
        "killed": sum(mutants.killed for mutants in tried),
        "equivalent": equivalent,
    }


def result_of(readings: tuple[Verdict, ...], dimension: str = "none") -> Result:
    """The audit's word for a claim: the literal reading decides, a charitable one can only rescue it.

    A literal reading has a condition where the line rests on one.  Sides of different
    dimensions fail, whatever else is known of them, in a definition too.
    """
    literal = readings[0]
    if dimension.startswith("mismatch"):
        return Result.FAIL
    if literal.outcome is Outcome.GIVEN:
        return Result.GIVEN
    if literal.outcome is Outcome.PROSE:
        return Result.PROSE
    if literal.holds:
        return Result.PASS_IF if literal.condition else Result.PASS
    if any(reading.rescues for reading in readings[1:]):
        return Result.PASS_IF
    return Result.FAIL if literal.outcome is Outcome.REFUTED else Result.OPEN


def with_inherited(claim: ClaimAudit, inherits: tuple[Inherited, ...]) -> ClaimAudit:
    """The claim with the conditions of what it rests on: a line that has some is no PASS."""
    if not inherits or claim.result not in (Result.PASS, Result.PASS_IF):
        return claim
    together = tuple(dict.fromkeys((*claim.inherits, *inherits)))
    return replace(claim, result=Result.PASS_IF, inherits=together)


def _plain(thing: Any) -> Any:
    if isinstance(thing, (StrEnum, str, int, bool)) or thing is None:
        return thing
    if isinstance(thing, Counterexample):
        told = {"shape": thing.shape, "point": dict(thing.point), "lhs": thing.lhs, "rhs": thing.rhs}
        return told if thing.sides is None else {**told, "sides": list(thing.sides)}
    if isinstance(thing, Inherited):
        return {"from": thing.label, "condition": thing.condition, "need": thing.need}
    if isinstance(thing, (list, tuple)):
        return [_plain(item) for item in thing]
    plain = {name: _plain(getattr(thing, name)) for name in thing.__dataclass_fields__ if name != "handed_on"}
    if isinstance(thing, Verdict) and thing.fault is None:
        del plain["fault"]
    return {**plain, "mutants": mutant_totals(thing.claims)} if isinstance(thing, PaperAudit) else plain


def _known(kind: type, body: dict[str, Any], **read: Any) -> Any:
    """An object of this kind from what it knows of the body, and from what is read already."""
    known = {name: value for name, value in body.items() if name in kind.__dataclass_fields__}  # type: ignore[attr-defined]
    return kind(**{**known, **read})


def _read_paper(body: dict[str, Any]) -> PaperAudit:
    """The totals of the mutants follow from the claims, so they are not read."""
    claims = tuple(_read_claim(claim) for claim in body["claims"])
    notation = tuple(_known(NotationEntry, entry) for entry in body.get("notation", ()))
    paper: PaperAudit = _known(PaperAudit, body, claims=claims, notation=notation)
    return paper


def _read_claim(body: dict[str, Any]) -> ClaimAudit:
    mutants = body["mutants"]
    if mutants is not None:
        survivors = tuple(_known(Survivor, survivor) for survivor in mutants["survivors"])
        mutants = _known(Mutants, mutants, survivors=survivors)
    dimensions, mend = body.get("dimensions"), body.get("mend")
    claim: ClaimAudit = _known(
        ClaimAudit,
        body,
        result=Result(body["result"]),
        readings=tuple(_read_verdict(reading) for reading in body["readings"]),
        premises=tuple(body["premises"]),
        affects=tuple(body["affects"]),
        mutants=mutants,
        figure=_read_drawing(body.get("figure")),
        residual=_read_drawing(body.get("residual")),
        inherits=tuple(_read_inherited(item) for item in body.get("inherits", ())),
        dimensions=None if dimensions is None else (dimensions[0], dimensions[1]),
        mend=None if mend is None else _known(Mend, mend),
    )
    return claim


def _read_inherited(body: dict[str, Any]) -> Inherited:
    return Inherited(body["from"], body["condition"], Need(body.get("need", Need.CONDITION)))


def _read_drawing(body: dict[str, Any] | None) -> Drawing | None:
    if body is None:
        return None
    curves = tuple(DrawnCurve(curve["label"], tuple((x, y) for x, y in curve["points"])) for curve in body["curves"])
    marks = tuple(Mark(mark["curve"], mark["x"], MarkKind(mark["kind"])) for mark in body["marks"])
    failing = tuple((low, high) for low, high in body.get("failing", ()))
    drawing: Drawing = _known(Drawing, body, curves=curves, marks=marks, failing=failing)
    return drawing


def _read_verdict(body: dict[str, Any]) -> Verdict:
    verdict: Verdict = _known(
        Verdict,
        body,
        outcome=Outcome(body["outcome"]),
        grade=Grade(body["grade"]) if body["grade"] else None,
        evidence=_read_evidence(body["evidence"]),
        ground=Ground(body["ground"]) if body.get("ground") else None,
        premises=tuple(body.get("premises", ())),
    )
    return verdict


def _read_evidence(body: dict[str, Any]) -> Evidence:
    point, fault = body["counterexample"], body.get("fault")
    if point is not None:
        shape = Shape(point.get("shape", Shape.POINT))
        told = point.get("sides")
        sides = None if told is None else (told[0], told[1])
        point = Counterexample(tuple(point["point"].items()), point["lhs"], point["rhs"], shape, sides)
    evidence: Evidence = _known(
        Evidence,
        body,
        counterexample=point,
        conditions=tuple(body["conditions"]),
        restrictions=tuple(body.get("restrictions", ())),
        reason=Reason(body["reason"]) if body["reason"] else None,
        fault=None if fault is None else Fault(FaultKind(fault["kind"]), fault.get("value", "")),
        handed_on=(),
    )
    return evidence
