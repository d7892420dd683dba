"""The catalogue of slips, the members of chains, and what survives and why."""

from __future__ import annotations

import json
from itertools import combinations
from typing import Any

import pytest
import sympy
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from sympy import Derivative, Eq, Integer, Rational, cos, exp, oo, pi, sin, sqrt

from tests.common.asking import read
from tests.common.examples import examples
from verify.claims import Equation, approx, as_functions_of, equal, follows_from, greater, less, logic, order_of, symbol
from verify.deciding.settings import Settings
from verify.judging.verdict_on import judge
from verify.premises.confirmation import objection
from verify.premises.facts import Facts
from verify.quantities.dimension_names import DIMENSIONLESS, LENGTH, VELOCITY
from verify.run import audit
from verify.slips.mutants import Mutant, judge_mutant, members, spoil, try_mutants
from verify.terms.slips import SLIPS, sites, slips
from verify.verdicts import Outcome
from verify.vocabulary.readings import Reading

a, b, k = (symbol(name, name, name, DIMENSIONLESS, positive=True) for name in "abk")
x, y = (symbol(name, name, name, DIMENSIONLESS, real=True) for name in "xy")
r, R = (symbol(name, name, name, LENGTH, positive=True) for name in "rR")
c = symbol("c", "c", "speed of light", VELOCITY, positive=True)
N = symbol("N", "N", "a number", DIMENSIONLESS, integer=True, positive=True)


def results(kind: str, expression: Any) -> set[Any]:
    return {slip.result for slip in slips(expression) if slip.kind == kind}


# --- the catalogue, each kind by hand -------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "before", "after"),
    [
        ("sign", a * b, -a * b),
        ("sign", a - b, a + b),
        ("sign", exp(-x), exp(x)),
        ("sign", a / (1 + b), a / (1 - b)),
        ("factor", a, 2 * a),
        ("factor", a + b, a + b / 2),
        ("factor", sin(x), sin(2 * x)),
        ("4π", a, 4 * pi * a),
        ("4π", a + b, a + b / (2 * pi)),
        ("exponent", a * b, a * b**2),
        ("exponent", a / b, a / b**2),
        ("exponent", a / b, a),
        ("exponent", (a + b) ** 3, (a + b) ** 2),
        ("exponent", sqrt(a), a ** Rational(3, 2)),
        ("square", a**2, a),
        ("square", a**2, a**4),
        ("digit", 3 * a, 4 * a),
        ("digit", 7 * a / 4, 7 * a / 5),
        ("digit", Integer(0), Integer(1)),
        ("function", sin(x) * a, cos(x) * a),
        ("term", a + b, a),
        ("term", sqrt(a + b), sqrt(b)),
        ("root", a + sqrt(b), a - sqrt(b)),
        ("root", sqrt(a + b), a + b),
        ("power of c", r * c, r * c**2),
        ("power of c", r + R / c, r + R),
        ("interchange", r / R, R / r),
        ("inversion", a / b, b / a),
        ("limit", sympy.Sum(k**-N, (N, 1, oo)), sympy.Sum(k**-N, (N, 2, oo))),
        ("limit", sympy.Integral(x, (x, 0, a)), sympy.Integral(x, (x, a, 0))),
        ("limit", sympy.Limit(sin(x) / x, x, 0), sympy.Limit(sin(x) / x, x, oo)),
    ],
)
def test_the_slip_is_in_the_catalogue(kind: str, before: Any, after: Any) -> None:
    assert after in {slip.result for slip in slips(before)}, f"{kind}: {results(kind, before)}"


def test_every_kind_of_the_catalogue_can_happen() -> None:
    everything = sin(x) * sqrt(a) / (2 * r**2) + c * R + sympy.Integral(exp(-x * y), (x, 0, b))
    assert {slip.kind for slip in slips(everything)} == set(SLIPS)


