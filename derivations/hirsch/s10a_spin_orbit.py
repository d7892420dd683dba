"""The spin-orbit interaction and the velocity that it gives: (65)-(70)."""

from sympy import Abs, Derivative, Ne, pi

from derivations.hirsch.notation.atoms import v_y
from derivations.hirsch.notation.common import R, c, e, hbar, lambda_L, m_e, n_s, r, sigma, x, y, z
from derivations.hirsch.notation.spin import (
    H,
    H_so,
    chi_down,
    chi_up,
    electron_moment,
    field,
    k,
    momentum,
    normal,
    phi_electric,
    place,
    rest_field,
    rho,
    rho_carriers,
    spin,
    spin_potential,
    spin_velocity,
    v_balance,
    v_electron,
    v_hole,
    velocity,
)
from derivations.hirsch.notation.superconductor import ell, phi_here, phi_interior, slope_B
from derivations.hirsch.paper import paper
from derivations.hirsch.s2a_one_electron import eq8
from derivations.hirsch.s5b_screening import screening
from derivations.hirsch.s6_large_orbits import magneton
from derivations.hirsch.s7_spin_meissner import of_spin as moment_of_spin
from derivations.hirsch.s7_spin_meissner import velocity38
from derivations.hirsch.s7a_forces import balance as opposite_forces
from derivations.hirsch.s7a_forces import eq39, eq40
from derivations.physics.spin import (
    dirac_correction,
    gradient,
    kinetic_orders,
    sigma_cross,
    spin_orbit_term,
    spinor,
)
from verify.claims import (
    aside,
    compare_coefficients,
    components_equal,
    cross,
    dot,
    entries_equal,
    equal,
    follows_from,
    greater,
    less,
    scaled,
    specialise,
    total,
    triple,
)

HERE = "X"
ELECTRON = {"charge": e, "mass": m_e, "c": c, "hbar": hbar}
paper.spellings += (
    (r"\vec{E}", scaled(-1, gradient(phi_electric(x, y, z), place))),
    (r"\vec{\sigma}", spin),
    (r"\vec{p}", momentum),
    (r"\vec{E}", field),
    (r"\vec{A}_\sigma", spin_potential),
    (r"\vec{v}_\sigma", spin_velocity),
    (r"\vec{v}^0_\sigma", spin_velocity),
    (r"\hat{n}", normal),
    (r"\vec{r}", scaled(r, normal)),
)

# --- the interaction, and the Hamiltonian that gives it

moments = [
    paper.premise(
        f"x.65-mu-{axis}",
        where=HERE,
        printed=f"the {axis} component of the moment of an electron is that of (eħ/2mc)σ",
        lhs=electron_moment[number],
        rhs=e * hbar / (2 * m_e * c) * spin[number],
        law="the magnetic moment of an electron by Dirac's equation; e is negative, and so the moment opposite to the spin",
    )
    for number, axis in enumerate("xyz")
]
fields_at_rest = [
    paper.premise(
        f"x.65-B-{axis}",
        where=HERE,
        printed=f"the {axis} component of the magnetic field in the frame of the electron is that of −v×E/c",
        lhs=rest_field[number],
        rhs=-cross(velocity, field)[number] / c,
        law="the Lorentz transformation of the fields, to first order in v/c",
    )
    for number, axis in enumerate("xyz")
]
momenta = [
    paper.premise(
        f"x.65-p-{axis}",
        where=HERE,
        printed=f"the {axis} component of p is that of m v",
        lhs=momentum[number],
        rhs=m_e * velocity[number],
        law="the momentum of the electron, in lowest order",
    )
    for number, axis in enumerate("xyz")
]
thomas = paper.premise(
    "x.65-H",
    where=HERE,
    printed="the energy is −μ·B' and, for the precession of Thomas, half of it",
    lhs=H_so,
    rhs=-dot(electron_moment, rest_field) / 2,
    law="the energy of a moment in a magnetic field, and the factor ½ of Thomas (Jackson, Classical Electrodynamics, §11.8)",
)
eq65 = paper.claim(
    "65",
    equal(H_so, -e * hbar / (4 * m_e**2 * c**2) * dot(spin, cross(field, momentum))),
    by=follows_from(thomas, *moments, *fields_at_rest, *momenta),
    where=HERE,
    printed=r"H_{s.o.} = -\frac{e\hbar}{4 m_e^2 c^2}\vec{\sigma}\cdot(\vec{E}\times\vec{p})",
)
state = spinor(chi_up(x, y, z), chi_down(x, y, z))
potential = phi_electric(x, y, z)
static = scaled(-1, gradient(potential, place))
charge_term = sum((Derivative(part, axis) for part, axis in zip(static, place, strict=True)), start=0 * k)
darwin = -e * hbar**2 / (8 * m_e**2 * c**2) * charge_term
eq65_dirac = paper.claim(
    "65-Dirac",
    entries_equal(
        dirac_correction(state, e * potential, place, mass=m_e, c=c, hbar=hbar),
        spin_orbit_term(state, static, place, **ELECTRON) + darwin * state,
    ),
    where=HERE,
    printed="the spin-orbit interaction (65) as a term of Dirac's equation",
    note="A second derivation, with operators on any spinor: the correction of the order 1/c² to the potential energy eφ is (65) with E = −∇φ and the term of Darwin, which has no spin.",
)
kinetic_momentum = total(momentum, scaled(-e / c, spin_potential))
eq66a = paper.given(
    "66a",
    where=HERE,
    printed=r"H = \frac{1}{2 m_e}(\vec{p} - \frac{e}{c}\vec{A}_\sigma)^2",
    lhs=H,
    rhs=dot(kinetic_momentum, kinetic_momentum) / (2 * m_e),
)
linear_term = paper.premise(
    "x.66-linear",
    where=HERE,
    printed="the term of (66a) that is linear in the vector potential is the interaction (65), for every momentum",
    lhs=-e / (m_e * c) * dot(momentum, spin_potential),
    rhs=-e * hbar / (4 * m_e**2 * c**2) * dot(spin, cross(field, momentum)),
    page="the text before (66): a Hamiltonian that gives rise to (65) to linear order",
)
eq66b = paper.claim(
    "66b",
    components_equal(spin_potential, scaled(hbar / (4 * m_e * c), cross(spin, field))),
    by=compare_coefficients(linear_term, *momentum, general=True),
    where=HERE,
    printed=r"\vec{A}_\sigma = \frac{\hbar}{4 m_e c}\vec{\sigma}\times\vec{E}",
)
operator_potential = [hbar / (4 * m_e * c) * part for part in sigma_cross(static)]
free, linear, quadratic = kinetic_orders(state, operator_potential, place, **ELECTRON)
turns = [
    Derivative(static[2], y) - Derivative(static[1], z),
    Derivative(static[0], z) - Derivative(static[2], x),
    Derivative(static[1], x) - Derivative(static[0], y),
]
eq66_65 = paper.claim(
    "66-to-65",
    entries_equal(linear, spin_orbit_term(state, static, place, **ELECTRON)),
    components_equal(turns, triple(0, 0, 0)),
    where=HERE,
    printed=r"(66) gives rise to the term (65) to linear order, where $\vec\nabla\times\vec{E} = 0$ is used",
    note="Operators on any spinor, the linear term symmetrised as the square has it; E = −∇φ for any φ, which has no curl.",
)

