"""Flux of one electron among correlated ones: u7, u8."""

from sympy import Eq, Rational

from derivations.pavlov.notation import Phi_0, Phi_a, Phi_b, e, h, n
from derivations.pavlov.paper import paper
from derivations.pavlov.s4_two_electrons import eq3
from derivations.pavlov.s5_pairwise import eq5
from verify.claims import DOMAIN, aside, correction, equal, follows_from, greater, reading

HERE = "Short mean free path"

x_sum = paper.premise(
    "x.sum",
    where=HERE,
    printed=r"\Phi_0 = \Phi_a + \Phi_b",
    lhs=Phi_0,
    rhs=Phi_a + Phi_b,
    page="additivity of flux, as the abstract words it",
)
x_share = paper.premise(
    "x.share",
    where=HERE,
    printed=r"\Phi_0 = n\Phi_a",
    lhs=Phi_0,
    rhs=n * Phi_a,
    assumption="every one of the n electrons contributes the same flux",
)
EQUAL_SHARES = "both electrons contribute the same flux"
ONE_LETTER = "one letter for two fluxes"
"""The fault of u7, u8 and t21, which is one."""
ANOTHER_QUANTITY = "the letter on the left means the flux of one electron, another quantity than in "

u7 = paper.step(
    "u7",
    where=HERE,
    printed=r"\Phi_0 = \frac{1}{2}\frac{h}{2e} = \frac{h}{4e}",
    lhs=Phi_0,
    rhs=(Rational(1, 2) * h / (2 * e), h / (4 * e)),
    by=follows_from(eq3),
    readings=[
        correction(
            "flux of one electron",
            equal(Phi_a, Rational(1, 2) * h / (2 * e), h / (4 * e)),
            by=follows_from(eq3, x_sum),
            where=[Eq(Phi_a, Phi_b)],
            condition=ANOTHER_QUANTITY + "(3), and " + EQUAL_SHARES,
            fault=ONE_LETTER,
        )
    ],
)
t22 = paper.step(
    "t22",
    where=HERE,
    printed=r"one electron generates half the flux of the pair: $\Phi_a = \frac{1}{2}\Phi_0$",
    lhs=Phi_a,
    rhs=Phi_0 / 2,
    by=follows_from(x_sum),
    readings=[
        reading(
            "equal shares",
            equal(Phi_a, Phi_0 / 2),
            by=follows_from(x_sum),
            where=[Eq(Phi_a, Phi_b)],
            ground=DOMAIN,
            condition=EQUAL_SHARES,
        )
    ],
    note="Additivity alone leaves open how the two electrons share the flux.",
)
u8 = paper.step(
    "u8",
    where=HERE,
    printed=r"\Phi_0 = \frac{1}{n}\frac{h}{ne} = \frac{h}{n^2 e}",
    lhs=Phi_0,
    rhs=(1 / n * h / (n * e), h / (n**2 * e)),
    by=follows_from(eq5),
    readings=[
        correction(
            "flux per electron",
            equal(Phi_a, 1 / n * h / (n * e), h / (n**2 * e)),
            by=follows_from(eq5, x_share),
            condition=ANOTHER_QUANTITY + "(5)",
            fault=ONE_LETTER,
        )
    ],
    note="The same fault as in u7, for n electrons.",
)
t23 = paper.step(
    "t23",
    where=HERE,
    printed=r"the flux per electron among n is $\Phi_a = \frac{h}{n^2 e}$",
    lhs=Phi_a,
    rhs=h / (n**2 * e),
    by=follows_from(eq5, x_share),
)
t24 = paper.remark(
    "t24", where=HERE, printed="conceptually unacceptable", why="A judgement on a concept, not on a formula."
)
t21 = paper.cross_reference(
    "t21",
    where="Pairwise correlations are not the limit/Short mean free path",
    printed=r"one letter for (3), (5), u7, u8: $\frac{h}{2e} = \frac{h}{ne} = \frac{h}{4e} = \frac{h}{n^2 e}$",
    lhs=h / (2 * e),
    rhs=(h / (n * e), h / (4 * e), h / (n**2 * e)),
    conditions=[n >= 2],
    readings=[
        correction(
            "pairs",
            equal(h / (2 * e), h / (n * e)),
            equal(h / (4 * e), h / (n**2 * e)),
            where=[Eq(n, 2)],
            condition="n = 2, and the flux of the pair, of (3) and (5), has another letter than that of one electron, of u7 and u8",
            fault=ONE_LETTER,
        )
    ],
    note="The fault of u7 and u8 seen from all four lines: the right-hand sides of the lines that define the same letter, compared with each other, "
    "for two electrons or more. For n = 3 the first is larger than the second. For n = 2 the lines (3) and (5) agree, and u7 with u8, but not the first two with the last two.",
    asides=[
        aside(
            "For n = 3 the first is larger than the second",
            greater(h / (2 * e), h / (n * e)),
            where=[Eq(n, 3)],
        ),
        aside(
            "For n = 2 the lines (3) and (5) agree, and u7 with u8, but not the first two with the last two",
            equal(h / (2 * e), h / (n * e)),
            equal(h / (4 * e), h / (n**2 * e)),
            greater(h / (2 * e), h / (4 * e)),
            where=[Eq(n, 2)],
        ),
    ],
)
