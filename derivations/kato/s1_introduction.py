"""What the introduction says."""

from derivations.kato.paper import paper

HERE = "I"

t0 = paper.remark(
    "t0",
    where=HERE,
    printed="why there is no spontaneous current of a single electron cannot be explained from a statistical perspective, because there is only one electron",
    why="An opinion on what explains. Statistics speaks of one electron in equilibrium with its surroundings, too: in the sense in which t16 holds, the mean, it follows for a single electron from Boltzmann's probabilities, which the audit takes from the textbooks. V says it again: t0-V.",
)
t0_I = paper.remark(
    "t0-I",
    where=HERE,
    printed="a current can be induced only when an external electric or magnetic field is applied, and without one the statistics of many electrons in a solid excludes a net charge transfer",
    why="Said as what is known, without a formula. For one electron the mean current without a field is decided in t16.",
)
