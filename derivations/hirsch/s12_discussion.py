"""The discussion, (84)-(88), its last part: an orbit at the speed of light, (88), and interchange."""

from sympy import Eq, I, Rational, exp

from derivations.hirsch import s12_b_bound, s12_c_orbits  # noqa: F401  (importing a part registers its claims)
from derivations.hirsch.notation.common import c, e, hbar, lambda_L, m_e, n_s, rho_minus, v_sigma0
from derivations.hirsch.notation.phase import loop, own_turn, r_q, swap, theta_here, theta_turn, v_fixed
from derivations.hirsch.notation.superconductor import L_orbit, l_orbit
from derivations.hirsch.paper import paper
from derivations.hirsch.s7_spin_meissner import speed38
from derivations.hirsch.s7a_forces import eq43
from derivations.hirsch.s8_expelled_charge import eq49
from derivations.hirsch.s11a_double_valued import eq75b
from verify.claims import aside, correction, equal, follows_from

HERE = "XII"

# --- an orbit at the speed of light: (88) ----------------------------------------------------------------

eq88 = paper.given("88", where=HERE, printed=r"r_q = \frac{\hbar}{2m_ec}", lhs=r_q, rhs=hbar / (2 * m_e * c))
light_orbit = paper.premise(
    "x.12-light",
    where=HERE,
    printed="the angular momentum of an electron that moves at the speed of light is m_e c times the radius",
    lhs=L_orbit,
    rhs=m_e * c * r_q,
    assumption="the momentum of an electron at the speed of light is m_e c, as in Newton's mechanics",
)
eq88_spin = paper.step(
    "88-spin",
    where=HERE,
    printed=r"the angular momentum $\hbar/2$ as originating in circular orbits of radius (88) with the speed of light",
    lhs=L_orbit,
    rhs=hbar / 2,
    by=follows_from(light_orbit, eq88),
)
spin = paper.premise(
    "x.12-spin",
    where=HERE,
    printed="on the orbit of radius 2λ_L the electron has the angular momentum that it had on that of radius (88), as (88-spin) gives it",
    lhs=m_e * v_fixed * 2 * lambda_L,
    rhs=L_orbit,
    page="the text of (88): the angular momentum is kept fixed while the orbit expands to 2λ_L",
)
eq88_38 = paper.claim(
    "88-38",
    equal(v_sigma0 / c, r_q / (2 * lambda_L)),
    equal(v_fixed, v_sigma0),
    by=follows_from(spin, eq88_spin, eq88, speed38),
    where=HERE,
    printed=r"if the orbit expands to 2λ_L at a fixed angular momentum, the speed is reduced by $v^0_\sigma/c = r_q/(2\lambda_L)$, yielding Eq. (38)",
)
eq88_49 = paper.step(
    "88-49",
    where=HERE,
    printed=r"this factor, $r_q/(2\lambda_L)$, is also the ratio of the charge densities, $\rho_-/(e n_s)$",
    lhs=rho_minus / (e * n_s),
    rhs=r_q / (2 * lambda_L),
    by=follows_from(eq49.link(0), eq88),
)

# --- interchange, and the unit of ħ ------------------------------------------------------------------------

twice = paper.premise(
    "x.12-twice",
    where=HERE,
    printed="one electron all the way around the other is two interchanges in the same sense",
    lhs=loop,
    rhs=swap**2,
    law="an interchange turns the separation of the two by half a turn, a loop by a whole one (Leinaas and Myrheim, Nuovo Cimento 37B, 1, 1977)",
)
phase = paper.premise(
    "x.12-phase",
    where=HERE,
    printed="one electron all the way around the other picks up the phase that (75b) gives to one turn",
    lhs=loop,
    rhs=exp(I * (theta_turn - theta_here)),
    page="the sentence applies (75b) so",
)
belt = paper.premise(
    "x.12-belt",
    where=HERE,
    printed="an interchange is topologically one electron turned once about itself",
    lhs=swap,
    rhs=own_turn,
    law="the theorem of Finkelstein and Rubinstein (J. Math. Phys. 9, 1762, 1968), which Feynman's lecture shows with a ribbon",
)
about_itself = paper.premise(
    "x.12-own-turn",
    where=HERE,
    printed="one electron turned once about itself picks up the phase that (75b) gives to one turn",
    lhs=own_turn,
    rhs=exp(I * (theta_turn - theta_here)),
    assumption="(75b) is said of a turn of the electron about itself, as of a spin ½",
)
exchange = paper.claim(
    "XII-exchange",
    equal(swap, loop),
    equal(swap, -1),
    by=follows_from(twice, phase, eq75b),
    where=HERE,
    printed="interchanging two fermions is topologically one electron going around the other in a loop, with the sign (−) by (75b)",
    readings=[
        correction(
            "about itself",
            equal(swap, -1),
            by=follows_from(belt, about_itself, eq75b),
            condition="the interchange is topologically equivalent to one electron turned once about itself, which has the sign (−) if (75b) is said of that turn",
            fault="a loop is more than an interchange",
        )
    ],
    note="With (75b) for the loop an interchange would have the factor i or −i, and not −1. One electron going around the other in a loop is one interchange after the other: the separation r_2 − r_1 is turned by π in an interchange, and by 2π in a loop, after which each electron is where it was. Fermions, with the factor −1 for an interchange, have the factor 1 for a loop.",
    asides=[
        aside(
            "with the factor −1 for an interchange, have the factor 1 for a loop",
            equal(loop, 1),
            by=follows_from(twice),
            where=[Eq(swap, -1)],
        ),
        aside(
            "an interchange would have the factor i or −i",
            equal((swap - I) * (swap + I), 0),
            by=follows_from(twice, phase, eq75b),
        ),
    ],
)
units = paper.claim(
    "XII-hbar",
    equal(l_orbit / hbar, Rational(1, 2)),
    where=HERE,
    printed=r"$\hbar$ has the unit of an angular momentum",
    by=follows_from(eq43.ends),
    note="The ratio of the angular momentum (43), which is r × mv, to ħ is a pure number; what is decided is the dimension of both sides.",
)
paper.remark(
    "XII-image",
    where=HERE,
    printed="the orbits in the superconductor are a mesoscopic image, at the length 2λ_L, of the motion of the spinning electron at the length (88), and the electron has the angular momentum ħ/2 at least at all length scales",
    why="A suggestion: the speeds and densities of it are decided beside (88), the least angular momentum in XII-bound; nothing is calculated at any other length.",
)
paper.remark(
    "XII-coherence",
    where=HERE,
    printed="left to be shown: how electrons keep their phase coherence in orbits that overlap",
    why="What is left for later work, named as such.",
)
paper.remark(
    "XII-Hestenes",
    where=HERE,
    printed="attributions to Hestenes, Feynman, Eddington, Schrödinger and Pauli [77-82]",
    why="What others proposed is reported, without a formula that could be decided.",
)
paper.remark(
    "XII-stability",
    where=HERE,
    printed="the stability of matter ascribed to double-valuedness alone",
    why="A proposal in words: no Hamiltonian and no bound of the energy is given for it. It rests on XII-exchange.",
)
paper.remark(
    "XII-classical-more-correct",
    where=HERE,
    printed="the classical interpretation is more correct than the quantum-mechanical one; states of zero angular momentum do not exist",
    why="A judgement about interpretations and a postulate: nothing is calculated.",
)
