"""Does a formula give the ground state of a softened Coulomb potential on a line?

The exact κ² is enclosed (`verify.soft_coulomb`).  As an equation the formula is refuted
where the enclosures are disjoint; it is never proved, because two enclosures cannot prove
an equality.  A leading term is asked for less, and that is decided: exact/formula must come nearer to 1
from each of the ratios 10², 10¹⁰, 10⁴⁰, 10¹⁰⁰ to the next and within 10 % of it at the
last.  If it does, the limit is corroborated: evidence, not proof.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import sympy

from verify.decide import Finding, undecided
from verify.facts import Facts
from verify.ranges import Interval, range_of
from verify.soft_coulomb import ground_state
from verify.statements_special import SoftGroundState
from verify.verdicts import Counterexample, Evidence, Grade, Outcome
from verify.wording import name

if TYPE_CHECKING:
    from verify.judge import Settings

FAR = tuple(sympy.Integer(10) ** power for power in (2, 10, 40, 100))
NEAR = sympy.Rational(1, 10)
"""How near to 1 the quotient must come at the largest ratio."""


def check(statement: SoftGroundState, facts: Facts, settings: Settings) -> Finding:
    formula = facts.parametrisation.apply(statement.formula)
    places = FAR if statement.leading else statement.at
    quotients = [_quotient(formula, statement.ratio, place) for place in places]
    if any(q is None for q in quotients):
        return undecided("the ground state or the formula could not be enclosed")
    known = [q for q in quotients if q is not None]
    return _leading(statement, known) if statement.leading else _equality(statement, known)


def _quotient(formula: sympy.Expr, ratio: sympy.Symbol, place: sympy.Integer) -> Interval | None:
    """exact/formula, enclosed."""
    kappa = ground_state(1 / place)
    printed = range_of(formula.subs(ratio, place), {})
    if kappa is None or printed is None or printed[0] <= 0 <= printed[1]:
        return None
    low, high = kappa[0] ** 2, kappa[1] ** 2
    return (low / printed[1], high / printed[0]) if printed[0] > 0 else (high / printed[1], low / printed[0])


def _shown(statement: SoftGroundState, places: tuple[sympy.Integer, ...], quotients: list[Interval]) -> str:
    pairs = zip(places, quotients, strict=True)
    listed = ", ".join(f"{sympy.N(low, 3)} at {name(statement.ratio)} = {_power(place)}" for place, (low, _) in pairs)
    return f"exact/printed energy: {listed}"


def _power(place: sympy.Integer) -> str:
    digits = len(str(place)) - 1
    return f"10^{digits}" if place == sympy.Integer(10) ** digits and digits > 2 else str(place)


def _equality(statement: SoftGroundState, quotients: list[Interval]) -> Finding:
    shown = _shown(statement, statement.at, quotients)
    for place, (low, high) in zip(statement.at, quotients, strict=True):
        if low > 1 or high < 1:
            counterexample = Counterexample(
                ((name(statement.ratio), str(place)),), f"{sympy.N(low, 8)} of the printed value", "printed value"
            )
            detail = f"The exact ground state (Whittaker function, enclosed by a change of sign) differs; {shown}."
            evidence = Evidence("certified ground state", detail, counterexample, residual=shown)
            return Finding(Outcome.REFUTED, Grade.BALL, evidence)
    return undecided(f"the enclosures agree; {shown}; equality cannot be proved this way")


def _leading(statement: SoftGroundState, quotients: list[Interval]) -> Finding:
    shown = _shown(statement, FAR, quotients)
    gaps = [(min(abs(low - 1), abs(high - 1)), max(abs(low - 1), abs(high - 1))) for low, high in quotients]
    falling = all(later[1] < earlier[0] for earlier, later in pairwise(gaps))
    if falling and gaps[-1][1] < NEAR:
        detail = f"The exact ground state approaches the formula; {shown}. This is evidence for the limit, not a proof."
        return Finding(Outcome.CORROBORATED, Grade.BALL, Evidence("certified ground states", detail))
    if gaps[-1][0] > NEAR or any(later[0] > earlier[1] for earlier, later in pairwise(gaps)):
        counterexample = Counterexample(((name(statement.ratio), _power(FAR[-1])),), shown, "1")
        detail = f"The quotient does not come nearer to 1 up to within 10 %; {shown}."
        evidence = Evidence("certified ground states", detail, counterexample, residual=shown)
        return Finding(Outcome.REFUTED, Grade.BALL, evidence)
    return undecided(f"the quotients neither approach 1 clearly nor stay away; {shown}")
