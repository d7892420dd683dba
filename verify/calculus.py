"""Integrals and sums: an antiderivative that is confirmed, an induction that is carried out.

What SymPy finds is a candidate.  It counts only after

- for ∫ f from a to b: F' = f by an exact proof, F analytic inside (a, b) and continuous up
  to the ends (`verify.analytic`), so that the fundamental theorem of calculus applies; at
  an infinite end the limit of F by `verify.limits`;
- for a finite sum: S(n) - S(n-1) = a(n) and the equation at the first n;
- for a geometric series: a(k+1) = r a(k) with |r| < 1.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import sympy as sp

from verify.analytic import is_analytic, is_continuous, slope
from verify.antiderivatives import proposals
from verify.cases import SWITCHED
from verify.conditions import as_conditions
from verify.limits import limit_at_infinity
from verify.proofs import Proof
from verify.signs import NONNEGATIVE, UNKNOWN, is_positive, sign_set

Prover = Callable[[Any, Any], "Proof | None"]
MAX_OPERATIONS = 120
MAX_HEURISTIC_OPERATIONS = 12


# --- definite integrals -------------------------------------------------------------------


def evaluate_integrals(expr: Any, prove: Prover, hint: Any = None) -> Any:
    """The expression with every definite integral whose value can be confirmed replaced by it.

    Iterated integrals are taken from the inside out, as SymPy orders their limits.
    `hint` is what the expression is said to equal.
    """
    if not expr.has(sp.Integral):
        return expr
    if isinstance(expr, sp.Integral):
        return _iterated(expr, prove, hint)
    if hint is not None and expr.is_Mul:
        factors = [arg for arg in expr.args if not arg.has(sp.Integral)]
        hint = hint / sp.Mul(*factors) if len(factors) == len(expr.args) - 1 else None
    else:
        hint = None
    args = [evaluate_integrals(arg, prove, hint) if isinstance(arg, sp.Expr) else arg for arg in expr.args]
    return expr.func(*args)


def _iterated(integral: Any, prove: Prover, hint: Any = None) -> Any:
    value = integral.function
    for limit in integral.limits:
        value = evaluate_integrals(value, prove)
        if len(limit) != 3:
            return integral
        variable, low, high = limit
        value = definite(value, variable, low, high, prove, hint if len(integral.limits) == 1 else None)
        if value is None:
            return integral
    return value


def definite(integrand: Any, variable: Any, low: Any, high: Any, prove: Prover, hint: Any = None) -> Any | None:
    """The confirmed value of the integral of `integrand` from low to high, or None.

    `hint` is what the integral is said to equal: with a symbol as upper limit it is an
    antiderivative to try.

    >>> from verify.exact import by_normal_form
    >>> x = sp.Symbol("x", real=True)
    >>> definite(x**2, x, sp.S.Zero, sp.Integer(3), by_normal_form)
    9
    >>> definite(1 / x**2, x, -sp.S.One, sp.S.One, by_normal_form) is None
    True
    """
    if not (low.is_extended_real and high.is_extended_real) or integrand.has(*SWITCHED, sp.Integral, sp.Sum):
        return None
    if variable in low.free_symbols | high.free_symbols or integrand.count_ops() > MAX_OPERATIONS:
        return None
    if low == -sp.oo or high == -sp.oo:
        if low in (sp.oo, -sp.oo) and high in (sp.oo, -sp.oo):
            if low == -sp.oo and high == sp.oo and _is_even(integrand, variable):
                half = definite(integrand, variable, sp.S.Zero, sp.oo, prove)
                return None if half is None else 2 * half
            left = definite(integrand, variable, low, sp.S.Zero, prove)
            right = None if left is None else definite(integrand, variable, sp.S.Zero, high, prove)
            return None if left is None or right is None else left + right
        return definite(integrand.subs(variable, -variable), variable, -high, -low, prove)
    if low == sp.oo:
        value = definite(integrand, variable, high, low, prove)
        return None if value is None else -value
    return _by_antiderivative(integrand, variable, low, high, prove, hint)


def _is_even(expr: Any, variable: Any) -> bool:
    """True only if the variable occurs in even whole powers alone, so that the expression is a function of its square."""
    if expr.is_Pow and expr.base == variable and expr.exp.is_Integer:
        return bool(expr.exp % 2 == 0)
    return expr != variable and all(_is_even(arg, variable) for arg in expr.args)


def _by_antiderivative(
    integrand: Any, variable: Any, low: Any, high: Any, prove: Prover, hint: Any = None
) -> Any | None:
    """First with the table in the variable itself, which spares a renaming; then with all there is."""
    if _is_plain(variable, low, high):
        for candidate in proposals(integrand, variable):
            value = _confirmed(candidate, integrand, variable, low, high, prove)
            if value is not None:
                return value
    place = _path_symbol(low, high)
    f = integrand.xreplace({variable: place})
    for candidate in _candidates(f, place, high, hint):
        value = _confirmed(candidate, f, place, low, high, prove)
        if value is not None:
            return value
    return None


def _confirmed(candidate: Any, f: Any, place: Any, low: Any, high: Any, prove: Prover) -> Any | None:
    """F(high) - F(low), if F' = f is proved and F is regular; else None."""
    if prove(slope(candidate, place), f) is None or not _regular(candidate, place, low, high):
        return None
    top = limit_at_infinity(candidate, place) if high == sp.oo else candidate.xreplace({place: high})
    bottom = candidate.xreplace({place: low})
    if top is None or any(end.has(sp.oo, -sp.oo, sp.zoo, sp.nan) for end in (top, bottom)):
        return None
    return top - bottom


