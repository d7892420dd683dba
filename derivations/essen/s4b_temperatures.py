"""The one-dimensional atom in numbers: its Bohr radius, its energy (46), and the temperatures."""

from sympy import Integer, Integral, Rational, Symbol, diff, exp, log, pi, sqrt

from derivations.essen.notation import (
    E_F,
    J_F,
    Z_F,
    E_1d,
    E_3d,
    R,
    T_h,
    a,
    a_0,
    a_0_au,
    a_m,
    a_m_length,
    alpha,
    c,
    coefficient_am,
    delta,
    m,
    r_au,
    r_s,
    ratio,
    speed_au,
    tau,
    tau_high,
    tau_low,
    tau_ring,
    u,
)
from derivations.essen.paper import paper
from derivations.essen.s4b_hydrogen import energy_F, eq43, momentum_F
from verify.claims import (
    AMBIGUITY,
    CODATA_2022,
    DOMAIN,
    Equation,
    Input,
    approx,
    aside,
    correction,
    decimal,
    diverges,
    equal,
    follows_from,
    order_of,
    printed_number,
    reading,
    rounded,
    soft_ground_state,
    specialise,
)
from verify.units import kelvin, metre, micro, milli, nano

HERE = "IV.B"
HARTREE_IN_MILLIKELVIN = decimal("315775024.8")  # E_h/k_B, CODATA 2022: 3.1577502480e5 K
CONSTANTS: dict[Symbol, Input] = {alpha: CODATA_2022.alpha, a_0: CODATA_2022.a_0}
HARTREE: dict[Symbol, Input] = {T_h: decimal("315775.0248")}  # the same
# r_s: N. W. Ashcroft and N. D. Mermin, Solid State Physics, table 1.1
GOLD: dict[Symbol, Input] = {r_s: rounded("3.01")}
COPPER: dict[Symbol, Input] = {r_s: rounded("2.67")}
THICK: dict[Symbol, Input] = {a: rounded("8e1", nano * metre)}  # a ≈ 80 nm, of the gold ring
RING: dict[Symbol, Input] = {tau_ring: rounded("7", milli * kelvin)}
SEVEN: dict[Symbol, Input] = {tau_ring: printed_number("7", milli * kelvin)}
MUCH_LARGER = ("10", "1e6", "much larger: by a factor of ten or more")
ONE_TO_TWO = ("0.5", "2.5", "roughly 1 – 2 mK, each end rounded to its digit")
BELOW = ("0.1", "1", "below, by a factor of ten at most")
SAME_THICKNESS = "the Cu rings, whose thickness the page does not give, are as thick as the gold ring"
fermi_au = (9 * pi / 4) ** Rational(2, 3) / 2  # Fermi energy of free electrons times r_s², in hartree


