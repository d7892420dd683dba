"""Sums over particles: what is proved for every N, what is refuted, and a plain interpreter that must agree."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import product
from typing import Any

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import Abs, Derivative, Integer, Rational, exp, pi, sin
from sympy import KroneckerDelta as Delta

from tests.common.examples import examples
from verify.claims import (
    ClaimError,
    Paper,
    UnitSystem,
    for_every_number,
    function,
    indexed,
    over,
    over_others,
    over_pairs,
    symbol,
)
from verify.deciding.decide import Finding
from verify.deciding.settings import Settings
from verify.errors import GiveUp
from verify.judging.judge import judge_claim
from verify.kinds.table import KINDS
from verify.premises.facts import Facts
from verify.quantities.dimension_names import DIMENSIONLESS
from verify.theorems.particle_induction import bound
from verify.verdicts import Grade, Outcome, Result
from verify.vocabulary.indexed_sums import apart, index_positions, plain, slope, written_out
from verify.vocabulary.moves import Equation

i, j, k, m, n = (symbol(s, s, "index", DIMENSIONLESS, integer=True, positive=True) for s in "ijkmn")
N = symbol("N", "N", "number", DIMENSIONLESS, integer=True, positive=True)
x = indexed("x", "x", "a quantity", DIMENSIONLESS, real=True)
w = indexed("w", "w", "a weight", DIMENSIONLESS, positive=True)
low = indexed("low", "u", "a negative quantity", DIMENSIONLESS, negative=True)
M = indexed("M", "M", "a matrix", DIMENSIONLESS, indices=2, real=True)
V = function("V", "V", "a potential", DIMENSIONLESS, arguments=(DIMENSIONLESS,), real=True)
a, B, r = (symbol(s, s, s, DIMENSIONLESS, positive=True) for s in ("a", "B", "r"))
Phi = symbol("Phi", "Phi", "flux", DIMENSIONLESS, real=True)
b, h, S = (symbol(s, s, s, DIMENSIONLESS, real=True) for s in ("b", "h", "S"))
NOTHING = Facts((), ())
FLUX = Facts((Equation("flux", Phi, B * pi * r**2),), ())
total = over(i, N, x(i))


def found(lhs: Any, rhs: Any, facts: Facts = NOTHING, number: Any = N, slope: Any = None) -> Finding:
    (statement,) = for_every_number(lhs, rhs, number=number, slope=slope)
    return KINDS[type(statement)].check(statement, facts, Settings())


def given_that(*equations: tuple[Any, Any]) -> Facts:
    return Facts(tuple(Equation(f"p{number}", *pair) for number, pair in enumerate(equations)), ())


def is_proved(finding: Finding) -> bool:
    return (finding.outcome, finding.grade) == (Outcome.PROVED, Grade.EXACT) and "Induction" in finding.evidence.detail


# --- for every N --------------------------------------------------------------------------------


PROVED: dict[str, tuple[Any, Any]] = {
    "one for each particle": (over(i, N, 1), N),
    "sum of the numbers": (over(i, N, i), N * (N + 1) / 2),
    "sum of their cubes": (over(i, N, i**3), N**2 * (N + 1) ** 2 / 4),
    "number of pairs": (over_pairs(i, j, N, a), a * N * (N - 1) / 2),
    "the same, counted twice": (over(i, N, over_others(j, i, N, 1)), N * (N - 1)),
    "square of a sum": (total**2, over(i, N, x(i) ** 2) + over(i, N, over_others(j, i, N, x(i) * x(j)))),
    "product of two sums": (total * over(i, N, w(i)), over(i, N, over(j, N, x(i) * w(j)))),
    "Lagrange": (
        over_pairs(i, j, N, (x(i) * w(j) - x(j) * w(i)) ** 2),
        over(i, N, x(i) ** 2) * over(i, N, w(i) ** 2) - over(i, N, x(i) * w(i)) ** 2,
    ),
    "mean square": (over(i, N, (x(i) - total / N) ** 2), over(i, N, x(i) ** 2) - total**2 / N),
    "sample variance": (
        over_pairs(i, j, N, (x(i) - x(j)) ** 2) / (N * (N - 1)),
        (over(i, N, x(i) ** 2) - total**2 / N) / (N - 1),
    ),
    "summation by parts": (over(i, N, i * x(i)), over(i, N, sympy.Sum(x(j), (j, i, N)))),
    "two orders of a pair": (over_pairs(i, j, N, M(i, j)), over(i, N, sympy.Sum(M(i, j), (j, i + 1, N)))),
    "newton": (over(i, N, over_others(j, i, N, (x(i) - x(j)) ** 3)), Integer(0)),
    "two indices left out": (
        over(i, N, (1 - Delta(i, k)) * (1 - Delta(i, m)) * x(i)),
        total - x(k) - x(m) + Delta(k, m) * x(k),
    ),
    "two deltas": (over(i, N, Delta(i, k) * Delta(i, m) * x(i)), Delta(k, m) * x(k)),
    "telescoping": (over(i, N, x(i + 1) - x(i)), x(N + 1) - x(1)),
    "telescoping backwards": (over(i, N, x(i) - x(i - 1)), x(N) - x(0)),
    "without the first": (sympy.Sum(x(i), (i, 2, N)), total - x(1)),
    "without the last": (sympy.Sum(x(i), (i, 1, N - 1)), total - x(N)),
    "the last": (over(i, N, Delta(i, N) * x(i)), x(N)),
    "the next": (over(i, N, Delta(i, k + 1) * x(i)), (1 - Delta(k, N)) * x(k + 1)),
    "the rank": (over(i, N, sympy.Sum(x(j), (j, 1, i)) * Delta(i, k)), sympy.Sum(x(j), (j, 1, k - 1)) + x(k)),
    "three indices": (
        total**3,
        over(i, N, over(j, N, over(k, N, x(i) * x(j) * x(k)))),
    ),
}


@pytest.mark.parametrize("name", PROVED)
def test_proved_for_every_number_by_induction(name: str) -> None:
    assert is_proved(found(*PROVED[name]))


SLOPES: dict[str, tuple[Any, Any, Any]] = {
    "the index of the sum": (over(k, N, x(k) ** 2 / 2), x(k), x(k)),
    "an index of the pairs": (over_pairs(i, j, N, x(i) * x(j)), over_others(j, i, N, x(j)), x(i)),
    "quadratic form": (over(i, N, over(j, N, M(i, j) * x(i) * x(j))), over(j, N, (M(k, j) + M(j, k)) * x(j)), x(k)),
    "by a matrix": (over(i, N, over(j, N, M(i, j) ** 2)), 2 * M(k, m), M(k, m)),
    "a square of a sum": (total**2, 2 * total, x(k)),
    "by the last": (over(i, N, x(i) ** 2), 2 * x(N), x(N)),
    "neighbours": (over(i, N, (x(i + 1) - x(i)) ** 2), 2 * x(1) - 2 * x(2), x(1)),
}


@pytest.mark.parametrize("name", SLOPES)
def test_a_derivative_is_never_captured(name: str) -> None:
    lhs, rhs, by = SLOPES[name]
    true, false = found(lhs, rhs, slope=by), found(lhs, 2 * rhs, slope=by)
    assert false.outcome is Outcome.REFUTED
    if name == "neighbours":  # no bound on the number of particles is known
        assert true.outcome is Outcome.UNDECIDED
    else:
        assert is_proved(true)


def test_the_slope_of_a_sum_is_no_sum_of_slopes() -> None:
    """∂/∂x_k Σ_k x_k²/2 = x_k, not Σ_k x_k."""
    assert found(over(k, N, x(k) ** 2 / 2), over(k, N, x(k)), slope=x(k)).outcome is Outcome.REFUTED
    assert found(over(i, N, w(i) * x(i) ** 2 / 2), over(i, N, w(i) * x(i)), slope=x(i)).outcome is Outcome.REFUTED


def test_a_partial_derivative_comes_before_the_premises() -> None:
    lhs = Phi**2 * total
    assert found(lhs, Integer(0), FLUX, slope=Phi).outcome is Outcome.REFUTED
    assert is_proved(found(lhs, 2 * Phi * total, FLUX, slope=Phi))
    assert is_proved(found(lhs, 2 * pi * B * r**2 * total, FLUX, slope=Phi))
    assert found(lhs, 2 * pi * B * r**2 * total, slope=Phi).outcome is Outcome.REFUTED


def test_what_a_premise_defines_through_the_variable_is_no_constant() -> None:
    """∂Φ²/∂r = 4Φ²/r, not 0; and with b = x_1, ∂(b Σ x_i)/∂x_k = δ_1k Σ x_i + b."""
    lhs = Phi**2 * total
    assert found(lhs, Integer(0), FLUX, slope=r).outcome is Outcome.REFUTED
    assert is_proved(found(lhs, 4 * Phi**2 * total / r, FLUX, slope=r))
    assert is_proved(found(lhs, 4 * pi**2 * B**2 * r**3 * total, FLUX, slope=r))
    double = given_that((b, 2 * S))
    assert found(b * total, Integer(0), double, slope=S).outcome is Outcome.REFUTED
    assert is_proved(found(b * total, 2 * total, double, slope=S))
    assert found(b * total + S, Integer(1), double, slope=S).outcome is Outcome.REFUTED
    chained = given_that((b, h**2), (h, 2 * S))
    assert is_proved(found(b * total, 8 * S * total, chained, slope=S))
    assert found(b * total, Integer(0), chained, slope=S).outcome is Outcome.REFUTED
    first = given_that((b, x(1)))
    assert found(b * total, b, first, slope=x(k)).outcome is Outcome.REFUTED
    assert found(b * total, Delta(1, k) * total + b, first, slope=x(k)).outcome is not Outcome.REFUTED
    whole = given_that((b, over(m, N, x(m)) ** 2))
    assert is_proved(found(b * over(i, N, w(i)), 2 * total * over(i, N, w(i)), whole, slope=x(k)))
    assert found(b * over(i, N, w(i)), Integer(0), whole, slope=x(k)).outcome is Outcome.REFUTED


LINKS: dict[str, tuple[Any, ...]] = {
    "a difference": ((h, b - S),),
    "the variable alone on a side": ((S, b - h),),
    "a value of the variable that holds it, too": ((S, b),),
    "by a further premise": ((S, h + 1), (b, 2 * h)),
    "solved the other way": ((2 * S, b),),
    "two definitions": ((b, 2 * S), (b, 3 * S)),
    "round in a circle": ((b, h + S), (h, b + S)),
    "of an integer": ((n, 2 * S), (b, n)),
    "of an indexed quantity": ((x(k), S * b),),
    "of a condition": ((h * b, S),),
}


@pytest.mark.parametrize("name", LINKS)
@pytest.mark.parametrize("rhs", [Integer(0), 2 * total, total])
def test_a_premise_that_may_make_a_constant_of_a_function_decides_nothing(name: str, rhs: Any) -> None:
    finding = found(b * total, rhs, given_that(*LINKS[name]), slope=S)
    assert finding.outcome is Outcome.UNDECIDED
    assert "links" in finding.evidence.detail


def test_a_derivative_inside_a_statement_knows_of_premises_too() -> None:
    line, wrong = Derivative(b * S, S) * total, Integer(0)
    assert found(line, b * total).outcome is Outcome.PROVED
    for premise in ((h, b - S), (b - h, S), (S, b * h)):
        linked = given_that(premise)
        assert found(line, b * total, linked).outcome is found(line, wrong, linked).outcome is Outcome.UNDECIDED


def test_a_premise_that_shares_nothing_but_the_variable_says_where_the_derivative_is_taken() -> None:
    at = given_that((S, a))
    assert is_proved(found(S**2 * total, 2 * a * total, at, slope=S))
    assert found(S**2 * total, Integer(0), at, slope=S).outcome is Outcome.REFUTED
    quantities = given_that((w(k), x(k) * b))
    assert found(over(i, N, w(i) * x(i)), w(k), quantities, slope=x(k)).outcome is Outcome.UNDECIDED


def test_a_premise_is_not_captured_by_a_sum() -> None:
    """With B = x_i for the free i, Σ_i B is N x_i and not Σ x_i."""
    facts = Facts((Equation("field", Phi, x(i)),), ())
    assert is_proved(found(over(i, N, Phi), N * x(i), facts))
    assert found(over(i, N, Phi), total, facts).outcome is Outcome.REFUTED


FALSE: dict[str, tuple[Any, Any]] = {
    "at 1, 4, 5 only": (over(i, N, a), a * (N + (N - 2) * (N - 3))),
    "from 4 on only": (over(i, N, a), a * (N + (N - 1) * (N - 2) * (N - 3))),
    "from 7 on only": (over(i, N, 1), N + sympy.prod(N - t for t in range(1, 7))),
    "from 10 on only": (over(i, N, x(i)), total + sympy.prod(N - t for t in range(1, 10))),
    "deltas that meet": (over(i, N, Delta(i, k) * Delta(i, m) * x(i)), Integer(0)),
    "the next is there": (over(i, N, Delta(i, k + 1) * x(i)), Integer(0)),
    "there is no next of the last": (over(i, N, Delta(i, k + 1) * x(i)), x(k + 1)),
    "shifted": (over(i, N, x(i + 1)), N * x(i + 1)),
    "shifted back": (over(i, N, x(i + 1)), total),
    "three different": (
        total**3,
        over(i, N, over(j, N, over(k, N, x(i) * x(j) * x(k))))
        + over(i, N, over_others(j, i, N, over(k, N, (1 - Delta(k, i)) * (1 - Delta(k, j)) * x(i) * x(j) * x(k)))),
    ),
    "one potential for all pairs": (over_pairs(i, j, N, V(x(i) - x(j))), N * (N - 1) / 2 * V(x(1) - x(2))),
    "a negative quantity": (over(i, N, Abs(low(i))), over(i, N, low(i))),
}


@pytest.mark.parametrize("name", FALSE)
def test_refuted_at_some_number(name: str) -> None:
    finding = found(*FALSE[name])
    assert finding.outcome is Outcome.REFUTED
    assert "For N = " in finding.evidence.detail


def test_letters_know_what_is_declared() -> None:
    assert is_proved(found(over(i, N, Abs(low(i))), -over(i, N, low(i))))
    assert plain(low(1)).is_negative
    assert plain(x(1)).is_negative is None


EVIDENCE: dict[str, tuple[Any, Any]] = {
    "a function of a sum": (exp(over(i, N, x(i) + w(i))), exp(total) * exp(over(i, N, w(i)))),
    "neighbours": (over(i, N, x(i) * x(i + 1)), sympy.Sum(x(i) * x(i - 1), (i, 2, N + 1))),
    "a power of N": (over(i, N, x(i) / sympy.sqrt(N)), total / sympy.sqrt(N)),
}


@pytest.mark.parametrize("name", EVIDENCE)
def test_a_few_particles_decide_nothing_without_a_bound(name: str) -> None:
    finding = found(*EVIDENCE[name])
    assert finding.outcome is Outcome.UNDECIDED
    assert "N = 1, …, 5" in finding.evidence.detail


def test_an_equation_that_first_fails_at_seven_is_not_held_for_true() -> None:
    assert found(over(i, N, sympy.cos(14 * sympy.pi * i / N)), Integer(0)).outcome is not Outcome.CORROBORATED


@pytest.mark.parametrize(
    "conditions",
    [(sympy.Lt(k, m), sympy.Lt(m, k)), (sympy.Gt(k, 3), sympy.Lt(k, 2)), (sympy.Ge(N, 6), sympy.Le(N, 3))],
)
def test_conditions_that_leave_no_index_are_an_error(conditions: tuple[Any, ...]) -> None:
    with pytest.raises(ClaimError, match="no index satisfies"):
        found(x(k) * x(m), 2 * x(k) * x(m) + Delta(k, m), Facts((), conditions))


def test_plain_sums_have_the_induction_of_all_sums() -> None:
    finding = found(over(i, N, Integer(2) ** i), Integer(2) ** (N + 1) - 2)
    assert (finding.outcome, finding.grade) == (Outcome.PROVED, Grade.EXACT)


def test_a_claim_for_one_number_is_decided_for_that_number() -> None:
    two = over(i, 2, x(i)) ** 2
    finding = found(two, x(1) ** 2 + x(2) ** 2 + 2 * x(1) * x(2), number=Integer(2))
    assert (finding.outcome, finding.grade) == (Outcome.PROVED, Grade.EXACT)
    assert "Induction" not in finding.evidence.detail
    assert found(two, x(1) ** 2 + x(2) ** 2, number=Integer(2)).outcome is Outcome.REFUTED


def test_a_condition_on_the_number_leaves_numbers_out() -> None:
    """(N − 1)(x_1 − x_1 + 1) = 1 is true for N = 2 alone."""
    only = Facts((), (sympy.Le(N, 2), sympy.Ge(N, 2)))
    finding = found(over(i, N, a) - a, a, only)
    assert finding.outcome is Outcome.PROVED
    assert found(over(i, N, a) - a, a).outcome is Outcome.REFUTED


def test_conditions_on_the_number_and_between_indices_are_used() -> None:
    late = sympy.Sum(x(i), (i, 1, N)) + Delta(N, 1)
    assert is_proved(found(late, total, Facts((), (sympy.Ge(N, 2),))))
    assert is_proved(found(late, total, Facts((), (sympy.Lt(1, N),))))
    assert found(late, total).outcome is Outcome.REFUTED
    pair = Delta(k, m) * x(k)
    assert is_proved(found(pair, Integer(0), Facts((), (sympy.Ne(k, m),))))
    assert is_proved(found(pair, Integer(0), Facts((), (k < m,))))
    assert found(pair, Integer(0), Facts((), (k <= m,))).outcome is Outcome.REFUTED
    assert is_proved(found(total, total + Delta(k, 1) * x(1), Facts((), (k > 1,))))
    assert found(total, total + Delta(k, 2) * x(2), Facts((), (k > 1,))).outcome is Outcome.REFUTED
    assert found(total, total + Delta(k, 4) * x(4), Facts((), (k > 2,))).outcome is Outcome.REFUTED


def test_premises_that_are_not_solved_refute_nothing() -> None:
    tied = Facts((Equation("tied", sin(a) + a, B + sin(B)),), ())
    assert found(a * total, B * total, tied).outcome is Outcome.UNDECIDED


def test_what_is_no_claim() -> None:
    with pytest.raises(ClaimError, match="two indices"):
        over_others(i, i, N, x(i))
    with pytest.raises(ClaimError, match="two indices"):
        over_pairs(i, i, N, x(i))
    with pytest.raises(ClaimError, match="limit"):
        found(sympy.Sum(x(i), (i, 1, n)), total)
    with pytest.raises(ClaimError, match="number"):
        found(over(i, a, x(i)), over(i, a, x(i)), number=a)
    with pytest.raises(ClaimError, match="slope"):
        found(total, total, slope=N)
    with pytest.raises(ClaimError, match="is an index"):
        found(total * x(k), total, slope=k)


def test_what_has_no_rule_is_undecided_with_the_reason() -> None:
    for lhs in (sympy.Product(x(i), (i, 1, N)), over(i, N, over(j, N, x(i / (j + 1)))), over(i, N, Delta(i, k / 2))):
        finding = found(lhs, total)
        assert finding.outcome is Outcome.UNDECIDED
        assert "without a rule" in finding.evidence.detail
    assert found(over(i, N, V(x(i))), total, slope=x(k)).outcome is Outcome.UNDECIDED
    settled = Facts((Equation("count", N, k),), ())
    assert "settles" in found(over(i, N, x(i) + x(k)), total, settled).evidence.detail


def test_indices_are_kept_apart() -> None:
    nested = over(i, N, x(i) * over(i, N, x(i))) + x(i)
    renamed = apart(nested)
    own = {s for place in index_positions(renamed) for s in place.free_symbols}
    assert len(own) == 3
    assert i in own
    assert sympy.expand(written_out(nested, N, 2, {i: 1}) - (plain(x(1)) + plain(x(2))) ** 2 - plain(x(1))) == 0


def test_the_bound_counts_particles_numbers_and_names() -> None:
    def last(lhs: Any, *free: Any) -> int:
        return bound(apart(lhs), Integer(0), N, free).last

    assert last(total) == 1
    assert last(total + x(k), k) == 2
    assert last(over(i, N, i**2 * x(i)) * N) == 4
    assert last(over(i, N, x(i + 1) - x(i))) == 2
    assert last(over(i, N, x(i)) / (N - 3)) == 4 + 1
    assert last(x(k + 2), k) == 3
    for beyond in (exp(total), over(i, N, x(i) * x(i + 1)), Integer(2) ** N, over(i, N, 1 / i), 1 / total):
        with pytest.raises(GiveUp):
            last(beyond)


# --- against a plain interpreter ----------------------------------------------------------------


def value(e: Any, env: dict[Any, int], numbers: dict[Any, Fraction]) -> Fraction:
    """The expression as a number, by the definition of every sign in it; scopes are Python's."""
    if isinstance(e, sympy.Sum):
        return _summed(e.function, list(e.limits)[::-1], env, numbers)
    if isinstance(e, sympy.KroneckerDelta):
        left, right = (value(arg, env, numbers) for arg in e.args)
        return Fraction(left == right)
    if e.is_Rational:
        return Fraction(int(e.p), int(e.q))
    if e.is_Symbol:
        return Fraction(env[e]) if e in env else numbers[e]
    parts = [value(arg, env, numbers) for arg in e.args]
    if e.is_Add:
        return sum(parts, Fraction(0))
    if e.is_Mul:
        out = Fraction(1)
        for part in parts:
            out *= part
        return out
    if e.is_Pow:
        return parts[0] ** int(parts[1])
    return numbers[(e.func.__name__, *map(int, parts))]


