"""Signs of fractions, and of numbers that are real although their kernels are not: 2 + cos u > 0."""

from __future__ import annotations

from typing import Any

from verify.errors import GiveUp
from verify.normal_form.kernels import MINUS_ONE, ZERO, Form, Monomial, Node, Poly, Status, add, multiply, number
from verify.normal_form.powers import Powers
from verify.normal_form.readback import merge_monomials


class Judged(Powers):
    """A field that judges the sign of a whole fraction."""

    def fraction_status(self, num: Poly, den: Poly) -> Status:
        """What is certain of num/den; a vanishing den is excluded as a side condition."""
        num, extra = self.reduce(num)
        den = den * extra
        if den.leading_coefficient() < 0:
            num, den = -num, -den
        if self.status(den) < Status.REAL or self.status(num) < Status.REAL:
            return self._hidden_status(num, den)
        if self.status(den) < Status.NONNEGATIVE:
            num, den = num * den, den * den  # the sign of num/den is the sign of num·den
            return self.product_status(num)
        return self.status(num)

    def _hidden_status(self, num: Poly, den: Poly) -> Status:
        """What is certain of a fraction with complex kernels, like cos u = (e^iu + e^-iu)/2.

        A value that equals its conjugate is real.  If moreover it is c₀ + Σ cₖ wₖ with
        |wₖ| = 1, then c₀ > Σ |cₖ| makes it positive: 2 + cos u > 0.
        """
        form = self.form_of(num, den)
        try:
            mirror = self.form(self.conjugate(form))
            if mirror != form and not self.vanishes(add(("f", form), multiply(MINUS_ONE, ("f", mirror)))):
                return Status.ANY
        except GiveUp:
            return Status.ANY
        return self._wave_status(form)

    def _wave_status(self, form: Form) -> Status:
        """Status of a real sum of waves, by the constant term against the others' sizes."""
        if len(form.den) != 1:
            return Status.REAL
        inverse = {kernel: -exponent for kernel, exponent in form.den[0][0]}
        groups: dict[Monomial, list[tuple[Monomial, Any]]] = {}
        for monomial, coefficient in form.num:
            total = merge_monomials(monomial, inverse)
            wave = tuple(pair for pair in total if self.is_wave(pair[0]))
            groups.setdefault(wave, []).append((tuple(p for p in total if p not in wave), coefficient))
        bound = [("+", [ZERO])]
        for wave, terms in groups.items():
            size: Node = add(ZERO, *[multiply(number(c), *[self.kernel_power(*p) for p in m]) for m, c in terms])
            if wave:
                sign = self._visible_sign(size)
                if sign is None:
                    return Status.REAL
                size = multiply(number(-sign), size)
            bound.append(size)
        num, den = self.value(add(*bound))
        if self.status(den) is not Status.POSITIVE:
            return Status.REAL
        return max(self.status(num), Status.REAL)

    def _visible_sign(self, node: Node) -> int | None:
        """±1 if ±node is certainly ≥ 0, else None."""
        num, den = self.value(node)
        if self.status(den) is not Status.POSITIVE:
            return None
        if self.status(num) >= Status.NONNEGATIVE:
            return 1
        return -1 if self.status(-num) >= Status.NONNEGATIVE else None
