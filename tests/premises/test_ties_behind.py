"""What the lines behind a premise tie is held constant nowhere, and no law is taken for one that it is not."""

import pytest
from sympy import Derivative, Integral, Symbol

from verify.claims import (
    Paper,
    UnitSystem,
    compare_coefficients,
    differentiate,
    diverges,
    equal,
    follows_from,
    leading,
    order,
    proportional,
    symbol,
)
from verify.errors import ClaimError
from verify.judging.judge import judge_claim
from verify.premises.generality import takes_many_values
from verify.quantities.dimension_names import DIMENSIONLESS
from verify.verdicts import Result

a, b, q, u, v, w, x, z, E = (symbol(n, n, f"quantity {n}", DIMENSIONLESS, real=True) for n in "abquvwxzE")


@pytest.fixture
def paper():
    return Paper(id="ties", title="t", citation="c", units=UnitSystem.SI, sections=("I",))


def given(paper, label, lhs, rhs):
    return paper.given(label, where="I", printed="words", lhs=lhs, rhs=rhs)


def step(paper, label, lhs, rhs, by):
    return paper.step(label, where="I", printed="words", lhs=lhs, rhs=rhs, by=by)


def result(paper, line):
    return judge_claim(paper, line).result


def tied(paper, one, other):
    """w = z, from w = z + one - other and one = other."""
    return step(paper, "t", w, z, follows_from(given(paper, "t1", w, z + one - other), given(paper, "t2", one, other)))


@pytest.mark.parametrize("behind", [True, False])
def test_a_derivative_in_the_line(paper, behind):
    known = tied(paper, a, b * v) if behind else given(paper, "t", w, z)
    line = step(paper, "z", Derivative(a * v**2, v) + w, 2 * a * v + z, follows_from(known))
    assert result(paper, line) is (Result.OPEN if behind else Result.PASS)


def test_a_derivative_of_a_symbol_that_two_laws_make_change(paper):
    known = step(paper, "3", E, u, follows_from(given(paper, "1", E, a * v**2), given(paper, "2", u, a * v**2)))
    assert result(paper, step(paper, "4", Derivative(E * v, v), u, follows_from(known))) is Result.OPEN
    assert result(paper, step(paper, "5", Integral(E, (v, 0, 1)), u, follows_from(known))) is Result.OPEN


def test_what_is_behind_a_premise_is_not_that_of_another_paper_with_the_same_words():
    """The two readings are equal as values, and follow from different lines: each has facts of its own, in either order."""

    def decided(*orders):
        found = {}
        for name in orders:
            own = Paper(id=name, title="t", citation="c", units=UnitSystem.SI, sections=("I",))
            if name == "given":
                known = given(own, "3", E, u)
            else:
                laws = given(own, "1", E, a * v**2), given(own, "2", u, a * v**2)
                known = step(own, "3", E, u, follows_from(*laws))
            line = step(own, "4", Derivative(E * v, v), u, follows_from(known.link(0)))
            found[name] = line.readings[0], result(own, line)
        return found

    first, second = decided("given", "derived"), decided("derived", "given")
    assert first["given"][0] == first["derived"][0]
    assert {name: outcome for name, (_, outcome) in first.items()} == {name: o for name, (_, o) in second.items()}
    assert first["derived"][1] is Result.OPEN


@pytest.mark.parametrize("behind", [True, False])
def test_coefficients_in_the_same_route(paper, behind):
    law = given(paper, "1", q * u + a * v, 0)
    known = tied(paper, u, v) if behind else given(paper, "t", w, z)
    line = step(paper, "z", a + w, z, follows_from(compare_coefficients(law, v, general=True), known))
    assert result(paper, line) is (Result.OPEN if behind else Result.PASS)


@pytest.mark.parametrize("move", [compare_coefficients, differentiate])
def test_a_law_whose_own_derivation_ties_its_symbol(paper, move):
    law = step(paper, "1", x * u - x * v, 0, follows_from(given(paper, "0", u, v)))
    with pytest.raises(ClaimError, match="tie v"):
        judge_claim(paper, step(paper, "2", x, 0, move(law, v, general=True)))


def test_the_only_even_prime_has_one_value():
    assert not takes_many_values(Symbol("B", even=True, prime=True))
    assert takes_many_values(Symbol("n", prime=True))
    assert takes_many_values(v)


@pytest.mark.parametrize("member", [x**2, z])
def test_what_a_chain_says_between_its_ends_is_held_constant_nowhere(paper, member):
    """Of b = x² = w the ends b = w are used, here or behind: ∂(b x)/∂x is no b."""
    chain = paper.claim("1", equal(b, member), equal(member, w), where="I", printed="words")
    behind = step(paper, "2", b, w, follows_from(chain.ends))
    for label, premise in (("3", chain.ends), ("4", behind)):
        slope = step(paper, f"{label}a", Derivative(b * x, x), w, follows_from(premise))
        whole = step(paper, f"{label}b", Integral(b, (x, 0, 1)), w, follows_from(premise))
        assert {result(paper, line) is Result.OPEN for line in (slope, whole)} == {member != z}


@pytest.mark.parametrize("behind", [(a, q * v), (a**3 + a, v)], ids=str)
def test_statements_about_functions(paper, behind):
    """b = a v with an a that moves with v is neither ∝ v nor O(v); nor is what is true of b refuted."""
    moving, law = given(paper, "1", *behind), given(paper, "2", b, v * a + behind[0] - behind[1])
    line = step(paper, "3", b, a * v, follows_from(moving, law))
    assert result(paper, line) in (Result.PASS, Result.PASS_IF)
    for number, says in enumerate(
        (proportional(b, v, v), proportional(b, v**2, v), order(b, v, 1), leading(b, v, 2, q), diverges(b / v**2, v, 0))
    ):
        claim = paper.claim(f"4.{number}", says, where="I", printed="words", by=follows_from(line))
        assert result(paper, claim) is Result.OPEN


def test_statements_about_functions_of_what_does_not_move(paper):
    line = step(paper, "3", b, a * v, follows_from(given(paper, "1", w, a * v), given(paper, "2", b, w)))
    says = order(b, v, 1)
    assert result(paper, paper.claim("4", says, where="I", printed="words", by=follows_from(line))) is Result.PASS
