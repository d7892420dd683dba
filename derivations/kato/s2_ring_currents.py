"""Ring currents and their field.

The axis z points up, and the motion is seen from above.  A clockwise electron passes the place (r, 0, 0) with the velocity
(0, −v, 0); seen from it the nucleus moves with (0, v, 0), at a distance r.  What goes around has the charge Q.
"""

from sympy import diff, pi, sqrt

from derivations.kato.notation import (
    B_ccw,
    B_cw,
    B_ring,
    E_ion,
    I_ring,
    L_z,
    Q,
    e,
    epsilon_0,
    m_e,
    mu_0,
    psi_ns,
    r,
    u_e,
    u_n,
    v,
    v_e,
    v_n,
    w_e,
    w_n,
    x_e,
    x_n,
    y_e,
    y_n,
    z_e,
    z_n,
)
from derivations.kato.paper import paper
from derivations.physics.two_level import moving_charge_field
from verify.claims import aside, components_equal, cross, equal, follows_from, scaled, total, triple, unequal

HERE = "II"

electron, nucleus = triple(x_e, y_e, z_e), triple(x_n, y_n, z_n)
motion_e, motion_n = triple(u_e, v_e, w_e), triple(u_n, v_n, w_n)
seen_from_nucleus = cross(total(electron, scaled(-1, nucleus)), total(motion_e, scaled(-1, motion_n)))
seen_from_electron = cross(total(nucleus, scaled(-1, electron)), total(motion_n, scaled(-1, motion_e)))

s_orbital = paper.premise(
    "x.s-orbital",
    where=HERE,
    printed=r"L_z = 0",
    lhs=L_z,
    rhs=0,
    law="an orbital ns depends on the distance from the nucleus alone, and is turned by no rotation: Landau and Lifshitz, Quantum Mechanics, §32",
)
t4 = paper.given(
    "t4",
    where=HERE,
    printed="if the electron that occupies the ns orbital goes around the nucleus clockwise or counter-clockwise",
    lhs=L_z,
    rhs=-m_e * v * r,
    note="Against this premise: a motion around the nucleus, here the clockwise one on a circle, excludes the ns orbital, which has no angular momentum. "
    "It is said with an if, and no angular momentum is printed, so that it is no false line but the semiclassical premise of all that is said of a motion, a ring current and its field, in II to VI and IX. "
    "No state of an ns orbital has the angular momentum of a motion around the nucleus: on a function of the distance alone x∂/∂y − y∂/∂x gives zero. "
    "A superposition of both directions with the mean zero has the mean square (m_e v r)², not zero.",
    asides=[
        aside(
            "excludes the ns orbital, which has no angular momentum",
            unequal(L_z, -m_e * v * r),
            by=follows_from(s_orbital),
        ),
        aside(
            "on a function of the distance alone x∂/∂y − y∂/∂x gives zero",
            equal(
                x_e * diff(psi_ns(sqrt(x_e**2 + y_e**2 + z_e**2)), y_e),
                y_e * diff(psi_ns(sqrt(x_e**2 + y_e**2 + z_e**2)), x_e),
            ),
        ),
    ],
)
t3b = paper.claim(
    "t3b",
    components_equal(seen_from_electron, seen_from_nucleus),
    where=HERE,
    printed="if the electron goes around the nucleus clockwise or counter-clockwise, the nucleus relatively goes around the electron clockwise or counter-clockwise, respectively",
    note="The vector product of relative place and relative velocity, whose direction is the sense of the motion, is the same for both, for any motion.",
)
u1 = paper.premise(
    "u1",
    where=HERE,
    printed=r"ring currents $I_{\mathrm{ring},ns,X}$ arise from the relative movement of the nucleus around the electron",
    lhs=I_ring,
    rhs=Q * v / (2 * pi * r),
    law="the current of a charge that goes around on a circle",
    note="The paper gives the name and no formula.",
)
u2 = paper.premise(
    "u2",
    where=HERE,
    printed=r"the magnetic field $B_{\mathrm{ring},ns,X}$ is induced by the relative motion of the nucleus around the electron",
    lhs=B_ring,
    rhs=mu_0 * Q * v / (4 * pi * r**2),
    law="the field of a charge that moves slowly, at a right angle to its motion: Jackson, §5.2",
    note="The paper gives the name and no formula.",
)
charge = paper.premise(
    "x.charge",
    where=HERE,
    printed=r"one elementary charge goes around the electron, $Q = e$",
    lhs=Q,
    rhs=e,
    assumption="the charge that goes around the electron is one elementary charge, the nucleus with all inner electrons, where the paper says the nucleus",
)
balance = paper.premise(
    "x.speed",
    where=HERE,
    printed=r"the ns electron goes around (t4) on a classical circle, $m_e v^2/r = e^2/(4\pi\varepsilon_0 r^2)$",
    lhs=m_e * v**2 / r,
    rhs=e**2 / (4 * pi * epsilon_0 * r**2),
    assumption="the ns electron goes around, which no orbital ns does (t4), on a classical circle on which Coulomb's force of one elementary charge holds it; the paper gives no model",
)
bound = paper.premise(
    "x.radius",
    where=HERE,
    printed=r"its energy is the measured ionisation energy, $r = e^2/(8\pi\varepsilon_0 E_{\mathrm{ion}})$",
    lhs=r,
    rhs=e**2 / (8 * pi * epsilon_0 * E_ion),
    assumption="the energy of this circle is the measured ionisation energy",
)
SIZE = (u2, charge, balance, bound)
"""What the field of the ring current is in the classical circle."""

clockwise, counter = (
    paper.premise(
        f"x.{name}",
        where=HERE,
        printed=f"{printed} is the upward component of the field of the nucleus at the electron, for the {words} motion",
        lhs=field,
        rhs=moving_charge_field(Q, triple(0, sense * v, 0), triple(r, 0, 0), mu_0=mu_0)[2],
        law="Biot and Savart for a charge that moves slowly: Jackson, §5.2",
    )
    for name, field, printed, words, sense in (
        ("B_cw", B_cw, "$B_{k}$", "clockwise", 1),
        ("B_ccw", B_ccw, "$B_{-k}$", "counter-clockwise", -1),
    )
)
down = paper.step(
    "x.down",
    where=HERE,
    printed=r"B_{k} = -B_{\mathrm{ring},ns,X}",
    lhs=B_cw,
    rhs=-B_ring,
    by=follows_from(clockwise, u2),
)
up = paper.step(
    "x.up",
    where=HERE,
    printed=r"B_{-k} = B_{\mathrm{ring},ns,X}",
    lhs=B_ccw,
    rhs=B_ring,
    by=follows_from(counter, u2),
)
