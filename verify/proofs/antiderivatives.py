"""Antiderivatives that a physicist writes down at once: a short table, read before SymPy is asked.

Everything here is a *proposal*.  `verify.proofs.integrals` differentiates it back and checks that
it is continuous; a wrong line of this table can therefore cost a proof, never cause one.
The formulas are those of DLMF 1.4 and 4.26, for generic parameters (no denominator that
depends on a parameter vanishes).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

import sympy

from verify.errors import GiveUp
from verify.regularity.analytic import slope

MAX_TERMS = 40
MAX_DEGREE = 12
MAX_HEURISTIC_OPERATIONS = 12
HALF = sympy.Rational(1, 2)
MOST_STEPS = 250
"""Of SymPy's rules by hand: t^5 e^(-2t) cos 3t takes 113, t^7 P_m(t) comes to no end."""


def by_hand(f: Any, x: Any) -> Any:
    """What SymPy's rules by hand propose within `MOST_STEPS` steps, the same ones in every run.  Raises GiveUp."""
    from sympy.integrals import manualintegrate as rules

    step = rules.integral_steps
    left = MOST_STEPS

    def counted(integrand: Any, symbol: Any, **options: Any) -> Any:
        nonlocal left
        left -= 1
        if left < 0:
            raise GiveUp("too many steps")
        return step(integrand, symbol, **options)

    rules.integral_steps = counted
    try:
        return rules.manualintegrate(f, x)
    finally:
        rules.integral_steps = step
        rules._integral_cache.clear()
        rules._parts_u_cache.clear()


def proposals(f: Any, x: Any) -> Iterator[Any]:
    """Functions whose derivative by x should be f: term by term as f stands, then expanded.

    >>> x, a = sympy.symbols("x a", positive=True)
    >>> list(proposals(x / (1 + x**2), x))
    [log(x**2 + 1)/2]
    >>> list(proposals(x * sympy.exp(-a * x), x))
    [-x*exp(-a*x)/a - exp(-a*x)/a**2]
    """
    if f.has(sympy.sinh, sympy.cosh):
        f = f.rewrite([sympy.sinh, sympy.cosh], sympy.exp)
    found = _termwise(f, x)
    if found is None:
        expanded = sympy.expand(f)
        found = _termwise(expanded, x) if expanded != f else None
    if found is not None:
        yield found


def _termwise(f: Any, x: Any) -> Any | None:
    terms = sympy.Add.make_args(f)
    if len(terms) > MAX_TERMS:
        return None
    parts = []
    for term in terms:
        constant, rest = term.as_independent(x, as_Add=False)
        part = next((found for rule in RULES if (found := rule(rest, x)) is not None), None)
        if part is None:
            return None
        parts.append(constant * part)
    return sympy.Add(*parts)


def _coefficients(expr: Any, x: Any) -> dict[int, Any] | None:
    """{n: coefficient of x^n} if expr is written as a polynomial of degree ≤ 2 in x, term by term."""
    found = {0: sympy.S.Zero, 1: sympy.S.Zero, 2: sympy.S.Zero}
    for term in sympy.Add.make_args(expr):
        degree, others = 0, []
        for factor in sympy.Mul.make_args(term):
            if factor == x:
                degree += 1
            elif factor.is_Pow and factor.base == x and factor.exp == 2:
                degree += 2
            elif x in factor.free_symbols:
                return None
            else:
                others.append(factor)
        if degree > 2:
            return None
        found[degree] += sympy.Mul(*others)
    return found


def _line(expr: Any, x: Any) -> tuple[Any, Any] | None:
    """(slope, level) if expr = slope·x + level."""
    found = _coefficients(expr, x)
    return None if found is None or found[2] != 0 else (found[1], found[0])


def _even_parabola(expr: Any, x: Any) -> tuple[Any, Any] | None:
    """(α, β) if expr = α x² + β."""
    found = _coefficients(expr, x)
    return None if found is None or found[1] != 0 or found[2] == 0 else (found[2], found[0])


def _base_and_exponent(factor: Any) -> tuple[Any, Any]:
    return (factor.base, factor.exp) if factor.is_Pow and not isinstance(factor, sympy.exp) else (factor, sympy.S.One)


def power(f: Any, x: Any) -> Any | None:
    """(α x + β)^k → (α x + β)^(k+1)/(α (k+1)), or log(α x + β)/α.

    >>> x = sympy.Symbol("x", positive=True)
    >>> power(1 / (2 * x + 1) ** 2, x), power(1 / x, x)
    (-1/(2*(2*x + 1)), log(x))
    """
    if f is sympy.S.One:
        return x
    base, exponent = _base_and_exponent(f)
    if exponent.has(x):
        return None
    line = _line(base, x)
    if line is None or line[0] == 0:
        return None
    return (sympy.log(base) if exponent == -1 else base ** (exponent + 1) / (exponent + 1)) / line[0]


