"""What `prove_equal` shows, procedure by procedure, and what it must leave alone."""

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from verify.balls import enclose
from verify.domain import Domain
from verify.errors import GiveUp
from verify.exact import decide_constant, prove_equal, prove_zero
from verify.samples import sample_points

x, y, r, R, a, b = sp.symbols("x y r R a b", positive=True)
u, v = sp.symbols("u v", real=True)
c = sp.Symbol("c")
n = sp.Symbol("n", integer=True)
k = sp.Symbol("k", integer=True, nonnegative=True)
p = sp.Symbol("p", integer=True, positive=True)
HALF = sp.Rational(1, 2)


def proof(lhs, rhs, *conditions):
    lhs, rhs = sp.sympify(lhs), sp.sympify(rhs)
    symbols = set().union(*(e.free_symbols for e in (lhs, rhs, *conditions)))
    return prove_equal(lhs, rhs, Domain(tuple(symbols), conditions))


class TestConditions:
    def test_denominators_are_said_once_and_only_if_they_can_vanish(self):
        found = proof((u**2 - v**2) / (u - v) / x, (u + v) / x)
        assert found.conditions == (sp.Ne(u - v, 0),)

    def test_division_by_a_hidden_zero_proves_nothing(self):
        zero = sp.sin(u) ** 2 + sp.cos(u) ** 2 - 1
        assert proof(1 / zero, 5 / zero) is None

    def test_a_denominator_that_only_balls_can_see_to_vanish_proves_nothing(self):
        zero = sp.atan(x) + sp.atan(1 / x) - sp.pi / 2
        assert proof(1 / zero, 7 / zero) is None

    def test_prove_zero_is_prove_equal_to_zero(self):
        assert prove_zero((x + 1) ** 2 - x**2 - 2 * x - 1).method == "normal form"
        assert prove_zero(x - 1) is None


class TestRefusals:
    @pytest.mark.parametrize(
        "expr",
        [
            sp.oo + x,
            sp.zoo,
            sp.nan,
            sp.Float("0.5") * x,
            sp.Function("f")(sp.Float("0.5")),
        ],
        ids=str,
    )
    def test_what_is_no_exact_number_is_refused(self, expr):
        assert prove_equal(expr, x) is None
        assert prove_equal(expr, expr) is None

    def test_matrices_and_operators_are_refused(self):
        operator = sp.Symbol("A", commutative=False)
        assert prove_equal(operator, operator) is None

    @pytest.mark.parametrize(
        "expr",
        [(x + y + 1) ** 100000, (x + y) ** (10**30), sp.Pow(9, sp.Pow(9, 99, evaluate=False), evaluate=False) + x],
        ids=["power of a sum", "exponent beyond machine words", "tower"],
    )
    def test_giant_powers_are_given_up(self, expr):
        assert prove_equal(expr, x) is None


class TestSignCases:
    @pytest.mark.parametrize(
        ("lhs", "rhs"),
        [
            (sp.Max(u, v), (u + v + sp.Abs(u - v)) / 2),
            (sp.Max(u, -u), sp.Abs(u)),
            (sp.Abs(u) * sp.sign(u), u),
            (sp.Heaviside(u), (1 + sp.sign(u)) / 2),
            (sp.Piecewise((u, u > 0), (-u, True)), sp.Abs(u)),
            (sp.Piecewise((u, u > 0), (0, True)), sp.Piecewise((u, u >= 0), (0, True))),
            (sp.Abs(u + v) + sp.Abs(u - v), 2 * sp.Max(sp.Abs(u), sp.Abs(v))),
            (sp.Piecewise((x / r**2, r > x), (1 / x, True)), sp.Min(r, x) ** 2 / (r**2 * x)),
        ],
        ids=str,
    )
    def test_proved(self, lhs, rhs):
        assert proof(lhs, rhs) is not None

    @pytest.mark.parametrize(
        ("lhs", "rhs"),
        [
            (sp.Piecewise((1, u > 0), (0, True)), sp.Piecewise((1, u >= 0), (0, True))),
            (sp.sign(u) ** 2, 1),
            (sp.Heaviside(u) ** 2, sp.Heaviside(u)),
            (sp.Max(u, 0), u),
            (sp.Abs(u - v), u - v),
        ],
        ids=str,
    )
    def test_false_on_a_boundary_or_a_half_line(self, lhs, rhs):
        assert proof(lhs, rhs) is None

    def test_conditions_of_the_domain_are_used(self):
        assert proof(sp.sqrt((R - r) ** 2), R - r, r < R) is not None
        assert proof(sp.sqrt((R - r) ** 2), R - r) is None
        assert proof(sp.log(u**2), 2 * sp.log(-u), u < 0) is not None
        assert proof(sp.sqrt(u**2), u, u >= -1) is None
        assert proof(sp.atanh(u), sp.log((1 + u) / (1 - u)) / 2, u < 1, u > -1) is not None


