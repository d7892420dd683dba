"""What is certain of the sign of a polynomial: from its terms one by one, by roots, square roots, quadratics, as a constant."""

from __future__ import annotations

from typing import Any

import sympy

from verify.normal_form.kernels import Poly, Status, fmpq
from verify.normal_form.readback import Readable, as_rational
from verify.points.exact_numbers import certain_sign

MAX_ROOT_COUNT_DEGREE = 30
MAX_SURD_TERMS = 40


class Signed(Readable):
    """A field that knows about signs."""

    def status(self, poly: Poly) -> Status:
        """What is certain of the polynomial's value: a sum of positive terms is positive, and so on."""
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
            return self._status_beyond_terms(poly)
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

    def _status_beyond_terms(self, poly: Poly) -> Status:
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
        return self._surd_status(poly) or self._quadratic_status(poly) or Status.REAL

    def _surd_status(self, poly: Poly) -> Status | None:
        for relation in self.relations:
            kernel = self.kernels[relation.kernel]
            half, odd = divmod(relation.degree, 2)  # generator^half = sqrt(value)
            if odd or kernel.status < Status.NONNEGATIVE or kernel.key[0] != "base":
                continue
            layers = self._coefficients(poly, relation.position)
            if not layers.keys() <= {0, half} or half not in layers:
                continue
            a, b = layers[half], layers.get(0, self.ring.constant(0))
            if self.status(a) is not Status.POSITIVE:
                continue
            if self.status(b) >= Status.NONNEGATIVE:
                return Status.POSITIVE if kernel.status is Status.POSITIVE else Status.NONNEGATIVE
            if relation.divisor is None or len(poly) > MAX_SURD_TERMS:
                continue
            square = self.reduce(a * a * relation.num / relation.den.leading_coefficient() - b * b)[0]
            found = self.product_status(square)
            if found >= Status.NONNEGATIVE:
                return found
        return None

    def _quadratic_status(self, poly: Poly) -> Status | None:
        if len(poly) > MAX_SURD_TERMS:
            return None
        for position, degree in enumerate(poly.degrees()):
            number_ = len(self.roots) - 1 - position
            if degree != 2 or self.ring_root(number_) != 1:
                continue
            layers = self._coefficients(poly, position)
            c, b, a = (layers.get(k, self.ring.constant(0)) for k in range(3))
            if self.status(a) is Status.POSITIVE:
                found = self.product_status(4 * a * c - b * b)
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

    def product_status(self, poly: Poly) -> Status:
        """The status of a real polynomial from the statuses of its factors; zero is not positive."""
        if poly.is_zero():
            return Status.NONNEGATIVE
        content, factors = self.factors(poly)
        negative, result = content < 0, Status.POSITIVE
        for factor, times in factors:
            status = self.status(factor)
            if status < Status.NONNEGATIVE and self.status(-factor) >= Status.NONNEGATIVE:
                status, negative = self.status(-factor), negative ^ bool(times % 2)
            if status < Status.NONNEGATIVE and times % 2:
                return self.status(poly)
            if status is Status.ANY:
                return Status.ANY
            result = min(result, max(status, Status.NONNEGATIVE))
        return Status.REAL if negative else result
