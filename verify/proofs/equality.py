"""Decision procedures that prove an equation exactly: the front door.

`prove_equal(lhs, rhs)` answers a `Proof`, or None, which means "not shown" and never
"false".  The procedures, each with its own argument in its own module, in the order in
which they are tried:

1. normal form over polynomials in kernels (`verify.normal_form.normaliser`), constants as exact
   numbers (`verify.points.exact_numbers`);
2. sign cases for Abs, sign, Max, Min, Piecewise, Heaviside: with linear switches
   (`verify.proofs.linear_sign_cases`), else with charts for conditions that link symbols
   (`verify.solving.charts`, `verify.proofs.sign_cases`) and the rest of the procedures on every region;
3. equal squares and equal signs;
4. equal derivatives and one point (`verify.proofs.equal_derivatives`), derivatives and integrals of undefined
   functions (`verify.solving.jets`, `verify.solving.integrals_of_functions`);
5. sums and integrals with a known value (`verify.proofs.known_values`), definite integrals by a
   confirmed antiderivative (`verify.proofs.integrals`), series by a closed form, finite sums by
   induction (`verify.proofs.sums`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

import sympy

from verify.errors import GiveUp
from verify.normal_form import rules
from verify.normal_form.kernels import MINUS_ONE, Form, add, multiply
from verify.normal_form.rational import are_equal
from verify.normal_form.signs import sign_set
from verify.points.exact_numbers import decide_constant
from verify.proofs.equal_derivatives import differentiate_integrals, prove_by_derivative, prove_for_functions
from verify.proofs.integrals import evaluate_integrals
from verify.proofs.known_values import with_known_values
from verify.proofs.linear_sign_cases import prove_by_linear_cases
from verify.proofs.proof import Proof
from verify.proofs.sign_cases import SWITCHED, prove_by_cases
from verify.proofs.sums import evaluate_series, prove_by_induction, with_short_sums_written_out
from verify.quantities.symbols import misused_infinity
from verify.regularity.conditions import must_not_vanish, not_vacuous
from verify.regularity.existence import existence
from verify.regularity.side_conditions import as_conditions
from verify.solving.bound_names import apart
from verify.solving.charts import chart_of
from verify.terms.requirements import BOUND, Exists, Requirement, outermost
from verify.terms.sign_algebra import NONNEGATIVE, NONPOSITIVE
from verify.terms.survey import Survey, TooBig, survey
from verify.wording import name, words

MAX_DEPTH = 2
MOST_TERMS = 200
WITH_BRANCHES = (
    sympy.log, sympy.asin, sympy.acos, sympy.atan, sympy.asinh, sympy.acosh, sympy.atanh, sympy.acot, sympy.erf, sympy.erfc,
)  # fmt: skip
FEW = 60
"""Parts of a constant that is compared as an exact number before a normal form is sought."""
REDUCED = ("normal form", "The difference of the two sides reduces to 0.")
WITH_DERIVATIVES = (*WITH_BRANCHES, sympy.elliptic_k, sympy.elliptic_e, sympy.tanh, sympy.gamma)


def prove_equal(lhs: sympy.Expr, rhs: sympy.Expr, domain: Any = None) -> Proof | None:
    """A proof that lhs = rhs wherever both are defined, or None; one with exceptions is none here.

    `domain` (a `verify.points.domain.Domain`, or None) adds conditions that link symbols.

    >>> x = sympy.Symbol("x", real=True)
    >>> prove_equal(sympy.tan(x) ** 2 + 1, 1 / sympy.cos(x) ** 2).conditions
    (Ne(cos(x), 0),)
    >>> prove_equal(sympy.sqrt(x**2), x) is None
    True
    """
    proof = prove_with_exceptions(lhs, rhs, domain)
    return None if proof is None or as_conditions(proof.exceptions) else proof


def prove_with_exceptions(lhs: sympy.Expr, rhs: sympy.Expr, domain: Any = None) -> Proof | None:
    """The same, but the proof may have exceptions: places where the equation says something and is not proved."""
    lhs, rhs = sympy.sympify(lhs, strict=True), sympy.sympify(rhs, strict=True)
    try:
        found = survey(lhs, rhs)
    except TooBig:
        return None
    if not found.has(*BOUND):
        return _proof(lhs, rhs, domain, found)
    lhs, rhs = apart((lhs, rhs), () if domain is None else domain.symbols)
    proof = _proof(lhs, rhs, domain, found)
    return None if proof is None else _where_all_exists(proof, lhs, rhs, domain)


def _where_all_exists(proof: Proof, lhs: sympy.Expr, rhs: sympy.Expr, domain: Any) -> Proof | None:
    """On the way to a proof a divisor in an integral or sum may have dropped out, as in 0/(k - 2) for 0 < x < 1 and ⌊x⌋/(k - 2)."""
    exists = list[Any]()
    for part in {part: None for side in (lhs, rhs) for part in outermost(side)}:
        may_not = must_not_vanish((part.function,)) or any(True for _ in outermost(part.function))
        if may_not and not has_a_value(part) and (found := existence(part)) != () and not _exists_there(part, domain):
            if found is None:
                return None
            exists += found
    more = tuple(part for part in exists if part not in proof.nonzero)
    return replace(proof, nonzero=(*proof.nonzero, *more)) if more else proof


def _exists_there(part: Any, domain: Any) -> bool:
    """Does it exist wherever the conditions of the domain hold, without a divisor that they make drop out?"""
    if domain is None or not domain.conditions:
        return False
    chart = chart_of(domain.conditions)
    there = chart.apply(part)
    if not isinstance(there, BOUND) or not (existence(there) == () or has_a_value(there)):
        return False
    if not {chart.apply(inner) for inner in outermost(part.function)} <= {*outermost(there.function)}:
        return False
    needed, shown = must_not_vanish((part.function,)), set(must_not_vanish((there.function,)))
    moved = [None if isinstance(need, Requirement) else chart.apply(need) for need in needed]
    return all(need in shown or (need is not None and not as_conditions((need,))) for need in moved)


def _proof(lhs: sympy.Expr, rhs: sympy.Expr, domain: Any, found: Survey) -> Proof | None:
    if not (_is_scalar(lhs) and _is_scalar(rhs)) or not _is_finite(found, lhs, rhs):
        return None
    if lhs == rhs:
        exists = existence(lhs)
        nonzero = () if exists is None else (*must_not_vanish((lhs,)), *exists)
        somewhere = exists is not None and not_vacuous(nonzero, identical=True)
        return Proof("identical", "Both sides are the same expression.", nonzero) if somewhere else None
    is_small = not found.symbols and found.parts <= FEW and not found.has(*BOUND)
    if is_small and (proof := by_exact_numbers(lhs, rhs)) is not None:
        return proof
    conditions = tuple(domain.conditions) if domain is not None else ()
    if found.has(*SWITCHED):
        quick = prove_by_linear_cases(lhs, rhs, conditions, by_normal_form)
        if quick is not None and (proof := _summary(lhs, rhs, *quick)) is not None:
            return proof
    proof = None if _is_lone(lhs, rhs) or _is_lone(rhs, lhs) else by_normal_form(lhs, rhs)
    if proof is not None:
        return proof

    def elsewhere(left: sympy.Expr, right: sympy.Expr) -> Proof | None:
        return _on_one_region(left, right, tried=(left, right) == (lhs, rhs))

    by_cases = prove_by_cases(lhs, rhs, conditions, elsewhere)
    return None if by_cases is None else _summary(lhs, rhs, *by_cases)


def _is_scalar(expr: Any) -> bool:
    return isinstance(expr, sympy.Expr) and expr.is_commutative is True


def _is_finite(found: Survey, *sides: Any) -> bool:
    """No float, no value that is not a number; infinity only where a limit of integration may stand."""
    if found.has(sympy.Float):
        return False
    infinite = found.has(type(sympy.oo), type(-sympy.oo), type(sympy.nan), type(sympy.zoo), sympy.AccumBounds)
    return not infinite or all(misused_infinity(side, at_top=False) is None for side in sides)


def _is_lone(side: sympy.Expr, other: Any) -> bool:
    """An integral or sum against something without: no normal form makes these equal."""
    return isinstance(side, (sympy.Integral, sympy.Sum)) and not other.has(sympy.Integral, sympy.Sum, sympy.Derivative)


def _summary(lhs: sympy.Expr, rhs: sympy.Expr, proofs: list[Proof], regions: int) -> Proof | None:
    """One proof from those of the regions, with their conditions, which are said in the original symbols.

    Of denominators that only a region knows, those of lhs and rhs tell enough.  That something exists is said of lhs and rhs
    where a region needs it in letters of its own; where each region is certain of it, it is certain.
    """
    known = lhs.free_symbols | rhs.free_symbols
    carried = {part for proof in proofs for part in proof.nonzero if part.free_symbols <= known}
    is_lost = any(isinstance(part, Exists) and part not in carried for proof in proofs for part in proof.nonzero)
    exists = existence(lhs, rhs) if is_lost else ()
    if exists is None:
        return None
    nonzero = (*must_not_vanish((lhs, rhs), carried), *exists)
    exceptions = tuple(dict.fromkeys(part for proof in proofs for part in proof.exceptions))
    if not proofs or not not_vacuous(nonzero) or any(not part.free_symbols <= known for part in exceptions):
        return None
    inner = proofs[0]
    if regions == 1:
        return Proof(inner.method, inner.detail, nonzero, exceptions)
    methods = ", ".join(dict.fromkeys(proof.method for proof in proofs))
    return Proof("sign cases", f"{regions} cases cover the domain; each is proved ({methods}).", nonzero, exceptions)


# --- one region: no switched functions, conditions built into the symbols -----------------


def by_normal_form(lhs: sympy.Expr, rhs: sympy.Expr) -> Proof | None:
    """Procedure 1: the difference is the zero polynomial in its kernels, modulo true relations."""
    try:
        found = survey(lhs, rhs)
    except TooBig:
        return None
    if found.rational and (equal := are_equal(lhs, rhs, found.symbols)) is not None:
        return Proof(*REDUCED, must_not_vanish((lhs, rhs))) if equal else None
    failing: list[Form] = []
    normaliser = rules.normaliser(failing)
    try:
        zero = normaliser.node_is_zero(add(normaliser.node(lhs), multiply(MINUS_ONE, normaliser.node(rhs))))
    except GiveUp:
        return None
    if not zero:
        return None
    exists = existence(lhs, rhs) if found.has(*BOUND) else ()
    if exists is None:
        return None
    nonzero = must_not_vanish((lhs, rhs), [normaliser.expr_of(form) for form in normaliser.assumed_nonzero]) + exists
    exceptions = tuple(sympy.factor_terms(normaliser.expr_of(form)) for form in failing)
    if not found.rational and not not_vacuous((*nonzero, *exceptions)):
        return None
    return Proof(*REDUCED, nonzero, exceptions)


def are_rational(lhs: sympy.Expr, rhs: sympy.Expr) -> bool:
    """Rational functions: the normal form itself refuses a denominator that vanishes everywhere."""
    try:
        return survey(lhs, rhs).rational
    except TooBig:
        return False


def normal_difference(lhs: sympy.Expr, rhs: sympy.Expr) -> Any | None:
    """lhs - rhs written out from its normal form, in which like terms have cancelled; None where there is none."""
    normaliser = rules.normaliser()
    try:
        form = normaliser.form(add(normaliser.node(lhs), multiply(MINUS_ONE, normaliser.node(rhs))))
        return normaliser.expr_of(form) if len(form.num) + len(form.den) <= MOST_TERMS else None
    except GiveUp:
        return None


def by_exact_numbers(lhs: sympy.Expr, rhs: sympy.Expr) -> Proof | None:
    """Constants: the difference is zero as an exact number."""
    if lhs.free_symbols or rhs.free_symbols or decide_constant(lhs - rhs) is not True:
        return None
    return Proof("exact numbers", "The difference of the two sides is 0 as an exact number.")


def by_squares(lhs: sympy.Expr, rhs: sympy.Expr) -> Proof | None:
    """lhs² = rhs², and both are certainly ≥ 0 (or both ≤ 0): then lhs = rhs."""
    if not any(power.exp.is_Rational and power.exp.q == 2 for power in (lhs + rhs).atoms(sympy.Pow)):
        return None
    signs = [sign_set(side) for side in (lhs, rhs)]
    for half in (NONNEGATIVE, NONPOSITIVE):
        if all(s is not None and s <= half for s in signs):
            proof = by_normal_form(lhs**2, rhs**2)
            if proof is not None:
                detail = "The squares of the two sides are equal, and both sides have the same sign."
                return Proof("equal squares", detail, proof.nonzero, proof.exceptions)
    return None


def _on_one_region(lhs: sympy.Expr, rhs: sympy.Expr, depth: int = 0, tried: bool = False) -> Proof | None:
    """Every procedure for an equation without switched functions; `tried` if the normal form has failed on it."""
    bound = lhs.has(sympy.Integral, sympy.Sum) or rhs.has(sympy.Integral, sympy.Sum)
    simple = (None if tried else by_normal_form(lhs, rhs)) or (None if bound else by_exact_numbers(lhs, rhs))
    if simple is not None or depth > MAX_DEPTH:
        return simple

    def deeper(left: sympy.Expr, right: sympy.Expr) -> Proof | None:
        return _on_one_region(left, right, depth + 1)

    if bound:
        proof = _by_closed_forms(lhs, rhs, deeper) or _by_jets(lhs, rhs, deeper)
        return proof or _by_induction(lhs, rhs) or by_squares(lhs, rhs)
    return by_squares(lhs, rhs) or _by_derivative(lhs, rhs, depth) or _by_jets(lhs, rhs, deeper)


def _by_derivative(lhs: sympy.Expr, rhs: sympy.Expr, depth: int) -> Proof | None:
    difference = lhs - rhs
    if not difference.has(*WITH_DERIVATIVES) or difference.has(sympy.Derivative, *SWITCHED):
        return None
    found = prove_by_derivative(lhs, rhs, lambda left, right: _on_one_region(left, right, max(depth + 1, MAX_DEPTH)))
    if found is None:
        return None
    symbol, point, proof = found
    x = name(symbol)
    detail = f"The derivatives by {x} are equal on the whole range, and the two sides agree at {x} = {words(point)}."
    return Proof("equal derivatives", detail, proof.nonzero, proof.exceptions)


def _by_closed_forms(lhs: sympy.Expr, rhs: sympy.Expr, deeper: Callable[[Any, Any], Proof | None]) -> Proof | None:
    """Integrals and series replaced by values that were confirmed one by one, each with the exceptions of its proof."""
    written_out = [with_short_sums_written_out(side) for side in (lhs, rhs)]
    if written_out != [lhs, rhs]:
        exists = no_longer_shown((lhs, rhs), written_out, with_short_sums_written_out)
        proof = None if exists is None else deeper(*written_out)
        return None if proof is None or exists is None else _with_what_is_lost(proof, lhs, rhs, exists)
    left, right, exceptions, sources = closed_forms(lhs, rhs)
    if (left, right) == (lhs, rhs):
        return None
    exists = no_longer_shown((lhs, rhs), (left, right), closed)
    proof = None if exists is None else deeper(left, right)
    if proof is None or exists is None:
        return None
    proof = _with_what_is_lost(proof, lhs, rhs, exists)
    exceptions += proof.exceptions
    if sources:
        detail = f"Sums and integrals are replaced by their known values ({sources})."
        return Proof("known value", detail, proof.nonzero, tuple(exceptions))
    detail = (
        "Integrals and series are replaced by closed forms, each confirmed (an antiderivative is differentiated back)."
    )
    return Proof("confirmed closed form", detail, proof.nonzero, tuple(exceptions))


def _by_jets(lhs: sympy.Expr, rhs: sympy.Expr, deeper: Callable[[Any, Any], Proof | None]) -> Proof | None:
    """Integrals and derivatives of undefined functions, with what the line itself needs in order to be defined."""
    found = prove_for_functions(lhs, rhs, by_normal_form, deeper)
    exists = None if found is None else existence(lhs, rhs)
    return None if found is None or exists is None else _with_what_is_lost(found, lhs, rhs, exists)


def closed_forms(lhs: sympy.Expr, rhs: sympy.Expr) -> tuple[Any, Any, list[Any], str]:
    """Both sides with confirmed values for integrals and series, what must not vanish for these, and their sources."""
    try:
        return _closed_forms(lhs, rhs)
    except (TypeError, ValueError, ZeroDivisionError):  # SymPy compares no complex numbers: max(0, ∫ i t dt)
        return lhs, rhs, [], ""


def _closed_forms(lhs: sympy.Expr, rhs: sympy.Expr) -> tuple[Any, Any, list[Any], str]:
    exceptions: list[Any] = []
    known = [with_known_values(side, by_normal_form) for side in (lhs, rhs)]
    (first, _), (second, _) = known
    left, right = (
        evaluate_series(
            evaluate_integrals(differentiate_integrals(side), by_normal_form, exceptions, other),
            by_normal_form,
            exceptions,
        )
        for side, other in ((first, second), (second, first))
    )
    return left, right, exceptions, ", ".join(dict.fromkeys(source for _, told in known for source in told))


def closed(part: Any) -> Any:
    """With confirmed values for its integrals and series."""
    return closed_forms(part, sympy.S.Zero)[0]


def no_longer_shown(
    sides: Iterable[Any], shown: Iterable[Any], value: Callable[[Any], Any] = closed
) -> tuple[Any, ...] | None:
    """That integrals and sums exist which have no value of their own, and which those of others have made vanish; None if one does not.

    0 times a divergent one is not 0.
    """
    visible = {part for side in shown for part in outermost(side)}
    gone = (part for side in sides for part in outermost(side) if part not in visible)
    return existence(*(part for part in gone if value(part).has(*BOUND)))


def has_a_value(part: Any) -> bool:
    """Has an integral or series, perhaps endless, a confirmed closed form without exceptions?  Then it exists.

    >>> t = sympy.Symbol("t", real=True)
    >>> has_a_value(sympy.Integral(sympy.exp(-t), (t, 0, sympy.oo))), has_a_value(sympy.Integral(sympy.exp(t), (t, 0, sympy.oo)))
    (True, False)
    """
    exceptions: list[Any] = []
    known = with_known_values(part, by_normal_form)[0]
    valued = evaluate_integrals(known, by_normal_form, exceptions, sympy.S.Zero)
    valued = evaluate_series(valued, by_normal_form, exceptions)
    if valued.has(*BOUND, sympy.zoo, sympy.nan, sympy.oo, -sympy.oo):
        return False
    return not as_conditions((*exceptions, *must_not_vanish((valued,))))


def _with_what_is_lost(proof: Proof, lhs: sympy.Expr, rhs: sympy.Expr, exists: tuple[Any, ...]) -> Proof:
    """Conditions that a closed form brings in are exceptions: the claim itself may be defined where they fail.

    That a sum or integral of its own exists is none: where it does not, the claim says nothing.
    """
    own = (Exists(part) for side in (lhs, rhs) for part in outermost(side))
    stated = {*must_not_vanish((lhs, rhs)), *exists, *own}
    lost = tuple(part for part in proof.nonzero if part not in stated)
    kept = tuple(part for part in proof.nonzero if part in stated)
    return replace(proof, nonzero=(*kept, *exists), exceptions=(*proof.exceptions, *lost))


def _by_induction(lhs: sympy.Expr, rhs: sympy.Expr) -> Proof | None:
    if not lhs.has(sympy.Sum) and not rhs.has(sympy.Sum):
        return None
    found = prove_by_induction(lhs, rhs, by_normal_form)
    exists = existence(lhs, rhs)
    if found is None or exists is None:
        return None
    n, first, exceptions = found
    detail = (
        f"The equation holds at {name(n)} = {first}, and both sides grow by the same from {name(n)} - 1 to {name(n)}."
    )
    stated = set(must_not_vanish((lhs, rhs)))
    return Proof("induction", detail, exists, tuple(part for part in exceptions if part not in stated))
