"""What the introduction says."""

from derivations.kato.paper import paper

HERE = "I"

t0 = paper.remark(
    "t0",
    where=HERE,
    printed="why there is no spontaneous current of a single electron cannot be explained from a statistical perspective, because there is only one electron",
    why="An opinion on what explains. Statistics speaks of one electron in equilibrium with its surroundings, too: the populations of IV are such a statement, and t16 follows from them.",
)
