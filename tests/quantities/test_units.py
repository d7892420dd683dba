"""Dimensions in three unit systems, dimensions of expressions, conversion, units of measurement."""

import pickle
from fractions import Fraction

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import Rational, exp, log, oo, pi, sin, sqrt

from verify.errors import ClaimError
from verify.quantities import dimension_names as dim
from verify.quantities import units as u
from verify.quantities.constants import CODATA_2018, CODATA_2022
from verify.quantities.dimension import ANY, PURE, Dimension, DimensionError, Exponents, UnitSystem, UnknownDimension
from verify.quantities.dimension_of import check_condition, check_equation, dimension_of
from verify.quantities.symbols import function, symbol
from verify.quantities.systems import to_gaussian, to_si

SI, GAUSSIAN, ATOMIC = UnitSystem.SI, UnitSystem.GAUSSIAN, UnitSystem.ATOMIC
seeded = settings(derandomize=True, deadline=None)


def declare(name, dimension, **assumptions):
    return symbol(name, name, name, dimension, **(assumptions or {"positive": True}))


m, R, r, t, v = (
    declare(n, d) for n, d in zip("mRrtv", (dim.MASS, dim.LENGTH, dim.LENGTH, dim.TIME, dim.VELOCITY), strict=True)
)
q, e, E, B, I = (  # noqa: E741
    declare(n, d)
    for n, d in zip(
        ("q", "e", "E", "B", "I"),
        (dim.CHARGE, dim.CHARGE, dim.ELECTRIC_FIELD, dim.MAGNETIC_FIELD, dim.CURRENT),
        strict=True,
    )
)
F, U, h, c, Phi, mu = (
    declare(n, d)
    for n, d in zip(
        ("F", "U", "h", "c", "Phi", "mu"),
        (dim.FORCE, dim.ENERGY, dim.ACTION, dim.VELOCITY, dim.MAGNETIC_FLUX, dim.MAGNETIC_MOMENT),
        strict=True,
    )
)
eps0, mu0 = declare("epsilon_0", dim.PERMITTIVITY), declare("mu_0", dim.PERMEABILITY)
x = declare("x", dim.DIMENSIONLESS, real=True)
n = declare("n", dim.DIMENSIONLESS, integer=True)
A = function("A", "A", "vector potential", dim.VECTOR_POTENTIAL, arguments=(dim.LENGTH,), real=True)

DIMENSIONS = {name: thing for name, thing in vars(dim).items() if isinstance(thing, Dimension) and thing != dim.UNKNOWN}


# --- dimensions -------------------------------------------------------------------------


@pytest.mark.parametrize("name", DIMENSIONS)
def test_every_dimension_has_no_current_in_gaussian_units_and_nothing_in_atomic_ones(name):
    dimension = DIMENSIONS[name]
    assert dimension.vector(GAUSSIAN).current == 0
    assert dimension.vector(ATOMIC) == PURE
    assert dimension.vector(GAUSSIAN).temperature == dimension.temperature
    assert all(power.denominator in (1, 2) for power in dimension.key)


JACKSON_TABLE_3 = [
    # quantity, exponents of (4π, ε₀, c) in Gaussian / SI, with μ₀ = 1/(ε₀c²)
    ("CHARGE", -0.5, -0.5, 0),
    ("CURRENT", -0.5, -0.5, 0),
    ("CHARGE_DENSITY", -0.5, -0.5, 0),
    ("CURRENT_DENSITY", -0.5, -0.5, 0),
    ("POLARIZATION", -0.5, -0.5, 0),
    ("ELECTRIC_FIELD", 0.5, 0.5, 0),
    ("ELECTRIC_POTENTIAL", 0.5, 0.5, 0),
    ("ELECTRIC_DISPLACEMENT", 0.5, -0.5, 0),
    ("MAGNETIC_FIELD", 0.5, 0.5, 1),
    ("MAGNETIC_FLUX", 0.5, 0.5, 1),
    ("VECTOR_POTENTIAL", 0.5, 0.5, 1),
    ("MAGNETIC_FIELD_STRENGTH", 0.5, -0.5, -1),
    ("MAGNETIZATION", -0.5, -0.5, -1),
    ("MAGNETIC_MOMENT", -0.5, -0.5, -1),
    ("CONDUCTIVITY", -1, -1, 0),
    ("PERMITTIVITY", 0, -1, 0),
    ("PERMEABILITY", 0, 1, 2),
    ("RESISTANCE", 1, 1, 0),
    ("INDUCTANCE", 1, 1, 0),
    ("CAPACITANCE", -1, -1, 0),
    ("ENERGY", 0, 0, 0),
    ("FORCE", 0, 0, 0),
]


