"""The conclusions."""

from sympy import Rational

from derivations.kato.notation import (
    B_ccw,
    B_cw,
    E_ccw_down,
    E_ccw_up,
    E_cw_down,
    E_cw_up,
    p_ccw_down,
    p_cw_up,
    p_ground,
    s_down,
    s_up,
)
from derivations.kato.paper import paper
from derivations.kato.s6_low_temperatures import (
    APART,
    FAR,
    HALF,
    IN_CIRCLES,
    LEVELS,
    RANGE,
    RARELY,
    WARM,
    WEAK,
    WEAKEST,
    lower,
    x_ratio,
    x_states,
)
from verify.claims import (
    DOMAIN,
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

EXCITED_PAIR = (
    less(s_up * B_cw, 0),
    less(s_down * B_ccw, 0),
    *(greater(excited, ground) for excited in (E_cw_up, E_ccw_down) for ground in (E_cw_down, E_ccw_up)),
)
t48c = paper.remark(
    "t48c",
    where=HERE,
    printed="alkali metal atoms such as H, Li, Na and K are simple examples, in which the vibronic interactions need not be considered",
    why="A choice of examples. Hydrogen is counted among the alkali metals here, which only its one ns electron needs; an atom by itself has no vibrations of its nucleus, and no line of II to VI has a vibronic energy.",
)
t48 = paper.claim(
    "t48",
    *EXCITED_PAIR,
    less(E_ccw_down, E_cw_up),
    where=HERE,
    printed=r"the moment is opposite to the field in |k↑⟩ and |−k↓⟩; the excited |k↑⟩ is changed to the excited |−k↓⟩: the excited states of the clockwise motion become unstable, and thus the electron starts to move counter-clockwise; similar discussions can be made of the conversion from the excited |−k↓⟩ to a k state",
    by=follows_from(*LEVELS),
    readings=[
        correction(
            "a conversion that gains no energy",
            *EXCITED_PAIR,
            equal(p_cw_up, p_ccw_down),
            by=follows_from(*LEVELS, x_states[p_cw_up], x_states[p_ccw_down]),
            condition="the change and the way back are the rapid and even conversion of IV (t6), as in t15: it gains no energy",
            fault="the change gains no energy",
        )
    ],
    note="What V says, again, and the same finding: t15 and t15b. The arrow of the k state is lost in the source, and it is not called excited; by a similar discussion it is |k↑⟩. Both excited states lie above both ground states, and neither of them above the other: a change gains no energy, so that the instability is no reason for it; the conversion of IV needs none.",
)
t48b = paper.remark(
    "t48b",
    where=HERE,
    printed="the spin magnetic moment, and the Stern-Gerlach effect, is the main reason why spontaneous currents usually do not exist at room temperature",
    why="What the abstract and V say, again (t2, t16, t17).",
)
t47 = paper.claim(
    "t47",
    greater(p_ground, HALF),
    where=HERE,
    printed="most of the electrons are in the ground states at temperatures of the order of 10⁻¹ K",
    by=follows_from(lower),
    note="Most is the larger part: the conclusions print no share. It is so at every temperature and in every field. At 0.1 K in 0.1 T it is 79.3 %, not the 99 % of VI (t22a), by which rarely is decided in t47b.",
    asides=[
        aside(
            "At 0.1 K in 0.1 T it is 79.3 %, not the 99 % of VI",
            approx(p_ground, "79.3", unit=percent, constants=WEAK | WARM),
            by=follows_from(lower),
            put_in=["99"],
        ),
    ],
)
t47b = paper.claim(
    "t47b",
    less(1 - p_ground, RARELY),
    where=HERE,
    conditions=RANGE,
    printed="the electron is mainly in the ground state, and only rarely in the excited state, at the low temperatures",
    by=follows_from(lower),
    readings=[
        reading(
            "in the fields of the atoms",
            less(1 - p_ground, RARELY),
            where=[*RANGE, FAR],
            by=follows_from(lower, x_ratio),
            ground=DOMAIN,
            condition=IN_CIRCLES,
        )
    ],
    note="Mainly is said with only rarely; the larger part is decided in t47. The states are the levels, and the temperatures those of VI. Rarely is less than one in a hundred, as in t22b: at 0.1 K in 0.1 T it is 20.7 %."
    + APART,
    asides=[
        aside("Rarely is less than one in a hundred", equal(Rational(1, 100), RARELY)),
        aside(
            "at 0.1 K in 0.1 T it is 20.7 %",
            approx(1 - p_ground, "20.7", unit=percent, constants=WEAK | WARM),
            by=follows_from(lower),
        ),
        WEAKEST,
    ],
)
t49 = paper.remark(
    "t49",
    where=HERE,
    printed="temperatures of the order of 10⁻¹ K",
    why="The paper does not compare them with those of VI, of which they are the upper end. What it says at them is decided in t47 and t47b.",
)
t50 = paper.remark(
    "t50",
    where=HERE,
    printed="at very low temperatures spontaneous symmetry breaking and a spontaneous current can occur",
    why="What VI says, again (t23, t22e, t22f).",
)
