"""Sums and integrals whose values are theorems that no antiderivative or induction gives.

A term or an integrand is taken apart into factors; what is left after the constant ones
must be exactly the one that the theorem speaks of, and the signs that make it converge
must follow from the declared assumptions.  Nothing is guessed from numbers: bounds, signs
and exponents are read off the expression, so that another bound or another sign gives
another value.

Sources, by equation of the NIST Digital Library of Mathematical Functions (DLMF):

- 25.2.1 and 25.6.2: Σ 1/n^s = ζ(s), s > 1; 25.11.11: over n + 1/2; 25.11.1 elsewhere;
- 25.2.3: Σ (-1)^(n-1)/n^s = (1 - 2^(1-s)) ζ(s), s > 0; 4.6.1 at z = 1: log 2 for s = 1;
- 24.8.5 at x = 1/2: Σ (-1)^n/(2n+1)^s for odd s (Leibniz: π/4); 25.11.40 for s = 2;
- 4.36.3 and 4.36.5: Σ 1/(n² + b²) and Σ (-1)^n/(n² + b²) by coth and csch; half integers
  are all the halves less the integers;
- 4.2.19: Σ r^n/n! = e^r; 1.2.2: Σ binomial(n, k) r^k = (1 + r)^n;
- 24.4.1: B_{m+1}(k)/(m + 1) grows by k^m from k to k + 1, so that sums of polynomials telescope;
- 25.5.1 to 25.5.4: ∫ x^(s-1)/(e^x ∓ 1) and ∫ x^s e^x/(e^x ∓ 1)² over x > 0;
- 5.9.1: ∫ x^(s-1) exp(-a x^p) over x > 0 = Γ(s/p)/(p a^(s/p));
- 6.2.10: ∫ sin(x)/x over x > 0 = π/2;
- ∫ dx/(a + b cos x) over a period = 2π/√(a² - b²), a > |b|: with t = tan(x/2) it is the
  integral of 2/((a + b) + (a - b) t²) over the line; its derivative by a gives the square.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import sympy

from verify.normal_form.signs import is_nonnegative, is_nonzero, is_positive
from verify.proofs.known_integrals import integral_value
from verify.proofs.proof import Proof, holds_always
from verify.proofs.sign_cases import SWITCHED

Prover = Callable[[Any, Any], "Proof | None"]
Known = tuple[Any, str]
"""A value and its source."""
MOST_STEPS = 12
"""Terms by which a sum may begin earlier or later than the theorem's."""
MOST_POWERS = 30
HALF = sympy.Rational(1, 2)


def with_known_values(expr: Any, prove: Prover) -> tuple[Any, tuple[str, ...]]:
    """The expression with every sum and integral of the list replaced by its value, and the sources used.

    >>> from verify.proofs.equality import by_normal_form
    >>> k = sympy.Symbol("k", integer=True)
    >>> with_known_values(sympy.Sum(1 / k**2, (k, 1, sympy.oo)), by_normal_form)
    (pi**2/6, ('DLMF 25.2.1',))
    """
    sources: list[str] = []

    def walk(part: Any) -> Any:
        if not isinstance(part, sympy.Expr) or not part.has(sympy.Sum, sympy.Integral):
            return part
        if isinstance(part, (sympy.Sum, sympy.Integral)):
            found = sum_value(part, prove) if isinstance(part, sympy.Sum) else integral_value(part, prove)
            if found is None:
                return part
            sources.append(found[1])
            return found[0]
        if isinstance(part, (sympy.Derivative, sympy.Subs, sympy.Limit, sympy.Product)):
            return part
        return part.func(*[walk(arg) for arg in part.args])

    return walk(expr), tuple(dict.fromkeys(sources))


# --- sums ---------------------------------------------------------------------------------


@lru_cache(maxsize=512)
def sum_value(series: Any, prove: Prover) -> Known | None:
    """The value of a sum over whole numbers, and where it is proved; None if it is not on the list."""
    if len(series.limits) != 1 or series.function.has(*SWITCHED, sympy.Sum, sympy.Integral):
        return None
    variable, low, high = series.limits[0]
    n = sympy.Dummy("n", integer=True)
    term = series.function.xreplace({variable: n})
    if n not in term.free_symbols or (low != -sympy.oo and not low.is_Integer):
        return None
    if high != sympy.oo:
        return _whole_powers(term, n, low, high) or _binomial(term, n, low, high, prove)
    taken_apart = _factors(term, n)
    if taken_apart is None:
        return None
    constant, alternating, rest = taken_apart
    found = None
    if len(rest) == 1 and rest[0].is_Pow:
        base, power = rest[0].base, rest[0].exp
        if n not in power.free_symbols:
            found = _powers(base, -power, n, low, alternating)
            if found is None and power == -1:
                found = _lorentzians(base, n, low, alternating)
    if found is None and not alternating and low == 0:
        found = _exponential(term, n, prove)
        constant = sympy.S.One
    return None if found is None else (constant * found[0], found[1])


