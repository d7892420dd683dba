"""The four-current and the four-potential of a spin: (55)-(61).

A four-vector is written as the sum of its components times the symbols of unit vectors: what is decided holds for any
numbers in their place, and so for each component.  In a cylinder, where the spin and the magnetic field are along the
axis and the electric field along the radius, the azimuth and the fourth component are left.
"""

from sympy import Derivative, I, pi

from derivations.hirsch.notation.common import (
    B,
    E_m,
    R,
    c,
    e,
    hbar,
    lambda_L,
    m_e,
    n_s,
    r,
    rho_0,
    rho_minus,
    sigma,
    v_sigma0,
    x,
    y,
    z,
)
from derivations.hirsch.notation.spin import (
    A_phi,
    A_spin,
    A_spin0,
    A_spin0_phi,
    A_spin_phi,
    B_frame,
    E_0r,
    E_frame,
    E_r,
    J_spin,
    J_spin0,
    J_spin0_phi,
    J_spin_phi,
    beta_x,
    beta_z,
    phi_spin,
    phi_spin0,
    rho_spin,
    rho_spin0,
    unit_phi,
    v_deep,
    v_edge,
    v_spin,
    v_spin0,
)
from derivations.hirsch.notation.superconductor import laplacian_phi_0, phi_here, phi_interior, unit_4
from derivations.hirsch.paper import paper
from derivations.hirsch.s2a_one_electron import eq8
from derivations.hirsch.s5_giant_atom import eq29b, eq30
from derivations.hirsch.s7_spin_meissner import speed38
from derivations.hirsch.s8_expelled_charge import eq48, eq49
from derivations.hirsch.s8a_meissner_current import plane
from derivations.physics.four_vectors import laplacian
from derivations.physics.spin_fields import spin_four_potential, spin_potential_moves_along
from verify.claims import (
    AMBIGUITY,
    aside,
    compare_coefficients,
    components_equal,
    cross,
    dot,
    equal,
    follows_from,
    reading,
    scaled,
    specialise,
    substitute,
    triple,
)

HERE = "IX"
SPACE = (x, y, z)
along_spin = triple(0, 0, sigma)
radius = triple(1, 0, 0)

four_J = J_spin_phi * unit_phi + I * c * rho_spin * unit_4
four_J0 = J_spin0_phi * unit_phi + I * c * rho_spin0 * unit_4
four_A = A_spin_phi * unit_phi + I * phi_spin * unit_4
four_A0 = A_spin0_phi * unit_phi + I * phi_spin0 * unit_4
moving_J = e * n_s / 2 * v_spin * unit_phi + I * c * rho_spin * unit_4
moving_J0 = e * n_s / 2 * v_spin0 * unit_phi + I * c * rho_spin0 * unit_4
paper.spellings += (
    (r"J_\sigma(\vec{r},t)", J_spin),
    (r"A_\sigma(\vec{r},t)", A_spin),
    (r"\vec{J}_\sigma(\vec{r},t)", triple(0, J_spin_phi, 0)),
    (r"\vec{A}_\sigma(\vec{r},t)", triple(0, A_spin_phi, 0)),
    (r"\vec{A}_{\sigma0}(\vec{r})", triple(0, A_spin0_phi, 0)),
    (r"\vec{E}(\vec{r},t)", triple(E_r, 0, 0)),
    (r"\vec{E}_0(\vec{r})", triple(E_0r, 0, 0)),
    (r"\vec{B}(\vec{r},t)", triple(0, 0, B)),
    (r"\vec{A}(\vec{r},t)", triple(0, A_phi, 0)),
    (r"\phi_\sigma(\vec{r},t)", phi_spin),
    (r"\phi(\vec{r},t)", phi_here),
    (r"\rho_\sigma(\vec{r},t)", rho_spin),
    (r"\vec{v}_\sigma(\vec{r},t)", triple(0, v_spin, 0)),
    (r"(\vec{J}_\sigma(\vec{r},t), ic\rho_\sigma(\vec{r},t))", four_J),
    (r"(\vec{A}_\sigma(\vec{r},t), i\phi_\sigma(\vec{r},t))", four_A),
    (r"(\vec{A}_{\sigma0}(\vec{r}), i\phi_{\sigma0}(\vec{r}))", four_A0),
    (r"(\frac{e n_s}{2}\vec{v}_\sigma(\vec{r},t), ic\rho_\sigma(\vec{r},t))", moving_J),
    (r"\vec{\sigma}", along_spin),
    (r"\hat{r}", radius),
    (r"\vec{E}", triple(E_r, 0, 0)),
    (r"\vec{E}_0", triple(E_0r, 0, 0)),
    (r"\vec{B}", triple(0, 0, B)),
    (r"\vec{A}", triple(0, A_phi, 0)),
    (r"\vec{A}_\sigma", triple(0, A_spin_phi, 0)),
    (r"\vec{A}_{\sigma0}", triple(0, A_spin0_phi, 0)),
    (r"\vec{J}_\sigma", triple(0, J_spin_phi, 0)),
    (r"\vec{J}_{\sigma0}", triple(0, J_spin0_phi, 0)),
    (r"\vec{v}_\sigma", triple(0, v_spin, 0)),
    (r"\vec{v}_{\sigma0}", triple(0, v_spin0, 0)),
    (r"\vec{v}_\sigma(r \ll R)", triple(0, v_deep, 0)),
    (r"(\vec{J}_\sigma, ic\rho_\sigma)", four_J),
    (r"(\vec{J}_{\sigma0}, ic\rho_{\sigma0})", four_J0),
    (r"(\frac{e n_s}{2}\vec{v}_\sigma, ic\rho_\sigma)", moving_J),
    (r"(\frac{e n_s}{2}\vec{v}_{\sigma0}, ic\rho_{\sigma0})", moving_J0),
    (r"(\vec{A}_\sigma, i\phi_\sigma)", four_A),
    (r"(\vec{A}_{\sigma0}, i\phi_{\sigma0})", four_A0),
)

