"""One electron in an orbit that expands in a magnetic field: (9)-(14).  What comes before is in s2a_atom and s2a_diamagnetism."""

from sympy import Derivative, Ne, cos, pi, sin

from derivations.hirsch.notation.atoms import (
    B_any,
    Delta_m,
    E_n,
    E_pot,
    E_pot_f,
    E_pot_i,
    E_s,
    F_x,
    F_y,
    F_z,
    L_rate,
    L_rate_x,
    L_rate_y,
    Z,
    Z_f,
    Z_i,
    a_x,
    a_y,
    a_z,
    duration,
    f_r,
    moment,
    moment_f,
    moment_i,
    phi_orbit,
    r2_rate,
    r2perp_f,
    r2perp_i,
    r_f,
    r_i,
    rbar_f,
    rbar_i,
    u_n,
    u_s,
    v_f,
    v_i,
    v_needed,
    v_phi,
    v_x,
    v_y,
    v_z,
    x_of,
    y_of,
    z_of,
)
from derivations.hirsch.notation.common import B, c, e, lambda_L, m_e, n_s, r, t, x, y, z
from derivations.hirsch.paper import paper
from derivations.hirsch.s2a_atom import eq3b
from derivations.hirsch.s2a_diamagnetism import change, eq8, square_f, square_i
from verify.claims import (
    AMBIGUITY,
    aside,
    components_equal,
    cross,
    dot,
    equal,
    follows_from,
    less,
    reading,
    scaled,
    specialise,
    total,
    triple,
)

HERE = "II.A"

place = triple(x, y, z)
velocity = triple(v_x, v_y, v_z)
acceleration = triple(a_x, a_y, a_z)
field = triple(*B_any)
radial_force = scaled(f_r, place)
paper.spellings += (
    (r"\mathbf{r}", place),
    (r"\mathbf{v}", velocity),
    (r"\mathbf{B}", field),
    (r"\mathbf{F}_r", radial_force),
    (r"\frac{d\mathbf{v}}{dt}", acceleration),
    (r"\frac{d}{dt}(\mathbf{r}\times\mathbf{v})", triple(L_rate_x, L_rate_y, L_rate)),
    (r"\frac{d}{dt}r^2", r2_rate),
)

# --- an orbit that expands in a field ---------------------------------------------------------------------------------

