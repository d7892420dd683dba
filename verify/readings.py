"""Readings and claims: one way to understand a printed line, how it follows, and the line itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import Any, TypeAlias

import sympy
from sympy.logic.boolalg import Boolean

from verify.admissible import defined_where
from verify.asides import not_decided
from verify.conditions import as_conditions
from verify.definedness import dropped
from verify.errors import ClaimError
from verify.smoothness import UNKNOWN, where_smooth
from verify.solving import assumption_conditions, nonzero
from verify.statements import Contradiction, Equation, OnlyRoute, Relation, Statement, Value, exact
from verify.statements_figures import Figure
from verify.substitution import put, put_in_condition
from verify.units import UnitSystem
from verify.verdicts import Basis, Ground
from verify.wording import words

# --- moves: how a line follows from earlier ones -------------------------------------------

Premise: TypeAlias = "Claim | Equation | Move"


@dataclass(frozen=True)
class Move:
    """One step of a derivation: a rule, the lines that it is applied to, and its data.

    `verify.moves` executes it.  `rule` is the name of a function there.  `general` says that
    the page states the equation for every value of the symbols that the move is about.
    """

    rule: str
    sources: tuple[Claim | Equation | Move, ...]
    data: tuple[Any, ...] = ()
    general: bool = False

    @cached_property
    def leaves(self) -> tuple[Equation, ...]:
        """The printed equations at the bottom of the derivation, in order, repeated where used twice."""
        return tuple(eq for s in self.sources for eq in (s.leaves if isinstance(s, Move) else equations_of(s)))

    @cached_property
    def conditions(self) -> tuple[Boolean, ...]:
        """Under which conditions what the move arrives at is known: those of its premises, and its own.

        A division says that the divisor does not vanish, a multiplication that the factor is defined, a special
        case that the law is defined there.  Raises ClaimError where that is not known, or cannot be said.
        """
        found = [c for s in self.sources for c in (s.conditions if isinstance(s, Move) else _conditions_of(s))]
        if self.rule == "specialise":
            values = dict(self.data)
            found = [put_in_condition(c, values) for c in found]
            found += [c for symbol, value in self.data for c in assumption_conditions(symbol, value)]
            found += [c for equation in self.leaves for c in where_still_defined(equation, values)]
        elif self.rule in ("divide", "multiply"):
            found += self._where_the_factor_is_defined()
        elif self.rule == "differentiate":
            found += self._where_there_is_a_derivative()
        return tuple(dict.fromkeys(c for c in found if c is not sympy.true))

    def _where_there_is_a_derivative(self) -> Iterator[Boolean]:
        """Of the premises themselves; of what other moves arrive at, `verify.moves` asks that nothing is needed."""
        variables = set(self.data)
        for equation in (eq for s in self.sources if not isinstance(s, Move) for eq in equations_of(s)):
            parts = [part for side in (equation.lhs, equation.rhs) for part in where_smooth(side, variables)]
            conditions = as_conditions(part for part in parts if part is not UNKNOWN)
            yield from (c for c in conditions if isinstance(c, sympy.Ne))

    def _where_the_factor_is_defined(self) -> Iterable[Boolean]:
        (factor,) = self.data
        divisor = nonzero(factor) if self.rule == "divide" else ()
        return (*divisor, *(c for d in defined_where(factor) for c in nonzero(d.lhs)))


def where_still_defined(equation: Equation, values: dict[sympy.Symbol, sympy.Expr]) -> Iterator[Boolean]:
    """Where a law is defined at these values, whether or not its special case still shows it: F = k/r at k = 0 needs r ≠ 0.

    Of what the special case shows, what is no divisor is asked where that is used.
    """
    sides, put_in = (equation.lhs, equation.rhs), lambda part: put(part, values)
    hidden, all_of_it = dropped(sides, put_in), dropped(sides, put_in, shown=())
    unseen = (sympy.false,) if hidden is None or all_of_it is None else as_conditions(hidden)
    if not all(isinstance(condition, sympy.Ne) for condition in unseen):
        given = ", ".join(f"{key} = {value}" for key, value in values.items())
        raise ClaimError(f"specialise: whether ({equation.label}) is defined for {given} is not known")
    yield from (c for c in as_conditions(all_of_it or ()) if isinstance(c, sympy.Ne))


def _conditions_of(premise: Claim | Equation) -> tuple[Boolean, ...]:
    return tuple(condition for equation in equations_of(premise) for condition in equation.where)


def substitute(*equations: Premise, into: Premise) -> Move:
    """Replace the left-hand side of each equation by its right-hand side wherever it stands in `into`."""
    if not equations:
        raise ClaimError("substitute: nothing to put in; expected the equations whose left sides are replaced")
    return Move("substitute", (*_premises(equations), *_premises([into])))


def eliminate(*unknowns: sympy.Symbol, among: Iterable[Premise]) -> Move:
    """Solve one of the equations for each unknown in turn and put the solution into the others."""
    return Move("eliminate", _premises(among), _symbols(unknowns))


def solve_for(unknown: sympy.Expr, equation: Premise) -> Move:
    """Bring the equation into the form unknown = ...; the solution must be unique on the domain."""
    if not isinstance(exact(unknown), sympy.Symbol) and not exact(unknown).is_Pow:
        raise ClaimError(f"solve_for: {unknown!s} is no symbol; expected a symbol, or a power of one")
    return Move("solve_for", _premises([equation]), (unknown,))


def specialise(equation: Premise, values: dict[sympy.Symbol, Any], *, general: bool = False) -> Move:
    """Give symbols of the equation a value or another name, one that they may have.

    The equation must hold for every value of these symbols: it defines another symbol,
    which stands alone on a side (F = k q/r² at r = 2), or is an identity, or is `general`,
    because the page states it as a law.
    """
    pairs = tuple((key, exact(value)) for key, value in values.items())
    _symbols(values)
    return Move("specialise", _premises([equation]), pairs, general)


def multiply(equation: Premise, factor: Any) -> Move:
    """Multiply both sides by a factor."""
    return Move("multiply", _premises([equation]), (_finite(factor, "multiply"),))


def divide(equation: Premise, divisor: Any) -> Move:
    """Divide both sides; that the divisor does not vanish becomes a condition."""
    return Move("divide", _premises([equation]), (_finite(divisor, "divide"),))


def _finite(thing: Any, rule: str) -> sympy.Expr:
    value = exact(thing)
    if value.has(sympy.oo, -sympy.oo, sympy.zoo, sympy.nan):
        raise ClaimError(f"{rule}: {value!s} is no number; expected a finite factor")
    return value


def power(equation: Premise, exponent: Any) -> Move:
    """Raise both sides to a positive integer power (2: square them)."""
    return Move("power", _premises([equation]), (exact(exponent),))


def differentiate(equation: Premise, variable: sympy.Symbol, *, general: bool = False) -> Move:
    """Differentiate both sides; the equation must hold for every value of the variable.

    It does if it defines another symbol as a function of it (A = p v²/2 gives
    `Derivative(A, v)` = p v), if it is an identity, or if it is `general`, because the page
    states it for every value.
    """
    return Move("differentiate", _premises([equation]), _symbols([variable]), general)


def compare_coefficients(equation: Premise, *symbols: sympy.Symbol, general: bool = False) -> Move:
    """Of an equation that the page states for every value of the symbols: the coefficient of each power is zero.

    Every other symbol is the same for all these values.  An equation that holds by itself needs no `general`.
    """
    if not symbols:
        raise ClaimError("compare_coefficients: no symbol is given; expected those for every value of which it holds")
    return Move("compare_coefficients", _premises([equation]), _symbols(symbols), general)


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


def contradiction(*premises: Claim | Equation) -> tuple[Contradiction]:
    """The printed claim that these equations exclude each other."""
    if not premises:
        raise ClaimError("contradiction: no equation is given; expected those that exclude each other")
    for premise in premises:
        if not isinstance(premise, (Claim, Equation)):
            raise ClaimError(f"contradiction: {premise!s:.60} is no claim of this paper and none of its equations")
    return (Contradiction(tuple(eq for premise in premises for eq in equations_of(premise))),)


def only_route(target: Claim | Equation, **rivals: Move) -> tuple[OnlyRoute]:
    """The printed claim that `target` can be reached in one way only, with the rivals that we know."""
    for rival, move in rivals.items():
        if not isinstance(move, Move):
            raise ClaimError(
                f"only_route: {rival} is a {type(move).__name__}; expected a move such as follows_from(a, b)"
            )
    named = tuple((name.replace("_", " "), move) for name, move in rivals.items())
    by = target.literal.by if isinstance(target, Claim) else None
    return (OnlyRoute(equations_of(target)[0], named, by.leaves if by is not None else ()),)


# --- readings and claims ---------------------------------------------------------------------


@dataclass(frozen=True)
class Reading:
    """One way to understand a printed claim.

    `statements` must all hold, given `by` (the derivation, or None for what stands on its
    own) and `where` (conditions that link symbols).  `ground` tells why a charitable reading
    may be meant, `condition` in words what it assumes, and `word` which word of the page is
    ambiguous.  `within` are the labels of the approximations, declared on the page, in which
    it is written down, and of the lines whose printed numbers it takes, `units` the system of units of a line that is not in that of the paper.  A `fallback` is tried only where no reading before it holds.
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

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of the lines that the reading rests on, approximations included, each once."""
        cited = () if self.by is None else tuple(eq.label for eq in self.by.leaves)
        return tuple(dict.fromkeys((*cited, *self.within)))

    @property
    def corrects(self) -> bool:
        return self.ground is Ground.CORRECTION


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
    CONVENTION or SOURCE; `verify.grounds` tells what each allows.
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
) -> Reading:
    """What should have been printed: it is decided like any reading, and rescues nothing.

    `condition` says in words what it changes, where the statements alone do not: another
    range, quantifier, equation or subject than the printed one.
    """
    return Reading(name, flat(statements), by, tuple(where), condition, Ground.CORRECTION)


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
    inputs that round as printed rescues nothing (`verify.checkers.rounded_inputs`).
    """
    if any(isinstance(s, Value) and s.somewhere for read in others for s in read.statements):
        return ()
    widened = tuple(s.with_rounded_inputs() if isinstance(s, Value) else s for s in literal.statements)
    if widened == literal.statements:
        return ()
    condition = "the printed inputs stand for anything that rounds to their digits"
    rounded = replace(literal, name=ROUNDED, statements=widened, condition=condition, ground=Ground.ROUNDING)
    return (replace(rounded, fallback=True),)


