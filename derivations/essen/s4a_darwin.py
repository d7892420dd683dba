"""The Darwin-Breit term on the ring: (31) to (34)."""

from sympy import Eq, Ne, Rational, cos, log, pi, sin, sqrt

from derivations.essen.notation import (
    J_1,
    J_2,
    V_1,
    A_of,
    L,
    N,
    R,
    V_phi,
    alpha,
    c,
    e,
    e_2,
    i,
    j,
    m,
    phi,
    phi_1,
    phi_2,
    phi_of,
    rate_1,
    rate_2,
    rate_of,
    share_of_sum,
)
from derivations.essen.paper import paper
from verify.claims import (
    CODATA_2022,
    DOMAIN,
    approx,
    aside,
    at_most,
    decimal,
    dot,
    equal,
    follows_from,
    for_every_number,
    less,
    over,
    over_others,
    over_pairs,
    reading,
    scaled,
    total,
    triple,
)

HERE = "IV.A"

place_1, place_2 = scaled(R, triple(cos(phi_1), sin(phi_1), 0)), scaled(R, triple(cos(phi_2), sin(phi_2), 0))
velocity_1 = scaled(R * rate_1, triple(-sin(phi_1), cos(phi_1), 0))
velocity_2 = scaled(R * rate_2, triple(-sin(phi_2), cos(phi_2), 0))
between = total(place_1, scaled(-1, place_2))
squared = dot(between, between)
V_12 = (1 + 3 * cos(phi_1 - phi_2)) / (4 * sqrt(2 * (1 - cos(phi_1 - phi_2))))
written_out = (1 + 3 * cos(phi_of(i) - phi_of(j))) / (4 * sqrt(2 * (1 - cos(phi_of(i) - phi_of(j)))))
V_ij = V_phi(phi_of(i) - phi_of(j))

