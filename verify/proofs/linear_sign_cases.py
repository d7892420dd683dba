"""Proof by sign cases where every switch is linear: the quick way, tried before `verify.proofs.sign_cases`.

Abs, sign, Max, Min, Heaviside and Piecewise switch on signs of linear forms.  A *region*
is a list of linear inequalities; the expression's value there is what remains when every
switched function is replaced by the branch that the region entails.  Where a sign is not
entailed the region is cut in two or three that cover it.

Why this cannot lie.  A branch is taken only if the opposite sign is impossible, and
"impossible" is shown by Fourier-Motzkin elimination with rational numbers: inequalities
are added with positive weights until a false one, such as 0 > 0, is left (Farkas).
Monomials count as independent unknowns and integers as reals, which only enlarges a
region.  The cuts cover every real point, and on every region that is not certainly empty
the two sides must be proved equal as expressions without switches (after an equation
s = t of the region is put in).  Anything else is left to the slower procedure: this one
only ever answers with a proof or with None.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import Any

import sympy
from sympy.logic.boolalg import And, Boolean, Not, Or

from verify.errors import GiveUp
from verify.proofs.proof import Proof
from verify.proofs.sign_cases import SWITCHED
from verify.solving.charts import BINDING
from verify.terms.sign_algebra import (
    NEGATIVE,
    NONNEGATIVE,
    NONPOSITIVE,
    NONZERO,
    POSITIVE,
    UNKNOWN,
    ZERO,
    Signs,
    admitted,
    demanded,
    sign_of_number,
)
from verify.terms.survey import NO_NUMBERS, by_name

MAX_REGIONS = 81
MAX_INEQUALITIES = 120
THREE = (POSITIVE, ZERO, NEGATIVE)
CLOSED = (NONNEGATIVE, NONPOSITIVE)
Prover = Callable[[Any, Any], "Proof | None"]


def prove_by_linear_cases(
    lhs: sympy.Expr, rhs: sympy.Expr, conditions: tuple[Any, ...], prove: Prover
) -> tuple[list[Proof], int] | None:
    """The proofs on all regions and the number of regions, or None if this way does not lead there.

    `prove` proves an equation without switched functions; `conditions` are those of the
    domain, of which the linear ones are used and the others are left aside.
    """
    if lhs.has(*BINDING) or rhs.has(*BINDING):
        return None
    walk = _Walk(lhs, rhs, prove)
    try:
        start = Region(())
        for condition in conditions:
            start = start.told(condition)
        proved = walk.region(start)
    except (GiveUp, TypeError, ValueError, ZeroDivisionError):  # SymPy has no remainder by 0, and compares no zoo
        return None
    return (walk.proofs, walk.regions) if proved else None


class _Walk:
    """Depth first through the regions."""

    def __init__(self, lhs: sympy.Expr, rhs: sympy.Expr, prove: Prover) -> None:
        self.sides = (lhs, rhs)
        self.prove = prove
        self.regions = 0
        self.proofs: list[Proof] = []

    def region(self, region: Region) -> bool:
        try:
            left, right = (region.value(side) for side in self.sides)
        except Split as split:
            parts = (region.cut(split.form, signs) for signs in split.parts)
            return all(self.region(part) for part in parts if part is not None)
        self.regions += 1
        if self.regions > MAX_REGIONS:
            raise GiveUp("too many regions")
        return self._same(left, right) or any(
            self._same(left.xreplace(equation), right.xreplace(equation)) for equation in region.equations()
        )

    def _same(self, left: sympy.Expr, right: sympy.Expr) -> bool:
        if left == right and not left.has(*NO_NUMBERS):
            proof: Proof | None = IDENTICAL
        elif left.has(*SWITCHED) or right.has(*SWITCHED):
            return False
        else:
            proof = self.prove(left, right)
        if proof is not None:
            self.proofs.append(proof)
        return proof is not None


IDENTICAL = Proof("normal form", "Both sides are the same expression.")


# --- linear forms and inequalities ----------------------------------------------------------


class Linear(dict[Any, Any]):
    """Σ coefficient · monomial, coefficients as Fraction or int; the constant stands at the key 1."""

    def minus(self, other: Linear) -> Linear:
        difference = Linear(self)
        for monomial, coefficient in other.items():
            difference[monomial] = difference.get(monomial, 0) - coefficient
        return Linear({monomial: coefficient for monomial, coefficient in difference.items() if coefficient})

    def times(self, factor: int) -> Linear:
        return Linear({monomial: factor * coefficient for monomial, coefficient in self.items()})

    def whole(self) -> Linear:
        """A positive multiple with whole coefficients."""
        factor = lcm(*(coefficient.denominator for coefficient in self.values()))
        return Linear({monomial: int(factor * coefficient) for monomial, coefficient in self.items()})


@dataclass(frozen=True)
class Inequality:
    """form > 0 if strict, else form ≥ 0."""

    form: Linear
    strict: bool


class Split(Exception):
    """The sign of a form is not entailed: cut the region at it."""

    def __init__(self, form: Linear, parts: tuple[Signs, ...]) -> None:
        self.form = form
        self.parts = parts


def linear(expr: Any) -> Linear:
    """The expression as a linear form in monomials of real symbols.  Raises GiveUp for anything else.

    >>> x = sympy.Symbol("x", real=True)
    >>> linear(2 * x - x**2 / 3 + 1) == {x: 2, x**2: Fraction(-1, 3), sympy.S.One: 1}
    True
    """
    if not isinstance(expr, sympy.Expr):
        raise GiveUp(f"{expr} is not a number")
    form = Linear()
    for term in sympy.Add.make_args(expr):
        coefficient, monomial = term.as_coeff_Mul()
        if not coefficient.is_Rational or not _is_monomial(monomial):
            raise GiveUp(f"{expr} is not linear in real monomials")
        form[monomial] = form.get(monomial, Fraction(0)) + Fraction(coefficient)
    return Linear({monomial: coefficient for monomial, coefficient in form.items() if coefficient})


def _is_monomial(expr: sympy.Expr) -> bool:
    if expr is sympy.S.One:
        return True
    return all(
        bool(base.is_Symbol and base.is_real) and bool(exponent.is_Integer and exponent > 0)
        for base, exponent in map(_power, sympy.Mul.make_args(expr))
    )


def _power(factor: sympy.Expr) -> tuple[Any, Any]:
    return (factor.base, factor.exp) if factor.is_Pow else (factor, sympy.S.One)


def _assumed(monomial: sympy.Expr) -> Iterator[Inequality]:
    """What the symbols' declared signs say of a monomial."""
    signs = POSITIVE
    for base, exponent in map(_power, sympy.Mul.make_args(monomial)):
        signs *= admitted(base) ** int(exponent)
    yield from _inequalities(Linear({monomial: 1}), signs)


