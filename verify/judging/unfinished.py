"""What an encoding still lacks, as an open question with the reason: the state of a fresh draft.

A symbol whose dimension is `units.UNKNOWN` has not been filled in: its assumptions are a
guess of the draft, too.  A refutation that uses it would rest on that guess, so it is held
back; a proof is told with the guess as its condition.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import sympy
from sympy.core.function import AppliedUndef

from verify.deciding.decide import Finding
from verify.quantities.dimension import NotFilledIn
from verify.verdicts import Evidence, Outcome, Reason
from verify.vocabulary.readings import Claim, Reading
from verify.wording import name


def not_written_down(claim: Claim) -> Evidence:
    """Why a `missing` claim is open."""
    state = "Written down, with a question" if claim.literal.statements else "Not written down yet"
    return Evidence("none", f"{state}: {claim.note}", reason=Reason.UNSUPPORTED)


def hold_back(finding: Finding, reading: Reading) -> Finding:
    """The finding itself, if all symbols of the reading are filled in.

    Otherwise a refutation becomes undecided, with what it found; a proof keeps its
    outcome and names the symbols that it takes for what the draft says they are.  So a
    draft is never refuted by its own guesses, and no proof hides them.
    """
    letters = _not_filled_in(reading)
    if not letters or not (finding.outcome is Outcome.REFUTED or finding.outcome.holds):
        return finding
    names = ", ".join(letters)
    evidence = finding.evidence
    if finding.outcome.holds:
        condition = f"{names} as the draft declares them: without assumptions of their author"
        return finding.retold(lambda told: replace(told, conditions=(*told.conditions, condition)))
    point = evidence.counterexample.point if evidence.counterexample else ()
    place = f" at {', '.join(f'{letter} = {value}' for letter, value in point)}" if point else ""
    kind = "symbol" if len(letters) == 1 else "symbols"
    detail = f"{kind} without assumptions: {names}. As the draft declares them it would be refuted{place}. "
    return Finding(
        Outcome.UNDECIDED,
        None,
        Evidence("none", detail[:1].upper() + detail[1:] + evidence.detail, reason=Reason.UNSUPPORTED),
    )


def _not_filled_in(reading: Reading) -> tuple[str, ...]:
    """Names of the symbols and functions that are not filled in, of the reading and its premises."""
    letters = {
        letter
        for expression in _expressions(reading)
        for letter in (*expression.free_symbols, *expression.atoms(AppliedUndef))
        if isinstance(getattr(letter, "dimension", None), NotFilledIn)
    }
    return tuple(sorted({name(getattr(letter, "name", letter.func)) for letter in letters}))


def _expressions(reading: Reading) -> Iterable[sympy.Basic]:
    yield from reading.where
    for equation in reading.by.leaves if reading.by is not None else ():
        yield from (equation.lhs, equation.rhs)
    for statement in reading.statements:
        yield from statement.expressions()
