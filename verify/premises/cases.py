"""The cases of premises that have no unique solution: every admissible point lies in one of them.

- a product that vanishes: one case for each factor (x² = y²: x = y, x = -y; a x = a b: a = 0, x = b);
- a linear equation whose slope may vanish: where it does not, and where it does;
- a quadratic in a power of a symbol, a power, a function with a known inverse: one case for each branch
  (cos x = 1: x = 2 π k with a new integer k);
- of a new integer k that linear conditions keep between numbers (3 < 2 π k < 4): each that they leave, perhaps none.

Cases may overlap, and one of them may allow more than its premise does: that only asks more of
a proof.  A refutation does not rest on them at all, because its point is confirmed on every
premise (`verify.premises.confirmation`).  What cannot be split stays a residual.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import gcd

import sympy
from sympy.core.relational import Relational
from sympy.logic.boolalg import Boolean

from verify.balls import enclose
from verify.errors import GiveUp
from verify.normal_form.signs import is_positive, is_real, sign_set
from verify.premises.facts import CASE, Facts
from verify.solving.equations import coefficients_in, is_certainly_nonzero, is_plain, nonzero
from verify.terms.sign_algebra import NONNEGATIVE, NONPOSITIVE, POSITIVE, UNKNOWN
from verify.vocabulary.moves import Equation

MOST_CASES = 12
MOST_SPLITS = 6
MOST_OPERATIONS = 300
MOST_WHOLE_NUMBERS = 4
BITS = 128

ORDERED = ("<", "<=", ">", ">=")

Case = tuple[tuple[tuple[sympy.Expr, sympy.Expr], ...], tuple[Boolean, ...]]
"""Equations (left and right side) and conditions that hold in a case."""


def cases_of(facts: Facts) -> tuple[Facts, ...]:
    """Facts for each case, those left out that certainly have no point; the facts themselves if they need no cases."""
    if "cases" not in facts.worked_out:
        facts.worked_out["cases"] = _cases_of(facts, 0)
    found: tuple[Facts, ...] = facts.worked_out["cases"]
    return found


def _cases_of(facts: Facts, depth: int) -> tuple[Facts, ...]:
    if is_impossible(facts):
        return ()
    split = None if depth >= MOST_SPLITS else _first_split(facts)
    if split is None:
        return (facts,)
    found: list[Facts] = []
    for equations, conditions in split:
        more = tuple(Equation(CASE, lhs, rhs) for lhs, rhs in equations)
        found += _cases_of(facts.narrowed(more, conditions), depth + 1)
        if len(found) > MOST_CASES:
            return (facts,)
    return tuple(found)


def is_impossible(facts: Facts) -> bool:
    """Is there certainly no admissible point?  What is solved under conditions tells nothing of the points outside them."""
    if facts.open_conditions:
        return False
    residuals = facts.parametrisation.residuals
    return sympy.false in facts.domain().conditions or facts.clash is not None or any(map(_has_no_root, residuals))


def _has_no_root(equation: Equation) -> bool:
    """A number that is not zero, or a polynomial in one real symbol without a root that has its sign."""
    numerator = sympy.fraction(sympy.together(equation.lhs - equation.rhs))[0]
    if is_certainly_nonzero(numerator):
        return True
    if len(numerator.free_symbols) != 1:
        return False
    (x,) = numerator.free_symbols
    if not x.is_real or not numerator.is_polynomial(x):
        return False
    polynomial = sympy.Poly(numerator, x)
    if not all(c.is_Rational for c in polynomial.coeffs()):
        return False
    low, high = (0 if x.is_nonnegative else None), (0 if x.is_nonpositive else None)
    return bool(polynomial.count_roots(low, high) == 0)


def _first_split(facts: Facts) -> Sequence[Case] | None:
    known = {(eq.lhs, eq.rhs) for eq in facts.equations if eq.label == CASE}
    for condition in _to_split(facts):
        zero = (condition.lhs, condition.rhs)
        if zero not in known:
            return [((), (condition,)), ((zero,), ())]
    for residual in facts.parametrisation.residuals:
        split = alternatives(residual.lhs, residual.rhs)
        if split is not None and not any(set(equations) & known for equations, _ in split):
            return split
    return _few_whole_numbers(facts)


def _few_whole_numbers(facts: Facts) -> Sequence[Case] | None:
    """The values that conditions leave to an integer of a case, if they are few: none of them, and the case is empty."""
    domain = facts.domain()
    for k in domain.symbols:
        if k.is_integer and isinstance(k, sympy.Dummy):
            ends = [_end(c, k) for c in domain.conditions]
            low = max((number for number, is_low in filter(None, ends) if is_low), default=None)
            high = min((number for number, is_low in filter(None, ends) if not is_low), default=None)
            if low is not None and high is not None and high - low < MOST_WHOLE_NUMBERS:
                return [(((k, sympy.Integer(value)),), ()) for value in range(low, high + 1)]
    return None


def _end(condition: Boolean, k: sympy.Symbol) -> tuple[int, bool] | None:
    """(m, True) if the condition certainly fails for every integer below m, (m, False) if for every one above."""
    if not isinstance(condition, Relational) or condition.free_symbols != {k} or condition.rel_op not in ORDERED:
        return None
    gap = sympy.expand(condition.lhs - condition.rhs)
    slope = gap.coeff(k, 1)
    rest = sympy.expand(gap - slope * k)
    if slope.free_symbols or rest.free_symbols:
        return None
    try:
        above, root = enclose(slope, {}, BITS), enclose(-rest / slope, {}, BITS)
    except GiveUp:
        return None
    if not (root.is_finite() and root.imag == 0 and above.imag == 0) or above.contains(0):
        return None
    is_low = (condition.rel_op in (">", ">=")) == bool(above.real > 0)
    nearest = root.real.lower().ceil() if is_low else root.real.upper().floor()
    whole = nearest.unique_fmpz()
    return None if whole is None else (int(whole), is_low)


def _to_split(facts: Facts) -> list[Boolean]:
    """The open conditions; one that the values turn into a falsehood as it stands before they are put in."""
    solved, found = facts.parametrisation, list[Boolean]()
    for stated in solved.conditions:
        moved = solved.told(stated)
        condition = stated if moved is sympy.false else moved
        if moved in facts.open_conditions and isinstance(condition, sympy.Ne):
            found.append(condition)
    return found


# --- one equation ---------------------------------------------------------------------------------


def alternatives(lhs: sympy.Expr, rhs: sympy.Expr) -> Sequence[Case] | None:
    """Cases that cover every admissible point on the equation, each simpler than it; None if none are known.

    >>> x, y = sympy.symbols("x y", real=True)
    >>> alternatives(x**2, y**2)
    [(((x - y, 0),), ()), (((x + y, 0),), ())]
    """
    numerator, _ = sympy.fraction(sympy.together(lhs - rhs))
    if sympy.count_ops(numerator) > MOST_OPERATIONS:
        return None
    factors = _factors(numerator)
    if factors is None or not factors:
        return None
    if len(factors) > 1 or sympy.count_ops(factors[0]) < sympy.count_ops(sympy.expand(numerator)):
        return [(((factor, sympy.S.Zero),), ()) for factor in factors]
    (factor,) = factors
    symbols = sorted(factor.free_symbols, key=lambda s: (bool(s.is_integer), s.name))
    for symbol in symbols:
        coefficients = coefficients_in(factor, symbol)
        if coefficients is not None and (found := _of_a_polynomial(coefficients, symbol)) is not None:
            return found
    for symbol in symbols:
        if (found := _of_a_function(factor, symbol)) is not None:
            return found
    return None


def _factors(numerator: sympy.Expr) -> list[sympy.Expr] | None:
    """The distinct factors that may vanish."""
    try:
        _, factors = sympy.factor_list(numerator)
    except sympy.PolynomialError:
        return None
    return [f for f, _ in factors if not is_certainly_nonzero(f)]


# --- polynomials ----------------------------------------------------------------------------------


def _of_a_polynomial(coefficients: dict[int, sympy.Expr], x: sympy.Symbol) -> Sequence[Case] | None:
    """a t² + b t + c for t = x^n, or a x^n + c."""
    top = max(coefficients)
    step = gcd(*coefficients)
    leading = coefficients[top]
    if top == step:
        found = None if top == 1 else _of_a_power(-coefficients.get(0, sympy.S.Zero) / leading, x, top)
    elif top == 2 * step:
        found = _of_a_quadratic(coefficients, x, step)
    else:
        found = None
    if found is None or is_certainly_nonzero(leading):
        return found
    rest = sympy.Add(*(c * x**power for power, c in coefficients.items() if power != top))
    vanishing: Case = (((leading, sympy.S.Zero), (rest, sympy.S.Zero)), ())
    return [*((equations, (*more, *nonzero(leading))) for equations, more in found), vanishing]


def _of_a_quadratic(coefficients: dict[int, sympy.Expr], x: sympy.Symbol, step: int) -> Sequence[Case]:
    a, b, c = (coefficients.get(power, sympy.S.Zero) for power in (2 * step, step, 0))
    discriminant = min(sympy.expand(b**2 - 4 * a * c), sympy.factor(b**2 - 4 * a * c), key=sympy.count_ops)
    real: tuple[Boolean, ...] = ()
    if x.is_real and all(map(is_plain, (a, b, c))):
        if (sign_set(discriminant) or UNKNOWN) <= NONPOSITIVE:  # real where it is zero
            return [(((discriminant, sympy.S.Zero), (x**step, -b / (2 * a))), ())]
        real = (sympy.Ge(discriminant, 0, evaluate=False),)
    root = sympy.sqrt(discriminant)
    values = [sympy.together((-b + sign * root) / (2 * a)) for sign in (1, -1)]
    return [(((x**step, value),), _possible(real)) for value in values]


def _of_a_power(value: sympy.Expr, x: sympy.Symbol, n: int) -> Sequence[Case] | None:
    """x^n = value: the real roots of a real number, or the two complex square roots."""
    value = min(sympy.expand(value), sympy.factor(value), key=sympy.count_ops)
    if x.is_real and is_plain(value):
        if n % 2 == 0 and (sign_set(value) or UNKNOWN) <= NONPOSITIVE:
            return [(((value, sympy.S.Zero), (x, sympy.S.Zero)), ())]
        root, back = value ** sympy.Rational(1, n), (-value) ** sympy.Rational(1, n)
        signed = [(root, sympy.Ge(value, 0, evaluate=False))]
        signed.append((-root, signed[0][1]) if n % 2 == 0 else (-back, sympy.Le(value, 0, evaluate=False)))
        return [(((x, found),), _possible((condition,))) for found, condition in signed]
    if n == 2:
        return [(((x, sign * sympy.sqrt(value)),), ()) for sign in (1, -1)]
    return None


def _possible(conditions: tuple[Boolean, ...]) -> tuple[Boolean, ...]:
    """Conditions `value >= 0` or `value <= 0`, decided where the sign is certain."""
    found = []
    for condition in conditions:
        signs = sign_set(condition.lhs)
        truth = None if signs is None else signs.satisfy(condition.rel_op)
        if truth is not True:
            found.append(condition if truth is None else sympy.false)
    return tuple(found)


# --- functions with a known inverse ----------------------------------------------------------------


def _of_a_function(factor: sympy.Expr, x: sympy.Symbol) -> Sequence[Case] | None:
    """a f(g) + b = 0, where x stands in f(g) only and a is not zero."""
    kernels = [part for part in _kernels(factor) if part.has(x)]
    if len(kernels) != 1:
        return None
    (kernel,) = kernels
    place = sympy.Dummy("f")
    coefficients = coefficients_in(factor.xreplace({kernel: place}), place)
    if coefficients is None or max(coefficients) != 1 or any(c.has(x) for c in coefficients.values()):
        return None
    if not is_certainly_nonzero(coefficients[1]):
        return None
    value = sympy.cancel(-coefficients.get(0, sympy.S.Zero) / coefficients[1])
    return _inverted(kernel, value)


def _kernels(expression: sympy.Expr) -> set[sympy.Expr]:
    """The outermost parts that are no sums, products or whole powers."""
    if expression.is_Add or expression.is_Mul:
        return set().union(*map(_kernels, expression.args))
    if expression.is_Pow and expression.exp.is_Integer:
        return _kernels(expression.base)
    return set() if expression.is_number else {expression}


def _inverted(kernel: sympy.Expr, c: sympy.Expr) -> Sequence[Case] | None:
    """Every g with f(g) = c."""
    if isinstance(kernel, sympy.Pow) and kernel.exp == sympy.Rational(1, 2):
        positive = (sympy.Ge(c, 0, evaluate=False),) if is_real(c) else ()
        return [(((kernel.base, c**2),), _possible(positive))]
    if not isinstance(kernel, (sympy.Function, sympy.exp)) or len(kernel.args) != 1:
        return None
    inverse = INVERSES.get(type(kernel))
    return None if inverse is None else list(inverse(kernel.args[0], c)) or None


def _periodic(*branches: Callable[[sympy.Expr], sympy.Expr], period: sympy.Expr) -> Callable[..., Iterator[Case]]:
    def inverse(g: sympy.Expr, c: sympy.Expr) -> Iterator[Case]:
        for value in dict.fromkeys(branch(c) for branch in branches):
            yield ((g, value + period * sympy.Dummy("k", integer=True)),), ()

    return inverse


def _exponential(g: sympy.Expr, c: sympy.Expr) -> Iterator[Case]:
    if is_plain(g) and is_real(c):
        possible = () if is_positive(c) else (sympy.Gt(c, 0, evaluate=False),)
        yield ((g, sympy.log(c)),), possible if (sign_set(c) or POSITIVE) & POSITIVE else (sympy.false,)
    else:
        yield ((g, sympy.log(c) + 2 * sympy.pi * sympy.I * sympy.Dummy("k", integer=True)),), ()


def _modulus(g: sympy.Expr, c: sympy.Expr) -> Iterator[Case]:
    if is_real(c) and (sign_set(c) or POSITIVE) & NONNEGATIVE and is_plain(g):
        known = _possible((sympy.Ge(c, 0, evaluate=False),))
        yield ((g, c),), known
        yield ((g, -c),), known


def _by(function: Callable[[sympy.Expr], sympy.Expr]) -> Callable[..., Iterator[Case]]:
    def inverse(g: sympy.Expr, c: sympy.Expr) -> Iterator[Case]:
        yield ((g, function(c)),), ()

    return inverse


INVERSES: dict[type, Callable[[sympy.Expr, sympy.Expr], Iterator[Case]]] = {
    sympy.cos: _periodic(sympy.acos, lambda c: -sympy.acos(c), period=2 * sympy.pi),
    sympy.sin: _periodic(sympy.asin, lambda c: sympy.pi - sympy.asin(c), period=2 * sympy.pi),
    sympy.tan: _periodic(sympy.atan, period=sympy.pi),
    sympy.exp: _exponential,
    sympy.Abs: _modulus,
    sympy.log: _by(sympy.exp),
    sympy.asin: _by(sympy.sin),
    sympy.acos: _by(sympy.cos),
    sympy.atan: _by(sympy.tan),
    sympy.asinh: _by(sympy.sinh),
    sympy.atanh: _by(sympy.tanh),
}
"""Every solution of f(g) = c, for complex g and c unless a rule says otherwise.

cos g = c holds exactly for g = ±arccos c + 2 π k, and so on; f(g) = c with f the inverse of
an entire or meromorphic h implies g = h(c).
"""
