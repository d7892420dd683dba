"""What the abstract says."""

from derivations.kato.notation import E_ccw_down, E_ccw_up, E_cw_down, E_cw_up
from derivations.kato.paper import paper
from derivations.kato.s3_stern_gerlach import CLOCKWISE, LEVELS, u3
from verify.claims import AMBIGUITY, aside, at_most, equal, follows_from, greater, reading

HERE = "Abstract"

t1 = paper.claim(
    "t1",
    greater(E_cw_up, 0),
    greater(E_cw_down, 0),
    where=HERE,
    printed="once the electron moves clockwise, a strong field is induced, which makes the electronic states with clockwise motion unstable; thus it starts to move counter-clockwise, and vice versa",
    by=follows_from(*CLOCKWISE, u3),
    readings=[
        reading(
            "the excited states",
            greater(E_cw_up, 0),
            greater(E_cw_up, E_ccw_up),
            greater(E_ccw_down, 0),
            greater(E_ccw_down, E_cw_down),
            by=follows_from(*LEVELS, u3),
            ground=AMBIGUITY,
            of="electronic states",
            condition="the electronic states are the excited ones, as V says where it says this at length (t15), and the motion changes to the other one without the spin, |k↑⟩ to |−k↑⟩ and |−k↓⟩ to |k↓⟩, which lie below",
        )
    ],
    note="The states of IV with clockwise motion are |k↑⟩ and |k↓⟩. Unstable is read as raised by the field: of a higher energy than without it. First of all of them: the field raises the one and lowers the other, which is not above a counter-clockwise state either. "
    "To which state the electron changes is not said here; the change that V names is decided in t15.",
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
    why="Which of several reasons is the main one is not put into a formula. In the sense in which t16 holds, the mean, the current is zero for every moment, also for none, so that the moment is no reason; t17 has the senses in which it is one. V says it again: t2-V.",
)
t2b = paper.remark(
    "t2b",
    where=HERE,
    printed="spontaneous currents may occur in alkali metal atoms at very low temperatures, and the two-fluid model is not necessarily realistic",
    why="An announcement of VI and VII.",
)
