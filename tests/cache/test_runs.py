"""Audits on a file of answers: what was decided once is not decided again, and what was changed is."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import verify.run
from tests.common import processes
from verify.cache.store import NAME, Store
from verify.run import audit
from verify.tasks import judge_task
from verify.verdicts import Audit, Reason, Result
from verify.workers.pool import Limits

pytestmark = pytest.mark.slow

PAPER = r"""
from verify.claims import Paper, UnitSystem, follows_from, symbol
from verify.units import DIMENSIONLESS
paper = Paper("ring", "A paper", "nobody (2000)", UnitSystem.SI, sections=("I",))
a, b, c, d = (symbol(name, name, "a number", DIMENSIONLESS, positive=True) for name in "abcd")
one = paper.given("1", where="I", printed="b = 2a", lhs=b, rhs=2*a)
two = paper.step("2", where="I", printed="b^2 = 4a^2", lhs=b**2, rhs=4*a**2, by=follows_from(one))
three = paper.given("3", where="I", printed="c = 3b", lhs=c, rhs=3*b)
four = paper.step("4", where="I", printed="c^2 = 9b^2", lhs=c**2, rhs=9*b**2, by=follows_from(three))
five = paper.step("5", where="I", printed="c^2 = 36a^2", lhs=c**2, rhs=36*a**2, by=follows_from(four, two))
six = paper.identity("6", where="I", printed="(a+d)^2 = a^2 + 2ad + d^2", lhs=(a + d)**2, rhs=a**2 + 2*a*d + d**2)
seven = paper.identity("7", where="I", printed="(a-d)^2 = a^2 - ad + d^2", lhs=(a - d)**2, rhs=a**2 - a*d + d**2)
"""


@pytest.fixture
def ring(tmp_path: Path) -> Path:
    folder = tmp_path / "ring"
    folder.mkdir()
    (folder / "__init__.py").write_text(PAPER)
    return folder


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def run(tmp_path: Path, ring: Path, said: list[str]) -> Iterator[Callable[..., tuple[Audit, list[str]]]]:
    """Audits the paper with what is kept, and tells which tasks there were: 'judge 2', ..."""

    def audited(**more: object) -> tuple[Audit, list[str]]:
        store = Store(tmp_path / "kept", said.append)
        timings: dict[str, float] = {}
        found = audit([str(ring)], store=store, timings=timings, remark=said.append, **more)  # type: ignore[arg-type]
        store.close()
        names = [name.removeprefix(f"{ring} ").removesuffix(" finished after").split() for name in timings]
        return found, sorted(f"{what} {label}" for label, what in names)

    yield audited
    assert said == []


def edit(ring: Path, old: str, new: str) -> None:
    text = (ring / "__init__.py").read_text()
    assert text.count(old) == 1
    (ring / "__init__.py").write_text(text.replace(old, new))


def afresh(ring: Path) -> str:
    return audit([str(ring)]).to_json()


Run = Callable[..., tuple[Audit, list[str]]]


def test_an_unchanged_paper_asks_nothing_and_gives_the_same_bytes(ring: Path, run: Run) -> None:
    first, tasks = run()
    assert Counter(task.split()[0] for task in tasks) == {"judge": 7, "mutants": 5}
    again, tasks = run()
    assert tasks == []
    assert first.to_json() == again.to_json() == afresh(ring)


def test_an_unchanged_paper_is_not_even_read(ring: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    first, _ = run()
    monkeypatch.setattr("verify.workers.children.ensure_server", pytest.fail)
    assert run()[0].to_json() == first.to_json()


def test_a_line_that_is_edited_while_the_audit_runs_is_not_mixed_up(
    ring: Path, run: Run, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was read with 2a; a worker that reads it later finds 3a: that is told, and no answer to that is kept."""
    before = (ring / "__init__.py").read_text()
    really = verify.run._kept

    def after_reading(*arguments: Any) -> Any:
        edit(ring, 'printed="b = 2a", lhs=b, rhs=2*a', 'printed="b = 3a", lhs=b, rhs=3*a')
        return really(*arguments)

    with monkeypatch.context() as patch:
        patch.setattr(verify.run, "_kept", after_reading)
        run()
    assert said == [f"{ring} was changed while it was audited, or reads otherwise each time: not all of it is kept"]
    said.clear()
    (ring / "__init__.py").write_text(before)
    assert run()[0].to_json() == afresh(ring)


