"""The discussion, third part: kinetic energy and extent, orbits and angular momentum, (87)."""

from sympy import Abs, Eq, I, Integral, Ne, Rational, cos, diff, exp, pi, sqrt

from derivations.hirsch.notation.atoms import E_kin, rbar
from derivations.hirsch.notation.common import e, hbar, m_e, r, x, y, z
from derivations.hirsch.notation.phase import (
    Z_1,
    E_after,
    E_before,
    E_circle,
    E_kinetic,
    E_ring,
    L,
    L_z,
    azimuth,
    bound_1,
    bound_2,
    extent_1,
    extent_2,
    j_half,
    k_turn,
    kinetic_mean,
    mass,
    n_1,
    n_2,
    perp_1,
    perp_2,
    r_bohr_1,
    r_bohr_2,
    sense,
    surplus_1,
    surplus_2,
    theta_here,
    theta_turn,
    v_bohr_1,
    v_bohr_2,
)
from derivations.hirsch.notation.superconductor import L_orbit
from derivations.hirsch.paper import paper
from derivations.hirsch.s2a_atom import eq3a
from derivations.hirsch.s11_phase import eq76
from derivations.hirsch.s11a_double_valued import eq75b
from derivations.hirsch.s12_a_diamagnetism import mean_perp2, psi_2, rho_1s
from derivations.physics.kinetic_bounds import kinetic_energy_of_density
from verify.claims import DOMAIN, aside, at_least, equal, follows_from, greater, less, reading, specialise

HERE = "XII"

# --- kinetic energy and extent -----------------------------------------------------------------------

