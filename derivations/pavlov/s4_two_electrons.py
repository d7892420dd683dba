"""Flux of two electrons: u6, (3), (4) and the words around them."""

from sympy import Eq, pi

from derivations.pavlov.notation import (
    E_2,
    I_2,
    T_1,
    T_2,
    E,
    I,
    L,
    Phi,
    Phi_0,
    Phi_2,
    Phi_L,
    R,
    T,
    e,
    h,
    hbar,
    m_e,
    q,
    v,
    v_2,
)
from derivations.pavlov.paper import paper
from derivations.pavlov.s3_long_mean_free_path import eq1, eq2, u1, u2, u3, u4, u5, x_fluxoid, x_hbar
from verify.claims import (
    DOMAIN,
    aside,
    contradiction,
    correction,
    decimal,
    equal,
    follows_from,
    only_route,
    reading,
    specialise,
)

HERE = "Current created by two electrons"

x_two = paper.premise(
    "x.I2",
    where=HERE,
    printed=r"I_2 = \frac{e}{T_1} + \frac{e}{T_2}",
    lhs=I_2,
    rhs=e / T_1 + e / T_2,
    law="currents add; each electron has its own time of revolution",
)
t14 = paper.step(
    "t14",
    where=HERE,
    printed=r"two moving charges make twice the current of one, correlated or not: $I_2 = 2I$",
    lhs=I_2,
    rhs=2 * I,
    by=follows_from(x_two, u2),
    readings=[
        reading(
            "equal times of revolution",
            equal(I_2, 2 * I),
            by=follows_from(x_two, u2),
            where=[Eq(T_1, T), Eq(T_2, T)],
            ground=DOMAIN,
            condition="both electrons take the time T of the single one for a revolution",
        )
    ],
    note="Each electron brings the charge e once in its own time of revolution: with T_1 = T and T_2 = 2T the current is 1.5 I. "
    "A pair that shares one ħ does not meet the condition: it moves at half the speed, so that T doubles and two charges make the current of one.",
    asides=[
        aside(
            "with T_1 = T and T_2 = 2T the current is 1.5 I",
            equal(I_2, decimal("1.5") * I),
            by=follows_from(x_two, u2),
            where=[Eq(T_1, T), Eq(T_2, 2 * T)],
            put_in=["1", "2"],
        ),
        aside(
            "A pair that shares one ħ does not meet the condition: it moves at half the speed, so that T doubles and two charges make the current of one",
            equal(v_2, v / 2),
            equal(2 * pi * R / v_2, 2 * T),
            equal(2 * e / (2 * pi * R / v_2), e / T),
            by=follows_from(eq1.ends, u3),
            where=[Eq(2 * m_e * v_2 * R, hbar)],
        ),
    ],
)
x_L1 = paper.premise(
    "x.L1",
    where=HERE,
    printed=r"\Phi = L I",
    lhs=Phi,
    rhs=L * I,
    law="linearity of magnetostatics, inductance L of the ring",
)
x_L2 = paper.premise(
    "x.L2", where=HERE, printed=r"\Phi_2 = L I_2", lhs=Phi_2, rhs=L * I_2, assumption="the same ring and inductance"
)
t15 = paper.step(
    "t15",
    where=HERE,
    printed=r"the doubled current makes twice the flux: $\Phi_2/\Phi = 2$",
    lhs=Phi_2 / Phi,
    rhs=2,
    by=follows_from(x_L1, x_L2, t14),
)
x_E2 = paper.premise(
    "x.E2",
    where=HERE,
    printed=r"E_2 = \frac{I_2\Phi_2}{2}",
    lhs=E_2,
    rhs=I_2 * Phi_2 / 2,
    page="u1 for two electrons",
)
x_K2 = paper.premise(
    "x.K2", where=HERE, printed=r"E_2 = 2\frac{m_e v^2}{2}", lhs=E_2, rhs=m_e * v**2, page="u4 for two electrons"
)
u6 = paper.step(
    "u6",
    where=HERE,
    printed=r"\Phi_2 = 2\Phi_L = \frac{2h}{e}",
    lhs=Phi_2,
    rhs=(2 * Phi_L, 2 * h / e),
    by=follows_from(t15, u5.link(0), eq1.ends, x_hbar, eq2.ends),
    note="By t15, the flux of one electron being that of (2). The energy of u1 and u4, written for two electrons of the speed v and so of the time T of revolution, "
    "doubles together with the current and gives h/e, the flux of one electron: the two ways to the flux of two electrons contradict each other.",
    asides=[
        aside(
            "doubles together with the current and gives h/e, the flux of one electron",
            equal(E_2, 2 * E),
            equal(I_2, 2 * I),
            equal(Phi_2, Phi),
            by=follows_from(x_E2, x_K2, t14.form("equal times of revolution"), u1, u4),
        ),
        aside(
            "gives h/e",
            equal(Phi_2, h / e),
            by=follows_from(x_E2, x_K2, t14.form("equal times of revolution"), u2, u3, eq1.ends, x_hbar),
        ),
        aside(
            "the two ways to the flux of two electrons contradict each other",
            contradiction(t15, t14.form("equal times of revolution"), x_E2, x_K2, u1, u4),
        ),
    ],
)
u6b = paper.step(
    "u6b",
    where=HERE,
    printed=r"2\Phi_L = \frac{2h}{e}",
    lhs=2 * Phi_L,
    rhs=2 * h / e,
    by=follows_from(eq2.ends),
)
eq3 = paper.given("3", where=HERE, printed=r"\Phi_0 = \frac{h}{2e}", lhs=Phi_0, rhs=h / (2 * e))
t16 = paper.step(
    "t16",
    where=HERE,
    printed=r"(3) is four times smaller than the flux above it: $\frac{2h/e}{\Phi_0} = 4$",
    lhs=2 * h / e / Phi_0,
    rhs=4,
    by=follows_from(eq3),
)
x_inverse = paper.premise(
    "x.inverse",
    where=HERE,
    printed=r"\frac{1}{\Phi} = \frac{1}{\Phi_L} + \frac{1}{\Phi_L}",
    lhs=1 / Phi,
    rhs=1 / Phi_L + 1 / Phi_L,
    page="the first equality of (4), which says how Φ is made",
)
eq4 = paper.step(
    "4",
    where=HERE,
    printed=r"\frac{1}{\Phi} = \frac{1}{\Phi_L} + \frac{1}{\Phi_L} = \frac{2}{\Phi_L} = \frac{2e}{h}",
    lhs=1 / Phi,
    rhs=(1 / Phi_L + 1 / Phi_L, 2 / Phi_L, 2 * e / h),
    by=follows_from(x_inverse, eq2.ends),
)
x_pair = paper.premise(
    "x.pair",
    where=HERE,
    printed=r"2 m_e v R = \hbar",
    lhs=2 * m_e * v * R,
    rhs=hbar,
    page="one ħ for the pair, as the introduction words it and (6) writes it for helium",
)
x_two_charges = paper.premise(
    "x.2e", where=HERE, printed=r"q = 2e", lhs=q, rhs=2 * e, page="the carrier is a pair of electrons"
)
t17 = paper.claim(
    "t17",
    only_route(
        eq3,
        one_hbar_for_the_pair_in_the_flux_formula_u5=follows_from(
            specialise(u5.link(0), {Phi: Phi_0}, general=True), x_pair, x_hbar
        ),
        London_condition_for_a_carrier_of_charge_2e=follows_from(
            specialise(x_fluxoid, {Phi_L: Phi_0}, general=True), x_two_charges
        ),
    ),
    where=HERE,
    printed=r"$\Phi_0 = \frac{h}{2e}$ is obtained only by adding the inverses of (2)",
    readings=[
        correction(
            "without only",
            equal(1 / Phi_0, 1 / Phi_L + 1 / Phi_L),
            by=follows_from(eq3, eq2.ends),
            condition="'only' is struck: it is obtained by adding the inverses of (2), and in other ways, too",
            fault="it follows another way, too",
        )
    ],
)
t18 = paper.remark(
    "t18",
    where=HERE,
    printed="(4) has no reasonable explanation",
    why="A judgement on an explanation, not on a formula.",
)
