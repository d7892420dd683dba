"""A page over many papers, one row for each, with the way to the page of each; and the same as data.

A row keeps what is told of a paper when its audit is gone, so that a page over thousands needs no more memory than its rows.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reports.findings import findings, headline
from reports.text import anchor, one_line, plural
from verify.verdicts import PaperAudit, Result

SCHEMA = "referee.overview/1"
PAGE, DATA = "index.html", "overview.json"
WAITING = "not audited yet"
LONGEST_PROBLEM = 1_000


@dataclass(frozen=True)
class Row:
    """What is told of one paper: `source` as it was asked for, where its reports are, its counts; or the problem with it."""

    source: str
    id: str = ""
    title: str = ""
    folder: str = ""
    wrong: str = ""
    rest: str = ""
    results: Mapping[Result, int] = field(default_factory=dict)
    problem: str = ""

    @classmethod
    def of(cls, source: str, paper: PaperAudit, folder: str) -> Row:
        """The row of a paper whose reports stand in this folder."""
        wrong, rest = headline(paper, findings(paper))
        tally = paper.tally()
        results = {result: tally[result] for result in Result}
        return cls(source, one_line(paper.id, 60), one_line(paper.title, 300), folder, wrong, rest, results)

    @classmethod
    def without(cls, source: str, problem: str) -> Row:
        """The row of a paper that has no audit."""
        return cls(source, problem=one_line(problem, LONGEST_PROBLEM))

    @property
    def name(self) -> str:
        return self.id or one_line(self.source, 200)


@dataclass(frozen=True)
class Overview:
    """All rows in the order of the papers, and what the audits were made with."""

    rows: Sequence[Row]
    versions: Mapping[str, str] = field(default_factory=dict)
    settings: Mapping[str, str] = field(default_factory=dict)
    dated: str = ""

    @property
    def totals(self) -> Counter[Result]:
        counts: Counter[Result] = Counter()
        for row in self.rows:
            counts.update(row.results)
        return counts

    @property
    def audited(self) -> list[Row]:
        return [row for row in self.rows if not row.problem]


def folder_name(paper_id: str, taken: Iterable[str]) -> str:
    """A name for the folder of a paper that no other has, on disks that know no capital letters either.

    >>> folder_name("essen", []), folder_name("Essen", ["essen"]), folder_name("../x", []), folder_name("..", [])
    ('essen', 'Essen-2', '~2f~x', 'paper')
    """
    held = {name.lower() for name in taken} | {PAGE, DATA}
    plain = anchor(paper_id).strip(".") or "paper"
    name, count = plain, 1
    while name.lower() in held:
        count += 1
        name = f"{plain}-{count}"
    return name


def as_json(overview: Overview) -> str:
    """The rows as data, in the form `referee.overview/1`."""
    body: dict[str, Any] = {
        "schema": SCHEMA,
        "versions": dict(overview.versions),
        "settings": dict(overview.settings),
        "totals": {str(result): overview.totals[result] for result in Result},
        "papers": [
            {
                "source": row.source,
                "id": row.id or None,
                "title": row.title or None,
                "folder": row.folder or None,
                "results": {str(result): count for result, count in row.results.items()} or None,
                "problem": row.problem or None,
            }
            for row in overview.rows
        ],
    }
    return json.dumps(body, ensure_ascii=False, indent=1) + "\n"


def as_page(overview: Overview) -> str:
    """The page; what needs a reader first stands first."""
    from reports.html import environment
    from reports.lean import lean

    rows = sorted(overview.rows, key=lambda row: (not row.problem, -row.results.get(Result.FAIL, 0)))
    page = environment().get_template("overview.html.j2")
    left = len(overview.rows) - len(overview.audited)
    told = f"{plural(len(overview.audited), 'paper')} audited" + (f", {left} not" if left else "")
    return lean(page.render(overview=overview, rows=rows, total=overview.totals, told=told, page=PAGE)) + "\n"


def write(overview: Overview, folder: Path, formats: Iterable[str]) -> list[Path]:
    """Writes the page and the data, those of them that are among the formats; each replaces its predecessor in one step."""
    from reports import make_folder, replace_file

    made = {"html": (PAGE, as_page), "json": (DATA, as_json)}
    make_folder(folder)
    written = []
    for name, render in (made[one] for one in formats if one in made):
        replace_file(folder / name, render(overview).encode("utf-8", errors="backslashreplace"))
        written.append(folder / name)
    return written
