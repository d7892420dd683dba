"""The discussion, first part: the diamagnetism of an orbit, (84)."""

from sympy import Integral, Rational, diff, exp, oo, pi, sin, sqrt

from derivations.hirsch.notation.atoms import chi_f, chi_i, chi_Larmor, moment, r2, r2perp, rbar, v_phi
from derivations.hirsch.notation.common import B, c, e, m_e, r
from derivations.hirsch.notation.phase import (
    B_rate,
    E_azimuthal,
    chi_orbit,
    increase,
    moment_rate,
    perp_1,
    perp_2,
    theta_axis,
    v_rate,
)
from derivations.hirsch.paper import paper
from derivations.hirsch.s2a_diamagnetism import eq5b, square_radius
from derivations.hirsch.s2a_one_electron import eq13
from verify.claims import compare_coefficients, follows_from, less, specialise, substitute

HERE = "XII"

# --- diamagnetism: (84) ---------------------------------------------------------------------------

diamagnetic = e**2 * B**2 / (8 * m_e * c**2) * r2perp
moment_of = paper.premise(
    "x.12-moment",
    where=HERE,
    printed="m = −∂W/∂B of the energy W = e²⟨A²⟩/(2m_e c²), with A = ½B×r",
    lhs=moment,
    rhs=-diff(diamagnetic, B),
    law="the diamagnetic energy, in first order of e²A²/(2m_e c²), and the moment as its slope (Landau and Lifshitz, Quantum mechanics, §113)",
)
eq84 = paper.step(
    "84",
    where=HERE,
    printed=r"\chi_{Larmor} = -\frac{e^2}{4m_ec^2} \langle r_\perp^2 \rangle",
    lhs=chi_Larmor,
    rhs=-(e**2) / (4 * m_e * c**2) * r2perp,
    by=compare_coefficients(substitute(moment_of, into=eq5b), B, general=True),
    note="For one electron: the moment over the field, at every field.",
)
increased = paper.premise(
    "x.12-increase",
    where=HERE,
    printed="the susceptibility after the transition is 1 + u times the one before",
    lhs=chi_f,
    rhs=(1 + increase) * chi_i,
    page="the text before (84): the diamagnetic susceptibility is increased, by any positive u",
)
larger_orbits = paper.claim(
    "XII-larger-orbits",
    less(perp_1, perp_2),
    by=follows_from(
        increased,
        specialise(eq84, {chi_Larmor: chi_i, r2perp: perp_1}, general=True),
        specialise(eq84, {chi_Larmor: chi_f, r2perp: perp_2}, general=True),
    ),
    where=HERE,
    printed="the increased diamagnetic susceptibility of superconductors indicates that the orbits of the carriers increase their radius, as (84) describes",
    note="The other direction of chi-grows: by (84), of each electron, what grows with the susceptibility is the mean square distance from the axis.",
)
psi_2 = exp(-r / rbar) / sqrt(pi * rbar**3)
rho_1s = exp(-2 * r / rbar) / (pi * rbar**3)
rho_Gauss = exp(-(r**2) / rbar**2) / (pi * rbar**2) ** Rational(3, 2)
mean_perp2 = Integral(
    Integral(2 * pi * r**2 * sin(theta_axis) * (r * sin(theta_axis)) ** 2 * psi_2**2, (theta_axis, 0, pi)), (r, 0, oo)
)
plane_is = paper.step(
    "84-perp2",
    where=HERE,
    printed=r"$\langle r_\perp^2 \rangle = 2\bar{r}^2$ for the wave function (2)",
    lhs=r2perp,
    rhs=2 * rbar**2,
    by=follows_from(square_radius.ends),
)
eq84_5a = paper.cross_reference(
    "84-5a",
    where=HERE,
    printed=r"the Larmor susceptibility (84) is that of (5a), $-\frac{e^2}{6m_ec^2} \langle r^2 \rangle = -\frac{e^2}{4m_ec^2} \langle r_\perp^2 \rangle$",
    lhs=-(e**2) / (6 * m_e * c**2) * r2,
    rhs=-(e**2) / (4 * m_e * c**2) * r2perp,
    by=follows_from(square_radius.link(0)),
    note="The first form of (5a), and the second, which is (84), by the means of II.A with the wave function (2).",
)
faraday = paper.premise(
    "x.12-Faraday",
    where=HERE,
    printed="the electric field around the orbit, 2πr E_φ, is −(1/c) times the rate of the flux πr²B",
    lhs=2 * pi * r * E_azimuthal,
    rhs=-pi * r**2 * B_rate / c,
    law="Faraday's law, for a circle of radius r around the field; φ counts right-handed about B",
)
newton = paper.premise(
    "x.12-Newton",
    where=HERE,
    printed="the field changes the speed along the orbit",
    lhs=m_e * v_rate,
    rhs=e * E_azimuthal,
    law="Newton's second law, tangential component",
)
moment_grows = specialise(eq13, {moment: moment_rate, v_phi: v_rate}, general=True)
response = specialise(eq5b, {moment: moment_rate, chi_Larmor: chi_orbit, B: B_rate}, general=True)
eq84_faraday = paper.step(
    "84-Faraday",
    where=HERE,
    printed="(84) follows from Faraday's law for a circular orbit, with the square of its radius for the mean square",
    lhs=chi_orbit,
    rhs=-(e**2) / (4 * m_e * c**2) * r**2,
    by=follows_from(faraday, newton, moment_grows, response),
    note="The induced field, the change of the speed and the moment while the field is turned on; the radius stays what it is.",
)
