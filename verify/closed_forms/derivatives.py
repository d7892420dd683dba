"""Derivatives of classical functions by the differential equations and recurrences that the Digital Library of Mathematical Functions gives.

A derivative is replaced only where it is told on which conditions it exists (`verify.terms.differentiability`); they stay with the
line.  The chain rule is that of calculus; of each function only the partial derivatives in the table are used, each an
equation of the DLMF that holds wherever both of its sides are defined:

    pFq' = Πa/Πb pFq(a + 1; b + 1)                                        16.3.1
    P_n' = (n + 1)/2 P_{n-1}^(1,1), P_n^(a,b)' = (n + a + b + 1)/2 P_{n-1}^(a+1,b+1)   18.9.15
    C_n^(a)' = 2 a C_{n-1}^(a+1), T_n' = n U_{n-1}, U_n' = 2 C_{n-1}^(2)  18.9.19, 18.9.21
    L_n^(a)' = -L_{n-1}^(a+1), H_n' = 2 n H_{n-1}                         18.9.23, 18.9.25; these for whole n ≥ 1,
      where n may be 0: that of 2F1 or 1F1, H_n' = 2 x H_n - H_{n+1}      18.5.7 to 18.5.12; 18.9.25 with 18.9.1
    H_ν^(1,2)' = (H_{ν-1} - H_{ν+1})/2, j_n' = j_{n-1} - (n + 1) j_n/z    10.6.1, 10.51.2
    γ(s, z)' = z^(s-1) e^(-z) = -Γ(s, z)', E_p' = -E_{p-1}                8.8.13, 8.19.13
    Li_s' = Li_{s-1}/z, ζ(s, a)' = -s ζ(s + 1, a), Φ' = -s Φ(s + 1)       25.12.2, 25.11.17, 25.14.1 (by a)
    F(φ, m)' = 1/√(1 - m sin²φ), E(φ, m)' = √(1 - m sin²φ)                19.2.4, 19.2.5 (by φ)
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import sympy

from verify.balls.derivatives import differentiated
from verify.errors import GiveUp
from verify.regularity.analytic import slope
from verify.regularity.smoothness import where_differentiable
from verify.terms.requirements import BOUND, IsDifferentiable
from verify.terms.survey import rebuilt

HALF = sympy.S.Half
NOT_HERE = (*BOUND, sympy.Subs, sympy.Limit)
BINDING = (*NOT_HERE, sympy.Derivative)


def with_classical_derivatives(expr: Any) -> Any:
    """The expression with every derivative of functions of the table carried out.

    >>> n, x = sympy.Symbol("n", integer=True, positive=True), sympy.Symbol("x", real=True)
    >>> with_classical_derivatives(sympy.Derivative(sympy.gegenbauer(n, 1, x**2), x))
    4*x*gegenbauer(n - 1, 2, x**2)
    """
    if not isinstance(expr, sympy.Expr) or not expr.has(sympy.Derivative) or isinstance(expr, NOT_HERE):
        return expr
    if isinstance(expr, sympy.Derivative):
        return _carried_out(expr) or expr
    return rebuilt(expr, map(with_classical_derivatives, expr.args))


@lru_cache(maxsize=1024)
def _carried_out(derivative: Any) -> Any | None:
    body = with_classical_derivatives(derivative.expr)
    if body.has(*BINDING) or not body.has(*PARTIAL):
        return None
    if any(isinstance(need, IsDifferentiable) for need in where_differentiable(derivative)):
        return None
    try:
        for variable, times in derivative.variable_count:
            if not times.is_Integer or not variable.is_Symbol or variable.is_integer:
                return None
            for _ in range(int(times)):
                body = slope(body, variable, _of_function)
    except GiveUp:
        return None
    return body


def _of_function(expr: Any, x: Any) -> Any:
    if type(expr) in PARTIAL:
        moving = [place for place, arg in enumerate(expr.args) if x in arg.free_symbols]
        rules = PARTIAL[type(expr)]
        if set(moving) <= set(rules):
            return sympy.Add(
                *[_partial(rules[place], expr) * slope(expr.args[place], x, _of_function) for place in moving]
            )
    found = differentiated(expr, x)
    if found is None or found.has(*BINDING):
        raise GiveUp("a function without a rule for its derivative")
    return found


def _partial(rule: Callable[..., Any], expr: Any) -> Any:
    found = rule(*expr.args)
    if found is None:
        raise GiveUp("a degree that is not certain")
    return found


def _is_degree(n: Any) -> bool:
    """Is it certainly one of 1, 2, 3, ...?"""
    return bool(n.is_integer and n.is_positive)


def _hyper(above: Any, below: Any, z: Any) -> Any:
    factor = sympy.Mul(*above) / sympy.Mul(*below)
    return factor * sympy.hyper([a + 1 for a in above], [b + 1 for b in below], z)


def _cylinder(kind: Any) -> Callable[..., Any]:
    return lambda nu, z: (kind(nu - 1, z) - kind(nu + 1, z)) / 2


def _sphere(kind: Any) -> Callable[..., Any]:
    return lambda n, z: kind(n - 1, z) - (n + 1) / z * kind(n, z)


def _of_degree(rule: Callable[..., Any], else_rule: Callable[..., Any]) -> Callable[..., Any]:
    """The first rule for degrees 1, 2, ..., the second one where the degree may be 0."""

    def partial(n: Any, *rest: Any) -> Any | None:
        if _is_degree(n):
            return rule(n, *rest)
        return else_rule(n, *rest) if n.is_integer and n.is_nonnegative else None

    return partial


def _of_angle(n: Any, x: Any, factor: Any, second: Any, below: Any) -> Any:
    """The derivative of factor · F(-n, second; below; (1 - x)/2), the forms of 18.5.7 to 18.5.9."""
    return -factor / 2 * _hyper((-n, second), (below,), (1 - x) / 2)


def _jacobi(n: Any, a: Any, b: Any, x: Any) -> Any | None:
    factor = sympy.gamma(a + 1 + n) / sympy.gamma(a + 1) / sympy.gamma(n + 1)
    return _of_angle(n, x, factor, n + a + b + 1, a + 1) if (a + 1).is_positive else None


def _gegenbauer(n: Any, a: Any, x: Any) -> Any | None:
    factor = sympy.gamma(2 * a + n) / sympy.gamma(2 * a) / sympy.gamma(n + 1)
    return _of_angle(n, x, factor, n + 2 * a, a + HALF) if a.is_positive else None


def _laguerre(n: Any, a: Any, x: Any) -> Any | None:
    """18.5.12."""
    factor = sympy.gamma(a + 1 + n) / sympy.gamma(a + 1) / sympy.gamma(n + 1)
    return factor * _hyper((-n,), (a + 1,), x) if (a + 1).is_positive else None


ONE = sympy.S.One
PARTIAL: dict[Any, dict[int, Callable[..., Any]]] = {
    sympy.hyper: {2: _hyper},
    sympy.legendre: {
        1: _of_degree(
            lambda n, x: (n + 1) / 2 * sympy.jacobi(n - 1, 1, 1, x), lambda n, x: _of_angle(n, x, ONE, n + 1, ONE)
        )
    },
    sympy.chebyshevt: {1: lambda n, x: n * sympy.chebyshevu(n - 1, x) if n.is_integer else None},
    sympy.chebyshevu: {
        1: _of_degree(
            lambda n, x: 2 * sympy.gegenbauer(n - 1, 2, x), lambda n, x: _of_angle(n, x, n + 1, n + 2, 3 * HALF)
        )
    },
    sympy.hermite: {
        1: _of_degree(
            lambda n, x: 2 * n * sympy.hermite(n - 1, x),
            lambda n, x: 2 * x * sympy.hermite(n, x) - sympy.hermite(n + 1, x),
        )
    },
    sympy.laguerre: {
        1: _of_degree(lambda n, x: -sympy.assoc_laguerre(n - 1, 1, x), lambda n, x: _laguerre(n, sympy.S.Zero, x))
    },
    sympy.assoc_laguerre: {2: _of_degree(lambda n, a, x: -sympy.assoc_laguerre(n - 1, a + 1, x), _laguerre)},
    sympy.gegenbauer: {2: _of_degree(lambda n, a, x: 2 * a * sympy.gegenbauer(n - 1, a + 1, x), _gegenbauer)},
    sympy.jacobi: {
        3: _of_degree(lambda n, a, b, x: (n + a + b + 1) / 2 * sympy.jacobi(n - 1, a + 1, b + 1, x), _jacobi),
    },
    sympy.hankel1: {1: _cylinder(sympy.hankel1)},
    sympy.hankel2: {1: _cylinder(sympy.hankel2)},
    sympy.jn: {1: _sphere(sympy.jn)},
    sympy.yn: {1: _sphere(sympy.yn)},
    sympy.lowergamma: {1: lambda s, z: z ** (s - 1) * sympy.exp(-z)},
    sympy.uppergamma: {1: lambda s, z: -(z ** (s - 1)) * sympy.exp(-z)},
    sympy.expint: {1: lambda p, z: -sympy.expint(p - 1, z)},
    sympy.polylog: {1: lambda s, z: sympy.polylog(s - 1, z) / z},
    sympy.lerchphi: {2: lambda z, s, a: -s * sympy.lerchphi(z, s + 1, a)},
    sympy.elliptic_f: {0: lambda phi, m: (1 - m * sympy.sin(phi) ** 2) ** -HALF},
    sympy.elliptic_e: {0: lambda phi, *m: sympy.sqrt(1 - m[0] * sympy.sin(phi) ** 2) if m else None},
}
