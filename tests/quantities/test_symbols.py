"""Declared symbols: they must behave as SymPy symbols everywhere, and refuse bad declarations."""

import copy
import pickle
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import mpmath
import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

import verify.quantities.symbols
from tests.common.examples import examples
from verify.errors import ClaimError
from verify.quantities.dimension_names import ENERGY, LENGTH, MASS, MOMENTUM, TIME
from verify.quantities.symbols import PhysicalSymbol, check_exact, function, symbol
from verify.vocabulary.vectors import vector

m = symbol("m", r"m_{\mathrm{e}}", "electron mass", MASS, positive=True)
r = symbol("r", r"r", "radius", LENGTH, positive=True)
x = symbol("x", r"x", "position", LENGTH, real=True)
n = symbol("n", r"n", "count", MASS / MASS, integer=True)
psi = function("psi", r"\psi", "wave function", LENGTH**-1, arguments=(LENGTH,), complex=True)


# --- a symbol like any other ---


def test_a_symbol_carries_what_it_was_declared_with():
    assert (m.name, m.latex, m.meaning, m.dimension) == ("m", r"m_{\mathrm{e}}", "electron mass", MASS)
    assert m.is_positive
    assert m.is_real
    assert isinstance(m, PhysicalSymbol)


@pytest.mark.parametrize("attribute", ["latex", "meaning", "dimension"])
def test_a_symbol_is_read_only(attribute):
    with pytest.raises(AttributeError):
        setattr(m, attribute, "other")


def test_identity_is_all_that_was_declared():
    same = symbol("m", m.latex, m.meaning, MASS, positive=True)
    assert same == m
    assert hash(same) == hash(m)
    other = symbol("m", m.latex, "another meaning", MASS, positive=True)
    assert other != m
    assert (2 * other).args[1].meaning == "another meaning"  # and not that of an equal product which SymPy remembers
    assert symbol("m", r"\mu", "mass", MASS, positive=True) != m
    assert symbol("m", "m", "mass", MASS, real=True) != m
    assert symbol("m", "m", "length", LENGTH, positive=True) != m
    assert sympy.Symbol("m", positive=True) != m


def test_symbols_of_one_name_have_a_fixed_order():
    others = [symbol("m", "m", "a", dimension, positive=True) for dimension in (MASS, LENGTH, TIME)]
    plain = sympy.Symbol("m", positive=True)
    in_order = sorted([*others, plain], key=sympy.default_sort_key)
    assert sorted([plain, *others[::-1]], key=sympy.default_sort_key) == in_order
    assert len(sympy.Add(*others, plain).args) == 4
    assert len({one.compare(two) for one in others for two in others if one is not two}) == 2


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_pickling_keeps_identity_and_labels(protocol):
    expression = m * sympy.sin(x / r) ** n + psi(x)
    back = pickle.loads(pickle.dumps(expression, protocol=protocol))
    assert back == expression
    again = next(s for s in back.free_symbols if s.name == "m")
    assert (again.latex, again.meaning, again.dimension) == (m.latex, m.meaning, m.dimension)
    assert again.is_positive


def test_copies_are_equal():
    assert copy.copy(m) == m
    assert copy.deepcopy(m * x) == m * x


def test_algebra():
    assert sympy.expand((m + r) ** 2) == m**2 + 2 * m * r + r**2
    assert sympy.cancel((m**2 - r**2) / (m - r)) == m + r
    assert sympy.factor(m**2 + 2 * m * r + r**2) == (m + r) ** 2
    assert sympy.Poly(m**2 * x + x, x).coeffs() == [m**2 + 1]
    assert sympy.sqrt(m**2) == m
    assert sympy.sqrt(x**2) == sympy.Abs(x)
    assert sympy.together(1 / m + 1 / r) == (m + r) / (m * r)


def test_calculus():
    assert sympy.diff(m * x**3, x) == 3 * m * x**2
    assert sympy.integrate(x**2, (x, 0, r)) == r**3 / 3
    assert sympy.limit(sympy.sin(x) / x, x, 0) == 1
    assert sympy.series(sympy.exp(x), x, 0, 3).removeO() == 1 + x + x**2 / 2
    assert sympy.summation(n, (n, 1, 4)) == 10
    assert psi(2 * x).diff(x).has(psi)


def test_substitution_and_solving():
    assert (m * x).subs(x, r) == m * r
    assert (m * x).subs({m: 2, x: 3}) == 6
    assert (m * x).xreplace({x: r}) == m * r
    assert sympy.solve(m * x - r, x) == [r / m]
    assert sympy.solve(m**2 - r**2, m) == [r]
    assert sympy.simplify(sympy.sin(x) ** 2 + sympy.cos(x) ** 2) == 1
    positive, back = sympy.posify(x * m)
    assert positive.subs(back) == x * m


def test_matrices_hold_symbols():
    assert sympy.Matrix([[m, x], [0, r]]).det() == m * r


