"""The command `draft`: a package from a source, and the same again with the notation that its author has filled in."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from referee.draft import draft as make_draft
from referee.draft_claims import MAY_MEAN, DraftPaper
from referee.linking.links import FOLLOWS, LIMITS, REPEATS, Linked, linked
from referee.lint import DECIDED, refuted
from referee.skeleton import write_skeleton
from referee.source_files import Place
from referee.sources import Source, read_source
from referee.update import remember, remembered, update

SHOWN = 12
FEW = 3
DEPENDS = re.compile(r"as declared, (\S+) does not depend on (\S+)$")
UNDEFINED = re.compile(r"the source does not define (\\[A-Za-z]+)")
MOST_DECIDED = 200
"""Lines of a draft that are decided by themselves before anything is told."""


def draft_anew(file: Path | None, folder: Path) -> int:
    """Writes a new folder and tells what is in it."""
    if file is None:
        raise ValueError("draft --out needs the source; expected referee draft FILE --out FOLDER")
    source = _read(file)
    found = linked(make_draft(source), source)
    made = found.paper
    write_skeleton(made, folder)
    remember(made, folder, file)
    kinds = Counter(claim.kind for claim in made.claims)
    asked = sum(claim.kind == "missing" and bool(claim.lhs) for claim in made.claims)
    print(
        f"{folder}: {len(source.displays)} equations ({len(source.numbered)} with a number), "
        f"{len(made.symbols)} symbols to fill in, {len(made.claims) - kinds['missing'] + asked} lines written down, "
        f"{kinds['missing']} open ({asked} of them written down)"
    )
    _tell_suspects(found)
    _tell_links(found)
    _tell_causes(made)
    print(f"next: referee audit {folder}")
    return 0


def _tell_suspects(found: Linked) -> None:
    """What is most likely wrong, first: what contradicts earlier lines, then what does not hold as it stands."""
    alone = [claim for claim in found.paper.claims if claim.kind in DECIDED][:MOST_DECIDED]
    wrong = [(claim, words) for claim, words in zip(alone, refuted(alone, LIMITS), strict=True) if words]
    rows = [(one.label, one.place, one.words) for one in found.suspects] + misfits(found.paper)
    rows += [(claim.label, str(Place(claim.line, claim.file)), words) for claim, words in wrong]
    if rows:
        print(f"most likely wrong ({len(rows)}):")
    for label, place, words in rows[:SHOWN]:
        print(f"  {place}: ({label}) {words}")


def misfits(paper: DraftPaper) -> list[tuple[str, str, str]]:
    """The lines that no dimensions fit: label, place and words."""
    return [
        (one.label, str(Place(one.line, one.file)), "no dimensions fit it together with the earlier lines and yours")
        for one in paper.claims
        if one.label in paper.misfits
    ]


def _tell_links(found: Linked) -> None:
    """How many lines follow from others, and of how many the words name premises from which they were not seen to follow."""
    suspects = {one.label for one in found.suspects}
    claims = [claim for claim in found.paper.claims if claim.label not in suspects]
    counts = (
        (
            sum(claim.kind == "step" for claim in claims),
            "proved from earlier ones, written as steps with their premises",
        ),
        (
            sum(FOLLOWS in claim.why for claim in claims),
            "proved from earlier ones as written down, with a question left",
        ),
        (len(found.defines), "giving a symbol its meaning, which others use"),
        (len(found.uses.keys() - found.defines.keys()), "using what others define, and defining nothing that is used"),
        (sum(REPEATS in f"{claim.why} {claim.note}" for claim in claims), "said before"),
        (
            sum(bool(claim.named) for claim in claims),
            "with premises that the words around them name, in a comment, not proved from these",
        ),
        (found.untried, "may follow from earlier ones, not tried: there are too many"),
    )
    for count, words in counts:
        if count:
            print(f"  {count:4} {'line' if count == 1 else 'lines'}: {words}")


def draft_again(folder: Path, file: Path | None) -> int:
    """Brings a folder up to date and tells what has changed."""
    path = file or Path(str(remembered(folder)["source"]))
    source = _read(path)
    done = update(folder, source, path)
    for words, labels in (
        ("newly written", done.written),
        ("linked anew with earlier ones", done.linked),
        ("changed in the source", done.changed),
        ("kept as you wrote them", done.kept),
        ("kept as you wrote them, although the source has changed", done.differing),
        ("no longer in the source", done.gone),
    ):
        if labels:
            shown = ", ".join(labels[:SHOWN]) + (", ..." if len(labels) > SHOWN else "")
            print(f"{len(labels)} {'line' if len(labels) == 1 else 'lines'} {words}: {shown}")
    if done.tables:
        print(f"tables with the rows of the source: {', '.join(done.tables)}")
    for one in done.suspects[:SHOWN]:
        print(f"most likely wrong: {one.place}: ({one.label}) {one.words}")
    for label, place, words in misfits(done.paper)[:SHOWN] if done.paper else ():
        print(f"most likely wrong: {place}: ({label}) {words}")
    if not done.changes:
        print(f"{folder} is up to date: nothing has changed")
        return 0
    print(f"{done.symbols} new symbols to fill in")
    return 0


def _read(file: Path) -> Source:
    source = read_source(file)
    if not source.displays:
        raise ValueError(f"{file}: no displayed equation; expected $$...$$, \\[...\\] or an equation environment")
    for problem in source.problems:
        print(f"{file}: {problem}", file=sys.stderr)
    return source


def _tell_causes(made: DraftPaper) -> None:
    """What would settle most lines, then the causes for which lines are open, the most frequent first."""
    open_lines = [claim for claim in made.claims if claim.kind == "missing"]
    for name, labels in _positive(made):
        print(
            f"  {len(labels):4} {'line' if len(labels) == 1 else 'lines'} would follow: declare {name} with positive=True ({', '.join(labels[:FEW])})"
        )
    for question, labels in settling([(claim.label, claim.why) for claim in open_lines]):
        print(f"  {len(labels):4} lines wait for one answer: {question} ({', '.join(labels[:FEW])}, ...)")
    for words, count in Counter(cause(claim.why) for claim in open_lines).most_common(5):
        print(f"  {count:4} {words}")


def _positive(made: DraftPaper) -> list[tuple[str, list[str]]]:
    """The symbols that would have to be declared as positive for lines to follow, with these, the most frequent first."""
    found: dict[str, list[str]] = {}
    for claim in made.claims:
        if claim.supposing:
            found.setdefault(" and ".join(claim.supposing), []).append(claim.label)
    return sorted(found.items(), key=lambda one: -len(one[1]))[:FEW]


def settling(lines: Sequence[tuple[str, str]]) -> list[tuple[str, list[str]]]:
    """The questions on a name of which several lines wait, with their labels, the most frequent first.

    >>> settling([("1", "f(…) may mean two things: a or b; no"), ("2", "f(…) may mean two things: a or b"), ("3", "no")])
    [('f(…) may mean two things: a or b', ['1', '2'])]
    >>> settling([("1", "as declared, p does not depend on x; expected a function of it"), ("2", "as declared, p does not depend on x")])
    [('declare p as a function of x', ['1', '2'])]
    """
    waiting: dict[str, list[str]] = {}
    for label, why in lines:
        for question in dict.fromkeys(filter(None, map(_question, why.split("; ")))):
            waiting.setdefault(question, []).append(label)
    found = [(question, labels) for question, labels in waiting.items() if len(labels) > 1]
    return sorted(found, key=lambda one: -len(one[1]))[:FEW]


def _question(why: str) -> str:
    """What is asked of a name in one part of a reason; empty where it asks nothing that one answer settles."""
    words = re.sub(r"^(?:LaTeX not parsed: )?(?:column \d+: )?", "", why)
    if depends := DEPENDS.match(words):
        return f"declare {depends[1]} as a function of {depends[2]}"
    if command := UNDEFINED.match(words):
        return f"define {command[1]} in the source, or give the file that does"
    return words if MAY_MEAN in words else ""


def cause(why: str) -> str:
    """A reason without its column and the name that it is about: what several lines may share."""
    words = why.partition("; ")[0].removeprefix("LaTeX not parsed: ")
    if words.startswith("column "):
        words = words.partition(": ")[2]
    _, mark, readings = words.partition(MAY_MEAN)
    return readings if mark else words.partition(": ")[0]
