"""Spin-orbit interaction and kinetic energy: (65)-(73)."""

from sympy import Derivative, Eq, Integral, Ne, Rational, diff, pi

from derivations.hirsch.notation import (
    B,
    H,
    H_lin,
    H_so,
    c,
    chi_down,
    chi_up,
    e,
    epsilon_k,
    field,
    hbar,
    k,
    kappa,
    lambda_L,
    m_e,
    moment,
    momentum,
    momentum_size,
    n_s,
    normal,
    phi_electric,
    place,
    q_0,
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
    v_k,
    v_sigma0,
    velocity,
    x,
    y,
    z,
)
from derivations.hirsch.paper import paper
from derivations.hirsch.s2a_one_electron import eq8
from derivations.hirsch.s7_spin_meissner import speed38
from derivations.physics.spin import (
    IDENTITY,
    dirac_correction,
    gradient,
    kinetic_orders,
    matrices_dot,
    sigma_cross,
    sigma_dot,
    spin_orbit_term,
    spinor,
)
from verify.claims import (
    AMBIGUITY,
    aside,
    compare_coefficients,
    components_equal,
    cross,
    dot,
    entries_equal,
    equal,
    expands_to,
    follows_from,
    less,
    reading,
    scaled,
    substitute,
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
    (r"\hat{n}", normal),
    (r"\vec{r}", scaled(r, normal)),
)

# --- the interaction, and the Hamiltonian that gives it

