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
the *paper's* system are equal (`commensurable`).  Charge² and force × area are
commensurable in Gaussian units and not in SI; M and H are in both, though their factors
differ by 4π.  Equality of `Dimension` objects is stricter: SI vector *and* factor.

Exponents are `fractions.Fraction` throughout: no float decides anything.

`dimension_of` finds the dimension of an expression.  A `DimensionError` is certain: two
parts were compared whose vectors differ.  What has no rule here raises `UnknownDimension`;
it never passes silently.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from enum import StrEnum
from fractions import Fraction
from typing import Any, Final

import sympy
from sympy.core.function import AppliedUndef

from verify import wording
from verify.errors import ClaimError


class UnitSystem(StrEnum):
    """The unit system that a paper writes its equations in."""

    SI = "SI"
    GAUSSIAN = "Gaussian"
    ATOMIC = "atomic"


class DimensionError(ValueError):
    """Two quantities of different dimension are added, equated or compared, or a pure number was needed."""


class UnknownDimension(ValueError):
    """The dimension cannot be found: an undeclared symbol or a construct without a rule."""


# --- Exponent vectors -------------------------------------------------------------------

_BASE_LETTERS = {"mass": "M", "length": "L", "time": "T", "current": "I", "temperature": "Θ"}
_SUPERSCRIPTS = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")


@dataclass(frozen=True, order=True)
class Exponents:
    """A dimension within one unit system: rational exponents over the base quantities."""

    length: Fraction = Fraction(0)
    mass: Fraction = Fraction(0)
    time: Fraction = Fraction(0)
    current: Fraction = Fraction(0)
    temperature: Fraction = Fraction(0)

    def __mul__(self, other: Exponents) -> Exponents:
        return Exponents(*(a + b for a, b in zip(_values(self), _values(other), strict=True)))

    def __truediv__(self, other: Exponents) -> Exponents:
        return self * other**-1

    def __pow__(self, power: Any) -> Exponents:
        exact = _fraction(power)
        return Exponents(*(a * exact for a in _values(self)))

    def __str__(self) -> str:
        """For example "M L² T⁻² I⁻¹"; the pure number is "1"."""
        parts = [_with_power(letter, getattr(self, name)) for name, letter in _BASE_LETTERS.items()]
        return " ".join(part for part in parts if part) or "1"


PURE: Final = Exponents()


class AnyDimension:
    """The dimension of a literal 0 or ±oo, which agrees with every other."""

    def __repr__(self) -> str:
        return "ANY"

    __str__ = __repr__


ANY: Final = AnyDimension()


def _values(thing: Any) -> tuple[Fraction, ...]:
    return tuple(getattr(thing, field.name) for field in fields(thing))


def _with_power(letter: str, power: Fraction) -> str:
    if power == 0:
        return ""
    if power == 1:
        return letter
    if power.denominator == 1:
        return letter + str(power).translate(_SUPERSCRIPTS)
    return f"{letter}^({power})"


def _fraction(number: Any) -> Fraction:
    """An int, Fraction or SymPy rational as a Fraction; a float is refused."""
    if isinstance(number, (int, Fraction)) and not isinstance(number, bool):
        return Fraction(number)
    if isinstance(number, sympy.Rational):
        return Fraction(int(number.p), int(number.q))
    raise ClaimError(f"exponent is {number!r} of type {type(number).__name__}, expected an int or a Fraction")


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
        for field in fields(self):
            object.__setattr__(self, field.name, _fraction(getattr(self, field.name)))

    @property
    def epsilon_0(self) -> Fraction:
        """The exponent b of ε₀ in the Gaussian factor: the one that removes the current."""
        return -self.current / 2

    @property
    def key(self) -> tuple[Fraction, ...]:
        """A hashable, sortable stand-in for the dimension."""
        return _values(self)

    def vector(self, system: UnitSystem) -> Exponents:
        """The exponents in one unit system."""
        if system is UnitSystem.ATOMIC:
            return PURE
        si = Exponents(self.length, self.mass, self.time, self.current, self.temperature)
        if system is UnitSystem.SI:
            return si
        return si * _EPSILON_0**self.epsilon_0 * _SPEED**self.c

    def commensurable(self, other: Dimension, system: UnitSystem) -> bool:
        """Whether the two may be added or equated in a paper that uses `system`."""
        return self.vector(system) == other.vector(system)

    def __mul__(self, other: Dimension) -> Dimension:
        if not isinstance(other, Dimension):
            return NotImplemented
        return Dimension(*(a + b for a, b in zip(_values(self), _values(other), strict=True)))

    def __truediv__(self, other: Dimension) -> Dimension:
        if not isinstance(other, Dimension):
            return NotImplemented
        return self * other**-1

    def __pow__(self, power: int | Fraction) -> Dimension:
        exact = _fraction(power)
        return Dimension(*(a * exact for a in _values(self)))

    def __str__(self) -> str:
        return str(self.vector(UnitSystem.SI))

    def __repr__(self) -> str:
        factor = {"4π": self.four_pi, "ε₀": self.epsilon_0, "c": self.c}
        written = " ".join(_with_power(name, power) for name, power in factor.items() if power)
        return f"<Dimension {self}; Gaussian = {written} SI>" if written else f"<Dimension {self}>"


