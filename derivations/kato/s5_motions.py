"""One electron at high temperatures: its change of direction, its currents, and the resonance of both motions."""

from sympy import Rational, exp

from derivations.kato.notation import (
    B_ccw,
    B_cw,
    B_ring,
    E_ccw_down,
    E_ccw_up,
    E_cw_down,
    E_cw_up,
    I_ring,
    T,
    c_ccw_up,
    c_cw_down,
    current_mean,
    current_mean_0,
    current_square_0,
    delta_T,
    e,
    k_B,
    m_e,
    p_canonical,
    p_ccw_down,
    p_ccw_up,
    p_cw_down,
    p_cw_up,
    p_k,
    s_0,
    s_down,
    s_ns,
    s_up,
)
from derivations.kato.paper import paper
from derivations.kato.s2_ring_currents import down, up
from derivations.kato.s3_stern_gerlach import (
    LEVELS,
    REVERSED,
    moment_down,
    moment_up,
    u3,
)
from derivations.kato.s4_states import CCW_DOWN, CCW_UP, CW_DOWN, CW_UP, ROOT, even_ground, populations, t6, u10
from derivations.physics.states import expectation, observable, superposition
from derivations.physics.two_level import boltzmann_probability
from verify.claims import (
    AMBIGUITY,
    aside,
    at_most,
    correction,
    equal,
    follows_from,
    greater,
    less,
    reading,
    unequal,
)

