"""Fundamental constants: value, uncertainty, unit, dimension and source, one line each.

    CODATA_2022.m_e.value            exact rational, in the unit on the line
    CODATA_2022.m_e.interval(k=2)    value ± two standard uncertainties, exact ends
    CODATA_2022["a_0"].text          "5.29177210544(82)e-11", as the source prints it

Since 2019 the SI fixes h, e, c, k_B and N_A; what follows from these alone, such as ħ and
the Stefan-Boltzmann constant, is exact and given by its formula.  The digits in
parentheses are the standard uncertainty (k = 1) in units of the last digits printed.

Values are in SI or in the unit on the line.  A formula in Gaussian units wants
`interval_in(UnitSystem.GAUSSIAN)`, in cm, g, s and statC, or must be rewritten with
`verify.quantities.systems.to_si` first; the SI numbers would be wrong in it without a warning.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

import sympy

from verify.errors import ClaimError
from verify.quantities import dimension_names as dim
from verify.quantities import units as u
from verify.quantities.digits import printed
from verify.quantities.dimension import Dimension, UnitSystem
from verify.quantities.units import Unit

SOURCE_SI = "SI Brochure, 9th ed. (2019): exact"
SOURCE_2010 = "CODATA 2010, Mohr, Taylor and Newell, Rev. Mod. Phys. 84, 1527 (2012)"
SOURCE_2018 = "CODATA 2018, Tiesinga, Mohr, Newell and Taylor, Rev. Mod. Phys. 93, 025010 (2021)"
SOURCE_2022 = "CODATA 2022, Mohr, Newell, Taylor and Tiesinga, Rev. Mod. Phys. 97, 025002 (2025)"


@dataclass(frozen=True)
class Constant:
    """One constant from one source.

    `value` and `uncertainty` are exact SymPy numbers in `unit`, `si` is the value in SI; the uncertainty is the
    standard one, and 0 for an exact constant.  `text` is the value as its source prints it,
    or the formula of an exact constant that is not a finite decimal.
    """

    name: str
    latex: str
    text: str
    value: Any
    uncertainty: Any
    unit: Unit
    dimension: Dimension
    source: str

    @property
    def symbol(self) -> str:
        """The symbol in LaTeX."""
        return self.latex

    @property
    def exact(self) -> bool:
        return bool(self.uncertainty == 0)

    def interval(self, k: int = 1) -> tuple[Any, Any]:
        """Rational bounds of value ± k·u, in `unit`.

        A single point for an exact decimal.  An exact constant with π in its formula gets
        bounds that enclose it to 100 digits.  Raises ClaimError unless k is a positive
        integer or a positive SymPy rational.
        """
        if isinstance(k, bool) or not isinstance(k, (int, sympy.Rational)) or k <= 0:
            raise ClaimError(f"coverage factor k is {k!r}, expected a positive integer or SymPy rational")
        low, high = _rational_bounds(self.value)
        return low - k * self.uncertainty, high + k * self.uncertainty

    @property
    def si(self) -> Any:
        """The value in the coherent SI unit, exactly: what a formula in SI wants, also where `unit` is eV."""
        return self.value * self._si_factor

    def interval_in(self, system: UnitSystem, k: int = 1) -> tuple[Any, Any]:
        """Bounds of the number that stands for the constant in a paper of that system: e is in statC in Gaussian units.

        Exact numbers.  In Gaussian units the bounds of an electromagnetic constant are widened
        by what 4πε₀ = 10⁷/c² is off at most.  Raises ClaimError for atomic units.
        """
        worth = self._worth(system)
        low, high = self.interval(k)
        doubt = sympy.Integer(0)
        if system is UnitSystem.GAUSSIAN:
            power = abs(self.dimension.epsilon_0)  # (1 + d)^p ≤ 1 + 2pd for the d and p that occur
            share = 2 * power * u.CONVENTIONAL_DOUBT
            doubt = sympy.Rational(share)
        return low * worth * (1 - doubt), high * worth * (1 + doubt)

    def _worth(self, system: UnitSystem) -> Any:
        # The constant's own dimension, since F/m alone does not say whether 4π goes with it.
        return Unit(self.unit.factor, self.dimension, self.unit.powers).worth(system)

    @property
    def _si_factor(self) -> Any:
        return sympy.Rational(self.unit.factor)


class ConstantSet(Mapping[str, Constant]):
    """The constants of one adjustment, by key or by attribute; it cannot be changed.

    An unknown name raises KeyError or AttributeError, which lists the known ones.
    """

    _name: str
    _constants: dict[str, Constant]

    __slots__ = ("_constants", "_name")

    def __init__(self, name: str, *constants: Constant) -> None:
        object.__setattr__(self, "_name", name)
        object.__setattr__(self, "_constants", {constant.name: constant for constant in constants})

    def __getitem__(self, name: str) -> Constant:
        if name not in self._constants:
            raise KeyError(self._unknown(name))
        return self._constants[name]

    def __getattr__(self, name: str) -> Constant:
        if name.startswith("__") or name not in self._constants:
            raise AttributeError(self._unknown(name))
        return self._constants[name]

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{self._name}.{name} is a constant of nature, expected no assignment")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{self._name}.{name} is a constant of nature, expected no deletion")

    def __iter__(self) -> Iterator[str]:
        return iter(self._constants)

    def __len__(self) -> int:
        return len(self._constants)

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *self._constants]

    def __repr__(self) -> str:
        return self._name

    def __reduce__(self) -> str:
        return self._name  # pickled as the name of this module's set

    def _unknown(self, name: str) -> str:
        return f"{self._name} has no constant {name!r}, expected one of {', '.join(self._constants)}"


def _read(source: str, name: str, latex: str, text: str, unit: Unit, dimension: Dimension) -> Constant:
    digits = printed(text)
    return Constant(name, latex, text, digits.value, digits.uncertainty or sympy.Integer(0), unit, dimension, source)


# Rounded at the hundredth decimal, so its rounding interval contains π.
_PI = printed("3.1415926535897932384626433832795028841971693993751058209749445923078164062862089986280348253421170680")


def _rational_bounds(value: Any) -> tuple[Any, Any]:
    """Rational numbers on either side of a value that is rational, or a rational times a power of π.

    Such a value is monotonic in π, so its ends are those for the two ends of an interval that contains π.
    """
    low, high = sorted(value.subs(sympy.pi, end) for end in _PI.interval)
    return low, high


def _exact(name: str, latex: str, text: str, unit: Unit, dimension: Dimension) -> Constant:
    return _read(SOURCE_SI, name, latex, text, unit, dimension)


def _formula(name: str, latex: str, text: str, value: Any, unit: Unit, dimension: Dimension) -> Constant:
    """An exact constant: `value` is a rational number or a rational multiple of one power of π."""
    return Constant(name, latex, text, value, sympy.Integer(0), unit, dimension, SOURCE_SI)


def _2010(name: str, latex: str, text: str, unit: Unit, dimension: Dimension) -> Constant:
    return _read(SOURCE_2010, name, latex, text, unit, dimension)


def _2018(name: str, latex: str, text: str, unit: Unit, dimension: Dimension) -> Constant:
    return _read(SOURCE_2018, name, latex, text, unit, dimension)


def _2022(name: str, latex: str, text: str, unit: Unit, dimension: Dimension) -> Constant:
    return _read(SOURCE_2022, name, latex, text, unit, dimension)


_J_S = u.joule * u.second
_J_K = u.joule / u.kelvin
_M_S = u.metre / u.second
_PER_MOL = u.mole**-1
_PER_M = u.metre**-1
_F_M = u.farad / u.metre
_N_A2 = u.newton / u.ampere**2
_J_T = u.joule / u.tesla
_RADIATION = u.watt / (u.metre**2 * u.kelvin**4)
_GRAVITY = u.metre**3 / (u.kilogram * u.second**2)
_MEV = u.mega * u.electronvolt

_H = _exact("h", r"h", "6.62607015e-34", _J_S, dim.ACTION)
_E = _exact("e", r"e", "1.602176634e-19", u.coulomb, dim.CHARGE)
_C = _exact("c", r"c", "299792458", _M_S, dim.VELOCITY)
_K_B = _exact("k_B", r"k_{\mathrm{B}}", "1.380649e-23", _J_K, dim.ENTROPY)
_N_A = _exact("N_A", r"N_{\mathrm{A}}", "6.02214076e23", _PER_MOL, dim.DIMENSIONLESS)

_HBAR = _H.value / (2 * sympy.pi)
_SIGMA = sympy.pi**2 * _K_B.value**4 / (60 * _HBAR**3 * _C.value**2)

_SINCE_2019 = (
    _H,
    _E,
    _C,
    _K_B,
    _N_A,
    _exact("R", r"R", "8.31446261815324", _J_K * _PER_MOL, dim.ENTROPY),  # N_A k_B
    _formula("hbar", r"\hbar", "h/(2π)", _HBAR, _J_S, dim.ACTION),
    _formula("Phi_0", r"\Phi_0", "h/(2e)", _H.value / (2 * _E.value), u.weber, dim.MAGNETIC_FLUX),
    _formula("sigma", r"\sigma", "π²k_B⁴/(60ħ³c²)", _SIGMA, _RADIATION, dim.POWER / dim.AREA / dim.TEMPERATURE**4),
)

CODATA_2018 = ConstantSet(
    "CODATA_2018",
    *_SINCE_2019,
    _2018("G", r"G", "6.67430(15)e-11", _GRAVITY, dim.VOLUME / (dim.MASS * dim.TIME**2)),
    _2018("m_e", r"m_{\mathrm{e}}", "9.1093837015(28)e-31", u.kilogram, dim.MASS),
    _2018("m_p", r"m_{\mathrm{p}}", "1.67262192369(51)e-27", u.kilogram, dim.MASS),
    _2018("m_n", r"m_{\mathrm{n}}", "1.67492749804(95)e-27", u.kilogram, dim.MASS),
    _2018("u", r"u", "1.66053906660(50)e-27", u.kilogram, dim.MASS),
    _2018("a_0", r"a_0", "5.29177210903(80)e-11", u.metre, dim.LENGTH),
    _2018("r_e", r"r_{\mathrm{e}}", "2.8179403262(13)e-15", u.metre, dim.LENGTH),
    _2018("lambda_C", r"\lambda_{\mathrm{C}}", "2.42631023867(73)e-12", u.metre, dim.LENGTH),
    _2018("alpha", r"\alpha", "7.2973525693(11)e-3", u.pure_number, dim.DIMENSIONLESS),
    _2018("epsilon_0", r"\varepsilon_0", "8.8541878128(13)e-12", _F_M, dim.PERMITTIVITY),
    _2018("mu_0", r"\mu_0", "1.25663706212(19)e-6", _N_A2, dim.PERMEABILITY),
    _2018("mu_B", r"\mu_{\mathrm{B}}", "9.2740100783(28)e-24", _J_T, dim.MAGNETIC_MOMENT),
    _2018("R_inf", r"R_\infty", "10973731.568160(21)", _PER_M, dim.WAVENUMBER),
    _2018("E_h", r"E_{\mathrm{h}}", "4.3597447222071(85)e-18", u.joule, dim.ENERGY),
    _2018("Ry", r"\mathrm{Ry}", "13.605693122994(26)", u.electronvolt, dim.ENERGY),
    _2018("m_e_c2", r"m_{\mathrm{e}}c^2", "0.51099895000(15)", _MEV, dim.ENERGY),
)

CODATA_2022 = ConstantSet(
    "CODATA_2022",
    *_SINCE_2019,
    _2022("G", r"G", "6.67430(15)e-11", _GRAVITY, dim.VOLUME / (dim.MASS * dim.TIME**2)),
    _2022("m_e", r"m_{\mathrm{e}}", "9.1093837139(28)e-31", u.kilogram, dim.MASS),
    _2022("m_p", r"m_{\mathrm{p}}", "1.67262192595(52)e-27", u.kilogram, dim.MASS),
    _2022("m_n", r"m_{\mathrm{n}}", "1.67492750056(85)e-27", u.kilogram, dim.MASS),
    _2022("u", r"u", "1.66053906892(52)e-27", u.kilogram, dim.MASS),
    _2022("a_0", r"a_0", "5.29177210544(82)e-11", u.metre, dim.LENGTH),
    _2022("r_e", r"r_{\mathrm{e}}", "2.8179403205(13)e-15", u.metre, dim.LENGTH),
    _2022("lambda_C", r"\lambda_{\mathrm{C}}", "2.42631023538(76)e-12", u.metre, dim.LENGTH),
    _2022("alpha", r"\alpha", "7.2973525643(11)e-3", u.pure_number, dim.DIMENSIONLESS),
    _2022("epsilon_0", r"\varepsilon_0", "8.8541878188(14)e-12", _F_M, dim.PERMITTIVITY),
    _2022("mu_0", r"\mu_0", "1.25663706127(20)e-6", _N_A2, dim.PERMEABILITY),
    _2022("mu_B", r"\mu_{\mathrm{B}}", "9.2740100657(29)e-24", _J_T, dim.MAGNETIC_MOMENT),
    _2022("R_inf", r"R_\infty", "10973731.568157(12)", _PER_M, dim.WAVENUMBER),
    _2022("E_h", r"E_{\mathrm{h}}", "4.3597447222060(48)e-18", u.joule, dim.ENERGY),
    _2022("Ry", r"\mathrm{Ry}", "13.605693122990(15)", u.electronvolt, dim.ENERGY),
    _2022("m_e_c2", r"m_{\mathrm{e}}c^2", "0.51099895069(16)", _MEV, dim.ENERGY),
)

# Older papers print the Bohr radius of 2010; nothing else of that adjustment is kept.
CODATA_2010 = ConstantSet(
    "CODATA_2010",
    _2010("a_0", r"a_0", "0.52917721092(17)e-10", u.metre, dim.LENGTH),
)
