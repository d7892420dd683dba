"""The discussion, second part: the kinetic energy and its lower bound, (85) and (86)."""

from sympy import Eq, Rational, pi

from derivations.hirsch.notation.atoms import rbar
from derivations.hirsch.notation.common import E_m, hbar, lambda_L, m_e, n_s, r
from derivations.hirsch.notation.phase import (
    E_elec,
    E_kinetic,
    F_1s,
    F_Gauss,
    N_1s,
    N_Gauss,
    T_1s,
    T_Gauss,
    electrons,
    five_thirds,
    kinetic_mean,
    rho_of_r,
    shape,
    stretch,
    surplus,
)
from derivations.hirsch.paper import paper
from derivations.hirsch.s2a_one_electron import eq8
from derivations.hirsch.s8_expelled_charge import eq48
from derivations.hirsch.s11_phase import eq83
from derivations.hirsch.s12_a_diamagnetism import rho_1s, rho_Gauss
from derivations.physics.kinetic_bounds import (
    CLASSICAL,
    five_thirds_bound,
    kinetic_energy_of_density,
    number_of_electrons,
    scales_as,
)
from verify.claims import approx, aside, at_least, correction, decimal, equal, follows_from, less

HERE = "XII"

# --- the kinetic energy and its lower bound: (85), (86) --------------------------------------------

eq85 = paper.given(
    "85",
    where=HERE,
    printed=r"E_{kin} = \langle -\frac{\hbar^2}{2m}\nabla^2 \rangle",
    lhs=E_kinetic,
    rhs=kinetic_mean,
    note="The definition of the kinetic energy of a state as a mean value.",
)
one_electron = paper.premise(
    "x.12-GN",
    where=HERE,
    printed="for every wave function of one particle E_kin is at least 9.57 (ħ²/2m_e) ∫ρ^(5/3) d³r (∫ρ d³r)^(−5/3)",
    lhs=E_kinetic,
    rhs=(1 + surplus) * decimal("9.57") * hbar**2 / (2 * m_e) * five_thirds / electrons ** Rational(5, 3),
    law="the inequality of Gagliardo and Nirenberg in three dimensions with its best constant, which is 9.578 (Lieb, Rev. Mod. Phys. 48, 553, 1976); "
    "E_kin is the mean value ⟨ψ|T|ψ⟩/⟨ψ|ψ⟩ and ρ = |ψ|², whatever its norm",
)

