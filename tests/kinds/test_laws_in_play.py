"""What a derivative beside it, a special value or a law of a function says of what a line holds constant, and proofs without a point."""

from __future__ import annotations

from typing import Any

import pytest
import sympy
from hypothesis import given as drawn
from hypothesis import strategies as st
from sympy import Abs, Derivative, Eq, Integral, Limit, Max, Rational, Subs, erf, exp, floor, sin

from verify.claims import (
    Paper,
    add,
    contradiction,
    differentiate,
    equal,
    follows_from,
    function,
    specialise,
    symbol,
)
from verify.deciding.decide import decide
from verify.errors import ClaimError
from verify.judging.judge import judge_claim
from verify.points.domain import Domain
from verify.quantities.dimension_names import DIMENSIONLESS
from verify.solving.replacement import put
from verify.terms.dependence import changing_with, held_though_changing, slopes_of_names
from verify.verdicts import Outcome, Result

HERE: dict[str, Any] = {"where": "I", "printed": "as on the page"}
x, y, a, b, m, q, s, t, u, v, w, A, B = (symbol(name, name, name, DIMENSIONLESS, real=True) for name in "xyabmqstuvwAB")
p = symbol("p", "p", "p", DIMENSIONLESS, positive=True)
f = function("f", "f", "f", DIMENSIONLESS, variables=(x,), real=True)
h = function("h", "h", "h", DIMENSIONLESS, variables=(p,), real=True)
D = Derivative
PASS, PASS_IF, FAIL, OPEN = Result.PASS, Result.PASS_IF, Result.FAIL, Result.OPEN


def given(paper: Paper, lhs: Any, rhs: Any) -> Any:
    return paper.given(str(len(paper.claims) + 1), lhs=lhs, rhs=sympy.sympify(rhs), **HERE)


def result(paper: Paper, line: Any, premises: Any = (), conditions: Any = (), move: Any = follows_from) -> Result:
    cited = [given(paper, *premise) for premise in premises]
    by = move(*cited) if cited else None
    statement = equal(*line) if isinstance(line, tuple) else line
    label = str(len(paper.claims) + 1)
    claim = paper.claim(label, statement, conditions=list(conditions), **({"by": by} if by else {}), **HERE)
    return judge_claim(paper, claim).result


# --- a value at one place says nothing of a slope ---------------------------------------------------

AT_A_PLACE = [
    ((a, 0), [(a, D(v, t))], [Eq(v, 4)]),
    ((D(v, t), D(u, t)), (), [Eq(v, u)]),
    ((D(v, t), 0), [(v, 4)], ()),
    ((b * D(a, t), 0), [(a * b, 0)], ()),
    ((D(A * B, t), 4 * D(B, t)), [(w, D(A * B, t))], [Eq(A, 4)]),
]


@pytest.mark.parametrize(("line", "premises", "conditions"), AT_A_PLACE)
def test_a_value_says_nothing_of_a_slope(paper: Paper, line: Any, premises: Any, conditions: Any) -> None:
    assert result(paper, line, premises, conditions) is OPEN


def test_other_values_leave_slopes_alone(paper: Paper) -> None:
    assert result(paper, (a * m, 4 * D(v, t)), [(a, D(v, t))], [Eq(m, 4)]) is PASS
    assert result(paper, (D(A, v), 2 * v), [(A, a * v**2 / 2)], [Eq(a, 2)]) is PASS
    assert result(paper, (D(A, p), 0), [(A, p)]) is FAIL


def test_no_slope_where_a_law_is_specialised(paper: Paper) -> None:
    with pytest.raises(ClaimError, match="special value"):
        result(paper, (D(A, x), 0), [(A, x**2)], move=lambda law: specialise(law, {x: 2}))
    with pytest.raises(ClaimError, match="special value"):
        result(paper, (Limit(A, x, 3), 4), [(A, x**2)], move=lambda law: specialise(law, {x: 2}))


