"""Correlations of n electrons: (5)."""

from derivations.pavlov.notation import Phi, Phi_0, Phi_L, R, e, h, hbar, m_e, n, v
from derivations.pavlov.paper import paper
from derivations.pavlov.s3_long_mean_free_path import eq2, u5, x_hbar
from verify.claims import follows_from, specialise

HERE = "Pairwise correlations are not the limit"

x_n = paper.premise(
    "x.n",
    where=HERE,
    printed=r"n m_e v R = \hbar",
    lhs=n * m_e * v * R,
    rhs=hbar,
    assumption="one ħ for n correlated electrons, as x.pair for two",
)
eq5 = paper.step(
    "5",
    where=HERE,
    printed=r"\Phi_0 = \frac{h}{ne}",
    lhs=Phi_0,
    rhs=h / (n * e),
    by=follows_from(specialise(u5.link(0), {Phi: Phi_0}, general=True), x_n, x_hbar),
)
t19 = paper.cross_reference(
    "t19",
    where=HERE,
    printed=r"correlations of n electrons reduce the quantum n times: $\frac{\Phi_L}{\Phi_0} = n$",
    lhs=Phi_L / Phi_0,
    rhs=n,
    by=follows_from(eq5, eq2.ends),
)
t20 = paper.remark(
    "t20", where=HERE, printed="(5) has no rational explanation", why="A judgement on an explanation, not on a formula."
)
