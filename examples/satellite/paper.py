"""What the paper is."""

from verify.claims import Paper, UnitSystem

paper = Paper(
    id="satellite",
    title="A satellite on a circular orbit",
    citation="an example that comes with Referee",
    units=UnitSystem.SI,
    sections=(
        "Motion",
        "Energy and angular momentum",
    ),
)