@pytest.mark.parametrize(("name", "four_pi", "epsilon_0", "c_power"), JACKSON_TABLE_3)
def test_factors_are_those_of_jackson(name, four_pi, epsilon_0, c_power):
    dimension = DIMENSIONS[name]
    assert (dimension.four_pi, dimension.epsilon_0, dimension.c) == (four_pi, epsilon_0, c_power)


@pytest.mark.parametrize(
    ("name", "si", "gaussian"),
    [
        ("CHARGE", "T I", "M^(1/2) L^(3/2) T⁻¹"),
        ("ELECTRIC_FIELD", "M L T⁻³ I⁻¹", "M^(1/2) L^(-1/2) T⁻¹"),
        ("MAGNETIC_FIELD", "M T⁻² I⁻¹", "M^(1/2) L^(-1/2) T⁻¹"),
        ("MAGNETIC_FLUX", "M L² T⁻² I⁻¹", "M^(1/2) L^(3/2) T⁻¹"),
        ("CONDUCTIVITY", "M⁻¹ L⁻³ T³ I²", "T⁻¹"),
        ("CAPACITANCE", "M⁻¹ L⁻² T⁴ I²", "L"),
        ("INDUCTANCE", "M L² T⁻² I⁻²", "L⁻¹ T²"),
        ("RESISTANCE", "M L² T⁻³ I⁻²", "L⁻¹ T"),
        ("PERMITTIVITY", "M⁻¹ L⁻³ T⁴ I²", "1"),
        ("PERMEABILITY", "M L T⁻² I⁻²", "1"),
        ("MAGNETIC_MOMENT", "L² I", "M^(1/2) L^(5/2) T⁻¹"),
    ],
)
def test_vectors_and_how_they_print(name, si, gaussian):
    dimension = DIMENSIONS[name]
    assert str(dimension) == str(dimension.vector(SI)) == si
    assert str(dimension.vector(GAUSSIAN)) == gaussian


def test_all_gaussian_fields_share_one_dimension():
    fields = ["ELECTRIC_FIELD", "ELECTRIC_DISPLACEMENT", "MAGNETIC_FIELD", "MAGNETIC_FIELD_STRENGTH", "MAGNETIZATION"]
    assert len({DIMENSIONS[name].vector(GAUSSIAN) for name in fields}) == 1
    assert len({DIMENSIONS[name].vector(SI) for name in fields}) == 4


def test_what_may_be_equated_depends_on_the_system():
    charge_squared, force_area = dim.CHARGE**2, dim.FORCE * dim.AREA
    assert charge_squared.vector(GAUSSIAN) == force_area.vector(GAUSSIAN)
    assert charge_squared.vector(SI) != force_area.vector(SI)
    assert dim.CURRENT.vector(ATOMIC) == dim.LENGTH.vector(ATOMIC)
    assert (dim.CURRENT * dim.AREA).vector(SI) == dim.MAGNETIC_MOMENT.vector(SI)
    assert (dim.CURRENT * dim.AREA).vector(GAUSSIAN) != dim.MAGNETIC_MOMENT.vector(GAUSSIAN)


def test_equality_is_stricter_than_equality_in_a_system():
    assert dim.MAGNETIZATION.vector(GAUSSIAN) == dim.MAGNETIC_FIELD_STRENGTH.vector(GAUSSIAN)
    assert dim.MAGNETIZATION.vector(SI) == dim.MAGNETIC_FIELD_STRENGTH.vector(SI)
    assert dim.MAGNETIZATION != dim.MAGNETIC_FIELD_STRENGTH


rationals = st.fractions(min_value=-4, max_value=4, max_denominator=6)
dimensions = st.builds(Dimension, *[rationals] * 7)


@seeded
@given(dimensions, dimensions, rationals)
def test_vectors_follow_the_algebra(a, b, power):
    for system in UnitSystem:
        assert (a * b).vector(system) == a.vector(system) * b.vector(system)
        assert (a / b).vector(system) == a.vector(system) / b.vector(system)
        assert (a**power).vector(system) == a.vector(system) ** power
    assert a / a == dim.DIMENSIONLESS
    assert a.vector(GAUSSIAN).current == 0


@seeded
@given(dimensions, st.fractions(min_value=Fraction(1, 5), max_value=5, max_denominator=5))
def test_powers_are_undone_by_roots(a, power):
    assert (a**power) ** (1 / power) == a
    assert pickle.loads(pickle.dumps(a)) == a
    assert hash(a**1) == hash(a)


@pytest.mark.parametrize("power", [0.5, 1.0, "2", None, True, sqrt(2), sympy.Float(2)])
def test_a_power_is_exact(power):
    with pytest.raises(ClaimError, match="expected an int or a Fraction"):
        dim.LENGTH**power


