"""The spin current: (37), (38).  The forces on it, and the field that stops it, are in s7a.

Directions are the radial, azimuthal and axial one at the place of an electron: it stands on the axis x, so that the radial
direction is x and the azimuthal one y, counterclockwise seen from the top, which is +z.
"""

from sympy import pi

from derivations.hirsch.notation.atoms import v_y
from derivations.hirsch.notation.common import R, c, e, hbar, lambda_L, m_e, mu_B, n_s, r, sigma, v_sigma0, x
from derivations.hirsch.notation.superconductor import (
    F_L,
    B_here,
    F_mu,
    alpha_orbit,
    mu_z,
    slope_B,
    v_down,
    v_phi0,
    v_sig,
    v_up,
)
from derivations.hirsch.paper import paper
from derivations.hirsch.s2a_one_electron import eq8
from derivations.hirsch.s6_large_orbits import deep, interior, left_over, magneton, width
from derivations.physics.orbits import spin_orbit_momentum
from verify.claims import (
    AMBIGUITY,
    aside,
    components_equal,
    correction,
    cross,
    dot,
    equal,
    follows_from,
    less,
    reading,
    scaled,
    specialise,
    triple,
)

HERE = "VII"

spin = triple(0, 0, sigma)
outward = triple(1, 0, 0)
place = triple(r, 0, 0)
near_surface = triple(0, 0, B_here + slope_B * (x - R))
paper.spellings += (
    (r"\vec{\sigma}", spin),
    (r"\hat{r}", outward),
    (r"\vec{r}", place),
    (r"\vec{v}_\sigma", triple(0, v_sig, 0)),
    (r"\vec{v}^0_\sigma", triple(0, v_phi0, 0)),
    (r"\vec{v}", triple(0, v_y, 0)),
    (r"\vec{B}", near_surface),
    (r"\vec{\mu}", triple(0, 0, mu_z)),
    (r"\vec{F}_L", triple(F_L, 0, 0)),
    (r"\vec{F}_\mu", triple(F_mu, 0, 0)),
)

# --- the velocity of an electron whose orbit has expanded

