r"""Equations between matrices that are printed with their entries, one line an entry, and systems of equations in a brace.

    \begin{pmatrix} x' \\ t' \end{pmatrix} = \begin{pmatrix} a & b \\ c & d \end{pmatrix} \begin{pmatrix} x \\ t \end{pmatrix}

says x' = a x + b t and t' = c x + d t.  Of a matrix with a name, A = \begin{pmatrix} ... \end{pmatrix}, the entries are
A_{\mathrm{c}11}, A_{\mathrm{c}12}, ...  A side that is no product of a factor and such matrices is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from referee.chains import SIGN, Link
from referee.source_rows import split_rows, tidy
from verify.errors import ClaimError
from verify.grammar.tokens import normalise

LEFT = r"(?:\\left\s*|\\[bB]igg?l?\s*)?"
RIGHT = r"(?:\\right\s*|\\[bB]igg?r?\s*)?"
MATRIX = re.compile(
    rf"(?s)(?:\\begin\{{(?P<kind>[pbB]?matrix|smallmatrix)\}}(?P<bare>(?:(?!\\begin).)*?)\\end\{{(?P=kind)\}}"
    rf"|{LEFT}[(\[]\s*\\begin\{{(?P<inner>array|matrix|smallmatrix)\}}(?:\s*\{{[lcr| ]{{1,20}}\}})?"
    rf"(?P<inside>(?:(?!\\begin).)*?)\\end\{{(?P=inner)\}}\s*{RIGHT}[)\]])"
)
SYSTEM = re.compile(
    r"(?s)^\s*(?:\\left\s*\\(?:\{|lbrace)\s*\{?\s*\\begin\{(?P<name>array|aligned|matrix)\}(?:\s*\{[lcr| ]{1,20}\})?|\\begin\{(?P<cases>d?cases)\})"
    r"(?P<rows>.*)\\end\{(?:(?P=name)|(?P=cases))\}\s*\}?\s*(?:\\right\s*\.)?\s*[.,;]?\s*$"
)
NAME = re.compile(
    r"(?P<name>(?:\\(?:mathbf|boldsymbol|bm|mathcal|mathsf|hat|tilde|bar|underline)\s*(?:\{\s*)?)?(?:[A-Za-z]|\\[A-Za-z]+)\s*\}?)"
    r"\s*(?:_\s*(?:\{(?P<below>[^{}]{1,12})\}|(?P<digit>[A-Za-z0-9])))?\s*(?:\([A-Za-z\\, ]{1,20}\))?"
)
DERIVATIVE = re.compile(
    r"\\[dt]?frac\s*\{\s*(?:d|\\partial|\\mathrm\{d\})\s*(?:\^2|\^\{2\})?\s*\}\s*\{[^{}]{1,20}(?:\^\{?2\}?)?\}$"
)
BOUND = re.compile(r"<|>|\\(?:leq?|geq?|leqslant|geqslant)(?![A-Za-z])")
NAMED = re.compile(rf"(?:^|[&,;]|\\\\|\\quad)\s*({NAME.pattern})\s*&?\s*(?:=|:=|\\equiv)[^=\x00]*\x00")
SAID = re.compile(r"(?:(?!of\b)[\w-]+ ){0,4}(?:matrix|operator)\b(?! elements?\b| entr)")
A_MATRIX = (
    "{} is a matrix or an operator elsewhere in the source, and the order of factors may matter: say what it is here"
)
LARGEST = 6
"""Rows and columns of a matrix that is read by its entries."""
DOTS = (r"\dots", r"\vdots", r"\cdots", r"\ddots", r"\ldots", r"\hdots")
ENTRIES = (
    "the entries of a matrix are named by us: say whether they are numbers, which the order of factors does not change"
)

Entries = list[list[str]]


@dataclass(frozen=True)
class _Side:
    """A side of an equation: a name, or a factor and the entries."""

    name: str = ""
    factor: str = ""
    entries: tuple[tuple[str, ...], ...] = ()


def entry_links(latex: str) -> list[Link]:
    """The equations of the entries of a display; none if it is no equation between such matrices."""
    found = list(MATRIX.finditer(latex))
    if not found:
        return []
    masked = MATRIX.sub("\x00", latex)
    signs = list(SIGN.finditer(masked))
    if len(signs) != 1 or signs[0].group() != "=" or r"\begin" in masked or "," in masked.split("=")[0]:
        return []
    matrices = [_entries(one["bare"] or one["inside"] or "") for one in found]
    if not all(matrices) or sum(len(one) * len(one[0]) for one in matrices) > LARGEST**2 * 2:
        return []
    left, right = masked[: signs[0].start()], masked[signs[0].end() :]
    count = left.count("\x00")
    sides = _side(left, matrices[:count]), _side(right, matrices[count:])
    if sides[0] is None or sides[1] is None or (sides[0].name and sides[1].name):
        return []
    return _compared(sides[0], sides[1], latex)


def named_matrices(latex: str) -> set[str]:
    r"""The names that a display gives to matrices, also to those whose entries are not read.

    >>> named_matrices(r"A = \frac12 \begin{pmatrix} 0 & 1 \\ 1 & 0 \end{pmatrix}")
    {'A'}
    """
    masked = MATRIX.sub("\x00", latex)
    return {_normal(match[1]) for match in NAMED.finditer(masked)} if masked != latex else set()


def said_matrices(meanings: Mapping[str, str]) -> set[str]:
    """The names that the words of the source call matrices or operators."""
    return {name for name, meaning in meanings.items() if SAID.match(meaning)}


def _normal(name: str) -> str:
    try:
        return normalise(re.sub(r"\([^()]*\)\s*$", "", name))
    except ClaimError:
        return name


def _side(text: str, matrices: Sequence[Entries]) -> _Side | None:
    bare = tidy(text)
    if not matrices:
        match = NAME.fullmatch(bare)
        return _Side(name=bare) if match else None
    factor, *between = bare.split("\x00")
    if any(tidy(one).strip(r"\cdot ") for one in between) or re.search(
        r"[-+](?![^{(]*[})])", factor.strip().lstrip("-")
    ):
        return None
    product = matrices[0]
    for other in matrices[1:]:
        if len(product[0]) != len(other):
            return None
        product = _product(product, other)
    return _Side(factor=factor.strip(), entries=tuple(map(tuple, product)))


def _product(one: Entries, other: Entries) -> Entries:
    return [
        [" + ".join(_times(row[k], other[k][column]) for k in range(len(other)) if not {row[k], other[k][column]} & {"0"}) or "0"
         for column in range(len(other[0]))]
        for row in one
    ]  # fmt: skip


def _times(one: str, other: str) -> str:
    return other if one == "1" else rf"\left( {one} \right) \cdot \left( {other} \right)" if other != "1" else one


def _entries(body: str) -> Entries:
    rows = [[tidy(cell) for cell in row.split("&")] for row in split_rows(body) if tidy(row)]
    whole = bool(rows) and len({len(row) for row in rows}) == 1 and all(cell for row in rows for cell in row)
    if not whole or len(rows) > LARGEST or len(rows[0]) > LARGEST:
        return []
    cells = " ".join(cell for row in rows for cell in row)
    return [] if any(dots in cells for dots in DOTS) or SIGN.search(cells) else rows


def _compared(left: _Side, right: _Side, latex: str) -> list[Link]:
    shapes = [(len(one.entries), len(one.entries[0])) for one in (left, right) if one.entries]
    if len(set(shapes)) != 1:
        return []
    made = []
    for row in range(shapes[0][0]):
        for column in range(shapes[0][1]):
            place = f"{row + 1}{column + 1}" if shapes[0][1] > 1 and shapes[0][0] > 1 else f"{max(row, column) + 1}"
            one, other = _entry(left, row, column, place), _entry(right, row, column, place)
            made.append(Link(f"{one} = {other}", right=other, question=ENTRIES, shown=latex))
    return made


def _entry(side: _Side, row: int, column: int, place: str) -> str:
    if side.name:
        match = NAME.fullmatch(side.name)
        below = (match["below"] or match["digit"] or "") if match else ""
        name = match["name"].strip() if match else side.name
        return rf"{name}_{{{below}\mathrm{{c}}{place}}}"
    entry = side.entries[row][column]
    if not side.factor or entry == "0":
        return entry
    joint = " " if DERIVATIVE.search(side.factor) or side.factor == "-" else r" \cdot "
    return rf"{side.factor}{joint}\left( {entry} \right)"


def system_rows(latex: str) -> list[str]:
    """The equations of a system in a brace; none if it is no such display, or a row of it is no equation."""
    match = SYSTEM.match(latex)
    if match is None or r"\begin" in match["rows"]:
        return []
    rows = [_row(row) for row in split_rows(match["rows"]) if tidy(row)]
    return [] if any(row is None for row in rows) else [row for row in rows if row]


def _row(row: str) -> str | None:
    """A row of a system with its condition in words; None where its columns may mean something else."""
    equation = ""
    for cell in row.split("&"):
        bare = tidy(cell)
        complete = bool(SIGN.search(equation)) and not re.search(rf"(?:{SIGN.pattern}|[-+])\s*$", equation)
        if not bare:
            continue
        if not complete or SIGN.match(bare) or bare[0] in "+-":
            equation = f"{equation} {bare}".strip()
        elif bare.startswith((r"\text", r"\mbox")):
            equation = rf"{equation} \quad {bare}"
        elif BOUND.search(bare) and "=" not in bare and r"\text" not in equation:
            equation = rf"{equation} \quad \text{{for }} {bare}"
        else:
            return None
    return equation if SIGN.search(equation.partition(r"\text")[0]) else None
