"""Moves, executed by hand-worked cases, and the solving of premises."""

from __future__ import annotations

import pickle

import pytest
import sympy
from sympy import Rational, cos, sin, sqrt

from verify.claims import (
    ClaimError,
    Equation,
    Paper,
    UnitSystem,
    add,
    differentiate,
    divide,
    eliminate,
    follows_from,
    multiply,
    power,
    solve_for,
    specialise,
    substitute,
    symbol,
)
from verify.judging.judge import judge_claim
from verify.points.domain import Domain
from verify.premises.execution import execute, facts
from verify.premises.generality import MoveError
from verify.premises.known import conditions_of
from verify.quantities.dimension_names import DIMENSIONLESS
from verify.solving.equations import assumption_conditions, solve_unique
from verify.solving.replacement import put, put_in_condition
from verify.solving.systems import parametrise
from verify.terms.admissible import Admissible
from verify.verdicts import Outcome, Result
from verify.vocabulary.moves_in_words import in_words

a, b, c, r = sympy.symbols("a b c r", positive=True)
u, w = sympy.symbols("u w", real=True)
n = sympy.Symbol("n", integer=True, positive=True)
ohm = Equation("ohm", a, b * c)
power_law = Equation("power", r, a * b)


def one(move: object) -> tuple[sympy.Expr, sympy.Expr]:
    (equation,) = execute(move)  # type: ignore[arg-type]
    return equation.lhs, equation.rhs


def test_substitute() -> None:
    assert one(substitute(ohm, into=power_law)) == (r, b**2 * c)


def test_substitute_refuses_a_premise_that_does_not_occur() -> None:
    with pytest.raises(MoveError, match="premise 'ohm' is not used"):
        execute(substitute(ohm, into=Equation("other", r, b)))


def test_eliminate_refuses_an_unused_premise() -> None:
    with pytest.raises(MoveError, match="not used"):
        execute(eliminate(r, among=[power_law, ohm]))


def test_eliminate() -> None:
    assert one(eliminate(a, among=[ohm, power_law])) == (r, b**2 * c)


def test_solve_for_a_symbol_and_for_a_power() -> None:
    assert one(solve_for(c, ohm)) == (c, a / b)
    assert one(solve_for(r**2, Equation("u10", 4 * a**2 * r**2, b**2))) == (r**2, b**2 / (4 * a**2))


def test_solve_for_refuses_what_is_not_unique() -> None:
    with pytest.raises(MoveError, match="no unique solution for u"):
        execute(solve_for(u, Equation("square", u**2, a)))


def test_both_sides() -> None:
    assert one(multiply(ohm, r)) == (a * r, b * c * r)
    assert one(divide(ohm, b)) == (a / b, c)
    assert one(power(ohm, 2)) == (a**2, b**2 * c**2)
    assert one(add(ohm, power_law)) == (a + r, b * c + a * b)
    assert one(differentiate(Equation("x", u, a * sin(w)), w)) == (sympy.Derivative(u, w), a * cos(w))


def test_power_must_be_a_positive_integer() -> None:
    with pytest.raises(MoveError, match="not a positive integer"):
        execute(power(ohm, Rational(1, 2)))


def test_specialise_must_meet_its_symbol() -> None:
    assert one(specialise(Equation("5", r, a / n), {n: 2})) == (r, a / 2)
    with pytest.raises(MoveError, match="contains none of n"):
        execute(specialise(ohm, {n: 2}))


def test_facts_of_a_special_case_do_not_fix_the_symbol() -> None:
    general = Equation("5", r, a / n)
    assert facts(specialise(general, {n: 2})) == (Equation("5", r, a / 2),)
    assert facts(follows_from(general)) == (general,)


def test_unique_solutions_only() -> None:
    assert solve_unique(Equation("e", a * u + b, c), u).value == (c - b) / a  # type: ignore[union-attr]
    assert solve_unique(Equation("e", 4 * r**2, a), r).value == sqrt(a) / 2  # type: ignore[union-attr]
    assert solve_unique(Equation("e", u**2, a), u) is None
    assert solve_unique(Equation("e", r**2 + r, a), r) is None
    assert solve_unique(Equation("e", n**2, b), n) is None
    assert solve_unique(Equation("e", sin(u), a), u) is None


