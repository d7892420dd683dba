"""Printed numbers: what the digits on a page say, exactly.

    decimal("5.29e-11")        the number 529/10^13, nothing else
    printed("2.24").interval   (447/200, 449/200): everything that rounds to 2.24

A printed "2.24" stands for the interval of half a unit of its last digit on both sides.
The interval is *closed at both ends*: authors round a tie up, down or to even, and do not
say which, so 2.235 and 2.245 may both be printed as 2.24.  Closing the interval can only
make a check more lenient by those two points, and keeps it independent of the rounding rule.

Trailing zeros count: 2.240 is ten times narrower than 2.24, and 200 means 200 ± 1/2.  An
author who means one significant digit prints 2e2.  Text is read by a grammar of our own, so
nothing like "1/3", "1_000", "nan" or a Unicode digit slips in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, Inexact, localcontext
from functools import cached_property
from typing import Any

import sympy

from verify.errors import ClaimError

MAX_CHARACTERS = 1000
MAX_EXPONENT = 400

_NUMBER = re.compile(
    r"""(?P<sign>[+-]?)
        (?P<whole>[0-9]+)
        (?:\.(?P<fraction>[0-9]+))?
        (?:\((?P<doubt>[0-9]+)\))?
        (?:[eE](?P<exponent>[+-]?[0-9]+))?""",
    re.VERBOSE,
)
_EXPECTED = "expected digits such as '2.240', '-0.5', '5.29e-11' or '1.60(2)', in quotes"


@dataclass(frozen=True)
class Digits:
    """A number as printed: `str` gives back the text, with every zero.  Made by `printed`.

    `value` is the exact number, `last_digit` the worth of one unit of the last printed
    digit, `uncertainty` the standard uncertainty in parentheses, if the text has one.
    """

    text: str
    value: Any
    last_digit: Any
    uncertainty: Any = None

    def __str__(self) -> str:
        return self.text

    @cached_property
    def interval(self) -> tuple[Any, Any]:
        """The closed interval of everything that rounds to these digits: exact lower and upper end."""
        half = self.last_digit / 2
        return self.value - half, self.value + half

    @cached_property
    def allowed(self) -> tuple[Any, Any]:
        """What the print allows: its uncertainty on either side where one is printed and is wider, else its rounding."""
        if self.uncertainty is None or self.uncertainty <= self.last_digit / 2:
            return self.interval
        return self.value - self.uncertainty, self.value + self.uncertainty

    def contains(self, number: Any) -> bool:
        """Whether an exact rational number lies in `interval`.  Raises ClaimError for anything else."""
        exact = _rational(number)
        low, high = self.interval
        return bool(low <= exact <= high)


def printed(text: str) -> Digits:
    """Reads a number as printed.  Raises ClaimError for floats, malformed and oversized text."""
    match = _match(text)
    fraction = match["fraction"] or ""
    exponent = int(match["exponent"] or 0)
    if abs(exponent) > MAX_EXPONENT:
        raise ClaimError(f"number {text!r}: exponent is {exponent}, expected at most {MAX_EXPONENT} in magnitude")
    last_digit = sympy.Integer(10) ** (exponent - len(fraction))
    sign = -1 if match["sign"] == "-" else 1
    value = sign * sympy.Integer(int(match["whole"] + fraction)) * last_digit
    uncertainty = None if match["doubt"] is None else sympy.Integer(int(match["doubt"])) * last_digit
    return Digits(text, value, last_digit, uncertainty)


def decimal(text: str) -> Any:
    """The exact SymPy rational that a decimal text denotes.

    A text with an uncertainty, "1.60(2)", is refused: as one exact number it would lose it.
    Raises ClaimError for floats, malformed and oversized text.
    """
    digits = printed(text)
    if digits.uncertainty is not None:
        raise ClaimError(
            f"number {text!r} has an uncertainty, expected a plain decimal; as an input of a claim write printed_number({text!r})"
        )
    return digits.value


def in_decimal(number: Any) -> str:
    """A rational number with a finite decimal expansion, written out: 4483/2000 is '2.2415', 53650000000000 '5.365e13'.

    Raises ClaimError for a number that is no finite decimal.
    """
    exact = _rational(number)
    with localcontext() as context:
        context.prec = MAX_CHARACTERS
        context.traps[Inexact] = True
        try:
            quotient = (Decimal(int(exact.p)) / Decimal(int(exact.q))).normalize()
        except Inexact:
            raise ClaimError(f"number {exact} has no finite decimal expansion") from None
    if -6 <= quotient.adjusted() < 7:
        return f"{quotient:f}"
    return str(quotient).replace("E+", "e").replace("E", "e")


def order_of_magnitude(number: Any) -> tuple[Any, Any]:
    """The closed interval within half a decade of a number, as exact expressions in √10.

    For x > 0 it is [x/√10, √10 x]; for x < 0 its mirror image.  Zero has no order of
    magnitude and raises ClaimError, as does anything but a rational number or decimal text.
    """
    exact = decimal(number) if isinstance(number, str) else _rational(number)
    if exact == 0:
        raise ClaimError("order of magnitude of 0 is asked for, expected a number other than zero")
    half_decade = sympy.sqrt(10)
    near, far = exact / half_decade, exact * half_decade
    return (near, far) if exact > 0 else (far, near)


def _match(text: Any) -> re.Match[str]:
    if isinstance(text, float):
        raise ClaimError(f"number {text!r} is a float, which loses the printed digits; {_EXPECTED}")
    if not isinstance(text, str):
        raise ClaimError(f"number {text!r} is of type {type(text).__name__}; {_EXPECTED}")
    if len(text) > MAX_CHARACTERS:
        raise ClaimError(f"number {text[:20]!r}… has {len(text)} characters, expected at most {MAX_CHARACTERS}")
    match = _NUMBER.fullmatch(text)
    if match is None:
        raise ClaimError(f"number {text!r} is malformed; {_EXPECTED}")
    return match


def _rational(number: Any) -> Any:
    if isinstance(number, Digits):
        return number.value
    if isinstance(number, bool) or not isinstance(number, (int, sympy.Rational)):
        raise ClaimError(f"number {number!r} is of type {type(number).__name__}, expected an int or a SymPy Rational")
    return sympy.Integer(number) if isinstance(number, int) else number


def in_digits_of(number: sympy.Rational, pattern: str) -> str | None:
    """The number rounded and written as `pattern` is: with its decimals, or its significant digits and a power of ten."""
    mantissa, _, power = pattern.lower().partition("e")
    places = len(mantissa.partition(".")[2])
    if not power:
        return _fixed(number, places)
    if number == 0:
        return None
    exponent = _decimal_order(number)
    text = _fixed(number / sympy.Integer(10) ** exponent, places)
    if abs(sympy.Rational(text)) == 10:  # 9.996 rounds to 10.00
        exponent += 1
        text = _fixed(number / sympy.Integer(10) ** exponent, places)
    return f"{text}e{exponent}"


def _decimal_order(number: sympy.Rational) -> int:
    """The power of ten of the leading digit."""
    size, order = abs(number), 0
    while size >= 10:
        size, order = size / 10, order + 1
    while size < 1:
        size, order = size * 10, order - 1
    return order


def _fixed(number: sympy.Rational, places: int) -> str:
    """Rounded to so many decimals, halves upwards."""
    scaled = int(sympy.floor(abs(number) * 10**places + sympy.Rational(1, 2)))
    digits = str(scaled).rjust(places + 1, "0")
    body = f"{digits[:-places]}.{digits[-places:]}" if places else digits
    return f"-{body}" if number < 0 and scaled else body
