"""Solutions of differential equations: what is known in closed form lies in the enclosures, and nothing else is claimed."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import Derivative, Eq, Rational, cos, cosh, exp, log, pi, sin, sqrt, tan

from tests.common.asking import read
from tests.common.examples import examples
from verify.balls import compile_ball, precision
from verify.claims import Equation, approx, follows_from, function, only_root, printed_number, rounded, symbol
from verify.errors import GiveUp
from verify.judging.verdict_on import judge
from verify.odes.flow import BITS
from verify.odes.problems import problem_of
from verify.odes.solution import Solution
from verify.units import DIMENSIONLESS, pure_number
from verify.verdicts import Outcome

PROVED, REFUTED, UNDECIDED = Outcome.PROVED, Outcome.REFUTED, Outcome.UNDECIDED
x = symbol("x", "x", "place", DIMENSIONLESS, real=True)
r = symbol("r", "r", "radius", DIMENSIONLESS, nonnegative=True)
a, n = (symbol(letter, letter, "parameter", DIMENSIONLESS, positive=True) for letter in "an")
z = symbol("z", "z", "a zero", DIMENSIONLESS, positive=True)
y, w = (function(name, name, "function of x", DIMENSIONLESS, variables=(x,), real=True) for name in "yw")
f = function("f", "f", "function of the radius", DIMENSIONLESS, variables=(r,), real=True)
P = function("P", "P", "positive function", DIMENSIONLESS, variables=(x,), positive=True)


def laws(*pairs: Any) -> tuple[Equation, ...]:
    return tuple(Equation(f"law {i}", lhs, rhs) for i, (lhs, rhs) in enumerate(pairs))


def slope(head: Any, at: Any, order: int = 1) -> Any:
    (variable,) = head.variables
    return Derivative(head(variable), (variable, order)).subs(variable, at)


def started(head: Any, *values: Any) -> list[tuple[Any, Any]]:
    return [(head(0) if k == 0 else slope(head, 0, k), sympy.sympify(value)) for k, value in enumerate(values)]


def outcome(says: Any, *pairs: Any, conditions: Any = ()) -> Outcome:
    return judge(read(says, by=follows_from(*laws(*pairs)), where=tuple(conditions))).outcome


SINE = [(Derivative(y(x), (x, 2)), -y(x)), *started(y, 0, 1)]


def emden(exponent: Any) -> list[tuple[Any, Any]]:
    return [(Derivative(r**2 * Derivative(f(r), r), r) / r**2, -(f(r) ** exponent)), *started(f, 1, 0)]


KNOWN = [
    (Derivative(y(x), x), y(x), (1,), exp(x)),
    (Derivative(y(x), x), 1 + y(x) ** 2, (0,), tan(x)),
    (Derivative(y(x), x), y(x) * (1 - y(x)), (Rational(1, 2),), 1 / (1 + exp(-x))),
    (Derivative(y(x), x), exp(-y(x)), (0,), log(1 + x)),
    (Derivative(y(x), x), cos(x) * y(x), (1,), exp(sin(x))),
    (Derivative(y(x), x), -x / sqrt(1 - x**2) * y(x) / y(x), (1,), sqrt(1 - x**2)),
    (Derivative(y(x), (x, 2)), -y(x), (0, 1), sin(x)),
    (Derivative(y(x), (x, 2)), sqrt(1 + Derivative(y(x), x) ** 2), (1, 0), cosh(x)),
    ((1 + x**2) * Derivative(y(x), x), 2 * x * y(x), (1,), 1 + x**2),
    (x * Derivative(y(x), (x, 2)) + 2 * Derivative(y(x), x), -x * y(x), (1, 0), sympy.sinc(x)),
    (x * Derivative(y(x), (x, 2)) + Derivative(y(x), x), -x * y(x), (1, 0), sympy.besselj(0, x)),
    (Derivative(y(x), (x, 2)) + 2 / x * Derivative(y(x), x), -(y(x) ** 5), (1, 0), 1 / sqrt(1 + x**2 / 3)),
]


@pytest.mark.parametrize(("lhs", "rhs", "values", "closed"), KNOWN, ids=[str(k[3]) for k in KNOWN])
@settings(max_examples=examples(5), deadline=None)
@given(st.fractions(min_value=Fraction(-9, 10), max_value=Fraction(9, 10), max_denominator=50))
def test_closed_forms_lie_in_the_enclosures(lhs: Any, rhs: Any, values: Any, closed: Any, place: Fraction) -> None:
    with precision(BITS):
        problem = problem_of(laws((lhs, rhs), *started(y, *values)))
        solution = Solution(problem, {}, 1 if place >= 0 else -1)
        found = solution.over(abs(place), abs(place))[0]
        at = sympy.Rational(place.numerator, place.denominator)
        assert found.overlaps(compile_ball(closed)({x: at}, BITS).real)
        assert found.rad() < 1e-15


@settings(max_examples=examples(20), deadline=None)
@given(st.integers(1, 4), st.integers(-3, 3), st.fractions(0, 3, max_denominator=20))
def test_several_functions_at_once(rate: int, start: int, place: Fraction) -> None:
    pairs = [
        (Derivative(y(x), x), rate * w(x)),
        (Derivative(w(x), x), -rate * y(x)),
        *started(y, start),
        *started(w, 1),
    ]
    with precision(BITS):
        found = Solution(problem_of(laws(*pairs)), {}).over(place, place)
        turn = rate * sympy.Rational(place.numerator, place.denominator)
        expected = (1 * cos(turn) - start * sin(turn), start * cos(turn) + sin(turn))
        assert any(found[0].overlaps(compile_ball(e)({}, BITS).real) for e in expected)
        assert any(found[1].overlaps(compile_ball(e)({}, BITS).real) for e in expected)


@pytest.mark.parametrize(
    ("says", "premises", "expected"),
    [
        (approx(y(1), "0.8415"), SINE, PROVED),
        (approx(y(1), "0.8416"), SINE, REFUTED),
        (approx(y(-pi / 2), "-1.000"), SINE, PROVED),
        (approx(slope(y, pi), "-1.0000"), SINE, PROVED),
        (approx(f(3), "0.3592"), emden(3), PROVED),
        (approx(f(3), "0.3582"), emden(3), REFUTED),
        (approx(f(2), "0.4959"), emden(Rational(3, 2)), PROVED),
        (approx(f(2), "0.4963"), emden(Rational(3, 2)), REFUTED),
        (only_root(y(x), x, 0, 5, "3.1416"), SINE, PROVED),
        (only_root(y(x), x, 0, 5, "3.1417"), SINE, REFUTED),
        (only_root(y(x), x, 0, 7, "3.1416"), SINE, REFUTED),  # 2π
        (only_root(y(x), x, 0, 3, "3.1416"), SINE, REFUTED),
        (only_root(Derivative(y(x), x), x, 0, 3, "1.5708"), SINE, PROVED),
        (only_root(f(r), r, 0, 10, "6.897"), emden(3), PROVED),
        (only_root(f(r), r, 0, 20, "14.972"), emden(4), PROVED),
        (only_root(f(r), r, 0, 5, "3.65375"), emden(Rational(3, 2)), PROVED),
        (only_root(f(r), r, 0, 5, "3.65385"), emden(Rational(3, 2)), REFUTED),
        (only_root(f(r), r, 0, 3, "3"), emden(Rational(3, 2)), REFUTED),
        (only_root(f(r), r, 0, "3.65", "3.65375"), emden(Rational(3, 2)), REFUTED),
        (approx(f(4), "0.0"), emden(Rational(3, 2)), UNDECIDED),  # it has ended
        (only_root(Derivative(f(r), r), r, 1, 5, "4.5"), emden(Rational(3, 2)), UNDECIDED),
        (only_root(f(r), r, 0, 5, "3.65375"), emden(Rational(1, 2)), UNDECIDED),  # √y is not Lipschitz at 0
    ],
)
def test_values_slopes_and_zeros(says: Any, premises: Any, expected: Outcome) -> None:
    assert outcome(says, *premises) is expected


@pytest.mark.parametrize(("number", "expected"), [("2.0182", PROVED), ("2.0192", REFUTED)])
def test_the_slope_at_a_zero_that_a_premise_names(number: str, expected: Outcome) -> None:
    """-ξ² θ'(ξ) at the first zero of Lane's and Emden's function, of Chandrasekhar's tables."""
    named = [*emden(3), (f(z), sympy.S.Zero)]
    assert outcome(approx(-(z**2) * slope(f, z), number), *named, conditions=[z < 10]) is expected
    assert outcome(approx(z, "6.8968"), *named, conditions=[z < 10]) is PROVED
    assert outcome(approx(z, "6.8968"), *named) is UNDECIDED  # between which numbers is it?
    assert outcome(approx(z, "6.8968"), *named, conditions=[z < 5]) is UNDECIDED  # there is none


@pytest.mark.parametrize(("number", "expected"), [("2.71406", PROVED), ("2.71416", REFUTED)])
def test_the_slope_where_a_solution_ends(number: str, expected: Outcome) -> None:
    named = [*emden(Rational(3, 2)), (f(z), sympy.S.Zero)]
    assert outcome(approx(-(z**2) * slope(f, z), number), *named, conditions=[z < 5]) is expected


def test_of_several_zeros_none_is_named() -> None:
    assert outcome(approx(z, "3.1416"), *SINE, (y(z), sympy.S.Zero), conditions=[z < 7]) is UNDECIDED
    assert outcome(approx(z, "3.1416"), *SINE, (y(z), sympy.S.Zero), conditions=[z < 4]) is PROVED


def test_a_definition_beside_the_equation_is_put_in() -> None:
    assert outcome(approx(y(1), "0.841"), *SINE, (y(x), sin(x))) is PROVED


def test_parameters_are_put_in() -> None:
    decay = [(a * Derivative(y(x), x), -y(x)), *started(y, 1)]
    assert outcome(approx(y(1), "0.6065"), *decay, (a, sympy.Integer(2))) is PROVED
    assert outcome(approx(y(1), "0.6065", constants={a: sympy.Integer(2)}), *decay) is PROVED
    assert outcome(approx(y(1), "0.6", constants={a: rounded("2.0", pure_number)}), *decay) is PROVED
    assert outcome(approx(y(1), "0.6065", constants={a: rounded("2.0", pure_number)}), *decay) is UNDECIDED
    assert outcome(approx(y(1), "0.6065"), *decay) is UNDECIDED
    general = [(Derivative(f(r), (r, 2)) + 2 / r * Derivative(f(r), r), -(f(r) ** n)), *started(f, 1, 0)]
    assert outcome(approx(f(3), "0.3592"), *general, conditions=[Eq(n, 3)]) is PROVED


@pytest.mark.parametrize(
    ("says", "premises"),
    [
        (approx(y(1), "0.25"), [(Derivative(y(x), x), sqrt(y(x))), *started(y, 0)]),  # 0, and x²/4
        (approx(y(1), "1.0"), [(y(x) * Derivative(y(x), x), y(x)), *started(y, 0)]),  # 0, and x
        (approx(y(1), "1.0"), [(x * Derivative(y(x), x), y(x)), *started(y, 0)]),  # c x
        (approx(y(1), "0.0"), [(x * Derivative(y(x), (x, 2)), 2 * Derivative(y(x), x)), *started(y, 0, 0)]),  # c x³
        (approx(y(2), "-1.0"), [(Derivative(y(x), x), y(x) ** 2), *started(y, 1)]),  # has ended at 1
        (approx(y(1), "2.718"), [(Derivative(y(x), x) ** 2, y(x) ** 2), *started(y, 1)]),
        (approx(y(1), "0.841"), SINE[:2]),  # the slope is not given
        (approx(y(1), "0.841"), [*SINE, (y(0), sympy.Integer(1))]),
        (approx(P(1), "-1.0"), [(Derivative(P(x), x), -2 * P(x) ** 0), (P(0), sympy.Integer(1))]),
        (approx(f(-1), "0.8414"), emden(1)),  # the radius has no such value
        (only_root(y(x), x, -5, 5, "3.1416"), SINE),
    ],
)
def test_what_is_not_determined_stays_open(says: Any, premises: Any) -> None:
    assert outcome(says, *premises) is UNDECIDED


def test_conditions_say_where_a_law_is_known() -> None:
    (first, *rest) = laws(*SINE)

    def says(*where: Any) -> Outcome:
        known = Equation(first.label, first.lhs, first.rhs, where)
        return judge(read(approx(y(1), "0.8415"), by=follows_from(known, *rest))).outcome

    assert says(x > 0) is PROVED
    assert says(x > Rational(1, 2)) is UNDECIDED
    assert says(x < 1) is UNDECIDED


def test_a_double_zero_is_not_counted() -> None:
    with precision(BITS):
        solution = Solution(problem_of(laws(*SINE)), {})
        square = next(iter(solution.problem.letters.values())) ** 2
        with pytest.raises(GiveUp):
            solution.zeros(square, Fraction(1), Fraction(5))


@pytest.mark.parametrize(
    ("says", "premises", "where"),
    [
        # zero times what is not finite is no zero: C x², C J_2, C x³, 0 up to 1 and C (x - 1)² beyond
        (approx(y(1) + 1, "1.000"), [(Derivative(y(x), x), 2 * y(x) / x), *started(y, 0)], ()),
        (
            approx(y(1) + 1, "1.000"),
            [
                (x**2 * Derivative(y(x), (x, 2)) + x * Derivative(y(x), x) + (x**2 - 4) * y(x), 0 * x),
                *started(y, 0, 0),
            ],
            (),
        ),
        (approx(y(1) + 1, "1.000"), [(x**2 * Derivative(y(x), (x, 2)), 6 * y(x)), *started(y, 0, 0)], ()),
        (approx(y(2) + 1, "1.000"), [(Derivative(y(x), x), 2 * y(x) / (x - 1)), *started(y, 0)], ()),
        (approx(y(1) + 1, "1.000"), [(Derivative(y(x), x), y(x) * log(-x)), *started(y, 0)], ()),
        # a bound name is no place
        (approx(sympy.Integral(y(z), (z, 0, 1)) + 1, "1.000"), [*SINE, (y(z), sympy.S.Zero)], (z < 4,)),
        # 0 is a zero, too
        (approx(w(0) + a, "3.1416"), [*SINE, (y(a), sympy.S.Zero)], (a >= 0, a < 4)),
        # b is 1 only where a is not 0, or is no constant
        (approx(y(1) + 3, "4.00"), [(Derivative(y(x), x), w(0)), *started(y, 0), (w(0) * a, a)], ()),
        (approx(y(2) + x, "9", constants={x: rounded("1.0", pure_number)}), [(Derivative(y(x), x), 3 * x**2), *started(y, 0)], ()),
        (approx(y(1) + 1, "2.0"), [(Derivative(y(x), x), a), *started(y, 0), (a, 2 * x)], (a < 1,)),
        # the sign that is declared, and conditions
        (only_root(P(x), x, 0, 4, "1.5708"), [(Derivative(P(x), (x, 2)), -P(x)), *started(P, 1, 0)], ()),
        (only_root(y(x), x, 0, 4, "3.1416"), [(Derivative(y(x), (x, 2)), -a * y(x)), *started(y, 0, 1), (a, sympy.Integer(1))], (a < 1,)),
        (approx(y(1), "2.718"), [(Derivative(y(x), x), y(x)), *started(y, 1)], (Eq(slope(y, 0), 5),)),
        # a premise on the function ties an input: y(2) = 10/a, or names a place that has another value
        (approx(a * y(1), "3.68", constants={a: rounded("1.4", pure_number)}, somewhere=True), [(Derivative(y(x), x), y(x)), *started(y, 1), (a * y(2), sympy.Integer(10))], ()),
        (approx(y(z) + 1, "1.04", constants={z: rounded("3.1", pure_number)}), [*SINE, (y(z), sympy.S.Zero)], ()),
        (approx(a * y(1), "1.37", constants={a: rounded("1.6", pure_number)}, somewhere=True), [*SINE, (y(z), sympy.S.Zero), (z * a, sympy.Integer(5))], (z < 4,)),
    ],
)  # fmt: skip
def test_what_is_said_beside_the_equation_is_not_passed_over(says: Any, premises: Any, where: Any) -> None:
    assert outcome(says, *premises, conditions=where) is UNDECIDED


def over(top: Any, bottom: Any, *more: Any) -> Any:
    """A quotient as it is printed."""
    return sympy.Mul(top, sympy.Pow(bottom, -1, evaluate=False), *more, evaluate=False)


def gone(part: Any, *rest: Any) -> Any:
    """A part and its negative, as they are printed, and what is left."""
    return sympy.Add(part, sympy.Mul(-1, part, evaluate=False), *rest, evaluate=False)


EXPONENTIAL = [(Derivative(y(x), x), y(x)), *started(y, 1)]
LINE = [(Derivative(y(x), (x, 2)), sympy.S.Zero), *started(y, Rational(-1, 3), 1)]


@pytest.mark.parametrize(
    ("says", "premises"),
    [
        (approx(over(y(z) - Rational(1, 2), y(z) - Rational(1, 2)), "1.0"), [*SINE, (y(z), Rational(1, 2))]),
        (approx(gone(1 / (y(z) - Rational(1, 2)), z), "0.524"), [*SINE, (y(z), Rational(1, 2))]),
        (approx(over(y(pi), y(pi), y(1)), "0.8415"), SINE),
        (only_root(over(y(x), y(x), y(x)), x, Rational(1, 2), 4, "3.14159"), SINE),
        (only_root(gone(1 / (x - Rational(1, 3)), y(x)), x, 0, 2, "0.33333"), LINE),
        (approx(z, "3.14159"), [*SINE, (over(y(z), y(z), y(z)), sympy.S.Zero)]),
    ],
)
def test_a_quantity_along_a_solution_is_defined_as_it_is_printed(says: Any, premises: Any) -> None:
    names = any(z in side.free_symbols for pair in premises for side in pair)
    assert (
        outcome(says, *premises, conditions=(z < 1 if Rational(1, 2) in premises[-1] else z < 4,) if names else ())
        is UNDECIDED
    )


BROKEN = [
    (approx(y(3), "20.09"), [(Derivative(y(x), x) + 1 / (x - 2), y(x) + 1 / (x - 2)), *started(y, 1)]),
    (approx(y(1), "7.389"), [(Derivative(x * y(x), x) / x, y(x) + y(x) / x), (y(-1), sympy.S.One)]),
    (approx(y(1), "2.718"), [(Derivative(y(x), x), over(y(x), y(x) - 2, y(x) - 2)), *started(y, 1)]),
    (approx(y(3), "20.09"), [(Derivative(y(x), x), y(x) + w(0) / (x - 2)), *started(y, 1), (w(0), sympy.S.Zero)]),
    (approx(y(3), "20.09", constants={a: sympy.S.Zero}), [(Derivative(y(x), x), y(x) + a / (x - 2)), *started(y, 1)]),
    (approx(y(1), "2.718"), [(Derivative(y(x), x) + log(y(x) - 2), y(x) + log(y(x) - 2)), *started(y, 1)]),
    (approx(y(1), "2.718"), [(Derivative(y(x), x) + sqrt(x - 2), y(x) + sqrt(x - 2)), *started(y, 1)]),
]


@pytest.mark.parametrize(("says", "premises"), BROKEN)
def test_an_equation_is_defined_as_it_is_printed_all_the_way(says: Any, premises: Any) -> None:
    assert outcome(says, *premises) is not PROVED


@pytest.mark.parametrize(
    ("says", "law"),
    [
        (approx(y(1), "2.718"), (Derivative(y(x), x) + 1 / (x - 2), y(x) + 1 / (x - 2))),
        (approx(y(Rational(1, 2)), "1.6487"), (Derivative(y(x), x), over(y(x), y(x) - 2, y(x) - 2))),
        (approx(y(1), "2.718"), (Derivative(y(x), x) + sqrt(x + 2), y(x) + sqrt(x + 2))),
    ],
)
def test_what_cancels_far_from_the_way_does_not_matter(says: Any, law: Any) -> None:
    assert outcome(says, law, *started(y, 1)) is PROVED


def test_names_that_are_printed_alike_are_told_apart() -> None:
    one, other = (function(f"u_{k}", "u", "function", DIMENSIONLESS, variables=(x,), real=True) for k in "ab")
    grow = [
        (Derivative(one(x), x), one(x)),
        *started(one, 1),
        (Derivative(other(x), x), 2 * other(x)),
        *started(other, 1),
    ]
    assert outcome(approx(one(1) / other(1), "0.368"), *grow) is PROVED
    assert outcome(approx(one(1) / other(1), "1.00"), *grow) is REFUTED
    near, far = (symbol(f"z_{k}", "z", "place", DIMENSIONLESS, positive=True) for k in "ab")
    places = {near: sympy.S.One, far: sympy.Integer(2)}
    assert outcome(approx(y(near) / y(far), "0.368", constants=places), *EXPONENTIAL) is PROVED
    assert outcome(approx(y(near) / y(far), "1.00", constants=places), *EXPONENTIAL) is REFUTED


def test_long_places_are_told_apart() -> None:
    near, far = Rational(10**180 + 1, 10**180), Rational(2 * 10**180 + 1, 10**180)
    assert outcome(approx(y(near) / y(far), "1.00"), *EXPONENTIAL) is REFUTED


def test_a_variable_that_is_not_zero_stops_there() -> None:
    s = symbol("x", "x", "place", DIMENSIONLESS, real=True, nonzero=True)
    g = function("y", "y", "function of x", DIMENSIONLESS, variables=(s,), real=True)
    grow = [(Derivative(g(s), s), g(s)), (g(-1), sympy.S.One)]
    assert outcome(approx(g(1), "7.39"), *grow) is UNDECIDED
    assert outcome(approx(g(Rational(-1, 2)), "1.6487"), *grow) is PROVED
    assert (
        outcome(approx(g(1), "7.39"), (Derivative(g(s), s), g(s)), (g(Rational(1, 2)), exp(Rational(3, 2)))) is PROVED
    )


def test_a_solution_that_ends_where_its_variable_is_zero() -> None:
    law = [(Derivative(y(x), x), x ** Rational(3, 2)), (y(1), sympy.S.One)]
    assert outcome(approx(y(Rational(1, 100)), "0.6"), *law) is PROVED
    assert outcome(approx(y(0), "0.6"), *law) is UNDECIDED


def test_no_words_on_rounding_where_the_inputs_are_in_the_solution() -> None:
    premises = laws((Derivative(y(x), x), y(x)), (y(0), a))
    says = approx(y(1), "2.72", constants={a: printed_number("1.0")})
    found = judge(read(says, by=follows_from(*premises)))
    assert found.outcome is PROVED
    assert "within their rounding" not in found.evidence.detail
