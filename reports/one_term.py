r"""The term of a printed side whose sign is wrong, where the correction writes the terms in another way.

The audit says "the sign in the term $X$ is wrong on the right", X being a term of the encoding.  If all terms of the
printed side but one have the values of terms of the corrected side, one to one, then that one is X: the print was
compared with the encoding, and the two are the same sum.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reports.edit import Edit, compared, unmarked
from reports.formula_values import NoValue, value
from reports.latex_tree import RELATIONS, Call, Group, Leaf, Node, NotRead, Row, Scripted, members, read

_SAID = re.compile(r"the sign in the term \$[^$]+\$ is wrong on the (left|right)")
_SIGNS = ("+", "-", "−")


def sign_of_one_term(printed: str, corrected: str, said: str) -> Edit | None:
    r"""The edit that turns the sign of the term that is wrong; None where it is not certain which one it is.

    >>> said = r"the sign in the term $- \frac{c}{\sqrt{x^{2}}}$ is wrong on the right"
    >>> sign_of_one_term(r"H = a b - \frac{c}{|x|}", r"H = \frac{c}{\sqrt{x^{2}}} + b a", said).plain
    'H = a b + \\frac{c}{| x |}'
    """
    wrong = _SAID.search(said)
    if wrong is None:
        return None
    try:
        before, after = read(unmarked(printed)), read(unmarked(corrected))
        sides, others = members(before), members(after)
        if len(sides) != 2 or len(others) != 2:
            return None
        index = 0 if wrong[1] == "left" else 1
        turned = _turned(sides[index], others[index])
        if turned is None:
            return None
        sign = next(node for node in before if isinstance(node, Leaf) and node.text in RELATIONS)
        mended = (*turned, sign, *sides[1]) if index == 0 else (*sides[0], sign, *turned)
        return compared(before, mended)
    except (NotRead, RecursionError):
        return None


def _turned(side: Row, right: Row) -> Row | None:
    """The side with the opposite sign of the one term that the right side does not have."""
    left = list(map(_value, _terms(right)))
    odd: list[tuple[int, Row]] = []
    at = 0
    for term in _terms(side):
        found = _value(term)
        if found is not None and found in left:
            left.remove(found)
        else:
            odd.append((at, term))
        at += len(term)
    if len(odd) != 1 or len(left) != 1:
        return None
    ((place, term),) = odd
    signed = isinstance(term[0], Leaf) and term[0].text in _SIGNS
    minus = isinstance(term[0], Leaf) and term[0].text in _SIGNS[1:]
    sign = Leaf("+" if minus else "-")
    new = (*((sign,) if place or not minus else ()), *(term[1:] if signed else term))
    return (*side[:place], *new, *side[place + len(term) :])


def _terms(side: Row) -> Iterator[Row]:
    """The terms of a sum, each with its sign."""
    start = 0
    for index, node in enumerate(side):
        if index > start and isinstance(node, Leaf) and node.text in _SIGNS:
            yield side[start:index]
            start = index
    yield side[start:]


def _value(term: Row) -> int | None:
    try:
        return value(tuple(map(_as_letters, term)))
    except NoValue:
        return None


def _as_letters(node: Node) -> Node:
    """The node with a Laplacian as a letter: terms are told apart here, not computed."""
    if isinstance(node, Leaf):
        return Leaf(r"\nablaAsLetter") if node.text == r"\nabla" else node
    if isinstance(node, Group):
        return Group(tuple(map(_as_letters, node.items)), node.left, node.right)
    if isinstance(node, Call):
        return Call(node.name, tuple(tuple(map(_as_letters, row)) for row in node.arguments))
    return Scripted(_as_letters(node.base), node.below, node.above)
