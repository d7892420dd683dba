"""Printed digits: exact values, rounding intervals, and text that is refused."""

import decimal as python_decimal
from fractions import Fraction

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import Rational, sqrt

from verify.errors import ClaimError
from verify.quantities.digits import MAX_CHARACTERS, MAX_EXPONENT, decimal, in_decimal, order_of_magnitude, printed

seeded = settings(derandomize=True, deadline=None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5.29e-11", Rational(529, 10**13)),
        ("5.2917721092e-11", Rational(52917721092, 10**21)),
        ("2.240", Rational(56, 25)),
        ("-0.5", Rational(-1, 2)),
        ("+3", Rational(3)),
        ("1E3", Rational(1000)),
        ("1e+3", Rational(1000)),
        ("0", Rational(0)),
        ("0.1", Rational(1, 10)),
    ],
)
def test_decimal_is_exact(text, value):
    assert decimal(text) == value
    assert isinstance(decimal(text), sympy.Rational)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("2.24", Rational(447, 200), Rational(449, 200)),
        ("2.240", Rational(4479, 2000), Rational(4481, 2000)),
        ("-0.5", Rational(-11, 20), Rational(-9, 20)),
        ("7", Rational(13, 2), Rational(15, 2)),
        ("200", Rational(399, 2), Rational(401, 2)),
        ("2e2", 150, 250),
        ("5.3e-11", Rational(525, 10**13), Rational(535, 10**13)),
        ("0.0", Rational(-1, 20), Rational(1, 20)),
    ],
)
def test_interval_is_half_a_unit_of_the_last_digit(text, low, high):
    assert printed(text).interval == (low, high)


def test_the_interval_is_closed_at_both_ends():
    digits = printed("2.24")
    assert digits.contains(Rational("2.235"))
    assert digits.contains(Rational("2.245"))
    assert not digits.contains(Rational("2.2450000000000001"))
    assert not digits.contains(Rational("2.2349999999999999"))


def test_the_text_keeps_its_zeros():
    assert str(printed("2.240")) == "2.240"
    assert printed("2.240") != printed("2.24")
    assert printed("2.240").value == printed("2.24").value


def test_uncertainty_in_parentheses():
    digits = printed("1.60(2)")
    assert (digits.value, digits.uncertainty, digits.last_digit) == (Rational(8, 5), Rational(1, 50), Rational(1, 100))
    assert printed("9.1093837015(28)e-31").uncertainty == Rational(28, 10**41)
    assert printed("1.60").uncertainty is None


def test_decimal_refuses_to_lose_an_uncertainty():
    with pytest.raises(ClaimError, match=r"'1.60\(2\)' has an uncertainty"):
        decimal("1.60(2)")


MALFORMED = [
    "", " ", "1 234", " 1", "1 ", "1\n", "1,5", "1.", ".5", "1.5.2", "--1", "+-1", "1e", "e5", "1e1.5", "0x10", "1_000",
    "1/3", "nan", "inf", "-inf", "∞", "π", "１", "٣", "−0.5", "1.6()", "1.6(2", "1.6(-2)", "1.6(2)(3)", "1e5(2)",
    "2.24 nA", "2.24j", "5.29×10^-11", "1..2", "~3",
]  # fmt: skip


@pytest.mark.parametrize("text", MALFORMED)
def test_malformed_text_is_refused(text):
    with pytest.raises(ClaimError, match=r"expected digits such as '2\.240'") as error:
        printed(text)
    assert repr(text) in str(error.value)
    with pytest.raises(ClaimError):
        decimal(text)


@pytest.mark.parametrize("number", [2.24, 1e-7, float("nan")])
def test_floats_are_refused(number):
    with pytest.raises(ClaimError, match="is a float, which loses the printed digits"):
        decimal(number)


@pytest.mark.parametrize("thing", [2, None, Rational(1, 2), b"2.24", ["2.24"], python_decimal.Decimal("2.24"), True])
def test_only_text_is_printed(thing):
    with pytest.raises(ClaimError, match="is of type"):
        printed(thing)


