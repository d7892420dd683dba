"""A zero test by normal form: SymPy expression → fraction of polynomials in kernels.

`Normaliser.node` reads an expression once and recognises its kernels; `verify.kernels`
does the arithmetic.  Each rule is one method and is true for principal values at every
admissible point (powers and logarithms as in DLMF 4.2; b**x = exp(x log b)), apart from
the exceptional points that `side_conditions` lists.

What is merged, and why that is true:

- exp(a + b) = exp(a) exp(b); exp(c·log b) = b^c by the definition of a power.
- roots: (p z)^c = p^c z^c for p ≥ 0, any z (the argument of z is untouched).
- logarithms: log(p z) = log p + log z for p > 0, any z ≠ 0, for the same reason.
- sin, cos, ... and the hyperbolic functions are exponentials; exp(iπq) is a root of
  unity with its cyclotomic relation; exp(iπn) with integer n squares to 1.
- a real even power is a power of the modulus: sqrt(x²) = |x|, and |x|² = x².
- Γ(z+1) = z Γ(z) (DLMF 5.5.1), ψ (5.5.2, 5.15.5), Bessel recurrences (10.6.1, 10.29.1).
- any other function: equal arguments give equal values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Any

import sympy as sp
from flint import fmpq, fmpz
from sympy.core.function import AppliedUndef, UndefinedFunction

from verify.kernels import (
    MINUS_ONE,
    ONE,
    UNITY,
    ZERO,
    Field,
    Form,
    Kernel,
    Monomial,
    Node,
    Poly,
    Status,
    add,
    multiply,
    number,
    power,
)
from verify.proofs import GiveUp

MAX_SHIFT = 60
MAX_FACTORED_BITS = 90
MAX_EXP_TERMS = 40
MAX_NODES = 20_000
MAX_ROOT_COUNT_DEGREE = 30
MAX_SURD_TERMS = 40
QUARTER = Fraction(1, 4)

ODD = (sp.asin, sp.atan, sp.asinh, sp.atanh, sp.erf, sp.erfi, sp.fresnels, sp.fresnelc, sp.Si, sp.Shi)
EVEN: tuple[Any, ...] = (sp.Abs,)
REAL_FUNCTIONS = (sp.erf, sp.atan, sp.asinh, sp.gamma, sp.re, sp.im, sp.arg, sp.floor, sp.ceiling, sp.Max, sp.Min)


class Normaliser(Field):
    """Turns expressions into nodes over one growing set of kernels."""

    def __init__(self) -> None:
        super().__init__()
        self.nodes: dict[Any, Node] = {}
        self.functions: dict[tuple[Any, int], list[tuple[int, tuple[Form, ...]]]] = {}
        self.expressions: dict[int, Any] = {}
        self.assumed_nonzero: list[Form] = []
        self.dummies: dict[tuple[Any, ...], Any] = {}

    # --- the door ------------------------------------------------------------------------

    def node(self, expr: Any) -> Node:
        """The expression as a node.  Raises GiveUp for what no rule covers (floats, oo, matrices)."""
        known = self.nodes.get(expr)
        if known is None:
            if len(self.nodes) > MAX_NODES:
                raise GiveUp("an expression that is too large")
            known = self.nodes[expr] = self._read(expr)
        return known

    def form_of_expr(self, expr: Any) -> Form:
        """The expression as a Form."""
        return self.form(self.node(expr))

    def _read(self, expr: Any) -> Node:
        rule = _RULES.get(type(expr))
        if rule is not None:
            return rule(self, expr)
        if isinstance(expr, sp.Rational):
            return number(fmpq(int(expr.p), int(expr.q)))
        if not isinstance(expr, sp.Expr) or expr.is_commutative is not True or expr.is_Float:
            raise GiveUp(f"{type(expr).__name__} has no exact normal form")
        if isinstance(expr, sp.Symbol):
            return self._symbol(expr)
        if isinstance(expr, sp.NumberSymbol):
            return self._named_constant(expr)
        if isinstance(expr, (AppliedUndef, sp.Function)):
            return self._function(expr)
        raise GiveUp(f"{type(expr).__name__} has no exact normal form")

    # --- atoms ---------------------------------------------------------------------------

    def _symbol(self, symbol: Any) -> Node:
        """A symbol; a negative one stands as minus a positive kernel, so that signs are seen."""
        if symbol.is_zero:
            return ZERO
        if symbol.is_commutative is not True or symbol.is_infinite:
            raise GiveUp(f"symbol {symbol} is not a finite commuting number")
        if symbol.is_nonpositive:
            status = Status.POSITIVE if symbol.is_negative else Status.NONNEGATIVE
            return multiply(MINUS_ONE, self._atom(-symbol, status, symbol.is_integer))
        status = _assumed_status(symbol)
        return self._atom(symbol, status, symbol.is_integer, nonzero=symbol.is_zero is False)

    def _atom(
        self, expr: Any, status: Status, integer: Any = None, nonzero: bool = False, constant: bool = False
    ) -> Node:
        key = ("atom", expr)
        kernel = Kernel(key, status, nonzero or status is Status.POSITIVE, constant, integer=bool(integer))
        return self.kernel_power(self._join(key, kernel, expr), Fraction(1))

    def _join(self, key: tuple[Any, ...], kernel: Kernel, expr: Any) -> int:
        number_ = self.kernel(key, kernel)
        self.expressions.setdefault(number_, expr)
        return number_

    def _named_constant(self, constant: Any) -> Node:
        if constant is sp.GoldenRatio:
            return self.node((1 + sp.sqrt(5)) / 2)
        if constant in (sp.pi, sp.EulerGamma, sp.Catalan):
            return self._atom(constant, Status.POSITIVE, constant=True)
        raise GiveUp(f"the constant {constant} is not known here")

    def _euler(self, exponent: Fraction) -> Node:
        key = ("exp", (), None)
        kernel = Kernel(key, Status.POSITIVE, nonzero=True, constant=True, above_one=True)
        return self.kernel_power(self._join(key, kernel, sp.E), exponent)

    # --- field operations ----------------------------------------------------------------

    def _read_sum(self, expr: Any) -> Node:
        return ("+", [self.node(part) for part in expr.args])

    def _read_product(self, expr: Any) -> Node:
        return ("*", [self.node(part) for part in expr.args])

    def _read_power(self, expr: Any) -> Node:
        base, exponent = expr.base, expr.exp
        if exponent.is_Integer:
            return ("^", self.node(base), int(exponent))
        if base is sp.S.Exp1:
            return self.exponential(self.form_of_expr(exponent))
        if base is sp.S.NegativeOne:
            return self.exponential(self.form_of_expr(sp.I * sp.pi * exponent))
        if exponent.is_Rational:
            fraction = Fraction(int(exponent.p), int(exponent.q))
            if base.is_Symbol and not base.is_nonpositive:
                node = self.node(base)
                if node[0] == "k":
                    return self.kernel_power(node[1], fraction)
            return self.root(self.form_of_expr(base), fraction)
        if exponent.is_integer:
            return self._whole_power(self.form_of_expr(base), self.node(exponent))
        return self.exponential(self.form(multiply(self.node(exponent), self.logarithm(self.form_of_expr(base)))))

    def _whole_power(self, base: Form, exponent: Node) -> Node:
        """(a b)^n = a^n b^n for integer n, whatever a and b are (not 0): every factor has its own logarithm."""
        factors, content = self._factor_forms(base)
        logarithms = [multiply(number(times), self.logarithm(factor)) for factor, times in factors]
        logarithms.append(self.logarithm(_rational_form(content)))
        return multiply(*[self.exponential(self.form(multiply(exponent, log))) for log in logarithms])

    # --- roots ---------------------------------------------------------------------------

    def root(self, form: Form, exponent: Fraction) -> Node:
        """(n/d)^exponent, principal, for an exponent that is no integer.

        Nonnegative factors leave the root with their own power; even powers of real ones
        leave as powers of the modulus; a negative rest -z with z > 0 gives exp(iπc) z^c.
        """
        if form.is_zero:
            if exponent > 0:
                return ZERO
            raise GiveUp("a negative power of zero")
        split = self._split(form)
        parts = [self._rational_power(split.content, exponent)]
        parts += [self._positive_power(part, times * exponent) for part, times in split.positive]
        if split.modulus:
            parts += [self._modulus_power(part, times * exponent) for part, times in split.modulus]
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
        single = _single_kernel(form)
        if single is None or not -1 < single[1] <= 1:
            return None
        return None if self.kernels[single[0]].key[0] in ("exp", "parity", "unity") else single

    def _split(self, form: Form) -> _Split:
        """form = content · Π positive^k · Π |real|^k · rest, content > 0 rational; see `_Split`."""
        num, den = self._form_value(form)
        content, factors = self.factors(num)
        content_den, factors_den = self.factors(den)
        content /= content_den
        split = _Split(abs(content))
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
        turn = _pure_turn(split.rest, self.index.get(UNITY))
        if turn is not None:
            split.content *= abs(turn[0])
            split.rest, split.rest_turn = None, turn[1]
        return split

    def _hidden_square(self, factors: list[tuple[Poly, int]], split: _Split) -> bool | None:
        """Π factor^(2·times) = ±|h|² where h or ih is real although its kernels are not: sin², cos².

        Puts h into `split.modulus` and answers whether the sign is minus; None if h is neither.
        """
        used = {kernel for factor, _ in factors for kernel in self.form_of(factor, self.one).kernels()}
        if not used or not all(self._is_wave(k) or self._is_real_generator(k) for k in used):
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

    def _form_value(self, form: Form) -> tuple[Poly, Poly]:
        self.refresh()
        return self._form(form)

    def _rational_power(self, value: Any, exponent: Fraction) -> Node:
        """value^exponent for a positive rational, by its primes: 8^(1/2) = 2·2^(1/2)."""
        parts = [ONE]
        for base, sign in ((value.p, 1), (value.q, -1)):
            for prime, times in _prime_powers(int(base)):
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
        return self.kernel_power(self._join(key, kernel, sp.Integer(prime)), exponent)

    def _positive_power(self, factor: Form, exponent: Fraction) -> Node:
        """factor^exponent for a factor that is certainly nonnegative."""
        single = _single_kernel(factor)
        if single is not None:
            return self.kernel_power(single[0], single[1] * exponent)
        if exponent.denominator == 1:
            return power(("f", factor), int(exponent))
        key = ("base", factor)
        if exponent.denominator == 2 and key not in self.index:
            related = self._through_related_root(factor, exponent)
            if related is not None:
                return related
        num, _ = self._form_value(factor)
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
            split = self._split(product)
            plain = all(times % 2 == 0 or _single_kernel(part) for part, times in split.positive)
            if plain and split.rest is None and not split.rest_turn:
                return multiply(self.root(product, exponent), self.kernel_power(number_, -exponent))
        return None

    def _modulus_power(self, factor: Form, exponent: Fraction) -> Node:
        """|factor|^exponent for a factor that is certainly real."""
        if exponent.denominator == 1 and exponent.numerator % 2 == 0:
            return power(("f", factor), int(exponent))
        return self.kernel_power(self._modulus_kernel(factor), exponent)

    def _modulus_kernel(self, factor: Form) -> int:
        factor = self._canonical_sign(factor)[0]
        key = ("modulus", factor)
        square = self.form(power(("f", factor), 2))
        single = _single_kernel(factor)
        nonzero = single is not None and self.kernels[single[0]].nonzero
        status = Status.POSITIVE if nonzero else Status.NONNEGATIVE
        kernel = Kernel(key, status, nonzero, self.is_constant(factor), power=Fraction(2), value=square)
        return self.kernel(key, kernel)

    def _canonical_sign(self, form: Form) -> tuple[Form, bool]:
        """±form with a positive leading coefficient, and whether the sign was changed."""
        if form.is_zero or form.num[0][1] > 0:
            return form, False
        return Form(tuple((m, -c) for m, c in form.num), form.den), True

    def is_constant(self, form: Form) -> bool:
        """True if no symbol occurs in the form."""
        return all(self.kernels[k].constant for k in form.kernels())

    # --- logarithms ----------------------------------------------------------------------

    def _log(self, expr: Any) -> Node:
        if len(expr.args) != 1:
            raise GiveUp("a logarithm to another base")
        return self.logarithm(self.form_of_expr(expr.args[0]))

    def logarithm(self, form: Form) -> Node:
        """log(n/d), principal: positive factors leave as their own logarithms."""
        if form.is_zero:
            raise GiveUp("the logarithm of zero")
        split = self._split(form)
        parts = [ZERO]
        for base, sign in ((split.content.p, 1), (split.content.q, -1)):
            for prime, times in _prime_powers(int(base)):
                parts.append(multiply(number(sign * times), self._log_kernel(_integer_form(prime), Status.POSITIVE)))
        parts += [multiply(number(times), self._log_positive(part)) for part, times in split.positive]
        for part, times in split.modulus:
            modulus = self.form(self.kernel_power(self._modulus_kernel(part), Fraction(1)))
            parts.append(multiply(number(times), self._log_kernel(modulus, Status.REAL)))
        if split.rest is None:
            if split.rest_turn:
                parts.append(multiply(number(2 * split.rest_turn), self.turn(QUARTER), self.node(sp.pi)))
        else:
            parts.append(self._log_rest(split.rest))
        return add(*parts)

    def _log_positive(self, factor: Form) -> Node:
        """log of a factor that is certainly nonnegative (zero is excluded as a side condition)."""
        single = _single_kernel(factor)
        if single is None:
            return self._log_kernel(factor, self._log_status(factor))
        number_, exponent = single
        kernel = self.kernels[number_]
        if kernel.key[0] == "exp":
            return multiply(number(exponent), self._exponent_of(kernel))
        if kernel.key[0] in ("base", "prime") and kernel.value is not None:
            inner = kernel.value
        else:
            inner = self.form(self.kernel_power(number_, Fraction(1)))
        status = Status.POSITIVE if kernel.key[0] == "prime" else self._log_status(inner)
        return multiply(number(exponent), self._log_kernel(inner, status))

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
            return multiply(number(single[1]), self._log_kernel(inner, Status.ANY))
        return self._log_kernel(rest, Status.ANY)

    def _log_kernel(self, form: Form, status: Status) -> Node:
        key = ("log", form)
        kernel = Kernel(key, status, status is Status.POSITIVE, self.is_constant(form))
        return self.kernel_power(self.kernel(key, kernel), Fraction(1))

    def _exponent_of(self, kernel: Kernel) -> Node:
        _, monomial, den = kernel.key
        node: Node = ("f", Form(((monomial, fmpq(1)),), (((), fmpq(1)),)))
        return node if den is None else multiply(node, power(("f", den), -1))

    # --- exponentials --------------------------------------------------------------------

    def _exp(self, expr: Any) -> Node:
        return self.exponential(self.form_of_expr(expr.args[0]))

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
            terms = [(_merge(monomial, inverse), coefficient) for monomial, coefficient in form.num]
            return multiply(*[self._exp_monomial(m, _fraction(c)) for m, c in terms])
        den = Form(form.den, (((), fmpq(1)),))
        return multiply(*[self._exp_kernel(m, den, _fraction(c)) for m, c in form.num])

    def _exp_monomial(self, monomial: Monomial, coefficient: Fraction) -> Node:
        if not monomial:
            return self._euler(coefficient)
        if len(monomial) == 1 and monomial[0][1] == 1:
            kernel = self.kernels[monomial[0][0]]
            if kernel.key[0] == "log":
                return self._exp_of_log(kernel.key[1], coefficient)
            if kernel.key[:2] == ("function", sp.LambertW) and coefficient.denominator == 1:
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
        circle = table.pop(self.index.get(("atom", sp.pi), -1), None)
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
        real = all(self._is_real_power(kernel, exponent) for kernel, exponent in monomial)
        real = real and (den is None or self.status(self._form_value(den)[0]) >= Status.REAL)
        key = ("exp", monomial, den)
        constant = all(self.kernels[k].constant for k in used)
        kernel = Kernel(key, Status.POSITIVE if real else Status.ANY, nonzero=True, constant=constant)
        if real and key not in self.index:
            exponent = self._exponent_of(kernel)
            kernel.above_one = self.fraction_status(*self.value(exponent)) is Status.POSITIVE
        return self.kernel_power(self.kernel(key, kernel), coefficient)

    def _is_real_power(self, number_: int, exponent: Fraction) -> bool:
        status = self.kernels[number_].status
        return status >= Status.NONNEGATIVE or (status is Status.REAL and exponent.denominator == 1)

    # --- circular and hyperbolic functions -----------------------------------------------

    def _waves(self, expr: Any, circular: bool) -> tuple[Node, Node]:
        """exp(w) and exp(-w), with w = i·argument for circular functions."""
        argument = self.node(expr.args[0])
        wave = self.exponential(self.form(multiply(self.turn(QUARTER), argument) if circular else argument))
        return wave, power(wave, -1)

    def _trigonometric(self, expr: Any) -> Node:
        """sin, cos, tan, ... through exp(±iz) (DLMF 4.14); sinh, cosh, ... through exp(±z) (4.28)."""
        name = type(expr).__name__
        circular = not name.endswith("h")
        plus, minus = self._waves(expr, circular)
        even = add(plus, minus)
        odd = add(plus, multiply(MINUS_ONE, minus))
        half = number(Fraction(1, 2))
        turn = multiply(MINUS_ONE, self.turn(QUARTER)) if circular else ONE  # 1/i
        back = self.turn(QUARTER) if circular else ONE
        parts: dict[str, Callable[[], Node]] = {
            "sin": lambda: multiply(half, turn, odd),
            "cos": lambda: multiply(half, even),
            "tan": lambda: multiply(turn, odd, power(even, -1)),
            "cot": lambda: multiply(back, even, power(odd, -1)),
            "sec": lambda: multiply(number(2), power(even, -1)),
            "csc": lambda: multiply(number(2), back, power(odd, -1)),
        }
        return parts[name.removesuffix("h")]()

    def _sinc(self, expr: Any) -> Node:
        argument = expr.args[0]
        return self.node(sp.sin(argument) / argument)

    # --- functions by definition or recurrence -------------------------------------------

    def _acos(self, expr: Any) -> Node:
        """acos z = π/2 - asin z on the whole plane (DLMF 4.23.16)."""
        return self.node(sp.pi / 2 - sp.asin(expr.args[0]))

    def _erfc(self, expr: Any) -> Node:
        """erfc z = 1 - erf z (DLMF 7.2.2)."""
        return self.node(1 - sp.erf(expr.args[0]))

    def _asinh(self, expr: Any) -> Node:
        """asinh x = log(x + sqrt(x²+1)) for real x (DLMF 4.37.16)."""
        argument = expr.args[0]
        if self._form_status(argument) < Status.REAL:
            return self._function(expr)
        return self.node(sp.log(argument + sp.sqrt(argument**2 + 1)))

    def _acosh(self, expr: Any) -> Node:
        """acosh z = log(z + sqrt(z-1) sqrt(z+1)) off the cut (DLMF 4.37.21); here for real z ≥ 1."""
        argument = expr.args[0]
        if self._form_status(argument - 1) < Status.NONNEGATIVE:
            return self._function(expr)
        return self.node(sp.log(argument + sp.sqrt(argument**2 - 1)))

    def _atanh(self, expr: Any) -> Node:
        """atanh x = (log(1+x) - log(1-x))/2 for -1 < x < 1 (DLMF 4.37.24)."""
        argument = expr.args[0]
        if min(self._form_status(1 - argument), self._form_status(1 + argument)) < Status.NONNEGATIVE:
            return self._function(expr)
        return self.node((sp.log(1 + argument) - sp.log(1 - argument)) / 2)

    def _form_status(self, expr: Any) -> Status:
        """What is certain of the value of an expression."""
        return self.fraction_status(*self.value(self.node(expr)))

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
            return self._product_status(num)
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
            total = _merge(monomial, inverse)
            wave = tuple(pair for pair in total if self._is_wave(pair[0]))
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

    def _is_wave(self, number_: int) -> bool:
        """True for exp(i·real) and roots of unity: numbers of modulus 1."""
        kernel = self.kernels[number_]
        if kernel.key == UNITY:
            return True
        if kernel.key[0] != "exp" or kernel.key[2] is not None:
            return False
        turn = dict(kernel.key[1]).get(self.index.get(UNITY, -1))
        rest = [pair for pair in kernel.key[1] if self.kernels[pair[0]].key != UNITY]
        return turn in (QUARTER, 3 * QUARTER) and all(self._is_real_power(*pair) for pair in rest)

    def _product_status(self, poly: Poly) -> Status:
        """The status of a real polynomial from the statuses of its factors."""
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

    def _factorial(self, expr: Any) -> Node:
        """n! = Γ(n+1) (DLMF 5.4.1)."""
        return self.gamma(add(self.node(expr.args[0]), ONE))

    def _binomial(self, expr: Any) -> Node:
        """C(n,k) = Γ(n+1)/(Γ(k+1) Γ(n-k+1)) (DLMF 1.2.6), for n that is no negative integer."""
        n, k = expr.args
        if k.is_Integer and 0 <= k <= MAX_SHIFT:
            steps = [add(self.node(n), number(-step)) for step in range(int(k))]
            return multiply(number(Fraction(1, int(sp.factorial(k)))), *steps)
        if n.is_integer is not False and not n.is_nonnegative and n.is_integer is not None:
            return self._function(expr)
        top, low = self.node(n), self.node(k)
        below = add(top, multiply(MINUS_ONE, low), ONE)
        return multiply(self.gamma(add(top, ONE)), power(self.gamma(add(low, ONE)), -1), power(self.gamma(below), -1))

    def _rising(self, expr: Any) -> Node:
        """(x)_n = Γ(x+n)/Γ(x) (DLMF 5.2.5), for x that is no integer ≤ 0."""
        x, n = expr.args
        if x.is_integer and not x.is_positive:
            return self._function(expr)
        base = self.node(x)
        return multiply(self.gamma(add(base, self.node(n))), power(self.gamma(base), -1))

    def _falling(self, expr: Any) -> Node:
        """x(x-1)...(x-n+1) = Γ(x+1)/Γ(x-n+1), for x that is no negative integer."""
        x, n = expr.args
        if x.is_integer and not x.is_nonnegative:
            return self._function(expr)
        base = add(self.node(x), ONE)
        below = add(base, multiply(MINUS_ONE, self.node(n)))
        return multiply(self.gamma(base), power(self.gamma(below), -1))

    def _beta(self, expr: Any) -> Node:
        """B(a,b) = Γ(a)Γ(b)/Γ(a+b) (DLMF 5.12.1)."""
        a, b = (self.node(arg) for arg in (expr.args if len(expr.args) == 2 else expr.args * 2))
        return multiply(self.gamma(a), self.gamma(b), power(self.gamma(add(a, b)), -1))

    def _gamma(self, expr: Any) -> Node:
        return self.gamma(self.node(expr.args[0]))

    def gamma(self, argument: Node) -> Node:
        """Γ(z+n) = z(z+1)...(z+n-1) Γ(z) (DLMF 5.5.1), with the constant part of z in (0, 1]."""
        base, shift = self._shifted(argument, above_zero=True)
        rational = base.rational()
        if rational is None and self._is_reflected(base):
            return self._reflected_gamma(argument)
        half = self._half_of(base)
        if half is not None:
            return self._doubled_gamma(add(half, number(Fraction(shift, 2))))
        if rational is not None and rational == 1:
            if shift < 0:
                raise GiveUp("the gamma function at a pole")
            return number(sp.factorial(shift))
        parts = [self._gamma_kernel(base, rational)]
        for step in range(min(shift, 0), max(shift, 0)):
            factor = add(("f", base), number(step))
            self.assumed_nonzero.append(self.form(factor))
            parts.append(power(factor, 1 if shift > 0 else -1))
        return multiply(*parts)

    def _is_reflected(self, base: Form) -> bool:
        """True for a polynomial that starts with a minus sign, like 1 - z, and is not integer-valued."""
        whole = all(self.kernels[k].integer for k in base.kernels())
        return base.is_polynomial and base.num[0][1] < 0 and not whole

    def _reflected_gamma(self, argument: Node) -> Node:
        """Γ(z) = π / (sin(πz) Γ(1-z)) (DLMF 5.5.3)."""
        circle = self.node(sp.pi)
        wave = self.exponential(self.form(multiply(self.turn(QUARTER), circle, argument)))
        twice_sine = multiply(add(wave, multiply(MINUS_ONE, power(wave, -1))), power(self.turn(QUARTER), -1))
        other = self.gamma(add(ONE, multiply(MINUS_ONE, argument)))
        return multiply(number(2), circle, power(twice_sine, -1), power(other, -1))

    def _half_of(self, base: Form) -> Node | None:
        """z for base = 2z + c, where every coefficient of z is whole; None for other forms."""
        varying = [(monomial, c) for monomial, c in base.num if monomial]
        if not varying or not base.is_polynomial or any(c.q != 1 or c.p % 2 for _, c in varying):
            return None
        return multiply(number(Fraction(1, 2)), ("f", base))

    def _doubled_gamma(self, half: Node) -> Node:
        """Γ(2z) = 2^(2z-1) π^(-1/2) Γ(z) Γ(z+1/2) (DLMF 5.5.5)."""
        two = self.logarithm(_integer_form(2))
        exponent = add(multiply(number(2), half), MINUS_ONE)
        outer = multiply(self.exponential(self.form(multiply(exponent, two))), self.node(1 / sp.sqrt(sp.pi)))
        return multiply(outer, self.gamma(half), self.gamma(add(half, number(Fraction(1, 2)))))

    def _gamma_kernel(self, base: Form, rational: Any | None) -> Node:
        if rational is not None and rational == fmpq(1, 2):
            return self.node(sp.sqrt(sp.pi))
        positive = self.fraction_status(*self._form_value(base)) is Status.POSITIVE
        return self._function_kernel(sp.gamma, (base,), Status.POSITIVE if positive else Status.ANY)

    def _shifted(self, argument: Node, above_zero: bool = False) -> tuple[Form, int]:
        """argument = base + n with an integer n, so that arguments that differ by integers share the base.

        The constant part of the base is in [0, 1), or in (0, 1] if `above_zero`.
        """
        num, den = self.value(argument)
        quotient = num / den.leading_coefficient() if den.is_constant() else divmod(num, den)[0]
        constant = quotient.to_dict().get((0,) * max(len(self._roots()), 1), fmpq(0))
        shift = int(constant.ceil()) - 1 if above_zero else int(constant.floor())
        if abs(shift) > MAX_SHIFT:
            raise GiveUp("a shift of the argument beyond the limit")
        return self.form(add(argument, number(-shift))), shift

    def _polygamma(self, expr: Any) -> Node:
        """ψ⁽ᵐ⁾(z+1) = ψ⁽ᵐ⁾(z) + (-1)^m m! z^(-m-1) (DLMF 5.5.2, 5.15.5)."""
        order = expr.args[0]
        if not (order.is_Integer and 0 <= order <= MAX_SHIFT):
            return self._function(expr)
        m = int(order)
        base, shift = self._shifted(self.node(expr.args[1]), above_zero=True)
        parts = [self._function_kernel(sp.polygamma, (_integer_form(m), base), Status.ANY)]
        weight = number((-1) ** m * sp.factorial(m) * (1 if shift > 0 else -1))
        for step in range(min(shift, 0), max(shift, 0)):
            parts.append(multiply(weight, power(add(("f", base), number(step)), -m - 1)))
        return add(*parts)

    def _bessel(self, expr: Any) -> Node:
        """Orders that differ by integers come down to two neighbours (DLMF 10.6.1, 10.29.1)."""
        order, argument = (self.node(arg) for arg in expr.args)
        base, shift = self._shifted(order)
        kind = type(expr)
        point = self.form(argument)
        if base.rational() == fmpq(1, 2):
            base, shift = self.form(number(Fraction(-1, 2))), shift + 1
            self.assumed_nonzero.append(point)
            first, second = (self._half_bessel(kind, expr.args[1], step) for step in (0, 1))
        else:
            first = self._function_kernel(kind, (base, point), Status.ANY)
            second = self._upper_bessel(kind, base, point)
        return self._climb(kind, ("f", base), power(("f", point), -1), (first, second), shift)

    def _upper_bessel(self, kind: Any, base: Form, point: Form) -> Node:
        """The function of order base + 1; through its companion's Wronskian, if both orders of that are in use.

        J₁Y₀ - J₀Y₁ = 2/(πz) for orders ν, ν+1 (DLMF 10.5.2); I₀K₁ + I₁K₀ = 1/z (10.28.2).
        """
        up = self.form(add(("f", base), ONE))
        companion = {sp.besselj: sp.bessely, sp.bessely: sp.besselj, sp.besseli: sp.besselk, sp.besselk: sp.besseli}[
            kind
        ]
        in_use = [("function", companion, (order, point)) in self.index for order in (base, up)]
        if not all(in_use) or ("function", kind, (up, point)) in self.index:
            return self._function_kernel(kind, (up, point), Status.ANY)
        other, other_up = (self._function_kernel(companion, (order, point), Status.ANY) for order in (base, up))
        mine = self._function_kernel(kind, (base, point), Status.ANY)
        inverse = power(("f", point), -1)
        if kind in (sp.besseli, sp.besselk):
            wronskian, sign = inverse, -1
        else:
            wronskian = multiply(number(-2 if kind is sp.bessely else 2), inverse, power(self.node(sp.pi), -1))
            sign = 1
        return multiply(add(wronskian, multiply(number(sign), mine, other_up)), power(other, -1))

    def _airy_prime(self, expr: Any) -> Node:
        """Bi' = (1/π + Ai' Bi)/Ai (DLMF 9.2.7)."""
        z = expr.args[0]
        ai, ai_prime, bi = (self.node(f(z)) for f in (sp.airyai, sp.airyaiprime, sp.airybi))
        return multiply(add(power(self.node(sp.pi), -1), multiply(ai_prime, bi)), power(ai, -1))

    def _elliptic_e(self, expr: Any) -> Node:
        """E(m); Legendre's relation E K' + E' K - K K' = π/2 (DLMF 19.7.1) gives E(1-m) from E(m), 0 < m < 1."""
        if len(expr.args) != 1:
            return self._function(expr)
        m = self.form_of_expr(expr.args[0])
        rest = self.form(add(ONE, multiply(MINUS_ONE, ("f", m))))
        inside = min(self.fraction_status(*self._form_value(form)) for form in (m, rest)) is Status.POSITIVE
        mine, partner = (("function", sp.elliptic_e, (form,)) for form in (m, rest))
        if not inside or mine in self.index or partner not in self.index:
            return self._function(expr)
        k, k_rest = (self._function_kernel(sp.elliptic_k, (form,), Status.POSITIVE) for form in (m, rest))
        e_rest = self._function_kernel(sp.elliptic_e, (rest,), Status.ANY)
        half_circle = multiply(number(Fraction(1, 2)), self.node(sp.pi))
        total = add(half_circle, multiply(k, k_rest), multiply(MINUS_ONE, e_rest, k))
        return multiply(total, power(k_rest, -1))

    def _orthogonal(self, expr: Any) -> Node:
        """Degrees that differ by integers come down to two neighbours (DLMF 18.9.1, table 18.9.1)."""
        base, shift = self._shifted(self.node(expr.args[0]))
        point = self.form_of_expr(expr.args[1])
        if base.is_zero or len(expr.args) != 2:
            return self._function(expr)
        up = self.form(add(("f", base), ONE))
        low, high = (self._function_kernel(expr.func, (order, point), Status.ANY) for order in (base, up))
        if shift == 0:
            return low
        for step in range(1, shift):
            lead, slope, tail = self._three_terms(expr.func, base, step, ("f", point))
            rising = multiply(add(multiply(slope, high), multiply(MINUS_ONE, tail, low)), power(lead, -1))
            low, high = high, rising
        for step in range(0, shift, -1):
            lead, slope, tail = self._three_terms(expr.func, base, step, ("f", point))
            falling = multiply(add(multiply(slope, low), multiply(MINUS_ONE, lead, high)), power(tail, -1))
            low, high = falling, low
        return high if shift > 0 else low

    def _three_terms(self, kind: Any, base: Form, step: int, x: Node) -> tuple[Node, Node, Node]:
        """(a, b, c) in a·p[n+1] = b·p[n] - c·p[n-1] for n = base + step."""
        n = add(("f", base), number(step))
        double = multiply(number(2), n)
        table: dict[Any, Callable[[], tuple[Node, Node, Node]]] = {
            sp.legendre: lambda: (add(n, ONE), multiply(add(double, ONE), x), n),
            sp.hermite: lambda: (ONE, multiply(number(2), x), double),
            sp.laguerre: lambda: (add(n, ONE), add(double, ONE, multiply(MINUS_ONE, x)), n),
            sp.chebyshevt: lambda: (ONE, multiply(number(2), x), ONE),
            sp.chebyshevu: lambda: (ONE, multiply(number(2), x), ONE),
        }
        return table[kind]()

    def _climb(self, kind: Any, base: Node, inverse: Node, pair: tuple[Node, Node], shift: int) -> Node:
        """From the orders base and base+1 to base+shift by the three-term recurrence."""
        # C[k+1] = a·(2k/z)·C[k] + b·C[k-1], and the same read downwards
        slope, tail = {sp.besseli: (-1, 1), sp.besselk: (1, 1)}.get(kind, (1, -1))
        low, high = pair
        if shift == 0:
            return low
        for step in range(1, shift):
            ratio = multiply(number(2 * slope), add(base, number(step)), inverse)
            low, high = high, add(multiply(ratio, high), multiply(number(tail), low))
        for step in range(0, shift, -1):
            ratio = multiply(number(-2 * slope * tail), add(base, number(step)), inverse)
            low, high = add(multiply(ratio, low), multiply(number(tail), high)), low
        return high if shift > 0 else low

    def _half_bessel(self, kind: Any, z: Any, step: int) -> Node:
        """Orders -1/2 (step 0) and 1/2 (step 1) in elementary functions (DLMF 10.16.1, 10.39.1, 10.39.2)."""
        outer = sp.sqrt(2 / sp.pi) * z ** sp.Rational(-1, 2)
        table = {
            sp.besselj: (outer * sp.cos(z), outer * sp.sin(z)),
            sp.bessely: (outer * sp.sin(z), -outer * sp.cos(z)),
            sp.besseli: (outer * sp.cosh(z), outer * sp.sinh(z)),
            sp.besselk: (sp.pi / 2 * outer * sp.exp(-z), sp.pi / 2 * outer * sp.exp(-z)),
        }
        return self.node(table[kind][step])

    # --- moduli and conjugates -----------------------------------------------------------

    def _abs(self, expr: Any) -> Node:
        """|z|: multiplicative; for a real factor its square is the factor's square."""
        form = self.form_of_expr(expr.args[0])
        if form.is_zero:
            return ZERO
        num, den = self._form_value(form)
        if self.status(num) is Status.ANY or self.status(den) is Status.ANY:
            return self._complex_modulus(form)
        split = self._split(form)
        parts = [number(split.content)]
        parts += [self._positive_power(part, Fraction(times)) for part, times in split.positive]
        parts += [self._modulus_power(part, Fraction(times)) for part, times in split.modulus]
        if split.rest is not None:
            rest, content = self._factor_forms(split.rest)
            parts.append(number(abs(content)))
            parts += [self._modulus_power(factor, Fraction(times)) for factor, times in rest]
        return multiply(*parts)

    def _factor_forms(self, form: Form) -> tuple[list[tuple[Form, int]], Any]:
        """The irreducible factors with their multiplicities (negative below the bar), and the content."""
        if form.is_zero:
            raise GiveUp("a symbolic power of zero")
        num, den = self._form_value(form)
        content, above = self.factors(num)
        content_den, below = self.factors(den)
        pending = above + [(factor, -times) for factor, times in below]
        return [(self.form_of(factor, self.one), times) for factor, times in pending], content / content_den

    def _complex_modulus(self, form: Form) -> Node:
        """|z| of a number that is not visibly real: |z|² = z·conj(z); a real z has its square as |z|²."""
        form, _ = self._canonical_sign(form)
        lead = abs(form.num[0][1])
        form = Form(tuple((monomial, c / lead) for monomial, c in form.num), form.den)
        mirror = self.form(self.conjugate(form))
        if mirror == form:
            return multiply(number(lead), self.kernel_power(self._modulus_kernel(form), Fraction(1)))
        square = self.form(multiply(("f", form), ("f", mirror)))
        split = self._split(square)
        if split.rest is None and not split.rest_turn:
            return multiply(number(lead), self.root(square, Fraction(1, 2)))
        key = ("function", sp.Abs, (form,))
        kernel = Kernel(key, Status.NONNEGATIVE, False, self.is_constant(form), power=Fraction(2), value=square)
        return multiply(number(lead), self.kernel_power(self.kernel(key, kernel), Fraction(1)))

    def _conjugate(self, expr: Any) -> Node:
        return self.conjugate(self.form_of_expr(expr.args[0]))

    def _real_part(self, expr: Any) -> Node:
        """Re z = (z + conj z)/2 (DLMF 1.9.2)."""
        form = self.form_of_expr(expr.args[0])
        return multiply(number(Fraction(1, 2)), add(("f", form), self.conjugate(form)))

    def _imaginary_part(self, expr: Any) -> Node:
        """Im z = (z - conj z)/(2i) (DLMF 1.9.2)."""
        form = self.form_of_expr(expr.args[0])
        difference = add(("f", form), multiply(MINUS_ONE, self.conjugate(form)))
        return multiply(number(Fraction(1, 2)), power(self.turn(QUARTER), -1), difference)

    def conjugate(self, form: Form) -> Node:
        """The complex conjugate: it passes through sums, products, real kernels and exponentials.

        Kernels of any other kind get a conjugate kernel of their own.
        """
        num = add(ZERO, *[multiply(number(c), *[self._mirror(*p) for p in m]) for m, c in form.num])
        den = add(ZERO, *[multiply(number(c), *[self._mirror(*p) for p in m]) for m, c in form.den])
        return multiply(num, power(den, -1))

    def _mirror(self, number_: int, exponent: Fraction) -> Node:
        kernel = self.kernels[number_]
        if kernel.key == UNITY:
            return self.turn(-exponent)
        if self._is_real_power(number_, exponent):
            return self.kernel_power(number_, exponent)
        if self._is_wave(number_):
            return self.kernel_power(number_, -exponent)
        if kernel.key[0] == "exp":
            inner = self.form(multiply(number(exponent), self._exponent_of(kernel)))
            return self.exponential(self.form(self.conjugate(inner)))
        if exponent.denominator != 1:
            value = self.form(self.kernel_power(number_, exponent))
            return self._function_kernel(sp.conjugate, (value,), Status.ANY)
        if kernel.key[:2] == ("function", sp.conjugate):
            return power(("f", kernel.key[2][0]), int(exponent))
        value = self.form(self.kernel_power(number_, Fraction(1)))
        return power(self._function_kernel(sp.conjugate, (value,), Status.ANY), int(exponent))

    # --- any other function --------------------------------------------------------------

    def _function(self, expr: Any) -> Node:
        """Equal arguments give equal values; an odd function takes the sign of its argument outside."""
        head = expr.func
        if any(not isinstance(arg, sp.Expr) for arg in expr.args):
            return self._raw(expr)
        forms = tuple(self.form_of_expr(arg) for arg in expr.args)
        negative = False
        if head in ODD or head in EVEN:
            argument, negative = self._canonical_sign(forms[0])
            forms, negative = (argument,), negative and head in ODD
        trusted = isinstance(head, UndefinedFunction) or head in REAL_FUNCTIONS
        status = _assumed_status(expr) if trusted else Status.ANY
        if negative and status > Status.REAL:
            status = Status.REAL
        node = self._function_kernel(head, forms, status)
        return multiply(MINUS_ONE, node) if negative else node

    def _function_kernel(self, head: Any, forms: tuple[Form, ...], status: Status) -> Node:
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

    # --- derivatives, integrals, sums: equal ingredients give equal values ---------------

    def _derivative(self, expr: Any) -> Node:
        """A derivative: carried out where SymPy can; of an undefined function, a kernel.

        Two expressions that are equal for all values of the variable have equal derivatives.
        """
        if not isinstance(expr.expr, AppliedUndef):
            if not _holomorphic(expr.expr):
                return self._raw(expr)
            done = expr.doit()
            return self.node(done) if done != expr else self._raw(expr)
        return self._raw(expr)

    def _raw(self, expr: Any) -> Node:
        """The same expression has the same value: a kernel by its text alone."""
        infinite = expr.has(sp.oo, sp.zoo, sp.nan) and not expr.has(sp.Integral)
        if expr.is_commutative is not True or expr.has(sp.Float) or infinite:
            raise GiveUp("an expression that is not a finite number")
        status = Status.REAL if isinstance(expr, sp.Derivative) and expr.is_real else Status.ANY
        return self._atom(expr, status, constant=not expr.free_symbols)

    def _bound(self, expr: Any) -> Node:
        """Integral, Sum, Product: equal integrands and limits give equal values.

        The bound variable is renamed, with those assumptions only that the limits imply.
        """
        inner = expr.function
        parts: list[Any] = [type(expr).__name__]
        for limit in expr.limits:
            if len(limit) != 3:
                return self._raw(expr)
            variable, low, high = limit
            dummy = self._dummy(type(expr), inner.atoms(sp.Symbol), low, high)
            inner = inner.xreplace({variable: dummy})
            if any(bound.has(variable) for bound in (low, high)):
                return self._raw(expr)
            parts += [dummy, self._limit(low), self._limit(high)]
        if len(expr.limits) > 1 and any(
            limit[0] in other.free_symbols for limit in expr.limits for other in expr.limits if other is not limit
        ):
            return self._raw(expr)
        key = ("bound", *parts, self.form_of_expr(inner))
        kernel = Kernel(key, Status.ANY, False, not expr.free_symbols)
        return self.kernel_power(self._join(key, kernel, expr), Fraction(1))

    def _limit(self, bound: Any) -> Any:
        return bound if bound in (sp.oo, -sp.oo) else self.form_of_expr(bound)

    def _dummy(self, kind: Any, taken: set[Any], low: Any, high: Any) -> Any:
        """A variable for the range low..high that does not occur in `taken`."""
        if kind is sp.Integral:
            real = all(bound.is_extended_real for bound in (low, high))
            above = bool(real and low.is_nonnegative and high.is_extended_nonnegative)
            facts: tuple[str, ...] = ("positive",) if above else ("real",) if real else ()
        else:
            whole = low.is_integer and (high.is_integer or high is sp.oo)
            facts = ("integer",) if whole else ()
            if whole and low.is_nonnegative and (high - low + 1).is_extended_nonnegative:
                facts = ("integer", "positive") if low.is_positive else ("integer", "nonnegative")
        depth = 0
        while self.dummies.get((kind, depth, facts)) in taken:
            depth += 1
        return self.dummies.setdefault((kind, depth, facts), sp.Dummy(f"b{depth}", **dict.fromkeys(facts, True)))

    # --- stronger sign tests -------------------------------------------------------------

    def status_beyond_terms(self, poly: Poly) -> Status:
        """A real polynomial with mixed signs: decided by root counting in one kernel, or as a constant.

        One real kernel: without a root on its range (Sturm's theorem) the polynomial keeps
        the sign of its leading coefficient.  Constants: a ball that excludes zero.
        a·r + b with a > 0 and r = sqrt(c): positive if b is, or if a²c > b².
        A x² + B x + C with A > 0 and x real: positive if 4AC > B².
        """
        last = len(self._roots()) - 1
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
            found = self._product_status(square)
            if found >= Status.NONNEGATIVE:
                return found
        return None

    def _quadratic_status(self, poly: Poly) -> Status | None:
        if len(poly) > MAX_SURD_TERMS:
            return None
        for position, degree in enumerate(poly.degrees()):
            number_ = len(self._roots()) - 1 - position
            if degree != 2 or self._root(number_) != 1:
                continue
            layers = self._coefficients(poly, position)
            c, b, a = (layers.get(k, self.ring.constant(0)) for k in range(3))
            if self.status(a) is Status.POSITIVE:
                found = self._product_status(4 * a * c - b * b)
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
        position = len(self._roots()) - 1 - number_
        step = self._root(number_) if status is Status.REAL else 1  # real terms hold whole powers of the kernel
        table = {int(exponents[position]) // step: coefficient for exponents, coefficient in poly.terms()}
        degree = max(table)
        coefficients = [_rational(table.get(k, fmpq(0))) for k in range(degree, -1, -1)]
        if coefficients[0] < 0:
            return Status.REAL
        line = sp.Poly(coefficients, sp.Dummy("t"), domain=sp.QQ)
        low = 1 if self.kernels[number_].above_one else 0
        while low == 1 and line.degree() > 0 and line.eval(1) == 0:
            line = line.quo(sp.Poly([1, -1], line.gen, domain=sp.QQ))  # t - 1 > 0
        roots = line.count_roots() if status is Status.REAL else line.count_roots(low, None)
        if status is Status.REAL and degree % 2:
            return Status.REAL
        return Status.POSITIVE if roots == 0 else Status.REAL

    def _constant_sign(self, poly: Poly) -> Status:
        from verify.algebraic import certain_sign

        return Status.POSITIVE if certain_sign(self.expr_of_poly(poly)) == 1 else Status.REAL

    # --- back to SymPy -------------------------------------------------------------------

    def expr_of_poly(self, poly: Poly) -> Any:
        """The polynomial as a SymPy expression."""
        return self.expr_of_terms(self._terms(poly))

    def expr_of_terms(self, terms: Iterable[tuple[Monomial, Any]]) -> Any:
        """A list of terms as a SymPy expression."""
        return sp.Add(*[_rational(c) * sp.Mul(*[self.expr_of_power(k, e) for k, e in m]) for m, c in terms])

    def expr_of(self, form: Form) -> Any:
        """The form as a SymPy expression."""
        return self.expr_of_terms(form.num) / self.expr_of_terms(form.den)

    def expr_of_power(self, number_: int, exponent: Fraction) -> Any:
        """kernel^exponent as a SymPy expression."""
        kernel = self.kernels[number_]
        rational = sp.Rational(exponent.numerator, exponent.denominator)
        kind = kernel.key[0]
        if kernel.key == UNITY:
            return sp.exp(2 * sp.pi * sp.I * rational)
        if kind == "exp" and kernel.key[1]:
            inner = self.expr_of_terms([(kernel.key[1], fmpq(1))])
            return sp.exp(rational * (inner if kernel.key[2] is None else inner / self.expr_of(kernel.key[2])))
        if kind == "parity":
            return sp.exp(sp.I * sp.pi * rational * self.expr_of_terms([(kernel.key[1], fmpq(1))]))
        return sp.Pow(self._expr_of_kernel(number_), rational)

    def _expr_of_kernel(self, number_: int) -> Any:
        if number_ in self.expressions:
            return self.expressions[number_]
        key = self.kernels[number_].key
        if key[0] == "log":
            return sp.log(self.expr_of(key[1]))
        if key[0] == "base":
            return self.expr_of(key[1])
        if key[0] == "modulus":
            return sp.Abs(self.expr_of(key[1]))
        if key[0] == "function":
            return key[1](*[self.expr_of(form) for form in key[2]])
        raise GiveUp(f"kernel {key[0]} has no expression")

    # --- the zero test -------------------------------------------------------------------

    def is_zero(self, expr: Any) -> bool:
        """True only if the expression is zero wherever it is defined and no denominator vanishes."""
        return self.node_is_zero(self.node(expr))

    def node_is_zero(self, node: Node) -> bool:
        """The same for a node; constant coefficients may be decided as algebraic or Calcium numbers."""
        num, den = self.value(node)
        if not num.is_zero() and self.relations:
            num = self.reduce(num)[0]
        if not num.is_zero() and not self._coefficients_vanish(num):
            return False
        self.require_nonzero(den)
        return True

    def _coefficients_vanish(self, poly: Poly) -> bool:
        """Σ cᵢ(constants)·mᵢ(symbols) is zero if every constant cᵢ is zero."""
        groups: dict[Monomial, list[tuple[Monomial, Any]]] = {}
        if len(poly) > 400:
            return False
        for monomial, coefficient in self._terms(poly):
            outer = tuple(p for p in monomial if not self.kernels[p[0]].constant)
            inner = tuple(p for p in monomial if self.kernels[p[0]].constant)
            groups.setdefault(outer, []).append((inner, coefficient))
        if any(len(terms) == 1 and len(terms[0][0]) <= 1 for terms in groups.values()):
            return False
        from verify.algebraic import decide_constant

        return all(decide_constant(self.expr_of_terms(terms)) is True for terms in groups.values())


class _Split:
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


# --- small helpers ------------------------------------------------------------------------


def _assumed_status(expr: Any) -> Status:
    if expr.is_positive:
        return Status.POSITIVE
    if expr.is_nonnegative:
        return Status.NONNEGATIVE
    return Status.REAL if expr.is_real else Status.ANY


def _fraction(value: Any) -> Fraction:
    return Fraction(int(value.p), int(value.q))


def _rational(value: Any) -> Any:
    return sp.Rational(int(value.p), int(value.q))


def _integer_form(value: int) -> Form:
    one = (((), fmpq(1)),)
    return Form((((), fmpq(value)),) if value else (), one)


def _rational_form(value: Any) -> Form:
    one = (((), fmpq(1)),)
    return Form((((), value),) if value != 0 else (), one)


def _single_kernel(form: Form) -> tuple[int, Fraction] | None:
    """(kernel, exponent) if the form is one kernel's power with coefficient 1."""
    if form.is_polynomial and len(form.num) == 1 and len(form.num[0][0]) == 1 and form.num[0][1] == 1:
        return form.num[0][0][0]
    return None


def _pure_turn(form: Form, unity: int | None) -> tuple[Any, Fraction] | None:
    """(c, t) if the form is |c|·exp(2πi t) with a rational c and -1/2 < t ≤ 1/2; None otherwise."""
    if unity is None or len(form.num) != 1 or not form.is_polynomial:
        return None
    monomial, coefficient = form.num[0]
    if len(monomial) != 1 or monomial[0][0] != unity:
        return None
    turn = (monomial[0][1] + (Fraction(1, 2) if coefficient < 0 else 0)) % 1
    return coefficient, turn - 1 if turn > Fraction(1, 2) else turn


def _merge(monomial: Monomial, inverse: dict[int, Fraction]) -> Monomial:
    if not inverse:
        return monomial
    table = dict(monomial)
    for kernel, exponent in inverse.items():
        table[kernel] = table.get(kernel, Fraction(0)) + exponent
    return tuple(sorted((k, e) for k, e in table.items() if e))


def _prime_powers(value: int) -> list[tuple[int, int]]:
    """Prime factors with multiplicity; a number too large to factor stays in one piece."""
    if value == 1:
        return []
    if value.bit_length() > MAX_FACTORED_BITS:
        return [(value, 1)]
    return [(int(p), int(m)) for p, m in fmpz(value).factor()]


_HOLOMORPHIC = (
    sp.exp, sp.log, sp.sin, sp.cos, sp.tan, sp.cot, sp.sec, sp.csc, sp.sinh, sp.cosh, sp.tanh, sp.coth,
    sp.sech, sp.csch, sp.asin, sp.acos, sp.atan, sp.asinh, sp.acosh, sp.atanh, sp.erf, sp.erfc, sp.erfi,
    sp.gamma, sp.besselj, sp.bessely, sp.besseli, sp.besselk, sp.elliptic_k, sp.elliptic_e,
)  # fmt: skip


def _holomorphic(expr: Any) -> bool:
    """True if only functions occur whose derivative SymPy takes by a formula of the textbooks."""
    return all(
        isinstance(part, (sp.Add, sp.Mul, sp.Pow, sp.Symbol, sp.Number, sp.NumberSymbol, AppliedUndef, *_HOLOMORPHIC))
        or part is sp.I
        or isinstance(part, (sp.Derivative, sp.Tuple))
        for part in sp.preorder_traversal(expr)
    )


def _imaginary_unit(self: Normaliser, _: Any) -> Node:
    return self.turn(QUARTER)


def _e(self: Normaliser, _: Any) -> Node:
    return self._euler(Fraction(1))


_RULES: dict[type, Callable[[Normaliser, Any], Node]] = {
    sp.Symbol: Normaliser._symbol,
    sp.Dummy: Normaliser._symbol,
    sp.Add: Normaliser._read_sum,
    sp.Mul: Normaliser._read_product,
    sp.Pow: Normaliser._read_power,
    sp.exp: Normaliser._exp,
    sp.log: Normaliser._log,
    type(sp.I): _imaginary_unit,
    type(sp.E): _e,
    sp.sinc: Normaliser._sinc,
    sp.acos: Normaliser._acos,
    sp.erfc: Normaliser._erfc,
    sp.asinh: Normaliser._asinh,
    sp.acosh: Normaliser._acosh,
    sp.atanh: Normaliser._atanh,
    sp.gamma: Normaliser._gamma,
    sp.factorial: Normaliser._factorial,
    sp.binomial: Normaliser._binomial,
    sp.RisingFactorial: Normaliser._rising,
    sp.FallingFactorial: Normaliser._falling,
    sp.beta: Normaliser._beta,
    sp.polygamma: Normaliser._polygamma,
    sp.airybiprime: Normaliser._airy_prime,
    sp.elliptic_e: Normaliser._elliptic_e,
    sp.Abs: Normaliser._abs,
    sp.conjugate: Normaliser._conjugate,
    sp.re: Normaliser._real_part,
    sp.im: Normaliser._imaginary_part,
    sp.Derivative: Normaliser._derivative,
    sp.Subs: Normaliser._raw,
    sp.Piecewise: Normaliser._raw,
    sp.Max: Normaliser._raw,
    sp.Min: Normaliser._raw,
    sp.Integral: Normaliser._bound,
    sp.Sum: Normaliser._bound,
    sp.Product: Normaliser._bound,
}
for _head in (sp.sin, sp.cos, sp.tan, sp.cot, sp.sec, sp.csc, sp.sinh, sp.cosh, sp.tanh, sp.coth, sp.sech, sp.csch):
    _RULES[_head] = Normaliser._trigonometric
for _head in (sp.besselj, sp.bessely, sp.besseli, sp.besselk):
    _RULES[_head] = Normaliser._bessel
for _head in (sp.legendre, sp.hermite, sp.laguerre, sp.chebyshevt, sp.chebyshevu):
    _RULES[_head] = Normaliser._orthogonal
