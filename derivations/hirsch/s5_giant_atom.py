"""Charge and fields of a superconductor: (23)-(30)."""

from sympy import Derivative, I, Ne, Rational, diff, exp, pi, sqrt

from derivations.hirsch.notation import (
    E_F,
    A_fields,
    A_four,
    A_four_0,
    A_fourth,
    A_fourth_0,
    A_here,
    D,
    E_m,
    E_outside,
    J_four,
    J_four_0,
    J_fourth,
    J_fourth_0,
    J_here,
    N_expelled,
    R,
    c,
    depth_L,
    divergence_A,
    divergence_J,
    e,
    ell,
    far_side,
    half_size,
    hbar,
    lambda_L,
    lambda_TF,
    laplacian_phi,
    laplacian_phi_0,
    m_e,
    n_s,
    nearness,
    phi_field,
    phi_here,
    phi_interior,
    phi_rate,
    r,
    rho_0,
    rho_here,
    rho_minus,
    rho_rate,
    t,
    u_frame,
    x,
    y,
    z,
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
from derivations.physics.screening import (
    content,
    field_in_layer,
    field_of_uniform,
    gauss_law,
    layered_charge,
    neutralising_density,
    screened_density,
    screened_field,
    screening_law,
    surface,
)
from verify.claims import (
    AMBIGUITY,
    CODATA_2022,
    approx,
    aside,
    at_most,
    correction,
    equal,
    expands_to,
    follows_from,
    greater,
    less,
    printed_number,
    reading,
    specialise,
)
from verify.units import electronvolt

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

# --- four-vectors: (23) to (28) ----------------------------------------------------------------------

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

# --- electrostatics: how far a field reaches ----------------------------------------------------------

poisson_0 = paper.given(
    "phi0",
    where=HERE,
    printed="the uniform density ρ_0 gives rise to φ_0 by the equation of electrostatics",
    lhs=laplacian_phi_0,
    rhs=-4 * pi * rho_0,
    note="Poisson's equation, Gaussian units.",
)
poisson = paper.premise(
    "x.Poisson",
    where=HERE,
    printed=r"\nabla^2\phi = -4\pi\rho",
    lhs=laplacian_phi,
    rhs=-4 * pi * rho_here,
    law="Poisson's equation, Gaussian units",
)
helmholtz = paper.step(
    "x.screened",
    where=HERE,
    printed=r"\nabla^2\phi-\nabla^2\phi_0=\frac{1}{\lambda_L^2}(\phi-\phi_0)",
    lhs=laplacian_phi - laplacian_phi_0,
    rhs=1 / lambda_L**2 * (phi_here - phi_interior),
    by=follows_from(poisson, poisson_0, eq23),
    note="With a plus on the right: what is not φ_0 decays, and does not oscillate.",
)
decay = paper.premise(
    "x.decay",
    where=HERE,
    printed=r"\nabla^2\phi-\nabla^2\phi_0=\frac{1}{\ell^2}(\phi-\phi_0)",
    lhs=laplacian_phi - laplacian_phi_0,
    rhs=1 / ell**2 * (phi_here - phi_interior),
    law="what a length ℓ of screening is: φ − φ_0 falls as exp(−x/ℓ) behind a flat surface, of which the second derivative is this",
)
screening = paper.step(
    "screening",
    where=HERE,
    printed="electrostatic fields are screened over λ_L",
    lhs=ell,
    rhs=lambda_L,
    by=follows_from(decay, poisson, poisson_0, eq23),
    conditions=[Ne(phi_here, phi_interior)],
    note="exp(−x/ℓ) has the second derivative exp(−x/ℓ)/ℓ².",
    asides=[
        aside(
            "exp(−x/ℓ) has the second derivative exp(−x/ℓ)/ℓ²",
            equal(Derivative(exp(-x / ell), x, 2), exp(-x / ell) / ell**2),
        )
    ],
)
FIELDS = {g: screened_field(g, R, lambda_L, r, interior=rho_0) for g in ("sphere", "cylinder", "slab")}
DENSITIES = {g: screened_density(g, R, lambda_L, r, interior=rho_0) for g in FIELDS}
solutions = paper.claim(
    "screening-solutions",
    *(gauss_law(g, FIELDS[g], DENSITIES[g], r) for g in FIELDS),
    *(screening_law(g, FIELDS[g], DENSITIES[g], lambda_L, r, interior=rho_0) for g in FIELDS),
    *(equal(FIELDS[g].subs(r, R), 0) for g in FIELDS),
    where=HERE,
    printed="(23) with the equation of electrostatics, solved for a neutral sphere, cylinder and slab",
    conditions=[r < R],
    note="No line of the page. In each geometry: Gauss's law, the derivative of (23) along r, and no field at the surface (R is the distance of the surface from the middle). The density is ρ_0 minus a term "
    "with sinh, a Bessel function, or cosh, that grows towards the surface.",
)
thomas_fermi = paper.premise(
    "x.TF",
    where=HERE,
    printed=r"\lambda_{TF} = \sqrt{\frac{E_F}{6\pi n_s e^2}}",
    lhs=lambda_TF,
    rhs=sqrt(E_F / (6 * pi * n_s * e**2)),
    assumption="the screening length of Thomas and Fermi for free electrons, all of which are superfluid below the transition; were fewer, λ_L would be larger still",
)
much_smaller = paper.claim(
    "TF-much-smaller",
    approx(
        lambda_TF / lambda_L,
        "0.0044",
        constants={
            E_F: printed_number("15", electronvolt),
            m_e: CODATA_2022.m_e,
            c: CODATA_2022.c,
        },
        within=("0", "0.1", "much larger: at least ten times"),
    ),
    where=HERE,
    printed="λ_L is much larger than the Thomas-Fermi length of normal metals",
    by=follows_from(thomas_fermi, eq8),
    note="The ratio is the root of 2E_F/(3m_e c²); no metal has a Fermi energy above 15 eV (N. W. Ashcroft and N. D. Mermin, Solid State Physics).",
    asides=[
        aside(
            "The ratio is the root of 2E_F/(3m_e c²)",
            equal(lambda_TF / lambda_L, sqrt(2 * E_F / (3 * m_e * c**2))),
            by=follows_from(thomas_fermi, eq8),
        )
    ],
)
bcs = paper.remark(
    "V-BCS-rigid",
    where=HERE,
    printed="BCS theory: electric fields are screened as in the normal metal",
    why="What another theory predicts, without an equation.",
)

# --- the layer at the surface: (29), (30) -------------------------------------------------------------

thin = paper.approximation(
    "x.thin",
    where=HERE,
    printed="the dimensions of the sample are much larger than λ_L",
    page="the text after (30)",
)
neutral_sphere = paper.premise(
    "x.neutral-sphere",
    where=HERE,
    printed="a neutral sphere, with ρ_0 throughout and a thin layer of ρ_- at its surface",
    lhs=rho_0 * content("sphere", R) + rho_minus * surface("sphere", R) * lambda_L,
    rhs=0,
    law="conservation of charge: the sample is neutral as a whole",
)
neutral_cylinder = paper.premise(
    "x.neutral-cylinder",
    where=HERE,
    printed="a neutral cylinder, with ρ_0 throughout and a thin layer of ρ_- at its surface, per unit length",
    lhs=rho_0 * content("cylinder", R) + rho_minus * surface("cylinder", R) * lambda_L,
    rhs=0,
    law="conservation of charge: the sample is neutral as a whole",
)
neutral_slab = paper.premise(
    "x.neutral-slab",
    where=HERE,
    printed="a neutral slab, with ρ_0 throughout and thin layers of ρ_- at its two surfaces, per unit area",
    lhs=rho_0 * content("slab", D / 2) + rho_minus * surface("slab", D / 2) * lambda_L,
    rhs=0,
    law="conservation of charge: the sample is neutral as a whole",
)
eq29a = paper.step(
    "29a",
    where=HERE,
    printed=r"\rho_0=-\frac{3\lambda_L}{R}\rho_-",
    lhs=rho_0,
    rhs=-3 * lambda_L / R * rho_minus,
    by=follows_from(neutral_sphere),
    within=[thin],
    note="In the leading order of λ_L/R; see layer-order.",
)
eq29b = paper.step(
    "29b",
    where=HERE,
    printed=r"\rho_0=-\frac{2\lambda_L}{R}\rho_-",
    lhs=rho_0,
    rhs=-2 * lambda_L / R * rho_minus,
    by=follows_from(neutral_cylinder),
    within=[thin],
    note="In the leading order of λ_L/R; see layer-order.",
)
eq29c = paper.step(
    "29c",
    where=HERE,
    printed=r"\rho_0=-\frac{2\lambda_L}{D}\rho_-",
    lhs=rho_0,
    rhs=-2 * lambda_L / D * rho_minus,
    by=follows_from(neutral_slab),
    within=[thin],
    note="In the leading order of λ_L/D; see layer-order.",
)
INSIDE = {g: neutralising_density(g, R, lambda_L, rho_minus) for g in ("sphere", "cylinder")}
INSIDE_SLAB = neutralising_density("slab", D / 2, lambda_L, rho_minus)
order_29 = paper.claim(
    "layer-order",
    expands_to(INSIDE["sphere"], lambda_L, -3 * lambda_L / R * rho_minus, order=2, called=rho_0),
    expands_to(INSIDE["cylinder"], lambda_L, -2 * lambda_L / R * rho_minus, order=2, called=rho_0),
    expands_to(INSIDE_SLAB, lambda_L, -2 * lambda_L / D * rho_minus, order=2, called=rho_0),
    where=HERE,
    printed="(29) is the leading order of what neutrality asks of ρ_0 within the layer and ρ_- in it",
    conditions=[lambda_L < R, 2 * lambda_L < D],
    note="No line of the page. Without approximation the sphere has the relation ρ_0 (R − λ_L)³ = −ρ_- (R³ − (R − λ_L)³).",
    asides=[
        aside(
            "Without approximation the sphere has the relation ρ_0 (R − λ_L)³ = −ρ_- (R³ − (R − λ_L)³)",
            equal(
                layered_charge("sphere", R, lambda_L, interior=rho_0, layer=rho_minus),
                4 * pi / 3 * (rho_0 * (R - lambda_L) ** 3 + rho_minus * (R**3 - (R - lambda_L) ** 3)),
            ),
        )
    ],
)
pillbox = paper.premise(
    "x.pillbox",
    where=HERE,
    printed=r"E_{out} - E_m = 4\pi\rho_-\lambda_L",
    lhs=E_outside - E_m,
    rhs=4 * pi * rho_minus * lambda_L,
    law="Gauss's law for a layer of charge that is thin beside the radius of the surface, with the fields outward",
)
no_field_outside = paper.premise(
    "x.outside",
    where=HERE,
    printed=r"E_{out} = 0",
    lhs=E_outside,
    rhs=0,
    law="Gauss's law: outside a neutral sphere, cylinder or slab there is no field",
)
eq30 = paper.step(
    "30",
    where=HERE,
    printed=r"E_m = -4\pi\lambda_L\rho_-",
    lhs=E_m,
    rhs=-4 * pi * lambda_L * rho_minus,
    by=follows_from(pillbox, no_field_outside),
    within=[thin],
    note="The field points outward, where ρ_- is negative. That it is the field at the layer in all three geometries, in the leading order, is layer-field.",
)
by_gauss = paper.claim(
    "layer-field",
    expands_to(
        field_of_uniform("sphere", INSIDE["sphere"], R - lambda_L),
        lambda_L,
        -4 * pi * lambda_L * rho_minus,
        order=2,
        called=E_m,
    ),
    expands_to(
        field_of_uniform("cylinder", INSIDE["cylinder"], R - lambda_L),
        lambda_L,
        -4 * pi * lambda_L * rho_minus,
        order=2,
        called=E_m,
    ),
    equal(field_of_uniform("slab", INSIDE_SLAB, D / 2 - lambda_L), -4 * pi * lambda_L * rho_minus),
    where=HERE,
    printed="at the inner side of the layer Gauss's law gives (30): for a slab without approximation, for sphere and cylinder in the leading order",
    conditions=[lambda_L < R, 2 * lambda_L < D],
    note="No line of the page.",
)
from_29a = paper.cross_reference(
    "30-29a",
    where=HERE,
    printed="(30) is the field of the uniform density of (29a) at the surface of a sphere",
    lhs=field_of_uniform("sphere", rho_0, R),
    rhs=-4 * pi * lambda_L * rho_minus,
    by=follows_from(eq29a),
)
from_29b = paper.cross_reference(
    "30-29b",
    where=HERE,
    printed="(30) is the field of the uniform density of (29b) at the surface of a cylinder",
    lhs=field_of_uniform("cylinder", rho_0, R),
    rhs=-4 * pi * lambda_L * rho_minus,
    by=follows_from(eq29b),
)
from_29c = paper.cross_reference(
    "30-29c",
    where=HERE,
    printed="(30) is the field of the uniform density of (29c) at the surface of a slab",
    lhs=field_of_uniform("slab", rho_0, D / 2),
    rhs=-4 * pi * lambda_L * rho_minus,
    by=follows_from(eq29c),
)
EDGES = {g: screened_field(g, R, lambda_L, R - lambda_L, interior=rho_0) for g in FIELDS}
maximum = paper.claim(
    "30-within-lambda",
    *(at_most(FIELDS[g], EDGES[g]) for g in FIELDS),
    where=HERE,
    printed="the interior field attains its maximum E_m within a London penetration depth of the surface",
    conditions=[r < R - lambda_L, 10 * lambda_L < R],
    readings=[
        reading(
            "a layer of uniform density",
            *(at_most(field_of_uniform(g, rho_0, r), field_of_uniform(g, rho_0, R - lambda_L)) for g in FIELDS),
            *(
                at_most(
                    field_in_layer(g, R, lambda_L, R - depth_L * lambda_L, interior=rho_0, layer=rho_minus),
                    field_of_uniform(g, rho_0, R - lambda_L),
                )
                for g in FIELDS
            ),
            where=[r < R - lambda_L, 10 * lambda_L < R, depth_L < 1],
            ground=AMBIGUITY,
            of="within",
            condition="'within' means: at the inner side of a layer of thickness λ_L and uniform density ρ_-, as in (29), (30)",
        )
    ],
    note="Decided first is what (23) and the equation of electrostatics say (screening-solutions): that no place deeper than λ_L has a larger field than the place at the depth λ_L. It has: "
    "the density is negative far deeper than λ_L, and the field grows up to there.",
)
with_far_side = 1 + exp(-2 * half_size)
sphere_below = half_size * with_far_side - 1 + exp(-2 * half_size)
layer_is_negative = paper.claim(
    "rho-negative-layer",
    less(1 - far_side, half_size * (nearness * exp(-1) + far_side * exp(1) / nearness)),
    less(3 * (1 + far_side), half_size * (nearness * exp(-1) - far_side * exp(1) / nearness)),
    where=HERE,
    within=[thin],
    printed="within λ_L of the surface the charge density becomes negative (ρ_-)",
    conditions=[half_size > 10, nearness > 1, far_side < Rational(1, 1000)],
    note="Of screening-solutions, at the depth d λ_L, with v = exp(1 − d), w = exp(−2s) and s the size from the middle over λ_L. The density of the slab is ρ_0 (1 − s(v/e + e w/v)/(1 − w)): decided first is that it is negative. "
    "That of the sphere is ρ_0 (1 − s³(v/e − e w/v)/(3(s − d)(s(1 + w) − 1 + w))), where the factors below are less than s and s(1 + w): decided is that it is negative with these in their place. The cylinder, with its Bessel functions, is not decided.",
    asides=[
        aside(
            "The density of the slab is ρ_0 (1 − s(v/e + e w/v)/(1 − w))",
            equal(
                screened_density(
                    "slab", half_size * lambda_L, lambda_L, (half_size - depth_L) * lambda_L, interior=rho_0
                ),
                rho_0
                * (
                    1
                    - half_size
                    * (exp(1 - depth_L) * exp(-1) + exp(-2 * half_size) * exp(1) / exp(1 - depth_L))
                    / (1 - exp(-2 * half_size))
                ),
            ),
        ),
        aside(
            "That of the sphere is ρ_0 (1 − s³(v/e − e w/v)/(3(s − d)(s(1 + w) − 1 + w)))",
            equal(
                screened_density(
                    "sphere", half_size * lambda_L, lambda_L, (half_size - depth_L) * lambda_L, interior=rho_0
                ),
                rho_0
                * (
                    1
                    - half_size**3
                    * (exp(1 - depth_L) * exp(-1) - exp(-2 * half_size) * exp(1) / exp(1 - depth_L))
                    / (3 * (half_size - depth_L) * sphere_below)
                ),
            ),
            where=[half_size > 10, depth_L < 1],
        ),
        aside(
            "the factors below are less than s and s(1 + w)",
            less(half_size - depth_L, half_size),
            less(half_size * (1 + far_side) - 1 + far_side, half_size * (1 + far_side)),
            where=[far_side < 1],
        ),
    ],
)
expelled = paper.claim(
    "expelled-sign",
    less(N_expelled * e / (content("sphere", R) - content("sphere", R - lambda_L)), 0),
    greater(-N_expelled * e / content("sphere", R - lambda_L), 0),
    less(N_expelled * e / (content("cylinder", R) - content("cylinder", R - lambda_L)), 0),
    greater(-N_expelled * e / content("cylinder", R - lambda_L), 0),
    less(N_expelled * e / (content("slab", R) - content("slab", R - lambda_L)), 0),
    greater(-N_expelled * e / content("slab", R - lambda_L), 0),
    where=HERE,
    printed="negative charge is expelled from the interior to the surface: excess negative charge there, positive charge inside",
    conditions=[lambda_L < R],
    note="N electrons of charge e, which is negative, are taken from a neutral interior to the layer: density of the layer, density inside, of a sphere, of a cylinder (N per unit length) and of a slab (N per unit area, R the distance of its surfaces from the middle).",
)
field_48 = paper.premise(
    "x.48",
    where=HERE,
    printed=r"E_m = -\frac{\hbar c}{4e\lambda_L^2}",
    lhs=E_m,
    rhs=-hbar * c / (4 * e * lambda_L**2),
    page="Eq. (48), from the energies of (52) to (54)",
)
scaling = paper.claim(
    "30-scaling",
    less(diff(-3 * lambda_L / R * rho_minus, R), 0),
    less(diff(-2 * lambda_L / R * rho_minus, R), 0),
    less(diff(-2 * lambda_L / D * rho_minus, D), 0),
    equal(rho_minus, hbar * c / (16 * pi * e * lambda_L**3)),
    where=HERE,
    printed="ρ_- and E_m do not depend on the size of the sample, ρ_0 decreases with it",
    by=follows_from(field_48, eq30),
    note="The ρ_0 of (29a), (29b), (29c) falls with R and D. In ρ_-, from (30) with the field (48), no size stands.",
)
general_geometry = paper.remark(
    "V-general",
    where=HERE,
    printed="for other geometries ρ_- varies along the surface",
    why="A statement about shapes that are not given; no equation is printed.",
)
