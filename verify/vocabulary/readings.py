"""Readings and claims: one way to understand a printed line, how it follows, and the line itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

import sympy
from sympy.logic.boolalg import Boolean

from verify.errors import ClaimError
from verify.quantities.dimension import UnitSystem
from verify.quantities.numbers_in_words import not_decided
from verify.verdicts import USED_AT, Basis, Ground
from verify.vocabulary.figures import Figure
from verify.vocabulary.moves import Equation, Line, Move
from verify.vocabulary.statement import Statement
from verify.vocabulary.statements import Relation, Value
from verify.wording import relation, words

# --- readings and claims ---------------------------------------------------------------------


@dataclass(frozen=True)
class Reading:
    """One way to understand a printed claim.

    `statements` must all hold, given `by` (the derivation, or None for what stands on its
    own) and `where` (conditions that link symbols).  `ground` tells why a charitable reading
    may be meant, `condition` in words what it assumes, and `word` which word of the page is
    ambiguous.  `within` are the labels of the approximations, declared on the page, in which
    it is written down, and of the lines whose printed numbers it takes, `units` the system of units of a line that is not in that of the paper.  A `fallback` is tried only where no reading before it holds.
    A correction may have a `fault`, what is wrong with the print, in about five words.
    """

    name: str
    statements: tuple[Statement, ...]
    by: Move | None = None
    where: tuple[Boolean, ...] = ()
    condition: str | None = None
    ground: Ground | None = None
    word: str | None = None
    within: tuple[str, ...] = ()
    units: UnitSystem | None = None
    fallback: bool = False
    fault: str | None = None

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of the lines that the reading rests on, approximations included, each once."""
        cited = () if self.by is None else tuple(eq.label for eq in self.by.leaves)
        return tuple(dict.fromkeys((*cited, *self.within)))

    @property
    def citations(self) -> tuple[str, ...]:
        """The same labels, each with the values at which the line is used: "7 | r = 2" for (7) at r = 2."""
        cited = () if self.by is None else _used(self.by, {})
        return tuple(dict.fromkeys((*cited, *self.within)))

    @property
    def corrects(self) -> bool:
        return self.ground is Ground.CORRECTION


def _used(move: Move, values: dict[sympy.Symbol, sympy.Expr]) -> Iterator[str]:
    values = {**values, **(dict(move.data) if move.rule == "specialise" else {})}
    for source in move.sources:
        if isinstance(source, Move):
            yield from _used(source, values)
            continue
        for equation in source.equations:
            own = ", ".join(relation(s, value) for s, value in values.items() if s in equation.symbols)
            yield f"{equation.label}{USED_AT}{own}" if own else equation.label


def reading(
    name: str,
    *statements: Sequence[Statement],
    ground: Ground,
    condition: str,
    of: str | None = None,
    by: Move | None = None,
    where: Iterable[Boolean] = (),
    within: Iterable[Claim] = (),
    units: UnitSystem | None = None,
) -> Reading:
    """A charitable reading: what the page may mean, on a `ground` that is named before it is decided.

    The ground is AMBIGUITY (with `of`, the word or sign that stands on the page), ROUNDING, DOMAIN,
    CONVENTION, or SOURCE (with `of`, the sign that the source lost); `verify.encoding.grounds` tells what each allows.
    """
    if not condition.strip():
        raise ClaimError(f"reading {name!r} names no condition: expected a phrase that completes 'holds if ...'")
    if not isinstance(ground, Ground) or ground is Ground.CORRECTION:
        raise ClaimError(
            f"reading {name!r} stands on {ground!s}: expected AMBIGUITY, ROUNDING, DOMAIN, CONVENTION or SOURCE; "
            "what should have been printed is a correction(...)"
        )
    return Reading(name, flat(statements), by, tuple(where), condition, ground, of, taken(within), units)


def taken(claims: Iterable[Claim]) -> tuple[str, ...]:
    """The labels of approximations, and of lines whose printed numbers are taken.  Raises ClaimError for anything else."""
    found = tuple(claims)
    for claim in found:
        if not isinstance(claim, Claim) or (claim.basis and claim.basis is not Basis.APPROXIMATION):
            shown = claim.label if isinstance(claim, Claim) else f"{claim!s:.60}"
            raise ClaimError(
                f"within={shown}: expected an approximation that the page declares, paper.approximation(...), or a "
                "printed line whose numbers are taken as they stand"
            )
    return tuple(claim.label for claim in found)


def correction(
    name: str,
    *statements: Sequence[Statement],
    by: Move | None = None,
    where: Iterable[Boolean] = (),
    condition: str | None = None,
    fault: str | None = None,
) -> Reading:
    """What should have been printed: it is decided like any reading, and rescues nothing.

    `condition` says in words what it changes, where the statements alone do not: another
    range, quantifier, equation or subject than the printed one.  `fault` says in about five words what is
    wrong with the print, where a slip that happens to mend the line, a factor or a sign, would say something else.
    """
    return Reading(name, flat(statements), by, tuple(where), condition, Ground.CORRECTION, fault=fault)


def aside(
    words: str,
    *statements: Sequence[Statement],
    by: Move | None = None,
    where: Iterable[Boolean] = (),
    put_in: Iterable[str] = (),
) -> Reading:
    """What the words of a note or a condition say in numbers: `words` as they stand there, and what they mean.

    The audit decides it like any reading, and tells no words that it does not find to hold.  Every
    number in the words must stand in the statements, which would decide something else otherwise;
    `put_in` names those that were put into a formula, where they cannot be seen any more.
    """
    said = Reading(words, flat(statements), by, tuple(where))
    number = not_decided(words, (*said.statements, *said.where), put_in)
    if number is not None:
        raise ClaimError(
            f"aside {words!r}: none of its statements contains {number!r}; expected statements that decide the "
            "words, or put_in=[...] with a number that was put into a formula"
        )
    return said


