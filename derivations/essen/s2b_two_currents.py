"""Ballistic current and Larmor current, in numbers: (14) to (16)."""

from sympy import Eq, Ne, Rational, Symbol, pi

from derivations.essen.notation import (
    B_0,
    B,
    I_av,
    I_ballistic,
    I_Phi,
    N,
    N_s,
    Phi,
    Phi_0,
    R,
    R_au,
    a_0,
    alpha,
    c,
    e_2,
    ell,
    epsilon_0,
    h,
    hbar,
    loop_area,
    m,
    mu_B,
    mu_II,
    n_phi,
    per_tesla,
    r_s,
    share,
    speed_au,
    top,
    unpaired,
    v_F,
    v_F_au,
    v_Phi,
    v_Phi_au,
)
from derivations.essen.paper import paper
from derivations.essen.s2a_circle import eq13_alike
from verify.claims import (
    AMBIGUITY,
    CODATA_2022,
    CONVENTION,
    ROUNDING,
    Input,
    UnitSystem,
    approx,
    aside,
    at_most,
    correction,
    equal,
    follows_from,
    order_of,
    printed_number,
    reading,
    rounded,
    specialise,
    substitute,
)
from verify.units import ampere, metre, micro, nano, tesla, to_si

HERE = "II.B"
SPEED_CU = {
    speed_au: rounded("1.92"),
    r_s: rounded("2.67"),  # N. W. Ashcroft and N. D. Mermin, Solid State Physics (1976), table 1.1
}
CONSTANTS = {e_2: CODATA_2022.e, m: CODATA_2022.m_e, c: CODATA_2022.c}