def _inequalities(form: Linear, signs: Signs) -> list[Inequality]:
    """`form` has one of the signs, as inequalities; nothing for signs without a convex range."""
    found = []
    form = form.whole()
    if -1 not in signs:
        found.append(Inequality(form, 0 not in signs))
    if 1 not in signs:
        found.append(Inequality(form.times(-1), 0 not in signs))
    return found


def is_impossible(inequalities: Iterable[Inequality]) -> bool:
    """True only if no real values of the monomials satisfy all: Fourier-Motzkin elimination, exact.

    >>> x, y = sympy.symbols("x y", real=True)
    >>> is_impossible([Inequality(linear(f), f != x + y) for f in (x, y, -x - y)])
    True
    >>> is_impossible([Inequality(linear(f), False) for f in (x, y, -x - y)])
    False
    """
    system = list(inequalities)
    monomials = _monomials(system)
    for monomial in monomials:
        above = [i for i in system if i.form.get(monomial, 0) > 0]
        below = [i for i in system if i.form.get(monomial, 0) < 0]
        system = [i for i in system if monomial not in i.form]
        if len(system) + len(above) * len(below) > MAX_INEQUALITIES:
            return False
        system += [_without(monomial, low, high) for low in above for high in below]
    return any(_is_false(inequality) for inequality in system)


def _monomials(system: Iterable[Inequality]) -> list[Any]:
    """All that occur, in order of their first occurrence, without the constant."""
    found = dict.fromkeys(monomial for inequality in system for monomial in inequality.form)
    found.pop(sympy.S.One, None)
    return list(found)


def _without(monomial: sympy.Expr, low: Inequality, high: Inequality) -> Inequality:
    """The sum with those positive weights that make the monomial cancel."""
    weighted = low.form.times(-high.form[monomial])
    return Inequality(weighted.minus(high.form.times(-low.form[monomial])), low.strict or high.strict)


def _is_false(inequality: Inequality) -> bool:
    constant = inequality.form.get(sympy.S.One, 0)
    return constant < 0 or (inequality.strict and constant == 0)


# --- a region and what holds there ----------------------------------------------------------


