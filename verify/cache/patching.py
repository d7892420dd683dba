"""Could a paper have changed the program that decides it, or read otherwise each time?

A paper is Python, and Python may put another function in the place of any one of ours; what is decided then says nothing about
the same line elsewhere.  So nothing of a paper is kept that imports more than papers need, or assigns to what it has
imported.  (This guards against accidents and experiments, not against malice: whoever writes to be wrong can.)

Asked of the files of the paper that were imported; nothing of them is run here.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

MAY_BE_IMPORTED = frozenset({
    *("verify.claims", "verify.units", "verify.verdicts", "sympy", "__future__", "typing", "collections", "collections.abc"),
    *("dataclasses", "decimal", "enum", "fractions", "functools", "itertools", "math", "operator", "re", "string", "textwrap"),
})  # fmt: skip
"""What a paper may import besides its own files and `derivations.physics`."""
PHYSICS = "derivations.physics"
MAY_CHANGE = frozenset({
    *("setattr", "delattr", "exec", "eval", "compile", "globals", "vars", "__import__", "__builtins__"),
    *("open", "input", "breakpoint", "hash", "id"),
})  # fmt: skip
"""Names with which anything can be done, or with which a paper may read otherwise each time."""
CHANCE = re.compile(r"rand|sample|shuffle")
"""Names of SymPy's that leave something to chance."""
HARMLESS = frozenset({"__name__", "__file__", "__doc__", "__all__", "__future__", "__init__", "__class__"})


def objection(package: str) -> str | None:
    """What in the files of a paper, imported as this package, could change the program; None if nothing could."""
    for name, module in sorted(sys.modules.items()):
        if name == package or name.startswith(f"{package}."):
            file = getattr(module, "__file__", None)
            if file is None:
                continue
            inside = name.removeprefix(package).count(".") + (getattr(module, "__path__", None) is not None)
            try:
                found = next(_objections(ast.parse(Path(file).read_bytes()), package, inside), None)
            except (OSError, SyntaxError, ValueError, RecursionError):
                found = "it cannot be read again"
            if found is not None:
                return f"{Path(file).name}: {found}"
    return None


def _objections(tree: ast.Module, package: str, inside: int = 1) -> Iterator[str]:
    """`inside` is how many dots in front of an import lead no further than to the package itself."""
    imported: set[str] = set()
    changed: list[tuple[str, int]] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield from _of_import(alias.name, node.lineno, package)
                imported.add((alias.asname or alias.name).partition(".")[0])
        elif isinstance(node, ast.ImportFrom):
            if node.level > inside:
                yield f"line {node.lineno} imports from outside its folder"
            if not node.level:
                yield from _of_import(node.module or "", node.lineno, package)
                for alias in node.names:
                    if CHANCE.search(alias.name) and (node.module or "").startswith("sympy"):
                        yield f"line {node.lineno} imports {alias.name}, which leaves something to chance"
                if not _is_own(node.module or "", package):
                    imported.update(alias.asname or alias.name for alias in node.names)
        elif isinstance(node, ast.Name) and node.id in MAY_CHANGE:
            yield f"line {node.lineno} names {node.id}"
        elif isinstance(node, ast.Attribute):
            if CHANCE.search(node.attr) and _root(node) in imported:
                yield f"line {node.lineno} names {node.attr}, which leaves something to chance"
            if node.attr.startswith("__") and node.attr not in HARMLESS:
                yield f"line {node.lineno} names {node.attr}"
            if not isinstance(node.ctx, ast.Load):
                changed.append((_root(node), node.lineno))
    for name, line in changed:
        if name in imported:
            yield f"line {line} assigns to a part of {name}, which is imported"


def _of_import(module: str, line: int, package: str) -> Iterator[str]:
    allowed = module in MAY_BE_IMPORTED or module.startswith("sympy.") or _is_own(module, package)
    if not allowed and module != PHYSICS and not module.startswith(f"{PHYSICS}."):
        yield f"line {line} imports {module}"


def _is_own(module: str, package: str) -> bool:
    return module == package or module.startswith(f"{package}.")


def _root(node: ast.expr) -> str:
    """The name at the beginning of a.b.c or a[0].b."""
    while isinstance(node, (ast.Attribute, ast.Subscript, ast.Call)):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else ""
