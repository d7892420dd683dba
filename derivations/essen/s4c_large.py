"""When the Darwin-Breit term becomes large: (47) to (55)."""

from sympy import KroneckerDelta, Ne, Rational, cos, sqrt

from derivations.essen.notation import (
    V_12,
    J,
    J_of,
    N,
    N_max,
    N_s,
    R,
    S,
    S_n,
    V_of,
    a_0,
    alpha,
    c,
    d,
    e_2,
    eps_e,
    i,
    j,
    k,
    m,
    phi,
    r_e,
    rate,
    rate_1,
    rate_of,
)
from derivations.essen.paper import paper
from derivations.essen.s3_rotating import eq30, eq30_N, radius
from derivations.essen.s4a_darwin import lagrangian_written_out, written_out
from verify.claims import (
    AMBIGUITY,
    CODATA_2022,
    approx,
    aside,
    diverges,
    equal,
    expands_to,
    follows_from,
    for_every_number,
    less,
    on_interval,
    order_of,
    over,
    over_others,
    reading,
    signed,
    specialise,
)
from verify.units import metre, micro, nano

HERE = "IV.C"
ALPHA = {alpha: CODATA_2022.alpha}

V_kj = written_out.subs(i, k)
eq47 = paper.claim(
    "47",
    for_every_number(
        lagrangian_written_out,
        m * R**2 * rate_of(k) + e_2**2 * R / c**2 * over_others(j, k, N, rate_of(j) * V_kj),
        number=N,
        slope=rate_of(k),
        called=J_of(k),
    ),
    where=HERE,
    printed=r"J_i \equiv \frac{\partial L}{\partial \dot{\varphi}_i} = mR^2 \dot{\varphi}_i + \frac{e^2 R}{c^2} \sum_{j(\neq i)}^N \dot{\varphi}_j V_\varphi(\varphi_i - \varphi_j)",
)
eq48 = paper.claim(
    "48",
    for_every_number(
        m * R**2 * rate_of(i) + e_2**2 * R / c**2 * over_others(j, i, N, rate_of(j) * V_of(i, j)),
        m * R**2 * (rate_of(i) + r_e / R * over_others(j, i, N, V_of(i, j) * rate_of(j))),
        number=N,
        called=J_of(i),
    ),
    by=follows_from(radius),
    where=HERE,
    note="The left side is (47) with the abbreviation V_ij.",
    printed=r"J_i = mR^2 \left(\dot{\varphi}_i + \frac{r_e}{R} \sum_{j(\neq i)}^N V_{ij} \dot{\varphi}_j \right), \quad i = 1, \dots, N",
)
paper.spellings += ((r"J_i", J), (r"\dot{\varphi}_i", rate))
approximate = paper.claim(
    "48-appr",
    expands_to(m * R**2 * (rate + r_e / R * S), S, m * R**2 * rate, order=1, called=J),
    where=HERE,
    printed=r"as long as the sum is negligible we have $J_i \approx mR^2\dot{\varphi}_i$",
    note="J_i/(mR²φ̇_i) → 1 as the sum S of (48) goes to 0; the first correction is r_e S/(Rφ̇_i).",
    asides=[
        aside(
            "the first correction is r_e S/(Rφ̇_i)",
            equal(m * R**2 * (rate + r_e / R * S) / (m * R**2 * rate), 1 + r_e * S / (R * rate)),
        )
    ],
)
bound = paper.remark(
    "48-bound",
    where=HERE,
    printed="for few particles the sum will never exceed the small number N r_e/R by much",
    why="An estimate without a number: how close two particles come, and what 'by much' means, is not said. Classically V_ij = "
    "1/|φ| + … has no bound; the reason that is given, the uncertainty principle, is not put into a formula.",
)
random = paper.premise(
    "x.random",
    where=HERE,
    printed=r"the terms of the sum are of one magnitude, so that $S = \sqrt{N} V_{12} \dot{\varphi}_1$ in the root mean square",
    lhs=S,
    rhs=sqrt(N) * V_12 * rate_1,
    assumption="N times the square of one term, by the second statement of 48-rand; the paper says nothing of the magnitudes",
)
random_signs = paper.claim(
    "48-rand",
    less(S / (N * V_12 * rate_1), Rational(1, 10)),
    equal(Rational(1, 2) * ((S_n + V_12 * rate_1) ** 2 + (S_n - V_12 * rate_1) ** 2), S_n**2 + V_12**2 * rate_1**2),
    where=HERE,
    by=follows_from(random),
    conditions=[N > 100, Ne(rate_1, 0)],
    printed="random signs of the velocities: the sum can be small",
    note="The sum is compared with N terms of one sign; 'small' and 'very large' are read as in the statement. S_n is the sum over any number of the others. One velocity more, with either sign, adds the square of its term V_ij φ̇_j to the mean square; "
    "so, term by term, the mean square for random signs is the sum of the squares of the terms, for every N. How small that is depends on the V_ij, "
    "which grow without bound for near neighbours.",
    asides=[
        aside(
            "the V_ij, which grow without bound for near neighbours",
            diverges((1 + 3 * cos(phi)) / (4 * sqrt(2 * (1 - cos(phi)))), phi, 0),
        )
    ],
)
eq49 = paper.given(
    "49",
    where=HERE,
    printed=r"\frac{Nr_e}{R} \sim 1",
    lhs=N_s * r_e / R,
    rhs=1,
    sign="~",
    note="The condition is taken from an estimate in [11]; '~' is read as an equality where later lines use it.",
)
eq50 = paper.claim(
    "50",
    for_every_number(
        m * R**2 * over(j, N, (KroneckerDelta(j, i) + (1 - KroneckerDelta(j, i)) * eps_e * V_of(i, j)) * rate_of(j)),
        m * R**2 * (rate_of(i) + eps_e * over_others(j, i, N, V_of(i, j) * rate_of(j))),
        number=N,
        called=J_of(i),
    ),
    where=HERE,
    printed=r"\begin{pmatrix} J_1 \\ J_2 \\ \vdots \\ J_N \end{pmatrix} = mR^2 \begin{pmatrix} 1 & \varepsilon_e V_{12} & \cdots & \varepsilon_e V_{1N} \\ \varepsilon_e V_{21} & 1 & \cdots & \varepsilon_e V_{2N} \\ \vdots & \vdots & \ddots & \vdots \\ \varepsilon_e V_{N1} & \varepsilon_e V_{N2} & \cdots & 1 \end{pmatrix} \begin{pmatrix} \dot{\varphi}_1 \\ \dot{\varphi}_2 \\ \vdots \\ \dot{\varphi}_N \end{pmatrix}",
    note="The row i of the matrix times the column of the velocities, against (48) with ε_e = r_e/R.",
)
odlro = paper.remark(
    "50-odlro",
    where=HERE,
    printed="collective Darwin-Breit behaviour rests on off-diagonal long-range order",
    why="An analogy between the off-diagonal elements of a matrix and a concept of quantum statistics.",
)
unity = paper.step(
    "50-30",
    where=HERE,
    printed="we have already seen, in equation (30), that $Nr_e/R$ can be unity in three dimensions",
    lhs=N_s * r_e / R,
    rhs=1,
    by=follows_from(eq30),
    readings=[
        reading(
            "of order unity",
            order_of(N_s * r_e / R, "1"),
            by=follows_from(eq30),
            ground=AMBIGUITY,
            of="unity",
            condition="'unity' means of the order of one: (30) says 3",
        )
    ],
    asides=[aside("(30) says 3", equal(N_s * r_e / R, 3), by=follows_from(eq30_N))],
)
eq51 = paper.given("51", where=HERE, printed=r"N_{\max}(d) = R^d/a_0^d", lhs=N_max, rhs=(R / a_0) ** d)
most = paper.premise(
    "x.most",
    where=HERE,
    printed=r"N = N_{\max}(d)",
    lhs=N_s,
    rhs=N_max,
    page="'assume, for definiteness, the maximum number'",
)
eq51_49 = paper.step(
    "51-49",
    where=HERE,
    printed=r"\frac{R^d r_e}{a_0^d R} \sim 1",
    lhs=(R / a_0) ** d * r_e / R,
    rhs=1,
    sign="~",
    by=follows_from(eq49, most, eq51),
    note="'~' as an equality.",
)
eq52 = paper.step(
    "52",
    where=HERE,
    printed=r"R^{d-1} \sim a_0^d/r_e",
    lhs=(R / a_0) ** (d - 1),
    rhs=a_0 / r_e,
    sign="~",
    by=follows_from(eq51_49),
    note="'~' as an equality, divided by a_0^(d − 1) so that powers of pure numbers are compared.",
)
size = a_0 * (a_0 / r_e) ** (1 / (d - 1))
size_of = paper.premise(
    "x.53",
    where=HERE,
    printed=r"R = a_0 (a_0/r_e)^{1/(d-1)}",
    lhs=R,
    rhs=size,
    law="(52) solved for R, for d > 1: its left side grows with R, so there is one solution",
)
eq53 = paper.claim(
    "53",
    diverges(R, d, 1),
    by=follows_from(size_of),
    where=HERE,
    conditions=[a_0 > r_e, d > 1],
    printed=r"d = 1+ \quad \Rightarrow \quad R \rightarrow \infty",
    note="R is a_0 (a_0/r_e)^(1/(d − 1)), which satisfies (52). a_0 = r_e/α² is larger than r_e.",
    asides=[
        aside(
            "a_0 (a_0/r_e)^(1/(d − 1)), which satisfies (52)",
            equal((size / a_0) ** (d - 1), a_0 / r_e),
            where=[a_0 > r_e, d > 1],
        ),
        aside("a_0 = r_e/α² is larger than r_e", on_interval(1 / alpha**2 - 1, ">", alpha, 0, 1)),
    ],
)
definition = paper.premise(
    "x.a0",
    where=HERE,
    printed=r"r_e = \alpha^2 a_0",
    lhs=r_e,
    rhs=alpha**2 * a_0,
    law="definitions of Bohr radius, classical electron radius and fine-structure constant (CODATA)",
)
eq54 = paper.claim(
    "54",
    signed(equal(R, a_0**2 / r_e), "~"),
    approx(a_0 / r_e, "1.9e4", constants=ALPHA),
    approx(R, "1", unit=micro * metre, constants=ALPHA | {a_0: CODATA_2022.a_0}),
    by=follows_from(specialise(eq52, {d: 2}, general=True), definition),
    where=HERE,
    printed=r"d = 2 \quad \Rightarrow \quad R \sim a_0^2/r_e \approx 19000 a_0 \approx 1 \mu\text{m}",
)
eq55 = paper.claim(
    "55",
    signed(equal(R, a_0 * sqrt(a_0 / r_e)), "~"),
    approx(sqrt(a_0 / r_e), "1.4e2", constants=ALPHA),
    approx(R, "1e1", unit=nano * metre, constants=ALPHA | {a_0: CODATA_2022.a_0}),
    by=follows_from(specialise(eq52, {d: 3}, general=True), definition),
    where=HERE,
    printed=r"d = 3 \quad \Rightarrow \quad R \sim a_0 \sqrt{a_0/r_e} \approx 140 a_0 \approx 10 \text{ nm}",
    note="10 nm has one digit that counts: 5 to 15 nm; it is 7.25 nm.",
    asides=[
        aside(
            "it is 7.25 nm",
            approx(R, "7.25", unit=nano * metre, constants=ALPHA | {a_0: CODATA_2022.a_0}),
            by=follows_from(specialise(eq52, {d: 3}, general=True), definition),
        )
    ],
)
orders = paper.claim(
    "55-2oom",
    approx(
        (a_0 / r_e) / sqrt(a_0 / r_e),
        "100",
        constants=ALPHA,
        within=("100", "1e9", "at least two orders of magnitude"),
    ),
    by=follows_from(definition),
    where=HERE,
    printed="two dimensions: the linear size of a sample is larger by two orders of magnitude or more",
    note="The ratio of the sizes (54) and (55) is 1/α.",
    asides=[
        aside(
            "The ratio of the sizes (54) and (55) is 1/α",
            equal((a_0**2 / r_e) / (a_0 * sqrt(a_0 / r_e)), 1 / alpha),
            by=follows_from(definition),
        )
    ],
)
