r"""What joins the statements of one display: implications, arrows, words behind an equation, lists of values, ranges.

Each statement is a line of its own, and keeps what joins it as a question: of A \Rightarrow B neither A nor B is claimed,
of a = b \text{ for all } r the words say when, of n = 0, 4 either value may be meant.  None of them is ever given.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from verify.grammar.glyphs import BRACKETS, CLOSING, DOTS, RELATIONS
from verify.grammar.parser import Token

IMPLICATIONS = {r"\Rightarrow", r"\implies", r"\Longrightarrow", r"\therefore"}
EQUIVALENCES = {r"\Leftrightarrow", r"\iff", r"\Longleftrightarrow"}
ARROWS = {r"\to", r"\rightarrow", r"\longrightarrow", r"\mapsto", r"\longmapsto"}
MEMBERSHIP = {r"\in", r"\notin", r"\forall", r"\subset", r"\subseteq"}
DEFINING = re.compile(r"\s*(?:where|with)\b", re.IGNORECASE)
LONGEST_NAME = 30
"""Characters of a name of which a list of values is printed."""
SHOWN = 60

IMPLIED = "it is one side of an implication, and neither side is claimed by itself: say what it rests on"
EQUIVALENT = "it is one side of an equivalence, and neither side is claimed by itself: say what it rests on"
ARROW = "an arrow may mean two things: what it tends to or what it is replaced by"
LISTED = "a list of values may mean two things: each of them, or one in each case"
TWO_VALUES = r"\pm on one side may mean two things: two values or an uncertainty"


def outside(tokens: Sequence[Token]) -> list[int]:
    """The places of tokens that stand in no bracket."""
    found, depth = [], 0
    for index, token in enumerate(tokens):
        depth -= token.text in CLOSING
        if depth <= 0 and token.text not in CLOSING:
            found.append(index)
        depth += token.text in BRACKETS
    return found


def is_label(tokens: Sequence[Token], place: int) -> bool:
    r"""Whether a word is all of a script, v_{\mathrm{in}}: a label of the name and no word of the text."""
    before, after = [token.text for token in tokens[max(0, place - 2) : place]], tokens[place + 1 : place + 2]
    return before in (["_", "{"], ["^", "{"]) and bool(after) and after[0].text == "}"


def joined(latex: str, tokens: Sequence[Token], connecting: re.Pattern[str]) -> list[tuple[str, str]]:
    """The statements of a display that something joins, each with what is to be asked of it; none if nothing does."""
    places = outside(tokens)
    for signs, question in ((IMPLICATIONS, IMPLIED), (EQUIVALENCES, EQUIVALENT)):
        if cuts := [tokens[k] for k in places if tokens[k].text in signs]:
            return [(part, question) for part in _between(latex, cuts)] if _has_relation(tokens) else []
    words = [k for k in places if tokens[k].kind == "word" and connecting.match(tokens[k].text)]
    words = [k for k in words if not is_label(tokens, k)]
    if words and words[0] > 0 and _has_relation(tokens[: words[0]]):
        return _with_words(latex, tokens, words[0])
    arrows = [tokens[k] for k in places if tokens[k].text in ARROWS]
    if len(arrows) == 1 and not any(tokens[k].text in RELATIONS for k in places):
        left, *right = _between(latex, arrows)
        return [(f"{left} = {right[0]}", ARROW)] if right else []
    return []


def _has_relation(tokens: Sequence[Token]) -> bool:
    return any(token.text in RELATIONS for token in tokens)


def _between(latex: str, cuts: Sequence[Token]) -> list[str]:
    starts = [0, *(cut.column - 1 + len(cut.text) for cut in cuts)]
    ends = [*(cut.column - 1 for cut in cuts), len(latex)]
    parts = (latex[start:end] for start, end in zip(starts, ends, strict=True))
    return [part for part in (re.sub(r"^(?:\\q?quad(?![A-Za-z])|\\[,;: ]|\s|[,;])+", "", one) for one in parts) if part]


def _with_words(latex: str, tokens: Sequence[Token], place: int) -> list[tuple[str, str]]:
    """The equation before the words, what is defined behind them, and the rows below, which are lines of their own."""
    start = tokens[place].column - 1
    row = next((token for token in tokens[place:] if token.text == r"\\"), None)
    end = len(latex) if row is None else row.column - 1
    said = " ".join(latex[start:end].split())
    said = said if len(said) <= SHOWN else f"{said[:SHOWN]}..."
    found = [(latex[:start], f"words stand behind it, {said}: say when it holds")]
    behind = [token for token in tokens[place + 1 :] if token.column <= end]
    if behind and DEFINING.match(tokens[place].text) and _has_relation(behind):
        word = tokens[place].text.strip()
        question = f"it stands behind the word {word}: a definition or a condition"
        found.append((latex[behind[0].column - 1 : end], question))
    if row is not None and latex[end + 2 :].strip():
        found.append((latex[end + 2 :], ""))
    return found


def is_range(tokens: Sequence[Token]) -> bool:
    return any(token.text in DOTS for token in tokens)


def says_where(tokens: Sequence[Token]) -> bool:
    r"""Whether a statement is no equation but says of what a line is true: x \in V, \forall i."""
    return any(token.text in MEMBERSHIP for token in tokens)


def may_be_listed(left: str) -> bool:
    """Whether a list of values may stand behind a left side: a name, no integral into which a comma has slipped."""
    return len(left) <= LONGEST_NAME and not re.search(r"\\(?:int|sum|frac|begin)|[+/|]", left)
