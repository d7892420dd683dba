"""Which equations of a source are encoded, which differ, and which are not there yet.

An equation is looked for under its number first and by its content then.  Contents are
compared as formulas, with the symbols of the claim at hand, and as LaTeX without blanks and
needless braces: equal tokens are the same formula, and different ones prove nothing.

Two texts that agree say nothing of the encoding, which is what an audit decides.  So there
are three words: the *encoding agrees* where the formula of the source is what the statements
say; the *printed text agrees* where it is the `printed` of a claim, whose statements nobody
has compared with it; and *not compared*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from referee.chains import links_of
from referee.sources import Display, Source
from referee.tables import PrintedTable
from referee.tables import told as told_of_tables
from verify.encoding.paper import Paper
from verify.grammar.ambiguities import WIDE_GAP
from verify.grammar.glyphs import CLOSING, COMMAND_FUNCTIONS, NOT_OPERANDS
from verify.grammar.parser import ParseError, Token
from verify.grammar.tokens import formulas_in, tokenize
from verify.page import transcription
from verify.vocabulary.readings import Claim
from verify.workers.last_words import describe


class Cover(StrEnum):
    """What became of one equation of the source."""

    ENCODING_AGREES = "encoding agrees"
    TEXT_AGREES = "printed text agrees"
    DIFFERS = "encoded, differs"
    NOT_COMPARED = "encoded, not compared"
    IN_PART = "agrees in part"
    PARTLY = "partly encoded"
    NOT_ENCODED = "not encoded"


ENCODED = {Cover.ENCODING_AGREES, Cover.TEXT_AGREES, Cover.DIFFERS, Cover.NOT_COMPARED, Cover.IN_PART}
SAME = {Cover.ENCODING_AGREES, Cover.TEXT_AGREES}


@dataclass(frozen=True)
class Covered:
    """One equation of the source, the labels of the claims that encode it, and how they compare."""

    display: Display
    labels: tuple[str, ...]
    cover: Cover
    detail: str = ""


def coverage(paper: Paper, source: Source) -> list[Covered]:
    """Every equation of the source with its claims, in the order of the source."""
    by_tokens = _by_tokens(paper)
    return [_covered_for_itself(display, paper, by_tokens) for display in source.displays]


def complete(found: Sequence[Covered]) -> bool:
    """Whether every numbered equation is encoded, none of its lines is missing."""
    return all(one.cover in ENCODED for one in found if one.display.number is not None)


def tell(found: Sequence[Covered], problems: Sequence[str] = (), tables: Sequence[PrintedTable] = ()) -> Iterator[str]:
    """The lines for a terminal: what differs or is missing in full, then the counts; printed tables with their rows."""
    for problem in problems:
        yield f"not read: {problem}"
    for one in found:
        if one.cover is not Cover.ENCODING_AGREES:
            number = f"({one.display.number})" if one.display.number else "unnumbered"
            yield f"{number:12} {one.display.place:<11} {one.cover}: {_clip(one.display.latex)}"
            if one.detail:
                yield f"{'':24} {_clip(one.detail, 200)}"
    for title, part in (
        ("numbered", [one for one in found if one.display.number is not None]),
        ("unnumbered", [one for one in found if one.display.number is None]),
    ):
        counts = {cover: sum(one.cover is cover for one in part) for cover in Cover}
        told = ", ".join(f"{count} {cover}" for cover, count in counts.items() if count)
        yield f"{len(part)} {title} equations" + (f": {told}" if told else "")
    yield from told_of_tables(tables)


def _clip(text: str, width: int = 80) -> str:
    shown = "".join(character if character.isprintable() else " " for character in text)
    return shown if len(shown) <= width else f"{shown[: width - 1]}…"


# --- one equation -----------------------------------------------------------------------------------


def _covered_for_itself(display: Display, paper: Paper, by_tokens: dict[str, list[Claim]]) -> Covered:
    """As `_covered`; an equation over which our own comparison stumbles costs the others nothing."""
    try:
        return _covered(display, paper, by_tokens)
    except MemoryError:
        raise
    except Exception as error:
        labels = tuple(claim.label for claim in _with_number(display.number, paper) if claim.kind != "missing")
        cover = Cover.NOT_COMPARED if labels else Cover.NOT_ENCODED
        return Covered(display, labels, cover, f"the comparison stopped with an error of its own: {describe(error)}")


def _covered(display: Display, paper: Paper, by_tokens: dict[str, list[Claim]]) -> Covered:
    numbered = _with_number(display.number, paper)
    written = [claim for claim in numbered if claim.kind != "missing"]
    if written:
        elsewhere = by_tokens if len(written) == len(numbered) else None
        cover, detail = _compare(display, written, paper, elsewhere)
        if cover not in SAME and len(written) < len(numbered):
            cover, detail = Cover.PARTLY, _reasons(numbered)
        return Covered(display, tuple(claim.label for claim in written), cover, detail)
    cover, labels = _by_content(display, paper, by_tokens)
    return Covered(display, labels, cover, "" if cover in SAME else _reasons(numbered))


def _reasons(claims: Sequence[Claim]) -> str:
    return "; ".join(f"{claim.label}: {claim.note}" for claim in claims if claim.kind == "missing")


def _with_number(number: str | None, paper: Paper) -> list[Claim]:
    """The claims labelled with a number: (5) as 5, its links as 5:2 or 5.line2, its parts as 5a or 5 (left)."""
    if number is None:
        return []
    ours = re.compile(rf"{re.escape(number)}(?::[0-9]+|\.line[0-9]+|\.num|[a-z]| \(.*\))?")
    return [claim for claim in paper.claims.values() if ours.fullmatch(claim.label)]


def _compare(
    display: Display, claims: list[Claim], paper: Paper, elsewhere: dict[str, list[Claim]] | None
) -> tuple[Cover, str]:
    """How the links of a display compare: all, some or none of them agree.

    A link of a chain that the claims of this number do not state may be stated elsewhere
    (by_tokens, if nothing of the number is missing), as the premise R = V/I of (28); and
    the link b = c of a = b = c is stated with a = c, since a = b is compared by itself.
    What differs is not excused so.
    """
    for claim in claims:
        if tokens_of(display.latex) in map(tokens_of, formulas_in(claim.printed)):
            return _as_encoded(claim, paper)
    if display.doubt:
        return Cover.NOT_COMPARED, display.doubt
    found = [_compare_link(link.text, claims, paper) for link in links_of(display.latex)]
    if len(found) > 1 and elsewhere is not None:
        for place, link in enumerate(links_of(display.latex)):
            texts = [link.text, *([link.from_head] if link.from_head else [])]
            stated = [one for text in texts if (one := _stating(text, paper, elsewhere)) is not None]
            if found[place][0] is Cover.NOT_COMPARED and stated:
                found[place] = stated[0][1], ""
    covers = {one[0] for one in found}
    if covers <= SAME:
        return (Cover.TEXT_AGREES if Cover.TEXT_AGREES in covers else Cover.ENCODING_AGREES), ""
    others = [one for one in found if one[0] not in SAME]
    if len(others) < len(found):
        return Cover.IN_PART, others[0][1]
    return next((one for one in found if one[0] is Cover.DIFFERS), found[0])


def _as_encoded(claim: Claim, paper: Paper) -> tuple[Cover, str]:
    """How far a formula that is printed in a claim is compared: up to its encoding, or as a text only."""
    said = transcription.check(claim, paper)
    if said.word in (transcription.AGREES, transcription.WORDS):
        return Cover.ENCODING_AGREES, ""
    if said.word == transcription.DIFFERS:
        return Cover.DIFFERS, said.detail
    return Cover.TEXT_AGREES, said.detail or "the claim states nothing that can be compared with its text"


def _compare_link(text: str, claims: list[Claim], paper: Paper) -> tuple[Cover, str]:
    said = transcription.states(text, claims, paper)
    if said.word == transcription.AGREES:
        return Cover.ENCODING_AGREES, ""
    for claim in claims:
        printed = [link.text for formula in formulas_in(claim.printed) for link in links_of(formula)]
        if tokens_of(text) in map(tokens_of, printed) or any(
            transcription.alike(text, link, claims, paper) for link in printed
        ):
            return _as_encoded(claim, paper)
    if said.word == transcription.DIFFERS:
        return Cover.DIFFERS, said.detail
    return Cover.NOT_COMPARED, said.detail or "the claim states no relation"


def _by_content(display: Display, paper: Paper, by_tokens: dict[str, list[Claim]]) -> tuple[Cover, tuple[str, ...]]:
    """Claims that state the links of a display, each link the first that does."""
    if same := by_tokens.get(tokens_of(display.latex)):
        return _as_encoded(same[0], paper)[0], tuple(claim.label for claim in same)
    stated = [_stating(link.text, paper, by_tokens) for link in links_of(display.latex)]
    found = [one for one in stated if one is not None]
    labels = tuple(dict.fromkeys(claim.label for claim, _ in found))
    if not labels:
        return Cover.NOT_ENCODED, ()
    if len(found) < len(stated):
        return Cover.PARTLY, labels
    covers = [cover for _, cover in found]
    return next((one for one in (Cover.DIFFERS, Cover.TEXT_AGREES) if one in covers), Cover.ENCODING_AGREES), labels


def _stating(link: str, paper: Paper, by_tokens: dict[str, list[Claim]]) -> tuple[Claim, Cover] | None:
    if same := by_tokens.get(tokens_of(link)):
        return same[0], _as_encoded(same[0], paper)[0]
    letters = _letters(link)
    for claim in paper.claims.values():
        alike = claim.kind != "missing" and letters <= _letters(*formulas_in(claim.printed))
        if alike and transcription.states(link, [claim], paper).word == transcription.AGREES:
            return claim, Cover.ENCODING_AGREES
    return None


# --- LaTeX as tokens --------------------------------------------------------------------------------


def _by_tokens(paper: Paper) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for claim in paper.claims.values():
        if claim.kind not in ("missing", "remark"):
            for formula in formulas_in(claim.printed):
                found.setdefault(tokens_of(formula), []).append(claim)
    return found


def _letters(*formulas: str) -> set[str]:
    """The letters and commands of formulas, as a first look at whether they may say the same."""
    return {text for formula in formulas for text in re.findall(r"[A-Za-z]", _bare(formula))}


def _bare(formula: str) -> str:
    return re.sub(r"\\[A-Za-z]+", " ", formula)


def tokens_of(latex: str) -> str:
    r"""A formula without blanks, layout and needless braces: \Phi_{0} and \Phi_0 give the same text.

    Braces around two digits stay: x^{23} is not x^23.  Upright letters are units and constants, where
    they are no script and no d, and a gap ends the argument of a function and what is below a slash.
    """
    try:
        tokens = tokenize(latex)
    except ParseError:
        return " ".join(latex.split())
    texts = [_gap(tokens, index) + _kind(tokens, index) + token.text for index, token in enumerate(tokens)]
    while texts and texts[-1] in (".", ",", ";"):
        texts.pop()
    joined = " ".join(texts)
    return re.sub(r"\{ ([A-Za-z0-9]|\\[A-Za-z]+) \}", r"\1", joined)


def _kind(tokens: Sequence[Token], index: int) -> str:
    """A mark before an upright letter: 5 m and 5 m in italics are not the same."""
    before = {tokens[place].text for place in range(max(0, index - 2), index)}
    is_script = bool(before & {"_", "^"})
    return "upright " if tokens[index].kind == "word" and not is_script and tokens[index].text != "d" else ""


def _gap(tokens: Sequence[Token], index: int) -> str:
    """A mark for a wide gap, and for any printed gap where an argument or a denominator may end."""
    space = tokens[index].space
    if index and tokens[index - 1].text in NOT_OPERANDS - CLOSING:
        return ""
    if index and WIDE_GAP.search(space) and tokens[index].text not in NOT_OPERANDS:
        return "gap "
    earlier = {token.text for token in tokens[:index]}
    narrow = re.search(r"\\[,;: ]|~", space)
    return "gap " if narrow and earlier & (COMMAND_FUNCTIONS | {"/"}) and tokens[index].text not in NOT_OPERANDS else ""
