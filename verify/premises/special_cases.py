"""Premises that are used at special values: what may keep its name there, and which symbols a move has spoken for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from itertools import combinations

import sympy
from sympy.core.function import AppliedUndef
from sympy.logic.boolalg import Boolean

from verify.premises.generality import MoveError
from verify.terms.dependence import NO_NUMBER, Dependence, changing_with, ties_down
from verify.terms.openness import plain
from verify.terms.requirements import BOUND
from verify.terms.survey import by_name, parts_of, spoken_symbols, variables_of
from verify.vocabulary.moves import Equation, Move, moves_in
from verify.vocabulary.statement import Statement

PLACES = "places"
CHECKED = "lines of which the places are checked"


def check_places(
    move: Move, statements: Iterable[Statement] = (), conditions: Sequence[Boolean] = (), convention: bool = False
) -> None:
    """Raises MoveError where a quantity at one place goes by the name that it has at another one.

    F = k q/r² at r = 2 says what F is there.  Its other premises, or the line with its conditions, may then not speak
    of F at another r, nor of r itself beside F: that F wants a name of its own, as in
    `specialise(law, {F: F_near, r: 2})`, and so does what changes with it by another law, as w = F does.  It is the same
    where earlier lines have put the values in.  By a `convention` the line may count r in the opposite sense.

    Why this is enough: a name that two places share means one quantity, so that it must be the same at both.  It may be
    unless the laws of the derivation make it change with the place (`verify.terms.dependence`).
    """
    statements = list(statements)
    found, own = _placed(move), _own(statements, conditions)
    said = _sides(statements)
    _check_bound(found, [*(side for eq in move.leaves for side in (eq.lhs, eq.rhs)), *said], said)
    _check_stated(move, found, conditions)
    _check_behind(move, statements)
    checked: set[tuple[_Place, bool]] = move.worked_out.setdefault(CHECKED, set())
    if (own, convention) in checked:
        return
    _check_apart(found)
    if own.names:
        _check_apart(_joined([*(place.counted_oppositely() if convention else place for place in found), own]))
    checked.add((own, convention))


@dataclass(frozen=True)
class _Place:
    """Equations that hold at one place: the names that their quantities have, and the values of what was put in.

    `names` are pairs of what a law calls a quantity, and what it is called here; `laws` are those of the whole
    derivation, which say what changes with what.
    """

    labels: tuple[str, ...]
    names: frozenset[tuple[sympy.Symbol, sympy.Symbol]]
    values: frozenset[tuple[sympy.Symbol, sympy.Expr]] = frozenset()
    laws: frozenset[Dependence] = frozenset()
    special: bool = False

    def of(self, key: sympy.Symbol) -> set[sympy.Expr]:
        """What is known to be the value of the symbol here: itself, where it is spoken of by its own name."""
        return {value for symbol, value in self.values if symbol == key} | (
            {key} if (key, key) in self.names else set()
        )

    @property
    def keys(self) -> set[sympy.Symbol]:
        return {key for key, _ in self.values}

    def with_values(self, values: dict[sympy.Symbol, sympy.Expr], first: bool) -> _Place:
        """The same where the symbols have these values; `first` if that is a special case of the law itself."""
        present = {here for _, here in self.names}
        put_in = {
            key for key in values if key in present or (key not in self.keys and self._changes_with(key) & present)
        }
        if not put_in:
            return self
        named = {key: value for key, value in values.items() if isinstance(value, sympy.Symbol)}
        kept = {(law, named.get(here, here)) for law, here in self.names if here not in values or here in named}
        given = {(law, values[here]) for law, here in self.names if here in values} | {
            (key, values[key]) for key in put_in - present
        }
        told = {(symbol, value.xreplace(values)) for symbol, value in self.values}
        return replace(self, names=frozenset(kept), values=frozenset(told | given), special=self.special or first)

    def _changes_with(self, key: sympy.Symbol) -> frozenset[sympy.Symbol]:
        return changing_with({key}, self.laws)

    def counted_oppositely(self) -> _Place:
        opposite = {(key, value) for key, value in self.values if value == -key}
        names = self.names | {(key, key) for key, _ in opposite}
        return replace(self, names=names, values=self.values - opposite)

    def seen_through(self, line: Equation) -> _Place:
        """What a line shows of it; where the line says at which place it holds, that is a condition of its own."""
        stated = _stated(line.where)
        bound = _bound(line.lhs, line.rhs)
        names = frozenset(
            pair for pair in self.names if pair[1] in bound or (pair[1] in line.symbols and pair[1] not in stated)
        )
        values = frozenset((key, value) for key, value in self.values if stated.get(key) != value)
        return replace(self, names=names, values=values)


def _own(statements: Iterable[Statement], conditions: Sequence[Boolean]) -> _Place:
    """What the line itself speaks of; a condition r = 2 says at which r."""
    stated = _stated(conditions)
    spoken = frozenset[sympy.Symbol]().union(*map(spoken_symbols, conditions), *map(symbols_of, statements))
    names = {s for s in spoken if s not in stated} | _bound(*_sides(statements), *conditions)
    return _Place((), frozenset((s, s) for s in names), frozenset(stated.items()))


def _sides(statements: Iterable[Statement]) -> list[sympy.Expr]:
    return [side for statement in statements for side in statement.expressions()]


def _bound(*sides: sympy.Basic) -> frozenset[sympy.Symbol]:
    """The variables of integrals and sums, which speak of a quantity at every value of these."""
    parts = [part for side in sides for part in parts_of(side, *BOUND)]
    return frozenset(limit[0] for part in parts for limit in part.limits)


def _stated(conditions: Iterable[Boolean]) -> dict[sympy.Symbol, sympy.Expr]:
    return {c.lhs: c.rhs for c in conditions if isinstance(c, sympy.Eq) and c.lhs.is_Symbol}


def _placed(move: Move) -> list[_Place]:
    """The places of which a derivation speaks, those of earlier lines as far as they are shown here."""
    if PLACES not in move.worked_out:
        found: list[_Place] = []
        for source in move.sources:
            if isinstance(source, Move):
                found += _placed(source)
                continue
            for equation in source.equations:
                if equation.by is None:
                    names = frozenset((s, s) for s in equation.symbols | _bound(equation.lhs, equation.rhs))
                    found.append(_Place((equation.label,), names, laws=frozenset(_ties(equation))))
                else:
                    found += [place.seen_through(equation) for place in _placed(equation.by)]
        found = _joined(found)
        if move.rule == "specialise":
            found = _joined([place.with_values(dict(move.data), True) for place in found])
        move.worked_out[PLACES] = found
    places: list[_Place] = move.worked_out[PLACES]
    return places


def _ties(law: Equation) -> Iterator[Dependence]:
    """What a law says of changes; F(H) = a H is one of the function."""
    if not isinstance(law.lhs, AppliedUndef):
        yield Dependence.of(law.lhs, law.rhs)


def _joined(places: Iterable[_Place]) -> list[_Place]:
    """Those that are the same place as one: they share something that changes with what has a value in one of them.

    Laws without a value hold together wherever they are used, if they share anything.
    """
    found = list(places)
    keys = sorted({key for place in found for key in place.keys}, key=by_name)
    while (pair := next((p for p in combinations(found, 2) if _is_one(*p, keys)), None)) is not None:
        one, other = pair
        merged = _Place(
            tuple(dict.fromkeys((*one.labels, *other.labels))),
            one.names | other.names,
            one.values | other.values,
            one.laws | other.laws,
            one.special or other.special,
        )
        found = [merged, *(place for place in found if place is not one and place is not other)]
    return found


def _is_one(one: _Place, other: _Place, keys: Iterable[sympy.Symbol]) -> bool:
    if not (one.values or other.values):
        return bool(one.names & other.names)
    return any(
        (one.of(key) or other.of(key)) and len(one.of(key) | other.of(key)) < 2 and _shares(one, other, key)
        for key in keys
    ) and not any(_is_apart(one, other, key) for key in keys)


def _is_apart(one: _Place, other: _Place, key: sympy.Symbol) -> bool:
    return bool(one.of(key) and other.of(key) and one.of(key) != other.of(key))


def _shares(one: _Place, other: _Place, key: sympy.Symbol) -> bool:
    """Do both call something by one name that may change with the symbol?"""
    changing = changing_with({key}, one.laws | other.laws)
    return any(law in changing for law, _ in one.names & other.names)


def _check_apart(places: Sequence[_Place]) -> None:
    for place in places:
        _check_given(place)
    for one, other in combinations(places, 2):
        if not (one.special or other.special):
            continue
        apart = [key for key in sorted(one.keys | other.keys, key=by_name) if _is_apart(one, other, key)]
        given = {key for key in apart if not all(value.is_Symbol for value in one.of(key) | other.of(key))}
        laws = frozenset[Dependence]().union(*(place.laws for place in (one, other) if place.special))
        shared = dict(one.names & other.names)
        for moved in [given] if given else [{key} for key in apart]:
            if ties_down(moved, shared, laws):
                names = [shared[s] for s in changing_with(moved, laws) & shared.keys()]
                raise _clash(one if one.special else other, moved, names)
        if given and (two := _names_of_two(one, other, given) | _names_of_two(other, one, given)):
            raise _clash(one if one.special else other, given, two)


def _check_stated(move: Move, places: Iterable[_Place], conditions: Iterable[Boolean]) -> None:
    """Raises MoveError where lines or conditions of one derivation give a symbol two values, or one beside that of a special case.

    v = 2 in one line and v = 3 in another are two places as much as those that `specialise` names.
    """
    printed = [line for line in move.lines if line.by is None]
    laws = frozenset(tie for line in printed for tie in _ties(line))
    equations = [(line.lhs, line.rhs) for line in printed]
    asked = plain(dict.fromkeys((*conditions, *(c for line in move.lines for c in line.where))))
    equations += [(c.lhs, c.rhs) for c in asked if isinstance(c, sympy.Eq)]
    stated: dict[sympy.Symbol, sympy.Expr] = {}
    for key, value in filter(None, (_value_in(*equation) for equation in dict.fromkeys(equations))):
        if stated.setdefault(key, value) != value and changing_with({key}, laws):
            raise MoveError(
                f"{key} is {stated[key]} in one line that this rests on, and {value} in another; expected a name for each"
            )
    for place in places:
        for key in stated.keys() & place.keys if place.special else ():
            changing = changing_with({key}, place.laws)
            apart = any(not value.free_symbols and value != stated[key] for value in place.of(key))
            if apart and (names := {here for law, here in place.names if law == here and law in changing}):
                raise _clash(place, {key}, names)


def _check_behind(move: Move, statements: Iterable[Statement]) -> None:
    """Raises MoveError where something is said of every v of a quantity that earlier lines know at a single v.

    That is said by integrals, sums, derivatives and statements about functions of v: E = 4a from E = a v² and v = 2.
    Where v = 2 is a premise itself the kinds look after that.
    """
    lines = [line for line in move.lines if line.by is None]
    values = filter(None, (_value_in(line.lhs, line.rhs) for line in lines if line not in move.leaves))
    stated = {key for key, _ in values}
    if not stated:
        return
    laws = frozenset(tie for line in lines for tie in _ties(line))
    sides = [*(side for eq in move.leaves for side in (eq.lhs, eq.rhs)), *_sides(statements)]
    said = [(part.function, {limit[0] for limit in part.limits}) for side in sides for part in parts_of(side, *BOUND)]
    slopes = [part for side in sides for part in parts_of(side, sympy.Derivative)]
    defined = {side for eq in move.leaves for side in (eq.lhs, eq.rhs) if side.is_Symbol and eq.by is None}
    said += [(part.expr, set(part.variables)) for part in slopes if part.expr not in defined]
    for statement in statements:
        held = [getattr(statement, field.name) for field in fields(statement)]
        of = {
            s
            for thing in held
            for s in (thing if isinstance(thing, tuple) else (thing,))
            if isinstance(s, sympy.Symbol)
        }
        said += [(side, of - {side}) for side in statement.expressions()]
    for part, variables in said:
        for key in sorted(variables & stated, key=by_name):
            if names := changing_with({key}, laws) & part.free_symbols:
                told = ", ".join(sorted(map(str, names)))
                raise MoveError(
                    f"{key} has a single value in what this rests on, and {told} is taken for every {key}; expected another "
                    f"name for {told} there"
                )


def _value_in(lhs: sympy.Expr, rhs: sympy.Expr) -> tuple[sympy.Symbol, sympy.Expr] | None:
    """The symbol and its value in an equation of no other symbol that is linear in it."""
    symbols = lhs.free_symbols | rhs.free_symbols
    if len(symbols) != 1 or (lhs - rhs).has(*NO_NUMBER):
        return None
    (key,) = symbols
    difference = sympy.expand(lhs - rhs)
    slope = difference.coeff(key)
    rest = sympy.expand(difference - slope * key)
    return None if slope == 0 or slope.has(key) or rest.has(key) else (key, -rest / slope)


def _check_bound(places: Iterable[_Place], sides: Iterable[sympy.Expr], said: Iterable[sympy.Expr]) -> None:
    """What is known at one v stands under no integral or sum by v, unless it has a name of its own: E = 4a says nothing of ∫E dv.

    In the line itself it stands under no derivative or limit by v either, but for one at a place that is named.
    """
    parts = [(part.function, limit[0]) for side in sides for part in parts_of(side, *BOUND) for limit in part.limits]
    parts += [(part.args[0], v) for side in said for part in _slopes_and_limits(side) for v in variables_of(part)]
    for inside, variable in parts:
        for place in places:
            if place.special and variable in place.keys:
                changing = changing_with({variable}, place.laws)
                kept = {here for law, here in place.names if law == here and law in changing}
                if names := kept & inside.free_symbols:
                    raise _clash(place, {variable}, names)


def _slopes_and_limits(side: sympy.Basic) -> tuple[sympy.Basic, ...]:
    if isinstance(side, (sympy.Derivative, sympy.Limit)):
        return (side, *_slopes_and_limits(side.args[0]))
    return () if isinstance(side, sympy.Subs) else tuple(p for arg in side.args for p in _slopes_and_limits(arg))


def _check_given(place: _Place) -> None:
    """A value of one quantity leaves none to another that a law gives by it: v = 5 at t = 1 would say what g of v = g t is."""
    given = {key for key, value in place.values if not value.is_Symbol}
    shown = {law for law, here in place.names}
    for law in place.laws if place.special and len(given) > 1 else ():
        if law.defined & given and len(law.symbols & given) > 1 and law.symbols <= given | shown:
            raise _clash(place, law.symbols & given, [])


def _names_of_two(one: _Place, other: _Place, moved: set[sympy.Symbol]) -> set[sympy.Symbol]:
    """New names in one that mean another quantity in the other: by a new name, too, or by a law that makes it change."""
    there = {here: law for law, here in other.names}
    found = {here for law, here in one.names if law != here and there.get(here, law) != law}
    fixed = {key for key in moved if not any(value.has(key) for value in one.of(key))}
    return {here for here in found if there[here] != here or here in changing_with(fixed, other.laws, certain=True)}


def _clash(special: _Place, moved: Iterable[sympy.Symbol], shared: Iterable[sympy.Symbol]) -> MoveError:
    key, names = (", ".join(sorted(map(str, symbols))) for symbols in (moved, shared))
    return MoveError(
        f"specialise: {special.labels[0]!r} is used where {key} has a special value, and the line, or what it follows from, "
        f"speaks of {key} elsewhere; expected another name for {names or 'what changes'} there, or compare_coefficients(...) "
        "of a law that holds for every value"
    )


def check_compared(move: Move, found: Iterable[Equation], tied: Iterable[Iterable[sympy.Symbol]]) -> None:
    """Raises MoveError where coefficients are compared, and something else known links the symbol with the others.

    With p = m v, the p in q p + a v = 0 is not the same for every v.
    """
    compared = {symbol for m in moves_in(move) if m.rule == "compare_coefficients" for symbol in m.data}
    spoken = set().union(*(eq.symbols for eq in found), *tied)
    if both := compared & spoken:
        names = ", ".join(sorted(map(str, both)))
        raise MoveError(
            f"compare_coefficients: another premise or a condition speaks of {names}; expected none that does"
        )


def symbols_of(statement: Statement) -> set[sympy.Symbol]:
    """What a statement speaks of, the x of dA/dx and of f at x = 2 included, which SymPy does not count."""
    return set().union(*(spoken_symbols(side) for side in statement.expressions()))
