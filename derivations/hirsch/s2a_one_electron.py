"""One electron in an atom, its diamagnetism, and an orbit that expands in a magnetic field: (1)-(14)."""

from sympy import pi

from derivations.hirsch.notation import c, e, lambda_L, m_e, n_s
from derivations.hirsch.paper import paper

HERE = "II.A"

eq8 = paper.given(
    "8",
    where=HERE,
    printed=r"\frac{1}{\lambda_L^2} = \frac{4\pi n e^2}{m_e c^2}",
    lhs=1 / lambda_L**2,
    rhs=4 * pi * n_s * e**2 / (m_e * c**2),
)
