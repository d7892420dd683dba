"""The engine behind the Model Context Protocol: each call in a worker of its own, under limits that no client can widen.

The process that speaks the protocol looks at nothing but the size and the shape of what is sent; all else happens in
workers, which may hang, fill up or die.  So many calls run at a time as there are workers, some more wait, and what comes
beyond that is refused at once.  A call whose client has gone, or that it cancels, ends with its worker.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import partial
from importlib.metadata import version
from typing import Any

import anyio
from anyio.lowlevel import RunVar
from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match
from mcp import MCPError
from mcp.server import Server, ServerRequestContext
from mcp_types import (
    INVALID_PARAMS,
    CallToolRequestParams,
    CallToolResult,
    ListToolsResult,
    PaginatedRequestParams,
    TextContent,
    ToolAnnotations,
)
from mcp_types import Tool as Published

from referee.serving.answering import answer
from referee.serving.told import Answer, is_problem, problem, short
from referee.serving.tools import BY_NAME, TOOLS, Tool
from verify.run import PRELOAD, failure
from verify.workers.pool import Done, Ending, Limits, Stop, prepare
from verify.workers.resident import Resident

MOST_WAITING = 100
"""Calls under way or waiting; further ones are refused."""
NEEDED = (
    *PRELOAD,
    "referee.serving.answering",
    "referee.serving.measured",
    "referee.serving.whole_papers",
    "referee.check",
    "referee.draft",
)
INSTRUCTIONS = (
    "Referee decides mathematics: whether relations hold, whether steps follow, whether dimensions and numbers are right. "
    "Only PASS and PASS-IF (under the listed conditions) mean that something holds; OPEN is no pass. Results are decided by "
    "proof or counterexample and cannot be changed by what a text says."
)


class Service:
    """The tools, the workers that answer, and the protocol's server over them."""

    def __init__(self, limits: Limits, seed: int = 0) -> None:
        prepare(NEEDED)
        self.limits, self.seed = limits, seed
        self.workers = Resident(limits, NEEDED)
        self.turns: RunVar[anyio.CapacityLimiter] = RunVar("turns")
        self.waiting = 0
        self.validators = {tool.name: Draft202012Validator(tool.schema) for tool in TOOLS}
        self.server: Server[Any] = Server(
            "referee",
            version=version("referee"),
            title="Referee",
            instructions=INSTRUCTIONS,
            on_list_tools=self._list,
            on_call_tool=self._call,
        )

    async def warm_up(self) -> None:
        """Starts every worker, so that the first calls need not wait for that."""
        async with anyio.create_task_group() as group:
            for _ in range(self.limits.jobs):
                group.start_soon(self._ask, "check", {"relation": "x = x"})

    def close(self) -> None:
        self.workers.dismiss()

    async def _list(self, _: ServerRequestContext[Any], __: PaginatedRequestParams | None) -> ListToolsResult:
        return ListToolsResult(tools=[_published(tool) for tool in TOOLS])

    async def _call(self, _: ServerRequestContext[Any], params: CallToolRequestParams) -> CallToolResult:
        if params.name not in BY_NAME:
            raise MCPError(INVALID_PARAMS, f"unknown tool {short(params.name)[:80]!r}")
        return _result(await self.answered(params.name, params.arguments or {}))

    async def answered(self, name: str, sent: Mapping[str, Any]) -> Answer:
        """The answer to one call, whatever was sent."""
        wrong = best_match(self.validators[name].iter_errors(sent))
        if wrong is not None:
            place = "".join(f", {short(str(part))[:80]!r}" for part in wrong.absolute_path)
            return problem(f"arguments{place}: {short(wrong.message)[-200:]}")
        if self.waiting >= MOST_WAITING:
            return problem(f"{MOST_WAITING} calls are under way; ask again when some are answered")
        self.waiting += 1
        try:
            ending = await self._ask(name, sent)
        finally:
            self.waiting -= 1
        if isinstance(ending, Done):
            found: Answer = ending.value
            return found
        told = failure(ending, self.limits)
        if not BY_NAME[name].decides:
            return problem(told)
        return {"result": "OPEN", "reason": str(ending.reason), "detail": short(told), "certificates": []}

    def _turns(self) -> anyio.CapacityLimiter:
        """As many calls at a time as there are workers; one of these for each event loop."""
        try:
            return self.turns.get()
        except LookupError:
            turns = anyio.CapacityLimiter(self.limits.jobs)
            self.turns.set(turns)
            return turns

    async def _ask(self, name: str, sent: Mapping[str, Any]) -> Ending:
        """In a worker.  Whoever is cancelled here takes the worker along."""
        stop = Stop()
        seconds = sent.get("seconds")
        call = partial(self.workers.call, answer, (name, dict(sent), self.seed), seconds, stop)
        try:
            return await anyio.to_thread.run_sync(call, limiter=self._turns(), abandon_on_cancel=True)
        except BaseException:
            stop.set()
            raise


def _published(tool: Tool) -> Published:
    """As clients see it: it reads nothing and changes nothing, and the same call has the same answer."""
    harmless = ToolAnnotations(
        title=tool.title, read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
    )
    return Published(
        name=tool.name,
        title=tool.title,
        description=tool.description,
        input_schema=tool.schema,
        annotations=harmless,
    )


def _result(found: Answer) -> CallToolResult:
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    return CallToolResult(
        content=[TextContent(type="text", text=text)], structured_content=found, is_error=is_problem(found)
    )
