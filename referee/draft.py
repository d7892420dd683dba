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
them, f(x) or f(c, R), is a function throughout; any other name before brackets is a factor.
A bare e that is not the base of a power is a quantity, else Euler's number.  A name that is
used in both ways is not read.
"""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import sympy
from sympy.core.function import AppliedUndef

from referee.python_source import RESERVED, NotWritten, python_source
from referee.sources import Display, Source
from verify.latex import BRACKETS, CLOSING, COMMAND_FUNCTIONS, RELATIONS, parse_latex
from verify.latex_tokens import ACCENTS, normal_form, tokenize
from verify.parsing import ParseError, Relation, Token
from verify.symbols import ClaimError, function, symbol
from verify.units import UNKNOWN

FILL_IN = "to be filled in"
GREEK = (
    "alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi rho varrho "
    "sigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega hbar ell"
)
LETTERS = {rf"\{name}" for name in GREEK.split()}
SEPARATORS = {",", ";", ":", r"\Rightarrow", r"\implies", r"\Leftrightarrow", r"\iff", "."}
ORDER = {"<": "less", ">": "greater", "<=": "at_most", ">=": "at_least"}
EQUAL, ROUNDED = {"=", "≡"}, {"≈", "≃"}
JOINING = re.compile(r"\\(?:text|mathrm|textrm|mbox)\s*\{\s*(?:and|,)\s*\}")
NUMBER_BEHIND = re.compile(
    r"^\s*(-?[0-9]+(?:\.[0-9]+)?)\s*(?:\\(?:cdot|times)\s*10\s*\^\s*(?:\{\s*(-?[0-9]+)\s*\}|([0-9])))?\s*$"
)

CONNECTING = re.compile(
    r"(?:when|for|if|where|with|at|as|or|in|since|because|otherwise|while|such|provided|const)(?![A-Za-z])"
)

NEEDS_PREMISES = (
    "The two sides have different symbols, so that the line rests on premises: "
    "write paper.step(..., by=follows_from(...)) and name them, or paper.given if it is a definition."
)


@dataclass(frozen=True)
class DraftSymbol:
    """A name of the page: LaTeX as printed, a Python name, and whether it is a function or counts."""

    latex: str
    python: str
    is_function: bool = False
    is_integer: bool = False
    arguments: int = 0


@dataclass(frozen=True)
class DraftClaim:
    """One link of a printed chain.

    `kind` is given, identity, for_all, value or missing.  `lhs` and `rhs` are Python
    source; `says` is the constructor of an inequality; `why` is what is missing.
    """

    kind: str
    label: str
    section: str
    printed: str
    lhs: str = ""
    rhs: str = ""
    says: str = ""
    why: str = ""
    names: frozenset[str] = frozenset()


@dataclass(frozen=True)
class DraftPaper:
    """A paper's first encoding."""

    title: str
    sections: tuple[str, ...]
    symbols: tuple[DraftSymbol, ...]
    claims: tuple[DraftClaim, ...]


def draft(source: Source) -> DraftPaper:
    """The first encoding of a source's equations; raises nothing for what it cannot read, but says so."""
    usage = _Usage()
    links = [(display, label, link) for display, label in _labelled(source.displays) for link in _links(display.latex)]
    for _, _, link in links:
        usage.read(link.text)
    table = _Table.of(usage, [link.text for _, _, link in links])
    claims: list[DraftClaim] = []
    count: dict[str, int] = {}
    for display, label, link in links:
        count[label] = count.get(label, 0) + 1
        name = label if count[label] == 1 else f"{label}:{count[label]}"
        claim = _claim(name, display.section, link, table, usage)
        claims.append(claim)
    used = frozenset().union(*(claim.names for claim in claims)) if claims else frozenset()
    symbols = tuple(entry for entry in table.symbols.values() if entry.python in used)
    return DraftPaper(source.title, source.sections, symbols, tuple(claims))


