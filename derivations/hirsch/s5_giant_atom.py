"""Charge and fields of a superconductor: (23)-(30)."""

from sympy import pi

from derivations.hirsch.notation import E_m, lambda_L, rho_minus
from derivations.hirsch.paper import paper

HERE = "V"

eq30 = paper.given(
    "30",
    where=HERE,
    printed=r"E_m = -4\pi\lambda_L\rho_-",
    lhs=E_m,
    rhs=-4 * pi * lambda_L * rho_minus,
)
