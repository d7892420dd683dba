"""What the abstract says."""

from derivations.kato.notation import E_ccw_down, E_ccw_up, E_cw_down, E_cw_up
from derivations.kato.paper import paper
from derivations.kato.s3_stern_gerlach import CLOCKWISE, LEVELS, u3
from verify.claims import aside, at_most, correction, equal, follows_from, greater

HERE = "Abstract"

t1 = paper.claim(
    "t1",
    greater(E_cw_up, 0),
    greater(E_cw_down, 0),
    where=HERE,
    printed="once the electron moves clockwise, a strong field is induced, which makes the electronic states with clockwise motion unstable; thus it starts to move counter-clockwise, and vice versa",
    by=follows_from(*CLOCKWISE, u3),
    readings=[
        correction(
            "the excited states",
            greater(E_cw_up, 0),
            greater(E_cw_up, E_cw_down),
            greater(E_cw_up, E_ccw_up),
            greater(E_ccw_down, 0),
            greater(E_ccw_down, E_ccw_up),
            greater(E_ccw_down, E_cw_down),
            equal(E_ccw_down, E_cw_up),
            by=follows_from(*LEVELS, u3),
            condition="unstable are the excited ones of the states of either motion, as V says, and below each lies a ground state of the other direction; no energy is gained by a change to the excited one of the other direction, of which V speaks (t15)",
        )
    ],
    note="The states of IV with clockwise motion are |k↑⟩ and |k↓⟩. Unstable is read as raised by the field: of a higher energy than without it. The field raises the one and lowers the other, which is not above a counter-clockwise state either: that all of them are unstable is what fails here. "
    "Which state thus and vice versa mean is not said here: those that V names are decided in t15 and t15b.",
    asides=[
        aside(
            "which is not above a counter-clockwise state either",
            at_most(E_cw_down, E_ccw_up),
            at_most(E_cw_down, E_ccw_down),
            equal(E_cw_down, -E_cw_up),
            by=follows_from(*LEVELS),
        )
    ],
)
t2 = paper.remark(
    "t2",
    where=HERE,
    printed="the spin magnetic moment and the Stern-Gerlach effect are the main reasons that spontaneous current is suppressed at room temperature",
    why="Which of several reasons is the main one is not put into a formula. In the sense of t16 the mean current is zero for every moment, also for none, so that the moment is no reason: t17, which fails. V says it again: t2-V.",
)
t2b = paper.remark(
    "t2b",
    where=HERE,
    printed="spontaneous currents may occur in alkali metal atoms at very low temperatures, and the two-fluid model is not necessarily realistic",
    why="An announcement of VI and VII.",
)
