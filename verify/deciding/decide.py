"""Decides one relation on a domain: refute first, then prove, then admit what is left.

The order is the argument.  A counterexample is a certificate by itself (see `verify.refuting.hunt`), so it is sought first; a
proof comes from an exact procedure (see `verify.proofs.equality`, `verify.points.term_by_term`), which never answers *false*; the two
can therefore not disagree unless one of them is wrong, and the fuzz tests look for that.  Rewriting by the computer-algebra system comes
last and is labelled `symbolic`; agreement of enclosures without a proof is labelled `ball`, and counts only where nothing can
switch out of sight (`verify.refuting.one_piece`).  Whatever remains is undecided.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import sympy
from sympy.logic.boolalg import Boolean

from verify import wording
from verify.closed_forms.creative import prove_on
from verify.deciding import sentences
from verify.deciding.agreement import CONSTANTS, compares_constants, weigh
from verify.deciding.exceptions import Examined, examine
from verify.deciding.finding import Finding, readable, refutation, undecided, with_numbers
from verify.deciding.somewhere import is_somewhere_defined
from verify.deciding.values import (
    NOWHERE_DEFINED,
    beyond_points,
    is_not_excluded,
    may_hold,
    where_real,
    with_known_values,
    without_a_meaning,
)
from verify.errors import ClaimError
from verify.normal_form.signs import sign_set
from verify.orders.settle import EqualSides, settle_order
from verify.points import evaluation
from verify.points.domain import Domain
from verify.points.term_by_term import certified_sign
from verify.proofs.definedness import moved, unseen
from verify.proofs.equality import (
    are_rational,
    by_normal_form,
    closed,
    closed_forms,
    no_longer_shown,
    normal_difference,
)
from verify.proofs.proof import Proof
from verify.refuting.comparison import CONFIRMING_BITS
from verify.refuting.comparison import Finding as Order
from verify.refuting.constants_inside import hangs_on_constants
from verify.refuting.counterexample import Refuted
from verify.refuting.hunt import Agrees, Hunt, Unknown, compare
from verify.refuting.trial_functions import instances
from verify.regularity.conditions import must_not_vanish, not_vacuous
from verify.regularity.existence import existence, has_an_endless_integral
from verify.regularity.side_conditions import as_conditions
from verify.regularity.written import is_defined
from verify.solving.bound_names import apart
from verify.terms.requirements import BOUND, Exists, Requirement, may_be_at_an_end, outermost
from verify.terms.sign_algebra import TRUE_FOR, Signs
from verify.terms.survey import NO_NUMBERS, TooBig, free_symbols, parts_of, survey
from verify.verdicts import Evidence, Grade, Outcome

__all__ = ["Finding", "decide", "readable", "refutation", "undecided"]

evaluation.install()  # before anything is decided in this process

POINTS = 8
FIRST_POINTS = 2
"""Looked at before a proof: a false claim rarely survives them, and a true one should not pay for more."""
UNDEFINED = "at none of the points tried both sides are defined"
SYMBOLIC_LIMIT = 400  # operations; beyond this `simplify` costs more than its answer is worth


def decide(
    lhs: sympy.Expr,
    rhs: sympy.Expr,
    domain: Domain,
    rel: str = "==",
    *,
    seed: int = 0,
    quick: bool = False,
    proofs: bool = True,
    lost: tuple[sympy.Expr, ...] = (),
) -> Finding:
    """Decides `lhs rel rhs` for every point of the domain.

    `lost` are parts that must not vanish for the claim as written to be defined, although lhs and rhs no longer show them
    (`verify.regularity.written`, `verify.proofs.definedness`): they belong to what is told, and where they are not met nothing is
    refuted.  What stays open is looked at once more on the points that meet them, which may be shown with them as conditions.
    `quick` leaves out the symbolic last resort, and without `proofs` an equality is only compared at points.
    Raises EmptyDomain if the domain has no point that can be sampled.
    """
    why = without_a_meaning(lhs, rhs, domain)
    if why is not None:
        return undecided(why)
    ask = partial(decide, seed=seed, quick=quick, proofs=proofs)
    found = beyond_points(lhs, rhs, domain, rel, ask, lost)
    if found is not None:
        return found
    known = with_known_values(lhs, rhs, domain, lost)
    if known is None:
        return undecided(NOWHERE_DEFINED)
    lhs, rhs, lost = known
    finding = _decide(lhs, rhs, domain, rel, seed, quick, proofs, lost)
    if proofs and finding.outcome is Outcome.UNDECIDED and _has(lhs, rhs, *BOUND):
        finding = _with_closed_forms(lhs, rhs, domain, rel, seed, quick, lost) or finding
    met = [c for c in as_conditions(lost) if not isinstance(c, Requirement) and c not in domain.conditions]
    if finding.outcome is not Outcome.UNDECIDED or not met:
        return finding
    try:
        narrower = Domain(domain.symbols, (*domain.conditions, *met))
        again = _decide(lhs, rhs, narrower, rel, seed, quick, proofs, lost)
    except ClaimError:  # no point meets them, or they are nothing that a domain can hold
        return finding
    if again.outcome is Outcome.UNDECIDED:
        return finding
    # The narrower domain implies what was lost; the one that was asked about may not.
    return (
        again if again.outcome is Outcome.REFUTED else again.retold(lambda told: told.provided(readable(met, domain)))
    )


def _with_closed_forms(
    lhs: sympy.Expr, rhs: sympy.Expr, domain: Domain, rel: str, seed: int, quick: bool, lost: tuple[sympy.Expr, ...]
) -> Finding | None:
    """What is found of the values of its integrals and series, if each has one that is confirmed.

    Few enclosures reach an endless range, a proved value does: where what it rests on does not vanish, the two relations are one.
    """
    left, right, exceptions, _ = closed_forms(lhs, rhs)
    if (left, right) == (lhs, rhs) or left.has(*BOUND, *NO_NUMBERS) or right.has(*BOUND, *NO_NUMBERS):
        return None
    exists = no_longer_shown((lhs, rhs), (left, right))
    if exists is None:
        return None
    needed_here = (*(moved(need, closed) for need in must_not_vanish((lhs, rhs))), *exists)
    gone = (*unseen(needed_here, (left, right)), *exceptions)
    found = _decide(left, right, domain, rel, seed, quick, True, (*lost, *gone))
    if found.outcome is Outcome.UNDECIDED:
        return None
    needed = readable(as_conditions(exceptions), domain) if found.outcome is Outcome.PROVED else ()
    known = "Each integral and series is replaced by its value, which is proved."
    return found.retold(partial(_of_the_values, known, needed))


def _of_the_values(known: str, needed: tuple[str, ...], told: Evidence) -> Evidence:
    """Where a value has an exception the line may say something else: there it was not looked at."""
    restrictions = tuple(dict.fromkeys((*told.restrictions, *needed)))
    return replace(told, detail=f"{known} {told.detail}", restrictions=restrictions).provided(needed)


def _decide(
    lhs: sympy.Expr,
    rhs: sympy.Expr,
    domain: Domain,
    rel: str,
    seed: int,
    quick: bool,
    proofs: bool,
    lost: tuple[sympy.Expr, ...],
) -> Finding:
    bound = _has(lhs, rhs, *BOUND)
    if bound:
        lhs, rhs = apart((lhs, rhs), domain.symbols)
    if _has(lhs, rhs, sympy.Derivative):
        discrete = _discrete_derivative(lhs, rhs)
        if discrete is not None:
            return undecided(f"{wording.words(discrete)} is a derivative by a symbol that takes no continuous values")
        lost = (*lost, *_closed_variables(lhs, rhs))
    if rel == "==" and proofs:
        proof = _of_rational_functions(lhs, rhs, domain)
        if proof is not None and _may_hold((), lost) and is_somewhere_defined(lost, domain, seed):
            told = partial(_of_equality, as_written(proof, lost), (lhs, rhs), domain)
            return Finding(Outcome.PROVED, Grade.EXACT, told)
    hunt = Hunt(lhs, rhs, domain, rel, seed, POINTS, lost=lost)
    if rel == "==":
        is_sooner_proved = bound and proofs and not domain.conditions and has_an_endless_integral(lhs, rhs)
        found = None if is_sooner_proved else hunt.glance(FIRST_POINTS)
        if found is not None:
            return refutation(found)
        if quick and (refuted := _for_a_function(lhs, rhs, domain, seed, lost)) is not None:
            return refuted  # most lines that are asked about quickly are false
        proof = prove_on(lhs, rhs, domain) if proofs else None
        if proof is not None and _may_hold((*proof.nonzero, *proof.exceptions), lost):
            return _proved(as_written(proof, lost), hunt)
        if bound and proofs and not hunt.enclosed:
            valued = _with_closed_forms(lhs, rhs, domain, rel, seed, quick, lost)
            if valued is not None:
                return valued  # where nothing is enclosed, the other points show no more
    found = hunt.sampled() or hunt.special()
    if found is not None:
        return refutation(found)
    if rel == "==":
        comparison = hunt.summary()
        refuted = _for_a_function(lhs, rhs, domain, seed, lost) if isinstance(comparison, Unknown) else None
        if refuted is not None:
            return refuted
        if isinstance(comparison, Unknown):
            return undecided(comparison.reason) if quick else with_numbers(comparison.reason, hunt, lost)
        return _of_agreement(lhs, rhs, hunt, comparison, seed, quick or not proofs)
    ordered = _decide_order(lhs, rhs, domain, rel, hunt, lost)
    if rel == "!=":
        return ordered
    return where_real(ordered, (lhs, rhs), domain, partial(decide, seed=seed, quick=True), lost)


def _has(lhs: sympy.Expr, rhs: sympy.Expr, *heads: type) -> bool:
    try:
        return survey(lhs, rhs).has(*heads)
    except TooBig:
        return True


def _derivatives(*sides: sympy.Expr) -> list[sympy.Derivative]:
    return [part for side in sides if isinstance(side, sympy.Basic) for part in parts_of(side, sympy.Derivative)]


def _discrete_derivative(lhs: sympy.Expr, rhs: sympy.Expr) -> sympy.Derivative | None:
    return next((d for d in _derivatives(lhs, rhs) if any(v.is_rational or v.is_zero for v in d.variables)), None)


def _closed_variables(lhs: sympy.Expr, rhs: sympy.Expr) -> tuple[sympy.Expr, ...]:
    """Variables of derivatives that may be at a closed end of their range, where there is no derivative."""
    variables = {v for d in _derivatives(lhs, rhs) for v in d.variables}
    return tuple(v for v in variables if may_be_at_an_end(v))


def _may_hold(parts: tuple[sympy.Expr, ...], lost: tuple[sympy.Expr, ...]) -> bool:
    """Can what a proof needs be met?  By what was `lost` no procedure has divided, so that none has noticed a zero."""
    bound = [part.args[0] if isinstance(part, Exists) else part for part in (*parts, *lost)]
    constants = [part for part in bound if not part.free_symbols and isinstance(part, sympy.Expr) and part.has(*BOUND)]
    return not_vacuous(parts) and not_vacuous(lost, identical=True) and existence(*constants) is not None


def as_written(proof: Proof, lost: tuple[sympy.Expr, ...]) -> Proof:
    """The proof with the conditions of the claim as it was written."""
    return replace(proof, nonzero=(*proof.nonzero, *lost)) if lost else proof


def _proved(proof: Proof, hunt: Hunt) -> Finding:
    """A proof, less what is false or left open on its exceptions."""
    found = examine(proof, hunt) if proof.exceptions else Examined(proof)
    if found.refuted is not None:
        where = readable(proof.conditions, hunt.domain)
        return refutation(found.refuted).retold(lambda told: _but_holds_where(told, where))
    if not may_hold((*found.proof.nonzero, *found.proof.exceptions), hunt.domain, hunt.seed, hunt.seen):
        return undecided(UNDEFINED)
    told = partial(_of_equality, found.proof, hunt.sides, hunt.domain, found.restrictions)
    return Finding(Outcome.PROVED, Grade.EXACT, told)


def _but_holds_where(told: Evidence, conditions: tuple[str, ...]) -> Evidence:
    return replace(told, detail=f"{told.detail} It is proved where {', '.join(conditions)}.")


def _of_rational_functions(lhs: sympy.Expr, rhs: sympy.Expr, domain: Domain) -> Proof | None:
    """The one case in which a proof comes first: it takes no longer than a look for counterexamples.

    With conditions it does not, because these have to leave a point at which both sides are defined; an even prime may be none.
    """
    may_be_empty = domain.conditions or any(symbol.is_prime for symbol in domain.symbols)
    return by_normal_form(lhs, rhs) if lhs != rhs and not may_be_empty and are_rational(lhs, rhs) else None


def _for_a_function(
    lhs: sympy.Expr, rhs: sympy.Expr, domain: Domain, seed: int, lost: tuple[sympy.Expr, ...]
) -> Finding | None:
    """A refutation at a concrete choice of the undefined functions, which the line claims to hold for as well."""
    required = tuple(part for part in lost if isinstance(part, Requirement))
    for left, right, *parts in instances(lhs, rhs, *(part for part in lost if not isinstance(part, Requirement))):
        there = Domain(tuple({*free_symbols(left), *free_symbols(right), *domain.symbols}), domain.conditions)
        found = compare(left, right, there, seed=seed, points=FIRST_POINTS, lost=(*parts, *required))
        if isinstance(found, Refuted):
            return refutation(found).retold(_with_functions)
    return None


def _with_functions(told: Evidence) -> Evidence:
    more = "The undefined functions stand for polynomials (or their exponentials) there."
    return replace(told, detail=f"{told.detail} {more}")


def _of_agreement(lhs: sympy.Expr, rhs: sympy.Expr, hunt: Hunt, comparison: Agrees, seed: int, quick: bool) -> Finding:
    """What agreement at points amounts to, where no procedure proves the equality (`verify.deciding.agreement`)."""
    digits = f"agree to {comparison.digits} digits at {comparison.points} points"
    found = weigh(hunt, seed)
    if isinstance(found, Refuted):
        return refutation(found)
    doubtful = found if isinstance(found, str) else _cancelled(lhs, rhs, hunt.domain, seed)
    if doubtful is None and (compares_constants(lhs, rhs) or hangs_on_constants(hunt, seed)):
        doubtful = CONSTANTS
    if doubtful is not None:
        return undecided(f"both sides {digits}, which is no evidence: {doubtful}")
    assert not isinstance(found, str)
    exists = existence(lhs, rhs)
    if exists is None:
        exists = tuple(Exists(part) for side in (lhs, rhs) for part in outermost(side))
    defined = (*must_not_vanish((lhs, rhs)), *hunt.lost, *exists)
    if not not_vacuous(defined):
        return undecided("what must hold for both sides to be defined seems to hold nowhere")
    tell = partial(_of_enclosures, digits, hunt.domain, (*found, *as_conditions(defined)), found)
    if not quick and _simplifies(lhs - rhs):
        return Finding(Outcome.CORROBORATED, Grade.SYMBOLIC, partial(tell, "computer algebra and enclosures"))
    return Finding(Outcome.CORROBORATED, Grade.BALL, partial(tell, "ball arithmetic"))


def _of_enclosures(
    digits: str, domain: Domain, conditions: tuple[Boolean, ...], restrictions: tuple[Boolean, ...], method: str
) -> Evidence:
    detail = (
        f"Certified enclosures of both sides {digits}; no procedure proves the identity."
        if method == "ball arithmetic"
        else f"Computer algebra rewrites the difference to zero, and certified enclosures of both sides {digits}."
    )
    told, restricted = readable(conditions, domain), readable(restrictions, domain)
    return Evidence(method, detail, conditions=told, restrictions=restricted)


def _cancelled(lhs: sympy.Expr, rhs: sympy.Expr, domain: Domain, seed: int) -> str | None:
    """Whether the difference, with like terms cancelled, is seen not to be zero."""
    for rest in (normal_difference(lhs, rhs), lhs - rhs):
        if rest is not None and isinstance(compare(rest, sympy.S.Zero, domain, seed=seed, special=False), Refuted):
            return "where like terms are cancelled, their difference is not zero, only too small to be seen"
    return None


def _where_defined(lhs: sympy.Expr, rhs: sympy.Expr, lost: tuple[sympy.Expr, ...]) -> tuple[sympy.Expr, ...] | None:
    """What must hold for both sides to be defined; None if one of them may be defined nowhere."""
    exists = existence(lhs, rhs)
    nonzero = (*must_not_vanish((lhs, rhs)), *lost)
    return None if exists is None or not not_vacuous(nonzero) else (*nonzero, *exists)


def _decide_order(
    lhs: sympy.Expr, rhs: sympy.Expr, domain: Domain, rel: str, hunt: Hunt, lost: tuple[sympy.Expr, ...]
) -> Finding:
    if any(trial.finding is Order.NOT_REAL for trial in hunt.trials):
        return undecided("an order relation says nothing where a side is not real, as at one of the points tried")
    defined = _where_defined(lhs, rhs, lost)
    if defined is None or not is_not_excluded(defined, domain):
        return undecided("it is not known whether an integral, sum or product in it exists")
    by_terms = certified_sign(lhs - rhs, domain)
    sign = sign_set(lhs - rhs) if by_terms is None else by_terms
    if sign is not None and sign <= TRUE_FOR[rel]:
        if not is_somewhere_defined(defined, domain, hunt.seed, hunt.seen):
            return undecided(UNDEFINED)
        conditions = readable(as_conditions(defined), domain)
        tell = partial(_of_sign, lhs, rhs, sign, by_terms is not None, conditions)
        return Finding(Outcome.PROVED, Grade.EXACT, tell)
    found = settle_order(lhs, rhs, domain, rel, hunt)
    if isinstance(found, Proof):
        proof = as_written(found, defined)
        if not is_somewhere_defined((*proof.nonzero, *proof.exceptions), domain, hunt.seed, hunt.seen):
            return undecided(UNDEFINED)
        return Finding(Outcome.PROVED, Grade.EXACT, partial(_of_proof, proof, domain))
    if found is not None and _is_met_at(found, lost):
        return refutation(found)
    comparison = hunt.summary()
    if isinstance(comparison, Unknown):
        return undecided(comparison.reason)
    return undecided("no counterexample among the points tried, and no procedure shows the sign of the difference")


def _is_met_at(found: Refuted, lost: tuple[sympy.Expr, ...]) -> bool:
    """Is the claim as written defined at the point?  At rational points the hunt has seen to that."""
    return not isinstance(found, EqualSides) or is_defined(lost, dict(found.point), CONFIRMING_BITS)


def _of_proof(proof: Proof, domain: Domain, restrictions: tuple[Boolean, ...] = ()) -> Evidence:
    return Evidence(
        proof.method,
        proof.detail,
        conditions=readable(proof.conditions, domain),
        restrictions=readable(restrictions, domain),
    )


def _of_sign(lhs: sympy.Expr, rhs: sympy.Expr, sign: Signs, by_terms: bool, conditions: tuple[str, ...]) -> Evidence:
    why = sentences.why_of_one_sign(lhs - rhs) if by_terms else ", as its normal form shows"
    detail = f"{sentences.difference(lhs, rhs)} is {sign}{why}."
    return Evidence("certified sign", detail, conditions=conditions)


def _of_equality(
    proof: Proof, sides: tuple[sympy.Expr, sympy.Expr], domain: Domain, restrictions: tuple[Boolean, ...] = ()
) -> Evidence:
    told = _of_proof(proof, domain, restrictions)
    return replace(told, detail=sentences.the_same(proof.method, *sides) or told.detail)


def _simplifies(difference: sympy.Expr) -> bool:
    if sympy.count_ops(difference) > SYMBOLIC_LIMIT:
        return False
    try:
        return bool(sympy.simplify(difference) == 0)
    except Exception:  # a candidate only: whatever SymPy raises, there is no candidate
        return False
