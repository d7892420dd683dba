r"""Upper indices: C_n^k, \delta_1^2, T^{12} and Y_l^{-m} look like powers and are none.

`verify.doubts.indices` asks about single raised letters.  Here a superscript is seen together with the letter and the
subscript below it: half the world prints combinations as C_n^k, tensors have mixed indices, and their components two
digits above.  What the line itself shows to be a power is one: of r_2^2 beside r_2, and of x^{12} beside
x^9, nobody takes the raised number for an index.  Letters that are declared whole, C_n and not only n, are what they are
declared to be.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from verify.doubts.indices import SUMMED
from verify.doubts.printed import Printed, PrintedReader

COUNTING = {*"CPAV"}
"""With two numbers they count combinations, permutations and variations."""
COUNTS = {*"nmklNM"}
HARMONICS = {*"YPDLTC"}
"""Functions and tensors whose upper index may be negative."""
TENSORS = {*"gFTG", r"\delta", r"\epsilon", r"\varepsilon", r"\eta", r"\Gamma"}
"""A raised pair of digits on one of these is a pair of indices as a rule."""
INDEX = SUMMED | COUNTS
MARK = re.compile(r"\\[A-Za-z]+|[A-Za-z]|[0-9]+")
PAIR = re.compile(r"[0-4]{2,4}")


@dataclass(frozen=True)
class Raised:
    """A letter with what stands below and above it; both are empty where nothing does."""

    letter: str
    below: str
    above: str
    column: int

    @property
    def lower(self) -> list[str]:
        return MARK.findall(self.below)

    @property
    def upper(self) -> list[str]:
        return MARK.findall(self.above)

    @property
    def are_numbers(self) -> bool:
        return self.below.isdigit() and self.above.isdigit()


class UpperReader(PrintedReader):
    """Looks at superscripts together with what is below them; refuses under `strict` alone."""

    def doubt_upper(self) -> None:
        """Goes through the names of the line; raises Ambiguous."""
        names = [self._raised(name) for name in self.printed_names] if "^" in self.signs else []
        for one in names:
            if not one.above:
                continue
            others = [other for other in names if other.letter == one.letter]
            shown = one.letter + (f"_{{{one.below}}}" if one.below else "") + f"^{{{one.above}}}"
            if _counts(one, others):
                self.doubt(shown, "a power", "a number of combinations or a mixed index", one.column)
            if _is_mixed(one) or _is_pair(one, others) or _is_diagonal(one, others):
                self.doubt(shown, "a power", "a component", one.column)

    def _raised(self, name: Printed) -> Raised:
        """{C_n}^k prints as C_n^k does."""
        end = name.end
        while self.text(end) == "}" and self._opening(end) == name.start - 1:
            end += 1
        raised = self.inside(end + 1) if self.text(end) == "^" else []
        above = "".join(token.text for token in raised)
        return Raised(name.letter, name.subscript, above, self.tokens[name.start].column)


def _counts(one: Raised, others: list[Raised]) -> bool:
    """C_5^2, C_n^2, C_5^k: not P_1^2 + P_2^2, where the larger number stands above, nor C_2^2 beside C_2."""
    if one.letter not in COUNTING or not one.below:
        return False
    if one.are_numbers:
        shows_power = any(not other.above or (other.are_numbers and _more_above(other)) for other in others)
        return not _more_above(one) and int(one.above[:9]) > 1 and not shows_power
    counted = bool(set(one.lower) & COUNTS) or one.below.isdigit()
    return counted and (one.above.isdigit() or bool(set(one.upper) & COUNTS))


def _more_above(one: Raised) -> bool:
    return int(one.above[:9]) > int(one.below[:9])


def _is_mixed(one: Raised) -> bool:
    r"""A_i^j, \delta_1^2, \Gamma_{12}^3, R_{12}^{34}, Y_l^{-m}: an index below and one above."""
    if not one.below:
        return False
    below, above = set(one.lower), set(one.upper)
    letters = below <= INDEX and above <= INDEX and all(mark.isdigit() or mark in INDEX for mark in one.lower)
    plain = re.fullmatch(r"(?:\\[A-Za-z]+|[A-Za-z])+", one.above) is not None
    if letters and plain:
        return True
    if one.letter == r"\delta" and not one.below.startswith("0") and (one.below.isdigit() or below <= INDEX):
        return True
    if one.letter == r"\Gamma" and len(one.below.replace("\\", "")) > 1 and (one.below.isdigit() or below <= INDEX):
        return True
    if PAIR.fullmatch(one.below) and PAIR.fullmatch(one.above):
        return True
    harmonic = one.letter in HARMONICS and one.above.startswith("-") and len(one.lower) == 1
    spherical = one.letter == "Y" and len(one.lower) == 1 and one.below != "0"
    return (harmonic and (below <= INDEX or one.below.isdigit())) or spherical


def _is_pair(one: Raised, others: list[Raised]) -> bool:
    """T^{12}; of any letter T^{12} beside T^{21} or T^{22}, unless it stands bare or with another power, too."""
    if one.below or not PAIR.fullmatch(one.above):
        return False
    if one.letter in TENSORS:
        return True
    pairs = {other.above for other in others}
    return len(pairs) > 1 and all(PAIR.fullmatch(above) for above in pairs) and not any(o.below for o in others)


def _is_diagonal(one: Raised, others: list[Raised]) -> bool:
    """T_2^2 beside T_3^3, and the letter in no other way."""
    numbers = {other.below for other in others}
    return len(numbers) > 1 and all(other.are_numbers and other.below == other.above for other in others)
