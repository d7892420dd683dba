"""Truncated series Σ c ω^e + O(ω^end) in one positive quantity ω → 0, with real exponents.

The coefficients are expressions that do not contain ω: constants, or functions of x of a lower
comparability class than ω, which grow and fall slower than every power of it (`verify.asymptotics.growth`).
So a term that is dropped, with exponent `end`, is smaller than every term before it whose
coefficient is not zero, whatever the coefficients are.

Why the arithmetic cannot lie.  A sum is known up to the lowest `end` of its terms, a product up to
the lowest sum of an exponent and an `end`.  f(c + u), with u → 0 and f analytic at the limit of c, is its
Taylor polynomial up to the first power of u that is left out (the derivative is bounded near the limit);
for Stirling's and the other asymptotic series at 0 the same is what "asymptotic" means.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import sympy

from verify.errors import GiveUp
from verify.normal_form.signs import sign_set
from verify.points.exact_numbers import certain_sign
from verify.terms.sign_algebra import NEGATIVE, POSITIVE, ZERO, sign_of_number

MOST_TERMS = 60
MOST_PRODUCTS = 12_000
SIGN_OF = {POSITIVE: 1, NEGATIVE: -1, ZERO: 0}


class Effort:
    """What may still be spent on one limit, in products of terms: the same in every run, unlike seconds."""

    def __init__(self) -> None:
        self.left = MOST_PRODUCTS

    def renew(self) -> None:
        self.left = MOST_PRODUCTS

    def spend(self, products: int) -> None:
        self.left -= products
        if self.left < 0:
            raise GiveUp("the expansion takes too many terms")


@dataclass(frozen=True)
class Scale:
    """Terms (exponent, coefficient) with rising exponents, and the exponent from which on nothing is known (None: exact)."""

    terms: tuple[tuple[Any, Any], ...]
    end: Any = None

    @classmethod
    def constant(cls, value: Any) -> Scale:
        return cls(((sympy.S.Zero, value),)) if value != 0 else cls(())

    def from_first(self) -> tuple[Any, Any, Scale]:
        """(e, c, u) of c ω^e (1 + u), where the first coefficient is known not to be zero."""
        (first, c), *rest = self.terms
        terms = tuple((_less(e, first), tidy(d / c)) for e, d in rest)
        return first, c, Scale(terms, None if self.end is None else _less(self.end, first))


effort = Effort()


def _less(a: Any, b: Any) -> Any:
    return a - b if a.is_Rational and b.is_Rational else sympy.expand(a - b)


def order(a: Any, b: Any) -> int:
    """The certain sign of a - b for exponents.  Raises GiveUp."""
    gap = _less(a, b)
    if gap.is_Rational:
        return sign_of_number(gap.p)
    found = sign_of_constant(gap)
    if found is None:
        raise GiveUp(f"which of the exponents {a} and {b} is larger is not known")
    return found


def sign_of_constant(value: Any) -> int | None:
    """The certain sign of a real constant, which may have parameters; None if it is not known."""
    found = SIGN_OF.get(sign_set(value))  # type: ignore[arg-type]
    found = certain_sign(value) if found is None else found
    return _sign_of_parts(value, sign_of_constant) if found is None else found


def sign_by(plain: Callable[[Any], int | None]) -> Callable[[Any], int | None]:
    """The sign by `plain`, also of the factors of a product, and of a logarithm by its argument less one."""

    def sign(value: Any) -> int | None:
        found = plain(value)
        return _sign_of_parts(value, sign) if found is None else found

    return sign


def _sign_of_parts(value: Any, sign: Callable[[Any], int | None]) -> int | None:
    if isinstance(value, sympy.log):
        return sign(value.args[0] - 1) if sign(value.args[0]) == 1 else None
    if not value.is_Mul:
        return None
    product = 1
    for factor in value.args:
        found = sign(factor)
        if found is None:
            return None
        product *= found
    return product


def tidy(c: Any) -> Any:
    return c if c.is_Rational or c.is_Atom else sympy.expand(c)


def lowest(*ends: Any) -> Any:
    """The lowest of some ends, of which None is none."""
    known = [end for end in ends if end is not None]
    best = known[0] if known else None
    for end in known[1:]:
        best = end if order(end, best) < 0 else best
    return best


def add(parts: Sequence[Scale], most: int) -> Scale:
    """The sum, of which the first `most` terms are kept."""
    end = lowest(*(part.end for part in parts))
    found: list[list[Any]] = []
    for e, c in (term for part in parts for term in part.terms):
        if end is not None and order(e, end) >= 0:
            continue
        place = 0
        while place < len(found) and (side := order(found[place][0], e)) <= 0:
            if side == 0:
                found[place][1].append(c)
                break
            place += 1
        else:
            found.insert(place, [e, [c]])
    terms = [(e, tidy(sympy.Add(*cs))) for e, cs in found]
    return cut([(e, c) for e, c in terms if c != 0], end, most)


def cut(terms: Sequence[tuple[Any, Any]], end: Any, most: int) -> Scale:
    if len(terms) > most:
        return Scale(tuple(terms[:most]), terms[most][0])
    return Scale(tuple(terms), end)


def multiply(a: Scale, b: Scale, most: int) -> Scale:
    if (not a.terms and a.end is None) or (not b.terms and b.end is None):
        return Scale(())
    effort.spend(len(a.terms) * len(b.terms))
    ends = []
    for one, other in ((a, b), (b, a)):
        if one.end is not None:
            lead = other.terms[0][0] if other.terms else other.end
            ends.append(one.end + lead)
    terms = [Scale(((e + f, tidy(c * d)),)) for e, c in a.terms for f, d in b.terms]
    return add([*terms, Scale((), lowest(*ends))], most)


def compose(coefficient: Callable[[int], Any], u: Scale, most: int) -> Scale:
    """Σ a_k u^k for u → 0: as many powers as `most`, the rest is O(u^most)."""
    if not u.terms and u.end is None:
        return Scale.constant(coefficient(0))
    low = u.terms[0][0] if u.terms else u.end
    if order(low, sympy.S.Zero) <= 0:
        raise GiveUp("an argument does not tend to the place of its expansion")
    parts = [Scale.constant(coefficient(0)), Scale((), low * most)]
    power = Scale.constant(sympy.S.One)
    for k in range(1, most):
        power = multiply(power, u, most)
        parts.append(multiply(power, Scale.constant(coefficient(k)), most))
    return add(parts, most)


def binomial_series(u: Scale, r: Any, most: int) -> Scale:
    """(1 + u)^r."""
    if r.is_Integer and 0 <= r < MOST_TERMS and u.end is None:
        most = max(most, int(r) + 1)
    found = [sympy.S.One]
    for k in range(1, most):
        found.append(tidy(found[-1] * (r - k + 1) / k))
    if r.is_Integer and 0 <= r < most and u.end is None:  # a polynomial: nothing is left out
        whole, power = [Scale.constant(found[0])], Scale.constant(sympy.S.One)
        for k in range(1, int(r) + 1):
            power = multiply(power, u, most)
            whole.append(multiply(power, Scale.constant(found[k]), most))
        return add(whole, most)
    return compose(found.__getitem__, u, most)


def exponential_series(u: Scale, most: int) -> Scale:
    return compose(lambda k: sympy.Rational(1, sympy.factorial(k)), u, most)


def logarithm_series(u: Scale, most: int) -> Scale:
    """log(1 + u)."""
    return compose(lambda k: sympy.Rational((-1) ** (k + 1), k) if k else sympy.S.Zero, u, most)


def at_zero(s: Scale, is_zero: Callable[[Any], bool]) -> tuple[Any, Scale]:
    """(c, u) of c + u with u → 0; the terms with negative exponents must be zero.  Raises GiveUp."""
    rest, value = [], sympy.S.Zero
    for e, c in s.terms:
        side = order(e, sympy.S.Zero)
        if side > 0:
            rest.append((e, c))
        elif side == 0:
            value = c
        elif not is_zero(c):
            raise GiveUp("an argument grows where it was expected to have a limit")
    if s.end is not None and order(s.end, sympy.S.Zero) <= 0:
        raise NotFarEnough("the constant term of an argument was not computed")
    return value, Scale(tuple(rest), s.end)


class NotFarEnough(GiveUp):
    """More terms of an expansion are needed."""
