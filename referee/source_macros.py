r"""What a LaTeX source does not print, and how it numbers: \iffalse, \end{document}, \setcounter.

Every line keeps its number.  What the source defines is expanded by `referee.macros`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

CONDITIONAL = re.compile(r"\\(if(?!f(?![A-Za-z]))[A-Za-z]*|fi)(?![A-Za-z])")
END = re.compile(r"\\end\s*\{document\}")
LEVELS = ("chapter", "section", "subsection")
BY_CHAPTER = {"book", "report", "memoir", "scrbook", "scrreprt", "amsbook", "extreport", "extbook"}
"""Classes that number equations by chapters."""
COUNTING = re.compile(
    r"\\(setcounter|addtocounter)\s*\{equation\}\s*\{((?:[^{}]|\{[^{}]*\}){0,60})\}"
    r"|\\(begin|end)\s*\{subequations\}"
    r"|\\(numberwithin|counterwithin\*?|counterwithout\*?|@addtoreset)\s*\{equation\}\s*\{(\w+)\}|\\@addtoreset\s*\{equation\}"
    r"|\\renewcommand\*?\s*\{?\s*\\theequation|\\def\s*\\theequation|\\(appendix|begin\s*\{appendi(?:x|ces)\})(?![A-Za-z])"
    r"|\\(chapter|section|subsection)(?![A-Za-z*])|\\documentclass\s*(?:\[[^\]]*\])?\s*\{\s*(\w+)"
    r"|\\setcounter\s*\{(chapter|section|subsection)\}\s*\{\s*(-?[0-9]{1,6})\s*\}"
)


def as_printed(text: str) -> str:
    r"""The text without what stands between \iffalse and \fi or behind \end{document}."""
    text = _without_false_branches(text)
    end = END.search(text)
    return text[: end.start()] if end else text


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def _without_false_branches(text: str) -> str:
    pieces, position, start, depth = [], 0, -1, 0
    for match in CONDITIONAL.finditer(text):
        name = match.group(1)
        if start < 0:
            if name == "iffalse":
                start, depth = match.start(), 1
            continue
        depth += -1 if name == "fi" else 1
        if depth == 0:
            pieces += [text[position:start], _blank(text[start : match.end()])]
            position, start = match.end(), -1
    rest = text[position:] if start < 0 else text[position:start]  # LaTeX stops at an \iffalse that never ends
    return "".join([*pieces, rest])


@dataclass
class Numbering:
    r"""The numbers that LaTeX prints by itself: the counter, its letters in subequations, its chapters and sections.

    `unknown` says why the numbers from here on are not known, if so; then no equation gets one.
    """

    events: Iterator[re.Match[str]]
    counter: int = 0
    letter: int = -1
    heads: dict[str, int] = field(default_factory=lambda: dict.fromkeys(LEVELS, 0))
    within: str = ""
    has_chapters: bool = False
    lettered: str = ""
    unknown: str = ""
    waiting: list[re.Match[str]] = field(default_factory=list)

    @classmethod
    def of(cls, text: str) -> Numbering:
        return cls(COUNTING.finditer(text))

    def up_to(self, position: int) -> None:
        """Takes what stands before a place into account."""
        while True:
            if not self.waiting:
                following = next(self.events, None)
                if following is None:
                    return
                self.waiting.append(following)
            if self.waiting[0].start() >= position:
                return
            self._take(self.waiting.pop())

    def _take(self, match: re.Match[str]) -> None:
        command, amount, edge, by, level, appendix, heading, kind, counter, value = match.groups()
        if command:
            self._set(command, amount)
        elif edge == "begin":
            self.counter, self.letter = self.counter + 1, 0
        elif edge == "end":
            self.letter = -1
        elif by and by != "@addtoreset" and level in LEVELS:
            self.within = "" if by.startswith("counterwithout") else level
        elif heading:
            self._head(heading)
        elif kind:
            self.has_chapters = kind in BY_CHAPTER
            self.within = "chapter" if self.has_chapters else self.within
        elif counter:
            self.heads[counter] = int(value)
        elif appendix:
            self.lettered = "chapter" if self.has_chapters else "section"
            self.heads[self.lettered] = 0
        else:
            self.unknown = self.unknown or f"{match.group()} changes how equations are numbered"

    def _head(self, heading: str) -> None:
        """One more chapter or section; what is counted within it, or within what is above it, begins anew."""
        self.heads[heading] += 1
        below = LEVELS[LEVELS.index(heading) + 1 :]
        self.heads |= dict.fromkeys(below, 0)
        if self.within and LEVELS.index(heading) <= LEVELS.index(self.within):
            self.counter = 0

    def _set(self, command: str, amount: str) -> None:
        if not re.fullmatch(r"\s*-?[0-9]{1,6}\s*", amount):
            self.unknown = self.unknown or rf"\{command}{{equation}}{{{amount}}} changes how equations are numbered"
            return
        self.counter = int(amount) + (self.counter if command == "addtocounter" else 0)

    def next(self) -> str | None:
        """The number of one more equation; None if it is not known."""
        if self.letter >= 0:
            self.letter += 1
            end = chr(ord("a") + self.letter - 1) if self.letter <= 26 else str(self.letter)
        else:
            self.counter, end = self.counter + 1, ""
        if self.unknown:
            return None
        return f"{self._prefix()}{self.counter}{end}"

    def _prefix(self) -> str:
        """2. or A.3., the heads within which equations are counted; a report before its first chapter prints none."""
        if not self.within:
            return ""
        first = LEVELS.index("chapter" if self.has_chapters else "section")
        shown = LEVELS[min(first, LEVELS.index(self.within)) : LEVELS.index(self.within) + 1]
        if self.within == "chapter" and self.heads["chapter"] == 0:
            return ""
        heads = (chr(ord("A") + self.heads[one] - 1) if one == self.lettered else str(self.heads[one]) for one in shown)
        return "".join(f"{head}." for head in heads)
