"""A referee's letter, on the screen and on paper, and two audits compared."""

from __future__ import annotations

from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import pytest

from referee.cli import main
from reports import letter
from reports.difference import changes, told
from reports.letter_pdf import source
from tests.reports.test_browser import the_audit
from tests.reports.test_findings import LOST_SIGN, holds, mended, paper, refuted, wrong
from tests.reports.test_reports import sample_audit
from tests.reports.test_reports_hostile import NASTY, audit_of
from verify.verdicts import Audit, Evidence, Grade, Ground, Need, Outcome, Result, Verdict

WRONG = wrong(
    "1", r"I = \frac{a}{b}", refuted("No."), mended(), mend=LOST_SIGN,
    correction=r"I = - \frac{a}{b}", affects=("2",), note="The current opposes the flux.",
)  # fmt: skip


def text_of(*claims: object) -> str:
    return letter.render(Audit({"referee": "1.0"}, (paper(*claims),)))  # type: ignore[arg-type]


def test_what_of_a_paper_looks_like_a_mark_is_none() -> None:
    text = text_of(wrong("1", "a \ue000 = b", refuted("No \ue002."), note="\ue001 $a \ue000 b$"))
    assert not set(text) & set("\ue000\ue001\ue002\ue003")
    assert "boxed" not in text


def test_points_are_numbered_and_say_printed_and_right() -> None:
    text = text_of(WRONG, holds("2", Need.AS_PRINTED), wrong("a", "w", refuted("No."), transcription="words"))
    assert "## Major points\n\n1. **Equation (1), I:** the sign is wrong." in text
    assert (
        r"Printed: $`I = \frac{a}{b}`$; it should read $`I = \boxed{ - } \frac{a}{b}`$. The current opposes the flux."
        in text
    )
    assert "It reaches (2), which falls with it." in text
    assert "## Minor points\n\n2. **I, a:** does not follow. In our words: $`w`$." in text
    assert "I list 1 major point" in text
    assert "referee show" not in text  # the author need not have it


def test_a_minor_point_has_its_reason_and_the_whole_line() -> None:
    words = f"it changes, since {'so it is, and ' * 40}no more"
    text = text_of(wrong("4.a_b", words, refuted("No."), mended(), transcription="words", note="It rests. Twice, as is told at more length elsewhere, and " + "again " * 30 + ".",
                         correction="It holds if only the phases agree; the conditions speak of turns"))  # fmt: skip
    assert "I list 1 minor point; where" in text
    assert "**I, 4.a_b:**" in text
    assert (
        f"In our words: {words}. It would hold if only the phases agree; the conditions speak of turns. It rests.\n"
        in text
    )


def test_questions_are_the_senses_in_which_a_line_holds() -> None:
    meant = Verdict("mean", Outcome.PROVED, Grade.EXACT, Evidence("", "so"), "r is the mean radius", Ground.AMBIGUITY)
    claim = replace(holds("2"), readings=(refuted("No."), meant))
    assert "- r is the mean radius? (Equation (2), I)" in text_of(claim)
    assert "Questions" not in text_of(WRONG)


def test_what_was_not_checked() -> None:
    text = letter.render(sample_audit())
    assert "- Equation (7), III is open: Worker crashed: the worker died." in text
    assert "- Words only, with nothing to decide: t1." in text
    assert "- Taken as given: (1) (As the paper states it, without a derivation)." in text


@pytest.mark.parametrize("text", NASTY, ids=lambda text: ascii(text[:24]))
def test_hostile_text_is_text(text: str) -> None:
    made = letter.render(audit_of(text))
    assert "<script" not in made
    assert "<img" not in made
    assert all(
        line.startswith(("#", "=", "- ")) or line[:1].isdigit() or not line
        for line in source(audit_of(text)).splitlines()
    )


@pytest.mark.skipif(find_spec("typst") is None, reason="typst is not installed")
@pytest.mark.parametrize("audit", [the_audit(), audit_of('#eval("1") $x$ *b* @a <l> \\ "'), Audit({}, ())])
def test_on_paper(audit: Audit) -> None:
    from reports.letter_pdf import render

    assert render(audit).startswith(b"%PDF")


# --- the commands -----------------------------------------------------------------------------------


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "audit.json"
    path.write_text(the_audit().to_json(), encoding="utf-8")
    return path


def test_letter_from_a_kept_audit(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["letter", "ring2", "--audit", str(file)]) == 0
    assert capsys.readouterr().out.startswith("# Referee's report: A ring\n")
    assert main(["letter", "ring2", "--audit", str(file), "--out", str(tmp_path / "new" / "letter.md")]) == 0
    assert (tmp_path / "new" / "letter.md").read_text(encoding="utf-8").startswith("# Referee's report: A ring\n")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["letter", "nobody", "--audit", "{file}"], "no paper 'nobody'; expected one of ring2, ring, short"),
        (["letter", "ring", "--audit", "{file}", "--out", "letter.doc"], "expected a file that ends in .md or .pdf"),
        (["letter", "ring", "--audit", "nowhere.json"], "nowhere.json: no such file or directory"),
        (["diff", "{file}", "pyproject.toml"], "no audit"),
    ],
)
def test_bad_input_is_told_in_a_sentence(
    file: Path, arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([each.format(file=file) for each in arguments]) == 2
    assert words in capsys.readouterr().err


# --- two audits -------------------------------------------------------------------------------------


def test_changes_and_why() -> None:
    was = holds("1", result=Result.PASS)
    old, new = Audit({"sympy": "1"}, (paper(was, holds("2")),)), Audit({"sympy": "2"}, (paper(WRONG, holds("3")),))
    found = {change.label: change.why for change in changes(old, new)}
    assert found["1"][:2] == ("PASS → FAIL", "another printed line")
    assert (found["2"], found["3"]) == (("gone",), ("new",))
    text = told(old, new)
    assert "ring (1) (I): PASS → FAIL; another printed line" in text
    assert "    the sign is wrong: " in text
    assert text.endswith("versions: sympy 1 → 2\n3 claims changed, 1 newly wrong.\n")
    assert told(old, old) == "No claim changed.\n"


def test_diff_has_the_status_of_what_it_found(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "other.json"
    other.write_text(Audit({}, the_audit().papers[1:]).to_json(), encoding="utf-8")
    assert main(["diff", str(file), str(file)]) == 0
    assert main(["diff", str(file), str(other)]) == 0
    assert main(["diff", str(other), str(file)]) == 1
    assert "newly wrong" in capsys.readouterr().out


@pytest.mark.parametrize("text", NASTY, ids=lambda text: ascii(text[:24]))
def test_differences_of_hostile_audits(text: str) -> None:
    made = told(audit_of(text), audit_of(text + "."))
    assert not {char for char in made if char < " " and char not in "\n"}
    assert len(made) < 10_000
