"""How much charge is expelled, and how fast the spin current is: (45)-(51).  (44) is in s8a, the energies are in s8b."""

from sympy import Abs, diff, pi, sqrt

from derivations.hirsch.notation.common import E_m, R, c, e, hbar, lambda_L, m_e, n_s, phi_quantum, rho_minus, v_sigma0
from derivations.hirsch.notation.superconductor import (
    A_size,
    B_s,
    B_size,
    D,
    H_c,
    H_c1,
    eps_cond,
    j_size,
    kappa,
    v_limit,
    v_rho,
    v_s,
)
from derivations.hirsch.paper import paper
from derivations.hirsch.s2a_one_electron import eq8
from derivations.hirsch.s5_giant_atom import eq30
from derivations.hirsch.s7_spin_meissner import speed38
from derivations.hirsch.s7a_forces import eq42
from derivations.hirsch.s8a_meissner_current import eq44
from verify.claims import (
    AMBIGUITY,
    CODATA_2022,
    approx,
    aside,
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
    note="Of the magnitude. The current itself, n_s e v_s of (44), is that of the spatial part of (24): opposite to A, and so diamagnetic.",
    asides=[
        aside(
            "The current itself, n_s e v_s of (44), is that of the spatial part of (24)",
            equal(n_s * e * v_s, -c / (4 * pi * lambda_L**2) * A_size),
            by=follows_from(eq44.link(0), eq8),
        )
    ],
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
    why="A postulate, called natural and not derived. It is an assumption (x.limit) of (48), with the one that superconductivity ends at B_s of (42).",
)
limit = paper.premise(
    "x.limit",
    where=HERE,
    printed="in the field B_s the speed of the expelled charge is c",
    lhs=v_limit,
    rhs=c,
    assumption="superconductivity ends when the expelled charge moves with the speed of light, and the field in which it ends is B_s of (42); the paper calls the first natural, and derives neither",
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
    why="The derivation is that of a reference, and not in the paper. What the paper has of these equations is decided in Section IX.",
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
    note="The energetic considerations of the paper are not on it. Decided is what (48) says: neither in the field nor in ρ_-, from (30) with it, a size stands. The ρ_0 of (29a), (29b), (29c) falls with R and D.",
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
Hc1_is_Hc = paper.given(
    "Hc1=Hc",
    where=HERE,
    printed=r"$H_{c1} = H_c$, that is at the crossover between type II and type I behaviour",
    lhs=H_c1,
    rhs=H_c,
    note="The case in which the paper expresses (49) by the condensation energy, (51).",
)
crossover = paper.premise(
    "x.crossover",
    where=HERE,
    printed=r"\kappa = 1/\sqrt{2}",
    lhs=kappa,
    rhs=1 / sqrt(2),
    law="where type I goes over into type II (Tinkham, Introduction to Superconductivity, ch. 4)",
)
thermodynamic = paper.premise(
    "x.Hc",
    where=HERE,
    printed=r"H_c = \frac{\phi_0\kappa}{2\sqrt{2}\pi\lambda_L^2}",
    lhs=H_c,
    rhs=phi_quantum * kappa / (2 * sqrt(2) * pi * lambda_L**2),
    law="the thermodynamic critical field in the theory of Ginzburg and Landau (Tinkham, Introduction to Superconductivity, ch. 4)",
)
eq51 = paper.step(
    "51",
    where=HERE,
    printed=r"\rho_- = e n_s\left(\frac{2\epsilon}{m_e c^2}\right)^{1/2}",
    lhs=rho_minus,
    rhs=e * n_s * sqrt(2 * eps_cond / (m_e * c**2)),
    by=follows_from(eq30, eq8, eq50, Em_Hc1, Hc1_is_Hc),
    note="For the case where H_c1 = H_c, by which the paper goes from E_m = H_c1. At the crossover of Ginzburg and Landau H_c is exactly B_s, so that there x.lower is not needed.",
    asides=[aside("H_c is exactly B_s", equal(H_c, B_s), by=follows_from(eq42.ends, thermodynamic, crossover))],
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
    note="The paper says that (51) shows it, but prints no condensation energy: the number is that of (49), which (51) only expresses in another way. "
    "The length 2λ_L that Fig. 7 gives in words is taken from 300 Å to 900 Å, so that the ratio, which falls as λ_L grows, "
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
