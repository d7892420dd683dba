"""Two electrons in an atom: their electrostatic, total and single-particle energy, (18)-(20)."""

from sympy import Rational, diff

from derivations.hirsch.notation.atoms import (
    TWO_AT,
    E_ee,
    E_ei,
    E_kin_two,
    E_pot_two,
    E_total_two,
    Z,
    epsilon_sp,
    r_alone,
    r_other,
    ratio,
    rbar,
)
from derivations.hirsch.notation.common import a_0, e, hbar, m_e
from derivations.hirsch.paper import paper
from derivations.hirsch.s2b_two_electrons import attraction, electrostatic, eq17a, eq17b, eq17c, kinetic
from verify.claims import (
    at_least,
    equal,
    follows_from,
    greater,
    less,
    specialise,
)

HERE = "II.B"

OTHER = {rbar: r_other, **TWO_AT["other"]}
HALF = {rbar: r_other, Z: Rational(1, 2), **TWO_AT["half"]}
SMALL = {rbar: a_0 / Z, **TWO_AT["small"]}
LARGE = {rbar: a_0 / (Z - Rational(5, 16)), **TWO_AT["large"]}

# its electrostatic and its total energy
both_18 = paper.premise(
    "x.18",
    where=HERE,
    printed=r"$E_{pot}(\bar{r}) = E_{e-i}(\bar{r}) + E_{e-e}(\bar{r})$",
    lhs=E_pot_two,
    rhs=E_ei + E_ee,
    page="the text before (18): the electrostatic energy is the sum of both",
)
eq18 = paper.step(
    "18",
    where=HERE,
    printed=r"E_{pot}(\bar{r}) = 2e^2 \left[\frac{5}{16} - Z\right] \frac{1}{\bar{r}}",
    lhs=E_pot_two,
    rhs=electrostatic,
    by=follows_from(both_18, eq17b, eq17c),
)
FIVE_16 = Rational(5, 16)
alone = hbar**2 / (2 * m_e * rbar**2) - Z * e**2 / rbar
left_alone = alone.subs(rbar, hbar**2 / (m_e * e**2) / Z)
less_18 = paper.claim(
    "18-less-so",
    less(0, OTHER[E_pot_two] - E_pot_two, OTHER[E_ei] - E_ei),
    by=follows_from(eq18, eq17b, specialise(eq18, OTHER, general=True), specialise(eq17b, OTHER, general=True)),
    where=HERE,
    conditions=[Rational(5, 16) < Z, r_other > rbar],
    printed=r"then orbital expansion increases the electrostatic energy, but less so than it would without the interaction of the electrons",
)
sum_19 = paper.premise(
    "x.19",
    where=HERE,
    printed=r"$E_{total}(\bar{r}) = E_{pot}(\bar{r}) + E_{kin}(\bar{r})$",
    lhs=E_total_two,
    rhs=E_pot_two + E_kin_two,
    page="the total energy",
)
eq19 = paper.step(
    "19",
    where=HERE,
    printed=r"E_{total}(\bar{r}) = 2e^2 \left[\frac{5}{16} - Z\right] \frac{1}{\bar{r}} + 2 \frac{\hbar^2}{2m_e\bar{r}^2}",
    lhs=E_total_two,
    rhs=electrostatic + kinetic,
    by=follows_from(sum_19, eq18, eq17a),
)
bohr = paper.premise(
    "x.19-bohr",
    where=HERE,
    printed=r"$a_0 = \hbar^2/(m_e e^2)$",
    lhs=a_0,
    rhs=hbar**2 / (m_e * e**2),
    page="the text after (3)",
)
at_half = specialise(eq19, HALF, general=True)
stable_18 = paper.claim(
    "18-Z516",
    greater(Z, FIVE_16),
    greater(HALF[E_total_two], left_alone.subs(Z, Rational(1, 2))),
    where=HERE,
    by=follows_from(
        paper.premise(
            "x.18-slope",
            where=HERE,
            printed="at some radius the derivative of the energy (19) vanishes",
            lhs=diff(electrostatic + kinetic, rbar),
            rhs=0,
            law="where an energy is least, of all positive lengths, its derivative vanishes",
        ),
        at_half,
    ),
    printed=r"$Z > 5/16$ is required for the system to be stable, which is necessary and not sufficient",
    note="Necessary: at or below this Z there is no radius at which the energy (19) is least: it falls as the orbital expands without end. "
    "Not sufficient: at the larger Z of the second statement the energy is at every radius above that of one electron alone, (3) at a_0/Z, so that one electron leaves. Both are said of the wave function (16).",
)
slope_19 = paper.premise(
    "x.19-slope",
    where=HERE,
    printed="the derivative of (19) vanishes",
    lhs=diff(electrostatic + kinetic, rbar),
    rhs=0,
    law="where an energy is least, of all positive lengths, its derivative vanishes",
)
radius_19 = paper.step(
    "19-radius",
    where=HERE,
    printed=r"where the total energy is least, $\bar{r} = a_0/(Z - 5/16)$",
    lhs=rbar,
    rhs=a_0 / (Z - FIVE_16),
    by=follows_from(bohr, slope_19),
    within=[eq19],
    conditions=[Rational(5, 16) < Z],
    note="The one place where the derivative of (19) vanishes; that the energy is least there is 19-min.",
)
least_19 = paper.claim(
    "19-min",
    equal(rbar, a_0 / (Z - FIVE_16)),
    at_least(OTHER[E_total_two], LARGE[E_total_two]),
    by=follows_from(
        bohr,
        slope_19,
        specialise(eq19, OTHER, general=True),
        specialise(eq19, LARGE, general=True),
    ),
    where=HERE,
    conditions=[Rational(5, 16) < Z],
    printed=r"the total energy is minimized by $\bar{r} = a_0/(Z - 5/16)$",
    note="The one place where the derivative of (19) vanishes, and no other length has less energy.",
)
slope_alone = paper.premise(
    "x.19-alone",
    where=HERE,
    printed="without the interaction of the electrons the derivative of the energy, (17a) + (17b), vanishes",
    lhs=diff(kinetic + attraction, rbar).subs(rbar, r_alone),
    rhs=0,
    law="where an energy is least, of all positive lengths, its derivative vanishes",
)
radius_alone = paper.step(
    "19-alone",
    where=HERE,
    printed=r"in the absence of the interaction of the electrons the radius is $\bar{r} = a_0/Z$",
    lhs=r_alone,
    rhs=a_0 / Z,
    by=follows_from(bohr, slope_alone),
    note="The one place where the derivative vanishes; that the energy is least there is a part of 19-expands.",
)
expands_19 = paper.claim(
    "19-expands",
    at_least(OTHER[E_kin_two] + OTHER[E_ei], SMALL[E_kin_two] + SMALL[E_ei]),
    less(r_alone, rbar),
    less(LARGE[E_ee], SMALL[E_ee]),
    by=follows_from(
        bohr,
        radius_19,
        radius_alone,
        *(specialise(line, at, general=True) for line in (eq17a, eq17b) for at in (OTHER, SMALL)),
        *(specialise(eq17c, at, general=True) for at in (LARGE, SMALL)),
    ),
    where=HERE,
    conditions=[Rational(5, 16) < Z],
    printed=r"the orbital expands from the radius it would have without the interaction of the electrons, $\bar{r} = a_0/Z$, to a_0/(Z − 5/16), driven by their repulsion",
    note="At the radius of 19-alone no other one has less of (17a) + (17b), the energy without the interaction, and it is the smaller of the two, where the other is that of 19-radius. "
    "The repulsion drives the expansion: it is what has less energy at the larger radius, where the rest has not.",
)

