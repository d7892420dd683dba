r"""From the equations of a source to the first encoding of a paper, as data.

What a draft decides by itself is little, and it never guesses a meaning:

- a link a = b with a symbol on one side that the other side lacks is *given*: whether it
  is a definition or follows from something, only the reader of the page knows;
- a link whose two sides have the same symbols is an *identity*, an inequality of that kind
  is *for all*, a rounded number without symbols is a *value*: these can be decided at once;
- every other link (b = c inside a chain, with other symbols) rests on premises that the
  page does not put beside it: it is *missing* until somebody names them;
- what the grammar cannot read is *missing*, with the column.

Reading without a notation needs conventions: a name before brackets with single symbols in
them, f(x) or f(c, R), is a function throughout; any other name before brackets is a factor
if the formula has it beside one of the names in the brackets.
A bare e that is not the base of a power is a quantity, else Euler's number.  A bar is
part of a name if the letter never stands without it.  A name that is used in both ways is
not read, and neither is anything else that may mean two things (`verify.grammar.ambiguities`): a
misread line would be GIVEN, and nobody would look at it again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

import sympy
from sympy.core.function import AppliedUndef

from referee.author_notation import Entry, said
from referee.beside_others import beside_others
from referee.chains import OF_COMPONENTS, Link
from referee.connectives import ARROW
from referee.declared import Declared, declared, declared_claim, of_a_letter_d
from referee.dimensions_inferred import WORD_OF, inferred
from referee.draft_claims import (
    MAY_MEAN,
    NEEDS_PREMISES,
    TWO_VARIABLES,
    DraftClaim,
    DraftPaper,
    all_at_one_place,
    at_one_place,
    doubted,
    of_two_variables,
)
from referee.draft_notation import DraftSymbol, Table
from referee.matrix_entries import A_MATRIX, ENTRIES, named_matrices, said_matrices
from referee.names import Usage
from referee.prepared import at_a_place, prepared
from referee.print_doubts import PrintDoubt
from referee.proposals import CONSTANTS, dimension_of_words
from referee.proposed_names import proposed_names
from referee.python_source import NotWritten, python_source
from referee.reading import Read, read_apart
from referee.sources import Display, Source
from referee.tables import drafted
from verify.errors import ClaimError
from verify.grammar.parser import ParseError, Relation
from verify.grammar.tokens import normalise
from verify.latex.reader import Ambiguous
from verify.latex.rounded import refuse_rounded
from verify.quantities.symbols import misused_infinity

ORDER = {"<": "less", ">": "greater", "<=": "at_most", ">=": "at_least"}
BOUNDS = {"<", "<=", ">", ">="}
EQUATIONS = {"given", "identity", "step"}
EQUAL, ROUNDED = {"=", "≡"}, {"≈", "≃"}
ALIKE, MUCH = {"≈", "≃", "~"}, {"≪": "less", "≫": "greater"}
NUMBER_BEHIND = re.compile(
    r"^\s*(-?[0-9]+(?:\.[0-9]+)?)\s*(?:\\(?:cdot|times)\s*10\s*\^\s*(?:\{\s*(-?[0-9]+)\s*\}|([0-9])))?\s*$"
)
COMPLEX_PART = re.compile(r"(?:\\|\{\s*)(?:Re|Im|arg|re|im)(?![A-Za-z])")

SUMMED_OVER_I = re.compile(r"\\(?:sum|prod)(?:\\(?:no)?limits)?\s*_\s*(?:\{\s*)?i(?![A-Za-z])")


def draft(source: Source, author: Sequence[Entry] = ()) -> DraftPaper:
    """The first encoding of a source's equations; raises nothing for what it cannot read, but says so.

    `author` is the notation that somebody has filled in: what it says is in doubt no more.
    """
    ready = prepared(labelled(source.displays), source, author)
    links, usage = ready.links, ready.usage
    table = Table.of(usage, [link.text for _, _, link in links], author)
    matrices = said_matrices(source.meanings).union(*(named_matrices(display.latex) for display in source.displays))
    table.ask(A_MATRIX, matrices - set(said(author, "symbol", "function", "indexed")))
    for name, question in ready.questions.items():
        table.ask(question, {name} - set(said(author, "symbol", "function", "indexed")))
    claims, count, at_places = list[DraftClaim](), dict[str, int](), list[Display]()
    known = declared(author)
    for display, label, link in links:
        count[label] = count.get(label, 0) + 1
        name = label if count[label] == 1 else f"{label}:{count[label]}"
        claim = of_a_letter_d(_claim(name, display.section, link, table, usage, known), known, table.symbols)
        claim = _held_open(claim, link.text, usage)
        if at_a_place(display):
            claim = at_one_place(claim, link.text, usage)
            at_places.append(display)
        shown = link.shown or claim.printed
        claims.append(replace(claim, printed=shown, line=display.line, file=display.file))
    claims = all_at_one_place(claims, [display for display, _, _ in links], at_places)
    claims = beside_others(claims, links, author)
    used = frozenset().union(*(claim.names for claim in claims)) if claims else frozenset()
    symbols = [_proposed(entry, source) for entry in table.symbols.values() if entry.python in used]
    taken = {entry.python for entry in table.symbols.values()}
    proposed = proposed_names(table.pieces.values(), usage, table.symbols, author)
    symbols += [_proposed(entry, source) for entry in proposed if entry.python not in taken]
    held = {latex: entry.python for latex, entry in table.symbols.items() if entry.python in used}
    tables = tuple(one for one in drafted(source.tables, held) if one.section in source.sections)
    made = DraftPaper(source.title, source.sections, tuple(symbols), tuple(claims), tables=tables)
    return _with_dimensions(made, author)


def _held_open(claim: DraftClaim, text: str, usage: Usage) -> DraftClaim:
    """The claim with what the print of other lines makes doubtful in it."""
    if not claim.lhs:
        return claim
    for apart in usage.short_apart(text):
        over = ", ".join(usage.dependent[apart])
        claim = doubted(claim, f"{apart}{MAY_MEAN}{apart}({over}) in its short form, or another quantity")
    for one in usage.fields_of_time(text):
        over = ", ".join(usage.dependent[one])
        claim = doubted(claim, f"{one}{MAY_MEAN}{one}({over}) in its short form, or a field of the place as well")
    if twice := of_two_variables(claim):
        claim = doubted(claim, f"{twice} is differentiated by two letters, which may mean two things: {TWO_VARIABLES}")
    return claim


def _with_dimensions(paper: DraftPaper, author: Sequence[Entry]) -> DraftPaper:
    """The paper with the dimensions that its lines leave to symbols, as proposals, and the lines that do not fit the author's."""
    lines = [(one.label, *one.equation) for one in paper.claims if one.kind in EQUATIONS and one.equation is not None]
    known = {entry.python: entry.dimension for entry in author if entry.dimension is not None}
    wrong = inferred(lines, known).contradicting if known else ()
    proposed = {one.python: WORD_OF[one.dimension] for one in paper.symbols if one.dimension in WORD_OF}
    found = inferred([line for line in lines if line[0] not in wrong], proposed | known).dimensions
    symbols = tuple(
        replace(one, dimension=found[one.python]) if not one.dimension and one.python in found else one
        for one in paper.symbols
    )
    return replace(paper, symbols=symbols, misfits=wrong)