def _is_plain(variable: Any, low: Any, high: Any) -> bool:
    """True if the variable is declared real and nothing more, or positive on a path of positive numbers."""
    if _is_merely(variable, "real"):
        return True
    return bool(_is_merely(variable, "positive") and low.is_nonnegative and high.is_extended_nonnegative)


def _is_merely(symbol: Any, fact: str) -> bool:
    """True if this one fact is all that is declared of the symbol."""
    declared = getattr(symbol, "_assumptions_orig", {})
    return bool(symbol.is_Symbol) and {name: value for name, value in declared.items() if name != "commutative"} == {
        fact: True
    }


def _path_symbol(low: Any, high: Any) -> Any:
    """A symbol for the open path: positive where both ends are certainly ≥ 0, else real."""
    above = low.is_nonnegative and high.is_extended_nonnegative
    return sp.Dummy("x", positive=True) if above else sp.Dummy("x", real=True)


def _regular(candidate: Any, place: Any, low: Any, high: Any) -> bool:
    """True only if the candidate is analytic between the ends and continuous up to the finite ones."""
    for inside, inner, ends in _covers(low, high, place, is_analytic(candidate, place)):
        if is_analytic(candidate.xreplace({place: inside}), inner) and all(
            is_continuous(candidate.xreplace({place: closed}), outer) for closed, outer in ends
        ):
            return True
    return False


Cover = tuple[Any, Any, list[tuple[Any, Any]]]


def _covers(low: Any, high: Any, place: Any, wide: bool) -> Iterator[Cover]:
    """Ways to run through [low, high]: a path through the open range with its symbol, and paths up to the ends.

    The first path covers the open range (low, high); it and the others together cover the
    finite ends.  More than the range is allowed, so the whole line comes first, unless the
    candidate is not even analytic (`wide`) wherever `place` may be.
    """
    inner, outer = sp.Dummy("h", positive=True), sp.Dummy("h", nonnegative=True)
    if wide:
        line = place if _is_merely(place, "real") else sp.Dummy("x", real=True)
        yield line, line, []
        if (sign_set(low) or UNKNOWN) <= NONNEGATIVE and (high == sp.oo or (sign_set(high) or UNKNOWN) <= NONNEGATIVE):
            yield inner, inner, [(outer, outer)]
    if low != 0 and (high == sp.oo or (sign_set(high - low) or UNKNOWN) <= NONNEGATIVE):
        yield low + inner, inner, [(low + outer, outer)]
    if high != sp.oo:
        from_low, from_high = ((a + b * outer) / (1 + outer) for a, b in ((low, high), (high, low)))
        yield from_low, outer, [(from_high, outer)]
        yield from_high, outer, [(from_low, outer)]
        yield (low + high * inner) / (1 + inner), inner, [(from_low, outer), (from_high, outer)]