def _summed(body: Any, limits: list[Any], env: dict[Any, int], numbers: dict[Any, Fraction]) -> Fraction:
    if not limits:
        return value(body, env, numbers)
    index, start, end = limits[0]
    ends = range(int(value(start, env, numbers)), int(value(end, env, numbers)) + 1)
    return sum((_summed(body, limits[1:], {**env, index: at}, numbers) for at in ends), Fraction(0))


UP_TO = 5


def agree(lhs: Any, rhs: Any) -> bool:
    """Up to five particles, all k and m, two draws of the quantities."""
    for draw, count in product((1, 2), range(1, UP_TO + 1)):
        numbers: dict[Any, Fraction] = {a: Fraction(3 + draw)}
        for at in range(-1, UP_TO + 3):
            numbers[("x", at)] = Fraction((7 * at * at + 3 * at * draw + 5) % 23 - 9)
            numbers[("w", at)] = Fraction((5 * at**3 + at + draw) % 19 + 1)
            for other in range(-1, UP_TO + 3):
                numbers[("M", at, other)] = Fraction((3 * at * at + 11 * other**3 + at * other * draw) % 29 - 13)
        for at_k, at_l in product(range(1, count + 1), repeat=2):
            env = {N: count, k: at_k, m: at_l}
            if value(lhs, env, numbers) != value(rhs, env, numbers):
                return False
    return True


