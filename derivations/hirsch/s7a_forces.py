"""Forces on the spin current, and the field that stops one half of it: (39)-(43).  Directions as in s7_spin_meissner."""

from sympy import Derivative, diff, exp, log, pi

from derivations.hirsch.notation.atoms import v_y
from derivations.hirsch.notation.common import R, c, e, hbar, lambda_L, m_e, mu_B, phi_quantum, v_sigma0, x, y, z
from derivations.hirsch.notation.superconductor import (
    F_L,
    A_size,
    A_stop,
    B_here,
    B_s,
    B_size,
    F_mu,
    H_c1,
    kappa,
    l_orbit,
    mu_z,
    p_s,
    p_stop,
    slope_B,
    v_down,
    v_Meissner,
    v_phi0,
    v_s,
    v_up,
)
from derivations.hirsch.paper import paper
from derivations.hirsch.s2a_one_electron import eq8
from derivations.hirsch.s6_large_orbits import magneton
from derivations.hirsch.s7_spin_meissner import (
    eq38,
    near_surface,
    of_ions,
    of_spin,
    speed38,
    spin_down,
    spin_up,
    velocity38,
)
from derivations.hirsch.s8a_meissner_current import eq44
from derivations.physics.orbits import gradient_force, lorentz_force
from verify.claims import (
    AMBIGUITY,
    aside,
    components_equal,
    correction,
    cross,
    equal,
    follows_from,
    greater,
    less,
    reading,
    scaled,
    specialise,
    triple,
)

HERE = "VII"

# --- two forces that compensate each other

