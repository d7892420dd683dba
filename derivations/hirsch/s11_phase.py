"""The phase of the electron, and the energy of an orbit: (74)-(83)."""

from sympy import Abs, Derivative, I, Integral, Rational, diff, exp, pi, sqrt

from derivations.hirsch.notation import (
    E_elec,
    E_kin,
    E_m,
    E_pot,
    E_s,
    E_tot,
    L,
    N_turn,
    Psi,
    U_elec,
    alpha,
    c,
    e,
    f,
    h,
    hbar,
    ion_distance,
    k_F,
    l_orbit,
    lambda_L,
    m_e,
    n_s,
    n_turn,
    normal,
    phi,
    phi_2,
    r,
    rho,
    rho_0,
    rho_minus,
    screened,
    sigma,
    spin,
    spin_potential,
    theta_here,
    theta_turn,
    v_orbit,
    v_sigma0,
)
from derivations.hirsch.paper import paper
from derivations.hirsch.s2a_one_electron import eq8
from derivations.hirsch.s5_giant_atom import eq30
from derivations.hirsch.s7_spin_meissner import half_hbar, speed38
from derivations.hirsch.s8_expelled_charge import eq48
from derivations.hirsch.s10_rashba import eq66b, eq68, eq69_inside, up_or_down
from verify.claims import (
    AMBIGUITY,
    CODATA_2022,
    CONVENTION,
    DOMAIN,
    approx,
    aside,
    at_least,
    at_most,
    components_equal,
    correction,
    cross,
    dot,
    equal,
    follows_from,
    greater,
    less,
    order_of,
    printed_number,
    reading,
    scaled,
    specialise,
)
from verify.units import angstrom, pure_number

HERE = "XI"
NATURE = {m_e: CODATA_2022.m_e, c: CODATA_2022.c, hbar: CODATA_2022.hbar}
paper.spellings += (
    (r"\Psi(r, \phi)", Psi(r, phi)),
    (r"\Psi(\vec{r})", Psi(r, phi)),
    (r"\theta(\vec{r})", theta_here),
    (r"\vec{E}_s(\vec{r})", screened),
)

# --- the phase

