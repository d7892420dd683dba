"""What the paper is.  Its sections import this; `derivations.essen` imports them all."""

from verify.claims import Paper, UnitSystem

paper = Paper(
    id="essen",
    title="Circulating electrons, superconductivity, and the Darwin-Breit interaction",
    citation="H. Essén, Circulating electrons, superconductivity, and the Darwin-Breit interaction (October 2013)",
    authors="Hanno Essén",
    date="October 2013",
    units=UnitSystem.GAUSSIAN,
    sections=(
        "Abstract",
        "I",
        "II.A",
        "II.B",
        "II.C",
        "II.D",
        "III",
        "III.A",
        "III.B",
        "IV.A",
        "IV.B",
        "IV.C",
        "V",
    ),
)
