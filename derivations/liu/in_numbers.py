"""What the notes of the resisting distance and of Table 1 say in numbers: asides, and what they share."""

from typing import Any

from sympy import Rational, diff, sqrt

from derivations.liu.formulas import HALF, THIRD, D_closed, R_c_of_c1, c_at, d_first, even, odd, term
from derivations.liu.notation import R_b, c, j, r, x
from verify.claims import (
    approx,
    aside,
    at_most,
    decimal,
    diverges,
    equal,
    greater,
    leading,
    less,
    on_interval,
    only_root,
)

# --- the resisting distance ------------------------------------------------------------------------

TUNNEL_FROM_ONE_FIFTH = (
    *equal((d_first + 1 / R_b).subs(c, c_at), 1 / R_b),
    *on_interval(diff(d_first, c), "<", r, 0, 1, scale=R_b),
    *on_interval(c_at - Rational(1, 5), ">", r, 0, 1, scale=R_b),
    *equal(c_at.subs(r, R_b), Rational(1, 5)),
    *diverges(c_at, r, 0),
)
"""(37) has a zero inside the border for c > 1/5 only: the one c that belongs to r takes all values down to 1/5 there."""
NO_TUNNEL_AT_C_0_17 = aside(
    "At c = 0.17 the first term is positive everywhere inside the border (no tunnel), while the full series is negative at r = 0.95 R_b",
    on_interval(d_first.subs(c, Rational(17, 100)), ">", r, 0, 1, scale=R_b),
    less(D_closed.subs({c: Rational(17, 100), r: Rational(19, 20) * R_b}), 0),
    put_in=["0.17", "0.95"],
)
ONLY_THE_FIRST_TERM_VANISHES = aside(
    "At c = 1 the first term vanishes at R_c = (3 − √5)/2 R_b and the full series does not",
    equal((d_first + 4 / R_b).subs({c: 1, r: R_c_of_c1 * R_b}), 4 / R_b),
    greater(D_closed.subs({c: 1, r: R_c_of_c1 * R_b}), 0),
)
THE_BORDER_SOLVES_38 = equal((d_first + (3 * c + 1) / R_b).subs(r, R_b), (3 * c + 1) / R_b)
ZERO_AT_THE_BORDER = aside(
    "at the border itself it is zero for every c",
    THE_BORDER_SOLVES_38,
)
MINIMA = aside(
    "a minimum (at 0.893 R_b for c = 1/3, at 0.667 R_b for c = 1)",
    only_root(diff(d_first.subs(c, THIRD), r), r, 0, 1, "0.893", scale=R_b),
    only_root(diff(d_first.subs(c, 1), r), r, 0, 1, "0.667", scale=R_b),
    put_in=["1/3"],
)
DISCRIMINANT = aside(
    "the other two are real as well, since their discriminant is 16c(1 + 4c)",
    equal(
        d_first.subs(r, x) * x * (2 * R_b - x) ** 2,
        (R_b - x) * ((1 + 3 * c) * x**2 - 4 * (1 + 2 * c) * R_b * x + 4 * R_b**2) / R_b,
    ),
    equal((4 * (1 + 2 * c)) ** 2 - 4 * (1 + 3 * c) * 4, 16 * c * (1 + 4 * c)),
    at_most(0, 16 * c * (1 + 4 * c)),
    where=[x < 2 * R_b],
)
R_C_AT_ONE_HALF = aside(
    "(4/5)(2 − √(3/2)) = 0.62020",
    only_root(
        d_first.subs(c, HALF),
        r,
        0,
        1,
        "0.62020",
        scale=R_b,
        exactly=Rational(4, 5) * (2 - sqrt(Rational(3, 2))),
    ),
    put_in=["4/5", "3/2"],
)
FULL_SERIES_AT_C_0_15 = aside(
    "False of the full series: there a tunnel exists for c = 3/20",
    less(D_closed.subs({c: Rational(3, 20), r: Rational(97, 100) * R_b}), 0),
    put_in=["3/20"],
)
CONSTANTS_OF_THE_TERMS = aside(
    "the term i = 2j behaves as 3(1 − c)(R_b − r)/(16 R_b² j²), the next one as its opposite",
    leading(16 * term.subs(even), j, -2, 3 * (1 - c) * (R_b - r) / R_b**2),
    leading(16 * term.subs(odd), j, -2, -3 * (1 - c) * (R_b - r) / R_b**2),
)

# --- Table 1 -----------------------------------------------------------------------------------

