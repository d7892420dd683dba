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
  while the rest of its terms vanishes (`verify.refuting.edge_of_convergence`).

Signs come from the assumptions on the symbols, each of which leaves a connected range, or
from conditions that are linear, so that what they leave is convex.  The boundary of the
domain does not matter: what holds inside holds there by continuity or is tried as a
special point.  Whatever has no rule here is doubted.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy

from verify import wording
from verify.points.domain import Domain
from verify.refuting.edge_of_convergence import collapses, fades
from verify.refuting.signs_inside import Inside, is_linear, with_end
from verify.regularity.analytic import ABOVE_ZERO, BELOW_ONE, ENTIRE, INSIDE_UNIT

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


def doubt(lhs: Any, rhs: Any, domain: Domain) -> str | None:
    """Why agreement at points is no evidence for the whole domain, in a sentence; None if it is evidence."""
    bent = [c for c in domain.conditions if isinstance(c, sympy.Eq) and not is_linear(c)]
    if bent:
        return f"the condition {wording.condition(bent[0])} may leave several pieces, of which one was tried"
    inside = _Pieces(domain)
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


def _is_holomorphic(expr: Any) -> bool:
    """A function of complex symbols alone, without their conjugates or parts."""
    symbols = expr.free_symbols
    mixed = expr.has(sympy.conjugate, sympy.re, sympy.im, sympy.Abs, sympy.arg, sympy.sign, sympy.Integral, sympy.Sum)
    return bool(symbols) and not mixed and all(symbol.is_real is None for symbol in symbols)


def _without_singular_ends(integral: Any, factors: list[Any], outer: set[Any]) -> list[Any]:
    """Factors of the integrand without powers that are singular at the ends of the range and move along with them.

    So x^a over x > 0, or √(p² - x²) over 0 < x < p: with another variable the range does not move.
    Whether the integral may jump where such an exponent reaches -1 is asked by `verify.refuting.edge_of_convergence`.
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


class _Pieces(Inside):
    """What may switch on the inside of a domain."""

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
            return self._is_below_one(expr.args[1]), True
        if isinstance(expr, sympy.hyper):
            return self._hypergeometric(*expr.args), True
        if isinstance(expr, (sympy.uppergamma, sympy.lowergamma, sympy.expint)):
            return self.positive(expr.args[1]), True
        if isinstance(expr, sympy.atan2):
            return self.positive(expr.args[1]) and self.real(expr.args[0]), True
        return None

    def _hypergeometric(self, above: Any, below: Any, z: Any) -> bool:
        """Analytic in all of its parameters where the lower ones are positive, and in z off the cut (DLMF 16.2)."""
        more = len(above) - len(below)
        off = more < 1 or (more == 1 and self._is_below_one(z))
        return off and all(self.positive(b) for b in below)

    def _is_below_one(self, z: Any) -> bool:
        if self.positive(1 - z):
            return True
        signs = [
            1 if self.positive(f) else -1 if self.positive(-f) else 0 for f in sympy.Mul.make_args(sympy.factor(1 - z))
        ]
        return 0 not in signs and signs.count(-1) % 2 == 0

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
            put[variable] = place = self.place(variable, low, whole=isinstance(expr, (sympy.Sum, sympy.Product)))
            conditions += [
                place > low.xreplace(put) if low.is_finite else sympy.true,
                place < high.xreplace(put) if high.is_finite else sympy.true,
            ]
            closed[variable] = with_end(place)
            ends += [closed[variable] >= low.xreplace(closed) if low.is_finite else sympy.true]
            ends += [closed[variable] <= high.xreplace(closed) if high.is_finite else sympy.true]
            endless += [variable] if low.is_infinite or high.is_infinite else []
        there = _Pieces(Domain(()), put, tuple(c for c in conditions if c is not sympy.true))
        with_ends = _Pieces(Domain(()), closed, tuple(c for c in ends if c is not sympy.true))
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
        part = collapses(self, expr, outer, endless)
        if part is not None:
            return part
        decaying = any(isinstance(factor, sympy.exp) for factor in sympy.Mul.make_args(expr.function))
        for variable in endless:
            for node in (node for factor in factors for node in sympy.preorder_traversal(factor)):
                if {variable} < node.free_symbols and node.free_symbols & outer:
                    if isinstance(node, OSCILLATING) and not decaying:
                        return node
                    if fades(self, node, variable):
                        return node
        return None


ONE_ARGUMENT: dict[type, Callable[[_Pieces, Any], bool]] = {
    **dict.fromkeys(INSIDE_UNIT, lambda i, u: i.positive(1 - u) and i.positive(1 + u)),
    **dict.fromkeys(ABOVE_ZERO, lambda i, u: i.positive(u)),
    **dict.fromkeys(BELOW_ONE, lambda i, u: i.positive(1 - u)),
    **dict.fromkeys((sympy.Ei, sympy.LambertW), lambda i, u: i.positive(u)),
    **dict.fromkeys((sympy.Abs, sympy.sign, sympy.Heaviside, sympy.acot), lambda i, u: i.nonzero(u)),
    sympy.acosh: lambda i, u: i.positive(u - 1),
    sympy.li: lambda i, u: i.positive(u - 1),
}
