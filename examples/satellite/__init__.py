"""A satellite on a circular orbit: the finished encoding of `examples/satellite.md`."""

from satellite import (  # noqa: F401  (importing a section registers its claims)
    s1_motion,
    s2_energy_and_angular_momentum,
)
from satellite.paper import paper

__all__ = ["paper"]
