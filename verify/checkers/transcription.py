"""Do the printed LaTeX and the SymPy encoding of a claim say the same?

The LaTeX is parsed by our own grammar with the symbols of this claim, and compared with
the statements of the literal reading by the exact core.  It guards against the likeliest
error of all: that we encode what we expect to read.

A statement about a curve or about a sum is no printed equation, so that it need not be in
the print; but what is printed may be its number: R_c ≈ 0.382 R_b of a single zero, c < 1/6
of a range of a parameter, R_b = 210 pm of an input.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import sympy
from sympy.core.function import AppliedUndef

from verify.checkers.printed_numbers import is_a_number, says_number
from verify.digits import decimal
from verify.exact import prove_equal
from verify.latex import formulas_in, parse_latex
from verify.paper import Paper
from verify.parsing import ParseError
from verify.parsing import Relation as Printed
from verify.readings import Claim, Reading
from verify.statements import Relation, SpecialStatement, Statement, Value
from verify.statements_special import Expansion, IndexedRelation

AGREES, DIFFERS, NOT_PARSED, NONE = "agrees", "differs", "not parsed", "none"
EQUALITIES = {"=", "≡"}
ROUNDED = {"≈", "≃", "~", "="}
BOUND = (sympy.Integral, sympy.Sum, sympy.Product)
Ranges = dict[str, tuple[sympy.Expr, sympy.Expr]]
Definitions = dict[type, sympy.Lambda]


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
    for formula in formulas:
        try:
            found = parse_latex(formula, *_notation([claim], paper), ranges=_ranges([claim]))
        except ParseError as error:
            return Transcription(NOT_PARSED if encoded else NONE, str(error))
        if isinstance(found, list):
            links += found
    links = list(_joined(links))
    if not links:
        return Transcription(NONE)
    unfold = _definitions(paper)
    for link in links:
        if not _is_said(link, claim.literal, unfold):
            detail = f"no statement of the encoding is the printed {link.lhs} {link.relation} {link.rhs}"
            return Transcription(DIFFERS if encoded or is_a_number(link, statements) else NONE, detail)
    for statement in encoded:
        plain = _plain(statement, unfold)
        inputs = statement if isinstance(statement, Value) else None
        if not any(
            _same(link, statement) or _same(_unfolded(link, unfold), plain) or (inputs and says_number(link, inputs))
            for link in links
        ):
            return Transcription(DIFFERS, f"the encoded {statement} is not printed")
    return Transcription(AGREES)


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
        found = parse_latex(formula, *_notation(claims, paper), ranges=_ranges(claims))
    except ParseError as error:
        return Transcription(NOT_PARSED, str(error))
    links = list(_joined(found)) if isinstance(found, list) else []
    unfold = _definitions(paper)
    for link in links:
        if not any(_is_said(link, claim.literal, unfold) for claim in claims):
            word = DIFFERS if any(_at_odds(link, statement) for statement in encoded) else NONE
            return Transcription(word, f"no statement of the encoding is {link.lhs} {link.relation} {link.rhs}")
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

    Names that are not declared stand for themselves in both, so that a misreading of one
    is a misreading of the other, and the answer is about the print alone.
    """
    names, functions = _notation(claims, paper)
    try:
        found = [parse_latex(text, names, functions, free=True) for text in (formula, other)]
    except ParseError:
        return False
    if not all(isinstance(links, list) and len(links) == 1 and links[0].lhs is not None for links in found):
        return False
    one, two = found[0][0], found[1][0]
    told = [(link.relation, link.lhs_unit, link.rhs_unit, link.truncated) for link in (one, two)]
    return told[0] == told[1] and _same_sides(one.lhs, one.rhs, two.lhs, two.rhs)


# --- functions that the paper defines -------------------------------------------------------------


def _definitions(paper: Paper) -> Definitions:
    """Functions that a line of the paper defines, D(i) = ..., as what they stand for.

    A later line may be encoded with D(i) written out, where the page prints D(i): the two
    say the same by that line.  A function that is defined twice, or by another, is left alone.
    """
    found: dict[type, list[sympy.Lambda]] = {}
    for claim in paper.claims.values():
        for statement in claim.literal.statements if claim.kind == "given" else ():
            if isinstance(statement, Relation) and isinstance(statement.lhs, AppliedUndef):
                arguments = statement.lhs.args
                if all(a.is_Symbol for a in arguments) and len(set(arguments)) == len(arguments):
                    found.setdefault(statement.lhs.func, []).append(sympy.Lambda(arguments, statement.rhs))
    return {
        function: meanings[0]
        for function, meanings in found.items()
        if len(meanings) == 1 and not any(meanings[0].expr.has(other) for other in found)
    }


def _unfolded(link: Printed, unfold: Definitions) -> Printed:
    lhs, rhs = (side if side is None else _written_out(side, unfold) for side in (link.lhs, link.rhs))
    return replace(link, lhs=lhs, rhs=rhs)


def _plain(statement: Statement, unfold: Definitions) -> Statement:
    if not isinstance(statement, Relation):
        return statement
    return replace(statement, lhs=_written_out(statement.lhs, unfold), rhs=_written_out(statement.rhs, unfold))


def _written_out(expression: sympy.Expr, unfold: Definitions) -> sympy.Expr:
    return expression.replace(lambda e: e.func in unfold, lambda e: unfold[e.func](*e.args))


# --- what the names of the page mean here -----------------------------------------------------------


def _notation(claims: Sequence[Claim], paper: Paper) -> tuple[dict[str, sympy.Expr], dict[str, object]]:
    names: dict[str, sympy.Expr] = {}
    functions: dict[str, object] = {}
    for claim in claims:
        names = {**_names(claim, paper), **names}
        functions = {**_functions(claim, paper), **functions}
    return names, functions


