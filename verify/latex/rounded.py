r"""Rounded numbers behind an equals sign: \pi = 3.14, \frac13 = 0.333, 1\,\mathrm{eV} = 1.602\times10^{-19}\,\mathrm J.

To whoever prints them these are right, and exactly they are wrong.  A number that stands alone on its side, letters and
a power of ten aside, and to whose digits the other side rounds without being equal to it, is asked about.  What does
not round to it, \pi = 3.2, stays wrong, and \frac12 = 0.5 is exact.  Whole numbers below 100 are no roundings.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import sympy

from verify.balls import sign_at
from verify.errors import GiveUp
from verify.grammar.ambiguities import Ambiguous
from verify.grammar.parser import ParseError, Relation, Token
from verify.grammar.unit_marks import common_unit

BITS = 128
SCALE = re.compile(r"(?:\\cdot|\\times|\*)10\^(?:\{-?[0-9]+\}|[0-9])")


def printed_digits(tokens: Sequence[Token]) -> str:
    """The number of a side that has one number alone, 1.602 of 1.602\\times10^{-19}; empty for any other side."""
    texts = [token.text for token in tokens]
    if texts[:1] in (["-"], ["+"]):
        texts = texts[1:]
    if not texts or not re.fullmatch(r"[0-9]*\.?[0-9]+", texts[0]):
        return ""
    digits, rest = texts[0], "".join(texts[1:])
    scale = SCALE.match(rest)
    rest = rest[scale.end() :] if scale else rest
    bare = re.sub(r"[_^](?:\{[^{}]*\}|.)", "", rest)
    if re.search(r"[-+0-9!]|\\(?:frac|int|sum|prod|sqrt)(?![A-Za-z])", bare):
        return ""
    return digits if "." in digits or scale or len(digits) > 2 else ""


def refuse_rounded(link: Relation) -> None:
    """Raises Ambiguous where one side is the other one, rounded."""
    if link.relation != "=" or link.truncated or link.lhs is None or not (link.lhs_digits or link.rhs_digits):
        return
    try:
        left, right = (
            common_unit(link.lhs_unit or "", link.rhs_unit or "") if link.lhs_unit != link.rhs_unit else (1, 1)
        )
    except ParseError:  # whoever reads the units says it better
        return
    lhs, rhs = left * link.lhs, right * link.rhs
    for digits, side, other in ((link.rhs_digits, rhs, lhs), (link.lhs_digits, lhs, rhs)):
        if digits and side != 0 and _rounds(other / side, digits):
            raise Ambiguous(f"= {digits}", "equality", r"rounding, which is \approx", 1)


def _rounds(ratio: Any, digits: str) -> bool:
    """Whether the printed number times this ratio rounds to its digits, and certainly differs from it."""
    if ratio.free_symbols:
        return False
    number, half = sympy.Rational(digits), sympy.Rational(1, 2 * 10 ** len(digits.partition(".")[2]))
    miss = (ratio - 1) * number
    try:
        differs = sign_at(miss, {}, BITS) in (-1, 1)
        return differs and all(sign_at(half + sign * miss, {}, BITS) in (0, 1) for sign in (-1, 1))
    except GiveUp:
        return False
