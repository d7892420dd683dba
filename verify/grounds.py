"""On which ground a charitable reading stands, and what it may not do.

A reading may resolve an ambiguity, a rounding, a domain or a convention.  It may not
replace a line that the page cites, nor a printed range, quantifier, sign, factor,
exponent or subject, nor give the free variable a value: whatever does so is a
`correction`, and the line FAILs, however well the correction holds.  What can be told from the encoding is
refused here, when the paper is written down, in one sentence:

- every ground: the printed premises stay, and no condition gives a symbol a number;
- ambiguity: the word or sign that has two senses stands on the page;
- rounding: the same numbers, with their printed inputs rounded;
- domain: the same statements, under more conditions, on a narrower interval or with more premises;
- convention: the same statements up to the edition of constants, powers of units (c, 4π, ε_0) and the sign of a charge.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import sympy

from verify.readings import Reading
from verify.statements import Input, PrintedInput, Relation, Statement, Value
from verify.statements_curves import OnInterval, OnlyRoot, RootsFor
from verify.verdicts import Ground

UNITS_DIFFER_BY = {"c", "epsilon_0", "mu_0", "k", "K"}
"""Names of symbols that one system of units has in an equation and another one has not."""


def objection(literal: Reading, read: Reading, printed: str) -> str | None:
    """Why a reading does not stand on its ground; None if nothing speaks against it.

    >>> from verify.claims import DOMAIN, reading, symbol, less
    >>> from verify.units import LENGTH
    >>> x = symbol("x", "x", "place", LENGTH, real=True)
    >>> positive = reading("right half", less(0, x), ground=DOMAIN, where=[x > 1], condition="x is large")
    >>> objection(positive, reading("left half", less(x, 0), ground=DOMAIN, condition="x is meant"), "x > 0")
    'ground domain: it states something else than the printed line; expected the same statements under more conditions, or a correction'
    """
    if read.ground is None or read.ground is Ground.CORRECTION:
        return None
    return (
        _premises_replaced(literal, read) or _variable_fixed(literal, read) or OWN[read.ground](literal, read, printed)
    )


def _premises_replaced(literal: Reading, read: Reading) -> str | None:
    """A charitable reading keeps every line that the printed derivation rests on, as it is printed."""
    if literal.by is None or read.units is not None or set(read.within) - set(literal.within):
        return None  # other units have other laws, and an approximation stands for what it approximates
    kept = {(eq.lhs, eq.rhs) for eq in read.by.leaves} if read.by is not None else set()
    lost = next((eq.label for eq in literal.by.leaves if (eq.lhs, eq.rhs) not in kept), None)
    if lost is None:
        return None
    return f"ground {read.ground}: it does not rest on ({lost}), as the printed line does; expected the same premises, or a correction"


def _variable_fixed(literal: Reading, read: Reading) -> str | None:
    """A condition such as n = 2 fixes what the line leaves free."""
    for condition in set(read.where) - set(literal.where):
        if isinstance(condition, sympy.Eq):
            sides = (condition.lhs, condition.rhs)
            if any(isinstance(one, sympy.Symbol) and other.is_number for one, other in (sides, sides[::-1])):
                return f"ground {read.ground}: its condition {condition.lhs} = {condition.rhs} fixes a symbol that the printed line leaves free; expected a correction"
    return None


# --- what each ground allows ------------------------------------------------------------------


def _ambiguity(literal: Reading, read: Reading, printed: str) -> str | None:
    if not read.word:
        return "ground ambiguity: no word is named; expected of='...' with the word or sign of the page that has two senses"
    if read.word.casefold() not in printed.casefold():
        return f"ground ambiguity: {read.word!r} does not stand in what is printed; expected a word or sign of the page"
    return None


def _rounding(literal: Reading, read: Reading, printed: str) -> str | None:
    if any(isinstance(s, Value) and s.somewhere for s in read.statements) and _alike(literal, read, _as_printed):
        return None
    return "ground rounding: it changes more than the printed inputs; expected the same numbers with rounded(...) inputs and somewhere=True"


def _domain(literal: Reading, read: Reading, printed: str) -> str | None:
    if set(read.within) - set(literal.within):
        return None  # the same line, with what a declared approximation neglects left out
    same = len(read.statements) == len(literal.statements) and all(map(_covered, read.statements, literal.statements))
    if same and set(read.where) >= set(literal.where):
        return None
    return "ground domain: it states something else than the printed line; expected the same statements under more conditions, or a correction"


def _convention(literal: Reading, read: Reading, printed: str) -> str | None:
    if read.units is not None:
        return None  # the line is written in another system of units
    if len(read.statements) >= len(literal.statements) and all(map(_conventional, literal.statements, read.statements)):
        return None
    return "ground convention: it changes more than constants, units or the sign of a charge; expected a correction"


def _source(literal: Reading, read: Reading, printed: str) -> str | None:
    return None


OWN: dict[Ground, Callable[[Reading, Reading, str], str | None]] = {
    Ground.AMBIGUITY: _ambiguity,
    Ground.ROUNDING: _rounding,
    Ground.DOMAIN: _domain,
    Ground.CONVENTION: _convention,
    Ground.SOURCE: _source,
}


# --- comparing statements ----------------------------------------------------------------------


def _alike(literal: Reading, read: Reading, form: Callable[[Statement], Statement]) -> bool:
    return [form(s) for s in literal.statements] == [form(s) for s in read.statements]


def _as_printed(statement: Statement) -> Statement:
    """A number with its inputs exactly as their digits say."""
    if not isinstance(statement, Value):
        return statement
    plain = tuple((s, replace(g, rounded=False) if isinstance(g, PrintedInput) else g) for s, g in statement.constants)
    return replace(statement, constants=plain, somewhere=False)


def _covered(statement: Statement, printed: Statement) -> bool:
    """Is it the printed statement, perhaps on a part of its interval or with more inputs known?"""
    if isinstance(statement, Value) and isinstance(printed, Value):
        more = set(statement.constants) >= set(printed.constants)
        return more and replace(statement, constants=printed.constants) == printed
    return statement == printed or _narrower(statement, printed)


def _narrower(statement: Statement, printed: Statement) -> bool:
    if type(statement) is not type(printed) or not isinstance(statement, (OnInterval, OnlyRoot, RootsFor)):
        return False
    assert isinstance(printed, (OnInterval, OnlyRoot, RootsFor))
    if replace(statement, low=printed.low, high=printed.high) != printed:
        return False
    return bool(printed.low <= statement.low and statement.high <= printed.high)


def _conventional(printed: Statement, meant: Statement) -> bool:
    if isinstance(printed, Value) and isinstance(meant, Value):
        same = (printed.number, printed.interval, printed.unit) == (meant.number, meant.interval, meant.unit)
        return same and _up_to_units(printed.quantity, meant.quantity) and _same_inputs(printed, meant)
    if isinstance(printed, Relation) and isinstance(meant, Relation):
        return (
            printed.rel == meant.rel and _up_to_units(printed.lhs, meant.lhs) and _up_to_units(printed.rhs, meant.rhs)
        )
    return printed == meant


def _same_inputs(printed: Value, meant: Value) -> bool:
    """The same symbols are given; a constant may come from another table."""
    one, other = dict(printed.constants), dict(meant.constants)
    return one.keys() == other.keys() and all(one[s] == other[s] or _is_measured(one[s], other[s]) for s in one)


def _is_measured(one: Input, other: Input) -> bool:
    """Two values of a constant, as a table of another year has it: a printed number stays as it is printed."""
    return not isinstance(one, PrintedInput) and not isinstance(other, PrintedInput)


def _up_to_units(printed: sympy.Expr, meant: sympy.Expr) -> bool:
    """Do they differ by their sign, powers of 4π and powers of the symbols of a system of units at most?"""
    if printed == meant:
        return True
    if 0 in (printed, meant):
        return False
    number, powers = sympy.factor(meant / printed).as_independent(*(meant / printed).free_symbols, as_Add=False)
    bases = {factor.as_base_exp()[0] for factor in sympy.Mul.make_args(powers)} - {sympy.S.One}
    allowed = {sign * (4 * sympy.pi) ** power for sign in (1, -1) for power in range(-2, 3)}
    return number in allowed and all(base.is_Symbol and base.name in UNITS_DIFFER_BY for base in bases)
