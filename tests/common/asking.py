"""Asking the engine in one line, as many tests do, and what it says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from referee.check import decide_text
from referee.draft import draft
from referee.draft_claims import DraftClaim
from referee.sources import find_equations
from tests.soundness import steps
from verify.claims import follows_from
from verify.deciding.settings import Settings
from verify.encoding.paper import Paper
from verify.judging.judge import judge_claim
from verify.kinds.table import KINDS
from verify.premises.facts import Facts
from verify.units import UnitSystem
from verify.verdicts import ClaimAudit, Outcome
from verify.vocabulary.moves import Move
from verify.vocabulary.readings import Reading

NOTHING = Facts((), ())
WORST_FIRST = ("refuted", "undecided", "corroborated", "proved")


def said(source: str, *where: str) -> str:
    """The worst outcome of the links of a printed line, or "refused: " and the sentence."""
    links = decide_text(source, list(where), latex=True)
    if isinstance(links, str):
        return f"refused: {links}"
    outcomes = {link.outcome.value for link in links}
    return next(word for word in WORST_FIRST if word in outcomes)


def told(text: str, where: str = "") -> tuple[str, tuple[str, ...]]:
    """The outcome and the conditions of a claim as one types it in a shell."""
    links = decide_text(text, [where] if where else [])
    assert not isinstance(links, str)
    return str(links[0].outcome.value), links[0].evidence.conditions


def drafted(text: str) -> list[DraftClaim]:
    """What is written down of a source in LaTeX."""
    return list(draft(find_equations(text, latex=True)).claims)


def read(*statements: Any, by: Move | None = None, where: tuple[Any, ...] = ()) -> Reading:
    """The literal reading of these statements."""
    return Reading("as printed", tuple(s for group in statements for s in group), by, where)


def outcome(statements: tuple[Any, ...], facts: Facts = NOTHING) -> Outcome:
    """The first outcome that is no proof, or a proof of all."""
    found = [KINDS[type(s)].check(s, facts, Settings()).outcome for s in statements]
    return next((o for o in found if o is not Outcome.PROVED), found[0])


def stepped(paper: Paper, line: tuple[Any, Any], by: Any, where: Any = ()) -> ClaimAudit:
    """The audit of a line that follows by a move."""
    return judge_claim(paper, steps.step(paper, line, by, where))


def judged(line: tuple[Any, Any], premises: Sequence[tuple[Any, Any]], conditions: Sequence[Any] = ()) -> ClaimAudit:
    """The equation as a claim of a paper that prints the premises, and nothing else."""
    paper = Paper(id="t", title="t", citation="t", units=UnitSystem.SI, sections=("I",))
    return stepped(paper, line, follows_from(*(steps.given(paper, *premise) for premise in premises)), conditions)
