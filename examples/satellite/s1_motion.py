"""Motion: (1) to (5)."""

from sympy import pi, sqrt

from satellite.notation import F, G, M, T, m, r, v
from satellite.paper import paper
from verify.claims import follows_from

HERE = "Motion"

eq1 = paper.given(
    "1",
    where=HERE,
    printed=r"F = \frac{G M m}{r^2}",
    lhs=F,
    rhs=G * M * m / r**2,
)
eq2 = paper.given(
    "2",
    where=HERE,
    printed=r"F = \frac{m v^2}{r}",
    lhs=F,
    rhs=m * v**2 / r,
)
eq3 = paper.step(
    "3",
    where=HERE,
    printed=r"v = \sqrt{\frac{G M}{r}}",
    lhs=v,
    rhs=sqrt(G * M / r),
    by=follows_from(eq1, eq2),
)
eq4 = paper.given(
    "4",
    where=HERE,
    printed=r"T = \frac{2\pi r}{v}",
    lhs=T,
    rhs=2 * pi * r / v,
)
eq5 = paper.step(
    "5",
    where=HERE,
    printed=r"T^2 = \frac{4\pi^2 r^3}{G M}",
    lhs=T**2,
    rhs=4 * pi**2 * r**3 / (G * M),
    by=follows_from(eq3, eq4),
)
