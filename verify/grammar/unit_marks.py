r"""Units behind a number: 5\,\mathrm{nA/T}, 7 nm, 3 (m), a.u.; and what they are worth."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import reduce
from operator import mul
from typing import Any

import sympy

from verify.grammar.ambiguities import Ambiguous
from verify.grammar.glyphs import BRACKETS, CLOSING, FRACTIONS
from verify.grammar.names import NameReader
from verify.grammar.parser import ParseError
from verify.quantities import units as known_units
from verify.quantities.dimension import UnitSystem
from verify.quantities.units import Prefix, Unit, pure_number

PREFIXES = "|".join(["da", *"yzafpnuµmcdhkMGTPEZY"])
UNITS = (
    "m|g|s|A|K|mol|cd|Hz|N|J|W|Pa|V|C|F|T|G|H|Ω|eV|Wb|Oe|erg|dyn|Mx|bar|L|Å|Ry|a\\.u\\.|rad|sr|°|min|barn|Gauss|Tesla|S"
)
UNIT = rf"(?:(?:{PREFIXES})?(?:{UNITS}))(?:\^?\(?-?[0-9]+\)?)?"
UPRIGHT_UNIT = rf"(?:{UNIT}|(?:h|d|t|b)(?:\^?\(?-?[0-9]+\)?)?)"
"""Hour, day, tonne and barn are units in upright type alone."""
LONGEST_UNIT = 20
"""Tokens."""
BEGINS_UNIT = {"(", "{", r"\mu", r"\Omega", r"\circ", "1"}
"""With what a unit begins that is neither a letter nor a word."""
UNIT_TEXT = re.compile(rf"(?:1/)?{UNIT}(?:[·/ ]{UNIT})*")
UPRIGHT_TEXT = re.compile(rf"(?:1/)?{UPRIGHT_UNIT}(?:[·/ ]{UPRIGHT_UNIT})*")

SI = UnitSystem.SI
NAMED: dict[str, Unit] = {
    **{
        unit.symbol: unit
        for unit in vars(known_units).values()
        if isinstance(unit, Unit) and len(unit.powers) == 1 and unit.powers[0][1] == 1
    },
    "Gauss": known_units.gauss,
    "Tesla": known_units.tesla,
    "barn": known_units.barn,
}
PREFIXED: dict[str, Prefix] = {
    **{prefix.letter: prefix for prefix in vars(known_units).values() if isinstance(prefix, Prefix)},
    "µ": known_units.micro,
    "μ": known_units.micro,
}
WITHOUT_PREFIX = {"kg", "min", "h", "d", "a", "%", "cm", "t", "b"}
COUNTING = {"rad", "sr", "mol", "%", "°"}
"""Units of pure numbers, which a unit of something else must not swallow: a hertz is no radian per second."""


def unit_of(text: str) -> Unit:
    """The unit that a printed text such as "nA/T" or "kg m^-1" denotes.

    One slash divides by the single unit behind it: J/kg K may mean two things and is refused.
    Raises ParseError for an unknown unit, and for one that a prefix and a unit make in two ways.
    """
    above, slash, below = text.partition("/")
    if slash and ("/" in below or re.search("[· ]", below)):
        raise ParseError(f"the unit {text} may mean two things: all behind the slash is below, or only the next unit")
    factors = [_single(one) for one in re.split("[· ]", above) if one not in ("", "1")]
    whole = reduce(mul, factors, pure_number)
    return whole / _single(below) if slash else whole


def _single(text: str) -> Unit:
    """One unit with its prefix and power: km^2 is (km)^2."""
    match = re.fullmatch(r"([^0-9^(-]+)(?:\^?\(?(-?[0-9]{1,2})\)?)?", text)
    if match is None:
        raise ParseError(f"the unit {text} is not known")
    name, power = match.groups()
    found = [NAMED[name]] if name in NAMED else []
    found += [
        prefix * NAMED[name.removeprefix(letter)]
        for letter, prefix in PREFIXED.items()
        if name.startswith(letter) and name.removeprefix(letter) in NAMED.keys() - WITHOUT_PREFIX
    ]
    if name in NAMED and name != "m":
        found = found[:1]
    if len({(unit.factor, unit.dimension) for unit in found}) != 1:
        raise ParseError(f"the unit {name} is {'not known' if not found else 'written in two ways'}")
    return found[0] ** int(power or 1)


def common_unit(one: str, other: str) -> tuple[Any, Any]:
    """The exact factors that bring quantities in two printed units to one unit.

    Raises ParseError if the units measure different things, or things that only the same
    dimension makes alike (Hz and rad/s), or if a Gaussian unit meets another one: their ratio
    is a convention.
    """
    if one == other:
        return sympy.S.One, sympy.S.One
    left, right = unit_of(one), unit_of(other)
    if left.dimension != right.dimension and left.dimension.vector(SI) == right.dimension.vector(SI):
        raise ParseError(f"{one} and {other} measure one quantity in SI, but not in Gaussian units")
    if left.dimension != right.dimension or _counted(left) != _counted(right):
        raise ParseError(f"{one} and {other} are units of different quantities", expected="units of one quantity")
    if left.conventional or right.conventional:
        raise ParseError(f"how many {other} are one {one} is a convention", expected="the same unit on both sides")
    return tuple(sympy.Rational(unit.factor) for unit in (left, right))


def _counted(unit: Unit) -> dict[str, Fraction]:
    """The powers of radian, mole and the like, whatever their prefix."""
    found = {one: sum(power for name, power in unit.powers if name.endswith(one)) for one in COUNTING}
    return {one: Fraction(power) for one, power in found.items() if power}


class UnitReader(NameReader):
    """The unit at the end of a side; letters that are all declared are no unit."""

    def find_unit(self, end: int) -> tuple[int, str | None]:
        """Where the unit of the side that ends at `end` begins, and its plain text; (end, None) if it has none."""
        for index in range(max(self.position + 1, end - LONGEST_UNIT), end):
            token = self.tokens[index]
            if not (token.space or token.kind == "word" or token.text in ("(", "{")):
                continue
            if token.kind not in ("letter", "word") and token.text not in BEGINS_UNIT:
                continue
            if not self._is_balanced(index, end):
                continue
            text = self._plain(index, end)
            if not (UPRIGHT_TEXT if token.kind == "word" else UNIT_TEXT).fullmatch(text):
                continue
            after_number = self._is_plain_number(index - 1) or self._is_power_of_ten(index - 1)
            upright = token.kind == "word" and not self.declared(token.text)
            micro = token.text == r"\mu" and all(one.kind == "word" for one in self.tokens[index + 1 : end])
            if text == "a.u." or upright or (micro and after_number and index + 1 < end):
                return index, text
            slanted = not any(one.kind == "word" for one in self.tokens[index:end])
            if after_number and not self._all_declared(index, end) and not self._stand_elsewhere(index, end):
                if slanted and self.strict and len(text) == 1 and not token.space.strip():
                    continue  # "2 m" is printed like 2m, a product
                if slanted:
                    self.doubt(text, "a unit", "a product of quantities", token.column)
                return index, text
        return end, None

    def doubt_unit(self, unit: str, start: int) -> None:
        """2 + 3 m: does the unit behind a sum belong to all of it?  1/2 m: is it above or below?"""
        top = list(self._at_top(self.position, start))[1:]
        column = self.tokens[start].column
        if {"+", "-"} & set(top):
            raise Ambiguous(unit, "the unit of the last term", "the unit of the sum", column)
        if "/" in top:
            self.doubt(unit, "a unit behind the quotient", "a unit below the slash", column)

    def _is_balanced(self, start: int, end: int) -> bool:
        """Whether all brackets that are opened between the places are closed there: in \\frac{p^2}{2 m} none is."""
        depth = 0
        for index in range(start, end):
            text = self.text(index)
            depth += (text in BRACKETS) - (text in CLOSING)
            if depth < 0:
                return False
        return depth == 0

    def _stand_elsewhere(self, start: int, end: int) -> bool:
        """Whether, in a strict reading, the slanted letters stand elsewhere in the source: then they are quantities."""
        letters = {t.text for t in self.tokens[start:end] if t.kind == "letter" or t.text in (r"\mu", r"\Omega")}
        others = {t.text for t in [*self.tokens[:start], *self.tokens[end:]]}
        return self.strict and bool(letters) and letters <= others and self.free

    def _plain(self, start: int, end: int) -> str:
        """Tokens as a unit would be typed: no brackets around it, µ, Ω, · and plain exponents."""
        stand_in = {r"\mu": "µ", r"\Omega": "Ω", r"\cdot": "·", "{": "", "}": "", r"\%": "%", r"\circ": "°"}
        pieces = []
        for index in range(start, end):
            token = self.tokens[index]
            gap = " " if token.space and index > start and self.tokens[index - 1].text != r"\mu" else ""
            pieces.append(gap + stand_in.get(token.text, token.text))
        text = re.sub("[{}]", "", "".join(pieces)).replace("µ ", "µ")
        return text[1:-1].strip() if text.startswith("(") and text.endswith(")") else text.strip()

    def _is_plain_number(self, index: int) -> bool:
        """Whether a number stands at `index` that is no exponent, index or argument of a command."""
        before = self.tokens[index - 1] if index else self.end
        taken = before.kind == "number" or before.text in FRACTIONS | {"^", "_", "}", r"\sqrt", r"\binom"}
        return self.tokens[index].kind == "number" and not taken

    def _is_power_of_ten(self, index: int) -> bool:
        """Whether 10^n or 10^{n} ends at `index`."""
        opening = index
        if self.tokens[index].text == "}":
            while opening > 0 and self.tokens[opening].text != "{":
                opening -= 1
        return opening >= 2 and self.tokens[opening - 1].text == "^" and self.tokens[opening - 2].text == "10"

    def _all_declared(self, start: int, end: int) -> bool:
        letters = [t for t in self.tokens[start:end] if t.kind == "letter" or t.text in (r"\mu", r"\Omega")]
        return bool(letters) and all(self.declared(token.text) for token in letters)
