"""verify.workers.warm and verify.workers.children: a call that cannot hurt its caller, whatever the caller is and wherever it runs."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from tests.common import processes
from verify.terms.packed import pack, unpack
from verify.verdicts import Reason
from verify.workers import warm
from verify.workers.children import path_of
from verify.workers.pool import Done, Failed, Limits

pytestmark = pytest.mark.slow

LIMITS = Limits(seconds=30, memory_mb=401)
"""No other test has these, so that the worker is one which was started here."""
SHADOWS = ("mpmath", "sympy", "gmpy2", "flint", "numpy", "multiprocessing", "pickle")


@pytest.fixture(autouse=True)
def elsewhere(tmp_path_factory, monkeypatch):
    """A worker looks for no module in the current folder: these tests are found from any folder but their root."""
    monkeypatch.chdir(tmp_path_factory.getbasetemp())


# --- what a call may do ---------------------------------------------------------------------------


def double(number):
    return 2 * number


def pid():
    return os.getpid()


def hang():
    while True:
        time.sleep(1)


def die():
    os.kill(os.getpid(), signal.SIGSEGV)


def complain():
    os.write(2, b"noise\n")
    print("more noise")
    raise ValueError("no")


def call_in_a_call():
    return os.getpid(), warm.call(pid, (), LIMITS), warm.call(complain, (), LIMITS)


def call(function, *arguments, limits=LIMITS):
    return warm.call(function, arguments, limits, ("sympy", "flint"))


def test_one_worker_serves_every_call():
    first, second = call(pid), call(pid)
    assert isinstance(first, Done)
    assert first == second
    assert first.value != os.getpid()


@pytest.mark.parametrize(("function", "reason"), [(hang, Reason.TIME), (die, Reason.CRASH), (complain, Reason.UNKNOWN)])
def test_a_bad_call_costs_the_next_one_nothing(function, reason):
    found = call(function, limits=Limits(seconds=1, memory_mb=401))
    assert isinstance(found, Failed)
    assert found.reason is reason
    assert call(double, 4) == Done(8)


def test_a_call_in_a_worker_is_made_where_it_stands():
    found = call(call_in_a_call)
    assert isinstance(found, Done)
    own, nested, failed = found.value
    assert nested == Done(own)
    assert failed == Failed(Reason.UNKNOWN, "ValueError: no")


def test_a_worker_that_died_while_it_was_idle_is_replaced():
    before = call(pid).value
    os.kill(before, signal.SIGKILL)
    time.sleep(0.2)
    assert call(double, 1) == Done(2)
    assert call(pid).value != before


def test_another_limit_of_memory_is_kept():
    before = call(pid).value
    assert call(pid, limits=Limits(seconds=30, memory_mb=500)).value != before


def test_threads_wait_for_each_other():
    found: dict[int, object] = {}
    threads = [threading.Thread(target=lambda n=n: found.update({n: call(double, n)})) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {n: Done(2 * n) for n in range(8)}


# --- wherever the caller is -------------------------------------------------------------------------


def python(program: str, folder: Path, *, script: bool = False, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs a program in a folder, as a script of that folder or on the command line."""
    if script:
        (folder / "own_script.py").write_text(program)
    how = ["own_script.py"] if script else ["-c", program]
    return processes.run(
        [sys.executable, *how],
        cwd=folder,
        env={**os.environ, **environment},
    )


CHECK = "from referee import check_identity\nprint(bool(check_identity('sin(2*x)', '2*sin(x)*cos(x)')))\n"


@pytest.mark.parametrize("script", [True, False])
def test_a_script_needs_no_guard_and_runs_once(tmp_path, script):
    found = python("print('begins')\n" + CHECK, tmp_path, script=script)
    assert (found.stdout, found.stderr, found.returncode) == ("begins\nTrue\n", "", 0)


def test_an_audit_in_a_script_without_a_guard(tmp_path):
    program = (
        "print('begins')\nfrom verify.run import audit\n"
        "found = audit(['derivations.pavlov'], labels=['u11'])\n"
        "print(found.papers[0].claims[0].result)\n"
    )
    found = python(program, tmp_path, script=True)
    assert (found.stdout, found.stderr) == ("begins\nFAIL\n", "")


