"""By which dimension the two sides of a line differ, from the words of both: what an author has to look for."""

from __future__ import annotations

import re
from fractions import Fraction

_POWER = re.compile(r"([^\W\d_⁰¹²³⁴-⁹]+)(?:([⁻⁰¹²³⁴-⁹]+)|\^\((-?\d+(?:/\d+)?)\))?")
_PLAIN = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def quotient(one: str, other: str) -> str:
    """The first dimension over the second, or the second over the first where that has fewer negative powers; empty if unread.

    >>> quotient("M L² T⁻³", "M T⁻³"), quotient("T⁻¹", "L^(1/2)"), quotient("1", "L"), quotient("M", "?")
    ('L²', 'T L^(1/2)', 'L', '')
    """
    first, second = _read(one), _read(other)
    if first is None or second is None:
        return ""
    powers = {name: first.get(name, Fraction(0)) - second.get(name, Fraction(0)) for name in first | second}
    powers = {name: power for name, power in powers.items() if power}
    turned = sum(power < 0 for power in powers.values()) > len(powers) / 2
    return " ".join(_told(name, -power if turned else power) for name, power in powers.items())


def _read(words: str) -> dict[str, Fraction] | None:
    if words == "1":
        return {}
    found = [_POWER.fullmatch(word) for word in words.split()]
    if not found or None in found:
        return None
    return {each[1]: Fraction(each[3] or (each[2] or "1").translate(_PLAIN)) for each in found if each is not None}


def _told(name: str, power: Fraction) -> str:
    if power == 1:
        return name
    return f"{name}{str(power).translate(_RAISED)}" if power.denominator == 1 else f"{name}^({power})"