def test_a_homogeneous_equation_is_not_solved_for_a_symbol_that_cannot_vanish() -> None:
    assert solve_unique(Equation("e", a * b**2 * r, a * c), a) is None


def test_parametrise_puts_definitions_first() -> None:
    solved = parametrise([Equation("2", a * r, b), Equation("1", a, c**2)])
    assert solved.values == {a: c**2, b: c**2 * r}
    assert solved.residuals == ()


def test_parametrise_keeps_a_contradiction_as_residual() -> None:
    (residual,) = parametrise([Equation("1", u, sympy.Integer(1)), Equation("2", u, sympy.Integer(2))]).residuals
    assert (residual.lhs, residual.rhs) == (1, 2)


def test_assumptions_of_dependent_symbols_become_conditions() -> None:
    solved = parametrise([Equation("1", r, u - w)])
    assert solved.domain_conditions() == (sympy.Gt(u, w),)


def test_words() -> None:
    assert in_words(substitute(ohm, into=power_law)) == "substitute (ohm) into (power)"
    assert in_words(solve_for(c, substitute(ohm, into=power_law))) == "solve [substitute (ohm) into (power)] for c"


def test_move_errors_are_claim_errors() -> None:
    assert issubclass(MoveError, ClaimError)


@pytest.mark.parametrize("name", ["aa", "zz"])
def test_the_name_of_a_factor_that_may_vanish_decides_nothing(name):
    """y f = z f gives y = z where f is not zero only: it is refuted at f = 0."""
    paper = Paper("p", "A paper", "nobody (2000)", UnitSystem.SI, sections=("I",))
    left, right, factor = (symbol(n, n, n, DIMENSIONLESS, real=True) for n in ("y", "z", name))
    given = paper.given("1", where="I", printed="y f = z f", lhs=left * factor, rhs=right * factor)
    claim = paper.step("2", where="I", printed="y = z", lhs=left, rhs=right, by=follows_from(given))
    found = judge_claim(paper, claim).literal
    assert found.outcome is Outcome.REFUTED
    assert (name, "0") in found.evidence.counterexample.point


def test_an_integer_is_not_solved_for_if_anything_else_can_be() -> None:
    wave = parametrise([Equation("1", n, u * a / (2 * sympy.pi))])
    assert wave.values == {u: 2 * sympy.pi * n / a}
    doubled = parametrise([Equation("1", 2 * n, b)])
    assert doubled.values == {b: 2 * n}


@pytest.mark.parametrize(
    ("symbol_", "value", "expected"),
    [
        (u, sqrt(w), ["w >= 0"]),
        (u, sympy.log(w), ["w > 0"]),
        (a, 1 / sqrt(1 - w**2), ["1 - w**2 > 0"]),
        (a, u - w, ["u > w"]),
        (a, sqrt(-b), ["False"]),
        (u, 1 / w, ["Ne(w, 0)"]),
        (u, sympy.acos(w), ["w <= 1", "w >= -1"]),
        (n, u / 2, ["u > 0", "u/2 is an integer, > 0"]),
        (u, sqrt(w) * sqrt(u), ["sqrt(u)*sqrt(w) is real"]),
    ],
)
def test_all_that_is_assumed_is_asked_of_the_value(symbol_, value, expected) -> None:
    assert [str(c) for c in assumption_conditions(symbol_, value)] == expected


def test_a_condition_on_a_value_survives_substitution_and_pickling() -> None:
    condition = Admissible.of(n, u / w)
    assert pickle.loads(pickle.dumps(condition)) == condition
    put_in = put_in_condition(condition, {w: sympy.Integer(2)})
    assert (put_in.value, put_in.demands) == (u / 2, condition.demands)
    assert Domain((u, w), (condition,)).satisfies({u: sympy.Integer(6), w: sympy.Integer(2)})
    assert not Domain((u, w), (condition,)).satisfies({u: sympy.Integer(5), w: sympy.Integer(2)})
    assert not Domain((u, w), (condition,)).satisfies({u: sympy.Integer(5), w: sympy.Integer(0)})


