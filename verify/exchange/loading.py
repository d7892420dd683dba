"""Finds a paper by the name of its module, or by the path of its folder or of its `paper.json`."""

from __future__ import annotations

import importlib
import importlib.util
import keyword
import re
import sys
import sysconfig
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.abc import PathEntryFinder
from importlib.machinery import SOURCE_SUFFIXES, FileFinder, SourceFileLoader
from pathlib import Path
from types import CodeType, ModuleType
from typing import TypeVar

from verify.encoding.paper import Paper
from verify.errors import ClaimError
from verify.exchange import document, json_text
from verify.points import evaluation


def load_paper(source: str) -> Paper:
    """The paper of a module such as 'derivations.pavlov', of a folder of the same shape, or of a file such as 'ring/paper.json'.

    A folder is imported as a package under its own name; its files import each other by
    that name.  A file is data: nothing of it is run.  Raises ClaimError, with what, where and what was expected, if there is no
    paper or its encoding is at fault.
    """
    evaluation.install()  # an encoding is built under the same guard as it is decided
    if is_data(source):
        return _of_file(Path(source))
    module = _package(Path(source)) if _is_path(source) else _read(source, lambda: importlib.import_module(source))
    paper = getattr(module, "paper", None)
    if not isinstance(paper, Paper):
        raise ClaimError(f"{source}: {type(paper).__name__} instead of a paper; expected __init__.py to define `paper`")
    return paper


def is_data(source: str) -> bool:
    """Whether it is the path of a `paper.json`, whatever its name."""
    return source.endswith(".json") and not Path(source).is_dir()


def _of_file(path: Path) -> Paper:
    """What was read of a file that nobody has touched since is not read again: one worker decides many of its claims."""
    place = str(path.resolve())
    state = _state_of(path)
    kept = _FILES.get(place)
    if kept is None or kept[0] != state or state is None:
        kept = _FILES[place] = state, document.load(lambda: json_text.read_file(path), path.name)
    return kept[1]


_FILES: dict[str, tuple[tuple[int, ...] | None, Paper]] = {}


def _state_of(path: Path) -> tuple[int, ...] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns


def package_of(source: str) -> str:
    """The name of the package under which a paper is imported."""
    return Path(source).resolve().name if _is_path(source) else source


def not_imported(source: str) -> tuple[str, ...]:
    """Files beside those of a paper that write lines of it, and that it does not import: what they say is not audited."""
    if is_data(source):
        return ()
    package = package_of(source)
    files = [
        Path(file)
        for name, module in sorted(sys.modules.items())
        if (name == package or name.startswith(f"{package}.")) and (file := getattr(module, "__file__", None))
    ]
    beside = {path for folder in {file.parent for file in files} for path in folder.glob("*.py")} - {*files}
    return tuple(sorted(str(path.relative_to(files[0].parent)) for path in beside if _writes_claims(path)))


def _writes_claims(path: Path) -> bool:
    try:
        return CLAIM.search(path.read_text(encoding="utf-8")) is not None
    except (OSError, ValueError):
        return False


CLAIM = re.compile(r"^(\w+ = )?paper\.\w+\(", re.MULTILINE)


def _is_path(source: str) -> bool:
    return "/" in source or "\\" in source or Path(source).is_dir()


def _package(folder: Path) -> ModuleType:
    start = folder / "__init__.py"
    if not start.is_file():
        raise ClaimError(f"{folder} is no paper: expected a folder with __init__.py that defines `paper`")
    name = folder.resolve().name
    if not name.isidentifier() or keyword.iskeyword(name):
        raise ClaimError(
            f"{folder}: the folder's name {name!r} is no Python name; expected letters, digits and underscores, and no word of Python"
        )
    known = sys.modules.get(name)
    if known is not None and getattr(known, "__file__", None) == str(start.resolve()):
        return known
    if known is not None or name in sys.stdlib_module_names:
        raise ClaimError(f"{folder}: a module named {name!r} exists already; expected a folder with another name")
    loader = _Afresh(name, str(start.resolve()))
    spec = importlib.util.spec_from_file_location(
        name, start.resolve(), loader=loader, submodule_search_locations=[str(folder.resolve())]
    )
    if spec is None:
        raise ClaimError(f"{folder} cannot be read as a paper: Python finds no way to import it")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        with _afresh(folder.resolve()):
            _read(str(folder), lambda: loader.exec_module(module))
    except BaseException:
        del sys.modules[name]  # half a paper is none
        raise
    return module


class _Afresh(SourceFileLoader):
    """Compiles a file whenever it is read.

    Bytecode counts as that of a file with the same second and the same size: of two edits in one second, 2a and 3a, the
    first would be audited and told as the second.
    """

    def get_code(self, fullname: str) -> CodeType:
        path = self.get_filename(fullname)
        code: CodeType = self.source_to_code(self.get_data(path), path)
        return code


@contextmanager
def _afresh(folder: Path) -> Iterator[None]:
    """Modules in this folder, and in those below it, are compiled from their files."""
    finder = FileFinder.path_hook((_Afresh, SOURCE_SUFFIXES))

    def inside(path: str) -> PathEntryFinder:
        if not Path(path).is_relative_to(folder):
            raise ImportError(path)
        return finder(path)

    for known in [path for path in sys.path_importer_cache if Path(path).is_relative_to(folder)]:
        del sys.path_importer_cache[known]
    sys.path_hooks.insert(0, inside)
    try:
        yield
    finally:
        sys.path_hooks.remove(inside)


Read = TypeVar("Read")


def _read(source: str, read: Callable[[], Read]) -> Read:
    """Runs the files of a paper; whatever goes wrong there is told with file and line."""
    try:
        return read()
    except ClaimError as error:
        if type(error) is not ClaimError:  # a kind of its own knows its place
            raise
        raise ClaimError(f"{error}{_place(error, ' ({file}, line {line})')}") from error
    except SystemExit as error:
        place = _place(error, "{file}, line {line}: ")
        raise ClaimError(
            f"{source} cannot be read as a paper: {place}it ends the program (sys.exit); expected definitions only"
        ) from error
    except Exception as error:
        message = error.msg if isinstance(error, SyntaxError) else str(error)
        place = _place(error, "{file}, line {line}: ")
        raise ClaimError(f"{source} cannot be read as a paper: {place}{type(error).__name__}: {message}") from error


def _place(error: BaseException, pattern: str) -> str:
    """The pattern with the file and line that the error comes from: the innermost one outside Referee and libraries."""
    if isinstance(error, SyntaxError) and error.filename and error.lineno:
        return pattern.format(file=Path(error.filename).name, line=error.lineno)
    engine, python = Path(__file__).parents[1], sysconfig.get_path("stdlib")
    places = [(frame.filename, frame.lineno) for frame in traceback.extract_tb(error.__traceback__)]
    for file, line in reversed(places):
        path = Path(file)
        is_library = file.startswith("<") or path.is_relative_to(python) or "site-packages" in path.parts
        if not is_library and engine not in path.parents:
            return pattern.format(file=path.name, line=line)
    return ""
