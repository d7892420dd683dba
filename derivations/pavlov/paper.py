"""What the paper is.  Its sections import this; `derivations.pavlov` imports them all."""

from verify.claims import Paper, UnitSystem

paper = Paper(
    id="pavlov",
    title="On the electronic quantum structures of conductors",
    citation="V. D. Pavlov, Physics of Complex Systems 6 (1), 49–53 (2025), doi:10.33910/2687-153X-2025-6-1-49-53",
    authors="V. D. Pavlov",
    version="Physics of Complex Systems 6 (1), 49–53",
    date="2025",
    doi="10.33910/2687-153X-2025-6-1-49-53",
    units=UnitSystem.SI,
    sections=(
        "Abstract",
        "Introduction",
        "Exclusivity of two-particle systems",
        "Long mean free path",
        "Current created by two electrons",
        "Pairwise correlations are not the limit",
        "Short mean free path",
        "On double standards",
        "Conclusion",
    ),
)