ref_43 = paper.cross_reference(
    "XI-ref43",
    where=HERE,
    printed=r"the orbital angular momentum of electrons was found to be $\frac{\hbar}{2}$ (Eq. (43))",
    lhs=m_e * v_sigma0 * (2 * lambda_L),
    rhs=half_hbar,
    by=follows_from(speed38),
    note="Its magnitude, m_e v 2λ_L with the speed of (38).",
)
double_valued = f(r) * exp(I * phi / 2)
eq74 = paper.given("74", where=HERE, printed=r"\Psi(r, \phi) = f(r) e^{i\phi/2}", lhs=Psi(r, phi), rhs=double_valued)
eq74_Lz = paper.claim(
    "74-Lz",
    equal(-I * hbar * Derivative(double_valued, phi), half_hbar * double_valued),
    equal(f(r) * exp(I * (phi + 2 * pi) / 2), -double_valued),
    at_least((n_turn + Rational(1, 2)) * hbar, half_hbar),
    at_most((-1 - n_turn + Rational(1, 2)) * hbar, -half_hbar),
    where=HERE,
    printed="the minimum angular momentum ħ/2 of a double-valued wave function, that is of (74)",
    note="(74) is an eigenfunction of −iħ∂/∂φ with ħ/2 and changes its sign after one turn; exp(i(N + ½)φ) are all that do so: decided for N = n_t and for N = −1 − n_t, which are all whole numbers.",
    asides=[
        aside(
            "exp(i(N + ½)φ) are all that do so",
            equal(exp(I * (N_turn + Rational(1, 2)) * (phi + 2 * pi)), -exp(I * (N_turn + Rational(1, 2)) * phi)),
        )
    ],
)
eq75a = paper.given(
    "75a",
    where=HERE,
    printed=r"\Psi(\vec{r}) = |\Psi(\vec{r})| e^{i\theta(\vec{r})}",
    lhs=Psi(r, phi),
    rhs=Abs(Psi(r, phi)) * exp(I * theta_here),
)
half_angle = paper.premise(
    "x.75",
    where=HERE,
    printed="the phase of (74) is half of the azimuth",
    lhs=theta_here,
    rhs=phi / 2,
    page="(74) with (75a), its radial part a magnitude",
)
turned = specialise(half_angle, {phi: phi + 2 * pi, theta_here: theta_turn})
eq75b = paper.step(
    "75b",
    where=HERE,
    printed=r"\theta(\phi + 2\pi) = \theta(\phi) + \pi",
    lhs=theta_turn,
    rhs=theta_here + pi,
    by=follows_from(half_angle, turned),
)
planck = paper.premise("x.h", where=HERE, printed=r"h = 2\pi\hbar", lhs=h, rhs=2 * pi * hbar, law="definition of ħ")
flux = N_turn * h * c / (2 * e)
eq75b_flux = paper.claim(
    "75b-flux",
    equal(exp(I * e * flux / (hbar * c)), exp(I * pi)),
    by=follows_from(planck),
    where=HERE,
    printed="that the flux is quantised in units hc/2e rather than hc/e arises from the phase condition Eq. (75b)",
    readings=[
        correction(
            "odd multiples",
            equal(exp(I * e * flux.subs(N_turn, 2 * N_turn + 1) / (hbar * c)), exp(I * pi)),
            by=follows_from(planck),
            condition="only the odd multiples of hc/2e satisfy the condition; no flux at all, and all the other even multiples, do not, and those that do are hc/e apart",
        )
    ],
    note="Where no current flows, the phase of a charge e changes by eΦ/(ħc) around a flux Φ, and (75b) wants this phase factor to be that of a change by π: "
    "decided for a flux of N units hc/2e with any whole number N. Even multiples need a single-valued function.",
    asides=[
        aside(
            "those that do are hc/e apart",
            equal(flux.subs(N_turn, 2 * N_turn + 3) - flux.subs(N_turn, 2 * N_turn + 1), h * c / e),
        ),
    ],
)
angle = paper.claim(
    "XI-phase-angle",
    equal(theta_here, phi),
    by=follows_from(half_angle),
    where=HERE,
    printed="the phase of the superconducting electron can be interpreted as its angular position on the orbit of radius 2λ_L, the same for all electrons of one spin, and opposite for the other spin",
    readings=[
        correction(
            "θ = φ/2",
            equal(theta_here, phi / 2),
            by=follows_from(half_angle),
            condition="the phase is φ/2: this is what makes the function double valued",
        )
    ],
    note="By (75b) the phase changes by π in one turn, the angular position by 2π. That it is the same for all electrons of a spin, and opposite for the other spin, is not decided.",
    asides=[
        aside("the angular position by 2π", equal((phi + 2 * pi) - phi, 2 * pi)),
        aside(
            "the phase changes by π in one turn",
            equal(theta_turn - theta_here, pi),
            by=follows_from(half_angle, turned),
        ),
    ],
)
pair = exp(I * phi / 2) * exp(-I * phi_2 / 2)
eq_pair = paper.claim(
    "XI-pair",
    equal(pair.subs(phi, phi + 2 * pi), pair),
    where=HERE,
    printed="because electrons are paired in superconductors the total wave function is single valued",
    readings=[
        reading(
            "a pair as a whole",
            equal(pair.subs({phi: phi + 2 * pi, phi_2: phi_2 + 2 * pi}, simultaneous=True), pair),
            ground=AMBIGUITY,
            of="paired",
            condition="both electrons of a pair go around together; when one of them goes around alone, the wave function of the two changes its sign",
        )
    ],
    note="The product of (74) for two electrons of opposite phase. Decided first: as a function of each azimuth, when one electron goes around.",
    asides=[
        aside(
            "the wave function of the two changes its sign",
            equal(pair.subs(phi, phi + 2 * pi), -pair),
        )
    ],
)
coherence = paper.remark(
    "XI-coherence",
    where=HERE,
    printed="phase coherence is required to avoid collisions, because the orbits overlap",
    why="A picture: no condition for a collision, and no measure of coherence, is given.",
)
carriers = paper.premise(
    "x.fig7-n",
    where=HERE,
    printed=r"$n_s = \frac{k_F^3}{3\pi^2}$",
    lhs=n_s,
    rhs=k_F**3 / (3 * pi**2),
    assumption="all electrons are superfluid and free; k_F is taken as one per Å, which VI gives as its order",
)
fine_structure = paper.premise(
    "x.alpha",
    where=HERE,
    printed=r"$e = -\sqrt{\alpha\hbar c}$",
    lhs=e,
    rhs=-sqrt(alpha * hbar * c),
    law="definition of α; e is negative",
)
size = paper.claim(
    "Fig7-2lambda-size",
    approx(
        2 * lambda_L,
        "500",
        unit=angstrom,
        within=("200", "1000", "several hundreds"),
        constants={
            k_F: printed_number("1", pure_number / angstrom),
            m_e: CODATA_2022.m_e,
            c: CODATA_2022.c,
            hbar: CODATA_2022.hbar,
            alpha: CODATA_2022.alpha,
        },
    ),
    by=follows_from(eq8, carriers, fine_structure),
    where="XI",
    printed="orbits of radius 2λ_L, several hundreds Angstrom",
)
one_each = paper.premise(
    "x.fig7-d",
    where=HERE,
    printed=r"$\frac{1}{d^3} = \frac{k_F^3}{3\pi^2}$",
    lhs=1 / ion_distance**3,
    rhs=k_F**3 / (3 * pi**2),
    assumption="one free electron for each ion, and the ions at the corners of cubes",
)
fermi_orbits = paper.claim(
    "Fig7-kF",
    order_of(1 / (k_F * ion_distance), "1"),
    by=follows_from(one_each),
    where=HERE,
    printed="orbits of radius 1/k_F, of order of the ionic lattice spacing",
)
opposite = paper.claim(
    "Fig7-spins",
    components_equal(
        scaled(-hbar / (4 * m_e * lambda_L), cross(scaled(-1, spin), normal)),
        scaled(-1, scaled(-hbar / (4 * m_e * lambda_L), cross(spin, normal))),
    ),
    where=HERE,
    printed="electrons of opposite spin rotate in opposite directions",
    note="The velocity (70) at one place of the surface, for the two directions of the spin.",
)

