"""A column of a table drawn: for each row the printed number and the computed one, and how many times too large it is.

Both are on scales of powers of ten, so only positive numbers are drawn.  Positions are floating point, for the eye only.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from markupsafe import Markup

from reports.decimals import value_of
from reports.faults import wrong_digits
from reports.findings import Finding
from reports.text import one_line
from verify.verdicts import ClaimAudit, Shape

LEFT, RIGHT = (44, 252), (282, 404)
"""Where the numbers and their ratios stand, of 420."""
WIDTH, ROW, TOP = 420, 18, 20
MOST_ROWS = 40
MOST_TICKS = 5
Row = tuple[str, Decimal, Decimal]


def column_plot(found: Finding) -> Markup:
    """The drawing as an `svg` element; empty where fewer than two rows have two positive numbers."""
    import numpy as np

    drawn = rows(found)
    if len(drawn) < 2:
        return Markup("")
    powers = np.array([[float(old.log10()), float(new.log10())] for _, old, new in drawn])
    ratios = powers[:, 0] - powers[:, 1]
    height = TOP + ROW * len(drawn) + 24
    numbers, axis = _scale(np.floor(powers.min()), np.ceil(powers.max()), LEFT, height)
    errors, other = _scale(np.floor(min(ratios.min(), 0)), np.ceil(max(ratios.max(), 0)), RIGHT, height)
    wrong = Markup('<path d="M{} {}H{}V{}H{}z" style="fill: var(--fail); opacity: .1"/>').format(
        RIGHT[0], TOP, RIGHT[1], height - 20, RIGHT[0]
    )
    right = Markup('<path d="M{} {}V{}" style="stroke: var(--pass); stroke-width: 2"/>').format(
        _at(errors(0.0)), TOP, height - 20
    )
    heads = [_head(LEFT, "number"), _head(RIGHT, "printed / computed")]
    marks = [
        _marks(row[0], [_at(place) for place in (*numbers(power), errors(ratio))], TOP + ROW * index + ROW // 2)
        for index, (row, power, ratio) in enumerate(zip(drawn, powers, ratios, strict=True))
    ]
    return Markup('<svg class="figure column" role="img" aria-label="{}" viewBox="0 0 {} {}">{}</svg>').format(
        f"Printed and computed numbers of {len(drawn)} rows, and their ratios",
        WIDTH,
        height,
        Markup("").join([wrong, *axis, *other, right, *heads, *marks]),
    )


def rows(found: Finding) -> list[Row]:
    """The rows that are drawn: name, printed number, computed number."""
    return [row for claim in (found.claim, *found.others)[:MOST_ROWS] if (row := _row(claim)) is not None]


def _row(claim: ClaimAudit) -> Row | None:
    point = claim.literal.evidence.counterexample if claim.readings else None
    old = wrong_digits(claim)
    if point is None or point.shape is not Shape.NUMBER or old is None:
        return None
    printed, computed = value_of(old), value_of(point.lhs.rstrip("…."))
    if printed is None or computed is None or printed <= 0 or computed <= 0:
        return None
    return _name(claim.label), printed, computed


def _name(label: str) -> str:
    """The row of a cell: `Si` for `table1.Si.D`."""
    parts = label.split(".")
    return one_line(parts[1] if len(parts) == 3 else label, 12)


def _scale(low: Any, high: Any, span: tuple[int, int], height: int) -> tuple[Any, list[Markup]]:
    """From powers of ten to places, and the lines of the scale."""
    high = max(high, low + 1)

    def place(power: Any) -> Any:
        return span[0] + (power - low) / (high - low) * (span[1] - span[0])

    return place, [_tick(power, _at(place(float(power))), height) for power in _ticks(int(low), int(high))]


def _at(place: Any) -> str:
    return f"{place:.1f}"


def _ticks(low: int, high: int) -> Iterable[int]:
    step = 1
    while (high - low) / step > MOST_TICKS:
        step += 1
    return (power for power in range(low, high + 1) if power % step == 0)


def _tick(power: int, x: str, height: int) -> Markup:
    raised = str(power).translate(str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻"))
    return Markup(
        '<path d="M{} {}V{}" style="stroke: var(--line)"/><text x="{}" y="{}" font-size="11">10{}</text>'
    ).format(x, TOP, height - 20, x, height - 5, raised)


def _head(span: tuple[int, int], words: str) -> Markup:
    return Markup('<text x="{}" y="{}">{}</text>').format(sum(span) // 2, TOP - 8, words)


def _marks(label: str, places: list[str], y: int) -> Markup:
    """A hollow diamond where the page has the number, a full point where it is computed, a line between; and the ratio."""
    printed, computed, ratio = places
    return Markup(
        '<text x="{}" y="{}" style="text-anchor: end; fill: var(--ink); font-size: 12px">{}</text>'
        '<path d="M{} {}H{}" style="stroke: var(--fail); stroke-width: 1.2"/>'
        '<path d="M{} {}l5 5-5 5-5-5z" style="fill: var(--card); stroke: var(--fail); stroke-width: 1.4"/>'
        '<circle cx="{}" cy="{}" r="3.5" fill="var(--pass)"/><circle cx="{}" cy="{}" r="3.5" fill="var(--fail)"/>'
    ).format(LEFT[0] - 12, y + 4, label, printed, y, computed, printed, y - 5, computed, y, ratio, y)
