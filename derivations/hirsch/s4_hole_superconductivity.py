"""Kinetic energy in the theory of hole superconductivity."""

HERE = "IV"
