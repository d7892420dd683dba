"""What follows from premises: solved with all that is assumed, by cases, and modulo what cannot be solved."""

from __future__ import annotations

import random
from itertools import islice
from typing import Any

import pytest
from sympy import (
    Abs,
    Derivative,
    Eq,
    I,
    Integral,
    Ne,
    Piecewise,
    Rational,
    Subs,
    acos,
    conjugate,
    cos,
    exp,
    log,
    pi,
    sin,
    sqrt,
    tan,
)

from tests.common.asking import read, stepped
from tests.soundness import steps
from tests.soundness.steps import given
from verify.claims import (
    ClaimError,
    Paper,
    contradiction,
    differentiate,
    divide,
    equal,
    follows_from,
    function,
    less,
    multiply,
    order_of,
    solve_for,
    specialise,
    substitute,
    symbol,
)
from verify.deciding.settings import Settings
from verify.judging.judge import judge_claim
from verify.kinds.table import KINDS
from verify.premises.facts import Facts
from verify.quantities.dimension_names import DIMENSIONLESS
from verify.verdicts import Outcome, Result

x, y, z, w, a, b, c, k, beta = (
    symbol(name, name, name, DIMENSIONLESS, real=True) for name in ("x", "y", "z", "w", "a", "b", "c", "k", "beta")
)
p, q, gamma = (symbol(name, name, name, DIMENSIONLESS, positive=True) for name in ("p", "q", "gamma"))
n, m = (symbol(name, name, name, DIMENSIONLESS, integer=True) for name in "nm")
e = symbol("e", "e", "e", DIMENSIONLESS, even=True)
f = function("f", "f", "f", DIMENSIONLESS, real=True)
Z, W = (symbol(name, name, name, DIMENSIONLESS, complex=True) for name in "ZW")
HERE: dict[str, Any] = {"where": "I", "printed": "as on the page"}
PASS, PASS_IF, FAIL, OPEN = Result.PASS, Result.PASS_IF, Result.FAIL, Result.OPEN


FOLLOWS = [
    # all that is assumed of a dependent symbol
    ([(x, sqrt(y))], (Abs(y), y), PASS),
    ([(x, sqrt(y))], (Abs(y), -y), FAIL),
    ([(n, k * x / (2 * pi))], (cos(k * x), 1), PASS),
    ([(n, k * x / (2 * pi))], (cos(k * x / 2), 1), FAIL),
    ([(x, log(p)), (y, log(z))], (x + y, log(p * z)), PASS),
    ([(e, n + 1)], (cos(pi * n), -1), PASS),
    ([(2 * n, m)], (cos(pi * m), 1), PASS),
    ([(n, m / 2)], (cos(pi * m), -1), FAIL),
    ([(x, sqrt(y) * sqrt(z))], (x, sqrt(y * z)), FAIL),
    ([(p, x * y)], (Abs(x), x), FAIL),
    ([(x, acos(y))], (cos(x), y), PASS),
    # a factor that may vanish
    ([(a * x, a * b)], (x, b), FAIL),
    ([(p * x, p * b)], (x, b), PASS),
    ([(a * x, a * b)], (a**2 * x, a**2 * b), PASS),
    ([(a * x, a * b), (a, 2)], (x, b), PASS),
    ([(a * x + b, 0)], (x, -b / a), PASS_IF),  # says nothing at a = 0
    ([(p * x + b, 0)], (x, -b / p), PASS),
    ([(a, 1 / y), (x, b * y)], (a * x, b), PASS),
    ([(x, y)], (x / y, 1), PASS_IF),
    ([(a, 0)], (x / a, x / a), OPEN),  # nowhere defined
    ([(x * y, 0)], (x**2 * y, 0), PASS),
    ([(x * y, 0)], (x, 0), FAIL),
    ([(Z * W, 0)], (Z, 0), FAIL),
    ([(a * x + b * y, 1), (c * x + k * y, 0)], (x * (a * k - b * c), k), PASS),
    ([(a * x + b * y, 1), (c * x + k * y, 0)], (x, k), FAIL),
    # several solutions
    ([(x**2, y**2)], (x, y), FAIL),
    ([(x**2, y**2)], (Abs(x), Abs(y)), PASS),
    ([(Z**2, -1)], (Z, I), FAIL),
    ([(Z**2, W**2)], (Z**4, W**4), PASS),
    ([(cos(x), 1)], (sin(x), 0), PASS),
    ([(cos(x), 1)], (sin(x / 4), 0), FAIL),
    ([(tan(x), 1)], (sin(x), cos(x)), PASS),
    ([(tan(x), 1)], (sin(x), sqrt(2) / 2), FAIL),
    ([(exp(Z), 1)], (Z, 0), FAIL),
    ([(exp(x), 1)], (x, 0), PASS),
    ([(x + 1 / x, 3)], (x**2 + 1 / x**2, 7), PASS),
    ([(x + 1 / x, 3)], (x**3 + 1 / x**3, 19), FAIL),
    ([(Abs(x), 2)], (x, 2), FAIL),
    ([(sqrt(x), y)], (x, y**2), PASS),
    ([(n**2, 4)], (n**3, 4 * n), PASS),
    ([(p**2 + p, q)], (p, (sqrt(1 + 4 * q) - 1) / 2), PASS),
    ([(p**2 + p, q)], (p, -(sqrt(1 + 4 * q) + 1) / 2), FAIL),
    ([(x**2 + y**2, 1)], (x + y, 1), FAIL),
    ([(x * y, 1), (x + y, 3)], (x**2 + y**2, 7), PASS),
    # modulo what cannot be solved
    ([(x**3 + x + 1, 0)], (x**4, -(x**2) - x), PASS),
    ([(x**3 + x + 1, 0)], (x**4, -(x**2) + x), OPEN),
    # modulo the premises as they are printed
    ([(f(x + y) * (1 + a), 2 * f(x) - f(x - y))], (3 * f(x + y) * (1 + a), 6 * f(x) - 3 * f(x - y)), PASS),
    ([(f(x + y) * (1 + a), 2 * f(x) - f(x - y))], (3 * f(x + y) * (1 + a), 6 * f(x) - 2 * f(x - y)), OPEN),
    ([(1 / (f(x + y) * f(x)), 0)], (a * f(x), b), OPEN),  # nothing satisfies it
    ([(f(x + y), a * f(x))], (b * f(x + y) / (f(x + y) - a * f(x)), a * b * f(x) / (f(x + y) - a * f(x))), OPEN),
    # no point at all
    ([(p**2, -q)], (p, q), OPEN),
    ([(Abs(x), -2)], (x, 2), OPEN),
    ([(2 * n, 1)], (n, 3), OPEN),
    # bound variables and conjugates
    ([(x, y)], (Integral(x * y, (y, 0, 1)), y / 2), OPEN),
    ([(x, y)], (Integral(x * y, (y, 0, 1)), Rational(1, 3)), OPEN),
    ([(Z, conjugate(W))], (Z * W, Abs(W) ** 2), PASS),
]


