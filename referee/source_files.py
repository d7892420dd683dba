r"""The text of a source as published: what \input brings, the Markdown cells of a notebook, bytes of an older encoding.

Files are followed inside the folder of the main file only: no absolute path, no `..`, no link that leads out.  What is
missing, or stands outside, is one remark, and the rest is read.  Every line keeps its place: file, or cell of a notebook,
and line.
"""

from __future__ import annotations

import json
import re
import stat
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from referee.source_macros import COUNTING
from referee.source_text import masked

MAX_SOURCE = 50_000_000
"""Characters of a source, with all that it brings in."""
MAX_FILES = 1_000
MAX_NESTED = 20
INPUT = re.compile(
    r"\\(?:(input|include|subfile|loadglsentries)\s*\{\s*([^{}\n]{1,300}?)\s*\}|(sub)?(?:import|includefrom|inputfrom)\*?\s*"
    r"\{\s*([^{}\n]{0,300}?)\s*\}\s*\{\s*([^{}\n]{1,300}?)\s*\}|(?:usepackage|RequirePackage)\s*(?:\[[^\[\]]*\])?\s*"
    r"\{\s*([^{}]{1,600}?)\s*\}|(input)\s+([^\s{}\\%]{1,300}))"
)
BEGINS = re.compile(r"\\begin\{document\}")
PRINTED_NUMBER = re.compile(
    r"\\documentclass\s*(?:\[[^\]]*\])?\s*\{[^{}]*\}|"
    r"\\(?:renewcommand\*?\s*\{?|def)\s*\\theequation\s*\}?\s*\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\}){0,400}\}"
)
MOST_BESIDE = 200
"""Files beside a chapter that may be its main file."""
OUTSIDE = "is outside the folder of the source, and not read"


class SourceError(ValueError):
    """The source cannot be read: what, where, and what was expected."""


@dataclass(frozen=True)
class Place:
    """Where a line stands: in a file, or in a cell of a notebook; the main file has no name."""

    line: int
    file: str = ""

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}" if self.file else f"line {self.line}"


@dataclass(frozen=True)
class Text:
    """A source as one text, and where its lines come from: (line of the text, file, line of the file), in order."""

    text: str
    is_latex: bool
    origins: tuple[tuple[int, str, int], ...] = ((1, "", 1),)
    problems: tuple[str, ...] = ()

    def place(self, line: int) -> Place:
        """Where a line of the text stands.

        >>> Text("", True, ((1, "", 1), (3, "cols.tex", 1), (7, "", 4))).place(4)
        Place(line=2, file='cols.tex')
        """
        start, file, first = self.origins[bisect_right(self.origins, line, key=lambda origin: origin[0]) - 1]
        return Place(line - start + first, file)


def text_of(path: Path) -> Text:
    """The text of a source.  Raises SourceError if it is no readable text of acceptable length."""
    expected = "expected a Markdown or LaTeX source"
    try:
        data = _bytes_of(path)
    except OSError as error:
        raise SourceError(f"{path}: {(error.strerror or str(error)).lower()}; {expected}") from None
    if b"\0" in data:
        raise SourceError(f"{path}: it has zero bytes, and is no text; {expected}")
    text, problem = _decoded(data, path.name)
    problems = [problem] if problem else []
    if path.suffix.lower() == ".ipynb":
        return _notebook(text, path)
    if path.suffix.lower() not in (".tex", ".ltx"):
        return Text(text, False, problems=tuple(problems))
    inputs = _Inputs(path.parent, problems)
    if (main := main_file_of(path, text)) is not None:
        inputs.take_preamble(*main)
    return inputs.read(text)


def main_file_of(path: Path, text: str) -> tuple[Path, str] | None:
    """The main file that brings a chapter in, beside it or one folder above, and its preamble; None unless there is exactly one."""
    if BEGINS.search(masked(text, True)):
        return None
    found = []
    for folder in (path.resolve().parent, path.resolve().parent.parent):
        for other in sorted(folder.glob("*.tex"))[:MOST_BESIDE]:
            if other.resolve() != path.resolve() and (preamble := _preamble_for(other, path)) is not None:
                found.append((other, preamble))
        if found:
            break
    return found[0] if len(found) == 1 else None


def _preamble_for(main: Path, path: Path) -> str | None:
    """The preamble of a file that brings `path` in; None if it does not."""
    try:
        text = masked(_decoded(_bytes_of(main), main.name)[0], True)
    except (OSError, SourceError):
        return None
    begin = BEGINS.search(text)
    if begin is None or r"\documentclass" not in text:
        return None
    wanted = path.resolve().relative_to(main.resolve().parent).with_suffix("")
    for match in INPUT.finditer(text, begin.end()):
        _, plain, _, folder, file, _, _, bare = match.groups()
        named = plain or bare or (str(PurePosixPath(folder) / file) if file else "")
        if named and PurePosixPath(named.removesuffix(".tex")) == PurePosixPath(wanted.as_posix()):
            return text[: text.index(r"\begin{document}")]
    return None


