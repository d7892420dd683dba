"""Spoils a claim by one realistic slip, to see whether its check would notice.

A check that cannot fail proves nothing.  Each slip turns one member of a printed chain,
or one statement, into a different one (`verify.terms.slips` has the catalogue for
expressions, `SPOILERS` that for other statements); it is then judged again from the same
premises.  A mutant is *killed* when it is refuted, or when it is not even a claim any
more.  One that survives is explained: it is equivalent, which is proved, or the claim
says less than it seems to, and the audit shows that.

To spoil a new type of statement, register a function in `SPOILERS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

import sympy

from verify.balls import work
from verify.deciding.decide import Finding
from verify.deciding.settings import Settings
from verify.errors import ClaimError
from verify.judging.verdict_on import CHECKERS
from verify.premises.facts import Facts
from verify.proofs.equality import prove_equal
from verify.quantities.digits import printed
from verify.terms.slips import slips
from verify.slips.of_curves import CURVE_STATEMENTS, spoil_curve
from verify.slips.of_statements import spoil_boundary, spoil_conserved, spoil_divergence, spoil_special
from verify.verdicts import Mutants, Outcome, Survivor
from verify.vocabulary.boundary import FieldProblem, PotentialProblem
from verify.vocabulary.mechanics import CanonicalRate, Conserved
from verify.vocabulary.readings import Reading
from verify.vocabulary.special import Diverges, Expansion, IndexedRelation, Legendre, SmallestPeriod, SoftGroundState
from verify.vocabulary.statements import Contradiction, Logic, Relation, Statement, Value
from verify.wording import words

MOST_PER_KIND = 2
MUTANT_STEPS = 100_000
READING_STEPS = 1_000_000
"""Steps (see `verify.balls.core.Work`); the costliest mutant of the papers that come with Referee takes some 23,000."""
CANCELLED = 120
"""Operations in a ratio beyond which it is not cancelled: the mutant is then tried, and explained if it survives."""
REVERSED = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "!=": "=="}

Spoiled = Iterator[tuple[str, Statement]]


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
        for slip in slips(member.expression, most):
            if facing_zero and _is_nonzero_ratio(slip.result, member.expression):
                continue  # k·x = 0 with k ≠ 0 is the same line as x = 0
            spoiled = _put(reading, member, slip.result)
            changed = tuple(dict.fromkeys(index for index, _ in member.places))
            mends = f"{slip.mends} {member.side}"
            yield Mutant(f"{slip.says} in {words(member.expression)}", spoiled, changed, slip.kind, mends)


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
        ratio = sympy.cancel(ratio)
    return bool(ratio.is_nonzero)


def _facing_zero(member: Member, reading: Reading) -> bool:
    index, side = member.places[0]
    relation = reading.statements[index]
    assert isinstance(relation, Relation)
    return bool((relation.rhs if side == "lhs" else relation.lhs) == 0)


# --- slips in other statements --------------------------------------------------------------------


def _spoil_inequality(relation: Relation) -> Spoiled:
    if relation.rel in REVERSED:
        yield "inequality reversed", replace(relation, rel=REVERSED[relation.rel])
    if relation.rel not in ("==", "!="):
        yield "equality instead of inequality", replace(relation, rel="==")


def _spoil_value(value: Value) -> Spoiled:
    for what, spoiled in _visible_slips(value):
        yield what, replace(value, quantity=spoiled)
    digits = printed(value.number)
    if value.interval == digits.interval and not value.somewhere:
        for what, shift in (("last digit too high", 1), ("last digit too low", -1)):
            low, high = (end + shift * digits.last_digit for end in value.interval)
            yield what, replace(value, interval=(low, high))


def _visible_slips(value: Value) -> Iterator[tuple[str, sympy.Expr]]:
    """Slips that lead out of the printed interval from everywhere in it; the others the print does not show.

    With 0 < low <= x <= high and f > high/low, f·x is above high and x/f below low; -x is
    outside if 0 is not inside; 1/x lies between 1/high and 1/low.  Where only *some* inputs
    within their rounding must give the number, the factors are large.
    """
    low, high = (-end for end in value.interval[::-1]) if value.interval[1] <= 0 else value.interval
    if low < 0:
        return
    quantity = value.quantity
    yield "wrong sign", -quantity
    if not value.somewhere and (1 / high > high or (low > 0 and 1 / low < low)):
        yield "upside down", 1 / quantity
    if low == 0:
        return
    for what, factor in (("2", 2), ("4π", 4 * sympy.pi), ("10", 10), ("100", 100)):
        factor = sympy.sympify(factor, strict=True)
        if factor > high / low and (factor > 9 or not value.somewhere):
            yield f"factor {what}", factor * quantity
            yield f"factor 1/{what}" if len(what) == 1 else f"factor 1/({what})", quantity / factor


def _spoil_logic(statement: Logic) -> Spoiled:
    proposition = statement.proposition
    yield "negated", replace(statement, proposition=sympy.Not(proposition))
    for old, new, what in ((sympy.Or, sympy.And, "'and' for 'or'"), (sympy.And, sympy.Or, "'or' for 'and'")):
        for node in sorted(proposition.atoms(old), key=sympy.default_sort_key)[:MOST_PER_KIND]:
            yield f"{what} in {node}", replace(statement, proposition=proposition.xreplace({node: new(*node.args)}))
    for letter, _ in statement.meanings:
        for node in sorted(proposition.atoms(sympy.And, sympy.Or), key=sympy.default_sort_key)[:1]:
            spoiled = node.xreplace({letter: sympy.Not(letter)})
            yield f"{letter} negated in {node}", replace(statement, proposition=proposition.xreplace({node: spoiled}))


def _spoil_contradiction(statement: Contradiction) -> Spoiled:
    for index, equation in enumerate(statement.equations):
        rest = statement.equations[:index] + statement.equations[index + 1 :]
        yield f"({equation.label}) left out", replace(statement, equations=rest)


SPOILERS: dict[type, Callable[[Any], Spoiled]] = {
    Relation: _spoil_inequality,
    Value: _spoil_value,
    Logic: _spoil_logic,
    Contradiction: _spoil_contradiction,
    **dict.fromkeys(
        (IndexedRelation, Expansion, Legendre, SmallestPeriod, SoftGroundState, CanonicalRate), spoil_special
    ),
    Conserved: spoil_conserved,
    FieldProblem: spoil_boundary,
    PotentialProblem: spoil_boundary,
    Diverges: spoil_divergence,
    **dict.fromkeys(CURVE_STATEMENTS, spoil_curve),
}
"""What can go wrong in a statement, by its type; equations are spoiled member by member instead."""


def spoil(reading: Reading, most: int | None = MOST_PER_KIND) -> Iterator[Mutant]:
    """Every mutant of a reading in a fixed order, at most `most` of a kind for each member of a chain."""
    yield from _spoil_members(reading, most)
    for index, statement in enumerate(reading.statements):
        spoiler = SPOILERS.get(type(statement))
        for slip, spoiled in spoiler(statement) if spoiler else ():
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
                survivors.append(_explained(mutant, reading, finding, facts))
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
            finding = CHECKERS[type(statement)](statement, facts, quick)
            if finding.outcome is not Outcome.PROVED:
                undecided = finding
                rest = mutant.statements[mutant.statements.index(statement) + 1 :]
                others = (CHECKERS[type(other)](other, facts, quick) for other in rest)
                return next((f for f in (finding, *others) if f.outcome is Outcome.REFUTED), undecided)
    except ClaimError:
        return None
    return finding


def _has_no_value(statement: Statement, facts: Facts) -> bool:
    """A side that divides by zero wherever the premises hold: no line at all."""
    if not isinstance(statement, Relation):
        return False
    return any(facts.parametrisation.apply(side).has(sympy.zoo, sympy.nan) for side in (statement.lhs, statement.rhs))


def _explained(mutant: Mutant, reading: Reading, finding: Finding, facts: Facts) -> Survivor:
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
    put = facts.parametrisation.apply
    touched = [(a, b) for a, b in ((old.lhs, new.lhs), (old.rhs, new.rhs)) if a != b]
    return all(_same_and_visible(put(a), put(b)) for a, b in touched)


def _same_and_visible(before: sympy.Expr, after: sympy.Expr) -> bool:
    """The same value, by proof, and not known to be zero."""
    return prove_equal(before, after) is not None and prove_equal(before, sympy.Integer(0)) is None
