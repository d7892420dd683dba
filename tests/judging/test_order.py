"""What was asked before, of this paper or of another one, changes no answer: neither verdicts, nor words, nor mutants."""

from __future__ import annotations

import os
import sys

import pytest

from tests.common import processes

pytestmark = pytest.mark.slow

CLAIMS = {
    "derivations.pavlov": ["u5", "t31", "u11", "u14"],
    "derivations.essen": ["5", "10", "17-arb", "21", "x.I"],
    "derivations.liu": ["6", "23.line2", "36.conv"],
    "derivations.kato": ["u6", "t22a"],
}
CODE = """
import sys
from verify.tasks import judge_task, second_task
from verify.verdicts import Outcome, Result

def decide(source, label):
    found = judge_task(source, label, 0)
    asked = found.result in (Result.PASS, Result.PASS_IF, Result.FAIL) and found.literal.outcome is not Outcome.GIVEN
    read = found.decisive
    return found, second_task(source, label, found.result.value, (read.name, read.premises), 0) if asked else None

asked = [tuple(text.split("|")) for text in sys.argv[1:]]
answers = {key: repr(decide(*key)) for key in asked}
for key in sorted(answers):
    print(key, answers[key])
"""


def answers(asked: list[str], seed: str) -> list[str]:
    told = processes.run(
        [sys.executable, "-c", CODE, *asked], text=True, env={**os.environ, "PYTHONHASHSEED": seed}, check=True
    ).stdout
    return str(told).splitlines()


def test_answers_do_not_hang_on_what_was_asked_before() -> None:
    asked = [f"{source}|{label}" for source, labels in CLAIMS.items() for label in labels]
    forward, backward = answers(asked, "1"), answers(asked[::-1], "2")
    assert len(forward) == len(asked)
    assert forward == backward
    for alone in (asked[6], asked[-1]):
        (line,) = answers([alone], "3")
        assert line in forward
