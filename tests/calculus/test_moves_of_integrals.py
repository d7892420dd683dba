"""`by_parts` and `change_variable`: what they arrive at, what they do not, and lines that they must not let pass."""

from __future__ import annotations

from typing import Any

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import Abs, Derivative, I, Integral, Rational, cos, exp, log, oo, pi, sign, sin, sqrt, tan

from tests.common.asking import stepped
from tests.common.examples import examples
from tests.soundness import steps
from verify.calculus.integration import by_parts as parts
from verify.calculus.integration import for_a_new_variable, with_new_variable
from verify.claims import (
    ClaimError,
    Equation,
    Paper,
    UnitSystem,
    add,
    by_parts,
    change_variable,
    follows_from,
    function,
    substitute,
    symbol,
)
from verify.errors import GiveUp
from verify.exchange.document import as_json, from_json
from verify.premises.execution import execute
from verify.proofs.equality import prove_equal
from verify.units import DIMENSIONLESS
from verify.verdicts import Result
from verify.vocabulary.moves_in_words import in_words


def positive(name: str) -> Any:
    return symbol(name, name, "number", DIMENSIONLESS, positive=True)


def real(name: str) -> Any:
    return symbol(name, name, "number", DIMENSIONLESS, real=True)


x, t, R, a, b, W = map(positive, ("x", "t", "R", "a", "b", "W"))
s, u, theta, V = map(real, ("s", "u", "theta", "V"))
y, z = (function(name, name, "any function", DIMENSIONLESS, variables=(x,), real=True) for name in "yz")
p = function("p", "p", "any function", DIMENSIONLESS, variables=(u,), real=True)


def a_paper() -> Paper:
    return Paper(id="t", title="t", citation="t", units=UnitSystem.SI, sections=("I",))


def asked(value: Any, line: Any, move: Any, letter: Any = V) -> Result:
    """The line V = ... that follows from V = ... by the move."""
    paper = a_paper()
    return stepped(paper, (letter, line), move(steps.given(paper, letter, value))).result


# --- lines that hold ----------------------------------------------------------------------------------

HOLD = {
    "at infinity": (Integral(x * exp(-x), (x, 0, oo)), Integral(exp(-x), (x, 0, oo)), (by_parts, x, -exp(-x))),
    "on both sides": (
        Integral(s**2 * exp(-(s**2)), (s, -oo, oo)),
        Integral(exp(-(s**2)), (s, -oo, oo)) / 2,
        (by_parts, s, -exp(-(s**2)) / 2),
    ),
    "a logarithm at its end": (Integral(log(x), (x, 0, 1)), -Integral(1, (x, 0, 1)), (by_parts, log(x), x)),
    "a function": (
        Integral(log(x) * Derivative(y(x), x), (x, a, b)),
        log(b) * y(b) - log(a) * y(a) - Integral(y(x) / x, (x, a, b)),
        (by_parts, log(x), y(x)),
    ),
    "two functions": (
        3 * Integral(z(x) * Derivative(y(x), x), (x, a, b)),
        3 * z(b) * y(b) - 3 * z(a) * y(a) - 3 * Integral(y(x) * Derivative(z(x), x), (x, a, b)),
        (by_parts, z(x), y(x)),
    ),
    "a circle": (
        Integral(sqrt(R**2 - s**2), (s, 0, R)),
        R**2 * Integral(cos(theta) ** 2, (theta, 0, pi / 2)),
        (change_variable, s, R * sin(theta), (0, pi / 2)),
    ),
    "a tangent": (
        Integral(1 / (1 + s**2), (s, -oo, oo)),
        Integral(1, (theta, -pi / 2, pi / 2)),
        (change_variable, s, tan(theta), (-pi / 2, pi / 2)),
    ),
    "an inverse": (
        Integral(exp(-x), (x, 1, oo)),
        Integral(exp(-1 / t) / t**2, (t, 0, 1)),
        (change_variable, t, 1 / x),
    ),
    "a square in a function": (
        Integral(x * y(x**2), (x, a, b)),
        Integral(y(t), (t, a**2, b**2)) / 2,
        (change_variable, t, x**2),
    ),
    "folding back, and smooth": (
        Integral(s * exp(-(s**2)), (s, -1, 2)),
        Integral(exp(-t), (t, 1, 4)) / 2,
        (change_variable, t, s**2),
    ),
    "a kink, one to one": (
        Integral(Abs(s), (s, -1, 1)),
        Integral(3 * Abs(u) ** 5, (u, -1, 1)),
        (change_variable, s, u**3, (-1, 1)),
    ),
    "from infinity": (
        Integral(sin(x) / x, (x, 0, oo)),
        Integral(sin(1 / t) / t, (t, 0, oo)),
        (change_variable, x, 1 / t, (oo, 0)),
    ),
}