def _candidates(f: Any, place: Any, high: Any, hint: Any = None) -> Iterator[Any]:
    """Antiderivatives from our table, from the claim and from SymPy; each has yet to be confirmed."""
    from sympy.integrals.manualintegrate import manualintegrate

    yield from proposals(f, place)
    if hint is not None and high.is_Symbol and high not in f.free_symbols and not hint.has(sp.Integral, sp.Sum):
        yield hint.xreplace({high: place})
    for method in (manualintegrate, _integrate):
        for integrand in dict.fromkeys((f, sp.expand(f))):
            try:
                found = method(integrand, place)
            except Exception:  # a candidate only: whatever SymPy raises, there is no candidate
                continue
            found = _generic_branch(found)
            if found is not None and not found.has(sp.Integral, sp.Piecewise, sp.oo, sp.nan, sp.zoo):
                yield found


def _integrate(f: Any, place: Any) -> Any:
    """SymPy's integrator; of its two methods that can run for minutes, one for short integrands only."""
    found = sp.integrate(f, place, heurisch=False, meijerg=False)
    if found.has(sp.Integral) and f.count_ops() <= MAX_HEURISTIC_OPERATIONS:
        found = sp.integrate(f, place, meijerg=False)
    return found


def _generic_branch(expr: Any) -> Any | None:
    """The last branch of every Piecewise, or the first whose condition is an inequality: a candidate as good as any."""
    if not isinstance(expr, sp.Expr):
        return None
    return expr.replace(lambda e: isinstance(e, sp.Piecewise), lambda e: _branch(e))


def _branch(piecewise: Any) -> Any:
    for value, condition in piecewise.args:
        if not isinstance(condition, sp.Eq):
            return value
    return piecewise.args[-1][0]


# --- derivatives of integrals -------------------------------------------------------------


def differentiate_integrals(expr: Any) -> Any:
    """d/dx of an integral whose limits alone contain x: integrand at the ends times their derivatives.

    The integrand must be analytic wherever its declared variable may be, so that the
    fundamental theorem applies (DLMF 1.4.28).
    """
    if not expr.has(sp.Derivative):
        return expr
    if isinstance(expr, sp.Derivative) and isinstance(expr.expr, sp.Integral):
        return _leibniz(expr)
    if isinstance(expr, sp.Derivative):
        return expr
    args = [differentiate_integrals(arg) if isinstance(arg, sp.Expr) else arg for arg in expr.args]
    return expr.func(*args)


def _leibniz(derivative: Any) -> Any:
    integral = derivative.expr
    if len(derivative.variable_count) != 1 or derivative.variable_count[0][1] != 1 or len(integral.limits) != 1:
        return derivative
    x = derivative.variables[0]
    limit = integral.limits[0]
    if len(limit) != 3 or x in integral.function.free_symbols - {limit[0]} or x == limit[0]:
        return derivative
    variable, low, high = limit
    wide = sp.Dummy("x", real=True)
    if not is_analytic(integral.function.xreplace({variable: wide}), wide):
        return derivative
    ends = [(end, sign) for end, sign in ((high, 1), (low, -1)) if x in end.free_symbols]
    return sp.Add(*[sign * integral.function.subs(variable, end) * end.diff(x) for end, sign in ends])


# --- sums ---------------------------------------------------------------------------------


def prove_by_induction(lhs: Any, rhs: Any, prove: Prover) -> tuple[Any, Any] | None:
    """(n, first value) if lhs = rhs follows by induction over the upper limit n of its sums; else None.

    With D(n) = lhs - rhs: D(first) = 0 and D(n) - D(n-1) = 0 for every n > first, where
    the sum at n-1 is the sum at n less its last term.
    """
    difference = lhs - rhs
    sums = [s for s in difference.atoms(sp.Sum) if len(s.limits) == 1]
    if not sums or len(sums) != len(difference.atoms(sp.Sum)):
        return None
    for n in sorted(set.union(*[s.limits[0][2].free_symbols for s in sums]), key=str):
        first = _first_value(n, sums)
        if (
            first is not None
            and _step_holds(difference, sums, n, first, prove)
            and _base_holds(lhs, rhs, sums, n, first, prove)
        ):
            return n, first
    return None


