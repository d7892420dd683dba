"""How much charge is expelled, and how fast the spin current is: (44)-(54)."""

from derivations.hirsch.notation import E_m, c, e, hbar, lambda_L
from derivations.hirsch.paper import paper

HERE = "VIII"

eq48 = paper.given(
    "48",
    where=HERE,
    printed=r"E_m = -\frac{\hbar c}{4 e \lambda_L^2}",
    lhs=E_m,
    rhs=-hbar * c / (4 * e * lambda_L**2),
)