def test_sympy_rationals_are_exact_powers():
    assert dim.LENGTH ** Rational(1, 2) == dim.LENGTH ** Fraction(1, 2)
    assert Dimension(length=Rational(1, 2)) == dim.LENGTH ** Fraction(1, 2)


def test_a_dimension_is_frozen_and_multiplies_only_dimensions():
    with pytest.raises(AttributeError):
        dim.LENGTH.length = 2
    with pytest.raises(TypeError):
        dim.LENGTH * 2
    with pytest.raises(TypeError):
        dim.LENGTH / m


def test_repr_shows_the_factor():
    assert repr(dim.LENGTH) == "<Dimension L>"
    assert repr(dim.MAGNETIC_FIELD) == "<Dimension M T⁻² I⁻¹; Gaussian = 4π^(1/2) ε₀^(1/2) c SI>"


# --- dimensions of expressions ----------------------------------------------------------


def of(expr, system=SI):
    return dimension_of(expr, system)


ONE_DIMENSION = [
    (m * v**2 / 2, dim.ENERGY),
    (pi * R**2, dim.AREA),
    (sqrt(R * r), dim.LENGTH),
    ((R**3) ** Rational(1, 6), dim.LENGTH ** Fraction(1, 2)),
    (R + r - 2 * pi * R, dim.LENGTH),
    (sympy.Abs(R - r), dim.LENGTH),
    (sympy.sign(R - r), dim.DIMENSIONLESS),
    (sympy.Max(R, r), dim.LENGTH),
    (sympy.Min(R, r), dim.LENGTH),
    (sympy.Max(R - r, 0) + r, dim.LENGTH),
    (R * exp(-r / R), dim.LENGTH),
    (log(r / R), dim.DIMENSIONLESS),
    (sin(2 * pi * r / R), dim.DIMENSIONLESS),
    (x**x, dim.DIMENSIONLESS),
    (2**n, dim.DIMENSIONLESS),
    ((r / R) ** n, dim.DIMENSIONLESS),
    (sympy.I * R, dim.LENGTH),
    (sympy.Integer(5), dim.DIMENSIONLESS),
    (sympy.EulerGamma, dim.DIMENSIONLESS),
    (sympy.atan2(R, r), dim.DIMENSIONLESS),
    (sympy.besselj(n, r / R), dim.DIMENSIONLESS),
    (sympy.elliptic_k(r**2 / R**2), dim.DIMENSIONLESS),
    (sympy.hyper([x], [x + 1], r / R), dim.DIMENSIONLESS),
    (sympy.gamma(n) * sympy.erf(r / R), dim.DIMENSIONLESS),
    (sympy.factorial(n), dim.DIMENSIONLESS),
    (sympy.floor(r / R), dim.DIMENSIONLESS),
    (sympy.Heaviside(R - r), dim.DIMENSIONLESS),
    (sympy.DiracDelta(R - r), dim.WAVENUMBER),
    (sympy.DiracDelta(R - r, 1), dim.LENGTH**-2),
    (sympy.re(R * x, evaluate=False), dim.LENGTH),
    (sympy.conjugate(A(r)), dim.VECTOR_POTENTIAL),
    (sympy.Mod(r, R), dim.LENGTH),
    (sympy.Piecewise((R, r < R), (r, True)), dim.LENGTH),
    (sympy.Piecewise((R, (r < R) & (r > 0)), (0, True)), dim.LENGTH),
    (A(r) * R, dim.MAGNETIC_FLUX),
    (A(r).diff(r), dim.MAGNETIC_FIELD),
    (A(r).diff(r, 2), dim.MAGNETIC_FIELD / dim.LENGTH),
    (A(2 * r).diff(r), dim.MAGNETIC_FIELD),
    (sympy.Derivative(m * r**2, r, 2), dim.MASS),
    (sympy.Integral(A(r), r), dim.MAGNETIC_FLUX),
    (sympy.Integral(A(r), (r, 0, R)), dim.MAGNETIC_FLUX),
    (sympy.Integral(A(r) / r, (r, R, oo)), dim.VECTOR_POTENTIAL),
    (sympy.Integral(m, (r, 0, R), (t, 0, 1 * t)), dim.MASS * dim.LENGTH * dim.TIME),
    (sympy.Sum(R / n**2, (n, 1, oo)), dim.LENGTH),
    (sympy.Product(1 + x / n, (n, 1, oo)), dim.DIMENSIONLESS),
    (sympy.Product(R * n, (n, 1, 3)), dim.VOLUME),
    (sympy.Limit(sin(r / R) / r, r, 0), dim.WAVENUMBER),
    (1 + x + sympy.O(x**2), dim.DIMENSIONLESS),
    (sympy.Matrix([[R, r], [0, R]]), dim.LENGTH),
    (sympy.Pow(R, 0, evaluate=False), dim.DIMENSIONLESS),
    (log(R) - log(r), dim.DIMENSIONLESS),
    (1 + 2 * log(R) - log(r**2), dim.DIMENSIONLESS),
    (m * log(R) - m * log(r), dim.MASS),
    (log(R) - log(r) + x * log(m) - x * log(2 * m), dim.DIMENSIONLESS),
    (sympy.Derivative(log(r), r), dim.WAVENUMBER),
    (r * sympy.Derivative(1 + 2 * log(r), r), dim.DIMENSIONLESS),
    (sympy.Derivative(m * log(A(r)), r), dim.MASS / dim.LENGTH),
]


