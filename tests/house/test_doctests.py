"""Whatever a docstring shows is run: every rule states an identity that it makes provable."""

import doctest
import importlib
from pathlib import Path

import pytest
import sympy

from verify.normal_form.rules import is_zero

ROOT = Path(__file__).resolve().parents[2]
FILES = [
    p for room in ("verify", "derivations/physics", "reports", "referee") for p in sorted((ROOT / room).rglob("*.py"))
]
NAMES = [".".join(p.relative_to(ROOT).with_suffix("").parts) for p in FILES if ">>>" in p.read_text(encoding="utf-8")]
GLOBALS = {"is_zero": is_zero, "sympy": sympy}


@pytest.mark.parametrize("name", NAMES)
def test_doctests(name):
    result = doctest.testmod(importlib.import_module(name), extraglobs=GLOBALS)
    assert result.attempted > 0
    assert result.failed == 0
