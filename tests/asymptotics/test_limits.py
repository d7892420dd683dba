"""Limits: values that are proved, traps that computer-algebra systems have fallen into, and what has no value."""

from __future__ import annotations

import pytest
import sympy as sp
from sympy import E, Limit, Rational, cos, exp, log, oo, pi, sin, sqrt, tan

from verify.asymptotics.limits import value
from verify.deciding.decide import decide
from verify.errors import GiveUp
from verify.points.domain import Domain
from verify.verdicts import Outcome

x = sp.Symbol("x", real=True)
y = sp.Symbol("y", positive=True)
a, b = sp.symbols("a b", positive=True)
c, d = sp.symbols("c d", real=True)
n = sp.Symbol("n", integer=True, positive=True)

TRAPS = [
    (((x + 1) ** (1 / x) - E) / x, x, 0, "+", -E / 2),  # was given as 0
    (x * (1 + 1 / x) ** x - E * x, x, oo, "-", -E / 2),  # was given as 0
    ((1 + 1 / x) ** (x**2) / exp(x), x, oo, "-", exp(-Rational(1, 2))),  # was given as 1
    ((6 ** (n + 1) + n + 1) / (6**n + n), n, oo, "-", sp.Integer(6)),  # was given as 1
    ((x + exp(x)) / (x - 1), x, -oo, "-", sp.Integer(1)),
    ((log(E + 1 / x) - 1) ** (1 - sqrt(E + 1 / x)), x, oo, "-", oo),  # was given as 0
    (sp.floor(sin(x) / x), x, 0, "+-", sp.Integer(0)),  # was given as 1
    (sp.floor(-tan(x) / x), x, 0, "+-", sp.Integer(-2)),  # was given as -1
    (sp.Abs((-n / (n + 1)) ** n), n, oo, "-", exp(-1)),  # was given as 0
    (x * sin(1 / x), x, 0, "+-", sp.Integer(0)),
    (sp.Abs(x) / x, x, 0, "-", sp.Integer(-1)),
    (exp(1 / x), x, 0, "-", sp.Integer(0)),
    (sp.atan(1 / x), x, 0, "-", -pi / 2),
    (sp.Integer(18779) ** (1 / (x - 1)), x, 1, "-", sp.Integer(0)),  # was given as oo
    (1 / sin(x) - 1 / x, x, 0, "+-", sp.Integer(0)),
    (sp.acos(x) / sqrt(1 - x), x, 1, "-", sqrt(2)),
    (sp.gamma(x + 2) * (x + 2), x, -2, "+", sp.Integer(1)),
    (sp.gamma(x) * (x + 2), x, -2, "+-", Rational(1, 2)),
    (sp.Max(x, x**2) / x, x, 0, "-", sp.Integer(0)),
    (sp.Piecewise((sin(x), x < 0), (x + 1, True)), x, 0, "+", sp.Integer(1)),
    ((x + cos(x)) / x, x, oo, "-", sp.Integer(1)),
    (exp(-x) * sp.cosh(x), x, oo, "-", Rational(1, 2)),
    (log(-x) - log(x) - sp.I * pi, x, oo, "-", sp.Integer(0)),
]


@pytest.mark.parametrize(("function", "variable", "point", "direction", "limit"), TRAPS, ids=str)
def test_traps(function: sp.Expr, variable: sp.Symbol, point: sp.Expr, direction: str, limit: sp.Expr) -> None:
    assert sp.expand(value(Limit(function, variable, point, direction))) in (limit, sp.expand(limit))


