"""Does a quantity lie where the printed number says that it lies?

Every constant ranges over its value and one standard uncertainty on either side, so the
enclosure of the quantity holds for whatever the constant is.  Inside the printed interval
proves the claim, outside refutes it, and across its border leaves it undecided.  The
number is computed a second time, by mpmath at 50 digits, and the two must agree.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import sympy

from verify.balls import Unsupported
from verify.constants import Constant
from verify.decide import Finding, undecided
from verify.facts import Facts
from verify.ranges import Interval, extreme_corners, range_of, tight_range
from verify.statements import Input, PrintedInput, Value
from verify.units import Unit, UnitSystem
from verify.verdicts import Counterexample, Evidence, Grade, Outcome, Reason
from verify.wording import name

if TYPE_CHECKING:
    from verify.judge import Settings

SECOND_OPINION_DIGITS = 50
AGREEMENT = sympy.Rational(1, 10**40)
SEARCH = 40
STEPS = tuple(sympy.Rational(k, 8) for k in (4, 3, 5, 2, 6, 1, 7, 0, 8))


def check(statement: Value, facts: Facts, settings: Settings) -> Finding:
    intervals = {s: _interval(c, settings.units) for s, c in statement.constants}
    dependent = {s: v for s, v in facts.parametrisation.values.items() if s not in intervals}
    quantity = statement.quantity.subs(dependent, simultaneous=True) / _factor(statement.unit, settings.units)
    unknown = quantity.free_symbols - set(intervals)
    if unknown:
        names = ", ".join(sorted(map(str, unknown)))
        return undecided(f"no value is given for {names}, so the number cannot be computed")
    try:
        found = tight_range(quantity, intervals)
        printed = range_of(statement.interval[0], {}), range_of(statement.interval[1], {})
    except Unsupported as problem:
        return undecided(str(problem), Reason.UNSUPPORTED)
    if found is None or None in printed:
        return undecided("the quantity has no finite real enclosure")
    central = quantity.subs({s: (low + high) / 2 for s, (low, high) in intervals.items()})
    if not _second_opinion_agrees(central):
        return undecided("two computations of the number, by Arb and by mpmath, disagree")
    if statement.somewhere:
        return _somewhere(statement, quantity, intervals, found, (printed[0], printed[1]))  # type: ignore[arg-type]
    finding = _compare(statement, central, found, printed[0], printed[1])  # type: ignore[arg-type]
    rounding = _rounding(statement, quantity, settings.units)
    return (
        finding if rounding is None else finding.retold(lambda told: replace(told, detail=f"{told.detail} {rounding}"))
    )


def _rounding(statement: Value, quantity: sympy.Expr, system: UnitSystem) -> str | None:
    """What the number may be if the printed inputs were rounded to their digits: a verdict should not hang on that."""
    wide = statement.with_rounded_inputs()
    if wide == statement:
        return None
    found = tight_range(quantity, {s: _interval(c, system) for s, c in wide.constants})
    if found is None:
        return None
    return f"With the printed inputs anywhere within their rounding: {sympy.N(found[0], 6)} to {sympy.N(found[1], 6)}."


def _somewhere(
    statement: Value,
    quantity: sympy.Expr,
    intervals: dict[sympy.Symbol, Interval],
    found: Interval,
    printed: tuple[Interval, Interval],
) -> Finding:
    """Some inputs within their intervals give a number as printed: one such point proves it.

    Refuted if no inputs do, because the range over all of them misses the printed interval.
    """
    low, high = printed
    if found[1] < low[0] or found[0] > high[1]:
        central = quantity.subs({s: (a + b) / 2 for s, (a, b) in intervals.items()})
        finding = _compare(statement, central, found, low, high)
        ends = f"{sympy.N(found[0], 6)} to {sympy.N(found[1], 6)}"
        detail = f"{finding.evidence.detail} With the inputs anywhere within their rounding: {ends}."
        return finding.retold(lambda told: replace(told, detail=detail))
    for at in _candidates(quantity, intervals, (low[1] + high[0]) / 2):
        here = range_of(quantity, {s: (v, v) for s, v in at.items()})
        if here is not None and low[1] <= here[0] and here[1] <= high[0]:
            shown = f"The inputs round as printed and give {sympy.N((here[0] + here[1]) / 2, 6)}, for example"
            inputs = ", ".join(
                f"{name(s)} = {sympy.N(v, 6)}" for s, v in at.items() if intervals[s][0] != intervals[s][1]
            )
            detail = f"{shown} with {inputs} (base units). {statement.meaning}."
            return Finding(Outcome.PROVED, Grade.EXACT, Evidence("inputs within their rounding", detail))
    return undecided("no inputs within their rounding were found that give the printed number, and none are excluded")


def _candidates(
    quantity: sympy.Expr, intervals: dict[sympy.Symbol, Interval], wanted: sympy.Rational
) -> Iterator[dict[sympy.Symbol, sympy.Rational]]:
    """Points of the box: the middle and two diagonals, then a search from the least to the greatest value."""
    for share in STEPS:
        for turned in (False, True):
            point = {s: (b, a) if turned and k % 2 else (a, b) for k, (s, (a, b)) in enumerate(intervals.items())}
            yield {s: a + (b - a) * share for s, (a, b) in point.items()}
    least, greatest = extreme_corners(quantity, intervals)
    left, right = ({s: (a + b) / 2 for s, (a, b) in corner.items()} for corner in (least, greatest))
    for _ in range(SEARCH):
        at = {s: (left[s] + right[s]) / 2 for s in intervals}
        yield at
        here = range_of(quantity, {s: (v, v) for s, v in at.items()})
        if here is None:
            return
        left, right = (at, right) if here[1] < wanted else (left, at)


def _interval(constant: Input, system: UnitSystem) -> Interval:
    """One standard uncertainty on either side, in the base units of the system; an exact number is its own interval."""
    if not isinstance(constant, (Constant, PrintedInput)):
        return constant, constant
    ends = [range_of(end, {}) for end in constant.interval_in(system)]
    assert None not in ends, f"{constant} has no finite value"
    return ends[0][0], ends[1][1]  # type: ignore[index]


def _factor(unit: object, system: UnitSystem) -> sympy.Expr:
    return unit.worth(system) if isinstance(unit, Unit) else sympy.sympify(unit, strict=True)


def _second_opinion_agrees(central: sympy.Expr) -> bool:
    exact = range_of(central, {})
    second = sympy.Rational(str(sympy.N(central, SECOND_OPINION_DIGITS)))
    if exact is None:
        return False
    slack = AGREEMENT * max(abs(second), abs(exact[0]), abs(exact[1]))
    return bool(exact[0] - slack <= second <= exact[1] + slack)


def _compare(statement: Value, central: sympy.Expr, found: Interval, low: Interval, high: Interval) -> Finding:
    shown = str(sympy.N(central, 12))
    from_print = statement.meaning.startswith((statement.number, "of the order of"))
    against = f", printed {statement.number}" if from_print else ""
    how = f"Computed {shown}{against}; {statement.meaning}."
    ratio = _ratio(central, statement.number) if from_print else None
    if low[1] <= found[0] and found[1] <= high[0]:
        return Finding(
            Outcome.PROVED, Grade.EXACT, Evidence("enclosure inside the printed interval", how, residual=ratio)
        )
    if found[1] < low[0] or found[0] > high[1]:
        counterexample = Counterexample((("computed", shown), ("printed", statement.number)), shown, statement.number)
        evidence = Evidence("enclosure outside the printed interval", how, counterexample, residual=ratio)
        return Finding(Outcome.REFUTED, Grade.BALL, evidence)
    return undecided(f"{how} The uncertainty of the constants reaches across the border of that interval.")


def _ratio(central: sympy.Expr, number: str) -> str | None:
    printed = sympy.Rational(number)
    if printed == 0:
        return None
    return f"computed/printed = {sympy.N(central / printed, 6)}"