eq55 = paper.given(
    "55",
    where=HERE,
    printed=r"J_\sigma(\vec{r},t) - J_{\sigma0} = -\frac{c}{8\pi\lambda_L^2}(A_\sigma(\vec{r},t) - A_{\sigma0})",
    lhs=J_spin - J_spin0,
    rhs=-c / (8 * pi * lambda_L**2) * (A_spin - A_spin0),
    note="A postulate here: its derivation is that of a reference. What it says is held against Sections V, VII and VIII below.",
)
eq56a = paper.given(
    "56a",
    where=HERE,
    printed=r"J_\sigma(\vec{r},t) = (\vec{J}_\sigma(\vec{r},t), ic\rho_\sigma(\vec{r},t))",
    lhs=J_spin,
    rhs=four_J,
)
eq56b = paper.given(
    "56b", where=HERE, printed=r"J_{\sigma0} = (\vec{J}_{\sigma0}, ic\rho_{\sigma0})", lhs=J_spin0, rhs=four_J0
)
eq57a = paper.given(
    "57a",
    where=HERE,
    printed=r"A_\sigma(\vec{r},t) = (\vec{A}_\sigma(\vec{r},t), i\phi_\sigma(\vec{r},t))",
    lhs=A_spin,
    rhs=four_A,
)
eq57b = paper.given(
    "57b",
    where=HERE,
    printed=r"A_{\sigma0} = (\vec{A}_{\sigma0}(\vec{r}), i\phi_{\sigma0}(\vec{r}))",
    lhs=A_spin0,
    rhs=four_A0,
)
eq58a = paper.given(
    "58a",
    where=HERE,
    printed=r"\vec{A}_\sigma(\vec{r},t) = \lambda_L\vec{\sigma}\times\vec{E}(\vec{r},t) + \vec{A}(\vec{r},t)",
    lhs=A_spin_phi,
    rhs=lambda_L * cross(along_spin, triple(E_r, 0, 0))[1] + A_phi,
    note="The azimuth, the only component in a cylinder where E is along the radius.",
)
eq58b = paper.given(
    "58b",
    where=HERE,
    printed=r"\vec{A}_{\sigma0}(\vec{r}) = \lambda_L\vec{\sigma}\times\vec{E}_0(\vec{r})",
    lhs=A_spin0_phi,
    rhs=lambda_L * cross(along_spin, triple(E_0r, 0, 0))[1],
)
eq59a = paper.given(
    "59a",
    where=HERE,
    printed=r"\phi_\sigma(\vec{r},t) = -\lambda_L\vec{\sigma}\cdot\vec{B}(\vec{r},t) + \phi(\vec{r},t)",
    lhs=phi_spin,
    rhs=-lambda_L * dot(along_spin, triple(0, 0, B)) + phi_here,
)
eq59b = paper.given("59b", where=HERE, printed=r"\phi_{\sigma0} = \phi_0", lhs=phi_spin0, rhs=phi_interior)
spin_part = spin_four_potential(lambda_L, along_spin, E_frame, B_frame)
GENERAL = triple(c * beta_x, 0, c * beta_z)
with_fourth = spin_potential_moves_along(
    lambda_L, along_spin, E_frame, B_frame, GENERAL, c, potential=spin_part, time_part=True
)
covariant = paper.claim(
    "58-59-covariant",
    spin_potential_moves_along(
        lambda_L, along_spin, E_frame, B_frame, GENERAL, c, potential=spin_part, time_part=False
    ),
    where=HERE,
    printed="the equations for the spin current are relativistically covariant: in (58), (59) the terms with the spin, λ_L σ×E and −iλ_L σ·B, are the components of a four-vector",
    conditions=[beta_x**2 + beta_z**2 < 1],
    readings=[
        reading(
            "its components where the spin is at rest",
            with_fourth,
            where=[beta_x**2 + beta_z**2 < 1],
            ground=AMBIGUITY,
            of="covariant",
            condition="they are its components in the frame in which the spin is at rest: to a frame that moves along the spin a fourth component of the spin is seen",
        )
    ],
    note="The end of VIII says that the equations are covariant, for which the terms must be such components. The components of one frame, boosted, against the same expressions of the fields and the spin of the other. They are the contraction of the dual field tensor with the spin (σ, iσ_0): "
    "where σ_0 is not zero the spatial part has −λσ_0 B, too. For frames that move across the spin it is zero: x.58-59-across.",
)
across = paper.claim(
    "x.58-59-across",
    spin_potential_moves_along(
        lambda_L,
        along_spin,
        E_frame,
        B_frame,
        triple(c * beta_x, 0, 0),
        c,
        potential=spin_part,
        time_part=False,
    ),
    where=HERE,
    printed="for frames that move across the spin, (58) and (59) keep their form",
    conditions=[beta_x**2 < 1],
    note="Not of the paper: the currents of a cylinder are across the spin, which is along its axis.",
)
field_0 = scaled(2 * pi * rho_0, triple(x, y, 0))
phi_uniform = -pi * rho_0 * (x**2 + y**2)
flux_0 = 2 * pi * r * E_0r
eq_E0 = paper.given(
    "E0-phi0",
    where=HERE,
    printed="E_0 and φ_0 are the electrostatic field and potential of a uniform density ρ_0 in the cylinder",
    lhs=flux_0,
    rhs=(4 * pi * rho_0 * pi * r**2, -laplacian_phi_0 * pi * r**2),
    note="What the two letters mean, as in V: by Gauss for the field at the distance r from the axis, for unit length, and by Poisson, so that E_0 is 2πρ_0 r and φ_0 less its value on the axis is −πρ_0(x² + y²). Gauss, the gradient and Poisson agree with these values.",
    asides=[
        aside("E_0 is 2πρ_0 r", equal(flux_0.subs(E_0r, 2 * pi * rho_0 * r), 4 * pi * rho_0 * pi * r**2)),
        aside(
            "φ_0 less its value on the axis is −πρ_0(x² + y²)",
            components_equal((-Derivative(phi_uniform, x), -Derivative(phi_uniform, y), 0), field_0),
        ),
        aside(
            "Gauss, the gradient and Poisson agree with these values",
            equal(Derivative(field_0[0], x) + Derivative(field_0[1], y), 4 * pi * rho_0),
            equal(laplacian(phi_uniform, SPACE), -4 * pi * rho_0),
        ),
    ],
)
at_edge = paper.cross_reference(
    "E0-Em",
    where=HERE,
    printed="at the surface the field E_0 is E_m, by (29b) and (30)",
    lhs=2 * pi * rho_0 * R,
    rhs=E_m,
    by=follows_from(eq29b, eq30),
)
gauss = paper.premise(
    "x.gauss",
    where=HERE,
    printed=r"E_m = 2\pi\rho_0 R",
    lhs=E_m,
    rhs=2 * pi * rho_0 * R,
    law="Gauss, for the uniform density ρ_0 in a cylinder, whose field is greatest at the surface",
)
density = paper.step(
    "49-30",
    where=HERE,
    printed="the density (49) with the field (48)",
    lhs=e * n_s * hbar / (4 * m_e * c * lambda_L),
    rhs=-E_m / (4 * pi * lambda_L),
    by=follows_from(eq48.ends, eq8),
    note="What (30) says, from the printed values (48) and (49), to which (30) has led.",
)
ref29 = paper.cross_reference(
    "IX-ref29",
    where=HERE,
    printed="ρ_0 is related to the ρ_- of (49) by (29)",
    lhs=rho_0,
    rhs=-2 * lambda_L / R * rho_minus,
    by=follows_from(gauss, eq49.link(0), density),
    within=[plane],
    note="(29b), for a cylinder, from the greatest field (48) and the density (49); (30) has entered through both of them, and (29) not.",
)
eq60a = paper.given(
    "60a",
    where=HERE,
    printed=r"J_\sigma(\vec{r},t) = (\frac{e n_s}{2}\vec{v}_\sigma(\vec{r},t), ic\rho_\sigma(\vec{r},t))",
    lhs=J_spin,
    rhs=moving_J,
    note="Here the superfluid of each spin has the charge density en_s/2; before (68) holes have −en_s, both spins together.",
)
eq60b = paper.given(
    "60b",
    where=HERE,
    printed=r"J_{\sigma0} = (\frac{e n_s}{2}\vec{v}_{\sigma0}, ic\rho_{\sigma0})",
    lhs=J_spin0,
    rhs=moving_J0,
)
eq61 = paper.given(
    "61",
    where=HERE,
    printed=r"\vec{v}_{\sigma0} = \vec{v}_\sigma(r \ll R) = -\frac{c}{e n_s}\rho_0\vec{\sigma}\times\hat{r}",
    lhs=v_spin0,
    rhs=(v_deep, -c / (e * n_s) * rho_0 * cross(along_spin, radius)[1]),
    note="A postulate here, as (55): its derivation is that of a reference. With ρ_- in the place of ρ_0 the velocity is that of (38).",
    asides=[
        aside(
            "With ρ_- in the place of ρ_0 the velocity is that of (38)",
            equal(-c / (e * n_s) * rho_minus * sigma, -v_sigma0 * sigma),
            by=follows_from(eq49.ends),
        )
    ],
)
potential = paper.step(
    "57-59",
    where=HERE,
    printed="the four-potential of a spin, with the components (58a) and (59a)",
    lhs=A_spin,
    rhs=(lambda_L * sigma * E_r + A_phi) * unit_phi + I * (phi_here - lambda_L * sigma * B) * unit_4,
    by=follows_from(eq57a, eq58a, eq59a),
)
potential_0 = paper.step(
    "57-59-0",
    where=HERE,
    printed="the four-potential deep inside, with the components (58b) and (59b)",
    lhs=A_spin0,
    rhs=lambda_L * sigma * E_0r * unit_phi + I * phi_interior * unit_4,
    by=follows_from(eq57b, eq58b, eq59b),
)
velocity = paper.step(
    "55-velocity",
    where=HERE,
    printed="the azimuth of (55): the velocity of each spin, from (58) and (60)",
    lhs=e * n_s / 2 * (v_spin - v_spin0),
    rhs=-c / (8 * pi * lambda_L**2) * (lambda_L * sigma * (E_r - E_0r) + A_phi),
    by=compare_coefficients(substitute(eq60a, eq60b, potential, potential_0, into=eq55), unit_phi, general=True),
)
deep = paper.cross_reference(
    "61-deep",
    where=HERE,
    printed="deep inside, for r much below R, where E is E_0 and A is zero, (55) gives the velocity v_σ0, as (61) says",
    lhs=v_deep,
    rhs=v_spin0,
    by=follows_from(specialise(velocity, {v_spin: v_deep, E_r: E_0r, A_phi: 0}, general=True)),
    note="Decided is that (55) and the first equation of (61) agree. The value in (61) is a postulate: nothing else in the paper gives it.",
)
edge = paper.cross_reference(
    "x.55-38",
    where=HERE,
    printed="at the surface, without a magnetic field, (55) gives the velocity (38), seen from the interior",
    lhs=v_edge - v_spin0,
    rhs=-v_sigma0 * sigma,
    by=follows_from(
        specialise(velocity, {v_spin: v_edge, E_r: 0, E_0r: E_m, A_phi: 0}, general=True), eq48.ends, eq8, speed38
    ),
    note="Not of the paper. There E is zero, as the charges balance, and E_0 is E_m. The sign is that of (38): −σ×r, for e < 0. The velocity itself is that of (38) in the leading order of λ_L/R only: the v_σ0 of (61) is (38) times −2λ_L/R.",
    asides=[
        aside(
            "the v_σ0 of (61) is (38) times −2λ_L/R",
            equal(v_spin0, -v_sigma0 * sigma * (-2 * lambda_L / R)),
            by=follows_from(eq61.ends, eq29b, eq49.ends),
            put_in=["61", "38"],
        )
    ],
)