# --- the velocity

hamilton = [
    paper.premise(
        f"x.67-v-{axis}",
        where=HERE,
        printed=f"the {axis} component of the velocity is ∂H/∂p, with the H of (66a)",
        lhs=spin_velocity[number],
        rhs=Derivative(dot(kinetic_momentum, kinetic_momentum) / (2 * m_e), momentum[number]),
        law="Hamilton's equation",
    )
    for number, axis in enumerate("xyz")
]
rigid = paper.claim(
    "rigid",
    components_equal(scaled(m_e, spin_velocity), kinetic_momentum),
    by=follows_from(*hamilton),
    where=HERE,
    printed=r"the wave function is rigid; $m_e \vec{v}_\sigma = \vec{p} - (e/c)\vec{A}_\sigma$",
    note="The velocity from (66a); that the wave function is rigid, p = 0, is a postulate of the paper (x.67-p).",
)
at_rest = [
    paper.premise(
        f"x.67-p-{axis}",
        where=HERE,
        printed=f"the {axis} component of p is zero",
        lhs=momentum[number],
        rhs=0,
        page="the text before (67): the wave function is rigid, whatever the vector potential is",
    )
    for number, axis in enumerate("xyz")
]
eq67 = paper.claim(
    "67",
    components_equal(spin_velocity, scaled(-e * hbar / (4 * m_e**2 * c**2), cross(spin, field))),
    by=follows_from(rigid, *at_rest, eq66b),
    where=HERE,
    printed=r"\vec{v}_\sigma = -\frac{e\hbar}{4 m_e^2 c^2}\vec{\sigma}\times\vec{E}",
)
over_lambda = paper.cross_reference(
    "67-screened",
    where=HERE,
    printed="electric fields in superconductors are screened over distances of order λ_L according to the equations of Sect. V",
    lhs=ell,
    rhs=lambda_L,
    by=follows_from(screening),
    conditions=[Ne(phi_here, phi_interior)],
    note="The length of screening of Section V, which has the same condition: where φ is φ_0 there is nothing to screen.",
)
holes = paper.premise(
    "x.68-holes",
    where=HERE,
    printed=r"$n_s$ holes in each unit of volume have the charge density $-e n_s$",
    lhs=rho_carriers,
    rhs=-e * n_s,
    page="the text before (68)",
)
neutral = paper.premise(
    "x.68",
    where=HERE,
    printed="background and superfluid are neutral together",
    lhs=rho + rho_carriers,
    rhs=0,
    page="the text before (68): the background compensates",
)
eq68 = paper.step(
    "68",
    where=HERE,
    printed=r"\rho = +e n_s",
    lhs=rho,
    rhs=e * n_s,
    by=follows_from(neutral, holes),
    note="With e negative this background is negative: the one of V, which is called positive, and of VII, with |e|n_s, has the opposite sign, and in (60a) the superfluid itself has the density en_s.",
    asides=[
        aside("this background is negative", less(rho, 0), by=follows_from(neutral, holes)),
        aside("has the opposite sign", equal(e * n_s, -Abs(e) * n_s)),
    ],
)
gauss = [
    paper.premise(
        f"x.69-E-{axis}",
        where=HERE,
        printed=f"the {axis} component of the field in a cylinder of charge density ρ, at r from its axis, is that of 2πρr n",
        lhs=field[number],
        rhs=2 * pi * rho * r * normal[number],
        law="Gauss's law for a long cylinder",
    )
    for number, axis in enumerate("xyz")
]
surface = paper.premise(
    "x.69-r", where=HERE, printed=r"$r = 2\lambda_L$", lhs=r, rhs=2 * lambda_L, page="the text before (69)"
)
inside = scaled(m_e * c**2 / (2 * e * lambda_L**2), scaled(r, normal))
at_surface = scaled(m_e * c**2 / (e * lambda_L), normal)
eq69_inside = paper.claim(
    "69-inside",
    components_equal(field, inside),
    by=follows_from(*gauss, eq68, eq8),
    where=HERE,
    printed=r"inside the cylinder $\vec{E} = \frac{m_e c^2}{2 e \lambda_L^2}\vec{r}$",
)
eq69_surface = paper.claim(
    "69-surface",
    components_equal(field, at_surface),
    by=follows_from(eq69_inside, surface),
    where=HERE,
    printed=r"at its surface $\vec{E} = \frac{m_e c^2}{e\lambda_L}\hat{n}$",
)
eq69 = paper.claim(
    "69",
    components_equal(field, scaled(2 * pi * e * n_s, scaled(r, normal))),
    components_equal(scaled(2 * pi * e * n_s, scaled(r, normal)), inside),
    components_equal(inside, at_surface),
    by=follows_from(*gauss, eq68, eq8, surface),
    where=HERE,
    printed=r"\vec{E} = 2\pi e n_s \vec{r} = \frac{m_e c^2}{2 e \lambda_L^2}\vec{r} = \frac{m_e c^2}{e\lambda_L}\hat{n}",
    note="With e negative this field points inwards.",
    asides=[aside("this field points inwards", less(2 * pi * e * n_s * r, 0))],
)
eq70 = paper.claim(
    "70",
    components_equal(spin_velocity, scaled(-hbar / (4 * m_e * lambda_L), cross(spin, normal))),
    by=follows_from(eq67, eq69_surface),
    where=HERE,
    printed=r"\vec{v}^0_\sigma = -\frac{\hbar}{4 m_e \lambda_L}\vec{\sigma}\times\hat{n}",
)
axes = [
    paper.premise(
        f"x.70-{words}",
        where=HERE,
        printed=f"normal along x, spin σ along z: {words}",
        lhs=lhs,
        rhs=rhs,
        law="choice of the axes; the spin is along the axis of the cylinder, and across the normal of its surface (Fig. 6)",
    )
    for words, lhs, rhs in (
        ("nx", normal[0], 1),
        ("ny", normal[1], 0),
        ("sx", spin[0], 0),
        ("sy", spin[1], 0),
        ("sz", spin[2], sigma),
    )
]
eq70_38 = paper.claim(
    "70-vs-38",
    components_equal(spin_velocity, velocity38),
    by=follows_from(eq70, *axes),
    where=HERE,
    printed="(70) is in agreement with Eq. (38)",
    note="Of (38) the formula is compared, whatever it rests on: at one place of the surface, for a spin along the axis, as (38) has it.",
)
RADIUS = 2 * pi * 2 * lambda_L
SPINNING = {spin[0]: 0, spin[1]: 0, spin[2]: sigma, field[1]: 0, field[2]: 0, spin_velocity[0]: 0, spin_velocity[2]: 0}
with_holes = specialise(eq67, {**SPINNING, field[0]: RADIUS * e * n_s, spin_velocity[1]: v_hole}, general=True)
with_electrons = specialise(eq67, {**SPINNING, field[0]: -RADIUS * e * n_s, spin_velocity[1]: v_electron}, general=True)
needed = specialise(eq39, {x: R, v_y: v_balance}, general=True)
eq70_holes = paper.claim(
    "70-holes",
    greater(v_hole / v_balance, 0),
    less(v_electron / v_balance, 0),
    by=follows_from(with_holes, with_electrons, needed, eq40, opposite_forces, moment_of_spin, magneton),
    conditions=[slope_B > 0],
    where=HERE,
    printed="the correct sign of the spin current velocity (force balance of Fig. 6) is obtained if the superfluid carriers are holes (68) rather than electrons",
    note="Around the axis, for a spin σ along it: the velocity (67) in the field of a cylinder of the density of (68) and of the radius 2λ_L, then in that of the opposite density, beside the velocity at which the forces (39) and (40) balance. "
    "Only the sign is compared, for any field that is larger outside.",
)