@dataclass(frozen=True, eq=False)
class Claim:
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
        return Basis(self.kind) if self.kind in set(Basis) else None

    @property
    def literal(self) -> Reading:
        return self.readings[0]

    @property
    def premises(self) -> tuple[str, ...]:
        """Labels of the equations that the readings rest on, in order, each once."""
        labels = [label for r in self.readings for label in r.labels]
        statements = [s for r in self.readings for s in r.statements]
        labels += [eq.label for s in statements if isinstance(s, Contradiction) for eq in s.equations]
        for statement in statements:
            if isinstance(statement, OnlyRoute):
                labels.append(statement.target.label)
                labels += [eq.label for _, move in statement.rivals for eq in move.leaves]
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
        return replace(chain[0], rhs=chain[-1].rhs)

    def form(self, name: str) -> Equation:
        """The equation of another reading, so that a later line can say which form it used."""
        for candidate in self.readings:
            if candidate.name == name:
                return chain_equations(f"{self.label} ({name})", candidate)[0]
        known = ", ".join(repr(r.name) for r in self.readings)
        raise ClaimError(f"{self.label}: no reading {name!r}; there are {known}")


def equations_of(premise: Claim | Equation) -> tuple[Equation, ...]:
    """The equations that a premise states: every link of a chain."""
    if isinstance(premise, Equation):
        return (premise,)
    return premise.equations


def chain_equations(label: str, read: Reading) -> tuple[Equation, ...]:
    where = tuple(dict.fromkeys((*read.where, *(read.by.conditions if read.by is not None else ()))))
    roots = tuple(dict.fromkeys(_roots(label, read)))
    links = tuple(
        Equation(label, s.lhs, s.rhs, where, roots)
        for s in read.statements
        if isinstance(s, Relation) and s.rel == "=="
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
