"""What a printed link says: sides, relation, units, and what is left out.

A rule answers yes only where it is certain: both sides equal as the exact core proves them,
the relation, the units and what is left out the same.  No is no verdict: another statement,
or another way to look, may still say it (`verify.page.transcription`).
"""

from __future__ import annotations

import re
from dataclasses import replace

import sympy
from sympy import Rational

from verify.errors import ClaimError
from verify.grammar.parser import ParseError
from verify.grammar.parser import Relation as Printed
from verify.grammar.unit_marks import common_unit, unit_of
from verify.proofs.equality import prove_equal
from verify.quantities.digits import decimal
from verify.quantities.dimension import ANY, DimensionError, UnitSystem, UnknownDimension
from verify.quantities.dimension_names import DIMENSIONLESS
from verify.quantities.dimension_of import dimension_of
from verify.quantities.units import Unit
from verify.vocabulary.statement import ROUNDED
from verify.vocabulary.statements import PrintedInput, Relation, Value

EQUALITIES = {"=", "≡"}
MUCH = {"≪", "≫"}
TURNED = {"==": "==", "!=": "!=", "<": ">", ">": "<", "<=": ">=", ">=": "<="}
"""The same relation from right to left."""
PLAIN = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
BOUND = (sympy.Integral, sympy.Sum, sympy.Product)
APPROACHING = sympy.Dummy("x", real=True)


def is_value(link: Printed, statement: Value, system: UnitSystem) -> bool:
    if link.truncated:
        return False
    if link.relation in MUCH and not has_units(link):
        return _much_smaller(*((link.lhs, link.rhs) if link.relation == "≪" else (link.rhs, link.lhs)), statement)
    turned = replace(link, lhs=link.rhs, rhs=link.lhs, lhs_unit=link.rhs_unit, rhs_unit=link.lhs_unit)
    return link.relation in ROUNDED and any(_same_value(one, statement, system) for one in (link, turned))


def is_relation(link: Printed, statement: Relation, system: UnitSystem) -> bool:
    if link.truncated:
        return False
    try:
        lhs, rhs = _with_units(link, system)
    except ParseError:
        return False
    if not (
        _measures(link.lhs_unit, statement.rhs, statement.lhs, system)
        and _measures(link.rhs_unit, statement.lhs, statement.rhs, system)
    ):
        return False
    relation = "==" if link.relation in EQUALITIES else link.relation
    if statement.sign != "=":
        relation = "==" if link.relation == statement.sign else ""
    if relation == statement.rel and same_sides(lhs, rhs, statement.lhs, statement.rhs):
        return True
    if relation == statement.rel == "==" and _is_multiple(lhs, rhs, statement):
        return True
    return TURNED.get(relation) == statement.rel and same_sides(rhs, lhs, statement.lhs, statement.rhs)


def has_units(link: Printed) -> bool:
    return bool(link.lhs_unit or link.rhs_unit)


def is_plain_equation(link: Printed) -> bool:
    return link.relation in EQUALITIES and not (link.truncated or has_units(link))


def _much_smaller(small: sympy.Expr, large: sympy.Expr, statement: Value) -> bool:
    """Whether the value says that the quotient of the two is at most a tenth, or its inverse at least ten."""
    low, high = statement.interval
    if statement.unit != 1:
        return False
    below = low >= 0 and high <= Rational(1, 10) and equal(statement.quantity, small / large)
    return bool(below or (low >= 10 and equal(statement.quantity, large / small)))


def _is_multiple(lhs: sympy.Expr, rhs: sympy.Expr, statement: Relation) -> bool:
    """Whether the statement is the printed equation times one factor that is a product of positive symbols.

    So an equation whose sides have a dimension with a symbol in its exponent, R^(d−1) = ..., may be encoded with
    pure numbers.  A factor that may vanish would turn it into another equation.
    """
    if 0 in (lhs, rhs, statement.lhs, statement.rhs) or lhs.has(*BOUND):
        return False
    factor = sympy.powsimp(sympy.expand_power_base(statement.lhs / lhs))
    powers = all(f.as_base_exp()[0].is_Symbol and f.as_base_exp()[0].is_positive for f in sympy.Mul.make_args(factor))
    return powers and equal(rhs * factor, statement.rhs)


def _same_value(link: Printed, statement: Value, system: UnitSystem) -> bool:
    sides = link.lhs, link.rhs, statement.quantity, decimal(statement.number)
    if link.lhs is None or not _same_equation(*sides) or not _same_unit(link, statement, system):
        return False
    exact = link.relation == "=" and ("." not in statement.number or not _is_decimal(link.rhs))
    return exact or _same_digits(link.rhs, sides[3])


def _is_decimal(number: sympy.Expr) -> bool:
    """Whether a number could be printed in decimals: 4.23 could, 5.29/7 could not and is printed as it is."""
    return bool(number.is_Rational and set(sympy.primefactors(number.q)) <= {2, 5})


def _same_digits(printed: sympy.Expr, number: sympy.Expr) -> bool:
    """Whether a number and its multiple have the same digits: seven times 1.41 is not 9.87, which says more."""
    if number == 0:
        return bool(printed == 0)
    factor = printed / number
    amount = abs(factor.as_independent(*factor.free_symbols, as_Add=False)[0])
    return bool(amount.is_Rational and re.fullmatch("10*", str(max(amount, 1 / amount))))


def _with_units(link: Printed, system: UnitSystem) -> tuple[sympy.Expr, sympy.Expr]:
    """The sides of a link in the base units of the paper.  Raises ParseError for a unit that is not known."""
    return tuple(
        side if unit is None else side * _worth(unit, system)
        for side, unit in ((link.lhs, link.lhs_unit), (link.rhs, link.rhs_unit))
    )