@pytest.mark.parametrize(("expr", "dimension"), ONE_DIMENSION, ids=lambda thing: str(thing)[:40])
def test_dimension_of_an_expression(expr, dimension):
    for system in UnitSystem:
        assert dimension_of(expr, system) == dimension.vector(system)


WRONG = [
    m + R,
    1 + R,
    R - r**2,
    sin(R),
    exp(m),
    log(R),
    log(R) + log(r),
    log(R) - log(m),
    2 * log(R) - log(r),
    m * log(R) - log(r),
    x * log(R) - log(r),
    1 + m + log(R) - log(r),
    sympy.floor(R),
    x**R,
    2**R,
    R**m,
    sympy.Max(R, m),
    sympy.atan2(R, m),
    sympy.Heaviside(R - m, 0),
    sympy.Piecewise((R, r < R), (m, True)),
    sympy.Piecewise((R, r < m), (r, True)),
    sympy.Piecewise((R, (r < R) & (m > 1)), (r, True)),
    A(m),
    A(r) + A(r).diff(r),
    sympy.Integral(A(r), (r, 0, m)),
    sympy.Integral(A(r) + 1, (r, 0, R)),
    sympy.Sum(R, (n, 0, m)),
    sympy.Sum(1 / r, (r, 1, 5)),
    sympy.Limit(r / R, r, m),
    sympy.Subs(A(r), r, m),
    sympy.besselj(0, R),
    sympy.hyper([R], [x], x),
    sympy.gamma(R),
    sin(r / R) * (1 + m),
    sympy.Derivative(A(r) + m, r),
    sympy.Derivative(r * log(r), r),
    sympy.Derivative(log(log(r)), r),
    sympy.Derivative(sin(log(r)), r),
    sympy.Derivative(m + log(r), r),
]


@pytest.mark.parametrize("expr", WRONG, ids=lambda thing: str(thing)[:40])
def test_wrong_dimensions_are_found(expr):
    for system in (SI, GAUSSIAN):
        with pytest.raises(DimensionError):
            dimension_of(expr, system)


@pytest.mark.parametrize("expr", [m + R, sin(R), x**R, A(m)], ids=str)
def test_atomic_units_have_no_wrong_dimensions(expr):
    assert of(expr, ATOMIC) == PURE


UNKNOWN = [
    R**pi,
    R ** sqrt(2),
    sympy.Symbol("undeclared"),
    sympy.Function("f")(R),
    sympy.nan,
    sympy.zoo,
    sympy.Product(R, (n, 1, n)),
    sympy.Matrix([R, m]),
    sympy.MatrixSymbol("M", 2, 2),
    sympy.polar_lift(sympy.Symbol("z") * R),
    sympy.SingularityFunction(R, r, 2),
    sympy.Derivative(A(r), (r, n)),
    sympy.Integral(sympy.Symbol("k"), (sympy.Symbol("k"), 0, oo)),
    sympy.Piecewise((R, sympy.Contains(x, sympy.S.Integers)), (r, True)),
    sympy.Pow(0, -1, evaluate=False),
    sympy.Eq(R, r),
    sympy.IndexedBase("a")[n],
    sympy.Tuple(R, R),
]


@pytest.mark.parametrize("expr", UNKNOWN, ids=lambda thing: str(thing)[:40])
def test_what_has_no_rule_is_unknown(expr):
    with pytest.raises(UnknownDimension):
        of(expr)


def test_unknown_is_not_a_dimension_error():
    assert not issubclass(UnknownDimension, DimensionError)
    assert not issubclass(DimensionError, UnknownDimension)


@pytest.mark.parametrize("expr", [0, oo, -oo, sympy.Mul(0, R, evaluate=False), sympy.Integral(0, (r, 0, R))], ids=str)
def test_zero_and_infinity_agree_with_anything(expr):
    assert of(expr) is ANY
    assert check_equation(expr, m, SI) == dim.MASS.vector(SI)


