"""figures.csv: the points of every recomputed figure, as decimals: paper, line, curve, x, y."""

from __future__ import annotations

import csv
import io

from reports.table import as_cell
from verify.verdicts import Audit

FILE_NAME = "figures.csv"
COLUMNS = ("paper", "label", "figure", "curve", "what", "x", "y")


def render(audit: Audit) -> str:
    """The table, with a heading: a line a point of a curve, and a line a mark (a printed or computed zero)."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    for paper in audit.papers:
        for claim in paper.claims:
            if claim.figure is None:
                continue
            about = tuple(map(as_cell, (paper.id, claim.label, claim.figure.title)))
            for curve in claim.figure.curves:
                name = as_cell(curve.label)
                writer.writerows((*about, name, "curve", x, "" if y is None else y) for x, y in curve.points)
            for mark in claim.figure.marks:
                writer.writerow((*about, as_cell(mark.curve), f"zero, {mark.kind.value}", mark.x, "0"))
    return file.getvalue()
