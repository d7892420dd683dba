"""How the resisting distance changes with pressure and temperature."""

from sympy import Eq, Rational, diff

from derivations.liu.formulas import THIRD, R_c_of_c, c_at, d_first
from derivations.liu.notation import R_b, R_v, c, dR_b, dR_v, k, r
from derivations.liu.paper import paper
from derivations.liu.s5_resisting import first_term
from verify.claims import DOMAIN, aside, correction, equal, greater, less, on_interval, reading

HERE = "Resistivity Dynamics"

below_R_c = [Eq(c, c_at / (1 + k)), r < R_b, c <= 1]
BELOW = "R_v stays below the conducting radius R_c"

gap = R_c_of_c - R_v
GAP_BY_38 = "R_c is the solution of (38) inside the border, 2R_b/(1 + 2c + √(c(1 + 4c))), which the paper does not write out: see (40)"
SOLVES_38 = aside(
    GAP_BY_38,
    equal((d_first + (3 * c + 1) / R_b).subs(r, R_c_of_c), (3 * c + 1) / R_b),
    where=[c > 0],
    put_in=["2"],
)
dyn_c_of_p = paper.remark(
    "dyn.c_of_p",
    where=HERE,
    printed="pressure increases c; R_b decreases monotonically with pressure",
    why="A statement about materials; the model contains no pressure.",
)
dyn_Rb = paper.claim(
    "dyn.Rb",
    greater(diff(d_first, R_b), 0),
    conditions=[r < R_b, c <= 1],
    within=[first_term],
    where=HERE,
    printed="the resisting distance shrinks with a decrease in R_b at constant R_v",
    readings=[
        reading(
            "below the conducting radius",
            greater(diff(d_first, R_b), 0),
            where=below_R_c,
            within=[first_term],
            ground=DOMAIN,
            condition=BELOW,
        )
    ],
    note="Of the first term.",
)
dyn_gapRb = paper.claim(
    "dyn.gapRb",
    greater(gap.diff(R_b), 0),
    where=HERE,
    printed="smaller $R_b$ at fixed $R_v$, smaller gap between $R_v$ and $R_c$",
    note=f"At fixed c. {GAP_BY_38}. The gap R_c − R_v grows and shrinks with R_b.",
    asides=[SOLVES_38],
)
dyn_Rv = paper.claim(
    "dyn.Rv",
    less(gap.diff(R_v), 0),
    less(diff(d_first, r), 0),
    conditions=[r < R_b, c <= 1],
    within=[first_term],
    where=HERE,
    printed="larger $R_v$, smaller gap between $R_v$ and $R_c$, and smaller D",
    readings=[
        reading(
            "below the conducting radius",
            less(gap.diff(R_v), 0),
            less(diff(d_first, r), 0),
            where=below_R_c,
            within=[first_term],
            ground=DOMAIN,
            condition=BELOW,
        )
    ],
    note="The gap falls always, D only below its minimum; the text speaks of a gap, that is of R_v below R_c.",
)
fig5_dynamics = paper.claim(
    "fig5.dynamics",
    on_interval(diff(d_first.subs(c, 0), r), "<", r, 0, 1, scale=R_b, called="the slope of d(r) at c = 0"),
    on_interval(diff(d_first.subs(c, THIRD), r), "<", r, 0, 1, scale=R_b, called="the slope of d(r) at c = 1/3"),
    on_interval(diff(d_first.subs(c, 1), r), "<", r, 0, 1, scale=R_b, called="the slope of d(r) at c = 1"),
    within=[first_term],
    where=HERE,
    printed="Figure 5: D falls with R_v for each of its values of c",
    readings=[
        correction(
            "below the conducting radius",
            less(diff(d_first, r), 0),
            where=below_R_c,
            condition=BELOW,
        )
    ],
    note="The same finding as fig5.mono, of the same curves. The sentence speaks of the curves that are drawn, up to the border; dyn.Rb and dyn.Rv speak of a gap, that is of R_v below R_c.",
)
gap_rate = gap.diff(R_b) * dR_b + gap.diff(R_v) * dR_v
d_rate = diff(d_first, R_b) * dR_b + diff(d_first, r) * dR_v
"""How fast d of the valence orbital changes with both lengths."""
dyn_heat = paper.claim(
    "dyn.heat",
    greater(gap_rate, 0),
    within=[first_term],
    where=HERE,
    printed="$R_b$ increases faster than $R_v$, which expands the gap; consequently D increases",
    conditions=[dR_b > dR_v, c > Rational(1, 5), c <= 1],
    readings=[
        correction(
            "R_v constant",
            greater(diff(d_first, R_b) * dR_b, 0),
            greater(gap.diff(R_b) * dR_b, 0),
            where=below_R_c,
            condition="the growth of R_v is so slow against that of R_b that it is left out, and R_v stays below R_c",
            fault="D may fall all the same",
        )
    ],
    note=f"{GAP_BY_38}. It grows more slowly than R_b itself: at c = 1 and with R_v growing at 2/3 of the speed of R_b the gap shrinks. "
    "Figure 6 adds that R_c grows faster than R_v, and then the gap does grow; D still need not: at c = 1 and R_v = R_b/4, with R_v "
    "growing at 1/4 of the speed of R_b, R_c grows faster than R_v and D falls.",
    asides=[
        SOLVES_38,
        aside(
            "at c = 1 and with R_v growing at 2/3 of the speed of R_b the gap shrinks",
            less(gap_rate, 0),
            where=[Eq(c, 1), Eq(dR_v, Rational(2, 3) * dR_b)],
        ),
        aside(
            "at c = 1 and R_v = R_b/4, with R_v growing at 1/4 of the speed of R_b, R_c grows faster than R_v and D falls",
            greater(gap_rate, 0),
            less(d_rate, 0),
            where=[Eq(c, 1), Eq(r, R_b / 4), Eq(dR_v, dR_b / 4)],
        ),
    ],
)
p_lowT = paper.remark(
    "p.lowT",
    where=HERE,
    printed="with R_b, R_c falls faster than R_v",
    why="A statement about how fast two lengths change with temperature; the model contains no temperature.",
)
p_fig6 = paper.remark(
    "p.fig6",
    where="Resistivity Dynamics/Figure 6",
    printed="with temperature the conducting radius grows faster than the valence orbital",
    why="A statement about how fast two lengths change with temperature; the model contains no temperature.",
)
