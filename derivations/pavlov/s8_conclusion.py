"""The conclusion: additivity of angular momentum, shares of a quantum, and helium again."""

from sympy import Eq, cos, sin

from derivations.pavlov.notation import Phi, Phi_0, R, a_0, hbar, l_1, l_2, m_e, r_He, theta, v, v_He
from derivations.pavlov.paper import paper
from derivations.pavlov.s3_long_mean_free_path import u5, x_hbar
from derivations.pavlov.s4_two_electrons import eq3
from derivations.pavlov.s7_double_standards import eq7, x_bohr
from verify.claims import DOMAIN, aside, equal, follows_from, less, reading, specialise

HERE = "Conclusion"

t31 = paper.identity(
    "t31",
    where=HERE,
    printed="kinetic momentum is additive, so that the parts must be summed",
    lhs=m_e * ((r_He * cos(theta)) * (v_He * cos(theta)) - (r_He * sin(theta)) * (-v_He * sin(theta)))
    + m_e * ((-r_He * cos(theta)) * (-v_He * cos(theta)) - (-r_He * sin(theta)) * (v_He * sin(theta))),
    rhs=2 * m_e * v_He * r_He,
    note="The sum of x p_y − y p_x over the two electrons at opposite ends of a diameter, against the left-hand side of (6).",
)
x_total = paper.premise(
    "x.total",
    where=HERE,
    printed=r"l_1 + l_2 = \hbar",
    lhs=l_1 + l_2,
    rhs=hbar,
    page="the total is one ħ, the parts are summed",
)
t32 = paper.claim(
    "t32",
    less(0, l_1, hbar),
    by=follows_from(x_total),
    where=HERE,
    printed="if the total is ħ, each particle has a fraction of ħ",
    readings=[
        reading(
            "equal shares",
            less(0, l_1, hbar),
            by=follows_from(x_total),
            where=[Eq(l_1, l_2)],
            ground=DOMAIN,
            condition="the particles share the total equally",
        )
    ],
    note="A total of ħ also arises from ħ and 0, as in a state with one electron in s and one in p.",
    asides=[aside("A total of ħ also arises from ħ and 0", equal(l_1 + l_2, hbar), where=[Eq(l_1, hbar), Eq(l_2, 0)])],
)
t33 = paper.remark(
    "t33",
    where=HERE,
    printed="sharing undermines the notion of a quantum",
    why="A judgement on a notion; what is and is not shared is decided at t32.",
)
t34 = paper.step(
    "t34",
    where=HERE,
    printed=r"if the value of 1961 is right, helium must be four times smaller: $r_{\text{He}} = \frac{a_0}{7}$",
    lhs=r_He,
    rhs=a_0 / 7,
    by=follows_from(eq3, specialise(u5.link(0), {Phi: Phi_0}, general=True), x_hbar, eq7, x_bohr),
    readings=[
        reading(
            "the same angular momentum in helium",
            equal(r_He, a_0 / 7),
            by=follows_from(eq3, specialise(u5.link(0), {Phi: Phi_0}, general=True), x_hbar, eq7, x_bohr),
            where=[Eq(v * R, v_He * r_He)],
            ground=DOMAIN,
            condition="an electron of helium has the angular momentum of an electron on the ring (no double standards)",
        )
    ],
    note="The flux on the ring says nothing about helium without a rule that carries ħ from one system to the other.",
)
