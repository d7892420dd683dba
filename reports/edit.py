r"""Printed → corrected, as the smallest edit of the printed line.

The edit is looked for on the printed LaTeX: a sign, a factor, an exponent, a letter, a number.  It is taken
where the line that comes out has, side by side, the value of the proved correction (`reports.formula_values`)
or is what the audit says in so many words ("the sign is wrong on the right").  Where no single edit
gives the correction, the two are compared part by part; where they have little in common, nothing is
marked.  What is inserted or deleted stands between private characters, which each format writes its own way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from reports.formula_values import NoValue, value
from reports.latex_tree import RELATIONS, Call, Group, Leaf, Node, NotRead, Row, Scripted, members, read, written

INSERTED, DELETED = ("\ue000", "\ue001"), ("\ue002", "\ue003")
MARKS = "".join((*INSERTED, *DELETED))
LEAST_IN_COMMON = 0.45
_FACTORS = ("2", "4", "3", r"\pi", "2 \\pi", "4 \\pi", "c", "8", "e", r"\hbar")
_WRONG_SIDE = re.compile(r"the sign is wrong on the (left|right)")
_MISSING = re.compile(r"a factor \$([^$]+)\$ is missing on the (left|right)")


@dataclass(frozen=True)
class Edit:
    """The printed line with what goes, and the right one with what comes; `marked` if the two have much in common."""

    before: str
    after: str
    marked: bool = True
    of: str = ""
    """The printed formula as it stands on the page."""

    @property
    def plain(self) -> str:
        """The right line without marks."""
        return " ".join(unmarked(self.after).split())

    @property
    def is_swap(self) -> bool:
        r"""Whether one sign stands for another, and nothing is left out or added.

        >>> edit(r"r^3 = a", r"r^2 = a").is_swap, edit("r = a", r"r = 2 a").is_swap
        (True, False)
        """
        pieces = [
            re.findall(f"{opens}(.*?){closes}", text, re.DOTALL)
            for text, (opens, closes) in ((self.before, DELETED), (self.after, INSERTED))
        ]
        return self.marked and all(len(found) == 1 and _is_one_sign(read(found[0])) for found in pieces)


def unmarked(text: str) -> str:
    """The text without the private characters that mark a change."""
    return text.translate(dict.fromkeys(map(ord, MARKS)))


def _is_one_sign(nodes: Row) -> bool:
    """Whether it is one letter or number, with what stands at it."""
    return len(nodes) == 1 and not (
        isinstance(nodes[0], Group) or (isinstance(nodes[0], Call) and len(nodes[0].arguments) > 1)
    )


def edit(printed: str, correction: str | None, said: str = "", alike: bool = False) -> Edit | None:
    r"""The smallest edit of a printed formula that gives its correction; None if neither formula nor words tell it.

    `correction` is LaTeX or None, `said` what the audit says is wrong, in words.  With `alike`, a correction of which no
    edit has the value, side by side, is none of this formula.

    >>> edit(r"Z = \frac{E}{mc^2}", r"Z = \frac{2 E}{c^{2} m}").plain
    'Z = \\frac{ 2 E}{m c^{2}}'
    """
    try:
        before = read(unmarked(printed))
        right = None if correction is None else read(unmarked(correction))
        after = _same_line(before, right) if alike and right is not None else _corrected(before, right, said)
    except (NotRead, RecursionError):
        return None
    return None if after is None else compared(before, after)


def compared(before: Row, after: Row) -> Edit | None:
    """The two rows with their differences marked, or unmarked where they have little in common."""
    first, second = list[str](), list[str]()
    changed = _compare(before, after, first, second)
    size = max(1, _size(before) + _size(after))
    if changed == 0:
        return None
    one_sided = not any(mark in " ".join(second) for mark in INSERTED) or not any(
        mark in " ".join(first) for mark in DELETED
    )
    if changed / size > 1 - LEAST_IN_COMMON and not one_sided:
        return Edit(written(before), written(after), marked=False)
    return Edit(" ".join(first), " ".join(second))


# --- the corrected line ---------------------------------------------------------------------------------


def _corrected(before: Row, right: Row | None, said: str) -> Row | None:
    sides, signs = members(before), [n for n in before if isinstance(n, Leaf) and n.text in RELATIONS]
    if right is not None:
        mended = _sides_mended(sides, members(right))
        return right if mended is None else _chain(mended, signs)
    if len(sides) != 2:
        return None
    if wrong := _WRONG_SIDE.search(said):
        return _chain(_put(sides, wrong[1], _negated), signs)
    if missing := _MISSING.search(said):
        factor = read(missing[1])
        return _chain(_put(sides, missing[2], lambda side: next(_times(side, factor), side)), signs)
    return None


EQUALS = frozenset(("=", r"\equiv", "≡"))


def _same_line(before: Row, right: Row) -> Row | None:
    """The printed line with the values of the correction, side by side and in letters of its own; None if it is another."""
    signs, others = ([n.text for n in row if isinstance(n, Leaf) and n.text in RELATIONS] for row in (before, right))
    mended = _sides_mended(members(before), members(right)) if len(signs) == len(others) else None
    if signs != others and (mended != members(before) or {*signs, *others} <= EQUALS):
        mended = None  # another sign alone is a change, beside another value it is another line
    after = None if mended is None else _chain(mended, [Leaf(sign) for sign in others])
    known = {leaf.text for leaf in _leaves(before)} | set(_FACTORS) | RELATIONS
    new = {leaf.text for leaf in _leaves(after or ()) if leaf.text.strip("0123456789+-−")}
    return after if new <= known else None


def _chain(sides: Sequence[Row], signs: Sequence[Node]) -> Row:
    row = sides[0]
    for sign, side in zip(signs, sides[1:], strict=True):
        row = (*row, sign, *side)
    return row


def _put(sides: list[Row], which: str, change: object) -> list[Row]:
    index = 0 if which == "left" else -1
    sides = list(sides)
    sides[index] = change(sides[index])  # type: ignore[operator]
    return sides


def _sides_mended(sides: list[Row], right: list[Row]) -> list[Row] | None:
    """Each printed side as the correction has it, changed as little as possible; None if that is not found."""
    if len(sides) != len(right):
        return None
    mended = []
    for side, wanted in zip(sides, right, strict=True):
        try:
            target = value(wanted)
        except NoValue:
            if _plain(side) != _plain(wanted):
                return None
            mended.append(side)
            continue
        found = next((row for row in (side, *_single_edits(side, wanted)) if _value(row) == target), None)
        if found is None:
            return None
        mended.append(found)
    return mended


def _plain(row: Row) -> str:
    return written(row).replace("{", "").replace("}", "").replace(" ", "")


def _value(row: Row) -> int | None:
    try:
        return value(row)
    except NoValue:
        return None


def _single_edits(side: Row, wanted: Row) -> Iterator[Row]:
    """The side after one change: a sign, a factor more or less, an exponent, a letter, a number."""
    yield _negated(side)
    for index, node in enumerate(side):
        if isinstance(node, Leaf) and node.text in "+-−":
            turned = Leaf("+" if node.text != "+" else "-")
            yield (*side[:index], turned, *side[index + 1 :])
    yield from _lost(side)  # before a factor more: the 2 below is struck, and none is written above
    for factor in _FACTORS:
        yield from _times(side, read(factor))
    here = set(_signs(side))
    for sign in dict.fromkeys(_signs(wanted)):
        if sign not in here:
            yield from _times(side, (sign,))
    letters = {n.text for n in _leaves(wanted)}
    for old in {n.text for n in _leaves(side)} - letters:
        for new in sorted(letters - {n.text for n in _leaves(side)}):
            yield _replaced(side, old, new)


def _negated(side: Row) -> Row:
    """The side with the opposite sign: one sign more or less for one term, brackets round several."""
    signs = [i for i, node in enumerate(side) if isinstance(node, Leaf) and node.text in ("+", "-", "−")]
    if signs in ([], [0]):
        if not signs:
            return (Leaf("-"), *side)
        return side[1:] if side[0] != Leaf("+") else (Leaf("-"), *side[1:])
    return (Leaf("-"), Group(side, "(", ")"))


def _times(side: Row, factor: Row) -> Iterator[Row]:
    """The side with a factor: in the first numerator, before it, in a denominator."""
    terms = [i for i, node in enumerate(side) if isinstance(node, Leaf) and node.text in ("+", "-", "−") and i]
    if terms:
        return
    ahead = 1 if side and side[0] == Leaf("-") else 0
    for index, node in enumerate(side):
        if isinstance(node, Call) and node.name in ("frac", "dfrac", "tfrac"):
            above, below = node.arguments
            above = () if above == (Leaf("1"),) else above
            yield (*side[:index], replace(node, arguments=((*factor, *above), below)), *side[index + 1 :])
            yield (*side[:index], replace(node, arguments=(node.arguments[0], (*factor, *below))), *side[index + 1 :])
    yield (*side[:ahead], *factor, *side[ahead:])


def _lost(row: Row) -> Iterator[Row]:
    """The side without one of its factors, and with another exponent on one of its factors."""
    for index, node in enumerate(row):
        if node not in (*_TERM_SIGNS, *_PRODUCT_SIGNS, Leaf("/")):
            yield _struck(row, index)
        if isinstance(node, Call) and node.name in ("frac", "dfrac", "tfrac"):
            for place in (0, 1):
                for part in _lost(node.arguments[place]):
                    arguments = list(node.arguments)
                    arguments[place] = part or (Leaf("1"),)
                    yield (*row[:index], replace(node, arguments=tuple(arguments)), *row[index + 1 :])
        if isinstance(node, Scripted) and node.above is not None:
            for power in "1234":
                above = None if power == "1" else (Leaf(power),)
                yield (*row[:index], replace(node, above=above), *row[index + 1 :])
        elif isinstance(node, (Leaf, Scripted)):
            yield (*row[:index], Scripted(node, None, (Leaf("2"),)), *row[index + 1 :])


_TERM_SIGNS = (Leaf("+"), Leaf("-"), Leaf("−"))
_PRODUCT_SIGNS = (Leaf(r"\cdot"), Leaf(r"\times"), Leaf("*"))


def _struck(row: Row, index: int) -> Row:
    """The row without one sign, and without the operation that it leaves with one operand.

    Of a numerator before a slash 1 is left, and of what stands behind a slash not the slash.
    """
    ahead, behind = row[:index], row[index + 1 :]
    begins, ends = not ahead or ahead[-1] in _TERM_SIGNS, not behind or behind[0] in _TERM_SIGNS
    if begins and behind[:1] == (Leaf("/"),):
        return (*ahead, Leaf("1"), *behind)
    if begins and ends:  # a whole term
        return behind[1:] if len(ahead) < 2 and behind[:1] == (Leaf("+"),) else (*ahead[:-1], *behind)
    if (ahead and ahead[-1] in _PRODUCT_SIGNS) or (ends and ahead[-1:] == (Leaf("/"),)):
        return (*ahead[:-1], *behind)
    return (*ahead, *(behind[1:] if behind[0] in _PRODUCT_SIGNS else behind)) if behind else ahead


def _signs(row: Row) -> Iterator[Node]:
    """The factors of a side that are one letter or number, with what stands at it."""
    for node in row:
        if isinstance(node, Call) and node.name in ("frac", "dfrac", "tfrac"):
            for argument in node.arguments:
                yield from _signs(argument)
        elif _is_one_sign((node,)) and not (isinstance(node, Leaf) and node.text in "+-−"):
            yield node


def _leaves(row: Row) -> Iterator[Leaf]:
    for node in row:
        if isinstance(node, Leaf):
            yield node
        elif isinstance(node, Group):
            yield from _leaves(node.items)
        elif isinstance(node, Call):
            for argument in node.arguments:
                yield from _leaves(argument)
        else:
            yield from _leaves((node.base,))
            for script in (node.below, node.above):
                yield from _leaves(script or ())


def _replaced(row: Row, old: str, new: str) -> Row:
    return tuple(_node_replaced(node, old, new) for node in row)


def _node_replaced(node: Node, old: str, new: str) -> Node:
    if isinstance(node, Leaf):
        return Leaf(new) if node.text == old else node
    if isinstance(node, Group):
        return replace(node, items=_replaced(node.items, old, new))
    if isinstance(node, Call):
        return replace(node, arguments=tuple(_replaced(row, old, new) for row in node.arguments))
    below, above = (None if row is None else _replaced(row, old, new) for row in (node.below, node.above))
    return Scripted(_node_replaced(node.base, old, new), below, above)


# --- what differs -------------------------------------------------------------------------------------


def _size(row: Row) -> int:
    return sum(1 for _ in _leaves(row))


def _mark(row: Sequence[Node], marks: tuple[str, str], into: list[str]) -> int:
    if row:
        into.append(f"{marks[0]} {written(row)} {marks[1]}")
    return _size(tuple(row))


def _compare(before: Row, after: Row, first: list[str], second: list[str]) -> int:
    """Writes both rows with their differences marked; returns how many leaves differ."""
    keys = [[written((node,)) for node in row] for row in (before, after)]
    changed = 0
    for tag, a, b, c, d in SequenceMatcher(None, keys[0], keys[1], autojunk=False).get_opcodes():
        old, new = before[a:b], after[c:d]
        if tag == "equal":
            first.append(written(old))
            second.append(written(new))
        elif old and new and _in_brackets(new[-1], old):
            sign = written(new[:-1])
            first.append(written(old))
            second.append(f"{INSERTED[0]} {sign} ( {INSERTED[1]} {written(old)} {INSERTED[0]} ) {INSERTED[1]}")
            changed += len(new) + 1
        elif old and new and _alike(old[-1], new[-1]):
            changed += _mark(old[:-1], DELETED, first) + _mark(new[:-1], INSERTED, second)
            changed += _compare_nodes(old[-1], new[-1], first, second)
        elif old and new and _alike(old[0], new[0]):
            changed += _compare_nodes(old[0], new[0], first, second)
            changed += _mark(old[1:], DELETED, first) + _mark(new[1:], INSERTED, second)
        else:
            changed += _mark(old, DELETED, first) + _mark(new, INSERTED, second)
    return changed


def _in_brackets(node: Node, row: Row) -> bool:
    return isinstance(node, Group) and node.left == "(" and node.items == row


def _alike(old: Node, new: Node) -> bool:
    if isinstance(old, Call) and isinstance(new, Call):
        return old.name == new.name and old.name in ("frac", "dfrac", "tfrac", "sqrt")
    if isinstance(old, Group) and isinstance(new, Group):
        return (old.left, old.right) == (new.left, new.right)
    return isinstance(old, Scripted) and isinstance(new, Scripted) and old.base == new.base and old.below == new.below


def _compare_nodes(old: Node, new: Node, first: list[str], second: list[str]) -> int:
    changed = 0
    if isinstance(old, Call) and isinstance(new, Call):
        parts = list[tuple[str, str]]()
        for before, after in zip(old.arguments, new.arguments, strict=True):
            here, there = list[str](), list[str]()
            changed += _compare(before, after, here, there)
            parts.append((" ".join(here), " ".join(there)))
        first.append(f"\\{old.name}" + "".join(f"{{{part}}}" for part, _ in parts))
        second.append(f"\\{new.name}" + "".join(f"{{{part}}}" for _, part in parts))
        return changed
    here, there = list[str](), list[str]()
    if isinstance(old, Group) and isinstance(new, Group):
        changed = _compare(old.items, new.items, here, there)
        opening, closing = (rf"\left{old.left} ", rf" \right{old.right}") if old.left else ("{", "}")
        first.append(opening + " ".join(here) + closing)
        second.append(opening + " ".join(there) + closing)
        return changed
    assert isinstance(old, Scripted)
    assert isinstance(new, Scripted)
    changed = _compare(old.above or (), new.above or (), here, there)
    for script, into in ((here, first), (there, second)):
        base = written((Scripted(old.base, old.below, None),))
        into.append(base + (f"^{{{' '.join(script)}}}" if script else ""))
    return changed
