"""J. Z. Liu, Unified Theory of Low and High-Temperature Superconductivity (2023): every printed claim."""

from derivations.liu import (  # noqa: F401  (importing a section registers its claims)
    s0_front,
    s1_tunnel,
    s2_current,
    s3_generic,
    s4_resistivity,
    s5_criterion,
    s5_resisting,
    s6_table,
    s7_dynamics,
    s8_states,
    s9_magnetism,
    s10_flux,
)
from derivations.liu.paper import paper

__all__ = ["paper"]