ions = triple(2 * pi * (-e * n_s) * r, 0, 0)
holes = triple(2 * pi * (e * n_s) * r, 0, 0)
of_spin = paper.premise(
    "x.37-mu",
    where=HERE,
    printed="the moment of the electron along the axis: antiparallel to its spin, as e is negative",
    lhs=mu_z,
    rhs=mu_B * sigma,
    law="the magnetic moment (eħ/2m_ec) σ of the electron, g = 2",
)
starts = paper.premise(
    "x.37-start",
    where=HERE,
    printed="the azimuthal momentum m_e v + (1/2c) μ×E stays zero while the orbit expands, in the field E of a cylinder of density |e|n_s, which is −en_s",
    lhs=v_sig,
    rhs=scaled(-1 / m_e, spin_orbit_momentum(triple(0, 0, mu_z), ions, c=c))[1],
    law="Gauss's theorem, and the angular momentum about the axis: it is conserved, and zero for an orbit that starts small; "
    "the coupling has the half of Thomas, as (65) has",
)
starts_holes = paper.premise(
    "x.37-holes",
    where=HERE,
    printed="the same in the field of a cylinder of density en_s",
    lhs=v_sig,
    rhs=scaled(-1 / m_e, spin_orbit_momentum(triple(0, 0, mu_z), holes, c=c))[1],
    page="(67) to (69): carriers that are holes, in a background that is negative",
)
velocity38 = scaled(-hbar / (4 * m_e * lambda_L), cross(spin, outward))
v37 = scaled(-pi * e * n_s * mu_B / (m_e * c), cross(spin, place))
eq37 = paper.claim(
    "37",
    components_equal(triple(0, v_sig, 0), v37),
    where=HERE,
    printed=r"\vec{v}_\sigma = -\frac{\pi e n_s \mu_B}{m_e c} \vec{\sigma} \times \vec{r}",
    by=follows_from(of_spin, starts),
    readings=[
        correction(
            "background",
            components_equal(triple(0, v_sig, 0), v37),
            by=follows_from(of_spin, starts_holes),
            condition="the background has the charge density en_s of (68), which is negative, and not the |e|n_s of positive ions",
            fault="the background has the other sign",
        )
    ],
    note="In the background |e|n_s of VII, and of V, which calls it positive, the direction is the opposite one, and (67) says so, too. The printed direction is that of the background of (68), for carriers that are holes; "
    "the text of (70) says that it needs holes, and with it (38), Fig. 6 and (70) stand. With a magneton that is the magnitude of μ_B the line would hold in the background of ions, too, and the sign of (38) be plus.",
    asides=[
        aside(
            "With a magneton that is the magnitude of μ_B the line would hold in the background of ions, too",
            components_equal(triple(0, v_sig, 0), [part.subs(mu_B, -mu_B) for part in v37]),
            by=follows_from(of_spin, starts),
        ),
        aside(
            "the direction is the opposite one",
            components_equal(triple(0, v_sig, 0), scaled(-1, v37)),
            by=follows_from(of_spin, starts),
        ),
        aside(
            "(67) says so, too",
            equal(v_sig, -e * hbar / (4 * m_e**2 * c**2) * cross(spin, ions)[1]),
            by=follows_from(of_spin, starts, magneton),
        ),
    ],
)
eq38 = paper.claim(
    "38",
    components_equal(triple(0, v_phi0, 0), velocity38),
    where=HERE,
    printed=r"\vec{v}^0_\sigma = -\frac{\hbar}{4m_e\lambda_L} \vec{\sigma} \times \hat{r}",
    by=follows_from(specialise(eq37.form("background"), {r: 2 * lambda_L, v_sig: v_phi0}, general=True), eq8, magneton),
    note="From (37) with (8): its formula stands, in the background of density en_s.",
)
direction = paper.premise(
    "x.sigma",
    where=HERE,
    printed="the spin is a direction, along the axis",
    lhs=sigma**2,
    rhs=1,
    page="the text after (38): spin up and spin down, parallel to the axis",
)
magnitude = paper.premise(
    "x.38-speed",
    where=HERE,
    printed="the speed is the magnitude of the velocity",
    lhs=v_sigma0**2,
    rhs=v_phi0**2,
    law="the magnitude of a vector with one component",
)
of_ions = specialise(starts, {r: 2 * lambda_L, v_sig: v_phi0}, general=True)
speed38 = paper.step(
    "38-speed",
    where=HERE,
    printed=r"v^0_\sigma = \frac{\hbar}{4m_e\lambda_L}",
    lhs=v_sigma0,
    rhs=hbar / (4 * m_e * lambda_L),
    by=follows_from(magnitude, of_ions, of_spin, eq8, magneton, direction),
    note="The magnitude of (38), that later lines use. It is the same in both backgrounds: derived in that of VII, |e|n_s, it is the magnitude of the printed (38), too.",
    asides=[
        aside(
            "it is the magnitude of the printed (38), too",
            equal(dot(velocity38, velocity38), (hbar / (4 * m_e * lambda_L)) ** 2),
            by=follows_from(direction),
            put_in=["38"],
        )
    ],
)
spin_up = specialise(eq38, {sigma: 1, v_phi0: v_up}, general=True)
spin_down = specialise(eq38, {sigma: -1, v_phi0: v_down}, general=True)
circulation = paper.claim(
    "38-circulation",
    less(v_up, 0),
    less(0, v_down),
    where=HERE,
    printed="spin up circulates clockwise and spin down counterclockwise, seen from the top of the cylinder",
    by=follows_from(spin_up, spin_down),
    note="Counterclockwise seen from the top, +z, is the azimuthal direction z×r: a clockwise velocity is negative.",
)
eq38_cancel = paper.claim(
    "38-cancel",
    equal(left_over, 0),
    *interior,
    where=HERE,
    printed="the internal velocities cancel, macroscopic motion occurs only within $\\lambda_L$ of the surface",
    conditions=[alpha_orbit < pi, deep > 1],
    readings=[
        reading(
            "equivalent width",
            *interior,
            equal(n_s * v_sigma0 * width / 2, n_s / 2 * v_sigma0 * lambda_L),
            where=[alpha_orbit < pi, deep > 1],
            ground=AMBIGUITY,
            of="within",
            condition="'within' speaks of the equivalent width: the flow of all depths together is that of a layer of the depth λ_L in which every carrier of this spin moves with the speed of (38)",
        )
    ],
    note="As in 32-cancel, for the electrons of each spin, which circulate in one sense; their density is n_s over 2.",
)
