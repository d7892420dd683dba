"""The file of answers: whole or not there, shared, and never trusted because it is there."""

from __future__ import annotations

import os
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.common import processes
from verify.cache import store as storing
from verify.cache.store import NAME, Store

KEY, OTHER = b"k" * 32, b"o" * 32


class Said(list[str]):
    """The warnings."""


@pytest.fixture
def said() -> Said:
    return Said()


@pytest.fixture
def store(tmp_path: Path, said: Said) -> Iterator[Store]:
    made = Store(tmp_path, said.append)
    yield made
    made.close()


def again(folder: Path, said: Said) -> dict[bytes, str]:
    """What another process would find."""
    other = Store(folder, said.append)
    found = other.get([KEY, OTHER])
    other.put({OTHER: "new"})
    other.close()
    return found


def aside(folder: Path) -> list[str]:
    return sorted(
        path.name for path in folder.iterdir() if "set-aside" in path.name and not path.name.endswith(("-wal", "-shm"))
    )


def test_what_is_put_is_found_by_the_next(tmp_path: Path, store: Store, said: Said) -> None:
    store.put({KEY: "one", OTHER: "t\u00f6w \U0001d4d0"})
    assert again(tmp_path, said) == {KEY: "one", OTHER: "t\u00f6w \U0001d4d0"}
    assert store.get([KEY, b"unknown"]) == {KEY: "one"}
    assert said == []


