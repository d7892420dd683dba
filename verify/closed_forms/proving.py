"""Every procedure that proves an equation on a domain: those of `verify.proofs`, then those of this room."""

from __future__ import annotations

from typing import Any

from verify.closed_forms.contiguous import prove_by_contiguity
from verify.closed_forms.creative import prove_by_recurrence
from verify.points.domain import Domain
from verify.proofs.equality import prove_with_exceptions
from verify.proofs.proof import Proof


def prove_on(lhs: Any, rhs: Any, domain: Domain) -> Proof | None:
    """A proof, perhaps with exceptions, or None, which never means *false*."""
    proof = prove_with_exceptions(lhs, rhs, domain) or prove_by_contiguity(lhs, rhs, domain)
    return proof or prove_by_recurrence(lhs, rhs)
