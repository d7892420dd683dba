"""Where functions are undefined, and what an expression needs to be defined, met in one walk: nothing here asks for signs or numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import sympy

from verify.terms.places import is_untold
from verify.terms.requirements import (
    BOUND,
    HasACase,
    IsCount,
    IsDefined,
    IsNotAPole,
    IsOffTheCut,
    IsReal,
    Requirement,
    is_real_where_defined,
)

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


def _are_real(*args: Any) -> list[Any]:
    return [IsReal(arg) for arg in args if not arg.is_extended_real]


def _hypergeometric(above: Any, below: Any, z: Any) -> list[Any]:
    """With one upper parameter more, singular at 1 unless Σb - Σa > 0; with two more the series diverges but at 0, unless it ends (DLMF 16.2)."""
    needs, more = [*map(IsNotAPole, below)], len(above) - len(below)
    if more < 1 or any(a.is_integer and a.is_nonpositive for a in above):
        return needs
    may_end = any(a.is_integer is not False and not a.is_positive for a in above)
    diverges = IsDefined(sympy.hyper(above, below, z, evaluate=False)) if may_end else sympy.S.Zero
    if more == 1 and z == 1 and sympy.expand(sympy.Add(*below) - sympy.Add(*above)).is_positive:
        return needs
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
        head: lambda z, pole=pole: [] if is_real_where_defined(z) else [pole(z)]
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
    sympy.atan: lambda z: [] if is_real_where_defined(z) else [z - sympy.I, z + sympy.I],
    sympy.acot: lambda z: [] if is_real_where_defined(z) else [z - sympy.I, z + sympy.I],
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
        if kind is sympy.Add or kind is sympy.Mul:
            stack += args
            continue
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