# one electron of the two
half_20 = paper.premise(
    "x.20",
    where=HERE,
    printed="half of what the two electrons have without their interaction",
    lhs=epsilon_sp,
    rhs=(E_kin_two + E_ei) / 2,
    page="the text before (20): the single-particle energy of one of the electrons",
)
eq20 = paper.step(
    "20",
    where=HERE,
    printed=r"\epsilon_{s.p.}(\bar{r}) = \frac{\hbar^2}{2m_e\bar{r}^2} - \frac{Ze^2}{\bar{r}}",
    lhs=epsilon_sp,
    rhs=alone,
    by=follows_from(half_20, eq17a, eq17b),
)
least_20 = paper.claim(
    "20-min",
    equal(rbar, a_0 / Z),
    at_least(OTHER[epsilon_sp], SMALL[epsilon_sp]),
    greater(alone.subs(rbar, a_0 / Z * (1 + ratio)), SMALL[epsilon_sp]),
    by=follows_from(
        bohr,
        paper.premise(
            "x.20-slope",
            where=HERE,
            printed="the derivative of (20) vanishes",
            lhs=diff(alone, rbar),
            rhs=0,
            law="where an energy is least, of all positive lengths, its derivative vanishes",
        ),
        specialise(eq20, OTHER, general=True),
        specialise(eq20, SMALL, general=True),
    ),
    where=HERE,
    printed=r"the single-particle energy is minimum for $\bar{r} = a_0/Z$, and higher for an expanded orbital",
    note="The one place where the derivative of (20) vanishes; no other radius has less, and every expanded one, larger by any factor 1 + u, has more.",
)
driven_20 = paper.claim(
    "20-driven",
    less(a_0 / Z, a_0 / (Z - FIVE_16)),
    less(LARGE[E_kin_two], SMALL[E_kin_two]),
    less(LARGE[E_ee], SMALL[E_ee]),
    greater(LARGE[E_ei], SMALL[E_ei]),
    greater(LARGE[E_pot_two], SMALL[E_pot_two]),
    less(LARGE[E_total_two], SMALL[E_total_two]),
    by=follows_from(
        bohr,
        *(specialise(line, at, general=True) for line in (eq17a, eq17b, eq17c, eq18, eq19) for at in (SMALL, LARGE)),
    ),
    where=HERE,
    conditions=[Rational(5, 16) < Z],
    printed=r"expansion from $a_0/Z$ to $a_0/(Z - 5/16)$ lowers the kinetic energy and the repulsion of the electrons, raises the electron-ion energy and the total electrostatic energy, and gains energy",
    note="Each at both radii, from (17a), (17c), (17b), (18) and (19).",
)
occupation = paper.remark(
    "20-occupation",
    where=HERE,
    printed="if superconductivity is associated with expansion of the orbital, it involves the occupation of higher single-particle states than the normal state",
    why="A conclusion from the atom to the superconductor, under an if; what it rests on in the atom is decided in 20-min.",
)
