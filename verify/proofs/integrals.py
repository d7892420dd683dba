"""Definite integrals by an antiderivative that is confirmed.

What SymPy finds is a candidate.  It counts only after

- for ∫ f from a to b: F' = f by an exact proof, F analytic inside (a, b) and continuous up
  to the ends (`verify.regularity.analytic`), so that the fundamental theorem of calculus applies; at
  an infinite end, or one up to which F is not continuous (x² log x at 0), the limit of F by `verify.proofs.limits`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any

import sympy

from verify.normal_form.signs import is_nonnegative, is_positive
from verify.proofs.antiderivatives import candidates, proposals
from verify.proofs.limits import end_limit, limit_at_infinity
from verify.proofs.proof import Proof
from verify.proofs.sign_cases import SWITCHED
from verify.regularity.analytic import is_analytic, is_continuous, slope
from verify.regularity.conditions import must_not_vanish
from verify.terms.survey import NO_NUMBERS

Prover = Callable[[Any, Any], "Proof | None"]
MAX_OPERATIONS = 120
NO_INTEGRAND = (*SWITCHED, sympy.Integral, sympy.Sum, sympy.Product, sympy.Derivative, sympy.Subs)


# --- definite integrals -------------------------------------------------------------------


def evaluate_integrals(expr: sympy.Expr, prove: Prover, exceptions: list[Any], hint: Any = None) -> Any:
    """The expression with every definite integral whose value can be confirmed replaced by it.

    Iterated integrals are taken from the inside out, as SymPy orders their limits.
    `exceptions` gains what must not vanish for the values to hold (n - m for an antiderivative
    divided by n - m).  `hint` is what the expression is said to equal.
    """
    if not expr.has(sympy.Integral):
        return expr
    if isinstance(expr, sympy.Integral):
        value, found = _value_of(expr, prove, hint if _is_candidate(hint, expr) else None)
        exceptions += found
        return value
    if isinstance(expr, (sympy.Sum, sympy.Product, sympy.Derivative)):
        return _inside(expr, prove, exceptions)
    if hint is not None and expr.is_Mul:
        factors = [arg for arg in expr.args if not arg.has(sympy.Integral)]
        hint = hint / sympy.Mul(*factors) if len(factors) == len(expr.args) - 1 else None
    else:
        hint = None
    args = [
        evaluate_integrals(arg, prove, exceptions, hint) if isinstance(arg, sympy.Expr) else arg for arg in expr.args
    ]
    return expr.func(*args)


def _is_candidate(hint: Any, integral: sympy.Integral) -> bool:
    """Is what an integral is said to equal an antiderivative, in its upper limit?  The value of any other hangs on no hint."""
    end = integral.limits[0][-1]
    is_open = len(integral.limits) == 1 and len(integral.limits[0]) == 3 and end.is_Symbol
    return is_open and hint is not None and not hint.has(sympy.Integral, sympy.Sum)


@lru_cache(maxsize=1024)
def _value_of(integral: sympy.Integral, prove: Prover, hint: Any) -> tuple[Any, tuple[Any, ...]]:
    """The value and its exceptions, or the integral itself: a line and its mutants share most of their integrals."""
    found: list[Any] = []
    value = _iterated(integral, prove, found, hint)
    return value, tuple(found if value != integral else ())


def _inside(expr: sympy.Expr, prove: Prover, exceptions: list[Any]) -> Any:
    """Under a sum or a derivative a value must hold at every index, and around the point: no exception may speak of these."""
    printed, expr = expr, expr if isinstance(expr, sympy.Derivative) else _as_the_limits_say(expr)
    own = set(expr.variables)
    found: list[Any] = []
    if any(variable.is_integer for variable in own) and isinstance(expr, sympy.Derivative):
        return printed
    body = evaluate_integrals(expr.args[0], prove, found)
    if body == expr.args[0]:
        return printed
    if any(part.free_symbols & own for part in found) and not isinstance(expr, sympy.Derivative):
        return printed
    exceptions += found
    return expr.func(body, *expr.args[1:])


def _as_the_limits_say(bound: Any) -> Any:
    """The same with variables of which no more is assumed than their limits imply: ∫ u exp(-ux) dx is not 1 for u < 0.

    From the outermost on: the ends of a range speak of the variables outside it, as these run and not as they are
    declared, and never of those inside, though a letter may be the same.
    """
    is_discrete = isinstance(bound, (sympy.Sum, sympy.Product))
    stand_ins: dict[Any, Any] = {}
    limits: list[tuple[Any, ...]] = []
    for variable, *declared in reversed(bound.limits):
        ends = [end.xreplace(stand_ins) for end in declared]
        told = {"integer" if is_discrete else "real": True}
        if len(ends) == 2 and all(end.is_extended_nonnegative for end in ends):
            told["nonnegative" if is_discrete and not ends[0].is_positive else "positive"] = True
        stand_ins[variable] = _stand_in(variable, tuple(sorted(told)))
        limits.insert(0, (stand_ins[variable], *ends))
    return bound.func(bound.function.xreplace(stand_ins), *limits)


@lru_cache(maxsize=1024)
def _stand_in(variable: sympy.Symbol, facts: tuple[str, ...]) -> sympy.Dummy:
    """One for each variable and what is assumed of it, so that what is worked out for an integral is known the next time."""
    return sympy.Dummy(variable.name, **dict.fromkeys(facts, True))


def _iterated(integral: Any, prove: Prover, exceptions: list[Any], hint: Any = None) -> Any:
    """An inner value must hold for all values of the outer variables, so no exception may speak of these."""
    is_nested = len(integral.limits) > 1 or integral.function.has(sympy.Integral, sympy.Sum)
    plain = _as_the_limits_say(integral) if is_nested else integral
    value = plain.function
    outer = {limit[0] for limit in plain.limits}
    for limit in plain.limits:
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
    integrand: sympy.Expr,
    variable: sympy.Symbol,
    low: sympy.Expr,
    high: sympy.Expr,
    prove: Prover,
    hint: Any = None,
    exceptions: list[Any] | None = None,
) -> Any | None:
    """The confirmed value of the integral of `integrand` from low to high, or None.

    `exceptions` gains what must not vanish for the value to hold.  `hint` is what the integral is said to equal: with a symbol as upper limit it is an
    antiderivative to try.

    >>> from verify.proofs.equality import by_normal_form
    >>> x = sympy.Symbol("x", real=True)
    >>> definite(x**2, x, sympy.S.Zero, sympy.Integer(3), by_normal_form)
    9
    >>> definite(1 / x**2, x, -sympy.S.One, sympy.S.One, by_normal_form) is None
    True
    """
    found: list[Any] = [] if exceptions is None else exceptions
    if not (low.is_extended_real and high.is_extended_real) or integrand.has(*NO_INTEGRAND):
        return None
    if variable in low.free_symbols | high.free_symbols or integrand.count_ops() > MAX_OPERATIONS:
        return None
    if low == high and low.is_infinite:
        return None  # a range from infinity to itself: no limit gives it a meaning
    if low == -sympy.oo or high == -sympy.oo:
        if low in (sympy.oo, -sympy.oo) and high in (sympy.oo, -sympy.oo):
            if low == -sympy.oo and high == sympy.oo and _is_even(integrand, variable):
                half = definite(integrand, variable, sympy.S.Zero, sympy.oo, prove, None, found)
                return None if half is None else 2 * half
            left = definite(integrand, variable, low, sympy.S.Zero, prove, None, found)
            right = None if left is None else definite(integrand, variable, sympy.S.Zero, high, prove, None, found)
            return None if left is None or right is None else left + right
        return definite(integrand.subs(variable, -variable), variable, -high, -low, prove, None, found)
    if low == sympy.oo:
        value = definite(integrand, variable, high, low, prove, None, found)
        return None if value is None else -value
    return _by_antiderivative(integrand, variable, low, high, prove, hint, found)


def _is_even(expr: sympy.Expr, variable: sympy.Symbol) -> bool:
    """True only if the variable occurs in even whole powers alone, so that the expression is a function of its square."""
    if expr.is_Pow and expr.base == variable and expr.exp.is_Integer:
        return bool(expr.exp % 2 == 0)
    return expr != variable and all(_is_even(arg, variable) for arg in expr.args)


def _by_antiderivative(
    integrand: sympy.Expr,
    variable: sympy.Symbol,
    low: sympy.Expr,
    high: sympy.Expr,
    prove: Prover,
    hint: Any,
    exceptions: list[Any],
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
    for candidate in candidates(f, place, high, hint):
        found = _confirmed(candidate, f, place, low, high, prove)
        if found is not None:
            exceptions += found[1]
            return found[0]
    return None


def _confirmed(
    candidate: sympy.Expr, f: sympy.Expr, place: sympy.Symbol, low: sympy.Expr, high: sympy.Expr, prove: Prover
) -> tuple[Any, list[Any]] | None:
    """F(high) - F(low) with its exceptions, if F' = f is proved and F is regular; else None.

    The value is None where F has no known limit: one that differs by a number has none either.
    The value holds for all parameters at which F is defined and F' = f holds on a dense part of
    the path.  What the parameters alone make vanish in F (n in sin(2πn)/n, which evaluates
    to 0) is an exception; so is what would make a condition of F' = f vanish on the whole path.
    """
    proof = prove(slope(candidate, place), f)
    if proof is None:
        return None
    if (ends := _at_the_ends(candidate, place, low, high)) is None:
        return None
    top, bottom = ends
    if top is None:
        return None, []
    if any(end.has(*NO_NUMBERS) for end in (top, bottom)):
        return None
    exceptions = _exceptions((*must_not_vanish((candidate,)), *proof.nonzero, *proof.exceptions), f, place, low, high)
    return None if exceptions is None else (top - bottom, exceptions)


def _at_the_ends(F: sympy.Expr, place: sympy.Symbol, low: sympy.Expr, high: sympy.Expr) -> tuple[Any, Any] | None:
    """F at both ends; as limits from inside where F is analytic between them and not continuous up to them (an improper integral)."""
    if _regular(F, place, low, high):
        top = limit_at_infinity(F, place) if high == sympy.oo else F.xreplace({place: high})
        return top, F.xreplace({place: low})
    covered = is_nonnegative(low) and place.is_positive and is_analytic(F, place)
    covered = covered or any(is_analytic(F.xreplace({place: p}), h) for p, h, _ in _covers(low, high, place, False))
    if not covered or not (high == sympy.oo or is_positive(high - low)):
        return None
    top, bottom = end_limit(F, place, high, "-"), end_limit(F, place, low, "+")
    return None if top is None or bottom is None else (top, bottom)


def _exceptions(
    parts: Iterable[Any], f: sympy.Expr, place: sympy.Symbol, low: sympy.Expr, high: sympy.Expr
) -> list[Any] | None:
    """What must not vanish among the parameters; where f is undefined, the integral says nothing anyway."""
    stated = {factor for part in must_not_vanish((f,)) for factor in _factors(part)}
    found: dict[Any, None] = {}
    for factor in (factor for part in parts for factor in _factors(part)):
        if factor in stated or factor.free_symbols <= {place}:
            continue
        if place not in factor.free_symbols:
            found[factor] = None
        elif not isinstance(factor, sympy.Expr):
            return None
        else:
            found[_not_everywhere_zero(factor, place, low, high)] = None
    return list(found)


def _factors(part: Any) -> list[Any]:
    """The bases of the factors of what must not vanish; a Boolean is left as it is."""
    if not isinstance(part, sympy.Expr):
        return [part]
    return [factor.base if factor.is_Pow and factor.exp.is_Rational else factor for factor in sympy.Mul.make_args(part)]


def _not_everywhere_zero(factor: sympy.Expr, place: sympy.Symbol, low: sympy.Expr, high: sympy.Expr) -> Any:
    """An expression in the parameters: where it is not zero, the factor does not vanish on the whole path."""
    if factor.is_polynomial(place):
        return sympy.Poly(factor, place).LC()
    inside = (low + high) / 2 if low.is_finite and high.is_finite else (low if low.is_finite else high - 2) + 1
    return factor.xreplace({place: inside})


def _is_plain(variable: sympy.Symbol, low: sympy.Expr, high: sympy.Expr) -> bool:
    """True if the variable is declared real and nothing more, or positive on a path of positive numbers."""
    if _is_merely(variable, "real"):
        return True
    return bool(_is_merely(variable, "positive") and low.is_nonnegative and high.is_extended_nonnegative)


def _is_merely(symbol: sympy.Symbol, fact: str) -> bool:
    """True if this one fact is all that is declared of the symbol."""
    declared = getattr(symbol, "_assumptions_orig", {})
    return bool(symbol.is_Symbol) and {name: value for name, value in declared.items() if name != "commutative"} == {
        fact: True
    }


POSITIVE_PATH, REAL_PATH = sympy.Dummy("x", positive=True), sympy.Dummy("x", real=True)


def _path_symbol(low: sympy.Expr, high: sympy.Expr) -> Any:
    """For the open path, the same for every integral: each antiderivative is looked for once.  No integrand contains it."""
    return POSITIVE_PATH if low.is_nonnegative and high.is_extended_nonnegative else REAL_PATH


def _regular(candidate: sympy.Expr, place: sympy.Symbol, low: sympy.Expr, high: sympy.Expr) -> bool:
    """True only if the candidate is analytic between the ends and continuous up to the finite ones."""
    for inside, inner, ends in _covers(low, high, place, is_analytic(candidate, place)):
        if is_analytic(candidate.xreplace({place: inside}), inner) and all(
            is_continuous(candidate.xreplace({place: closed}), outer) for closed, outer in ends
        ):
            return True
    return False


Cover = tuple[Any, Any, list[tuple[Any, Any]]]


def _covers(low: sympy.Expr, high: sympy.Expr, place: sympy.Symbol, wide: bool) -> Iterator[Cover]:
    """Ways to run through [low, high]: a path through the open range with its symbol, and paths up to the ends.

    The first path covers the open range (low, high); it and the others together cover the
    finite ends.  More than the range is allowed, so the whole line comes first, unless the
    candidate is not even analytic (`wide`) wherever `place` may be.
    """
    inner, outer = sympy.Dummy("h", positive=True), sympy.Dummy("h", nonnegative=True)
    if wide:
        line = place if _is_merely(place, "real") else sympy.Dummy("x", real=True)
        yield line, line, []
        if is_nonnegative(low) and (high == sympy.oo or is_nonnegative(high)):
            yield inner, inner, [(outer, outer)]
    if low != 0 and (high == sympy.oo or is_nonnegative(high - low)):
        yield low + inner, inner, [(low + outer, outer)]
    if high != sympy.oo:
        from_low, from_high = ((a + b * outer) / (1 + outer) for a, b in ((low, high), (high, low)))
        yield from_low, outer, [(from_high, outer)]
        yield from_high, outer, [(from_low, outer)]
        yield (low + high * inner) / (1 + inner), inner, [(from_low, outer), (from_high, outer)]
