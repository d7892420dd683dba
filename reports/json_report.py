"""audit.json: what `Audit.to_json` writes, and the published schema that describes it."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

from verify.verdicts import Audit

FILE_NAME = "audit.json"


def render(audit: Audit) -> str:
    """The audit in the form `referee.audit/2`."""
    return audit.to_json()


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of `audit.json`."""
    text = resources.files("reports").joinpath("schema/referee.audit-2.json").read_text(encoding="utf-8")
    body: dict[str, Any] = json.loads(text)
    return body
