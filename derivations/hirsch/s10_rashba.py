"""Rashba bands and the quadratic term: (71)-(73)."""

from sympy import Derivative, Eq, Integral, Rational, diff

from derivations.hirsch.notation import (
    H_lin,
    c,
    e,
    epsilon_k,
    field,
    hbar,
    k,
    k_mean,
    lambda_L,
    m_e,
    momentum,
    momentum_size,
    normal,
    place,
    q_0,
    sigma,
    spin,
    spin_potential,
    v_k,
    v_sigma0,
    x,
    y,
)
from derivations.hirsch.paper import paper
from derivations.hirsch.s7_spin_meissner import speed38
from derivations.hirsch.s10a_spin_orbit import ELECTRON, eq66b, eq69_surface, state
from derivations.physics.spin import (
    IDENTITY,
    kinetic_orders,
    matrices_dot,
    sigma_cross,
    sigma_dot,
)
from verify.claims import (
    AMBIGUITY,
    aside,
    cross,
    dot,
    entries_equal,
    equal,
    expands_to,
    follows_from,
    reading,
    scaled,
    substitute,
    triple,
)

HERE = "X"
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
filled = hbar**2 / (2 * m_e) * (k_mean**4 / 2 - k_mean**2 * q_0**2 / 4 - Rational(5, 96) * q_0**4)
k_0_squared = k_mean**2 + q_0**2 / 4
lowering = hbar**2 / (2 * m_e) * k_0_squared / 2 - filled / k_0_squared
each_band = [
    Integral((band.subs(sigma, spin_sign) * k).expand(), (k, 0, k_mean + spin_sign * q_0 / 2)) for spin_sign in (1, -1)
]
eq72_lowering = paper.claim(
    "72-lowering",
    equal(-band.subs(k, sigma * q_0 / 2), hbar**2 * q_0**2 / (4 * m_e)),
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
                Integral((hbar**2 * k**2 / (2 * m_e)), (k, -k_mean, k_mean)) / (2 * k_mean)
                - Integral(band.expand(), (k, sigma * q_0 / 2 - k_mean, sigma * q_0 / 2 + k_mean)) / (2 * k_mean),
                hbar**2 * q_0**2 / (8 * m_e),
            ),
        ),
        aside(
            "κ² + q_0²/4 = k_0² for as many carriers",
            equal((k_mean + q_0 / 2) ** 2 + (k_mean - q_0 / 2) ** 2, 2 * k_0_squared),
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
