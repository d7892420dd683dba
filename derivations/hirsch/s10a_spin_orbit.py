"""The spin-orbit interaction and the velocity that it gives: (65)-(70)."""

from sympy import Derivative, Ne, pi

from derivations.hirsch.notation import (
    B,
    H,
    H_so,
    c,
    chi_down,
    chi_up,
    e,
    electron_moment,
    field,
    hbar,
    k,
    lambda_L,
    m_e,
    momentum,
    n_s,
    normal,
    phi_electric,
    place,
    r,
    rest_field,
    rho,
    rho_carriers,
    sigma,
    spin,
    spin_potential,
    spin_velocity,
    spin_velocity_7,
    v_balance,
    v_electron,
    v_hole,
    velocity,
    x,
    y,
    z,
)
from derivations.hirsch.paper import paper
from derivations.hirsch.s2a_one_electron import eq8
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
    less,
    scaled,
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
    note="The velocity from (66a); that the wave function is rigid, p = 0, is a postulate of the page (x.67-p).",
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
    note="With e negative this background is negative.",
    asides=[aside("this background is negative", less(rho, 0), by=follows_from(neutral, holes))],
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
velocity_7 = [
    paper.premise(
        f"x.38-{axis}",
        where=HERE,
        printed=f"the {axis} component of (38), with n for the unit vector along r",
        lhs=spin_velocity_7[number],
        rhs=-hbar / (4 * m_e * lambda_L) * cross(spin, normal)[number],
        page="Eq. (38)",
    )
    for number, axis in enumerate("xyz")
]
eq70_38 = paper.claim(
    "70-vs-38",
    components_equal(spin_velocity, spin_velocity_7),
    by=follows_from(eq70, *velocity_7),
    where=HERE,
    printed="(70) is in agreement with Eq. (38)",
)
balance = paper.premise(
    "x.70-forces",
    where=HERE,
    printed="the radial forces, (e/c) v B and (eħ/2mc) σ B/(2λ_L), are opposite",
    lhs=e / c * v_balance * B + e * hbar / (2 * m_e * c) * sigma * B / (2 * lambda_L),
    rhs=0,
    page="the text around (41) and Fig. 6: the Lorentz force compensates that of the gradient, which is B/(2λ_L) near the surface and outwards",
)
speeds = [
    paper.premise(
        f"x.70-{name}",
        where=HERE,
        printed=f"the azimuthal component of (67) for a spin along the axis, when the carriers are {name}",
        lhs=speed,
        rhs=-e * hbar / (4 * m_e**2 * c**2) * sigma * 2 * pi * density * 2 * lambda_L,
        page="(67) with the field of a cylinder of radius 2λ_L, (69), for the density of the background",
    )
    for name, speed, density in (("holes", v_hole, e * n_s), ("electrons", v_electron, -e * n_s))
]
eq70_holes = paper.claim(
    "70-holes",
    equal(v_hole, v_balance),
    equal(v_electron, -v_balance),
    by=follows_from(balance, *speeds, eq8),
    conditions=[Ne(B, 0)],
    where=HERE,
    printed="the correct sign of the spin current velocity (force balance of Fig. 6) is obtained if the superfluid carriers are holes (68) rather than electrons",
    note="Around the axis, for a spin σ along it: first with the background of (68), then with the opposite one.",
)
