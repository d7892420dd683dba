"""Orders of magnitude of relativistic effects, and the Darwin-Breit interaction (1)."""

from sympy import Mul, Rational, diff, sqrt

from derivations.essen.notation import V_1, N, alpha, c, e_2, i, j, quotient, quotient_of_gap, r, u, v, v_other
from derivations.essen.paper import paper
from verify.claims import (
    CODATA_2022,
    UnitSystem,
    approx,
    aside,
    decimal,
    expands_to,
    follows_from,
    greater,
    indexed,
    less,
    order_of,
    over_pairs,
    rounded,
)
from verify.units import LENGTH, VELOCITY

HERE = "I"
GAUSSIAN = UnitSystem.GAUSSIAN
SOURCES = "gaps: C. Kittel, Introduction to Solid State Physics, 8th ed., table 10.3; Fermi energies: N. W. Ashcroft and N. D. Mermin, Solid State Physics, table 2.1"

dot_of = indexed("vv", r"v_i\cdot v_j", "product of the velocities of a pair", VELOCITY**2, indices=2, real=True)
first_of = indexed("ve1", r"v_i\cdot e_{ij}", "velocity of the first along the pair", VELOCITY, indices=2, real=True)
second_of = indexed("ve2", r"v_j\cdot e_{ij}", "velocity of the second along the pair", VELOCITY, indices=2, real=True)
distance_of = indexed("r_of", r"r", "distance of a pair", LENGTH, indices=2, positive=True)

vc2 = paper.claim(
    "I-vc2",
    order_of((v / c) ** 2, "1e-4", constants={alpha: CODATA_2022.alpha}),
    by=follows_from(
        paper.premise(
            "x.v",
            where=HERE,
            printed=r"v = \alpha c",
            lhs=v,
            rhs=alpha * c,
            assumption="the speed of the atomic world is taken to be that in the ground state of hydrogen; the paper names none",
        )
    ),
    where=HERE,
    printed=r"in the atomic world $(v/c)^2 \sim 10^{-4}$",
)
ELEMENTS = {
    "Al": ("3.4e-4", "11.7"),
    "Zn": ("2.4e-4", "9.47"),
    "Ga": ("3.3e-4", "10.4"),
    "Nb": ("30.5e-4", "5.32"),
    "Cd": ("1.5e-4", "7.47"),
    "In": ("10.5e-4", "8.63"),
    "Sn": ("11.5e-4", "10.2"),
    "Hg": ("16.5e-4", "7.13"),
    "Tl": ("7.35e-4", "8.15"),
    "Pb": ("27.3e-4", "9.47"),
}
"""Energy gap and Fermi energy in eV of the elements that stand in both tables."""
quotients = {name: decimal(width) / decimal(energy) for name, (width, energy) in ELEMENTS.items()}
gaps_over_energies = list(quotients.values())
LEAST = {
    name: rounded(w).interval_in(GAUSSIAN)[0] / rounded(e).interval_in(GAUSSIAN)[1] for name, (w, e) in ELEMENTS.items()
}
LARGEST = {
    name: rounded(w).interval_in(GAUSSIAN)[1] / rounded(e).interval_in(GAUSSIAN)[0] for name, (w, e) in ELEMENTS.items()
}
"""The ends of the quotients, for any numbers that round to those of the tables."""
typical = paper.premise(
    "x.typical",
    where=HERE,
    printed="the typical gap over the Fermi energy is the geometric mean of the superconducting elements that stand in both tables",
    lhs=quotient_of_gap,
    rhs=Mul(*gaps_over_energies) ** Rational(1, len(gaps_over_energies)),
    assumption="the paper says 'typically' and names no elements",
)
gap = paper.claim(
    "I-gap",
    order_of(quotient_of_gap, "1e-4"),
    by=follows_from(typical),
    where=HERE,
    printed="the energy gap in superconductors typically is of the order of magnitude $10^{-4}$ of the Fermi energy",
    note=f"Gap over Fermi energy of Al, Zn, Ga, Nb, Cd, In, Sn, Hg, Tl, Pb ({SOURCES}). In, Sn, Hg, Tl and Pb are within half a "
    "decade of 10⁻⁴, Ga is at its border, Al, Zn and Cd lie below and Nb above. The mean is 0.9·10⁻⁴, whatever the rounding of the tables.",
    asides=[
        aside(
            "In, Sn, Hg, Tl and Pb are within half a decade of 10⁻⁴",
            *(order_of(quotients[name], "1e-4") for name in ("In", "Sn", "Hg", "Tl", "Pb")),
        ),
        aside(
            "Ga is at its border, Al, Zn and Cd lie below and Nb above",
            less(LEAST["Ga"] * sqrt(10), decimal("1e-4"), LARGEST["Ga"] * sqrt(10)),
            *(less(LARGEST[name] * sqrt(10), decimal("1e-4")) for name in ("Al", "Zn", "Cd")),
            greater(LEAST["Nb"], decimal("1e-4") * sqrt(10)),
        ),
        aside(
            "The mean is 0.9·10⁻⁴, whatever the rounding of the tables",
            *(approx(Mul(*ends.values()) ** Rational(1, 10), "0.9e-4") for ends in (LEAST, LARGEST)),
        ),
    ],
)
of_the_energy = paper.premise(
    "x.quantity",
    where=HERE,
    printed="a quantity over its non-relativistic value: the kinetic energy over half the mass times the square of the speed",
    lhs=quotient,
    rhs=2 * (1 / sqrt(1 - (v / c) ** 2) - 1) / (v / c) ** 2,
    assumption="the quantity is the kinetic energy; the paper names none",
)
first_order = paper.claim(
    "I-firstorder",
    expands_to(quotient, v, 1 + Rational(3, 4) * (v / c) ** 2, order=4),
    by=follows_from(of_the_energy),
    where=HERE,
    printed="relativistic corrections are $(v/c)^2$ times the non-relativistic quantity, to first order",
    note="For the kinetic energy the first correction is ¾(v/c)² times mv²/2.",
)
paper.spellings += (
    (r"\mathbf{v}_i \cdot \mathbf{v}_j", dot_of(i, j)),
    (r"\mathbf{v}_i \cdot \mathbf{e}_{ij}", first_of(i, j)),
    (r"\mathbf{v}_j \cdot \mathbf{e}_{ij}", second_of(i, j)),
)
eq1 = paper.given(
    "1",
    where=HERE,
    printed=r"V_1 = - \sum_{i < j} \frac{e^2}{c^2} \frac{\mathbf{v}_i \cdot \mathbf{v}_j + (\mathbf{v}_i \cdot \mathbf{e}_{ij})(\mathbf{v}_j \cdot \mathbf{e}_{ij})}{2r_{ij}}",
    lhs=V_1,
    rhs=-over_pairs(
        i, j, N, e_2**2 / c**2 * (dot_of(i, j) + first_of(i, j) * second_of(i, j)) / (2 * distance_of(i, j))
    ),
    note="The two scalar products with e_ij have the same direction of e_ij, so its sign does not matter.",
)
attraction = paper.claim(
    "I-attr",
    greater(diff(-(e_2**2) / c**2 * v * v_other * (1 + u**2) / (2 * r), r), 0),
    where=f"{HERE}/IV.B",
    printed="the interaction is attractive for parallel currents",
    note="(1) for two velocities of one direction, which makes the angle with cosine u with the line between the particles: "
    "the energy grows with the distance.",
)
