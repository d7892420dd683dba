r"""Printed tables of a source: where they stand, their heads and rows, and those whose heads name symbols of the paper.

Rows and cells are cut at the signs of LaTeX (\\ and & outside braces and inner environments) or of Markdown (|); nothing in a
cell is read. A table is data for a draft only if each cell of its head is one symbol that the formulas of the paper
have, beside words or a unit: then the rows stand in the draft as they are printed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from referee.source_rows import split_rows
from verify.errors import ClaimError
from verify.grammar.tokens import normalise

ENVIRONMENTS = "tabular|tabularx|tabulary|longtable|supertabular|deluxetable"
EDGE = re.compile(rf"\\(begin|end)\{{((?:{ENVIRONMENTS})\*?)\}}")
COLUMNS = re.compile(r"\s*(?:\[[^\]]{0,20}\]\s*)?(?:\{[^{}]{0,60}\}\s*)?\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}")
RULE = re.compile(
    r"\\(?:hline|toprule|midrule|bottomrule|endhead|endfirsthead|endfoot|endlastfoot|tabularnewline|noalign\s*\{[^{}]*\})(?![A-Za-z])"
    r"|\\(?:cline|cmidrule|caption|label)\s*(?:\([^()]*\))?\s*\{(?:[^{}]|\{[^{}]*\})*\}"
)
MARKDOWN = re.compile(
    r"(?m)^[ \t]*\|(.*)\|[ \t]*\n[ \t]*\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*\n((?:[ \t]*\|.*\|[ \t]*(?:\n|$))*)"
)
MATH = re.compile(r"\$([^$]+)\$|\\\((.+?)\\\)")
NUMBER = re.compile(r"[-+−]?[0-9][0-9.,eE+\-]*%?$")
LONGEST = 20_000
"""Characters of a table."""
MOST_ROWS = 500
SHOWN = 60


@dataclass(frozen=True)
class PrintedTable:
    """A table: where it stands, the cells of its head (none if its first row has numbers), and its rows."""

    line: int
    file: str
    section: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def place(self) -> str:
        return f"{self.file}, line {self.line}" if self.file else f"line {self.line}"

    @property
    def columns(self) -> int:
        return max(map(len, [self.head, *self.rows]), default=0)


@dataclass(frozen=True)
class DraftTable:
    """A table as data: the section, the Python names of its columns, its rows as printed."""

    section: str
    line: int
    names: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def tables_in(
    text: str, place: Callable[[int], tuple[int, str]], section: Callable[[int], str]
) -> Iterator[PrintedTable]:
    """The tables of a text; `place` gives the line and file of a position, `section` what it belongs to."""
    found = [*_latex(text), *((match.start(), _markdown(match)) for match in MARKDOWN.finditer(text))]
    for position, cells in sorted(found, key=lambda one: one[0]):
        rows = [row for row in cells if any(row)]
        if len(rows) > 1 or (rows and len(rows[0]) > 1):
            is_head = not any(NUMBER.fullmatch(_bare(cell)) for cell in rows[0])
            line, file = place(position)
            head = rows[0] if is_head else ()
            yield PrintedTable(line, file, section(position), head, tuple(rows[1:] if is_head else rows))


def _latex(text: str) -> Iterator[tuple[int, list[tuple[str, ...]]]]:
    depth, start, first = 0, 0, 0
    for edge in EDGE.finditer(text):
        if edge[1] == "begin":
            if depth == 0:
                start, first = edge.start(), edge.end()
            depth += 1
        elif depth > 0:
            depth -= 1
            if depth == 0 and edge.start() - start <= LONGEST:
                columns = COLUMNS.match(text, first)
                body = RULE.sub(" ", text[columns.end() if columns else first : edge.start()])
                yield start, [tuple(map(str.strip, _cells(row))) for row in split_rows(body)]


def _cells(row: str) -> list[str]:
    r"""The text between the & of a row that stand outside braces and environments; \& is none.

    >>> _cells(r"a & {b & c} & d\& e")
    ['a ', ' {b & c} ', ' d\\& e']
    """
    parts, begin, depth, index = [], 0, 0, 0
    while index < len(row):
        if depth == 0 and row[index] == "&":
            parts.append(row[begin:index])
            index = begin = index + 1
            continue
        if row.startswith(r"\begin{", index) or row.startswith(r"\end{", index):
            depth += 1 if row.startswith(r"\begin{", index) else -1
        elif row[index] == "\\":
            index += 2
            continue
        depth += (row[index] == "{") - (row[index] == "}")
        index += 1
    return [*parts, row[begin:]]


def _markdown(match: re.Match[str]) -> list[tuple[str, ...]]:
    rows = [match[1], *(line.strip().strip("|") for line in match[2].splitlines())]
    return [tuple(cell.strip() for cell in row.split("|")) for row in rows]


def _bare(cell: str) -> str:
    """A cell without the signs of mathematics and of layout around it."""
    return re.sub(r"^\$|\$$|\\[,;:! ]|[~\s]", "", cell.strip()).strip()


def drafted(tables: Iterable[PrintedTable], symbols: Mapping[str, str]) -> Iterator[DraftTable]:
    """The tables whose heads name symbols, given by their LaTeX in normal form, with the Python names of these."""
    for table in tables:
        names = tuple(_symbol(cell, symbols) for cell in table.head)
        rows = tuple(tuple(map(_printed, row)) for row in table.rows)
        whole = all(len(row) == len(names) and all(row) for row in rows)
        first = [row[0] for row in rows if row]
        apart = len(set(first)) == len(first) and len(set(names)) == len(names)
        if len(names) > 1 and all(names) and rows and whole and apart and len(rows) <= MOST_ROWS:
            yield DraftTable(table.section, table.line, names, rows)


def _symbol(cell: str, symbols: Mapping[str, str]) -> str:
    r"""The Python name of the one symbol in the cell of a head; empty if it has none, or more than one formula."""
    formulas = [match[1] or match[2] for match in MATH.finditer(cell)]
    if len(formulas) != 1:
        return ""
    try:
        return symbols.get(normalise(re.sub(r"\s*(?:\[[^\]]*\]|\([^()]*\))\s*$", "", formulas[0])), "")
    except ClaimError:
        return ""


def _printed(cell: str) -> str:
    inside = re.fullmatch(r"\$([^$]*)\$", cell.strip())
    return (inside[1] if inside else cell).strip()


def told(tables: Iterable[PrintedTable]) -> Iterator[str]:
    """The lines on tables for a terminal: each with its rows, then how many there are."""
    known = list(tables)
    for table in known:
        shown = " | ".join(" ".join(cell.split()) for cell in table.head)
        shown = shown if len(shown) <= SHOWN else f"{shown[: SHOWN - 1]}…"
        head = "".join(sign for sign in f": {shown}" if sign.isprintable()) if table.head else ", without a head"
        yield f"{'table':12} {table.place:<11} {len(table.rows)} rows of {table.columns} columns, not compared{head}"
    if known:
        rows = sum(len(table.rows) for table in known)
        yield f"{len(known)} {'table' if len(known) == 1 else 'tables'} with {rows} rows: not compared"
