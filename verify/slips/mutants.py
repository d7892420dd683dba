"""Spoils a claim by one realistic slip, to see whether its check would notice.

A check that cannot fail proves nothing.  Each slip turns one member of a printed chain,
or one statement, into a different one (`verify.terms.slips` has the catalogue for
expressions, the table of kinds that for other statements); it is then judged again from the same
premises.  A mutant is *killed* when it is refuted, or when it is not even a claim any
more.  One that survives is explained: it is equivalent, which is proved, or the claim
says less than it seems to, and the audit shows that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

import sympy

from verify.balls import work
from verify.deciding.decide import Finding
from verify.deciding.settings import Settings
from verify.errors import ClaimError
from verify.kinds.equality import carried_out
from verify.kinds.table import KINDS
from verify.premises.facts import Facts
from verify.premises.function_values import function_values
from verify.proofs.equality import prove_equal
from verify.terms.quotients import cancelled
from verify.terms.slips import slips
from verify.verdicts import Mutants, Outcome, Survivor
from verify.vocabulary.readings import Reading
from verify.vocabulary.statement import Statement
from verify.vocabulary.statements import Relation
from verify.wording import words

MOST_PER_KIND = 2
MUTANT_STEPS = 100_000
READING_STEPS = 1_000_000
"""Steps (see `verify.balls.core.Work`); the costliest mutant of the papers that come with Referee takes some 23,000."""
MOST_SIDES = 32
CANCELLED = 120
"""Operations in a ratio beyond which it is not cancelled: the mutant is then tried, and explained if it survives."""


@dataclass(frozen=True)
class Mutant:
    """A reading with one slip in it, the slip in words, and the indices of the statements that it changed.

    `kind` is the slip's place in the catalogue, `mends` says what was wrong if the slip
    turns a false reading into a true one; both are empty for statements that are no equations.
    """

    slip: str
    reading: Reading
    changed: tuple[int, ...]
    kind: str = ""
    mends: str = ""

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The spoiled statements alone."""
        return tuple(self.reading.statements[index] for index in self.changed)


# --- slips in equations -------------------------------------------------------------------------


@dataclass(frozen=True)
class Member:
    """One side of an equation, or the common side of two links of a chain, and where it stands.

    `places` are (index of the statement, "lhs" or "rhs"); `side` names it in words.
    """

    expression: sympy.Expr
    places: tuple[tuple[int, str], ...]
    side: str


def members(statements: Sequence[Statement]) -> list[Member]:
    """The members of all chains of equations: a = b = c has three, though it is two statements."""
    found: list[Member] = []
    last: Relation | None = None
    for index, statement in enumerate(statements):
        if not isinstance(statement, Relation) or statement.rel != "==":
            last = None
            continue
        if last is not None and last.rhs == statement.lhs:
            middle = found.pop()
            found.append(Member(middle.expression, (*middle.places, (index, "lhs")), "in the middle of the chain"))
        else:
            found.append(Member(statement.lhs, ((index, "lhs"),), "on the left"))
        found.append(Member(statement.rhs, ((index, "rhs"),), "on the right"))
        last = statement
    return found


def _spoil_members(reading: Reading, most: int | None) -> Iterator[Mutant]:
    for member in members(reading.statements):
        facing_zero = _facing_zero(member, reading)
        if member.expression.is_Symbol and member.side == "on the left":
            continue
        if member.expression == 0 and facing_zero:
            continue  # 0 = 0 says nothing, and no slip in it would show that it says something
        spoiled_side = words(member.expression)
        for slip in slips(member.expression, most):
            if facing_zero and _is_nonzero_ratio(slip.result, member.expression):
                continue  # k·x = 0 with k ≠ 0 is the same line as x = 0
            if _is_undone(slip.result, member, reading):
                continue  # as one in a term of H without q, in ∂H/∂q
            spoiled = _put(reading, member, slip.result)
            changed = tuple(dict.fromkeys(index for index, _ in member.places))
            mends = f"{slip.mends} {member.side}"
            yield Mutant(f"{slip.says} in {spoiled_side}", spoiled, changed, slip.kind, mends)


def _put(reading: Reading, member: Member, result: sympy.Expr) -> Reading:
    statements = list(reading.statements)
    for index, side in member.places:
        relation = statements[index]
        assert isinstance(relation, Relation)
        statements[index] = replace(relation, **{side: result})
    return replace(reading, statements=tuple(statements))


def _is_nonzero_ratio(new: sympy.Expr, old: sympy.Expr) -> bool:
    ratio = new / old
    if ratio.count_ops() < CANCELLED:
        ratio = cancelled(ratio)
    return bool(ratio.is_nonzero)


def _is_undone(new: sympy.Expr, member: Member, reading: Reading) -> bool:
    """Does a derivative by an argument undo the slip?"""
    relation = reading.statements[member.places[0][0]]
    assert isinstance(relation, Relation)
    arguments = relation.arguments
    return bool(arguments) and carried_out(new, arguments) == carried_out(member.expression, arguments)


def _facing_zero(member: Member, reading: Reading) -> bool:
    index, side = member.places[0]
    relation = reading.statements[index]
    assert isinstance(relation, Relation)
    return bool((relation.rhs if side == "lhs" else relation.lhs) == 0)


# --- slips in other statements --------------------------------------------------------------------


