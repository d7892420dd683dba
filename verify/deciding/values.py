"""What a relation says of values: of limits, each of which is proved first, and of sides that are real.

A limit with a proved value (`verify.asymptotics`) is that value: the relation with the values put in is the relation, and what
proves or refutes the one does so with the other.  An order relation that is proved of the difference of its sides holds where
they are real (`verify.regularity.reality`).

What a verdict is told with must be able to hold.  Assumptions on the symbols are asked elsewhere (`verify.regularity`); here it
is the conditions of the domain: max(z, 1) says nothing where Im z > 1, and the geometric series nothing where b > 2.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Any

import sympy
from sympy.core.relational import Relational
from sympy.logic.boolalg import Boolean

from verify.asymptotics.growth import INFINITE
from verify.asymptotics.limits import Taken, Valued, without_limits
from verify.asymptotics.scales import SIGN_OF, sign_by, sign_of_constant
from verify.balls import enclose
from verify.calculus.indefinite import MEANING, Slopes, has_indefinite, slopes
from verify.closed_forms.derivatives import with_classical_derivatives
from verify.closed_forms.derivatives_by_cases import with_derivatives_by_cases
from verify.closed_forms.finite_sums import with_finite_sums
from verify.closed_forms.opened import opened_up
from verify.deciding.finding import Finding, readable, undecided
from verify.deciding.somewhere import is_somewhere_defined
from verify.errors import GiveUp
from verify.orders.provisos import implied
from verify.points.domain import Domain
from verify.points.plan import Point
from verify.points.term_by_term import certified_sign
from verify.proofs.definedness import dropped, exists_where, moved_needs, needs, open_needs
from verify.quantities.symbols import may_be_infinite, misused_infinity
from verify.refuting.comparison import CONFIRMING_BITS as BITS
from verify.regularity.conditions import must_not_vanish
from verify.regularity.definitions import RULES, by_definitions
from verify.regularity.known_functions import all_known
from verify.regularity.principal_values import HEADS, with_principal_values
from verify.regularity.reality import must_be_real
from verify.regularity.side_conditions import as_conditions
from verify.regularity.written import has_a_number, is_defined
from verify.solving.charts import chart_of
from verify.terms.dependence import held_though_changing
from verify.terms.requirements import Exists, Requirement, outermost
from verify.terms.survey import NO_NUMBERS, TooBig, rebuilt, survey
from verify.verdicts import UP_TO_A_CONSTANT, Counterexample, Evidence, Grade, Outcome, Shape
from verify.wording import words

FIRST_TERMS = "first terms"
NOWHERE_DEFINED = "a part drops out of the line that is not known to be defined anywhere"
ENDLESS = "a symbol may be infinite by its assumptions, and infinity is no number: declare it real"
INFINITE_INSIDE = "what is no number stands inside something else"
POINTS = 8
WITH_VALUES = (sympy.Integral, sympy.Sum, sympy.Derivative, *RULES, *HEADS)


def beyond_points(
    lhs: sympy.Expr,
    rhs: sympy.Expr,
    domain: Domain,
    rel: str,
    decide: Callable[..., Finding],
    lost: tuple[sympy.Expr, ...],
) -> Finding | None:
    """Of what has no value at a point: antiderivatives by their slopes, limits by their values; None where there is neither."""
    try:
        found = survey(lhs, rhs)
    except TooBig:
        return by_limits(lhs, rhs, domain, rel, decide, lost)
    if found.has(sympy.Integral) and has_indefinite(lhs, rhs):
        return by_slopes(lhs, rhs, domain, rel, decide, lost)
    return by_limits(lhs, rhs, domain, rel, decide, lost) if found.has(sympy.Limit) else None


def by_limits(
    lhs: sympy.Expr,
    rhs: sympy.Expr,
    domain: Domain,
    rel: str,
    decide: Callable[..., Finding],
    lost: tuple[sympy.Expr, ...],
) -> Finding:
    """The relation between the values of its limits."""
    if _misuses_infinity(lhs, rhs):
        return undecided(INFINITE_INSIDE)
    try:
        valued = without_limits((lhs, rhs), sign_by(partial(_sign, domain)))
    except GiveUp as problem:
        return undecided(f"no value of a limit is proved: {problem}")
    gone = _gone(valued, (lhs, rhs))
    if gone is None or not may_hold(gone, domain):
        return undecided(NOWHERE_DEFINED)
    left, right = valued.sides
    lost = (*lost, *gone)
    if left in INFINITE or right in INFINITE:
        return _of_infinity(valued, rel, domain, lost)
    if any(misused_infinity(side, at_top=False) is not None for side in (left, right)):
        return undecided("a limit is infinite, and stands beside something else")
    found = decide(left, right, domain, rel, lost=lost)
    return found if found.outcome is Outcome.UNDECIDED else found.retold(partial(_of_limits, valued))


def by_slopes(
    lhs: sympy.Expr,
    rhs: sympy.Expr,
    domain: Domain,
    rel: str,
    decide: Callable[..., Finding],
    lost: tuple[sympy.Expr, ...],
) -> Finding:
    """The equation between antiderivatives, asked of their slopes (`verify.calculus.indefinite`)."""
    if rel != "==":
        return undecided("an indefinite integral is no number, and stands in no order")
    try:
        found = slopes(lhs, rhs, domain.conditions)
    except GiveUp as problem:
        return undecided(str(problem))
    return of_slopes(found, decide(found.lhs, found.rhs, domain, lost=lost))


def of_slopes(asked: Slopes, finding: Finding) -> Finding:
    """What is found of the slopes of both sides, said of the line."""
    if finding.outcome is Outcome.UNDECIDED:
        return finding
    if finding.outcome is Outcome.REFUTED and asked.may_jump:
        return undecided("the slopes differ at a place at which an integrand may jump")
    is_refuted = finding.outcome is Outcome.REFUTED
    condition = () if asked.has_constant or is_refuted else (UP_TO_A_CONSTANT,)
    meaning = "The slopes of both sides are compared." if is_refuted else MEANING.format(words(asked.variable))

    def tell(told: Evidence) -> Evidence:
        return replace(told, detail=f"{meaning} {told.detail}").provided(condition)

    return finding.retold(tell)


def _without_lost_limits(lost: tuple[Any, ...], domain: Domain) -> tuple[Any, ...] | None:
    """What is lost, with the values of its limits in it; None where one has no value that is proved to be finite.

    0 · lim sin t is no zero.
    """
    with_limits = [part for part in lost if part.has(sympy.Limit)]
    if not with_limits:
        return lost
    inside = tuple(part.args[0] if isinstance(part, Requirement) else part for part in with_limits)
    try:
        valued = without_limits(inside, sign_by(partial(_sign, domain)))
    except GiveUp:
        return None
    gone = _gone(valued, inside)
    if gone is None or any(side in INFINITE for side in valued.sides):
        return None
    left = tuple(part for part in lost if part not in with_limits)
    pairs = zip(with_limits, valued.sides, strict=True)
    still = (
        part.func(side, *part.args[1:]) if isinstance(part, Requirement) else side
        for part, side in pairs
        if not isinstance(part, Exists)
    )
    return (*left, *still, *gone)


def _sign(domain: Domain, constant: Any) -> int | None:
    found = sign_of_constant(constant)
    return SIGN_OF.get(certified_sign(constant, domain)) if found is None and domain.conditions else found  # type: ignore[arg-type]


def _of_limits(valued: Valued, told: Evidence) -> Evidence:
    return replace(told, detail=f"{_told(valued)} {told.detail}")


def _told(valued: Valued) -> str:
    """What was put in, in one sentence."""
    bound = {one.variable for one in valued.taken}
    outermost_ones = [(limit, found) for limit, found in valued.values.items() if bound.isdisjoint(limit.free_symbols)]
    shown = "; ".join(f"{words(limit)} = {words(found)}" for limit, found in outermost_ones[:2])
    return (
        f"By the first terms of its expansion, {shown}." if len(shown) < 200 else "Each limit is replaced by its value."
    )


def _of_infinity(valued: Valued, rel: str, domain: Domain, lost: tuple[Any, ...]) -> Finding:
    """lim = oo says that the function grows beyond every bound; beside a finite side, or the other infinity, that is decided.

    At a point of the domain at which all is defined: there the other side has a finite value, or is infinite as well.
    """
    left, right = valued.sides
    finite = [side for side in valued.sides if side not in INFINITE]
    if rel != "==" or any(side.has(*NO_NUMBERS) for side in finite):
        return undecided("a side is infinite, which this relation says nothing of")
    parts = [*lost, *must_not_vanish(finite)]
    points = domain.points(0, POINTS)
    if not any(is_defined(parts, point, BITS) and all(_is_finite(side, point) for side in finite) for point in points):
        return undecided("a side is infinite, and the other is not certainly defined at a point")
    if left == right:
        conditions = readable(as_conditions(lost), domain)
        return Finding(Outcome.PROVED, Grade.EXACT, Evidence(FIRST_TERMS, _told(valued), conditions=conditions))
    against = Counterexample((), words(left), words(right), Shape.GROWTH)
    return Finding(Outcome.REFUTED, Grade.EXACT, Evidence(FIRST_TERMS, _told(valued), against))


def _is_finite(side: Any, point: dict[Any, Any]) -> bool:
    try:
        return bool(enclose(side, {s: point[s] for s in side.free_symbols}, BITS).is_finite())
    except (GiveUp, KeyError):
        return False


# --- what drops out -------------------------------------------------------------------------------


def without_a_meaning(lhs: Any, rhs: Any, domain: Domain) -> str | None:
    """Why the line says nothing: a symbol may be infinite (oo + 1 > oo is false, and oo - oo nothing), or one is held constant and is not."""
    if any(map(may_be_infinite, domain.symbols)):
        return ENDLESS
    said = (lhs, rhs, *domain.conditions)
    with suppress(TooBig):
        if not survey(*said).has(sympy.Derivative):
            return None
    held = held_though_changing(said)
    return (
        None
        if held is None
        else f"a derivative beside {words(held)} says that something changes which is held constant there"
    )


def with_known_values(
    lhs: Any, rhs: Any, domain: Domain, lost: tuple[Any, ...]
) -> tuple[Any, Any, tuple[Any, ...]] | None:
    """Both sides by definitions and on their strips, with what they needed and no longer show among what is lost.

    0 · ∫_0^1 du/u is no zero, and floor(x) Γ(n) for 0 < x < 1 is undefined at the poles of Γ.  None where what drops out is
    not known to be defined at a point of the domain.
    """

    if not (lost or _may_have_values(lhs, rhs)):
        return lhs, rhs, lost
    settled = _without_lost_limits(lost, domain)
    if settled is None:
        return None
    lost = settled
    opened = opened_up((lhs, rhs), domain)
    if opened is None or not may_hold(opened[1], domain):
        return None
    (lhs, rhs), summed = with_finite_sums(opened[0], domain)
    if not may_hold(summed, domain):
        return None
    lost = (*lost, *opened[1], *summed)

    def apply(part: Any) -> Any:
        carried_out = with_derivatives_by_cases(with_classical_derivatives(part))
        return with_principal_values(by_definitions((carried_out,), domain), domain)[0]

    try:
        known = (apply(lhs), apply(rhs))
        if known == (lhs, rhs):
            return lhs, rhs, lost
        if _misuses_infinity(lhs, rhs):
            return None
        gone = dropped((lhs, rhs), apply, shown=known) if all_known((lhs, rhs), known, apply) else None
    except (TypeError, ValueError, ZeroDivisionError):  # SymPy has no remainder by 0, and compares no zoo
        return None
    return None if gone is None or not may_hold(gone, domain) else (*known, (*lost, *gone))


def _may_have_values(lhs: Any, rhs: Any) -> bool:
    """Does something stand there that a definition, a strip or a rule of derivatives speaks of?"""
    try:
        return survey(lhs, rhs).has(*WITH_VALUES)
    except TooBig:
        return True


def _misuses_infinity(lhs: Any, rhs: Any) -> bool:
    """Is oo (or zoo) put into something?  zoo^0 is 1 to SymPy."""
    return any(misused_infinity(side) is not None for side in (lhs, rhs))


def may_hold(needs: tuple[Any, ...], domain: Domain, seed: int = 0, seen: Iterable[Point] = ()) -> bool:
    """Is all of it met together at a point of the domain?  Unless it is, a proof provided that it holds may speak of nothing.

    What speaks of a bound variable is no condition.
    """
    spoken = frozenset[Any]().union(*(need.free_symbols for need in needs))
    if any(isinstance(symbol, sympy.Dummy) for symbol in spoken - set(domain.symbols)):
        return False
    return is_not_excluded(needs, domain) and is_somewhere_defined(needs, domain, seed, seen)


def _gone(valued: Valued, sides: tuple[Any, Any]) -> tuple[Any, ...] | None:
    """What both sides needed that their values no longer show, and each limit of its function; None if that may hold nowhere."""
    letters = {limit: sympy.Dummy("limit") for limit in valued.values}
    known = {letters[limit]: found for limit, found in valued.values.items()}

    def hidden(part: Any) -> Any:
        if not isinstance(part, sympy.Basic) or not part.has(sympy.Limit):
            return part
        return letters[part] if part in letters else rebuilt(part, map(hidden, part.args))

    def apply(part: Any) -> Any:
        return part.xreplace(known)

    written = tuple(map(hidden, sides))
    gone = dropped(written, apply, shown=valued.sides)
    endless = {part: None for found in valued.values.values() for part in outermost(found)}
    exist = open_needs((Exists(part) for part in endless if not any(side.has(part) for side in valued.sides)), None)
    if gone is None or exist is None or not all_known(written, valued.sides, apply):
        return None
    gone = (*gone, *exist)
    bound = {one.variable for one in valued.taken}
    for one in valued.taken:
        function = hidden(one.function)
        inside = _needed_inside(one, function, apply, bound)
        if inside is None or not all_known((function,), valued.sides, moving={one.variable}):
            return None
        gone += inside
    return tuple(dict.fromkeys(gone))


def _needed_inside(one: Taken, function: Any, apply: Callable[[Any], Any], bound: set[Any]) -> tuple[Any, ...] | None:
    """What the function of a limit needs of its parameters; what it needs of its variable was seen on the way, if it is there still."""
    shown = set(needs([one.valued]))
    moved = moved_needs([function], apply)
    found = open_needs((n for n in moved if not (one.variable in n.free_symbols and n in shown)), None)
    if found is None or not all_known((function,), (one.valued,), apply):
        return None
    left = tuple(need for need in found if bound.isdisjoint(need.free_symbols))
    moving = (need for need in found if need not in left)
    return left if all(_vanishes_at_single_places(need, bound) for need in moving) else None


def _vanishes_at_single_places(need: Any, bound: set[Any]) -> bool:
    """A polynomial in one variable of a limit has few zeros, and the way to the point misses them in the end."""
    variables = bound & need.free_symbols
    if isinstance(need, Requirement) or len(variables) != 1 or not need.is_polynomial(*variables):
        return False
    return has_a_number(need, *variables)


# --- what the conditions exclude -------------------------------------------------------------------


def is_not_excluded(needs: Iterable[Any], domain: Domain) -> bool:
    """May integrals and sums exist where the conditions of the domain hold?"""
    bound = [need.args[0] for need in needs if isinstance(need, Exists)]
    if not domain.conditions or not bound:
        return True
    chart = chart_of(domain.conditions)
    return all(exists_where(chart.apply(part)) is not None for part in bound)


# --- sides that are real ---------------------------------------------------------------------------


def where_real(
    finding: Finding,
    sides: tuple[sympy.Expr, sympy.Expr],
    domain: Domain,
    decide: Callable[..., Finding],
    lost: tuple[sympy.Expr, ...] = (),
) -> Finding:
    """The proof with the conditions under which both sides are real, less those that are proved on the domain."""
    if finding.outcome is not Outcome.PROVED:
        return finding
    asked = dict.fromkeys(c for side in sides for c in must_be_real(side))
    if asked and not is_somewhere_defined((*must_not_vanish(sides), *lost), domain, also=asked):
        return undecided("at none of the points tried both sides are real")
    told = readable([c for c in asked if not _is_certain(c, domain, decide)], domain)
    return finding.retold(lambda evidence: evidence.provided(told)) if told else finding


def _is_certain(condition: Boolean, domain: Domain, decide: Callable[..., Finding]) -> bool:
    if implied(condition, domain):
        return True
    if not isinstance(condition, Relational):
        return False
    found = decide(condition.lhs, condition.rhs, domain, condition.rel_op)
    return found.outcome is Outcome.PROVED and not found.evidence.conditions
