"""verify.refuting.hunt: false claims fall, true ones do not, and the counterexample is certified and simple."""

from __future__ import annotations

import mpmath
import pytest
import sympy
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.common.examples import examples
from verify.balls.core import work
from verify.balls.decimals import rounded_down
from verify.points.domain import Domain, EmptyDomain
from verify.refuting.counterexample import Refuted
from verify.refuting.hunt import MAX_STEPS, Agrees, Unknown, compare

R = sympy.Rational
x, y, m = sympy.symbols("x y m", positive=True)
u, v = sympy.symbols("u v", real=True)
n = sympy.Symbol("n", integer=True, nonnegative=True)
z = sympy.Symbol("z")


def over(*expressions: object, where: tuple[object, ...] = ()) -> Domain:
    symbols = set().union(*(sympy.sympify(expr).free_symbols for expr in expressions))
    return Domain(tuple(symbols), where)


def decide(lhs, rhs, relation="==", where=(), **options):
    return compare(lhs, rhs, over(lhs, rhs, where=where), relation, **options)


TRUE = [
    (sympy.sin(u) ** 2 + sympy.cos(u) ** 2, sympy.Integer(1)),
    (sympy.sqrt(x * y), sympy.sqrt(x) * sympy.sqrt(y)),
    (x**2 + 2 * x * y, x * (x + 2 * y)),
    (1 / (sympy.exp(x) - 1) + R(1, 2), sympy.coth(x / 2) / 2),
    (sympy.Integral(sympy.sin(u * x), (u, 0, 1)), (1 - sympy.cos(x)) / x),
    (sympy.exp(sympy.I * z), sympy.cos(z) + sympy.I * sympy.sin(z)),
    (sympy.sqrt(2) + sympy.sqrt(3), sympy.sqrt(5 + 2 * sympy.sqrt(6))),
    (16 * sympy.atan(R(1, 5)) - 4 * sympy.atan(R(1, 239)), sympy.pi),
    (sympy.gamma(x + 1), x * sympy.gamma(x)),
    (sympy.Abs(u) ** 2, u**2),
    ((-1) ** n, sympy.cos(sympy.pi * n)),
    (sympy.Max(u, v) + sympy.Min(u, v), u + v),
    (sympy.Abs(z) ** 2, z * sympy.conjugate(z)),
    (R(1, 10**40) * x * (1 + y), x / 10**40 + x * y / 10**40),
]

FALSE = [
    (x**2, x**3),
    (x**2 + 2 * x * y, x * (x + 3 * y)),
    (sympy.sqrt(x**2 + y), x + y),
    (sympy.log(u), sympy.log(-u)),
    (sympy.sqrt(u**2, evaluate=False), u),
    (sympy.sqrt(z**2), z),
    (sympy.log(z**2), 2 * sympy.log(z)),
    (sympy.sin(u), u),
    (n**2, n),
    ((-1) ** n, sympy.Integer(1)),
    (sympy.exp(sympy.pi) - sympy.pi, sympy.Integer(20)),
    (sympy.exp(sympy.pi * sympy.sqrt(163)), sympy.Integer(262537412640768744)),
    (sympy.elliptic_k(R(1, 4)), sympy.elliptic_k(R(1, 2))),
]


@pytest.mark.parametrize(("lhs", "rhs"), TRUE, ids=str)
def test_true_identities_agree_to_many_digits(lhs, rhs):
    found = decide(lhs, rhs)
    assert isinstance(found, Agrees)
    assert found.digits is not None
    assert found.digits >= 60


@pytest.mark.parametrize(("lhs", "rhs"), FALSE, ids=str)
def test_false_identities_are_refuted_at_an_admissible_point(lhs, rhs):
    domain = over(lhs, rhs)
    found = compare(lhs, rhs, domain)
    assert isinstance(found, Refuted)
    point = dict(found.point)
    assert domain.contains(point)
    with mpmath.workdps(60):
        left, right = (mpmath.mpmathify(sympy.N(side.xreplace(point), 60)) for side in (lhs, rhs))
        assert abs(left - right) >= mpmath.mpf(found.gap) > 0


