"""Do the printed LaTeX and the SymPy encoding of a claim say the same?

The LaTeX is parsed by our own grammar with the symbols of this claim, and compared with
the statements of the literal reading by the exact core.  It guards against the likeliest
error of all: that we encode what we expect to read.

A word is said only where it is certain.  Print that may mean two things is first read
strictly; where only a convention of `verify.latex` settles it, the two may agree by that
convention, but never differ.  Sides that agree numerically without a proof do not differ either.
Units count: a printed number has the value and the unit of the encoded one.  What is
printed as an order, 1 - x + O(x^2), is an expansion of that order and no equation.

A statement about a curve or about a sum is no printed equation, so that it need not be in
the print; but what is printed may be its number: R_c ≈ 0.382 R_b of a single zero, c < 1/6
of a range of a parameter, R_b = 210 pm of an input.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import sympy

from verify.checkers.page_names import Definitions, definitions_of, notation_of, ranges_of, written_out
from verify.checkers.printed_numbers import is_a_number, says_number
from verify.digits import decimal
from verify.digits import printed as read_digits
from verify.domain import Domain
from verify.exact import prove_equal
from verify.latex import Ambiguous, formulas_in, parse_latex
from verify.latex_units import unit_of
from verify.paper import Paper
from verify.parsing import ParseError
from verify.parsing import Relation as Printed
from verify.readings import Claim, Reading
from verify.refute import Agrees, compare
from verify.statements import Relation, SpecialStatement, Statement, Value
from verify.statements_special import Expansion, IndexedRelation
from verify.symbols import ClaimError
from verify.units import PURE, DimensionError, Unit, UnitSystem, UnknownDimension, dimension_of

AGREES, DIFFERS, NOT_PARSED, NONE = "agrees", "differs", "not parsed", "none"
EQUALITIES = {"=", "≡"}
ROUNDED = {"≈", "≃", "~", "="}
TURNED = {"==": "==", "!=": "!=", "<": ">", ">": "<", "<=": ">=", ">=": "<="}
"""The same relation from right to left."""
BARE_LOGARITHM = re.compile(r"\\log(?![A-Za-z])(?!\s*_)")
DECIMAL = re.compile(r"[0-9]+\.[0-9]+")
BOUND = (sympy.Integral, sympy.Sum, sympy.Product)


@dataclass(frozen=True)
class Transcription:
    """The word for the audit, and for what is not `agrees` the reason in a sentence."""

    word: str
    detail: str = ""


def check(claim: Claim, paper: Paper) -> Transcription:
    """Compares every printed link with the encoded statements, and every encoded equation or number with the print.

    If only statements about curves or sums are encoded, a printed number that is none of
    theirs differs, and another formula is not compared.
    """
    formulas = formulas_in(claim.printed)
    statements = claim.literal.statements
    encoded = [s for s in statements if isinstance(s, (Relation, Value))]
    if not formulas or not any(isinstance(s, (Relation, Value, SpecialStatement)) for s in statements):
        return Transcription(NONE)
    links: list[Printed] = []
    doubt = ""
    for formula in formulas:
        try:
            found, doubtful = _read(formula, [claim], paper)
        except ParseError as error:
            return Transcription(NOT_PARSED if encoded else NONE, str(error))
        doubt = doubt or doubtful
        if isinstance(found, list):
            links += found
    links = list(_joined(links))
    if not links:
        return Transcription(NONE)
    found = _compared(links, claim, paper)
    if found.word == AGREES and (lost := _other_digits(formulas, encoded)):
        return Transcription(DIFFERS, lost)
    if found.word == DIFFERS and (doubt := doubt or _not_certain(links, encoded, paper)):
        return Transcription(NOT_PARSED, doubt)
    return found


def _compared(links: list[Printed], claim: Claim, paper: Paper) -> Transcription:
    """Every link against the statements, and every encoded equation or number against the links."""
    statements, unfold, system = claim.literal.statements, definitions_of(paper), paper.units
    encoded = [s for s in statements if isinstance(s, (Relation, Value))]
    for link in links:
        if not _is_said(link, claim.literal, unfold, system):
            detail = f"no statement of the encoding is the printed {_shown(link)}"
            return Transcription(DIFFERS if encoded or is_a_number(link, statements) else NONE, detail)
    claimed = [link for link in links if not link.condition]
    for statement in encoded:
        plain = _plain(statement, unfold)
        inputs = statement if isinstance(statement, Value) else None
        if not any(
            _same(link, statement, system)
            or _same(_unfolded(link, unfold), plain, system)
            or (inputs and says_number(link, inputs))
            for link in claimed
        ):
            return Transcription(DIFFERS, f"the encoded {statement} is not printed")
    return Transcription(AGREES)


def _other_digits(formulas: Sequence[str], encoded: Sequence[Statement]) -> str:
    """What is wrong with the digits of a number that has the right value: 2.240 on the page is not "2.24"."""
    shown = [text.replace(".", "").lstrip("0") for formula in formulas for text in DECIMAL.findall(formula)]
    for statement in encoded:
        if isinstance(statement, Value) and statement.interval == read_digits(statement.number).interval:
            digits = re.split("[eE(]", statement.number)[0].lstrip("+-").replace(".", "").lstrip("0")
            same = [text for text in shown if text.rstrip("0") == digits.rstrip("0")]
            if same and digits not in same:
                return f"the page prints other digits than {statement.number}"
    return ""


def _read(formula: str, claims: Sequence[Claim], paper: Paper) -> tuple[Any, str]:
    """What a formula prints, and the reason if a convention was needed to read it.

    Raises ParseError for what is not read, and Ambiguous where no convention helps.
    """
    names, functions = notation_of(claims, paper)
    ranges = ranges_of(claims)
    try:
        found, doubt = parse_latex(formula, names, functions, ranges=ranges, strict=True), ""
    except Ambiguous as error:
        found, doubt = parse_latex(formula, names, functions, ranges=ranges), str(error)
    if not doubt and BARE_LOGARITHM.search(formula):
        doubt = r"\log may mean two things: \ln or \log_{10}"
    return found, doubt


def _not_certain(links: list[Printed], encoded: Sequence[Statement], paper: Paper) -> str:
    """Why the two may say the same although no proof says so; empty if they certainly do not.

    Some link and some equation that are no proved copies of each other agree numerically,
    as far as their enclosures can tell.
    """
    unfold = definitions_of(paper)
    for link in links:
        for statement in encoded:
            if isinstance(statement, Relation) and link.lhs is not None and _may_be_same(link, statement, unfold):
                return f"whether the printed {_shown(link)} is the encoded {statement} is not known"
    return ""


def _may_be_same(link: Printed, statement: Relation, unfold: Definitions) -> bool:
    sides = (written_out(link.lhs, unfold), written_out(link.rhs, unfold))
    encoded = (written_out(statement.lhs, unfold), written_out(statement.rhs, unfold))
    pairs = list(zip(sides, encoded, strict=True))
    evaluated = any(one.has(kind) != other.has(kind) for one, other in pairs for kind in BOUND)
    if evaluated or all(_equal(*pair) for pair in pairs):
        return False
    return all(_equal(*pair) or _agree(*pair) for pair in pairs)


def _agree(one: sympy.Expr, other: sympy.Expr) -> bool:
    """Whether all enclosures of two expressions meet, at some points at least."""
    try:
        return isinstance(compare(one, other, Domain.of(one, other), points=4, special=False), Agrees)
    except ClaimError:
        return False


def _shown(link: Printed) -> str:
    left, right = (f" {unit}" if unit else "" for unit in (link.lhs_unit, link.rhs_unit))
    return f"{link.lhs}{left} {link.relation} {link.rhs}{right}"


def states(formula: str, claims: Sequence[Claim], paper: Paper) -> Transcription:
    """Whether the literal readings of some claims together state every link that a formula prints.

    What they state beyond it does not matter here.  `differs` is said only where an
    equation of the encoding has one side in common with the print and the same symbols on
    the other; the word is `none` if the print is not among the statements otherwise.
    """
    encoded = [s for claim in claims for s in claim.literal.statements if isinstance(s, (Relation, Value))]
    if not any(claim.literal.statements for claim in claims):
        return Transcription(NONE)
    try:
        found, doubt = _read(formula, claims, paper)
    except ParseError as error:
        return Transcription(NOT_PARSED, str(error))
    links = list(_joined(found)) if isinstance(found, list) else []
    unfold = definitions_of(paper)
    for link in links:
        if not any(_is_said(link, claim.literal, unfold, paper.units) for claim in claims):
            word = DIFFERS if any(_at_odds(link, statement) for statement in encoded) else NONE
            if word == DIFFERS and (doubt := doubt or _not_certain([link], encoded, paper)):
                return Transcription(NOT_PARSED, doubt)
            return Transcription(word, f"no statement of the encoding is {_shown(link)}")
    return Transcription(AGREES if links else NONE)


def _at_odds(link: Printed, statement: Relation | Value) -> bool:
    """Whether print and statement equate one and the same thing with different expressions in the same symbols."""
    if not isinstance(statement, Relation) or statement.rel != "==" or link.relation not in EQUALITIES:
        return False
    pairs = ((link.lhs, statement.lhs), (link.rhs, statement.rhs))
    common = [_equal(*pair) for pair in pairs]
    alike = [one.free_symbols == other.free_symbols for one, other in pairs]
    return (common[0] and alike[1]) or (common[1] and alike[0])


def alike(formula: str, other: str, claims: Sequence[Claim], paper: Paper) -> bool:
    """Whether two printed links say the same, read with the symbols of some claims.

    Names that are not declared stand for themselves in both.  What may mean two things is
    alike only if the same doubt stands in both.
    """
    names, functions = notation_of(claims, paper)
    try:
        found = [parse_latex(text, names, functions, free=True) for text in (formula, other)]
    except ParseError:
        return False
    doubts = [_doubt_of(text, names, functions) for text in (formula, other)]
    if doubts[0] != doubts[1]:
        return False
    if not all(isinstance(links, list) and len(links) == 1 and links[0].lhs is not None for links in found):
        return False
    one, two = found[0][0], found[1][0]
    told = [(k.relation, k.lhs_unit, k.rhs_unit, k.truncated, k.condition, k.order) for k in (one, two)]
    return told[0] == told[1] and _same_sides(one.lhs, one.rhs, two.lhs, two.rhs)


def _doubt_of(text: str, names: dict[str, sympy.Expr], functions: dict[str, object]) -> tuple[str, bool]:
    """What a formula leaves open, without its place, and whether a logarithm has no base."""
    try:
        parse_latex(text, names, functions, free=True, strict=True)
    except ParseError as error:
        return re.sub("^column [0-9]+: ", "", str(error)), bool(BARE_LOGARITHM.search(text))
    return "", bool(BARE_LOGARITHM.search(text))


def _joined(links: Iterable[Printed]) -> Iterator[Printed]:
    """Links whose left side stands on the line above get it from there."""
    last = None
    for link in links:
        if link.lhs is None:
            link = replace(link, lhs=last)
        last = link.rhs
        yield link


def _unfolded(link: Printed, unfold: Definitions) -> Printed:
    lhs, rhs = (side if side is None else written_out(side, unfold) for side in (link.lhs, link.rhs))
    return replace(link, lhs=lhs, rhs=rhs)


def _plain(statement: Statement, unfold: Definitions) -> Statement:
    if not isinstance(statement, Relation):
        return statement
    return replace(statement, lhs=written_out(statement.lhs, unfold), rhs=written_out(statement.rhs, unfold))


# --- comparing ------------------------------------------------------------------------------------


def _is_said(link: Printed, read: Reading, unfold: Definitions, system: UnitSystem) -> bool:
    """Whether a printed link is a statement of the reading, a number in one, or a condition.

    What the print marks as a condition must be one of the reading, or follow from what its
    symbols are declared to be; it is no statement.
    """
    relations = [c for c in read.where if isinstance(c, sympy.core.relational.Relational)]
    supposed: list[Statement] = [Relation(c.lhs, c.rhs, c.rel_op) for c in relations]
    if link.lhs is not None and _is_assumed(link):
        return True
    said: list[Statement] = supposed if link.condition else [*read.statements, *supposed]
    if any(_same(link, statement, system) or says_number(link, statement) for statement in said):
        return True
    plain = _unfolded(link, unfold)
    return plain != link and any(_same(plain, _plain(statement, unfold), system) for statement in said)


def _is_assumed(link: Printed) -> bool:
    """Whether x > 0 says of a symbol only what it is declared to be."""
    signs = {">": "positive", ">=": "nonnegative", "<": "negative", "<=": "nonpositive", "!=": "nonzero"}
    sign = signs.get(link.relation)
    return bool(sign and link.lhs.is_Symbol and link.rhs == 0 and link.lhs.assumptions0.get(sign))


def _same(link: Printed, statement: Statement, system: UnitSystem) -> bool:
    if isinstance(statement, Value):
        if link.relation not in ROUNDED or link.truncated:
            return False
        turned = replace(link, lhs=link.rhs, rhs=link.lhs, lhs_unit=link.rhs_unit, rhs_unit=link.lhs_unit)
        return any(_same_value(one, statement, system) for one in (link, turned))
    if isinstance(statement, Expansion):
        order = statement.variable**statement.order
        cut = link.truncated and link.relation in EQUALITIES and link.order in (None, order)
        return cut and _same_sides(link.lhs, link.rhs, statement.expression, statement.expansion)
    if link.truncated:
        return False
    if isinstance(statement, IndexedRelation):
        plain = statement.slope is None and link.relation in EQUALITIES and not (link.lhs_unit or link.rhs_unit)
        return plain and _same_sides(link.lhs, link.rhs, statement.lhs, statement.rhs)
    if not isinstance(statement, Relation):
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
    if relation == statement.rel and _same_sides(lhs, rhs, statement.lhs, statement.rhs):
        return True
    return TURNED.get(relation) == statement.rel and _same_sides(rhs, lhs, statement.lhs, statement.rhs)


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
        if (
            link.rhs_unit is not None
            and system is not UnitSystem.ATOMIC
            and not _is_unit_of(value, link.rhs_unit, system)
        ):
            return False
        factor = value.unit.worth(system) if isinstance(value.unit, Unit) else sympy.sympify(value.unit, strict=True)
        return bool(factor == (1 if link.rhs_unit is None else _worth(link.rhs_unit, system)))
    except ClaimError:
        return False


def _is_unit_of(value: Value, unit: str, system: UnitSystem) -> bool:
    """Whether a printed unit measures what the encoded one does: a second is no metre, and no 1.

    Behind a chain of numbers, a_0/7 = 5.3/7 = 0.76 (m), the unit is that of them all.
    """
    if not value.quantity.free_symbols:
        return True
    encoded = value.unit.dimension.vector(system) if isinstance(value.unit, Unit) else PURE
    return bool(unit_of(unit).dimension.vector(system) == encoded)


def _same_sides(lhs: sympy.Expr, rhs: sympy.Expr, other_lhs: sympy.Expr, other_rhs: sympy.Expr) -> bool:
    return _equal(lhs, other_lhs) and _equal(rhs, other_rhs)


def _same_equation(lhs: sympy.Expr, rhs: sympy.Expr, other_lhs: sympy.Expr, other_rhs: sympy.Expr) -> bool:
    """The same sides, or the same equation multiplied by one factor: a/7 = 5/7 is a = 5, I = 2NB is I/(NB) = 2."""
    if _same_sides(lhs, rhs, other_lhs, other_rhs):
        return True
    if other_rhs == 0 or rhs == 0:
        return False
    return _equal(lhs, rhs / other_rhs * other_lhs)


def _equal(one: sympy.Expr, other: sympy.Expr) -> bool:
    """Equal as the core proves it, but an integral or a sum is only compared with another of the same letters:
    to evaluate it is the paper's step, not a spelling of it."""
    if one == other or (one.has(*BOUND) and one.as_dummy() == other.as_dummy()):
        return True
    if any(one.has(kind) != other.has(kind) for kind in BOUND):
        return False
    if one.has(*BOUND) and one.free_symbols != other.free_symbols:
        return False
    return prove_equal(one, other) is not None
