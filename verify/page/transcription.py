"""Do the printed LaTeX and the SymPy encoding of a claim say the same?

The LaTeX is parsed by our own grammar with the symbols of this claim, and compared with
the statements of the literal reading by the exact core.  It guards against the likeliest
error of all: that we encode what we expect to read.

A word is said only where it is certain.  Print that may mean two things is first read
strictly; where only a convention of `verify.latex.reader` settles it, the two may agree by that
convention, but never differ.  Sides that agree numerically without a proof do not differ either.
Units count: a printed number has the value and the unit of the encoded one.  What is
printed as an order, 1 - x + O(x^2), is an expansion of that order and no equation.

Words are ours.  Formulas and numbers among them are compared: a number alone with its unit
(`verify.page.alone`), the value of a parameter that the encoding has put in
(`printed_values`), an equation of the premises that the words cite.  What the words themselves
say is not compared, and a line without formulas is marked as one in our words.

A statement about a curve or about a sum is no printed equation, so that it need not be in
the print; but what is printed may be its number: R_c ≈ 0.382 R_b of a single zero, c < 1/6
of a range of a parameter, R_b = 210 pm of an input.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

import sympy
from sympy.core.function import AppliedUndef

from verify.doubts.turning_words import denied, qualified
from verify.encoding.lookups import unwatched, watched
from verify.encoding.paper import Paper
from verify.errors import ClaimError
from verify.grammar.matrices import has_matrix, row_of_product
from verify.grammar.names import SLOPE
from verify.grammar.parser import ParseError
from verify.grammar.parser import Relation as Printed
from verify.kinds.printed import BOUND, EQUALITIES, equal, same_sides
from verify.kinds.table import says
from verify.latex.exponents import exponent_in_doubt
from verify.latex.operator_equations import acting_on
from verify.latex.reader import Ambiguous, is_words, parse_latex
from verify.page.alone import is_number_of, stands_alone
from verify.page.digits import is_number_alone, other_digits, too_wide
from verify.page.harmless_words import Line, line_of
from verify.page.limits import is_limit, order_alone, says_limit, says_order
from verify.page.names import Definitions, definitions_of, notation_of, offer, operands_of, ranges_of, written_out
from verify.page.numbers import is_a_number, is_taken, printed_inputs, says_number
from verify.page.of_paper import of_paper
from verify.page.slopes import derivatives_taken, not_constant, says_slope
from verify.page.values import values_put_in
from verify.points.domain import Domain
from verify.proofs.definedness import needs, unseen
from verify.quantities.dimension import UnitSystem
from verify.refuting.hunt import Agrees, compare
from verify.regularity.written import noticing, remember
from verify.vocabulary.indexed_relations import IndexedRelation
from verify.vocabulary.readings import Claim, Reading
from verify.vocabulary.statement import ROUNDED, Statement
from verify.vocabulary.statements import Relation, Value

AGREES, DIFFERS, NOT_PARSED, NONE, WORDS = "agrees", "differs", "not parsed", "none", "words"
"""`none`: the print has a formula, and nothing of the encoding can be compared with it.  `words`: the line is in our
words, and the formulas among them, if any, are in the encoding."""
SAID = (AGREES, WORDS)
BARE_LOGARITHM = re.compile(r"\\log(?![A-Za-z])(?!\s*_)")
IMPLIED = re.compile(r"\\(?:implies|iff|Leftrightarrow|Longleftrightarrow)(?![A-Za-z])")


@dataclass(frozen=True)
class Transcription:
    """The word for the audit, and for what is not `agrees` the reason in a sentence.

    `lost` is what the print needs to be defined and its evaluated encoding does not show (`verify.judging.printed_needs`).
    """

    word: str
    detail: str = ""
    lost: tuple[Any, ...] = ()
    is_beyond: bool = field(default=False, compare=False)
    """Whether more of the paper was looked at than the line is offered (`verify.page.names.offer`)."""


def check(claim: Claim, paper: Paper) -> Transcription:
    """The word for a claim, and what its print needs that evaluation has dropped."""
    return _found(claim, paper, len(paper.claims))


@lru_cache(maxsize=1000)
def _found(claim: Claim, paper: Paper, size: int) -> Transcription:
    """What was found when the paper had so many claims: other lines define its names."""
    with unwatched(paper):  # what is found is a part of the key of every answer
        return _watched(claim, paper)


def _watched(claim: Claim, paper: Paper) -> Transcription:
    known, offered = of_paper(paper), offer(claim, paper)
    with known.offering(offered), watched(paper, {claim.label}) as claims:
        found = _noticed(claim, paper)
        if found.word == NOT_PARSED:  # of x/x the encoding keeps 1, so that x may be no name of this paper
            again = _noticed(claim, paper, free=True)
            found = again if again.word in SAID else found
    return replace(found, is_beyond=offered.is_beyond or claims.strange)


def _noticed(claim: Claim, paper: Paper, free: bool = False) -> Transcription:
    with noticing() as lost:
        found = _checked(claim, paper, free)
    if found.word not in SAID:
        return found
    return replace(found, lost=unseen(lost, (e for s in claim.literal.statements for e in s.expressions())))


def _checked(claim: Claim, paper: Paper, free: bool) -> Transcription:
    """Compares the formulas of the line, and then asks what the words beside them make of them.

    Words of a display that are not known to be harmless belong to the formula, as a unit or a name; where the grammar
    does not know them either, the formulas without them say nothing for certain.
    """
    line = line_of(claim.printed)
    found = _of_line(line, claim, paper, free)
    if line.kept and found.word == NOT_PARSED:
        line = line_of(claim.printed, loose=True)
        found = _of_line(line, claim, paper, free)
        if found.word == DIFFERS and not denied(claim.printed):
            return Transcription(WORDS, f"the words {line.unknown()!r} may be a part of the formula")
    encoded = _lines(claim)
    rounded = not any(isinstance(s, Relation) for s in encoded)
    if found.word == AGREES and (word := line.unknown(bool(encoded), rounded)):
        return Transcription(WORDS, f"the words {word!r} may be a part of the formula")
    return found


def _lines(claim: Claim) -> list[Relation | Value]:
    """The equations and numbers that the page must show; what is said of functions it may say by a name or in words."""
    said = claim.literal.statements
    return [s for s in said if isinstance(s, Value) or (isinstance(s, Relation) and not s.arguments)]


def _of_line(line: Line, claim: Claim, paper: Paper, free: bool) -> Transcription:
    """Compares every printed link with the encoded statements, and every encoded equation or number with the print.

    If only statements about curves or sums are encoded, a printed number that is none of
    theirs differs, and another formula is not compared.  Where formulas stand among words, an
    encoded equation that is no formula is what the words say.
    """
    formulas = line.formulas
    statements = claim.literal.statements
    encoded = _lines(claim)
    if not formulas:
        return Transcription(WORDS)
    if not any(s.has_formula for s in statements):
        return Transcription(NONE)
    links: list[Printed] = []
    supposed: list[Printed] = []
    doubt = ""
    for formula, hangs in zip(formulas, line.supposed(), strict=True):
        try:
            if is_limit(formula):
                with noticing():  # a limit asks nothing of the place itself
                    said = says_limit(formula, statements, lambda text: _read(text, [claim], paper, free)[0])
                if not said:
                    return Transcription(NONE, f"no statement of the encoding is the printed {formula}")
                continue
            if (power := order_alone(formula)) is not None:
                if not says_order(power, statements):
                    return Transcription(NONE, f"no statement of the encoding is the printed {formula}")
                continue
            found, doubtful = _read(formula, [claim], paper, free)
            if _is_implication_claimed(formula, claim, paper, free):
                return Transcription(NOT_PARSED, f"both sides of the arrow in {formula} are claimed by themselves")
        except ParseError as error:
            return Transcription(NOT_PARSED, str(error))
        doubt = doubt or doubtful
        here = list(_joined(found if isinstance(found, list) else [Printed(None, found, "=")]))
        if changing := not_constant(formula, here, paper):
            return Transcription(NOT_PARSED, rf"{changing} under \nabla depends on x, y or z, as other lines say")
        links += here
        supposed += here if hangs else []
    found = _said_of(_compared(links, claim, paper), links, claim, paper.units)
    remember(needs(side for link in links if not _is_cited(link, claim, paper.units) for side in (link.lhs, link.rhs)))
    if found.word == AGREES and (lost := other_digits(formulas, encoded)):
        return Transcription(DIFFERS, lost)
    if found.word == AGREES and (raised := _raised_in_doubt(formulas, claim, paper)):
        return Transcription(WORDS, raised)
    if found.word == DIFFERS and (doubt := doubt or _not_certain(links, encoded, paper)):
        return Transcription(NOT_PARSED, doubt)
    if found.word == AGREES and (claimed := _claimed(supposed, claim, paper.units)):
        return Transcription(WORDS, f"the words make a condition of {_shown(claimed[0])}, which the encoding claims")
    return found


def _claimed(links: Iterable[Printed], claim: Claim, system: UnitSystem) -> list[Printed]:
    """The links that the encoding states as they stand."""
    plain = [s for s in claim.literal.statements if isinstance(s, (Relation, Value))]
    return [link for link in links if any(says(link, s, system) or is_number_alone(link, s, system) for s in plain)]


def _is_implication_claimed(formula: str, claim: Claim, paper: Paper, free: bool) -> bool:
    r"""Whether A and B of A \\implies B are both claimed, without a condition."""
    pieces = [piece for piece in IMPLIED.split(formula) if piece.strip()]
    if len(pieces) < 2:
        return False
    read = [_read(piece, [claim], paper, free)[0] for piece in pieces]
    return sum(bool(_claimed(_joined(found), claim, paper.units)) for found in read if isinstance(found, list)) > 1


def _compared(links: list[Printed], claim: Claim, paper: Paper) -> Transcription:
    """Every link against the statements, and every encoded equation or number against the links."""
    statements, unfold, system = claim.literal.statements, definitions_of(paper, claim), paper.units
    encoded = _lines(claim)
    put_in = values_put_in(links, claim.literal, paper)
    for link in links:
        if link in put_in or (is_words(claim.printed) and _is_premise(link, claim.literal, system)):
            continue
        if not _is_said_in_chain(link, links, claim.literal, unfold, paper):
            detail = f"no statement of the encoding is the printed {_shown(link)}"
            if SLOPE in {e.func for side in (link.lhs, link.rhs) if side is not None for e in side.atoms(AppliedUndef)}:
                return Transcription(NOT_PARSED, detail)  # on what the quantity depends is not printed
            return Transcription(DIFFERS if encoded or is_a_number(link, statements) else NONE, detail)
    claimed = [other for link in links if not link.condition for other in (link, *from_the_head(link, links))]
    claimed += [taken for link in claimed if link.lhs is not None for taken in derivatives_taken(link, paper)]
    for statement in encoded:
        plain = _plain(statement, unfold)
        if not any(
            says(link, statement, system)
            or any(says(link, at, system) for at in _at_conditions(replace(claim.literal, statements=(statement,))))
            or says(_unfolded(link, unfold), plain, system)
            or (isinstance(statement, Value) and is_number_of(link, statement, system))
            for link in claimed
        ):
            detail = f"the encoded {statement} is not printed"
            return Transcription(WORDS) if is_words(claim.printed) else Transcription(DIFFERS, detail)
    return Transcription(AGREES)


def _said_of(found: Transcription, links: list[Printed], claim: Claim, system: UnitSystem) -> Transcription:
    """What becomes of the word where the words of the line turn its formulas round (`verify.doubts.turning_words`)."""
    if found.word in SAID and (wide := too_wide(links, claim, system)):
        return Transcription(DIFFERS, wide)
    words, softer = denied(claim.printed), qualified(claim.printed)
    if found.word not in SAID or not (words or softer):
        return found
    if not _claimed(links, claim, system):
        return found
    if words:
        return Transcription(DIFFERS, f"the line says {words!r} of a formula that the encoding states as it stands")
    return Transcription(WORDS)


def _read(formula: str, claims: Sequence[Claim], paper: Paper, free: bool = False) -> tuple[Any, str]:
    """What a formula prints, and the reason if a convention was needed to read it; `free` reads undeclared names, too.

    Raises ParseError for what is not read, and Ambiguous where no convention helps.
    """
    names, functions = notation_of(claims, paper, [formula])
    formula = row_of_product(formula) if has_matrix(formula) else formula
    for name, function in operands_of(claims, paper).items():
        acting = acting_on(name, formula, names)
        formula, names = (formula, names) if acting is None else (acting, {**names, name: function})
    options: dict[str, Any] = {"ranges": ranges_of(claims), "free": free, "amounts": True, "slopes": True}

    def read(strict: bool) -> Any:
        return parse_latex(formula, names, functions, strict=strict, **options)

    try:
        with noticing() as lost:
            found, doubt = read(strict=True), ""
        remember(lost)
    except Ambiguous as error:
        if free:  # what is not declared has no convention: the letters of \frac{\Delta x}{\Delta t} are no factors
            raise
        found, doubt = read(strict=False), str(error)
    if not doubt and BARE_LOGARITHM.search(formula):
        doubt = r"\log may mean two things: \ln or \log_{10}"
    return found, doubt


def _raised_in_doubt(formulas: Sequence[str], claim: Claim, paper: Paper) -> str:
    """Why something raised may be an index or a label, which the encoding then reads as a power."""
    names, functions = notation_of([claim], paper, formulas)
    return next((doubt for text in formulas if (doubt := exponent_in_doubt(text, names, functions))), "")


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
    if evaluated or all(equal(*pair) for pair in pairs):
        return False
    return all(equal(*pair) or _agree(*pair) for pair in pairs)


def _agree(one: sympy.Expr, other: sympy.Expr) -> bool:
    """Whether all enclosures of two expressions meet, at some points at least."""
    try:
        return isinstance(compare(one, other, Domain.of(one, other), points=4, special=False), Agrees)
    except ClaimError:
        return False


def _shown(link: Printed) -> str:
    left, right = (f" {unit}" if unit else "" for unit in (link.lhs_unit, link.rhs_unit))
    return f"{'' if link.lhs is None else f'{link.lhs}{left} {link.relation} '}{link.rhs}{right}"


def states(formula: str, claims: Sequence[Claim], paper: Paper) -> Transcription:
    """Whether the literal readings of some claims together state every link that a formula prints.

    What they state beyond it does not matter here.  `differs` is said only where an
    equation of the encoding has one side in common with the print and the same symbols on
    the other; the word is `none` if the print is not among the statements otherwise.
    """
    encoded = [s for claim in claims for s in _lines(claim)]
    if not any(claim.literal.statements for claim in claims):
        return Transcription(NONE)
    try:
        found, doubt = _read(formula, claims, paper)
    except ParseError as error:
        return Transcription(NOT_PARSED, str(error))
    links = list(_joined(found)) if isinstance(found, list) else []
    if any(link.lhs is None for link in links):
        return Transcription(NOT_PARSED, "it begins with its sign, and what stands before that is not printed with it")
    unfold = definitions_of(paper)
    for link in links:
        if not any(_is_said(link, claim.literal, unfold, paper) for claim in claims):
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
    common = [equal(*pair) for pair in pairs]
    alike = [one.free_symbols == other.free_symbols for one, other in pairs]
    return (common[0] and alike[1]) or (common[1] and alike[0])


def alike(formula: str, other: str, claims: Sequence[Claim], paper: Paper) -> bool:
    """Whether two printed links say the same, read with the symbols of some claims.

    Names that are not declared stand for themselves in both.  What may mean two things is
    alike only if the same doubt stands in both.
    """
    names, functions = notation_of(claims, paper, [formula, other])
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
    return told[0] == told[1] and same_sides(one.lhs, one.rhs, two.lhs, two.rhs)


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


def from_the_head(link: Printed, links: Sequence[Printed]) -> list[Printed]:
    """The link with each earlier member of its chain on the left: c of a = b ≈ c from a.  Numbers only: ≈, ~ and =."""
    found: list[Printed] = []
    place = next((k for k, one in enumerate(links) if one is link), 0)
    for before in reversed(links[:place]):
        if before.rhs is not links[place].lhs or not {before.relation, link.relation} <= ROUNDED:
            break
        found.append(replace(link, lhs=before.lhs, lhs_unit=before.lhs_unit, relation="≈"))
        place -= 1
    return found


def _unfolded(link: Printed, unfold: Definitions) -> Printed:
    lhs, rhs = (side if side is None else written_out(side, unfold) for side in (link.lhs, link.rhs))
    return replace(link, lhs=lhs, rhs=rhs)


def _plain(statement: Statement, unfold: Definitions) -> Statement:
    if not isinstance(statement, (Relation, IndexedRelation)):
        return statement
    return replace(statement, lhs=written_out(statement.lhs, unfold), rhs=written_out(statement.rhs, unfold))


# --- comparing ------------------------------------------------------------------------------------


def _is_said_in_chain(
    link: Printed, links: Sequence[Printed], read: Reading, unfold: Definitions, paper: Paper
) -> bool:
    """Whether a link is said as it stands, or from an earlier member of its chain: c of a ≈ b ≈ c as a ≈ c."""
    return any(_is_said(one, read, unfold, paper) for one in (link, *from_the_head(link, links)))


def _is_said(link: Printed, read: Reading, unfold: Definitions, paper: Paper) -> bool:
    """Whether a printed link is a statement of the reading, a number in one, or a condition.

    What the print marks as a condition must be one of the reading, or follow from what its
    symbols are declared to be; it is no statement.
    """
    system = paper.units
    relations = [c for c in read.where if isinstance(c, sympy.core.relational.Relational)]
    supposed: list[Statement] = [Relation(c.lhs, c.rhs, c.rel_op) for c in relations]
    if link.lhs is None:  # a symbol alone only names a quantity
        return link.rhs.is_Symbol or any(stands_alone(link, s, system) for s in read.statements)
    if _is_assumed(link) or _is_definition(link, unfold):
        return True
    if link.lhs.has(SLOPE) or link.rhs.has(SLOPE):
        written = [(link, s) for s in read.statements] + [
            (_unfolded(link, unfold), _plain(s, unfold)) for s in read.statements
        ]
        taken = [one for one in derivatives_taken(link, paper) if any(says(one, s, system) for s in read.statements)]
        return bool(taken) or any(says_slope(one, s, paper) for one, s in written if isinstance(s, IndexedRelation))
    said: list[Statement] = [*supposed]
    if not link.condition:
        said += [*read.statements, *_spoken_of(read)]
    if any(says(link, s, system) or _is_number_said(link, s, paper) for s in said):
        return True
    if any(says(link, at, system) for at in _at_conditions(read)):
        return True
    plain = _unfolded(link, unfold)
    return plain != link and any(says(plain, _plain(statement, unfold), system) for statement in said)


def _is_number_said(link: Printed, statement: Statement, paper: Paper) -> bool:
    """Whether the link is a number of the statement, and none that the paper has given the symbol elsewhere."""
    return says_number(link, statement) and not (statement.numbers() and is_taken(link.lhs, paper))


def _is_premise(link: Printed, read: Reading, system: UnitSystem) -> bool:
    """Whether the words cite an equation that the line rests on: "if we insert B_z = Φ/(πR²)"."""
    leaves = read.by.leaves if read.by is not None else ()
    numbers = printed_inputs(read.statements)
    return any(
        says(link, Relation(equation.lhs.subs(numbers), equation.rhs.subs(numbers)), system) for equation in leaves
    )


def _is_cited(link: Printed, claim: Claim, system: UnitSystem) -> bool:
    """Whether the print supposes the link, or words repeat a premise: the line does not say it."""
    return link.condition or link.lhs is None or (is_words(claim.printed) and _is_premise(link, claim.literal, system))


def _is_definition(link: Printed, unfold: Definitions) -> bool:
    """Whether the link repeats the definition of a function of the paper: f(x) = ... with just that on the right."""
    function = getattr(link.lhs, "func", None)
    if function not in unfold or link.relation not in EQUALITIES or link.truncated or link.rhs_unit:
        return False
    return equal(unfold[function](*link.lhs.args), link.rhs)


def _at_conditions(read: Reading) -> list[Statement]:
    """The equations of the reading with the value that a condition x = a gives a symbol."""
    values = {c.lhs: c.rhs for c in read.where if isinstance(c, sympy.Eq) and c.lhs.is_Symbol and not c.rhs.has(c.lhs)}
    plain = [
        s
        for s in read.statements
        if isinstance(s, Relation) and s.lhs.free_symbols & values.keys() | s.rhs.free_symbols & values.keys()
    ]
    return [replace(s, lhs=s.lhs.subs(values), rhs=s.rhs.subs(values)) for s in plain]


def _spoken_of(read: Reading) -> list[Statement]:
    """The equations that statements speak about: the one that only one route leads to, those that exclude each other."""
    return [Relation(eq.lhs, eq.rhs) for s in read.statements for eq in s.spoken_of()]


def _is_assumed(link: Printed) -> bool:
    """Whether x > 0 says of a symbol only what it is declared to be."""
    signs = {">": "positive", ">=": "nonnegative", "<": "negative", "<=": "nonpositive", "!=": "nonzero"}
    sign = signs.get(link.relation)
    return bool(sign and link.lhs.is_Symbol and link.rhs == 0 and link.lhs.assumptions0.get(sign))
