"""Symbols, functions, dimensions, units and constants as data."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import Any

import sympy
from sympy.core.assumptions import _assume_defined

from verify.errors import ClaimError
from verify.exchange.expressions import LETTER, NUMBER, OF_SYMBOLS
from verify.exchange.forms import (
    ByShape,
    Choice,
    Fault,
    Flag,
    Kinds,
    Many,
    Named,
    NotWritable,
    Ratio,
    Record,
    Row,
    Table,
    Text,
)
from verify.quantities import constants, units
from verify.quantities.constants import Constant, ConstantSet
from verify.quantities.digits import printed
from verify.quantities.dimension import Dimension, NotFilledIn, exact_power
from verify.quantities.symbols import PhysicalSymbol, function, symbol
from verify.quantities.units import Prefix, Unit, pure_number
from verify.vocabulary.differentials import DifferentialSymbol, differentials

NAME = Text(200, r"\S+", "a name without a space")
WORDS = Text()
OPEN = "not filled in"
QUANTITIES = ("length", "mass", "time", "current", "temperature", "four_pi", "c")
STEEPEST = 60
"""No dimension or unit has a larger power."""


class _Power(Ratio):
    """A power of a unit or of a base quantity."""

    def read(self, body: Any, book: Any) -> Fraction:
        found: Fraction = super().read(body, book)
        if abs(found) > STEEPEST or found.denominator > STEEPEST:
            raise Fault(f"the power {found}", f"one between -{STEEPEST} and {STEEPEST}")
        return found


POWER = _Power()


# --- dimensions -----------------------------------------------------------------------------------

_EXPONENT = ByShape(
    {
        "symbolic": Record({"of": OF_SYMBOLS}, lambda exponent, _: {"of": exponent}, lambda _, of: exact_power(of)),
        "number": POWER,
    },
    lambda exponent, _: "symbolic" if isinstance(exponent, sympy.Expr) else "number",
    lambda body: "symbolic" if isinstance(body, dict) else "number",
)
EXPONENT = Named("exponent", lambda: _EXPONENT)
"""A power of a base quantity in a dimension, which may have symbols that stand above the one whose dimension it is."""
_POWERS = Record(
    {},
    lambda dimension, _: {name: getattr(dimension, name) for name in QUANTITIES},
    lambda _, **powers: Dimension(**powers),
    {name: (EXPONENT, Fraction(0)) for name in QUANTITIES},
)


def _shape(dimension: Dimension) -> str:
    return "open" if isinstance(dimension, NotFilledIn) else "powers"


_DIMENSION = ByShape(
    {"powers": _POWERS, "open": Choice({OPEN: NotFilledIn()})},
    lambda dimension, _: _shape(dimension),
    lambda body: "open" if isinstance(body, str) else "powers",
)
DIMENSION = Named("dimension", lambda: _DIMENSION)

# --- symbols and functions --------------------------------------------------------------------------

ASSUMPTIONS = Table(Flag(), Text(40))


def _assumed(pairs: tuple[tuple[str, bool], ...]) -> dict[str, bool]:
    for fact, _ in pairs:
        if fact not in _assume_defined:
            raise ClaimError(
                f"{fact!r}: SymPy knows no such assumption; expected one of {', '.join(sorted(_assume_defined))}"
            )
    return dict(pairs)


_ABOUT = {"latex": WORDS, "meaning": WORDS, "dimension": DIMENSION, "assumptions": ASSUMPTIONS}


def _own_name(thing: Any, name: str, book: Any) -> str | None:
    """Its name, where the file has another one for it."""
    return None if book.keys[thing] == name else name


def _declared(thing: Any, book: Any) -> dict[str, Any]:
    about = {
        "name": _own_name(thing, thing.name, book),
        "latex": thing.latex,
        "meaning": thing.meaning,
        "dimension": thing.dimension,
    }
    return {**about, "assumptions": thing._assumptions_orig.items()}


def _bare(thing: Any, book: Any) -> dict[str, Any]:
    return {"name": _own_name(thing, thing.name, book), "assumptions": thing._assumptions_orig.items()}


def _kind_of_symbol(thing: Any, _: Any) -> str:
    for kind, name in (
        (PhysicalSymbol, "declared"),
        (DifferentialSymbol, "differential"),
        (sympy.Dummy, "dummy"),
        (sympy.Symbol, "bare"),
    ):
        if type(thing) is kind:
            return name
    raise NotWritable(f"a symbol {thing.name!r} of the class {type(thing).__name__} has no form in a file")


def _symbol(book: Any, name: str | None, latex: str, meaning: str, dimension: Dimension, assumptions: Any) -> Any:
    return symbol(name or book.key, latex, meaning, dimension, **_assumed(assumptions))


def _differential(thing: Any, _: Any) -> dict[str, Any]:
    return {"of": thing.of, "constants": thing.constants}


def _made_differential(_: Any, of: Any, constants: Any) -> Any:
    found = differentials(constants=constants)(of)
    made: Any = next(iter(s for s in found.free_symbols if isinstance(s, DifferentialSymbol)), None)
    if made is None:
        raise Fault(f"the differential of {of!s:.60}", "that of a symbol which is not among the constants")
    return made


def _bound(kind: Any) -> Record:
    return Record(
        {"assumptions": ASSUMPTIONS},
        _bare,
        lambda book, name, assumptions: kind(name or book.key, **_assumed(assumptions)),
        {"name": (Text(200), None)},
    )


SYMBOL = Kinds(
    {
        "declared": Record(_ABOUT, _declared, _symbol, {"name": (NAME, None)}),
        "differential": Record({"of": LETTER, "constants": Many(LETTER, 0, 1000)}, _differential, _made_differential),
        "bare": _bound(sympy.Symbol),
        "dummy": _bound(sympy.Dummy),
    },
    _kind_of_symbol,
    "declared",
)
"""A symbol of the notation; the differential of one that stands above it; one that is only bound, by a sum or a substitution, or stands for a proposition."""


def _told(made: Any, book: Any) -> dict[str, Any]:
    if not hasattr(made, "_recipe"):
        raise NotWritable(f"the function {made!s:.60} is not declared; expected one made with function(...)")
    name, labels, assumptions = made._recipe
    about = {key: labels[key] for key in ("latex", "meaning", "dimension")}
    variables = labels.get("variables")
    arguments = None if variables is not None else labels["arguments"]
    return {
        **about,
        **{
            "name": _own_name(made, name, book),
            "assumptions": assumptions.items(),
            "arguments": arguments,
            "variables": variables,
        },
        "subscripted": labels.get("subscripted", False),
    }


def _function(book: Any, name: str | None, assumptions: Any, **about: Any) -> Any:
    said: dict[str, Any] = {"name": name or book.key, **about, **_assumed(assumptions)}
    return function(**said)


FUNCTION = Record(
    _ABOUT,
    _told,
    _function,
    {
        "name": (NAME, None),
        "arguments": (Many(DIMENSION, 1, 20), None),
        "variables": (Many(LETTER, 1, 20), None),
        "subscripted": (Flag(), False),
    },
)

# --- units -----------------------------------------------------------------------------------------


@cache
def known_units() -> dict[str, Unit]:
    """The units of `verify.quantities.units` by the name that they print, then with the prefixes."""
    things = list(vars(units).values())
    plain = {unit.powers[0][0]: unit for unit in things if isinstance(unit, Unit) and len(unit.powers) == 1}
    prefixes = [prefix for prefix in things if isinstance(prefix, Prefix)]
    scaled = {prefix.letter + name: prefix * unit for name, unit in plain.items() for prefix in prefixes}
    return {**scaled, **plain}


def product_of_known(powers: tuple[tuple[str, Fraction], ...]) -> Unit | None:
    """The unit that these names mean; None where one of them is unknown.  Raises ClaimError for one with an irrational worth."""
    known = known_units()
    if not all(name in known for name, _ in powers):
        return None
    found = pure_number
    for name, power in powers:
        found = found * known[name] ** power
    return found


def _parts_of_unit(unit: Unit, _: Any) -> dict[str, Any]:
    own: dict[str, Any] = {"factor": None, "dimension": None, "conventional": False}
    try:
        known = product_of_known(unit.powers) == unit
    except ClaimError:
        known = False
    if not known:
        own = {"factor": unit.factor, "dimension": unit.dimension, "conventional": unit.conventional}
    return {"powers": unit.powers, **own}


def _unit(_: Any, powers: Any, factor: Fraction | None, dimension: Dimension | None, conventional: bool) -> Unit:
    meant = product_of_known(powers)
    if factor is None and dimension is None and not conventional:
        if meant is None:
            unknown = next(name for name, _ in powers if name not in known_units())
            raise Fault(f"the unit {unknown!r}", "a unit that Referee knows, or its factor to the SI and its dimension")
        return meant
    if factor is None or dimension is None or factor <= 0:
        raise Fault("a unit of its own", "its factor to the SI, a positive number, and its dimension")
    found = Unit(factor, dimension, powers, conventional)
    if meant is not None and meant != found:
        raise Fault(f"the unit {found}, which is another one", f"that of Referee, {meant.factor} of the SI")
    return found


_UNIT = Record(
    {"powers": Many(Row((Text(40), POWER)), 0, 20)},
    _parts_of_unit,
    _unit,
    {"factor": (Ratio(), None), "dimension": (DIMENSION, None), "conventional": (Flag(), False)},
)
UNIT = Named("unit", lambda: _UNIT)

# --- constants ---------------------------------------------------------------------------------------

SETS = {repr(found): found for found in vars(constants).values() if isinstance(found, ConstantSet)}


def _set_of(constant: Constant) -> str | None:
    return next((name for name, found in SETS.items() if found.get(constant.name) == constant), None)


def _named(constant: Constant, _: Any) -> dict[str, Any]:
    return {"of": SETS[_set_of(constant) or ""], "name": constant.name}


def _looked_up(_: Any, of: ConstantSet, name: str) -> Constant:
    if name not in of:
        raise Fault(f"the constant {name!r}", f"one of {', '.join(of)}")
    return of[name]


def _is_number(text: str) -> bool:
    try:
        printed(text)
    except ClaimError:
        return False
    return True


def _own(constant: Constant, _: Any) -> dict[str, Any]:
    names = ("name", "latex", "text", "unit", "dimension", "source")
    formula = None if _is_number(constant.text) else constant.value
    return {**{name: getattr(constant, name) for name in names}, "value": formula}


def _constant(_: Any, text: str, value: Any, **about: Any) -> Constant:
    zero = sympy.Integer(0)
    if _is_number(text):
        if value is not None:
            raise Fault(f"a value beside the text {text!r}", "no value, as the text says it")
        digits = printed(text)
        return Constant(text=text, value=digits.value, uncertainty=digits.uncertainty or zero, **about)
    number, power = (zero, zero) if value is None else value.as_coeff_Mul()
    if not number.is_Rational or number == 0 or not (power == 1 or power.as_base_exp()[0] == sympy.pi):
        raise Fault(
            f"the text {text!r}", "a printed number, or a formula whose value is a fraction, or one times a power of pi"
        )
    return Constant(text=text, value=value, uncertainty=zero, **about)


_CONSTANT = Kinds(
    {
        "constant": Record({"of": Choice(SETS), "name": Text(40)}, _named, _looked_up),
        "own constant": Record(
            {"name": Text(200), "latex": WORDS, "text": WORDS, "unit": UNIT, "dimension": DIMENSION, "source": WORDS},
            _own,
            _constant,
            {"value": (NUMBER, None)},
        ),
    },
    lambda constant, _: "own constant" if _set_of(constant) is None else "constant",
)
CONSTANT = Named("constant", lambda: _CONSTANT)
