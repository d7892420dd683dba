"""Provisos: what the domain implies is not told, what it does not is; each case has a twin whose proviso matters."""

from __future__ import annotations

from typing import Any

import pytest
import sympy

from tests.common.asking import stepped
from tests.soundness import steps
from verify.claims import Claim, ClaimError, Paper, compare_coefficients, eliminate, follows_from, symbol
from verify.deciding.decide import decide, readable
from verify.orders.provisos import implied
from verify.points.domain import Domain
from verify.quantities.dimension_names import DIMENSIONLESS
from verify.regularity.continuity import extends
from verify.solving.systems import parametrise
from verify.terms.requirements import Exists, HasNoZero
from verify.verdicts import Outcome, Result
from verify.vocabulary.moves import Equation

r, R, p, q = sympy.symbols("r R p q", positive=True)
e = sympy.Symbol("e", negative=True)
x, y, a, b = sympy.symbols("x y a b", real=True)
i = sympy.Symbol("i", integer=True)
n = sympy.Symbol("n", integer=True, nonnegative=True)
INSIDE = Domain((r, R, p, e, n), (r < R,))


# --- what a domain implies --------------------------------------------------------------------------

IMPLIED = [
    2 * R - r,
    8 * R - 3 * r,
    R - r,
    R**2 - r**2,
    4 * p * R**2 * e - 4 * p * R * e * r,
    R * (4 * n + 2) - r,
    R + r,
    2 * p + 1 - 2 * sympy.sqrt(p) * sympy.sqrt(p + 1),  # its conjugate product is 1
]
NOT_IMPLIED = [
    R - 2 * r,
    3 * r - R,
    r**2 + r * R - R**2,
    p - 1,
    R * (4 * n - 2) - r,
    p * e + 1,
    2 * p - sympy.sqrt(p) * sympy.sqrt(p + 1),  # 0 at p = 1/3
]


@pytest.mark.parametrize(
    ("expression", "conditions", "wanted"),
    [
        (x**2 + y**2 - 1, [x**2 + y**2 < 1], True),
        (1 - x**2 - y**2, [x**2 + y**2 < 1], True),
        (x - 1, [x**2 < 1], True),
        (3 * x + 3, [x**2 < 1], True),
        (x - 1, [x**2 <= 1], False),
        (x**2 + y**2 - 2, [x**2 + y**2 < 1], False),
        (x + y - 1, [x**2 + y**2 < 1], False),
        (sympy.besseli(1, R / r), [], True),
        (sympy.besselk(0, R), [], True),
        (sympy.besseli(1, x), [], False),
        (sympy.besseli(-sympy.S(3) / 2, R), [], False),  # negative for small R
        (sympy.besselj(1, R), [], False),
        (r * sympy.cosh(R / r) / R - r**2 * sympy.sinh(R / r) / R**2, [], True),
        (r * sympy.cosh(R / r) / R - 2 * r**2 * sympy.sinh(R / r) / R**2, [], False),
        (r * sympy.cosh(R / r) - r**2 * sympy.sinh(R / r), [], False),  # not of one degree
        (r * sympy.cos(R / r) / R - r**2 * sympy.sin(R / r) / R**2, [], False),
    ],
)
def test_what_strict_conditions_known_functions_and_a_scale_exclude(
    expression: Any, conditions: list[Any], wanted: bool
) -> None:
    assert implied(sympy.Ne(expression, 0), Domain((x, y, r, R), tuple(conditions))) is wanted


@pytest.mark.parametrize("expression", IMPLIED, ids=str)
def test_what_the_domain_excludes_needs_no_proviso(expression: Any) -> None:
    assert implied(sympy.Ne(expression, 0), INSIDE)
    assert readable([sympy.Ne(expression, 0)], INSIDE) == ()


@pytest.mark.parametrize("expression", NOT_IMPLIED, ids=str)
def test_what_may_vanish_needs_one(expression: Any) -> None:
    assert not implied(sympy.Ne(expression, 0), INSIDE)
    assert readable([sympy.Ne(expression, 0)], INSIDE) != ()


