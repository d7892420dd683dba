"""A zero test by normal form: SymPy expression → fraction of polynomials in kernels.

`Normaliser.node` reads an expression once and recognises its kernels; `verify.normal_form.field`
does the arithmetic.  Each rule is one method and is true for principal values at every
admissible point (powers and logarithms as in DLMF 4.2; b**x = exp(x log b)), apart from
the exceptional points that `verify.regularity.conditions` lists.

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

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any, TypeAlias

import sympy
from flint import fmpq
from sympy.core.function import AppliedUndef, UndefinedFunction

from verify.balls.derivatives import differentiated
from verify.errors import GiveUp
from verify.normal_form.kernels import (
    MINUS_ONE,
    QUARTER,
    ZERO,
    Form,
    Kernel,
    Monomial,
    Node,
    Poly,
    Status,
    multiply,
    number,
)
from verify.normal_form.signs_of_fractions import Judged
from verify.points.exact_numbers import decide_constant
from verify.terms.survey import hides_its_variable

MAX_NODES = 20_000
ODD = (
    sympy.asin,
    sympy.atan,
    sympy.asinh,
    sympy.atanh,
    sympy.erf,
    sympy.erfi,
    sympy.fresnels,
    sympy.fresnelc,
    sympy.Si,
    sympy.Shi,
)
EVEN: tuple[Any, ...] = (sympy.Abs, sympy.sinc)
REAL_FUNCTIONS = (
    sympy.erf,
    sympy.atan,
    sympy.asinh,
    sympy.gamma,
    sympy.re,
    sympy.im,
    sympy.arg,
    sympy.floor,
    sympy.ceiling,
    sympy.Max,
    sympy.Min,
)


Rules: TypeAlias = Mapping[type, Callable[["Normaliser", Any], Node]]


class Normaliser(Judged):
    """Turns expressions into nodes over one growing set of kernels.

    With `exceptions` it may use rules that fail where something is zero, and lists what that is.
    """

    def __init__(self, rules: Rules, exceptions: list[Form] | None = None) -> None:
        super().__init__()
        self.rules = rules
        self.exceptions = exceptions
        self.nodes: dict[Any, Node] = {}
        self.assumed_nonzero: list[Form] = []
        self.dummies: dict[tuple[Any, ...], Any] = {}

    def node(self, expr: Any) -> Node:
        """The expression as a node.  Raises GiveUp for what no rule covers (floats, oo, matrices)."""
        known = self.nodes.get(expr)
        if known is None:
            if len(self.nodes) > MAX_NODES:
                raise GiveUp("an expression that is too large")
            known = self.nodes[expr] = self._read(expr)
        return known

    def excepts(self, form: Form) -> bool:
        """May a rule be used that fails where the form is zero?  Then that is noted; never inside a sum or integral."""
        bound = set(self.dummies.values())
        if self.exceptions is None or self.expr_of(form).free_symbols & bound:
            return False
        self.exceptions.append(form)
        return True

    def form_of_expr(self, expr: Any) -> Form:
        """The expression as a Form."""
        return self.form(self.node(expr))

    def _read(self, expr: Any) -> Node:
        rule = self.rules.get(type(expr))
        if rule is not None:
            return rule(self, expr)
        if isinstance(expr, sympy.Rational):
            return number(fmpq(int(expr.p), int(expr.q)))
        if not isinstance(expr, sympy.Expr) or expr.is_commutative is not True or expr.is_Float:
            raise GiveUp(f"{type(expr).__name__} has no exact normal form")
        if isinstance(expr, sympy.Symbol):
            return self._symbol(expr)
        if isinstance(expr, sympy.NumberSymbol):
            return self._named_constant(expr)
        if isinstance(expr, (AppliedUndef, sympy.Function)):
            return self.function(expr)
        raise GiveUp(f"{type(expr).__name__} has no exact normal form")

    def _symbol(self, symbol: Any) -> Node:
        """A symbol; a negative one stands as minus a positive kernel, so that signs are seen."""
        if symbol.is_zero:
            return ZERO
        if symbol.is_commutative is not True or symbol.is_infinite:
            raise GiveUp(f"symbol {symbol} is not a finite commuting number")
        if symbol.is_nonpositive:
            status = Status.POSITIVE if symbol.is_negative else Status.NONNEGATIVE
            return multiply(MINUS_ONE, self.atom(-symbol, status, symbol.is_integer))
        status = assumed_status(symbol)
        return self.atom(symbol, status, symbol.is_integer, nonzero=symbol.is_zero is False)

    def _named_constant(self, constant: Any) -> Node:
        if constant is sympy.GoldenRatio:
            return self.node((1 + sympy.sqrt(5)) / 2)
        if constant in (sympy.pi, sympy.EulerGamma, sympy.Catalan):
            return self.atom(constant, Status.POSITIVE, constant=True)
        raise GiveUp(f"the constant {constant} is not known here")

    def _read_sum(self, expr: Any) -> Node:
        return ("+", [self.node(part) for part in expr.args])

    def _read_product(self, expr: Any) -> Node:
        return ("*", [self.node(part) for part in expr.args])

    def _read_power(self, expr: Any) -> Node:
        base, exponent = expr.base, expr.exp
        if exponent.is_Integer:
            return ("^", self.node(base), int(exponent))
        if base is sympy.S.Exp1:
            return self.exponential(self.form_of_expr(exponent))
        if base is sympy.S.NegativeOne:
            return self.exponential(self.form_of_expr(sympy.I * sympy.pi * exponent))
        if exponent.is_Rational:
            fraction = Fraction(exponent)
            if base.is_Symbol and not base.is_nonpositive:
                node = self.node(base)
                if node[0] == "k":
                    return self.kernel_power(node[1], fraction)
            return self.root(self.form_of_expr(base), fraction)
        if exponent.is_integer:
            return self.whole_power(self.form_of_expr(base), self.node(exponent))
        return self.exponential(self.form(multiply(self.node(exponent), self.logarithm(self.form_of_expr(base)))))

    def _log(self, expr: Any) -> Node:
        if len(expr.args) != 1:
            raise GiveUp("a logarithm to another base")
        return self.logarithm(self.form_of_expr(expr.args[0]))

    def _exp(self, expr: Any) -> Node:
        return self.exponential(self.form_of_expr(expr.args[0]))

    def function(self, expr: Any) -> Node:
        """Equal arguments give equal values; an odd function takes the sign of its argument outside."""
        head = expr.func
        if any(not isinstance(arg, sympy.Expr) for arg in expr.args):
            return self.opaque(expr)
        forms = tuple(self.form_of_expr(arg) for arg in expr.args)
        negative = False
        if head in ODD or head in EVEN:
            argument, negative = self.canonical_sign(forms[0])
            forms, negative = (argument,), negative and head in ODD
        trusted = isinstance(head, UndefinedFunction) or head in REAL_FUNCTIONS
        status = assumed_status(expr) if trusted else Status.ANY
        if negative and status > Status.REAL:
            status = Status.REAL
        node = self.function_kernel(head, forms, status)
        return multiply(MINUS_ONE, node) if negative else node

    def _derivative(self, expr: Any) -> Node:
        """A derivative: carried out where SymPy can; of an undefined function of a variable, a kernel.

        Two expressions that are equal for all values of the variable have equal derivatives.  f(r/a) has the
        derivative f'(r/a)/a by the chain rule, with f' as `Subs` has it.
        """
        if not (isinstance(expr.expr, AppliedUndef) and (len(expr.expr.args) > 1 or expr.expr.args[0].is_Symbol)):
            if not _holomorphic(expr.expr) or hides_its_variable(expr):
                return self.opaque(expr)
            done: Any = expr.expr
            for variable in expr.variables:
                done = None if done is None else differentiated(done, variable)
            return self.opaque(expr) if done is None else self.node(done)
        return self.opaque(expr)

    def _value_of_derivative(self, expr: Any) -> Node:
        """f'(R) is the same as df/dR at a variable R."""
        if len(expr.variables) == 1 and isinstance(expr.expr, sympy.Derivative):
            (variable,), (place,), inside = expr.variables, expr.point, expr.expr.expr
            others = expr.expr.free_symbols - {variable}
            if isinstance(inside, AppliedUndef) and place.is_Symbol and place not in others:
                return self.node(expr.expr.xreplace({variable: place}))
        return self.opaque(expr)

    def opaque(self, expr: Any) -> Node:
        """The same expression has the same value: a kernel by its text alone."""
        infinite = expr.has(sympy.oo, sympy.zoo, sympy.nan) and not expr.has(sympy.Integral)
        if expr.is_commutative is not True or expr.has(sympy.Float) or infinite:
            raise GiveUp("an expression that is not a finite number")
        status = Status.REAL if isinstance(expr, sympy.Derivative) and expr.is_real else Status.ANY
        return self.atom(expr, status, constant=not expr.free_symbols)

    def _bound(self, expr: Any) -> Node:
        """Integral, Sum, Product: equal integrands and limits give equal values.

        The bound variable is renamed, with those assumptions only that the limits imply.
        """
        inner = expr.function
        parts: list[Any] = [type(expr).__name__]
        for limit in expr.limits:
            if len(limit) != 3:
                return self.opaque(expr)
            variable, low, high = limit
            dummy = self._dummy(type(expr), inner.atoms(sympy.Symbol), low, high)
            inner = inner.xreplace({variable: dummy})
            if any(bound.has(variable) for bound in (low, high)):
                return self.opaque(expr)
            parts += [dummy, self._limit(low), self._limit(high)]
        if len(expr.limits) > 1 and any(
            limit[0] in other.free_symbols for limit in expr.limits for other in expr.limits if other is not limit
        ):
            return self.opaque(expr)
        key = ("bound", *parts, self.form_of_expr(inner))
        kernel = Kernel(key, Status.ANY, False, not expr.free_symbols)
        return self.kernel_power(self.join(key, kernel, expr), Fraction(1))

    def _limit(self, bound: Any) -> Any:
        return bound if bound in (sympy.oo, -sympy.oo) else self.form_of_expr(bound)

    def _dummy(self, kind: Any, taken: set[Any], low: Any, high: Any) -> Any:
        """A variable for the range low..high that does not occur in `taken`."""
        if kind is sympy.Integral:
            real = all(bound.is_extended_real for bound in (low, high))
            above = bool(real and low.is_nonnegative and high.is_extended_nonnegative)
            facts: tuple[str, ...] = ("positive",) if above else ("real",) if real else ()
        else:
            whole = low.is_integer and (high.is_integer or high is sympy.oo)
            facts = ("integer",) if whole else ()
            if whole and low.is_nonnegative and (high - low + 1).is_extended_nonnegative:
                facts = ("integer", "positive") if low.is_positive else ("integer", "nonnegative")
        depth = 0
        while self.dummies.get((kind, depth, facts)) in taken:
            depth += 1
        return self.dummies.setdefault((kind, depth, facts), sympy.Dummy(f"b{depth}", **dict.fromkeys(facts, True)))

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
        for monomial, coefficient in self.terms(poly):
            outer = tuple(p for p in monomial if not self.kernels[p[0]].constant)
            inner = tuple(p for p in monomial if self.kernels[p[0]].constant)
            groups.setdefault(outer, []).append((inner, coefficient))
        if any(len(terms) == 1 and len(terms[0][0]) <= 1 for terms in groups.values()):
            return False
        return all(decide_constant(self.expr_of_terms(terms)) is True for terms in groups.values())


