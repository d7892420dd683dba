"""Circular, hyperbolic and inverse functions, moduli and conjugates: one rule a function."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import sympy

from verify.normal_form.kernels import (
    MINUS_ONE,
    ONE,
    QUARTER,
    ZERO,
    Form,
    Kernel,
    Node,
    Status,
    add,
    multiply,
    number,
    power,
)
from verify.normal_form.normaliser import Normaliser


def _trigonometric(nf: Normaliser, expr: Any) -> Node:
    """sin, cos, tan, ... through exp(±iz) (DLMF 4.14); sinh, cosh, ... through exp(±z) (4.28).

    >>> u, v = sympy.symbols("u v", real=True)
    >>> is_zero(sympy.sin(u + v) - sympy.sin(u) * sympy.cos(v) - sympy.cos(u) * sympy.sin(v))
    True
    """
    name = type(expr).__name__
    circular = not name.endswith("h")
    plus, minus = _waves(nf, expr, circular)
    even = add(plus, minus)
    odd = add(plus, multiply(MINUS_ONE, minus))
    half = number(Fraction(1, 2))
    turn = multiply(MINUS_ONE, nf.turn(QUARTER)) if circular else ONE  # 1/i
    back = nf.turn(QUARTER) if circular else ONE
    parts: dict[str, Callable[[], Node]] = {
        "sin": lambda: multiply(half, turn, odd),
        "cos": lambda: multiply(half, even),
        "tan": lambda: multiply(turn, odd, power(even, -1)),
        "cot": lambda: multiply(back, even, power(odd, -1)),
        "sec": lambda: multiply(number(2), power(even, -1)),
        "csc": lambda: multiply(number(2), back, power(odd, -1)),
    }
    return parts[name.removesuffix("h")]()


def _waves(nf: Normaliser, expr: Any, circular: bool) -> tuple[Node, Node]:
    """exp(w) and exp(-w), with w = i·argument for circular functions."""
    argument = nf.node(expr.args[0])
    wave = nf.exponential(nf.form(multiply(nf.turn(QUARTER), argument) if circular else argument))
    return wave, power(wave, -1)


def _sinc(nf: Normaliser, expr: Any) -> Node:
    """sinc z = sin(z)/z for z ≠ 0, and 1 at z = 0.

    Where z is made of continuous symbols, the zeros of z are reached by continuity.  A z that takes
    single values only may be 0 while sin z, evaluated before the division, has lost it:
    sinc(πn) is 0 for every whole n but 0.  Then z ≠ 0 is an exception, or sinc stays as it is.

    >>> x = sympy.Symbol("x", real=True)
    >>> is_zero(x * sympy.sinc(x) - sympy.sin(x)), is_zero(sympy.sinc(sympy.pi * sympy.Symbol("n", integer=True)))
    (True, False)
    """
    argument = expr.args[0]
    form = nf.form_of_expr(argument)
    if form.is_zero:
        return ONE
    if not (_is_nonzero(nf, argument) or _is_continuous(argument) or nf.excepts(form)):
        return nf.function(expr)
    return multiply(nf.node(sympy.sin(argument)), power(("f", form), -1))


def _is_nonzero(nf: Normaliser, expr: Any) -> bool:
    return Status.POSITIVE in (_form_status(nf, expr), _form_status(nf, -expr))


def _is_continuous(expr: Any) -> bool:
    """A polynomial in symbols that run through a continuum; it is not the zero one, so its zeros are thin."""
    symbols = expr.free_symbols
    return bool(symbols) and expr.is_polynomial(*symbols) and not any(s.is_rational for s in symbols)


def _acos(nf: Normaliser, expr: Any) -> Node:
    """acos z = π/2 - asin z on the whole plane (DLMF 4.23.16).

    >>> z = sympy.Symbol("z")
    >>> is_zero(sympy.acos(z) + sympy.asin(z) - sympy.pi / 2)
    True
    """
    return nf.node(sympy.pi / 2 - sympy.asin(expr.args[0]))


def _erfc(nf: Normaliser, expr: Any) -> Node:
    """erfc z = 1 - erf z (DLMF 7.2.2).

    >>> z = sympy.Symbol("z")
    >>> is_zero(sympy.erf(z) + sympy.erfc(z) - 1)
    True
    """
    return nf.node(1 - sympy.erf(expr.args[0]))


def _asinh(nf: Normaliser, expr: Any) -> Node:
    """asinh x = log(x + sqrt(x²+1)) for real x (DLMF 4.37.16).

    >>> x = sympy.Symbol("x", real=True)
    >>> is_zero(sympy.asinh(x) - sympy.log(x + sympy.sqrt(x**2 + 1)))
    True
    """
    argument = expr.args[0]
    if _form_status(nf, argument) < Status.REAL:
        return nf.function(expr)
    return nf.node(sympy.log(argument + sympy.sqrt(argument**2 + 1)))


def _acosh(nf: Normaliser, expr: Any) -> Node:
    """acosh z = log(z + sqrt(z-1) sqrt(z+1)) off the cut (DLMF 4.37.21); here for real z ≥ 1.

    >>> x = sympy.Symbol("x", positive=True)
    >>> is_zero(sympy.acosh(x + 1) - sympy.log(x + 1 + sympy.sqrt(x**2 + 2 * x)))
    True
    """
    argument = expr.args[0]
    if _form_status(nf, argument - 1) < Status.NONNEGATIVE:
        return nf.function(expr)
    return nf.node(sympy.log(argument + sympy.sqrt(argument**2 - 1)))


def _atanh(nf: Normaliser, expr: Any) -> Node:
    """atanh x = (log(1+x) - log(1-x))/2 for -1 < x < 1 (DLMF 4.37.24).

    >>> x = sympy.Symbol("x", positive=True)
    >>> is_zero(2 * sympy.atanh(1 / (1 + x)) - sympy.log((2 + x) / x))
    True
    """
    argument = expr.args[0]
    if min(_form_status(nf, 1 - argument), _form_status(nf, 1 + argument)) < Status.NONNEGATIVE:
        return nf.function(expr)
    return nf.node((sympy.log(1 + argument) - sympy.log(1 - argument)) / 2)


def _form_status(nf: Normaliser, expr: Any) -> Status:
    """What is certain of the value of an expression."""
    return nf.fraction_status(*nf.value(nf.node(expr)))


def _abs(nf: Normaliser, expr: Any) -> Node:
    """|z|: multiplicative; for a real factor its square is the factor's square.

    >>> x = sympy.Symbol("x", real=True)
    >>> is_zero(sympy.Abs(x**2 * (x - 1)) ** 2 - x**4 * (x - 1) ** 2)
    True
    """
    form = nf.form_of_expr(expr.args[0])
    if form.is_zero:
        return ZERO
    num, den = nf.form_value(form)
    if nf.status(num) is Status.ANY or nf.status(den) is Status.ANY:
        return _complex_modulus(nf, form)
    split = nf.split_form(form)
    parts = [number(split.content)]
    parts += [nf.positive_power(part, Fraction(times)) for part, times in split.positive]
    parts += [nf.modulus_power(part, Fraction(times)) for part, times in split.modulus]
    if split.rest is not None:
        parts += _moduli_of_factors(nf, split.rest)
    return multiply(*parts)


def _moduli_of_factors(nf: Normaliser, form: Form) -> list[Node]:
    """|f g| = |f| |g| for real factors; what is not certainly real stays together: x = (√x)², but |x| is not (√x)² for x < 0."""
    factors, content = nf.factor_forms(form)
    real = [(factor, times) for factor, times in factors if _is_certainly_real(nf, factor)]
    others = [power(("f", factor), times) for factor, times in factors if (factor, times) not in real]
    parts = [number(abs(content)), *(nf.modulus_power(factor, Fraction(times)) for factor, times in real)]
    if others:
        together = nf.form(multiply(*others))
        alone = _is_certainly_real(nf, together)
        parts.append(nf.modulus_power(together, Fraction(1)) if alone else _complex_modulus(nf, together))
    return parts


def _is_certainly_real(nf: Normaliser, form: Form) -> bool:
    return all(nf.status(part) is not Status.ANY for part in nf.form_value(form))


def _complex_modulus(nf: Normaliser, form: Form) -> Node:
    """|z| of a number that is not visibly real: |z|² = z·conj(z); a real z has its square as |z|².

    >>> z = sympy.Symbol("z")
    >>> is_zero(sympy.Abs(z + 1) ** 2 - (z + 1) * (sympy.conjugate(z) + 1))
    True
    """
    form, _ = nf.canonical_sign(form)
    lead = abs(form.num[0][1])
    form = Form(tuple((monomial, c / lead) for monomial, c in form.num), form.den)
    mirror = nf.form(nf.conjugate(form))
    if mirror == form:
        return multiply(number(lead), nf.kernel_power(nf.modulus_kernel(form), Fraction(1)))
    square = nf.form(multiply(("f", form), ("f", mirror)))
    split = nf.split_form(square)
    if split.rest is None and not split.rest_turn:
        return multiply(number(lead), nf.root(square, Fraction(1, 2)))
    key = ("function", sympy.Abs, (form,))
    kernel = Kernel(key, Status.NONNEGATIVE, False, nf.is_constant(form), power=Fraction(2), value=square)
    return multiply(number(lead), nf.kernel_power(nf.kernel(key, kernel), Fraction(1)))


def _conjugate(nf: Normaliser, expr: Any) -> Node:
    return nf.conjugate(nf.form_of_expr(expr.args[0]))


def _real_part(nf: Normaliser, expr: Any) -> Node:
    """Re z = (z + conj z)/2 (DLMF 1.9.2).

    >>> z = sympy.Symbol("z")
    >>> is_zero(sympy.re(z) + sympy.I * sympy.im(z) - z)
    True
    """
    form = nf.form_of_expr(expr.args[0])
    return multiply(number(Fraction(1, 2)), add(("f", form), nf.conjugate(form)))


def _imaginary_part(nf: Normaliser, expr: Any) -> Node:
    """Im z = (z - conj z)/(2i) (DLMF 1.9.2).

    >>> z = sympy.Symbol("z")
    >>> is_zero(sympy.im(sympy.I * z) - sympy.re(z))
    True
    """
    form = nf.form_of_expr(expr.args[0])
    difference = add(("f", form), multiply(MINUS_ONE, nf.conjugate(form)))
    return multiply(number(Fraction(1, 2)), power(nf.turn(QUARTER), -1), difference)


RULES: dict[type, Callable[[Normaliser, Any], Node]] = {
    **dict.fromkeys((sympy.sin, sympy.cos, sympy.tan, sympy.cot, sympy.sec, sympy.csc), _trigonometric),
    **dict.fromkeys((sympy.sinh, sympy.cosh, sympy.tanh, sympy.coth, sympy.sech, sympy.csch), _trigonometric),
    sympy.sinc: _sinc,
    sympy.acos: _acos,
    sympy.erfc: _erfc,
    sympy.asinh: _asinh,
    sympy.acosh: _acosh,
    sympy.atanh: _atanh,
    sympy.Abs: _abs,
    sympy.conjugate: _conjugate,
    sympy.re: _real_part,
    sympy.im: _imaginary_part,
}
