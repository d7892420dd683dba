"""Table 1: the resisting distances by (37), the resistivities, and how they correlate.

Radii in picometres, D in 1/m.  One metre per megasiemens is 10⁻⁶ Ω m.  The other readings
of a cell were chosen before they were computed: the full series instead of its first
term, and the two radii the other way round.
"""

from sympy import factorial

from derivations.liu.in_numbers import BY_C, C_ALL, CELL, FULL_BY_C, RADII, SWAPPED_BY_C
from derivations.liu.notation import R_b, R_v, c, d, r, rho, rho_h
from derivations.liu.paper import paper
from derivations.liu.s5_resisting import eq37
from derivations.physics.statistics import pearson, spearman
from verify.claims import (
    AMBIGUITY,
    approx,
    aside,
    at_least,
    at_most,
    correction,
    decimal,
    equal,
    less,
    printed_number,
    reading,
    specialise,
)
from verify.units import mega, metre, ohm, pico, siemens

HERE = "Resisting Distance/Table 1"
PM, PER_MEGASIEMENS = pico * metre, metre / (mega * siemens)
FOR_VALENCE = specialise(eq37, {r: R_v})
WITHIN = ("0.95", "1.05", "within 5 % of the handbook value")
FULL = "the column is the full series (24), not its first term (37)"
SWAPPED = "the columns of R_b and R_v are interchanged"

CRC_20 = "CRC Handbook of Chemistry and Physics, pure metals at 20 °C"
TABLE = paper.table(
    "element name R_b R_v D power rho rho_power handbook source",
    (
        "Si",
        "Silicon",
        "210",
        "111",
        "5.37",
        "13",
        "1.00",
        "3",
        "6.40e2",
        "tables of resistivity; pure silicon at 20 °C; it depends strongly on impurities, of which the paper names none: silicon stands for a material that does not conduct there",
    ),
    ("C", "Diamond", "170", "77", "8.50", "11", "1.00", "1", "1e12", "tables of resistivity; diamond at 20 °C"),
    ("Al", "Aluminum", "125", "118", "1.87", "7", "2.62", "-2", "2.650e-8", CRC_20),
    ("Ca", "Calcium", "180", "174", "9.00", "6", "3.45", "-2", "3.36e-8", CRC_20),
    ("Fe", "Iron", "140", "125", "2.42", "8", "1.00", "-1", "9.61e-8", CRC_20),
    ("Cu", "Copper", "140", "138", "8.41", "5", "1.69", "-2", "1.678e-8", CRC_20),
    ("Pt", "Platinum", "175", "128", "1.50", "9", "1.06", "-1", "10.5e-8", CRC_20),
    ("Au", "Gold", "166", "144", "5.81", "7", "1.61", "-2", "2.214e-8", CRC_20),
    (
        "Hg",
        "Mercury",
        "155",
        "149",
        "3.49",
        "8",
        "1.00",
        "0",
        "96.1e-8",
        "CRC Handbook of Chemistry and Physics, pure metals at 25 °C",
    ),
)
"""Radii in pm, D in 1/m and ρ in m/MS with their powers of ten, as printed; and a handbook value of ρ in Ω m with its source."""
computed = {row["element"]: BY_C[row["element"]].subs(c, C_ALL) for row in TABLE}
d_Si, d_C, d_Pt = computed["Si"], computed["C"], computed["Pt"]

