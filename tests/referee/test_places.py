"""Nothing in the current folder is executed, however the command is started; and a package that is not ours is noticed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from referee import places
from tests.common import processes

pytestmark = pytest.mark.slow

COMMAND = (str(Path(sys.executable).with_name("referee")),)
MODULE = (sys.executable, "-m", "referee")
SHADOWS = ("mpmath", "sympy", "gmpy2", "flint", "rich", "numpy", "verify", "reports", "derivations")
"""Names that a user may give to a file or folder of their own."""
HOW = {"command": (COMMAND, ""), "module": (MODULE, ""), "empty entry of PYTHONPATH": (COMMAND, ":/nowhere")}


def started(folder: Path, how: tuple[str, ...], path: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return processes.run([*how, *arguments], cwd=folder, env={**environment, **({"PYTHONPATH": path} if path else {})})


def shadow(folder: Path, name: str, *, as_folder: bool) -> Path:
    """A module of that name that tells that it was executed."""
    spy = f"open({str(folder / 'executed')!r}, 'a').write(__name__ + ' ')\n"
    if as_folder:
        (folder / name).mkdir()
    (folder / name / "__init__.py" if as_folder else folder / f"{name}.py").write_text(spy)
    return folder / "executed"


@pytest.mark.parametrize("as_folder", [False, True])
@pytest.mark.parametrize(("how", "path"), HOW.values(), ids=HOW)
def test_nothing_in_the_current_folder_is_executed(
    tmp_path: Path, how: tuple[str, ...], path: str, as_folder: bool
) -> None:
    for name in SHADOWS:
        executed = shadow(tmp_path, name, as_folder=as_folder)
    for arguments in (["check", "1=1"], ["show", "pavlov"], ["explain", "PASS"]):
        answer = started(tmp_path, how, path, *arguments)
        assert (answer.returncode, executed.exists()) == (0, False), answer.stderr


@pytest.mark.parametrize("name", places.OURS)
def test_a_package_that_is_not_ours_is_noticed(tmp_path: Path, name: str) -> None:
    executed = shadow(tmp_path, name, as_folder=True)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    answer = started(elsewhere, COMMAND, str(tmp_path), "check", "1=1")
    assert answer.returncode == 2
    assert answer.stderr == (
        f"referee: the package {name!r} is imported from {tmp_path / name}, and is not that of Referee, in "
        f"{places.ROOT / name}; expected the other one in another environment or under another name\n"
    )
    program = "import referee\ntry: referee.check_identity\nexcept ImportError as error: print(error)"
    answer = started(elsewhere, (sys.executable, "-c", program), str(tmp_path))
    assert f"the package {name!r} is imported from" in answer.stdout
    assert not executed.exists()


def test_a_distribution_that_has_written_over_ours_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert places.stranger() == ""
    for name in places.OURS:
        (tmp_path / name).mkdir()
    other = tmp_path / "verify-1.1.1.dist-info"
    other.mkdir()
    (other / "RECORD").write_text("verify/__init__.py,sha256=x,3\n")
    (tmp_path / "reports-1.dist-info").mkdir()
    (tmp_path / "reports-1.dist-info" / "RECORD").write_text("something/else.py,,\n")
    monkeypatch.setattr(places, "ROOT", tmp_path)
    monkeypatch.setattr(places, "_place_of", lambda name: tmp_path / name)
    assert places.stranger().startswith("the distribution verify-1.1.1 has written over Referee's own package 'verify'")