def _proposed(entry: DraftSymbol, source: Source) -> DraftSymbol:
    """The entry with what the words of the source say that it is."""
    try:
        name = normalise(entry.latex)
    except ClaimError:
        return entry
    meaning = source.meanings.get(name, "")
    dimension = dimension_of_words(name, meaning)
    known = CONSTANTS[name][0] if name in CONSTANTS and not meaning else meaning
    if not known and dimension == entry.dimension:
        return entry
    return replace(entry, meaning=known or entry.meaning, dimension=dimension)


def labelled(displays: Iterable[Display]) -> Iterator[tuple[Display, str]]:
    """Every equation with its number, or u1, u2, ... where it has none."""
    numbers = {display.number for display in displays}
    count = 0
    for display in displays:
        if display.number is not None:
            yield display, display.number
            continue
        count += 1
        while f"u{count}" in numbers:
            count += 1
        yield display, f"u{count}"


# --- claims ---------------------------------------------------------------------------------------


def _claim(
    label: str, section: str, link: Link, table: Table, usage: Usage, known: Declared | None = None
) -> DraftClaim:
    missing = DraftClaim("missing", label, section, link.text)
    if link.problem:
        return replace(missing, why=f"LaTeX not parsed: {link.problem}")
    if known is not None and (made := declared_claim(missing, link, known)) is not None:
        return made
    if link.text in table.problems:
        problem = table.problems[link.text]
        return replace(missing, why=str(problem) if isinstance(problem, PrintDoubt) else f"LaTeX not parsed: {problem}")
    try:
        names, functions = table.of_formula(link.text)
        if "i" in names and not SUMMED_OVER_I.search(
            link.text
        ):  # elsewhere it counts, and here it is the imaginary unit
            del names["i"]
        pieces = {
            name: table.said.get(name) or table.pieces[name]
            for name in names
            if name in table.pieces or name in table.said
        }
        link = _as_said(link, table)
        plain = table.beside(link.text, names, functions)
        read = Read([plain]) if plain else read_apart(link.text, names, functions, usage, pieces)
    except (ParseError, ClaimError) as error:
        return replace(missing, why=f"LaTeX not parsed: {error}")
    found = read.found
    conditions = [one for one in found if one.condition] if isinstance(found, list) else []
    found = [one for one in found if not one.condition] if isinstance(found, list) else found
    if not isinstance(found, list) or len(found) != 1 or found[0].lhs is None:
        return replace(missing, why="LaTeX not parsed: more than one statement, or a part of one")
    if found[0].lhs == found[0].rhs and isinstance(found[0].lhs, AppliedUndef):
        return replace(
            missing, why=f"a declaration: {found[0].lhs.func.__name__} depends on what stands in its brackets"
        )
    if doubt := _doubt(link.text):
        return replace(missing, why=doubt)
    if any(misused_infinity(side, at_top=False) is not None for side in (found[0].lhs, found[0].rhs)):
        return replace(missing, why="LaTeX not parsed: infinity is no number")
    try:
        refuse_rounded(found[0])
        made = _conditional(_written(missing, found[0], link, table), conditions)
        return _asked(made, read, table, link)
    except Ambiguous as error:
        return replace(missing, why=str(error))
    except NotWritten as error:
        return replace(missing, why=f"parsed, but not written down: {error}")


