"""Papers that could have changed the program are told from those that only say what is printed."""

from __future__ import annotations

import ast
import importlib
import sys
from pathlib import Path

import pytest

from referee.papers import shipped
from verify.cache import patching

HARMLESS = """
from __future__ import annotations
from sympy import pi, sqrt
import sympy as sp
from verify.claims import Paper, symbol
from verify.units import LENGTH
from derivations.physics.orbits import anything
from paper.notation import x
from .notation import y
paper.spellings += ((r"a", x),)
values = {"a": 1}
values["b"] = sp.Rational(1, 2)
"""
HARMFUL = [
    "import os",
    "import verify.judging.judge",
    "from verify.judging import judge",
    "import verify",
    "import importlib",
    "import sympy\nsympy.simplify = None",
    "from verify.claims import Paper\nPaper.units = 1",
    "from sympy import Symbol\nSymbol.x.y = 1",
    "from sympy import Symbol\ndel Symbol.x",
    "from sympy import Symbol\nfor Symbol.x in (1,): pass",
    "from sympy import Symbol\nsetattr(Symbol, 'x', 1)",
    "from sympy import Symbol\nSymbol.__dict__",
    "exec('import os')",
    "__import__('os')",
    "globals()['x'] = 1",
    "from verify.claims import evaluation\nevaluation.install = None",
    "import numpy",
    "from other.paper import x",
    "def late():\n    import os",
    "from ..other import x",
    "text = open('table.csv')",
    "number = hash('a')",
    "from sympy import randprime",
    "import sympy\nsympy.randprime(1, 9)",
]


def found(text: str) -> str | None:
    return next(patching._objections(ast.parse(text), "paper"), None)


def test_what_papers_need_is_harmless() -> None:
    assert found(HARMLESS) is None


@pytest.mark.parametrize("text", HARMFUL)
def test_whatever_reaches_further_is_not(text: str) -> None:
    assert found(text) is not None


@pytest.mark.parametrize("name", shipped())
def test_nothing_speaks_against_the_shipped_papers(name: str) -> None:
    importlib.import_module(f"derivations.{name}")
    assert patching.objection(f"derivations.{name}") is None


def test_every_file_of_a_package_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "strange_paper"
    folder.mkdir()
    (folder / "__init__.py").write_text("from . import part\n")
    (folder / "part.py").write_text("import os\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    importlib.import_module("strange_paper")
    assert patching.objection("strange_paper") == "part.py: line 1 imports os"
    (folder / "part.py").unlink()
    assert patching.objection("strange_paper") == "part.py: it cannot be read again"
    del sys.modules["strange_paper"], sys.modules["strange_paper.part"]
