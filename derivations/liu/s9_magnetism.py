"""Meissner effect, critical current and field, type-II superconductors, density: (42) to (44)."""

from sympy import Sum, cos, diff, exp, oo, pi, sin

from derivations.liu.notation import (
    A_rad,
    B,
    B_y,
    B_z,
    C,
    E_x,
    F_x,
    J,
    J_c,
    P_rad,
    T_c,
    angle,
    h,
    k_B,
    light,
    mass,
    n_pair,
    q,
    sigma,
    t,
    temperature,
    theta,
    v_y,
    v_z,
    w,
)
from derivations.liu.paper import paper
from verify.claims import (
    aside,
    at_most,
    correction,
    equal,
    follows_from,
    greater,
    less,
    specialise,
)

HERE = "Meissner Effect"
CURRENT = "Critical Current Density"

eq42 = paper.given(
    "42",
    where=HERE,
    printed=r"F_x = q(E_x + v_y B_z - v_z B_y)",
    lhs=F_x,
    rhs=q * (E_x + v_y * B_z - v_z * B_y),
    note="F = q(E + v × B), its x component; the others follow by renaming the axes.",
)
eq42_zero = paper.step(
    "42.zero",
    where=HERE,
    printed="$F_x = 0$ when v = 0 and E = 0",
    lhs=F_x,
    rhs=0,
    by=specialise(eq42, {v_y: 0, v_z: 0, E_x: 0}),
    note="The x component, as in (42).",
)
turn = w * (q * w * B / mass)
"""(v × a)_z of a charge q with v = (w, 0, 0) in the field (0, 0, −B), which points away from an observer above."""
eq42_rotation = paper.claim(
    "42.rotation",
    less(turn.subs(q, -q), 0),
    greater(turn, 0),
    where=HERE,
    printed="looking along B the electron circulates clockwise, the hole anticlockwise",
    conditions=[q > 0],
    note="v = (w, 0, 0) and a = F/M = (0, q w B/M, 0) by (42). Seen from above, (v × a)_z > 0 is anticlockwise.",
)
moment_along_B = (q / 2) * (mass * w / (q * B)) * w * (-B)
"""Moment (q/2) (r × v) of the circle, times the field: r = (0, −M w/(qB), 0), (r × v)_z = M w²/(qB), field −B."""
eq42_inside = paper.claim(
    "42.inside",
    less(moment_along_B, 0),
    equal(moment_along_B, -mass * w**2 / 2),
    where=HERE,
    printed="both flows counteract the applied field inside",
    note="For either sign of the charge the moment of one free charge that circles is opposite to the field. That the moments of all charges "
    "of a body do not cancel, as they do in classical equilibrium (Bohr and van Leeuwen), is the paper's claim and is not shown here.",
)
dipole_along_B = -(3 * cos(theta) ** 2 - 1)
"""Field of that moment outside, along the applied field, up to a positive factor; θ is the angle from the axis."""
eq42_outside = paper.claim(
    "42.outside",
    greater(dipole_along_B, 0),
    where=HERE,
    printed="both flows reinforce the applied field outside",
    readings=[
        correction(
            "beside the superconductor",
            greater(dipole_along_B.subs(theta, pi / 2) * B, 0),
            condition="the field is looked at beside the superconductor, in the plane across the axis of the field",
            fault="on the axis they weaken it",
        )
    ],
    note="The field of a moment opposite to B is (1 − 3cos²θ) times a positive number along B: on the axis (θ = 0) it weakens the applied field.",
    asides=[aside("on the axis (θ = 0) it weakens the applied field", less(dipole_along_B.subs(theta, 0), 0))],
)
x_radiated = paper.premise(
    "x.radiated",
    where=CURRENT,
    printed=r"P = A p T^4",
    lhs=P_rad,
    rhs=A_rad * sigma * temperature**4,
    law="the law of Stefan and Boltzmann, for a body that radiates from the area A",
)
eq43 = paper.step(
    "43",
    where=CURRENT,
    printed=r"P = pT^4",
    lhs=P_rad,
    rhs=sigma * temperature**4,
    by=follows_from(x_radiated),
    readings=[
        correction(
            "with the area",
            equal(P_rad, A_rad * sigma * temperature**4),
            by=follows_from(x_radiated),
            fault="the radiating area is missing",
        )
    ],
    note="The law gives the power radiated by a unit of area; the paper calls P the radiation power, which is an area "
    "times that, so that the two sides differ in dimension.",
)
planck = 2 * h / light**2 * (k_B * temperature / h) ** 4
"""Planck's radiance integrates to this times the integral of t³/(e^t − 1), with t = hν/kT."""
decay = -(t**3 / n_pair + 3 * t**2 / n_pair**2 + 6 * t / n_pair**3 + 6 / n_pair**4) * exp(-n_pair * t)
"""An antiderivative of t³ e^(−nt) that vanishes at infinity."""
hemisphere = pi * sin(angle) ** 2
"""An antiderivative of the cosine over the hemisphere."""
eq43_planck = paper.claim(
    "43.planck",
    equal(diff(decay, t), t**3 * exp(-n_pair * t)),
    equal(-decay.subs(t, 0), 6 / n_pair**4),
    equal(Sum(6 / n_pair**4, (n_pair, 1, oo)), pi**4 / 15),
    equal(diff(hemisphere, angle), 2 * pi * cos(angle) * sin(angle)),
    equal((hemisphere.subs(angle, pi / 2) - hemisphere.subs(angle, 0)) * t, pi * t),
    equal(pi * (planck * pi**4 / 15), 2 * pi**5 * k_B**4 / (15 * h**3 * light**2) * temperature**4),
    where=CURRENT,
    printed="the T⁴ law follows from Planck's law, integrated over frequency and solid angle",
    note="1/(e^t − 1) is the sum of e^(−nt), n ≥ 1, so the integral of t³/(e^t − 1) is the sum of 6/n⁴. The result, 2π⁵k⁴/(15 h³c²) times T⁴, is for a unit of area; (43) calls it power and leaves the area out.",
    asides=[
        aside(
            "The result, 2π⁵k⁴/(15 h³c²) times T⁴",
            equal(15 * pi * (planck * pi**4 / 15), 2 * pi**5 * k_B**4 / (h**3 * light**2) * temperature**4),
            put_in=["15"],
        )
    ],
)
eq44 = paper.given("44", where=CURRENT, printed=r"J = CT^4", lhs=J, rhs=C * temperature**4, derived_on_page=True)
x_largest = paper.premise(
    "x.Jc",
    where=CURRENT,
    printed=r"J_c = J",
    lhs=J_c,
    rhs=J,
    assumption="the paper says so after (44) without a derivation: that the current which goes with a rate of absorption is the largest one that a superconductor tolerates",
)
eq44_jc = paper.claim(
    "44.jc",
    at_most(J_c, C * T_c**4),
    by=follows_from(eq44, x_largest),
    conditions=[temperature <= T_c],
    where=CURRENT,
    printed="the largest current density of a superconductor goes with T^4, so that T_c limits it",
    note="By (44) it is C T^4, and up to T_c no more than C T_c^4. It vanishes at T = 0 and is largest at T_c, "
    "where superconductivity ends; measured critical currents fall to zero as T approaches T_c.",
)
p_Tc_p = paper.remark(
    "p.Tc_p",
    where=CURRENT,
    printed="critical temperature and critical current density both grow with pressure",
    why="A statement about materials; the model contains no pressure.",
)
p_Bc = paper.remark(
    "p.Bc",
    where="Critical Magnetic Field",
    printed="a higher temperature implies a higher critical field",
    why="A statement without a formula for the field; (44) speaks of the current.",
)
p_typeII = paper.remark(
    "p.typeII",
    where="Type-II Superconductor",
    printed="one critical field or more for each type of molecule",
    why="A statement about a number of fields, without a rule that gives it.",
)
p_3500K = paper.remark(
    "p.3500K",
    where="Superconductor, Insulator, and Density",
    printed="superconducting elements correspond to the elements that are not gaseous at 3500 K",
    why="A comparison of two pictures, without numbers.",
)
p_density = paper.remark(
    "p.density",
    where="Superconductor, Insulator, and Density",
    printed="dense elements align with superconducting elements",
    why="A comparison of two pictures, without numbers.",
)