@pytest.mark.parametrize("digits", [1, 12, 25, 40, 60])
@pytest.mark.parametrize(("lhs", "rhs"), TRUE[:12], ids=str)
def test_a_spoiled_identity_is_refuted_however_small_the_spoil(lhs, rhs, digits):
    for spoiled in (rhs + R(1, 10**digits), rhs * (1 + R(1, 10**digits))):
        found = decide(lhs, spoiled)
        assert isinstance(found, Refuted), found
        assert found.lhs != found.rhs


def test_tiny_values_are_compared_relatively():
    assert isinstance(decide(x / 10**40, 2 * x / 10**40), Refuted)
    assert isinstance(decide(sympy.exp(-(10**4) * x), sympy.exp(-(10**4) * x) / 2), Refuted)
    assert isinstance(decide(sympy.Integer(0) * x + sympy.exp(-1000 * x), 0), Refuted)


def test_counterexamples_are_simple():
    assert dict(decide(x**2 + 2 * x * y, x * (x + 3 * y)).point) == {x: 1, y: 1}
    assert dict(decide(x**2, x**3).point) == {x: 2}
    assert dict(decide(sympy.sqrt(x * m), x, where=(x < m, m < 1)).point)[m] == R(1, 2)


@pytest.mark.parametrize(("lhs", "relation", "rhs", "kind"), [
    (sympy.exp(x), ">", 1 + x, Agrees), (sympy.exp(x), "<=", 1 + x, Refuted), (sympy.exp(x), ">", 1 + x + x**2, Refuted),
    (x, "!=", x, Refuted), (x, "!=", -x, Agrees), (u**2, ">=", 0, Agrees), (u**2, "<", 0, Refuted),
    (sympy.sin(u) ** 2 + sympy.cos(u) ** 2, "<=", 1, Unknown), (sympy.sin(u) ** 2 + sympy.cos(u) ** 2, "<", 1, Refuted),
    (sympy.sin(u), "<=", 1, Agrees), (x, "<", x, Refuted), (x, "<=", x, Agrees), (z, "<", 1, Refuted),
    (sympy.log(u), "<", u, Agrees), (sympy.sqrt(2) + sympy.sqrt(3), "!=", sympy.sqrt(5 + 2 * sympy.sqrt(6)), Unknown),
    (sympy.Integer(2), "<", sympy.Integer(1), Refuted), (sympy.exp(sympy.I * u) + sympy.exp(-sympy.I * u), "<=", R(1, 2), Refuted),
])  # fmt: skip
def test_order_and_inequality(lhs, relation, rhs, kind):
    assert isinstance(decide(lhs, rhs, relation), kind)


def test_undefined_points_are_skipped_and_undefined_claims_unknown():
    assert isinstance(decide(u / u**2, 1 / u), Agrees)
    assert isinstance(decide(sympy.tan(sympy.pi / 2 + u * sympy.Integer(0), evaluate=False), 1), Unknown)
    unknown = decide(1 / (sympy.sin(u) ** 2 + sympy.cos(u) ** 2 - 1), 1)
    assert isinstance(unknown, Unknown)
    assert "0 of" in unknown.reason


def test_unsupported_parts_are_named():
    assert decide(sympy.Function("f")(x), x) == Unknown("no rule encloses the undefined function f")
    assert "Float" in decide(x + 0.5, x).reason


def test_conditions_are_respected():
    assert isinstance(decide(sympy.sqrt(u**2), sympy.Abs(u)), Agrees)
    assert isinstance(decide(sympy.Abs(u - v), v - u, where=(u < v,)), Agrees)
    assert isinstance(decide(sympy.Abs(u - v), v - u), Refuted)
    with pytest.raises(EmptyDomain):
        decide(u, u + 1, where=(u < 0, u > 1))


def test_relation_is_checked():
    with pytest.raises(ValueError, match="relation='=>'"):
        decide(x, x, "=>")


def test_same_seed_same_answer():
    assert repr(decide(sympy.sqrt(z**2), z, seed=4)) == repr(decide(sympy.sqrt(z**2), z, seed=4))


