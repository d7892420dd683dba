"""The conclusions."""

from sympy import Rational, sqrt

from derivations.kato.notation import (
    T_IX,
    B_ccw,
    B_cw,
    E_ccw_down,
    E_ccw_up,
    E_cw_down,
    E_cw_up,
    T,
    T_VI_high,
    T_VI_low,
    kelvins,
    p_ground,
    s_down,
    s_up,
)
from derivations.kato.paper import paper
from derivations.kato.s6_low_temperatures import (
    FIELDS,
    P99,
    WARM,
    WEAK,
    lower,
    x_ccw,
    x_cw,
    x_down,
    x_energies,
    x_ratio,
    x_up,
)
from verify.claims import (
    AMBIGUITY,
    approx,
    aside,
    correction,
    equal,
    follows_from,
    greater,
    less,
    reading,
)
from verify.units import percent

HERE = "IX"
ORDER = [kelvins / (10 * sqrt(10)) <= T, kelvins / sqrt(10) >= T, *FIELDS]
"""Temperatures of the order of 0.1 K, in the fields of V."""

EXCITED = (x_up, x_down, x_cw, x_ccw, x_energies[E_cw_up], x_energies[E_ccw_down])
t48 = paper.claim(
    "t48",
    less(s_up * B_cw, 0),
    less(s_down * B_ccw, 0),
    less(E_ccw_down, E_cw_up),
    where=HERE,
    printed=r"the moment is opposite to the field in |k↑⟩ and |−k↓⟩; the excited |k↑⟩, as it becomes unstable, is changed to the excited |−k↓⟩, and the reverse can be discussed similarly",
    by=follows_from(*EXCITED),
    readings=[
        correction(
            "it has the same energy",
            less(s_up * B_cw, 0),
            less(s_down * B_ccw, 0),
            equal(E_ccw_down, E_cw_up),
            by=follows_from(*EXCITED),
            condition="both states have the same energy, and none of them is unstable against the other",
        )
    ],
    note="What V says (t15), again. A state that is unstable in its energy changes to one of a lower energy: decided third is whether that one is lower. It cannot be lower in the one direction and in the reverse. Lower by twice the energy of the moment are |k↓⟩ and |−k↑⟩.",
    asides=[
        aside(
            "Lower by twice the energy of the moment are |k↓⟩ and |−k↑⟩",
            equal(E_cw_up - E_cw_down, E_cw_up - E_ccw_up, -2 * s_up * B_cw),
            by=follows_from(
                x_up, x_down, x_cw, x_ccw, *(x_energies[energy] for energy in (E_cw_up, E_cw_down, E_ccw_up))
            ),
        )
    ],
)
t47 = paper.claim(
    "t47",
    greater(p_ground, P99),
    where=HERE,
    conditions=ORDER,
    printed="most of the electrons are in the ground states at temperatures of the order of 10⁻¹ K",
    by=follows_from(lower),
    readings=[
        reading(
            "the larger part",
            greater(p_ground, Rational(1, 2)),
            by=follows_from(lower, x_ratio),
            ground=AMBIGUITY,
            of="most",
            condition="most means the larger part here, which it is at every temperature, and not the share of VI",
        )
    ],
    note="In the sense of VI it fails in a field of 0.1 T, where it is 79.3 % at 0.1 K (t22a).",
    asides=[
        aside(
            "fails in a field of 0.1 T, where it is 79.3 % at 0.1 K",
            approx(p_ground, "79.3", unit=percent, constants=WEAK | WARM),
            by=follows_from(lower),
        )
    ],
)
x_low, x_high, x_IX = (
    paper.premise(f"x.IX.{temperature.name}", where=HERE, printed=words, lhs=temperature, rhs=value, page=page)
    for temperature, value, words, page in (
        (T_VI_low, kelvins / 100, "the lower end of the temperatures of VI", "VI: 10⁻¹ ~ 10⁻² K"),
        (T_VI_high, kelvins / 10, "the upper end of the temperatures of VI", "VI: 10⁻¹ ~ 10⁻² K"),
        (T_IX, kelvins / 10, "the temperature of the conclusions", "IX: 10⁻¹ K"),
    )
)
t49 = paper.claim(
    "t49",
    equal(T_IX, T_VI_high),
    equal(T_IX, T_VI_low),
    where=HERE,
    printed="temperatures of the order of 10⁻¹ K, where VI has 10⁻¹ ~ 10⁻² K",
    by=follows_from(x_low, x_high, x_IX),
    readings=[
        reading(
            "the upper end of VI",
            equal(T_IX, T_VI_high),
            greater(T_IX, T_VI_low),
            by=follows_from(x_low, x_high, x_IX),
            ground=AMBIGUITY,
            of="of the order of",
            condition="the conclusions name the upper end of the range, and not the range",
        )
    ],
    note="The conclusions keep the upper end, at which t22a fails in the weaker fields, and leave out the lower one, at which it holds in all.",
)
