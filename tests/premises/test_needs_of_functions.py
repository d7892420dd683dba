"""What a line with functions needs, what may not be held constant in it, and where its functions have values."""

from __future__ import annotations

import random
from typing import Any

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import Derivative, Eq, Integral, Sum, expint, log, oo

from tests.common.asking import read
from tests.common.examples import examples
from verify.claims import Equation, equal, follows_from, function, greater, less, symbol, unequal
from verify.judging.verdict_on import judge
from verify.units import DIMENSIONLESS
from verify.verdicts import Outcome

PROVED, REFUTED, UNDECIDED = Outcome.PROVED, Outcome.REFUTED, Outcome.UNDECIDED
H, x, a, b, c = (symbol(letter, letter, "real", DIMENSIONLESS, real=True) for letter in "Hxabc")
t = symbol("t", "t", "positive", DIMENSIONLESS, positive=True)
n = symbol("n", "n", "index", DIMENSIONLESS, integer=True, positive=True)
f, g, h, k = (function(name, name, "any function", DIMENSIONLESS, variables=(H,), real=True) for name in "fghk")
F = function("F", "F", "function of what is positive", DIMENSIONLESS, variables=(t,), real=True)
G = function("G", "G", "positive function of what is positive", DIMENSIONLESS, variables=(t,), positive=True)
P = function("P", "P", "positive function", DIMENSIONLESS, variables=(H,), positive=True)
Q = function("Q", "Q", "negative function", DIMENSIONLESS, variables=(H,), negative=True)
p = function("p", "p", "function", DIMENSIONLESS, arguments=(DIMENSIONLESS,), real=True)
SAME, LINE = Equation("same", f(H), H), Equation("line", f(H), a * H)
OVER = Equation("over", f(H), a / k(H))
BOTH = Equation("both", f(H), g(H))


def found(says: Any, *premises: Any, conditions: Any = ()) -> Any:
    by = follows_from(*premises) if premises else None
    return judge(read(says, by=by, where=tuple(conditions)))


@pytest.mark.parametrize(
    ("says", "premises", "needs"),
    [
        (equal((f(H) - f(0)) / H, a), (LINE,), ("H ≠ 0",)),
        (equal(f(b) / a, b), (LINE,), ("a ≠ 0",)),
        (equal((f(b) - f(a)) / (b - a), 1), (SAME,), ("a - b ≠ 0",)),
        (equal(f(b) / b, 1), (SAME,), ("b ≠ 0",)),
        (unequal(f(b) / b, 0), (SAME,), ("b ≠ 0",)),
        (greater(f(b) / b, 0), (SAME,), ("b ≠ 0",)),
        (equal(f(0) / a, 0), (SAME,), ("a ≠ 0",)),
        (equal(f(0) * log(a), 0), (SAME,), ("a ≠ 0",)),
        (equal(f(0) * k(0), a), (OVER,), ("k(0) ≠ 0",)),
        (equal(f(a) * a, 1), (Equation("inverse", f(H), 1 / H),), ("a ≠ 0",)),
        (equal(f(a) / k(0), a), (Equation("always", f(H), H * k(0)), Equation("and", g(H), H / k(0))), ()),
    ],
)
def test_what_a_line_needs_and_no_longer_shows_is_told(says: Any, premises: Any, needs: tuple[str, ...]) -> None:
    verdict = found(says, *premises)
    assert (verdict.outcome, verdict.evidence.conditions) == (PROVED, needs)


