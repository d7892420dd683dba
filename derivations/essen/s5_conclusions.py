"""The conclusions."""

from derivations.essen.notation import c, e_2, factor, r, u, v
from derivations.essen.paper import paper

HERE = "V"

long_range = paper.identity(
    "V-range",
    where=HERE,
    printed="the interaction is long range (~ 1/r)",
    lhs=-(e_2**2) / c**2 * v**2 * (1 + u**2) / (2 * (factor * r)),
    rhs=-(e_2**2) / c**2 * v**2 * (1 + u**2) / (2 * r) / factor,
    note="(1) for one pair, at λ times the distance and with the same velocities and directions.",
)
claim = paper.remark(
    "V-claim",
    where=HERE,
    printed="superconductivity is caused by the Darwin-Breit interaction",
    why="The thesis of the paper: a physical conclusion, not a formula.",
)