def test_no_slope_where_an_earlier_line_knows_a_value(paper: Paper) -> None:
    law, place = given(paper, A, x**2), given(paper, x, 2)
    there = paper.step("there", lhs=A, rhs=sympy.Integer(4), by=follows_from(law, place), **HERE)
    with pytest.raises(ClaimError, match="single value"):
        judge_claim(paper, paper.step("slope", lhs=D(A, x), rhs=sympy.S.Zero, by=follows_from(there), **HERE))


@drawn(st.integers(-9, 9))
def test_a_number_is_not_put_under_a_derivative(number: int) -> None:
    assert put(D(A, x), {A: sympy.Integer(number)}) == D(A, x)
    assert put(D(A, x), {A: x**2 + number}) == D(x**2 + number, x)


# --- dA/dx says that A changes with x -----------------------------------------------------------------

HELD = [
    ((D(A * x, x), A), (), [Eq(D(A, x), 2)]),
    ((Integral(A, (x, 0, 1)), A), (), [Eq(D(A, x), 2)]),
    ((Limit(A * x, x, 3), 3 * A), (), [Eq(D(A, x), 2)]),
    ((D(A * f(x), x), A * D(f(x), x)), (), [Eq(D(A, x), 2)]),
    ((s * D(v, t), B * a * v), [(D(v, t), a), (s, Integral(v, (t, 0, B)))], ()),
    ((D(A + x, x) * D(A, x), 2), [(D(A, x), 2)], ()),
    ((D(v + t, t) * D(v, t), D(v, t)), (), ()),
    ((Integral(w, (t, 0, B)), B * w), [(w, v + 1), (D(v, t), a)], ()),
    ((D(B, x), A), [(B, A * x), (D(A, x), 2)], ()),
]


@pytest.mark.parametrize(("line", "premises", "conditions"), HELD)
def test_what_a_slope_makes_change_is_no_constant(paper: Paper, line: Any, premises: Any, conditions: Any) -> None:
    assert result(paper, line, premises, conditions) is OPEN


def test_what_was_differentiated_with_a_constant(paper: Paper) -> None:
    def move(law: Any, slope: Any) -> Any:
        return follows_from(differentiate(law, x), slope)

    assert result(paper, (D(B, x), A), [(B, A * x), (D(A, x), 2)], move=move) is OPEN


def test_slopes_by_themselves_are_decided(paper: Paper) -> None:
    assert result(paper, (a * m, 2 * m), [(D(v, t), 2), (a, D(v, t))]) is PASS
    assert result(paper, (D(A, v), a * v), [(A, a * v**2 / 2)]) is PASS
    assert result(paper, (D(v, t) + D(v, t), 2 * D(v, t))) is PASS


def test_without_premises_too() -> None:
    lhs, rhs = D(v + t, t) * D(v, t), D(v, t)
    assert decide(lhs, rhs, Domain.of(lhs, rhs)).outcome is Outcome.UNDECIDED


@drawn(st.sampled_from([x * A, A + x, x**2 * A, sin(x) + A]), st.booleans())
def test_a_slope_beside_a_sign_is_seen(inside: Any, integral: bool) -> None:
    sign = Integral(inside, (x, 0, 1)) if integral else D(inside, x)
    assert held_though_changing([sign, D(A, x)]) == sign
    assert held_though_changing([sign, D(A, y)]) is None
    assert held_though_changing([sign]) is None
    assert changing_with({x}, slopes_of_names([D(A, x)])) == {A}
    assert held_though_changing([D(x**2 * t, t), D(f(x), f(x))]) is None
    assert held_though_changing([Subs(D(A, x), x, 2), D(A, x)]) is None


# --- combinations of premises -------------------------------------------------------------------------


def test_combinations_ask_what_is_held_constant(paper: Paper) -> None:
    assert result(paper, (D(p * v, v), q * v), [(p, q * v), (D(p * v, v), p)]) is OPEN
    assert result(paper, (w, u), [(w, Integral(2 * x, x)), (u, Integral(2 * x, x))]) is not PASS