def test_an_undeclared_variable_of_integration_has_the_dimension_of_its_limits():
    s = sympy.Dummy("s")
    assert of(sympy.Integral(m * s, (s, 0, R))) == (dim.MASS * dim.AREA).vector(SI)
    inner, outer = sympy.Dummy("inner"), sympy.Dummy("outer")
    nested = sympy.Integral(inner, (inner, 0, outer), (outer, 0, R))
    assert of(nested) == dim.VOLUME.vector(SI)


def test_text_and_floats():
    with pytest.raises(sympy.SympifyError):
        of("R + r")


def test_messages_name_both_terms():
    with pytest.raises(DimensionError) as error:
        check_equation(pi * R**2 * B, h / m, SI)
    assert str(error.value) == (
        "π B R² has dimension M L² T⁻² I⁻¹, but h/m has dimension L² T⁻¹; expected one dimension"
    )
    with pytest.raises(DimensionError, match="the argument of sin, R has dimension L, expected a pure number"):
        of(sin(R))
    with pytest.raises(DimensionError, match="the exponent R has dimension L, expected a pure number"):
        of(x**R)
    with pytest.raises(DimensionError, match="argument m of A has dimension M, expected L"):
        of(A(m))
    with pytest.raises(UnknownDimension, match="no rule for the dimension of"):
        of(sympy.MatrixSymbol("M", 2, 2))
    with pytest.raises(UnknownDimension, match="k was declared without a dimension"):
        of(sympy.Symbol("k"))


def test_a_long_expression_is_cut_in_messages():
    long = sum(R**k / r**k for k in range(1, 60))
    with pytest.raises(DimensionError) as error:
        check_equation(long, m, SI)
    assert len(str(error.value)) < 250


def test_conditions():
    check_condition((r > 0) & (r < R), SI)
    check_condition(sympy.true, SI)
    check_condition(~(r < R) | sympy.Ne(m, 0), SI)
    with pytest.raises(DimensionError):
        check_condition((r > 0) & (r < m), SI)
    with pytest.raises(UnknownDimension):
        check_condition(sympy.Symbol("p"), SI)


def test_the_lookup_may_be_the_papers_own():
    k = sympy.Symbol("k")
    assert dimension_of(k * R, SI, {k: dim.WAVENUMBER, R: dim.LENGTH}.__getitem__) == PURE


def test_gaussian_and_si_forms_are_each_right_in_their_own_system_only():
    si, gaussian = q**2 / (4 * pi * eps0 * r**2), q**2 / r**2
    assert check_equation(F, si, SI) == dim.FORCE.vector(SI)
    assert check_equation(F, gaussian, GAUSSIAN) == dim.FORCE.vector(GAUSSIAN)
    with pytest.raises(DimensionError):
        check_equation(F, gaussian, SI)


@pytest.mark.parametrize(
    ("lhs", "si", "gaussian"),
    [
        (Phi, h / e, h * c / e),
        (mu, e * h / (4 * pi * m), e * h / (4 * pi * m * c)),
        (1 / t, e * B / m, e * B / (m * c)),
        (F, q * v * B, q * v * B / c),
        (mu * B, U, U),
        (mu, I * R**2, I * R**2 / c),
        (B, mu0 * I / (2 * pi * r), 2 * I / (c * r)),
    ],
    ids=str,
)
def test_a_lost_c_is_found(lhs, si, gaussian):
    check_equation(lhs, si, SI)
    check_equation(lhs, gaussian, GAUSSIAN)
    if si != gaussian:
        with pytest.raises(DimensionError):
            check_equation(lhs, si.subs(mu0, 1), GAUSSIAN)
        with pytest.raises(DimensionError):
            check_equation(lhs, gaussian, SI)


quantities = st.sampled_from([m, R, r, t, v, q, B, x, h])
products = st.lists(st.tuples(quantities, st.integers(-3, 3)), min_size=1, max_size=5)


@seeded
@given(products)
def test_products_have_the_product_of_the_dimensions(factors):
    expr = sympy.Mul(*(thing**power for thing, power in factors))
    expected = dim.DIMENSIONLESS
    for thing, power in factors:
        expected = expected * thing.dimension**power
    for system in UnitSystem:
        assert dimension_of(expr, system) == expected.vector(system)


@seeded
@given(products, products)
def test_a_sum_is_right_exactly_when_its_terms_agree(first, second):
    a, b = (sympy.Mul(*(thing**power for thing, power in factors)) for factors in (first, second))
    expr = sympy.Add(a, 2 * b, evaluate=False)
    if of(a) == of(b):
        assert of(expr) == of(a)
    else:
        with pytest.raises(DimensionError):
            of(expr)


# --- from one system into the other -----------------------------------------------------

