"""The arithmetic under the normal form: kernels, their relations, and fractions of polynomials in them.

An expression is read as a fraction n/d of polynomials over Q in *kernels*: symbols,
π, roots, exponentials, logarithms, functions that nothing further is known of.  Every
kernel has one definite value at a point, and every *relation* (r² = 2 for r = √2,
Φ₁₂(ζ) = 0 for ζ = exp(2πi/12), ...) holds for these values.

Soundness.  If n reduces to the zero polynomial modulo true relations, then n is zero
at every point where all kernels are defined; so n/d is zero wherever d is not.  The
converse does not hold (relations that nobody told us), hence: zero proves, nonzero
proves nothing.

A kernel may appear with fractional exponents: the generator of the polynomial ring
is kernel^(1/root), the principal root.  `(k^(1/q))^p = k^(p/q)` holds for principal
powers of any complex k, since both are exp((p/q) log k); zero for k = 0 and p > 0.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import comb, lcm
from typing import Any

from flint import Ordering, fmpq_mpoly_ctx, fmpz_poly

from verify.errors import GiveUp
from verify.normal_form.kernels import (
    MINUS_ONE,
    ONE,
    UNITY,
    Form,
    Frac,
    Kernel,
    Key,
    Monomial,
    Node,
    Poly,
    Status,
    Terms,
)

MAX_KERNELS = 120
MAX_TERMS = 60_000
MAX_PRODUCT = 20_000_000
MAX_DEGREE = 100_000
MAX_COEFFICIENT_BITS = 200_000
MAX_GCD_TERMS = 20_000
MAX_FACTOR_TERMS = 400
MAX_TURN_ORDER = 240


@lru_cache(maxsize=512)
def ring_of(roots: tuple[int, ...]) -> tuple[Any, Any, tuple[Any, ...]]:
    """Ring over Q in one generator for each kernel, its one, and the generators by kernel number.

    The generators are named after the roots, so that FLINT refuses to mix polynomials
    from before and after a root became finer.

    Lexicographic with the newest kernel first: a relation expresses a kernel through
    older ones, so the leading term of `g^q - value` is `g^q` and one pass of division,
    newest first, reduces completely.
    """
    names = [f"g{k}r{root}" for k, root in reversed(list(enumerate(roots)))] or ["g"]
    ring = fmpq_mpoly_ctx.get(names, Ordering.lex)
    return ring, ring.constant(1), tuple(reversed(ring.gens()))


@dataclass
class Relation:
    """generator^degree = num/den, with num and den in older generators."""

    kernel: int
    position: int
    degree: int
    num: Poly
    den: Poly
    divisor: Poly | None


class Field:
    """Kernels met so far and the arithmetic of fractions in them.

    The ring is rebuilt when a kernel or a finer root joins; `Form` is the currency that
    survives this.
    """

    def __init__(self) -> None:
        self.kernels: list[Kernel] = []
        self.index: dict[Key, int] = {}
        self.roots: tuple[int, ...] = ()  # of the present ring; kernels that joined since are not in it
        self._values: dict[int, tuple[Node, Frac]] = {}
        self.relations: list[Relation] = []
        self.ring, self.one, self.gens = ring_of(self.roots)

    # --- kernels -------------------------------------------------------------------------

    def kernel(self, key: Key, make: Kernel | None = None) -> int:
        """The number of the kernel with this key; `make` joins if it is new."""
        number_ = self.index.get(key)
        if number_ is None:
            if make is None or len(self.kernels) >= MAX_KERNELS:
                raise GiveUp("more kernels than the limit allows")
            number_ = self.index[key] = len(self.kernels)
            self.kernels.append(make)
        return number_

    def kernel_power(self, number_: int, exponent: Fraction) -> Node:
        """kernel^exponent, the principal power."""
        kernel = self.kernels[number_]
        kernel.root = lcm(kernel.root, exponent.denominator)
        if kernel.root > MAX_TURN_ORDER:
            raise GiveUp("a root of too high an order")
        return ("k", number_, exponent)

    def turn(self, fraction: Fraction) -> Node:
        """exp(2πi·fraction), a root of unity."""
        fraction %= 1
        if fraction == 0:
            return ONE
        if fraction == Fraction(1, 2):
            return MINUS_ONE
        number_ = self.index.get(UNITY)
        if number_ is None:
            number_ = self.kernel(UNITY, Kernel(UNITY, Status.ANY, nonzero=True, constant=True, root=4))
        return self.kernel_power(number_, fraction)

    # --- the ring ------------------------------------------------------------------------

    def refresh(self) -> None:
        """Makes the ring fit the kernels; earlier polynomials are then void."""
        shape = tuple(kernel.root for kernel in self.kernels)
        if shape == self.roots:
            return
        self.roots = shape
        self._values.clear()
        self.ring, self.one, self.gens = ring_of(shape)
        self.relations = []
        for number_, kernel in enumerate(self.kernels):
            if kernel.key == UNITY:
                self.relations.insert(0, self._cyclotomic(number_, kernel.root))
            elif kernel.power is not None and kernel.value is not None:
                degree = kernel.power * kernel.root
                if degree.denominator == 1:
                    num, den = self._form_in_ring(kernel.value)
                    self.relations.insert(0, self._relation(number_, int(degree), num, den))

    def ring_root(self, number_: int) -> int:
        return self.roots[number_]

    def _relation(self, number_: int, degree: int, num: Poly, den: Poly) -> Relation:
        divisor = self.gens[number_] ** degree * den - num if den.is_constant() else None
        return Relation(number_, len(self.kernels) - 1 - number_, degree, num, den, divisor)

    def _cyclotomic(self, number_: int, order: int) -> Relation:
        generator = self.gens[number_]
        coefficients = list(fmpz_poly.cyclotomic(order))
        degree = len(coefficients) - 1
        tail = self.ring.constant(0)
        for exponent, coefficient in enumerate(coefficients[:-1]):
            if coefficient:
                tail -= generator**exponent * int(coefficient)
        return self._relation(number_, degree, tail, self.one)

    # --- evaluation ----------------------------------------------------------------------

    def value(self, node: Node) -> Frac:
        """The node as a fraction n/d in the present ring.  Raises GiveUp beyond limits or for 1/0."""
        self.refresh()
        return self._value(node)

    def _value(self, node: Node) -> Frac:
        kind = node[0]
        if kind == "k":
            return self._generator_power(node[1], node[2])
        if kind == "n":
            return self.ring.constant(node[1]), self.one
        known = self._values.get(id(node))
        if known is not None:
            return known[1]
        if kind == "+":
            result = self._sum([self._value(part) for part in node[1]])
        elif kind == "*":
            result = self._product([self._value(part) for part in node[1]])
        elif kind == "^":
            result = self._power(self._value(node[1]), node[2])
        else:
            result = self._form_in_ring(node[1])
        self._values[id(node)] = (node, result)  # the node is kept alive, so that its id stays its own
        return result

    def _generator_power(self, number_: int, exponent: Fraction) -> Frac:
        whole = exponent.numerator * (self.ring_root(number_) // exponent.denominator)  # the root is a multiple
        if abs(whole) > MAX_DEGREE:
            raise GiveUp("an exponent beyond the limit")
        generator = self.gens[number_]
        monomial = generator if abs(whole) == 1 else generator ** abs(whole)
        if self.relations:
            monomial = self.reduce(monomial)[0] if self._plain(number_) else monomial
        return (monomial, self.one) if whole >= 0 else (self.one, monomial)

    def _plain(self, number_: int) -> bool:
        return all(r.divisor is not None for r in self.relations if r.kernel == number_)

    def _sum(self, parts: list[Frac]) -> Frac:
        num, den = parts[0]
        for n, d in parts[1:]:
            if d is den or d == den:
                num = num + n
            else:
                common = self._gcd(den, d)
                left = d / common
                num = self._times(num, left) + self._times(n, den / common)
                den = self._times(den, left)
        if not den.is_constant():
            num, den = self._cancel(num, den)
        return num, den

    def _product(self, parts: list[Frac]) -> Frac:
        num, den = parts[0]
        for n, d in parts[1:]:
            if not d.is_constant():
                num, d = self._cancel(num, d)
            if not den.is_constant():
                n, den = self._cancel(n, den)
            num = self._times(num, n)
            den = self._times(den, d)
        return self._tidy(num, den)

    def _power(self, base: Frac, exponent: int) -> Frac:
        num, den = base
        if exponent < 0:
            self.require_nonzero(num)
            num, den, exponent = den, num, -exponent
        return self._tidy(self._raise(num, exponent), self._raise(den, exponent))

    def _tidy(self, num: Poly, den: Poly) -> Frac:
        if not self.relations:
            return num, den
        num, extra = self.reduce(num)
        den, extra_den = self.reduce(den)
        if den.is_zero():
            raise GiveUp("a denominator that is identically zero")
        return (num * extra_den, den * extra) if not (extra.is_one() and extra_den.is_one()) else (num, den)

    def _times(self, left: Poly, right: Poly) -> Poly:
        if len(left) * len(right) > MAX_PRODUCT:
            raise GiveUp("a product with too many terms")
        product = left * right
        if len(product) > MAX_TERMS:
            raise GiveUp("a polynomial with too many terms")
        return product

    def _raise(self, base: Poly, exponent: int) -> Poly:
        if exponent == 1 or base.is_zero() or base.is_one():
            return base
        terms = len(base)
        if base.total_degree() * exponent > MAX_DEGREE:
            raise GiveUp("a power of too high a degree")
        bits = max(int(c.p).bit_length() + int(c.q).bit_length() for c in base.coeffs()[:50])
        if bits > 2 and bits * exponent > MAX_COEFFICIENT_BITS:
            raise GiveUp("a power with too many digits")
        if terms > 1 and (exponent > MAX_TERMS or _power_terms(terms, exponent, base) > MAX_TERMS):
            raise GiveUp("a power with too many terms")
        return base**exponent

    def _gcd(self, left: Poly, right: Poly) -> Poly:
        if left.is_constant() or right.is_constant():
            return self.one
        if len(left) > MAX_GCD_TERMS or len(right) > MAX_GCD_TERMS:
            return self.one  # cancelling is for size only
        return left.gcd(right)

    def _cancel(self, num: Poly, den: Poly) -> Frac:
        if num.is_zero():
            return num, self.one if not self.relations else den
        common = self._gcd(num, den)
        return (num, den) if common.is_one() else (num / common, den / common)

    # --- relations -----------------------------------------------------------------------

    def reduce(self, poly: Poly) -> Frac:
        """The polynomial modulo all relations, as (remainder, factor): factor·poly = remainder.

        The factor is a product of denominators of relation values (1 in most cases).
        """
        factor = self.one
        for relation in self.relations:
            if poly.is_zero():
                break
            if poly.degrees()[relation.position] < relation.degree:
                continue
            if relation.divisor is not None:
                poly = divmod(poly, relation.divisor)[1]
            else:
                poly, extra = self._substitute(poly, relation)
                factor = factor * extra
        return poly, factor

    def _substitute(self, poly: Poly, relation: Relation) -> Frac:
        """Replaces generator^degree by num/den, where den is no constant."""
        layers: dict[int, dict[tuple[int, ...], Any]] = {}
        for exponents, coefficient in poly.to_dict().items():
            high, low = divmod(int(exponents[relation.position]), relation.degree)
            rest = (*exponents[: relation.position], low, *exponents[relation.position + 1 :])
            layers.setdefault(high, {})[rest] = coefficient
        top = max(layers)
        total = self.ring.constant(0)
        for high, terms in layers.items():
            layer = self.ring.from_dict(terms)
            total += self._times(self._times(layer, relation.num**high), relation.den ** (top - high))
        return total, relation.den**top

    def require_nonzero(self, poly: Poly) -> None:
        """Raises GiveUp if the polynomial vanishes modulo the relations: a division by zero."""
        if poly.is_zero() or (self.relations and self.reduce(poly)[0].is_zero()):
            raise GiveUp("a division by an expression that is identically zero")

    def vanishes(self, node: Node) -> bool:
        """True only if the node is zero wherever it is defined."""
        num, den = self.value(node)
        if not num.is_zero() and not self.reduce(num)[0].is_zero():
            return False
        self.require_nonzero(den)
        return True

    # --- forms ---------------------------------------------------------------------------

    def form(self, node: Node) -> Form:
        """The node as a Form: cancelled, reduced, leading coefficient of the denominator 1."""
        num, den = self.value(node)
        if self.relations:
            num, extra = self.reduce(num)
            den = den * extra
        self.require_nonzero(den)
        return self.form_of(*self._cancel(num, den))

    def form_of(self, num: Poly, den: Poly) -> Form:
        """The fraction num/den of the present ring as a Form."""
        if num.is_zero():
            den = self.one
        lead = den.leading_coefficient()
        if lead != 1:
            num, den = num / lead, den / lead
        return Form(self.terms(num), self.terms(den))

    def terms(self, poly: Poly) -> Terms:
        return tuple((self.monomial(exponents), coefficient) for exponents, coefficient in poly.terms())

    def monomial(self, exponents: tuple[Any, ...]) -> Monomial:
        """Exponents of the present ring as (kernel, exponent) pairs, oldest kernel first."""
        last = len(self.roots) - 1
        return tuple(
            (last - position, Fraction(int(exponent), self.ring_root(last - position)))
            for position, exponent in reversed(list(enumerate(exponents)))
            if exponent
        )

    def _form_in_ring(self, form: Form) -> Frac:
        return self._polynomial(form.num), self._polynomial(form.den)

    def form_value(self, form: Form) -> Frac:
        """The form as a fraction in the present ring."""
        self.refresh()
        return self._form_in_ring(form)

    def _polynomial(self, terms: Terms) -> Poly:
        size, table = len(self.roots), dict[tuple[int, ...], Any]()
        for monomial, coefficient in terms:
            exponents = [0] * max(size, 1)
            for kernel, exponent in monomial:
                exponents[size - 1 - kernel] = int(exponent * self.ring_root(kernel))
            if min(exponents) < 0:  # of which FLINT takes the modulus, without a word
                raise GiveUp("a negative power in a polynomial")
            table[tuple(exponents)] = coefficient
        return self.ring.from_dict(table)

    # --- factors -------------------------------------------------------------------------

    def factors(self, poly: Poly) -> tuple[Any, list[tuple[Poly, int]]]:
        """poly = content · Π factor^multiplicity over Q; a large polynomial stays in one piece."""
        if poly.is_constant():
            return poly.leading_coefficient(), []
        if len(poly) > MAX_FACTOR_TERMS or poly.total_degree() > MAX_FACTOR_TERMS:
            content = poly.leading_coefficient()
            return content, [(poly / content, 1)]
        content, factors = poly.factor()
        return content, [(factor, int(multiplicity)) for factor, multiplicity in factors]


def _power_terms(terms: int, exponent: int, base: Poly) -> int:
    """An upper bound for the number of terms of base^exponent."""
    by_choice = comb(exponent + terms - 1, terms - 1) if terms < 60 else MAX_TERMS * exponent
    by_degree = 1
    for degree in base.degrees():
        by_degree *= int(degree) * exponent + 1
        if by_degree > MAX_TERMS:
            break
    return min(by_choice, by_degree)
