"""verify.balls: every whitelisted function against mpmath at 50 digits, on and beside its cuts; hostile input."""

from __future__ import annotations

import contextlib
import random

import mpmath
import pytest
import sympy
from flint import acb, arb, ctx
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.common.examples import examples
from verify.balls import RULES, compile_ball, compile_condition, enclose, environment, precision, sign_at
from verify.errors import GiveUp

x, y, t = sympy.symbols("x y t", real=True)
p, q = sympy.symbols("p q", positive=True)
k, n = sympy.symbols("k n", integer=True)
z, w = sympy.symbols("z w")
R = sympy.Rational
DIGITS = 50


def as_ball(value: object, slack: int = 40) -> acb:
    """An mpmath number as a ball of relative radius 10**-slack around it."""
    with precision(400), mpmath.workdps(DIGITS + 30):
        number = mpmath.mpc(value)
        size = 1 + arb(str(int(abs(number))))
        radius = arb(f"1e-{slack}").upper() * size
        return acb(*(exact_arb(part) + arb(0, radius) for part in (number.real, number.imag)))


def exact_arb(number: mpmath.mpf) -> arb:
    sign, mantissa, exponent, _ = number._mpf_
    return arb(int(-mantissa if sign else mantissa)) * arb(2) ** int(exponent)


def mpmath_value(expr: sympy.Expr, point: dict[sympy.Symbol, sympy.Expr]) -> object:
    """The value of SymPy's function by mpmath; None where it has none."""
    value = expr.xreplace(point)
    if value.has(sympy.zoo, sympy.nan, sympy.oo):
        return None
    re, im = sympy.N(value, DIGITS + 25).as_real_imag()
    if not all(part.is_Float or part.is_Rational for part in (re, im)):
        return None
    with mpmath.workdps(DIGITS + 30):
        return mpmath.mpc(*(part._to_mpmath(450) for part in (re, im)))


def assert_contains(expr: sympy.Expr, point: dict[sympy.Symbol, sympy.Expr]) -> bool:
    """The ball is 'unknown' or holds mpmath's value; True if it was finite and compared."""
    ball = enclose(expr, point, 220)
    if not ball.is_finite():
        return False
    value = mpmath_value(expr, point)
    if value is None:
        return False
    with_error = as_ball(value)
    assert ball.overlaps(with_error), f"{expr} at {point}: ball {ball.str(20)}, mpmath {with_error.str(20)}"
    return True


RISKY_REAL = [R(v) for v in ("0", "1", "-1", "1/2", "-1/2", "2", "-2", "3", "-3", "-1/4", "9/10", "-9/10", "7/3")]
TINY = R(1, 10**25)


def risky_points(seed: int, count: int = 12) -> list[sympy.Expr]:
    """Reals on and off the usual cuts, points 1e-25 beside them, and seeded random complex numbers."""
    chance = random.Random(seed)
    points: list[sympy.Expr] = list(RISKY_REAL)
    points += [v + sign * TINY * unit for v in RISKY_REAL[1:9] for sign in (1, -1) for unit in (1, sympy.I)]
    points += [sympy.I * v for v in RISKY_REAL[1:7]] + [
        sympy.I * v + s * TINY for v in RISKY_REAL[1:7] for s in (1, -1)
    ]
    for _ in range(count):
        points.append(R(chance.randint(-4000, 4000), 997))
        points.append(R(chance.randint(-4000, 4000), 997) + sympy.I * R(chance.randint(-4000, 4000), 1009))
    return points


ONE_ARGUMENT = [
    sympy.exp, sympy.log, sympy.sqrt, sympy.sin, sympy.cos, sympy.tan, sympy.cot, sympy.sec, sympy.csc, sympy.sinc, sympy.sinh, sympy.cosh, sympy.tanh,
    sympy.coth, sympy.sech, sympy.csch, sympy.asin, sympy.acos, sympy.atan, sympy.acot, sympy.asec, sympy.acsc, sympy.asinh, sympy.acosh, sympy.atanh,
    sympy.acoth, sympy.asech, sympy.acsch, sympy.Abs, sympy.sign, sympy.re, sympy.im, sympy.conjugate, sympy.arg, sympy.gamma, sympy.factorial,
    sympy.loggamma, sympy.digamma, sympy.erf, sympy.erfc, sympy.erfi, sympy.airyai, sympy.airybi, sympy.airyaiprime, sympy.airybiprime,
    sympy.elliptic_k, sympy.elliptic_e, sympy.zeta, sympy.LambertW, sympy.Ei, sympy.Si, sympy.Ci, sympy.Shi, sympy.Chi, sympy.li,
    sympy.fresnels, sympy.fresnelc,
]  # fmt: skip