def test_an_edited_line_is_decided_again_with_what_rests_on_it_and_nothing_else(ring: Path, run: Run) -> None:
    run()
    edit(ring, 'printed="c^2 = 9b^2", lhs=c**2, rhs=9*b**2', 'printed="c^2 = 8b^2", lhs=c**2, rhs=8*b**2')
    found, tasks = run()
    assert [task for task in tasks if not task.startswith("prints")] == ["judge 4", "judge 5", "mutants 4", "mutants 5"]
    assert {claim.label: claim.result for claim in found.papers[0].claims}["4"] is Result.FAIL
    assert found.to_json() == afresh(ring)
    assert run()[1] == []
    edit(ring, "8b^2", "9b^2")
    edit(ring, "8*b**2", "9*b**2")  # as it was before: all of it is known
    assert (run()[1], run()[0].to_json()) == ([], afresh(ring))


@pytest.mark.parametrize(
    "print_of_two", ["b^2 = 5a^2", r"\\sqrt{x} b^2 = 4a^2 \\tag"], ids=["differs from its encoding", "is not read"]
)
def test_a_line_at_fault_is_kept_like_any_other_with_what_rests_on_it(
    ring: Path, run: Run, said: list[str], print_of_two: str
) -> None:
    edit(ring, "b^2 = 4a^2", print_of_two)
    first, _ = run()
    told = said.copy()
    again, tasks = run()
    assert (tasks, again.to_json(), said) == ([], first.to_json(), told * 2)
    edit(ring, "seven =", 'paper.remark("0", where="I", printed="words", why="there are only words")\nseven =')
    found, tasks = run()
    assert [task for task in tasks if not task.startswith("prints")] == ["judge 0"]
    edit(ring, 'printed="c^2 = 9b^2", lhs=c**2, rhs=9*b**2', 'printed="c^2 = 8b^2", lhs=c**2, rhs=8*b**2')
    found, tasks = run()
    assert {task.split()[1] for task in tasks if not task.startswith("prints")} == {"4", "5"}
    said.clear()
    assert found.to_json() == afresh(ring)