def test_latex_is_the_declared_one():
    assert sympy.latex(m) == r"m_{\mathrm{e}}"
    assert sympy.latex(m**2 * x) == r"m_{\mathrm{e}}^{2} x"
    assert sympy.latex(psi(x)) == r"\psi\left(x\right)"
    assert sympy.latex(psi(x) ** 2) == r"\psi\left(x\right)^{2}"
    assert str(m) == "m"


# --- functions and vectors ---


def test_a_function_carries_its_labels_and_assumptions():
    assert psi.dimension == LENGTH**-1
    assert psi(x).dimension == LENGTH**-1
    assert psi.latex == r"\psi"
    assert psi.meaning == "wave function"
    real = function("V", "V", "potential energy", ENERGY, real=True)
    assert real(x).is_real
    assert real(x, r) != real(r, x)


def test_functions_are_told_apart_by_dimension():
    def make(dimension):
        return function("f", "f", "some function", dimension, real=True)

    assert make(MASS) == make(MASS)
    assert make(MASS)(x) == make(MASS)(x)
    assert make(MASS)(x) != make(LENGTH)(x)


def test_what_a_function_keeps_of_itself_is_its_own():
    """Hash and number of arguments are kept; equal functions have equal ones, and SymPy's caches tell others apart."""

    def make(dimension, **more):
        return function("f", "f", "some function", dimension, real=True, **more)

    one, same = make(MASS, arguments=(LENGTH,)), make(MASS, arguments=(LENGTH,))
    assert hash(one) == hash(one) == hash(same)
    assert {one: 1}[same] == 1
    assert one.nargs == same.nargs == sympy.FiniteSet(1)
    assert make(MASS).nargs == sympy.S.Naturals0
    others = [make(LENGTH, arguments=(LENGTH,)), make(MASS, arguments=(MASS,)), make(MASS)]
    assert all(other != one and hash(other) != hash(one) for other in others)
    assert one != sympy.Function("f", real=True)
    assert pickle.loads(pickle.dumps(one)) == one
    assert hash(pickle.loads(pickle.dumps(one))) == hash(one)


def test_a_function_survives_pickling_and_substitution():
    back = pickle.loads(pickle.dumps(psi(x).diff(x)))
    assert back == psi(x).diff(x)
    assert psi(x).subs(x, r) == psi(r)
    assert psi(x).subs(psi(x), sympy.exp(x)) == sympy.exp(x)
    assert psi(x).replace(psi, lambda arg: arg**2) == x**2
    assert pickle.loads(pickle.dumps(psi)) == psi


def test_the_number_of_arguments_is_checked():
    with pytest.raises(ClaimError, match="psi is applied to 2 arguments, expected 1"):
        psi(x, r)


def test_a_vector_is_three_symbols():
    p = vector("p", r"\mathbf{p}", "momentum", MOMENTUM, real=True)
    px, py, pz = p
    assert [s.name for s in p] == ["p_x", "p_y", "p_z"]
    assert py.latex == r"{\mathbf{p}}_y"
    assert px.dimension == MOMENTUM
    assert pz.meaning == "momentum, z component"
    assert p[2] == pz
    assert len(p) == 3
    assert check_exact(p) == sympy.Tuple(px, py, pz)


# --- bad declarations ---

BAD_DECLARATIONS = [
    ({"postive": True}, "knows no assumption 'postive'; did you mean 'positive'"),
    ({"quark": True}, "knows no assumption 'quark', expected one of"),
    ({}, "has no assumption, expected at least one"),
    ({"positive": True, "negative": True}, "positive=True, negative=True contradict each other"),
    ({"positive": True, "real": False}, "contradict each other"),
    ({"integer": True, "irrational": True}, "contradict each other"),
    ({"even": True, "odd": True}, "contradict each other"),
    ({"positive": 1}, "positive is 1, expected True or False"),
    ({"positive": None}, "positive is None, expected True or False"),
]


@pytest.mark.parametrize(("assumptions", "message"), BAD_DECLARATIONS)
def test_bad_assumptions(assumptions, message):
    with pytest.raises(ClaimError, match="symbol 'q'") as error:
        symbol("q", "q", "quantity", MASS, **assumptions)
    assert message in str(error.value)
    with pytest.raises(ClaimError):
        function("q", "q", "quantity", MASS, **assumptions)


@pytest.mark.parametrize(
    ("name", "latex", "meaning", "message"),
    [
        ("", "q", "charge", "name is ''"),
        ("q", " ", "charge", "latex is ' '"),
        ("q", "q", "", "meaning is ''"),
        ("q e", "q", "charge", "space"),
        (3, "q", "charge", "name is 3"),
    ],
)
def test_bad_texts(name, latex, meaning, message):
    with pytest.raises(ClaimError, match=message):
        symbol(name, latex, meaning, MASS, real=True)


@pytest.mark.parametrize("dimension", [None, 1, "MASS", m])
def test_bad_dimensions(dimension):
    with pytest.raises(ClaimError, match="expected a Dimension"):
        symbol("q", "q", "charge", dimension, real=True)
    with pytest.raises(ClaimError, match="argument of q"):
        function("q", "q", "charge", MASS, arguments=(dimension,), real=True)


def test_a_claim_error_is_a_value_error():
    assert issubclass(ClaimError, ValueError)


