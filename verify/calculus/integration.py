"""Two rules for one integral of a line: integration by parts, and another variable in it.

What comes out stands for the integral wherever this exists, and that it exists is what its line says.  Why this cannot lie:

- *By parts.* The integrand is proved to be c u v'.  u and v are analytic between the ends, so that the rule holds on every
  closed range inside; u v has a proved, finite limit at both ends, infinite ones too.  Then both integrals exist, or
  none does, and the rule holds in the limit (DLMF 1.4.34).  With undefined functions the ends are finite, u and v are smooth up to them, and the
  functions are declared there (`verify.solving.integrals_of_functions`).
- *x = g(t), one to one.* g is analytic between the ends, g' has one sign there, and g has the ends of x as its
  limits: ∫ f(x) dx = ∫ f(g(t)) g'(t) dt, whatever f is, as limits of closed ranges inside (DLMF 1.4.27).
- *x = g(t), folding back.* g is smooth on the closed, finite range of t, and f has no singularity wherever x may go by
  the sign of g: both sides are F(g(t)) between the ends, with F' = f.
- *u = h(x)* is x = g(u) with an inverse g, which is a candidate and is asked the same; or the integrand is proved to be F(h(x)) h'(x),
  and the rule above is read from right to left.

A letter is taken for a variable of integration only where its range is one that it may have as it is declared.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sympy
from sympy.core.function import AppliedUndef

from verify.calculus.one_sign import sign_between
from verify.errors import GiveUp
from verify.normal_form.signs import is_nonnegative, is_nonzero, is_positive, is_real
from verify.orders.intervals import chart
from verify.proofs.equality import prove_equal
from verify.proofs.limits import end_limit, limit_at_infinity
from verify.regularity.analytic import is_analytic, is_continuous
from verify.solving.equations import assumption_conditions, has_only_a_sign
from verify.solving.jets import is_smooth, of_jet, total_derivative, with_jets, without_jets
from verify.terms.requirements import BOUND
from verify.terms.survey import NO_NUMBERS

INFINITE = (sympy.oo, -sympy.oo)


def by_parts(integral: Any, u: Any, v: Any) -> Any:
    """c (u v between the ends) - c ∫ u' v, for ∫ c u v'.  Raises GiveUp, with what was not shown.

    >>> x = sympy.Symbol("x", positive=True)
    >>> by_parts(sympy.Integral(x * sympy.exp(-x), (x, 0, sympy.oo)), x, -sympy.exp(-x))
    -Integral(-exp(-x), (x, 0, oo))
    """
    variable, low, high = range_of_reals(integral)
    place = _path(low, high)
    f, u, v = (with_jets(e).xreplace({variable: place}) for e in (integral.function, u, v))
    du, dv = total_derivative(u, place), total_derivative(v, place)
    c = _multiple(f, u * dv, place)
    if any(e.has(AppliedUndef) for e in (f, u, v)):
        boundary = _between_smooth_ends(u, v, place, low, high)
    else:
        if not (_is_analytic_between(u, place, low, high) and _is_analytic_between(v, place, low, high)):
            raise GiveUp("that both factors are analytic between the ends is not shown")
        boundary = _limit(u * v, place, high, low) - _limit(u * v, place, low, high)
    rest = without_jets((du * v).xreplace({place: variable}))
    left = sympy.Integral(rest, (variable, low, high)) if rest != 0 else sympy.S.Zero
    return c * boundary - c * left


def with_new_variable(integral: Any, g: Any, t: Any, ends: tuple[Any, Any]) -> Any:
    """∫ f(x) dx as an integral over t between the ends, x = g(t).  Raises GiveUp, with what was not shown."""
    variable, low, high = range_of_reals(integral)
    _check_letter(t, integral, ends)
    place = _path(*ends)
    g = with_jets(g).xreplace({t: place})
    slope = total_derivative(g, place)
    _check_ends(g, place, ends, (low, high))
    # Between finite ends that are real, a real slope keeps it real; t + 2i goes from end to end of the line beside it.
    stays_real = not {*ends, low, high} & {*INFINITE} or is_real(g)
    one_to_one = (
        stays_real and not g.has(AppliedUndef) and _is_analytic_between(g, place, *ends) and _rises(slope, place, *ends)
    )
    if not one_to_one:
        _check_folding(with_jets(integral.function), variable, g, place, ends)
    f = with_jets(integral.function).xreplace({variable: g})
    new = _without_roots_of_squares(f, place, ends) * slope
    return sympy.Integral(without_jets(new.xreplace({place: t})), (t, *ends))


def for_a_new_variable(integral: Any, u: Any, h: Any) -> Any:
    """∫ f(x) dx as an integral over u = h(x).  Raises GiveUp, with what was not shown."""
    variable, low, high = range_of_reals(integral)
    place = _path(low, high)
    inside = with_jets(h).xreplace({variable: place})
    ends = _limit(inside, place, low, high, finite=False), _limit(inside, place, high, low, finite=False)
    _check_letter(u, integral, ends)
    for g in _inverses(h, variable, u):
        try:
            return with_new_variable(integral, g, u, ends)
        except GiveUp:
            continue
    f, slope, own = (
        with_jets(integral.function).xreplace({variable: place}),
        total_derivative(inside, place),
        _path(*ends),
    )
    F = sympy.cancel(f / slope).subs(inside, own)
    if place in F.free_symbols or slope == 0:
        raise GiveUp(
            f"no inverse of {h} is known to run once through the range, and the integrand is no function of it times its slope"
        )
    _multiple(f, F.xreplace({own: inside}) * slope, place, whole=True)
    _check_folding(F, own, inside, place, (low, high))
    return sympy.Integral(without_jets(F.xreplace({own: u})), (u, *ends))


# --- ranges ---------------------------------------------------------------------------------------


def range_of_reals(integral: Any) -> tuple[Any, Any, Any]:
    """The variable of one range along the real line.  Raises GiveUp."""
    if len(integral.limits) != 1 or len(integral.limits[0]) != 3 or integral.function.has(*BOUND, sympy.Limit):
        raise GiveUp("the integral has several ranges, or one without ends")
    variable, low, high = integral.limits[0]
    if low.has(*BOUND) or high.has(*BOUND) or not all(end in INFINITE or _is_finite(end) for end in (low, high)):
        raise GiveUp("the ends of the range are not known to be real")
    if low == high or not _may_run(variable, low, high):
        raise GiveUp(f"{variable} as declared does not run through the range")
    return variable, low, high


def _is_finite(end: Any) -> bool:
    return not end.has(*NO_NUMBERS) and end.is_infinite is not True and is_real(end)


def _may_run(variable: Any, low: Any, high: Any) -> bool:
    """Has the letter, as it is declared, all numbers between the ends among its values?"""
    if not has_only_a_sign(variable) or variable.is_integer or variable.is_zero:
        return False
    if variable.is_extended_nonnegative:
        return all(end == sympy.oo or (_is_finite(end) and is_nonnegative(end)) for end in (low, high))
    if variable.is_extended_nonpositive:
        return all(end == -sympy.oo or (_is_finite(end) and is_nonnegative(-end)) for end in (low, high))
    return variable.is_nonzero is not True


def _path(low: Any, high: Any) -> Any:
    """A letter for all numbers between the ends, without these."""
    positive = all(end == sympy.oo or (_is_finite(end) and is_nonnegative(end)) for end in (low, high))
    return sympy.Dummy("x", positive=True) if positive else sympy.Dummy("x", real=True)


def _closed(low: Any, high: Any) -> Any:
    """A letter for all numbers between finite ends, and for these."""
    if not (_is_finite(low) and _is_finite(high)):
        raise GiveUp("the range is not finite")
    if is_positive(low) and is_positive(high):
        return sympy.Dummy("x", positive=True)
    both = is_nonnegative(low) and is_nonnegative(high)
    return sympy.Dummy("x", nonnegative=True) if both else sympy.Dummy("x", real=True)


def _check_letter(t: Any, integral: Any, ends: tuple[Any, Any]) -> None:
    if t in integral.free_symbols or t in integral.variables or any(t in end.free_symbols for end in ends):
        raise GiveUp(f"{t} stands in the integral already")
    if not all(end in INFINITE or _is_finite(end) for end in ends) or not _may_run(t, *ends):
        raise GiveUp(f"{t} as declared does not run from {ends[0]} to {ends[1]}")


# --- what is asked ----------------------------------------------------------------------------------


def _multiple(f: Any, product: Any, place: Any, whole: bool = False) -> Any:
    """c with f = c · product, proved but at single places; c is 1 if all of it must be there."""
    if product == 0:
        raise GiveUp("one of the factors is constant")
    ratio = sympy.S.One if whole else sympy.cancel(f / product)
    for c in dict.fromkeys((sympy.S.One, ratio)):
        proof = None if place in c.free_symbols else prove_equal(f, c * product)
        if proof is not None and all(_fails_at_single_places(condition, place) for condition in proof.conditions):
            return c
    raise GiveUp("that the integrand is such a product is not shown")


def _fails_at_single_places(condition: Any, place: Any) -> bool:
    """Does an analytic function vanish where the condition fails?  Everywhere it does not, or there were no proof."""
    if not isinstance(condition, sympy.Ne) or condition.free_symbols != {place} or condition.has(AppliedUndef):
        return False
    return is_analytic(condition.lhs - condition.rhs, place)


def _is_analytic_between(e: Any, place: Any, low: Any, high: Any) -> bool:
    if is_analytic(e, place):  # wherever it may be
        return True
    if {low, high} & {*INFINITE} and not (high == sympy.oo or low == -sympy.oo):
        return False
    inside, h = chart(low, high)
    tangents = {part: sympy.Dummy("w", real=True) for part in e.atoms(sympy.tan)}
    if tangents:  # tan is analytic where the cosine has no zero, and polynomials in it are
        rest = e.xreplace(tangents)
        free = all(sign_between(sympy.cos(part.args[0]), place, low, high, with_zeros=False) for part in tangents)
        args = all(is_analytic(part.args[0].xreplace({place: inside}), h) for part in tangents)
        return free and args and rest.is_polynomial(place, *tangents.values())
    return is_analytic(e.xreplace({place: inside}), h)


def _limit(e: Any, place: Any, end: Any, other: Any, finite: bool = True) -> Any:
    """The value at the end, or the limit from inside, which is proved."""
    if end not in INFINITE and is_continuous(_towards(e, place, end, other, closed=True), CLOSED):
        found = e.xreplace({place: end})
    elif end == sympy.oo:
        found = limit_at_infinity(e, place)
    elif end == -sympy.oo:
        found = limit_at_infinity(e.xreplace({place: -OPEN}), OPEN)
    else:
        found = end_limit(_towards(e, place, end, other, closed=False), OPEN, sympy.S.Zero, "+")
    if (
        found is None
        or found.has(sympy.nan, sympy.zoo, sympy.AccumBounds)
        or (found.has(*INFINITE) and (finite or found not in INFINITE))
    ):
        raise GiveUp(f"a finite limit at {end} is not shown" if finite else f"a limit at {end} is not shown")
    return found


OPEN, CLOSED = sympy.Dummy("h", positive=True), sympy.Dummy("h", nonnegative=True)


def _towards(e: Any, place: Any, end: Any, other: Any, closed: bool) -> Any:
    """The expression on the way from the end, where h = 0, to the other end."""
    h = CLOSED if closed else OPEN
    way = end + h if other == sympy.oo else end - h if other == -sympy.oo else (end + other * h) / (1 + h)
    return e.xreplace({place: way})


def _between_smooth_ends(u: Any, v: Any, place: Any, low: Any, high: Any) -> Any:
    """u v between finite ends, up to which both are smooth, and at which their functions are declared."""
    closed = _closed(low, high)
    total = (u * v).xreplace({place: closed})
    for e in (u, v):
        if not _is_smooth(e.xreplace({place: closed}), closed):
            raise GiveUp("that both factors are smooth up to the ends is not shown")
        _check_declared(e.xreplace({place: closed}), closed, (closed, low, high))
    return without_jets(total.xreplace({closed: high})) - without_jets(total.xreplace({closed: low}))


def _is_smooth(e: Any, x: Any) -> bool:
    if is_smooth(e, x):
        return True
    if e.is_Add or e.is_Mul:
        return all(_is_smooth(arg, x) for arg in e.args)
    if e.has(AppliedUndef):
        return False
    return is_analytic(e, x)


def _check_declared(e: Any, place: Any, where: tuple[Any, ...]) -> None:
    """Is every undefined function in it declared where the place is any of these?  Raises GiveUp."""
    for part in e.atoms(AppliedUndef):
        function, _ = of_jet(part.func)
        variables = getattr(function, "variables", None)
        for variable, arg in zip(variables or (), part.args, strict=bool(variables)):
            for end in where:
                if not has_only_a_sign(variable) or assumption_conditions(variable, arg.xreplace({place: end})):
                    raise GiveUp(f"whether {function} is declared all over the range is not known")


def _check_ends(g: Any, place: Any, ends: tuple[Any, Any], wanted: tuple[Any, Any]) -> None:
    for k, end in enumerate(ends):
        if g.has(AppliedUndef):
            if end in INFINITE:
                raise GiveUp("the range is not finite")
            there = without_jets(g.xreplace({place: end}))
        else:
            there = _limit(g, place, end, ends[1 - k], finite=False)
        if there == wanted[k]:
            continue
        proof = None if {there, wanted[k]} & {*INFINITE} else prove_equal(there, wanted[k])
        if proof is None or proof.conditions:
            raise GiveUp(f"that the range ends at {wanted[k]} where the new variable ends at {end} is not shown")


def _rises(slope: Any, place: Any, low: Any, high: Any) -> bool:
    """Has the slope one sign between the ends, but perhaps for single zeros?"""
    c, rest = sympy.factor_terms(slope).as_independent(place, as_Add=False)
    if not is_nonzero(c):
        return False
    if sign_between(rest, place, low, high) is not None:
        return True
    plain = rest.replace(sympy.tan, lambda inner: sympy.sin(inner) / sympy.cos(inner))
    top, bottom = sympy.fraction(sympy.together(plain))
    if prove_equal(plain, top / bottom) is None:
        return False
    return all(sign_between(part, place, low, high) is not None for part in (top, bottom))


def _check_folding(f: Any, x: Any, g: Any, place: Any, ends: tuple[Any, Any]) -> None:
    """Is g smooth on the closed range, and f without a singularity wherever it goes?  Raises GiveUp."""
    closed = _closed(*ends)
    g = g.xreplace({place: closed})
    if not _is_smooth(g, closed):
        raise GiveUp("that the range is run through once, or smoothly, is not shown")
    _check_declared(g, closed, (closed, *ends))
    if is_positive(g):
        there = sympy.Dummy("x", positive=True)
    elif is_nonnegative(g):
        there = sympy.Dummy("x", nonnegative=True)
    elif is_real(g):
        there = sympy.Dummy("x", real=True)
    else:
        raise GiveUp("that the variable stays real is not shown")
    f = f.xreplace({x: there})
    if not _is_smooth(f, there):
        raise GiveUp(
            "that the range is run through once, or that the integrand is smooth wherever it goes, is not shown"
        )
    _check_declared(f, there, (there,))


# --- candidates ---------------------------------------------------------------------------------------


def _inverses(h: Any, x: Any, u: Any) -> Iterator[Any]:
    """Candidates for x as a function of u = h(x), where x stands once: the operations undone one by one."""
    values = [u]
    while h != x:
        rest, own = h.as_independent(x) if h.is_Add or h.is_Mul else (None, h)
        if own == h and (h.is_Add or h.is_Mul):
            return
        if h.is_Add:
            values = [value - rest for value in values]
        elif h.is_Mul:
            values = [value / rest for value in values]
        elif isinstance(h, sympy.exp) or (h.is_Pow and x not in h.exp.free_symbols) or type(h) in UNDONE:
            values = [new for value in values for new in _undone(h, value)]
            own = h.base if h.is_Pow and not isinstance(h, sympy.exp) else h.args[0]
        else:
            return
        h = own
    yield from values


UNDONE = {sympy.log: sympy.exp, sympy.sin: sympy.asin, sympy.cos: sympy.acos, sympy.tan: sympy.atan, sympy.sinh: sympy.asinh,
          sympy.tanh: sympy.atanh, sympy.atan: sympy.tan, sympy.asin: sympy.sin, sympy.acos: sympy.cos, sympy.cosh: sympy.acosh}  # fmt: skip


def _undone(h: Any, value: Any) -> tuple[Any, ...]:
    if isinstance(h, sympy.exp):
        return (sympy.log(value),)
    if h.is_Pow:
        root = value ** (1 / h.exp)
        return (root, -root) if h.exp.is_even else (root,)
    return (UNDONE[type(h)](value),)


def _without_roots_of_squares(f: Any, place: Any, ends: tuple[Any, Any]) -> Any:
    """The same with √(cos²) as cos, where that is not negative between the ends: squares are candidates, each is proved."""
    values: dict[Any, Any] = {}
    for part in f.atoms(sympy.Pow):
        if not (part.exp.is_Rational and part.exp.q == 2 and place in part.base.free_symbols):
            continue
        root = sympy.powdenest(sympy.sqrt(sympy.trigsimp(part.base)), force=True)
        root = root.replace(sympy.Abs, lambda inner: inner)
        if any(p.exp.is_Rational and p.exp.q == 2 for p in root.atoms(sympy.Pow)):
            continue
        c, rest = root.as_independent(place, as_Add=False)
        sign = sign_between(rest, place, *ends) if is_nonnegative(c) and place in rest.free_symbols else None
        if sign is None or (proof := prove_equal(root**2, part.base)) is None or proof.conditions:
            continue
        values[part] = (sign * root) ** (2 * part.exp)
    return f.xreplace(values)
