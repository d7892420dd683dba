"""The energy of an orbit: (76)-(83)."""

from sympy import Abs, Eq, I, Integral, Rational, diff, exp, pi

from derivations.hirsch import s11a_double_valued  # noqa: F401  (importing a part registers its claims)
from derivations.hirsch.notation.common import (
    E_m,
    c,
    e,
    hbar,
    k_F,
    lambda_L,
    m_e,
    n_s,
    r,
    rho_minus,
    sigma,
    v_sigma0,
)
from derivations.hirsch.notation.phase import (
    E_circle,
    E_circle_1,
    E_circle_2,
    E_elec,
    E_screened,
    E_spin,
    E_spin_1,
    E_spin_2,
    E_tot,
    E_tot_1,
    E_tot_2,
    L,
    L_size,
    N_turn,
    U_elec,
    rho_screened,
    screened,
    theta_here,
    theta_turn,
    v_orbit,
)
from derivations.hirsch.notation.spin import field, normal, rho, spin, spin_potential
from derivations.hirsch.notation.superconductor import u_E, v_surface
from derivations.hirsch.paper import paper
from derivations.hirsch.s2a_one_electron import eq8
from derivations.hirsch.s5_giant_atom import eq30
from derivations.hirsch.s7_spin_meissner import speed38
from derivations.hirsch.s8_expelled_charge import LONG, SHORT, eq48
from derivations.hirsch.s8b_energies import at_surface, eq52
from derivations.hirsch.s10_rashba import up_or_down
from derivations.hirsch.s10a_spin_orbit import axes, eq66b, eq69_inside
from derivations.hirsch.s11a_double_valued import eq75b
from verify.claims import (
    AMBIGUITY,
    approx,
    aside,
    components_equal,
    correction,
    dot,
    equal,
    follows_from,
    greater,
    less,
    order_of,
    reading,
    scaled,
    specialise,
)

