"""Premises and moves as data: which earlier line is used, in which form, and by which rule.

A line is named, never repeated: what it says, under which conditions, and on what it rests is taken from the claim that states
it, so that a file cannot rest on more than its claims say.  An equation that a package writes down itself, under the
label of a line that prints it in words, is written with both sides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields
from typing import Any

from verify.encoding.labels import beginnings
from verify.errors import ClaimError
from verify.exchange.expressions import CONDITION, LETTER, NUMBER
from verify.exchange.forms import (
    ByShape,
    Fault,
    Flag,
    Form,
    Kinds,
    Many,
    Named,
    NotWritable,
    Record,
    Row,
    Text,
    Whole,
)
from verify.vocabulary import moves
from verify.vocabulary.differentials import differentials
from verify.vocabulary.moves import Equation, Line, Move
from verify.vocabulary.readings import Claim

LABEL = Text(200)


class _Label(Text):
    """A claim, by its label."""

    def write(self, thing: Any, book: Any) -> Any:
        return book.label_of(thing)

    def read(self, body: Any, book: Any) -> Any:
        label = super().read(body, book)
        if label not in book.paper.claims:
            raise Fault(f"the line {label[:60]!r}", "the label of an earlier claim of this file")
        return book.paper.claims[label]


CLAIM = _Label(200)

# --- equations ----------------------------------------------------------------------------------------


def same(one: Equation, other: Equation) -> bool:
    """Whether they agree in everything, what they follow from included."""
    return one is other or all(getattr(one, part.name) == getattr(other, part.name) for part in fields(Equation))


def _forms_of(equation: Equation, book: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Ways to name it as a line of the paper that has just its form."""
    for label in beginnings(equation.label):
        claim = book.paper.claims.get(label)
        if claim is None:
            continue
        for kind, more in (
            ("link", range(len(_links(claim)))),
            ("ends", (None,)),
            ("form", [r.name for r in claim.readings]),
        ):
            for which in more:
                if (found := _form(claim, kind, which)) is not None and same(found, equation):
                    yield kind, {"of": claim, "which": which}


def _links(claim: Claim) -> tuple[Equation, ...]:
    try:
        return claim.equations
    except ClaimError:
        return ()


def _form(claim: Claim, kind: str, which: Any) -> Equation | None:
    try:
        return claim.link(which) if kind == "link" else claim.ends if kind == "ends" else claim.form(which)
    except ClaimError:
        return None


def _named(equation: Equation, book: Any) -> tuple[str, dict[str, Any]]:
    named = next(_forms_of(equation, book), None)
    if named is not None:
        return named
    if not same(Equation(equation.label, equation.lhs, equation.rhs, equation.where), equation):
        raise NotWritable(
            f"the premise {equation.label!r} is no line of the paper, but rests on lines; expected .link(i), .ends or .form(name)"
        )
    return "equation", {name: getattr(equation, name) for name in ("label", "lhs", "rhs", "where")}


def _members(equation: Equation, book: Any) -> dict[str, Any]:
    return _named(equation, book)[1]


def _kind_of_line(line: Any, book: Any) -> str:
    return "move" if isinstance(line, Move) else _named(line, book)[0]


# --- moves ---------------------------------------------------------------------------------------------

Maker = Callable[..., Move]
_PAIRS = Many(Row((LETTER, NUMBER)), 1)
_ONE = Many(NUMBER, 1, 1)
_LETTERS = Many(LETTER, 1)
_NOTHING = Many(NUMBER, 0, 0)


def _alone(lines: tuple[Any, ...]) -> Any:
    if len(lines) != 1:
        raise Fault(f"{len(lines)} lines", "one, to which the rule is applied")
    return lines[0]


