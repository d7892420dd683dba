"""The only zero of a function that premises give by a differential equation: those of its solution, certified one by one."""

from __future__ import annotations

from typing import Any, TypeVar

from verify.deciding.case_by_case import Check
from verify.deciding.decide import Finding, undecided
from verify.deciding.settings import Settings
from verify.errors import GiveUp
from verify.kinds.along_solutions import is_about_solutions, zeros_along
from verify.kinds.curves import CurveOverInterval, about, fraction, interval, is_endless, label, quantity
from verify.kinds.kind import proved, refuted
from verify.orders.ranges import Interval
from verify.premises.facts import Facts
from verify.verdicts import Shape

ENCLOSED = "solution of a differential equation, enclosed"
T = TypeVar("T", bound=CurveOverInterval)


def of_zeros_along(check: Check[T]) -> Check[T]:
    """The checker; of a function that premises give by a differential equation the zeros are those of its solution."""

    def decided(statement: T, facts: Facts, settings: Settings) -> Finding:
        if not is_about_solutions(statement, facts):
            return check(statement, facts, settings)
        if is_endless(statement):
            return undecided("a solution is not followed to infinity")
        try:
            return _zero_of_solution(statement, *zeros_along(statement, facts))
        except GiveUp as problem:
            return undecided(str(problem))

    return decided


def _zero_of_solution(statement: Any, zeros: list[Interval], told: str) -> Finding:
    """Certified as simple zeros, and as the only ones."""
    if statement.exactly is not None:
        return undecided("an exact value is not compared with the zero of a solution")
    shown = ", ".join(about((fraction(low), fraction(high))) for low, high in zeros) or "none"
    where = f"at {label(statement)} = {shown} and nowhere else" if zeros else "nowhere"
    how = f"{quantity(statement)} vanishes {where} on {interval(statement)}; printed {statement.number}. {told}"
    residual = f"computed: {shown}; printed: {statement.number}"
    low, high = statement.interval
    if len(zeros) == 1 and low <= zeros[0][0] and zeros[0][1] <= high:
        return proved(ENCLOSED, how, residual)
    if len(zeros) == 1 and zeros[0][0] <= high and low <= zeros[0][1]:
        return undecided(f"{how} The zero is too close to the border of the printed digits.")
    return refuted(ENCLOSED, how, ((label(statement), shown),), shown, statement.number, residual, Shape.NUMBER)