@pytest.mark.parametrize("function", ONE_ARGUMENT, ids=lambda f: f.__name__)
def test_functions_of_one_argument_contain_mpmath_on_and_beside_cuts(function):
    expr = function(z)
    compared = [assert_contains(expr, {z: value}) for value in risky_points(7)]
    assert sum(compared) >= 20


@pytest.mark.parametrize(
    "power", [R(1, 3), R(-1, 3), R(2, 3), R(5, 2), R(-3, 2), R(-1), R(7), sympy.I, sympy.pi, 1 + sympy.I]
)
def test_powers_contain_mpmath_on_and_beside_the_negative_axis(power):
    compared = [assert_contains(z**power, {z: value}) for value in risky_points(8)]
    assert sum(compared) >= 40


def test_symbolic_powers_contain_mpmath():
    chance = random.Random(5)
    points = risky_points(9)
    compared = [assert_contains(z**w, {z: value, w: chance.choice(points)}) for value in points]
    assert sum(compared) >= 40


TWO_ARGUMENTS = {
    "besselj": (sympy.besselj(w, z), [R(0), R(1), R(-2), R(1, 2), R(7, 3), 1 + sympy.I]),
    "bessely": (sympy.bessely(w, z), [R(0), R(1), R(1, 2), R(7, 3)]),
    "besseli": (sympy.besseli(w, z), [R(0), R(1), R(-2), R(1, 2), R(7, 3)]),
    "besselk": (sympy.besselk(w, z), [R(0), R(1), R(1, 2), R(7, 3)]),
    "polygamma": (sympy.polygamma(w, z), [R(0), R(1), R(2), R(5)]),
    "beta": (sympy.beta(w, z), [R(1), R(1, 2), R(7, 3), 1 + sympy.I]),
    "legendre": (sympy.legendre(n, z), [R(0), R(1), R(4), R(9)]),
    "hermite": (sympy.hermite(n, z), [R(0), R(1), R(4), R(9)]),
    "laguerre": (sympy.laguerre(n, z), [R(0), R(1), R(4), R(9)]),
    "chebyshevt": (sympy.chebyshevt(n, z), [R(0), R(1), R(4), R(9)]),
    "chebyshevu": (sympy.chebyshevu(n, z), [R(0), R(1), R(4), R(9)]),
    "polylog": (sympy.polylog(w, z), [R(2)]),
    "expint": (sympy.expint(w, z), [R(1), R(2), R(1, 2), R(-1, 3)]),
    "uppergamma": (sympy.uppergamma(w, z), [R(1), R(2), R(1, 2), R(-1, 3), R(7, 3)]),
    "lowergamma": (sympy.lowergamma(w, z), [R(1), R(2), R(1, 2), R(7, 3)]),
    "hurwitz": (sympy.zeta(w, z), [R(2), R(3), R(1, 2), R(5, 2)]),
    "hyper": (sympy.hyper((w, R(1, 2)), (R(7, 3),), z), [R(2), R(1, 3), R(-2)]),
    "hyper11": (sympy.hyper((w,), (R(7, 3),), z), [R(2), R(1, 3), R(-2)]),
    "binomial": (sympy.binomial(w, z), [R(5), R(7, 3)]),
    "binomial3": (sympy.binomial(z, 3), [R(0)]),
}


@pytest.mark.parametrize("name", TWO_ARGUMENTS)
def test_functions_of_two_arguments_contain_mpmath(name):
    expr, orders = TWO_ARGUMENTS[name]
    first = n if expr.has(n) else w
    points = risky_points(11, count=6)
    chosen = points[::3] + points[-6:]
    compared = [assert_contains(expr, {first: order, z: value}) for order in orders for value in chosen]
    assert sum(compared) >= 10


