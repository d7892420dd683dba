"""Electrical resistance states: Figure 7, (40), (41), thresholds in c."""

from sympy import Eq, Rational, diff, sqrt

from derivations.liu.formulas import (
    BORDER,
    ELECTRONVOLT,
    PICOMETRE,
    THIRD,
    D_closed,
    D_two,
    KQe,
    R_c_of_c,
    R_c_of_c1,
    c_at,
    d_first,
    even,
    odd,
    one_proton,
    term,
)
from derivations.liu.in_numbers import TUNNEL_FROM_ONE_FIFTH
from derivations.liu.notation import R_b, c, j, k, r, rho, stretch
from derivations.liu.paper import paper
from derivations.liu.s4_resistivity import eq35
from derivations.liu.s5_resisting import eq37, first_term, x_closed
from verify.claims import (
    DOMAIN,
    approx,
    aside,
    at_least,
    correction,
    crossing,
    equal,
    figure,
    follows_from,
    greater,
    has_roots,
    less,
    on_interval,
    only_root,
    reading,
    threshold,
)

HERE = "Electrical Resistance State"
FIGURE_7 = "Electrical Resistance State/Figure 7"
FIRST = "the figure is of two molecules, as its caption says, for which (23) has its first term only, N = 0"

fig7_mono = paper.claim(
    "fig7.mono",
    less(diff(D_closed.subs(c, 1), r), 0),
    where=FIGURE_7,
    conditions=[r > R_b / 5, r < R_b],
    printed="the electron energy level increases as the radius increases from the centre to the border",
    readings=[
        correction(
            "first term, up to the conducting radius",
            less(diff(d_first, r), 0),
            where=[Eq(c, c_at / (1 + k)), r < R_b],
            condition="the sum in (23) is cut after its first term, and the radius stays below R_c",
            fault="the level falls again near the border",
        )
    ],
    note="The level is minus the lifting energy (23), that is a positive multiple of −D; decided is the slope of D along r, where the figure is drawn. At c = 1 the full series is lower at 0.90 R_b than at 0.95 R_b: the level falls again on its way to the border.",
    asides=[
        aside(
            "At c = 1 the full series is lower at 0.90 R_b than at 0.95 R_b",
            less(D_closed.subs({c: 1, r: Rational(9, 10) * R_b}), D_closed.subs({c: 1, r: Rational(19, 20) * R_b})),
            put_in=["0.90", "0.95"],
        )
    ],
)
level = (KQe / 2 * D_closed).subs(one_proton).subs(R_b, BORDER)
"""The energy level drawn in Figure 7: minus (23), summed in full."""
CUT_AT_C1 = ((D_closed, "387"), (D_two, "386"), (d_first, "382"))
CUT_AT_C1_3 = ((D_closed, "713"), (D_two, "702"), (d_first, "785"))
"""Where the level turns positive in pm, for N → ∞, N = 1 and N = 0, at c = 1 and c = 1/3."""
fig7_c1 = paper.claim(
    "fig7.c1",
    crossing(-D_closed.subs({c: 1, R_b: BORDER}), r, "382", unit=PICOMETRE, called="-D(r) at c = 1"),
    where=FIGURE_7,
    printed=r"for $c = 1$ and $R_b = 1000\,\mathrm{pm}$, the level calculated with (23) turns positive at $382\,\mathrm{pm}$",
    readings=[
        correction(
            "first term",
            crossing(-d_first.subs({c: 1, R_b: BORDER}), r, "382", unit=PICOMETRE, called="-d(r) at c = 1"),
            condition="only the first term of (23) is drawn, which the caption does not say",
            fault="that is the zero of (37), not of (23)",
        ),
        correction("full series", crossing(-D_closed.subs({c: 1, R_b: BORDER}), r, "387", unit=PICOMETRE)),
        correction(
            "cut after N = 1",
            crossing(
                -(term.subs(even) + term.subs(odd)).subs({j: 0, c: 1, R_b: BORDER}),
                r,
                "382",
                unit=PICOMETRE,
                called="The series up to N = 1, with the sign of the energy, at c = 1",
            ),
            condition="the sum in (23) is cut after N = 1",
        ),
    ],
    note="The caption names (23), in which N is a large number, and a model of two molecules. N → ∞ gives 387 pm, N = 1 gives 386 pm, and N = 0, which is (37), gives 382 pm.",
    asides=[
        aside(
            "N → ∞ gives 387 pm, N = 1 gives 386 pm, and N = 0, which is (37), gives 382 pm",
            *(crossing(-series.subs({c: 1, R_b: BORDER}), r, at, unit=PICOMETRE) for series, at in CUT_AT_C1),
        )
    ],
    figure=figure(
        "Figure 7",
        x="orbital radius r in pm",
        y="energy level in eV",
        variable=r,
        interval=(200, 1000),
        curves={"$c = 1$": level.subs(c, 1), "$c = 1/3$": level.subs(c, THIRD), "$c = 0$": level.subs(c, 0)},
        printed={"$c = 1$": "382", "$c = 1/3$": "785"},
        x_unit=PICOMETRE,
        y_unit=ELECTRONVOLT,
    ),
)
fig7_widest = paper.claim(
    "fig7.widest",
    on_interval(diff(c_at, r), "<", r, 0, 1, scale=R_b, called="the slope of c as a function of the conducting radius"),
    crossing(-D_closed.subs({c: 1, R_b: BORDER}), r, "387", unit=PICOMETRE, called="-D(r) at c = 1"),
    crossing(-D_closed.subs({c: THIRD, R_b: BORDER}), r, "713", unit=PICOMETRE, called="-D(r) at c = 1/3"),
    where=FIGURE_7,
    printed=r"with $R_b = 1000\,\mathrm{pm}$, $c = 1$ creates the widest tunnel",
    note="Of the first term: R_c falls as c grows, for every c. Of the full series, among the curves that are drawn: the tunnel starts at 387 pm for c = 1, at 713 pm for c = 1/3, and nowhere for c = 0 (fig7.c0).",
    asides=[
        aside(
            "the tunnel starts at 387 pm for c = 1, at 713 pm for c = 1/3",
            crossing(-D_closed.subs({c: 1, R_b: BORDER}), r, "387", unit=PICOMETRE),
            crossing(-D_closed.subs({c: THIRD, R_b: BORDER}), r, "713", unit=PICOMETRE),
            put_in=["1/3"],
        )
    ],
)
fig7_c1_3 = paper.claim(
    "fig7.c1/3",
    crossing(-D_closed.subs({c: THIRD, R_b: BORDER}), r, "785", unit=PICOMETRE, called="-D(r) at c = 1/3"),
    where=FIGURE_7,
    printed=r"for $c = \frac{1}{3}$ and $R_b = 1000\,\mathrm{pm}$, the level calculated with (23) turns positive at $785\,\mathrm{pm}$",
    readings=[
        correction(
            "first term",
            crossing(-d_first.subs({c: THIRD, R_b: BORDER}), r, "785", unit=PICOMETRE, called="-d(r) at c = 1/3"),
            condition="only the first term of (23) is drawn, which the caption does not say",
            fault="that is the zero of (37), not of (23)",
        ),
        correction("full series", crossing(-D_closed.subs({c: THIRD, R_b: BORDER}), r, "713", unit=PICOMETRE)),
        correction(
            "cut after N = 1",
            crossing(
                -(term.subs(even) + term.subs(odd)).subs({j: 0, c: THIRD, R_b: BORDER}),
                r,
                "785",
                unit=PICOMETRE,
                called="The series up to N = 1, with the sign of the energy, at c = 1/3",
            ),
            condition="the sum in (23) is cut after N = 1",
        ),
    ],
    note="N → ∞ gives 713 pm, N = 1 gives 702 pm, and N = 0, which is (37), gives 785 pm.",
    asides=[
        aside(
            "N → ∞ gives 713 pm, N = 1 gives 702 pm, and N = 0, which is (37), gives 785 pm",
            *(crossing(-series.subs({c: THIRD, R_b: BORDER}), r, at, unit=PICOMETRE) for series, at in CUT_AT_C1_3),
        )
    ],
)
no_c = {c: 0}
fig7_c0 = paper.claim(
    "fig7.c0",
    greater(term.subs(even).subs(no_c), 0),
    greater((term.subs(even) + term.subs(odd)).subs(no_c), 0),
    where=FIGURE_7,
    printed="for c = 0 the energy level remains entirely negative",
    conditions=[r < R_b],
    note="For every N: a term with even i is positive, and so is each pair of an even and the next odd term, so every partial sum of D is positive and the level, a multiple of −D, negative.",
)
fig7_positive = paper.claim(
    "fig7.positive",
    less(KQe / 2 * d_first, 0),
    where=FIGURE_7,
    printed="the region of positive level is the tunnel",
    conditions=[Eq(c, c_at / (1 + k)), r < R_b],
    within=[first_term],
    note="Below R_c, where there is no tunnel, the level (first term) is negative; that it is positive above R_c is decided at 38.criterion.",
)
fig7_text = paper.claim(
    "fig7.text",
    on_interval(diff(c_at, r), ">", r, 0, 1, scale=R_b, called="the slope of c as a function of the conducting radius"),
    where=HERE,
    printed="Figure 7: the electron tunnel is narrower for larger attraction coefficients",
    readings=[
        correction(
            "increases",
            on_interval(
                diff(c_at, r), "<", r, 0, 1, scale=R_b, called="the slope of c as a function of the conducting radius"
            ),
        ),
    ],
    note="The opposite of 37.width and of the caption of Figure 7: the conducting radius falls, and the tunnel widens, as c grows.",
)
eq40_rho0 = paper.cross_reference(
    "40.rho0",
    where=HERE,
    printed=r"$\rho = 0$, the zero of the resistivity (35), is represented by (38)",
    lhs=rho,
    rhs=0,
    by=follows_from(eq35, x_closed),
    conditions=[Eq(c, c_at), r < R_b],
    readings=[
        reading(
            "first term only",
            equal(rho, 0),
            by=follows_from(eq35, first_term, eq37),
            where=[Eq(c, c_at), r < R_b],
            within=[first_term],
            ground=DOMAIN,
            condition="D in (35) is cut after its first term",
        )
    ],
)
SOLVES_BUT_AT_ZERO = aside(
    "2R_b/(1 + 2c + √(c(1 + 4c))), put into (38): a solution for every c but c = 0",
    equal((d_first + (3 * c + 1) / R_b).subs(r, R_c_of_c), (3 * c + 1) / R_b),
    where=[c > 0],
    put_in=["2", "0"],
)
eq40 = paper.claim(
    "40",
    equal((d_first + (3 * c + 1) / R_b).subs(r, R_c_of_c), (3 * c + 1) / R_b),
    where=HERE,
    printed="the solution of (38) has the form R_c = f(c, R_b)",
    note="The paper writes no f out. Ours is 2R_b/(1 + 2c + √(c(1 + 4c))), put into (38): a solution for every c but c = 0, and inside the border for c > 1/5 only.",
    asides=[aside("inside the border for c > 1/5 only", TUNNEL_FROM_ONE_FIFTH), SOLVES_BUT_AT_ZERO],
)
eq38_c1_6 = paper.claim(
    "38.c1_6",
    has_roots(d_first, r, 0, Rational(3, 2), parameter=c, between=(0, Rational(1, 6)), exist=False, scale=R_b),
    where=HERE,
    printed=r"(38) may have no real solution for weak attraction, such as $c < \frac{1}{6}$",
    readings=[
        reading(
            "inside the border",
            has_roots(d_first, r, 0, 1, parameter=c, between=(0, Rational(1, 6)), exist=False, scale=R_b),
            ground=DOMAIN,
            condition="a solution counts only if it lies inside the border, 0 < R_c < R_b",
        )
    ],
    note="R_c = R_b solves (38) for every c. Inside the border there is none exactly for c up to 1/5.",
    asides=[
        aside(
            "R_c = R_b solves (38) for every c", equal((d_first + (3 * c + 1) / R_b).subs(r, R_b), (3 * c + 1) / R_b)
        ),
        aside("Inside the border there is none exactly for c up to 1/5", TUNNEL_FROM_ONE_FIFTH),
    ],
)
eq41 = paper.claim(
    "41",
    only_root(d_first.subs(c, 1), r, 0, 1, "0.382", scale=R_b, exactly=R_c_of_c1),
    where=HERE,
    printed=r"R_c = \frac{3-\sqrt{5}}{2}R_b \approx 0.382R_b",
    note="The solution of (38) at c = 1 inside the border.",
)
eq41_num = paper.claim(
    "41.num",
    approx((3 - sqrt(5)) / 2, "0.382"),
    where=HERE,
    printed=r"\frac{3-\sqrt{5}}{2} \approx 0.382",
)
dyn_gap_corr = paper.claim(
    "dyn.gap_corr",
    greater(
        d_first.subs({c: 1, r: stretch * R_b / 4, R_b: stretch * R_b}, simultaneous=True),
        d_first.subs({c: 1, r: R_b / 4}),
    ),
    within=[first_term],
    where=HERE,
    printed="a larger difference between R_c and R_v means that more energy is needed",
    conditions=[stretch > 1],
    readings=[
        correction(
            "same c and R_b",
            less(diff(d_first, r), 0),
            where=[Eq(c, c_at / (1 + k)), r < R_b],
            condition="states with the same c and R_b are compared, so that only R_v changes",
            fault="a larger difference may need less",
        )
    ],
    note="Left side: the d of the stretched lengths; right side: that of the lengths as they were. Stretch all lengths by λ > 1 (here c = 1, R_v = R_b/4): the gap grows λ times, the lifting energy falls λ times.",
    asides=[
        aside(
            "the gap grows λ times, the lifting energy falls λ times",
            equal(stretch * R_b / 4 - stretch * R_c_of_c1 * R_b, stretch * (R_b / 4 - R_c_of_c1 * R_b)),
            equal(
                d_first.subs({c: 1, r: stretch * R_b / 4, R_b: stretch * R_b}, simultaneous=True),
                d_first.subs({c: 1, r: R_b / 4}) / stretch,
            ),
        )
    ],
)
eq37_c0_225 = paper.claim(
    "37.c0.225",
    threshold(d_first, r, 0, 1, "0.225", parameter=c, between=(0, 1), scale=R_b),
    within=[first_term],
    where=HERE,
    printed=r"the electron tunnel disappears at about $c = 0.225$",
    readings=[
        correction("by (37)", threshold(d_first, r, 0, 1, "0.200", parameter=c, between=(0, 1), scale=R_b)),
        correction(
            "the full series",
            at_least(D_closed.subs({c: Rational(22, 100), r: Rational(9, 10) * R_b}), 0),
            condition="the tunnel is that of the full series; tried at c = 0.22, r = 0.9 R_b, where it is negative",
        ),
    ],
    note="By (37) the tunnel disappears at exactly c = 1/5. The slope of the full series at the border changes its sign at c = 0.1328, and at c = 0.14 "
    "there is still a tunnel.",
    asides=[
        aside("By (37) the tunnel disappears at exactly c = 1/5", TUNNEL_FROM_ONE_FIFTH),
        aside(
            "The slope of the full series at the border changes its sign at c = 0.1328",
            crossing(diff(D_closed, r).subs(r, R_b).subs(R_b, 1), c, "0.1328"),
        ),
        aside(
            "at c = 0.14 there is still a tunnel",
            less(D_closed.subs({c: Rational(14, 100), r: Rational(99, 100) * R_b}), 0),
            put_in=["0.14"],
        ),
        aside(
            "tried at c = 0.22, r = 0.9 R_b, where it is negative",
            less(D_closed.subs({c: Rational(22, 100), r: Rational(9, 10) * R_b}), 0),
            put_in=["0.22", "0.9"],
        ),
    ],
)
p_fig8 = paper.remark(
    "p.fig8",
    where="Electrical Resistance State/Figure 8",
    printed="transition boundaries in the diagram of pressure and temperature; c = 0.225 on the high-temperature side",
    why="A sketch without axes or formula; the value 0.225 is decided at 37.c0.225.",
)
p_steps = paper.remark(
    "p.steps",
    where=HERE,
    printed="some transition boundaries may have steps, for materials with large gaps between orbitals",
    why="An expectation about materials, without a formula.",
)
p_common = paper.remark(
    "p.common",
    where=HERE,
    printed="superconductivity is common at high pressures",
    why="A statement about materials; the model contains no pressure.",
)
