"""A paper: what it is, and its claims, each checked for slips of the pen when it is written down."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import sympy
from sympy.core.function import AppliedUndef
from sympy.logic.boolalg import Boolean

from verify.encoding import grounds, labels
from verify.encoding.asides import unsupported, words_of
from verify.encoding.remarks import relation_in
from verify.errors import ClaimError
from verify.grammar.parser import shorten
from verify.names_in_text import name, own_name
from verify.quantities.dimension import NotFilledIn, UnitSystem
from verify.quantities.symbols import PhysicalSymbol, check_exact
from verify.verdicts import Basis, NotationEntry
from verify.vocabulary.figures import Figure
from verify.vocabulary.moves import Equation, Move
from verify.vocabulary.readings import Claim, Reading, flat, taken, within_rounding
from verify.vocabulary.statement import Statement
from verify.vocabulary.statements import AS_PRINTED, Relation, Value, equal, signed
from verify.vocabulary.vectors import Vector

Said = tuple[Statement, ...]


@dataclass(eq=False)
class Paper:
    """A paper: what it is, its unit system, and its claims in print order.

    `id` is the short name used on the command line, `units` the unit system in which every equation must have consistent
    dimensions.  `spellings` are further ways in which the page prints a quantity, as pairs of LaTeX and what it stands for:
    `\\mathbf{B}` for the component along the axis, `\\vec{v}` for its three Cartesian components, `V_0(\\varphi_1, \\dots, \\varphi_N)` for the value V_0, a scalar product
    `\\mathbf{v}_i \\cdot \\mathbf{v}_j` for a quantity with two indices.  `authors`, `version`, `date` and `doi` are of the print.
    """

    id: str
    title: str
    citation: str
    units: UnitSystem
    sections: tuple[str, ...]
    claims: dict[str, Claim] = field(default_factory=dict)
    spellings: tuple[tuple[str, sympy.Expr | Vector], ...] = ()
    lost: tuple[str, ...] = ()
    """Signs that the source has lost, such as "√", "−" or "=": what it may have said is a reading on the ground SOURCE."""
    authors: str = ""
    version: str = ""
    date: str = ""
    doi: str = ""
    notation: set[sympy.Symbol | type] = field(default_factory=set)
    """The symbols and functions of its printed lines, entered with each claim."""
    unprinted: set[str] = field(default_factory=set)
    """The labels of equations that the page uses without printing them."""
    _forms: set[str] = field(default_factory=set, repr=False)

    @property
    def letters(self) -> list[sympy.Symbol]:
        """The symbols of its notation, by name."""
        return sorted((s for s in self.notation if isinstance(s, sympy.Symbol)), key=_namesakes_apart)

    @property
    def functions(self) -> list[type]:
        """The functions of its notation, by name."""
        return sorted((f for f in self.notation if isinstance(f, type)), key=_namesakes_apart)

    def told_notation(self) -> tuple[NotationEntry, ...]:
        """Its notation for a reader, by name."""
        return tuple(
            NotationEntry(name(thing), own_name(thing), str(thing.latex), thing.meaning, self._dimension_of(thing))
            for thing in (*self.letters, *self.functions)
        )

    def _dimension_of(self, thing: Any) -> str:
        return "" if isinstance(thing.dimension, NotFilledIn) else str(thing.dimension.vector(self.units))

    def in_print_order(self) -> list[Claim]:
        """The claims section by section; within a section as they were written down."""
        return sorted(self.claims.values(), key=lambda claim: self._section(claim.where))

    def _section(self, where: str) -> int:
        for index, section in enumerate(self.sections):
            if where == section or where.startswith(section + "/"):
                return index
        raise ClaimError(
            f"{self.id}: section {where!r} is unknown; expected one of {', '.join(map(repr, self.sections))}"
        )

    def given(
        self,
        label: str,
        *,
        where: str,
        printed: str,
        lhs: Any,
        rhs: Any,
        note: str | None = None,
        sign: str = "=",
        derived_on_page: bool = False,
        asides: Iterable[Reading] = (),
    ) -> Claim:
        """A definition or postulate of the paper; with `derived_on_page` a line that it derives and we take on trust.

        `sign` is "~" where the page prints that and later lines take it for =.
        """
        says = signed(equal(lhs, *_tuple(rhs)), sign)
        trusted = derived_on_page
        return self._add("given", label, where, printed, says, note=note, derived_on_page=trusted, asides=asides)

    def premise(
        self,
        label: str,
        *,
        where: str,
        printed: str,
        lhs: Any,
        rhs: Any,
        law: str | None = None,
        page: str | None = None,
        assumption: str | None = None,
        note: str | None = None,
    ) -> Claim:
        """An equation that the paper uses without printing it, and what it stands on.

        Exactly one of `law` (of the textbooks: its source), `page` (the page says it in words:
        where) and `assumption` (neither: why it is made).  What rests on an assumption is PASS-IF.
        """
        stands_on = {Basis.LAW: law, Basis.PAGE: page, Basis.ASSUMPTION: assumption}
        named = [(basis, words) for basis, words in stands_on.items() if words is not None]
        if len(named) != 1 or not named[0][1].strip():
            raise ClaimError(
                f"{self.id} {label}: a premise stands on one of law='its source', page='where the page says it' "
                f"and assumption='why it is made'; found {len(named)} of them"
            )
        basis, source = named[0]
        return self._add(basis, label, where, printed, equal(lhs, *_tuple(rhs)), note=note, source=source)

    def approximation(
        self,
        label: str,
        *,
        where: str,
        printed: str,
        page: str,
        lhs: Any = None,
        rhs: Any = None,
        note: str | None = None,
    ) -> Claim:
        """An approximation that the page declares once and uses later; `page` tells where.

        A line rests on it as on any premise, or is written down `within` it, with what is
        neglected left out; either way it is PASS-IF.
        """
        says = () if lhs is None and rhs is None else equal(lhs, *_tuple(rhs))
        return self._add(Basis.APPROXIMATION, label, where, printed, says, note=note, source=page)

    def claim(self, label: str, *says: Sequence[Statement], **more: Any) -> Claim:
        """What the page claims: numbers, inequalities, curves, series, ...; the report names it by its first statement.

        `where` and `printed` are needed; `by`, `conditions`, `readings`, `within`, `note`, `figure` and
        `asides` may be given.
        """
        return self._claim(label, flat(says), **more)

    value = for_all = logic = uniqueness = claim  # as papers wrote before there was one name

    def identity(self, label: str, *, lhs: Any, rhs: Any, **more: Any) -> Claim:
        """Both sides are equal as they stand, for every admissible value."""
        return self._claim(label, equal(lhs, *_tuple(rhs)), kind="identity", **more)

    def step(self, label: str, *, lhs: Any, rhs: Any, by: Move | None = None, sign: str = "=", **more: Any) -> Claim:
        """A line of a derivation: it must follow from its premises; `sign` as for `given`."""
        if by is None:
            raise ClaimError(f"{self.id} {label}: a step without by; expected a move such as by=follows_from(eq1, eq2)")
        return self._claim(label, signed(equal(lhs, *_tuple(rhs)), sign), kind="step", by=by, **more)

    def cross_reference(self, label: str, *, lhs: Any, rhs: Any, by: Move | None = None, **more: Any) -> Claim:
        """The paper says that two of its lines, or one of its lines and the literature, agree."""
        return self._claim(label, equal(lhs, *_tuple(rhs)), kind="cross-reference", by=by, **more)

    def table(self, columns: str, *rows: Sequence[str]) -> tuple[dict[str, str], ...]:
        """A printed table: the names of its columns in one text, then its rows, each entry as it is printed.

        One claim a cell is then one comprehension over the rows:

            metals = paper.table("name R rho", ("Gold", "144", "1.61e-2"), ("Iron", "125", "1.00e-1"))
            cells = [paper.claim(f"1.{row['name']}", approx(..., row["rho"], ...), ...) for row in metals]

        Raises ClaimError for a row of another length, and for two rows with the same first entry.
        """
        names = columns.split()
        if len(set(names)) != len(names) or not names:
            raise ClaimError(f"{self.id}: table with columns {columns!r}; expected names, each once")
        for row in rows:
            if isinstance(row, str) or len(row) != len(names) or not all(isinstance(cell, str) for cell in row):
                raise ClaimError(f"{self.id}: table row {row!r:.80}; expected {len(names)} texts: {columns}")
        first = [row[0] for row in rows]
        twice = next((name for name in first if first.count(name) > 1), None)
        if twice is not None:
            raise ClaimError(f"{self.id}: two rows of a table begin with {twice!r}; expected different ones")
        return tuple(dict(zip(names, row, strict=True)) for row in rows)

    def remark(self, label: str, *, where: str, printed: str, why: str, asides: Iterable[Reading] = ()) -> Claim:
        """Prose: nothing mathematical to decide, and the reason why not."""
        if not why.strip():
            raise ClaimError(f"{label}: a remark needs the reason why there is nothing to decide")
        relation = relation_in(printed)
        if relation is not None:
            raise ClaimError(
                f"{self.id} {label}: the remark prints the relation {shorten(relation)!r}; expected a claim that decides it, "
                "paper.given for a definition or a measured value, or paper.missing"
            )
        return self.complete(
            Claim(label, where, "remark", printed, (Reading(AS_PRINTED, ()),), note=why, asides=tuple(asides))
        )

    def missing(
        self,
        label: str,
        statements: Said = (),
        *,
        where: str,
        printed: str,
        why: str,
        lhs: Any = None,
        rhs: Any = None,
        sign: str = "",
    ) -> Claim:
        """A printed line that is not written down yet, and what is missing: it stays open.

        Its sides, or what it states, may be known already, when its premises or how it is meant are not.  With a
        `sign`, "≈" or "→", the sides are kept in the file and nothing is stated of them: they are no equation.
        """
        if not why.strip():
            raise ClaimError(f"{label}: a missing line needs the reason why it is not written down")
        if not sign:
            statements = statements if lhs is None and rhs is None else equal(lhs, *_tuple(rhs))
        return self._add("missing", label, where, printed, statements, note=why)

    def _claim(
        self,
        label: str,
        statements: tuple[Statement, ...],
        *,
        where: str,
        printed: str,
        kind: str = "",
        by: Move | None = None,
        conditions: Iterable[Boolean] = (),
        readings: Iterable[Reading] = (),
        within: Iterable[Claim] = (),
        note: str | None = None,
        figure: Figure | None = None,
        asides: Iterable[Reading] = (),
    ) -> Claim:
        literal = Reading(AS_PRINTED, statements, by, tuple(conditions), within=taken(within))
        kind = kind or statements[0].heading()
        claim = Claim(label, where, kind, printed, (literal, *readings), note, figure=figure, asides=tuple(asides))
        return self.complete(claim)

    def _add(
        self, kind: str, label: str, where: str, printed: str, statements: Said, note: str | None = None,
        source: str | None = None, derived_on_page: bool = False, asides: Iterable[Reading] = (),
    ) -> Claim:  # fmt: skip
        literal = Reading(AS_PRINTED, statements)
        claim = Claim(label, where, str(kind), printed, (literal,), note, source, derived_on_page=derived_on_page)
        return self.complete(replace(claim, asides=tuple(asides)))

    def complete(self, claim: Claim) -> Claim:
        """The claim with the readings that every claim gets, checked and entered."""
        widened = within_rounding(claim.literal, claim.readings[1:])
        claim = replace(claim, readings=(*claim.readings, *widened))
        for read in claim.readings:
            self._check(claim.label, read)
            self._check_ground(claim, read)
        self._check_words(claim)
        return self._register(claim)

    def _check_words(self, claim: Claim) -> None:
        """Every aside stands in the words of the encoder, and every number in them has one."""
        where = f"{self.id} {claim.label}"
        words = words_of(claim)
        for said in claim.asides:
            self._check(claim.label, said)
            if not any(said.name in sentence for sentence in words):
                raise ClaimError(f"{where}: aside {said.name!r} stands in no note and no condition of this claim")
        for number in unsupported(claim):
            raise ClaimError(
                f"{where}: the words of the encoder say {number!r}; expected aside(words, statements) with the words "
                "in which it stands and what decides them, or words without the number"
            )

    def _check_ground(self, claim: Claim, read: Reading) -> None:
        objection = grounds.objection(claim.literal, read, claim.printed, self.lost)
        if objection is not None:
            raise ClaimError(f"{self.id} {claim.label}: reading {read.name!r}, {objection}")

    def _register(self, claim: Claim) -> Claim:
        here = f"{self.id} {claim.label}"
        if not isinstance(claim.label, str) or not claim.label.strip():
            raise ClaimError(f"label {claim.label!r}: expected a non-empty text")
        if claim.label in self.claims:
            raise ClaimError(f"{here}: this label is used twice")
        if (reserved := labels.objection(claim)) is not None:
            raise ClaimError(f"{here}: {reserved}")
        forms = labels.names_of_forms(claim)
        if claim.label in self._forms or any(form in self.claims or form in self._forms for form in forms):
            raise ClaimError(f"{here}: a label is also the name of a form of another claim, such as '7 (b)'")
        if not isinstance(claim.printed, str) or not claim.printed.strip():
            raise ClaimError(f"{here}: printed is empty; expected the formula or the words of the page")
        self._section(claim.where)
        names = [read.name for read in claim.readings]
        if len(set(names)) != len(names):
            raise ClaimError(f"{here}: two readings have the same name; there are {names}")
        self.claims[claim.label] = claim
        self._forms |= forms
        self.unprinted |= {claim.label} if claim.basis in (Basis.LAW, Basis.PAGE, Basis.ASSUMPTION) else set()
        for statement in claim.literal.statements:
            self.notation |= statement.letters()
        return claim

    def _check(self, label: str, read: Reading) -> None:
        where = f"{self.id} {label}"
        if read.by is not None and not isinstance(read.by, Move):
            raise ClaimError(
                f"{where}: by is a {type(read.by).__name__}; expected a move such as substitute(a, into=b)"
            )
        for condition in read.where:
            if condition is sympy.false:
                raise ClaimError(f"{where}: a condition is false whatever the symbols are; expected one that can hold")
            if not isinstance(condition, Boolean):
                raise ClaimError(
                    f"{where}: condition {condition!s} is a {type(condition).__name__}; expected a relation"
                )
        for expression in _expressions(read):
            self._check_symbols(where, expression)
        for equation in _cited(read):
            self._check_premise(where, equation)

    def _check_symbols(self, where: str, expression: sympy.Basic) -> None:
        try:
            check_exact(expression)
        except ClaimError as error:
            raise ClaimError(f"{where}: {error}") from None
        for letter in expression.free_symbols:
            if not isinstance(letter, PhysicalSymbol):
                raise ClaimError(
                    f"{where}: symbol {letter.name!r} is not declared; expected a symbol made with symbol(...) in the notation"
                )
        for applied in expression.atoms(AppliedUndef):
            if not hasattr(applied.func, "dimension"):
                raise ClaimError(
                    f"{where}: function {applied.func!s} is not declared; expected one made with function(...)"
                )

    def _check_premise(self, where: str, equation: Equation) -> None:
        """A premise is one of the equations of an earlier claim, in one of its forms, as that claim states it."""
        owners = [self.claims[label] for label in labels.beginnings(equation.label) if label in self.claims]
        if not owners:
            raise ClaimError(f"{where}: premise {equation.label!r} is no earlier claim of this paper")
        stated = [sides for claim in owners for read in claim.readings for sides in _sides_of(read)]
        numbers = any(isinstance(s, Value) for claim in owners for s in claim.literal.statements)  # cited as equations
        if stated and not numbers and (equation.lhs, equation.rhs) not in stated:
            raise ClaimError(
                f"{where}: premise {equation.label!r} says {equation.lhs} = {equation.rhs}, which that claim does not state"
            )


def _namesakes_apart(thing: Any) -> tuple[str, str, str]:
    """By name, and those of one name in an order of their own: nothing hangs on the order of a set."""
    return str(thing), str(thing.latex), str(thing.meaning)


def _sides_of(read: Reading) -> Iterator[tuple[sympy.Expr, sympy.Expr]]:
    """The two sides of every equation of a chain, and its two ends."""
    links = [s for s in read.statements if isinstance(s, Relation) and s.rel == "=="]
    yield from ((link.lhs, link.rhs) for link in links)
    if links:
        yield links[0].lhs, links[-1].rhs


def _tuple(rhs: Any) -> tuple[Any, ...]:
    return rhs if isinstance(rhs, tuple) else (rhs,)


def _expressions(read: Reading) -> Iterator[sympy.Basic]:
    yield from read.where
    for statement in read.statements:
        yield from statement.expressions()


def _cited(read: Reading) -> Iterator[Equation]:
    if read.by is not None:
        yield from read.by.leaves
    for statement in read.statements:
        yield from statement.cited()
