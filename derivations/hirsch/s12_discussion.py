"""The discussion: (84)-(88)."""

from sympy import Abs, Eq, I, Integral, Ne, Rational, diff, exp, oo, pi, sin, sqrt

from derivations.hirsch.notation import (
    E_1,
    E_2,
    Z_1,
    B,
    B_rate,
    E_azimuthal,
    E_kin,
    E_m,
    E_ring,
    F_1s,
    F_Gauss,
    L,
    L_z,
    T_1s,
    T_Gauss,
    azimuth,
    c,
    chi_Larmor,
    chi_orbit,
    e,
    electrons,
    extent_1,
    extent_2,
    five_thirds,
    hbar,
    j_half,
    k_turn,
    kinetic_mean,
    lambda_L,
    loop,
    m_e,
    mass,
    moment,
    moment_rate,
    n_1,
    n_2,
    n_s,
    perp_1,
    perp_2,
    r,
    r_1,
    r_2,
    r_2_mean,
    r_bar,
    r_perp_2,
    r_q,
    rho_minus,
    sense,
    shape,
    stretch,
    surplus,
    surplus_1,
    surplus_2,
    swap,
    theta_axis,
    v_1,
    v_2,
    v_fixed,
    v_orbit,
    v_rate,
    v_sigma0,
    x,
    y,
    z,
)
from derivations.hirsch.paper import paper
from derivations.hirsch.s2a_one_electron import eq8
from derivations.hirsch.s5_giant_atom import eq30
from derivations.hirsch.s7_spin_meissner import speed38
from derivations.hirsch.s8_expelled_charge import eq48
from derivations.physics.kinetic_bounds import (
    CLASSICAL,
    five_thirds_bound,
    kinetic_energy_of_density,
    number_of_electrons,
    scales_as,
)
from verify.claims import (
    CODATA_2022,
    DOMAIN,
    approx,
    aside,
    at_least,
    compare_coefficients,
    correction,
    cross,
    decimal,
    equal,
    follows_from,
    greater,
    less,
    reading,
    specialise,
    substitute,
    triple,
)
from verify.units import centimetre, gram, second

HERE = "XII"

# --- diamagnetism: (84) ---------------------------------------------------------------------------

