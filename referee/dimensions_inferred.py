"""The dimensions that the equations of a draft leave to its symbols, by unification over all lines.

An equation says that its sides and all terms in them have one dimension, and that what stands in exp or sin has none. Each
such demand is linear in the exponents of the symbols; a symbol whose exponents follow from those that are known gets them
as a proposal. Exponents may be symbolic: of P = Kρ^(1+1/n) with P and ρ known, K has PRESSURE / DENSITY**(1 + 1/n).
A line that cannot be fulfilled together with the earlier ones is told, if what is known is what the author has said.

Nothing is decided with a proposal: an audit checks what the author fills in, by rules of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

import sympy
from sympy.core.function import AppliedUndef

from verify.errors import ClaimError
from verify.quantities import dimension_names
from verify.quantities.dimension import (
    PURE,
    Dimension,
    Exponents,
    NotFilledIn,
    UnitSystem,
    UnknownDimension,
    exact_power,
)

BASE = {"length": "LENGTH", "mass": "MASS", "time": "TIME", "current": "CURRENT", "temperature": "TEMPERATURE"}
PURE_ARGUMENTS = (
    *(
        sympy.exp,
        sympy.sin,
        sympy.cos,
        sympy.tan,
        sympy.sinh,
        sympy.cosh,
        sympy.tanh,
        sympy.erf,
        sympy.asin,
        sympy.acos,
    ),
)
ALIKE = (sympy.Max, sympy.Min)
MOST_LINES = 2_000
"""Lines of which the dimensions are inferred."""
MOST_NAMES = 400
NAMED = {
    tuple(getattr(value, part) for part in BASE): name
    for name, value in reversed(vars(dimension_names).items())
    if isinstance(value, Dimension) and not isinstance(value, NotFilledIn) and not value.current and name[0] != "_"
}


WORD_OF = {
    "ENERGY / TEMPERATURE": dimension_names.ENERGY / dimension_names.TEMPERATURE,
    **{
        name: value
        for name, value in vars(dimension_names).items()
        if isinstance(value, Dimension) and name != "UNKNOWN"
    },
}
"""Dimensions as they are proposed, by the words of a source."""


@dataclass
class Form:
    """The exponents of a dimension, linear in those of symbols: a known part, and each unknown symbol with its power."""

    known: Exponents = PURE
    powers: dict[str, Any] = field(default_factory=dict)

    def __mul__(self, other: Form) -> Form:
        powers = dict(self.powers)
        for name, power in other.powers.items():
            total = exact_power(powers.get(name, Fraction(0)) + power)
            powers = {**powers, name: total} if total != 0 else {k: v for k, v in powers.items() if k != name}
        return Form(self.known * other.known, powers)

    def __pow__(self, power: Any) -> Form:
        exact = exact_power(power)
        if exact == 0:
            return Form()
        return Form(self.known**exact, {name: exact_power(one * exact) for name, one in self.powers.items()})


@dataclass
class Solution:
    """Demands in echelon form: each pivot with what it is equal to, in other unknown symbols."""

    rows: dict[str, Form] = field(default_factory=dict)

    def reduced(self, form: Form) -> Form:
        """The form without the symbols that are solved for."""
        while solved := next((name for name in form.powers if name in self.rows), None):
            power = form.powers[solved]
            rest = Form(form.known, {name: one for name, one in form.powers.items() if name != solved})
            form = rest * self.rows[solved] ** power
        return form

    def demand(self, form: Form) -> bool:
        """Takes in that the form is a pure number; False if the earlier demands forbid it."""
        form = self.reduced(form)
        pivot = next((name for name, power in form.powers.items() if isinstance(power, Fraction)), None)
        if pivot is None:
            return bool(form.powers) or not any(
                isinstance(one, Fraction) and one != 0 for one in _exponents(form.known)
            )
        power = form.powers[pivot]
        rest = Form(form.known, {name: one for name, one in form.powers.items() if name != pivot})
        row = rest ** (-1 / power)
        for name, other in list(self.rows.items()):
            if pivot in other.powers:
                left = Form(other.known, {k: v for k, v in other.powers.items() if k != pivot})
                self.rows[name] = left * row ** other.powers[pivot]
        self.rows[pivot] = row
        return True


def _exponents(known: Exponents) -> Iterator[Any]:
    return (getattr(known, name) for name in BASE)


class Reader:
    """The demands of expressions; what has no rule here is a new unknown, of which nothing is demanded."""

    def __init__(self, known: Mapping[str, Exponents]) -> None:
        self.known = known
        self.demands: list[Form] = []
        self.fresh = 0

    def unknown(self) -> Form:
        self.fresh += 1
        return Form(PURE, {f"?{self.fresh}": Fraction(1)})

    def named(self, name: str) -> Form:
        return Form(self.known[name]) if name in self.known else Form(PURE, {name: Fraction(1)})

    def alike(self, parts: Iterable[Any]) -> Form:
        """The dimension that all parts have; a zero has any."""
        forms = [self.read(part) for part in parts if part != 0]
        for other in forms[1:]:
            self.demands.append(forms[0] * other**-1)
        return forms[0] if forms else self.unknown()

    def read(self, expr: Any) -> Form:
        if expr.is_Symbol:
            return self.named(expr.name)
        if expr.is_number:
            return Form()
        if isinstance(expr, AppliedUndef):
            for place, argument in enumerate(expr.args):
                self.demands.append(self.named(f"{expr.func.__name__}#{place}") * self.read(argument) ** -1)
            return self.named(expr.func.__name__)
        if expr.is_Add or isinstance(expr, ALIKE):
            return self.alike(expr.args)
        if expr.is_Mul:
            return self._product(expr.args)
        if expr.is_Pow:
            return self._power(expr)
        if isinstance(expr, PURE_ARGUMENTS):
            self.demands.append(self.read(expr.args[0]))
            return Form()
        if isinstance(expr, (sympy.log, sympy.sign)):
            return Form()
        if isinstance(expr, sympy.Abs):
            return self.read(expr.args[0])
        return self._calculus(expr)

    def _product(self, factors: Iterable[Any]) -> Form:
        made = Form()
        for factor in factors:
            made = made * self.read(factor)
        return made

    def _power(self, expr: Any) -> Form:
        base = self.read(expr.base)
        if expr.exp.is_Rational:
            return self._raised(base, expr.exp)
        self.demands.append(self.read(expr.exp))
        if not base.powers and base.known == PURE:
            return Form()
        return self._raised(base, expr.exp)

    def _raised(self, base: Form, power: Any) -> Form:
        try:
            raised: Form = base**power
            return raised
        except (ClaimError, UnknownDimension):
            return self.unknown()

    def _calculus(self, expr: Any) -> Form:
        if isinstance(expr, sympy.Derivative) and all(count.is_Integer for _, count in expr.variable_count):
            return self.read(expr.expr) * self._product(variable**-count for variable, count in expr.variable_count)
        if isinstance(expr, sympy.Integral):
            made = self.read(expr.function)
            for variable, *ends in expr.limits:
                made = made * self.alike([variable, *(end for end in ends if end.is_finite is not False)])
            return made
        if isinstance(expr, sympy.Sum):
            return self.read(expr.function)
        return self.unknown()


@dataclass(frozen=True)
class Inferred:
    """What follows: dimensions as Python by the names of symbols, and the labels of lines that nothing can fulfil."""

    dimensions: Mapping[str, str]
    contradicting: tuple[str, ...]


def inferred(lines: Iterable[tuple[str, Any, Any]], known: Mapping[str, Dimension]) -> Inferred:
    """Unifies over equations, each a label and two sides.  A line that contradicts earlier ones is left out."""
    vectors = {name: one.vector(UnitSystem.SI) for name, one in known.items()}
    found, wrong = Solution(), []
    for count, (label, lhs, rhs) in enumerate(lines):
        if count == MOST_LINES or len(found.rows) > MOST_NAMES:
            break
        reader = Reader(vectors)
        try:
            reader.alike([lhs, rhs])
            before = dict(found.rows)
            if not all(found.demand(one) for one in _renamed(reader.demands, count)):
                found.rows = before
                wrong.append(label)
        except (ClaimError, UnknownDimension, sympy.PolynomialError):
            continue
    solved = {
        name: row.known for name, row in found.rows.items() if not row.powers and name[0] != "?" and "#" not in name
    }
    return Inferred({name: written for name, one in solved.items() if (written := as_python(one))}, tuple(wrong))


def _renamed(demands: Iterable[Form], line: int) -> Iterator[Form]:
    """The demands of a line; its unknowns are those of no other one."""
    for one in demands:
        yield Form(one.known, {f"{k}.{line}" if k[0] == "?" else k: power for k, power in one.powers.items()})


def as_python(known: Exponents) -> str:
    """A dimension as an author would write it; empty for one with an electric current, of which there are several.

    >>> as_python(Exponents(length=Fraction(2), time=Fraction(-2))), as_python(PURE)
    ('LENGTH**2 / TIME**2', 'DIMENSIONLESS')
    """
    if known.current != 0:
        return ""
    exponents = tuple(_exponents(known))
    if exponents in NAMED:
        return NAMED[exponents]
    powers = [(word, getattr(known, name)) for name, word in BASE.items() if getattr(known, name) != 0]
    above = [_factor(word, power) for word, power in powers if not (isinstance(power, Fraction) and power < 0)]
    below = [_factor(word, -power) for word, power in powers if isinstance(power, Fraction) and power < 0]
    if not above:
        return " * ".join(_factor(word, power) for word, power in powers)
    return " / ".join([" * ".join(above), *below])


def _factor(word: str, power: Any) -> str:
    if power == 1:
        return word
    if isinstance(power, Fraction):
        return f"{word}**{power}" if power.denominator == 1 and power > 0 else f"{word}**({_fraction(power)})"
    return f"{word}**({power})"


def _fraction(power: Fraction) -> str:
    return str(power.numerator) if power.denominator == 1 else f"Fraction({power.numerator}, {power.denominator})"
