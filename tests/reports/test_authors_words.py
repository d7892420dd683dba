"""What the encoding says in its own words of a wrong line, and what is blamed on which wrong line."""

from __future__ import annotations

from dataclasses import replace

from reports.fates import Fate, fate_after
from reports.faults import fault
from tests.reports.test_findings import holds, mended, refuted, wrong
from verify.verdicts import Ground, Inherited, Need, Outcome


def test_the_encoding_says_what_is_wrong_where_a_slip_would_say_something_else() -> None:
    correction = replace(mended("Eq. (86)", "Eq. (86) is meant"), fault="the number of the equation is wrong")
    told = wrong("1", "a = b", refuted("No."), correction, kind="cross-reference")
    assert fault(told) == "the number of the equation is wrong"
    assert fault(replace(told, dimension="mismatch")) == "the number of the equation is wrong"


def test_a_correction_that_is_not_proved_tells_no_fault() -> None:
    unproved = replace(mended(), fault="the number of the equation is wrong", outcome=Outcome.REFUTED)
    assert fault(wrong("1", "a = b", refuted("No."), unproved, kind="cross-reference")) == "the lines disagree"


def test_a_line_that_falls_with_one_wrong_line_is_told_to_fall_beside_each_of_them() -> None:
    both = (
        Inherited("1", "(1) is read in its corrected form", Need.CORRECTED),
        Inherited("2", "(2) stands as printed, which it does not", Need.AS_PRINTED),
    )
    line = replace(holds("3"), inherits=both)
    assert [fate_after(label, line) for label in ("1", "2", "0")] == [
        Fate.ELSEWHERE,
        Fate.FALLS,
        Fate.ELSEWHERE,
    ]
    mended_only = replace(line, inherits=both[:1])
    assert [fate_after(label, mended_only) for label in ("1", "0")] == [Fate.MENDED, Fate.STANDS]


def test_a_line_that_holds_in_another_reading_only_does_not_hold_as_printed_once_the_wrong_one_is_corrected() -> None:
    needs = (Inherited("1", "(1) is read in its corrected form", Need.CORRECTED),)
    kind = replace(holds("3").literal, ground=Ground.AMBIGUITY, condition="about means within a factor of ten")
    line = replace(holds("3"), readings=(refuted("No."), kind), inherits=needs)
    assert fate_after("1", line) is Fate.CONDITIONED