def _labelled(displays: Iterable[Display]) -> Iterator[tuple[Display, str]]:
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


# --- chains ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Link:
    """`a = b` of a chain, as text; `inner` says that a stands on the right of an earlier sign."""

    text: str
    inner: bool = False
    right: str = ""
    problem: str = ""


def _links(latex: str) -> list[Link]:
    """The links of the chains of a display; the whole display as one link where it cannot be cut."""
    latex = JOINING.sub(",", latex)
    try:
        tokens = tokenize(latex)
    except ParseError as error:
        return [Link(latex, problem=str(error))]
    if words := next((token.text for token in tokens if CONNECTING.match(token.text)), ""):
        return [Link(latex, problem=f"there are words in it ({words!r})")]
    links: list[Link] = []
    for statement in _statements(latex, tokens):
        cut = _cut(latex, statement)
        if links and cut[0].problem:
            links[-1] = Link(f"{links[-1].text}, {cut[0].text}", problem="a list or a range follows the relation")
        else:
            links += cut
    return links or [Link(latex, problem="there is no relation in it")]


def _statements(latex: str, tokens: list[Token]) -> Iterator[list[Token]]:
    """The tokens between separators outside brackets; a row that goes on belongs to the one above."""
    statement: list[Token] = []
    depth = 0
    for index, token in enumerate(tokens):
        depth += (token.text in BRACKETS) - (token.text in CLOSING)
        after = tokens[index + 1].text if index + 1 < len(tokens) else ""
        goes_on = after in RELATIONS or after in ("+", "-", "/", r"\cdot", r"\times")
        ends = token.text in SEPARATORS or (token.text == r"\\" and not goes_on)
        if depth <= 0 and ends:
            if statement:
                yield statement
            statement = []
        else:
            statement.append(token)
    if statement:
        yield statement


def _cut(latex: str, tokens: list[Token]) -> list[Link]:
    """a = b = c as the texts a = b and b = c."""
    depth, signs = 0, []
    for token in tokens:
        depth += (token.text in BRACKETS) - (token.text in CLOSING)
        if depth <= 0 and token.text in RELATIONS:
            signs.append(token)
    end = _end(latex, tokens)
    begin = tokens[0].column - 1
    whole = latex[begin:end].strip()
    if not signs:
        return [Link(whole, problem="there is no relation in it")]
    places = [token.column - 1 for token in signs]
    starts = [begin, *(place + len(sign.text) for place, sign in zip(places, signs, strict=True))]
    ends = [*places, end]
    sides = [_bare_side(latex[start:stop]) for start, stop in zip(starts, ends, strict=True)]
    return [Link(f"{sides[i]} {sign.text} {sides[i + 1]}", i > 0, sides[i + 1]) for i, sign in enumerate(signs)]


def _end(latex: str, tokens: list[Token]) -> int:
    """Where the text of the last token ends: at the next one, less the layout between."""
    following = [token.column - 1 for token in tokenize(latex) if token.column > tokens[-1].column]
    return min(following, default=len(latex))


def _bare_side(text: str) -> str:
    return re.sub(r"(?:\\\\|\\q?quad(?![A-Za-z])|\\[,;:!]|&|~|\s)+$", "", text).strip()


# --- names ----------------------------------------------------------------------------------------


