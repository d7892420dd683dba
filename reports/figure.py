"""A recomputed figure as an SVG for the page: drawn by matplotlib, coloured by the page's style sheet.

The same drawing gives the same bytes: matplotlib runs with its own defaults, without a
date and with fixed identifiers.  Colours become CSS variables, so that the figure follows
the page into dark mode; words stay words, in the page's font.
"""

from __future__ import annotations

import io
import math
import re
import warnings
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import count
from typing import Any
from xml.etree import ElementTree as ET

from markupsafe import Markup

from reports import figure_labels, pictures
from reports.text import one_line
from verify.verdicts import Drawing, DrawnCurve, Mark, MarkKind

FIGURE, SMALL = (6.6, 3.7), (4.6, 2.5)
"""Inches, of 72 units of the view box each: with marks, whose labels need room, and without."""
MARGINS, SMALL_MARGINS = (0.1, 0.13, 0.98, 0.98), (0.15, 0.17, 0.97, 0.96)
"""Left, bottom, right and top, in parts of the picture: to have them found out takes longer than all the rest."""
INK, SOFT, LINE, CARD, FAIL = "#010101", "#010102", "#010103", "#010104", "#010105"
CURVES = tuple(f"#0101{index:02x}" for index in range(0x11, 0x17))
"""Colours that stand for the variables of the style sheet until the SVG is finished."""
VARIABLES = {INK: "--ink", SOFT: "--soft", LINE: "--line", CARD: "--card", FAIL: "--fail"} | {
    colour: f"--curve-{index}" for index, colour in enumerate(CURVES, 1)
}
DASHES = ((None,), (7, 2.5), (2, 2), (8, 2, 2, 2), (12, 3), (4, 2, 1, 2))
"""Pen strokes and gaps in points, so that curves differ without colour as well."""
SETTINGS = {"svg.fonttype": "none", "svg.hashsalt": "referee", "font.size": 10.0, "path.simplify_threshold": 0.15}
MOST_SHOWN = 4
"""Times the height of the part where a line fails: a curve that is no higher is drawn whole."""
LEAST_POINTS = 10
LONGEST_HEIGHT = 24
"""Letters for which there is room along the axis, beside the sign that is needed."""
NO_METADATA = dict.fromkeys(("Creator", "Date", "Format", "Type"))


def svg(drawing: Drawing, prefix: str) -> Markup:
    """The drawing as one `svg` element; identifiers in it begin with `prefix`, unique on the page."""
    return _svg(drawing, prefix if drawing.marks else "")  # only marks have identifiers


@lru_cache(maxsize=64)
def _svg(drawing: Drawing, prefix: str) -> Markup:
    return Markup(pictures.drawn(drawing, prefix, _made))


def _made(drawing: Drawing, prefix: str) -> str:
    import matplotlib  # only a page with a new figure pays for it
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure

    with matplotlib.rc_context(), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a glyph that matplotlib's own font lacks: the page's font shows it
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(SETTINGS)
        size, margins = (FIGURE, MARGINS) if drawing.marks else (SMALL, SMALL_MARGINS)
        figure = Figure(figsize=size)
        FigureCanvasSVG(figure)
        figure.patch.set_visible(False)
        figure.subplots_adjust(*margins)
        axes = figure.add_subplot()
        _draw(axes, drawing)
        for axis, place in ((axes.xaxis, (0.5, 15 / (72 * size[1]))), (axes.yaxis, (13 / (72 * size[0]), 0.5))):
            axis.set_label_coords(
                *place, transform=figure.transFigure
            )  # at the edge: not looked for beside the numbers
        file = io.StringIO()
        figure.savefig(file, format="svg", metadata=NO_METADATA)
    return _for_the_page(file.getvalue(), prefix, drawing.title)


def key(drawing: Drawing) -> tuple[tuple[Markup, str, tuple[Mark, ...]], ...]:
    """For each curve a sample of its line, its label and its marks."""
    return tuple(
        (_swatch(index), curve.label, tuple(mark for mark in drawing.marks if mark.curve == curve.label))
        for index, curve in enumerate(drawing.curves)
    )


def _swatch(index: int) -> Markup:
    dashes = " ".join(str(length) for length in _dashes(index))
    return Markup(
        '<svg class="swatch" viewBox="0 0 28 6" aria-hidden="true"><path d="M 0 3 H 28" '
        'style="stroke: var(--curve-{}); stroke-dasharray: {}"/></svg>'
    ).format(index % len(CURVES) + 1, dashes or "none")


def _dashes(index: int) -> tuple[float, ...]:
    return tuple(length for length in DASHES[index % len(DASHES)] if length is not None)


# --- drawing ----------------------------------------------------------------------------------------


