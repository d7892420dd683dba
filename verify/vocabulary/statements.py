"""Statements: what can be true or false, as frozen data with exact numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, ClassVar, TypeAlias

import sympy

from verify.errors import ClaimError
from verify.quantities.constants import Constant
from verify.quantities.digits import Digits, decimal, in_decimal, order_of_magnitude, printed
from verify.quantities.dimension import UnitSystem
from verify.quantities.exact import exact
from verify.quantities.units import Unit, pure_number
from verify.vocabulary.statement import Sides, Statement

AS_PRINTED = "as printed"


@dataclass(frozen=True)
class Relation(Statement):
    """`lhs rel rhs`, with rel one of == != < <= > >=, for every admissible value of the symbols.

    `sign` is "~" where the page prints that sign and the equation is decided in its place.
    With `arguments` both sides are functions of these symbols, and the relation is one between the
    functions: see `as_functions_of`.
    """

    lhs: sympy.Expr
    rhs: sympy.Expr
    rel: str = "=="
    sign: str = "="
    arguments: tuple[sympy.Symbol, ...] = ()

    def heading(self) -> str:
        return "equation" if self.rel == "==" else "inequality"

    def expressions(self) -> tuple[sympy.Basic, ...]:
        return self.lhs, self.rhs, *self.arguments

    def sides(self) -> Sides:
        return ((self.lhs, self.rhs),)

    def written(self) -> tuple[sympy.Expr, ...]:
        return self.lhs, self.rhs


@dataclass(frozen=True)
class PrintedInput:
    """A number that the page prints and that a later number is computed from.

    `text` is in `unit`.  With `rounded` it stands for everything that rounds to its digits,
    otherwise for exactly the printed decimal; a printed uncertainty, 1.60(5), always counts.
    """

    text: str
    unit: Unit
    rounded: bool = False

    def interval_in(self, system: UnitSystem) -> tuple[Any, Any]:
        """Lower and upper end in the base units of the system, exact."""
        digits = printed(self.text)
        uncertain = self.rounded or digits.uncertainty is not None
        low, high = digits.allowed if uncertain else (digits.value, digits.value)
        return low * self.unit.worth(system), high * self.unit.worth(system)


INFINITE = (sympy.oo, -sympy.oo)
"""What a limit may be equal to; elsewhere infinity is no number."""
Input: TypeAlias = Constant | PrintedInput | sympy.Rational
"""What may stand for a symbol of a quantity: a constant with its uncertainty, a printed number, an exact number."""


@dataclass(frozen=True)
class Value(Statement):
    """A quantity lies where a printed number says that it lies.

    `interval` holds the exact lower and upper end of what the print allows, in units of
    `unit` (an exact factor to the paper's base units); `constants` gives the measured or
    defined constants that stand for symbols of the quantity, each with its uncertainty, or
    an exact number such as the recommended value that a paper quotes.
    `meaning` says in words how the number is read.  With `somewhere` the claim is only that
    *some* of the inputs that round as printed give such a number: one in twenty of them, at least.
    """

    quantity: sympy.Expr
    number: str
    interval: tuple[sympy.Expr, sympy.Expr]
    unit: Any
    constants: tuple[tuple[sympy.Symbol, Input], ...]
    meaning: str
    somewhere: bool = False
    noun: ClassVar[str] = "value"

    def expressions(self) -> tuple[sympy.Basic, ...]:
        return (self.quantity,)

    def letters(self) -> set[sympy.Symbol | type]:
        return super().letters() | {symbol for symbol, _ in self.constants}

    def sides(self) -> Sides:
        """The quantity with its unit, a constant with its own dimension, a printed number with its unit; a bare number counts base units."""
        given = ((symbol, unit) for symbol, value in self.constants if (unit := _unit_of(value)) is not None)
        return ((self.quantity, self.unit), *given)

    def written(self) -> tuple[sympy.Expr, ...]:
        return (self.quantity,)

    def with_rounded_inputs(self) -> Value:
        """The claim that enough of the inputs which round to the printed ones give the number; itself where none is printed."""
        if not any(isinstance(given, PrintedInput) for _, given in self.constants):
            return self
        wide = tuple((s, replace(g, rounded=True) if isinstance(g, PrintedInput) else g) for s, g in self.constants)
        return replace(self, constants=wide, somewhere=True)


def _unit_of(given: Input) -> Unit | None:
    if isinstance(given, Constant):
        return Unit(given.unit.factor, given.dimension, given.unit.powers)
    return given.unit if isinstance(given, PrintedInput) else None


def equal(lhs: Any, *rhs: Any) -> tuple[Relation, ...]:
    """The chain lhs = rhs[0] = rhs[1] = ..., one relation a link."""
    return chain_of(lhs, rhs, "==")


def signed(chain: Sequence[Relation], sign: str) -> tuple[Relation, ...]:
    """The same chain of equations, printed with this sign: "=" or "~".  Raises ClaimError for another one."""
    if sign not in ("=", "~"):
        raise ClaimError(f"sign={sign!r}; expected '=' or '~'")
    return tuple(replace(link, sign=sign) for link in chain)


def as_functions_of(chain: Sequence[Relation], *arguments: sympy.Symbol) -> tuple[Relation, ...]:
    """The same chain between functions of these symbols, which run over all that they may be, whatever the premises say.

    A premise on parameters is put in.  One that links an argument with a parameter of the chain leaves it undecided:
    whether the parameter then keeps its value or follows the argument (b = x + W, and H contains b) no equation tells.

        as_functions_of(equal(Derivative(H, p), p / m), q, p)
    """
    if not arguments:
        raise ClaimError("as_functions_of: no argument is given; expected the symbols that the functions depend on")
    symbols = tuple(dict.fromkeys(plain_symbol(argument, "as_functions_of: an argument") for argument in arguments))
    return tuple(replace(link, arguments=symbols) for link in chain)


def less(lhs: Any, *rhs: Any) -> tuple[Relation, ...]:
    """The chain lhs < rhs[0] < ..."""
    return chain_of(lhs, rhs, "<")


def greater(lhs: Any, *rhs: Any) -> tuple[Relation, ...]:
    """The chain lhs > rhs[0] > ..."""
    return chain_of(lhs, rhs, ">")


def at_most(lhs: Any, *rhs: Any) -> tuple[Relation, ...]:
    """The chain lhs <= rhs[0] <= ..."""
    return chain_of(lhs, rhs, "<=")


def at_least(lhs: Any, *rhs: Any) -> tuple[Relation, ...]:
    """The chain lhs >= rhs[0] >= ..."""
    return chain_of(lhs, rhs, ">=")


def unequal(lhs: Any, rhs: Any) -> tuple[Relation, ...]:
    """lhs ≠ rhs, at every point."""
    return chain_of(lhs, (rhs,), "!=")


def approx(
    quantity: Any,
    number: str,
    *,
    unit: Any = 1,
    constants: Mapping[sympy.Symbol, Input] | None = None,
    within: tuple[str, str, str] | None = None,
    somewhere: bool = False,
) -> tuple[Value]:
    """The quantity rounds to the printed number: it lies within half a unit of the last digit.

    `within=(low, high, why)` gives another interval, as decimal strings, and the reason
    why the print means it ("almost four" lies below four).  `somewhere` asks only that some
    of the inputs that round as printed give the number (see `rounded`): one in twenty, at least.
    """
    digits: Digits = printed(number)
    low, high = digits.allowed
    why = (
        "half a unit of the last printed digit"
        if digits.allowed == digits.interval
        else "its uncertainty on either side"
    )
    meaning = f"{number} means {in_decimal(low)} to {in_decimal(high)}: {why}"
    if within is not None:
        if len(within) != 3:
            raise ClaimError(f"approx: within={within!r:.60}; expected the lower end, the upper end and the reason")
        low, high = decimal(within[0]), decimal(within[1])
        if low > high:
            raise ClaimError(f"approx: within={within[0]} to {within[1]}; expected the lower end first")
        meaning = f"{within[2]}: {within[0]} to {within[1]}"
    return (Value(exact(quantity), number, (low, high), _unit(unit), _inputs(constants), meaning, somewhere),)


def _unit(unit: Any) -> Any:
    """A unit, or an exact positive factor to the base units."""
    if isinstance(unit, Unit):
        return unit
    factor = exact(unit)
    if not (factor.is_number and factor.is_positive):
        raise ClaimError(f"unit={factor}; expected a unit or an exact positive number")
    return factor


def _inputs(constants: Mapping[sympy.Symbol, Input] | None) -> tuple[tuple[sympy.Symbol, Input], ...]:
    """The symbols with their inputs, whole numbers as SymPy holds them.  Raises ClaimError for anything else."""
    if constants is not None and not isinstance(constants, Mapping):
        raise ClaimError(f"constants: {constants!r:.60}; expected a dictionary from symbols to their values")
    found: list[tuple[sympy.Symbol, Input]] = []
    for symbol, given in (constants or {}).items():
        if not isinstance(symbol, sympy.Symbol):
            raise ClaimError(f"constants: {symbol} is no symbol; expected a symbol of the quantity")
        value = given if isinstance(given, (Constant, PrintedInput)) else exact(given)
        if isinstance(value, sympy.Expr) and not (value.is_number and value.is_real):
            raise ClaimError(
                f"constants: {symbol} = {value}; expected a constant, a printed number or an exact real one"
            )
        found.append((symbol, value))
    return tuple(found)


def printed_number(text: str, unit: Unit = pure_number) -> PrintedInput:
    """An input exactly as it is printed: "2.2" is 2.2."""
    return PrintedInput(text, _known_unit(unit))


def rounded(text: str, unit: Unit = pure_number) -> PrintedInput:
    """An input that was rounded to its printed digits: "2.2" is anything from 2.15 to 2.25."""
    return PrintedInput(text, _known_unit(unit), rounded=True)


def _known_unit(unit: Unit) -> Unit:
    if not isinstance(unit, Unit):
        raise ClaimError(f"unit={unit!r:.40} of a printed number; expected a unit of verify.units, such as metre")
    return unit


def order_of(
    quantity: Any,
    number: str,
    *,
    unit: Any = 1,
    constants: Mapping[sympy.Symbol, Input] | None = None,
    somewhere: bool = False,
) -> tuple[Value]:
    """The quantity is of the order of the printed number: within half a decade on either side."""
    interval = order_of_magnitude(decimal(number))
    meaning = f"of the order of {number}: within half a decade"
    return (Value(exact(quantity), number, interval, _unit(unit), _inputs(constants), meaning, somewhere),)


def chain_of(lhs: Any, rhs: Sequence[Any], rel: str) -> tuple[Relation, ...]:
    if not rhs:
        raise ClaimError("a chain needs a right-hand side; found none")
    beside_a_limit = rel == "==" and len(rhs) == 1 and isinstance(lhs, sympy.Limit) and rhs[0] in INFINITE
    terms = [exact(lhs), *(rhs if beside_a_limit else map(exact, rhs))]
    return tuple(Relation(left, right, rel) for left, right in pairwise(terms))


def plain_symbol(thing: Any, what: str) -> sympy.Symbol:
    """The symbol itself.  Raises ClaimError for anything else."""
    if not isinstance(thing, sympy.Symbol):
        raise ClaimError(f"{what}={thing!s}; expected a symbol")
    return thing


def different_pairs(
    where: str, pairs: Sequence[tuple[Any, Any]]
) -> tuple[tuple[sympy.Symbol, ...], tuple[sympy.Symbol, ...]]:
    """First and second members of the pairs, all of them different symbols.  Raises ClaimError otherwise."""
    if not pairs or any(not isinstance(pair, (tuple, sympy.Tuple)) or len(pair) != 2 for pair in pairs):
        raise ClaimError(f"{where}: pairs {pairs!s:.80}; expected pairs of symbols, such as (q, p)")
    members = [plain_symbol(member, f"{where}: a member of a pair") for pair in pairs for member in pair]
    for member in members:
        if members.count(member) > 1:
            raise ClaimError(f"{where}: {member} stands twice among the pairs; expected different symbols")
    return tuple(members[::2]), tuple(members[1::2])
