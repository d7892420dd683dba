"""Lines that no honest client of the Model Context Protocol writes: real messages, spoiled in their structure, their types and their bytes.

Every text may carry a program that makes a file (`tests.common.mutated.CANARY`): where that file appears, a text was run.
"""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.common.mutated import CANARY, mutated

OPENING = (
    {
        **{"jsonrpc": "2.0", "id": "first", "method": "initialize"},
        "params": {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "t", "version": "1"}},
    },
    {"jsonrpc": "2.0", "method": "notifications/initialized"},
)
CHECK = {"name": "check", "arguments": {"relation": "x + x = 2*x"}}
REAL: tuple[dict[str, Any], ...] = (
    *OPENING,
    {"jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": {"cursor": "x"}},
    {"jsonrpc": "2.0", "id": 2, "method": "tools/call", "params": {**CHECK, "_meta": {"progressToken": 1}}},
    {"jsonrpc": "2.0", "id": 3, "method": "tools/call", "params": {"name": "explain", "arguments": {"word": "PASS"}}},
    {"jsonrpc": "2.0", "id": 4, "method": "ping"},
    {"jsonrpc": "2.0", "method": "notifications/cancelled", "params": {"requestId": 2, "reason": "no"}},
    {"jsonrpc": "2.0", "method": "notifications/progress", "params": {"progressToken": 1, "progress": 0.5}},
    {"jsonrpc": "2.0", "id": 5, "method": "resources/read", "params": {"uri": "file:///etc/passwd"}},
    {"jsonrpc": "2.0", "id": 6, "method": "prompts/get", "params": {"name": "x", "arguments": {}}},
    {"jsonrpc": "2.0", "id": 7, "method": "logging/setLevel", "params": {"level": "debug"}},
    {
        "jsonrpc": "2.0",
        "id": 8,
        "method": "completion/complete",
        "params": {"ref": {"type": "ref/prompt", "name": "x"}},
    },
    {"jsonrpc": "2.0", "id": 9, "result": {"roots": []}},
    {"jsonrpc": "2.0", "id": 10, "error": {"code": -32603, "message": "no"}},
)
STRANGE: tuple[Any, ...] = (
    *(None, True, 0, -1, 10**400, 1e308, float("nan"), float("-inf"), "", "\x00", "\x1b[2J", "\ud800", "\u202e", "x" * 10_000),
    *([], {}, [[]], {"": {}}, ["tools/call"], {"__class__": "x"}, {"$ref": "file:///etc/passwd"}),
)  # fmt: skip


def hostile_lines(seed: int, count: int, canary: Path) -> Iterator[bytes]:
    """So many lines, the same for a seed; none is a real call of the id "last"."""
    chance = random.Random(seed)
    for _ in range(count):
        message = _spoiled(copy.deepcopy(chance.choice(REAL)), chance, canary)
        match chance.randrange(8):
            case 0:
                message = [message, *(_spoiled(copy.deepcopy(chance.choice(REAL)), chance, canary) for _ in range(3))]
            case 1:
                for _ in range(chance.choice((3, 60, 2_000))):
                    message = {"params": message} if chance.random() < 0.5 else [message]
        line = _as_text(message).encode("utf-8", "surrogatepass")
        line = mutated(line, chance, canary) if chance.random() < 0.4 else line
        yield line.replace(b'"last"', b'"least"') + b"\n"


def _as_text(message: Any) -> str:
    try:
        return json.dumps(message, ensure_ascii=False)
    except RecursionError:
        return "[" * 100_000


def _spoiled(message: dict[str, Any], chance: random.Random, canary: Path) -> Any:
    """With a few members that are another thing, are missing, or stand where they do not belong."""
    for _ in range(chance.choice((0, 1, 1, 2, 4))):
        members = list(_members(message))
        holder, name = chance.choice(members) if members else (message, "method")
        match chance.randrange(5):
            case 0:
                holder[name] = copy.deepcopy(chance.choice(STRANGE))
            case 1:
                holder[name] = CANARY.format(canary=canary)
            case 2:
                holder.pop(name, None)
            case 3:
                holder[CANARY.format(canary=canary)] = copy.deepcopy(chance.choice(STRANGE))
            case _:
                holder[name] = copy.deepcopy(chance.choice(REAL))
    return message


def _members(thing: Any) -> Iterator[tuple[dict[str, Any], str]]:
    if isinstance(thing, dict):
        for name, value in thing.items():
            yield thing, name
            yield from _members(value)
