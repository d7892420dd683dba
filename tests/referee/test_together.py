"""The reports of an audit replace those of the last one together, and nothing but these is touched."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from referee.together import STAGE, replaced_together


def content(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in folder.iterdir() if path.is_file()}


def write(folder: Path, names: Iterable[str], text: str) -> None:
    with replaced_together(folder) as stage:
        for name in names:
            (stage / name).write_text(text)


def test_new_files_take_the_places_of_old_ones_and_others_stay(tmp_path: Path) -> None:
    out = tmp_path / "new" / "out"
    for number in "12":
        with replaced_together(out) as stage:
            (stage / "a").write_text(number)
            (stage / "b").write_text(number)
            assert content(out) == ({} if number == "1" else {"a": "1", "b": "1"})
        assert content(out) == {"a": number, "b": number}
    (out / "own").write_text("mine")
    with replaced_together(out) as stage:
        (stage / "a").write_text("3")
    assert content(out) == {"a": "3", "b": "2", "own": "mine"}
    assert sorted(path.name for path in out.iterdir()) == ["a", "b", "own"]


def test_if_one_cannot_be_replaced_none_is(tmp_path: Path) -> None:
    for name in "ac":
        (tmp_path / name).write_text("old")
    (tmp_path / "d" / "full").mkdir(parents=True)
    with pytest.raises(ValueError, match=r"/d: .*; expected a file that can be replaced"):
        write(tmp_path, "abcd", "new")
    assert content(tmp_path) == {"a": "old", "c": "old"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "c", "d"]


def test_if_writing_fails_the_old_ones_stay(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old")
    with pytest.raises(IsADirectoryError):
        write(tmp_path, ["a", "."], "new")
    assert content(tmp_path) == {"a": "old"}
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_a_link_is_replaced_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "precious").write_text("mine")
    out = tmp_path / "out"
    out.mkdir()
    (out / "timings.json").symlink_to(tmp_path / "precious")
    with replaced_together(out) as stage:
        (stage / "timings.json").write_text("times")
    assert (tmp_path / "precious").read_text() == "mine"
    assert (out / "timings.json").read_text() == "times"
    assert not (out / "timings.json").is_symlink()


def test_what_a_killed_run_left_is_removed_and_what_another_one_is_writing_is_not(tmp_path: Path) -> None:
    for name in ("old", "new"):
        (tmp_path / f"{STAGE}{name}").mkdir()
        (tmp_path / f"{STAGE}{name}" / "a").write_text("half")
    os.utime(tmp_path / f"{STAGE}old", (0, 0))
    with replaced_together(tmp_path) as stage:
        (stage / "a").write_text("new")
    assert sorted(os.listdir(tmp_path)) == [f"{STAGE}new", "a"]


def test_a_new_folder_appears_with_all_that_is_in_it(tmp_path: Path) -> None:
    """At no moment are there some of the files: the folder that is filled is another one until then."""
    out = tmp_path / "out"
    with replaced_together(out) as stage:
        (stage / "a").write_text("new")
        assert os.listdir(out) == []
        filled = stage.stat().st_ino
    assert (content(out), out.stat().st_ino) == ({"a": "new"}, filled)
    assert os.listdir(tmp_path) == ["out"]
    (tmp_path / "plain").mkdir()
    assert out.stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_what_somebody_else_puts_into_a_new_folder_stays(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with replaced_together(out) as stage:
        (stage / "a").write_text("new")
        (out / "own").write_text("mine")
    assert content(out) == {"a": "new", "own": "mine"}
    assert os.listdir(tmp_path) == ["out"]


def test_what_a_killed_run_left_beside_a_new_folder_is_removed(tmp_path: Path) -> None:
    for name in ("out-old", "elsewhere-old"):
        (tmp_path / f"{STAGE}{name}").mkdir()
        os.utime(tmp_path / f"{STAGE}{name}", (0, 0))
    write(tmp_path / "out", "a", "new")
    assert sorted(os.listdir(tmp_path)) == [f"{STAGE}elsewhere-old", "out"]