class NotFilledIn(Dimension):
    """The dimension of a symbol that a draft declares: nobody has said yet what it is.

    It stays unknown in every product, so that a check of dimensions says *unknown* and
    never *ok* or *mismatch*.  A symbol with it has no assumptions either that its author
    stands by (see `verify.unfinished`).
    """

    @property
    def key(self) -> tuple[Fraction, ...]:
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


_EPSILON_0 = Exponents(length=Fraction(-3), mass=Fraction(-1), time=Fraction(4), current=Fraction(2))
_SPEED = Exponents(length=Fraction(1), time=Fraction(-1))
_HALF = Fraction(1, 2)

UNKNOWN = NotFilledIn()
DIMENSIONLESS = Dimension()
LENGTH = Dimension(length=Fraction(1))
MASS = Dimension(mass=Fraction(1))
TIME = Dimension(time=Fraction(1))
TEMPERATURE = Dimension(temperature=Fraction(1))

AREA = LENGTH**2
VOLUME = LENGTH**3
WAVENUMBER = LENGTH**-1
NUMBER_DENSITY = LENGTH**-3
FREQUENCY = TIME**-1
VELOCITY = LENGTH / TIME
ACCELERATION = LENGTH / TIME**2
MASS_RATE = MASS / TIME
MASS_DENSITY = MASS / VOLUME
MOMENTUM = MASS * VELOCITY
FORCE = MASS * ACCELERATION
PRESSURE = FORCE / AREA
ENERGY = FORCE * LENGTH
ENERGY_DENSITY = ENERGY / VOLUME
POWER = ENERGY / TIME
ACTION = ENERGY * TIME
ANGULAR_MOMENTUM = ACTION
TORQUE = ENERGY
MOMENT_OF_INERTIA = MASS * AREA
ENTROPY = ENERGY / TEMPERATURE
WAVE_FUNCTION_3D = VOLUME**-_HALF

# Jackson's Table 3.  The three factors that are given; the others follow from how the quantities multiply.
CHARGE = Dimension(time=Fraction(1), current=Fraction(1), four_pi=-_HALF)
CURRENT = CHARGE / TIME
CHARGE_DENSITY = CHARGE / VOLUME
SURFACE_CHARGE_DENSITY = CHARGE / AREA
LINE_CHARGE_DENSITY = CHARGE / LENGTH
CURRENT_DENSITY = CURRENT / AREA
ELECTRIC_DIPOLE_MOMENT = CHARGE * LENGTH
POLARIZATION = CHARGE / AREA
ELECTRIC_FIELD = FORCE / CHARGE
ELECTRIC_POTENTIAL = ENERGY / CHARGE
ELECTRIC_FLUX = ELECTRIC_FIELD * AREA
ELECTRIC_DISPLACEMENT = CHARGE / AREA * Dimension(four_pi=Fraction(1))  # D_G = D (4π/ε₀)^(1/2)

_PER_C = Dimension(c=Fraction(-1))
MAGNETIC_FIELD = FORCE / (CHARGE * VELOCITY) / _PER_C  # B_G = B (4π/μ₀)^(1/2)
MAGNETIC_FLUX = MAGNETIC_FIELD * AREA
VECTOR_POTENTIAL = MAGNETIC_FIELD * LENGTH
MAGNETIC_MOMENT = CURRENT * AREA * _PER_C  # m_G = m_SI (μ₀/4π)^(1/2), as for M
MAGNETIZATION = MAGNETIC_MOMENT / VOLUME
MAGNETIC_FIELD_STRENGTH = MAGNETIZATION * Dimension(four_pi=Fraction(1))  # H_G = H (4πμ₀)^(1/2)

