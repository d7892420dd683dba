"""Charged particles on a circle: mechanics, currents and the effect of a flux, (2) to (13)."""

from sympy import Derivative, cos, diff, pi, sin

from derivations.essen.notation import (
    J_1,
    L_0,
    V_0,
    A_phi,
    I_Phi,
    J,
    J_of,
    Jbar_of,
    N,
    Phi,
    R,
    angle,
    c,
    charge_of,
    e,
    e_2,
    i,
    k,
    m,
    mass_of,
    phi,
    phi_1,
    phi_2,
    potential,
    rate_of,
    t,
)
from derivations.essen.paper import paper
from verify.claims import equal, follows_from, for_every_number, function, indexed, over
from verify.units import DIMENSIONLESS, ENERGY

HERE = "II.A"

kinetic = over(i, N, mass_of(i) * R**2 * rate_of(i) ** 2 / 2)
kinetic_in_J = over(i, N, J_of(i) ** 2 / (2 * mass_of(i) * R**2))
with_A = over(i, N, (J_of(i) / R - charge_of(i) / c * A_phi) ** 2 / (2 * mass_of(i)))
with_flux = over(i, N, (J_of(i) - charge_of(i) / (2 * pi * c) * Phi) ** 2 / (2 * mass_of(i) * R**2))
rate_from_J = J_of(i) / (mass_of(i) * R**2) - charge_of(i) * Phi / (mass_of(i) * R**2 * 2 * pi * c)

