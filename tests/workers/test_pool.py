"""verify.workers.pool: whatever one task does, it gets its own answer and costs no other task anything."""

import ctypes
import os
import pickle
import signal
import stat
import struct
import sys
import time
import warnings

import pytest

from tests.common import processes
from verify.verdicts import Reason
from verify.workers import children, pool
from verify.workers.pool import Done, Failed, Limits, collect, run
from verify.workers.sharing import Memory, Waiting

pytestmark = pytest.mark.slow

SMALL = Limits(seconds=1, memory_mb=400, jobs=2)
PATIENT = Limits(seconds=30, memory_mb=400, jobs=2)
PRELOAD = ("sympy", "flint")


# --- what a task may do ------------------------------------------------------------------------


def double(number):
    return 2 * number


def sleep_then_double(number, seconds):
    time.sleep(seconds)
    return 2 * number


def hang():
    while True:
        pass


def hang_in_c():
    """A power that takes minutes in one C call, during which Python handles no signal."""
    return 3 ** (10**9)


def hang_and_ignore_signals():
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    hang()


def hang_in_a_child():
    import subprocess

    subprocess.run(["sleep", "600"], check=True)


def leave_quietly():
    os._exit(0)


def abort():
    os.abort()


def segfault():
    ctypes.string_at(0)


def kill_itself():
    os.kill(os.getpid(), signal.SIGKILL)


def ask_for_too_much():
    return [0] * 10**12


def grow():
    hoard = []
    while True:
        hoard.append(bytes(10**6))


def grow_in_flint():
    """FLINT and GMP do not raise MemoryError: they abort the process."""
    import flint

    return flint.fmpz(3) ** (2**36)


def return_too_much():
    return bytes(300 * 2**20)


def raise_error():
    raise ValueError("x=3, expected   a positive\nnumber")


def raise_with_an_address():
    raise ValueError(f"no rule for <Thing at {hex(id(raise_error))}>")


class Unspeakable(Exception):
    def __str__(self):
        raise RuntimeError("not even this")


def raise_unspeakable():
    raise Unspeakable


def raise_interrupt():
    raise KeyboardInterrupt


def leave_by_sys_exit():
    sys.exit(4)


def recurse():
    return recurse()


def return_a_lambda():
    return lambda: None


class Poison:
    """Can be pickled, cannot be read back."""

    def __reduce__(self):
        return (_explode, ())


def _explode():
    raise RuntimeError("boom")


def return_poison():
    return Poison()


def identify(_):
    return os.getpid()


def hoard_quietly(megabytes):
    """A cache that survives the task, as SymPy's do."""
    _cache.append(bytes(megabytes * 2**20))
    return sum(len(block) for block in _cache)


_cache: list[bytes] = []


def complain(number):
    warnings.warn("deprecated", stacklevel=1)
    os.write(2, b"FLINT exception: Unable to allocate memory\n")
    return number


def crash_after_complaint(number):
    if number == 1:
        os._exit(9)
    return complain(number)


def decide_with_both():
    import flint
    import sympy

    x = sympy.Symbol("x")
    return sympy.expand((x + 1) ** 2 - x**2 - 2 * x - 1) == 0, flint.fmpq(1, 2) + flint.fmpq(1, 2) == 1


HOSTILE = {
    hang: Reason.TIME,
    hang_in_c: Reason.TIME,
    hang_and_ignore_signals: Reason.TIME,
    hang_in_a_child: Reason.TIME,
    leave_quietly: Reason.CRASH,
    abort: Reason.CRASH,
    segfault: Reason.CRASH,
    kill_itself: Reason.CRASH,
    ask_for_too_much: Reason.MEMORY,
    grow: Reason.MEMORY,
    grow_in_flint: Reason.MEMORY,
    return_too_much: Reason.MEMORY,
    raise_error: Reason.UNKNOWN,
    raise_with_an_address: Reason.UNKNOWN,
    raise_unspeakable: Reason.UNKNOWN,
    raise_interrupt: Reason.UNKNOWN,
    leave_by_sys_exit: Reason.UNKNOWN,
    recurse: Reason.UNKNOWN,
    return_a_lambda: Reason.UNSUPPORTED,
    return_poison: Reason.UNSUPPORTED,
}