def test_nothing_in_the_current_folder_is_executed(tmp_path):
    spy = f"open({str(tmp_path / 'executed')!r}, 'a').write(__name__ + ' ')\n"
    for name in SHADOWS:
        (tmp_path / f"{name}.py").write_text(spy)
    for name in ("verify", "referee"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text(spy)
    executed = tmp_path / "executed"
    command = [str(Path(sys.executable).with_name("referee")), "check", "sin(2*x) = 2*sin(x)*cos(x)"]
    answer = processes.run(command, cwd=tmp_path)
    assert answer.stdout.startswith("proved"), answer.stderr
    assert not executed.exists()


def test_the_path_of_a_child_has_no_current_folder(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", ["", ".", str(tmp_path), "relative", "/elsewhere"])
    assert path_of("verify.workers.pool") == ("/elsewhere",)
    assert path_of(__name__)[-1] == str(Path(__file__).parents[2])


def test_a_folder_that_is_gone(tmp_path):
    program = "import os, shutil\nshutil.rmtree(os.getcwd())\n" + CHECK
    (tmp_path / "gone").mkdir()
    found = python(program, tmp_path / "gone")
    assert (found.stdout, found.stderr) == ("True\n", "")


def test_a_copy_of_the_caller_has_a_worker_of_its_own(tmp_path):
    program = f"{CHECK}import os, sys\nsys.stdout.flush()\nchild = os.fork()\n{CHECK}if child: os.waitpid(child, 0)\n"
    found = python(program, tmp_path)
    assert (found.stdout, found.returncode) == ("True\n" * 3, 0), found.stderr


@pytest.mark.parametrize("closed", ["0, 3", "3, 100"])
def test_a_program_that_closes_its_handles(tmp_path, closed):
    """Before the first call its standard streams, after it whatever is open, ours included."""
    answer = tmp_path / "answer"
    first = "" if closed.startswith("0") else "check_identity('x', 'x')\n"
    program = (
        f"import os\nfrom referee import check_identity\n{first}os.closerange({closed})\n"
        f"found = bool(check_identity('x', 'x'))\nopen({str(answer)!r}, 'w').write(str(found))\n"
    )
    python(program, tmp_path)
    assert answer.read_text() == "True"


def test_where_warnings_are_errors(tmp_path):
    found = python(CHECK, tmp_path, PYTHONWARNINGS="error")
    assert (found.stdout, found.stderr) == ("True\n", "")


def test_from_a_daemonic_process(tmp_path):
    program = (
        "import multiprocessing\nfrom referee import check_identity\n"
        "def check(n): return bool(check_identity(f'{n}*x', f'x*{n}'))\n"
        "if __name__ == '__main__':\n"
        "    with multiprocessing.get_context('fork').Pool(2) as pool: print(pool.map(check, range(4)))\n"
    )
    found = python(program, tmp_path, script=True)
    assert found.stdout == "[True, True, True, True]\n", found.stderr


def test_an_interrupt_while_waiting(tmp_path):
    program = (
        "import os, signal, threading\nfrom verify.workers import warm\nfrom verify.workers.pool import Limits\nimport time\n"
        "threading.Timer(1.5, os.kill, (os.getpid(), signal.SIGINT)).start()\n"
        "try: warm.call(time.sleep, (60,), Limits())\n"
        "except KeyboardInterrupt: print('interrupted')\n"
        "print(warm.call(abs, (-3,), Limits()))\n"
    )
    found = python(program, tmp_path)
    assert (found.stdout, found.stderr) == ("interrupted\nDone(value=3)\n", "")


def alive(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
@pytest.mark.parametrize("end", ["", "os.kill(os.getpid(), 9)", "os._exit(3)", "raise SystemExit(2)"])
def test_no_process_is_left(tmp_path, end):
    program = (
        "import os\nfrom verify.workers import children, warm\nfrom verify.workers.pool import Limits\n"
        "print(warm.call(os.getpid, (), Limits()).value, children._shared.server.process.pid, flush=True)\n"
        f"{end}\n"
    )
    found = python(program, tmp_path)
    assert found.stderr == ""
    processes = [int(number) for number in found.stdout.split()]
    assert len(processes) == 2
    for _ in range(100):
        if not any(map(alive, processes)):
            return
        time.sleep(0.05)
    pytest.fail(f"still alive: {processes}")


def test_a_function_of_the_main_script_is_refused(tmp_path):
    program = (
        "from verify.workers.pool import run\ndef own(): return 1\n"
        "try: list(run(own, [()]))\nexcept TypeError as error: print(error)\n"
    )
    found = python(program, tmp_path, script=True)
    assert "of the main script, expected a function of a module" in found.stdout


# --- expressions on their way -------------------------------------------------------------------------


def test_expressions_arrive_as_they_stand():
    import sympy

    x, n = sympy.Symbol("x", real=True), sympy.Symbol("n", integer=True, positive=True)
    f = sympy.Function("f", real=True)
    for thing in (
        sympy.Add(x, x, evaluate=False),
        sympy.Mul(x, 1 / x, evaluate=False),
        sympy.Pow(x**2, sympy.S.Half, evaluate=False),
        sympy.exp(sympy.log(x), evaluate=False),
        sympy.sin(0, evaluate=False),
        sympy.Gt(1, 0, evaluate=False),
        sympy.binomial(n, n, evaluate=False),
        f(x).diff(x),
        sympy.Sum(x**n, (n, 0, sympy.oo)),
        sympy.Piecewise((1, x > 0), (2, True)),
        sympy.Dummy("x"),
    ):
        found = unpack(pack(thing))
        assert found == thing
        assert sympy.srepr(found) == sympy.srepr(thing)


@pytest.mark.parametrize(
    "program",
    [
        "from referee.check import decide_text as d; print(d('sin(pi*k/10) = 0', ['k even'])[0].outcome.value)",
        "from verify.grammar.shell import parse_relation; from verify.grammar.shell_conditions import parse_condition as p; print(parse_relation('sin(pi*k/10) = 0', p('k even')[0])[0].lhs != 0)",
        "from verify.claims import symbol; import sympy; k = sympy.Symbol('k', even=True); print(sympy.sin(sympy.pi * k / 10) != 0)",
    ],
)
def test_the_first_claim_of_a_process_is_read_under_the_guard(program: str, tmp_path: Path) -> None:
    answer = python(program, tmp_path)
    assert answer.stdout.strip() in ("refuted", "True"), answer.stderr
