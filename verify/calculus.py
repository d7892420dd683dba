"""Integrals and sums: an antiderivative that is confirmed, an induction that is carried out.

What SymPy finds is a candidate.  It counts only after

- for ∫ f from a to b: F' = f by an exact proof, F analytic inside (a, b) and continuous up
  to the ends (`verify.analytic`), so that the fundamental theorem of calculus applies; at
  an infinite end the limit of F by `verify.limits`;
- for a finite sum: S(n) - S(n-1) = a(n) and the equation at the first n;
- for a geometric series: a(k+1) = r a(k) with |r| < 1.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import sympy as sp

from verify.analytic import is_analytic, is_continuous, slope
from verify.antiderivatives import proposals
from verify.cases import SWITCHED
from verify.conditions import as_conditions, must_not_vanish
from verify.limits import limit_at_infinity
from verify.proofs import Proof
from verify.signs import NONNEGATIVE, UNKNOWN, is_positive, sign_set

Prover = Callable[[Any, Any], "Proof | None"]
MAX_OPERATIONS = 120
MAX_HEURISTIC_OPERATIONS = 12
MOST_TERMS = 60
NO_INTEGRAND = (*SWITCHED, sp.Integral, sp.Sum, sp.Product, sp.Derivative, sp.Subs)


# --- definite integrals -------------------------------------------------------------------


def evaluate_integrals(expr: Any, prove: Prover, exceptions: list[Any], hint: Any = None) -> Any:
    """The expression with every definite integral whose value can be confirmed replaced by it.

    Iterated integrals are taken from the inside out, as SymPy orders their limits.
    `exceptions` gains what must not vanish for the values to hold (n - m for an antiderivative
    divided by n - m).  `hint` is what the expression is said to equal.
    """
    if not expr.has(sp.Integral):
        return expr
    if isinstance(expr, sp.Integral):
        found: list[Any] = []
        value = _iterated(expr, prove, found, hint)
        exceptions += found if value != expr else []
        return value
    if isinstance(expr, (sp.Sum, sp.Product, sp.Derivative)):
        return _inside(expr, prove, exceptions)
    if hint is not None and expr.is_Mul:
        factors = [arg for arg in expr.args if not arg.has(sp.Integral)]
        hint = hint / sp.Mul(*factors) if len(factors) == len(expr.args) - 1 else None
    else:
        hint = None
    args = [evaluate_integrals(arg, prove, exceptions, hint) if isinstance(arg, sp.Expr) else arg for arg in expr.args]
    return expr.func(*args)


def _inside(expr: Any, prove: Prover, exceptions: list[Any]) -> Any:
    """Under a sum or a derivative a value must hold at every index, and around the point: no exception may speak of these."""
    own = set(expr.variables)
    found: list[Any] = []
    if any(variable.is_integer for variable in own) and isinstance(expr, sp.Derivative):
        return expr
    body = evaluate_integrals(expr.args[0], prove, found)
    if any(part.free_symbols & own for part in found) and not isinstance(expr, sp.Derivative):
        return expr
    exceptions += found
    return expr.func(body, *expr.args[1:])


def _iterated(integral: Any, prove: Prover, exceptions: list[Any], hint: Any = None) -> Any:
    """An inner value must hold for all values of the outer variables, so no exception may speak of these."""
    value = integral.function
    outer = {limit[0] for limit in integral.limits}
    for limit in integral.limits:
        found: list[Any] = []
        value = evaluate_integrals(value, prove, found)
        if len(limit) != 3:
            return integral
        variable, low, high = limit
        value = definite(value, variable, low, high, prove, hint if len(integral.limits) == 1 else None, found)
        if value is None or any(part.free_symbols & outer for part in found):
            return integral
        exceptions += found
    return value


def definite(
    integrand: Any,
    variable: Any,
    low: Any,
    high: Any,
    prove: Prover,
    hint: Any = None,
    exceptions: list[Any] | None = None,
) -> Any | None:
    """The confirmed value of the integral of `integrand` from low to high, or None.

    `exceptions` gains what must not vanish for the value to hold.  `hint` is what the integral is said to equal: with a symbol as upper limit it is an
    antiderivative to try.

    >>> from verify.exact import by_normal_form
    >>> x = sp.Symbol("x", real=True)
    >>> definite(x**2, x, sp.S.Zero, sp.Integer(3), by_normal_form)
    9
    >>> definite(1 / x**2, x, -sp.S.One, sp.S.One, by_normal_form) is None
    True
    """
    found: list[Any] = [] if exceptions is None else exceptions
    if not (low.is_extended_real and high.is_extended_real) or integrand.has(*NO_INTEGRAND):
        return None
    if variable in low.free_symbols | high.free_symbols or integrand.count_ops() > MAX_OPERATIONS:
        return None
    if low == -sp.oo or high == -sp.oo:
        if low in (sp.oo, -sp.oo) and high in (sp.oo, -sp.oo):
            if low == -sp.oo and high == sp.oo and _is_even(integrand, variable):
                half = definite(integrand, variable, sp.S.Zero, sp.oo, prove, None, found)
                return None if half is None else 2 * half
            left = definite(integrand, variable, low, sp.S.Zero, prove, None, found)
            right = None if left is None else definite(integrand, variable, sp.S.Zero, high, prove, None, found)
            return None if left is None or right is None else left + right
        return definite(integrand.subs(variable, -variable), variable, -high, -low, prove, None, found)
    if low == sp.oo:
        value = definite(integrand, variable, high, low, prove, None, found)
        return None if value is None else -value
    return _by_antiderivative(integrand, variable, low, high, prove, hint, found)


def _is_even(expr: Any, variable: Any) -> bool:
    """True only if the variable occurs in even whole powers alone, so that the expression is a function of its square."""
    if expr.is_Pow and expr.base == variable and expr.exp.is_Integer:
        return bool(expr.exp % 2 == 0)
    return expr != variable and all(_is_even(arg, variable) for arg in expr.args)


def _by_antiderivative(
    integrand: Any, variable: Any, low: Any, high: Any, prove: Prover, hint: Any, exceptions: list[Any]
) -> Any | None:
    """First with the table in the variable itself, which spares a renaming; then with all there is."""
    if _is_plain(variable, low, high):
        for candidate in proposals(integrand, variable):
            found = _confirmed(candidate, integrand, variable, low, high, prove)
            if found is not None:
                exceptions += found[1]
                return found[0]
    place = _path_symbol(low, high)
    f = integrand.xreplace({variable: place})
    for candidate in _candidates(f, place, high, hint):
        found = _confirmed(candidate, f, place, low, high, prove)
        if found is not None:
            exceptions += found[1]
            return found[0]
    return None


def _confirmed(candidate: Any, f: Any, place: Any, low: Any, high: Any, prove: Prover) -> tuple[Any, list[Any]] | None:
    """F(high) - F(low) with its exceptions, if F' = f is proved and F is regular; else None.

    The value holds for all parameters at which F is defined and F' = f holds on a dense part of
    the path.  What the parameters alone make vanish in F (n in sin(2πn)/n, which evaluates
    to 0) is an exception; so is what would make a condition of F' = f vanish on the whole path.
    """
    proof = prove(slope(candidate, place), f)
    if proof is None or not _regular(candidate, place, low, high):
        return None
    top = limit_at_infinity(candidate, place) if high == sp.oo else candidate.xreplace({place: high})
    bottom = candidate.xreplace({place: low})
    if top is None or any(end.has(sp.oo, -sp.oo, sp.zoo, sp.nan) for end in (top, bottom)):
        return None
    exceptions = _exceptions((*must_not_vanish((candidate,)), *proof.nonzero, *proof.exceptions), f, place, low, high)
    return None if exceptions is None else (top - bottom, exceptions)


def _exceptions(parts: Iterable[Any], f: Any, place: Any, low: Any, high: Any) -> list[Any] | None:
    """What must not vanish among the parameters; where f is undefined, the integral says nothing anyway."""
    stated = {factor for part in must_not_vanish((f,)) for factor in _factors(part)}
    found: dict[Any, None] = {}
    for factor in (factor for part in parts for factor in _factors(part)):
        if factor in stated or factor.free_symbols <= {place}:
            continue
        if place not in factor.free_symbols:
            found[factor] = None
        elif not isinstance(factor, sp.Expr):
            return None
        else:
            found[_not_everywhere_zero(factor, place, low, high)] = None
    return list(found)


def _factors(part: Any) -> list[Any]:
    """The bases of the factors of what must not vanish; a Boolean is left as it is."""
    if not isinstance(part, sp.Expr):
        return [part]
    return [factor.base if factor.is_Pow and factor.exp.is_Rational else factor for factor in sp.Mul.make_args(part)]


def _not_everywhere_zero(factor: Any, place: Any, low: Any, high: Any) -> Any:
    """An expression in the parameters: where it is not zero, the factor does not vanish on the whole path."""
    if factor.is_polynomial(place):
        return sp.Poly(factor, place).LC()
    inside = (low + high) / 2 if low.is_finite and high.is_finite else (low if low.is_finite else high - 2) + 1
    return factor.xreplace({place: inside})


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
    if low.is_infinite or high.is_infinite or x.is_integer:
        return derivative  # it may diverge
    wide = sp.Dummy("x", real=True)
    if not is_analytic(integral.function.xreplace({variable: wide}), wide):
        return derivative
    ends = [(end, sign) for end, sign in ((high, 1), (low, -1)) if x in end.free_symbols]
    return sp.Add(*[sign * integral.function.subs(variable, end) * end.diff(x) for end, sign in ends])


# --- sums ---------------------------------------------------------------------------------


def prove_by_induction(lhs: Any, rhs: Any, prove: Prover) -> tuple[Any, Any, tuple[Any, ...]] | None:
    """(n, first value, exceptions) if lhs = rhs follows by induction over the upper limit n of its sums; else None.

    With D(n) = lhs - rhs: D(first) = 0 and D(n) - D(n-1) = 0 for every n > first, where
    the sum at n-1 is the sum at n less its last term.
    """
    difference = lhs - rhs
    sums = [s for s in difference.atoms(sp.Sum) if len(s.limits) == 1]
    if not sums or len(sums) != len(difference.atoms(sp.Sum)):
        return None
    for n in sorted(set.union(*[s.limits[0][2].free_symbols for s in sums]), key=str):
        first = _first_value(n, sums)
        step = None if first is None else _step(difference, sums, n, first, prove)
        base = None if step is None else _base(lhs, rhs, sums, n, first, prove)
        if step is not None and base is not None:
            return n, first, (*step, *base.nonzero, *base.exceptions)
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


def _step(difference: Any, sums: list[Any], n: Any, first: Any, prove: Prover) -> tuple[Any, ...] | None:
    """What must not vanish for D(n) = D(n-1) to hold at every n, free of n; None if the step is not proved."""
    here = first + 1 + sp.Dummy("h", integer=True, nonnegative=True)
    values = {s: sp.Dummy("S") for s in sums}
    last_terms = {s: values[s] - _put(s.function, s.limits[0][0], n) for s in sums}
    before = _shift_outside(difference, sums, n).xreplace(last_terms)
    proof = prove(_put(difference.xreplace(values) - before, n, here), sp.S.Zero)
    if proof is None:
        return None
    parts = (*proof.nonzero, *proof.exceptions)
    # a step that fails at a single n would break the chain, so no condition may speak of n
    of_n = [p for p in parts if p.free_symbols & here.free_symbols]
    if as_conditions(p for p in of_n if not _is_pole_of_a_term(p, sums, here)):
        return None
    return tuple(part for part in parts if part not in of_n)


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


def _base(lhs: Any, rhs: Any, sums: list[Any], n: Any, first: Any, prove: Prover) -> Proof | None:
    values = {}
    for s in sums:
        variable, low, _ = s.limits[0]
        values[s] = _put(s.function, variable, low) if first == low else sp.S.Zero
    return prove(_put(lhs.xreplace(values), n, first), _put(rhs.xreplace(values), n, first))


def with_short_sums_written_out(expr: Any) -> Any:
    """The expression with every sum and product of a few terms, between explicit whole numbers, written out.

    >>> k, x = sp.symbols("k x")
    >>> with_short_sums_written_out(sp.Sum(x**k, (k, 0, 2)))
    x**2 + x + 1
    """
    if isinstance(expr, (sp.Sum, sp.Product)):
        return _written_out(expr)
    if not expr.has(sp.Sum, sp.Product) or isinstance(expr, (sp.Integral, sp.Derivative, sp.Subs, sp.Limit)):
        return expr
    return expr.func(*[with_short_sums_written_out(arg) if isinstance(arg, sp.Expr) else arg for arg in expr.args])


def _written_out(expr: Any) -> Any:
    variable, low, high = expr.limits[0] if len(expr.limits[0]) == 3 else (None, sp.oo, sp.oo)
    if len(expr.limits) != 1 or not (low.is_Integer and high.is_Integer and 0 <= high - low < MOST_TERMS):
        return expr
    terms = [_put(expr.function, variable, sp.Integer(k)) for k in range(int(low), int(high) + 1)]
    return (sp.Add if isinstance(expr, sp.Sum) else sp.Mul)(*terms)


def evaluate_series(expr: Any, prove: Prover, exceptions: list[Any]) -> Any:
    """The expression with every convergent geometric series replaced by first/(1 - ratio), telescoping ones by their ends.

    `exceptions` gains what must not vanish for that.

    >>> from verify.exact import by_normal_form
    >>> k = sp.Symbol("k", integer=True)
    >>> evaluate_series(sp.Sum(sp.Rational(1, 2) ** k, (k, 0, sp.oo)), by_normal_form, [])
    2
    """
    sums = {s: _geometric(s, prove) or _telescoping(s, prove) for s in expr.atoms(sp.Sum)}
    known = {s: found for s, found in sums.items() if found is not None}
    for _, parts in known.values():
        exceptions += parts
    return expr.xreplace({s: value for s, (value, _) in known.items()})


def _geometric(series: Any, prove: Prover) -> tuple[Any, list[Any]] | None:
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
    proof = prove(term.subs(k, k + 1), ratio * term)
    if proof is None or first == 0:
        return None
    parts = (*must_not_vanish((ratio,)), *proof.nonzero, *proof.exceptions)
    stated = set(must_not_vanish((term,)))
    if as_conditions(part for part in parts if k in part.free_symbols and part not in stated):
        return None  # the ratio would have to hold at every k
    return first / (1 - ratio), [part for part in parts if k not in part.free_symbols]


def _telescoping(series: Any, prove: Prover) -> tuple[Any, list[Any]] | None:
    """Σ_{k ≥ a} t(k) = lim R - R(a), where t(k) = R(k + 1) - R(k) for every k ≥ a.

    R is Gosper's, a candidate: the difference is proved, R has no pole from a on, and its limit
    at infinity is one of `verify.limits`.
    """
    from sympy.concrete.gosper import gosper_term

    if len(series.limits) != 1 or len(series.limits[0]) != 3:
        return None
    variable, low, high = series.limits[0]
    if high != sp.oo or not low.is_Integer or series.function.has(*SWITCHED, sp.Sum, sp.Integral):
        return None
    if series.function.count_ops() > MAX_OPERATIONS:
        return None
    k = low + sp.Dummy("h", integer=True, nonnegative=True)
    try:
        certificate = gosper_term(series.function, variable)
    except Exception:  # a candidate only: whatever SymPy raises, there is no candidate
        return None
    if certificate is None:
        return None
    ratio = sp.factor(certificate * series.function)
    here, after, term = (_put(e, variable, at) for e, at in ((ratio, k), (ratio, k + 1), (series.function, k)))
    proof = prove(after - here, term)
    x = sp.Dummy("x", positive=True)
    limit = limit_at_infinity(_put(ratio, variable, x), x)
    if proof is None or limit is None or limit.has(sp.oo, -sp.oo, sp.zoo, sp.nan):
        return None
    parts = (*must_not_vanish((here, after)), *proof.nonzero, *proof.exceptions)
    if as_conditions(part for part in parts if k.free_symbols & part.free_symbols):
        return None
    first = _put(ratio, variable, low)
    return limit - first, [part for part in parts if not k.free_symbols & part.free_symbols]
