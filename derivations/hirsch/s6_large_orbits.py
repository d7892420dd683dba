"""Orbits of radius 2λ_L and the Meissner effect: (31)-(36)."""

from sympy import Integral, Rational, cos, diff, pi, sin, sqrt

from derivations.hirsch.notation.atoms import phi_orbit, r2perp, rbar
from derivations.hirsch.notation.common import B, R, c, e, hbar, k_F, lambda_L, m_e, mu_B, n_s, r
from derivations.hirsch.notation.superconductor import (
    A_shell,
    L_s,
    N_all,
    N_shell,
    alpha_orbit,
    chi_at,
    chi_Landau,
    e_abs,
    eps_F,
    g_F,
    k_conduction,
    l_shell,
    l_two,
    m_orbit,
    n_conduction,
    r_any,
    v_L,
    v_s,
)
from derivations.hirsch.paper import paper
from derivations.hirsch.s2a_diamagnetism import eq7, square_radius
from derivations.hirsch.s2a_one_electron import eq8
from derivations.physics.orbits import orbit_directions, orbital_moment
from verify.claims import (
    AMBIGUITY,
    CODATA_2022,
    approx,
    aside,
    at_most,
    compare_coefficients,
    cross,
    equal,
    follows_from,
    leading,
    less,
    order_of,
    printed_number,
    reading,
    scaled,
    specialise,
    substitute,
    triple,
)
from verify.units import angstrom, pure_number

HERE = "VI"

# --- the angular momentum of the Meissner current

thin = paper.approximation(
    "x.shell",
    where=HERE,
    printed="the radius is much larger than λ_L, so that a layer of the depth λ_L has the cross section 2πRλ_L",
    page="printed in brackets in the text after (31)",
    lhs=A_shell,
    rhs=2 * pi * R * lambda_L,
)
shell = paper.claim(
    "31-layer",
    leading(pi * (R**2 - (R - lambda_L) ** 2), R, 1, 2 * pi * lambda_L),
    where=HERE,
    printed="the layer of the depth λ_L below the surface has this cross section for a radius that is large",
)
in_the_layer = paper.premise(
    "x.31-N",
    where=HERE,
    printed="the number of carriers within λ_L of the surface, for unit height",
    lhs=N_shell,
    rhs=n_s * A_shell,
    law="a density times a volume",
)
of_each = paper.premise(
    "x.31-l",
    where=HERE,
    printed="the angular momentum of each about the axis of the cylinder",
    lhs=l_shell,
    rhs=cross(triple(R, 0, 0), scaled(m_e, triple(0, v_s, 0)))[2],
    law="angular momentum r × mv, for an azimuthal velocity at the radius R",
)
product = paper.premise(
    "x.31-L",
    where=HERE,
    printed="L_s is the number of carriers times the angular momentum of each",
    lhs=L_s,
    rhs=N_shell * l_shell,
    page="the text of (31)",
)
eq31 = paper.step(
    "31",
    where=HERE,
    printed=r"L_s = [n_s(2\pi R)\lambda_L][m_e v_s R]",
    lhs=L_s,
    rhs=(n_s * (2 * pi * R) * lambda_L) * (m_e * v_s * R),
    by=follows_from(product, in_the_layer, of_each, thin),
)
factors_31 = paper.claim(
    "31-factors",
    equal(N_shell, n_s * (2 * pi * R) * lambda_L),
    equal(l_shell, m_e * v_s * R),
    where=HERE,
    printed=r"in (31) the first factor, $n_s(2\pi R)\lambda_L$, is the number of carriers within λ_L of the surface and the second, $m_e v_s R$, the angular momentum of each carrier",
    by=follows_from(in_the_layer, thin, of_each),
)
eq32 = paper.cross_reference(
    "32",
    where=HERE,
    printed=r"L_s = [n_s(\pi R^2)][m_e v_s(2\lambda_L)]",
    lhs=L_s,
    rhs=(n_s * (pi * R**2)) * (m_e * v_s * (2 * lambda_L)),
    by=follows_from(eq31),
    note="(31) and (32) are the same product.",
)
all_carriers = paper.premise(
    "x.32-N",
    where=HERE,
    printed="all carriers of the cylinder, for unit height",
    lhs=N_all,
    rhs=Integral(n_s * 2 * pi * r, (r, 0, R)),
    law="a density times a volume, ring by ring",
)
in_the_orbit = paper.premise(
    "x.32-l",
    where=HERE,
    printed="the angular momentum of an electron with the speed v_s about the centre of its orbit of radius 2λ_L",
    lhs=l_two,
    rhs=cross(triple(2 * lambda_L, 0, 0), scaled(m_e, triple(0, v_s, 0)))[2],
    law="angular momentum r × mv",
)
factors_32 = paper.claim(
    "32-factors",
    equal(N_all, n_s * (pi * R**2)),
    equal(l_two, m_e * v_s * (2 * lambda_L)),
    where=HERE,
    printed=r"in (32) the first factor, $n_s(\pi R^2)$, is all the superfluid carriers and the second, $m_e v_s(2\lambda_L)$, the angular momentum of an electron in a circular orbit of radius 2λ_L",
    by=follows_from(all_carriers, in_the_orbit),
    note="That both together are the L_s of (31) is (32).",
)

