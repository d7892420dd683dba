"""How the names of a paper are used, as far as the print tells: functions, indices, a charge e; Python names."""

from __future__ import annotations

import keyword
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from referee.name_tokens import (
    LETTERS,
    atom_end,
    begins_name,
    group_end,
    label_end,
    names_in,
    names_of,
    runs_of_capitals,
    single_arguments,
    slopes_in,
    superscripts,
    under_nabla,
)
from referee.python_source import RESERVED
from verify.grammar.glyphs import RELATIONS
from verify.grammar.parser import ParseError, Token, no_recursion_error
from verify.grammar.tokens import normal_form, tokenize

ORDERS = {"O", "o", r"\mathcal{O}"}
"""Before a bracket, what is left out and no function."""
TIMES = {"t", r"\tau"}
SEVERAL, MANY = 3, 4
OFTEN = 4
"""A name that stands alone more often than so many times as it stands before its argument is another one there, perhaps."""
BAR = re.compile(r"\\bar\{([^{}]+)\}")
ACCENTED = re.compile(r"\\(bar|dot|ddot|hat|tilde|vec|mathbf|boldsymbol|mathcal|mathscr|mathbb|underline)\{([^{}]*)\}")
STYLES = {"mathbf": "bold", "boldsymbol": "bold", "mathcal": "cal", "mathscr": "scr", "mathbb": "double"}
LONGEST_NAME = 48  # of a Python name: that of a whole term is cut


