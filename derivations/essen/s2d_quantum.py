"""The electron on the ring as a wave, and the period of its flux: (19) to (26)."""

from sympy import Eq, I, Integral, Matrix, Rational, cos, diff, exp, pi, sin

from derivations.essen.notation import (
    E_level,
    E_psi,
    E_psi_1,
    H,
    J,
    Phi,
    R,
    c,
    e,
    e_2,
    hbar,
    k,
    m,
    n_phi,
    p_z,
    phi,
    psi,
    psi1_here,
    psi1_turn,
    psi1_turns,
    psi_1,
    psi_here,
    psi_turn,
    psi_turns,
    theta,
    u,
)
from derivations.essen.paper import paper
from derivations.essen.s2a_circle import ALONE, term_5
from derivations.essen.s2b_two_currents import eq15, planck
from verify.claims import (
    aside,
    correction,
    divide,
    entries_equal,
    equal,
    follows_from,
    smallest_period,
    specialise,
)

HERE = "II.D"

one_particle = paper.premise(
    "x.19",
    where=HERE,
    printed=r"H = \frac{1}{2mR^2} (J - \frac{e}{2\pi c} \Phi)^2",
    lhs=H,
    rhs=term_5.subs(ALONE),
    page="(5), its summand as it stands there, for one particle without a potential",
)
charge = paper.premise(
    "x.charge",
    where=HERE,
    printed="the charge e of the electron is −|e|",
    lhs=e,
    rhs=-e_2,
    page="the text before (33)",
)
eq19 = paper.step(
    "19",
    where=HERE,
    printed=r"H = \frac{1}{2mR^2} \left(J + \frac{|e|}{2\pi c} \Phi \right)^2",
    lhs=H,
    rhs=(J + e_2 / (2 * pi * c) * Phi) ** 2 / (2 * m * R**2),
    by=follows_from(one_particle, charge),
)
once = -I * hbar * diff(psi(phi), phi) + e_2 * Phi / (2 * pi * c) * psi(phi)
twice = -I * hbar * diff(once, phi) + e_2 * Phi / (2 * pi * c) * once
scaled_once = -I * diff(psi(phi), phi) + n_phi * psi(phi)
scaled_twice = -I * diff(scaled_once, phi) + n_phi * scaled_once
paper.spellings += ((r"\psi(\varphi)", psi(phi)), (r"\psi'", psi_1(phi)))
paper.premise(
    "x.Epsi",
    where=HERE,
    printed="Eψ is E times ψ",
    lhs=E_psi,
    rhs=E_level * psi(phi),
    page="the right sides of (20) and (22), a product",
)
paper.premise(
    "x.Epsi1",
    where=HERE,
    printed="Eψ' is E times ψ'",
    lhs=E_psi_1,
    rhs=E_level * psi_1(phi),
    page="the right sides of (20) and (22), a product",
)
eigenvalue = paper.premise(
    "x.20",
    where=HERE,
    printed="Hψ = Eψ with the H of (19), J → −iħ∂/∂φ",
    lhs=twice / (2 * m * R**2),
    rhs=E_psi,
    page="the text before (20): the Schrödinger equation with (19)",
)
eq20 = paper.step(
    "20",
    where=HERE,
    printed=r"\frac{\hbar^2}{2mR^2} \left(-i\frac{\partial}{\partial\varphi} + n_\phi \right)^2 \psi(\varphi) = E\psi(\varphi)",
    lhs=hbar**2 / (2 * m * R**2) * scaled_twice,
    rhs=E_psi,
    by=follows_from(eigenvalue, eq15.link(0), planck),
    note="Hψ = Eψ with the operator of (19), J → −iħ∂/∂φ, for any ψ.",
)
eq21 = paper.given(
    "21",
    where=HERE,
    printed=r"\psi(\varphi) = \exp(-in_\phi\varphi) \psi'(\varphi)",
    lhs=psi_here,
    rhs=exp(-I * n_phi * phi) * psi1_here,
)
gauged = exp(-I * n_phi * phi) * psi_1(phi)
gauged_once = -I * diff(gauged, phi) + n_phi * gauged
with_phase = paper.premise(
    "x.22",
    where=HERE,
    printed="(20) with (21) for ψ",
    lhs=hbar**2 / (2 * m * R**2) * (-I * diff(gauged_once, phi) + n_phi * gauged_once),
    rhs=exp(-I * n_phi * phi) * E_psi_1,
    page="(20), its sides as they stand there, with (21) at every angle",
)
eq22 = paper.step(
    "22",
    where=HERE,
    printed=r"-\frac{\hbar^2}{2mR^2} \frac{\partial^2}{\partial\varphi^2} \psi' = E\psi'",
    lhs=-(hbar**2) / (2 * m * R**2) * diff(psi_1(phi), phi, 2),
    rhs=E_psi_1,
    by=divide(with_phase, exp(-I * n_phi * phi)),
    note="The phase factor, which is never zero, comes out, for any ψ'.",
)
eq23 = paper.given("23", where=HERE, printed=r"\psi(\varphi + 2\pi) = \psi(\varphi)", lhs=psi_turn, rhs=psi_here)
turn = specialise(eq21, {phi: phi + 2 * pi, psi_here: psi_turn, psi1_here: psi1_turn})
turns = specialise(eq21, {phi: phi + 4 * pi, psi_here: psi_turns, psi1_here: psi1_turns})
eq24 = paper.step(
    "24",
    where=HERE,
    printed=r"\psi'(\varphi + 2\pi) = \exp(in_\phi 2\pi) \psi'(\varphi)",
    lhs=psi1_turn,
    rhs=exp(I * n_phi * 2 * pi) * psi1_here,
    by=follows_from(eq23, eq21, turn),
)
eq24_per = paper.claim(
    "24-per",
    smallest_period(exp(I * n_phi * 2 * pi), n_phi, 1),
    where=HERE,
    printed="the condition is the same for n_φ + 1, so that Φ_0 is the period in the flux",
    note="The phase factor of (24). One unit of n_φ is one Φ_0 by (15).",
)
spinor = paper.claim(
    "II.D-spinor",
    equal(cos(theta / 2) - I * u * sin(theta / 2), -1),
    where=HERE,
    conditions=[Eq(theta, 2 * pi)],
    printed="a spinor changes sign when rotated by 2π",
    note="The rotation exp(−iθσ/2) = cos(θ/2) − iσ sin(θ/2) about an axis, for an eigenvalue u of the spin σ along it.",
)
spin = Matrix([[p_z, 0], [0, -p_z]])
zero, unit = Matrix.zeros(2, 2), Matrix.eye(2)
dirac = Matrix([[m * c**2 * unit, c * spin], [c * spin, -m * c**2 * unit]])
helicity = Matrix([[spin, zero], [zero, spin]])
eq_helicity = paper.claim(
    "II.D-hel",
    entries_equal(dirac * helicity, helicity * dirac),
    where=HERE,
    printed="free electron: the helicity (spin along the momentum) is conserved",
    note="The Dirac Hamiltonian c α·p + βmc² commutes with Σ·p: the products in both orders, entry by entry, "
    "with the z axis along the momentum.",
)
ring = paper.remark(
    "II.D-helring",
    where=HERE,
    printed="helicity remains conserved on a large ring as an adiabatic invariant, so that the spinor rotates with the momentum",
    why="A plausibility argument without a formula; the paper itself says 'it seems reasonable'. Its own Hamiltonian (19) speaks "
    "against it: it holds no spin, so that the spin stays as it is while the momentum turns, and spin along momentum is not "
    "conserved, however slowly it turns; the two helicities have the same energy, so no gap protects one of them.",
)
sign_changes = paper.premise(
    "x.sign",
    where=HERE,
    printed=r"\psi(\varphi + 2\pi) = -\psi(\varphi)",
    lhs=psi_turn,
    rhs=-psi_here,
    assumption="a spinor changes sign when rotated by 2π (II.D-spinor), and it is taken to rotate with the momentum, which the paper argues in words (II.D-helring)",
)
sign_changes_again = paper.premise(
    "x.sign-2",
    where=HERE,
    printed=r"\psi(\varphi + 4\pi) = -\psi(\varphi + 2\pi)",
    lhs=psi_turns,
    rhs=-psi_turn,
    assumption="the same at φ + 2π",
)


