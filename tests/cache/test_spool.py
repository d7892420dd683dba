"""Answers that wait for the others: what is looked at is what was last put there, whether it was packed meanwhile or not."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from verify.cache.spool import Spool
from verify.verdicts import ClaimAudit

Shipped = Callable[[str], dict[str, ClaimAudit]]
KEYS = st.tuples(st.sampled_from("ab"), st.sampled_from("1234"))


@given(st.integers(0, 5), st.lists(st.tuples(KEYS, st.one_of(st.text(), st.tuples(st.text(), st.none())))))
def test_a_spool_is_a_dictionary(room: int, entered: list[tuple[tuple[str, str], object]]) -> None:
    spool, plain = Spool[tuple[str, str], object](room), dict[tuple[str, str], object]()
    for asked, answer in entered:
        spool[asked] = plain[asked] = answer
        assert all(spool[known] == plain[known] for known in plain)
    assert all((asked in spool) == (asked in plain) for asked, _ in entered)
    assert ("c", "1") not in spool


def test_an_audit_of_a_claim_is_what_it_was(shipped_audit: Shipped) -> None:
    spool = Spool[str, ClaimAudit](room=3)
    audits = shipped_audit("pavlov")
    for label, audit in audits.items():
        spool[label] = audit
    assert {label: spool[label] for label in audits} == dict(audits)


def test_what_is_packed_is_small(shipped_audit: Shipped) -> None:
    spool = Spool[str, ClaimAudit](room=0)
    audits = shipped_audit("pavlov")
    for label, audit in audits.items():
        spool[label] = audit
    assert sum(map(len, spool._packed.values())) < sum(len(repr(audit)) for audit in audits.values()) / 2
