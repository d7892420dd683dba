"""One electron in an atom, and its orbit that expands: (1)-(4)."""

from sympy import Derivative, Ne, Rational, diff, exp, pi

from derivations.hirsch.notation.atoms import (
    E_kin,
    E_kin_f,
    E_kin_i,
    E_pot,
    E_pot_f,
    E_pot_i,
    E_total,
    E_total_f,
    E_total_i,
    H_psi,
    Hkin_psi,
    Hpot_psi,
    Z,
    Z_f,
    Z_i,
    g,
    psi_rbar,
    q_ion,
    r_0,
    r_likely,
    ratio,
    rbar,
    rbar_any,
    rbar_f,
    rbar_i,
    wave,
)
from derivations.hirsch.notation.common import a_0, e, hbar, m_e, r, x, y, z
from derivations.hirsch.paper import paper
from derivations.physics.wave_functions import (
    coulomb_energy,
    is_normalised,
    kinetic_energy,
    lowest_energy,
    minimum_at,
    most_probable,
    no_zero,
    solves,
)
from verify.claims import (
    aside,
    equal,
    follows_from,
    greater,
    less,
    specialise,
)

HERE = "II.A"

anything = wave(x, y, z)
paper.spellings += ((r"\langle H_{kin}\rangle", E_kin), (r"\langle H_{pot}\rangle", E_pot))

# --- the atom ---------------------------------------------------------------------------------------------------------

