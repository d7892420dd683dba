"""How the resisting distance changes with pressure and temperature."""

from sympy import Eq, Rational, diff

from derivations.liu.formulas import THIRD, c_at, d_first
from derivations.liu.notation import R_b, R_c, R_v, c, dR_b, dR_v, k, kappa, r
from derivations.liu.paper import paper
from derivations.liu.s5_resisting import first_term
from verify.claims import DOMAIN, aside, correction, greater, less, on_interval, reading

HERE = "Resistivity Dynamics"

below_R_c = [Eq(c, c_at / (1 + k)), r < R_b, c <= 1]
BELOW = "R_v stays below the conducting radius R_c"

x_R_c = paper.premise(
    "x.Rc",
    where=HERE,
    printed=r"R_c = \kappa R_b",
    lhs=R_c,
    rhs=kappa * R_b,
    page="(38) contains R_c and R_b only as their ratio, up to a factor",
)
dyn_c_of_p = paper.remark(
    "dyn.c_of_p",
    where=HERE,
    printed="pressure increases c; R_b decreases monotonically with pressure",
    why="A statement about materials; the model contains no pressure.",
)
dyn_Rb = paper.for_all(
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
dyn_gapRb = paper.for_all(
    "dyn.gapRb",
    greater((kappa * R_b - R_v).diff(R_b) * dR_b, 0),
    where=HERE,
    printed="smaller R_b at fixed R_v: smaller gap between R_v and R_c",
    note="At fixed c, where R_c is a fixed multiple κ of R_b (x.Rc): the gap grows and shrinks with R_b.",
)
dyn_Rv = paper.for_all(
    "dyn.Rv",
    less((kappa * R_b - R_v).diff(R_v) * dR_v, 0),
    less(diff(d_first, r), 0),
    conditions=[r < R_b, c <= 1],
    within=[first_term],
    where=HERE,
    printed="larger R_v: smaller gap between R_v and R_c, and smaller D",
    readings=[
        reading(
            "below the conducting radius",
            less((kappa * R_b - R_v).diff(R_v) * dR_v, 0),
            less(diff(d_first, r), 0),
            where=below_R_c,
            within=[first_term],
            ground=DOMAIN,
            condition=BELOW,
        )
    ],
    note="The gap falls always, D only below its minimum; the text speaks of a gap, that is of R_v below R_c.",
)
fig5_dynamics = paper.for_all(
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
)
gap_rate = (kappa * R_b - R_v).diff(R_b) * dR_b + (kappa * R_b - R_v).diff(R_v) * dR_v
dyn_heat = paper.for_all(
    "dyn.heat",
    greater(gap_rate, 0),
    within=[first_term],
    where=HERE,
    printed="R_b increases faster than R_v, which expands the gap; consequently D increases",
    conditions=[dR_b > dR_v, kappa < 1, kappa > Rational(2, 5)],
    readings=[
        correction(
            "R_v constant",
            greater(diff(d_first, R_b) * dR_b, 0),
            greater((kappa * R_b - R_v).diff(R_b) * dR_b, 0),
            where=below_R_c,
            condition="R_v does not change while R_b grows, and R_v stays below R_c",
        )
    ],
    note="R_c grows only κ times as fast as R_b: with κ = 1/2 and R_v growing at 0.9 of the speed of R_b the gap shrinks.",
    asides=[
        aside(
            "with κ = 1/2 and R_v growing at 0.9 of the speed of R_b the gap shrinks",
            less(gap_rate, 0),
            where=[Eq(kappa, Rational(1, 2)), Eq(dR_v, Rational(9, 10) * dR_b)],
        )
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
