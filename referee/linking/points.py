"""Whether two sides may agree wherever some lines hold: asked at a point of floating-point numbers, which proposes and decides nothing.

Letters have numbers of their own, but for those to which a line gives a value.  What is no elementary function of them, f(x) or an
integral, is a letter, too.
"""

from __future__ import annotations

import cmath
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import sympy
from sympy.core.function import AppliedUndef

CLOSE = 1e-9
FUNCTIONS: dict[Any, Any] = {
    sympy.exp: cmath.exp, sympy.log: cmath.log, sympy.sin: cmath.sin, sympy.cos: cmath.cos, sympy.tan: cmath.tan,
    sympy.sinh: cmath.sinh, sympy.cosh: cmath.cosh, sympy.tanh: cmath.tanh, sympy.asin: cmath.asin, sympy.acos: cmath.acos,
    sympy.atan: cmath.atan, sympy.Abs: abs,
}  # fmt: skip
DEEPEST = 60
MOST_CIRCLES = 6


class NoNumber(ArithmeticError):
    """There is no number at this point."""


class Circle(NoNumber):
    """The value of a letter leads back to itself, by way of that of `letter`."""

    def __init__(self, letter: Any) -> None:
        super().__init__()
        self.letter = letter


@dataclass(frozen=True)
class Line:
    """An equation of the draft: its label, its place on the page, its sides."""

    label: str
    place: int
    lhs: Any
    rhs: Any

    @property
    def pivots(self) -> list[tuple[Any, Any]]:
        """Each side that is one letter which the other side lacks, with that side: what the line gives a value to."""
        sides = ((self.lhs, self.rhs), (self.rhs, self.lhs))
        return [(one, other) for one, other in sides if is_letter(one) and not other.has(one)]

    @property
    def factors(self) -> list[tuple[Any, Any]]:
        """Each letter of a side that is a product, if the other side lacks it, with its value: m in m v = p."""
        found = []
        for one, other in ((self.lhs, self.rhs), (self.rhs, self.lhs)):
            if one.is_Mul:
                found += [(part, other * part / one) for part in one.args if is_letter(part) and not other.has(part)]
        return found


def put_law(letter: Any, line: Line, applied: Any) -> Any | None:
    """A function value or a derivative, with what a line says that f(x) is put in for every value of f, worked out; None where it cannot be.

    >>> x, a = sympy.symbols("x a")
    >>> f = sympy.Function("f")
    >>> law = Line("1", 0, f(x), x**2)
    >>> put_law(sympy.Derivative(f(x), x), law, f(x)), put_law(f(a), law, f(x))
    (2*x, a**2)
    """
    value = line.rhs if line.lhs == applied else line.lhs
    if any(len(one.args) != len(applied.args) for one in letter.atoms(AppliedUndef) if one.func == applied.func):
        return None
    put = letter.replace(applied.func, lambda *places: value.xreplace(dict(zip(applied.args, places, strict=True))))
    return put.doit(deep=False) if isinstance(put, sympy.Derivative) else put


def is_letter(expression: Any) -> bool:
    """Whether a number is given to it as a whole."""
    if expression.is_Symbol:
        return True
    return not (expression.is_number or expression.is_Add or expression.is_Mul or expression.is_Pow) and not isinstance(
        expression, tuple(FUNCTIONS)
    )


def letters(*expressions: Any) -> set[Any]:
    """What has numbers of its own in some expressions."""
    found: set[Any] = set()
    left = list(expressions)
    while left:
        one = left.pop()
        if is_letter(one):
            found.add(one)
        else:
            left += one.args
    return found


Value = tuple[Line, Any]


@dataclass(frozen=True)
class Values:
    """The lines that give values to letters, with those values: the chosen ones first, then the first of each list in `others`.

    `laws` are lines that give a function its values, f(x) = x**2, of which those at another place and the derivatives
    are taken.  `only` are the labels of the lines that count, None for all; letters in `free` have none.
    """

    chosen: Mapping[Any, Value]
    others: Mapping[Any, Sequence[Value]] = field(default_factory=dict)
    laws: Mapping[Any, Sequence[tuple[Line, Any]]] = field(default_factory=dict)
    only: frozenset[str] | None = None
    free: frozenset[Any] = frozenset()

    def of(self, letter: Any) -> Value | None:
        """The line that gives a letter its value, with the value."""
        found = self.chosen.get(letter) or next(iter(self.others.get(letter, ())), None) or self._by_law(letter)
        if found is None or letter in self.free or not self._counts(found[0]):
            return None
        return found

    def _counts(self, line: Line) -> bool:
        return self.only is None or line.label in self.only

    def _by_law(self, letter: Any) -> Value | None:
        """The value of f(a) by what f(x) is, and that of a derivative, by the first law whose function stands in it."""
        if not self.laws or not isinstance(letter, (AppliedUndef, sympy.Derivative)):
            return None
        for func in sorted({one.func for one in letter.atoms(AppliedUndef)} & self.laws.keys(), key=str):
            for line, applied in self.laws[func]:
                if self._counts(line) and (value := put_law(letter, line, applied)) is not None:
                    return line, value
        return None