Summand = Callable[[Any], Any]
SUMMANDS: tuple[Summand, ...] = (
    lambda p: x(p),
    lambda p: x(p) * w(p),
    lambda p: p * x(p),
    lambda p: x(p) ** 2 + a,
    lambda p: M(p, p) - w(p),
    lambda p: M(p, k),
    lambda p: Delta(p, m) * x(p),
    lambda p: p**2,
)
Kernel = Callable[[Any, Any], Any]
KERNELS: tuple[Kernel, ...] = (
    lambda p, q: x(p) * w(q),
    lambda p, q: M(p, q),
    lambda p, q: (x(p) - x(q)) ** 2,
    lambda p, q: p * x(q),
    lambda p, q: x(p) * Delta(q, k),
    lambda p, q: q - p,
)
Identity = Callable[[Summand, Summand, Kernel], tuple[Any, Any]]
IDENTITIES: tuple[Identity, ...] = (
    lambda f, h, g: (over(i, N, f(i)), over_others(i, k, N, f(i)) + f(k)),
    lambda f, h, g: (
        over(i, N, over(j, N, g(i, j))),
        over_pairs(i, j, N, g(i, j) + g(j, i)) + over(i, N, g(i, i)),
    ),
    lambda f, h, g: (over_pairs(i, j, N, g(i, j)), over(i, N, sympy.Sum(g(i, j), (j, i + 1, N)))),
    lambda f, h, g: (over(i, N, f(i + 1)), over(i, N, f(i)) - f(Integer(1)) + f(N + 1)),
    lambda f, h, g: (over(i, N, f(i)) * over(i, N, h(i)), over(i, N, over(j, N, f(i) * h(j)))),
    lambda f, h, g: (N * over(i, N, f(i)), over(i, N, over(j, N, f(j)))),
    lambda f, h, g: (over(j, N, j * f(j)), over(i, N, sympy.Sum(f(j), (j, i, N)))),
    lambda f, h, g: (
        over(i, N, (1 - Delta(i, k)) * (1 - Delta(i, m)) * f(i)),
        over(i, N, f(i)) - f(k) - f(m) + Delta(k, m) * f(k),
    ),
    lambda f, h, g: (sympy.Sum(f(i), (i, 2, N)), over(i, N, f(i)) - f(Integer(1))),
    lambda f, h, g: (sympy.Sum(f(i), (i, 1, N - 1)), over(i, N, f(i)) - f(N)),
    lambda f, h, g: (over(i, N, Delta(i, k + 1) * f(i)), (1 - Delta(k, N)) * f(k + 1)),
    lambda f, h, g: (over(k, N, g(k, k)), over(i, N, g(i, i).subs(k, i))) if not g(i, j).has(k) else (f(k), f(k)),
    lambda f, h, g: (over(i, N, over_others(j, i, N, g(i, j))), over(j, N, over_others(i, j, N, g(i, j)))),
)


