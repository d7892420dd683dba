"""V. D. Pavlov, On the electronic quantum structures of conductors (2025): every printed claim.

The sections are imported in the order in which they rest on each other: the abstract and
the introduction announce what later sections derive, so they come last here.  The audit
lists the claims in print order all the same (`Paper.sections`).
"""

from derivations.pavlov import (  # noqa: F401  (importing a section registers its claims)
    s0_abstract,
    s1_introduction,
    s2_exclusivity,
    s3_long_mean_free_path,
    s4_two_electrons,
    s5_pairwise,
    s6_short_mean_free_path,
    s7_double_standards,
    s8_conclusion,
)
from derivations.pavlov.paper import paper

__all__ = ["paper"]
