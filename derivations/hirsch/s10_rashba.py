"""Rashba bands and the quadratic term: (71)-(73)."""

from sympy import Derivative, Eq, Integral, Rational, diff

from derivations.hirsch.notation.common import E_m, c, e, hbar, lambda_L, m_e, r, sigma
from derivations.hirsch.notation.spin import (
    H_lin,
    epsilon_k,
    field,
    k,
    k_mean,
    momentum,
    momentum_size,
    normal,
    place,
    q_0,
    spin,
    spin_potential,
    v_band_down,
    v_band_up,
    v_k,
)
from derivations.hirsch.paper import paper
from derivations.hirsch.s7_spin_meissner import velocity38
from derivations.hirsch.s8_expelled_charge import eq48
from derivations.hirsch.s10a_spin_orbit import ELECTRON, axes, eq66b, eq69_inside, eq69_surface, state
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
    specialise,
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
        printed=f"the momentum is across spin and normal, p = ħk along y: {words}",
        lhs=lhs,
        rhs=rhs,
        page="the text before and after (72): p = ħk, and the spin across momentum and field",
    )
    for words, lhs, rhs in (
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
    by=follows_from(band_energy, substitute(square, into=eq71), axes[0], axes[2], axes[4], *frame, up_or_down, eq_q0),
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
of_up = specialise(eq73.ends, {v_k: v_band_up, sigma: 1}, general=True)
of_down = specialise(eq73.ends, {v_k: v_band_down, sigma: -1}, general=True)
eq73_38 = paper.claim(
    "73-to-38",
    equal(v_k, velocity38[1]),
    by=follows_from(eq73.ends, eq_q0),
    where=HERE,
    printed="(73) yields Eq. (38) for the spin current velocity",
    readings=[
        reading(
            "half of the difference",
            equal((v_band_up - v_band_down) / 2, velocity38[1].subs(sigma, 1)),
            equal((v_band_down - v_band_up) / 2, velocity38[1].subs(sigma, -1)),
            by=follows_from(of_up, of_down, eq_q0),
            ground=AMBIGUITY,
            of="spin current velocity",
            condition="the velocity of the spin current is half of the difference of the velocities (73) of both spins at equal k, and not the speed of each carrier, which depends on k",
        )
    ],
    note="Of (38) the formula is compared, whatever it rests on. As printed: the speed of each carrier, which is (38) for k = 0 alone; in the lowest state of a band it is zero. The reading holds for every k, for both spins.",
    asides=[
        aside(
            "which is (38) for k = 0 alone",
            equal(v_k, hbar * k / m_e + velocity38[1]),
            by=follows_from(eq73.ends, eq_q0),
            put_in=["38"],
        ),
        aside(
            "half of the difference of the velocities (73) of both spins at equal k",
            equal((v_band_up - v_band_down) / 2, -hbar * q_0 / (2 * m_e)),
            by=follows_from(of_up, of_down),
        ),
        aside(
            "in the lowest state of a band it is zero",
            equal(diff(band, k), 0),
            where=[Eq(k, sigma * q_0 / 2)],
        ),
    ],
)
# one dimension: each spin fills an interval of 2κ about its minimum
in_one_dimension = (
    Integral(hbar**2 * k**2 / (2 * m_e), (k, -k_mean, k_mean))
    - Integral(band.expand(), (k, sigma * q_0 / 2 - k_mean, sigma * q_0 / 2 + k_mean))
) / (2 * k_mean)
# two dimensions: the circles that are filled have the radii κ ± q_0/2; without the term of the spin both would have k_0
filled = hbar**2 / (2 * m_e) * (k_mean**4 / 2 - k_mean**2 * q_0**2 / 4 - Rational(5, 96) * q_0**4)
k_0_squared = k_mean**2 + q_0**2 / 4
lowering = hbar**2 / (2 * m_e) * k_0_squared / 2 - filled / k_0_squared
each_band = [
    Integral((band.subs(sigma, spin_sign) * k).expand(), (k, 0, k_mean + spin_sign * q_0 / 2)) for spin_sign in (1, -1)
]
of_momentum = hbar**2 / (2 * m_e) * ((k_mean + q_0 / 2) ** 4 + (k_mean - q_0 / 2) ** 4) / (4 * k_0_squared)
eq72_lowering = paper.claim(
    "72-lowering",
    equal(in_one_dimension, hbar**2 * q_0**2 / (4 * m_e)),
    where=HERE,
    printed=r"two Rashba bands, with an overall kinetic energy lowering of $\frac{\hbar^2 q_0^2}{4 m_e}$ per charge carrier",
    readings=[
        reading(
            "filled in two dimensions",
            expands_to(lowering, q_0, hbar**2 * q_0**2 / (4 * m_e), order=4),
            ground=AMBIGUITY,
            of="overall",
            condition="'overall' is the mean over carriers that fill both bands up to one energy in two dimensions, along the surface, with q_0 much smaller than k_F; and their kinetic energy is the energy (72), the term of the spin included",
        )
    ],
    note="Against as many carriers without the term of the spin. As printed: (72) as it stands, with one component k, where the mean is lower by half of the print, as the lowest state is. "
    "The paper names neither dimensions nor filling; a momentum of any direction in the surface, across the normal and the spin, has two. There two circles of radius κ ± q_0/2 are filled, with "
    "κ² + q_0²/4 = k_0² for as many carriers, and the mean is lower by ħ²q_0²/(4m_e) (1 − q_0²/(12k_0²)). The mean of p²/2m_e alone rises, by ħ²q_0²/(4m_e) κ²/k_0².",
    asides=[
        aside(
            "the mean is lower by half of the print",
            equal(in_one_dimension, Rational(1, 2) * hbar**2 * q_0**2 / (4 * m_e)),
        ),
        aside(
            "as the lowest state is",
            equal(-band.subs(k, sigma * q_0 / 2), Rational(1, 2) * hbar**2 * q_0**2 / (4 * m_e)),
        ),
        aside(
            "κ² + q_0²/4 = k_0² for as many carriers",
            equal((k_mean + q_0 / 2) ** 2 + (k_mean - q_0 / 2) ** 2, 2 * k_0_squared),
        ),
        aside("two circles of radius κ ± q_0/2 are filled", equal(each_band[0] + each_band[1], filled)),
        aside(
            "the mean is lower by ħ²q_0²/(4m_e) (1 − q_0²/(12k_0²))",
            equal(lowering, hbar**2 * q_0**2 / (4 * m_e) * (1 - q_0**2 / (12 * k_0_squared))),
        ),
        aside(
            "The mean of p²/2m_e alone rises, by ħ²q_0²/(4m_e) κ²/k_0²",
            equal(
                of_momentum - hbar**2 / (2 * m_e) * k_0_squared / 2,
                hbar**2 * q_0**2 / (4 * m_e) * k_mean**2 / k_0_squared,
            ),
        ),
    ],
)
along_axis = [hbar / (4 * m_e * c) * part for part in sigma_cross(triple(field[0], field[1], 0))]
square_77 = e**2 * E_m**2 / (8 * m_e * c**2) * r**2
eq66_quadratic = paper.claim(
    "66-quadratic",
    entries_equal(kinetic_orders(state, along_axis, place, **ELECTRON)[2], square_77 * state),
    by=follows_from(eq69_inside, eq48.ends, axes[0], axes[1]),
    where=HERE,
    printed="the quadratic term of (66a) has physical significance, as (77) of the next section",
    readings=[
        reading(
            "the spin as a direction",
            equal(e**2 / (2 * m_e * c**2) * dot(spin_potential, spin_potential), square_77),
            by=follows_from(eq66b, eq69_inside, eq48.ends, *axes, up_or_down),
            ground=AMBIGUITY,
            of="quadratic",
            condition="what is squared is the mean of the vector potential for a spin along the axis, σ a direction as in (67) and (72); the square of the operator in (66a) is twice as large, since (σ×E)² = 2E²",
        )
    ],
    note="With the E of (69) in the cylinder, across its axis, and the E_m of (48). As printed: the operator of (66a), σ the matrices of Pauli, on any spinor.",
    asides=[
        aside(
            "the square of the operator in (66a) is twice as large",
            entries_equal(kinetic_orders(state, along_axis, place, **ELECTRON)[2], 2 * square_77 * state),
            by=follows_from(eq69_inside, eq48.ends, axes[0], axes[1]),
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