def _as_said(link: Link, table: Table) -> Link:
    """The link without the questions that the notation of its author answers: every name of it is said to be a symbol."""
    names = table.own.get(link.text, ())
    if not names or not table.said.keys() >= set(names) or (link.factor and not table.is_said(link.factor)):
        return link
    answered = {ENTRIES} | ({OF_COMPONENTS} if link.factor else set())
    return replace(link, question="; ".join(one for one in link.question.split("; ") if one not in answered))


def _asked(claim: DraftClaim, read: Read, table: Table, link: Link) -> DraftClaim:
    """The claim as open, if it holds a piece or a name of which something is to be asked."""
    waits = sorted(claim.names & table.questions.keys())
    asked = [table.questions[name] for name in waits]
    if claim.lhs and (lost := table.lost(claim.printed, claim.names)):
        why = f"{lost} may mean two things: a name or what is read of its parts beside the other lines"
        return replace(claim, kind="missing", why=why, lhs="", rhs="", says="", names=frozenset(), equation=None)
    questions = list(
        dict.fromkeys(
            [*filter(None, link.question.split("; ")), *asked, *table.asked.get(claim.printed, ()), *read.questions]
        )
    )
    if not questions or not claim.lhs:
        return replace(claim, why="; ".join(questions)) if questions and not claim.why else claim
    if claim.kind == "value":
        return replace(
            claim, kind="missing", why="; ".join(questions), lhs="", rhs="", names=frozenset(), equation=None
        )
    questions = [claim.why, *questions] if claim.sign else questions
    heads = (question.partition(MAY_MEAN)[0] for question in questions)
    named = [entry.python for head in heads if (entry := table.symbols.get(head)) and entry.python in claim.names]
    return replace(claim, kind="missing", why="; ".join(questions), waits=tuple(dict.fromkeys([*waits, *named])))


def _doubt(text: str) -> str:
    """What a formula leaves open in a paper of which nothing is known: which quantities are complex."""
    if COMPLEX_PART.search(text):
        return "it has a real or imaginary part: say which quantities are complex"
    return ""


PROPORTIONAL = (
    "∝ leaves a factor open: write paper.claim(..., proportional(left, right, x)) with what changes, "
    "or paper.given(..., lhs=left, rhs=C*right) with a constant C of the notation"
)
CUT_OFF = "ends in dots or in O(...): write paper.claim(..., expands_to(left, x, the terms, order=n)) for a series in x, or Sum for a sum"


def _cut_off(claim: DraftClaim, relation: Relation) -> DraftClaim:
    """f = a + b x + O(x^n) with the same letters on both sides says of which order the rest is; with dots it says no such thing."""
    claim = replace(claim, equation=None, sign="…")
    variable, power = (relation.order if relation.order is not None else sympy.Integer(0)).as_base_exp()
    if relation.relation != "=" or not variable.is_Symbol or not power.is_Integer or power <= 0:
        return replace(claim, kind="missing", why=CUT_OFF)
    terms = sympy.Add.make_args(relation.rhs)
    powers = [term.as_independent(variable, as_Add=False)[1].as_base_exp() for term in terms]
    below = all(
        base == 1 or (base == variable and exponent.is_Integer and exponent < power) for base, exponent in powers
    )
    letters = _free_letters(relation.lhs)
    if not below or any(isinstance(one, type) for one in letters) or letters | {variable} != letters:
        return replace(claim, kind="missing", why=CUT_OFF)
    if not _free_letters(relation.rhs) <= letters:
        return replace(claim, kind="missing", why=CUT_OFF)
    return replace(claim, kind="expansion", says=f"{variable.name}, {{}}, order={power}", sign="")


