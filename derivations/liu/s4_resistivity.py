"""From the lifting energy to the resistivity: (25) to (35)."""

from derivations.liu.notation import A, D, E_c, K, L, Q, R, R_b, T, V, Z, current, e, n, p, r, rho, s, u, v_l
from derivations.liu.paper import paper
from derivations.liu.s3_generic import x_lift
from verify.claims import follows_from, substitute

HERE = "Resistivity and Resisting Distance"

eq25 = paper.given("25", where=HERE, printed=r"v = \frac{E_c}{e}", lhs=v_l, rhs=E_c / e)
eq26 = paper.given("26", where=HERE, printed=r"V = p n v", lhs=V, rhs=p * n * v_l)
eq27 = paper.given("27", where=HERE, printed=r"I = \frac{en}{T}", lhs=current, rhs=e * n / T)
x_ohm = paper.premise(
    "x.ohm", where=HERE, printed=r"R = \frac{V}{I}", lhs=R, rhs=V / current, page="Ohm's law, (28), first equality"
)
eq28 = paper.step(
    "28",
    where=HERE,
    printed=r"R = \frac{pTE_c}{e^2}",
    lhs=R,
    rhs=p * T * E_c / e**2,
    by=follows_from(x_ohm, eq25, eq26, eq27),
)
x_rho = paper.premise(
    "x.rho",
    where=HERE,
    printed=r"\rho = R\frac{A}{L}",
    lhs=rho,
    rhs=R * A / L,
    page="(29), first equality",
)
eq29 = paper.step(
    "29",
    where=HERE,
    printed=r"\rho = \frac{pATE_c}{Le^2}",
    lhs=rho,
    rhs=p * A * T * E_c / (L * e**2),
    by=follows_from(x_rho, eq28),
)
eq30 = paper.step(
    "30",
    where=HERE,
    printed=r"\rho = -\frac{pATKQ}{2Le}D",
    lhs=rho,
    rhs=-p * A * T * K * Q / (2 * L * e) * D,
    by=substitute(x_lift, into=eq29),
    conditions=[r < R_b],
)
eq31 = paper.given("31", where=HERE, printed=r"s = \frac{L}{T}", lhs=s, rhs=L / T)
eq32 = paper.given("32", where=HERE, printed=r"Q = -ue", lhs=Q, rhs=-u * e)
eq33 = paper.step(
    "33",
    where=HERE,
    printed=r"\rho = \frac{puAK}{2s}D",
    lhs=rho,
    rhs=p * u * A * K / (2 * s) * D,
    by=follows_from(eq30, eq31, eq32),
    conditions=[r < R_b],
)
p_u = paper.remark(
    "p.u",
    where=HERE,
    printed="u = 1 for hydrogen, u < 1 for larger molecules",
    why="A statement about a coefficient that the model does not compute.",
)
eq34 = paper.given("34", where=HERE, printed=r"Z = \frac{puAK}{2s}", lhs=Z, rhs=p * u * A * K / (2 * s))
eq35 = paper.step(
    "35", where=HERE, printed=r"\rho = ZD", lhs=rho, rhs=Z * D, by=follows_from(eq33, eq34), conditions=[r < R_b]
)
