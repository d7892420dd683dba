"""The spin current: (37)-(43).

Directions are the radial, azimuthal and axial one at the place of an electron: it stands on the axis x, so that the radial
direction is x and the azimuthal one y, counterclockwise seen from the top, which is +z.
"""

from sympy import Derivative, diff, exp, log, pi

from derivations.hirsch.notation import (
    F_L,
    B_here,
    B_s,
    F_mu,
    H_c1,
    R,
    alpha_orbit,
    c,
    e,
    hbar,
    kappa,
    l_orbit,
    lambda_L,
    m_e,
    mu_B,
    mu_z,
    n_s,
    phi_quantum,
    r,
    sigma,
    slope_B,
    v_down,
    v_Meissner,
    v_phi0,
    v_sig,
    v_sigma0,
    v_up,
    v_y,
    x,
    y,
    z,
)
from derivations.hirsch.paper import paper
from derivations.hirsch.s2a_one_electron import eq8
from derivations.hirsch.s6_large_orbits import deep, deepest, interior, left_over, magneton
from derivations.physics.orbits import gradient_force, lorentz_force, spin_orbit_momentum
from verify.claims import (
    AMBIGUITY,
    aside,
    components_equal,
    correction,
    cross,
    equal,
    follows_from,
    greater,
    less,
    order_of,
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
v37 = scaled(-pi * e * n_s * mu_B / (m_e * c), cross(spin, place))
eq37 = paper.claim(
    "37",
    components_equal(triple(0, v_sig, 0), v37),
    where=HERE,
    printed=r"\vec{v}_\sigma = -\frac{\pi e n_s \mu_B}{m_e c} \vec{\sigma} \times \vec{r}",
    by=follows_from(of_spin, starts),
    readings=[
        correction(
            "sign",
            components_equal(triple(0, v_sig, 0), scaled(-1, v37)),
            by=follows_from(of_spin, starts),
            condition="electrons of charge e < 0 move in a background of charge density |e|n_s: the sign is plus",
        )
    ],
    note="The magnitude is right, the direction opposite, and (67) says so, too. In a background of density en_s, that of (68) for carriers that are holes, the sign is the printed one; "
    "the text of (70) says that the sign needs holes. With a magneton that is the magnitude of μ_B the line would hold, and the sign of (38) be plus.",
    asides=[
        aside(
            "With a magneton that is the magnitude of μ_B the line would hold",
            components_equal(triple(0, v_sig, 0), [part.subs(mu_B, -mu_B) for part in v37]),
            by=follows_from(of_spin, starts),
        ),
        aside(
            "(67) says so, too",
            equal(v_sig, -e * hbar / (4 * m_e**2 * c**2) * cross(spin, ions)[1]),
            by=follows_from(of_spin, starts, magneton),
        ),
        aside(
            "that of (68) for carriers that are holes, the sign is the printed one",
            components_equal(triple(0, v_sig, 0), v37),
            by=follows_from(of_spin, starts_holes),
        ),
    ],
)
eq38 = paper.claim(
    "38",
    components_equal(triple(0, v_phi0, 0), scaled(-hbar / (4 * m_e * lambda_L), cross(spin, outward))),
    where=HERE,
    printed=r"\vec{v}^0_\sigma = -\frac{\hbar}{4m_e\lambda_L} \vec{\sigma} \times \hat{r}",
    by=follows_from(specialise(eq37, {r: 2 * lambda_L, v_sig: v_phi0}, general=True), eq8, magneton),
    readings=[
        correction(
            "sign",
            components_equal(triple(0, v_phi0, 0), scaled(hbar / (4 * m_e * lambda_L), cross(spin, outward))),
            by=follows_from(specialise(starts, {r: 2 * lambda_L, v_sig: v_phi0}, general=True), of_spin, eq8, magneton),
            condition="electrons of charge e < 0 move in a background of charge density |e|n_s, as in (37): the sign is plus",
        )
    ],
    note="The factor follows from (37) and (8), and the direction from (37) as printed, or from a background of density en_s.",
)
direction = paper.premise(
    "x.sigma",
    where=HERE,
    printed="the spin is a direction",
    lhs=sigma**2,
    rhs=1,
    page="the text of (37): spin up and spin down, parallel to the axis",
)
magnitude = paper.premise(
    "x.38-speed",
    where=HERE,
    printed="the speed is the magnitude of the velocity",
    lhs=v_sigma0**2,
    rhs=v_phi0**2,
    law="the magnitude of a vector with one component",
)
speed38 = paper.step(
    "38-speed",
    where=HERE,
    printed=r"v^0_\sigma = \frac{\hbar}{4m_e\lambda_L}",
    lhs=v_sigma0,
    rhs=hbar / (4 * m_e * lambda_L),
    by=follows_from(magnitude, eq38, direction),
    note="The magnitude of (38), that later lines use.",
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
            "of the order of λ_L",
            *interior,
            order_of(deepest, "1"),
            where=[alpha_orbit < pi, deep > 1],
            ground=AMBIGUITY,
            of="within",
            condition="'within' speaks of an order of magnitude: the flow, for equal orbits spread evenly, is largest at the depth 2λ_L",
        )
    ],
    note="As in 32-cancel, for the electrons of each spin, which circulate in one sense.",
    asides=[aside("is largest at the depth 2λ_L", equal(deepest, 2))],
)
# --- two forces that compensate each other