PERMITTIVITY = ELECTRIC_DISPLACEMENT / ELECTRIC_FIELD  # ε_G = ε/ε₀, a pure number
PERMEABILITY = MAGNETIC_FIELD / MAGNETIC_FIELD_STRENGTH  # μ_G = μ/μ₀, a pure number
ELECTRIC_SUSCEPTIBILITY = Dimension(four_pi=Fraction(-1))  # ε_r = 1 + χ in SI, 1 + 4πχ in Gaussian units
MAGNETIC_SUSCEPTIBILITY = Dimension(four_pi=Fraction(-1))
CONDUCTIVITY = CURRENT_DENSITY / ELECTRIC_FIELD  # σ_G = σ/(4πε₀)
RESISTIVITY = ELECTRIC_FIELD / CURRENT_DENSITY
RESISTANCE = ELECTRIC_POTENTIAL / CURRENT  # R_G = 4πε₀ R
CONDUCTANCE = CURRENT / ELECTRIC_POTENTIAL
CAPACITANCE = CHARGE / ELECTRIC_POTENTIAL  # C_G = C/(4πε₀)
INDUCTANCE = ENERGY / CURRENT**2  # L_G = 4πε₀ L, Jackson's choice: U = L I²/2 in both systems
POLARIZABILITY = ELECTRIC_DIPOLE_MOMENT / ELECTRIC_FIELD


# --- The dimension of an expression -----------------------------------------------------

Lookup = Callable[[Any], Dimension]
Found = Exponents | AnyDimension


def declared(thing: Any) -> Dimension:
    """The dimension that a `PhysicalSymbol` or `PhysicalFunction` was declared with: the usual lookup.

    Raises UnknownDimension for any other symbol.
    """
    dimension = getattr(thing, "dimension", None)
    if not isinstance(dimension, Dimension):
        raise UnknownDimension(f"{thing} was declared without a dimension")
    if isinstance(dimension, NotFilledIn):
        raise UnknownDimension(f"the dimension of {thing} is not filled in")
    return dimension


def dimension_of(expr: Any, system: UnitSystem, lookup: Lookup = declared) -> Found:
    """The exponents of an expression in one unit system; ANY for a literal zero or infinity.

    `lookup` gives the Dimension of a symbol, or of an applied undefined function, or raises
    UnknownDimension.  An undeclared variable of integration has the dimension of its limits.
    Raises DimensionError, naming both offenders, where two parts that must agree do not;
    UnknownDimension where no rule here applies.
    """
    return _Scope(system, lookup, {}).find(sympy.sympify(expr, strict=True))


def check_equation(lhs: Any, rhs: Any, system: UnitSystem, lookup: Lookup = declared) -> Found:
    """The common dimension of the two sides of an equation or inequality.

    Raises DimensionError and UnknownDimension as `dimension_of` does.
    """
    return _Scope(system, lookup, {}).agreeing([sympy.sympify(side, strict=True) for side in (lhs, rhs)])


def check_condition(condition: Any, system: UnitSystem, lookup: Lookup = declared) -> None:
    """Checks every comparison inside a condition such as `(0 < r) & (r < R)`; raises as `dimension_of` does."""
    _Scope(system, lookup, {}).condition(sympy.sympify(condition, strict=True))


