"""Files that are no paper: one sentence that says where, what was found and what was expected; and nothing else happens."""

from __future__ import annotations

import copy
import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.common import audits, processes
from tests.exchange.test_papers import small_paper
from verify.errors import ClaimError
from verify.exchange import document, json_text
from verify.exchange.document import as_json, from_json
from verify.exchange.loading import load_paper
from verify.judging.judge import judge_claim
from verify.tasks import Bad, describe

SMALL = as_json(small_paper())
Edit = Callable[[Any], None]


def edited(edit: Edit) -> Any:
    body = copy.deepcopy(SMALL)
    edit(body)
    return body


def refused(body: Any) -> str:
    with pytest.raises(ClaimError) as caught:
        document.load(lambda: body, "ring.json")
    return str(caught.value)


def put(*place: Any, value: Any) -> Edit:
    def edit(body: Any) -> None:
        part = body
        for key in place[:-1]:
            part = part[key]
        part[place[-1]] = value

    return edit


def drop(name: str) -> Edit:
    return lambda body: body.pop(name)


FAULTS: dict[str, tuple[Edit, str]] = {
    "no member": (drop("title"), "ring.json: no member 'title'; expected all of id, title"),
    "a strange member": (put("run", value="rm"), "ring.json: the member 'run'; expected one of authors,"),
    "the id is no path": (put("id", value="../x"), "ring.json: /id: '../x'; expected a short name of letters"),
    "a control character": (
        put("title", value="a\x1b[2J"),
        "ring.json: /title: the control character U+001B in a text",
    ),
    "half a letter": (put("title", value="\ud800"), "ring.json: /title: the control character U+D800"),
    "a long text": (
        put("title", value="x" * 30_000),
        "ring.json: /title: a text of 30000 letters; expected at most 20000",
    ),
    "a section": (put("claims", 0, "where", value="IX"), "ring.json: /claims/0: ring: section 'IX' is unknown"),
    "an assumption": (
        put("symbols", "a", "assumptions", value={"nice": True}),
        "ring.json: /symbols/a: 'nice': SymPy knows no such assumption",
    ),
    "assumptions that contradict": (
        put("symbols", "a", "assumptions", value={"positive": True, "negative": True}),
        "ring.json: /symbols/a: symbol 'a': the assumptions positive=True, negative=True contradict each other",
    ),
    "a name in a pointer": (
        put("symbols", "a/b~", value=1),
        "ring.json: /symbols/a~1b~0: 1; expected an object whose kind",
    ),
    "an unknown symbol": (
        put("claims", 0, "says", "statements", 0, "lhs", value=["Mul", 2, "zz"]),
        "ring.json: /claims/0/says/statements/0/lhs/2: the symbol 'zz'; expected one of the symbols of this file",
    ),
    "an unknown line": (
        put("claims", 1, "says", "by", "of", value=["7"]),
        "ring.json: /claims/1/says/by/of/0: the line '7'; expected the label of an earlier claim of this file",
    ),
    "a link that is not there": (
        put("claims", 1, "says", "by", "of", 0, "which", value=9),
        "ring.json: /claims/1/says/by/of/0: 1: no equality number 9",
    ),
    "an unknown rule": (
        put("claims", 1, "says", "by", "kind", value="guess"),
        "ring.json: /claims/1/says/by: the kind 'guess'",
    ),
    "data that a rule does not take": (
        put("claims", 1, "says", "by", "data", value=["a"]),
        "ring.json: /claims/1/says/by/data:",
    ),
    "general where nothing is": (
        put("claims", 1, "says", "by", "general", value=True),
        "data or `general` that follows_from does not take",
    ),
    "a step without a move": (
        lambda body: body["claims"][1]["says"].pop("by"),
        "ring.json: /claims/1: a step without `by`",
    ),
    "a given that is derived": (
        lambda body: body["claims"][0]["says"].update(by={"kind": "follows_from", "of": []}),
        "ring.json: /claims/0/says/by/of: a list of 0; expected a list of 1 to",
    ),
    "a kind that is another one": (
        put("claims", 2, "kind", value="theorem"),
        "ring.json: /claims/2: a claim of the kind 'theorem'; expected 'value'",
    ),
    "a label twice": (put("claims", 1, "label", value="1"), "ring.json: /claims/1: ring 1: this label is used twice"),
    "a label of the audit": (
        put("claims", 1, "label", value="2 | r = 2"),
        "ring.json: /claims/1: ring 2 | r = 2: label '2 | r = 2' has ' | ' in it",
    ),
    "a digit that is none": (
        put("claims", 2, "says", "statements", 0, "number", value="1/2"),
        "number '1/2' is malformed",
    ),
    "a float in print": (put("claims", 2, "says", "statements", 0, "number", value="nan"), "number 'nan' is malformed"),
    "a condition that is none": (
        put("claims", 2, "says", "where", value=["a"]),
        "ring.json: /claims/2/says/where/0: 'a'; expected a condition, such as a relation",
    ),
    "a condition that is false": (
        put("claims", 2, "says", "where", value=[["false"]]),
        "a condition is false whatever the symbols are",
    ),
    "infinity as a number": (put("claims", 0, "says", "statements", 0, "rhs", value=["oo"]), "infinity is no number"),
    "a reading that says something else": (
        put("claims", 8, "readings", 0, "statements", value=[{"lhs": "t", "rhs": 1}]),
        "ring.json: /claims/8: ring 9: reading 'large', ground domain: it states something else than the printed line",
    ),
    "a reading without a condition": (
        lambda body: body["claims"][8]["readings"][0].pop("condition"),
        "names no condition",
    ),
    "a remark with a relation": (
        put("claims", 11, "printed", value="clearly $E = 7 m v^2$"),
        "a remark that prints the relation 'E = 7 m v^2'",
    ),
    "words with a number": (lambda body: body["claims"][4].pop("asides"), "the words of the encoder say '3'"),
    "an aside that decides something else": (
        lambda body: body["claims"][4]["asides"][0].pop("put_in"),
        "none of its statements contains '3'",
    ),
    "a premise without a source": (
        lambda body: body["claims"][10].pop("source"),
        "a claim of the kind 'assumption' without a source",
    ),
    "a threshold elsewhere": (
        put("claims", 6, "says", "statements", 0, "border", value=[5, 6]),
        "a border from 5 to 6; expected one between 1 and 2",
    ),
    "a curve of another variable": (
        put("claims", 7, "figure", "curves", "u", value="k"),
        "curve 'u' contains k; expected t only",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_what_is_wrong_is_told_with_its_place(name: str) -> None:
    edit, said = FAULTS[name]
    found = refused(edited(edit))
    assert said in found
    assert "\n" not in found


TEXTS = {
    "nothing": ("", "ring.json: line 1, column 1: no JSON"),
    "half a file": ('{"schema": "referee.paper/1"', "no JSON"),
    "a float": ('{"schema": 1.5}', "ring.json: the number 1.5; expected whole numbers"),
    "no number": ('{"schema": NaN}', "ring.json: the number NaN"),
    "a member twice": ('{"schema": 1, "schema": "referee.paper/1"}', "ring.json: two members 'schema' of one object"),
    "a long number": (f'{{"schema": {"9" * 5000}}}', "ring.json: a number of more than 4300 digits"),
    "deep brackets": ("[" * 100_000 + "]" * 100_000, "ring.json: brackets that are 100000 deep; expected at most 300"),
    "deep brackets that stay open": ("[" * 100_000, "ring.json: brackets that are 100000 deep"),
    "brackets in quotes": (f'["{"[" * 1000}"]', "expected an object with"),
    "another schema": (
        '{"schema": "referee.audit/2"}',
        "ring.json: the schema 'referee.audit/2'; expected 'referee.paper/1'",
    ),
    "a list": ("[]", "ring.json: []; expected an object with"),
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_that_is_no_paper_is_refused(name: str) -> None:
    text, said = TEXTS[name]
    with pytest.raises(ClaimError) as caught:
        document.load(lambda: json_text.parse(text), "ring.json")
    assert said in str(caught.value)


def test_what_is_no_plain_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "pipe.json")
    (tmp_path / "device.json").symlink_to("/dev/zero")
    (tmp_path / "latin.json").write_bytes(b'{"title": "\xe9"}')
    (tmp_path / "large.json").write_bytes(b" " * 2048)
    monkeypatch.setattr(json_text, "LARGEST", 1024)
    said = {
        name: describe(str(tmp_path / name))
        for name in ("pipe.json", "device.json", "latin.json", "large.json", "none.json")
    }
    assert all(isinstance(answer, Bad) for answer in said.values())
    words = {name: answer.message for name, answer in said.items() if isinstance(answer, Bad)}
    assert words["pipe.json"] == "pipe.json: no plain file; expected a file with the JSON of a paper"
    assert words["device.json"] == "device.json: no plain file; expected a file with the JSON of a paper"
    assert words["latin.json"] == "latin.json: byte 11 is no UTF-8; expected JSON in UTF-8"
    assert words["large.json"] == "large.json: more than 0 MB; expected a smaller file"
    assert words["none.json"].startswith("none.json: it cannot be read (no such file or directory)")


# --- mutations of real files --------------------------------------------------------------------------

POOL: list[Any] = [
    None, True, False, 0, 1, -1, 10**10, 10**3999, "", "a", "\x00", "x" * 30_000, [], {}, [[]], ["oo"], ["true"], ["Add"], ["Tuple"],
    ["Pow", 10, ["Pow", 10, 10]], ["Pow", ["Pow", 10, ["Pow", 10, 10]], ["Rational", 1, 2]], ["Pow", 0, -1], ["Mul", 0, ["oo"]],
    ["#", 0], ["#", 10**9], ["apply", "f", 1], ["Derivative", "a", ["Tuple", "a", 2]], ["Derivative", 3, ["Tuple", 3, 1]],
    ["Integral", "a", ["Tuple", "a", 0, ["oo"]]], ["Sum", "a", ["Tuple", "a", 1, 10**9]], ["Eq", 1, 1], ["Not", ["true"]],
    ["factorial", 10**8], ["Rational", 2, 4], {"kind": "relation"}, {"printed": "1.5"}, {"powers": [["m", 1]]}, "__import__('os')",
]  # fmt: skip


def places(body: Any, path: tuple[Any, ...] = ()) -> Any:
    if path:
        yield path
    parts = body.items() if isinstance(body, dict) else enumerate(body) if isinstance(body, list) else ()
    for key, part in parts:
        yield from places(part, (*path, key))


def at(body: Any, path: tuple[Any, ...]) -> Any:
    for key in path:
        body = body[key]
    return body


PAVLOV = as_json(audits.paper("pavlov"))
PAVLOV["claims"] = PAVLOV["claims"][:20]
BODIES = {"small": SMALL, "pavlov": PAVLOV}
PLACES = {name: list(places(body)) for name, body in BODIES.items()}


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.data())
@pytest.mark.parametrize("name", BODIES)
def test_a_mutated_file_is_a_paper_or_is_refused(name: str, data: st.DataObject) -> None:
    """A paper, or a ClaimError: no other error, and what is a paper can be told and written again."""
    body = copy.deepcopy(BODIES[name])
    for _ in range(data.draw(st.integers(1, 3))):
        path = data.draw(st.sampled_from(PLACES[name]))
        other = data.draw(st.sampled_from(PLACES[name]))
        try:
            part, copied = at(body, path[:-1]), copy.deepcopy(at(body, other))
            part[path[-1]]
        except (KeyError, IndexError, TypeError):
            continue  # an earlier mutation has taken it away
        if not isinstance(part, (dict, list)):
            continue
        how = data.draw(st.sampled_from(["pool", "copy", "gone"]))
        if how == "gone":
            del part[path[-1]]
        else:
            part[path[-1]] = data.draw(st.sampled_from(POOL)) if how == "pool" else copied
    try:
        paper = from_json(json.loads(json.dumps(body)))
    except ClaimError:
        return
    paper.in_print_order()
    paper.told_notation()
    as_json(paper)


@settings(deadline=None)
@given(st.integers(0, 10**6), st.binary(min_size=0, max_size=4), st.integers(0, 8))
def test_a_file_with_other_bytes_is_a_paper_or_is_refused(place: int, new: bytes, cut: int) -> None:
    content = json_text.written(SMALL).encode()
    place %= len(content)
    changed = content[:place] + new + content[place + cut :]
    with suppress(ClaimError, UnicodeDecodeError):
        document.load(lambda: json_text.parse(changed.decode()), "ring.json")


# --- nothing is run ---------------------------------------------------------------------------------------

CANARY = "__import__('pathlib').Path({!r}).touch()"
NAMES = {"id", "schema", "units", "kind", "where", "ground", "rel", "sign", "reads", "number", "printed"}


def sung(body: Any, song: str, key: str = "") -> Any:
    """The same file with the canary in every text that is free."""
    if isinstance(body, dict):
        return {name: sung(part, song, name) for name, part in body.items()}
    if isinstance(body, str) and key not in NAMES:
        return song
    return body


def with_canary(song: str) -> Any:
    """In every text of its own: titles, LaTeX, meanings, notes, words; and as the name of a symbol and a label everywhere."""
    body = copy.deepcopy(SMALL)
    told = {name: sung(part, song, name) for name, part in body.items() if name in ("title", "citation")}
    for key, entry in body["symbols"].items():
        own = {"latex": song, "meaning": f"{song} {key}", "name": song}
        entry |= own if "latex" in entry else {}  # a differential has the texts of its symbol
    for claim in body["claims"]:
        claim["printed"] = song if claim["kind"] == "remark" else f"{claim['printed']} \\text{{{song}}}"
        for each in ("note", "source"):
            if each in claim:
                claim[each] = song
        claim.pop("asides", None)
        for read in claim.get("readings", ()):
            read |= {"name": song, "condition": song}
        if "figure" in claim:
            claim["figure"] |= {"title": song, "x": song, "y": song}
    return body | told | {"authors": song, "version": song, "date": song, "doi": song, "lost": [song]}


def test_no_text_of_a_file_is_run(tmp_path: Path) -> None:
    """Texts that Python would run, in every place for a text: read, judged, audited, told in every format."""
    touched = tmp_path / "canary"
    body = with_canary(CANARY.format(str(touched)).replace(" ", ""))
    paper = from_json(body)
    for claim in paper.claims.values():
        judge_claim(paper, claim)
    assert not touched.exists()
    assert json.dumps(body).count("__import__") > 40


def audited(file: Path, formats: str) -> subprocess.CompletedProcess[Any]:
    """How an audit of a file ends that writes to the folder `out` beside it."""
    command = ["audit", str(file), "--out", str(file.parent / "out"), "--format", formats, "--no-cache"]
    return processes.run([sys.executable, "-m", "referee", *command])


@pytest.mark.slow
def test_no_text_of_a_file_is_run_by_an_audit(tmp_path: Path) -> None:
    touched = tmp_path / "canary"
    file = tmp_path / "ring.json"
    file.write_text(json_text.written(with_canary(CANARY.format(str(touched)).replace(" ", ""))), encoding="utf-8")
    formats = "json,html,md,junit,csv,sarif,letter,figures"
    done = audited(file, formats)
    assert done.returncode in (0, 1, 3), done
    assert (tmp_path / "out" / "audit.json").exists()
    assert not touched.exists()


def test_reading_a_file_imports_nothing(tmp_path: Path) -> None:
    """No module of the current folder, of the folder of the file, or of derivations."""
    (tmp_path / "ring.json").write_text(json_text.written(SMALL), encoding="utf-8")
    program = "import sys; from verify.exchange.loading import load_paper; before = set(sys.modules); load_paper('./ring.json'); print(*sorted(set(sys.modules) - before))"
    done = processes.run([sys.executable, "-c", program], cwd=tmp_path, check=True)
    assert [name for name in done.stdout.split() if not name.startswith(("sympy.", "encodings."))] == []


def test_a_paper_is_found_by_its_file_only(tmp_path: Path) -> None:
    (tmp_path / "ring.json").write_text(json_text.written(SMALL), encoding="utf-8")
    assert load_paper(str(tmp_path / "ring.json")).id == "ring"
    folder = tmp_path / "folder.json"
    folder.mkdir()
    with pytest.raises(ClaimError, match="expected a folder with __init__"):
        load_paper(str(folder))


@pytest.mark.slow
def test_print_that_differs_from_a_line_ends_no_audit(tmp_path: Path) -> None:
    file = tmp_path / "ring.json"
    body = edited(put("claims", 0, "printed", value="b = 3a = c"))
    file.write_text(json_text.written(body), encoding="utf-8")
    done = audited(file, "json")
    assert done.returncode in (1, 3), done
    assert "referee: ring 1: print and encoding differ" in done.stderr
    told = json.loads((tmp_path / "out" / "audit.json").read_text(encoding="utf-8"))["papers"][0]["claims"]
    one = next(claim for claim in told if claim["label"] == "1")
    assert (one["result"], one["readings"][0]["evidence"]["reason"]) == ("OPEN", "encoding at fault")
    assert any(claim["result"] in ("PASS", "FAIL", "PASS-IF") for claim in told)
