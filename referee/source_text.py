"""What of a source is no text of the paper: comments, listings and fenced code."""

from __future__ import annotations

import re

from referee.source_macros import as_printed

FENCE = re.compile(r"(?m)^ {0,3}(```|~~~)")
VERBATIM = re.compile(r"\\begin\{(verbatim|lstlisting|comment|minted)\*?\}")
DIRECTIVE = re.compile(
    r"(?ms)^[ \t]{0,3}(?P<fence>`{3,}|~{3,}|:{3,})[ \t]*\{math\}(?P<first>[^\n]{0,2000})\n(?P<body>.{0,20000}?)^[ \t]{0,3}(?P=fence)[ \t]*$"
)
OPTION = re.compile(r"(?m)^[ \t]*:(\w{1,20}):([^\n]{0,200})$")
COMMENT = re.compile(r"(?<!\\)((?:\\\\)*)%[^\n]*")


def masked(text: str, is_latex: bool) -> str:
    """The text with comments and listings blanked out; every character keeps its place."""
    if is_latex:
        text = COMMENT.sub(lambda match: match.group(1) + " " * (len(match.group()) - len(match.group(1))), text)
        text = as_printed(text)
    text = _blank_listings(text if is_latex else _directives(text))
    return text if is_latex else _blank_fences(text)


def _directives(text: str) -> str:
    """MyST's ```{math} as $$, with its label; every line keeps its place.

    >>> _directives("```{math}\\n:label: one\\na = b\\n```")
    '$$\\n\\\\label{one}\\na = b\\n$$'
    """
    return DIRECTIVE.sub(_as_display, text)


def _as_display(match: re.Match[str]) -> str:
    body = OPTION.sub(lambda option: rf"\label{{{option[2].strip()}}}" if option[1] == "label" else "", match["body"])
    own = re.search(r"\\begin\{(?:align|gather|equation|eqnarray|multline)", body)
    sign = "" if own else "$$"
    return f"{sign}{match['first'].strip()}\n{body}{sign}"


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
