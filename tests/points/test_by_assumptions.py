"""What rational numbers are, without SymPy's deductions: the same answers."""

from __future__ import annotations

import sympy
from hypothesis import given
from hypothesis import strategies as st

from verify.points.by_assumptions import CHECKED, OF_RATIONALS, allowed

NUMBERS = st.fractions(max_denominator=40).map(sympy.Rational)
FACTS = st.dictionaries(st.sampled_from(sorted({*OF_RATIONALS, "even", "odd", "prime"})), st.booleans(), max_size=3)


@given(NUMBERS)
def test_each_fact_is_what_sympy_says(number):
    for name, test in OF_RATIONALS.items():
        assert test(number.p, number.q) is getattr(number, f"is_{name}"), name


@given(NUMBERS, FACTS)
def test_a_value_is_allowed_if_no_assumption_is_violated(number, facts):
    try:
        symbol = sympy.Symbol("s", **facts)
    except sympy.core.facts.InconsistentAssumptions:
        return
    asked = {name: value for name, value in symbol.assumptions0.items() if name in CHECKED}
    assert allowed(symbol, number) is all(getattr(number, f"is_{name}") is value for name, value in asked.items())