sigma, eps = declare("sigma", dim.CONDUCTIVITY), declare("epsilon", dim.PERMITTIVITY)
D, H, M = (
    declare("D", dim.ELECTRIC_DISPLACEMENT),
    declare("H", dim.MAGNETIC_FIELD_STRENGTH),
    declare("M", dim.MAGNETIZATION),
)
P, chi, L = declare("P", dim.POLARIZATION), declare("chi", dim.ELECTRIC_SUSCEPTIBILITY), declare("L", dim.INDUCTANCE)
N, lam, omega = declare("N", dim.NUMBER_DENSITY), declare("lambda", dim.LENGTH), declare("omega", dim.FREQUENCY)
J, C, V = declare("J", dim.CURRENT_DENSITY), declare("C", dim.CAPACITANCE), declare("V", dim.ELECTRIC_POTENTIAL)

TWO_WAYS_TO_WRITE = {
    "Coulomb's law": ((F, q**2 / (4 * pi * eps0 * r**2)), (F, q**2 / r**2)),
    "field of a charge": ((E, q / (4 * pi * eps0 * r**2)), (E, q / r**2)),
    "Ampère's law": ((B * 2 * pi * r, mu0 * I), (B * 2 * pi * r, 4 * pi * I / c)),
    "flux quantum": ((Phi, h / e), (Phi, h * c / e)),
    "Bohr magneton": ((mu, e * h / (4 * pi * m)), (mu, e * h / (4 * pi * m * c))),
    "cyclotron frequency": ((omega, e * B / m), (omega, e * B / (m * c))),
    "London depth": ((lam**2, m / (mu0 * N * e**2)), (lam**2, m * c**2 / (4 * pi * N * e**2))),
    "Lorentz force": ((F, q * (E + v * B)), (F, q * (E + v * B / c))),
    "displacement": ((D, eps0 * E + P), (D, E + 4 * pi * P)),
    "magnetization": ((B, mu0 * (H + M)), (B, H + 4 * pi * M)),
    "susceptibility": ((P, eps0 * chi * E), (P, chi * E)),
    "permittivity": ((D, eps * E), (D, eps * E)),
    "Ohm's law": ((J, sigma * E), (J, sigma * E)),
    "field energy": ((U / R**3, eps0 * E**2 / 2 + B**2 / (2 * mu0)), (U / R**3, (E**2 + B**2) / (8 * pi))),
    "moment of a loop": ((mu, I * pi * R**2), (mu, I * pi * R**2 / c)),
    "self-inductance": ((U, L * I**2 / 2), (U, L * I**2 / 2)),
    "capacitor": ((C * r, eps0 * R**2), (C * r, R**2 / (4 * pi))),
    "skin depth": ((lam**2, 2 / (mu0 * sigma * omega)), (lam**2, c**2 / (2 * pi * sigma * omega))),
    "plasma frequency": ((omega**2, N * e**2 / (eps0 * m)), (omega**2, 4 * pi * N * e**2 / m)),
    "mechanics": ((U, m * v**2 / 2), (U, m * v**2 / 2)),
}


def ratio(sides):
    return sides[0] / sides[1]


@pytest.mark.parametrize("name", TWO_WAYS_TO_WRITE)
def test_si_becomes_gaussian(name):
    si, gaussian = TWO_WAYS_TO_WRITE[name]
    converted = to_gaussian(ratio(si), c=c, epsilon_0=eps0, mu_0=mu0)
    assert sympy.simplify(converted / ratio(gaussian)) == 1


@pytest.mark.parametrize("name", TWO_WAYS_TO_WRITE)
def test_gaussian_becomes_si(name):
    si, gaussian = TWO_WAYS_TO_WRITE[name]
    converted = to_si(ratio(gaussian), c=c, epsilon_0=eps0)
    assert sympy.simplify(converted / ratio(si).subs(mu0, 1 / (eps0 * c**2))) == 1


@pytest.mark.parametrize("name", TWO_WAYS_TO_WRITE)
def test_each_way_to_write_has_dimensions(name):
    si, gaussian = TWO_WAYS_TO_WRITE[name]
    check_equation(*si, SI)
    check_equation(*gaussian, GAUSSIAN)


@pytest.mark.parametrize("name", [name for name, ways in TWO_WAYS_TO_WRITE.items() if ways[0] != ways[1]])
def test_the_conversion_tells_wrong_forms_apart(name):
    si, gaussian = TWO_WAYS_TO_WRITE[name]
    converted = to_gaussian(ratio(si), c=c, epsilon_0=eps0, mu_0=mu0)
    assert sympy.simplify(converted / ratio(gaussian) * 4 * pi) != 1
    assert sympy.simplify(converted / ratio(si)) != 1


