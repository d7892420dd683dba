"""Where derivatives exist, and where the rules that find them are right."""

import pytest
import sympy

from tests.common.asking import told
from verify.balls import enclose
from verify.balls.derivatives import differentiated
from verify.deciding.decide import decide, readable
from verify.errors import GiveUp
from verify.points.domain import Domain
from verify.regularity.conditions import must_not_vanish
from verify.regularity.side_conditions import as_conditions
from verify.terms.requirements import IsNotAPole
from verify.verdicts import Outcome

x, y = sympy.symbols("x y", real=True)
z = sympy.Symbol("z", complex=True)


@pytest.mark.parametrize(
    ("function", "conditions"),
    [
        (sympy.acot(x), ("x ≠ 0",)),
        (sympy.sign(x - 1), ("x - 1 ≠ 0",)),
        (sympy.floor(x), ("x ≠ 0, ±1, ±2, …",)),
        (sympy.Mod(x, 2), ("x/2 ≠ 0, ±1, ±2, …",)),
        (sympy.Max(x, y, 1), ("x - 1 ≠ 0", "x - y ≠ 0")),
        (sympy.log(sympy.exp(sympy.I * x)), ("exp(i·x) is no number ≤ 0",)),
        (sympy.log(1 + sympy.I * x), ()),
        (sympy.atan(x), ()),
        (sympy.asin(x), ("x + 1 ≠ 0", "x - 1 ≠ 0")),
        (x ** sympy.Rational(5, 2), ()),
        (sympy.sin(x) * sympy.exp(x), ()),
    ],
)
def test_a_derivative_says_where_it_exists(function, conditions):
    derivative = sympy.Derivative(function, x, evaluate=False)
    assert readable(as_conditions(must_not_vanish((derivative,))), Domain((x, y))) == conditions


def test_polynomials_have_complex_derivatives_and_moduli_have_none():
    assert as_conditions(must_not_vanish((sympy.Derivative(z**3, z),))) == []
    assert len(as_conditions(must_not_vanish((sympy.Derivative(sympy.conjugate(z), z, evaluate=False),)))) == 1


def test_no_rule_is_taken_unseen():
    assert differentiated(sympy.floor(x), x) is None
    assert differentiated(sympy.zeta(x), x) is None
    assert differentiated(sympy.asin(2 * x), x) == 2 / sympy.sqrt(1 - 4 * x**2)


@pytest.mark.parametrize("place", ["-5/4", "-3", "-20"])
def test_the_derivative_of_asech_on_its_cut(place):
    """SymPy's rule has the wrong sign for x < -1: against the difference quotient of acosh(1/x)."""
    point, step = sympy.Rational(place), sympy.Rational(1, 10**9)
    slope = complex(enclose(differentiated(sympy.asech(x), x), {x: point}, 128).mid())
    ends = [complex(sympy.N(sympy.acosh(1 / (point + h)), 40)) for h in (-step, step)]
    assert slope == pytest.approx((ends[1] - ends[0]) / (2e-9), rel=1e-4)


@pytest.mark.parametrize("function", [sympy.acot(x), sympy.log(-1 + sympy.I * x), sympy.atan(x + 2 * sympy.I)])
def test_no_ball_holds_a_derivative_at_a_jump(function):
    derivative = sympy.Derivative(function, x, evaluate=False)
    assert not enclose(derivative, {x: sympy.S.Zero}, 128).is_finite()
    assert enclose(derivative, {x: sympy.S.One}, 128).is_finite()


def test_no_ball_holds_what_no_rule_tells():
    with pytest.raises(GiveUp):
        enclose(sympy.Derivative(sympy.floor(x), x, evaluate=False), {x: sympy.Rational(1, 2)}, 64)