@given(st.dictionaries(st.binary(min_size=1, max_size=4), st.text(st.characters(), max_size=30), max_size=20))
def test_any_texts_come_back(texts: dict[bytes, str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        kept = Store(Path(folder), lambda sentence: pytest.fail(sentence))
        kept.put(texts)
        assert kept.get(texts) == texts
        kept.close()


def test_more_keys_than_one_question_takes(store: Store) -> None:
    texts = {number.to_bytes(4, "big"): str(number) for number in range(3 * storing.AT_ONCE)}
    store.put(texts)
    assert store.get(texts) == texts


def damaged(path: Path) -> None:
    """Some bytes in the middle of every page are others."""
    body = bytearray(path.read_bytes())
    for place in range(200, len(body), 64):
        body[place] ^= 255
    path.write_bytes(bytes(body))


def other_answer(path: Path) -> None:
    """One answer says what another one says."""
    with sqlite3.connect(path) as rows:
        rows.execute("UPDATE kept SET text = CAST('PASS' AS BLOB)")


def other_key(path: Path) -> None:
    """An answer stands under a key that is not its own."""
    with sqlite3.connect(path) as rows:
        rows.execute("UPDATE kept SET key = ?", (KEY[:-1] + b"x",))
        rows.execute("UPDATE kept SET key = ?", (KEY,))
        rows.execute("UPDATE kept SET seal = ?", (b"x" * 32,))


def other_type(path: Path) -> None:
    with sqlite3.connect(path) as rows:
        rows.execute("UPDATE kept SET text = 7")


def of_another_program(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as rows:
        rows.execute("CREATE TABLE mine (precious TEXT)")


def of_another_version(path: Path) -> None:
    with sqlite3.connect(path) as rows:
        rows.execute("PRAGMA user_version = 99")


def with_a_trigger(path: Path) -> None:
    with sqlite3.connect(path) as rows:
        rows.execute("CREATE TRIGGER more AFTER INSERT ON kept BEGIN DELETE FROM kept; END")


def no_database(path: Path) -> None:
    path.write_text("a letter to somebody\n" * 100)


def truncated(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def a_link(path: Path) -> None:
    path.rename(path.with_name("precious"))
    path.symlink_to(path.with_name("precious"))


@pytest.mark.parametrize(
    "spoil",
    [
        *(damaged, other_answer, other_key, other_type, of_another_program, of_another_version),
        *(with_a_trigger, no_database, truncated, a_folder, a_link),
    ],
)
def test_what_is_damaged_or_not_ours_is_set_aside_with_one_warning(tmp_path: Path, said: Said, spoil: object) -> None:
    first = Store(tmp_path, said.append)
    first.put({KEY: "FAIL"})
    first.close()
    spoil(tmp_path / NAME)  # type: ignore[operator]
    assert again(tmp_path, said) == {}
    (sentence,) = said
    assert "nothing in it was used" in sentence
    assert aside(tmp_path) == [f"{NAME}.set-aside-1"]
    said.clear()
    found = again(tmp_path, said)  # from here on as if nothing had been
    assert set(found) <= {OTHER}
    assert (said, aside(tmp_path)) == ([], [f"{NAME}.set-aside-1"])
    assert not (tmp_path / "precious").exists() or (tmp_path / "precious").stat().st_size


def test_an_empty_file_is_a_new_one(tmp_path: Path, said: Said) -> None:
    """As a run that was killed at its first step leaves it."""
    (tmp_path / NAME).touch()
    again(tmp_path, said)
    assert (again(tmp_path, said), said) == ({OTHER: "new"}, [])


def test_a_file_that_everybody_may_write_is_not_used(tmp_path: Path, store: Store, said: Said) -> None:
    store.put({KEY: "PASS"})
    (tmp_path / NAME).chmod(0o666)
    assert again(tmp_path, said) == {}
    assert "everybody may write to it" in said[0]
    assert (tmp_path / NAME).exists()


def test_a_folder_that_cannot_be_made_costs_a_warning_and_no_more(tmp_path: Path, said: Said) -> None:
    (tmp_path / "file").touch()
    assert again(tmp_path / "file" / "below", said) == {}
    assert len(said) == 1
    assert "what is decided is not kept" in said[0]


def test_a_full_disk_costs_a_warning_and_no_more(tmp_path: Path, store: Store, said: Said) -> None:
    store.put({KEY: "one"})
    assert store._rows is not None
    store._rows.execute("PRAGMA max_page_count = 1")
    store.put({number.to_bytes(4, "big"): "x" * 1000 for number in range(100)})
    assert "is full" in said[0]
    store.put({OTHER: "two"})
    assert store.get([KEY, OTHER]) == {}
    assert len(said) == 1
    assert again(tmp_path, said) == {KEY: "one"}


def test_clear_forgets_everything(tmp_path: Path, store: Store, said: Said) -> None:
    store.put({KEY: "one" * 100_000})
    before = store.info()
    store.clear()
    after = store.info()
    assert (before.rows, after.rows, after.since) == (1, 0, None)
    assert after.size < before.size
    assert said == []


def test_beyond_its_size_the_oldest_rows_are_dropped(
    tmp_path: Path, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storing, "MOST", 10)
    for day in (3, 1, 2):
        monkeypatch.setattr(storing.time, "time", lambda day=day: day * 86400.0)
        some = Store(tmp_path, said.append)
        some.put({bytes([day, number]): "x" for number in range(4)})
        some.close()
    left = Store(tmp_path, said.append)
    found = left.get(bytes([day, number]) for day in (1, 2, 3) for number in range(4))
    left.close()
    assert {key[0] for key in found} == {2, 3}
    assert len(found) == 5


WRITER = """
import sys
from pathlib import Path
from verify.cache.store import Store
folder, name = Path(sys.argv[1]), sys.argv[2]
store = Store(folder, lambda sentence: print(sentence))
for number in range(50):
    store.put({f"{name} {number}".encode(): name, b"shared": "the same"})
    assert store.get([f"{name} {number}".encode()])
store.close()
"""


def test_several_processes_share_it_from_the_first_moment(tmp_path: Path, said: Said) -> None:
    script = f"for name in a b c d; do {sys.executable} -c '{WRITER}' {tmp_path}/shared $name & done; wait"
    done = processes.run(["bash", "-c", script], check=True)
    assert (done.stdout, done.stderr) == ("", "")
    store = Store(tmp_path / "shared", said.append)
    keys = [f"{name} {number}".encode() for name in "abcd" for number in range(50)]
    assert len(store.get([*keys, b"shared"])) == 201
    store.close()


KILLED = """
import os, signal, sys
from pathlib import Path
from verify.cache.store import Store
store = Store(Path(sys.argv[1]), print)
for number in range(100_000):
    store.put({number.to_bytes(4, "big"): "x" * 3000, (number + 2**31).to_bytes(4, "big"): "y" * 3000})
    print(number, flush=True)
"""


def test_a_writer_that_is_killed_leaves_whole_rows(tmp_path: Path, said: Said) -> None:
    for _ in range(3):
        script = f"{sys.executable} -c '{KILLED}' {tmp_path} & sleep 0.$((RANDOM % 6 + 3)); kill -KILL $!; wait"
        done = processes.run(["bash", "-c", script])
        written = [int(line) for line in done.stdout.split()]
        store = Store(tmp_path, said.append)
        keys = [number.to_bytes(4, "big") for number in written]
        partners = [(number + 2**31).to_bytes(4, "big") for number in written]
        assert set(store.get([*keys, *partners])) == {*keys, *partners}
        store.close()
    assert said == []