REAL_ONLY = {
    "atan2": sympy.atan2(x, y),
    "Max": sympy.Max(x, y),
    "Min": sympy.Min(x, y, 1),
    "Heaviside": sympy.Heaviside(x - y),
    "floor": sympy.floor(x * sympy.pi + y),
    "ceiling": sympy.ceiling(x * sympy.pi + y),
    "frac": sympy.frac(x * sympy.pi + y),
    "Mod": sympy.Mod(x, y),
    "Piecewise": sympy.Piecewise((x, x < y), (y**2, sympy.Eq(x, y)), (1, x > 2 * y), (sympy.sin(x), True)),
    "sign": sympy.sign(x - y),
    "kronecker": sympy.KroneckerDelta(x, y) + 1,
    "elliptic_f": sympy.elliptic_f(x / 3, y / 5),
    "elliptic_e": sympy.elliptic_e(x / 3, y / 5),
    "elliptic_pi": sympy.elliptic_pi(x / 5, y / 5),
    "gegenbauer": sympy.gegenbauer(sympy.Integer(4), y, x),
    "rising": sympy.RisingFactorial(x, y),
    "falling": sympy.FallingFactorial(x, y),
}


@pytest.mark.parametrize("name", REAL_ONLY)
def test_real_functions_contain_mpmath(name):
    chance = random.Random(3)
    values = [*RISKY_REAL, *(R(chance.randint(-4000, 4000), 997) for _ in range(4))]
    compared = [assert_contains(REAL_ONLY[name], {x: a, y: b}) for a in values for b in values[::4]]
    assert sum(compared) >= 20


@pytest.mark.parametrize("branch", [-2, -1, 0, 1])
def test_lambert_branches_contain_mpmath(branch):
    compared = []
    for value in [*risky_points(4), R(-1, 10), R(-1, 3), R(-7, 20)]:
        ball = enclose(sympy.LambertW(z, branch), {z: value}, 220)
        if ball.is_finite() and value != 0:
            with mpmath.workdps(DIGITS):
                re, im = (mpmath.mpf(part.p) / part.q for part in value.as_real_imag())
                expected = mpmath.lambertw(mpmath.mpc(re, im), branch)
            assert ball.overlaps(as_ball(expected)), (value, branch)
            compared.append(value)
    assert len(compared) >= 20


def test_every_rule_is_exercised_here():
    """A rule is tested because it exists."""
    tested = {f(z).func for f in ONE_ARGUMENT} | {e.func for e, _ in TWO_ARGUMENTS.values()}
    tested |= {kind for e in REAL_ONLY.values() for kind in map(type, sympy.preorder_traversal(e))}
    elsewhere = {
        sympy.Rational, sympy.Float, sympy.Symbol, sympy.Add, sympy.Mul, sympy.Pow, sympy.log, sympy.Derivative, sympy.Subs, sympy.Integral, sympy.Sum,
        sympy.Product, sympy.assoc_laguerre, sympy.assoc_legendre, sympy.gegenbauer, sympy.jacobi, sympy.elliptic_f, sympy.elliptic_pi,
        sympy.CRootOf,
    }  # fmt: skip
    numbers = {kind for kind in RULES if issubclass(kind, (sympy.Number, sympy.core.numbers.NumberSymbol))}
    numbers |= {type(sympy.I), type(sympy.zoo), type(sympy.nan), type(sympy.oo)}
    missing = set(RULES) - tested - elsewhere - numbers - {sympy.digamma, sympy.polygamma}
    assert not missing


def test_associated_functions():
    half = R(1, 2)
    # Constructed unevaluated: SymPy expands these polynomials for explicit degrees.
    for expr in (sympy.assoc_legendre(3, 1, x), sympy.assoc_laguerre(3, y, x), sympy.jacobi(3, y, R(1, 3), x)):
        assert assert_contains(expr, {x: R(2, 7), y: half})
    for kind, args in (
        (sympy.assoc_legendre, (n, 1, x)), (sympy.assoc_laguerre, (n, y, x)), (sympy.jacobi, (n, y, R(1, 3), x)),
        (sympy.gegenbauer, (n, y, x)),
    ):  # fmt: skip
        for degree in (1, 2, 5):
            symbolic = enclose(kind(*args), {n: R(degree), x: R(2, 7), y: half}, 200)
            explicit = enclose(kind(degree, *args[1:]), {x: R(2, 7), y: half}, 200)
            assert symbolic.overlaps(explicit)
            assert symbolic.is_finite()


# ---------------------------------------------------------------- conventions, by hand


def value(expr, point=None, bits=128):
    return enclose(sympy.sympify(expr), point or {}, bits)


