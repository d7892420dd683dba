"""Charged particles on a circle: mechanics, currents and the effect of a flux, (2) to (13)."""

from sympy import Derivative, Integral, Ne, cos, diff, pi, sin

from derivations.essen.notation import (
    H_0,
    I_0,
    I_00,
    J_1,
    L_0,
    T_0,
    V_0,
    A_phi,
    I,
    I_0bar,
    I_Phi,
    J,
    J_at,
    J_of,
    Jbar_of,
    N,
    Phi,
    R,
    action,
    angle,
    c,
    charge_of,
    e,
    e_2,
    e_x,
    e_y,
    i,
    k,
    m,
    mass_of,
    phi,
    phi_1,
    phi_of,
    potential,
    rate_1,
    rate_of,
    t,
)
from derivations.essen.paper import paper
from derivations.physics.mechanics import conserved, hamilton_equations, legendre
from verify.claims import (
    Equation,
    equal,
    follows_from,
    for_every_number,
    function,
    over,
    specialise,
)
from verify.units import DIMENSIONLESS, ENERGY

HERE = "II.A"

term_5 = (J_of(i) - charge_of(i) / (2 * pi * c) * Phi) ** 2 / (2 * mass_of(i) * R**2)  # under the sum of (5)
rate_7 = J_of(i) / (mass_of(i) * R**2) - charge_of(i) * Phi / (mass_of(i) * R**2 * 2 * pi * c)  # what (7) prints
term_13 = charge_of(i) ** 2 / (mass_of(i) * c)  # under the sum of (13)
before_13 = -Phi / (4 * pi**2 * R**2)  # and before it
ALONE = {J_of(i): J, charge_of(i): e, mass_of(i): m}
FIRST = {J_of(i): J_1, charge_of(i): e, mass_of(i): m}
ELECTRONS = {charge_of(i): e_2, mass_of(i): m}

kinetic = over(i, N, mass_of(i) * R**2 * rate_of(i) ** 2 / 2)
kinetic_in_J = over(i, N, J_of(i) ** 2 / (2 * mass_of(i) * R**2))
with_A = over(i, N, (J_of(i) / R - charge_of(i) / c * A_phi) ** 2 / (2 * mass_of(i)))
with_flux = over(i, N, term_5)

