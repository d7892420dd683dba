"""One electron in an atom, its diamagnetism, and an orbit that expands in a magnetic field: (1)-(14)."""

from sympy import Abs, Derivative, Eq, Integral, Ne, Rational, cos, diff, exp, oo, pi, sin, sqrt

from derivations.hirsch.notation import (
    B,
    B_in,
    B_ind,
    B_ind_f,
    B_ind_i,
    B_mean_f,
    B_mean_i,
    Delta_m,
    E_kin,
    E_kin_f,
    E_kin_i,
    E_n,
    E_pot,
    E_pot_f,
    E_pot_i,
    E_s,
    E_total,
    E_total_f,
    E_total_i,
    F_x,
    F_y,
    H_psi,
    Hkin_psi,
    Hpot_psi,
    L_rate,
    Z,
    Z_f,
    Z_i,
    a_0,
    a_x,
    a_y,
    c,
    chi_f,
    chi_i,
    chi_Larmor,
    chi_volume,
    constant,
    e,
    f_r,
    g,
    hbar,
    lambda_L,
    m_e,
    moment,
    moment_f,
    moment_i,
    n_s,
    phi_orbit,
    psi_rbar,
    q_ion,
    r,
    r2,
    r2_rate,
    r2perp,
    r2perp_f,
    r2perp_i,
    r_0,
    r_f,
    r_i,
    r_likely,
    ratio,
    rbar,
    rbar_any,
    rbar_f,
    rbar_i,
    t,
    theta,
    u_n,
    u_s,
    v_f,
    v_i,
    v_needed,
    v_phi,
    v_x,
    v_y,
    wave,
    x,
    x_of,
    y,
    y_of,
    z,
)
from derivations.hirsch.paper import paper
from derivations.physics.wave_functions import (
    coulomb_energy,
    is_normalised,
    kinetic_energy,
    lowest_energy,
    mean,
    mean_square_in_plane,
    minimum_at,
    most_probable,
    no_zero,
    solves,
)
from verify.claims import (
    aside,
    compare_coefficients,
    components_equal,
    correction,
    cross,
    dot,
    equal,
    follows_from,
    greater,
    less,
    scaled,
    specialise,
    substitute,
    total,
    triple,
)

HERE = "II.A"

anything = wave(x, y, z)
place = triple(x, y, 0)
velocity = triple(v_x, v_y, 0)
acceleration = triple(a_x, a_y, 0)
field = triple(0, 0, B)
radial_force = scaled(f_r, place)
paper.spellings += (
    (r"n", n_s),
    (r"\mathbf{r}", place),
    (r"\mathbf{v}", velocity),
    (r"\mathbf{B}", field),
    (r"\mathbf{F}_r", radial_force),
    (r"\langle H_{kin}\rangle", E_kin),
    (r"\langle H_{pot}\rangle", E_pot),
)

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
    "x.ion", where=HERE, printed="the ionic charge is (−Ze)", lhs=q_ion, rhs=-Z * e, page="the text of (1)"
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
    greater(q_ion, 0),
    by=follows_from(kinetic_operator, ion, coulomb, both),
    where=HERE,
    printed=r"$H = -\frac{\hbar^2}{2m_e}\nabla^2 - \frac{Ze^2}{r} \equiv H_{kin} + H_{pot}$ with $(-Ze)$ the ionic charge",
    note="The operators are applied to any function of the place. As e is negative, the charge of the ion is positive.",
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
    note="Not said on the page; the mean values need it.",
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

# --- its diamagnetism -------------------------------------------------------------------------------------------------

