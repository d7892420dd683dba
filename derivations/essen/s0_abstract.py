"""The abstract announces what sections III and IV derive."""

from sympy import log, sqrt

from derivations.essen.notation import E_1d, E_3d, N_s, R, a, a_0, a_m, alpha, r_e, ratio
from derivations.essen.paper import paper
from derivations.essen.s3_rotating import eq28, radius, same_field
from derivations.essen.s4b_temperatures import AS_46_PRINTS, E3d
from derivations.essen.s4c_large import definition
from verify.claims import CODATA_2022, Equation, approx, aside, decimal, equal, follows_from, soft_ground_state

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
dimensions = paper.value(
    "abs-2d",
    approx(
        alpha**2, "0.1", constants={alpha: CODATA_2022.alpha}, within=("0", "0.1", "far below one: N r_e/R in d = 1")
    ),
    approx(
        E_1d / E_3d,
        "1",
        within=("1", "1e3", "enhanced: more than one times the energy in 3-D"),
    ),
    by=follows_from(AS_46_PRINTS, E3d.link(0), Equation("IV.B-ratio", a_m, 100 * a / a_0)),
    where=HERE,
    printed="collective effects: from two dimensions on; pairing: enhanced in one dimension",
    note="With (51) for d = 1, N r_e/R is at most r_e/a_0 = α² for every size R, while (54) and (55) reach 1. The pair's energy (46) over "
    "that in three dimensions is [2 ln(a_m/a)]² = 85 at a_m/a = 10², for the exact ground state of (45) 21.",
    asides=[
        aside("at most r_e/a_0 = α² for every size R", equal(R / a_0 * r_e / R, alpha**2), by=follows_from(definition)),
        aside("(54) and (55) reach 1", *(equal((size / a_0) ** d * r_e / size, 1) for d, size in SIZES.items())),
        aside("[2 ln(a_m/a)]² = 85 at a_m/a = 10²", approx((2 * log(100)) ** 2, "85")),
        aside(
            "at a_m/a = 10², for the exact ground state of (45) 21",
            soft_ground_state(decimal("21"), ratio, at=(100,), between=("0.98", "1.02")),
        ),
    ],
)
