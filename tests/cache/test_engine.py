"""Another program gives other keys: any line of its sources, any version, counts."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from verify.cache import engine
from verify.cache.engine import SOURCES, Engine

VERSIONS = {"sympy": "1.14"}


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    (tmp_path / "room").mkdir()
    (tmp_path / "room" / "one.py").write_text("a = 1\n")
    (tmp_path / "two.py").write_text("b = 2\n")
    return tmp_path


def test_every_line_every_name_and_every_version_counts(sources: Path) -> None:
    found = [Engine(VERSIONS, sources).digest, Engine({"sympy": "1.15"}, sources).digest, Engine({}, sources).digest]
    (sources / "room" / "one.py").write_text("a = 2\n")
    found.append(Engine(VERSIONS, sources).digest)
    (sources / "two.py").rename(sources / "three.py")
    found.append(Engine(VERSIONS, sources).digest)
    (sources / "room" / "four.py").touch()
    found.append(Engine(VERSIONS, sources).digest)
    assert len(set(found)) == len(found)


def test_the_same_program_has_the_same_digest_elsewhere(sources: Path) -> None:
    copy = sources / "elsewhere"
    before = Engine(VERSIONS, sources).digest
    copy.mkdir()
    (sources / "room").rename(copy / "room")
    (sources / "two.py").rename(copy / "two.py")
    os.utime(copy / "two.py", (0, 0))
    assert Engine(VERSIONS, copy).digest == before


def test_an_edit_under_way_is_noticed(sources: Path) -> None:
    engine = Engine(VERSIONS, sources)
    assert engine.is_unchanged()
    (sources / "room" / "one.py").write_text("a = 3\n")
    assert not engine.is_unchanged()


def test_a_new_file_is_noticed(sources: Path) -> None:
    engine = Engine(VERSIONS, sources)
    (sources / "room" / "five.py").touch()
    assert not engine.is_unchanged()


def test_all_of_the_engine_is_in_it() -> None:
    engine = Engine(VERSIONS)
    assert {path.relative_to(SOURCES).as_posix() for path in SOURCES.rglob("*.py")} == set(engine._state)


def test_another_build_or_switch_of_a_library_is_another_program(
    sources: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a paper is, and its digests with it, is found before a library is imported that could say how it was built."""
    found = [Engine(VERSIONS, sources).digest]
    monkeypatch.setenv("SYMPY_GROUND_TYPES", "python")
    found.append(Engine(VERSIONS, sources).digest)
    known = engine.built()
    assert known["python-flint"].count("\n") > 3
    monkeypatch.setattr(engine, "built", lambda: known | {"python-flint": "0.8.0\nflint/pyflint.so,sha256=1,2"})
    found.append(Engine(VERSIONS, sources).digest)
    assert len(set(found)) == len(found)
