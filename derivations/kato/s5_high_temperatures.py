"""One electron at high temperatures."""

from sympy import Rational, exp, pi

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
    T,
    c_ccw_up,
    c_cw_down,
    current_mean,
    delta_T,
    e,
    epsilon_0,
    k_B,
    m_e,
    mu_0,
    p_canonical,
    p_ccw_down,
    p_ccw_up,
    p_cw_down,
    p_cw_up,
    p_k,
    r,
    s_down,
    s_ns,
    s_up,
    v,
)
from derivations.kato.paper import paper
from derivations.kato.s2_ring_currents import down, size, up
from derivations.kato.s3_stern_gerlach import (
    CLOCKWISE,
    LEVELS,
    REVERSED,
    energies,
    moment,
    moment_down,
    moment_up,
)
from derivations.kato.s4_states import CCW_DOWN, CCW_UP, CW_DOWN, CW_UP, ROOT, even_ground, populations
from derivations.physics.states import expectation, observable, superposition
from derivations.physics.two_level import gap_in_field
from verify.claims import (
    AMBIGUITY,
    CODATA_2022,
    approx,
    aside,
    correction,
    equal,
    follows_from,
    greater,
    less,
    printed_number,
    reading,
    unequal,
)
from verify.units import electronvolt, tesla

HERE = "V"
EXCITED = superposition((ROOT, CW_UP), (ROOT, CCW_DOWN))
GROUND = superposition((ROOT, CW_DOWN), (ROOT, CCW_UP))
FIELD = observable(B_cw, B_cw, B_ccw, B_ccw)
CURRENT = observable(I_ring, I_ring, -I_ring, -I_ring)
MOMENTUM = observable(p_k, p_k, -p_k, -p_k)