@dataclass
class _Usage:
    """How the names of a paper are used: applied to single symbols, alone, as an index."""

    called: dict[str, int] = field(default_factory=dict)
    alone: set[str] = field(default_factory=set)
    spelling: dict[str, str] = field(default_factory=dict)
    indices: set[str] = field(default_factory=set)
    plain_e: bool = False
    increments: set[str] = field(default_factory=set)

    def read(self, text: str) -> None:
        """Takes note of every name in a formula; what cannot be cut into tokens is passed over."""
        try:
            tokens = tokenize(text)
            self._read(text, tokens)
        except ParseError:
            return

    def _read(self, text: str, tokens: list[Token]) -> None:
        for index, token in enumerate(tokens):
            if not _begins_name(token):
                continue
            before = tokens[index - 1].text if index else ""
            end = atom_end(tokens, index)
            name = normal_form(tokens[index:end])
            if before in ("_", "^", *ACCENTS):
                continue
            after = tokens[end].text if end < len(tokens) else ""
            if before == r"\Delta":
                self.increments.add(rf"\Delta {name}" if name[:1].isalpha() else rf"\Delta{name}")
            if name == "e" and after != "^":
                self.plain_e = True
            if name == "e" and after == "^" and _is_number(tokens, end + 1):
                self.plain_e = True
            self.spelling.setdefault(name, _spelled(text, tokens, index, end, name))
            count = _single_arguments(tokens, end) if after == "(" else 0
            if count:
                self.called[name] = max(count, self.called.get(name, 0))
            elif after != "(" or name not in self.called:
                self.alone.add(name) if after != "(" else None
        for index, token in enumerate(tokens):
            if token.text in (r"\sum", r"\prod") and index + 2 < len(tokens) and tokens[index + 1].text == "_":
                following = tokens[index + 2 : index + 4]
                self.indices |= {one.text for one in following if one.kind == "letter"}

    @property
    def functions(self) -> dict[str, int]:
        """Names that stand before single symbols in brackets, and never alone."""
        return {name: count for name, count in self.called.items() if name not in self.alone}

    @property
    def ambiguous(self) -> set[str]:
        return {name for name in self.called if name in self.alone}


def _begins_name(token: Token) -> bool:
    return token.kind == "letter" or token.text in LETTERS or token.text in ACCENTS


def atom_end(tokens: list[Token], index: int) -> int:
    """Where the name that begins at `index` ends: accents, a letter or group, a subscript, primes."""
    while index < len(tokens) and tokens[index].text in ACCENTS:
        index += 1
    index = _group_end(tokens, index)
    while index < len(tokens) and tokens[index].text in ("_", "'"):
        index = index + 1 if tokens[index].text == "'" else _group_end(tokens, index + 1)
    return index


def _group_end(tokens: list[Token], index: int) -> int:
    if index >= len(tokens) or tokens[index].text != "{":
        return min(index + 1, len(tokens))
    depth = 0
    for place in range(index, len(tokens)):
        depth += (tokens[place].text == "{") - (tokens[place].text == "}")
        if depth == 0:
            return place + 1
    return len(tokens)


def _single_arguments(tokens: list[Token], opening: int) -> int:
    """How many single names stand between the brackets that open at `opening`; 0 if there is anything else."""
    count, index = 0, opening + 1
    while index < len(tokens) and _begins_name(tokens[index]):
        index = atom_end(tokens, index)
        count += 1
        if index < len(tokens) and tokens[index].text == ")":
            return count
        if index >= len(tokens) or tokens[index].text != ",":
            return 0
        index += 1
    return 0


def _is_number(tokens: list[Token], index: int) -> bool:
    inside = (
        tokens[index + 1 : _group_end(tokens, index) - 1]
        if tokens[index : index + 1] and tokens[index].text == "{"
        else tokens[index : index + 1]
    )
    return bool(inside) and all(token.kind == "number" or token.text in ("-", "/") for token in inside)


def _spelled(text: str, tokens: list[Token], start: int, end: int, name: str) -> str:
    """The name as printed, or its normal form where the print has layout in it."""
    stop = tokens[end].column - 1 if end < len(tokens) else len(text)
    raw = text[tokens[start].column - 1 : stop]
    raw = re.sub(r"(?:\\(?:left|right|[bB]igg?[lr]?)(?![A-Za-z])|\\q?quad(?![A-Za-z])|\\[,;:! ]|[&~\s])+$", "", raw)
    return raw if re.fullmatch(r"[A-Za-z0-9\\{}_' ,+\-*]+", raw) and len(raw) <= 60 else name