mean_square = paper.premise(
    "x.r2",
    where=HERE,
    printed="the mean square distance with (2)",
    lhs=r2,
    rhs=mean(orbital, r, r**2),
    page="the text of (5a): an average with (2)",
)
mean_square_across = paper.premise(
    "x.r2perp",
    where=HERE,
    printed="the mean square distance from the axis with (2)",
    lhs=r2perp,
    rhs=mean_square_in_plane(orbital, r, theta),
    page="the text of (5a): the average of the square of the distance in the plane perpendicular to the field",
)
square_radius = paper.claim(
    "r2perp",
    equal(r2perp, Rational(2, 3) * r2, 2 * rbar**2),
    by=follows_from(mean_square, mean_square_across),
    where=HERE,
    printed=r"\langle r_\perp^2\rangle = (2/3)\langle r^2\rangle = 2\bar{r}^2",
)
by_definition = paper.premise(
    "x.moment",
    where=HERE,
    printed="the moment is minus the slope, in the field, of the mean of e²A²/(2m_e c²) with A = ½B×r",
    lhs=moment,
    rhs=-diff(e**2 / (2 * m_e * c**2) * (B / 2) ** 2 * r2perp, B),
    law="m = −∂E/∂B, to first order; the term linear in the field has no mean value in a state without angular momentum",
)
eq5b = paper.given("5b", where=HERE, printed=r"m = \chi_{Larmor} B", lhs=moment, rhs=chi_Larmor * B)
eq5a = paper.claim(
    "5a",
    equal(chi_Larmor, -(e**2) / (6 * m_e * c**2) * r2, -(e**2) / (4 * m_e * c**2) * r2perp),
    by=follows_from(compare_coefficients(substitute(by_definition, into=eq5b), B, general=True), square_radius.link(0)),
    where=HERE,
    printed=r"\chi_{Larmor} = -\frac{e^2}{6m_ec^2}\langle r^2\rangle = -\frac{e^2}{4m_ec^2}\langle r_\perp^2\rangle",
)
larmor_i = specialise(eq5a.ends, {chi_Larmor: chi_i, r2perp: r2perp_i}, general=True)
larmor_f = specialise(eq5a.ends, {chi_Larmor: chi_f, r2perp: r2perp_f}, general=True)
square_i = specialise(square_radius.ends, {r2perp: r2perp_i, rbar: rbar_i}, general=True)
square_f = specialise(square_radius.ends, {r2perp: r2perp_f, rbar: rbar_f}, general=True)
grows = paper.claim(
    "chi-grows",
    greater(Abs(chi_f), Abs(chi_i)),
    by=follows_from(larmor_i, larmor_f, square_i, square_f),
    where=HERE,
    conditions=[rbar_f > rbar_i],
    printed=r"as the wave function expands from $\bar{r}_i$ to $\bar{r}_f > \bar{r}_i$ the magnitude of the susceptibility increases",
)
change = paper.premise(
    "x.change",
    where=HERE,
    printed="the change of the moment is the last one less the first one",
    lhs=Delta_m,
    rhs=moment_f - moment_i,
    page="the text before (6)",
)
moment_at_first = specialise(eq5b, {moment: moment_i, chi_Larmor: chi_i}, general=True)
moment_in_the_end = specialise(eq5b, {moment: moment_f, chi_Larmor: chi_f}, general=True)
eq6 = paper.step(
    "6",
    where=HERE,
    printed=r"\Delta m = -\frac{e^2}{4m_ec^2}(\langle r_\perp^2\rangle_f - \langle r_\perp^2\rangle_i)B",
    lhs=Delta_m,
    rhs=-(e**2) / (4 * m_e * c**2) * (r2perp_f - r2perp_i) * B,
    by=follows_from(change, moment_at_first, moment_in_the_end, larmor_i, larmor_f),
)
antiparallel = paper.claim(
    "6-antiparallel",
    less(moment_i / B, 0),
    by=follows_from(moment_at_first, larmor_i, square_i),
    where=HERE,
    conditions=[Ne(B, 0)],
    printed="the moment is antiparallel to the field",
)
increases = paper.claim(
    "6-increases",
    greater(moment_f / moment_i, 1),
    less(Delta_m / B, 0),
    by=follows_from(eq6, moment_at_first, moment_in_the_end, larmor_i, larmor_f, square_i, square_f),
    where=HERE,
    conditions=[rbar_f > rbar_i, Ne(B, 0)],
    printed="the moment increases in magnitude, and the change is antiparallel to the field, too",
)

# --- the field in the orbit -------------------------------------------------------------------------------------------

