r"""Equations between operators, H = -\frac{\hbar^2}{2m}\nabla^2 + V: what they make of any function.

An operator with nothing behind it acts on whatever will stand there.  So the equation says that both sides make the
same of every function, and it is read with one: H\psi = -\frac{\hbar^2}{2m}\nabla^2\psi + V\psi.  Names that are operators
are declared with the function behind them, H\psi.

A term ends in an operator if it ends in \nabla, \nabla^2, \Box, \Box^2 or a fraction of d or \partial alone.  Every term at the
top of every side is given the function; a sum in a bracket is one term.  What is no operator is put in brackets before it, so
that V/x and \sin x take nothing of it up.  Not read is an operator behind a slash or behind a function without
brackets.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from verify.grammar.glyphs import BRACKETS, CLOSING, RELATIONS
from verify.grammar.tokens import normalise, tokenize

ENDS_IN_OPERATOR = re.compile(
    r"(?:\\nabla|\\Box|\\square)(?:\s*\^\s*(?:2|\{2\}))?$"
    r"|\\[tdc]?frac\s*\{\s*(d|\\partial)\s*(?:\^\s*(?:\d|\{\d\})\s*)?\}\s*\{\s*\1(?![A-Za-z])[^{}]*(?:\{[^{}]*\}[^{}]*)*\}$"
)

TAKES_UP = re.compile(
    r"/|\\(?:sin|cos|tan|cot|sec|csc|sinh|cosh|tanh|coth|exp|ln|log|lg|arc[a-z]+|sqrt|int|sum|prod)(?![A-Za-z])"
)
"""What may take up an operator that stands behind it."""


def acting_on(function: str, formula: str, names: Collection[str] = ()) -> str | None:
    r"""The formula with the function behind every term; None if no term of it ends in an operator, or one cannot be read.

    `names` are those of the notation: H stays a name before the function if H f is one.

    >>> acting_on("f", r"\Box^2 = \nabla^2 - \frac{1}{c^2}\frac{\partial^2}{\partial t^2} + V/x")
    '\\Box^2 f= \\nabla^2 f- \\frac{1}{c^2}\\frac{\\partial^2}{\\partial t^2} f+ (V/x) f'
    >>> acting_on("f", r"a + \frac{df}{dx} = c") is acting_on("f", r"a/2\nabla = c") is None
    True
    """
    terms = list(_terms(formula))
    ends = [ENDS_IN_OPERATOR.search(formula[start:end].rstrip()) for start, end in terms]
    if not any(ends):
        return None
    known = {normalise(name) for name in names}
    for (start, end), found in reversed(list(zip(terms, ends, strict=True))):
        term = formula[start:end].strip()
        before = "" if found is None else formula[start:end].rstrip()[: found.start()]
        if TAKES_UP.search(before):
            return None
        alone = found is not None or normalise(f"{term} {function}") in known
        gap = formula[start:end][: len(formula[start:end]) - len(formula[start:end].lstrip())]
        formula = f"{formula[:start]}{gap}{term if alone else f'({term})'} {function}{formula[end:]}"
    return formula


def _terms(formula: str) -> Iterator[tuple[int, int]]:
    """Where the terms at the top of the sides begin and end in the source, without their signs."""
    depth, start, empty = 0, 0, True
    for token in tokenize(formula):
        depth += (token.text in BRACKETS) - (token.text in CLOSING)
        if depth or not (token.text in RELATIONS or token.text in ("+", "-")):
            empty = False
            continue
        if not empty:
            yield start, token.column - 1
        start, empty = token.column - 1 + len(token.text), True
    if not empty:
        yield start, len(formula)
