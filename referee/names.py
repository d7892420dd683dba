"""How the names of a paper are used, as far as the print tells: functions, indices, a charge e; Python names."""

from __future__ import annotations

import keyword
import re
from dataclasses import dataclass, field

from referee.python_source import RESERVED
from verify.grammar.parser import ParseError, Token, no_recursion_error
from verify.grammar.tokens import ACCENTS, normal_form, tokenize

GREEK = (
    "alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi rho varrho "
    "sigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega hbar ell"
)
ORDERS = {"O", "o", r"\mathcal{O}"}
"""Before a bracket, what is left out and no function."""
BAR = re.compile(r"\\bar\{([^{}]+)\}")
LETTERS = {rf"\{name}" for name in GREEK.split()}


@dataclass
class Usage:
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
            with no_recursion_error():
                self._read(text, tokenize(text))
        except ParseError:
            return

    def _read(self, text: str, tokens: list[Token]) -> None:
        for index, token in enumerate(tokens):
            if not begins_name(token):
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
            count = _single_arguments(tokens, end) if after == "(" and name not in ORDERS else 0
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
    def averages(self) -> set[str]:
        """Names with a bar whose letter never stands without one, so that no conjugate is meant."""
        bare = {re.sub(r"_\{.*\}|'", "", name) for name in self.spelling}
        return {name for name in self.spelling if (under := BAR.match(name)) and under.group(1) not in bare}

    def is_ambiguous(self, name: str) -> bool:
        return name in self.called and name in self.alone


def begins_name(token: Token) -> bool:
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
    while index < len(tokens) and begins_name(tokens[index]):
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


def used_in_two_ways(text: str, usage: Usage) -> str:
    """Why a formula is not read: a name that stands alone elsewhere, and i."""
    try:
        with no_recursion_error():
            return _used_in_two_ways(text, tokenize(text), usage)
    except ParseError as error:
        return f"LaTeX not parsed: {error}"


def _used_in_two_ways(text: str, tokens: list[Token], usage: Usage) -> str:
    for index, token in enumerate(tokens):
        if not begins_name(token) or (index and tokens[index - 1].text in ("_", "^", *ACCENTS)):
            continue
        end = atom_end(tokens, index)
        name = normal_form(tokens[index:end])
        after = tokens[end].text if end < len(tokens) else ""
        if usage.is_ambiguous(name) and after == "(":
            return f"{name} is printed alone and before brackets: declare it as a symbol or as a function"
        summed = any(one.text in (r"\sum", r"\prod") for one in tokens)
        if name == "i" and "i" in usage.indices and not summed and "(i)" not in text:
            return "i is an index elsewhere: say whether it is the imaginary unit here"
    return ""