def _joined(links: Iterable[Printed]) -> Iterator[Printed]:
    """Links whose left side stands on the line above get it from there."""
    last = None
    for link in links:
        if link.lhs is None:
            link = Printed(last, link.rhs, link.relation, link.lhs_unit, link.rhs_unit, link.truncated)
        last = link.rhs
        yield link


def _names(claim: Claim, paper: Paper) -> dict[str, sympy.Expr]:
    """LaTeX names and what they stand for here.

    One name may stand for several symbols of a paper (v on the ring, v in helium): the
    claim's own come first, then those of its premises, of its section, of the paper.
    """
    near = [equation for read in claim.readings if read.by is not None for equation in read.by.leaves()]
    section = [c for c in paper.claims.values() if c.where == claim.where]
    pools = (
        [*_letters(_expressions(claim.literal)), *_indices(claim)],
        _letters(side for equation in near for side in (equation.lhs, equation.rhs)),
        _letters(e for c in section for e in _expressions(c.literal)),
        _letters(e for c in paper.claims.values() for e in _expressions(c.literal)),
    )
    names: dict[str, sympy.Expr] = {}
    complex_ = any(e.has(sympy.I) for e in _expressions(claim.literal))
    for pool in pools:
        for letter in pool:
            names.setdefault(_latex(letter), letter)
        if complex_:
            names.setdefault("i", sympy.I)  # an index of another line is none here
    return names


def _indices(claim: Claim) -> list[sympy.Symbol]:
    """The letters that the sums and integrals of the claim itself run over."""
    bound = {limits[0] for one in _bound(claim) for limits in one.limits}
    return sorted(bound, key=lambda s: s.name)


def _bound(claim: Claim) -> list[sympy.Basic]:
    return [one for e in _expressions(claim.literal) for one in e.atoms(sympy.Sum, sympy.Integral)]


def _ranges(claims: Sequence[Claim]) -> Ranges:
    """The ranges of indices in the sums of some claims, for signs of summation without limits.

    An index of two ranges has none; one that ends at another index (i < j) has the range of
    all the others, if that is one.
    """
    found: dict[str, set[tuple[sympy.Expr, sympy.Expr]]] = {}
    for claim in claims:
        indices = set(_indices(claim))
        for one in _bound(claim):
            for index, *ends in one.limits:
                if isinstance(one, sympy.Sum) and not any(end.free_symbols & indices for end in ends):
                    found.setdefault(getattr(index, "latex", index.name), set()).add((ends[0], ends[1]))
    known = {name: next(iter(ranges)) for name, ranges in found.items() if len(ranges) == 1}
    ranges = set(known.values())
    if len(ranges) == 1:
        names = {_latex(index) for claim in claims for index in _indices(claim)}
        known = dict.fromkeys(sorted(names - found.keys()), ranges.pop()) | known
    return known


def _latex(letter: sympy.Symbol) -> str:
    return str(getattr(letter, "latex", letter.name))


def _letters(expressions: Iterable[sympy.Basic]) -> list[sympy.Symbol]:
    found = {letter for expression in expressions for letter in expression.free_symbols}
    return sorted(found, key=lambda s: s.name)


def _functions(claim: Claim, paper: Paper) -> dict[str, object]:
    """Functions by their LaTeX: those that the paper defines, and before them the claim's own."""
    applied = {a.func for e in _expressions(claim.literal) for a in e.atoms(AppliedUndef)}
    own = {getattr(function, "latex", str(function)): function for function in applied}
    return {getattr(function, "latex", str(function)): function for function in _definitions(paper)} | own


def _expressions(read: Reading) -> Iterator[sympy.Basic]:
    for statement in read.statements:
        if isinstance(statement, Relation):
            yield from (statement.lhs, statement.rhs)
        elif isinstance(statement, Value):
            yield statement.quantity
            yield from (symbol for symbol, _ in statement.constants)
        elif isinstance(statement, SpecialStatement):
            yield from statement.expressions()


# --- comparing ------------------------------------------------------------------------------------


def _is_said(link: Printed, read: Reading, unfold: Definitions) -> bool:
    """Whether a printed link is a statement of the reading, a condition of it, or a number in either."""
    relations = (c for c in read.where if isinstance(c, sympy.core.relational.Relational))
    said: list[Statement] = [*read.statements, *(Relation(c.lhs, c.rhs, c.rel_op) for c in relations)]
    if any(_same(link, statement) or says_number(link, statement) for statement in said):
        return True
    plain = _unfolded(link, unfold)
    return plain != link and any(_same(plain, _plain(statement, unfold)) for statement in said)


def _same(link: Printed, statement: Statement) -> bool:
    if isinstance(statement, Value):
        return link.relation in ROUNDED and _same_equation(
            link.lhs, link.rhs, statement.quantity, decimal(statement.number)
        )
    if isinstance(statement, IndexedRelation):
        plain = statement.slope is None and link.relation in EQUALITIES
        return plain and _same_sides(link.lhs, link.rhs, statement.lhs, statement.rhs)
    if isinstance(statement, Expansion):
        cut = link.truncated and link.relation in EQUALITIES
        return cut and _same_sides(link.lhs, link.rhs, statement.expression, statement.expansion)
    if not isinstance(statement, Relation):
        return False
    if statement.rel == "==":
        return link.relation in EQUALITIES and _same_sides(link.lhs, link.rhs, statement.lhs, statement.rhs)
    return link.relation == statement.rel and _same_sides(link.lhs, link.rhs, statement.lhs, statement.rhs)


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
    if one == other:
        return True
    if any(one.has(kind) != other.has(kind) for kind in BOUND):
        return False
    if one.has(*BOUND) and one.free_symbols != other.free_symbols:
        return False
    return prove_equal(one, other) is not None
