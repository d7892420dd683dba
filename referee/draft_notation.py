"""The notation of a draft: the names and functions of its formulas, their Python names, and what is asked of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import sympy
from sympy.core.function import AppliedUndef

from referee.author_notation import Entry, said
from referee.name_tokens import names_in
from referee.names import Usage, python_name
from referee.pieces import Piece
from referee.reading import read_apart
from verify.errors import ClaimError
from verify.grammar.parser import ParseError, Relation
from verify.grammar.tokens import normal_form, tokenize
from verify.latex.sums import WHOLE
from verify.latex.vectors import AXES
from verify.quantities.dimension_names import UNKNOWN
from verify.quantities.symbols import function, symbol

FILL_IN = "to be filled in"
COMMAND = re.compile(r"\\[A-Za-z]+")
GAP = re.compile(r"\s|~|\\[,;:!> ]|[&{}]")
PIECE = re.compile(r"[A-Za-z]|[0-9]+")


@dataclass(frozen=True)
class DraftSymbol:
    """A name of the page: LaTeX as printed, a Python name, and whether it is a function or counts."""

    latex: str
    python: str
    is_function: bool = False
    is_integer: bool = False
    arguments: int = 0
    meaning: str = FILL_IN
    dimension: str = ""
    """What the words of the source suggest, as Python."""
    question: str = ""
    """What is asked of a part of formulas that stands for itself; empty for a name."""
    proposed: str = ""
    """Why an entry is proposed with which nothing is read before its author fills it in."""


class Index:
    """Names by the letters and numbers without which no formula prints them: as a rule a handful of thousands is left.

    Each need stands under its longest piece, the 17 of E_{17}, so that a formula asks for those of its own pieces only.
    """

    def __init__(self) -> None:
        self.by_need: dict[frozenset[str], list[str]] = {}
        self.places: dict[frozenset[str], int] = {}
        self.by_piece: dict[str, list[frozenset[str]]] = {}

    def enter(self, latex: str) -> None:
        pieces = () if latex in AXES else PIECE.findall(COMMAND.sub(" ", latex))  # those of \nabla are not printed
        need = frozenset(pieces)
        if need not in self.by_need:
            self.places[need] = len(self.places)
            self.by_piece.setdefault(max(sorted(need), key=len, default=""), []).append(need)
        self.by_need.setdefault(need, []).append(latex)

    def that_may_stand_in(self, formula: str) -> Iterator[str]:
        shown = frozenset(PIECE.findall(formula) + PIECE.findall(GAP.sub("", formula)))  # x_{1 0} is x_{10}
        needs = (need for piece in ("", *shown) for need in self.by_piece.get(piece, ()) if need <= shown)
        for need in sorted(needs, key=self.places.__getitem__):
            yield from self.by_need[need]


@dataclass
class Table:
    """The notation of the draft: what each LaTeX name stands for."""

    symbols: dict[str, DraftSymbol] = field(default_factory=dict)
    names: dict[str, Any] = field(default_factory=dict)
    functions: dict[str, Any] = field(default_factory=dict)
    problems: dict[str, Exception] = field(default_factory=dict)
    own: dict[str, list[str]] = field(default_factory=dict)
    """The names that a formula has when it is read alone."""
    index: Index = field(default_factory=lambda: Index())
    pieces: dict[str, Piece] = field(default_factory=dict)
    """Parts of formulas that stand for themselves, each with a question."""
    said: dict[str, Piece] = field(default_factory=dict)
    """Names that the author has filled in: each stands for itself, whatever the print would leave open."""
    positive: set[str] = field(default_factory=set)
    """The Python names of symbols that the author says are positive."""
    asked: dict[str, list[str]] = field(default_factory=dict)
    """What is asked of each formula when it is read alone."""
    also_functions: set[str] = field(default_factory=set)
    """The Python names of symbols that are printed before brackets as well."""
    questions: dict[str, str] = field(default_factory=dict)
    """The questions by the Python names of the pieces, and of names that may be matrices."""
    plain: dict[str, Relation] = field(default_factory=dict)
    """Formulas that say the same beside the others, if these bring no other name into them (`beside`)."""

    @classmethod
    def of(cls, usage: Usage, formulas: Iterable[str], author: Sequence[Entry] = ()) -> Table:
        known: dict[str, Any] = {name: sympy.Symbol(name, real=True) for name in sorted(usage.increments)}
        known |= {name: sympy.Symbol(name, real=True) for name in sorted(usage.averages | usage.labelled)}
        if usage.plain_e:
            known["e"] = sympy.Symbol("e", real=True)
        functions = {name: sympy.Function(name) for name in usage.functions}
        known = {name: value for name, value in known.items() if name not in functions}
        twice = {name for name in functions if name in usage.alone and name not in usage.dependent}
        known |= {name: sympy.Symbol(name, real=True) for name in sorted(twice)}
        told = {name: sympy.Symbol(name, real=True) for name in said(author, "symbol") if name not in functions}
        known |= told
        functions |= {name: _subscripted(name) for name in said(author, "indexed")}
        for name, over in usage.dependent.items():
            known[name] = functions[name](*(sympy.Symbol(letter, real=True) for letter in over))
        found: dict[str, bool] = {}
        as_written = {entry.latex: entry.printed for entry in author if entry.printed}
        table = cls(said={name: Piece(as_written.get(name, name), name, "") for name in told})
        index = Index()
        for name in (*known, *functions):
            index.enter(name)
        for formula in formulas:
            held = dict.fromkeys(index.that_may_stand_in(formula))
            names = {name: known[name] for name in held if name in known}
            called = {name: functions[name] for name in held if name in functions}
            try:
                whole = {name: table.said[name] for name in names if name in told}
                read = read_apart(formula, names, called, usage, whole)
                letters = _letters(read.found)
                functions |= _wholes(read.found)
                used = {name for name, _ in letters}
                table.asked[formula] = read.questions
                table.pieces |= {name: piece for name, piece in read.pieces.items() if name in used}
            except (ParseError, ClaimError) as error:
                table.problems[formula] = error
                continue
            table.own[formula] = [name for name, _ in letters]
            if not called and names.keys() <= used and not read.pieces and not read.questions and _is_plain(read.found):
                table.plain[formula] = read.found[0]
            for name, is_integer in letters:
                found[name] = found.get(name, False) or is_integer
        for over in usage.dependent.values():
            found.update((letter, False) for letter in over if letter not in found)
        table.positive = {entry.python for entry in author if entry.is_positive and entry.maker == "symbol"}
        pythons = {(entry.latex, entry.maker != "symbol"): entry.python for entry in author}
        taken: set[str] = set(pythons.values())
        for latex, applied in [
            *((name, False) for name in found if name not in functions or name in twice),
            *((name, True) for name in functions),
        ]:
            python = pythons.get((latex, applied)) or _free(
                python_name(latex) + ("_of" if applied and latex in twice else ""), taken
            )
            spelled = usage.spelling.get(latex, latex)
            shown = table.pieces[latex].latex if latex in table.pieces else spelled
            arguments = usage.called.get(latex, 1) if applied else 0
            question = table.pieces[latex].question if latex in table.pieces and latex not in told else ""
            one = DraftSymbol(shown, python, applied, not applied and found[latex], arguments, question=question)
            table.enter(latex, one)
            table.also_functions |= {python} if latex in twice and not applied else set()
            if question:
                table.questions[python] = question
        for name, over in usage.dependent.items():
            table.names[name] = table.functions[name](*(table.names[letter] for letter in over))
        return table

    def is_said(self, factor: str) -> bool:
        """Whether the last name of a factor is said to be a symbol, so that a bracket behind it is multiplied."""
        tokens = tokenize(factor)
        last = max(names_in(tokens), default=(0, 0))
        return last[1] == len(tokens) and normal_form(tokens[slice(*last)]) in self.said

    def ask(self, question: str, latex: Iterable[str]) -> None:
        """Enters a question on names, in which their own LaTeX stands, for every line that holds one of them."""
        for name in sorted(latex):
            for entry in (self.symbols.get(name), self.symbols.get(f"{name}()")):
                if entry is not None:
                    self.questions.setdefault(entry.python, question.format(name))

    def of_formula(self, formula: str) -> tuple[dict[str, Any], dict[str, Any]]:
        """The names and functions that can stand in a formula."""
        own = self.own.get(formula, ())
        others = (name for name in self.index.that_may_stand_in(formula) if not self._is_of_another(name, formula))
        held = dict.fromkeys([*own, *others])
        names = {name: self.names[name] for name in held if name in self.names}
        return names, {name: self.functions[name] for name in held if name in self.functions}

    def _is_of_another(self, name: str, formula: str) -> bool:
        """Whether a name is a piece of other formulas only: what has been read alone needs none of theirs."""
        return name in self.pieces and (self.pieces[name].whole or formula in self.own)

    def beside(self, formula: str, names: Mapping[str, Any], functions: Mapping[str, Any]) -> Relation | None:
        """What a formula says beside the others, where that is what it says alone, in other letters; None: read it again.

        It is where every name that may stand in it is one letter with its subscript, so that none is made of several of
        its own, which are real numbers as the reader of one formula takes them. A name that is declared is in doubt less
        often than one that is not, and never more often. Letters that are put back must give what was read, so that
        nothing has been evaluated on the way.
        """
        relation, own = self.plain.get(formula), self.own.get(formula, [])
        if relation is None or functions or not names.keys() >= set(own) or names.keys() & self.pieces.keys():
            return None
        if not all(map(PLAIN_NAME.fullmatch, names)):
            return None
        letters = {sympy.Symbol(name, real=True): names[name] for name in own}
        if not all(new.is_Symbol and new.assumptions0 == OF_REAL for new in letters.values()):
            return None
        back = {new: old for old, new in letters.items()}
        lhs, rhs = (side.xreplace(letters) for side in (relation.lhs, relation.rhs))
        kept = (lhs.xreplace(back), rhs.xreplace(back)) == (relation.lhs, relation.rhs)
        return replace(relation, lhs=lhs, rhs=rhs) if kept else None

    def lost(self, formula: str, names: frozenset[str]) -> str:
        """A name of the line read alone that it has not beside the others; i, the imaginary unit there, is none."""
        printed = (name for name in self.own.get(formula, ()) if name != "i" and name in self.symbols)
        return next((name for name in printed if self.symbols[name].python not in names), "")

    def enter(self, latex: str, entry: DraftSymbol) -> None:
        self.symbols[f"{latex}()" if entry.is_function else latex] = entry
        self.index.enter(latex)
        if entry.is_function:
            self.functions[latex] = function(entry.python, entry.latex, FILL_IN, UNKNOWN, real=True)
            return
        kind = "integer" if entry.is_integer else "positive" if entry.python in self.positive else "real"
        assumptions = {kind: True}
        self.names[latex] = symbol(entry.python, entry.latex, FILL_IN, UNKNOWN, **assumptions)


def _letters(found: Any) -> list[tuple[str, bool]]:
    """The symbols of what was read of a formula by name, and whether they count: indices and the limits of sums."""
    sides = [side for link in found for side in (link.lhs, link.rhs)] if isinstance(found, list) else [found]
    known_sides = [side for side in sides if side is not None]
    parts = [part for side in known_sides for part in side.atoms(sympy.Symbol, sympy.Sum, sympy.Product)]
    limits = [limit for one in parts if not one.is_Symbol for limit in one.limits]
    counting = {letter.name for limit in limits for letter in limit.atoms(sympy.Symbol)}
    letters = {one.name for one in parts if one.is_Symbol}
    return [(str(name), name in counting) for name in sorted(letters)]


PLAIN_NAME = re.compile(r"(?!(?:d|e|i|j|O)(?!\w|\{))(?:[A-Za-z]|\\[A-Za-z]+)(?:_\{\w+\})?")
OF_REAL = sympy.Symbol("x", real=True).assumptions0
PLAIN_HEADS = (sympy.Add, sympy.Mul, sympy.Pow, sympy.Symbol, sympy.Rational)


def _is_plain(found: Any) -> bool:
    """Whether a formula is one relation between rational expressions and powers of letters without marks or a convention."""
    if not isinstance(found, list) or len(found) != 1:
        return False
    one = found[0]
    if one.lhs is None or one.lhs_unit or one.rhs_unit or one.truncated or one.condition or one.order is not None:
        return False
    parts = [part for side in (one.lhs, one.rhs) for part in sympy.preorder_traversal(side)]
    return all(isinstance(part, PLAIN_HEADS) for part in parts) and all(
        PLAIN_NAME.fullmatch(part.name) for part in parts if part.is_Symbol
    )


def _wholes(found: Any) -> dict[str, Any]:
    """The sums and integrals of a formula that are functions of their terms, by their print."""
    sides = [side for link in found for side in (link.lhs, link.rhs)] if isinstance(found, list) else [found]
    applied = {one.func for side in sides if side is not None for one in side.atoms(AppliedUndef)}
    return {one.__name__: one for one in sorted(applied, key=str) if one.__name__.endswith(WHOLE)}


def _subscripted(name: str) -> Any:
    """A function that is printed with its arguments below it."""
    return function(python_name(name), name, FILL_IN, UNKNOWN, subscripted=True, real=True)


def _free(name: str, taken: set[str]) -> str:
    made, count = name, 1
    while made in taken:
        count += 1
        made = f"{name}_{count}"
    taken.add(made)
    return made
