"""The phase of the electron: (74), (75)."""

from sympy import Abs, Derivative, I, Mul, Rational, exp, pi, sqrt

from derivations.hirsch.notation.common import c, e, hbar, k_F, lambda_L, m_e, n_s, r
from derivations.hirsch.notation.phase import (
    L_first,
    L_second,
    N_turn,
    Psi,
    alpha,
    f,
    flux_allowed,
    h,
    ion_distance,
    n_turn,
    phi,
    phi_2,
    screened,
    theta_here,
    theta_other,
    theta_turn,
)
from derivations.hirsch.notation.spin import spin, spin_velocity, velocity
from derivations.hirsch.notation.superconductor import l_orbit
from derivations.hirsch.paper import paper
from derivations.hirsch.s2a_one_electron import eq8
from derivations.hirsch.s7a_forces import eq43
from derivations.hirsch.s10a_spin_orbit import eq70
from verify.claims import (
    AMBIGUITY,
    CODATA_2022,
    approx,
    aside,
    at_least,
    at_most,
    components_equal,
    equal,
    follows_from,
    order_of,
    printed_number,
    reading,
    scaled,
    specialise,
)
from verify.units import angstrom, pure_number

HERE = "XI"
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
    lhs=l_orbit,
    rhs=hbar / 2,
    by=follows_from(eq43.ends),
    note="Its magnitude, as in (43).",
)
double_valued = f(r) * exp(I * phi / 2)
eq74 = paper.given("74", where=HERE, printed=r"\Psi(r, \phi) = f(r) e^{i\phi/2}", lhs=Psi(r, phi), rhs=double_valued)
complete = [
    paper.premise(
        f"x.74-{words}",
        where=HERE,
        printed=f"an eigenvalue of −iħ∂/∂φ on functions that change their sign in one turn is (N + ½)ħ, for N {words}",
        lhs=value,
        rhs=(number + Rational(1, 2)) * hbar,
        law="Fourier series: the exponentials exp(i(N + ½)φ) are complete among the functions that change their sign in one turn",
    )
    for words, value, number in (("zero or more", L_first, n_turn), ("negative", L_second, -1 - n_turn))
]
eq74_Lz = paper.claim(
    "74-Lz",
    equal(-I * hbar * Derivative(double_valued, phi), hbar / 2 * double_valued),
    equal(f(r) * exp(I * (phi + 2 * pi) / 2), -double_valued),
    at_least(L_first, hbar / 2),
    at_most(L_second, -hbar / 2),
    by=follows_from(*complete),
    where=HERE,
    printed="the minimum angular momentum ħ/2 of a double-valued wave function, that is of (74)",
    note="(74) is an eigenfunction of −iħ∂/∂φ with ħ/2 and changes its sign after one turn; exp(i(N + ½)φ), which do so, are all by the law of Fourier: decided for N = n_t and for N = −1 − n_t, which are all whole numbers.",
    asides=[
        aside(
            "exp(i(N + ½)φ), which do so",
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
allowed = paper.premise(
    "x.75-flux",
    where=HERE,
    printed="the change eΦ/(ħc) of the phase around a flux Φ is π and whole turns",
    lhs=e * flux_allowed / (hbar * c),
    rhs=pi + 2 * pi * N_turn,
    law="where no current flows the phase of a charge e changes by eΦ/(ħc) around Φ; it has the phase factor of (75b), e^{iπ}, where it is π up to whole turns",
)
eq75b_flux = paper.claim(
    "75b-flux",
    equal(exp(I * e * flux / (hbar * c)), exp(I * pi)),
    by=follows_from(planck),
    where=HERE,
    printed="that the flux is quantised in units hc/2e rather than hc/e arises from the phase condition Eq. (75b)",
    readings=[
        reading(
            "multiples, and the smallest",
            equal(flux_allowed, (2 * N_turn + 1) * h * c / (2 * e)),
            equal(exp(I * e * (h * c / (2 * e)) / (hbar * c)), exp(I * pi)),
            at_least((2 * n_turn + 1) * h * c / (2 * Abs(e)), h * c / (2 * Abs(e))),
            at_most((2 * (-1 - n_turn) + 1) * h * c / (2 * Abs(e)), -h * c / (2 * Abs(e))),
            by=follows_from(planck, allowed),
            ground=AMBIGUITY,
            of="units",
            condition="only the odd multiples of hc/2e occur: each flux that (75b) allows is a multiple of the unit and the smallest is the unit itself; zero and the other even multiples are not among them, and those that are allowed are hc/e apart",
        )
    ],
    note="Where no current flows, the phase of a charge e changes by eΦ/(ħc) around a flux Φ, and (75b) wants this phase factor to be that of a change by π: "
    "decided first for a flux of N units hc/2e with any whole number N, zero included. Even multiples need a single-valued function. In the reading the smallest is decided for N = n_t and for N = −1 − n_t, which are all whole numbers.",
    asides=[
        aside(
            "those that are allowed are hc/e apart",
            equal(flux.subs(N_turn, 2 * N_turn + 3) - flux.subs(N_turn, 2 * N_turn + 1), h * c / e),
        ),
        aside(
            "zero and the other even multiples are not among them",
            equal(exp(I * e * flux.subs(N_turn, 2 * N_turn) / (hbar * c)), 1),
            by=follows_from(planck),
        ),
    ],
)
other_spin = paper.premise(
    "x.75-other",
    where=HERE,
    printed="the phase of an electron of the other spin is minus half of the azimuth",
    lhs=theta_other,
    rhs=-phi / 2,
    page="Fig. 7: electrons of opposite spin rotate in opposite directions, so that its wave function is (74) with the angular momentum −ħ/2",
)
angle = paper.claim(
    "XI-phase-angle",
    equal(exp(I * theta_here), exp(I * phi)),
    equal(theta_other, -theta_here),
    by=follows_from(half_angle, other_spin),
    where=HERE,
    printed="the phase of the superconducting electron can be interpreted as its angular position on the orbit of radius 2λ_L, the same for all electrons of one spin, and opposite for the other spin",
    readings=[
        reading(
            "a measure of the angle",
            equal(exp(I * theta_here), exp(I * phi / 2)),
            equal(theta_other, -theta_here),
            by=follows_from(half_angle, other_spin),
            ground=AMBIGUITY,
            of="interpreted",
            condition="the phase is a measure of the angular position, φ/2 in e^{iθ} = e^{iφ/2}, and not the angle itself: in one turn it changes by π",
        )
    ],
    note="Phases up to whole turns. By (75b) the phase changes by π in one turn, the angular position by 2π. At one angular position it is φ/2 for the one spin and −φ/2 for the other, with the angular momentum −ħ/2. "
    "That all electrons of a spin have one phase is the coherence of XI-coherence, and not decided.",
    asides=[
        aside("the angular position by 2π", equal((phi + 2 * pi) - phi, 2 * pi)),
        aside(
            "in one turn it changes by π",
            equal(theta_turn - theta_here, pi),
            by=follows_from(half_angle, turned),
        ),
        aside(
            "with the angular momentum −ħ/2",
            equal(-I * hbar * Derivative(f(r) * exp(-I * phi / 2), phi), -hbar / 2 * f(r) * exp(-I * phi / 2)),
        ),
    ],
)
pair = exp(I * phi / 2) * exp(-I * phi_2 / 2)
pair_turned = Mul(
    *(exp(sign * I * (place + 2 * pi) / 2, evaluate=False) for sign, place in ((1, phi), (-1, phi_2))), evaluate=False
)
eq_pair = paper.claim(
    "XI-pair",
    equal(pair.subs(phi, phi + 2 * pi), pair),
    where=HERE,
    printed="because electrons are paired in superconductors the total wave function is single valued",
    readings=[
        reading(
            "a pair as a whole",
            equal(pair_turned, pair),
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
turned_round = {spin[0]: -spin[0], spin[1]: -spin[1], spin[2]: -spin[2]}
back = dict(zip(spin_velocity, velocity, strict=True))
opposite = paper.claim(
    "Fig7-spins",
    components_equal(velocity, scaled(-1, spin_velocity)),
    by=follows_from(eq70, specialise(eq70, {**turned_round, **back}, general=True)),
    where=HERE,
    printed="electrons of opposite spin rotate in opposite directions",
    note="The velocity (70) at one place of the surface, for a spin and for the opposite one.",
)