def test_a_derivative_of_two_meanings_is_not_carried_out_to_compare(paper: Paper) -> None:
    premises = [(w, D(p * v, v)), (p - q * v, 0)]
    assert result(paper, (w + p - q * v, p), premises, move=add) is OPEN
    assert result(paper, (w + p - q * v, D(p * v, v)), premises, move=add) is PASS


# --- laws of functions ---------------------------------------------------------------------------------

NOT_SMOOTH = [
    ((f(0) + Integral(D(f(t), t), (t, 0, x)), floor(x)), (f(x), floor(x))),
    ((D(Integral(h(q), (q, 0, p)), p), 1 / p), (h(p), 1 / p)),
    ((D(f(x) ** 2, x) / (2 * D(f(x), x)), floor(x)), (f(x), floor(x))),
]


@pytest.mark.parametrize(("line", "law"), NOT_SMOOTH)
def test_a_law_is_not_taken_for_a_smooth_one(paper: Paper, line: Any, law: Any) -> None:
    assert result(paper, line, [law]) is OPEN


def test_smooth_laws_have_slopes(paper: Paper) -> None:
    assert result(paper, (D(f(x), x), 2 * x), [(f(x), x**2)]) is PASS
    assert result(paper, (D(h(p), p), -1 / p**2), [(h(p), 1 / p)]) is PASS
    assert result(paper, (D(f(x) ** 2, x) / (2 * D(f(x), x)), Abs(x)), [(f(x), Abs(x))]) in (PASS_IF, OPEN)


AT_TWO = [
    ((f(2) + f(3), 13), x**2, OPEN),
    ((f(2) + f(3), 5), x**2, OPEN),
    ((f(2), 5), x**2, FAIL),
    ((f(2), 4), x**2, PASS),
    ((f(2) * f(3), 4 * f(3)), x**2, PASS),
    ((f(0) * f(2), f(0) / 2), 1 / x, OPEN),
    ((f(u) * f(2), f(u) / 2), 1 / x, PASS_IF),
]


@pytest.mark.parametrize(("line", "law", "expected"), AT_TWO)
def test_a_specialised_law_holds_elsewhere(paper: Paper, line: Any, law: Any, expected: Result) -> None:
    assert result(paper, line, [(f(x), law)], move=lambda given_law: specialise(given_law, {x: 2})) is expected


def test_a_contradiction_needs_the_slope(paper: Paper) -> None:
    statement = contradiction(given(paper, A, p), given(paper, D(A, p), 0))
    assert judge_claim(paper, paper.claim("3", statement, **HERE)).result is not FAIL


# --- proofs without a point ------------------------------------------------------------------------------

NO_POINT: list[Any] = [
    ((x * y + u, u + 1), [(x * y, 1)], [b < 0, b > 0]),
    ((x * y + u, u + 1), [(x * y, 1)], [exp(b) <= b]),
    ((x * y + u, u + 1), [(x * y, 1)], [sin(b) > 2]),
    ((u, 1), [(floor(x), Rational(1, 2)), (u, 2 * floor(x))], ()),
    ((u, 2 * erf(x)), [(erf(x), 2), (u, 4)], ()),
    ((x + u, Max(x, y) + 1 + u), [(Max(x, y), x - 1)], ()),
]


@pytest.mark.parametrize(("line", "premises", "conditions"), NO_POINT)
def test_a_proof_asks_for_a_point(paper: Paper, line: Any, premises: Any, conditions: Any) -> None:
    assert result(paper, line, premises, conditions) is OPEN


def test_points_are_found(paper: Paper) -> None:
    assert result(paper, (x * y + u, u + 1), [(x * y, 1)], [b > 0]) is PASS
    assert result(paper, (u, 2 * erf(x)), [(erf(x), Rational(1, 2)), (u, 1)]) is PASS
