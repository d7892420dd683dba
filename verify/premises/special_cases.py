"""Premises that are used at special values: what may keep its name there, and which symbols a move has spoken for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import sympy
from sympy.logic.boolalg import Boolean

from verify.premises.execution import MoveError, moves_in
from verify.premises.generality import definitions
from verify.vocabulary.moves import Equation, Move
from verify.vocabulary.statement import Statement


def check_places(move: Move, statements: Iterable[Statement], conditions: Sequence[Boolean]) -> None:
    """Raises MoveError where a quantity at one place goes by the name that it has at another one.

    F = k q/r² at r = 2 says what F is there.  The line, its conditions, and its other premises may then not speak of r,
    or of F at another r: that F wants a name of its own, as in `specialise(law, {F: F_near, r: 2})`.  It is the same
    where an earlier line has put the value in.
    """
    uses = [*_uses(move), _own(statements, conditions)]
    laws = {law for used in uses for law in used.laws}
    for key in dict.fromkeys(key for used in uses for key in used.values):
        dependent = _dependent_on(key, laws)
        for group in _joined([(used, used.kept & dependent) for used in uses]):
            places = {used.values.get(key, key) for used in group if key in used.symbols}
            special = next((used for used in group if used.laws and key in used.values and used.kept & dependent), None)
            if len(places) > 1 and special is not None:
                names = ", ".join(sorted(map(str, special.kept & dependent)))
                raise MoveError(
                    f"specialise: the line speaks of {key} and of a special case of {special.label!r}; "
                    f"expected another name for {names} there"
                )


@dataclass(frozen=True, eq=False)
class _Use:
    """A law at the bottom of a derivation (or the line itself): the values put in, and the symbols that keep their names."""

    label: str
    symbols: frozenset[sympy.Symbol]
    values: dict[sympy.Symbol, sympy.Expr]
    kept: frozenset[sympy.Symbol]
    laws: tuple[Equation, ...] = ()

    def where_stated(self, stated: dict[sympy.Symbol, sympy.Expr]) -> _Use:
        """The same, if its line says at which place it holds: that is a condition, and handed on as one."""
        told = {symbol for symbol, value in self.values.items() if stated.get(symbol) == value}
        left = {symbol: value for symbol, value in self.values.items() if symbol not in told}
        return replace(self, values=left, symbols=self.symbols - told) if told else self


def _own(statements: Iterable[Statement], conditions: Sequence[Boolean]) -> _Use:
    """What the line itself speaks of; a condition r = 2 says at which r."""
    spoken = frozenset[sympy.Symbol]().union(*(c.free_symbols for c in conditions), *map(symbols_of, statements))
    return _Use("", spoken, _stated(conditions), spoken)


def _stated(conditions: Iterable[Boolean]) -> dict[sympy.Symbol, sympy.Expr]:
    return {c.lhs: c.rhs for c in conditions if isinstance(c, sympy.Eq) and c.lhs.is_Symbol}


def _uses(
    move: Move, values: dict[sympy.Symbol, sympy.Expr] | None = None, shown: frozenset[sympy.Symbol] | None = None
) -> Iterator[_Use]:
    """Every law that a derivation uses, also in earlier lines, of which only what they show is used here.

    What the page states for every value of a symbol is no value of it.
    """
    values = {**(values or {}), **(dict(move.data) if move.rule == "specialise" and not move.general else {})}
    for source in move.sources:
        if isinstance(source, Move):
            yield from _uses(source, values, shown)
            continue
        for equation in source.equations:
            own = frozenset(equation.symbols if shown is None else shown)
            if equation.by is not None:
                stated = _stated(equation.where)
                yield from (used.where_stated(stated) for used in _uses(equation.by, values, own))
            put_in = {symbol: value for symbol, value in values.items() if symbol in equation.symbols}
            kept = frozenset(equation.symbols - put_in.keys()) & own
            yield _Use(equation.label, frozenset(equation.symbols), put_in, kept, (equation,))


def _dependent_on(key: sympy.Symbol, laws: Iterable[Equation]) -> frozenset[sympy.Symbol]:
    """The symbols that the laws give as functions of this one, directly or through others."""
    found = {key}
    pairs = [pair for law in laws for pair in definitions(law)]
    while more := {symbol for symbol, value in pairs if value.free_symbols & found} - found:
        found |= more
    return frozenset(found - {key})


def _joined(uses: Iterable[tuple[_Use, frozenset[sympy.Symbol]]]) -> list[list[_Use]]:
    """The uses in groups: two belong together where they share a symbol, directly or through others."""
    groups: list[tuple[set[sympy.Symbol], list[_Use]]] = []
    for used, symbols in uses:
        together = [group for group in groups if group[0] & symbols]
        groups = [group for group in groups if group not in together]
        merged = set(symbols).union(*(group[0] for group in together))
        groups.append((merged, [*(one for group in together for one in group[1]), used]))
    return [members for _, members in groups]


def check_instances(move: Move) -> None:
    """Raises MoveError where a law is used at two places, and what depends on the place has one name at both.

    E = a v² at v = 2 and at v = 3 is 4a = 9a only if E is the same at both.  Where the law tells which symbol depends
    on the others, that gets another name; where it does not, at least two symbols do.
    """
    seen: dict[
        tuple[str, sympy.Expr, sympy.Expr], list[tuple[dict[sympy.Symbol, sympy.Expr], frozenset[sympy.Symbol]]]
    ] = {}
    for law, values, shown in _instances(move):
        known = seen.setdefault((law.label, law.lhs, law.rhs), [])
        if not any(values == other for other, _ in known):
            known.append((values, shown))
    for (label, lhs, rhs), places in seen.items():
        law = Equation(label, lhs, rhs)
        defined = {symbol for symbol, _ in definitions(law)}
        keeping = [values for values, shown in places if ((defined or law.symbols) - values.keys()) & shown]
        beside_itself = {} in keeping and any(len(values) == 1 for values in keeping)
        if len(keeping) > 1 and (defined or beside_itself):
            names = ", ".join(sorted({str(symbol) for values in keeping for symbol in values}))
            raise MoveError(
                f"specialise: {label!r} is used at several places; expected another name for what depends on {names} there"
            )


def _instances(
    move: Move, values: dict[sympy.Symbol, sympy.Expr] | None = None, shown: frozenset[sympy.Symbol] | None = None
) -> Iterator[tuple[Equation, dict[sympy.Symbol, sympy.Expr], frozenset[sympy.Symbol]]]:
    """Every law at the bottom of a derivation, also of earlier lines: the values put in (none: {}), and what the line shows."""
    values = {**(values or {}), **(dict(move.data) if move.rule == "specialise" else {})}
    for source in move.sources:
        if isinstance(source, Move):
            yield from _instances(source, values, shown)
            continue
        for equation in source.equations:
            own = shown if shown is not None else equation.symbols
            if equation.by is not None and any(definitions(root) for root in equation.roots):
                yield from _instances(equation.by, values, own)
            else:
                yield equation, {s: v for s, v in values.items() if s in equation.symbols}, own


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
    return set().union(*(side.free_symbols for side in statement.expressions()))
