"""Two electrons in an atom, with their repulsion: (15)-(17).  (18) to (20) are in s2c."""

from sympy import Integral, Rational, exp, pi, sqrt

from derivations.hirsch.notation.atoms import (
    E_ee,
    E_ei,
    E_kin_two,
    E_pot_two,
    E_total_two,
    H_two,
    Psi_r,
    Z,
    cosine,
    epsilon_sp,
    inverse_1,
    inverse_12,
    ion_two,
    kin_two,
    mean_nabla2,
    nabla2_1,
    nabla2_2,
    psi_rbar,
    r_1,
    r_2,
    r_other,
    rbar,
    rep_two,
    x_1,
    x_2,
    y_1,
    y_2,
    z_1,
    z_2,
)
from derivations.hirsch.notation.common import e, hbar, m_e, r
from derivations.hirsch.paper import paper
from derivations.physics.two_electrons import expectation, laplacian, mean_inverse_distance
from verify.claims import (
    correction,
    dot,
    equal,
    follows_from,
    greater,
    less,
    scaled,
    total,
    triple,
)

HERE = "II.B"
place_1, place_2 = triple(x_1, y_1, z_1), triple(x_2, y_2, z_2)
between = total(place_1, scaled(-1, place_2))
distance = sqrt(dot(between, between))
paper.spellings += (
    (r"\mathbf{r}_1", place_1),
    (r"\mathbf{r}_2", place_2),
    (r"\psi_{\bar{r}}(r_1)", psi_rbar(r_1)),
    (r"\psi_{\bar{r}}(r_2)", psi_rbar(r_2)),
    (r"\Psi_{\bar{r}}(r_1, r_2)", Psi_r),
    (r"E_{kin}(\bar{r})", E_kin_two),
    (r"E_{e-i}(\bar{r})", E_ei),
    (r"E_{e-e}(\bar{r})", E_ee),
    (r"E_{pot}(\bar{r})", E_pot_two),
    (r"E_{total}(\bar{r})", E_total_two),
    (r"\epsilon_{s.p.}(\bar{r})", epsilon_sp),
)