D_cells = [
    paper.claim(
        f"table1.{row['element']}.D",
        approx(
            d,
            f"{row['D']}e{row['power']}",
            unit=1 / metre,
            constants={c: C_ALL, R_b: printed_number(row["R_b"], PM), R_v: printed_number(row["R_v"], PM)},
        ),
        by=FOR_VALENCE,
        where=HERE,
        printed=rf"{row['name']}: $R_b = {row['R_b']}\,\mathrm{{pm}}$, $R_v = {row['R_v']}\,\mathrm{{pm}}$, $c = 0.1$ give $d = {row['D']}E+{row['power']:0>2}$ in 1/m by (37)",
        readings=[
            correction(
                "full series",
                approx(FULL_BY_C[row["element"]].subs(c, C_ALL), f"{row['D']}e{row['power']}"),
                condition=FULL,
            ),
            correction(
                "radii interchanged",
                approx(SWAPPED_BY_C[row["element"]].subs(c, C_ALL), f"{row['D']}e{row['power']}"),
                condition=SWAPPED,
            ),
        ],
        **CELL[row["element"]],
    )
    for row in TABLE
]
ABOUT = {"Au": " What is printed is within 5 % of the value for silver there, 1.587e-8 Ω m."}
SILVER = aside(
    "within 5 % of the value for silver there, 1.587e-8 Ω m",
    approx(decimal("1.61e-8") / decimal("1.587e-8"), "1", within=WITHIN),
    put_in=["1.587e-8"],
)
rho_cells = [
    paper.claim(
        f"table1.{row['element']}.rho",
        approx(
            rho / rho_h,
            "1",
            constants={
                rho: printed_number(f"{row['rho']}e{row['rho_power']}", PER_MEGASIEMENS),
                rho_h: printed_number(row["handbook"], ohm * metre),
            },
            within=WITHIN,
        ),
        where=HERE,
        printed=rf"{row['name']}: $\rho = {row['rho']}E{int(row['rho_power']):+03d}\,\mathrm{{m/MS}}$",
        note=f"Handbook value {row['handbook']} Ω m ({row['source']}).{ABOUT.get(row['element'], '')} The paper names no source; the tolerance of 5 % was set beforehand.",
        asides=[SILVER] if row["element"] == "Au" else [],
    )
    for row in TABLE
]
recomputed = tuple(computed.values())
column_D = tuple(f"{row['D']}e{row['power']}" for row in TABLE)
column_rho = tuple(f"{row['rho']}e{row['rho_power']}" for row in TABLE)
SILICON, COPPER, PLATINUM = 0, 5, 6
factors = [decimal(printed) / computed for printed, computed in zip(column_D, recomputed, strict=True)]
BY_DISTANCE = sorted(
    (1 - decimal(valence) / decimal(border), decimal(distance) / decimal(resistivity))
    for (border, valence), distance, resistivity in zip(RADII.values(), column_D, column_rho, strict=True)
)
"""1 − R_v/R_b with the printed D over the printed ρ, in the order of the first."""
of_metals = pearson(column_D[2:], column_rho[2:])
"""Pearson's coefficient of the printed columns, of the metals alone."""
STRONG = decimal("0.7")
correlation = paper.claim(
    "table1.correlation",
    at_least(pearson(recomputed, column_rho), STRONG),
    at_least(spearman(recomputed, column_rho), STRONG),
    where=HERE,
    printed="the resistivity and the resisting distance, calculated with (37), correlate strongly",
    readings=[
        correction(
            "the printed column",
            at_least(pearson(column_D, column_rho), STRONG),
            at_least(spearman(column_D, column_rho), STRONG),
            condition="the numbers of the column are taken as they are printed, though (37) gives others (table1.Si.D to table1.Hg.D)",
            fault="with (37) the correlation is weak",
        )
    ],
    note="A coefficient of 0.7 or more counts as strong, for the numbers (Pearson) and for their ranks (Spearman): "
    "0.39 and 0.58 by (37), 1.00 and 0.87 in the printed column. "
    "In the printed column Pearson's coefficient is made by silicon and diamond: for the seven metals alone it is 0.11. "
    "Printed/computed runs from 0.016 (copper) to 15 000 (silicon), so that no unit and no common factor turns one column into the other; nor do the "
    "full series or the radii interchanged. The printed column divided by the printed resistivity rises strictly with 1 − R_v/R_b in all nine rows "
    "(by chance 1 in 362 880), as if the resistivity were a factor of the column; its correlation with the resistivity would then be built in.",
    asides=[
        aside(
            "0.39 and 0.58 by (37), 1.00 and 0.87 in the printed column",
            approx(pearson(recomputed, column_rho), "0.39"),
            approx(spearman(recomputed, column_rho), "0.58"),
            approx(pearson(column_D, column_rho), "1.00"),
            approx(spearman(column_D, column_rho), "0.87"),
        ),
        aside(
            "for the seven metals alone it is 0.11",
            approx(of_metals, "0.11"),
            put_in=["7"],
        ),
        aside(
            "Printed/computed runs from 0.016 (copper) to 15 000 (silicon)",
            approx(factors[COPPER], "0.016"),
            approx(factors[SILICON], "1.5e4"),
            *(at_most(factors[COPPER], factor, factors[SILICON]) for factor in factors),
        ),
        aside(
            "The printed column divided by the printed resistivity rises strictly with 1 − R_v/R_b in all nine rows (by chance 1 in 362 880)",
            less(*(distance for distance, _ in BY_DISTANCE)),
            less(*(quotient for _, quotient in BY_DISTANCE)),
            equal(factorial(len(BY_DISTANCE)), 362880),
            put_in=["9"],
        ),
    ],
)
nonmetals = paper.claim(
    "table1.nonmetals",
    at_least(d_Si, 10 * d_Pt),
    at_least(d_C, 10 * d_Pt),
    where=HERE,
    printed="resisting distances of silicon and diamond, calculated with (37): much higher than those of metals",
    readings=[
        reading(
            "more than twice as high",
            at_least(d_Si, 2 * d_Pt),
            at_least(d_C, 2 * d_Pt),
            ground=AMBIGUITY,
            of="much higher",
            condition="more than twice the highest value of a metal counts as 'much higher'",
        ),
        correction(
            "the printed column",
            at_least(decimal("5.37e13"), 10 * decimal("1.50e9")),
            at_least(decimal("8.50e11"), 10 * decimal("1.50e9")),
            condition="the numbers of the column are taken as they are printed, though (37) gives others (table1.Si.D to table1.Hg.D)",
        ),
    ],
    note="'Much higher' is read as ten times or more at first; platinum has the highest value among the metals in both columns. By (37) silicon has 2.3 times and diamond 4.0 times that.",
    asides=[
        aside(
            "more than twice the highest value of a metal",
            *(less(2 * d_Pt, nonmetal) for nonmetal in (d_Si, d_C)),
            put_in=["2"],
        ),
        aside(
            "By (37) silicon has 2.3 times and diamond 4.0 times that",
            approx(d_Si / d_Pt, "2.3"),
            approx(d_C / d_Pt, "4.0"),
        ),
        aside(
            "ten times or more at first; platinum has the highest value among the metals in both columns",
            *(at_least(d_Pt, metal) for metal in recomputed[2:]),
            *(at_least(decimal(column_D[PLATINUM]), decimal(metal)) for metal in column_D[2:]),
            put_in=["10"],
        ),
    ],
)
radii_source = paper.remark(
    "table1.radii_source",
    where=HERE,
    printed="R_v is the covalent radius, R_b the van der Waals or empirical radius of the ptable site",
    why="A statement of where the numbers were taken from; the paper that is named is not part of the paper. What (37) makes of the radii is decided cell by cell.",
)
