"""Finds a paper by the name of its module or by the path of its folder."""

from __future__ import annotations

import importlib
import importlib.util
import sys
from pathlib import Path
from types import ModuleType

from verify.paper import Paper
from verify.symbols import ClaimError


def load_paper(source: str) -> Paper:
    """The paper of a module such as 'derivations.pavlov', or of a folder of the same shape.

    A folder is imported as a package under its own name; its files import each other by
    that name.  Raises ClaimError, with what, where and what was expected, if there is no
    paper or its encoding is at fault.
    """
    module = _package(Path(source)) if _is_path(source) else importlib.import_module(source)
    paper = getattr(module, "paper", None)
    if not isinstance(paper, Paper):
        raise ClaimError(f"{source}: {type(paper).__name__} instead of a paper; expected __init__.py to define `paper`")
    return paper


def _is_path(source: str) -> bool:
    return "/" in source or "\\" in source or Path(source).is_dir()


def _package(folder: Path) -> ModuleType:
    start = folder / "__init__.py"
    if not start.is_file():
        raise ClaimError(f"{folder} is no paper: expected a folder with __init__.py that defines `paper`")
    name = folder.resolve().name
    if not name.isidentifier():
        raise ClaimError(
            f"{folder}: the folder's name {name!r} is no Python name; expected letters, digits and underscores"
        )
    known = sys.modules.get(name)
    if known is not None and getattr(known, "__file__", None) == str(start.resolve()):
        return known
    if known is not None or name in sys.stdlib_module_names:
        raise ClaimError(f"{folder}: a module named {name!r} exists already; expected a folder with another name")
    spec = importlib.util.spec_from_file_location(
        name, start.resolve(), submodule_search_locations=[str(folder.resolve())]
    )
    if spec is None or spec.loader is None:
        raise ClaimError(f"{folder} cannot be read as a paper: Python finds no way to import it")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except ClaimError:
        raise
    except Exception as error:
        raise ClaimError(f"{folder} cannot be read as a paper: {type(error).__name__}: {error}") from error
    return module