moments = [
    paper.premise(
        f"x.65-mu-{axis}",
        where=HERE,
        printed=f"the {axis} component of the moment of an electron is that of (eħ/2mc)σ",
        lhs=moment[number],
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
    rhs=-dot(moment, rest_field) / 2,
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

# --- the bands

square = paper.premise(
    "x.71-p",
    where=HERE,
    printed=r"$p^2$ is the square of the momentum",
    lhs=momentum_size**2,
    rhs=dot(momentum, momentum),
    law="the magnitude of a vector",
)
to_linear_order = paper.premise(
    "x.71",
    where=HERE,
    printed="the terms of (66a) up to the one that is linear in the vector potential",
    lhs=H_lin,
    rhs=momentum_size**2 / (2 * m_e) - e / (m_e * c) * dot(momentum, spin_potential),
    page="the text before (71)",
)
eq71 = paper.claim(
    "71",
    equal(
        H_lin,
        momentum_size**2 / (2 * m_e) - hbar / (4 * m_e * lambda_L) * dot(momentum, cross(spin, normal)),
    ),
    by=follows_from(to_linear_order, eq66b, eq69_surface),
    where=HERE,
    printed=r"H = \frac{p^2}{2 m_e} - \frac{\hbar}{4 m_e \lambda_L}\vec{p}\cdot(\vec{\sigma}\times\hat{n})",
)
eq_q0 = paper.given("q0", where=HERE, printed=r"q_0 = \frac{1}{2\lambda_L}", lhs=q_0, rhs=1 / (2 * lambda_L))
frame = [
    paper.premise(
        f"x.72-{words}",
        where=HERE,
        printed=f"normal along x, spin σ along z, p = ħk along y: {words}",
        lhs=lhs,
        rhs=rhs,
        page="the text before and after (72): p = ħk, and the spin across momentum and field",
    )
    for words, lhs, rhs in (
        ("nx", normal[0], 1),
        ("sx", spin[0], 0),
        ("sz", spin[2], sigma),
        ("px", momentum[0], 0),
        ("py", momentum[1], hbar * k),
        ("pz", momentum[2], 0),
    )
]
up_or_down = paper.premise(
    "x.72-sigma",
    where=HERE,
    printed=r"\sigma^2 = 1",
    lhs=sigma**2,
    rhs=1,
    page="the spin is up or down along the axis, σ is +1 or −1",
)
band_energy = paper.premise(
    "x.72",
    where=HERE,
    printed="the energy of the band is (71)",
    lhs=epsilon_k,
    rhs=H_lin,
    page="the text before (72)",
)
band = hbar**2 / (2 * m_e) * (k - sigma * q_0 / 2) ** 2 - hbar**2 * q_0**2 / (8 * m_e)
eq72 = paper.step(
    "72",
    where=HERE,
    printed=r"\epsilon_{k\sigma} = \frac{\hbar^2}{2 m_e}(k - \sigma\frac{q_0}{2})^2 - \frac{\hbar^2 q_0^2}{8 m_e}",
    lhs=epsilon_k,
    rhs=band,
    by=follows_from(band_energy, substitute(square, into=eq71), *frame, up_or_down, eq_q0),
)
turning = sigma_dot(cross(normal, momentum))
spin_direction = paper.claim(
    "72-spin-dir",
    entries_equal(turning * sigma_dot(normal), -sigma_dot(normal) * turning),
    entries_equal(turning * sigma_dot(momentum), -sigma_dot(momentum) * turning),
    where=HERE,
    printed="two Rashba bands with the spin perpendicular to the momentum and to the electric field (which is normal to the surface)",
    note="The term of (71) is a multiple of σ·(n×p), as p·(σ×n) = σ·(n×p). It anticommutes with σ·n and with σ·p, so that "
    "in its eigenstates the means of both vanish: the spin is across both.",
    asides=[
        aside(
            "p·(σ×n) = σ·(n×p)",
            equal(dot(momentum, cross(spin, normal)), dot(spin, cross(normal, momentum))),
        )
    ],
)
group = paper.premise(
    "x.73",
    where=HERE,
    printed="the speed is that of a wave packet, with the energies (72)",
    lhs=v_k,
    rhs=Derivative(band, k) / hbar,
    law="the group velocity",
)
eq73 = paper.step(
    "73",
    where=HERE,
    printed=r"v_{k\sigma} = \frac{1}{\hbar}\frac{\partial\epsilon_{k\sigma}}{\partial k} = \frac{\hbar}{m_e}(k - \sigma\frac{q_0}{2})",
    lhs=v_k,
    rhs=(Derivative(band, k) / hbar, hbar / m_e * (k - sigma * q_0 / 2)),
    by=follows_from(group),
)
azimuthal = -sigma * v_sigma0
at_zero = paper.premise(
    "x.73-k",
    where=HERE,
    printed=r"$k = 0$",
    lhs=k,
    rhs=0,
    assumption="the carriers are in the state p = ħk = 0, as for the rigid wave function before (67), although (72) and (73) speak of every k",
)
eq73_38 = paper.step(
    "73-to-38",
    where=HERE,
    printed="(73) yields Eq. (38) for the spin current velocity",
    lhs=v_k,
    rhs=azimuthal,
    by=follows_from(eq73.ends, eq_q0, speed38, at_zero),
    note="The azimuthal component of (38) is −σ times its speed. In the lowest state of a band the speed (73) is zero.",
    asides=[
        aside(
            "In the lowest state of a band the speed (73) is zero",
            equal(diff(band, k), 0),
            where=[Eq(k, sigma * q_0 / 2)],
        )
    ],
)
# two dimensions: the circles that are filled have the radii κ ± q_0/2; without the term of the spin both would have k_0
filled = hbar**2 / (2 * m_e) * (kappa**4 / 2 - kappa**2 * q_0**2 / 4 - Rational(5, 96) * q_0**4)
k_0_squared = kappa**2 + q_0**2 / 4
lowering = hbar**2 / (2 * m_e) * k_0_squared / 2 - filled / k_0_squared
each_band = [
    Integral((band.subs(sigma, spin_sign) * k).expand(), (k, 0, kappa + spin_sign * q_0 / 2)) for spin_sign in (1, -1)
]
eq72_lowering = paper.claim(
    "72-lowering",
    equal(hbar**2 * q_0**2 / (8 * m_e), hbar**2 * q_0**2 / (4 * m_e)),
    where=HERE,
    printed=r"two Rashba bands, with an overall kinetic energy lowering of $\frac{\hbar^2 q_0^2}{4 m_e}$ per charge carrier",
    readings=[
        reading(
            "the mean over the bands",
            expands_to(lowering, q_0, hbar**2 * q_0**2 / (4 * m_e), order=4),
            ground=AMBIGUITY,
            of="overall",
            condition="'overall' means the mean over the carriers that fill the two bands of (72) in two dimensions, against as many without the term of the spin, in the lowest order of q_0/k_F; in one dimension it is ħ²q_0²/(8m_e)",
        )
    ],
    note="Decided first: the lowering that (72) prints, which is that of the lowest state. In two dimensions two circles of radius κ ± q_0/2 are filled, with "
    "κ² + q_0²/4 = k_0² for as many carriers; the mean is then lower by ħ²q_0²/(4m_e) (1 − q_0²/(12k_0²)).",
    asides=[
        aside(
            "in one dimension it is ħ²q_0²/(8m_e)",
            equal(
                Integral((hbar**2 * k**2 / (2 * m_e)), (k, -kappa, kappa)) / (2 * kappa)
                - Integral(band.expand(), (k, sigma * q_0 / 2 - kappa, sigma * q_0 / 2 + kappa)) / (2 * kappa),
                hbar**2 * q_0**2 / (8 * m_e),
            ),
        ),
        aside(
            "κ² + q_0²/4 = k_0² for as many carriers",
            equal((kappa + q_0 / 2) ** 2 + (kappa - q_0 / 2) ** 2, 2 * k_0_squared),
        ),
        aside("two circles of radius κ ± q_0/2 are filled", equal(each_band[0] + each_band[1], filled)),
        aside(
            "the mean is then lower by ħ²q_0²/(4m_e) (1 − q_0²/(12k_0²))",
            equal(lowering, hbar**2 * q_0**2 / (4 * m_e) * (1 - q_0**2 / (12 * k_0_squared))),
        ),
    ],
)
maximum = hbar**2 * c**2 / (16 * e**2 * lambda_L**4)
in_cylinder = [
    hbar / (4 * m_e * c) * part for part in sigma_cross(scaled(m_e * c**2 / (2 * e * lambda_L**2), triple(x, y, 0)))
]
square_77 = e**2 * maximum / (8 * m_e * c**2) * (x**2 + y**2)
along = scaled(
    hbar / (4 * m_e * c), cross(triple(0, 0, sigma), scaled(m_e * c**2 / (2 * e * lambda_L**2), triple(x, y, 0)))
)
eq66_quadratic = paper.claim(
    "66-quadratic",
    entries_equal(kinetic_orders(state, in_cylinder, place, **ELECTRON)[2], square_77 * state),
    where=HERE,
    printed="the quadratic term of (66a) has physical significance, as (77) of the next section",
    readings=[
        reading(
            "the spin as a direction",
            equal(e**2 / (2 * m_e * c**2) * dot(along, along), square_77),
            by=follows_from(up_or_down),
            ground=AMBIGUITY,
            of="quadratic",
            condition="what is squared is the mean of the vector potential for a spin along the axis, σ a direction as in (67) and (72); the square of the operator in (66a) is twice as large, since (σ×E)² = 2E²",
        )
    ],
    note="With the E of (69) at any place in the cylinder and the E_m of (48). Decided first: the operator of (66a), σ the matrices of Pauli, on any spinor.",
    asides=[
        aside(
            "the square of the operator in (66a) is twice as large",
            entries_equal(kinetic_orders(state, in_cylinder, place, **ELECTRON)[2], 2 * square_77 * state),
        ),
        aside(
            "(σ×E)² = 2E²",
            entries_equal(matrices_dot(sigma_cross(field), sigma_cross(field)), 2 * dot(field, field) * IDENTITY),
        ),
    ],
)
real_significance = paper.remark(
    "X-quadratic-real",
    where=HERE,
    printed="unlike in other contexts, the quadratic term has physical significance",
    why="A comparison with other works, and an interpretation; what the term is stands in 66-quadratic.",
)
