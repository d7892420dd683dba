"""The states and their populations."""

from sympy import Rational, log, sqrt

from derivations.kato.notation import (
    P_298,
    P_T,
    B_ccw,
    B_cw,
    B_ring,
    E_ccw_down,
    E_ccw_up,
    E_cw_down,
    E_cw_up,
    T,
    a_excited,
    a_ground,
    c_ccw_down,
    c_ccw_up,
    c_cw_down,
    c_cw_up,
    delta_T,
    k_B,
    ket_ccw_down,
    ket_ccw_up,
    ket_cw_down,
    ket_cw_up,
    ket_excited,
    ket_ground,
    ket_one,
    mu_B,
    p_ccw_down,
    p_ccw_up,
    p_cw_down,
    p_cw_up,
    s_down,
    s_up,
    x_external,
)
from derivations.kato.paper import paper
from derivations.kato.s3_stern_gerlach import DIRECTIONS, LEVELS, u3
from derivations.physics.states import basis, normalised, product, superposition
from derivations.physics.two_level import boltzmann_probability, excited_population, gap_in_field
from verify.claims import (
    CODATA_2022,
    SOURCE,
    approx,
    aside,
    equal,
    follows_from,
    greater,
    less,
    printed_number,
    reading,
)
from verify.units import kelvin, percent, tesla

HERE = "IV"
RADICAL = "the source lost a radical over this number"
HALF = Rational(1, 2)
ROOT = 1 / sqrt(2)
motions, spins = basis(2), basis(2)
CW_UP, CW_DOWN, CCW_UP, CCW_DOWN = (product(motion, spin) for motion in motions for spin in spins)