UNIT = hbar**2 / (2 * m_e * rbar**2)
BOUND_1s = CLASSICAL * Rational(27, 125) * pi ** Rational(-2, 3) * UNIT
exponential_energy = paper.premise(
    "x.12-T1s",
    where=HERE,
    printed="the kinetic energy of the wave function (2), written with its density",
    lhs=T_1s,
    rhs=kinetic_energy_of_density(rho_1s, r, hbar=hbar, mass=m_e),
    page="(85), for the wave function (2), as (ħ²/2m)∫|∇ψ|² d³r",
)
exponential_number = paper.premise(
    "x.12-N1s",
    where=HERE,
    printed="the denominator of (86) with the density of (2)",
    lhs=N_1s,
    rhs=number_of_electrons(rho_1s, r),
    page="(86), its denominator",
)
exponential_side = paper.premise(
    "x.12-F1s",
    where=HERE,
    printed="the right side of (86) with the density of (2)",
    lhs=F_1s,
    rhs=five_thirds_bound(rho_1s, r, hbar=hbar, mass=m_e, electrons=N_1s),
    page="(86), its right side",
)
Gaussian_energy = paper.premise(
    "x.12-TG",
    where=HERE,
    printed="the kinetic energy of a Gaussian, written with its density",
    lhs=T_Gauss,
    rhs=kinetic_energy_of_density(rho_Gauss, r, hbar=hbar, mass=m_e),
    page="(85), for a Gaussian, as (ħ²/2m)∫|∇ψ|² d³r",
)
Gaussian_number = paper.premise(
    "x.12-NG",
    where=HERE,
    printed="the denominator of (86) with the density of a Gaussian",
    lhs=N_Gauss,
    rhs=number_of_electrons(rho_Gauss, r),
    page="(86), its denominator",
)
Gaussian_side = paper.premise(
    "x.12-FG",
    where=HERE,
    printed="the right side of (86) with the density of a Gaussian",
    lhs=F_Gauss,
    rhs=five_thirds_bound(rho_Gauss, r, hbar=hbar, mass=m_e, electrons=N_Gauss),
    page="(86), its right side",
)
exponential_N = paper.step(
    "86-N1s", where=HERE, printed="(2) is normalised", lhs=N_1s, rhs=1, by=follows_from(exponential_number)
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
    by=follows_from(exponential_side, exponential_N),
)
Gaussian_N = paper.step(
    "86-NG", where=HERE, printed="the Gaussian is normalised", lhs=N_Gauss, rhs=1, by=follows_from(Gaussian_number)
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
    by=follows_from(Gaussian_side, Gaussian_N),
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
    at_least(E_kinetic, Rational(3, 5) * (6 * pi**2) ** Rational(2, 3) * hbar**2 / (2 * m_e) * five_thirds / electrons),
    by=follows_from(one_electron),
    where=HERE,
    conditions=[Eq(electrons, 1)],
    printed=r"E_{kin} \ge \frac{3}{5} (6\pi^2)^{2/3} \frac{\hbar^2}{2m_e} \frac{\int d^3r\rho(r)^{5/3}}{\int d^3r\rho(r)}",
    note="The paper speaks of an electron, so ∫ρ d³r is 1. The law is the sharp inequality for any wave function of one particle; its constant is larger than 9.1156 of (86). For a function of one particle whose norm is not 1 the line fails where ∫ρ d³r is "
    "larger than 1.08, and for two electrons of opposite spin in the state (2) the right side is larger than the kinetic energy of each; "
    "the printed denominator makes the right side an energy for each electron, with the constant of Thomas and Fermi for one direction of spin.",
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
rho_any = shape(r / rbar) / rbar**3
LENGTHS = {r: stretch * r, rbar: stretch * rbar}
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
eq86_rho = paper.given(
    "86-rho",
    where=HERE,
    printed=r"\rho(r) \sim 1/\bar{r}^3",
    lhs=rho_of_r,
    rhs=1 / rbar**3,
    sign="~",
    note="What it means that a wave function occupies the extent r̄, up to the numbers of its shape, which 86-scaling keeps.",
)
eq86_power = paper.step(
    "86-power",
    where=HERE,
    printed=r"\rho(r)^{5/3} \sim 1/\bar{r}^5",
    lhs=rho_of_r ** Rational(5, 3),
    rhs=1 / rbar**5,
    sign="~",
    by=follows_from(eq86_rho),
)
eq86_xref = paper.cross_reference(
    "86-xref",
    where=HERE,
    printed="the right side of Eq. (83) goes as the inverse square of the extent of the wave function",
    lhs=E_elec,
    rhs=E_m**2 / (8 * pi * n_s) / stretch**2,
    by=follows_from(eq83),
    readings=[
        correction(
            "Eq. (86)",
            scales_as(4 * pi * r**2 * rho_any * r, LENGTHS, 0),
            scales_as(4 * pi * r**2 * rho_any ** Rational(5, 3) * r, LENGTHS, -2),
            condition="the right side is that of Eq. (86), the bound of the sentence before: the integrand of its denominator keeps its size, and that of its numerator goes as 1/r̄²",
            fault="the number of the equation is wrong",
        )
    ],
    note="The number of the equation is wrong. On the left (83) when the wave function is spread out by a factor ζ, on the right (83) over ζ². (83) is the electrostatic energy of the expelled charge: it contains neither ρ(r) nor the extent of a wave function, but the radius 2λ_L of the orbits. "
    "By (8) and (48) it is ħ²/(8 m_e (2λ_L)²), the kinetic energy (76) with L = ħ/2 there; as a function of the radius r the energy (82) grows with r².",
    asides=[
        aside(
            "it is ħ²/(8 m_e (2λ_L)²)",
            equal(E_elec, hbar**2 / (8 * m_e * (2 * lambda_L) ** 2)),
            by=follows_from(eq83, eq8, eq48.ends),
        ),
        aside(
            "the kinetic energy (76) with L = ħ/2 there",
            equal(E_elec, (hbar / 2) ** 2 / (2 * m_e * (2 * lambda_L) ** 2)),
            by=follows_from(eq83, eq8, eq48.ends),
            put_in=["76"],
        ),
    ],
)