# --- what is left of equal orbits

_, along = orbit_directions(phi_orbit)
deep = 2 * (1 - cos(alpha_orbit))
interior = (
    equal(Integral(along[0], (phi_orbit, 0, 2 * pi)), 0),
    equal(Integral(along[1], (phi_orbit, 0, 2 * pi)), 0),
)
flow = Integral(along[1], (phi_orbit, -alpha_orbit, alpha_orbit))
left_over = 2 * sin(alpha_orbit)
deepest = deep.subs(alpha_orbit, pi / 2)


# The flow of all depths together, over n_s and the speed: at the depth 2λ_L(1 − cos a) it is 2 sin a/(2π).
width = Integral(
    2 * sin(phi_orbit) / (2 * pi) * diff(2 * lambda_L * (1 - cos(phi_orbit)), phi_orbit), (phi_orbit, 0, pi)
)
eq32_cancel = paper.claim(
    "32-cancel",
    equal(left_over, 0),
    *interior,
    where=HERE,
    printed="equal orbits cancel in the interior, and carriers flow only within $\\lambda_L$ of the surface",
    conditions=[alpha_orbit < pi, deep > 1],
    readings=[
        reading(
            "equivalent width",
            *interior,
            equal(n_s * v_s * width, n_s * v_s * lambda_L),
            where=[alpha_orbit < pi, deep > 1],
            ground=AMBIGUITY,
            of="within",
            condition="'within' speaks of the equivalent width: the flow of all depths together is that of a layer of the depth λ_L in which every carrier moves with v_s, as (31) and (32) have it",
        )
    ],
    note="Orbits of radius 2λ_L, their centres evenly spread up to where an orbit touches the surface, which is flat on this scale. Through a place in the interior pass "
    "orbits of all directions: the second and third statement. At the depth 2λ_L(1 − cos α) only directions up to ±α occur, and 2 sin α of the flow is left: "
    "that it vanishes below λ_L is the first statement. It is largest at the depth 2λ_L, and ends at α = π, at the depth 4λ_L.",
    asides=[
        aside(
            "It is largest at the depth 2λ_L",
            equal(deepest, 2),
            at_most(left_over, left_over.subs(alpha_orbit, pi / 2)),
        ),
        aside("2 sin α of the flow is left", equal(flow, left_over)),
        aside(
            "ends at α = π, at the depth 4λ_L",
            equal(deep.subs(alpha_orbit, pi), 4),
            equal(left_over.subs(alpha_orbit, pi), 0),
        ),
    ],
)

# --- the susceptibility

