"""Answers as JSON: they come back as they were, and nothing else is read as one."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify.cache import answers
from verify.tasks import Second
from verify.verdicts import (
    ClaimAudit,
    Counterexample,
    Drawing,
    DrawnCurve,
    Evidence,
    Grade,
    Ground,
    Inherited,
    Mark,
    MarkKind,
    Mutants,
    Outcome,
    Reason,
    Result,
    Survivor,
    Verdict,
)

TEXT = st.text(max_size=6)
TEXTS = st.lists(TEXT, max_size=3).map(tuple)
POINTS = st.dictionaries(TEXT, TEXT, max_size=3).map(lambda point: tuple(point.items()))
COUNTEREXAMPLES = st.builds(Counterexample, point=POINTS)
EVIDENCE = st.builds(
    Evidence,
    counterexample=st.none() | COUNTEREXAMPLES,
    conditions=TEXTS,
    restrictions=TEXTS,
    handed_on=TEXTS,
    reason=st.none() | st.sampled_from(Reason),
)
VERDICTS = st.builds(
    Verdict,
    grade=st.none() | st.sampled_from(Grade),
    evidence=EVIDENCE,
    ground=st.none() | st.sampled_from(Ground),
    premises=TEXTS,
)
MUTANTS = st.none() | st.builds(Mutants, survivors=st.lists(st.builds(Survivor), max_size=2).map(tuple))
DRAWING = Drawing(
    "t", "x", "y", (DrawnCurve("a", (("1", "2.5"), ("2", None))),), (Mark("a", "1.5E+3", MarkKind.PRINTED),)
)
AUDITS = st.builds(
    ClaimAudit,
    readings=st.lists(VERDICTS, max_size=2).map(tuple),
    premises=TEXTS,
    affects=TEXTS,
    mutants=MUTANTS,
    figure=st.sampled_from([None, DRAWING]),
    inherits=st.lists(st.builds(Inherited), max_size=2).map(tuple),
)


@given(AUDITS)
def test_the_audit_of_a_claim_comes_back(audit: ClaimAudit) -> None:
    assert answers.read(ClaimAudit, answers.written(audit)) == audit


@given(st.builds(Second, mutants=MUTANTS))
def test_the_second_round_comes_back(second: Second) -> None:
    assert answers.read(Second, answers.written(second)) == second


PASS = ClaimAudit("1", "I", "step", "a", Result.PASS, (Verdict("r", Outcome.PROVED, None, Evidence("m", "d")),))


def places(body: Any, path: tuple[Any, ...] = ()) -> Any:
    """Every place in a JSON value."""
    yield path
    items = body.items() if isinstance(body, dict) else enumerate(body) if isinstance(body, list) else ()
    for key, value in items:
        yield from places(value, (*path, key))


def put(body: Any, path: tuple[Any, ...], value: Any) -> Any:
    if not path:
        return value
    copy: Any = dict(body) if isinstance(body, dict) else list(body)
    copy[path[0]] = put(body[path[0]], path[1:], value)
    return copy


@given(st.data())
def test_one_wrong_value_and_it_is_no_answer(data: st.DataObject) -> None:
    body = json.loads(answers.written(PASS))
    path = data.draw(st.sampled_from(list(places(body))))
    wrong = put(body, path, data.draw(st.sampled_from([3.5, {"x": 1}, [[1.5]], 10**6])))
    with pytest.raises(ValueError, match=r".+"):
        answers.read(ClaimAudit, json.dumps(wrong))


@pytest.mark.parametrize("text", ["", "null", "[]", "{}", "nonsense", '{"at": 1}', "[" * 100_000, '{"label": "1"}'])
def test_other_texts_are_no_answer(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        answers.read(ClaimAudit, text)


def test_a_field_more_or_less_is_no_answer() -> None:
    body = json.loads(answers.written(PASS))
    for wrong in ({**body, "more": 1}, {name: value for name, value in body.items() if name != "note"}):
        with pytest.raises(ValueError, match="expected the fields of ClaimAudit"):
            answers.read(ClaimAudit, json.dumps(wrong))
