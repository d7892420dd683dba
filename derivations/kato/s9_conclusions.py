"""The conclusions."""

from sympy import Rational

from derivations.kato.notation import (
    T_IX,
    B_ccw,
    B_cw,
    E_ccw_down,
    E_ccw_up,
    E_cw_down,
    E_cw_up,
    T_VI_high,
    T_VI_low,
    kelvins,
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

t48 = paper.claim(
    "t48",
    less(s_up * B_cw, 0),
    less(s_down * B_ccw, 0),
    *(greater(excited, ground) for excited in (E_cw_up, E_ccw_down) for ground in (E_cw_down, E_ccw_up)),
    less(E_ccw_down, E_cw_up),
    where=HERE,
    printed=r"the moment is opposite to the field in |k↑⟩ and |−k↓⟩; the excited |k↑⟩ is changed to the excited |−k↓⟩: the excited states of the clockwise motion become unstable, and thus the electron starts to move counter-clockwise; similar discussions can be made of the conversion from |−k↓⟩ to |k↑⟩",
    by=follows_from(*LEVELS),
    readings=[
        correction(
            "at equal energy",
            less(s_up * B_cw, 0),
            less(s_down * B_ccw, 0),
            *(greater(excited, ground) for excited in (E_cw_up, E_ccw_down) for ground in (E_cw_down, E_ccw_up)),
            equal(E_ccw_down, E_cw_up),
            by=follows_from(*LEVELS),
            condition="no energy is gained by a change to |−k↓⟩, nor by its reverse",
        )
    ],
    note="What V says, again, and no finding of its own: the last relation is what thus says in t15, which fails; the reverse is t15b. Both excited states lie above both ground states; neither of them lies above the other, so that the change and its reverse gain nothing.",
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
    greater(T_IX, T_VI_low),
    equal(T_IX, T_VI_high),
    where=HERE,
    printed="temperatures of the order of 10⁻¹ K, where VI has 10⁻¹ ~ 10⁻² K",
    by=follows_from(x_low, x_high, x_IX),
    note="Decided: the temperature of the conclusions is one of those of VI, the upper end, at which the share of t22a is not reached in the weakest field of V.",
)
t50 = paper.remark(
    "t50",
    where=HERE,
    printed="at very low temperatures spontaneous symmetry breaking and a spontaneous current can occur",
    why="What VI says, again (t23, t22e, t22f).",
)