def _different(count: int) -> Any:
    """The sum over so many different particles of the product of their x: zero for fewer particles."""
    letters = sympy.symbols(f"d1:{count + 1}", integer=True, positive=True)
    term = sympy.Mul(*(x(p) for p in letters))
    for place, p in enumerate(letters):
        term *= sympy.Mul(*(1 - Delta(p, q) for q in letters[:place]))
    return sympy.Sum(term, *((p, 1, N) for p in letters))


SPOILERS: tuple[Any, ...] = (
    sympy.prod(N - t for t in range(1, 4)),
    sympy.prod(N - t for t in range(1, 5)) * x(k),
    (N - 2) * (N - 3) * a,
    _different(2),
    _different(3),
    sympy.Sum(x(i) * x(j) * x(n), (i, 1, j - 1), (j, 1, n - 1), (n, 1, N)),
    Delta(k, m) * x(k),
    (1 - Delta(k, m)) * (x(k) - x(m)),
    Delta(k, 1),
    Delta(k, N) * Delta(m, N - 1),
    Delta(k, m + 2) * w(m),
    x(k) - x(m),
    x(N) - x(N - 1),
    sympy.Sum(x(i), (i, 4, N)),
    sympy.Sum(x(i), (i, k + 2, N)),
    over(i, N, i) - N**2,
    over(i, N, x(i + 1)) - total,
)