trial = exp(-r_au / a_m)
schroedinger = paper.premise(
    "x.schroedinger",
    where=HERE,
    printed="−ψ'' − 2ψ'/r − (Z_F/r)ψ = E_3d ψ for ψ = exp(−r/a_m)",
    lhs=-diff(trial, r_au, 2) - 2 * diff(trial, r_au) / r_au - Z_F / r_au * trial,
    rhs=E_3d * trial,
    law="the ground state of (44) in three dimensions, in atomic units with μ = 1/2; it holds at every r",
)
at_two_places = follows_from(
    specialise(schroedinger, {r_au: 1}, general=True), specialise(schroedinger, {r_au: 2}, general=True)
)
am = paper.step(
    "IV.B-am",
    where=HERE,
    printed=r"a_m = 2/Z_F",
    lhs=a_m,
    rhs=2 / Z_F,
    by=at_two_places,
    note="a_m is the length in the ground state exp(−r/a_m) of (44).",
)
fermi = paper.premise(
    "x.fermi",
    where=HERE,
    printed=r"\mathcal{E}_F = \frac{1}{2} \left(\frac{9\pi}{4}\right)^{2/3} \frac{\alpha^2 m c^2}{r_s^2}",
    lhs=E_F,
    rhs=fermi_au / r_s**2 * alpha**2 * m * c**2,
    law="the Fermi energy of free electrons (N. W. Ashcroft and N. D. Mermin, Solid State Physics, chapter 2); one hartree is α²mc²",
)
twice_E_F = Equation("43 (twice the Fermi energy)", Z_F, 2 * E_F / (m * c**2))
SINGLE = (eq43.ends, fermi)  # Z_F = E_F/(mc²), as (43) prints it
DOUBLE = (twice_E_F, fermi)  # Z_F = J_F²/(mR²)/(mc²), as (43) defines it
IF_DOUBLE = "Z_F is the J_F²/(mR²)/(mc²) of (43), which is twice the printed E_F/(mc²)"
am_number = paper.value(
    "IV.B-amnum",
    equal(a_m, 2 / Z_F),
    approx(2 / Z_F / (r_s**2 / a_0_au), "1.52e4", constants={alpha: CODATA_2022.alpha, a_0_au: Integer(1)}),
    where=HERE,
    printed=r"a_m = 2/Z_F \approx 1.52 \cdot 10^4 r_s^2/a_0",
    by=follows_from(am, *SINGLE),
    readings=[
        correction(
            "twice the Fermi energy",
            approx(2 / Z_F / r_s**2, "1.52e4", constants=CONSTANTS),
            by=follows_from(*DOUBLE),
            condition=IF_DOUBLE,
        ),
        correction(
            "Fermi velocity of II.B",
            approx(2 / (speed_au**2 / 2 * alpha**2), "1.52e4", constants=CONSTANTS | {speed_au: rounded("1.92")}),
            condition="the Fermi energy is that of the rounded v_F = 1.92/r_s printed in II.B",
        ),
        correction(
            "mean energy",
            approx(2 / (Rational(3, 5) * fermi_au * alpha**2), "1.52e4", constants=CONSTANTS),
            condition="E_F is the mean energy, three fifths of the Fermi energy",
        ),
        correction(
            "as (43) prints Z_F", approx(2 / Z_F / r_s**2, "2.04e4", constants=CONSTANTS), by=follows_from(*SINGLE)
        ),
    ],
    note="Z_F = E_F/(mc²) with the Fermi energy of free electrons. The printed number arises from mv_F² with the momentum π/(2r_s), up to which "
    "electrons of one spin, one for each 2r_s, fill a line. The page speaks of a one-dimensional Fermi surface, but prints v_F = 1.92/r_s and takes "
    "the standard Fermi energy; this was seen after the number, so it is no reading. The printed a_m is what the author "
    "used later: it gives the 1 – 2 mK of IV.B-T1d.",
    asides=[
        aside(
            "which is twice the printed E_F/(mc²)",
            equal(J_F**2 / (m * R**2) / (m * c**2), 2 * E_F / (m * c**2)),
            by=follows_from(momentum_F, energy_F),
        ),
        aside(
            "the mean energy, three fifths of the Fermi energy",
            equal(Integral(u**4, (u, 0, 1)) / Integral(u**2, (u, 0, 1)), Rational(3, 5)),
        ),
        aside(
            "The printed number arises from mv_F² with the momentum π/(2r_s)",
            approx(2 / ((pi / 2) ** 2 * alpha**2), "1.52e4", constants=CONSTANTS),
        ),
    ],
)
AM_PRINTED = Equation("IV.B-amnum", a_m, coefficient_am * r_s**2)  # as printed, in Bohr radii
AS_WRITTEN = CONSTANTS | {coefficient_am: printed_number("1.52e4")}
E3d = paper.step(
    "IV.B-E3d",
    where=HERE,
    printed=r"E_{3d} = -1/a_m^2 = -Z_F^2/4",
    lhs=E_3d,
    rhs=(-1 / a_m**2, -(Z_F**2) / 4),
    by=at_two_places,
)
AS_46_PRINTS = Equation("46", E_1d, -((2 * log(a_m * a_0 / a)) ** 2) / a_m**2)
AU_80: dict[Symbol, Input] = {r_s: printed_number("3.01"), a: printed_number("80", nano * metre)}
CU_80: dict[Symbol, Input] = {r_s: printed_number("2.67"), a: printed_number("80", nano * metre)}
"""The rings exactly as they are written, both with the thickness of the gold ring."""


