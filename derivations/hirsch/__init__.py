"""J. E. Hirsch, Kinetic energy driven superconductivity, the origin of the Meissner effect, and the reductionist frontier.

The sections are imported in the order in which they rest on each other; the audit lists the claims in print order
(`Paper.sections`).
"""

from derivations.hirsch import (  # noqa: F401  (importing a section registers its claims)
    s0_abstract,
    s1_introduction,
    s2a_one_electron,
    s2b_two_electrons,
    s2c_two_electron_energies,
    s3_bands,
    s4_hole_superconductivity,
    s5_giant_atom,
    s6_large_orbits,
    s7_spin_meissner,
    s7a_forces,
    s8_expelled_charge,
    s8a_meissner_current,
    s8b_energies,
    s9_spin_electrodynamics,
    s10_rashba,
    s11_phase,
    s12_discussion,
)
from derivations.hirsch.paper import paper

__all__ = ["paper"]
