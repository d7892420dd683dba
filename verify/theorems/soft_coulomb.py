"""Ground state of one particle on a line in the potential −1/(|x| + ε), enclosed by balls.

Lengths are in Bohr radii of the potential −1/|x| (ħ²/μZe²), and E = −κ²/2 in the matching
unit.  For x > 0 the decaying solution is Whittaker's W_{1/κ, 1/2}(z) = e^{−z/2} z U(1 − 1/κ, 2, z)
with z = 2κ(x + ε) (DLMF 13.14.3); an even state needs dW/dz = 0 at z = 2κε.  For κ > 1 the
first parameter of U is positive, so U > 0 (DLMF 13.4.4) and the state has no node: a root
κ > 1 belongs to the ground state, and is therefore the only one.

For every q = 1/ε > 1, with L = ln q,  4L² − 8L(ln 4L + 1) ≤ κ² ≤ 4 ln²(1 + q) + 2:

- Below: the trial function √k e^{−k|x|} has the energy k²/2 − 2k F(2kε) ≥ −κ²/2, where F(z) = ∫₀^∞ e^{−t}/(t + z) dt
  ≥ ∫₀¹ (1 − t)/(t + z) dt = (1 + z) ln(1 + 1/z) − 1 ≥ −ln z − 1.  Put k = 2L.
- Above: for ‖ψ‖ = 1 and p = ‖ψ'‖, ψ(x)² ≤ ∫|ψψ'| ≤ p everywhere, so the potential energy is at most
  p ∫_{|x|<1} dx/(|x| + ε) + 1 = 2p ln(1 + q) + 1 in size, and p²/2 − 2p ln(1 + q) − 1 ≥ −2 ln²(1 + q) − 1.
"""

from __future__ import annotations

from functools import lru_cache

import sympy
from flint import acb, arb, fmpq

from verify.balls import precision
from verify.orders.ranges import Interval

BITS = 256
"""Working precision for a softening of order one; each decade of ε asks for a few more bits."""
STEPS = 60


@lru_cache(maxsize=256)
def ground_state(epsilon: sympy.Rational) -> Interval | None:
    """A bracket of κ for the ground state, certain by a change of sign; None if none was found above κ = 1."""
    low, high = sympy.Rational(1001, 1000), sympy.Rational(2)
    below = _sign(low, epsilon)
    if below == 0:
        return None
    while _sign(high, epsilon) == below:
        low, high = high, 2 * high
        if high > 10**6:
            return None
    if _sign(high, epsilon) == 0:
        return None
    for _ in range(STEPS):
        middle = (low + high) / 2
        here = _sign(middle, epsilon)
        if here == 0:
            break
        low, high = (middle, high) if here == below else (low, middle)
    return low, high


def _sign(kappa: sympy.Rational, epsilon: sympy.Rational) -> int:
    """The certain sign of e^{z/2} dW/dz = (1 − z/2) U(1 − ν, 2, z) − z (1 − ν) U(2 − ν, 3, z); 0 if not certain."""
    with precision(BITS + 4 * (int(epsilon.q).bit_length())):
        k, eps = (acb(fmpq(int(v.p), int(v.q))) for v in (kappa, epsilon))
        z, first = 2 * k * eps, 1 - 1 / k
        slope = (1 - z / 2) * z.hypgeom_u(first, acb(2)) - z * first * z.hypgeom_u(first + 1, acb(3))
        value: arb = slope.real
        if not slope.is_finite():
            return 0
        return 1 if value > 0 else -1 if value < 0 else 0
