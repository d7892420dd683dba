"""`referee serve` asked by the protocol's own client, in one process with it: calls that hang, fill up, die, come together."""

from __future__ import annotations

import json
import time
from functools import partial

import pytest

from tests.common.examples import examples

pytest.importorskip("mcp", reason="the extra referee[mcp] is not installed")

import anyio
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mcp import Client, MCPError

from referee.serving import server
from referee.serving.server import Service
from referee.serving.tools import TOOLS
from tests.serving import hostile
from tests.serving.examples import EXAMPLES
from verify.workers.pool import Limits

SECONDS = 120.0


@pytest.fixture(scope="module")
def service():
    made = Service(Limits(seconds=20, memory_mb=2048, jobs=2))
    yield made
    made.close()


@pytest.fixture
def attacked(monkeypatch, tmp_path):
    """A service of one worker, which has little time, and that may be made to misbehave."""
    monkeypatch.chdir(tmp_path)  # a worker finds the tests from any folder but their root
    monkeypatch.setattr(server, "answer", hostile.answer)
    made = Service(Limits(seconds=1, memory_mb=2048, jobs=1))
    yield made
    made.close()


def served(service, what, mode="auto"):
    async def main():
        with anyio.fail_after(SECONDS):
            async with Client(service.server, mode=mode) as client:
                return await what(client)

    return anyio.run(main)


async def ask(client, name, **sent):
    """The answer; as text and as data it is the same."""
    found = await client.call_tool(name, sent)
    assert json.loads(found.content[0].text) == found.structured_content
    assert found.is_error == ("problem" in found.structured_content)
    return found.structured_content


def asked(service, name, **sent):
    return served(service, lambda client: ask(client, name, **sent))


@pytest.mark.parametrize("mode", ["auto", "legacy"])
def test_the_tools_are_listed_and_answer(service, mode):
    async def what(client):
        listed = (await client.list_tools()).tools
        return listed, [await ask(client, name, **sent) for name, sent in EXAMPLES.items()]

    listed, answers = served(service, what, mode)
    assert [tool.name for tool in listed] == [tool.name for tool in TOOLS]
    assert all(tool.annotations.read_only_hint for tool in listed)
    assert all("problem" not in found for found in answers)


def test_a_refuted_relation_has_its_counterexample_and_an_open_one_is_no_pass(service):
    found = asked(service, "check", relation="sqrt(x^2) = x")
    assert found["result"] == "FAIL"
    assert found["certificates"][0]["counterexample"]["point"] == {"x": "-1"}
    assert asked(service, "check", relation="x/x = 1")["certificates"][0]["conditions"] == ["x ≠ 0"]


def test_an_unknown_tool_is_an_error_of_the_protocol(service):
    async def what(client):
        with pytest.raises(MCPError, match="unknown tool"):
            await client.call_tool("exec\x1b[2J", {"code": "1"})
        return await ask(client, "check", relation="1 = 1")

    assert served(service, what)["result"] == "PASS"


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"relation": 1},
        {"relation": None},
        {"relation": ["1 = 1"]},
        {"relation": "1 = 1", "limits": {"memory": 10**9}},
        {"relation": "1 = 1", "seconds": -1},
        {"relation": "1 = 1", "seconds": True},
        {"relation": "1 = 1", "seed": 1},
        {"relation": "1 = 1", "where": "x > 0"},
        {"relation": "x" * 20_001},
        {"relation": "1 = 1", "where": ["x > 0"] * 51},
        {"relation": "1 = 1", "where": [[[[[[]]]]]]},
    ],
)
def test_arguments_that_do_not_fit_are_refused_in_one_short_sentence(service, sent):
    found = asked(service, "check", **sent)
    assert found.keys() == {"problem"}
    assert len(found["problem"]) < 600