def _measures(unit: str | None, one: sympy.Expr, other: sympy.Expr, system: UnitSystem) -> bool:
    """Whether one of two encoded sides has the dimension of a printed unit: 5 s is no pure 5."""
    if unit is None or system is UnitSystem.ATOMIC:
        return True
    expected = unit_of(unit).dimension.vector(system)
    return any(_dimension(side, system) == expected for side in (one, other))


def _dimension(side: sympy.Expr, system: UnitSystem) -> object:
    try:
        return dimension_of(side, system)
    except (DimensionError, UnknownDimension):
        return None


def _worth(unit: str, system: UnitSystem) -> sympy.Expr:
    if system is UnitSystem.ATOMIC:
        if unit == "a.u.":
            return sympy.Integer(1)
        raise ParseError(f"what the unit {unit} is worth in atomic units is measured")
    return unit_of(unit).worth(system)


def _same_unit(link: Printed, value: Value, system: UnitSystem) -> bool:
    """Whether the unit behind the printed number is that of the encoded one; a print without one has none."""
    if link.lhs_unit is not None:
        return False
    try:
        factor = value.unit.worth(system) if isinstance(value.unit, Unit) else sympy.sympify(value.unit, strict=True)
        alike = factor == (1 if link.rhs_unit is None else _worth(link.rhs_unit, system))
        return bool(alike and (system is UnitSystem.ATOMIC or _same_dimension(link.rhs_unit, value, system)))
    except ClaimError:
        return False


def _same_dimension(printed: str | None, value: Value, system: UnitSystem) -> bool:
    """Whether a printed unit measures what the encoded one does: in SI a metre is worth 1, and is no pure number.

    A bare factor, 1000 for km, is the unit of whatever the quantity is.

    A number without a unit is one in base units: the page may give them once, above a column or behind a chain.
    """
    if printed is None:
        return True
    dimension = unit_of(printed).dimension
    if isinstance(value.unit, Unit):
        return bool(value.unit.dimension == dimension)
    if value.unit == 1:
        return bool(dimension == DIMENSIONLESS)
    return may_be_measured_in(printed, value.quantity, system)


def may_be_measured_in(unit: str, quantity: sympy.Expr, system: UnitSystem) -> bool:
    """False where the quantity certainly has another dimension than the unit: no pure number is 7.3 km."""
    found = _dimension(quantity, system)
    return bool(getattr(found, "letters", None)) or found in (None, ANY, unit_of(unit).dimension.vector(system))


def same_sides(lhs: sympy.Expr, rhs: sympy.Expr, other_lhs: sympy.Expr, other_rhs: sympy.Expr) -> bool:
    return equal(lhs, other_lhs) and equal(rhs, other_rhs)


def _same_equation(lhs: sympy.Expr, rhs: sympy.Expr, other_lhs: sympy.Expr, other_rhs: sympy.Expr) -> bool:
    """The same sides, or the same equation multiplied by one factor: a/7 = 5/7 is a = 5, I = 2NB is I/(NB) = 2."""
    if same_sides(lhs, rhs, other_lhs, other_rhs):
        return True
    if other_rhs == 0 or rhs == 0:
        return False
    return equal(lhs, rhs / other_rhs * other_lhs)


def equal(one: sympy.Expr, other: sympy.Expr) -> bool:
    """Equal as the core proves it, but an integral or a sum is only compared with another of the same letters:
    to evaluate it is the paper's step, not a spelling of it."""
    if one == other or (one.has(*BOUND) and one.as_dummy() == other.as_dummy()):
        return True
    if one.has(sympy.Limit) or other.has(sympy.Limit):
        return bool(with_plain_limits(one) == with_plain_limits(other))
    if any(one.has(kind) != other.has(kind) for kind in BOUND):
        return False
    if one.has(*BOUND) and one.free_symbols != other.free_symbols:
        return False
    return prove_equal(one, other) is not None


def with_plain_limits(expr: sympy.Expr) -> sympy.Expr:
    """The same with one name for the variables of limits, as for those of integrals."""
    return expr.replace(
        lambda part: isinstance(part, sympy.Limit),
        lambda part: sympy.Limit(part.args[0].xreplace({part.args[1]: APPROACHING}), APPROACHING, *part.args[2:]),
    )


def same_kind(one: sympy.Symbol, other: sympy.Symbol) -> bool:
    """The same symbol, or one of the same dimension: R_c and R_v are values of the orbital radius r.

    Pure numbers are of no kind: a z of the page is not the x at which a curve is zero.
    """
    if one == other:
        return True
    dimensions = [getattr(symbol, "dimension", None) for symbol in (one, other)]
    return dimensions[0] not in (None, DIMENSIONLESS) and dimensions[0] == dimensions[1]


def is_input(link: Printed, symbol: sympy.Symbol, given: object) -> bool:
    """`R_b = 210 pm`, with the digits and the unit of the input; an exact number may stand as well."""
    if link.lhs != symbol or link.relation not in ROUNDED:
        return False
    if isinstance(given, PrintedInput):
        return link.rhs == decimal(given.text) and _is_unit(link.rhs_unit, given.unit)
    return isinstance(given, sympy.Rational) and link.rhs_unit is None and link.rhs == given


def _is_unit(text: str | None, unit: Unit) -> bool:
    """Whether a printed unit, none for a pure number, is the given one, however it is spelled: µm, W/m^2, W m^-2."""
    if (text or "1") == _typed(unit):
        return True
    try:
        factors = common_unit(text or "1", _typed(unit))
    except ParseError:
        return False
    return bool(factors[0] == factors[1])


def _typed(unit: Unit) -> str:
    """A unit as the grammar of the page gives it back: W m^-2."""
    return re.sub("[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+", lambda power: "^" + power.group().translate(PLAIN), str(unit))
