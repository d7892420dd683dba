"""H. Essén, Circulating electrons, superconductivity, and the Darwin-Breit interaction (2013): every printed claim.

The sections are imported in the order in which they rest on each other; the audit lists
the claims in print order (`Paper.sections`).
"""

from derivations.essen import (  # noqa: F401  (importing a section registers its claims)
    s0_abstract,
    s1_introduction,
    s2a_circle,
    s2b_two_currents,
    s2c_larmor,
    s2d_quantum,
    s3_rotating,
    s4a_darwin,
    s4b_hydrogen,
    s4c_large,
    s5_conclusions,
)
from derivations.essen.paper import paper

__all__ = ["paper"]
