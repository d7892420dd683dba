"""Equations modulo equations: a numerator that is a combination of the premises' numerators vanishes with them.

N = q₁ p₁ + ... + qₙ pₙ, with polynomials in the symbols (and in kernels such as cos x, taken as
symbols of their own), is an identity that is checked by expansion.  So N = 0 wherever every
pᵢ = 0, whatever proposed the qᵢ.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, permutations

import sympy

from verify.terms.survey import by_name
from verify.vocabulary.moves import Equation

MOST_GENERATORS = 6
MOST_OF_ONE = 16
"""Symbols and kernels where one premise divides, which has one quotient in any order of the monomials."""
MOST_TERMS = 60
MOST_ORDERS = 12


def vanishes_with(lhs: sympy.Expr, rhs: sympy.Expr, premises: Sequence[Equation]) -> bool:
    """Is lhs - rhs certainly zero wherever both are defined and every premise holds?

    >>> x = sympy.Symbol("x", real=True)
    >>> vanishes_with(x**4, -(x**2) - x, [Equation("1", x**3 + x + 1, sympy.S.Zero)])
    True
    """
    numerators = [_numerator(lhs - rhs), *(_numerator(eq.lhs - eq.rhs) for eq in premises)]
    numerators += _circles(numerators)
    try:
        polynomials, options = sympy.parallel_poly_from_expr(numerators, field=True)
    except sympy.PolynomialError:  # no polynomials: PolificationFailed, or generators that are pieces
        return False
    target, *divisors = polynomials
    if target.is_zero:
        return True
    divisors = [p for p in divisors if not p.is_zero]
    most = MOST_OF_ONE if len(divisors) == 1 else MOST_GENERATORS
    if not divisors or len(options.gens) > most or any(len(p.terms()) > MOST_TERMS for p in polynomials):
        return False
    return any(_is_combination(target, quotients, divisors) for quotients in _proposals(target, divisors, options.gens))


def _numerator(difference: sympy.Expr) -> sympy.Expr:
    return sympy.fraction(sympy.together(difference))[0]


def _circles(numerators: Sequence[sympy.Expr]) -> list[sympy.Expr]:
    """sin² + cos² - 1 for every argument of which both are spoken."""
    spoken = [{f.args[0] for n in numerators for f in n.atoms(kind)} for kind in (sympy.sin, sympy.cos)]
    return [sympy.sin(g) ** 2 + sympy.cos(g) ** 2 - 1 for g in sorted(spoken[0] & spoken[1], key=by_name)]


def _proposals(
    target: sympy.Poly, divisors: Sequence[sympy.Poly], generators: Sequence[sympy.Expr]
) -> Iterator[Sequence[sympy.Expr]]:
    """Quotients of divisions with remainder 0, in several orders of the monomials, which one divisor does not ask for."""
    expressions = [p.as_expr() for p in divisors]
    if len(divisors) == 1:
        (quotient,), rest = sympy.reduced(target.as_expr(), expressions, *generators)
        yield from [[quotient]] if rest == 0 else []
        return
    for gens in islice(permutations(generators), MOST_ORDERS):
        for order in ("grevlex", "lex"):
            quotients, rest = sympy.reduced(target.as_expr(), expressions, *gens, order=order)
            if rest == 0:
                yield quotients


def _is_combination(target: sympy.Poly, quotients: Sequence[sympy.Expr], divisors: Sequence[sympy.Poly]) -> bool:
    found = sum((sympy.Poly(q, *target.gens) * p for q, p in zip(quotients, divisors, strict=True)), -target)
    return bool(sympy.Poly(found, *target.gens).is_zero)