@pytest.mark.parametrize(
    ("says", "premises"),
    [
        (equal(f(0) * Integral(1 / x, (x, 0, 1)), 0), (SAME,)),
        (equal(f(0) * Sum(1 / n, (n, 1, oo)), 0), (SAME,)),
        (equal(f(0) * expint(1, k(1)), 0), (SAME,)),
        *(
            (equal(kind(f(0)) - kind(g(0)), 0), (BOTH,))
            for kind in (
                lambda z: expint(1, z),
                lambda z: sympy.besselk(0, z),
                lambda z: sympy.atan2(0, z),
                lambda z: sympy.Mod(1, z),
                lambda z: sympy.uppergamma(0, z),
                lambda z: sympy.polygamma(1, z),
            )
        ),
        # |H| has no derivative at 0, though two of them cancel.
        (equal(Derivative(f(H), H) - Derivative(k(H), H), 0), tuple(Equation(w.name, w(H), abs(H)) for w in (f, k))),
    ],
)
def test_what_may_not_exist_is_not_dropped(says: Any, premises: Any) -> None:
    assert found(says, *premises).outcome is UNDECIDED


@pytest.mark.parametrize(
    "premises",
    [
        (Equation("1", f(H), g(H) / g(0)), Equation("2", g(H), k(0) * h(H)), Equation("3", h(0), 1)),
        (Equation("1", f(H), g(H) * log(k(0) ** 2)), Equation("2", g(H), 0)),
        (Equation("1", f(H), g(H) / k(0)), Equation("2", g(H), 0)),
    ],
)
def test_a_counterexample_meets_the_divisors_of_definitions_that_cancel(premises: Any) -> None:
    assert found(unequal(k(0), 0), *premises).outcome is not REFUTED


HELD = equal(Derivative(a * f(H), H), a * Derivative(f(H), H))


@pytest.mark.parametrize(
    ("says", "premises", "conditions"),
    [
        (HELD, (Equation("1", a, g(H)),), ()),
        (HELD, (), (Eq(a, g(H)),)),
        (HELD, (), (a >= g(H), a <= g(H))),
        (HELD, (), (abs(a - H) <= 0,)),
        (HELD, (Equation("1", a, b), Equation("2", b, g(H))), ()),
        (HELD, (Equation("1", a, g(b)), Equation("2", b, h(H))), ()),
        (HELD, (Equation("1", g(a), g(H)),), ()),
        (
            equal(b, g(H) * Derivative(f(H), H)),
            (Equation("1", Derivative(a * f(H), H), b), Equation("2", a, g(H))),
            (),
        ),
        (equal(Integral(a * H, (H, 0, 1)), f(H) / 2), (Equation("1", a, f(H)),), ()),
        (equal(Derivative(f(H), H), 0), (Equation("1", f(H), g(a)), Equation("2", k(a), h(H))), ()),
        (equal(f(0), f(1)), (Equation("1", f(H), a), Equation("2", k(a), h(H))), ()),
        (equal(Derivative(f(H), H), a), (LINE,), (abs(a - H) <= 0,)),
        (equal(Derivative(f(H), H), a), (LINE,), ((a - h(H)) ** 2 <= 0,)),
        (equal(f(1), a), (LINE, Equation("2", f(c), h(H))), ()),
    ],
)
def test_what_is_tied_to_a_variable_is_not_held_constant(says: Any, premises: Any, conditions: Any) -> None:
    assert found(says, *premises, conditions=conditions).outcome is UNDECIDED


@pytest.mark.parametrize(
    ("premises", "conditions"),
    [
        ((Equation("1", a**5 + a, x**2),), ()),
        ((), (abs(a - x) <= 0,)),
        ((), ((a - x) ** 2 <= 0,)),
        ((), (Eq(p(a), p(x)),)),
        ((Equation("1", b**5 + b, x**2), Equation("2", a, 2 * b)), ()),
    ],
)
def test_the_same_holds_without_functions(premises: Any, conditions: Any) -> None:
    assert found(equal(Derivative(a * x**2, x), 2 * a * x), *premises, conditions=conditions).outcome is UNDECIDED


