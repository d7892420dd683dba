"""The spin current: (37)-(43)."""

from sympy import Rational

from derivations.hirsch.notation import hbar, lambda_L, m_e, v_sigma0
from derivations.hirsch.paper import paper

HERE = "VII"

speed38 = paper.given(
    "38-speed",
    where=HERE,
    printed=r"v^0_\sigma = \frac{\hbar}{4 m_e \lambda_L}",
    lhs=v_sigma0,
    rhs=hbar / (4 * m_e * lambda_L),
)
half_hbar = Rational(1, 2) * hbar