def test_a_slip_changes_the_expression_and_comes_once() -> None:
    expression = 4 * pi * a**2 * sin(x) / (b + 1)
    made = [slip.result for slip in slips(expression)]
    assert expression not in made
    assert len(made) == len(set(made))


def test_no_slip_divides_by_zero() -> None:
    assert not any(slip.result.has(sympy.zoo, sympy.nan) for slip in slips(1 / (a - 1) + Integer(1) / 2 * a))


def test_symbols_of_one_dimension_are_interchanged_first() -> None:
    first = next(slip for slip in slips(a * r**2 * R * b) if slip.kind == "interchange")
    assert first.says == "r and R interchanged" or first.says == "R and r interchanged" or "a and b" in first.says
    pairs = [slip.says for slip in slips(a * r**2 * R) if slip.kind == "interchange"]
    assert pairs[0].split()[0] in ("R", "r")


def test_symbols_beside_a_bound_variable_are_interchanged_as_sympy_does() -> None:
    for expression in (
        sympy.Integral(a * x**2 * exp(-b * x), (x, 0, r)) * R,
        sympy.Sum(a**N / b, (N, 1, k)) + N,
        sympy.Derivative(sympy.Function("f")(a * x + b), x),
    ):
        for one, other in combinations(sorted(expression.free_symbols, key=str), 2):
            swapped = expression.subs({one: other, other: one}, simultaneous=True)
            made = {slip.result for slip in slips(expression, None) if slip.kind == "interchange"}
            assert swapped in {expression, *made}


def test_the_sites_are_the_parts_and_leave_undefined_functions_alone() -> None:
    f = sympy.Function("f")
    nodes = {site.node for site in sites(a * f(x) + b)}
    assert {a, b, f(x)} <= nodes
    assert x not in nodes
    assert all(site.put(site.node) == a * f(x) + b for site in sites(a * f(x) + b))


# --- members of chains ----------------------------------------------------------------------------


def test_a_chain_has_one_member_more_than_links() -> None:
    found = members(equal(a, b * k, r / R))
    assert [m.expression for m in found] == [a, b * k, r / R]
    assert found[1].places == ((0, "rhs"), (1, "lhs"))
    assert [m.side for m in found] == ["on the left", "in the middle of the chain", "on the right"]


def test_statements_that_are_no_chain_stay_apart() -> None:
    assert [m.expression for m in members((*equal(a, b), *equal(k, x)))] == [a, b, k, x]
    assert members(less(a, b)) == []


def test_a_slip_in_the_middle_goes_into_both_links() -> None:
    reading = read(equal(x**2 - y**2, (x - y) * (x + y), x * (x + y) - y * (x + y)))
    spoiled = next(m for m in spoil(reading) if m.changed == (0, 1))
    assert spoiled.reading.statements[0].rhs == spoiled.reading.statements[1].lhs  # type: ignore[union-attr]


def test_the_left_side_is_spoiled_unless_it_is_a_bare_symbol() -> None:
    left = [m for m in spoil(read(equal(2 * a / b, k))) if m.mends.endswith("on the left")]
    assert left
    assert not any(m.mends.endswith("on the left") for m in spoil(read(equal(a, k))))


# --- what is killed, what survives ----------------------------------------------------------------


@pytest.mark.parametrize(
    "reading",
    [
        read(equal(sin(2 * x), 2 * sin(x) * cos(x))),
        read(equal((a + b) ** 2, a**2 + 2 * a * b + b**2)),
        read(equal(a**2 - b**2, (a - b) * (a + b), a * (a + b) - b * (a + b))),
        read(equal(k, 4 * a), by=follows_from(Equation("1", k, a * b), Equation("2", b, Integer(4)))),
        read(approx(pi, "3.14")),
        read(order_of(pi, "3")),
        read(less(a, a + b)),
        read(greater(x**2 + 1, 0)),
        read(equal(sympy.expand((a + b) ** 2) - a**2 - 2 * a * b, b**2), where=(Eq(b, a),)),
    ],
    ids=str,
)
def test_a_sound_claim_kills_every_mutant(reading: Reading) -> None:
    assert judge(reading).outcome is Outcome.PROVED
    found = try_mutants(reading, Settings())
    assert found.made >= 2
    assert [s for s in found.survivors if not s.equivalent] == []


