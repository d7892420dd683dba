"""The generic model: (15) to (24), every term of the series for every i."""

from sympy import Integral, Rational, Sum, diff

from derivations.liu.formulas import (
    HALF,
    QUARTER,
    KQe,
    even,
    force_term,
    kinetic_part,
    odd,
    other,
    own,
    potential_part,
)
from derivations.liu.notation import (
    D,
    D_k,
    D_u,
    E_c,
    E_k,
    E_u,
    F,
    F_e,
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
    x,
)
from derivations.liu.paper import paper
from derivations.liu.s1_tunnel import eq1, eq2
from verify.claims import at_least, correction, equal, follows_from, specialise

HERE = "Generic Model for Electron Tunnel"

eq15 = paper.given(
    "15",
    where=HERE,
    printed=r"F_e = KQe\left[\frac{1}{r^2} - \frac{c}{(2R_b - r)^2}\right]",
    lhs=F_e,
    rhs=KQe * (1 / r**2 - c / (2 * R_b - r) ** 2),
)
eq15_c1 = paper.cross_reference(
    "15.c1",
    where=HERE,
    printed="c = 1 gives equation (2)",
    lhs=(KQe * (1 / r**2 - c / (2 * R_b - r) ** 2)).subs(c, 1),
    rhs=F_e,
    by=follows_from(eq2),
)
eq15_c0 = paper.cross_reference(
    "15.c0",
    where=HERE,
    printed="c = 0 is a single molecule: the force is Coulomb's law (1)",
    lhs=(KQe * (1 / r**2 - c / (2 * R_b - r) ** 2)).subs(c, 0),
    rhs=F_e,
    by=specialise(eq1, {F: F_e, q_1: Q, q_2: e, distance: r}),
)
eq15_cintervals = paper.for_all(
    "15.cintervals",
    at_least(c, HALF),
    where=HERE,
    printed="insulators have c below one half; otherwise, such as c between one quarter and 1, it is a conductor",
    conditions=[c > QUARTER, c < 1],
    readings=[correction("one quarter in both places", at_least(c, QUARTER), where=[c > QUARTER, c < 1])],
    note="The two ranges overlap: c = 1/3 is an insulator by the first and a conductor by the second.",
)
eq16 = paper.given(
    "16",
    where=HERE,
    printed=r"F_e = KQe\left[\frac{1}{r^2} - \frac{c}{(2R_b - r)^2} + \frac{c}{(2R_b + r)^2} - \frac{1}{(4R_b - r)^2}\right]",
    lhs=F_e,
    rhs=KQe * (1 / r**2 - c / (2 * R_b - r) ** 2 + c / (2 * R_b + r) ** 2 - 1 / (4 * R_b - r) ** 2),
)
eq17 = paper.given(
    "17",
    where=HERE,
    printed=r"F_e = KQe\sum_{i=0}^{N}\left[\frac{c^{i\%2}}{(2iR_b + r)^2} - \frac{c^{(i+1)\%2}}{(2(i+1)R_b - r)^2}\right]",
    lhs=F_e,
    rhs=KQe * Sum(force_term, (i, 0, N)),
)
eq17_N0 = paper.cross_reference(
    "17.N0",
    where=HERE,
    printed="(17) with N = 0 is (15)",
    lhs=KQe * force_term.subs(i, 0),
    rhs=F_e,
    by=follows_from(eq15),
)
eq17_N1 = paper.cross_reference(
    "17.N1",
    where=HERE,
    printed="(17) with N = 1 is (16)",
    lhs=KQe * (force_term.subs(i, 0) + force_term.subs(i, 1)),
    rhs=F_e,
    by=follows_from(eq16),
)
row_pair = (2 * i - HALF) / ((2 * i - HALF) ** 2 + 4) ** Rational(3, 2) - (2 * i + HALF) / (
    (2 * i + HALF) ** 2 + 4
) ** Rational(3, 2)
along_the_line = -HALF / (QUARTER + 4) ** Rational(3, 2) + Sum(row_pair, (i, 1, 20))
eq17_offaxis = paper.for_all(
    "17.offaxis",
    at_least(along_the_line, -Rational(4, 6889)),
    where=HERE,
    printed="the influence of the infinitely many molecules around the centre line cancels by symmetry",
    note=(
        "One infinite row of equal charges (c = 1) parallel to the centre line at the distance 2R_b, the electron at "
        "r = R_b/2. The force along the line is proportional to the sum over all j of t/(t² + 4)^(3/2), t = 2j − 1/2. "
        "Beyond the 41 terms summed here the signs alternate and the terms fall, so the rest lies between 0 and "
        "1/41.5² = 4/6889; were the whole zero, the part summed would be at least −4/6889. Rows at other distances pull "
        "the same way. By symmetry only the force across the line cancels, which is not what (17) needs."
    ),
)
primitive = -own / (2 * i * R_b + x) - other / (2 * (i + 1) * R_b - x)
force_at_x = force_term.subs(r, x)
eq18 = paper.given(
    "18",
    where=HERE,
    printed=r"E_u = -\int_r^{R_b} KQe\sum_{i=0}^{N}\left[\frac{c^{i\%2}}{(2iR_b + x)^2} - \frac{c^{(i+1)\%2}}{(2(i+1)R_b - x)^2}\right] dx",
    lhs=E_u,
    rhs=-Integral(KQe * Sum(force_at_x, (i, 0, N)), (x, r, R_b)),
)
eq18_line2 = paper.for_all(
    "18.line2",
    equal(diff(primitive, x).subs(even), force_at_x.subs(even)),
    equal(diff(primitive, x).subs(odd), force_at_x.subs(odd)),
    where=HERE,
    printed="each term of the sum has the printed antiderivative, for even i = 2j and odd i = 2j + 1",
    conditions=[r < x, x < R_b],
    note="For every i, and so for every N. No pole lies between r and R_b.",
)
work = -KQe * (primitive.subs(x, R_b) - primitive.subs(x, r))
eq18_line3 = paper.for_all(
    "18.line3",
    equal(work.subs(even), (-KQe / 2 * potential_part).subs(even)),
    equal(work.subs(odd), (-KQe / 2 * potential_part).subs(odd)),
    where=HERE,
    printed="each term of E_u is −(KQe/2) D_u(i), for even and odd i",
    conditions=[r < R_b],
)
eq19 = paper.given(
    "19",
    where=HERE,
    printed=r"D_u = \frac{2c^{i\%2}}{2iR_b + r} + \frac{2c^{(i+1)\%2}}{2(i+1)R_b - r} - \frac{2c^{i\%2} + 2c^{(i+1)\%2}}{2iR_b + R_b}",
    lhs=D_u,
    rhs=potential_part,
)
kinetic_term = r * own / (2 * i * R_b + r) ** 2 - r * other / (2 * (i + 1) * R_b - r) ** 2
eq20 = paper.for_all(
    "20",
    equal(-r * KQe * force_term.subs(even) / 2, -KQe / 2 * kinetic_term.subs(even)),
    equal(-r * KQe * force_term.subs(odd) / 2, -KQe / 2 * kinetic_term.subs(odd)),
    where=HERE,
    printed="each term of the kinetic energy is −r/2 times that of the force (17), for even and odd i",
    conditions=[r < R_b],
    note="From (4) and F_c = −F_e: the kinetic energy on a circle of radius r is −r F_e/2.",
)
at_the_border = kinetic_term.subs(r, R_b)
eq21 = paper.for_all(
    "21",
    equal((at_the_border - kinetic_term).subs(even), kinetic_part.subs(even)),
    equal((at_the_border - kinetic_term).subs(odd), kinetic_part.subs(odd)),
    where=HERE,
    printed="each term of the kinetic energy at the border less that at r is −(KQe/2) D_k(i), for even and odd i",
    conditions=[r < R_b],
)
eq22 = paper.given(
    "22",
    where=HERE,
    printed=r"D_k = \frac{rc^{(i+1)\%2}}{(2(i+1)R_b - r)^2} - \frac{(c^{(i+1)\%2} - c^{i\%2})R_b}{(2iR_b + R_b)^2} - \frac{rc^{i\%2}}{(2iR_b + r)^2}",
    lhs=D_k,
    rhs=kinetic_part,
)
eq23 = paper.given("23", where=HERE, printed=r"E_c = E_u + E_k", lhs=E_c, rhs=E_u + E_k)
kinetic_work = -KQe / 2 * (at_the_border - kinetic_term)
lifted = -KQe / 2 * (potential_part + kinetic_part)
eq23_line2 = paper.for_all(
    "23.line2",
    equal((work + kinetic_work).subs(even), lifted.subs(even)),
    equal((work + kinetic_work).subs(odd), lifted.subs(odd)),
    where=HERE,
    printed="each term of E_u + E_k is −(KQe/2) [D_u(i) + D_k(i)], for even and odd i",
    conditions=[r < R_b],
)
eq24 = paper.given(
    "24",
    where=HERE,
    printed=r"D = \sum_{i=0}^{N} \left[D_u(i) + D_k(i)\right]",
    lhs=D,
    rhs=Sum(du(i) + dk(i), (i, 0, N)),
)
x_lift = paper.premise(
    "x.23", where=HERE, printed=r"E_c = -\frac{KQe}{2} D", lhs=E_c, rhs=-KQe / 2 * D, source="(23) with (24)"
)
