"""Files that were damaged or tampered with: a real one, some of its bytes changed, and what reads it.

Each reader says in one sentence what is wrong with what it is given, or reads it: whatever else it raises is a defect, and so is a
file that appears because of a text in it.
"""

from __future__ import annotations

import json
import random
import tempfile
import warnings
from collections.abc import Callable
from pathlib import Path

from jsonschema import Draft202012Validator

from referee.draft import draft
from referee.letters import read_audit
from referee.serving.answering import answer
from referee.serving.tools import BY_NAME
from referee.sources import read_source
from reports import write
from verify.cache.store import NAME, Store
from verify.errors import ClaimError
from verify.exchange import document, json_text
from verify.exchange.document import as_text
from verify.judging.judge import judge_claim

CANARY = "__import__('os').system('touch {canary}')"
PIECES = (
    *(
        b'"',
        b"{",
        b"}",
        b"[",
        b"]",
        b"\\",
        b"$",
        b"$$",
        b"&",
        b"%",
        b"\x00",
        b"\xff\xfe",
        b"\x1b[2J",
        b"\r",
        b"-",
        b"9" * 400,
    ),
    *(
        b"null",
        b"1e999",
        b"NaN",
        b"\\frac",
        b"\\input{",
        b"\\begin{equation}",
        b"\\end{align}",
        b"\\def\\a{\\a}\\a",
        b"^",
        b"_",
    ),
    *(b"Pow", b"Mul", b"Rational", b"PASS", b"OPEN", b"proved", b"\\u0000", b"\xe2\x80\xae", b"(" * 200, b"\n\n"),
)


def mutated(content: bytes, chance: random.Random, canary: Path) -> bytes:
    """The bytes with a few of them changed, dropped, doubled, moved, or with something put between them."""
    found = bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        at, size = chance.randrange(len(found) + 1), chance.choice((1, 1, 4, 40, 400))
        part = bytes(found[at : at + size])
        match chance.randrange(7):
            case 0 if at < len(found):
                found[at] = chance.randrange(256)
            case 1:
                del found[at : at + size]
            case 2:
                found[at:at] = part
            case 3:
                other = chance.randrange(len(found) + 1)
                found[other:other] = part
            case 4:
                del found[at:]
            case 5:
                found[at:at] = CANARY.format(canary=canary).encode()
            case _:
                found[at:at] = chance.choice(PIECES)
    return bytes(found)


def _of_source(file: Path) -> None:
    source = read_source(file)
    draft(source)


def _of_audit(file: Path) -> None:
    write(read_audit(file), file.parent, ["json", "md", "csv", "sarif", "junit"], "30 November 2026", file.parent)


def _of_paper(file: Path) -> None:
    paper = document.load(lambda: json_text.read_file(file), file.name)
    as_text(paper)
    for claim in list(paper.claims.values())[:3]:
        judge_claim(paper, claim)


def _of_answers(file: Path) -> None:
    said: list[str] = []
    (file.parent / "kept").mkdir()
    (file.parent / "kept" / NAME).write_bytes(file.read_bytes())
    (file.parent / "kept").chmod(0o700)
    (file.parent / "kept" / NAME).chmod(0o600)
    store = Store(file.parent / "kept", said.append)
    found = store.get([bytes(32), b"1" * 32])
    store.put({b"2" * 32: "new"})
    store.close()
    assert len(said) <= 1, said
    assert set(found.items()) <= {(bytes(32), '{"one": 1}'), (b"1" * 32, "two")}, found


def _of_message(file: Path) -> None:
    """A question to the tools, if it is one that the server lets through."""
    try:
        asked = json.loads(file.read_bytes())
        name, sent = asked["name"], asked["arguments"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return
    if (
        not isinstance(name, str)
        or name not in BY_NAME
        or list(Draft202012Validator(BY_NAME[name].schema).iter_errors(sent))
    ):
        return
    json.dumps(answer(name, sent, 0))


READERS: dict[str, Callable[[Path], None]] = {
    ".tex": _of_source,
    ".md": _of_source,
    ".audit": _of_audit,
    ".json": _of_paper,
    ".sqlite": _of_answers,
    ".message": _of_message,
}
"""What reads a file, by the end of its name."""


def read_mutated(content: bytes, kind: str, seed: int) -> bytes:
    """Lets the reader of this kind read a mutation.  Raises what no reader may raise; the mutation is handed back."""
    with tempfile.TemporaryDirectory() as where, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        canary, file = Path(where) / "canary", Path(where) / f"file{kind}"
        made = mutated(content, random.Random(seed), canary)
        file.write_bytes(made)
        try:
            READERS[kind](file)
        except (ClaimError, ValueError):  # a sentence for the user
            pass
        except Exception as error:
            error.add_note(f"{kind}, seed {seed}: {made[:2000]!r}")
            raise
        assert not canary.exists(), f"{kind}, seed {seed}: a text was executed"
    return made


def answers_on_disk() -> bytes:
    """A file of answers with two rows."""
    with tempfile.TemporaryDirectory() as where:
        store = Store(Path(where), lambda _: None)
        store.put({bytes(32): '{"one": 1}', b"1" * 32: "two"})
        store.close()
        return (Path(where) / NAME).read_bytes()
