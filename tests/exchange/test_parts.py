"""The JSON of a paper is read in parts: what comes out, and what is refused, is as if it were read at once."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange.test_papers import same, small_paper
from verify.exchange import json_text
from verify.exchange.document import as_text, from_json
from verify.exchange.forms import Fault


def test_the_claims_of_a_file_are_made_when_they_are_read() -> None:
    text = as_text(small_paper())
    body = json_text.parse(text)
    assert isinstance(body["claims"], json_text.Later)
    assert list(body["claims"]) == json.loads(text)["claims"]
    assert {**body, "claims": [*body["claims"]]} == json.loads(text)
    assert same(from_json(body), small_paper())


SPACES = st.text(" \t\r\n", max_size=2)
PIECES = st.sampled_from(
    [
        '"claims"',
        '"id"',
        '"a"',
        ":",
        ":",
        ",",
        "[",
        "]",
        "{",
        "}",
        "1",
        "1.5",
        "null",
        '"x"',
        '{"b": [1, 2]}',
        "\ufeff",
        "\x0b",
    ]
)


def read_at_once(text: str) -> Any:
    """As the library reads it, or the kind of its error."""
    try:
        return json.loads(text, parse_float=pytest.fail, object_pairs_hook=json_text._once)
    except (ValueError, pytest.fail.Exception):
        return None


def read_in_parts(text: str) -> Any:
    try:
        found = json_text.parse(text)
    except Fault:
        return None
    later = isinstance(found, dict) and isinstance(found.get("claims"), json_text.Later)
    return {**found, "claims": list(found["claims"])} if later else found


@given(st.lists(st.tuples(SPACES, PIECES), max_size=14), st.booleans())
def test_any_text_is_read_in_parts_as_at_once(pieces: list[tuple[str, str]], whole: bool) -> None:
    text = "".join(space + piece for space, piece in pieces)
    text = f'{{"claims": [{text}]}}' if whole else text
    assert read_in_parts(text) == read_at_once(text)


@pytest.mark.parametrize(
    "text",
    [
        '{"claims": []}', ' { "id" : 1 , "claims" : [ 1 , {} ] } ', '{"claims": [1,]}', '{"claims": [1}', '{"claims": [1] "a": 2}',
        '{"claims": [], "claims": []}', '{"claims": [1]} x', '{"claims": [1]', '{"claims": [', '{"claims"', '{,"claims": []}', '{"claims": [],}',
        '{"claims": {"a": 1}}', '{"claims": [[[1.5]]]}', "[]", "", "{}", '{"claims": [{"a": 1, "a": 2}]}', '{1: 2, "claims": []}',
    ],
)  # fmt: skip
def test_this_text_is_read_in_parts_as_at_once(text: str) -> None:
    assert read_in_parts(text) == read_at_once(text)