force_L = lorentz_force(e, triple(0, v_y, 0), near_surface, c=c)
force_mu = gradient_force(triple(0, 0, mu_z), near_surface, x, y, z)
eq39 = paper.given(
    "39",
    where=HERE,
    printed=r"\vec{F}_L = \frac{e}{c} \vec{v} \times \vec{B}",
    lhs=F_L,
    rhs=force_L[0],
)
eq40 = paper.given(
    "40",
    where=HERE,
    printed=r"\vec{F}_\mu = \vec{\nabla}(\vec{\mu} \cdot \vec{B})",
    lhs=F_mu,
    rhs=force_mu[0],
)
balance = paper.premise(
    "x.41-balance",
    where=HERE,
    printed="the two radial forces compensate each other",
    lhs=F_L + F_mu,
    rhs=0,
    page="the words of (41)",
)
eq41 = paper.claim(
    "41",
    components_equal(force_L, force_mu),
    where=HERE,
    printed=r"\frac{e}{c} \vec{v} \times \vec{B} = \vec{\nabla}(\vec{\mu} \cdot \vec{B})",
    by=follows_from(eq39, eq40, balance),
    readings=[
        correction(
            "sign",
            components_equal(force_L, scaled(-1, force_mu)),
            by=follows_from(eq39, eq40, balance),
            condition="the forces compensate each other: one is minus the other",
        )
    ],
    note="In a field B + (r − R) ∂B/∂r near the surface. Two forces that are equal do not compensate each other, whatever the sign of e: with the print, electrons of (38) need the gradient −B/(2λ_L), "
    "a field that grows into the interior.",
    asides=[
        aside(
            "need the gradient −B/(2λ_L)",
            equal(slope_B, -B_here / (2 * lambda_L)),
            by=follows_from(
                specialise(
                    paper.premise(
                        "x.41-printed",
                        where=HERE,
                        printed="(41), radial component, at the surface",
                        lhs=e / c * v_y * B_here,
                        rhs=mu_z * slope_B,
                        page="(41), as it stands there",
                    ),
                    {v_y: v_phi0},
                    general=True,
                ),
                of_spin,
                eq38,
                magneton,
            ),
            put_in=["41"],
        )
    ],
)
profile = B_here * exp((x - R) / lambda_L)
london = paper.premise(
    "x.London",
    where=HERE,
    printed="the gradient of the field at the surface, of a field that falls off as exp(−(R − r)/λ_L) below it",
    lhs=slope_B,
    rhs=diff(profile, x).subs(x, R),
    law="the equation of London, ∇²B = B/λ_L², for a radius much larger than λ_L",
)
gradient = paper.claim(
    "41-field-gradient",
    equal(slope_B, B_here / (2 * lambda_L)),
    where=HERE,
    printed="the radial gradient of the field near the surface is $B/(2\\lambda_L)$",
    by=follows_from(london),
    readings=[
        correction(
            "B/λ_L",
            equal(slope_B, B_here / lambda_L),
            by=follows_from(london),
            condition="the radial gradient is B/λ_L, as the field falls off with λ_L",
        )
    ],
    note="A field with the gradient B/(2λ_L) would fall off as exp(−(R − r)/(2λ_L)), which is not the penetration depth of (8). In a cylinder the gradient is (B/λ_L) I_1/I_0 at R/λ_L, "
    "which tends to B/λ_L for large R.",
    asides=[
        aside(
            "falls off with λ_L",
            equal(Derivative(profile, x, 2), profile / lambda_L**2),
        )
    ],
)
velocity38 = scaled(-hbar / (4 * m_e * lambda_L), cross(spin, outward))[1]
at_surface = specialise(eq39, {x: R}, general=True)
with_london = follows_from(at_surface, eq40, balance, london, of_spin, magneton)
eq41_velocity = paper.cross_reference(
    "41-velocity",
    where=HERE,
    printed="that the forces compensate yields for the velocity the value of (38), with that gradient",
    lhs=v_y,
    rhs=velocity38,
    by=follows_from(at_surface, eq40, balance, gradient, of_spin, magneton),
    note="The azimuthal component of (38), its sign included, from the sum of (39) and (40) and the gradient as printed. With the gradient of London's equation the velocity is twice that of (38).",
    asides=[aside("the velocity is twice that of (38)", equal(v_y, 2 * velocity38), by=with_london)],
)
eq40_direction = paper.claim(
    "40-direction",
    greater(gradient_force(scaled(-mu_B, triple(0, 0, 1)), near_surface, x, y, z)[0], 0),
    less(gradient_force(scaled(mu_B, triple(0, 0, 1)), near_surface, x, y, z)[0], 0),
    where=HERE,
    printed="a moment parallel to the field is pushed to higher field, one that is antiparallel to lower field",
    conditions=[slope_B > 0],
    note="A moment of the magnitude |μ_B| along the field, and one against it; x is the direction in which the field grows.",
)
figure6 = paper.claim(
    "Fig6",
    less(lorentz_force(e, triple(0, v_down, 0), triple(0, 0, B_here), c=c)[0], 0),
    greater(gradient_force(scaled(mu_B, triple(0, 0, -1)), near_surface, x, y, z)[0], 0),
    greater(lorentz_force(e, triple(0, v_up, 0), triple(0, 0, B_here), c=c)[0], 0),
    less(gradient_force(scaled(mu_B, triple(0, 0, 1)), near_surface, x, y, z)[0], 0),
    where=HERE,
    printed="field out of the paper: for a spin into the paper the Lorentz force points inward and the gradient force outward, for a spin out of it the other way round",
    by=follows_from(spin_up, spin_down, london),
    note="The spin into the paper first. The directions of (38), of (39) with e < 0, and of (40) with a moment antiparallel to the spin and a field that is larger outside.",
)

