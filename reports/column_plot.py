"""A column of a table drawn: for each row the printed number and the computed one, on a scale of powers of ten.

Only positive numbers are drawn.  Positions are rounded decimals of exact numbers, for the eye only.
"""

from __future__ import annotations

from decimal import Decimal

from markupsafe import Markup

from reports.decimals import value_of
from reports.faults import wrong_digits
from reports.findings import Finding
from reports.text import one_line
from verify.verdicts import ClaimAudit, Shape

WIDTH, LEFT, ROW, TOP = 640, 90, 20, 8
MOST_ROWS = 40
MOST_TICKS = 12


def column_plot(found: Finding) -> Markup:
    """The drawing as an `svg` element; empty where fewer than two rows have two positive numbers."""
    rows = [row for claim in (found.claim, *found.others)[:MOST_ROWS] if (row := _row(claim)) is not None]
    if len(rows) < 2:
        return Markup("")
    powers = [number.log10() for _, printed, computed in rows for number in (printed, computed)]
    low, high = int(min(powers).to_integral_value("ROUND_FLOOR")), int(max(powers).to_integral_value("ROUND_CEILING"))
    high = max(high, low + 1)

    def x(number: Decimal) -> str:
        return f"{LEFT + (number.log10() - low) / (high - low) * (WIDTH - LEFT - 20):.1f}"

    height = TOP + ROW * len(rows) + 24
    drawn = [_tick(power, x(Decimal(10) ** power), height) for power in _ticks(low, high)]
    for index, (label, printed, computed) in enumerate(rows):
        drawn.append(_marks(label, x(printed), x(computed), TOP + ROW * index + ROW // 2))
    return Markup('<svg class="figure" role="img" aria-label="{}" viewBox="0 0 {} {}">{}</svg>').format(
        f"Printed and computed numbers of {len(rows)} rows", WIDTH, height, Markup("").join(drawn)
    )


def _row(claim: ClaimAudit) -> tuple[str, Decimal, Decimal] | None:
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


def _ticks(low: int, high: int) -> range:
    step = 1
    while (high - low) / step > MOST_TICKS:
        step += 1
    return range(low, high + 1, step)


def _tick(power: int, x: str, height: int) -> Markup:
    raised = str(power).translate(str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻"))
    return Markup(
        '<path d="M{} {}V{}" style="stroke: var(--line)"/><text x="{}" y="{}" text-anchor="middle" font-size="11" fill="var(--soft)">10{}</text>'
    ).format(x, TOP, height - 20, x, height - 5, raised)


def _marks(label: str, printed: str, computed: str, y: int) -> Markup:
    """A hollow diamond where the page has the number, a full point where it is computed, and a line between."""
    return Markup(
        '<text x="{}" y="{}" text-anchor="end" font-size="12" fill="var(--ink)">{}</text>'
        '<path d="M{} {}H{}" style="stroke: var(--fail); stroke-width: 1.2"/>'
        '<path d="M{} {}l5 5-5 5-5-5z" style="fill: var(--card); stroke: var(--fail); stroke-width: 1.4"/>'
        '<circle cx="{}" cy="{}" r="3.5" fill="var(--pass)"/>'
    ).format(LEFT - 12, y + 4, label, printed, y, computed, printed, y - 5, computed, y)
