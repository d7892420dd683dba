"""One electron at low temperatures: the occupation of the two levels, and where 99 % of it is in the ground states.

Four states in two levels, which a spin moment of one Bohr magneton has in the field of the ring current, occupied by
Boltzmann's law; the fields are those of V, from 0.1 T on.  Temperatures and fields "of the order of" are taken from one printed
end to the other where something is said of all of them.
"""

from sympy import Derivative, Eq, Rational, Symbol, exp, log, pi, sqrt

from derivations.kato.notation import (
    B_ccw,
    B_cw,
    B_ring,
    E_ccw_down,
    E_ccw_up,
    E_cw_down,
    E_cw_up,
    E_ion,
    I_ring,
    P_upper,
    T,
    e,
    epsilon_0,
    k_B,
    kelvins,
    m_e,
    mu_0,
    mu_B,
    p_ccw_down,
    p_ccw_up,
    p_cw_down,
    p_cw_up,
    p_ground,
    rare,
    ratio_levels,
    s_down,
    s_up,
    share_ccw,
    share_cw,
    tau,
)
from derivations.kato.paper import paper
from verify.claims import (
    AMBIGUITY,
    CODATA_2022,
    DOMAIN,
    Input,
    approx,
    aside,
    decimal,
    equal,
    follows_from,
    greater,
    less,
    printed_number,
    reading,
    unequal,
)
from verify.units import electronvolt, kelvin, percent, tesla

HERE = "VI"
P99 = Rational(99, 100)
HALF, RARELY = Rational(1, 2), Rational(1, 100)
CONSTANTS: dict[Symbol, Input] = {mu_B: CODATA_2022.mu_B, k_B: CODATA_2022.k_B}
WEAK: dict[Symbol, Input] = CONSTANTS | {B_ring: printed_number("0.1", tesla)}
STRONG: dict[Symbol, Input] = CONSTANTS | {B_ring: printed_number("1", tesla)}
WARM: dict[Symbol, Input] = {T: printed_number("1e-1", kelvin)}
TESLA = decimal("0.6717138") * k_B * kelvins / mu_B
"""The field in which μ_B B is what k_B T is at 0.6717138 K, one tesla: CODATA 2022."""
RANGE = [kelvins / 100 <= T, kelvins / 10 >= T, B_ring >= TESLA / 10]
"""The temperatures of VI in the fields of V, from the weakest on: a stronger field only adds to the ground states."""
T_99 = 2 * mu_B * B_ring / (k_B * log(99))
"""The temperature up to which more than 99 % are in the ground states."""
CIRCLE = 16 * pi * mu_0 * epsilon_0**2 * E_ion**2 * sqrt(2 * E_ion / m_e) / e**3
"""The field of the circles of t14, which the first model of t13 has as well: μ_0 e v/(4π r²), for r = e²/(8π ε_0 E_ion) and m_e v²/2 = E_ion."""
MEASURED: dict[Symbol, Input] = {
    e: CODATA_2022.e,
    m_e: CODATA_2022.m_e,
    epsilon_0: CODATA_2022.epsilon_0,
    mu_0: CODATA_2022.mu_0,
}
POTASSIUM: dict[Symbol, Input] = MEASURED | {E_ion: printed_number("4.341", electronvolt)}
WEAKEST = aside(
    "At 0.1 K in the field of potassium, the weakest one, the levels are 9.7 k_B T apart",
    approx(2 * mu_B * CIRCLE / (k_B * T), "9.7", constants=CONSTANTS | POTASSIUM | WARM),
    put_in=["0.1"],
)
APART = " At 0.1 K in the field of potassium, the weakest one, the levels are 9.7 k_B T apart."
FAR = ratio_levels >= Rational(96, 10)
IN_CIRCLES = "the levels are 9.6 k_B T apart or more, as they are in the fields of the atoms by the circles of t14"

STATES = {
    p_cw_up: (E_cw_up, s_up, B_cw, "|k↑⟩"),
    p_ccw_down: (E_ccw_down, s_down, B_ccw, "|−k↓⟩"),
    p_cw_down: (E_cw_down, s_down, B_cw, "|k↓⟩"),
    p_ccw_up: (E_ccw_up, s_up, B_ccw, "|−k↑⟩"),
}
"""The probabilities of the states, with their energies, moments and fields."""
WEIGHTS = {state: exp(-energy / (k_B * T)) for state, (energy, _, _, _) in STATES.items()}

