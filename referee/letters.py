"""The command `letter`: a referee's letter on a paper, from its audit."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from verify.errors import BadInput

if TYPE_CHECKING:
    from verify.verdicts import Audit


def write_letter(paper: str, kept: Path | None, out: Path | None, make: Callable[[], Audit]) -> None:
    """Writes the letter to a file (.md or .pdf), or its Markdown to standard output.

    The facts are those of an audit that is kept, or else of a new one, which `make` makes.
    """
    if out is not None and out.suffix not in (".md", ".pdf"):
        raise BadInput(f"--out {str(out)!r}: expected a file that ends in .md or .pdf")
    audit = make() if kept is None else of_paper(read_audit(kept), paper, kept)
    if out is not None and out.suffix == ".pdf":
        from reports.letter_pdf import render as render_pdf

        content = render_pdf(audit)
    else:
        from reports.letter import render

        content = render(audit).encode("utf-8", errors="backslashreplace")
    if out is None:
        sys.stdout.write(content.decode("utf-8"))
        return
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(content)
    print(f"written: {out}", file=sys.stderr)


def read_audit(file: Path) -> Audit:
    """An audit.json.  Raises BadInput, in a sentence, for anything else."""
    from verify.verdicts import Audit

    try:
        return Audit.from_json(file.read_text(encoding="utf-8"))
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise BadInput(
            f"{file}: no audit ({' '.join(str(error).split())[:200]}); expected an audit.json of Referee"
        ) from None


def of_paper(audit: Audit, paper: str, file: Path) -> Audit:
    """The audit of one paper, by its id or the folder or file that it stands in."""
    wanted = Path(paper).name.removesuffix(".json")
    papers = tuple(each for each in audit.papers if each.id == wanted)
    if not papers:
        raise BadInput(f"{file}: no paper {wanted!r}; expected one of {', '.join(each.id for each in audit.papers)}")
    return replace(audit, papers=papers)