def test_constants_contain_their_digits():
    for constant in (sympy.pi, sympy.E, sympy.EulerGamma, sympy.Catalan, sympy.GoldenRatio, sympy.I):
        assert value(constant, bits=200).overlaps(
            as_ball(sympy.N(constant, DIGITS)._to_mpmath(200) if constant != sympy.I else 1j)
        )


def test_zero_to_the_zero_is_one_and_zero_to_negative_is_unknown():
    assert value(x**y, {x: R(0), y: R(0)}) == 1
    assert value(x**y, {x: R(0), y: R(3)}) == 0
    assert value(x**y, {x: R(0), y: R(1, 3)}) == 0
    assert not value(x**y, {x: R(0), y: R(-1)}).is_finite()
    assert not value(1 / x, {x: R(0)}).is_finite()
    assert not value(x**y, {x: R(0), y: R(-1, 3)}).is_finite()


def test_undefined_points_are_unknown():
    for expr in (
        sympy.arg(x),
        sympy.atan2(x, x),
        sympy.gamma(x),
        sympy.zeta(x + 1),
        sympy.log(x),
        sympy.tan(x + sympy.pi / 2),
        sympy.csc(x),
    ):
        assert not value(expr, {x: R(0)}).is_finite()
    assert not value(sympy.Mod(y, x), {x: R(0), y: R(1)}).is_finite()


def test_nan_never_becomes_finite_again():
    bad = sympy.tan(x) / sympy.sin(x) ** 2
    for expr in (
        sympy.sign(bad), sympy.Heaviside(bad), sympy.Max(bad, 1), x * bad, sympy.exp(-bad), sympy.tanh(bad), bad**y, sympy.re(bad),
        sympy.Piecewise((1, bad > 0), (2, True)), sympy.floor(bad), sympy.KroneckerDelta(bad, 1), sympy.Abs(bad), sympy.atan(bad),
        sympy.Mul(0, bad, evaluate=False), bad ** sympy.Integer(-2), sympy.erf(bad), sympy.Mod(bad, 2), sympy.atan2(bad, 1),
        sympy.Integral(bad * t, (t, 0, 1)), sympy.Sum(bad * k, (k, 1, 3)), sympy.besselj(0, bad), sympy.acot(bad), y**bad,
        sympy.Piecewise((1, sympy.And(y > -1, bad > 0)), (1, True), evaluate=False),
    ):  # fmt: skip
        assert not enclose(expr, {x: R(0), y: R(0)}, 64).is_finite(), expr


def test_undecided_piecewise_condition_gives_the_hull_of_its_branches():
    zero = sympy.sqrt(2) * sympy.sqrt(3) - sympy.sqrt(6)
    unsure = sympy.sin(x) ** 2 + sympy.cos(x) ** 2 - 1
    ball = value(sympy.Piecewise((R(1), unsure < 0), (R(3), True)), {x: R(1)})
    assert zero == 0
    assert ball.is_finite()
    assert ball.contains(1)
    assert ball.contains(3)


def test_piecewise_conditions_on_rationals_are_exact():
    expr = sympy.Piecewise((1, sympy.Eq(x, y / 3)), (2, True))
    assert value(expr, {x: R(1, 3), y: R(1)}) == 1
    assert value(expr, {x: R(1, 3) + R(1, 10**60), y: R(1)}) == 2
    assert value(sympy.Piecewise((1, x < R(1, 3)), (2, True)), {x: R(1, 3)}) == 2


def test_piecewise_without_a_true_branch_is_unknown():
    assert not value(sympy.Piecewise((1, x < 0)), {x: R(1)}).is_finite()


def test_heaviside_sign_and_floor_conventions():
    assert value(sympy.Heaviside(x), {x: R(0)}) == R(1, 2).p / acb(2)
    assert value(sympy.Heaviside(x, 1), {x: R(0)}) == 1
    assert value(sympy.sign(x), {x: R(0)}) == 0
    assert value(sympy.floor(x), {x: R(-1, 3)}) == -1
    assert value(sympy.ceiling(x), {x: R(7)}) == 7
    assert value(sympy.Mod(x, y), {x: R(7), y: R(-3)}) == -2


def test_values_on_disputed_cuts_are_unknown():
    for expr, at in ((sympy.asin(z), R(2)), (sympy.acos(z), R(-3)), (sympy.atanh(z), R(2)), (sympy.atan(z), 2 * sympy.I),
                     (sympy.acosh(z), R(-2)), (sympy.elliptic_k(z), R(2)), (sympy.polylog(2, z), R(3)), (sympy.LambertW(z), R(-1)),
                     (sympy.besselk(1, z), R(-1)), (sympy.loggamma(z), R(-1, 2)), (sympy.atan(z), sympy.I)):  # fmt: skip
        assert not value(expr, {z: at}).is_finite(), expr