def _bytes_of(path: Path) -> bytes:
    """The bytes of a file, no more than a source may have; of no device or pipe, which may have no end or never begin.

    Raises SourceError and OSError.
    """
    mode = path.stat().st_mode
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):  # of a folder the system says so itself
        raise SourceError(f"{path}: is no regular file; expected a Markdown or LaTeX source")
    with path.open("rb") as file:
        found = file.read(4 * MAX_SOURCE + 1)
    if len(found) > 4 * MAX_SOURCE:
        raise SourceError(f"{path}: the source has more than {4 * MAX_SOURCE} bytes, which is the limit")
    return found


def _decoded(data: bytes, name: str) -> tuple[str, str]:
    """The text, and a remark if it is not UTF-8: every byte is a letter of Latin-1, formulas have ASCII as a rule."""
    try:
        return data.decode("utf-8-sig"), ""
    except UnicodeDecodeError as error:
        return data.decode("latin-1"), f"{name}: byte {error.start} is not UTF-8; read as Latin-1"


def _notebook(text: str, path: Path) -> Text:
    """The Markdown cells of a notebook, one below the other."""
    try:
        cells = json.loads(text)["cells"]
        texts = [
            (number, source if isinstance(source, str) else "".join(source))
            for number, cell in enumerate(cells, 1)
            if cell["cell_type"] == "markdown" and (source := cell["source"])
        ]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise SourceError(f"{path}: no notebook ({type(error).__name__}); expected Markdown cells in JSON") from None
    origins, pieces, line = [(1, "", 1)], [], 1
    for number, cell in texts:
        origins.append((line, f"cell {number}", 1))
        pieces.append(cell)
        line += cell.count("\n") + 2
    return Text("\n\n".join(pieces), False, tuple(origins))


@dataclass
class _Inputs:
    """One pass over a LaTeX source and the files that it brings in."""

    folder: Path
    problems: list[str]
    pieces: list[str] = field(default_factory=list)
    origins: list[tuple[int, str, int]] = field(default_factory=list)
    line: int = 1
    size: int = 0
    files: int = 0
    told: set[str] = field(default_factory=set)

    def read(self, text: str) -> Text:
        self._take(text, "", ())
        return Text("".join(self.pieces), True, tuple(self.origins), tuple(self.problems))

    def take_preamble(self, main: Path, preamble: str) -> None:
        """What a main file says before its text begins, with the packages in its folder: the commands of a chapter of it.

        How it numbers equations is left out: the number of a chapter is not known, which counts from 1 by itself.
        """
        found = _Inputs(main.parent, []).read(f"{preamble}\n").text
        self.origins.append((self.line, main.name, 1))
        for counting in (PRINTED_NUMBER, COUNTING):
            found = counting.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), found)
        self._put(found)

    def _take(self, text: str, name: str, inside: tuple[str, ...]) -> None:
        """A file without its comments, and in their places the files that it names."""
        text = masked(text.replace("\r\n", "\n").replace("\r", "\n"), True)
        self.origins.append((self.line, name, 1))
        position = 0
        for match in INPUT.finditer(text):
            brought = [one for wanted in self._wanted(match, name) if (one := self._found(*wanted, inside))]
            if not brought:
                continue
            self._put(text[position : match.start()])
            for file, content in brought:
                self._take(content, file, (*inside, file))
                self._put("" if content.endswith("\n") else "\n")
            position = match.end()
            self.origins.append((self.line, name, text.count("\n", 0, position) + 1))
        self._put(text[position:])

    def _put(self, text: str) -> None:
        self.size += len(text)
        if self.size > MAX_SOURCE:
            raise SourceError(
                f"the source has more than {MAX_SOURCE} characters with all its files, which is the limit"
            )
        self.pieces.append(text)
        self.line += text.count("\n")

    def _wanted(self, match: re.Match[str], name: str) -> Iterator[tuple[str, str, bool]]:
        """What a command names: the path without and with its ending, and whether it must be there."""
        _, plain, relative, folder, file, packages, _, bare = match.groups()
        if packages:
            for package in packages.split(","):
                yield f"{package.strip()}.sty", "", False
            return
        wanted = plain or bare or str(PurePosixPath(folder) / file)
        if relative:
            wanted = str(PurePosixPath(name).parent / wanted)
        if "\\" not in wanted and "#" not in wanted:  # a path that is itself made by macros is told by LaTeX alone
            yield f"{wanted}.tex", wanted, True

    def _found(self, first: str, second: str, needed: bool, inside: tuple[str, ...]) -> tuple[str, str] | None:
        """The file and its text; a remark, once, for what is missing or outside."""
        why = ""
        for wanted in filter(None, (first, second)):
            pure = PurePosixPath(wanted)
            path = self.folder / pure
            if pure.is_absolute() or ".." in pure.parts or not path.resolve().is_relative_to(self.folder.resolve()):
                why = OUTSIDE
                continue
            if not path.is_file():
                continue
            name = str(pure)
            if name in inside or len(inside) >= MAX_NESTED or self.files >= MAX_FILES:
                why = "brings in itself" if name in inside else "is one file too many"
                break
            try:
                data = _bytes_of(path)
            except (OSError, SourceError) as error:
                why = f"cannot be read ({error})"
                break
            self.files += 1
            text, problem = _decoded(data, name)
            self._tell(problem)
            return name, text
        if needed or why:
            self._tell(f"{second or first}: {why or 'there is no such file'}")
        return None

    def _tell(self, problem: str) -> None:
        if problem and problem not in self.told:
            self.told.add(problem)
            self.problems.append(problem)