def _first_value(n: Any, sums: list[Any]) -> Any | None:
    """The least n that the declared assumptions allow and for which no sum runs backwards."""
    lows = {s.limits[0][1] for s in sums}
    if not n.is_integer or any(s.limits[0][2] != n or s.limits[0][1].has(n) for s in sums) or len(lows) != 1:
        return None
    if any(n in s.function.free_symbols for s in sums):
        return None
    low = lows.pop()
    if not low.is_integer:
        return None
    for first in (low, low - 1):
        if (n - first).is_nonnegative:
            return first
    return None


def _step_holds(difference: Any, sums: list[Any], n: Any, first: Any, prove: Prover) -> bool:
    here = first + 1 + sp.Dummy("h", integer=True, nonnegative=True)
    values = {s: sp.Dummy("S") for s in sums}
    last_terms = {s: values[s] - _put(s.function, s.limits[0][0], n) for s in sums}
    before = _shift_outside(difference, sums, n).xreplace(last_terms)
    proof = prove(_put(difference.xreplace(values) - before, n, here), sp.S.Zero)
    # a step that fails at a single n would break the chain, so no condition may speak of n
    return proof is not None and not as_conditions(
        p for p in proof.nonzero if p.free_symbols & here.free_symbols and not _is_pole_of_a_term(p, sums, here)
    )


def _is_pole_of_a_term(vanishing: Any, sums: list[Any], here: Any) -> bool:
    """Whether a term of one of the sums is undefined where `vanishing` is zero.

    Such a zero at n breaks no chain: from there on the sum contains an undefined term, and
    the equation says nothing, while up to n - 1 the chain is whole.  Only a divisor that
    stands in the summand itself counts, and no switch may hide it.
    """
    for s in sums:
        term = s.function.subs(s.limits[0][0], here)
        if term.has(sp.KroneckerDelta, *SWITCHED):
            continue
        divisors = [power.base for power in term.atoms(sp.Pow) if power.exp.is_negative]
        if any(sp.expand(base - sign * vanishing) == 0 for base in divisors for sign in (1, -1)):
            return True
    return False


def _shift_outside(difference: Any, sums: list[Any], n: Any) -> Any:
    """n → n - 1 everywhere but inside the sums, which stand for their own values."""
    hide = {s: sp.Dummy("hidden") for s in sums}
    show = {dummy: s for s, dummy in hide.items()}
    return _put(difference.xreplace(hide), n, n - 1).xreplace(show)


def _put(expr: Any, old: Any, new: Any) -> Any:
    """`subs`, by the faster way wherever nothing binds a variable."""
    binds = expr.has(sp.Integral, sp.Sum, sp.Product, sp.Derivative, sp.Subs)
    return expr.subs(old, new) if binds else expr.xreplace({old: new})


def _base_holds(lhs: Any, rhs: Any, sums: list[Any], n: Any, first: Any, prove: Prover) -> bool:
    values = {}
    for s in sums:
        variable, low, _ = s.limits[0]
        values[s] = _put(s.function, variable, low) if first == low else sp.S.Zero
    return prove(_put(lhs.xreplace(values), n, first), _put(rhs.xreplace(values), n, first)) is not None


def evaluate_series(expr: Any, prove: Prover) -> Any:
    """The expression with every convergent geometric series replaced by first/(1 - ratio).

    >>> from verify.exact import by_normal_form
    >>> k = sp.Symbol("k", integer=True)
    >>> evaluate_series(sp.Sum(sp.Rational(1, 2) ** k, (k, 0, sp.oo)), by_normal_form)
    2
    """
    sums = {s: _geometric(s, prove) for s in expr.atoms(sp.Sum)}
    return expr.xreplace({s: value for s, value in sums.items() if value is not None})


def _geometric(series: Any, prove: Prover) -> Any | None:
    if len(series.limits) != 1:
        return None
    variable, low, high = series.limits[0]
    if high != sp.oo or not low.is_integer or series.function.has(*SWITCHED):
        return None
    k = sp.Dummy("k", integer=True)
    term = series.function.xreplace({variable: k})
    first = term.subs(k, low)
    ratio = term.subs(k, low + 1) / first
    if not is_positive(1 - ratio) or not is_positive(1 + ratio):
        return None
    return first / (1 - ratio) if prove(term.subs(k, k + 1), ratio * term) is not None else None