RULES: dict[str, tuple[Form, Maker]] = {
    "substitute": (_NOTHING, lambda of, data, general: moves.substitute(*of[:-1], into=of[-1])),
    "eliminate": (_LETTERS, lambda of, data, general: moves.eliminate(*data, among=of)),
    "solve_for": (_ONE, lambda of, data, general: moves.solve_for(data[0], _alone(of))),
    "specialise": (_PAIRS, lambda of, data, general: moves.specialise(_alone(of), dict(data), general=general)),
    "multiply": (_ONE, lambda of, data, general: moves.multiply(_alone(of), data[0])),
    "divide": (_ONE, lambda of, data, general: moves.divide(_alone(of), data[0])),
    "power": (_ONE, lambda of, data, general: moves.power(_alone(of), data[0])),
    "differentiate": (
        Many(LETTER, 1, 1),
        lambda of, data, general: moves.differentiate(_alone(of), data[0], general=general),
    ),
    "differentials": (
        Many(LETTER, 0, 1000),
        lambda of, data, general: moves.differentiate(_alone(of), differentials(constants=data), general=general),
    ),
    "compare_coefficients": (
        _LETTERS,
        lambda of, data, general: moves.compare_coefficients(_alone(of), *data, general=general),
    ),
    "by_parts": (Many(NUMBER, 2, 2), lambda of, data, general: moves.by_parts(_alone(of), *data)),
    "change_variable": (
        Many(NUMBER, 2, 4),
        lambda of, data, general: moves.change_variable(_alone(of), *data[:2], between=data[2:] or None),
    ),
    "add": (_NOTHING, lambda of, data, general: moves.add(*of)),
    "follows_from": (_NOTHING, lambda of, data, general: moves.follows_from(*of)),
}
"""The rules of `verify.vocabulary.moves`: the form of their data, and the constructor."""


def _move_of(form: Form, make: Maker) -> Record:
    def made(_: Any, of: Any, data: Any, general: bool) -> Move:
        found = make(of, data, general)
        if found.general != general or len(found.data) != len(data):
            raise Fault(f"data or `general` that {found.rule} does not take", "what its constructor takes")
        return found

    return Record(
        {"of": Many(LINE, 1)},
        lambda move, _: {"of": move.sources, "data": move.data, "general": move.general},
        made,
        {"data": (form, ()), "general": (Flag(), False)},
    )


def _rule(move: Any, _: Any) -> str:
    if move.rule not in RULES:
        raise NotWritable(f"the move {move.rule!r} has no form in a file")
    return str(move.rule)


def _moves() -> Form:
    return Kinds(_MOVES, _rule)


def _other_lines() -> Form:
    return Kinds(
        {**_EQUATIONS, **_MOVES},
        lambda thing, book: _rule(thing, book) if isinstance(thing, Move) else _kind_of_line(thing, book),
    )


_LINE = ByShape(
    {"claim": CLAIM, "other": Named("other line", _other_lines)},
    lambda line, _: "claim" if isinstance(line, Claim) else "other",
    lambda body: "claim" if isinstance(body, str) else "other",
)
LINE = Named("line", lambda: _LINE)
"""A claim by its label, one of its equations, an equation of its own, or what a move makes of lines."""
MOVE = Named("move", _moves)


def _of(kind: str, which: dict[str, Form]) -> Record:
    def take(equation: Equation, book: Any) -> dict[str, Any]:
        return _members(equation, book)

    def make(_: Any, of: Claim, which: Any = None) -> Line:
        return of.link(which) if kind == "link" else of.ends if kind == "ends" else of.form(which)

    return Record({"of": CLAIM, **which}, take, make)


_EQUATIONS = {
    "link": _of("link", {"which": Whole(0, 10_000)}),
    "ends": _of("ends", {}),
    "form": _of("form", {"which": Text()}),
    "equation": Record(
        {"label": LABEL, "lhs": NUMBER, "rhs": NUMBER},
        _members,
        lambda _, label, lhs, rhs, where: Equation(label, lhs, rhs, where),
        {"where": (Many(CONDITION), ())},
    ),
}
_MOVES: dict[str, Record] = {rule: _move_of(form, make) for rule, (form, make) in RULES.items()}
