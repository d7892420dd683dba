"""What `prove_equal` shows, procedure by procedure, and what it must leave alone."""

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.common.examples import examples
from verify.balls import enclose
from verify.errors import GiveUp
from verify.points.by_assumptions import sample_points
from verify.points.domain import Domain
from verify.proofs.equality import decide_constant, prove_equal

x, y, r, R, a, b = sympy.symbols("x y r R a b", positive=True)
u, v = sympy.symbols("u v", real=True)
c = sympy.Symbol("c")
n = sympy.Symbol("n", integer=True)
k = sympy.Symbol("k", integer=True, nonnegative=True)
p = sympy.Symbol("p", integer=True, positive=True)
HALF = sympy.Rational(1, 2)


def proof(lhs, rhs, *conditions):
    lhs, rhs = sympy.sympify(lhs), sympy.sympify(rhs)
    symbols = set().union(*(e.free_symbols for e in (lhs, rhs, *conditions)))
    return prove_equal(lhs, rhs, Domain(tuple(symbols), conditions))


class TestConditions:
    def test_denominators_are_said_once_and_only_if_they_can_vanish(self):
        found = proof((u**2 - v**2) / (u - v) / x, (u + v) / x)
        assert found.conditions == (sympy.Ne(u - v, 0),)

    def test_division_by_a_hidden_zero_proves_nothing(self):
        zero = sympy.sin(u) ** 2 + sympy.cos(u) ** 2 - 1
        assert proof(1 / zero, 5 / zero) is None

    def test_a_denominator_that_only_balls_can_see_to_vanish_proves_nothing(self):
        zero = sympy.atan(x) + sympy.atan(1 / x) - sympy.pi / 2
        assert proof(1 / zero, 7 / zero) is None


class TestRefusals:
    @pytest.mark.parametrize(
        "expr",
        [
            sympy.oo + x,
            sympy.zoo,
            sympy.nan,
            sympy.Float("0.5") * x,
            sympy.Function("f")(sympy.Float("0.5")),
        ],
        ids=str,
    )
    def test_what_is_no_exact_number_is_refused(self, expr):
        assert prove_equal(expr, x) is None
        assert prove_equal(expr, expr) is None

    def test_matrices_and_operators_are_refused(self):
        operator = sympy.Symbol("A", commutative=False)
        assert prove_equal(operator, operator) is None

    @pytest.mark.parametrize(
        "expr",
        [
            (x + y + 1) ** 100000,
            (x + y) ** (10**30),
            sympy.Pow(9, sympy.Pow(9, 99, evaluate=False), evaluate=False) + x,
        ],
        ids=["power of a sum", "exponent beyond machine words", "tower"],
    )
    def test_giant_powers_are_given_up(self, expr):
        assert prove_equal(expr, x) is None


class TestSignCases:
    @pytest.mark.parametrize(
        ("lhs", "rhs"),
        [
            (sympy.Max(u, v), (u + v + sympy.Abs(u - v)) / 2),
            (sympy.Max(u, -u), sympy.Abs(u)),
            (sympy.Abs(u) * sympy.sign(u), u),
            (sympy.Heaviside(u), (1 + sympy.sign(u)) / 2),
            (sympy.Piecewise((u, u > 0), (-u, True)), sympy.Abs(u)),
            (sympy.Piecewise((u, u > 0), (0, True)), sympy.Piecewise((u, u >= 0), (0, True))),
            (sympy.Abs(u + v) + sympy.Abs(u - v), 2 * sympy.Max(sympy.Abs(u), sympy.Abs(v))),
            (sympy.Piecewise((x / r**2, r > x), (1 / x, True)), sympy.Min(r, x) ** 2 / (r**2 * x)),
        ],
        ids=str,
    )
    def test_proved(self, lhs, rhs):
        assert proof(lhs, rhs) is not None

    @pytest.mark.parametrize(
        ("lhs", "rhs"),
        [
            (sympy.Piecewise((1, u > 0), (0, True)), sympy.Piecewise((1, u >= 0), (0, True))),
            (sympy.sign(u) ** 2, 1),
            (sympy.Heaviside(u) ** 2, sympy.Heaviside(u)),
            (sympy.Max(u, 0), u),
            (sympy.Abs(u - v), u - v),
        ],
        ids=str,
    )
    def test_false_on_a_boundary_or_a_half_line(self, lhs, rhs):
        assert proof(lhs, rhs) is None

    def test_conditions_of_the_domain_are_used(self):
        assert proof(sympy.sqrt((R - r) ** 2), R - r, r < R) is not None
        assert proof(sympy.sqrt((R - r) ** 2), R - r) is None
        assert proof(sympy.log(u**2), 2 * sympy.log(-u), u < 0) is not None
        assert proof(sympy.sqrt(u**2), u, u >= -1) is None
        assert proof(sympy.atanh(u), sympy.log((1 + u) / (1 - u)) / 2, u < 1, u > -1) is not None


