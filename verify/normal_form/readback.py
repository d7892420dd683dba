"""From kernels back to SymPy, and small conversions between number types."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

import sympy

from verify.errors import GiveUp
from verify.normal_form.field import Field
from verify.normal_form.kernels import UNITY, Form, Kernel, Monomial, Node, Poly, Status, fmpq

WHOLE = Fraction(1)


class Readable(Field):
    """A field whose kernels can be written as SymPy expressions."""

    def __init__(self) -> None:
        super().__init__()
        self.expressions: dict[int, Any] = {}

    def atom(
        self, expr: Any, status: Status, integer: Any = None, nonzero: bool = False, constant: bool = False
    ) -> Node:
        key = ("atom", expr)
        kernel = Kernel(key, status, nonzero or status is Status.POSITIVE, constant, integer=bool(integer))
        return self.kernel_power(self.join(key, kernel, expr), WHOLE)

    def join(self, key: tuple[Any, ...], kernel: Kernel, expr: Any) -> int:
        number_ = self.kernel(key, kernel)
        self.expressions.setdefault(number_, expr)
        return number_

    def expr_of_poly(self, poly: Poly) -> Any:
        """The polynomial as a SymPy expression."""
        return self.expr_of_terms(self.terms(poly))

    def expr_of_terms(self, terms: Iterable[tuple[Monomial, Any]]) -> Any:
        """A list of terms as a SymPy expression."""
        return sympy.Add(*[as_rational(c) * sympy.Mul(*[self.expr_of_power(k, e) for k, e in m]) for m, c in terms])

    def expr_of(self, form: Form) -> Any:
        """The form as a SymPy expression."""
        return self.expr_of_terms(form.num) / self.expr_of_terms(form.den)

    def expr_of_power(self, number_: int, exponent: Fraction) -> Any:
        """kernel^exponent as a SymPy expression."""
        kernel = self.kernels[number_]
        rational = sympy.Rational(exponent)
        kind = kernel.key[0]
        if kernel.key == UNITY:
            return sympy.exp(2 * sympy.pi * sympy.I * rational)
        if kind == "exp" and kernel.key[1]:
            inner = self.expr_of_terms([(kernel.key[1], fmpq(1))])
            return sympy.exp(rational * (inner if kernel.key[2] is None else inner / self.expr_of(kernel.key[2])))
        if kind == "parity":
            return sympy.exp(sympy.I * sympy.pi * rational * self.expr_of_terms([(kernel.key[1], fmpq(1))]))
        return sympy.Pow(self._expr_of_kernel(number_), rational)

    def _expr_of_kernel(self, number_: int) -> Any:
        if number_ in self.expressions:
            return self.expressions[number_]
        key = self.kernels[number_].key
        if key[0] == "log":
            return sympy.log(self.expr_of(key[1]))
        if key[0] == "base":
            return self.expr_of(key[1])
        if key[0] == "modulus":
            return sympy.Abs(self.expr_of(key[1]))
        if key[0] == "function":
            return key[1](*[self.expr_of(form) for form in key[2]])
        raise GiveUp(f"kernel {key[0]} has no expression")

    def is_constant(self, form: Form) -> bool:
        """True if no symbol occurs in the form."""
        return all(self.kernels[k].constant for k in form.kernels())


def as_fraction(value: Any) -> Fraction:
    return Fraction(int(value.p), int(value.q))


def as_rational(value: Any) -> Any:
    return sympy.Rational(int(value.p), int(value.q))


def integer_form(value: int) -> Form:
    one = (((), fmpq(1)),)
    return Form((((), fmpq(value)),) if value else (), one)


def rational_form(value: Any) -> Form:
    one = (((), fmpq(1)),)
    return Form((((), value),) if value != 0 else (), one)


def single_kernel(form: Form) -> tuple[int, Fraction] | None:
    """(kernel, exponent) if the form is one kernel's power with coefficient 1."""
    if form.is_polynomial and len(form.num) == 1 and len(form.num[0][0]) == 1 and form.num[0][1] == 1:
        return form.num[0][0][0]
    return None


def merge_monomials(monomial: Monomial, inverse: dict[int, Fraction]) -> Monomial:
    if not inverse:
        return monomial
    table = dict(monomial)
    for kernel, exponent in inverse.items():
        table[kernel] = table.get(kernel, Fraction(0)) + exponent
    return tuple(sorted((k, e) for k, e in table.items() if e))
