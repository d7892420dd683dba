"""What is known of a line and why, as data: counterexamples, faults, mends, mutants, drawings.

`verify.verdicts` hands all of it on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum

from verify.outcomes import FaultKind, Need, Reason, Shape


@dataclass(frozen=True)
class Counterexample:
    """What satisfies every assumption and makes the claim false.

    Of the shape `POINT`, `point` pairs each symbol, as the paper writes it, with an exact value, and
    `lhs` and `rhs` are the two sides there, rounded for reading.  Of another shape they say
    what was found and what was claimed.  `sides` are the two formulas that have these values, where they are short.
    """

    point: tuple[tuple[str, str], ...]
    lhs: str
    rhs: str
    shape: Shape = Shape.POINT
    sides: tuple[str, str] | None = None

    def __post_init__(self) -> None:
        names = [name for name, _ in self.point]
        if len(set(names)) != len(names):
            raise ValueError(f"point={names}: a name occurs twice; expected each symbol once")


@dataclass(frozen=True)
class Fault:
    """What is wrong with a line, for programs: of which kind, and how much (`FaultKind` says of each what its value is)."""

    kind: FaultKind
    value: str = ""


@dataclass(frozen=True)
class Mend:
    """The one change that turns a wrong line into one that is proved.

    In words with formulas between dollar signs, with the line in LaTeX where it is a relation, and the right number, as a
    decimal, where a number is all that is wrong.
    """

    words: str
    latex: str | None = None
    number: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why the outcome is what it is, in words for a physicist.

    `method` names the procedure in a few words, `detail` is one or two sentences,
    `residual` is the certified distance between the two sides (or how far a number
    is off), `conditions` are the side conditions under which the argument holds; those of
    them at which the claim is defined but not proved are `restrictions`, too.  Those that premises state are `handed_on`, too
    (a line that rests on this one gets them as relations; they are written among the conditions).  `fault` says what is wrong
    as data, and `source` what a line stands on that is used without being derived.
    """

    method: str
    detail: str
    counterexample: Counterexample | None = None
    residual: str | None = None
    conditions: tuple[str, ...] = ()
    reason: Reason | None = None
    restrictions: tuple[str, ...] = ()
    handed_on: tuple[str, ...] = ()
    fault: Fault | None = None
    source: str | None = None

    def provided(self, conditions: Iterable[str]) -> Evidence:
        """The same under more conditions, each told once."""
        return replace(self, conditions=tuple(dict.fromkeys((*self.conditions, *conditions))))


@dataclass(frozen=True)
class Inherited:
    """A condition that comes with a line that another one rests on: its label, the condition in words, and its kind."""

    label: str
    condition: str
    need: Need = field(default=Need.CONDITION, compare=False)


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
    """A figure of the paper, recomputed, or how far apart the sides of a line are.  An illustration: no result rests on it.

    `failing` are the stretches of x in which the line is false.
    """

    title: str
    x_label: str
    y_label: str
    curves: tuple[DrawnCurve, ...]
    marks: tuple[Mark, ...] = ()
    failing: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        numbers = [n for curve in self.curves for point in curve.points for n in point if n is not None]
        ends = [end for stretch in self.failing for end in stretch]
        for number in (*numbers, *ends, *(mark.x for mark in self.marks)):
            if not isinstance(number, str) or not NUMBER.fullmatch(number):
                raise ValueError(
                    f"number {number!r:.60} in figure {self.title!r}: expected a decimal such as '-1.5E+3'"
                )
        strange = {mark.curve for mark in self.marks} - {curve.label for curve in self.curves}
        if strange:
            raise ValueError(f"mark on {sorted(strange)[0]!r} in figure {self.title!r}: expected a curve of the figure")