@settings(derandomize=True, deadline=None, max_examples=examples(60))
@given(
    st.lists(
        st.tuples(
            st.sampled_from(IDENTITIES),
            st.sampled_from(SUMMANDS),
            st.sampled_from(SUMMANDS),
            st.sampled_from(KERNELS),
            st.sampled_from((Integer(1), Integer(-2), a, x(k), Rational(1, 2))),
        ),
        min_size=1,
        max_size=2,
    ),
    st.one_of(st.none(), st.sampled_from(SPOILERS)),
)
def test_no_verdict_that_the_interpreter_contradicts(parts: list[Any], spoiler: Any) -> None:
    lhs, rhs = x(k), x(k)
    for identity, f, h, g, factor in parts:
        left, right = identity(f, h, g)
        lhs, rhs = lhs + factor * left, rhs + factor * right
    if spoiler is not None:
        rhs += spoiler
    true = agree(lhs, rhs)
    assert true is (spoiler is None)
    outcome = found(lhs, rhs).outcome
    expected = {Outcome.PROVED, Outcome.CORROBORATED} if true else {Outcome.REFUTED}
    assert outcome in expected


@pytest.mark.parametrize("spoiler", range(len(SPOILERS)))
def test_what_vanishes_for_few_particles_is_no_zero(spoiler: int) -> None:
    assert found(total + x(k), total + x(k) + SPOILERS[spoiler]).outcome is Outcome.REFUTED


