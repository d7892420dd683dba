"""The phase of the electron: (74), (75)."""

from sympy import Abs, Derivative, I, Mul, Rational, exp, pi, sqrt

from derivations.hirsch.notation.common import c, e, hbar, k_F, lambda_L, r
from derivations.hirsch.notation.phase import (
    L_first,
    L_second,
    N_turn,
    Psi,
    f,
    flux_allowed,
    h,
    ion_distance,
    n_turn,
    packing,
    per_ion,
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
from derivations.hirsch.s7a_forces import eq43
from derivations.hirsch.s10a_spin_orbit import eq70
from verify.claims import (
    AMBIGUITY,
    approx,
    aside,
    at_least,
    at_most,
    components_equal,
    correction,
    equal,
    follows_from,
    order_of,
    printed_number,
    reading,
    scaled,
    specialise,
)
from verify.units import angstrom

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
around = paper.premise(
    "x.75-flux",
    where=HERE,
    printed="around a flux Φ the phase changes by eΦ/(ħc), up to whole turns",
    lhs=e * flux_allowed / (hbar * c),
    rhs=theta_turn - theta_here + 2 * pi * N_turn,
    law="where no current flows the phase of a charge e changes by eΦ/(ħc) around Φ, and a phase is known up to whole turns",
)
eq75b_flux = paper.claim(
    "75b-flux",
    equal(exp(I * e * flux / (hbar * c)), exp(I * (theta_turn - theta_here))),
    by=follows_from(planck, eq75b),
    where=HERE,
    printed="that the flux is quantised in units hc/2e rather than hc/e arises from the phase condition Eq. (75b)",
    readings=[
        correction(
            "odd multiples",
            equal(flux_allowed, (2 * N_turn + 1) * h * c / (2 * e)),
            by=follows_from(planck, around, eq75b),
            condition="the flux that arises from (75b) is an odd multiple of hc/2e, and these are hc/e apart: zero and the other multiples of hc/e are excluded",
            fault="only odd multiples of the unit arise",
        )
    ],
    note="Where no current flows, the phase of a charge e changes by eΦ/(ħc) around a flux Φ: decided for N units hc/2e with any whole number N, zero included, up to whole turns. "
    "A superconductor without flux would break (75b), and so would every multiple of hc/e: these need a single-valued function.",
    asides=[
        aside(
            "these are hc/e apart",
            equal(flux.subs(N_turn, 2 * N_turn + 3) - flux.subs(N_turn, 2 * N_turn + 1), h * c / e),
        ),
        aside(
            "these need a single-valued function",
            equal(exp(I * e * flux.subs(N_turn, 2 * N_turn) / (hbar * c)), 1),
            by=follows_from(planck),
        ),
    ],
)
not_2e = paper.remark(
    "XI-not-2e",
    where=HERE,
    printed="the unit of the flux arises from the angular momentum ħ/2 of the single electron instead of from the charge 2e of the Cooper pair",
    why="Which of two explanations is the right one is not a matter of an equation; what the first one gives is decided in 75b-flux.",
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
            "a turn of the whole",
            equal(pair_turned, pair),
            ground=AMBIGUITY,
            of="single valued",
            condition="single valued is said of a turn of the whole, as it is said of an even number of spins ½: both electrons of a pair go around together; when one of them goes around alone, the wave function of the two changes its sign",
        )
    ],
    note="The product of (74) for two electrons of opposite phase. As printed: as a function of each azimuth, when one electron goes around.",
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
scales = paper.remark(
    "XI-all-scales",
    where=HERE,
    printed="the double-valuedness found at the scale 2λ_L reflects a property of the wave function of the electron at all length scales",
    why="A conclusion called natural; nothing is calculated at another scale. What it would mean for the angular momentum is decided in XII-bound.",
)
HUNDREDS = {"within": ("300", "900", "several hundreds")}
size = paper.claim(
    "Fig7-2lambda-size",
    approx(2 * lambda_L, "500", unit=angstrom, constants={lambda_L: printed_number("160", angstrom)}, **HUNDREDS),
    approx(2 * lambda_L, "500", unit=angstrom, constants={lambda_L: printed_number("390", angstrom)}, **HUNDREDS),
    where="XI",
    printed="orbits of radius 2λ_L, several hundreds Angstrom",
    note="With λ_L = 160 Å and λ_L = 390 Å, those of aluminium and of niobium at zero temperature, between which those of tin and lead lie (C. Kittel, Introduction to Solid State Physics, table of penetration depths; that of cadmium is larger).",
)
spacing = paper.premise(
    "x.fig7-d",
    where=HERE,
    printed=r"$d = \frac{(3\pi^2 z g)^{1/3}}{k_F}$",
    lhs=ion_distance,
    rhs=(3 * pi**2 * per_ion * packing) ** Rational(1, 3) / k_F,
    law="the density k_F³/(3π²) of free electrons, z for each ion, whose density is g/d³ with the distance d of neighbours; g is 1 for a simple cubic lattice, 3√3/4 for a body-centred and √2 for a face-centred one (Ashcroft and Mermin, ch. 2 and 4)",
)
LATTICES = [{per_ion: 1, packing: 1}, {per_ion: 1, packing: 3 * sqrt(3) / 4}, {per_ion: 4, packing: sqrt(2)}]
fermi_orbits = paper.claim(
    "Fig7-kF",
    *(order_of(1 / (k_F * ion_distance), "1", constants=lattice) for lattice in LATTICES),
    by=follows_from(spacing),
    where=HERE,
    printed="orbits of radius 1/k_F, of order of the ionic lattice spacing",
    readings=[
        reading(
            "within a factor of ten",
            *(
                approx(
                    1 / (k_F * ion_distance), "0.3", constants=lattice, within=("0.1", "10", "within a factor of ten")
                )
                for lattice in LATTICES
            ),
            by=follows_from(spacing),
            ground=AMBIGUITY,
            of="of order",
            condition="the words mean no more than within a factor of ten",
        )
    ],
    note="For one electron for each ion on a simple and on a body-centred cubic lattice, and for four on a face-centred one: the radius is 0.32, 0.30 and 0.18 of the distance of neighbours.",
    asides=[
        aside(
            "is 0.32, 0.30 and 0.18 of the distance",
            *(
                approx(1 / (k_F * ion_distance), text, constants=lattice)
                for text, lattice in zip(("0.32", "0.30", "0.18"), LATTICES, strict=True)
            ),
            by=follows_from(spacing),
        )
    ],
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
