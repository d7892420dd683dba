"""letter.pdf: the letter on paper, set by Typst; formulas in plain letters.

What a paper says goes to Typst as text in quotes only, never as markup.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator

from reports import letter
from reports.edit import DELETED, INSERTED, MARKS, unmarked
from reports.page_text import DIGITS, SUBSCRIPT
from reports.plain_formula import plain
from reports.text import clean
from verify.verdicts import Audit

_PAGE = """#set page(paper: "a4", margin: (x: 22mm, y: 19mm), numbering: "1 / 1")
#set text(font: ("New Computer Modern", "Libertinus Serif"), size: 10pt)
#set par(justify: true, leading: 0.6em)
#show heading: set text(size: 12pt)
"""
_RUN = re.compile(r"\*\*(?P<bold>.+?)\*\*|\$`(?P<math>.+?)`\$|(?<!\\)`(?P<code>[^`]+)`|(?P<text>(?:[^*$`\\]|\\.|.)+?(?=\*\*|\$`|`|$))", re.DOTALL)  # fmt: skip


class NoTypst(ValueError):
    """The library that sets the letter is not installed."""


def render(audit: Audit) -> bytes:
    """The letter as a PDF.  Raises NoTypst where the extra `typst` is not installed."""
    try:
        import typst
    except ImportError:
        raise NoTypst("a PDF needs the extra typst: pip install 'referee[typst]', or write a .md file") from None
    made: bytes = typst.compile(source(audit).encode("utf-8"))
    return made


def source(audit: Audit) -> str:
    """The letter in Typst's language."""
    return _PAGE + "\n".join(_line(line) for line in letter.draft(audit).splitlines()) + "\n"


def _line(line: str) -> str:
    title = re.match(r"(#+) ", line)
    if title:
        return "=" * len(title[1]) + " " + _runs(line[title.end() :])
    item = re.match(r"\s*(- |\d+\. )", line)
    if item:
        return f"{'- ' if item[1] == '- ' else item[1]}{_runs(line[item.end() :])}"
    return _runs(line)


def _runs(text: str) -> str:
    return "".join(_pieces(text))


def _pieces(text: str) -> Iterator[str]:
    for found in _RUN.finditer(text):
        if found["bold"] is not None:
            yield f"#strong({_quoted(_unescaped(found['bold']))})"
        elif found["math"] is not None:
            yield from _formula(plain(found["math"]))
        elif found["code"] is not None:
            yield f"#raw({_quoted(found['code'])})"
        else:
            yield _text(_unescaped(found["text"]))


_CHANGE = re.compile(f"{INSERTED[0]}([^{MARKS}]*){INSERTED[1]}|{DELETED[0]}([^{MARKS}]*){DELETED[1]}")


def _formula(text: str) -> Iterator[str]:
    """A formula in which what comes is green and underlined, and what goes red and struck."""
    at = 0
    for found in _CHANGE.finditer(text):
        yield _text(unmarked(text[at : found.start()]))
        inserted = found[1] is not None
        way, colour = ("underline", "#10612f") if inserted else ("strike", "#a11f18")
        yield f'#{way}(text(fill: rgb("{colour}"), {_quoted(found[1] if inserted else found[2])}))'
        at = found.end()
    yield _text(unmarked(text[at:]))


def _text(text: str) -> str:
    """Words, with the subscripts of symbols set low."""
    pieces, at = list[str](), 0
    for found in SUBSCRIPT.finditer(text):
        low = found[1] or found[2] or found[0].translate(DIGITS)
        pieces.append(f"#{_quoted(text[at : found.start()])}#sub({_quoted(low)})")
        at = found.end()
    return "".join(pieces) + f"#{_quoted(text[at:])}"


def _unescaped(text: str) -> str:
    """Words as they were before Markdown; formulas among them in plain letters."""
    text = re.sub(r"\$`(.+?)`\$", lambda found: plain(found[1]), text)
    return html.unescape(re.sub(r"\\([\\`*_\[\]$#|~])", r"\1", text))


def _quoted(text: str) -> str:
    """A string of Typst, which has JSON's escapes but for the letters beyond ASCII."""
    return json.dumps(clean(text).encode("utf-8", "replace").decode(), ensure_ascii=False)
