"""A line with derivatives of functions, and the laws that it follows from, as a question about numbers.

At one place the derivatives of smooth functions may be any numbers.  So each becomes a letter, and the line is decided
with the laws, and as many of their derivatives as it needs, as equations between letters.

A premise is a law, said of every value of its variables, if a function with declared `variables` stands in it, or one
stands under a derivative by its variable; it is none if a symbol alone is on a side (E = m v²/2 names E), if all that
changes in it is one value (V p = N), if it is known at a place only, or if it comes from a line that ties its variable
to something.  What is no law is used as it stands, and so is what is said of parameters.  A line that has functions of
different variables, and none of all of them (ρ(r) = θ(ξ)), ties these variables: then nothing is read so.

Why a proof cannot lie: the laws hold on a range without isolated points (conditions on it are open), on which
derivatives of equal smooth functions are equal; what is read has the value that is printed wherever that is defined
(`verify.jets.reading`); nothing that a premise, or a line behind it, may tie to a variable stands where it would
be held constant; what the print needs and letters no longer show is told.

Why a refutation cannot lie: at the point all laws hold with their derivatives, and the Jacobian of `verify.jets.prolongation`
is certainly not zero, so that there are functions, on a neighbourhood of the point, that satisfy the laws and have these
derivatives.  Assumptions and conditions on functions hold strictly at the point, and so near it.  Every
premise must have been read, and be a law or speak of parameters only; a factor of the Jacobian that no function is in
must not vanish anywhere on the domain, where a solution could be forced (x y' = -y at 0).  A function is what solves its
laws on an interval: that it could be continued for ever is not asked.  Constants and functions that only the line
speaks of may come of an integration, and are not refuted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import sympy
from sympy.core.function import AppliedUndef
from sympy.core.relational import Relational
from sympy.logic.boolalg import Boolean

from verify.jets.prolongation import Law, Structure, highest, is_said, prolonged, structure
from verify.jets.reading import Jet, NoJets, Reader, at_a_function, forms, is_composite
from verify.normal_form.signs import is_nonzero
from verify.points.domain import certainly_holds
from verify.points.plan import Point
from verify.premises.cases import cases_of
from verify.premises.confirmation import full_point, objection_to
from verify.premises.facts import CASE, CONDITION, Facts
from verify.proofs.definedness import dropped
from verify.proofs.equality import prove_equal
from verify.solving.equations import has_only_a_sign
from verify.solving.replacement import put_in_condition
from verify.terms.openness import is_open, linked, plain
from verify.terms.requirements import Requirement
from verify.terms.survey import parts_of
from verify.vocabulary.moves import Equation
from verify.vocabulary.statements import Relation
from verify.wording import words

MOST_LETTERS = 24


@dataclass(frozen=True)
class InJets:
    """The line and its premises in letters, and what a counterexample has to show."""

    statement: Relation
    facts: Facts
    letters: dict[sympy.Symbol, Jet]
    hidden: tuple[Boolean, ...]
    """What the printed line needs and no longer shows in letters: told with a proof, met by a counterexample."""
    structure: Structure | None
    against: str | None
    """Why no counterexample in letters is known to be one in functions."""
    apart: tuple[Boolean, ...] = ()
    """That the Jacobian is not zero, where another counterexample is sought."""

    def objection(self, point: Point) -> str | None:
        """Why no functions need have the derivatives of a counterexample, or None if some certainly have."""
        if self.against is not None or self.structure is None:
            return self.against or "no theorem is known by which its premises have solutions"
        full = self._full(point)
        for letter in self.letters:
            if letter not in full or full[letter].free_symbols:
                return f"{letter} has no value at the counterexample"
            bounded = letter.is_nonnegative or letter.is_nonpositive
            if bounded and not certainly_holds(sympy.Ne(full[letter], 0)):
                return f"{letter} is zero at the counterexample, and may not be so nearby"
        determinant = put_in_condition(sympy.Ne(self.structure.determinant, 0, evaluate=False), full)
        return (
            None
            if certainly_holds(determinant)
            else "the premises leave no derivative determined at the counterexample"
        )

    def _full(self, point: Point) -> Point:
        """The point with all that the premises determine; in a case of them, one at which they hold and the line does not."""
        full = full_point(self.facts, point)
        if self.statement.rel != "==" or all(letter in full for letter in self.letters):
            return full
        for case in cases_of(self.facts):
            found = full_point(case, point)
            fails = put_in_condition(sympy.Ne(self.statement.lhs, self.statement.rhs, evaluate=False), found)
            is_whole = all(letter in found and not found[letter].free_symbols for letter in self.letters)
            if is_whole and objection_to(self.facts, found) is None and certainly_holds(fails):
                return found
        return full

    def example(self, point: Point) -> str:
        """The functions of a counterexample, in words."""
        theorem = "" if self.structure is None else self.structure.theorem
        return f"solutions of the premises with these values there, which exist by {theorem}"


def in_jets(statement: Relation, facts: Facts) -> InJets | None:
    """The same question about derivatives at one place; None where it is none, as this module says."""
    try:
        return _in_jets(replace(statement, arguments=()), facts)
    except NoJets:
        return None


def _in_jets(statement: Relation, facts: Facts) -> InJets | None:
    line = statement.lhs, statement.rhs
    sides = [side for eq in facts.equations for side in (eq.lhs, eq.rhs)]
    everything = (*line, *sides, *facts.conditions)
    if facts.doubtful or not any(e.has(AppliedUndef) and parts_of(e, sympy.Derivative) for e in (*line, *sides)):
        return None
    reader = Reader(_applications(everything), {s.name for e in everything for s in e.free_symbols})
    laws, used, unread = _sorted(facts, reader)
    if not laws or _holds_what_moves(everything, laws, used, facts, reader.variables):
        return None
    conditions = tuple(_read_condition(c, reader) for c in facts.conditions)
    shown = tuple(reader.carried_out(side) for side in line)
    carried = [(reader.carried_out(eq.lhs), reader.carried_out(eq.rhs)) for eq in laws]
    kept = [i for i, law in enumerate(carried) if not is_said(law, carried[:i], reader)]
    laws, carried = [laws[i] for i in kept], [carried[i] for i in kept]
    found = structure(carried, reader)
    equations = [replace(eq, lhs=reader.read(eq.lhs), rhs=reader.read(eq.rhs)) for eq in used]
    handed_on = tuple(_read_condition(c, reader) for c in facts.handed_on)
    spoken_of = (*shown, *_carried_out((*used, *facts.conditions, *facts.handed_on), reader))
    equations += _with_derivatives(laws, carried, spoken_of, found, reader)
    lhs, rhs = map(reader.lettered, shown)
    letters = {letter: jet for jet, letter in reader.letters.items()}
    if len(letters) > MOST_LETTERS:
        return None
    spoken = (lhs, rhs, *conditions, *(side for eq in equations for side in (eq.lhs, eq.rhs)))
    also = tuple(letter for letter in letters if any(e.has(letter) for e in spoken))
    opened = Facts(tuple(equations), conditions, None, handed_on, facts.fixed, facts.put_in, also)
    read = partial(_read_again, reader)
    lost = dropped(tuple(form for side in line for form in forms(side, reader)), read, opened, (lhs, rhs))
    if lost is None or any(isinstance(need, Requirement) for need in lost):
        return None
    if dropped(sides, read, opened, shown=()) is None:
        return None
    hidden = tuple(sympy.Ne(need, 0, evaluate=False) for need in lost)
    opened = replace(opened, conditions=tuple(dict.fromkeys((*conditions, *hidden))))
    against = _unsaid(line, facts, reader) or _against(unread, used, found, opened, letters)
    own = {letter: jet for letter, jet in letters.items() if letter in also}
    apart = () if found is None or found.determinant.is_number else (sympy.Ne(found.determinant, 0, evaluate=False),)
    return InJets(replace(statement, lhs=lhs, rhs=rhs), opened, own, hidden, found, against, apart)


def _carried_out(relations: Iterable[Any], reader: Reader) -> Iterable[Any]:
    """The sides of premises that are used as they stand, and of conditions, in which derivatives of a higher order may be than in the line."""
    for one in relations:
        if isinstance(one, (Equation, Relational)) and (one.lhs.has(AppliedUndef) or one.rhs.has(AppliedUndef)):
            yield from (reader.carried_out(one.lhs), reader.carried_out(one.rhs))


def _read_again(reader: Reader, expression: Any) -> Any:
    return reader.read(expression) if isinstance(expression, sympy.Expr) else expression


def _applications(everything: Iterable[Any]) -> set[Any]:
    """The functions, each at the same symbols wherever one of these is in its place; others are met when they are read."""
    found: dict[Any, Any] = {}
    everything = [_at_functions(whole) for whole in everything]
    for whole in everything:
        for application in whole.atoms(AppliedUndef):
            args = application.args
            if is_composite(application):
                continue
            if not all(a.is_Symbol and a.is_real and has_only_a_sign(a) for a in args) or len(set(args)) < len(args):
                continue
            declared = getattr(application.func, "variables", None)
            if declared is not None and declared != args:
                continue
            if found.setdefault(application.func, application) != application:
                raise NoJets
    if not found:
        raise NoJets
    composite = {a for whole in everything for a in whole.atoms(AppliedUndef) if is_composite(a)}
    own = set(found.values())
    return own | {a for a in composite if len(a.args) == 1 and a.args[0] in own and a.func not in found}


def _at_functions(whole: Any) -> Any:
    """With every V'(x(t)) that is taken at a place as the derivative of V(x(t)) by x(t)."""
    return whole.replace(lambda part: isinstance(part, sympy.Subs), at_a_function) if whole.has(sympy.Subs) else whole


