"""A form cut into what may leave a root or a logarithm and what must stay inside."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from verify.normal_form.kernels import (
    MINUS_ONE,
    QUARTER,
    UNITY,
    ZERO,
    Form,
    Node,
    Poly,
    Status,
    add,
    fmpz,
    multiply,
    number,
    power,
)
from verify.normal_form.signs_of_polynomials import Signed

MAX_FACTORED_BITS = 90


class Split:
    """form = content · Π positive^k · Π |real|^k · rest.

    `content` is a positive rational; `positive` are factors that are certainly ≥ 0;
    `modulus` are real factors with even powers; `rest` is what remains, a form of unknown
    sign, or None when it is the root of unity exp(2πi·rest_turn).
    """

    def __init__(self, content: Any) -> None:
        self.content = content
        self.positive: list[tuple[Form, int]] = []
        self.modulus: list[tuple[Form, int]] = []
        self.rest: Form | None = None
        self.rest_turn = Fraction(0)


class Splitting(Signed):
    """A field that cuts its forms, and knows which kernels are real or of modulus 1."""

    def split_form(self, form: Form) -> Split:
        """form = content · Π positive^k · Π |real|^k · rest, content > 0 rational; see `Split`."""
        num, den = self.form_value(form)
        content, factors = self.factors(num)
        content_den, factors_den = self.factors(den)
        content /= content_den
        split = Split(abs(content))
        negative = content < 0
        rest_num, rest_den = self.one, self.one
        pending = [(f, m) for f, m in factors] + [(f, -m) for f, m in factors_den]
        hidden: list[tuple[Poly, int]] = []
        for factor, times in pending:
            status = self.status(factor)
            if status is Status.REAL and self.status(-factor) >= Status.NONNEGATIVE:
                factor, status = -factor, self.status(-factor)
                negative ^= bool(times % 2)
            if status >= Status.NONNEGATIVE:
                split.positive.append((self.form_of(factor, self.one), times))
                continue
            if status is Status.ANY and times % 2 == 0:
                hidden.append((factor, times // 2))
                continue
            if status is Status.REAL:
                odd = times % 2
                if times - odd:
                    split.modulus.append((self.form_of(factor, self.one), times - odd))
                times = odd
            if times > 0:
                rest_num *= factor**times
            elif times < 0:
                rest_den *= factor**-times
        turned = self._hidden_square(hidden, split)
        if turned is None:
            for factor, times in hidden:
                rest_num *= factor ** max(2 * times, 0)
                rest_den *= factor ** max(-2 * times, 0)
        elif turned:
            negative = not negative
        if negative:
            rest_num = -rest_num
        rest_num, extra = self.reduce(rest_num)
        rest_den = rest_den * extra
        if rest_num.is_constant() and rest_den.is_constant():
            value = rest_num.leading_coefficient() / rest_den.leading_coefficient()
            split.content *= abs(value)
            split.rest, split.rest_turn = None, Fraction(1, 2) if value < 0 else Fraction(0)
            return split
        split.rest = self.form_of(rest_num, rest_den)
        turn = pure_turn(split.rest, self.index.get(UNITY))
        if turn is not None:
            split.content *= abs(turn[0])
            split.rest, split.rest_turn = None, turn[1]
        return split

    def _hidden_square(self, factors: list[tuple[Poly, int]], split: Split) -> bool | None:
        """Π factor^(2·times) = ±|h|² where h or ih is real although its kernels are not: sin², cos².

        Puts h into `split.modulus` and answers whether the sign is minus; None if h is neither.
        """
        used = {kernel for factor, _ in factors for kernel in self.form_of(factor, self.one).kernels()}
        if not used or not all(self.is_wave(k) or self._is_real_generator(k) for k in used):
            return None
        num, den = self.one, self.one
        for factor, times in factors:
            num *= factor ** max(times, 0)
            den *= factor ** max(-times, 0)
        form = self.form_of(num, den)
        mirror = self.conjugate(form)  # of waves and real kernels: no new kernel joins the ring
        mirrored = self.form(mirror)
        turned = self.form(multiply(MINUS_ONE, mirror))
        if mirrored == form:
            split.modulus.append((form, 2))
            return False
        if turned == form:
            split.modulus.append((self.form(multiply(self.turn(QUARTER), ("f", form))), 2))
            return True
        return None

    def _is_real_generator(self, number_: int) -> bool:
        kernel = self.kernels[number_]
        return kernel.status >= Status.NONNEGATIVE or (kernel.status is Status.REAL and kernel.root == 1)

    def is_real_power(self, number_: int, exponent: Fraction) -> bool:
        status = self.kernels[number_].status
        return status >= Status.NONNEGATIVE or (status is Status.REAL and exponent.denominator == 1)

    def is_wave(self, number_: int) -> bool:
        """True for exp(i·real) and roots of unity: numbers of modulus 1."""
        kernel = self.kernels[number_]
        if kernel.key == UNITY:
            return True
        if kernel.key[0] != "exp" or kernel.key[2] is not None:
            return False
        turn = dict(kernel.key[1]).get(self.index.get(UNITY, -1))
        rest = [pair for pair in kernel.key[1] if self.kernels[pair[0]].key != UNITY]
        return turn in (QUARTER, 3 * QUARTER) and all(self.is_real_power(*pair) for pair in rest)

    def conjugate(self, form: Form) -> Node:
        """The complex conjugate: it passes through sums, products and kernels."""
        num = add(ZERO, *[multiply(number(c), *[self.mirror(*p) for p in m]) for m, c in form.num])
        den = add(ZERO, *[multiply(number(c), *[self.mirror(*p) for p in m]) for m, c in form.den])
        return multiply(num, power(den, -1))

    def mirror(self, number_: int, exponent: Fraction) -> Node:
        """The conjugate of kernel^exponent where it is real or of modulus 1; `Powers` knows the others."""
        if self.kernels[number_].key == UNITY:
            return self.turn(-exponent)
        return self.kernel_power(number_, exponent if self.is_real_power(number_, exponent) else -exponent)


def pure_turn(form: Form, unity: int | None) -> tuple[Any, Fraction] | None:
    """(c, t) if the form is |c|·exp(2πi t) with a rational c and -1/2 < t ≤ 1/2; None otherwise."""
    if unity is None or len(form.num) != 1 or not form.is_polynomial:
        return None
    monomial, coefficient = form.num[0]
    if len(monomial) != 1 or monomial[0][0] != unity:
        return None
    turn = (monomial[0][1] + (Fraction(1, 2) if coefficient < 0 else 0)) % 1
    return coefficient, turn - 1 if turn > Fraction(1, 2) else turn


def prime_powers(value: int) -> list[tuple[int, int]]:
    """Prime factors with multiplicity; a number too large to factor stays in one piece."""
    if value == 1:
        return []
    if value.bit_length() > MAX_FACTORED_BITS:
        return [(value, 1)]
    return [(int(p), int(m)) for p, m in fmpz(value).factor()]
