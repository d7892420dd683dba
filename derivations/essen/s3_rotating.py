"""The London moment, and the number of superconducting electrons: (27) to (30)."""

from sympy import Derivative, cos, diff, pi, sin

from derivations.essen.notation import (
    B_s,
    N_s,
    Omega,
    Q,
    R,
    c,
    e_2,
    e_x,
    e_y,
    ell,
    m,
    mu_s,
    phi,
    r,
    r_e,
    sigma,
    t,
    theta,
    v_x,
    v_y,
    v_z,
    x,
    x_of,
    y,
    y_of,
    z,
)
from derivations.essen.paper import paper
from derivations.essen.s2c_larmor import weak
from verify.claims import (
    DOMAIN,
    Equation,
    approx,
    aside,
    compare_coefficients,
    components_equal,
    cross,
    eliminate,
    equal,
    expands_to,
    follows_from,
    magnetostatic,
    reading,
    scaled,
    sphere,
    total,
    triple,
)
from verify.claims import cylinder as long_cylinder

velocity = triple(v_x, v_y, v_z)
place = triple(x, y, 0)
rotation = triple(0, 0, Omega)
london = triple(0, 0, 2 * m * c / e_2 * Omega)
paper.spellings += (
    (r"\mathbf{B}", B_s),
    (r"\boldsymbol{\Omega}", Omega),
    (r"\boldsymbol{\Omega} \times \mathbf{v}", Omega * (v_x * e_y - v_y * e_x)),
    (r"\mathbf{v} \times \mathbf{B}", B_s * (v_y * e_x - v_x * e_y)),
)
coriolis_force = -2 * m * Omega * (v_x * e_y - v_y * e_x)
lorentz_force = -e_2 / c * B_s * (v_y * e_x - v_x * e_y)

eq27 = paper.given(
    "27",
    where="III",
    printed=r"\mathbf{B} = \frac{2mc}{|e|} \boldsymbol{\Omega}",
    lhs=B_s,
    rhs=2 * m * c / e_2 * Omega,
    note="London's result, cited by the paper. In III.A it is the field with which the forces cancel (III.A-lor). Both vectors lie along the axis.",
)
lab_x = x_of(t) * cos(Omega * t) - y_of(t) * sin(Omega * t)
lab_y = x_of(t) * sin(Omega * t) + y_of(t) * cos(Omega * t)
coriolis = paper.claim(
    "III.A-cor",
    equal(
        diff(lab_x, t, 2) * cos(Omega * t) + diff(lab_y, t, 2) * sin(Omega * t),
        Derivative(x_of(t), t, t) - 2 * Omega * Derivative(y_of(t), t) - Omega**2 * x_of(t),
    ),
    equal(
        -diff(lab_x, t, 2) * sin(Omega * t) + diff(lab_y, t, 2) * cos(Omega * t),
        Derivative(y_of(t), t, t) + 2 * Omega * Derivative(x_of(t), t) - Omega**2 * y_of(t),
    ),
    equal(coriolis_force, lorentz_force.subs(B_s, -2 * m * c / e_2 * Omega)),
    where="III.A",
    printed=r"in the co-rotating system the particles are affected by a Coriolis force $-m2\boldsymbol{\Omega} \times \mathbf{v}$, equivalent to a magnetic field",
    note="The acceleration in axes that rotate with Ω: −2Ωẏ and +2Ωẋ are (2Ω×v), brought to the side of the force. "
    "The force is that of the field −(2mc/|e|)Ω on the charge −|e|.",
)
lorentz = paper.claim(
    "III.A-lor",
    equal(lorentz_force, -coriolis_force),
    by=follows_from(Equation("27", B_s, 2 * m * c / e_2 * Omega)),
    where="III.A",
    printed=r"the Lorentz force is $-(|e|/c)\mathbf{v} \times \mathbf{B}$; with (27) the two forces cancel",
    note="The Lorentz force against minus the Coriolis force −2mΩ×v, for any numbers in the place of the unit vectors, and so for every component.",
)
lab_velocity = total(velocity, cross(rotation, place))
magnetic = scaled(-e_2 / c, cross(lab_velocity, london))
inertial = total(scaled(-2 * m, cross(rotation, velocity)), scaled(-m, cross(rotation, cross(rotation, place))))
same = paper.claim(
    "III.A-same",
    components_equal(total(magnetic, inertial), triple(0, 0, 0)),
    where="III.A",
    printed="in the interior, seen from the rotating frame, the motion obeys the equations without rotation",
    readings=[
        reading(
            "to first order in Ω",
            expands_to(magnetic[0], Omega, -2 * m * v_y * Omega, order=2),
            expands_to(inertial[0], Omega, 2 * m * v_y * Omega, order=2),
            expands_to(magnetic[1], Omega, 2 * m * v_x * Omega, order=2),
            expands_to(inertial[1], Omega, -2 * m * v_x * Omega, order=2),
            ground=DOMAIN,
            within=[weak],
            condition="terms of second order in Ω, −mΩ²ρ from the centrifugal force and the velocity of rotation, are neglected",
        )
    ],
    note="Centrifugal force, and the Lorentz force on the velocity Ω×r of the rotating frame, do not cancel: their sum is −mΩ²ρ. "
    "In the reading the Lorentz force and the inertial forces are expanded one by one: their first orders cancel.",
    asides=[
        aside(
            "their sum is −mΩ²ρ",
            components_equal(total(magnetic, inertial), scaled(-m * Omega**2, place)),
        )
    ],
)
experiments = paper.remark(
    "III-exp",
    where="III",
    printed="verified with considerable accuracy, equally for high temperature and heavy fermion superconductors and other shapes",
    why="Results of experiments, cited.",
)

