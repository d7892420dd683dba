"""Electrodynamics with spin: (55)-(64)."""

HERE = "IX"
