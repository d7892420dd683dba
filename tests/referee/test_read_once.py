"""A line that says the same alone and beside the others is read once; the draft is the one of two readings."""

import os
import re
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referee.draft import draft
from referee.draft_claims import DraftPaper
from referee.draft_notation import Table
from referee.file_imports import imported
from referee.name_tokens import names_in, names_of
from referee.sources import find_equations
from tests.common import processes
from verify.grammar.tokens import normal_form, tokenize
from verify.latex import reader


def drafted(*formulas: str) -> DraftPaper:
    return draft(find_equations("\n\n".join(f"text $${formula}$$" for formula in formulas)))


def read_twice(*formulas: str) -> DraftPaper:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Table, "beside", lambda *_: None)
        return drafted(*formulas)


def count(*formulas: str) -> int:
    """How often a formula is read."""
    done: list[str] = []

    def parse_latex(text: str, *found: Any, **more: Any) -> object:
        done.append(text)
        return reader.parse_latex(text, *found, **more)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("referee.reading.parse_latex", parse_latex)
        drafted(*formulas)
    return len(done)


@pytest.mark.parametrize(
    ("formulas", "times"),
    [
        ((r"E = m c^2", r"E_{2} = \frac{m_{2} v^2}{2} + a_{2}"), 2),
        ((r"E_{2} = \frac{m v^2}{2}", r"x_{0} = \sqrt{\alpha} y^{-1}"), 2),
        ((r"a = b c", r"bc = 5\ \mathrm{m}"), 3),  # a number with its unit
        ((r"f(x) = x^2", r"y = f"), 4),  # a function elsewhere
        ((r"\dot x = v", r"x = 3 v"), 4),  # a mark on a letter that is another name beside it
        ((r"y = \sum_{n=1}^{N} n", r"z = n"), 4),  # whole numbers
        ((r"y = e^{x}", r"z = e"), 4),  # a constant or a quantity
    ],
)
def test_how_often_lines_are_read(formulas: tuple[str, ...], times: int) -> None:
    assert count(*formulas) == times
    assert drafted(*formulas) == read_twice(*formulas)


LETTERS = st.sampled_from(
    ["a", "b", "x", "x_{1}", "x_1", "x_{12}", "E", "e", "i", "d", "k", r"\alpha", r"\mu", r"\dot x", "m", "V", "n"]
)
SIGNS = st.sampled_from(
    [" ", "+", "-", "/", r"\cdot ", r"\times ", "^2", r"\,", " 2 ", r"\sin ", "(", ")", ",", "'", "^{-1}", "_i"]
)
SIDES = st.lists(st.tuples(LETTERS, SIGNS), min_size=1, max_size=4).map(
    lambda parts: "".join(a + b for a, b in parts) + "1"
)
LINES = st.tuples(SIDES, st.sampled_from(["=", "<", r"\approx"]), SIDES).map("".join)


@given(st.lists(LINES, min_size=1, max_size=4))
def test_the_draft_is_that_of_two_readings(formulas: list[str]) -> None:
    assert drafted(*formulas) == read_twice(*formulas)


def test_questions_are_asked_in_the_same_order_in_every_run() -> None:
    formula = r"\int_{\Omega} q_{,i} \psi_{,i} \; dx = \int_{\Omega} k \cdot q_{,i} B_i^r \; dx"
    code = f"from referee.draft import draft\nfrom referee.sources import find_equations\nprint(draft(find_equations(r'$${formula}$$')).claims[0].why)"
    told = {
        processes.run([sys.executable, "-c", code], env=os.environ | {"PYTHONHASHSEED": str(seed)}).stdout
        for seed in range(3)
    }
    assert len(told) == 1
    assert told.pop().count(";") > 1


def test_a_draft_does_not_depend_on_those_before_it() -> None:
    """SymPy hands out what was built before, with a function of the same name that is another object."""
    line = r"\mu\,\dot x(E)d+1<\mu\times 1"
    formulas = (
        r"\mu'k(x_{1}\cdot \mu+1=a\cdot 1",
        line,
        r"\dot x\times x_{1}\sin m\cdot 1<x_{12}(x_{12}(b+n\cdot 1",
        line,
    )
    first = drafted(*formulas)
    assert all(drafted(*formulas) == first for _ in range(2))


@given(LINES)
def test_names_of_a_line_are_those_in_its_tokens(line: str) -> None:
    tokens = tokenize(line)
    assert list(names_of(line)) == [(normal_form(tokens[start:end]), start, end) for start, end in names_in(tokens)]


@given(st.lists(st.from_regex("[A-Za-z][A-Za-z0-9_]{0,6}", fullmatch=True), min_size=2, unique=True))
def test_numbers_in_imported_names_count_by_their_value(names: list[str]) -> None:
    def order(name: str) -> object:
        kind = 0 if name.isupper() and len(name) > 1 else 1 if name[0].isupper() else 2
        parts = re.findall(r"([^0-9]*)([0-9]*)", name)
        return kind, [(text.lower(), int(digits or 0)) for text, digits in parts], name

    assert imported("m", names, "  # noqa")[1:-1] == [f"    {name}," for name in sorted(names, key=order)]
