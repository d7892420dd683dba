"""Electrodynamics with spin: (55)-(64).  The four-vectors, (55)-(61), stand in `s9a_four_vectors`, the equations here."""

from sympy import I, diff, exp, pi

from derivations.hirsch.notation.common import c, lambda_L, rho_0, sigma, t, x, y, z
from derivations.hirsch.notation.spin import (
    A_charge,
    A_charge0,
    A_minus,
    A_minus0,
    A_phi,
    A_plus,
    A_plus0,
    A_spin,
    A_spin0,
    A_wave,
    J_azimuth,
    J_charge,
    J_charge0,
    J_minus,
    J_minus0,
    J_minus_phi,
    J_plus,
    J_plus0,
    J_plus_phi,
    J_spin,
    J_spin0,
    J_spin_phi,
    a_wave,
    beta_x,
    beta_z,
    box_A,
    box_f,
    box_J,
    f_any,
    j_wave,
    k_wave,
    omega,
    phi_wave,
    rho_minus0,
    rho_minus_spin,
    rho_plus,
    rho_plus0,
    rho_spin,
    rho_spin0,
    s_wave,
    spin_amplitude,
    unit_phi,
)
from derivations.hirsch.notation.superconductor import (
    A_four,
    A_four_0,
    J_four,
    J_four_0,
    phi_here,
    phi_interior,
    rho_here,
    unit_4,
)
from derivations.hirsch.paper import paper
from derivations.hirsch.s5a_four_vectors import eq24
from derivations.hirsch.s9a_four_vectors import (
    GENERAL,
    HERE,
    SPACE,
    along_spin,
    eq55,
    eq56a,
    eq60b,
    eq61,
    potential,
    potential_0,
)
from derivations.physics.four_vectors import boosted, four_divergence, four_total, four_vector, wave_operator
from derivations.physics.spin_fields import spin_four_potential
from verify.claims import (
    aside,
    components_equal,
    dot,
    equal,
    follows_from,
    scaled,
    specialise,
)

