"""The diamagnetism of the atom, and how large an orbit must be for a perfect one: (5)-(8)."""

from sympy import Abs, Eq, Integral, Ne, Rational, diff, oo, pi, sin, sqrt

from derivations.hirsch.notation.atoms import (
    B_in,
    B_ind,
    B_ind_f,
    B_ind_i,
    B_mean_f,
    B_mean_i,
    Delta_m,
    chi_f,
    chi_i,
    chi_Larmor,
    chi_volume,
    moment,
    moment_f,
    moment_i,
    r2,
    r2perp,
    r2perp_f,
    r2perp_i,
    rbar,
    rbar_f,
    rbar_i,
    theta,
)
from derivations.hirsch.notation.common import B, c, e, lambda_L, m_e, n_s, r
from derivations.hirsch.notation.phase import shape as any_shape
from derivations.hirsch.notation.phase import stretch as factor
from derivations.hirsch.paper import paper
from derivations.hirsch.s2a_atom import orbital
from derivations.physics.kinetic_bounds import scales_as
from derivations.physics.wave_functions import (
    mean,
    mean_square_in_plane,
)
from verify.claims import (
    aside,
    compare_coefficients,
    correction,
    equal,
    follows_from,
    greater,
    less,
    specialise,
    substitute,
)

HERE = "II.A"

paper.spellings += ((r"n", n_s),)

# --- its diamagnetism -------------------------------------------------------------------------------------------------

mean_square = paper.premise(
    "x.r2",
    where=HERE,
    printed="the mean square distance with (2)",
    lhs=r2,
    rhs=mean(orbital, r, r**2),
    page="the text of (5a): an average with (2)",
)
mean_square_across = paper.premise(
    "x.r2perp",
    where=HERE,
    printed="the mean square distance from the axis with (2)",
    lhs=r2perp,
    rhs=mean_square_in_plane(orbital, r, theta),
    page="the text of (5a): the average of the square of the distance in the plane perpendicular to the field",
)
square_radius = paper.claim(
    "r2perp",
    equal(r2perp, Rational(2, 3) * r2, 2 * rbar**2),
    by=follows_from(mean_square, mean_square_across),
    where=HERE,
    printed=r"\langle r_\perp^2\rangle = (2/3)\langle r^2\rangle = 2\bar{r}^2",
)
by_definition = paper.premise(
    "x.moment",
    where=HERE,
    printed="the moment is minus the slope, in the field, of the mean of e²A²/(2m_e c²) with A = ½B×r",
    lhs=moment,
    rhs=-diff(e**2 / (2 * m_e * c**2) * (B / 2) ** 2 * r2perp, B),
    law="m = −∂E/∂B, to first order; the term linear in the field has no mean value in a state without angular momentum",
)
eq5b = paper.given("5b", where=HERE, printed=r"m = \chi_{Larmor} B", lhs=moment, rhs=chi_Larmor * B)
eq5a = paper.claim(
    "5a",
    equal(chi_Larmor, -(e**2) / (6 * m_e * c**2) * r2, -(e**2) / (4 * m_e * c**2) * r2perp),
    by=follows_from(compare_coefficients(substitute(by_definition, into=eq5b), B, general=True), square_radius.link(0)),
    where=HERE,
    printed=r"\chi_{Larmor} = -\frac{e^2}{6m_ec^2}\langle r^2\rangle = -\frac{e^2}{4m_ec^2}\langle r_\perp^2\rangle",
)
larmor_i = specialise(eq5a.ends, {chi_Larmor: chi_i, r2perp: r2perp_i}, general=True)
larmor_f = specialise(eq5a.ends, {chi_Larmor: chi_f, r2perp: r2perp_f}, general=True)
square_i = specialise(square_radius.ends, {r2perp: r2perp_i, rbar: rbar_i}, general=True)
square_f = specialise(square_radius.ends, {r2perp: r2perp_f, rbar: rbar_f}, general=True)
grows = paper.claim(
    "chi-grows",
    greater(Abs(chi_f), Abs(chi_i)),
    by=follows_from(larmor_i, larmor_f, square_i, square_f),
    where=HERE,
    conditions=[rbar_f > rbar_i],
    printed=r"as the wave function expands from $\bar{r}_i$ to $\bar{r}_f > \bar{r}_i$ the magnitude of the susceptibility increases",
)
change = paper.premise(
    "x.change",
    where=HERE,
    printed="the change of the moment is the last one less the first one",
    lhs=Delta_m,
    rhs=moment_f - moment_i,
    page="the text before (6)",
)
moment_at_first = specialise(eq5b, {moment: moment_i, chi_Larmor: chi_i}, general=True)
moment_in_the_end = specialise(eq5b, {moment: moment_f, chi_Larmor: chi_f}, general=True)
eq6 = paper.step(
    "6",
    where=HERE,
    printed=r"\mathit{\Delta m} = -\frac{e^2}{4m_ec^2}(\langle r_\perp^2\rangle_f - \langle r_\perp^2\rangle_i)B",
    lhs=Delta_m,
    rhs=-(e**2) / (4 * m_e * c**2) * (r2perp_f - r2perp_i) * B,
    by=follows_from(change, moment_at_first, moment_in_the_end, larmor_i, larmor_f),
)
antiparallel = paper.claim(
    "6-antiparallel",
    less(moment_i / B, 0),
    by=follows_from(moment_at_first, larmor_i, square_i),
    where=HERE,
    conditions=[Ne(B, 0)],
    printed="the moment is antiparallel to the field",
)
increases = paper.claim(
    "6-increases",
    greater(moment_f / moment_i, 1),
    less(Delta_m / B, 0),
    by=follows_from(eq6, moment_at_first, moment_in_the_end, larmor_i, larmor_f, square_i, square_f),
    where=HERE,
    conditions=[rbar_f > rbar_i, Ne(B, 0)],
    printed="the moment increases in magnitude, and the change is antiparallel to the field, too",
)