@pytest.mark.parametrize("word", ["hang", "fill", "die", "leave", "raise"])
def test_a_call_that_misbehaves_costs_itself_and_no_other(attacked, word):
    async def what(client):
        before = await ask(client, "explain", word="PASS")
        bad = await ask(client, "explain", word=word)
        return before, bad, await ask(client, "explain", word="PASS")

    before, bad, after = served(attacked, what)
    assert bad.keys() == {"problem"}
    assert before == after == {"meanings": before["meanings"]}


def test_a_decision_without_time_is_open_and_the_client_cannot_have_more_than_the_server_allows(attacked, monkeypatch):
    async def what(client):
        begun = time.monotonic()
        found = await ask(client, "check", relation="1 = 1", word="hang", seconds=10_000)
        return found, time.monotonic() - begun

    for validator in attacked.validators.values():
        monkeypatch.setattr(type(validator), "iter_errors", lambda *_: iter(()))
    found, seconds = served(attacked, what)
    assert (found["result"], found["reason"], found["certificates"]) == ("OPEN", "time limit", [])
    assert seconds < 60


@pytest.mark.parametrize(
    "seconds", [float("nan"), float("inf"), -1.0, 0.0, 1e308, 10**400], ids=lambda seconds: str(seconds)[:8]
)
def test_no_number_of_seconds_is_more_than_the_limit(service, seconds):
    assert service.workers._allowed(seconds) == 20


def test_calls_that_come_together_are_answered_each_with_its_own(service):
    async def what(client):
        found = {}

        async def one(number):
            found[number] = await ask(client, "check", relation=f"{number}*x = {number}*x + {number % 3}")

        async with anyio.create_task_group() as group:
            for number in range(40):
                group.start_soon(one, number)
        return found

    found = served(service, what)
    for number, answer in found.items():
        assert answer["result"] == ("FAIL" if number % 3 else "PASS")
        assert str(number) in answer["certificates"][0]["relation"] or number < 2


def test_more_calls_than_may_wait_are_refused_at_once(attacked, monkeypatch):
    monkeypatch.setattr(server, "MOST_WAITING", 3)

    async def what(client):
        found = []

        async def one():
            found.append(await ask(client, "explain", word="hang"))

        async with anyio.create_task_group() as group:
            for _ in range(10):
                group.start_soon(one)
        return found, await ask(client, "explain", word="PASS")

    found, after = served(attacked, what)
    assert sum("calls are under way" in one["problem"] for one in found) == 7
    assert "meanings" in after


@pytest.mark.parametrize("mode", ["auto", "legacy"])
def test_a_client_that_leaves_in_the_middle_takes_its_worker_along(attacked, mode):
    attacked.limits = attacked.workers.limits = Limits(seconds=300, memory_mb=2048, jobs=1)

    async def leaving(client):
        first = await ask(client, "explain", word="who")
        with anyio.move_on_after(0.5):
            await ask(client, "explain", word="hang")
        return first["pid"]

    async def staying(client):
        return await ask(client, "explain", word="who")

    pid = served(attacked, leaving, mode)
    assert served(attacked, staying, mode)["pid"] != pid  # and not 300 seconds later
    assert attacked.waiting == 0


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=50),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=12,
)
WORDS = r"x y n 0 1 2.5 + - * / ^ ( ) = < sqrt( log( sum( , ! I oo pi \frac { } _"
FORMULA = st.lists(st.sampled_from([*WORDS.split(), "\x00"]), max_size=14).map(" ".join)


def sent_to(tool):
    fields = {name: JSON | FORMULA | st.just(EXAMPLES[tool.name].get(name)) for name in tool.properties}
    return st.fixed_dictionaries({}, optional={**fields, "seconds": JSON})


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.name)
def test_whatever_is_sent_has_an_answer_of_bounded_size(service, tool):
    @settings(max_examples=examples(40), deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(sent=sent_to(tool))
    def one(sent):
        found = anyio.run(partial(service.answered, tool.name, sent))
        assert {"result", "problem", "meanings", "lines"} & found.keys()
        assert len(json.dumps(found)) < 50_000

    one()
