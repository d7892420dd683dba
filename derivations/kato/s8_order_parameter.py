"""The order parameter of the Ginzburg-Landau theory: what it has been considered to be, and what the page says it is.

The lines on the theories that the page rejects, Ψ_GL = n_s and E_gap without the magnetic energy, stand beside its own: their
contradictions are arguments of the page.  x.t44-c says that what it tells of the rejected theories does not fit together.
"""

from sympy import Eq

from derivations.kato.notation import (
    H_1,
    H_2,
    E_electron,
    E_electronic,
    E_electronic_counted,
    E_gap,
    E_gap_electronic,
    E_magnetic,
    E_magnetic_counted,
    E_normal,
    E_super,
    E_vibronic,
    H,
    H_c,
    H_depairing,
    Psi_0,
    Psi_c,
    Psi_GL,
    V_one,
    density_share_n,
    density_share_s,
    f_0,
    f_Bose,
    f_c,
    f_electronic,
    f_magnetic,
    n_c,
    n_n,
    n_s,
    r_c,
    r_n,
    r_nc,
    r_s,
    rate_12,
    rate_c,
    rho_n,
    rho_s,
)
from derivations.kato.paper import paper
from derivations.kato.s8_stabilisation import (
    RISES,
    STABLE,
    letters,
    t32,
    u17,
    u17a,
    u19,
    u20,
    u21,
    u22,
    u23,
    u27z,
    u28,
    u28c,
    u32,
    u36,
    vibronic,
)
from verify.claims import (
    AMBIGUITY,
    aside,
    contradiction,
    equal,
    follows_from,
    greater,
    less,
    reading,
    specialise,
    unequal,
)