@settings(derandomize=True, deadline=None, max_examples=examples(25))
@given(
    st.lists(st.sampled_from(SUMMANDS), min_size=1, max_size=2),
    st.sampled_from(KERNELS),
    st.sampled_from((k, i, j)),
    st.booleans(),
)
def test_slopes_against_the_interpreter(parts: list[Summand], g: Kernel, by: Any, nested: bool) -> None:
    """∂/∂x_k of a polynomial in x_k, from its values at x_k, x_k ± 1, ... by differences."""
    pair = over_pairs(i, j, N, g(i, j))
    expression = over(i, N, sympy.Mul(*(f(i) for f in parts))) + (over(i, N, pair * x(i)) if nested else pair)
    sloped = slope(expression, x(by))
    for count in (1, 2, 3):
        for at, at_l, at_k in product(range(1, count + 1), repeat=3):
            env = {N: count, m: at_l, k: at_k}
            env[by] = at
            numbers = {("x", p): Fraction(p * p - 3) for p in range(6)} | {("w", p): Fraction(p + 2) for p in range(6)}
            numbers |= {("M", p, q): Fraction(p * p - 2 * q) for p in range(6) for q in range(6)} | {a: Fraction(5)}

            def there(step: int) -> Fraction:
                moved = {**numbers, ("x", at): numbers[("x", at)] + step}  # noqa: B023
                return value(expression, env, moved)  # noqa: B023

            # exact for polynomials of degree up to 6
            central = Fraction(3, 4) * (there(1) - there(-1)) - Fraction(3, 20) * (there(2) - there(-2))
            central += Fraction(1, 60) * (there(3) - there(-3))
            assert value(sloped, env, numbers) == central


