"""Two electrons on the ring as a one-dimensional atom: (35) to (45)."""

from sympy import Abs, Derivative, Integer, Ne, Rational, diff

from derivations.essen.notation import (
    E_F,
    J_C,
    J_F,
    V_1,
    Z_F,
    H,
    H_at,
    H_at_angle,
    J,
    Jdot_C,
    L,
    R,
    V_1r,
    V_phi,
    a,
    c,
    e_2,
    eps,
    factor_C,
    factor_r,
    i,
    j,
    m,
    mu,
    p,
    phi,
    phi_1,
    phi_2,
    phi_C,
    phi_of,
    r_e,
    r_rel,
    rate,
    rate_1,
    rate_2,
    rate_C,
    rate_of,
    t,
    v_F,
)
from derivations.essen.paper import paper
from derivations.essen.s3_rotating import radius
from derivations.essen.s4a_darwin import V, V_ij
from derivations.physics.mechanics import conserved, hamilton_equations, legendre
from verify.claims import (
    aside,
    correction,
    equal,
    expands_to,
    follows_from,
    for_every_number,
    over,
    over_pairs,
)

HERE = "IV.B"
coupling = e_2**2 * R / c**2

kinetic_pair = paper.premise(
    "x.L2",
    where=HERE,
    printed="L = T_0 − V_1 for two electrons",
    lhs=L,
    rhs=m * R**2 * rate_1**2 / 2 + m * R**2 * rate_2**2 / 2 - V_1,
    page="the text before (32)",
)
pair = paper.premise(
    "x.V2",
    where=HERE,
    printed="V_1 of a single pair",
    lhs=V_1,
    rhs=-coupling * rate_1 * rate_2 * V_phi(phi_1 - phi_2),
    page="(31) for one pair",
)
eq35 = paper.claim(
    "35",
    equal(
        L,
        m * R**2 / 2 * (rate_1**2 + rate_2**2) + coupling * rate_1 * rate_2 * V_phi(phi_1 - phi_2),
    ),
    for_every_number(
        over(i, 2, m * R**2 * rate_of(i) ** 2 / 2) + coupling * over_pairs(i, j, 2, rate_of(i) * rate_of(j) * V_ij),
        m * R**2 / 2 * (rate_of(1) ** 2 + rate_of(2) ** 2)
        + coupling * rate_of(1) * rate_of(2) * V_phi(phi_of(1) - phi_of(2)),
        number=Integer(2),
    ),
    by=follows_from(kinetic_pair, pair),
    where=HERE,
    printed=r"L = \frac{mR^2}{2}(\dot{\varphi}_1^2 + \dot{\varphi}_2^2) + \frac{e^2R}{c^2}\dot{\varphi}_1\dot{\varphi}_2V_\varphi(\varphi_1 - \varphi_2)",
    note="For one pair, and (32) for N = 2.",
)
eq36 = paper.given(
    "36",
    where=HERE,
    printed=r"\varphi_C = \frac{1}{2}(\varphi_1 + \varphi_2)",
    lhs=phi_C,
    rhs=(phi_1 + phi_2) / 2,
)
relative = paper.premise(
    "x.36",
    where=HERE,
    printed=r"\varphi = \varphi_1 - \varphi_2",
    lhs=phi,
    rhs=phi_1 - phi_2,
    page="the second half of (36)",
)
eq37 = paper.claim(
    "37",
    equal(phi_1, phi_C + phi / 2),
    equal(phi_2, phi_C - phi / 2),
    by=follows_from(eq36, relative),
    where=HERE,
    printed=r"\varphi_1 = \varphi_C + \frac{1}{2}\varphi, \quad \varphi_2 = \varphi_C - \frac{1}{2}\varphi",
)
rates_1 = paper.premise(
    "x.37a",
    where=HERE,
    printed=r"\dot{\varphi}_1 = \dot{\varphi}_C + \frac{1}{2}\dot{\varphi}",
    lhs=rate_1,
    rhs=rate_C + rate / 2,
    page="time derivative of (37)",
)
rates_2 = paper.premise(
    "x.37b",
    where=HERE,
    printed=r"\dot{\varphi}_2 = \dot{\varphi}_C - \frac{1}{2}\dot{\varphi}",
    lhs=rate_2,
    rhs=rate_C - rate / 2,
    page="time derivative of (37)",
)
L_relative = m * R**2 / 2 * (2 * rate_C**2 + rate**2 / 2) + coupling * (rate_C**2 - rate**2 / 4) * V_phi(phi)
eq38 = paper.step(
    "38",
    where=HERE,
    printed=r"L = \frac{mR^2}{2}\left(2\dot{\varphi}_C^2 + \frac{1}{2}\dot{\varphi}^2\right) + \frac{e^2R}{c^2}\left(\dot{\varphi}_C^2 - \frac{1}{4}\dot{\varphi}^2\right)V_\varphi(\varphi)",
    lhs=L,
    rhs=L_relative,
    by=follows_from(eq35, relative, rates_1, rates_2),
)
strength = e_2**2 * V_phi(phi) / (m * c**2 * R)
H_momenta = Rational(1, 4) * J_C**2 / (m * R**2 * (1 + strength)) + J**2 / (m * R**2 * (1 - strength))
defined = paper.premise(
    "x.JC",
    where=HERE,
    printed="J_C ≡ ∂L/∂φ̇_C, with (38)",
    lhs=J_C,
    rhs=diff(L_relative, rate_C),
    page="the definition in the text before (39)",
)
defined_J = paper.premise(
    "x.J",
    where=HERE,
    printed="J ≡ ∂L/∂φ̇, with (38)",
    lhs=J,
    rhs=diff(L_relative, rate),
    page="the definition in the text before (39)",
)
defined_H = paper.premise(
    "x.H",
    where=HERE,
    printed=r"H = J_C\dot{\varphi}_C + J\dot{\varphi} - L",
    lhs=H,
    rhs=J_C * rate_C + J * rate - L,
    page="the definition of the Hamiltonian in (39)",
)
eq39 = paper.claim(
    "39",
    equal(H, J_C * rate_C + J * rate - L, H_momenta),
    by=follows_from(defined_H, defined, defined_J, eq38),
    where=HERE,
    printed=r"H = J_C\dot{\varphi}_C + J\dot{\varphi} - L = \frac{1}{4}\frac{J_C^2}{mR^2\left(1 + \frac{e^2V_\varphi(\varphi)}{mc^2R}\right)} + \frac{J^2}{mR^2\left(1 - \frac{e^2V_\varphi(\varphi)}{mc^2R}\right)}",
)
eq39_transform = paper.claim(
    "39-transform",
    legendre(L_relative, (rate_C, J_C), (rate, J), hamiltonian=H_momenta),
    where=HERE,
    printed="the Hamiltonian (39) is the Legendre transform of (38)",
    note="The momenta are solved for the velocities, which are unique where the Hessian of (38), (2mR²)(mR²/2)(1 − (e²V_φ/mc²R)²), is not zero.",
    asides=[
        aside(
            "the Hessian of (38), (2mR²)(mR²/2)(1 − (e²V_φ/mc²R)²)",
            equal(
                diff(L_relative, rate_C, 2) * diff(L_relative, rate, 2) - diff(L_relative, rate_C, rate) ** 2,
                2 * m * R**2 * (m * R**2 / 2) * (1 - strength**2),
            ),
        )
    ],
)
in_factors = J_C**2 * factor_C(phi) + J**2 * factor_r(phi)
eq39_cons = paper.claim(
    "39-cons",
    conserved(J_C, in_factors, (phi_C, J_C), (phi, J), time=t),
    where=HERE,
    printed="the centre of mass (angular) momentum J_C is conserved",
    note="(39) is J_C² and J² times two functions of φ, f_1 and f_2: φ_C does not occur, wherever it is defined. Nor does it in (38).",
)
paper.spellings += (
    (r"\partial H / \partial \dot{\varphi}_C", Derivative(H_at(rate_C), rate_C)),
    (r"\partial H / \partial \varphi_C", Derivative(H_at_angle(phi_C), phi_C)),
)
x_conserved = paper.premise(
    "x.conserved",
    where=HERE,
    printed=r"\dot{J}_C = 0",
    lhs=Jdot_C,
    rhs=0,
    law="Hamilton's equation for the angle φ_C, on which (39) does not depend (39-cons)",
)
eq39_JC = paper.claim(
    "39-JC",
    equal(Jdot_C, -Derivative(H_at(rate_C), rate_C), 0),
    by=follows_from(
        x_conserved,
        paper.premise(
            "x.no-velocity",
            where=HERE,
            printed=r"(39) does not contain $\dot{\varphi}_C$",
            lhs=Derivative(H_at(rate_C), rate_C),
            rhs=0,
            page="(39), which is written in the momenta",
        ),
    ),
    where=HERE,
    printed=r"\dot{J}_C = -\partial H / \partial \dot{\varphi}_C = 0",
    readings=[
        correction(
            "without the dot",
            equal(Jdot_C, -Derivative(H_at_angle(phi_C), phi_C), 0),
            by=follows_from(
                x_conserved,
                paper.premise(
                    "x.no-angle",
                    where=HERE,
                    printed=r"(39) does not contain $\varphi_C$",
                    lhs=Derivative(H_at_angle(phi_C), phi_C),
                    rhs=0,
                    page="(39), which is J_C² and J² times two functions of φ",
                ),
            ),
            fault="a derivative by the angle is meant",
        ),
        correction(
            "derivative by the angle",
            hamilton_equations(
                in_factors,
                (phi_C, J_C, 2 * J_C * factor_C(phi), 0),
                (phi, J, 2 * J * factor_r(phi), -diff(in_factors, phi)),
            ),
            condition="the derivative by the angle φ_C is meant, which (39), J_C² and J² times two functions of φ, does not contain; the dot is a misprint",
        ),
    ],
    note="A misprint: what is wrong is the dimension, a torque on the left and an angular momentum in the middle, for any H. The H of the paper, (39), is written in the momenta "
    "and does not contain φ̇_C, so that its derivative by it is zero and no equation of motion. What follows, that J_C is conserved, is right (39-cons).",
)
eq40 = paper.given("40", where=HERE, printed=r"|J_C| \equiv 2J_F", lhs=Abs(J_C), rhs=2 * J_F)
eq41_par = paper.step(
    "41-par",
    where=HERE,
    printed=r"\frac{e^2/R}{mc^2} = r_e/R",
    lhs=e_2**2 / R / (m * c**2),
    rhs=r_e / R,
    by=follows_from(radius),
)
first_41, second_41 = J**2 / (m * R**2), -(J_F**2 - J**2) / (m * R**2) * eps
small = paper.premise(
    "x.eps",
    where=HERE,
    printed=r"\epsilon \equiv \frac{e^2}{mc^2} \frac{V_\varphi(\varphi)}{R}",
    lhs=eps,
    rhs=strength,
    page="the last two factors of (41), r_e/R times V_φ",
)
paper.spellings += ((r"\frac{e^2}{mc^2} \frac{V_\varphi(\varphi)}{R}", eps),)
eq41 = paper.claim(
    "41",
    expands_to(
        Rational(1, 4) * (2 * J_F) ** 2 / (m * R**2 * (1 + eps)) + J**2 / (m * R**2 * (1 - eps)),
        eps,
        J_F**2 / (m * R**2) + first_41 + second_41,
        order=2,
        called=H,
        dropping=J_F**2 / (m * R**2),
    ),
    where=HERE,
    printed=r"H = \frac{J^2}{mR^2} - \frac{J_F^2 - J^2}{mR^2} \frac{e^2}{mc^2} \frac{V_\varphi(\varphi)}{R}",
    note="(39) with (40) to first order in ε = e²V_φ/(mc²R); the constant that is thrown away is J_F²/(mR²).",
)
eq42 = paper.claim(
    "42",
    expands_to(V, phi, 1 / Abs(phi) - Abs(phi) / 3 + Rational(97, 5760) * Abs(phi) ** 3, order=5),
    where=HERE,
    printed=r"V_\varphi(\varphi) = \frac{1}{4} \frac{1 + 3\cos\varphi}{\sqrt{2(1 - \cos\varphi)}} = \frac{1}{|\varphi|} - \frac{1}{3}|\varphi| + \frac{97}{5760}|\varphi|^3 + \dots",
)
eq42_coul = paper.claim(
    "42-coul",
    expands_to(V, phi, 1 / Abs(phi), order=1),
    where=HERE,
    printed=r"near $\varphi = 0$: a Coulomb potential on a line, in essence",
)
momentum_F = paper.premise(
    "x.JF",
    where=HERE,
    printed=r"J_F = m R v_F",
    lhs=J_F,
    rhs=m * R * v_F,
    page="(40): J_C = 2mR²φ̇_C to zeroth order, with both electrons at the Fermi velocity v_F = Rφ̇_C, as the text assumes",
)
energy_F = paper.premise(
    "x.EF",
    where=HERE,
    printed=r"\mathcal{E}_F = \frac{1}{2} m v_F^2",
    lhs=E_F,
    rhs=m * v_F**2 / 2,
    law="the Fermi energy: the kinetic energy of one electron at the Fermi velocity",
)
Z_def = paper.premise(
    "x.ZF",
    where=HERE,
    printed=r"Z_F \equiv \frac{J_F^2/(mR^2)}{mc^2}",
    lhs=Z_F,
    rhs=J_F**2 / (m * R**2) / (m * c**2),
    page="(43), the definition of Z_F",
)
eq43 = paper.claim(
    "43",
    equal(Z_F, J_F**2 / (m * R**2) / (m * c**2), E_F / (m * c**2)),
    by=follows_from(Z_def, momentum_F, energy_F),
    where=HERE,
    printed=r"$Z_F \equiv \frac{J_F^2/(mR^2)}{mc^2} = \frac{\mathcal{E}_F}{mc^2}$, where $\mathcal{E}_F$ is the Fermi energy",
    readings=[
        correction(
            "twice the Fermi energy",
            equal(Z_F, J_F**2 / (m * R**2) / (m * c**2), 2 * E_F / (m * c**2)),
            by=follows_from(Z_def, momentum_F, energy_F),
        )
    ],
    asides=[
        aside(
            "J_F²/(mR²) = mv_F², twice the Fermi energy",
            equal(J_F**2 / (m * R**2), m * v_F**2, 2 * E_F),
            by=follows_from(momentum_F, energy_F),
        )
    ],
    note="J_F = mRv_F gives J_F²/(mR²) = mv_F², twice the Fermi energy. The text calls it the Fermi energy, and takes 'standard "
    "values for the Fermi energy of Au' for it.",
)
p_def = paper.premise("x.p", where=HERE, printed=r"p \equiv J/R", lhs=p, rhs=J / R, page="(43)")
mu_def = paper.premise("x.mu", where=HERE, printed=r"\mu \equiv m/2", lhs=mu, rhs=m / 2, page="(43)")
r_def = paper.premise("x.r", where=HERE, printed=r"r = R\varphi", lhs=r_rel, rhs=R * phi, page="(43)")
kept = paper.premise(
    "x.41",
    where=HERE,
    printed=r"H = \frac{J^2}{mR^2} - \frac{J_F^2}{mR^2} \frac{e^2}{mc^2} \frac{1}{R|\varphi|}",
    lhs=H,
    rhs=first_41 + second_41.subs({J: 0, eps: e_2**2 / (m * c**2) / (R * Abs(phi))}),
    page="(41) with the first term of (42) and without the J² of the second term, as the text says",
)
eq44 = paper.step(
    "44",
    conditions=[Ne(phi, 0)],
    lhs=H,
    rhs=p**2 / (2 * mu) - Z_F * e_2**2 / Abs(r_rel),
    by=follows_from(kept, p_def, mu_def, eq43.link(0), r_def),
    where=HERE,
    printed=r"H = \frac{p^2}{2\mu} - \frac{Z_F e^2}{|r|}",
)
eq45 = paper.given(
    "45",
    where=HERE,
    printed=r"V_1(r) = -\frac{Z_F e^2}{|r| + a}",
    lhs=V_1r,
    rhs=-Z_F * e_2**2 / (Abs(r_rel) + a),
)