@dataclass
class Point:
    """Numbers for letters; `given` are those to which a line gives a value: the line, and what it says that they are.

    `used` are the labels of the lines whose values were asked for.
    """

    given: Values
    salt: str = ""
    used: set[str] = field(default_factory=set)
    known: dict[Any, complex] = field(default_factory=dict)
    asked: list[Any] = field(default_factory=list)

    def agree(self, lhs: Any, rhs: Any) -> bool:
        """Whether the sides have the same number here.  Raises NoNumber."""
        left, right = self.number(lhs), self.number(rhs)
        return abs(left - right) <= CLOSE * max(abs(left), abs(right), CLOSE)

    def number(self, expression: Any) -> complex:
        """The number that an expression has here.  Raises NoNumber."""
        try:
            found = self._number(expression, 0)
        except NoNumber:
            raise
        except (ArithmeticError, ValueError, TypeError, LookupError, AttributeError, RecursionError):
            raise NoNumber from None
        if not cmath.isfinite(found):
            raise NoNumber
        return found

    def _number(self, expression: Any, depth: int) -> complex:
        if depth > DEEPEST:
            raise NoNumber
        if expression.is_Rational:
            return complex(expression.p / expression.q)
        if not expression.args and expression.is_number:
            return complex(expression)
        if is_letter(expression):
            return self._of_letter(expression, depth)
        parts = [self._number(part, depth + 1) for part in expression.args]
        if expression.is_Add:
            return sum(parts)
        if expression.is_Pow:
            return parts[0] ** parts[1]
        if expression.is_Mul:
            product = 1 + 0j
            for part in parts:
                product *= part
            return product
        return complex(FUNCTIONS[expression.func](parts[0]))

    def _of_letter(self, letter: Any, depth: int) -> complex:
        if letter not in self.known:
            value = self.given.of(letter)
            if value is not None and letter in self.asked:
                raise Circle(self.asked[-1])
            if value is None:
                self.known[letter] = _of_its_own(f"{self.salt}{letter}")
            else:
                line, value = value
                self.asked.append(letter)
                self.used.add(line.label)
                self.known[letter] = self._number(value, depth + 1)
                self.asked.pop()
        return self.known[letter]


def _of_its_own(name: str) -> complex:
    """A number between 1/2 and 3/2 that only depends on the name."""
    digest = hashlib.blake2b(name.encode(), digest_size=6).digest()
    return complex(0.5 + int.from_bytes(digest) / 2**48)


def agree_at_points(lhs: Any, rhs: Any, given: Values) -> frozenset[str] | None:
    """The labels of the lines that are used, if the sides agree at two points where the lines hold; None if they do not.

    >>> m, v, p, T = sympy.symbols("m v p T")
    >>> one, two = Line("1", 0, T, m * v**2 / 2), Line("2", 1, p, m * v)
    >>> given = Values({T: (one, one.rhs), p: (two, two.rhs)})
    >>> sorted(agree_at_points(T, p**2 / (2 * m), given))
    ['1', '2']
    >>> agree_at_points(T, p * v / 3, given) is None
    True
    """
    values = given
    for _ in range(MOST_CIRCLES):
        used: set[str] = set()
        try:
            for salt in ("", "another "):
                point = Point(values, salt)
                if not point.agree(lhs, rhs):
                    return None
                used |= point.used
        except Circle as circle:
            values = replace(
                values, free=values.free | {circle.letter}
            )  # it keeps a number of its own, and the line that gives it another is not used
            continue
        except NoNumber:
            return None
        return frozenset(used)
    return None


def solved(line: Line, letter: Any) -> Any | None:
    """What a line says that a letter is, where it is linear in the letter or in its square (the positive root); None elsewhere."""
    difference = line.lhs - line.rhs
    if any(part.exp.is_negative and part.base.has(letter) for part in difference.atoms(sympy.Pow)):
        difference = sympy.fraction(sympy.together(difference))[0]
    difference = sympy.expand(difference)
    for power in (1, 2):
        slope = difference.coeff(letter, power)
        rest = sympy.expand(difference - slope * letter**power)
        if slope != 0 and not slope.has(letter) and not rest.has(letter):
            return (-rest / slope) ** sympy.Rational(1, power)
    return None