HERE = "V"
EXCITED = superposition((ROOT, CW_UP), (ROOT, CCW_DOWN))
GROUND = superposition((ROOT, CW_DOWN), (ROOT, CCW_UP))
FIELD = observable(B_cw, B_cw, B_ccw, B_ccw)
CURRENT = observable(I_ring, I_ring, -I_ring, -I_ring)
MOMENTUM = observable(p_k, p_k, -p_k, -p_k)

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
EXCITED_POPULATIONS = (populations[0], populations[1])
EXCITED_FIRST = (
    less(B_cw, 0),
    greater(s_up, 0),
    greater(E_cw_up, E_cw_down),
    greater(E_ccw_down, E_ccw_up),
)
t15 = paper.claim(
    "t15",
    *EXCITED_FIRST,
    less(E_ccw_down, E_cw_up),
    where=HERE,
    printed=r"the moment of |k↑⟩ (up) is opposite to the field (down); therefore it is reasonable that this excited state changes to the excited |−k↓⟩: the excited clockwise states become unstable, and thus the electron starts to move counter-clockwise",
    by=follows_from(*LEVELS, u3),
    readings=[
        correction(
            "a conversion that gains no energy",
            *EXCITED_FIRST,
            equal(p_cw_up, p_ccw_down),
            by=follows_from(*LEVELS, u3, *EXCITED_POPULATIONS),
            condition="the change would be no consequence of the instability, but the conversion between the two states of a level, rapid and even, of which IV speaks (t6) and after which V calls the way back a conversion: it gains no energy, and leads to a state as unstable",
            fault="the change gains no energy",
        )
    ],
    note="Field, moment and both states as excited ones hold. What does not hold: a state that is unstable in energy (IV), and therefore changes, changes to one of a lower energy; the named one, which the paper calls excited too, is not lower, as field and moment are both reversed. "
    "What the named pair has is the conversion of IV, for which the instability is no reason: then therefore and thus say nothing. That the moment is opposite to the field makes it the excited pair, and is no driving force: the ground states, in which the moment is parallel to the field, convert as evenly. "
    "Energy is gained by a change to |k↓⟩ or to |−k↑⟩. In the field before the change, which points down, a moment that points down is lower by 2sB, whether or not the motion is reversed: this gives |k↓⟩.",
    asides=[
        aside(
            "the named one, which the paper calls excited too, is not lower",
            at_most(E_cw_up, E_ccw_down),
            by=follows_from(*LEVELS),
        ),
        aside(
            "the ground states, in which the moment is parallel to the field, convert as evenly",
            greater(s_down * B_cw, 0),
            greater(s_up * B_ccw, 0),
            equal(p_cw_down, p_ccw_up),
            by=follows_from(*populations, *LEVELS, u3),
        ),
        aside(
            "Energy is gained by a change to |k↓⟩ or to |−k↑⟩",
            greater(E_cw_up, E_cw_down),
            greater(E_cw_up, E_ccw_up),
            by=follows_from(*LEVELS, u3),
        ),
        aside(
            "a moment that points down is lower by 2sB",
            equal(-s_up * B_cw + s_down * B_cw, 2 * s_ns * B_ring),
            equal(-s_down * B_cw, E_cw_down),
            by=follows_from(*LEVELS),
        ),
    ],
)
t15b = paper.claim(
    "t15b",
    greater(B_ccw, 0),
    less(s_down, 0),
    less(E_cw_up, E_ccw_down),
    where=HERE,
    printed=r"in a similar way conversion from the counter-clockwise to the clockwise motion can occur",
    by=follows_from(*REVERSED, u3),
    readings=[
        reading(
            "the conversion of IV",
            greater(B_ccw, 0),
            less(s_down, 0),
            equal(p_cw_up, p_ccw_down),
            by=follows_from(*REVERSED, u3, *EXCITED_POPULATIONS),
            ground=AMBIGUITY,
            of="conversion",
            condition="the conversion is the rapid and even one of IV (t6), as in t15: it gains no energy",
        )
    ],
    note="No state is named here: IX has |−k↓⟩ to the k state, whose arrow is lost in the source (t48). By a similar way it is the way back of t15, to |k↑⟩, decided in both senses of t15. A conversion to |k↓⟩, a ground state, would gain energy. "
    "The angular momentum of the motion and of the spin would both be reversed, which something outside the atom has to take up.",
    asides=[
        aside(
            "A conversion to |k↓⟩, a ground state, would gain energy",
            greater(E_ccw_down, E_cw_down),
            by=follows_from(*LEVELS, u3),
        ),
    ],
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
    note="As IV says (t6), in equilibrium the mean current is zero at every temperature and for every moment, as both directions have the same energies: the change of t15, from which the paper concludes it, is a reason for it as that even conversion, and none as a gain of energy. A single measurement finds one direction or the other. "
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
    why="Which of several reasons is the primary one is not put into a formula. What it comes to, that without a moment the current would not be suppressed, is t17, which holds in other senses than the one in which t16 does.",
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
t17 = paper.claim(
    "t17",
    unequal(current_mean_0, 0),
    where=HERE,
    printed="if electrons had no spin magnetic moment, spontaneous currents would occur even at high temperatures",
    by=follows_from(without, mean_0),
    readings=[
        reading(
            "a motion that goes on",
            equal(current_mean_0, 0),
            greater(E_cw_up - E_ccw_up, s_0 * (B_ccw - B_cw)),
            greater(E_ccw_down - E_cw_down, s_0 * (B_ccw - B_cw)),
            by=follows_from(without, mean_0, *LEVELS, u3),
            ground=AMBIGUITY,
            of="would occur",
            condition="a motion that once began would go on, while the mean is zero: without a moment no state gains energy when the motion alone is reversed, while with one the excited states do",
        ),
        reading(
            "in a single measurement",
            equal(current_mean_0, 0),
            unequal(current_square_0, 0),
            by=follows_from(without, mean_0, square_0),
            ground=AMBIGUITY,
            of="spontaneous currents",
            condition="a current is one that a single measurement finds, where the mean is zero, of one direction or the other: with a moment there is one just as well",
        ),
    ],
    note="The sentence says what would be without a moment, and sets it against what is with one (t16). First the mean, the sense in which t16 holds: it is zero without a moment, too. Then a motion that once began, where no end of the change is named: the gain by a reversal of the motion alone, s_0(B_−k − B_k), is zero without a moment, and more with one, of the excited states; of the change that V names in t15, |k↑⟩ to |−k↓⟩, it does not hold, as it gains no energy with a moment either, and of the ground states, which lie lower, it does not hold. "
    "At last the current of a single measurement, whose mean square is the same without a moment and with one. t16 holds in the first sense and not in the last, and this line the other way round.",
    asides=[
        aside(
            "it is zero without a moment, too",
            equal(current_mean_0, 0),
            by=follows_from(without, mean_0),
        ),
        aside(
            "the gain by a reversal of the motion alone, s_0(B_−k − B_k), is zero without a moment",
            equal(s_0 * (B_ccw - B_cw), 0),
            by=follows_from(without),
        ),
        aside(
            "it gains no energy with a moment either, and of the ground states, which lie lower, it does not hold",
            equal(E_cw_up, E_ccw_down),
            less(E_cw_down, E_ccw_down),
            less(E_ccw_up, E_cw_up),
            by=follows_from(*LEVELS, u3),
        ),
        aside(
            "whose mean square is the same without a moment and with one",
            equal(current_square_0, MEAN_SQUARE),
            by=follows_from(mean_0, square_0, u10),
        ),
    ],
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
    "The energy of the moment in the field is not zero in the mean either: it is that of the two states. The paper names photoemission of an accelerated electron in the same list, of which it has no quantity: it is left out.",
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
    why="What would be fermionic, where an electron is, and the rate of an emission are not put into a formula. The emission is said of a conversion between a k and a −k state, whose arrows are lost in the source: "
    "in the pairs of IV both have equal energies, so that no energy is left for a photon, while of two states with one arrow the excited one lies higher.",
    asides=[
        aside(
            "both have equal energies", equal(E_cw_up, E_ccw_down), equal(E_cw_down, E_ccw_up), by=follows_from(*LEVELS)
        ),
        aside(
            "of two states with one arrow the excited one lies higher",
            greater(E_cw_up, E_ccw_up),
            greater(E_ccw_down, E_cw_down),
            by=follows_from(*LEVELS, u3),
        ),
    ],
)
