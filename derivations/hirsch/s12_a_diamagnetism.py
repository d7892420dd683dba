"""The discussion, first part: the diamagnetism of an orbit, (84)."""

from sympy import Integral, Rational, diff, exp, oo, pi, sin, sqrt

from derivations.hirsch.notation import (
    B,
    B_rate,
    E_azimuthal,
    c,
    chi_Larmor,
    chi_orbit,
    e,
    m_e,
    moment_B,
    moment_rate,
    r,
    r2,
    r2perp,
    rbar,
    theta_axis,
    v_rate,
)
from derivations.hirsch.paper import paper
from verify.claims import compare_coefficients, cross, follows_from, substitute, triple

HERE = "XII"

# --- diamagnetism: (84) ---------------------------------------------------------------------------

diamagnetic = e**2 * B**2 / (8 * m_e * c**2) * r2perp
moment_of = paper.premise(
    "x.12-moment",
    where=HERE,
    printed="m = −∂W/∂B of the energy W = e²⟨A²⟩/(2m_e c²), with A = ½B×r",
    lhs=moment_B,
    rhs=-diff(diamagnetic, B),
    law="the diamagnetic energy, in first order of e²A²/(2m_e c²), and the moment as its slope (Landau and Lifshitz, Quantum mechanics, §113)",
)
linear = paper.premise(
    "x.12-5b",
    where=HERE,
    printed=r"$m = \chi_{Larmor} B$",
    lhs=moment_B,
    rhs=chi_Larmor * B,
    page="(5b), the definition of the susceptibility",
)
eq84 = paper.step(
    "84",
    where=HERE,
    printed=r"\chi_{Larmor} = -\frac{e^2}{4m_ec^2} \langle r_\perp^2 \rangle",
    lhs=chi_Larmor,
    rhs=-(e**2) / (4 * m_e * c**2) * r2perp,
    by=compare_coefficients(substitute(moment_of, into=linear), B, general=True),
    note="For one electron: the moment over the field, at every field.",
)
psi_2 = exp(-r / rbar) / sqrt(pi * rbar**3)
rho_1s = exp(-2 * r / rbar) / (pi * rbar**3)
rho_Gauss = exp(-(r**2) / rbar**2) / (pi * rbar**2) ** Rational(3, 2)
mean_perp2 = Integral(
    Integral(2 * pi * r**2 * sin(theta_axis) * (r * sin(theta_axis)) ** 2 * psi_2**2, (theta_axis, 0, pi)), (r, 0, oo)
)
mean_of_r2 = paper.premise(
    "x.12-r2",
    where=HERE,
    printed="⟨r²⟩ with the wave function (2)",
    lhs=r2,
    rhs=Integral(4 * pi * r**2 * r**2 * psi_2**2, (r, 0, oo)),
    page="(5a), the mean value with the density of (2)",
)
mean_of_perp2 = paper.premise(
    "x.12-perp2",
    where=HERE,
    printed="⟨r_⊥²⟩ with the wave function (2), an integral over r and the angle with the field",
    lhs=r2perp,
    rhs=mean_perp2,
    page="(5a), the mean value with the density of (2)",
)
plane_is = paper.step(
    "84-perp2",
    where=HERE,
    printed=r"$\langle r_\perp^2 \rangle = 2\bar{r}^2$ for the wave function (2)",
    lhs=r2perp,
    rhs=2 * rbar**2,
    by=follows_from(mean_of_perp2),
)
space_is = paper.step(
    "84-r2",
    where=HERE,
    printed="⟨r²⟩ for the wave function (2)",
    lhs=r2,
    rhs=3 * rbar**2,
    by=follows_from(mean_of_r2),
)
eq84_5a = paper.cross_reference(
    "84-5a",
    where=HERE,
    printed=r"the Larmor susceptibility (84) is that of (5a), $-\frac{e^2}{6m_ec^2} \langle r^2 \rangle = -\frac{e^2}{4m_ec^2} \langle r_\perp^2 \rangle$",
    lhs=-(e**2) / (6 * m_e * c**2) * r2,
    rhs=-(e**2) / (4 * m_e * c**2) * r2perp,
    by=follows_from(space_is, plane_is),
    note="The first form of (5a), and the second, which is (84), both with the wave function (2).",
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
moment_grows = paper.premise(
    "x.12-13",
    where=HERE,
    printed="m = (e/2c) r×v, its component along the axis, at a fixed radius",
    lhs=moment_rate,
    rhs=e / (2 * c) * cross(triple(r, 0, 0), triple(0, v_rate, 0))[2],
    page="(13)",
)
response = paper.premise(
    "x.12-response",
    where=HERE,
    printed="the moment that the field gives to the orbit is χB",
    lhs=moment_rate,
    rhs=chi_orbit * B_rate,
    page="(5b), for the moment that is induced",
)
eq84_faraday = paper.step(
    "84-Faraday",
    where=HERE,
    printed="(84) follows from Faraday's law for a circular orbit, with the square of its radius for the mean square",
    lhs=chi_orbit,
    rhs=-(e**2) / (4 * m_e * c**2) * r**2,
    by=follows_from(faraday, newton, moment_grows, response),
    note="The induced field, the change of the speed and the moment while the field is turned on; the radius stays what it is.",
)
