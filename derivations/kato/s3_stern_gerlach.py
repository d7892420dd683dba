"""The energy of the moment in the field."""

from sympy import Rational, pi

from derivations.kato.notation import (
    B_ccw,
    B_cw,
    B_ring,
    E_ccw_down,
    E_ccw_up,
    E_cw_down,
    E_cw_up,
    e,
    hbar,
    m_e,
    mu_B,
    s_down,
    s_ns,
    s_up,
)
from derivations.kato.paper import paper
from derivations.kato.s2_ring_currents import down, up
from derivations.physics.two_level import energy_in_field, gap_in_field
from verify.claims import CODATA_2022, approx, aside, equal, follows_from, greater, printed_number, triple, unequal
from verify.units import electronvolt, giga, hertz, tesla

HERE = "III"

u3 = paper.premise(
    "u3",
    where=HERE,
    printed=r"electrons have a spin magnetic moment $s_{ns,X}$",
    lhs=s_ns,
    rhs=Rational(1, 2) * e * hbar / m_e,
    law="the spin moment of an electron with g = 2 is a Bohr magneton: Landau and Lifshitz, Quantum Mechanics, §111",
    note="The paper gives the name and no value.",
)
moment_up, moment_down = (
    paper.premise(
        f"x.{name}",
        where=HERE,
        printed=printed,
        lhs=symbol,
        rhs=value,
        page="V and VI, which print the direction of the moment of |k↑⟩ (up) and of |k↓⟩ (down)",
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
u3_i = paper.claim(
    "u3-i",
    *(unequal(energy, 0) for energy in (E_cw_up, E_cw_down, E_ccw_up, E_ccw_down)),
    where=HERE,
    printed="there should be an interaction between the spin magnetic moment and the field of the ring current",
    by=follows_from(*LEVELS, u3),
    note="For the motion of t4. An orbital ns, which has no angular momentum, has no such interaction.",
)
u4 = paper.claim(
    "u4",
    greater(E_cw_up - E_cw_down, 0),
    equal(E_cw_up, E_ccw_down),
    equal(E_cw_down, E_ccw_up),
    where=HERE,
    printed="the interaction removes some of the degeneracies of the energy levels, those of the ground and the excited states",
    by=follows_from(*LEVELS, u3),
    note="Decided: the one level splits into two, and in each of them two states are left. The energy is −μ·B, without Thomas's factor, which would leave the order as it is.",
)
t5 = paper.remark(
    "t5",
    where=HERE,
    printed="the spectrum of the atom should change accordingly, which the Stern-Gerlach effect explains",
    why="No line of the spectrum is given, and that of the levels is decided in u4. What splits them is the interaction; the Stern-Gerlach effect is the deflection in a field that is not uniform. "
    "In the fields of V, 0.1 T to 1 T, the levels would be 0.000012 eV to 0.00012 eV apart, 2.8 GHz to 28 GHz. Measured s levels of these atoms show no such doublet: they have the hyperfine splitting alone.",
    asides=[
        aside(
            "In the fields of V, 0.1 T to 1 T, the levels would be 0.000012 eV to 0.00012 eV apart",
            *(
                approx(
                    gap_in_field(mu_B, B_ring),
                    number,
                    unit=electronvolt,
                    constants={mu_B: CODATA_2022.mu_B, B_ring: printed_number(field, tesla)},
                )
                for field, number in (("0.1", "0.000012"), ("1", "0.00012"))
            ),
            put_in=["0.1", "1"],
        ),
        aside(
            "2.8 GHz to 28 GHz",
            *(
                approx(
                    gap_in_field(mu_B, B_ring) / (2 * pi * hbar),
                    number,
                    unit=giga * hertz,
                    constants={mu_B: CODATA_2022.mu_B, hbar: CODATA_2022.hbar, B_ring: printed_number(field, tesla)},
                )
                for field, number in (("0.1", "2.8"), ("1", "28"))
            ),
            put_in=["0.1", "1"],
        ),
    ],
)