def _written(missing: DraftClaim, relation: Relation, link: Link, table: Table) -> DraftClaim:
    """The claim for one relation; raises NotWritten for an expression that a draft does not write."""
    for side in (relation.lhs, relation.rhs):
        _check_integrals(side, table)
    lhs, rhs = python_source(relation.lhs), python_source(relation.rhs)
    names = frozenset(_python_names(relation.lhs) | _python_names(relation.rhs))
    said = (relation.lhs, relation.rhs) if relation.relation in EQUAL and not link.question else None
    claim = replace(missing, lhs=lhs, rhs=rhs, names=names, equation=said)
    if relation.truncated:
        return _cut_off(claim, relation)
    if relation.lhs_unit or relation.rhs_unit:
        unit = relation.lhs_unit or relation.rhs_unit
        return replace(missing, why=f"a number with the unit {unit}: write paper.claim(..., approx(..., unit=...))")
    if link.question == ARROW:
        return replace(claim, why=ARROW, sign="→")
    left, right = _free_letters(relation.lhs), _free_letters(relation.rhs)
    if relation.relation in EQUAL:
        if left == right and not any(isinstance(letter, type) for letter in left):
            return replace(claim, kind="identity")
        return replace(claim, why=NEEDS_PREMISES) if link.inner else replace(claim, kind="given")
    if relation.relation in ROUNDED and not left and (digits := _digits(link.right)):
        return replace(claim, kind="value", rhs=digits)
    if relation.relation in ROUNDED and not left | right:
        return replace(missing, why="a rounded number: write paper.claim(..., approx(..., constants=...))")
    if relation.relation in ALIKE:
        why = f"the relation {relation.relation} may mean two things: an approximation or an order of magnitude: say in which limit it holds"
        return replace(claim, why=why, sign=relation.relation)
    if relation.relation == "∝":
        return replace(claim, why=PROPORTIONAL, sign="∝")
    if relation.relation in MUCH:
        why = f"the relation {relation.relation} is a condition of what follows or an estimate: say of which lines"
        return replace(claim, why=why, says=MUCH[relation.relation])
    if relation.relation in ORDER and left == right:
        return replace(claim, kind="for_all", says=ORDER[relation.relation])
    why = (
        f"the relation {relation.relation} is a condition or an estimate: write paper.for_all, paper.value, "
        "or a condition of the lines that need it"
    )
    if relation.relation in ORDER:
        return replace(claim, why=why, says=ORDER[relation.relation])
    return replace(missing, why=why)


def _conditional(claim: DraftClaim, conditions: list[Relation]) -> DraftClaim:
    """The claim under what the print supposes; raises NotWritten for a condition that is no bound."""
    if not conditions or (claim.kind == "missing" and not claim.lhs):
        return claim
    texts: list[str] = []
    names = set(claim.names)
    for one in conditions:
        if one.relation not in BOUNDS or one.lhs is None or one.lhs_unit or one.rhs_unit:
            raise NotWritten(f"a condition with {one.relation}")
        texts.append(f"{python_source(one.lhs)} {one.relation} {python_source(one.rhs)}")
        names |= _python_names(one.lhs) | _python_names(one.rhs)
    if claim.kind == "given":  # a premise holds everywhere; this one does not
        why = f"holds for {' and '.join(texts)} only: say so in the lines that use it, or make it paper.identity(..., conditions=...)"
        return replace(claim, kind="missing", why=why, conditions=tuple(texts), names=frozenset(names))
    return replace(claim, conditions=tuple(texts), names=frozenset(names))


def _check_integrals(expression: Any, table: Table) -> None:
    """Refuses an integral of what does not depend on its variable: the page means a function that is not declared."""
    for integral in expression.atoms(sympy.Integral):
        bare = sorted({letter.name for letter in integral.function.free_symbols} & table.also_functions)
        if bare:
            raise NotWritten(
                f"{bare[0]} stands before brackets elsewhere: is it a function of what is integrated over?"
            )
        if integral.function.free_symbols and not integral.function.has(*integral.variables):
            names = ", ".join(letter.name for letter in integral.variables)
            raise NotWritten(f"as declared, the integrand does not depend on {names}")


def _digits(text: str) -> str:
    """A printed number as decimal text, "7.56e-12"; empty if it is no plain number."""
    match = NUMBER_BEHIND.match(text)
    if match is None:
        return ""
    exponent = match.group(2) or match.group(3)
    return f"{match.group(1)}e{exponent}" if exponent else match.group(1)


def _free_letters(expression: Any) -> set[Any]:
    return set(expression.free_symbols) | {applied.func for applied in expression.atoms(AppliedUndef)}


def _python_names(expression: Any) -> set[str]:
    letters = expression.atoms(sympy.Symbol, AppliedUndef)
    return {letter.name if letter.is_Symbol else letter.func.__name__ for letter in letters}
