"""T. Kato, on the spontaneous currents of one-ns valence electrons, the two-fluid model and the Ginzburg-Landau theory.

The sections are imported in the order in which they rest on each other; the audit lists the claims in print order
(`Paper.sections`).
"""

from derivations.kato import (  # noqa: F401  (importing a section registers its claims)
    s0_abstract,
    s1_introduction,
    s2_ring_currents,
    s3_stern_gerlach,
    s4_states,
    s5_fields,
    s5_motions,
    s6_low_temperatures,
    s7_two_fluids,
    s8_order_parameter,
    s9_conclusions,
)
from derivations.kato.paper import paper

__all__ = ["paper"]