x_up, x_down = (
    paper.premise(
        f"x.VI.{way}",
        where=HERE,
        printed=f"the spin moment that points {way}, counted upwards, is {words}",
        lhs=moment,
        rhs=value,
        law="the electron of Dirac; the arrows of the paper are directions of the moment (V)",
    )
    for way, moment, value, words in (
        ("up", s_up, mu_B, "one Bohr magneton"),
        ("down", s_down, -mu_B, "minus one Bohr magneton"),
    )
)
x_cw = paper.premise(
    "x.VI.clockwise",
    where=HERE,
    printed="the field of a clockwise motion points down",
    lhs=B_cw,
    rhs=-B_ring,
    page="V and VI: its direction is given there",
)
x_ccw = paper.premise(
    "x.VI.counter-clockwise",
    where=HERE,
    printed="the field of a counter-clockwise motion is the opposite one",
    lhs=B_ccw,
    rhs=-B_cw,
    law="Biot and Savart: the field of a current turns round with it",
)
x_energies = {
    energy: paper.premise(
        f"x.VI.{energy.name}",
        where=HERE,
        printed=f"the energy of the spin moment in {name}",
        lhs=energy,
        rhs=-moment * field,
        law="the energy −μ·B of a moment in a field (J. D. Jackson, Classical Electrodynamics, §5.7)",
    )
    for energy, moment, field, name in STATES.values()
}
LEVELS = (x_up, x_down, x_cw, x_ccw, *x_energies.values())
CLOCKWISE = (x_up, x_down, x_cw, x_energies[E_cw_up], x_energies[E_cw_down])
COUNTER = (x_up, x_down, x_cw, x_ccw, x_energies[E_ccw_up], x_energies[E_ccw_down])
x_states = {
    state: paper.premise(
        f"x.VI.{state.name}",
        where=HERE,
        printed=f"the probability of {name} in equilibrium",
        lhs=state,
        rhs=WEIGHTS[state] / sum(WEIGHTS.values()),
        law="Boltzmann, for the four states (L. D. Landau and E. M. Lifshitz, Statistical Physics, §28)",
    )
    for state, (_, _, _, name) in STATES.items()
}
x_upper = paper.premise(
    "x.VI.P",
    where=HERE,
    printed="the occupation of the excited states is that of both of them",
    lhs=P_upper(T),
    rhs=(WEIGHTS[p_cw_up] + WEIGHTS[p_ccw_down]) / sum(WEIGHTS.values()),
    law="Boltzmann, for the four states; IV says which two are excited",
)
BOTH = (x_up, x_down, x_cw, x_ccw, x_energies[E_cw_down], x_energies[E_ccw_up])
GROUND = (*BOTH, x_states[p_cw_down], x_states[p_ccw_up])
EVEN = tuple(premise for premise in GROUND if premise is not x_cw)
x_ground = paper.premise(
    "x.VI.ground",
    where=HERE,
    printed="the occupation of the ground states is that of both of them",
    lhs=p_ground,
    rhs=p_cw_down + p_ccw_up,
    page="IV says which two are the ground states",
)
upper = paper.step(
    "x.VI.upper",
    where=HERE,
    printed=r"the occupation of the excited states is $1/(1 + \exp(2\mu_B B_{\mathrm{ring},ns,X}/(k_B T)))$",
    lhs=P_upper(T),
    rhs=1 / (1 + exp(2 * mu_B * B_ring / (k_B * T))),
    by=follows_from(x_upper, *LEVELS),
)
lower = paper.step(
    "x.VI.lower",
    where=HERE,
    printed=r"w_{\mathrm{ground}} = 1/(1 + \exp(-2\mu_B B_{\mathrm{ring},ns,X}/(k_B T)))",
    lhs=p_ground,
    rhs=1 / (1 + exp(-2 * mu_B * B_ring / (k_B * T))),
    by=follows_from(x_ground, x_states[p_cw_down], x_states[p_ccw_up], *LEVELS),
)
x_ratio = paper.premise(
    "x.VI.ratio",
    where=HERE,
    printed=r"T = \frac{2\mu_B B_{\mathrm{ring},ns,X}}{k_B x}",
    lhs=T,
    rhs=2 * mu_B * B_ring / (k_B * ratio_levels),
    page="a letter for the distance of the levels over k_B T",
)
t21 = paper.claim(
    "t21",
    greater(Derivative(P_upper(2 * mu_B * B_ring / k_B * tau), tau), 0),
    where=HERE,
    printed="P_excited decreases with decreasing temperature",
    by=follows_from(upper),
    note="At every temperature and in every field; τ is T in units of 2μ_B B/k_B.",
)
t21b = paper.remark(
    "t21b",
    where=HERE,
    printed="even at low temperatures (≈ 0 K) the electron only moves around the isolated nucleus",
    why="What low temperatures are, in a parenthesis, and the case that is considered: no number follows from it.",
)
t22a = paper.claim(
    "t22a",
    greater(p_ground, P99),
    where=HERE,
    conditions=RANGE,
    printed=r"most of the electrons (more than 99 %) are in the ground states at temperatures on the order of 10⁻¹ ~ 10⁻² K",
    by=follows_from(lower),
    readings=[
        reading(
            "in the fields of the atoms",
            greater(p_ground, P99),
            where=[*RANGE, FAR],
            by=follows_from(lower, x_ratio),
            ground=DOMAIN,
            condition=IN_CIRCLES,
        ),
    ],
    note="VI prints no field, and the weakest of V is taken first. At 0.1 K in 0.1 T it is 79.3 %, at 0.1 K in 1 T and at 0.01 K in 0.1 T it is 99.9999 %. "
    "It holds where B/T is above 3.42 T/K: up to 0.0292 K in 0.1 T and up to 0.292 K in 1 T, so that in each field of V the temperature up to which it holds is of the printed order. Both levels have two states, which cancel. "
    "On the circles of t14, which the first model of t13 has as well, the fields are 12.5 T (H), 1.24 T (Li), 1.10 T (Na) and 0.72 T (K), and it holds up to 0.21 K in the weakest."
    + APART,
    asides=[
        aside(
            "At 0.1 K in 0.1 T it is 79.3 %",
            approx(p_ground, "79.3", unit=percent, constants=WEAK | WARM),
            by=follows_from(lower),
        ),
        aside(
            "at 0.1 K in 1 T and at 0.01 K in 0.1 T it is 99.9999 %",
            *(
                approx(
                    p_ground,
                    "99.9999",
                    unit=percent,
                    constants=CONSTANTS | {B_ring: printed_number(field, tesla), T: printed_number(cold, kelvin)},
                )
                for field, cold in (("1", "0.1"), ("0.1", "0.01"))
            ),
            by=follows_from(lower),
        ),
        aside(
            "It holds where B/T is above 3.42 T/K: up to 0.0292 K in 0.1 T and up to 0.292 K in 1 T",
            approx(B_ring / T_99, "3.42", unit=tesla / kelvin, constants=CONSTANTS),
            approx(T_99, "0.0292", unit=kelvin, constants=WEAK),
            approx(T_99, "0.292", unit=kelvin, constants=STRONG),
            put_in=["0.1", "1"],
        ),
        *(
            aside(
                f"{field} T ({atom})",
                approx(CIRCLE, field, unit=tesla, constants=MEASURED | {E_ion: printed_number(energy, electronvolt)}),
            )
            for atom, energy, field in (
                ("H", "13.598", "12.5"),
                ("Li", "5.392", "1.24"),
                ("Na", "5.139", "1.10"),
                ("K", "4.341", "0.72"),
            )
        ),
        WEAKEST,
        aside(
            "it holds up to 0.21 K in the weakest",
            approx(T_99, "0.21", unit=kelvin, constants=CONSTANTS | {B_ring: printed_number("0.72", tesla)}),
        ),
    ],
)
x_rare = paper.premise(
    "x.VI.rare",
    where=HERE,
    printed="the probability of |k↑⟩, where the electron moves clockwise",
    lhs=rare,
    rhs=p_cw_up / (p_cw_up + p_cw_down),
    page="a letter for it; the parallel sentence of V speaks of an electron that moves clockwise",
)
rarely = paper.step(
    "x.VI.rarely",
    where=HERE,
    printed=r"r_{k\uparrow} = 1/(1 + \exp(2\mu_B B_{\mathrm{ring},ns,X}/(k_B T)))",
    lhs=rare,
    rhs=1 / (1 + exp(2 * mu_B * B_ring / (k_B * T))),
    by=follows_from(x_rare, x_states[p_cw_up], x_states[p_cw_down], *CLOCKWISE),
)
one_state = tuple(
    paper.step(
        f"x.VI.{state.name}.one",
        where=HERE,
        printed=rf"{state.latex} = 1/(2 + 2\exp({sign}2\mu_B B_{{\mathrm{{ring}},ns,X}}/(k_B T)))",
        lhs=state,
        rhs=1 / (2 + 2 * exp(value * 2 * mu_B * B_ring / (k_B * T))),
        by=follows_from(x_states[state], *LEVELS),
    )
    for state, sign, value in ((p_cw_down, "-", -1), (p_cw_up, "", 1))
)
t22b = paper.claim(
    "t22b",
    greater(p_cw_down, HALF),
    less(p_cw_up, RARELY),
    where=HERE,
    conditions=RANGE,
    printed=r"in these cases the electron is primarily in the ground state |k↓⟩, and only rarely in the excited state |k↑⟩",
    by=follows_from(*one_state),
    readings=[
        reading(
            "of an electron that moves clockwise",
            greater(1 - rare, HALF),
            less(rare, RARELY),
            where=[*RANGE, FAR],
            by=follows_from(*one_state, x_rare, x_ratio),
            ground=AMBIGUITY,
            of="the electron",
            condition=f"the electron is one that moves clockwise, of which V speaks, and {IN_CIRCLES}",
        ),
    ],
    note="Rarely is less than one in a hundred, by what the paper says just before. The one state |k↓⟩ never has more than one half, which is what t22 says. An electron that moves clockwise is in |k↑⟩ in one case of five at 0.1 K in 0.1 T. Of the levels, with both directions, the line holds as well: t47b."
    + APART,
    asides=[
        aside("Rarely is less than one in a hundred", equal(1 - P99, RARELY)),
        aside(
            "The one state |k↓⟩ never has more than one half",
            less(p_cw_down, HALF),
            by=follows_from(x_states[p_cw_down], *LEVELS, x_ratio),
        ),
        aside(
            "in |k↑⟩ in one case of five at 0.1 K in 0.1 T",
            approx(rare, "0.2", constants=WEAK | WARM),
            by=follows_from(rarely),
            put_in=["0.1"],
        ),
        WEAKEST,
    ],
)
GROUND_IS_LOWEST = (
    *(less(ground, excited) for ground in (E_cw_down, E_ccw_up) for excited in (E_cw_up, E_ccw_down)),
    equal(E_cw_down, E_ccw_up),
)
IN_THE_MEAN = p_cw_up + p_cw_down - p_ccw_up - p_ccw_down
"""The mean of the clockwise current over the four states, in units of the current of one."""
t22c = paper.claim(
    "t22c",
    greater(s_down * B_cw, 0),
    *(less(E_cw_down, other) for other in (E_cw_up, E_ccw_down)),
    equal(E_cw_down, E_ccw_up),
    where=HERE,
    printed=r"the field in |k↓⟩ (down) has the direction of its moment (down), and this ground state is very stable at low temperatures",
    by=follows_from(*LEVELS),
    note="Very stable is decided as: no state lies below it, the excited ones lie above it, and |−k↑⟩ has the same energy (t22d). The arrow is that of the moment, the spin itself is opposite.",
)
t22e = paper.claim(
    "t22e",
    greater(1 - rare, HALF),
    *(less(E_cw_down, other) for other in (E_cw_up, E_ccw_down)),
    equal(E_cw_down, E_ccw_up),
    where=HERE,
    printed="where the symmetry is broken and the ground state with spin down starts to move clockwise, we can expect to observe a spontaneous clockwise current with spin down",
    by=follows_from(*LEVELS, rarely),
    note="In the case that the paper considers: the motion is clockwise. That the symmetry is broken, so that it stays so, is said and not derived (t23), and for how long is t22f. Decided: such an electron has its spin down more often than up, at every temperature, and no state lies below. "
    "Where the symmetry is not broken the mean current is zero at any temperature, and a single measurement finds one direction or the other at every temperature, as at the room temperature of V, where the paper says that no current usually exists: what is set against V is the broken symmetry alone.",
    asides=[
        aside(
            "the mean current is zero at any temperature",
            equal(IN_THE_MEAN, 0),
            by=follows_from(*x_states.values(), *LEVELS),
        ),
        aside(
            "a single measurement finds one direction or the other at every temperature",
            equal(I_ring**2 * (p_cw_up + p_cw_down + p_ccw_up + p_ccw_down), I_ring**2),
            by=follows_from(*x_states.values(), *LEVELS),
            put_in=["one"],
        ),
    ],
)
t22f = paper.remark(
    "t22f",
    where=HERE,
    printed="the current is observed for a long time, although |k↓⟩ is in the Fermi state",
    why="No rate of the conversion to |−k↑⟩, which has the same energy, is given or can be formed from the lines of the paper.",
    asides=[aside("which has the same energy", equal(E_ccw_up, E_cw_down), by=follows_from(*LEVELS))],
)
t22d = paper.claim(
    "t22d",
    greater(s_up * B_ccw, 0),
    *(less(E_ccw_up, other) for other in (E_cw_up, E_ccw_down)),
    equal(E_ccw_up, E_cw_down),
    greater(p_ccw_up / (p_ccw_up + p_ccw_down), HALF),
    where=HERE,
    printed=r"similar arguments where the symmetry is broken and the ground state with spin up starts to move counter-clockwise, |−k↑⟩",
    by=follows_from(*LEVELS, x_states[p_ccw_up], x_states[p_ccw_down]),
    note="The arguments of t22c and t22e: field and moment have one direction, no state lies below, |k↓⟩ has the same energy, and an electron that moves counter-clockwise has its spin up more often than down.",
)
x_share_cw, x_share_ccw = (
    paper.premise(
        f"x.VI.{share.name}",
        where=HERE,
        printed=f"the probability of {name}, where the electron is in a ground state",
        lhs=share,
        rhs=state / (p_cw_down + p_ccw_up),
        page="the case that is considered is the one of an electron in a ground state",
    )
    for share, state, name in ((share_cw, p_cw_down, "|k↓⟩"), (share_ccw, p_ccw_up, "|−k↑⟩"))
)
t22 = paper.claim(
    "t22",
    equal(share_cw, share_ccw),
    approx(share_cw, "0.5000"),
    where=HERE,
    printed=r"the probability of |k↓⟩ is the same as that of |−k↑⟩, which is $0.5000$",
    by=follows_from(x_share_cw, x_share_ccw, *EVEN),
    note="It is exactly 1/2, for an electron in the ground level. The probability of the state is 0.4950 where 99 % of the electrons are in that level, and 0.5000 to the printed digits where B/T is above 6.86 T/K.",
    asides=[
        aside("It is exactly 1/2", equal(share_cw, Rational(1, 2)), by=follows_from(x_share_cw, *EVEN)),
        aside(
            "0.4950 where 99 % of the electrons are in that level",
            equal(p_cw_down, decimal("0.4950")),
            by=follows_from(x_states[p_cw_down], *LEVELS, x_ratio),
            where=[Eq(ratio_levels, log(99))],
        ),
        aside(
            "0.5000 to the printed digits where B/T is above 6.86 T/K",
            approx(k_B * log(9999) / (2 * mu_B), "6.86", unit=tesla / kelvin, constants=CONSTANTS),
            equal(1 / (1 + exp(-log(9999))) / 2, decimal("0.49995")),
            put_in=["0.5000"],
        ),
    ],
)
t22g = paper.remark(
    "t22g",
    where=HERE,
    printed="these results can also be applied to solids",
    why="An outlook: no line of the paper says how.",
)
t23 = paper.remark(
    "t23",
    where=HERE,
    printed="below 10⁻¹ ~ 10⁻² K the symmetry can be broken spontaneously, and the energy curve is like a Mexican hat",
    why="The paper has no energy as a function of an order parameter, and no transition temperature: nothing follows or fails.",
)
t23b = paper.claim(
    "t23b",
    *(unequal(field, 0) for field in (B_cw, B_ccw)),
    *GROUND_IS_LOWEST,
    where=HERE,
    printed="below 10⁻¹ ~ 10⁻² K the symmetry can be broken, and the most stable states are in a field that is not zero",
    by=follows_from(*LEVELS),
    note="Where the symmetry is broken the states are those of one motion. Most stable: no state lies below it, which is so of the two of the ground level, and at every temperature. "
    "The resonance of both, in which V finds the stable ground state, has the symmetry: its energy is the same, and its mean field is zero, as V says that no field is observed in it (t18).",
    asides=[
        aside(
            "its energy is the same, and its mean field is zero",
            equal((B_cw + B_ccw) / 2, 0),
            equal((E_cw_down + E_ccw_up) / 2, E_cw_down),
            by=follows_from(*LEVELS),
        )
    ],
)