KNOWN = [
    (sp.besselk(a, x) * sqrt(x) * exp(x), x, oo, "-", sqrt(2 * pi) / 2),  # DLMF 10.40.2
    ((sp.besselk(1, x) / sp.besselk(0, x) - 1) * x, x, oo, "-", Rational(1, 2)),
    (sp.besseli(0, x) * sp.besselk(0, x) * x, x, oo, "-", Rational(1, 2)),
    (sp.besselj(2, x) * sp.bessely(1, x), x, oo, "-", sp.Integer(0)),
    (sp.sinh(sp.besselk(1, x)), x, oo, "-", sp.Integer(0)),
    (sp.Si(x), x, -oo, "-", -pi / 2),
    (sp.expint(1, x) * exp(x) * x, x, oo, "-", sp.Integer(1)),  # DLMF 6.12.1
    (sp.expint(1, x) + log(x), x, 0, "+", -sp.EulerGamma),  # DLMF 6.6.2
    (sp.Ei(x) * exp(-x) * x**2 - x, x, oo, "-", sp.Integer(1)),
    (sp.li(x) * log(x) / x, x, oo, "-", sp.Integer(1)),
    (sp.zeta(x) - 1 / (x - 1), x, 1, "+-", sp.EulerGamma),
    (sp.gamma(x) - 1 / x, x, 0, "+-", -sp.EulerGamma),
    (sp.elliptic_k(x) - pi / 2, x, 0, "+-", sp.Integer(0)),
    (sp.LambertW(x) / x, x, 0, "+-", sp.Integer(1)),
    ((x - c) ** 2, x, c, "+-", sp.Integer(0)),
    (x**2, x, c, "+-", c**2),
]


@pytest.mark.parametrize(("function", "variable", "point", "direction", "limit"), KNOWN, ids=str)
def test_functions_of_physics(
    function: sp.Expr, variable: sp.Symbol, point: sp.Expr, direction: str, limit: sp.Expr
) -> None:
    found = value(Limit(function, variable, point, direction))
    assert sp.simplify(found - limit) == 0


WITHOUT = [
    (sin(x), x, oo, "-"),
    (x * sin(x), x, oo, "-"),
    (tan(x) * exp(-x), x, oo, "-"),  # it has poles as far as one goes
    (sin(tan(x)) / x, x, oo, "-"),
    ((-1) ** n, n, oo, "-"),
    ((-n / (n + 1)) ** n, n, oo, "-"),  # even and odd numbers differ
    ((-x) ** x, x, oo, "-"),  # was given as 0
    ((1 - x / 2) ** (3 * x), x, oo, "-"),  # was given as 0
    ((1 - 2 * x) ** (x**2), x, oo, "-"),
    (exp(x + sp.I * pi * x), x, oo, "-"),
    (1 / x, x, 0, "+-"),
    (sp.Abs(x) / x, x, 0, "+-"),
    (exp(1 / x), x, 0, "+-"),
    (1 / y, y, 0, "-"),  # a positive number cannot come from below
    (sp.exp(c * x), x, oo, "-"),  # depends on the sign of c
    (1 / (c - d + 1 / x), x, oo, "-"),
    (x ** (c - d), x, oo, "-"),
    (n * sin(1 / n), n, 0, "+"),
    (sp.Function("f")(x) / x, x, oo, "-"),
    (1 / (x - x * sp.sin(1) ** 2 - x * sp.cos(1) ** 2), x, oo, "-"),  # a divisor that is zero
    (exp(-x) / (log(x**2) - 2 * log(x)), x, oo, "-"),
    (log(sin(1 / x) - sin(1 / x) * (sin(x) ** 2 + cos(x) ** 2)), x, oo, "-"),
]


@pytest.mark.parametrize(("function", "variable", "point", "direction"), WITHOUT, ids=str)
def test_what_has_no_value_or_no_known_one(
    function: sp.Expr, variable: sp.Symbol, point: sp.Expr, direction: str
) -> None:
    with pytest.raises(GiveUp):
        value(Limit(function, variable, point, direction))


def outcome(lhs: sp.Expr, rhs: sp.Expr, *where: sp.Basic) -> Outcome:
    return decide(lhs, sp.sympify(rhs), Domain.of(lhs, sp.sympify(rhs), where)).outcome


@pytest.mark.parametrize(
    ("limit", "right", "wrong"),
    [
        (Limit(sin(a * x) / sin(b * x), x, 0), a / b, b / a),
        (Limit(1 / x, x, 0, "+"), oo, -oo),
        (Limit(1 / x, x, 0, "+"), oo, 5),
        (Limit(1 / x, x, oo), 0, oo),
        (Limit((exp(a * x) - exp(b * x)) / x, x, 0), a - b, a + b),
        (Limit(sin(x) / x, x, 0) + 1, 2, 1),
    ],
)
def test_a_value_decides_the_relation(limit: sp.Expr, right: sp.Expr, wrong: sp.Expr) -> None:
    assert outcome(limit, right) is Outcome.PROVED
    assert outcome(limit, wrong) is Outcome.REFUTED