@dataclass(frozen=True)
class _Scope:
    """One walk through an expression: the unit system, the declarations and the bound variables."""

    system: UnitSystem
    lookup: Lookup
    bound: dict[Any, Found]

    def find(self, expr: Any) -> Found:
        for ancestor in type(expr).__mro__:
            rule = _RULES.get(ancestor)
            if rule is not None:
                return rule(expr, self)
        if isinstance(expr, sympy.Function) and type(expr).__module__.startswith(_TRANSCENDENTAL_MODULES):
            return self.pure_function(expr)
        raise UnknownDimension(f"no rule for the dimension of {_readable(expr)} ({type(expr).__name__})")

    def declared(self, thing: Any) -> Found:
        if thing in self.bound:
            return self.bound[thing]
        return self.lookup(thing).vector(self.system)

    def binding(self, variable: Any, found: Found) -> _Scope:
        return _Scope(self.system, self.lookup, {**self.bound, variable: found})

    def agreeing(self, terms: Iterable[Any]) -> Found:
        """The dimension common to all terms."""
        common: Found = ANY
        first: Any = None
        for term in terms:
            found = self.find(term)
            if isinstance(found, AnyDimension):
                continue
            if isinstance(common, AnyDimension):
                common, first = found, term
            elif found != common:
                raise DimensionError(_disagreement(first, common, term, found))
        return common

    def pure(self, expr: Any, role: str) -> None:
        """Checks that an expression is a pure number."""
        found = self.find(expr)
        if found not in (ANY, PURE):
            raise DimensionError(f"{role} {_readable(expr)} has dimension {found}, expected a pure number")

    def pure_function(self, expr: Any) -> Found:
        """A function such as exp that has a meaning for pure numbers only."""
        for arg in _flat(expr.args):
            self.pure(arg, f"the argument of {type(expr).__name__},")
        return PURE

    def condition(self, expr: Any) -> None:
        if isinstance(expr, sympy.logic.boolalg.BooleanAtom):
            return
        if isinstance(expr, sympy.core.relational.Relational):
            self.agreeing(expr.args)
        elif isinstance(expr, (sympy.And, sympy.Or, sympy.Not)):
            for part in expr.args:
                self.condition(part)
        else:
            raise UnknownDimension(f"no rule for the dimensions in the condition {_readable(expr)}")

    def over(self, limits: Any) -> tuple[_Scope, Found]:
        """The scope inside an integral over `limits`, and the dimension of all its variables together."""
        scope = self
        measure: Found = PURE
        # SymPy writes the innermost integral first, and its limits may depend on the outer variables.
        for limit in reversed(limits):
            variable, ends = limit[0], limit[1:]
            found = scope.bound_variable(variable, ends)
            scope = scope.binding(variable, found)
            measure = _product(measure, found)
        return scope, measure

    def bound_variable(self, variable: Any, ends: Any) -> Found:
        """What the variable was declared as, or else the dimension of its limits; both must agree."""
        at_ends = self.agreeing(ends)
        try:
            found = self.declared(variable)
        except UnknownDimension:
            if isinstance(at_ends, AnyDimension):
                raise
            return at_ends
        if at_ends not in (ANY, found):
            end = next(end for end in ends if self.find(end) == at_ends)
            raise DimensionError(_disagreement(variable, found, end, at_ends))
        return found

    def indexed(self, limits: Any) -> _Scope:
        """The scope inside a sum or product: indices and their bounds are pure numbers."""
        scope = self
        for limit in reversed(limits):
            for end in limit[1:]:
                scope.pure(end, "the bound")
            scope.check_index(limit[0])
            scope = scope.binding(limit[0], PURE)
        return scope

    def check_index(self, index: Any) -> None:
        """An index may be left undeclared; if it is declared, it must be a pure number."""
        try:
            found = self.declared(index)
        except UnknownDimension:
            return
        if found != PURE:
            raise DimensionError(f"the index {index} has dimension {found}, expected a pure number")


def _product(a: Found, b: Found) -> Found:
    return ANY if isinstance(a, AnyDimension) or isinstance(b, AnyDimension) else a * b


def _flat(args: Any) -> Iterable[Any]:
    """The arguments, with the parameter lists of hyper and meijerg opened."""
    for arg in args:
        if isinstance(arg, sympy.Tuple):
            yield from _flat(arg)
        else:
            yield arg


def _number(expr: Any, scope: _Scope) -> Found:
    if expr.is_zero or expr in (sympy.oo, -sympy.oo):
        return ANY
    if expr is sympy.nan or expr is sympy.zoo:
        raise UnknownDimension(f"{expr} has no dimension")
    return PURE


def _constant(expr: Any, scope: _Scope) -> Found:
    return PURE


def _symbol(expr: Any, scope: _Scope) -> Found:
    return scope.declared(expr)


def _sum_of_terms(expr: Any, scope: _Scope) -> Found:
    return scope.agreeing(expr.args)


def _product_of_factors(expr: Any, scope: _Scope) -> Found:
    found: Found = PURE
    for factor in expr.args:
        found = _product(found, scope.find(factor))
    return found