C_ALL = decimal("0.1")  # assumed for all materials, so no rounded number
RADII = {
    "Si": ("210e-12", "111e-12"),
    "C": ("170e-12", "77e-12"),
    "Al": ("125e-12", "118e-12"),
    "Ca": ("180e-12", "174e-12"),
    "Fe": ("140e-12", "125e-12"),
    "Cu": ("140e-12", "138e-12"),
    "Pt": ("175e-12", "128e-12"),
    "Au": ("166e-12", "144e-12"),
    "Hg": ("155e-12", "149e-12"),
}
"""R_b and R_v in metres, by element."""
BY_C = {el: d_first.subs({R_b: decimal(border), r: decimal(valence)}) for el, (border, valence) in RADII.items()}
"""(37) as a function of c, by element."""
FULL_BY_C = {el: D_closed.subs({R_b: decimal(border), r: decimal(valence)}) for el, (border, valence) in RADII.items()}
SWAPPED_BY_C = {
    el: d_first.subs({R_b: decimal(valence), r: decimal(border)}) for el, (border, valence) in RADII.items()
}
"""(37) with the two radii interchanged."""
RATIOS = {el: FULL_BY_C[el].subs(c, C_ALL) / BY_C[el].subs(c, C_ALL) for el in RADII}
"""D/d by element, at the radii of Table 1."""
DISTANCE_AGAINST_FIRST_TERM = aside(
    "For the radii of Table 1 and c = 0.1 the ratio D/d runs from 0.36 (copper) to 0.89 (diamond)",
    approx(RATIOS["Cu"], "0.36"),
    approx(RATIOS["C"], "0.89"),
    *(at_most(RATIOS["Cu"], ratio, RATIOS["C"]) for ratio in RATIOS.values()),
    put_in=["0.1"],
)
TOO_LARGE = {
    "Si": ("5.37e13", "1.5e+04", "4.25e+09"),
    "C": ("8.50e11", "137", "7.1e+09"),
    "Hg": ("3.49e8", "2.47", "2.6e+08"),
}
"""Cells that are too large for any c: printed, printed over computed, the largest value of (37)."""
AT_ANOTHER_C = {
    "Al": ("1.87e7", "0.07", "0.220"),
    "Ca": ("9.00e6", "0.0873", "0.206"),
    "Fe": ("2.42e8", "0.461", "0.185"),
    "Cu": ("8.41e5", "0.0157", "0.205"),
    "Pt": ("1.50e9", "0.971", "0.108"),
    "Au": ("5.81e7", "0.0994", "0.257"),
}
"""Cells that (37) would give with another c: printed, printed over computed, that c."""
NO_C = "For no c ≥ 0 does (37) give the printed value: it falls as c grows, and its largest, at c = 0, is 1/R_v − 1/R_b"
CELL: dict[str, dict[str, Any]] = {
    el: {
        "note": f"Printed/computed = {ratio}. {NO_C} = {most} 1/m.",
        "asides": [
            aside(f"Printed/computed = {ratio}", approx(decimal(column) / BY_C[el].subs(c, C_ALL), ratio)),
            aside(
                f"{NO_C} = {most} 1/m",
                less(diff(BY_C[el], c), 0),
                approx(BY_C[el].subs(c, 0), most),
                less(BY_C[el].subs(c, 0), decimal(column)),
            ),
        ],
    }
    for el, (column, ratio, most) in TOO_LARGE.items()
} | {
    el: {
        "note": f"Printed/computed = {ratio}. (37) would give the printed value at c = {needed}, not at 0.1.",
        "asides": [
            aside(f"Printed/computed = {ratio}", approx(decimal(column) / BY_C[el].subs(c, C_ALL), ratio)),
            aside(
                f"(37) would give the printed value at c = {needed}, not at 0.1",
                only_root(BY_C[el] - decimal(column), c, 0, 1, needed),
                less(C_ALL, decimal(needed)),
            ),
        ],
    }
    for el, (column, ratio, needed) in AT_ANOTHER_C.items()
}
"""The notes of the column of D, with what decides them."""
CELL["Pt"] = {
    "note": CELL["Pt"]["note"]
    + " Were the assumed 0.1 a rounded number, this cell would be within what it allows, 0.05 to 0.15; it is the only one.",
    "asides": [
        *CELL["Pt"]["asides"],
        aside(
            "within what it allows, 0.05 to 0.15; it is the only one",
            less(decimal("0.05"), decimal(AT_ANOTHER_C["Pt"][2]), decimal("0.15")),
            *(less(decimal("0.15"), decimal(needed)) for el, (_, _, needed) in AT_ANOTHER_C.items() if el != "Pt"),
            put_in=["0.1"],
        ),
    ],
}
