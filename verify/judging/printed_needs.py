"""What a line needs where it is printed, although its encoding no longer shows it: x/x, 0·log x, x⁰.

The expressions of an author are built by SymPy, which makes 1 of x/x before anybody can see it.  The
print still shows it: where print and encoding agree, the parser that reads the print has noticed what is lost
(`verify.regularity.written`, `verify.page.transcription`).  What the print shows as it is read and the encoding does
not, as in (x² − 1)/(x − 1) = x + 1 with x + 1 on both sides, belongs to it.

Why a verdict that heeds it cannot lie: print and encoding have the same value wherever both are defined, and the
print is defined where the encoding is and these needs hold.  So a proof is told with those that are not known to
hold, and a counterexample counts only where all of them certainly do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import sympy

from verify.deciding.decide import Finding, readable, undecided
from verify.errors import ClaimError
from verify.kinds.printed import with_plain_limits
from verify.kinds.printed_quantity import interval_of
from verify.orders.ranges import Interval, met_over
from verify.points.by_assumptions import BITS
from verify.points.domain import Domain
from verify.premises.facts import Facts
from verify.proofs.definedness import NOWHERE, moved, open_needs
from verify.quantities.dimension import UnitSystem
from verify.quantities.symbols import PhysicalSymbol
from verify.regularity.side_conditions import as_conditions
from verify.regularity.written import is_defined
from verify.terms.requirements import Exists
from verify.verdicts import Outcome
from verify.vocabulary.readings import Reading
from verify.vocabulary.statements import INFINITE, Relation, Value

POINTS = 8
UNKNOWN_THERE = "the line as printed is not known to be defined at the counterexample"
UNKNOWN_FOR_THE_NUMBERS = "the line as printed is not known to be defined for the given numbers"


def heeded(
    finding: Finding, reading: Reading, lost: Sequence[Any], system: UnitSystem, facts: Facts | None = None
) -> Finding:
    """The finding with what the print needs: `lost` are parts that must not vanish, or requirements.

    `facts` are those of the finding, by default all of the reading.
    """
    if not lost or finding.outcome is Outcome.UNDECIDED:
        return finding
    facts = Facts.of(reading) if facts is None else facts
    lost = [need for need in lost if not (_is_infinite_as_said(need, reading) or _is_of_a_limit(need, reading))]
    there = [moved(need, facts.parametrisation.apply) for need in lost]
    for intervals in _inputs(reading, system):
        if not met_over([need for need in there if need.free_symbols <= set(intervals)], intervals):
            return undecided(UNKNOWN_FOR_THE_NUMBERS)
        there = [need for need in there if not need.free_symbols <= set(intervals)]
    left = open_needs(there, facts)
    if left is None:
        return undecided(NOWHERE)
    told = readable(as_conditions(left), facts.domain())
    if finding.outcome is Outcome.REFUTED:
        return finding if not told or _are_met(left, finding, facts) else undecided(UNKNOWN_THERE)
    return finding.retold(lambda why: why.provided(told))


def _is_infinite_as_said(need: Any, reading: Reading) -> bool:
    """The existence of a limit of which the line says, and the verdict, that it is infinite."""
    if not (isinstance(need, Exists) and isinstance(need.args[0], sympy.Limit)):
        return False
    said = [s.lhs for s in reading.statements if isinstance(s, Relation) and s.rhs in INFINITE]
    return with_plain_limits(need.args[0]) in map(with_plain_limits, said)


def _is_of_a_limit(need: Any, reading: Reading) -> bool:
    """What the function of a limit needs of its variable, which is no quantity of the paper, is asked on its way."""
    sides = (side for s in reading.statements if isinstance(s, Relation) for side in (s.lhs, s.rhs))
    names = {limit.args[1].name for side in sides for limit in side.atoms(sympy.Limit)}
    return any(symbol.name in names and not isinstance(symbol, PhysicalSymbol) for symbol in need.free_symbols)


def _inputs(reading: Reading, system: UnitSystem) -> Iterator[dict[sympy.Symbol, Interval]]:
    """The ranges of the inputs of each number that the reading states."""
    for statement in reading.statements:
        if isinstance(statement, Value) and statement.constants:
            yield {symbol: interval_of(given, system) for symbol, given in statement.constants}


def _are_met(needs: Sequence[Any], finding: Finding, facts: Facts) -> bool:
    """Does everything certainly hold at the counterexample, if need be for some values of symbols that play no part in it?"""
    if finding.refuted is None or facts.open_conditions or facts.parametrisation.residuals:
        return False  # the point may be one of a case, with other values of the symbols that premises give
    point = finding.point
    free = set().union(*(need.free_symbols for need in needs)) - set(point)
    if any(free & condition.free_symbols for condition in facts.domain().conditions):
        return False
    try:
        return any(is_defined(needs, {**point, **more}, BITS) for more in Domain(tuple(free)).points(count=POINTS))
    except ClaimError:
        return False
