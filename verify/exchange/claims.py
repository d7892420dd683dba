"""Readings, figures and claims as data, entered into the paper one after the other with all the checks that a package meets."""

from __future__ import annotations

from typing import Any

import sympy

from verify.encoding.remarks import relation_in
from verify.exchange.expressions import CONDITION, LETTER, NUMBER
from verify.exchange.forms import Choice, Fault, Flag, Form, Many, Record, Row, Table, Text
from verify.exchange.lines import CLAIM, LABEL, MOVE
from verify.exchange.statements import STATEMENT
from verify.quantities.dimension import UnitSystem
from verify.quantities.numbers_in_words import numbers_in, numbers_of
from verify.verdicts import Basis, Ground
from verify.vocabulary.figures import Figure, figure
from verify.vocabulary.readings import BASES, Claim, Reading, aside, correction, reading, taken
from verify.vocabulary.statements import AS_PRINTED, Relation

WORDS = Text()
SYSTEM = Choice.among(UnitSystem)

# --- readings -------------------------------------------------------------------------------------------


class _Within(Form):
    """The approximations, and lines whose numbers are taken, by their labels."""

    of = Many(CLAIM)

    def write(self, thing: Any, book: Any) -> Any:
        return self.of.write([book.paper.claims[label] for label in thing], book)

    def read(self, body: Any, book: Any) -> Any:
        return self.of.read(body, book)

    def schema(self, defs: dict[str, Any]) -> dict[str, Any]:
        return self.of.schema(defs)


STATEMENTS, CONDITIONS, WITHIN = Many(STATEMENT), Many(CONDITION), _Within()
_OPTIONAL: dict[str, tuple[Form, Any]] = {"by": (MOVE, None), "where": (CONDITIONS, ())}


def _taken_apart(read: Reading, book: Any) -> dict[str, Any]:
    return {name: getattr(read, name) for name in read.__dataclass_fields__}


LITERAL = Record(
    {"statements": STATEMENTS},
    _taken_apart,
    lambda _, statements, by, where, within: Reading(AS_PRINTED, statements, by, where, within=taken(within)),
    {**_OPTIONAL, "within": (WITHIN, ())},
)


def _other(
    _: Any, name: str, statements: Any, ground: Ground, word: str | None, fault: str | None, **more: Any
) -> Reading:
    if ground is not Ground.CORRECTION:
        if fault is not None:
            raise Fault("the fault of a reading that is no correction", "none")
        return reading(name, statements, ground=ground, of=word, **{**more, "condition": more["condition"] or ""})
    within, units = more.pop("within"), more.pop("units")
    if within or units or word is not None:
        raise Fault("a correction with `within`, `units` or `word`", "none of them")
    return correction(name, statements, fault=fault, **more)


OTHER = Record(
    {"name": WORDS, "statements": STATEMENTS, "ground": Choice.among(Ground)},
    _taken_apart,
    _other,
    {
        **_OPTIONAL,
        "condition": (WORDS, None),
        "word": (WORDS, None),
        "within": (WITHIN, ()),
        "units": (SYSTEM, None),
        "fault": (WORDS, None),
    },
)


def _said(said: Reading, book: Any) -> dict[str, Any]:
    """An aside, with the numbers that were put into its formulas."""
    decided = {number for part in (*said.statements, *said.where) for number in numbers_of(part)}
    put_in = [str(min(found.values)) for found in numbers_in(said.name) if found.values.isdisjoint(decided)]
    return {**_taken_apart(said, book), "words": said.name, "put_in": tuple(dict.fromkeys(put_in))}


ASIDE = Record(
    {"words": WORDS, "statements": STATEMENTS},
    _said,
    lambda _, words, statements, **more: aside(words, statements, **more),
    {**_OPTIONAL, "put_in": (Many(Text(200)), ())},
)

# --- figures -----------------------------------------------------------------------------------------------


def _parts_of_figure(drawn: Figure, _: Any) -> dict[str, Any]:
    names = ("title", "variable", "interval", "curves", "printed", "x_unit", "y_unit")
    return {**{name: getattr(drawn, name) for name in names}, "x": drawn.x_label, "y": drawn.y_label}