def test_balls_that_straddle_a_cut_hold_both_sides():
    fuzzy = acb(arb(-2, 1e-9), arb(0, 1e-9))
    for function in (sympy.sqrt(z), sympy.log(z), z ** R(1, 3), z**sympy.pi, sympy.arg(z)):
        ball = compile_ball(function)({z: fuzzy}, 100)
        for side in (1, -1):
            exact = {z: R(-2) + side * sympy.I * R(1, 10**10)}
            assert ball.contains(enclose(function, exact, 200)), function


def test_precision_is_local_even_after_an_error():
    before = ctx.prec
    with pytest.raises(ValueError, match="no value for symbol y"):
        compile_ball(x + y)({x: R(1)}, 777)
    assert ctx.prec == before


def test_sign_at():
    assert sign_at(x**2 - 2, {x: R(7, 5)}) == -1
    assert sign_at(x**2 - 4, {x: R(2)}) == 0
    assert sign_at(sympy.exp(x) - 1 - x, {x: R(1, 10**20)}) == 1
    assert sign_at(sympy.sqrt(2) * sympy.sqrt(x) - sympy.sqrt(6), {x: R(3)}) is None


def test_conditions_are_three_valued():
    point = environment({x: R(1), y: R(2)})
    assert compile_condition(sympy.And(x < y, sympy.Ne(x, 3)))(point) is True
    assert compile_condition(sympy.Or(x > y, sympy.sin(x) > 1))(point) is False
    assert compile_condition(sympy.Not(sympy.Eq(x, y)))(point) is True
    unsure = sympy.StrictLessThan(sympy.sin(x) ** 2 + sympy.cos(x) ** 2, 1, evaluate=False)
    assert compile_condition(unsure)(point) is None


# ---------------------------------------------------------------- integrals, sums, derivatives


INTEGRALS = [
    (sympy.Integral(sympy.sqrt(z), (z, 0, 4)), R(16, 3)),
    (sympy.Integral(sympy.sin(x * t), (x, 0, 1)).xreplace({t: R(2)}), (1 - sympy.cos(2)) / 2),
    (sympy.Integral(x * y, (x, 0, y), (y, 0, 1)), R(1, 8)),
    (sympy.Integral(sympy.Abs(x - R(1, 3)), (x, 0, 1)), R(5, 18)),
    (sympy.Integral(sympy.sign(x), (x, -1, 2)), sympy.Integer(1)),
    (sympy.Integral(sympy.Abs(sympy.exp(sympy.I * x) + 2) ** 2, (x, 0, 1)), 5 + 4 * sympy.sin(1)),
    (
        sympy.Integral(sympy.conjugate(sympy.exp(sympy.I * x)) * sympy.exp(2 * sympy.I * x), (x, 0, 1)),
        sympy.sin(1) - sympy.I * (sympy.cos(1) - 1),
    ),
    (sympy.Integral(sympy.re(sympy.exp(sympy.I * x)), (x, 0, 1)), sympy.sin(1)),
    (sympy.Integral(sympy.Piecewise((x, x < 1), (x**2, True)), (x, 0, 2)), R(1, 2) + R(7, 3)),
    (sympy.Integral(sympy.Max(x, 1 - x), (x, 0, 1)), R(3, 4)),
    (sympy.Integral(sympy.floor(x), (x, 0, 4)), sympy.Integer(6)),
    (sympy.Integral(sympy.Heaviside(x - 1), (x, 0, 4)), sympy.Integer(3)),
    (sympy.Integral(x, (x, 2, 0)), sympy.Integer(-2)),
    (sympy.Integral(sympy.atan(10 * x), (x, -1, 2)), 2 * sympy.atan(20) - sympy.atan(10) + sympy.log(R(101, 401)) / 20),
    (
        sympy.Integral(sympy.Integral(sympy.exp(x * y), (x, 0, 1)), (y, 0, 1)),
        sympy.Shi(1) + sympy.Chi(1) - sympy.EulerGamma,
    ),
]