u5 = paper.given(
    "u5",
    where=HERE,
    printed=r"|K_{\mathrm{one},ns,X}(T)\rangle = a_{k_{ns,X,\mathrm{ground}}}(T) |k_{ns,X,\mathrm{ground}}\rangle + a_{k_{ns,X,\mathrm{excited}}}(T) |k_{ns,X,\mathrm{excited}}\rangle",
    lhs=ket_one,
    rhs=a_ground * ket_ground + a_excited * ket_excited,
    note="A state is one vector. What is in equilibrium at a temperature is a mixture, which has probabilities and no phases: the amplitudes are taken real and not negative.",
)
norm_T = paper.premise(
    "x.norm",
    where=HERE,
    printed=r"a_{k_{ns,X,\mathrm{ground}}}(T) = \sqrt{1 - a_{k_{ns,X,\mathrm{excited}}}(T)^2}",
    lhs=a_ground,
    rhs=sqrt(1 - a_excited**2),
    law="a state is normalised, where the two kets are, and orthogonal; the amplitude is real and not negative",
)
born = paper.premise(
    "x.born",
    where=HERE,
    printed=r"a_{k_{ns,X,\mathrm{excited}}}(T) = \sqrt{P_{k_{ns,X,\mathrm{excited}}}(T)}",
    lhs=a_excited,
    rhs=sqrt(P_T),
    law="the square of an amplitude is a probability (Born): P, of which the paper says 50 % in words, is the one of the excited states",
)
u6 = paper.step(
    "u6",
    where=HERE,
    printed=r"|K_{\mathrm{one},ns,X}(T)\rangle = (1 - P_{k_{ns,X,\mathrm{excited}}}(T)) |k_{ns,X,\mathrm{ground}}\rangle + P_{k_{ns,X,\mathrm{excited}}}(T) |k_{ns,X,\mathrm{excited}}\rangle",
    lhs=ket_one,
    rhs=(1 - P_T) * ket_ground + P_T * ket_excited,
    by=follows_from(u5, norm_T, born),
    readings=[
        reading(
            "with radicals",
            equal(ket_one, sqrt(1 - P_T) * ket_ground + sqrt(P_T) * ket_excited),
            by=follows_from(u5, norm_T, born),
            ground=SOURCE,
            of="√",
            condition="the source lost a radical over each of the two amplitudes",
        )
    ],
    note="As it was extracted the square of the norm is (1 − P)² + P², which is below one unless P is zero or one. As weights of a mixture, which is no ket, the extracted numbers would add up to one, (1 − P) + P = 1.",
    asides=[
        aside(
            "the square of the norm is (1 − P)² + P², which is below one unless P is zero or one",
            less((1 - P_T) ** 2 + P_T**2, 1),
            where=[P_T > 0, P_T < 1],
        ),
        aside("the extracted numbers would add up to one, (1 − P) + P = 1", equal((1 - P_T) + P_T, 1)),
    ],
)
u7 = paper.given(
    "u7",
    where=HERE,
    printed=r"|k_{ns,X,\mathrm{ground}}\rangle = c_{k\downarrow} |k\downarrow\rangle + c_{-k\uparrow} |-k\uparrow\rangle",
    lhs=ket_ground,
    rhs=c_cw_down * ket_cw_down + c_ccw_up * ket_ccw_up,
    note="The arrows are lost in the source; V and VI tell which states these are.",
)
u8 = paper.given(
    "u8",
    where=HERE,
    printed=r"|k_{ns,X,\mathrm{excited}}\rangle = c_{k\uparrow} |k\uparrow\rangle + c_{-k\downarrow} |-k\downarrow\rangle",
    lhs=ket_excited,
    rhs=c_cw_up * ket_cw_up + c_ccw_down * ket_ccw_down,
    note="The arrows are lost in the source; V and VI tell which states these are.",
)
u9 = paper.given(
    "u9",
    where=HERE,
    printed=r"x_{\mathrm{external}} = 0",
    lhs=x_external,
    rhs=0,
    note="A condition: no external field, electric or magnetic; it is written as a magnetic one, and no other line rests on it.",
)
u10 = paper.given(
    "u10",
    where=HERE,
    printed=r"the electron is in one of four states, |k↑⟩, |−k↓⟩, |k↓⟩, |−k↑⟩",
    lhs=p_cw_up + p_ccw_down + p_cw_down + p_ccw_up,
    rhs=1,
    note="A postulate, written as: their probabilities add up to 1. It takes the motions of t4 for granted: an orbital ns has the states of its spin alone (t4). Which have the same energy: u4.",
)
populations = tuple(
    paper.premise(
        f"x.{probability.name}",
        where=HERE,
        printed=printed,
        lhs=probability,
        rhs=boltzmann_probability(own, T, *(other for other in ALL if other != own), k_B=k_B),
        law="Boltzmann: the probability of a state in equilibrium, among the four states",
    )
    for ALL in ((E_cw_up, E_ccw_down, E_cw_down, E_ccw_up),)
    for probability, own, printed in (
        (p_cw_up, E_cw_up, r"the probability of |k↑⟩"),
        (p_ccw_down, E_ccw_down, r"the probability of |−k↓⟩"),
        (p_cw_down, E_cw_down, r"the probability of |k↓⟩"),
        (p_ccw_up, E_ccw_up, r"the probability of |−k↑⟩"),
    )
)
t6 = paper.claim(
    "t6",
    equal(p_cw_up, p_ccw_down),
    equal(p_cw_down, p_ccw_up),
    where=HERE,
    printed="at relatively high temperatures the two states of each level evenly convert",
    by=follows_from(*populations, *LEVELS),
    note="Decided: in equilibrium the two states of a level are equally probable, at every temperature. That they convert, and how rapidly, is not put into a formula.",
)
even_excited, even_ground, norm_excited, norm_ground = (
    paper.premise(
        f"x.{kind}.{level}",
        where=HERE,
        printed=printed,
        lhs=lhs,
        rhs=rhs,
        **ground,
    )
    for kind, level, printed, lhs, rhs, ground in (
        (
            "even",
            "excited",
            r"c_{k\uparrow}^2 = c_{-k\downarrow}^2",
            c_cw_up**2,
            c_ccw_down**2,
            {"page": "t6: the two states of a level convert evenly"},
        ),
        (
            "even",
            "ground",
            r"c_{k\downarrow}^2 = c_{-k\uparrow}^2",
            c_cw_down**2,
            c_ccw_up**2,
            {"page": "t6: the two states of a level convert evenly"},
        ),
        (
            "norm",
            "excited",
            r"c_{k\uparrow}^2 + c_{-k\downarrow}^2 = 1",
            c_cw_up**2 + c_ccw_down**2,
            1,
            {"law": "a state is normalised, and the four states are orthonormal"},
        ),
        (
            "norm",
            "ground",
            r"c_{k\downarrow}^2 + c_{-k\uparrow}^2 = 1",
            c_cw_down**2 + c_ccw_up**2,
            1,
            {"law": "a state is normalised, and the four states are orthonormal"},
        ),
    )
)
u11 = paper.step(
    "u11",
    where=HERE,
    printed=r"c_{k\uparrow} = c_{-k\downarrow} = 1/2",
    lhs=c_cw_up,
    rhs=(c_ccw_down, HALF),
    by=follows_from(even_excited, norm_excited),
    readings=[
        reading(
            "with a radical",
            equal(c_cw_up, c_ccw_down, ROOT),
            by=follows_from(even_excited, norm_excited),
            ground=SOURCE,
            of="√",
            condition=RADICAL,
        )
    ],
    note="For a state with two amplitudes of one half the square of the norm is one half; with the radical it is normalised. As weights of a mixture, which is no ket, the extracted numbers would add up to one.",
    asides=[
        aside(
            "For a state with two amplitudes of one half the square of the norm is one half",
            equal(2 * HALF**2, HALF),
        ),
        aside(
            "with the radical it is normalised",
            normalised(superposition((ROOT, CW_UP), (ROOT, CCW_DOWN))),
        ),
        aside("the extracted numbers would add up to one", equal(HALF + HALF, 1)),
    ],
)
u12 = paper.step(
    "u12",
    where=HERE,
    printed=r"c_{k\downarrow} = c_{-k\uparrow} = 1/2",
    lhs=c_cw_down,
    rhs=(c_ccw_up, HALF),
    by=follows_from(even_ground, norm_ground),
    readings=[
        reading(
            "with a radical",
            equal(c_cw_down, c_ccw_up, ROOT),
            by=follows_from(even_ground, norm_ground),
            ground=SOURCE,
            of="√",
            condition=RADICAL,
        )
    ],
)
u13 = paper.step(
    "u13",
    where=HERE,
    printed=r"|k_{ns,X,\mathrm{excited}}\rangle = (|k\uparrow\rangle + |-k\downarrow\rangle)/2",
    lhs=ket_excited,
    rhs=(ket_cw_up + ket_ccw_down) / 2,
    by=follows_from(u8, even_excited, norm_excited),
    readings=[
        reading(
            "with a radical",
            equal(ket_excited, (ket_cw_up + ket_ccw_down) / sqrt(2)),
            by=follows_from(u8, even_excited, norm_excited),
            ground=SOURCE,
            of="√",
            condition=RADICAL,
        )
    ],
    note="The brackets around the sum are lost in the source: that what stands below divides both terms is taken from u11.",
)
u14 = paper.step(
    "u14",
    where=HERE,
    printed=r"|k_{ns,X,\mathrm{ground}}\rangle = (|k\downarrow\rangle + |-k\uparrow\rangle)/2",
    lhs=ket_ground,
    rhs=(ket_cw_down + ket_ccw_up) / 2,
    by=follows_from(u7, even_ground, norm_ground),
    readings=[
        reading(
            "with a radical",
            equal(ket_ground, (ket_cw_down + ket_ccw_up) / sqrt(2)),
            by=follows_from(u7, even_ground, norm_ground),
            ground=SOURCE,
            of="√",
            condition=RADICAL,
        )
    ],
    note="The brackets around the sum are lost in the source: that what stands below divides both terms is taken from u12.",
)
t9 = paper.claim(
    "t9",
    less(s_up * B_cw, 0),
    less(s_down * B_ccw, 0),
    greater(s_down * B_cw, 0),
    greater(s_up * B_ccw, 0),
    where=HERE,
    printed=r"the direction of the moment is opposite to that of the field in |k↑⟩ and |−k↓⟩, and the same in |k↓⟩ and |−k↑⟩",
    by=follows_from(*DIRECTIONS, u3),
    note="Seen from the electron the nucleus, a positive charge, goes around as the electron does (t3b): a clockwise motion has a field that points down. "
    "The arrow is that of the moment, whose direction V prints (t15-s): for arrows of the spin both directions would be exchanged, and the ground states with the excited ones.",
    asides=[
        aside(
            "for arrows of the spin both directions would be exchanged",
            greater(-s_up * B_cw, 0),
            greater(-s_down * B_ccw, 0),
            less(-s_down * B_cw, 0),
            less(-s_up * B_ccw, 0),
            by=follows_from(*DIRECTIONS, u3),
        )
    ],
)
t10 = paper.claim(
    "t10",
    *(greater(excited, ground) for excited in (E_cw_up, E_ccw_down) for ground in (E_cw_down, E_ccw_up)),
    where=HERE,
    printed=r"the states |k↑⟩ and |−k↓⟩ are the excited ones, and |k↓⟩ and |−k↑⟩ the ground states",
    by=follows_from(*LEVELS, u3),
    note="In the energy −μ·B, with the arrow as the direction of the moment, which V prints (t15-s).",
)
t11 = paper.remark(
    "t11",
    where=HERE,
    printed="the energy curve is parabolic for the excited states at 298 K, and like a Mexican hat for the ground states at very low temperatures",
    why="Neither the energy curve nor the quantity over which it is drawn is given. The energies −μ·B of the states do not depend on the temperature.",
)
share = paper.premise(
    "x.P",
    where=HERE,
    printed=r"P_{298} = 1/(1 + \exp(2\mu_B B_{\mathrm{ring},ns,X}/(k_B T)))",
    lhs=P_298,
    rhs=excited_population(gap_in_field(mu_B, B_ring), T, k_B=k_B),
    law="Boltzmann, for two levels with two states each, which a Bohr magneton in the field has",
)
ABOUT = ("45", "55", "approximately 50 %: a tenth of it on either side")
KNOWN = {
    mu_B: CODATA_2022.mu_B,
    k_B: CODATA_2022.k_B,
    T: printed_number("298", kelvin),
}
t12 = paper.claim(
    "t12",
    *(
        approx(share_of, "50", unit=percent, within=ABOUT, constants=KNOWN | {B_ring: printed_number(field, tesla)})
        for field in ("0.1", "1")
        for share_of in (P_298, 1 - P_298)
    ),
    where=HERE,
    printed=r"the H 1s, Li 2s, Na 3s and K 4s electrons are in the excited states (approximately 50 %) and in the ground states at $298\,\mathrm{K}$",
    by=follows_from(share),
    note="Decided at both ends of the fields that V prints, 0.1 T and 1 T: it is 49.99 % and 49.89 %. It is less than one half in every field, and 45 % are left up to 44.5 T: no model of the field is needed. In the first one of t13 for H 1s, 12.5 T, it is 48.6 %.",
    asides=[
        aside(
            "0.1 T and 1 T: it is 49.99 % and 49.89 %",
            *(
                approx(P_298, number, unit=percent, constants=KNOWN | {B_ring: printed_number(field, tesla)})
                for field, number in (("0.1", "49.99"), ("1", "49.89"))
            ),
            by=follows_from(share),
            put_in=["0.1", "1"],
        ),
        aside("It is less than one half in every field", less(excited_population(delta_T, 1, k_B=1), HALF)),
        aside(
            "45 % are left up to 44.5 T",
            approx(k_B * T * log(Rational(55, 45)) / (2 * mu_B), "44.5", unit=tesla, constants=KNOWN),
            equal(excited_population(log(Rational(55, 45)), 1, k_B=1), Rational(45, 100)),
            put_in=["45"],
        ),
        aside(
            "In the first one of t13 for H 1s, 12.5 T, it is 48.6 %",
            approx(P_298, "48.6", unit=percent, constants=KNOWN | {B_ring: printed_number("12.5", tesla)}),
            by=follows_from(share),
            put_in=["12.5"],
        ),
    ],
)