# --- exactness ---


@pytest.mark.parametrize("number", [0.1, 1e-7, 1.0, float("nan"), float("inf"), mpmath.mpf("0.1"), Decimal("0.1"), 1j])
def test_python_numbers_that_are_not_exact(number):
    with pytest.raises(ClaimError, match="write the decimal as printed, in quotes"):
        check_exact(number)


def test_numpy_numbers():
    numpy = pytest.importorskip("numpy")
    assert check_exact(numpy.int64(3)) == sympy.Integer(3)
    for number in (numpy.float64(0.5), numpy.float32(0.5)):
        with pytest.raises(ClaimError, match=r"float 0\.5"):
            check_exact(number)
    with pytest.raises(ClaimError, match="expected a SymPy expression"):
        check_exact(numpy.array([1]))


HIDING_PLACES = [
    0.1 * x,
    x**0.5,
    sympy.sin(0.1 * x),
    sympy.Piecewise((x, x > 0.5), (0, True)),
    sympy.Integral(x, (x, 0, 0.5)),
    sympy.Sum(n, (n, 0, sympy.Float(2))),
    sympy.Eq(x, 0.5, evaluate=False),
    sympy.Matrix([[0.5, x]]),
    sympy.ImmutableMatrix([[0.5]]),
    sympy.SparseMatrix([[0.5]]),
    psi(0.5),
    sympy.Derivative(psi(0.5 * x), x),
    sympy.Poly(0.5 * x, x),
    sympy.Interval(0, 0.5),
    [x, (r, 0.5)],
    sympy.Lambda(x, 0.5 * x),
    sympy.I * 0.5,
]


@pytest.mark.parametrize("expr", HIDING_PLACES, ids=str)
def test_a_float_cannot_hide(expr):
    with pytest.raises(ClaimError, match="decimal"):
        check_exact(expr)


def test_the_message_names_float_and_expression():
    with pytest.raises(ClaimError) as error:
        check_exact(0.1 * x)
    assert str(error.value) == ("float 0.1 in 0.1*x: write the decimal as printed, in quotes, through decimal('0.1')")


@pytest.mark.parametrize("expr", [sympy.nan, sympy.zoo, x + sympy.nan, sympy.Tuple(sympy.zoo)], ids=str)
def test_undefined_expressions(expr):
    with pytest.raises(ClaimError, match="undefined"):
        check_exact(expr)


@pytest.mark.parametrize("text", ["x", "0.1", None, object()], ids=["letter", "decimal", "nothing", "object"])
def test_things_that_are_no_expression(text):
    with pytest.raises(ClaimError, match="expected a SymPy expression"):
        check_exact(text)


def test_exact_things_come_back_as_sympy():
    assert check_exact(3) == sympy.Integer(3)
    assert check_exact(Fraction(1, 3)) == sympy.Rational(1, 3)
    assert check_exact(True) is sympy.true
    assert check_exact(m * x / 3) == m * x / 3
    assert check_exact((1, x)) == sympy.Tuple(1, x)
    assert check_exact(sympy.oo) is sympy.oo
    assert check_exact(sympy.Eq(x, r)) == sympy.Eq(x, r)
    assert check_exact(sympy.Matrix([[1, x]])) == sympy.ImmutableMatrix([[1, x]])


@settings(derandomize=True, deadline=None, max_examples=examples(50))
@given(
    st.recursive(
        st.sampled_from([x, m, sympy.Integer(2)]), lambda inner: st.builds(lambda a, b: a * b + a, inner, inner)
    )
)
def test_every_expression_with_a_float_put_in_is_refused(expr):
    assert check_exact(expr) == expr
    with pytest.raises(ClaimError):
        check_exact(expr + sympy.Float("0.5"))


def test_nothing_here_evaluates_text():
    source = Path(verify.quantities.symbols.__file__).read_text()
    assert "eval(" not in source
    assert "sympify(" not in source


def test_a_subs_in_a_subs_that_sympy_made_another_one_is_refused() -> None:
    """f(x, y) at x = y, and that at y = 2, is f(2, 2); one Subs with the places (y, 2), taken at once, is f(y, 2)."""
    x, y = sympy.symbols("x y", real=True)
    f = sympy.Function("f")
    inner = sympy.Subs(f(x, y), x, y)
    assert sympy.Subs(inner, y, 2).args == sympy.Subs(f(x, y), (x, y), (y, 2)).args
    for nested in (
        sympy.Subs(inner, y, 2),
        1 + x * sympy.Subs(inner, y, 2),
        sympy.Subs(sympy.Subs(f(x), x, 2), x, 3),
        sympy.Subs(sympy.Subs(f(x, y), x, x * y), y, 2),
    ):
        with pytest.raises(ClaimError, match="of this Subs"):
            check_exact(nested)
    for plain in (
        inner,
        sympy.Subs(sympy.Subs(f(x, y), x, 2), y, 3),
        sympy.Subs(f(x, y), x, x + 1),
        f(x).diff(x).subs(x, x**2),
    ):
        assert check_exact(plain) == plain
