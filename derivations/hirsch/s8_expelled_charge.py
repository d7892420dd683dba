"""How much charge is expelled, and how fast the spin current is: (45)-(54).  (44) is in s8a."""

from sympy import Abs, Eq, Integral, Rational, diff, pi, sqrt

from derivations.hirsch.notation import (
    A_size,
    B_s,
    B_size,
    D,
    E_field,
    E_m,
    E_orbit,
    H_applied,
    H_c,
    H_c1,
    H_sum,
    L_orbit,
    R,
    c,
    e,
    eps_cond,
    hbar,
    j_size,
    lambda_L,
    m_e,
    n_s,
    r,
    rho_0,
    rho_minus,
    u_B,
    u_E,
    v_limit,
    v_rho,
    v_s,
    v_sigma0,
    v_surface,
    w_mixed,
)
from derivations.hirsch.paper import paper
from derivations.hirsch.s2a_one_electron import eq8
from derivations.hirsch.s5_giant_atom import eq29b, eq30
from derivations.hirsch.s7_spin_meissner import speed38
from derivations.hirsch.s7a_forces import eq42
from derivations.hirsch.s8a_meissner_current import eq44, plane
from verify.claims import (
    AMBIGUITY,
    CODATA_2022,
    DOMAIN,
    approx,
    aside,
    at_most,
    equal,
    follows_from,
    less,
    order_of,
    printed_number,
    reading,
    specialise,
)
from verify.units import angstrom

HERE = "VIII"