@pytest.mark.parametrize(("premises", "line", "expected"), FOLLOWS)
def test_what_follows(paper: Paper, premises: Any, line: Any, expected: Result) -> None:
    found = stepped(paper, line, follows_from(*(given(paper, *premise) for premise in premises)))
    assert found.result is expected, found.literal.evidence.detail


@pytest.mark.parametrize(("premises", "line", "expected"), FOLLOWS)
def test_who_asks_for_proofs_only_gets_the_same_ones(paper: Paper, premises: Any, line: Any, expected: Result) -> None:
    statement = equal(*line)
    route = follows_from(*(given(paper, *premise) for premise in premises))
    facts = Facts.of(read(statement, by=route))
    try:
        outcomes = [
            KINDS[type(statement[0])].check(statement[0], facts, Settings(quick=True, only_proofs=only)).outcome
            for only in (False, True)
        ]
    except ClaimError:
        return
    assert (outcomes[0] is Outcome.PROVED) is (outcomes[1] is Outcome.PROVED)


def test_the_facts_of_a_reading_are_made_once(paper: Paper) -> None:
    one = given(paper, x, y)
    reading = read(equal(x**2, y**2), by=follows_from(one))
    assert Facts.of(reading) is Facts.of(reading)
    assert Facts.of(reading) is not Facts.of(read(equal(x**2, y**2)))


def test_an_inequality_from_a_root(paper: Paper) -> None:
    rule = given(paper, gamma, 1 / sqrt(1 - beta**2))
    inside = paper.for_all("2", less(beta**2, 1), by=follows_from(rule), **HERE)
    wrong = paper.for_all("3", less(0, beta), by=follows_from(rule), **HERE)
    assert judge_claim(paper, inside).result is PASS
    assert judge_claim(paper, wrong).result is FAIL


def test_a_number_in_every_case(paper: Paper) -> None:
    """x² = 4 leaves two numbers, of which one is printed."""
    both = paper.value("2", order_of(x**2, "4"), by=follows_from(given(paper, x**2, 4)), **HERE)
    one = paper.value("4", order_of(x, "2"), by=follows_from(given(paper, x**2, 4)), **HERE)
    assert judge_claim(paper, both).result is PASS
    assert judge_claim(paper, one).result is not PASS