def python_name(latex: str) -> str:
    r"""A Python name for a LaTeX name in normal form: \dot{\varphi}_{i} → varphi_dot_i, \psi' → psi_prime."""
    text = latex
    accent = re.compile(
        r"\\(bar|dot|ddot|hat|tilde|vec|mathbf|boldsymbol|mathcal|mathscr|mathbb|underline)\{([^{}]*)\}"
    )
    words = {"mathbf": "bold", "boldsymbol": "bold", "mathcal": "cal", "mathscr": "scr", "mathbb": "double"}
    while (match := accent.search(text)) is not None:
        marked = f"{match.group(2)}_{words.get(match.group(1), match.group(1))}"
        text = text[: match.start()] + marked + text[match.end() :]
    text = text.replace("'", "_prime").replace("+", "_plus").replace("*", "_star")
    text = re.sub(r"_+", "_", re.sub(r"[^A-Za-z0-9]+", "_", text)).strip("_") or "symbol"
    text = text if text[0].isalpha() else f"symbol_{text}"
    return f"{text}_" if keyword.iskeyword(text) or keyword.issoftkeyword(text) or text in RESERVED else text


@dataclass
class _Table:
    """The notation of the draft: what each LaTeX name stands for."""

    symbols: dict[str, DraftSymbol] = field(default_factory=dict)
    names: dict[str, Any] = field(default_factory=dict)
    functions: dict[str, Any] = field(default_factory=dict)
    problems: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, usage: _Usage, formulas: Iterable[str]) -> _Table:
        known: dict[str, Any] = {name: sympy.Symbol(name, real=True) for name in sorted(usage.increments)}
        if usage.plain_e:
            known["e"] = sympy.Symbol("e", real=True)
        functions = {name: sympy.Function(name) for name in usage.functions}
        found: dict[str, bool] = {}
        table = cls()
        for formula in formulas:
            try:
                letters = _letters(formula, known, functions)
            except (ParseError, ClaimError) as error:
                table.problems[formula] = str(error)
                continue
            for letter in letters:
                found[letter.name] = found.get(letter.name, False) or bool(letter.is_integer)
        taken: set[str] = set()
        for latex in [*found, *functions]:
            python = _free(python_name(latex), taken)
            entry = DraftSymbol(
                usage.spelling.get(latex, latex),
                python,
                latex in functions,
                found.get(latex, False),
                usage.called.get(latex, 0),
            )
            table._enter(latex, entry)
        return table

    def _enter(self, latex: str, entry: DraftSymbol) -> None:
        self.symbols[latex] = entry
        if entry.is_function:
            self.functions[latex] = function(entry.python, entry.latex, FILL_IN, UNKNOWN, real=True)
            return
        assumptions = {"integer": True} if entry.is_integer else {"real": True}
        self.names[latex] = symbol(entry.python, entry.latex, FILL_IN, UNKNOWN, **assumptions)


def _letters(formula: str, known: Mapping[str, Any], functions: Mapping[str, Any]) -> list[Any]:
    """The symbols of a formula in order of their names; raises ParseError if it cannot be read."""
    found = parse_latex(formula, known, functions, free=True)
    sides = [side for link in found for side in (link.lhs, link.rhs)] if isinstance(found, list) else [found]
    letters = {letter for side in sides if side is not None for letter in side.atoms(sympy.Symbol)}
    return sorted(letters, key=lambda letter: str(letter.name))


def _free(name: str, taken: set[str]) -> str:
    made, count = name, 1
    while made in taken:
        count += 1
        made = f"{name}_{count}"
    taken.add(made)
    return made


# --- claims ---------------------------------------------------------------------------------------