@pytest.mark.parametrize(
    ("text", "where", "outcomes", "conditional"),
    [
        ("diff(log(exp(I*x)), x) = I", "", {"proved"}, True),
        ("diff(exp(I*x), x) = I*exp(I*x)", "", {"proved"}, False),
        ("diff(integral(1, t, 0, acot(x)), x) = -1/(1 + x^2)", "", {"proved"}, True),
        ("diff(integral(exp(t), t, 0, I*x), x) = I*exp(I*x)", "", {"proved"}, False),
        ("diff(integral(1/(1 + t^2), t, 0, 2*I*x), x) = 2*I/(1 - 4*x^2)", "", {"undecided"}, False),
        ("diff(integral(1, t, 0, asech(x)), x) = -1/(x*sqrt(1 - x^2))", "x < -1", {"undecided", "refuted"}, False),
        ("diff(asech(x), x) = 1/(x*sqrt(1 - x^2))", "x < -1", {"undecided", "proved"}, False),
        ("diff(acot(x), x) = -1/(1 + x^2) + KroneckerDelta(x, 0)", "", {"undecided"}, False),
        ("integral(1/(1 + x^2), x, 0, 2*I) = integral(1/(1 + x^2), x, 0, 2*I)", "", {"undecided"}, False),
        ("atan(I*x) = atan(I*x)", "", {"proved"}, True),
        ("acot(I*x) = acot(I*x)", "", {"proved"}, True),
        ("atan(3*x) = atan(3*x)", "", {"proved"}, False),
        ("acot(x) = acot(x)", "", {"proved"}, False),
    ],
)
def test_claims_with_derivatives_and_paths(text, where, outcomes, conditional):
    outcome, conditions = told(text, where)
    assert outcome in outcomes
    assert bool(conditions) == conditional


def test_what_a_function_needs_at_a_place() -> None:
    a, x, y = sympy.symbols("a x y")
    assert set(must_not_vanish([sympy.Subs(1 / (x - 1) + 1 / a, x, y)])) == {y - 1, a}
    assert set(must_not_vanish([sympy.Subs(sympy.gamma(x), x, y)])) == {IsNotAPole(y)}
    assert 0 in must_not_vanish([sympy.Subs(1 / x, x, 0)])
    assert must_not_vanish([sympy.Subs(sympy.Derivative(sympy.Function("f")(x), x), x, y)]) == ()


@pytest.mark.parametrize(
    ("function", "slope"),
    [
        (sympy.Ei(x), sympy.exp(x) / x),
        (sympy.Si(2 * x), sympy.sin(2 * x) / x),
        (sympy.Ci(x), sympy.cos(x) / x),
        (sympy.Chi(x), sympy.cosh(x) / x),
        (sympy.li(x**2 + 2), 2 * x / sympy.log(x**2 + 2)),
        (sympy.fresnels(x), sympy.sin(sympy.pi * x**2 / 2)),
        (sympy.airyaiprime(x), x * sympy.airyai(x)),
        (sympy.polylog(3, x), sympy.polylog(2, x) / x),
        (sympy.expint(4, x), -sympy.expint(3, x)),
        (sympy.zeta(3, sympy.exp(x)), -3 * sympy.exp(x) * sympy.zeta(4, sympy.exp(x))),
    ],
    ids=str,
)
def test_derivatives_of_special_functions(function: sympy.Expr, slope: sympy.Expr) -> None:
    derivative = sympy.Derivative(function, x)
    assert decide(derivative, slope, Domain.of(derivative, slope)).outcome is Outcome.PROVED
    assert decide(derivative, 2 * slope, Domain.of(derivative, slope)).outcome is Outcome.REFUTED


def test_where_a_derivative_of_gamma_is_enclosed() -> None:
    there = enclose(sympy.Derivative(sympy.gamma(x), x), {x: sympy.Integer(3)}, 64)
    assert there.overlaps(enclose(sympy.gamma(3) * sympy.digamma(3), {}, 64))
    assert not enclose(sympy.Derivative(sympy.gamma(x), x), {x: sympy.Integer(-2)}, 64).is_finite()
