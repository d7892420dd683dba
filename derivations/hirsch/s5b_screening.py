"""How far a static electric field reaches into a superconductor."""

from sympy import Derivative, Ne, exp, pi, sqrt

from derivations.hirsch.notation.common import R, c, e, lambda_L, m_e, n_s, r, rho_0, x
from derivations.hirsch.notation.superconductor import (
    E_F,
    ell,
    lambda_TF,
    laplacian_phi,
    laplacian_phi_0,
    phi_here,
    phi_interior,
    rho_here,
)
from derivations.hirsch.paper import paper
from derivations.hirsch.s2a_one_electron import eq8
from derivations.hirsch.s5a_four_vectors import eq23
from derivations.physics.screening import (
    gauss_law,
    screened_density,
    screened_field,
    screening_law,
)
from verify.claims import (
    CODATA_2022,
    approx,
    aside,
    equal,
    follows_from,
    printed_number,
)
from verify.units import electronvolt

HERE = "V"
poisson_0 = paper.given(
    "phi0",
    where=HERE,
    printed="the uniform density ρ_0 gives rise to φ_0 by the equation of electrostatics",
    lhs=laplacian_phi_0,
    rhs=-4 * pi * rho_0,
    note="Poisson's equation, Gaussian units.",
)
poisson = paper.premise(
    "x.Poisson",
    where=HERE,
    printed=r"\nabla^2\phi = -4\pi\rho",
    lhs=laplacian_phi,
    rhs=-4 * pi * rho_here,
    law="Poisson's equation, Gaussian units",
)
helmholtz = paper.step(
    "x.screened",
    where=HERE,
    printed=r"\nabla^2\phi-\nabla^2\phi_0=\frac{1}{\lambda_L^2}(\phi-\phi_0)",
    lhs=laplacian_phi - laplacian_phi_0,
    rhs=1 / lambda_L**2 * (phi_here - phi_interior),
    by=follows_from(poisson, poisson_0, eq23),
    note="With a plus on the right: what is not φ_0 decays, and does not oscillate.",
)
decay = paper.premise(
    "x.decay",
    where=HERE,
    printed=r"\nabla^2\phi-\nabla^2\phi_0=\frac{1}{\ell^2}(\phi-\phi_0)",
    lhs=laplacian_phi - laplacian_phi_0,
    rhs=1 / ell**2 * (phi_here - phi_interior),
    law="what a length ℓ of screening is: φ − φ_0 falls as exp(−x/ℓ) behind a flat surface, of which the second derivative is this",
)
screening = paper.step(
    "screening",
    where=HERE,
    printed="electrostatic fields are screened over λ_L",
    lhs=ell,
    rhs=lambda_L,
    by=follows_from(decay, poisson, poisson_0, eq23),
    conditions=[Ne(phi_here, phi_interior)],
    note="exp(−x/ℓ) has the second derivative exp(−x/ℓ)/ℓ².",
    asides=[
        aside(
            "exp(−x/ℓ) has the second derivative exp(−x/ℓ)/ℓ²",
            equal(Derivative(exp(-x / ell), x, 2), exp(-x / ell) / ell**2),
        )
    ],
)
FIELDS = {g: screened_field(g, R, lambda_L, r, interior=rho_0) for g in ("sphere", "cylinder", "slab")}
DENSITIES = {g: screened_density(g, R, lambda_L, r, interior=rho_0) for g in FIELDS}
solutions = paper.claim(
    "x.screening-solutions",
    *(gauss_law(g, FIELDS[g], DENSITIES[g], r) for g in FIELDS),
    *(screening_law(g, FIELDS[g], DENSITIES[g], lambda_L, r, interior=rho_0) for g in FIELDS),
    *(equal(FIELDS[g].subs(r, R), 0) for g in FIELDS),
    where=HERE,
    printed="(23) with the equation of electrostatics, solved for a neutral sphere, cylinder and slab",
    conditions=[r < R],
    note="No line of the paper. In each geometry: Gauss's law, the derivative of (23) along r, and no field at the surface (R is the distance of the surface from the middle). The density is ρ_0 minus a term "
    "with sinh, a Bessel function, or cosh, that grows towards the surface.",
)
thomas_fermi = paper.premise(
    "x.TF",
    where=HERE,
    printed=r"\lambda_{TF} = \sqrt{\frac{E_F}{6\pi n_s e^2}}",
    lhs=lambda_TF,
    rhs=sqrt(E_F / (6 * pi * n_s * e**2)),
    assumption="the screening length of Thomas and Fermi for free electrons, all of which are superfluid below the transition; were fewer, λ_L would be larger still",
)
much_smaller = paper.claim(
    "TF-much-smaller",
    approx(
        lambda_TF / lambda_L,
        "0.0044",
        constants={
            E_F: printed_number("15", electronvolt),
            m_e: CODATA_2022.m_e,
            c: CODATA_2022.c,
        },
        within=("0", "0.1", "much larger: at least ten times"),
    ),
    where=HERE,
    printed="λ_L is much larger than the Thomas-Fermi length of normal metals",
    by=follows_from(thomas_fermi, eq8),
    note="The ratio is the root of 2E_F/(3m_e c²); no metal has a Fermi energy above 15 eV (N. W. Ashcroft and N. D. Mermin, Solid State Physics).",
    asides=[
        aside(
            "The ratio is the root of 2E_F/(3m_e c²)",
            equal(lambda_TF / lambda_L, sqrt(2 * E_F / (3 * m_e * c**2))),
            by=follows_from(thomas_fermi, eq8),
        )
    ],
)
bcs = paper.remark(
    "V-BCS-rigid",
    where=HERE,
    printed="BCS theory: electric fields are screened as in the normal metal",
    why="What another theory predicts, without an equation.",
)
