"""What the abstract says."""

from derivations.kato.notation import E_ccw_down, E_cw_up
from derivations.kato.paper import paper
from derivations.kato.s3_stern_gerlach import REVERSED
from verify.claims import correction, equal, follows_from, less

HERE = "Abstract"

t1 = paper.claim(
    "t1",
    less(E_ccw_down, E_cw_up),
    less(E_cw_up, E_ccw_down),
    where=HERE,
    printed="once the electron moves clockwise, a strong field is induced, which makes the states with clockwise motion unstable; thus it starts to move counter-clockwise, and vice versa",
    by=follows_from(*REVERSED),
    readings=[
        correction(
            "neither is the lower one",
            equal(E_ccw_down, E_cw_up),
            by=follows_from(*REVERSED),
            condition="the field turns with the motion, so that the state before and the one after the reversal have the same energy",
        )
    ],
    note="The states are those of V, |k↑⟩ and |−k↓⟩. Unstable is read as of a higher energy than the state after the reversal; first for the clockwise motion, second vice versa, so that each would be the lower one.",
)
t2 = paper.remark(
    "t2",
    where=HERE,
    printed="the spin magnetic moment and the Stern-Gerlach effect are the main reasons that spontaneous current is suppressed at room temperature",
    why="Which of several reasons is the main one is not put into a formula. What V concludes is decided there: t15, t16 and t17.",
)
t2b = paper.remark(
    "t2b",
    where=HERE,
    printed="spontaneous currents may occur in alkali metal atoms at very low temperatures, and the two-fluid model is not necessarily realistic",
    why="An announcement of VI and VII.",
)