def _factors(term: Any, n: Any) -> tuple[Any, bool, list[Any]] | None:
    """(constant, is there a factor (-1)^n, the other factors that depend on n); rational terms are factored."""
    if term.is_rational_function(n):
        term = sympy.factor(sympy.together(term), n) if term.is_Add else term
    constant, alternating, rest = sympy.S.One, False, []
    for factor in sympy.Mul.make_args(term):
        if n not in factor.free_symbols:
            constant *= factor
        elif factor.is_Pow and factor.base == -1:
            step = sympy.expand(factor.exp).coeff(n)
            shift = sympy.expand(factor.exp - step * n)
            if not step.is_Integer or not shift.is_Integer:
                return None
            constant *= (-1) ** shift
            alternating ^= bool(step % 2)
        else:
            rest.append(factor)
    return constant, alternating, rest


def _polynomial(base: Any, n: Any, degree: int) -> list[Any] | None:
    """The coefficients from the highest on, if the base is a polynomial of that degree in n."""
    if not base.is_polynomial(n):
        return None
    coefficients = sympy.Poly(base, n).all_coeffs()
    return coefficients if len(coefficients) == degree + 1 else None


def _powers(base: Any, s: Any, n: Any, low: Any, alternating: bool) -> Known | None:
    """Σ (±1)^n (a n + b)^(-s) from `low` on, for a > 0 and a rational b/a with low + b/a > 0."""
    if s.is_Integer and _polynomial(base, n, 2) is not None:
        square = sympy.sqrt(sympy.factor(base, n))  # (2n - 1)² multiplied out
        plain = square.args[0] if isinstance(square, sympy.Abs) else square
        if _polynomial(plain, n, 1) is None or sympy.expand(plain**2 - base) != 0:
            return None
        base, s = plain, 2 * s
    linear = _polynomial(base, n, 1)
    if linear is None or low == -sympy.oo:
        return None
    a, b = linear
    shift = sympy.cancel(b / a)
    if not shift.is_Rational or not is_positive(a):
        return None
    first = low + shift
    if not first > 0:
        return None
    if alternating:
        found = _alternating(s, first)
        return None if found is None else (a**-s * (-1) ** low * found[0], found[1])
    if not is_positive(s - 1):
        return None
    start = sympy.S.One if first.is_Integer else HALF if (2 * first).is_Integer else first
    if first - start > MOST_STEPS:
        return None
    before = sympy.Add(*[(start + j) ** -s for j in range(int(first - start))])
    if start == 1:
        return a**-s * (sympy.zeta(s) - before), "DLMF 25.2.1"
    if start == HALF:
        return a**-s * ((2**s - 1) * sympy.zeta(s) - before), "DLMF 25.11.11"
    return a**-s * sympy.zeta(s, first), "DLMF 25.11.1"


def _alternating(s: Any, first: Any) -> Known | None:
    """A(s, q) = Σ_{m ≥ 0} (-1)^m (m + q)^(-s), by A(s, q + 1) = q^(-s) - A(s, q) from q = 1 or 1/2."""
    start = sympy.S.One if first.is_Integer else HALF
    if not (first - start).is_Integer or first - start > MOST_STEPS:
        return None
    found = _eta(s) if start == 1 else _beta(s)
    if found is None:
        return None
    value = found[0]
    for j in range(int(first - start)):
        value = (start + j) ** -s - value
    return value, found[1]


def _eta(s: Any) -> Known | None:
    if s == 1:
        return sympy.log(2), "DLMF 4.6.1"
    if is_positive(s) and is_nonzero(s - 1):
        return (1 - 2 ** (1 - s)) * sympy.zeta(s), "DLMF 25.2.3"
    return None


def _beta(s: Any) -> Known | None:
    """2^s Σ (-1)^m/(2m + 1)^s."""
    if s == 2:
        return 4 * sympy.Catalan, "DLMF 25.11.40"
    if not (s.is_Integer and s.is_odd and 0 < s < 2 * MOST_STEPS):
        return None
    k = (s - 1) // 2
    beta = (-1) ** k * sympy.pi**s * sympy.euler(2 * k) / (4 ** (k + 1) * sympy.factorial(2 * k))
    return 2**s * beta, "DLMF 24.8.5"


