"""The hydrogen atom and the proton: (1) to (11) and Figure 2."""

from sympy import Integral, Rational, diff, sqrt

from derivations.liu.formulas import BORDER, ELECTRONVOLT, PICOMETRE, KQe, d_first, d_hydrogen, one_proton
from derivations.liu.notation import (
    E,
    E_k,
    E_r,
    E_Rb,
    E_u,
    F,
    F_c,
    F_e,
    F_far,
    F_near,
    K,
    Q,
    R_b,
    a,
    c,
    distance,
    e,
    m,
    q_1,
    q_2,
    r,
    v,
    x,
)
from derivations.liu.paper import paper
from verify.claims import (
    AMBIGUITY,
    approx,
    aside,
    correction,
    crossing,
    decimal,
    equal,
    figure,
    follows_from,
    leading,
    less,
    on_interval,
    only_root,
    reading,
    specialise,
    substitute,
)

HERE = "Electron Tunnel"
FIGURE_2 = "Electron Tunnel/Figure 2"

eq1 = paper.given("1", where=HERE, printed=r"F = \frac{K q_1 q_2}{d^2}", lhs=F, rhs=K * q_1 * q_2 / distance**2)
x_net = paper.premise(
    "x.net",
    where=HERE,
    printed=r"F_e = F_1 - F_2",
    lhs=F_e,
    rhs=F_near - F_far,
    law="forces add; the other nucleus pulls the opposite way",
)
eq2 = paper.step(
    "2",
    where=HERE,
    printed=r"F_e = KQe\left[\frac{1}{r^2} - \frac{1}{(2R_b - r)^2}\right]",
    lhs=F_e,
    rhs=KQe * (1 / r**2 - 1 / (2 * R_b - r) ** 2),
    by=follows_from(
        x_net,
        specialise(eq1, {F: F_near, q_1: Q, q_2: e, distance: r}),
        specialise(eq1, {F: F_far, q_1: Q, q_2: e, distance: 2 * R_b - r}),
    ),
    conditions=[r < 2 * R_b],
    note="The electron is between the two nuclei.",
)
force_at_x = KQe * (1 / x**2 - 1 / (2 * R_b - x) ** 2)
eq3 = paper.given(
    "3",
    where=HERE,
    printed=r"E_u = -\int_r^{R_b} KQe\left[\frac{1}{x^2} - \frac{1}{(2R_b - x)^2}\right] dx",
    lhs=E_u,
    rhs=-Integral(force_at_x, (x, r, R_b)),
    note="The first line, E_u = −∫ F_e dx: work against the force; F_e of (2) is written out at x.",
)
eq3_line2 = paper.step(
    "3.line2",
    where=HERE,
    printed=r"F_e = KQe\left[\frac{1}{x^2} - \frac{1}{(2R_b - x)^2}\right]",
    lhs=F_e,
    rhs=force_at_x,
    by=specialise(eq2, {r: x}),
    conditions=[x < 2 * R_b],
    note="The integrand of the second line: F_e of the first, at x.",
)
eq3_line3 = paper.step(
    "3.line3",
    where=HERE,
    printed=r"E_u = -KQe\left[\frac{1}{r} + \frac{1}{2R_b - r} - \frac{2}{R_b}\right]",
    lhs=E_u,
    rhs=-KQe * (1 / r + 1 / (2 * R_b - r) - 2 / R_b),
    by=follows_from(eq3),
    conditions=[r < R_b],
    note="For an orbit inside the border, so that the integrand has no pole between r and R_b.",
)
eq4 = paper.given("4", where=HERE, printed=r"F_c = ma", lhs=F_c, rhs=m * a)
x_circle = paper.premise(
    "x.circle",
    where=HERE,
    printed=r"a = \frac{v^2}{d}",
    lhs=a,
    rhs=v**2 / distance,
    law="acceleration on a circle of radius d",
)
eq4_line2 = paper.step(
    "4.line2",
    where=HERE,
    printed=r"F_c = m\frac{v^2}{d}",
    lhs=F_c,
    rhs=m * v**2 / distance,
    by=substitute(x_circle, into=eq4),
)
eq4_balance = paper.given(
    "4.balance",
    where=HERE,
    printed=r"F_c = -F_e",
    lhs=F_c,
    rhs=-F_e,
    note="(2) is the force on the line between the nuclei; on a circle around one nucleus it changes from point to point.",
)
x_kinetic = paper.premise(
    "x.kinetic",
    where=HERE,
    printed=r"E_r = \frac{1}{2} m v^2",
    lhs=E_r,
    rhs=m * v**2 / 2,
    page="(6), first line",
)
eq5 = paper.given(
    "5",
    where=HERE,
    printed=r"E_{R_b} = \frac{1}{2} m v^2",
    lhs=E_Rb,
    rhs=m * v**2 / 2,
    note="Here v is the speed on the circle at the border; in (6) the same letter is the speed at r.",
)
eq5_line2 = paper.step(
    "5.line2",
    where=HERE,
    printed=r"E_{R_b} = -\frac{KQe}{2}\left[\frac{R_b}{R_b^2} - \frac{R_b}{(2R_b - R_b)^2}\right]",
    lhs=E_Rb,
    rhs=-KQe / 2 * (R_b / R_b**2 - R_b / (2 * R_b - R_b) ** 2),
    by=follows_from(eq5, specialise(eq4_line2, {distance: R_b}), eq4_balance, specialise(eq2, {r: R_b})),
    note="The circle at the border with the force there: (2) at r = R_b is zero, and so is the bracket.",
)
eq5_line3 = paper.step("5.line3", where=HERE, printed=r"E_{R_b} = 0", lhs=E_Rb, rhs=0, by=follows_from(eq5_line2))
eq6 = paper.step(
    "6",
    where=HERE,
    printed=r"E_r = -\frac{KQe}{2}\left[\frac{1}{r} - \frac{r}{(2R_b - r)^2}\right]",
    lhs=E_r,
    rhs=-KQe / 2 * (1 / r - r / (2 * R_b - r) ** 2),
    conditions=[r < 2 * R_b],
    by=follows_from(x_kinetic, specialise(eq4_line2, {distance: r}), eq4_balance, eq2),
)
x_E_k = paper.premise(
    "x.Ek", where=HERE, printed=r"E_k = E_{R_b} - E_r", lhs=E_k, rhs=E_Rb - E_r, page="(7), first line"
)
eq7 = paper.step(
    "7",
    where=HERE,
    printed=r"E_k = -\frac{KQe}{2}\left[\frac{r}{(2R_b - r)^2} - \frac{1}{r}\right]",
    lhs=E_k,
    rhs=-KQe / 2 * (r / (2 * R_b - r) ** 2 - 1 / r),
    by=follows_from(x_E_k, eq5_line3, eq6),
    conditions=[r < 2 * R_b],
)
x_E = paper.premise("x.E", where=HERE, printed=r"E = E_k + E_u", lhs=E, rhs=E_k + E_u, page="(8), first line")
eq8 = paper.step(
    "8",
    where=HERE,
    printed=r"E = -\frac{KQe}{2}\left[\frac{1}{r} + \frac{2}{2R_b - r} + \frac{r}{(2R_b - r)^2} - \frac{4}{R_b}\right]",
    lhs=E,
    rhs=-KQe / 2 * d_hydrogen,
    by=follows_from(x_E, eq7, eq3_line3),
    conditions=[r < R_b],
)
eq9 = paper.claim(
    "9",
    only_root(d_hydrogen, R_b, 1, 10, "2.618", scale=r, exactly=(3 + sqrt(5)) / 2),
    where=HERE,
    printed=r"R_b = \frac{3+\sqrt{5}}{2}r \approx 2.618r",
    note="The solution of (8) with E = 0 for an orbit inside the border, looked for up to R_b = 10 r. R_b = r and R_b = (3 − √5)/2 · r solve (8) as well.",
    asides=[
        aside(
            "R_b = r and R_b = (3 − √5)/2 · r solve (8) as well",
            *(equal((d_hydrogen + 4 / R_b).subs(R_b, size * r), 4 / (size * r)) for size in (1, (3 - sqrt(5)) / 2)),
        )
    ],
)
eq9_num = paper.claim(
    "9.num",
    approx((3 + sqrt(5)) / 2, "2.618"),
    where=HERE,
    printed=r"\frac{3+\sqrt{5}}{2} \approx 2.618",
)
eq9_5236 = paper.claim(
    "9.5236",
    equal(decimal("5.236"), 2 * decimal("2.618")),
    where=HERE,
    printed=r"5.236 = 2 \times 2.618",
)
eq9_distance = paper.claim(
    "9.distance",
    approx(3 + sqrt(5), "5.236"),
    where=HERE,
    printed="the distance between the nuclei is $5.236$ orbital radii",
    note="2R_b/r by (9), not from the rounded ratio.",
)
eq10 = paper.claim(
    "10",
    only_root(d_hydrogen, r, 0, 1, "0.382", scale=R_b, exactly=(3 - sqrt(5)) / 2),
    where=HERE,
    printed=r"R_c = \frac{3-\sqrt{5}}{2}R_b",
    note="The zero of the lifting energy (8) inside the border, as an orbit; 0.382 is R_c/R_b.",
)
eq11 = paper.remark(
    "11",
    where=HERE,
    printed=r"the condition for a current between molecules, in our words: it is possible when $R_v \ge R_c$",
    why="A numbered definition, of the electron tunnel as the region above R_c. It is an inequality that later lines take as their condition "
    "and no equation that they could be derived from, so that there is nothing to decide here. 35.superconductor, 38.criterion and "
    "39.text1_2 have it as their condition; 11.sign and 11.local_above decide what the paper says of such an orbit.",
)
lifting = -KQe / 2 * d_hydrogen
"""(8)."""
lower, upper = decimal("0.381966"), decimal("0.381967")
eq11_sign = paper.claim(
    "11.sign",
    only_root(lifting, r, 0, 1, "0.382", scale=R_b, called="E(r)"),
    on_interval(lifting, "<", r, upper, 1, scale=R_b, called="E(r)"),
    where=HERE,
    printed="above R_c no additional energy is needed to reach the border: the lifting energy is not positive",
    note="Up to the border. Between R_c and 0.381967 R_b the sign follows from the single zero. A balance of energies between r and the "
    "border: it allows the electron to drift over, and does not say that it does. The net force (2) points to its own nucleus "
    "everywhere inside the border; what a small move costs is decided at 11.local_below and 11.local_above.",
    asides=[
        aside(
            "The net force (2) points to its own nucleus everywhere inside the border",
            on_interval(KQe * (1 / r**2 - 1 / (2 * R_b - r) ** 2), "<", r, 0, 1, scale=R_b),
        )
    ],
)
kinetic = -KQe / 2 * (1 / r - r / (2 * R_b - r) ** 2)
"""(6), the electron's own kinetic energy: minus (7)."""
potential = KQe * (1 / r + 1 / (2 * R_b - r) - 2 / R_b)
"""The electron's own potential energy, relative to the border: minus (3)."""
OWN_ENERGIES = (
    "The energies are the electron's own: its kinetic energy E_r of (6), and its potential energy −E_u relative to the border. (7) and (3) "
    "are what is still missing to the border, E_k = −E_r and E_u, so that their slopes have the opposite signs."
)
THEIR_SIGNS = aside(
    "their slopes have the opposite signs",
    on_interval(diff(-potential, r), "<", r, 0, upper, scale=R_b, called="the slope of E_u(r)"),
    on_interval(diff(-kinetic, r), ">", r, 0, upper, scale=R_b, called="the slope of E_k(r)"),
)
eq11_local_below = paper.claim(
    "11.local_below",
    on_interval(diff(potential, r), ">", r, 0, upper, scale=R_b, called="the slope of the potential energy −E_u(r)"),
    on_interval(diff(kinetic, r), "<", r, 0, upper, scale=R_b, called="the slope of the kinetic energy E_r(r)"),
    on_interval(diff(potential + kinetic, r), ">", r, 0, upper, scale=R_b, called="the slope of E_r(r) − E_u(r)"),
    where=HERE,
    printed="below $R_c$, a perturbation upward raises the potential energy by more than it lowers the kinetic energy",
    note=OWN_ENERGIES,
    asides=[THEIR_SIGNS],
)
eq11_local_above = paper.claim(
    "11.local_above",
    on_interval(diff(potential + kinetic, r), "<", r, upper, 1, scale=R_b, called="the slope of E_r(r) − E_u(r)"),
    where=HERE,
    printed="above $R_c$, a perturbation upward leaves excess kinetic energy, which propels the electron further",
    readings=[
        correction(
            "beyond the minimum of the lifting energy",
            on_interval(
                diff(potential + kinetic, r),
                "<",
                r,
                Rational(2, 3),
                1,
                scale=R_b,
                called="the slope of E_r(r) − E_u(r)",
            ),
            condition="the orbit lies beyond the minimum of the lifting energy, and not only beyond its zero R_c",
        )
    ],
    note="The paper takes the sign of the curve for the sign of its slope: what a small move costs is decided by the slope. "
    + OWN_ENERGIES
    + " Their sum E_r − E_u is minus the lifting energy (8) of hydrogen (c = 1), up to a constant: it rises up to two thirds of R_b, where that has its minimum.",
    asides=[
        THEIR_SIGNS,
        aside(
            "Their sum E_r − E_u is minus the lifting energy (8) of hydrogen (c = 1), up to a constant: it rises up to two thirds of R_b",
            equal(diff(potential + kinetic, r), -diff(lifting, r)),
            on_interval(diff(potential + kinetic, r), ">", r, 0, Rational(2, 3), scale=R_b),
            put_in=["8", "1"],
        ),
    ],
)
total_alone = KQe / r - KQe / (2 * r)
eq11_iso = paper.claim(
    "11.iso",
    equal(total_alone, KQe / (2 * r)),
    less(KQe / (2 * r), 0),
    leading(total_alone, r, -1, KQe / 2),
    where=HERE,
    printed="in isolated hydrogen the total energy is negative and tends to zero at infinity",
)
fig2_sign = paper.claim(
    "fig2.sign",
    on_interval(lifting, ">", r, 0, lower, scale=R_b, called="E(r)"),
    equal((d_hydrogen + 4 / R_b).subs(r, (3 - sqrt(5)) / 2 * R_b), 4 / R_b),
    on_interval(lifting, "<", r, upper, 1, scale=R_b, called="E(r)"),
    where=FIGURE_2,
    printed="the lifting energy is positive below R_c, zero there, negative beyond",
    note="R_c is that of (10). The caption prints no number for it; at its R_b of 1000 pm it is 382 pm.",
    asides=[
        aside(
            "at its R_b of 1000 pm it is 382 pm",
            crossing(
                d_hydrogen.subs(R_b, decimal("1e-9")),
                r,
                "382",
                unit=PICOMETRE,
                rising=False,
                called="the bracket of (8)",
            ),
            put_in=["1000"],
        )
    ],
    figure=figure(
        "Figure 2",
        x="orbital radius r in pm",
        y="energy in eV",
        variable=r,
        interval=(200, 1000),
        curves={
            "lifting energy (8)": lifting.subs(one_proton).subs(R_b, BORDER),
            "kinetic energy (7)": -kinetic.subs(one_proton).subs(R_b, BORDER),
            "potential energy (3)": -potential.subs(one_proton).subs(R_b, BORDER),
        },
        x_unit=PICOMETRE,
        y_unit=ELECTRONVOLT,
    ),
)
fig2_mono = paper.claim(
    "fig2.mono",
    on_interval(diff(lifting, r), "<", r, 0, 1, scale=R_b, called="the slope of E(r)"),
    where=FIGURE_2,
    printed="the lifting energy falls from a positive value through zero while the radius grows towards the border",
    readings=[
        correction(
            "up to the minimum",
            on_interval(diff(lifting, r), "<", r, 0, Rational(2, 3), scale=R_b, called="the slope of E(r)"),
            condition="the radius stays below that of the minimum, which lies beyond R_c, where the curve goes through zero",
            fault="it rises again before the border",
        )
    ],
    note="The curve has a minimum below zero, at two thirds of the way to the border, and rises again to zero there.",
    asides=[
        aside(
            "a minimum below zero, at two thirds of the way to the border, and rises again to zero there",
            only_root(diff(lifting, r), r, 0, 1, "0.667", scale=R_b, exactly=Rational(2, 3)),
            on_interval(diff(lifting, r), "<", r, 0, Rational(2, 3), scale=R_b),
            on_interval(diff(lifting, r), ">", r, Rational(2, 3), 1, scale=R_b),
            on_interval(lifting, "<", r, upper, 1, scale=R_b),
            equal((d_hydrogen + 4 / R_b).subs(r, R_b), 4 / R_b),
        )
    ],
)
fig2_total_inverse = paper.cross_reference(
    "fig2.total_inverse",
    where=FIGURE_2,
    printed="the total energy, of a kinetic energy based on (7) and a potential energy derived from (3), is the inverse of the lifting energy",
    lhs=E_k + E_u,
    rhs=-E,
    conditions=[r < R_b],
    by=follows_from(x_E, x_E_k, eq5_line3),
    readings=[
        reading(
            "energies of the electron itself",
            equal(E_r - E_u, -E),
            by=follows_from(x_E, x_E_k, eq5_line3),
            where=[r < R_b],
            ground=AMBIGUITY,
            of="based on",
            condition="the curves show the electron's own energies, E_r and −E_u, of which (7) and (3) are the differences to the border",
        )
    ],
    note="By (8) the sum of (7) and (3) is the lifting energy itself.",
)
fig2_positive = paper.claim(
    "fig2.positive",
    on_interval(KQe / 2 * d_first.subs(c, 0), "<", r, 0, 1, scale=R_b),
    on_interval(KQe / 2 * d_hydrogen, ">", r, upper, 1, scale=R_b),
    where=FIGURE_2,
    printed="the positive total energy is due to the proton",
    note="Without the proton (c = 0 in (15)) the total energy relative to the border is negative everywhere inside it; with it, positive above R_c.",
)
fig2_mirror = paper.claim(
    "fig2.mirror",
    equal((KQe * (1 / r**2 - 1 / (2 * R_b - r) ** 2)).subs(r, 2 * R_b - r), -KQe * (1 / r**2 - 1 / (2 * R_b - r) ** 2)),
    equal(potential.subs(r, 2 * R_b - r), potential),
    where=FIGURE_2,
    printed="the other half of the tunnel mirrors the hydrogen side",
    conditions=[r < R_b],
    note="The force changes its sign under the reflection r → 2R_b − r, so that the potential energy (3) is symmetric. The kinetic energy (6) "
    "is not, as it belongs to a circle round the first nucleus, and would be negative beyond the border: the other half has a circle round "
    "the other nucleus, with the same formulas.",
    asides=[
        aside("would be negative beyond the border", on_interval(kinetic, "<", r, 1, 2, scale=R_b)),
    ],
)