def _power(expr: Any, scope: _Scope) -> Found:
    base, exponent = expr.args
    found = scope.find(base)
    scope.pure(exponent, "the exponent")
    if isinstance(exponent, sympy.Rational):
        return _rational_power(expr, found, exponent)
    if found in (ANY, PURE):
        return PURE
    raise UnknownDimension(
        f"{_readable(expr)}: a quantity of dimension {found} is raised to {_readable(exponent)}, "
        "expected a rational number"
    )


def _rational_power(expr: Any, found: Found, exponent: Any) -> Found:
    if not isinstance(found, AnyDimension):
        raised: Exponents = found**exponent
        return raised
    if exponent < 0:
        raise UnknownDimension(f"{_readable(expr)} divides by zero or infinity and has no dimension")
    return PURE if exponent == 0 else ANY


def _same_as_first(expr: Any, scope: _Scope) -> Found:
    return scope.find(expr.args[0])


def _compared(expr: Any, scope: _Scope) -> Found:
    """Functions whose arguments must agree, with a pure number for the result."""
    scope.agreeing(expr.args)
    return PURE


def _step(expr: Any, scope: _Scope) -> Found:
    scope.find(expr.args[0])
    return PURE


def _delta(expr: Any, scope: _Scope) -> Found:
    """δ^(k)(x) has the dimension of x^(-1-k)."""
    order = expr.args[1] if len(expr.args) > 1 else sympy.S.Zero
    found = scope.find(expr.args[0])
    if not isinstance(order, sympy.Integer) or isinstance(found, AnyDimension):
        raise UnknownDimension(f"no rule for the dimension of {_readable(expr)}")
    return found ** (-1 - int(order))


def _piecewise(expr: Any, scope: _Scope) -> Found:
    for _, condition in expr.args:
        scope.condition(condition)
    return scope.agreeing(value for value, _ in expr.args)


def _derivative(expr: Any, scope: _Scope) -> Found:
    found = scope.find(expr.expr)
    for variable, count in expr.variable_count:
        if not isinstance(count, sympy.Integer):
            raise UnknownDimension(f"{_readable(expr)} has order {count}, expected an integer")
        found = _product(found, _rational_power(expr, scope.find(variable), -count))
    return found


def _integral(expr: Any, scope: _Scope) -> Found:
    inside, measure = scope.over(expr.limits)
    return _product(inside.find(expr.function), measure)


def _sum(expr: Any, scope: _Scope) -> Found:
    return scope.indexed(expr.limits).find(expr.function)


def _product_over_index(expr: Any, scope: _Scope) -> Found:
    found = scope.indexed(expr.limits).find(expr.function)
    if found in (ANY, PURE):
        return found
    count = sympy.Integer(1)
    for _, low, high in expr.limits:
        count *= high - low + 1
    if not isinstance(count, sympy.Integer) or count < 0:
        raise UnknownDimension(f"{_readable(expr)}: factors of dimension {found}, expected a fixed number of them")
    return _rational_power(expr, found, count)


def _substituted(expr: Any, scope: _Scope) -> Found:
    inside = scope
    for variable, point in zip(expr.variables, expr.point, strict=True):
        inside = inside.binding(variable, scope.bound_variable(variable, [point]))
    return inside.find(expr.expr)


def _limit(expr: Any, scope: _Scope) -> Found:
    inner, variable, point, _ = expr.args
    return scope.binding(variable, scope.bound_variable(variable, [point])).find(inner)


def _order(expr: Any, scope: _Scope) -> Found:
    """O(x²) hides a coefficient of any dimension; what stands inside must still make sense."""
    scope.find(expr.expr)
    return ANY


def _undefined_function(expr: Any, scope: _Scope) -> Found:
    expected = getattr(type(expr), "arguments", None)
    for position, arg in enumerate(expr.args):
        found = scope.find(arg)
        if expected is not None and found not in (ANY, expected[position].vector(scope.system)):
            raise DimensionError(
                f"argument {_readable(arg)} of {type(expr).__name__} has dimension {found}, "
                f"expected {expected[position].vector(scope.system)}"
            )
    return scope.declared(expr)


