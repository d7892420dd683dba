"""Where the resistivity vanishes by the first term: (38) and (39)."""

from sympy import Eq, Rational, diff

from derivations.liu.formulas import (
    HALF,
    THIRD,
    D_closed,
    R_c_of_c1,
    c_at,
    d_first,
)
from derivations.liu.in_numbers import (
    DISCRIMINANT,
    R_C_AT_ONE_HALF,
    THE_BORDER_SOLVES_38,
    TUNNEL_FROM_ONE_FIFTH,
)
from derivations.liu.notation import D, R_b, R_c, c, k, r, rho
from derivations.liu.paper import paper
from derivations.liu.s4_resistivity import eq35
from derivations.liu.s5_resisting import eq37, first_term, x_closed
from verify.claims import (
    DOMAIN,
    aside,
    correction,
    decimal,
    equal,
    follows_from,
    greater,
    less,
    on_interval,
    only_root,
    reading,
    unequal,
)

HERE = "Resisting Distance"

x_no_resistivity = paper.premise(
    "x.rho0",
    where=HERE,
    printed=r"\rho = 0",
    lhs=rho,
    rhs=0,
    page="the text before (38): the superconductivity condition, which fixes R_c",
)
eq38 = paper.step(
    "38",
    where=HERE,
    printed=r"\frac{1}{R_c} + \frac{2c}{2R_b - R_c} + \frac{cR_c}{(2R_b - R_c)^2} - \frac{3c + 1}{R_b} = 0",
    lhs=d_first.subs(r, R_c),
    rhs=0,
    by=follows_from(x_no_resistivity, eq35, first_term, eq37),
    conditions=[Eq(r, R_c), R_c < R_b],
    note="As in the paper: the resistivity is zero, so D is by (35), and d, which stands for it, with it.",
)
at_R_c = [Eq(c, c_at), r < R_b]
eq38_D0 = paper.claim(
    "38.D0",
    equal(D, 0),
    by=follows_from(x_closed),
    conditions=at_R_c,
    where=HERE,
    printed="at the conducting radius $D = 0$",
    readings=[
        reading(
            "first term only",
            equal(D, 0),
            by=follows_from(first_term, eq37),
            where=at_R_c,
            within=[first_term],
            ground=DOMAIN,
            condition="D is cut after its first term d, as (38) is",
        )
    ],
    note="True of the first term d, false of the full series D.",
)
beyond = [Eq(c, c_at * (1 + k)), r < R_b]
eq38_criterion = paper.claim(
    "38.criterion",
    less(d_first, 0),
    equal((d_first + 1 / R_b).subs(c, c_at), 1 / R_b),
    within=[first_term],
    where=HERE,
    printed="whenever R_v is R_c or more superconductivity is achieved",
    conditions=beyond,
    note="Superconductivity as the paper describes it in Figure 4: no lifting energy is needed. Its other mark, that the resistivity is zero, "
    "is decided at 35.superconductor, and fails. For every c and every r between R_c and R_b, written as c = (1 + k) times the c for which r is R_c. Of the first term; at R_v = R_c itself it is zero.",
)
by_the_first_term = follows_from(eq35, first_term, eq37)
"""(35) with (37) for the resisting distance, as the page uses it here."""
eq35_superconductor = paper.claim(
    "35.superconductor",
    equal(rho, 0),
    by=by_the_first_term,
    where=HERE,
    printed=r"$\rho = 0$ in a superconductor, with the orbital above the conducting radius",
    conditions=[*beyond, c <= 1],
    readings=[
        correction(
            "at the conducting radius",
            equal(rho, 0),
            by=by_the_first_term,
            where=at_R_c,
            condition="the orbital is at the conducting radius itself, not above it",
            fault="by (35) with (37) it is negative there",
        )
    ],
    note="The model itself, (35) with (37), has no zero resistivity there but a negative one: above R_c the first term is negative, and so is the resistivity that (35) gives with d for D; inside the border it is zero at R_v = R_c only. "
    "The full series changes its sign elsewhere: at c = 1 and r = 0.384 R_b, which is above R_c, it is still positive.",
    asides=[
        aside(
            "above R_c the first term is negative, and so is the resistivity that (35) gives with d for D",
            less(rho, 0),
            by=by_the_first_term,
            where=beyond,
        ),
        aside(
            "at c = 1 and r = 0.384 R_b, which is above R_c, it is still positive",
            greater(D_closed.subs({c: 1, r: decimal("0.384") * R_b}), 0),
            less(R_c_of_c1, decimal("0.384")),
            put_in=["1", "0.384"],
        ),
    ],
)
ONE_FIFTH = Rational(1, 5)
eq38_no_real = paper.claim(
    "38.no_real",
    unequal(d_first.subs(r, R_c), 0),
    greater(d_first, 0),
    within=[first_term],
    where=HERE,
    printed="if (38) has no real solution, the material is an insulator",
    conditions=[c <= ONE_FIFTH, r < R_b],
    readings=[
        reading(
            "inside the border",
            unequal(d_first.subs(r, R_c), 0),
            greater(d_first, 0),
            where=[c <= ONE_FIFTH, r < R_b, R_c < R_b],
            within=[first_term],
            ground=DOMAIN,
            condition="a solution counts only if it lies inside the border, R_c < R_b",
        )
    ],
    note="As printed the condition never occurs, so that no material were an insulator: R_c = R_b solves (38) for every c, and the other two "
    "are real as well, since their discriminant is 16c(1 + 4c). Inside the border there is no solution up to c = 1/5, and d is positive there: no tunnel. "
    "Above that c there is one. What is said of materials for which there are solutions is decided at 38.real.",
    asides=[
        DISCRIMINANT,
        aside("R_c = R_b solves (38) for every c", THE_BORDER_SOLVES_38),
        aside(
            "Inside the border there is no solution up to c = 1/5",
            TUNNEL_FROM_ONE_FIFTH,
        ),
    ],
)
just_inside = diff(d_first, r).subs(r, R_b)
"""The slope of d at the border, where d is zero: positive if and only if d is negative just inside."""
eq38_real = paper.claim(
    "38.real",
    greater(just_inside, 0),
    within=[first_term],
    where=HERE,
    printed="if (38) has real solutions, the material is a conductor or a superconductor",
    readings=[
        reading(
            "inside the border",
            greater(just_inside, 0),
            where=[Eq(c, c_at.subs(r, R_c)), R_c < R_b],
            within=[first_term],
            ground=DOMAIN,
            condition="a solution counts only if it lies inside the border, R_c < R_b",
        )
    ],
    note="R_c = R_b solves (38) for every c, so that by the printed words no material were an insulator. What is put to the test is the tunnel that "
    "conductors have and insulators lack: d is zero at the border, and a positive slope there means that it is negative just inside. "
    "With a solution inside the border, which of the two the material is, by R_v, is decided at 38.criterion and fig7.positive.",
    asides=[
        aside("R_c = R_b solves (38) for every c", THE_BORDER_SOLVES_38),
        aside("d is zero at the border", THE_BORDER_SOLVES_38),
    ],
)
eq39a = paper.claim(
    "39a",
    only_root(d_first.subs(c, 1), r, 0, 1, "0.382", scale=R_b),
    where=HERE,
    printed=r"$R_c \approx 0.382R_b$ when c = 1",
)
eq39b = paper.claim(
    "39b",
    only_root(d_first.subs(c, HALF), r, 0, 1, "0.621", scale=R_b),
    where=HERE,
    printed=r"$R_c \approx 0.621R_b$ when c = 1/2",
    readings=[correction("rounded correctly", only_root(d_first.subs(c, HALF), r, 0, 1, "0.620", scale=R_b))],
    note="Exactly (4/5)(2 − √(3/2)) = 0.62020…, which rounds to 0.620.",
    asides=[R_C_AT_ONE_HALF],
)
eq39c = paper.claim(
    "39c",
    only_root(d_first.subs(c, THIRD), r, 0, 1, "0.785", scale=R_b),
    where=HERE,
    printed=r"$R_c \approx 0.785R_b$ when c = 1/3",
)
eq39_text1_2 = paper.claim(
    "39.text1_2",
    on_interval(d_first.subs(c, HALF), "<", r, decimal("0.621"), 1, scale=R_b),
    within=[first_term],
    where=HERE,
    printed=r"with c = 1/2 superconductivity occurs when $R_v > 0.621R_b$",
    note="True, since the exact R_c lies below 0.621 R_b.",
)
eq39_text1 = paper.claim(
    "39.text1",
    on_interval(d_first.subs(c, 1), "<", r, decimal("0.382"), 1, scale=R_b),
    within=[first_term],
    where=HERE,
    printed="$c = 1$: drift from orbitals above $0.382$ of the distance to the border",
    note="Of the first term. The full series is still positive there; its zero is given at fig7.c1.",
    asides=[
        aside("The full series is still positive there", greater(D_closed.subs({c: 1, r: decimal("0.382") * R_b}), 0))
    ],
)
eq39_text1_3 = paper.claim(
    "39.text1_3",
    only_root(d_first.subs(c, THIRD), r, 0, 1, "0.785", scale=R_b),
    within=[first_term],
    where=HERE,
    printed=r"at $c = \frac{1}{3}$ electrodrift occurs at $0.785$ of the border distance",
    note="Of the first term. The full series is already negative there; its zero is given at fig7.c1/3.",
    asides=[
        aside(
            "The full series is already negative there", less(D_closed.subs({c: THIRD, r: decimal("0.785") * R_b}), 0)
        )
    ],
)
eq39_below = paper.claim(
    "39.below",
    on_interval(d_first.subs(c, 1), "<", r, HALF, 1, scale=R_b),
    less(D_closed.subs({c: 1, r: HALF * R_b}), 0),
    where=HERE,
    printed="electrodrift may occur well below the border",
    note="Shown by an example, as 'may' asks: at c = 1 already from half of the way to the border, there of the full series, too.",
    asides=[
        aside(
            "at c = 1 already from half of the way to the border",
            on_interval(d_first.subs(c, 1), "<", r, HALF, 1, scale=R_b),
        )
    ],
)
p_numsim = paper.remark(
    "p.numsim",
    where=HERE,
    printed="a numerical simulation indicates that D/d converges and is bounded",
    why="The simulation is not published; what it is said to show is decided at 37.rapid and 37.bounded.",
)
