"""What the introduction says."""

from derivations.hirsch.notation.atoms import mix_above, mix_below, n_above, n_below, xi
from derivations.hirsch.paper import paper
from verify.claims import follows_from, greater

HERE = "I"

above = paper.premise(
    "x.bcs-above",
    where=HERE,
    printed="occupation of the states at ξ above the chemical potential",
    lhs=n_above,
    rhs=1 / (1 + mix_above**2),
    law="the ground state of Bardeen, Cooper and Schrieffer: v²/(u² + v²), in which neither u nor v is zero where there is a gap; in the normal state at temperature zero it is 0",
)
below = paper.premise(
    "x.bcs-below",
    where=HERE,
    printed="occupation of the states at ξ below the chemical potential",
    lhs=n_below,
    rhs=1 / (1 + mix_below**2),
    law="the ground state of Bardeen, Cooper and Schrieffer: v²/(u² + v²), in which neither u nor v is zero where there is a gap; in the normal state at temperature zero it is 1",
)
bcs = paper.claim(
    "BCS-kinetic",
    greater(xi * (n_above - 0), 0),
    greater(-xi * (n_below - 1), 0),
    by=follows_from(above, below),
    where=HERE,
    printed="in BCS theory the kinetic energy of the carriers increases in the transition from the normal to the superconducting state",
    note="State by state, the change of the occupation times the energy, at temperature zero: the states above gain, and those below, of negative energy, are emptied. "
    "The energies are counted from the chemical potential of the normal state, in units of the gap, as the number of carriers stays the same; that of the superconductor may be shifted, and the density of states be any.",
)
experiments = paper.remark(
    "I-exp",
    where=HERE,
    printed="optical experiments on cuprates and an iron arsenide violate the sum rule in the way that a lower kinetic energy would",
    why="Results of experiments, cited; no number is given.",
)
london = paper.remark(
    "I-London",
    where=HERE,
    printed="F. London on zero-point motion and the economy of the kinetic energy",
    why="Quotations.",
)
meissner = paper.remark(
    "I-BCS-Meissner",
    where=HERE,
    printed="BCS theory does not address the forces at play in the transition and therefore cannot explain the Meissner effect",
    why="A judgement of another theory; no equation of it is printed.",
)