kinetic_operator = paper.premise(
    "x.kin",
    where=HERE,
    printed="the operator of the kinetic energy",
    lhs=Hkin_psi,
    rhs=-(hbar**2) / (2 * m_e) * (Derivative(anything, x, 2) + Derivative(anything, y, 2) + Derivative(anything, z, 2)),
    law="p²/(2m_e) with p = −iħ∇",
)
ion = paper.premise(
    "x.ion", where=HERE, printed="the ionic charge is $(-Ze)$", lhs=q_ion, rhs=-Z * e, page="the text of (1)"
)
coulomb = paper.premise(
    "x.coulomb",
    where=HERE,
    printed="the energy of the electron and the ion, at the distance r",
    lhs=Hpot_psi,
    rhs=e * q_ion / r * anything,
    law="Coulomb's law",
)
both = paper.premise(
    "x.H",
    where=HERE,
    printed="the Hamiltonian is the sum of the two",
    lhs=H_psi,
    rhs=Hkin_psi + Hpot_psi,
    law="the Hamiltonian of a charge in an electrostatic potential",
)
eq1 = paper.claim(
    "1",
    equal(
        H_psi,
        -(hbar**2) / (2 * m_e) * (Derivative(anything, x, 2) + Derivative(anything, y, 2) + Derivative(anything, z, 2))
        - Z * e**2 / r * anything,
        Hkin_psi + Hpot_psi,
    ),
    by=follows_from(kinetic_operator, ion, coulomb, both),
    where=HERE,
    printed=r"H = -\frac{\hbar^2}{2m_e}\nabla^2 - \frac{Ze^2}{r} \equiv H_{kin} + H_{pot}",
    note="The operators are applied to any function of the place. As e is negative, the charge of the ion is positive.",
    asides=[aside("the charge of the ion is positive", greater(q_ion, 0), by=follows_from(ion))],
)
orbital = (1 / (rbar**3 * pi)) ** Rational(1, 2) * exp(-r / rbar)
eq2 = paper.given(
    "2",
    where=HERE,
    printed=r"\psi_{\bar{r}}(r) = \left(\frac{1}{\bar{r}^3\pi}\right)^{1/2} e^{-r/\bar{r}}",
    lhs=psi_rbar(r),
    rhs=orbital,
)
normalised = paper.claim(
    "2-norm",
    is_normalised(orbital, r),
    where=HERE,
    printed="the factor of (2) normalises it",
    note="Not said in the paper; the mean values need it.",
)
likely = paper.premise(
    "x.likely",
    where=HERE,
    printed="r is where the slope of the density of the distance is zero",
    lhs=diff(r**2 * orbital**2, r).subs(r, r_likely),
    rhs=0,
    law="a maximum of a smooth function; the density of the distance is 4πr²ψ²",
)
most_probable_radius = paper.claim(
    "2-most-probable",
    equal(r_likely, rbar),
    most_probable(orbital, r, rbar, ratio=ratio),
    by=follows_from(likely),
    where=HERE,
    conditions=[Ne(ratio, 1)],
    printed=r"the most probable radial position is $r = \bar{r}$",
    note="The density of the distance, 4πr²ψ², is lower at every other distance. The density for each volume, ψ², has its maximum in the centre.",
)
eq3a = paper.step(
    "3a",
    where=HERE,
    printed=r"E_{kin}(\bar{r}) = \langle H_{kin}\rangle = \frac{\hbar^2}{2m_e\bar{r}^2}",
    lhs=E_kin,
    rhs=(E_kin, hbar**2 / (2 * m_e * rbar**2)),
    by=follows_from(
        paper.premise(
            "x.Hkin",
            where=HERE,
            printed="the expectation value of the first part of (1) with (2)",
            lhs=E_kin,
            rhs=kinetic_energy(orbital, r, mass=m_e, hbar=hbar),
            page="the text before (3a), with (1) and (2)",
        ),
    ),
)
eq3b = paper.step(
    "3b",
    where=HERE,
    printed=r"E_{pot}(\bar{r}) = \langle H_{pot}\rangle = -\frac{Ze^2}{\bar{r}}",
    lhs=E_pot,
    rhs=(E_pot, -Z * e**2 / rbar),
    by=follows_from(
        paper.premise(
            "x.Hpot",
            where=HERE,
            printed="the expectation value of the second part of (1) with (2)",
            lhs=E_pot,
            rhs=coulomb_energy(orbital, r, charges=e * q_ion),
            page="the text before (3a), with (1) and (2)",
        ),
        ion,
    ),
)
eq_a0 = paper.given("a0", where=HERE, printed=r"a_0 = \hbar^2/(m_e e^2)", lhs=a_0, rhs=hbar**2 / (m_e * e**2))
energy_sum = paper.premise(
    "x.total",
    where=HERE,
    printed="the total energy is the sum of both",
    lhs=E_total,
    rhs=E_kin + E_pot,
    page="the text after (3b)",
)
total_energy = paper.step(
    "3-total",
    where=HERE,
    printed="the total energy, from (3a) and (3b)",
    lhs=E_total,
    rhs=hbar**2 / (2 * m_e * rbar**2) - Z * e**2 / rbar,
    by=follows_from(energy_sum, eq3a.ends, eq3b.ends),
)
stationary = paper.premise(
    "x.stationary",
    where=HERE,
    printed="the minimum is where the slope of the total energy is zero",
    lhs=diff(hbar**2 / (2 * m_e * rbar**2) - Z * e**2 / rbar, rbar),
    rhs=0,
    page="the text after (3b): at the minimum the derivative of the total energy (3-total) vanishes",
)
called_r0 = paper.premise(
    "x.r0-name", where=HERE, printed="this length is called r_0", lhs=r_0, rhs=rbar, page="the text after (3b)"
)
radius = paper.step(
    "min-r0",
    where=HERE,
    printed="r_0 = a_0/Z",
    lhs=r_0,
    rhs=a_0 / Z,
    by=follows_from(eq_a0, stationary, called_r0),
    note="The one length at which the slope is zero; that the energy is lowest there is min-rbar.",
)
lowest = paper.claim(
    "min-rbar",
    equal(rbar, r_0, a_0 / Z),
    minimum_at(hbar**2 / (2 * m_e * rbar_any**2) - Z * e**2 / rbar_any, rbar_any, a_0 / Z),
    by=follows_from(eq_a0, stationary, called_r0),
    where=HERE,
    printed=r"the minimum total energy results for $\bar{r} = r_0 = a_0/Z$",
    note="Of all lengths of (2): the slope is zero, the second derivative is positive, and no other length has less energy.",
)
ground_state = paper.claim(
    "ground-state",
    solves(
        orbital.subs(rbar, a_0 / Z),
        r,
        energy=hbar**2 / (2 * m_e * (a_0 / Z) ** 2) - Z * e**2 / (a_0 / Z),
        potential=-Z * e**2 / r,
        mass=m_e,
        hbar=hbar,
    ),
    no_zero(orbital.subs(rbar, a_0 / Z), r, a_0 / Z, ratio=ratio),
    lowest_energy(
        orbital.subs(rbar, a_0 / Z),
        r,
        energy=hbar**2 / (2 * m_e * (a_0 / Z) ** 2) - Z * e**2 / (a_0 / Z),
        potential=-Z * e**2 / r,
        mass=m_e,
        hbar=hbar,
        place=(x, y, z),
        any_function=g(x, y, z),
    ),
    by=follows_from(eq_a0),
    conditions=[Ne(x**2 + y**2 + z**2, 0)],
    where=HERE,
    printed="this energy is the ground-state energy of (1)",
    note="At this length (2) solves Hψ = Eψ with the energy of (3) and has no zero; by Jacobi's identity no other wave function has less energy.",
)

