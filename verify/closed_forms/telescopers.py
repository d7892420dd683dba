"""Candidates for Zeilberger's algorithm: a recurrence Σ a_j(n) F(n + j, k) = G(n, k + 1) - G(n, k) with G = R F.

F is a product of powers, binomials, factorials, gamma functions and rational functions with arguments linear in n and k.
Gosper's algorithm with the a_j as unknowns (Zeilberger 1991).  Nothing here is trusted: `verify.closed_forms.creative` proves it.
"""

from __future__ import annotations

from typing import Any

import sympy
from sympy.concrete.gosper import gosper_normal

from verify.errors import GiveUp

MOST_SHIFT = 6
MOST_DEGREE = 12


def telescoper(term: Any, n: Any, k: Any, order: int) -> tuple[list[Any], Any] | None:
    """([a_0, ..., a_J], R) with J ≤ order, or None.

    >>> n, k = sympy.symbols("n k", integer=True, positive=True)
    >>> telescoper(sympy.binomial(n, k), n, k, 1)
    ([-2, 1], k/(k - n - 1))
    """
    try:
        return _telescoper(term, n, k, order)
    except (GiveUp, sympy.PolynomialError, NotImplementedError, ZeroDivisionError, ValueError, TypeError):
        return None


def _telescoper(term: Any, n: Any, k: Any, order: int) -> tuple[list[Any], Any] | None:
    plain = {s: sympy.Dummy(s.name) for s in term.free_symbols}
    back = {letter: s for s, letter in plain.items()}
    term, n, k = term.xreplace(plain), plain.get(n, n), plain.get(k, k)
    step = ratio(term, k, 1)
    shifts = [sympy.fraction(sympy.together(ratio(term, n, j))) for j in range(order + 1)]
    below = sympy.S.One
    for _, denominator in shifts:
        below = sympy.lcm(below, denominator)
    tops = [sympy.expand(sympy.cancel(top * below / bottom)) for top, bottom in shifts]
    top, bottom = sympy.fraction(sympy.cancel(step * below / below.xreplace({k: k + 1})))
    A, B, C = gosper_normal(top, bottom, k, polys=False)
    weights = [sympy.Dummy(f"a{j}") for j in range(order + 1)]
    wanted = sympy.Poly(sympy.expand(C * sympy.Add(*(w * t for w, t in zip(weights, tops, strict=True)))), k)
    earlier = B.xreplace({k: k - 1}) if hasattr(B, "xreplace") else B
    degree = _degree(sympy.Poly(A, k), sympy.Poly(earlier, k), wanted.degree())
    if degree is None:
        return None
    unknown = [sympy.Dummy(f"x{i}") for i in range(degree + 1)]
    x = sympy.Add(*(u * k**i for i, u in enumerate(unknown)))
    equation = sympy.Poly(sympy.expand(A * x.xreplace({k: k + 1}) - earlier * x) - wanted.as_expr(), k)
    solution = _null_vector(equation.all_coeffs(), [*weights, *unknown])
    if solution is None or all(solution[w] == 0 for w in weights):
        return None
    scale = sympy.S.One
    for w in weights:
        scale = sympy.lcm(scale, sympy.fraction(sympy.together(solution[w]))[1])
    values = [sympy.cancel(scale * solution[w]) for w in weights]
    common = sympy.S.Zero
    for value in values:
        common = sympy.gcd(common, value)
    values = [sympy.factor(value / common) for value in values]
    while values[-1] == 0:
        values.pop()
    certificate = sympy.factor(scale / common * earlier * x.xreplace(solution) / (C * below))
    return [value.xreplace(back) for value in values], certificate.xreplace(back)


def _degree(A: Any, B: Any, wanted: int) -> int | None:
    """A bound for the degree of the polynomial solution (Gosper 1978)."""
    highest = max(A.degree(), B.degree())
    bound = wanted - highest
    if A.degree() == B.degree() and sympy.expand(A.LC() - B.LC()) == 0:
        bound = wanted - highest + 1
        if highest > 0:
            other = sympy.cancel((B.nth(highest - 1) - A.nth(highest - 1)) / A.LC())
            if other.is_Integer and other > bound:
                bound = int(other)
    return bound if 0 <= bound <= MOST_DEGREE else None


def _null_vector(equations: list[Any], unknown: list[Any]) -> dict[Any, Any] | None:
    """A solution of the homogeneous equations that is not zero."""
    from sympy.polys.matrices import DomainMatrix

    rows = [[sympy.expand(e).coeff(u) for u in unknown] for e in equations]
    matrix = DomainMatrix.from_list_sympy(len(rows), len(unknown), rows).to_field()
    found = matrix.nullspace().to_Matrix()
    return dict(zip(unknown, found.row(found.rows - 1), strict=True)) if found.rows else None


# --- quotients of neighbouring terms ------------------------------------------------------------


def ratio(term: Any, variable: Any, shift: int) -> Any:
    """term(variable + shift)/term(variable) as a rational function.  Raises GiveUp if it is not seen to be one."""
    found = sympy.S.One
    for factor in sympy.Mul.make_args(term):
        found *= _of_factor(factor, variable, shift)
    return sympy.cancel(found)


def _of_factor(factor: Any, variable: Any, shift: int) -> Any:
    if variable not in factor.free_symbols:
        return sympy.S.One
    if factor.is_rational_function(variable):
        return factor.xreplace({variable: variable + shift}) / factor
    if factor.is_Pow and factor.exp.is_Integer:
        return _of_factor(factor.base, variable, shift) ** factor.exp
    if factor.is_Pow and variable not in factor.base.free_symbols:
        return factor.base ** sympy.expand(factor.exp.xreplace({variable: variable + shift}) - factor.exp)
    if factor.is_Mul:
        return sympy.Mul(*(_of_factor(part, variable, shift) for part in factor.args))
    gammas = _as_gammas(factor)
    return sympy.Mul(*(_of_gamma(arg, variable, shift) ** power for arg, power in gammas))


def _as_gammas(factor: Any) -> list[tuple[Any, int]]:
    args = factor.args
    if isinstance(factor, sympy.gamma):
        return [(args[0], 1)]
    if isinstance(factor, sympy.factorial):
        return [(args[0] + 1, 1)]
    if isinstance(factor, sympy.binomial):
        return [(args[0] + 1, 1), (args[1] + 1, -1), (args[0] - args[1] + 1, -1)]
    if isinstance(factor, sympy.RisingFactorial):
        return [(args[0] + args[1], 1), (args[0], -1)]
    if isinstance(factor, sympy.FallingFactorial):
        return [(args[0] + 1, 1), (args[0] - args[1] + 1, -1)]
    raise GiveUp("a factor that is no hypergeometric term")


def _of_gamma(argument: Any, variable: Any, shift: int) -> Any:
    step = sympy.expand(argument.xreplace({variable: variable + shift}) - argument)
    if not step.is_Integer or abs(step) > MOST_SHIFT:
        raise GiveUp("an argument that is not linear with whole slopes")
    if step >= 0:
        return sympy.Mul(*(argument + i for i in range(int(step))))
    return 1 / sympy.Mul(*(argument - i for i in range(1, int(-step) + 1)))
