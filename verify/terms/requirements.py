"""What an expression needs to be defined, met in one walk through it: nothing here asks for signs or numbers.

An expression is undefined where a denominator or the argument of a logarithm
vanishes, at a pole of a function (`SINGULAR`), and where an integral or sum does not exist.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import sympy
from sympy.core.function import AppliedUndef
from sympy.logic.boolalg import Boolean

from verify.terms.places import is_untold

_POLES = {
    sympy.tan: sympy.cos,
    sympy.sec: sympy.cos,
    sympy.cot: sympy.sin,
    sympy.csc: sympy.sin,
    sympy.coth: sympy.sinh,
    sympy.csch: sympy.sinh,
}
_POLES_OFF_THE_LINE = {sympy.tanh: sympy.cosh, sympy.sech: sympy.cosh}
_CLOSED = {sympy.Integral, sympy.Sum, sympy.Product, sympy.Derivative, sympy.Subs}
"""What stands inside these is no condition on the symbols outside; whether they exist, `verify.regularity.existence` asks."""
ORDERS = (sympy.Lt, sympy.Le, sympy.Gt, sympy.Ge)
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
        return _is_real_where_defined(self.args[0])

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


class Exists(Requirement):
    """The integral converges, the infinite sum or product too, and each of its terms is defined."""

    def _sympystr(self, printer: Any) -> str:
        part = self.args[0]
        endless = any(end.is_infinite for limit in part.limits for end in limit[1:])
        return f"{printer._print(part)} {'converges' if endless else 'exists'}"


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
        expr, index, low, _ = self.args
        if (values := self.values) is not None:
            return all(map(is_plainly_nonzero, values))
        sign = {name: True for name in ("positive", "nonnegative") if getattr(low, f"is_{name}")}
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


def _are_real(*args: Any) -> list[Any]:
    return [IsReal(arg) for arg in args if not arg.is_extended_real]


def _hypergeometric(above: Any, below: Any, z: Any) -> list[Any]:
    """With one upper parameter more, singular at 1; with two more the series diverges but at 0, unless it ends (DLMF 16.2)."""
    needs, more = [*map(IsNotAPole, below)], len(above) - len(below)
    if more < 1 or any(a.is_integer and a.is_nonpositive for a in above):
        return needs
    may_end = any(a.is_integer is not False and not a.is_positive for a in above)
    diverges = IsDefined(sympy.hyper(above, below, z, evaluate=False)) if may_end else sympy.S.Zero
    return [*needs, 1 - z if more == 1 else diverges]


def _elliptic(phi: Any, m: Any) -> list[Any]:
    """∫_0^φ dθ/√(1 - m sin²θ): past π/2 it diverges for m = 1."""
    return [1 - m * sympy.sin(phi) ** 2, *([] if _is_below_a_right_angle(phi) else [1 - m])]


def _elliptic_pi(n: Any, *rest: Any) -> list[Any]:
    """With a factor 1/(1 - n sin²θ) more, which must not become infinite on the way."""
    if len(rest) == 1:
        return [n - 1, rest[0] - 1]
    phi, m = rest
    on_the_way = [
        IsOffTheCut(1 - n * sympy.sin(phi) ** 2),
        *([] if _is_below_a_right_angle(phi) else [IsOffTheCut(1 - n)]),
    ]
    return [*on_the_way, *_elliptic(phi, m)]


def _is_below_a_right_angle(phi: Any) -> bool:
    return bool(phi.is_Rational and abs(phi) <= 1) or (
        isinstance(phi, (sympy.asin, sympy.atan)) and bool(phi.is_extended_real)
    )


def _associated_legendre(n: Any, m: Any, z: Any) -> list[Any]:
    """(1 - z²)^(m/2) is infinite at ±1 for other orders (DLMF 14.8.1)."""
    return [IsCount(n), *([] if m.is_integer and m.is_nonnegative else [z - 1, z + 1])]


def _branch_of_lambert(z: Any, *k: Any) -> list[Any]:
    if not k or k[0] == 0:
        return []
    return [z] if k[0].is_integer else [z, IsDefined(sympy.LambertW(z, k[0], evaluate=False))]


def _are_compared(cases: Iterable[Any]) -> list[Any]:
    """What order relations between cases compare: i + 1 > i says nothing."""
    orders = (o for case in cases for o in sorted(case[1].atoms(*ORDERS), key=sympy.default_sort_key))
    return [need for order in orders for need in _are_real(order.lhs, order.rhs)]


AT_ZERO = (sympy.bessely, sympy.besselk, sympy.expint, sympy.yn, sympy.hankel1, sympy.hankel2, sympy.hn1, sympy.hn2)
SINGULAR: dict[Any, Any] = {
    **{head: lambda z, pole=pole: [pole(z)] for head, pole in _POLES.items()},
    **{
        head: lambda z, pole=pole: [] if _is_real_where_defined(z) else [pole(z)]
        for head, pole in _POLES_OFF_THE_LINE.items()
    },
    **dict.fromkeys((sympy.Max, sympy.Min), _are_real),
    sympy.Heaviside: lambda x, *at_zero: _are_real(x),
    sympy.Piecewise: lambda *cases: [HasACase(sympy.Piecewise(*cases, evaluate=False)), *_are_compared(cases)],
    **dict.fromkeys((sympy.hermite, sympy.hermite_prob), lambda n, z: [IsCount(n)] if n.is_integer else []),
    sympy.assoc_legendre: _associated_legendre,
    sympy.harmonic: lambda n, *m: [IsNotAPole(n + 1)],
    sympy.hyper: _hypergeometric,
    sympy.DiracDelta: lambda x, *order: [x],
    sympy.SingularityFunction: lambda x, a, n: [*_are_real(x - a), *([] if n.is_nonnegative else [x - a])],
    **dict.fromkeys((sympy.jacobi, sympy.gegenbauer, sympy.assoc_laguerre), lambda n, *rest: [IsCount(n)]),
    **dict.fromkeys(AT_ZERO, lambda nu, z: [z]),
    **dict.fromkeys((sympy.gamma, sympy.loggamma, sympy.digamma, sympy.trigamma), lambda z: [IsNotAPole(z)]),
    sympy.factorial: lambda z: [IsNotAPole(z + 1)],
    sympy.RisingFactorial: lambda a, n: [] if n.is_integer and n.is_nonnegative else [IsNotAPole(a + n)],
    sympy.FallingFactorial: lambda a, n: [] if n.is_integer and n.is_nonnegative else [IsNotAPole(a + 1)],
    sympy.catalan: lambda n: [IsNotAPole(n + sympy.Rational(1, 2))],
    sympy.factorial2: lambda n: [IsNotAPole(n / 2 + 1)],
    sympy.jn: lambda n, z: [] if n.is_integer and n.is_nonnegative else [z],
    sympy.polygamma: lambda n, z: [IsNotAPole(z), IsCount(n)],
    sympy.beta: lambda a, b: [IsNotAPole(a), IsNotAPole(b)],
    sympy.binomial: lambda n, k: [] if k.is_integer and k.is_nonnegative else [IsNotAPole(n + 1)],
    sympy.zeta: lambda s, *a: [s - 1, *map(IsNotAPole, a)],
    sympy.Mod: lambda x, y: [y, *_are_real(x, y)],
    sympy.arg: lambda z: [z],
    sympy.atan: lambda z: [] if _is_real_where_defined(z) else [z - sympy.I, z + sympy.I],
    sympy.acot: lambda z: [] if _is_real_where_defined(z) else [z - sympy.I, z + sympy.I],
    **dict.fromkeys((sympy.atanh, sympy.acoth), lambda z: [z - 1, z + 1]),
    **dict.fromkeys((sympy.acsc, sympy.asec, sympy.asech, sympy.acsch, sympy.Ei, sympy.Ci, sympy.Chi), lambda z: [z]),
    **dict.fromkeys((sympy.li, sympy.Li), lambda z: [z - 1]),
    sympy.elliptic_k: lambda m: [m - 1],
    sympy.uppergamma: lambda s, z: [] if s.is_positive else [z],
    sympy.lowergamma: lambda s, z: [] if s.is_positive else [z, IsNotAPole(s)],
    sympy.atan2: lambda y, x: [y**2 + x**2, *_are_real(y, x)],
    **dict.fromkeys((sympy.besselj, sympy.besseli), lambda nu, z: [] if nu.is_integer or nu.is_nonnegative else [z]),
    **dict.fromkeys((sympy.legendre, sympy.chebyshevu), lambda n, z: [] if n.is_integer else [z + 1]),
    sympy.elliptic_pi: _elliptic_pi,
    sympy.elliptic_f: _elliptic,
    sympy.LambertW: _branch_of_lambert,
    sympy.polylog: lambda s, z: [] if (s - 1).is_positive else [z - 1],
}
"""For each function what must not vanish (or must hold) for it to be defined: DLMF 4.37, 5.2, 6.2, 10.2, 14.8, 19.2, 25.12."""


def needed(
    exprs: Iterable[Any], where_differentiable: Callable[[Any], Iterable[Any]], extra: Iterable[Any] = ()
) -> tuple[Any, ...]:
    """Denominators, arguments of logarithms and the like, as they are met: expressions, or Booleans that must hold.

    `where_differentiable` tells what more a derivative needs than what is differentiated.
    """
    found: dict[Any, None] = {}
    for part in extra:
        _require(part, found)
    seen: set[Any] = set()
    stack = list(exprs)
    while stack:
        expr = stack.pop()
        args = expr.args
        if not args or expr in seen:
            continue
        seen.add(expr)
        kind = type(expr)
        if kind is sympy.Pow:
            base, exponent = args
            if base is not sympy.E and not (exponent.p > 0 if exponent.is_Rational else exponent.is_nonnegative):
                _require(base, found)
        elif kind is sympy.log:
            _require(args[0], found)
        elif kind in SINGULAR:
            for part in SINGULAR[kind](*args):
                _require(part, found)
        elif is_untold(expr):
            _require(IsDefined(expr), found)
        if kind not in _CLOSED:
            stack.extend(args)
        elif kind in BOUND:
            stack.extend(end for limit in expr.limits for end in limit[1:])
            variables = {limit[0] for limit in expr.limits}
            inside = needed((expr.function,), where_differentiable)
            found |= {part: None for part in inside if not part.free_symbols & variables}
        elif kind is sympy.Derivative:
            stack.append(expr.expr)
            found |= dict.fromkeys(where_differentiable(expr))
        elif kind is sympy.Subs:
            stack.extend(expr.point)
            for part in needed((expr.expr,), where_differentiable):
                _require(_at_a_place(part, expr), found)
    return tuple(found)


def may_be_at_an_end(symbol: Any) -> bool:
    """May the symbol be zero, at the closed end of the range that its assumptions leave?"""
    return bool((symbol.is_nonnegative or symbol.is_nonpositive) and symbol.is_zero is None)


def _at_a_place(need: Any, place: sympy.Subs) -> Any:
    """What is needed of a function, where its variables have the values of the place."""
    there = dict(zip(place.variables, place.point, strict=True))
    if isinstance(need, Requirement):
        return need.func(*(arg.subs(there, simultaneous=True) for arg in need.args))
    return need.subs(there, simultaneous=True)


def _require(expr: Any, found: dict[Any, None]) -> None:
    if isinstance(expr, Requirement):
        found[expr] = None
        return
    if expr.is_Rational and not expr.is_zero:
        return
    if expr.is_Symbol and expr.is_zero is False:
        return
    found[expr] = None


def is_plainly_nonzero(expr: Any) -> bool:
    if expr.is_number and expr.is_zero is not True:
        return bool(expr.is_Rational or expr.is_zero is False)
    if isinstance(expr, (sympy.exp, sympy.Symbol)):
        return isinstance(expr, sympy.exp) or expr.is_zero is False
    return bool(expr.is_positive or expr.is_negative)


def _is_real_where_defined(expr: Any) -> bool:
    """Real wherever it is defined: what is built from real symbols by rational operations, powers of what is not negative, ..."""
    if expr.is_extended_real:
        return True
    if isinstance(expr, (*_REAL_ANYWHERE, AppliedUndef)):
        return True  # an unknown function is one for which the line makes sense
    if isinstance(expr, sympy.Derivative):
        return all(v.is_extended_real for v in expr.variables) and _is_real_where_defined(expr.expr)
    if expr.is_Pow and not (expr.exp.is_integer or expr.base.is_nonnegative):
        return False
    if expr.is_Add or expr.is_Mul or expr.is_Pow or isinstance(expr, _REAL_ON_THE_LINE):
        return all(map(_is_real_where_defined, expr.args))
    return False


def outermost(expr: Any, kinds: tuple[Any, ...] = BOUND) -> Iterator[Any]:
    """The integrals, sums and products that stand in no other one."""
    if isinstance(expr, kinds):
        yield expr
    else:
        for arg in expr.args:
            yield from outermost(arg, kinds)
