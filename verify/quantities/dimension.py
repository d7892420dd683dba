"""Dimensions in SI, Gaussian and atomic units from one declaration, and units of measurement.

A quantity is declared once, as a `Dimension`: its exponents over the SI base quantities
(length L, mass M, time T, current I, temperature Θ), and the factor that turns its SI
symbol into its Gaussian one,

    q_Gaussian = (4π)^a ε₀^b c^d · q_SI

(J. D. Jackson, Classical Electrodynamics, 3rd ed., Appendix, Table 3).  For example
q_G = q_SI (4πε₀)^(-1/2), E_G = E_SI (4πε₀)^(1/2), B_G = B_SI c (4πε₀)^(1/2).  From this
everything else is computed:

* The Gaussian vector is the SI vector times the dimension of the factor.  It has no
  current, because b = -(exponent of current)/2 always; b is therefore not stored.
* In Hartree atomic units every quantity is a pure number, and every vector is zero.
* An equation is rewritten from one system into the other by multiplying each symbol by
  its factor (`to_gaussian`, `to_si`), and its 4π and c come out right.

Two quantities may be added, equated or compared in a paper exactly when their vectors in
the *paper's* system are equal (`vector`).  Charge² and force × area are
commensurable in Gaussian units and not in SI; M and H are in both, though their factors
differ by 4π.  Equality of `Dimension` objects is stricter: SI vector *and* factor.

Exponents are `fractions.Fraction` throughout: no float decides anything.  Or they are rational functions of pure
numbers, as in K = P/ρ^(1+1/n): PRESSURE / DENSITY**(1 + 1/n).  What agrees for all n agrees; whether what does not
may agree for some n is not known (`differ`).

`dimension_of` finds the dimension of an expression.  A `DimensionError` is certain: two
parts were compared whose vectors differ.  What has no rule here raises `UnknownDimension`;
it never passes silently.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from fractions import Fraction
from functools import cache
from operator import attrgetter
from typing import Any, Final

import sympy

from verify.errors import ClaimError


class UnitSystem(StrEnum):
    """The unit system that a paper writes its equations in."""

    SI = "SI"
    GAUSSIAN = "Gaussian"
    ATOMIC = "atomic"


class DimensionError(ValueError):
    """Two quantities of different dimension are added, equated or compared, or a pure number was needed.

    `two` are these two dimensions, where there are two.
    """

    def __init__(self, words: str, two: tuple[str, str] | None = None) -> None:
        super().__init__(words)
        self.two = two


class UnknownDimension(ValueError):
    """The dimension cannot be found: an undeclared symbol or a construct without a rule."""


# --- Exponent vectors -------------------------------------------------------------------

_BASE_LETTERS = {"mass": "M", "length": "L", "time": "T", "current": "I", "temperature": "Θ"}
SUPERSCRIPTS = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")


def _values(thing: Any) -> tuple[Fraction, ...]:
    values: tuple[Fraction, ...] = _getter(thing.__class__)(thing)
    return values


@cache
def _getter(kind: type) -> attrgetter[Any]:
    return attrgetter(*(field.name for field in fields(kind)))


def exact_fraction(number: Any) -> Fraction:
    """An int, Fraction or SymPy rational as a Fraction; a float is refused."""
    if isinstance(number, (int, Fraction)) and not isinstance(number, bool):
        return Fraction(number)
    if isinstance(number, sympy.Rational):
        return Fraction(number)
    raise ClaimError(f"exponent is {number!r} of type {type(number).__name__}, expected an int or a Fraction")


STEEPEST, LONGEST, MOST_LETTERS = 4, 40, 3
"""Powers, operations and symbols of a symbolic exponent: a longer one would take long to be brought into its one form."""


def exact_power(number: Any) -> Any:
    """An exponent in its one form: a Fraction, or a rational function of symbols without a common factor.

    Raises ClaimError for what is neither, and UnknownDimension for a long function.

    >>> n = sympy.Symbol("n")
    >>> exact_power((n**2 - 1) / (n - 1)), exact_power(n / n - 1)
    (n + 1, Fraction(0, 1))
    """
    letters = number.free_symbols if isinstance(number, sympy.Expr) else set()
    if letters and number.is_rational_function(*letters):
        steep = any(abs(one.exp) > STEEPEST for one in number.atoms(sympy.Pow))
        if steep or number.count_ops() > LONGEST or len(letters) > MOST_LETTERS:
            raise UnknownDimension(f"an exponent with {len(letters)} symbols is too long: {str(number)[:80]}")
        reduced = sympy.cancel(number)
        return exact_fraction(reduced) if reduced.is_Rational else reduced
    return exact_fraction(number)


def _reduce(thing: Any) -> None:
    """Brings the exponents of a new object into their one form."""
    for field in fields(thing):
        if type(power := getattr(thing, field.name)) is not Fraction:
            object.__setattr__(thing, field.name, exact_power(power))


@dataclass(frozen=True, order=True)
class Exponents:
    """A dimension within one unit system: rational exponents over the base quantities."""

    length: Fraction = Fraction(0)
    mass: Fraction = Fraction(0)
    time: Fraction = Fraction(0)
    current: Fraction = Fraction(0)
    temperature: Fraction = Fraction(0)

    def __post_init__(self) -> None:
        _reduce(self)

    @property
    def letters(self) -> set[Any]:
        """The symbols in its exponents."""
        return set().union(*(power.free_symbols for power in _values(self) if isinstance(power, sympy.Expr)))

    def __mul__(self, other: Exponents) -> Exponents:
        return Exponents(*(a + b if b else a for a, b in zip(_values(self), _values(other), strict=True)))

    def __truediv__(self, other: Exponents) -> Exponents:
        return Exponents(*(a - b if b else a for a, b in zip(_values(self), _values(other), strict=True)))

    def __pow__(self, power: Any) -> Exponents:
        exact = exact_power(power)
        return self if exact == 1 else Exponents(*(a * exact if a else a for a in _values(self)))

    def __str__(self) -> str:
        """For example "M L² T⁻² I⁻¹"; the pure number is "1"."""
        parts = [with_power(letter, getattr(self, name)) for name, letter in _BASE_LETTERS.items()]
        return " ".join(part for part in parts if part) or "1"


PURE: Final = Exponents()


class AnyDimension:
    """The dimension of a literal 0 or ±oo, which agrees with every other."""

    def __repr__(self) -> str:
        return "ANY"

    __str__ = __repr__


ANY: Final = AnyDimension()


def differ(one: Exponents, other: Exponents) -> bool:
    """Whether two dimensions differ, whatever values the symbols in their exponents have.

    Raises UnknownDimension if they agree at most for some of these values.
    """
    if one == other:
        return False
    apart = _values(one / other)
    if any(isinstance(power, Fraction) and power != 0 for power in apart):
        return True
    raise UnknownDimension(f"{one} and {other} agree, if at all, for some values of their exponents only")


def with_power(letter: str, power: Fraction) -> str:
    if isinstance(power, sympy.Expr):
        return f"{letter}^({power})"
    if power == 0:
        return ""
    if power == 1:
        return letter
    if power.denominator == 1:
        return letter + str(power).translate(SUPERSCRIPTS)
    return f"{letter}^({power})"


EPSILON_0 = Exponents(length=Fraction(-3), mass=Fraction(-1), time=Fraction(4), current=Fraction(2))
SPEED = Exponents(length=Fraction(1), time=Fraction(-1))


# --- Dimensions -------------------------------------------------------------------------


@dataclass(frozen=True, order=True, repr=False)
class Dimension:
    """A physical dimension for all unit systems: SI exponents, and a and d of the Gaussian factor.

    `four_pi` and `c` are the exponents a and d in q_G = (4π)^a ε₀^b c^d q_SI;
    b = -current/2 follows.  Multiplies, divides and takes rational powers exactly.
    """

    length: Fraction = Fraction(0)
    mass: Fraction = Fraction(0)
    time: Fraction = Fraction(0)
    current: Fraction = Fraction(0)
    temperature: Fraction = Fraction(0)
    four_pi: Fraction = Fraction(0)
    c: Fraction = Fraction(0)

    def __post_init__(self) -> None:
        _reduce(self)
        for power in _values(self):
            for letter in power.free_symbols if isinstance(power, sympy.Expr) else ():
                known = getattr(letter, "dimension", None)
                if not isinstance(known, Dimension) or known.key != Dimension().key:
                    raise ClaimError(
                        f"the exponent {power} of a dimension has {letter}, expected a symbol that is DIMENSIONLESS"
                    )

    @property
    def epsilon_0(self) -> Fraction:
        """The exponent b of ε₀ in the Gaussian factor: the one that removes the current."""
        return -self.current / 2

    @property
    def key(self) -> tuple[Any, ...]:
        """A hashable, sortable stand-in for the dimension."""
        values = _values(self)
        if not any(isinstance(power, sympy.Expr) for power in values):
            return values
        numbers = (power if isinstance(power, Fraction) else Fraction(0) for power in values)
        return (*numbers, Fraction(2), *map(str, values))

    @property
    def is_symbolic(self) -> bool:
        """Whether a symbol stands in one of its exponents."""
        return any(isinstance(power, sympy.Expr) for power in _values(self))

    def vector(self, system: UnitSystem) -> Exponents:
        """The exponents in one unit system."""
        if system is UnitSystem.ATOMIC:
            return PURE
        si = Exponents(self.length, self.mass, self.time, self.current, self.temperature)
        if system is UnitSystem.SI:
            return si
        return si * EPSILON_0**self.epsilon_0 * SPEED**self.c

    def __mul__(self, other: Dimension) -> Dimension:
        if not isinstance(other, Dimension):
            return NotImplemented
        return Dimension(*(a + b for a, b in zip(_values(self), _values(other), strict=True)))

    def __truediv__(self, other: Dimension) -> Dimension:
        if not isinstance(other, Dimension):
            return NotImplemented
        return self * other**-1

    def __pow__(self, power: int | Fraction) -> Dimension:
        exact = exact_power(power)
        return Dimension(*(a * exact for a in _values(self)))

    def __str__(self) -> str:
        return str(self.vector(UnitSystem.SI))

    def __repr__(self) -> str:
        factor = {"4π": self.four_pi, "ε₀": self.epsilon_0, "c": self.c}
        written = " ".join(with_power(name, power) for name, power in factor.items() if power)
        return f"<Dimension {self}; Gaussian = {written} SI>" if written else f"<Dimension {self}>"


class NotFilledIn(Dimension):
    """The dimension of a symbol that a draft declares: nobody has said yet what it is.

    It stays unknown in every product, so that a check of dimensions says *unknown* and
    never *ok* or *mismatch*.  A symbol with it has no assumptions either that its author
    stands by (see `verify.judging.unfinished`).
    """

    @property
    def key(self) -> tuple[Any, ...]:
        return (*super().key, Fraction(1))

    def vector(self, system: UnitSystem) -> Exponents:
        raise UnknownDimension("a dimension is not filled in")

    def __mul__(self, other: Dimension) -> Dimension:
        return self

    __rmul__ = __truediv__ = __rtruediv__ = __mul__

    def __pow__(self, power: int | Fraction) -> Dimension:
        return self

    def __str__(self) -> str:
        return "not filled in"

    __repr__ = __str__
