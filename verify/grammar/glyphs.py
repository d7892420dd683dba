"""The signs of printed formulas: relations, brackets, operators, functions, and what has no meaning here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy

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
USUAL_FUNCTIONS = {
    *"fghuvwFGHLPUVWYd", r"\phi", r"\varphi", r"\psi", r"\chi", r"\rho", r"\theta", r"\delta", r"\eta", r"\epsilon",
    r"\varepsilon", r"\Delta", r"\Phi", r"\Psi", r"\Omega", r"\Theta", r"\Gamma", r"\zeta",
}  # fmt: skip
"""Letters that before a bracket name a function as a rule."""
CONSTANT_FACTORS = {r"\pi", "i", "e", r"\hbar"}
COEFFICIENTS = {*"nmklqpf", r"\omega", r"\Omega", r"\nu", r"\kappa", r"\pi"}
"""Letters that multiply the variable under a function without brackets: \\sin\\omega t, \\cos kx."""
SPELLED = (
    "sin", "cos", "tan", "cot", "exp", "log", "sign", "ln", "det", "lim", "arg", "sgn", "erf", "max", "min", "div", "grad", "curl",
    "rot", "for", "if", "and", "where", "when",
)  # fmt: skip
OPERATIONS = (r"\cdot", r"\times", r"\nabla", "|")
"""What a name that is a whole product or derivative has in it."""
VECTORS = (r"\vec{", r"\mathbf{", r"\boldsymbol{", r"\underline{")

OF_ONE: dict[str, Callable[[Any], Any]] = {
    "sin": sympy.sin, "cos": sympy.cos, "tan": sympy.tan, "cot": sympy.cot, "sec": sympy.sec, "csc": sympy.csc,
    "sinh": sympy.sinh, "cosh": sympy.cosh, "tanh": sympy.tanh, "coth": sympy.coth, "sech": sympy.sech, "csch": sympy.csch,
    "arcsin": sympy.asin, "arccos": sympy.acos, "arctan": sympy.atan, "asin": sympy.asin, "acos": sympy.acos, "atan": sympy.atan,
    "acot": sympy.acot, "asec": sympy.asec, "acsc": sympy.acsc, "asinh": sympy.asinh, "acosh": sympy.acosh, "atanh": sympy.atanh,
    "acoth": sympy.acoth, "arsinh": sympy.asinh, "arcosh": sympy.acosh, "artanh": sympy.atanh, "arcsinh": sympy.asinh,
    "arccosh": sympy.acosh, "arctanh": sympy.atanh, "exp": sympy.exp, "ln": sympy.log, "log": sympy.log,
    "lg": sympy.log, "sgn": sympy.sign, "sign": sympy.sign, "erf": sympy.erf,
    "erfc": sympy.erfc, "erfi": sympy.erfi, "Ei": sympy.Ei, "Si": sympy.Si, "Ci": sympy.Ci, "re": sympy.re, "im": sympy.im, "Re": sympy.re,
    "Im": sympy.im, "arg": sympy.arg, "floor": sympy.floor, "ceil": sympy.ceiling,
}  # fmt: skip
OF_MANY: dict[str, Callable[..., Any]] = {"max": sympy.Max, "min": sympy.Min, "atan2": sympy.atan2}
MAX_ARGUMENTS = 10
COMMAND_FUNCTIONS = {rf"\{name}" for name in [*OF_ONE, *OF_MANY]}

NOT_OPERANDS = {
    *RELATIONS, *SEPARATORS, *BINDING, *CLOSING, *DOTS, ".", "&", "_", "'", ":", r"\pm", r"\mp", r"\to", r"\rightarrow",
}  # fmt: skip
UNSUPPORTED = {
    r"\oint": "an integral over a closed path",
    r"\pm": "a plus-or-minus sign",
    r"\mp": "a minus-or-plus sign",
    r"\nabla": "the nabla operator",
    r"\iint": "a double integral sign",
    r"\to": "an arrow",
    r"\rightarrow": "an arrow",
    r"\over": "the \\over command (use \\frac)",
}
