"""How much charge is expelled, and how fast the spin current is: (44)-(54)."""

from sympy import Abs, Derivative, Eq, Integral, Rational, exp, pi, sqrt

from derivations.hirsch.notation import (
    A_size,
    B_s,
    B_size,
    E_m,
    H_applied,
    H_c,
    H_c1,
    H_sum,
    R,
    c,
    depth,
    e,
    eps_cond,
    hbar,
    j_size,
    lambda_L,
    m_e,
    n_s,
    p_s,
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
from derivations.hirsch.s5_giant_atom import eq30
from derivations.hirsch.s7_spin_meissner import speed38
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

plane = paper.approximation(
    "x.plane",
    where=HERE,
    printed="the sample is much larger than λ_L: its surface is plane, and the layer near it is thin",
    page="the text after (30), and that of (31)",
)
canonical = paper.premise(
    "x.canonical",
    where=HERE,
    printed=r"m_e v_s = p - \frac{e}{c} A",
    lhs=m_e * v_s,
    rhs=p_s - e / c * A_size,
    law="canonical momentum of a charge e, along the vector potential",
)
rigid = paper.premise(
    "x.rigid",
    where=HERE,
    printed="p = 0",
    lhs=p_s,
    rhs=0,
    page="the text of (67): the wave function is rigid, in the ordinary Meissner effect, too",
)
decay = paper.premise(
    "x.field-decay",
    where=HERE,
    printed="at the depth s the field, B times e^(−s/λ_L), is the slope of the potential, A times e^(−s/λ_L)",
    lhs=B_size * exp(-depth / lambda_L),
    rhs=-Derivative(A_size * exp(-depth / lambda_L), depth),
    law="B = curl A, with the decay of London below a plane surface",
)
eq44 = paper.step(
    "44",
    where=HERE,
    printed=r"v_s = -\frac{e}{m_e c}A = -\frac{e}{m_e c}\lambda_L B",
    lhs=v_s,
    rhs=(-e / (m_e * c) * A_size, -e / (m_e * c) * lambda_L * B_size),
    by=follows_from(canonical, rigid, decay),
    within=[plane],
    note="The component along A. A and B are magnitudes, as j of (45) is said to be; e is negative, so v_s is along A.",
)
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
eq42 = paper.premise(
    "x.42",
    where=HERE,
    printed=r"B_s = -\frac{\hbar c}{4e\lambda_L^2}",
    lhs=B_s,
    rhs=-hbar * c / (4 * e * lambda_L**2),
    page="Eq. (42)",
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
    by=follows_from(specialise(eq47, {B_size: B_s, v_rho: v_limit}, general=True), limit, eq42),
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
field = paper.premise(
    "x.29b",
    where=HERE,
    printed=r"\rho_0 = -\frac{2\lambda_L}{R}\rho_-",
    lhs=rho_0,
    rhs=-2 * lambda_L / R * rho_minus,
    page="Eq. (29b), for a cylinder",
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
    by=follows_from(stored, field, eq30),
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