V = (1 + 3 * cos(phi)) / (4 * sqrt(2 * (1 - cos(phi))))
angular = paper.given(
    "x.V",
    where=HERE,
    printed=r"V_\varphi(\varphi) \equiv \frac{1}{4} \frac{1 + 3\cos\varphi}{\sqrt{2[1 - \cos\varphi]}}",
    lhs=V_phi(phi),
    rhs=V,
    note="The definition in (31), as a line of its own.",
)
on_the_ring = paper.premise(
    "x.V_1",
    where=HERE,
    printed="(1) with the vectors (2), for every pair",
    lhs=V_1,
    rhs=-over_pairs(
        i,
        j,
        N,
        e_2**2
        / c**2
        * R**4
        * rate_of(i)
        * rate_of(j)
        * (1 - cos(phi_of(i) - phi_of(j)))
        * (1 + 3 * cos(phi_of(i) - phi_of(j)))
        / (2 * (R * sqrt(2 * (1 - cos(phi_of(i) - phi_of(j))))) ** 3),
    ),
    page="(1), with the numerator and the distance of a pair that the first two statements of (31) decide from the vectors",
)
eq31 = paper.claim(
    "31",
    for_every_number(
        (dot(velocity_1, velocity_2) * squared + dot(velocity_1, between) * dot(velocity_2, between)) ** 2
        / (4 * squared**3),
        (R * rate_1 * rate_2 * V_12) ** 2,
        number=N,
    ),
    for_every_number(
        dot(velocity_1, velocity_2) * squared + dot(velocity_1, between) * dot(velocity_2, between),
        R**4 * rate_1 * rate_2 * (1 - cos(phi_1 - phi_2)) * (1 + 3 * cos(phi_1 - phi_2)),
        number=N,
    ),
    for_every_number(
        V_1,
        -(e_2**2) / (R * c**2) * over_pairs(i, j, N, R**2 * rate_of(i) * rate_of(j) * written_out),
        -(e_2**2) * R / c**2 * over_pairs(i, j, N, rate_of(i) * rate_of(j) * written_out),
        number=N,
    ),
    by=follows_from(on_the_ring),
    where=HERE,
    conditions=[Ne(cos(phi_1 - phi_2), 1)],
    printed=r"V_1 = -\frac{e^2}{Rc^2} \sum_{i < j}^N R^2 \dot{\varphi}_i \dot{\varphi}_j \frac{1}{4} \frac{1 + 3 \cos(\varphi_i - \varphi_j)}{\sqrt{2[1 - \cos(\varphi_i - \varphi_j)]}} \equiv -\frac{e^2 R}{c^2} \sum_{i < j}^N \dot{\varphi}_i \dot{\varphi}_j V_\varphi(\varphi_i - \varphi_j)",
    note="For one pair, from the vectors (2): first the square of v_i·v_j + (v_i·e_ij)(v_j·e_ij) over 2r_ij, which avoids the root, "
    "then the numerator, which fixes the sign; then the factors before the sum for every N.",
)
lagrangian = m * R**2 / 2 * over(i, N, rate_of(i) ** 2) + e_2**2 * R / c**2 * over_pairs(
    i, j, N, rate_of(i) * rate_of(j) * V_ij
)
lagrangian_written_out = m * R**2 / 2 * over(i, N, rate_of(i) ** 2) + e_2**2 * R / c**2 * over_pairs(
    i, j, N, rate_of(i) * rate_of(j) * written_out
)
first_order = paper.premise(
    "x.L",
    where=HERE,
    printed="L = T_0 − V_1, with the T_0 of (3) for equal masses",
    lhs=L,
    rhs=over(i, N, m * R**2 * rate_of(i) ** 2 / 2) - V_1,
    page="printed in the text before (32)",
)
by_31 = paper.premise(
    "x.31",
    where=HERE,
    printed="(31), its last member",
    lhs=V_1,
    rhs=-(e_2**2) * R / c**2 * over_pairs(i, j, N, rate_of(i) * rate_of(j) * V_ij),
    page="(31), as it stands there, for every N",
)
eq32 = paper.claim(
    "32",
    for_every_number(
        L,
        lagrangian,
        number=N,
    ),
    by=follows_from(first_order, by_31),
    where=HERE,
    printed=r"L = \frac{1}{2} m R^2 \sum_{i=1}^N \dot{\varphi}_i^2 + \frac{e^2 R}{c^2} \sum_{i < j} \dot{\varphi}_i \dot{\varphi}_j V_\varphi(\varphi_i - \varphi_j)",
)
paper.premise(
    "x.32-V",
    where=HERE,
    printed="(32) with the V_φ of (31) written out",
    lhs=L,
    rhs=lagrangian_written_out,
    page="(32) and (31)",
)
A_i = e / c * over_others(j, i, N, rate_of(j) * written_out)
eq33 = paper.given(
    "33",
    where=HERE,
    printed=r"A_i = \frac{e}{c} \sum_{j(\neq i)}^N \dot{\varphi}_j V_\varphi(\varphi_i - \varphi_j)",
    lhs=A_of(i),
    rhs=A_i,
)
signed = paper.premise(
    "x.32",
    where=HERE,
    printed="(32), e the charge of the electron with its sign",
    lhs=L,
    rhs=lagrangian_written_out.subs(e_2, e),
    page="(32), its right-hand side as it stands there; the square of the charge does not depend on its sign",
)
eq34 = paper.claim(
    "34",
    for_every_number(
        L,
        over(i, N, m * R**2 * rate_of(i) ** 2 / 2 + e / (2 * c) * R * rate_of(i) * A_i),
        number=N,
    ),
    by=follows_from(signed),
    where=HERE,
    printed=r"L = \sum_{i=1}^N \left(\frac{1}{2} m R^2 \dot{\varphi}_i^2 + \frac{e}{2c} R \dot{\varphi}_i A_i \right)",
    note="(32) with the A_i of (33): the factor ½ because the sum over j ≠ i counts each pair twice. "
    "The sign of the charge does not matter.",
    asides=[
        aside(
            "the factor ½ because the sum over j ≠ i counts each pair twice",
            for_every_number(
                over(i, N, rate_of(i) * over_others(j, i, N, rate_of(j) * written_out)),
                2 * over_pairs(i, j, N, rate_of(i) * rate_of(j) * written_out),
                number=N,
            ),
        )
    ],
)
BOUND = pi * decimal("5.325e-5") * (1 + log(N))
spacing = paper.premise(
    "x.spacing",
    where=HERE,
    printed="the electrons are at least a Bohr radius apart, along the ring",
    lhs=share_of_sum,
    rhs=BOUND,
    assumption="real atoms, with one electron each; the bound is that of the note",
)
small = paper.claim(
    "IV.A-small",
    less(share_of_sum, Rational(1, 10)),
    by=follows_from(spacing),
    where=HERE,
    printed="a ring of real atoms: small Darwin-Breit term in every case",
    readings=[
        reading(
            "up to 10³⁰ electrons",
            less(share_of_sum, Rational(1, 10)),
            by=follows_from(spacing),
            where=[N <= 10**30],
            ground=DOMAIN,
            condition="there are at most 10³⁰ electrons",
        )
    ],
    note="|V_φ| is at most R over the distance, as 1 + 3 cos φ is at most 4 in magnitude. The k-th neighbour is at least ka_0 away along the ring, so 2ka_0/π in a straight line, and the sum of "
    "r_e|V_φ|/R over both sides is below π(r_e/a_0)(1 + ln N), as the harmonic sum up to N is at most 1 + ln N (a bound of the textbooks); r_e/a_0 = α², "
    "5.325·10⁻⁵. As a bound on the sum in every row of (48) it bounds the term for any velocities. It grows with N, though it reaches a tenth only between 10²⁵⁹ and 10²⁶⁰ electrons: "
    "there the bound fails, which says nothing of the term itself.",
    asides=[
        aside(
            "1 + 3 cos φ is at most 4 in magnitude",
            at_most(-4, 1 + 3 * cos(phi), 4),
        ),
        aside("r_e/a_0 = α², 5.325·10⁻⁵", approx(alpha**2, "5.325e-5", constants={alpha: CODATA_2022.alpha})),
        aside(
            "it reaches a tenth only between 10²⁵⁹ and 10²⁶⁰ electrons",
            less(BOUND.subs(N, 10**259), Rational(1, 10), BOUND.subs(N, 10**260)),
            put_in=["10²⁵⁹", "10²⁶⁰"],
        ),
    ],
)
pairs = paper.claim(
    "IV.B-pairs",
    equal(e * J_1 / (2 * pi * m * R**2), -e * J_2 / (2 * pi * m * R**2)),
    where="IV.B",
    conditions=[Eq(J_1, -J_2)],
    printed="pairs of opposite momentum carry no net current",
    note="The current of the one, by (8), is minus the current of the other.",
)
