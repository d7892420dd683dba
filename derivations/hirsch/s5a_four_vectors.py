"""The four-vectors of charge and current: (23)-(28).

A four-vector is the sum of its components times the symbols of unit vectors, as in IX.
"""

from sympy import Derivative, I, pi, sqrt

from derivations.hirsch.notation.common import c, e, lambda_L, m_e, n_s, rho_0, t, x, y, z
from derivations.hirsch.notation.superconductor import (
    A_fields,
    A_four,
    A_four_0,
    A_here,
    J_four,
    J_four_0,
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
    unit_4,
    unit_space,
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
    compare_coefficients,
    correction,
    equal,
    follows_from,
    substitute,
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
sum_A = sum((part * unit for part, unit in zip(A_here, unit_space, strict=True)), start=I * phi_here * unit_4)
sum_J = sum((part * unit for part, unit in zip(J_here, unit_space, strict=True)), start=I * c * rho_here * unit_4)
sum_A_0 = I * phi_interior * unit_4
sum_J_0 = I * c * rho_0 * unit_4
paper.spellings += (
    (r"(\mathbf{A},i\phi)", sum_A),
    (r"(\mathbf{J},ic\rho)", sum_J),
    (r"(0,i\phi_0)", sum_A_0),
    (r"(0,ic\rho_0)", sum_J_0),
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
)
eq25a = paper.given("25a", where=HERE, printed=r"A=(\mathbf{A},i\phi)", lhs=A_four, rhs=sum_A)
eq25b = paper.given("25b", where=HERE, printed=r"J=(\mathbf{J},ic\rho)", lhs=J_four, rhs=sum_J)
eq26a = paper.given("26a", where=HERE, printed=r"A_0=(0,i\phi_0)", lhs=A_four_0, rhs=sum_A_0)
eq26b = paper.given("26b", where=HERE, printed=r"J_0=(0,ic\rho_0)", lhs=J_four_0, rhs=sum_J_0)
in_components = substitute(eq25a, eq25b, eq26a, eq26b, into=eq24)
components_24 = compare_coefficients(in_components, *unit_space, unit_4, general=True)
eq23 = paper.step(
    "23",
    where=HERE,
    printed=r"\rho-\rho_0=-\frac{1}{4\pi\lambda_L^2}(\phi-\phi_0)",
    lhs=rho_here - rho_0,
    rhs=-1 / (4 * pi * lambda_L**2) * (phi_here - phi_interior),
    by=components_24,
)
fourth_component = paper.cross_reference(
    "23-from-24",
    where=HERE,
    printed="(23) is the fourth component of (24)",
    lhs=(I * c * rho_here - I * c * rho_0) - factor_24 * (I * phi_here - I * phi_interior),
    rhs=I * c * ((rho_here - rho_0) + (phi_here - phi_interior) / (4 * pi * lambda_L**2)),
    note="For any values: the fourth components that (25) and (26) give to the sides of (24), left less right, are ic times (23), left less right, so that the one is zero where the other is.",
)
spatial = paper.claim(
    "24-london",
    equal(J_here[0], -n_s * e**2 / (m_e * c) * A_here[0]),
    equal(J_here[1], -n_s * e**2 / (m_e * c) * A_here[1]),
    equal(J_here[2], -n_s * e**2 / (m_e * c) * A_here[2]),
    where=HERE,
    printed="the spatial part of (24) is the ordinary London equation",
    by=follows_from(components_24, eq8),
    note="The London equation of the textbooks, J = −(n_s e²/m_e c)A, component by component, with the components (25) and (26) and the penetration depth (8).",
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
    by=components_24,
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
    printed="the Lorentz gauge (27) is the divergence in space and time of the four-vector (25a), the same in every frame, as the covariant (24) needs it",
    conditions=SLOWER_THAN_LIGHT,
    note="In our words: the paper says that (27) takes the place of the gauge of London and Coulomb. First: the left side of (27) is the divergence of (25a), for any fields. Then: it has the same value in every frame, seen with the x axis along its motion. What (24) makes of it is decided in x.continuity-in-fields.",
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
            fault="the terms on the left differ in dimension",
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
    "x.continuity-in-fields",
    equal(
        four_divergence(four_vector(fields_of_J, c * density_field), (x, y, z), t, c),
        factor_24 * four_divergence(four_A_field, (x, y, z), t, c),
    ),
    where=HERE,
    printed="the divergence in space and time of (24): that of J is that of A, up to the factor of (24)",
    note="No line of the paper. For any potentials, with the current density and the charge density of (24) and (23): so (27) holds where charge is conserved, and only there.",
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
