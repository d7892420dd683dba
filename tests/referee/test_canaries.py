"""A program in every text of what strangers send (an audit, an answer, a source): it is a text, and never run.

Those of a `paper.json` stand in `tests/exchange/test_faults.py`, those of messages in `tests/serving`.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from referee.draft import draft
from referee.letters import read_audit
from referee.skeleton import write_skeleton
from referee.sources import read_source
from reports import FORMATS, write
from tests.common.mutated import CANARY
from tests.exchange.test_papers import small_paper
from tests.referee.test_mutated_files import content_of
from verify.cache import answers
from verify.exchange.loading import load_paper
from verify.judging.judge import judge_claim
from verify.verdicts import ClaimAudit

pytestmark = pytest.mark.slow


def texts_in(body: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where the texts of some JSON stand, names of members included: the last step of those is None."""
    if isinstance(body, str):
        yield path
    for name, part in body.items() if isinstance(body, dict) else enumerate(body) if isinstance(body, list) else ():
        if isinstance(body, dict):
            yield (*path, name, None)
        yield from texts_in(part, (*path, name))


def with_text(body: Any, path: tuple[Any, ...], text: str) -> Any:
    """The same JSON with another text there."""
    found = copy.deepcopy(body)
    *way, last = path[:-1] if path[-1] is None else path
    holder = found
    for step in way:
        holder = holder[step]
    if path[-1] is None:
        holder[text] = holder.pop(last)
    else:
        holder[last] = text
    return found


def test_no_text_of_an_audit_is_executed(tmp_path: Path) -> None:
    """A program in every text and every name of an audit.json that takes one, all together, told in every form."""
    body, file = json.loads(content_of(".audit")[0]), tmp_path / "spoiled.audit"
    places, taken = list(texts_in(body)), 0
    for number, path in reversed(list(enumerate(places))):  # names after what they name
        spoiled = with_text(body, path, f"{CANARY.format(canary=tmp_path / 'canary')} # {number}")
        file.write_text(json.dumps(spoiled))
        with suppress(ValueError):  # a sentence for the user: a word of ours stands there
            read_audit(file)
            body, taken = spoiled, taken + 1
    assert taken > 30
    file.write_text(json.dumps(body))
    write(read_audit(file), tmp_path, FORMATS, "30 November 2026")
    assert (tmp_path / "index.html").exists()
    assert not (tmp_path / "canary").exists()


def test_no_text_of_an_answer_is_executed(tmp_path: Path) -> None:
    """The same of what is kept of a claim, of the mutants of one, and of a header."""
    paper = small_paper()
    kept = [judge_claim(paper, claim, alone=False) for claim in paper.in_print_order()]
    for answer in kept:
        body = json.loads(answers.written(answer))
        for path in texts_in(body):
            spoiled = with_text(body, path, CANARY.format(canary=tmp_path / "canary"))
            with suppress(ValueError):
                assert answers.written(answers.read(ClaimAudit, json.dumps(spoiled))) == json.dumps(
                    spoiled, ensure_ascii=False, separators=(",", ":")
                )
    assert not (tmp_path / "canary").exists()


@pytest.mark.parametrize("kind", [".tex", ".md"])
def test_no_text_of_a_source_is_executed_though_the_draft_is_audited(tmp_path: Path, kind: str) -> None:
    """A program behind every word and in every formula; what is drafted is a package, and is imported."""
    canary = CANARY.format(canary=tmp_path / "canary")
    text = content_of(kind)[0].decode()
    read = 0
    for number, place in enumerate((". ", "= ", "}")):
        file, folder = tmp_path / f"source{number}{kind}", tmp_path / f"drafted_{kind[1:]}_{number}"
        file.write_text(text.replace(place, f"{place}{canary} "))
        try:
            write_skeleton(draft(read_source(file)), folder)
        except ValueError:  # a sentence for the user
            continue
        read += len(load_paper(str(folder)).claims)
    assert read > 0
    assert not (tmp_path / "canary").exists()