def test_a_closed_end_belongs_to_the_domain() -> None:
    closed = Domain((r, R), (r <= R,))
    assert not implied(sympy.Ne(R - r, 0), closed)
    assert implied(sympy.Ne(2 * R - r, 0), closed)


def test_a_proviso_in_other_words_is_the_same() -> None:
    apart = Domain((x, y), (sympy.Ne(x, y),))
    assert implied(sympy.Ne(3 * y - 3 * x, 0), apart)
    assert implied(sympy.Ne(x**2 + y**2 - 2 * x * y, 0), apart)
    assert not implied(sympy.Ne(x**2 - y**2, 0), apart)


def test_complex_symbols_have_no_sign() -> None:
    z = sympy.Symbol("z")
    assert not implied(sympy.Ne(z**2 + 1, 0), Domain((z,)))


def test_the_terms_of_a_finite_sum() -> None:
    term = r / (R * (2 * i + 2) - r)
    assert implied(Exists(sympy.Sum(term, (i, 0, n))), INSIDE)
    assert not implied(Exists(sympy.Sum(term, (i, 0, n))), Domain((r, R, n)))
    assert not implied(Exists(sympy.Sum(term, (i, 0, sympy.oo))), INSIDE)
    assert implied(HasNoZero(R * (2 * i + 2) - r, i, sympy.S.Zero, n), INSIDE)
    assert not implied(HasNoZero(R * (2 * i + 2) - r, i, sympy.S.NegativeOne, n), INSIDE)


def test_only_the_factors_that_may_vanish_are_told() -> None:
    assert readable([sympy.Ne(R**2 * p - R * r * p, 0)], Domain((r, R, p))) == ("R - r ≠ 0",)
    assert readable([sympy.Ne(x - y, 0), sympy.Ne(2 * y - 2 * x, 0)], Domain((x, y))) == ("x - y ≠ 0",)


def test_a_proof_tells_what_its_domain_leaves_open() -> None:
    line = (1 / (2 * R - r) + 1 / r, 2 * R / (r * (2 * R - r)))
    inside = decide(*line, Domain((r, R), (r < R,)))
    further = decide(*line, Domain((r, R), (r < 3 * R,)))
    assert (inside.outcome, inside.evidence.conditions) == (Outcome.PROVED, ())
    assert (further.outcome, further.evidence.conditions) == (Outcome.PROVED, ("2·R - r ≠ 0",))


# --- the order in which equations are solved ---------------------------------------------------------


def test_an_equation_that_needs_a_condition_waits() -> None:
    product, sum_ = Equation("1", a * x, a * y), Equation("2", x + 1, y + 1)
    for equations in ([product, sum_], [sum_, product]):
        solved = parametrise(equations)
        assert (solved.conditions, solved.residuals, len(solved.values)) == ((), (), 1)
    assert parametrise([product]).conditions == (sympy.Ne(a, 0),)


def test_a_condition_that_is_known_is_none() -> None:
    known = Domain((a, b), (a > b, b > 0))
    equations = [Equation("1", (a + b) * x, (a + b) * y)]
    assert parametrise(equations, is_known=lambda c: implied(c, known)).conditions == ()
    assert len(parametrise(equations).conditions) == 1


# --- steps ------------------------------------------------------------------------------------------

u, v, w, k, B, C, F = (
    symbol(name, name, name, DIMENSIONLESS, real=True) for name in ["u", "v", "w", "k", "B", "C", "F"]
)
m, g = (symbol(name, name, name, DIMENSIONLESS, positive=True) for name in "mg")
PASS, PASS_IF, FAIL = Result.PASS, Result.PASS_IF, Result.FAIL


def test_a_factor_that_may_vanish_keeps_its_condition(paper: Paper) -> None:
    """u v = u w has a component u = 0 of its own: no continuity leads to v = w there."""
    product = steps.given(paper, u * v, u * w)
    assert stepped(paper, (v, w), follows_from(product)).result is FAIL
    assert stepped(paper, (v, w), follows_from(product), [sympy.Ne(u, 0)]).result is PASS
    assert stepped(paper, (v, w), follows_from(product), [u > B**2]).result is PASS
    assert stepped(paper, (v, w), follows_from(product), [u >= 0]).result is FAIL