eq25 = paper.step(
    "25",
    where=HERE,
    printed=r"\psi(\varphi + 4\pi) = \psi(\varphi)",
    lhs=psi_turns,
    rhs=psi_here,
    by=follows_from(sign_changes, sign_changes_again),
    note="The change of sign of II.D-spinor, applied once more, if the spinor turns with the momentum (II.D-helring). It says more than (25) does.",
)
eq26 = paper.step(
    "26",
    where=HERE,
    printed=r"\psi'(\varphi + 4\pi) = \exp(in_\phi 4\pi) \psi'(\varphi)",
    lhs=psi1_turns,
    rhs=exp(I * n_phi * 4 * pi) * psi1_here,
    by=follows_from(eq25, eq21, turns),
)
energy_26 = hbar**2 / (2 * m * R**2)
levels = paper.premise(
    "x.levels",
    where=HERE,
    printed=r"(25) is all that is required of the wave function: $E = \frac{\hbar^2}{2mR^2} \left(n_\phi + \frac{k}{2}\right)^2$",
    lhs=E_level,
    rhs=energy_26 * (n_phi + k / 2) ** 2,
    assumption="with (26), ψ' = exp(i(n_φ + k/2)φ); the change of sign from which (25) is concluded requires more",
)
eq26_per = paper.claim(
    "26-per",
    smallest_period(exp(I * n_phi * 4 * pi), n_phi, Rational(1, 2)),
    equal(E_level, energy_26 * (n_phi + Rational(1, 2) + (k - 1) / 2) ** 2),
    where=HERE,
    by=follows_from(levels),
    printed="the condition is the same for n_φ + 1/2, so that what is physical has the period Φ_0/2 in the flux",
    note="The phase factor of (26) has the period that the line names, and so have the levels that (26) allows. But the spinor from which (25) is concluded changes sign "
    "under 2π: with (21) that is ψ'(φ + 2π) = −exp(2πi n_φ) ψ'(φ), with the levels (k + ½ + n_φ)², and the period is Φ_0.",
    asides=[
        aside(
            "ψ'(φ + 2π) = −exp(2πi n_φ) ψ'(φ), with the levels (k + ½ + n_φ)²",
            equal(
                exp(I * (k + Rational(1, 2) + n_phi) * (phi + 2 * pi)),
                -exp(2 * pi * I * n_phi) * exp(I * (k + Rational(1, 2) + n_phi) * phi),
            ),
        ),
        aside("the period is Φ_0", smallest_period(-exp(I * n_phi * 2 * pi), n_phi, 1)),
    ],
)
eq26_2e = paper.step(
    "26-2e",
    where=HERE,
    printed="2|e| for |e| in (19) gives the same: 2n_φ for n_φ in (20)",
    lhs=(2 * e_2) * Phi / (2 * pi * c),
    rhs=(2 * n_phi) * hbar,
    by=follows_from(eq15.link(0), planck),
    note="The term of (19) beside J, at the same flux, in units of ħ.",
)
test_wave = exp(I * (n_phi + Rational(1, 2)) * phi)
eq26_ident = paper.claim(
    "26-ident",
    equal(exp(I * (n_phi + Rational(1, 2)) * (phi + 4 * pi)), exp(I * n_phi * 4 * pi) * test_wave),
    equal(exp(I * (n_phi + Rational(1, 2)) * (phi + 2 * pi)), exp(I * (2 * n_phi) * 2 * pi) * test_wave),
    where=HERE,
    printed="(24) with 2n_φ becomes identical to (26)",
    readings=[
        correction(
            "the phase factors on the right",
            equal(exp(I * (2 * n_phi) * 2 * pi), exp(I * n_phi * 4 * pi)),
            condition="only the phase factors are identical; the conditions themselves speak of φ + 2π on the left of the one, and of φ + 4π on the left of the other",
            fault="the conditions differ: one turn, two turns",
        )
    ],
    note="ψ' = exp(i(n_φ + ½)φ) satisfies (26) but not (24) with 2n_φ: the conditions are not the same. "
    "Their period in the flux is.",
)
averages = paper.remark(
    "II.D-avg",
    where=HERE,
    printed="the classical currents are averages over the quantum periods",
    why="A statement about how the classical result should be understood; no average is defined. With (19) the current in one level has "
    "the slope of (13) in the flux, while the current of the ground state, a sawtooth, has the mean zero over a period.",
    asides=[
        aside(
            "the current in one level has the slope of (13) in the flux",
            equal(
                -c * diff((J + e_2 / (2 * pi * c) * Phi) ** 2 / (2 * m * R**2), Phi, 2),
                -(e_2**2) / (4 * pi**2 * R**2 * m * c),
            ),
        ),
        aside(
            "a sawtooth, has the mean zero over a period",
            equal(Integral(n_phi, (n_phi, -Rational(1, 2), Rational(1, 2))), 0),
        ),
    ],
)
observed = paper.remark(
    "II.D-obs",
    where=HERE,
    printed="periods Φ_0 and Φ_0/2: both seen in experiments",
    why="Results of experiments, cited.",
)
