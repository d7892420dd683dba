"""`referee audit --cluster`: the same verdicts from elsewhere, and machines that are lost, late or another program."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time

import pytest

pytest.importorskip("distributed", reason="the extra referee[cluster] is not installed")

from referee.beyond import cluster, there
from referee.cli import main
from tests.common import processes
from tests.referee.test_apart import written
from verify.errors import BadInput
from verify.tasks import judge_task, timed
from verify.verdicts import Reason
from verify.workers.pool import Crew, Done, Failed, Limits, Stop, collect
from verify.workers.resident import NOT_WANTED

pytestmark = pytest.mark.slow

LIMITS = Limits(seconds=60, memory_mb=2048, jobs=2)
LABELS = ("u11", "t14", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10")
TASKS = [(judge_task, "derivations.pavlov", label, 0) for label in LABELS]


@pytest.fixture(scope="module")
def local():
    with cluster.connected(cluster.LOCAL, LIMITS, Stop()) as found:
        yield found


def answers(endings):
    """What was found, without the seconds that it took."""
    return [ending.value.answer if isinstance(ending, Done) else ending for ending in collect(endings)]


def here(tasks):
    crew = Crew(timed, LIMITS)
    try:
        return answers(crew.work(list(tasks)))
    finally:
        crew.dismiss()


def test_an_audit_has_the_same_bytes(tmp_path):
    papers = [written(tmp_path / name, name, factor) for name, factor in (("right", 4), ("wrong", 5))]
    for folder, more in (("here", []), ("there", ["--cluster", "local"])):
        arguments = ["audit", "--no-cache", "--jobs", "2", "--out", str(tmp_path / folder), *more]
        assert main([*arguments, *papers]) == 1
        assert main([*arguments, "--apart", "--out", str(tmp_path / folder / "each"), *papers]) == 1
    for name in ("audit.json", "each/right/audit.json", "each/wrong/audit.json", "each/overview.json"):
        assert (tmp_path / "here" / name).read_bytes() == (tmp_path / "there" / name).read_bytes()


def test_a_folder_is_found_from_any_place(tmp_path, monkeypatch):
    written(tmp_path / "mine", "mine")
    monkeypatch.chdir(tmp_path)
    assert main(["audit", "--no-cache", "--cluster", "local", "--jobs", "1", "--out", "out", "mine"]) == 0


def test_what_hangs_or_fails_there_costs_itself_and_no_other(local):
    tasks = [
        (divmod, 7, 2),
        (time.sleep, 1000),
        (divmod, 1, 0),
        (bytearray, 30 * 2**30),
        (divmod, 9, 2),
    ]
    found = answers(local.work(tasks, seconds=2))
    assert (found[0], found[-1]) == ((3, 1), (4, 1))
    assert [found[index].reason for index in (1, 2, 3)] == [Reason.TIME, Reason.UNKNOWN, Reason.MEMORY]


def test_the_batch_of_a_lost_worker_is_run_elsewhere(local):
    found = {}
    for number, (index, ending) in enumerate(local.work(TASKS)):
        if number == 0:
            pids = local.client.run(os.getpid)
            os.kill(sorted(pids.values())[0], signal.SIGKILL)
        assert index not in found
        found[index] = ending
    assert answers(found.items()) == here(TASKS)
    assert any(isinstance(ending, Done) for ending in found.values())


def test_a_stopped_run_ends_at_once_and_leaves_the_cluster_to_the_next(local):
    stop = local.stop = Stop()
    threading.Timer(1, stop.set).start()
    begun = time.monotonic()
    assert list(local.work([(time.sleep, 1000)] * 8, seconds=900)) == []
    assert time.monotonic() - begun < 120
    local.stop = None
    assert answers(local.work([(divmod, 7, 2)])) == [(3, 1)]


def test_a_batch_that_arrives_after_its_run_has_left_is_not_begun():
    there.leave("left")
    assert there.do([(time.sleep, 1000)] * 2, 900, LIMITS, there.program(), "left") == [NOT_WANTED] * 2


def test_another_program_is_refused_when_it_is_met_and_when_it_comes_later(local, monkeypatch):
    monkeypatch.setattr(there, "program", lambda: "another")
    with pytest.raises(BadInput, match="another program"):
        local.check()
    with pytest.raises(BadInput, match="another program"):
        list(local.work([(divmod, 7, 2)]))


def test_a_cluster_that_is_gone_gives_a_reason_and_no_verdict():
    with cluster.connected(cluster.LOCAL, Limits(60, 2048, 1), Stop()) as found:
        threading.Timer(1, found.client.shutdown).start()
        (ending,) = collect(found.work([(time.sleep, 1000)], seconds=900))
    assert isinstance(ending, Failed)
    assert ending.reason is Reason.CRASH


def test_nobody_at_the_address_is_told_in_one_sentence(monkeypatch, capsys):
    monkeypatch.setattr(cluster, "CONNECTING_SECONDS", 1)
    assert main(["audit", "--cluster", "tcp://127.0.0.1:9", "pavlov"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("referee: --cluster 'tcp://127.0.0.1:9'")
    assert said.count("\n") == 1


def test_nothing_in_the_current_folder_is_executed(tmp_path):
    paper = written(tmp_path / "mine", "mine")
    for name in ("multiprocessing", "distributed", "sympy", "tornado", "verify"):
        (tmp_path / f"{name}.py").write_text(f"open({str(tmp_path / 'canary')!r}, 'w')\n")
    command = [
        sys.executable,
        "-P",
        "-m",
        "referee",
        "audit",
        "--no-cache",
        "--cluster",
        "local",
        "--jobs",
        "1",
        "--out",
        "out",
        paper,
    ]
    done = processes.run(command, cwd=tmp_path)
    assert (done.returncode, (tmp_path / "canary").exists()) == (0, False), done.stderr


def test_without_the_extra_one_sentence_says_what_brings_it():
    program = (
        "import sys; sys.modules['distributed'] = None\n"
        "from referee.cli import main; sys.exit(main(['audit', '--cluster', 'local', 'pavlov']))"
    )
    done = processes.run([sys.executable, "-c", program])
    assert done.returncode == 2
    assert (
        done.stderr == "referee: --cluster needs the package distributed; `pip install 'referee[cluster]'` brings it\n"
    )
