"""What the paper is.  Its sections import this; `derivations.hirsch` imports them all."""

from verify.claims import Paper, UnitSystem

paper = Paper(
    id="hirsch",
    title="Kinetic energy driven superconductivity, the origin of the Meissner effect, and the reductionist frontier",
    citation="J. E. Hirsch, Kinetic energy driven superconductivity, the origin of the Meissner effect, and the reductionist frontier",
    authors="J. E. Hirsch",
    units=UnitSystem.GAUSSIAN,
    sections=("Abstract", "I", "II.A", "II.B", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"),
)
