r"""One quantity printed in two ways: \varepsilon_0 and \epsilon_0, \mathbf E and \vec E, v_\parallel and v_{||}.

Within one line two such names are one quantity that was typed twice, or two that the author tells apart: both
happen, and what is read as two differs where the page does not.
"""

from __future__ import annotations

import re
from functools import lru_cache

SAME_LETTER = {
    r"\hslash": r"\hbar", r"\varphi": r"\phi", r"\varepsilon": r"\epsilon", r"\vartheta": r"\theta", r"\varrho": r"\rho",
    r"\varkappa": r"\kappa", r"\varsigma": r"\sigma", r"\varpi": r"\pi", r"\ell": "l",
}  # fmt: skip
"""Two ways to print one letter."""
SAME_STYLE = {r"\mathbf": r"\vec", r"\boldsymbol": r"\vec", r"\underline": r"\vec", r"\mathscr": r"\mathcal"}
SAME_MARK = {r"\parallel": "||", r"\|": "||", r"\Vert": "||", r"\bot": r"\perp", r"\ast": "*", r"\star": "*"}
ALL = SAME_LETTER | SAME_STYLE | SAME_MARK
COMMAND = re.compile(r"\\(?:[A-Za-z]+|\|)")
ACCENT = re.compile(r"(\\[A-Za-z]+)\{(.*)\}")


@lru_cache(maxsize=10_000)
def spelling(name: str) -> str:
    r"""One text for all names, in their normal form, that may be one quantity: \dot{\vec{r}} and \boldsymbol{\dot{r}}."""
    plain = COMMAND.sub(lambda match: ALL.get(match.group(), match.group()), name)
    letter, mark, subscript = plain.partition("_{")
    primes = "'" * letter.count("'")
    letter, accents = letter.replace("'", ""), []
    while match := ACCENT.fullmatch(letter):
        accents.append(match.group(1))
        letter = match.group(2)
    return "".join(sorted(accents)) + letter + primes + mark + subscript