# --- a field that stops one half of the current

meissner = paper.premise(
    "x.42-v",
    where=HERE,
    printed="the azimuthal velocity of the Meissner current in the field B_s along the axis",
    lhs=v_Meissner,
    rhs=-e / (m_e * c) * lambda_L * B_s,
    page="(44)",
)
stops = paper.premise(
    "x.42-stop",
    where=HERE,
    printed="in the field B_s the two speeds are equal",
    lhs=v_Meissner,
    rhs=v_sigma0,
    page="the text before (42): it brings one of the components of the spin current to a stop",
)
quantum = paper.premise(
    "x.42-phi",
    where=HERE,
    printed=r"\phi_0 = hc/(2|e|), which is $-\pi\hbar c/e$",
    lhs=phi_quantum,
    rhs=-pi * hbar * c / e,
    law="the flux quantum of superconductors",
)
eq42 = paper.step(
    "42",
    where=HERE,
    printed=r"B_s = -\frac{\hbar c}{4e\lambda_L^2} = \frac{\phi_0}{4\pi\lambda_L^2}",
    lhs=B_s,
    rhs=(-hbar * c / (4 * e * lambda_L**2), phi_quantum / (4 * pi * lambda_L**2)),
    by=follows_from(meissner, stops, speed38, quantum),
)
eq42_stop = paper.claim(
    "42-stop",
    equal(v_down, -v_up),
    equal(v_Meissner**2, v_up**2),
    where=HERE,
    printed="the field $B_s$ brings one of the components of the spin current to a stop",
    by=follows_from(spin_up, spin_down, meissner, eq42.link(0)),
    note="The components run in opposite directions with the speed of the Meissner current, so that one of the sums v_M + v is zero.",
    asides=[
        aside(
            "one of the sums v_M + v is zero",
            equal((v_up + v_Meissner) * (v_down + v_Meissner), 0),
            by=follows_from(spin_up, spin_down, meissner, eq42.link(0)),
        )
    ],
)
conventional = paper.premise(
    "x.Hc1",
    where=HERE,
    printed=r"H_{c1} = \frac{\phi_0}{4\pi\lambda_L^2} \ln\kappa",
    lhs=H_c1,
    rhs=phi_quantum / (4 * pi * lambda_L**2) * log(kappa),
    law="the lower critical field of a superconductor of type II with large κ (Tinkham, Introduction to Superconductivity, §5.1)",
)
eq42_Hc1 = paper.cross_reference(
    "42-Hc1",
    where=HERE,
    printed="which is essentially the expression for the lower critical field $H_{c1}$ in the conventional theory",
    lhs=B_s,
    rhs=H_c1,
    by=follows_from(eq42.ends, conventional),
    readings=[
        reading(
            "up to the logarithm",
            equal(B_s * log(kappa), H_c1),
            by=follows_from(eq42.ends, conventional),
            ground=AMBIGUITY,
            of="essentially",
            condition="'essentially' means up to the factor ln κ",
        )
    ],
)
of_orbit = paper.premise(
    "x.43",
    where=HERE,
    printed="the magnitude of the angular momentum in an orbit of radius 2λ_L",
    lhs=l_orbit,
    rhs=cross(triple(2 * lambda_L, 0, 0), scaled(m_e, triple(0, v_sigma0, 0)))[2],
    law="angular momentum r × mv",
)
eq43 = paper.step(
    "43",
    where=HERE,
    printed=r"l = m_e v_\sigma \times (2\lambda_L) = \frac{\hbar}{2}",
    lhs=l_orbit,
    rhs=(m_e * v_sigma0 * (2 * lambda_L), hbar / 2),
    by=follows_from(of_orbit, speed38),
)
paper.spellings += ((r"v_\sigma", v_sigma0),)
history = paper.remark(
    "VII-history",
    where=HERE,
    printed="proposals of spontaneous currents before the theory of BCS, some of them before the Meissner effect was discovered",
    why="History and citations: who proposed which currents, and when; no equation of these proposals is printed.",
)