def _lorentzians(base: Any, n: Any, low: Any, alternating: bool) -> Known | None:
    """Σ (±1)^n/(α ((n + q)² + b²)) from `low` on, for b² > 0 and 2q an integer.

    With m = n + q: Σ_{m ≥ 1} 1/(m² + b²) = π coth(πb)/(2b) - 1/(2b²), the alternating one
    π csch(πb)/(2b) - 1/(2b²), that over m = 1/2, 3/2, ... is π tanh(πb)/(2b).
    """
    coefficients = _polynomial(base, n, 2)
    if coefficients is None:
        return None
    alpha, beta, gamma = coefficients
    q = sympy.cancel(beta / (2 * alpha))
    if not (2 * q).is_Integer or not is_nonzero(alpha):
        return None
    square = sympy.factor(sympy.together(gamma / alpha - q**2))
    if not is_positive(square):
        return None
    b = sympy.sqrt(square).replace(sympy.Abs, lambda inner: inner)  # every value below is even in b
    whole = bool(q.is_Integer)
    if alternating and not whole:
        return None
    if whole:
        wave = sympy.pi / (b * sympy.sinh(sympy.pi * b)) if alternating else sympy.pi * sympy.coth(sympy.pi * b) / b
        half_sum = wave / 2 - 1 / (2 * square)
    else:
        wave = sympy.pi * sympy.tanh(sympy.pi * b) / b
        half_sum = wave / 2
    source = "DLMF 4.36.5" if alternating else "DLMF 4.36.3"
    turn = (-1) ** q if alternating else sympy.S.One
    if low == -sympy.oo:
        return turn * wave / alpha, source
    start = sympy.S.One if whole else HALF
    steps = low + q - start
    if abs(steps) > MOST_STEPS:
        return None

    def at(m: Any) -> Any:
        return ((-1) ** m if alternating else 1) / (m**2 + square)

    before = sympy.Add(*[at(start + j) for j in range(int(steps))])
    earlier = sympy.Add(*[at(start - j) for j in range(1, int(-steps) + 1)])
    return turn * (half_sum - before + earlier) / alpha, source


def _exponential(term: Any, n: Any, prove: Prover) -> Known | None:
    """Σ_{n ≥ 0} c r^n/n!."""
    found = _geometric_factor(term * sympy.factorial(n), n, prove)
    return None if found is None else (found[0] * sympy.exp(found[1]), "DLMF 4.2.19")


def _whole_powers(term: Any, k: Any, low: Any, high: Any) -> Known | None:
    """Σ_{k=low}^{high} of a polynomial in k, where the sum does not run backwards (high ≥ low - 1).

    With P(k + 1) - P(k) = term(k) it is P(high + 1) - P(low); there is no condition, as P divides by nothing.
    """
    if low == -sympy.oo or not (high.is_integer and term.is_polynomial(k)):
        return None
    length = high - low + 1
    if not (length.is_nonnegative or is_nonnegative(length)):
        return None
    coefficients = sympy.Poly(term, k).all_coeffs()[::-1]
    if len(coefficients) > MOST_POWERS:
        return None
    powers = [(_antidifference(m, HALF), _antidifference(m, -HALF)) for m in range(len(coefficients))]
    if all(c.is_Rational for c in coefficients):  # one polynomial of few terms
        weighted = list(zip(coefficients, powers, strict=True))
        sums = [
            [sum(c * p[end][j] for c, p in weighted if j < len(p[end])) for j in range(len(powers) + 1)]
            for end in (0, 1)
        ]
        coefficients, powers = [sympy.S.One], [(sums[0], sums[1])]
    terms = (c * (_at(up, high) - _at(down, low)) for c, (up, down) in zip(coefficients, powers, strict=True))
    return sympy.Add(*terms), "DLMF 24.4.1"


def _antidifference(m: int, first: Any) -> list[Any]:
    """The coefficients of P with P(x + 1) - P(x) = x^m and P(0) = 0, with -1/2 for B_1 as `first`; with 1/2 those of P(x + 1)."""
    found = [sympy.S.Zero] * (m + 2)
    for j in range(m + 1):
        found[m + 1 - j] = (first if j == 1 else sympy.bernoulli(j)) * math.comb(m + 1, j) / (m + 1)
    if m == 0 and first > 0:
        found[0] = sympy.S.One
    return found


def _at(polynomial: list[Any], end: Any) -> Any:
    return sympy.Add(*(c * end**j for j, c in enumerate(polynomial) if c != 0))


def _binomial(term: Any, k: Any, low: Any, n: Any, prove: Prover) -> Known | None:
    """Σ_{k=0}^{n} binomial(n, k) c r^k."""
    ways = [part for part in sympy.Mul.make_args(term) if isinstance(part, sympy.binomial) and part.args == (n, k)]
    if low != 0 or not ways or not (n.is_integer and n.is_nonnegative):
        return None
    found = _geometric_factor(term / ways[0], k, prove)
    return None if found is None else (found[0] * (1 + found[1]) ** n, "DLMF 1.2.2")


def _geometric_factor(rest: Any, k: Any, prove: Prover) -> tuple[Any, Any] | None:
    """(c, r) with rest = c r^k for every k ≥ 0: rest(k + 1) = r rest(k) is proved without any condition."""
    if rest.has(sympy.factorial, sympy.gamma, sympy.binomial):
        return None
    index = sympy.Dummy("k", integer=True, nonnegative=True)
    here, after = rest.xreplace({k: index}), rest.subs(k, index + 1)
    first = rest.subs(k, 0)
    if first == 0 or first.has(sympy.nan, sympy.zoo, sympy.oo):
        return None
    ratio = sympy.powsimp(rest.subs(k, 1) / first)
    proof = prove(after, ratio * here)
    return (first, ratio) if holds_always(proof) else None