def _draw(axes: Any, drawing: Drawing) -> None:
    axes.patch.set_visible(False)
    for side, spine in axes.spines.items():
        spine.set_visible(side in ("left", "bottom"))
        spine.set_color(SOFT)
    axes.tick_params(colors=SOFT, length=0)
    axes.grid(color=LINE, linewidth=0.6)
    axes.axhline(0, color=SOFT, linewidth=0.9)
    axes.set_xlabel(one_line(drawing.x_label, 100), color=INK, parse_math=False)
    axes.set_ylabel(_height_name(drawing), color=INK, parse_math=False)
    for low, high in drawing.failing:
        axes.axvspan(float(low), float(high), color=FAIL, alpha=0.14, linewidth=0)
    heights = _heights(drawing)
    for index, curve in enumerate(drawing.curves):
        _draw_curve(axes, index, curve, heights)
    numbered = {curve.label: index for index, curve in enumerate(drawing.curves)}
    for mark in drawing.marks:
        _draw_mark(axes, mark, CURVES[numbered[mark.curve] % len(CURVES)])
    axes.margins(x=0.01)
    if drawing.marks:
        figure_labels.place(axes, drawing, [CURVES[index % len(CURVES)] for index in range(len(drawing.curves))])
    else:
        axes.locator_params(nbins=6)


def _height_name(drawing: Drawing) -> str:
    """The name of the axis: of a residual what it is, and which sign of it the line needs."""
    needed = re.fullmatch(r"should be (. 0)", drawing.y_label)
    if needed is None:
        return one_line(drawing.y_label, 100)
    curves = [curve.label.replace("left side less right side", "left side − right") for curve in drawing.curves]
    what = one_line(curves[0], 100) if len(curves) == 1 and len(curves[0]) <= LONGEST_HEIGHT else "value"
    return f"{what}, needed {needed[1]}"


TURN = 6.2832


def one_turn(drawing: Drawing) -> Drawing:
    """Of a curve over an angle what lies between none and a whole turn; all of it where that leaves nothing to draw."""
    curves = tuple(
        replace(curve, points=tuple(point for point in curve.points if 0 <= float(point[0]) <= TURN))
        for curve in drawing.curves
    )
    if any(len(curve.points) < LEAST_POINTS for curve in curves):
        return drawing
    parts = [(low if float(low) > 0 else "0", high) for low, high in drawing.failing if float(high) > 0]
    failing = tuple((low, high if float(high) < TURN else str(TURN)) for low, high in parts if float(low) < TURN)
    return replace(drawing, curves=curves, failing=failing)


def is_straight(drawing: Drawing) -> bool:
    """Whether it is one straight line, which tells no more than two numbers."""
    if len(drawing.curves) != 1 or len(drawing.curves[0].points) < 3:
        return False
    points = [(float(x), math.nan if y is None else float(y)) for x, y in drawing.curves[0].points]
    if not all(math.isfinite(y) for _, y in points):
        return False
    (first, low), (last, high) = points[0], points[-1]
    slope = (high - low) / ((last - first) or 1.0)
    off = max(abs(y - low - slope * (x - first)) for x, y in points)
    return off <= 1e-3 * max(abs(y) for _, y in points)


def _draw_curve(axes: Any, index: int, curve: DrawnCurve, heights: tuple[float, float] | None) -> None:
    x, y = arrays(curve)
    if heights is not None:
        y[(y < heights[0]) | (y > heights[1])] = float("nan")
    style = (0, _dashes(index)) if _dashes(index) else "-"
    axes.plot(x, y, color=CURVES[index % len(CURVES)], linewidth=1.8, linestyle=style, clip_on=False)


def arrays(curve: DrawnCurve) -> tuple[Any, Any]:
    """The decimals of a curve as two arrays of floating point, which a picture may have; no number where it is interrupted."""
    import numpy as np

    x = np.array([x for x, _ in curve.points], dtype=float)
    return x, np.array(["nan" if y is None else y for _, y in curve.points], dtype=float)


def _heights(drawing: Drawing) -> tuple[float, float] | None:
    """The part of y that shows where a line fails: not all of what shoots up at a pole.  None for a figure of the page."""
    import numpy as np

    inside = []
    for x, y in map(arrays, drawing.curves):
        for low, high in drawing.failing:
            inside.append(y[(x >= float(low)) & (x <= float(high))])
    values = np.concatenate([each[np.isfinite(each)] for each in inside]) if inside else np.array([])
    if drawing.marks or not values.size:
        return None
    whole = np.concatenate([y[np.isfinite(y)] for _, y in map(arrays, drawing.curves)])
    if np.ptp(whole) <= MOST_SHOWN * np.ptp(np.append(values, 0.0)):
        return None
    low, high = np.percentile(np.append(values, 0.0), [25, 75])
    room = 1.2 * max(high - low, 1e-9)
    return float(low - room), float(high + room)


