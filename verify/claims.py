"""The vocabulary in which a paper is written down: papers, claims, statements, readings, moves.

Everything here is frozen data.  Nothing is computed when a paper is imported, apart
from the checks that catch a slip of the pen at once: an undeclared symbol, a float,
a premise that this paper does not contain, a label used twice.  All of these raise
`ClaimError` with one sentence that names the claim.

    eq7 = paper.given("7", where="II", printed=r"\\Phi = \\pi R^2 B", lhs=Phi, rhs=pi*R**2*B)
    eq9 = paper.step("9", where="II", printed=r"I = \\frac{e^2 B}{4\\pi m}",
                     lhs=I, rhs=e**2*B/(4*pi*m), by=substitute(eq7, into=eq8))

A *statement* is what can be true or false; a *reading* is one way to understand what
is printed (statements, the derivation they rest on, conditions); a *claim* is a label
of the page with its readings, the literal one first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import sympy
from sympy.core.function import AppliedUndef
from sympy.logic.boolalg import Boolean

from verify import units
from verify.constants import CODATA_2010, CODATA_2018, CODATA_2022, Constant
from verify.digits import Digits, decimal, order_of_magnitude, printed
from verify.symbols import ClaimError, PhysicalSymbol, check_exact, function, symbol
from verify.units import Dimension, UnitSystem

__all__ = [
    "CODATA_2010",
    "CODATA_2018",
    "CODATA_2022",
    "Claim",
    "ClaimError",
    "Constant",
    "Dimension",
    "Equation",
    "Move",
    "Paper",
    "Reading",
    "Statement",
    "UnitSystem",
    "add",
    "approx",
    "at_least",
    "at_most",
    "contradiction",
    "correction",
    "decimal",
    "differentiate",
    "divide",
    "eliminate",
    "equal",
    "follows_from",
    "function",
    "greater",
    "less",
    "logic",
    "multiply",
    "only_route",
    "order_of",
    "power",
    "reading",
    "solve_for",
    "specialise",
    "substitute",
    "symbol",
    "units",
]

AS_PRINTED = "as printed"


# --- statements: what can be true or false -------------------------------------------------


@dataclass(frozen=True)
class Equation:
    """One equation as a premise: `lhs = rhs`, under the label of the claim that prints it."""

    label: str
    lhs: sympy.Expr
    rhs: sympy.Expr


@dataclass(frozen=True)
class Relation:
    """`lhs rel rhs`, with rel one of == != < <= > >=, for every admissible value of the symbols."""

    lhs: sympy.Expr
    rhs: sympy.Expr
    rel: str = "=="


@dataclass(frozen=True)
class Value:
    """A quantity lies where a printed number says that it lies.

    `interval` holds the exact lower and upper end of what the print allows, in units of
    `unit` (an exact factor to the paper's base units); `constants` gives the measured or
    defined constants that stand for symbols of the quantity, each with its uncertainty, or
    an exact number such as the recommended value that a paper quotes.
    `meaning` says in words how the number is read.
    """

    quantity: sympy.Expr
    number: str
    interval: tuple[sympy.Expr, sympy.Expr]
    unit: Any
    constants: tuple[tuple[sympy.Symbol, Constant | sympy.Rational], ...]
    meaning: str


@dataclass(frozen=True)
class Logic:
    """A proposition over named truth values that is true whatever they are."""

    proposition: Boolean
    meanings: tuple[tuple[sympy.Symbol, str], ...]


@dataclass(frozen=True)
class Contradiction:
    """The equations cannot hold together for any admissible value of the symbols."""

    equations: tuple[Equation, ...]


@dataclass(frozen=True)
class OnlyRoute:
    """`target` follows in no other way than the printed one.

    Refuted by any of `rivals`: a derivation from other premises, which can hold
    together, that arrives at the same equation.  Never proved.
    """

    target: Equation
    rivals: tuple[tuple[str, Move], ...]


Statement: TypeAlias = Relation | Value | Logic | Contradiction | OnlyRoute


def equal(lhs: Any, *rhs: Any) -> tuple[Relation, ...]:
    """The chain lhs = rhs[0] = rhs[1] = ..., one relation a link."""
    return _chain(lhs, rhs, "==")


def less(lhs: Any, *rhs: Any) -> tuple[Relation, ...]:
    """The chain lhs < rhs[0] < ..."""
    return _chain(lhs, rhs, "<")


def greater(lhs: Any, *rhs: Any) -> tuple[Relation, ...]:
    """The chain lhs > rhs[0] > ..."""
    return _chain(lhs, rhs, ">")


def at_most(lhs: Any, *rhs: Any) -> tuple[Relation, ...]:
    """The chain lhs <= rhs[0] <= ..."""
    return _chain(lhs, rhs, "<=")


def at_least(lhs: Any, *rhs: Any) -> tuple[Relation, ...]:
    """The chain lhs >= rhs[0] >= ..."""
    return _chain(lhs, rhs, ">=")


def approx(
    quantity: Any,
    number: str,
    *,
    unit: Any = 1,
    constants: dict[sympy.Symbol, Constant | sympy.Rational] | None = None,
    within: tuple[str, str, str] | None = None,
) -> tuple[Value]:
    """The quantity rounds to the printed number: it lies within half a unit of the last digit.

    `within=(low, high, why)` gives another interval, as decimal strings, and the reason
    why the print means it ("almost four" lies below four).
    """
    digits: Digits = printed(number)
    low, high = digits.interval
    meaning = f"{number} means {low} to {high}: half a unit of the last printed digit"
    if within is not None:
        low, high = decimal(within[0]), decimal(within[1])
        meaning = f"{within[2]}: {within[0]} to {within[1]}"
    return (Value(_exact(quantity), number, (low, high), unit, tuple((constants or {}).items()), meaning),)


def order_of(
    quantity: Any, number: str, *, unit: Any = 1, constants: dict[sympy.Symbol, Constant | sympy.Rational] | None = None
) -> tuple[Value]:
    """The quantity is of the order of the printed number: within half a decade on either side."""
    interval = order_of_magnitude(decimal(number))
    meaning = f"of the order of {number}: within half a decade"
    return (Value(_exact(quantity), number, interval, unit, tuple((constants or {}).items()), meaning),)


def logic(proposition: Boolean, **meanings: str) -> tuple[Logic]:
    """A proposition; each of its letters is explained by a keyword."""
    letters = {str(letter): letter for letter in proposition.free_symbols}
    if set(letters) != set(meanings):
        raise ClaimError(f"logic: letters {sorted(letters)}, but meanings are given for {sorted(meanings)}")
    return (Logic(proposition, tuple((letters[name], text) for name, text in meanings.items())),)


def contradiction(*premises: Claim | Equation) -> tuple[Contradiction]:
    """The printed claim that these equations exclude each other."""
    return (Contradiction(tuple(eq for premise in premises for eq in equations_of(premise))),)


def only_route(target: Claim | Equation, **rivals: Move) -> tuple[OnlyRoute]:
    """The printed claim that `target` can be reached in one way only, with the rivals that we know."""
    named = tuple((name.replace("_", " "), move) for name, move in rivals.items())
    return (OnlyRoute(equations_of(target)[0], named),)


def _chain(lhs: Any, rhs: Sequence[Any], rel: str) -> tuple[Relation, ...]:
    if not rhs:
        raise ClaimError("a chain needs a right-hand side; found none")
    terms = [_exact(term) for term in (lhs, *rhs)]
    return tuple(Relation(left, right, rel) for left, right in zip(terms, terms[1:], strict=False))


def _exact(thing: Any) -> sympy.Expr:
    """A Python int or SymPy expression, never a float, never a relation that has collapsed to True."""
    if isinstance(thing, bool) or not isinstance(thing, (int, sympy.Basic)):
        shown = f"{type(thing).__name__} {thing!r}"
        raise ClaimError(f"{shown} in a claim: expected an exact SymPy expression, or decimal('0.1') for printed digits")
    expression = sympy.sympify(thing, strict=True) if isinstance(thing, int) else thing
    if not isinstance(expression, sympy.Expr):
        raise ClaimError(f"{expression!s} in a claim is a {type(expression).__name__}: expected an expression")
    check_exact(expression)
    return expression


# --- moves: how a line follows from earlier ones -------------------------------------------

Premise: TypeAlias = "Claim | Equation | Move"


@dataclass(frozen=True)
class Move:
    """One step of a derivation: a rule, the lines that it is applied to, and its data.

    `verify.moves` executes it.  `rule` is the name of a function there.
    """

    rule: str
    sources: tuple[Claim | Equation | Move, ...]
    data: tuple[Any, ...] = ()

    def leaves(self) -> Iterator[Equation]:
        """The printed equations at the bottom of the derivation, in order, repeated where used twice."""
        for source in self.sources:
            if isinstance(source, Move):
                yield from source.leaves()
            else:
                yield from equations_of(source)


def substitute(*equations: Premise, into: Premise) -> Move:
    """Replace the left-hand side of each equation by its right-hand side wherever it stands in `into`."""
    return Move("substitute", (*_premises(equations), *_premises([into])))


def eliminate(*unknowns: sympy.Symbol, among: Iterable[Premise]) -> Move:
    """Solve one of the equations for each unknown in turn and put the solution into the others."""
    return Move("eliminate", _premises(among), _symbols(unknowns))


def solve_for(unknown: sympy.Expr, equation: Premise) -> Move:
    """Bring the equation into the form unknown = ...; the solution must be unique on the domain."""
    return Move("solve_for", _premises([equation]), (unknown,))


def specialise(equation: Premise, values: dict[sympy.Symbol, Any]) -> Move:
    """Give symbols of the equation a value or another name."""
    pairs = tuple((key, _exact(value)) for key, value in values.items())
    return Move("specialise", _premises([equation]), pairs)


def multiply(equation: Premise, factor: Any) -> Move:
    """Multiply both sides by a factor."""
    return Move("multiply", _premises([equation]), (_exact(factor),))


def divide(equation: Premise, divisor: Any) -> Move:
    """Divide both sides; that the divisor does not vanish becomes a condition."""
    return Move("divide", _premises([equation]), (_exact(divisor),))


def power(equation: Premise, exponent: Any) -> Move:
    """Raise both sides to a positive integer power (2: square them)."""
    return Move("power", _premises([equation]), (_exact(exponent),))


def differentiate(equation: Premise, variable: sympy.Symbol) -> Move:
    """Differentiate both sides; the equation must hold for every value of the variable."""
    return Move("differentiate", _premises([equation]), _symbols([variable]))


def add(*equations: Premise) -> Move:
    """Add equations side by side."""
    return Move("add", _premises(equations))


def follows_from(*equations: Premise) -> Move:
    """The line is implied by these equations together; no particular route is printed."""
    return Move("follows_from", _premises(equations))


def _premises(things: Iterable[Premise]) -> tuple[Claim | Equation | Move, ...]:
    found = tuple(things)
    for thing in found:
        if not isinstance(thing, (Claim, Equation, Move)):
            shown = f"{type(thing).__name__} {thing!r:.60}"
            raise ClaimError(f"premise is a {shown}: expected a claim of this paper, one of its equations, or a move")
    return found


def _symbols(things: Iterable[sympy.Symbol]) -> tuple[sympy.Symbol, ...]:
    found = tuple(things)
    for thing in found:
        if not isinstance(thing, sympy.Symbol):
            raise ClaimError(f"{thing!s} is no symbol: expected a symbol of the paper's notation")
    return found


# --- readings and claims ---------------------------------------------------------------------


@dataclass(frozen=True)
class Reading:
    """One way to understand a printed claim.

    `statements` must all hold, given `by` (the derivation, or None for what stands on its
    own) and `where` (conditions that link symbols).  `condition` tells in words what a
    charitable reading assumes; a correction has none, because it rescues nothing.
    """

    name: str
    statements: tuple[Statement, ...]
    by: Move | None = None
    where: tuple[Boolean, ...] = ()
    condition: str | None = None
    corrects: bool = False


def reading(
    name: str, *statements: Sequence[Statement], by: Move | None = None, where: Iterable[Boolean] = (), condition: str
) -> Reading:
    """A charitable reading: another sense of the words, or a condition, named before it is decided."""
    if not condition.strip():
        raise ClaimError(f"reading {name!r} names no condition: expected a phrase that completes 'holds if ...'")
    return Reading(name, _flat(statements), by, tuple(where), condition)


def correction(
    name: str, *statements: Sequence[Statement], by: Move | None = None, where: Iterable[Boolean] = ()
) -> Reading:
    """The nearest form that does follow.  It is decided like any reading, and rescues nothing."""
    return Reading(name, _flat(statements), by, tuple(where), None, corrects=True)


@dataclass(frozen=True, eq=False)
class Claim:
    """One printed claim with its readings, the literal one first.

    `printed` is the formula as typeset (LaTeX), or words with formulas between dollar
    signs; `note` tells the reader of the audit why it is encoded as it is.
    """

    label: str
    where: str
    kind: str
    printed: str
    readings: tuple[Reading, ...]
    note: str | None = None
    source: str | None = None

    @property
    def literal(self) -> Reading:
        return self.readings[0]

    @property
    def premises(self) -> tuple[str, ...]:
        """Labels of the equations that the readings rest on, in order, each once."""
        labels = [eq.label for r in self.readings if r.by is not None for eq in r.by.leaves()]
        statements = [s for r in self.readings for s in r.statements]
        labels += [eq.label for s in statements if isinstance(s, Contradiction) for eq in s.equations]
        for statement in statements:
            if isinstance(statement, OnlyRoute):
                labels.append(statement.target.label)
                labels += [eq.label for _, move in statement.rivals for eq in move.leaves()]
        return tuple(dict.fromkeys(labels))

    def link(self, index: int) -> Equation:
        """The index-th equality of a chain as a premise of its own."""
        return _chain_equations(self.label, self.literal)[index]

    @property
    def ends(self) -> Equation:
        """The first and the last member of a chain: a = b = c gives a = c."""
        chain = _chain_equations(self.label, self.literal)
        return Equation(self.label, chain[0].lhs, chain[-1].rhs)

    def form(self, name: str) -> Equation:
        """The equation of another reading, so that a later line can say which form it used."""
        for candidate in self.readings:
            if candidate.name == name:
                return _chain_equations(f"{self.label} ({name})", candidate)[0]
        known = ", ".join(repr(r.name) for r in self.readings)
        raise ClaimError(f"{self.label}: no reading {name!r}; there are {known}")


def equations_of(premise: Claim | Equation) -> tuple[Equation, ...]:
    """The equations that a premise states: every link of a chain."""
    if isinstance(premise, Equation):
        return (premise,)
    return _chain_equations(premise.label, premise.literal)


def _chain_equations(label: str, read: Reading) -> tuple[Equation, ...]:
    links = tuple(Equation(label, s.lhs, s.rhs) for s in read.statements if isinstance(s, Relation) and s.rel == "==")
    if not links:
        raise ClaimError(f"{label}: states no equation, so nothing can follow from it as a premise")
    return links


def _flat(statements: Iterable[Sequence[Statement]]) -> tuple[Statement, ...]:
    flat = tuple(statement for group in statements for statement in group)
    if not flat:
        raise ClaimError("a reading without a statement: expected equal(...), approx(...), less(...) or the like")
    return flat


# --- papers ----------------------------------------------------------------------------------


@dataclass(eq=False)
class Paper:
    """A paper: what it is, its unit system, and its claims in print order.

    `id` is the short name used on the command line, `units` the unit system in which
    every equation must have consistent dimensions.
    """

    id: str
    title: str
    citation: str
    units: UnitSystem
    sections: tuple[str, ...]
    claims: dict[str, Claim] = field(default_factory=dict)

    def in_print_order(self) -> list[Claim]:
        """The claims section by section; within a section as they were written down."""
        return sorted(self.claims.values(), key=lambda claim: self._section(claim.where))

    def _section(self, where: str) -> int:
        for index, section in enumerate(self.sections):
            if where == section or where.startswith(section + "/"):
                return index
        raise ClaimError(f"{self.id}: section {where!r} is unknown; expected one of {', '.join(map(repr, self.sections))}")

    def given(self, label: str, *, where: str, printed: str, lhs: Any, rhs: Any, note: str | None = None) -> Claim:
        """A definition or postulate of the paper."""
        return self._add("given", label, where, printed, equal(lhs, *_tuple(rhs)), note=note)

    def premise(
        self, label: str, *, where: str, printed: str, lhs: Any, rhs: Any, source: str, note: str | None = None
    ) -> Claim:
        """An equation that the paper uses without printing it, with the source that states it."""
        return self._add("premise", label, where, printed, equal(lhs, *_tuple(rhs)), note=note, source=source)

    def identity(self, label: str, *, lhs: Any, rhs: Any, **more: Any) -> Claim:
        """Both sides are equal as they stand, for every admissible value."""
        return self._claim("identity", label, equal(lhs, *_tuple(rhs)), **more)

    def step(self, label: str, *, lhs: Any, rhs: Any, by: Move, **more: Any) -> Claim:
        """A line of a derivation: it must follow from its premises."""
        return self._claim("step", label, equal(lhs, *_tuple(rhs)), by=by, **more)

    def cross_reference(self, label: str, *, lhs: Any, rhs: Any, by: Move | None = None, **more: Any) -> Claim:
        """The paper says that two of its lines, or one of its lines and the literature, agree."""
        return self._claim("cross-reference", label, equal(lhs, *_tuple(rhs)), by=by, **more)

    def value(self, label: str, *says: Sequence[Statement], **more: Any) -> Claim:
        """A printed number."""
        return self._claim("value", label, _flat(says), **more)

    def for_all(self, label: str, *says: Sequence[Statement], **more: Any) -> Claim:
        """An inequality, for every admissible value."""
        return self._claim("for all", label, _flat(says), **more)

    def logic(self, label: str, *says: Sequence[Statement], **more: Any) -> Claim:
        """A claim about which premises go together: a contradiction, or a list of cases."""
        return self._claim("logic", label, _flat(says), **more)

    def uniqueness(self, label: str, *says: Sequence[Statement], **more: Any) -> Claim:
        """A claim with the word *only*."""
        return self._claim("uniqueness", label, _flat(says), **more)

    def remark(self, label: str, *, where: str, printed: str, why: str) -> Claim:
        """Prose: nothing mathematical to decide, and the reason why not."""
        if not why.strip():
            raise ClaimError(f"{label}: a remark needs the reason why there is nothing to decide")
        return self._register(Claim(label, where, "remark", printed, (Reading(AS_PRINTED, ()),), note=why))

    def _claim(
        self,
        kind: str,
        label: str,
        statements: tuple[Statement, ...],
        *,
        where: str,
        printed: str,
        by: Move | None = None,
        conditions: Iterable[Boolean] = (),
        readings: Iterable[Reading] = (),
        note: str | None = None,
    ) -> Claim:
        return self._add(kind, label, where, printed, statements, by, tuple(conditions), tuple(readings), note)

    def _add(
        self,
        kind: str,
        label: str,
        where: str,
        printed: str,
        statements: tuple[Statement, ...],
        by: Move | None = None,
        conditions: tuple[Boolean, ...] = (),
        readings: tuple[Reading, ...] = (),
        note: str | None = None,
        source: str | None = None,
    ) -> Claim:
        literal = Reading(AS_PRINTED, statements, by, conditions)
        claim = Claim(label, where, kind, printed, (literal, *readings), note, source)
        for read in claim.readings:
            self._check(label, read)
        return self._register(claim)

    def _register(self, claim: Claim) -> Claim:
        if not isinstance(claim.label, str) or not claim.label.strip():
            raise ClaimError(f"label {claim.label!r}: expected a non-empty text")
        if claim.label in self.claims:
            raise ClaimError(f"{self.id} {claim.label}: this label is used twice")
        if not isinstance(claim.printed, str) or not claim.printed.strip():
            raise ClaimError(f"{self.id} {claim.label}: printed is empty; expected the formula or the words of the page")
        self._section(claim.where)
        names = [read.name for read in claim.readings]
        if len(set(names)) != len(names):
            raise ClaimError(f"{self.id} {claim.label}: two readings have the same name; there are {names}")
        self.claims[claim.label] = claim
        return claim

    def _check(self, label: str, read: Reading) -> None:
        where = f"{self.id} {label}"
        if read.by is not None and not isinstance(read.by, Move):
            raise ClaimError(f"{where}: by is a {type(read.by).__name__}; expected a move such as substitute(a, into=b)")
        for condition in read.where:
            if condition is sympy.false:
                raise ClaimError(f"{where}: a condition is false whatever the symbols are; expected one that can hold")
            if not isinstance(condition, Boolean):
                raise ClaimError(f"{where}: condition {condition!s} is a {type(condition).__name__}; expected a relation")
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
                raise ClaimError(f"{where}: function {applied.func!s} is not declared; expected one made with function(...)")

    def _check_premise(self, where: str, equation: Equation) -> None:
        label = equation.label.split(" (")[0]
        known = self.claims.get(label) or self.claims.get(equation.label)
        if known is None:
            raise ClaimError(f"{where}: premise {equation.label!r} is no earlier claim of this paper")


def _tuple(rhs: Any) -> tuple[Any, ...]:
    return rhs if isinstance(rhs, tuple) else (rhs,)


def _expressions(read: Reading) -> Iterator[sympy.Basic]:
    yield from read.where
    for statement in read.statements:
        if isinstance(statement, Relation):
            yield from (statement.lhs, statement.rhs)
        elif isinstance(statement, Value):
            yield statement.quantity


def _cited(read: Reading) -> Iterator[Equation]:
    if read.by is not None:
        yield from read.by.leaves()
    for statement in read.statements:
        if isinstance(statement, Contradiction):
            yield from statement.equations
        elif isinstance(statement, OnlyRoute):
            yield statement.target
            for _, move in statement.rivals:
                yield from move.leaves()


