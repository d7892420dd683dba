"""LaTeX as printed → a `<math>` element that a browser sets well, or nothing.

latex2mathml parses; `reports.mathml` rebuilds its tree from a whitelist.  What cannot
be set faithfully is not set at all: the page then shows the LaTeX itself.
"""

from __future__ import annotations

import re

from markupsafe import Markup

from reports.mathml import markup_of

LONGEST = 3_000

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


def typeset(latex: str, *, display: bool = False) -> Markup | None:
    """The formula as a `<math>` element, or None when it cannot be set faithfully.

    None rather than a guess: for LaTeX that does not parse, has an unknown command, is
    longer than `LONGEST` characters or nested too deep.  `display` gives it a line of
    its own, with limits above and below.
    """
    if len(latex) > LONGEST or _FORBIDDEN.search(latex):
        return None
    for pattern, replacement in _EQUIVALENT:
        latex = pattern.sub(replacement, latex)
    try:
        from latex2mathml.converter import convert_to_element

        body = markup_of(convert_to_element(latex, display="block" if display else "inline"))
    except Exception:  # latex2mathml raises whatever its parser trips over, KeyError and RecursionError included
        return None
    if body in ("", "<mrow></mrow>"):
        return None
    return Markup('<math display="block">{}</math>' if display else "<math>{}</math>").format(Markup(body))
