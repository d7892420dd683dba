"""What a reader keeps of a line is what it would find anew: where declared names end, and the normal forms of items."""

import sympy
from hypothesis import given
from hypothesis import strategies as st

from verify.grammar.items import Notation
from verify.grammar.names import NameReader
from verify.grammar.parser import ParseError
from verify.latex.reader import LatexParser

PIECES = st.sampled_from(
    ["x", "v", "E", r"\Phi", r"\bar x", r"\overline{x}", "{x}", "_{0}", "_{He}", "_0", "^0", "^{0}", "^2", "^{12}", "^24", "'", "(", ")",
     r"\Delta ", r"\mathrm{Re}", r"\frac{1}{2}", "+", "=", "12", "3", " ", r"\,", "d", "t", r"\left|", "|", "["]
)  # fmt: skip
LINES = st.lists(PIECES, max_size=12).map("".join)
NAMES = st.lists(
    st.sampled_from(
        [
            "x",
            "x_{0}",
            "x^{0}",
            "v^{0}",
            r"\bar{x}",
            r"\Phi_{0}",
            r"\Delta x",
            "Re",
            "E_{He}",
            "x'",
            "d",
            r"\Delta",
            "vt",
        ]
    ),
    max_size=4,
    unique=True,
)


def reader(line: str, names: list[str]) -> LatexParser | None:
    try:
        return LatexParser(line, Notation({name: sympy.Symbol(name) for name in names}, {}, {}, free=True, strict=True))
    except ParseError:
        return None


def end_of_name(one: LatexParser, index: int) -> int | None:
    try:
        return NameReader.declared_end(one, index)
    except ParseError:
        return None


@given(LINES, NAMES)
def test_where_declared_names_end_is_kept(line: str, names: list[str]) -> None:
    kept, anew = reader(line, names), reader(line, names)
    if kept is None or anew is None:
        return
    kept.ends, kept.initials = {}, {name[:2] if name[0] == "\\" else name[0] for name in names}
    for index in range(len(anew.tokens)):
        found = end_of_name(anew, index)
        assert kept._end_of_declared(index) == found
        assert kept._end_of_declared(index) == found  # as it was kept
    assert [token.text for token in kept.tokens] == [token.text for token in anew.tokens]


@given(LINES, NAMES)
def test_items_are_kept(line: str, names: list[str]) -> None:
    kept, anew = reader(line, names), reader(line, names)
    if kept is None or anew is None:
        return
    for index in [*range(len(anew.tokens)), *range(len(anew.tokens))]:
        try:
            found = anew._atom(index) if index < anew.stop else ("", index)
        except ParseError:
            continue
        assert kept.atom(index) == found