class TestDerivativeAndPoint:
    def test_a_jump_at_zero_blocks_the_argument(self):
        both = sympy.atan(u) + sympy.atan(1 / u)
        assert proof(both, sympy.pi / 2) is None
        assert proof(both, sympy.pi / 2, u > 0).method == "equal derivatives"
        assert proof(both, -sympy.pi / 2, u < 0).method == "equal derivatives"
        assert proof(both, sympy.pi / 2, u < 0) is None

    def test_gudermann(self):
        assert proof(sympy.atan(sympy.sinh(u)), 2 * sympy.atan(sympy.tanh(u / 2))) is not None

    def test_arcsine_needs_its_range(self):
        assert proof(sympy.asin(u), sympy.atan(u / sympy.sqrt(1 - u**2)), u < 1, u > -1) is not None
        assert proof(sympy.asin(sympy.sin(u)), u) is None


class TestIntegralsAndSums:
    @pytest.mark.parametrize(
        ("lhs", "rhs"),
        [
            (sympy.Integral(u**2, (u, 0, a)), a**3 / 3),
            (sympy.Integral(sympy.exp(-(u**2)), (u, -sympy.oo, sympy.oo)), sympy.sqrt(sympy.pi)),
            (sympy.Integral(1 / sympy.sqrt(1 - u**2), (u, -1, 1)), sympy.pi),
            (sympy.Integral(1 / sympy.sqrt(x), (x, 0, 1)), 2),
            (sympy.Derivative(sympy.Integral(sympy.exp(-(u**2)), (u, 0, v)), v), sympy.exp(-(v**2))),
            (sympy.Sum(k**3, (k, 1, p)), (p * (p + 1) / 2) ** 2),
            (sympy.Sum(x**k, (k, 0, p)), (1 - x ** (p + 1)) / (1 - x)),
            (sympy.Sum(sympy.exp(-x * (k + HALF)), (k, 0, sympy.oo)), 1 / (2 * sympy.sinh(x / 2))),
        ],
        ids=str,
    )
    def test_proved(self, lhs, rhs):
        assert proof(lhs, rhs) is not None

    @pytest.mark.parametrize(
        ("lhs", "rhs"),
        [
            (sympy.Integral(1 / u**2, (u, -1, 1)), -2),  # the antiderivative is not continuous
            (sympy.Integral(sympy.sign(u), (u, -1, 1)), 1),
            (sympy.Sum(k, (k, 1, p)), p**2),
            (sympy.Sum(k**3, (k, 1, n)), (n * (n + 1) / 2) ** 2 + 1),
            (sympy.Sum(x**k, (k, 0, sympy.oo)), 1 / (1 - x)),  # x < 1 is not said
        ],
        ids=str,
    )
    def test_not_proved(self, lhs, rhs):
        assert proof(lhs, rhs) is None

    def test_bound_variables_are_not_mixed_up(self):
        f = sympy.Function("f")
        s, t = sympy.symbols("s t", real=True)
        ordered = sympy.Integral(sympy.Integral(f(s, t), (t, 0, 1)), (s, 0, 2))
        swapped = sympy.Integral(sympy.Integral(f(t, s), (t, 0, 1)), (s, 0, 2))
        assert proof(ordered + x, x + sympy.Integral(sympy.Integral(f(t, s), (s, 0, 1)), (t, 0, 2))) is not None
        assert proof(ordered, swapped) is None

    @pytest.mark.parametrize("inner", [u, u**3 - u])
    def test_sign_cases_do_not_reach_under_an_integral(self, inner):
        size = sympy.Integral(sympy.Abs(inner), (u, -1, 1))
        assert proof(size, 0) is None
        assert proof(size, sympy.Integral(inner, (u, -1, 1))) is None

    def test_a_positive_symbol_is_not_believed_where_the_limits_say_otherwise(self):
        f = sympy.Function("f", real=True)
        root = sympy.Integral(sympy.sqrt(f(x) ** 2 * x**2, evaluate=False), (x, -1, 1))
        assert proof(root, sympy.Integral(x * sympy.Abs(f(x)), (x, -1, 1)) + 1) is None