_ONE = sympy.Integer(1)
FIGURE = Record(
    {
        "title": WORDS,
        "x": WORDS,
        "y": WORDS,
        "variable": LETTER,
        "interval": Row((NUMBER, NUMBER)),
        "curves": Table(NUMBER),
    },
    _parts_of_figure,
    lambda _, title, curves, printed, **more: figure(title, curves=dict(curves), printed=dict(printed), **more),
    {"printed": (Table(Text(1000)), ()), "x_unit": (NUMBER, _ONE), "y_unit": (NUMBER, _ONE)},
)

# --- claims --------------------------------------------------------------------------------------------------

ALONE = {"given", *BASES, "missing", "remark"}
"""Kinds of a claim that have the printed reading only."""
NAMED = {"identity", "step", "cross-reference"}
"""Kinds whose name says more than that of their first statement."""
WITHOUT_STATEMENTS = {"remark", "missing", str(Basis.APPROXIMATION)}


def _members(claim: Claim, book: Any) -> dict[str, Any]:
    found = {name: getattr(claim, name) for name in claim.__dataclass_fields__}
    return {**found, "says": claim.literal, "readings": tuple(read for read in claim.readings[1:] if not read.fallback)}


def _claim(book: Any, kind: str, says: Reading, readings: tuple[Reading, ...], **more: Any) -> Claim:
    claim = Claim(kind=kind, readings=(says, *readings), **more)
    fault = _objection(claim)
    if fault is not None:
        raise Fault(*fault)
    entered: Claim = book.paper.complete(claim)
    return entered


def _objection(claim: Claim) -> tuple[str, str] | None:
    """What no function of a paper would make."""
    kind, literal, said = claim.kind, claim.literal, claim.literal.statements
    if kind not in ALONE | NAMED and (not said or kind != said[0].heading()):
        heading = said[0].heading() if said else "remark"
        return f"a claim of the kind {kind[:40]!r}", f"{heading!r}, or one of {', '.join(sorted(ALONE | NAMED))}"
    if kind in ALONE and (len(claim.readings) > 1 or literal.by is not None or literal.where or literal.within):
        return (
            f"a claim of the kind {kind!r} with readings, conditions or a derivation",
            "what it says, and nothing else",
        )
    if (not said and kind not in WITHOUT_STATEMENTS) or (said and kind == "remark"):
        return f"{len(said)} statements in a claim of the kind {kind!r}", "statements, or none in a remark"
    if kind in ALONE | NAMED and not all(isinstance(each, Relation) and each.rel == "==" for each in said):
        return f"a statement of a claim of the kind {kind!r} that is no equation", "equations"
    if kind == "step" and literal.by is None:
        return "a step without `by`", "the move by which it follows"
    return _objection_to_words(claim)


def _objection_to_words(claim: Claim) -> tuple[str, str] | None:
    if claim.kind in ("remark", "missing") and not (claim.note or "").strip():
        return (
            f"a claim of the kind {claim.kind!r} without a note",
            "the reason why there is nothing to decide, or nothing yet",
        )
    if claim.kind in BASES and claim.kind != "given" and not (claim.source or "").strip():
        return f"a claim of the kind {claim.kind!r} without a source", "on what it stands"
    if claim.derived_on_page and claim.kind != "given":
        return f"a claim of the kind {claim.kind!r} that is `derived_on_page`", "that with the kind 'given' only"
    if claim.kind == "remark" and (found := relation_in(claim.printed)) is not None:
        return f"a remark that prints the relation {found[:60]!r}", "a claim that decides it"
    return None


CLAIM_RECORD = Record(
    {"label": LABEL, "where": WORDS, "kind": Text(60), "printed": WORDS},
    _members,
    _claim,
    {
        "says": (LITERAL, Reading(AS_PRINTED, ())),
        "readings": (Many(OTHER), ()),
        "note": (WORDS, None),
        "source": (WORDS, None),
        "figure": (FIGURE, None),
        "derived_on_page": (Flag(), False),
        "asides": (Many(ASIDE), ()),
    },
)
