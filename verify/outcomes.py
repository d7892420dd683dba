"""The words of a verdict: what was found out, how strong the evidence is, why nothing is known, and what each means."""

from __future__ import annotations

from enum import StrEnum


class Outcome(StrEnum):
    """What the engine found out about one reading of a claim."""

    PROVED = "proved"
    CORROBORATED = "corroborated"
    REFUTED = "refuted"
    UNDECIDED = "undecided"
    GIVEN = "given"
    PROSE = "prose"

    @property
    def holds(self) -> bool:
        """Proved, or as good as the evidence of its grade."""
        return self in (Outcome.PROVED, Outcome.CORROBORATED)


NUMBERS_AGREE, NUMBERS_DIFFER = "numbers that agree", "numbers that differ"
"""The methods of evidence of grade numeric."""


class Grade(StrEnum):
    """How strong the evidence is; grades are never mixed in a count."""

    EXACT = "exact"
    SYMBOLIC = "symbolic"
    BALL = "ball"
    NUMERIC = "numeric"


class Result(StrEnum):
    """The word that the audit prints beside a claim."""

    PASS = "PASS"
    PASS_IF = "PASS-IF"
    FAIL = "FAIL"
    OPEN = "OPEN"
    GIVEN = "GIVEN"
    PROSE = "PROSE"


class Basis(StrEnum):
    """What an equation that is used but not derived stands on; the kind of such a claim."""

    GIVEN = "given"
    LAW = "law"
    PAGE = "from the page"
    ASSUMPTION = "assumption"
    APPROXIMATION = "approximation"


class Shape(StrEnum):
    """What a counterexample is."""

    POINT = "point"
    """Values of the symbols at which the two sides differ."""
    NUMBER = "number"
    """A number that was computed, against the printed one."""
    INTERVAL = "interval"
    """The ends of an interval, with what holds there."""
    CASE = "case"
    """A case that was left out: an order, a truth value, a smaller period."""
    GROWTH = "growth"
    """What happens as a variable grows, or comes close to a place."""


class Ground(StrEnum):
    """Why a reading other than the literal one may be meant; a correction is what should have been printed."""

    AMBIGUITY = "ambiguity"
    ROUNDING = "rounding"
    DOMAIN = "domain"
    CONVENTION = "convention"
    SOURCE = "source"
    CORRECTION = "correction"


class FaultKind(StrEnum):
    """What kind of slip a wrong line has."""

    SIGN = "sign"
    """The two sides have opposite signs."""
    MISSING = "missing factor"
    """The left side is so many times the right one."""
    EXCESS = "excess factor"
    """The right side is so many times the left one."""
    NUMBER = "number"
    """The computed number is so many times the printed one."""
    SLOPE = "slope"
    """The slope has this sign, and should have the other."""
    ORDER = "order"
    """The two sides do not have this relation."""


class Need(StrEnum):
    """What a line needs of an earlier one that it rests on."""

    CONDITION = "condition"
    """That a condition is met."""
    GRANTED = "granted"
    """That an assumption or an approximation is granted."""
    CORRECTED = "corrected"
    """That it is read in its corrected form."""
    AS_PRINTED = "as printed"
    """That it stands as printed, which it does not."""
    UNKNOWN = "unknown"
    """That it holds, which is refuted or open."""


class Reason(StrEnum):
    """Why a reading is undecided.  None of these is a pass."""

    UNKNOWN = "outside every procedure"
    UNSUPPORTED = "unsupported"
    VACUOUS = "vacuous"
    TIME = "time limit"
    MEMORY = "memory limit"
    CRASH = "worker crashed"
    INTERRUPTED = "interrupted"
    DEADLINE = "deadline"
    ENCODING = "encoding at fault"


OUTCOME_MEANING = {
    Outcome.PROVED: "a decision procedure, or a derivation that is checked step by step, shows that the claim holds",
    Outcome.CORROBORATED: "rigorous enclosures of both sides agree to many digits at many points: evidence, not proof",
    Outcome.REFUTED: "a point that satisfies every assumption makes the claim false, and the gap is certified",
    Outcome.UNDECIDED: "no procedure decided the claim within its limits; the reason is given",
    Outcome.GIVEN: "a definition or postulate: taken as the paper states it, checked for dimensions",
    Outcome.PROSE: "nothing mathematical to decide; the reason is given",
}
GRADE_MEANING = {
    Grade.EXACT: "a decision procedure whose soundness is argued where it is written",
    Grade.SYMBOLIC: "rewritten by a computer-algebra system and corroborated by enclosures",
    Grade.BALL: "certified enclosures at sample points",
    Grade.NUMERIC: "numbers at two precisions, without a bound on their error: told of lines that are open, and decide nothing",
}
GROUND_MEANING = {
    Ground.AMBIGUITY: "a word or a sign on the page has more than one sense",
    Ground.ROUNDING: "printed inputs stand for every number that rounds to them",
    Ground.DOMAIN: "the setting implies a condition or an assumption that the line does not print",
    Ground.CONVENTION: "units, the sign of a charge or the edition of a table are a matter of convention",
    Ground.SOURCE: "the source has lost signs, and this is a line that it may have had",
    Ground.CORRECTION: "another sign, factor, exponent, range, equation or subject than is printed: it rescues nothing",
}
RESULT_MEANING = {
    Result.PASS: "the literal reading holds",
    Result.PASS_IF: "the literal reading is false or unproved and a charitable one holds on a ground that is named, "
    "or the line rests on a condition, on an assumption or on an earlier line that has one",
    Result.FAIL: "refuted, and no charitable reading rescues it; or the dimensions of its sides differ",
    Result.OPEN: "undecided, and the report says why",
    Result.GIVEN: "a definition, a postulate, or taken on trust",
    Result.PROSE: "nothing mathematical to decide",
}
