"""Where a derivative exists: one notion, asked by proofs, by balls and by the rule of Leibniz.

d/dx of an expression exists where every part of it that depends on x is differentiable at the
value of its arguments, by the rules for sums, products, powers and chains.  So each function
tells the places where it is not: kinks (|u| at 0, max where two arguments meet), jumps (floor
at whole numbers, acot and sign at 0), and branch cuts.  A cut is

- harmless where the argument is certainly real while it moves: it then moves along the cut,
  on which the function is continuous from one side, up to the branch point;
- crossed by a complex argument even if the variable is real: log(-1 + ix) jumps at x = 0.

Every cut is the place where one expression w is a real number ≤ 0 (w = 1 + u² for atan u), so
that the first case says w ≠ 0 and the second that w is off the cut.  For a complex variable, what
is no function of it alone (|z|, conjugates) has no derivative of which we could say where.  A
function without a rule here has none either: then the derivative's existence is a condition.

`Differentiability` knows what the assumptions of the symbols say; `verify.regularity.smoothness` knows more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import combinations
from typing import Any

import sympy
from sympy.core.function import AppliedUndef
from sympy.core.relational import Relational
from sympy.logic.boolalg import Boolean

from verify.terms.requirements import BOUND, IsDifferentiable, IsNoWholeNumber, IsOffTheCut, may_be_at_an_end
from verify.terms.singular import needed

SMOOTH = (
    sympy.Add, sympy.Mul, sympy.exp, sympy.sin, sympy.cos, sympy.tan, sympy.cot, sympy.sec, sympy.csc, sympy.sinh, sympy.cosh, sympy.tanh, sympy.coth, sympy.sech,
    sympy.csch, sympy.sinc, sympy.erf, sympy.erfc, sympy.erfi, sympy.fresnels, sympy.fresnelc, sympy.airyai, sympy.airybi, sympy.airyaiprime,
    sympy.airybiprime, sympy.Si, sympy.Shi, sympy.gamma, sympy.factorial, sympy.digamma, sympy.beta, sympy.binomial, sympy.Tuple, Boolean, AppliedUndef,
)  # fmt: skip
"""Entire or meromorphic: differentiable wherever they are defined."""
REAL_LINEAR = (sympy.re, sympy.im, sympy.conjugate)
BY_DEGREE = (sympy.legendre, sympy.hermite, sympy.laguerre, sympy.chebyshevt, sympy.chebyshevu)
BY_ORDER = (sympy.besselj, sympy.bessely, sympy.besseli, sympy.besselk)

STEPS = (
    sympy.sign, sympy.Heaviside, sympy.floor, sympy.ceiling, sympy.frac, sympy.Mod, sympy.arg, sympy.atan2, sympy.acot, sympy.Piecewise,
)  # fmt: skip
JUMPING = (*STEPS, sympy.KroneckerDelta)
KINKED = (*STEPS, sympy.Abs, sympy.Max, sympy.Min)
"""Functions whose derivative does not exist everywhere."""


def may_jump(body: Any, variables: set[Any], implies: Callable[[Any], bool] = lambda condition: False) -> bool:
    """Can the expression change by a step where a variable passes a place at which it is defined on either side?

    Roots and logarithms change their branch where their argument may become negative; other functions with cuts
    where their argument may be complex.  `implies` says of a condition whether it certainly holds.
    """
    for part in sympy.preorder_traversal(body):
        if not part.free_symbols & variables:
            continue
        if isinstance(part, (*JUMPING, *BOUND)):
            return True
        if part.is_Pow and not part.exp.is_integer and part.base.free_symbols & variables:
            if not (part.base.is_nonnegative or implies(sympy.Ge(part.base, 0, evaluate=False))):
                return True
        elif isinstance(part, sympy.log):
            if not (part.args[0].is_nonnegative or implies(sympy.Ge(part.args[0], 0, evaluate=False))):
                return True
        elif part.is_Function and not isinstance(part, (AppliedUndef, *SMOOTH)):
            unreal = [arg for arg in part.args if arg.is_extended_real is not True]
            if unreal:
                return True
    return False


UNKNOWN = object()
"""In place of a condition: nothing is known."""


class Differentiability:
    """Where derivatives exist, as far as the assumptions of the symbols tell."""

    def is_real(self, expr: Any) -> bool:
        """Is it certainly real?"""
        return bool(expr.is_extended_real)

    def of_bound(self, part: Any, variables: set[Any]) -> Iterable[Any]:
        """What an integral or a sum needs: of neither is anything known here."""
        return (UNKNOWN,)

    def where_differentiable(self, derivative: Any) -> Iterator[Any]:
        """What more must hold for the derivative to exist than for what is differentiated.

        >>> x = sympy.Symbol("x", real=True)
        >>> list(Differentiability().where_differentiable(sympy.Derivative(sympy.Abs(x), x)))[0]
        x
        """
        body, variables = derivative.expr, set(derivative.variables)
        yield from (variable for variable in variables if may_be_at_an_end(variable))
        for part in self.where_smooth(body, variables, sum(times for _, times in derivative.variable_count)):
            yield IsDifferentiable(derivative) if part is UNKNOWN else part
        if not body.has(AppliedUndef, sympy.Derivative, *BOUND):
            done = derivative.doit(deep=False).replace(sympy.Derivative, lambda *_: sympy.S.One)
            yield from needed((done,), self.where_differentiable)

    def where_smooth(self, body: Any, variables: set[Any], order: int = 1) -> Iterator[Any]:
        """The conditions (expressions that must not vanish, requirements, or UNKNOWN) for all parts of the body."""
        holomorphic = not all(variable.is_extended_real for variable in variables)
        stack, seen = [body], set()
        while stack:
            part = stack.pop()
            if part in seen or not part.free_symbols & variables:
                continue
            seen.add(part)
            if isinstance(part, BOUND):
                yield from self.of_bound(part, variables)
                stack.extend(end for limit in part.limits for end in limit[1:])
                continue
            yield from self._of_part(part, variables, order, holomorphic)
            if isinstance(part, sympy.Derivative):
                times = sum(count for _, count in part.variable_count)
                yield from self.where_smooth(part.expr, variables | set(part.variables), order + times)
            else:
                stack.extend(part.args)

    def _of_part(self, part: Any, variables: set[Any], order: int, holomorphic: bool) -> Iterable[Any]:
        if isinstance(part, sympy.Symbol) and part.is_integer:
            return (UNKNOWN,)  # no limit of quotients; what equals it at whole numbers has other slopes
        if isinstance(part, (sympy.Symbol, sympy.Derivative, *SMOOTH)):
            return ()
        if isinstance(part, sympy.Pow):
            return self._of_power(part.base, part.exp, variables, order)
        if isinstance(part, (*BY_DEGREE, *BY_ORDER, sympy.polygamma)) and not part.args[0].free_symbols & variables:
            return (
                self._off(part.args[1])
                if isinstance(part, BY_ORDER) and not _is_entire(part)
                else self._by_degree(part)
            )
        if type(part) in BY_PARAMETER and len(part.args) == 2 and not part.args[0].free_symbols & variables:
            where = BY_PARAMETER[type(part)](part.args[1])
            return (UNKNOWN,) if where is None else self._off(*where) if where else ()
        if type(part) in BY_LAST and not any(arg.free_symbols & variables for arg in part.args[:-1]):
            where = BY_LAST[type(part)](*part.args)
            return (UNKNOWN,) if where is None else self._off(*where) if where else ()
        if isinstance(part, BY_ANGLE) and len(part.args) == 2 and not part.args[1].free_symbols & variables:
            inside = IsOffTheCut(1 - part.args[1] * sympy.sin(part.args[0]) ** 2)
            return (inside,) if self.is_real(part.args[0]) else (UNKNOWN,)
        if type(part) in CUTS and len(part.args) == 1:
            (u,) = part.args
            return [*([u] if isinstance(part, JUMPS_AT_ZERO) else []), *self._off(*CUTS[type(part)](u))]
        if holomorphic:
            return (UNKNOWN,)
        kinks = self._off if isinstance(part, sympy.arg) else KINKS.get(type(part))
        return (UNKNOWN,) if kinks is None else (kink for kink in kinks(*part.args) if kink.free_symbols & variables)

    def _by_degree(self, part: Any) -> Iterable[Any]:
        """Polynomials; of another degree some have a cut from -1 on (DLMF 14.2, 14.21)."""
        has_a_cut = (
            isinstance(part, (sympy.legendre, sympy.chebyshevt, sympy.chebyshevu)) and not part.args[0].is_integer
        )
        return self._off(part.args[1] + 1) if has_a_cut else ()

    def _of_power(self, base: Any, exponent: Any, variables: set[Any], order: int) -> Iterable[Any]:
        """exp(s log b); a whole power is smooth where it is defined, and x^(5/2) once and twice at a real 0."""
        if not base.free_symbols & variables or exponent.is_integer:
            return ()
        if exponent.is_Rational and exponent > order and self.is_real(base):
            return ()
        return self._off(base)

    def _off(self, w: Any, *ends: Any) -> tuple[Any, ...]:
        """No cut w ≤ 0 is crossed: a real w moves along it, w ≠ 0 (nor another branch point on it); others keep off it."""
        return (w, *ends) if self.is_real(w) else (IsOffTheCut(w),)


def _is_entire(bessel: Any) -> bool:
    return bool(isinstance(bessel, (sympy.besselj, sympy.besseli)) and bessel.args[0].is_integer)


def _no_jump(u: Any) -> list[Any]:
    """Both parts of a complex number are rounded."""
    return [IsNoWholeNumber(part) for part in ((u,) if u.is_extended_real else (sympy.re(u), sympy.im(u)))]


def _switches(*args: Any) -> list[Any]:
    return [relation.lhs - relation.rhs for arg in args for relation in arg.atoms(Relational)]


CUTS: dict[Any, Callable[[Any], tuple[Any, ...]]] = {
    **dict.fromkeys((sympy.log, sympy.loggamma, sympy.Ei, sympy.Ci, sympy.Chi), lambda u: (u,)),
    sympy.li: lambda u: (u - 1, u),
    **dict.fromkeys((sympy.asin, sympy.acos, sympy.atanh), lambda u: (1 - u**2,)),
    **dict.fromkeys((sympy.atan, sympy.asinh), lambda u: (1 + u**2,)),
    sympy.acosh: lambda u: (u - 1, u + 1),
    **dict.fromkeys((sympy.acot, sympy.acsch), lambda u: (1 + u**-2,)),
    **dict.fromkeys((sympy.acoth, sympy.asec, sympy.acsc), lambda u: (1 - u**-2,)),
    sympy.asech: lambda u: (1 / u - 1, 1 / u + 1),
    sympy.LambertW: lambda u: (u + sympy.exp(-1),),
    **dict.fromkeys((sympy.elliptic_k, sympy.elliptic_e), lambda m: (1 - m,)),
}
"""Of each function with cuts: w, which is ≤ 0 on them, and further branch points (DLMF 4.2, 4.23, 4.37, 4.13, 6.4, 19.2)."""
POLYNOMIAL = (sympy.assoc_laguerre, sympy.gegenbauer, sympy.jacobi)
"""Of a degree, and the parameters, polynomials in the last argument (DLMF 18.5)."""
BY_LAST: dict[Any, Callable[..., tuple[Any, ...] | None]] = {
    sympy.hyper: lambda a, b, z: () if len(a) <= len(b) else (1 - z,) if len(a) == len(b) + 1 else None,
    **dict.fromkeys(POLYNOMIAL, lambda n, *rest: () if n.is_integer else None),
    **dict.fromkeys((sympy.hankel1, sympy.hankel2, sympy.jn, sympy.yn), lambda nu, z: (z,)),
    **dict.fromkeys((sympy.lowergamma, sympy.uppergamma), lambda s, z: (z,)),
    sympy.lerchphi: lambda z, s, a: () if a.is_positive else None,
}
"""Of functions of several arguments, as functions of the last one: the same (DLMF 8.2, 10.2, 10.47, 16.2, 25.14)."""
BY_ANGLE = (sympy.elliptic_f, sympy.elliptic_e)
"""Of the amplitude: where 1 - m sin²φ > 0 the integrand √(1 - m sin²φ), or its inverse, is analytic (DLMF 19.2)."""
BY_PARAMETER: dict[Any, Callable[[Any], tuple[Any, ...] | None]] = {
    sympy.expint: lambda z: (z,),
    sympy.polylog: lambda z: (1 - z,),
    sympy.zeta: lambda a: () if a.is_positive else None,
}
"""Of functions of two arguments, as functions of the second one: w, which is ≤ 0 on their cuts, or None (DLMF 8.19, 25.11, 25.12)."""
JUMPS_AT_ZERO = (sympy.acot, sympy.acoth)
KINKS: dict[Any, Callable[..., list[Any]]] = {
    **dict.fromkeys((sympy.Abs, sympy.sign, sympy.Heaviside, sympy.DiracDelta), lambda u, *_: [u]),
    **dict.fromkeys(REAL_LINEAR, lambda u: []),
    sympy.atan2: lambda y, x: [IsOffTheCut(x + sympy.I * y)],
    sympy.KroneckerDelta: lambda i, j, *_: [i - j],
    **dict.fromkeys((sympy.Max, sympy.Min), lambda *args: [a - b for a, b in combinations(args, 2)]),
    **dict.fromkeys((sympy.floor, sympy.ceiling, sympy.frac), lambda u: _no_jump(u)),
    sympy.Mod: lambda x, y: [IsNoWholeNumber(x / y)],
    sympy.Piecewise: lambda *args: _switches(*args),
}
"""Of each function of real arguments: where it has a kink or a jump."""
