"""Which share of the inputs that round as printed gives the number: certified bounds, worked by hand."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import log, pi, sqrt

import pytest
import sympy

from verify.claims import Paper, UnitSystem, approx, follows_from, printed_number, rounded, symbol, units
from verify.judging.judge import judge_claim
from verify.kinds.rounded_inputs import percent
from verify.theorems.rounding_share import CORNER, Share, Side, Target, _below, _between, share_of, side_of
from verify.verdicts import Outcome, Result

x, y, z = sympy.symbols("x y z", positive=True)
length = symbol("length", "L", "a length", units.DIMENSIONLESS, positive=True)
width = symbol("width", "W", "a width", units.DIMENSIONLESS, positive=True)
number = symbol("number", "n", "how many", units.DIMENSIONLESS, integer=True, positive=True)
UNIT = ("0", "1")


def share(quantity, low, high, **sides):
    box = {item: Side(*map(sympy.Rational, ends)) for item, ends in enumerate(sides.values())}
    inputs = {sympy.Symbol(name, positive=True): item for item, name in enumerate(sides)}
    ends = [(end, end) for end in map(sympy.Rational, (low, high))]
    return share_of([Target(quantity, inputs, {}, (ends[0], ends[1]))], box)


HAND_WORKED = [
    (share(x**2, "4.85", "4.95", x=("2.15", "2.25")), (sqrt(4.95) - sqrt(4.85)) / 0.1),
    (share(x + y, 0, "0.5", x=UNIT, y=UNIT), 1 / 8),
    (share(x - y, "-0.5", "0.5", x=UNIT, y=UNIT), 3 / 4),
    (share(x + y + z, 0, 1, x=UNIT, y=UNIT, z=UNIT), 1 / 6),
    (share(x * y, 0, "0.5", x=UNIT, y=UNIT), (1 + log(2)) / 2),
    (share(x**2 + y**2, 0, 1, x=UNIT, y=UNIT), pi / 4),
    (share(x / y, 0, 1, x=("1", "2"), y=("1", "2")), 1 / 2),
    (share(sympy.Abs(x - sympy.Rational(1, 3)), 0, "1/4", x=UNIT), 1 / 2),
    (share(sympy.floor(3 * x), 1, 1, x=UNIT), 1 / 3),
    (share(sympy.sin(2 * sympy.pi * x), 0, 1, x=UNIT), 1 / 2),
    (share(sympy.exp(x), 0, 3, x=("0", "2")), log(3) / 2),
]


@pytest.mark.parametrize(("found", "known"), HAND_WORKED)
def test_the_known_share_is_between_the_bounds(found: Share, known: float) -> None:
    assert found.low - 1e-12 <= known <= found.high + 1e-12
    assert found.high - found.low < 0.1


def test_smooth_quantities_of_few_inputs_are_nearly_exact() -> None:
    for found, _ in HAND_WORKED[:5]:
        assert found.high - found.low < Fraction(1, 200)


def test_intervals_that_touch_have_no_share() -> None:
    """1.005 rounds to 1.01 and to 1.00, and is the only number that does."""
    found = share(x, "0.995", "1.005", x=("1.005", "1.015"))
    assert found.low == 0
    assert found.high < Fraction(1, 10**20)


def test_volumes_below_a_plane() -> None:
    third = Fraction(1, 3)
    assert _below([Fraction(1)] * 3, Fraction(1)) == Fraction(1, 6)
    assert _below([Fraction(1)] * 3, Fraction(3, 2)) == Fraction(1, 2)
    assert _below([Fraction(2), Fraction(-1)], Fraction(0)) == Fraction(1, 4)
    assert _below([third, Fraction(0)], third / 2) == Fraction(1, 2)
    assert (_between([], Fraction(0), Fraction(1)), _between([], Fraction(1, 2), Fraction(1))) == (1, 0)


@pytest.mark.parametrize("steps", [(1, 2), (3, -2, 1), (1, 1, -4, 2)])
def test_volumes_agree_with_a_count(steps: tuple[int, ...]) -> None:
    """The middles of small cubes: of those that the plane misses, the count is the volume."""
    n, level = 12, Fraction(2, 3)
    reach = Fraction(sum(map(abs, steps)), 2 * n)
    sums = [
        sum(s * Fraction(2 * k + 1, 2 * n) for s, k in zip(steps, cell, strict=True))
        for cell in product(range(n), repeat=len(steps))
    ]
    surely, perhaps = (sum(value <= level + sign * reach for value in sums) for sign in (-1, 1))
    volume = _below([Fraction(s) for s in steps], level)
    assert Fraction(surely, len(sums)) <= volume <= Fraction(perhaps, len(sums))


def test_what_a_symbol_may_be_of_an_interval() -> None:
    half = sympy.Rational(1, 2)
    assert side_of(x, (-half, half)) == Side(sympy.S.Zero, half)
    assert side_of(number, (half, sympy.Rational(5, 2))) == Side(sympy.S.One, sympy.Integer(2), whole=True)
    assert side_of(sympy.Symbol("k", even=True), (half, sympy.Rational(9, 2))) is None
    assert Side(sympy.S.One, sympy.Integer(4), whole=True).halves() == (
        Side(sympy.S.One, sympy.Integer(2), whole=True),
        Side(sympy.Integer(3), sympy.Integer(4), whole=True),
    )


def test_bounds_are_rounded_outwards() -> None:
    assert percent(Fraction(0), Fraction(1, 10**9)) == "0 % to 0.01 %"
    assert percent(Fraction(411, 1000), Fraction(421, 1000)) == "41 % to 43 %"
    assert percent(CORNER, CORNER) == "5 %"


# --- verdicts ---------------------------------------------------------------------------------------


def verdict(*says, by=None, premises=(), where=()):
    paper = Paper("p", "A paper", "nobody (2000)", UnitSystem.SI, sections=("I",))
    given = [
        paper.given(f"{k}", lhs=lhs, rhs=rhs, where="I", printed="given") for k, (lhs, rhs) in enumerate(premises, 7)
    ]
    claim = paper.value(
        "1", *says, where="I", printed="a number", by=follows_from(*given) if given else None, conditions=where
    )
    return judge_claim(paper, claim).literal


def of_rounded(quantity, text, **texts):
    names = {"length": length, "width": width, "number": number}
    constants = {names[name]: rounded(given) for name, given in texts.items()}
    return approx(quantity, text, constants=constants, somewhere=True)


def test_a_corner_rescues_nothing() -> None:
    """2.15² = 4.6225 and 2.25² = 5.0625: products near 4.95 are as rare as pairs of inputs near one end."""
    corner = verdict(of_rounded(length * width, "4.95", length="2.2", width="2.2"))
    assert corner.outcome is Outcome.REFUTED
    assert "Only" in corner.evidence.detail
    assert "less than 5 % rescues nothing" in corner.evidence.detail
    assert corner.evidence.residual is not None
    assert corner.evidence.residual.startswith("share of the inputs: ")
    more = verdict(of_rounded(length * width, "4.9", length="2.2", width="2.2"))
    assert more.outcome is Outcome.PROVED
    assert "of the inputs that round as printed" in more.evidence.detail


def test_a_literal_failure_with_a_corner_fails() -> None:
    paper = Paper("p", "A paper", "nobody (2000)", UnitSystem.SI, sections=("I",))
    for label, text, result in (("1", "1.00", Result.FAIL), ("2", "1.014", Result.PASS_IF)):
        says = approx(length, text, constants={length: printed_number("1.01")})
        claim = paper.value(label, says, where="I", printed=f"L = 1.01 = {text}")
        assert judge_claim(paper, claim).result is result


def test_all_none_and_a_single_point() -> None:
    everything = verdict(of_rounded(length, "2", length="2.2"))
    assert "All of the inputs that round as printed (L) give that" in everything.evidence.detail
    assert verdict(of_rounded(length, "2.5", length="2.2")).evidence.residual == "share of the inputs: 0 %"
    exact = {length: printed_number("2.2")}
    assert verdict(approx(length, "2.2", constants=exact, somewhere=True)).outcome is Outcome.PROVED
    assert verdict(approx(length, "2.3", constants=exact, somewhere=True)).outcome is Outcome.REFUTED


def test_whole_numbers_are_counted() -> None:
    """Of 5, ..., 15 the squares of 8, ..., 12 are within 50 and 150: 5 of 11."""
    found = verdict(of_rounded(number**2, "1e2", number="1e1"))
    assert found.outcome is Outcome.PROVED
    assert "between 45 % and 46 %" in found.evidence.detail.lower()


def test_several_numbers_need_one_choice() -> None:
    """One in ten of the lengths gives 2.24, one in ten 2.16: none gives both; twice two lengths are independent."""
    one, other = of_rounded(length, "2.24", length="2.2"), of_rounded(length, "2.16", length="2.2")
    assert verdict(one, other).outcome is Outcome.REFUTED
    both = verdict(one, of_rounded(2 * length, "4.5", length="2.2"))
    assert both.outcome is Outcome.PROVED
    assert "all 2 numbers together" in both.evidence.detail
    apart = verdict(one, of_rounded(width, "2.24", width="2.2"))
    assert apart.outcome is Outcome.REFUTED
    assert apart.evidence.residual == "share of the inputs: 0.9 % to 1.1 %"


def test_what_joins_the_inputs_leaves_it_open() -> None:
    """With W = L the box of both is not what the inputs can be: their difference is 0.0 for all of them."""
    difference = of_rounded(length - width, "0.00", length="2.2", width="2.2")
    assert verdict(difference).outcome is Outcome.PROVED
    assert verdict(difference, premises=[(width, length)]).outcome is Outcome.UNDECIDED
