"""What numbers say where no ball encloses a function: evidence that is told and decides nothing.

mpmath computes both sides at two precisions.  A side counts where its two values agree to DIGITS digits.  Neither
precision has a bound on its error, so that the line stays open; but who reads it learns whether to look for a mistake.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

import mpmath
import sympy

from verify.points.domain import Domain
from verify.points.plan import Point
from verify.terms.requirements import BOUND, outermost
from verify.wording import point as told_point

DIGITS = 50
PRECISIONS = (60, 80)
MOST_POINTS = 8
MOST_POINTS_BOUND = 3
FAR_APART = 1e-9
FAR_OUT = (sympy.Integer(10) ** 2, sympy.Integer(10) ** 4)
ENDLESS = (sympy.elliptic_pi, sympy.hyper, sympy.Product)
"""mpmath takes for ever where they diverge."""
LARGEST = 150
"""Operations of an expression that is computed so."""


def told_by_numbers(lhs: Any, rhs: Any, domain: Domain, seed: int = 0) -> str | None:
    """ "numerically equal to 50 digits at 8 points" or "numerically different: ... against ... at ..."; None if nothing is seen.

    >>> x = sympy.Symbol("x", positive=True)
    >>> told_by_numbers(sympy.stieltjes(1) * x, x * sympy.stieltjes(1, 1), Domain((x,)))
    'numerically equal to 50 digits at 8 points'
    """
    if lhs.count_ops() + rhs.count_ops() > LARGEST or (lhs - rhs).has(*ENDLESS):
        return None
    most = MOST_POINTS_BOUND if lhs.has(*BOUND) or rhs.has(*BOUND) else MOST_POINTS
    points: Iterator[Point] = islice(domain.points(seed, most), most) if domain.symbols else iter([{}])
    equal = 0
    for point in points:
        left, right = _number(lhs, point), _number(rhs, point)
        if left is None or right is None:
            continue
        size = max(abs(left), abs(right), mpmath.mpf(10) ** -DIGITS)
        if abs(left - right) > FAR_APART * size:
            return f"numerically different: {_shown(left)} against {_shown(right)}{_where(point)}"
        if abs(left - right) > size * mpmath.mpf(10) ** -(DIGITS - 1):
            return None
        equal += 1
    places = "1 point" if equal == 1 else f"{equal} points"
    return f"numerically equal to {DIGITS} digits" + (f" at {places}" if domain.symbols else "") if equal else None


def _number(side: Any, point: Point) -> Any | None:
    """The value, if two precisions agree."""
    try:
        rough, fine = (_computed(side, point, digits) for digits in PRECISIONS)
    except Exception:  # evidence only: whatever fails here, nothing was seen
        return None
    if rough is None or fine is None or abs(rough - fine) > abs(fine) * mpmath.mpf(10) ** -DIGITS:
        return None
    return fine


def _computed(side: Any, point: Point, digits: int) -> Any | None:
    there = side.xreplace(dict(point))
    if not all(map(_dies_out, outermost(there))):
        return None
    found = sympy.N(there, digits)
    parts = found.as_real_imag()
    if not all(part.is_Float or part.is_Rational for part in parts):
        return None
    with mpmath.workdps(digits):
        return mpmath.mpc(*(mpmath.mpf(str(part)) for part in parts))


def _dies_out(part: Any) -> bool:
    """Does what is integrated up to infinity fall faster than 1/t there?  mpmath has a value for ∫_0^∞ exp(t) dt, too."""
    if not isinstance(part, sympy.Integral):
        return True
    variable, *ends = part.limits[0]
    for end in ends:
        if end.is_infinite:
            near, far = (abs(sympy.N(t * part.function.subs(variable, sympy.sign(end) * t))) for t in FAR_OUT)
            if not (far.is_Float or far == 0) or far * 2 > near > 0:
                return False
    return True


def _shown(value: Any) -> str:
    return str(mpmath.nstr(value.real if value.imag == 0 else value, 6))


def _where(point: Point) -> str:
    return "".join(f" at {', '.join(f'{s} = {v}' for s, v in told_point(dict(point)))}") if point else ""