def test_constants_stay_constants() -> None:
    assert found(HELD, Equation("1", a, 2 * b), conditions=(a > 1, b > 0)).outcome is PROVED
    assert found(equal(Derivative(f(H), H), a), LINE).outcome is PROVED
    apart = (Equation("1", a**5 + a, b), Equation("2", c, x))
    assert found(equal(Derivative(a * x**2, x), 2 * a * x), *apart).outcome is PROVED


FALLS = Derivative(f(H), H) < 0


@pytest.mark.parametrize(
    ("premises", "conditions"),
    [
        ((Equation("1", g(H), 1 + H**2), Equation("2", a, g(H))), (a > 3,)),
        ((), (Eq(g(H), 0),)),
        ((Equation("1", g(H), (H - 3) ** 2),), (Derivative(g(H), H) < 0,)),
        ((Equation("1", g(H), log(3 - H)),), ()),
        ((Equation("1", P(H), H - 3),), ()),
    ],
)
def test_what_is_said_of_the_variable_leaves_it_no_free_run(premises: Any, conditions: Any) -> None:
    assert found(less(f(5), f(4)), *premises, conditions=(FALLS, *conditions)).outcome is UNDECIDED


def test_a_definition_leaves_the_variable_free() -> None:
    assert found(less(f(5), f(4)), Equation("1", g(H), f(H) ** 2), conditions=(FALLS,)).outcome is PROVED


@pytest.mark.parametrize("says", [greater(Derivative(P(H), H), 0), equal(Derivative(Q(H), H), 1)])
def test_a_function_that_is_told_is_admissible(says: Any) -> None:
    verdict = found(says)
    assert verdict.outcome is REFUTED
    assert "So it is with" not in verdict.evidence.detail


@pytest.mark.parametrize(
    ("says", "conditions", "expected"),
    [
        (equal(F(t), F(-t)), (), UNDECIDED),
        (greater(G(-1), 0), (), UNDECIDED),
        (equal(2 * F(x), F(x) * 2), (), UNDECIDED),
        (equal(F(a - b), F(b - a)), (), UNDECIDED),
        (equal(Integral(F(x), (x, 0, -1)), Integral(F(x), (x, 0, -1)) * 1), (x > 3,), UNDECIDED),
        (greater(G(x), 0), (x > 0,), PROVED),
        (greater(G(t + 1), 0), (), PROVED),
        (greater(G(G(t)), 0), (), PROVED),
    ],
)
def test_a_function_has_values_only_where_its_variable_has(says: Any, conditions: Any, expected: Outcome) -> None:
    assert found(says, conditions=conditions).outcome is expected


CURVES = (H, 2 * H, H**2, H + 1, 3, a * H, a)
DIVISORS = (f(b), b, f(b) - f(1), a, f(a), f(0) + 1, b - 1)


@settings(max_examples=examples(60), deadline=None)
@given(st.integers(0, 10**9))
def test_a_proof_without_conditions_divides_by_nothing_that_vanishes(seed: int) -> None:
    """f(b)/d = f(b)/d, with the definition put in on one side: told is all that d demands."""
    chance = random.Random(seed)
    curve, divisor = sympy.sympify(chance.choice(CURVES)), chance.choice(DIVISORS)
    above = chance.choice([f(b), f(b) - f(0), f(a) * b, f(1)])
    plain = {w: curve.subs(H, w.args[0]) for w in sympy.Mul(above, divisor, evaluate=False).atoms(type(f(b)))}
    below = divisor.xreplace(plain)
    if below == 0 or sympy.fraction(above / divisor)[1] != divisor:
        return
    verdict = found(equal(above / divisor, sympy.cancel(above.xreplace(plain) / below)), Equation("curve", f(H), curve))
    assert verdict.outcome is not REFUTED
    zeros = [dict.fromkeys((a, b), 0), dict.fromkeys((a, b), 1), {a: 0, b: 1}, {a: 1, b: 0}, {a: 2, b: -1}]
    if verdict.outcome is PROVED and any(below.subs(values) == 0 for values in zeros):
        assert verdict.evidence.conditions