# --- moves ------------------------------------------------------------------------------------------


def test_a_division_holds_where_the_divisor_does_not_vanish(paper: Paper) -> None:
    product = given(paper, a * x, a * b)
    found = stepped(paper, (x, b), divide(product, a))
    assert (found.result, found.literal.condition) == (PASS_IF, "a ≠ 0")
    assert found.decisive is found.literal
    assert stepped(paper, (x, b), divide(product, a), [Ne(a, 0)]).result is PASS
    assert stepped(paper, (x, b + 1), divide(product, a)).result is FAIL
    assert stepped(paper, (x, b), multiply(product, 1 / a)).result is PASS_IF
    assert stepped(paper, (x, b), solve_for(x, product)).result is FAIL
    with pytest.raises(ClaimError, match="its own conditions exclude it"):
        stepped(paper, (x, b), divide(product, 0))


def test_the_condition_of_a_premise_is_that_of_what_follows(paper: Paper) -> None:
    square = given(paper, x, y**2)
    root = steps.step(paper, (sqrt(x), y), follows_from(square), [y > 0])
    later = steps.step(paper, (sqrt(x) + 1, y + 1), follows_from(root))
    last = stepped(paper, (sqrt(x) + 2, y + 2), follows_from(later))
    assert (last.result, last.literal.condition) == (PASS_IF, "y > 0")
    assert stepped(paper, (sqrt(x) + 1, y + 1), follows_from(root), [y > 2]).result is PASS


def test_a_condition_that_is_an_equation_is_handed_on(paper: Paper) -> None:
    twice = steps.step(paper, (x, 2 * a), follows_from(given(paper, x, a * b)), [Eq(b, 2)])
    found = stepped(paper, (x + 1, 2 * a + 1), follows_from(twice))
    assert (found.result, found.literal.condition) == (PASS_IF, "b = 2")


def test_a_special_case_is_known_where_the_symbol_may_have_the_value(paper: Paper) -> None:
    law = given(paper, x, Abs(p) * y)
    found = stepped(paper, (x, b * y), specialise(law, {p: b}))
    assert (found.result, found.literal.condition) == (PASS_IF, "b > 0")


def test_a_special_case_beside_the_general_one_needs_a_name(paper: Paper) -> None:
    law = given(paper, x, a * y)
    with pytest.raises(ClaimError, match="expected another name for x"):
        stepped(paper, (x, -a * y), specialise(law, {a: -a}))
    with pytest.raises(ClaimError, match="expected another name for x"):
        stepped(paper, (a, 2), follows_from(law, specialise(law, {a: 2})))


def test_the_place_of_a_special_case_travels_with_it(paper: Paper) -> None:
    law, other = given(paper, x, a**2), given(paper, y, x * a)
    at_2 = steps.step(paper, (x, 4), specialise(law, {a: 2}))
    for line, by, where in [
        ((y, 4 * a), follows_from(at_2, other), []),
        ((y, 12), follows_from(specialise(law, {a: 2}), specialise(other, {a: 3})), []),
        ((x, 4), specialise(law, {a: 2}), [a > 3]),
    ]:
        with pytest.raises(ClaimError, match="expected another name for x"):
            stepped(paper, line, by, where)
    assert stepped(paper, (x + y, 4 + y), follows_from(at_2)).result is PASS
    told = steps.step(paper, (x, 4), specialise(law, {a: 2}), [Eq(a, 2)])
    found = stepped(paper, (y, 4 * a), follows_from(told, other))
    assert (found.result, found.literal.condition) == (PASS_IF, "a = 2")
    named = steps.step(paper, (z, 4), specialise(law, {x: z, a: 2}))
    assert stepped(paper, (y * z, 4 * x * a), follows_from(named, other)).result is PASS


def test_contradictory_special_cases_are_none(paper: Paper) -> None:
    law = given(paper, x, a**2)
    two, three = (steps.step(paper, (x, n**2), specialise(law, {a: n})) for n in (2, 3))
    with pytest.raises(ClaimError, match="expected another name for x"):
        judge_claim(paper, paper.logic("last", contradiction(two, three), **HERE))


def test_an_inequality_beside_an_equation_is_known_with_it(paper: Paper) -> None:
    by = follows_from(given(paper, x, -exp(b)), given(paper, y, x))
    line = paper.for_all("8", equal(x, y), less(x, 0), by=by, **HERE)
    assert stepped(paper, (Abs(x), -y), follows_from(line)).result is PASS
    assert stepped(paper, (Abs(x), y), follows_from(line)).result is FAIL


