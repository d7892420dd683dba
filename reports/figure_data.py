"""figures.csv: the points of every picture, as decimals: paper, line, curve, x, y.

Pictures are recomputed figures, how far the sides of wrong lines are apart, and wrong columns of tables.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from reports.column_plot import rows
from reports.findings import Finding, findings
from reports.table import as_cell
from verify.verdicts import Audit, Drawing

FILE_NAME = "figures.csv"
COLUMNS = ("paper", "label", "figure", "curve", "what", "x", "y")


def render(audit: Audit) -> str:
    """The table, with a heading: a line a point of a curve, and a line a mark (a printed or computed zero)."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    for paper in audit.papers:
        for claim in paper.claims:
            for drawing in (claim.figure, claim.residual):
                if drawing is not None:
                    about = tuple(map(as_cell, (paper.id, claim.label, drawing.title)))
                    writer.writerows((*about, *row) for row in _rows(drawing))
        for found in findings(paper):
            if found.others:
                about = tuple(map(as_cell, (paper.id, found.claim.label, "column")))
                writer.writerows((*about, *row) for row in _column(found))
    return file.getvalue()


def _rows(drawing: Drawing) -> Iterator[tuple[str, str, str, str]]:
    for curve in drawing.curves:
        yield from ((as_cell(curve.label), "curve", x, "" if y is None else y) for x, y in curve.points)
    yield from ((as_cell(mark.curve), f"zero, {mark.kind.value}", mark.x, "0") for mark in drawing.marks)
    yield from (("", "false from x to y", low, high) for low, high in drawing.failing)


def _column(found: Finding) -> Iterator[tuple[str, str, str, str]]:
    """Of a row that is drawn: the printed number and the computed one."""
    yield from ((as_cell(label), "printed, computed", str(old), str(new)) for label, old, new in rows(found))