def _sorted(facts: Facts, reader: Reader) -> tuple[list[Equation], list[Equation], list[Equation]]:
    """The premises: laws, what is used as it stands, and what is not read at all."""
    laws, used, unread = list[Equation](), list[Equation](), list[Equation]()
    for eq in facts.equations:
        runs = bool(eq.symbols & reader.variables)
        if not runs:
            (unread if eq.lhs.has(AppliedUndef) or eq.rhs.has(AppliedUndef) else used).append(eq)
            continue
        if eq.label in (CONDITION, CASE) or not (eq.lhs.has(AppliedUndef) or eq.rhs.has(AppliedUndef)):
            raise NoJets
        reader.read(eq.lhs), reader.read(eq.rhs)
        own = eq.symbols & reader.variables
        if not any(own <= set(a.args) for side in (eq.lhs, eq.rhs) for a in side.atoms(AppliedUndef)):
            raise NoJets
        is_law = _is_law(eq, reader) and all(_is_law(r, reader) for r in eq.roots if r.symbols & reader.variables)
        (laws if is_law else used).append(eq)
    return laws, used, unread


def _is_law(eq: Equation, reader: Reader) -> bool:
    """Is it said of every value of the variables in it, and does it name no symbol?"""
    alone = {side.as_coeff_Mul()[1] for side in (eq.lhs, eq.rhs)}
    if any(thing.is_Symbol and thing not in reader.variables for thing in alone):
        return False
    if any(not is_open(c) for c in plain(eq.where) if c.free_symbols & reader.variables):
        return False
    found = [a for side in (eq.lhs, eq.rhs) for a in side.atoms(AppliedUndef) if a in reader.applications]
    slopes = [d for side in (eq.lhs, eq.rhs) for d in parts_of(side, sympy.Derivative)]
    told = {a for d in slopes for a in d.atoms(AppliedUndef) if set(d.variables) & set(a.args)}
    is_more = bool(slopes) or len(set(found)) > 1 or bool(_outside(eq) & reader.variables)
    told |= {a for a in found if is_more and getattr(a.func, "variables", None) is not None}
    said = {v for a in told for v in a.args}
    return bool(told) and eq.symbols & reader.variables <= said


