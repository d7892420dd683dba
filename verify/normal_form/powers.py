"""Roots, logarithms, exponentials and conjugates of forms: the rules on principal values."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import sympy

from verify.errors import GiveUp
from verify.normal_form.kernels import (
    MINUS_ONE,
    ONE,
    QUARTER,
    UNITY,
    ZERO,
    Form,
    Kernel,
    Monomial,
    Node,
    Status,
    add,
    fmpq,
    multiply,
    number,
    power,
)
from verify.normal_form.readback import as_fraction, integer_form, merge_monomials, rational_form, single_kernel
from verify.normal_form.splits import Splitting, prime_powers

MAX_EXP_TERMS = 40


class Powers(Splitting):
    """What powers, logarithms and exponentials of a form are, in kernels."""

    def __init__(self) -> None:
        super().__init__()
        self.functions: dict[tuple[Any, int], list[tuple[int, tuple[Form, ...]]]] = {}

    def circle(self) -> Node:
        """π."""
        return self.atom(sympy.pi, Status.POSITIVE, constant=True)

    def euler(self, exponent: Fraction) -> Node:
        key = ("exp", (), None)
        kernel = Kernel(key, Status.POSITIVE, nonzero=True, constant=True, above_one=True)
        return self.kernel_power(self.join(key, kernel, sympy.E), exponent)

    def root(self, form: Form, exponent: Fraction) -> Node:
        """(n/d)^exponent, principal, for an exponent that is no integer.

        Nonnegative factors leave the root with their own power; even powers of real ones
        leave as powers of the modulus; a negative rest -z with z > 0 gives exp(iπc) z^c.
        """
        if form.is_zero:
            if exponent > 0:
                return ZERO
            raise GiveUp("a negative power of zero")
        split = self.split_form(form)
        parts = [self._rational_power(split.content, exponent)]
        parts += [self.positive_power(part, times * exponent) for part, times in split.positive]
        if split.modulus:
            parts += [self.modulus_power(part, times * exponent) for part, times in split.modulus]
        rest, turn = split.rest, split.rest_turn
        if rest is None:
            parts.append(self.turn(turn * exponent))
        elif (single := self._principal_power(rest)) is not None:
            parts.append(self.kernel_power(single[0], single[1] * exponent))
        else:
            key = ("base", rest)
            kernel = Kernel(key, Status.ANY, False, self.is_constant(rest), power=Fraction(1), value=rest)
            number_ = self.kernel(key, kernel)
            parts.append(self.kernel_power(number_, exponent))
        return multiply(*parts)

    def _principal_power(self, form: Form) -> tuple[int, Fraction] | None:
        """(kernel k, r) if the form is k^r with -1 < r ≤ 1, the principal power; None otherwise.

        Then (k^r)^c = k^(rc) and log(k^r) = r log k, because |r·arg k| stays within π
        (r = -1 is left out: arg k = π).  A power of an exponential or a root of unity is
        exp(r·w), which need not be the principal power.
        """
        single = single_kernel(form)
        if single is None or not -1 < single[1] <= 1:
            return None
        return None if self.kernels[single[0]].key[0] in ("exp", "parity", "unity") else single

    def _rational_power(self, value: Any, exponent: Fraction) -> Node:
        """value^exponent for a positive rational, by its primes: 8^(1/2) = 2·2^(1/2)."""
        parts = [ONE]
        for base, sign in ((value.p, 1), (value.q, -1)):
            for prime, times in prime_powers(int(base)):
                whole, rest = divmod(sign * times * exponent, 1)
                if whole:
                    parts.append(power(number(prime), int(whole)))
                if rest:
                    parts.append(self._prime_root(prime, rest))
        return multiply(*parts)

    def _prime_root(self, prime: int, exponent: Fraction) -> Node:
        key = ("prime", prime)
        value = Form((((), fmpq(prime)),), (((), fmpq(1)),))
        kernel = Kernel(key, Status.POSITIVE, True, True, power=Fraction(1), value=value)
        return self.kernel_power(self.join(key, kernel, sympy.Integer(prime)), exponent)

    def positive_power(self, factor: Form, exponent: Fraction) -> Node:
        """factor^exponent for a factor that is certainly nonnegative."""
        single = single_kernel(factor)
        if single is not None:
            return self.kernel_power(single[0], single[1] * exponent)
        if exponent.denominator == 1:
            return power(("f", factor), int(exponent))
        key = ("base", factor)
        if exponent.denominator == 2 and key not in self.index:
            related = self._through_related_root(factor, exponent)
            if related is not None:
                return related
        num, _ = self.form_value(factor)
        status = self.status(num)
        kernel = Kernel(
            key, status, status is Status.POSITIVE, self.is_constant(factor), power=Fraction(1), value=factor
        )
        return self.kernel_power(self.kernel(key, kernel), exponent)

    def _through_related_root(self, factor: Form, exponent: Fraction) -> Node | None:
        """sqrt(a) = sqrt(ab)/sqrt(b) for a ≥ 0, b > 0, where b has a root already and ab is a square.

        So sqrt(2 + √2)·sqrt(2 - √2) = √2, which two independent relations would not know.
        """
        if not any(self.kernels[k].value is not None for k in factor.kernels()):
            return None  # different irreducible polynomials have no square as product
        for number_, kernel in enumerate(self.kernels):
            if kernel.key[0] != "base" or kernel.status is not Status.POSITIVE or kernel.value is None:
                continue
            product = self.form(multiply(("f", factor), ("f", kernel.value)))
            split = self.split_form(product)
            plain = all(times % 2 == 0 or single_kernel(part) for part, times in split.positive)
            if plain and split.rest is None and not split.rest_turn:
                return multiply(self.root(product, exponent), self.kernel_power(number_, -exponent))
        return None

    def modulus_power(self, factor: Form, exponent: Fraction) -> Node:
        """|factor|^exponent for a factor that is certainly real."""
        if exponent.denominator == 1 and exponent.numerator % 2 == 0:
            return power(("f", factor), int(exponent))
        return self.kernel_power(self.modulus_kernel(factor), exponent)

    def modulus_kernel(self, factor: Form) -> int:
        factor = self.canonical_sign(factor)[0]
        key = ("modulus", factor)
        square = self.form(power(("f", factor), 2))
        single = single_kernel(factor)
        nonzero = single is not None and self.kernels[single[0]].nonzero
        status = Status.POSITIVE if nonzero else Status.NONNEGATIVE
        kernel = Kernel(key, status, nonzero, self.is_constant(factor), power=Fraction(2), value=square)
        return self.kernel(key, kernel)

    def canonical_sign(self, form: Form) -> tuple[Form, bool]:
        """±form with a positive leading coefficient, and whether the sign was changed."""
        if form.is_zero or form.num[0][1] > 0:
            return form, False
        return Form(tuple((m, -c) for m, c in form.num), form.den), True

    def logarithm(self, form: Form) -> Node:
        """log(n/d), principal: positive factors leave as their own logarithms."""
        if form.is_zero:
            raise GiveUp("the logarithm of zero")
        split = self.split_form(form)
        parts = [ZERO]
        for base, sign in ((split.content.p, 1), (split.content.q, -1)):
            for prime, times in prime_powers(int(base)):
                parts.append(multiply(number(sign * times), self.log_kernel(integer_form(prime), Status.POSITIVE)))
        parts += [multiply(number(times), self._log_positive(part)) for part, times in split.positive]
        for part, times in split.modulus:
            modulus = self.form(self.kernel_power(self.modulus_kernel(part), Fraction(1)))
            parts.append(multiply(number(times), self.log_kernel(modulus, Status.REAL)))
        if split.rest is None:
            if split.rest_turn:
                parts.append(multiply(number(2 * split.rest_turn), self.turn(QUARTER), self.circle()))
        else:
            parts.append(self._log_rest(split.rest))
        return add(*parts)

    def _log_positive(self, factor: Form) -> Node:
        """log of a factor that is certainly nonnegative (zero is excluded as a side condition)."""
        single = single_kernel(factor)
        if single is None:
            return self.log_kernel(factor, self._log_status(factor))
        number_, exponent = single
        kernel = self.kernels[number_]
        if kernel.key[0] == "exp":
            return multiply(number(exponent), self.exponent_of(kernel))
        if kernel.key[0] in ("base", "prime") and kernel.value is not None:
            inner = kernel.value
        else:
            inner = self.form(self.kernel_power(number_, Fraction(1)))
        status = Status.POSITIVE if kernel.key[0] == "prime" else self._log_status(inner)
        return multiply(number(exponent), self.log_kernel(inner, status))

    def _log_status(self, form: Form) -> Status:
        """log z > 0 where z > 1; real where z > 0."""
        num, den = self.value(add(("f", form), MINUS_ONE))
        above_one = den.is_constant() and self.status(num * den.leading_coefficient()) is Status.POSITIVE
        return Status.POSITIVE if above_one else Status.REAL

    def _log_rest(self, rest: Form) -> Node:
        """log of a rest of unknown sign; log(z^r) = r log z holds for a root -1 < r < 1."""
        single = self._principal_power(rest)
        if single is not None:
            kernel = self.kernels[single[0]]
            inner = kernel.value if kernel.key[0] == "base" else None
            if inner is None:
                inner = self.form(self.kernel_power(single[0], Fraction(1)))
            return multiply(number(single[1]), self.log_kernel(inner, Status.ANY))
        return self.log_kernel(rest, Status.ANY)

    def log_kernel(self, form: Form, status: Status) -> Node:
        key = ("log", form)
        kernel = Kernel(key, status, status is Status.POSITIVE, self.is_constant(form))
        return self.kernel_power(self.kernel(key, kernel), Fraction(1))

    def exponent_of(self, kernel: Kernel) -> Node:
        """What stands in an exponential: negative powers go below, for a polynomial has none and FLINT does not say so."""
        _, monomial, den = kernel.key
        above = tuple((k, e) for k, e in monomial if e > 0)
        below = tuple((k, -e) for k, e in monomial if e < 0)
        node: Node = ("f", Form(((above, fmpq(1)),), ((below, fmpq(1)),)))
        return node if den is None else multiply(node, power(("f", den), -1))

    def exponential(self, form: Form) -> Node:
        """exp(n/d): one kernel for each monomial of the exponent, with its rational coefficient as power."""
        if form.is_zero:
            return ONE
        if len(form.num) > MAX_EXP_TERMS:
            raise GiveUp("an exponent with too many terms")
        turn = dict(form.den[0][0]).get(self.index.get(UNITY, -1))
        if turn is not None and len(form.den) == 1:  # 1/i = -i
            bare = tuple(pair for pair in form.den[0][0] if pair[0] != self.index[UNITY])
            turned = multiply(("f", Form(form.num, ((bare, form.den[0][1]),))), self.turn(-turn))
            return self.exponential(self.form(turned))
        if len(form.den) == 1:
            inverse = {kernel: -exponent for kernel, exponent in form.den[0][0]}
            terms = [(merge_monomials(monomial, inverse), coefficient) for monomial, coefficient in form.num]
            return multiply(*[self._exp_monomial(m, as_fraction(c)) for m, c in terms])
        den = Form(form.den, (((), fmpq(1)),))
        return multiply(*[self._exp_kernel(m, den, as_fraction(c)) for m, c in form.num])

    def _exp_monomial(self, monomial: Monomial, coefficient: Fraction) -> Node:
        if not monomial:
            return self.euler(coefficient)
        if len(monomial) == 1 and monomial[0][1] == 1:
            kernel = self.kernels[monomial[0][0]]
            if kernel.key[0] == "log":
                return self._exp_of_log(kernel.key[1], coefficient)
            if kernel.key[:2] == ("function", sympy.LambertW) and coefficient.denominator == 1:
                return self._exp_of_lambert(monomial[0][0], int(coefficient))
        turning = self._turning_part(monomial)
        if turning is not None:
            rest, sign = turning
            return self._exp_turn(rest, sign * coefficient)
        return self._exp_kernel(monomial, None, coefficient)

    def _exp_of_lambert(self, number_: int, times: int) -> Node:
        """exp(W(z)) = z/W(z) for z ≠ 0: the definition of every branch (DLMF 4.13.1)."""
        point = self.kernels[number_].key[2][0]
        quotient = multiply(("f", point), power(self.kernel_power(number_, Fraction(1)), -1))
        return power(quotient, times)

    def _exp_of_log(self, base: Form, coefficient: Fraction) -> Node:
        """exp(c log b) = b^c: the definition of the principal power."""
        if coefficient.denominator == 1:
            return power(("f", base), int(coefficient))
        return self.root(base, coefficient)

    def _turning_part(self, monomial: Monomial) -> tuple[Monomial, int] | None:
        """(m, ±1) if the monomial is ±iπ·m with m a product of integers; None otherwise."""
        table = dict(monomial)
        turn = table.pop(self.index.get(UNITY, -1), None)
        circle = table.pop(self.index.get(("atom", sympy.pi), -1), None)
        if turn not in (QUARTER, 3 * QUARTER) or circle != 1:
            return None
        for kernel, exponent in table.items():
            if not self.kernels[kernel].integer or exponent.denominator != 1 or exponent < 0:
                return None
        return tuple(sorted(table.items())), 1 if turn == QUARTER else -1

    def _exp_turn(self, integer: Monomial, coefficient: Fraction) -> Node:
        """exp(iπ·c·m) with m an integer: a root of unity, or a kernel whose square is 1."""
        if not integer:
            return self.turn(coefficient / 2)
        if coefficient.denominator == 1:
            if coefficient.numerator % 2 == 0:
                return ONE
            integer = tuple((kernel, Fraction(1)) for kernel, _ in integer)  # n² is as odd as n
        key = ("parity", integer)
        one = Form((((), fmpq(1)),), (((), fmpq(1)),))
        kernel = Kernel(key, Status.REAL, nonzero=True, constant=False, power=Fraction(2), value=one)
        number_ = self.kernel(key, kernel)
        return self.kernel_power(number_, coefficient % 2)

    def _exp_kernel(self, monomial: Monomial, den: Form | None, coefficient: Fraction) -> Node:
        used = {kernel for kernel, _ in monomial} | (den.kernels() if den else set())
        real = all(self.is_real_power(kernel, exponent) for kernel, exponent in monomial)
        real = real and (den is None or self.status(self.form_value(den)[0]) >= Status.REAL)
        key = ("exp", monomial, den)
        constant = all(self.kernels[k].constant for k in used)
        kernel = Kernel(key, Status.POSITIVE if real else Status.ANY, nonzero=True, constant=constant)
        if real and key not in self.index:
            above, below = self.value(self.exponent_of(kernel))
            kernel.above_one = self.status(above) is self.status(below) is Status.POSITIVE
        return self.kernel_power(self.kernel(key, kernel), coefficient)

    def whole_power(self, base: Form, exponent: Node) -> Node:
        """(a b)^n = a^n b^n for integer n, whatever a and b are (not 0): every factor has its own logarithm."""
        factors, content = self.factor_forms(base)
        logarithms = [multiply(number(times), self.logarithm(factor)) for factor, times in factors]
        logarithms.append(self.logarithm(rational_form(content)))
        return multiply(*[self.exponential(self.form(multiply(exponent, log))) for log in logarithms])

    def factor_forms(self, form: Form) -> tuple[list[tuple[Form, int]], Any]:
        """The irreducible factors with their multiplicities (negative below the bar), and the content."""
        if form.is_zero:
            raise GiveUp("a symbolic power of zero")
        num, den = self.form_value(form)
        content, above = self.factors(num)
        content_den, below = self.factors(den)
        pending = above + [(factor, -times) for factor, times in below]
        return [(self.form_of(factor, self.one), times) for factor, times in pending], content / content_den

    def mirror(self, number_: int, exponent: Fraction) -> Node:
        """The conjugate of kernel^exponent; a kernel of unknown kind gets a conjugate kernel of its own."""
        if self.is_real_power(number_, exponent) or self.is_wave(number_):
            return super().mirror(number_, exponent)
        kernel = self.kernels[number_]
        if kernel.key[0] == "exp":
            inner = self.form(multiply(number(exponent), self.exponent_of(kernel)))
            return self.exponential(self.form(self.conjugate(inner)))
        if exponent.denominator != 1:
            value = self.form(self.kernel_power(number_, exponent))
            return self.function_kernel(sympy.conjugate, (value,), Status.ANY)
        if kernel.key[:2] == ("function", sympy.conjugate):
            return power(("f", kernel.key[2][0]), int(exponent))
        value = self.form(self.kernel_power(number_, Fraction(1)))
        return power(self.function_kernel(sympy.conjugate, (value,), Status.ANY), int(exponent))

    def function_kernel(self, head: Any, forms: tuple[Form, ...], status: Status) -> Node:
        key = ("function", head, forms)
        if key not in self.index:
            family = self.functions.setdefault((head, len(forms)), [])
            for number_, others in family:
                if all(self._same(a, b) for a, b in zip(forms, others, strict=True)):
                    self.index[key] = number_
                    break
            else:
                constant = all(self.is_constant(form) for form in forms)
                kernel = Kernel(key, status, status is Status.POSITIVE, constant)
                family.append((self.kernel(key, kernel), forms))
        return self.kernel_power(self.index[key], Fraction(1))

    def _same(self, left: Form, right: Form) -> bool:
        return left == right or self.vanishes(add(("f", left), multiply(MINUS_ONE, ("f", right))))
