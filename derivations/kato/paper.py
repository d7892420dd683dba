"""What the paper is.  Its sections import this; `derivations.kato` imports them all.

Its text is known from a damaged source, which lost the signs = (but for one, of u39), + and ≠, the radicals, arrows, ket
bars, Greek letters and some brackets, and kept the minus: what is encoded "as printed" is the line as it was extracted,
with = and + where nothing else can have stood; where a radical or a sign may have stood, the line that it gives is a
reading on the ground SOURCE, and what decides between the two is shown beside it.  The arrows are those of the sentences
that name a spin; where no sentence does, the note says so.
"""

from verify.claims import Paper, UnitSystem

paper = Paper(
    id="kato",
    title="Spontaneous currents of one-ns valence electrons, the two-fluid model and the Ginzburg-Landau order parameter",
    citation="T. Kato, on spontaneous currents of one-ns valence electrons, the two-fluid model and the Ginzburg-Landau theory",
    authors="T. Kato",
    units=UnitSystem.SI,
    sections=("Abstract", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"),
    lost=("√", "=", "+", "≠", "↑", "↓", "|", "⟩", "(", ")", "Ψ", "μ"),
)