class TestDerivativeAndPoint:
    def test_a_jump_at_zero_blocks_the_argument(self):
        both = sp.atan(u) + sp.atan(1 / u)
        assert proof(both, sp.pi / 2) is None
        assert proof(both, sp.pi / 2, u > 0).method == "equal derivatives"
        assert proof(both, -sp.pi / 2, u < 0).method == "equal derivatives"
        assert proof(both, sp.pi / 2, u < 0) is None

    def test_gudermann(self):
        assert proof(sp.atan(sp.sinh(u)), 2 * sp.atan(sp.tanh(u / 2))) is not None

    def test_arcsine_needs_its_range(self):
        assert proof(sp.asin(u), sp.atan(u / sp.sqrt(1 - u**2)), u < 1, u > -1) is not None
        assert proof(sp.asin(sp.sin(u)), u) is None


class TestIntegralsAndSums:
    @pytest.mark.parametrize(
        ("lhs", "rhs"),
        [
            (sp.Integral(u**2, (u, 0, a)), a**3 / 3),
            (sp.Integral(sp.exp(-(u**2)), (u, -sp.oo, sp.oo)), sp.sqrt(sp.pi)),
            (sp.Integral(1 / sp.sqrt(1 - u**2), (u, -1, 1)), sp.pi),
            (sp.Integral(1 / sp.sqrt(x), (x, 0, 1)), 2),
            (sp.Derivative(sp.Integral(sp.exp(-(u**2)), (u, 0, v)), v), sp.exp(-(v**2))),
            (sp.Sum(k**3, (k, 1, p)), (p * (p + 1) / 2) ** 2),
            (sp.Sum(x**k, (k, 0, p)), (1 - x ** (p + 1)) / (1 - x)),
            (sp.Sum(sp.exp(-x * (k + HALF)), (k, 0, sp.oo)), 1 / (2 * sp.sinh(x / 2))),
        ],
        ids=str,
    )
    def test_proved(self, lhs, rhs):
        assert proof(lhs, rhs) is not None

    @pytest.mark.parametrize(
        ("lhs", "rhs"),
        [
            (sp.Integral(1 / u**2, (u, -1, 1)), -2),  # the antiderivative is not continuous
            (sp.Integral(sp.sign(u), (u, -1, 1)), 1),
            (sp.Sum(k, (k, 1, p)), p**2),
            (sp.Sum(k**3, (k, 1, n)), (n * (n + 1) / 2) ** 2 + 1),
            (sp.Sum(x**k, (k, 0, sp.oo)), 1 / (1 - x)),  # x < 1 is not said
        ],
        ids=str,
    )
    def test_not_proved(self, lhs, rhs):
        assert proof(lhs, rhs) is None

    def test_bound_variables_are_not_mixed_up(self):
        f = sp.Function("f")
        s, t = sp.symbols("s t", real=True)
        ordered = sp.Integral(sp.Integral(f(s, t), (t, 0, 1)), (s, 0, 2))
        swapped = sp.Integral(sp.Integral(f(t, s), (t, 0, 1)), (s, 0, 2))
        assert proof(ordered + x, x + sp.Integral(sp.Integral(f(t, s), (s, 0, 1)), (t, 0, 2))) is not None
        assert proof(ordered, swapped) is None

    @pytest.mark.parametrize("inner", [u, u**3 - u])
    def test_sign_cases_do_not_reach_under_an_integral(self, inner):
        size = sp.Integral(sp.Abs(inner), (u, -1, 1))
        assert proof(size, 0) is None
        assert proof(size, sp.Integral(inner, (u, -1, 1))) is None

    def test_a_positive_symbol_is_not_believed_where_the_limits_say_otherwise(self):
        f = sp.Function("f", real=True)
        root = sp.Integral(sp.sqrt(f(x) ** 2 * x**2, evaluate=False), (x, -1, 1))
        assert proof(root, sp.Integral(x * sp.Abs(f(x)), (x, -1, 1)) + 1) is None


