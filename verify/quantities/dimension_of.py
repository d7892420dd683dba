"""The dimension of an expression, by one rule for each class of SymPy.

`dimension_of` finds it.  A `DimensionError` is certain: two parts were compared whose
vectors differ.  What has no rule here raises `UnknownDimension`; it never passes silently.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final

import sympy
from sympy.core.function import AppliedUndef

from verify import wording
from verify.quantities.dimension import (
    ANY,
    PURE,
    SUPERSCRIPTS,
    AnyDimension,
    Dimension,
    DimensionError,
    Exponents,
    NotFilledIn,
    UnitSystem,
    UnknownDimension,
    differ,
)
from verify.quantities.logarithms import both_sides, sum_of_terms, under_a_derivative

Lookup = Callable[[Any], Dimension]
Found = Exponents | AnyDimension


def declared(thing: Any) -> Dimension:
    """The dimension that a `PhysicalSymbol` or `PhysicalFunction` was declared with: the usual lookup.

    Raises UnknownDimension for any other symbol.
    """
    dimension = getattr(thing, "dimension", None)
    if not isinstance(dimension, Dimension):
        raise UnknownDimension(f"{thing} was declared without a dimension")
    if isinstance(dimension, NotFilledIn):
        raise UnknownDimension(f"the dimension of {thing} is not filled in")
    return dimension


def dimension_of(expr: Any, system: UnitSystem, lookup: Lookup = declared) -> Found:
    """The exponents of an expression in one unit system; ANY for a literal zero or infinity.

    `lookup` gives the Dimension of a symbol, or of an applied undefined function, or raises
    UnknownDimension.  An undeclared variable of integration has the dimension of its limits.
    Raises DimensionError, naming both offenders, where two parts that must agree do not;
    UnknownDimension where no rule here applies.
    """
    return _Scope(system, lookup, {}).find(sympy.sympify(expr, strict=True))


def check_equation(lhs: Any, rhs: Any, system: UnitSystem, lookup: Lookup = declared) -> Found:
    """The common dimension of the two sides of an equation or inequality.

    Raises DimensionError and UnknownDimension as `dimension_of` does.
    """
    return both_sides([sympy.sympify(side, strict=True) for side in (lhs, rhs)], _Scope(system, lookup, {}))


def check_condition(condition: Any, system: UnitSystem, lookup: Lookup = declared) -> None:
    """Checks every comparison inside a condition such as `(0 < r) & (r < R)`; raises as `dimension_of` does."""
    _Scope(system, lookup, {}).condition(sympy.sympify(condition, strict=True))


@dataclass(frozen=True)
class _Scope:
    """One walk through an expression: the unit system, the declarations and the bound variables."""

    system: UnitSystem
    lookup: Lookup
    bound: dict[Any, Found]

    def find(self, expr: Any) -> Found:
        for ancestor in type(expr).__mro__:
            rule = _RULES.get(ancestor)
            if rule is not None:
                return rule(expr, self)
        if isinstance(expr, sympy.Function) and type(expr).__module__.startswith(_TRANSCENDENTAL_MODULES):
            return self.pure_function(expr)
        raise UnknownDimension(f"no rule for the dimension of {readable(expr)} ({type(expr).__name__})")

    def declared(self, thing: Any) -> Found:
        if thing in self.bound:
            return self.bound[thing]
        return self.lookup(thing).vector(self.system)

    def binding(self, variable: Any, found: Found) -> _Scope:
        return _Scope(self.system, self.lookup, {**self.bound, variable: found})

    def agreeing(self, terms: Iterable[Any]) -> Found:
        """The dimension common to all terms."""
        common: Found = ANY
        first: Any = None
        for term in terms:
            found = self.find(term)
            if isinstance(found, AnyDimension):
                continue
            if isinstance(common, AnyDimension):
                common, first = found, term
            elif differ(found, common):
                raise _disagreement(first, common, term, found)
        return common

    def pure(self, expr: Any, role: str) -> None:
        """Checks that an expression is a pure number."""
        found = self.find(expr)
        if not isinstance(found, AnyDimension) and differ(found, PURE):
            raise DimensionError(f"{role} {readable(expr)} has dimension {found}, expected a pure number")

    def pure_function(self, expr: Any) -> Found:
        """A function such as exp that has a meaning for pure numbers only."""
        for arg in _flat(expr.args):
            self.pure(arg, f"the argument of {type(expr).__name__},")
        return PURE

    def condition(self, expr: Any) -> None:
        if isinstance(expr, sympy.logic.boolalg.BooleanAtom):
            return
        if isinstance(expr, sympy.core.relational.Relational):
            self.agreeing(expr.args)
        elif isinstance(expr, (sympy.And, sympy.Or, sympy.Not)):
            for part in expr.args:
                self.condition(part)
        else:
            raise UnknownDimension(f"no rule for the dimensions in the condition {readable(expr)}")

    def over(self, limits: Any) -> tuple[_Scope, Found]:
        """The scope inside an integral over `limits`, and the dimension of all its variables together."""
        scope = self
        measure: Found = PURE
        # SymPy writes the innermost integral first, and its limits may depend on the outer variables.
        for limit in reversed(limits):
            variable, ends = limit[0], limit[1:]
            found = scope.bound_variable(variable, ends)
            scope = scope.binding(variable, found)
            measure = _product(measure, found)
        return scope, measure

    def bound_variable(self, variable: Any, ends: Any) -> Found:
        """What the variable was declared as, or else the dimension of its limits; both must agree."""
        at_ends = self.agreeing(ends)
        try:
            found = self.declared(variable)
        except UnknownDimension:
            if isinstance(at_ends, AnyDimension):
                raise
            return at_ends
        if not (isinstance(at_ends, AnyDimension) or isinstance(found, AnyDimension)) and differ(at_ends, found):
            end = next(end for end in ends if self.find(end) == at_ends)
            raise _disagreement(variable, found, end, at_ends)
        return found

    def indexed(self, limits: Any) -> _Scope:
        """The scope inside a sum or product: indices and their bounds are pure numbers."""
        scope = self
        for limit in reversed(limits):
            for end in limit[1:]:
                scope.pure(end, "the bound")
            scope.check_index(limit[0])
            scope = scope.binding(limit[0], PURE)
        return scope

    def check_index(self, index: Any) -> None:
        """An index may be left undeclared; if it is declared, it must be a pure number."""
        try:
            found = self.declared(index)
        except UnknownDimension:
            return
        if isinstance(found, AnyDimension) or differ(found, PURE):
            raise DimensionError(f"the index {index} has dimension {found}, expected a pure number")


def _product(a: Found, b: Found) -> Found:
    return ANY if isinstance(a, AnyDimension) or isinstance(b, AnyDimension) else a * b


def _flat(args: Any) -> Iterable[Any]:
    """The arguments, with the parameter lists of hyper and meijerg opened."""
    for arg in args:
        if isinstance(arg, sympy.Tuple):
            yield from _flat(arg)
        else:
            yield arg


def _number(expr: Any, scope: _Scope) -> Found:
    if expr.is_zero or expr in (sympy.oo, -sympy.oo):
        return ANY
    if expr is sympy.nan or expr is sympy.zoo:
        raise UnknownDimension(f"{expr} has no dimension")
    return PURE


def _product_of_factors(expr: Any, scope: _Scope) -> Found:
    found: Found = PURE
    for factor in expr.args:
        found = _product(found, scope.find(factor))
    return found


def _power(expr: Any, scope: _Scope) -> Found:
    base, exponent = expr.args
    found = scope.find(base)
    scope.pure(exponent, "the exponent")
    if isinstance(exponent, sympy.Rational):
        return _rational_power(expr, found, exponent)
    if found in (ANY, PURE):
        return PURE
    letters = exponent.free_symbols
    is_plain = letters and not exponent.atoms(AppliedUndef) and exponent.is_rational_function(*letters)
    if is_plain and not letters & scope.bound.keys() and not isinstance(found, AnyDimension):
        raised: Exponents = found**exponent
        return raised
    raise UnknownDimension(
        f"{readable(expr)}: a quantity of dimension {found} is raised to {readable(exponent)}, "
        "expected a rational number"
    )


def _rational_power(expr: Any, found: Found, exponent: Any) -> Found:
    if not isinstance(found, AnyDimension):
        raised: Exponents = found**exponent
        return raised
    if exponent < 0:
        raise UnknownDimension(f"{readable(expr)} divides by zero or infinity and has no dimension")
    return PURE if exponent == 0 else ANY


def _same_as_first(expr: Any, scope: _Scope) -> Found:
    return scope.find(expr.args[0])


def _compared(expr: Any, scope: _Scope) -> Found:
    """Functions whose arguments must agree, with a pure number for the result."""
    scope.agreeing(expr.args)
    return PURE


def _step(expr: Any, scope: _Scope) -> Found:
    scope.find(expr.args[0])
    return PURE


def _delta(expr: Any, scope: _Scope) -> Found:
    """δ^(k)(x) has the dimension of x^(-1-k)."""
    order = expr.args[1] if len(expr.args) > 1 else sympy.S.Zero
    found = scope.find(expr.args[0])
    if not isinstance(order, sympy.Integer) or isinstance(found, AnyDimension):
        raise UnknownDimension(f"no rule for the dimension of {readable(expr)}")
    return found ** (-1 - int(order))


def _piecewise(expr: Any, scope: _Scope) -> Found:
    for _, condition in expr.args:
        scope.condition(condition)
    return scope.agreeing(value for value, _ in expr.args)


def _derivative(expr: Any, scope: _Scope) -> Found:
    found = under_a_derivative(expr, scope)
    for variable, count in expr.variable_count:
        if not isinstance(count, sympy.Integer):
            raise UnknownDimension(f"{readable(expr)} has order {count}, expected an integer")
        if not isinstance(found, AnyDimension) and variable in found.letters:
            raise UnknownDimension(f"{readable(expr)} is by {variable}, on which a dimension in it depends")
        found = _product(found, _rational_power(expr, scope.find(variable), -count))
    return found


def _integral(expr: Any, scope: _Scope) -> Found:
    inside, measure = scope.over(expr.limits)
    return _product(inside.find(expr.function), measure)


def _sum(expr: Any, scope: _Scope) -> Found:
    return scope.indexed(expr.limits).find(expr.function)


def _product_over_index(expr: Any, scope: _Scope) -> Found:
    found = scope.indexed(expr.limits).find(expr.function)
    if found in (ANY, PURE):
        return found
    count = sympy.Integer(1)
    for _, low, high in expr.limits:
        count *= high - low + 1
    if not isinstance(count, sympy.Integer) or count < 0:
        raise UnknownDimension(f"{readable(expr)}: factors of dimension {found}, expected a fixed number of them")
    return _rational_power(expr, found, count)


def _substituted(expr: Any, scope: _Scope) -> Found:
    inside = scope
    for variable, point in zip(expr.variables, expr.point, strict=True):
        inside = inside.binding(variable, scope.bound_variable(variable, [point]))
    return inside.find(expr.expr)


def _limit(expr: Any, scope: _Scope) -> Found:
    inner, variable, point, _ = expr.args
    return scope.binding(variable, scope.bound_variable(variable, [point])).find(inner)


def _order(expr: Any, scope: _Scope) -> Found:
    """O(x²) hides a coefficient of any dimension; what stands inside must still make sense."""
    scope.find(expr.expr)
    return ANY


def _undefined_function(expr: Any, scope: _Scope) -> Found:
    expected = getattr(type(expr), "arguments", None)
    for position, arg in enumerate(expr.args):
        found = scope.find(arg)
        if expected is None or isinstance(found, AnyDimension):
            continue
        if differ(found, expected[position].vector(scope.system)):
            raise DimensionError(
                f"argument {readable(arg)} of {type(expr).__name__} has dimension {found}, "
                f"expected {expected[position].vector(scope.system)}"
            )
    return scope.declared(expr)


def _matrix(expr: Any, scope: _Scope) -> Found:
    """A matrix of one dimension throughout; one of several, such as (x, p), has none as a whole."""
    try:
        return scope.agreeing(expr.flat())
    except DimensionError as error:
        raise UnknownDimension(f"the entries of a matrix have different dimensions: {error}") from None


# Rules are looked up along the method resolution order, so the most special class wins.
_RULES: dict[type, Callable[[Any, _Scope], Found]] = {
    **dict.fromkeys((sympy.Number, sympy.core.numbers.ComplexInfinity), _number),
    **dict.fromkeys((sympy.NumberSymbol, sympy.core.numbers.ImaginaryUnit), lambda expr, scope: PURE),
    sympy.Symbol: lambda expr, scope: scope.declared(expr),
    sympy.Add: sum_of_terms,
    **dict.fromkeys((sympy.Max, sympy.Min, sympy.Mod), lambda expr, scope: scope.agreeing(expr.args)),
    sympy.Mul: _product_of_factors,
    sympy.Pow: _power,
    AppliedUndef: _undefined_function,
    **dict.fromkeys((sympy.Abs, sympy.re, sympy.im, sympy.conjugate, sympy.adjoint), _same_as_first),
    **dict.fromkeys((sympy.sign, sympy.arg, sympy.atan2, sympy.KroneckerDelta), _compared),
    sympy.Heaviside: _step,
    sympy.DiracDelta: _delta,
    sympy.Piecewise: _piecewise,
    sympy.Derivative: _derivative,
    sympy.Integral: _integral,
    sympy.Sum: _sum,
    sympy.Product: _product_over_index,
    sympy.Subs: _substituted,
    sympy.Limit: _limit,
    sympy.Order: _order,
    sympy.MatrixBase: _matrix,
}

# Not one function of these modules is homogeneous, so each needs pure numbers.  Others
# (polar_lift, SingularityFunction, ...) have no rule and stay unknown.
_TRANSCENDENTAL_MODULES: Final = (
    "sympy.functions.elementary.exponential",
    "sympy.functions.elementary.trigonometric",
    "sympy.functions.elementary.hyperbolic",
    "sympy.functions.elementary.integers",
    "sympy.functions.combinatorial",
    "sympy.functions.special.bessel",
    "sympy.functions.special.beta_functions",
    "sympy.functions.special.elliptic_integrals",
    "sympy.functions.special.error_functions",
    "sympy.functions.special.gamma_functions",
    "sympy.functions.special.hyper",
    "sympy.functions.special.mathieu_functions",
    "sympy.functions.special.polynomials",
    "sympy.functions.special.spherical_harmonics",
    "sympy.functions.special.zeta_functions",
)


def _disagreement(first: Any, first_found: Found, second: Any, second_found: Found) -> DimensionError:
    return DimensionError(
        f"{readable(first)} has dimension {first_found}, but {readable(second)} has dimension {second_found}; "
        "expected one dimension",
        (str(first_found), str(second_found)),
    )


def readable(expr: Any, width: int = 80) -> str:
    """An expression in one line for an error message: π R² B rather than pi*R**2*B."""
    text = re.sub(r"[A-Za-z]\w*", lambda found: wording.name(found[0]), str(expr))
    text = re.sub(r"\*\*(\d+)(?!\w)", lambda power: power[1].translate(SUPERSCRIPTS), text)
    text = re.sub(r"(?<!\*)\*(?!\*)", " ", text)
    return text if len(text) <= width else text[: width - 1] + "…"