def test_a_value_is_not_captured_by_a_bound_variable() -> None:
    inside = sympy.Integral(u * w, (w, 0, 1))
    assert put(inside, {u: w}).doit() == w / 2
    nested = sympy.Integral(u * w, (w, 0, c), (c, 0, 1))
    assert put(nested, {u: c + w}).doit().equals((c + w) / 6)
    assert put(sympy.Limit(u + w, w, 0), {u: w}).doit() == w


def test_a_derivative_needs_an_equation_that_holds_for_every_value() -> None:
    circle = Equation("1", u**2 + w**2, a)
    with pytest.raises(MoveError, match="need not hold for every u"):
        execute(differentiate(circle, u))
    with pytest.raises(MoveError, match="gives something as a function of u"):
        execute(differentiate(circle, u, general=True))
    with pytest.raises(MoveError, match="cannot hold for every u"):
        execute(differentiate(Equation("1", a / u, u), u, general=True))
    assert one(differentiate(Equation("1", w * u**2, sympy.Integer(0)), u, general=True)) == (2 * w * u, 0)
    assert one(differentiate(Equation("1", (u + 1) ** 2, u**2 + 2 * u + 1), u)) == (2 * u + 2, 2 * u + 2)
    with pytest.raises(MoveError, match="need not hold"):
        execute(differentiate(Equation("1", u, w**2), u))


@pytest.mark.parametrize("value", [sympy.Integer(0), sympy.Integer(-2), sympy.I, sympy.pi])
def test_a_special_value_must_be_one_of_the_symbol(value) -> None:
    with pytest.raises(MoveError, match="is no value that n may have"):
        execute(specialise(Equation("1", u, w / n), {n: value}))


def test_infinity_is_no_special_value() -> None:
    with pytest.raises(ClaimError, match="infinity is no number"):
        specialise(Equation("1", u, w / n), {n: sympy.oo})


def test_a_special_case_of_what_is_no_law_is_refused() -> None:
    circle = Equation("1", u**2 + w**2, a)
    with pytest.raises(MoveError, match="need not hold for every u"):
        execute(specialise(circle, {u: 0}))
    assert one(specialise(circle, {u: 0}, general=True)) == (w**2, a)
    with pytest.raises(MoveError, match="need not hold for every u"):
        execute(specialise(Equation("1", u, 2 * w), {u: a}))


def test_the_conditions_of_a_move() -> None:
    assert [str(c) for c in conditions_of(divide(Equation("1", u, w), w * b))] == ["Ne(w, 0)"]
    assert [str(c) for c in conditions_of(multiply(Equation("1", u, w), a / (w - 1)))] == ["Ne(w - 1, 0)"]
    known = Equation("1", u, w, (w > 1,))
    assert [str(c) for c in conditions_of(specialise(known, {w: a * c}))] == ["a*c > 1"]


size, factor, place, share = (symbol(n, n, n, DIMENSIONLESS, positive=True) for n in ("a", "b", "c", "r"))
moved, time = (symbol(n, n, n, DIMENSIONLESS, real=True) for n in ("u", "w"))


@pytest.mark.parametrize(
    "side", [sympy.Derivative(moved, time), sympy.Derivative(moved**2, time), sympy.Derivative(moved, time, time)]
)
def test_the_derivative_of_one_letter_is_no_zero(side: sympy.Expr) -> None:
    """F = dp/dt does not say F = 0: what p is as a function of t is not written."""
    paper = Paper("p", "A paper", "nobody (2000)", UnitSystem.SI, sections=("I",))
    here = {"where": "I", "printed": "as on the page"}
    given = paper.given("1", lhs=size, rhs=side, **here)
    zero = paper.step("2", lhs=size, rhs=0, by=follows_from(given), **here)
    assert judge_claim(paper, zero).result is Result.OPEN
    assert judge_claim(paper, paper.identity("3", lhs=side, rhs=0, **here)).result is Result.OPEN
    assert judge_claim(paper, paper.identity("4", lhs=2 * side, rhs=side + side, **here)).result is Result.PASS


