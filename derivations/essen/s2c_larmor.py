"""Larmor's theorem and the current that follows from it: (17), (18)."""

from sympy import cos, diff, pi, sin

from derivations.essen.notation import (
    I_L,
    B_z,
    N,
    Omega,
    Omega_z,
    Phi,
    R,
    c,
    e,
    m,
    rho,
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
from verify.claims import components_equal, cross, equal, follows_from, reading, scaled, triple

HERE = "II.C"

velocity = triple(v_x, v_y, v_z)
place = triple(x, y, 0)
rotation = triple(0, 0, Omega_z)
field = triple(0, 0, B_z)

condition = paper.premise(
    "x.larmor",
    where=HERE,
    printed=r"\frac{e}{c} B_z + 2 m \Omega_z = 0",
    lhs=e / c * B_z + 2 * m * Omega_z,
    rhs=0,
    source="in the frame that rotates with Ω_z the forces (e/c) v×B and −2m Ω×v = 2m v×Ω must cancel for every v",
)
eq17 = paper.step(
    "17",
    where=HERE,
    printed=r"\Omega_z = -\frac{e}{2mc} B_z",
    lhs=Omega_z,
    rhs=-e / (2 * m * c) * B_z,
    by=follows_from(condition),
    note="Larmor's theorem is of first order in B_z: what is left over is of second order (see III.A-same).",
)
larmor_forces = paper.value(
    "x.17-forces",
    components_equal(scaled(e / c, cross(velocity, field)), scaled(2 * m, cross(rotation, velocity))),
    by=follows_from(eq17),
    where=HERE,
    printed="the velocity-dependent forces in the rotating frame cancel, for every velocity",
)
turned_x, turned_y = x * cos(Omega * t) - y * sin(Omega * t), x * sin(Omega * t) + y * cos(Omega * t)
turned_x2, turned_y2 = x_2 * cos(Omega * t) - y_2 * sin(Omega * t), x_2 * sin(Omega * t) + y_2 * cos(Omega * t)
distance = equal((turned_x - turned_x2) ** 2 + (turned_y - turned_y2) ** 2, (x - x_2) ** 2 + (y - y_2) ** 2)
arbitrary = paper.value(
    "17-arb",
    distance,
    equal(
        (v_x - Omega * y - w_x + Omega * y_2) ** 2 + (v_y + Omega * x - w_y - Omega * x_2) ** 2,
        (v_x - w_x) ** 2 + (v_y - w_y) ** 2,
    ),
    where=HERE,
    printed="Larmor's theorem holds under the influence of arbitrary interparticle interactions",
    readings=[
        reading(
            "interactions that depend on distances",
            distance,
            condition="the interactions depend on the distances of the particles only, not on their velocities",
        )
    ],
    note="Distances are the same in the rotating frame, relative velocities are not: an interaction that depends on these, "
    "like the Darwin-Breit interaction (1), changes in first order of Ω.",
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
            printed=r"I_L = N e \frac{\Omega_z}{2\pi}",
            lhs=I_L,
            rhs=N * e * Omega_z / (2 * pi),
            source="definition of the current of N charges e that rotate with Ω_z",
        ),
        eq17,
    ),
)
uniform = paper.premise(
    "x.uniform",
    where=HERE,
    printed=r"B_z = \frac{\Phi}{\pi R^2}",
    lhs=B_z,
    rhs=Phi / (pi * R**2),
    source="printed in the text after (18)",
)
recovers = paper.step(
    "18-14",
    where=HERE,
    printed="if we insert B_z = Φ/(πR²) we recover essentially equation (14)",
    lhs=I_L,
    rhs=Phi / (4 * pi**2 * R**2) * N * e**2 / (m * c),
    by=follows_from(eq18.ends, uniform),
    readings=[
        reading(
            "up to the sign",
            equal(I_L, -Phi / (4 * pi**2 * R**2) * N * e**2 / (m * c)),
            by=follows_from(eq18.ends, uniform),
            condition="'essentially' means up to the minus sign, which (13) has and (14) lacks",
        )
    ],
)
bohm = paper.value(
    "II.C-AB",
    equal(diff(rho * (Phi / (2 * pi * rho)), rho) / rho + Phi / (pi * R**2), Phi / (pi * R**2)),
    equal(2 * pi * R * (Phi / (2 * pi * R)), Phi),
    where=HERE,
    printed="(13) is a classical Aharonov-Bohm effect: an effect due to the vector potential at zero magnetic field",
    note="Outside a thin flux tube A_φ = Φ/(2πρ): its curl, ∂(ρA_φ)/∂ρ/ρ, adds nothing to the field, and 2πR A_φ is the flux that enters (5).",
)
