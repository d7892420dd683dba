r"""What a LaTeX source does not print, and how it numbers: \iffalse, \end{document}, \newcommand, \setcounter.

Macros are not expanded in general.  Those that stand for the beginning and the end of a
display, \newcommand{\be}{\begin{equation}}, are, since their equations would vanish and with
them all later numbers would shift.  Every line keeps its number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

CONDITIONAL = re.compile(r"\\(if[A-Za-z]*|fi)(?![A-Za-z])")
END = re.compile(r"\\end\s*\{document\}")
DEFINITION = re.compile(
    r"\\(?:(?:new|renew|provide)command\*?|DeclareRobustCommand\*?|[gex]?def|let)\s*(?:\{\s*(\\[A-Za-z]+)\s*\}|(\\[A-Za-z]+))"
)
ARGUMENTS = re.compile(r"\s*(?:\[[^\]\n]{0,40}\]|#[0-9])*\s*")
DISPLAY = re.compile(
    r"\\(?:begin|end)\s*\{(?:equation|align|gather|multline|eqnarray|alignat|flalign|displaymath)\*?\}|\\[\[\]]|\$\$"
)
LONGEST_BODY = 2000
MAX_MACROS = 200

COUNTING = re.compile(
    r"\\(setcounter|addtocounter)\s*\{equation\}\s*\{((?:[^{}]|\{[^{}]*\}){0,60})\}"
    r"|\\(begin|end)\s*\{subequations\}"
    r"|\\(numberwithin|counterwithin\*?|@addtoreset)\s*\{equation\}\s*\{(\w+)\}|\\@addtoreset\s*\{equation\}"
    r"|\\renewcommand\*?\s*\{?\s*\\theequation|\\def\s*\\theequation|\\(appendix)(?![A-Za-z])"
    r"|\\(section|chapter)(?![A-Za-z*])"
)


def as_printed(text: str) -> str:
    r"""The text without what stands between \iffalse and \fi or behind \end{document}, and without definitions."""
    text = _without_false_branches(text)
    if end := END.search(text):
        text = text[: end.start()]
    text, displays = _without_definitions(text)
    return _expanded(text, displays)


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


def _without_definitions(text: str) -> tuple[str, dict[str, str]]:
    """Definitions blanked out; the macros without arguments that begin or end a display, with what they stand for."""
    pieces: list[str] = []
    displays: dict[str, str] = {}
    position = 0
    while (match := DEFINITION.search(text, position)) is not None:
        start = ARGUMENTS.match(text, match.end()).end()  # type: ignore[union-attr]
        body = _braced(text, start)
        if body is None:
            pieces.append(text[position : match.end()])
            position = match.end()
            continue
        name, plain = match.group(1) or match.group(2), not text[match.end() : start].strip()
        if plain and DISPLAY.search(body) and len(displays) < MAX_MACROS:
            displays[name] = body.replace("\n", " ")
        end = start + len(body) + 2
        if name == r"\theequation":  # how equations are numbered is told by the definition itself
            pieces.append(text[position:end])
        else:
            pieces += [text[position : match.start()], _blank(text[match.start() : end])]
        position = end
    return "".join([*pieces, text[position:]]), displays


def _expanded(text: str, displays: dict[str, str]) -> str:
    if not displays:
        return text
    names = "|".join(re.escape(name) for name in sorted(displays, key=len, reverse=True))
    return re.sub(rf"({names})(?![A-Za-z])", lambda match: displays[match.group(1)], text)


def _braced(text: str, start: int) -> str | None:
    """The inside of the braces that open at `start`; None if there are none, or no end of them."""
    if text[start : start + 1] != "{":
        return None
    depth = 0
    for index in range(start, min(len(text), start + LONGEST_BODY)):
        if text[index] in "{}" and text[index - 1] != "\\":
            depth += 1 if text[index] == "{" else -1
            if depth == 0:
                return text[start + 1 : index]
    return None


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
