"""On which ground a charitable reading stands, and what it may not do.

A reading may resolve an ambiguity, a rounding, a domain or a convention.  It may not
replace a line that the page cites, nor a printed range, quantifier, sign, factor,
exponent or subject, nor give the free variable a value: whatever does so is a
`correction`, and the line FAILs, however well the correction holds.  What can be told from the encoding is
refused here, when the paper is written down, in one sentence:

- every ground: the printed premises stay, no condition gives a symbol a number, and none is the line itself;
- ambiguity: the word or sign that has two senses stands on the page; a number, a quantifier or "=" has one sense;
- rounding: the same numbers, with their printed inputs rounded;
- domain: the same statements, under more conditions, on a part of an interval that is not printed, or with more premises;
- source: the line that a source had before it lost signs, up to these (`verify.encoding.damage`);
- convention: the same statements up to the edition of constants, and in lines about electricity up to powers of units
  (c, 4π, ε_0) and the sign of a charge.

A reading within a declared approximation that is an equation is the printed line with that put in; one that is
declared in words is the reader's to judge, as long as it speaks of the same quantities.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import fields, replace
from typing import Any

import sympy
from sympy.core.relational import Relational
from sympy.logic.boolalg import Boolean

from verify.encoding import damage
from verify.encoding.vacuous import is_the_same
from verify.points import comparing
from verify.quantities.constants import Constant
from verify.quantities.dimension_names import DIMENSIONLESS
from verify.quantities.numbers_in_words import numbers_printed
from verify.quantities.symbols import PhysicalSymbol
from verify.terms.openness import plain
from verify.verdicts import Ground
from verify.vocabulary.moves import Equation
from verify.vocabulary.readings import Reading
from verify.vocabulary.statement import Statement
from verify.vocabulary.statements import Input, PrintedInput, Relation, Value

UNITS_DIFFER_BY = {"c", "epsilon_0", "mu_0", "k", "K"}
"""Names of symbols that one system of units has in an equation and another one has not; they have a dimension."""
QUANTIFIERS = {"all", "any", "each", "every", "no", "none", "never", "always", "some", "only", "exactly"}


def objection(literal: Reading, read: Reading, printed: str, lost: Collection[str] = ()) -> str | None:
    """Why a reading does not stand on its ground; None if nothing speaks against it.

    >>> from verify.claims import DOMAIN, reading, symbol, less
    >>> from verify.quantities.units import LENGTH
    >>> x = symbol("x", "x", "place", LENGTH, real=True)
    >>> positive = reading("right half", less(0, x), ground=DOMAIN, where=[x > 1], condition="x is large")
    >>> objection(positive, reading("left half", less(x, 0), ground=DOMAIN, condition="x is meant"), "x > 0")
    'ground domain: it states something else than the printed line; expected the same statements under more conditions, or a correction'
    """
    if read.ground is None or read.ground is Ground.CORRECTION:
        return None
    common = _premises_replaced(literal, read) or _variable_fixed(literal, read) or _line_assumed(literal, read)
    if read.ground is Ground.SOURCE:
        return common or damage.objection(literal, read, lost)
    return common or OWN[read.ground](literal, read, printed)


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
    for condition in _added(literal, read):
        if isinstance(condition, sympy.Eq) and len(condition.free_symbols) == 1:
            return f"ground {read.ground}: its condition {condition.lhs} = {condition.rhs} fixes a symbol that the printed line leaves free; expected a correction"
    return None


def _line_assumed(literal: Reading, read: Reading) -> str | None:
    """A condition that is the line itself makes any line hold."""
    for condition in _added(literal, read):
        for said in read.statements:
            if isinstance(said, Relation) and isinstance(condition, Relational) and is_the_same(said, condition):
                return f"ground {read.ground}: its condition {condition} is the line itself; expected one under which the line can be tested"
    return None


def _added(literal: Reading, read: Reading) -> list[Boolean]:
    """The conditions of the reading that the printed line does not state."""
    return [condition for condition in plain(read.where) if condition not in plain(literal.where)]


# --- what each ground allows ------------------------------------------------------------------


def _ambiguity(literal: Reading, read: Reading, printed: str) -> str | None:
    if not read.word:
        return "ground ambiguity: no word is named; expected of='...' with the word or sign of the page that has two senses"
    if _says_nothing(read) and not _says_nothing(literal):
        return "ground ambiguity: both sides of it are the same, so that it says nothing; expected what the word or sign may mean"
    word = read.word.casefold().strip()
    if word == "=" or word in QUANTIFIERS or any(character.isdigit() for character in word):
        return f"ground ambiguity: {read.word!r} has one sense; expected a word or sign of the page that has two, or a correction"
    letter = r"[^\W\d_]"
    before = rf"(?<!{letter})(?<!\\)" if re.match(letter, word) else ""
    after = rf"(?!{letter})" if re.search(rf"{letter}$", word) else ""
    if re.search(before + re.escape(word) + after, printed.casefold()) is None:
        return f"ground ambiguity: {read.word!r} does not stand in what is printed; expected a word or sign of the page"
    return None


def _says_nothing(read: Reading) -> bool:
    """Does it equate each side with itself?  What SymPy evaluates to that is written with `evaluate=False`."""
    equations = [s for s in read.statements if isinstance(s, Relation) and s.rel == "=="]
    return len(equations) == len(read.statements) and all(s.lhs == s.rhs for s in equations)


def _rounding(literal: Reading, read: Reading, printed: str) -> str | None:
    if any(isinstance(s, Value) and s.somewhere for s in read.statements) and _alike(literal, read, _as_printed):
        return None
    return "ground rounding: it changes more than the printed inputs; expected the same numbers with rounded(...) inputs and somewhere=True"


def _domain(literal: Reading, read: Reading, printed: str) -> str | None:
    if set(read.within) - set(literal.within):
        return _within_an_approximation(literal, read)
    same = len(read.statements) == len(literal.statements) and all(map(_covered, read.statements, literal.statements))
    if not same or not set(read.where) >= set(literal.where):
        return "ground domain: it states something else than the printed line; expected the same statements under more conditions, or a correction"
    numbers = numbers_printed(printed)
    for said, other in zip(literal.statements, read.statements, strict=True):
        if said != other and said.interval_ends() and {*said.interval_ends()} <= numbers:
            return "ground domain: the interval is printed; expected the printed one, or a correction"
    return None


def _within_an_approximation(literal: Reading, read: Reading) -> str | None:
    spoken = set().union(*(_symbols_of(s) for s in literal.statements), *(eq.symbols for eq in _leaves(literal)))
    if any(_symbols_of(said) & spoken for said in read.statements) or not spoken:
        return None
    return "ground domain: it speaks of none of the quantities of the printed line; expected that line with what the approximation neglects left out"


def _symbols_of(statement: Statement) -> set[sympy.Symbol]:
    values = (getattr(statement, part.name) for part in fields(statement))
    parts = (e for value in values for e in (value if isinstance(value, tuple) else (value,)))
    return set().union(*(e.free_symbols for e in parts if isinstance(e, sympy.Basic)))


def _leaves(read: Reading) -> Sequence[Equation]:
    return read.by.leaves if read.by is not None else ()


def _convention(literal: Reading, read: Reading, printed: str) -> str | None:
    numbers_of_tables = read.units is not None and all(
        isinstance(s, Value) and all(isinstance(given, Constant) for _, given in s.constants) for s in read.statements
    )
    if numbers_of_tables:
        return None  # the line as a number in another system of units
    if len(read.statements) >= len(literal.statements) and all(map(_conventional, literal.statements, read.statements)):
        return None
    return "ground convention: it changes more than constants, units or the sign of a charge; expected a correction"


OWN: dict[Ground, Callable[[Reading, Reading, str], str | None]] = {
    Ground.AMBIGUITY: _ambiguity,
    Ground.ROUNDING: _rounding,
    Ground.DOMAIN: _domain,
    Ground.CONVENTION: _convention,
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
    return statement == printed or statement.is_part_of(printed)


def _conventional(printed: Statement, meant: Statement) -> bool:
    if isinstance(printed, Value) and isinstance(meant, Value):
        same = (printed.number, printed.interval, printed.unit) == (meant.number, meant.interval, meant.unit)
        return same and _up_to_units(printed.quantity, meant.quantity) and _same_inputs(printed, meant)
    if isinstance(printed, Relation) and isinstance(meant, Relation):
        if printed.rel != "==":
            return printed == meant
        return (
            printed.rel == meant.rel and _up_to_units(printed.lhs, meant.lhs) and _up_to_units(printed.rhs, meant.rhs)
        )
    return printed == meant


def _same_inputs(printed: Value, meant: Value) -> bool:
    """The same symbols are given; a constant may come from another table."""
    one, other = dict(printed.constants), dict(meant.constants)
    return one.keys() == other.keys() and all(one[s] == other[s] or _is_measured(one[s], other[s]) for s in one)


def _is_measured(one: Input, other: Input) -> bool:
    """Two values of a constant, as tables of two years have it: within a part in a thousand.  Any other number stays."""
    values: list[Any] = [given.value if isinstance(given, Constant) else given for given in (one, other)]
    if not all(isinstance(value, sympy.Expr) and value.is_number and value.is_real for value in values):
        return False
    first, second = values
    return comparing.sign_of_constant(abs(first - second) * 1000 - abs(first)) == -1


def _up_to_units(printed: sympy.Expr, meant: sympy.Expr) -> bool:
    """Do they differ by their sign, powers of 4π and powers of the symbols of a system of units at most?

    Only what is electric or magnetic depends on units and the sign of charges in this way.
    """
    if printed == meant:
        return True
    if 0 in (printed, meant) or not _is_electric(printed, meant):
        return False
    number, powers = sympy.factor(meant / printed).as_independent(*(meant / printed).free_symbols, as_Add=False)
    bases = {factor.as_base_exp()[0] for factor in sympy.Mul.make_args(powers)} - {sympy.S.One}
    allowed = {sign * (4 * sympy.pi) ** power for sign in (1, -1) for power in range(-2, 3)}
    return number in allowed and all(
        isinstance(base, PhysicalSymbol) and base.name in UNITS_DIFFER_BY and base.dimension != DIMENSIONLESS
        for base in bases
    )


def _is_electric(*sides: sympy.Expr) -> bool:
    """Does a quantity stand there whose dimension contains a current?"""
    symbols = set().union(*(side.free_symbols for side in sides))
    return any(isinstance(s, PhysicalSymbol) and s.dimension.current != 0 for s in symbols)