uncertain_1 = paper.premise(
    "x.12-Heisenberg-1",
    where=HERE,
    printed="the kinetic energy of the motion along x before: (1 + δ_1) ħ²/(8m Δx_1²)",
    lhs=E_before,
    rhs=(1 + surplus_1) * hbar**2 / (8 * mass * extent_1**2),
    law="the uncertainty relation Δp Δx ≥ ħ/2 (Heisenberg), δ_1 the excess, which depends on the shape of the wave function only",
)
uncertain_2 = paper.premise(
    "x.12-Heisenberg-2",
    where=HERE,
    printed="the same after: (1 + δ_2) ħ²/(8m Δx_2²)",
    lhs=E_after,
    rhs=(1 + surplus_2) * hbar**2 / (8 * mass * extent_2**2),
    law="the uncertainty relation Δp Δx ≥ ħ/2 (Heisenberg), δ_2 the excess, which depends on the shape of the wave function only",
)
heisenberg = paper.claim(
    "XII-Heisenberg",
    less(E_after, E_before),
    by=follows_from(uncertain_1, uncertain_2),
    where=HERE,
    conditions=[extent_2 > extent_1],
    printed="the uncertainty principle shows that the kinetic energy is lowered when the extent of the wave function grows",
    readings=[
        reading(
            "the same shape",
            less(E_after, E_before),
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
    printed="the kinetic energy before: (1 + δ_1) κ_1 ħ²/(2m ⟨r_⊥²⟩_1), where the right side of (86) is κ_1 ħ²/(2m ⟨r_⊥²⟩_1)",
    lhs=E_before,
    rhs=(1 + surplus_1) * bound_1 * hbar**2 / (2 * mass * perp_1),
    page="(86), a lower bound whose right side goes as 1/r̄², and the text before (85), which measures the extent by ⟨r_⊥²⟩; the numbers δ_1 and κ_1 depend on the shape of the wave function only",
)
spread_2 = paper.premise(
    "x.12-spread-2",
    where=HERE,
    printed="the same after: (1 + δ_2) κ_2 ħ²/(2m ⟨r_⊥²⟩_2)",
    lhs=E_after,
    rhs=(1 + surplus_2) * bound_2 * hbar**2 / (2 * mass * perp_2),
    page="(86), a lower bound whose right side goes as 1/r̄², and the text before (85), which measures the extent by ⟨r_⊥²⟩; the numbers δ_2 and κ_2 depend on the shape of the wave function only",
)
expand = paper.claim(
    "XII-expand",
    less(E_after, E_before),
    by=follows_from(spread_1, spread_2),
    where=HERE,
    conditions=[perp_2 > perp_1],
    printed=r"expansion of the wave function, increasing $\langle r_\perp^2 \rangle$, is associated with lowering of $\langle -\frac{\hbar^2}{2m}\nabla^2 \rangle$, as the lower bound (86) shows",
    readings=[
        reading(
            "the same shape",
            less(E_after, E_before),
            by=follows_from(spread_1, spread_2),
            where=[perp_2 > perp_1, Eq(surplus_1, surplus_2), Eq(bound_1, bound_2)],
            ground=DOMAIN,
            condition="the wave function keeps its shape as it expands",
        )
    ],
    note="That a lower bound falls does not make the energy fall: a wave function with more nodes may have both larger. For (2), ⟨r_⊥²⟩ is 2r̄², and the kinetic energy ħ²/(2m_e r̄²).",
    asides=[
        aside(
            "the kinetic energy ħ²/(2m_e r̄²)",
            equal(kinetic_energy_of_density(rho_1s, r, hbar=hbar, mass=m_e), hbar**2 / (2 * m_e * rbar**2)),
        ),
        aside("⟨r_⊥²⟩ is 2r̄²", equal(mean_perp2, 2 * rbar**2)),
    ],
)

# --- classical orbits: (87) ---------------------------------------------------------------------------

orbit76 = paper.step(
    "XII-76",
    where=HERE,
    printed=r"for a particle of mass $m$ and angular momentum $L$ the kinetic energy in such an orbit is Eq. (76), $E_{kin} = \frac{L^2}{2mr^2}$",
    lhs=E_kinetic,
    rhs=L_orbit**2 / (2 * mass * r**2),
    by=specialise(eq76, {E_circle: E_kinetic, L: L_orbit, m_e: mass}, general=True),
    note="(76) itself, for any mass.",
)
lowered = paper.claim(
    "XII-fixedL",
    less(diff(L**2 / (2 * mass * r**2), r), 0),
    where=HERE,
    printed=r"the kinetic energy is lowered as the orbit expands for fixed $L$",
    readings=[
        reading(
            "not zero",
            less(diff(L**2 / (2 * mass * r**2), r), 0),
            where=[L > 0],
            ground=DOMAIN,
            condition="the fixed L is not zero, as XI says after (76); it is counted positive along the orbit",
        )
    ],
    note="The slope of (76) in r.",
)
eq87 = paper.step(
    "87",
    where=HERE,
    printed=r"E_{kin} = \frac{\hbar^2}{2mr^2}",
    lhs=E_kinetic,
    rhs=hbar**2 / (2 * mass * r**2),
    by=specialise(orbit76, {L_orbit: hbar}, general=True),
)
quantum_is = paper.step(
    "87-T2",
    where=HERE,
    printed="the mean value (85) with the wave function (2) is (3a)",
    lhs=kinetic_mean,
    rhs=hbar**2 / (2 * mass * rbar**2),
    by=specialise(eq3a.ends, {E_kin: kinetic_mean, m_e: mass}, general=True),
    note="(3a) itself, for any mass.",
)
eq87_3a = paper.cross_reference(
    "87-vs-3a",
    where=HERE,
    printed=r"(87) coincides with the quantum-mechanical kinetic energy with the wave function (2), with $\bar{r}$ replacing $r$",
    lhs=(hbar**2 / (2 * mass * r**2)).subs(r, rbar),
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
    lhs=m_e * v_bohr_1**2 / r_bohr_1,
    rhs=Z_1 * e**2 / r_bohr_1**2,
    law="the Coulomb force keeps the electron on a circle (Bohr)",
)
quantum_1 = paper.premise(
    "x.12-Bohr-1",
    where=HERE,
    printed="the angular momentum of the first orbit, m_e v_1 r_1 = n_1 ħ",
    lhs=m_e * v_bohr_1 * r_bohr_1,
    rhs=n_1 * hbar,
    law="Bohr's condition",
)
quantum_2 = paper.premise(
    "x.12-Bohr-2",
    where=HERE,
    printed="the angular momentum of the second orbit, m_e v_2 r_2 = n_2 ħ",
    lhs=m_e * v_bohr_2 * r_bohr_2,
    rhs=n_2 * hbar,
    law="Bohr's condition",
)

T_1, T_2 = m_e * v_bohr_1**2 / 2, m_e * v_bohr_2**2 / 2
bohr = paper.claim(
    "XII-Bohr",
    greater(n_1 * hbar, 0),
    equal(T_2 / T_1, r_bohr_1**2 / r_bohr_2**2),
    by=follows_from(quantum_1, quantum_2),
    where=HERE,
    printed=r"the argument with a fixed $L$ explains how the kinetic energy depends on the radius of the orbit in the Bohr atom, where the angular momentum of no orbit is zero",
    readings=[
        reading(
            "orbits of one quantum number",
            greater(n_1 * hbar, 0),
            equal(T_2 / T_1, r_bohr_1**2 / r_bohr_2**2),
            by=follows_from(quantum_1, quantum_2),
            where=[Eq(n_1, n_2)],
            ground=DOMAIN,
            condition="the orbits have one quantum number, so that L is fixed, as when the charge of the nucleus changes in II.A",
        )
    ],
    note="No orbit of Bohr's has L = 0, and the energies of two orbits are as (76) says for a fixed L. From one orbit of an atom to the next L is not fixed, and "
    "the kinetic energy, Ze²/(2r) by the balance of forces, falls with 1/r only.",
    asides=[
        aside(
            "the kinetic energy, Ze²/(2r) by the balance of forces",
            equal(T_1, Z_1 * e**2 / (2 * r_bohr_1)),
            by=follows_from(balance_1),
        ),
        aside(
            "the energies of two orbits are as (76) says for a fixed L",
            equal(T_2 / T_1, (L_orbit**2 / (2 * m_e * r_bohr_2**2)) / (L_orbit**2 / (2 * m_e * r_bohr_1**2))),
            by=follows_from(quantum_1, quantum_2),
            where=[Eq(n_1, n_2)],
            put_in=["76", "two"],
        ),
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
    less(diff(hbar**2 / (2 * mass * rbar**2), rbar), 0),
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
    law="Fourier series of a function that changes sign in a full turn; L_z = −iħ∂/∂φ",
)
bound = paper.claim(
    "XII-bound",
    equal(turned.subs(azimuth, azimuth + 2 * pi), exp(I * (theta_turn - theta_here)) * turned),
    at_least(Abs(L_z), hbar / 2),
    by=follows_from(double, eq75b),
    where=HERE,
    conditions=[Eq(sense**2, 1)],
    printed=r"the angular momentum is bounded from below by $\hbar/2$ due to (75b)",
    note="Of the values that L_z may have in a state with (75b), the magnitude. Its mean value is not bounded so: in the state cos(φ/2), which has (75b), it is zero.",
    asides=[
        aside(
            "in the state cos(φ/2), which has (75b), it is zero",
            equal(cos((azimuth + 2 * pi) / 2), -cos(azimuth / 2)),
            equal(Integral(cos(azimuth / 2) * -I * hbar * diff(cos(azimuth / 2), azimuth), (azimuth, 0, 2 * pi)), 0),
        )
    ],
)