class TestConstants:
    @pytest.mark.parametrize(
        "zero",
        [
            sympy.sqrt(2 + sympy.sqrt(3)) - (sympy.sqrt(6) + sympy.sqrt(2)) / 2,
            16 * sympy.atan(sympy.Rational(1, 5)) - 4 * sympy.atan(sympy.Rational(1, 239)) - sympy.pi,
            sympy.exp(sympy.I * sympy.pi / 5) - sympy.cos(sympy.pi / 5) - sympy.I * sympy.sin(sympy.pi / 5),
            sum(sympy.cos(2 * sympy.pi * j / 7) for j in (1, 2, 3)) + HALF,
            sympy.log(6) - sympy.log(2) - sympy.log(3),
            sympy.tan(3 * sympy.pi / 11) + 4 * sympy.sin(2 * sympy.pi / 11) - sympy.sqrt(11),
        ],
        ids=str,
    )
    def test_zero(self, zero):
        assert decide_constant(zero) is True
        assert decide_constant(zero + sympy.Rational(1, 10**30)) is False

    def test_what_is_no_constant_is_not_decided(self):
        assert decide_constant(x) is None
        assert decide_constant(sympy.Float("0.1")) is None


# --- generated expressions ----------------------------------------------------------------

LEAVES = [
    x,
    y,
    u,
    v,
    c,
    n,
    sympy.Integer(2),
    sympy.Integer(-1),
    HALF,
    sympy.Rational(-3, 2),
    sympy.I,
    sympy.pi,
    sympy.sqrt(2),
]
UNARY = [
    sympy.sin,
    sympy.cos,
    sympy.exp,
    sympy.log,
    sympy.sinh,
    sympy.tanh,
    sympy.atan,
    sympy.Abs,
    sympy.sqrt,
    sympy.conjugate,
]
POWERS = [sympy.Integer(2), sympy.Integer(-1), HALF, -HALF, sympy.Rational(1, 3)]


def _combine(children):
    return st.one_of(
        st.builds(lambda f, e: f(e), st.sampled_from(UNARY), children),
        st.builds(lambda e, q: e**q, children, st.sampled_from(POWERS)),
        st.builds(lambda e, g: e + g, children, children),
        st.builds(lambda e, g: e * g, children, children),
    )


EXPRESSIONS = st.recursive(st.sampled_from(LEAVES), _combine, max_leaves=5)
REWRITINGS = [
    sympy.expand,
    sympy.together,
    sympy.factor_terms,
    lambda e: e.rewrite(sympy.exp),
    lambda e: sympy.powdenest(e, force=True),
    lambda e: sympy.expand_log(e, force=True),
    lambda e: sympy.expand_power_base(e, force=True),
    lambda e: e.subs(u, -u),
]


def _certainly_differ(lhs, rhs, conditions):
    """A sample point that meets the conditions and at which disjoint balls hold the two sides, or None."""
    for point in sample_points(lhs.free_symbols | rhs.free_symbols, 4):
        if any(condition.lhs.subs(point) == 0 for condition in conditions):
            continue
        try:
            left, right = enclose(lhs, point, 200), enclose(rhs, point, 200)
        except GiveUp:
            return None
        if left.is_finite() and right.is_finite() and not left.overlaps(right):
            return point
    return None


@given(EXPRESSIONS, st.sampled_from(REWRITINGS))
@settings(derandomize=True, deadline=None, max_examples=examples(150))
def test_a_proof_is_never_contradicted_by_balls(expr, rewrite):
    other = rewrite(expr)
    found = prove_equal(expr, other)
    if found is not None:
        assert _certainly_differ(expr, other, found.conditions) is None


@given(EXPRESSIONS, st.sampled_from([1, x, 1 + u**2]))
@settings(derandomize=True, deadline=None, max_examples=examples(60))
def test_a_spoiled_copy_is_never_proved(expr, shape):
    if expr.has(sympy.zoo, sympy.nan, sympy.oo):
        return
    assert prove_equal(expr, sympy.expand(expr) + sympy.Rational(1, 10**25) * shape) is None


@given(EXPRESSIONS)
@settings(derandomize=True, deadline=None, max_examples=examples(60))
def test_shape_does_not_matter(expr):
    if expr.has(sympy.zoo, sympy.nan, sympy.oo, sympy.atan(sympy.I, evaluate=False)):  # a pole, evaluated or not
        return
    shuffled = sympy.Add(expr, x**2, evaluate=False) * y
    assert prove_equal(shuffled, y * expr + y * x**2) is not None
