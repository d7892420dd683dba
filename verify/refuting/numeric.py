"""What numbers say where no ball encloses a function: evidence that is told and decides nothing.

mpmath computes both sides at two precisions.  A side counts where its two values agree to DIGITS digits.  Neither
precision has a bound on its error, so that the line stays open; but who reads it learns whether to look for a mistake.
Integrals and sums are computed within a budget of values of what is summed, at fewer points.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
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
MOST_POINTS_BOUND = 2
FAR_APART = 1e-9
FAR_OUT = (sympy.Integer(10) ** 2, sympy.Integer(10) ** 4)
ENDLESS = (sympy.elliptic_pi, sympy.hyper)
"""mpmath takes for ever where they diverge."""
MOST_VALUES = 8_000
"""Of integrands and terms, for one line."""
MOST_TERMS = 1_000
MOST_DEGREE = 8
"""Of a rule of quadrature; each has twice the places of the one before."""
LARGEST = 150
"""Operations of an expression that is computed so."""


@dataclass(frozen=True)
class Numbers:
    """What the numbers say, in words, and whether they differ."""

    told: str
    differ: bool


@lru_cache(maxsize=256)
def told_by_numbers(lhs: Any, rhs: Any, domain: Domain, seed: int = 0) -> Numbers | None:
    """ "numerically equal to 50 digits at 8 points" or "numerically different: ... against ... at ..."; None if nothing is seen.

    >>> x, t = sympy.symbols("x t", positive=True)
    >>> told_by_numbers(sympy.stieltjes(1) * x, x * sympy.stieltjes(1, 1), Domain((x,))).told
    'numerically equal to 50 digits at 8 points'
    >>> told_by_numbers(sympy.Integral(sympy.log(1 + sympy.exp(-t)), (t, 0, sympy.oo)), sympy.Integer(1), Domain(())).told
    'numerically different: 0.822467 against 1.0'
    """
    if lhs.count_ops() + rhs.count_ops() > LARGEST or (lhs - rhs).has(*ENDLESS):
        return None
    most = MOST_POINTS_BOUND if lhs.has(*BOUND) or rhs.has(*BOUND) else MOST_POINTS
    points: Iterator[Point] = islice(domain.points(seed, most), most) if domain.symbols else iter([{}])
    equal, budget = 0, _Budget(MOST_VALUES)
    for point in points:
        left, right = _number(lhs, point, budget), _number(rhs, point, budget)
        if left is None or right is None:
            continue
        size = max(abs(left), abs(right), mpmath.mpf(10) ** -DIGITS)
        if abs(left - right) > FAR_APART * size:
            return Numbers(f"numerically different: {_shown(left)} against {_shown(right)}{_where(point)}", True)
        if abs(left - right) > size * mpmath.mpf(10) ** -(DIGITS - 1):
            return None
        equal += 1
    places = "1 point" if equal == 1 else f"{equal} points"
    told = f"numerically equal to {DIGITS} digits" + (f" at {places}" if domain.symbols else "")
    return Numbers(told, False) if equal else None


class _Budget:
    """How many values of integrands and terms may be computed yet."""

    def __init__(self, left: int) -> None:
        self.left = left

    def spend(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise ArithmeticError("the budget of values is used up")


def _number(side: Any, point: Point, budget: _Budget) -> Any | None:
    """The value, if two precisions agree."""
    try:
        rough, fine = (_computed(side, point, digits, budget) for digits in PRECISIONS)
    except Exception:  # evidence only: whatever fails here, nothing was seen
        return None
    if rough is None or fine is None or abs(rough - fine) > abs(fine) * mpmath.mpf(10) ** -DIGITS:
        return None
    return fine


def _computed(side: Any, point: Point, digits: int, budget: _Budget) -> Any | None:
    there = side.xreplace(dict(point))
    parts = dict.fromkeys(outermost(there))
    if not all(map(_dies_out, parts)):
        return None
    values = {part: _with_its_variable(part, digits, budget) for part in parts}
    return None if None in values.values() else _in_digits(there.xreplace(values), digits)


def _in_digits(expression: Any, digits: int) -> Any | None:
    found = sympy.N(expression, digits)
    parts = (found,) if found.is_Float or found.is_Rational else found.as_real_imag()
    if not all(part.is_Float or part.is_Rational for part in parts):
        return None
    with mpmath.workdps(digits):
        return mpmath.mpc(*(mpmath.mpf(str(part)) for part in parts))


def _with_its_variable(part: Any, digits: int, budget: _Budget) -> Any | None:
    """An integral, or a sum or product, over one range of real numbers, as a number of SymPy's; None where its error seems too large."""
    if len(part.limits) != 1 or len(part.limits[0]) != 3 or part.function.has(*BOUND):
        return None
    variable, *ends = part.limits[0]
    with mpmath.workdps(digits):

        def at(place: Any) -> Any:
            budget.spend()
            found = _in_digits(part.function.xreplace({variable: _of_sympy(place, digits)}), digits)
            if found is None:
                raise ArithmeticError("no number")
            return found if found.imag else found.real

        low, high = (
            mpmath.inf * int(sympy.sign(end)) if end.is_infinite else mpmath.re(_in_digits(end, digits)) for end in ends
        )
        found = _integrated(at, low, high) if isinstance(part, sympy.Integral) else _of_terms(part, at, low, high)
        if found is None:
            return None
        return _of_sympy(mpmath.re(found), digits) + sympy.I * _of_sympy(mpmath.im(found), digits)


def _of_sympy(number: Any, digits: int) -> Any:
    whole = int(number) if number == int(number) else None
    return sympy.Integer(whole) if whole is not None else sympy.Float(mpmath.nstr(number, digits + 5), digits)


def _integrated(at: Callable[[Any], Any], low: Any, high: Any) -> Any | None:
    value, error = mpmath.quad(at, [low, high], error=True, maxdegree=MOST_DEGREE)
    return value if error <= mpmath.mpf(10) ** -DIGITS * max(1, abs(value)) else None


def _of_terms(part: Any, at: Callable[[Any], Any], low: Any, high: Any) -> Any | None:
    """A finite sum or product term by term, an endless sum of terms that fall by extrapolation."""
    if mpmath.isinf(low) or (isinstance(part, sympy.Product) and mpmath.isinf(high)):
        return None
    if mpmath.isinf(high):
        near, far = (abs(at(place) * place) for place in map(int, FAR_OUT))
        return mpmath.nsum(at, [low, high]) if far * 2 < near or far == 0 else None
    if high - low > MOST_TERMS or low != int(low) or high != int(high):
        return None
    terms = [at(mpmath.mpf(k)) for k in range(int(low), int(high) + 1)]
    return mpmath.fprod(terms) if isinstance(part, sympy.Product) else mpmath.fsum(terms)


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