def _draw_mark(axes: Any, mark: Mark, colour: str) -> None:
    """A hollow diamond where the page has the crossing, a full point where it is computed."""
    printed = mark.kind is MarkKind.PRINTED
    axes.plot(
        [float(mark.x)],
        [0],
        marker="D" if printed else "o",
        markersize=8 if printed else 4.5,
        color=colour,
        markerfacecolor=CARD if printed else colour,
        markeredgewidth=1.4 if printed else 0,
        clip_on=False,
        zorder=4 if printed else 5,
    )


# --- from matplotlib's file to an element of the page --------------------------------------------------

SVG, XLINK = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}href"
DROPPED = tuple(f"{SVG}{name}" for name in ("metadata", "style", "clipPath"))
_COLOUR = re.compile("|".join(VARIABLES))
USUAL_TEXT = "font-size:10px;text-anchor:middle;fill:var(--soft)"
"""How the style sheet sets the words of a figure that say nothing else."""
_DECIMALS = re.compile(r"-?[0-9]+\.[0-9]+")
_SIZE, _FAMILY = re.compile(r"font: ([0-9.]+px)[^;]*;"), re.compile(r" *font-family:[^;]*;")
"""Older and newer matplotlibs write the font in these two ways."""


def _for_the_page(source: str, prefix: str, title: str) -> str:
    """One element without namespaces, style rules, sizes or identifiers that could meet others on the page."""
    root = ET.fromstring(source)
    used = {value[1:] for element in root.iter() if (value := element.get(XLINK))}
    names = {name: f"{prefix}-{number}" for name, number in zip(sorted(used), count(1), strict=False)}
    for parent in root.iter():
        for child in [child for child in parent if child.tag in DROPPED]:
            parent.remove(child)
    for element in root.iter():
        _clean(element, names)
    root[:] = list(_with_one_grid(list(_leaves(root))))
    for name in ("width", "height", "version"):
        root.attrib.pop(name, None)
    # What matplotlib says in a style rule, which would hold for the whole page.
    root.attrib.update({"class": "figure", "role": "img", "aria-label": one_line(title), "stroke-linejoin": "round"})
    return _without_blanks(ET.tostring(root, encoding="unicode"))


def _leaves(group: ET.Element) -> Iterator[ET.Element]:
    """What is drawn, without groups that say nothing."""
    for child in group:
        if child.tag == "g" and not child.attrib:
            yield from _leaves(child)
        elif len(child) or child.attrib:
            yield child


def _with_one_grid(drawn: list[ET.Element]) -> Iterator[ET.Element]:
    """All lines of the grid, which are drawn first, as one path."""
    grid: ET.Element | None = None
    for element in drawn:
        if element.tag == "path" and "var(--line)" in element.get("style", ""):
            if grid is not None:
                grid.set("d", f"{grid.get('d')} {element.get('d')}")
                continue
            grid = element
        yield element


def _clean(element: ET.Element, names: dict[str, str]) -> None:
    element.tag = element.tag.removeprefix(SVG)
    element.attrib.pop("clip-path", None)  # nothing is drawn outside
    target, own = element.attrib.pop(XLINK, None), element.attrib.pop("id", None)
    if own in names:
        element.set("id", names[own])
    if target is not None:
        element.set("href", f"#{names[target[1:]]}")
    for name, value in list(element.attrib.items()):
        if name in ("d", "x", "y", "transform"):
            value = " ".join(_DECIMALS.sub(lambda number: f"{float(number[0]):.1f}".removesuffix(".0"), value).split())
            element.set(name, value.replace(" L ", " ") if name == "d" else value)  # after M, lines need no letter
        elif name == "style":
            value = _COLOUR.sub(lambda colour: f"var({VARIABLES[colour[0]]})", value)
            value = _FAMILY.sub("", _SIZE.sub(r"font-size: \1;", value))
            element.set(name, re.sub(r"([:;]) ", r"\1", value))
    if element.get("transform", "").startswith("rotate(-0 "):
        del element.attrib["transform"]
    if element.tag == "text":
        _lower(element)
    if element.tag == "text" and element.get("style") == USUAL_TEXT:
        del element.attrib["style"]


def _lower(element: ET.Element) -> None:
    """Sets the index of `R_b` low."""
    first, *rest = re.split(r"(?<=\w)_(\w{1,12})", element.text or "")
    element.text = first
    for index, after in zip(rest[::2], rest[1::2], strict=True):
        ET.SubElement(element, "tspan", {"dy": "3", "font-size": "8"}).text = index
        ET.SubElement(element, "tspan", {"dy": "-3"}).text = after or "\u200b"  # what follows stands on the line again


def _without_blanks(text: str) -> str:
    return re.sub(r">\s+<", "><", text).strip()
