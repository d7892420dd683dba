"""`referee lint`: what sources show by themselves, without a folder: identities that fail, questions, lines that are not read.

A line whose two sides have the same symbols is decided as an identity between real quantities.  Where it fails the
finding is a warning, for it may be an equation to be solved.  A line that contradicts those from which it follows by its own
words ("substituting (1) into (2)") is one, too.  Nothing else is decided.  Findings are in the order of the
sources, so that two runs print the same.
"""

from __future__ import annotations

import fnmatch
import json
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from referee.check import decide_text
from referee.draft import draft
from referee.draft_claims import DraftClaim
from referee.linking.links import linked
from referee.source_files import SourceError
from referee.sources import read_source
from reports.text import clip, one_line
from verify.run import PRELOAD
from verify.verdicts import Outcome
from verify.workers.pool import Failed, Limits, collect, run

ENDINGS = {".tex", ".md", ".qmd", ".ipynb"}
RULES = {
    "contradiction": "a line contradicts those from which it follows by its words",
    "not-an-identity": "both sides have the same symbols, and differ at a point",
    "question": "a line may be read in two ways",
    "unread": "a line is not read",
    "source": "a part of the source is passed over",
}
LEVELS = {
    "contradiction": "warning",
    "not-an-identity": "warning",
    "question": "note",
    "unread": "note",
    "source": "warning",
}
FORMATS = ("text", "github", "sarif", "json")
DECIDED = ("identity", "for_all")
COMMANDS = {"warning": "warning", "note": "notice"}


@dataclass(frozen=True)
class Finding:
    """One finding at a place of a source."""

    file: str
    line: int
    column: int
    rule: str
    label: str
    message: str

    @property
    def level(self) -> str:
        return LEVELS[self.rule]


@dataclass(frozen=True)
class Configuration:
    """`[tool.referee.lint]` of pyproject.toml, or `[lint]` of referee.toml."""

    ignore: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()


def configuration(folder: Path) -> Configuration:
    """The table of the nearest folder above that has one.  Raises ValueError for a table that is none."""
    for place in (folder, *folder.parents):
        for name, keys in (("referee.toml", ("lint",)), ("pyproject.toml", ("tool", "referee", "lint"))):
            if (place / name).is_file() and (table := _table(place / name, keys)) is not None:
                return table
    return Configuration()


def _table(path: Path, keys: Iterable[str]) -> Configuration | None:
    try:
        found: Any = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ValueError(f"{path}: {error}; expected a TOML file") from None
    for key in keys:
        found = found.get(key) if isinstance(found, dict) else None
    if found is None:
        return None
    lists = {name: found.get(name, []) for name in ("ignore", "exclude")} if isinstance(found, dict) else {}
    strange = set(found) - set(lists) if isinstance(found, dict) else {"no table"}
    texts = all(isinstance(one, list) and all(isinstance(text, str) for text in one) for one in lists.values())
    if strange or not texts:
        raise ValueError(f"{path}: lint {sorted(strange) or 'entries'}; expected ignore and exclude, lists of texts")
    if unknown := set(lists["ignore"]) - RULES.keys():
        raise ValueError(f"{path}: ignore {sorted(unknown)}; expected some of {', '.join(RULES)}")
    return Configuration(tuple(lists["ignore"]), tuple(lists["exclude"]))


def sources_in(paths: Iterable[Path], exclude: Sequence[str]) -> list[Path]:
    """The sources among some files and folders, each once.  Raises ValueError for a path that is not there."""
    found: dict[Path, None] = {}
    for path in paths:
        if not path.exists():
            raise ValueError(f"{path}: no such file or folder")
        inside = sorted(one for one in path.rglob("*") if one.suffix in ENDINGS) if path.is_dir() else [path]
        for one in inside:
            if not any(fnmatch.fnmatch(one.as_posix(), pattern) for pattern in exclude):
                found[one] = None
    return list(found)


