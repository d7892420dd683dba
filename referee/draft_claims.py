"""What a draft says of one printed link, and why it is held open although it could be read."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import sympy
from sympy.core.function import AppliedUndef

from referee.draft_notation import DraftSymbol
from referee.names import Usage
from referee.sources import Display
from referee.tables import DraftTable

MAY_MEAN = " may mean two things: "

NEEDS_PREMISES = (
    "rests on premises: make it paper.step(..., by=follows_from(...)), or paper.given if it is a definition"
)

TWO_VARIABLES = "one function at two places, or one quantity by a change of variables"

AT_ONE_PLACE = "the line may mean two things: it holds everywhere, or where the words on initial or boundary values say"


@dataclass(frozen=True)
class DraftClaim:
    """One link of a printed chain.

    `kind` is given, identity, for_all, value, expansion, proportional, missing or, once `referee.linking` has tried its premises, step.  `lhs` and `rhs` are Python
    source, empty where there is none; `says` is the constructor of an inequality; `why`
    is what is missing; `conditions` are bounds, as Python source, under which the line is claimed.
    """

    kind: str
    label: str
    section: str
    printed: str
    lhs: str = ""
    rhs: str = ""
    says: str = ""
    why: str = ""
    names: frozenset[str] = frozenset()
    conditions: tuple[str, ...] = ()
    line: int = 1
    file: str = ""
    sign: str = ""
    """What joins the sides, where that is no equality: ≈ or →."""
    equation: tuple[Any, Any] | None = field(default=None, compare=False, repr=False)
    """Its sides, where it is an equality that the page claims as it stands."""
    premises: tuple[str, ...] = ()
    """Labels of earlier lines from which it follows: of a `step`."""
    named: tuple[str, ...] = ()
    """Labels of earlier lines that the words around it name, from which it is not known to follow."""
    note: str = ""
    supposing: tuple[str, ...] = ()
    """Python names of the notation that must be declared as positive for it to follow from others."""
    waits: tuple[str, ...] = ()
    """Python names of the notation that answer what is asked of the line, once they are filled in."""

    @property
    def rests(self) -> bool:
        """Whether nothing is asked but on which premises the line rests."""
        return self.why == NEEDS_PREMISES


@dataclass(frozen=True)
class DraftPaper:
    """A paper's first encoding."""

    title: str
    sections: tuple[str, ...]
    symbols: tuple[DraftSymbol, ...]
    claims: tuple[DraftClaim, ...]
    misfits: tuple[str, ...] = ()
    """Lines that no dimensions fit, those of the author and what the earlier lines say taken together."""
    tables: tuple[DraftTable, ...] = ()


def doubted(claim: DraftClaim, question: str) -> DraftClaim:
    """The claim as open, with a question more."""
    if claim.kind == "value":
        return replace(claim, kind="missing", why=question, lhs="", rhs="", names=frozenset(), equation=None)
    return replace(claim, kind="missing", why="; ".join(filter(None, [claim.why, question])))


def of_two_variables(claim: DraftClaim) -> str:
    """A function of which a line has df(r)/dr and df(x)/dx: f(x) may as well be the same quantity, by a change of variables."""
    sides = claim.equation if claim.kind == "given" and claim.equation is not None else ()
    slopes = {one for side in sides for one in side.atoms(sympy.Derivative) if isinstance(one.expr, AppliedUndef)}
    by = {(one.expr.func.__name__, one.variables[0]) for one in slopes if one.expr.args == one.variables[:1]}
    names = [name for name, _ in sorted(by, key=str)]
    return next((name for name in names if names.count(name) > 1), "")


def at_one_place(claim: DraftClaim, text: str, usage: Usage) -> DraftClaim:
    """A line behind words on initial or boundary values, as open if it says something of functions in their short form."""
    sides = _sides(claim)
    if not sides or any(side.has(sympy.Derivative) for side in sides) or not usage.holds_short(text):
        return claim
    return doubted(claim, AT_ONE_PLACE)


def all_at_one_place(
    claims: Sequence[DraftClaim], displays: Sequence[Display], at_places: Collection[Display]
) -> list[DraftClaim]:
    """The claims, those on slopes as open that stand in one display with others that may hold at one place only."""
    doubtful = [d for d, claim in zip(displays, claims, strict=True) if AT_ONE_PLACE in claim.why] if at_places else []
    found = []
    for display, claim in zip(displays, claims, strict=True):
        beside = any(display is one for one in doubtful)
        beside = beside and any(side.has(sympy.Derivative) for side in _sides(claim))
        found.append(doubted(claim, AT_ONE_PLACE) if beside else claim)
    return found


def _sides(claim: DraftClaim) -> Sequence[Any]:
    """The sides of an equation that is given or open."""
    return claim.equation if claim.kind in ("given", "missing") and claim.lhs and claim.equation is not None else ()
