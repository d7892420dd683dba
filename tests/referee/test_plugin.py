"""`pytest --referee`: which items there are, how they end, and what a reader is told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

pytest_plugins = ["pytester"]

ROOT = Path(__file__).resolve().parents[2]
HEAD = """
from verify.claims import Paper, UnitSystem, equal, follows_from, reading, symbol, units
paper = Paper("ring", "A ring", "nobody (2000)", UnitSystem.SI, sections=("I",))
a = symbol("a", "a", "width of the ring", units.LENGTH, positive=True)
b = symbol("b", "b", "height of the ring", units.LENGTH, positive=True)
"""
GOOD = 'one = paper.identity("1", where="I", printed="(a+b)^2 = a^2 + 2ab + b^2", lhs=(a+b)**2, rhs=a**2+2*a*b+b**2)\n'
BAD = 'two = paper.identity("2", where="I", printed="(a-b)^2 = a^2 - ab + b^2", lhs=(a-b)**2, rhs=a**2-a*b+b**2)\n'
PROSE = 'three = paper.remark("3", where="I", printed="rings are round", why="A statement about words.")\n'


def ring(pytester: pytest.Pytester, *claims: str) -> str:
    """Writes a paper of one's own and returns its path."""
    folder = pytester.mkdir("ring_paper")
    (folder / "__init__.py").write_text(HEAD + "".join(claims))
    return "./ring_paper"


def test_each_claim_is_an_item_with_a_readable_id(pytester: pytest.Pytester) -> None:
    result = pytester.runpytest_subprocess("--referee", "pavlov", "--collect-only", "-q")
    lines = [line for line in result.outlines if line.startswith("pavlov::")]
    assert "pavlov::u11" in lines
    assert len(lines) == len(set(lines)) > 70
    assert result.ret == 0


def test_an_error_in_a_shipped_paper_is_expected(pytester: pytest.Pytester) -> None:
    result = pytester.runpytest_subprocess("--referee", "pavlov::u11,pavlov::u10", "-rx", "-v")
    result.assert_outcomes(xfailed=1, passed=1)
    result.stdout.fnmatch_lines(
        ["*pavlov::u10 PASSED*", "XFAIL pavlov::u11 - error in the paper: *r_He^3 = 8, but ħ^2/(4·m_e^2·v^2) = 4*"]
    )
    assert result.ret == 0


def test_strict_shows_the_counterexample_and_no_traceback(pytester: pytest.Pytester) -> None:
    result = pytester.runpytest_subprocess("--referee", "pavlov::u11", "--referee-strict")
    result.assert_outcomes(failed=1)
    told = result.stdout.str()
    assert "counterexample ħ = 4, m_e = 1, r_He = 2, v = 1" in told
    assert "ħ: reduced Planck constant" in told
    assert "dimension      mismatch" in told
    assert "correction " in told
    assert "Traceback" not in told
    assert ".py:" not in told
    assert result.ret == 1


def test_a_paper_of_one_s_own_fails_where_it_is_wrong(pytester: pytest.Pytester) -> None:
    folder = ring(pytester, GOOD, BAD, PROSE)
    result = pytester.runpytest_subprocess("--referee", folder, "-rs")
    result.assert_outcomes(passed=1, failed=1, skipped=1)
    told = result.stdout.str()
    assert "counterexample a = 1, b = 1" in told
    assert "a: width of the ring" in told
    assert "property       falsified" in told
    assert "factor $2$ is missing in the term" in told
    assert "prose: A statement about words." in told


def test_what_takes_too_long_is_open_and_skipped(pytester: pytest.Pytester) -> None:
    hang = "import verify.judging.verdict_on\ndef judge(*_):\n    while True: pass\nverify.judging.verdict_on.judge = judge\n"
    folder = ring(pytester, hang, GOOD)
    result = pytester.runpytest_subprocess("--referee", folder, "--referee-seconds", "1", "-rs")
    result.assert_outcomes(skipped=1)
    result.stdout.fnmatch_lines(["*OPEN: time limit*"])