current = -(e**2) / (m_e * c) * orbital**2 * B * r * sin(theta) / 2
centre = paper.premise(
    "x.centre",
    where=HERE,
    printed="the field of the electron in the centre of its orbit",
    lhs=B_ind,
    rhs=Integral(Integral(2 * pi * r**2 * sin(theta) * current * sin(theta) / (c * r**2), (theta, 0, pi)), (r, 0, oo)),
    law="the law of Biot and Savart, with the current −e²ψ²A/(m_e c) round the axis that A = ½B×r drives in a state without angular momentum",
)
field_in_centre = paper.step(
    "6-centre",
    where=HERE,
    printed="the field in the centre of the orbit of (2)",
    lhs=B_ind,
    rhs=-(e**2) / (3 * m_e * c**2 * rbar) * B,
    by=follows_from(centre),
)
field_i = specialise(field_in_centre, {B_ind: B_ind_i, rbar: rbar_i}, general=True)
field_f = specialise(field_in_centre, {B_ind: B_ind_f, rbar: rbar_f}, general=True)
many_i = paper.premise(
    "x.many-i",
    where=HERE,
    printed="the mean field of n such electrons for each volume is 4πn times the moment of one, at first",
    lhs=B_mean_i,
    rhs=4 * pi * n_s * moment_i,
    law="the magnetization nm of a long sample along the field gives the mean field 4πnm",
)
many_f = paper.premise(
    "x.many-f",
    where=HERE,
    printed="the mean field of n such electrons for each volume is 4πn times the moment of one, in the end",
    lhs=B_mean_f,
    rhs=4 * pi * n_s * moment_f,
    law="the magnetization nm of a long sample along the field gives the mean field 4πnm",
)
larger_field = paper.claim(
    "6-field",
    less(B_ind_i / B, 0),
    less(B_ind_f / B, 0),
    greater(B_ind_f / B_ind_i, 1),
    by=follows_from(field_i, field_f),
    where=HERE,
    conditions=[rbar_f > rbar_i, Ne(B, 0)],
    printed="the moment gives rise to an increasingly larger field, opposite to the applied one, in the region inside the orbit",
    readings=[
        correction(
            "the mean field of many orbits",
            less(B_mean_i / B, 0),
            less(B_mean_f / B, 0),
            greater(B_mean_f / B_mean_i, 1),
            by=follows_from(many_i, many_f, moment_at_first, moment_in_the_end, larmor_i, larmor_f, square_i, square_f),
            where=[rbar_f > rbar_i, Ne(B, 0)],
            condition="it is the mean field in a sample with a fixed density of such electrons, so that orbits overlap as they grow; in the centre of one orbit the field falls",
        )
    ],
    note="In the centre, which is inside the orbit at first and in the end: the field is opposite to the applied one, but it falls as 1/r̄ while the moment grows as r̄².",
    asides=[
        aside("it falls as 1/r̄", equal(B_ind_f / B_ind_i, rbar_i / rbar_f), by=follows_from(field_i, field_f)),
        aside(
            "the moment grows as r̄²",
            equal(moment_f / moment_i, rbar_f**2 / rbar_i**2),
            by=follows_from(moment_at_first, moment_in_the_end, larmor_i, larmor_f, square_i, square_f),
            where=[Ne(B, 0)],
        ),
    ],
)

# --- perfect diamagnetism ---------------------------------------------------------------------------------------------

inside_sample = paper.premise(
    "x.inside",
    where=HERE,
    printed="the field inside a long sample along the field",
    lhs=B_in,
    rhs=(1 + 4 * pi * chi_volume) * B,
    law="B + 4πM with the magnetization M = χB, Gaussian",
)
perfect = paper.premise(
    "x.perfect",
    where=HERE,
    printed="perfect diamagnetism: the field inside is zero",
    lhs=B_in,
    rhs=0,
    law="what perfect diamagnetism means",
)
perfect_value = paper.claim(
    "perfect-dia",
    equal(chi_volume, -1 / (4 * pi)),
    by=compare_coefficients(substitute(perfect, into=inside_sample), B, general=True),
    where=HERE,
    printed=r"for perfect diamagnetism the susceptibility has to take the value $-1/(4\pi)$",
    note="For every field. That this value is enough, too, is perfect-dia-2.",
)
enough = paper.claim(
    "perfect-dia-2",
    equal(B_in, 0),
    by=follows_from(inside_sample),
    where=HERE,
    conditions=[Eq(chi_volume, -1 / (4 * pi))],
    printed="with this susceptibility the field inside is zero",
)
per_volume = paper.premise(
    "x.volume",
    where=HERE,
    printed="the susceptibility of n electrons for each volume",
    lhs=chi_volume,
    rhs=n_s * chi_Larmor,
    page="the text before (7)",
)
eq7 = paper.step(
    "7",
    where=HERE,
    printed=r"-\frac{1}{4\pi} = -\frac{ne^2}{4m_ec^2}\langle r_\perp^2\rangle",
    lhs=-1 / (4 * pi),
    rhs=-n_s * e**2 / (4 * m_e * c**2) * r2perp,
    by=follows_from(perfect_value, per_volume, eq5a.ends),
)
eq8 = paper.given(
    "8",
    where=HERE,
    printed=r"\frac{1}{\lambda_L^2} = \frac{4\pi n e^2}{m_e c^2}",
    lhs=1 / lambda_L**2,
    rhs=4 * pi * n_s * e**2 / (m_e * c**2),
)
twice_lambda = paper.claim(
    "7-2lambda",
    equal(sqrt(r2perp), 2 * lambda_L),
    by=follows_from(eq7, eq8),
    where=HERE,
    printed=r"\sqrt{\langle r_\perp^2\rangle} = 2\lambda_L",
)
enough_lambda = paper.claim(
    "7-2lambda-2",
    equal(-1 / (4 * pi), -n_s * e**2 / (4 * m_e * c**2) * (2 * lambda_L) ** 2),
    by=follows_from(eq8),
    where=HERE,
    printed="(7) holds where the root of the mean square is 2λ_L",
)

