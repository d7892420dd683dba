"""What the abstract says."""

from derivations.hirsch.paper import paper

HERE = "Abstract"

outlook = paper.remark(
    "abs-claims",
    where=HERE,
    printed="spin currents in aromatic rings, a double-valued wave function, quantum mechanics reformulated, the origin of anticommutation",
    why="An outlook without a formula; what is said of it with formulas is decided in the sections XI and XII.",
)