newton = [
    paper.premise(
        f"x.newton-{axis}",
        where=HERE,
        printed=f"the mass times the acceleration is the force F and a radial one, {axis} component",
        lhs=m_e * acceleration[number],
        rhs=component + radial_force[number],
        law="Newton's second law; the second force is that of the text after (9)",
    )
    for number, (axis, component) in enumerate(zip("xyz", (F_x, F_y, F_z), strict=True))
]
of_Lorentz = scaled(e / c, cross(velocity, field))
forces = [
    paper.premise(
        f"x.force-{axis}",
        where=HERE,
        printed=f"F = (e/c) v×B, {axis} component",
        lhs=component,
        rhs=of_Lorentz[number],
        page="the text before (9), which prints it as the magnetic Lorentz force",
    )
    for number, (axis, component) in enumerate(zip("xyz", (F_x, F_y, F_z), strict=True))
]
eq9 = paper.claim(
    "9",
    components_equal(scaled(m_e, acceleration), total(of_Lorentz, radial_force)),
    by=follows_from(*newton, *forces),
    where=HERE,
    printed=r"m_e\frac{d\mathbf{v}}{dt} = \frac{e}{c}\mathbf{v}\times\mathbf{B} + \mathbf{F}_r",
    note="In any axes, for any velocity. That the second force is radial is a postulate of the text after (9): it is any multiple of r.",
)
eq10 = paper.claim(
    "10",
    components_equal(cross(place, acceleration), scaled(e / (m_e * c), cross(place, cross(velocity, field)))),
    by=follows_from(eq9),
    where=HERE,
    printed=r"\mathbf{r}\times\frac{d\mathbf{v}}{dt} = \frac{e}{m_ec}\mathbf{r}\times(\mathbf{v}\times\mathbf{B})",
    note="The radial force has no moment about the centre.",
)
across = paper.premise(
    "x.across",
    where=HERE,
    printed="r is in the plane perpendicular to B",
    lhs=dot(place, field),
    rhs=0,
    page="the text after (10)",
)
triple_product = paper.claim(
    "10-bac",
    components_equal(cross(place, cross(velocity, field)), scaled(-dot(place, velocity), field)),
    by=follows_from(across),
    where=HERE,
    printed=r"\mathbf{r}\times(\mathbf{v}\times\mathbf{B}) = -(\mathbf{r}\cdot\mathbf{v})\mathbf{B}",
    note="In any axes, for any velocity, one along B included.",
)
place_at = triple(x_of(t), y_of(t), z_of(t))
velocity_at = triple(*(Derivative(coordinate, t) for coordinate in place_at))
acceleration_at = triple(*(Derivative(coordinate, t, 2) for coordinate in place_at))
product_rule = paper.claim(
    "11-product",
    components_equal([Derivative(part, t) for part in cross(place_at, velocity_at)], cross(place_at, acceleration_at)),
    equal(Derivative(dot(place_at, place_at), t), 2 * dot(place_at, velocity_at)),
    where=HERE,
    printed="the rate of change of r×v is r×dv/dt, that of r² is 2r·v",
    note="For any motion: v×v is zero.",
)
rates_of_moment = [
    paper.premise(
        f"x.rate-L{axis}",
        where=HERE,
        printed=f"the rate of change of r×v, {axis} component",
        lhs=rate,
        rhs=cross(place, acceleration)[number],
        law="the product rule (11-product)",
    )
    for number, (axis, rate) in enumerate(zip("xyz", (L_rate_x, L_rate_y, L_rate), strict=True))
]
rate_of_square = paper.premise(
    "x.rate-r2",
    where=HERE,
    printed="the rate of change of r²",
    lhs=r2_rate,
    rhs=2 * dot(place, velocity),
    law="the product rule (11-product)",
)
middle_11 = scaled(-e / (m_e * c) * dot(place, velocity), field)
eq11 = paper.claim(
    "11",
    components_equal(triple(L_rate_x, L_rate_y, L_rate), middle_11),
    components_equal(middle_11, scaled(-e / (2 * m_e * c) * r2_rate, field)),
    by=follows_from(eq9, across, *rates_of_moment, rate_of_square),
    where=HERE,
    printed=r"\frac{d}{dt}(\mathbf{r}\times\mathbf{v}) = -\frac{e}{m_ec}(\mathbf{r}\cdot\mathbf{v})\mathbf{B} = -\frac{e}{2m_ec}\left(\frac{d}{dt}r^2\right)\mathbf{B}",
    note="The rates of change are those of 11-product.",
)
ALONG_Z = dict(zip(B_any, (0, 0, B), strict=True))
along_field = [specialise(eq11.link(number), ALONG_Z, general=True) for number in (2, 5)]
conserved_sum = paper.claim(
    "11-const",
    equal(L_rate + e / (2 * m_e * c) * B * r2_rate, 0),
    by=follows_from(*along_field),
    where=HERE,
    printed="in a constant field r×v + (e/2m_e c) r² B does not change",
    note="Along the field, in axes in which it is the third component of (11).",
)
steady = paper.approximation(
    "x.steady",
    where=HERE,
    printed="the field stays as it is while the orbit expands",
    page="(12) has one B, which is that of (5b), the external field",
)
mean_rate = paper.premise(
    "x.mean-rate",
    where=HERE,
    printed="the sum of 11-const, in which r×v is r times the azimuthal velocity on a circle, changes by the time times its rate of change at some time between",
    lhs=r_f * v_f + e / (2 * m_e * c) * B * r_f**2 - (r_i * v_i + e / (2 * m_e * c) * B * r_i**2),
    rhs=duration * (L_rate + e / (2 * m_e * c) * B * r2_rate),
    law="the mean value theorem",
)
eq12 = paper.step(
    "12",
    where=HERE,
    printed=r"\bar{r}_f v_f - \bar{r}_i v_i = -\frac{e}{2m_ec}(\bar{r}_f^2 - \bar{r}_i^2)B",
    lhs=r_f * v_f - r_i * v_i,
    rhs=-e / (2 * m_e * c) * (r_f**2 - r_i**2) * B,
    by=follows_from(mean_rate, *along_field),
    within=[steady],
    note="v is the azimuthal velocity, positive where the electron circles counterclockwise seen from +z, along which B is counted; a radial velocity plays no part.",
)
loop = paper.premise(
    "x.loop",
    where=HERE,
    printed="the moment of a charge on a circle: its current times the area, over c",
    lhs=moment,
    rhs=e * v_phi / (2 * pi * r) * pi * r**2 / c,
    law="the magnetic moment of a ring current, Gaussian",
)
on_circle = scaled(r, triple(cos(phi_orbit), sin(phi_orbit), 0))
along_circle = scaled(v_phi, triple(-sin(phi_orbit), cos(phi_orbit), 0))
paper.spellings += ((r"\mathbf{m}", triple(0, 0, moment)), (r"\mathbf{r}", on_circle), (r"\mathbf{v}", along_circle))
eq13 = paper.claim(
    "13",
    components_equal(triple(0, 0, moment), scaled(e / (2 * c), cross(on_circle, along_circle))),
    by=follows_from(loop),
    where=HERE,
    printed=r"\mathbf{m} = \frac{e}{2c}\mathbf{r}\times\mathbf{v}",
    note="On a circle, from the current and the area.",
)
orbit_moment_i = specialise(loop, {moment: moment_i, r: r_i, v_phi: v_i}, general=True)
orbit_moment_f = specialise(loop, {moment: moment_f, r: r_f, v_phi: v_f}, general=True)
eq14 = paper.step(
    "14",
    where=HERE,
    printed=r"\mathit{\Delta m} = -\frac{e^2}{4m_ec^2}(\bar{r}_f^2 - \bar{r}_i^2)B",
    lhs=Delta_m,
    rhs=-(e**2) / (4 * m_e * c**2) * (r_f**2 - r_i**2) * B,
    by=follows_from(change, orbit_moment_i, orbit_moment_f, eq12),
)
in_plane_i = paper.premise(
    "x.plane-i",
    where=HERE,
    printed="the square of the first radius of (12) is what (2) has for the mean square distance from the axis",
    lhs=r_i**2,
    rhs=2 * rbar_i**2,
    page="the text after (86), for a circular orbit of radius r: r² replaces the mean square, which is given in the text of (5a)",
)
in_plane_f = paper.premise(
    "x.plane-f",
    where=HERE,
    printed="the square of the last radius of (12) is what (2) has for the mean square distance from the axis",
    lhs=r_f**2,
    rhs=2 * rbar_f**2,
    page="the text after (86), for a circular orbit of radius r: r² replaces the mean square, which is given in the text of (5a)",
)
agreement = paper.claim(
    "14-vs-6",
    equal(
        -(e**2) / (4 * m_e * c**2) * (rbar_f**2 - rbar_i**2) * B,
        -(e**2) / (4 * m_e * c**2) * (r2perp_f - r2perp_i) * B,
    ),
    by=follows_from(square_i, square_f),
    where=HERE,
    printed=r"$-\frac{e^2}{4m_ec^2}(\bar{r}_f^2 - \bar{r}_i^2)B$ of (14) is in agreement with Eq. (6)",
    readings=[
        reading(
            "radius of the orbit",
            equal(
                -(e**2) / (4 * m_e * c**2) * (r_f**2 - r_i**2) * B,
                -(e**2) / (4 * m_e * c**2) * (r2perp_f - r2perp_i) * B,
            ),
            by=follows_from(square_i, square_f, in_plane_i, in_plane_f),
            ground=AMBIGUITY,
            of=r"\bar{r}",
            condition="the letter stands for the radius of an orbit in the plane perpendicular to the field, whose square is the mean square of (6)",
        )
    ],
    note="As printed the letter is that of (2), with which (6) is twice (14).",
    asides=[
        aside(
            "with which (6) is twice (14)",
            equal(
                -(e**2) / (4 * m_e * c**2) * (r2perp_f - r2perp_i) * B,
                2 * (-(e**2) / (4 * m_e * c**2) * (rbar_f**2 - rbar_i**2) * B),
            ),
            by=follows_from(square_i, square_f),
        )
    ],
)

