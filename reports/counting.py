"""What the reports count: the lines of a paper by what became of them; what the paper does not print is counted apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from reports.fates import Fate, fate
from verify.verdicts import ClaimAudit, Result

FALLS = "falls"
"""The kind of a line that holds only as long as a wrong one stands."""
PREMISES = "premise"
"""The kind of what the paper does not print, beside the results."""
SHORT_KIND = {
    "fail": "wrong",
    FALLS: "fall",
    "open": "open",
    "pass-if": "conditional",
    "pass": "hold",
    "given": "given",
    "prose": "words",
    PREMISES: "unprinted",
}
"""Each kind of lines, as its filter and its column call it."""
CHECKED = ("fail", FALLS, "open", "pass-if", "pass")


def css_class(result: Result) -> str:
    """
    >>> css_class(Result.PASS_IF)
    'pass-if'
    """
    return result.value.lower()


def kind(claim: ClaimAudit) -> str:
    """The result in lower case; another word for what falls with a wrong line, and for what the paper does not print."""
    if unprinted(claim):
        return PREMISES
    return FALLS if falls(claim) else css_class(claim.result)


def falls(claim: ClaimAudit) -> bool:
    """Does it hold only as long as a line stands that is wrong?  That is no condition which could be met."""
    return claim.result is Result.PASS_IF and fate(claim) is Fate.FALLS


def unprinted(claim: ClaimAudit) -> bool:
    """Whether it is a premise of the audit that the paper does not print, given or derived."""
    return claim.result in (Result.GIVEN, Result.PASS, Result.PASS_IF) and is_unprinted(claim.label)


def is_unprinted(label: str) -> bool:
    """Whether a label is that of a premise which the paper does not print.

    >>> is_unprinted("x.mass"), is_unprinted("14")
    (True, False)
    """
    return label.startswith("x.")


def counted(claims: Iterable[ClaimAudit]) -> Counter[str]:
    """How many lines of each kind."""
    return Counter(map(kind, claims))


def of_kind(wanted: str, claims: Iterable[ClaimAudit]) -> tuple[ClaimAudit, ...]:
    """The lines of one kind, in print order."""
    return tuple(claim for claim in claims if kind(claim) == wanted)
