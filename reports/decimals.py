r"""Numbers as a page prints them: found by their value, put right in the style of the page.

`5.37E+13`, `1.52 \cdot 10^4` and `100` are read as exact decimals; nothing here is a float.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

_NUMBER = re.compile(
    r"(?P<mantissa>\d+(?:\.\d+)?)"
    r"(?:(?P<letter>[eE])(?P<power>[+-]?\d{1,3})(?!\w)"
    r"|(?P<times>\s*(?:\\cdot|\\times|·|×)\s*)10(?:\^\{?(?P<above>[-−]?\d{1,3})\}?|(?P<raised>[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})))?"
)
_LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺−", "0123456789-+-")
_IN_LETTERS = re.compile(r"(?<![\w.^_])(\d+\.\d+)E([+-]\d{2})(?![\w.])")
MOST_ZEROS = 3
"""With more of them at its end a number is computed, not printed."""
MOST_DIGITS = 40
LARGEST_PLAIN = 6
"""Powers of ten up to this one are written out."""


@dataclass(frozen=True)
class Printed:
    """A number of the page: where it stands, its value, and how it is written."""

    start: int
    end: int
    value: Decimal
    text: str


def powers_of_ten(latex: str) -> str:
    r"""Computers' decimals as a page sets them.

    >>> powers_of_ten("d = 5.37E+13")
    'd = 5.37 \\cdot 10^{13}'
    """
    return _IN_LETTERS.sub(lambda found: rf"{found[1]} \cdot 10^{{{int(found[2])}}}", latex)


def numbers(text: str) -> list[Printed]:
    """The numbers of a printed line, in order."""
    return [
        Printed(found.start(), found.end(), number, found[0])
        for found in _NUMBER.finditer(text)
        if (number := decimal(found)) is not None
    ]


def decimal(found: re.Match[str]) -> Decimal | None:
    power = (found["power"] or found["above"] or found["raised"] or "0").translate(_LOWERED)
    if len(found["mantissa"]) > MOST_DIGITS:
        return None
    try:
        return Decimal(found["mantissa"]).scaleb(int(power))
    except (InvalidOperation, ValueError):
        return None


def value_of(text: str) -> Decimal | None:
    """The exact value of a decimal in any of the styles, with its sign; None for anything else.

    >>> value_of("1.52e4") == value_of(r"1.52 \\cdot 10^4") == 15200
    True
    """
    bare = text.strip()
    sign = -1 if bare[:1] in ("-", "−") else 1
    found = _NUMBER.fullmatch(bare.lstrip("-−"))
    number = None if found is None else decimal(found)
    return None if number is None else sign * number


def find(text: str, number: Decimal) -> Printed | None:
    """The number of a printed line that has this value, if there is exactly one."""
    alike = [each for each in numbers(text) if each.value == abs(number)]
    return alike[0] if len(alike) == 1 else None


def prints(text: str, number: str) -> bool:
    """Whether a line prints a number of this value."""
    wanted = value_of(number)
    return wanted is not None and any(each.value == abs(wanted) for each in numbers(text))


def in_the_style_of(old: str, new: str) -> str:
    r"""The decimal `new` as the page writes `old`.

    >>> in_the_style_of("5.37E+13", "3.58e9"), in_the_style_of(r"1.52 \cdot 10^4", "1.02e4"), in_the_style_of("100", "12")
    ('3.58E+09', '1.02 \\cdot 10^{4}', '12')
    """
    digits, _, power = new.partition("e")
    style = _NUMBER.fullmatch(old)
    if style is not None and style["letter"] and power:
        return f"{digits}{style['letter']}{int(power):+03d}"
    if not power:
        return digits
    if abs(int(power)) <= LARGEST_PLAIN and style is not None and not style["times"]:
        return f"{Decimal(new):f}"
    times = style["times"].strip() if style is not None and style["times"] else r"\cdot"
    return rf"{digits} {times} 10^{{{int(power)}}}"


def short(text: str, digits: int = 4) -> str:
    """A long decimal to four digits, without its trailing noise; anything else as it is.

    >>> short("0.0253302959105844"), short("12.3516091402"), short("1/2"), short("155550193050.")
    ('0.02533', '12.35', '1/2', '1.556e11')
    >>> short("1.00000000000"), short("2.2400")
    ('1', '2.2400')
    """
    found = re.fullmatch(r"([-−]?)(\d+)\.(\d*)(…?)", text.strip())
    if found is None or len(found[2] + found[3]) > MOST_DIGITS:
        return text
    told = (found[2] + found[3]).lstrip("0")
    if len(told.rstrip("0")) <= digits and len(told) <= digits + MOST_ZEROS:
        return text
    number = Decimal(f"{found[2]}.{found[3] or '0'}")
    if number == 0:
        return text
    rounded = Decimal(f"{number:.{digits - 1}e}")
    size = rounded.adjusted()
    if -LARGEST_PLAIN < size < LARGEST_PLAIN:
        shown = f"{rounded:f}"
        shown = shown.rstrip("0").rstrip(".") if "." in shown else shown
    else:
        shown = f"{rounded:e}".replace("E", "e").replace("e+", "e")
    return found[1] + shown
