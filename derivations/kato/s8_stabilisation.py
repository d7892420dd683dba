"""The energy difference and its two parts: what the page says of its own theory.

Definitions and postulates: E_gap with its two parts, Ψ_GL as its ratio, f_Bose(0) = 1, that f_Bose falls, and E_gap(H_c) = 0.
What else the page prints of its own theory follows.
"""

from sympy import diff, sqrt

from derivations.kato.notation import (
    E_0,
    H_1,
    H_2,
    E_electronic,
    E_gap,
    E_gap_electronic,
    E_magnetic,
    E_magnetic_2,
    E_normal,
    E_super,
    E_vibronic,
    H,
    H_c,
    Psi_0,
    Psi_c,
    Psi_GL,
    f_0,
    f_Bose,
    f_c,
    f_electronic,
    f_magnetic,
    mu_0,
    n_c,
    n_s,
    r_c,
    r_n,
    r_nc,
    r_s,
    rate_12,
    v_2,
    v_SC,
)
from derivations.kato.paper import paper
from verify.claims import (
    aside,
    equal,
    follows_from,
    greater,
    less,
    unequal,
)

HERE = "VIII"
RISES = [H_2 > H_1]
STABLE = [E_gap(0) > 0]
MODEL = 1 - H**2 / (2 * H_c**2)

