"""Rules for infinite sums, each with a bound on what is left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import sympy
from flint import acb, arb, ctx

from verify.balls.compiler import Compiler
from verify.balls.core import MAX_TERMS, NAN, ZERO, Env, Node, exact_integer, is_real, rational, work
from verify.errors import GiveUp

ENOUGH_TO_DECAY = 2_000
"""Terms after which a series that is worth summing has begun to decay."""


def infinite_sum(compiler: Compiler, expr: Any) -> Node:
    """Σ_{k ≥ a} t(k): rational terms by Hurwitz zeta values, geometric decay by a bound on the ratio.

    A sum of terms is split only into series that converge absolutely by themselves.
    """
    index, lower, upper = expr.limits[-1]
    if len(expr.limits) != 1 or upper is not sympy.oo or compiler.path:
        raise GiveUp("no rule encloses this infinite Sum")
    if lower.is_integer is not True:
        raise GiveUp("no rule encloses an infinite Sum whose lower bound is not an integer")
    sign = {name: True for name in ("positive", "nonnegative") if getattr(lower, "is_" + name)}
    place = sympy.Dummy(index.name, integer=True, **sign)
    term = expr.function.xreplace({index: place})
    if term.is_zero or sympy.expand(term) == 0:
        return lambda env, analytic: ZERO
    series = _paired(compiler, term, place, lower) or _separate(compiler, term, place, compiler.node(lower))

    def total(env: Env, analytic: bool) -> acb:
        value = ZERO
        for part in series:
            ball = part(env, False)
            if not ball.is_finite():
                return NAN
            value = value + ball
        return value

    return total


def _separate(compiler: Compiler, term: Any, k: Any, start: Node) -> list[Node]:
    """The rational terms as one series, every other term as its own, each absolutely convergent."""
    if not term.is_Add:
        try:
            return _split(compiler, (term,), k, start)
        except GiveUp:
            pass  # multiplied out it may be a sum of series that are known
    return _split(compiler, sympy.Add.make_args(sympy.expand(term)), k, start)


def _split(compiler: Compiler, terms: tuple[Any, ...], k: Any, start: Node) -> list[Node]:
    smooth = [part for part in terms if part.is_rational_function(k)]
    series = [_series(compiler, part, k, start) for part in terms if part not in smooth]
    return [*series, _rational_series(compiler, [sympy.Add(*smooth)], k, start)] if smooth else series


def _paired(compiler: Compiler, term: Any, k: Any, lower: Any) -> list[Node]:
    """The series by pairs, where (-1)**k or Mod(k, 2) asks for it and it applies; else nothing."""
    if not term.has(sympy.Mod) and all(power.base != -1 for power in term.atoms(sympy.Pow)):
        return []
    try:
        return [_paired_series(compiler, term, k, lower)]
    except GiveUp:
        return []


def _series(compiler: Compiler, term: Any, k: Any, start: Node) -> Node:
    for rule in (_geometric_series, _power_series):
        try:
            return rule(compiler, term, k, start)
        except GiveUp:
            continue
    raise GiveUp("no rule bounds the tail of this infinite Sum")


def _paired_series(compiler: Compiler, term: Any, k: Any, lower: Any) -> Node:
    """Σ_{k ≥ a} t(k) = Σ_{j ≥ 0} [t(a + 2j) + t(a + 2j + 1)], right when t(k) → 0.

    It serves (-1)**k and Mod(k, 2), which are constant on each half.  Both halves must
    be rational functions of j that vanish at infinity, which gives t(k) → 0.
    """
    j = sympy.Dummy("j", integer=True, nonnegative=True)
    pair = [term.xreplace({k: lower + 2 * j + shift}) for shift in (0, 1)]
    pair = [half.replace(sympy.Pow, _parity_power) for half in map(sympy.expand, pair)]
    return _rational_series(compiler, pair, j, lambda env, analytic: ZERO)


def _parity_power(base: Any, exponent: Any) -> Any:
    """(-1)**(2j + m) → (-1)**m for integers."""
    if base == -1 and exponent.is_integer:
        return sympy.S.NegativeOne ** sympy.Add(
            *(part for part in sympy.Add.make_args(sympy.expand(exponent)) if not (part / 2).is_integer)
        )
    return sympy.Pow(base, exponent)


@dataclass(frozen=True)
class RationalTerm:
    """P(k)/Q(k) with coefficient nodes, the leading ones first."""

    top: list[Node]
    bottom: list[Node]
    decay: int

    @classmethod
    def of(cls, compiler: Compiler, term: Any, k: Any) -> RationalTerm:
        numerator, denominator = sympy.fraction(sympy.together(term))
        try:
            top, bottom = sympy.Poly(numerator, k), sympy.Poly(denominator, k)
        except sympy.PolynomialError:
            raise GiveUp("no rule bounds the tail of this infinite Sum") from None
        if top.is_zero or bottom.is_zero:
            raise GiveUp("no rule encloses an infinite Sum of terms that vanish")
        if any(c.has(k) for c in (*top.all_coeffs(), *bottom.all_coeffs())):
            raise GiveUp("no rule bounds the tail of this infinite Sum")
        return cls(
            compiler.nodes(top.all_coeffs()), compiler.nodes(bottom.all_coeffs()), bottom.degree() - top.degree()
        )


def _rational_series(compiler: Compiler, terms: list[Any], k: Any, start: Node) -> Node:
    """Σ_{k ≥ a} of a rational function that falls like k**-2 or faster.

    With w = 1/k the term is w**δ g(w), g analytic where |w| ≤ ρ, hence
    Σ_{k ≥ N} t(k) = Σ_j g_j ζ(δ + j, N).  Cauchy's estimate |g_j| ≤ G ρ**-j and
    ζ(s, N) ≤ (1 + N) N**-s for s ≥ 2 bound what is left out (DLMF 25.11).
    """
    parts = [RationalTerm.of(compiler, term, k) for term in terms if term != 0]
    if any(part.decay < 1 for part in parts):
        raise GiveUp("no rule encloses an infinite Sum whose terms do not vanish")
    whole = sympy.Add(*terms)
    shape = RationalTerm.of(compiler, whole, k)
    if shape.decay < 2:
        raise GiveUp("no rule encloses an infinite Sum that does not converge absolutely")
    body = compiler.node(whole)
    real = whole.is_extended_real is True

    def series(env: Env, analytic: bool) -> acb:
        first = exact_integer(start(env, False))
        top = [node(env, False) for node in shape.top]
        bottom = [node(env, False) for node in shape.bottom]
        # A leading coefficient that is zero here would spoil the decay of a part.
        if any(part.bottom[0](env, False).contains(0) for part in parts):
            return NAN
        if first is None or not all(ball.is_finite() for ball in (*top, *bottom)):
            return NAN
        disc = _analytic_disc(top, bottom)
        if disc is None:
            return NAN
        radius, bound = disc
        cut = max(first, 2, _ceiling(16 / radius))
        if cut - first > MAX_TERMS:
            return NAN
        head = _partial_sum(body, env, k, first, cut)
        return head + _hurwitz_tail(top, bottom, shape.decay, cut, radius, bound, real)

    return series


def _analytic_disc(top: list[acb], bottom: list[acb]) -> tuple[arb, arb] | None:
    """ρ and G such that g(w) = top(w)/bottom(w) is analytic with |g| ≤ G where |w| ≤ ρ."""
    lead = arb(bottom[0].abs_lower())
    if not lead > 0:
        return None
    radius = arb(1)
    for _ in range(64):
        rest = sum((arb(c.abs_upper()) * radius**i for i, c in enumerate(bottom[1:], 1)), arb(0))
        if rest < lead / 2:
            size = sum((arb(c.abs_upper()) * radius**i for i, c in enumerate(top)), arb(0))
            return radius, arb((size / (lead - rest)).upper())
        radius = radius / 2
    return None


def _hurwitz_tail(top: list[acb], bottom: list[acb], decay: int, cut: int, radius: arb, bound: arb, real: bool) -> acb:
    """Σ_{k ≥ cut} of w**decay top(w)/bottom(w) at w = 1/k, with the remainder in the radius."""
    count = ctx.prec // 4 + 8
    coefficients: list[acb] = []
    total = acb(0)
    for j in range(count):
        # Division of power series: bottom * g = top.
        value = top[j] if j < len(top) else acb(0)
        for i in range(1, min(j, len(bottom) - 1) + 1):
            value = value - bottom[i] * coefficients[j - i]
        coefficients.append(value / bottom[0])
        total = total + coefficients[j] * acb(decay + j).zeta(acb(cut))
    step = 1 / (radius * cut)
    left_out = bound * (1 + cut) * arb(cut) ** -decay * step**count / (1 - step)
    return total + error_ball(left_out, real)


def error_ball(size: arb, real: bool) -> acb:
    """Every number, or every real number, of modulus at most `size`."""
    radius = arb(0, size.upper())
    return acb(radius) if real else acb(radius, radius)


def _ceiling(value: arb) -> int:
    return int(value.upper().ceil().unique_fmpz())


def _partial_sum(body: Node, env: Env, k: Any, first: int, cut: int) -> acb:
    total = acb(0)
    for number in range(first, cut):
        term = body(env.with_integer(k, number), False) if work.go_on() else NAN
        if not term.is_finite():
            return NAN
        total = total + term
    return total


def _power_series(compiler: Compiler, term: Any, k: Any, start: Node) -> Node:
    """Σ_{k ≥ a} C (k + b)**-s = C ζ(s, a + b) for Re s > 1 (DLMF 25.11.1)."""
    constant, rest = sympy.powsimp(term).as_independent(k, as_Add=False)
    if not (rest.is_Pow and not rest.exp.has(k)) or sympy.diff(rest.base, k) != 1:
        raise GiveUp("no rule bounds the tail of this infinite Sum")
    scale, shift = compiler.node(constant), compiler.node(rest.base - k)
    power = compiler.node(-rest.exp)

    def series(env: Env, analytic: bool) -> acb:
        first = exact_integer(start(env, False))
        c, b, s = scale(env, False), shift(env, False), power(env, False)
        if first is None or not all(ball.is_finite() for ball in (c, b, s)):
            return NAN
        return c * s.zeta(first + b) if s.real > 1 and is_real(b) and (first + b).real > 0 else NAN

    return series


@dataclass(frozen=True)
class RatioFactor:
    """One factor of |t(k+1)/t(k)|: |ratio(w)|**power * w**order, with w = 1/k."""

    ratio: Callable[[Env, acb], acb]
    power: Any
    order: Any


def _geometric_series(compiler: Compiler, term: Any, k: Any, start: Node) -> Node:
    """Σ_{k ≥ a} t(k) where |t(k+1)/t(k)| ≤ r < 1 for all k ≥ K: the tail is at most |t(K)|/(1 - r).

    The ratio is put together from the factors of t, each with a known quotient, and
    bounded for all k ≥ K at once on the ball w = 1/k ∈ [0, 1/K].
    """
    factors = [
        part for factor in sympy.Mul.make_args(sympy.powsimp(term)) for part in _ratio_factors(compiler, factor, k)
    ]
    order = sum((factor.order for factor in factors), sympy.S.Zero)
    if order < 0:
        raise GiveUp("no rule encloses an infinite Sum whose terms grow")
    body = compiler.node(term)
    real = term.is_extended_real is True

    def series(env: Env, analytic: bool) -> acb:
        first = exact_integer(start(env, False))
        if first is None:
            return NAN
        total, goal = acb(0), arb(2) ** -(ctx.prec + 8)
        block = max(first, 8)
        done = first
        while block - first <= MAX_TERMS:
            total = total + _partial_sum(body, env, k, done, block)
            done = block
            last = body(env.with_integer(k, block), False)
            if not (total.is_finite() and last.is_finite()):
                return NAN
            ratio = _ratio_bound(factors, order, env, block)
            if block - first > ENOUGH_TO_DECAY and (ratio is None or ratio >= arb("0.999")):
                return NAN  # the terms grow, or fall too slowly
            if ratio is not None and ratio < arb("0.999"):
                tail = arb(last.abs_upper()) / (1 - ratio)
                if tail <= goal * arb(total.abs_upper()) or tail <= goal:
                    return total + error_ball(tail, real)
            block += max(16, block // 4)
        return NAN

    return series


def _ratio_bound(factors: list[RatioFactor], order: Any, env: Env, start: int) -> arb | None:
    """An upper bound on |t(k+1)/t(k)| for all k ≥ start, or None."""
    half = arb(1) / (2 * start)
    w = acb(arb(half.mid(), half.upper()))
    bound = (arb(1) / start) ** arb(rational(order)) if order > 0 else arb(1)
    for factor in factors:
        value = factor.ratio(env, w)
        if not value.is_finite():
            return None
        power = int(factor.power)
        size = arb(value.abs_upper()) if power > 0 else arb(value.abs_lower())
        if power < 0 and not size > 0:
            return None
        bound = bound * size**power
    return arb(bound.upper()) if bound.is_finite() else None


def _ratio_factors(compiler: Compiler, factor: Any, k: Any) -> Iterator[RatioFactor]:
    """The quotient factor(k+1)/factor(k) of one factor of a hypergeometric term."""
    if not factor.has(k):
        return
    # Not as_base_exp, which writes (1/2)**k as 2**(-k).
    base, power = (factor.base, factor.exp) if isinstance(factor, (sympy.Pow, sympy.exp)) else (factor, sympy.S.One)
    if not base.has(k):
        slope = _slope(sympy.expand(factor.exp), k)
        growth = compiler.node(base**slope)
        yield RatioFactor(lambda env, w: growth(env, False), 1, sympy.S.Zero)
    elif not power.is_Integer:
        raise GiveUp("no rule bounds the tail of this infinite Sum")
    elif isinstance(base, (sympy.factorial, sympy.gamma)):
        yield from _factorial_factors(compiler, base, int(power), k)
    elif isinstance(base, sympy.binomial):
        n, m = base.args
        for argument, sign in ((n, 1), (m, -1), (n - m, -1)):
            if argument.has(k):
                yield from _factorial_factors(compiler, sympy.factorial(argument), sign * int(power), k)
    elif base.is_polynomial(k):
        yield RatioFactor(
            _polynomial_quotient(compiler.nodes(sympy.Poly(base, k).all_coeffs())), int(power), sympy.S.Zero
        )
    else:
        raise GiveUp("no rule bounds the tail of this infinite Sum")


def _slope(expr: Any, k: Any) -> Any:
    """α of a linear α k + β."""
    slope = sympy.diff(expr, k)
    if slope.has(k):
        raise GiveUp("no rule bounds the tail of this infinite Sum")
    return slope


def _factorial_factors(compiler: Compiler, base: Any, power: int, k: Any) -> Iterator[RatioFactor]:
    """(αk + β + α)!/(αk + β)! = Π_{i=1..α} (αk + β + i), and αk + β + i = (α + (β + i) w)/w."""
    argument = base.args[0] - (1 if isinstance(base, sympy.gamma) else 0)
    slope = _slope(sympy.expand(argument), k)
    if not (slope.is_Integer and 0 < slope <= 16):
        raise GiveUp("no rule bounds the tail of this infinite Sum")
    offset = compiler.node(sympy.expand(argument - slope * k))
    alpha = int(slope)
    for i in range(1, alpha + 1):
        yield RatioFactor(lambda env, w, i=i: alpha + (offset(env, False) + i) * w, power, sympy.Integer(-power))  # type: ignore[misc]


def _polynomial_quotient(coefficients: list[Node]) -> Callable[[Env, acb], acb]:
    """P(k+1)/P(k) as a function of w = 1/k, regular at w = 0."""

    def quotient(env: Env, w: acb) -> acb:
        values = [node(env, False) for node in coefficients]
        degree = len(values) - 1
        above = sum((c * (1 + w) ** (degree - i) * w**i for i, c in enumerate(values)), acb(0))
        below = sum((c * w**i for i, c in enumerate(values)), acb(0))
        return above / below

    return quotient
