"""May agreement at sample points stand for agreement everywhere?

Two functions that are analytic on a connected set and agree on a part of it agree on the
whole of it (identity theorem).  Agreement at a few points to hundreds of digits is strong
evidence under this condition only: |x − 1000| and 1000 − x agree wherever somebody is
likely to look.  So evidence counts if nothing in the two sides can switch from one formula
to another inside the domain:

- functions that are entire or meromorphic never switch, because what their poles leave of
  the complex domain is connected;
- a root, a logarithm, an absolute value, an inverse function, a maximum does not switch
  where its argument certainly stays on one side of the switching point.  The argument must
  then have no pole either: atan(1/x) jumps at 0 although atan is analytic on the real line;
- a series or an integral does not jump where no parameter takes its powers to the edge of convergence
  while the rest of its terms vanishes (`_Inside.collapses`).

Signs come from the assumptions on the symbols, each of which leaves a connected range, or
from conditions that are linear, so that what they leave is convex.  The boundary of the
domain does not matter: what holds inside holds there by continuity or is tried as a
special point.  Whatever has no rule here is doubted.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy
from sympy.core.relational import Relational

from verify import wording
from verify.errors import ClaimError
from verify.normal_form.signs import sign_set
from verify.points.domain import Domain
from verify.points.plan import Point
from verify.points.term_by_term import certified_sign
from verify.regularity.analytic import ABOVE_ZERO, BELOW_ONE, ENTIRE, INSIDE_UNIT
from verify.terms.sign_algebra import NEGATIVE, NONNEGATIVE, POSITIVE, UNKNOWN, Signs

MEROMORPHIC = (
    *ENTIRE, sympy.tan, sympy.cot, sympy.sec, sympy.csc, sympy.tanh, sympy.coth, sympy.sech, sympy.csch, sympy.gamma, sympy.factorial, sympy.digamma,
    sympy.binomial, sympy.beta, sympy.conjugate, sympy.re, sympy.im,
)  # fmt: skip
POLYNOMIALS = (
    sympy.legendre,
    sympy.hermite,
    sympy.laguerre,
    sympy.assoc_laguerre,
    sympy.chebyshevt,
    sympy.chebyshevu,
    sympy.gegenbauer,
)
ON_THE_LINE = (sympy.atan, sympy.asinh)
OSCILLATING = (sympy.sin, sympy.cos, sympy.sinc, sympy.besselj, sympy.bessely)
HALVES = {sympy.StrictGreaterThan, sympy.GreaterThan, sympy.StrictLessThan, sympy.LessThan}


def doubt(lhs: Any, rhs: Any, domain: Domain) -> str | None:
    """Why agreement at points is no evidence for the whole domain, in a sentence; None if it is evidence."""
    bent = [c for c in domain.conditions if isinstance(c, sympy.Eq) and not _is_linear(c)]
    if bent:
        return f"the condition {wording.condition(bent[0])} may leave several pieces, of which one was tried"
    inside = _Inside(domain)
    part = inside.switching(lhs) or inside.switching(rhs)
    if part is None:
        return None
    shown = wording.brief(part) or f"a {type(part).__name__}"
    return f"{shown} may be given by another formula elsewhere on the domain"


def without_conditions(lhs: Any, rhs: Any, domain: Domain) -> Domain | None:
    """The domain without its conditions, if both sides are in one piece even there.

    What differs there differs inside the conditions as well, except where these leave no
    open set.  It shows what is too small to be seen inside, as in tanh(x) = 1 for x > 100.
    """
    wide = Domain(domain.symbols)
    return wide if domain.conditions and doubt(lhs, rhs, wide) is None else None


def _is_linear(condition: Any) -> bool:
    gap = condition.lhs - condition.rhs
    return bool(gap.is_polynomial(*gap.free_symbols)) and (
        not gap.free_symbols or sympy.Poly(gap, *gap.free_symbols).total_degree() <= 1
    )


def _inner(symbol: Any) -> Any:
    """A symbol that stands for the inside of the range of a real one, holes filled; other symbols as they are."""
    if not symbol.is_real or symbol.is_integer or symbol.is_zero:
        return symbol
    if symbol.is_nonnegative:
        return sympy.Dummy(symbol.name, positive=True)
    return sympy.Dummy(symbol.name, negative=True) if symbol.is_nonpositive else sympy.Dummy(symbol.name, real=True)


def _is_holomorphic(expr: Any) -> bool:
    """A function of complex symbols alone, without their conjugates or parts."""
    symbols = expr.free_symbols
    mixed = expr.has(sympy.conjugate, sympy.re, sympy.im, sympy.Abs, sympy.arg, sympy.sign, sympy.Integral, sympy.Sum)
    return bool(symbols) and not mixed and all(symbol.is_real is None for symbol in symbols)


def _with_ends(place: Any) -> Any:
    """A symbol for the same range with the end at 0."""
    if place.is_integer:
        return place
    return sympy.Dummy(place.name, nonnegative=True) if place.is_positive else place


def _without_singular_ends(integral: Any, factors: list[Any], outer: set[Any]) -> list[Any]:
    """Factors of the integrand without powers that are singular at the ends of the range and move along with them.

    So x^a over x > 0, or √(p² - x²) over 0 < x < p: with another variable the range does not move.
    Whether the integral may jump where such an exponent reaches -1 is asked by `_Inside.collapses`.
    """
    ends = [limit[0] - end for limit in integral.limits for end in limit[1:] if end.is_finite]
    left = []
    for factor in factors:
        if not factor.is_Pow:
            left.append(factor)
            continue
        for base in sympy.Mul.make_args(sympy.factor(factor.base)):
            at_an_end = any(sympy.expand(base - end) == 0 or sympy.expand(base + end) == 0 for end in ends)
            if base.free_symbols & outer and not at_an_end:
                left.append(base**factor.exp)
    return left


def _is_steep(node: Any, bound: set[Any]) -> bool:
    """A power or exponential in which a bound variable stands in the exponent, or in the base under a symbolic one."""
    if isinstance(node, sympy.exp):
        return bool(node.exp.free_symbols & bound)
    if not node.is_Pow:
        return False
    return bool(node.exp.free_symbols & bound or (node.base.free_symbols & bound and node.exp.free_symbols))


def _is_wave(factor: Any, bound: set[Any]) -> bool:
    """cos(b t), which is 1 at t = 0 whatever b is."""
    return isinstance(factor, sympy.cos) and factor.args[0].xreplace(dict.fromkeys(bound, sympy.S.Zero)) == 0


def _halves(condition: Any) -> list[Any]:
    """|r| < c for a real r as the two conditions that it is."""
    if isinstance(condition, (sympy.Lt, sympy.Le, sympy.Gt, sympy.Ge)) and isinstance(condition.lts, sympy.Abs):
        (inside,) = condition.lts.args
        if inside.is_real:
            return [sympy.StrictGreaterThan(condition.gts, inside), sympy.StrictGreaterThan(inside, -condition.gts)]
    return [condition]


class _Inside:
    """Signs on the inside of a domain, and what may switch there."""

    def __init__(self, domain: Domain, put: Point | None = None, conditions: tuple[Any, ...] = ()) -> None:
        self.put = {symbol: _inner(symbol) for symbol in domain.symbols} if put is None else put
        linear = tuple(
            half
            for c in domain.conditions
            for half in _halves(c)
            if isinstance(half, Relational) and type(half) in HALVES and _is_linear(half)
        )
        self.conditions = conditions or tuple(self._strict(c) for c in linear)

    def _strict(self, condition: Any) -> Any:
        return sympy.StrictGreaterThan(condition.gts.xreplace(self.put), condition.lts.xreplace(self.put))

    # --- certain signs

    def sign(self, expr: Any) -> Signs | None:
        expr = expr.xreplace(self.put)
        found = sign_set(expr)
        if found is None or len(found) == 1 or not self.conditions:
            return found
        symbols = expr.free_symbols.union(*(c.free_symbols for c in self.conditions))
        try:
            certain = certified_sign(
                expr, Domain(tuple(symbols), tuple(c for c in self.conditions if c is not sympy.true))
            )
        except ClaimError:
            return found
        return found if certain is None else certain

    def positive(self, expr: Any) -> bool:
        signs = self.sign(expr)
        if signs == POSITIVE:
            return True
        # Zero is no boundary of the integers; a constant that may be zero is no positive one.
        whole = bool(expr.free_symbols) and all(symbol.is_integer for symbol in expr.free_symbols)
        return whole and signs is not None and signs <= NONNEGATIVE

    def nonzero(self, expr: Any) -> bool:
        return self.sign(expr) in (POSITIVE, NEGATIVE)

    def real(self, expr: Any) -> bool:
        return self.sign(expr) is not None

    # --- what may switch

    def switching(self, expr: Any, bounded: bool = False) -> Any | None:
        """A part that may switch inside the domain, or None.  `bounded`: a pole counts too."""
        if not expr.args or not expr.free_symbols:
            return None
        if isinstance(expr, (sympy.Integral, sympy.Sum, sympy.Product)):
            return self._bound(expr, bounded)
        branches = self._branches(expr)
        if branches is None:
            return expr
        certain, arguments_bounded = branches
        if not certain or (bounded and not self._finite(expr)):
            return expr
        for arg in expr.args:
            part = self.switching(arg, bounded or arguments_bounded)
            if part is not None:
                return part
        return None

    def _branches(self, expr: Any) -> tuple[bool, bool] | None:
        """(stays on one branch, its argument must have no pole), or None where no rule is known."""
        if isinstance(expr, (sympy.Add, sympy.Mul, sympy.Tuple, *MEROMORPHIC, *POLYNOMIALS)):
            return True, False
        if isinstance(expr, sympy.Pow):
            return self._power(expr.base, expr.exp)
        if isinstance(expr, sympy.zeta):
            return len(expr.args) == 1 or self.positive(expr.args[1]), False
        if isinstance(expr, sympy.Abs) and _is_holomorphic(expr.args[0]):
            return True, False  # its zeros are of real codimension two
        if isinstance(expr, ON_THE_LINE):
            return self.real(expr.args[0]), True
        rule = ONE_ARGUMENT.get(type(expr))
        if rule is not None and len(expr.args) == 1:
            return rule(self, expr.args[0]), True
        if isinstance(expr, (sympy.Max, sympy.Min)) and len(expr.args) == 2:
            return self.nonzero(expr.args[0] - expr.args[1]), True
        if isinstance(expr, (sympy.besselj, sympy.besseli)) and expr.args[0].is_Integer:
            return True, False
        if isinstance(expr, (sympy.besselj, sympy.besseli, sympy.bessely, sympy.besselk)):
            return self.positive(expr.args[1]), True
        if isinstance(expr, sympy.polygamma):
            return bool(expr.args[0].is_Integer), False
        if isinstance(expr, sympy.polylog):
            return self.positive(1 - expr.args[1]), True
        if isinstance(expr, (sympy.uppergamma, sympy.lowergamma, sympy.expint)):
            return self.positive(expr.args[1]), True
        if isinstance(expr, sympy.atan2):
            return self.positive(expr.args[1]) and self.real(expr.args[0]), True
        return None

    def _power(self, base: Any, exponent: Any) -> tuple[bool, bool]:
        if exponent.is_Integer:
            return True, False
        if base.is_number and (base.is_positive or exponent.is_integer):
            return True, False  # exp(s log b), and a sequence where the exponent is an integer
        return self.positive(base), True

    def _finite(self, expr: Any) -> bool:
        """Has this head no pole of its own on the inside of the domain?"""
        if isinstance(expr, sympy.Pow):
            return bool(expr.exp.is_Integer and expr.exp > 0) or self.nonzero(expr.base) or expr.base.is_number
        if isinstance(expr, (sympy.gamma, sympy.digamma, sympy.factorial)):
            return self.positive(expr.args[0])
        if isinstance(expr, (sympy.polygamma, sympy.zeta)):
            return self.positive(expr.args[-1] - (1 if expr.func is sympy.zeta and len(expr.args) == 1 else 0))
        return not isinstance(
            expr, (sympy.tan, sympy.cot, sympy.sec, sympy.csc, sympy.coth, sympy.csch, sympy.binomial, sympy.beta)
        )

    def _bound(self, expr: Any, bounded: bool) -> Any | None:
        """The integrand or term, its variable between the limits; and the limits."""
        put, conditions = dict(self.put), list(self.conditions)
        closed, ends = dict(self.put), list(self.conditions)
        endless = []
        for limit in expr.limits:
            if len(limit) != 3:
                return expr
            variable, low, high = limit
            for end in (low, high):
                part = None if end.is_infinite else self.switching(end, bounded)
                if part is not None:
                    return part
            put[variable] = place = self._place(variable, low, whole=isinstance(expr, (sympy.Sum, sympy.Product)))
            conditions += [
                place > low.xreplace(put) if low.is_finite else sympy.true,
                place < high.xreplace(put) if high.is_finite else sympy.true,
            ]
            closed[variable] = _with_ends(place)
            ends += [closed[variable] >= low.xreplace(closed) if low.is_finite else sympy.true]
            ends += [closed[variable] <= high.xreplace(closed) if high.is_finite else sympy.true]
            endless += [variable] if low.is_infinite or high.is_infinite else []
        there = _Inside(Domain(()), put, tuple(c for c in conditions if c is not sympy.true))
        with_ends = _Inside(Domain(()), closed, tuple(c for c in ends if c is not sympy.true))
        outer = expr.free_symbols
        return there.switching(expr.function, bounded) or with_ends.jumping(expr, outer, endless)

    def jumping(self, expr: Any, outer: set[Any], endless: list[Any]) -> Any | None:
        """A part of the integrand or term for which the whole may jump where the part itself does not, or None.

        An integral of a function that is analytic in a parameter for all values of the variable,
        ends included, is analytic if the range is finite.  On an endless range the convergence
        must not depend on the parameter: ∫ a exp(-a²x²) dx over x > 0 is ±√π/2.  So the leading
        coefficients of what stands inside functions and under fractions must not vanish, and what
        oscillates with a parameter needs an exponential that decays.
        """
        factors = [factor for factor in sympy.Mul.make_args(expr.function) if factor.free_symbols & outer]
        if isinstance(expr, sympy.Integral):
            for factor in _without_singular_ends(expr, factors, outer):
                part = self.switching(factor, bounded=True)
                if part is not None:
                    return part
        part = self.collapses(expr, outer, endless)
        if part is not None:
            return part
        decaying = any(isinstance(factor, sympy.exp) for factor in sympy.Mul.make_args(expr.function))
        for variable in endless:
            for node in (node for factor in factors for node in sympy.preorder_traversal(factor)):
                if {variable} < node.free_symbols and node.free_symbols & outer:
                    if isinstance(node, OSCILLATING) and not decaying:
                        return node
                    if self._fades(node, variable):
                        return node
        return None

    def collapses(self, expr: Any, outer: set[Any], endless: list[Any]) -> Any | None:
        """A power that may cease to converge just where the rest of the term vanishes, or None.

        u Σ (1+u)^(-k) is 1 + u for u > 0 and 0 at u = 0; so is u ∫ t^(u-1) dt from 0 to 1.  If no other
        factor can vanish, the whole diverges where the power does not converge, and says nothing
        there.  Otherwise the powers must certainly keep off the edge of convergence.
        """
        bound = {limit[0] for limit in expr.limits}
        if not isinstance(expr, sympy.Integral) and not endless:
            return None
        factors = sympy.Mul.make_args(expr.function)
        steep = [factor for factor in factors if _is_steep(factor, bound)]
        rest = [factor for factor in factors if factor not in steep and factor.free_symbols & outer]
        nested = [part for factor in rest for part in sympy.preorder_traversal(factor) if _is_steep(part, bound)]
        alone = [part for part in nested + (steep if nested else []) if part.free_symbols & outer]
        if alone or not any(factor.free_symbols & outer for factor in steep):
            return next((part for part in alone if not self._converges((part,), bound, outer)), None)
        lively = [factor for factor in rest if not self.nonzero(factor) and not _is_wave(factor, bound)]
        return steep[0] if lively and not self._converges(tuple(steep), bound, outer) else None

    def _converges(self, powers: tuple[Any, ...], bound: set[Any], outer: set[Any]) -> bool:
        """Does a product of powers certainly stay off the edge of convergence, whatever the parameters are?"""
        pairs = [power.as_base_exp() for power in powers]
        fixed = [(b, e) for b, e in pairs if not e.free_symbols & bound]
        exponentials = [e * sympy.log(b) for b, e in pairs if e.free_symbols & bound and b.is_number and b.is_positive]
        moving = [(b, e) for b, e in pairs if e.free_symbols & bound and not (b.is_number and b.is_positive)]
        if len(moving) > 1 or (moving and exponentials):
            return not fixed and self._ratio_is_off(pairs, bound)
        return (
            (not fixed or (len(fixed) == 1 and self._exponent_is_off(*fixed[0], bound)))
            and (not exponentials or self._grows(sympy.Add(*exponentials), bound, outer))
            and all(self.nonzero(b - 1) and self.nonzero(b + 1) and self._grows(e, bound, outer) for b, e in moving)
        )

    def _grows(self, exponent: Any, bound: set[Any], outer: set[Any]) -> bool:
        """Has the exponent a leading coefficient that no parameter makes vanish?"""
        if not exponent.free_symbols & outer - bound:
            return True
        variables = exponent.free_symbols & bound
        return all(
            exponent.is_polynomial(variable) and self.nonzero(sympy.Poly(exponent, variable).LC())
            for variable in variables
        )

    def _ratio_is_off(self, pairs: list[Any], bound: set[Any]) -> bool:
        """Is the quotient of neighbouring terms, a product of powers with linear exponents, never ±1?"""
        variable, *more = set.union(*(e.free_symbols for _, e in pairs)) & bound
        if more or any(not e.is_polynomial(variable) or sympy.degree(e, variable) != 1 for _, e in pairs):
            return False
        ratio = sympy.Mul(*[b ** e.coeff(variable, 1) for b, e in pairs])
        return self.nonzero(ratio - 1) and self.nonzero(ratio + 1)

    def _exponent_is_off(self, base: Any, exponent: Any, bound: set[Any]) -> bool:
        """b(t)^e converges at a finite end for e > -1 and at infinity for e deg b < -1: is e never at these edges?"""
        variable, *more = base.free_symbols & bound
        if more or not base.is_polynomial(variable):
            return False
        return self.nonzero(exponent + 1) and self.nonzero(exponent * sympy.degree(base, variable) + 1)

    def _fades(self, node: Any, variable: Any) -> bool:
        """May the part lose its dependence on the variable where a parameter takes a special value?"""
        if isinstance(node, sympy.exp) or (node.is_Function and len(node.args) == 1):
            inside = node.args[0]
        elif node.is_Pow and variable in node.base.free_symbols and not (node.exp.is_Integer and node.exp > 0):
            inside = node.base
            powers = [p for p in inside.atoms(sympy.Pow) if variable in p.exp.free_symbols]
            if any(p.base.free_symbols and not self.nonzero(p.base - 1) for p in powers):
                return True
        else:
            return False
        if not inside.is_polynomial(variable):
            return False
        return not self.nonzero(sympy.Poly(inside, variable).LC())

    def _place(self, variable: Any, low: Any, whole: bool) -> Any:
        """A bound variable with the assumptions that its lower limit gives; 0 is inside for an integer."""
        signs = UNKNOWN if low.is_infinite else self.sign(low) or UNKNOWN
        inside = signs + (NONNEGATIVE if whole else POSITIVE)
        return sympy.Dummy(variable.name, integer=whole or None, **inside.assumptions)


ONE_ARGUMENT: dict[type, Callable[[_Inside, Any], bool]] = {
    **dict.fromkeys(INSIDE_UNIT, lambda i, u: i.positive(1 - u) and i.positive(1 + u)),
    **dict.fromkeys(ABOVE_ZERO, lambda i, u: i.positive(u)),
    **dict.fromkeys(BELOW_ONE, lambda i, u: i.positive(1 - u)),
    **dict.fromkeys((sympy.Ei, sympy.LambertW), lambda i, u: i.positive(u)),
    **dict.fromkeys((sympy.Abs, sympy.sign, sympy.Heaviside, sympy.acot), lambda i, u: i.nonzero(u)),
    sympy.acosh: lambda i, u: i.positive(u - 1),
    sympy.li: lambda i, u: i.positive(u - 1),
}
