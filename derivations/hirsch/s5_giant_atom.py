"""Charge and fields at the surface of a superconductor: (29), (30).  The four-vectors and the screening are in s5a and s5b."""

from sympy import Derivative, Integer, Rational, besseli, exp, log, pi

from derivations.hirsch.notation.common import E_m, R, e, lambda_L, r, rho_0, rho_minus
from derivations.hirsch.notation.superconductor import (
    D,
    E_outside,
    N_expelled,
    depth_L,
    far_side,
    growth,
    half_size,
    nearness,
)
from derivations.hirsch.paper import paper
from derivations.hirsch.s5b_screening import FIELDS
from derivations.physics.screening import (
    DIMENSIONS,
    content,
    field_in_layer,
    field_of_uniform,
    layered_charge,
    neutralising_density,
    screened_density,
    screened_field,
    surface,
)
from verify.claims import (
    AMBIGUITY,
    aside,
    at_most,
    equal,
    expands_to,
    follows_from,
    greater,
    less,
    reading,
)

HERE = "V"
background = paper.remark(
    "V-background",
    where=HERE,
    printed="in the place of the lattice the electrons of a superconductor have a uniform positive background: a Thomson atom, but giant",
    why="A picture of the sample. The background comes into formulas in VII, as |e|n_s, and in X, as the en_s of (68), which is negative; what follows from either is decided at (37).",
)
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
    note="In the leading order of λ_L/R; see x.layer-order.",
)
eq29b = paper.step(
    "29b",
    where=HERE,
    printed=r"\rho_0=-\frac{2\lambda_L}{R}\rho_-",
    lhs=rho_0,
    rhs=-2 * lambda_L / R * rho_minus,
    by=follows_from(neutral_cylinder),
    within=[thin],
    note="In the leading order of λ_L/R; see x.layer-order.",
)
eq29c = paper.step(
    "29c",
    where=HERE,
    printed=r"\rho_0=-\frac{2\lambda_L}{D}\rho_-",
    lhs=rho_0,
    rhs=-2 * lambda_L / D * rho_minus,
    by=follows_from(neutral_slab),
    within=[thin],
    note="In the leading order of λ_L/D; see x.layer-order.",
)
INSIDE = {g: neutralising_density(g, R, lambda_L, rho_minus) for g in ("sphere", "cylinder")}
INSIDE_SLAB = neutralising_density("slab", D / 2, lambda_L, rho_minus)
order_29 = paper.claim(
    "x.layer-order",
    expands_to(INSIDE["sphere"], lambda_L, -3 * lambda_L / R * rho_minus, order=2, called=rho_0),
    expands_to(INSIDE["cylinder"], lambda_L, -2 * lambda_L / R * rho_minus, order=2, called=rho_0),
    expands_to(INSIDE_SLAB, lambda_L, -2 * lambda_L / D * rho_minus, order=2, called=rho_0),
    where=HERE,
    printed="(29) is the leading order of what neutrality asks of ρ_0 within the layer and ρ_- in it",
    conditions=[lambda_L < R, 2 * lambda_L < D],
    note="No line of the paper. Without approximation the sphere has the relation ρ_0 (R − λ_L)³ = −ρ_- (R³ − (R − λ_L)³).",
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
    note="The field points outward, where ρ_- is negative. That it is the field at the layer in all three geometries, in the leading order, is x.layer-field.",
)
by_gauss = paper.claim(
    "x.layer-field",
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
    note="No line of the paper.",
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
HALF, size_100 = Rational(1, 2), Integer(100)
BODY = size_100 * lambda_L


EDGES = {g: screened_field(g, R, lambda_L, R - lambda_L, interior=rho_0) for g in FIELDS}
maximum = paper.claim(
    "30-within-lambda",
    *(at_most(FIELDS[g], EDGES[g]) for g in FIELDS),
    where=HERE,
    printed=r"in all cases the interior field has its maximum $E_m$ within a London penetration depth of the surface",
    conditions=[r < R - lambda_L, 10 * lambda_L < R],
    readings=[
        reading(
            "the field of (29) and (30)",
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
            of="cases",
            condition="the cases are those of (29) and (30), a density ρ_0 up to a layer of the thickness λ_L with the density ρ_-: the maximum is at the inner side of the layer",
        )
    ],
    note="As printed: what (23) and the equation of electrostatics say of these shapes (x.screening-solutions), where a place deeper than λ_L has a larger field than the place at the depth λ_L: "
    "the density is negative far deeper than λ_L, and the field grows up to there, to a depth of about λ_L ln(R/(nλ_L)), with n = 3, 2, 1 for the sphere, the cylinder, the slab (decided at R = 100λ_L). In the slab the density is next to nothing at the depth λ_L ln(R/λ_L): −ρ_0 (s² + 1)/(exp(2s) − 1), s = R/λ_L.",
    asides=[
        aside(
            "to a depth of about λ_L ln(R/(nλ_L)), with n = 3, 2, 1 for the sphere, the cylinder, the slab (decided at R = 100λ_L)",
            *(
                sign(
                    screened_density(
                        g, BODY, lambda_L, (size_100 - log(size_100 / n) + off) * lambda_L, interior=rho_0
                    ),
                    0,
                )
                for g, n in DIMENSIONS.items()
                for sign, off in ((less, HALF), (greater, -HALF))
            ),
            put_in=["3", "2", "1", "100"],
        ),
        aside(
            "−ρ_0 (s² + 1)/(exp(2s) − 1)",
            equal(
                screened_density("slab", half_size, 1, half_size - log(half_size), interior=rho_0),
                -rho_0 * (half_size**2 + 1) / (exp(2 * half_size) - 1),
            ),
        ),
    ],
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
    note="Of x.screening-solutions, at the depth d λ_L, with v = exp(1 − d), w = exp(−2s) and s the size from the middle over λ_L. The density of the slab is ρ_0 (1 − s(v/e + e w/v)/(1 − w)): it is negative. "
    "That of the sphere is ρ_0 (1 − s³(v/e − e w/v)/(3(s − d)(s(1 + w) − 1 + w))), where the factors below are less than s and s(1 + w): decided is that it is negative with these in their place. The cylinder is rho-negative-cylinder.",
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
in_cylinder = paper.claim(
    "rho-negative-cylinder",
    less(2 * exp(1) * growth, half_size),
    where=HERE,
    within=[thin],
    printed="within λ_L of the surface the charge density becomes negative (ρ_-), in a cylinder",
    conditions=[half_size > 10, growth < 1],
    note="That of the cylinder is ρ_0 (1 − s/(2eq)) with q = I_1(s)/(e I_0(s − d)): decided is that it is negative. The quotient q is less than 1: I_1 is the derivative of I_0 and smaller than it (NIST Digital Library of Mathematical Functions, Bessel functions), "
    "so that I_0 grows by less than the factor e within λ_L.",
    asides=[
        aside(
            "That of the cylinder is ρ_0 (1 − s/(2eq)) with q = I_1(s)/(e I_0(s − d))",
            equal(
                screened_density(
                    "cylinder", half_size * lambda_L, lambda_L, (half_size - depth_L) * lambda_L, interior=rho_0
                ),
                rho_0
                * (1 - half_size / (2 * exp(1) * (besseli(1, half_size) / (exp(1) * besseli(0, half_size - depth_L))))),
            ),
            where=[half_size > 10, depth_L < 1],
        ),
        aside(
            "I_1 is the derivative of I_0",
            equal(Derivative(besseli(0, half_size), half_size), besseli(1, half_size)),
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
general_geometry = paper.remark(
    "V-general",
    where=HERE,
    printed="for other geometries ρ_- varies along the surface",
    why="A statement about shapes that are not given; no equation is printed.",
)
