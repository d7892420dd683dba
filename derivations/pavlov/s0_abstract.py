"""The abstract announces what sections 3 to 6 derive."""

from sympy import Rational

from derivations.pavlov.notation import Phi_0, Phi_a, Phi_b, Phi_L, n
from derivations.pavlov.paper import paper
from derivations.pavlov.s3_long_mean_free_path import eq2
from derivations.pavlov.s4_two_electrons import eq3
from derivations.pavlov.s5_pairwise import eq5
from verify.claims import DOMAIN, aside, follows_from, greater, less, reading

HERE = "Abstract"

t1 = paper.cross_reference(
    "t1",
    where=HERE,
    printed=r"the quantum of the pair is half that of one electron: $\frac{\Phi_0}{\Phi_L} = \frac{1}{2}$",
    lhs=Phi_0 / Phi_L,
    rhs=Rational(1, 2),
    by=follows_from(eq3, eq2.ends),
)
t2 = paper.claim(
    "t2",
    greater(Phi_a + Phi_b, Phi_a),
    greater(Phi_a + Phi_b, Phi_b),
    where=HERE,
    printed="magnetic flux is additive, so that an increase is expected",
    readings=[
        reading(
            "same sense",
            greater(Phi_a + Phi_b, Phi_a),
            greater(Phi_a + Phi_b, Phi_b),
            where=[Phi_a > 0, Phi_b > 0],
            ground=DOMAIN,
            condition="the two fluxes have the same sign: both electrons circulate in the same sense",
        )
    ],
    note="What is additive is the signed flux: a negative flux makes the sum less than the positive one.",
    asides=[
        aside(
            "a negative flux makes the sum less than the positive one",
            less(Phi_a + Phi_b, Phi_a),
            where=[Phi_a > 0, Phi_b < 0],
        )
    ],
)
t3 = paper.cross_reference(
    "t3",
    where=HERE,
    printed=r"correlations of n electrons divide the quantum by n: $\frac{\Phi_L}{\Phi_0} = n$",
    lhs=Phi_L / Phi_0,
    rhs=n,
    by=follows_from(eq5, eq2.ends),
)
t4 = paper.remark(
    "t4",
    where=HERE,
    printed="a quantum must be assigned to a particle, not to a pair",
    why="A demand on how the theory should be set up; the formulas that it is based on are decided where they stand.",
)
t5 = paper.remark(
    "t5",
    where=HERE,
    printed="F. London's quantum is a quantum of magnetic flux only",
    why="A statement about what a quantity should be called.",
)
