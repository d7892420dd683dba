"""The corpus of the benchmark: true identities of physics, each beside a copy with a single slip.

One line an identity: name, left side, right side, right side with the slip, and the
conditions that link the symbols, where there are any.  What a symbol is allowed to be
is said once, where it is introduced.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sympy import (
    Abs,
    Heaviside,
    I,
    Integer,
    Integral,
    Max,
    Min,
    Piecewise,
    Rational,
    Sum,
    acosh,
    airyai,
    airyaiprime,
    airybi,
    airybiprime,
    asin,
    asinh,
    atan,
    atanh,
    besseli,
    besselj,
    besselk,
    bessely,
    beta,
    binomial,
    cbrt,
    cos,
    cosh,
    coth,
    elliptic_e,
    elliptic_k,
    erf,
    erfc,
    exp,
    expand,
    factorial,
    gamma,
    hermite,
    legendre,
    log,
    oo,
    pi,
    polygamma,
    sign,
    sin,
    sinh,
    sqrt,
    symbols,
    tan,
    tanh,
)


@dataclass(frozen=True)
class Identity:
    """`lhs = rhs` holds wherever `where` does; `lhs = wrong` does not."""

    group: str
    name: str
    lhs: Any
    rhs: Any
    wrong: Any
    where: tuple[Any, ...] = ()


a, b, c, m, p, r, u, v, w, x, y, z = symbols("a b c m p r u v w x y z", positive=True)
k, n = symbols("k n", integer=True, positive=True)
s, t, q, d = symbols("s t q d", real=True)
Delta, Delta1, omega = symbols("Delta Delta_1 omega", positive=True)
xi, xi1, mu = symbols("xi xi_1 mu", real=True)

energy = sqrt(xi**2 + Delta**2)
energy1 = sqrt(xi1**2 + Delta1**2)
bose = 1 / (exp(x) - 1)
fermi = 1 / (exp(x) + 1)


def group(name: str, *rows: tuple[Any, ...]) -> tuple[Identity, ...]:
    return tuple(Identity(name, *row) for row in rows)


RATIONAL = group(
    "rational",
    ("resolvent identity", 1 / (s - a) - 1 / (s - b), (a - b) / ((s - a) * (s - b)), (b - a) / ((s - a) * (s - b))),
    ("oscillator poles", 1 / (s - a) - 1 / (s + a), 2 * a / (s**2 - a**2), a / (s**2 - a**2)),
    (
        "two-level resolvent",
        1 / (s - a - v**2 / (s - b)),
        (s - b) / ((s - a) * (s - b) - v**2),
        (s - b) / ((s - a) * (s - b) + v**2),
    ),
    (
        "T matrix, summed twice",
        t / (1 - t * q),
        t + t**2 * q + t**3 * q**2 / (1 - t * q),
        t + t**2 * q + t**3 * q**3 / (1 - t * q),
    ),
    (
        "kinetic energy in the centre of mass",
        a * s**2 / 2 + b * t**2 / 2,
        (a * s + b * t) ** 2 / (2 * (a + b)) + a * b * (s - t) ** 2 / (2 * (a + b)),
        (a * s + b * t) ** 2 / (2 * (a + b)) + a * b * (s - t) ** 2 / (a + b),
    ),
    (
        "velocity addition",
        1 - ((u + v) / (1 + u * v)) ** 2,
        (1 - u**2) * (1 - v**2) / (1 + u * v) ** 2,
        (1 - u**2) * (1 - v**2) / (1 - u * v) ** 2,
    ),
    (
        "divided difference of the cube",
        s**3 / ((s - t) * (s - q)) + t**3 / ((t - s) * (t - q)) + q**3 / ((q - s) * (q - t)),
        s + t + q,
        s + t - q,
    ),
    (
        "impedance of a ladder",
        a + 1 / (1 / b + 1 / (a + 1 / (1 / b + 1 / (a + b)))),
        (a**3 + 5 * a**2 * b + 6 * a * b**2 + b**3) / (a**2 + 4 * a * b + 3 * b**2),
        (a**3 + 5 * a**2 * b + 6 * a * b**2 + b**3) / (a**2 + 3 * a * b + 3 * b**2),
    ),
    (
        "Clausius-Mossotti inverted",
        ((1 + 2 * x) / (1 - x) - 1) / ((1 + 2 * x) / (1 - x) + 2),
        x,
        x / 3,
    ),
    (
        "Cauchy determinant",
        1 / ((a + x) * (b + y)) - 1 / ((a + y) * (b + x)),
        (b - a) * (y - x) / ((a + x) * (a + y) * (b + x) * (b + y)),
        (a - b) * (y - x) / ((a + x) * (a + y) * (b + x) * (b + y)),
    ),
)

_sum = a + b + c + u + v + w
_dot = a * u + b * v + c * w
SIX_VARIABLES = group(
    "six variables, degree 8",
    (
        "geometric sum",
        (_sum**8 - _dot**4) / (_sum**2 - _dot),
        expand((_sum**2 + _dot) * (_sum**4 + _dot**2)),
        expand((_sum**2 + _dot) * (_sum**4 + _dot**2)) - a * b * c * u * v * w,
    ),
)

RADICAL = group(
    "radical",
    ("conjugate", 1 / (sqrt(x + 1) - sqrt(x)), sqrt(x + 1) + sqrt(x), sqrt(x + 1) - sqrt(x)),
    (
        "BCS amplitudes u v",
        sqrt((1 + xi / energy) / 2) * sqrt((1 - xi / energy) / 2),
        Delta / (2 * energy),
        Delta / energy,
    ),
    (
        "BCS normalisation",
        ((energy + xi) / sqrt(2 * energy * (energy + xi))) ** 2 + (Delta / sqrt(2 * energy * (energy + xi))) ** 2,
        Integer(1),
        Integer(2),
    ),
    (
        "BCS coherence factor",
        (
            sqrt((1 + xi / energy) / 2) * sqrt((1 + xi1 / energy1) / 2)
            - sqrt((1 - xi / energy) / 2) * sqrt((1 - xi1 / energy1) / 2)
        )
        ** 2,
        (1 + (xi * xi1 - Delta * Delta1) / (energy * energy1)) / 2,
        (1 + (xi * xi1 + Delta * Delta1) / (energy * energy1)) / 2,
    ),
    (
        "Lorentz factors multiply",
        1 / sqrt(1 - ((u + v) / (1 + u * v)) ** 2),
        (1 + u * v) / (sqrt(1 - u**2) * sqrt(1 - v**2)),
        (1 - u * v) / (sqrt(1 - u**2) * sqrt(1 - v**2)),
        (u < 1, v < 1),
    ),
    ("kinetic energy", sqrt(p**2 + m**2) - m, p**2 / (sqrt(p**2 + m**2) + m), p**2 / (sqrt(p**2 + m**2) - m)),
    (
        "two levels: product of the energies",
        ((s + t) / 2 + sqrt((s - t) ** 2 / 4 + v**2)) * ((s + t) / 2 - sqrt((s - t) ** 2 / 4 + v**2)),
        s * t - v**2,
        s * t + v**2,
    ),
    ("a square under the root", sqrt(x + 1 + 2 * sqrt(x)), 1 + sqrt(x), 2 + sqrt(x)),
    (
        "sum of cubes",
        (cbrt(x) + cbrt(y)) * (x ** Rational(2, 3) - cbrt(x) * cbrt(y) + y ** Rational(2, 3)),
        x + y,
        x - y,
    ),
    (
        "current loop on its axis",
        r**2 / (r**2 + z**2) ** Rational(3, 2),
        1 / (r * (1 + z**2 / r**2) ** Rational(3, 2)),
        1 / (r * (1 + z**2 / r**2) ** Rational(1, 2)),
    ),
)

CONSTANTS = group(
    "constants and nested radicals",
    ("denesting", sqrt(5 + 2 * sqrt(6)), sqrt(2) + sqrt(3), sqrt(3) - sqrt(2)),
    ("denesting by halves", sqrt(2 + sqrt(3)), (sqrt(6) + sqrt(2)) / 2, (sqrt(6) + sqrt(3)) / 2),
    ("Cardano", cbrt(2 + sqrt(5)) - cbrt(sqrt(5) - 2), Integer(1), Integer(2)),
    (
        "Ramanujan",
        cbrt(cbrt(2) - 1),
        cbrt(Rational(1, 9)) - cbrt(Rational(2, 9)) + cbrt(Rational(4, 9)),
        cbrt(Rational(1, 9)) + cbrt(Rational(2, 9)) - cbrt(Rational(4, 9)),
    ),
    ("Machin", 4 * atan(Rational(1, 5)) - atan(Rational(1, 239)), pi / 4, pi / 3),
    ("heptagon", cos(pi / 7) * cos(2 * pi / 7) * cos(3 * pi / 7), Rational(1, 8), Rational(1, 4)),
    ("hendecagon", tan(3 * pi / 11) + 4 * sin(2 * pi / 11), sqrt(11), sqrt(13)),
    ("inverse cosh", acosh(2), log(2 + sqrt(3)), log(2 - sqrt(3))),
    ("Euler", atan(Rational(1, 2)) + atan(Rational(1, 3)), pi / 4, pi / 5),
    ("off by 1e-30", sqrt(2) * sqrt(3 + sqrt(5)), 1 + sqrt(5), 1 + sqrt(5) + Rational(1, 10**30)),
)

EXPONENTIAL = group(
    "exp and log",
    ("Bose function", bose + Rational(1, 2), coth(x / 2) / 2, tanh(x / 2) / 2),
    ("Fermi function", fermi, Rational(1, 2) - tanh(x / 2) / 2, Rational(1, 2) - tanh(x) / 2),
    ("Fermi window", fermi * (1 - fermi), 1 / (4 * cosh(x / 2) ** 2), 1 / (2 * cosh(x / 2) ** 2)),
    ("Bose and Fermi", bose - 2 / (exp(2 * x) - 1), fermi, -fermi),
    (
        "Einstein heat capacity",
        x**2 * exp(x) / (exp(x) - 1) ** 2,
        (x / 2) ** 2 / sinh(x / 2) ** 2,
        x**2 / sinh(x / 2) ** 2,
    ),
    ("oscillator free energy", log(2 * sinh(x / 2)), x / 2 + log(1 - exp(-x)), x / 2 + log(1 + exp(-x))),
    (
        "Fermi entropy",
        -fermi * log(fermi) - (1 - fermi) * log(1 - fermi),
        log(1 + exp(-x)) + x * fermi,
        log(1 + exp(-x)) - x * fermi,
    ),
    ("power of a logarithm", x ** log(y), y ** log(x), x ** log(x)),
    ("ratio of powers", (x / y) ** s * exp(s * log(y)), x**s, y**s),
)

TRIGONOMETRIC = group(
    "trigonometric",
    ("triple angle", sin(3 * t), 3 * sin(t) - 4 * sin(t) ** 3, 3 * sin(t) + 4 * sin(t) ** 3),
    ("beats", cos(s) * cos(t), (cos(s - t) + cos(s + t)) / 2, (cos(s - t) - cos(s + t)) / 2),
    (
        "tangent of a sum",
        tan(s + t),
        (tan(s) + tan(t)) / (1 - tan(s) * tan(t)),
        (tan(s) + tan(t)) / (1 + tan(s) * tan(t)),
    ),
    ("fourth power", cos(t) ** 4, (3 + 4 * cos(2 * t) + cos(4 * t)) / 8, (3 + 4 * cos(2 * t) + cos(4 * t)) / 4),
    (
        "diffraction by seven slits",
        sin(7 * t / 2) / sin(t / 2),
        1 + 2 * cos(t) + 2 * cos(2 * t) + 2 * cos(3 * t),
        1 + 2 * cos(t) + 2 * cos(2 * t) - 2 * cos(3 * t),
    ),
    (
        "Fabry-Perot",
        1 / ((1 - r) ** 2 + 4 * r * sin(t / 2) ** 2),
        1 / (1 + r**2 - 2 * r * cos(t)),
        1 / (1 + r**2 + 2 * r * cos(t)),
    ),
    ("half angle", (1 - tan(t / 2) ** 2) / (1 + tan(t / 2) ** 2), cos(t), sin(t)),
    (
        "great circle",
        sin((s - t) / 2) ** 2 + cos(s) * cos(t) * sin(q / 2) ** 2,
        (1 - sin(s) * sin(t) - cos(s) * cos(t) * cos(q)) / 2,
        (1 - sin(s) * sin(t) + cos(s) * cos(t) * cos(q)) / 2,
    ),
    ("complementary arcs", atan(x) + atan(1 / x), pi / 2, pi / 4),
    ("de Moivre", (cos(t) + I * sin(t)) ** 5, cos(5 * t) + I * sin(5 * t), cos(5 * t) - I * sin(5 * t)),
    ("arcsine as arctangent", asin(x), atan(x / sqrt(1 - x**2)), atan(x / sqrt(1 + x**2)), (x < 1,)),
)

HYPERBOLIC = group(
    "hyperbolic",
    (
        "rapidities add",
        tanh(s + t),
        (tanh(s) + tanh(t)) / (1 + tanh(s) * tanh(t)),
        (tanh(s) + tanh(t)) / (1 - tanh(s) * tanh(t)),
    ),
    ("difference", coth(x) - tanh(x), 2 / sinh(2 * x), 1 / sinh(2 * x)),
    ("triple argument", sinh(3 * t), 3 * sinh(t) + 4 * sinh(t) ** 3, 3 * sinh(t) - 4 * sinh(t) ** 3),
    ("thermal occupation", tanh(x / 2), (1 - exp(-x)) / (1 + exp(-x)), (1 + exp(-x)) / (1 - exp(-x))),
    ("inverse sinh", asinh(s), log(s + sqrt(1 + s**2)), log(s + sqrt(2 + s**2))),
    ("inverse tanh", atanh(x), log((1 + x) / (1 - x)) / 2, log((1 + x) / (1 - x)), (x < 1,)),
    ("Gudermann", atan(sinh(t)), 2 * atan(tanh(t / 2)), 2 * atan(tanh(t))),
    ("half argument", cosh(t) - 1, 2 * sinh(t / 2) ** 2, sinh(t / 2) ** 2),
    ("Brillouin, spin 1/2", 2 * coth(2 * x) - coth(x), tanh(x), tanh(x / 2)),
    (
        "complex argument",
        cosh(s + I * t),
        cosh(s) * cos(t) + I * sinh(s) * sin(t),
        cosh(s) * cos(t) - I * sinh(s) * sin(t),
    ),
)

PIECEWISE = group(
    "piecewise",
    ("larger of two", Max(s, t), (s + t + Abs(s - t)) / 2, (s + t - Abs(s - t)) / 2),
    ("spread of two", Abs(s - t), Max(s, t) - Min(s, t), Max(s, t) + Min(s, t)),
    ("sign and size", sign(s) * Abs(s), s, -s),
    ("V-shaped potential", Piecewise((s, s > 0), (-s, True)), Abs(s), 2 * Abs(s)),
    ("both steps", Heaviside(s) + Heaviside(-s), Integer(1), Integer(0)),
    ("parallelogram of sizes", Abs(s + t) + Abs(s - t), 2 * Max(Abs(s), Abs(t)), 2 * Min(Abs(s), Abs(t))),
    (
        "field in a uniform wire",
        Piecewise((x / r**2, x < r), (1 / x, True)),
        Min(x, r) ** 2 / (x * r**2),
        Min(x, r) / (x * r),
    ),
    ("product of two", Max(s, t) * Min(s, t), s * t, -s * t),
)

INTEGRALS = group(
    "integrals",
    ("Laplace transform", Integral(exp(-a * x) * sin(b * x), (x, 0, oo)), b / (a**2 + b**2), a / (a**2 + b**2)),
    ("quarter disk", Integral(sqrt(a**2 - x**2), (x, 0, a)), pi * a**2 / 4, pi * a**2 / 2),
    ("Gaussian", Integral(exp(-a * s**2), (s, -oo, oo)), sqrt(pi / a), sqrt(pi / (2 * a))),
    ("Kepler orbit", Integral(1 / (2 + cos(t)), (t, 0, 2 * pi)), 2 * pi / sqrt(3), 2 * pi / sqrt(5)),
    ("Stefan-Boltzmann", Integral(x**3 / (exp(x) - 1), (x, 0, oo)), pi**4 / 15, pi**4 / 16),
    ("long straight wire", Integral(r / (r**2 + s**2) ** Rational(3, 2), (s, -oo, oo)), 2 / r, 1 / r),
    ("Fermi sea at zero field", Integral(1 / (exp(x) + 1), (x, 0, oo)), log(2), log(3)),
    ("mean square of a sine", Integral(sin(t) ** 2, (t, 0, 2 * pi)), pi, 2 * pi),
    (
        "velocity average",
        Integral((1 - mu**2) * (1 + 3 * mu**2), (mu, -1, 1)),
        Rational(32, 15),
        Rational(31, 15),
    ),
    ("work", Integral(x / (1 + x**2), (x, 0, a)), log(1 + a**2) / 2, log(1 + a**2)),
)

SUMS = group(
    "sums",
    ("arithmetic", Sum(k, (k, 1, n)), n * (n + 1) / 2, n * (n - 1) / 2),
    ("squares", Sum(k**2, (k, 1, n)), n * (n + 1) * (2 * n + 1) / 6, n * (n + 1) * (2 * n - 1) / 6),
    (
        "oscillator partition function",
        Sum(exp(-x * (k - Rational(1, 2))), (k, 1, oo)),
        1 / (2 * sinh(x / 2)),
        1 / (2 * cosh(x / 2)),
    ),
    ("telescope", Sum(1 / (k * (k + 1)), (k, 1, n)), n / (n + 1), 1 / (n + 1)),
    ("degeneracy of a shell", Sum(2 * k - 1, (k, 1, n)), n**2, n**2 + 1),
    ("spin states", Sum(binomial(n, k), (k, 0, n)), 2**n, 2 ** (n + 1)),
    ("Basel", Sum(1 / k**2, (k, 1, oo)), pi**2 / 6, pi**2 / 8),
    (
        "Matsubara sum",
        Sum(4 * x / ((2 * k - 1) ** 2 * pi**2 + x**2), (k, 1, oo)),
        tanh(x / 2),
        coth(x / 2),
    ),
    ("geometric", Sum(u**k, (k, 0, n)), (1 - u ** (n + 1)) / (1 - u), (1 - u**n) / (1 - u), (u < 1,)),
)

SPECIAL = group(
    "special functions",
    ("factorial", gamma(x + 2), x * (x + 1) * gamma(x), x * (x - 1) * gamma(x)),
    ("reflection", gamma(x) * gamma(1 - x), pi / sin(pi * x), pi / cos(pi * x), (x < 1,)),
    (
        "duplication",
        gamma(x) * gamma(x + Rational(1, 2)),
        2 ** (1 - 2 * x) * sqrt(pi) * gamma(2 * x),
        2 ** (2 * x - 1) * sqrt(pi) * gamma(2 * x),
    ),
    ("beta function", beta(x, y), gamma(x) * gamma(y) / gamma(x + y), gamma(x) * gamma(y) / gamma(x + y + 1)),
    ("digamma", polygamma(0, x + 1) - polygamma(0, x), 1 / x, 1 / (x + 1)),
    (
        "Bessel recurrence",
        besselj(n - 1, x) + besselj(n + 1, x),
        2 * n * besselj(n, x) / x,
        n * besselj(n, x) / x,
    ),
    (
        "Bessel Wronskian",
        besselj(1, x) * bessely(0, x) - besselj(0, x) * bessely(1, x),
        2 / (pi * x),
        -2 / (pi * x),
    ),
    ("Bessel of order 1/2", besselj(Rational(1, 2), x), sqrt(2 / (pi * x)) * sin(x), sqrt(2 / (pi * x)) * cos(x)),
    ("modified Wronskian", besseli(0, x) * besselk(1, x) + besseli(1, x) * besselk(0, x), 1 / x, 2 / x),
    (
        "Legendre recurrence",
        (n + 1) * legendre(n + 1, s),
        (2 * n + 1) * s * legendre(n, s) - n * legendre(n - 1, s),
        (2 * n + 1) * s * legendre(n, s) + n * legendre(n - 1, s),
    ),
    (
        "Hermite recurrence",
        hermite(n + 1, s),
        2 * s * hermite(n, s) - 2 * n * hermite(n - 1, s),
        2 * s * hermite(n, s) - n * hermite(n - 1, s),
    ),
    (
        "Legendre relation",
        elliptic_e(x) * elliptic_k(1 - x) + elliptic_e(1 - x) * elliptic_k(x) - elliptic_k(x) * elliptic_k(1 - x),
        pi / 2,
        pi,
        (x < 1,),
    ),
    ("error functions", erf(s) + erfc(s), Integer(1), Integer(2)),
    (
        "Airy Wronskian",
        airyai(s) * airybiprime(s) - airyaiprime(s) * airybi(s),
        1 / pi,
        -1 / pi,
    ),
    ("gamma as factorial", gamma(n + 1), factorial(n), factorial(n + 1)),
    ("binomial step", binomial(n + 1, k), binomial(n, k) + binomial(n, k - 1), binomial(n, k) + binomial(n, k + 1)),
    ("factorial step", factorial(n + 1) / factorial(n - 1), n * (n + 1), n * (n - 1)),
    (
        "spherical Bessel at 1",
        sqrt(pi / (2 * x)) * besselj(Rational(3, 2), x),
        sin(x) / x**2 - cos(x) / x,
        sin(x) / x**2 + cos(x) / x,
    ),
)

CORPUS = (
    *RATIONAL,
    *SIX_VARIABLES,
    *RADICAL,
    *CONSTANTS,
    *EXPONENTIAL,
    *TRIGONOMETRIC,
    *HYPERBOLIC,
    *PIECEWISE,
    *INTEGRALS,
    *SUMS,
    *SPECIAL,
)
GROUPS = tuple(dict.fromkeys(identity.group for identity in CORPUS))
