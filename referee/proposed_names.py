r"""Names before brackets, as far as all lines of a source tell: R^{ps}(r) and R^{ps}(r_c) are values of a function, 4 \epsilon (a - b) is a product.

A line that holds such a name waits for its author to say whether a function or a factor is meant.  Here the answer is
proposed, as an entry of the notation that counts once its author fills it in; nothing is read with it before.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from referee.author_notation import Entry
from referee.draft_notation import DraftSymbol
from referee.name_tokens import atom_end, begins_name, group_end, label_end, single_arguments
from referee.names import Usage, python_name
from referee.pieces import MATRIX_SCRIPTS, Piece
from verify.errors import ClaimError
from verify.grammar.glyphs import BRACKETS, CLOSING
from verify.grammar.parser import ParseError, Token
from verify.grammar.tokens import normal_form, tokenize

CALLED = re.compile(r"\(…\) may mean two things: a function of what is in the brackets")
LAYOUT = re.compile(r"(?:\\(?:left|right)(?![A-Za-z])|\\[,;:! ]|\s)+$")
PLAIN = re.compile(r"(?:[A-Za-z]|\\[A-Za-z]+)(?:_(?:\w|\{[^{}]*\}))?")
SHOWN = 3


@dataclass
class _Before:
    """What stands in brackets behind a name: single names, as they are shown, or sums."""

    printed: str
    calls: dict[tuple[str, ...], str] = field(default_factory=dict)
    sums: int = 0
    others: int = 0


def proposed_names(
    pieces: Iterable[Piece], usage: Usage, names: Collection[str], author: Sequence[Entry] = ()
) -> list[DraftSymbol]:
    """The entries that are proposed, with what speaks for them; `names` are those that the notation has, in normal form."""
    heads: dict[str, _Before] = {}
    for piece in pieces:
        if CALLED.search(piece.question):
            _note(piece.latex, heads)
    pythons = {entry.latex: entry.python for entry in author}  # an entry that nobody has filled in yet keeps its name
    used = {entry.python for entry in author}
    found: list[DraftSymbol] = []
    for name, before in heads.items():
        if name in usage.functions:
            continue
        python = pythons.get(name) or _free(python_name(name), used)
        used.add(python)
        if _is_function(name, before, usage):
            why = f"it stands before {', '.join(list(before.calls.values())[:SHOWN])}"
            arguments = max(map(len, before.calls))
            found.append(DraftSymbol(before.printed, python, True, arguments=arguments, proposed=why))
        elif _is_factor(name, before) and name not in names:
            found.append(DraftSymbol(before.printed, python, proposed="it stands before sums in brackets, as a factor"))
    return found


def _free(python: str, used: Collection[str]) -> str:
    return python if python not in used else f"{python}_of"


def _note(latex: str, heads: dict[str, _Before]) -> None:
    """Takes note of every name before a bracket in a piece."""
    try:
        tokens = tokenize(latex)
    except (ParseError, ClaimError):
        return
    for start, end, opening in _heads(tokens):
        spelled = LAYOUT.sub("", latex[tokens[start].column - 1 : tokens[end].column - 1])
        before = heads.setdefault(normal_form(tokens[start:end]), _Before(spelled))
        arguments = single_arguments(tokens, opening) if tokens[opening].text == "(" else ()
        if arguments:
            before.calls[arguments] = f"({', '.join(arguments)})"
        elif _is_sum(tokens, opening):
            before.sums += 1
        else:
            before.others += 1


def _heads(tokens: list[Token]) -> Iterator[tuple[int, int, int]]:
    """Where names before brackets begin and end, and the brackets begin: those behind a power of the name, too."""
    for start, token in enumerate(tokens):
        if not begins_name(token) or (start and tokens[start - 1].text in ("_", "^")):
            continue
        end = label_end(tokens, atom_end(tokens, start))
        opening = end
        if end < len(tokens) and tokens[end].text == "^":
            opening = group_end(tokens, end + 1)
            above = [one for one in tokens[end + 1 : opening] if one.text not in "{}"]
            if any(one.text in MATRIX_SCRIPTS for one in above):
                continue
            end = end if all(one.kind == "number" for one in above) else opening
        if opening < len(tokens) and tokens[opening].text in ("(", "["):
            yield start, end, opening


def _is_sum(tokens: list[Token], opening: int) -> bool:
    """Whether terms are added in a bracket, and it holds no list."""
    depth, added = 0, False
    for place, token in enumerate(tokens[opening:], opening):
        depth += (token.text in BRACKETS or token.text == "{") - (token.text in CLOSING or token.text == "}")
        if depth == 0:
            return added
        if depth == 1 and token.text in (",", ";", "|"):
            return False
        is_mark = tokens[place - 1].text in ("_", "^")  # y^+ is one name
        added = added or (depth == 1 and token.text in ("+", "-") and not is_mark)
    return False


def _is_factor(name: str, before: _Before) -> bool:
    """Only sums stand behind it, and it is a plain letter, and neither a vector or matrix nor an inverse."""
    return bool(before.sums) and not before.calls and not before.others and PLAIN.fullmatch(name) is not None


def _is_function(name: str, before: _Before, usage: Usage) -> bool:
    """Several names in one bracket are arguments; single ones are where the name stands alone nowhere, or is differentiated."""
    several = any(len(one) > 1 for one in before.calls)
    variables = usage.slopes.get(name, set())
    alone = name in usage.alone or bool(before.sums)
    return several or (bool(before.calls) and not alone) or any(one[0] in variables for one in before.calls)