def test_lower_bounds_are_rounded_down():
    from flint import arb, ctx

    before = ctx.prec
    ctx.prec = 200
    try:
        for text in ("0.99999", "1234567", "0.000012349", "9.9999e-26", "31415.9", "1", "123456", "8e30"):
            value = arb(text).mid()
            shown = arb(rounded_down(value)).upper()
            assert shown <= value * (1 + arb("1e-50"))
            assert shown >= value * arb("0.999") * (1 - arb("1e-50"))
    finally:
        ctx.prec = before
    assert rounded_down(arb(0)) == "0"


LEAVES = st.sampled_from([u, v, x, sympy.Integer(2), R(1, 3), sympy.Integer(-1)])


def grow(children):
    functions = st.sampled_from([sympy.sin, sympy.cos, sympy.exp, sympy.tanh, sympy.atan, sympy.Abs])
    return st.one_of(
        st.tuples(functions, children).map(lambda t: t[0](t[1])),
        st.tuples(children, children).map(lambda t: t[0] + t[1]),
        st.tuples(children, children).map(lambda t: t[0] * t[1]),
        st.tuples(children, children).map(lambda t: t[0] / (1 + t[1] ** 2)),
    )


EXPRESSIONS = st.recursive(LEAVES, grow, max_leaves=7)


@settings(derandomize=True, deadline=None, max_examples=examples(120))
@given(EXPRESSIONS)
def test_rewriting_never_makes_a_refutation_and_spoiling_always_does(expr):
    for rewritten in (sympy.expand(expr), sympy.together(expr), expr.rewrite(sympy.exp)):
        assert not isinstance(decide(expr, rewritten), Refuted)
    if not isinstance(decide(expr, expr), Unknown):
        assert isinstance(decide(expr, expr + R(1, 10**25)), Refuted)


@settings(derandomize=True, deadline=None, max_examples=examples(60))
@given(EXPRESSIONS, EXPRESSIONS)
def test_refutations_are_confirmed_by_mpmath(lhs, rhs):
    found = decide(lhs, rhs)
    if isinstance(found, Refuted):
        point = dict(found.point)
        with mpmath.workdps(80):
            left, right = (mpmath.mpmathify(sympy.N(side.xreplace(point), 80)) for side in (lhs, rhs))
            assume(abs(left) < 10**50)
            assert abs(left - right) >= mpmath.mpf(found.gap) * (1 - mpmath.mpf(10) ** -50)


@pytest.mark.parametrize(("lhs", "rhs"), [
    (sympy.Piecewise((1, u > 0), (0, True)), sympy.Piecewise((1, u >= 0), (0, True))),
    (sympy.Piecewise((u, u < 3), (2, True)), sympy.Piecewise((u, u <= 3), (2, True))),
    (sympy.Heaviside(u - 7) + sympy.Heaviside(7 - u), 1 + sympy.KroneckerDelta(u, 7)),
    (sympy.sign(u) ** 2, sympy.Integer(1)),
    (sympy.sqrt(1 / z), 1 / sympy.sqrt(z)),
])  # fmt: skip
def test_identities_that_fail_only_at_a_jump_or_on_a_cut(lhs, rhs):
    assert isinstance(decide(lhs, rhs), Refuted)


def test_agreement_where_only_one_side_is_defined_is_no_evidence():
    assert isinstance(decide(sympy.acosh(u), sympy.log(u + sympy.sqrt(u**2 - 1))), Unknown)


i, j = sympy.symbols("i j", integer=True)


@pytest.mark.parametrize("costly", [
    sympy.Sum(sympy.sin(i * j * x), (i, 1, 5000), (j, 1, 5000)),
    sympy.Integral((x - y) * sympy.log(sympy.floor(u) * v), (u, 0, 1), (v, 1, 2)),
])  # fmt: skip
def test_sums_over_sums_and_integrals_over_integrals_end(costly):
    before = work.steps
    assert isinstance(decide(costly, sympy.Integer(1)), Unknown)
    assert work.steps - before <= 2 * MAX_STEPS