four_wave = four_vector(k_wave, omega / c)
box = paper.given(
    "63",
    where=HERE,
    printed=r"\Box^2 = \nabla^2 - \frac{1}{c^2}\frac{\partial^2}{\partial t^2}",
    lhs=box_f,
    rhs=wave_operator(f_any(x, y, z, t), SPACE, t, c),
    note="What the operator makes of any field f. Of a wave exp(i(k·r − ωt)) it makes −(k² − ω²/c²), which is the same for every frame, the frame's direction being in the x-z plane.",
    asides=[
        aside(
            "which is the same for every frame, the frame's direction being in the x-z plane",
            equal(
                dot(boosted(four_wave, GENERAL, c), boosted(four_wave, GENERAL, c)),
                dot(k_wave, k_wave) - omega**2 / c**2,
            ),
            where=[beta_x**2 + beta_z**2 < 1],
        )
    ],
)
factor = paper.premise(
    "x.s",
    where=HERE,
    printed="of a wave exp(i(k·r − ωt)) the operator makes s times the wave",
    lhs=s_wave,
    rhs=-dot(k_wave, k_wave) + omega**2 / c**2,
    law="(63), carried out; it is held against (63) in 62-box",
)
maxwell = paper.premise(
    "x.maxwell",
    where=HERE,
    printed="the operator makes −4π/c times the four-current of the four-potential, in each component of a wave",
    lhs=s_wave * a_wave,
    rhs=-4 * pi / c * j_wave,
    law="Maxwell's equations for the potentials, with the gauge (27); φ_0 is the static potential of ρ_0",
)
in_wave = specialise(eq24, {J_four: j_wave, J_four_0: 0, A_four: a_wave, A_four_0: 0}, general=True)
dispersion = paper.step(
    "62-dispersion",
    where=HERE,
    printed="the waves of the potentials A and φ less φ_0 that (24) admits",
    lhs=s_wave,
    rhs=1 / lambda_L**2,
    by=follows_from(maxwell, in_wave),
)
wave = exp(I * (dot(k_wave, SPACE) - omega * t))
A_of_wave = scaled(wave, A_wave)
phi_of_wave = phi_wave * wave
E_of_wave = tuple(-diff(phi_of_wave, axis) - diff(part, t) / c for axis, part in zip(SPACE, A_of_wave, strict=True))
B_of_wave = (
    diff(A_of_wave[2], y) - diff(A_of_wave[1], z),
    diff(A_of_wave[0], z) - diff(A_of_wave[2], x),
    diff(A_of_wave[1], x) - diff(A_of_wave[0], y),
)
spin_wave = spin_four_potential(lambda_L, along_spin, E_of_wave, B_of_wave)
fields = paper.claim(
    "62-fields",
    components_equal(
        four_total(spin_wave, four_vector(A_of_wave, phi_of_wave)),
        four_vector(
            (
                wave * (A_wave[0] + I * lambda_L * sigma * (k_wave[1] * phi_wave - omega / c * A_wave[1])),
                wave * (A_wave[1] - I * lambda_L * sigma * (k_wave[0] * phi_wave - omega / c * A_wave[0])),
                wave * A_wave[2],
            ),
            wave * (phi_wave - I * lambda_L * sigma * (k_wave[0] * A_wave[1] - k_wave[1] * A_wave[0])),
        ),
    ),
    where=HERE,
    printed="of a wave of A and φ less φ_0, A_σ − A_σ0 is a wave, too",
    note="(57)-(59) in Cartesian components, with E − E_0 = −∇(φ − φ_0) − ∂A/(c∂t) and B the curl of A.",
)
gauge = paper.claim(
    "x.58-59-gauge",
    equal(four_divergence(spin_wave, SPACE, t, c), 0),
    where=HERE,
    printed="the terms with the spin in (58) and (59) obey the gauge (27), so that the current of each spin is conserved",
    note="Not of the paper: Faraday's law, which the fields of a wave obey; another sign of one of the terms would not do.",
)
of_wave = paper.premise(
    "x.wave",
    where=HERE,
    printed="A_σ − A_σ0 of a wave is an amplitude times the wave",
    lhs=A_spin - A_spin0,
    rhs=spin_amplitude * wave,
    page="(57)-(59), whose terms are derivatives of the potentials: 62-fields has the components of the amplitude",
)
of_operator = paper.premise(
    "x.box",
    where=HERE,
    printed="the operator (63), on A_σ − A_σ0 of a wave",
    lhs=box_A,
    rhs=wave_operator(spin_amplitude * wave, SPACE, t, c),
    page="(63), of each component",
)
on_wave = paper.step(
    "62-box",
    where=HERE,
    printed="the operator makes of A_σ − A_σ0 of a wave s times the same",
    lhs=box_A,
    rhs=s_wave * (A_spin - A_spin0),
    by=follows_from(of_wave, of_operator, factor),
)
eq62a = paper.step(
    "62a",
    where=HERE,
    printed=r"\Box^2(A_\sigma - A_{\sigma0}) = \frac{1}{\lambda_L^2}(A_\sigma - A_{\sigma0})",
    lhs=box_A,
    rhs=1 / lambda_L**2 * (A_spin - A_spin0),
    by=follows_from(on_wave, dispersion),
    note="For waves exp(i(k·r − ωt)) with k and ω of any complex numbers that (24) admits; every solution is a sum of them, and the line is linear.",
)
operated = paper.premise(
    "x.box-55",
    where=HERE,
    printed="the operator on both sides of (55)",
    lhs=box_J,
    rhs=-c / (8 * pi * lambda_L**2) * box_A,
    law="the operator (63) is linear, and the factor of (55) is a constant",
)
eq62b = paper.step(
    "62b",
    where=HERE,
    printed=r"\Box^2(J_\sigma - J_{\sigma0}) = \frac{1}{\lambda_L^2}(J_\sigma - J_{\sigma0})",
    lhs=box_J,
    rhs=1 / lambda_L**2 * (J_spin - J_spin0),
    by=follows_from(operated, eq55, eq62a),
)
of_plus = {J_spin: J_plus, J_spin0: J_plus0, A_spin: A_plus, A_spin0: A_plus0}
of_minus = {J_spin: J_minus, J_spin0: J_minus0, A_spin: A_minus, A_spin0: A_minus0}
eq64a = paper.given(
    "64a",
    where=HERE,
    printed=r"J_c = J_{\sigma=+1} + J_{\sigma=-1}",
    lhs=J_charge,
    rhs=J_plus + J_minus,
)
eq64b = paper.given(
    "64b",
    where=HERE,
    printed=r"A_c = (A_{\sigma=+1} + A_{\sigma=-1})/2",
    lhs=A_charge,
    rhs=(A_plus + A_minus) / 2,
)
eq64a0 = paper.premise(
    "x.64a0",
    where=HERE,
    printed="J_c0 is the sum of both J_σ0",
    lhs=J_charge0,
    rhs=J_plus0 + J_minus0,
    page="the text after (64): similarly for these",
)
eq64b0 = paper.premise(
    "x.64b0",
    where=HERE,
    printed="A_c0 is half the sum of both A_σ0",
    lhs=A_charge0,
    rhs=(A_plus0 + A_minus0) / 2,
    page="the text after (64): similarly for these",
)
shares = paper.premise(
    "x.shares",
    where=HERE,
    printed="the densities ρ_σ0 of both spins add up to ρ_0",
    lhs=rho_plus0 + rho_minus0,
    rhs=rho_0,
    assumption="ρ_0 is the sum of the densities of both spins; the paper says of neither more than that it is a charge density",
)
deep_current = paper.step(
    "60-61",
    where=HERE,
    printed="the four-current of a spin deep inside, from (60b) and (61)",
    lhs=J_spin0,
    rhs=-c * rho_0 * sigma / 2 * unit_phi + I * c * rho_spin0 * unit_4,
    by=follows_from(eq60b, eq61.ends),
)
sector = paper.step(
    "64-24",
    where=HERE,
    printed="the sum of (55) over both spins is (24)",
    lhs=J_charge - J_charge0,
    rhs=-c / (4 * pi * lambda_L**2) * (A_charge - A_charge0),
    by=follows_from(
        specialise(eq55, of_plus, general=True),
        specialise(eq55, of_minus, general=True),
        eq64a,
        eq64b,
        eq64a0,
        eq64b0,
    ),
)
sector_A = paper.step(
    "64-25a",
    where=HERE,
    printed="the four-potential of the charge is (25a): the terms with σ cancel",
    lhs=A_charge,
    rhs=A_phi * unit_phi + I * phi_here * unit_4,
    by=follows_from(
        eq64b,
        specialise(potential, {A_spin: A_plus, sigma: 1}, general=True),
        specialise(potential, {A_spin: A_minus, sigma: -1}, general=True),
    ),
)
sector_A0 = paper.step(
    "64-26a",
    where=HERE,
    printed="that of the interior is (26a)",
    lhs=A_charge0,
    rhs=I * phi_interior * unit_4,
    by=follows_from(
        eq64b0,
        specialise(potential_0, {A_spin0: A_plus0, sigma: 1}, general=True),
        specialise(potential_0, {A_spin0: A_minus0, sigma: -1}, general=True),
    ),
)
sector_J0 = paper.step(
    "64-26b",
    where=HERE,
    printed="the four-current of the interior is (26b)",
    lhs=J_charge0,
    rhs=I * c * rho_0 * unit_4,
    by=follows_from(
        eq64a0,
        specialise(deep_current, {J_spin0: J_plus0, rho_spin0: rho_plus0, sigma: 1}, general=True),
        specialise(deep_current, {J_spin0: J_minus0, rho_spin0: rho_minus0, sigma: -1}, general=True),
        shares,
    ),
    note="Decided is that the currents of both spins cancel; that the densities add up to ρ_0 is the assumption x.shares.",
)
sum_of_currents = paper.premise(
    "x.64-J",
    where=HERE,
    printed="the current density of the charge is the sum of those of both spins",
    lhs=J_azimuth,
    rhs=J_plus_phi + J_minus_phi,
    law="currents add up",
)
sum_of_densities = paper.premise(
    "x.64-rho",
    where=HERE,
    printed="the charge density is the sum of those of both spins",
    lhs=rho_here,
    rhs=rho_plus + rho_minus_spin,
    law="charges add up",
)
sector_J = paper.step(
    "64-25b",
    where=HERE,
    printed="the four-current of the charge is (25b)",
    lhs=J_charge,
    rhs=J_azimuth * unit_phi + I * c * rho_here * unit_4,
    by=follows_from(
        eq64a,
        specialise(eq56a, {J_spin: J_plus, J_spin_phi: J_plus_phi, rho_spin: rho_plus}, general=True),
        specialise(eq56a, {J_spin: J_minus, J_spin_phi: J_minus_phi, rho_spin: rho_minus_spin}, general=True),
        sum_of_currents,
        sum_of_densities,
    ),
)
coincide = paper.cross_reference(
    "64-secV",
    where=HERE,
    printed="the equations of the charge sector, by (64), coincide with those of Section V",
    lhs=J_azimuth * unit_phi + I * c * (rho_here - rho_0) * unit_4,
    rhs=-c / (4 * pi * lambda_L**2) * (A_phi * unit_phi + I * (phi_here - phi_interior) * unit_4),
    by=follows_from(sector, sector_A, sector_A0, sector_J0, sector_J),
    note="(24) with (25) and (26), in both components, from the sum of (55) over both spins. Its A and φ are those of V, so that (27) and (28) are the same lines here.",
)
reference = paper.remark(
    "IX-ref68",
    where=HERE,
    printed="all these relations are derived in a reference",
    why="A reference for the derivations. What the paper says of the relations themselves is decided above.",
)