@pytest.mark.parametrize(("integral", "expected"), INTEGRALS, ids=lambda e: str(e)[:40])
def test_integrals_hold_their_closed_forms(integral, expected):
    ball = value(integral, bits=64)
    assert ball.is_finite()
    assert ball.overlaps(value(expected, bits=200))
    assert ball.rad() < arb("1e-5")


@pytest.mark.parametrize("integrand", [
    sympy.log(x + sympy.I * y), sympy.sqrt(x + sympy.I * y), (x + sympy.I * y) ** R(1, 3), sympy.atan(sympy.I * x + y),
    sympy.asin(y + sympy.I * x),
    sympy.LambertW(-1 + sympy.I * x), sympy.acosh(sympy.I * x - 2), sympy.elliptic_k(2 + sympy.I * x), sympy.polylog(2, 2 + sympy.I * x),
    sympy.loggamma(-R(3, 2) + sympy.I * x), sympy.besselk(1, -2 + sympy.I * x), sympy.Abs(x + sympy.I), sympy.arg(sympy.I * x - 1),
    sympy.bessely(0, -2 + sympy.I * x), sympy.Ei(-2 + sympy.I * x), sympy.atanh(2 + sympy.I * x), sympy.Ci(-2 + sympy.I * x),
    sympy.hyper((1, R(1, 2)), (R(7, 3),), 2 + sympy.I * x), sympy.uppergamma(R(1, 2), -2 + sympy.I * x),
])  # fmt: skip
def test_quadrature_is_not_fooled_by_cuts_near_or_across_the_path(integrand):
    """Paths that cross or run beside a branch cut: the ball is unknown, wide, or right."""
    for shift in (R(-2), R(-1), R(1, 100)) if integrand.has(y) else (R(0),):
        expr = integrand.xreplace({y: shift})
        ball = value(sympy.Integral(expr, (x, -1, 1)), bits=53)
        if ball.is_finite():
            function = sympy.lambdify(x, expr, "mpmath")
            with mpmath.workdps(20):
                expected = mpmath.quad(function, [-1, -0.5, -1e-9, 0, 1e-9, 0.5, 1])
            assert ball.overlaps(as_ball(expected, slack=6)), (expr, ball, expected)


def test_poles_in_or_at_the_range_are_unknown():
    for expr in (
        sympy.Integral(1 / x, (x, -1, 1)),
        sympy.Integral(1 / x, (x, 0, 1)),
        sympy.Integral(sympy.tan(x), (x, 0, 2)),
    ):
        assert not value(expr).is_finite()


def test_sums_and_products():
    assert value(sympy.Sum(k**2, (k, 1, n)), {n: R(10)}) == 385
    assert value(sympy.Product(k, (k, 1, n)), {n: R(6)}) == 720
    assert value(sympy.Sum(k, (k, 1, 0))) == 0
    assert not value(sympy.Sum(k, (k, 1, n)), {n: R(-5)}).is_finite()
    assert value(sympy.Sum(k * n, (k, 1, n), (n, 1, 3))) == 1 + 6 + 18
    assert not value(sympy.Sum(k, (k, 1, x)), {x: R(5, 2)}).is_finite()


def series(term, start=0):
    return sympy.Sum(term, (k, start, sympy.oo))


SERIES = [
    (series(1 / k**2, 1), sympy.pi**2 / 6),
    (series(1 / (k**2 + p**2), 1), (sympy.pi * p * sympy.coth(sympy.pi * p) - 1) / (2 * p**2)),
    (series((-1) ** k / (2 * k + 1)), sympy.pi / 4),
    (series((-1) ** (k + 1) / k, 1), sympy.log(2)),
    (series(1 / sympy.factorial(k)), sympy.E),
    (series((p / 9) ** k), 1 / (1 - p / 9)),
    (series(k * (-p / 9) ** k), (-p / 9) / (1 + p / 9) ** 2),
    (series(sympy.binomial(2 * k, k) / 8**k), sympy.sqrt(2)),
    (series(k ** R(-3, 2), 1), sympy.zeta(R(3, 2))),
    (series(k ** (-p - 1), 1), sympy.zeta(p + 1)),
    (series(sympy.exp(-k * p)), 1 / (1 - sympy.exp(-p))),
    (series(R(1, 2) ** k * sympy.exp(-k / 3)), 1 / (1 - sympy.exp(-R(1, 3)) / 2)),
    (series((-1) ** k * p ** (2 * k + 1) / sympy.factorial(2 * k + 1)), sympy.sin(p)),
    (series(sympy.I**k / 2**k), 1 / (1 - sympy.I / 2)),
    (series(1 / (k * (k + 1)), 1), sympy.Integer(1)),
    (series(1 / k - 1 / (k + 1), 3), R(1, 3)),
    (series(p**k / sympy.factorial(k) + 1 / (k + 1) ** 2), sympy.exp(p) + sympy.pi**2 / 6),
    (series(2 ** sympy.Mod(k, 2) / (k + 1) ** 2), sympy.pi**2 / 8 + 2 * sympy.pi**2 / 24),
    (series(sympy.gamma(k + R(1, 2)) / sympy.factorial(k) / 2**k), sympy.sqrt(2 * sympy.pi)),
]


