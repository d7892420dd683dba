"""Flux quanta: (45); engineering (prose)."""

from derivations.liu.notation import Phi_0, Phi_min, e_0, h, q
from derivations.liu.paper import paper
from verify.claims import CODATA_2022, aside, at_least, at_most, correction, decimal, equal, follows_from

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
    "x.single",
    where=HERE,
    printed=r"q = e",
    lhs=q,
    rhs=e_0,
    page="a single electron, before (45); the magnitude of its charge",
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
        correction(
            "a single electron",
            equal(Phi_min, h / e_0),
            by=follows_from(x_gauge, x_single),
            condition="the electron stays a single one, and the flux is h/e",
        ),
    ],
    note="For single electrons the argument gives h/e, twice (45). For pairs of electrons it gives h/(2e), the flux of (45); the paper has none.",
    asides=[
        aside(
            "For single electrons the argument gives h/e, twice (45)",
            equal(Phi_min, h / e_0, 2 * Phi_0),
            by=follows_from(x_gauge, x_single, eq45),
        ),
        aside(
            "For pairs of electrons it gives h/(2e), the flux of (45)",
            equal(Phi_min, h / (2 * e_0), Phi_0),
            by=follows_from(x_gauge, x_pair, eq45),
        ),
    ],
)
p_gauge = paper.remark(
    "p.gauge",
    where=HERE,
    printed="the flux quantum is a gauge-invariant quantity",
    why="A correct general statement; nothing is computed from it.",
)
MEASURED, SHARE = decimal("2.07e-15"), decimal("0.2")
"""Deaver and Fairbank (1961): steps of 2.07e-15 Wb, within 20 %."""
eq45_twice = paper.claim(
    "45.twice",
    at_most(2 * CODATA_2022.Phi_0.si / MEASURED, 1 + SHARE),
    at_least(2 * CODATA_2022.Phi_0.si / MEASURED, 1 - SHARE),
    where=HERE,
    printed="the smallest flux in a ring is twice the flux quantum (45), as measured in 1961",
    readings=[
        correction(
            "once the flux quantum",
            at_most(CODATA_2022.Phi_0.si / MEASURED, 1 + SHARE),
            at_least(CODATA_2022.Phi_0.si / MEASURED, 1 - SHARE),
            condition="the smallest flux is Φ_0 itself, not twice Φ_0",
            fault="the experiments found less",
        )
    ],
    note="The paper prints no number of the experiments. Deaver and Fairbank (1961) measured steps of 2.07e-15 Wb within 20 %, which is "
    "what the quotients are of. Twice Φ_0 is h/e, which that excludes.",
    asides=[
        aside(
            "steps of 2.07e-15 Wb within 20 %",
            equal(MEASURED, decimal("2.07e-15")),
            equal(SHARE * 100, 20),
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
