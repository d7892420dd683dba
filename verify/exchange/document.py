"""`paper.json`: a whole paper as data, written, read and described (schema `referee.paper/1`).

Reading one runs nothing of it.  It may still be wrong, large or absurd, like any paper: it is read and decided by workers with
limits of time and memory.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy
from sympy.core.function import AppliedUndef

from verify.encoding.paper import Paper
from verify.errors import ClaimError
from verify.exchange.claims import CLAIM_RECORD
from verify.exchange.expressions import NUMBER, Expression, Node, has_form, read_expression, written_down
from verify.exchange.forms import (
    MOST,
    ByShape,
    Choice,
    Defs,
    Fault,
    Form,
    Many,
    NotWritable,
    Record,
    Row,
    Schema,
    Text,
    inside,
    shown,
)
from verify.exchange.json_text import Later, written
from verify.exchange.notation import FUNCTION, SYMBOL
from verify.quantities.dimension import Dimension, UnitSystem
from verify.vocabulary.differentials import DifferentialSymbol
from verify.vocabulary.readings import Claim
from verify.vocabulary.vectors import triple

SCHEMA = "referee.paper/1"
ID = Text(64, r"[A-Za-z0-9][A-Za-z0-9_.-]*", "a short name of letters, digits, _, . and -")
ABOUT: dict[str, Form] = {"id": ID, "title": Text(), "citation": Text(), "units": Choice.among(UnitSystem)}
MORE: dict[str, tuple[Form, Any]] = {
    **{name: (Text(empty=True), "") for name in ("authors", "version", "date", "doi")},
    "lost": (Many(Text(200)), ()),
}
SECTIONS = Many(Text(1000), 1)
_THREE = Row((NUMBER, NUMBER, NUMBER))
PLACES = ByShape(
    {
        "vector": Record({"vector": _THREE}, lambda thing, _: {"vector": thing}, lambda _, vector: triple(*vector)),
        "number": NUMBER,
    },
    lambda thing, _: "vector" if isinstance(thing, tuple) else "number",
    lambda body: "vector" if isinstance(body, dict) else "number",
)
SPELLINGS = Many(Row((Text(), PLACES)))
KEY = Text(300)
HEAVIEST = 3_000_000
"""Nodes of all expressions together, nothing shared."""


class _Writer:
    """The names of symbols and functions, as they are met, and the labels of the claims."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.keys: dict[Any, str] = {}
        self.taken: set[str] = set()
        self.labels = {id(claim): label for label, claim in paper.claims.items()}

    def label_of(self, claim: Any) -> str:
        if id(claim) not in self.labels:
            raise NotWritable(f"the line {getattr(claim, 'label', claim)!s:.60} is of another paper")
        return self.labels[id(claim)]

    def name_all(self, expression: Any) -> None:
        for part in sympy.preorder_traversal(expression):
            if not has_form(part):
                raise NotWritable(f"{type(part).__name__} in {expression!s:.60} has no form in a file")
            thing = part.func if isinstance(part, AppliedUndef) else part
            if thing not in self.keys and (isinstance(part, (sympy.Symbol, AppliedUndef))):
                for other in _named_before(thing):
                    self._name(other, other.name)
                self._name(thing, part.name if isinstance(part, sympy.Symbol) else thing.__name__)

    def _name(self, thing: Any, name: str) -> None:
        for exponent in _exponents(thing):  # its letters stand above it in the file
            self.name_all(exponent)
        key, count = name, 1
        while thing not in self.keys and key in self.taken:
            count += 1
            key = f"{name} ({count})"
        self.keys.setdefault(thing, key)
        self.taken.add(self.keys[thing])

    def notation(self) -> dict[str, Any]:
        symbols = {
            key: SYMBOL.write(thing, self) for thing, key in self.keys.items() if isinstance(thing, sympy.Symbol)
        }
        functions = {key: FUNCTION.write(thing, self) for thing, key in self.keys.items() if isinstance(thing, type)}
        return {"symbols": symbols, "functions": functions}


def _exponents(thing: Any) -> list[sympy.Expr]:
    """The exponents with symbols in the dimensions of a symbol or a function."""
    labels: dict[str, Any] = getattr(thing, "_recipe", ("", {}))[1] if isinstance(thing, type) else {}
    found = [getattr(thing, "dimension", None), labels.get("dimension"), *(labels.get("arguments") or ())]
    dimensions = [one for one in found if isinstance(one, Dimension) and one.is_symbolic]
    return [power for one in dimensions for power in vars(one).values() if isinstance(power, sympy.Expr)]


def _named_before(thing: Any) -> tuple[Any, ...]:
    """The symbols that its entry in the notation speaks of."""
    if isinstance(thing, DifferentialSymbol):
        return (thing.of, *thing.constants)
    return (getattr(thing, "variables", None) or ()) if isinstance(thing, type) else ()


def as_json(paper: Paper) -> Any:
    """A paper as JSON.  Raises NotWritable, in a sentence that names the claim, for what a file cannot say."""
    book = _Writer(paper)
    about = {name: form.write(getattr(paper, name), book) for name, form in ABOUT.items()}
    about |= {
        name: form.write(value, book)
        for name, (form, default) in MORE.items()
        if (value := getattr(paper, name)) != default
    }
    spellings = SPELLINGS.write(paper.spellings, book)
    claims = [_of_claim(claim, book) for claim in paper.claims.values()]
    body = {**book.notation(), "spellings": spellings, "claims": claims}  # the notation last, once all is named
    body, shared = written_down(body, book.keys)
    spellings, claims = body.pop("spellings"), body.pop("claims")
    more = {name: part for name, part in (("shared", shared), ("spellings", spellings)) if part}
    return {"schema": SCHEMA, **about, "sections": list(paper.sections), **body, **more, "claims": claims}


