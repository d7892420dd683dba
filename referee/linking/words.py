r"""Which lines the words around a display say that it comes from: "substituting (3) into \eqref{energy}", "using Eqs. (2)--(4)".

The words are a person's, and no more is made of them than they say: that these lines are used.  What else is used they do not
tell, so that a line that does not follow from them alone is not wrong for that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from referee.source_numbers import NUMBER

LONGEST = 400
"""Characters before or behind a display that may belong to its sentence."""
MOST_NAMED = 4
SENTENCE = re.compile(
    r"(?<!\bEq)(?<!\bEqs)(?<!\beq)(?<!\beqs)(?<!\bRef)(?<!\bi\.e)(?<!\be\.g)[.;:!?]\s+(?=[A-Z\\$])|\n[ \t]*\n"
)
REFERENCE = re.compile(
    r"\\(?:eq|auto|c|C|page)?ref\*?\s*\{(?P<names>[^{}]{1,200})\}|\[?@(?P<at>eq[-:][\w:.\-]*\w)\]?|\{eq\}`(?P<role>[^`\n]{1,80})`"
    rf"|\]\(\#(?P<anchor>[\w:.\-]{{1,80}})\)|(?P<bare>\(\s*(?P<number>{NUMBER})\s*\))"
)
RANGE = re.compile(r"^[)}\s~]*(?:--?|–|to|through|\\text(?:en|em)dash)[({\s~]*$")
DISPLAY = re.compile(r"\\begin\{|\$\$|\\\[|\n[ \t]*\n")
USED = re.compile(
    r"(?i)\b(?:substitut|insert|plugg|combin|us(?:e|ing)\b|from\b|with\b|by\b|follow|impl(?:y|ies)|yield|giv(?:e|ing)|because|since\b"
    r"|invok|appl(?:y|ied)|eliminat|together|in view of|owing|due to|into\b|put(?:ting)?\b|add(?:ing)?\b|subtract|divid|multipl|via\b|obtain)"
)
SAYS_SO = re.compile(
    r"(?i)\b(?:substitut|insert|plugg|combin|us(?:e|ing)\b|follow|impl(?:y|ies)\b|eliminat|from\s+(?:eq|\(|\\|~|the\s+(?:eq|rel)))"
)
"""Words that say of a line that the named ones give it."""
DERIVES = re.compile(
    r"(?i)\b(?:which gives|this gives|gives|so that|hence|thus|therefore|together|it follows|follows that|we (?:obtain|find|get)|impl(?:y|ies)"
    r"|leads to|yields|becomes|reduces to|that is|say that|says that|or)\s*(?:that|to)?[\s,:]*$"
)
"""Words right before a display that say of it that it follows from what stands before."""
AGAINST = re.compile(
    r"(?i)\b(?:unlike|instead of|compar|contrast|similar|analog|in place of|except|differ(?!enti)|alternativ|generali[sz]|replac)"
)
"""Words that name a line from which this one does not come."""
DENIED = re.compile(
    r"(?i)\b(?:not|never|cannot|nor|naive|naïve|wrong|incorrect|erroneous|mistak|false|would|might|contrary|instead|suppose)"
)
"""Words by which a line may be said not to hold, or not to follow."""
MORE = re.compile(
    r"(?i)\b(?:approximat|neglect|ignor|drop|limit|assum|small|large|expan|leading|order|linear|discreti|averag|integrat|transform|"
    r"differentiat|derivative|vary|variation|case|boundary|set(?:ting)?\b|tak(?:e|ing)\b|suppos|if\b|when\b|where\s+\$|with\s+\$|for\s+\$"
    r"|choos|restrict|condition|respectively|definition|identity|theorem|normali[sz]|unit|minimi|maximi|gauge|symmetr)"
)
"""Words by which more is used than the lines that are named."""


@dataclass(frozen=True)
class Named:
    """The lines that the words name, in print order, and whether the words say that these alone give the line."""

    labels: tuple[str, ...] = ()
    says_so: bool = False
    derived: bool = False
    """Whether the words say that it follows from what stands before, and name nothing."""


def named(before: str, behind: str, known: Mapping[str, str], order: Sequence[str]) -> Named:
    """What the text before and behind a display names, by what `known` calls each name and number; `order` is that of the page.

    >>> known = {"3": "3", "5": "5", "energy": "5", "4": "4"}
    >>> found = named(r"It is nice. Substituting (3) into Eq.~(\\ref{energy}) gives", "", known, ["3", "4", "5"])
    >>> found.labels, found.says_so
    (('3', '5'), True)
    >>> found = named("Unlike (3),", ", where (4) is used with a small $x$.", known, ["3", "4", "5"])
    >>> found.labels, found.says_so
    (('4',), False)
    """
    sentence = _last(before)
    found = _labels(sentence, known, order) if USED.search(sentence) and not AGAINST.search(sentence) else []
    tail = _first(behind)
    more = (
        _labels(tail, known, order) if re.search(r"(?i)\bus(?:e|ed|ing)\b", tail) and not AGAINST.search(tail) else []
    )
    labels = tuple(sorted({*found, *more}, key=order.index))
    plain = REFERENCE.sub(" ", sentence)
    if DENIED.search(sentence) or DENIED.search(tail):
        return Named(labels if 0 < len(labels) <= MOST_NAMED else ())
    if not 0 < len(labels) <= MOST_NAMED:
        derives = DERIVES.search(sentence) and not AGAINST.search(sentence) and not MORE.search(plain)
        return Named(derived=bool(derives) and not MORE.search(tail) and not REFERENCE.search(sentence))
    says_so = bool(found and SAYS_SO.search(sentence)) and not MORE.search(plain) and not MORE.search(tail)
    return Named(labels, says_so)


def _last(text: str) -> str:
    """The sentence that leads to a display."""
    parts = [part for part in SENTENCE.split(text[-LONGEST:]) if part.strip(" \t\n%.,;:")]
    return parts[-1] if parts else ""


def _first(text: str) -> str:
    """What goes on behind a display, up to the end of the sentence."""
    head = DISPLAY.split(text[:LONGEST], maxsplit=1)[0].lstrip(" \t\n")
    if not head[:1].islower() and not head.startswith((",", "(")):
        return ""
    return SENTENCE.split(head, maxsplit=1)[0]


def _labels(text: str, known: Mapping[str, str], order: Sequence[str]) -> list[str]:
    """The lines that a sentence names, with those between the ends of a range."""
    found: list[str] = []
    last_end = 0
    for names, start, end in _references(text):
        labels = [known[name] for name in names if name in known]
        if found and labels and RANGE.match(text[last_end:start]) and found[-1] in order:
            first, last = order.index(found[-1]), order.index(labels[0])
            found += order[first + 1 : last]
        found += (label for label in labels if label in order)
        last_end = end
    return list(dict.fromkeys(found))


def _references(text: str) -> Iterator[tuple[list[str], int, int]]:
    for match in REFERENCE.finditer(text):
        names: Iterable[str] = (match["names"] or "").split(",")
        one = match["at"] or match["role"] or match["anchor"] or match["number"]
        if match["bare"] and re.search(r"[A-Za-z0-9}$]$", text[: match.start()]):
            continue  # f(3), and no number of a line
        yield [name.strip() for name in ([one] if one else names)], match.start(), match.end()
