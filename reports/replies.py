"""replies.json: what the author replied to findings, in a file beside the reports that no audit overwrites.

{"essen": {"43": "We agree; the factor 2 is lost in typing."}}
"""

from __future__ import annotations

import json
from pathlib import Path

FILE_NAME = "replies.json"


class BadReplies(ValueError):
    """The file is no object of papers, labels and texts; the message says what is."""


def read(folder: Path) -> dict[str, dict[str, str]]:
    """The replies by paper and label; empty without the file.  Raises BadReplies for a file of another form."""
    file = Path(folder) / FILE_NAME
    if not file.is_file():
        return {}
    try:
        body = json.loads(file.read_text(encoding="utf-8"))
    except (ValueError, OSError, RecursionError) as error:
        raise BadReplies(f"{file}: {' '.join(str(error).split())[:200]}; expected JSON") from None
    papers = body.items() if isinstance(body, dict) else [("", None)]
    for paper, said in papers:
        if not isinstance(said, dict) or not all(isinstance(text, str) for text in said.values()):
            raise BadReplies(f'{file}: {str(paper)[:60]!r} has no replies; expected {{"paper": {{"label": "text"}}}}')
    return dict(papers)
