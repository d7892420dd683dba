"""Which lines give a symbol its meaning, and which others use it: so the lines hang together where nothing follows from them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from referee.draft_claims import DraftClaim
from referee.linking.points import Line, is_letter, letters

SHOWN = 4


def defining(claims: Iterable[DraftClaim], lines: Mapping[str, Line]) -> dict[str, tuple[str, ...]]:
    """The labels of the lines that use what each given line defines, by its label.

    A line defines the letter that stands alone on its left and not on its right.  Where several do, those behind one
    of them use that one, up to the next; those before all of them use the first.
    """
    defined: dict[Any, list[Line]] = {}
    users: dict[Any, list[Line]] = {}
    for claim in claims:
        line = lines.get(claim.label)
        if line is None:
            continue
        if claim.kind == "given" and _defines(line):
            defined.setdefault(line.lhs, []).append(line)
        for letter in letters(line.lhs, line.rhs):
            users.setdefault(letter, []).append(line)
    found: dict[str, list[str]] = {}
    for letter, places in defined.items():
        heads = {one.label for one in places}
        for line in users[letter]:
            if line.label not in heads:
                home = next((one for one in reversed(places) if one.place < line.place), places[0])
                found.setdefault(home.label, []).append(line.label)
    return {label: tuple(users_of) for label, users_of in found.items()}


def used_in(defines: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """The labels of the lines that define what a line uses, by its label.

    >>> used_in({"1": ("3", "4"), "2": ("3",)})
    {'3': ('1', '2'), '4': ('1',)}
    """
    found: dict[str, tuple[str, ...]] = {}
    for home, users in defines.items():
        for label in users:
            found[label] = (*found.get(label, ()), home)
    return found


def _defines(line: Line) -> bool:
    return bool(is_letter(line.lhs) and line.rhs not in (0, line.lhs) and not line.rhs.has(line.lhs))


def in_words(line: Line, used_by: tuple[str, ...]) -> str:
    """What is said of a line that defines something."""
    shown = [f"({label})" for label in used_by[:SHOWN]] + (["others"] if len(used_by) > SHOWN else [])
    together = shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
    return f"gives {line.lhs} its meaning, used in {together}"


def uses_in_words(homes: Iterable[Line]) -> str:
    """What is said of a line that uses what others define."""
    ordered = sorted(homes, key=lambda line: line.place)
    shown = [f"{line.lhs} from ({line.label})" for line in ordered[:SHOWN]]
    return f"uses {', '.join(shown)}{' and others' if len(ordered) > SHOWN else ''}"
