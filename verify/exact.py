"""Decision procedures that prove an equation exactly: the front door.

`prove_equal(lhs, rhs)` answers a `Proof`, or None, which means "not shown" and never
"false".  The procedures, each with its own argument in its own module, in the order in
which they are tried:

1. normal form over polynomials in kernels (`verify.normal_form`);
2. constants as exact numbers (`verify.algebraic`);
3. sign cases for Abs, sign, Max, Min, Piecewise, Heaviside (`verify.cases`);
4. equal squares and equal signs; equal derivatives and one point (`verify.calculus`);
5. definite integrals by a confirmed antiderivative, finite sums by induction
   (`verify.calculus`).
"""

from __future__ import annotations

from typing import Any

import sympy as sp

from verify.algebraic import algebraic_sign, certain_sign, decide_constant
from verify.conditions import not_vacuous, side_conditions
from verify.kernels import MINUS_ONE, add, multiply
from verify.normal_form import Normaliser
from verify.proofs import GiveUp, Proof

__all__ = ["Proof", "algebraic_sign", "certain_sign", "decide_constant", "prove_equal", "prove_zero"]


def prove_equal(lhs: Any, rhs: Any, domain: Any = None) -> Proof | None:
    """A proof that lhs = rhs wherever both are defined and the proof's conditions hold, or None.

    `domain` (a `verify.domain.Domain`, or None) adds conditions that link symbols.

    >>> x = sp.Symbol("x", real=True)
    >>> prove_equal(sp.tan(x) ** 2 + 1, 1 / sp.cos(x) ** 2).conditions
    (Ne(cos(x), 0),)
    >>> prove_equal(sp.sqrt(x**2), x) is None
    True
    """
    lhs, rhs = sp.sympify(lhs), sp.sympify(rhs)
    if not _is_scalar(lhs) or not _is_scalar(rhs):
        return None
    if lhs == rhs:
        return Proof("identical", "both sides are the same expression", tuple(side_conditions((lhs,))))
    return by_normal_form(lhs, rhs)


def prove_zero(expr: Any, domain: Any = None) -> Proof | None:
    """A proof that expr = 0, as `prove_equal(expr, 0)`."""
    return prove_equal(expr, sp.S.Zero, domain)


def by_normal_form(lhs: Any, rhs: Any) -> Proof | None:
    """Procedure 1: the difference is the zero polynomial in its kernels, modulo true relations."""
    normaliser = Normaliser()
    try:
        zero = normaliser.node_is_zero(add(normaliser.node(lhs), multiply(MINUS_ONE, normaliser.node(rhs))))
    except GiveUp:
        return None
    if not zero:
        return None
    conditions = side_conditions((lhs, rhs), [normaliser.expr_of(form) for form in normaliser.assumed_nonzero])
    if not not_vacuous((lhs, rhs), conditions):
        return None
    return Proof("normal form", "the difference of the two sides reduces to 0", tuple(conditions))


def _is_scalar(expr: Any) -> bool:
    return isinstance(expr, sp.Expr) and expr.is_commutative is True and not expr.has(sp.Float)
