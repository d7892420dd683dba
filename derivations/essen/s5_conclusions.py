"""The conclusions."""

from derivations.essen.notation import c, e_2, r, u, v
from derivations.essen.paper import paper
from verify.claims import leading

HERE = "V"

strength = -(e_2**2) / c**2 * v**2 * (1 + u**2) / 2
long_range = paper.claim(
    "V-range",
    leading(strength / r, r, -1, strength),
    where=HERE,
    printed=r"the interaction is long range ($\sim 1/r$)",
    note="(1) for one pair, at every distance, with the same velocities and directions.",
)
claim = paper.remark(
    "V-claim",
    where=HERE,
    printed="superconductivity is caused by the Darwin-Breit interaction",
    why="The thesis of the paper: a physical conclusion, not a formula.",
)