def the_move(rule: Any, *data: Any) -> Any:
    if rule is by_parts:
        return lambda line: by_parts(line, *data)
    return lambda line: change_variable(line, *data[:2], between=data[2] if len(data) == 3 else None)


@pytest.mark.parametrize("case", HOLD)
def test_a_line_follows_by_a_rule_for_its_integral(case: str) -> None:
    value, line, move = HOLD[case]
    assert asked(value, line, the_move(*move)) is Result.PASS


@pytest.mark.slow
@pytest.mark.parametrize("case", HOLD)
def test_a_wrong_sign_or_factor_never_passes(case: str) -> None:
    value, line, move = HOLD[case]
    terms = sympy.Add.make_args(line)
    wrong = {-line, *(line - 2 * term for term in terms)}
    assert Result.PASS not in {asked(value, other, the_move(*move)) for other in wrong}


# --- rules that do not hold -------------------------------------------------------------------------

NOT_SHOWN = {
    "singular inside": (Integral(1 / s**2, (s, -1, 1)), (by_parts, 1, -1 / s)),
    "singular substitution": (Integral(1 / s**2, (s, -1, 1)), (change_variable, s, 1 / u, (-1, 1))),
    "singular, and finite at the ends": (Integral(1 / (1 + s**2), (s, -1, 1)), (change_variable, s, 1 / u, (-1, 1))),
    "infinite boundary terms": (Integral(sin(x) / x, (x, 0, oo)), (by_parts, 1 / x, -cos(x))),
    "boundary terms that oscillate": (Integral(sin(x), (x, 0, oo)), (by_parts, 1, -cos(x))),
    "a jump in a factor": (Integral(sign(s), (s, -1, 2)), (by_parts, sign(s), s)),
    "a kink in a factor": (Integral(Abs(s), (s, -1, 2)), (by_parts, Abs(s), s)),
    "no inverse": (Integral(exp(-(s**2)), (s, -1, 2)), (change_variable, t, s**2)),
    "back to where it was": (Integral(s**2, (s, -1, 1)), (change_variable, t, s**2)),
    "tan over its pole": (Integral(1 / (1 + cos(s) ** 2), (s, 0, pi)), (change_variable, u, tan(s))),
    "folding back over a singularity": (Integral(1 / s, (s, 1, 4)), (change_variable, s, u**2, (-1, 2))),
    "folding back over a branch": (Integral(sqrt(s), (s, 1, 4)), (change_variable, s, u**2, (-1, 2))),
    "ends the wrong way round": (Integral(exp(-x), (x, 1, oo)), (change_variable, x, 1 / t, (0, 1))),
    "a letter that is in use": (Integral(t * s, (s, 0, 1)), (change_variable, s, t, (0, 1))),
    "a letter that is in use, as a new name": (Integral(t * s, (s, 0, 1)), (change_variable, t, s)),
    "a positive letter for a negative range": (Integral(s**2, (s, -1, 1)), (change_variable, t, s + Rational(1, 2))),
    "not the integrand": (Integral(s * exp(s), (s, 0, 1)), (by_parts, s, exp(2 * s))),
    "ends of a function that are not those": (Integral(exp(s), (s, a, b)), (change_variable, s, p(u), (a, b))),
    "a function beyond what is said of it": (Integral(s * Derivative(y(s), s), (s, -1, 1)), (by_parts, s, y(s))),
    "a function at the edge of what is said of it": (Integral(x * Derivative(y(x), x), (x, 0, a)), (by_parts, x, y(x))),
    "beside the line, from end to end": (
        Integral(exp(-(s**2)) / (s**2 + 1), (s, -oo, oo)),
        (change_variable, s, u + 2 * I, (-oo, oo)),
    ),
    "a function at infinity": (Integral(x * Derivative(y(x), x), (x, a, oo)), (by_parts, x, y(x))),
}


@pytest.mark.parametrize("case", NOT_SHOWN)
def test_what_is_not_shown_leaves_the_line_as_it_was(case: str) -> None:
    value, (rule, *data) = NOT_SHOWN[case]
    line = Equation("1", V, value)
    assert execute(the_move(rule, *data)(line)) == (line,)


def test_a_route_that_is_not_shown_is_told() -> None:
    paper = a_paper()
    line = steps.given(paper, V, Integral(exp(-(s**2)) * p(1), (s, -1, 2)))
    audit = stepped(paper, (V, Integral(p(1) * exp(-t) / (2 * sqrt(t)), (t, 1, 4))), change_variable(line, t, s**2))
    assert audit.result is Result.OPEN
    assert "On this route no inverse of s**2 is known" in audit.readings[0].evidence.detail


def test_an_equation_without_such_an_integral_is_a_slip_of_the_pen() -> None:
    with pytest.raises(ClaimError, match="has no integral over a variable"):
        execute(by_parts(Equation("1", V, a), s, s))
    with pytest.raises(ClaimError, match="changes nothing"):
        change_variable(Equation("1", V, Integral(s, (s, 0, 1))), s, s)
    with pytest.raises(ClaimError, match="the two ends"):
        change_variable(Equation("1", V, Integral(s, (s, 0, 1))), s, 2 * u, between=(0,))  # type: ignore[arg-type]


