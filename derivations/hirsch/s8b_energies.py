"""What the expelled charge costs, and the energy of the spin current: (52)-(54)."""

from sympy import Eq, Integral, Rational, pi

from derivations.hirsch.notation.common import E_m, R, m_e, n_s, r, rho_0, v_sigma0
from derivations.hirsch.notation.superconductor import H_applied, H_c, H_c1, H_sum, u_B, u_c, u_E, v_surface, w_mixed
from derivations.hirsch.paper import paper
from derivations.hirsch.s2a_one_electron import eq8
from derivations.hirsch.s5_giant_atom import eq29b, eq30
from derivations.hirsch.s7_spin_meissner import speed38
from derivations.hirsch.s8_expelled_charge import Em_Hc1, eq48
from derivations.hirsch.s8a_meissner_current import plane
from verify.claims import (
    DOMAIN,
    aside,
    at_most,
    equal,
    follows_from,
    less,
    reading,
)

HERE = "VIII"

stored = paper.premise(
    "x.stored",
    where=HERE,
    printed="u_E is the mean over the cross section of E²/8π, with the field 2πρ_0 r of the interior",
    lhs=u_E,
    rhs=Integral((2 * pi * rho_0 * r) ** 2 / (8 * pi) * 2 * pi * r, (r, 0, R)) / (pi * R**2),
    law="energy of an electric field, and the law of Gauss for a cylinder of uniform density",
)
eq52 = paper.step(
    "52",
    where=HERE,
    printed=r"u_E = \frac{1}{2}\frac{E_m^2}{8\pi}",
    lhs=u_E,
    rhs=Rational(1, 2) * E_m**2 / (8 * pi),
    by=follows_from(stored, eq29b, eq30),
    within=[plane],
    note="The field grows with r up to E_m; outside there is none, as the charges balance.",
)
expelling = paper.premise(
    "x.expelling",
    where=HERE,
    printed="u_B is the work that is done on a perfect diamagnet, M = −H/4π, up to the field H_c1",
    lhs=u_B,
    rhs=Integral(H_applied / (4 * pi), (H_applied, 0, H_c1)),
    law="work of magnetisation of a long cylinder along the field (Tinkham, Introduction to Superconductivity)",
)
eq53 = paper.step(
    "53",
    where=HERE,
    printed=r"u_B = \frac{H_{c1}^2}{8\pi}",
    lhs=u_B,
    rhs=H_c1**2 / (8 * pi),
    by=follows_from(expelling),
)
half = paper.step(
    "52-half",
    where=HERE,
    printed=r"the electrostatic cost $u_E$ is half of the magnetic cost $u_B$, since $E_m = H_{c1}$",
    lhs=u_E,
    rhs=u_B / 2,
    by=follows_from(eq52, eq53, Em_Hc1),
)
condensation = paper.premise(
    "x.condensation",
    where=HERE,
    printed="the condensation energy density is H_c²/8π",
    lhs=u_c,
    rhs=H_c**2 / (8 * pi),
    page="the text after (53), which calls H_c²/8π so",
)
area = paper.premise(
    "x.area",
    where=HERE,
    printed="the condensation energy density is the area under the magnetisation curve: u_B up to H_c1, and w ≥ 0 above it",
    lhs=u_c,
    rhs=u_B + w_mixed,
    law="the condensation energy is the area under the curve of −M against H, which is nowhere negative (Tinkham)",
)
both = paper.premise(
    "x.sum-of-fields",
    where=HERE,
    printed="S is the sum of the critical fields",
    lhs=H_sum,
    rhs=H_c + H_c1,
    law="a name for this sum, which is positive",
)
apart = paper.step(
    "x.Hc-Hc1",
    where=HERE,
    printed="H_c is H_c1 and 8πw/S more, where S is the sum of both",
    lhs=H_c,
    rhs=H_c1 + 8 * pi * w_mixed / H_sum,
    by=follows_from(area, eq53, condensation, both),
    note="Not of the paper: the law of the areas, solved for the difference of the fields.",
)
Hc1_Hc = paper.claim(
    "Hc1<=Hc",
    at_most(H_c1, H_c),
    where=HERE,
    printed=r"type II superconductors: $H_{c1} \le H_c$",
    by=follows_from(apart),
)
less_than_half = paper.claim(
    "less-than-half",
    less(u_E, u_c / 2),
    where=HERE,
    printed=r"for type II superconductors, where H_c1 is at most H_c, the electrostatic cost is less than half the condensation energy density H_c²/8π",
    by=follows_from(half, area),
    readings=[
        reading(
            "away from the crossover",
            less(u_E, u_c / 2),
            by=follows_from(half, area),
            where=[w_mixed > 0],
            ground=DOMAIN,
            condition="H_c1 is smaller than H_c, and not equal to it as at the crossover",
        )
    ],
    note="At the crossover, which the paper includes with ≤, H_c1 is H_c and w is zero: the cost is half of it.",
    asides=[
        aside(
            "H_c1 is H_c and w is zero",
            equal(w_mixed, 0),
            by=follows_from(area, eq53, condensation),
            where=[Eq(H_c1, H_c)],
        ),
        aside(
            "the cost is half of it",
            equal(u_E, u_c / 2),
            by=follows_from(half, area),
            where=[Eq(w_mixed, 0)],
        ),
    ],
)
at_surface = paper.premise(
    "x.at-surface",
    where=HERE,
    printed=r"v_\sigma = v^0_\sigma",
    lhs=v_surface,
    rhs=v_sigma0,
    page="the text of (54), near the surface, and that after (38)",
)
eq54 = paper.step(
    "54",
    where=HERE,
    printed=r"n_s\frac{1}{2}m_e v_\sigma^2 = \frac{E_m^2}{8\pi}",
    lhs=n_s * Rational(1, 2) * m_e * v_surface**2,
    rhs=E_m**2 / (8 * pi),
    by=follows_from(at_surface, eq48.ends, speed38, eq8),
)