# --- an orbit that expands in a field ---------------------------------------------------------------------------------

newton_x = paper.premise(
    "x.newton-x",
    where=HERE,
    printed="the mass times the acceleration is the force, x component",
    lhs=m_e * acceleration[0],
    rhs=F_x,
    law="Newton's second law",
)
newton_y = paper.premise(
    "x.newton-y",
    where=HERE,
    printed="the mass times the acceleration is the force, y component",
    lhs=m_e * acceleration[1],
    rhs=F_y,
    law="Newton's second law",
)
force = total(scaled(e / c, cross(velocity, field)), radial_force)
force_x = paper.premise(
    "x.force-x",
    where=HERE,
    printed="the force is that of Lorentz and a radial one, x component",
    lhs=F_x,
    rhs=force[0],
    page="the text before (9); the radial force points along the distance from the centre",
)
force_y = paper.premise(
    "x.force-y",
    where=HERE,
    printed="the force is that of Lorentz and a radial one, y component",
    lhs=F_y,
    rhs=force[1],
    page="the text before (9); the radial force points along the distance from the centre",
)
eq9 = paper.claim(
    "9",
    components_equal(scaled(m_e, acceleration), force),
    by=follows_from(newton_x, newton_y, force_x, force_y),
    where=HERE,
    printed=r"m_e\frac{d\mathbf{v}}{dt} = \frac{e}{c}\mathbf{v}\times\mathbf{B} + \mathbf{F}_r",
    note="The electron moves in the plane perpendicular to B, and the radial force is any multiple of its distance r from the centre.",
)
eq10 = paper.claim(
    "10",
    components_equal(cross(place, acceleration), scaled(e / (m_e * c), cross(place, cross(velocity, field)))),
    by=follows_from(eq9),
    where=HERE,
    printed=r"\mathbf{r}\times\frac{d\mathbf{v}}{dt} = \frac{e}{m_ec}\mathbf{r}\times(\mathbf{v}\times\mathbf{B})",
    note="The radial force has no moment about the centre.",
)
triple_product = paper.claim(
    "10-bac",
    components_equal(cross(place, cross(velocity, field)), scaled(-dot(place, velocity), field)),
    where=HERE,
    printed=r"\mathbf{r}\times(\mathbf{v}\times\mathbf{B}) = -(\mathbf{r}\cdot\mathbf{v})\mathbf{B}",
    note="As r·B = 0; for any velocity.",
)
place_at = triple(x_of(t), y_of(t), 0)
velocity_at = triple(Derivative(x_of(t), t), Derivative(y_of(t), t), 0)
acceleration_at = triple(Derivative(x_of(t), t, 2), Derivative(y_of(t), t, 2), 0)
product_rule = paper.claim(
    "11-product",
    equal(Derivative(cross(place_at, velocity_at)[2], t), cross(place_at, acceleration_at)[2]),
    equal(Derivative(dot(place_at, place_at), t), 2 * dot(place_at, velocity_at)),
    where=HERE,
    printed="the rate of change of r×v is r×dv/dt, that of r² is 2r·v",
    note="For any motion: v×v is zero.",
)
rate_of_moment = paper.premise(
    "x.rate-L",
    where=HERE,
    printed="the rate of change of r×v, along the field",
    lhs=L_rate,
    rhs=cross(place, acceleration)[2],
    law="the product rule (11-product)",
)
rate_of_square = paper.premise(
    "x.rate-r2",
    where=HERE,
    printed="the rate of change of r²",
    lhs=r2_rate,
    rhs=2 * dot(place, velocity),
    law="the product rule (11-product)",
)
eq11 = paper.claim(
    "11",
    equal(L_rate, -e / (m_e * c) * dot(place, velocity) * B, -e / (2 * m_e * c) * r2_rate * B),
    by=follows_from(eq9, rate_of_moment, rate_of_square),
    where=HERE,
    printed=r"\frac{d}{dt}(\mathbf{r}\times\mathbf{v}) = -\frac{e}{m_ec}(\mathbf{r}\cdot\mathbf{v})\mathbf{B} = -\frac{e}{2m_ec}\left(\frac{d}{dt}r^2\right)\mathbf{B}",
    note="Along the field; the other components are zero. The rates of change are those of 11-product.",
)
conserved_sum = paper.claim(
    "11-const",
    equal(L_rate + e / (2 * m_e * c) * B * r2_rate, 0),
    by=follows_from(eq11.ends),
    where=HERE,
    printed="in a constant field r×v + (e/2m_e c) r² B does not change",
)
throughout = paper.premise(
    "x.const",
    where=HERE,
    printed="on a circle r×v is r times the azimuthal velocity, and the sum of 11-const is the same before and after",
    lhs=r * v_phi,
    rhs=constant - e / (2 * m_e * c) * B * r**2,
    law="what has no rate of change (11-const) is constant; the applied field stays as it is",
)
before = specialise(throughout, {r: r_i, v_phi: v_i}, general=True)
after = specialise(throughout, {r: r_f, v_phi: v_f}, general=True)
eq12 = paper.step(
    "12",
    where=HERE,
    printed=r"\bar{r}_f v_f - \bar{r}_i v_i = -\frac{e}{2m_ec}(\bar{r}_f^2 - \bar{r}_i^2)B",
    lhs=r_f * v_f - r_i * v_i,
    rhs=-e / (2 * m_e * c) * (r_f**2 - r_i**2) * B,
    by=follows_from(before, after),
    note="v is the azimuthal velocity, positive where the electron circles counterclockwise about B; a radial velocity plays no part.",
)
loop = paper.premise(
    "x.loop",
    where=HERE,
    printed="the moment of a charge on a circle: its current times the area, over c",
    lhs=moment,
    rhs=e * v_phi / (2 * pi * r) * pi * r**2 / c,
    law="the magnetic moment of a ring current, Gaussian",
)
on_circle = scaled(r, triple(cos(phi_orbit), sin(phi_orbit), 0))
along_circle = scaled(v_phi, triple(-sin(phi_orbit), cos(phi_orbit), 0))
paper.spellings += ((r"\mathbf{m}", triple(0, 0, moment)), (r"\mathbf{r}", on_circle), (r"\mathbf{v}", along_circle))
eq13 = paper.claim(
    "13",
    components_equal(triple(0, 0, moment), scaled(e / (2 * c), cross(on_circle, along_circle))),
    by=follows_from(loop),
    where=HERE,
    printed=r"\mathbf{m} = \frac{e}{2c}\mathbf{r}\times\mathbf{v}",
    note="On a circle, from the current and the area.",
)
orbit_moment_i = specialise(loop, {moment: moment_i, r: r_i, v_phi: v_i}, general=True)
orbit_moment_f = specialise(loop, {moment: moment_f, r: r_f, v_phi: v_f}, general=True)
eq14 = paper.step(
    "14",
    where=HERE,
    printed=r"\Delta m = -\frac{e^2}{4m_ec^2}(\bar{r}_f^2 - \bar{r}_i^2)B",
    lhs=Delta_m,
    rhs=-(e**2) / (4 * m_e * c**2) * (r_f**2 - r_i**2) * B,
    by=follows_from(change, orbit_moment_i, orbit_moment_f, eq12),
)
in_plane_i = paper.premise(
    "x.plane-i",
    where=HERE,
    printed="the square of the first radius of (12) is the mean square of (6)",
    lhs=r2perp_i,
    rhs=r_i**2,
    assumption="the orbit of (10) lies in the plane perpendicular to the field, so its radius is taken for the root of the mean square of (6); the page prints the letter of (2), with which (6) is twice (14)",
)
in_plane_f = paper.premise(
    "x.plane-f",
    where=HERE,
    printed="the square of the last radius of (12) is the mean square of (6)",
    lhs=r2perp_f,
    rhs=r_f**2,
    assumption="the orbit of (10) lies in the plane perpendicular to the field, so its radius is taken for the root of the mean square of (6); the page prints the letter of (2), with which (6) is twice (14)",
)
agreement = paper.cross_reference(
    "14-vs-6",
    lhs=-(e**2) / (4 * m_e * c**2) * (r_f**2 - r_i**2) * B,
    rhs=-(e**2) / (4 * m_e * c**2) * (r2perp_f - r2perp_i) * B,
    by=follows_from(in_plane_i, in_plane_f),
    where=HERE,
    printed="(14) is in agreement with Eq. (6)",
    note="For radii of an orbit. The page prints the letter of (2), with which (6) is twice (14).",
    asides=[
        aside(
            "with which (6) is twice (14)",
            equal(
                -(e**2) / (4 * m_e * c**2) * (r2perp_f - r2perp_i) * B,
                2 * (-(e**2) / (4 * m_e * c**2) * (rbar_f**2 - rbar_i**2) * B),
            ),
            by=follows_from(square_i, square_f),
        )
    ],
)

