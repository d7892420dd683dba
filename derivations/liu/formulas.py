"""Expressions that many lines share: the terms of the series, its first term, the full series."""

from sympy import Mod, Rational, Sum, digamma, oo, pi, polygamma, sqrt

from derivations.liu.notation import K, Q, R_b, c, e, i, j, n_pair, r
from verify.claims import CODATA_2022, decimal

HALF, THIRD, QUARTER = Rational(1, 2), Rational(1, 3), Rational(1, 4)
KQe = K * Q * e
one_proton = {K: 1 / (4 * pi * CODATA_2022.epsilon_0.si), Q: CODATA_2022.e.si, e: -CODATA_2022.e.si}
"""The numbers for a proton and an electron, in SI units, for the figures that show energies."""
ELECTRONVOLT = CODATA_2022.e.si
PICOMETRE, BORDER = decimal("1e-12"), decimal("1e-9")
"""The border of all figures is 1000 pm from the nucleus."""

own = c ** Mod(i, 2)
"""c^(i % 2): 1 for even i, c for odd i."""
other = c ** Mod(i + 1, 2)

force_term = own / (2 * i * R_b + r) ** 2 - other / (2 * (i + 1) * R_b - r) ** 2
potential_part = (
    2 * own / (2 * i * R_b + r) + 2 * other / (2 * (i + 1) * R_b - r) - (2 * own + 2 * other) / (2 * i * R_b + R_b)
)
kinetic_part = (
    r * other / (2 * (i + 1) * R_b - r) ** 2
    - (other - own) * R_b / (2 * i * R_b + R_b) ** 2
    - r * own / (2 * i * R_b + r) ** 2
)
term = potential_part + kinetic_part

even, odd = {i: 2 * j}, {i: 2 * j + 1}
pair = term.subs(even) + term.subs(odd)
"""The terms 2j and 2j + 1 together: rational in all symbols."""
pair_n = pair.subs(j, n_pair)

d_hydrogen = 1 / r + 2 / (2 * R_b - r) + r / (2 * R_b - r) ** 2 - 4 / R_b
"""The bracket of (8)."""
d_first = 1 / r + 2 * c / (2 * R_b - r) + r * c / (2 * R_b - r) ** 2 - (3 * c + 1) / R_b
"""(37), the first term of the series."""
D_two = term.subs(i, 0) + term.subs(i, 1)
"""The series cut after N = 1."""
D_full = Sum(pair, (j, 0, oo))
"""The full series: every term once, two and two."""

c_at = (2 * R_b - r) ** 2 / (r * (8 * R_b - 3 * r))
"""The attraction coefficient for which r is the conducting radius of (38)."""
R_c_of_c = 2 * R_b / (1 + 2 * c + sqrt(c * (1 + 4 * c)))
"""The audit's own solution of (38), which the page calls f(c, R_b) and does not write out; decided at (40)."""
R_c_of_c1 = (3 - 5**HALF) / 2
"""R_c/R_b at c = 1, by (41)."""

D_closed = (
    2 * (digamma(QUARTER) - digamma(r / (4 * R_b)))
    + 2 * c * (digamma(QUARTER) - digamma((2 * R_b - r) / (4 * R_b)))
    + 2 * c * (digamma(3 * QUARTER) - digamma((2 * R_b + r) / (4 * R_b)))
    + 2 * (digamma(3 * QUARTER) - digamma((4 * R_b - r) / (4 * R_b)))
) / (4 * R_b) + (
    c * r / R_b * polygamma(1, (2 * R_b - r) / (4 * R_b))
    - (c - 1) * polygamma(1, QUARTER)
    - r / R_b * polygamma(1, r / (4 * R_b))
    + r / R_b * polygamma(1, (4 * R_b - r) / (4 * R_b))
    - (1 - c) * polygamma(1, 3 * QUARTER)
    - c * r / R_b * polygamma(1, (2 * R_b + r) / (4 * R_b))
) / (16 * R_b)
"""The full series in closed form: Σ [1/(j+a) − 1/(j+b)] = ψ(b) − ψ(a) and Σ 1/(j+a)² = ψ'(a), DLMF 5.7.6 and 5.15.1."""
