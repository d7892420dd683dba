"""Statements as data: a record for each kind, read through the constructor that a package calls.

What a constructor works out, such as the interval that a printed number stands for, is not in the file: it is worked out again.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import sympy

from verify.errors import ClaimError
from verify.exchange.expressions import LETTER, NUMBER, Expression
from verify.exchange.forms import (
    ByShape,
    Choice,
    Fault,
    Flag,
    Kinds,
    Many,
    Named,
    NotWritable,
    Record,
    Row,
    Table,
    Text,
    Whole,
)
from verify.exchange.lines import LINE, MOVE
from verify.exchange.notation import CONSTANT, UNIT
from verify.kinds.boundary import Solution
from verify.kinds.contradiction import Contradiction, contradiction
from verify.kinds.crossing import Crossing, crossing
from verify.kinds.divergence import Diverges, diverges
from verify.kinds.expansion import Expansion, expands_to
from verify.kinds.leading import Leading, leading, order
from verify.kinds.logic import Logic, logic
from verify.kinds.only_route import OnlyRoute, only_route
from verify.kinds.over_interval import OnInterval, OnlyRoot, on_interval, only_root
from verify.kinds.parameter import RootsFor, has_roots
from verify.kinds.period import SmallestPeriod, smallest_period
from verify.kinds.proportional import Proportional, proportional
from verify.kinds.soft_ground_state import SoftGroundState, soft_ground_state
from verify.quantities.constants import Constant
from verify.quantities.digits import in_decimal, printed
from verify.quantities.exact import exact
from verify.quantities.units import Unit, pure_number
from verify.vocabulary.coordinates import Cylinder, Sphere, cylinder, sphere
from verify.vocabulary.indexed_relations import IndexedRelation
from verify.vocabulary.statement import Statement
from verify.vocabulary.statements import (
    PrintedInput,
    Relation,
    Value,
    approx,
    order_of,
    plain_symbol,
    printed_number,
    rounded,
)

DIGITS = Text(1000)
WITHIN = re.compile(r"(?P<why>.*): (?P<low>\S+) to (?P<high>\S+)", re.DOTALL)


def members(*names: str) -> Any:
    """Tells these attributes of a thing."""
    return lambda thing, _: {name: getattr(thing, name) for name in names}


# --- relations -----------------------------------------------------------------------------------------


def _relation(_: Any, lhs: Any, rhs: Any, rel: str, sign: str, arguments: tuple[Any, ...]) -> Relation:
    if sign != "=" and rel != "==":
        raise Fault(f"the sign {sign!r} of an inequality", "it at an equation")
    if len(set(arguments)) < len(arguments):
        raise Fault("an argument that stands twice", "different symbols")
    return Relation(exact(lhs), exact(rhs), rel, sign, arguments)


RELATION = Record(
    {"lhs": NUMBER, "rhs": NUMBER},
    members("lhs", "rhs", "rel", "sign", "arguments"),
    _relation,
    {
        "rel": (Choice.of("==", "!=", "<", "<=", ">", ">="), "=="),
        "sign": (Choice.of("=", "~"), "="),
        "arguments": (Many(LETTER), ()),
    },
)
INDEXED = Record(
    {"lhs": NUMBER, "rhs": NUMBER, "number": NUMBER},
    members("lhs", "rhs", "number", "slope", "called"),
    lambda _, lhs, rhs, number, **more: IndexedRelation(exact(lhs), exact(rhs), exact(number), **more),
    {"slope": (NUMBER, None), "called": (NUMBER, None)},
)

# --- printed numbers --------------------------------------------------------------------------------------

_PRINTED = Record(
    {"printed": DIGITS},
    lambda given, _: {"printed": given.text, "unit": given.unit, "rounded": given.rounded},
    lambda _, **members: _input(members["printed"], members["unit"], members["rounded"]),
    {"unit": (UNIT, pure_number), "rounded": (Flag(), False)},
)


def _input(text: str, unit: Unit, is_rounded: bool) -> PrintedInput:
    found = rounded(text, unit) if is_rounded else printed_number(text, unit)
    printed(text)  # digits, or a ClaimError
    return found


def _shape_of_input(body: Any) -> str:
    if not isinstance(body, dict):
        return "number"
    return "printed" if "printed" in body else "constant"


def _kind_of_input(given: Any, _: Any) -> str:
    return "constant" if isinstance(given, Constant) else "printed" if isinstance(given, PrintedInput) else "number"


INPUT = ByShape({"constant": CONSTANT, "printed": _PRINTED, "number": NUMBER}, _kind_of_input, _shape_of_input)
WORTH = ByShape(
    {"unit": UNIT, "number": NUMBER},
    lambda unit, _: "unit" if isinstance(unit, Unit) else "number",
    lambda body: "unit" if isinstance(body, dict) else "number",
)
_WITHIN = Record(
    {"from": DIGITS, "to": DIGITS, "why": Text()},
    lambda ends, _: dict(zip(("from", "to", "why"), ends, strict=True)),
    lambda _, why, **ends: (ends["from"], ends["to"], why),
)
READS = ByShape(
    {"word": Choice.of("rounded", "order of magnitude"), "within": _WITHIN},
    lambda read, _: "word" if isinstance(read, str) else "within",
    lambda body: "within" if isinstance(body, dict) else "word",
)


def _value(_: Any, quantity: Any, number: str, reads: Any, unit: Any, constants: Any, somewhere: bool) -> Value:
    given = dict(constants)
    if len(given) < len(constants):
        raise Fault("a symbol that has two values", "one for each")
    more: dict[str, Any] = {"unit": unit, "constants": given, "somewhere": somewhere}
    if reads == "order of magnitude":
        return order_of(quantity, number, **more)[0]
    return approx(quantity, number, within=None if reads == "rounded" else reads, **more)[0]


def _parts_of_value(value: Value, book: Any) -> dict[str, Any]:
    match = WITHIN.fullmatch(value.meaning)
    within = [(match["low"], match["high"], match["why"])] if match else []
    own = {name: getattr(value, name) for name in ("quantity", "number", "unit", "constants", "somewhere")}
    for reads in ("rounded", "order of magnitude", *within):
        try:
            if _value(book, reads=reads, **own) == value:
                return {**own, "reads": reads}
        except ClaimError:
            continue
    raise NotWritable(f"the number {value.number} is read in a way of its own; expected approx(...) or order_of(...)")


VALUE = Record(
    {"quantity": NUMBER, "number": DIGITS},
    _parts_of_value,
    _value,
    {
        "reads": (READS, "rounded"),
        "unit": (WORTH, sympy.Integer(1)),
        "constants": (Many(Row((LETTER, INPUT))), ()),
        "somewhere": (Flag(), False),
    },
)

# --- curves ------------------------------------------------------------------------------------------------

CALLED = (Text(), None)
_CURVE = {"expression": NUMBER, "unknown": LETTER}
_OVER = {**_CURVE, "low": NUMBER, "high": NUMBER}
_OVER_MORE = {"scale": (LETTER, None), "called": CALLED}

CROSSING = Record(
    {**_CURVE, "number": DIGITS},
    members("expression", "unknown", "number", "unit", "rising", "called"),
    lambda _, expression, unknown, number, **more: crossing(expression, unknown, number, **more)[0],
    {"unit": (NUMBER, sympy.Integer(1)), "rising": (Flag(), True), "called": CALLED},
)
ON_INTERVAL = Record(
    {**_OVER, "rel": Text(2)},
    members("expression", "unknown", "low", "high", "rel", "scale", "called"),
    lambda _, expression, rel, unknown, low, high, **more: on_interval(expression, rel, unknown, low, high, **more)[0],
    _OVER_MORE,
)
ONLY_ROOT = Record(
    {**_OVER, "number": DIGITS},
    members("expression", "unknown", "low", "high", "number", "scale", "exactly", "called"),
    lambda _, expression, unknown, low, high, number, **more: only_root(expression, unknown, low, high, number, **more)[
        0
    ],
    {**_OVER_MORE, "exactly": (NUMBER, None)},
)


def _roots(_: Any, first: Any, last: Any, border: tuple[Any, Any], parameter: Any, **curve: Any) -> RootsFor:
    found = has_roots(**curve, parameter=parameter, between=(first, last))[0]
    low, high = border
    at_an_end = low == high and low in (found.first, found.last)
    if not at_an_end and not (low.is_Rational and high.is_Rational and found.first < low <= high < found.last):
        raise Fault(
            f"a border from {low} to {high}", f"one between {found.first} and {found.last}, or one of them twice"
        )
    return replace(found, interval=border)


_FIELDS = ("expression", "unknown", "low", "high", "scale", "parameter", "first", "last")
ROOTS = Record(
    {**_OVER, "parameter": LETTER, "first": NUMBER, "last": NUMBER, "border": Row((NUMBER, NUMBER))},
    lambda roots, _: {**{name: getattr(roots, name) for name in (*_FIELDS, "called")}, "border": roots.interval},
    _roots,
    _OVER_MORE,
)

# --- limits, series, periods ----------------------------------------------------------------------------------

LEADING = Record(
    {"expression": NUMBER, "variable": LETTER, "exponent": Whole()},
    members("expression", "variable", "exponent", "coefficient"),
    lambda _, expression, variable, exponent, coefficient: (
        order(expression, variable, exponent)
        if coefficient is None
        else leading(expression, variable, exponent, coefficient)
    )[0],
    {"coefficient": (NUMBER, None)},
)
EXPANSION = Record(
    {"expression": NUMBER, "variable": LETTER, "expansion": NUMBER, "order": Whole()},
    members("expression", "variable", "expansion", "order", "called", "dropping"),
    lambda _, expression, variable, expansion, **more: expands_to(expression, variable, expansion, **more)[0],
    {"called": (NUMBER, None), "dropping": (NUMBER, sympy.Integer(0))},
)
DIVERGES = Record(
    {"expression": NUMBER, "variable": LETTER, "place": NUMBER},
    members("expression", "variable", "place"),
    lambda _, expression, variable, place: diverges(expression, variable, place)[0],
)
PERIOD = Record(
    {"expression": NUMBER, "variable": LETTER, "period": NUMBER},
    members("expression", "variable", "period"),
    lambda _, expression, variable, period: smallest_period(expression, variable, period)[0],
)
PROPORTIONAL = Record(
    {"lhs": NUMBER, "rhs": NUMBER, "variables": Many(LETTER, 1)},
    members("lhs", "rhs", "variables"),
    lambda _, lhs, rhs, variables: proportional(lhs, rhs, *variables)[0],
)

# --- fields on both sides of a surface -------------------------------------------------------------------------

COORDINATES = Row((LETTER, LETTER, LETTER))
FRAME = Kinds(
    {
        "sphere": Record(
            {"coordinates": COORDINATES}, members("coordinates"), lambda _, coordinates: sphere(*coordinates)
        ),
        "cylinder": Record(
            {"coordinates": COORDINATES}, members("coordinates"), lambda _, coordinates: cylinder(*coordinates)
        ),
    },
    lambda frame, _: {Sphere: "sphere", Cylinder: "cylinder"}[type(frame)],
)
COMPONENTS = Many(NUMBER, 1, 3)


def _solution(_: Any, frame: Any, radius: Any, inside: Any, outside: Any, jumps: Any, sources: Any) -> Solution:
    lengths = [len(part) for part in (inside, outside, jumps, *sources)]
    if lengths not in ([3, 3, 4, 4, 4], [1, 1, 2, 1, 1]):
        raise Fault(
            f"{lengths} components of inside, outside, jumps and sources",
            "3, 3, 4, 4 and 4 for a field, 1, 1, 2, 1 and 1 for a potential",
        )
    near, far, steps, *own = (tuple(exact(each) for each in part) for part in (inside, outside, jumps, *sources))
    return Solution(frame, exact(radius), near, far, steps, (own[0], own[1]))


_SIDES = Many(NUMBER, 1, 4)
SOLUTION = Record(
    {
        "frame": FRAME,
        "radius": NUMBER,
        "inside": COMPONENTS,
        "outside": COMPONENTS,
        "jumps": _SIDES,
        "sources": Row((_SIDES, _SIDES)),
    },
    members("frame", "radius", "inside", "outside", "jumps", "sources"),
    _solution,
)

# --- others ----------------------------------------------------------------------------------------------------


def _ends_in_digits(state: SoftGroundState, _: Any) -> dict[str, Any]:
    found = {name: getattr(state, name) for name in ("formula", "ratio", "at", "leading", "energy")}
    return {**found, "between": None if state.between is None else tuple(map(in_decimal, state.between))}


SOFT_GROUND_STATE = Record(
    {"formula": NUMBER, "ratio": LETTER},
    _ends_in_digits,
    lambda _, formula, ratio, **more: soft_ground_state(formula, plain_symbol(ratio, "ratio"), **more)[0],
    {
        "at": (Many(NUMBER), ()),
        "leading": (Flag(), False),
        "between": (Row((DIGITS, DIGITS)), None),
        "energy": (Row((NUMBER, NUMBER)), None),
    },
)


def _logic(_: Any, proposition: Any, meanings: Any) -> Logic:
    return logic(proposition, **{str(letter): words for letter, words in meanings})[0]


LOGIC = Record(
    {"proposition": Expression(), "meanings": Many(Row((LETTER, Text())), 1)},
    members("proposition", "meanings"),
    _logic,
)
CONTRADICTION = Record(
    {"equations": Many(LINE, 1)},
    members("equations"),
    lambda _, equations: contradiction(*equations)[0],
)


def _target_and_rivals(route: OnlyRoute, book: Any) -> dict[str, Any]:
    claim = book.paper.claims.get(route.target.label)
    is_whole = claim is not None and claim.rests_on == route.own and route.target is claim.equations[0]
    return {"target": claim if is_whole else route.target, "rivals": route.rivals}


ONLY_ROUTE = Record(
    {"target": LINE},
    _target_and_rivals,
    lambda _, target, rivals: only_route(target, **dict(rivals))[0],
    {"rivals": (Table(MOVE), ())},
)

RECORDS: dict[type[Statement], tuple[str, Record]] = {
    Relation: ("relation", RELATION),
    IndexedRelation: ("sum over particles", INDEXED),
    Value: ("value", VALUE),
    Crossing: ("crossing", CROSSING),
    OnInterval: ("sign", ON_INTERVAL),
    OnlyRoot: ("only root", ONLY_ROOT),
    RootsFor: ("roots", ROOTS),
    Leading: ("leading order", LEADING),
    Expansion: ("series", EXPANSION),
    Diverges: ("diverges", DIVERGES),
    SmallestPeriod: ("period", PERIOD),
    Proportional: ("proportional", PROPORTIONAL),
    Solution: ("fields", SOLUTION),
    SoftGroundState: ("soft ground state", SOFT_GROUND_STATE),
    Logic: ("logic", LOGIC),
    Contradiction: ("contradiction", CONTRADICTION),
    OnlyRoute: ("only route", ONLY_ROUTE),
}
"""Each kind of statement with its name in a file and its record."""


def _kind(statement: Statement, _: Any) -> str:
    if type(statement) not in RECORDS:
        raise NotWritable(f"a statement of the kind {type(statement).__name__} has no form in a file")
    return RECORDS[type(statement)][0]


STATEMENT = Named("statement", lambda: Kinds(dict(RECORDS.values()), _kind, "relation"))