@dataclass
class Usage:
    """How the names of a paper are used: applied to single symbols, alone, as an index, with a label above, differentiated."""

    called: dict[str, int] = field(default_factory=dict)
    alone: set[str] = field(default_factory=set)
    count: Counter[str] = field(default_factory=Counter)
    """How often each name stands alone."""
    spelling: dict[str, str] = field(default_factory=dict)
    indices: set[str] = field(default_factory=set)
    plain_e: bool = False
    marked_e: bool = False
    """Whether e bears a mark or a subscript somewhere, e^* or e_0, so that e^n may be another one of its kind."""
    increments: set[str] = field(default_factory=set)
    labelled: set[str] = field(default_factory=set)
    arguments: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)
    slopes: dict[str, set[str]] = field(default_factory=dict)
    lone: set[str] = field(default_factory=set)
    """Capitals that stand beside no other capital."""
    free: set[str] = field(default_factory=set)
    """Names that stand outside of superscripts, so that they are quantities and not only labels."""
    defined: set[tuple[str, tuple[str, ...]]] = field(default_factory=set)
    """Left sides, f and f(x), as names and their arguments."""
    declared: set[str] = field(default_factory=set)
    """Names of which a line says p = p(x)."""
    raised: dict[str, set[str]] = field(default_factory=dict)
    """Letters in superscripts, each with the names that bear it; those to which a number is added are in `stepped`."""
    stepped: set[str] = field(default_factory=set)
    adjoint: set[str] = field(default_factory=set)
    """Capitals that bear the mark of an adjoint or a transpose somewhere."""
    numbered: set[str] = field(default_factory=set)
    """Letters with a 0 or 1 above them, which is no power, so that a 2 above them need not be one."""
    beside_inverse: set[tuple[str, str]] = field(default_factory=set)
    """A^{-1} with the capital before or behind it."""
    below: set[str] = field(default_factory=set)
    """Single letters that stand below a name."""
    under_nabla: set[str] = field(default_factory=set)
    r"""Names on which \nabla or a command of its kin acts: they depend on the place."""
    said: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Functions of which the author says that they are, with the letters over which they run, where that is said."""

    def read(self, text: str) -> None:
        """Takes note of every name in a formula; what cannot be cut into tokens is passed over."""
        try:
            with no_recursion_error():
                self._read(text, tokenize(text))
        except ParseError:
            return

    def _read(self, text: str, tokens: list[Token]) -> None:
        above, names = superscripts(tokens), []
        for index, end in names_in(tokens):
            names.append((index, end))
            name = normal_form(tokens[index:end])
            self.free |= {name} if index not in above else set()
            before = tokens[index - 1].text if index else ""
            after = tokens[end].text if end < len(tokens) else ""
            if before == r"\Delta":
                self.increments.add(rf"\Delta {name}" if name[:1].isalpha() else rf"\Delta{name}")
            if name == "e" and (after != "^" or _is_number(tokens, end + 1)):
                self.plain_e = True
            self.marked_e |= name.startswith("e_") or (name == "e" and label_end(tokens, end) > end)
            if end > atom_end(tokens, index):
                self.labelled.add(name)
            self.spelling.setdefault(name, _spelled(text, tokens, index, end, name))
            self._note_call(name, tokens, index, end)
            self._note_raised(name, tokens, end)
        for index, token in enumerate(tokens):
            if token.text == "_" and index + 1 < len(tokens) and tokens[index - 1].text not in (r"\sum", r"\prod"):
                inside = [one.text for one in tokens[index + 1 : group_end(tokens, index + 1)] if one.text not in "{}"]
                self.below |= set(inside) if len(inside) == 1 else set()
            if token.text in (r"\sum", r"\prod") and index + 2 < len(tokens) and tokens[index + 1].text == "_":
                following = tokens[index + 2 : index + 4]
                self.indices |= {one.text for one in following if one.kind == "letter"}
        self._note_operators(tokens)
        self._note_numbers(tokens, names)
        self.under_nabla |= set(under_nabla(tokens))
        for run in runs_of_capitals(tokens):
            self.lone |= {run} if len(run) == 1 else set()
        for name, variable in slopes_in(tokens):
            self.slopes.setdefault(name, set()).add(variable)

    def _note_operators(self, tokens: list[Token]) -> None:
        for index, token in enumerate(tokens):
            if token.text != "^" or not index or not begins_name(tokens[index - 1]):
                continue
            end = group_end(tokens, index + 1)
            above = [one.text for one in tokens[index + 1 : end] if one.text not in "{}"]
            name = tokens[index - 1].text
            if not re.fullmatch("[A-Z]", name) and above != [r"\dagger"]:
                continue
            self.adjoint |= {name} if above in (["*"], ["T"], [r"\dagger"], [r"\top"], [r"\ast"]) else set()
            if above == ["-", "1"]:
                beside = {tokens[index - 2].text} if index > 1 else set()
                beside |= {tokens[end].text} if end < len(tokens) else set()
                self.beside_inverse |= {(name, one) for one in beside if re.fullmatch("[A-Z]", one)}

    def _note_numbers(self, tokens: list[Token], names: Iterable[tuple[int, int]]) -> None:
        for index, end in names:
            after = tokens[end : end + 4]
            inside = [one.text for one in after[1:] if one.text not in "{}"][:1]
            closed = len(after) > 2 and (after[1].text != "{" or len(after) < 4 or after[3].text == "}")
            if after and after[0].text == "^" and inside in (["0"], ["1"]) and closed:
                self.numbered.add(tokens[index].text)

    @cached_property
    def heads(self) -> set[str]:
        """The letters of the names that stand outside of superscripts, without what is below and above them."""
        return {re.split(r"[_^]", name)[0] for name in self.free}

    @cached_property
    def operators(self) -> set[str]:
        """Capitals with adjoints, that stand without the mark as well, and those with inverses beside them: no numbers."""
        found = self.adjoint & self.free
        return found | {name for name, other in self.beside_inverse if other in found}

    def _note_call(self, name: str, tokens: list[Token], index: int, end: int) -> None:
        if end >= len(tokens) or tokens[end].text != "(":
            self.alone.add(name)
            self.count[name] += 1
            if index == 0 and end < len(tokens) and tokens[end].text in RELATIONS:
                self.declared |= {name} if _is_call_alone(name, tokens[end + 1 :]) else set()
                self.defined.add((name, ()))
            return
        arguments = single_arguments(tokens, end) if name not in ORDERS else ()
        if arguments:
            close = next(place for place in range(end, len(tokens)) if tokens[place].text == ")")
            if index == 0 and close + 1 < len(tokens) and tokens[close + 1].text in RELATIONS:
                self.defined.add((name, arguments))
            self.called[name] = max(len(arguments), self.called.get(name, 0))
            self.arguments.setdefault(name, []).append(arguments)

    def _note_raised(self, name: str, tokens: list[Token], end: int) -> None:
        if end >= len(tokens) or tokens[end].text != "^" or name == "e":
            return
        inside = [token for token in tokens[end + 1 : group_end(tokens, end + 1)] if token.text not in ("{", "}", ",")]
        if not inside or (inside[0].kind != "letter" and inside[0].text not in LETTERS):
            return
        following = "".join(token.text for token in inside[1:])
        if not following or re.fullmatch(r"[+-](?:[0-9a-z]|\\frac12|1/2)", following):
            self.raised.setdefault(inside[0].text, set()).add(name)
            self.stepped |= {inside[0].text} if following else set()

    def settle(
        self,
        symbols: Iterable[str],
        functions: Iterable[str],
        over: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
    ) -> None:
        """Takes over what an author says of names: symbols are applied to nothing, functions stand nowhere for another quantity.

        `over` has the letters over which a function is said to run.
        """
        for name in symbols:
            self.called.pop(name, None)
            self.slopes.pop(name, None)
            self.free.add(name)
            self.lone.add(name)
            self.raised.pop(name, None)
        self.said |= {name: over.get(name, ()) for name in functions}
        self.__dict__.pop("dependent", None)  # it is found anew
        for name in self.said:
            if name not in self.dependent:  # x, printed for x(t), is no other quantity
                self.called.setdefault(name, 1)
                self.alone.discard(name)
        self.__dict__.pop("dependent", None)

    @property
    def functions(self) -> dict[str, int]:
        """Names that stand before single symbols in brackets; alone they are another quantity (`alone`) or the same (`dependent`)."""
        plain = {name: count for name, count in self.called.items() if name not in self.dependent}
        return plain | {name: len(arguments) for name, arguments in self.dependent.items()}

    @cached_property
    def dependent(self) -> dict[str, tuple[str, ...]]:
        """Names that also stand alone, with the letters on which they depend: x(t) is printed x as well.

        The letters are those in the brackets, if these are the same single letters wherever there are only such, or
        those by which the name is differentiated.
        """
        found: dict[str, tuple[str, ...]] = {}
        with_arguments: dict[str, set[bool]] = {}
        for name, arguments in self.defined:
            with_arguments.setdefault(name, set()).add(bool(arguments))
        for name in sorted(self.alone & (self.called.keys() | self.slopes.keys())):
            plain = {one for one in self.arguments.get(name, ()) if all(map(_is_letter, one))}
            over = self.slopes.get(name, set())
            if len(with_arguments.get(name, ())) > 1:
                continue  # V = 2 and V(r) = r^2 define two quantities
            if name not in self.called and all(map(_is_letter, over)):
                found[name] = tuple(sorted(over))
            elif len(plain) == 1 and over <= set(*plain) and (over or self._is_called_often(name)):
                found[name] = next(iter(plain))
        for name, letters in self.said.items():
            if letters or name not in found:
                found |= {name: place} if (place := letters or self._only_place(name)) else {}
        return {name: over for name, over in found.items() if not _leads_back(name, found)}

    def holds_short(self, text: str) -> bool:
        """Whether a function, or a quantity that is differentiated elsewhere, stands in a formula without its argument."""
        tokens = tokenize(text)
        names = ((normal_form(tokens[start:end]), end) for start, end in names_in(tokens))
        moving = self.dependent.keys() | self.slopes.keys()
        return any(name in moving and [one.text for one in tokens[end : end + 1]] != ["("] for name, end in names)

    def short_apart(self, text: str) -> list[str]:
        """Functions that stand in a formula without argument, and with nothing on which they depend, for all that calls show.

        The f of 1/f beside f(x) elsewhere may be another quantity, a frequency.
        """
        if not self.dependent:
            return []
        tokens = tokenize(text)
        names = [(name, end) for name, _, end in names_of(text)]
        present = {name for name, _ in names}
        called = {name for name, end in names if [one.text for one in tokens[end : end + 1]] == ["("]}
        loose = self.dependent.keys() - self.slopes.keys() - self.declared - self.said.keys()
        others = {letter for name, end in names if name in called for letter in single_arguments(tokens, end)}
        if any(map(_is_letter, others)):  # psi(t) = A cos(2 pi f t), where f(x) has a slope elsewhere
            loose |= self.dependent.keys() - self.declared - self.said.keys()
        return [name for name in sorted(present & loose - called) if not present & set(self.dependent[name])]

    def fields_of_time(self, text: str) -> list[str]:
        r"""Functions of the time alone, for all that their derivatives show, in a formula, that \nabla acts on elsewhere."""
        fields = self.under_nabla & self.dependent.keys() - self.said.keys()
        fields = {name for name in fields if set(self.dependent[name]) <= TIMES}
        tokens = tokenize(text) if fields else []
        return sorted(fields & {normal_form(tokens[start:end]) for start, end in names_in(tokens)})

    def _only_place(self, name: str) -> tuple[str, ...]:
        """The letters on which a function that its author has declared depends, where it is printed without them.

        They are the one by which it is differentiated, if it is nowhere applied to other letters alone (P = P(\\rho) beside
        dP/dr), or those in its brackets wherever only letters stand there.
        """
        over = {letter for letter in self.slopes.get(name, ()) if _is_letter(letter)}
        plain = {one for one in self.arguments.get(name, ()) if all(map(_is_letter, one))}
        if over:
            return tuple(over) if len(over) == 1 and (not plain or tuple(over) in plain) else ()
        return next(iter(plain)) if len(plain) == 1 else ()

    def _is_called_often(self, name: str) -> bool:
        calls = len(self.arguments[name])
        return name in self.declared or (calls > 1 and self.count[name] <= OFTEN * calls)

    @property
    def averages(self) -> set[str]:
        """Names with a bar whose letter never stands without one, so that no conjugate is meant."""
        bare = {re.sub(r"_\{.*\}|'", "", name) for name in self.spelling}
        return {name for name in self.spelling if (under := BAR.match(name)) and under.group(1) not in bare}

    @cached_property
    def levels(self) -> set[str]:
        """Letters that are raised on several names as a count of steps, u^n and u^{n+1}, or on many, as a label."""
        enough = {letter: SEVERAL if letter in self.stepped else MANY for letter in self.raised}
        return {letter for letter, bases in self.raised.items() if len(bases) >= enough[letter]}


def _is_call_alone(name: str, tokens: list[Token]) -> bool:
    """Whether the tokens are the name before single names in brackets, and nothing else: the right of p = p(x, y)."""
    first = next(names_in(tokens), (1, 1))
    if first[0] != 0 or normal_form(tokens[: first[1]]) != name or first[1] >= len(tokens):
        return False
    count = sum(token.text == ")" for token in tokens)
    return bool(single_arguments(tokens, first[1])) and tokens[-1].text == ")" and count == 1


def _is_letter(name: str) -> bool:
    return bool(re.fullmatch(r"[A-Za-z]|\\[A-Za-z]+", name))


def _leads_back(name: str, found: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether what a name depends on depends on something, too: then one letter would stand for two things."""
    return any(letter in found for letter in found[name])


def _is_number(tokens: list[Token], index: int) -> bool:
    inside = (
        tokens[index + 1 : group_end(tokens, index) - 1]
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
    text = re.sub(r"\\\|(.*?)\\\|", r" norm \1 ", latex)
    text = re.sub(r"^\|(.*)\|$", r"size \1", text)
    while (match := ACCENTED.search(text)) is not None:
        marked = f"{match.group(2)}_{STYLES.get(match.group(1), match.group(1))}"
        text = text[: match.start()] + marked + text[match.end() :]
    text = re.sub(r"-(?=\}|$)", "_minus", text).replace("'", "_prime").replace("+", "_plus").replace("*", "_star")
    text = re.sub(r"_+", "_", re.sub(r"[^A-Za-z0-9]+", "_", text)).strip("_") or "symbol"
    text = text if text[0].isalpha() else f"symbol_{text}"
    text = (
        text if len(text) <= LONGEST_NAME else f"{text[:LONGEST_NAME].rpartition('_')[0] or text[:LONGEST_NAME]}_dots"
    )
    return f"{text}_" if keyword.iskeyword(text) or keyword.issoftkeyword(text) or text in RESERVED else text
