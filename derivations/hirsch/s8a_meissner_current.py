"""The speed of the Meissner current, (44): VII rests on it, and VIII on VII."""

from sympy import Derivative, exp

from derivations.hirsch.notation.common import c, e, lambda_L, m_e
from derivations.hirsch.notation.superconductor import A_size, B_size, depth, p_s, v_s
from derivations.hirsch.paper import paper
from verify.claims import follows_from

HERE = "VIII"

plane = paper.approximation(
    "x.plane",
    where=HERE,
    printed="the sample is much larger than λ_L: its surface is plane, and the layer near it is thin",
    page="the text after (30), and that of (31)",
)
canonical = paper.premise(
    "x.canonical",
    where=HERE,
    printed=r"m_e v_s = p - \frac{e}{c} A",
    lhs=m_e * v_s,
    rhs=p_s - e / c * A_size,
    law="canonical momentum of a charge e, along the vector potential",
)
rigid = paper.premise(
    "x.rigid",
    where=HERE,
    printed="p = 0",
    lhs=p_s,
    rhs=0,
    page="the text of (67): the wave function is rigid, in the ordinary Meissner effect, too",
)
decay = paper.premise(
    "x.field-decay",
    where=HERE,
    printed="at the depth s the field, B times e^(−s/λ_L), is the slope of the potential, A times e^(−s/λ_L)",
    lhs=B_size * exp(-depth / lambda_L),
    rhs=-Derivative(A_size * exp(-depth / lambda_L), depth),
    law="B = curl A, with the decay of London below a plane surface",
)
eq44 = paper.step(
    "44",
    where=HERE,
    printed=r"v_s = -\frac{e}{m_e c}A = -\frac{e}{m_e c}\lambda_L B",
    lhs=v_s,
    rhs=(-e / (m_e * c) * A_size, -e / (m_e * c) * lambda_L * B_size),
    by=follows_from(canonical, rigid, decay),
    within=[plane],
    note="The component along A. A and B are magnitudes, as j of (45) is said to be; e is negative, so v_s is along A.",
)
