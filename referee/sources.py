r"""Finds the displayed and numbered equations of a Markdown or LaTeX source.

Knows no paper and no algebra: a source is text, an equation is what stands between
`$$ $$`, `\[ \]` or in an environment such as equation or align, or a `$...$` alone on its
line.  Its number is a \tag, the (3) that stands before or behind the formula, inside or
outside, or the number that LaTeX would print.  Rows of one chain are one equation; rows
with numbers of their own are several.

The source is untrusted: every scan is linear in its length, an opening without its end
is passed over and reported, and what is too long for a formula is left out and reported.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from referee.chains import SIGN, columns_apart
from referee.macros import Expanded, expanded
from referee.plain_tex import standard
from referee.proposals import meanings_in
from referee.source_files import MAX_SOURCE, Place, SourceError, Text, text_of
from referee.source_macros import Numbering
from referee.source_numbers import NUMBER, braced, number_outside, take_commands, take_number
from referee.source_rows import RELATION, SEVERAL_COLUMNS, is_rest, rows_of, tidy, without_gaps
from referee.source_text import masked
from referee.tables import PrintedTable, tables_in

MAX_FORMULA = 20_000
"""Characters of one display; the parser of formulas has the same limit."""
MAX_TITLE = 120
MAX_PROBLEMS = 100
BEGINNING = "Beginning"
LONGEST_WORDS = 400
"""Characters of text that are kept on either side of a display."""

UNNUMBERED = re.compile(r"\\(?:nonumber|notag)(?![A-Za-z])")

AUTOMATIC = (
    "equation", "align", "gather", "multline", "eqnarray", "alignat", "flalign", "xalignat", "dmath", "IEEEeqnarray",
)  # fmt: skip
"""Environments that LaTeX numbers by itself, unless they are starred."""
BY_ROWS = {"align", "gather", "eqnarray", "alignat", "flalign", "xalignat", "IEEEeqnarray"}
NAMES = "|".join([*AUTOMATIC, "displaymath", "math"])
COLUMNS = re.compile(r"^\s*(?:\[[a-z]\]\s*)?\{[^{}]{0,60}\}")
"""What stands behind \\begin{alignat} and \\begin{IEEEeqnarray}: the columns, no factor."""
HAS_COLUMNS = {"alignat", "xalignat", "IEEEeqnarray"}
OPENING = re.compile(rf"(?<!\\)\$\$|(?<!\\)\\\[|\\begin\{{({NAMES})(\*?)\}}")
SINGLE = re.compile(
    rf"(?m)^[ \t]*(?:\(\s*({NUMBER})\s*\)[ \t]*)?\$([^$\n]{{3,2000}})\$[ \t]*(?:\(\s*({NUMBER})\s*\))?[ \t]*[.,;]?[ \t]*$"
)
NAME_BEHIND = re.compile(r"[ \t]{0,8}(?:\{#([\w:.\-]{1,80})\}|\(([A-Za-z][\w:.\-]{1,80})\))[ \t]*(?=\n|$)")
HEADING = re.compile(r"(?m)^ {0,3}(#{1,6})[ \t]{1,20}(\S[^\n]{0,399})$|\\((?:sub){0,2}section)(\*?)[ \t]*\{")
TITLE = re.compile(r"\\title[ \t]*\{")


@dataclass(frozen=True)
class Display:
    r"""One equation as the source prints it.

    `latex` is the formula without its number, label, environment and final full stop;
    rows of a chain are joined by `\\`.  `line` counts from 1, in `file` if it is not the main one.  `name` is its \label;
    `doubt` says why it cannot be read, if so: its rows cannot be told apart, or what it uses is defined in a way
    that is not followed.
    """

    number: str | None
    latex: str
    line: int
    section: str
    name: str | None = None
    doubt: str = ""
    file: str = ""
    before: str = ""
    """The text that leads to it, behind the display before it."""
    behind: str = ""

    @property
    def place(self) -> str:
        """Where it stands, for a reader: the line, and the file or cell if it is not the main one."""
        return str(Place(self.line, self.file))


@dataclass(frozen=True)
class Source:
    """A source taken apart: its title, its sections in order, its equations, and what could not be read."""

    title: str
    sections: tuple[str, ...]
    displays: tuple[Display, ...]
    problems: tuple[str, ...] = ()
    meanings: Mapping[str, str] = field(default_factory=dict)
    """What its words say that names are, by LaTeX in normal form."""
    tables: tuple[PrintedTable, ...] = ()

    @property
    def numbered(self) -> tuple[Display, ...]:
        return tuple(display for display in self.displays if display.number is not None)


def read_source(path: Path) -> Source:
    """The equations of a file and of those that it brings in.  Raises SourceError if it is no readable text."""
    found = text_of(path)
    return _found(found, found.is_latex)


def find_equations(text: str, *, latex: bool | None = None) -> Source:
    r"""The equations of a source.  `latex` says whether % begins a comment; None looks for \begin{document}."""
    is_latex = latex if latex is not None else r"\begin{document}" in text or r"\documentclass" in text
    return _found(Text(text, is_latex), is_latex)


def _found(source: Text, is_latex: bool) -> Source:
    text = source.text
    if len(text) > MAX_SOURCE:
        raise SourceError(f"the source has {len(text)} characters; the limit is {MAX_SOURCE}")
    text_only = masked(text.replace("\r\n", "\n").replace("\r", "\n"), is_latex)
    macros = expanded(text_only, code=not is_latex)
    return _Reader(macros.text, macros, source).read()


# --- reading --------------------------------------------------------------------------------------


@dataclass
class _Block:
    """The body between two delimiters, and where it stands."""

    start: int
    end: int
    body: str
    environment: str
    starred: bool


@dataclass
class _Reader:
    """One pass over a masked text."""

    text: str
    macros: Expanded
    source: Text
    problems: list[str] = field(default_factory=list)
    found_ends: dict[str, tuple[int, int]] = field(default_factory=dict)
    newlines: list[int] = field(default_factory=list)
    numbering: Numbering = field(default_factory=lambda: Numbering.of(""))

    def read(self) -> Source:
        title, sections = _title_and_sections(self.text, list(self._headings()))
        self.newlines = [match.start() for match in re.finditer("\n", self.text)]
        self.numbering = Numbering.of(self.text)
        self.problems += self.source.problems
        displays: list[Display] = []
        previous = -1
        for block in self._blocks():
            self._count_up_to(block.start)
            made = self._displays(block, _section_at(sections, block.start))
            before = self.text[max(previous, block.start - LONGEST_WORDS, 0) : block.start]
            behind = self.text[block.end : block.end + LONGEST_WORDS]
            made = [replace(one, before=before, behind=behind) for one in made]
            self._append(displays, made, previous, block)
            previous = block.end
        used = dict.fromkeys(display.section for display in displays)
        order = [name for name in [BEGINNING, *(name for _, name in sections)] if name in used]
        return Source(
            title,
            tuple(dict.fromkeys(order)),
            tuple(_once(displays, self.problems)),
            tuple(self.problems),
            meanings_in(self.text),
            tuple(tables_in(self.text, self._line_and_file, lambda position: _section_at(sections, position))),
        )

    def _count_up_to(self, position: int) -> None:
        known = not self.numbering.unknown
        self.numbering.up_to(position)
        if known and self.numbering.unknown:
            self._problem(position, f"{self.numbering.unknown}: later equations have no number here")

    def _line_and_file(self, position: int) -> tuple[int, str]:
        place = self._place(position)
        return place.line, place.file

    def _place(self, position: int) -> Place:
        return self.source.place(bisect_left(self.newlines, position) + 1)

    # Where formulas begin and end

    def _blocks(self) -> Iterator[_Block]:
        singles = list(SINGLE.finditer(self.text))
        position, place = 0, 0
        while True:
            match = OPENING.search(self.text, position)
            limit = match.start() if match else len(self.text)
            while place < len(singles) and singles[place].start() < limit:
                single = singles[place]
                place += 1
                if single.start() < position or _is_wrapped(single, self.source.is_latex):
                    continue
                if (block := _alone(single)) is not None:
                    yield block
            if match is None:
                return
            found, position = self._block(match)
            if found is not None:
                yield found

    def _block(self, match: re.Match[str]) -> tuple[_Block | None, int]:
        """What begins at `match`, if it is a formula, and where to go on."""
        environment, starred = match.group(1) or "", bool(match.group(2))
        closing = {"$$": "$$", r"\[": r"\]"}.get(match.group(), rf"\end{{{environment}{'*' if starred else ''}}}")
        end = self._end(closing, match.end())
        if end < 0:
            self._problem(match.start(), f"{match.group()} has no {closing}")
            return None, match.end()
        if end - match.end() > MAX_FORMULA:
            self._problem(match.start(), f"the formula has more than {MAX_FORMULA} characters")
            return None, match.end() if 0 <= self._end("\n\n", match.end()) < end else end + len(closing)
        body = self.text[match.end() : end]
        if environment in HAS_COLUMNS:
            body = COLUMNS.sub("", body)
        if not environment and re.search(r"\n[ \t]*\n", body.strip()):
            self._problem(match.start(), f"an empty line stands between {match.group()} and {closing}")
            return None, match.end()
        return _Block(match.start(), end + len(closing), body, environment, starred), end + len(closing)

    def _end(self, closing: str, start: int) -> int:
        """Where `closing` stands next; what was found for an earlier start is not searched again."""
        since, found = self.found_ends.get(closing, (start + 1, -1))
        if not (since <= start and (found < 0 or start <= found)):
            found = self.text.find(closing, start)
            self.found_ends[closing] = (start, found)
        return found

    def _problem(self, position: int, what: str) -> None:
        if len(self.problems) < MAX_PROBLEMS:
            self.problems.append(f"{self._place(position)}: {what}")

    # From a block to equations

    def _displays(self, block: _Block, section: str) -> list[Display]:
        rows = rows_of(standard(block.body), block.environment in BY_ROWS)
        found = []
        for row in rows:
            latex, number, name = take_commands(row)
            silent = bool(UNNUMBERED.search(latex))
            latex = UNNUMBERED.sub(" ", latex)
            if number is None:
                latex, number = take_number(latex)
            if number is None and len(rows) == 1:
                number = number_outside(self.text, block.start, block.end)
            if number is None and block.environment in AUTOMATIC and not block.starred and not silent:
                if not tidy(latex):
                    continue
                number = self.numbering.next()
            place, name = self._place(block.start), name or self._name_behind(block)
            found.append(Display(number, latex, place.line, section, name, file=place.file))
        doubt = self.macros.doubt(block.body)
        tidied = [replace(display, latex=tidy(display.latex)) for display in _chained(found)]
        return [replace(display, doubt=doubt or display.doubt) for display in tidied if display.latex]

    def _name_behind(self, block: _Block) -> str | None:
        """The name that Quarto and MyST put behind a display: $$a = b$$ {#eq-one}, $$a = b$$ (one)."""
        match = NAME_BEHIND.match(self.text, block.end) if not self.source.is_latex else None
        return (match[1] or match[2]) if match else None

    def _append(self, displays: list[Display], made: list[Display], previous: int, block: _Block) -> None:
        """A block that begins with a relation and has no number goes on with the one right above it."""
        goes_on = made and displays and made[0].number is None and RELATION.match(made[0].latex)
        if goes_on and not self.text[previous : block.start].strip():
            first = made.pop(0)
            above = displays[-1]
            displays[-1] = replace(above, latex=rf"{above.latex} \\ {first.latex}", doubt=above.doubt or first.doubt)
        displays += made

    # Headings

    def _headings(self) -> Iterator[tuple[int, int, str]]:
        """(position, level, title) of every heading."""
        for match in HEADING.finditer(self.text):
            if match.group(1):
                yield match.start(), len(match.group(1)), _plain_title(match.group(2))
                continue
            title = braced(self.text, match.end() - 1, 400)
            if title is not None:
                yield match.start(), 2 + match.group(3).count("sub"), _plain_title(title)


def _is_wrapped(match: re.Match[str], is_latex: bool) -> bool:
    """Whether a `$...$` without a number is alone on its line only because the line was broken there: words stand around it."""
    if match.group(1) or match.group(3):
        return False
    before = (
        match.string[max(0, match.start() - 200) : match.start()]
        .rstrip(" \t")
        .removesuffix("\n")
        .rpartition("\n")[2]
        .strip()
    )
    after = match.string[match.end() : match.end() + 200].removeprefix("\n").partition("\n")[0].strip()
    return bool(before or after) if is_latex else bool(before and after)


def _alone(match: re.Match[str]) -> _Block | None:
    """A `$...$` alone on its line, if it is an equation."""
    body = match.group(2)
    if "=" not in body and not re.search(r"\\(?:approx|le|ge|sim|equiv|leq|geq)(?![A-Za-z])|<|>", body):
        return None
    number = match.group(1) or match.group(3)
    tagged = f"{body} \\tag{{{number}}}" if number else body
    return _Block(match.start(), match.end(), tagged, "$", False)


def _chained(displays: list[Display]) -> list[Display]:
    r"""Rows that begin with a relation, or have none, go on with the row above.

    A row that begins with a relation and has a number of its own, below one that has a number,
    is an equation whose left side stands above.  A row without a relation is never left out:
    what it does to the row above is read, or the whole is left open.
    """
    found: list[Display] = []
    for display in displays:
        row = without_gaps(display.latex)
        if found and RELATION.match(row):
            above = found[-1]
            if display.number is None or above.number is None:
                found[-1] = _joined(above, display, rf"{tidy(above.latex)} \\ {tidy(row)}")
                continue
            left = SIGN.split(above.latex, maxsplit=1)[0]
            display = replace(display, latex=f"{tidy(left)} {tidy(row)}", doubt=above.doubt)
        elif found and is_rest(display.latex):
            found[-1] = _gone_on(found[-1], display, row)
            continue
        found.append(display)
    return found


def _joined(above: Display, below: Display, latex: str, doubt: str = "") -> Display:
    """One equation of two rows, with the first number and the first name."""
    number, name = above.number or below.number, above.name or below.name
    return replace(above, latex=latex, number=number, name=name, doubt=above.doubt or doubt)


def _gone_on(above: Display, below: Display, row: str) -> Display:
    """The row above with a row that goes on with it; below several columns nobody knows with which."""
    columns = r"\quad" in columns_apart(above.latex) or r"\quad" in columns_apart(row)
    return _joined(above, below, rf"{tidy(above.latex)} \\ {tidy(row)}", SEVERAL_COLUMNS if columns else "")


def _plain_title(text: str) -> str:
    """A heading as plain words on one line."""
    bare = re.sub(r"\\[A-Za-z]+\*?\s?|[*`{}#]|\\.", "", text)
    words = " ".join("".join(ch if ch.isprintable() else " " for ch in bare).split())
    return words[:MAX_TITLE] or "Untitled"


def _title_and_sections(text: str, headings: list[tuple[int, int, str]]) -> tuple[str, list[tuple[int, str]]]:
    r"""The title (\title, or the first heading of the top level) and the sections with their places, each name once."""
    match = TITLE.search(text)
    told = braced(text, match.end() - 1, 1000) if match else None
    title = _plain_title(told) if told else ""
    sections: list[tuple[int, str]] = []
    seen: dict[str, int] = {}
    for position, level, name in headings:
        if not title and level == 1:
            title = name
            continue
        name = name.replace("/", "–")
        seen[name] = seen.get(name, 0) + 1
        sections.append((position, name if seen[name] == 1 else f"{name} ({seen[name]})"))
    return title or "Untitled", sections


def _section_at(sections: list[tuple[int, str]], position: int) -> str:
    place = bisect_right([start for start, _ in sections], position)
    return sections[place - 1][1] if place else BEGINNING


def _once(displays: list[Display], problems: list[str]) -> Iterator[Display]:
    """A number that is printed twice belongs to the first equation that bears it; the second is told of."""
    seen: set[str] = set()
    for display in displays:
        if display.number is not None and display.number in seen:
            problems.append(f"{display.place}: number ({display.number}) is used twice")
            yield replace(display, number=None)
            continue
        if display.number is not None:
            seen.add(display.number)
        yield display
