"""The letters in which the formulas of the benchmark of power are written, and what a row of a family is."""

from __future__ import annotations

from typing import Any

import sympy as sp

Row = tuple[Any, ...]
"""Left side, right side, conditions."""
x, y, v = sp.symbols("x y v", real=True)
t, u, a, b = sp.symbols("t u a b", positive=True)
z, w = sp.symbols("z w")
n, k, m = sp.symbols("n k m", integer=True, positive=True)
HALF = sp.Rational(1, 2)
FOUR = (1, 2, 3, 4)
