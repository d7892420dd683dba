"""What of a source is no text of the paper: comments, listings and fenced code."""

from __future__ import annotations

import re

from referee.source_macros import as_printed

FENCE = re.compile(r"(?m)^ {0,3}(```|~~~)")
VERBATIM = re.compile(r"\\begin\{(verbatim|lstlisting|comment|minted)\*?\}")
COMMENT = re.compile(r"(?<!\\)((?:\\\\)*)%[^\n]*")


def masked(text: str, is_latex: bool) -> str:
    """The text with comments and listings blanked out; every character keeps its place."""
    if is_latex:
        text = COMMENT.sub(lambda match: match.group(1) + " " * (len(match.group()) - len(match.group(1))), text)
        text = as_printed(text)
    text = _blank_listings(text)
    return text if is_latex else _blank_fences(text)


def _blank_listings(text: str) -> str:
    pieces, position = [], 0
    while (match := VERBATIM.search(text, position)) is not None:
        end = text.find(rf"\end{{{match.group(1)}", match.end())
        if end < 0:
            break
        pieces += [text[position : match.start()], _blank(text[match.start() : end])]
        position = end
    return "".join([*pieces, text[position:]])


def _blank_fences(text: str) -> str:
    """Fenced code; a fence that is never closed is no fence."""
    pieces, position, opening = [], 0, None
    for fence in FENCE.finditer(text):
        if opening is None:
            opening = fence
        elif fence.group(1) == opening.group(1):
            pieces += [text[position : opening.start()], _blank(text[opening.start() : fence.end()])]
            position, opening = fence.end(), None
    return "".join([*pieces, text[position:]])


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)
