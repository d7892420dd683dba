"""Options and fixtures that several files of tests share."""

from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--paper-sources",
        metavar="DIR",
        default=None,
        help="folder with the texts of the shipped papers, which are not part of the project",
    )


@pytest.fixture
def paper_sources(request: pytest.FixtureRequest) -> Path:
    """The folder of the papers' texts; tests that need it are skipped without the option."""
    folder = request.config.getoption("--paper-sources")
    if folder is None:
        pytest.skip("needs --paper-sources=DIR")
    return Path(folder)
