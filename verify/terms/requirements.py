"""What must hold for an expression to be defined, and is no relation: nothing here asks for signs or numbers.

An expression is undefined where a denominator or the argument of a logarithm
vanishes, at a pole of a function (`verify.terms.singular`), and where an integral or sum does not exist.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sympy
from sympy.core.function import AppliedUndef
from sympy.logic.boolalg import Boolean

BOUND = (sympy.Integral, sympy.Sum, sympy.Product)
MAY_NOT_EXIST = (*BOUND, sympy.Limit)
MOST_OPERATIONS, MOST_VALUES, NEAR_AN_END = 60, 200, 10
"""So many terms of a sum are looked at one by one, and so many at each end of a range that is not known."""


class Requirement(Boolean):  # type: ignore[misc]
    """What must hold and is no relation; `is_certain` where the assumptions say so, `is_impossible` where they exclude it."""

    is_certain = False
    is_impossible = False

    def is_met_by(self, ball: Any) -> bool:
        """Does the finite enclosure of the first argument show that it holds?"""
        return True


class IsNotAPole(Requirement):
    """The number is none of 0, -1, -2, ..., the poles of Γ."""

    @property
    def is_certain(self) -> bool:  # type: ignore[override]
        (place,) = self.args
        return bool(place.is_positive or place.is_integer is False or (place.is_real is False))

    @property
    def is_impossible(self) -> bool:  # type: ignore[override]
        (place,) = self.args
        return bool(place.is_integer and place.is_nonpositive)

    def is_met_by(self, ball: Any) -> bool:
        return not ball.contains_integer() or bool(ball.real > 0)

    def _sympystr(self, printer: Any) -> str:
        return f"{printer._print(self.args[0])} ≠ 0, -1, -2, …"


class IsReal(Requirement):
    """The number is real, so that it can be compared."""

    @property
    def is_certain(self) -> bool:  # type: ignore[override]
        return is_real_where_defined(self.args[0])

    @property
    def is_impossible(self) -> bool:  # type: ignore[override]
        return bool(self.args[0].is_extended_real is False)

    def is_met_by(self, ball: Any) -> bool:
        return bool(ball.imag == 0)

    def _sympystr(self, printer: Any) -> str:
        return f"{printer._print(self.args[0])} real"


class IsCount(Requirement):
    """The number is one of 0, 1, 2, ..."""

    @property
    def is_certain(self) -> bool:  # type: ignore[override]
        return bool(self.args[0].is_integer and self.args[0].is_nonnegative)

    @property
    def is_impossible(self) -> bool:  # type: ignore[override]
        return bool(self.args[0].is_integer is False or self.args[0].is_negative)

    def is_met_by(self, ball: Any) -> bool:
        return bool(ball.is_exact() and ball.imag == 0 and ball.real.is_integer() and ball.real >= 0)

    def _sympystr(self, printer: Any) -> str:
        return f"{printer._print(self.args[0])} = 0, 1, 2, …"


class IsDefined(Requirement):
    """The function, of which nothing is known here, has a value there."""

    @property
    def is_impossible(self) -> bool:  # type: ignore[override]
        return bool(self.args[0].has(sympy.zoo, sympy.nan))

    def _sympystr(self, printer: Any) -> str:
        return f"{printer._print(self.args[0])} is defined"


class Varies(Requirement):
    """A derivative is taken by the symbol: nothing to demand, but no condition may tie it to what is held constant."""

    is_certain = True


class HasACase(Requirement):
    """One of the conditions of a function by cases holds."""

    @property
    def is_certain(self) -> bool:  # type: ignore[override]
        cases = self.args[0]
        if not isinstance(cases, sympy.Piecewise):  # with values put in, one case was left, or none
            return not cases.has(sympy.nan)
        return bool(sympy.Or(*(condition for _, condition in cases.args)) == sympy.true)

    def _sympystr(self, printer: Any) -> str:
        if not isinstance(self.args[0], sympy.Piecewise):
            return f"{printer._print(self.args[0])} is defined"
        return " or ".join(printer._print(condition) for _, condition in self.args[0].args)


class IsOffTheCut(Requirement):
    """The number is not real and ≤ 0: no cut is crossed there."""

    @property
    def is_certain(self) -> bool:  # type: ignore[override]
        return bool(self.args[0].is_positive)

    def _sympystr(self, printer: Any) -> str:
        return f"{printer._print(self.args[0])} is no number ≤ 0"


class IsNoWholeNumber(Requirement):
    """The number is none at which floor jumps."""

    @property
    def is_certain(self) -> bool:  # type: ignore[override]
        return self.args[0].is_integer is False

    def _sympystr(self, printer: Any) -> str:
        return f"{printer._print(self.args[0])} ≠ 0, ±1, ±2, …"


def is_endless(part: Any) -> bool:
    """Does an integral, sum or product run up to infinity?"""
    return any(end.is_infinite for limit in part.limits for end in limit[1:])


class Exists(Requirement):
    """The integral converges, the infinite sum or product too, and each of its terms is defined."""

    def _sympystr(self, printer: Any) -> str:
        part = self.args[0]
        return f"{printer._print(part)} {'converges' if is_endless(part) else 'exists'}"


AT_POINTS = (IsNotAPole, IsOffTheCut, IsNoWholeNumber)
"""What a function needs of one number, so that a point tells whether it is met there."""


class IsDifferentiable(Requirement):
    """The function has the derivative there, of which no rule says where; Re z, |z| and their kin have none by a complex z."""

    @property
    def is_impossible(self) -> bool:  # type: ignore[override]
        real = self.args[0].expr.atoms(*_REAL_ANYWHERE, sympy.conjugate, sympy.sign)
        return any(v.is_extended_real is not True and any(p.has(v) for p in real) for v in self.args[0].variables)

    def _sympystr(self, printer: Any) -> str:
        return f"{printer._print(self.args[0])} exists"


class HasNoZero(Requirement):
    """The expression is not zero at any whole number of a range: arguments (expression, index, low, high)."""

    @property
    def free_symbols(self) -> set[Any]:
        expr, index, low, high = self.args
        free: set[Any] = (expr.free_symbols - {index}) | low.free_symbols | high.free_symbols
        return free

    @property
    def is_certain(self) -> bool:  # type: ignore[override]
        expr, index, low, high = self.args
        if (values := self.values) is not None:
            return all(map(is_plainly_nonzero, values))
        sign = {name: True for name in ("positive", "nonnegative") if getattr(low, f"is_{name}")}
        sign = (
            sign if (high - low + 1).is_nonnegative else {}
        )  # a sum that runs backwards has terms below its lower end
        return is_plainly_nonzero(expr.xreplace({index: sympy.Dummy("k", integer=True, **sign)}))

    @property
    def is_impossible(self) -> bool:  # type: ignore[override]
        """Is one of the values zero for certain, of a known range or near an end of one that is long enough?

        A sum with a term that is nowhere defined is nowhere defined, and then nothing is proved by "provided that it were".
        """
        expr, index, low, high = self.args
        if (values := self.values) is not None:
            return any(value.is_zero for value in values)
        places = [
            end + sign * step for end, sign in ((low, 1), (high, -1)) if end.is_finite for step in range(NEAR_AN_END)
        ]
        inside = (k for k in places if (k - low).is_extended_nonnegative and (high - k).is_extended_nonnegative)
        return any(expr.xreplace({index: k}).is_zero for k in inside)

    @property
    def values(self) -> list[Any] | None:
        """The expression at each number of the range, if the range is known and short."""
        expr, index, low, high = self.args
        if not (low.is_Integer and high.is_Integer and high - low < MOST_VALUES):
            return None
        return [expr.xreplace({index: sympy.Integer(k)}) for k in range(int(low), int(high) + 1)]

    def _sympystr(self, printer: Any) -> str:
        expr, index, low, high = map(printer._print, self.args)
        return f"{expr} ≠ 0 for every {index} from {low} to {high}"


_REAL_ON_THE_LINE = (
    sympy.exp, sympy.sin, sympy.cos, sympy.tan, sympy.cot, sympy.sinh, sympy.cosh, sympy.tanh, sympy.coth, sympy.atan, sympy.asinh, sympy.erf, sympy.erfc, sympy.floor,
    sympy.ceiling, sympy.frac, sympy.sign, sympy.Max, sympy.Min, sympy.Mod, sympy.Heaviside, sympy.atan2, sympy.gamma, sympy.factorial, sympy.sinc,
)  # fmt: skip
_REAL_ANYWHERE = (sympy.Abs, sympy.re, sympy.im, sympy.arg)


def may_be_at_an_end(symbol: Any) -> bool:
    """May the symbol be zero, at the closed end of the range that its assumptions leave?"""
    return bool((symbol.is_nonnegative or symbol.is_nonpositive) and symbol.is_zero is None)


def is_plainly_nonzero(expr: Any) -> bool:
    if expr.is_number and expr.is_zero is not True:
        return bool(expr.is_Rational or expr.is_zero is False)
    if isinstance(expr, (sympy.exp, sympy.Symbol)):
        return isinstance(expr, sympy.exp) or expr.is_zero is False
    return bool(expr.is_positive or expr.is_negative)


def is_real_where_defined(expr: Any) -> bool:
    """Real wherever it is defined: what is built from real symbols by rational operations, powers of what is not negative, ..."""
    if expr.is_extended_real:
        return True
    if isinstance(expr, (*_REAL_ANYWHERE, AppliedUndef)):
        return True  # an unknown function is one for which the line makes sense
    if isinstance(expr, sympy.Derivative):
        return all(v.is_extended_real for v in expr.variables) and is_real_where_defined(expr.expr)
    if expr.is_Pow and not (expr.exp.is_integer or expr.base.is_nonnegative):
        return False
    if expr.is_Add or expr.is_Mul or expr.is_Pow or isinstance(expr, _REAL_ON_THE_LINE):
        return all(map(is_real_where_defined, expr.args))
    return False


def outermost(expr: Any, kinds: tuple[Any, ...] = BOUND) -> Iterator[Any]:
    """The integrals, sums and products that stand in no other one."""
    if isinstance(expr, kinds):
        yield expr
    else:
        for arg in expr.args:
            yield from outermost(arg, kinds)