# --- the field in the orbit -------------------------------------------------------------------------------------------

current = -(e**2) / (m_e * c) * orbital**2 * B * r * sin(theta) / 2
centre = paper.premise(
    "x.centre",
    where=HERE,
    printed="the field of the electron in the centre of its orbit",
    lhs=B_ind,
    rhs=Integral(Integral(2 * pi * r**2 * sin(theta) * current * sin(theta) / (c * r**2), (theta, 0, pi)), (r, 0, oo)),
    law="the law of Biot and Savart, with the current −e²ψ²A/(m_e c) round the axis that A = ½B×r drives in a state without angular momentum",
)
field_in_centre = paper.step(
    "6-centre",
    where=HERE,
    printed="the field in the centre of the orbit of (2)",
    lhs=B_ind,
    rhs=-(e**2) / (3 * m_e * c**2 * rbar) * B,
    by=follows_from(centre),
)
field_i = specialise(field_in_centre, {B_ind: B_ind_i, rbar: rbar_i}, general=True)
field_f = specialise(field_in_centre, {B_ind: B_ind_f, rbar: rbar_f}, general=True)
many_i = paper.premise(
    "x.many-i",
    where=HERE,
    printed="the mean field of n such electrons for each volume is 4πn times the moment of one, at first",
    lhs=B_mean_i,
    rhs=4 * pi * n_s * moment_i,
    law="the magnetization nm of a long sample along the field gives the mean field 4πnm",
)
many_f = paper.premise(
    "x.many-f",
    where=HERE,
    printed="the mean field of n such electrons for each volume is 4πn times the moment of one, in the end",
    lhs=B_mean_f,
    rhs=4 * pi * n_s * moment_f,
    law="the magnetization nm of a long sample along the field gives the mean field 4πnm",
)
larger_field = paper.claim(
    "6-field",
    less(B_ind_i / B, 0),
    less(B_ind_f / B, 0),
    greater(B_ind_f / B_ind_i, 1),
    by=follows_from(field_i, field_f),
    where=HERE,
    conditions=[rbar_f > rbar_i, Ne(B, 0)],
    printed="the moment gives rise to an increasingly larger field, opposite to the applied one, in the region inside the orbit",
    readings=[
        correction(
            "the mean field of many orbits",
            less(B_mean_i / B, 0),
            less(B_mean_f / B, 0),
            greater(B_mean_f / B_mean_i, 1),
            by=follows_from(many_i, many_f, moment_at_first, moment_in_the_end, larmor_i, larmor_f, square_i, square_f),
            where=[rbar_f > rbar_i, Ne(B, 0)],
            condition="the field is the mean one in a sample with a fixed density of such electrons, whose orbits overlap as they grow",
            fault="in the centre of an orbit the field falls",
        )
    ],
    note="In the centre, which is inside the orbit at first and in the end: the field is opposite to the applied one, but it falls as 1/r̄ while the moment grows as r̄²: when r̄ doubles, the field is halved. "
    "At other places it is 1/r̄ times a function of r/r̄, as the current has one length only, so that its mean over the orbit falls in the same way; the flux through the orbit, of which the paper does not speak, grows as r̄.",
    asides=[
        aside(
            "its mean over the orbit falls in the same way",
            scales_as(
                2 * pi * r * any_shape(r / rbar) / rbar * r / (pi * rbar**2), {r: factor * r, rbar: factor * rbar}, -1
            ),
        ),
        aside(
            "the flux through the orbit, of which the paper does not speak, grows as r̄",
            scales_as(2 * pi * r * any_shape(r / rbar) / rbar * r, {r: factor * r, rbar: factor * rbar}, 1),
        ),
        aside(
            "when r̄ doubles, the field is halved",
            equal(B_ind_f / B_ind_i, Rational(1, 2)),
            by=follows_from(field_i, field_f),
            where=[Eq(rbar_f, 2 * rbar_i)],
        ),
        aside("it falls as 1/r̄", equal(B_ind_f / B_ind_i, rbar_i / rbar_f), by=follows_from(field_i, field_f)),
        aside(
            "the moment grows as r̄²",
            equal(moment_f / moment_i, rbar_f**2 / rbar_i**2),
            by=follows_from(moment_at_first, moment_in_the_end, larmor_i, larmor_f, square_i, square_f),
            where=[Ne(B, 0)],
        ),
    ],
)