# --- the energy of an orbit

on_circle = paper.premise(
    "x.76-L",
    where=HERE,
    printed=r"$L = m_e v_o r$",
    lhs=L,
    rhs=m_e * v_orbit * r,
    page="the orbit is a circle of radius r (VI)",
)
by_speed = paper.premise(
    "x.76-E",
    where=HERE,
    printed=r"$E_{kin} = \frac{1}{2} m_e v_o^2$",
    lhs=E_kin,
    rhs=m_e * v_orbit**2 / 2,
    law="kinetic energy",
)
paper.spellings += ((r"m", m_e),)
eq76 = paper.step(
    "76",
    where=HERE,
    printed=r"E_{kin} = \frac{L^2}{2 m r^2}",
    lhs=E_kin,
    rhs=L**2 / (2 * m_e * r**2),
    by=follows_from(on_circle, by_speed),
    note="Of a circular orbit.",
)
eq76_lowering = paper.claim(
    "76-lowering",
    less(diff(l_orbit**2 / (2 * m_e * r**2), r), 0),
    where=HERE,
    printed="if L has a fixed value that is not zero, the kinetic energy is lowered when r increases",
    note="(76) depends on the magnitude of L alone, which is written here.",
)
across = [
    paper.premise(
        f"x.77-{words}",
        where=HERE,
        printed=f"normal along x, spin along z: {words}",
        lhs=lhs,
        rhs=rhs,
        law="choice of the axes; the spin is along the axis of the cylinder (Fig. 6)",
    )
    for words, lhs, rhs in (
        ("nx", normal[0], 1),
        ("ny", normal[1], 0),
        ("sx", spin[0], 0),
        ("sy", spin[1], 0),
    )
]
as_direction = paper.premise(
    "x.77-sz",
    where=HERE,
    printed="in the square, too, the spin counts as a direction, a number σ along the axis, and not as an operator (66-quadratic)",
    lhs=spin[2],
    rhs=sigma,
    assumption="the square of the operator in (66a) is twice as large as (77); see 66-quadratic",
)
squared = paper.premise(
    "x.77",
    where=HERE,
    printed="the energy is the term of (66a) with the square of the vector potential",
    lhs=E_pot,
    rhs=e**2 / (2 * m_e * c**2) * dot(spin_potential, spin_potential),
    page="the text after (77)",
)
eq77 = paper.step(
    "77",
    where=HERE,
    printed=r"E_{pot} = \frac{e^2 E_m^2}{8 m_e c^2} r^2",
    lhs=E_pot,
    rhs=e**2 * E_m**2 / (8 * m_e * c**2) * r**2,
    by=follows_from(squared, eq66b, eq69_inside, *across, as_direction, up_or_down, eq48),
)
half = paper.premise(
    "x.78",
    where=HERE,
    printed=r"$L = \frac{\hbar}{2}$",
    lhs=L,
    rhs=half_hbar,
    page="the text before (78)",
)
both = paper.premise(
    "x.78-sum",
    where=HERE,
    printed=r"$E_{tot} = E_{kin} + E_{pot}$",
    lhs=E_tot,
    rhs=E_kin + E_pot,
    page="the text before (77): the total energy is the sum",
)
energy = hbar**2 / (8 * m_e * r**2) + e**2 * E_m**2 / (8 * m_e * c**2) * r**2
eq78 = paper.step(
    "78",
    where=HERE,
    printed=r"E_{tot} = E_{kin} + E_{pot} = \frac{\hbar^2}{8 m_e r^2} + \frac{e^2 E_m^2}{8 m_e c^2} r^2",
    lhs=E_tot,
    rhs=(E_kin + E_pot, energy),
    by=follows_from(both, eq76, eq77, half),
)
flat = paper.premise(
    "x.79",
    where=HERE,
    printed="the slope of the sum (78) is zero",
    lhs=diff(energy, r),
    rhs=0,
    page="the text after (78)",
)
eq79 = paper.step(
    "79",
    where=HERE,
    printed=r"r = 2\lambda_L",
    lhs=r,
    rhs=2 * lambda_L,
    by=follows_from(flat, eq48),
    note="The one radius at which the slope of the printed curve (78) is zero; that it is the minimum is 79-minimum.",
)
eq79_minimum = paper.claim(
    "79-minimum",
    greater(diff(energy, r, 2), 0),
    where=HERE,
    printed="the radius of lowest energy",
    note="The curve (78) is convex at every radius.",
)
source = paper.premise(
    "x.80-source",
    where=HERE,
    printed=r"$\rho_0 = -\rho_-$",
    lhs=rho_0,
    rhs=-rho_minus,
    assumption="the field is that of the positive charge that the expulsion leaves in the cylinder, (29b) for the radius 2λ_L; a cylinder of density ρ_- itself has a field of the opposite sign",
)
uniform = [
    paper.premise(
        f"x.80-{axis}",
        where=HERE,
        printed=f"the {axis} component of the field in a cylinder of charge density ρ_0 is that of 2πρ_0 r n",
        lhs=screened[number],
        rhs=2 * pi * rho_0 * r * normal[number],
        law="Gauss's law for a long cylinder",
    )
    for number, axis in enumerate("xyz")
]
eq80 = paper.claim(
    "80",
    components_equal(screened, scaled(2 * pi * Abs(rho_minus), scaled(r, normal))),
    components_equal(
        scaled(2 * pi * Abs(rho_minus), scaled(r, normal)), scaled(E_m / (2 * lambda_L), scaled(r, normal))
    ),
    by=follows_from(*uniform, source, eq30),
    where=HERE,
    printed=r"\vec{E}_s(\vec{r}) = 2\pi|\rho_-|\vec{r} = \frac{E_m}{2\lambda_L}\vec{r}",
)
bare = m_e * c**2 / (2 * e * lambda_L**2)
ionic = paper.premise(
    "x.80-ion",
    where=HERE,
    printed=r"$\rho = |e| n_s$",
    lhs=rho,
    rhs=Abs(e) * n_s,
    page="the text after (80)",
)
eq80_bare = paper.claim(
    "80-bare",
    equal(2 * pi * rho * r, bare * r),
    by=follows_from(ionic, eq8),
    where=HERE,
    printed="the bare electric field Eq. (69) originating in the full ionic charge density |e|n_s",
    readings=[
        correction(
            "the background of (68)",
            equal(2 * pi * rho * r, bare * r),
            by=follows_from(eq68, eq8),
            condition="the field (69) is that of the density e n_s of (68), which is negative",
        )
    ],
    note="Along the outward normal, against the second member of (69). The density |e|n_s is that of VII, and its field points outwards.",
    asides=[aside("its field points outwards", greater(2 * pi * Abs(e) * n_s * r, 0))],
)
eq80_ratio = paper.claim(
    "80-ratio",
    equal(E_m / (2 * lambda_L) * r, v_sigma0 / c * (2 * pi * e * n_s * r)),
    by=follows_from(eq8, eq48, speed38),
    where=HERE,
    printed=r"this screened field is smaller than the bare one, (69); the proportionality factor is $\frac{v^0_\sigma}{c}$ (Eq. (49))",
    readings=[
        reading(
            "e as a magnitude",
            equal(E_m / (2 * lambda_L) * r, v_sigma0 / c * (2 * pi * Abs(e) * n_s * r)),
            by=follows_from(eq8, eq48, speed38),
            ground=CONVENTION,
            condition="the bare field is that of the density |e|n_s, as the sentence before says, and not the field (69) of the density e n_s, which is opposite to (80)",
        )
    ],
)
order_6 = paper.claim(
    "80-1e-6",
    order_of(v_sigma0 / c, "1e-6", constants=NATURE),
    by=follows_from(speed38),
    where=HERE,
    printed=r"the proportionality factor, of order $10^{-6}$",
    readings=[
        reading(
            "a depth of 500 Å",
            order_of(v_sigma0 / c, "1e-6", constants=NATURE | {lambda_L: printed_number("500", angstrom)}),
            by=follows_from(speed38),
            ground=DOMAIN,
            condition="the penetration depth is 500 Å; for 200 Å the factor is of the order of 10⁻⁵",
        )
    ],
    asides=[
        aside(
            "for 200 Å the factor is of the order of 10⁻⁵",
            order_of(v_sigma0 / c, "1e-5", constants=NATURE | {lambda_L: printed_number("200", angstrom)}),
            by=follows_from(speed38),
        )
    ],
)
field_squared = paper.premise(
    "x.81",
    where=HERE,
    printed="the square of the field, whichever sign its charge has",
    lhs=E_s**2,
    rhs=(2 * pi * rho_minus * r) ** 2,
    page="(80)",
)
energy_density = paper.premise(
    "x.81-U",
    where=HERE,
    printed=r"$U_{elec} = \frac{E_s(r)^2}{8\pi}$",
    lhs=U_elec,
    rhs=E_s**2 / (8 * pi),
    law="the energy density of an electric field",
)
eq81 = paper.step(
    "81",
    where=HERE,
    printed=r"U_{elec} = \frac{E_s(r)^2}{8\pi} = \frac{E_m^2}{8\pi} \frac{r^2}{(2\lambda_L)^2}",
    lhs=U_elec,
    rhs=(E_s**2 / (8 * pi), E_m**2 / (8 * pi) * r**2 / (2 * lambda_L) ** 2),
    by=follows_from(energy_density, field_squared, eq30),
)
per_carrier = paper.premise(
    "x.82",
    where=HERE,
    printed="each of the carriers in a volume has the same part of its energy",
    lhs=n_s * E_elec,
    rhs=U_elec,
    page="the text before (82): the energy per superfluid carrier",
)
eq82 = paper.step(
    "82",
    where=HERE,
    printed=r"E_{pot} = \frac{1}{n_s} U_{elec} = \frac{e^2 E_m^2}{8 m_e c^2} r^2",
    lhs=E_elec,
    rhs=(U_elec / n_s, e**2 * E_m**2 / (8 * m_e * c**2) * r**2),
    by=follows_from(per_carrier, eq81, eq8),
)
eq82_77 = paper.cross_reference(
    "82-vs-77",
    where=HERE,
    printed="in agreement with Eq. (77)",
    lhs=E_elec,
    rhs=E_pot,
    by=follows_from(eq82.ends, eq77),
)
at_equilibrium = paper.premise(
    "x.83", where=HERE, printed=r"$r = 2\lambda_L$", lhs=r, rhs=2 * lambda_L, page="the text before (83)"
)
eq83 = paper.step(
    "83",
    where=HERE,
    printed=r"E_{pot} = \frac{1}{n_s}\frac{E_m^2}{8\pi}",
    lhs=E_elec,
    rhs=E_m**2 / (8 * pi) / n_s,
    by=follows_from(per_carrier, eq81.ends, at_equilibrium),
)
in_the_orbit = Integral(E_m**2 / (8 * pi) * r**2 / (2 * lambda_L) ** 2 * 2 * pi * r, (r, 0, 2 * lambda_L))
eq83_cost = paper.claim(
    "83-cost",
    equal(in_the_orbit / (n_s * pi * (2 * lambda_L) ** 2), E_m**2 / (8 * pi * n_s)),
    where=HERE,
    printed=r"(83) represents the electrostatic energy cost per superfluid carrier of the charge expulsion that builds up the internal field $E_m$",
    readings=[
        correction(
            "the mean",
            equal(in_the_orbit / (n_s * pi * (2 * lambda_L) ** 2), E_m**2 / (16 * pi * n_s)),
            condition="the cost per carrier is E_m²/(16πn_s), in agreement with the energy per volume (52); (83) belongs to the carriers at r = 2λ_L alone",
        )
    ],
    note="The energy (81) of a cylinder of radius 2λ_L in which the field builds up to E_m, divided by the number of its carriers.",
)
competition = paper.claim(
    "XI-competition",
    less(hbar**2 / (8 * m_e * (2 * lambda_L) ** 2), hbar**2 / (8 * m_e * (1 / k_F) ** 2)),
    greater(e**2 * E_m**2 / (8 * m_e * c**2) * (2 * lambda_L) ** 2, e**2 * E_m**2 / (8 * m_e * c**2) * (1 / k_F) ** 2),
    less(energy.subs(r, 2 * lambda_L), energy.subs(r, 1 / k_F)),
    by=follows_from(eq48),
    where=HERE,
    conditions=[k_F > 1 / (2 * lambda_L)],
    printed="the expansion of orbits from the microscopic radius 1/k_F to the mesoscopic radius 2λ_L: the kinetic energy (76) with L = ħ/2 is lowered, and the potential energy (77) is the cost",
    note="In this order: the two energies at both radii, and their sum, which is lower after the expansion.",
)
