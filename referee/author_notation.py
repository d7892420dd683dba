"""What an author says of the names of a paper, read off `notation.py` without running it.

An entry counts as said once its dimension or the variables of a function are filled in: then a name is a symbol, a function, or one with subscripts,
whatever the print would leave open.  Of the others only the Python names are kept.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from verify.errors import ClaimError
from verify.grammar.tokens import normalise
from verify.quantities import dimension_names
from verify.quantities.dimension import Dimension, NotFilledIn

STEEPEST = 60
"""No dimension has a larger power."""
MAKERS = {"symbol", "function", "indexed"}
AROUND = {"differentials", "sphere", "cylinder"}
"""What is said of several names at once: what is constant along a process, and coordinates."""


@dataclass(frozen=True)
class Entry:
    """A line of the notation: its Python name, its LaTeX in normal form, what makes it, and whether its dimension is said."""

    python: str
    latex: str
    maker: str
    is_said: bool
    printed: str = ""
    """Its LaTeX as it stands in the notation."""
    over: tuple[str, ...] = ()
    """The LaTeX of the `variables` over which a function runs; of what is said of several names, their Python names."""
    dimension: Dimension | None = None
    """What it is filled in with, where that is made of names and powers."""
    is_positive: bool = False


def entries_in(path: Path) -> list[Entry]:
    """The entries of a notation file.  Raises SyntaxError and OSError."""
    found: list[Entry] = []
    for node in ast.parse(path.read_text(encoding="utf-8"), str(path)).body:
        if not isinstance(node, ast.Assign) or not isinstance(node.targets[0], ast.Name):
            continue
        call = node.value
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name):
            continue
        if call.func.id in AROUND and (of := _names_in(call)) is not None:
            found.append(Entry(node.targets[0].id, "", call.func.id, True, over=of))
        if call.func.id not in MAKERS:
            continue
        texts = [one.value for one in call.args[:3] if isinstance(one, ast.Constant) and isinstance(one.value, str)]
        if len(texts) < 3 or len(call.args) < 4:
            continue
        unknown = isinstance(call.args[3], ast.Name) and call.args[3].id == "UNKNOWN"
        over = _variables(call, found)
        positive = any(
            one.arg == "positive" and isinstance(one.value, ast.Constant) and one.value.value is True
            for one in call.keywords
        )
        try:
            said = not unknown or bool(over)
            made = None if unknown else _dimension(call.args[3])
            found.append(
                Entry(node.targets[0].id, normalise(texts[1]), call.func.id, said, texts[1], over, made, positive)
            )
        except ClaimError:
            continue
    return found


def _names_in(call: ast.Call) -> tuple[str, ...] | None:
    """The Python names in `differentials(constants=(K, n))` or `sphere(r, theta, phi)`; None for anything else in it."""
    given = [*call.args, *(one.value for one in call.keywords if one.arg == "constants")]
    parts = [part for one in given for part in (one.elts if isinstance(one, ast.Tuple) else [one])]
    if len(given) != len(call.args) + len(call.keywords) or not all(isinstance(part, ast.Name) for part in parts):
        return None
    return tuple(part.id for part in parts if isinstance(part, ast.Name))


def _variables(call: ast.Call, known: Iterable[Entry]) -> tuple[str, ...]:
    """The LaTeX of `variables=(r,)`, of symbols that stand above it; none if one of them is no such symbol."""
    given = next((one.value for one in call.keywords if one.arg == "variables"), None)
    names = [one.id for one in given.elts if isinstance(one, ast.Name)] if isinstance(given, ast.Tuple) else []
    latex = {entry.python: entry.latex for entry in known if entry.maker == "symbol"}
    is_known = isinstance(given, ast.Tuple) and len(names) == len(given.elts) and all(name in latex for name in names)
    return tuple(latex[name] for name in names) if is_known else ()


def _dimension(node: ast.expr) -> Dimension | None:
    """LENGTH / TIME**2 as a dimension, computed by the names of `verify.units`; None for anything else."""
    if isinstance(node, ast.Name):
        found = getattr(dimension_names, node.id, None)
        return found if isinstance(found, Dimension) and not isinstance(found, NotFilledIn) else None
    if not isinstance(node, ast.BinOp):
        return None
    left = _dimension(node.left)
    if isinstance(node.op, ast.Pow):
        power = _power(node.right)
        return None if left is None or power is None else left**power
    right = _dimension(node.right)
    if left is None or right is None or not isinstance(node.op, (ast.Mult, ast.Div)):
        return None
    return left * right if isinstance(node.op, ast.Mult) else left / right


def _power(node: ast.expr) -> Fraction | None:
    """2, -3 or Fraction(1, 2), up to 60."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        inner = _power(node.operand)
        return None if inner is None else -inner
    parts = node.args if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Fraction" else [node]
    numbers = [one.value for one in parts if isinstance(one, ast.Constant) and type(one.value) is int]
    if (
        len(numbers) != len(parts)
        or len(numbers) not in (1, 2)
        or 0 in numbers[1:]
        or max(map(abs, numbers)) > STEEPEST
    ):
        return None
    return Fraction(*numbers)


def said(entries: Iterable[Entry], *makers: str) -> list[str]:
    """The LaTeX of the entries that are said to be of one of these kinds."""
    return [entry.latex for entry in entries if entry.is_said and entry.maker in makers]


def variables_said(entries: Iterable[Entry]) -> dict[str, tuple[str, ...]]:
    """The LaTeX of functions that are said to run over letters, with these."""
    return {entry.latex: entry.over for entry in entries if entry.is_said and entry.over and entry.maker == "function"}