def call(function, *arguments):
    return function(*arguments)


def endings(function, tasks, limits=PATIENT, **options):
    return collect(run(function, tasks, limits, preload=PRELOAD, **options))


# --- every task gets its answer -----------------------------------------------------------------


def test_values_come_back_in_the_order_of_the_tasks():
    assert endings(double, [(number,) for number in range(200)]) == [Done(2 * number) for number in range(200)]


def test_endings_are_yielded_as_they_come():
    tasks = [(sleep_then_double, 1, 0.8), (double, 2)]
    assert [index for index, _ in run(call, tasks, PATIENT)] == [1, 0]


def test_no_tasks_no_workers():
    assert endings(double, []) == []


@pytest.mark.parametrize(("function", "reason"), HOSTILE.items(), ids=lambda case: getattr(case, "__name__", ""))
def test_a_hostile_task_fails_with_its_reason_and_its_neighbours_are_done(function, reason):
    tasks = [(double, 1), (double, 2), (function,), *[(double, number) for number in range(3, 20)]]
    found = endings(call, tasks, SMALL)
    assert isinstance(found[2], Failed)
    assert found[2].reason is reason, found[2]
    assert found[:2] + found[3:] == [Done(2 * number) for number in range(1, 20)]


@pytest.mark.parametrize("jobs", [1, 3])
def test_all_hostile_tasks_at_once_among_neighbours(jobs):
    """Crashes next to each other, and workers replaced while others run."""
    crashes = [f for f, reason in HOSTILE.items() if reason in (Reason.CRASH, Reason.UNKNOWN, Reason.UNSUPPORTED)]
    tasks, expected = [], []
    for number, function in enumerate(crashes * 2):
        tasks += [(function,), (double, number)]
        expected += [HOSTILE[function], Done(2 * number)]
    found = endings(call, tasks, Limits(seconds=30, memory_mb=400, jobs=jobs))
    assert [ending.reason if isinstance(ending, Failed) else ending for ending in found] == expected


def test_a_crash_is_not_charged_to_a_neighbour_while_the_caller_is_busy():
    tasks = [(leave_quietly,) if number % 3 == 0 else (double, number) for number in range(45)]
    found = {}
    for index, ending in run(call, tasks, PATIENT, preload=PRELOAD):
        found[index] = ending
        sum(range(50_000))
    assert len(found) == len(tasks)
    for index, ending in found.items():
        if index % 3 == 0:
            assert ending == Failed(Reason.CRASH, "the process ended itself with exit code 0")
        else:
            assert ending == Done(2 * index)


@pytest.mark.parametrize(
    ("about", "given"),
    [
        (["one", "two", "three"], [2, 0, 1]),  # the second worker knows "three"; the first takes what nobody knows
        (["three", "two", "two"], [0, 1, 2]),
        (["three", "three", "three"], [0, 2, 1]),  # the first has nothing of its own, and begins at the end
    ],
)
def test_a_worker_gets_what_it_knows_and_none_is_idle_for_that(about, given):
    first, second = Memory({"none of these"}), Memory({"three"})
    waiting = Waiting()
    waiting.fill(3, [(paper,) for paper in about], [first, second])
    assert [waiting.next_for(memory, [first, second]) for memory in (second, first, second)] == given


def test_a_worker_gets_the_very_claim_that_it_knows():
    """In a second round each has its own in the order of the queue, and then what the other would come to last."""
    first, second = Memory({"p"}, {("p", "a"), ("p", "d")}), Memory({"p"}, {("p", "b"), ("p", "c"), ("p", "e")})
    waiting = Waiting()
    waiting.fill(5, [("p", label) for label in "abcde"], [first, second])
    assert [waiting.next_for(memory, [first, second]) for memory in (second, first, first, first, second)] == [
        1,
        0,
        3,
        4,
        2,
    ]
    assert len(waiting) == 0


