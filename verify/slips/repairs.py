"""Mends a refuted claim by one slip, where the mended line is proved.

The catalogue of slips (`verify.terms.slips`) is read backwards: each is made on the refuted
line, and what comes out is judged from the same premises.  Only a line that is *proved*
is offered, so an offered repair cannot be false; whether it is what the author meant is
not for us to say, and where several are proved, all are told.

A repair must say something.  Not offered: a line with a side that has become zero or
whose sides have become the same text; a line that holds without the premises although
the claim names some; a line whose sides differ in dimension.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import sympy

from verify.deciding.decide import Finding
from verify.deciding.settings import Settings
from verify.errors import ClaimError
from verify.judging.typesetting import Typesetter
from verify.kinds.table import KINDS
from verify.premises.facts import Facts
from verify.proofs.equality import prove_equal
from verify.quantities.dimension import DimensionError, UnitSystem, UnknownDimension
from verify.quantities.dimension_of import check_equation
from verify.slips.mutants import Member, Mutant, judge_mutant, members, spoil
from verify.terms.slips import SLIPS, sites
from verify.verdicts import Mend, Outcome
from verify.vocabulary.readings import Reading
from verify.vocabulary.statements import Relation

MOST_CANDIDATES = 600
"""Slips that are tried on one claim."""
MOST_TOLD = 3
"""Repairs that are told in words; of the others the number."""
ORDER = (*SLIPS, "symbol", "lost factor", "reversal", "number", "opposite")
"""Kinds of repair, the smallest first."""
COPIES = ("function", "interchange", "symbol", "inversion", "term")
"""Slips that may turn one side into a copy of the other, which mends nothing."""


@dataclass(frozen=True)
class Repair:
    """What was wrong, in words with formulas between dollar signs, and the line that is proved instead."""

    words: str
    reading: Reading
    changed: tuple[int, ...] = ()
    kind: str = ""


def repairs(reading: Reading, settings: Settings, in_words_only: bool = False) -> list[Repair]:
    """Every single slip that turns a refuted reading into one that is proved, the smallest first, each line once.

    Of a claim that is printed in words only, the inequality is our measure of the words: to
    reverse it mends nothing that is printed, and is not offered.
    """
    facts = Facts.of(reading)
    found: list[Mutant] = []
    for mutant in _candidates(reading, facts, settings):
        if in_words_only and mutant.kind == "reversal":
            continue
        if not _says_something(mutant, reading, settings.units) or not _is_proved(mutant, facts, settings):
            continue
        if not _needs_no_premise(mutant, facts, settings) and not any(_same_line(mutant, other) for other in found):
            found.append(mutant)
    return [Repair(mutant.mends, mutant.reading, mutant.changed, mutant.kind) for mutant in found]


def in_words(found: list[Repair], typeset: Typesetter) -> str | None:
    """The repairs as one or a few sentences, with formulas between dollar signs; None if there is none."""
    if not found:
        return None
    told = [_told(repair, typeset) for repair in found[:MOST_TOLD]]
    if len(told) == 1:
        return f"{_capital(told[0])}."
    more = f" {len(found) - MOST_TOLD} more are proved." if len(found) > MOST_TOLD else ""
    listed = "; ".join(f"({index}) {text}" for index, text in enumerate(told, 1))
    return f"{len(found)} single changes give a line that is proved, and nothing here tells which was meant. {listed}.{more}"


def mend_of(found: list[Repair], typeset: Typesetter) -> Mend | None:
    """The repair as data, if there is just one."""
    if len(found) != 1:
        return None
    (repair,) = found
    numbers = [getattr(repair.reading.statements[index], "number", None) for index in repair.changed]
    number = str(numbers[0]) if repair.kind == "number" and len(numbers) == 1 and numbers[0] is not None else None
    return Mend(repair.words, typeset.relations(repair.reading) or None, number)


def _told(repair: Repair, typeset: Typesetter) -> str:
    latex = typeset.relations(repair.reading)
    return f"{repair.words}: ${latex}$" if latex else repair.words


def _capital(text: str) -> str:
    return text if text.startswith("$") else text[:1].upper() + text[1:]


# --- what is tried --------------------------------------------------------------------------------


def _candidates(reading: Reading, facts: Facts, settings: Settings) -> list[Mutant]:
    """The catalogue on every member of the chain, then wrong and lost symbols, inequalities, numbers."""
    made = [m for m in spoil(reading, most=None) if m.kind]
    made += _on_bare_symbols(reading)
    made += _other_symbols(reading, facts)
    made += _of_other_statements(reading, facts, settings)
    kept = _defined_side(reading, facts)
    made.sort(key=lambda m: (ORDER.index(m.kind), kept in m.mends))
    return made[:MOST_CANDIDATES]


def _defined_side(reading: Reading, facts: Facts) -> str:
    """The side that is rather right: a symbol alone that a premise gives, or else the left one."""
    alone = {side for eq in facts.equations for side in (eq.lhs, eq.rhs) if side.is_Symbol}
    sides = [s for s in reading.statements if isinstance(s, Relation)]
    right_only = sides and sides[-1].rhs in alone and sides[0].lhs not in alone
    return "on the right" if right_only else "on the left"


def _on_bare_symbols(reading: Reading) -> Iterator[Mutant]:
    """The exponent of a symbol that stands alone on the left: r for r²."""
    for member in members(reading.statements):
        if member.expression.is_Symbol and member.side == "on the left":
            for exponent in (2, 3, -1):
                latex = f"the exponent of ${sympy.latex(member.expression)}$ should be {exponent} on the left"
                yield _mutant(reading, member, member.expression**exponent, "exponent", latex)


def _other_symbols(reading: Reading, facts: Facts) -> Iterator[Mutant]:
    """A symbol for another of the same dimension (h for ħ), and a factor that is lost altogether."""
    known = {s for eq in facts.equations for s in eq.lhs.free_symbols | eq.rhs.free_symbols}
    for member in members(reading.statements):
        known |= member.expression.free_symbols
    symbols = sorted(known, key=lambda s: s.name)
    for member in members(reading.statements):
        own = sorted(member.expression.free_symbols, key=lambda s: s.name)
        for old in own:
            for new in symbols:
                if new not in own and _dimension(new) == _dimension(old):
                    result = member.expression.xreplace({old: new})
                    words = f"${sympy.latex(old)}$ should be ${sympy.latex(new)}$ {member.side}"
                    yield _mutant(reading, member, result, "symbol", words)
        yield from _lost_factors(reading, member, symbols)


def _dimension(symbol: sympy.Symbol) -> object:
    found = getattr(symbol, "dimension", None)
    return None if found is None else found.key


def _lost_factors(reading: Reading, member: Member, symbols: list[sympy.Symbol]) -> Iterator[Mutant]:
    for site in sites(member.expression):
        if site.joint not in ("whole", "term"):
            continue
        for symbol in symbols:
            for power in (1, -1, 2, -2):
                if site.node.has(symbol):
                    continue
                factor = symbol**power
                place = f" in the term ${sympy.latex(site.node)}$" if site.joint == "term" else ""
                words = f"a factor ${sympy.latex(factor)}$ is missing{place} {member.side}"
                yield _mutant(reading, member, site.put(factor * site.node), "lost factor", words)


def _mutant(reading: Reading, member: Member, result: sympy.Expr, kind: str, mends: str) -> Mutant:
    statements = list(reading.statements)
    for index, side in member.places:
        statements[index] = replace(statements[index], **{side: result})
    changed = tuple(dict.fromkeys(index for index, _ in member.places))
    return Mutant(mends, replace(reading, statements=tuple(statements)), changed, kind, mends)


def _of_other_statements(reading: Reading, facts: Facts, settings: Settings) -> Iterator[Mutant]:
    for index, statement in enumerate(reading.statements):
        for candidate, kind, mends in KINDS[type(statement)].mend(statement, facts, settings):
            yield _at(reading, index, candidate, kind, mends)


def _at(reading: Reading, index: int, spoiled: object, kind: str, mends: str) -> Mutant:
    statements = (*reading.statements[:index], spoiled, *reading.statements[index + 1 :])
    return Mutant(mends, replace(reading, statements=statements), (index,), kind, mends)  # type: ignore[arg-type]


# --- what is kept ---------------------------------------------------------------------------------


def _says_something(mutant: Mutant, reading: Reading, system: UnitSystem) -> bool:
    for index in mutant.changed:
        old, new = reading.statements[index], mutant.reading.statements[index]
        if isinstance(old, Relation) and isinstance(new, Relation):
            sides = ((old.lhs, new.lhs), (old.rhs, new.rhs))
            if any(after == 0 and before != 0 for before, after in sides):
                return False
            if new.lhs == new.rhs and (mutant.kind in COPIES or not new.lhs.args):
                return False
            if not _dimensions_agree(new, old, system):
                return False
    return True


def _dimensions_agree(new: Relation, old: Relation, system: UnitSystem) -> bool:
    try:
        check_equation(new.lhs, new.rhs, system)
    except DimensionError:
        return False
    except UnknownDimension:
        return _is_unknown(old, system)
    return True


def _is_unknown(relation: Relation, system: UnitSystem) -> bool:
    try:
        check_equation(relation.lhs, relation.rhs, system)
    except UnknownDimension:
        return True
    except DimensionError:
        return False
    return False


def _is_proved(mutant: Mutant, facts: Facts, settings: Settings) -> bool:
    """The changed statements by the cheap way, then the whole reading, so that no other part of it is false."""
    finding = judge_mutant(mutant, facts, settings)
    if finding is None or finding.outcome is not Outcome.PROVED:
        return False
    return all(_judged(mutant, index, facts, settings) for index in range(len(mutant.reading.statements)))


def _judged(mutant: Mutant, index: int, facts: Facts, settings: Settings) -> bool:
    finding = _finding(mutant, index, facts, settings)
    return finding is not None and finding.outcome is Outcome.PROVED


def _finding(mutant: Mutant, index: int, facts: Facts, settings: Settings) -> Finding | None:
    statement = mutant.reading.statements[index]
    try:
        return KINDS[type(statement)].check(statement, facts, replace(settings, quick=True))
    except ClaimError:
        return None


def _needs_no_premise(mutant: Mutant, facts: Facts, settings: Settings) -> bool:
    """Whether a claim that names premises would hold without any of them after the repair."""
    if not facts.equations:
        return False
    alone = Facts((), facts.conditions)
    return all(_judged(mutant, index, alone, settings) for index in range(len(mutant.reading.statements)))


def _same_line(one: Mutant, other: Mutant) -> bool:
    """The same equations up to factors: a = 2b and a/2 = b are one repair."""
    pairs = list(zip(one.reading.statements, other.reading.statements, strict=True))
    return all(_same_statement(a, b) for a, b in pairs)


def _same_statement(a: object, b: object) -> bool:
    if a == b:
        return True
    if not (isinstance(a, Relation) and isinstance(b, Relation) and a.rel == b.rel == "=="):
        return False
    if 0 in (a.lhs, a.rhs, b.lhs, b.rhs):
        return False
    return _equal_ratio(a, b)


def _equal_ratio(a: Relation, b: Relation) -> bool:
    """a.lhs/a.rhs is b.lhs/b.rhs, or its inverse, or a power of it that a square root would give."""
    ratio, other = a.lhs / a.rhs, b.lhs / b.rhs
    return any(prove_equal(ratio, power) is not None for power in (other, 1 / other, other**2, sympy.sqrt(other)))