def for_these_particles(e: Any, chosen: tuple[int, ...]) -> Fraction:
    """E(S) of `verify.theorems.particle_induction`: ranks count within S, quantities belong to the particle."""
    numbers: dict[Any, Fraction] = {a: Fraction(3)}
    for rank, at in enumerate(chosen, 1):
        numbers[("x", rank)] = Fraction(at**3 - 5 * at + 1)
        numbers[("w", rank)] = Fraction(at * at + 2)
        for other_rank, other in enumerate(chosen, 1):
            numbers[("M", rank, other_rank)] = Fraction(3 * at**2 - 7 * other**3 + at * other)
    return value(e, {N: len(chosen)}, numbers)


SINGLES: tuple[Any, ...] = (x(i), i, i * w(i), x(i) ** 3, M(i, i) + N, sympy.Sum(x(j), (j, 1, i)) * i)
PAIRS: tuple[Any, ...] = (x(i) * w(j), M(i, j), i * j**2, (x(i) - x(j)) ** 2, Delta(i, j) * i + N * x(j))
PIECES: tuple[Any, ...] = (
    N,
    a,
    *(over(i, N, f) for f in SINGLES),
    *(over_pairs(i, j, N, g) for g in PAIRS),
    *(over(i, N, over_others(j, i, N, g)) for g in PAIRS),
    *(over(i, N, sympy.Sum(g, (j, i, N))) for g in PAIRS),
)


