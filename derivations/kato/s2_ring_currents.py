"""Ring currents and their field.

The axis z points up, and the motion is seen from above.  A clockwise electron passes the place (r, 0, 0) with the velocity
(0, −v, 0); seen from it the nucleus moves with (0, v, 0), at a distance r.
"""

from sympy import diff, pi, sqrt

from derivations.kato.notation import (
    B_ccw,
    B_cw,
    B_ring,
    I_ring,
    L_z,
    e,
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
from verify.claims import aside, components_equal, contradiction, cross, equal, follows_from, scaled, total, triple

HERE = "II"

electron, nucleus = triple(x_e, y_e, z_e), triple(x_n, y_n, z_n)
motion_e, motion_n = triple(u_e, v_e, w_e), triple(u_n, v_n, w_n)
seen_from_nucleus = cross(total(electron, scaled(-1, nucleus)), total(motion_e, scaled(-1, motion_n)))
seen_from_electron = cross(total(nucleus, scaled(-1, electron)), total(motion_n, scaled(-1, motion_e)))

t4 = paper.given(
    "t4",
    where=HERE,
    printed="an electron that occupies the ns orbital goes around the nucleus clockwise or counter-clockwise",
    lhs=L_z,
    rhs=-m_e * v * r,
    note="The semiclassical premise of the page, which it says in words, for the clockwise motion; the circle is ours. An ns orbital has no angular momentum: t4-s.",
)
s_orbital = paper.premise(
    "x.s-orbital",
    where=HERE,
    printed=r"L_z = 0",
    lhs=L_z,
    rhs=0,
    law="an orbital ns depends on the distance from the nucleus alone, and is turned by no rotation: Landau and Lifshitz, Quantum Mechanics, §32",
)
t4_s = paper.claim(
    "t4-s",
    contradiction(t4, s_orbital),
    where=HERE,
    printed="an electron in an ns orbital that goes around the nucleus",
    note="No state of an ns orbital has the angular momentum of a motion around the nucleus: on a function of the distance alone x∂/∂y − y∂/∂x gives zero. "
    "A superposition of both directions with the mean zero has the mean square (m_e v r)², not zero.",
    asides=[
        aside(
            "on a function of the distance alone x∂/∂y − y∂/∂x gives zero",
            equal(
                x_e * diff(psi_ns(sqrt(x_e**2 + y_e**2 + z_e**2)), y_e),
                y_e * diff(psi_ns(sqrt(x_e**2 + y_e**2 + z_e**2)), x_e),
            ),
        )
    ],
)
t3b = paper.claim(
    "t3b",
    components_equal(seen_from_electron, seen_from_nucleus),
    where=HERE,
    printed="if the electron goes around the nucleus clockwise or counter-clockwise, the nucleus relatively goes around the electron clockwise or counter-clockwise, respectively",
    note="The vector product of relative place and relative velocity, whose direction is the sense of the motion, is the same for both, for any motion.",
)
u1 = paper.given(
    "u1",
    where=HERE,
    printed=r"ring currents $I_{\mathrm{ring},ns,X}$ arise from the relative movement of the nucleus around the electron",
    lhs=I_ring,
    rhs=e * v / (2 * pi * r),
    note="The page gives the name and no formula. Taken as the current of one elementary charge, the nucleus with the inner electrons, on a circle.",
)
size = paper.premise(
    "x.B_ring",
    where=HERE,
    printed=r"B_{\mathrm{ring},ns,X} = \frac{\mu_0 e v}{4\pi r^2}",
    lhs=B_ring,
    rhs=mu_0 * e * v / (4 * pi * r**2),
    law="the field of a charge that moves slowly, at a right angle to its motion: Jackson, §5.2",
)
u2 = paper.claim(
    "u2",
    equal(B_ring, mu_0 * I_ring / (2 * r)),
    where=HERE,
    printed=r"the magnetic field $B_{\mathrm{ring},ns,X}$ is induced by the relative motion of the nucleus around the electron",
    by=follows_from(size, u1),
    note="Decided: the field of the nucleus that moves past the electron is that of the ring current u1 at its centre.",
)
clockwise, counter = (
    paper.premise(
        f"x.{name}",
        where=HERE,
        printed=f"{printed} is the upward component of the field of the nucleus at the electron, for the {words} motion",
        lhs=field,
        rhs=moving_charge_field(e, triple(0, sense * v, 0), triple(r, 0, 0), mu_0=mu_0)[2],
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
    by=follows_from(clockwise, size),
)
up = paper.step(
    "x.up",
    where=HERE,
    printed=r"B_{-k} = B_{\mathrm{ring},ns,X}",
    lhs=B_ccw,
    rhs=B_ring,
    by=follows_from(counter, size),
)
