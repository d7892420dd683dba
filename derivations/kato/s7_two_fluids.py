"""The two-fluid model: where the electrons of the bands are, and how many an orbital holds."""

from sympy import Eq, Rational, pi

from derivations.kato.notation import (
    E_BE_0,
    E_h,
    N_conduction,
    N_valence,
    V_kin_0,
    free_conduction,
    free_valence,
    n_conduction,
    n_further,
    n_orbital,
    n_valence,
    promoted,
    volt_e,
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

t24 = paper.remark(
    "t24",
    where=HERE,
    printed="in the two-fluid model the ratio of the superelectrons with respect to the normal electrons decreases with the temperature, the magnetic field or the electric field",
    why="What another theory says, told in words and without its formula. VIII takes the ratio as the share among all (u29).",
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
    note="Partially occupied: neither empty nor full. Against full valence bands and empty conduction bands the free places of the one are the decrease, and the electrons of the other the increase. Where all are promoted the valence bands are empty, however many places the others have.",
    asides=[
        aside(
            "Where all are promoted the valence bands are empty",
            equal(n_valence, 0),
            by=follows_from(x_valence),
            where=[Eq(promoted, 2 * N_valence)],
        )
    ],
)
t25b = paper.remark(
    "t25b",
    where=HERE,
    printed="the superconducting states are destroyed, and change to the normal metallic states, if promoted electrons increase in number and superelectrons of the valence bands become normal electrons of the conduction bands",
    why="Partial occupation, which is decided in t25, is what the paper takes for the normal metallic state; that it destroys superconductivity is said, and no line has a measure of it.",
)
u16 = paper.given(
    "u16",
    where=HERE,
    printed=r"the Bose-Einstein condensation energy $E_{\mathrm{BE}}(0) = 2 V_{\mathrm{kin,Fermi},N k_{\mathrm{HOMO}}}(0)$",
    lhs=E_BE_0,
    rhs=2 * V_kin_0,
    note="Cited from earlier papers; the sign between both sides is lost in the source.",
)
t26 = paper.given(
    "t26",
    where=HERE,
    printed="values of the condensation energy of about 70 eV are usually very large",
    lhs=E_BE_0,
    rhs=70 * volt_e,
    sign="~",
    note="About is written as ~. Cited from earlier papers; nothing of the text gives the number, which no line rests on, and very large has nothing that it is compared with. By u16 the kinetic energy is then 35 eV. "
    "The electron of hydrogen gives 27.2 eV, the most among the atoms that the paper names, if an ns electron sees the charge number 1; free electrons as dense as those of beryllium, whose spheres have the radius 1.87 in Bohr's, give 28.7 eV; "
    "electrons 2p of carbon, with Slater's charge number 3.25, give 71.9 eV. The paper names no substance.",
    asides=[
        aside(
            "By u16 the kinetic energy is then 35 eV",
            approx(V_kin_0, "35", unit=electronvolt, constants={E_BE_0: printed_number("70", electronvolt)}),
            by=follows_from(u16),
        ),
        aside(
            "The electron of hydrogen gives 27.2 eV, the most among the atoms that the paper names, if an ns electron sees the charge number 1",
            approx(2 * E_h / 2, "27.2", unit=electronvolt, constants=HARTREE),
            put_in=["1"],
        ),
        aside(
            "free electrons as dense as those of beryllium, whose spheres have the radius 1.87 in Bohr's, give 28.7 eV",
            approx(
                2 * (9 * pi / 4) ** Rational(2, 3) / (2 * decimal("1.87") ** 2) * E_h,
                "28.7",
                unit=electronvolt,
                constants=HARTREE,
            ),
            put_in=["1.87"],
        ),
        aside(
            "electrons 2p of carbon, with Slater's charge number 3.25, give 71.9 eV",
            approx(2 * (decimal("3.25") / 2) ** 2 / 2 * E_h, "71.9", unit=electronvolt, constants=HARTREE),
            put_in=["3.25"],
        ),
    ],
)
t27 = paper.remark(
    "t27",
    where=HERE,
    printed="the normal electrons are much more unstable than the bosonic superelectrons, so that a conversion in the same orbitals would be very difficult",
    why="How unstable and how difficult is not said: no energy of the external forces is given with which t26 could be compared.",
)
t27b = paper.remark(
    "t27b",
    where=HERE,
    printed="if the two electrons of the highest occupied orbital move independently, each can be in the bosonic states with opposite momentum and spin",
    why="What bosonic means of one electron is said in V only (t19), in words: no state of two electrons is written down, from which it could follow.",
)
t27c = paper.remark(
    "t27c",
    where=HERE,
    printed="it would be very difficult for an electron of an orbital that two electrons occupy to become bosonic by a rapid conversion between two states, because each is bound by the other",
    why="How difficult is not said, and no energy or rate is given. V says of one ns electron alone that it does so (t19, u15); t28-i argues with the same words.",
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
    printed=r"more than three electrons occupy an orbital, $N_1 = 4 + N_2$",
    lhs=n_orbital,
    rhs=4 + n_further,
    page="the case of which t28 says that it contradicts the principle",
)
x_three = paper.premise(
    "x.VII.three",
    where=HERE,
    printed=r"N_1 = 3",
    lhs=n_orbital,
    rhs=3,
    law="bosons: any number of them may be in one orbital",
)
t28_i = paper.remark(
    "t28-i",
    where=HERE,
    printed="if a bosonic state of one electron is possible, more than three electrons can occupy an orbital",
    why="No line of the paper gives it. It calls bosonic a rapid conversion of one electron between two states, and says nothing of the statistics of several such electrons, on which it depends how many an orbital holds. "
    "What is inferred here would be inferred from what V says of an electron (t19), and VIII of each electron (t37, t42), too. It stands beside t27b and t27c, which say that such a state can be, and that it is difficult.",
)
t28 = paper.claim(
    "t28",
    contradiction(x_pauli, x_more),
    where=HERE,
    printed="that more than three electrons occupy an orbital clearly contradicts the exclusion principle",
    note="Decided: that more than three contradict the principle. So do three, of which the paper does not speak. That they can occupy an orbital, if a bosonic state of one electron is possible, is t28-i, which no line of the paper gives. "
    "It is an argument against the model that the paper rejects, of orbitals that two electrons occupy.",
    asides=[aside("So do three", contradiction(x_pauli, x_three))],
)
t29 = paper.given(
    "t29",
    where=HERE,
    printed="each orbital of the valence bands is completely occupied by two electrons with opposite momentum and spin, in a closed shell with a gap, even in a field",
    lhs=n_valence,
    rhs=2 * N_valence,
    derived_on_page=True,
    note="What the paper concludes from the paragraph of t25 must be considered. The formula is the number of the electrons, that of t25 with none promoted; that their momenta are opposite, that there is a gap, and that it is so in a field, is said with it and follows from no line.",
    asides=[
        aside(
            "that of t25 with none promoted",
            equal(n_valence, 2 * N_valence),
            by=follows_from(x_valence),
            where=[Eq(promoted, 0)],
            put_in=["none"],
        )
    ],
)
t29b = paper.remark(
    "t29b",
    where=HERE,
    printed="two electrons of the highest occupied orbital cannot move independently, and are a bound boson of two fermions; the two-fluid model is not necessarily realistic",
    why="A conclusion in words from t27 and t28; how the electrons are bound is not said.",
)
t29d = paper.remark(
    "t29d",
    where="VIII",
    printed="molecular systems are the example, for simplicity, and similar discussions can be made in solids",
    why="A choice of examples; no line of VIII depends on it.",
)
t29c = paper.remark(
    "t29c",
    where="VIII",
    printed="the Ginzburg-Landau theory is established on the basis of the two-fluid model, which is not necessarily realistic",
    why="What the paper says of another theory, in words. The argument x.t44-c leans on it.",
)
