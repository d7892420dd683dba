"""What may be asked: of each tool its name, what it says of itself, and a schema of its arguments.

A schema bounds every text and forbids every argument that it does not name, so that a question has a size before anybody
looks at it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Schema = dict[str, Any]

LONGEST_FORMULA = 20_000
LONGEST_SOURCE = 1_000_000
MOST_PREMISES = 50
MOST_CONDITIONS = 50
MOST_SYMBOLS = 200
MOST_LABELS = 200

GRAMMAR = (
    "Formulas are in a small grammar: + - * / ^ (multiplication is written out), functions such as sqrt, exp, log, sin, abs, "
    "diff(f, x), integral(f, x, from, to), sum(f, n, from, to); pi, E (Euler's number) and I (the imaginary unit) are "
    "constants, so that an energy needs another name; every other name is a real symbol unless `where` says otherwise."
)
RESULTS = (
    "The result is PASS (holds for every admissible value), PASS-IF (holds under the conditions that are listed), FAIL "
    "(refuted, with a counterexample) or OPEN (not decided, which is no pass). Under it stands the certificate: what was "
    "decided, by which method, of which grade."
)


def _text(words: str, longest: int = LONGEST_FORMULA) -> Schema:
    return {"type": "string", "maxLength": longest, "description": words}


def _texts(words: str, most: int) -> Schema:
    return {
        "type": "array",
        "items": {"type": "string", "maxLength": LONGEST_FORMULA},
        "maxItems": most,
        "description": words,
    }


def _object(properties: Schema, *required: str) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }


def _table(words: str, entry: Schema) -> Schema:
    names = {"type": "string", "maxLength": 100}
    return {
        "type": "object",
        "additionalProperties": entry,
        "propertyNames": names,
        "maxProperties": MOST_SYMBOLS,
        "description": words,
    }


SECONDS: Schema = {
    "type": "number",
    "exclusiveMinimum": 0,
    "description": "less time than the server allows; it never allows more",
}
WHERE = _texts(
    "conditions, such as 'x > 0', 'n integer', '0 < r < R'; together they must be satisfiable", MOST_CONDITIONS
)
LATEX: Schema = {"type": "boolean", "description": "the relations are LaTeX, as on a page (default: false)"}
SYSTEM: Schema = {"enum": ["SI", "Gaussian", "atomic"], "description": "system of units (default: SI)"}


@dataclass(frozen=True)
class Tool:
    """One question that may be asked; `referee.serving.answering` has the function of its name."""

    name: str
    title: str
    description: str
    properties: Schema
    required: tuple[str, ...]
    decides: bool = True
    """Whether its answer has a result, which is OPEN where there was no time for it."""

    @property
    def schema(self) -> Schema:
        return {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            **_object({**self.properties, "seconds": SECONDS}, *self.required),
        }


_INPUT = _object(
    {
        "value": _text("as printed: '9.81', '1.60(2)', '5.29e-11'", 500),
        "unit": _text("such as 'm/s^2', 'nA/T'; without it a pure number", 80),
        "rounded": {"type": "boolean", "description": "it stands for everything that rounds to its digits"},
    },
    "value",
)

TOOLS = (
    Tool(
        "check",
        "Decide a relation",
        f"Decides whether a relation (=, !=, <, <=, >, >=, or a chain) holds for every admissible value. {GRAMMAR} {RESULTS}",
        {"relation": _text("such as 'sin(x)^2 + cos(x)^2 = 1'"), "where": WHERE, "latex": LATEX},
        ("relation",),
    ),
    Tool(
        "decide_step",
        "Decide a step of a derivation",
        "Decides whether a line follows from premises. The premises are taken as given and listed in the answer; a premise "
        "that says what the line says, or premises that exclude each other, leave the step OPEN. "
        f"{GRAMMAR} {RESULTS}",
        {
            "relation": _text("the line, such as 'F = m*v^2/r'"),
            "premises": _texts("the lines that it follows from, such as ['F = m*a', 'a = v^2/r']", MOST_PREMISES),
            "where": WHERE,
            "latex": LATEX,
        },
        ("relation", "premises"),
    ),
    Tool(
        "check_dimensions",
        "Compare dimensions",
        "Compares the dimensions of the sides of a relation and of all terms in it, as it is written. PASS: they agree; FAIL: "
        f"they differ; OPEN: a dimension is missing, or there is no rule. {GRAMMAR}",
        {
            "relation": _text("such as 'F = m*a'"),
            "dimensions": _table(
                "of each symbol, a unit ('kg m/s^2', '1') or a word ('mass', 'electric field')",
                {"type": "string", "maxLength": 80},
            ),
            "system": SYSTEM,
        },
        ("relation", "dimensions"),
    ),
    Tool(
        "check_value",
        "Check a number",
        "Computes a quantity from constants and inputs, in rigorous enclosures, and decides whether it rounds to the number that "
        f"is printed (or is of that order), and whether its dimension is that of the unit. {GRAMMAR} {RESULTS}",
        {
            "quantity": _text("such as 'e^2/(4*pi*m)'"),
            "number": _text("as printed, such as '2.24'; its digits say how exact it is", 500),
            "unit": _text("of the number, such as 'nA/T'; without it a pure number", 80),
            "constants": _table(
                "symbols that are CODATA constants: {'m': 'm_e', 'e': 'e'}", {"type": "string", "maxLength": 40}
            ),
            "inputs": _table("symbols with printed values", _INPUT),
            "system": SYSTEM,
            "edition": {"enum": ["CODATA 2022", "CODATA 2018"]},
            "order_of_magnitude": {"type": "boolean", "description": "only within half a decade"},
        },
        ("quantity", "number"),
    ),
    Tool(
        "draft",
        "Draft the equations of a source",
        "Reads the displayed equations of a LaTeX or Markdown source, given as text, and tells how they would first be written "
        "down: which are given, identities, values, and which cannot be read, and why. Nothing is decided, and no file is read.",
        {
            "source": _text("the source text", LONGEST_SOURCE),
            "format": {"enum": ["latex", "markdown"], "description": "default: latex"},
            "start": {"type": "integer", "minimum": 0, "maximum": 1_000_000, "description": "equations to skip"},
        },
        ("source",),
        decides=False,
    ),
    Tool(
        "audit_paper",
        "Audit a paper that is data",
        "Decides every line of a paper that is written down as data (schema referee.paper/1, as `referee export` writes it): its "
        "derivations, values and dimensions, and that each line is what it prints. Tells how many lines have which result, and "
        f"what is refuted, open or conditional, the gravest first. The result is the worst of all lines. {RESULTS}",
        {
            "paper": _text("the JSON of the paper, as text", LONGEST_SOURCE),
            "labels": _texts("only these lines and what they rest on (default: all)", MOST_LABELS),
            "start": {"type": "integer", "minimum": 0, "maximum": 1_000_000, "description": "findings to skip"},
        },
        ("paper",),
    ),
    Tool(
        "explain",
        "Explain a word",
        "Says what a word of an answer means: PASS-IF, corroborated, ball, ...; without a word, all of them.",
        {"word": _text("the word", 100)},
        (),
        decides=False,
    ),
)
BY_NAME = {tool.name: tool for tool in TOOLS}