magnitude = paper.premise(
    "x.j",
    where=HERE,
    printed="j is the magnitude of n_s e v_s",
    lhs=j_size,
    rhs=Abs(n_s * e * v_s),
    page="the text before (45), with the charge e of each carrier",
)
eq45 = paper.step(
    "45",
    where=HERE,
    printed=r"j = -n_s e v_s = \frac{n_s e^2}{m_e c}\lambda_L B = \frac{c}{4\pi\lambda_L}B",
    lhs=j_size,
    rhs=(
        -n_s * e * v_s,
        n_s * e**2 / (m_e * c) * lambda_L * B_size,
        c / (4 * pi * lambda_L) * B_size,
    ),
    by=follows_from(magnitude, eq44.ends, eq8),
)
london = paper.cross_reference(
    "45-24",
    where=HERE,
    printed=r"the current n_s e v_s of (44) is that of the spatial part of (24), $-\frac{c}{4\pi\lambda_L^2}A$ along A",
    lhs=n_s * e * v_s,
    rhs=-c / (4 * pi * lambda_L**2) * A_size,
    by=follows_from(eq44.link(0), eq8),
    note="Not of the page, which gives the magnitude only: the current itself is opposite to A, and so diamagnetic.",
)
eq46 = paper.step(
    "46",
    where=HERE,
    printed=r"j = -\rho_-\frac{B}{E_m}c",
    lhs=j_size,
    rhs=-rho_minus * B_size / E_m * c,
    by=follows_from(eq45.ends, eq30),
)
carried = paper.premise(
    "x.carried",
    where=HERE,
    printed="j is the magnitude of ρ_- times the speed of the expelled charge",
    lhs=j_size,
    rhs=Abs(rho_minus) * v_rho,
    page="the text before (47): the expelled charge carries the current",
)
eq47 = paper.step(
    "47",
    where=HERE,
    printed=r"v_{\rho_-} = \frac{B}{E_m}c",
    lhs=v_rho,
    rhs=B_size / E_m * c,
    by=follows_from(eq46, carried),
)
destroyed = paper.remark(
    "VIII-destroyed",
    where=HERE,
    printed="superconductivity ends when the expelled charge would move with the speed of light",
    why="A postulate, called natural and not derived; with it and (42) follows (48), which is decided there.",
)
limit = paper.premise(
    "x.limit",
    where=HERE,
    printed="in the field B_s the speed of the expelled charge is c",
    lhs=v_limit,
    rhs=c,
    page="the text before (48): superconductivity ends at this speed, and by (42) at B_s",
)
eq48 = paper.step(
    "48",
    where=HERE,
    printed=r"E_m = B_s = -\frac{\hbar c}{4e\lambda_L^2}",
    lhs=E_m,
    rhs=(B_s, -hbar * c / (4 * e * lambda_L**2)),
    by=follows_from(specialise(eq47, {B_size: B_s, v_rho: v_limit}, general=True), limit, eq42.link(0)),
)
covariance = paper.remark(
    "48-covariance",
    where=HERE,
    printed="(48) and (49) follow from covariance of the equations for the spin current, in a lengthy derivation elsewhere",
    why="The derivation is that of a reference, and not on the page. What the page has of these equations is decided in Section IX.",
)
eq49 = paper.step(
    "49",
    where=HERE,
    printed=r"\rho_- = e n_s\frac{\hbar}{4m_e c\lambda_L} = e n_s\frac{v^0_\sigma}{c}",
    lhs=rho_minus,
    rhs=(e * n_s * hbar / (4 * m_e * c * lambda_L), e * n_s * v_sigma0 / c),
    by=follows_from(eq8, eq30, speed38, eq48.ends),
)
scaling = paper.claim(
    "30-scaling",
    equal(E_m, -hbar * c / (4 * e * lambda_L**2)),
    equal(rho_minus, hbar * c / (16 * pi * e * lambda_L**3)),
    less(diff(-3 * lambda_L / R * rho_minus, R), 0),
    less(diff(-2 * lambda_L / R * rho_minus, R), 0),
    less(diff(-2 * lambda_L / D * rho_minus, D), 0),
    where="V",
    printed="ρ_- and E_m do not depend on the size of the sample, ρ_0 decreases with it",
    by=follows_from(eq48.ends, eq30),
    note="The energetic considerations of the page are not on it. Decided is what (48) says: neither in the field nor in ρ_-, from (30) with it, a size stands. The ρ_0 of (29a), (29b), (29c) falls with R and D.",
)
eq50 = paper.given(
    "50",
    where=HERE,
    printed=r"\epsilon \equiv \frac{1}{n_s}\frac{H_c^2}{8\pi}",
    lhs=eps_cond,
    rhs=1 / n_s * H_c**2 / (8 * pi),
)
lower = paper.approximation(
    "x.lower",
    where=HERE,
    printed="the field B_s of (42) is the lower critical field H_c1",
    page="the text after (42): essentially so; the textbooks have a factor that depends on λ_L/ξ",
    lhs=H_c1,
    rhs=B_s,
)
Em_Hc1 = paper.step(
    "Em=Hc1",
    where=HERE,
    printed=r"E_m = H_{c1}",
    lhs=E_m,
    rhs=H_c1,
    by=follows_from(eq48.link(0), lower),
)
crossover = paper.premise(
    "x.crossover",
    where=HERE,
    printed=r"H_{c1} = H_c",
    lhs=H_c1,
    rhs=H_c,
    page="the text before (50): where type I goes over into type II",
)
eq51 = paper.step(
    "51",
    where=HERE,
    printed=r"\rho_- = e n_s\left(\frac{2\epsilon}{m_e c^2}\right)^{1/2}",
    lhs=rho_minus,
    rhs=e * n_s * sqrt(2 * eps_cond / (m_e * c**2)),
    by=follows_from(eq30, eq8, eq50, Em_Hc1, crossover),
    note="At the crossover, where H_c1 = H_c.",
)
CONSTANTS = {hbar: CODATA_2022.hbar, m_e: CODATA_2022.m_e, c: CODATA_2022.c}
SHORT, LONG = ({**CONSTANTS, lambda_L: printed_number(text, angstrom)} for text in ("150", "450"))
small = paper.claim(
    "51-1e-6",
    order_of(rho_minus / (e * n_s), "1e-6", constants=SHORT),
    order_of(rho_minus / (e * n_s), "1e-6", constants=LONG),
    where=HERE,
    printed=r"the charge expelled is a small fraction ($\sim 10^{-6}$) of the superfluid density",
    by=follows_from(eq49),
    readings=[
        reading(
            "within a factor of ten",
            approx(rho_minus / (e * n_s), "1e-6", constants=SHORT, within=("1e-7", "1e-5", "within a factor of ten")),
            approx(rho_minus / (e * n_s), "1e-6", constants=LONG, within=("1e-7", "1e-5", "within a factor of ten")),
            by=follows_from(eq49),
            ground=AMBIGUITY,
            of=r"\sim",
            condition="the sign means no more than within a factor of ten",
        )
    ],
    note="The length 2λ_L that Fig. 7 gives in words is taken from 300 Å to 900 Å, so that the ratio, which falls as λ_L grows, "
    "is 6.44·10⁻⁶ at the one end and 2.15·10⁻⁶ at the other.",
    asides=[
        aside("taken from 300 Å to 900 Å", equal(2 * 150, 300), equal(2 * 450, 900)),
        aside(
            "is 6.44·10⁻⁶ at the one end",
            approx(rho_minus / (e * n_s), "6.44e-6", constants=SHORT),
            by=follows_from(eq49),
        ),
        aside(
            "2.15·10⁻⁶ at the other", approx(rho_minus / (e * n_s), "2.15e-6", constants=LONG), by=follows_from(eq49)
        ),
    ],
)
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
area = paper.premise(
    "x.area",
    where=HERE,
    printed="H_c²/8π is the area under the magnetisation curve: H_c1²/8π, and w ≥ 0 above H_c1",
    lhs=H_c**2 / (8 * pi),
    rhs=H_c1**2 / (8 * pi) + w_mixed,
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
    "Hc-Hc1",
    where=HERE,
    printed="H_c is H_c1 and 8πw/S more, where S is the sum of both",
    lhs=H_c,
    rhs=H_c1 + 8 * pi * w_mixed / H_sum,
    by=follows_from(area, both),
    note="Not of the page: the law of the areas, solved for the difference of the fields.",
)
Hc1_Hc = paper.claim(
    "Hc1<=Hc",
    at_most(H_c1, H_c),
    where=HERE,
    printed=r"type II superconductors: $H_{c1} \le H_c$",
    by=follows_from(apart),
)
Hc1_is_Hc = paper.step(
    "Hc1=Hc",
    where=HERE,
    printed=r"$H_{c1} = H_c$ at the crossover between type II and type I behaviour",
    lhs=H_c1,
    rhs=H_c,
    by=follows_from(area),
    conditions=[Eq(w_mixed, 0)],
    note="Type I has no mixed state, so at the crossover the area w above H_c1 is gone.",
)
less_than_half = paper.claim(
    "less-than-half",
    less(u_E, H_c**2 / (8 * pi) / 2),
    where=HERE,
    printed=r"the electrostatic cost is less than half the condensation energy density $H_c^2/8\pi$",
    by=follows_from(eq52, Em_Hc1, area),
    readings=[
        reading(
            "away from the crossover",
            less(u_E, H_c**2 / (8 * pi) / 2),
            by=follows_from(eq52, Em_Hc1, area),
            where=[w_mixed > 0],
            ground=DOMAIN,
            condition="H_c1 is smaller than H_c, and not equal to it as at the crossover",
        )
    ],
    note="At the crossover, which the page includes with ≤, the cost is half of it.",
    asides=[
        aside(
            "the cost is half of it",
            equal(u_E, H_c**2 / (8 * pi) / 2),
            by=follows_from(eq52, Em_Hc1, area),
            where=[Eq(w_mixed, 0)],
        )
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
eq76 = paper.premise(
    "x.76",
    where=HERE,
    printed=r"E_{kin} = \frac{L^2}{2 m_e r^2}",
    lhs=E_orbit,
    rhs=L_orbit**2 / (2 * m_e * r**2),
    page="Eq. (76), with the mass of the electron as in (78)",
)
eq77 = paper.premise(
    "x.77",
    where=HERE,
    printed=r"E_{pot} = \frac{e^2 E_m^2}{8 m_e c^2} r^2",
    lhs=E_field,
    rhs=e**2 * E_m**2 / (8 * m_e * c**2) * r**2,
    page="Eq. (77)",
)
momentum = paper.premise(
    "x.half-hbar",
    where=HERE,
    printed=r"L = \frac{\hbar}{2}",
    lhs=L_orbit,
    rhs=hbar / 2,
    page="the text before (78), after (43)",
)
AT_ORBIT = {r: 2 * lambda_L}
light = paper.claim(
    "54-XI",
    equal(E_orbit, E_field),
    equal(n_s * E_orbit, n_s * Rational(1, 2) * m_e * v_surface**2),
    equal(n_s * E_field, E_m**2 / (8 * pi)),
    where="VIII/XI",
    printed="Section XI sheds light on (54): at $r = 2\\lambda_L$ the kinetic energy (76) equals the electrostatic energy (77)",
    by=follows_from(
        specialise(eq76, AT_ORBIT, general=True),
        specialise(eq77, AT_ORBIT, general=True),
        momentum,
        eq48.ends,
        eq8,
        speed38,
        at_surface,
    ),
    note="Both sides of (54) are n_s times these energies, at r = 2λ_L.",
    conditions=[Eq(r, 2 * lambda_L)],
)