def test_zero_equals_zero_has_no_mutant() -> None:
    assert try_mutants(read(equal(Integer(0), Integer(0))), Settings()).made == 0


def test_a_line_that_is_zero_throughout_is_vacuous_and_not_equivalent() -> None:
    nothing = x * (sin(x) ** 2 + cos(x) ** 2 - 1)
    found = try_mutants(read(equal(nothing, nothing / 3)), Settings())
    assert any("vacuous" in s.explanation for s in found.survivors)
    assert all(not s.equivalent for s in found.survivors if s.mutant.startswith("factor"))


def test_a_mutant_that_is_the_same_line_is_proved_to_be() -> None:
    found = try_mutants(read(equal(2 * r * R, 2 * R * (r * sin(x) ** 2 + r * cos(x) ** 2))), Settings())
    assert {s.mutant.split(" in ")[0] for s in found.survivors} <= {"R and r interchanged", "r and R interchanged"}
    assert found.survivors
    assert all(s.equivalent for s in found.survivors)


def test_symbols_that_the_premises_make_equal_are_equivalent_on_the_premises() -> None:
    reading = read(equal(k, r / a), by=follows_from(Equation("1", k, R / a), Equation("2", r, R)))
    other = read(equal(k, r * r / (a * R)), by=reading.by)
    survivors = try_mutants(other, Settings()).survivors
    assert all(s.equivalent for s in survivors)
    assert any("premises" in s.explanation for s in survivors)


def test_premises_that_make_everything_zero_leave_a_vacuous_line() -> None:
    reading = read(equal(x, 5 * x), by=follows_from(Equation("1", x, Integer(0) * a)))
    survivors = try_mutants(reading, Settings()).survivors
    assert survivors
    assert not any(s.equivalent for s in survivors)


def test_a_proposition_is_spoiled() -> None:
    p, q = sympy.symbols("p q")
    reading = read(logic(sympy.Or(p, q, sympy.Not(p) & sympy.Not(q)), p="p holds", q="q holds"))
    found = try_mutants(reading, Settings())
    assert found.killed >= 4
    assert [s.mutant for s in found.survivors] == ["'or' for 'and' in ~p & ~q"]


def test_a_mutant_is_judged_on_the_same_facts_as_the_reading() -> None:
    reading = read(equal(k, 4 * a), by=follows_from(Equation("1", k, a * b), Equation("2", b, Integer(4))))
    facts = Facts.of(reading)
    for mutant in spoil(reading):
        finding = judge_mutant(mutant, facts, Settings())
        whole = judge(mutant.reading, Settings(quick=True))
        assert finding is not None
        assert (finding.outcome is Outcome.REFUTED) == (whole.outcome is Outcome.REFUTED), mutant.slip


SHARED = read(
    equal(k, 4 * a / (b + 1)), by=follows_from(Equation("1", k, a * x), Equation("2", x * (b + 1), Integer(4)))
)


@given(st.permutations(list(spoil(SHARED))))
@hypothesis_settings(max_examples=examples(10))
def test_what_mutants_share_changes_none_of_them(mutants: list[Mutant]) -> None:
    """In whatever order they are judged, each has the finding that it has alone."""
    facts = Facts.of(SHARED)
    found = {mutant.slip: judge_mutant(mutant, facts, Settings()) for mutant in mutants}
    for mutant in mutants:
        alone, shared = judge_mutant(mutant, Facts.of(SHARED), Settings()), found[mutant.slip]
        assert alone is not None
        assert shared is not None
        assert (shared.outcome, shared.evidence) == (alone.outcome, alone.evidence)


