"""The command line as a user meets it: what it prints, and its exit status."""

from __future__ import annotations

import contextlib
import io
import json
import os
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import referee
from referee.cli import main
from tests.common import processes

UNDECIDABLE_SIZE = 1_000_000
REFEREE = (sys.executable, "-m", "referee")


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The command as a program of its own."""
    return processes.run([*REFEREE, *arguments])


def ask(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The same function that the program calls, here: what it answers needs no interpreter of its own."""
    out, said = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(said):
        try:
            status = main(list(arguments))
        except SystemExit as leaving:
            status = leaving.code if isinstance(leaving.code, int) else 1
    return subprocess.CompletedProcess(arguments, status, out.getvalue(), said.getvalue())


def one_sentence(error: str) -> bool:
    return error.startswith("referee: ") and error.count("\n") == 1 and "Traceback" not in error and len(error) < 600


@pytest.mark.parametrize("arguments", [["--help"], ["audit", "--help"], ["list"]])
def test_what_answers_at_once_loads_next_to_nothing(arguments: list[str]) -> None:
    """No algebra, no engine, no reports, nothing of the crew of workers: that would be most of the time."""
    code = (
        f"import sys; from referee.cli import main\ntry: main({arguments!r})\nexcept SystemExit: pass\n"
        "print(*sorted(name for name in sys.modules if name.partition('.')[0] not in sys.stdlib_module_names))"
    )
    folder = Path(referee.__file__).parent.parent  # -S: nothing else is in reach
    done = processes.run([sys.executable, "-S", "-c", code], cwd=folder, check=True)
    loaded = set(done.stdout.splitlines()[-1].split())
    light = {"__main__", "verify", "verify.errors", "reports", "reports.letters", "reports.text", "derivations"}
    assert {name for name in loaded if not name.startswith("referee")} <= light
    assert not loaded & {"referee.check", "referee.draft", "referee.coverage", "multiprocessing"}


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as leaving:
        main(["--version"])
    assert leaving.value.code == 0
    assert capsys.readouterr().out.startswith("referee ")


def test_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list"]) == 0
    assert "pavlov    On the electronic quantum structures of conductors\n" in capsys.readouterr().out


@pytest.mark.parametrize("word", ["PASS-IF", "fail", "ball", "corroborated"])
def test_explain(word: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", word]) == 0
    assert word in capsys.readouterr().out


@pytest.mark.slow
def test_audit_writes_the_reports_and_prints_the_fails(tmp_path: Path) -> None:
    answer = run("audit", "pavlov", "--strict", "--out", str(tmp_path / "new" / "folder"))
    assert answer.returncode == 1, answer.stderr  # without --strict the errors of a shipped paper are none of ours
    assert "u11" in answer.stdout
    written = {path.name for path in (tmp_path / "new" / "folder").iterdir()}
    assert written == {"audit.json", "audit.md", "index.html", "timings.json"}
    body = json.loads((tmp_path / "new" / "folder" / "audit.json").read_text())
    assert body["schema"] == "referee.audit/2"


@pytest.mark.slow
def test_what_was_decided_is_found_again_and_can_be_forgotten(tmp_path: Path) -> None:
    kept = ("--cache", str(tmp_path / "kept"))
    assert "nothing is kept yet" in ask("cache", *kept).stdout
    first = ask("show", "pavlov", "u10", *kept)
    number = int(ask("cache", "info", *kept).stdout.split(": ")[1].split()[0])
    assert number > 0
    assert ask("show", "pavlov", "u10", *kept).stdout == first.stdout
    assert int(ask("cache", "info", *kept).stdout.split(": ")[1].split()[0]) == number
    assert f"{number} entries forgotten" in ask("cache", "clear", *kept).stdout
    assert ": 0 entries" in ask("cache", "info", *kept).stdout
    assert ask("show", "pavlov", "u10", "--no-cache", *kept).stdout == first.stdout
    assert ": 0 entries" in ask("cache", "info", *kept).stdout


def test_show() -> None:
    answer = run("show", "pavlov", "u11")
    assert answer.returncode == 1
    assert "square" in answer.stdout
    assert "r_He" in answer.stdout
    assert run("show", "pavlov", "u10").returncode == 0


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["sin(2*x) = 2*sin(x)*cos(x)"], 0, "proved"),
        (["sqrt(x^2) = x"], 1, "x = -1"),
        (["sqrt(x^2) = x", "--where", "x > 0"], 0, "proved"),
        (["x^2 + 1 > 0"], 0, "proved"),
        ([r"\frac{\sin 2x}{2} = \sin x \cos x", "--latex"], 0, "proved"),
        ([r"\sqrt{x^2} = x", "--latex", "--where", "x < 0"], 1, "refuted"),
        (["1 = 2 = 3"], 1, "refuted"),
        (["sqrt(2) + sqrt(3) = sqrt(5 + 2*sqrt(6))"], 0, "proved"),
        (["(1/(exp(x) - 1)) + 1/2 = coth(x/2)/2", "--where", "x > 0"], 0, "proved"),
    ],
)
def test_check(arguments: list[str], status: int, words: str) -> None:
    answer = ask("check", *arguments)
    assert answer.returncode == status, answer.stdout + answer.stderr
    assert words in answer.stdout


