r"""Units behind a number: 5\,\mathrm{nA/T}, 7 nm, 3 (m), a.u."""

from __future__ import annotations

import re

from verify.latex_names import NameReader
from verify.latex_signs import FRACTIONS

PREFIXES = "|".join(["da", *"yzafpnuµmcdhkMGTPEZY"])
UNITS = (
    "m|g|s|A|K|mol|cd|Hz|N|J|W|Pa|V|C|F|T|G|H|Ω|eV|Wb|Oe|erg|dyn|Mx|bar|L|Å|Ry|a\\.u\\.|rad|sr|°|min|barn|Gauss|Tesla|S"
)
UNIT = rf"(?:(?:{PREFIXES})?(?:{UNITS}))(?:\^?\(?-?[0-9]+\)?)?"
LONGEST_UNIT = 20
"""Tokens."""
UNIT_TEXT = re.compile(rf"(?:1/)?{UNIT}(?:[·/ ]{UNIT})*")


class UnitReader(NameReader):
    """The unit at the end of a side; letters that are all declared are no unit."""

    def find_unit(self, end: int) -> tuple[int, str | None]:
        """Where the unit of the side that ends at `end` begins, and its plain text; (end, None) if it has none."""
        for index in range(max(self.position + 1, end - LONGEST_UNIT), end):
            token = self.tokens[index]
            if not (token.space or token.kind == "word" or token.text in ("(", "{")):
                continue
            text = self._plain(index, end)
            if not UNIT_TEXT.fullmatch(text):
                continue
            after_number = self._is_plain_number(index - 1) or self._is_power_of_ten(index - 1)
            upright = token.kind == "word" and not self.declared(token.text)
            if text == "a.u." or upright:
                return index, text
            if after_number and not self._all_declared(index, end):
                if not self._stand_elsewhere(index, end):
                    if not any(one.kind == "word" for one in self.tokens[index:end]):
                        self.doubt(text, "a unit", "a product of quantities", token.column)
                    return index, text
        return end, None

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
