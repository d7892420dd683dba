"""SymPy expression → rigorous enclosure: the only room that speaks Arb.

An expression is compiled once into closures over `flint.acb` balls; each call
evaluates them at a point and returns a ball that contains the exact value.

Soundness.  Every closure obeys two rules, which together give the promise of
`BallFunction`:

1. *Enclosure*: fed with balls that contain the exact arguments, it returns a ball
   that contains SymPy's value, or a non-finite ball ("undefined or unknown").
2. *No resurrection*: a non-finite ball never becomes finite again further up.

Where SymPy and Arb may differ (the values *on* a branch cut of asin, atan, K(m),
Li_s, ...; 0/0; poles; unusual parameters) the closure answers "unknown".  For log,
sqrt, arg and powers both take the principal value, continuous from above on the
negative real axis, and a ball that straddles the axis is enlarged over both sides.

Under an integral sign the same closures run on *complex* balls around the path with
`analytic=True`; there each must also be analytic on the whole ball or answer
"unknown", because FLINT's quadrature relies on it (DLMF 3.5, Petras' algorithm).
"""

from __future__ import annotations

from verify.balls.compiler import check_size
from verify.balls.core import Env, Exact, exact_integer, is_real, precision, rational, sign_of, work
from verify.balls.expressions import (
    HEAVY,
    RULES,
    BallFunction,
    compile_ball,
    compile_balls,
    compile_condition,
    enclose,
    environment,
    sign_at,
)
from verify.balls.rationals import compile_exact, is_exact

__all__ = [
    "HEAVY",
    "RULES",
    "BallFunction",
    "Env",
    "Exact",
    "check_size",
    "compile_ball",
    "compile_balls",
    "compile_condition",
    "compile_exact",
    "enclose",
    "environment",
    "exact_integer",
    "is_exact",
    "is_real",
    "precision",
    "rational",
    "sign_at",
    "sign_of",
    "work",
]
