"""Where names begin and end in the tokens of a formula, what stands above them, and what they are differentiated by."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from verify.grammar.glyphs import FRACTIONS
from verify.grammar.parser import Token
from verify.grammar.tokens import ACCENTS, normal_form, tokenize

GREEK = (
    "alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi rho varrho "
    "sigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega hbar ell"
)
OPERATIONS = {"T", "t", "H", "d", "e", "i", "dagger"}
"""Upright signs above a name that do something with it."""
CAPITALS = {*"ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
INDICES = ({*"abcd"}, {*"ijklmn"})
LETTERS = {rf"\{name}" for name in GREEK.split()}


def superscripts(tokens: list[Token]) -> set[int]:
    """The places of what stands in superscripts."""
    found: set[int] = set()
    for index, token in enumerate(tokens):
        if token.text == "^":
            found |= set(range(index + 1, group_end(tokens, index + 1)))
    return found


def names_in(tokens: list[Token]) -> Iterator[tuple[int, int]]:
    """Where names begin and end, with their labels; what stands below them is a part of them."""
    index = 0
    while index < len(tokens):
        if not begins_name(tokens[index]) or (index and tokens[index - 1].text in ("_", "^")):
            index += 1
            continue
        end = atom_end(tokens, index)
        end = end if normal_form(tokens[index:end]) == "e" else label_end(tokens, end)
        yield index, end
        index = max(end, index + 1)


@lru_cache(maxsize=5_000)  # a draft asks for those of all its lines several times
def names_of(text: str) -> tuple[tuple[str, int, int], ...]:
    """The names of a formula in their normal form, with where they begin and end.  Raises ParseError."""
    tokens = tokenize(text)
    return tuple((normal_form(tokens[start:end]), start, end) for start, end in names_in(tokens))


def label_end(tokens: list[Token], end: int) -> int:
    r"""Where a label above a name ends, which begins at `end`: E^{(1)}, T^{tot}, \sigma^+; there, if none stands there."""
    if end + 1 >= len(tokens) or tokens[end].text != "^":
        return end
    after = group_end(tokens, end + 1)
    inside = tokens[end + 2 : after - 1] if tokens[end + 1].text == "{" else tokens[end + 1 : after]
    if not _is_label([token for token in inside if token.text not in ("{", "}")]):
        return end
    return group_end(tokens, after + 1) if after < len(tokens) and tokens[after].text == "_" else after


def _is_label(inside: list[Token]) -> bool:
    texts = [token.text for token in inside]
    if len(texts) == 1:
        return texts[0] in ("+", "-", "*", r"\star") or (inside[0].kind == "word" and texts[0] not in OPERATIONS)
    if len(texts) == 3 and (texts[0], texts[2]) == ("(", ")"):
        return inside[1].kind in ("number", "letter", "word")
    close = all(token.kind == "letter" and len(token.text) == 1 for token in inside) and not any(
        t.space for t in inside[1:]
    )
    return len(texts) > 2 and close and not any(set(texts) <= family for family in INDICES)


def runs_of_capitals(tokens: list[Token]) -> Iterator[str]:
    """Capitals that stand close to each other, CFL, and those that stand alone."""
    run = ""
    for token in tokens:
        is_capital = token.kind == "letter" and token.text in CAPITALS
        if run and not (is_capital and not token.space):
            yield run
            run = ""
        run += token.text if is_capital else ""
    if run:
        yield run


def slopes_in(tokens: list[Token]) -> Iterator[tuple[str, str]]:
    r"""The names that are differentiated, and by what: \frac{dx}{dt}, \frac{\partial^2 u}{\partial x\partial t}, \partial_t u, dx/dt."""
    for index, token in enumerate(tokens):
        if token.text in ("d", r"\partial"):
            yield from _slope_before_slash(tokens, index)
        if token.text == r"\partial" and index + 1 < len(tokens) and tokens[index + 1].text == "_":
            start = group_end(tokens, index + 2)
            below = [one for one in tokens[index + 2 : start] if one.text not in ("{", "}")]
            if len(below) == 1 and start < len(tokens) and begins_name(tokens[start]):
                yield normal_form(tokens[start : label_end(tokens, atom_end(tokens, start))]), below[0].text
        if token.text not in FRACTIONS or index + 1 >= len(tokens) or tokens[index + 1].text != "{":
            continue
        middle = group_end(tokens, index + 1)
        above, below = tokens[index + 2 : middle - 1], tokens[middle + 1 : group_end(tokens, middle) - 1]
        if not above or not below or {above[0].text, below[0].text} - {"d", r"\partial"}:
            continue
        start = 1 if len(above) < 2 or above[1].text != "^" else group_end(above, 2)
        if start < len(above) and begins_name(above[start]):
            end = label_end(above, atom_end(above, start))
            if end == len(above):
                for variable in _variables(below):
                    yield normal_form(above[start:end]), variable


GRADIENTS = {r"\nabla", r"\grad", r"\divergence", r"\dive", r"\rot", r"\curl", r"\lap", r"\laplacian"}


def under_nabla(tokens: list[Token]) -> Iterator[str]:
    r"""The names that \nabla acts on: p of \nabla^2 p, \rho and v of \nabla\cdot(\rho v); of J(m), the gradient may be by m."""
    for index, token in enumerate(tokens):
        if token.text not in GRADIENTS:
            continue
        start = index + 1
        while start < len(tokens) and tokens[start].text in ("^", r"\cdot", r"\times"):
            start = group_end(tokens, start + 1) if tokens[start].text == "^" else start + 1
        end = _bracket_end(tokens, start)
        for first, last in names_in(tokens):
            if start <= first < end and [one.text for one in tokens[last : last + 1]] != ["("]:
                yield normal_form(tokens[first:last])


def _bracket_end(tokens: list[Token], start: int) -> int:
    """Where the bracket, the group or the one token at `start` ends."""
    if [one.text for one in tokens[start : start + 1]] != ["("]:
        return group_end(tokens, start) if start < len(tokens) else start
    depth = 0
    for end in range(start, len(tokens)):
        depth += (tokens[end].text == "(") - (tokens[end].text == ")")
        if depth == 0:
            return end + 1
    return len(tokens)


def _slope_before_slash(tokens: list[Token], index: int) -> Iterator[tuple[str, str]]:
    """The name and the letter of dP/dr."""
    sign = tokens[index].text
    if sign not in ("d", r"\partial") or index + 1 == len(tokens) or not begins_name(tokens[index + 1]):
        return
    end = atom_end(tokens, index + 1)
    if (
        [token.text for token in tokens[end : end + 2]] == ["/", sign]
        and end + 2 < len(tokens)
        and begins_name(tokens[end + 2])
    ):
        below = atom_end(tokens, end + 2)
        yield normal_form(tokens[index + 1 : end]), normal_form(tokens[end + 2 : below])


def _variables(below: list[Token]) -> Iterator[str]:
    """The variables of dx^2, \\partial x\\partial t."""
    for index, token in enumerate(below):
        if token.text in ("d", r"\partial") and index + 1 < len(below) and begins_name(below[index + 1]):
            yield normal_form(below[index + 1 : atom_end(below, index + 1)])


def begins_name(token: Token) -> bool:
    return token.kind == "letter" or token.text in LETTERS or token.text in ACCENTS


def atom_end(tokens: list[Token], index: int) -> int:
    """Where the name that begins at `index` ends: accents, a letter or group, a subscript, primes."""
    while index < len(tokens) and tokens[index].text in ACCENTS:
        index += 1
    index = group_end(tokens, index)
    while index < len(tokens) and tokens[index].text in ("_", "'"):
        index = index + 1 if tokens[index].text == "'" else group_end(tokens, index + 1)
    return index


def group_end(tokens: list[Token], index: int) -> int:
    if index >= len(tokens) or tokens[index].text != "{":
        return min(index + 1, len(tokens))
    depth = 0
    for place in range(index, len(tokens)):
        depth += (tokens[place].text == "{") - (tokens[place].text == "}")
        if depth == 0:
            return place + 1
    return len(tokens)


def single_arguments(tokens: list[Token], opening: int) -> tuple[str, ...]:
    """The single names between the brackets that open at `opening`; none if there is anything else."""
    found: list[str] = []
    index = opening + 1
    while index < len(tokens) and begins_name(tokens[index]):
        end = atom_end(tokens, index)
        found.append(normal_form(tokens[index:end]))
        index = end
        if index < len(tokens) and tokens[index].text == ")":
            return tuple(found)
        if index >= len(tokens) or tokens[index].text != ",":
            return ()
        index += 1
    return ()
