"""Kinetic energy in the theory of hole superconductivity."""

from derivations.hirsch.notation.atoms import Delta_t, t_0
from derivations.hirsch.paper import paper
from derivations.hirsch.s3_bands import band, bond, correlated, holes
from derivations.physics.lattice import correlated_hopping, created, element, hopping
from verify.claims import entries_equal, equal

HERE = "IV"
site_i, site_j = bond
hole_i, hole_j = holes
full = created(site_i.up, site_i.down, site_j.up, site_j.down)
from_i, to_j = created(hole_i.up, on=full), created(hole_j.up, on=full)
from_i_with_i, to_j_with_i = (created(hole.up, hole_i.down, on=full) for hole in holes)
from_i_with_j, to_j_with_j = (created(hole.up, hole_j.down, on=full) for hole in holes)
both = band + correlated

repulsive = paper.remark(
    "IV-repulsive",
    where=HERE,
    printed="superconductivity occurs even when the net interaction is repulsive, because of the energy dependence of the gap",
    why="A result of another paper, cited; neither the gap equation nor its parameters are in the paper.",
)
lowered = paper.remark(
    "IV-kinetic-lowered",
    where=HERE,
    printed="in a BCS treatment of the model the kinetic energy is lowered as the system becomes superconducting",
    why="A result of other papers, cited; the paper shows a curve of it (Fig. 4) and no equation from which it follows.",
)
hole_hopping = paper.claim(
    "IV-hole-hop",
    entries_equal(both, hopping(-(t_0 - 2 * Delta_t), *holes) + correlated_hopping(-Delta_t, *holes)),
    equal(element(to_j, both, from_i) - element(to_j_with_i, both, from_i_with_i), Delta_t),
    equal(element(to_j, both, from_i) - element(to_j_with_j, both, from_i_with_j), Delta_t),
    where=HERE,
    printed=r"according to (21) the hopping amplitude of a hole increases by $\mathit{\Delta t}$ when another carrier is present in one of the two sites",
    note="For one bond, with (22): its Hamiltonian is that of holes whose amplitude is t_0 − 2Δt alone, as −t_0 in (22) is minus an amplitude, and grows by Δt for a hole of the other spin at either site.",
)
dilute = paper.remark(
    "IV-BCS-dilute",
    where=HERE,
    printed="BCS theory becomes exact in the limit of small carrier concentration",
    why="A result of another paper, cited; nothing in the paper from which it could be decided.",
)
dressing = paper.remark(
    "IV-dressing",
    where=HERE,
    printed="carriers are dressed, by the interaction with electrons and with ions, when the band is almost full, and undress as they pair: holes turn into electrons, the wave function from wiggly to smooth, the spectral function from incoherent to coherent (Fig. 5)",
    why="A picture in words and a schematic figure, with references to other papers; no spectral function and no wave function is printed.",
)
