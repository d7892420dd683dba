"""The signs of printed formulas: relations, brackets, operators, functions, and what has no meaning here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy as sp

RELATIONS = {
    "=": "=", r"\ne": "!=", r"\neq": "!=", "<": "<", ">": ">", r"\lt": "<", r"\gt": ">",
    r"\le": "<=", r"\leq": "<=", r"\leqslant": "<=", "<=": "<=", r"\ge": ">=", r"\geq": ">=", r"\geqslant": ">=",
    ">=": ">=", r"\equiv": "≡", r"\coloneqq": "≡", ":=": "≡", r"\approx": "≈", r"\simeq": "≃", r"\cong": "≃", r"\sim": "~",
    r"\ll": "≪", r"\gg": "≫", r"\lesssim": "≲", r"\gtrsim": "≳", r"\propto": "∝",
}  # fmt: skip
CONDITION_WORDS = {"for", "if", "where", "when", "with", "provided", "provided that", "as long as", "for all"}
"""Words that make of what follows a condition."""
SEPARATORS = {",", ";", ":", r"\\", r"\Rightarrow", r"\implies", r"\Leftrightarrow", r"\iff"}
BRACKETS = {
    "(": ")", "[": "]", "{": "}", r"\{": r"\}", r"\lfloor": r"\rfloor", r"\lceil": r"\rceil",
    r"\left|": r"\right|", r"\langle": r"\rangle",
}  # fmt: skip
CLOSING = set(BRACKETS.values())
DOTS = {r"\dots", r"\ldots", r"\cdots", "…"}

SUM, PRODUCT, JUXTAPOSED, POWER, POSTFIX = 10, 20, 30, 40, 50
BINDING = {
    "+": SUM, "-": SUM, "*": PRODUCT, "/": PRODUCT, r"\cdot": PRODUCT, r"\times": PRODUCT, r"\%": PRODUCT,
    r"\bmod": PRODUCT, "^": POWER, "!": POSTFIX,
}  # fmt: skip

FRACTIONS = {r"\frac", r"\tfrac", r"\dfrac", r"\cfrac"}
LETTERS = {
    "alpha", "beta", "gamma", "delta", "epsilon", "varepsilon", "zeta", "eta", "theta", "vartheta", "iota", "kappa",
    "varkappa", "lambda", "mu", "nu", "xi", "pi", "varpi", "rho", "varrho", "sigma", "varsigma", "tau", "upsilon",
    "phi", "varphi", "chi", "psi", "omega", "Gamma", "Delta", "Theta", "Lambda", "Xi", "Pi", "Sigma", "Upsilon",
    "Phi", "Psi", "Omega", "ell", "hbar", "hslash",
}  # fmt: skip
"""Commands that print a letter, so that they can name a quantity."""
MAYBE_FUNCTIONS = {r"\Gamma", r"\zeta"}
"""Letters that before a bracket are a function to one reader and a factor to another."""
VECTORS = (r"\vec{", r"\mathbf{", r"\boldsymbol{", r"\underline{")

OF_ONE: dict[str, Callable[[Any], Any]] = {
    "sin": sp.sin, "cos": sp.cos, "tan": sp.tan, "cot": sp.cot, "sec": sp.sec, "csc": sp.csc,
    "sinh": sp.sinh, "cosh": sp.cosh, "tanh": sp.tanh, "coth": sp.coth, "sech": sp.sech, "csch": sp.csch,
    "arcsin": sp.asin, "arccos": sp.acos, "arctan": sp.atan, "asin": sp.asin, "acos": sp.acos, "atan": sp.atan,
    "acot": sp.acot, "asec": sp.asec, "acsc": sp.acsc, "asinh": sp.asinh, "acosh": sp.acosh, "atanh": sp.atanh,
    "acoth": sp.acoth, "arsinh": sp.asinh, "arcosh": sp.acosh, "artanh": sp.atanh, "arcsinh": sp.asinh,
    "arccosh": sp.acosh, "arctanh": sp.atanh, "exp": sp.exp, "ln": sp.log, "log": sp.log,
    "lg": sp.log, "sgn": sp.sign, "sign": sp.sign, "erf": sp.erf,
    "erfc": sp.erfc, "erfi": sp.erfi, "Ei": sp.Ei, "Si": sp.Si, "Ci": sp.Ci, "re": sp.re, "im": sp.im, "Re": sp.re,
    "Im": sp.im, "arg": sp.arg, "floor": sp.floor, "ceil": sp.ceiling,
}  # fmt: skip
OF_MANY: dict[str, Callable[..., Any]] = {"max": sp.Max, "min": sp.Min, "atan2": sp.atan2}
MAX_ARGUMENTS = 10
COMMAND_FUNCTIONS = {rf"\{name}" for name in [*OF_ONE, *OF_MANY]}

NOT_OPERANDS = {
    *RELATIONS, *SEPARATORS, *BINDING, *CLOSING, *DOTS, ".", "&", "_", "'", ":", r"\pm", r"\mp", r"\to", r"\rightarrow",
}  # fmt: skip
UNSUPPORTED = {
    r"\oint": "an integral over a closed path",
    r"\pm": "a plus-or-minus sign",
    r"\mp": "a minus-or-plus sign",
    r"\lim": "a limit",
    r"\nabla": "the nabla operator",
    r"\iint": "a double integral sign",
    r"\to": "an arrow",
    r"\rightarrow": "an arrow",
    r"\over": "the \\over command (use \\frac)",
}
