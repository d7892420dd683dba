"""The abstract announces what sections III and IV derive."""

from sympy import Integer, log

from derivations.essen.notation import N_s, R, alpha, r_e, ratio
from derivations.essen.paper import paper
from derivations.essen.s3_rotating import radius, turning
from verify.claims import CODATA_2022, approx, follows_from

HERE = "Abstract"

number = paper.step(
    "abs-N",
    where=HERE,
    printed=r"$N = 3R/r_e$",
    lhs=N_s,
    rhs=3 * R / r_e,
    by=follows_from(turning, radius),
)
dimensions = paper.value(
    "abs-2d",
    approx(
        alpha**2, "5.3e-5", constants={alpha: CODATA_2022.alpha}, within=("0", "0.1", "far below one: N r_e/R in d = 1")
    ),
    approx(
        (2 * log(ratio)) ** 2,
        "85",
        constants={ratio: Integer(100)},
        within=("1", "1e3", "enhanced: more than one times the energy in 3-D"),
    ),
    where=HERE,
    printed="collective effects require a minimum of two dimensions but electron pairing is enhanced in one-dimensional systems",
    note="With (51) for d = 1, N r_e/R is at most r_e/a_0 = α² for every size R, while (54) and (55) reach 1. The pair's energy (46) over "
    "that in three dimensions is [2 ln(a_m/a)]² at a_m/a = 10².",
)
