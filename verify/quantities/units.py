"""Units of measurement: exact worth, dimension and symbol, with the prefixes of the SI."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final

import sympy

from verify.errors import ClaimError
from verify.quantities.dimension import Dimension, UnitSystem, exact_fraction, with_power
from verify.quantities.dimension_names import (
    AREA,
    CAPACITANCE,
    CHARGE,
    CONDUCTANCE,
    CURRENT,
    DIMENSIONLESS,
    ELECTRIC_POTENTIAL,
    ENERGY,
    FORCE,
    FREQUENCY,
    INDUCTANCE,
    LENGTH,
    MAGNETIC_FIELD,
    MAGNETIC_FLUX,
    MASS,
    POWER,
    PRESSURE,
    RESISTANCE,
    TEMPERATURE,
    TIME,
)
from verify.quantities.systems import gaussian_factor


@dataclass(frozen=True)
class Unit:
    """A unit of measurement: its exact worth in the coherent SI unit, its dimension and its symbol.

    Units multiply, divide and take powers.  `conventional` marks the Gaussian
    electromagnetic units, whose SI worth (1 G ≙ 10⁻⁴ T, 1 statC ≙ 1/2997924580 C) rests on
    μ₀ = 4π·10⁻⁷ H/m: exact until 2019, and since then right to `CONVENTIONAL_DOUBT`.
    """

    factor: Fraction
    dimension: Dimension
    powers: tuple[tuple[str, Fraction], ...]
    conventional: bool = False

    def __mul__(self, other: Unit) -> Unit:
        if not isinstance(other, Unit):
            return NotImplemented
        powers = dict(self.powers)
        for name, power in other.powers:
            powers[name] = powers.get(name, Fraction(0)) + power
        return Unit(
            self.factor * other.factor,
            self.dimension * other.dimension,
            tuple((name, power) for name, power in powers.items() if power),
            self.conventional or other.conventional,
        )

    def __truediv__(self, other: Unit) -> Unit:
        if not isinstance(other, Unit):
            return NotImplemented
        return self * other**-1

    def __rtruediv__(self, one: int) -> Unit:
        if one != 1 or isinstance(one, (bool, float)):
            raise ClaimError(f"unit {self} divides {one!r}, expected 1 or another unit")
        return self**-1

    def __pow__(self, power: int | Fraction) -> Unit:
        exact = exact_fraction(power)
        return Unit(
            _exact_power(self.factor, exact, str(self)),
            self.dimension**exact,
            tuple((name, old * exact) for name, old in self.powers if exact),
            self.conventional,
        )

    def worth(self, system: UnitSystem) -> Any:
        """The unit in the base units of a system: m kg s A K in SI, cm g s K in Gaussian units.

        An exact SymPy number; in Gaussian units it rests on 4πε₀ = 10⁷/c² (see above) where the
        dimension has a current.  Raises ClaimError for atomic units, whose worth is measured.
        """
        si = sympy.Rational(self.factor)
        if system is UnitSystem.SI:
            return si
        if system is UnitSystem.ATOMIC:
            raise ClaimError(f"unit {self} is asked for in atomic units, expected SI or Gaussian")
        speed = sympy.Integer(299792458)
        epsilon_0 = sympy.Integer(10) ** 7 / (4 * sympy.pi * speed**2)
        vector = self.dimension.vector(system)
        centimetres = sympy.Integer(100) ** sympy.Rational(vector.length)
        grams = sympy.Integer(1000) ** sympy.Rational(vector.mass)
        return si * gaussian_factor(self.dimension, c=speed, epsilon_0=epsilon_0) * centimetres * grams

    @property
    def symbol(self) -> str:
        """The unit as printed, such as "nA/T" or "kg m² s⁻²"; "1" for the pure number."""
        above = [with_power(name, power) for name, power in self.powers if power > 0]
        below = [(name, -power) for name, power in self.powers if power < 0]
        if len(above) == 1 and len(below) == 1:
            return f"{above[0]}/{with_power(*below[0])}"
        return " ".join(above + [with_power(name, -power) for name, power in below]) or "1"

    def __str__(self) -> str:
        return self.symbol


@dataclass(frozen=True)
class Prefix:
    """An SI prefix; it multiplies a single unit, as in `nano*ampere/tesla`."""

    letter: str
    factor: Fraction

    def __mul__(self, unit: Unit) -> Unit:
        if not isinstance(unit, Unit):
            raise ClaimError(f"prefix {self.letter!r} is multiplied by {unit!r}, expected a unit")
        if len(unit.powers) != 1 or unit.powers[0][1] != 1:
            raise ClaimError(
                f"prefix {self.letter!r} stands before {unit}, expected one simple unit, as in nano*ampere"
            )
        name = self.letter + unit.powers[0][0]
        return Unit(self.factor * unit.factor, unit.dimension, ((name, Fraction(1)),), unit.conventional)


CONVENTIONAL_DOUBT: Final = Fraction("1e-9")


def _exact_power(factor: Fraction, power: Fraction, name: str) -> Fraction:
    root = sympy.Rational(factor) ** sympy.Rational(power)
    if not root.is_Rational:
        raise ClaimError(f"unit {name} to the power {power} has the irrational factor {root}, expected a rational one")
    return Fraction(root)


def _unit(name: str, factor: str, dimension: Dimension, *, conventional: bool = False) -> Unit:
    return Unit(Fraction(factor), dimension, ((name, Fraction(1)),), conventional)


atto = Prefix("a", Fraction("1e-18"))
femto = Prefix("f", Fraction("1e-15"))
pico = Prefix("p", Fraction("1e-12"))
nano = Prefix("n", Fraction("1e-9"))
micro = Prefix("μ", Fraction("1e-6"))
milli = Prefix("m", Fraction("1e-3"))
centi = Prefix("c", Fraction("1e-2"))
deci = Prefix("d", Fraction("1e-1"))
kilo = Prefix("k", Fraction("1e3"))
mega = Prefix("M", Fraction("1e6"))
giga = Prefix("G", Fraction("1e9"))
tera = Prefix("T", Fraction("1e12"))
peta = Prefix("P", Fraction("1e15"))
exa = Prefix("E", Fraction("1e18"))

# The SI brochure (9th ed., 2019): base and derived units, and units accepted for use with it.
pure_number = Unit(Fraction(1), DIMENSIONLESS, ())
percent = _unit("%", "0.01", DIMENSIONLESS)
radian = _unit("rad", "1", DIMENSIONLESS)
metre = _unit("m", "1", LENGTH)
gram = _unit("g", "1e-3", MASS)
kilogram = _unit("kg", "1", MASS)
tonne = _unit("t", "1e3", MASS)
second = _unit("s", "1", TIME)
minute = _unit("min", "60", TIME)
hour = _unit("h", "3600", TIME)
day = _unit("d", "86400", TIME)
julian_year = _unit("a", "31557600", TIME)
ampere = _unit("A", "1", CURRENT)
kelvin = _unit("K", "1", TEMPERATURE)
mole = _unit("mol", "1", DIMENSIONLESS)
hertz = _unit("Hz", "1", FREQUENCY)
newton = _unit("N", "1", FORCE)
pascal = _unit("Pa", "1", PRESSURE)
joule = _unit("J", "1", ENERGY)
electronvolt = _unit("eV", "1.602176634e-19", ENERGY)
watt = _unit("W", "1", POWER)
coulomb = _unit("C", "1", CHARGE)
volt = _unit("V", "1", ELECTRIC_POTENTIAL)
farad = _unit("F", "1", CAPACITANCE)
ohm = _unit("Ω", "1", RESISTANCE)
siemens = _unit("S", "1", CONDUCTANCE)
weber = _unit("Wb", "1", MAGNETIC_FLUX)
tesla = _unit("T", "1", MAGNETIC_FIELD)
henry = _unit("H", "1", INDUCTANCE)

# Centimetre-gram-second units, and others that older papers print.
centimetre = _unit("cm", "1e-2", LENGTH)
angstrom = _unit("Å", "1e-10", LENGTH)
barn = _unit("b", "1e-28", AREA)
dyne = _unit("dyn", "1e-5", FORCE)
erg = _unit("erg", "1e-7", ENERGY)
gauss = _unit("G", "1e-4", MAGNETIC_FIELD, conventional=True)
maxwell = _unit("Mx", "1e-8", MAGNETIC_FLUX, conventional=True)
statcoulomb = _unit("statC", "1/2997924580", CHARGE, conventional=True)
statampere = _unit("statA", "1/2997924580", CURRENT, conventional=True)
statvolt = _unit("statV", "299.792458", ELECTRIC_POTENTIAL, conventional=True)