HERE = "VIII"
paper.spellings += ((r"n_s", n_s(H)), (r"n_n", n_n(H)), (r"r_s", r_s(H)), (r"r_n", r_n(H)))
u29 = paper.given(
    "u29",
    where=HERE,
    printed=r"n_s + n_n = 1",
    lhs=n_s(H) + n_n(H),
    rhs=1,
    note="The two fluids, of the theory that the paper rejects.",
)
t36 = paper.given(
    "t36",
    where=HERE,
    printed="in the conventional theory the order parameter has been considered as the ratio of the superelectrons",
    lhs=Psi_GL(H),
    rhs=n_s(H),
    note="What the paper says of the theory that it rejects; no line of its own theory rests on it. As the textbooks write the Ginzburg-Landau theory, |Ψ|² is this ratio: Ψ is it at zero and one alone. The paper has no square here, and u18 is linear in Ψ.",
    asides=[
        aside(
            "Ψ is it at zero and one alone",
            greater(Psi_c - Psi_c**2, 0),
            where=[Psi_c > 0, Psi_c < 1],
            put_in=["zero", "one"],
        )
    ],
)
u30 = paper.given(
    "u30",
    where=HERE,
    printed=r"it has been considered that without a field the ratio of the superelectrons becomes one, $\Psi_{GL}(0) = 1$",
    lhs=Psi_GL(0),
    rhs=1,
    note="Of the theory that the paper rejects. By t36 that is the ratio.",
    asides=[aside("By t36 that is the ratio", equal(n_s(0), Psi_GL(0)), by=follows_from(specialise(t36, {H: 0})))],
)
u31 = paper.given(
    "u31",
    where=HERE,
    printed=r"it has been considered that at the critical field the ratio of the superelectrons becomes zero, $\Psi_{GL}(H_c) = 0$",
    lhs=Psi_GL(H_c),
    rhs=0,
    note="Of the theory that the paper rejects. By t36 that is the ratio. As the textbooks write that theory, the order parameter inside a superconductor of the first kind does not fall to zero at the critical field: it jumps.",
    asides=[
        aside("By t36 that is the ratio", equal(n_s(H_c), Psi_GL(H_c)), by=follows_from(specialise(t36, {H: H_c})))
    ],
)
u31_c = paper.step("x.u31", where=HERE, printed=r"\Psi_c = 0", lhs=Psi_c, rhs=0, by=follows_from(letters[Psi_c], u31))
bosonic = paper.given(
    "t42-r",
    where=HERE,
    printed=r"the ratio of the bosonic properties, $r_s = f_{\mathrm{Bose}}(H_{\mathrm{applied}})$",
    lhs=r_s(H),
    rhs=f_Bose(H),
    note="The first half of t42, which says what the ratio is.",
)
shares = paper.premise(
    "x.r_n",
    where=HERE,
    printed=r"r_n = 1 - r_s",
    lhs=r_n(H),
    rhs=1 - r_s(H),
    assumption="the two properties of an electron add up to one, as the two fluids of u29 do",
)
left_out = paper.premise(
    "t39",
    where=HERE,
    printed="in the interpretation of the order parameter of the Ginzburg-Landau theory the magnetic energy is not considered",
    lhs=E_gap(H),
    rhs=E_electronic(H),
    assumption="what the paper says of that theory, as a fact: as the textbooks write it, its free energy has a term for the field",
    note="u17 without its second term; no line of the paper's own theory rests on it.",
)
t40 = paper.step(
    "t40",
    where=HERE,
    printed=r"in the Ginzburg-Landau theory $\Psi_{GL}(H_{\mathrm{applied}})$ is the same as $f_{\mathrm{electronic}}(H_{\mathrm{applied}}) = f_{\mathrm{Bose}}(H_{\mathrm{applied}})$",
    lhs=Psi_GL(H),
    rhs=(f_electronic(H), f_Bose(H)),
    by=follows_from(left_out, u36, u19, u22, u32),
)
t37 = paper.claim(
    "t37",
    equal(Psi_GL(H_1), r_s(H_1) / r_n(H_1)),
    where=HERE,
    printed="the order parameter denotes the ratio of the bosonic property r_s with respect to the fermionic property r_n of each electron",
    conditions=[H_1 > 0, f_Bose(H_1) > 0, f_Bose(H_1) < 1],
    by=follows_from(bosonic, shares, t40.ends),
    note="Said of the order parameter of the Ginzburg-Landau theory, of which t40 is, where the paper takes it as another reading of that theory; t42 drops it. "
    "In the theory of the paper, with its magnetic energy, the order parameter is neither ratio: t42 and, for every r_n, x.t37-c. That r_s and r_n add up to one is ours. The paper names no range; decided is a field in which f_Bose lies between its value without a field and zero. Without a field r_n is zero, so that the first ratio has no value, where the paper has one for the order parameter (u30).",
    asides=[
        aside(
            "Without a field r_n is zero",
            equal(r_n(0), 0),
            by=follows_from(specialise(shares, {H: 0}), specialise(bosonic, {H: 0}), u32),
        )
    ],
    readings=[
        reading(
            "the share of the bosonic property",
            equal(Psi_GL(H_1), r_s(H_1) / (r_s(H_1) + r_n(H_1))),
            by=follows_from(bosonic, shares, t40.ends),
            where=[H_1 > 0, f_Bose(H_1) > 0, f_Bose(H_1) < 1],
            ground=AMBIGUITY,
            of="ratio",
            condition="the ratio with respect to the other is the share in both, as VII says of the superelectrons with respect to the normal ones (t24) what VIII writes as n_s (u29), and the order parameter is that of t40",
        ),
    ],
)
bosonic_c = paper.step(
    "x.r_s.c",
    where=HERE,
    printed=r"r_c = f_c",
    lhs=r_c,
    rhs=f_c,
    by=follows_from(letters[r_c], letters[f_c], bosonic),
)
ratio_c = paper.premise(
    "x.t37",
    where=HERE,
    printed=r"r_c = \Psi_c r_{nc}",
    lhs=r_c,
    rhs=Psi_c * r_nc,
    page="the words of t37 at the critical field, said of the order parameter of the paper's theory, whatever the fermionic property is there",
)
t37c = paper.claim(
    "x.t37-c",
    contradiction(ratio_c, bosonic_c, u27z, u28c),
    where=HERE,
    printed="that the order parameter of the paper's theory is a ratio of r_s excludes that r_s is f_Bose",
    note="No line of the paper. At the critical field, and for every r_n there: t37 said of the order parameter of u27, and not of that of t40; t42, u27 and u28. Without any one of them the others hold together. The paper itself drops t37 in t42, where it has f_Bose instead.",
)
t42 = paper.claim(
    "t42",
    unequal(r_s(H), Psi_GL(H)),
    where=HERE,
    conditions=[H > 0, *STABLE],
    printed="the ratio of the bosonic properties, which is expressed by f_Bose, is not the order parameter",
    by=follows_from(bosonic, u21, u22, u23),
    note="That r_s is f_Bose is t42-r. The two functions differ by f_magnetic, in every field; without one they agree, by t34.",
    asides=[
        aside(
            "The two functions differ by f_magnetic",
            equal(r_s(H) - Psi_GL(H), f_magnetic(H)),
            by=follows_from(bosonic, u21, u22),
        )
    ],
)
t40c = paper.step(
    "x.t40.c",
    where=HERE,
    printed=r"\Psi_c = f_c",
    lhs=Psi_c,
    rhs=f_c,
    by=follows_from(letters[Psi_c], letters[f_c], specialise(t40.ends, {H: H_c})),
)
t38 = paper.claim(
    "t38",
    contradiction(t40c, u31_c, u28c),
    where=HERE,
    printed="according to the Ginzburg-Landau theory the order parameter is zero at the critical field, so that the bosonic properties should be completely destroyed there, which contradicts that they are not",
    note="An argument against another theory: its t40 and u31 say f_Bose(H_c) = 0 (t39b), against u28 of the paper, by which it is not (u33). Without any one of them the others hold together: "
    "what is shown is that the two theories exclude each other. t40 rests on t39; u28 counts the magnetic energy which that leaves out.",
    asides=[
        aside(
            "its t40 and u31 say f_Bose(H_c) = 0",
            equal(f_Bose(H_c), 0),
            by=follows_from(specialise(t40.ends, {H: H_c}), u31),
        )
    ],
)
t38b = paper.remark(
    "t38b",
    where=HERE,
    printed="it is a fact that a very large energy, of depairing currents, is needed to destroy the bosonic properties completely, and depairing states have not been considered to be realistic",
    why="Cited from an earlier paper, without an energy; that f_Bose is not zero at the critical field is decided in u33, from u28.",
)
t39b = paper.claim(
    "t39b",
    equal(n_s(H_c), 0),
    equal(f_Bose(H_c), 0),
    where=HERE,
    printed="the superconductivity and the bosonic property are considered to disappear completely in the two-fluid model and in the Ginzburg-Landau theory",
    by=follows_from(specialise(t36, {H: H_c}), specialise(t40.ends, {H: H_c}), u31),
    note="Of the theories that the paper rejects, at the critical field: the superelectrons by t36 and u31, the bosonic property by t40 and u31. Of the paper's own theory u33 has the opposite of the second.",
)
depairing = paper.given(
    "u35",
    where=HERE,
    printed=r"f_{\mathrm{Bose}}(H) = 0",
    lhs=f_Bose(H_depairing),
    rhs=0,
    note="What the depairing is; H is the field of it.",
)
beyond = paper.step(
    "x.t41",
    where=HERE,
    printed="from the critical field on, f_Bose falls to zero at its mean rate",
    lhs=H_depairing,
    rhs=H_c + f_Bose(H_c) / rate_c,
    by=follows_from(specialise(t32, {H_1: H_c, H_2: H_depairing, rate_12: rate_c}, general=True), depairing),
)
t41 = paper.claim(
    "t41",
    greater(H_depairing, H_c),
    where=HERE,
    conditions=STABLE,
    printed="superconductivity is destroyed at the critical field, before the bosonic properties disappear",
    by=follows_from(beyond, u28),
)
counted_magnetic, counted_electronic = (
    paper.premise(
        f"x.counted.{part}",
        where=HERE,
        printed=f"the {part} energy, counted in units of the energy difference without a field",
        lhs=counted(H),
        rhs=energy(H) / E_gap(0),
        assumption="an energy behind whose name the paper puts the symbol of a fraction is counted in units of the energy difference without a field",
    )
    for part, counted, energy in (
        ("magnetic", E_magnetic_counted, E_magnetic),
        ("electronic", E_electronic_counted, E_electronic),
    )
)
t41b = paper.claim(
    "t41b",
    equal(E_magnetic_counted(H), f_magnetic(H)),
    equal(E_electronic_counted(H), f_electronic(H)),
    where=HERE,
    printed="the magnetic energy, f_magnetic, as well as the electronic energy, f_electronic",
    by=follows_from(counted_magnetic, counted_electronic, u17, u19, u20, u22, u23, u32),
    note="The paper sets no sign of equality: it puts the symbol of a fraction in parentheses behind the words for an energy, of which it has symbols of their own (u19, u20). As an equation between the two it would be one between an energy and a number.",
)
t41c = paper.claim(
    "t41c",
    unequal(E_gap(H), E_electronic(H)),
    where=HERE,
    conditions=[H > 0],
    printed="the magnetic energy as well as the electronic energy should be considered in the energy difference",
    by=follows_from(u17, u20),
    note="Decided: in a field the energy difference is not the electronic energy alone. That the electronic energy is a part of it, too, is u17.",
)
normal = paper.premise(
    "x.normal",
    where=HERE,
    printed=r"E_{\mathrm{Bose},\mathrm{two},NM,N}(H_1) = E_{\mathrm{Bose},\mathrm{two},NM,N}(0)",
    lhs=E_normal(H_1),
    rhs=E_normal(0),
    assumption="the energy of the normal metallic state is in the field what it is without one, as of a metal without magnetisation; the paper has no line on it",
)
t41d = paper.claim(
    "t41d",
    equal(E_gap(H_1), E_normal(H_1) - E_super(H_1)),
    where=HERE,
    printed="the energy difference of the superconducting and the normal metallic states at the applied field",
    by=follows_from(specialise(u17a, {H: H_1}), normal),
    note="Said with the ratio of u36, and where t41 gives its reason, while u17a has the normal state without a field.",
)
x_electron = paper.premise(
    "x.electron",
    where=HERE,
    printed=r"E_{\mathrm{electron},N}(H_{\mathrm{applied}}) = E_{\mathrm{electronic}}(H_{\mathrm{applied}})",
    lhs=E_electron(H),
    rhs=E_electronic(H),
    assumption="the energy of the electrons is the electronic energy; the paper does not say which energy it is",
)
u37 = paper.step(
    "u37",
    where=HERE,
    printed=r"f_{\mathrm{Bose}}(H_{\mathrm{applied}}) = E_{\mathrm{electron},N}(H_{\mathrm{applied}})/E_{\mathrm{electron},N}(0)",
    lhs=f_Bose(H),
    rhs=E_electron(H) / E_electron(0),
    by=follows_from(x_electron, u19, u32),
)
share_s, share_n = (
    paper.premise(
        f"x.share.{index}",
        where=HERE,
        printed=rf"{share.latex} = \rho_{index}/(\rho_s + \rho_n)",
        lhs=share,
        rhs=density / (rho_s + rho_n),
        assumption="a number density that is a ratio, as the paper has it of n_s, is counted in units of that of all electrons",
    )
    for index, share, density in (("s", density_share_s, rho_s), ("n", density_share_n, rho_n))
)
u29b = paper.claim(
    "u29b",
    equal(density_share_s + density_share_n, 1),
    where=HERE,
    printed="n_s is the ratio of the superelectrons, with n_n adding up to one, and their number density",
    by=follows_from(share_s, share_n),
    note="The paper adds no densities: it says of the symbol n_s, at two places, that it is a ratio which adds up to one with n_n, and a number density. In units of one per volume the one would not be the other.",
)
u38 = paper.given(
    "u38",
    where=HERE,
    printed=r"the vibronic stabilisation energy $4 V_{\mathrm{one}} f_{\mathrm{Bose}}(H_{\mathrm{applied}})$",
    lhs=E_vibronic(H),
    rhs=4 * V_one * f_Bose(H),
    note="The vibronic stabilisation energy, by a formula of earlier papers. That V_one is positive is no line of the paper: it is what makes this a stabilisation.",
)
product = paper.premise(
    "x.product",
    where=HERE,
    printed=r"E_{\mathrm{electronic}}(H_{\mathrm{applied}}) = n_s E_{\mathrm{vibronic}}(H_{\mathrm{applied}})",
    lhs=E_electronic(H),
    rhs=n_s(H) * E_vibronic(H),
    assumption="in the two-fluid model at 0 K the electronic energy is the vibronic one of the superelectrons; the paper says this in no formula, and of n_s = 1 alone in words (x.vibronic)",
)
t44 = paper.claim(
    "t44",
    less(E_electronic(H_2), E_electronic(H_1)),
    where=HERE,
    conditions=[*RISES, n_s(H_2) < n_s(H_1), Eq(f_Bose(H_2), f_Bose(H_1)), f_Bose(H_1) > 0],
    printed="two fluids at 0 K: E_electronic decreases because n_s decreases, although the vibronic stabilisation energy does not change",
    by=follows_from(product, u38),
    note="That f_Bose is positive is what makes the vibronic energy one of stabilisation.",
)
u39 = paper.given(
    "u39",
    where=HERE,
    printed=r"n_s = 1",
    lhs=n_s(H),
    rhs=1,
    note="Said of the theory of the paper and of a superconductor, so of fields up to the critical one.",
)
t44b = paper.claim(
    "t44b",
    less(E_vibronic(H_2), E_vibronic(H_1)),
    less(E_electronic(H_2), E_electronic(H_1)),
    where=HERE,
    conditions=RISES,
    printed="our theory at 0 K: E_electronic decreases because the vibronic stabilisation energy decreases, although n_s is one in every field",
    by=follows_from(*(specialise(line, {H: field}) for line in (vibronic, u38) for field in (H_1, H_2)), t32),
    note="That n_s is one is u39: the electronic energy is then the vibronic one. With u19, E_gap,electronic(0) is 4V_one.",
    asides=[
        aside(
            "E_gap,electronic(0) is 4V_one",
            equal(E_gap_electronic(0), 4 * V_one),
            by=follows_from(specialise(vibronic, {H: 0}), specialise(u38, {H: 0}), specialise(u19, {H: 0}), u32),
        )
    ],
)
u39c = paper.step(
    "x.u39",
    where=HERE,
    printed=r"n_c = 1",
    lhs=n_c,
    rhs=1,
    by=follows_from(letters[n_c], u39),
)
t36c = paper.step(
    "x.t36",
    where=HERE,
    printed=r"\Psi_c = n_c",
    lhs=Psi_c,
    rhs=n_c,
    by=follows_from(letters[Psi_c], letters[n_c], specialise(t36, {H: H_c})),
)
t45 = paper.claim(
    "t45",
    contradiction(u39c, t36c, u31_c),
    where=HERE,
    printed="that n_s is one in every field excludes that the order parameter, as n_s, is zero at the critical field",
    note="No sentence of the paper, but three of its lines side by side, and no contradiction of the paper with itself: it says the one of its own theory, and the others, t36 and u31, of the theory that it rejects. Without any one of them the others hold together.",
)
constant = paper.premise(
    "x.constant",
    where=HERE,
    printed=r"f_c = f_0",
    lhs=f_c,
    rhs=f_0,
    page="t44: in the two-fluid model, on the basis of which the Ginzburg-Landau theory is established (t29c), the vibronic stabilisation energy does not change with the field",
)
t40_0, u30_0 = (
    paper.step(
        "x.t40.0",
        where=HERE,
        printed=r"\Psi_0 = f_0",
        lhs=Psi_0,
        rhs=f_0,
        by=follows_from(letters[Psi_0], letters[f_0], specialise(t40.ends, {H: 0})),
    ),
    paper.step("x.u30", where=HERE, printed=r"\Psi_0 = 1", lhs=Psi_0, rhs=1, by=follows_from(letters[Psi_0], u30)),
)
t44c = paper.claim(
    "x.t44-c",
    contradiction(t40c, t40_0, constant, u30_0, u31_c),
    where=HERE,
    printed="that the order parameter of the Ginzburg-Landau theory is f_Bose excludes that f_Bose does not change in the two-fluid model, on the basis of which that theory is established",
    note="No line of the paper, which says both of the theory that it rejects, t40 and t44.",
)
