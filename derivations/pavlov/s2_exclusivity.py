"""London's quantum against the value measured in 1961."""

from derivations.pavlov.notation import Phi_0, Phi_L
from derivations.pavlov.paper import paper
from derivations.pavlov.s3_long_mean_free_path import eq2
from derivations.pavlov.s4_two_electrons import eq3
from verify.claims import follows_from

HERE = "Exclusivity of two-particle systems"

t9 = paper.cross_reference(
    "t9",
    where=HERE,
    printed=r"the quantum that F. London measured is twice the value measured in 1961: $\frac{\Phi_L}{\Phi_0} = 2$",
    lhs=Phi_L / Phi_0,
    rhs=2,
    by=follows_from(eq2.ends, eq3),
    note="Decided is the ratio of (2) and (3), which stands for the measured value. London predicted his quantum; that he measured it is not decided here.",
)
t10 = paper.remark(
    "t10",
    where=HERE,
    printed="pair correlations need a short mean free path",
    why="A statement about materials, cited and not derived.",
)
t11 = paper.remark(
    "t11",
    where=HERE,
    printed="a single electron can make magnetic flux as well",
    why="A statement of possibility; how much flux follows from which premises is decided at u5 and (2).",
)
