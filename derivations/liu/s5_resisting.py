"""The resisting distance and its first term: (36), (37) and Figure 5."""

from sympy import Eq, Rational, Sum, diff, oo, pi

from derivations.liu.formulas import (
    BORDER,
    HALF,
    PICOMETRE,
    QUARTER,
    THIRD,
    D_closed,
    KQe,
    R_c_of_c1,
    c_at,
    d_first,
    even,
    kinetic_part,
    odd,
    other,
    own,
    pair,
    potential_part,
    term,
)
from derivations.liu.in_numbers import (
    CONSTANTS_OF_THE_TERMS,
    DISTANCE_AGAINST_FIRST_TERM,
    FULL_SERIES_AT_C_0_15,
    MINIMA,
    NO_TUNNEL_AT_C_0_17,
    ONLY_THE_FIRST_TERM_VANISHES,
    TUNNEL_FROM_ONE_FIFTH,
    ZERO_AT_THE_BORDER,
)
from derivations.liu.notation import A_0, D, D_k0, D_u0, R_b, c, d, i, j, k, n_pair, r
from derivations.liu.paper import paper
from verify.claims import (
    aside,
    at_most,
    correction,
    decimal,
    diverges,
    equal,
    figure,
    follows_from,
    has_roots,
    leading,
    less,
    on_interval,
    only_root,
    order,
    specialise,
)

HERE = "Resisting Distance"
FIGURE_5 = "Resisting Distance/Figure 5"

