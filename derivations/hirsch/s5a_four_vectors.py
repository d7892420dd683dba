"""The four-vectors of charge and current: (23)-(28)."""

from sympy import Derivative, I, pi, sqrt

from derivations.hirsch.notation.common import c, e, lambda_L, m_e, n_s, rho_0, t, x, y, z
from derivations.hirsch.notation.superconductor import (
    A_fields,
    A_four,
    A_four_0,
    A_fourth,
    A_fourth_0,
    A_here,
    J_four,
    J_four_0,
    J_fourth,
    J_fourth_0,
    J_here,
    divergence_A,
    divergence_J,
    phi_0_field,
    phi_field,
    phi_here,
    phi_interior,
    phi_rate,
    rho_here,
    rho_rate,
    u_frame,
)
from derivations.hirsch.paper import paper
from derivations.hirsch.s2a_one_electron import eq8
from derivations.physics.four_vectors import (
    boosted,
    covariant,
    divergence_is_invariant,
    four_divergence,
    four_scaled,
    four_total,
    four_vector,
)
from verify.claims import (
    aside,
    correction,
    equal,
    follows_from,
    specialise,
)

HERE = "V"
paper.spellings += (
    (r"\mathbf{A}", A_here),
    (r"\mathbf{J}", J_here),
    (r"\nabla\cdot\mathbf{A}", divergence_A),
    (r"\nabla\cdot\mathbf{J}", divergence_J),
    (r"\frac{\partial\phi}{\partial t}", phi_rate),
    (r"\frac{\partial\rho}{\partial t}", rho_rate),
)
SLOWER_THAN_LIGHT = [u_frame < c]
boost = (u_frame, 0, 0)
factor_24 = -c / (4 * pi * lambda_L**2)