def _of_claim(claim: Claim, book: _Writer) -> Any:
    try:
        return CLAIM_RECORD.write(claim, book)
    except NotWritable as error:
        raise NotWritable(f"{book.paper.id} {claim.label}: {error}") from None


def as_text(paper: Paper) -> str:
    """A paper as the text of a file."""
    return written(as_json(paper))


# --- reading ---------------------------------------------------------------------------------------


class _Reader:
    """The notation of a file, what its expressions share, and its claims as far as they are read."""

    def __init__(self) -> None:
        self.symbols: dict[str, Any] = {}
        self.functions: dict[str, Any] = {}
        self.shared: list[Node] = []
        self.weight = 0
        self.paper: Any = None
        self.key = ""
        """The name in the file of what is being read."""

    def weigh(self, node: Node) -> None:
        self.weight += node.size
        if self.weight > HEAVIEST:
            raise Fault(f"expressions of more than {HEAVIEST} parts in all", "fewer")


def from_json(body: Any) -> Paper:
    """The paper that is written so.  Raises Fault, which says where, what was found and what was expected."""
    if not isinstance(body, dict):
        raise Fault(shown(body), f'an object with "schema": "{SCHEMA}"')
    if body.get("schema") != SCHEMA:
        raise Fault(f"the schema {shown(body.get('schema'))}", repr(SCHEMA))
    known = {"schema", *ABOUT, *MORE, "sections", "symbols", "functions", "shared", "spellings", "claims"}
    for name in body:
        if name not in known:
            raise Fault(f"the member {shown(name)}", f"one of {', '.join(sorted(known))}")
    for name in (*ABOUT, "sections", "symbols", "claims"):
        if name not in body:
            raise Fault(f"no member {name!r}", "all of " + ", ".join((*ABOUT, "sections", "symbols", "claims")))
    book = _Reader()

    def read(name: str, form: Form, default: Any = None) -> Any:
        return default if name not in body else inside(name, lambda: form.read(body[name], book))

    about = {name: read(name, form) for name, form in ABOUT.items()}
    about |= {name: read(name, form, default) for name, (form, default) in MORE.items()}
    _table(body, "symbols", SYMBOL, book.symbols, book)
    _table(body, "functions", FUNCTION, book.functions, book)
    inside("shared", lambda: _read_shared(body.get("shared", []), book))
    sections, spellings = read("sections", SECTIONS), read("spellings", SPELLINGS, ())
    book.paper = Paper(**about, sections=sections, spellings=spellings)
    inside("claims", lambda: _read_claims(body["claims"], book))
    paper: Paper = book.paper
    return paper


def _table(body: Any, name: str, form: Form, found: dict[str, Any], book: _Reader) -> None:
    part = body.get(name, {})
    if not isinstance(part, dict):
        raise _at(name, Fault(shown(part), "an object with a member for each name"))
    for key, entry in part.items():
        book.key = inside(name, lambda: KEY.read(key, book))  # noqa: B023
        found[key] = inside(name, lambda: inside(key, lambda: form.read(entry, book)))  # noqa: B023


def _at(key: str, fault: Fault) -> Fault:
    fault.path.append(key)
    return fault


def _read_shared(body: Any, book: _Reader) -> None:
    if not isinstance(body, list):
        raise Fault(shown(body), "a list of expressions")
    for at, part in enumerate(body):
        book.shared.append(inside(at, lambda: read_expression(part, book)))  # noqa: B023


def _read_claims(body: Any, book: _Reader) -> None:
    if not isinstance(body, (list, Later)) or len(body) > MOST:
        raise Fault(shown(body), f"a list of at most {MOST} claims")
    for at, part in enumerate(body):
        inside(at, lambda: CLAIM_RECORD.read(part, book))  # noqa: B023


def load(body: Callable[[], Any], name: str) -> Paper:
    """The paper of a file.  Raises ClaimError, one sentence with the file, the place, what was found and what was expected."""
    try:
        return from_json(body())
    except Fault as fault:
        raise ClaimError(f"{name}: {fault.pointer + ': ' if fault.pointer else ''}{fault}") from None
    except RecursionError:
        raise ClaimError(f"{name}: an expression is nested too deeply; expected one that SymPy can hold") from None


# --- the schema -------------------------------------------------------------------------------------


def schema() -> Schema:
    """The JSON Schema of all of this, as it is published in `reports/schema`."""
    defs: Defs = {}
    needed: dict[str, Schema] = {"schema": {"const": SCHEMA}}
    needed |= {name: form.schema(defs) for name, form in ABOUT.items()} | {"sections": SECTIONS.schema(defs)}
    needed["symbols"] = {"type": "object", "additionalProperties": SYMBOL.schema(defs)}
    more: dict[str, Schema] = {name: form.schema(defs) for name, (form, _) in MORE.items()}
    more["functions"] = {"type": "object", "additionalProperties": FUNCTION.schema(defs)}
    more["shared"] = {"type": "array", "items": Expression().schema(defs)}
    more["spellings"] = SPELLINGS.schema(defs)
    needed["claims"] = {"type": "array", "items": CLAIM_RECORD.schema(defs)}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA,
        "title": "A paper for Referee, as data",
        "description": "Written by `referee export`, read by `referee audit`. docs/paper-json.md explains it.",
        "type": "object",
        "properties": needed | more,
        "required": list(needed),
        "additionalProperties": False,
        "$defs": defs,
    }