HERE = "III.B"

eq28 = paper.given(
    "28",
    where=HERE,
    printed=r"Q = N|e| = 4\pi R^2 \sigma",
    lhs=Q,
    rhs=(N_s * e_2, 4 * pi * R**2 * sigma),
)
radial = paper.premise(
    "x.radial",
    where=HERE,
    printed=r"B = 2\mu/R^3",
    lhs=B_s,
    rhs=2 * mu_s / R**3,
    law="over cos θ: the radial component is continuous: uniform field B inside, dipole μ outside (J. D. Jackson, 3rd ed., section 5.10)",
)
tangential = paper.premise(
    "x.tangential",
    where=HERE,
    printed=r"\mu/R^3 + B = 4\pi\sigma\Omega R/c",
    lhs=mu_s / R**3 + B_s,
    rhs=4 * pi * sigma * Omega * R / c,
    law="over sin θ: the tangential component jumps by 4π/c times the surface current σΩR sin θ",
)
field = 8 * pi / 3 * sigma * R / c * Omega
moment = 4 * pi / 3 * sigma * R**4 / c * Omega
shell, rod = sphere(r, theta, phi), long_cylinder(r, phi, z)
uniform = paper.claim(
    "29-unif",
    magnetostatic(
        shell,
        R,
        inside=shell.uniform(field),
        outside=shell.dipole(moment),
        surface_current=(0, 0, sigma * Omega * R * sin(theta)),
        per_current=4 * pi / c,
    ),
    where=HERE,
    printed="sphere with a uniform surface charge that rotates: uniform field inside",
    note="The uniform field of (29) inside and a dipole outside, with the surface current σΩR sin θ: the only solution.",
)
eq29 = paper.step(
    "29",
    where=HERE,
    printed=r"\mathbf{B} = \frac{2}{3} \frac{Q}{cR} \boldsymbol{\Omega} = \frac{8\pi}{3} \frac{\sigma R}{c} \boldsymbol{\Omega}",
    lhs=B_s,
    rhs=(2 * Q / (3 * c * R) * Omega, 8 * pi / 3 * sigma * R / c * Omega),
    by=follows_from(radial, tangential, eq28),
)
radius = paper.premise(
    "x.re",
    where=HERE,
    printed=r"r_e = \frac{e^2}{m c^2}",
    lhs=r_e,
    rhs=e_2**2 / (m * c**2),
    law="definition of the classical electron radius in Gaussian units",
)
same_field = compare_coefficients(eliminate(B_s, among=[eq29.link(0), eq27]), Omega, general=True)
"""(27) and (29) are the same field at every Ω, and the charge is the same at every Ω."""
eq30_N = paper.step(
    "30-N",
    where=HERE,
    printed=r"N = 3Rmc^2/e^2 = 3R/r_e",
    lhs=N_s,
    rhs=(3 * R * m * c**2 / e_2**2, 3 * R / r_e),
    by=follows_from(eq28.link(0), same_field, radius),
    note="(27) and (29) are the same field at every Ω, with the charge (28).",
)
eq30 = paper.step(
    "30",
    where=HERE,
    printed=r"\frac{N r_e}{R} = 3",
    lhs=N_s * r_e / R,
    rhs=3,
    by=follows_from(eq30_N),
)
rod_field = 4 * pi * sigma * Omega * R / c
solenoid = paper.premise(
    "x.cylinder",
    where=HERE,
    printed=r"B = 4\pi\sigma\Omega R/c",
    lhs=B_s,
    rhs=rod_field,
    law="the field inside a long cylinder, as the last statement of III.B-cyl decides it",
)
side = paper.premise(
    "x.side",
    where=HERE,
    printed=r"\sigma = N|e|/(2\pi R\ell)",
    lhs=sigma,
    rhs=N_s * e_2 / (2 * pi * R * ell),
    law="the charge of (28), N|e|, on the side of a cylinder of length ℓ",
)
cylinder = paper.claim(
    "III.B-cyl",
    equal(N_s * r_e / ell, 1),
    approx(N_s * r_e / ell, "1", within=("0.949", "9.48", "similar to 3: within half a decade")),
    magnetostatic(
        rod,
        R,
        inside=rod.uniform(rod_field),
        outside=(0, 0, 0),
        surface_current=(0, sigma * Omega * R, 0),
        per_current=4 * pi / c,
    ),
    by=follows_from(compare_coefficients(eliminate(B_s, among=[solenoid, eq27]), Omega, general=True), side, radius),
    where=HERE,
    printed=r"the calculation for a long cylinder gives a similar value for $Nr_e/\ell$",
    note="It gives 1; 'similar' to the 3 of the sphere is read as of the same order, within half a decade. The field of the "
    "rotating surface of a long cylinder is decided as for the sphere.",
)
geometry = paper.claim(
    "III.B-geom",
    equal(N_s / R, 3 / r_e),
    by=follows_from(eq30),
    where=HERE,
    printed="N: a matter of geometry and fundamental constants (r_e) alone",
    note="N = 3R/r_e: nothing of the material is left.",
)
