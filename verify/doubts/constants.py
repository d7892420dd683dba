r"""Letters under a derivative or an integral: constants, or functions of its variable?

Nobody prints the integral of a constant, \int_0^S T\,dS, but for letters that are constants as a rule, \int_0^h mg\,dz.  Of
an integrand or a derivative with its variable in it, \frac{d}{dk}(\omega k), those letters are asked about that
depend on the variable as a rule: places and fields on the time, fields on the place, a pressure on the volume.
"""

from __future__ import annotations

import re
from typing import Any

import sympy

FIELDS = {*"BDEFHJPQTVuvf", r"\phi", r"\varphi", r"\psi", r"\Phi", r"\Psi", r"\rho"}
TIMES, PLACES = {"t", r"\tau"}, {"r", "x", "y", "z", "R", "s"}
ANGLES = {r"\phi", r"\varphi", r"\theta", r"\vartheta"}
MOVING = {*"xyzrqpvuaI", r"\theta", r"\vartheta", r"\vec{r}", r"\vec{v}", r"\mathbf{r}", r"\mathbf{v}"}
"""Letters that under a derivative by the time are taken for functions of it."""
TOGETHER: dict[str, set[str]] = {
    "V": {"p", "P"}, "p": {"V"}, "P": {"V"}, "S": {"T"}, "T": {"S"}, "N": {r"\mu"}, r"\mu": {"N"},
    "q": {"V", "U"}, "Q": {"V", "U"}, "U": {"I", "Q"}, "I": {"U", "V"}, "H": {"B", "M"}, "B": {"H", "M"}, "E": {"D"},
    "k": {r"\omega", "E", r"\epsilon", r"\varepsilon", r"\nu"}, r"\omega": {"k", "n", r"\epsilon", r"\varepsilon"},
    r"\nu": {"k", "n", r"\lambda"}, r"\lambda": {"n", r"\nu", r"\omega", "f", "k"}, "f": {r"\lambda"},
}  # fmt: skip
"""What varies with a variable as a rule: in a change of state, in a circuit, along a dispersion."""
CONSTANT = {
    *"abcdeghikmnqrABCGKLMNR", r"\pi", r"\hbar", r"\hslash", r"\alpha", r"\beta", r"\gamma", r"\delta", r"\epsilon",
    r"\varepsilon", r"\kappa", r"\mu", r"\nu", r"\omega", r"\Omega", r"\Gamma", r"\ell",
}  # fmt: skip
"""Letters that are constants as a rule, if nothing else is known."""
VARYING = {"T": {"C", "R"}, "V": {"n"}, "A": {"B"}, "S": {"B"}}
"""Letters of these that are none in an integral over some variable."""
LETTER = re.compile(r"\\?[A-Za-z]+")


def usually_changing(over: set[str], what: str) -> set[str]:
    """Letters that depend on the variable as a rule: a place on the time, a field on the place, y on x."""
    found = set().union(*(TOGETHER.get(name, set()) for name in over))
    if over & TIMES:
        return found | (FIELDS | MOVING) - {r"\phi", r"\varphi"}  # phases, as a rule
    if over & PLACES:
        return found | (FIELDS - {"Q"}) | ({"y"} if over == {"x"} and what == "under a derivative" else set())
    return found


def is_changing_integrand(letter: Any, integrand: Any, over: set[str]) -> bool:
    """Whether a letter in an integrand that its variable is not in is no constant as a rule."""
    name, _, subscript = getattr(letter, "name", "").replace("'", "").partition("_{")
    if not LETTER.fullmatch(name) or (subscript and subscript[:-1] not in {*"xyzr", r"\phi", r"\theta"}):
        return False
    if name == "r" and over & ANGLES:  # the arc of a circle, but the area of a sector of any curve
        return bool(sympy.diff(integrand, letter, 2) != 0)
    return name not in CONSTANT or any(name in VARYING.get(one, set()) for one in over)
