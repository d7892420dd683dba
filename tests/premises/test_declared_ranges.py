"""A law that is put in at a variable of which more is declared than where it runs: SymPy uses the declaration at once."""

from __future__ import annotations

from typing import Any

import pytest
from sympy import Abs, Derivative, Integral, Rational, Sum, Symbol, oo, pi, sin
from sympy.abc import x as complex_x

from tests.common.asking import judged, stepped
from tests.soundness import steps
from verify.claims import Paper, function, specialise, substitute, symbol
from verify.errors import ClaimError
from verify.quantities.dimension_names import DIMENSIONLESS
from verify.solving.bound_names import runs_beyond
from verify.units import UnitSystem
from verify.verdicts import Result


def letter(name: str, **kind: bool) -> Any:
    return symbol(name, name, name, DIMENSIONLESS, **kind)


H, A, t, w = (letter(name, real=True) for name in "HAtw")
p, q = (letter(name, positive=True) for name in "pq")
e = letter("e", nonnegative=True)
k = letter("k", integer=True)
f, g = (function(name, name, name, DIMENSIONLESS, variables=(H,), real=True) for name in "fg")
MODULUS, WAVE = (f(H), Abs(H)), (f(H), sin(pi * H))


@pytest.mark.parametrize(
    ("line", "premise"),
    [
        ((Integral(f(p), (p, -1, 1)), 0), MODULUS),
        ((Integral(f(p), (p, -1, 1)), 1), MODULUS),
        ((Integral(f(k), (k, 0, 1)), 0), WAVE),
        ((Integral(f(k) + w, (k, 0, 1)), w), WAVE),
        ((Integral(Derivative(f(p), p), (p, -1, 1)), 0), (Derivative(f(H), H), Abs(H))),
        ((Integral(Derivative(f(k), k), (k, 0, 1)), 0), (Derivative(f(H), H), sin(pi * H))),
        ((Derivative(f(k), k), 0), WAVE),
        ((Derivative(f(e), e), 1), MODULUS),
        ((Derivative(H * f(H), f(H)), 2 * H), (f(H), H)),
    ],
)
def test_what_is_declared_is_not_used_where_it_need_not_hold(line: Any, premise: Any) -> None:
    assert judged(line, [premise]).result is Result.OPEN


@pytest.mark.parametrize(
    ("line", "premise"),
    [
        ((Integral(f(p), (p, 0, 1)), Rational(1, 2)), MODULUS),
        ((Integral(f(t), (t, -1, 1)), 1), MODULUS),
        ((Derivative(f(p), p), 1), MODULUS),
        ((Derivative(f(p), p), 2 * p), (f(H), H**2)),
        ((f(k), 0), WAVE),
        ((Derivative(H * f(H), H), 2 * H), (f(H), H)),
    ],
)
def test_what_is_declared_is_used_where_it_holds(line: Any, premise: Any) -> None:
    assert judged(line, [premise]).result is Result.PASS


@pytest.mark.parametrize(
    ("law", "value", "named"),
    [
        (Abs(H), p, Integral(f(p), (p, -1, 1))),
        (sin(pi * H), k, Integral(f(k), (k, 0, 1))),
        (sin(pi * H), k, Derivative(f(k), k)),
        (Abs(H), e, Derivative(f(e), e)),
    ],
)
def test_a_law_for_some_arguments_is_not_put_in_where_there_are_others(law: Any, value: Any, named: Any) -> None:
    paper = Paper(id="t", title="t", citation="t", units=UnitSystem.SI, sections=("I",))
    one, two = steps.given(paper, f(H), law), steps.given(paper, A, named)
    with pytest.raises(ClaimError, match="values that are not declared"):
        stepped(paper, (A, 0), substitute(specialise(one, {H: value}), into=two))


@pytest.mark.parametrize(
    ("part", "found"),
    [
        (Integral(g(p), (p, 0, oo)), False),
        (Integral(g(p), (p, q, 2 * q)), False),
        (Integral(g(p), (p, 0, t)), True),
        (Integral(g(t), (t, -oo, oo)), False),
        (Integral(g(t), t), True),
        (Integral(g(complex_x), (complex_x, 0, 1)), True),
        (Integral(g(Symbol("h", nonzero=True)), (Symbol("h", nonzero=True), -1, 1)), True),
        (Sum(g(k), (k, -3, 3)), False),
        (Sum(g(Symbol("n", integer=True, positive=True)), (Symbol("n", integer=True, positive=True), 0, 3)), True),
        (Sum(g(Symbol("n", integer=True, positive=True)), (Symbol("n", integer=True, positive=True), 1, 3)), False),
        (Sum(g(Symbol("n", even=True)), (Symbol("n", even=True), 0, 3)), True),
        (Derivative(g(e), e), True),
        (Derivative(g(p), p), False),
    ],
)
def test_whether_a_variable_runs_beyond_what_is_declared(part: Any, found: bool) -> None:
    assert runs_beyond(part) is found


def test_the_variable_of_a_function_may_end_at_zero() -> None:
    assert not runs_beyond(Derivative(g(e), e), (e,))
