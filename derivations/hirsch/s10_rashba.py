"""Spin-orbit interaction and kinetic energy: (65)-(73)."""

HERE = "X"
