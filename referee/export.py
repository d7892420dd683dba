"""The command `export`: a paper as data, for those who would not run its Python."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from verify.errors import BadInput

SECONDS = 120.0


@dataclass(frozen=True)
class Refused:
    """A worker's way to say why there is no file."""

    message: str


def exported(source: str) -> str | Refused:
    """In the worker: the file of a paper, once it is known that it reads as the same paper."""
    from verify.cache.canonical import NotCanonical
    from verify.cache.digests import digests_of
    from verify.exchange import document, json_text
    from verify.exchange.loading import load_paper

    try:
        paper = load_paper(source)
        text = document.as_text(paper)
        again = document.load(lambda: json_text.parse(text), "the exported file")
        before, after = digests_of(paper), digests_of(again)
    except (ValueError, NotCanonical) as error:
        return Refused(str(error))
    if before.whole != after.whole or paper.told_notation() != again.told_notation():
        changed = (label for label in before.claims if before.claims[label] != after.claims.get(label))
        return Refused(
            f"{paper.id} {next(changed, '')}: a file would say something else than the package".replace(" :", ":")
        )
    return text


def write_export(source: str, out: Path | None) -> None:
    """Writes the file of a paper, or its text to standard output.  Raises BadInput, in a sentence, where there is none."""
    from reports import make_folder, replace_file
    from verify.run import PRELOAD
    from verify.workers.pool import Failed, Limits, collect, run

    (ending,) = collect(run(exported, [(source,)], Limits(SECONDS), PRELOAD))
    if isinstance(ending, Failed):
        raise BadInput(f"{source} could not be exported: {ending.reason.value}: {ending.detail}")
    if isinstance(ending.value, Refused):
        raise BadInput(f"{source} cannot be exported: {ending.value.message}")
    if out is None:
        sys.stdout.write(ending.value)
        return
    make_folder(out.parent)
    replace_file(out, ending.value.encode())
    print(f"written: {out}", file=sys.stderr)