first_fraction = 2 * own * (R_b - r) / ((2 * i * R_b + r) * (2 * i * R_b + R_b))
second_fraction = 2 * other * (r - R_b) / ((2 * (i + 1) * R_b - r) * (2 * i * R_b + R_b))
eq36 = paper.identity(
    "36",
    where=HERE,
    printed=r"D_u(i) = \frac{2c^{i\%2}(R_b - r)}{(2iR_b + r)(2iR_b + R_b)} + \frac{2c^{(i+1)\%2}(r - R_b)}{(2(i+1)R_b - r)(2iR_b + R_b)}",
    lhs=potential_part,
    rhs=first_fraction + second_fraction,
    conditions=[r < R_b],
    note="D_u(i) is written out by (19).",
)
eq36_order_Du = paper.claim(
    "36.order_Du",
    order(first_fraction.subs(even), j, -2),
    order(second_fraction.subs(even), j, -2),
    order(first_fraction.subs(odd), j, -2),
    order(second_fraction.subs(odd), j, -2),
    where=HERE,
    printed="each term of (36) converges at the rate of $O(n^{-2})$, n its number",
)
kinetic_own = r * own / (2 * i * R_b + r) ** 2
kinetic_other = r * other / (2 * (i + 1) * R_b - r) ** 2
kinetic_border = (other - own) * R_b / (2 * i * R_b + R_b) ** 2
eq36_order_Dk = paper.claim(
    "36.order_Dk",
    order(kinetic_own.subs(even), j, -2),
    order(kinetic_other.subs(even), j, -2),
    order(kinetic_border.subs(even), j, -2),
    order(kinetic_own.subs(odd), j, -2),
    order(kinetic_other.subs(odd), j, -2),
    order(kinetic_border.subs(odd), j, -2),
    where=HERE,
    printed="each term of (22) converges at the rate of $O(n^{-2})$, n its number",
)
eq36_zero = paper.claim(
    "36.zero",
    order(term.subs(even), j, -2),
    order(term.subs(odd), j, -2),
    where=HERE,
    printed="each term of the series converges to zero at the rate of $O(n^{-2})$",
    note="With the constant, where that is not zero: the term i = 2j behaves as 3(1 − c)(R_b − r)/(16 R_b² j²), the next one as its opposite.",
    asides=[CONSTANTS_OF_THE_TERMS],
)
eq36_basel = paper.claim(
    "36.basel",
    equal(Sum(1 / n_pair**2, (n_pair, 1, oo)), pi**2 / 6),
    where=HERE,
    printed=r"$\sum_{n=1}^{\infty} \frac{1}{n^2} = \frac{\pi^2}{6}$",
)
bound = 1 / (8 * R_b * n_pair**2)
eq36_terms = paper.claim(
    "36.terms",
    leading(first_fraction.subs(even), j, 0, A_0 * pi**2 / 6),
    where=HERE,
    printed=r"each term in the series converges to $A\pi^2/6$, with A a constant for given c and R_b",
    conditions=[r < R_b],
    readings=[
        correction(
            "bounded sums",
            at_most(first_fraction.subs(even).subs(j, n_pair), bound),
            at_most(-second_fraction.subs(even).subs(j, n_pair), c * bound),
            at_most(first_fraction.subs(odd).subs(j, n_pair), c * bound),
            at_most(-second_fraction.subs(odd).subs(j, n_pair), bound),
            at_most(kinetic_own.subs(even).subs(j, n_pair), bound),
            at_most(kinetic_own.subs(odd).subs(j, n_pair), c * bound),
            at_most(kinetic_other.subs(even).subs(j, n_pair), c * bound),
            at_most(kinetic_other.subs(odd).subs(j, n_pair), bound),
            at_most(-kinetic_border.subs(even).subs(j, n_pair), bound),
            at_most(kinetic_border.subs(odd).subs(j, n_pair), bound),
            where=[r < R_b, c <= 1],
            condition="'each term converges to' is read as 'the sum of each kind of term of (36) and of (22), from i = 2 on, is at most', with A = 1/(8 R_b) or c/(8 R_b)",
            fault="the terms tend to zero",
        )
    ],
    note="Left side: the limit of a term of (36), which is zero, as the sentences before say; right side: what is printed as that limit. No A but zero would do. "
    "Nor does it hold of the sum of each kind of term: each falls as r grows, so that no A belongs to c and R_b alone; such sums are bounded by a multiple of π²/6.",
    asides=[
        aside(
            "each falls as r grows",
            less(diff(first_fraction.subs(even).subs(j, n_pair), r), 0),
            where=[r < R_b],
        )
    ],
)
eq36_conv = paper.claim(
    "36.conv",
    order(term.subs(even), j, -2),
    order(term.subs(odd), j, -2),
    order(pair, j, -3),
    where=HERE,
    printed="the sum converges for each c and R_b",
    note="Rational terms of the order of the inverse square: the sum converges absolutely. Two neighbours together are of the order of the inverse cube, so that what is left out after N falls as the inverse square of N.",
)
eq36_finite = paper.claim(
    "36.finite",
    order(KQe * term.subs(even), j, -2),
    order(KQe * term.subs(odd), j, -2),
    where=HERE,
    printed="the model predicts a finite resistance, a finite energy to lift an electron",
    note="For r > 0; the first term grows without bound as r tends to 0.",
    asides=[aside("the first term grows without bound as r tends to 0", diverges(d_first, r, 0))],
)
x_first = paper.premise(
    "x.first",
    where=HERE,
    printed=r"d = D_u(0) + D_k(0)",
    lhs=d,
    rhs=D_u0 + D_k0,
    page="round (37): d is the first term in the series (24)",
)
x_u0 = paper.premise(
    "x.19-0", where=HERE, printed="(19) at i = 0", lhs=D_u0, rhs=potential_part.subs(i, 0), page="(19), with i = 0"
)
x_k0 = paper.premise(
    "x.22-0", where=HERE, printed="(22) at i = 0", lhs=D_k0, rhs=kinetic_part.subs(i, 0), page="(22), with i = 0"
)
eq37 = paper.step(
    "37",
    where=HERE,
    printed=r"d = \frac{1}{r} + \frac{2c}{2R_b - r} + \frac{rc}{(2R_b - r)^2} - \frac{3c + 1}{R_b}",
    lhs=d,
    rhs=d_first,
    by=follows_from(x_first, x_u0, x_k0),
)
x_closed = paper.premise(
    "x.closed",
    where=HERE,
    printed="the full series D in closed form, by digamma and trigamma functions",
    lhs=D,
    rhs=D_closed,
    law="(24) for N → ∞ with DLMF 5.7.6 and 5.15.1, term by term; confirmed in the tests by partial sums with a bound on the rest",
)
first_term = paper.approximation(
    "x.first-term",
    where=HERE,
    printed="the first term d stands for the whole series D",
    lhs=D,
    rhs=d,
    page="the text round (37)",
)
eq37_significant = paper.remark(
    "37.significant",
    where=HERE,
    printed="the first term d is significant enough to provide insight into D",
    why="A judgement, for which no measure is given. What is said of the ratio D/d is decided at 37.rapid and 37.bounded, and each line that takes d for D says so. "
    "At c = 0.17 the first term is positive everywhere inside the border (no tunnel), while the full series is negative at r = 0.95 R_b (a tunnel). "
    "For the radii of Table 1 and c = 0.1 the ratio D/d runs from 0.36 (copper) to 0.89 (diamond).",
    asides=[NO_TUNNEL_AT_C_0_17, DISTANCE_AGAINST_FIRST_TERM],
)
eq37_rapid = paper.claim(
    "37.rapid",
    order(pair, j, -3),
    where=HERE,
    printed="the ratio D/d converges rapidly",
    note="Where d is not zero. Algebraically: pairs of terms fall as the inverse cube of their number, the rest after N as its inverse square.",
)
eq37_bounded = paper.claim(
    "37.bounded",
    equal(D, 0),
    by=specialise(x_closed, {c: 1, r: R_c_of_c1 * R_b}),
    where=HERE,
    printed="for given c and R_b, D/d stays below a constant",
    readings=[
        correction(
            "for one orbit",
            order(pair, j, -3),
            order(term.subs(even), j, -2),
            condition="r is fixed as well, at a value where d is not zero, and only N varies",
            fault="d is zero where D is not",
        )
    ],
    note="A bounded ratio needs D = 0 wherever d = 0. At c = 1 the first term vanishes at R_c = (3 − √5)/2 R_b and the full series does not, so D/d grows without bound near R_c.",
    asides=[ONLY_THE_FIRST_TERM_VANISHES],
)

