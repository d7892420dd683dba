"""Integrals of undefined functions: linearity, adjoining ranges, substitution, parts, and the rule of Leibniz.

A line with such integrals is made one without: a sum Σ c ∫ f + rest, with coefficients that do not move under the
signs, is zero if at every end p of a range the sum H of the integrands that end there, less those that begin
there, is zero, or the derivative of something that is known at p.

Why this cannot lie.  Every range is cut at all ends between its own.  On a piece the line integrates the sum of the
H up to there, so it is zero if all H are; every integral that is printed exists, and so does each over a part of its range.
Where H = F' + h, with F made of jets (y, y', ...) with smooth coefficients, F is continuous up to the ends, since
the functions of a page are as smooth as their derivatives need, on the whole range in which they are declared; then the
fundamental theorem applies (DLMF 1.4.28).  Ends are real and finite.  Another variable u = p + q x, q ≠ 0, is
put in for x where all functions stand at this place (DLMF 1.4.27).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy
from sympy.core.function import AppliedUndef

from verify.balls.derivatives import differentiated
from verify.errors import GiveUp
from verify.normal_form.signs import is_nonzero, is_real
from verify.solving.equations import assumption_conditions, has_only_a_sign
from verify.solving.jets import is_smooth, jet, of_jet, total_derivative, with_jets, without_jets
from verify.terms.requirements import BOUND, outermost
from verify.terms.survey import rebuilt

Prover = Callable[[Any, Any], Any]
SMOOTH = "integral calculus"
"""The method of a proof for functions as smooth as their derivatives need, of which nothing else is said (`verify.calculus.smooth_functions`)."""
MOST_STEPS, MOST_INTEGRALS = 12, 12


def has_integral_of_a_function(*sides: Any) -> bool:
    return any(part.has(AppliedUndef) for side in sides for part in side.atoms(sympy.Integral))


# --- the rule of Leibniz ----------------------------------------------------------------------


def with_leibniz(expr: Any) -> Any:
    """d/dx of what is made of integrals of undefined functions carried out (DLMF 1.5.22), wherever it may be.

    The integrand is smooth in the variable of the derivative, on the whole range, and both ends are real, finite
    and differentiable; at a moving end the function is declared.
    """
    if not isinstance(expr, sympy.Basic) or not expr.has(sympy.Derivative) or not has_integral_of_a_function(expr):
        return expr
    if not isinstance(expr, sympy.Derivative):
        return expr if isinstance(expr, (*BOUND, sympy.Subs)) else rebuilt(expr, map(with_leibniz, expr.args))
    done = with_leibniz(expr.expr)
    try:
        for variable, times in expr.variable_count:
            for _ in range(int(times)):
                done = _differentiated(done, variable)
    except GiveUp:
        return expr
    return done


def _differentiated(expr: Any, x: Any) -> Any:
    if x.is_integer or not x.is_real or x not in expr.free_symbols:
        raise GiveUp("no derivative by this variable")
    if expr.has(sympy.Sum, sympy.Product, sympy.Limit):
        raise GiveUp("a sum, a product or a limit")
    integrals = sorted(outermost(expr), key=sympy.default_sort_key)
    if not all(part.has(AppliedUndef) for part in integrals):
        raise GiveUp("another integral")
    letters = {part: sympy.Function(f"W {k}")(x) for k, part in enumerate(integrals)}
    slope = differentiated(expr.xreplace(letters), x)
    if slope is None:
        raise GiveUp("no rule differentiates it")
    slopes = {sympy.Derivative(letter, x): _leibniz(part, x) for part, letter in letters.items()}
    return slope.xreplace(slopes).xreplace({letter: part for part, letter in letters.items()})


def _leibniz(integral: Any, x: Any) -> Any:
    variable, low, high = _range(integral)
    if x == variable:
        raise GiveUp("the variable under the sign")
    constant, inside = with_jets(integral.function).as_independent(variable, as_Add=False)
    alone = integral.func(without_jets(inside), (variable, low, high))
    return total_derivative(constant, x) * alone + constant * _of_its_ends(inside, variable, low, high, x)


def _of_its_ends(inside: Any, variable: Any, low: Any, high: Any, x: Any) -> Any:
    """d/dx of ∫ inside from low to high, the integrand in jets."""
    place = _place(low, high)
    there = inside.xreplace({variable: place})
    if not is_smooth(there, place):
        raise GiveUp("an integrand that may be singular")
    total = sympy.S.Zero
    for end, sign in ((high, 1), (low, -1)):
        if x in end.free_symbols:
            _ask_for_places(there, place, end)
            slope = differentiated(end, x)
            if slope is None:
                raise GiveUp("no rule differentiates an end")
            total += sign * without_jets(inside.xreplace({variable: end})) * slope
    if x in inside.free_symbols:
        if not is_smooth(there, x):
            raise GiveUp("an integrand that may not be differentiable")
        for end in (low, high):
            _ask_for_places(there, place, end)
        total += sympy.Integral(without_jets(total_derivative(inside, x)), (variable, low, high))
    return total


def _range(integral: Any) -> tuple[Any, Any, Any]:
    """The variable of one range between real, finite ends."""
    if len(integral.limits) != 1 or len(integral.limits[0]) != 3 or integral.function.has(*BOUND, sympy.Limit):
        raise GiveUp("several ranges, or one without ends")
    variable, low, high = integral.limits[0]
    if variable.is_integer or low.has(*BOUND) or high.has(*BOUND):
        raise GiveUp("a range that is none of real numbers")
    if any(end.is_infinite or end.has(sympy.oo, sympy.zoo, sympy.nan) or not is_real(end) for end in (low, high)):
        raise GiveUp("a range that is not known to be finite")
    return variable, low, high


def _place(*ends: Any) -> Any:
    """A variable for all numbers between ends, the ends included."""
    for fact in ("positive", "nonnegative"):
        if all(getattr(end, f"is_{fact}") for end in ends):
            return sympy.Dummy("u", **{fact: True})
    return sympy.Dummy("u", real=True)


def _ask_for_places(expr: Any, place: Any, end: Any) -> None:
    """Is every function in it declared where the place is the end?  Raises GiveUp."""
    for part in expr.atoms(AppliedUndef):
        function, _ = of_jet(part.func)
        variables = getattr(function, "variables", None)
        for variable, arg in zip(variables or (), part.args, strict=bool(variables)):
            there = arg.xreplace({place: end})
            if not has_only_a_sign(variable) or assumption_conditions(variable, there):
                raise GiveUp("a function at a place that may be outside of its range")


# --- sums of integrals ------------------------------------------------------------------------


def prove_sum_of_integrals(
    lhs: Any, rhs: Any, vanishes: Prover, deeper: Prover
) -> tuple[Any, tuple[Any, ...], bool] | None:
    """(proof of what is left, conditions on parameters for the rest, whether functions are smooth in it), or None.

    `vanishes` proves the sum of integrands at an end to be zero, `deeper` the line that is left.
    """
    try:
        parts, rest = _linear(lhs - rhs)
        if not 0 < len(parts) <= MOST_INTEGRALS:
            return None
        ends, place = _by_ends(parts)
        exceptions: list[Any] = []
        left = [(p, H) for p, H in ends.items() if not _is_zero(H, place, vanishes, exceptions)]
        smooth = any(_by_parts(H, place)[0] != 0 for _, H in left)
        if left:
            rest += _boundary_terms(left, place, next(iter(ends)), vanishes, exceptions)
    except GiveUp:
        return None
    proof = deeper(rest, sympy.S.Zero)
    return None if proof is None else (proof, tuple(exceptions), smooth)


def _linear(expr: Any) -> tuple[dict[Any, Any], Any]:
    """The coefficients of the integrals of undefined functions, and the rest; what is no sum of multiples stays in the rest."""
    if isinstance(expr, sympy.Integral) and expr.has(AppliedUndef):
        return {expr: sympy.S.One}, sympy.S.Zero
    parts: dict[Any, Any] = {}
    rest = sympy.S.Zero
    if expr.is_Add:
        for arg in expr.args:
            inner, left = _linear(arg)
            rest += left
            for integral, c in inner.items():
                parts[integral] = parts.get(integral, sympy.S.Zero) + c
        return parts, rest
    if expr.is_Mul:
        found = [(arg, _linear(arg)) for arg in expr.args]
        moving = [(arg, split) for arg, split in found if split[0]]
        if len(moving) == 1:
            arg, (inner, left) = moving[0]
            factor = sympy.Mul(*(a for a, _ in found if a is not arg))
            return {integral: factor * c for integral, c in inner.items()}, factor * left
    return {}, expr


def _by_ends(parts: dict[Any, Any]) -> tuple[dict[Any, Any], Any]:
    """Of each end the integrands that end there, less those that begin there, with their coefficients."""
    read = []
    for integral, c in sorted(parts.items(), key=lambda item: sympy.default_sort_key(item[0])):
        variable, low, high = _range(integral)
        if variable in c.free_symbols:
            raise GiveUp("a coefficient with the variable in it")
        read.append((c, *_substituted(with_jets(integral.function), variable, low, high)))
    place = _place(*(end for _, _, _, *both in read for end in both))
    ends: dict[Any, Any] = {}
    for c, inside, own, *both in read:
        for end, sign in zip(both, (-1, 1), strict=True):
            key = sympy.cancel(end) if end.is_rational_function() else end
            ends[key] = ends.get(key, sympy.S.Zero) + sign * c * inside.xreplace({own: place})
    return ends, place


def _substituted(inside: Any, variable: Any, low: Any, high: Any) -> tuple[Any, Any, Any, Any]:
    """The integral over u, where all functions stand at u = p + q x: integrand, u and ends."""
    own = sympy.Dummy("u", real=True)
    places = {arg for part in inside.atoms(AppliedUndef) for arg in part.args if variable in arg.free_symbols}
    if len(places) != 1 or (argument := next(iter(places))) == variable or argument.has(AppliedUndef):
        return inside.xreplace({variable: own}), own, low, high
    q = sympy.cancel(argument.diff(variable)) if argument.is_rational_function(variable) else variable
    if variable in q.free_symbols or not is_real(q) or not is_nonzero(q):
        return inside.xreplace({variable: own}), own, low, high
    p = sympy.cancel(argument - q * variable)
    if not is_real(p):
        return inside.xreplace({variable: own}), own, low, high
    stand_ins = {
        part: part.func(*(own if arg == argument else arg for arg in part.args)) for part in inside.atoms(AppliedUndef)
    }
    new = inside.xreplace(stand_ins).xreplace({variable: (own - p) / q}) / q
    return new, own, p + q * low, p + q * high


def _is_zero(H: Any, place: Any, vanishes: Prover, exceptions: list[Any]) -> bool:
    """Zero along the range but at single places; `exceptions` gains what the parameters must meet."""
    proof = None if H == 0 else vanishes(H, sympy.S.Zero)
    if H == 0 or proof is None:
        return bool(H == 0)
    divisors = {power.base for power in H.atoms(sympy.Pow) if not power.exp.is_positive}
    for part in (*proof.nonzero, *proof.exceptions):
        if not isinstance(part, sympy.Expr):
            return False
        for factor in sympy.Mul.make_args(part):
            base = factor.base if factor.is_Pow and factor.exp.is_Rational else factor
            if place not in base.free_symbols:
                exceptions.append(base)
            elif base in divisors and base.has(AppliedUndef):
                continue  # where it vanishes on more than single places, a printed integrand has no value
            elif not (base.is_polynomial(place) and is_nonzero(sympy.Poly(base, place).LC())):
                return False
    return True


def _boundary_terms(left: list[tuple[Any, Any]], place: Any, base: Any, vanishes: Prover, exceptions: list[Any]) -> Any:
    """Of every H = F' + h: F at its end less F at the base; h, if no undefined function is left in it, as an integral."""
    total = sympy.S.Zero
    for end, H in left:
        F, h = _by_parts(H, place)
        if not is_smooth(F, place):
            raise GiveUp("what is differentiated may be singular")
        for p in (end, base):
            _ask_for_places(F, place, p)
        total += without_jets(F.xreplace({place: end})) - without_jets(F.xreplace({place: base}))
        if not _is_zero(h, place, vanishes, exceptions):
            if h.has(AppliedUndef) or not is_smooth(h, place):
                raise GiveUp("an integral of undefined functions is left")
            total += sympy.Integral(h, (place, base, end))
    return total


