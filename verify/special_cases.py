"""Premises that are used at special values: what may keep its name there, and which symbols a move has spoken for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import sympy

from verify.execution import MoveError, definitions, moves_in, sources_of
from verify.moves import Equation, Move
from verify.statements import SpecialStatement, Statement


def check_special_cases(move: Move, found: Iterable[Equation], statements: Iterable[Statement]) -> None:
    """Raises MoveError where a special case keeps a symbol of which the line speaks in general, too.

    F = k q/r² at r = 2 says what F is there.  The line then may not speak of r, nor of F
    elsewhere: that F wants a name of its own, as in `specialise(law, {F: F_near, r: 2})`.
    """
    special = [m for m in moves_in(move) if m.rule == "specialise" and not m.general]
    spoken = set().union(*(eq.symbols for eq in found), *(symbols_of(statement) for statement in statements))
    for case in special:
        for equation in (eq for equations in sources_of(case) for eq in equations):
            defined = {symbol for symbol, _ in definitions(equation)} - {key for key, _ in case.data}
            keys = {key for key, _ in case.data} & equation.symbols & spoken
            if defined and keys:
                raise MoveError(
                    f"specialise: the line speaks of {', '.join(sorted(map(str, keys)))} and of a special case of "
                    f"{equation.label!r}; expected another name for {', '.join(sorted(map(str, defined)))} there"
                )


def check_instances(move: Move) -> None:
    """Raises MoveError where a law is used at two places, and what depends on the place has one name at both.

    E = a v² at v = 2 and at v = 3 is 4a = 9a only if E is the same at both.  Where the law tells which symbol depends
    on the others, that gets another name; where it does not, at least two symbols do.
    """
    seen: dict[tuple[str, sympy.Expr, sympy.Expr], list[tuple[dict[sympy.Symbol, sympy.Expr], set[sympy.Symbol]]]] = {}
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
    move: Move, values: dict[sympy.Symbol, sympy.Expr] | None = None, shown: set[sympy.Symbol] | None = None
) -> Iterator[tuple[Equation, dict[sympy.Symbol, sympy.Expr], set[sympy.Symbol]]]:
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
    if isinstance(statement, SpecialStatement):
        sides = [*statement.expressions()]
    else:
        sides = [getattr(statement, side, sympy.S.Zero) for side in ("lhs", "rhs", "quantity")]
    return set().union(*(side.free_symbols for side in sides))
