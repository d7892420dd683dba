"""What a decision is, and how it is written down: outcomes, grades, evidence, audits.

This module is the whole contract between the judge (`verify`) and the teller
(`reports`): it hands on the words of `verify.outcomes`, and both need the standard
library only.  Every class is frozen, and
`Audit.to_json` / `Audit.from_json` are inverse to each other.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from verify.outcomes import (
    GRADE_MEANING,
    GROUND_MEANING,
    OUTCOME_MEANING,
    RESULT_MEANING,
    Basis,
    Grade,
    Ground,
    Outcome,
    Reason,
    Result,
    Shape,
)

SCHEMA = "referee.audit/2"


@dataclass(frozen=True)
class Counterexample:
    """What satisfies every assumption and makes the claim false.

    Of the shape `POINT`, `point` pairs each symbol, as the paper writes it, with an exact value, and
    `lhs` and `rhs` are the two sides there, rounded for reading.  Of another shape they say
    what was found and what was claimed.
    """

    point: tuple[tuple[str, str], ...]
    lhs: str
    rhs: str
    shape: Shape = Shape.POINT

    def __post_init__(self) -> None:
        names = [name for name, _ in self.point]
        if len(set(names)) != len(names):
            raise ValueError(f"point={names}: a name occurs twice; expected each symbol once")


@dataclass(frozen=True)
class Evidence:
    """Why the outcome is what it is, in words for a physicist.

    `method` names the procedure in a few words, `detail` is one or two sentences,
    `residual` is the certified distance between the two sides (or how far a number
    is off), `conditions` are the side conditions under which the argument holds; those of
    them at which the claim is defined but not proved are `restrictions`, too.  Those that premises state are `handed_on`, too
    (a line that rests on this one gets them as relations; they are written among the conditions).
    """

    method: str
    detail: str
    counterexample: Counterexample | None = None
    residual: str | None = None
    conditions: tuple[str, ...] = ()
    reason: Reason | None = None
    restrictions: tuple[str, ...] = ()
    handed_on: tuple[str, ...] = ()

    def provided(self, conditions: Iterable[str]) -> Evidence:
        """The same under more conditions, each told once."""
        return replace(self, conditions=tuple(dict.fromkeys((*self.conditions, *conditions))))


USED_AT = " | "
"""After the label of a premise: the values at which it is used."""


@dataclass(frozen=True)
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


@dataclass(frozen=True)
class Inherited:
    """A condition that comes with a line that another one rests on: its label, and the condition in words."""

    label: str
    condition: str


@dataclass(frozen=True)
class Survivor:
    """A mutant that the check did not reject, and why that is (or is not) harmless."""

    mutant: str
    explanation: str
    equivalent: bool


@dataclass(frozen=True)
class Mutants:
    """How many spoiled copies of the claim were made and how many were rejected."""

    made: int
    killed: int
    survivors: tuple[Survivor, ...] = ()


NUMBER = re.compile(r"-?[0-9]{1,40}(\.[0-9]{1,40})?(E[+-]?[0-9]{1,2})?")
"""A decimal of a drawing: modest enough for any program that draws."""


class MarkKind(StrEnum):
    """Whose number a mark of a figure shows."""

    PRINTED = "printed"
    COMPUTED = "computed"


@dataclass(frozen=True)
class Mark:
    """Where a curve crosses zero: as the page prints it, or as computed."""

    curve: str
    x: str
    kind: MarkKind


@dataclass(frozen=True)
class DrawnCurve:
    """A recomputed curve: decimals of x and y; the line is interrupted where there is no y."""

    label: str
    points: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True)
class Drawing:
    """A figure of the paper, recomputed.  An illustration: no result rests on it."""

    title: str
    x_label: str
    y_label: str
    curves: tuple[DrawnCurve, ...]
    marks: tuple[Mark, ...] = ()

    def __post_init__(self) -> None:
        numbers = [n for curve in self.curves for point in curve.points for n in point if n is not None]
        for number in (*numbers, *(mark.x for mark in self.marks)):
            if not isinstance(number, str) or not NUMBER.fullmatch(number):
                raise ValueError(
                    f"number {number!r:.60} in figure {self.title!r}: expected a decimal such as '-1.5E+3'"
                )
        strange = {mark.curve for mark in self.marks} - {curve.label for curve in self.curves}
        if strange:
            raise ValueError(f"mark on {sorted(strange)[0]!r} in figure {self.title!r}: expected a curve of the figure")


@dataclass(frozen=True)
class ClaimAudit:
    """Everything that the audit says of one printed claim.

    `dimension` is ok, none, mismatch or unknown, `dimension_detail` says why.
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
    """The audit of one paper, claims in print order."""

    id: str
    title: str
    citation: str
    units: str
    claims: tuple[ClaimAudit, ...]
    notation: tuple[NotationEntry, ...] = ()

    def tally(self) -> Counter[Result]:
        return Counter(claim.result for claim in self.claims)