@pytest.mark.parametrize(
    "relation",
    [
        "9**9**9**9 = 1",
        "__import__('os').system('x') = 1",
        "(" * 10_000 + "x" + ")" * 10_000 + " = x",
        "x + " * 20_000 + "x = 1",
        "x",
        "= 1",
        "x = ",
        "x == == 1",
        "f(x) = 1",
        "x[0] = 1",
        "1/2x = 1",
    ],
    ids=lambda text: text[:20],
)
def test_bad_relations_are_one_sentence_and_status_2(relation: str) -> None:
    answer = ask("check", relation)
    assert answer.returncode == 2, answer.stdout
    assert one_sentence(answer.stderr), answer.stderr
    assert answer.stdout == ""


def test_a_megabyte_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    # In this process: the system does not pass so long an argument to another one.
    assert main(["check", "x+" * (UNDECIDABLE_SIZE // 2) + "1 = x"]) == 2
    assert one_sentence(capsys.readouterr().err)


@pytest.mark.parametrize("where", ["x > 0, x < 0", "x > 2, x < 1", "x postive", "0 = 1", "x >"])
def test_bad_conditions_are_one_sentence_and_status_2(where: str) -> None:
    answer = ask("check", "x = x + 1 - 1", "--where", where)
    assert answer.returncode == 2, answer.stdout
    assert one_sentence(answer.stderr), answer.stderr


def test_bad_papers_and_folders(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_text("x")
    for arguments in (
        ["audit", "nobody", "--out", str(tmp_path / "out")],
        ["audit", str(tmp_path / "empty")],
        ["audit", str(tmp_path / "file")],
        ["audit", "pavlov", "--out", str(tmp_path / "file" / "below")],
        ["audit", "pavlov", "--format", "pdf", "--out", str(tmp_path / "out")],
        ["show", "pavlov", "nope"],
        ["explain", "nonsense"],
    ):
        answer = ask(*arguments)
        assert answer.returncode == 2, (arguments, answer.stdout)
        assert one_sentence(answer.stderr), answer.stderr
    assert not (tmp_path / "out").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["empty", "file"]


# --- a hostile user ---------------------------------------------------------------------------------

PAPER = """
from verify.claims import Paper, UnitSystem, symbol, units
paper = Paper("{id}", "A paper", "nobody (2000)", UnitSystem.SI, sections=("I",))
a = symbol("a", "a", "a number", units.DIMENSIONLESS, positive=True)
one = paper.identity("1", where="I", printed="a+a = 2a", lhs=a + a, rhs=2*a)
"""


def paper_with(folder: Path, line: str) -> str:
    folder.mkdir()
    (folder / "__init__.py").write_text(PAPER.format(id=folder.name) + line + "\n")
    return str(folder)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("x = undefined", "__init__.py, line 6: NameError"),
        ("x = 1 + 'a'", "__init__.py, line 6: TypeError"),
        ("raise RuntimeError('no')", "__init__.py, line 6: RuntimeError: no"),
        ("x = (", "__init__.py, line 6: SyntaxError"),
        ("import sys; sys.exit(3)", "__init__.py, line 6: it ends the program"),
        ("import no_such_module", "__init__.py, line 6: ModuleNotFoundError"),
        ("import os; os._exit(0)", "ended itself with exit code 0"),
        ("import os; os.kill(os.getpid(), 9)", "SIGKILL"),
        ("x = paper.identity('2', where='I', printed='p', lhs=a, rhs=0.5)", "(__init__.py, line 6)"),
        ("b = symbol('b', 'b', 'b', units.DIMENSIONLESS, positive=True, negative=True)", "contradict"),
        ("x = paper.identity('2', where='I', printed='p', lhs=a, rhs=a, conditions=[a < 0])", "can hold"),
    ],
)
def test_a_paper_at_fault_is_one_sentence_and_leaves_nothing(tmp_path: Path, line: str, words: str) -> None:
    out = tmp_path / "new" / "out"
    audit = run if "os." in line else ask  # the latter may end this process, should no worker read it
    answer = audit("audit", paper_with(tmp_path / "ring", line), "--out", str(out))
    assert answer.returncode == 2, answer.stdout
    assert one_sentence(answer.stderr), answer.stderr
    assert words in answer.stderr
    assert not out.parent.exists()


@pytest.mark.slow
@pytest.mark.parametrize(
    "line",
    [
        "import os; os.fork()",
        "import os\nif os.fork() == 0: raise RuntimeError('the copy')",
        "import os; os.write(1, b'noise'); print('noise', flush=True)",
    ],
)
def test_a_paper_that_forks_or_prints_is_audited(tmp_path: Path, line: str) -> None:
    answer = run("audit", paper_with(tmp_path / "ring", line), "--out", str(tmp_path / "out"))
    assert answer.returncode == 0, answer.stderr
    assert "Traceback" not in answer.stderr
    assert "noise" not in answer.stdout
    assert answer.stderr.count("noise") == ("print" in line)


@pytest.mark.parametrize("arguments", [["nobody"], [""]])
def test_bad_input_leaves_no_folder(tmp_path: Path, arguments: list[str]) -> None:
    answer = ask("audit", *arguments, "--out", str(tmp_path / "a" / "b"))
    assert answer.returncode == 2
    assert one_sentence(answer.stderr)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["audit", "pavlov", "--out", ""],
        ["audit", "--jobs", "0"],
        ["audit", "--seconds", "nan"],
        ["audit", "--deadline", "tomorrow"],
        ["audit", "--deadline", "0h"],
        ["cache", "forget"],
        ["frobnicate"],
        ["check"],
        ["check", "nan = nan"],
        ["check", "oo = oo"],
        ["check", "x + oo = oo"],
        ["check", "oo - oo = 0"],
        ["check", "--latex", r"\infty = \infty"],
    ],
)
def test_wrong_use_is_one_sentence(arguments: list[str]) -> None:
    answer = ask(*arguments)
    assert answer.returncode == 2, answer.stdout
    assert one_sentence(answer.stderr), answer.stderr
    assert answer.stdout == ""


