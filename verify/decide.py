"""Decides one relation on a domain: refute first, then prove, then admit what is left.

The order is the argument.  A counterexample is a certificate by itself (see
`verify.refute`), so it is sought first; a proof comes from an exact procedure (see
`verify.exact`, `verify.inequality`), which never answers *false*; the two can therefore
not disagree unless one of them is wrong, and the fuzz tests look for that.  Rewriting by
the computer-algebra system comes last and is labelled `symbolic`; agreement of
enclosures without a proof is labelled `ball`, and counts only where nothing can switch out
of sight (`verify.one_piece`).  Whatever remains is undecided.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cached_property, partial

import sympy
from sympy.logic.boolalg import Boolean

from verify import wording
from verify.domain import Domain
from verify.exact import Proof, are_rational, by_normal_form, normal_difference, prove_equal
from verify.inequality import certified_sign
from verify.one_piece import doubt, without_conditions
from verify.orders import EqualSides, settle_order
from verify.refute import SIGNS, Agrees, Hunt, Refuted, Unknown, compare
from verify.refute import Finding as Order
from verify.sampling import Point
from verify.trial_functions import instances
from verify.verdicts import Counterexample, Evidence, Grade, Outcome, Reason
from verify.wording import name

POINTS = 8
FIRST_POINTS = 2
"""Looked at before a proof: a false claim rarely survives them, and a true one should not pay for more."""
SYMBOLIC_LIMIT = 400  # operations; beyond this `simplify` costs more than its answer is worth


@dataclass(frozen=True)
class Finding:
    """An outcome with its grade and evidence.

    What takes longer to say than to find (the conditions of a proof, a counterexample in
    simple numbers) is put into words by `tell`, when somebody reads `evidence`.
    """

    outcome: Outcome
    grade: Grade | None
    tell: Evidence | Callable[[], Evidence]
    refuted: Refuted | None = None

    @cached_property
    def evidence(self) -> Evidence:
        return self.tell() if callable(self.tell) else self.tell

    @property
    def point(self) -> Point:
        """The exact counterexample, for further use.  Raises ValueError where there is none."""
        if self.refuted is None:
            raise ValueError(f"outcome={self.outcome}: there is no counterexample; expected a refutation at a point")
        return dict(self.refuted.point)

    def retold(self, tell: Callable[[Evidence], Evidence]) -> Finding:
        """The same finding in other words, which `tell` makes of these."""
        return replace(self, tell=lambda: tell(self.evidence))


def decide(
    lhs: sympy.Expr,
    rhs: sympy.Expr,
    domain: Domain,
    rel: str = "==",
    *,
    seed: int = 0,
    quick: bool = False,
    proofs: bool = True,
) -> Finding:
    """Decides `lhs rel rhs` for every point of the domain.

    `quick` leaves out the symbolic last resort, and without `proofs` an equality is only
    compared at points.  Raises EmptyDomain if the domain has no point that can be sampled.
    """
    if rel == "==" and proofs:
        proof = _of_rational_functions(lhs, rhs, domain)
        if proof is not None:
            return Finding(Outcome.PROVED, Grade.EXACT, partial(_of_proof, proof))
    hunt = Hunt(lhs, rhs, domain, rel, seed, POINTS)
    if rel == "==":
        found = hunt.glance(FIRST_POINTS)
        if found is not None:
            return refutation(found)
        proof = prove_equal(lhs, rhs, domain) if proofs else None
        if proof is not None:
            return Finding(Outcome.PROVED, Grade.EXACT, partial(_of_proof, proof))
    found = hunt.sampled() or hunt.special()
    if found is not None:
        return refutation(found)
    if rel == "==":
        comparison = hunt.summary()
        refuted = _for_a_function(lhs, rhs, domain, seed) if isinstance(comparison, Unknown) else None
        if refuted is not None:
            return refuted
        return _decide_equality(lhs, rhs, domain, comparison, seed, quick or not proofs)
    return _decide_order(lhs, rhs, domain, rel, hunt)


def _of_rational_functions(lhs: sympy.Expr, rhs: sympy.Expr, domain: Domain) -> Proof | None:
    """The one case in which a proof comes first: it takes no longer than a look for counterexamples.

    With conditions it does not, because these have to leave a point.
    """
    first = lhs != rhs and not domain.conditions and are_rational(lhs, rhs)
    return by_normal_form(lhs, rhs) if first else None


def _for_a_function(lhs: sympy.Expr, rhs: sympy.Expr, domain: Domain, seed: int) -> Finding | None:
    """A refutation at a concrete choice of the undefined functions, which the line claims to hold for as well."""
    for left, right in instances(lhs, rhs):
        there = Domain(tuple(left.free_symbols | right.free_symbols | set(domain.symbols)), domain.conditions)
        found = compare(left, right, there, seed=seed, points=FIRST_POINTS)
        if isinstance(found, Refuted):
            return refutation(found).retold(_with_functions)
    return None


def _with_functions(told: Evidence) -> Evidence:
    more = "The undefined functions stand for polynomials (or their exponentials) there."
    return replace(told, detail=f"{told.detail} {more}")


def _decide_equality(
    lhs: sympy.Expr, rhs: sympy.Expr, domain: Domain, comparison: Agrees | Unknown, seed: int, quick: bool
) -> Finding:
    """What is left to say of an equality that is neither refuted nor proved."""
    if isinstance(comparison, Agrees):
        digits = f"agree to {comparison.digits} digits at {comparison.points} points"
        doubtful = _doubt(lhs, rhs, domain, seed)
        if doubtful is not None:
            return undecided(f"both sides {digits}, which is no evidence: {doubtful}")
        if not quick and _simplifies(lhs - rhs):
            detail = (
                f"Computer algebra rewrites the difference to zero, and certified enclosures of both sides {digits}."
            )
            return Finding(Outcome.CORROBORATED, Grade.SYMBOLIC, Evidence("computer algebra and enclosures", detail))
        detail = f"Certified enclosures of both sides {digits}; no procedure proves the identity."
        return Finding(Outcome.CORROBORATED, Grade.BALL, Evidence("ball arithmetic", detail))
    return undecided(comparison.reason)


def _doubt(lhs: sympy.Expr, rhs: sympy.Expr, domain: Domain, seed: int) -> str | None:
    """Why agreement at points may mislead: a switch to another formula, or a difference too small to be seen."""
    doubtful = doubt(lhs, rhs, domain)
    if doubtful is not None:
        return doubtful
    wide = without_conditions(lhs, rhs, domain)
    if wide is not None and isinstance(compare(lhs, rhs, wide, seed=seed, special=False), Refuted):
        return "without the conditions the same two formulas differ, so that they can differ but little with them"
    for rest in (normal_difference(lhs, rhs), lhs - rhs):
        if rest is not None and isinstance(compare(rest, sympy.S.Zero, domain, seed=seed, special=False), Refuted):
            return "where like terms are cancelled, their difference is not zero, only too small to be seen"
    return None


def _decide_order(lhs: sympy.Expr, rhs: sympy.Expr, domain: Domain, rel: str, hunt: Hunt) -> Finding:
    if any(trial.finding is Order.NOT_REAL for trial in hunt.trials):
        return undecided("an order relation says nothing where a side is not real, as at one of the points tried")
    sign = certified_sign(lhs - rhs, domain)
    if sign is not None and sign.values <= SIGNS[rel]:
        evidence = Evidence("certified sign", sign.detail, conditions=readable(sign.conditions))
        return Finding(Outcome.PROVED, Grade.EXACT, evidence)
    found = settle_order(lhs, rhs, domain, rel, hunt)
    if isinstance(found, Proof):
        return Finding(Outcome.PROVED, Grade.EXACT, partial(_of_proof, found))
    if found is not None:
        return refutation(found)
    comparison = hunt.summary()
    if isinstance(comparison, Unknown):
        return undecided(comparison.reason)
    return undecided("no counterexample among the points tried, and no procedure shows the sign of the difference")


def undecided(detail: str, reason: Reason = Reason.UNKNOWN) -> Finding:
    return Finding(Outcome.UNDECIDED, None, Evidence("none", detail, reason=reason))


def refutation(found: Refuted) -> Finding:
    exactly = isinstance(found, EqualSides)
    tell = partial(_of_equal_sides if exactly else _of_refuted, found)
    return Finding(Outcome.REFUTED, Grade.EXACT if exactly else Grade.BALL, tell, refuted=found)


def _of_refuted(found: Refuted) -> Evidence:
    point = tuple((name(symbol), wording.value(value)) for symbol, value in found.point)
    counterexample = Counterexample(point, found.lhs, found.rhs)
    words = {"==": "differ", "!=": "are equal"}.get(found.relation, "are in the wrong order")
    place = "At the counterexample" if point else "As they stand"
    detail = f"{place} the two sides {words}: {found.lhs} against {found.rhs}."
    residual = f"|lhs − rhs| ≥ {found.gap}, certified at {found.bits} bits"
    return Evidence("counterexample in ball arithmetic", detail, counterexample, residual=residual)


def _of_equal_sides(found: Refuted) -> Evidence:
    """An irrational point, at which equality is exact: no distance is to be certified."""
    point = tuple((name(symbol), wording.words(value)) for symbol, value in found.point)
    counterexample = Counterexample(point, found.lhs, found.rhs)
    detail = f"At the counterexample, an exact root, the two sides are equal: both are {found.lhs}."
    return Evidence("counterexample at an exact root", detail, counterexample)


def _of_proof(proof: Proof) -> Evidence:
    return Evidence(proof.method, proof.detail, conditions=readable(proof.conditions))


def _simplifies(difference: sympy.Expr) -> bool:
    if sympy.count_ops(difference) > SYMBOLIC_LIMIT:
        return False
    try:
        return bool(sympy.simplify(difference) == 0)
    except Exception:  # a candidate only: whatever SymPy raises, there is no candidate
        return False


def readable(conditions: Iterable[Boolean]) -> tuple[str, ...]:
    """Conditions that the assumptions do not already settle, each once, as text."""
    texts = []
    for condition in conditions:
        if condition is sympy.true or _settled(condition):
            continue
        texts.append(wording.condition(condition))
    return tuple(dict.fromkeys(texts))


def _settled(condition: Boolean) -> bool:
    if not isinstance(condition, sympy.core.relational.Relational):
        return False
    difference = condition.lhs - condition.rhs
    if isinstance(condition, sympy.Ne):
        return bool(difference.is_nonzero)
    if isinstance(condition, sympy.StrictGreaterThan):
        return bool(difference.is_positive)
    if isinstance(condition, sympy.GreaterThan):
        return bool(difference.is_nonnegative)
    return False
