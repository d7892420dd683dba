"""What the paper is.  Its sections import this; `derivations.liu` imports them all."""

from verify.claims import Paper, UnitSystem

paper = Paper(
    id="liu",
    title="Unified Theory of Low and High-Temperature Superconductivity",
    citation="J. Z. Liu, Stanford University, revision of 16 January 2023",
    authors="J. Z. Liu",
    version="revision of 16 January 2023",
    units=UnitSystem.SI,
    sections=(
        "Abstract",
        "Introduction",
        "Electron Tunnel",
        "Compression Bonding",
        "Current, Resistance, and Superconductivity",
        "Generic Model for Electron Tunnel",
        "Resistivity and Resisting Distance",
        "Resisting Distance",
        "Resistivity Dynamics",
        "Electrical Resistance State",
        "Meissner Effect",
        "Critical Current Density",
        "Critical Magnetic Field",
        "Type-II Superconductor",
        "Superconductor, Insulator, and Density",
        "Flux Quantization",
        "Engineering Room-Temperature Superconductors",
    ),
)