planck = paper.premise("x.h", where=HERE, printed=r"h = 2\pi\hbar", lhs=h, rhs=2 * pi * hbar, law="definition of ħ")
level_current = e_2 * hbar / (2 * pi * m * R**2)
highest = paper.premise(
    "x.kF",
    where=HERE,
    printed=r"v_F = \frac{k\hbar}{mR}",
    lhs=v_F,
    rhs=top * hbar / (m * R),
    law="the speed of a free electron in the highest filled level of the ring, k",
)
sea = paper.premise(
    "x.sea",
    where=HERE,
    printed=r"the electrons are free, in a single channel and in their ground state: $I_0 = \frac{|e|\hbar}{2\pi m R^2} k n_1$",
    lhs=I_ballistic,
    rhs=level_current * top * unpaired,
    assumption="of the levels, only the highest, k and −k, can be filled differently, by n_1 electrons",
)
I_0 = paper.claim(
    "II.B-I0",
    at_most(-2, I_ballistic / (e_2 * v_F / (2 * pi * R)), 2),
    by=follows_from(highest, sea),
    where=HERE,
    conditions=[unpaired >= -2, unpaired <= 2],
    printed="the ballistic current is at most of the order of magnitude of a few e v_F/(2πR)",
    note="The level n carries the current n eħ/(2πmR²), so that filled levels of opposite n cancel, and k eħ/(2πmR²) = e v_F/(2πR); with two electrons of opposite spin "
    "in a level, 'a few' is two at most. For metals with many channels the bound is cited from [25].",
    asides=[
        aside(
            "k eħ/(2πmR²) = e v_F/(2πR)",
            equal(top * level_current, e_2 * v_F / (2 * pi * R)),
            where=[Eq(m * v_F * R, top * hbar)],
        ),
    ],
)
eq15 = paper.given(
    "15",
    where=HERE,
    printed=r"\Phi = n_\phi \frac{hc}{|e|} \equiv n_\phi \Phi_0",
    lhs=Phi,
    rhs=(n_phi * h * c / e_2, n_phi * Phi_0),
)
eq14 = paper.step(
    "14",
    where=HERE,
    printed=r"I_\Phi = \frac{\Phi}{4\pi^2 R^2} N \frac{e^2}{mc}",
    lhs=I_Phi,
    rhs=Phi / (4 * pi**2 * R**2) * N * e_2**2 / (m * c),
    by=follows_from(eq13_alike),
    readings=[
        reading(
            "flux in the opposite sense",
            equal(I_Phi, Phi / (4 * pi**2 * R**2) * N * e_2**2 / (m * c)),
            equal(I_Phi * pi * R**2, -N * n_phi * e_2 * hbar / (2 * m)),
            by=follows_from(specialise(eq13_alike, {Phi: -Phi}, general=True), eq15.link(0), planck),
            ground=CONVENTION,
            condition="the flux of (14) to (16) is counted in the opposite sense to that of (13)",
        ),
        correction("sign", equal(I_Phi, -Phi / (4 * pi**2 * R**2) * N * e_2**2 / (m * c)), by=follows_from(eq13_alike)),
    ],
    note="The current opposes the flux: (8), (13), (16), (18) and I_Φ πR² = −N n_φ μ_B, all printed with the same letters, "
    "have the minus sign that is missing here. Counting the flux in the opposite sense would mend (14) and spoil those.",
)
magneton_gaussian = paper.premise(
    "x.muB",
    where=HERE,
    printed=r"\mu_B = \frac{|e|\hbar}{2mc}",
    lhs=mu_B,
    rhs=e_2 * hbar / (2 * m * c),
    law="the Bohr magneton in Gaussian units (J. D. Jackson, Classical Electrodynamics, 3rd ed., section 5.6)",
)
magneton_here = paper.premise(
    "x.muB-here",
    where=HERE,
    printed=r"\mu_B = \frac{|e|\hbar}{2m}",
    lhs=mu_II,
    rhs=e_2 * hbar / (2 * m),
    page="printed beside it, see II.B-muB",
)
I_piR2 = paper.step(
    "II.B-IpiR2",
    where=HERE,
    printed=r"we get the expression $I_\Phi \pi R^2 = -N n_\phi \mu_B$",
    lhs=I_Phi * pi * R**2,
    rhs=-N * n_phi * mu_II,
    by=follows_from(eq14, eq15.link(0), planck, magneton_here),
    note="With the sign that (14) prints the right-hand side would be N n_φ μ_B.",
    asides=[
        aside(
            "With the sign that (14) prints the right-hand side would be N n_φ μ_B",
            equal(I_Phi * pi * R**2, N * n_phi * mu_II),
            by=follows_from(eq14, eq15.link(0), planck, magneton_here),
        )
    ],
)
magneton = paper.cross_reference(
    "II.B-muB",
    where=HERE,
    printed=r"$\mu_B = \frac{|e|\hbar}{2m}$ is the Bohr magneton",
    lhs=mu_B,
    rhs=e_2 * hbar / (2 * m),
    by=follows_from(magneton_gaussian),
    readings=[
        reading(
            "SI units",
            approx(
                e_2 * h / (2 * pi) / (2 * m),
                "9.2740101e-24",
                within=("9.27401005e-24", "9.27401015e-24", "the recommended value to eight digits"),
                unit=ampere * metre**2,
                constants={e_2: CODATA_2022.e, h: CODATA_2022.h, m: CODATA_2022.m_e},
            ),
            ground=CONVENTION,
            units=UnitSystem.SI,
            condition="this line is in SI units, where the Bohr magneton has no c; the units around it are Gaussian",
        )
    ],
    note="Compared with the recommended value of the Bohr magneton, 9.2740101·10⁻²⁴ J/T, in the SI reading.",
)
si = paper.identity(
    "II.B-SI",
    where=HERE,
    printed="(14) in SI units: without c",
    lhs=to_si(Phi, c=c, epsilon_0=epsilon_0)
    / Phi
    * (to_si(e_2, c=c, epsilon_0=epsilon_0) / e_2) ** 2
    / (to_si(I_Phi, c=c, epsilon_0=epsilon_0) / I_Phi),
    rhs=c,
    note="Every Gaussian quantity is its SI one times a factor of 4π, ε_0 and c. In (14) these factors make Φe²/I_Φ larger by c, "
    "which cancels the c below.",
)
PhiB = paper.given(
    "II.B-PhiB",
    where=HERE,
    printed=r"\Phi = B\pi R^2",
    lhs=Phi,
    rhs=B * pi * R**2,
    note="A uniform field.",
)
eq16 = paper.claim(
    "16",
    approx(I_Phi / (N * B), "-2.242", unit=nano * ampere / tesla, constants=CONSTANTS),
    by=follows_from(eq13_alike, PhiB),
    where=HERE,
    conditions=[Ne(B, 0)],
    printed=r"I_\Phi = -N \cdot B \cdot 2.242 \text{ nA/T}",
    note="I_Φ/(NB) from (13) with Φ = BπR², sign included.",
)
eq16_14 = paper.claim(
    "16-from14",
    approx(
        I_Phi / (N * B),
        "-2.242",
        unit=nano * ampere / tesla,
        constants=CONSTANTS,
    ),
    by=substitute(PhiB, into=eq14),
    where=HERE,
    conditions=[Ne(B, 0)],
    printed=r"(14) with $\Phi = B\pi R^2$ can be rewritten as $I_\Phi = -N \cdot B \cdot 2.242 \text{ nA/T}$",
    note="(14) as printed has the opposite sign.",
    asides=[
        aside(
            "(14) as printed has the opposite sign",
            approx(I_Phi / (N * B), "2.242", unit=nano * ampere / tesla, constants=CONSTANTS),
            by=substitute(PhiB, into=eq14),
        )
    ],
)
speed_in_au = paper.premise(
    "x.vphi-au",
    where=HERE,
    printed="the Larmor speed in atomic units is v_Φ m a_0/ħ",
    lhs=v_Phi_au,
    rhs=v_Phi * m * a_0 / hbar,
    law="the atomic unit of speed, ħ/(m a_0)",
)
radius_in_au = paper.premise(
    "x.R-au",
    where=HERE,
    printed="the radius of the ring in atomic units is R/a_0",
    lhs=R_au,
    rhs=R / a_0,
    law="the atomic unit of length, the Bohr radius",
)
v_phi = paper.step(
    "II.B-vphi",
    where=HERE,
    printed=r"the Larmor speed is, in atomic units, $v_\Phi = n_\phi/R$",
    lhs=v_Phi_au,
    rhs=n_phi / R_au,
    by=follows_from(
        speed_in_au,
        radius_in_au,
        paper.premise(
            "x.vphi",
            where=HERE,
            printed=r"v_\Phi = \frac{|e|\Phi}{2\pi m c R}",
            lhs=v_Phi,
            rhs=e_2 * Phi / (2 * pi * m * c * R),
            page="(7): R times the part of the angular velocity that the flux brings, for the charge −|e|",
        ),
        eq15.link(0),
        planck,
    ),
)
v_free = paper.premise(
    "x.vF",
    where=HERE,
    printed=r"v_F = (9\pi/4)^{1/3}/r_s",
    lhs=v_F_au,
    rhs=(9 * pi / 4) ** Rational(1, 3) / r_s,
    law="the Fermi velocity of free electrons in atomic units (N. W. Ashcroft and N. D. Mermin, Solid State Physics, chapter 2)",
)
v_Fermi = paper.claim(
    "II.B-vF",
    approx(v_F_au * r_s, "1.92"),
    by=follows_from(v_free),
    where=HERE,
    printed=r"in atomic units, $v_F = 1.92/r_s$",
)
one_quantum = paper.premise(
    "x.one-quantum",
    where=HERE,
    printed=r"v_\Phi = 2\pi a_0/\ell",
    lhs=v_Phi_au,
    rhs=2 * pi * a_0 / ell,
    assumption="II.B-vphi for one flux quantum, the number that II.B names for the rings, and the circumference ℓ",
)
v_less = paper.claim(
    "II.B-ll",
    approx(
        v_Phi_au / v_F_au,
        "0.1",
        constants={r_s: rounded("2.67"), a_0: CODATA_2022.a_0, ell: rounded("2.2", micro * metre)},
        within=("0", "0.1", "much less: by a factor of ten or more"),
    ),
    by=follows_from(one_quantum, v_free),
    where=HERE,
    printed=r"v_\Phi \ll v_F",
    note="For one flux quantum and the copper rings of the paper: circumference 2.2 μm, r_s = 2.67 "
    "(Ashcroft and Mermin, table 1.1), and any numbers that round to these.",
)
fermi_cu = speed_au / r_s * alpha * c
INPUTS = SPEED_CU | {e_2: CODATA_2022.e, alpha: CODATA_2022.alpha, c: CODATA_2022.c}
NANOAMPERE = share * e_2 * fermi_cu / ell
PRINTED = {name: printed_number(text) for name, text in {share: "3e-3", speed_au: "1.92", r_s: "2.67"}.items()}
SMALLEST = {name: printed_number(text) for name, text in {share: "2.5e-3", speed_au: "1.915", r_s: "2.675"}.items()}
LARGEST = {name: printed_number(text) for name, text in {share: "3.5e-3", speed_au: "1.925", r_s: "2.665"}.items()}
ENDS = {
    "0.344": INPUTS | PRINTED | {ell: printed_number("2.2", micro * metre)},
    "0.28": INPUTS | SMALLEST | {ell: printed_number("2.25", micro * metre)},
    "0.41": INPUTS | LARGEST | {ell: printed_number("2.15", micro * metre)},
}
"""The current in nA for the inputs as printed, and at the ends of what rounds to them."""
average = paper.premise(
    "x.Iav",
    where=HERE,
    printed=r"I_{\text{av}} = c_1 ev_F/\ell",
    lhs=I_av,
    rhs=share * e_2 * v_F / ell,
    page="printed, with the number 3·10⁻³ for c_1",
)
fermi_of_copper = paper.premise(
    "x.vF-Cu",
    where=HERE,
    printed="v_F is k_F/r_s atomic units of speed, k_F = 1.92 of II.B-vF",
    lhs=v_F,
    rhs=fermi_cu,
    page="printed; the atomic unit of speed is αc",
)
I_average = paper.claim(
    "Levy-Iav",
    approx(
        I_av,
        "0.36",
        unit=nano * ampere,
        constants=INPUTS | {share: printed_number("3e-3"), ell: printed_number("2.2", micro * metre)},
    ),
    by=follows_from(average, fermi_of_copper),
    where=HERE,
    printed=r"$I_{\text{av}} = 3 \cdot 10^{-3} \cdot ev_F/\ell = 0.36 \text{ nA}$ in Cu rings of circumference $\ell = 2.2\,\mu\text{m}$",
    readings=[
        reading(
            "rounded inputs",
            approx(
                I_av,
                "0.36",
                unit=nano * ampere,
                constants=INPUTS | {share: rounded("3e-3"), ell: rounded("2.2", micro * metre)},
                somewhere=True,
            ),
            by=follows_from(average, fermi_of_copper),
            ground=ROUNDING,
            condition="3·10⁻³ and 2.2 μm are rounded numbers, as their digits say; inputs exactly as printed give 0.344 nA, their roundings 0.28 to 0.41 nA",
        )
    ],
    asides=[
        aside(
            "inputs exactly as printed give 0.344 nA, their roundings 0.28 to 0.41 nA",
            *(approx(NANOAMPERE, number, unit=nano * ampere, constants=inputs) for number, inputs in ENDS.items()),
        )
    ],
    note="v_F = 1.92/r_s atomic units with r_s = 2.67 (Ashcroft and Mermin, table 1.1), both rounded.",
)
FIELD = {h: CODATA_2022.h, e_2: CODATA_2022.e}
loops = paper.premise(
    "x.loops",
    where=HERE,
    printed=r"the copper rings are square loops: $A = (\ell/4)^2$",
    lhs=loop_area,
    rhs=(ell / 4) ** 2,
    assumption="a fact of the cited experiment, not of the paper, which speaks of rings (L. P. Lévy, G. Dolan, J. Dunsmuir and H. Bouchiat, Phys. Rev. Lett. 64, 2074 (1990))",
)
field_of_one = paper.premise(
    "x.B0",
    where=HERE,
    printed=r"B_0 = \frac{hc}{|e| A}",
    lhs=B_0,
    rhs=h * c / e_2 / loop_area,
    page="the flux quantum of (15) over the area of a loop",
)
B_quantum = paper.claim(
    "Levy-B0",
    approx(
        B_0,
        "1.3e-2",
        unit=tesla,
        constants=FIELD | {c: CODATA_2022.c, ell: printed_number("2.2", micro * metre)},
    ),
    by=follows_from(loops, field_of_one),
    where=HERE,
    printed=r"the magnetic field $B_0 = 1.3 \cdot 10^{-2} \text{ T}$ corresponds to the flux quantum $\Phi_0$",
    note="For a circle of circumference 2.2 μm the field of one flux quantum is 1.07·10⁻² T.",
    asides=[
        aside(
            "For a circle of circumference 2.2 μm the field of one flux quantum is 1.07·10⁻² T",
            approx(
                h * c / e_2 / (pi * (ell / (2 * pi)) ** 2),
                "1.07e-2",
                unit=tesla,
                constants=FIELD | {c: CODATA_2022.c, ell: printed_number("2.2", micro * metre)},
            ),
        )
    ],
)
MEASURED = {I_Phi: rounded("0.36", nano * ampere), per_tesla: rounded("2.242", nano * ampere / tesla)}
AS_PRINTED = {I_Phi: printed_number("0.36", nano * ampere), per_tesla: printed_number("2.242", nano * ampere / tesla)}
FEWEST: dict[Symbol, Input] = {
    I_Phi: printed_number("0.355", nano * ampere),
    per_tesla: printed_number("2.2425", nano * ampere / tesla),
    B: printed_number("1.35e-2", tesla),
}
MOST: dict[Symbol, Input] = {
    I_Phi: printed_number("0.365", nano * ampere),
    per_tesla: printed_number("2.2415", nano * ampere / tesla),
    B: printed_number("1.25e-2", tesla),
}
AT_B_0 = AS_PRINTED | {B: printed_number("1.3e-2", tesla)}
from_16 = paper.premise(
    "x.16",
    where=HERE,
    printed=r"N = \frac{I_\Phi}{I_1 B}",
    lhs=N_s,
    rhs=I_Phi / (per_tesla * B),
    page="(16) solved for N, in magnitude, I_1 its 2.242 nA/T",
)
N_levy = paper.claim(
    "Levy-N",
    approx(N_s, "1e2", constants=MEASURED | {B: rounded("1.3e-2", tesla)}),
    by=follows_from(from_16),
    where=HERE,
    printed=r"a Larmor current of 0.36 nA at the field of one flux quantum gives $N \approx 100$",
    readings=[
        reading(
            "order of magnitude",
            order_of(N_s, "1e2", constants=MEASURED | {B: rounded("1.3e-2", tesla)}),
            by=follows_from(from_16),
            ground=AMBIGUITY,
            of=r"\approx",
            condition="'≈ 100' is an order of magnitude, within half a decade",
        ),
        correction(
            "half a flux quantum",
            order_of(2 * I_Phi / (per_tesla * B), "1e2", constants=MEASURED | {B: rounded("1.3e-2", tesla)}),
            condition="the field of the measurement is that of half a flux quantum, and '≈ 100' an order of magnitude",
        ),
        correction(
            "what (16) gives",
            approx(I_Phi / (per_tesla * B), "12", constants=AS_PRINTED | {B: printed_number("1.3e-2", tesla)}),
        ),
    ],
    note="(16) gives 12 electrons at the field B_0 that is named: 11.7 to 13.0 with any numbers that round to the printed ones. A tenth or an "
    "eighth of that field would give about 100. I_1 stands for the 2.242 nA/T of (16).",
    asides=[
        aside(
            "(16) gives 12 electrons at the field B_0 that is named: 11.7 to 13.0",
            approx(I_Phi / (per_tesla * B), "12", constants=AT_B_0),
            approx(I_Phi / (per_tesla * B), "11.7", constants=FEWEST),
            approx(I_Phi / (per_tesla * B), "13.0", constants=MOST),
        ),
        aside(
            "A tenth or an eighth of that field would give about 100",
            approx(I_Phi / (per_tesla * B / 10), "1e2", constants=AT_B_0),
            approx(I_Phi / (per_tesla * B / 8), "1e2", constants=AT_B_0),
        ),
    ],
)
rings = paper.remark(
    "Levy-rings",
    where="II.B/IV.B",
    printed="10⁷ Cu rings at 7 – 400 mK [19]; 7 mK and currents of (0.3 − 2.0) e v_F/(2πR) in [20]",
    why="Results of experiments, cited.",
)
ballistic = paper.remark(
    "II.B-ballistic",
    where=HERE,
    printed="the currents of [20] can only be ballistic",
    why="An interpretation of an experiment; the paper gives no numbers from which a Larmor current could be excluded.",
)
