"""docs/writing.md: its signatures are those of the code, its examples pass, and it names every constructor."""

from __future__ import annotations

import inspect
import re
from pathlib import Path
from typing import Any

import pytest

import verify.claims
import verify.units
from verify.judging.judge import judge_claim
from verify.kinds.table import KINDS
from verify.verdicts import Result

ROOT = Path(verify.claims.__file__).resolve().parents[1]
PAGE = (ROOT / "docs" / "writing.md").read_text(encoding="utf-8")


def blocks(mark: str) -> list[str]:
    """The blocks of Python behind <!-- mark -->."""
    return re.findall(rf"(?ms)^<!-- {mark} -->\n```python\n(.*?)^```$", PAGE)


def signature(function: Any) -> str:
    """Name and parameters, without annotations and without self."""
    parameters = [p for name, p in inspect.signature(function).parameters.items() if name != "self"]
    bare = [parameter.replace(annotation=inspect.Parameter.empty) for parameter in parameters]
    return f"{function.__name__}{inspect.Signature(bare)}"


@pytest.mark.parametrize(("mark", "owner"), [("signatures", verify.claims), ("signatures: Paper", verify.claims.Paper)])
def test_the_printed_signatures_are_those_of_the_code(mark: str, owner: Any) -> None:
    lines = [line for block in blocks(mark) for line in block.splitlines() if line]
    assert lines
    assert [signature(getattr(owner, line.partition("(")[0])) for line in lines] == lines


def test_every_constructor_of_a_kind_is_on_the_page() -> None:
    makers = {make.__name__ for kind in KINDS.values() for make in kind.constructors}
    assert sorted(name for name in makers if f"{name}(" not in PAGE) == [], "docs/writing.md lacks their signatures"


def test_every_dimension_and_unit_is_on_the_page() -> None:
    kinds = verify.units.Dimension, verify.units.Unit, verify.units.Prefix
    named = [name for name, thing in vars(verify.units).items() if isinstance(thing, kinds) and name != "UNKNOWN"]
    assert [name for name in named if f"`{name}`" not in PAGE] == []


def test_everything_that_a_paper_may_import_is_on_the_page() -> None:
    functions = [name for name, thing in vars(verify.claims).items() if inspect.isfunction(thing)]
    assert sorted(name for name in functions if name not in PAGE) == [], "docs/writing.md does not name them"


@pytest.mark.parametrize(
    "text", blocks("run"), ids=["mechanics", "integral", "differential equation", "differentials", "table"]
)
def test_the_examples_pass(text: str) -> None:
    names: dict[str, Any] = {}
    exec(text, names)
    paper = names["paper"]
    results = {label: judge_claim(paper, claim).result for label, claim in paper.claims.items()}
    assert set(results.values()) <= {Result.PASS, Result.GIVEN}, results
    assert Result.PASS in results.values()