force_L = lorentz_force(e, triple(0, v_y, 0), near_surface, c=c)
force_mu = gradient_force(triple(0, 0, mu_z), near_surface, x, y, z)
eq39 = paper.given(
    "39",
    where=HERE,
    printed=r"\vec{F}_L = \frac{e}{c} \vec{v} \times \vec{B}",
    lhs=F_L,
    rhs=force_L[0],
)
eq40 = paper.given(
    "40",
    where=HERE,
    printed=r"\vec{F}_\mu = \vec{\nabla}(\vec{\mu} \cdot \vec{B})",
    lhs=F_mu,
    rhs=force_mu[0],
)
balance = paper.premise(
    "x.41-balance",
    where=HERE,
    printed="the two radial forces compensate each other",
    lhs=F_L + F_mu,
    rhs=0,
    page="the words of (41)",
)
printed41 = paper.premise(
    "x.41-printed",
    where=HERE,
    printed="(41), radial component",
    lhs=e / c * v_y * near_surface[2],
    rhs=mu_z * slope_B,
    page="(41), as it stands there",
)
eq41 = paper.claim(
    "41",
    components_equal(force_L, force_mu),
    where=HERE,
    printed=r"\frac{e}{c} \vec{v} \times \vec{B} = \vec{\nabla}(\vec{\mu} \cdot \vec{B})",
    by=follows_from(eq39, eq40, balance),
    readings=[
        correction(
            "sign",
            components_equal(force_L, scaled(-1, force_mu)),
            by=follows_from(eq39, eq40, balance),
            condition="the forces compensate each other: one is minus the other",
        )
    ],
    note="In a field B + (r − R) ∂B/∂r near the surface. Two forces that are equal do not compensate each other, whatever the sign of e: with the print, electrons of (38) need the gradient −B/(2λ_L), "
    "a field that grows into the interior.",
    asides=[
        aside(
            "need the gradient −B/(2λ_L)",
            equal(slope_B, -B_here / (2 * lambda_L)),
            by=follows_from(
                specialise(
                    printed41,
                    {v_y: v_phi0, x: R},
                    general=True,
                ),
                of_spin,
                eq38,
                magneton,
            ),
            put_in=["41"],
        )
    ],
)
profile = B_here * exp((x - R) / lambda_L)
london = paper.premise(
    "x.London",
    where=HERE,
    printed="the gradient of the field at the surface, of a field that falls off as exp(−(R − r)/λ_L) below it",
    lhs=slope_B,
    rhs=diff(profile, x).subs(x, R),
    law="the equation of London, ∇²B = B/λ_L², for a radius much larger than λ_L",
)
gradient = paper.claim(
    "41-field-gradient",
    equal(slope_B, B_here / (2 * lambda_L)),
    where=HERE,
    printed="the radial gradient of the field near the surface is $B/(2\\lambda_L)$",
    by=follows_from(london),
    readings=[
        correction(
            "B/λ_L",
            equal(slope_B, B_here / lambda_L),
            by=follows_from(london),
            condition="the radial gradient is B/λ_L, as the field falls off with λ_L",
        )
    ],
    note="A field with the gradient B/(2λ_L) would fall off as exp(−(R − r)/(2λ_L)), which is not the penetration depth of (8). In a cylinder the gradient is (B/λ_L) I_1/I_0 at R/λ_L, "
    "which tends to B/λ_L for large R.",
    asides=[
        aside(
            "falls off with λ_L",
            equal(Derivative(profile, x, 2), profile / lambda_L**2),
        )
    ],
)
balanced = specialise(eq41.form("sign"), {x: R}, general=True)
eq41_velocity = paper.cross_reference(
    "41-velocity",
    where=HERE,
    printed="the condition that the forces compensate each other yields for the velocity the value Eq. (38), using that gradient",
    lhs=v_y,
    rhs=velocity38[1],
    by=follows_from(balanced, gradient, of_spin, magneton),
    note="The azimuthal component of (38), its sign included, from forces whose sum is zero and the gradient as printed: decided is that the one follows from the other. (41) as printed gives the opposite direction.",
    asides=[
        aside(
            "(41) as printed gives the opposite direction",
            equal(v_y, -velocity38[1]),
            by=follows_from(specialise(printed41, {x: R}, general=True), gradient, of_spin, magneton),
        ),
    ],
)
independent = paper.remark(
    "41-independent",
    where=HERE,
    printed="this argument was not used in the derivation of Eq. (38) and is an independent derivation of it",
    why="Which premises two derivations share is no equation: these share the moment of the electron. With the gradient that London's equation gives, B/λ_L, the velocity is twice that of (38), so that the argument derives it no longer.",
    asides=[
        aside(
            "the velocity is twice that of (38)",
            equal(v_y, 2 * velocity38[1]),
            by=follows_from(balanced, london, of_spin, magneton),
            put_in=["38"],
        ),
    ],
)
eq40_direction = paper.claim(
    "40-direction",
    greater(gradient_force(scaled(-mu_B, triple(0, 0, 1)), near_surface, x, y, z)[0], 0),
    less(gradient_force(scaled(mu_B, triple(0, 0, 1)), near_surface, x, y, z)[0], 0),
    where=HERE,
    printed="a moment parallel to the field is pushed to higher field, one that is antiparallel to lower field",
    conditions=[slope_B > 0],
    note="A moment of the magnitude |μ_B| along the field, and one against it; x is the direction in which the field grows.",
)
figure6 = paper.claim(
    "Fig6",
    less(lorentz_force(e, triple(0, v_down, 0), triple(0, 0, B_here), c=c)[0], 0),
    greater(gradient_force(scaled(mu_B, triple(0, 0, -1)), near_surface, x, y, z)[0], 0),
    greater(lorentz_force(e, triple(0, v_up, 0), triple(0, 0, B_here), c=c)[0], 0),
    less(gradient_force(scaled(mu_B, triple(0, 0, 1)), near_surface, x, y, z)[0], 0),
    where=HERE,
    printed="field out of the paper: for a spin into the paper the Lorentz force points inward and the gradient force outward, for a spin out of it the other way round",
    by=follows_from(spin_up, spin_down, london),
    note="The spin into the paper first. The directions of (38), of (39) with e < 0, and of (40) with a moment antiparallel to the spin and a field that is larger outside.",
)

# --- a field that stops one half of the current