def spoil(reading: Reading, most: int | None = MOST_PER_KIND) -> Iterator[Mutant]:
    """Every mutant of a reading in a fixed order, at most `most` of a kind for each member of a chain."""
    yield from _spoil_members(reading, most)
    for index, statement in enumerate(reading.statements):
        for slip, spoiled in KINDS[type(statement)].spoil(statement):
            if spoiled == statement:
                continue
            statements = (*reading.statements[:index], spoiled, *reading.statements[index + 1 :])
            yield Mutant(slip, replace(reading, statements=statements), (index,))


# --- trying them ------------------------------------------------------------------------------


def try_mutants(reading: Reading, settings: Settings) -> Mutants:
    """Judges every mutant of a reading that holds and counts the killed ones.

    They never cost more than the claim is worth: one that takes more than MUTANT_STEPS
    steps in integrals and sums, or all of them more than READING_STEPS, is not decided.
    """
    facts = Facts.of(reading)
    survivors: list[Survivor] = []
    made = 0
    with work.budget(READING_STEPS):
        for mutant in spoil(reading):
            made += 1
            with work.budget(MUTANT_STEPS):
                finding = judge_mutant(mutant, facts, settings)
            if finding is not None and finding.outcome is not Outcome.REFUTED:
                survivors.append(explained(mutant, reading, finding, facts))
    return Mutants(made, made - len(survivors), tuple(survivors))


def judge_mutant(mutant: Mutant, facts: Facts, settings: Settings) -> Finding | None:
    """The first finding on a spoiled statement that is no proof, or the last one.

    The premises and conditions of a mutant are those of the original, so `facts` is made
    once.  None if the mutant is not even a claim (an empty domain, say): such a slip is noticed.
    """
    quick = replace(settings, quick=True)
    finding: Finding | None = None
    try:
        for statement in mutant.statements:
            if _has_no_value(statement, facts):
                return None
            finding = KINDS[type(statement)].check(statement, facts, quick)
            if finding.outcome is not Outcome.PROVED:
                undecided = finding
                rest = mutant.statements[mutant.statements.index(statement) + 1 :]
                others = (KINDS[type(other)].check(other, facts, quick) for other in rest)
                return next((f for f in (finding, *others) if f.outcome is Outcome.REFUTED), undecided)
    except ClaimError:
        return None
    return finding


def _has_no_value(statement: Statement, facts: Facts) -> bool:
    """A side that divides by zero wherever the premises hold: no line at all."""
    if not isinstance(statement, Relation):
        return False
    known: dict[Any, bool] = facts.worked_out.setdefault("sides without a value", {})
    if len(known) >= MOST_SIDES:
        known.clear()
    asked = [(side, statement.arguments) for side in (statement.lhs, statement.rhs)]
    for key in asked:  # of the two, one is as it was
        if key not in known:
            known[key] = facts.parametrisation.apply(carried_out(*key)).has(sympy.zoo, sympy.nan)
    return any(known[key] for key in asked)


def explained(mutant: Mutant, reading: Reading, finding: Finding, facts: Facts) -> Survivor:
    pairs = [(reading.statements[index], mutant.reading.statements[index]) for index in mutant.changed]
    if all(_same_line(old, new) for old, new in pairs):
        return Survivor(mutant.slip, "equivalent: the slip does not change what the line says", True)
    if finding.outcome is not Outcome.PROVED:
        return Survivor(mutant.slip, f"not decided: {finding.evidence.detail}", False)
    if all(_same_on_premises(old, new, facts) for old, new in pairs):
        return Survivor(mutant.slip, "equivalent on the premises: they give both forms the same value", True)
    return Survivor(mutant.slip, "also follows from the premises: the claim is vacuous in this respect", False)


def _same_line(old: Statement, new: Statement) -> bool:
    """Proved without the premises: both sides are unchanged, or the difference of the sides up to its sign.

    A side, or a difference, that is zero throughout does not count: any factor leaves it as
    it is, and what it says is too little.
    """
    if type(old) is type(new) and all(_same_field(a, b) for a, b in _touched_fields(old, new)):
        return True
    if not (isinstance(old, Relation) and isinstance(new, Relation) and old.rel == new.rel == "=="):
        return False
    before, after = old.lhs - old.rhs, new.lhs - new.rhs
    return _same_and_visible(before, after) or _same_and_visible(before, -after)


def _touched_fields(old: Statement, new: Statement) -> list[tuple[Any, Any]]:
    pairs = [(getattr(old, field.name), getattr(new, field.name)) for field in fields(old)]
    return [(before, after) for before, after in pairs if before != after]


def _same_field(before: Any, after: Any) -> bool:
    are_expressions = isinstance(before, sympy.Expr) and isinstance(after, sympy.Expr)
    return are_expressions and _same_and_visible(before, after)


def _same_on_premises(old: Statement, new: Statement, facts: Facts) -> bool:
    """On the premises, the sides have the same value as before, and that is not zero throughout.

    Then the slip puts one symbol for another of the same value, say, and a slip that
    changes the value would be noticed.  Where the premises make a side zero, factors and
    signs pass unseen, and that is a vacuous line.
    """
    if not (isinstance(old, Relation) and isinstance(new, Relation) and old.rel == new.rel == "=="):
        return False
    if (before := function_values(old, facts)) and (after := function_values(new, facts)):
        old, new, facts = before.statement, after.statement, before.facts
    put = facts.parametrisation.apply
    touched = [(a, b) for a, b in ((old.lhs, new.lhs), (old.rhs, new.rhs)) if a != b]
    return all(_same_and_visible(put(a), put(b)) for a, b in touched)


def _same_and_visible(before: sympy.Expr, after: sympy.Expr) -> bool:
    """The same value, by proof, and not known to be zero."""
    return prove_equal(before, after) is not None and prove_equal(before, sympy.Integer(0)) is None