# --- from a microscopic orbit to one of 2λ_L --------------------------------------------------------------------------

larmor_at_first = paper.premise(
    "x.larmor-i",
    where="II.A/VI",
    printed="the first orbit has the moment of (5b)",
    lhs=moment_i,
    rhs=-(e**2) / (4 * m_e * c**2) * r_i**2 * B,
    page="the text before (6): at first the moment is a small one, antiparallel to the field; for an orbit of radius r it is (33), for one electron, times the field",
)
reached = paper.premise(
    "x.reached",
    where="II.A/VI",
    printed="the last radius is 2λ_L",
    lhs=r_f,
    rhs=2 * lambda_L,
    page="the text after (36)",
)
moment_needed = paper.premise(
    "x.needed",
    where="II.A/VI",
    printed="n moments of an orbit of radius 2λ_L, with the velocity that is needed, are the magnetization −B/4π",
    lhs=n_s * e / (2 * c) * 2 * lambda_L * v_needed,
    rhs=-B / (4 * pi),
    law="the magnetization of a perfect diamagnet (perfect-dia), and the moment (13) of each of n electrons",
)
speed_needed = paper.claim(
    "field-at-2lambda",
    equal(v_f, v_needed),
    by=follows_from(eq12, eq8, orbit_moment_i, larmor_at_first, reached, moment_needed),
    where="II.A/VI",
    printed="the Lorentz force gives the electron that comes from a microscopic orbit the azimuthal velocity that perfect diamagnetism needs at 2λ_L",
    note="Exactly, where the first orbit has the moment of (5b), for any first radius; both are −eλ_L B/(m_e c).",
    asides=[
        aside(
            "both are −eλ_L B/(m_e c)",
            equal(v_f, -e * lambda_L * B / (m_e * c)),
            equal(v_needed, -e * lambda_L * B / (m_e * c)),
            by=follows_from(eq12, eq8, orbit_moment_i, larmor_at_first, reached, moment_needed),
        )
    ],
)
proportional = paper.claim(
    "Epot-Z",
    equal(E_pot_f / E_pot_i, Z_f / Z_i),
    by=follows_from(
        specialise(eq3b.ends, {E_pot: E_pot_i, Z: Z_i}, general=True),
        specialise(eq3b.ends, {E_pot: E_pot_f, Z: Z_f}, general=True),
    ),
    where=HERE,
    printed="E_pot of (3b) is proportional to the ionic charge Z",
    note="For any two charges and one orbit.",
)
neutral = paper.premise(
    "x.neutral",
    where="II.A/Fig. 2",
    printed="a uniform neutral charge has no field",
    lhs=E_n,
    rhs=0,
    law="Gauss's law with the charge density zero, and no field from outside",
)
energy_normal = paper.premise(
    "x.u-normal",
    where="II.A/Fig. 2",
    printed="the energy of the normal state's field for each volume",
    lhs=u_n,
    rhs=E_n**2 / (8 * pi),
    law="the energy of an electrostatic field, Gaussian",
)
energy_super = paper.premise(
    "x.u-super",
    where="II.A/Fig. 2",
    printed="the energy of the superconductor's field for each volume",
    lhs=u_s,
    rhs=E_s**2 / (8 * pi),
    law="the energy of an electrostatic field, Gaussian",
)
lower = paper.claim(
    "Fig2",
    less(u_n, u_s),
    by=follows_from(neutral, energy_normal, energy_super),
    where="II.A/Fig. 2",
    conditions=[Ne(E_s, 0)],
    printed="the potential energy is lower in the normal state, where the charge is uniformly distributed",
    note="For each volume that has a field in the superconductor, as the charge that the figure shows makes one; averaged over distances between atoms.",
)