T3d = paper.value(
    "IV.B-T3d",
    order_of(-E_3d * T_h, "0.1", unit=milli * kelvin, constants=CONSTANTS | GOLD | HARTREE),
    order_of(-E_3d * T_h, "0.1", unit=milli * kelvin, constants=CONSTANTS | COPPER | HARTREE),
    where=HERE,
    printed=r"the ground state energy in three dimensions corresponds to a temperature of $\sim 0.1 \text{ mK}$",
    by=follows_from(E3d.ends, *SINGLE),
    note="For Au (r_s = 3.01) and Cu (r_s = 2.67; Ashcroft and Mermin, table 1.1), the metals of the paper. No single Z_F serves the page: see IV.B-T1d.",
)
decaying = exp(-2 * r_au / delta)
logarithm = paper.value(
    "IV.B-log",
    equal(
        -(diff(decaying, r_au, 2) + delta / r_au * diff(decaying, r_au)) / 2 - decaying / r_au, -2 / delta**2 * decaying
    ),
    diverges(2 / delta**2, delta, 0),
    equal((-2 / delta**8) / (-2 / delta**4), (-2 / delta**4) / (-2 / delta**2)),
    where=HERE,
    conditions=[delta < 1],
    printed="ground state energy → −∞ as a logarithm for dimension → 1",
    readings=[
        reading(
            "thickness of the ring",
            diverges((2 * log(1 / delta)) ** 2, delta, 0),
            equal(
                (-((2 * log(1 / delta**4)) ** 2)) / (-((2 * log(1 / delta**2)) ** 2)),
                (-((2 * log(1 / delta**2)) ** 2)) / (-((2 * log(1 / delta)) ** 2)),
            ),
            where=[delta < 1],
            ground=AMBIGUITY,
            of="dimension",
            condition="the approach to one dimension is that of the thickness, a/a_m → 0 in (46), not of the number of dimensions",
        )
    ],
    note="The energy grows beyond every bound, and as a power of a logarithm, which has f(δ⁴)/f(δ²) = f(δ²)/f(δ). Hydrogen in D dimensions has E = −2/(D − 1)² hartree, "
    "with the state exp(−2r/(D − 1)), which has no nodes: decided first, a power of δ = D − 1; in the thickness, (46) is the square of a logarithm.",
)
WHERE_46_IS_USED = (72, 91, 96, 100, 122)
"""a_m/a: 10² as printed; of Cu and Au at 80 nm, 72 and 91 with the printed a_m, 96 and 122 with E_F/(mc²)."""
A_QUARTER = soft_ground_state((2 * log(ratio)) ** 2, ratio, at=WHERE_46_IS_USED, between=("0.24", "0.26"))
"""The exact energy over that of (46), at all of these."""
eq46 = paper.value(
    "46",
    soft_ground_state((2 * log(ratio)) ** 2, ratio, at=WHERE_46_IS_USED, energy=(E_1d, -1 / a_m**2)),
    where=HERE,
    printed=r"E_{1d} = -\frac{1}{a_m^2} [2 \ln(a_m/a)]^2",
    readings=[
        correction(
            "leading logarithm",
            soft_ground_state((2 * log(ratio)) ** 2, ratio, at=WHERE_46_IS_USED, leading=True),
            condition="(46) is the leading term for a/a_m → 0, not an equality; at the paper's a_m/a ≈ 10² it is four times too large",
        )
    ],
    note="The potential (45), solved exactly: in units of 1/a_m² the printed energy is κ² = [2 ln(a_m/a)]². At a_m/a = 10² the exact one is 21.2.",
    asides=[
        aside("at the paper's a_m/a ≈ 10² it is four times too large", A_QUARTER, put_in=["4"]),
        aside(
            "At a_m/a = 10² the exact one is 21.2",
            soft_ground_state(decimal("21.2"), ratio, at=(100,), between=("0.998", "1.002")),
        ),
    ],
)
radius_of_pair = paper.premise(
    "x.am-length",
    where=HERE,
    printed="the Bohr radius of the pair is a_m times a_0",
    lhs=a_m_length,
    rhs=a_m * a_0,
    page="a_m is in atomic units",
)
condition_46 = paper.value(
    "46-cond",
    approx(a_m_length / a, "10", constants=CONSTANTS | GOLD | THICK, within=MUCH_LARGER),
    approx(a_m_length / a, "10", constants=CONSTANTS | COPPER, within=MUCH_LARGER),
    where=HERE,
    printed=r"the condition $a \ll a_m$ is clearly satisfied in both experiments",
    by=follows_from(radius_of_pair, am, *SINGLE),
    readings=[
        reading(
            "as thick as the gold ring",
            approx(a_m_length / a, "10", constants=CONSTANTS | GOLD | THICK, within=MUCH_LARGER),
            approx(a_m_length / a, "10", constants=CONSTANTS | COPPER | THICK, within=MUCH_LARGER),
            by=follows_from(radius_of_pair, am, *SINGLE),
            ground=DOMAIN,
            condition=SAME_THICKNESS,
        ),
    ],
    note="For any thickness of the Au ring and r_s that round to 80 nm and to the tables. A Cu ring may be up to 0.77 μm thick.",
    asides=[
        aside(
            "A Cu ring may be up to 0.77 μm thick",
            approx(a_m * a_0 / 10, "0.77", unit=micro * metre, constants=CONSTANTS | COPPER),
            by=follows_from(am, *SINGLE),
        )
    ],
)
quotient = paper.premise(
    "x.ratio",
    where=HERE,
    printed="the Bohr radius of the pair, a_m times a_0, over the thickness a",
    lhs=ratio,
    rhs=a_m * a_0 / a,
    page="a_m is in atomic units",
)
ratio_au = paper.value(
    "IV.B-ratio",
    approx(ratio, "1e2", constants=CONSTANTS | GOLD | THICK),
    where=HERE,
    printed=r"for the gold ring with $a \approx 80 \text{ nm}$ one finds that $a_m/a \approx 10^2$",
    by=follows_from(quotient, am, *SINGLE),
    note="r_s = 3.01 (Ashcroft and Mermin, table 1.1); a = 75 to 85 nm gives 115 to 130, and with the printed a_m 86 to 97.",
    asides=[
        aside(
            "a = 75 to 85 nm gives 115 to 130",
            approx(a_m * a_0 / a, "130", constants=AS_WRITTEN | AU_80 | {a: printed_number("75", nano * metre)}),
            approx(a_m * a_0 / a, "115", constants=AS_WRITTEN | AU_80 | {a: printed_number("85", nano * metre)}),
            by=follows_from(am, *SINGLE),
        ),
        aside(
            "with the printed a_m 86 to 97",
            approx(a_m * a_0 / a, "97", constants=AS_WRITTEN | AU_80 | {a: printed_number("75", nano * metre)}),
            approx(a_m * a_0 / a, "86", constants=AS_WRITTEN | AU_80 | {a: printed_number("85", nano * metre)}),
            by=follows_from(AM_PRINTED),
        ),
    ],
)
ratio_cu = paper.value(
    "IV.B-ratioCu",
    approx(a_m * a_0 / a, "1e2", constants=CONSTANTS | COPPER),
    where=HERE,
    printed="similar values for the Cu rings",
    by=follows_from(am, *SINGLE),
    readings=[
        reading(
            "as thick as the gold ring",
            approx(a_m * a_0 / a, "1e2", constants=CONSTANTS | COPPER | THICK),
            by=follows_from(am, *SINGLE),
            ground=DOMAIN,
            condition=SAME_THICKNESS,
        ),
    ],
    note="r_s = 2.67 (Ashcroft and Mermin, table 1.1). At 80 nm a_m/a is 96, with the printed a_m 72. No single Z_F serves the page: "
    "see IV.B-T1d.",
    asides=[
        aside(
            "At 80 nm a_m/a is 96",
            approx(a_m * a_0 / a, "96", constants=AS_WRITTEN | CU_80),
            by=follows_from(am, *SINGLE),
        ),
        aside(
            "At 80 nm a_m/a is 96, with the printed a_m 72",
            approx(a_m * a_0 / a, "72", constants=AS_WRITTEN | CU_80),
            by=follows_from(AM_PRINTED),
            put_in=["96"],
        ),
    ],
)
NO_SINGLE_Z = (
    "No single Z_F serves the page: the 0.1 mK of IV.B-T3d needs twice E_F/(mc²), with which (46) gives 2.5 (Au) and 3.6 mK (Cu) in "
    "IV.B-T1d and a_m/a is 61 (Au) and 48 (Cu) at 80 nm; E_F/(mc²), as (43) prints Z_F, gives 0.9 and 1.2 mK in IV.B-T1d, and the printed "
    "a_m = 1.52·10⁴ r_s² gives 1.4 and 2.0 mK there, but both give 0.01 to 0.03 mK in IV.B-T3d."
)
NO_SINGLE_Z_ASIDES = [
    aside(
        "the 0.1 mK of IV.B-T3d needs twice E_F/(mc²)",
        *(order_of(-E_3d * HARTREE_IN_MILLIKELVIN, "0.1", constants=CONSTANTS | metal) for metal in (GOLD, COPPER)),
        by=follows_from(E3d.ends, *DOUBLE),
        put_in=["2"],
    ),
    aside(
        "with which (46) gives 2.5 (Au) and 3.6 mK (Cu)",
        approx(-E_1d * HARTREE_IN_MILLIKELVIN, "2.5", constants=AS_WRITTEN | AU_80),
        approx(-E_1d * HARTREE_IN_MILLIKELVIN, "3.6", constants=AS_WRITTEN | CU_80),
        by=follows_from(AS_46_PRINTS, am, *DOUBLE),
    ),
    aside(
        "a_m/a is 61 (Au) and 48 (Cu) at 80 nm",
        approx(a_m * a_0 / a, "61", constants=AS_WRITTEN | AU_80),
        approx(a_m * a_0 / a, "48", constants=AS_WRITTEN | CU_80),
        by=follows_from(am, *DOUBLE),
    ),
    aside(
        "gives 0.9 and 1.2 mK in IV.B-T1d",
        approx(-E_1d * HARTREE_IN_MILLIKELVIN, "0.9", constants=AS_WRITTEN | AU_80),
        approx(-E_1d * HARTREE_IN_MILLIKELVIN, "1.2", constants=AS_WRITTEN | CU_80),
        by=follows_from(AS_46_PRINTS, am, *SINGLE),
    ),
    aside(
        "a_m = 1.52·10⁴ r_s² gives 1.4 and 2.0 mK there",
        approx(-E_1d * HARTREE_IN_MILLIKELVIN, "1.4", constants=AS_WRITTEN | AU_80),
        approx(-E_1d * HARTREE_IN_MILLIKELVIN, "2.0", constants=AS_WRITTEN | CU_80),
        by=follows_from(AS_46_PRINTS, AM_PRINTED),
    ),
    aside(
        "both give 0.01 to 0.03 mK in IV.B-T3d",
        approx(-E_3d * HARTREE_IN_MILLIKELVIN, "0.01", constants=AS_WRITTEN | AU_80),
        approx(-E_3d * HARTREE_IN_MILLIKELVIN, "0.01", constants=AS_WRITTEN | CU_80),
        by=follows_from(E3d.ends, *SINGLE),
        put_in=["0.03"],
    ),
    aside(
        "a_m = 1.52·10⁴ r_s² gives 1.4 and 2.0 mK there, but both give 0.01 to 0.03 mK in IV.B-T3d",
        approx(-E_3d * HARTREE_IN_MILLIKELVIN, "0.02", constants=AS_WRITTEN | AU_80),
        approx(-E_3d * HARTREE_IN_MILLIKELVIN, "0.03", constants=AS_WRITTEN | CU_80),
        by=follows_from(E3d.link(0), AM_PRINTED),
        put_in=["1.4", "2.0", "0.01"],
    ),
]
T1d = paper.value(
    "IV.B-T1d",
    approx(-E_1d * HARTREE_IN_MILLIKELVIN, "1", constants=CONSTANTS | GOLD | THICK, within=ONE_TO_TWO),
    approx(-E_1d * HARTREE_IN_MILLIKELVIN, "1", constants=CONSTANTS | COPPER, within=ONE_TO_TWO),
    where=HERE,
    printed="the ground state energy of the pairs corresponds to a temperature of roughly 1 – 2 mK",
    by=follows_from(AS_46_PRINTS, am, *SINGLE),
    readings=[
        reading(
            "as thick as the gold ring",
            approx(-E_1d * HARTREE_IN_MILLIKELVIN, "1", constants=CONSTANTS | GOLD | THICK, within=ONE_TO_TWO),
            approx(-E_1d * HARTREE_IN_MILLIKELVIN, "1", constants=CONSTANTS | COPPER | THICK, within=ONE_TO_TWO),
            by=follows_from(AS_46_PRINTS, am, *SINGLE),
            ground=DOMAIN,
            condition=SAME_THICKNESS,
        ),
    ],
    note=f"{NO_SINGLE_Z} The exact ground state of (45) would be a quarter of what (46) gives.",
    asides=[
        *NO_SINGLE_Z_ASIDES,
        aside("The exact ground state of (45) would be a quarter of what (46) gives", A_QUARTER, put_in=["4"]),
    ],
)
LOWER_END = Equation("IV.B-T1d", tau, tau_low)
seven = paper.value(
    "IV.B-7mK",
    order_of(tau / tau_ring, "1", constants=RING | {tau_low: rounded("1", milli * kelvin)}),
    order_of(tau_high / tau_ring, "1", constants=RING | {tau_high: rounded("2", milli * kelvin)}),
    where=HERE,
    printed=r"somewhat below the $7 \text{ mK}$ of the experiments, of the same order of magnitude",
    by=follows_from(LOWER_END),
    readings=[
        reading(
            "within a factor of ten",
            approx(
                tau / tau_ring, "0.1", constants=RING | {tau_low: printed_number("1", milli * kelvin)}, within=BELOW
            ),
            approx(tau_high / tau_ring, "0.1", constants=RING | {tau_high: rounded("2", milli * kelvin)}, within=BELOW),
            by=follows_from(LOWER_END),
            ground=AMBIGUITY,
            of="order of magnitude",
            condition="'order of magnitude agreement' means within a factor of ten, and 1 mK, the lower end of IV.B-T1d, is not rounded",
        )
    ],
    note="1 and 2 mK against 7 mK: the ratios are 0.14 and 0.29, and half a decade is 0.32. The exact ground state of (45) is lower than (46): "
    "see IV.B-T1d.",
    asides=[
        aside(
            "1 and 2 mK against 7 mK: the ratios are 0.14 and 0.29, and half a decade is 0.32",
            approx(tau_low / tau_ring, "0.14", constants=SEVEN | {tau_low: printed_number("1", milli * kelvin)}),
            approx(tau_high / tau_ring, "0.29", constants=SEVEN | {tau_high: printed_number("2", milli * kelvin)}),
            approx(1 / sqrt(10), "0.32"),
        )
    ],
)
