r"""What a LaTeX source does not print, and how it numbers: \iffalse, \end{document}, \setcounter.

Every line keeps its number.  What the source defines is expanded by `referee.macros`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

CONDITIONAL = re.compile(r"\\(if(?!f(?![A-Za-z]))[A-Za-z]*|fi)(?![A-Za-z])")
END = re.compile(r"\\end\s*\{document\}")
COUNTING = re.compile(
    r"\\(setcounter|addtocounter)\s*\{equation\}\s*\{((?:[^{}]|\{[^{}]*\}){0,60})\}"
    r"|\\(begin|end)\s*\{subequations\}"
    r"|\\(numberwithin|counterwithin\*?|@addtoreset)\s*\{equation\}\s*\{(\w+)\}|\\@addtoreset\s*\{equation\}"
    r"|\\renewcommand\*?\s*\{?\s*\\theequation|\\def\s*\\theequation|\\(appendix)(?![A-Za-z])"
    r"|\\(section|chapter)(?![A-Za-z*])"
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
    r"""The numbers that LaTeX prints by itself: the counter, its letters in subequations, its sections.

    `unknown` says why the numbers from here on are not known, if so; then no equation gets one.
    """

    events: Iterator[re.Match[str]]
    counter: int = 0
    letter: int = -1
    section: int = 0
    within: bool = False
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
        command, amount, edge, _, level, appendix, heading = match.groups()
        if command:
            self._set(command, amount)
        elif edge == "begin":
            self.counter, self.letter = self.counter + 1, 0
        elif edge == "end":
            self.letter = -1
        elif level == "section":
            self.within = True
        elif heading == "section":
            self.section, self.counter = self.section + 1, 0 if self.within else self.counter
        elif (heading == "chapter" or appendix) and not self.within:
            return
        else:
            self.unknown = self.unknown or f"{match.group()} changes how equations are numbered"

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
        return f"{self.section}.{self.counter}{end}" if self.within else f"{self.counter}{end}"
