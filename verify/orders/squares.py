"""The sign of a polynomial in several real variables: factors, one variable, and completed squares.

Write p = A x² + B x + C with A, B, C free of x.  Then

    4 A p = (2 A x + B)² + D,   D = 4 A C - B².

- A ≥ 0, C ≥ 0 and D ≥ 0 give p ≥ 0 (where A = 0, D = -B² ≥ 0 leaves p = C); D > 0 gives
  p > 0, because then A is not 0.
- For x ≥ 0, A ≥ 0 and C ≥ 0, it is enough that at every point of the others B ≥ 0 or D ≥ 0.

Each of A, C, D has one variable less, down to polynomials in one variable, whose signs are
known everywhere (`verify.orders.line`).  A factorisation counts only after it is
proved; the sign of a product follows from those of its factors, and an even power is never
negative, for which the coefficients must be real.  A variable that occurs in even powers alone is replaced by its square.
"""

from __future__ import annotations

from typing import Any

import sympy
from sympy.logic.boolalg import Boolean

from verify.errors import GiveUp
from verify.orders.line import Line
from verify.orders.rational_curves import numerator_and_denominator
from verify.points.term_by_term import is_real_polynomial, sum_sign
from verify.proofs.equality import prove_equal
from verify.terms.sign_algebra import NONNEGATIVE, POSITIVE, TRUE_FOR, UNKNOWN, Signs, admitted, quotient
from verify.terms.survey import by_name

MAX_SYMBOLS = 6
MAX_TERMS = 90
MAX_TOTAL_DEGREE = 16
MAX_IRRATIONAL_TERMS = 16
MAX_QUESTIONS = 60
MAX_IRRATIONAL_OPERATIONS = 40
"""Of an expression with irrational coefficients, which SymPy multiplies out slowly."""


def rational_sign(expression: sympy.Expr) -> Signs | None:
    """The signs that a rational function can have for all values that its symbols' declarations allow; None if not known.

    >>> x, y, z = sympy.symbols("x y z", real=True)
    >>> sorted(rational_sign(x**2 + y**2 + z**2 - x*y - y*z - z*x))
    [0, 1]
    >>> rational_sign(x**2 + y**2 - 3*x*y) is None
    True
    """
    symbols = expression.free_symbols
    if not 0 < len(symbols) <= MAX_SYMBOLS or not all(s.is_real for s in symbols):
        return None
    if not _is_over_the_rationals(expression) and expression.count_ops() > MAX_IRRATIONAL_OPERATIONS:
        return None
    parts = numerator_and_denominator(expression)
    if parts is None:
        return None
    questions = _Questions()
    above = questions.signs(sympy.expand(parts[0]))
    return None if above == UNKNOWN else quotient(above, questions.signs(sympy.expand(parts[1])))