def inner_derivative(f: Any, x: Any) -> Any | None:
    """g'·g^k → g^(k+1)/(k+1) or log g; g'·exp g → exp g.

    >>> x = sympy.Symbol("x", real=True)
    >>> inner_derivative(x * sympy.exp(-(x**2)), x), inner_derivative(x / sympy.sqrt(1 + x**2), x)
    (-exp(-x**2)/2, sqrt(x**2 + 1))
    """
    for factor in sympy.Mul.make_args(f):
        base, exponent = _base_and_exponent(factor)
        exponential = isinstance(factor, sympy.exp)
        if base == x or exponent.has(x):
            continue
        inside = factor.exp if exponential else base
        rate = slope(inside, x)
        if rate == 0 or (factor == f and rate.has(x)):
            continue
        constant = f / factor / rate
        if constant.has(x):
            continue
        if exponential:
            return constant * factor
        return constant * (sympy.log(base) if exponent == -1 else base ** (exponent + 1) / (exponent + 1))
    return None


def waves(f: Any, x: Any) -> Any | None:
    """x^n · exp(p x + r) · sines and cosines of linear arguments.

    The product of the waves is a sum of cos θ and sin θ; on e^{px}(c cos θ + s sin θ) with
    θ' = q the integral is the linear map (c, s) → (p c - q s, q c + p s)/(p² + q²), and a
    power of x is lowered by parts.

    >>> x, a, b = sympy.symbols("x a b", positive=True)
    >>> waves(sympy.sin(x) ** 2, x)
    x/2 - sin(2*x)/4
    """
    degree, rate, exponential = 0, sympy.S.Zero, sympy.S.One
    sums = {sympy.S.Zero: (sympy.S.One, sympy.S.Zero)}
    for factor in sympy.Mul.make_args(f):
        base, exponent = _base_and_exponent(factor)
        if base != x and not isinstance(base, (sympy.exp, sympy.sin, sympy.cos)):
            return None
        line = _line(base if base == x else base.args[0], x)
        if line is None or not (exponent.is_Integer and 0 < exponent <= MAX_DEGREE):
            return None
        if isinstance(factor, sympy.exp):
            rate, exponential = rate + line[0], exponential * factor
        elif base == x:
            degree = int(exponent)
        else:
            for _ in range(int(exponent)):
                sums = _times_wave(sums, base)
    return sympy.Add(*[_damped(x, degree, rate, exponential, phase, *pair) for phase, pair in sums.items()])


def _times_wave(sums: dict[Any, tuple[Any, Any]], wave: Any) -> dict[Any, tuple[Any, Any]]:
    """Σ c cos θ + s sin θ times sin φ or cos φ, by the sum formulas (DLMF 4.21.5 to 4.21.8)."""
    product: dict[Any, tuple[Any, Any]] = {}
    phi = wave.args[0]
    for theta, (c, s) in sums.items():
        if isinstance(wave, sympy.cos):
            pieces = [(theta + phi, c / 2, s / 2), (theta - phi, c / 2, s / 2)]
        else:
            pieces = [(theta + phi, -s / 2, c / 2), (theta - phi, s / 2, -c / 2)]
        for angle, cosine, sine in pieces:
            if angle.could_extract_minus_sign():
                angle, sine = -angle, -sine
            before = product.get(angle, (sympy.S.Zero, sympy.S.Zero))
            product[angle] = (before[0] + cosine, before[1] + sine)
    return product


def _damped(x: Any, degree: int, rate: Any, exponential: Any, phase: Any, c: Any, s: Any) -> Any:
    """The integral of x^degree · exponential · (c cos phase + s sin phase)."""
    frequency = slope(phase, x)
    size = rate**2 + frequency**2
    if size == 0:
        return x ** (degree + 1) / (degree + 1) * exponential * (c * sympy.cos(phase) + s * sympy.sin(phase))
    total, factor = sympy.S.Zero, sympy.S.One
    for k in range(degree + 1):
        c, s = (rate * c - frequency * s) / size, (frequency * c + rate * s) / size
        total += factor * x ** (degree - k) * exponential * (c * sympy.cos(phase) + s * sympy.sin(phase))
        factor *= k - degree
    return total


def gaussian(f: Any, x: Any) -> Any | None:
    """x^n exp(-α x² + β x + γ), even n for β = 0: error functions (DLMF 7.2.1), lowered by parts.

    >>> x, a = sympy.symbols("x a", positive=True)
    >>> gaussian(sympy.exp(-a * x**2), x)
    sqrt(pi)*erf(sqrt(a)*x)/(2*sqrt(a))
    """
    bell = next((factor for factor in sympy.Mul.make_args(f) if isinstance(factor, sympy.exp)), None)
    if bell is None:
        return None
    found = _coefficients(bell.exp, x)
    if found is None or found[2] == 0:
        return None
    alpha, beta, gamma = -found[2], found[1], found[0]
    if f == bell:
        root = sympy.sqrt(alpha)
        height = sympy.exp(gamma + beta**2 / (4 * alpha)) * sympy.sqrt(sympy.pi) / (2 * root)
        return height * sympy.erf(root * x - beta / (2 * root))
    base, n = _base_and_exponent(f / bell)
    if base != x or beta != 0 or not (n.is_Integer and 1 < n <= MAX_DEGREE):
        return None
    lower = gaussian(x ** (n - 2) * bell, x) if n > 2 else gaussian(bell, x)
    if lower is None:
        lower = inner_derivative(x * bell, x) if n == 3 else None
    return None if lower is None else (-(x ** (n - 1)) * bell + (n - 1) * lower) / (2 * alpha)


