"""The same question has the same answer in every process: no order hangs on a hash, or on the numbers of new symbols."""

from __future__ import annotations

import os
import sys

import pytest

from tests.common import processes

PROGRAM = """
import sympy
sympy.Dummy._base_dummy_index = {base}
from referee.check import decide_text
for text, where in {questions!r}:
    print(decide_text(text, where)[0])
"""
QUESTIONS = [
    ("x^3 < y^3", ["x > -1, x < y, y < 1"]),
    ("a*b + c > 0", ["a > 1, b > 2, c > -2"]),
    ("(x + y + z)^2 <= 3*(x^2 + y^2 + z^2)", []),
]


@pytest.mark.slow
def test_new_symbols_and_hashes_change_nothing() -> None:
    told = {
        processes.run(
            [sys.executable, "-c", PROGRAM.format(base=base, questions=QUESTIONS)],
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for base, seed in ((1_000_000, "0"), (1_000_001, "0"), (5_000_003, "1"), (8_999_999, "2"))
    }
    assert len(told) == 1