class Region:
    """The points that satisfy the inequalities and their symbols' assumptions."""

    def __init__(self, inequalities: tuple[Inequality, ...], zeros: tuple[Linear, ...] = ()) -> None:
        self.inequalities = inequalities
        self.zeros = zeros
        self.known: dict[frozenset[Any], Signs] = {}

    def cut(self, form: Linear, signs: Signs) -> Region | None:
        """The part where `form` has one of the signs; None if it is certainly empty."""
        if not signs & self.signs(form):
            return None
        zeros = (*self.zeros, form) if signs == ZERO else self.zeros
        return Region((*self.inequalities, *_inequalities(form, signs)), zeros)

    def told(self, condition: Boolean) -> Region:
        """This region with a condition of the domain built in, if it is linear."""
        signs = demanded(condition)
        if signs is None or signs == NONZERO:
            return self
        try:
            form = linear(condition.lhs - condition.rhs)
        except GiveUp:
            return self
        zeros = (*self.zeros, form) if signs == ZERO else self.zeros
        return Region((*self.inequalities, *_inequalities(form, signs)), zeros)

    def signs(self, form: Linear) -> Signs:
        """The signs that the form can have here, as far as linear reasoning sees."""
        if form.keys() <= {sympy.S.One}:
            constant = form.get(sympy.S.One, 0)
            return Signs({sign_of_number(constant)})
        key = frozenset(form.items())
        if key not in self.known:
            self.known[key] = self._signs(form)
        return self.known[key]

    def _signs(self, form: Linear) -> Signs:
        """A form that may have both signs may vanish, because a region is convex."""
        signs = Signs(sign for sign in (1, -1) if self._is_possible(form, Signs({sign})))
        if signs == NONZERO:
            return UNKNOWN
        return signs | ZERO if self._is_possible(form, ZERO) else signs

    def _is_possible(self, form: Linear, signs: Signs) -> bool:
        system = [*self.inequalities, *_inequalities(form, signs)]
        assumed = [known for monomial in _monomials(system) for known in _assumed(monomial)]
        return not is_impossible([*system, *assumed])

    def equations(self) -> Iterator[dict[Any, Any]]:
        """Ways to say in one substitution that a form vanishes here."""
        for form in self.zeros:
            for symbol in sorted((m for m in form if m.is_Symbol), key=by_name):
                rest = [m for m in form if m != symbol]
                if not any(symbol in m.free_symbols for m in rest):
                    value = sympy.Add(*[sympy.Rational(-form[m] / form[symbol]) * m for m in rest])
                    yield {symbol: value}

    # -- values

    def value(self, expr: sympy.Expr) -> Any:
        """The expression with each outermost switched function replaced by its branch.  Raises Split, GiveUp."""
        found: dict[Any, Any] = {}
        self._collect(expr, found)
        return expr.xreplace(found) if found else expr

    def _collect(self, expr: sympy.Expr, found: dict[Any, Any]) -> None:
        if isinstance(expr, SWITCHED):
            if expr not in found:
                found[expr] = _VALUE[expr.func](self, expr)
            return
        for arg in expr.args:
            self._collect(arg, found)

    def _size(self, expr: sympy.Expr) -> Any:
        inside = self.value(expr.args[0])
        return inside if self._one_of(linear(inside), CLOSED) <= NONNEGATIVE else -inside

    def _sign(self, expr: sympy.Expr) -> Any:
        (sign,) = self._one_of(linear(self.value(expr.args[0])), THREE)
        return sympy.Integer(sign)

    def _step(self, expr: sympy.Expr) -> Any:
        (sign,) = self._one_of(linear(self.value(expr.args[0])), THREE)
        return {1: sympy.S.One, -1: sympy.S.Zero}.get(sign, expr.args[1])

    def _largest(self, expr: sympy.Expr) -> Any:
        return self._extreme(expr.args, NONNEGATIVE)

    def _smallest(self, expr: sympy.Expr) -> Any:
        return self._extreme(expr.args, NONPOSITIVE)

    def _extreme(self, args: tuple[Any, ...], wanted: Signs) -> Any:
        best, *others = [(value, linear(value)) for value in map(self.value, args)]
        for other in others:
            if not self._one_of(best[1].minus(other[1]), CLOSED) <= wanted:
                best = other
        return best[0]

    def _branch(self, expr: sympy.Expr) -> Any:
        """The first branch whose condition holds, as SymPy defines it."""
        for value, condition in expr.args:
            if self._holds(condition):
                return self.value(value)
        raise GiveUp("a Piecewise without a value here")

    def _holds(self, condition: Boolean) -> bool:
        if condition in (sympy.true, sympy.false):
            return bool(condition)
        wanted = demanded(condition)
        if wanted is not None:
            form = linear(self.value(condition.lhs)).minus(linear(self.value(condition.rhs)))
            parts = THREE if wanted in (ZERO, NONZERO) else (wanted, UNKNOWN - wanted)
            return self._one_of(form, parts) <= wanted
        parts_hold = [self._holds(part) for part in condition.args]
        if isinstance(condition, Not):
            return not parts_hold[0]
        if isinstance(condition, (And, Or)):
            return any(parts_hold) if isinstance(condition, Or) else all(parts_hold)
        raise GiveUp(f"the condition {condition}")

    def _one_of(self, form: Linear, parts: tuple[Signs, ...]) -> Signs:
        """The form's possible signs, if they lie within one of the parts.  Raises Split otherwise."""
        signs = self.signs(form)
        if not any(signs <= part for part in parts):
            raise Split(form, parts)
        return next(part for part in parts if signs <= part)


_VALUE: dict[Any, Callable[[Region, Any], Any]] = {
    sympy.Abs: Region._size,
    sympy.sign: Region._sign,
    sympy.Heaviside: Region._step,
    sympy.Max: Region._largest,
    sympy.Min: Region._smallest,
    sympy.Piecewise: Region._branch,
}