def test_claims_and_tests_together_and_chosen_by_k(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("def test_one(): assert True\ndef test_two(): assert True")
    folder = ring(pytester, GOOD, PROSE)
    chosen = pytester.runpytest_subprocess(f"--referee={folder}", ".", "-k", "test_one or ring")
    chosen.assert_outcomes(passed=2, skipped=1, deselected=1)


def test_a_claim_that_is_named_twice_runs_once_and_alone(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("def test_one(): assert True")
    folder = ring(pytester, GOOD, PROSE)
    result = pytester.runpytest_subprocess("--referee", f"{folder}::1", "--referee", folder)
    result.assert_outcomes(passed=1, skipped=1)


def test_under_xdist_each_claim_runs_once(pytester: pytest.Pytester) -> None:
    folder = ring(pytester, GOOD, BAD, PROSE)
    result = pytester.runpytest_subprocess("--referee", folder, "-n", "1")
    result.assert_outcomes(passed=1, failed=1, skipped=1)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("pavlov::u99", "pavlov has no claim 'u99'"),
        ("tests_folder", "is no paper*tests to be run as well come after --referee=all"),
    ],
)
def test_bad_input_is_told_in_one_sentence(pytester: pytest.Pytester, value: str, message: str) -> None:
    pytester.mkdir("tests_folder")
    result = pytester.runpytest_subprocess("--referee", value)
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines([f"ERROR: --referee *{message}*"])
    assert "Traceback" not in result.stderr.str() + result.stdout.str()


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("import os; os._exit(0)", "ended itself with exit code 0"),
        ("import os; os.kill(os.getpid(), 11)", "SIGSEGV"),
        ("while True: pass", "time limit"),
        ("hoard = []\nwhile True: hoard.append(bytes(10**8))", "MemoryError"),
        ("import sys; sys.exit(0)", "ends the program"),
    ],
)
def test_a_paper_that_ends_hangs_or_fills_its_process_is_bad_input(
    pytester: pytest.Pytester, line: str, message: str
) -> None:
    folder = ring(pytester, GOOD, line + "\n")
    result = pytester.runpytest_subprocess("--referee", folder, "--referee-seconds", "1")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines([f"ERROR: --referee *{message}*"])
    assert "Traceback" not in result.stderr.str() + result.stdout.str()


def test_a_paper_is_never_imported_where_pytest_runs(pytester: pytest.Pytester) -> None:
    folder = ring(pytester, GOOD, "import os\nopen('read_by', 'a').write(f'{os.getpid()} {os.getppid()}\\n')\n")
    pytester.makeconftest("import os\nopen('pytest_is', 'w').write(str(os.getpid()))")
    pytester.runpytest_subprocess(f"--referee={folder}", ".").assert_outcomes(passed=1)
    own = (pytester.path / "pytest_is").read_text()
    assert own not in (pytester.path / "read_by").read_text().split()


def test_hypothesis_is_asked_for_by_name(pytester: pytest.Pytester) -> None:
    """Without Hypothesis the option says what to install; ordinary runs do not mind."""
    pytester.makepyfile(
        hidden="""
        import importlib.util
        real = importlib.util.find_spec
        importlib.util.find_spec = lambda name, *rest: None if name == "hypothesis" else real(name, *rest)
        """,
        test_one="def test_one(): assert True",
    )
    missing = pytester.runpytest_subprocess("-p", "hidden", "--referee", "pavlov")
    assert missing.ret == pytest.ExitCode.USAGE_ERROR
    missing.stderr.fnmatch_lines(["*--referee needs Hypothesis: pip install '.?test?' in the folder of Referee*"])
    pytester.runpytest_subprocess("-p", "hidden").assert_outcomes(passed=1)


# --- README's examples ------------------------------------------------------------------------------


def printed(mark: str) -> str:
    """The Python block below '<!-- test: MARK -->' in README.md."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    found = re.search(rf"<!-- test: {mark} -->\n```python\n(.*?)```", text, re.DOTALL)
    assert found, f"README.md has no example marked {mark!r}"
    return found[1]


def test_readme_s_identities(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(test_passes=printed("passes"), test_fails=printed("fails"))
    result = pytester.runpytest_subprocess("-v")
    result.assert_outcomes(passed=2, failed=1)
    result.stdout.fnmatch_lines(["test_fails.py::* FAILED*", "*counterexample: x = -1, y = -1*"])
    assert "referee:" not in result.stdout.str()


@pytest.mark.parametrize(("mark", "status"), [("passes", 0), ("fails", 1)])
def test_readme_s_identities_as_scripts(pytester: pytest.Pytester, mark: str, status: int) -> None:
    """Saved as a file and run, not only collected: nothing runs the file a second time, in a worker or its server."""
    text = printed(mark)
    calls = "\n".join(f"{name}()" for name in re.findall(r"^def (test_\w+)", text, re.MULTILINE))
    path = pytester.makepyfile(saved=f"print('begins')\n{text}\n{calls}\nprint('ends')\n")
    result = pytester.runpython(path)
    assert result.ret == status
    assert result.outlines == (["begins", "ends"] if status == 0 else ["begins"])
    if status:
        result.stderr.fnmatch_lines(["AssertionError: refuted (ball): log(x·y) = log(x) + log(y)"])
