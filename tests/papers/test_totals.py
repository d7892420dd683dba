"""README's table of the shipped papers has the totals that an audit of them prints."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.common import audits
from verify.verdicts import ClaimAudit, Result

README = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")
ORDER = (Result.PASS, Result.PASS_IF, Result.FAIL, Result.OPEN, Result.GIVEN, Result.PROSE)
TABLE = README.partition("<!-- totals -->")[2].partition("\n\n")[0]
ROWS = {
    name: tuple(map(int, numbers.split("|"))) for name, numbers in re.findall(r"^\| (\w+) \|([\d| ]+)\|$", TABLE, re.M)
}


@pytest.mark.parametrize("name", audits.PAPERS)
def test_totals_of_a_paper(name: str, shipped_audit: Callable[[str], dict[str, ClaimAudit]]) -> None:
    found = Counter(claim.result for claim in shipped_audit(name).values())
    assert ROWS[name] == tuple(found[result] for result in ORDER)


def test_totals_of_all() -> None:
    assert ROWS["all"] == tuple(map(sum, zip(*(ROWS[name] for name in audits.PAPERS), strict=True)))