def test_a_round_may_have_seconds_of_its_own():
    crew = pool.Crew(sleep_then_double, SMALL)
    try:
        patient = collect(crew.work([(1, 1.5)], (), 30.0))
        hasty = collect(crew.work([(1, 3.0)]))
    finally:
        crew.dismiss()
    assert patient == [Done(2)]
    assert [ending.reason for ending in hasty] == [Reason.TIME]


def test_few_tasks_are_left_to_those_who_are_there_for_a_while():
    crew = pool.Crew(pool.apply, Limits(seconds=60, jobs=2))
    try:
        alone = collect(crew.work([(os.getpid,)] * 4, patience=600.0))
        together = collect(crew.work([(time.sleep, 600), (os.getpid,)], patience=0.5, seconds=5.0))
    finally:
        crew.dismiss()
    assert len({ending.value for ending in alone}) == 1
    assert together[0].reason is Reason.TIME
    assert together[1].value != alone[0].value


def test_a_task_runs_once():
    """Each process that ran a task signs for it, and no task has two signatures."""
    tasks = [(kill_itself,) if number % 4 == 0 else (identify, number) for number in range(24)]
    seen: list[int] = []
    found = endings(call, tasks, on_done=seen.append)
    assert sorted(seen) == list(range(24))
    assert sum(isinstance(ending, Done) for ending in found) == 18


# --- limits ---------------------------------------------------------------------------------------


def test_time_counts_from_the_start_of_the_task_not_from_the_queue():
    tasks = [(number, 0.4) for number in range(6)]
    assert endings(sleep_then_double, tasks, Limits(seconds=1.2, jobs=1)) == [Done(2 * n) for n in range(6)]


def test_a_task_that_overran_while_the_caller_was_busy_is_late():
    generator = run(call, [(double, 1), (sleep_then_double, 2, 0.9)], Limits(seconds=0.5, jobs=2), preload=PRELOAD)
    assert next(generator) == (0, Done(2))
    time.sleep(1.5)
    index, ending = next(generator)
    assert index == 1
    assert isinstance(ending, Failed)
    assert ending.reason is Reason.TIME


def test_a_worker_stops_itself_when_the_parent_does_not(monkeypatch):
    monkeypatch.setattr(pool.Crew, "_stop_late", lambda self, worker: iter(()))
    tasks = [(hang,), (double, 4)]
    found = endings(call, tasks, Limits(seconds=0.2, memory_mb=400, jobs=1))
    assert found == [Failed(Reason.TIME, "over its limit"), Done(8)]


def test_what_a_task_leaves_in_memory_is_not_charged_to_the_next():
    found = endings(hoard_quietly, [(120,)] * 6, Limits(seconds=30, memory_mb=400, jobs=1))
    assert all(isinstance(ending, Done) for ending in found), found


def fill_caches(expected_to_stay):
    """Remembers something in a cache of ours and in one of SymPy's, and says how much the first remembers before."""
    import sympy

    from verify.terms.survey import free_symbols
    from verify.workers import worker

    found = free_symbols.cache_info().currsize
    worker.ROOM = 10**9 if expected_to_stay else -1
    free_symbols(sympy.Symbol("a") + found)
    return found, sympy.cos(sympy.pi / 5).rewrite(sympy.sqrt) == (1 + sympy.sqrt(5)) / 4


def test_a_worker_forgets_what_it_remembers_of_earlier_tasks_when_that_is_much():
    limits = Limits(seconds=30, memory_mb=400, jobs=1)
    kept, forgotten = (endings(fill_caches, [(stays,)] * 3, limits) for stays in (True, False))
    assert all(found.value[1] for found in (*kept, *forgotten))
    sizes = [found.value[0] for found in kept]
    assert sizes == sorted(set(sizes))  # more each time
    assert len({found.value[0] for found in forgotten}) == 1


