"""Does an equation between sums over particles hold for every number of particles?

A partial derivative is taken before the premises are put into both sides, because what a premise
says of the variable S must not decide what is held fixed: with Φ = πr²B, ∂/∂Φ of Φ² is 2Φ.  But a
symbol of the statement that a premise defines through the variable, B = 2S, is a function of it and
no constant, so such definitions come first (`verify.deciding.function_premises`).  Any other premise that contains the variable
(S = B − A) does not tell whether B or A depends on it: if the expression contains one of
them, itself or through further premises, nothing is decided.  A premise that shares nothing
with the expression but the variable says only where the derivative is taken.
Every summation index has a name of its own by then.

Refuted at a small N: both sides are written out for N particles and every value 1 ... N of
the free indices, and the plain equation is refuted there (`verify.deciding.decide`) at a point that
satisfies the premises; a claim for every N is then false.  Proved for every N by induction:
as many N as the degree of the sums demands are each proved exactly with independent letters
x_1, x_2, ... (`verify.theorems.particle_induction` has the argument); where some of them are only corroborated, so is
the claim.  Where no bound on N is known, agreement for small N decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

import sympy

from verify.deciding.case_by_case import in_every_case
from verify.deciding.decide import Finding, decide, readable, refutation, undecided
from verify.deciding.finding import failing
from verify.deciding.particles import Instance, Place, Question
from verify.deciding.sentences import listed
from verify.deciding.settings import Settings
from verify.errors import GiveUp
from verify.grammar.parser import Relation as Printed
from verify.kinds.kind import Kind
from verify.kinds.printed import is_plain_equation, same_sides
from verify.orders.reach import some_point
from verify.points.domain import EmptyDomain
from verify.premises.facts import CONDITION, Facts
from verify.proofs.equality import prove_equal
from verify.proofs.proof import Proof
from verify.quantities.dimension import UnitSystem
from verify.refuting.counterexample import Refuted
from verify.refuting.hunt import compare
from verify.regularity.side_conditions import as_conditions
from verify.theorems.particle_induction import Bound, bound
from verify.verdicts import Evidence, Grade, Outcome
from verify.vocabulary.indexed_relations import IndexedRelation, with_its_indices
from verify.wording import name, relation

FIRST_COUNTS = (2, 3, 1)
"""Numbers of particles at which errors show, those that a reader likes best first."""
EVIDENCE_UP_TO = 5
"""How far a few particles are written out in search of a counterexample, where no bound on their number is known."""
MOST_INSTANCES = 150
"""Of N and the free indices together; a bound that asks for more gives no proof."""
FEW = 3
"""Sample points for each small N."""
MOST_TOLD = 2
"""Conditions on two particles stand for those on any two."""


def check(statement: IndexedRelation, facts: Facts, settings: Settings) -> Finding:
    if facts.clash is not None:
        return undecided("the premises exclude each other")
    try:
        question = Question.of(statement, facts)
        return _decided(question, settings)
    except GiveUp as problem:
        return undecided(f"the sums have a form without a rule: {problem}")


def _decided(question: Question, settings: Settings) -> Finding:
    number = question.number
    question.reject_if_empty()
    if number.is_Integer:
        return _for_one_number(question, int(number), settings)
    refuted = _refuted(question, FIRST_COUNTS, settings)
    if refuted is not None:
        return refuted
    if question.most is not None:
        return _for_a_few_numbers(question, question.most, settings)
    try:
        places = [side for c in question.between for side in c.args]
        wanted: Bound | None = bound(question.lhs, question.rhs, number, question.free, places)
    except GiveUp:
        wanted = None
    proof = _by_induction(question, wanted, settings) or _by_known_induction(question)
    if proof is not None:
        return _for_no_particles(question, proof, settings)
    # a difference that vanishes for 1, ..., last + 1 would vanish for N = 0 too, where no claim is refuted
    last = EVIDENCE_UP_TO if wanted is None else max(EVIDENCE_UP_TO, wanted.last + 1)
    further = list(_affordable(question, range(max(FIRST_COUNTS) + 1, last + 1)))
    return _refuted(question, further, settings) or _evidence(question, (*FIRST_COUNTS, *further), settings)


def _for_no_particles(question: Question, proof: Finding, settings: Settings) -> Finding:
    """A number that may be 0 is not covered from 1 on: sums are empty then, and named particles do not exist.

    The equation is decided there by itself; where that is not possible, N ≠ 0 is a condition.
    """
    place: Place = (0, ())
    if question.free or not question.admits(place) or _is_left_out(question, place):
        return proof
    try:
        instance = question.instance(place)
        known = instance.is_defined and not _divides_by_the_number(question)
        finding = decide(instance.left, instance.right, instance.domain, seed=settings.seed) if known else None
    except (GiveUp, EmptyDomain):
        finding = None
    if finding is not None and finding.outcome is Outcome.REFUTED:
        return _false(question, place, finding)
    if finding is not None and finding.outcome is Outcome.PROVED:
        return proof
    some = relation(question.number, sympy.S.Zero, "!=")
    return proof.retold(
        lambda told: replace(told, conditions=(*told.conditions, some), restrictions=(*told.restrictions, some))
    )


def _divides_by_the_number(question: Question) -> bool:
    """Does a part of a side, perhaps inside of an empty sum, have no value for no particles?"""
    parts = {power for side in (question.lhs, question.rhs) for power in side.atoms(sympy.Pow)}
    own = (power for power in parts if power.base.free_symbols == question.number.free_symbols)
    return any(power.subs(question.number, 0).has(sympy.zoo, sympy.nan) for power in own)


def _is_left_out(question: Question, place: Place) -> bool:
    """Does a condition on N exclude it?"""
    own = [c for c in question.single_conditions if c.free_symbols == question.number.free_symbols]
    return any(c.subs(question.number, place[0]) is sympy.false for c in own)


def _affordable(question: Question, counts: Iterable[int]) -> Iterator[int]:
    total = 0
    for count in counts:
        total += count ** len(question.free)
        if total > MOST_INSTANCES:
            return
        yield count


# --- refuted ------------------------------------------------------------------------------------


def _refuted(question: Question, counts: Iterable[int], settings: Settings) -> Finding | None:
    for place, i in _instances(question, counts):
        compared = compare(i.left, i.right, i.domain, seed=settings.seed, points=FEW, lost=i.lost)
        if isinstance(compared, Refuted):
            return _false(question, place, refutation(compared))
    return None


def _instances(question: Question, counts: Iterable[int]) -> Iterator[tuple[Place, Instance]]:
    """Those of which the claim speaks."""
    for place in (place for count in counts for place in question.places(count)):
        instance = _sampled(question, place)
        if instance is not None:
            yield place, instance


def _false(question: Question, place: Place, finding: Finding) -> Finding:
    return _on_the_premises(finding, question.facts).retold(partial(_at, question, place))


def _sampled(question: Question, place: Place) -> Instance | None:
    """The instance, if the claim speaks of it: N and indices admitted, both sides defined."""
    if not question.admits(place):
        return None
    instance = question.instance(place)
    speaks = instance.is_defined and sympy.false not in instance.domain.conditions
    return instance if speaks else None


def _on_the_premises(finding: Finding, facts: Facts) -> Finding:
    """Keeps the refutation only if every premise is shown to hold at the points that were tried."""
    solved = facts.parametrisation
    for equation in facts.equations:
        lhs, rhs = solved.apply(equation.lhs), solved.apply(equation.rhs)
        if lhs != rhs and prove_equal(lhs, rhs, facts.domain(lhs, rhs)) is None:
            return undecided(f"the sides differ, but premise ({equation.label}) could not be confirmed at the point")
    return finding


def _at(question: Question, place: Place, told: Evidence) -> Evidence:
    count, at = place
    indices = "".join(f", {index.name} = {value}" for index, value in zip(question.free, at, strict=True))
    return replace(told, detail=f"For N = {count} particles{indices}, written out: {told.detail}")


# --- proved -------------------------------------------------------------------------------------


def _by_induction(question: Question, wanted: Bound | None, settings: Settings) -> Finding | None:
    """Every instance that the bound asks for is decided, with the conditions that leave out no particles at most.

    A condition between two free indices leaves out an order of named particles, about which
    nothing is claimed then; one that N ≥ n leaves out the smallest numbers.  Where an instance is only
    corroborated, so is the whole.
    """
    if wanted is None:
        return None
    wanted = wanted.starting(question.least)
    counts = range(wanted.first, wanted.last + 1)
    if list(_affordable(question, counts)) != list(counts):
        return None
    smaller = range(question.least, wanted.first)  # where a denominator vanishes somewhere: decided one by one
    proofs: list[tuple[Instance, int, Proof | None]] = []
    undefined: dict[int, None] = {}
    for place in (place for count in (*smaller, *counts) for place in question.places(count)):
        if question.excludes(place):
            continue
        instance = question.instance(place)
        if place[0] in smaller and not instance.is_defined:
            undefined[place[0]] = None
            continue
        if not instance.is_defined:
            return None
        proof = prove_equal(instance.left, instance.right, question.unlinked(instance))
        if proof is None and not _is_corroborated(instance, question, settings):
            return None
        proofs.append((instance, place[0], proof))
    if not proofs or not _is_satisfiable(question):
        return None
    # what three particles must not do is what two of them must not do, in other letters
    known = [(instance, proof) for instance, count, proof in proofs if proof is not None and count <= MOST_TOLD]
    tell = partial(_told, question, wanted, known, undefined)
    if all(proof is not None for _, _, proof in proofs):
        return Finding(Outcome.PROVED, Grade.EXACT, tell)
    return Finding(Outcome.CORROBORATED, Grade.BALL, tell)


def _is_corroborated(instance: Instance, question: Question, settings: Settings) -> bool:
    domain = question.unlinked(instance)
    try:
        found = decide(instance.left, instance.right, domain, seed=settings.seed, quick=settings.quick)
    except EmptyDomain:
        return False
    return found.outcome.holds


def _is_satisfiable(question: Question) -> bool:
    """Is there a point of which the claim speaks?  Without conditions there always is one."""
    if not question.facts.conditions and not question.facts.equations:
        return True
    for place, instance in _instances(question, (*FIRST_COUNTS, *range(max(FIRST_COUNTS) + 1, EVIDENCE_UP_TO + 1))):
        if some_point(instance.domain.symbols, instance.domain.conditions) and not question.excludes(place):
            return True
    return False


def _told(question: Question, wanted: Bound, known: list[tuple[Instance, Proof]], undefined: Iterable[int]) -> Evidence:
    """With the numbers for which a side has no value as a condition."""
    values = f" for every {_in_words(question.free)}" if question.free else ""
    detail = (
        f"Induction on N{_premises(question.facts)}: {_joins(wanted)}, so that a further particle brings nothing new to "
        f"N = {_numbers(wanted)}, where both sides{values} are equal, written out with every indexed quantity a letter of its own."
    )
    found = [c for instance, proof in known for c in readable(proof.conditions, question.unlinked(instance))]
    found += readable(as_conditions(question.lost), question.facts.domain())
    found += [relation(question.number, sympy.Integer(count), "!=") for count in undefined]
    return Evidence("induction on N", detail, conditions=tuple(dict.fromkeys(found)))


def _joins(wanted: Bound) -> str:
    besides = " besides those that are named" if wanted.named else ""
    if wanted.degree == 0:
        return f"no term depends on a particle{besides}"
    return f"no term joins more than {'one particle' if wanted.degree == 1 else f'{wanted.degree} particles'}{besides}"


def _numbers(wanted: Bound) -> str:
    if wanted.last - wanted.first < 3:
        return ", ".join(map(str, range(wanted.first, wanted.last + 1)))
    return f"{wanted.first}, …, {wanted.last}"


def _in_words(free: tuple[sympy.Symbol, ...]) -> str:
    return ", ".join(name(index) for index in free)


def _premises(facts: Facts) -> str:
    named = [f"({label})" for label in facts.labels if label != CONDITION]
    return f", with {listed(named)}" if named else ""


def _by_known_induction(question: Question) -> Finding | None:
    """Plain sums, without an index that is free or in a delta: induction as for any sum (`verify.proofs.integrals`)."""
    sides = question.lhs, question.rhs
    if question.free or any(side.has(sympy.KroneckerDelta) for side in sides):
        return None
    domain = question.facts.domain(*sides)
    proof = prove_equal(*sides, domain)
    if proof is None or not _is_satisfiable(question):
        return None

    def tell() -> Evidence:
        told = _premises(question.facts).removeprefix(", ")
        detail = f"{told[:1].upper()}{told[1:]}{': ' if told else ''}{proof.detail}"
        return Evidence(
            proof.method, detail, conditions=readable((*proof.conditions, *as_conditions(question.lost)), domain)
        )

    return Finding(Outcome.PROVED, Grade.EXACT, tell)


# --- neither ------------------------------------------------------------------------------------


def _for_one_number(question: Question, count: int, settings: Settings) -> Finding:
    """A sum over so many particles is an equation like any other."""
    refuted = _refuted(question, (count,), settings)
    if refuted is not None:
        return refuted
    found = _each(question, (count,), settings)
    return next((f for f in found if f.outcome is not Outcome.PROVED), found[0])


def _for_a_few_numbers(question: Question, most: int, settings: Settings) -> Finding:
    """A claim for N ≤ n is a claim for each of these numbers."""
    counts = range(question.least, most + 1)
    if list(_affordable(question, counts)) != list(counts):
        return undecided(f"the claim is made for every N up to {most}, which are too many to be written out")
    found = _each(question, counts, settings)
    worst = failing(found)
    return worst or next((f for f in found if f.outcome is not Outcome.PROVED), found[0])


def _each(question: Question, counts: Iterable[int], settings: Settings) -> list[Finding]:
    """The instances, each decided, as far as the first that is false.  Raises GiveUp if there is none."""
    found = []
    for place, i in _instances(question, counts):
        finding = decide(i.left, i.right, i.domain, seed=settings.seed, quick=settings.quick, lost=i.lost)
        if finding.outcome is Outcome.REFUTED:
            return [_false(question, place, finding)]
        found.append(finding)
    if not found:
        raise GiveUp("for no number of particles that was tried are both sides defined")
    return found


def _evidence(question: Question, counts: tuple[int, ...], settings: Settings) -> Finding:
    """Agreement for the first few numbers is no argument for every number: Σ cos(14πi/N) is 0 for N < 7, and 7 for N = 7."""
    found = _each(question, counts, settings)
    if found[0].outcome is Outcome.REFUTED:
        return found[0]
    if all(f.outcome.holds for f in found):
        return undecided(
            f"the equation holds for N = 1, …, {max(counts)}, written out, but no argument leads from there to every N"
        )
    return undecided(f"neither a proof for every N nor a counterexample up to N = {max(counts)} was found")


def _says(link: Printed, statement: IndexedRelation, system: UnitSystem) -> bool:
    if statement.slope is not None or not is_plain_equation(link):
        return False
    here = with_its_indices(statement, link)
    named = here.called is not None and same_sides(link.lhs, link.rhs, here.called, here.rhs)
    return named or same_sides(link.lhs, link.rhs, here.lhs, here.rhs)


def _alone(link: Printed, statement: IndexedRelation) -> bool | None:
    sides = (statement.lhs, statement.rhs)
    return None if link.rhs_unit is not None else any(prove_equal(link.rhs, side) is not None for side in sides)


KINDS = (
    Kind(
        IndexedRelation,
        in_every_case(check),
        says=_says,
        alone=_alone,
        debt="holds for every number of particles; decided by induction",
    ),
)
