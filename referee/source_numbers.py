"""The number of a displayed equation: a \\tag, or the (3) that stands before or behind the formula, inside or outside."""

from __future__ import annotations

import re

NUMBER = r"(?:[A-Z]\.?)?[0-9]{1,3}(?:[.\-][0-9]{1,3}){0,3}[a-z]?'{0,3}"
NUMBERED = re.compile(rf"\(\s*({NUMBER})\s*\)")
GAP = r"(?:\\q?quad|\\hfill|\\hspace\*?\{[^{}]{0,40}\}|\\[ ,;:!]|~|&|\\eqno|\\leqno)"
UPRIGHT = r"(?:\\(?:text|mathrm|textrm|mbox|hbox|rm)\s*\{\s*)?"
INSIDE_AFTER = re.compile(rf"(?:{GAP}\s*|\s)({UPRIGHT})\(\s*({NUMBER})\s*\)\s*(\}}?)\s*[.,;]?\s*$")
INSIDE_BEFORE = re.compile(rf"\s*(?:{GAP}\s*)*({UPRIGHT})\(\s*({NUMBER})\s*\)\s*(\}}?)\s*({GAP}|(?=\s+[A-Za-z\\]))")
OUTSIDE_AFTER = re.compile(rf"[ \t]*(?:{GAP}[ \t]*)*\(\s*({NUMBER})\s*\)[ \t]*[.,;]?[ \t]*(?=\n|$)")
NEXT_LINE = re.compile(rf"[ \t]*\n[ \t]*\(\s*({NUMBER})\s*\)[ \t]*[.,;]?[ \t]*(?=\n|$)")
OUTSIDE_BEFORE = re.compile(rf"(?:^|\n)[ \t]*\(\s*({NUMBER})\s*\)[ \t]*\n?[ \t]*$")
COMMAND = re.compile(r"\\(tag\*?|label)\s*\{")


def take_commands(latex: str) -> tuple[str, str | None, str | None]:
    r"""The formula without \tag and \label, the number and the name that they give."""
    number = name = None
    while (match := COMMAND.search(latex)) is not None:
        inside = braced(latex, match.end() - 1, 200)
        if inside is None:
            latex = latex[: match.start()] + " " + latex[match.end() :]
            continue
        if match.group(1) == "label":
            name = name or inside.strip()
        else:
            number = number or re.sub(r"[()\s$]", "", re.sub(r"\\[A-Za-z]+\s*", "", inside)).strip("{}") or None
        latex = f"{latex[: match.start()]} {latex[match.end() + len(inside) + 1 :]}"
    return latex, number, name


def take_number(latex: str) -> tuple[str, str | None]:
    """The formula without the number that stands behind or before it, and that number."""
    start = max(0, len(latex) - 200)
    behind = INSIDE_AFTER.search(latex, start)
    if behind is not None and _is_number_behind(latex, behind):
        return latex[: behind.start()], behind.group(2)
    before = INSIDE_BEFORE.match(latex)
    if before is not None and bool(before.group(1)) == bool(before.group(3)):
        return latex[before.end() :], before.group(2)
    return latex, None


def _is_number_behind(latex: str, match: re.Match[str]) -> bool:
    """A gap makes a number of (3); a mere blank does so behind a full stop or comma only."""
    if bool(match.group(1)) != bool(match.group(3)):
        return False
    if re.match(GAP, match.group()):
        return True
    return latex[: match.start()].rstrip().endswith((".", ",", ";"))


def braced(text: str, start: int, limit: int) -> str | None:
    """The inside of the braces that open at `start`; None if they do not close within `limit` characters."""
    depth = 0
    for index in range(start, min(len(text), start + limit)):
        if text[index] in "{}" and (index == 0 or text[index - 1] != "\\"):
            depth += 1 if text[index] == "{" else -1
            if depth == 0:
                return text[start + 1 : index]
    return None


def number_outside(text: str, start: int, end: int) -> str | None:
    """The number that stands behind or before the formula between two places of a source."""
    behind = OUTSIDE_AFTER.match(text, end) or NEXT_LINE.match(text, end)
    if behind is not None:
        return behind.group(1)
    before = OUTSIDE_BEFORE.search(text[max(0, start - 40) : start])
    if before is None:
        return None
    # A lone number right under another formula belongs to that one.
    earlier = text[: max(0, start - 40) + before.start()][-2:].rstrip()
    return None if earlier.endswith(("$", r"\]", "}")) else before.group(1)