# --- from a microscopic orbit to one of 2λ_L --------------------------------------------------------------------------

larmor_at_first = paper.premise(
    "x.larmor-i",
    where="II.A/VI",
    printed="the first orbit has the moment of (5b)",
    lhs=moment_i,
    rhs=-(e**2) / (4 * m_e * c**2) * r_i**2 * B,
    page="the text before (6): at first the moment is a small one, antiparallel to the field; for an orbit of radius r it is (33), for one electron, times the field",
)
reached = paper.premise(
    "x.reached",
    where="II.A/VI",
    printed="the last radius is 2λ_L",
    lhs=r_f,
    rhs=2 * lambda_L,
    page="the text after (36)",
)
moment_needed = paper.premise(
    "x.needed",
    where="II.A/VI",
    printed="n moments of an orbit of radius 2λ_L, with the velocity that is needed, are the magnetization −B/4π",
    lhs=n_s * e / (2 * c) * 2 * lambda_L * v_needed,
    rhs=-B / (4 * pi),
    law="the magnetization of a perfect diamagnet (perfect-dia), and the moment (13) of each of n electrons",
)
speed_needed = paper.claim(
    "field-at-2lambda",
    equal(v_f, v_needed),
    by=follows_from(eq12, eq8, orbit_moment_i, larmor_at_first, reached, moment_needed),
    where="II.A/VI",
    printed="the Lorentz force gives the electron that comes from a microscopic orbit the azimuthal velocity that perfect diamagnetism needs at 2λ_L",
    note="Exactly, where the first orbit has the moment of (5b), for any first radius; both are −eλ_L B/(m_e c).",
    asides=[
        aside(
            "both are −eλ_L B/(m_e c)",
            equal(v_f, -e * lambda_L * B / (m_e * c)),
            equal(v_needed, -e * lambda_L * B / (m_e * c)),
            by=follows_from(eq12, eq8, orbit_moment_i, larmor_at_first, reached, moment_needed),
        )
    ],
)
proportional = paper.claim(
    "Epot-Z",
    equal(E_pot_f / E_pot_i, Z_f / Z_i),
    by=follows_from(
        specialise(eq3b.ends, {E_pot: E_pot_i, Z: Z_i}, general=True),
        specialise(eq3b.ends, {E_pot: E_pot_f, Z: Z_f}, general=True),
    ),
    where=HERE,
    printed="E_pot of (3b) is proportional to the ionic charge Z",
    note="For any two charges and one orbit.",
)
anions = paper.remark(
    "II.A-anions",
    where=HERE,
    printed="superconductivity is expected to be favored where the effective ionic charge is as small as possible, as in negatively charged anions",
    why="An expectation about materials, to the extent that the atom is a model of them. That the ionic charge is what works against the expansion is decided in Epot-Z.",
)
neutral = paper.premise(
    "x.neutral",
    where="II.A/Fig. 2",
    printed="a uniform neutral charge has no field",
    lhs=E_n,
    rhs=0,
    law="Gauss's law with the charge density zero, and no field from outside",
)
energy_normal = paper.premise(
    "x.u-normal",
    where="II.A/Fig. 2",
    printed="the energy of the normal state's field for each volume",
    lhs=u_n,
    rhs=E_n**2 / (8 * pi),
    law="the energy of an electrostatic field, Gaussian",
)
energy_super = paper.premise(
    "x.u-super",
    where="II.A/Fig. 2",
    printed="the energy of the superconductor's field for each volume",
    lhs=u_s,
    rhs=E_s**2 / (8 * pi),
    law="the energy of an electrostatic field, Gaussian",
)
lower = paper.claim(
    "Fig2",
    less(u_n, u_s),
    by=follows_from(neutral, energy_normal, energy_super),
    where="II.A/Fig. 2",
    conditions=[Ne(E_s, 0)],
    printed="the potential energy is lower in the normal state, where the charge is uniformly distributed",
    note="For each volume that has a field in the superconductor, as the charge that the figure shows makes one; averaged over distances between atoms.",
)