@pytest.mark.parametrize(("infinite", "closed"), SERIES, ids=lambda e: str(e)[:40])
def test_infinite_sums_hold_their_closed_forms(infinite, closed):
    for at in (R(3, 2), R(1, 3), R(4)):
        ball = value(infinite, {p: at}, bits=128)
        assert ball.is_finite()
        assert ball.overlaps(value(closed, {p: at}, bits=200))
        assert ball.rad() < arb("1e-25")


@pytest.mark.parametrize("infinite", [
    series(1 / k, 1), series((-1) ** k), series(p**k), series(sympy.factorial(k) / p**k), series(1 / (k - 5) ** 2),
    series(sympy.exp(k * p)), series((-1) ** k * k), series(1 / k ** (1 / p), 1), series(sympy.Integer(1)), series(k / (k + 1)),
    series(sympy.sin(k) / k**2, 1), series(1 / (k + 1) - 1 / p / (k + 1)), series((-1) ** k + 1 / (k + 1) ** 2),
    series(2 ** sympy.Mod(k, 2) / (k + 1)), series((-1) ** k / (1 + (p - 1) * (p - R(3, 2)) * k)),
], ids=str)  # fmt: skip
def test_divergent_undefined_or_unbounded_series_are_never_finite(infinite):
    for at in (R(1), R(3, 2)):
        with contextlib.suppress(GiveUp):
            assert not value(infinite, {p: at}).is_finite()


def test_derivatives_of_smooth_parts():
    expr = sympy.Derivative(sympy.sin(x) ** 2, x)
    assert value(expr - sympy.sin(2 * x), {x: R(1, 3)}).contains(0)
    assert value(sympy.Subs(sympy.Derivative(x**3, x), x, y), {y: R(2)}) == 12
    for kinked in (sympy.Derivative(sympy.Abs(x), x), sympy.Derivative(sympy.Function("f")(x), x)):
        with pytest.raises(GiveUp):
            compile_ball(kinked)


D = sympy.Derivative
NESTED = [
    (D(x * D(x**2, x), x), 4 * x),
    (D(D(x**2, x) ** 2, x), 8 * x),
    (D(x**2 * D(sympy.sin(x) / x, x), x), -x * sympy.sin(x)),
    (D(x * D(x * D(x**3, x), x), x), 27 * x**2),
    (D(y * D(x**2 * y, x), y), 4 * x * y),
    (D(p * D(p ** R(3, 2), p), p), R(9, 4) * sympy.sqrt(p)),
    (x * D(D(sympy.log(x**2), x) * x**3, x), 4 * x**2),
    (sympy.Integral(D(t * D(t**2, t), t), (t, 0, x)), 2 * x**2),
]


@pytest.mark.parametrize(("nested", "known"), NESTED)
@pytest.mark.parametrize("at", [R(1, 3), R(2), R(7, 2)])
def test_derivatives_of_derivatives(nested, known, at):
    ball = value(nested - known, {s: at + k for k, s in enumerate(sorted(nested.free_symbols, key=str))})
    assert ball.is_finite()
    assert ball.contains(0)


@pytest.mark.parametrize(("nested", "at"), [
    (D(x * D(sympy.Pow(x**2, R(1, 2), evaluate=False), x), x), 0),  # |x| has no slope at 0, and so on
    (D(x * D(x ** R(3, 2), x), x), 0),
    (D(x**2 * D(1 / x, x), x), 0),
    (D(x * D(sympy.acot(x), x), x), 0),
    (D(x**3 * D(sympy.log(x), x), x), 0),
    (D(x * D(sympy.asin(x), x), x), 1),
    (D(D(x**2, x) * sympy.log(x), x), 0),
])  # fmt: skip
def test_no_derivative_where_one_inside_does_not_exist(nested, at):
    with contextlib.suppress(GiveUp):
        assert not value(nested, {x: R(at)}).is_finite()