def assumed_status(expr: Any) -> Status:
    if expr.is_positive:
        return Status.POSITIVE
    if expr.is_nonnegative:
        return Status.NONNEGATIVE
    return Status.REAL if expr.is_real else Status.ANY


_HOLOMORPHIC = (
    sympy.exp, sympy.log, sympy.sin, sympy.cos, sympy.tan, sympy.cot, sympy.sec, sympy.csc, sympy.sinh, sympy.cosh, sympy.tanh, sympy.coth,
    sympy.sech, sympy.csch, sympy.asin, sympy.acos, sympy.atan, sympy.asinh, sympy.acosh, sympy.atanh, sympy.erf, sympy.erfc, sympy.erfi,
    sympy.gamma, sympy.besselj, sympy.bessely, sympy.besseli, sympy.besselk, sympy.elliptic_k, sympy.elliptic_e, sympy.acot, sympy.asec, sympy.acsc,
    sympy.acoth, sympy.asech, sympy.acsch, sympy.atan2, sympy.LambertW, sympy.sinc, sympy.digamma, sympy.loggamma,
    sympy.Ei, sympy.Si, sympy.Shi, sympy.Ci, sympy.Chi, sympy.li, sympy.fresnels, sympy.fresnelc, sympy.airyai, sympy.airybi,
    sympy.airyaiprime, sympy.airybiprime, sympy.polylog, sympy.expint, sympy.zeta,
)  # fmt: skip


