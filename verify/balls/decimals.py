"""Certified numbers in decimals: only digits that are sure, and bounds rounded to the safe side."""

from __future__ import annotations

from fractions import Fraction

from flint import acb, arb

from verify.balls import precision

DIGITS_SHOWN = 100
"""Two sides that can be told apart only by more digits than these are printed as one and a difference."""


def in_print(lhs: acb, rhs: acb, bits: int) -> tuple[str, str, str, str]:
    """Both sides, their distance and their relative distance, in decimals that can be told apart."""
    with precision(bits + 32):
        distance = (lhs - rhs).abs_lower()
        size = arb(max(lhs.abs_upper(), rhs.abs_upper()))
        relative = (distance / size).lower() if size > 0 else arb(0)
        digits = 15
        if relative > 0:
            lost = (-relative.log() / arb(10).log()).upper()
            if lost > DIGITS_SHOWN:
                beside = f"{printed(rhs)} + ({printed(lhs - rhs, 4)})"
                return beside, printed(rhs), rounded_down(distance), rounded_down(relative)
            digits = max(digits, int(lost.ceil().upper().unique_fmpz() or 0) + 6)
        return printed(lhs, digits), printed(rhs, digits), rounded_down(distance), rounded_down(relative)


def printed(value: acb, digits: int = 15) -> str:
    """A ball's midpoint to as many digits as are certain, at most `digits`."""
    real, imaginary = value.real, value.imag
    if imaginary.contains(0):
        return _printed_real(real, digits)
    sign = "-" if imaginary < 0 else "+"
    shown = _printed_real(abs(imaginary), digits)
    return f"{shown}·i" if real == 0 and sign == "+" else f"{_printed_real(real, digits)} {sign} {shown}·i"


def _printed_real(value: arb, digits: int) -> str:
    if value.is_integer() and value.is_exact() and abs(value) < 10**digits:
        return str(int(value.unique_fmpz()))
    mantissa, e, exponent = str(value.str(digits, radius=False)).partition("e")
    if not mantissa.strip("-0.") and not value.is_zero():
        return f"between {_bound(value.lower())} and {_bound(value.upper())}"  # not one digit is certain
    return (mantissa.rstrip("0").rstrip(".") if "." in mantissa else mantissa) + e + exponent


def _bound(value: arb) -> str:
    return _printed_real(arb(value.mid()), 4) if value != 0 else "0"


def rounded_down(value: arb, digits: int = 4) -> str:
    """A positive exact number in decimal, rounded towards zero to a few digits: still a lower bound."""
    mantissa, exponent = value.lower().man_exp()
    mantissa, exponent = int(mantissa), int(exponent)
    if mantissa <= 0:
        return "0"
    if abs(exponent) > 100_000:
        return str(value.str(digits, radius=False))
    top, bottom = (mantissa << exponent, 1) if exponent >= 0 else (mantissa, 1 << -exponent)
    # The decimal power from the binary one (log10 2 is just above 0.30102), then corrected.
    power = (top.bit_length() - bottom.bit_length()) * 30103 // 100_000 + 2
    while top * 10 ** max(-power, 0) < bottom * 10 ** max(power, 0):
        power -= 1
    shift = digits - 1 - power
    leading = str(top * 10 ** max(shift, 0) // (bottom * 10 ** max(-shift, 0)))
    if len(leading) > digits:
        leading, power = leading[:digits], power + 1
    if -4 <= power < 6:
        plain = int(leading) * Fraction(10) ** (power - digits + 1)
        whole, rest = divmod(int(plain * 10**12), 10**12)
        return f"{whole}.{rest:012d}".rstrip("0").rstrip(".")
    return f"{leading[0]}.{leading[1:]}".rstrip("0").rstrip(".") + f"e{power}"