def _claim(label: str, section: str, link: Link, table: _Table, usage: _Usage) -> DraftClaim:
    missing = DraftClaim("missing", label, section, link.text)
    if link.problem:
        return replace(missing, why=f"LaTeX not parsed: {link.problem}")
    if reason := _used_in_two_ways(link.text, usage):
        return replace(missing, why=reason)
    if link.text in table.problems:
        return replace(missing, why=f"LaTeX not parsed: {table.problems[link.text]}")
    try:
        found = parse_latex(link.text, table.names, table.functions)
    except (ParseError, ClaimError) as error:
        return replace(missing, why=f"LaTeX not parsed: {error}")
    if not isinstance(found, list) or len(found) != 1 or found[0].lhs is None:
        return replace(missing, why="LaTeX not parsed: more than one statement, or a part of one")
    try:
        return _written(missing, found[0], link)
    except NotWritten as error:
        return replace(missing, why=f"Parsed, but not written down: {error}")


def _written(missing: DraftClaim, relation: Relation, link: Link) -> DraftClaim:
    """The claim for one relation; raises NotWritten for an expression that a draft does not write."""
    for side in (relation.lhs, relation.rhs):
        _check_integrals(side)
    lhs, rhs = python_source(relation.lhs), python_source(relation.rhs)
    names = frozenset(_python_names(relation.lhs) | _python_names(relation.rhs))
    claim = replace(missing, lhs=lhs, rhs=rhs, names=names)
    if relation.truncated:
        return replace(missing, why="The line ends in dots: write the terms that it leaves out as what they are.")
    if relation.lhs_unit or relation.rhs_unit:
        unit = relation.lhs_unit or relation.rhs_unit
        return replace(missing, why=f"A number with the unit {unit}: write paper.value(..., approx(..., unit=...)).")
    left, right = _free_letters(relation.lhs), _free_letters(relation.rhs)
    if relation.relation in EQUAL:
        if left == right and not any(isinstance(letter, type) for letter in left):
            return replace(claim, kind="identity")
        return replace(missing, why=NEEDS_PREMISES) if link.inner else replace(claim, kind="given")
    if relation.relation in ROUNDED and not left and (digits := _digits(link.right)):
        return replace(claim, kind="value", rhs=digits)
    if relation.relation in ROUNDED:
        return replace(
            missing, why="A rounded number: write paper.value(..., approx(...)) with the values of its symbols."
        )
    if relation.relation in ORDER and left == right:
        return replace(claim, kind="for_all", says=ORDER[relation.relation])
    return replace(
        missing,
        why=f"The relation {relation.relation} is a condition or an estimate: write paper.for_all, paper.value, "
        "or a condition of the lines that need it.",
    )


def _check_integrals(expression: Any) -> None:
    """Refuses an integral of what does not depend on its variable: the page means a function that is not declared."""
    for integral in expression.atoms(sympy.Integral):
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
    applied = {applied.func.__name__ for applied in expression.atoms(AppliedUndef)}
    return {letter.name for letter in expression.atoms(sympy.Symbol)} | applied


def _used_in_two_ways(text: str, usage: _Usage) -> str:
    """Why a formula is not read: a name that stands alone elsewhere, and i."""
    tokens = tokenize(text)
    for index, token in enumerate(tokens):
        if not _begins_name(token) or (index and tokens[index - 1].text in ("_", "^", *ACCENTS)):
            continue
        end = atom_end(tokens, index)
        name = normal_form(tokens[index:end])
        after = tokens[end].text if end < len(tokens) else ""
        if name in usage.ambiguous and after == "(":
            return f"{name} is printed alone and before brackets: declare it as a symbol or as a function."
        summed = any(one.text in (r"\sum", r"\prod") for one in tokens)
        if name == "i" and "i" in usage.indices and not summed and "(i)" not in text:
            return "i is an index elsewhere: say whether it is the imaginary unit here."
    return ""


assert not COMMAND_FUNCTIONS & LETTERS  # a letter is never a function of the grammar