class TestConstants:
    @pytest.mark.parametrize(
        "zero",
        [
            sp.sqrt(2 + sp.sqrt(3)) - (sp.sqrt(6) + sp.sqrt(2)) / 2,
            16 * sp.atan(sp.Rational(1, 5)) - 4 * sp.atan(sp.Rational(1, 239)) - sp.pi,
            sp.exp(sp.I * sp.pi / 5) - sp.cos(sp.pi / 5) - sp.I * sp.sin(sp.pi / 5),
            sum(sp.cos(2 * sp.pi * j / 7) for j in (1, 2, 3)) + HALF,
            sp.log(6) - sp.log(2) - sp.log(3),
            sp.tan(3 * sp.pi / 11) + 4 * sp.sin(2 * sp.pi / 11) - sp.sqrt(11),
        ],
        ids=str,
    )
    def test_zero(self, zero):
        assert decide_constant(zero) is True
        assert decide_constant(zero + sp.Rational(1, 10**30)) is False

    def test_what_is_no_constant_is_not_decided(self):
        assert decide_constant(x) is None
        assert decide_constant(sp.Float("0.1")) is None


# --- generated expressions ----------------------------------------------------------------

LEAVES = [x, y, u, v, c, n, sp.Integer(2), sp.Integer(-1), HALF, sp.Rational(-3, 2), sp.I, sp.pi, sp.sqrt(2)]
UNARY = [sp.sin, sp.cos, sp.exp, sp.log, sp.sinh, sp.tanh, sp.atan, sp.Abs, sp.sqrt, sp.conjugate]
POWERS = [sp.Integer(2), sp.Integer(-1), HALF, -HALF, sp.Rational(1, 3)]


def _combine(children):
    return st.one_of(
        st.builds(lambda f, e: f(e), st.sampled_from(UNARY), children),
        st.builds(lambda e, q: e**q, children, st.sampled_from(POWERS)),
        st.builds(lambda e, g: e + g, children, children),
        st.builds(lambda e, g: e * g, children, children),
    )


EXPRESSIONS = st.recursive(st.sampled_from(LEAVES), _combine, max_leaves=5)
REWRITINGS = [
    sp.expand,
    sp.together,
    sp.factor_terms,
    lambda e: e.rewrite(sp.exp),
    lambda e: sp.powdenest(e, force=True),
    lambda e: sp.expand_log(e, force=True),
    lambda e: sp.expand_power_base(e, force=True),
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
@settings(derandomize=True, deadline=None, max_examples=150)
def test_a_proof_is_never_contradicted_by_balls(expr, rewrite):
    other = rewrite(expr)
    found = prove_equal(expr, other)
    if found is not None:
        assert _certainly_differ(expr, other, found.conditions) is None


@given(EXPRESSIONS, st.sampled_from([1, x, 1 + u**2]))
@settings(derandomize=True, deadline=None, max_examples=60)
def test_a_spoiled_copy_is_never_proved(expr, shape):
    if expr.has(sp.zoo, sp.nan, sp.oo):
        return
    assert prove_equal(expr, sp.expand(expr) + sp.Rational(1, 10**25) * shape) is None


@given(EXPRESSIONS)
@settings(derandomize=True, deadline=None, max_examples=60)
def test_shape_does_not_matter(expr):
    if expr.has(sp.zoo, sp.nan, sp.oo):
        return
    shuffled = sp.Add(expr, x**2, evaluate=False) * y
    assert prove_equal(shuffled, y * expr + y * x**2) is not None