def test_a_limit_may_be_infinite() -> None:
    answer = ask("check", "integral(exp(-x), x, 0, oo) = 1")
    assert answer.returncode == 0, answer.stdout + answer.stderr


def test_check_shows_what_was_typed_and_how_it_was_read() -> None:
    lines = ask("check", "sqrt(x^2) = x", "--where", "x < 0").stdout.splitlines()
    assert lines[:2] == ["refuted (ball): sqrt(x^2) = x", "  read as -x = x"]
    chain = ask("check", "1 = 2 = 3").stdout.splitlines()
    assert chain[0] == "1 = 2 = 3"


@pytest.mark.parametrize(
    ("relation", "where", "status", "said"),
    [
        ("x = x", "x^3 = 2", 0, "proved"),
        ("x = 1", "x^3 = 2", 1, "refuted"),
        ("x^3 = 1", "x^3 = 2", 1, "refuted"),
        ("x = 1", "x^4 - x^2 = 2", 1, "refuted"),
        ("x = x", "x^5 - x^4 - 2*x + 2 = 0, x > 1.1", 0, "proved"),
        ("x = x", "x^6 - 3*x^3 + 1 = 0", 0, "proved"),
        ("y = 0", "y^4 + y^2 = x, x > 1", 1, "refuted"),
        ("x = x", "x = cos(x)", 2, "referee: no point was found that satisfies"),
        ("x = x", "x^2 = -1", 2, "never holds"),
    ],
)
def test_a_condition_that_holds_at_algebraic_points_only(relation: str, where: str, status: int, said: str) -> None:
    """That no point was found is not said as if there were none, and points that are roots are found."""
    answer = ask("check", relation, "--where", where)
    assert answer.returncode == status, answer.stdout + answer.stderr
    assert said in answer.stdout + answer.stderr


