"""Table 1: the resisting distances by (37), the resistivities, and how they correlate.

Radii in picometres, D in 1/m.  One metre per megasiemens is 10⁻⁶ Ω m.  The other readings
of a cell were chosen before they were computed: the full series instead of its first
term, and the two radii the other way round.
"""

from sympy import factorial

from derivations.liu.formulas import D_closed, d_first
from derivations.liu.in_numbers import C_ALL, CELL, RADII
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

d_Si = d_first.subs({c: decimal("0.1"), R_b: decimal("210e-12"), r: decimal("111e-12")})
d_C = d_first.subs({c: decimal("0.1"), R_b: decimal("170e-12"), r: decimal("77e-12")})
d_Al = d_first.subs({c: decimal("0.1"), R_b: decimal("125e-12"), r: decimal("118e-12")})
d_Ca = d_first.subs({c: decimal("0.1"), R_b: decimal("180e-12"), r: decimal("174e-12")})
d_Fe = d_first.subs({c: decimal("0.1"), R_b: decimal("140e-12"), r: decimal("125e-12")})
d_Cu = d_first.subs({c: decimal("0.1"), R_b: decimal("140e-12"), r: decimal("138e-12")})
d_Pt = d_first.subs({c: decimal("0.1"), R_b: decimal("175e-12"), r: decimal("128e-12")})
d_Au = d_first.subs({c: decimal("0.1"), R_b: decimal("166e-12"), r: decimal("144e-12")})
d_Hg = d_first.subs({c: decimal("0.1"), R_b: decimal("155e-12"), r: decimal("149e-12")})

