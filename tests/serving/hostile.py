"""What a worker may be made to do, in the place of an answer."""

from __future__ import annotations

import os
import signal
import time
from typing import Any

from referee.serving import answering


def answer(tool: str, sent: dict[str, Any], seed: int) -> dict[str, Any]:
    """As the answer of the tools, but for some words."""
    word = sent.get("word", "")
    if word == "hang":
        time.sleep(10_000)
    if word == "fill":
        bytearray(30 * 2**30)
    if word == "die":
        os.kill(os.getpid(), signal.SIGSEGV)
    if word == "leave":
        os._exit(0)
    if word == "raise":
        raise RuntimeError("no")
    if word == "who":
        return {"pid": os.getpid()}
    return answering.answer(tool, sent, seed)
