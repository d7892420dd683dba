"""In the worker: do the dimensions of a relation agree, and does a quantity have the value that is said of it?

Dimensions are asked of the relation as it was written: each place at which a symbol stands is a symbol of its own there, so
that nothing cancels before it is looked at (m - m + t is no time).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import sympy

from referee.serving.told import Answer, certificate, problem, short, together
from verify import units as known_units
from verify.claims import CODATA_2018, CODATA_2022, ClaimError, Dimension, UnitSystem, approx, order_of
from verify.deciding.settings import Settings
from verify.encoding.paper import Paper
from verify.grammar.parser import ParseError, Token, check_length, no_recursion_error
from verify.grammar.shell import TextParser, parse_text, refuse_infinity
from verify.grammar.unit_marks import unit_of
from verify.judging import dimension
from verify.judging.printed_needs import heeded
from verify.judging.verdict_on import finding_on
from verify.points.domain import Domain
from verify.quantities.dimension_names import UNKNOWN
from verify.quantities.symbols import PhysicalSymbol
from verify.quantities.units import Unit
from verify.regularity.written import noticing
from verify.vocabulary.readings import Reading
from verify.vocabulary.statements import AS_PRINTED, PrintedInput, Relation

SETS = {"CODATA 2022": CODATA_2022, "CODATA 2018": CODATA_2018}
SYSTEMS = {"SI": UnitSystem.SI, "Gaussian": UnitSystem.GAUSSIAN, "atomic": UnitSystem.ATOMIC}
NAMED = {
    name.lower().replace("_", " "): found
    for name, found in vars(known_units).items()
    if isinstance(found, Dimension) and found is not UNKNOWN
}
"""Dimensions by the words for them: mass, electric field, ..."""
LONGEST_UNIT = 80


def dimensions(relation: str, of: Mapping[str, str], system: str) -> Answer:
    """Do both sides of each link have the same dimension, and every sum inside them one?"""
    try:
        parser = _Places(relation, {name: _dimension(name, text) for name, text in of.items()})
        with no_recursion_error():
            links = parser.links()
            parser.finish("an operator, a relation or the end")
        if not links:
            raise ParseError("there is no relation", expected="'=' or another relation")
        for link in links:
            refuse_infinity(link.lhs)
            refuse_infinity(link.rhs)
    except ClaimError as error:
        return problem(str(error))
    statements = tuple(Relation(link.lhs, link.rhs) for link in links)
    told, two = dimension.told(Reading(AS_PRINTED, statements), SYSTEMS[system])
    return _of_dimensions(told, two, system)


def _of_dimensions(told: str, two: tuple[str, str] | None, system: str) -> Answer:
    word, _, detail = told.partition(": ")
    result = {"ok": "PASS", "mismatch": "FAIL"}.get(word, "OPEN")
    answer: Answer = {"result": result, "dimension": word, "detail": short(detail), "system": system}
    return answer if two is None else {**answer, "differ": list(two)}


class _Places(TextParser):
    """The grammar of the shell, with a symbol of its own for each place at which a name stands.

    A bound variable, and one of a derivative, is one symbol throughout.
    """

    def __init__(self, source: str, dimensions: Mapping[str, Dimension]) -> None:
        super().__init__(check_length(source), {})
        self.dimensions = dimensions
        self.whole: set[str] = set()
        self.places = 0

    def _variable(self, token: Token) -> str:
        name: str = super()._variable(token)
        self.whole.add(name)
        return name

    def _symbol(self, token: Token) -> Any:
        if token.text in self.symbols:  # bound here
            return self.symbols[token.text]
        found = super()._symbol(token)
        if not isinstance(found, sympy.Symbol):
            return found
        del self.symbols[token.text]
        self.places += found.name not in self.whole
        place = "throughout" if found.name in self.whole else f"place {self.places}"
        return PhysicalSymbol(found.name, found.name, place, self.dimensions.get(found.name, UNKNOWN), real=True)


def _dimension(name: str, text: str) -> Dimension:
    """The dimension that a word or a unit stands for.  Raises ClaimError for another text."""
    if text.lower() in NAMED:
        return NAMED[text.lower()]
    try:
        return _unit(text).dimension
    except ParseError as error:
        raise ParseError(
            f"{short(name)}: {error}", expected="a unit such as 'kg m^2', or a word such as 'mass'"
        ) from None


def _unit(text: str) -> Unit:
    if len(text) > LONGEST_UNIT:
        raise ParseError(f"a unit of {len(text)} characters", expected=f"at most {LONGEST_UNIT}")
    return unit_of(text.strip() or "1")


# --- a number ---------------------------------------------------------------------------------------


def value(
    quantity: str,
    number: str,
    unit: str,
    constants: Mapping[str, str],
    inputs: Mapping[str, Mapping[str, Any]],
    system: str,
    edition: str,
    order: bool,
    seed: int,
) -> Answer:
    """Does the quantity round to the number (or is it of that order), for the given constants and inputs?"""
    try:
        given = {name: _constant(key, edition) for name, key in constants.items()}
        given |= {name: _input(**{"unit": "1", "rounded": False, **said}) for name, said in inputs.items()}
        symbols = {name: _symbol(name, one, SYSTEMS[system]) for name, one in given.items()}
        with noticing() as lost:
            expression = parse_text(quantity, symbols)
        refuse_infinity(expression)
        says = order_of if order else approx
        values = {symbols[name]: one for name, one in given.items()}
        statements = says(expression, number, unit=_unit(unit), constants=values)
        read = Reading(AS_PRINTED, statements)
        settings = Settings(seed, units=SYSTEMS[system])
        finding = finding_on(Paper("served", "", "", SYSTEMS[system], ()), read, settings)
        finding = heeded(finding, read, tuple(lost), SYSTEMS[system])
        word, two = _dimension_of_value(quantity, statements[0], symbols, system)
        domain = Domain(tuple(expression.free_symbols)).assumptions_of()
    except ClaimError as error:
        return problem(str(error))
    shown = f"{short(quantity)} {'~' if order else '≈'} {number} {unit}"
    told = certificate(shown, domain, finding.outcome, finding.grade, finding.evidence, word)
    if word.startswith("unknown") and finding.outcome.holds:
        told["result"] = "OPEN"
    taken = [f"{name} = {_told(one)}" for name, one in given.items()]
    return together([told], dimension=_of_dimensions(word, two, system), taken_as_given=taken)


def _dimension_of_value(
    quantity: str, said: Any, symbols: Mapping[str, Any], system: str
) -> tuple[str, tuple[str, str] | None]:
    """Of the quantity as it was written against the unit of the number."""
    parser = _Places(quantity, {name: symbol.dimension for name, symbol in symbols.items()})
    with no_recursion_error():
        written = parser.expression()
    return dimension.told(Reading(AS_PRINTED, (replace(said, quantity=written, constants=()),)), SYSTEMS[system])


def _constant(key: str, edition: str) -> Any:
    known = SETS[edition]
    if key not in known:
        raise ClaimError(f"{edition} has no constant {short(key)!r}; expected one of {', '.join(known)}")
    return known[key]


def _input(value: str, unit: str, rounded: bool) -> PrintedInput:
    return PrintedInput(value, _unit(unit), rounded)


def _symbol(name: str, given: Any, system: UnitSystem) -> PhysicalSymbol:
    """The symbol of an input: positive where its value is."""
    low, _ = given.interval_in(system)
    own = given.unit.dimension if isinstance(given, PrintedInput) else given.dimension
    sign = {"positive": True} if low.is_positive else {"real": True}
    return PhysicalSymbol(name, name, short(name), own, **sign)


def _told(given: Any) -> str:
    rounded = " (rounded)" if isinstance(given, PrintedInput) and given.rounded else ""
    source = "" if isinstance(given, PrintedInput) else f" ({given.source})"
    return short(f"{given.text} {given.unit}{rounded}{source}")
