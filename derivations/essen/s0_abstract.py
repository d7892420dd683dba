"""The abstract announces what sections III and IV derive."""

from derivations.essen.notation import E_1d, E_3d, N_s, R, a, a_0, a_m, alpha, r_e
from derivations.essen.paper import paper
from derivations.essen.s3_rotating import eq28, radius, same_field
from derivations.essen.s4b_temperatures import AS_46_PRINTS, E3d
from verify.claims import CODATA_2022, Equation, approx, follows_from

HERE = "Abstract"

number = paper.step(
    "abs-N",
    where=HERE,
    printed=r"$N = 3R/r_e$",
    lhs=N_s,
    rhs=3 * R / r_e,
    by=follows_from(eq28.link(0), same_field, radius),
)
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
)