def lint(paths: Sequence[Path], limits: Limits, settings: Configuration, seed: int = 0) -> list[Finding]:
    """The findings in some sources, in their order."""
    drafts = [(path, *_drafted(path, limits, seed)) for path in sources_in(paths, settings.exclude)]
    asked = [claim for _, _, claims in drafts for claim in claims if claim.kind in DECIDED]
    messages = iter(refuted(asked, limits, seed))
    found: list[Finding] = []
    for path, problems, claims in drafts:
        found += problems
        for claim in claims:
            if claim.kind in DECIDED and (message := next(messages)):
                found.append(_at(path, claim, "not-an-identity", message))
            elif claim.kind == "missing" and not claim.rests:
                found.append(_at(path, claim, "question" if claim.lhs else "unread", claim.why))
    return [one for one in found if one.rule not in settings.ignore]


def refuted(claims: Sequence[DraftClaim], limits: Limits, seed: int = 0) -> list[str]:
    """For each of some lines that are decided by themselves, why it does not hold; empty where nothing refutes it."""
    tasks: list[tuple[Any, ...]] = [(claim.printed, [], True, seed) for claim in claims]
    return [_refuted(ending) for ending in collect(run(decide_text, tasks, limits, PRELOAD))] if tasks else []


def _drafted(path: Path, limits: Limits, seed: int) -> tuple[list[Finding], tuple[DraftClaim, ...]]:
    """What is wrong with a source, and its lines."""
    try:
        source = read_source(path)
    except SourceError as error:
        return [Finding(str(path), 1, 1, "source", "", str(error))], ()
    found = linked(draft(source), source, limits=limits, seed=seed)
    claims = {claim.label: claim for claim in found.paper.claims}
    wrong = [_at(path, claims[one.label], "contradiction", one.words) for one in found.suspects]
    return [*(_of_source(path, problem) for problem in source.problems), *wrong], found.paper.claims


def _of_source(path: Path, problem: str) -> Finding:
    place, _, words = problem.partition(": ")
    number = place.rpartition("line ")[2]
    return Finding(str(path), int(number) if number.isdigit() else 1, 1, "source", "", words or problem)


def _refuted(ending: Any) -> str:
    """Why a line is no identity; empty where nothing refutes it."""
    if isinstance(ending, Failed) or isinstance(ending.value, str):
        return ""
    for link in ending.value:
        against = link.evidence.counterexample
        if link.outcome is Outcome.REFUTED and against is not None:
            point = ", ".join(f"{symbol} = {value}" for symbol, value in against.point)
            return f"no identity: at {point} the sides are {against.lhs} and {against.rhs}"
    return ""


def _at(path: Path, claim: DraftClaim, rule: str, message: str) -> Finding:
    file = path.parent / claim.file if claim.file else path
    words = f"({claim.label}) {clip(one_line(claim.printed), 200)}: {clip(one_line(message), 400)}"
    return Finding(str(file), claim.line, _column(file, claim.line), rule, claim.label, words)


def _column(file: Path, line: int) -> int:
    """Where the display begins in its line, behind blanks."""
    try:
        text = file.read_text(encoding="utf-8", errors="replace").splitlines()[line - 1]
    except (OSError, IndexError):
        return 1
    return len(text) - len(text.lstrip()) + 1


# --- formats ---------------------------------------------------------------------------------------


def told(findings: Sequence[Finding], form: str) -> str:
    """The findings as lines of text, annotations for GitHub, SARIF 2.1.0 or JSON."""
    if form == "json":
        rows = [{**vars(one), "level": one.level} for one in findings]
        return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"
    if form == "sarif":
        from reports.sarif import log

        return log({"name": "referee"}, RULES, list(map(_result, findings)))
    if form == "github":
        return "".join(
            f"::{COMMANDS[one.level]} file={_escaped(one.file, True)},line={one.line},col={one.column},"
            f"title=referee {one.rule}::{_escaped(one.message, False)}\n"
            for one in findings
        )
    return "".join(f"{one.file}:{one.line}:{one.column}: {one.rule}: {one.message}\n" for one in findings)


def _escaped(text: str, is_property: bool) -> str:
    """Signs that end a workflow command or a property of one."""
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if is_property else text


def _result(one: Finding) -> dict[str, Any]:
    place = {
        "artifactLocation": {"uri": Path(one.file).as_posix()},
        "region": {"startLine": one.line, "startColumn": one.column},
    }
    return {
        "ruleId": one.rule,
        "level": one.level,
        "message": {"text": one.message},
        "locations": [{"physicalLocation": place}],
    }
