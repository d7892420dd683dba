"""Larmor's theorem and the current that follows from it: (17), (18)."""

from sympy import Ne, cos, diff, pi, sin

from derivations.essen.notation import (
    I_L,
    B_z,
    J,
    N,
    Omega,
    Omega_z,
    Phi,
    R,
    c,
    coriolis,
    e,
    i,
    lorentz,
    m,
    phi,
    potential,
    t,
    v_x,
    v_y,
    v_z,
    w_x,
    w_y,
    x,
    x_2,
    y,
    y_2,
)
from derivations.essen.paper import paper
from derivations.essen.s2a_circle import ALONE, rate_7
from verify.claims import (
    AMBIGUITY,
    aside,
    compare_coefficients,
    correction,
    cross,
    dot,
    equal,
    expands_to,
    follows_from,
    over,
    reading,
    scaled,
    substitute,
    total,
    triple,
)

HERE = "II.C"

velocity = triple(v_x, v_y, v_z)
place = triple(x, y, 0)
rotation = triple(0, 0, Omega_z)
field = triple(0, 0, B_z)

carried = cross(triple(0, 0, -e / (2 * m * c) * B_z), place)
kinetic = m / 2 * (dot(velocity, velocity) + 2 * dot(velocity, carried) + dot(carried, carried))
turning = kinetic + e / (2 * c) * dot(cross(field, place), total(velocity, carried))
lorentz_force = paper.premise(
    "x.lorentz",
    where=HERE,
    printed="F_L is the x component of (e/c) v×B",
    lhs=lorentz,
    rhs=scaled(e / c, cross(velocity, field))[0],
    law="the Lorentz force, to first order in B_z",
)
coriolis_force = paper.premise(
    "x.coriolis",
    where=HERE,
    printed="F_C is the x component of −2m Ω×v",
    lhs=coriolis,
    rhs=scaled(-2 * m, cross(rotation, velocity))[0],
    law="the Coriolis force in the frame that rotates with Ω_z",
)
as_before = paper.premise(
    "x.response",
    where=HERE,
    printed="F_L + F_C = 0",
    lhs=lorentz + coriolis,
    rhs=0,
    page="the text of (17): the response is a rotation, so that seen from the rotating frame the motion is what it was without the field, at every velocity",
)
eq17 = paper.claim(
    "17",
    equal(Omega_z, -e / (2 * m * c) * B_z),
    by=compare_coefficients(substitute(lorentz_force, coriolis_force, into=as_before), v_y, general=True),
    where=HERE,
    printed=r"\Omega_z = -\frac{e}{2mc} B_z",
    note="That the two forces cancel at every velocity, and so for motion along y, fixes Ω_z; that this rotation is the response is 17-L.",
)
weak = paper.approximation(
    "x.weak",
    where=HERE,
    printed="the field is weak: terms of second order in the field and in the angular velocity are neglected",
    page="the text before (17)",
)
same_motion = paper.claim(
    "17-L",
    expands_to(turning, B_z, m * (v_x**2 + v_y**2 + v_z**2) / 2, order=2),
    where=HERE,
    printed="in a weak field the effect is a rotation with (17)",
    note="With Ω_z of (17) the Lagrangian in the rotating frame, ½m(v + Ω×r)² + (e/2c)(B×r)·(v + Ω×r), is ½mv² up to terms of "
    "second order in B_z, for every place and velocity (see III.A-same); U_e(ρ, z) is the same in the rotating frame, as the rotation changes neither ρ nor z.",
)
turned_x, turned_y = x * cos(Omega * t) - y * sin(Omega * t), x * sin(Omega * t) + y * cos(Omega * t)
turned_x2, turned_y2 = x_2 * cos(Omega * t) - y_2 * sin(Omega * t), x_2 * sin(Omega * t) + y_2 * cos(Omega * t)
distance = equal((turned_x - turned_x2) ** 2 + (turned_y - turned_y2) ** 2, (x - x_2) ** 2 + (y - y_2) ** 2)
relative_2 = (v_x - Omega * y - w_x + Omega * y_2) ** 2 + (v_y + Omega * x - w_y - Omega * x_2) ** 2
first_order = diff(relative_2, Omega).subs(Omega, 0) * Omega
arbitrary = paper.claim(
    "17-arb",
    distance,
    equal(first_order, 0),
    where=HERE,
    printed="Larmor's theorem holds under the influence of arbitrary interparticle interactions",
    readings=[
        correction(
            "interactions that depend on distances",
            distance,
            condition="the interactions depend on the distances of the particles only, as a potential like the V_0 of (3) does: distances are the same in the rotating frame",
            fault="not for forces that depend on velocities",
        )
    ],
    note="The square of a distance is the same in the rotating frame. That of a relative velocity is not, in first order of Ω, the order of the theorem (left side: its change; right side: none), "
    "so an interaction that depends on relative velocities changes in this order; (1) depends on velocities, too. Had the paper said 'interactions that depend on the places', as in (3), the line would hold.",
)
eq18 = paper.step(
    "18",
    where=HERE,
    printed=r"I_L = N e \frac{\Omega_z}{2\pi} = -\frac{B_z}{4\pi} N \frac{e^2}{mc}",
    lhs=I_L,
    rhs=(N * e * Omega_z / (2 * pi), -B_z / (4 * pi) * N * e**2 / (m * c)),
    by=follows_from(
        paper.premise(
            "x.18",
            where=HERE,
            printed="I_L = Σ e Ω_z/(2π), over N charges",
            lhs=I_L,
            rhs=over(i, N, e * Omega_z / (2 * pi)),
            page="the current of (8), when each of N charges e turns with Ω_z",
        ),
        eq17.link(0),
    ),
)
uniform = paper.premise(
    "x.uniform",
    where=HERE,
    printed=r"B_z = \frac{\Phi}{\pi R^2}",
    lhs=B_z,
    rhs=Phi / (pi * R**2),
    page="printed in the text after (18)",
)
recovers = paper.step(
    "18-14",
    where=HERE,
    printed=r"if we insert $B_z = \Phi/(\pi R^2)$ we recover essentially equation (14)",
    lhs=I_L,
    rhs=Phi / (4 * pi**2 * R**2) * N * e**2 / (m * c),
    by=follows_from(eq18.ends, uniform),
    readings=[
        reading(
            "up to the sign",
            equal(I_L, -Phi / (4 * pi**2 * R**2) * N * e**2 / (m * c)),
            by=follows_from(eq18.ends, uniform),
            ground=AMBIGUITY,
            of="essentially",
            condition="'essentially' means up to the minus sign, which (13) has and (14) lacks",
        )
    ],
)
tube = Phi / (2 * pi * (x**2 + y**2))
A_x, A_y = -y * tube, x * tube
bohm = paper.claim(
    "II.C-AB",
    equal(diff(A_y, x), diff(A_x, y)),
    equal(
        A_y.subs({x: R * cos(phi), y: R * sin(phi)}) * cos(phi)
        - A_x.subs({x: R * cos(phi), y: R * sin(phi)}) * sin(phi),
        Phi / (2 * pi * R),
    ),
    where=HERE,
    conditions=[Ne(x**2 + y**2, 0)],
    printed="(13): a classical Aharonov-Bohm effect, of the vector potential where the magnetic field is zero",
    note="Outside a thin flux tube along the axis A = Φ(−y, x)/(2π(x² + y²)): its curl, the field, is zero there, and on the ring "
    "A_φ = Φ/(2πR), the vector potential that enters (5) and so (13). That is all that is decided. What drives the classical current is the electric field −∂A/(c∂t) on the "
    "ring while the flux is turned on: at a constant flux the acceleration, from (6) and (7), does not contain it.",
    asides=[
        aside(
            "at a constant flux the acceleration, from (6) and (7), does not contain it",
            equal(diff(rate_7.subs(ALONE), J) * -diff(potential(phi), phi), -diff(potential(phi), phi) / (m * R**2)),
            put_in=["6", "7"],
        )
    ],
)
