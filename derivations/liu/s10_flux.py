"""Flux quanta: (45); engineering (prose)."""

from derivations.liu.notation import Phi_0, Phi_min, e_0, h, q
from derivations.liu.paper import paper
from verify.claims import CODATA_2022, approx, aside, correction, equal, follows_from
from verify.units import weber

HERE = "Flux Quantization"

eq45 = paper.given("45", where=HERE, printed=r"\Phi_0 = \frac{h}{2e}", lhs=Phi_0, rhs=h / (2 * e_0))
x_gauge = paper.premise(
    "x.gauge",
    where=HERE,
    printed=r"q\Phi = h",
    lhs=q * Phi_min,
    rhs=h,
    law="gauge argument (F. London 1950, Byers and Yang 1961): the phase around the ring changes by qΦ/ħ = 2π",
)
x_single = paper.premise(
    "x.single", where=HERE, printed=r"q = e", lhs=q, rhs=e_0, law="'a single electron'; magnitude of the charge"
)
x_pair = paper.premise(
    "x.pair", where=HERE, printed=r"q = 2e", lhs=q, rhs=2 * e_0, law="the carriers are pairs (L. Onsager, 1961)"
)
eq45_single = paper.step(
    "45.single",
    where=HERE,
    printed="the smallest flux is created by a single electron, and is h/(2e) by the gauge argument",
    lhs=Phi_min,
    rhs=h / (2 * e_0),
    by=follows_from(x_gauge, x_single),
    readings=[
        correction("pairs of charge 2e", equal(Phi_min, h / (2 * e_0)), by=follows_from(x_gauge, x_pair)),
    ],
    note="For single electrons the argument gives h/e, twice (45). It gives (45) for pairs, which is no other sense of "
    "'a single electron', so that it mends the line and does not rescue it.",
    asides=[
        aside(
            "For single electrons the argument gives h/e, twice (45)",
            equal(Phi_min, h / e_0, 2 * Phi_0),
            by=follows_from(x_gauge, x_single, eq45),
        )
    ],
)
p_gauge = paper.remark(
    "p.gauge",
    where=HERE,
    printed="the flux quantum is a gauge-invariant quantity",
    why="A correct general statement; nothing is computed from it.",
)
eq45_twice = paper.value(
    "45.twice",
    approx(
        2 * Phi_0,
        "2.07e-15",
        unit=weber,
        constants={Phi_0: CODATA_2022.Phi_0},
        within=("1.656e-15", "2.484e-15", "2.07e-15 Wb within 20 %, as measured by Deaver and Fairbank"),
    ),
    where=HERE,
    printed="the smallest flux in a ring is twice the flux quantum (45), as measured in 1961",
    note="Deaver and Fairbank (1961) found steps of h/2e within 20 %, that is Φ_0 itself. Twice Φ_0 is h/e, which that excludes.",
    asides=[
        aside(
            "steps of h/2e within 20 %, that is Φ_0 itself",
            equal(Phi_0, h / (2 * e_0)),
            by=follows_from(eq45),
            put_in=["20"],
        ),
        aside("Twice Φ_0 is h/e", equal(2 * Phi_0, h / e_0), by=follows_from(eq45)),
    ],
)
p_roomT = paper.remark(
    "p.roomT",
    where="Engineering Room-Temperature Superconductors",
    printed="guidelines for room-temperature superconductors",
    why="Advice, without a formula.",
)
