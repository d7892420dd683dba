"""In the worker: from what was sent to the answer.  What was sent fits its schema (`referee.serving.tools`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from referee.serving.decided import check, step
from referee.serving.texts import draft, explain
from referee.serving.told import Answer

Sent = Mapping[str, Any]


def answer(tool: str, sent: Sent, seed: int) -> Answer:
    """The answer to one question."""
    return ANSWERS[tool](sent, seed)


def _check(sent: Sent, seed: int) -> Answer:
    return check(sent["relation"], sent.get("where", ()), sent.get("latex", False), seed)


def _step(sent: Sent, seed: int) -> Answer:
    return step(sent["relation"], sent["premises"], sent.get("where", ()), sent.get("latex", False), seed)


def _dimensions(sent: Sent, seed: int) -> Answer:
    from referee.serving.measured import dimensions

    return dimensions(sent["relation"], sent["dimensions"], sent.get("system", "SI"))


def _value(sent: Sent, seed: int) -> Answer:
    from referee.serving.measured import value

    return value(
        sent["quantity"],
        sent["number"],
        sent.get("unit", "1"),
        constants=sent.get("constants", {}),
        inputs=sent.get("inputs", {}),
        system=sent.get("system", "SI"),
        edition=sent.get("edition", "CODATA 2022"),
        order=sent.get("order_of_magnitude", False),
        seed=seed,
    )


def _draft(sent: Sent, seed: int) -> Answer:
    return draft(sent["source"], sent.get("format", "latex") == "latex", int(sent.get("start", 0)))


def _paper(sent: Sent, seed: int) -> Answer:
    from referee.serving.whole_papers import audit

    return audit(sent["paper"], sent.get("labels", ()), int(sent.get("start", 0)), seed)


def _explain(sent: Sent, seed: int) -> Answer:
    return explain(sent.get("word", ""))


ANSWERS: dict[str, Callable[[Sent, int], Answer]] = {
    "check": _check,
    "decide_step": _step,
    "check_dimensions": _dimensions,
    "check_value": _value,
    "draft": _draft,
    "audit_paper": _paper,
    "explain": _explain,
}
