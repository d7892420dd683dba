"""What the introduction says."""

from derivations.kato.paper import paper

HERE = "I"

t0 = paper.remark(
    "t0",
    where=HERE,
    printed="why there is no spontaneous current of a single electron cannot be explained from a statistical perspective, because there is only one electron",
    why="An opinion on what explains. Statistics speaks of one electron in equilibrium with its surroundings, too: in the sense in which t16 holds, the mean, it follows for a single electron from Boltzmann's probabilities, which the audit takes from the textbooks, and from nothing else. V says it again: t0-V.",
)