def squared_at_one(paper: Paper) -> object:
    """A = x from A = x² and x = 1: true there, and no law."""
    here = {"where": "I", "printed": "as on the page"}
    law, at_one = paper.given("law", lhs=size, rhs=place**2, **here), paper.given("place", lhs=place, rhs=1, **here)
    return paper.step("there", lhs=size, rhs=place, by=follows_from(law, at_one), **here)


@pytest.mark.parametrize("move", [lambda line: differentiate(line, place), lambda line: specialise(line, {place: 3})])
def test_a_line_derived_at_one_place_is_no_law(move: object) -> None:
    paper = Paper("p", "A paper", "nobody (2000)", UnitSystem.SI, sections=("I",))
    with pytest.raises(MoveError, match="'there' need not hold for every c"):
        execute(move(squared_at_one(paper)))  # type: ignore[operator]


def test_a_line_derived_from_laws_is_a_law() -> None:
    paper = Paper("p", "A paper", "nobody (2000)", UnitSystem.SI, sections=("I",))
    here = {"where": "I", "printed": "as on the page"}
    law, constant = (
        paper.given("law", lhs=size, rhs=factor * place, **here),
        paper.given("k", lhs=factor, rhs=2 * share, **here),
    )
    line = paper.step("2", lhs=size, rhs=2 * share * place, by=follows_from(law, constant), **here)
    assert one(differentiate(line, place)) == (sympy.Derivative(size, place), 2 * share)


def test_a_symbol_held_constant_must_not_depend_on_the_variable() -> None:
    """A = x y with y = x: dA/dx is not y."""
    paper = Paper("p", "A paper", "nobody (2000)", UnitSystem.SI, sections=("I",))
    here = {"where": "I", "printed": "as on the page"}
    square, link = paper.given("1", lhs=size, rhs=place**2, **here), paper.given("2", lhs=factor, rhs=place, **here)
    line = paper.step("3", lhs=size, rhs=factor * place, by=follows_from(square, link), **here)
    with pytest.raises(MoveError, match="'3' need not hold for every c"):
        execute(differentiate(line, place))


@pytest.mark.parametrize(
    "values", [{size: sympy.Integer(5)}, {size: sympy.Integer(5), place: sympy.Integer(2)}, {place: size}]
)
def test_what_an_equation_defines_gets_no_other_value(values: dict[sympy.Symbol, sympy.Expr]) -> None:
    with pytest.raises(MoveError, match="'law' defines a, so that"):
        execute(specialise(Equation("law", size, factor / place**2), values))
    assert one(specialise(Equation("law", size, factor / place**2), {size: share, place: sympy.Integer(2)})) == (
        share,
        factor / 4,
    )


def test_what_an_earlier_step_held_constant_does_not_move_later() -> None:
    """dA/dv = a/2 for constant a; with a = 2 v it is not dA/dv = v."""
    paper = Paper("p", "A paper", "nobody (2000)", UnitSystem.SI, sections=("I",))
    here = {"where": "I", "printed": "as on the page"}
    law = paper.given("1", lhs=moved, rhs=factor * place / 2, **here)
    slope = paper.step("2", lhs=sympy.Derivative(moved, place), rhs=factor / 2, by=differentiate(law, place), **here)
    link = paper.given("3", lhs=factor, rhs=2 * place, **here)
    line = paper.step("4", lhs=sympy.Derivative(moved, place), rhs=place, by=follows_from(slope, link), **here)
    assert judge_claim(paper, line).result is Result.OPEN
    other = paper.given("5", lhs=factor, rhs=2 * share, **here)
    line = paper.step("6", lhs=sympy.Derivative(moved, place), rhs=share, by=follows_from(slope, other), **here)
    assert judge_claim(paper, line).result is Result.PASS
