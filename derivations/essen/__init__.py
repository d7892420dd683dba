"""H. Essén, Circulating electrons, superconductivity, and the Darwin-Breit interaction (2013): every printed claim.

How numbers and words are read, throughout:

- A printed number means half a unit of its last digit that counts.  Zeros at the end of a
  whole number do not count: 19000 and 140 have two digits, 100, 80 and 10 have one.
- Printed and tabled inputs stand for every number that rounds to them (`rounded`): what
  passes, passes for all of them, what fails, fails for all of them.  Where a result hangs on
  the rounding, it passes only under that condition.
- "~", "of the order of" and "similar" mean within half a decade; "unity" is the number one.
- "Much less", "much larger" and "small" mean by a factor of ten or more.

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
    s4b_pairs,
    s4b_temperatures,
    s4c_large,
    s5_conclusions,
)
from derivations.essen.paper import paper

__all__ = ["paper"]
