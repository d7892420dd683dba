"""What is certain of the sign of a polynomial, and a form cut into what may leave a root or a logarithm and what must stay inside.

A sign is seen from the terms one by one, by roots, square roots, quadratics, or as that of a constant.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import sympy

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
    fmpq,
    fmpz,
    multiply,
    number,
    power,
)
from verify.normal_form.readback import Readable, as_rational
from verify.points.exact_numbers import certain_sign

MAX_ROOT_COUNT_DEGREE = 30
MAX_SURD_TERMS = 40
MAX_FACTORED_BITS = 90
Known = dict[tuple[Any, ...], Status]
"""Statuses of polynomials with terms of both signs, by their terms."""


class Signed(Readable):
    """A field that knows about signs."""

    def status(self, poly: Poly, known: Known | None = None) -> Status:
        """What is certain of the polynomial's value: a sum of positive terms is positive, and so on.

        `known` is what was found on the way: the same discriminants come back in every order of the kernels.
        """
        best = Status.NONNEGATIVE
        strict = False
        for exponents, coefficient in poly.terms():
            term = self._monomial_status(exponents)
            if term is Status.ANY:
                return Status.ANY
            if term is Status.REAL or coefficient < 0:
                best = Status.REAL
            strict = strict or (term is Status.POSITIVE and coefficient > 0)
        if best is Status.REAL:
            return self._status_beyond_terms(poly, {} if known is None else known)
        return Status.POSITIVE if strict else best

    def _monomial_status(self, exponents: tuple[Any, ...]) -> Status:
        last = len(self.roots) - 1
        result = Status.POSITIVE
        for position, exponent in enumerate(exponents):
            if not exponent:
                continue
            number_ = last - position
            status = self.kernels[number_].status
            whole, rest = divmod(int(exponent), self.ring_root(number_))
            if status is Status.ANY or (status is Status.REAL and rest):
                return Status.ANY  # a root keeps positivity, but not mere realness
            if status is Status.REAL and whole % 2 == 0:
                status = Status.POSITIVE if self.kernels[number_].nonzero else Status.NONNEGATIVE
            elif status is Status.NONNEGATIVE and self.kernels[number_].nonzero:
                status = Status.POSITIVE
            result = Status.REAL if Status.REAL in (status, result) else min(result, status)
        return result

    def _status_beyond_terms(self, poly: Poly, known: Known) -> Status:
        """A real polynomial with mixed signs: decided by root counting in one kernel, or as a constant.

        One real kernel: without a root on its range (Sturm's theorem) the polynomial keeps
        the sign of its leading coefficient.  Constants: a ball that excludes zero.
        a·r + b with a > 0 and r = sqrt(c): positive if b is, or if a²c > b².
        A x² + B x + C with A > 0 and x real: positive if 4AC > B².
        """
        last = len(self.roots) - 1
        used = [last - position for position, degree in enumerate(poly.degrees()) if degree > 0]
        if len(used) == 1 and not self.kernels[used[0]].constant and poly.total_degree() <= MAX_ROOT_COUNT_DEGREE:
            return self._sturm(poly, used[0])
        if used and all(self.kernels[k].constant for k in used):
            return self._constant_sign(poly)
        key = tuple(poly.terms())
        if key not in known:
            known[key] = self._surd_status(poly, known) or self._quadratic_status(poly, known) or Status.REAL
        return known[key]

    def _surd_status(self, poly: Poly, known: Known) -> Status | None:
        for relation in self.relations:
            kernel = self.kernels[relation.kernel]
            half, odd = divmod(relation.degree, 2)  # generator^half = sqrt(value)
            if odd or kernel.status < Status.NONNEGATIVE or kernel.key[0] != "base":
                continue
            layers = self._coefficients(poly, relation.position)
            if not layers.keys() <= {0, half} or half not in layers:
                continue
            a, b = layers[half], layers.get(0, self.ring.constant(0))
            if self.status(a, known) is not Status.POSITIVE:
                continue
            if self.status(b, known) >= Status.NONNEGATIVE:
                return Status.POSITIVE if kernel.status is Status.POSITIVE else Status.NONNEGATIVE
            if relation.divisor is None or len(poly) > MAX_SURD_TERMS:
                continue
            square = self.reduce(a * a * relation.num / relation.den.leading_coefficient() - b * b)[0]
            found = self.product_status(square, known)
            if found >= Status.NONNEGATIVE:
                return found
        return None

    def _quadratic_status(self, poly: Poly, known: Known) -> Status | None:
        if len(poly) > MAX_SURD_TERMS:
            return None
        for position, degree in enumerate(poly.degrees()):
            number_ = len(self.roots) - 1 - position
            if degree != 2 or self.ring_root(number_) != 1:
                continue
            layers = self._coefficients(poly, position)
            c, b, a = (layers.get(k, self.ring.constant(0)) for k in range(3))
            if self.status(a, known) is Status.POSITIVE:
                found = self.product_status(4 * a * c - b * b, known)
                if found >= Status.NONNEGATIVE:
                    return found
        return None

    def _coefficients(self, poly: Poly, position: int) -> dict[int, Poly]:
        """The coefficient of each power of one generator."""
        layers: dict[int, dict[tuple[int, ...], Any]] = {}
        for exponents, coefficient in poly.to_dict().items():
            rest = (*exponents[:position], 0, *exponents[position + 1 :])
            layers.setdefault(int(exponents[position]), {})[rest] = coefficient
        return {degree: self.ring.from_dict(layer) for degree, layer in layers.items()}

    def _sturm(self, poly: Poly, number_: int) -> Status:
        status = self.kernels[number_].status
        position = len(self.roots) - 1 - number_
        step = self.ring_root(number_) if status is Status.REAL else 1  # real terms hold whole powers of the kernel
        table = {int(exponents[position]) // step: coefficient for exponents, coefficient in poly.terms()}
        degree = max(table)
        coefficients = [as_rational(table.get(k, fmpq(0))) for k in range(degree, -1, -1)]
        if coefficients[0] < 0:
            return Status.REAL
        line = sympy.Poly(coefficients, sympy.Dummy("t"), domain=sympy.QQ)
        low = 1 if self.kernels[number_].above_one else 0
        while low == 1 and line.degree() > 0 and line.eval(1) == 0:
            line = line.quo(sympy.Poly([1, -1], line.gen, domain=sympy.QQ))  # t - 1 > 0
        roots = line.count_roots() if status is Status.REAL else line.count_roots(low, None)
        if status is Status.REAL and degree % 2:
            return Status.REAL
        return Status.POSITIVE if roots == 0 else Status.REAL

    def _constant_sign(self, poly: Poly) -> Status:
        return Status.POSITIVE if certain_sign(self.expr_of_poly(poly)) == 1 else Status.REAL

    def product_status(self, poly: Poly, known: Known | None = None) -> Status:
        """The status of a real polynomial from the statuses of its factors; zero is not positive."""
        known = {} if known is None else known
        if poly.is_zero():
            return Status.NONNEGATIVE
        content, factors = self.factors(poly)
        negative, result = content < 0, Status.POSITIVE
        for factor, times in factors:
            status = self.status(factor, known)
            if status < Status.NONNEGATIVE and self.status(-factor, known) >= Status.NONNEGATIVE:
                status, negative = self.status(-factor, known), negative ^ bool(times % 2)
            if status < Status.NONNEGATIVE and times % 2:
                return self.status(poly, known)
            if status is Status.ANY:
                return Status.ANY
            result = min(result, max(status, Status.NONNEGATIVE))
        return Status.REAL if negative else result


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