diamagnetic = e**2 * B**2 / (8 * m_e * c**2) * r_perp_2
moment_of = paper.premise(
    "x.12-moment",
    where=HERE,
    printed="m = −∂W/∂B of the energy W = e²⟨A²⟩/(2m_e c²), with A = ½B×r",
    lhs=moment,
    rhs=-diff(diamagnetic, B),
    law="the diamagnetic energy, in first order of e²A²/(2m_e c²), and the moment as its slope (Landau and Lifshitz, Quantum mechanics, §113)",
)
linear = paper.premise(
    "x.12-5b",
    where=HERE,
    printed=r"$m = \chi_{Larmor} B$",
    lhs=moment,
    rhs=chi_Larmor * B,
    page="(5b), the definition of the susceptibility",
)
eq84 = paper.step(
    "84",
    where=HERE,
    printed=r"\chi_{Larmor} = -\frac{e^2}{4m_ec^2} \langle r_\perp^2 \rangle",
    lhs=chi_Larmor,
    rhs=-(e**2) / (4 * m_e * c**2) * r_perp_2,
    by=compare_coefficients(substitute(moment_of, into=linear), B, general=True),
    note="For one electron: the moment over the field, at every field.",
)
psi_2 = exp(-r / r_bar) / sqrt(pi * r_bar**3)
rho_1s = exp(-2 * r / r_bar) / (pi * r_bar**3)
rho_Gauss = exp(-(r**2) / r_bar**2) / (pi * r_bar**2) ** Rational(3, 2)
mean_perp2 = Integral(
    Integral(2 * pi * r**2 * sin(theta_axis) * (r * sin(theta_axis)) ** 2 * psi_2**2, (theta_axis, 0, pi)), (r, 0, oo)
)
mean_of_r2 = paper.given(
    "x.12-r2",
    where=HERE,
    printed="⟨r²⟩ with the wave function (2)",
    lhs=r_2_mean,
    rhs=Integral(4 * pi * r**2 * r**2 * psi_2**2, (r, 0, oo)),
)
mean_of_perp2 = paper.given(
    "x.12-perp2",
    where=HERE,
    printed="⟨r_⊥²⟩ with the wave function (2), an integral over r and the angle with the field",
    lhs=r_perp_2,
    rhs=mean_perp2,
)
plane_is = paper.step(
    "84-perp2",
    where=HERE,
    printed=r"$\langle r_\perp^2 \rangle = 2\bar{r}^2$ for the wave function (2)",
    lhs=r_perp_2,
    rhs=2 * r_bar**2,
    by=follows_from(mean_of_perp2),
)
space_is = paper.step(
    "84-r2",
    where=HERE,
    printed="⟨r²⟩ for the wave function (2)",
    lhs=r_2_mean,
    rhs=3 * r_bar**2,
    by=follows_from(mean_of_r2),
)
eq84_5a = paper.cross_reference(
    "84-5a",
    where=HERE,
    printed=r"the Larmor susceptibility (84) is that of (5a), $-\frac{e^2}{6m_ec^2} \langle r^2 \rangle = -\frac{e^2}{4m_ec^2} \langle r_\perp^2 \rangle$",
    lhs=-(e**2) / (6 * m_e * c**2) * r_2_mean,
    rhs=-(e**2) / (4 * m_e * c**2) * r_perp_2,
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

# --- the kinetic energy and its lower bound: (85), (86) --------------------------------------------

eq85 = paper.given(
    "85",
    where=HERE,
    printed=r"E_{kin} = \langle -\frac{\hbar^2}{2m}\nabla^2 \rangle",
    lhs=E_kin,
    rhs=kinetic_mean,
    note="The definition of the kinetic energy of a state as a mean value.",
)
one_electron = paper.premise(
    "x.12-GN",
    where=HERE,
    printed="for every wave function of one particle E_kin is at least 9.57 (ħ²/2m_e) ∫ρ^(5/3) d³r (∫ρ d³r)^(−5/3)",
    lhs=E_kin,
    rhs=(1 + surplus) * decimal("9.57") * hbar**2 / (2 * m_e) * five_thirds / electrons ** Rational(5, 3),
    law="the inequality of Gagliardo and Nirenberg in three dimensions with its best constant, which is 9.578 (Lieb, Rev. Mod. Phys. 48, 553, 1976); "
    "E_kin is the mean value ⟨ψ|T|ψ⟩/⟨ψ|ψ⟩ and ρ = |ψ|², whatever its norm",
)

UNIT = hbar**2 / (2 * m_e * r_bar**2)
BOUND_1s = CLASSICAL * Rational(27, 125) * pi ** Rational(-2, 3) * UNIT
exponential_energy = paper.given(
    "x.12-T1s",
    where=HERE,
    printed="the kinetic energy of the wave function (2)",
    lhs=T_1s,
    rhs=kinetic_energy_of_density(rho_1s, r, hbar=hbar, mass=m_e),
)
exponential_side = paper.given(
    "x.12-F1s",
    where=HERE,
    printed="the right side of (86) with the density of (2), whose integral is one",
    lhs=F_1s,
    rhs=five_thirds_bound(rho_1s, r, hbar=hbar, mass=m_e, electrons=1),
)
Gaussian_energy = paper.given(
    "x.12-TG",
    where=HERE,
    printed="the kinetic energy of a Gaussian",
    lhs=T_Gauss,
    rhs=kinetic_energy_of_density(rho_Gauss, r, hbar=hbar, mass=m_e),
)
Gaussian_side = paper.given(
    "x.12-FG",
    where=HERE,
    printed="the right side of (86) with the density of a Gaussian, whose integral is one",
    lhs=F_Gauss,
    rhs=five_thirds_bound(rho_Gauss, r, hbar=hbar, mass=m_e, electrons=1),
)
norms = paper.claim(
    "86-norm",
    equal(number_of_electrons(rho_1s, r), 1),
    equal(number_of_electrons(rho_Gauss, r), 1),
    where=HERE,
    printed="the densities of (2) and of a Gaussian are those of one electron",
)
exponential_T = paper.step(
    "86-T1s", where=HERE, printed="the kinetic energy with (2)", lhs=T_1s, rhs=UNIT, by=follows_from(exponential_energy)
)
exponential_F = paper.step(
    "86-F1s",
    where=HERE,
    printed="the right side of (86) with (2)",
    lhs=F_1s,
    rhs=BOUND_1s,
    by=follows_from(exponential_side),
)
Gaussian_T = paper.step(
    "86-TG",
    where=HERE,
    printed="the kinetic energy with a Gaussian",
    lhs=T_Gauss,
    rhs=Rational(3, 2) * UNIT,
    by=follows_from(Gaussian_energy),
)
Gaussian_F = paper.step(
    "86-FG",
    where=HERE,
    printed="the right side of (86) with a Gaussian",
    lhs=F_Gauss,
    rhs=CLASSICAL * Rational(3, 5) ** Rational(3, 2) / pi * UNIT,
    by=follows_from(Gaussian_side),
)
eq86_1s = paper.claim(
    "86-1s",
    at_least(T_1s, F_1s),
    by=follows_from(exponential_T, exponential_F),
    where=HERE,
    printed="(86) with the wave function (2)",
    note="The ratio of both sides is 1.089.",
    asides=[
        aside(
            "The ratio of both sides is 1.089",
            approx(T_1s / F_1s, "1.089"),
            by=follows_from(exponential_T, exponential_F),
        )
    ],
)
eq86_gauss = paper.claim(
    "86-Gauss",
    at_least(T_Gauss, F_Gauss),
    by=follows_from(Gaussian_T, Gaussian_F),
    where=HERE,
    printed="(86) with a Gaussian",
)
eq86 = paper.claim(
    "86",
    at_least(E_kin, Rational(3, 5) * (6 * pi**2) ** Rational(2, 3) * hbar**2 / (2 * m_e) * five_thirds / electrons),
    by=follows_from(one_electron),
    where=HERE,
    conditions=[Eq(electrons, 1)],
    printed=r"E_{kin} \ge \frac{3}{5} (6\pi^2)^{2/3} \frac{\hbar^2}{2m_e} \frac{\int d^3r\rho(r)^{5/3}}{\int d^3r\rho(r)}",
    note="The page speaks of an electron, so ∫ρ d³r is 1. The law is the sharp inequality for any wave function of one particle; its constant is larger than 9.1156 of (86). The power 1 in the denominator has no meaning of its own: the line fails where ∫ρ d³r is "
    "larger than 1.08, and for two electrons of opposite spin in the state (2) the right side is larger than the kinetic energy of each.",
    asides=[
        aside("9.1156 of (86)", approx(CLASSICAL, "9.1156")),
        aside(
            "larger than 1.08",
            less(decimal("9.57"), CLASSICAL * decimal("1.08") ** Rational(2, 3)),
            put_in=["1.08"],
        ),
        aside(
            "for two electrons of opposite spin in the state (2) the right side is larger than the kinetic energy of each",
            equal(five_thirds_bound(2 * rho_1s, r, hbar=hbar, mass=m_e, electrons=2), 2 ** Rational(2, 3) * BOUND_1s),
            less(UNIT, 2 ** Rational(2, 3) * BOUND_1s),
        ),
    ],
)
rho_any = shape(r / r_bar) / r_bar**3
LENGTHS = {r: stretch * r, r_bar: stretch * r_bar}
eq86_scaling = paper.claim(
    "86-scaling",
    scales_as(rho_any, LENGTHS, -3),
    scales_as(rho_any ** Rational(5, 3), LENGTHS, -5),
    scales_as(4 * pi * r**2 * rho_any * r, LENGTHS, 0),
    scales_as(4 * pi * r**2 * rho_any ** Rational(5, 3) * r, LENGTHS, -2),
    where=HERE,
    printed="the density, its power 5/3 and the right side of the bound, for a wave function of a radial extent: inverse third, fifth and second power of the extent",
    note="For any shape of the density, when it is spread out: the density, its power 5/3, and the integrands of the denominator and of the numerator of (86), each with its dr.",
)
eq86_xref = paper.cross_reference(
    "86-xref",
    where=HERE,
    printed="the right side of Eq. (83) goes as the inverse square of the extent of the wave function",
    lhs=E_m**2 / (8 * pi * n_s),
    rhs=E_m**2 / (8 * pi * n_s) / stretch**2,
    readings=[
        correction(
            "Eq. (86)",
            scales_as(4 * pi * r**2 * rho_any * r, LENGTHS, 0),
            scales_as(4 * pi * r**2 * rho_any ** Rational(5, 3) * r, LENGTHS, -2),
            condition="the right side of (86), of which the sentence speaks, goes as 1/r̄²: the integrand of its denominator, and that of its numerator",
        )
    ],
    note="On the left (83) when the wave function is spread out by a factor λ, on the right (83) over λ². (83) is the electrostatic energy of the expelled charge: it contains neither ρ(r) nor the extent of a wave function. By (8) and (48) it is ħ²/(32 m_e λ_L²), a constant of the material.",
    asides=[
        aside(
            "it is ħ²/(32 m_e λ_L²)",
            equal(E_m**2 / (8 * pi * n_s), hbar**2 / (32 * m_e * lambda_L**2)),
            by=follows_from(eq8, eq48),
            put_in=["32"],
        )
    ],
)

# --- kinetic energy and extent -----------------------------------------------------------------------

uncertain_1 = paper.premise(
    "x.12-Heisenberg-1",
    where=HERE,
    printed="the kinetic energy of the motion along x before: (1 + δ_1) ħ²/(8m Δx_1²)",
    lhs=E_1,
    rhs=(1 + surplus_1) * hbar**2 / (8 * mass * extent_1**2),
    law="the uncertainty relation Δp Δx ≥ ħ/2 (Heisenberg), δ_1 the excess, which depends on the shape of the wave function only",
)
uncertain_2 = paper.premise(
    "x.12-Heisenberg-2",
    where=HERE,
    printed="the same after: (1 + δ_2) ħ²/(8m Δx_2²)",
    lhs=E_2,
    rhs=(1 + surplus_2) * hbar**2 / (8 * mass * extent_2**2),
    law="the uncertainty relation Δp Δx ≥ ħ/2 (Heisenberg), δ_2 the excess, which depends on the shape of the wave function only",
)
heisenberg = paper.claim(
    "XII-Heisenberg",
    less(E_2, E_1),
    by=follows_from(uncertain_1, uncertain_2),
    where=HERE,
    conditions=[extent_2 > extent_1],
    printed="the uncertainty principle shows that the kinetic energy is lowered when the extent of the wave function grows",
    readings=[
        reading(
            "the same shape",
            less(E_2, E_1),
            by=follows_from(uncertain_1, uncertain_2),
            where=[extent_2 > extent_1, Eq(surplus_1, surplus_2)],
            ground=DOMAIN,
            condition="the wave function keeps its shape as it expands, so that Δp Δx stays the same",
        )
    ],
    note="The principle is a lower bound, which falls with the extent; the energy need not.",
)
spread_1 = paper.premise(
    "x.12-spread-1",
    where=HERE,
    printed="the kinetic energy before: (1 + δ_1) ħ²/(2m ⟨r_⊥²⟩_1)",
    lhs=E_1,
    rhs=(1 + surplus_1) * hbar**2 / (2 * mass * perp_1),
    law="the uncertainty relation for x and y, ⟨p_⊥²⟩⟨r_⊥²⟩ ≥ ħ², and p_z² ≥ 0; δ_1 depends on the shape of the wave function only",
)
spread_2 = paper.premise(
    "x.12-spread-2",
    where=HERE,
    printed="the same after: (1 + δ_2) ħ²/(2m ⟨r_⊥²⟩_2)",
    lhs=E_2,
    rhs=(1 + surplus_2) * hbar**2 / (2 * mass * perp_2),
    law="the uncertainty relation for x and y, ⟨p_⊥²⟩⟨r_⊥²⟩ ≥ ħ², and p_z² ≥ 0; δ_2 depends on the shape of the wave function only",
)
expand = paper.claim(
    "XII-expand",
    less(E_2, E_1),
    by=follows_from(spread_1, spread_2),
    where=HERE,
    conditions=[perp_2 > perp_1],
    printed=r"expansion of the wave function, increasing $\langle r_\perp^2 \rangle$, is associated with lowering of $\langle -\frac{\hbar^2}{2m}\nabla^2 \rangle$",
    readings=[
        reading(
            "the same shape",
            less(E_2, E_1),
            by=follows_from(spread_1, spread_2),
            where=[perp_2 > perp_1, Eq(surplus_1, surplus_2)],
            ground=DOMAIN,
            condition="the wave function keeps its shape as it expands",
        )
    ],
    note="For (2) the excess is 1: the kinetic energy is ħ²/(2m_e r̄²), and ⟨r_⊥²⟩ is 2r̄². A wave function with more nodes may have both larger.",
    asides=[
        aside(
            "the excess is 1",
            equal(
                kinetic_energy_of_density(rho_1s, r, hbar=hbar, mass=m_e), (1 + 1) * hbar**2 / (2 * m_e * mean_perp2)
            ),
            put_in=["1"],
        ),
        aside("⟨r_⊥²⟩ is 2r̄²", equal(mean_perp2, 2 * r_bar**2)),
    ],
)

# --- classical orbits: (87) ---------------------------------------------------------------------------

orbital = paper.premise(
    "x.12-L",
    where=HERE,
    printed="the angular momentum of a circular orbit is m v r",
    lhs=L,
    rhs=mass * v_orbit * r,
    law="angular momentum r×mv of a circular orbit",
)
kinetic = paper.premise(
    "x.12-kinetic",
    where=HERE,
    printed="the kinetic energy is ½mv²",
    lhs=E_kin,
    rhs=mass * v_orbit**2 / 2,
    law="kinetic energy of a particle",
)
orbit76 = paper.step(
    "XII-76",
    where=HERE,
    printed=r"for a particle of mass $m$ and angular momentum $L$ the kinetic energy in such an orbit is Eq. (76), $E_{kin} = \frac{L^2}{2mr^2}$",
    lhs=E_kin,
    rhs=L**2 / (2 * mass * r**2),
    by=follows_from(orbital, kinetic),
)
lowered = paper.claim(
    "XII-fixedL",
    less(diff(L**2 / (2 * mass * r**2), r), 0),
    where=HERE,
    printed=r"the kinetic energy is lowered as the orbit expands for fixed $L$",
    note="The slope of (76) in r.",
)
eq87 = paper.step(
    "87",
    where=HERE,
    printed=r"E_{kin} = \frac{\hbar^2}{2mr^2}",
    lhs=E_kin,
    rhs=hbar**2 / (2 * mass * r**2),
    by=specialise(orbit76, {L: hbar}, general=True),
)
quantum_mean = paper.given(
    "x.12-T2",
    where=HERE,
    printed="the mean value (85) with the wave function (2)",
    lhs=kinetic_mean,
    rhs=Integral(4 * pi * r**2 * psi_2 * -(hbar**2) / (2 * mass) * diff(r**2 * diff(psi_2, r), r) / r**2, (r, 0, oo)),
    note="With the Laplacian of a function of the distance.",
)
quantum_is = paper.step(
    "87-T2",
    where=HERE,
    printed="the mean value (85) with the wave function (2) is (3a)",
    lhs=kinetic_mean,
    rhs=hbar**2 / (2 * mass * r_bar**2),
    by=follows_from(quantum_mean),
)
eq87_3a = paper.cross_reference(
    "87-vs-3a",
    where=HERE,
    printed=r"(87) coincides with the quantum-mechanical kinetic energy with the wave function (2), with $\bar{r}$ replacing $r$",
    lhs=(hbar**2 / (2 * mass * r**2)).subs(r, r_bar),
    rhs=kinetic_mean,
    by=follows_from(quantum_is),
)
fig8 = paper.claim(
    "Fig8-L",
    less(diff((hbar / 2) ** 2 / (2 * mass * r**2), r), 0),
    where=HERE,
    printed=r"the kinetic energy of electrons constrained to have angular momentum $\hbar/2$ falls with the size of the orbit",
    note="The slope of (76) in r, with L = ħ/2.",
)
balance_1 = paper.premise(
    "x.12-balance-1",
    where=HERE,
    printed="the force on the first orbit, m_e v_1²/r_1 = Z_1 e²/r_1²",
    lhs=m_e * v_1**2 / r_1,
    rhs=Z_1 * e**2 / r_1**2,
    law="the Coulomb force keeps the electron on a circle (Bohr)",
)
quantum_1 = paper.premise(
    "x.12-Bohr-1",
    where=HERE,
    printed="the angular momentum of the first orbit, m_e v_1 r_1 = n_1 ħ",
    lhs=m_e * v_1 * r_1,
    rhs=n_1 * hbar,
    law="Bohr's condition",
)
quantum_2 = paper.premise(
    "x.12-Bohr-2",
    where=HERE,
    printed="the angular momentum of the second orbit, m_e v_2 r_2 = n_2 ħ",
    lhs=m_e * v_2 * r_2,
    rhs=n_2 * hbar,
    law="Bohr's condition",
)

bohr = paper.claim(
    "XII-Bohr",
    greater(n_1 * hbar, 0),
    equal(m_e * v_1**2 / 2, (n_1 * hbar) ** 2 / (2 * m_e * r_1**2)),
    equal((m_e * v_2**2 / 2) / (m_e * v_1**2 / 2), r_1**2 / r_2**2),
    by=follows_from(quantum_1, quantum_2),
    where=HERE,
    printed=r"the argument with a fixed $L$ explains how the kinetic energy depends on the radius of the orbit in the Bohr atom, where every orbit has $L \ne 0$",
    readings=[
        reading(
            "one quantum number",
            greater(n_1 * hbar, 0),
            equal(m_e * v_1**2 / 2, (n_1 * hbar) ** 2 / (2 * m_e * r_1**2)),
            equal((m_e * v_2**2 / 2) / (m_e * v_1**2 / 2), r_1**2 / r_2**2),
            by=follows_from(quantum_1, quantum_2),
            where=[Eq(n_1, n_2)],
            ground=DOMAIN,
            condition="the orbits have one quantum number and differ by the charge of the nucleus, as in II.A",
        )
    ],
    note="No orbit of Bohr's has L = 0, and each has the kinetic energy (76) with L = nħ. But from one orbit of an atom to the next L is not fixed, and "
    "the kinetic energy, Ze²/(2r) by the balance of forces, falls with 1/r only.",
    asides=[
        aside(
            "the kinetic energy, Ze²/(2r) by the balance of forces",
            equal(m_e * v_1**2 / 2, Z_1 * e**2 / (2 * r_1)),
            by=follows_from(balance_1),
        )
    ],
)

# --- states without angular momentum ------------------------------------------------------------------

distance = sqrt(x**2 + y**2 + z**2)
centred = psi_2.subs(r, distance)
no_momentum = paper.claim(
    "XII-L0",
    equal(x * diff(centred, y) - y * diff(centred, x), 0),
    equal(y * diff(centred, z) - z * diff(centred, y), 0),
    equal(z * diff(centred, x) - x * diff(centred, z), 0),
    less(diff(hbar**2 / (2 * mass * r_bar**2), r_bar), 0),
    where=HERE,
    conditions=[Ne(x**2 + y**2 + z**2, 0)],
    printed="in Schrödinger's theory states of zero angular momentum have a kinetic energy, too, that falls as they expand",
    note="For (2): the three components of r×∇ψ vanish, and the mean value (85), by 87-vs-3a, falls with r̄.",
)
ring = paper.premise(
    "x.12-ring",
    where=HERE,
    printed="the kinetic energy of the state exp(ikφ) on a circle of radius r, for an integer k",
    lhs=E_ring,
    rhs=hbar**2 * k_turn**2 / (2 * mass * r**2),
    law="a particle on a ring with a single-valued wave function",
)
turned = exp(I * sense * (j_half + Rational(1, 2)) * azimuth)
still = paper.claim(
    "XII-rotzpm-0",
    equal(E_ring, 0),
    by=follows_from(ring),
    where=HERE,
    conditions=[Eq(k_turn, 0)],
    printed="the azimuth from 0° to 360° does not raise the kinetic energy of a particle of angular momentum zero",
)
confined = paper.claim(
    "XII-rotzpm",
    equal(
        -(hbar**2) / (2 * mass * r**2) * diff(exp(I * k_turn * azimuth), azimuth, 2), E_ring * exp(I * k_turn * azimuth)
    ),
    equal(
        -(hbar**2) / (2 * mass * r**2) * diff(turned, azimuth, 2),
        hbar**2 * (j_half + Rational(1, 2)) ** 2 / (2 * mass * r**2) * turned,
    ),
    at_least(hbar**2 * (j_half + Rational(1, 2)) ** 2 / (2 * mass * r**2), hbar**2 / (8 * mass * r**2)),
    by=follows_from(ring),
    where=HERE,
    conditions=[Eq(sense**2, 1)],
    printed="conventional quantum mechanics has no rotational zero-point motion; a double-valued wave function has one",
    note="The kinetic energies of exp(ikφ) and of exp(±i(j + ½)φ) on a circle; the least of the first is zero by XII-rotzpm-0, that of the second is positive.",
)
double = paper.premise(
    "x.12-75b",
    where=HERE,
    printed="the azimuthal wave functions that change sign in a full turn are exp(±i(j + ½)φ), with L_z = ±(j + ½)ħ for j = 0, 1, 2, ...",
    lhs=L_z,
    rhs=sense * (j_half + Rational(1, 2)) * hbar,
    page="(75b), a phase π in a full turn, up to whole turns of the phase; L_z = −iħ∂/∂φ",
)
bound = paper.claim(
    "XII-bound",
    equal(turned.subs(azimuth, azimuth + 2 * pi), exp(I * pi) * turned),
    at_least(Abs(L_z), hbar / 2),
    by=follows_from(double),
    where=HERE,
    conditions=[Eq(sense**2, 1)],
    printed=r"the angular momentum is bounded from below by $\hbar/2$ due to (75b)",
    note="Of the values that L_z has in a state with (75b), the magnitude.",
)

# --- an orbit at the speed of light: (88) ----------------------------------------------------------------

eq88 = paper.given("88", where=HERE, printed=r"r_q = \frac{\hbar}{2m_ec}", lhs=r_q, rhs=hbar / (2 * m_e * c))
light_orbit = paper.premise(
    "x.12-light",
    where=HERE,
    printed="the angular momentum of an electron that moves at the speed of light is m_e c times the radius",
    lhs=L,
    rhs=m_e * c * r_q,
    assumption="the momentum of an electron at the speed of light is m_e c, as in Newton's mechanics",
)
eq88_spin = paper.step(
    "88-spin",
    where=HERE,
    printed=r"the angular momentum $\hbar/2$ as originating in circular orbits of radius (88) with the speed of light",
    lhs=L,
    rhs=hbar / 2,
    by=follows_from(light_orbit, eq88),
)
spin = paper.premise(
    "x.12-spin",
    where=HERE,
    printed="on the orbit of radius 2λ_L the electron has the angular momentum ħ/2 that it had",
    lhs=m_e * v_fixed * 2 * lambda_L,
    rhs=hbar / 2,
    page="the text of (88): the intrinsic angular momentum is ħ/2, and is kept fixed while the orbit expands to 2λ_L",
)
eq88_38 = paper.claim(
    "88-38",
    equal(v_sigma0 / c, r_q / (2 * lambda_L)),
    equal(v_fixed, v_sigma0),
    by=follows_from(spin, eq88, speed38),
    where=HERE,
    printed=r"if the orbit expands to $2\lambda_L$ at a fixed angular momentum, the speed is reduced by $v^0_\sigma/c = r_q/(2\lambda_L)$, yielding Eq. (38)",
)
eq88_49 = paper.step(
    "88-49",
    where=HERE,
    printed=r"this factor, $r_q/(2\lambda_L)$, is also the ratio of the charge densities, $\rho_-/(e n_s)$",
    lhs=rho_minus / (e * n_s),
    rhs=r_q / (2 * lambda_L),
    by=follows_from(eq8, eq30, eq48, eq88),
)

# --- interchange, and the unit of ħ ------------------------------------------------------------------------

twice = paper.premise(
    "x.12-twice",
    where=HERE,
    printed="one electron all the way around the other is two interchanges in the same sense",
    lhs=loop,
    rhs=swap**2,
    law="an interchange turns the separation of the two by half a turn, a loop by a whole one (Leinaas and Myrheim, Nuovo Cimento 37B, 1, 1977)",
)
phase = paper.premise(
    "x.12-phase",
    where=HERE,
    printed="one electron all the way around the other picks up the phase π",
    lhs=loop,
    rhs=exp(I * pi),
    page="(75b), as the sentence applies it",
)
exchange = paper.claim(
    "XII-exchange",
    equal(swap, loop),
    equal(swap, -1),
    by=follows_from(twice, phase),
    where=HERE,
    printed="interchanging two fermions is topologically one electron going around the other in a loop, with the sign (−) by (75b)",
    readings=[
        correction(
            "twice",
            equal(loop, 1),
            by=follows_from(twice),
            where=[Eq(swap, -1)],
            condition="a loop is one interchange after the other, so that fermions, with the factor −1 for an interchange, have the factor 1 for a loop, which (75b) has not",
        )
    ],
    note="The separation r_2 − r_1 is turned by π in an interchange, and by 2π in a loop, after which each electron is where it was. With (75b) for the loop an interchange would have the factor i or −i. "
    "What is equivalent to an interchange in three dimensions is a turn of one electron about itself.",
    asides=[
        aside(
            "an interchange would have the factor i or −i",
            equal((swap - I) * (swap + I), 0),
            by=follows_from(twice, phase),
        )
    ],
)
units = paper.claim(
    "XII-hbar",
    approx(hbar, "1.0546e-27", unit=gram * centimetre / second * centimetre, constants={hbar: CODATA_2022.hbar}),
    where=HERE,
    printed=r"$\hbar$ has the unit of an angular momentum",
    note="Its value in units of a momentum times a length.",
)
paper.remark(
    "XII-Hestenes",
    where=HERE,
    printed="attributions to Hestenes, Feynman, Eddington, Schrödinger and Pauli [77-82]",
    why="What others proposed is reported, without a formula that could be decided.",
)
paper.remark(
    "XII-stability",
    where=HERE,
    printed="the stability of matter ascribed to double-valuedness alone",
    why="A proposal in words: no Hamiltonian and no bound of the energy is given for it. It rests on XII-exchange.",
)
paper.remark(
    "XII-classical-more-correct",
    where=HERE,
    printed="the classical interpretation is more correct than the quantum-mechanical one; states of zero angular momentum do not exist",
    why="A judgement about interpretations and a postulate: nothing is calculated.",
)
