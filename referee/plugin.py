"""The pytest plugin: `pytest --referee` tests each claim of a paper as an item of its own.

    pytest --referee                    every claim of the papers that come with Referee
    pytest --referee pavlov             one paper; also pavlov,essen or the option repeated
    pytest --referee pavlov::u11        one claim
    pytest --referee my_papers/ring     a folder of your own, or a paper.json
    pytest --referee=all tests          claims and ordinary tests together

An item `pavlov::u11` runs the exact check and the property of the claim.  Errors that
are found in a paper that comes with Referee are the product working, so they are
expected failures (xfailed) unless `--referee-strict` is given; in a paper of your own
they fail.  What is open, or prose, is skipped with the reason.

Nothing heavy is imported before the option is used.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from referee.examine import Examined
    from verify.tasks import PaperHeader
    from verify.workers.pool import Ending

ALL = "all"
EXAMPLES = 40


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("referee", "audits of physics papers")
    group.addoption(
        "--referee",
        action="append",
        nargs="?",
        const=ALL,
        metavar="PAPER[::LABEL]",
        help="test each claim of a paper: the id of one that comes with Referee, a folder or a paper.json; several with commas or "
        "by repeating the option; without a value all papers that come with Referee",
    )
    group.addoption(
        "--referee-strict", action="store_true", help="a FAIL in a paper that comes with Referee is a failure, too"
    )
    group.addoption(
        "--referee-examples",
        type=int,
        default=EXAMPLES,
        metavar="N",
        help=f"points drawn for each statement (default: {EXAMPLES})",
    )
    group.addoption(
        "--referee-seconds", type=float, default=60.0, metavar="S", help="time limit for each claim (default: 60)"
    )


def pytest_configure(config: pytest.Config) -> None:
    if not config.getoption("referee"):
        return
    from referee.places import stranger

    if found := stranger():
        raise pytest.UsageError(f"--referee: {found}")
    if importlib.util.find_spec("hypothesis") is None:
        raise pytest.UsageError("--referee needs Hypothesis: pip install '.[test]' in the folder of Referee")
    if config.args_source is not pytest.Config.ArgsSource.ARGS:
        config.args = []  # claims only, unless tests are named
    config.stash[BENCH] = Bench(config)


def pytest_unconfigure(config: pytest.Config) -> None:
    if BENCH in config.stash:
        config.stash[BENCH].close()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(session: pytest.Session, config: pytest.Config, items: list[pytest.Item]) -> None:
    """Adds the claims before -k, -m and --deselect choose among the items."""
    if config.getoption("referee"):
        items += _claims(session, config.getoption("referee"))


def pytest_report_header(config: pytest.Config) -> str | None:
    chosen = config.getoption("referee")
    return f"referee: {', '.join(chosen)}" if chosen else None


# --- collecting -------------------------------------------------------------------------------------


def _claims(session: pytest.Session, chosen: Iterable[str]) -> Iterator[pytest.Item]:
    seen: set[str] = set()
    read: dict[str, PaperHeader] = {}
    for name, label in _wanted(chosen):
        if name not in read:
            read[name] = _described(name, session.config.option.referee_seconds)
        paper = read[name]
        if label is not None and label not in paper.premises:
            raise pytest.UsageError(f"--referee {name}::{label}: {paper.id} has no claim {label!r}")
        labels = [claim.label for claim in paper.claims if label in (None, claim.label)]
        new = [one for one in labels if f"{paper.id}::{one}" not in seen]
        node = PaperNode.of(session, paper.id, paper.source, new)
        report = node.ihook.pytest_make_collect_report(collector=node)
        node.ihook.pytest_collectreport(report=report)
        seen |= {item.nodeid for item in report.result}
        yield from report.result


def _wanted(chosen: Iterable[str]) -> Iterator[tuple[str, str | None]]:
    from referee.papers import shipped

    for text in (part.strip() for value in chosen for part in value.split(",")):
        if text in ("", ALL):
            yield from ((name, None) for name in shipped())
        else:
            name, _, label = text.partition("::")
            yield name, label or None


def _described(name: str, seconds: float) -> PaperHeader:
    """What is in a paper, read in a worker: its files may do anything.  Bad input is told in one sentence."""
    from referee.papers import is_shipped, source_of
    from verify.run import describe_all
    from verify.workers.pool import Limits

    try:
        source = source_of(name)
        if not is_shipped(source):
            source = str(Path(source).resolve())  # a worker may run elsewhere
        (header,) = describe_all([source], Limits(seconds, jobs=1))
    except ValueError as error:
        hint = " (tests to be run as well come after --referee=all)" if Path(name.split("::")[0]).exists() else ""
        raise pytest.UsageError(f"--referee {name}: {' '.join(str(error).split())}{hint}") from None
    return header


class PaperNode(pytest.Collector):
    """A paper, and the labels of the claims to be tested."""

    source: str
    labels: Sequence[str]

    @classmethod
    def of(cls, session: pytest.Session, name: str, source: str, labels: Sequence[str]) -> PaperNode:
        node: PaperNode = cls.from_parent(session, name=name, nodeid=name)
        node.source, node.labels = source, labels
        return node

    def collect(self) -> Iterator[pytest.Item]:
        for label in self.labels:
            yield ClaimItem.from_parent(self, name=label)


class Bench:
    """Examines the claims of a run in worker processes, ahead of the items that ask for them.

    Under pytest-xdist, where another process may be given the next item, one at a time.
    """

    def __init__(self, config: pytest.Config) -> None:
        self.config = config
        self.ahead = not hasattr(config, "workerinput")
        self.found: dict[str, Ending] = {}
        self.running: Any = None

    def ending(self, item: ClaimItem) -> Ending:
        if self.running is None:
            items = [i for i in item.session.items if isinstance(i, ClaimItem)] if self.ahead else [item]
            self.running = self._examine(items)
        with closing(self.running) if not self.ahead else nullcontext():
            while item.nodeid not in self.found:
                self.found.update([next(self.running)])
        if not self.ahead:
            self.running = None
        return self.found.pop(item.nodeid)

    def _examine(self, items: Sequence[ClaimItem]) -> Iterator[tuple[str, Ending]]:
        from referee.examine import examine
        from verify.run import PRELOAD
        from verify.workers.pool import Limits, run

        options = self.config.option
        limits = Limits(seconds=options.referee_seconds) if self.ahead else Limits(options.referee_seconds, jobs=1)
        tasks = [(item.paper_node.source, item.name, 0, options.referee_examples) for item in items]
        for index, ending in run(examine, tasks, limits, (*PRELOAD, "hypothesis", "verify.slips.properties")):
            yield items[index].nodeid, ending

    def close(self) -> None:
        if self.running is not None:
            self.running.close()


BENCH = pytest.StashKey[Bench]()


class ClaimFailed(Exception):
    """A claim that is false, or an encoding at fault; the text is the whole report."""


class ClaimItem(pytest.Item):
    """One printed claim."""

    def runtest(self) -> None:
        found = self._examined()
        from referee.examine import story

        text = "\n".join(story(found))
        self.user_properties.append(("result", str(found.audit.result)))
        self._decide(found, text)

    def _examined(self) -> Examined:
        from verify.workers.pool import Failed

        ending = self.config.stash[BENCH].ending(self)
        if isinstance(ending, Failed):
            pytest.skip(f"OPEN: {ending.reason.value}: {ending.detail}")
        if isinstance(ending.value, str):
            raise ClaimFailed(ending.value)
        found: Examined = ending.value
        return found

    @property
    def paper_node(self) -> PaperNode:
        assert isinstance(self.parent, PaperNode)
        return self.parent

    def _decide(self, found: Examined, text: str) -> None:
        from referee.papers import is_shipped
        from verify.verdicts import Result

        if found.is_contradictory or found.audit.transcription == "differs":
            raise ClaimFailed(text)
        wrong = found.audit.result is Result.FAIL or found.audit.dimension.startswith("mismatch")
        if wrong:
            if is_shipped(self.paper_node.source) and not self.config.option.referee_strict:
                self.add_report_section("call", "referee", text)
                pytest.xfail(f"error in the paper: {found.verdict.evidence.detail}")
            raise ClaimFailed(text)
        if found.audit.result is Result.OPEN:
            pytest.skip(f"OPEN: {found.verdict.evidence.detail}")
        if found.audit.result is Result.PROSE:
            pytest.skip(f"prose: {found.verdict.evidence.detail}")

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """The report alone: a reader of the paper has no use for a Python traceback."""
        if isinstance(excinfo.value, ClaimFailed):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[str, None, str]:
        return self.paper_node.name, None, self.nodeid
