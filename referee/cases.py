r"""Quantities that are defined case by case: f = \begin{cases} a & x > 0 \\ b & x < 0 \end{cases}, one line a case.

Each case is an equation under its condition.  A case without a condition that can be read ("otherwise", words) stays
open, for by itself it would say more than the page.
"""

from __future__ import annotations

import re

from referee.chains import CONDITIONAL, SIGN, Link
from referee.source_rows import split_rows, tidy

CASES = re.compile(
    r"(?s)^(?P<left>[^&]{1,400}?=)\s*(?:\\begin\{(?P<name>d?cases|rcases)\}|\\left\s*\\\{\s*\{?\s*\\begin\{array\}\s*\{[^{}]{1,20}\})"
    r"(?P<rows>.*)\\end\{(?:d?cases|rcases|array)\}\s*\}?\s*(?:\\right\s*\.)?\s*[.,;]?\s*$"
)
WORDS = re.compile(r"^\s*\\(?:text|mathrm|textrm|mbox)\s*\{([^{}$]*)\}")
IN_WORDS = re.compile(r"^\s*\\(?:text|mathrm|textrm|mbox)\s*\{\s*([a-z ]*)\$([^$]+)\$\s*\}\s*$")


def branches(latex: str) -> list[Link]:
    """The cases of a display as links, each with its condition; none if it is no such display."""
    match = CASES.match(latex)
    if match is None or r"\begin" in match["rows"] or r"\begin" in match["left"]:
        return []
    left = match["left"].rstrip("= ").strip()
    if SIGN.search(left):
        return []
    return [_branch(left, row, latex) for row in split_rows(match["rows"]) if tidy(row)]


def _branch(left: str, row: str, whole: str) -> Link:
    value, *rest = re.split(r"(?<!\\)&", row, maxsplit=1)
    value = tidy(value)
    condition = tidy(rest[0].replace("&", " ")) if rest else ""
    if inside := IN_WORDS.match(condition):
        condition = rf"\text{{{inside[1]}}} {inside[2]}"
    words = WORDS.match(condition)
    told = words[1].strip() if words else ""
    bounds = tidy(condition[words.end() :] if words else condition)
    printed = f"{left} = {value}"
    if not value or (told and not CONDITIONAL.fullmatch(told)) or not SIGN.search(bounds):
        shown = f"{printed} ({condition})" if condition else printed
        why = "a case without a condition in signs: say when it holds"
        return Link(printed, question=why, right=value, shown=shown) if value else Link(shown, problem=why)
    return Link(rf"{printed} \quad \text{{for }} {bounds}", right=value)
