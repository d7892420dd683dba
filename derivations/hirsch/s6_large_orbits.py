"""Orbits of radius 2λ_L and the Meissner effect: (31)-(36)."""

HERE = "VI"
