"""The fields in which an electron moves at high temperatures: what the page says of them without a formula.

Which model gives them is not said: those that are tried here are named, and what they stand on is an assumption.
"""

from sympy import Integer, Rational, pi

from derivations.kato.notation import (
    B_ring,
    E_cw_down,
    E_cw_up,
    E_ion,
    Q,
    Z,
    delta_T,
    e,
    epsilon_0,
    hbar,
    m_e,
    mu_0,
    r,
    v,
)
from derivations.kato.paper import paper
from derivations.kato.s2_ring_currents import SIZE, balance, bound, charge, u2
from derivations.kato.s3_stern_gerlach import CLOCKWISE, u3
from derivations.physics.two_level import excited_population
from verify.claims import (
    AMBIGUITY,
    CODATA_2022,
    DOMAIN,
    approx,
    aside,
    decimal,
    equal,
    follows_from,
    greater,
    less,
    printed_number,
    reading,
)
from verify.units import electronvolt, tesla

HERE = "V"

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
MEASURED = {**CONSTANTS, hbar: CODATA_2022.hbar}
HYDROGEN = {**CONSTANTS, E_ion: printed_number("13.598", electronvolt)}
angular_momentum = paper.premise(
    "x.angular-momentum",
    where=HERE,
    printed=r"the motion has the angular momentum $\hbar$, $v = \hbar/(m_e r)$",
    lhs=v,
    rhs=hbar / (m_e * r),
    assumption="the motion has the angular momentum ħ, as on Bohr's first circle; an orbital 1s has none (t4), and the paper gives no model",
)
mean_distance = paper.premise(
    "x.mean-distance",
    where=HERE,
    printed=r"the distance is the mean one in 1s, $r = 6\pi\varepsilon_0\hbar^2/(m_e e^2)$",
    lhs=r,
    rhs=6 * pi * epsilon_0 * hbar**2 / (m_e * e**2),
    assumption="the electron goes around at its mean distance in the orbital 1s; the paper gives no model",
)
t13 = paper.claim(
    "t13",
    *(approx(B_ring, number, **ORDER) for number in ("1", "0.1")),
    where=HERE,
    printed=r"H 1s: the field is moderate or strong, of the order of $0.1\,\mathrm{T}$ to $1\,\mathrm{T}$",
    by=follows_from(u2, charge),
    readings=[
        reading(
            "on Bohr's circle",
            *(approx(B_ring, number, constants=HYDROGEN, **ORDER) for number in ("1", "0.1")),
            by=follows_from(*SIZE),
            ground=DOMAIN,
            condition="the electron goes around on a classical circle with the measured energy, which for H is Bohr's",
        ),
        reading(
            "with ħ at the mean distance",
            *(approx(B_ring, number, constants=MEASURED, **ORDER) for number in ("1", "0.1")),
            by=follows_from(u2, charge, angular_momentum, mean_distance),
            ground=DOMAIN,
            condition="the motion has the angular momentum ħ, at the mean distance in 1s",
        ),
        reading(
            "the same, as it acts on the moment",
            *(approx(B_ring / 2, number, constants=MEASURED, **ORDER) for number in ("1", "0.1")),
            by=follows_from(u2, charge, angular_momentum, mean_distance),
            ground=AMBIGUITY,
            of="field",
            condition="the motion has the angular momentum ħ, at the mean distance in 1s, and the field is the one that acts on the moment, Thomas's half of it",
        ),
    ],
    note="The paper gives no formula and cites no calculation here, so that the line by itself has no number. Three models are tried, none of which is of the paper. "
    "On a classical circle with the measured energy the field is 12.5 T, out of the range; Thomas's half of it, 6.2 T, is so as well. "
    "With an angular momentum ħ at 1.5 of Bohr's radii, the mean distance in 1s, it is 3.7 T, little more than half an order above 1 T, of which Thomas's half is 1.9 T, within it. "
    "In an orbital 1s, which does not circulate, it is zero in the mean (t4).",
    asides=[
        aside(
            "the field is 12.5 T, out of the range",
            approx(B_ring, "12.5", unit=tesla, constants=HYDROGEN),
            by=follows_from(*SIZE),
        ),
        aside(
            "Thomas's half of it, 6.2 T",
            approx(B_ring / 2, "6.2", unit=tesla, constants=HYDROGEN),
            by=follows_from(*SIZE),
        ),
        aside(
            "With an angular momentum ħ at 1.5 of Bohr's radii, the mean distance in 1s, it is 3.7 T, little more than half an order above 1 T, of which Thomas's half is 1.9 T",
            *(
                approx(part * B_ring, number, unit=tesla, constants=MEASURED)
                for part, number in ((1, "3.7"), (Rational(1, 2), "1.9"))
            ),
            equal(r, decimal("1.5") * 4 * pi * epsilon_0 * hbar**2 / (m_e * e**2)),
            greater(decimal("3.7") ** 2, 10),
            by=follows_from(u2, charge, angular_momentum, mean_distance),
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
            condition="the nucleus is what the outer electron sees of it: the nucleus with all inner electrons, around which one elementary charge is left, so that Z is 1",
        )
    ],
    note="In the first model of t13, with the measured ionisation energies of 5.392, 5.139 and 4.341 eV, the ions have 1.24, 1.10 and 0.72 T. These circles are not Bohr's: their angular momenta are 1.59, 1.63 and 1.77 ħ. Bohr's second, third and fourth one around one charge have 0.39, 0.052 and 0.012 T. "
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
                    constants=MEASURED,
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