# the Hamiltonian
kinetic_15 = paper.premise(
    "x.15-kinetic",
    where=HERE,
    printed="the kinetic energy of (1), for each of the electrons",
    lhs=kin_two,
    rhs=-(hbar**2) / (2 * m_e) * nabla2_1 - hbar**2 / (2 * m_e) * nabla2_2,
    page="(1), its first term",
)
ion_15 = paper.premise(
    "x.15-ion",
    where=HERE,
    printed="Coulomb's energy of the charge e of each electron and the charge −Ze of the ion",
    lhs=ion_two,
    rhs=e * (-Z * e) / r_1 + e * (-Z * e) / r_2,
    law="Coulomb's law: two charges q and q' at the distance d have the energy qq'/d; the charge of the ion is said after (1)",
)
repulsion_15 = paper.premise(
    "x.15-repulsion",
    where=HERE,
    printed="Coulomb's energy of the charges e and e of the electrons",
    lhs=rep_two,
    rhs=e * e / distance,
    law="Coulomb's law: two charges q and q' at the distance d have the energy qq'/d",
)
sum_15 = paper.premise(
    "x.15-sum",
    where=HERE,
    printed="the Hamiltonian is the sum of the three",
    lhs=H_two,
    rhs=kin_two + ion_two + rep_two,
    law="energies add up",
)
far_15 = [
    paper.premise(
        f"x.15-far-{number}",
        where=HERE,
        printed=f"r_{number} is the distance of electron {number} from the ion, the length of its place",
        lhs=radius,
        rhs=sqrt(dot(place, place)),
        page="the names in (15), whose last term has the places themselves",
    )
    for number, radius, place in ((1, r_1, place_1), (2, r_2, place_2))
]
eq15 = paper.step(
    "15",
    where=HERE,
    printed=r"H = -\frac{\hbar^2}{2m_e} (\nabla_1^2 + \nabla_2^2) - Ze^2 \left(\frac{1}{r_1} + \frac{1}{r_2}\right) - \frac{e^2}{|\mathbf{r}_1 - \mathbf{r}_2|}",
    lhs=H_two,
    rhs=-(hbar**2) / (2 * m_e) * (nabla2_1 + nabla2_2) - Z * e**2 * (1 / r_1 + 1 / r_2) - e**2 / distance,
    by=follows_from(sum_15, kinetic_15, ion_15, repulsion_15, *far_15),
    readings=[
        correction(
            "the electrons repel",
            equal(
                H_two,
                -(hbar**2) / (2 * m_e) * (nabla2_1 + nabla2_2) - Z * e**2 * (1 / r_1 + 1 / r_2) + e**2 / distance,
            ),
            by=follows_from(sum_15, kinetic_15, ion_15, repulsion_15),
            condition="the last term has a plus sign: equal charges repel, as the text after (17) says, and (17c) is positive",
        )
    ],
    note="With its last sign the two electrons would attract each other. The Laplacians are symbols here: the line is linear in them.",
)
orbital = sqrt(1 / (rbar**3 * pi)) * exp(-r / rbar)
orbital_16 = paper.premise(
    "x.16-orbital",
    where=HERE,
    printed=r"\psi_{\bar{r}}(r) = \left(\frac{1}{\bar{r}^3\pi}\right)^{1/2} e^{-r/\bar{r}}",
    lhs=psi_rbar(r),
    rhs=orbital,
    page="Eq. (2)",
)
eq16 = paper.given(
    "16",
    where=HERE,
    printed=r"\Psi_{\bar{r}}(r_1, r_2) = \psi_{\bar{r}}(r_1) \psi_{\bar{r}}(r_2)",
    lhs=Psi_r,
    rhs=psi_rbar(r_1) * psi_rbar(r_2),
)

