"""The contradiction that the introduction sees between a halved quantum and additive flux."""

from sympy import Eq, Rational

from derivations.pavlov.notation import Phi, Phi_a, Phi_b, Phi_L
from derivations.pavlov.paper import paper
from derivations.pavlov.s3_long_mean_free_path import eq2, u5, x_hbar
from derivations.pavlov.s4_two_electrons import x_pair
from verify.claims import aside, contradiction, correction, equal, follows_from

HERE = "Introduction"

t6 = paper.step(
    "t6",
    where=HERE,
    printed=r"one ħ for the pair gives half the flux: $\frac{\Phi}{\Phi_L} = \frac{1}{2}$",
    lhs=Phi / Phi_L,
    rhs=Rational(1, 2),
    by=follows_from(u5.link(0), x_pair, x_hbar, eq2.ends),
)
x_pair_sum = paper.premise(
    "x.pair.sum",
    where=HERE,
    printed=r"\Phi = \Phi_a + \Phi_b",
    lhs=Phi,
    rhs=Phi_a + Phi_b,
    page="additivity: the flux of the pair is the sum of what its electrons contribute",
)
x_whole_a = paper.premise(
    "x.whole.a",
    where=HERE,
    printed=r"\Phi_a = \Phi_L",
    lhs=Phi_a,
    rhs=Phi_L,
    assumption="one ħ for the first electron, by (2)",
)
x_whole_b = paper.premise(
    "x.whole.b",
    where=HERE,
    printed=r"\Phi_b = \Phi_L",
    lhs=Phi_b,
    rhs=Phi_L,
    assumption="one ħ for the second electron, by (2)",
)
t7 = paper.claim(
    "t7",
    contradiction(t6, x_pair_sum),
    where=HERE,
    printed="the halving contradicts the additivity of flux",
    readings=[
        correction(
            "a whole quantum for each electron",
            contradiction(t6, x_pair_sum, x_whole_a, x_whole_b),
            condition="each electron of the pair carries a whole London quantum, which the premise of t6 denies",
        )
    ],
    note="The halving and the sum hold together: shares of 2 and 3 make 5, which is half of 10. With one ħ for the pair and equal shares each electron contributes a quarter of London's quantum, and the sum is half of it.",
    asides=[
        aside(
            "shares of 2 and 3 make 5, which is half of 10",
            equal(Phi_a + Phi_b, 5),
            equal(2 * (Phi_a + Phi_b), Phi_L),
            where=[Eq(Phi_a, 2), Eq(Phi_b, 3), Eq(Phi_L, 10)],
        ),
        aside(
            "each electron contributes a quarter of London's quantum",
            equal(Phi_a, Phi_L / 4),
            by=follows_from(t6, x_pair_sum),
            where=[Eq(Phi_a, Phi_b)],
        ),
        aside("the sum is half of it", equal(Phi_a + Phi_b, Phi_L / 2), by=follows_from(t6, x_pair_sum)),
    ],
)
t8 = paper.remark(
    "t8",
    where=HERE,
    printed="pairs of electrons arise from the electron–phonon interaction",
    why="A statement about the origin of pairing, cited and not derived.",
)