def _holomorphic(expr: Any) -> bool:
    """True if only functions occur whose derivative SymPy takes by a formula of the textbooks."""
    return all(
        isinstance(
            part,
            (
                sympy.Add,
                sympy.Mul,
                sympy.Pow,
                sympy.Symbol,
                sympy.Number,
                sympy.NumberSymbol,
                AppliedUndef,
                *_HOLOMORPHIC,
            ),
        )
        or part is sympy.I
        or isinstance(part, (sympy.Derivative, sympy.Tuple))
        for part in sympy.preorder_traversal(expr)
    )


def _imaginary_unit(normaliser: Normaliser, _: Any) -> Node:
    return normaliser.turn(QUARTER)


def _e(normaliser: Normaliser, _: Any) -> Node:
    return normaliser.euler(Fraction(1))


CORE: Rules = {
    sympy.Symbol: Normaliser._symbol,
    sympy.Dummy: Normaliser._symbol,
    sympy.Add: Normaliser._read_sum,
    sympy.Mul: Normaliser._read_product,
    sympy.Pow: Normaliser._read_power,
    sympy.exp: Normaliser._exp,
    sympy.log: Normaliser._log,
    type(sympy.I): _imaginary_unit,
    type(sympy.E): _e,
    sympy.Derivative: Normaliser._derivative,
    sympy.Integral: Normaliser._bound,
    sympy.Sum: Normaliser._bound,
    sympy.Product: Normaliser._bound,
    sympy.Subs: Normaliser._value_of_derivative,
    **dict.fromkeys((sympy.Piecewise, sympy.Max, sympy.Min), Normaliser.opaque),
}