def test_conversion_in_functions_and_integrals():
    flux = sympy.Integral(A(r), (r, 0, R)) / Phi
    assert to_gaussian(flux, c=c, epsilon_0=eps0).doit().equals(flux) is not False
    assert to_gaussian(A(r) / B, c=c, epsilon_0=eps0) == A(r) / B
    assert to_gaussian(sympy.Sum(q * n, (n, 0, 3)) / q, c=c, epsilon_0=eps0).doit() == 6


def test_round_trip_returns_the_expression():
    expr = q * v * B / F + E**2
    back = to_si(to_gaussian(expr, c=c, epsilon_0=eps0), c=c, epsilon_0=eps0)
    assert sympy.expand(back - expr) == 0


def test_conversion_refuses_what_it_cannot_do():
    f = function("f", "f", "f", dim.ENERGY, real=True)
    for expr in (f(B), sympy.Integral(B, (B, 0, B)), sympy.Derivative(f(r) * q, q), sympy.Limit(q * f(r), q, 0)):
        with pytest.raises(UnknownDimension, match="changes between SI and Gaussian units"):
            to_gaussian(expr, c=c, epsilon_0=eps0)
    plain = declare("c", dim.VELOCITY, real=True)
    with pytest.raises(ClaimError, match="c is c, expected"):
        to_gaussian(q, c=plain, epsilon_0=eps0)


# --- units of measurement ---------------------------------------------------------------

UNITS = {name: thing for name, thing in vars(u).items() if isinstance(thing, u.Unit)}


@pytest.mark.parametrize("name", UNITS)
def test_every_unit_is_exact_and_survives_pickling(name):
    unit = UNITS[name]
    assert isinstance(unit.factor, Fraction)
    assert unit.factor > 0
    assert pickle.loads(pickle.dumps(unit)) == unit
    assert (unit / unit).factor == 1
    assert str(unit / unit) == "1"


SAME_WORTH = [
    (u.newton, u.kilogram * u.metre / u.second**2),
    (u.joule, u.newton * u.metre),
    (u.watt, u.joule / u.second),
    (u.volt, u.watt / u.ampere),
    (u.coulomb, u.ampere * u.second),
    (u.ohm, u.volt / u.ampere),
    (u.siemens, 1 / u.ohm),
    (u.farad, u.coulomb / u.volt),
    (u.henry, u.joule / u.ampere**2),
    (u.pascal, u.newton / u.metre**2),
    (u.centimetre, u.centi * u.metre),
    (u.kilogram, u.kilo * u.gram),
    (u.erg, u.dyne * u.centimetre),
    (u.dyne, u.gram * u.centimetre / u.second**2),
    (u.tonne, u.mega * u.gram),
]


@pytest.mark.parametrize(("one", "other"), SAME_WORTH, ids=str)
def test_units_that_are_equal(one, other):
    assert one.factor == other.factor
    assert one.dimension == other.dimension


@pytest.mark.parametrize(
    ("one", "other"),
    [(u.weber, u.tesla * u.metre**2), (u.weber, u.volt * u.second), (u.tesla, u.newton / (u.ampere * u.metre))],
    ids=str,
)
def test_magnetic_units_are_equal_in_si(one, other):
    assert one.factor == other.factor
    assert one.dimension.vector(SI) == other.dimension.vector(SI)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (u.statcoulomb**2, u.dyne * u.centimetre**2),
        (u.statvolt * u.statcoulomb, u.erg),
        (u.statcoulomb / u.second, u.statampere),
        (u.maxwell, u.gauss * u.centimetre**2),
        (u.gauss**2 * u.centimetre**3, u.erg),
    ],
    ids=str,
)
def test_gaussian_units_fit_together(one, other):
    assert one.dimension.vector(GAUSSIAN) == other.dimension.vector(GAUSSIAN)
    if one.dimension.vector(SI) == other.dimension.vector(SI):
        assert one.factor == other.factor


@pytest.mark.parametrize("constants", [CODATA_2018, CODATA_2022], ids=repr)
def test_the_doubt_of_conventional_units_covers_the_measured_mu_0(constants):
    doubt = Rational(u.CONVENTIONAL_DOUBT.numerator, u.CONVENTIONAL_DOUBT.denominator)
    for measured in constants.mu_0.interval(k=3):
        assert abs(measured / (4 * pi * Rational(1, 10**7)) - 1) < doubt


def test_statcoulomb_is_what_the_factor_of_charge_says():
    """q_G = q_SI (4πε₀)^(-1/2), so 1 C is √(1/(4πε₀) · 10⁹) statC: ergs times centimetres are 10⁻⁹ J m."""
    squared = 10**9 / (4 * pi * CODATA_2022.epsilon_0.value)
    in_statcoulomb = 1 / Rational(u.statcoulomb.factor.numerator, u.statcoulomb.factor.denominator)
    assert abs(squared / in_statcoulomb**2 - 1) < Rational(1, 10**9)


