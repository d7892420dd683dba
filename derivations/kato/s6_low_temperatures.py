"""One electron at low temperatures: the occupation of the two levels, and where 99 % of it is in the ground states.

Four states in two levels, which a spin moment of one Bohr magneton has in the field of the ring current, occupied by
Boltzmann's law; the fields are those of V, 0.1 to 1 T.
"""

from sympy import Derivative, Eq, Rational, Symbol, exp, log

from derivations.kato.notation import (
    T_99,
    B_ccw,
    B_cw,
    B_ring,
    E_ccw_down,
    E_ccw_up,
    E_cw_down,
    E_cw_up,
    P_upper,
    T,
    k_B,
    kelvins,
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
    Input,
    approx,
    aside,
    correction,
    decimal,
    equal,
    follows_from,
    greater,
    less,
    order_of,
    printed_number,
    reading,
)
from verify.units import kelvin, percent, tesla

HERE = "VI"
P99 = Rational(99, 100)
CONSTANTS: dict[Symbol, Input] = {mu_B: CODATA_2022.mu_B, k_B: CODATA_2022.k_B}
WEAK: dict[Symbol, Input] = CONSTANTS | {B_ring: printed_number("0.1", tesla)}
STRONG: dict[Symbol, Input] = CONSTANTS | {B_ring: printed_number("1", tesla)}
COLD: dict[Symbol, Input] = {T: printed_number("1e-2", kelvin)}
WARM: dict[Symbol, Input] = {T: printed_number("1e-1", kelvin)}
TESLA = decimal("0.6717138") * k_B * kelvins / mu_B
"""The field in which μ_B B is what k_B T is at 0.6717138 K, one tesla: CODATA 2022."""
FIELDS = [B_ring >= TESLA / 10, B_ring <= TESLA]
RANGE = [kelvins / 100 <= T, kelvins / 10 >= T, *FIELDS]
"""The temperatures of VI in the fields of V."""

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
        printed=f"the spin moment that points {way} is one Bohr magneton",
        lhs=moment,
        rhs=size,
        law="the electron of Dirac; the arrows of the page are directions of the moment (V)",
    )
    for way, moment, size in (("up", s_up, mu_B), ("down", s_down, -mu_B))
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
    printed=r"P_{k_{ns,X,\mathrm{excited}}}(T) = 1/(1 + \exp(2\mu_B B_{\mathrm{ring},ns,X}/(k_B T)))",
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
t21b = paper.claim(
    "t21b",
    approx(T, "0", unit=kelvin, constants=WARM),
    approx(T, "0", unit=kelvin, constants=COLD),
    where=HERE,
    printed=r"even at low temperatures ($\approx 0\,\mathrm{K}$)",
    note="The page speaks of a range. Decided: the temperatures that it names below are zero, to the kelvin.",
)
x_99 = paper.premise(
    "x.VI.T99",
    where=HERE,
    printed=r"T_{99} = \frac{2\mu_B B_{\mathrm{ring},ns,X}}{k_B \ln 99}",
    lhs=T_99,
    rhs=2 * mu_B * B_ring / (k_B * log(99)),
    page="a letter for the temperature up to which t22a holds",
)
t22a = paper.claim(
    "t22a",
    greater(p_ground, P99),
    where=HERE,
    conditions=RANGE,
    printed=r"most of the electrons (more than 99 %) are in the ground states at temperatures on the order of 10⁻¹ ~ 10⁻² K",
    by=follows_from(lower),
    readings=[
        correction(
            "below a temperature that belongs to the field",
            greater(p_ground, P99),
            where=[ratio_levels > log(99)],
            by=follows_from(lower, x_ratio),
            condition="the temperature is below 2μ_B B/(k_B ln 99)",
        )
    ],
    note="The fields are those of V. At 0.1 K in 0.1 T it is 79.3 %, at 0.1 K in 1 T and at 0.01 K in 0.1 T it is 99.9999 %. "
    "It holds where B/T is above 3.42 T/K: at 0.1 K that is in fields above 0.342 T. Both levels have two states, which cancel. "
    "The temperatures up to which it holds are of the printed orders (t22a-weak, t22a-strong), each in its own field. The page says it of all the atoms that it names, and in IX of the upper order alone.",
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
            "It holds where B/T is above 3.42 T/K: at 0.1 K that is in fields above 0.342 T",
            approx(B_ring / T_99, "3.42", unit=tesla / kelvin, constants=CONSTANTS),
            approx(decimal("0.1") * B_ring / T_99, "0.342", unit=tesla / kelvin, constants=CONSTANTS),
            by=follows_from(x_99),
        ),
    ],
)
weak, strong = (
    paper.claim(
        f"t22a-{name}",
        approx(T_99, number, unit=kelvin, constants=fields),
        order_of(T_99, order, unit=kelvin, constants=fields),
        where=HERE,
        printed=rf"in a field of ${field}\,\mathrm{{T}}$ it holds up to $T_{{99}} = {number}\,\mathrm{{K}}$, of the order of ${latex}\,\mathrm{{K}}$",
        by=follows_from(x_99),
    )
    for name, field, number, order, latex, fields in (
        ("weak", "0.1", "0.0292", "1e-2", "10^{-2}", WEAK),
        ("strong", "1", "0.292", "1e-1", "10^{-1}", STRONG),
    )
)
x_rare = paper.premise(
    "x.VI.rare",
    where=HERE,
    printed="the probability of |k↑⟩, where the electron moves clockwise",
    lhs=rare,
    rhs=p_cw_up / (p_cw_up + p_cw_down),
    page="the electron that the sentence speaks of moves clockwise",
)
rarely = paper.step(
    "x.VI.rarely",
    where=HERE,
    printed=r"r_{k\uparrow} = 1/(1 + \exp(2\mu_B B_{\mathrm{ring},ns,X}/(k_B T)))",
    lhs=rare,
    rhs=1 / (1 + exp(2 * mu_B * B_ring / (k_B * T))),
    by=follows_from(x_rare, x_states[p_cw_up], x_states[p_cw_down], *CLOCKWISE),
)
t22b = paper.claim(
    "t22b",
    less(rare, Rational(1, 100)),
    where=HERE,
    conditions=RANGE,
    printed=r"in these cases the electron is primarily in the ground state |k↓⟩, and only rarely in the excited state |k↑⟩",
    by=follows_from(rarely),
    readings=[
        reading(
            "where more than 99 % are in the ground states",
            less(rare, Rational(1, 100)),
            where=[ratio_levels > log(99)],
            by=follows_from(rarely, x_ratio),
            ground=AMBIGUITY,
            of="these cases",
            condition="these cases are those in which more than 99 % are in the ground states, and not all temperatures and fields of t22a",
        )
    ],
    note="Of an electron that moves clockwise; rarely is less than one in a hundred, by what the page says just before. At 0.1 K in 0.1 T it is one in five.",
    asides=[
        aside(
            "At 0.1 K in 0.1 T it is one in five",
            approx(rare, "0.2", constants=WEAK | WARM),
            by=follows_from(rarely),
            put_in=["0.1"],
        )
    ],
)
t22c = paper.claim(
    "t22c",
    greater(s_down * B_cw, 0),
    less(E_cw_down, E_cw_up),
    where=HERE,
    printed=r"the field in |k↓⟩ (down) has the direction of its moment (down), and this ground state is very stable at low temperatures",
    by=follows_from(*CLOCKWISE),
    note="Decided: the directions, and that the energy is below that of the state with the other moment. It is not below that of |−k↑⟩; no lifetime is given. The arrow is that of the moment, the spin itself is opposite.",
    asides=[
        aside("It is not below that of |−k↑⟩", equal(E_cw_down, E_ccw_up), by=follows_from(*BOTH)),
    ],
)
t22d = paper.claim(
    "t22d",
    greater(s_up * B_ccw, 0),
    less(E_ccw_up, E_ccw_down),
    where=HERE,
    printed=r"similar arguments for the ground state |−k↑⟩, spin up and counter-clockwise",
    by=follows_from(*COUNTER),
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
t23 = paper.remark(
    "t23",
    where=HERE,
    printed="below 10⁻¹ ~ 10⁻² K the symmetry can be broken spontaneously, and the most stable states have a field that is not zero",
    why="Of the symmetry breaking the page has no energy as a function of an order parameter, and no transition temperature: nothing follows or fails. The mean field in the ground level is zero.",
    asides=[
        aside(
            "The mean field in the ground level is zero",
            equal(share_cw * B_cw + share_ccw * B_ccw, 0),
            by=follows_from(x_share_cw, x_share_ccw, *EVEN),
        )
    ],
)
