"""Options and fixtures that several files of tests share."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.common.audits import audit
from tests.common.examples import THOROUGH, examples
from verify.encoding.paper import Paper
from verify.quantities.dimension import UnitSystem
from verify.verdicts import ClaimAudit

settings.register_profile("referee", deadline=None, max_examples=examples(100))  # a busy machine is no failure
settings.register_profile(THOROUGH, deadline=None, max_examples=400)
settings.load_profile("referee")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--paper-sources",
        metavar="DIR",
        default=None,
        help="folder with the texts of the shipped papers, which are not part of the project",
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What needs the audit of a whole paper is slow."""
    for item in items:
        if "shipped_audit" in getattr(item, "fixturenames", ()):
            item.add_marker("slow")


@pytest.fixture
def paper_sources(request: pytest.FixtureRequest) -> Path:
    """The folder of the papers' texts; tests that need it are skipped without the option."""
    folder = request.config.getoption("--paper-sources")
    if folder is None:
        pytest.skip("needs --paper-sources=DIR")
    return Path(folder)


@pytest.fixture
def paper() -> Paper:
    """A paper with nothing in it yet."""
    return Paper("p", "A paper", "nobody (2000)", UnitSystem.SI, sections=("I",))


@pytest.fixture(scope="session")
def shipped_audit(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], dict[str, ClaimAudit]]:
    """The audit of a shipped paper by its name, made once a session, whichever worker asks."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "audits"
    folder.mkdir(exist_ok=True)
    return lambda name: audit(name, folder)


@pytest.fixture(autouse=True)
def nothing_kept_by_others(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a test decides by the command line is kept for this test alone."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache" / secrets.token_hex(8)))


@pytest.fixture(scope="session", autouse=True)
def no_signal_to_ourselves() -> Iterator[None]:
    """A test that needs a signal starts a program for it (`tests.common.processes`): here it would end pytest, or a worker of it."""
    own = {0, -1, os.getpid(), os.getppid(), os.getpgrp()}

    def guarded(send: Callable[[int, int], None]) -> Callable[[int, int], None]:
        def send_elsewhere(target: int, number: int) -> None:
            assert number == 0 or target not in own, f"signal {number} to the process in which the tests run"
            send(target, number)

        return send_elsewhere

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "kill", guarded(os.kill))
        patch.setattr(os, "killpg", guarded(os.killpg))
        yield