def test_size_limits():
    assert decimal(f"1e{MAX_EXPONENT}") == 10**MAX_EXPONENT
    assert decimal("1" * MAX_CHARACTERS) > 0
    for text in (f"1e{MAX_EXPONENT + 1}", f"1e-{MAX_EXPONENT + 1}", "1e" + "9" * 900):
        with pytest.raises(ClaimError, match="exponent is"):
            decimal(text)
    with pytest.raises(ClaimError, match="1001 characters, expected at most 1000"):
        decimal("1" * (MAX_CHARACTERS + 1))


decimals = st.from_regex(r"-?[0-9]{1,12}(\.[0-9]{1,12})?([eE][+-]?[0-9]{1,2})?", fullmatch=True).filter(str.isascii)


@seeded
@given(decimals)
def test_value_agrees_with_the_standard_library(text):
    exact = Fraction(python_decimal.Decimal(text))
    assert decimal(text) == Rational(exact.numerator, exact.denominator)


@seeded
@given(decimals)
def test_interval_is_centred_and_never_empty(text):
    digits = printed(text)
    low, high = digits.interval
    assert low < digits.value < high
    assert low + high == 2 * digits.value
    assert high - low == digits.last_digit
    assert digits.contains(low)
    assert digits.contains(high)
    assert not digits.contains(high + digits.last_digit / 1000)


@seeded
@given(st.decimals(min_value=-1000, max_value=1000, places=6), st.integers(min_value=0, max_value=5))
def test_a_number_lies_in_the_interval_of_its_own_rounding(number, places):
    exact = Rational(Fraction(number).numerator, Fraction(number).denominator)
    for rule in (python_decimal.ROUND_HALF_UP, python_decimal.ROUND_HALF_EVEN, python_decimal.ROUND_HALF_DOWN):
        shown = format(number.quantize(python_decimal.Decimal(1).scaleb(-places), rounding=rule), "f")
        assert printed(shown).contains(exact)


@seeded
@given(decimals, st.integers(min_value=1, max_value=4))
def test_more_digits_never_widen(text, zeros):
    if "." not in text or "e" in text.lower():
        return
    wide, narrow = printed(text).interval, printed(text + "0" * zeros).interval
    assert wide[0] < narrow[0]
    assert narrow[1] < wide[1]


@pytest.mark.parametrize("thing", [0.5, sqrt(2), sympy.oo, sympy.nan, True, None])
def test_contains_wants_an_exact_rational(thing):
    with pytest.raises(ClaimError, match="expected an int or a SymPy Rational"):
        printed("2.24").contains(thing)


# --- order of magnitude ---


def test_order_of_magnitude_is_half_a_decade_each_way():
    assert order_of_magnitude("1e-3") == (sqrt(10) / 10000, sqrt(10) / 1000)
    assert order_of_magnitude(1) == (1 / sqrt(10), sqrt(10))
    assert order_of_magnitude(printed("100")) == (10 * sqrt(10), 100 * sqrt(10))
    assert order_of_magnitude(-1) == (-sqrt(10), -1 / sqrt(10))


def test_three_has_the_order_of_one_and_four_has_not():
    low, high = order_of_magnitude(1)
    assert low < 3 < high
    assert not high > 4


@pytest.mark.parametrize("thing", [0, "0", "0.00", 0.5, sympy.pi, sympy.oo])
def test_order_of_magnitude_refuses(thing):
    with pytest.raises(ClaimError):
        order_of_magnitude(thing)


@seeded
@given(st.fractions(min_value=Fraction(1, 10**6), max_value=10**6))
def test_the_interval_spans_one_decade(number):
    exact = Rational(number.numerator, number.denominator)
    low, high = order_of_magnitude(exact)
    assert high == 10 * low
    assert sympy.expand(low * high) == exact**2


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("4483/2000", "2.2415"),
        ("53650000000000", "5.365e13"),
        ("-897/400", "-2.2425"),
        ("1/20000000000", "5e-11"),
        ("7", "7"),
    ],
)
def test_decimals_are_written_out(number, shown):
    assert in_decimal(sympy.Rational(number)) == shown


def test_what_has_no_finite_decimal_expansion_is_refused():
    with pytest.raises(ClaimError, match="no finite decimal"):
        in_decimal(sympy.Rational(1, 3))
