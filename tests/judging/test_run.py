"""The runner: hard limits, failures that cost no neighbour, and the same input giving the same audit."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from reports.text import TRANSCRIPTION_MEANING
from verify.run import BadInput, audit
from verify.verdicts import Audit, Grade, Outcome, Reason, Result
from verify.workers.pool import Failed, Limits

pytestmark = pytest.mark.slow

HEAD = """
from verify.claims import Paper, UnitSystem, equal, symbol, units
paper = Paper("{id}", "A paper", "nobody (2000)", UnitSystem.SI, sections=("I",))
a = symbol("a", "a", "a number", units.DIMENSIONLESS, positive=True)
b = symbol("b", "b", "a number", units.DIMENSIONLESS, positive=True)
"""


def paper_of(folder: Path, body: str) -> str:
    """Writes a folder that holds a paper, and returns its path."""
    folder.mkdir()
    text = HEAD.format(id=folder.name) + textwrap.dedent(body)
    (folder / "__init__.py").write_text(text)
    return str(folder)


def claim_of(found: Audit, label: str):
    return next(claim for claim in found.papers[0].claims if claim.label == label)


def test_a_folder_of_the_same_shape_is_audited(tmp_path: Path) -> None:
    source = paper_of(
        tmp_path / "ring",
        """
        one = paper.identity("1", where="I", printed="(a+b)^2 = a^2 + 2ab + b^2", lhs=(a + b)**2, rhs=a**2 + 2*a*b + b**2)
        two = paper.identity("2", where="I", printed="(a-b)^2 = a^2 - ab + b^2", lhs=(a - b)**2, rhs=a**2 - a*b + b**2)
        """,
    )
    timings: dict[str, float] = {}
    found = audit([source], timings=timings)
    assert claim_of(found, "1").result is Result.PASS
    assert claim_of(found, "1").mutants.killed == claim_of(found, "1").mutants.made > 0
    assert claim_of(found, "2").result is Result.FAIL
    assert timings


def test_a_hanging_claim_is_open_and_costs_no_neighbour(tmp_path: Path) -> None:
    source = paper_of(
        tmp_path / "hanging",
        """
        import verify.judging.verdict_on
        judge_really = verify.judging.verdict_on.judge
        def judge(reading, *rest):
            if reading.condition == "hang":
                while True: pass
            return judge_really(reading, *rest)
        verify.judging.verdict_on.judge = judge
        from verify.claims import AMBIGUITY, reading
        one = paper.identity("1", where="I", printed="a + a is roughly 3a", lhs=a + a, rhs=3*a,
                             readings=[reading("hangs", equal(a, b), ground=AMBIGUITY, of="roughly", condition="hang")])
        two = paper.identity("2", where="I", printed="a + a = 2a", lhs=a + a, rhs=2*a)
        """,
    )
    found = audit([source], limits=Limits(seconds=2))
    hung = claim_of(found, "1")
    assert hung.result is Result.OPEN
    assert hung.literal.evidence.reason is Reason.TIME
    assert "2 s" in hung.literal.evidence.detail
    assert claim_of(found, "2").result is Result.PASS


def test_a_proof_that_takes_too_long_leaves_the_comparison_at_points(tmp_path: Path) -> None:
    source = paper_of(
        tmp_path / "endless",
        """
        import verify.deciding.decide
        from sympy import cos, tan
        def prove_on(*_):
            while True: pass
        verify.deciding.decide.prove_on = prove_on
        one = paper.identity("1", where="I", printed="1 + tan(a)^2 = 1/cos(a)^2", lhs=1 + tan(a)**2, rhs=1/cos(a)**2)
        two = paper.identity("2", where="I", printed="|a - 1000| = 1000 - a", lhs=abs(a - 1000), rhs=1000 - a,
                             conditions=[a < 10**30 * (b + 2)])
        """,
    )
    found = audit([source], limits=Limits(seconds=2))
    first = claim_of(found, "1")
    assert (first.result, first.literal.grade) == (Result.PASS_IF, Grade.BALL)
    assert "given up (time limit (2 s)" in first.note
    assert claim_of(found, "2").result is Result.FAIL


def test_two_audits_give_the_same_bytes() -> None:
    labels = ["u5", "u11", "t17", "t27", "x.hbar", "t4"]
    first, second = (audit(["derivations.pavlov"], labels=labels).to_json() for _ in range(2))
    assert first == second
    assert Audit.from_json(first).to_json() == first


def test_every_claim_has_its_seconds() -> None:
    found = audit(["derivations.pavlov"], labels=["u11", "t4"])
    assert {"u11", "t4"} <= set(found.timings["pavlov"])
    assert all(seconds >= 0 for seconds in found.timings["pavlov"].values())
    assert (found.papers[0].authors, found.papers[0].date) == ("V. D. Pavlov", "2025")


def test_progress_reaches_the_total() -> None:
    seen: list[tuple[int, int]] = []
    audit(["derivations.pavlov"], labels=["u5", "u1"], progress=lambda done, total: seen.append((done, total)))
    assert seen[-1][0] == seen[-1][1]


def test_an_interrupt_keeps_what_was_decided() -> None:
    def stop_after_two(done: int, total: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    found = audit(["derivations.pavlov"], labels=["u1", "u2", "u3", "u4", "t18"], progress=stop_after_two)
    reasons = [claim.literal.evidence.reason for claim in found.papers[0].claims]
    assert reasons.count(Reason.INTERRUPTED) == 3
    assert len(reasons) == 5


def test_affects_follows_the_chain_of_premises() -> None:
    found = audit(["derivations.pavlov"], labels=["6"])
    assert set(claim_of(found, "6").affects) >= {"u10", "u11", "u12", "u13a", "t29"}


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ('x = paper.identity("1", where="I", printed="p", lhs=a, rhs=0.5)', "float"),
        (
            'import sympy; x = paper.identity("1", where="I", printed="p", lhs=sympy.Symbol("q"), rhs=a)',
            "'q' is not declared",
        ),
        ('x = symbol("x", "x", "m", units.LENGTH, positive=True, negative=True)', "positive"),
        ("x = 1/0", "ZeroDivisionError"),
        ("x = (", "SyntaxError"),
        ("del paper", "paper"),
    ],
)
def test_bad_papers_are_told_in_one_sentence(tmp_path: Path, body: str, message: str) -> None:
    with pytest.raises(BadInput, match=message):
        audit([paper_of(tmp_path / "bad", body)])


def test_a_line_whose_encoding_is_at_fault_is_open_and_ends_no_audit(tmp_path: Path) -> None:
    """Its print and its encoding differ, or no point satisfies its conditions; what rests on it says so."""
    body = """
        one = paper.given("1", where="I", printed="a = b", lhs=a, rhs=2*b)
        two = paper.step("2", where="I", printed="a^2 = 4 b^2", lhs=a**2, rhs=4*b**2, by=follows_from(one))
        paper.identity("3", where="I", printed="a = a + b", lhs=a, rhs=a+b, conditions=[a > 2, a < 1])
        paper.identity("4", where="I", printed="a + b = b + a + 0", lhs=a + b, rhs=b + a)
        """
    said: list[str] = []
    source = paper_of(tmp_path / "ring", "from verify.claims import follows_from\n" + textwrap.dedent(body))
    found = audit([source], remark=said.append)
    results = {claim.label: claim.result for claim in found.papers[0].claims}
    assert results == {"1": Result.OPEN, "2": Result.PASS_IF, "3": Result.OPEN, "4": Result.PASS}
    for label, words in (
        ("1", "ring 1: print and encoding differ"),
        ("3", "ring 3: no point was found that satisfies"),
    ):
        evidence = claim_of(found, label).literal.evidence
        assert evidence.reason is Reason.ENCODING
        assert evidence.detail.startswith(words)
        assert any(sentence.startswith(words) for sentence in said)
    assert [need.condition for need in claim_of(found, "2").inherits] == [
        "(1) says what it was written down as, which is at fault"
    ]
    assert Audit.from_json(found.to_json()).to_json() == found.to_json()


def test_a_paper_that_hangs_while_it_is_read(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"time limit|could not be read"):
        audit([paper_of(tmp_path / "tower", "x = 9**9**9**9")], limits=Limits(seconds=2))


def test_an_unknown_label_is_bad_input() -> None:
    with pytest.raises(BadInput, match="label 'nope' is not in pavlov"):
        audit(["derivations.pavlov"], labels=["nope"])


def test_outcomes_of_failures_are_words() -> None:
    assert Failed(Reason.TIME, "x").reason.value == "time limit"
    assert Outcome.UNDECIDED not in (Outcome.PROVED, Outcome.CORROBORATED)


def test_the_number_of_workers_changes_no_byte() -> None:
    labels = ["u5", "u11", "t17", "t27", "x.hbar", "t4", "u1", "2"]
    alone, together = (
        audit(["derivations.pavlov"], labels=labels, limits=limits).to_json() for limits in (Limits(jobs=1), Limits())
    )
    assert alone == together


def test_what_a_paper_prints_is_remarked_once(tmp_path: Path) -> None:
    source = paper_of(
        tmp_path / "loud",
        """
        print("first line"); print("second line")
        one = paper.identity("1", where="I", printed="a + a = 2a", lhs=a + a, rhs=2*a)
        """,
    )
    remarks: list[str] = []
    assert claim_of(audit([source], remark=remarks.append), "1").result is Result.PASS
    assert remarks == [f"{source} prints while it is read; left out: 'first line' and more"]


def test_a_file_that_was_forgotten_is_remarked(tmp_path: Path) -> None:
    source = paper_of(tmp_path / "loose", 'one = paper.identity("1", where="I", printed="a = a + 0", lhs=a, rhs=a)')
    (tmp_path / "loose" / "s2.py").write_text('from loose import paper\ntwo = paper.identity("2")\n')
    (tmp_path / "loose" / "fit.py").write_text("def fit(paper):\n    return paper.size\n")
    remarks: list[str] = []
    audit([source], remark=remarks.append)
    assert remarks == [f"{source} does not import s2.py; the lines there are not audited"]


def test_the_evidence_of_a_corrected_line_names_what_is_wrong() -> None:
    found = claim_of(audit(["derivations.pavlov"], labels=["u11"]), "u11")
    assert found.literal.evidence.detail == (
        "It does not follow from (u10): with ħ = 4, m_e = 1, r_He = 2, v = 1 it holds, and r_He^3 = 8, but "
        "ħ^2/(4·m_e^2·v^2) = 4."
    )
    assert found.mend is not None
    assert found.mend.words == "the exponent of $r_{\\text{He}}$ should be $2$ on the left"
    assert found.mend.latex == found.corrected
    assert found.dimension == "mismatch"
    assert found.dimensions == ("L³", "L²")
    assert (
        found.dimension_detail
        == "r_He³ has dimension L³, but ħ²/(4 m_e² v_He²) has dimension L²; expected one dimension"
    )


def test_a_fault_in_the_words_of_the_encoding_is_told_instead_of_a_slip(tmp_path: Path) -> None:
    source = paper_of(
        tmp_path / "wrong",
        """
        from verify.claims import correction, follows_from
        twice = paper.given("1", where="I", printed="b = 2a", lhs=b, rhs=2*a)
        line = paper.step(
            "2", where="I", printed="b = a", lhs=b, rhs=a, by=follows_from(twice),
            readings=[correction("twice", equal(b, 2*a), by=follows_from(twice), fault="another length is meant")],
        )
        """,
    )
    found = claim_of(audit([source]), "2")
    assert found.result is Result.FAIL
    assert [reading.fault for reading in found.readings] == [None, "another length is meant"]
    assert "One change mends it" not in found.literal.evidence.detail


def test_a_print_that_is_no_formula_is_not_the_readers_affair() -> None:
    found = claim_of(audit(["derivations.essen"], labels=["9"]), "9")
    assert found.transcription in TRANSCRIPTION_MEANING
    assert "column" not in (found.note or "")