def _outside(eq: Equation) -> set[Any]:
    """The symbols that stand outside the places of functions."""
    places = {a: sympy.Dummy() for side in (eq.lhs, eq.rhs) for a in side.atoms(AppliedUndef)}
    return {s for side in (eq.lhs, eq.rhs) for s in side.xreplace(places).free_symbols}


def _holds_what_moves(
    everything: Iterable[Any], laws: Sequence[Equation], used: Sequence[Equation], facts: Facts, variables: set[Any]
) -> bool:
    """Does something that may be tied to a variable stand in a law, or under a derivative, where it is held constant?"""
    groups = [set(eq.symbols) for eq in used]
    groups += [set(c.free_symbols) for c in plain(facts.conditions) if not is_open(c)]
    moving = linked(set(variables), groups) - variables
    held = set().union(*(eq.symbols for eq in laws))
    held = held.union(*(d.free_symbols for whole in everything for d in parts_of(whole, sympy.Derivative)))
    if moving & held:
        return True
    spoken = {s for whole in everything for s in whole.free_symbols}
    return any((facts.moving_with({v}) - {v}) & spoken for v in variables)


def _read_condition(condition: Boolean, reader: Reader) -> Boolean:
    """One that speaks of functions or their variables must leave room, so that it holds nearby, too."""
    if not condition.free_symbols & reader.variables and not condition.has(AppliedUndef):
        return condition
    if not isinstance(condition, Relational):
        raise NoJets
    read: Boolean = condition
    if condition.has(AppliedUndef):
        read = sympy.Rel(reader.read(condition.lhs), reader.read(condition.rhs), condition.rel_op, evaluate=False)
    if not is_open(read):
        raise NoJets
    return read


