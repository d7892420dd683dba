"""Sums over N particles: true for every N, false from some N on, and conditions on numbers and indices."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import sympy
from sympy import KroneckerDelta, Rational

from tests.soundness import Case
from tests.soundness.stating import case, number
from verify.claims import for_every_number, indexed, over, over_others, over_pairs
from verify.quantities.dimension_names import DIMENSIONLESS

KIND = "sums"

N = number("N", integer=True, positive=True)
i, j, k, m = (number(name, integer=True, positive=True) for name in "ijkm")
x = indexed("x", "x", "a number of each particle", DIMENSIONLESS, real=True)
w = indexed("w", "w", "another number of each particle", DIMENSIONLESS, real=True)


def claims(rng: random.Random) -> Iterator[Case]:
    makers = (late_failures, squares, slopes, conditions, impossible, numbers)
    while True:
        yield from rng.choice(makers)(rng)


def late_failures(rng: random.Random) -> Iterator[Case]:
    """Zero for N = 1, ..., n − 1, and not for N = n."""
    n = rng.randint(5, 9)
    a = rng.randint(1, 4)
    vanishing = sympy.prod([N - r for r in range(1, n)])
    yield case(
        f"Σ x_i up to N = {n - 1}",
        False,
        lambda: for_every_number(over(i, N, x(i)) + a * vanishing, over(i, N, x(i)), number=N),
    )
    wave = over(i, N, sympy.cos(2 * sympy.pi * n * i / N))
    yield case(f"Σ cos(2π {n} i/N) = 0", False, lambda: for_every_number(wave, 0, number=N))
    first = over(i, N, KroneckerDelta(i, n) * x(i))
    yield case(f"no particle {n}", False, lambda: for_every_number(first, 0, number=N))
    yield case(f"Σ {a} x_i", True, lambda: for_every_number(over(i, N, a * x(i)), a * over(i, N, x(i)), number=N))
    yield case(f"Σ 2^{n}", True, lambda: for_every_number(over(i, N, 2**n), 2**n * N, number=N))


def squares(rng: random.Random) -> Iterator[Case]:
    """(Σ a x + b w)² by pairs."""
    a, b = rng.randint(1, 4), rng.randint(-3, 3)

    def f(index: Any) -> Any:
        return a * x(index) + b * w(index)

    whole = over(i, N, f(i)) ** 2
    for factor in (2, rng.choice([1, 3, -2])):
        rest = over(i, N, f(i) ** 2) + factor * over_pairs(i, j, N, f(i) * f(j))
        yield case(
            f"({a} x + {b} w)², {factor} pairs", factor == 2, lambda r=rest: for_every_number(whole, r, number=N)
        )


def slopes(rng: random.Random) -> Iterator[Case]:
    a = rng.randint(1, 5)
    energy = a * over_pairs(i, j, N, x(i) * x(j))
    for factor in (a, a + 1):
        yield case(
            f"∂/∂x_k of {energy} with {factor}",
            factor == a,
            lambda f=factor: for_every_number(energy, f * over_others(j, k, N, x(j)), number=N, slope=x(k)),
        )


def conditions(rng: random.Random) -> Iterator[Case]:
    """δ terms that a condition on indices rules out, or does not."""
    n, shift = rng.randint(1, 3), rng.randint(0, 2)
    total = over(i, N, x(i))
    extra = KroneckerDelta(k, n) * x(n)
    yield case(
        f"δ_k{n}, k > {n - 1 + shift}",
        shift > 0,
        lambda: for_every_number(total + extra, total, number=N),
        where=[k > n - 1 + shift],
    )
    between = rng.choice([k < m, sympy.Ne(k, m), k > m])
    yield case(
        f"δ_km, {between}", True, lambda: for_every_number(KroneckerDelta(k, m) * x(k), 0, number=N), where=[between]
    )
    yield case("δ_km, k ≤ m", False, lambda: for_every_number(KroneckerDelta(k, m) * x(k), 0, number=N), where=[k <= m])
    yield case(f"δ_N{n}, N > {n}", True, lambda: for_every_number(KroneckerDelta(N, n), 0, number=N), where=[n < N])
    yield case(
        f"δ_N{n + 4}, N > {n}", False, lambda: for_every_number(KroneckerDelta(N, n + 4), 0, number=N), where=[n < N]
    )


def impossible(rng: random.Random) -> Iterator[Case]:
    """Conditions that leave no index: nothing follows."""
    n = rng.randint(1, 4)
    where = rng.choice(
        [[k < m, m < k], [k > n, k < n], [n < N, n > N], [sympy.And(k < m, k > m)], [k < m, m < k, n < N]]
    )
    for rhs in (2 * x(k) + m * 0, x(k) + Rational(rng.randint(1, 3))):
        yield case(
            f"x_k = {rhs}", None, lambda r=rhs: for_every_number(x(k), r + KroneckerDelta(k, m), number=N), where=where
        )


def numbers(rng: random.Random) -> Iterator[Case]:
    """Sums of powers of the index."""
    power = rng.randint(0, 3)
    polynomial = sympy.summation(i**power, (i, 1, N))
    yield case(f"Σ i^{power}", True, lambda: for_every_number(over(i, N, i**power), sympy.expand(polynomial), number=N))
    wrong = sympy.expand(polynomial) + Rational(1, rng.randint(2, 9)) * (N - 1) * (N - 2)
    yield case(f"Σ i^{power}, wrong from 3 on", False, lambda: for_every_number(over(i, N, i**power), wrong, number=N))