def test_the_point_at_which_a_mutant_is_refuted_lies_on_the_premises() -> None:
    for mutant in spoil(SHARED):
        finding = judge_mutant(mutant, Facts.of(SHARED), Settings())
        assert finding is not None
        if finding.outcome is Outcome.REFUTED:
            assert objection(Facts.of(SHARED), finding.point) is None
            assert finding.evidence.counterexample is not None


def test_the_parts_of_an_expression_are_its_own() -> None:
    """To SymPy two `Subs` are equal that differ by the names of their variables."""
    f = sympy.Function("f")
    one, other = (sympy.Subs(Derivative(f(s), s), s, 2 * a) for s in (x, y))
    assert one == other
    assert [sites(expression)[0].node.variables for expression in (one, other, one)] == [(x,), (y,), (x,)]


def test_the_order_is_the_same_every_time() -> None:
    reading = read(equal(sin(2 * x) / r, 2 * sin(x) * cos(x) / r))
    assert [m.slip for m in spoil(reading)] == [m.slip for m in spoil(reading)]


def test_a_loose_number_is_not_spoiled_by_what_it_cannot_show() -> None:
    slips_of_order = {m.slip for m in spoil(read(order_of(pi, "3")))}
    assert "factor 2" not in slips_of_order
    assert {"factor 100", "factor 1/(100)"} <= slips_of_order
    assert "factor 2" in {m.slip for m in spoil(read(approx(pi, "3.14")))}


def test_a_paper_s_audit_carries_its_totals() -> None:
    body = json.loads(audit(["derivations.pavlov"], labels=["u5", "t31", "u11"]).to_json())["papers"][0]
    tried = [claim["mutants"] for claim in body["claims"] if claim["mutants"]]
    survivors = [s for mutants in tried for s in mutants["survivors"]]
    assert body["mutants"]["made"] == sum(mutants["made"] for mutants in tried) > 20
    assert body["mutants"]["killed"] + body["mutants"]["equivalent"] == body["mutants"]["made"]
    assert body["mutants"]["equivalent"] == len(survivors) == 1


@pytest.mark.parametrize(
    ("value", "visible"),
    [
        (approx(pi, "3.14"), {"wrong sign", "upside down", "factor 2", "factor 1/2", "last digit too high"}),
        (approx(-pi, "-3.14"), {"wrong sign", "upside down", "factor 2", "factor 1/2", "last digit too low"}),
        (approx(pi / 100, "0.03", within=("0", "0.1", "small")), {"wrong sign", "upside down"}),
        (approx(pi / 3, "1", within=("0.5", "2", "about one")), {"wrong sign", "factor 10", "factor 1/(100)"}),
    ],
)
def test_only_slips_that_the_print_shows_are_made_in_a_number(value: Any, visible: set[str]) -> None:
    found = try_mutants(read(value), Settings())
    assert visible <= {m.slip for m in spoil(read(value))}
    assert found.survivors == ()


def test_a_side_without_a_value_on_the_premises_is_no_line() -> None:
    reading = read(equal(k, a + x), by=follows_from(Equation("1", x, Integer(0) * a), Equation("2", k, a)))
    upside_down = [m for m in spoil(reading, most=None) if "upside down" in m.slip and "term x" in m.slip]
    assert upside_down
    assert all(judge_mutant(m, Facts.of(reading), Settings()) is None for m in upside_down)


def test_slips_in_the_variable_of_a_derivative_are_compared() -> None:
    x, y = (symbol(letter, letter, "coordinate", LENGTH, real=True) for letter in "xy")
    k = symbol("k", "k", "slope", DIMENSIONLESS, positive=True)
    says = as_functions_of(equal(Derivative(k * x, x) + Derivative(k * y, y), 2 * k), x, y)
    found = try_mutants(read(says), Settings())
    assert found.killed == found.made > 0
