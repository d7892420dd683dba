"""The energy of the moment in the field."""

from sympy import Rational

from derivations.kato.notation import (
    B_ccw,
    B_cw,
    E_ccw_down,
    E_ccw_up,
    E_cw_down,
    E_cw_up,
    e,
    hbar,
    m_e,
    s_down,
    s_ns,
    s_up,
)
from derivations.kato.paper import paper
from derivations.kato.s2_ring_currents import down, up
from derivations.physics.two_level import energy_in_field
from verify.claims import equal, follows_from, greater, triple

HERE = "III"

moment = paper.premise(
    "x.moment",
    where=HERE,
    printed=r"s_{ns,X} = \frac{e\hbar}{2m_e}",
    lhs=s_ns,
    rhs=Rational(1, 2) * e * hbar / m_e,
    law="the spin moment of an electron with g = 2 is a Bohr magneton: Landau and Lifshitz, Quantum Mechanics, §111",
)
u3 = paper.claim(
    "u3",
    greater(s_ns, 0),
    where=HERE,
    printed=r"electrons have a spin magnetic moment $s_{ns,X}$",
    by=follows_from(moment),
    note="The page gives it no value: that of the textbooks is put in.",
)
moment_up, moment_down = (
    paper.premise(
        f"x.{name}",
        where=HERE,
        printed=printed,
        lhs=symbol,
        rhs=value,
        page=f"V and VI, where the moment of the states with the spin {name[2:]} is said to point {name[2:]}",
    )
    for name, symbol, value, printed in (
        ("s_up", s_up, s_ns, r"s_{\uparrow} = s_{ns,X}"),
        ("s_down", s_down, -s_ns, r"s_{\downarrow} = -s_{ns,X}"),
    )
)
energies = tuple(
    paper.premise(
        f"x.{energy.name}",
        where=HERE,
        printed=printed,
        lhs=energy,
        rhs=energy_in_field(triple(0, 0, spin), triple(0, 0, field)),
        law="the energy −μ·B of a moment in a field, both along one axis: Jackson, Classical Electrodynamics, §5.7",
    )
    for energy, spin, field, printed in (
        (E_cw_up, s_up, B_cw, r"E_{k\uparrow} = -s_{\uparrow} B_{k}"),
        (E_ccw_down, s_down, B_ccw, r"E_{-k\downarrow} = -s_{\downarrow} B_{-k}"),
        (E_cw_down, s_down, B_cw, r"E_{k\downarrow} = -s_{\downarrow} B_{k}"),
        (E_ccw_up, s_up, B_ccw, r"E_{-k\uparrow} = -s_{\uparrow} B_{-k}"),
    )
)
DIRECTIONS = (down, up, moment_up, moment_down)
LEVELS = (*energies, *DIRECTIONS)
REVERSED = (energies[0], energies[1], *DIRECTIONS)
CLOCKWISE = (energies[0], energies[2], down, moment_up, moment_down)
u4 = paper.claim(
    "u4",
    greater(E_cw_up - E_cw_down, 0),
    equal(E_cw_up, E_ccw_down),
    equal(E_cw_down, E_ccw_up),
    where=HERE,
    printed="the interaction removes some of the degeneracies of the energy levels, those of the ground and the excited states",
    by=follows_from(*LEVELS, moment),
    note="Decided: the one level splits into two, and in each of them two states are left. The energy is −μ·B, without Thomas's factor, which would leave the order as it is.",
)
t5 = paper.remark(
    "t5",
    where=HERE,
    printed="the spectrum of the atom should change accordingly, which the Stern-Gerlach effect explains",
    why="No line of the spectrum and no shift is given. The splitting of the levels is decided in u4.",
)