turning = paper.premise(
    "x.33-v",
    where=HERE,
    printed="a carrier turns about the field with the frequency of Larmor",
    lhs=v_L,
    rhs=-e * B / (2 * m_e * c) * r,
    law="Larmor's theorem: to first order the field adds a rotation with −eB/(2m_ec) to a motion about the axis",
)
moment = paper.premise(
    "x.33-m",
    where=HERE,
    printed="the moment of its orbit, along the field",
    lhs=m_orbit,
    rhs=orbital_moment(e, triple(r, 0, 0), triple(0, v_L, 0), c=c)[2],
    law="the magnetic moment (e/2c) r × v of a charge on an orbit, which (13) prints, too",
)
response = paper.premise(
    "x.33-chi",
    where=HERE,
    printed="the magnetization of n_s such carriers is χB",
    lhs=chi_at(r) * B,
    rhs=n_s * m_orbit,
    law="the definition of a susceptibility, for the density n_s of equal moments in any small field",
)
eq33 = paper.step(
    "33",
    where=HERE,
    printed=r"\chi_{Larmor}(r) = -\frac{n_s e^2}{4 m_e c^2} r^2",
    lhs=chi_at(r),
    rhs=-n_s * e**2 / (4 * m_e * c**2) * r**2,
    by=compare_coefficients(substitute(moment, turning, into=response), B, general=True),
)
eq34 = paper.cross_reference(
    "34",
    where=HERE,
    printed=r"\chi_{Larmor}(r = 2\lambda_L) = -\frac{1}{4\pi}",
    lhs=chi_at(2 * lambda_L),
    rhs=-1 / (4 * pi),
    by=follows_from(specialise(eq33, {r: 2 * lambda_L}, general=True), eq8),
)

equal_orbits = paper.premise(
    "x.34-orbits",
    where=HERE,
    printed="the mean square distance from the axis is the square of the radius of the orbits",
    lhs=r2perp,
    rhs=r_any**2,
    assumption="all carriers have circular orbits of one radius, perpendicular to the field, as in (33); perfect diamagnetism fixes no radius, but a mean square, by (7)",
)
eq34_requires = paper.claim(
    "34-requires",
    equal(r_any, 2 * lambda_L),
    where=HERE,
    printed="that the Meissner effect requires orbits of radius 2λ_L",
    by=follows_from(eq7, eq8, equal_orbits),
    note="The other direction of (34), to which X refers before (68). With the wave function (2) the r̄ that it requires is √2 λ_L.",
    asides=[
        aside(
            "the r̄ that it requires is √2 λ_L",
            equal(rbar, sqrt(2) * lambda_L),
            by=follows_from(eq7, eq8, square_radius.ends),
        ),
    ],
)

# --- the normal state