# --- the orbit expands ------------------------------------------------------------------------------------------------

same_ion = paper.premise(
    "x.Zf",
    where=HERE,
    printed="the ion has Z_f protons while the orbit expands",
    lhs=Z,
    rhs=Z_f,
    page="the text before (4a): the change is sudden, and the orbit evolves with the new Hamiltonian",
)
at_first = specialise(radius, {Z: Z_i, r_0: rbar_i}, general=True)
in_the_end = specialise(radius, {Z: Z_f, r_0: rbar_f}, general=True)
eq4_radii = paper.claim(
    "4-radii",
    equal(rbar_i, a_0 / Z_i),
    equal(rbar_f, a_0 / Z_f),
    less(rbar_i, rbar_f),
    by=follows_from(at_first, in_the_end),
    where=HERE,
    conditions=[Z_f < Z_i],
    printed=r"$\bar{r}_i = a_0/Z_i$, $\bar{r}_f = a_0/Z_f$; as $\bar{r}_i < \bar{r}_f$ the wave function expands",
)
kinetic_i = specialise(eq3a.ends, {rbar: rbar_i, E_kin: E_kin_i}, general=True)
kinetic_f = specialise(eq3a.ends, {rbar: rbar_f, E_kin: E_kin_f}, general=True)
potential_i = specialise(eq3b.ends, {rbar: rbar_i, E_pot: E_pot_i}, general=True)
potential_f = specialise(eq3b.ends, {rbar: rbar_f, E_pot: E_pot_f}, general=True)
total_i = specialise(total_energy, {rbar: rbar_i, E_total: E_total_i}, general=True)
total_f = specialise(total_energy, {rbar: rbar_f, E_total: E_total_f}, general=True)
SUDDEN = "The ion has Z_f protons in both states: its charge changes at once, and then the orbit expands."
eq4a = paper.claim(
    "4a",
    less(E_kin_f, E_kin_i),
    by=follows_from(kinetic_i, kinetic_f, at_first, in_the_end),
    where=HERE,
    conditions=[Z_f < Z_i],
    printed=r"E_{kin}(\bar{r}_f) < E_{kin}(\bar{r}_i)",
)
eq4b = paper.claim(
    "4b",
    greater(E_pot_f, E_pot_i),
    by=follows_from(potential_i, potential_f, at_first, in_the_end),
    where=HERE,
    conditions=[Z_f < Z_i],
    printed=r"E_{pot}(\bar{r}_f) > E_{pot}(\bar{r}_i)",
    note="For any charge of the ion that is the same in both states.",
)
eq4c = paper.claim(
    "4c",
    less(E_total_f, E_total_i),
    by=follows_from(total_i, total_f, at_first, in_the_end, eq_a0, same_ion),
    where=HERE,
    conditions=[Z_f < Z_i],
    printed=r"E_{total}(\bar{r}_f) < E_{total}(\bar{r}_i)",
    note=SUDDEN + " With the first charge before and the last one after, the total energy would rise.",
    asides=[
        aside(
            "the total energy would rise",
            greater(-(Z_f**2) * e**2 / (2 * a_0), -(Z_i**2) * e**2 / (2 * a_0)),
            where=[Z_f < Z_i],
        )
    ],
)
lesser_amount = paper.claim(
    "lesser-amount",
    less(E_pot_f - E_pot_i, E_kin_i - E_kin_f),
    by=follows_from(kinetic_i, kinetic_f, potential_i, potential_f, at_first, in_the_end, eq_a0, same_ion),
    where=HERE,
    conditions=[Z_f < Z_i],
    printed="the potential energy is raised by a lesser amount than the kinetic energy is lowered",
    note=SUDDEN + " The rise is 2Z_f/(Z_i + Z_f) times the fall.",
    asides=[
        aside(
            "The rise is 2Z_f/(Z_i + Z_f) times the fall",
            equal(E_pot_f - E_pot_i, 2 * Z_f / (Z_i + Z_f) * (E_kin_i - E_kin_f)),
            by=follows_from(kinetic_i, kinetic_f, potential_i, potential_f, at_first, in_the_end, eq_a0, same_ion),
        )
    ],
)