meissner = specialise(eq44.ends, {v_s: v_Meissner, B_size: B_s, A_size: A_stop, p_s: p_stop}, general=True)
stops = paper.premise(
    "x.42-stop",
    where=HERE,
    printed="in the field B_s the two speeds are equal",
    lhs=v_Meissner,
    rhs=v_sigma0,
    page="the text before (42): it brings one of the components of the spin current to a stop",
)
quantum = paper.premise(
    "x.42-phi",
    where=HERE,
    printed=r"\phi_0 = hc/(2|e|), which is $-\pi\hbar c/e$",
    lhs=phi_quantum,
    rhs=-pi * hbar * c / e,
    law="the flux quantum of superconductors",
)
eq42 = paper.step(
    "42",
    where=HERE,
    printed=r"B_s = -\frac{\hbar c}{4e\lambda_L^2} = \frac{\phi_0}{4\pi\lambda_L^2}",
    lhs=B_s,
    rhs=(-hbar * c / (4 * e * lambda_L**2), phi_quantum / (4 * pi * lambda_L**2)),
    by=follows_from(meissner, stops, speed38, quantum),
)
stopped = (
    specialise(of_ions, {mu_z: mu_B, v_phi0: v_up}, general=True),
    specialise(of_ions, {mu_z: -mu_B, v_phi0: v_down}, general=True),
    specialise(eq44.ends, {v_s: v_Meissner, B_size: -hbar * c / (4 * e * lambda_L**2)}, general=True),
)
eq42_stop = paper.claim(
    "42-stop",
    equal(v_down, -v_up),
    equal(v_Meissner**2, v_up**2),
    where=HERE,
    printed="the field $B_s$ brings one of the components of the spin current to a stop",
    by=follows_from(*stopped, eq8, magneton),
    note="The other direction of (42), with its value put into (44). The components, which have opposite directions in either background, run with the speed of the Meissner current, so that one of the sums v_M + v is zero.",
    asides=[
        aside(
            "one of the sums v_M + v is zero",
            equal((v_up + v_Meissner) * (v_down + v_Meissner), 0),
            by=follows_from(*stopped, eq8, magneton),
        )
    ],
)
super_needs_spin = paper.remark(
    "VII-spin-needed",
    where=HERE,
    printed="(42) as the lower critical field indicates that there is no superconductivity without a spin current",
    why="An inference from the size of a field, called an indication: the field that stops one component is compared with H_c1 in 42-Hc1, and nothing is calculated of superconductivity without a spin current.",
)
conventional = paper.premise(
    "x.Hc1",
    where=HERE,
    printed=r"H_{c1} = \frac{\phi_0}{4\pi\lambda_L^2} \ln\kappa",
    lhs=H_c1,
    rhs=phi_quantum / (4 * pi * lambda_L**2) * log(kappa),
    law="the lower critical field of a superconductor of type II with large κ (Tinkham, Introduction to Superconductivity, §5.1)",
)
eq42_Hc1 = paper.cross_reference(
    "42-Hc1",
    where=HERE,
    printed="which is essentially the expression for the lower critical field $H_{c1}$ in the conventional theory",
    lhs=B_s,
    rhs=H_c1,
    by=follows_from(eq42.ends, conventional),
    readings=[
        reading(
            "up to the logarithm",
            equal(B_s * log(kappa), H_c1),
            by=follows_from(eq42.ends, conventional),
            ground=AMBIGUITY,
            of="essentially",
            condition="'essentially' means up to the factor ln κ",
        )
    ],
)
of_orbit = paper.premise(
    "x.43",
    where=HERE,
    printed="the magnitude of the angular momentum in an orbit of radius 2λ_L",
    lhs=l_orbit,
    rhs=cross(triple(2 * lambda_L, 0, 0), scaled(m_e, triple(0, v_sigma0, 0)))[2],
    law="angular momentum r × mv",
)
eq43 = paper.step(
    "43",
    where=HERE,
    printed=r"l = m_e v_\sigma \times (2\lambda_L) = \frac{\hbar}{2}",
    lhs=l_orbit,
    rhs=(m_e * v_sigma0 * (2 * lambda_L), hbar / 2),
    by=follows_from(of_orbit, speed38),
)
paper.spellings += ((r"v_\sigma", v_sigma0),)
history = paper.remark(
    "VII-history",
    where=HERE,
    printed="proposals of spontaneous currents before the theory of BCS, some of them before the Meissner effect was discovered",
    why="History and citations: who proposed which currents, and when; no equation of these proposals is printed.",
)
