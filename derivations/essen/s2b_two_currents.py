"""Ballistic current and Larmor current, in numbers: (14) to (16)."""

from sympy import Rational, Sum, pi

from derivations.essen.notation import (
    B,
    I_Phi,
    N,
    Phi,
    Phi_0,
    R,
    a_0,
    alpha,
    c,
    e_2,
    ell,
    epsilon_0,
    h,
    hbar,
    i,
    m,
    mu_B,
    n_phi,
    top,
    v_Phi,
)
from derivations.essen.paper import paper
from derivations.essen.s2a_circle import eq13_alike
from verify.claims import (
    CODATA_2022,
    approx,
    correction,
    decimal,
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

SIGN_OF_13 = "the minus sign of (13), which (14) has lost, is put back"
HERE = "II.B"
R_S_CU = decimal("2.67")  # N. W. Ashcroft and N. D. Mermin, Solid State Physics (1976), table 1.1
CONSTANTS = {e_2: CODATA_2022.e, m: CODATA_2022.m_e, c: CODATA_2022.c}

planck = paper.premise("x.h", where=HERE, printed=r"h = 2\pi\hbar", lhs=h, rhs=2 * pi * hbar, source="definition of ħ")
I_0 = paper.identity(
    "II.B-I0",
    where=HERE,
    printed="the ballistic current is at most of the order of magnitude of a few e v_F/(2πR)",
    lhs=e_2 * hbar / (2 * pi * m * R**2) * (Sum(i, (i, 1, top)) - top * (top - 1) / 2),
    rhs=e_2 * hbar / (2 * pi * m * R**2) * top,
    note="Levels of free electrons on the ring carry the currents n eħ/(2πmR²), n = 0, ±1, ...: 1 to k less the filled −1 to −(k − 1) leave the "
    "highest level k, with k eħ/(2πmR²) = e v_F/(2πR), for v_F = ħk/(mR). A few of them are cited from [25].",
)
counted = paper.premise(
    "x.15",
    where=HERE,
    printed=r"\Phi = n_\phi \frac{2\pi\hbar c}{|e|}",
    lhs=Phi,
    rhs=n_phi * 2 * pi * hbar * c / e_2,
    source="(15) with h = 2πħ",
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
            by=follows_from(specialise(eq13_alike, {Phi: -Phi}), counted),
            condition="the flux of (14) to (16) is counted in the opposite sense to that of (13)",
        ),
        correction("sign", equal(I_Phi, -Phi / (4 * pi**2 * R**2) * N * e_2**2 / (m * c)), by=follows_from(eq13_alike)),
    ],
    note="The current opposes the flux: (8), (13), (16), (18) and I_Φ πR² = −N n_φ μ_B, all printed with the same letters, "
    "have the minus sign that is missing here. Counting the flux in the opposite sense would mend (14) and spoil those.",
)
eq15 = paper.given(
    "15",
    where=HERE,
    printed=r"\Phi = n_\phi \frac{hc}{|e|} \equiv n_\phi \Phi_0",
    lhs=Phi,
    rhs=(n_phi * h * c / e_2, n_phi * Phi_0),
)
magneton_si = paper.premise(
    "x.muB",
    where=HERE,
    printed=r"\mu_B = \frac{|e|\hbar}{2mc}",
    lhs=mu_B,
    rhs=e_2 * hbar / (2 * m * c),
    source="the Bohr magneton in Gaussian units (J. D. Jackson, Classical Electrodynamics, 3rd ed., section 5.6)",
)
I_piR2 = paper.step(
    "II.B-IpiR2",
    where=HERE,
    printed="we get the expression I_Φ πR² = −N n_φ μ_B, with μ_B = |e|ħ/(2m)",
    lhs=I_Phi * pi * R**2,
    rhs=-N * n_phi * (e_2 * hbar / (2 * m)),
    by=follows_from(eq14, eq15.link(0), planck),
    readings=[
        reading(
            "(14) with the sign of (13)",
            equal(I_Phi * pi * R**2, -N * n_phi * (e_2 * hbar / (2 * m))),
            by=follows_from(eq14.form("sign"), eq15.link(0), planck),
            condition=SIGN_OF_13,
        )
    ],
    note="With the sign that (14) prints the right-hand side would be positive.",
)
magneton = paper.cross_reference(
    "II.B-muB",
    where=HERE,
    printed=r"$\mu_B = \frac{|e|\hbar}{2m}$ is the Bohr magneton",
    lhs=mu_B,
    rhs=e_2 * hbar / (2 * m),
    by=follows_from(magneton_si),
    readings=[
        reading(
            "SI units",
            approx(
                e_2 * h / (2 * pi) / (2 * m),
                "9.2740101e-24",
                unit=ampere * metre**2,
                constants={e_2: CODATA_2022.e, h: CODATA_2022.h, m: CODATA_2022.m_e},
            ),
            condition="this line is in SI units, where the Bohr magneton has no c; the units around it are Gaussian",
        )
    ],
    note="Compared with the recommended value of the Bohr magneton, 9.2740100657·10⁻²⁴ J/T, in the SI reading.",
)
si = paper.identity(
    "II.B-SI",
    where=HERE,
    printed="to get equation (14) in SI units we simply delete c",
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
eq16 = paper.value(
    "16",
    approx(-(e_2**2) / (4 * pi * m * c), "-2.242", unit=nano * ampere / tesla, constants=CONSTANTS),
    where=HERE,
    printed="I_Φ = −N · B · 2.242 nA/T",
    note="I_Φ/(NB) from (13) with Φ = BπR², sign included.",
)
eq16_14 = paper.value(
    "16-from14",
    approx(
        I_Phi / (N * B),
        "-2.242",
        unit=nano * ampere / tesla,
        constants=CONSTANTS,
    ),
    by=substitute(PhiB, into=eq14),
    where=HERE,
    printed="(14) with Φ = BπR² can be rewritten in the form (16)",
    readings=[
        reading(
            "(14) with the sign of (13)",
            approx(I_Phi / (N * B), "-2.242", unit=nano * ampere / tesla, constants=CONSTANTS),
            by=substitute(PhiB, into=eq14.form("sign")),
            condition=SIGN_OF_13,
        ),
    ],
    note="(14) as printed has the opposite sign.",
)
v_phi = paper.step(
    "II.B-vphi",
    where=HERE,
    printed="the speed corresponding to the Larmor current is, in atomic units, v_Φ = n_φ/R",
    lhs=v_Phi,
    rhs=n_phi * hbar / (m * R),
    by=follows_from(
        paper.premise(
            "x.vphi",
            where=HERE,
            printed=r"v_\Phi = \frac{|e|\Phi}{2\pi m c R}",
            lhs=v_Phi,
            rhs=e_2 * Phi / (2 * pi * m * c * R),
            source="(7): R times the part of the angular velocity that the flux brings, for the charge −|e|",
        ),
        eq15.link(0),
        planck,
    ),
    note="In atomic units ħ = m = 1.",
)
v_Fermi = paper.value(
    "II.B-vF",
    approx((9 * pi / 4) ** Rational(1, 3), "1.92"),
    where=HERE,
    printed="in atomic units, v_F = 1.92/r_s",
    note="The Fermi speed of free electrons, (9π/4)^⅓/r_s in atomic units.",
)
v_less = paper.value(
    "II.B-ll",
    approx(
        (2 * pi * a_0 / ell) / (decimal("1.92") / R_S_CU),
        "0.00021",
        constants={a_0: CODATA_2022.a_0, ell: printed_number("2.2", micro * metre)},
        within=("0", "0.1", "much less: by a factor of ten or more"),
    ),
    where=HERE,
    printed="v_Φ ≪ v_F",
    note="For one flux quantum and the copper rings of the paper: circumference 2.2 μm, r_s = 2.67 "
    "(Ashcroft and Mermin, table 1.1).",
)
fermi_cu = decimal("1.92") / R_S_CU * alpha * c
INPUTS = {e_2: CODATA_2022.e, alpha: CODATA_2022.alpha, c: CODATA_2022.c}
I_av = paper.value(
    "Levy-Iav",
    approx(
        decimal("3e-3") * e_2 * fermi_cu / ell,
        "0.36",
        unit=nano * ampere,
        constants=INPUTS | {ell: printed_number("2.2", micro * metre)},
    ),
    where=HERE,
    printed="3·10⁻³ e v_F/ℓ = 0.36 nA in Cu rings with ℓ = 2.2 μm",
    readings=[
        reading(
            "rounded inputs",
            approx(
                n_phi * e_2 * fermi_cu / ell,
                "0.36",
                unit=nano * ampere,
                constants=INPUTS | {ell: rounded("2.2", micro * metre), n_phi: rounded("3e-3")},
                somewhere=True,
            ),
            condition="3·10⁻³ and 2.2 μm are rounded numbers, as their digits say",
        )
    ],
    note="v_F = 1.92/r_s atomic units with r_s = 2.67 (Ashcroft and Mermin, table 1.1).",
)
FIELD = {h: CODATA_2022.h, e_2: CODATA_2022.e}
B_0 = paper.value(
    "Levy-B0",
    approx(
        h * c / e_2 / (ell**2 / (4 * pi)),
        "1.3e-2",
        unit=tesla,
        constants=FIELD | {c: CODATA_2022.c, ell: printed_number("2.2", micro * metre)},
    ),
    where=HERE,
    printed="B_0 = 1.3·10⁻² T corresponds to the flux quantum Φ_0",
    readings=[
        reading(
            "circles, rounded inputs",
            approx(
                h * c / e_2 / (ell**2 / (4 * pi)),
                "1.3e-2",
                unit=tesla,
                constants=FIELD | {c: CODATA_2022.c, ell: rounded("2.2", micro * metre)},
                somewhere=True,
            ),
            condition="the circumference of 2.2 μm is rounded",
        ),
        reading(
            "square loops, rounded inputs",
            approx(
                h * c / e_2 / (ell / 4) ** 2,
                "1.3e-2",
                unit=tesla,
                constants=FIELD | {c: CODATA_2022.c, ell: rounded("2.2", micro * metre)},
                somewhere=True,
            ),
            condition="the rings are squares of side ℓ/4, as those of Levy et al., and 2.2 μm is rounded",
        ),
    ],
    note="For a circle of circumference 2.2 μm the field of one flux quantum is 1.07·10⁻² T.",
)
N_levy = paper.value(
    "Levy-N",
    approx(
        decimal("0.36") / (decimal("2.242") * decimal("1.3e-2")),
        "100",
    ),
    where=HERE,
    printed="N ≈ 100 from (16) with I = 0.36 nA and B_0 = 1.3·10⁻² T",
    readings=[
        reading(
            "order of magnitude, rounded inputs",
            order_of(
                R / (decimal("2.242") * a_0),
                "100",
                constants={R: rounded("0.36", metre), a_0: rounded("1.3e-2", metre)},
                somewhere=True,
            ),
            condition="'≈ 100' is an order of magnitude and all inputs are rounded",
        ),
        reading(
            "half a flux quantum",
            order_of(decimal("0.36") / (decimal("2.242") * decimal("0.65e-2")), "100"),
            condition="the field of the measurement is that of half a flux quantum, and '≈ 100' an order of magnitude",
        ),
        correction("what (16) gives", approx(decimal("0.36") / (decimal("2.242") * decimal("1.3e-2")), "12")),
    ],
    note="(16) gives 12 electrons at the field B_0 that is named, whatever the rounding of the printed inputs. A tenth or an "
    "eighth of that field would give about 100.",
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
    printed="the currents of [20] can thus only be interpreted as due to ballistic currents",
    why="An interpretation of an experiment; the paper gives no numbers from which a Larmor current could be excluded.",
)
