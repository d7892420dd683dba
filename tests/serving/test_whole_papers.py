"""`audit_paper`: what is wrong in a paper that is sent as data, and what a hostile one can do, which is nothing."""

import copy
import json

import pytest

from referee.serving import whole_papers
from referee.serving.answering import answer
from tests.serving.examples import HOSTILE, PAPER, put, texts_in


def audited(body, **more):
    return answer("audit_paper", {"paper": json.dumps(body), **more}, 0)


def with_line(**changes):
    body = copy.deepcopy(PAPER)
    body["claims"][1] |= changes
    return body


def said(factor):
    statement = {"lhs": ["Pow", "b", 2], "rhs": ["Mul", factor, ["Pow", "a", 2]]}
    return {"statements": [statement], "by": {"kind": "follows_from", "of": ["1"]}}


def test_what_is_refuted_has_its_counterexample():
    found = audited(with_line(printed="b^2 = 5 a^2", says=said(5)))
    assert (found["result"], found["counts"]) == ("FAIL", {"FAIL": 1, "GIVEN": 1})
    assert found["findings"][0]["certificate"]["counterexample"]["point"] == {"a": "1", "b": "2"}


def test_a_line_that_is_not_what_it_prints_is_open_and_no_pass():
    found = audited(with_line(says=said(5)))
    assert found["result"] == "OPEN"
    assert found["findings"][0]["certificate"]["reason"] == "encoding at fault"


def test_what_rests_on_a_line_at_fault_says_so():
    body = copy.deepcopy(PAPER)
    body["claims"][0]["printed"] = "b = 3 a"
    found = audited(body, labels=["2"])
    assert found["result"] == "PASS-IF"
    assert found["findings"][0]["certificate"]["conditions"] == [
        "(1) says what it was written down as, which is at fault"
    ]


def test_a_paper_in_which_nothing_is_decided_is_no_pass():
    body = copy.deepcopy(PAPER)
    del body["claims"][1]
    assert audited(body)["result"] == "OPEN"


def test_findings_are_told_in_pieces_and_lines_are_bounded(monkeypatch):
    body = copy.deepcopy(PAPER)
    line = with_line(says=said(5))["claims"][1]
    body["claims"] += [{**line, "label": str(number)} for number in range(3, 16)]
    first, rest = audited(body), audited(body, start=10)
    assert (len(first["findings"]), first["left_out"], len(rest["findings"]), rest["left_out"]) == (10, 3, 3, 0)
    assert len(json.dumps(first)) < 50_000
    monkeypatch.setattr(whole_papers, "MOST_LINES", 10)
    assert "expected at most 10 in one call" in audited(body)["problem"]
    assert audited(body, labels=["2"])["result"] == "PASS"


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", "null", "1.5", "[" * 100_000, '{"schema": "referee.paper/1"}', '{"a": 1, "a": 2}', "\x00"]
)
def test_what_is_no_paper_is_a_problem_in_one_sentence(text):
    told = answer("audit_paper", {"paper": text}, 0)
    assert list(told) == ["problem"]
    assert len(told["problem"]) < 400


def test_no_text_of_a_paper_is_executed_or_makes_a_wrong_line_pass(tmp_path, monkeypatch):
    """Whatever stands in any text of it: the line that is wrong is refuted, open, or the file is refused."""
    monkeypatch.chdir(tmp_path)
    wrong = with_line(printed="b^2 = 5 a^2", says=said(5))
    for place in texts_in(wrong):
        for text in (*HOSTILE[:13], "b^2 = 4 a^2", "a", "1"):
            sent = put(wrong, place, text.replace("{canary}", str(tmp_path / "canary")))
            found = audited(sent)
            assert found.get("result", "problem") not in ("PASS", "PASS-IF"), (place, text)
            assert len(json.dumps(found)) < 20_000
            assert "\x1b" not in json.dumps(found, ensure_ascii=False)
    assert list(tmp_path.iterdir()) == []