def test_conditions_tell_signs() -> None:
    limit = Limit(exp((c - d) * x), x, oo)
    assert outcome(limit, 0, c < d) is Outcome.PROVED
    assert outcome(limit, 1, c < d) is Outcome.REFUTED
    assert outcome(limit, 0) is Outcome.UNDECIDED


def test_a_condition_on_a_base() -> None:
    limit = Limit(n * a**n, n, oo)
    assert outcome(limit, 0, a < 1) is Outcome.PROVED
    assert outcome(limit, oo, a > 1) is Outcome.PROVED
    assert outcome(limit, 0, a > 1) is Outcome.REFUTED
    assert outcome(limit, 0) is Outcome.UNDECIDED


def test_partial_sums_and_ranges_without_end() -> None:
    k = sp.Symbol("k", integer=True, positive=True)
    assert outcome(Limit(sp.Sum(1 / k**2, (k, 1, n)), n, oo), pi**2 / 6) is Outcome.PROVED
    assert outcome(Limit(sp.Sum(1 / k**2, (k, 1, n)), n, oo), pi**2 / 8) is Outcome.REFUTED
    assert outcome(Limit(sp.Integral(exp(-y), (y, 0, x)), x, oo), 1) is Outcome.PROVED


def test_an_infinite_limit_beside_something_else_is_open() -> None:
    assert outcome(Limit(1 / x, x, 0) - Limit(1 / x**2, x, 0), 0) is Outcome.UNDECIDED


def test_the_evidence_shows_the_value() -> None:
    limit = Limit((1 - cos(x)) / x**2, x, 0)
    told = decide(limit, Rational(1, 3), Domain.of(limit, sp.S.Zero, ())).evidence
    assert "1/2" in told.detail


CLASSICAL = [
    (sp.besselk(0, x) + log(x), x, 0, "+", log(2) - sp.EulerGamma),
    ((sp.besselk(0, x) + log(x / 2) + sp.EulerGamma) / (x**2 * log(x)), x, 0, "+", -Rational(1, 4)),
    (sp.bessely(0, x), x, 0, "+", -oo),
    (sp.elliptic_k(x) + log(1 - x) / 2, x, 1, "-", 2 * log(2)),
    (x**2 * (sp.erfi(x) * x * exp(-(x**2)) * sqrt(pi) - 1), x, oo, "-", Rational(1, 2)),
    (sp.airyai(x) * sp.airybi(x) * sqrt(x), x, oo, "-", 1 / (2 * pi)),
    (sp.Chi(x) - log(x), x, 0, "+", sp.EulerGamma),
    (sp.Chi(x) * 2 * x * exp(-x), x, oo, "-", sp.Integer(1)),
    (x * (2 + sin(x)), x, oo, "-", oo),
    (-(x**2) + 7 * x * cos(x), x, oo, "-", -oo),
    (sp.floor(x) - Rational(99, 100) * x, x, oo, "-", oo),
]


@pytest.mark.parametrize(("function", "variable", "point", "side", "expected"), CLASSICAL, ids=str)
def test_classical_functions_and_what_carries_a_wave_away(function, variable, point, side, expected):
    assert sp.expand(value(Limit(function, variable, point, side)) - expected) == 0 or expected in (oo, -oo)
    assert expected not in (oo, -oo) or value(Limit(function, variable, point, side)) == expected


@pytest.mark.parametrize(
    ("function", "point", "side"),
    [
        (x * (1 + sin(x)), oo, "-"),  # touches 0 again and again
        (x * sin(x), oo, "-"),
        (x - sp.floor(x), oo, "-"),
        (sp.elliptic_k(x), 1, "+"),  # on the cut
        (sp.elliptic_k(x), 1, "+-"),
        (sp.besselk(0, x), 0, "-"),
        (sp.airyai(x), -oo, "-"),
    ],
    ids=str,
)
def test_no_value_where_none_is_proved(function, point, side):
    with pytest.raises(GiveUp):
        value(Limit(function, x, point, side))