def _with_derivatives(
    laws: Sequence[Equation], carried: Sequence[Law], spoken_of: Sequence[Any], found: Structure | None, reader: Reader
) -> Iterable[Equation]:
    """The laws in letters, differentiated as often as the line, what is used beside them and the conditions need them."""
    wanted = highest(spoken_of)
    if found is not None:
        more = max((wanted.get(f, 0) - order for f, order in found.orders.items()), default=0)
        times = [offset + max(more, 0) for offset in found.offsets]
    else:
        own = [highest(law) for law in carried]
        most = [max((wanted.get(f, 0) - order for f, order in orders.items()), default=0) for orders in own]
        times = [max(more, 0) for more in most]
    for eq, law, often in zip(laws, carried, times, strict=True):
        for lhs, rhs in prolonged(law, often, reader):
            yield Equation(eq.label, reader.lettered(lhs), reader.lettered(rhs), roots=eq.roots)


def _unsaid(line: Sequence[Any], facts: Facts, reader: Reader) -> str | None:
    """What is in no premise on a function, nor tied to one: y'' = 0 has y' = C with a constant of integration, whatever else is said of C."""
    printed = [(eq.lhs, eq.rhs) for eq in facts.equations if eq.label not in (CONDITION, CASE)]
    laws = [_at_functions(side) for pair in printed if any(s.has(AppliedUndef) for s in pair) for side in pair]
    said = {thing for e in laws for thing in (*e.free_symbols, *e.atoms(AppliedUndef))}
    said |= linked(said - reader.variables, [(a.free_symbols | b.free_symbols) - reader.variables for a, b in printed])
    said |= reader.variables
    own = {thing for e in map(_at_functions, line) for thing in (*e.free_symbols, *e.atoms(AppliedUndef))} - said
    first = min(own, key=sympy.default_sort_key, default=None)
    return None if first is None else f"{words(first)} stands in no law, and may come of an integration"


def _against(
    unread: Sequence[Equation], used: Sequence[Equation], found: Structure | None, opened: Facts, letters: Any
) -> str | None:
    """Why no point in letters refutes, as far as it can be said without the point."""
    if unread:
        return f"premise ({unread[0].label}) says more of the functions than what they are at one place"
    everything = (*(eq.symbols for eq in opened.equations), *(c.free_symbols for c in opened.conditions))
    pointwise = [eq for eq in used if eq.lhs.has(AppliedUndef) or eq.rhs.has(AppliedUndef)]
    told = next((eq for eq in pointwise if not _only_names(eq, everything)), None)
    if told is not None:
        return f"premise ({told.label}) may be said of every argument of a function"
    if found is None:
        return "no theorem is known by which its premises have solutions"
    for factor in _factors(found.determinant):
        is_certain = bool(factor.free_symbols & set(letters)) or is_nonzero(factor)
        if not is_certain and not opened.implies(sympy.Ne(factor, 0, evaluate=False)):
            return f"{words(factor)} may vanish, and solutions may have no choice there"
    return None


def _only_names(eq: Equation, spoken: Sequence[Iterable[Any]]) -> bool:
    """Is it a name for something, a symbol alone on a side of which nothing else speaks?  It may then have any value."""
    sides = ((eq.lhs, eq.rhs), (eq.rhs, eq.lhs))
    return any(
        one.is_Symbol and not other.has(one) and sum(one in symbols for symbols in spoken) == 1 for one, other in sides
    )


def _factors(determinant: sympy.Expr) -> tuple[sympy.Expr, ...]:
    product = sympy.factor(determinant)
    whole = product if prove_equal(product, determinant) is not None else determinant
    return tuple(sympy.Mul.make_args(whole))
