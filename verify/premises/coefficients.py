"""An equation that holds for every value of a symbol, by the coefficients of its powers.

(e/c) v B + 2 m v Ω = 0 at one velocity v says nothing of Ω where v = 0.  A law that holds for *every* v says
e B/c + 2 m Ω = 0: a polynomial that vanishes at infinitely many values of its variable has no coefficient but zero.

Why this cannot lie: each symbol must be one that takes infinitely many values, and none of the
conditions of the law may speak of it; the other symbols are the same for all its values, which `verify.premises.execution`
sees to.  The coefficients that SymPy finds are put together again, and the sum is proved to be the equation.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import sympy

from verify.proofs.equality import prove_equal
from verify.vocabulary.moves import Equation


def coefficients(equation: Equation, symbols: Sequence[sympy.Symbol]) -> tuple[Equation, ...] | None:
    """`coefficient = 0` for each power, highest first; None if the equation is no polynomial in the symbols.

    >>> v, a, b = sympy.symbols("v a b")
    >>> [eq.lhs for eq in coefficients(Equation("1", a * v**2 + v, b * v), [v])]
    [a, 1 - b]
    """
    difference = equation.lhs - equation.rhs
    try:
        found = dict(sympy.Poly(difference, *symbols).terms())
    except sympy.PolynomialError:
        return None
    terms = (c * sympy.Mul(*map(sympy.Pow, symbols, powers)) for powers, c in found.items())
    if any(c.has(*symbols) for c in found.values()) or prove_equal(sympy.Add(*terms), difference) is None:
        return None
    return tuple(replace(equation, lhs=sympy.factor_terms(c), rhs=sympy.S.Zero) for c in found.values() if c != 0)


def takes_many_values(symbol: sympy.Symbol) -> bool:
    """May the symbol have infinitely many values, as far as its own assumptions go?  The only even prime is 2."""
    is_two = symbol.is_even is True and symbol.is_prime is True
    has_no_sign = symbol.is_extended_nonnegative is True and symbol.is_extended_nonpositive is True
    return not (symbol.is_zero is True or symbol.is_infinite is True or is_two or has_no_sign)
