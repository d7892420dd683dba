"""One electron at high temperatures."""

from sympy import Integer, Rational, exp, pi

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
    Q,
    T,
    Z,
    c_ccw_up,
    c_cw_down,
    current_mean,
    current_mean_0,
    current_square_0,
    delta_T,
    e,
    epsilon_0,
    hbar,
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
    s_0,
    s_down,
    s_ns,
    s_up,
    v,
)
from derivations.kato.paper import paper
from derivations.kato.s2_ring_currents import SIZE, balance, bound, down, u2, up
from derivations.kato.s3_stern_gerlach import (
    CLOCKWISE,
    LEVELS,
    REVERSED,
    moment_down,
    moment_up,
    u3,
)
from derivations.kato.s4_states import CCW_DOWN, CCW_UP, CW_DOWN, CW_UP, ROOT, even_ground, t6, u10
from derivations.physics.states import expectation, observable, superposition
from derivations.physics.two_level import boltzmann_probability, excited_population
from verify.claims import (
    AMBIGUITY,
    CODATA_2022,
    approx,
    aside,
    correction,
    decimal,
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
HALF = Rational(1, 2)
EXCITED = superposition((ROOT, CW_UP), (ROOT, CCW_DOWN))
GROUND = superposition((ROOT, CW_DOWN), (ROOT, CCW_UP))
FIELD = observable(B_cw, B_cw, B_ccw, B_ccw)
CURRENT = observable(I_ring, I_ring, -I_ring, -I_ring)
MOMENTUM = observable(p_k, p_k, -p_k, -p_k)

t13c = paper.claim(
    "t13c",
    greater(E_cw_up, E_cw_down),
    where=HERE,
    printed=r"an electron that moves clockwise at 298 K is in the excited state |k↑⟩ and the ground state |k↓⟩",
    by=follows_from(*CLOCKWISE, u3),
    note="Decided: which is the excited one. Both are occupied at every temperature: the share of the excited one in the clockwise motion is 1/(1 + exp δ), which lies between 0 and 1/2, where δ > 0 is the splitting over k_B T.",
    asides=[
        aside(
            "is 1/(1 + exp δ), which lies between 0 and 1/2",
            greater(excited_population(delta_T, 1, k_B=1), 0),
            less(excited_population(delta_T, 1, k_B=1), Rational(1, 2)),
        )
    ],
)
CONSTANTS = {
    e: CODATA_2022.e,
    m_e: CODATA_2022.m_e,
    epsilon_0: CODATA_2022.epsilon_0,
    mu_0: CODATA_2022.mu_0,
}
ORDER = {"unit": tesla, "within": ("0.03", "3.2", "of the order of 0.1 to 1: half an order more on either side")}
AT_MEAN = mu_0 * e * hbar / (4 * pi * m_e) * (m_e * e**2 / (4 * pi * epsilon_0 * hbar**2) * Rational(2, 3)) ** 3
"""The field at three halves of Bohr's radius, of a motion with the angular momentum ħ."""
HYDROGEN = {**CONSTANTS, E_ion: printed_number("13.598", electronvolt)}
t13 = paper.claim(
    "t13",
    *(approx(B_ring, number, constants=HYDROGEN, **ORDER) for number in ("1", "0.1")),
    where=HERE,
    printed=r"H 1s: the field is moderate or strong, of the order of $0.1\,\mathrm{T}$ to $1\,\mathrm{T}$",
    by=follows_from(*SIZE),
    note="The page gives no formula and cites no calculation here. The line fails in the model of x.charge, x.speed and x.radius: on a classical circle with the measured energy, which for H is Bohr's, the field is 12.5 T: 12.5 times the upper end of the range. "
    "With Thomas's factor of one half it acts as 6.2 T. Closer to the nucleus it is greater, and in an orbital 1s, which does not circulate, it is zero in the mean (t4-s). "
    "In another model it may be less: an angular momentum ħ at 1.5 of Bohr's radii, the mean distance in 1s, gives 3.7 T, of which Thomas's half, 1.9 T, is less than half an order above 1 T.",
    asides=[
        aside(
            "the field is 12.5 T: 12.5 times the upper end of the range",
            approx(B_ring, "12.5", unit=tesla, constants=HYDROGEN),
            by=follows_from(*SIZE),
        ),
        aside(
            "With Thomas's factor of one half it acts as 6.2 T",
            approx(B_ring / 2, "6.2", unit=tesla, constants=HYDROGEN),
            by=follows_from(*SIZE),
        ),
        aside(
            "an angular momentum ħ at 1.5 of Bohr's radii, the mean distance in 1s, gives 3.7 T, of which Thomas's half, 1.9 T, is less than half an order above 1 T",
            *(
                approx(part * AT_MEAN, number, unit=tesla, constants={**CONSTANTS, hbar: CODATA_2022.hbar})
                for part, number in ((1, "3.7"), (HALF, "1.9"))
            ),
            less(decimal("1.9") ** 2, 10),
            put_in=["1.5", "1"],
        ),
    ],
)
ALKALI = tuple(
    ({**CONSTANTS, E_ion: printed_number(energy, electronvolt)}, {Z: Integer(atomic)}, *numbers)
    for energy, atomic, *numbers in (
        ("5.392", 3, "1.24", "3.7", "1.59"),
        ("5.139", 11, "1.10", "12.1", "1.63"),
        ("4.341", 19, "0.72", "13.7", "1.77"),
    )
)
"""Of Li, Na and K: what is measured, the charge of the nucleus, its field with and without inner electrons, and L/ħ."""
bare = paper.premise(
    "x.nucleus",
    where=HERE,
    printed=r"the charge of the nucleus that goes around the electron, $Q = Z e$",
    lhs=Q,
    rhs=Z * e,
    law="the charge of a nucleus, with or without inner electrons, is a whole number of elementary charges",
)
NUCLEUS = (u2, bare, balance, bound)
t14 = paper.claim(
    "t14",
    *(
        approx(B_ring, number, constants={**atom, **nucleus}, **ORDER)
        for atom, nucleus, *_ in ALKALI
        for number in ("0.1", "1")
    ),
    where=HERE,
    printed=r"Li 2s, Na 3s and K 4s: the fields of the relative motion of the nucleus are moderate or strong, of the order of $0.1\,\mathrm{T}$ to $1\,\mathrm{T}$",
    by=follows_from(*NUCLEUS),
    readings=[
        reading(
            "with its inner electrons",
            *(
                approx(B_ring, number, constants={**atom, Z: Integer(1)}, **ORDER)
                for atom, *_ in ALKALI
                for number in ("0.1", "1")
            ),
            by=follows_from(*NUCLEUS),
            ground=AMBIGUITY,
            of="nucleus",
            condition="the nucleus is what the outer electron sees of it: the nucleus with all inner electrons, of one elementary charge",
        )
    ],
    note="In the model of t13, with the measured ionisation energies of 5.392, 5.139 and 4.341 eV, the ions have 1.24, 1.10 and 0.72 T. These circles are not Bohr's: their angular momenta are 1.59, 1.63 and 1.77 ħ. Bohr's second, third and fourth one around one charge have 0.39, 0.052 and 0.012 T. "
    "The field of the nucleus alone is on the same circles 3.7, 12.1 and 13.7 T, above the printed order.",
    asides=[
        aside(
            "the ions have 1.24, 1.10 and 0.72 T",
            *(approx(B_ring, number, unit=tesla, constants={**atom, Z: Integer(1)}) for atom, _, number, *_ in ALKALI),
            by=follows_from(*NUCLEUS),
            put_in=["5.392", "5.139", "4.341"],
        ),
        aside(
            "their angular momenta are 1.59, 1.63 and 1.77 ħ",
            *(
                approx(m_e * v * r / hbar, number, constants={**atom, hbar: CODATA_2022.hbar})
                for atom, *_, number in ALKALI
            ),
            by=follows_from(balance, bound),
            put_in=["5.392", "5.139", "4.341"],
        ),
        aside(
            "Bohr's second, third and fourth one around one charge have 0.39, 0.052 and 0.012 T",
            *(
                approx(
                    mu_0
                    * e**2
                    / (4 * pi * m_e * hbar)
                    * (m_e * e**2 / (4 * pi * epsilon_0 * hbar**2)) ** 3
                    * hbar**2
                    / n**5
                    / e,
                    number,
                    unit=tesla,
                    constants={**CONSTANTS, hbar: CODATA_2022.hbar},
                )
                for n, number in ((2, "0.39"), (3, "0.052"), (4, "0.012"))
            ),
        ),
        aside(
            "on the same circles 3.7, 12.1 and 13.7 T",
            *(
                approx(B_ring, number, unit=tesla, constants={**atom, **nucleus})
                for atom, nucleus, _, number, _ in ALKALI
            ),
            by=follows_from(*NUCLEUS),
            put_in=["5.392", "5.139", "4.341"],
        ),
    ],
)
t15_s = paper.claim(
    "t15-s",
    greater(s_up, 0),
    greater(-m_e * s_up / e, 0),
    less(-m_e * s_down / e, 0),
    where=HERE,
    printed="in |k↑⟩ the moment points up and the spin is up; in |−k↓⟩ the spin is down",
    by=follows_from(moment_up, moment_down, u3),
    readings=[
        reading(
            "the spin stands for its moment",
            greater(s_up, 0),
            less(s_down, 0),
            by=follows_from(moment_up, moment_down, u3),
            ground=AMBIGUITY,
            of="spin",
            condition="spin up and spin down name the direction of the moment, to which the spin of an electron is opposite",
        )
    ],
    note="V prints both directions for one state. The spin of an electron is −(m_e/e) times its moment, as its charge is negative. t9 and t10 take that of the moment, which they speak of.",
)
t15 = paper.claim(
    "t15",
    less(B_cw, 0),
    greater(s_up, 0),
    greater(E_cw_up, E_cw_down),
    greater(E_ccw_down, E_ccw_up),
    less(E_ccw_down, E_cw_up),
    where=HERE,
    printed=r"the moment of |k↑⟩ (up) is opposite to the field (down); therefore it is reasonable that this excited state changes to the excited |−k↓⟩: the excited clockwise states become unstable, and thus the electron starts to move counter-clockwise",
    by=follows_from(*LEVELS, u3),
    readings=[
        correction(
            "to a ground state",
            less(B_cw, 0),
            greater(s_up, 0),
            greater(E_cw_up, E_cw_down),
            greater(E_cw_up, E_ccw_up),
            equal(E_ccw_down, E_cw_up),
            by=follows_from(*LEVELS, u3),
            condition="no energy is gained by a change to |−k↓⟩, and some by one to |k↓⟩ or |−k↑⟩",
        )
    ],
    note="Field, moment and both states as excited ones hold. The page prints no inequality for therefore and thus. Decided fifth is their one sense in its words: a state that is unstable in energy (IV) changes to one of a lower energy. "
    "The named one is not lower: field and moment are both reversed. This is the one finding, to which t15b and t48 refer; t1 fails for the states that it names. In the field before the change, which points down, a moment that points down is lower by 2sB, whether or not the motion is reversed: this gives |k↓⟩. "
    "That two states of equal energy convert evenly is said in IV (t6), of the ground states as well, in which the moment is parallel to the field: for that this is no reason.",
    asides=[
        aside(
            "a moment that points down is lower by 2sB",
            equal(-s_up * B_cw + s_down * B_cw, 2 * s_ns * B_ring),
            equal(-s_down * B_cw, E_cw_down),
            by=follows_from(*LEVELS),
        ),
        aside(
            "in which the moment is parallel to the field",
            greater(s_down * B_cw, 0),
            greater(s_up * B_ccw, 0),
            by=follows_from(*LEVELS, u3),
        ),
    ],
)
t15b = paper.claim(
    "t15b",
    greater(B_ccw, 0),
    less(s_down, 0),
    less(E_cw_up, E_ccw_down),
    where=HERE,
    printed=r"in a similar way conversion from the counter-clockwise to the clockwise motion can occur, |−k↓⟩ to |k↑⟩",
    by=follows_from(*REVERSED, u3),
    readings=[
        correction(
            "at equal energy",
            greater(B_ccw, 0),
            less(s_down, 0),
            equal(E_cw_up, E_ccw_down),
            by=follows_from(*REVERSED, u3),
            condition="the conversion can occur as the even one of IV does (t6), while no energy is gained by a change to |k↑⟩",
        )
    ],
    note="No finding of its own: in a similar way is for the reason of t15, which fails for the way back as for the way there. That it can occur, no energy stands against. The angular momentum of the motion and of the spin would both be reversed, which something outside the atom has to take up.",
)
mean = paper.premise(
    "x.mean",
    where=HERE,
    printed="the mean of the clockwise current over the four states",
    lhs=current_mean,
    rhs=I_ring * (p_cw_up + p_cw_down - p_ccw_up - p_ccw_down),
    law="the mean of a quantity is the sum of its values times their probabilities",
)
MEAN_SQUARE = I_ring**2 * (p_cw_up + p_cw_down + p_ccw_up + p_ccw_down)
"""The mean of the square of the current over the four states."""
t16 = paper.claim(
    "t16",
    equal(current_mean, 0),
    equal(MEAN_SQUARE, 0),
    where=HERE,
    printed="spontaneous currents do not usually exist at room temperature",
    by=follows_from(mean, t6, u10),
    readings=[
        reading(
            "in the mean",
            equal(current_mean, 0),
            equal(MEAN_SQUARE, I_ring**2),
            by=follows_from(mean, t6, u10),
            ground=AMBIGUITY,
            of="exist",
            condition="a current exists if its mean over both directions is not zero; a current of one direction, which VI calls spontaneous, does exist, as the mean square is that of the full current",
        )
    ],
    note="As IV says (t6), in equilibrium the mean current is zero at every temperature and for every moment: the reason is that both directions have the same energies, not the change of t15, from which the page concludes it. A single measurement finds one direction or the other. "
    "Half of the electrons, and more, are in the ground states, which the argument of t15 does not concern: their share is 1 − 1/(1 + exp δ), where δ > 0 is the splitting over k_B T.",
    asides=[
        aside(
            "Half of the electrons, and more, are in the ground states",
            greater(1 - 1 / (1 + exp(delta_T)), Rational(1, 2)),
        ),
    ],
)
t0_V = paper.remark(
    "t0-V",
    where=HERE,
    printed="this phenomenon cannot be explained from a statistical perspective, but from the intrinsic features of an electron",
    why="What t0 says, again. In the sense in which t16 holds, the mean, statistics of one electron does explain it: t16 follows from Boltzmann's probabilities, for every moment.",
)
t2_V = paper.remark(
    "t2-V",
    where=HERE,
    printed="the spin magnetic moment, or more specifically the Stern-Gerlach effect, is the primary reason that the spontaneous current is suppressed at room temperature",
    why="Which of several reasons is the primary one is not put into a formula. What it comes to, that without a moment the current would not be suppressed, is t17, which fails.",
)
without = paper.premise(
    "x.without",
    where=HERE,
    printed=r"s_0 = 0",
    lhs=s_0,
    rhs=0,
    page="the line itself: if electrons had no spin magnetic moment",
)
MOTIONS = ((s_0 * B_cw, 1), (-s_0 * B_cw, 1), (s_0 * B_ccw, -1), (-s_0 * B_ccw, -1))
"""The energies of the four states with the moment s_0, and the direction of their currents."""
mean_0, square_0 = (
    paper.premise(
        f"x.{name}.0",
        where=HERE,
        printed=f"{words} with the moment $s_0$",
        lhs=lhs,
        rhs=sum(
            (I_ring * sense) ** exponent
            * boltzmann_probability(own, T, *(other for other, _ in MOTIONS if other != own), k_B=k_B)
            for own, sense in MOTIONS
        ),
        law="the mean of a quantity is the sum of its values times their probabilities, which are Boltzmann's",
    )
    for name, words, lhs, exponent in (
        ("mean", "the mean of the clockwise current over the four states", current_mean_0, 1),
        ("mean-square", "the mean of the square of the current over the four states", current_square_0, 2),
    )
)
BOTH = (without, mean_0, square_0, t6, u10, *LEVELS, u3)
t17 = paper.claim(
    "t17",
    unequal(current_mean_0, 0),
    where=HERE,
    printed="if electrons had no spin magnetic moment, spontaneous currents would occur even at high temperatures",
    by=follows_from(*BOTH),
    readings=[
        reading(
            "the current of each electron",
            equal(MEAN_SQUARE, 0),
            unequal(current_square_0, 0),
            by=follows_from(*BOTH),
            ground=AMBIGUITY,
            of="spontaneous currents",
            condition="a current of one direction, as in VI, which would occur without a moment and does not occur with one",
        ),
        reading(
            "a motion that goes on",
            greater(E_cw_up, E_ccw_down),
            by=follows_from(*BOTH),
            ground=AMBIGUITY,
            of="would occur",
            condition="a motion that once began would go on without a moment, while with one its reversal, the change of t15, gains energy",
        ),
        correction(
            "the moment makes no difference",
            equal(current_mean_0, 0),
            equal(current_square_0, MEAN_SQUARE),
            equal(E_cw_up, E_ccw_down),
            equal(E_cw_down, E_ccw_up),
            by=follows_from(mean_0, square_0, u10, *LEVELS),
            condition="without a moment the mean current is zero and its mean square the same as with one; with one, too, a reversal of motion and moment gains no energy",
        ),
    ],
    note="The sentence sets electrons without a moment against those with one (t16). Decided are the mean as in t16; the current of each electron as in VI; a motion that once began. In the latter senses currents without a moment do occur, or go on, and with one just as well, as in t22e: it is the difference that fails.",
)
t18 = paper.claim(
    "t18",
    *(
        equal(expectation(quantity, state), 0)
        for state in (EXCITED, GROUND)
        for quantity in (FIELD, CURRENT, FIELD**2, CURRENT**2)
    ),
    where=HERE,
    printed="in the resonance state of both motions the magnetic fields and ring currents cannot be observed, even during very short time",
    by=follows_from(down, up),
    readings=[
        reading(
            "in the mean",
            *(equal(expectation(quantity, state), 0) for state in (EXCITED, GROUND) for quantity in (FIELD, CURRENT)),
            by=follows_from(down, up),
            ground=AMBIGUITY,
            of="observed",
            condition="what is observed is a mean of many measurements",
        )
    ],
    note="The arrows of the two states are lost in the source: both pairs are decided. The mean is zero at every instant, while a single measurement finds the field up or down: its mean square is that of one state. "
    "The energy of the moment in the field is not zero in the mean either: it is that of the two states. The page names photoemission of an accelerated electron in the same list, of which it has no quantity: it is left out.",
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
            by=follows_from(*LEVELS),
        ),
    ],
)
momentum = paper.premise(
    "x.momentum",
    where=HERE,
    printed="the canonical momentum is the mean of the momentum along the orbit in the ground state of u7",
    lhs=p_canonical,
    rhs=expectation(MOMENTUM, superposition((c_cw_down, CW_DOWN), (c_ccw_up, CCW_UP))),
    assumption="zero canonical momentum is said of the mean in the ground state u14, which is none of a definite momentum",
)
u15 = paper.step(
    "u15",
    where=HERE,
    printed=r"p_{\mathrm{canonical}} = 0",
    lhs=p_canonical,
    rhs=0,
    by=follows_from(momentum, even_ground),
    note="A single measurement finds the momentum of one motion or the other, as the mean of the square is that of one motion.",
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
    why="What would be fermionic, where an electron is, and the rate of an emission are not put into a formula. The emission is said of the conversion between |k⟩ and |−k⟩: in the pairs of IV both have equal energies, so that no energy is left for a photon.",
    asides=[
        aside(
            "both have equal energies", equal(E_cw_up, E_ccw_down), equal(E_cw_down, E_ccw_up), by=follows_from(*LEVELS)
        ),
    ],
)
