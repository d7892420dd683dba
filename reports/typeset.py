"""LaTeX as printed → a `<math>` element that a browser sets well, or nothing.

latex2mathml parses; `reports.mathml` rebuilds its tree from a whitelist.  What cannot
be set faithfully is not set at all: the page then shows the LaTeX itself.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from xml.etree import ElementTree as ET

from markupsafe import Markup, escape

from reports.decimals import powers_of_ten
from reports.mathml import markup_of
from reports.text import clean

LONGEST = 3_000
MARKS = dict.fromkeys(range(0xE000, 0xE004))
"""The private characters of `reports.edit`, which say what changed and are no LaTeX."""

# Macro definitions can expand without bound; the others reach outside the formula.
_FORBIDDEN = re.compile(r"\\(?:def|gdef|newcommand|renewcommand|let|href|url|class|style|includegraphics)(?![A-Za-z])")
_EQUIVALENT = (
    (re.compile(r"\\AA(?![A-Za-z])"), "Å"),
    (re.compile(r"\\not\s*="), r"\\neq "),
    (re.compile(r"\\(?:nonumber|notag)(?![A-Za-z])"), ""),
    # A lone upright letter would lose its style (and a unit look like a variable).
    (re.compile(r"\\mathrm\s*\{([A-Za-z])\}"), r"\\mathrm{{\1}}"),
    # align would number the lines, and those numbers are not on the page.
    (re.compile(r"\\(begin|end)\{(?:align|aligned|align\*)\}"), r"\\\1{split}"),
)


_RAISED = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿⁱ", "0123456789+-ni", strict=True))
_LOWERED = dict(zip("₀₁₂₃₄₅₆₇₈₉₊₋", "0123456789+-", strict=True))
_PLAIN: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile(f"[{''.join(_RAISED)}]+"), lambda found: "^{" + "".join(_RAISED[char] for char in found[0]) + "}"),
    (re.compile(f"[{''.join(_LOWERED)}]+"), lambda found: "_{" + "".join(_LOWERED[char] for char in found[0]) + "}"),
    (re.compile(r"_([ijklmn]{2,}|\d\w+)"), r"_{\1}"),
    (re.compile(r"_([A-Za-z]{2,})"), r"_{\\mathrm{\1}}"),
    (re.compile(r"\^\(([^()]*)\)"), r"^{\1}"),
    (re.compile("(\\w)\u0307"), r"\\dot{\1}"),
    (re.compile("(\\w)\u0304"), r"\\bar{\1}"),
    (re.compile(r"(?<![A-Za-z\\{])(sin|cos|tan|exp|ln|log)(?![A-Za-z])"), r"\\\1 "),
)
"""How a formula that is typed in plain letters is meant: e_ij, 10⁻⁴, V_max, R^(d−1), φ̇, sin φ."""


def _from_plain(text: str) -> str:
    """Plain letters as LaTeX; what has a backslash is LaTeX already."""
    if "\\" in text:
        return text
    text = "".join(unicodedata.normalize("NFD", char) if char.isalpha() else char for char in text)
    for pattern, replacement in _PLAIN:
        text = pattern.sub(replacement, text)
    return text


@lru_cache(maxsize=20_000)
def typeset(latex: str, *, display: bool = False) -> Markup | None:
    """The formula as a `<math>` element, or None when it cannot be set faithfully.

    None rather than a guess: for LaTeX that does not parse, has an unknown command, is
    longer than `LONGEST` characters or nested too deep.  `display` gives it a line of
    its own, with limits above and below.
    """
    if len(latex) > LONGEST or _FORBIDDEN.search(latex):
        return None
    latex = powers_of_ten(_from_plain(latex))
    source = latex
    for pattern, replacement in _EQUIVALENT:
        latex = pattern.sub(replacement, latex)
    try:
        from latex2mathml.converter import convert_to_element

        body = markup_of(convert_to_element(latex, display="block" if display else "inline"))
    except Exception:  # latex2mathml raises whatever its parser trips over, KeyError and RecursionError included
        return None
    if body in ("", "<mrow></mrow>"):
        return None
    opening = '<math display="block">' if display else "<math>"
    return Markup(f"{opening}{_with_source(body, source)}</math>")


_BRACED = re.compile(r"([_^])\{(\w)\}")


def _letters(element: ET.Element) -> str:
    """The LaTeX of the plainest formulas, as whoever copies one can read it off; the page's script does the same.

    >>> _letters(ET.fromstring("<mrow><msub><mi>R</mi><mi>v</mi></msub><mo>=</mo><mn>1</mn></mrow>"))
    'R_v=1'
    """
    if element.tag in ("msub", "msup") and not any(map(len, element)) and len(element[1].text or "") == 1:
        return f"{element[0].text}{'_' if element.tag == 'msub' else '^'}{element[1].text}"
    return (element.text or "") + "".join(map(_letters, element))


def _with_source(body: str, latex: str) -> str:
    """The markup with its LaTeX inside, for whoever copies it; a formula that its letters tell needs none."""
    source = " ".join(clean(latex.translate(MARKS)).split())
    root = ET.fromstring(f"<mrow>{body}</mrow>")
    plainly = _BRACED.sub(r"\1\2", source).replace(" ", "")
    if plainly.replace("−", "-") == _letters(root).replace("−", "-"):
        return body
    inner = body if len(root) == 1 else f"<mrow>{body}</mrow>"
    annotation = f'<annotation encoding="application/x-tex">{escape(source)}</annotation>'
    return f"<semantics>{inner}{annotation}</semantics>"