def test_the_condition_of_a_premise_stays_where_the_line_does_not_imply_it(paper: Paper) -> None:
    product = steps.given(paper, u * v, u * w)
    known = steps.step(paper, (v, w), follows_from(product), [sympy.Ne(u - k, 0), sympy.Ne(u, 0)])
    inside = stepped(paper, (v + 1, w + 1), follows_from(known), [u > k, k > 0])
    assert inside.result is PASS
    further = stepped(paper, (v + 1, w + 1), follows_from(known), [u >= k, k > 0])
    assert (further.result, further.literal.condition) == (PASS_IF, "-k + u ≠ 0")


def test_a_choice_of_the_symbol_leaves_no_proviso(paper: Paper) -> None:
    """k = F/(u - w) would ask for u ≠ w, which the line does not."""
    force = steps.given(paper, F, k * (u - w))
    balance = steps.given(paper, F, B)
    found = stepped(paper, (2 * B, 2 * k * (u - w)), follows_from(force, balance))
    assert (found.result, found.literal.evidence.conditions) == (PASS, ())


# --- a law that holds for every value ----------------------------------------------------------------


def force(paper: Paper) -> Claim:
    return steps.given(paper, k * v * B + 2 * m * v * C, 0)


def test_a_law_for_every_velocity_says_more_than_at_one(paper: Paper) -> None:
    law, line = force(paper), (C, -k * B / (2 * m))
    assert stepped(paper, line, follows_from(law)).result is FAIL  # where v = 0
    assert stepped(paper, line, follows_from(law), [sympy.Ne(v, 0)]).result is PASS
    found = stepped(paper, line, compare_coefficients(law, v, general=True))
    assert (found.result, found.literal.evidence.conditions) == (PASS, ())
    assert stepped(paper, (C, k * B / (2 * m)), compare_coefficients(law, v, general=True)).result is FAIL


def test_what_is_stated_for_every_value_must_be_said_so(paper: Paper) -> None:
    with pytest.raises(ClaimError, match="need not hold for every v"):
        stepped(paper, (C, -k * B / (2 * m)), compare_coefficients(force(paper), v))
    with pytest.raises(ClaimError, match="need not hold for every u"):
        stepped(paper, (v, w), compare_coefficients(steps.given(paper, u * v, u * w), u))


def test_every_power_has_a_coefficient(paper: Paper) -> None:
    law = steps.given(paper, B * v**2 + (C - F) * v * w + k, m * v**2)
    compared = compare_coefficients(law, v, w, general=True)
    assert stepped(paper, (B + C + k, m + F), compared).result is PASS
    assert stepped(paper, (B + C, m - F), compared).result is FAIL


def test_two_laws_for_every_value(paper: Paper) -> None:
    """F = k C and F = B C at every C: k = B.  At one C, C = 0 is left."""
    first, second = steps.given(paper, F, k * C), steps.given(paper, F, B * C)
    assert stepped(paper, (k, B), follows_from(first, second)).result is FAIL
    both = compare_coefficients(eliminate(F, among=[first, second]), C, general=True)
    found = stepped(paper, (k, B), both)
    assert (found.result, found.premises) == (PASS, (first.label, second.label))
    unused = steps.given(paper, w, 2 * u)
    with pytest.raises(ClaimError, match=f"premise '{unused.label}' is not used"):
        stepped(paper, (k + 1, B + 1), follows_from(both, unused))


REFUSED = [
    ((F, k * v), (), "defines a symbol as a function of v"),
    ((k * v, F), (), "defines a symbol as a function of v"),
    ((sympy.sin(v) * k, 0), (), "no polynomial in v"),
    ((k / v, B + v), (), "cannot hold for every v"),
    ((k * w, 0), (), "does not contain v"),
    ((v * k, v * B), ((u, 2 * v),), "another premise or a condition speaks of v"),
]


@pytest.mark.parametrize(("law", "others", "message"), REFUSED, ids=str)
def test_where_no_coefficients_can_be_compared(paper: Paper, law: Any, others: Any, message: str) -> None:
    compared = compare_coefficients(steps.given(paper, *law), v, general=True)
    with pytest.raises(ClaimError, match=message):
        stepped(paper, (k, B), follows_from(compared, *(steps.given(paper, *other) for other in others)))