def test_a_complaint_of_an_earlier_task_does_not_explain_a_later_crash():
    found = endings(crash_after_complaint, [(0,), (1,), (2,)], Limits(seconds=30, memory_mb=400, jobs=1))
    assert found == [Done(0), Failed(Reason.CRASH, "the process ended itself with exit code 9"), Done(2)]


@pytest.mark.parametrize("memory_mb", [256, 2048])
def test_heavy_modules_fit_into_the_address_space(memory_mb):
    assert endings(decide_with_both, [()], Limits(seconds=30, memory_mb=memory_mb, jobs=1)) == [Done((True, True))]


@pytest.mark.parametrize("bad", [0, -1, float("nan"), float("inf")])
@pytest.mark.parametrize("name", ["seconds", "memory_mb", "jobs"])
def test_limits_must_be_positive(name, bad):
    with pytest.raises(ValueError, match=f"{name}=.*expected a positive number"):
        Limits(**{name: bad})


# --- what the details say -------------------------------------------------------------------------


def test_details_are_one_line_and_the_same_in_every_run():
    found = endings(call, [(raise_error,), (raise_with_an_address,), (raise_unspeakable,), (leave_by_sys_exit,)])
    assert [ending.detail for ending in found] == [
        "ValueError: x=3, expected a positive number",
        "ValueError: no rule for <Thing at 0x...>",
        "Unspeakable: (no message)",
        "SystemExit: 4",
    ]


def test_a_crash_names_the_signal():
    found = endings(call, [(segfault,), (abort,)])
    assert [ending.detail for ending in found] == [
        "the process was killed by SIGSEGV",
        "the process was killed by SIGABRT",
    ]


def test_arguments_that_cannot_be_pickled_fail_alone():
    found = endings(call, [(double, 1), (double, lambda: None), (double, Poison()), (double, 3)])
    assert [found[0], found[3]] == [Done(2), Done(6)]
    assert [found[1].reason, found[2].reason] == [Reason.UNSUPPORTED] * 2


def test_where_no_argument_can_be_pickled_nobody_waits():
    (found,) = collect(run(double, [(lambda: None,)], PATIENT))
    assert found.reason is Reason.UNSUPPORTED


def test_a_function_that_cannot_be_pickled_is_refused():
    with pytest.raises(TypeError, match="expected a function of a module"):
        list(run(lambda: None, [()]))


def test_workers_that_cannot_start_fail_every_task_instead_of_trying_for_ever():
    found = endings(double, [(1,), (2,), (3,)], Limits(seconds=5, memory_mb=1, jobs=2))
    assert len(found) == 3
    assert all("no worker could be started" in ending.detail for ending in found)


# --- stopping -------------------------------------------------------------------------------------


def alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def gone(pid):
    for _ in range(200):
        if not alive(pid):
            return True
        time.sleep(0.05)
    return False


def test_closing_the_iterator_kills_the_workers():
    generator = run(call, [(identify, 0), (hang,), (hang,)], PATIENT, preload=PRELOAD)
    _, ending = next(generator)
    generator.close()
    assert gone(ending.value)


INTERRUPTED = """
import operator, os, signal, threading, time
from verify.workers.pool import Limits, run
try:
    for index, ending in run(operator.call, [(os.getpid,), (time.sleep, 600), (time.sleep, 600)], Limits(seconds=900, jobs=2)):
        print(index, ending.value, flush=True)
        threading.Timer(0.5, os.kill, (os.getpid(), signal.SIGINT)).start()
except KeyboardInterrupt:
    print("interrupted")
"""


def test_an_interrupt_stops_at_once_and_keeps_what_was_done():
    """In a process of its own: what comes too late must not end the worker in which the tests run."""
    done = processes.run([sys.executable, "-c", INTERRUPTED], seconds=60)
    index, worker, said = done.stdout.split()
    assert (index, said, done.stderr) == ("0", "interrupted", "")
    assert gone(int(worker))


# --- ended by others -------------------------------------------------------------------------------


