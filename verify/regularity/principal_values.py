"""asin(sin g), atan(tan g), log(exp(i g)) and their kin on the strip where g certainly is; floor(g) where it is known.

An inverse function undoes its function on one strip; on the k-th one from there it gives the same up to signs and
multiples of π.  Which strip it is is guessed from one point of the domain and then certain: both distances from its
ends have a certain sign on the whole domain, so that what is put in is equal at every point of it.

    asin(sin g) = (-1)^k (g - kπ)       where (k - 1/2)π ≤ g ≤ (k + 1/2)π
    acos(cos g) = |g - kπ|, k even      where (k - 1)π ≤ g ≤ kπ, or kπ ≤ g ≤ (k + 1)π
    atan(tan g) = g - kπ                where (k - 1/2)π < g < (k + 1/2)π
    log(exp(a + i b)) = a + i (b - 2kπ), arg(exp(i b)) = atan2(sin b, cos b) = b - 2kπ   where (2k - 1)π < b < (2k + 1)π
    floor(g) = k                        where k ≤ g < k + 1
    floor(g + m) = floor(g) + m, ceiling(g) = -floor(-g), frac(g) = g - floor(g)          for whole m
    floor(m/2) = (2m - 1 + (-1)^m)/4, Mod(m, 2) = (1 - (-1)^m)/2                          for whole m
    acosh(cosh g) = |g|                 for real g
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from typing import Any

import sympy

from verify.balls import enclose
from verify.errors import ClaimError, GiveUp
from verify.normal_form.signs import is_positive, is_real, sign_set
from verify.points.domain import Domain
from verify.points.term_by_term import certified_sign
from verify.terms.sign_algebra import NONNEGATIVE, POSITIVE
from verify.terms.survey import TooBig, survey

HALF = sympy.Rational(1, 2)
HEADS = (
    sympy.asin, sympy.acos, sympy.atan, sympy.log, sympy.arg, sympy.atan2, sympy.acosh, sympy.floor, sympy.ceiling, sympy.frac, sympy.Mod,
)  # fmt: skip
BINDING = (sympy.Integral, sympy.Sum, sympy.Product, sympy.Derivative, sympy.Subs, sympy.Limit)
BITS = 128


def with_principal_values(sides: tuple[Any, ...], domain: Domain) -> tuple[Any, ...]:
    """The sides with what inverse functions and roundings certainly are; outside of signs that bind a variable.

    >>> y = sympy.Symbol("y", real=True)
    >>> there = Domain((y,), (y > sympy.pi / 2, y < sympy.pi))
    >>> with_principal_values((sympy.asin(sympy.sin(y)),), there)
    (pi - y,)
    """
    try:
        if not survey(*sides).has(*HEADS):
            return sides
    except TooBig:
        return sides
    values = PrincipalValues(domain)
    return tuple(map(values.of, sides))


class PrincipalValues:
    """Looks for the strips of a domain."""

    def __init__(self, domain: Domain) -> None:
        self.domain = domain
        self.points: list[Any] | None = None

    def of(self, expr: Any) -> Any:
        if not isinstance(expr, sympy.Expr) or not expr.has(*HEADS) or isinstance(expr, BINDING):
            return expr
        # An exponent shows by its shape that it is not negative: c^Mod(i, 2) is 1 or c, also for c = 0.
        exponents = {expr.exp} if expr.is_Pow and not isinstance(expr, sympy.exp) else set()
        args = [arg if arg in exponents else self.of(arg) for arg in expr.args]
        rebuilt = expr if tuple(args) == expr.args else expr.func(*args)
        rule = RULES.get(type(rebuilt))
        found = None if rule is None else rule(self, *rebuilt.args)
        return rebuilt if found is None else found

    # -- where an expression is

    def is_above(self, g: Any, end: Any, closed: bool) -> bool:
        signs = certified_sign(g - end, self.domain) or sign_set(g - end)
        return signs is not None and signs <= (NONNEGATIVE if closed else POSITIVE)

    def strip(self, g: Any, start: Any, width: Any, closed: bool = False) -> Any | None:
        """The whole k with start + k width ≤ g ≤ start + (k + 1) width on the whole domain (< unless closed); or None."""
        if not is_real(g):
            return None
        guess = self._guess((g - start) / width)
        if guess is None:
            return None
        low = start + guess * width
        inside = self.is_above(g, low, closed) and self.is_above(-g, -low - width, closed)
        return sympy.Integer(guess) if inside else None

    def _guess(self, value: Any) -> int | None:
        """The floor of the value at a point of the domain."""
        try:
            if self.points is None:
                self.points = list(islice(self.domain.points(0, 1), 1)) if self.domain.symbols else [{}]
            ball = enclose(value, {s: v for s, v in self.points[0].items() if s in value.free_symbols}, BITS)
        except (ClaimError, GiveUp, ValueError, IndexError):
            return None
        if not ball.is_finite() or not abs(ball.real) < 2**30:
            return None
        return int(ball.real.mid().floor().unique_fmpz())


def _arcsine(values: PrincipalValues, part: Any) -> Any | None:
    if isinstance(part, (sympy.sin, sympy.cos)):
        g = part.args[0] if isinstance(part, sympy.sin) else sympy.pi / 2 - part.args[0]
        k = values.strip(g, -sympy.pi / 2, sympy.pi, closed=True)
        return None if k is None else (-1) ** k * (g - k * sympy.pi)
    return None


def _arccosine(values: PrincipalValues, part: Any) -> Any | None:
    found = _arcsine(values, part)
    return None if found is None else sympy.pi / 2 - found


def _arctangent(values: PrincipalValues, part: Any) -> Any | None:
    if isinstance(part, (sympy.tan, sympy.cot)):
        g = part.args[0] if isinstance(part, sympy.tan) else sympy.pi / 2 - part.args[0]
        k = values.strip(g, -sympy.pi / 2, sympy.pi)
        return None if k is None else g - k * sympy.pi
    return None


def _turned(values: PrincipalValues, b: Any) -> Any | None:
    """b - 2kπ between -π and π."""
    k = values.strip(b, -sympy.pi, 2 * sympy.pi)
    return None if k is None else b - 2 * k * sympy.pi


def _logarithm(values: PrincipalValues, part: Any) -> Any | None:
    if not isinstance(part, sympy.exp):
        return None
    exponent = sympy.expand(part.args[0])
    b = exponent.coeff(sympy.I, 1)
    a = exponent - sympy.I * b
    if b == 0 or not is_real(a):
        return None
    angle = _turned(values, b)
    return None if angle is None else a + sympy.I * angle


def _argument(values: PrincipalValues, part: Any) -> Any | None:
    """arg(c exp(i b)) for c > 0."""
    waves = [factor for factor in sympy.Mul.make_args(part) if isinstance(factor, sympy.exp)]
    if len(waves) != 1 or not is_positive(part / waves[0]):
        return None
    found = _logarithm(values, waves[0])
    return None if found is None else sympy.expand(found).coeff(sympy.I, 1)


def _angle(values: PrincipalValues, y: Any, x: Any) -> Any | None:
    """atan2(c sin b, c cos b) for c > 0."""
    for wave in y.atoms(sympy.sin):
        b = wave.args[0]
        c = y / wave
        if c / (x / sympy.cos(b)) == 1 and is_positive(c):
            return _turned(values, b)
    return None


def _area_cosine(values: PrincipalValues, part: Any) -> Any | None:
    real = isinstance(part, sympy.cosh) and is_real(part.args[0])
    return sympy.Abs(part.args[0]) if real else None


def _floor(values: PrincipalValues, g: Any) -> Any | None:
    if not is_real(g):
        return None
    terms = sympy.Add.make_args(g)
    whole = [term for term in terms if term.is_integer]
    if whole:
        rest = sympy.Add(*(term for term in terms if not term.is_integer))
        if rest == 0:
            return g
        inner = _floor(values, rest)
        return sympy.Add(*whole) + (sympy.floor(rest, evaluate=False) if inner is None else inner)
    if (2 * g).is_integer:
        return (4 * g - 1 + (-1) ** (2 * g)) / 4
    k = values._guess(g)
    if k is not None and values.is_above(g, k, True) and values.is_above(-g, -k - 1, False):
        return sympy.Integer(k)
    return None


def _ceiling(values: PrincipalValues, g: Any) -> Any | None:
    if not is_real(g):
        return None
    found = _floor(values, -g)
    return -sympy.floor(-g, evaluate=False) if found is None else -found


def _fraction(values: PrincipalValues, g: Any) -> Any | None:
    if not is_real(g):
        return None
    found = _floor(values, g)
    return g - (sympy.floor(g, evaluate=False) if found is None else found)


def _remainder(values: PrincipalValues, m: Any, of: Any) -> Any | None:
    return (1 - (-1) ** m) / 2 if of == 2 and m.is_integer else None


RULES: dict[Any, Callable[..., Any]] = {
    sympy.asin: _arcsine,
    sympy.acos: _arccosine,
    sympy.atan: _arctangent,
    sympy.log: _logarithm,
    sympy.arg: _argument,
    sympy.atan2: _angle,
    sympy.acosh: _area_cosine,
    sympy.floor: _floor,
    sympy.ceiling: _ceiling,
    sympy.frac: _fraction,
    sympy.Mod: _remainder,
}