class _Questions:
    """A recursion with a limit on the number of polynomials that it looks at."""

    def __init__(self) -> None:
        self.left = MAX_QUESTIONS
        self.known: dict[Any, Signs] = {}

    def signs(self, p: sympy.Expr) -> Signs:
        """All signs that the expanded polynomial can have, or UNKNOWN."""
        if p not in self.known:
            self.known[p] = UNKNOWN  # what is being asked is not known
            self.known[p] = self._signs(p)
        return self.known[p]

    def _signs(self, p: sympy.Expr) -> Signs:
        found = sum_sign(p)
        self.left -= 1
        if found is not None or self.left < 0 or not p.free_symbols:
            return UNKNOWN if found is None else found
        if not _is_small(p):
            return UNKNOWN
        if len(p.free_symbols) == 1:
            return _on_its_range(p)
        found = self._of_factors(p)
        if found is not None:
            return found
        for symbol in sorted(p.free_symbols, key=by_name):
            found = self._of_its_square(p, symbol)
            if found is not None:
                return found
        for symbol in sorted(p.free_symbols, key=lambda s: (_degree(p, s), by_name(s))):
            found = self._by_square(p, symbol)
            if found is not None:
                return found
            found = self._by_square(sympy.expand(-p), symbol)
            if found is not None:
                return -found
        return UNKNOWN

    def _of_factors(self, p: sympy.Expr) -> Signs | None:
        """The product of the signs of the factors; None for a polynomial of one factor."""
        content, factors = sympy.factor_list(p)
        if len(factors) < 2 and all(power == 1 for _, power in factors):
            return None
        if prove_equal(p, content * sympy.Mul(*[factor**power for factor, power in factors])) is None:
            return None
        signs = self.signs(content)
        for factor, power in factors:
            signs *= self.signs(sympy.expand(factor)) ** int(power)
        return signs

    def _of_its_square(self, p: sympy.Expr, symbol: sympy.Symbol) -> Signs | None:
        """p as a polynomial in t = x², if x occurs in even powers alone; t ≥ 0 covers all x."""
        terms = sympy.Poly(p, symbol).terms()
        if any(power % 2 for (power,), _ in terms) or max(power for (power,), _ in terms) < 4:
            return None
        square = sympy.Dummy("t", **(admitted(symbol) ** 2).assumptions)
        return self.signs(sympy.expand(sympy.Add(*[c * square ** (power // 2) for (power,), c in terms])))

    def _by_square(self, p: sympy.Expr, x: sympy.Symbol) -> Signs | None:
        """POSITIVE or NONNEGATIVE if the completed square shows it, else None."""
        coefficients = sympy.Poly(p, x).all_coeffs()
        if len(coefficients) == 2 and x.is_nonnegative:
            coefficients = [sympy.S.Zero, *coefficients]
        if len(coefficients) != 3:
            return None
        a, b, c = map(sympy.expand, coefficients)
        if not (self.signs(c) <= NONNEGATIVE and self.signs(a) <= NONNEGATIVE):
            return None
        discriminant = sympy.expand(4 * a * c - b**2)
        found = self.signs(discriminant)
        if found <= NONNEGATIVE:
            return POSITIVE if found == POSITIVE else NONNEGATIVE
        if not x.is_nonnegative:
            return None
        linear = self.signs(b)
        if linear <= NONNEGATIVE:
            return POSITIVE if self.signs(c) == POSITIVE else NONNEGATIVE
        return NONNEGATIVE if _one_is_never_negative(b, discriminant) else None


def _is_over_the_rationals(expression: sympy.Expr) -> bool:
    numbers = (node for node in sympy.preorder_traversal(expression) if not node.free_symbols)
    return all(node.is_Rational for node in numbers)


def _is_small(p: sympy.Expr) -> bool:
    """Is it a polynomial of moderate size with certainly real coefficients?"""
    most = MAX_TERMS if _is_over_the_rationals(p) else MAX_IRRATIONAL_TERMS
    if len(sympy.Add.make_args(p)) > most or not p.is_polynomial(*p.free_symbols):
        return False
    return bool(sympy.Poly(p, *p.free_symbols).total_degree() <= MAX_TOTAL_DEGREE) and is_real_polynomial(p)


def _degree(p: sympy.Expr, symbol: sympy.Symbol) -> int:
    return int(sympy.degree(p, symbol))


def range_conditions(symbol: sympy.Symbol, place: sympy.Expr) -> list[Boolean]:
    """What the declared sign of a real symbol says of the number `place` that it stands for."""
    return [sympy.Rel(place, 0, rel) for rel, signs in TRUE_FOR.items() if signs == admitted(symbol)]


def _on_its_range(p: sympy.Expr) -> Signs:
    """All signs of a polynomial in one variable, exactly."""
    (symbol,) = p.free_symbols
    place_symbol = sympy.Dummy("x", real=True)
    line = Line(place_symbol)
    moved = p.xreplace({symbol: place_symbol})
    conditions = range_conditions(symbol, place_symbol)

    def ask() -> Signs:
        inside = [place for place in line.places if all(line.truth(c, place) for c in conditions)]
        return Signs(sign for sign in (line.sign(moved, place) for place in inside) if sign is not None)

    try:
        return Signs(line.settle(ask)) or UNKNOWN
    except GiveUp:
        return UNKNOWN


def _one_is_never_negative(b: sympy.Expr, d: sympy.Expr) -> bool:
    """Is b ≥ 0 or d ≥ 0 at every value of the one variable that is left?"""
    symbols = b.free_symbols | d.free_symbols
    if len(symbols) != 1:
        return False
    (symbol,) = symbols
    place_symbol = sympy.Dummy("x", real=True)
    line = Line(place_symbol)
    first, second = (p.xreplace({symbol: place_symbol}) for p in (b, d))
    conditions = range_conditions(symbol, place_symbol)

    def ask() -> bool:
        inside = [place for place in line.places if all(line.truth(c, place) for c in conditions)]
        return all(line.sign(first, place) in (0, 1) or line.sign(second, place) in (0, 1) for place in inside)

    try:
        return bool(line.settle(ask))
    except GiveUp:
        return False
