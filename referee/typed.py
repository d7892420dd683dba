r"""Signs that are typed for others: < and > for angle brackets, a full stop for a product, words in italics.

Each is taken for the other only where it can be nothing else in the display at hand; a product that is printed as a full
stop is asked about all the same.
"""

from __future__ import annotations

import re

AVERAGE = re.compile(
    r"(?:^|(?<=[=(+]))\s*<(?![<=>])([^<>=]{1,160}?)(?<![<=])>(?=\s*(?:$|[=+,.;)^_]|\\(?:approx|equiv|simeq|leq?|geq?|\\)))"
)
FULL_STOP = re.compile(
    r"(\\(?:left|right|middle|[bB]igg?[lrm]?)\s*\.)|"
    r"(?<=[A-Za-z0-9})\]])\s*\.\s*(?!e[-+]?[0-9])"
    r"(?=[A-Za-z{(\[]|\\(?!(?:q?quad|text|mbox|mathrm|end|label|nonumber|notag|hspace|hfill|right|tag)(?![A-Za-z]))[A-Za-z{])"
)
BRACED_ACCENT = re.compile(
    r"\{\s*\\(dot|ddot|bar|hat|tilde|vec|overline|widehat|widetilde)"
    r"(?:\s*\{\s*([A-Za-z]|\\[A-Za-z]+)\s*\}|\s+([A-Za-z])|\s*(\\[A-Za-z]+))\s*\}(?=\s*[_^'])"
)
TAKES_A_GROUP = re.compile(r"(?:\\[A-Za-z]+|[}\]_^])\s*$")
STATEMENT_END = re.compile(r"\\\\|[;&,]|\\q?quad(?![A-Za-z])")
DOTTED = "a full stop between two factors may mean two things: a product, or the end of a statement"
WORD = re.compile(
    r"(?<=[\s}\\~])(where|if|for|when|with|otherwise|and)(?=\s*(?:\\[ ,;:!]|~|\\q?quad(?![A-Za-z])|\\hspace\b))"
)
GAP_BEFORE = re.compile(r"(?:\\[ ;:]|~|\\q?quad|\\hspace\*?\s*\{[^{}]*\})\s*$")


def typed_averages(latex: str) -> str:
    r"""A display with < and > around a mean value or a product of two vectors as \langle and \rangle.

    An inequality has a left side: what begins with < is none.

    >>> typed_averages("< n, g > = 2"), typed_averages("a < b")
    (' \\langle  n, g  \\rangle  = 2', 'a < b')
    """
    return AVERAGE.sub(r" \\langle \1 \\rangle ", latex) if latex.lstrip(" \n&{").startswith("<") else latex


def stops_as_products(latex: str) -> str:
    r"""A display with dots for the full stops that stand between factors, where no statement begins behind one.

    >>> stops_as_products(r"a = b . c (1 - f)."), stops_as_products("a = b. c = d")
    ('a = b \\cdot c (1 - f).', 'a = b. c = d')
    """
    stops = (stop for stop in FULL_STOP.finditer(latex) if not stop[1])
    behind = (STATEMENT_END.split(latex[stop.end() :], maxsplit=1)[0] for stop in stops)
    return latex if any("=" in part for part in behind) else FULL_STOP.sub(lambda stop: stop[1] or r" \cdot ", latex)


def bare_accents(latex: str) -> str:
    r"""A display without the braces around a letter with its accent, before a script: they are not printed.

    >>> bare_accents(r"{\dot y}_3 + {\bar{u}}^2"), bare_accents(r"\mathbf{\dot y}_3")
    ('\\dot{y}_3 + \\bar{u}^2', '\\mathbf{\\dot y}_3')
    """

    def bare(match: re.Match[str]) -> str:
        accent, letter = match[1], match[2] or match[3] or match[4]
        return match[0] if TAKES_A_GROUP.search(latex[: match.start()]) else f"\\{accent}{{{letter}}}"

    return BRACED_ACCENT.sub(bare, latex)


def words_upright(latex: str) -> str:
    r"""A display with the words between gaps as text that are typed in italics.

    >>> words_upright(r"P = P_1 \hspace{5cm} where \ \ x < 2")
    'P = P_1 \\hspace{5cm} \\text{where} \\ \\ x < 2'
    """

    def upright(match: re.Match[str]) -> str:
        return rf"\text{{{match[1]}}}" if GAP_BEFORE.search(latex[: match.start()]) else match[1]

    return WORD.sub(upright, latex)