def test_what_stops_the_comparison_of_a_print_is_found_again_after_every_edit(
    ring: Path, run: Run, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody knows what of the paper had been looked at by then."""
    from verify.cache.digests import printed
    from verify.claims import ClaimError
    from verify.exchange.loading import load_paper
    from verify.page import transcription

    def stops(*_: Any) -> Any:
        raise ClaimError("it cannot be compared")

    paper = load_paper(str(ring))
    plain = printed(paper, "2")
    monkeypatch.setattr(transcription, "check", stops)
    stopped = printed(paper, "2")
    assert (plain.is_beyond, stopped.is_beyond) == (False, True)
    assert plain.digest != stopped.digest


def test_a_line_that_does_not_touch_the_others_costs_them_nothing(ring: Path, run: Run) -> None:
    run()
    edit(ring, "seven =", 'paper.remark("0", where="I", printed="words", why="there are only words")\nseven =')
    found, tasks = run()
    assert tasks == ["judge 0"]
    assert found.to_json() == afresh(ring)


@pytest.mark.parametrize(
    ("old", "new", "again"),
    [
        (', positive=True) for name in "abcd")', ', real=True) for name in "abcd")', "1234567"),
        ('"a number", DIMENSIONLESS, positive=True) for name in "abcd"', '"a number", LENGTH, positive=True) for name in "abcd"', "1234567"),
        ('"3", where="I", printed="c = 3b", lhs=c, rhs=3*b', '"3", where="I", printed="c = 4b", lhs=c, rhs=4*b', "345"),
    ],
)  # fmt: skip
def test_what_an_edit_of_notation_or_premises_touches_is_decided_again(
    ring: Path, run: Run, old: str, new: str, again: str
) -> None:
    edit(ring, "import DIMENSIONLESS", "import DIMENSIONLESS, LENGTH")
    run()
    edit(ring, old, new)
    found, tasks = run()
    assert [task.removeprefix("judge ") for task in tasks if task.startswith("judge")] == list(again)
    assert found.to_json() == afresh(ring)


def test_a_name_that_another_line_gives_to_the_print_counts(ring: Path, run: Run) -> None:
    """The same claim, with the same premises: but what its print says has become another thing."""
    edit(ring, "(a-d)^2 = a^2 - ad + d^2", "(a-d)^2 = a^2 - h + d^2")
    edit(ring, "one =", 'paper.spellings += ((r"h", a*d),)\none =')
    first, _ = run()
    edit(ring, 'paper.spellings += ((r"h", a*d),)', "")
    found, tasks = run()
    assert "judge 7" in tasks
    assert "judge 2" not in tasks
    assert [f.papers[0].claims[-1].transcription for f in (first, found)] == ["agrees", "not parsed"]
    assert found.to_json() == afresh(ring)


@pytest.mark.parametrize("more", [{"seed": 1}, {"limits": Limits(seconds=50)}, {"limits": Limits(memory_mb=1500)}])
def test_other_settings_are_another_question(run: Run, more: dict[str, object]) -> None:
    run(labels=["2", "6"])
    assert run(labels=["2", "6"])[1] == []
    assert "judge 2" in run(labels=["2", "6"], **more)[1]


def test_some_labels_are_a_part_of_the_whole(ring: Path, run: Run) -> None:
    run(labels=["5"])
    tasks = run()[1]
    assert [task for task in tasks if task.startswith("judge")] == ["judge 6", "judge 7"]
    assert run(labels=["4", "7"])[1] == []


def test_a_paper_that_may_have_changed_the_program_is_decided_each_time(ring: Path, run: Run, said: list[str]) -> None:
    edit(ring, "paper = Paper", "import verify.judging.judge\npaper = Paper")
    assert len(run()[1]) == len(run()[1]) == 12
    assert said == [f"{ring} is decided anew each time: __init__.py: line 4 imports verify.judging.judge"] * 2
    said.clear()


def test_what_was_not_decided_in_time_is_asked_again(ring: Path, run: Run) -> None:
    limits = Limits(seconds=0.001)
    reasons = {claim.literal.evidence.reason for claim in run(limits=limits)[0].papers[0].claims}
    assert reasons == {Reason.TIME}
    assert len([task for task in run(limits=limits)[1] if task.startswith("judge")]) == 7


def test_an_answer_that_is_none_is_decided_again(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sealed, and yet no answer: as an older program might have written it under the same key."""
    first, _ = run()
    put = Store.put
    monkeypatch.setattr(Store, "put", lambda self, texts: put(self, dict.fromkeys(texts, '{"label": 1}')))
    (tmp_path / "kept" / NAME).unlink()
    run()
    monkeypatch.undo()
    again, tasks = run()
    assert len([task for task in tasks if not task.startswith("prints")]) == 12
    assert again.to_json() == first.to_json()


def test_the_longest_come_first_once_that_is_known(ring: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run()
    monkeypatch.setattr(
        "verify.cache.rounds.Kept.seconds", lambda self, asked: dict.fromkeys(asked, 1.0) | {(str(ring), "7"): 9.0}
    )
    edit(ring, "b = 2a", "b = 2 a")
    edit(ring, "(a-d)^2 =", "(a - d)^2 =")
    store = Store(ring.parent / "kept", lambda _: None)
    timings: dict[str, float] = {}
    audit([str(ring)], store=store, timings=timings, limits=Limits(jobs=1))
    store.close()
    tasks = [name.split()[1] for name in timings if " judge " in name]
    assert tasks == ["7", "1", "2", "5"]


AUDIT = """
import sys
from referee.cli import main
raise SystemExit(main(["audit", "./ring", "--cache", "kept", "--out", sys.argv[1], "--format", "json"]))
"""


def test_a_run_that_is_killed_at_any_moment_is_taken_up_by_the_next(tmp_path: Path, ring: Path) -> None:
    """SIGKILL at twenty moments: no answer is lost or wrong, the report is whole or not there, and nothing runs on."""
    (tmp_path / "audit.py").write_text(AUDIT)
    moment = "$(printf %d.%d $((n / 6)) $((RANDOM % 10)))"
    kill = f"{sys.executable} audit.py out & sleep {moment}; kill -KILL $!; wait"
    processes.run(["bash", "-c", f"for n in $(seq 20); do {kill}; done"], cwd=tmp_path)
    out = tmp_path / "out"
    if out.exists():
        Audit.from_json((out / "audit.json").read_text())
    done = processes.run([sys.executable, "audit.py", "out"], cwd=tmp_path)
    assert "damaged" not in done.stderr
    assert (out / "audit.json").exists()
    found = json.loads((out / "audit.json").read_text())
    fresh = json.loads(afresh(ring))
    assert [claim["result"] for claim in found["papers"][0]["claims"]] == [
        c["result"] for c in fresh["papers"][0]["claims"]
    ]
    assert sorted(path.name for path in out.iterdir()) == ["audit.json", "timings.json"]
    left = processes.run(["bash", "-c", "sleep 2; grep -l '[a]udit.py' /proc/[0-9]*/cmdline; true"])
    assert left.stdout == ""


def test_two_audits_at_a_time_on_one_file(tmp_path: Path, ring: Path) -> None:
    (tmp_path / "audit.py").write_text(AUDIT)
    script = f"{sys.executable} audit.py out0 & {sys.executable} audit.py out1 & wait"
    done = processes.run(["bash", "-c", script], cwd=tmp_path)
    assert "cannot be used" not in done.stderr
    assert "damaged" not in done.stderr
    one, other = ((tmp_path / f"out{n}" / "audit.json").read_text() for n in range(2))
    assert one == other


def test_at_its_deadline_an_audit_tells_what_it_has_and_the_next_goes_on(ring: Path, run: Run) -> None:
    found, tasks = run(deadline=0.0)
    assert tasks == []
    assert {claim.result for claim in found.papers[0].claims} == {Result.OPEN}
    (evidence,) = {claim.literal.evidence for claim in found.papers[0].claims}
    assert evidence.reason is Reason.DEADLINE
    assert evidence.detail == "deadline: the time for the whole audit was over before this was decided"
    found, tasks = run(deadline=500.0)
    assert len(tasks) == 12
    assert found.to_json() == afresh(ring)


def misbehaving(source: str, label: str, seed: int, proofs: bool = True) -> object:
    """As the task of judging, but for two lines: a power that takes minutes in one call of C, and 30 GB."""
    if label == "6":
        return bytearray(30 * 10**9)
    return 3 ** (10**9) if label == "2" else judge_task(source, label, seed, proofs)


def test_a_hang_in_c_and_a_claim_of_30_gb_are_open_and_what_was_decided_beside_them_is_kept(
    ring: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    limits = Limits(seconds=10)
    monkeypatch.chdir(ring)  # workers import nothing from the current folder
    with monkeypatch.context() as patch:
        patch.setattr("verify.run.judge_task", misbehaving)
        found, tasks = run(limits=limits)
    reasons = {claim.label: claim.literal.evidence.reason for claim in found.papers[0].claims}
    assert {label: reason for label, reason in reasons.items() if reason is not None} == {
        "2": Reason.TIME,
        "6": Reason.MEMORY,
    }
    again, more = run(limits=limits)
    assert {task for task in more if task.startswith("judge")} == {"judge 2", "judge 6"}
    assert len(more) < len(tasks)
    assert again.to_json() == audit([str(ring)], limits=limits).to_json()
