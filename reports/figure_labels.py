"""Where the words beside the marks of a figure stand: clear of the curves, of every mark, and of each other.

A printed and a computed crossing that all but touch share a label ("printed 382, computed 381.97").  A label is tried
in places round its mark, near ones first; the first that covers nothing is taken, with a thin line to the mark.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from verify.verdicts import Drawing, Mark

SIZE = 9
LETTER, LINE = 0.56 * SIZE, 1.5 * SIZE
"""Room for a letter and a line, in points: wide enough for any font of a page."""
MARK = 7.0
"""Half the room that a mark takes, in points."""
STEPS = 6
"""Points at which a stretch of a curve is tested."""


class Box(NamedTuple):
    """A rectangle on the page, in points."""

    left: float
    bottom: float
    right: float
    top: float

    def meets(self, other: Box) -> bool:
        return (
            self.left < other.right and other.left < self.right and self.bottom < other.top and other.bottom < self.top
        )

    def holds(self, x: float, y: float) -> bool:
        return self.left < x < self.right and self.bottom < y < self.top


def place(axes: Any, drawing: Drawing, colours: list[str]) -> None:
    """Writes a label for the marks of each curve.  The axes must have their final limits."""
    import numpy as np

    axes.autoscale_view()
    points = 72 / axes.figure.dpi

    def on_page(x: float, y: float) -> tuple[float, float]:
        found = axes.transData.transform((x, y))
        return float(found[0]) * points, float(found[1]) * points

    whole = Box(*(float(edge) * points for edge in axes.get_window_extent().extents))
    drawn = [np.column_stack(line.get_data()) for line in axes.get_lines()[1 : len(drawing.curves) + 1]]  # after zero
    lines = np.concatenate([_along(axes.transData.transform(line) * points) for line in drawn])
    taken = [_around(on_page(float(mark.x), 0.0)) for mark in drawing.marks]
    zero = on_page(0.0, 0.0)[1]
    for index, curve in enumerate(drawing.curves):
        own = [mark for mark in drawing.marks if mark.curve == curve.label]
        for marks in _together(own, on_page):
            text = ", ".join(f"{mark.kind.value} {mark.x}" for mark in marks)
            anchor = on_page(_middle(marks), 0.0)
            box = _free(anchor, text, whole, taken, lines, zero)
            taken.append(box)
            _write(axes, text, anchor, box, colours[index])


def _together(marks: list[Mark], on_page: Any) -> list[list[Mark]]:
    """Marks that all but touch share a label; others have one each."""
    if not marks:
        return []
    places = [on_page(float(mark.x), 0.0)[0] for mark in marks]
    return [marks] if max(places) - min(places) < 2 * MARK else [[mark] for mark in marks]


def _middle(marks: list[Mark]) -> float:
    return sum(float(mark.x) for mark in marks) / len(marks)


def _around(centre: tuple[float, float]) -> Box:
    x, y = centre
    return Box(x - MARK, y - MARK, x + MARK, y + MARK)


def _along(corners: Any) -> Any:
    """Places on a curve, close to each other, as rows of an array; none where it is interrupted."""
    import numpy as np

    parts = (np.arange(STEPS) / STEPS)[:, None, None]
    places = (corners[:-1] + parts * np.diff(corners, axis=0)).reshape(-1, 2)
    return places[np.isfinite(places).all(axis=1)]


def _free(
    anchor: tuple[float, float],
    text: str,
    whole: Box,
    taken: list[Box],
    lines: Any,
    zero: float,
) -> Box:
    """The nearest place that covers nothing; the one that covers least if there is none."""
    width, height = LETTER * len(text), LINE
    best, least = None, None
    for box in sorted(_places(anchor, width, height), key=lambda each: _distance(each, anchor)):
        if box.left < whole.left or box.right > whole.right or box.bottom < whole.bottom or box.top > whole.top:
            continue
        leader = list(_leader(anchor, box))
        x, y = lines[:, 0], lines[:, 1]
        inside = (box.left < x) & (x < box.right) & (box.bottom < y) & (y < box.top)
        covered = int(inside.sum()) + 20 * (box.bottom < zero < box.top)
        covered += 100 * sum(box.meets(other) for other in taken)
        covered += 100 * sum(other.holds(*point) for other in taken for point in leader if not _near(point, anchor))
        if covered == 0:
            return box
        if least is None or covered < least:
            best, least = box, covered
    return best or Box(anchor[0], anchor[1], anchor[0] + width, anchor[1] + height)


def _places(anchor: tuple[float, float], width: float, height: float) -> Iterator[Box]:
    for rise in range(10, 150, 10):
        for shift in (0.0, -width, -width / 2, *(side * step for step in range(12, 132, 12) for side in (1, -1))):
            for bottom in (anchor[1] + rise, anchor[1] - rise - height):
                left = anchor[0] + shift - (width if shift < 0 and shift not in (-width, -width / 2) else 0)
                yield Box(left, bottom, left + width, bottom + height)


def _nearest(box: Box, point: tuple[float, float]) -> tuple[float, float]:
    """The place of the box that is nearest to a point."""
    return min(max(point[0], box.left), box.right), min(max(point[1], box.bottom), box.top)


def _distance(box: Box, point: tuple[float, float]) -> float:
    x, y = _nearest(box, point)
    return float(((x - point[0]) ** 2 + (y - point[1]) ** 2) ** 0.5)


def _leader(anchor: tuple[float, float], box: Box) -> Iterator[tuple[float, float]]:
    """Places on the straight line from a mark to its label."""
    x, y = _nearest(box, anchor)
    for step in range(STEPS):
        part = step / STEPS
        yield anchor[0] + part * (x - anchor[0]), anchor[1] + part * (y - anchor[1])


def _near(point: tuple[float, float], anchor: tuple[float, float]) -> bool:
    return abs(point[0] - anchor[0]) <= 3 * MARK and abs(point[1] - anchor[1]) <= 3 * MARK


def _write(axes: Any, text: str, anchor: tuple[float, float], box: Box, colour: str) -> None:
    scale = axes.figure.dpi / 72
    inverse = axes.transAxes.inverted()

    def within(point: tuple[float, float]) -> tuple[float, float]:
        found = inverse.transform((point[0] * scale, point[1] * scale))
        return float(found[0]), float(found[1])

    middle = within(((box.left + box.right) / 2, (box.bottom + box.top) / 2))
    axes.text(
        *middle, text, transform=axes.transAxes, ha="center", va="center", color=colour, fontsize=SIZE, parse_math=False, zorder=6
    )  # fmt: skip
    if _distance(box, anchor) > 2 * MARK:
        ends = (within(anchor), within(_nearest(box, anchor)))
        axes.plot(*zip(*ends, strict=True), transform=axes.transAxes, color=colour, linewidth=0.7, zorder=3)