eq2 = paper.value(
    "2",
    equal(Derivative(R * cos(angle(t)), t), -R * Derivative(angle(t), t) * sin(angle(t))),
    equal(Derivative(R * sin(angle(t)), t), R * Derivative(angle(t), t) * cos(angle(t))),
    where=HERE,
    printed="r_i = R e_ρ(φ_i) and v_i = R φ̇_i e_φ(φ_i)",
    note="Both components of the velocity: the derivatives of R cos φ and R sin φ, against R φ̇ times those of e_φ, −sin φ and cos φ.",
)
eq2_erho = paper.value(
    "2-erho",
    equal(Derivative(cos(angle(t)), t), -Derivative(angle(t), t) * sin(angle(t))),
    equal(Derivative(sin(angle(t)), t), Derivative(angle(t), t) * cos(angle(t))),
    where=HERE,
    printed="ė_ρ = φ̇ e_φ",
    note="Both components, with e_ρ = (cos φ, sin φ) and e_φ = (−sin φ, cos φ).",
)
eq3 = paper.given(
    "3",
    where=HERE,
    printed="L_0 = T_0 − V_0 = ½ Σ m_i R² φ̇_i² − V_0(φ_1, …, φ_N)",
    lhs=L_0,
    rhs=kinetic - V_0,
    note="V_0 depends on the angles only; here it stands for its value.",
)
eq3_J = paper.value(
    "3-J",
    for_every_number(kinetic - V_0, mass_of(k) * R**2 * rate_of(k), number=N, slope=rate_of(k)),
    where=HERE,
    printed="J_i = ∂L_0/∂φ̇_i = m_i R² φ̇_i",
)
eq4 = paper.value(
    "4",
    for_every_number(
        over(i, N, J_of(i) * (J_of(i) / (mass_of(i) * R**2)))
        - over(i, N, mass_of(i) * R**2 * (J_of(i) / (mass_of(i) * R**2)) ** 2 / 2)
        + V_0,
        kinetic_in_J + V_0,
        number=N,
    ),
    where=HERE,
    printed="H_0 = Σ J_i²/(2 m_i R²) + V_0",
    note="Σ J_i φ̇_i − L_0 with the velocities of the line before.",
)
flux = paper.premise(
    "x.flux",
    where=HERE,
    printed=r"A_\varphi = \frac{\Phi}{2\pi R}",
    lhs=A_phi,
    rhs=Phi / (2 * pi * R),
    source="printed in the text beside (5): the line integral of A round the ring",
)
eq5 = paper.value(
    "5",
    for_every_number(
        over(i, N, J_of(i) * (J_of(i) / R - charge_of(i) / c * A_phi) / (mass_of(i) * R))
        - over(i, N, mass_of(i) * ((J_of(i) / R - charge_of(i) / c * A_phi) / mass_of(i)) ** 2 / 2)
        - over(i, N, charge_of(i) / c * A_phi * (J_of(i) / R - charge_of(i) / c * A_phi) / mass_of(i))
        + V_0,
        with_A + V_0,
        with_flux + V_0,
        number=N,
    ),
    where=HERE,
    by=follows_from(flux),
    printed="H_0 = Σ (J_i/R − e_i A_φ/c)²/(2 m_i) + V_0 = Σ (J_i − e_i Φ/(2πc))²/(2 m_i R²) + V_0",
    note="The first member is Σ J_i φ̇_i − L with L = T_0 + Σ (e_i/c) v_i A_φ − V_0 and R φ̇_i = (J_i/R − e_i A_φ/c)/m_i.",
)
V_all = function(
    "V_all", r"V_0", "potential energy of three particles", ENERGY, arguments=(DIMENSIONLESS,) * 3, real=True
)
eq6 = paper.value(
    "6",
    equal(
        -Derivative((J_1 - e * Phi / (2 * pi * c)) ** 2 / (2 * m * R**2) + V_all(phi_1, phi_2, phi), phi_1),
        -Derivative(V_all(phi_1, phi_2, phi), phi_1),
    ),
    where=HERE,
    printed="J̇_i = −∂H_0/∂φ_i = −∂V_0/∂φ_i",
    note="The second equality, with Φ the same for all angles: the kinetic part of H_0 holds no angle. Decided for three "
    "particles with any V_0. The first is Hamilton's equation.",
)
eq7 = paper.value(
    "7",
    for_every_number(
        with_flux + V_0,
        J_of(k) / (mass_of(k) * R**2) - charge_of(k) * Phi / (mass_of(k) * R**2 * 2 * pi * c),
        number=N,
        slope=J_of(k),
    ),
    where=HERE,
    printed="φ̇_i = ∂H_0/∂J_i = J_i/(m_i R²) − e_i Φ/(m_i R² 2πc)",
)
eq8 = paper.value(
    "8",
    for_every_number(
        over(i, N, charge_of(i) * rate_from_J / (2 * pi)),
        over(
            i,
            N,
            charge_of(i) * J_of(i) / (mass_of(i) * R**2) - charge_of(i) ** 2 * Phi / (mass_of(i) * R**2 * 2 * pi * c),
        )
        / (2 * pi),
        number=N,
    ),
    where=HERE,
    printed="I = Σ e_i φ̇_i/2π = (1/2π) Σ (e_i J_i/(m_i R²) − e_i² Φ/(m_i R² 2πc)) ≡ I_0 + I_Φ",
    note="With the velocities of (7).",
)
eq9 = paper.value(
    "9",
    for_every_number(-c * (with_flux + V_0), over(i, N, charge_of(i) * rate_from_J / (2 * pi)), number=N, slope=Phi),
    where=HERE,
    printed="I = −c ∂H_0/∂Φ",
)
total_potential = indexed("U_of", r"U_0", "potential energy of particle i", ENERGY, real=True)
eq10 = paper.given(
    "10",
    where=HERE,
    printed="V_0 = Σ U_0(φ_i) for non-interacting particles",
    lhs=V_0,
    rhs=over(i, N, total_potential(i)),
    note="U_0(φ_i) is written as the value for particle i.",
)
one = (J - e * Phi / (2 * pi * c)) ** 2 / (2 * m * R**2) + potential(phi)
eq10_Hi = paper.identity(
    "10-Hi",
    where=HERE,
    printed="the H_i are constants of the motion, whether there is a flux or not",
    lhs=diff(one, phi) * (J - e * Phi / (2 * pi * c)) / (m * R**2),
    rhs=diff(one, J) * diff(potential(phi), phi),
    note="dH_i/dt = (∂H_i/∂φ) φ̇ + (∂H_i/∂J) J̇ with (6) and (7): the two terms cancel, for a flux that does not change.",
)
eq11 = paper.identity(
    "11",
    where=HERE,
    printed="the integral of J_i dφ_i round the ring over 2π is an adiabatic invariant, the average of J_i",
    lhs=e / (2 * pi * c) * diff(one, J),
    rhs=-diff(one, Phi),
    note="With J = eΦ/(2πc) ± (2mR²(E − U_0))^½ on an orbit: ∂J/∂Φ at fixed E and φ, here e/(2πc), times φ̇ = ∂H/∂J must be "
    "−∂H/∂Φ. Then the rate of change of the integral, averaged over a revolution, is zero (Landau and Lifshitz, Mechanics, §49).",
)
eq12 = paper.value(
    "12",
    for_every_number(
        over(i, N, charge_of(i) * Jbar_of(i) / (mass_of(i) * R**2)) / (2 * pi),
        over(i, N, charge_of(i) * Jbar_of(i) / mass_of(i)) / (2 * pi * R**2),
        number=N,
    ),
    where=HERE,
    printed="Ī_0 = (1/(2πR²)) Σ e_i J̄_i/m_i",
    note="The average round the ring, over the angle, of I_0 in (8). The average over time differs from it if U_0 is not constant.",
)
eq13 = paper.value(
    "13",
    for_every_number(
        over(i, N, -(charge_of(i) ** 2) * Phi / (mass_of(i) * R**2 * 2 * pi * c)) / (2 * pi),
        -Phi / (4 * pi**2 * R**2) * over(i, N, charge_of(i) ** 2 / (mass_of(i) * c)),
        number=N,
    ),
    where=HERE,
    printed="I_Φ = −(Φ/(4π²R²)) Σ e_i²/(m_i c)",
    note="I_Φ of (8), with the momenta held at their averages over the angle.",
)
eq13_alike = paper.premise(
    "x.13",
    where=HERE,
    printed=r"I_\Phi = -\frac{\Phi N e^2}{4\pi^2 R^2 m c}",
    lhs=I_Phi,
    rhs=-Phi * N * e_2**2 / (4 * pi**2 * R**2 * m * c),
    source="(13) for N particles of one charge and mass",
)
