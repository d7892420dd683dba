"""The generic model: (15) to (24), every term of the series for every i."""

from sympy import Eq, Integral, Rational, Sum, diff

from derivations.liu.formulas import (
    HALF,
    QUARTER,
    THIRD,
    KQe,
    even,
    force_term,
    kinetic_part,
    odd,
    other,
    own,
    potential_part,
    term,
)
from derivations.liu.notation import (
    D,
    E_c,
    E_k,
    E_r,
    E_Rb,
    E_u,
    F,
    F_behind,
    F_beyond,
    F_e,
    F_far,
    F_near,
    N,
    Q,
    R_b,
    c,
    distance,
    dk,
    du,
    e,
    i,
    q_1,
    q_2,
    r,
    t,
    x,
)
from derivations.liu.paper import paper
from derivations.liu.s1_tunnel import eq1, eq2, eq4_balance, eq4_line2, x_E_k, x_kinetic, x_net
from verify.claims import aside, at_least, at_most, correction, decimal, equal, follows_from, less, specialise

HERE = "Generic Model for Electron Tunnel"

of_own = specialise(eq1, {F: F_near, q_1: Q, q_2: e, distance: r})
of_next = specialise(eq1, {F: F_far, q_1: c * Q, q_2: e, distance: 2 * R_b - r})
eq15 = paper.step(
    "15",
    where=HERE,
    printed=r"F_e = KQe\left[\frac{1}{r^2} - \frac{c}{(2R_b - r)^2}\right]",
    lhs=F_e,
    rhs=KQe * (1 / r**2 - c / (2 * R_b - r) ** 2),
    by=follows_from(x_net, of_own, of_next),
    conditions=[r < 2 * R_b],
    note="The next molecule attracts as a charge cQ.",
)
eq15_c1 = paper.cross_reference(
    "15.c1",
    where=HERE,
    printed="$c = 1$ gives equation (2)",
    lhs=(KQe * (1 / r**2 - c / (2 * R_b - r) ** 2)).subs(c, 1),
    rhs=F_e,
    by=follows_from(eq2),
    conditions=[r < 2 * R_b],
)
eq15_c0 = paper.cross_reference(
    "15.c0",
    where=HERE,
    printed="$c = 0$ is a single molecule: the force is Coulomb's law (1)",
    lhs=(KQe * (1 / r**2 - c / (2 * R_b - r) ** 2)).subs(c, 0),
    rhs=F_e,
    by=specialise(eq1, {F: F_e, q_1: Q, q_2: e, distance: r}),
)
eq15_cintervals = paper.claim(
    "15.cintervals",
    at_least(c, HALF),
    where=HERE,
    printed="insulators have c below one half; otherwise, such as c between one quarter and 1, it is a conductor",
    conditions=[c > QUARTER, c < 1],
    readings=[
        correction(
            "one quarter in both places",
            at_least(c, QUARTER),
            where=[c > QUARTER, c < 1],
            condition="insulators have c below one quarter, where the second range begins",
            fault="the two ranges of c overlap",
        )
    ],
    note="The two ranges overlap: c = 1/3 is an insulator by the first and a conductor by the second.",
    asides=[
        aside(
            "c = 1/3 is an insulator by the first and a conductor by the second",
            less(THIRD, HALF),
            less(QUARTER, THIRD, 1),
        )
    ],
)
x_four = paper.premise(
    "x.four",
    where=HERE,
    printed="F_e = F_1 − F_2 + F_3 − F_4: two molecules more, farther out on the line on either side",
    lhs=F_e,
    rhs=F_near - F_far + F_behind - F_beyond,
    page="the text before (16)",
)
eq16 = paper.step(
    "16",
    where=HERE,
    printed=r"F_e = KQe\left[\frac{1}{r^2} - \frac{c}{(2R_b - r)^2} + \frac{c}{(2R_b + r)^2} - \frac{1}{(4R_b - r)^2}\right]",
    lhs=F_e,
    rhs=KQe * (1 / r**2 - c / (2 * R_b - r) ** 2 + c / (2 * R_b + r) ** 2 - 1 / (4 * R_b - r) ** 2),
    by=follows_from(
        x_four,
        of_own,
        of_next,
        specialise(eq1, {F: F_behind, q_1: c * Q, q_2: e, distance: 2 * R_b + r}),
        specialise(eq1, {F: F_beyond, q_1: Q, q_2: e, distance: 4 * R_b - r}),
    ),
    conditions=[r < 2 * R_b],
    note="The molecules have the charges Q and cQ in turn.",
)
eq17 = paper.given(
    "17",
    where=HERE,
    printed=r"F_e = KQe\sum_{i=0}^{N}\left[\frac{c^{i\%2}}{(2iR_b + r)^2} - \frac{c^{(i+1)\%2}}{(2(i+1)R_b - r)^2}\right]",
    lhs=F_e,
    rhs=KQe * Sum(force_term, (i, 0, N)),
    derived_on_page=True,
)
eq17_N0 = paper.cross_reference(
    "17.N0",
    where=HERE,
    printed="(17) with N = 0 is (15)",
    lhs=KQe * force_term.subs(i, 0),
    rhs=F_e,
    by=follows_from(eq15),
    conditions=[r < 2 * R_b],
)
eq17_N1 = paper.cross_reference(
    "17.N1",
    where=HERE,
    printed="(17) with N = 1 is (16)",
    lhs=KQe * (force_term.subs(i, 0) + force_term.subs(i, 1)),
    rhs=F_e,
    by=follows_from(eq16),
    conditions=[r < 2 * R_b],
)
row_pair = (2 * i - HALF) / ((2 * i - HALF) ** 2 + 4) ** Rational(3, 2) - (2 * i + HALF) / (
    (2 * i + HALF) ** 2 + 4
) ** Rational(3, 2)
along_the_line = -HALF / (QUARTER + 4) ** Rational(3, 2) + Sum(row_pair, (i, 1, 20))
NOT_SUMMED = Rational(4, 6889)
force_at_half_way = (1 / r**2 - 1 / (2 * R_b - r) ** 2).subs({r: HALF, R_b: 1})
eq17_offaxis = paper.claim(
    "17.offaxis",
    at_least(4 * along_the_line, -4 * NOT_SUMMED),
    where=HERE,
    printed="the influence of the infinitely many molecules around the centre line cancels by symmetry",
    readings=[
        correction(
            "a small force remains",
            less(4 * along_the_line, -4 * NOT_SUMMED),
            at_most(4 * (-along_the_line + NOT_SUMMED), decimal("0.75") / 100 * force_at_half_way),
            condition="only the force across the line cancels; along it the nearest rows leave a small one",
            fault="only the force across the line cancels",
        )
    ],
    note=(
        "The part that does not cancel is small: of the four nearest rows less than 0.75 % of the force (2) at that place. They are rows of a simple cubic crystal of equal "
        "charges (c = 1), infinite and parallel to the centre line at the distance 2R_b, the electron at "
        "r = R_b/2: by symmetry each pulls alike along the line. The rows farther out are not summed here. For one row the force along the line is proportional to the sum over all j of t/(t² + 4)^(3/2), t = 2j − 1/2. "
        "Beyond the terms summed here, with t up to 79/2 and down to −81/2, the signs alternate and the terms fall, so the rest lies "
        "between 0 and 1/41.5² = 4/6889; were the whole zero, the part summed of all these rows would be at least −16/6889. "
        "By symmetry only the force across the line cancels, which is not what (17) needs."
    ),
    asides=[
        aside(
            "of the four nearest rows less than 0.75 % of the force (2) at that place",
            at_most(4 * (-along_the_line + NOT_SUMMED), decimal("0.75") / 100 * force_at_half_way),
            put_in=["0.75 %", "4"],
        ),
        aside(
            "with t up to 79/2 and down to −81/2, the signs alternate and the terms fall, so the rest lies between 0 and 1/41.5² = 4/6889",
            equal(2 * i - HALF, Rational(79, 2)),
            equal(-(2 * i + HALF), -Rational(81, 2)),
            equal(2 * (i + 1) - HALF, decimal("41.5")),
            less(diff(t / (t**2 + 4) ** Rational(3, 2), t), 0),
            less((t / (t**2 + 4) ** Rational(3, 2)), 1 / t**2),
            at_most(1 / t**2, Rational(4, 6889)),
            where=[Eq(i, 20), t >= decimal("41.5")],
        ),
    ],
)
primitive = -own / (2 * i * R_b + x) - other / (2 * (i + 1) * R_b - x)
between_the_limits = primitive.subs(x, R_b) - primitive.subs(x, r)
force_at_x = force_term.subs(r, x)
eq18 = paper.given(
    "18",
    where=HERE,
    printed=r"E_u = -\int_r^{R_b} KQe\sum_{i=0}^{N}\left[\frac{c^{i\%2}}{(2iR_b + x)^2} - \frac{c^{(i+1)\%2}}{(2(i+1)R_b - x)^2}\right] dx",
    lhs=E_u,
    rhs=-Integral(KQe * Sum(force_at_x, (i, 0, N)), (x, r, R_b)),
)
eq18_line2 = paper.claim(
    "18.line2",
    equal(diff(primitive, x).subs(even), force_at_x.subs(even)),
    equal(diff(primitive, x).subs(odd), force_at_x.subs(odd)),
    where=HERE,
    printed="each term of the sum has the printed antiderivative, for even i = 2j and odd i = 2j + 1",
    conditions=[r < x, x < R_b],
    note="For every i, and so for every N. No pole lies between r and R_b.",
)
eq18_work = paper.given(
    "18.work",
    where=HERE,
    printed=r"E_u = -KQe\sum_{i=0}^{N}\left[\frac{-c^{i\%2}}{2iR_b + x} + \frac{-c^{(i+1)\%2}}{2(i+1)R_b - x}\right]_{x=r}^{R_b}",
    lhs=E_u,
    rhs=-KQe * Sum(between_the_limits, (i, 0, N)),
    derived_on_page=True,
    note="The second line of (18); it follows from the first by 18.line2, term by term.",
)
eq18_line3 = paper.step(
    "18.line3",
    where=HERE,
    printed=r"E_u = -\frac{KQe}{2}\sum_{i=0}^{N} D_u(i)",
    lhs=E_u,
    rhs=-KQe / 2 * Sum(potential_part, (i, 0, N)),
    by=follows_from(eq18_work),
    conditions=[r < R_b],
    note="D_u(i) is written out by (19).",
)
eq19 = paper.given(
    "19",
    where=HERE,
    printed=r"D_u(i) = \frac{2c^{i\%2}}{2iR_b + r} + \frac{2c^{(i+1)\%2}}{2(i+1)R_b - r} - \frac{2c^{i\%2} + 2c^{(i+1)\%2}}{2iR_b + R_b}",
    lhs=du(i),
    rhs=potential_part,
)
kinetic_term = r * own / (2 * i * R_b + r) ** 2 - r * other / (2 * (i + 1) * R_b - r) ** 2
x_on_a_circle = paper.step(
    "x.20",
    where=HERE,
    printed=r"E_r = -\frac{r}{2}F_e",
    lhs=E_r,
    rhs=-r / 2 * F_e,
    by=follows_from(x_kinetic, specialise(eq4_line2, {distance: r}), eq4_balance),
    note="The kinetic energy on a circle of radius r, from (4) and F_c = −F_e.",
)
eq20 = paper.step(
    "20",
    where=HERE,
    printed=r"E_r = -\frac{KQe}{2}\sum_{i=0}^{N}\left[\frac{rc^{i\%2}}{(2iR_b + r)^2} - \frac{rc^{(i+1)\%2}}{(2(i+1)R_b - r)^2}\right]",
    lhs=E_r,
    rhs=-KQe / 2 * Sum(kinetic_term, (i, 0, N)),
    by=follows_from(x_on_a_circle, eq17),
    conditions=[r <= R_b],
)
eq21 = paper.step(
    "21",
    where=HERE,
    printed=r"E_k = -\frac{KQe}{2}\sum_{i=0}^{N} D_k(i)",
    lhs=E_k,
    rhs=-KQe / 2 * Sum(kinetic_part, (i, 0, N)),
    by=follows_from(x_E_k, eq20, specialise(eq20, {E_r: E_Rb, r: R_b}, general=True)),
    conditions=[r < R_b],
    note="D_k(i) is written out by (22); E_k = E_{R_b} − E_r as in (7), both by (20).",
)
eq22 = paper.given(
    "22",
    where=HERE,
    printed=r"D_k(i) = \frac{rc^{(i+1)\%2}}{(2(i+1)R_b - r)^2} - \frac{(c^{(i+1)\%2} - c^{i\%2})R_b}{(2iR_b + R_b)^2} - \frac{rc^{i\%2}}{(2iR_b + r)^2}",
    lhs=dk(i),
    rhs=kinetic_part,
)
eq23 = paper.given("23", where=HERE, printed=r"E_c = E_u + E_k", lhs=E_c, rhs=E_u + E_k)
eq23_line2 = paper.step(
    "23.line2",
    where=HERE,
    printed=r"E_c = -\frac{KQe}{2}\sum_{i=0}^{N}\left[D_u(i) + D_k(i)\right]",
    lhs=E_c,
    rhs=-KQe / 2 * Sum(term, (i, 0, N)),
    by=follows_from(eq23, eq18_line3, eq21),
    conditions=[r < R_b],
    note="D_u(i) and D_k(i) are written out by (19) and (22), as in (18) and (21).",
)
eq24 = paper.given(
    "24",
    where=HERE,
    printed=r"D = \sum_{i=0}^{N} \left[D_u(i) + D_k(i)\right]",
    lhs=D,
    rhs=Sum(term, (i, 0, N)),
    note="D_u(i) and D_k(i) are written out by (19) and (22).",
)
x_lift = paper.step(
    "x.23",
    where=HERE,
    printed=r"E_c = -\frac{KQe}{2} D",
    lhs=E_c,
    rhs=-KQe / 2 * D,
    by=follows_from(eq23_line2, eq24),
    conditions=[r < R_b],
    note="(23) with (24).",
)