def _by_parts(H: Any, place: Any) -> tuple[Any, Any]:
    """(F, h) with H = F' + h, and h without derivatives as far as these can be taken away: function by function in the order of names.

    A term A y⁽ⁿ⁾, A polynomial in y⁽ⁿ⁻¹⁾ and without functions that came before, is the derivative of ∫ A dy⁽ⁿ⁻¹⁾
    but for terms of lower order.
    """
    F, h = sympy.S.Zero, sympy.expand(H)
    here = {part for part in h.atoms(AppliedUndef) if place in part.free_symbols}
    if any(part.args != (place,) for part in here):
        raise GiveUp("functions at different places")
    functions = sorted({of_jet(part.func)[0] for part in here}, key=lambda f: f.__name__)
    for k, function in enumerate(functions):
        for _ in range(MOST_STEPS):
            orders = [of_jet(p.func)[1] for p in h.atoms(AppliedUndef) if of_jet(p.func)[0] == function]
            n = max(orders, default=0)
            G = _potential(h, function, n, functions[:k], place) if n else sympy.S.Zero
            if G == 0:
                break
            F, h = F + G, sympy.expand(h - total_derivative(G, place))
    return F, h


def _potential(h: Any, function: Any, n: int, before: list[Any], place: Any) -> Any:
    """∫ A dy⁽ⁿ⁻¹⁾ over the terms A y⁽ⁿ⁾."""
    top, below = jet(function, n)(place), jet(function, n - 1)(place)
    total = sympy.S.Zero
    for term in sympy.Add.make_args(h):
        if not term.has(top):
            continue
        A = sympy.cancel(term / top) if term.is_rational_function(top) else None
        if A is None or A.has(top) or any(of_jet(p.func)[0] in before for p in A.atoms(AppliedUndef)):
            continue
        c, w = A.as_independent(below)
        base, power = w.as_base_exp() if w != 1 else (below, sympy.S.Zero)
        if base != below or power.has(below) or power == -1 or not is_nonzero(power + 1) or place in power.free_symbols:
            continue
        total += c * below ** (power + 1) / (power + 1)
    return total