def test_there_is_no_derivative_by_a_whole_number(paper: Paper) -> None:
    with pytest.raises(ClaimError, match="has a derivative by n is not known"):
        stepped(paper, (Derivative(x, n), I * pi * (-1) ** n), differentiate(given(paper, x, (-1) ** n), n))


def test_pieces_are_no_polynomial(paper: Paper) -> None:
    pieces = given(paper, Piecewise((x, x > 0), (2 * x, True)), 2)
    assert stepped(paper, (x, 2), follows_from(pieces)).result is OPEN


def test_what_subs_binds_is_another_variable(paper: Paper) -> None:
    bound = given(paper, y, x)
    assert stepped(paper, (Subs(x * y, x, 2), 2 * x), follows_from(bound)).result in (PASS, OPEN)
    assert stepped(paper, (Subs(x * y, x, 2), 2 * y), follows_from(bound)).result in (PASS, OPEN)


def test_the_ends_of_what_is_no_chain(paper: Paper) -> None:
    broken = paper.for_all("1", equal(x, y), less(y, z), equal(z, w), **HERE)
    with pytest.raises(ClaimError, match="no chain, because y is not z"):
        _ = broken.ends
    with pytest.raises(ClaimError, match="no equality number 5"):
        broken.link(5)
    whole = paper.for_all("2", equal(x, y, z), **HERE)
    assert (whole.ends.lhs, whole.ends.rhs) == (x, z)


def test_substitution_leaves_bound_variables_alone(paper: Paper) -> None:
    """Is the y of x = y the variable of ∫ x y dy?  The page tells, the equations do not."""
    inside = Integral(x * y, (y, 0, 1))
    move = substitute(given(paper, x, y), into=given(paper, z, inside))
    assert stepped(paper, (z, y / 2), move).result is OPEN
    assert stepped(paper, (z, Rational(1, 3)), move).result is OPEN


@pytest.mark.parametrize(
    ("line", "premises"),
    [
        ((Subs(z + Subs(x * y, x, 2), z, 1), 1 + 2 * x), [(y, x), (z, 5)]),
        ((Integral(z * Subs(x * y, x, 2), (z, 0, 1)), x), [(y, x), (z, 3)]),
        ((Piecewise((Subs(x * y, x, 2), b > 0), (0, True)), Piecewise((2 * x, b > 0), (0, True))), [(y, x)]),
    ],
)
def test_names_stay_apart_in_parts_of_parts(paper: Paper, line: Any, premises: Any) -> None:
    by = follows_from(*(given(paper, *premise) for premise in premises))
    assert stepped(paper, line, by).result in (PASS, OPEN)


def test_a_derivative_holds_constant_what_is_put_in(paper: Paper) -> None:
    """z = ∂(x y)/∂x is y, also where y is x."""
    law = given(paper, z, Derivative(x * y, x, evaluate=False))
    assert stepped(paper, (z, 2 * x), specialise(law, {y: x})).result in (FAIL, OPEN)


HELD = [
    # x = y a gives dx/dy = a for a constant a; a = y² + 1 is none.
    ((x, y * a), lambda law: differentiate(law, y), (Derivative(x, y), a), (a, y**2 + 1)),
    ((x, Integral(y * a, (y, 0, 1))), follows_from, (x, a / 2), (a, y**2 + 1)),
]


@pytest.mark.parametrize(("law", "by", "line", "link"), HELD)
def test_what_was_held_constant_is_not_linked_one_line_further(
    paper: Paper, law: Any, by: Any, line: Any, link: Any
) -> None:
    first = steps.step(paper, line, by(given(paper, *law)))
    again = steps.step(paper, (z, line[1]), follows_from(first, given(paper, z, line[0])))
    put_in = follows_from(again, given(paper, *link))
    assert stepped(paper, (z, line[1].subs(*link)), put_in).result is OPEN
    assert stepped(paper, (z, line[1].subs(*link) + 1), put_in).result is OPEN


# --- at random --------------------------------------------------------------------------------------

WRONG = {
    True: {"refuted"},
    False: {"proved", "corroborated", "holds-if"},
    None: {"proved", "corroborated"},
}


@pytest.mark.parametrize("seed", range(6))
def test_no_step_of_known_truth_is_decided_wrongly(seed: int) -> None:
    for case in islice(steps.claims(random.Random(seed)), 50):
        assert case.decide() not in WRONG[case.truth], case.shown
