"""The two-fluid model: where the electrons of the bands are, and how many an orbital holds."""

from sympy import Rational, pi

from derivations.kato.notation import (
    E_BE_0,
    E_h,
    N_conduction,
    N_valence,
    V_kin_0,
    Z_eff,
    free_conduction,
    free_valence,
    n_conduction,
    n_further,
    n_orbital,
    n_shell,
    n_valence,
    promoted,
)
from derivations.kato.paper import paper
from verify.claims import (
    CODATA_2022,
    DOMAIN,
    approx,
    aside,
    contradiction,
    decimal,
    equal,
    follows_from,
    greater,
    printed_number,
    reading,
)
from verify.units import electronvolt

HERE = "VII"
paper.spellings += (
    (r"E_{\mathrm{BE}}(0)", E_BE_0),
    (r"V_{\mathrm{kin,Fermi},N k_{\mathrm{HOMO}}}(0)", V_kin_0),
)
HARTREE = {E_h: CODATA_2022.E_h}
ABOUT_70 = ("65", "75", "about 70: to its first digit")

t24 = paper.remark(
    "t24",
    where=HERE,
    printed="in the two-fluid model the ratio of the superelectrons decreases with the temperature, the magnetic field or the electric field",
    why="What another theory says, told in words and without its formula.",
)
x_valence, x_conduction = (
    paper.premise(f"x.VII.{name}", where=HERE, printed=words, lhs=number, rhs=value, page=page)
    for name, number, value, words, page in (
        (
            "valence",
            n_valence,
            2 * N_valence - promoted,
            "each orbital of the valence bands holds two electrons before any is promoted, and the number of orbitals stays",
            "a closed shell, and fixed numbers of orbitals",
        ),
        (
            "conduction",
            n_conduction,
            promoted,
            "the electrons of the conduction bands are the promoted ones",
            "they come from the valence bands",
        ),
    )
)
x_free_valence, x_free_conduction = (
    paper.premise(
        f"x.VII.{free.name}",
        where=HERE,
        printed=rf"{free.latex} = 2 {orbitals.latex} - {electrons.latex}",
        lhs=free,
        rhs=2 * orbitals - electrons,
        law="the exclusion principle: a full orbital has two electrons",
    )
    for free, orbitals, electrons in (
        (free_valence, N_valence, n_valence),
        (free_conduction, N_conduction, n_conduction),
    )
)
COUNTED = (x_valence, x_conduction, x_free_valence, x_free_conduction)
PARTIAL = tuple(greater(number, 0) for number in (n_valence, free_valence, n_conduction, free_conduction))
t25 = paper.claim(
    "t25",
    *PARTIAL,
    where=HERE,
    conditions=[promoted > 0],
    printed="with fixed numbers of orbitals the electrons in the valence bands decrease and those in the conduction bands increase in number, so that both bands are partially occupied",
    by=follows_from(*COUNTED),
    readings=[
        reading(
            "not all are promoted",
            *PARTIAL,
            where=[promoted > 0, promoted < 2 * N_valence, promoted < 2 * N_conduction],
            by=follows_from(*COUNTED),
            ground=DOMAIN,
            condition="the promoted electrons neither empty the valence bands nor fill the conduction bands",
        )
    ],
    note="Partially occupied: neither empty nor full.",
)
u16 = paper.given(
    "u16",
    where=HERE,
    printed=r"the Bose-Einstein condensation energy $E_{\mathrm{BE}}(0) = 2 V_{\mathrm{kin,Fermi},N k_{\mathrm{HOMO}}}(0)$",
    lhs=E_BE_0,
    rhs=2 * V_kin_0,
    note="Cited from earlier papers; the sign between both sides is lost in the source.",
)
needed = paper.claim(
    "t26-kinetic",
    approx(V_kin_0, "35", unit=electronvolt, constants={E_BE_0: printed_number("70", electronvolt)}),
    where=HERE,
    printed=r"for $E_{\mathrm{BE}}(0) = 70\,\mathrm{eV}$ the kinetic energy is $V_{\mathrm{kin,Fermi},N k_{\mathrm{HOMO}}}(0) = 35\,\mathrm{eV}$",
    by=follows_from(u16),
)
x_virial = paper.premise(
    "x.VII.virial",
    where=HERE,
    printed=r"the kinetic energy $V_{\mathrm{kin,Fermi},N k_{\mathrm{HOMO}}}(0) = \frac{Z_{\mathrm{eff}}^2}{2n^2} E_h$",
    lhs=V_kin_0,
    rhs=Z_eff**2 * E_h / (2 * n_shell**2),
    assumption="the kinetic energy is that of an electron of a hydrogen-like atom; the page says neither which electron nor which energy",
)
x_carbon, x_shell = (
    paper.premise(
        f"x.VII.{name}",
        where=HERE,
        printed=words,
        lhs=number,
        rhs=value,
        assumption="a molecule of carbon, with its 2p electrons by the rules of Slater; the page names no substance",
    )
    for name, number, value, words in (
        ("carbon", Z_eff, decimal("3.25"), "an electron 2p of carbon sees the charge number 3.25"),
        ("shell", n_shell, 2, "the principal quantum number of 2p"),
    )
)
t26 = paper.claim(
    "t26",
    approx(E_BE_0, "70", unit=electronvolt, constants=HARTREE, within=ABOUT_70),
    where=HERE,
    printed=r"values of $E_{\mathrm{BE}}(0)$ of about $70\,\mathrm{eV}$ are usually very large",
    by=follows_from(u16, x_virial, x_carbon, x_shell),
    note="No model of the text gives it: 27.2 eV with the electron of hydrogen, the most among the atoms that the page names, if an ns electron sees the charge number 1; free electrons as dense as those of beryllium, r_s = 1.87, give 28.7 eV. "
    "Electrons 2p of carbon give 71.9 eV: this was sought after the number, so it is no more than a possibility.",
    asides=[
        aside(
            "27.2 eV with the electron of hydrogen, the most among the atoms that the page names, if an ns electron sees the charge number 1",
            approx(2 * E_h / 2, "27.2", unit=electronvolt, constants=HARTREE),
            put_in=["1"],
        ),
        aside(
            "free electrons as dense as those of beryllium, r_s = 1.87, give 28.7 eV",
            approx(
                2 * (9 * pi / 4) ** Rational(2, 3) / (2 * decimal("1.87") ** 2) * E_h,
                "28.7",
                unit=electronvolt,
                constants=HARTREE,
            ),
            put_in=["1.87"],
        ),
        aside(
            "Electrons 2p of carbon give 71.9 eV",
            approx(2 * (decimal("3.25") / 2) ** 2 / 2 * E_h, "71.9", unit=electronvolt, constants=HARTREE),
        ),
    ],
)
t27 = paper.remark(
    "t27",
    where=HERE,
    printed="the normal electrons are much more unstable than the bosonic superelectrons, so that a conversion in the same orbitals would be very difficult",
    why="How unstable and how difficult is not said: no energy of the external forces is given with which t26 could be compared.",
)
x_pauli = paper.premise(
    "x.VII.pauli",
    where=HERE,
    printed=r"N_1 (N_1 - 1) (N_1 - 2) = 0",
    lhs=n_orbital * (n_orbital - 1) * (n_orbital - 2),
    rhs=0,
    law="Pauli's exclusion principle: an orbital holds no electron, one, or two",
)
x_more = paper.premise(
    "x.VII.more",
    where=HERE,
    printed=r"N_1 = 4 + N_2",
    lhs=n_orbital,
    rhs=4 + n_further,
    law="bosons: any number of them may be in one orbital, so also more than three",
)
x_three = paper.premise(
    "x.VII.three",
    where=HERE,
    printed=r"N_1 = 3",
    lhs=n_orbital,
    rhs=3,
    law="bosons: any number of them may be in one orbital",
)
t28 = paper.claim(
    "t28",
    contradiction(x_pauli, x_more),
    where=HERE,
    printed="if a bosonic state of one electron is possible, more than three electrons can occupy an orbital, which contradicts the exclusion principle",
    note="An argument against the model that the page rejects. More than three do contradict the principle; so do three, of which the page does not speak.",
    asides=[aside("so do three", contradiction(x_pauli, x_three))],
)
x_closed = paper.premise(
    "x.VII.closed",
    where=HERE,
    printed=r"n_v (2 N_v - n_v) = 0",
    lhs=n_valence * (2 * N_valence - n_valence),
    rhs=0,
    page="the argument of t25: the bands of a superconductor are not partially occupied",
)
t29 = paper.claim(
    "t29",
    equal(n_valence / N_valence, 2),
    where=HERE,
    conditions=[n_valence > 0],
    printed="each orbital of the valence bands is completely occupied by two electrons with opposite momentum and spin, in a closed shell",
    by=follows_from(x_closed),
    note="Decided: bands that are neither empty nor partially occupied hold two electrons in each orbital. Of these the exclusion principle gives the opposite spins; that the momenta are opposite, and that there is a gap, is postulated.",
)
t29b = paper.remark(
    "t29b",
    where=HERE,
    printed="two electrons of the highest occupied orbital cannot move independently, and are a bound boson of two fermions; the two-fluid model is not necessarily realistic",
    why="A conclusion in words from t27 and t28; how the electrons are bound is not said.",
)