# --- perfect diamagnetism ---------------------------------------------------------------------------------------------

inside_sample = paper.premise(
    "x.inside",
    where=HERE,
    printed="the field inside a long sample along the field",
    lhs=B_in,
    rhs=(1 + 4 * pi * chi_volume) * B,
    law="B + 4πM with the magnetization M = χB, Gaussian",
)
perfect = paper.premise(
    "x.perfect",
    where=HERE,
    printed="perfect diamagnetism: the field inside is zero",
    lhs=B_in,
    rhs=0,
    law="what perfect diamagnetism means",
)
perfect_value = paper.claim(
    "perfect-dia",
    equal(chi_volume, -1 / (4 * pi)),
    by=compare_coefficients(substitute(perfect, into=inside_sample), B, general=True),
    where=HERE,
    printed=r"for perfect diamagnetism the susceptibility has to take the value $-1/(4\pi)$",
    note="For every field. That this value is enough, too, is perfect-dia-2.",
)
enough = paper.claim(
    "perfect-dia-2",
    equal(B_in, 0),
    by=follows_from(inside_sample),
    where=HERE,
    conditions=[Eq(chi_volume, -1 / (4 * pi))],
    printed="with this susceptibility the field inside is zero",
)
per_volume = paper.premise(
    "x.volume",
    where=HERE,
    printed="the susceptibility of n electrons for each volume",
    lhs=chi_volume,
    rhs=n_s * chi_Larmor,
    page="the text before (7)",
)
eq7 = paper.step(
    "7",
    where=HERE,
    printed=r"-\frac{1}{4\pi} = -\frac{ne^2}{4m_ec^2}\langle r_\perp^2\rangle",
    lhs=-1 / (4 * pi),
    rhs=-n_s * e**2 / (4 * m_e * c**2) * r2perp,
    by=follows_from(perfect_value, per_volume, eq5a.ends),
)
eq8 = paper.given(
    "8",
    where=HERE,
    printed=r"\frac{1}{\lambda_L^2} = \frac{4\pi n e^2}{m_e c^2}",
    lhs=1 / lambda_L**2,
    rhs=4 * pi * n_s * e**2 / (m_e * c**2),
)
twice_lambda = paper.claim(
    "7-2lambda",
    equal(sqrt(r2perp), 2 * lambda_L),
    by=follows_from(eq7, eq8),
    where=HERE,
    printed=r"\sqrt{\langle r_\perp^2\rangle} = 2\lambda_L",
)
enough_lambda = paper.claim(
    "7-2lambda-2",
    equal(-1 / (4 * pi), -n_s * e**2 / (4 * m_e * c**2) * (2 * lambda_L) ** 2),
    by=follows_from(eq8),
    where=HERE,
    printed="(7) holds where the root of the mean square is 2λ_L",
)
