r"""Letters whose order may matter: xp - px, S^{-1}AS, e^{A}Be^{-A}, ABA, T_aT_b = T_bT_a.

Of numbers nobody prints these: whoever has numbers writes S^{-1}AS as A, and A^2B for ABA.  A product that
names a letter twice, with another one between, and an equation that holds because letters change
places, speak of operators or matrices as often as of numbers.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from verify.latex_printed import Printed
from verify.latex_upper import UpperReader

SPINS = {"L", "S", "J", "s", r"\tau"}


class OperatorReader(UpperReader):
    """Looks at the order of the factors; refuses under `strict` alone."""

    def doubt_order(self) -> None:
        """Goes through the products of the line; raises Ambiguous."""
        self._doubt_commutators()

    def _doubt_commutators(self) -> None:
        r"""xp - px and xp = px + i\hbar: numbers, or operators that do not commute?"""
        pairs = list(self._neighbours())
        hbar = any(token.text in (r"\hbar", r"\hslash") for token in self.tokens)
        for (one, first), (other, second) in combinations(pairs, 2):
            between = {token.text for token in self.tokens[first.end : second.start]}
            if (
                one == other[::-1]
                and one[0] != one[1]
                and (hbar or _do_not_commute(*one) or between & {"-", r"\ne", r"\neq"})
            ):
                shown, column = "".join(one), self.tokens[second.start].column
                self.doubt(f"{shown} beside {''.join(other)}", "numbers", "operators whose order matters", column)

    def _neighbours(self) -> Iterator[tuple[tuple[str, str], Printed]]:
        """Undeclared names that are factors side by side, powers and dots aside."""
        for left, right in zip(self.printed_names, self.printed_names[1:], strict=False):
            end = left.end
            while self.text(end) == "^":
                end = self.closing(end + 1) + 1 if self.text(end + 1) == "{" else end + 2
            end += self.text(end) in (r"\cdot", "*")
            if end == right.start:
                yield (left.text, right.text), Printed(left.text + right.text, left.start, right.end)


def _do_not_commute(one: str, other: str) -> bool:
    """Whether the letters are those of a place and a momentum, or of two components of a spin."""
    letters = [name.partition("_")[0] for name in (one, other)]
    return set(letters) in ({"x", "p"}, {"q", "p"}) or (letters[0] == letters[1] and letters[0] in SPINS)