u17a = paper.given(
    "u17a",
    where=HERE,
    printed="the energy difference between the normal metallic states, without a field, and the superconducting states in the field",
    lhs=E_gap(H),
    rhs=E_normal(0) - E_super(H),
    note="Which of the two is subtracted is not printed: the paper speaks of a stabilisation of the superconducting state. Without a field is the argument zero that is printed behind the energy of the normal state; the sentence itself has both states under the applied field, as two later ones have (t41d).",
)
u17 = paper.given(
    "u17",
    where=HERE,
    printed=r"E_{\mathrm{gap},N}(H_{\mathrm{applied}}) = E_{\mathrm{electronic}}(H_{\mathrm{applied}}) - E_{\mathrm{magnetic}}(H_{\mathrm{applied}})",
    lhs=E_gap(H),
    rhs=E_electronic(H) - E_magnetic(H),
    note="Cited from earlier papers, not derived; with u17a it says what the energy of the superconducting state is.",
)
u36 = paper.given(
    "u36",
    where=HERE,
    printed=r"\Psi_{GL}(H_{\mathrm{applied}}) = E_{\mathrm{gap},N}(H_{\mathrm{applied}})/E_{\mathrm{gap},N}(0)",
    lhs=Psi_GL(H),
    rhs=E_gap(H) / E_gap(0),
    note="Taken as what says what the order parameter is; u18, where the paper introduces it, says the same, and u21 follows.",
)
u18 = paper.step(
    "u18",
    where=HERE,
    printed=r"E_{\mathrm{electronic}}(H_{\mathrm{applied}}) - E_{\mathrm{magnetic}}(H_{\mathrm{applied}}) = E_{\mathrm{gap},N}(0) \Psi_{GL}(H_{\mathrm{applied}})",
    lhs=E_electronic(H) - E_magnetic(H),
    rhs=E_gap(0) * Psi_GL(H),
    by=follows_from(u17, u36),
)
u19 = paper.given(
    "u19",
    where=HERE,
    printed=r"E_{\mathrm{electronic}}(H_{\mathrm{applied}}) = E_{\mathrm{gap},N,\mathrm{electronic}}(0) f_{\mathrm{Bose}}(H_{\mathrm{applied}})",
    lhs=E_electronic(H),
    rhs=E_gap_electronic(0) * f_Bose(H),
)
u20 = paper.given(
    "u20",
    where=HERE,
    printed=r"E_{\mathrm{magnetic}}(H_{\mathrm{applied}}) = \mu_0 H_{\mathrm{applied}}^2 v_{SC}/2",
    lhs=E_magnetic(H),
    rhs=mu_0 * H**2 * v_SC / 2,
    note="The energies are those of a Cooper pair; whether v_SC is the volume for a pair or that of the whole superconductor is not said.",
)
u32 = paper.given(
    "u32",
    where=HERE,
    printed=r"f_{\mathrm{Bose}}(0) = 1",
    lhs=f_Bose(0),
    rhs=1,
    note="Said of the theory of the paper, and not derived.",
)
t32 = paper.given(
    "t32",
    where=HERE,
    printed="the ratio f_Bose decreases with an increase in the field",
    lhs=f_Bose(H_2),
    rhs=f_Bose(H_1) - rate_12 * (H_2 - H_1),
    note="The two fields are any, and the rate is theirs: the mean one between them, which is positive, and another one for another pair (that of the depairing in t41). So f_Bose need not be linear, and the slope may vanish at zero field. A postulate: the paper gives a reason in words, the kinetic energy of the pairs, and no formula.",
)
t31 = paper.claim(
    "t31",
    less(E_electronic(H_2), E_electronic(H_1)),
    greater(E_magnetic(H_2), E_magnetic(H_1)),
    where=HERE,
    conditions=[*RISES, *STABLE],
    by=follows_from(u17, u19, u20, u32, t32),
    printed="E_electronic and E_magnetic decrease and increase with an increase in the field, respectively",
    note="For any two fields, the lower of which may be zero. E_gap(0) is positive, as what stabilises the superconducting state.",
)
t30 = paper.claim(
    "t30",
    less(E_gap(H_2), E_gap(H_1)),
    where=HERE,
    conditions=[*RISES, *STABLE],
    by=follows_from(u17, u19, u20, u32, t32),
    printed="E_gap decreases significantly with an increase in the field",
    note="For any two fields; how significantly is not said.",
)
x_gap_1, x_gap_2 = (
    paper.premise(
        f"x.gap_electronic.{number}",
        where=HERE,
        printed=rf"E_{{\mathrm{{gap}},N,\mathrm{{electronic}}}}(H_{number}) = E_{{\mathrm{{electronic}}}}(H_{number})",
        lhs=E_gap_electronic(field),
        rhs=E_electronic(field),
        assumption="the electronic part of the energy difference is the electronic energy in a field, too; the paper has its value at zero field only",
    )
    for number, field in ((1, H_1), (2, H_2))
)
t31b = paper.claim(
    "t31b",
    less(E_gap_electronic(H_2), E_gap_electronic(H_1)),
    where=HERE,
    conditions=[*RISES, *STABLE],
    by=follows_from(x_gap_1, x_gap_2, u17, u19, u20, u32, t32),
    printed="E_gap,electronic decreases with an increase in the field, because f_Bose does",
)
vibronic = paper.premise(
    "x.vibronic",
    where=HERE,
    printed=r"E_{\mathrm{vibronic}}(H_{\mathrm{applied}}) = E_{\mathrm{electronic}}(H_{\mathrm{applied}})",
    lhs=E_vibronic(H),
    rhs=E_electronic(H),
    page="VIII: after the electronic energy decreases the paper says that is, the vibronic stabilisation energy decreases; and of 0 K, where the number of superelectrons does not change, that the one decreases because the other does",
)
t32b = paper.claim(
    "t32b",
    less(E_vibronic(H_2), E_vibronic(H_1)),
    where=HERE,
    conditions=[*RISES, *STABLE],
    by=follows_from(vibronic, u17, u19, u20, u32, t32),
    printed="that is, the vibronic stabilisation energy decreases with an increase in the field, because the kinetic energy of the Cooper pairs increases",
    note="At every temperature of which the paper speaks here, as it is said before 0 K is. That the kinetic energy of the pairs increases is a reason in words: no line has it.",
)
t31c = paper.remark(
    "t31c",
    where=HERE,
    printed="the supercurrent induces a field that expels the applied one, and therefore E_magnetic increases with the field",
    why="No field of a supercurrent is given. That E_magnetic increases is decided in t31, from u20.",
)
x_larger = paper.premise(
    "x.larger",
    where=HERE,
    printed=r"E_{\mathrm{magnetic},2}(H_{\mathrm{applied}}) = \mu_0 H_{\mathrm{applied}}^2 v_2/2",
    lhs=E_magnetic_2(H),
    rhs=mu_0 * H**2 * v_2 / 2,
    page="the magnetic energy of the paper, for another superconductor",
)
t33 = paper.claim(
    "t33",
    greater(E_magnetic_2(H_2) - E_magnetic_2(H_1), E_magnetic(H_2) - E_magnetic(H_1)),
    where=HERE,
    conditions=[*RISES, v_2 > v_SC],
    by=follows_from(x_larger, u20),
    printed="the larger the volume, the more E_magnetic increases with an increase in the field",
    note="The same two fields, and two superconductors.",
)
u22 = paper.given(
    "u22",
    where=HERE,
    printed=r"f_{\mathrm{electronic}}(H_{\mathrm{applied}}) = f_{\mathrm{Bose}}(H_{\mathrm{applied}})",
    lhs=f_electronic(H),
    rhs=f_Bose(H),
)
u23 = paper.given(
    "u23",
    where=HERE,
    printed=r"f_{\mathrm{magnetic}}(H_{\mathrm{applied}}) = \mu_0 H_{\mathrm{applied}}^2 v_{SC}/2E_{\mathrm{gap},N}(0)",
    lhs=f_magnetic(H),
    rhs=mu_0 * H**2 * v_SC / (2 * E_gap(0)),
)
t33b = paper.step(
    "t33b",
    where=HERE,
    printed="without a field only the vibronic stabilisation matters",
    lhs=E_gap(0),
    rhs=(E_electronic(0), E_vibronic(0)),
    by=follows_from(u17, u20, vibronic),
    note="Without a field the magnetic energy is zero, so that the energy difference is the vibronic energy alone.",
    asides=[aside("the magnetic energy is zero", equal(E_magnetic(0), 0), by=follows_from(u20))],
)
u21 = paper.step(
    "u21",
    where=HERE,
    printed=r"\Psi_{GL}(H_{\mathrm{applied}}) = f_{\mathrm{electronic}}(H_{\mathrm{applied}}) - f_{\mathrm{magnetic}}(H_{\mathrm{applied}})",
    lhs=Psi_GL(H),
    rhs=f_electronic(H) - f_magnetic(H),
    by=follows_from(u36, u17, u19, u20, u22, u23, u32),
    note="It rests on f_Bose(0) = 1, by which the E_gap,electronic(0) of u19 is the E_gap(0) of u23: without it the first term would be f_Bose(H)/f_Bose(0).",
    asides=[
        aside(
            "the first term would be f_Bose(H)/f_Bose(0)",
            equal(Psi_GL(H), f_Bose(H) / f_Bose(0) - f_magnetic(H)),
            by=follows_from(u36, u17, u19, u20, u23),
        )
    ],
)
u24 = paper.step(
    "u24",
    where=HERE,
    printed=r"f_{\mathrm{electronic}}(0) = f_{\mathrm{Bose}}(0) = 1",
    lhs=f_electronic(0),
    rhs=(f_Bose(0), 1),
    by=follows_from(u22, u32),
)
u25 = paper.step(
    "u25", where=HERE, printed=r"f_{\mathrm{magnetic}}(0) = 0", lhs=f_magnetic(0), rhs=0, by=follows_from(u23)
)
u26 = paper.step(
    "u26",
    where=HERE,
    printed=r"\Psi_{GL}(0) = f_{\mathrm{electronic}}(0) - f_{\mathrm{magnetic}}(0) = 1",
    lhs=Psi_GL(0),
    rhs=(f_electronic(0) - f_magnetic(0), 1),
    by=follows_from(u21, u24, u25),
)
t34 = paper.step(
    "t34",
    where=HERE,
    printed=r"$f_{\mathrm{electronic}}(0) = f_{\mathrm{Bose}}(0)$ is the same as $\Psi_{GL}(0)$",
    lhs=f_electronic(0),
    rhs=(f_Bose(0), Psi_GL(0)),
    by=follows_from(u22, u32, u26.ends),
)
t35 = paper.claim(
    "t35",
    less(f_electronic(H_2), f_electronic(H_1)),
    greater(f_magnetic(H_2), f_magnetic(H_1)),
    less(Psi_GL(H_2), Psi_GL(H_1)),
    where=HERE,
    conditions=[*RISES, *STABLE],
    by=follows_from(u21, u22, u23, t32),
    printed="f_electronic and f_magnetic decrease and increase with an increase in the field, respectively, and thus the order parameter decreases",
)
critical = paper.given(
    "u27-c",
    where=HERE,
    printed=r"E_{\mathrm{gap},N}(H_c) = 0",
    lhs=E_gap(H_c),
    rhs=0,
    note="What the critical field is.",
)
u27 = paper.step(
    "u27",
    where=HERE,
    printed=r"E_gap(H_c) is zero, and thus the order parameter, $\Psi_{GL}(H_c) = f_{\mathrm{electronic}}(H_c) - f_{\mathrm{magnetic}}(H_c) = 0$",
    lhs=Psi_GL(H_c),
    rhs=(f_electronic(H_c) - f_magnetic(H_c), 0),
    by=follows_from(critical, u21, u17, u19, u20, u22, u23, u32),
)
u28 = paper.step(
    "u28",
    where=HERE,
    printed=r"f_{\mathrm{Bose}}(H_c) = \mu_0 H_c^2 v_{SC}/2E_{\mathrm{gap},N}(0)",
    lhs=f_Bose(H_c),
    rhs=mu_0 * H_c**2 * v_SC / (2 * E_gap(0)),
    by=follows_from(u27.link(1), u22, u23),
    note="What the paper says of its own theory up to here, and of the depairing, holds together: for E_gap(0) = μ_0 H_c² v_SC, f_Bose(H) = 1 − H²/(2H_c²) and Ψ_GL(H) = 1 − H²/H_c². "
    "There u17 with u18 is an identity, and so is u21; f_Bose and Ψ_GL fall; at H_c f_Bose is half of what it is without a field, and Ψ_GL is zero; f_Bose is zero at √2 H_c. "
    "There E_gap(0) is twice the condensation energy of the textbooks, μ_0 H_c² v_SC/2; with that one f_Bose(H_c) is 1, as without a field, which t32 excludes.",
    asides=[
        aside(
            "u17 with u18 is an identity",
            equal(mu_0 * H_c**2 * v_SC * MODEL - mu_0 * H**2 * v_SC / 2, mu_0 * H_c**2 * v_SC * (1 - H**2 / H_c**2)),
        ),
        aside("so is u21", equal(1 - H**2 / H_c**2, MODEL - mu_0 * H**2 * v_SC / (2 * mu_0 * H_c**2 * v_SC))),
        aside("f_Bose and Ψ_GL fall", less(diff(MODEL, H), 0), less(diff(1 - H**2 / H_c**2, H), 0), where=[H > 0]),
        aside(
            "at H_c f_Bose is half of what it is without a field, and Ψ_GL is zero",
            equal(MODEL.subs(H, H_c), mu_0 * H_c**2 * v_SC / (2 * mu_0 * H_c**2 * v_SC), MODEL.subs(H, 0) / 2),
            equal(1 - H_c**2 / H_c**2, 0),
        ),
        aside("f_Bose is zero at √2 H_c", equal(MODEL.subs(H, sqrt(2) * H_c), 0)),
        aside(
            "E_gap(0) is twice the condensation energy of the textbooks, μ_0 H_c² v_SC/2; with that one f_Bose(H_c) is 1",
            equal(mu_0 * H_c**2 * v_SC, 2 * (mu_0 * H_c**2 * v_SC / 2)),
            equal((mu_0 * H_c**2 * v_SC / (2 * E_0)).subs(E_0, mu_0 * H_c**2 * v_SC / 2), 1),
        ),
    ],
)
letters = {
    letter: paper.premise(
        f"x.{letter.name}", where=HERE, printed=printed, lhs=letter, rhs=value, page="a letter for a value of the paper"
    )
    for letter, value, printed in (
        (E_0, E_gap(0), r"E_0 = E_{\mathrm{gap},N}(0)"),
        (f_0, f_Bose(0), r"f_0 = f_{\mathrm{Bose}}(0)"),
        (f_c, f_Bose(H_c), r"f_c = f_{\mathrm{Bose}}(H_c)"),
        (Psi_0, Psi_GL(0), r"\Psi_0 = \Psi_{GL}(0)"),
        (Psi_c, Psi_GL(H_c), r"\Psi_c = \Psi_{GL}(H_c)"),
        (n_c, n_s(H_c), r"n_c = n_s(H_c)"),
        (r_c, r_s(H_c), r"r_c = r_s(H_c)"),
        (r_nc, r_n(H_c), r"r_{nc} = r_n(H_c)"),
    )
}
u27z = paper.step(
    "x.u27",
    where=HERE,
    printed=r"\Psi_c = 0",
    lhs=Psi_c,
    rhs=0,
    by=follows_from(letters[Psi_c], u27.ends),
)
u28c = paper.step(
    "x.u28",
    where=HERE,
    printed=r"f_c = \mu_0 H_c^2 v_{SC}/2E_0",
    lhs=f_c,
    rhs=mu_0 * H_c**2 * v_SC / (2 * E_0),
    by=follows_from(letters[f_c], letters[E_0], u28),
)
u33 = paper.claim(
    "u33",
    unequal(f_Bose(H_c), 0),
    where=HERE,
    printed=r"f_{\mathrm{Bose}}(H_c) \neq 0",
    by=follows_from(u28),
    conditions=STABLE,
    note="The relation is lost in the source; its words, that it does not become zero, leave no choice.",
)
u34 = paper.claim(
    "u34",
    equal(f_electronic(H_c), f_Bose(H_c)),
    unequal(f_Bose(H_c), 0),
    where=HERE,
    printed=r"f_{\mathrm{electronic}}(H_c) = f_{\mathrm{Bose}}(H_c) \neq 0",
    by=follows_from(u22, u28),
    conditions=STABLE,
)