ROUNDED = "inputs within their rounding"


def within_rounding(literal: Reading, others: Sequence[Reading]) -> tuple[Reading, ...]:
    """The same numbers with printed inputs that stand for anything that rounds to them, where nobody has said so yet.

    A number that fails only because its inputs are printed with few digits is no error; but a small share of the
    inputs that round as printed rescues nothing (`verify.kinds.rounded_inputs`).
    """
    if any(isinstance(s, Value) and s.somewhere for read in others for s in read.statements):
        return ()
    widened = tuple(s.with_rounded_inputs() if isinstance(s, Value) else s for s in literal.statements)
    if widened == literal.statements:
        return ()
    condition = "the printed inputs stand for anything that rounds to their digits"
    rounded = replace(literal, name=ROUNDED, statements=widened, condition=condition, ground=Ground.ROUNDING)
    return (replace(rounded, fallback=True),)


BASES = {basis.value: basis for basis in Basis}


@dataclass(frozen=True, eq=False)
class Claim(Line):
    """One printed claim with its readings, the literal one first.

    `printed` is the formula as typeset (LaTeX), or words with formulas between dollar
    signs; `note` tells the reader of the audit why it is encoded as it is; `source` is where
    what is not derived is taken from; `figure` is drawn beside it.  `derived_on_page` marks a
    line that the page derives and this encoding takes on trust.  `asides` are what the words
    of the encoder say in numbers: the audit decides them, too.
    """

    label: str
    where: str
    kind: str
    printed: str
    readings: tuple[Reading, ...]
    note: str | None = None
    source: str | None = None
    figure: Figure | None = None
    derived_on_page: bool = False
    asides: tuple[Reading, ...] = ()

    @property
    def basis(self) -> Basis | None:
        """What the equation stands on, if it is taken and not derived."""
        return BASES.get(self.kind)

    @property
    def literal(self) -> Reading:
        return self.readings[0]

    @property
    def rests_on(self) -> tuple[Equation, ...]:
        return self.literal.by.leaves if self.literal.by is not None else ()

    @property
    def premises(self) -> tuple[str, ...]:
        """Labels of the equations that the readings rest on, in order, each once."""
        labels = [label for r in self.readings for label in r.labels]
        statements = [s for r in self.readings for s in r.statements]
        labels += [equation.label for s in statements for equation in s.cited()]
        return tuple(dict.fromkeys(labels))

    @cached_property
    def equations(self) -> tuple[Equation, ...]:
        """What the claim states as equations, every link of a chain.  Raises ClaimError where it states none."""
        return chain_equations(self.label, self.literal)

    def link(self, index: int) -> Equation:
        """The index-th equality of a chain as a premise of its own."""
        chain = self.equations
        if not -len(chain) <= index < len(chain):
            raise ClaimError(f"{self.label}: no equality number {index}; there are {len(chain)}, counted from 0")
        return chain[index]

    @property
    def ends(self) -> Equation:
        """The first and the last member of a chain: a = b = c gives a = c."""
        chain = self.equations
        for left, right in pairwise(chain):
            if left.rhs != right.lhs:
                raise ClaimError(
                    f"{self.label}: its equalities are no chain, because {words(left.rhs)} is not {words(right.lhs)}; "
                    "expected a = b = c, or one equality by .link(i)"
                )
        return replace(chain[0], rhs=chain[-1].rhs, through=tuple(link.rhs for link in chain[:-1]))

    def form(self, name: str) -> Equation:
        """The equation of another reading, so that a later line can say which form it used."""
        for candidate in self.readings:
            if candidate.name == name:
                return chain_equations(f"{self.label} ({name})", candidate)[0]
        known = ", ".join(repr(r.name) for r in self.readings)
        raise ClaimError(f"{self.label}: no reading {name!r}; there are {known}")


def chain_equations(label: str, read: Reading) -> tuple[Equation, ...]:
    roots = tuple(dict.fromkeys(_roots(label, read)))
    relations = [s for s in read.statements if isinstance(s, Relation) and not s.arguments]
    beside = tuple(sympy.Rel(s.lhs, s.rhs, s.rel, evaluate=False) for s in relations if s.rel != "==")
    links = tuple(
        Equation(label, s.lhs, s.rhs, read.where, roots, read.by, beside=beside) for s in relations if s.rel == "=="
    )
    if not links:
        raise ClaimError(f"{label}: states no equation, so nothing can follow from it as a premise")
    return links


def _roots(label: str, read: Reading) -> Iterator[Equation]:
    """The equations at the bottom of a derivation: those that are not derived, and equations among the conditions."""
    for leaf in read.by.leaves if read.by is not None else ():
        yield from leaf.roots or (leaf,)
    yield from (Equation(label, c.lhs, c.rhs) for c in read.where if isinstance(c, sympy.Eq))


def flat(statements: Iterable[Sequence[Statement]]) -> tuple[Statement, ...]:
    flat = tuple(statement for group in statements for statement in group)
    if not flat:
        raise ClaimError("a reading without a statement: expected equal(...), approx(...), less(...) or the like")
    return flat