fermi = paper.given(
    "36-defs",
    where=HERE,
    printed=r"\epsilon_F = \hbar^2 k_F^2/2m_e",
    lhs=eps_F,
    rhs=hbar**2 * k_F**2 / (2 * m_e),
)
magneton = paper.given(
    "36-muB",
    where=HERE,
    printed=r"\mu_B = e\hbar/2m_e c",
    lhs=mu_B,
    rhs=e * hbar / (2 * m_e * c),
    note="With the sign of e, as printed.",
)
filled = paper.premise(
    "x.36-n",
    where=HERE,
    printed=r"n_s = k_F^3/(3\pi^2)",
    lhs=n_s,
    rhs=k_F**3 / (3 * pi**2),
    law="free electrons fill a sphere of radius k_F with both spins (Ashcroft and Mermin, ch. 2)",
)
states = paper.premise(
    "x.36-g",
    where=HERE,
    printed=r"g(\epsilon_F) = m_e k_F/(\pi^2\hbar^2)",
    lhs=g_F,
    rhs=m_e * k_F / (pi**2 * hbar**2),
    law="the density of states of free electrons, both spins (Ashcroft and Mermin, ch. 2)",
)
eq36 = paper.step(
    "36",
    where=HERE,
    printed=r"g(\epsilon_F) = \frac{3n_s}{2\epsilon_F}",
    lhs=g_F,
    rhs=3 * n_s / (2 * eps_F),
    by=follows_from(states, filled, fermi),
)
eq35 = paper.step(
    "35",
    where=HERE,
    printed=r"\chi_{Larmor}(r = k_F^{-1}) = -\frac{n_s e^2}{4m_e c^2} k_F^{-2} = -\frac{1}{3} \mu_B^2 g(\epsilon_F)",
    lhs=chi_at(1 / k_F),
    rhs=(-n_s * e**2 / (4 * m_e * c**2) * k_F**-2, -Rational(1, 3) * mu_B**2 * g_F),
    by=follows_from(specialise(eq33, {r: 1 / k_F}, general=True), eq36, fermi, magneton),
)
landau = paper.premise(
    "x.Landau",
    where=HERE,
    printed=r"\chi_{Landau} = -\frac{e^2 k_F}{12\pi^2 m_e c^2}",
    lhs=chi_Landau,
    rhs=-(e**2) * k_F / (12 * pi**2 * m_e * c**2),
    law="Landau's susceptibility of free electrons (Landau and Lifshitz, Statistical Physics, §59)",
)
eq35_Landau = paper.cross_reference(
    "35-Landau",
    where=HERE,
    printed="(35) is the diamagnetism of Landau: $-\\frac{1}{3} \\mu_B^2 g(\\epsilon_F)$",
    lhs=-Rational(1, 3) * mu_B**2 * g_F,
    rhs=chi_Landau,
    by=follows_from(landau, eq36, filled, fermi, magneton),
)
magnitude = paper.premise(
    "x.charge",
    where=HERE,
    printed="the charge of the electron is −|e|",
    lhs=e,
    rhs=-e_abs,
    page="X, the text of (68): e is negative",
)
all_filled = specialise(filled, {n_s: n_conduction}, general=True)
CONSTANTS = {e_abs: CODATA_2022.e, m_e: CODATA_2022.m_e, c: CODATA_2022.c}
SHORT, LONG = ({**CONSTANTS, lambda_L: printed_number(text, angstrom)} for text in ("150", "450"))
SEVERAL = "The length 2λ_L that Fig. 7 gives in words is taken from 300 Å to 900 Å."
ENDS = aside("taken from 300 Å to 900 Å", equal(2 * 150, 300), equal(2 * 450, 900))
kF_order = paper.claim(
    "kF-order",
    order_of(k_F, "1", unit=1 / angstrom, constants={k_F: printed_number("0.65", pure_number / angstrom)}),
    order_of(k_F, "1", unit=1 / angstrom, constants={k_F: printed_number("1.94", pure_number / angstrom)}),
    where=HERE,
    printed="the wave number of Fermi is of the order of one inverse angstrom",
    note="With k_F from 0.65/Å, that of caesium, to 1.94/Å, that of beryllium, between which those of all metals in the table of free-electron values lie (Ashcroft and Mermin, ch. 2).",
)
HIGHLY = ("1e3", "1e12", "orbits overlap highly")
overlap = paper.claim(
    "VI-overlap",
    less((2 / k_conduction) ** 3, 1 / n_conduction),
    *(approx(n_s * (4 * lambda_L) ** 3, "1e6", constants=sizes, within=HIGHLY) for sizes in (SHORT, LONG)),
    where=HERE,
    printed="orbits of the radius 2λ_L overlap highly, orbits of the radius 1/k_F do not",
    note="Of free electrons: the cube about an orbit of the radius 1/k_F is smaller than the volume that each of them has; that about an orbit of the radius 2λ_L has that of many. "
    + SEVERAL,
    by=follows_from(specialise(filled, {n_s: n_conduction, k_F: k_conduction}, general=True), eq8, magnitude),
    asides=[ENDS],
)