def _matrix(expr: Any, scope: _Scope) -> Found:
    """A matrix of one dimension throughout; one of several, such as (x, p), has none as a whole."""
    try:
        return scope.agreeing(expr.flat())
    except DimensionError as error:
        raise UnknownDimension(f"the entries of a matrix have different dimensions: {error}") from None


# Rules are looked up along the method resolution order, so the most special class wins.
_RULES: dict[type, Callable[[Any, _Scope], Found]] = {
    sympy.Number: _number,
    sympy.core.numbers.ComplexInfinity: _number,
    sympy.NumberSymbol: _constant,
    sympy.core.numbers.ImaginaryUnit: _constant,
    sympy.Symbol: _symbol,
    sympy.Add: _sum_of_terms,
    sympy.Mul: _product_of_factors,
    sympy.Pow: _power,
    AppliedUndef: _undefined_function,
    sympy.Abs: _same_as_first,
    sympy.re: _same_as_first,
    sympy.im: _same_as_first,
    sympy.conjugate: _same_as_first,
    sympy.adjoint: _same_as_first,
    sympy.Max: _sum_of_terms,
    sympy.Min: _sum_of_terms,
    sympy.Mod: _sum_of_terms,
    sympy.sign: _compared,
    sympy.arg: _compared,
    sympy.atan2: _compared,
    sympy.Heaviside: _step,
    sympy.DiracDelta: _delta,
    sympy.KroneckerDelta: _compared,
    sympy.Piecewise: _piecewise,
    sympy.Derivative: _derivative,
    sympy.Integral: _integral,
    sympy.Sum: _sum,
    sympy.Product: _product_over_index,
    sympy.Subs: _substituted,
    sympy.Limit: _limit,
    sympy.Order: _order,
    sympy.MatrixBase: _matrix,
}

# Not one function of these modules is homogeneous, so each needs pure numbers.  Others
# (polar_lift, SingularityFunction, ...) have no rule and stay unknown.
_TRANSCENDENTAL_MODULES: Final = (
    "sympy.functions.elementary.exponential",
    "sympy.functions.elementary.trigonometric",
    "sympy.functions.elementary.hyperbolic",
    "sympy.functions.elementary.integers",
    "sympy.functions.combinatorial",
    "sympy.functions.special.bessel",
    "sympy.functions.special.beta_functions",
    "sympy.functions.special.elliptic_integrals",
    "sympy.functions.special.error_functions",
    "sympy.functions.special.gamma_functions",
    "sympy.functions.special.hyper",
    "sympy.functions.special.mathieu_functions",
    "sympy.functions.special.polynomials",
    "sympy.functions.special.spherical_harmonics",
    "sympy.functions.special.zeta_functions",
)


def _disagreement(first: Any, first_found: Found, second: Any, second_found: Found) -> str:
    return (
        f"{_readable(first)} has dimension {first_found}, but {_readable(second)} has dimension {second_found}; "
        "expected one dimension"
    )


def _readable(expr: Any, width: int = 80) -> str:
    """An expression in one line for an error message: π R² B rather than pi*R**2*B."""
    text = re.sub(r"[A-Za-z]\w*", lambda found: wording.name(found[0]), str(expr))
    text = re.sub(r"\*\*(\d+)(?!\w)", lambda power: power[1].translate(_SUPERSCRIPTS), text)
    text = re.sub(r"(?<!\*)\*(?!\*)", " ", text)
    return text if len(text) <= width else text[: width - 1] + "…"


# --- From one system into another -------------------------------------------------------


def to_gaussian(expr: Any, lookup: Lookup = declared, *, c: Any, epsilon_0: Any, mu_0: Any = None) -> Any:
    """An SI expression in Gaussian quantities, to be used on a whole equation.

    Each symbol q_SI becomes q_G / factor.  The speed of light and ε₀ stay; μ₀, where the
    expression has one, becomes 1/(ε₀c²).  Apply it to lhs/rhs or lhs - rhs: ε₀ then cancels,
    because an equation that holds in SI holds whatever ε₀ is.  `c` and `epsilon_0` must be
    positive, or their roots would not combine.  Raises UnknownDimension where a quantity that
    changes is a variable of integration or differentiation, or an argument of an undefined function.
    """
    return _convert(expr, lookup, c, epsilon_0, mu_0, power=-1)