@dataclass(frozen=True)
class Audit:
    """One run over one or more papers.  Timings stand apart, so that equal inputs give equal audits."""

    versions: dict[str, str]
    papers: tuple[PaperAudit, ...]
    settings: dict[str, str] = field(default_factory=dict)

    def to_json(self) -> str:
        """The audit in the published form `referee.audit/2`, with a trailing newline."""
        body = {
            "schema": SCHEMA,
            "versions": self.versions,
            "settings": self.settings,
            "papers": [_plain(paper) for paper in self.papers],
        }
        return json.dumps(body, ensure_ascii=False, indent=1) + "\n"

    @classmethod
    def from_json(cls, text: str) -> Audit:
        """Reads what `to_json` wrote.

        Raises ValueError for another schema, KeyError or ValueError for a damaged file.
        """
        body = json.loads(text)
        if body.get("schema") != SCHEMA:
            raise ValueError(f"schema is {body.get('schema')!r}, expected {SCHEMA!r}")
        return cls(
            versions=body["versions"],
            settings=body.get("settings", {}),
            papers=tuple(_read_paper(paper) for paper in body["papers"]),
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
        return {"shape": thing.shape, "point": dict(thing.point), "lhs": thing.lhs, "rhs": thing.rhs}
    if isinstance(thing, Inherited):
        return {"from": thing.label, "condition": thing.condition}
    if isinstance(thing, (list, tuple)):
        return [_plain(item) for item in thing]
    plain = {name: _plain(getattr(thing, name)) for name in thing.__dataclass_fields__ if name != "handed_on"}
    if isinstance(thing, Verdict) and thing.fault is None:
        del plain["fault"]
    return {**plain, "mutants": mutant_totals(thing.claims)} if isinstance(thing, PaperAudit) else plain


def _read_paper(body: dict[str, Any]) -> PaperAudit:
    """The totals of the mutants follow from the claims, so they are not read."""
    claims = tuple(_read_claim(claim) for claim in body["claims"])
    said = {name: value for name, value in body.items() if name != "mutants"}
    notation = tuple(NotationEntry(**entry) for entry in body.get("notation", ()))
    return PaperAudit(**{**said, "claims": claims, "notation": notation})


def _read_claim(body: dict[str, Any]) -> ClaimAudit:
    mutants = body["mutants"]
    if mutants is not None:
        survivors = tuple(Survivor(**survivor) for survivor in mutants["survivors"])
        mutants = Mutants(**{**mutants, "survivors": survivors})
    return ClaimAudit(
        **{
            **body,
            "result": Result(body["result"]),
            "readings": tuple(_read_verdict(reading) for reading in body["readings"]),
            "premises": tuple(body["premises"]),
            "affects": tuple(body["affects"]),
            "mutants": mutants,
            "figure": _read_drawing(body.get("figure")),
            "inherits": tuple(Inherited(item["from"], item["condition"]) for item in body.get("inherits", ())),
        }
    )


def _read_drawing(body: dict[str, Any] | None) -> Drawing | None:
    if body is None:
        return None
    curves = tuple(DrawnCurve(curve["label"], tuple((x, y) for x, y in curve["points"])) for curve in body["curves"])
    marks = tuple(Mark(mark["curve"], mark["x"], MarkKind(mark["kind"])) for mark in body["marks"])
    return Drawing(**{**body, "curves": curves, "marks": marks})


def _read_verdict(body: dict[str, Any]) -> Verdict:
    evidence = dict(body["evidence"])
    point = evidence["counterexample"]
    if point is not None:
        shape = Shape(point.get("shape", Shape.POINT))
        evidence["counterexample"] = Counterexample(tuple(point["point"].items()), point["lhs"], point["rhs"], shape)
    evidence["conditions"] = tuple(evidence["conditions"])
    evidence["restrictions"] = tuple(evidence.get("restrictions", ()))
    evidence["reason"] = Reason(evidence["reason"]) if evidence["reason"] else None
    grade = Grade(body["grade"]) if body["grade"] else None
    return Verdict(
        **{
            **body,
            "outcome": Outcome(body["outcome"]),
            "grade": grade,
            "evidence": Evidence(**evidence),
            "ground": Ground(body["ground"]) if body.get("ground") else None,
            "premises": tuple(body.get("premises", ())),
        }
    )