def test_the_seed_of_check_chooses_the_points(monkeypatch: pytest.MonkeyPatch) -> None:
    import verify.deciding.decide
    from referee.check import decide_text

    seeds = []
    really = verify.deciding.decide.decide

    def decide(*arguments: object, seed: int, **named: object) -> object:
        seeds.append(seed)
        return really(*arguments, seed=seed, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(verify.deciding.decide, "decide", decide)
    decide_text("x = 1", [], seed=7)
    assert seeds == [7]


@pytest.mark.parametrize("settings", [{"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}])
@pytest.mark.parametrize(
    ("arguments", "status"),
    [(["check", "sqrt(x^2) = x"], 1), (["show", "essen"], 0), (["show", "pavlov", "u11"], 1), (["explain"], 0)],
)
def test_a_terminal_without_unicode(arguments: list[str], status: int, settings: dict[str, str]) -> None:
    environment = {**os.environ, **settings, "PYTHONCOERCECLOCALE": "0"}
    answer = processes.run([*REFEREE, *arguments], text=False, env=environment)
    assert answer.returncode == status, answer.stderr
    assert b"codec" not in answer.stderr
    if "PYTHONIOENCODING" in settings:
        assert answer.stdout.isascii()


@pytest.mark.slow
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
@pytest.mark.parametrize("arguments", [["list"], ["explain"], ["--help"], ["check", "1 = 2"]])
def test_a_full_disk(arguments: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        answer = processes.run([*REFEREE, *arguments], stdout=full, stderr=subprocess.PIPE)
    assert answer.returncode == 2
    assert one_sentence(answer.stderr), answer.stderr


@pytest.mark.slow
@pytest.mark.parametrize(("arguments", "status"), [(["list"], 0), (["check", "1 = 2"], 1), (["show", "essen"], 0)])
def test_a_closed_pipe_keeps_the_status(arguments: list[str], status: int) -> None:
    read, write = os.pipe()
    os.close(read)
    answer = processes.run([*REFEREE, *arguments], stdout=write, stderr=subprocess.PIPE)
    os.close(write)
    assert (answer.returncode, answer.stderr) == (status, "")


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="a POSIX shell")
@pytest.mark.parametrize(
    ("arguments", "closed", "status", "said"),
    [
        (["check", "1 = 2"], ">&-", 2, "referee: the answer could not be written: the stream is closed\n"),
        (["list"], ">&-", 2, "referee: the answer could not be written: the stream is closed\n"),
        (["check", "1 = 2"], ">/dev/null 2>&-", 1, ""),
        (["audit", "nobody"], "2>&-", 2, ""),
        (["frobnicate"], "2>&-", 2, ""),
        (["check", "1 = 2"], "<&- >&- 2>&-", 2, ""),
        (["check", "1 = 2"], ">/dev/null <&-", 1, ""),
    ],
)
def test_closed_streams(arguments: list[str], closed: str, status: int, said: str) -> None:
    done = processes.run(["sh", "-c", f"exec {shlex.join([*REFEREE, *arguments])} {closed}"])
    assert (done.returncode, done.stdout, done.stderr) == (status, "", said)


def test_control_characters_of_a_paper_reach_no_terminal(tmp_path: Path) -> None:
    """They move the cursor, hide lines, set the title of the window, or answer in the user's name."""
    line = r"b = paper.identity('2\x1b[8m', where='I', printed='b\x9b31m = \x1b]0;title\x07b', lhs=a, rhs=a)"
    source = paper_with(tmp_path / "ring", line)
    bad = paper_with(tmp_path / "bad", r"raise ValueError('\x1b[2J')")
    (tmp_path / "source.md").write_text("$$ a\x1b[2J = b \\tag{\x1b[31m7} $$\n\n$$ \x1b[2J \\tag{8}\n")
    for arguments, status in (
        (["show", source], 0),
        (["show", source, "2\x1b[8m"], 0),
        (["audit", source, "--out", str(tmp_path / "out")], 0),
        (["coverage", source, "--source", str(tmp_path / "source.md")], 1),
        (["draft", str(tmp_path / "source.md"), "--out", str(tmp_path / "draft")], 0),
        (["audit", bad], 2),
        (["show", source, "\x1b[2J"], 2),
        (["explain", "\x1b[2J"], 2),
    ):
        answer = ask(*arguments)
        said = answer.stdout + answer.stderr
        assert answer.returncode == status, (arguments, said)
        assert said
        assert all(character.isprintable() or character == "\n" for character in said.replace("\ufffd", "")), said


@pytest.mark.slow
@pytest.mark.parametrize("arguments", [["list"], ["check", "x = x"], ["audit", "pavlov"]])
def test_a_folder_that_is_gone(tmp_path: Path, arguments: list[str]) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    command = shlex.join(["rmdir", str(gone)]) + " && exec " + shlex.join([*REFEREE, *arguments])
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2])}
    answer = processes.run(["sh", "-c", command], cwd=gone, env=environment)
    assert answer.returncode == 2
    assert one_sentence(answer.stderr), answer.stderr


@pytest.fixture(scope="module")
def start_of_python() -> float:
    """Seconds in which Python itself starts: an interrupt that comes sooner is its own, and it has its own words for it."""
    begun = time.monotonic()
    processes.run([sys.executable, "-c", "pass"], check=True)
    return time.monotonic() - begun


@pytest.mark.slow
@pytest.mark.parametrize("delay", [0.12, 0.2, 0.35, 0.5, 1.0])
def test_an_interrupt_is_one_line_at_any_time(tmp_path: Path, start_of_python: float, delay: float) -> None:
    """The whole group hears it, as on a terminal, also where the tests themselves run in the background and ignore it."""
    command = [*REFEREE, "audit", "--out", str(tmp_path / "out")]
    done = processes.run(command, interrupt_after=start_of_python + delay)
    assert done.returncode in (130, -signal.SIGINT)
    assert "Traceback" not in done.stderr
    assert done.stderr.count("\n") <= 2