# --- with other moves, in words and in files --------------------------------------------------------


def test_moves_nest() -> None:
    paper = a_paper()
    first = steps.given(paper, V, Integral(x * Derivative(y(x), x), (x, a, b)))
    second = steps.given(paper, s, V + a * y(a))
    right, wrong = ((s, b * y(b) + k * Integral(y(x), (x, a, b))) for k in (-1, 1))
    assert stepped(paper, right, follows_from(by_parts(first, x, y(x)), second)).result is Result.PASS
    assert stepped(paper, wrong, follows_from(by_parts(first, x, y(x)), second)).result is not Result.PASS


def test_a_move_on_what_a_move_arrives_at() -> None:
    one, two = Equation("1", V, Integral(s * exp(s), (s, 0, 1))), Equation("2", W, 2 * V)
    (line,) = execute(by_parts(substitute(one, into=two), s, exp(s)))
    assert line.lhs == W
    assert prove_equal(line.rhs, 2 * sympy.E - 2 * Integral(exp(s), (s, 0, 1))) is not None
    assert execute(add(by_parts(one, s, exp(s)), two))[0].lhs == V + W


def test_the_moves_in_words() -> None:
    line = Equation("1", V, Integral(s * exp(s), (s, 0, 1)))
    assert in_words(by_parts(line, s, exp(s))) == "integrate (1) by parts, with u = s and v = exp(s)"
    assert in_words(change_variable(line, u, s**2)) == "put u = s^2 in the integral of (1)"


def test_the_moves_in_a_file() -> None:
    paper = a_paper()
    first = steps.given(paper, V, Integral(exp(-x) * x, (x, 0, oo)))
    steps.step(paper, (V, Integral(exp(-x), (x, 0, oo))), by_parts(first, x, -exp(-x)))
    move = change_variable(first, x, 1 / t, between=(oo, 0))
    steps.step(paper, (V, Integral(exp(-1 / t) / t**3, (t, 0, oo))), move)
    again = [from_json(as_json(paper)).claims[label].literal.by for label in ("2", "3")]
    assert [(by.rule, by.data) for by in again if by] == [("by_parts", (x, -exp(-x))), ("change_variable", move.data)]


# --- at random ----------------------------------------------------------------------------------------

WHOLE = st.integers(-3, 3)
POLYNOMIAL = st.lists(WHOLE, min_size=1, max_size=4).map(lambda c: sympy.Add(*(k * s**n for n, k in enumerate(c))))


@settings(max_examples=examples(25), deadline=None)
@given(f=POLYNOMIAL, v=POLYNOMIAL, wave=st.sampled_from([1, sin(s), exp(s), cos(2 * s)]), low=WHOLE, high=WHOLE)
def test_by_parts_keeps_the_value(f: Any, v: Any, wave: Any, low: int, high: int) -> None:
    v = v * wave
    whole = Integral(f * v.diff(s), (s, low, high))
    try:
        found = parts(whole, f, v)
    except GiveUp:
        return
    assert sympy.expand(whole.doit() - found.doit()) == 0


@settings(max_examples=examples(25), deadline=None)
@given(f=POLYNOMIAL, pole=st.integers(-6, 6), g=POLYNOMIAL, low=WHOLE, high=WHOLE)
def test_another_variable_keeps_the_value(f: Any, pole: int, g: Any, low: int, high: int) -> None:
    """Also where it folds back; with a pole in the integrand it must not go over it."""
    g = g.subs(s, u)
    ends = g.subs(u, low), g.subs(u, high)
    integrand = f / (s - pole) ** 2
    if sympy.fraction(sympy.cancel(integrand))[1].subs(s, pole) == 0 and min(ends) <= pole <= max(ends):
        return  # it has no value
    try:
        found = with_new_variable(Integral(integrand, (s, *ends)), g, u, (sympy.Integer(low), sympy.Integer(high)))
    except GiveUp:
        return
    F = sympy.integrate(sympy.apart(integrand, s), s)
    value = F.subs(s, ends[1]) - F.subs(s, ends[0])
    assert sympy.simplify(sympy.re(value - sympy.integrate(sympy.apart(found.function, u), found.limits[0]))) == 0


@settings(max_examples=examples(25), deadline=None)
@given(f=POLYNOMIAL, h=POLYNOMIAL, low=WHOLE, high=WHOLE)
def test_a_function_as_variable_keeps_the_value(f: Any, h: Any, low: int, high: int) -> None:
    whole = Integral(sympy.expand(f.subs(s, h) * h.diff(s)), (s, low, high))
    try:
        found = for_a_new_variable(whole, u, h)
    except GiveUp:
        return
    assert sympy.simplify(whole.doit() - found.doit()) == 0