eq24 = paper.given(
    "24",
    where=HERE,
    printed=r"J-J_0=-\frac{c}{4\pi\lambda_L^2}(A-A_0)",
    lhs=J_four - J_four_0,
    rhs=factor_24 * (A_four - A_four_0),
    note="For each of the four components.",
)
eq25a = paper.given(
    "25a",
    where=HERE,
    printed=r"A=(\mathbf{A},i\phi)",
    lhs=A_fourth,
    rhs=I * phi_here,
    note="The fourth component; the others are those of the vector potential.",
)
eq25b = paper.given(
    "25b",
    where=HERE,
    printed=r"J=(\mathbf{J},ic\rho)",
    lhs=J_fourth,
    rhs=I * c * rho_here,
    note="The fourth component; the others are those of the current density.",
)
eq26a = paper.given(
    "26a",
    where=HERE,
    printed=r"A_0=(0,i\phi_0)",
    lhs=A_fourth_0,
    rhs=I * phi_interior,
    note="The fourth component; the others are zero.",
)
eq26b = paper.given(
    "26b",
    where=HERE,
    printed=r"J_0=(0,ic\rho_0)",
    lhs=J_fourth_0,
    rhs=I * c * rho_0,
    note="The fourth component; the others are zero.",
)
fourth_of_24 = specialise(
    eq24, {J_four: J_fourth, J_four_0: J_fourth_0, A_four: A_fourth, A_four_0: A_fourth_0}, general=True
)
x_of_24 = specialise(eq24, {J_four: J_here[0], J_four_0: 0, A_four: A_here[0], A_four_0: 0}, general=True)
y_of_24 = specialise(eq24, {J_four: J_here[1], J_four_0: 0, A_four: A_here[1], A_four_0: 0}, general=True)
z_of_24 = specialise(eq24, {J_four: J_here[2], J_four_0: 0, A_four: A_here[2], A_four_0: 0}, general=True)
eq23 = paper.step(
    "23",
    where=HERE,
    printed=r"\rho-\rho_0=-\frac{1}{4\pi\lambda_L^2}(\phi-\phi_0)",
    lhs=rho_here - rho_0,
    rhs=-1 / (4 * pi * lambda_L**2) * (phi_here - phi_interior),
    by=follows_from(fourth_of_24, eq25a, eq25b, eq26a, eq26b),
)
fourth_component = paper.cross_reference(
    "23-from-24",
    where=HERE,
    printed="(23) is the fourth component of (24)",
    lhs=J_fourth - J_fourth_0,
    rhs=factor_24 * (A_fourth - A_fourth_0),
    by=follows_from(eq23, eq25a, eq25b, eq26a, eq26b),
    note="The other direction: the fourth component of (24), from (23) and the components (25), (26).",
)
spatial = paper.claim(
    "24-london",
    equal(J_here[0], -n_s * e**2 / (m_e * c) * A_here[0]),
    equal(J_here[1], -n_s * e**2 / (m_e * c) * A_here[1]),
    equal(J_here[2], -n_s * e**2 / (m_e * c) * A_here[2]),
    where=HERE,
    printed="the spatial part of (24) is the ordinary London equation",
    by=follows_from(x_of_24, y_of_24, z_of_24, eq8),
    note="The London equation of the textbooks, J = −(n_s e²/m_e c)A, component by component, with the penetration depth (8).",
)
four_J = four_vector(J_here, c * rho_here)
four_J_0 = four_vector((0, 0, 0), c * rho_0)
four_A = four_vector(A_here, phi_here)
four_A_0 = four_vector((0, 0, 0), phi_interior)
moving_rest = boosted(four_A_0, boost, c)
is_covariant = paper.claim(
    "24-covariant",
    covariant(
        four_total(four_J, four_scaled(-1, four_J_0)),
        four_scaled(factor_24, four_total(four_A, four_scaled(-1, four_A_0))),
        boost,
        c,
    ),
    where=HERE,
    printed="(24) is a four-dimensional relativistically covariant description",
    by=follows_from(x_of_24, y_of_24, z_of_24, eq23),
    conditions=SLOWER_THAN_LIGHT,
    note="For every boost, which is along x, as the axes may be turned; with (25) and (26) as four-vectors, whose components (26) are those in the frame in which the body rests: "
    "in another frame A_0 has a part in space, −γφ_0 u/c.",
    asides=[
        aside(
            "in another frame A_0 has a part in space, −γφ_0 u/c",
            equal(moving_rest[0], -phi_interior * u_frame / c / sqrt(1 - u_frame**2 / c**2)),
            where=[u_frame < c],
        )
    ],
)
eq27 = paper.given(
    "27",
    where=HERE,
    printed=r"\nabla\cdot\mathbf{A}+\frac{1}{c}\frac{\partial\phi}{\partial t}=0",
    lhs=divergence_A + 1 / c * phi_rate,
    rhs=0,
)
four_A_field = four_vector(A_fields, phi_field)
gauge_covariant = paper.claim(
    "27-covariant",
    equal(
        four_divergence(four_A_field, (x, y, z), t, c),
        Derivative(A_fields[0], x)
        + Derivative(A_fields[1], y)
        + Derivative(A_fields[2], z)
        + 1 / c * Derivative(phi_field, t),
    ),
    divergence_is_invariant(four_A_field, (x, y, z), t, boost, c),
    where=HERE,
    printed="the gauge (27) is the divergence of the four-vector (25a), and fits the covariant (24)",
    conditions=SLOWER_THAN_LIGHT,
    note="First: the left side of (27) is the divergence of (25a), for any fields. Then: it has the same value in every frame, seen with the x axis along its motion. That it fits (24) is decided with (28).",
)
divergence_24 = paper.premise(
    "x.div-24",
    where=HERE,
    printed=r"\nabla\cdot\mathbf{J} = -\frac{c}{4\pi\lambda_L^2}\nabla\cdot\mathbf{A}",
    lhs=divergence_J,
    rhs=factor_24 * divergence_A,
    page="(24), the divergence of its spatial part, with (26)",
)
rate_23 = paper.premise(
    "x.rate-23",
    where=HERE,
    printed=r"\frac{\partial\rho}{\partial t} = -\frac{1}{4\pi\lambda_L^2}\frac{\partial\phi}{\partial t}",
    lhs=rho_rate,
    rhs=-1 / (4 * pi * lambda_L**2) * phi_rate,
    page="(23), its rate of change; the uniform density and its potential are static",
)
continuity = follows_from(divergence_24, rate_23, eq27)
eq28 = paper.step(
    "28",
    where=HERE,
    printed=r"\nabla\cdot\mathbf{J}+\frac{1}{c}\frac{\partial\rho}{\partial t}=0",
    lhs=divergence_J + 1 / c * rho_rate,
    rhs=0,
    by=continuity,
    readings=[
        correction(
            "without 1/c",
            equal(divergence_J + rho_rate, 0),
            by=continuity,
        )
    ],
    note="From (23), (24) and (27) follows the equation of continuity without the factor 1/c, which is the divergence of (25b) in space and time. The factor would belong to a current density divided by c; "
    "that of (24) and (25b) is not.",
)
consistent = paper.cross_reference(
    "27-vs-28",
    where=HERE,
    printed="the Lorentz gauge (27) is consistent with the continuity equation (28)",
    lhs=divergence_A + 1 / c * phi_rate,
    rhs=0,
    by=follows_from(divergence_24, rate_23, eq28),
    note="From the equation of continuity and (24) follows (27); the other direction is decided at (28).",
)
fields_of_J = [factor_24 * component for component in A_fields]
density_field = rho_0 - (phi_field - phi_0_field) / (4 * pi * lambda_L**2)
in_fields = paper.claim(
    "continuity-in-fields",
    equal(
        four_divergence(four_vector(fields_of_J, c * density_field), (x, y, z), t, c),
        factor_24 * four_divergence(four_A_field, (x, y, z), t, c),
    ),
    where=HERE,
    printed="the divergence in space and time of (24): that of J is that of A, up to the factor of (24)",
    note="No line of the page. For any potentials, with the current density and the charge density of (24) and (23): so (27) holds where charge is conserved, and only there.",
)
conserved = paper.premise(
    "x.conserved",
    where=HERE,
    printed=r"\nabla\cdot\mathbf{J} = 0",
    lhs=divergence_J,
    rhs=0,
    law="conservation of charge where the charge density is constant in time, as in the conventional theory, which has none",
)
coulomb = paper.step(
    "27-coulomb",
    where=HERE,
    printed=r"the conventional London equation has the gauge of London and Coulomb, $\nabla\cdot\mathbf{A}=0$",
    lhs=divergence_A,
    rhs=0,
    by=follows_from(divergence_24, conserved),
    note="The conventional equation is the spatial part of (24); that its charge density stays zero makes the gauge.",
)
