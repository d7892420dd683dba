"""What is assumed of a symbol, asked of the value that replaces it.

A premise n = k x/(2 π) with an integer n says that k x/(2 π) is an integer.  Where signs
say all that is assumed, plain relations are handed on, which every prover understands; for the
rest there is `Admissible`, which is certified at points (`verify.points.domain`) and which a
prover that does not know it leaves aside, so that it proves more than it must.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sympy
from sympy.concrete.expr_with_limits import ExprWithLimits
from sympy.core.symbol import Str
from sympy.logic.boolalg import Boolean

TOLD = (
    ("prime", "a prime number"),
    ("even", "an even integer"),
    ("odd", "an odd integer"),
    ("integer", "an integer"),
    ("rational", "rational"),
    ("irrational", "irrational"),
    ("imaginary", "imaginary"),
    ("real", "real"),
)
SIGNS_TOLD = (
    ("zero", "zero"),
    ("positive", "> 0"),
    ("negative", "< 0"),
    ("nonnegative", "≥ 0"),
    ("nonpositive", "≤ 0"),
    ("nonzero", "≠ 0"),
)


class Admissible(Boolean):  # type: ignore[misc]
    """The value is defined, finite, and one that a symbol with these assumptions may take.

    `demands` are the assumptions as SymPy derives them, `!` before those that are denied.
    They are no symbols, so that nothing can be put in their place.
    """

    def __new__(cls, value: Any, *demands: Str) -> Admissible:
        made: Admissible = Boolean.__new__(cls, value, *demands)
        return made

    @classmethod
    def of(cls, symbol: sympy.Symbol, value: sympy.Expr) -> Admissible:
        """The condition that the symbol may take the value."""
        names = (name if truth else f"!{name}" for name, truth in sorted(symbol.assumptions0.items()))
        return cls(value, *(Str(name) for name in names if name != "commutative"))

    @property
    def value(self) -> sympy.Expr:
        return self.args[0]

    @property
    def demands(self) -> tuple[Str, ...]:
        return tuple(self.args[1:])

    @property
    def stand_in(self) -> sympy.Symbol:
        """A symbol of which the same is assumed."""
        names = (demand.name for demand in self.demands)
        return sympy.Symbol("value", **{name.removeprefix("!"): not name.startswith("!") for name in names})

    def in_words(self, shown: str) -> str:
        """`x/2 is an integer, > 0`, with the value as it is shown."""
        return f"{shown} is {', '.join(self._told()) or 'defined'}"

    def _told(self) -> Iterator[str]:
        names = {demand.name for demand in self.demands}
        yield from (text for name, text in TOLD[:1] if name in names)
        for table in (TOLD, SIGNS_TOLD):
            found = next((text for name, text in table if name in names), None)
            if found is not None and not (table is TOLD and found == "real" and names & {"positive", "negative"}):
                yield found

    def _sympystr(self, printer: Any) -> str:
        return self.in_words(printer.doprint(self.value))


BINDING = (ExprWithLimits, sympy.Limit, sympy.Derivative, sympy.Subs)
"""What stands inside these is no condition on the symbols outside."""


def defined_where(value: sympy.Expr) -> Iterator[Boolean]:
    """Relations without which the value is not defined: no divisor, and no argument of a logarithm, is zero."""
    if isinstance(value, BINDING):
        return
    if isinstance(value, sympy.Pow) and value.exp.is_Rational and value.exp < 0:
        yield from (sympy.Ne(factor, 0, evaluate=False) for factor in sympy.Mul.make_args(value.base))
    elif isinstance(value, sympy.log):
        yield sympy.Ne(value.args[0], 0, evaluate=False)
    for arg in value.args:
        if isinstance(arg, sympy.Expr):
            yield from defined_where(arg)