@settings(derandomize=True, deadline=None, max_examples=examples(200))
@given(st.lists(st.lists(st.sampled_from(PIECES), min_size=1, max_size=2), min_size=1, max_size=2))
def test_no_term_joins_more_particles_than_the_bound_says(parts: list[list[Any]]) -> None:
    e = sympy.Add(*(sympy.Mul(*factors) for factors in parts))
    degree = bound(apart(e), Integer(0), N, ()).degree
    if degree > 6:
        return
    most = range(2, degree + 3)
    joined = Fraction(0)
    for bits in product((0, 1), repeat=degree + 1):
        chosen = tuple(p for p, bit in zip(most, bits, strict=True) if bit)
        joined += (-1) ** (degree + 1 - len(chosen)) * for_these_particles(e, chosen)
    assert joined == 0


def test_a_number_that_may_be_zero_is_decided_there_too():
    none = symbol("N_0", "N", "number of particles, perhaps none", DIMENSIONLESS, integer=True, nonnegative=True)

    def found(lhs, rhs):
        paper = Paper("p", "A paper", "nobody (2000)", UnitSystem.SI, sections=("I",))
        claim = paper.value("1", for_every_number(lhs, rhs, number=none), where="I", printed="x")
        return judge_claim(paper, claim).result

    assert found(over(i, none, i), none * (none + 1) / 2) is Result.PASS
    assert found(over(i, none, i) + Delta(none, 0), none * (none + 1) / 2) is Result.FAIL
    assert found(over(i, none, 1 / none), Integer(1)) is Result.PASS_IF
