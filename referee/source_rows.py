r"""Rows of a display as texts: where they end, what stands before them, and what goes on with the row above."""

from __future__ import annotations

import re

from referee.chains import SIGN, columns_apart
from referee.source_numbers import GAP, NUMBERED, take_commands, take_number

RELATION = re.compile(rf"[\s&{{}}]*(?:{SIGN.pattern})")
LEADING_GAPS = re.compile(
    r"(?:[\s&~]|\{\s*\}|\\(?:q?quad|hfill|hphantom\{[^{}]*\}|phantom\{[^{}]*\}|hspace\*?\{[^{}]*\})(?![A-Za-z])|\\[ ,;:!])*"
)
INNER = (
    "aligned", "split", "gathered", "alignedat", "array", "multlined", "IEEEeqnarraybox", "equation", "align", "gather",
    "eqnarray",
)  # fmt: skip
"""Environments inside a display that lay out its rows."""
BEGIN = re.compile(
    rf"(?s)(.*?)\\begin\{{({'|'.join(INNER)})\*?\}}(?:\s*\[[a-z]\]|\s*\{{(?:[^{{}}&=\\]|\{{[^{{}}]*\}}){{0,60}}\}}(?![_^]))*"
)
BRACE = re.compile(r"\\left\s*\\(?:\{|lbrace(?![A-Za-z]))|(?<!\\left)\\(?:\{|lbrace(?![A-Za-z]))")
"""A brace before the rows of a system of equations."""
SEVERAL_COLUMNS = "a row below several columns goes on with one of them, nobody knows with which"


def rows_of(body: str, by_rows: bool) -> list[str]:
    """Rows that may have numbers of their own; a body without any is one row."""
    bare = _without_inner_environment(body)
    if not by_rows and bare == body:
        return [body]
    rows = split_rows(bare)
    if by_rows:
        return rows
    numbers = [take_commands(row)[1] or take_number(row)[1] for row in rows]
    several = sum(number is not None for number in numbers) > 1
    return rows if several else [in_one(rows)]


def _without_inner_environment(body: str) -> str:
    r"""The inside of an aligned, split or gathered that makes up the body, with a number or \tag beside it.

    So is a system of equations, \left\{ \begin{array}{l} a = b \\ c = d \end{array} \right. ; cases that define one
    quantity have its name before the brace.
    """
    match = BEGIN.match(body)
    if match is None:
        return body
    end = body.rfind(rf"\end{{{match.group(2)}")
    if end < match.end():
        return body
    behind = body[body.index("}", end) + 1 :] if "}" in body[end:] else ""
    before = BRACE.sub(" ", match.group(1), count=1)
    behind = re.sub(r"\\right\s*\.", " ", behind)
    if not _is_margin(before) or not _is_margin(behind):
        return body
    if match.group(2) == "array" and any(
        tidy(row) and SIGN.search(row) is None for row in split_rows(body[match.end() : end])
    ):
        return body if before != match.group(1) else f"{before} {body[match.end() : end]} {behind}"
    return f"{before} {body[match.end() : end]} {behind}"


def _is_margin(text: str) -> bool:
    """Whether nothing stands there but a number, a label or punctuation."""
    latex, _, _ = take_commands(text)
    bare = NUMBERED.sub("", latex)
    return not re.sub(rf"{GAP}|[\s.,;{{}}]|\\(?:left|right|displaystyle|nonumber|notag)?", "", bare).strip()


def split_rows(body: str) -> list[str]:
    r"""The rows between `\\` outside braces and inner environments."""
    rows, start, depth = [], 0, 0
    for match in re.finditer(
        r"\\begin\{|\\end\{|\\\\\*?(?:\s*\[\s*-?[0-9.]+\s*[a-z\\][A-Za-z]{1,20}\s*\])?|\\[{}]|[{}]", body
    ):
        text = match.group()
        if text.startswith(r"\\") and depth <= 0:
            rows.append(body[start : match.start()])
            start = match.end()
        depth += {r"\begin{": 2, "{": 1, "}": -1}.get(
            text, 0
        )  # the brace after \begin closes again, that after \end not
    return [*rows, body[start:]]


def in_one(rows: list[str]) -> str:
    r"""The rows of a display in one text: without marks of columns a row -w = 3v would look like the rest of the one above."""
    whole = ""
    for row in rows:
        own = whole and re.match(r"[+\-]", without_gaps(row)) and "&" in row and not is_rest(row)
        goes_on = whole and SIGN.search(row) and is_rest(row)
        between = " " if goes_on else r", \\ " if own and whole[-1] not in PUNCTUATION else r" \\ "
        whole = whole + between + tidy(row) if whole else tidy(row)
    return whole


def without_gaps(row: str) -> str:
    """A row from its first sign on: &\\quad{}+ b begins with the plus sign."""
    return row[LEADING_GAPS.match(row).end() :]  # type: ignore[union-attr]


def is_rest(row: str) -> bool:
    """Whether a row goes on with the one above: no relation in it, or an operator behind the mark of the column."""
    bare = re.sub(r"\\(?:text|mbox|textrm|intertext|mathrm|[hv]?phantom)\s*\{[^{}]*\}", " ", row)
    relation = SIGN.search(bare)
    if relation is None:
        return bool(tidy(bare)) and not row.lstrip("& ").startswith((r"\text", r"\mbox", r"\intertext"))
    sign = re.compile(r"[+\-/]|\\(?:cdot|times|pm|mp)(?![A-Za-z])").match(without_gaps(bare))
    before = bare[: len(bare) - len(without_gaps(bare))]
    return bool(sign) and "&" in before and "&" not in bare[len(before) : relation.start()]


GAPS = (r"\quad", r"\qquad", r"\,", r"\;", r"\:", r"\!", r"\\", "~", "&")
PUNCTUATION = (".", ",", ";")


def tidy(latex: str) -> str:
    """One line, without gaps and punctuation at the ends, and without the marks of columns."""
    text = " ".join(latex.split())
    if r"\begin" not in text:
        text = " ".join(columns_apart(text).split())
    while (shorter := _without_end(_without_start(text))) != text:
        text = shorter
    return text


def _without_start(text: str) -> str:
    for gap in GAPS:
        if text.startswith(gap) and not (gap[-1].isalpha() and text[len(gap) : len(gap) + 1].isalpha()):
            return text[len(gap) :].lstrip()
    return text


def _without_end(text: str) -> str:
    for gap in GAPS:
        if text.endswith(gap):
            return text[: -len(gap)].rstrip()
    if text.endswith("\\"):  # of a control space at the end of the line
        return text[:-1].rstrip()
    return (
        text if text.endswith((r"\right.", r"\left.", "..")) or not text.endswith(PUNCTUATION) else text[:-1].rstrip()
    )
