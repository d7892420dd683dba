"""Flux of a single electron on a ring: u1 to u5, (1), (2)."""

from sympy import pi

from derivations.pavlov.notation import E, I, Phi, Phi_L, R, T, e, h, hbar, m_e, p, q, v
from derivations.pavlov.paper import paper
from verify.claims import eliminate, follows_from, specialise, substitute

HERE = "Long mean free path"

x_hbar = paper.premise("x.hbar", where=HERE, printed=r"h = 2\pi\hbar", lhs=h, rhs=2 * pi * hbar, law="definition of ħ")
x_momentum = paper.premise("x.p", where=HERE, printed=r"p = m_e v", lhs=p, rhs=m_e * v, law="definition of momentum")
x_fluxoid = paper.premise(
    "x.fluxoid",
    where=HERE,
    printed=r"q\Phi_L = h",
    lhs=q * Phi_L,
    rhs=h,
    law="F. London, Superfluids I (1950): the fluxoid is a whole multiple of h/q",
)
x_single = paper.premise(
    "x.single", where=HERE, printed=r"q = e", lhs=q, rhs=e, law="F. London (1950): carriers are single electrons"
)

u1 = paper.given("u1", where=HERE, printed=r"E = \frac{I\Phi}{2}", lhs=E, rhs=I * Phi / 2)
u2 = paper.given("u2", where=HERE, printed=r"I = \frac{e}{T}", lhs=I, rhs=e / T)
u3 = paper.given("u3", where=HERE, printed=r"T = \frac{2\pi R}{v}", lhs=T, rhs=2 * pi * R / v)
u4 = paper.given("u4", where=HERE, printed=r"E = \frac{m_e v^2}{2}", lhs=E, rhs=m_e * v**2 / 2)
u5 = paper.step(
    "u5",
    where=HERE,
    printed=r"\Phi = \frac{2\pi R m_e v}{e} = \frac{2\pi R p}{e}",
    lhs=Phi,
    rhs=(2 * pi * R * m_e * v / e, 2 * pi * R * p / e),
    by=follows_from(eliminate(E, I, T, among=[u1, u2, u3, u4]), x_momentum),
    note="E in u1 is the magnetic energy and E in u4 the kinetic one; that they are equal is the paper's postulate.",
)
eq1 = paper.given(
    "1",
    where=HERE,
    printed=r"m_e v R = p R = \hbar",
    lhs=m_e * v * R,
    rhs=(p * R, hbar),
    note="The postulate that the angular momentum of the single electron is one ħ.",
)
eq2 = paper.step(
    "2",
    where=HERE,
    printed=r"\Phi_L = \frac{2\pi\hbar}{e} = \frac{h}{e}",
    lhs=Phi_L,
    rhs=(2 * pi * hbar / e, h / e),
    by=follows_from(substitute(eq1.ends, into=specialise(u5.link(0), {Phi: Phi_L}, general=True)), x_hbar),
)
t13 = paper.cross_reference(
    "t13",
    where=HERE,
    printed=r"$\Phi_L = h/e$ is F. London's flux quantum",
    lhs=Phi_L,
    rhs=h / e,
    by=follows_from(x_fluxoid, x_single),
    note="Compared with London's own condition on the fluxoid, not with the derivation above.",
)