outward = cos(angle(t)) * e_x + sin(angle(t)) * e_y
along = -sin(angle(t)) * e_x + cos(angle(t)) * e_y
place = R * cos(angle(t)) * e_x + R * sin(angle(t)) * e_y
paper.spellings += (
    (r"\mathbf{e}_\rho(\varphi_i)", outward),
    (r"\mathbf{e}_\varphi(\varphi_i)", along),
    (r"\mathbf{e}_\varphi", along),
    (r"\mathbf{r}_i(\varphi_i)", place),
    (r"\mathbf{v}_i(\varphi_i, \dot{\varphi}_i)", Derivative(place, t)),
    (r"\dot{\mathbf{e}}_\rho", Derivative(outward, t)),
    (r"\dot{\varphi}_i", Derivative(angle(t), t)),
    (r"\dot{\varphi}", Derivative(angle(t), t)),
    (r"V_0(\varphi_1, \dots, \varphi_N)", V_0),
)
eq2 = paper.claim(
    "2",
    equal(place, R * outward),
    equal(Derivative(place, t), R * Derivative(angle(t), t) * along),
    where=HERE,
    printed=r"\mathbf{r}_i(\varphi_i) = R\mathbf{e}_\rho(\varphi_i), \quad \mathbf{v}_i(\varphi_i, \dot{\varphi}_i) = R\dot{\varphi}_i\mathbf{e}_\varphi(\varphi_i)",
    note="The place has the components R cos φ and R sin φ, and the velocity is its derivative by the time; e_ρ = (cos φ, sin φ) and "
    "e_φ = (−sin φ, cos φ). Decided for any numbers in the place of the unit vectors, and so for each component.",
)
eq2_erho = paper.claim(
    "2-erho",
    equal(Derivative(outward, t), Derivative(angle(t), t) * along),
    where=HERE,
    printed=r"\dot{\mathbf{e}}_\rho = \dot{\varphi} \mathbf{e}_\varphi",
    note="For any numbers in the place of the unit vectors, and so for both components.",
)
eq3 = paper.given(
    "3",
    where=HERE,
    printed=r"L_0 = T_0 - V_0 = \frac{1}{2} \sum_{i=1}^N m_i R^2 \dot{\varphi}_i^2 - V_0(\varphi_1, \dots, \varphi_N)",
    lhs=L_0,
    rhs=(T_0 - V_0, kinetic - V_0),
    note="V_0 depends on the angles only; here it stands for its value.",
)
eq3_J = paper.claim(
    "3-J",
    for_every_number(kinetic - V_0, mass_of(k) * R**2 * rate_of(k), number=N, slope=rate_of(k), called=J_of(k)),
    where=HERE,
    printed=r"J_i = \partial L_0 / \partial \dot{\varphi}_i = m_i R^2 \dot{\varphi}_i",
)
legendre_4 = paper.premise(
    "x.H0",
    where=HERE,
    printed="the Hamiltonian is the sum of J_i φ̇_i less L_0",
    lhs=H_0,
    rhs=over(i, N, J_of(i) * (J_of(i) / (mass_of(i) * R**2)))
    - over(i, N, mass_of(i) * R**2 * (J_of(i) / (mass_of(i) * R**2)) ** 2 / 2)
    + V_0,
    law="definition of the Hamiltonian, with the velocities of the line before put in",
)
eq4 = paper.claim(
    "4",
    for_every_number(H_0, kinetic_in_J + V_0, number=N),
    legendre(m * R**2 * rate_1**2 / 2 - V_0, (rate_1, J_1), hamiltonian=J_1**2 / (2 * m * R**2) + V_0),
    where=HERE,
    by=follows_from(legendre_4),
    printed=r"H_0 = \sum_{i=1}^N \frac{J_i^2}{2m_i R^2} + V_0",
)
flux = paper.premise(
    "x.flux",
    where=HERE,
    printed=r"A_\varphi = \frac{\Phi}{2\pi R}",
    lhs=A_phi,
    rhs=Phi / (2 * pi * R),
    page="printed in the text beside (5): the line integral of A round the ring",
)
legendre_5 = paper.premise(
    "x.H0-flux",
    where=HERE,
    printed="the Hamiltonian with a flux is the sum of J_i φ̇_i less T_0 and the sum of (e_i/c) R φ̇_i A_φ, plus V_0",
    lhs=H_0,
    rhs=over(i, N, J_of(i) * (J_of(i) / R - charge_of(i) / c * A_phi) / (mass_of(i) * R))
    - over(i, N, mass_of(i) * ((J_of(i) / R - charge_of(i) / c * A_phi) / mass_of(i)) ** 2 / 2)
    - over(i, N, charge_of(i) / c * A_phi * (J_of(i) / R - charge_of(i) / c * A_phi) / mass_of(i))
    + V_0,
    law="definition of the Hamiltonian for L = T_0 + Σ (e_i/c) v_i A_φ − V_0, with Rφ̇_i = (J_i/R − e_i A_φ/c)/m_i put in",
)
eq5 = paper.claim(
    "5",
    for_every_number(H_0, with_A + V_0, with_flux + V_0, number=N),
    legendre(
        m * R**2 * rate_1**2 / 2 + e / c * R * rate_1 * A_phi - V_0,
        (rate_1, J_1),
        hamiltonian=term_5.subs(FIRST) + V_0,
    ),
    where=HERE,
    by=follows_from(legendre_5, flux),
    printed=r"H_0 = \sum_{i=1}^N \frac{1}{2m_i} \left(\frac{J_i}{R} - \frac{e_i}{c} A_\varphi \right)^2 + V_0 = \sum_{i=1}^N \frac{1}{2m_i R^2} \left(J_i - \frac{e_i}{2\pi c} \Phi \right)^2 + V_0",
)
V_at = function(
    "V_at", r"V_0", "V_0 as a function of the angle of one particle", ENERGY, arguments=(DIMENSIONLESS,), real=True
)
one_of_many = term_5.subs(FIRST) + T_0 + V_at(phi_1)
paper.spellings += (
    (r"\frac{\partial H_0}{\partial \varphi_i}", Derivative(one_of_many, phi_1)),
    (r"\frac{\partial V_0}{\partial \varphi_i}", Derivative(V_at(phi_1), phi_1)),
    (r"\dot{J}_i", -Derivative(one_of_many, phi_1)),
)
eq6 = paper.claim(
    "6",
    hamilton_equations(one_of_many, (phi_1, J_1, None, -Derivative(V_at(phi_1), phi_1))),
    where=HERE,
    printed=r"\dot{J}_i = -\frac{\partial H_0}{\partial \varphi_i} = -\frac{\partial V_0}{\partial \varphi_i}",
    note="Hamilton's equation for the momentum of any one of N particles, for every N: the others enter through their kinetic energy, here T_0, "
    "which depends on neither this angle nor this momentum, and through V_0, any function of this angle while theirs are held. "
    "Φ is the same for all angles; the angular velocity is (7).",
)
eq7 = paper.claim(
    "7",
    for_every_number(
        with_flux + V_0,
        rate_7.subs(i, k),
        number=N,
        slope=J_of(k),
        called=rate_of(k),
    ),
    where=HERE,
    printed=r"\dot{\varphi}_i = \frac{\partial H_0}{\partial J_i} = \frac{J_i}{m_i R^2} - \frac{e_i \Phi}{m_i R^2 2\pi c}",
)
current = paper.premise(
    "x.I",
    where=HERE,
    printed=r"I = \sum_{i=1}^N e_i \frac{\dot{\varphi}_i}{2\pi}",
    lhs=I,
    rhs=over(i, N, charge_of(i) * rate_7 / (2 * pi)),
    page="the definition in (8), with the velocities of (7) put in",
)
own_part = paper.premise(
    "x.I0",
    where=HERE,
    printed=r"I_0 = \frac{1}{2\pi} \sum_{i=1}^N \frac{e_i J_i}{m_i R^2}",
    lhs=I_0,
    rhs=over(i, N, charge_of(i) * J_of(i) / (mass_of(i) * R**2)) / (2 * pi),
    page="the first part of (8), its definition",
)
flux_part = paper.premise(
    "x.IPhi",
    where=HERE,
    printed=r"I_\Phi = -\frac{1}{2\pi} \sum_{i=1}^N \frac{e_i^2 \Phi}{m_i R^2 2\pi c}",
    lhs=I_Phi,
    rhs=-over(i, N, charge_of(i) ** 2 * Phi / (mass_of(i) * R**2 * 2 * pi * c)) / (2 * pi),
    page="the second part of (8), its definition",
)
eq8 = paper.claim(
    "8",
    for_every_number(
        I,
        over(i, N, charge_of(i) * rate_7 / (2 * pi)),
        over(
            i,
            N,
            charge_of(i) * J_of(i) / (mass_of(i) * R**2) - charge_of(i) ** 2 * Phi / (mass_of(i) * R**2 * 2 * pi * c),
        )
        / (2 * pi),
        I_0 + I_Phi,
        number=N,
    ),
    by=follows_from(current, own_part, flux_part),
    where=HERE,
    printed=r"I = \sum_{i=1}^N e_i \frac{\dot{\varphi}_i}{2\pi} = \frac{1}{2\pi} \sum_{i=1}^N \left(\frac{e_i J_i}{m_i R^2} - \frac{e_i^2 \Phi}{m_i R^2 2\pi c} \right) \equiv I_0 + I_\Phi",
    note="The first equality is the definition of I, with the velocities of (7) put in, the last that of its two parts.",
)
eq9 = paper.claim(
    "9",
    for_every_number(-c * (with_flux + V_0), I, number=N, slope=Phi),
    by=follows_from(current),
    where=HERE,
    printed=r"I = -c \frac{\partial H_0}{\partial \Phi}",
)
eq10 = paper.given(
    "10",
    where=HERE,
    printed=r"V_0 = \sum_{i=1}^N U_0(\varphi_i)",
    lhs=V_0,
    rhs=over(i, N, potential(phi_of(i))),
)
one = term_5.subs(ALONE) + potential(phi)
another = term_5.subs(FIRST) + potential(phi_1)
known_5 = paper.premise(
    "x.5",
    where=HERE,
    printed=r"H_0 = \sum_{i=1}^N \frac{1}{2m_i R^2} \left(J_i - \frac{e_i}{2\pi c} \Phi \right)^2 + V_0",
    lhs=H_0,
    rhs=with_flux + V_0,
    page="(5), its last member as it stands there",
)
paper.spellings += ((r"H_i(J_i, \varphi_i)", term_5 + potential(phi_of(i))),)
eq10_Hi = paper.claim(
    "10-Hi",
    for_every_number(H_0, over(i, N, term_5 + potential(phi_of(i))), number=N),
    conserved(one, one + another, (phi, J), (phi_1, J_1), time=t),
    equal(diff(one, phi) * rate_7.subs(ALONE), diff(one, J) * diff(potential(phi), phi)),
    by=follows_from(known_5, eq10),
    where=HERE,
    printed=r"$H_0 = \sum_i H_i(J_i, \varphi_i)$, where the H_i are constants of the motion, whether there is a flux or not",
    note="With (10) the Hamiltonian (5) is a sum of terms, one for each particle; the term of another particle, or of N − 1 others, has no "
    "angle and no momentum of this one. Then dH_i/dt = (∂H_i/∂φ) φ̇ + (∂H_i/∂J) J̇ with (6) and (7): the two terms cancel, "
    "for a flux that does not change.",
)
once_round = Integral(J_at(phi), (phi, 0, 2 * pi)) / (2 * pi)
paper.spellings += ((r"J_i(\varphi_i; E_i, \Phi)", J_at(phi)), (r"\varphi_i", phi))
eq11 = paper.given(
    "11",
    where=HERE,
    printed=r"I_{\varphi_i} \equiv \frac{1}{2\pi} \oint J_i(\varphi_i; E_i, \Phi) d\varphi_i = \bar{J}_i",
    lhs=action,
    rhs=(once_round, Jbar_of(i)),
    note="The definition of the integral and of the average round the ring, once round it. That the integral is an adiabatic invariant is 11-inv.",
)
invariance = paper.identity(
    "11-inv",
    where=HERE,
    conditions=[Ne(J, e * Phi / (2 * pi * c))],
    printed="the integrals (11) are adiabatic invariants: they keep their values if the flux is turned on slowly",
    lhs=e / (2 * pi * c) * diff(one, J),
    rhs=-diff(one, Phi),
    note="With J = eΦ/(2πc) ± (2mR²(E − U_0))^½ on an orbit: ∂J/∂Φ at fixed E and φ, here e/(2πc), times φ̇ = ∂H/∂J must be "
    "−∂H/∂Φ. The condition says that the particle never stands still, but goes all the way round, as the averages of the paper assume; a particle that U_0 "
    "traps has another integral. Then the rate of change of the integral, averaged over a revolution, is zero (Landau and Lifshitz, Mechanics, §49).",
)
eq12 = paper.given(
    "12",
    where=HERE,
    printed=r"\bar{I}_0 = \frac{1}{2\pi R^2} \sum_{i=1}^N \frac{e_i \bar{J}_i}{m_i}",
    lhs=I_0bar,
    rhs=over(i, N, charge_of(i) * Jbar_of(i) / mass_of(i)) / (2 * pi * R**2),
    note="The definition: I_0 of (8) with the averages of the momenta round the ring, over the angle. "
    "The average over time differs from it if U_0 is not constant.",
)
extra = paper.premise(
    "x.extra",
    where=HERE,
    printed="the extra current is the current with the flux less that without it",
    lhs=I_Phi,
    rhs=I - I_00,
    page="the text before (13), where the flux is turned on slowly",
)
averaged = paper.premise(
    "x.average",
    where=HERE,
    printed=r"the current is averaged over the angle, as (12) is: $I = \frac{1}{2\pi} \sum_{i=1}^N \left(\frac{e_i \bar{J}_i}{m_i R^2} - \frac{e_i^2 \Phi}{m_i R^2 2\pi c} \right)$",
    lhs=I,
    rhs=over(i, N, charge_of(i) * rate_7.subs(J_of(i), Jbar_of(i)) / (2 * pi)),
    assumption="for a constant U_0 that is the average over time, too",
)
eq13 = paper.claim(
    "13",
    for_every_number(I_Phi, before_13 * over(i, N, term_13), number=N),
    by=follows_from(extra, averaged, specialise(averaged, {I: I_00, Phi: 0}, general=True)),
    where=HERE,
    printed=r"I_\Phi = -\frac{\Phi}{4\pi^2 R^2} \sum_{i=1}^N \frac{e_i^2}{m_i c}",
    note="(8) with the flux less (8) without it, with the averages of the momenta round the ring, which keep their values if the flux is turned on slowly (11-inv); "
    "with a U_0 that varies the momenta themselves do not. A particle that U_0 traps carries no current.",
)
eq13_alike = Equation("13", I_Phi, before_13 * over(i, N, term_13.subs(ELECTRONS)).doit())
"""(13) for N particles of one charge and mass."""