Si_D = paper.value(
    "table1.Si.D",
    approx(
        d,
        "5.37e13",
        unit=1 / metre,
        constants={c: C_ALL, R_b: printed_number("210", PM), R_v: printed_number("111", PM)},
    ),
    by=FOR_VALENCE,
    where=HERE,
    printed=r"Silicon: $R_b = 210\,\mathrm{pm}$, $R_v = 111\,\mathrm{pm}$, $c = 0.1$ give $d = 5.37E+13$ in 1/m by (37)",
    readings=[
        correction(
            "full series",
            approx(D_closed.subs({c: decimal("0.1"), R_b: decimal("210e-12"), r: decimal("111e-12")}), "5.37e13"),
            condition=FULL,
        ),
        correction(
            "radii interchanged",
            approx(d_first.subs({c: decimal("0.1"), R_b: decimal("111e-12"), r: decimal("210e-12")}), "5.37e13"),
            condition=SWAPPED,
        ),
    ],
    **CELL["Si"],
)
C_D = paper.value(
    "table1.C.D",
    approx(
        d,
        "8.50e11",
        unit=1 / metre,
        constants={c: C_ALL, R_b: printed_number("170", PM), R_v: printed_number("77", PM)},
    ),
    by=FOR_VALENCE,
    where=HERE,
    printed=r"Diamond: $R_b = 170\,\mathrm{pm}$, $R_v = 77\,\mathrm{pm}$, $c = 0.1$ give $d = 8.50E+11$ in 1/m by (37)",
    readings=[
        correction(
            "full series",
            approx(D_closed.subs({c: decimal("0.1"), R_b: decimal("170e-12"), r: decimal("77e-12")}), "8.50e11"),
            condition=FULL,
        ),
        correction(
            "radii interchanged",
            approx(d_first.subs({c: decimal("0.1"), R_b: decimal("77e-12"), r: decimal("170e-12")}), "8.50e11"),
            condition=SWAPPED,
        ),
    ],
    **CELL["C"],
)
Al_D = paper.value(
    "table1.Al.D",
    approx(
        d,
        "1.87e7",
        unit=1 / metre,
        constants={c: C_ALL, R_b: printed_number("125", PM), R_v: printed_number("118", PM)},
    ),
    by=FOR_VALENCE,
    where=HERE,
    printed=r"Aluminum: $R_b = 125\,\mathrm{pm}$, $R_v = 118\,\mathrm{pm}$, $c = 0.1$ give $d = 1.87E+07$ in 1/m by (37)",
    readings=[
        correction(
            "full series",
            approx(D_closed.subs({c: decimal("0.1"), R_b: decimal("125e-12"), r: decimal("118e-12")}), "1.87e7"),
            condition=FULL,
        ),
        correction(
            "radii interchanged",
            approx(d_first.subs({c: decimal("0.1"), R_b: decimal("118e-12"), r: decimal("125e-12")}), "1.87e7"),
            condition=SWAPPED,
        ),
    ],
    **CELL["Al"],
)
Ca_D = paper.value(
    "table1.Ca.D",
    approx(
        d,
        "9.00e6",
        unit=1 / metre,
        constants={c: C_ALL, R_b: printed_number("180", PM), R_v: printed_number("174", PM)},
    ),
    by=FOR_VALENCE,
    where=HERE,
    printed=r"Calcium: $R_b = 180\,\mathrm{pm}$, $R_v = 174\,\mathrm{pm}$, $c = 0.1$ give $d = 9.00E+06$ in 1/m by (37)",
    readings=[
        correction(
            "full series",
            approx(D_closed.subs({c: decimal("0.1"), R_b: decimal("180e-12"), r: decimal("174e-12")}), "9.00e6"),
            condition=FULL,
        ),
        correction(
            "radii interchanged",
            approx(d_first.subs({c: decimal("0.1"), R_b: decimal("174e-12"), r: decimal("180e-12")}), "9.00e6"),
            condition=SWAPPED,
        ),
    ],
    **CELL["Ca"],
)
Fe_D = paper.value(
    "table1.Fe.D",
    approx(
        d,
        "2.42e8",
        unit=1 / metre,
        constants={c: C_ALL, R_b: printed_number("140", PM), R_v: printed_number("125", PM)},
    ),
    by=FOR_VALENCE,
    where=HERE,
    printed=r"Iron: $R_b = 140\,\mathrm{pm}$, $R_v = 125\,\mathrm{pm}$, $c = 0.1$ give $d = 2.42E+08$ in 1/m by (37)",
    readings=[
        correction(
            "full series",
            approx(D_closed.subs({c: decimal("0.1"), R_b: decimal("140e-12"), r: decimal("125e-12")}), "2.42e8"),
            condition=FULL,
        ),
        correction(
            "radii interchanged",
            approx(d_first.subs({c: decimal("0.1"), R_b: decimal("125e-12"), r: decimal("140e-12")}), "2.42e8"),
            condition=SWAPPED,
        ),
    ],
    **CELL["Fe"],
)
Cu_D = paper.value(
    "table1.Cu.D",
    approx(
        d,
        "8.41e5",
        unit=1 / metre,
        constants={c: C_ALL, R_b: printed_number("140", PM), R_v: printed_number("138", PM)},
    ),
    by=FOR_VALENCE,
    where=HERE,
    printed=r"Copper: $R_b = 140\,\mathrm{pm}$, $R_v = 138\,\mathrm{pm}$, $c = 0.1$ give $d = 8.41E+05$ in 1/m by (37)",
    readings=[
        correction(
            "full series",
            approx(D_closed.subs({c: decimal("0.1"), R_b: decimal("140e-12"), r: decimal("138e-12")}), "8.41e5"),
            condition=FULL,
        ),
        correction(
            "radii interchanged",
            approx(d_first.subs({c: decimal("0.1"), R_b: decimal("138e-12"), r: decimal("140e-12")}), "8.41e5"),
            condition=SWAPPED,
        ),
    ],
    **CELL["Cu"],
)
Pt_D = paper.value(
    "table1.Pt.D",
    approx(
        d,
        "1.50e9",
        unit=1 / metre,
        constants={c: C_ALL, R_b: printed_number("175", PM), R_v: printed_number("128", PM)},
    ),
    by=FOR_VALENCE,
    where=HERE,
    printed=r"Platinum: $R_b = 175\,\mathrm{pm}$, $R_v = 128\,\mathrm{pm}$, $c = 0.1$ give $d = 1.50E+09$ in 1/m by (37)",
    readings=[
        correction(
            "full series",
            approx(D_closed.subs({c: decimal("0.1"), R_b: decimal("175e-12"), r: decimal("128e-12")}), "1.50e9"),
            condition=FULL,
        ),
        correction(
            "radii interchanged",
            approx(d_first.subs({c: decimal("0.1"), R_b: decimal("128e-12"), r: decimal("175e-12")}), "1.50e9"),
            condition=SWAPPED,
        ),
    ],
    **CELL["Pt"],
)
Au_D = paper.value(
    "table1.Au.D",
    approx(
        d,
        "5.81e7",
        unit=1 / metre,
        constants={c: C_ALL, R_b: printed_number("166", PM), R_v: printed_number("144", PM)},
    ),
    by=FOR_VALENCE,
    where=HERE,
    printed=r"Gold: $R_b = 166\,\mathrm{pm}$, $R_v = 144\,\mathrm{pm}$, $c = 0.1$ give $d = 5.81E+07$ in 1/m by (37)",
    readings=[
        correction(
            "full series",
            approx(D_closed.subs({c: decimal("0.1"), R_b: decimal("166e-12"), r: decimal("144e-12")}), "5.81e7"),
            condition=FULL,
        ),
        correction(
            "radii interchanged",
            approx(d_first.subs({c: decimal("0.1"), R_b: decimal("144e-12"), r: decimal("166e-12")}), "5.81e7"),
            condition=SWAPPED,
        ),
    ],
    **CELL["Au"],
)
Hg_D = paper.value(
    "table1.Hg.D",
    approx(
        d,
        "3.49e8",
        unit=1 / metre,
        constants={c: C_ALL, R_b: printed_number("155", PM), R_v: printed_number("149", PM)},
    ),
    by=FOR_VALENCE,
    where=HERE,
    printed=r"Mercury: $R_b = 155\,\mathrm{pm}$, $R_v = 149\,\mathrm{pm}$, $c = 0.1$ give $d = 3.49E+08$ in 1/m by (37)",
    readings=[
        correction(
            "full series",
            approx(D_closed.subs({c: decimal("0.1"), R_b: decimal("155e-12"), r: decimal("149e-12")}), "3.49e8"),
            condition=FULL,
        ),
        correction(
            "radii interchanged",
            approx(d_first.subs({c: decimal("0.1"), R_b: decimal("149e-12"), r: decimal("155e-12")}), "3.49e8"),
            condition=SWAPPED,
        ),
    ],
    **CELL["Hg"],
)
Si_rho = paper.value(
    "table1.Si.rho",
    approx(
        rho / rho_h,
        "1",
        constants={rho: printed_number("1.00e3", PER_MEGASIEMENS), rho_h: printed_number("6.40e2", ohm * metre)},
        within=WITHIN,
    ),
    where=HERE,
    printed=r"Silicon: $\rho = 1.00E+03\,\mathrm{m/MS}$",
    note="Handbook value 6.40e2 Ω m (tables of resistivity; pure silicon at 20 °C; it depends strongly on impurities, of which the page names none: silicon stands for a material that does not conduct there). The page names no source; the tolerance of 5 % was set beforehand.",
)
C_rho = paper.value(
    "table1.C.rho",
    approx(
        rho / rho_h,
        "1",
        constants={rho: printed_number("1.00e1", PER_MEGASIEMENS), rho_h: printed_number("1e12", ohm * metre)},
        within=WITHIN,
    ),
    where=HERE,
    printed=r"Diamond: $\rho = 1.00E+01\,\mathrm{m/MS}$",
    note="Handbook value 1e12 Ω m (tables of resistivity; diamond at 20 °C). The page names no source; the tolerance of 5 % was set beforehand.",
)
Al_rho = paper.value(
    "table1.Al.rho",
    approx(
        rho / rho_h,
        "1",
        constants={rho: printed_number("2.62e-2", PER_MEGASIEMENS), rho_h: printed_number("2.650e-8", ohm * metre)},
        within=WITHIN,
    ),
    where=HERE,
    printed=r"Aluminum: $\rho = 2.62E-02\,\mathrm{m/MS}$",
    note="Handbook value 2.650e-8 Ω m (CRC Handbook of Chemistry and Physics, pure metals at 20 °C). The page names no source; the tolerance of 5 % was set beforehand.",
)
Ca_rho = paper.value(
    "table1.Ca.rho",
    approx(
        rho / rho_h,
        "1",
        constants={rho: printed_number("3.45e-2", PER_MEGASIEMENS), rho_h: printed_number("3.36e-8", ohm * metre)},
        within=WITHIN,
    ),
    where=HERE,
    printed=r"Calcium: $\rho = 3.45E-02\,\mathrm{m/MS}$",
    note="Handbook value 3.36e-8 Ω m (CRC Handbook of Chemistry and Physics, pure metals at 20 °C). The page names no source; the tolerance of 5 % was set beforehand.",
)
Fe_rho = paper.value(
    "table1.Fe.rho",
    approx(
        rho / rho_h,
        "1",
        constants={rho: printed_number("1.00e-1", PER_MEGASIEMENS), rho_h: printed_number("9.61e-8", ohm * metre)},
        within=WITHIN,
    ),
    where=HERE,
    printed=r"Iron: $\rho = 1.00E-01\,\mathrm{m/MS}$",
    note="Handbook value 9.61e-8 Ω m (CRC Handbook of Chemistry and Physics, pure metals at 20 °C). The page names no source; the tolerance of 5 % was set beforehand.",
)
Cu_rho = paper.value(
    "table1.Cu.rho",
    approx(
        rho / rho_h,
        "1",
        constants={rho: printed_number("1.69e-2", PER_MEGASIEMENS), rho_h: printed_number("1.678e-8", ohm * metre)},
        within=WITHIN,
    ),
    where=HERE,
    printed=r"Copper: $\rho = 1.69E-02\,\mathrm{m/MS}$",
    note="Handbook value 1.678e-8 Ω m (CRC Handbook of Chemistry and Physics, pure metals at 20 °C). The page names no source; the tolerance of 5 % was set beforehand.",
)
Pt_rho = paper.value(
    "table1.Pt.rho",
    approx(
        rho / rho_h,
        "1",
        constants={rho: printed_number("1.06e-1", PER_MEGASIEMENS), rho_h: printed_number("10.5e-8", ohm * metre)},
        within=WITHIN,
    ),
    where=HERE,
    printed=r"Platinum: $\rho = 1.06E-01\,\mathrm{m/MS}$",
    note="Handbook value 10.5e-8 Ω m (CRC Handbook of Chemistry and Physics, pure metals at 20 °C). The page names no source; the tolerance of 5 % was set beforehand.",
)
Au_rho = paper.value(
    "table1.Au.rho",
    approx(
        rho / rho_h,
        "1",
        constants={rho: printed_number("1.61e-2", PER_MEGASIEMENS), rho_h: printed_number("2.214e-8", ohm * metre)},
        within=WITHIN,
    ),
    where=HERE,
    printed=r"Gold: $\rho = 1.61E-02\,\mathrm{m/MS}$",
    note="Handbook value 2.214e-8 Ω m (CRC Handbook of Chemistry and Physics, pure metals at 20 °C). What is printed is within 5 % of the value for silver there, 1.587e-8 Ω m. The page names no source; the tolerance of 5 % was set beforehand.",
    asides=[
        aside(
            "within 5 % of the value for silver there, 1.587e-8 Ω m",
            approx(decimal("1.61e-8") / decimal("1.587e-8"), "1", within=WITHIN),
            put_in=["1.587e-8"],
        )
    ],
)
Hg_rho = paper.value(
    "table1.Hg.rho",
    approx(
        rho / rho_h,
        "1",
        constants={rho: printed_number("1.00e0", PER_MEGASIEMENS), rho_h: printed_number("96.1e-8", ohm * metre)},
        within=WITHIN,
    ),
    where=HERE,
    printed=r"Mercury: $\rho = 1.00E+00\,\mathrm{m/MS}$",
    note="Handbook value 96.1e-8 Ω m (CRC Handbook of Chemistry and Physics, pure metals at 25 °C). The page names no source; the tolerance of 5 % was set beforehand.",
)
recomputed = (d_Si, d_C, d_Al, d_Ca, d_Fe, d_Cu, d_Pt, d_Au, d_Hg)
column_D = ("5.37e13", "8.50e11", "1.87e07", "9.00e06", "2.42e08", "8.41e05", "1.50e09", "5.81e07", "3.49e08")
column_rho = ("1.00e03", "1.00e01", "2.62e-02", "3.45e-02", "1.00e-01", "1.69e-02", "1.06e-01", "1.61e-02", "1.00e00")
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
correlation = paper.value(
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
nonmetals = paper.for_all(
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
    why="A statement of where the numbers were taken from; the page that is named is not part of the paper. What (37) makes of the radii is decided cell by cell.",
)