def to_si(expr: Any, lookup: Lookup = declared, *, c: Any, epsilon_0: Any) -> Any:
    """A Gaussian expression in SI quantities: each symbol q_G becomes factor · q_SI.  See `to_gaussian`."""
    return _convert(expr, lookup, c, epsilon_0, None, power=1)


def gaussian_factor(dimension: Dimension, *, c: Any, epsilon_0: Any) -> Any:
    """The factor (4π)^a ε₀^b c^d in q_Gaussian = factor · q_SI, as an exact expression."""
    powers = ((4 * sympy.pi, dimension.four_pi), (epsilon_0, dimension.epsilon_0), (c, dimension.c))
    return sympy.Mul(*(base ** _rational(power) for base, power in powers))


def _convert(expr: Any, lookup: Lookup, c: Any, epsilon_0: Any, mu_0: Any, power: int) -> Any:
    for name, constant in (("c", c), ("epsilon_0", epsilon_0)):
        if not constant.is_positive:
            raise ClaimError(f"{name} is {constant}, expected a symbol or number declared positive=True")
    expr = sympy.sympify(expr, strict=True)
    rule = {} if mu_0 is None else {mu_0: 1 / (epsilon_0 * c**2)}
    for thing in _quantities(expr) - {c, epsilon_0, mu_0}:
        factor = gaussian_factor(lookup(thing), c=c, epsilon_0=epsilon_0)
        if factor != 1:
            rule[thing] = thing * factor**power
    _check_replaceable(expr, set(rule))
    return expr.xreplace(rule)


def _quantities(expr: Any) -> set[Any]:
    """Every symbol and applied function that stands for a quantity; indices of sums do not."""
    bound = {limit[0] for node in expr.atoms(sympy.Integral) for limit in node.limits}
    bound |= {variable for node in expr.atoms(sympy.Subs) for variable in node.variables}
    bound |= {node.args[1] for node in expr.atoms(sympy.Limit)}
    return set(expr.free_symbols | bound | expr.atoms(AppliedUndef))


def _check_replaceable(expr: Any, changing: set[Any]) -> None:
    for node in expr.atoms(sympy.Integral, sympy.Derivative, sympy.Subs, sympy.Limit, AppliedUndef):
        if isinstance(node, AppliedUndef):
            fixed = node.args
        elif isinstance(node, sympy.Limit):
            fixed = node.args[1:2]
        else:
            fixed = node.variables
        stuck = changing & {part for item in fixed for part in sympy.preorder_traversal(item)}
        if stuck:
            raise UnknownDimension(
                f"{min(map(str, stuck))} changes between SI and Gaussian units and is a variable in {_readable(node)}, "
                "which cannot be rewritten symbol by symbol"
            )


# --- Units of measurement ---------------------------------------------------------------


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
        exact = _fraction(power)
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
        si = _rational(self.factor)
        if system is UnitSystem.SI:
            return si
        if system is UnitSystem.ATOMIC:
            raise ClaimError(f"unit {self} is asked for in atomic units, expected SI or Gaussian")
        speed = sympy.Integer(299792458)
        epsilon_0 = sympy.Integer(10) ** 7 / (4 * sympy.pi * speed**2)
        vector = self.dimension.vector(system)
        centimetres = sympy.Integer(100) ** _rational(vector.length)
        grams = sympy.Integer(1000) ** _rational(vector.mass)
        return si * gaussian_factor(self.dimension, c=speed, epsilon_0=epsilon_0) * centimetres * grams

    @property
    def symbol(self) -> str:
        """The unit as printed, such as "nA/T" or "kg m² s⁻²"; "1" for the pure number."""
        above = [_with_power(name, power) for name, power in self.powers if power > 0]
        below = [(name, -power) for name, power in self.powers if power < 0]
        if len(above) == 1 and len(below) == 1:
            return f"{above[0]}/{_with_power(*below[0])}"
        return " ".join(above + [_with_power(name, -power) for name, power in below]) or "1"

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


def _rational(fraction: Fraction) -> Any:
    return sympy.Rational(fraction.numerator, fraction.denominator)


def _exact_power(factor: Fraction, power: Fraction, name: str) -> Fraction:
    root = _rational(factor) ** _rational(power)
    if not root.is_Rational:
        raise ClaimError(f"unit {name} to the power {power} has the irrational factor {root}, expected a rational one")
    return Fraction(int(root.p), int(root.q))


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