@pytest.mark.parametrize(
    "nested", [D(x * D(sympy.Abs(x), x), x), D(x * D(sympy.Function("f")(x), x), x), D(x * D(sympy.floor(x), x), x)]
)
def test_derivatives_of_derivatives_with_kinks(nested):
    with pytest.raises(GiveUp):
        compile_ball(nested)


# ---------------------------------------------------------------- hostile input


@pytest.mark.parametrize(("expr", "named"), [
    (sympy.Function("psi")(x), "psi"), (sympy.Float("0.1") * x, "Float"), (sympy.oo * x, "oo"),
    (sympy.DiracDelta(x), "DiracDelta"),
    (sympy.meijerg([[], []], [[0], []], x), "meijerg"), (sympy.Integral(x, x), "indefinite"),
    (sympy.log(x, 2) * sympy.Function("g")(x), "g"),
    (x ** sympy.Integer(2**70), "exponent"), (sympy.Order(x), "Order"),
])  # fmt: skip
def test_unsupported_names_the_culprit(expr, named):
    with pytest.raises(GiveUp, match=named):
        compile_ball(expr)


def test_giants_are_quick():
    nine = sympy.Integer(9)
    tower = sympy.Pow(nine, sympy.Pow(nine, sympy.Pow(nine, nine, evaluate=False), evaluate=False), evaluate=False)
    assert not value(tower).is_finite()
    assert value(sympy.Pow(2, sympy.Integer(10**9), evaluate=False)).is_finite()
    giant = sympy.factorial(sympy.Pow(10, 40, evaluate=False), evaluate=False)
    value(giant)
    value(sympy.sin(sympy.Pow(10, sympy.Integer(10**12), evaluate=False), evaluate=False))
    value(sympy.exp(sympy.exp(sympy.exp(sympy.Integer(100)))))


def test_deep_and_huge_expressions_are_refused():
    deep = x
    for _ in range(10_000):
        deep = sympy.Add(sympy.Mul(2, deep, evaluate=False), 1, evaluate=False)
    with pytest.raises(GiveUp, match="levels deep"):
        compile_ball(deep)
    with pytest.raises(GiveUp, match="parts"):
        compile_ball(sympy.Add(*(x**i for i in range(30_000)), evaluate=False))


def test_shared_subexpressions_do_not_explode():
    shared = x
    for _ in range(60):
        shared = sympy.Add(sympy.Mul(shared, shared, evaluate=False), 1, evaluate=False)
    with pytest.raises(GiveUp):
        compile_ball(shared)


# ---------------------------------------------------------------- random expressions against mpmath

LEAVES = st.sampled_from([x, y, p, sympy.Integer(2), R(1, 3), sympy.pi, sympy.Integer(-1)])


def grow(children):
    unary = st.sampled_from(
        [
            sympy.sin,
            sympy.cos,
            sympy.exp,
            sympy.tanh,
            sympy.atan,
            sympy.sqrt,
            sympy.log,
            sympy.Abs,
            sympy.erf,
            sympy.asinh,
        ]
    )
    return st.one_of(
        st.tuples(unary, children).map(lambda a: a[0](a[1])),
        st.tuples(children, children).map(lambda a: a[0] + a[1]),
        st.tuples(children, children).map(lambda a: a[0] * a[1]),
        st.tuples(children, children).map(lambda a: a[0] / (a[1] ** 2 + 1)),
        st.tuples(children, st.sampled_from([2, -1, R(1, 2), R(2, 3)])).map(lambda a: a[0] ** a[1]),
    )


@pytest.mark.slow
@settings(derandomize=True, deadline=None, max_examples=examples(150))
@given(st.recursive(LEAVES, grow, max_leaves=8), st.tuples(*[st.fractions(-3, 3, max_denominator=50)] * 3))
def test_random_expressions_contain_mpmath(expr, values):
    point = {x: R(values[0]), y: R(values[1]), p: abs(R(values[2])) + 1}
    if not expr.has(sympy.zoo, sympy.nan, sympy.oo):
        ball = enclose(expr, point, 400)
        if ball.is_finite() and abs(ball) < 10**30 and ball.rad() < 1:
            expected = mpmath_value(expr, point)
            if expected is not None:
                assert ball.overlaps(as_ball(expected, slack=25))