def even_parabola(f: Any, x: Any) -> Any | None:
    """(α x² + β)^k for k = -1, ±1/2, -3/2 (DLMF 4.26.12 ff.).

    >>> x, a = sympy.symbols("x a", positive=True)
    >>> even_parabola((x**2 + a**2) ** sympy.Rational(-3, 2), x)
    x/(a**2*sqrt(a**2 + x**2))
    """
    base, k = _base_and_exponent(f)
    found = _even_parabola(base, x) if k in (-1, HALF, -HALF, -3 * HALF) else None
    if found is None or found[1] == 0:
        return None
    alpha, beta = found
    if k == -1:
        root = sympy.sqrt(alpha * beta)
        return sympy.atan(alpha * x / root) / root
    if k == -3 * HALF:
        return x / (beta * sympy.sqrt(base))
    inverse = (
        sympy.asin(sympy.sqrt(-alpha / beta) * x) / sympy.sqrt(-alpha)
        if alpha.could_extract_minus_sign()
        else sympy.asinh(sympy.sqrt(alpha / beta) * x) / sympy.sqrt(alpha)
    )
    return inverse if k == -HALF else x * sympy.sqrt(base) / 2 + beta * inverse / 2


def occupation(f: Any, x: Any) -> Any | None:
    """1/(A exp(c x) + B) → -log(A + B exp(-c x))/(B c), as under Bose and Fermi integrals.

    >>> x = sympy.Symbol("x", positive=True)
    >>> occupation(1 / (sympy.exp(x) + 1), x)
    -log(1 + exp(-x))
    """
    base, k = _base_and_exponent(f)
    if k != -1 or not base.is_Add:
        return None
    level, rising = base.as_independent(x, as_Add=True)
    height, exponential = rising.as_independent(x, as_Add=False)
    line = _line(exponential.exp, x) if isinstance(exponential, sympy.exp) else None
    if line is None or line[0] == 0 or level == 0:
        return None
    height *= sympy.exp(line[1])
    return -sympy.log(height + level * sympy.exp(-line[0] * x)) / (level * line[0])


RULES: tuple[Callable[[Any, Any], Any | None], ...] = (
    power,
    inner_derivative,
    waves,
    gaussian,
    even_parabola,
    occupation,
)


def candidates(f: sympy.Expr, place: sympy.Symbol, high: sympy.Expr, hint: Any = None) -> Iterator[Any]:
    """Antiderivatives from the table, from the claim and from SymPy; each has yet to be confirmed."""
    yield from proposals(f, place)
    if hint is not None and high not in f.free_symbols:
        yield hint.xreplace({high: place})
    by_algorithm = _integrate
    for method in (by_algorithm, by_hand) if f.is_rational_function(place) else (by_hand, by_algorithm):
        for integrand in dict.fromkeys((f, sympy.expand(f))):
            found = _proposed(method, integrand, place)
            if found is not None:
                yield found


@lru_cache(maxsize=2048)
def _proposed(method: Callable[[Any, Any], Any], integrand: sympy.Expr, place: sympy.Symbol) -> Any | None:
    try:
        found = method(integrand, place)
    except Exception:  # a candidate only: whatever SymPy raises, there is no candidate
        return None
    found = _generic_branch(found)
    if found is None or found.has(sympy.Integral, sympy.Piecewise, sympy.Subs, sympy.oo, sympy.nan, sympy.zoo):
        return None
    return found


def _integrate(f: sympy.Expr, place: sympy.Symbol) -> Any:
    """SymPy's integrator, method by method; of the two that can run for minutes, one for short integrands only.

    What its rules by hand, or Risch's algorithm, leave over would be tried with every method, so that these are asked alone.
    """
    others = {"meijerg": False, "manual": False, "risch": False}
    found = sympy.integrate(f, place, heurisch=False, **others)
    if found.has(sympy.Integral):
        found = _by_risch(f, place) or found
    if found.has(sympy.Integral) and f.count_ops() <= MAX_HEURISTIC_OPERATIONS:
        found = sympy.integrate(f, place, **others)
    return found


def _by_risch(f: sympy.Expr, place: sympy.Symbol) -> Any | None:
    from sympy.integrals.risch import NonElementaryIntegral, risch_integrate

    try:
        found = risch_integrate(f, place)
    except NotImplementedError:
        return None
    return None if found.has(NonElementaryIntegral, sympy.Integral) else found


def _generic_branch(expr: sympy.Expr) -> Any | None:
    """The last branch of every Piecewise, or the first whose condition is an inequality: a candidate as good as any."""
    if not isinstance(expr, sympy.Expr):
        return None
    return expr.replace(lambda e: isinstance(e, sympy.Piecewise), lambda e: _branch(e))


def _branch(piecewise: Any) -> Any:
    for value, condition in piecewise.args:
        if not isinstance(condition, sympy.Eq):
            return value
    return piecewise.args[-1][0]