# its expectation values
kinetic = 2 * hbar**2 / (2 * m_e * rbar**2)
attraction = -2 * Z * e**2 / rbar
repulsion = Rational(5, 8) * e**2 / rbar
electrostatic = 2 * e**2 * (Rational(5, 16) - Z) / rbar
one, two = orbital.subs(r, r_1), orbital.subs(r, r_2)
normalised_17 = paper.claim(
    "17-normalised",
    equal(expectation(one * two, one * two, r_1, r_2), 1),
    where=HERE,
    printed="the wave function (16) is normalised",
)
laplacian_17 = paper.step(
    "17a-laplacian",
    where=HERE,
    printed="the mean of the Laplacian of each electron with (16)",
    lhs=mean_nabla2,
    rhs=-1 / rbar**2,
    by=follows_from(
        paper.premise(
            "x.17a-laplacian",
            where=HERE,
            printed="the mean of the Laplacian is ∫ Ψ∇²Ψ over all places, with (16) and (2)",
            lhs=mean_nabla2,
            rhs=expectation(laplacian(one * two, r_1), one * two, r_1, r_2),
            law="what an expectation value is; that of electron 2 has the same integral with r_1 and r_2 interchanged",
        )
    ),
)
inverse_17 = paper.step(
    "17b-inverse",
    where=HERE,
    printed="the mean of the inverse distance of each electron from the ion with (16)",
    lhs=inverse_1,
    rhs=1 / rbar,
    by=follows_from(
        paper.premise(
            "x.17b-inverse",
            where=HERE,
            printed="the mean of 1/r_1 is ∫ Ψ²/r_1 over all places, with (16) and (2)",
            lhs=inverse_1,
            rhs=expectation(one * two / r_1, one * two, r_1, r_2),
            law="what an expectation value is; that of electron 2 has the same integral with r_1 and r_2 interchanged",
        )
    ),
)
apart_17 = paper.step(
    "17c-inverse",
    where=HERE,
    printed="the mean of the inverse distance of the electrons with (16)",
    lhs=inverse_12,
    rhs=Rational(5, 8) / rbar,
    by=follows_from(
        paper.premise(
            "x.17c-inverse",
            where=HERE,
            printed="the mean of 1/|r_1 − r_2| with (16) and (2), split where r_2 = r_1",
            lhs=inverse_12,
            rhs=mean_inverse_distance(one**2, two**2, r_1, r_2),
            law="a spherical shell of charge acts from its centre on what is outside of it, and has one potential inside (Newton)",
        )
    ),
)
shell_17 = paper.claim(
    "17c-shell",
    equal(Integral(1 / sqrt(r_1**2 + r_2**2 - 2 * r_1 * r_2 * cosine), (cosine, -1, 1)) / 2, 1 / r_1),
    where=HERE,
    conditions=[r_2 < r_1],
    printed="the inverse distance of the electrons, averaged over the angle between them, is that of the outer one from the ion",
    note="Newton's theorem, on which 17c-inverse rests.",
)
eq17a = paper.step(
    "17a",
    where=HERE,
    printed=r"E_{kin}(\bar{r}) = 2 \frac{\hbar^2}{2m_e\bar{r}^2}",
    lhs=E_kin_two,
    rhs=kinetic,
    by=follows_from(
        paper.premise(
            "x.17a",
            where=HERE,
            printed="the mean of the first term of (15)",
            lhs=E_kin_two,
            rhs=-(hbar**2) / (2 * m_e) * (mean_nabla2 + mean_nabla2),
            page="the text before (17), and the first term of (15)",
        ),
        laplacian_17,
    ),
)
eq17b = paper.step(
    "17b",
    where=HERE,
    printed=r"E_{e-i}(\bar{r}) = -2 \frac{Ze^2}{\bar{r}}",
    lhs=E_ei,
    rhs=attraction,
    by=follows_from(
        paper.premise(
            "x.17b",
            where=HERE,
            printed="the mean of the second term of (15)",
            lhs=E_ei,
            rhs=-Z * e**2 * (inverse_1 + inverse_1),
            page="the text before (17), and the second term of (15)",
        ),
        inverse_17,
    ),
)
last_15 = paper.premise(
    "x.17c-term",
    where=HERE,
    printed="the energy of the electrons at their distance is what (15) has beside its first two terms",
    lhs=rep_two,
    rhs=H_two + hbar**2 / (2 * m_e) * (nabla2_1 + nabla2_2) + Z * e**2 * (1 / r_1 + 1 / r_2),
    page="(15), and the names of the three contributions in the text of (17)",
)
mean_17 = paper.premise(
    "x.17c",
    where=HERE,
    printed="the mean of a constant times 1/|r_1 − r_2| is that constant times the mean of 1/|r_1 − r_2|",
    lhs=E_ee,
    rhs=rep_two * distance * inverse_12,
    law="an expectation value is linear",
)
eq17c = paper.step(
    "17c",
    where=HERE,
    printed=r"E_{e-e}(\bar{r}) = \frac{5}{8} \frac{e^2}{\bar{r}}",
    lhs=E_ee,
    rhs=repulsion,
    by=follows_from(mean_17, last_15, eq15, apart_17),
    note="From (15) as it is printed the value would be negative.",
)
trends_17 = paper.claim(
    "17-trends",
    less(kinetic.subs(rbar, r_other), E_kin_two),
    less(repulsion.subs(rbar, r_other), E_ee),
    greater(attraction.subs(rbar, r_other), E_ei),
    by=follows_from(eq17a, eq17b, eq17c),
    where=HERE,
    conditions=[r_other > rbar],
    printed=r"increasing $\bar{r}$ reduces the kinetic energy and the repulsion of the electrons, and increases the electron-ion energy",
    note="At any larger radius, with the right sides of (17a), (17c) and (17b) there.",
)