def test_a_law_that_is_known_for_some_values_only(paper: Paper) -> None:
    product = steps.given(paper, k * v**2, B * v**2)
    known = steps.step(paper, (k * v, B * v), follows_from(product), [v > 1])
    with pytest.raises(ClaimError, match="is known where v > 1"):
        stepped(paper, (k, B), compare_coefficients(known, v, general=True))
    with pytest.raises(ClaimError, match="another premise or a condition speaks of v"):
        stepped(paper, (k, B), compare_coefficients(product, v, general=True), [sympy.Eq(v, 0)])


# --- exceptions and continuity -----------------------------------------------------------------------

t = sympy.Symbol("t", real=True)


@pytest.mark.parametrize("rate", [a**2 - b, a * b, a**2 + b**2, a**2 - 3 * b**2 + 1, a**3 - a * b + 1], ids=str)
def test_what_holds_around_an_exception_holds_on_it(rate: Any) -> None:
    """∫ e^{g t} dt over 0 … 1 is (e^g - 1)/g where g ≠ 0; multiplied by g the line says something at g = 0, too."""
    line = (rate * sympy.Integral(sympy.exp(rate * t), (t, 0, 1)), sympy.exp(rate) - 1)
    found = decide(*line, Domain((a, b)))
    assert (found.outcome, found.evidence.conditions, found.evidence.restrictions) == (Outcome.PROVED, (), ())


def test_where_the_line_says_nothing_on_the_exception_it_is_told() -> None:
    rate = a**2 - b
    found = decide(sympy.Integral(sympy.exp(rate * t), (t, 0, 1)), (sympy.exp(rate) - 1) / rate, Domain((a, b)))
    assert (found.outcome, found.evidence.conditions) == (Outcome.PROVED, ("a^2 - b ≠ 0",))


EXP = sympy.Integral(sympy.exp(a * t), (t, 0, 1))
k_, l_ = sympy.symbols("k l", integer=True)
DOUBTFUL = [
    (EXP, b, [a], (sympy.Eq(a, 0),)),  # the domain lies in the exception
    (EXP, b, [a], (a <= 0, a >= 0)),  # so it does here
    (EXP, b, [a], (sympy.floor(b) > a,)),  # not known to be open
    (EXP, b, [k_ - l_], ()),  # whole numbers come no closer than 1
    (EXP, b, [a - a], ()),  # vanishes everywhere
    (EXP, b, [sympy.sin(a)], ()),  # no polynomial
    (sympy.sign(a), b, [a], ()),  # a jump
    (sympy.floor(a), b, [a], ()),
    (sympy.Integral(a * sympy.exp(-a * t), (t, 0, sympy.oo)), b, [a], ()),  # 1, and 0 at a = 0
    (sympy.Integral(1 / (t - a), (t, 0, 1)), b, [a], ()),  # a pole runs through the range
    (sympy.Sum(a * (1 - a) ** k_, (k_, 0, sympy.oo)), b, [a], ()),
    (sympy.log(a), b, [a - b], ()),
    (sympy.Heaviside(a), b, [a], ()),
]


@pytest.mark.parametrize(("lhs", "rhs", "exceptions", "conditions"), DOUBTFUL, ids=str)
def test_where_continuity_is_no_argument(lhs: Any, rhs: Any, exceptions: Any, conditions: Any) -> None:
    assert not extends(lhs, rhs, exceptions, Domain((a, b, k_, l_), conditions))


def test_where_it_is_one() -> None:
    assert extends(EXP, b, [a, a * b - 1], Domain((a, b), (a > b, sympy.Ne(b, 2))))
    assert extends(sympy.Sum(sympy.cos(a * k_), (k_, 1, l_)), 1 / b, [a], Domain((a, b, l_)))
    assert (
        extends(sympy.Integral(sympy.sqrt(p + t), (t, 0, 1)), sympy.Abs(a), [a - p], Domain((a, p))) is False
    )  # √ of t < 0
    positive = sympy.Symbol("t", positive=True)
    assert extends(sympy.Integral(sympy.sqrt(p + positive), (positive, 1, 2)), sympy.Abs(a), [a - p], Domain((a, p)))