@pytest.mark.parametrize(
    ("unit", "in_cgs"),
    [
        (u.metre, 100),
        (u.kilogram, 1000),
        (u.second, 1),
        (u.kelvin, 1),
        (u.pure_number, 1),
        (u.joule, 10**7),
        (u.newton, 10**5),
        (u.erg, 1),
        (u.dyne, 1),
        (u.coulomb, 2997924580),
        (u.ampere, 2997924580),
        (u.statcoulomb, 1),
        (u.statampere, 1),
        (u.statvolt, 1),
        (u.volt, Rational(10**6, 299792458)),
        (u.tesla, 10**4),
        (u.gauss, 1),
        (u.weber, 10**8),
        (u.maxwell, 1),
        (u.joule / u.tesla, 1000),
        (u.farad, Rational(299792458**2, 10**5)),
        (u.ohm, Rational(10**5, 299792458**2)),
        (u.electronvolt, Rational("1.602176634e-12")),
    ],
    ids=str,
)
def test_worth_in_gaussian_base_units(unit, in_cgs):
    assert sympy.simplify(unit.worth(GAUSSIAN) - in_cgs) == 0
    assert unit.worth(SI) == Rational(unit.factor.numerator, unit.factor.denominator)
    with pytest.raises(ClaimError, match="atomic units"):
        unit.worth(ATOMIC)


def test_coulombs_law_gives_the_same_force_in_both_systems():
    """Two charges of 1 C at 1 m: 1/(4πε₀) = 10⁻⁷c² newtons, and (3·10⁹ statC)²/(100 cm)² dynes."""
    si = Rational(299792458**2, 10**7)
    gaussian = u.coulomb.worth(GAUSSIAN) ** 2 / u.metre.worth(GAUSSIAN) ** 2
    assert sympy.simplify(gaussian - si * u.newton.worth(GAUSSIAN)) == 0


def test_prefixes_and_products():
    unit = u.nano * u.ampere / u.tesla
    assert unit.factor == Fraction(1, 10**9)
    assert unit.dimension == dim.CURRENT / dim.MAGNETIC_FIELD
    assert str(unit) == "nA/T"
    assert str(u.joule * u.second) == "J s"
    assert str((u.centi * u.metre) ** 2) == "cm²"
    assert ((u.centi * u.metre) ** 2).factor == Fraction(1, 10**4)
    assert str(u.kilogram * u.metre**2 / u.second**3 / u.ampere) == "kg m² s⁻³ A⁻¹"
    assert str(1 / u.metre) == "m⁻¹"
    assert str(u.volt / u.hertz ** Fraction(1, 2)) == "V/Hz^(1/2)"
    assert (u.mega * u.electronvolt).factor == Fraction("1.602176634e-13")


def test_roots_of_units_must_be_rational():
    assert ((u.centi * u.metre) ** Fraction(1, 2)).factor == Fraction(1, 10)
    with pytest.raises(ClaimError, match="irrational factor"):
        u.gram ** Fraction(1, 2)
    with pytest.raises(ClaimError, match="expected an int or a Fraction"):
        u.metre**0.5


@pytest.mark.parametrize("thing", [2, u.ampere / u.tesla, u.metre**2, u.nano])
def test_a_prefix_stands_before_one_simple_unit(thing):
    with pytest.raises(ClaimError, match="prefix 'n'"):
        u.nano * thing


def test_only_one_divides_by_a_unit():
    for number in (2, 1.0, True):
        with pytest.raises(ClaimError, match="expected 1 or another unit"):
            number / u.metre


def test_conventional_is_inherited():
    assert (u.gauss * u.centimetre).conventional
    assert (u.kilo * u.gauss).conventional
    assert not (u.tesla * u.metre).conventional


def test_exponents_are_ordered_and_hashable():
    assert len({PURE, Exponents(), dim.LENGTH.vector(SI)}) == 2
    assert sorted([dim.LENGTH.vector(SI), PURE]) == [PURE, dim.LENGTH.vector(SI)]


LOGARITHMS = [
    (log(R**2), 2 * log(R), True),
    (log(R) - log(m), log(R / m), True),
    (log(R) + 1, log(r), True),
    (m * log(R) + m, m * log(r), True),
    (log(R), sympy.Integer(2), False),
    (log(R), 2 * log(R), False),
    (log(R), log(m), False),
    (m * log(R), log(r), False),
    (x * log(R), log(r), False),
    (log(R) + m, log(r), False),
]


@pytest.mark.parametrize(("lhs", "rhs", "agree"), LOGARITHMS)
def test_logarithms_of_both_sides_count_together(lhs, rhs, agree):
    if agree:
        check_equation(lhs, rhs, SI)
    else:
        with pytest.raises(DimensionError):
            check_equation(lhs, rhs, SI)