HERE = "XI"
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
    lhs=E_circle,
    rhs=m_e * v_orbit**2 / 2,
    law="kinetic energy",
)
paper.spellings += ((r"m", m_e),)
eq76 = paper.step(
    "76",
    where=HERE,
    printed=r"E_{kin} = \frac{L^2}{2 m r^2}",
    lhs=E_circle,
    rhs=L**2 / (2 * m_e * r**2),
    by=follows_from(on_circle, by_speed),
    note="Of a circular orbit.",
)
eq76_lowering = paper.claim(
    "76-lowering",
    less(diff(L_size**2 / (2 * m_e * r**2), r), 0),
    where=HERE,
    printed="if L has a fixed value that is not zero, the kinetic energy is lowered when r increases",
    note="(76) depends on the magnitude of L alone, which is written here.",
)
as_direction = paper.premise(
    "x.77-sz",
    where=HERE,
    printed="in the square, too, the spin counts as a direction, a number σ along the axis, and not as an operator (66-quadratic)",
    lhs=spin[2],
    rhs=sigma,
    assumption="the square of the operator in (66a) is twice as large as (77); see 66-quadratic",
)
squared = paper.premise(
    "x.77-square",
    where=HERE,
    printed="the energy is the term of (66a) with the square of the vector potential",
    lhs=E_spin,
    rhs=e**2 / (2 * m_e * c**2) * dot(spin_potential, spin_potential),
    page="the text after (77)",
)
eq77 = paper.step(
    "77",
    where=HERE,
    printed=r"E_{pot} = \frac{e^2 E_m^2}{8 m_e c^2} r^2",
    lhs=E_spin,
    rhs=e**2 * E_m**2 / (8 * m_e * c**2) * r**2,
    by=follows_from(squared, eq66b, eq69_inside, *axes[:4], as_direction, up_or_down, eq48),
)
turn = paper.premise(
    "x.78",
    where=HERE,
    printed="the phase of a state with the angular momentum L grows by 2πL/ħ in one turn",
    lhs=theta_turn - theta_here,
    rhs=2 * pi * L / hbar,
    law="the eigenfunctions exp(iLφ/ħ) of −iħ∂/∂φ",
)
half = paper.step(
    "78-L",
    where=HERE,
    printed=r"$L = \frac{\hbar}{2}$ as determined by the phase condition Eq. (75b)",
    lhs=L,
    rhs=hbar / 2,
    by=follows_from(turn, eq75b),
    note="With the phase itself, as (75b) has it: up to whole turns L may be any odd multiple of ħ/2.",
    asides=[
        aside(
            "up to whole turns L may be any odd multiple of ħ/2",
            equal(exp(I * 2 * pi * ((2 * N_turn + 1) * hbar / 2) / hbar), exp(I * pi)),
        )
    ],
)
both = paper.premise(
    "x.78-sum",
    where=HERE,
    printed=r"$E_{tot} = E_{kin} + E_{pot}$",
    lhs=E_tot,
    rhs=E_circle + E_spin,
    page="the text before (77): the total energy is the sum",
)
energy = hbar**2 / (8 * m_e * r**2) + e**2 * E_m**2 / (8 * m_e * c**2) * r**2
eq78 = paper.step(
    "78",
    where=HERE,
    printed=r"E_{tot} = E_{kin} + E_{pot} = \frac{\hbar^2}{8 m_e r^2} + \frac{e^2 E_m^2}{8 m_e c^2} r^2",
    lhs=E_tot,
    rhs=(E_circle + E_spin, energy),
    by=follows_from(both, eq76, eq77, half),
)
flat = paper.premise(
    "x.79",
    where=HERE,
    printed="the slope of the sum (78) in r, which is 2(E_pot − E_kin)/r, is zero",
    lhs=2 * (E_spin - E_circle) / r,
    rhs=0,
    page="the text after (78); the slope of 1/r² is −2/r times it, that of r² is 2/r times it",
)
eq79 = paper.step(
    "79",
    where=HERE,
    printed=r"r = 2\lambda_L",
    lhs=r,
    rhs=2 * lambda_L,
    by=follows_from(flat, eq76, eq77, half, eq48.ends),
    note="The one radius at which the slope of (78), 2(E_pot − E_kin)/r, is zero; that it is the minimum is 79-minimum.",
    asides=[
        aside(
            "the slope of (78), 2(E_pot − E_kin)/r",
            equal(diff(energy, r), 2 * (e**2 * E_m**2 / (8 * m_e * c**2) * r**2 - hbar**2 / (8 * m_e * r**2)) / r),
            put_in=["78"],
        )
    ],
)
eq79_minimum = paper.claim(
    "79-minimum",
    greater(diff(energy, r, 2), 0),
    where=HERE,
    printed="the radius of lowest energy",
    note="The curve (78) is convex at every radius.",
)
uniform = [
    paper.premise(
        f"x.80-{axis}",
        where=HERE,
        printed=f"the {axis} component of the field in a cylinder of charge density ρ_s, at r from its axis, is that of 2πρ_s r n",
        lhs=screened[number],
        rhs=2 * pi * rho_screened * r * normal[number],
        law="Gauss's law for a long cylinder",
    )
    for number, axis in enumerate("xyz")
]
buildup = paper.premise(
    "x.80-size",
    where=HERE,
    printed="the density ρ_s of this cylinder is ρ_-, or its opposite",
    lhs=rho_screened**2,
    rhs=rho_minus**2,
    page="the text before (80): the charge density that builds up is ρ_-, and it generates the field; (80) has its magnitude",
)
left_behind = paper.premise(
    "x.80-sign",
    where=HERE,
    printed="the density ρ_s is the magnitude of ρ_-",
    lhs=rho_screened,
    rhs=Abs(rho_minus),
    assumption="the charge in the orbit is positive, as what the expulsion leaves behind, and as dense as ρ_-; a cylinder of density ρ_- itself has a field of the opposite sign",
)
eq80 = paper.claim(
    "80",
    components_equal(screened, scaled(2 * pi * Abs(rho_minus), scaled(r, normal))),
    components_equal(
        scaled(2 * pi * Abs(rho_minus), scaled(r, normal)), scaled(E_m / (2 * lambda_L), scaled(r, normal))
    ),
    by=follows_from(*uniform, left_behind, eq30),
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
SIZES = "the sentence compares how large the fields are"
eq80_bare = paper.claim(
    "80-bare",
    equal(2 * pi * rho * r, bare * r),
    by=follows_from(ionic, eq8),
    where=HERE,
    printed=r"this field is much smaller than the bare one, (69), which originates in the full ionic charge density |e|n_s",
    readings=[
        reading(
            "magnitudes",
            equal(Abs(2 * pi * rho * r), Abs(bare * r)),
            by=follows_from(ionic, eq8),
            ground=AMBIGUITY,
            of="smaller",
            condition=f"{SIZES}: that of the density |e|n_s is outward, and (69), the field of the density en_s of (68), inward",
        )
    ],
    note="Along the outward normal, against the second member of (69); that the screened field is much smaller is 80-ratio. The density |e|n_s is that of VII, and its field points outwards: the sign is that of (37).",
    asides=[aside("its field points outwards", greater(2 * pi * Abs(e) * n_s * r, 0))],
)
MUCH = {"within": ("0", "0.1", "much smaller: at most a tenth")}
eq80_ratio = paper.claim(
    "80-ratio",
    equal(screened[0] / field[0], v_sigma0 / c),
    approx(v_sigma0 / c, "1e-6", constants=SHORT, **MUCH),
    approx(v_sigma0 / c, "1e-6", constants=LONG, **MUCH),
    by=follows_from(eq80, eq69_inside, axes[0], eq48.ends, speed38),
    where=HERE,
    printed=r"this screened field is much smaller than the bare one, (69); the proportionality factor is $\frac{v^0_\sigma}{c}$ (Eq. (49))",
    readings=[
        reading(
            "magnitudes",
            equal(Abs(screened[0]) / Abs(field[0]), v_sigma0 / c),
            approx(v_sigma0 / c, "1e-6", constants=SHORT, **MUCH),
            approx(v_sigma0 / c, "1e-6", constants=LONG, **MUCH),
            by=follows_from(eq80, eq69_inside, axes[0], eq48.ends, speed38),
            ground=AMBIGUITY,
            of="smaller",
            condition=f"{SIZES}: the factor is the ratio of the magnitudes of (80), which is outward, and (69), which is inward",
        )
    ],
    note="With the normal along x, where both fields have one component: first their ratio, then that of their magnitudes; and the factor for 2λ_L from 300 Å to 900 Å.",
    asides=[aside("from 300 Å to 900 Å", equal(2 * 150, 300), equal(2 * 450, 900))],
)
of_order = {"within": ("1e-7", "1e-5", "within a factor of ten")}
order_6 = paper.claim(
    "80-1e-6",
    order_of(v_sigma0 / c, "1e-6", constants=SHORT),
    order_of(v_sigma0 / c, "1e-6", constants=LONG),
    by=follows_from(speed38),
    where=HERE,
    printed=r"the proportionality factor, of order $10^{-6}$",
    readings=[
        reading(
            "within a factor of ten",
            approx(v_sigma0 / c, "1e-6", constants=SHORT, **of_order),
            approx(v_sigma0 / c, "1e-6", constants=LONG, **of_order),
            by=follows_from(speed38),
            ground=AMBIGUITY,
            of="of order",
            condition="the words mean no more than within a factor of ten",
        )
    ],
    note="For 2λ_L from 300 Å to 900 Å, as for the fraction that is expelled, after (51).",
    asides=[aside("from 300 Å to 900 Å", equal(2 * 150, 300), equal(2 * 450, 900))],
)
field_squared = paper.premise(
    "x.81",
    where=HERE,
    printed="E_s(r) is the magnitude of the field",
    lhs=E_screened**2,
    rhs=dot(screened, screened),
    law="the magnitude of a vector",
)
unit_normal = paper.premise(
    "x.81-n",
    where=HERE,
    printed="the normal is a unit vector",
    lhs=dot(normal, normal),
    rhs=1,
    law="what a normal vector n̂ is",
)
energy_density = paper.premise(
    "x.81-U",
    where=HERE,
    printed=r"$U_{elec} = \frac{E_s(r)^2}{8\pi}$",
    lhs=U_elec,
    rhs=E_screened**2 / (8 * pi),
    law="the energy density of an electric field",
)
size_80 = paper.step(
    "x.81-size",
    where=HERE,
    printed="the square of the magnitude of the field (80), whatever the sign of the charge",
    lhs=E_screened**2,
    rhs=(2 * pi * rho_screened * r) ** 2,
    by=follows_from(field_squared, unit_normal, *uniform),
    note="Not a line of the paper.",
)
eq81 = paper.step(
    "81",
    where=HERE,
    printed=r"U_{elec} = \frac{E_s(r)^2}{8\pi} = \frac{E_m^2}{8\pi} \frac{r^2}{(2\lambda_L)^2}",
    lhs=U_elec,
    rhs=(E_screened**2 / (8 * pi), E_m**2 / (8 * pi) * r**2 / (2 * lambda_L) ** 2),
    by=follows_from(energy_density, size_80, buildup, eq30),
    note="Of the field (80) only the magnitude is needed, whatever its direction is.",
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
    rhs=E_spin,
    by=follows_from(eq82.ends, eq77),
)
eq83 = paper.step(
    "83",
    where=HERE,
    printed=r"E_{pot} = \frac{1}{n_s}\frac{E_m^2}{8\pi}",
    lhs=E_elec,
    rhs=E_m**2 / (8 * pi) / n_s,
    by=follows_from(per_carrier, eq81.ends),
    conditions=[Eq(r, 2 * lambda_L)],
    note="At the radius that the paper names; that it is the one of equilibrium is (79).",
)
in_the_orbit = Integral(E_m**2 / (8 * pi) * r**2 / (2 * lambda_L) ** 2 * 2 * pi * r, (r, 0, 2 * lambda_L))
eq83_cost = paper.claim(
    "83-cost",
    equal(u_E / n_s, E_m**2 / (8 * pi) / n_s),
    by=follows_from(eq52),
    where=HERE,
    printed=r"(83), $\frac{1}{n_s}\frac{E_m^2}{8\pi}$, represents the electrostatic energy cost per superfluid carrier of the charge expulsion that builds up the internal field $E_m$",
    readings=[
        correction(
            "by (52)",
            equal(u_E / n_s, E_m**2 / (16 * pi) / n_s),
            by=follows_from(eq52),
            condition="the electrostatic cost of the charge expulsion for each carrier is that for each volume, (52), over n_s: E_m²/(16πn_s)",
        )
    ],
    note="Against (52), which is the same cost, in a cylinder, for each volume. (83) is the energy density where the field is E_m, over n_s, as in (54). By (81), too, the mean over a cylinder of radius 2λ_L is E_m²/(16π).",
    asides=[
        aside(
            "the mean over a cylinder of radius 2λ_L is E_m²/(16π)",
            equal(in_the_orbit / (pi * (2 * lambda_L) ** 2), E_m**2 / (16 * pi)),
        )
    ],
)
SMALL, LARGE = 1 / k_F, 2 * lambda_L
competition = paper.claim(
    "XI-competition",
    less(E_circle_2, E_circle_1),
    greater(E_spin_2, E_spin_1),
    less(E_tot_2, E_tot_1),
    by=follows_from(
        specialise(eq76, {E_circle: E_circle_1, L: hbar / 2, r: SMALL}, general=True),
        specialise(eq76, {E_circle: E_circle_2, L: hbar / 2, r: LARGE}, general=True),
        specialise(eq77, {E_spin: E_spin_1, r: SMALL}, general=True),
        specialise(eq77, {E_spin: E_spin_2, r: LARGE}, general=True),
        specialise(eq78.ends, {E_tot: E_tot_1, r: SMALL}, general=True),
        specialise(eq78.ends, {E_tot: E_tot_2, r: LARGE}, general=True),
        eq48.ends,
    ),
    where=HERE,
    conditions=[k_F > 1 / (2 * lambda_L)],
    printed="the expansion of orbits from the microscopic radius 1/k_F to the mesoscopic radius 2λ_L: the kinetic energy (76) with L = ħ/2 is lowered, and the potential energy (77) is the cost",
    note="In this order: the two energies at both radii, and their sum (78), which is lower after the expansion.",
)
light = paper.claim(
    "54-XI",
    equal(E_circle, E_spin),
    equal(n_s * E_circle, n_s * Rational(1, 2) * m_e * v_surface**2),
    equal(n_s * E_spin, E_m**2 / (8 * pi)),
    where="VIII/XI",
    printed="Section XI sheds light on (54): at $r = 2\\lambda_L$ the kinetic energy (76) equals the electrostatic energy (77)",
    by=follows_from(eq76, eq77, half, eq48.ends, eq8, speed38, at_surface),
    note="Both sides of (54) are n_s times these energies, at r = 2λ_L.",
    conditions=[Eq(r, 2 * lambda_L)],
)
