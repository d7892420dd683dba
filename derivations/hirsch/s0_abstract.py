"""What the abstract says."""

from derivations.hirsch.paper import paper

HERE = "Abstract"

outlook = paper.remark(
    "abs-claims",
    where=HERE,
    printed="spin currents in aromatic rings, a double-valued wave function, quantum mechanics reformulated, the origin of anticommutation",
    why="An outlook without a formula; what is said of it with formulas is decided in the sections XI and XII.",
)
predictions = paper.remark(
    "abs-predictions",
    where=HERE,
    printed="BCS theory predicts an increase of the kinetic energy; superconductors have a macroscopic electric field inside and a spin current in their ground state",
    why="A summary without a formula. The first is decided in BCS-kinetic, the field in (30) and (48), the spin current in (37) and (38).",
)