t13c = paper.claim(
    "t13c",
    greater(E_cw_up, E_cw_down),
    equal(p_cw_up / (p_cw_up + p_cw_down), 1 / (1 + exp(gap_in_field(s_ns, B_ring) / (k_B * T)))),
    where=HERE,
    printed=r"an electron that moves clockwise at 298 K is in the excited state |k↑⟩ and the ground state |k↓⟩",
    by=follows_from(populations[0], populations[2], *CLOCKWISE, moment),
    note="Decided: which of the two is the excited one, and the probability of it among them, at every temperature.",
)
balance = paper.premise(
    "x.speed",
    where=HERE,
    printed=r"m_e v^2/r = e^2/(4\pi\varepsilon_0 r^2)",
    lhs=m_e * v**2 / r,
    rhs=e**2 / (4 * pi * epsilon_0 * r**2),
    assumption="Bohr's model: a circle around one elementary charge, in which the electron is held by Coulomb's force; the page gives no model of the field",
)
bound = paper.premise(
    "x.radius",
    where=HERE,
    printed=r"r = e^2/(8\pi\varepsilon_0 E_{\mathrm{ion}})",
    lhs=r,
    rhs=e**2 / (8 * pi * epsilon_0 * E_ion),
    assumption="Bohr's model: the energy of the circle, half of the potential energy, is the measured ionisation energy",
)
CONSTANTS = {
    e: CODATA_2022.e,
    m_e: CODATA_2022.m_e,
    epsilon_0: CODATA_2022.epsilon_0,
    mu_0: CODATA_2022.mu_0,
}
ORDER = {"unit": tesla, "within": ("0.03", "3.2", "of the order of 0.1 to 1: half an order more on either side")}
t13 = paper.claim(
    "t13",
    *(
        approx(B_ring, number, constants={**CONSTANTS, E_ion: printed_number("13.598", electronvolt)}, **ORDER)
        for number in ("0.1", "1")
    ),
    where=HERE,
    note="The page gives no formula and cites no calculation here. In Bohr's model of the motion that it describes the field is 12.5 T, and greater closer to the nucleus; an orbital 1s, which does not circulate, has none (t4-s).",
    asides=[
        aside(
            "the field is 12.5 T",
            approx(
                B_ring,
                "12.5",
                unit=tesla,
                constants={**CONSTANTS, E_ion: printed_number("13.598", electronvolt)},
            ),
            by=follows_from(size, balance, bound),
        ),
    ],
    printed=r"H 1s: the field is moderate or strong, of the order of $0.1\,\mathrm{T}$ to $1\,\mathrm{T}$",
    by=follows_from(size, balance, bound),
)
t14 = paper.claim(
    "t14",
    *(
        approx(B_ring, number, constants={**CONSTANTS, E_ion: printed_number(energy, electronvolt)}, **ORDER)
        for energy in ("5.392", "5.139", "4.341")
        for number in ("0.1", "1")
    ),
    where=HERE,
    printed=r"Li 2s, Na 3s and K 4s: the fields are moderate or strong, of the order of $0.1\,\mathrm{T}$ to $1\,\mathrm{T}$",
    by=follows_from(size, balance, bound),
    note="In the model of t13, with the measured ionisation energies of 5.392, 5.139 and 4.341 eV, these are 1.24, 1.10 and 0.72 T. It leaves out that an ns electron comes close to the nucleus, where its charge is not screened.",
    asides=[
        aside(
            "1.24, 1.10 and 0.72 T",
            *(
                approx(B_ring, number, unit=tesla, constants={**CONSTANTS, E_ion: printed_number(energy, electronvolt)})
                for energy, number in (("5.392", "1.24"), ("5.139", "1.10"), ("4.341", "0.72"))
            ),
            by=follows_from(size, balance, bound),
            put_in=["5.392", "5.139", "4.341"],
        )
    ],
)
t15 = paper.claim(
    "t15",
    less(B_cw, 0),
    greater(s_up, 0),
    less(E_ccw_down, E_cw_up),
    where=HERE,
    printed=r"the moment of |k↑⟩ (up) is opposite to the field (down); therefore this state changes to the excited |−k↓⟩",
    by=follows_from(*REVERSED, moment),
    readings=[
        correction(
            "it has the same energy",
            less(B_cw, 0),
            greater(s_up, 0),
            equal(E_ccw_down, E_cw_up),
            by=follows_from(*REVERSED, moment),
            condition="field and moment are both reversed, and what changes is not the energy",
        )
    ],
    note="The field is down and the moment up. IV calls a state unstable in energy relative to one that lies below it: decided third is whether this one does. It is not: the field turns with the motion and the moment turns, too, so that they are opposite in both. "
    "The change to either ground state gains what the two energies of the moment differ by.",
    asides=[
        aside(
            "The change to either ground state gains what the two energies of the moment differ by",
            equal(E_cw_up - E_cw_down, E_cw_up - E_ccw_up, 2 * s_ns * B_ring),
            by=follows_from(*LEVELS),
        )
    ],
)
t15b = paper.claim(
    "t15b",
    greater(B_ccw, 0),
    less(s_down, 0),
    less(E_cw_up, E_ccw_down),
    where=HERE,
    printed=r"in a similar way the counter-clockwise motion changes to the clockwise one, |−k↓⟩ to |k↑⟩",
    by=follows_from(*REVERSED, moment),
    readings=[
        correction(
            "it has the same energy",
            greater(B_ccw, 0),
            less(s_down, 0),
            equal(E_cw_up, E_ccw_down),
            by=follows_from(*REVERSED, moment),
            condition="field and moment are both reversed, and what changes is not the energy",
        )
    ],
    note="The way back: the field is up and the moment down, and the state that is to follow does not lie below.",
)
mean = paper.premise(
    "x.mean",
    where=HERE,
    printed="the mean of the clockwise current over the four states",
    lhs=current_mean,
    rhs=I_ring * (p_cw_up + p_cw_down - p_ccw_up - p_ccw_down),
    law="the mean of a quantity is the sum of its values times their probabilities",
)
t16 = paper.step(
    "t16",
    where=HERE,
    printed="spontaneous currents do not usually exist at room temperature",
    lhs=current_mean,
    rhs=0,
    by=follows_from(mean, *populations, *LEVELS),
    note="Decided: in equilibrium the mean current is zero. It is so at every temperature, and for every moment: the reason is that both directions have the same energies, not the change of t15, from which the page concludes it. "
    "By t12 half of the electrons, and more, are in the ground states, which the argument of t15 does not concern: their share is 1 − 1/(1 + exp δ), where δ > 0 is the splitting over k_B T.",
    asides=[
        aside(
            "half of the electrons, and more, are in the ground states",
            greater(1 - 1 / (1 + exp(delta_T)), Rational(1, 2)),
        )
    ],
)
without = paper.premise(
    "x.without",
    where=HERE,
    printed=r"s_{ns,X} = 0",
    lhs=s_ns,
    rhs=0,
    page="the line itself: if electrons had no spin magnetic moment",
)
t17 = paper.claim(
    "t17",
    unequal(current_mean, 0),
    where=HERE,
    printed="if electrons had no spin magnetic moment, spontaneous currents would occur even at high temperatures",
    by=follows_from(mean, *populations, *energies, moment_up, moment_down, without),
    readings=[
        correction(
            "no current in the mean",
            equal(current_mean, 0),
            by=follows_from(mean, *populations, *energies, moment_up, moment_down, without),
            condition="without a moment all states have the same energy, and both directions are equally probable",
        )
    ],
    note="Decided in the sense of t16, as a mean in equilibrium. In the other sense, that a motion which once began would not be reversed, the argument of the page says nothing either: the states before and after the reversal of t15 have the same energy with a moment and without one.",
    asides=[
        aside(
            "the same energy with a moment and without one",
            equal(E_cw_up, E_ccw_down),
            by=follows_from(*REVERSED),
        ),
    ],
)
t18 = paper.claim(
    "t18",
    equal(expectation(FIELD, EXCITED), 0),
    equal(expectation(CURRENT, EXCITED), 0),
    equal(expectation(FIELD**2, EXCITED), 0),
    where=HERE,
    printed="in the resonance state of both motions the magnetic fields and ring currents cannot be observed, even during very short time",
    by=follows_from(down, up),
    readings=[
        reading(
            "in the mean",
            equal(expectation(FIELD, EXCITED), 0),
            equal(expectation(CURRENT, EXCITED), 0),
            equal(expectation(FIELD, GROUND), 0),
            equal(expectation(CURRENT, GROUND), 0),
            by=follows_from(down, up),
            ground=AMBIGUITY,
            of="observed",
            condition="what is observed is a mean of many measurements",
        )
    ],
    note="The arrows of the two states are lost in the source; the other pair gives the same. Means are zero, while a single measurement finds the field up or down: its mean square is that of one state. "
    "The energy of the moment in the field is not zero in the mean either: it is that of the two states.",
    asides=[
        aside(
            "its mean square is that of one state",
            equal(expectation(FIELD**2, EXCITED), expectation(FIELD**2, GROUND), B_ring**2),
            by=follows_from(down, up),
        ),
        aside(
            "it is that of the two states",
            equal(
                expectation(observable(E_cw_up, E_cw_down, E_ccw_up, E_ccw_down), EXCITED),
                E_cw_up,
                E_ccw_down,
                s_ns * B_ring,
            ),
            by=follows_from(*REVERSED),
        ),
    ],
)
momentum = paper.premise(
    "x.momentum",
    where=HERE,
    printed="the mean of the momentum along the orbit in the ground state u7",
    lhs=p_canonical,
    rhs=expectation(MOMENTUM, superposition((c_cw_down, CW_DOWN), (c_ccw_up, CCW_UP))),
    page="an electron in both states at the same time, with zero canonical momentum at the ground states",
)
u15 = paper.step(
    "u15",
    where=HERE,
    printed=r"p_{\mathrm{canonical}} = 0",
    lhs=p_canonical,
    rhs=0,
    by=follows_from(momentum, even_ground),
    note="A mean: the state is none of a definite momentum, as the mean of the square is that of one motion.",
    asides=[
        aside("the mean of the square is that of one motion", equal(expectation(MOMENTUM**2, GROUND), p_k**2)),
    ],
)
t19 = paper.remark(
    "t19",
    where=HERE,
    printed="even an electron can be considered to behave as a bosonic particle",
    why="An analogy. A boson is told by the symmetry of the state of several particles, which no line on one electron speaks of; a zero mean of the momentum (u15) does not make one.",
)
t20 = paper.remark(
    "t20",
    where=HERE,
    printed="this is why an electron in the ns orbital does not approach the nucleus with photon emission, as a fermionic one would",
    why="No rate of emission, and no energy of a photon, is given or can be formed from the lines of the page.",
)
