"""Compression bonding (prose) and the energies of a current: (12) to (14)."""

from derivations.liu.notation import E_c, E_t, E_v
from derivations.liu.paper import paper
from verify.claims import follows_from

BONDING = "Compression Bonding"
HERE = "Current, Resistance, and Superconductivity"

p_compression = paper.remark(
    "p.compression",
    where=BONDING,
    printed="compression bonds hold solid helium together",
    why="A statement about a bond, cited and without a formula.",
)
p_hydrogen = paper.remark(
    "p.hydrogen",
    where=BONDING,
    printed="hydrogen becomes metallic through compression bonds",
    why="A statement about a material, without a formula.",
)
eq12 = paper.given("12", where=HERE, printed=r"E_t = E_v + E_c", lhs=E_t, rhs=E_v + E_c)
x_no_lift = paper.premise(
    "x.Ec0",
    where=HERE,
    printed=r"E_c = 0",
    lhs=E_c,
    rhs=0,
    page="the text before (13), of a superconductor: nothing lifts an electron to the tunnel that its orbital is within already",
)
eq13 = paper.step(
    "13",
    where=HERE,
    printed=r"E_t = E_v",
    lhs=E_t,
    rhs=E_v,
    by=follows_from(eq12, x_no_lift),
    note="For a superconductor, and for the E_c of (12), the energy to the tunnel. The E_c of (23), the energy to the border, is not zero above R_c: see 35.superconductor.",
)
eq14 = paper.given(
    "14",
    where=HERE,
    printed=r"E_t = E_v = E_c = 0",
    lhs=E_t,
    rhs=(E_v, E_c, 0),
    note="At absolute zero. (12) then reads 0 = 0 + 0 and (13) 0 = 0, so that both hold.",
)
