r"""Names that a source gives by two formulas: they may be two quantities.

W_1 = a + b in one place and W_1 = c in another are one quantity only if a + b = c, which no premise may say unseen.  Two formulas that
are the same when they are multiplied out, or when what the source gives of their other names is put in, are one; and a line that was
proved from the others is none of two.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

import sympy
from sympy.core.function import AppliedUndef

from referee.case_conditions import IN_CASE
from referee.draft_claims import AT_ONE_PLACE, DraftClaim, DraftPaper, doubted

ROUNDS = 3
LONGEST = 400
"""Nodes of formulas that are multiplied out to be compared."""
TWICE = " is given as something else in "


def given_twice(
    paper: DraftPaper,
    known: Collection[str] = (),
    together: Collection[Collection[str]] = (),
    follows: str = "follows from",
) -> list[DraftClaim]:
    """The claims, those as open whose name another line gives as something else, and what was proved from them.

    `known` are the labels of lines of which is known how they stand to the others, `together` those from which one line follows, so
    that the source means one quantity by a name in them; `follows` is how it is said of an open line that
    it follows from others.
    """
    printed = {one.python: one.latex for one in paper.symbols}
    by_name: dict[Any, list[tuple[DraftClaim, Any]]] = {}
    for claim in paper.claims:
        if claim.label not in known and (found := _given(claim)) is not None:
            by_name.setdefault(found[0], []).append((claim, found[1]))
    once = {left: found[0][1] for left, found in by_name.items() if len(found) == 1}
    asked = [claim for claim in paper.claims if claim.label not in known]
    joined: dict[str, set[str]] = {}
    for labels in map(frozenset, together):
        for label in labels:
            joined.setdefault(label, set()).update(labels)
    questions = dict.fromkeys([claim.label for claim in paper.claims], "")
    questions |= {claim.label: _question(claim, by_name, once, printed, joined) for claim in asked}
    open_ = {label for label, question in questions.items() if question}
    claims = [doubted(claim, questions[claim.label]) if questions[claim.label] else claim for claim in paper.claims]
    while any(claim.kind == "step" and open_ & set(claim.premises) for claim in claims):
        claims = [_resting(claim, open_, follows) for claim in claims]
        open_ |= {claim.label for claim in claims if claim.kind == "missing"}
    return claims


def _given(claim: DraftClaim) -> tuple[Any, Any] | None:
    """The name, or the function at its letters, on the left of a line that is given or open, and what it is given as."""
    if claim.kind not in ("given", "missing") or claim.equation is None or not claim.lhs or claim.conditions:
        return None
    if claim.rests or AT_ONE_PLACE in claim.why or (claim.kind == "missing" and claim.printed.count("=") != 1):
        return None
    left, right = claim.equation
    is_name = left.is_Symbol or isinstance(left, AppliedUndef)
    if left.is_Symbol and right.is_Symbol and sorted(left.name) == sorted(right.name):
        return None  # d_ij = d_ji
    return (left, right) if is_name and not right.has(left) else None


def _question(
    claim: DraftClaim,
    by_name: Mapping[Any, Sequence[tuple[DraftClaim, Any]]],
    once: Mapping[Any, Any],
    printed: Mapping[str, str],
    joined: Mapping[str, Collection[str]],
) -> str:
    """What is asked of a line whose name another one gives as well; empty if nothing is.

    `joined` are the labels of the lines with which one stands together, by its own.
    """
    found = _given(claim)
    if found is None:
        return ""
    left, right = found
    name = left.func.__name__ if isinstance(left, AppliedUndef) else left.name
    shown = printed.get(name, name)
    for other, value in by_name[left]:
        if other.label not in joined.get(claim.label, ()) and _is_apart(claim, other) and _differ(right, value, once):
            return f"{shown}{TWICE}({other.label}): the same quantity?"
    for used in sorted(by_name.keys() & right.atoms(sympy.Symbol, AppliedUndef), key=str):
        for other, value in by_name[used]:
            if _is_apart(claim, other) and value.has(left):
                return f"{shown}{TWICE}({other.label}), if that is solved for it: the same quantity?"
    return ""


def _is_apart(claim: DraftClaim, other: DraftClaim) -> bool:
    """Whether two lines stand in two displays that no words join, and are not of two cases, which are asked about already."""
    same = (claim.file, claim.line) == (other.file, other.line)
    same = same or other.label in claim.named or claim.label in other.named
    return not same and not (IN_CASE in claim.why and IN_CASE in other.why)


def _resting(claim: DraftClaim, open_: set[str], follows: str) -> DraftClaim:
    """A step as open, if something is asked of what it rests on."""
    if claim.kind != "step" or not open_ & set(claim.premises):
        return claim
    by = " and ".join(f"({label})" for label in claim.premises)
    return doubted(replace(claim, premises=(), named=claim.premises), f"{follows} {by}, of which something is asked")


def _differ(first: Any, second: Any, once: Mapping[Any, Any]) -> bool:
    """Whether two formulas stay different with what else is given put in, and multiplied out."""
    for _ in range(ROUNDS):
        if first == second:
            return False
        if max(_nodes(first), _nodes(second)) > LONGEST:
            return True
        if sympy.expand(first - second) == 0 or sympy.expand(sympy.together(first - second)) == 0:
            return False
        first, second = first.xreplace(once), second.xreplace(once)
    return True


def _nodes(expression: Any) -> int:
    return sum(1 for _ in sympy.preorder_traversal(expression))