for_c0 = d_first.subs(c, 0)
eq37_c0 = paper.claim(
    "37.c0",
    on_interval(for_c0, ">", r, 0, 1, scale=R_b),
    where=HERE,
    printed="no attraction, $c = 0$: resisting distance above zero throughout",
    note="By (37), as the sentence says; of the full series it is decided at fig7.c0. Inside the border, 0 < r < R_b; at the border itself it is zero for every c.",
    asides=[ZERO_AT_THE_BORDER],
)
eq37_c1_6 = paper.claim(
    "37.c1_6",
    has_roots(d_first, r, 0, 1, parameter=c, between=(0, Rational(1, 6)), exist=False, scale=R_b),
    on_interval(d_first.subs(c, Rational(1, 6)), ">", r, 0, 1, scale=R_b),
    within=[first_term],
    where=HERE,
    printed=r"$c < \frac{1}{6}$: resisting distance above zero throughout",
    note="True of (37), by which the sentence says it; its threshold is exactly 1/5. False of the full series: there a tunnel exists for c = 3/20.",
    asides=[
        aside("its threshold is exactly 1/5", TUNNEL_FROM_ONE_FIFTH),
        FULL_SERIES_AT_C_0_15,
    ],
)
eq37_c14 = paper.claim(
    "37.c14",
    has_roots(d_first, r, 0, 1, parameter=c, between=(QUARTER, 1), scale=R_b),
    within=[first_term],
    where=HERE,
    printed=r"an electron tunnel appears for $c > \frac{1}{4}$",
    note="For (37), and c up to 1. The tunnel of (37) appears as soon as c > 1/5.",
    asides=[aside("The tunnel of (37) appears as soon as c > 1/5", TUNNEL_FROM_ONE_FIFTH)],
)
eq37_c13 = paper.claim(
    "37.c13",
    only_root(d_first.subs(c, THIRD), r, HALF, 1, "0.785", scale=R_b),
    only_root(d_first.subs(c, 1), r, 0, HALF, "0.382", scale=R_b),
    on_interval(d_first.subs(c, THIRD), ">", r, 0, HALF, scale=R_b),
    on_interval(d_first.subs(c, 1), "<", r, HALF, 1, scale=R_b),
    where=HERE,
    printed=r"at $c = \frac{1}{3}$ there is a small electron tunnel, at $c = 1$ a wider one",
)
eq37_width = paper.claim(
    "37.width",
    on_interval(diff(c_at, r), "<", r, 0, 1, scale=R_b, called="the slope of c as a function of the conducting radius"),
    equal((d_first + 1 / R_b).subs(c, c_at), 1 / R_b),
    within=[first_term],
    where=HERE,
    conditions=[r < R_b],
    printed="the electron tunnel is wider for larger c",
    note="(37) vanishes at r exactly for c = (2R_b − r)²/(r(8R_b − 3r)), which falls as r grows: a larger c belongs to a smaller R_c.",
)
eq37_dc = paper.claim(
    "37.dc",
    on_interval(diff(d_first, c), "<", r, 0, 1, scale=R_b, called="the change of d with c"),
    within=[first_term],
    where=HERE,
    printed="the resistivity decreases with increasing c, at fixed R_v and R_b",
    note="Of the first term; Z is positive and does not contain c.",
)
fig5_mono = paper.claim(
    "fig5.mono",
    on_interval(diff(for_c0, r), "<", r, 0, 1, scale=R_b, called="the slope of d(r) at c = 0"),
    on_interval(diff(d_first.subs(c, THIRD), r), "<", r, 0, 1, scale=R_b, called="the slope of d(r) at c = 1/3"),
    on_interval(diff(d_first.subs(c, 1), r), "<", r, 0, 1, scale=R_b, called="the slope of d(r) at c = 1"),
    within=[first_term],
    where=FIGURE_5,
    printed=r"for $c = 0$, $c = \frac{1}{3}$ and $c = 1$ the resisting distance falls while R_v grows up to R_b",
    readings=[
        correction(
            "up to the conducting radius",
            less(diff(d_first, r), 0),
            where=[Eq(c, c_at / (1 + k)), r < R_b],
            condition="R_v stays below the conducting radius R_c (c is below the value for which r is R_c)",
        )
    ],
    note="With a tunnel the curve falls below zero, has a minimum (at 0.893 R_b for c = 1/3, at 0.667 R_b for c = 1) and rises again to zero "
    "at the border.",
    asides=[MINIMA],
)
fig5_Rc = paper.claim(
    "fig5.Rc",
    only_root(d_first.subs(c, THIRD), r, 0, 1, "0.785", scale=R_b),
    only_root(d_first.subs(c, 1), r, 0, 1, "0.382", scale=R_b),
    on_interval(d_first.subs(c, THIRD), "<", r, decimal("0.78475"), 1, scale=R_b),
    on_interval(d_first.subs(c, 1), "<", r, decimal("0.381967"), 1, scale=R_b),
    where=FIGURE_5,
    printed="the curves intersect the x-axis at R_c, the start of the electron tunnel",
    note="For c = 1/3 and 1, the curves that have a tunnel.",
    figure=figure(
        "Figure 5",
        x="orbital radius in pm",
        y="d in nm⁻¹",
        variable=r,
        interval=(200, 1000),
        curves={
            "$c = 1$": d_first.subs({c: 1, R_b: BORDER}),
            "$c = 1/3$": d_first.subs({c: THIRD, R_b: BORDER}),
            "$c = 0$": d_first.subs({c: 0, R_b: BORDER}),
        },
        x_unit=PICOMETRE,
        y_unit=10**9,
    ),
)
fig5_width = paper.claim(
    "fig5.width",
    on_interval(diff(c_at, r), "<", r, 0, 1, scale=R_b, called="the slope of c as a function of the conducting radius"),
    where=FIGURE_5,
    printed="wider electron tunnel for larger c",
    note="As 37.width: the c that belongs to a conducting radius falls as that radius grows.",
)
fig5_c0 = paper.claim(
    "fig5.c0",
    on_interval(for_c0, ">", r, 0, 1, scale=R_b),
    where=FIGURE_5,
    printed="$c = 0$: resisting distance above zero throughout",
)
