"""Finite sums by induction, short ones written out, geometric and telescoping series.

What SymPy finds is a candidate.  It counts only after

- for a finite sum: S(n) - S(n-1) = a(n) and the equation at the first n;
- for a geometric series: a(k+1) = r a(k) with |r| < 1;
- for a telescoping series: R(k+1) - R(k) = a(k) and the limit of R.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy

from verify.normal_form.signs import is_positive
from verify.proofs.limits import limit_at_infinity
from verify.proofs.proof import Proof
from verify.proofs.sign_cases import SWITCHED
from verify.regularity.conditions import must_not_vanish
from verify.regularity.side_conditions import as_conditions
from verify.terms.requirements import Requirement
from verify.terms.survey import NO_NUMBERS, by_name

Prover = Callable[[Any, Any], "Proof | None"]
MAX_OPERATIONS = 120
MOST_TERMS = 60
STEPS = sympy.Dummy("h", integer=True, nonnegative=True)
"""From the first value but one of an induction."""


def prove_by_induction(lhs: Any, rhs: Any, prove: Prover) -> tuple[Any, Any, tuple[Any, ...]] | None:
    """(n, first value, exceptions) if lhs = rhs follows by induction over the upper limit n of its sums; else None.

    With D(n) = lhs - rhs: D(first) = 0 and D(n) - D(n-1) = 0 for every n > first, where
    the sum at n-1 is the sum at n less its last term.
    """
    difference = lhs - rhs
    sums = [s for s in difference.atoms(sympy.Sum) if len(s.limits) == 1]
    if not sums or len(sums) != len(difference.atoms(sympy.Sum)):
        return None
    for n in sorted(set.union(*[s.limits[0][2].free_symbols for s in sums]), key=by_name):
        first = _first_value(n, sums)
        step = None if first is None else _step(difference, sums, n, first, prove)
        base = None if step is None else _base(lhs, rhs, sums, n, first, prove)
        if step is not None and base is not None:
            return n, first, (*step, *base)
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
    """What must not vanish for D(n) = D(n-1) to hold at every n, free of n; None if the step is not proved.

    What holds for every n that the assumptions admit holds from first + 1 on; where it does not, the step is asked from there on.
    """
    values = {s: sympy.Dummy("S") for s in sums}
    last_terms = {s: values[s] - _put(s.function, s.limits[0][0], n) for s in sums}
    before = _shift_outside(difference, sums, n).xreplace(last_terms)
    grown = difference.xreplace(values) - before
    found = _everywhere(grown, sums, n, prove)
    return _everywhere(_put(grown, n, first + 1 + STEPS), sums, first + 1 + STEPS, prove) if found is None else found


def _everywhere(grown: Any, sums: list[Any], here: Any, prove: Prover) -> tuple[Any, ...] | None:
    """What must not vanish for `grown` to be zero at every `here`, free of it; None if that is not proved."""
    proof = prove(grown, sympy.S.Zero)
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
    if isinstance(vanishing, Requirement):
        return False
    for s in sums:
        term = s.function.subs(s.limits[0][0], here)
        if term.has(sympy.KroneckerDelta, *SWITCHED):
            continue
        divisors = [power.base for power in term.atoms(sympy.Pow) if power.exp.is_negative]
        if any(sympy.expand(base - sign * vanishing) == 0 for base in divisors for sign in (1, -1)):
            return True
    return False


def _shift_outside(difference: Any, sums: list[Any], n: Any) -> Any:
    """n → n - 1 everywhere but inside the sums, which stand for their own values."""
    hide = {s: sympy.Dummy("hidden") for s in sums}
    show = {dummy: s for s, dummy in hide.items()}
    return _put(difference.xreplace(hide), n, n - 1).xreplace(show)


def _put(expr: Any, old: Any, new: Any) -> Any:
    """`subs`, by the faster way wherever nothing binds a variable."""
    binds = expr.has(sympy.Integral, sympy.Sum, sympy.Product, sympy.Derivative, sympy.Subs)
    return expr.subs(old, new) if binds else expr.xreplace({old: new})


def _base(lhs: Any, rhs: Any, sums: list[Any], n: Any, first: Any, prove: Prover) -> tuple[Any, ...] | None:
    """What must not vanish for the equation to hold at the first n, less that without which a side is undefined there."""
    values = {}
    for s in sums:
        variable, low, _ = s.limits[0]
        values[s] = _put(s.function, variable, low) if first == low else sympy.S.Zero
    sides = tuple(_put(side.xreplace(values), n, first) for side in (lhs, rhs))
    proof = prove(*sides)
    if proof is None:
        return None
    stated = set(must_not_vanish(sides))
    return tuple(part for part in (*proof.nonzero, *proof.exceptions) if part not in stated)


def with_short_sums_written_out(expr: Any) -> Any:
    """The expression with every sum and product of a few terms, between explicit whole numbers, written out.

    >>> k, x = sympy.symbols("k x")
    >>> with_short_sums_written_out(sympy.Sum(x**k, (k, 0, 2)))
    x**2 + x + 1
    """
    if isinstance(expr, (sympy.Sum, sympy.Product)):
        return _written_out(expr)
    if not expr.has(sympy.Sum, sympy.Product) or isinstance(
        expr, (sympy.Integral, sympy.Derivative, sympy.Subs, sympy.Limit)
    ):
        return expr
    return expr.func(*[with_short_sums_written_out(arg) if isinstance(arg, sympy.Expr) else arg for arg in expr.args])


def _written_out(expr: Any) -> Any:
    variable, low, high = expr.limits[0] if len(expr.limits[0]) == 3 else (None, sympy.oo, sympy.oo)
    if len(expr.limits) != 1 or not (low.is_Integer and high.is_Integer and 0 <= high - low < MOST_TERMS):
        return expr
    try:
        terms = [_put(expr.function, variable, sympy.Integer(k)) for k in range(int(low), int(high) + 1)]
    except ValueError:  # a term that SymPy refuses to build, such as a polynomial of degree -1
        return expr
    return (sympy.Add if isinstance(expr, sympy.Sum) else sympy.Mul)(*terms)


def evaluate_series(expr: Any, prove: Prover, exceptions: list[Any]) -> Any:
    """The expression with every convergent geometric series replaced by first/(1 - ratio), telescoping ones by their ends.

    `exceptions` gains what must not vanish for that.

    >>> from verify.proofs.equality import by_normal_form
    >>> k = sympy.Symbol("k", integer=True)
    >>> evaluate_series(sympy.Sum(sympy.Rational(1, 2) ** k, (k, 0, sympy.oo)), by_normal_form, [])
    2
    """
    sums = {s: _geometric(s, prove) or _telescoping(s, prove) for s in expr.atoms(sympy.Sum)}
    known = {s: found for s, found in sums.items() if found is not None}
    for _, parts in known.values():
        exceptions += parts
    return expr.xreplace({s: value for s, (value, _) in known.items()})


def _geometric(series: Any, prove: Prover) -> tuple[Any, list[Any]] | None:
    if len(series.limits) != 1:
        return None
    variable, low, high = series.limits[0]
    if high != sympy.oo or not low.is_integer or series.function.has(*SWITCHED):
        return None
    k = sympy.Dummy("k", integer=True)
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
    at infinity is one of `verify.proofs.limits`.
    """
    from sympy.concrete.gosper import gosper_term

    if len(series.limits) != 1 or len(series.limits[0]) != 3:
        return None
    variable, low, high = series.limits[0]
    if high != sympy.oo or not low.is_Integer or series.function.has(*SWITCHED, sympy.Sum, sympy.Integral):
        return None
    if series.function.count_ops() > MAX_OPERATIONS:
        return None
    k = low + sympy.Dummy("h", integer=True, nonnegative=True)
    try:
        certificate = gosper_term(series.function, variable)
    except Exception:  # a candidate only: whatever SymPy raises, there is no candidate
        return None
    if certificate is None:
        return None
    ratio = sympy.factor(certificate * series.function)
    here, after, term = (_put(e, variable, at) for e, at in ((ratio, k), (ratio, k + 1), (series.function, k)))
    proof = prove(after - here, term)
    x = sympy.Dummy("x", positive=True)
    limit = limit_at_infinity(_put(ratio, variable, x), x)
    if proof is None or limit is None or limit.has(*NO_NUMBERS):
        return None
    parts = (*must_not_vanish((here, after)), *proof.nonzero, *proof.exceptions)
    if as_conditions(part for part in parts if k.free_symbols & part.free_symbols):
        return None
    first = _put(ratio, variable, low)
    return limit - first, [part for part in parts if not k.free_symbols & part.free_symbols]