def be_killed_at_first(mark):
    """As the system kills the largest process when memory runs out: what is seen from outside is the same."""
    if not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return os.getpid()


def test_a_task_whose_worker_was_killed_from_outside_is_tried_again(tmp_path):
    found = endings(call, [(double, 1), (be_killed_at_first, tmp_path / "mark"), (double, 2)])
    assert [type(ending) for ending in found] == [Done] * 3


def count_and_be_killed(log):
    with log.open("a") as file:
        file.write("x")
    os.kill(os.getpid(), signal.SIGKILL)


def count_and_crash(log):
    with log.open("a") as file:
        file.write("x")
    os.abort()


@pytest.mark.parametrize(("function", "times"), [(count_and_be_killed, 2), (count_and_crash, 1)])
def test_it_is_tried_twice_and_not_for_ever_and_what_ended_itself_only_once(tmp_path, function, times):
    log = tmp_path / "log"
    (found,) = endings(call, [(function, log)])
    assert found.reason is Reason.CRASH
    assert log.read_text() == "x" * times


def sleep_and_tell(seconds):
    time.sleep(seconds)
    return os.getpid(), os.getppid()


@pytest.mark.skipif(not children.has_server(), reason="nothing is forked here")
def test_the_death_of_the_server_costs_no_task_and_leaves_no_worker():
    tasks = [(sleep_and_tell, 0.0), *[(sleep_and_tell, 1.0)] * 4]
    generator = run(call, tasks, PATIENT, preload=PRELOAD)
    _, first = next(generator)
    worker, server = first.value
    os.kill(server, signal.SIGKILL)
    rest = [ending for _, ending in generator]
    assert [type(ending) for ending in rest] == [Done] * 4, rest
    assert server not in {ending.value[1] for ending in rest}
    assert gone(worker)


# --- other platforms --------------------------------------------------------------------------------


def test_spawned_workers_where_nothing_can_be_forked(monkeypatch):
    monkeypatch.setattr("verify.workers.children.has_server", lambda: False)
    found = endings(call, [(double, 1), (segfault,), (double, 2)], Limits(seconds=30, memory_mb=400, jobs=1))
    assert [found[0], found[2]] == [Done(2), Done(4)]
    assert found[1].reason is Reason.CRASH


def test_endings_can_be_pickled():
    for ending in (Done(3), Failed(Reason.TIME, "more than 1 s")):
        assert pickle.loads(pickle.dumps(ending)) == ending


def memory_limit():
    import resource

    return resource.getrlimit(resource.RLIMIT_AS), resource.getrlimit(resource.RLIMIT_CORE)


def test_every_worker_has_its_memory_limit():
    limits = Limits(seconds=30, memory_mb=777, jobs=2)
    found = endings(memory_limit, [()] * 4, limits)
    assert found == [Done(((777 * 2**20, 777 * 2**20), (0, 0)))] * 4


def copy_yourself():
    os.fork()
    return os.getpid()


def test_a_task_that_copies_its_process_is_answered_once():
    found = endings(copy_yourself, [()] * 3, Limits(seconds=30, memory_mb=400, jobs=1))
    assert [type(ending) for ending in found] == [Done] * 3
    assert len({ending.value for ending in found}) == 1


def speak_out_of_turn():
    """Writes an answer of its own into the worker's pipe, before the true one."""
    message = pickle.dumps("nonsense")
    for number in range(3, 40):
        try:
            if stat.S_ISSOCK(os.fstat(number).st_mode):
                os.write(number, struct.pack("!i", len(message)) + message)
        except OSError:
            pass
    return 1


def test_a_task_that_answers_oddly_has_failed_and_the_others_not():
    found = endings(call, [(double, 1), (speak_out_of_turn,), (double, 2)], Limits(seconds=30, memory_mb=400, jobs=1))
    assert [found[0], found[2]] == [Done(2), Done(4)]
    assert found[1] == Failed(Reason.CRASH, "the process answered with something else")
