"""A paper that nobody has touched is not imported again; one of which anything was touched is."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from verify.cache import headers as heading
from verify.cache.engine import Engine
from verify.cache.headers import Headers, folder_of
from verify.cache.keys import Digests
from verify.cache.store import Store
from verify.tasks import ClaimHeader, PaperHeader
from verify.verdicts import NotationEntry


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store(tmp_path / "kept", pytest.fail)
    yield made
    made.close()


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    (tmp_path / "engine").mkdir()
    (tmp_path / "engine" / "a.py").write_text("a = 1")
    return Engine({}, tmp_path / "engine")


@pytest.fixture
def ring(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A paper, and what papers have in common."""
    for folder in ("ring", "ring/part", "papers", "papers/physics"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "__init__.py").write_text("a = 1")
    monkeypatch.setattr(heading, "PAPERS", tmp_path / "papers")
    return tmp_path / "ring"


def header_of(ring: Path) -> PaperHeader:
    claim = ClaimHeader("1", "I", "step", "a = b", ("0",), None)
    digests = Digests(b"whole", {"1": b"claim"}, {"1": ("0",)}, {"1": b"print"})
    notation = (NotationEntry("a", "a", "a", "a number", ""),)
    return PaperHeader(str(ring), "ring", "A paper", "nobody", "SI", (claim,), notation, digests=digests)


def kept(ring: Path, store: Store, engine: Engine) -> PaperHeader:
    header = header_of(ring)
    first = Headers(store, engine, PaperHeader)
    assert first.find([str(ring)]) == {}
    first.keep({str(ring): header})
    return header


def test_what_was_kept_comes_back(ring: Path, store: Store, engine: Engine) -> None:
    header = kept(ring, store, engine)
    assert Headers(store, engine, PaperHeader).find([str(ring), "derivations.none"]) == {str(ring): header}


def edit(path: Path) -> None:
    path.write_text("a = 2")


EDITS = {
    "its file": lambda ring: edit(ring / "__init__.py"),
    "a file below": lambda ring: edit(ring / "part" / "__init__.py"),
    "a new file": lambda ring: (ring / "more.py").touch(),
    "another name": lambda ring: (ring / "part").rename(ring / "piece"),
    "a file of what papers have in common": lambda ring: edit(ring.parent / "papers" / "physics" / "__init__.py"),
    "a new one there": lambda ring: (ring.parent / "papers" / "physics" / "more.py").touch(),
    "the package of the papers": lambda ring: edit(ring.parent / "papers" / "__init__.py"),
    "a link": lambda ring: (ring / "link").symlink_to(ring / "part"),
    "no file": lambda ring: (ring / "__init__.py").unlink(),
}


@pytest.mark.parametrize("name", EDITS)
def test_every_edit_has_it_read_again(ring: Path, store: Store, engine: Engine, name: str) -> None:
    kept(ring, store, engine)
    EDITS[name](ring)
    assert Headers(store, engine, PaperHeader).find([str(ring)]) == {}


def test_another_program_has_it_read_again(ring: Path, store: Store, engine: Engine) -> None:
    kept(ring, store, engine)
    edit(ring.parent / "engine" / "a.py")
    assert Headers(store, Engine({}, ring.parent / "engine"), PaperHeader).find([str(ring)]) == {}


@pytest.mark.parametrize("touched", ["ring/__init__.py", "engine/a.py"])
def test_what_changed_while_it_was_read_is_not_kept(ring: Path, store: Store, engine: Engine, touched: str) -> None:
    first = Headers(store, engine, PaperHeader)
    first.find([str(ring)])
    edit(ring.parent / touched)
    first.keep({str(ring): header_of(ring)})
    assert store.info().rows == 0


def test_bytecode_and_other_files_do_not_count(ring: Path, store: Store, engine: Engine) -> None:
    """A paper that could read them is not kept (`verify.cache.patching`)."""
    header = kept(ring, store, engine)
    (ring / "__pycache__").mkdir()
    (ring / "__pycache__" / "more.py").touch()
    (ring / "notes.txt").touch()
    os.utime(ring / "__init__.py", (0, 0))
    assert Headers(store, engine, PaperHeader).find([str(ring)]) == {str(ring): header}


def test_where_papers_lie(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert folder_of("derivations.pavlov") == heading.PAPERS / "pavlov"
    assert folder_of("./ring") == Path("ring")
    (tmp_path / "derivations.pavlov").mkdir()
    assert folder_of("derivations.pavlov") == Path("derivations.pavlov")
