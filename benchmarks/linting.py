"""Referee's lint beside SciEqLint on the same files: what each finds, and what it costs.

    python benchmarks/linting.py --peer PATH/TO/scieqlint [--sources FOLDER]

The first files are made of the identities of `identities.py`, one with those that hold and one with the copies that have a slip, as
SymPy prints them in LaTeX: a finding in the one is a false alarm, in the other what a linter is for.  Others have polynomials in the
few signs that SciEqLint reads, and lines that follow, or do not, from those that their words name.  `--sources` adds real sources, which are measured and
never kept.  SciEqLint comes from the package index (`pip install scieqlint`, into an environment of its own); without
`--peer` only Referee is measured.  Exit status 1 for a false alarm of Referee.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sympy

sys.path.insert(0, str(Path(__file__).parent))

from identities import CORPUS

SECONDS = 1800
FINDINGS = ("not-an-identity", "contradiction")
PLAIN = ("rational", "six variables, degree 8", "trigonometric", "hyperbolic")
"""The groups of the corpus whose lines need no more than their print."""
POLYNOMIALS = (
    ("(a + b)^2", "a^2 + 2*a*b + b^2", "a^2 + b^2"),
    ("(a - b)^2", "a^2 - 2*a*b + b^2", "a^2 - 2*a*b - b^2"),
    ("(a + b)*(a - b)", "a^2 - b^2", "a^2 + b^2"),
    ("(x + y)^3", "x^3 + 3*x^2*y + 3*x*y^2 + y^3", "x^3 + 3*x^2*y + 3*x*y^2 - y^3"),
    ("x^3 - y^3", "(x - y)*(x^2 + x*y + y^2)", "(x - y)*(x^2 - x*y + y^2)"),
    ("a*(b + c)", "a*b + a*c", "a*b + c"),
    ("(x + 1)*(x + 2)", "x^2 + 3*x + 2", "x^2 + 2*x + 2"),
    ("(a + b + c)^2", "a^2 + b^2 + c^2 + 2*a*b + 2*a*c + 2*b*c", "a^2 + b^2 + c^2 + 2*a*b + 2*a*c + b*c"),
    ("x*y - y*x + z", "z", "-z"),
    ("(a*b)^2", "a^2*b^2", "a*b^2"),
)
"""A left side, what it is, and the same with a slip, in the spelling that SciEqLint reads."""
STEPS = (
    (r"T = \frac{1}{2} m v^2", "p = m v", r"T = \frac{p^2}{2 m}", r"T = \frac{p^2}{m}"),
    ("U = R I", "P = U I", r"P = \frac{U^2}{R}", r"P = \frac{U^2}{2 R}"),
    (r"\omega = 2 \pi f", "c = f L", r"\omega = \frac{2 \pi c}{L}", r"\omega = \frac{4 \pi c}{L}"),
    ("F = m a", r"a = \frac{v^2}{r}", r"F = \frac{m v^2}{r}", r"F = -\frac{m v^2}{r}"),
    (r"E = \frac{Q}{C}", "Q = D A", r"E = \frac{D A}{C}", r"E = \frac{D C}{A^2} \frac{A^3}{3 C^2}"),
)
"""Two lines, what follows from them, and the same with a slip."""


@dataclass(frozen=True)
class Run:
    """What a linter says of some files: the lines with an error or a warning, by file, and its CPU time."""

    lines: dict[str, set[int]]
    seconds: float
    refused: int = 0
    """Files that it does not read."""


def referee(paths: list[Path]) -> Run:
    """What `referee lint` says is wrong with lines; questions are no findings."""
    found, seconds = _json([sys.executable, "-m", "referee", "lint", "--format", "json", *map(str, paths)])
    return Run(_by_file((one["file"], one["line"]) for one in found if one["rule"] in FINDINGS), seconds)


def scieqlint(peer: str, paths: list[Path]) -> Run:
    """The errors and warnings of SciEqLint on equations; what it does not parse is no finding."""
    rows, seconds, refused = [], 0.0, 0
    for path in paths:  # one file that it cannot decode would cost the others
        found, more = _json([peer, "check", "--format", "json", "--absolute-paths", str(path)])
        seconds += more
        refused += found is None
        rows += [one for one in (found or {"diagnostics": ()})["diagnostics"] if one["severity"] != "info"]
    algebra = [(one["path"], one["line"]) for one in rows if one["code"].startswith("ALG")]
    return Run(_by_file(algebra), seconds, refused)


def _json(command: list[str]) -> tuple[Any, float]:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    found = json.loads(done.stdout) if done.stdout.strip() else None
    return found, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _by_file(rows: Iterable[tuple[str, int]]) -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    for file, line in rows:
        found.setdefault(Path(file).name, set()).add(line)
    return found


def made(folder: Path) -> dict[str, int]:
    """Files of true and of false lines, and how many lines of the kind each has."""
    texts: dict[str, list[str]] = {"identities_true.md": [], "identities_false.md": []}
    for one in CORPUS:
        if one.group in PLAIN and not one.where:
            texts["identities_true.md"].append(f"$${sympy.latex(one.lhs)} = {sympy.latex(one.rhs)}$$")
            texts["identities_false.md"].append(f"$${sympy.latex(one.lhs)} = {sympy.latex(one.wrong)}$$")
    texts |= {
        f"polynomials_{word}.md": [f"$${row[0]} = {row[which]}$$" for row in POLYNOMIALS]
        for word, which in (("true", 1), ("false", 2))
    }
    texts |= {"steps_true.md": _steps(2), "steps_false.md": _steps(3)}
    for name, lines in texts.items():
        (folder / name).write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    return {name: len(lines) for name, lines in texts.items()}


def _steps(which: int) -> list[str]:
    """Documents in one: each has two lines with numbers, and one that is said to follow."""
    found = []
    for number, rows in enumerate(STEPS):
        one, two = 2 * number + 1, 2 * number + 2
        found.append(
            f"$${rows[0]}$$ ({one})\n\n$${rows[1]}$$ ({two})\n\nSubstituting ({two}) into ({one}) we find\n$${rows[which]}$$"
        )
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peer", default="", help="the program scieqlint")
    parser.add_argument("--sources", type=Path, metavar="FOLDER")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        sizes = made(Path(place))
        paths = sorted(Path(place).iterdir())
        runs = {"Referee": referee(paths)}
        if options.peer:
            runs["SciEqLint"] = scieqlint(options.peer, paths)
    print(f"{'':22}{'lines':>7}" + "".join(f"{name:>12}" for name in runs))
    for file, size in sizes.items():
        found = "".join(f"{len(run.lines.get(file, ())):12}" for run in runs.values())
        print(f"{file:22}{size:7}{found}")
    print(f"{'CPU seconds':29}" + "".join(f"{run.seconds:12.1f}" for run in runs.values()))
    if options.sources:
        _tell_sources(options.sources, options.peer)
    return int(any("true" in file for file in runs["Referee"].lines))


def _tell_sources(folder: Path, peer: str) -> None:
    """Findings in real sources: how many lines, in how many files; whether they are right a reader has to judge."""
    paths = sorted(one for one in folder.rglob("*") if one.suffix in (".tex", ".md", ".ipynb") and one.is_file())
    for name, run in (("Referee", referee(paths)), *([("SciEqLint", scieqlint(peer, paths))] if peer else [])):
        found = sum(map(len, run.lines.values()))
        print(
            f"{name}: {found} lines found in {len(paths)} sources, {run.refused} of them not read, {run.seconds:.1f} s"
        )
        for file, lines in sorted(run.lines.items()):
            print(f"  {file}: {', '.join(map(str, sorted(lines)))}")


if __name__ == "__main__":
    raise SystemExit(main())
