"""Limit and sign of a function for large x, by comparability classes (Gruntz 1996) with certain leading terms.

The function is made of x, constants, sums, products, constant powers, exp, log and functions that are
analytic at the finite limit of their argument (`verify.asymptotics.germs` brings it there).  Of all exponentials in
it, and x, those that grow or fall fastest are the most rapidly varying ones.  With ω → 0 one of
them or its inverse, each is A ω^c with a constant c and an A of a lower class, so that the function becomes a series
in ω whose coefficients are of a lower class (`verify.asymptotics.scales`), and its first term tells the rest.  If x
itself is among them, ω is 1/x, and what is left are functions of log x, which is called x from there on.

Why a limit cannot be wrong.
- *First terms.*  A coefficient is passed over only if it is proved to be zero (normal form, exact numbers), and one
  divided by, taken the logarithm of, or whose sign decides, is certainly not zero: its own first term, at the end a
  constant, has a certain sign.  What is neither ends the search without an answer; so does a first coefficient whose sign
  turns out to be none, because it was not seen to be zero and what stands behind it was not looked at.
- *Classes.*  Two of them are compared by the limit of the quotient of their logarithms, by the same procedure.
  Every exponential that is left in a coefficient is asked for its class again: SymPy takes exponentials apart.
- *Parameters* are constants.  What is said of their signs follows from what is declared; a coefficient a - b whose
  sign is open ends the search.
- *Reality.*  Only what is real for large x is called oo, or exponentiated as such: exp(x + iπx) has no place among the classes.
- *Existence.*  Every argument of a function has a finite limit at which it is analytic, or has been rewritten; divisors,
  bases and arguments of logarithms have a certain sign for large x.  So there is a limit, and sin(x) has none here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy

from verify.asymptotics.analytic_functions import AT_ZERO, taylor
from verify.asymptotics.scales import (
    NotFarEnough,
    Scale,
    add,
    at_zero,
    binomial_series,
    compose,
    exponential_series,
    logarithm_series,
    multiply,
    sign_of_constant,
)
from verify.errors import GiveUp
from verify.normal_form import rules
from verify.normal_form.signs import is_nonzero, is_real
from verify.points.exact_numbers import decide_constant
from verify.regularity.conditions import must_not_vanish
from verify.regularity.side_conditions import is_certain
from verify.terms.requirements import Requirement
from verify.terms.survey import parts_of

TERMS = (2, 4, 8, 14)
"""How many terms of a series are looked at, one after the other, where the first ones cancel."""
MOST_STEPS = 400
DEEPEST = 40
MOST_FACTORS = 8
"""A whole power up to this one is multiplied out, which needs no sign."""
INFINITE = (sympy.oo, -sympy.oo)


def reduces_to_zero(c: Any, x: Any = None) -> bool:
    """Is the normal form zero, with no condition on parameters?  What x must meet for that is met for all large x but some."""
    failing: list[Any] = []
    normaliser = rules.normaliser(failing)
    try:
        if not normaliser.node_is_zero(normaliser.node(c)):
            return False
        needed = [normaliser.expr_of(form) for form in (*normaliser.assumed_nonzero, *failing)]
    except GiveUp:
        return False
    return all(x in part.free_symbols or _is_met(part) for part in must_not_vanish((c,), needed))


def _is_met(part: Any) -> bool:
    """Is it certain that a part that must not vanish does not, or that a requirement holds?"""
    if isinstance(part, Requirement):
        return is_certain(part)
    if not isinstance(part, sympy.Expr):
        return False
    return is_nonzero(part) or (not part.free_symbols and decide_constant(part) is False)


class Growth:
    """Answers about functions of one real x that grows beyond every bound."""

    def __init__(self, x: Any, sign: Callable[[Any], int | None] = sign_of_constant) -> None:
        self.x = x
        self.constant_sign = sign
        self.limits: dict[Any, Any] = {}
        self.firsts: dict[Any, tuple[Any, Any]] = {}
        self.fastest: dict[Any, frozenset[Any]] = {}
        self.steps = self.depth = 0

    # -- what is asked

    def limit(self, e: Any) -> Any:
        """Finite, oo or -oo.  Raises GiveUp."""
        if self.x not in e.free_symbols:
            return e
        if e not in self.limits:
            self.limits[e] = self._limit(e)
        return self.limits[e]

    def _limit(self, e: Any) -> Any:
        c, exponent = self.first(e)
        if c == 0:
            return sympy.S.Zero
        side = self._of_constant(exponent)
        if side > 0:
            return sympy.S.Zero
        found = self.limit(c) if side == 0 else self._sign_of_first(c) * sympy.oo
        if found in INFINITE:
            self.must_be_real(e)
        return found

    def power_in(self, exponent: Any, logarithm: Any) -> Any:
        """The power of ω in its exponential; infinite if that is of a higher class."""
        return sympy.S.Zero if self.x not in exponent.free_symbols else self.limit(exponent / logarithm)

    def must_be_real(self, e: Any) -> None:
        """Its constants are real, and so is what its functions make of them.  Raises GiveUp.

        x + iπ has a first term with a sign, and its exponential turns round and round.
        """
        if e.has(sympy.I) or not all(map(is_real, self._constants(e))):
            raise GiveUp("whether a part is real is not known")

    def _constants(self, e: Any) -> list[Any]:
        if self.x not in e.free_symbols:
            return [e]
        return [part for arg in e.args for part in self._constants(arg)]

    def sign(self, e: Any) -> int:
        """The sign for all large x; 0 only if it is zero for all of them.  Raises GiveUp."""
        if self.x not in e.free_symbols:
            return self._of_constant(e)
        c, _ = self.first(e)
        return 0 if c == 0 else self._sign_of_first(c)

    def _sign_of_first(self, c: Any) -> int:
        """Of a coefficient that was not seen to be zero: if it is, what stands behind it would tell, and was not looked at."""
        found = self.sign(c)
        if found == 0:
            raise GiveUp("a first term vanishes, and what follows it was not looked at")
        return found

    def _of_constant(self, c: Any) -> int:
        found = int(sympy.sign(c)) if c.is_Rational else self.constant_sign(c)
        if found is None:
            if self.is_zero(c):
                return 0
            raise GiveUp(f"the sign of {c} is not known")
        return found

    def is_zero(self, c: Any) -> bool:
        """Proved to be zero; False says nothing."""
        if c.is_Rational or c.is_Symbol:
            return bool(c == 0)
        if sympy.expand(c) == 0:
            return True
        if not c.free_symbols:
            return decide_constant(c) is True
        return reduces_to_zero(c, self.x) or (self.x not in c.free_symbols and self._is_zero_by_signs(c))

    def _is_zero_by_signs(self, c: Any) -> bool:
        """Zero by its sign, at all parameters: that sign speaks only of where c is defined."""
        return self.constant_sign(c) == 0 and all(map(_is_met, must_not_vanish((c,))))

    # -- first terms

    def first(self, e: Any) -> tuple[Any, Any]:
        """(c, e) of the first term c ω^e, where ω is of the class of the function and c of a lower one; (0, 0) for zero."""
        if self.x not in e.free_symbols:
            return e, sympy.S.Zero
        if e == self.x:
            return sympy.S.One, sympy.S.NegativeOne
        if e not in self.firsts:
            self.steps += 1
            self.depth += 1
            if self.steps > MOST_STEPS or self.depth > DEEPEST:
                raise GiveUp("the comparison of growths takes too many steps")
            try:
                self.firsts[e] = self._first(e)
            finally:
                self.depth -= 1
        return self.firsts[e]

    def _first(self, e: Any) -> tuple[Any, Any]:
        fastest = self.most_rapid(e)
        if not fastest:
            raise GiveUp(f"{e} has no growth that is known")
        rewritten = self._with_x_rewritten if self.x in fastest else self._rewritten
        e, omega, logarithm = rewritten(e, fastest)
        for part in parts_of(e, sympy.exp):
            if omega not in part.free_symbols and self.power_in(part.args[0], logarithm) != 0:
                raise GiveUp("an exponential as steep as the steepest was left")
        if any(self.x in part.exp.free_symbols for part in parts_of(e, sympy.Pow)):
            raise GiveUp("a power with a moving exponent was left")
        for terms in TERMS:
            try:
                series = Series(self, omega, logarithm, terms).of(e)
            except NotFarEnough:
                continue
            found = next(((c, power) for power, c in series.terms if not self.is_zero(c)), None)
            if found is not None:
                return found
            if series.end is None:
                return sympy.S.Zero, sympy.S.Zero
        raise GiveUp("the first terms cancel further than they were computed")

    def _with_x_rewritten(self, e: Any, fastest: frozenset[Any]) -> tuple[Any, Any, Any]:
        """(the function with 1/ω for x, and x for log x, ω, log ω): of the rest, log x grows fastest."""
        omega, far = sympy.Dummy("omega", positive=True), sympy.log(self.x)
        held = sympy.Dummy("log x", real=True)
        for part in sorted(fastest - {self.x}, key=_size, reverse=True):
            c = self._constant_ratio(part.args[0], far)
            e = e.xreplace({part: sympy.exp(sympy.expand(part.args[0] - c * far)) * self.x**c})
        e = e.xreplace({far: held}).xreplace({self.x: 1 / omega}).xreplace({held: self.x})
        return e, omega, -self.x

    def _constant_ratio(self, one: Any, other: Any) -> Any:
        c = self.limit(one / other)
        if c in INFINITE or self._of_constant(c) == 0:
            raise GiveUp("two growths could not be compared")
        return c

    def most_rapid(self, e: Any) -> frozenset[Any]:
        """The exponentials of the highest class in it, or x."""
        if self.x not in e.free_symbols:
            return frozenset()
        if e == self.x:
            return frozenset((e,))
        if e not in self.fastest:
            inner = frozenset[Any]()
            for arg in e.args:
                inner = self._faster(inner, self.most_rapid(arg))
            if isinstance(e, sympy.exp) and self.limit(e.args[0]) in INFINITE:
                inner = self._faster(frozenset((e,)), inner)
            self.fastest[e] = inner
        return self.fastest[e]

    def _faster(self, one: frozenset[Any], other: frozenset[Any]) -> frozenset[Any]:
        if not one or not other or one & other:
            return one | other
        a, b = (self._log(min(some, key=sympy.default_sort_key)) for some in (one, other))
        quotient = self.limit(a / b)
        return one if quotient in INFINITE else other if quotient == 0 else one | other

    def _log(self, part: Any) -> Any:
        return sympy.log(part) if part == self.x else part.args[0]

    def _rewritten(self, e: Any, fastest: frozenset[Any]) -> tuple[Any, Any, Any]:
        """(the function with A ω^c for each of them, ω, log ω)."""
        parts = sorted(fastest, key=_size)
        exponent = parts[0].args[0]
        up = 1 if self.limit(exponent) == sympy.oo else -1
        omega = sympy.Dummy("omega", positive=True)
        for part in reversed(parts):  # the ones inside others come last
            c = self._constant_ratio(part.args[0], exponent)
            slower = sympy.exp(sympy.expand(part.args[0] - c * exponent))
            e = e.xreplace({part: slower * omega ** (-up * c)})
        return e, omega, -up * exponent


def _size(part: Any) -> Any:
    """Inner parts come before those that contain them."""
    return sympy.count_ops(part), sympy.default_sort_key(part)


class Series:
    """Expressions as series in ω, with a number of terms."""

    def __init__(self, growth: Growth, omega: Any, logarithm: Any, terms: int) -> None:
        self.growth, self.omega, self.logarithm, self.most = growth, omega, logarithm, terms

    def of(self, e: Any) -> Scale:
        if self.omega not in e.free_symbols:
            return Scale.constant(e)
        if e == self.omega:
            return Scale(((sympy.S.One, sympy.S.One),))
        if e.is_Add:
            return add([self.of(arg) for arg in e.args], self.most)
        if e.is_Mul:
            product = Scale.constant(sympy.S.One)
            for arg in e.args:
                product = multiply(product, self.of(arg), self.most)
            return product
        if isinstance(e, sympy.exp):
            c, u = at_zero(self.of(e.args[0]), self.growth.is_zero)
            return multiply(self._exponential(c), exponential_series(u, self.most), self.most)
        if isinstance(e, sympy.log):
            return self._logarithm(e)
        if e.is_Pow:
            return self._power(e)
        return self._function(e)

    def _exponential(self, c: Any) -> Scale:
        """exp(c) for a c without ω that may still grow like log ω."""
        power = self.growth.power_in(c, self.logarithm)
        if power in INFINITE:
            raise GiveUp("an exponential of a higher class was left")
        if power == 0:
            return Scale.constant(sympy.exp(c))
        rest = sympy.expand(c - power * self.logarithm)
        if self.growth.power_in(rest, self.logarithm) != 0:
            raise GiveUp("an exponential as steep as the steepest was left")
        return Scale(((power, sympy.exp(rest)),))

    def _leading(self, e: Any) -> tuple[Any, Any, Scale, int]:
        """(power, coefficient, rest, its sign): the coefficient is certainly not zero."""
        s = self.of(e)
        terms = list(s.terms)
        while terms and self.growth.is_zero(terms[0][1]):
            terms.pop(0)
        if not terms:
            if s.end is None:
                raise GiveUp("a divisor, a base or the argument of a logarithm is zero")
            raise NotFarEnough("the first terms of a part cancel")
        power, c, rest = Scale(tuple(terms), s.end).from_first()
        return power, c, rest, self.growth.sign(c)

    def _logarithm(self, e: Any) -> Scale:
        """log(c ω^e (1 + u)) = log c + e log ω + log(1 + u)."""
        power, c, u, sign = self._leading(e.args[0])
        if sign <= 0:
            raise GiveUp("the argument of a logarithm is not certainly positive")
        front = Scale.constant(sympy.log(c) + power * self.logarithm)
        return add([front, logarithm_series(u, self.most)], self.most)

    def _power(self, e: Any) -> Scale:
        """c^r ω^(er) (1 + u)^r for a constant real r."""
        r = e.exp
        if self.growth.x in r.free_symbols or self.omega in r.free_symbols or not is_real(r):
            raise GiveUp("the exponent of a power is not constant and real")
        if r.is_Integer and 0 < r <= MOST_FACTORS:
            s, product = self.of(e.base), Scale.constant(sympy.S.One)
            for _ in range(int(r)):
                product = multiply(product, s, self.most)
            return product
        power, c, u, sign = self._leading(e.base)
        if sign == 0 or (sign < 0 and not r.is_Integer):
            raise GiveUp("the base of a power is not certainly positive")
        front = Scale(((power * r, c**r),))
        return multiply(front, binomial_series(u, r, self.most), self.most)

    def _function(self, e: Any) -> Scale:
        """f(c + u) by Taylor's series, or by the asymptotic one at 0."""
        *parameters, argument = e.args
        if any({self.growth.x, self.omega} & part.free_symbols for part in parameters):
            raise GiveUp("the order of a function is not constant")
        c, u = at_zero(self.of(argument), self.growth.is_zero)
        if self.growth.is_zero(c):
            c = sympy.S.Zero
        if type(e) in AT_ZERO and c != 0:
            raise GiveUp("an asymptotic series is known at 0 only")
        still = not u.terms and u.end is None
        return compose(taylor(e, c, 1 if still else self.most).__getitem__, u, self.most)
