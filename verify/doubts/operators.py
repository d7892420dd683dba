r"""Letters whose order may matter: xp - px, S^{-1}AS, e^{A}Be^{-A}, ABA, T_aT_b = T_bT_a, (AB)^2 = A^2B^2.

Of numbers nobody prints these: whoever has numbers writes A for S^{-1}AS, and A^2B for ABA.  A product that
names a letter twice, with another one between, and an equation that holds because letters change
places, speak of operators or matrices as often as of numbers.  A letter that is declared is the number that
it is declared to be, and a number changes places with anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, pairwise

from verify.doubts.upper_indices import UpperReader
from verify.grammar.glyphs import BRACKETS

SPINS = {"L", "S", "J", "s", r"\tau"}
NUMBERS = {"d", "i", r"\pi", r"\partial"}
LADDERS = {*"abcfs"}
"""Small letters that with subscripts are operators as often as not."""
WAVES = {r"\psi", r"\Psi"}
LONE_OPERATOR = re.compile(r"-?(?:i|t|it)?(?:[A-Z]|\\math[a-z]+\{?[A-Z]\}?)")
BRACKET = "(…)"


@dataclass(frozen=True)
class Factor:
    """A name or a bracket in a product, what is raised on it, and where it begins and ends."""

    text: str
    raised: str
    start: int
    end: int


class OperatorReader(UpperReader):
    """Looks at the order of the factors; refuses under `strict` alone."""

    def doubt_order(self) -> None:
        """Goes through the products of the line; raises Ambiguous."""
        self._doubt_commutators()
        for run in self._runs:
            self._doubt_sandwich(run)
            self._doubt_exponentials(run)
        self._doubt_powers_of_products()
        self._doubt_bars_around_operators()

    def _doubt_order_of(self, shown: str, start: int) -> None:
        self.doubt(shown, "numbers", "operators whose order matters", self.tokens[start].column)

    # Products

    @cached_property
    def _runs(self) -> list[list[Factor]]:
        """The products of names and brackets side by side, powers and dots aside."""
        names = [name for name in self.printed_names if name.text not in NUMBERS]
        starts = {name.start: name for name in names if not self._is_mark(name.start - 1)}
        runs: list[list[Factor]] = []
        seen: set[int] = set()
        for begin in sorted({*starts, *(k for k, token in enumerate(self.tokens) if token.text in ("(", "["))}):
            run: list[Factor] = []
            place = begin
            while place not in seen and (place in starts or self.text(place) in ("(", "[")):
                seen.add(place)
                end = starts[place].end if place in starts else self.closing(place) + 1
                run.append(self._factor(starts[place].text if place in starts else BRACKET, place, end))
                place = run[-1].end + (self.text(run[-1].end) in (r"\cdot", "*"))
            runs += [run] if run else []
        return runs

    def _is_mark(self, index: int) -> bool:
        r"""Whether the name behind is no factor: that of \partial_x, \sum^n and dx."""
        return index >= 0 and (self.text(index) in ("_", "^") or self.is_d(index))

    def _factor(self, text: str, start: int, end: int) -> Factor:
        raised = ""
        while self.text(end) == "^":
            raised += "".join(token.text for token in self.inside(end + 1))
            end = self._after_script(end)
        return Factor(text, raised, start, end)

    # What is asked

    def _doubt_commutators(self) -> None:
        r"""xp - px, xp = px + i\hbar and AB = BA: numbers, or operators that do not commute?"""
        hbar = any(token.text in (r"\hbar", r"\hslash") for token in self.tokens)
        for (one, _, end), (other, second, _) in combinations(self._neighbours(), 2):
            if one != other[::-1] or one[0] == one[1]:
                continue
            between = {token.text for token in self.tokens[end:second]}
            if hbar or _do_not_commute(*one) or between & {"-", r"\ne", r"\neq"}:
                self._doubt_order_of(f"{''.join(one)} beside {''.join(other)}", second)

    def _neighbours(self) -> Iterator[tuple[tuple[str, str], int, int]]:
        """Undeclared names that are factors side by side, with the places where they begin and end."""
        for run in self._runs:
            for left, right in pairwise(run):
                if BRACKET not in (left.text, right.text):
                    yield (left.text, right.text), left.start, right.end

    def _doubt_sandwich(self, run: list[Factor]) -> None:
        """S^{-1}AS, ABA and e^{A}Be^{-A}: a letter on both sides of another one, an exponential beside its inverse."""
        for left, right in combinations(range(len(run)), 2):
            one, other = run[left], run[right]
            between = {factor.text for factor in run[left + 1 : right]} - {one.text}
            inverse = one.text != "e" or one.raised in (f"-{other.raised}", other.raised.removeprefix("-"))
            if one.text == other.text != BRACKET and between and inverse:
                shown = "".join(token.text for token in self.tokens[one.start : other.end])
                self._doubt_order_of(shown, one.start)

    def _doubt_exponentials(self, run: list[Factor]) -> None:
        """e^Ae^B is e^{A+B} for numbers."""
        for one, other in pairwise(run):
            if not (one.text == other.text == "e" and LONE_OPERATOR.fullmatch(one.raised)):
                continue
            if LONE_OPERATOR.fullmatch(other.raised) and one.raised.lstrip("-") != other.raised.lstrip("-"):
                self._doubt_order_of(f"e^{one.raised}e^{other.raised}", one.start)

    def _doubt_powers_of_products(self) -> None:
        """(AB)^2 beside A^2B^2."""
        factors = [factor for run in self._runs for factor in run]
        powers = {factor.raised for factor in factors if factor.text == BRACKET and self._holds_capitals(factor)}
        for one, other in (pair for run in self._runs for pair in pairwise(run)):
            if one.raised == other.raised in powers - {""} and _is_capital(one.text) and _is_capital(other.text):
                self._doubt_order_of(f"(…)^{one.raised} beside {one.text}^…{other.text}^…", one.start)

    def _holds_capitals(self, bracket: Factor) -> bool:
        inner = next((run for run in self._runs if run[0].start == bracket.start + 1), [])
        return len(inner) > 1 and all(_is_capital(factor.text) for factor in inner)

    def _doubt_bars_around_operators(self) -> None:
        r"""|2A| = 2|A| of a number, but not of a determinant; |\psi|^2 = \psi^2 of a real \psi."""
        for index in range(len(self.tokens) - 1) if self.signs & {"|", r"\right|"} else ():
            opening = self.text(index) in ("|", r"\left|") and self.text(index - 1) not in BRACKETS
            inside = [self.text(k) for k in range(index + 1, min(index + 4, len(self.tokens)))]
            lone = len(inside) > 1 and inside[1] in ("|", r"\right|") and inside[0] in WAVES
            if lone and any(name.text == inside[0] and name.start != index + 1 for name in self.printed_names):
                self.doubt(
                    f"|{inside[0]}|", "the size of a real quantity", "of a complex one", self.tokens[index].column
                )
            scaled = len(inside) > 2 and (inside[0] == "-" or inside[0].isdigit()) and inside[2] in ("|", r"\right|")
            if opening and scaled and _is_capital(inside[1]) and self._end_of_declared(index + 2) is None:
                self.doubt(f"|{inside[0]}{inside[1]}|", "an absolute value", "a determinant", self.tokens[index].column)


def _is_capital(name: str) -> bool:
    r"""A, A_1 and \mathcal{A}, but not \Phi, which is a flux or an angle before it is an operator."""
    return re.sub(r"\\math[a-z]+\{|[{}]", "", name.partition("_{")[0])[:1].isupper()


def _do_not_commute(one: str, other: str) -> bool:
    """Whether the letters are those of a place and a momentum, two capitals, or one with two subscripts, as spins have."""
    letters = [name.partition("_")[0] for name in (one, other)]
    if letters[0] != letters[1]:
        return (
            set(letters) in ({"x", "p"}, {"q", "p"}) or "D" in (one, other) or (_is_capital(one) and _is_capital(other))
        )
    numbered = re.search("[0-9]", one + other) is not None  # M_1M_2 and R_1R_2 are masses and resistances
    may_act = letters[0] in LADDERS or _is_capital(one)
    return letters[0] in SPINS or letters[0].startswith("\\") or (may_act and not numbered)
