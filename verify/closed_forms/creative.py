"""Sums with a symbolic end by creative telescoping (Zeilberger 1991): a recurrence that is proved, and the first values.

Claimed is S(n) = T(n), S(n) = Σ F(n, k) over lo ≤ k ≤ hi(n) = α n + β.  A candidate gives polynomials a_j and G = R F with

    (*)   Σ_j a_j(n) F(n + j, k) = G(n, k + 1) - G(n, k).

Why this cannot lie.  (*) is proved for all whole p, q ≥ 0 in k = lo + p and hi(n) = k + 1 + q, without a condition on p and q: at each of the
places where it is used, lo ≤ k ≤ hi(n) - 1, and at both ends also where hi(n) = lo, both sides are defined there (no pole of R, no 0/0 at the ends, which is
where the quotient F(n + 1, k)/F(n, k) fails).  Summed over these k it says

    Σ_j a_j S(n + j) = G(n, hi) - G(n, lo) + Σ_j a_j (the terms of S(n + j) for k = hi(n), ..., hi(n + j)),

a finite expression E(n); that Σ_j a_j T(n + j) = E(n) is proved for every n from the first on, a_J has no zero there,
and T agrees with S at as many first values as the order of the recurrence.  So S = T by induction.  The first n is the least that the
assumptions allow; there the range is not empty.  Parameters in which F is a polynomial are generic in (*): an equality of rational functions that
holds for generic values holds wherever the divisors of R, which are asked by themselves, do not vanish.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import sympy

from verify.closed_forms.contiguous import prove_by_contiguity
from verify.closed_forms.telescopers import telescoper
from verify.normal_form.signs import is_nonzero
from verify.points.domain import Domain
from verify.proofs.equality import by_normal_form, prove_with_exceptions
from verify.proofs.proof import Proof
from verify.proofs.sums import with_short_sums_written_out
from verify.regularity.conditions import must_not_vanish
from verify.regularity.existence import existence
from verify.regularity.side_conditions import as_conditions
from verify.terms.requirements import IsNotAPole, Requirement
from verify.terms.survey import NO_NUMBERS, TooBig, by_name, survey
from verify.wording import name

MOST_OPERATIONS = 60
HIGHEST_ORDER = 2
HEADS = (sympy.binomial, sympy.factorial, sympy.gamma, sympy.RisingFactorial, sympy.FallingFactorial)


def prove_by_recurrence(lhs: Any, rhs: Any) -> Proof | None:
    """A proof of an equation with one sum whose end is symbolic, or None.

    >>> n, k = sympy.symbols("n k", integer=True, nonnegative=True)
    >>> prove_by_recurrence(sympy.Sum(sympy.binomial(n, k) ** 2, (k, 0, n)), sympy.binomial(2 * n, n)).method
    'creative telescoping'
    """
    try:
        if not survey(lhs, rhs).has(sympy.Sum):
            return None
    except TooBig:
        return None
    difference = lhs - rhs
    sums = list(difference.atoms(sympy.Sum))
    if len(sums) != 1 or difference.has(sympy.Integral, sympy.Derivative, sympy.Limit, sympy.Product, sympy.Subs):
        return None
    (series,) = sums
    weight = sympy.expand(difference).coeff(series)
    rest = sympy.expand(difference - weight * series)
    if len(series.limits) != 1 or len(series.limits[0]) != 3 or rest.has(sympy.Sum) or not is_nonzero(weight):
        return None
    if not series.function.has(*HEADS) or series.function.count_ops() > MOST_OPERATIONS:
        return None
    for n in sorted(series.limits[0][2].free_symbols, key=by_name):
        problem = _Problem.of(series, -rest / weight, n)
        found = None if problem is None else problem.solved()
        if found is not None:
            order, exceptions = found
            detail = (
                f"Both sides satisfy the same recurrence of order {order} in {name(n)}, whose certificate is checked, "
                f"and agree at the first {order} values."
            )
            stated = must_not_vanish((lhs, rhs))
            exists = existence(lhs, rhs)
            more = tuple(part for part in exceptions if part not in stated)
            return None if exists is None else Proof("creative telescoping", detail, (*stated, *exists), more)
    return None


class _Problem:
    """S(n) = T(n), with S(n) = Σ F(n, k) for lo ≤ k ≤ slope n + offset."""

    def __init__(self, series: Any, value: Any, n: Any, slope: int, first: Any) -> None:
        self.index, self.low, self.high = series.limits[0]
        self.series, self.value, self.n, self.slope, self.first = series, value, n, slope, first
        self.term = series.function
        self.exceptions: list[Any] = []

    @classmethod
    def of(cls, series: Any, value: Any, n: Any) -> _Problem | None:
        _index, low, high = series.limits[0]
        slope = sympy.expand(high).coeff(n)
        offset = sympy.expand(high - slope * n)
        if not n.is_integer or slope not in (1, 2) or not low.is_integer or n in low.free_symbols:
            return None
        if not offset.is_integer or n in offset.free_symbols:
            return None
        first = sympy.S.One if n.is_positive else sympy.S.Zero if n.is_nonnegative else None
        if first is None or not (slope * first + offset - low).is_nonnegative:
            return None
        return cls(series, value, n, int(slope), first)

    def solved(self) -> tuple[int, tuple[Any, ...]] | None:
        """The order of the recurrence and what the parameters must meet."""
        for most in range(HIGHEST_ORDER + 1):
            candidate = telescoper(self.term, self.n, self.index, most)
            if candidate is None:
                continue
            self.exceptions = []
            weights, certificate = candidate
            order = len(weights) - 1
            if self._telescopes(weights, certificate) and self._follows(weights, certificate) and self._begins(order):
                return order, tuple(dict.fromkeys(self.exceptions))
            return None
        return None

    def _keep(self, proof: Proof | None, moving: set[Any], generic: Iterable[Any] = ()) -> bool:
        """Is it proved, with conditions on nothing that moves?  Those on parameters are exceptions, on generic ones they are met.

        They are met unless all of their coefficients vanish, which must be impossible wherever the others move.
        """
        if proof is None:
            return False
        letters = set(generic)
        for part in (*proof.nonzero, *proof.exceptions):
            if part.free_symbols & letters:
                if not _is_met_generically(part, letters):
                    return False
            elif not part.free_symbols & moving:
                self.exceptions.append(part)
            elif as_conditions([part]):
                return False
        return True

    def _telescopes(self, weights: list[Any], certificate: Any) -> bool:
        """(*), at every place at which it is used."""
        p, q = (sympy.Dummy(letter, integer=True, nonnegative=True) for letter in "pq")
        generic = self._generic()
        k = self.low + p
        offset = sympy.expand(self.high - self.slope * self.n)
        n = sympy.expand((k + 1 + q - offset) / self.slope)

        def put(expr: Any, **more: int) -> Any:
            at = {self.index: k + more.get("k", 0), self.n: n + more.get("n", 0)}
            return expr.subs(at, simultaneous=True)

        divisors = [put(sympy.fraction(sympy.together(certificate))[1], k=step) for step in (0, 1)]
        bound = must_not_vanish([1 / divisor for divisor in divisors])
        if as_conditions(part for part in bound if part.free_symbols & {p, q}):
            return False
        self.exceptions += [part for part in bound if not part.free_symbols & {p, q}]
        left = sympy.Add(*(put(a) * put(self.term, n=j) for j, a in enumerate(weights)))
        here, after = (put(certificate, k=step) * put(self.term, k=step) for step in (0, 1))
        proof = by_normal_form(left.xreplace(generic), (after - here).xreplace(generic))
        return self._keep(proof, {p, q}, generic.values())

    def _polynomial_parameters(self, *exprs: Any) -> set[Any]:
        """Parameters in which every factor is a polynomial for each n and k, such as upper arguments of binomials."""
        bound = self.low.free_symbols | self.high.free_symbols | {self.n, self.index}
        factors = [factor for expr in exprs for factor in sympy.Mul.make_args(expr)]
        free = self.term.free_symbols - bound
        return {s for s in free if all(_is_polynomial(factor, s) for factor in factors)}

    def _generic(self, *exprs: Any) -> dict[Any, Any]:
        """Real letters for the parameters in which F and the others are polynomials."""
        names = sorted(self._polynomial_parameters(self.term, *exprs), key=by_name)
        return {s: sympy.Dummy(s.name, real=True) for s in names}

    def _follows(self, weights: list[Any], certificate: Any) -> bool:
        """Σ a_j T(n + j) = E(n) for every n from the first on, and the last a_j does not vanish."""
        h = sympy.Dummy("h", integer=True, nonnegative=True)
        n = self.first + h
        high = sympy.expand(self.high.subs(self.n, n))

        def at(expr: Any, step: int, index: Any = None) -> Any:
            values = {self.n: n + step} if index is None else {self.n: n + step, self.index: index}
            return expr.subs(values, simultaneous=True)

        last = at(weights[-1], 0)
        if not is_nonzero(last):
            return False
        bottom = sympy.fraction(sympy.together(certificate))[1]
        divisors = must_not_vanish([1 / at(bottom, 0, end) for end in (high, self.low)])
        if as_conditions(part for part in divisors if h in part.free_symbols):
            return False  # where the range has one term only, 0/0 would be seen as another number
        ends = at(certificate * self.term, 0, high) - at(certificate * self.term, 0, self.low)
        tails = [
            at(weight, 0) * at(self.term, step, high + i)
            for step, weight in enumerate(weights)
            for i in range(self.slope * step + 1)
        ]
        known = sympy.Add(*(at(weight, 0) * at(self.value, step) for step, weight in enumerate(weights)))
        total = sympy.Add(ends, *tails)
        if total.has(*NO_NUMBERS) or known.has(*NO_NUMBERS):
            return False
        generic = self._generic(self.value)
        proof = by_normal_form(known.xreplace(generic), total.xreplace(generic))
        return self._keep(proof, {h}, generic.values())

    def _begins(self, order: int) -> bool:
        """T agrees with S at the first values."""
        for n in (self.first + step for step in range(order)):
            written = with_short_sums_written_out(self.series.subs(self.n, n))
            value = self.value.subs(self.n, n)
            if written.has(sympy.Sum, *NO_NUMBERS) or value.has(*NO_NUMBERS):
                return False
            if not self._keep(by_normal_form(written, value), set()):
                return False
        return True


def _is_polynomial(factor: Any, s: Any) -> bool:
    """In s, whatever whole numbers n and k are, on the ranges where the binomials have whole lower arguments."""
    if s not in factor.free_symbols:
        return True
    if factor.is_Pow and factor.exp.is_Integer and factor.exp > 0:
        return _is_polynomial(factor.base, s)
    if isinstance(factor, (sympy.binomial, sympy.RisingFactorial, sympy.FallingFactorial)):
        upper, lower = factor.args
        return bool(upper.is_polynomial(s) and s not in lower.free_symbols and lower.is_integer)
    return bool(factor.is_polynomial(s))


def _is_met_generically(part: Any, letters: set[Any]) -> bool:
    """Is it, as a polynomial in the letters, certainly not zero?"""
    if isinstance(part, IsNotAPole):
        (argument,) = part.args
        if not argument.is_polynomial(*letters):
            return False
        slopes = [c for m, c in sympy.Poly(argument, *letters).terms() if any(m)]
        return any(not as_conditions([c]) for c in slopes)
    if isinstance(part, Requirement) or not part.is_polynomial(*letters):
        return False
    return any(not as_conditions([c]) for c in sympy.Poly(part, *letters).coeffs())


def prove_on(lhs: Any, rhs: Any, domain: Domain) -> Proof | None:
    """A proof by any procedure, perhaps with exceptions: those of `verify.proofs`, then those of this room; None never means *false*."""
    proof = prove_with_exceptions(lhs, rhs, domain) or prove_by_contiguity(lhs, rhs, domain)
    return proof or prove_by_recurrence(lhs, rhs)
