r"""A product of a matrix and a column with dots in them, as the equation of its row i.

    \begin{pmatrix} y_1 \\ y_2 \\ \vdots \\ y_N \end{pmatrix} = a \begin{pmatrix} d & b_{12} & \cdots & b_{1N} \\ ...
    \end{pmatrix} \begin{pmatrix} x_1 \\ x_2 \\ \vdots \\ x_N \end{pmatrix}

says y_i = a (d x_i + \sum_{j(\neq i)}^N b_{ij} x_j).  What the dots stand for is taken from the
entries 1, 2 and N, all of which must be one entry with other indices, and the diagonal the same
throughout; anything else is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from verify.grammar.parser import ParseError

MATRIX = re.compile(r"\\begin\{pmatrix\}(.*?)\\end\{pmatrix\}", re.DOTALL)
DOTS = {r"\vdots", r"\cdots", r"\ddots", r"\dots", r"\ldots"}
PRINTED = ("1", "2", "N")
"""The indices that stand before and behind the dots."""


def has_matrix(formula: str) -> bool:
    return r"\begin{pmatrix}" in formula


def row_of_product(formula: str) -> str:
    """The LaTeX of row i; raises ParseError where the dots may stand for something else."""
    parts = MATRIX.split(formula.strip().rstrip(".,"))
    if len(parts) != 7 or parts[0].strip() or parts[4].strip() or parts[6].strip():
        raise ParseError("this product of matrices is not supported", 1, "column = factor, matrix, column")
    left, sign, square, right = parts[1], parts[2].strip(), parts[3], parts[5]
    if not sign.startswith("="):
        raise ParseError("the columns are not equated", 1, "=")
    y, x = _entry(left), _entry(right)
    diagonal, beside = _square(square)
    row = rf"{diagonal} {x('i')} + \sum_{{j(\neq i)}}^N {beside} {x('j')}"
    return rf"{y('i')} = {sign[1:]} \left( {row} \right)"


def _entry(column: str) -> Callable[[str], str]:
    """The entry of a column as a text that depends on its index."""
    cells = [row[0] for row in _rows(column)]
    if len(cells) != 4 or cells[2] not in DOTS:
        raise ParseError("this column is not supported", 1, r"y_1 \\ y_2 \\ \vdots \\ y_N")
    general = _general(cells[0], "1")
    if [general.format(index) for index in PRINTED] != [cells[0], cells[1], cells[3]]:
        raise ParseError("the entries of a column differ in more than their index", 1, "y_1, y_2, ..., y_N")
    return general.format


def _square(matrix: str) -> tuple[str, str]:
    """The diagonal entry, and that in row i and column j."""
    rows = _rows(matrix)
    if len(rows) != 4 or any(len(row) != 4 for row in rows):
        raise ParseError("this matrix is not supported", 1, "rows and columns 1, 2, dots, N")
    dots = [*rows[2], *(row[2] for row in rows)]
    kept = [[cell for place, cell in enumerate(row) if place != 2] for number, row in enumerate(rows) if number != 2]
    general = _general(kept[0][1], "12")
    expected = [[kept[0][0] if i == j else general.format(i + j) for j in PRINTED] for i in PRINTED]
    if not set(dots) <= DOTS or kept != expected:
        raise ParseError("the entries of the matrix differ in more than their indices", 1, "d, b_{12}, ..., b_{1N}")
    return kept[0][0], general.format("ij")


def _general(cell: str, index: str) -> str:
    """The entry with a place for its index, which must occur once, as its subscript."""
    bare = cell.replace("{", "{{").replace("}", "}}")
    subscript = "_{{" + index + "}}" if len(index) > 1 else "_" + index
    if bare.count(subscript) != 1:
        raise ParseError("an entry has no index of its own", 1, "one subscript")
    return bare.replace(subscript, "_{{{}}}" if len(index) > 1 else "_{}")


def _rows(matrix: str) -> list[list[str]]:
    """The cells of a matrix, blanks left out."""
    return [[" ".join(cell.split()) for cell in row.split("&")] for row in matrix.split(r"\\")]
