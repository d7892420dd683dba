"""Abstract and introduction: prose; what they announce is decided where it is derived."""

from derivations.liu.paper import paper

p_pressure = paper.remark(
    "p.pressure",
    where="Abstract",
    printed="negative correspondence between resistivity and pressure",
    why="A statement about observations; the model's own dependence on R_b and c is decided at dyn.Rb and 37.dc.",
)
p_drude = paper.remark(
    "p.drude",
    where="Introduction",
    printed="the collision model predicts a higher resistivity at a higher density",
    why="A statement about another model, without a formula of that model.",
)
p_bcs = paper.remark(
    "p.bcs",
    where="Introduction",
    printed="BCS theory cannot account for the effect of pressure, nor for the Meissner effect",
    why="A judgement on another theory, without a formula of that theory.",
)
