"""The abstract announces what sections III and IV derive."""

from sympy import log, sqrt

from derivations.essen.notation import E_1d, E_3d, N_s, R, a_0, alpha, d, kappa2, r_e, ratio
from derivations.essen.paper import paper
from derivations.essen.s3_rotating import eq28, radius, same_field
from derivations.essen.s4b_pairs import exact_energy
from derivations.essen.s4b_temperatures import E3d
from derivations.essen.s4c_large import definition, eq51, most
from verify.claims import (
    CODATA_2022,
    approx,
    aside,
    decimal,
    equal,
    follows_from,
    printed_number,
    soft_ground_state,
    specialise,
)

HERE = "Abstract"

number = paper.step(
    "abs-N",
    where=HERE,
    printed=r"$N = 3R/r_e$",
    lhs=N_s,
    rhs=3 * R / r_e,
    by=follows_from(eq28.link(0), same_field, radius),
)
SIZES = {2: a_0**2 / r_e, 3: a_0 * sqrt(a_0 / r_e)}
"""The sizes (54) and (55), by their dimension."""
dimensions = paper.claim(
    "abs-2d",
    approx(
        N_s * r_e / R,
        "0.1",
        constants={alpha: CODATA_2022.alpha},
        within=("0", "0.1", "far from 1, where (49) wants it: N r_e/R in d = 1"),
    ),
    soft_ground_state(decimal("21.2"), ratio, at=(100,), between=("0.998", "1.002")),
    approx(
        E_1d / E_3d,
        "1",
        constants={kappa2: printed_number("21.2")},
        within=("1", "1e3", "enhanced: more than one times the energy in 3-D"),
    ),
    by=follows_from(exact_energy, E3d.link(0), most, specialise(eq51, {d: 1}, general=True), definition),
    where=HERE,
    printed="collective effects: from two dimensions on; pairing: enhanced in one dimension",
    note="With (51) for d = 1, N r_e/R is r_e/a_0 = α² for every size R, while (54) and (55) reach 1. The exact ground state of (45) is κ² times the energy in "
    "three dimensions: 21.2 times at the paper's a_m/a = 10², and more than one times at 48 to 122, whichever Z_F is meant. (46) has [2 ln(a_m/a)]² = 85 at 10².",
    asides=[
        aside("r_e/a_0 = α² for every size R", equal(R / a_0 * r_e / R, alpha**2), by=follows_from(definition)),
        aside(
            "(54) and (55) reach 1", *(equal((size / a_0) ** power * r_e / size, 1) for power, size in SIZES.items())
        ),
        aside("more than one times at 48 to 122", soft_ground_state(1, ratio, at=(48, 61, 122), between=("1", "1e3"))),
        aside("[2 ln(a_m/a)]² = 85 at 10²", approx((2 * log(100)) ** 2, "85"), put_in=["10²"]),
    ],
)
