"""verify.balls: every whitelisted function against mpmath at 50 digits, on and beside its cuts; hostile input."""

from __future__ import annotations

import contextlib
import random

import mpmath
import pytest
import sympy as sp
from flint import acb, arb, ctx
from hypothesis import given, settings
from hypothesis import strategies as st

from verify.balls import RULES, compile_ball, compile_condition, enclose, environment, precision, sign_at
from verify.errors import GiveUp

x, y, t = sp.symbols("x y t", real=True)
p, q = sp.symbols("p q", positive=True)
k, n = sp.symbols("k n", integer=True)
z, w = sp.symbols("z w")
R = sp.Rational
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


def mpmath_value(expr: sp.Expr, point: dict[sp.Symbol, sp.Expr]) -> object:
    """The value of SymPy's function by mpmath; None where it has none."""
    value = expr.xreplace(point)
    if value.has(sp.zoo, sp.nan, sp.oo):
        return None
    re, im = sp.N(value, DIGITS + 25).as_real_imag()
    if not all(part.is_Float or part.is_Rational for part in (re, im)):
        return None
    with mpmath.workdps(DIGITS + 30):
        return mpmath.mpc(*(part._to_mpmath(450) for part in (re, im)))


def assert_contains(expr: sp.Expr, point: dict[sp.Symbol, sp.Expr]) -> bool:
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


def risky_points(seed: int, count: int = 12) -> list[sp.Expr]:
    """Reals on and off the usual cuts, points 1e-25 beside them, and seeded random complex numbers."""
    chance = random.Random(seed)
    points: list[sp.Expr] = list(RISKY_REAL)
    points += [v + sign * TINY * unit for v in RISKY_REAL[1:9] for sign in (1, -1) for unit in (1, sp.I)]
    points += [sp.I * v for v in RISKY_REAL[1:7]] + [sp.I * v + s * TINY for v in RISKY_REAL[1:7] for s in (1, -1)]
    for _ in range(count):
        points.append(R(chance.randint(-4000, 4000), 997))
        points.append(R(chance.randint(-4000, 4000), 997) + sp.I * R(chance.randint(-4000, 4000), 1009))
    return points


ONE_ARGUMENT = [
    sp.exp, sp.log, sp.sqrt, sp.sin, sp.cos, sp.tan, sp.cot, sp.sec, sp.csc, sp.sinc, sp.sinh, sp.cosh, sp.tanh,
    sp.coth, sp.sech, sp.csch, sp.asin, sp.acos, sp.atan, sp.acot, sp.asec, sp.acsc, sp.asinh, sp.acosh, sp.atanh,
    sp.acoth, sp.asech, sp.acsch, sp.Abs, sp.sign, sp.re, sp.im, sp.conjugate, sp.arg, sp.gamma, sp.factorial,
    sp.loggamma, sp.digamma, sp.erf, sp.erfc, sp.erfi, sp.airyai, sp.airybi, sp.airyaiprime, sp.airybiprime,
    sp.elliptic_k, sp.elliptic_e, sp.zeta, sp.LambertW, sp.Ei, sp.Si, sp.Ci, sp.Shi, sp.Chi, sp.li,
    sp.fresnels, sp.fresnelc,
]  # fmt: skip


@pytest.mark.parametrize("function", ONE_ARGUMENT, ids=lambda f: f.__name__)
def test_functions_of_one_argument_contain_mpmath_on_and_beside_cuts(function):
    expr = function(z)
    compared = [assert_contains(expr, {z: value}) for value in risky_points(7)]
    assert sum(compared) >= 20


@pytest.mark.parametrize("power", [R(1, 3), R(-1, 3), R(2, 3), R(5, 2), R(-3, 2), R(-1), R(7), sp.I, sp.pi, 1 + sp.I])
def test_powers_contain_mpmath_on_and_beside_the_negative_axis(power):
    compared = [assert_contains(z**power, {z: value}) for value in risky_points(8)]
    assert sum(compared) >= 40


def test_symbolic_powers_contain_mpmath():
    chance = random.Random(5)
    points = risky_points(9)
    compared = [assert_contains(z**w, {z: value, w: chance.choice(points)}) for value in points]
    assert sum(compared) >= 40


TWO_ARGUMENTS = {
    "besselj": (sp.besselj(w, z), [R(0), R(1), R(-2), R(1, 2), R(7, 3), 1 + sp.I]),
    "bessely": (sp.bessely(w, z), [R(0), R(1), R(1, 2), R(7, 3)]),
    "besseli": (sp.besseli(w, z), [R(0), R(1), R(-2), R(1, 2), R(7, 3)]),
    "besselk": (sp.besselk(w, z), [R(0), R(1), R(1, 2), R(7, 3)]),
    "polygamma": (sp.polygamma(w, z), [R(0), R(1), R(2), R(5)]),
    "beta": (sp.beta(w, z), [R(1), R(1, 2), R(7, 3), 1 + sp.I]),
    "legendre": (sp.legendre(n, z), [R(0), R(1), R(4), R(9)]),
    "hermite": (sp.hermite(n, z), [R(0), R(1), R(4), R(9)]),
    "laguerre": (sp.laguerre(n, z), [R(0), R(1), R(4), R(9)]),
    "chebyshevt": (sp.chebyshevt(n, z), [R(0), R(1), R(4), R(9)]),
    "chebyshevu": (sp.chebyshevu(n, z), [R(0), R(1), R(4), R(9)]),
    "polylog": (sp.polylog(w, z), [R(2)]),
    "expint": (sp.expint(w, z), [R(1), R(2), R(1, 2), R(-1, 3)]),
    "uppergamma": (sp.uppergamma(w, z), [R(1), R(2), R(1, 2), R(-1, 3), R(7, 3)]),
    "lowergamma": (sp.lowergamma(w, z), [R(1), R(2), R(1, 2), R(7, 3)]),
    "hurwitz": (sp.zeta(w, z), [R(2), R(3), R(1, 2), R(5, 2)]),
    "hyper": (sp.hyper((w, R(1, 2)), (R(7, 3),), z), [R(2), R(1, 3), R(-2)]),
    "hyper11": (sp.hyper((w,), (R(7, 3),), z), [R(2), R(1, 3), R(-2)]),
    "binomial": (sp.binomial(w, z), [R(5), R(7, 3)]),
    "binomial3": (sp.binomial(z, 3), [R(0)]),
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
    "atan2": sp.atan2(x, y),
    "Max": sp.Max(x, y),
    "Min": sp.Min(x, y, 1),
    "Heaviside": sp.Heaviside(x - y),
    "floor": sp.floor(x * sp.pi + y),
    "ceiling": sp.ceiling(x * sp.pi + y),
    "frac": sp.frac(x * sp.pi + y),
    "Mod": sp.Mod(x, y),
    "Piecewise": sp.Piecewise((x, x < y), (y**2, sp.Eq(x, y)), (1, x > 2 * y), (sp.sin(x), True)),
    "sign": sp.sign(x - y),
    "kronecker": sp.KroneckerDelta(x, y) + 1,
    "elliptic_f": sp.elliptic_f(x / 3, y / 5),
    "elliptic_e": sp.elliptic_e(x / 3, y / 5),
    "elliptic_pi": sp.elliptic_pi(x / 5, y / 5),
    "gegenbauer": sp.gegenbauer(sp.Integer(4), y, x),
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
        ball = enclose(sp.LambertW(z, branch), {z: value}, 220)
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
    tested |= {kind for e in REAL_ONLY.values() for kind in map(type, sp.preorder_traversal(e))}
    elsewhere = {
        sp.Rational, sp.Float, sp.Symbol, sp.Add, sp.Mul, sp.Pow, sp.log, sp.Derivative, sp.Subs, sp.Integral, sp.Sum,
        sp.Product, sp.assoc_laguerre, sp.assoc_legendre, sp.gegenbauer, sp.jacobi, sp.elliptic_f, sp.elliptic_pi,
    }  # fmt: skip
    numbers = {kind for kind in RULES if issubclass(kind, (sp.Number, sp.core.numbers.NumberSymbol))}
    numbers |= {type(sp.I), type(sp.zoo), type(sp.nan), type(sp.oo)}
    missing = set(RULES) - tested - elsewhere - numbers - {sp.digamma, sp.polygamma}
    assert not missing


def test_associated_functions():
    half = R(1, 2)
    # Constructed unevaluated: SymPy expands these polynomials for explicit degrees.
    for expr in (sp.assoc_legendre(3, 1, x), sp.assoc_laguerre(3, y, x), sp.jacobi(3, y, R(1, 3), x)):
        assert assert_contains(expr, {x: R(2, 7), y: half})
    for kind, args in (
        (sp.assoc_legendre, (n, 1, x)), (sp.assoc_laguerre, (n, y, x)), (sp.jacobi, (n, y, R(1, 3), x)),
        (sp.gegenbauer, (n, y, x)),
    ):  # fmt: skip
        for degree in (1, 2, 5):
            symbolic = enclose(kind(*args), {n: R(degree), x: R(2, 7), y: half}, 200)
            explicit = enclose(kind(degree, *args[1:]), {x: R(2, 7), y: half}, 200)
            assert symbolic.overlaps(explicit)
            assert symbolic.is_finite()


# ---------------------------------------------------------------- conventions, by hand


def value(expr, point=None, bits=128):
    return enclose(sp.sympify(expr), point or {}, bits)


def test_constants_contain_their_digits():
    for constant in (sp.pi, sp.E, sp.EulerGamma, sp.Catalan, sp.GoldenRatio, sp.I):
        assert value(constant, bits=200).overlaps(
            as_ball(sp.N(constant, DIGITS)._to_mpmath(200) if constant != sp.I else 1j)
        )


def test_zero_to_the_zero_is_one_and_zero_to_negative_is_unknown():
    assert value(x**y, {x: R(0), y: R(0)}) == 1
    assert value(x**y, {x: R(0), y: R(3)}) == 0
    assert value(x**y, {x: R(0), y: R(1, 3)}) == 0
    assert not value(x**y, {x: R(0), y: R(-1)}).is_finite()
    assert not value(1 / x, {x: R(0)}).is_finite()
    assert not value(x**y, {x: R(0), y: R(-1, 3)}).is_finite()


def test_undefined_points_are_unknown():
    for expr in (sp.arg(x), sp.atan2(x, x), sp.gamma(x), sp.zeta(x + 1), sp.log(x), sp.tan(x + sp.pi / 2), sp.csc(x)):
        assert not value(expr, {x: R(0)}).is_finite()
    assert not value(sp.Mod(y, x), {x: R(0), y: R(1)}).is_finite()


def test_nan_never_becomes_finite_again():
    bad = sp.tan(x) / sp.sin(x) ** 2
    for expr in (
        sp.sign(bad), sp.Heaviside(bad), sp.Max(bad, 1), x * bad, sp.exp(-bad), sp.tanh(bad), bad**y, sp.re(bad),
        sp.Piecewise((1, bad > 0), (2, True)), sp.floor(bad), sp.KroneckerDelta(bad, 1), sp.Abs(bad), sp.atan(bad),
        sp.Mul(0, bad, evaluate=False), bad ** sp.Integer(-2), sp.erf(bad), sp.Mod(bad, 2), sp.atan2(bad, 1),
        sp.Integral(bad * t, (t, 0, 1)), sp.Sum(bad * k, (k, 1, 3)), sp.besselj(0, bad), sp.acot(bad), y**bad,
        sp.Piecewise((1, sp.And(y > -1, bad > 0)), (1, True), evaluate=False),
    ):  # fmt: skip
        assert not enclose(expr, {x: R(0), y: R(0)}, 64).is_finite(), expr


def test_undecided_piecewise_condition_gives_the_hull_of_its_branches():
    zero = sp.sqrt(2) * sp.sqrt(3) - sp.sqrt(6)
    unsure = sp.sin(x) ** 2 + sp.cos(x) ** 2 - 1
    ball = value(sp.Piecewise((R(1), unsure < 0), (R(3), True)), {x: R(1)})
    assert zero == 0
    assert ball.is_finite()
    assert ball.contains(1)
    assert ball.contains(3)


def test_piecewise_conditions_on_rationals_are_exact():
    expr = sp.Piecewise((1, sp.Eq(x, y / 3)), (2, True))
    assert value(expr, {x: R(1, 3), y: R(1)}) == 1
    assert value(expr, {x: R(1, 3) + R(1, 10**60), y: R(1)}) == 2
    assert value(sp.Piecewise((1, x < R(1, 3)), (2, True)), {x: R(1, 3)}) == 2


def test_piecewise_without_a_true_branch_is_unknown():
    assert not value(sp.Piecewise((1, x < 0)), {x: R(1)}).is_finite()


def test_heaviside_sign_and_floor_conventions():
    assert value(sp.Heaviside(x), {x: R(0)}) == R(1, 2).p / acb(2)
    assert value(sp.Heaviside(x, 1), {x: R(0)}) == 1
    assert value(sp.sign(x), {x: R(0)}) == 0
    assert value(sp.floor(x), {x: R(-1, 3)}) == -1
    assert value(sp.ceiling(x), {x: R(7)}) == 7
    assert value(sp.Mod(x, y), {x: R(7), y: R(-3)}) == -2


def test_values_on_disputed_cuts_are_unknown():
    for expr, at in ((sp.asin(z), R(2)), (sp.acos(z), R(-3)), (sp.atanh(z), R(2)), (sp.atan(z), 2 * sp.I),
                     (sp.acosh(z), R(-2)), (sp.elliptic_k(z), R(2)), (sp.polylog(2, z), R(3)), (sp.LambertW(z), R(-1)),
                     (sp.besselk(1, z), R(-1)), (sp.loggamma(z), R(-1, 2)), (sp.atan(z), sp.I)):  # fmt: skip
        assert not value(expr, {z: at}).is_finite(), expr


def test_balls_that_straddle_a_cut_hold_both_sides():
    fuzzy = acb(arb(-2, 1e-9), arb(0, 1e-9))
    for function in (sp.sqrt(z), sp.log(z), z ** R(1, 3), z**sp.pi, sp.arg(z)):
        ball = compile_ball(function)({z: fuzzy}, 100)
        for side in (1, -1):
            exact = {z: R(-2) + side * sp.I * R(1, 10**10)}
            assert ball.contains(enclose(function, exact, 200)), function


def test_precision_is_local_even_after_an_error():
    before = ctx.prec
    with pytest.raises(ValueError, match="no value for symbol y"):
        compile_ball(x + y)({x: R(1)}, 777)
    assert ctx.prec == before


def test_sign_at():
    assert sign_at(x**2 - 2, {x: R(7, 5)}) == -1
    assert sign_at(x**2 - 4, {x: R(2)}) == 0
    assert sign_at(sp.exp(x) - 1 - x, {x: R(1, 10**20)}) == 1
    assert sign_at(sp.sqrt(2) * sp.sqrt(x) - sp.sqrt(6), {x: R(3)}) is None


def test_conditions_are_three_valued():
    point = environment({x: R(1), y: R(2)})
    assert compile_condition(sp.And(x < y, sp.Ne(x, 3)))(point) is True
    assert compile_condition(sp.Or(x > y, sp.sin(x) > 1))(point) is False
    assert compile_condition(sp.Not(sp.Eq(x, y)))(point) is True
    unsure = sp.StrictLessThan(sp.sin(x) ** 2 + sp.cos(x) ** 2, 1, evaluate=False)
    assert compile_condition(unsure)(point) is None


# ---------------------------------------------------------------- integrals, sums, derivatives


INTEGRALS = [
    (sp.Integral(sp.sqrt(z), (z, 0, 4)), R(16, 3)),
    (sp.Integral(sp.sin(x * t), (x, 0, 1)).xreplace({t: R(2)}), (1 - sp.cos(2)) / 2),
    (sp.Integral(x * y, (x, 0, y), (y, 0, 1)), R(1, 8)),
    (sp.Integral(sp.Abs(x - R(1, 3)), (x, 0, 1)), R(5, 18)),
    (sp.Integral(sp.sign(x), (x, -1, 2)), sp.Integer(1)),
    (sp.Integral(sp.Abs(sp.exp(sp.I * x) + 2) ** 2, (x, 0, 1)), 5 + 4 * sp.sin(1)),
    (sp.Integral(sp.conjugate(sp.exp(sp.I * x)) * sp.exp(2 * sp.I * x), (x, 0, 1)), sp.sin(1) - sp.I * (sp.cos(1) - 1)),
    (sp.Integral(sp.re(sp.exp(sp.I * x)), (x, 0, 1)), sp.sin(1)),
    (sp.Integral(sp.Piecewise((x, x < 1), (x**2, True)), (x, 0, 2)), R(1, 2) + R(7, 3)),
    (sp.Integral(sp.Max(x, 1 - x), (x, 0, 1)), R(3, 4)),
    (sp.Integral(sp.floor(x), (x, 0, 4)), sp.Integer(6)),
    (sp.Integral(sp.Heaviside(x - 1), (x, 0, 4)), sp.Integer(3)),
    (sp.Integral(x, (x, 2, 0)), sp.Integer(-2)),
    (sp.Integral(sp.atan(10 * x), (x, -1, 2)), 2 * sp.atan(20) - sp.atan(10) + sp.log(R(101, 401)) / 20),
    (sp.Integral(sp.Integral(sp.exp(x * y), (x, 0, 1)), (y, 0, 1)), sp.Shi(1) + sp.Chi(1) - sp.EulerGamma),
]


@pytest.mark.parametrize(("integral", "expected"), INTEGRALS, ids=lambda e: str(e)[:40])
def test_integrals_hold_their_closed_forms(integral, expected):
    ball = value(integral, bits=64)
    assert ball.is_finite()
    assert ball.overlaps(value(expected, bits=200))
    assert ball.rad() < arb("1e-5")


@pytest.mark.parametrize("integrand", [
    sp.log(x + sp.I * y), sp.sqrt(x + sp.I * y), (x + sp.I * y) ** R(1, 3), sp.atan(sp.I * x + y),
    sp.asin(y + sp.I * x),
    sp.LambertW(-1 + sp.I * x), sp.acosh(sp.I * x - 2), sp.elliptic_k(2 + sp.I * x), sp.polylog(2, 2 + sp.I * x),
    sp.loggamma(-R(3, 2) + sp.I * x), sp.besselk(1, -2 + sp.I * x), sp.Abs(x + sp.I), sp.arg(sp.I * x - 1),
    sp.bessely(0, -2 + sp.I * x), sp.Ei(-2 + sp.I * x), sp.atanh(2 + sp.I * x), sp.Ci(-2 + sp.I * x),
    sp.hyper((1, R(1, 2)), (R(7, 3),), 2 + sp.I * x), sp.uppergamma(R(1, 2), -2 + sp.I * x),
])  # fmt: skip
def test_quadrature_is_not_fooled_by_cuts_near_or_across_the_path(integrand):
    """Paths that cross or run beside a branch cut: the ball is unknown, wide, or right."""
    for shift in (R(-2), R(-1), R(1, 100)) if integrand.has(y) else (R(0),):
        expr = integrand.xreplace({y: shift})
        ball = value(sp.Integral(expr, (x, -1, 1)), bits=53)
        if ball.is_finite():
            function = sp.lambdify(x, expr, "mpmath")
            with mpmath.workdps(20):
                expected = mpmath.quad(function, [-1, -0.5, -1e-9, 0, 1e-9, 0.5, 1])
            assert ball.overlaps(as_ball(expected, slack=6)), (expr, ball, expected)


def test_poles_in_or_at_the_range_are_unknown():
    for expr in (sp.Integral(1 / x, (x, -1, 1)), sp.Integral(1 / x, (x, 0, 1)), sp.Integral(sp.tan(x), (x, 0, 2))):
        assert not value(expr).is_finite()


def test_sums_and_products():
    assert value(sp.Sum(k**2, (k, 1, n)), {n: R(10)}) == 385
    assert value(sp.Product(k, (k, 1, n)), {n: R(6)}) == 720
    assert value(sp.Sum(k, (k, 1, 0))) == 0
    assert not value(sp.Sum(k, (k, 1, n)), {n: R(-5)}).is_finite()
    assert value(sp.Sum(k * n, (k, 1, n), (n, 1, 3))) == 1 + 6 + 18
    assert not value(sp.Sum(k, (k, 1, x)), {x: R(5, 2)}).is_finite()


def series(term, start=0):
    return sp.Sum(term, (k, start, sp.oo))


SERIES = [
    (series(1 / k**2, 1), sp.pi**2 / 6),
    (series(1 / (k**2 + p**2), 1), (sp.pi * p * sp.coth(sp.pi * p) - 1) / (2 * p**2)),
    (series((-1) ** k / (2 * k + 1)), sp.pi / 4),
    (series((-1) ** (k + 1) / k, 1), sp.log(2)),
    (series(1 / sp.factorial(k)), sp.E),
    (series((p / 9) ** k), 1 / (1 - p / 9)),
    (series(k * (-p / 9) ** k), (-p / 9) / (1 + p / 9) ** 2),
    (series(sp.binomial(2 * k, k) / 8**k), sp.sqrt(2)),
    (series(k ** R(-3, 2), 1), sp.zeta(R(3, 2))),
    (series(k ** (-p - 1), 1), sp.zeta(p + 1)),
    (series(sp.exp(-k * p)), 1 / (1 - sp.exp(-p))),
    (series(R(1, 2) ** k * sp.exp(-k / 3)), 1 / (1 - sp.exp(-R(1, 3)) / 2)),
    (series((-1) ** k * p ** (2 * k + 1) / sp.factorial(2 * k + 1)), sp.sin(p)),
    (series(sp.I**k / 2**k), 1 / (1 - sp.I / 2)),
    (series(1 / (k * (k + 1)), 1), sp.Integer(1)),
    (series(1 / k - 1 / (k + 1), 3), R(1, 3)),
    (series(p**k / sp.factorial(k) + 1 / (k + 1) ** 2), sp.exp(p) + sp.pi**2 / 6),
    (series(2 ** sp.Mod(k, 2) / (k + 1) ** 2), sp.pi**2 / 8 + 2 * sp.pi**2 / 24),
    (series(sp.gamma(k + R(1, 2)) / sp.factorial(k) / 2**k), sp.sqrt(2 * sp.pi)),
]


@pytest.mark.parametrize(("infinite", "closed"), SERIES, ids=lambda e: str(e)[:40])
def test_infinite_sums_hold_their_closed_forms(infinite, closed):
    for at in (R(3, 2), R(1, 3), R(4)):
        ball = value(infinite, {p: at}, bits=128)
        assert ball.is_finite()
        assert ball.overlaps(value(closed, {p: at}, bits=200))
        assert ball.rad() < arb("1e-25")


@pytest.mark.parametrize("infinite", [
    series(1 / k, 1), series((-1) ** k), series(p**k), series(sp.factorial(k) / p**k), series(1 / (k - 5) ** 2),
    series(sp.exp(k * p)), series((-1) ** k * k), series(1 / k ** (1 / p), 1), series(sp.Integer(1)), series(k / (k + 1)),
    series(sp.sin(k) / k**2, 1), series(1 / (k + 1) - 1 / p / (k + 1)), series((-1) ** k + 1 / (k + 1) ** 2),
    series(2 ** sp.Mod(k, 2) / (k + 1)), series((-1) ** k / (1 + (p - 1) * (p - R(3, 2)) * k)),
], ids=str)  # fmt: skip
def test_divergent_undefined_or_unbounded_series_are_never_finite(infinite):
    for at in (R(1), R(3, 2)):
        with contextlib.suppress(GiveUp):
            assert not value(infinite, {p: at}).is_finite()


def test_derivatives_of_smooth_parts():
    expr = sp.Derivative(sp.sin(x) ** 2, x)
    assert value(expr - sp.sin(2 * x), {x: R(1, 3)}).contains(0)
    assert value(sp.Subs(sp.Derivative(x**3, x), x, y), {y: R(2)}) == 12
    for kinked in (sp.Derivative(sp.Abs(x), x), sp.Derivative(sp.Function("f")(x), x)):
        with pytest.raises(GiveUp):
            compile_ball(kinked)


# ---------------------------------------------------------------- hostile input


@pytest.mark.parametrize(("expr", "named"), [
    (sp.Function("psi")(x), "psi"), (sp.Float("0.1") * x, "Float"), (sp.oo * x, "oo"),
    (sp.DiracDelta(x), "DiracDelta"),
    (sp.meijerg([[], []], [[0], []], x), "meijerg"), (sp.Integral(x, x), "indefinite"),
    (sp.log(x, 2) * sp.Function("g")(x), "g"),
    (sp.Integral(x, (x, 0, sp.oo)), "infinite"), (x ** sp.Integer(2**70), "exponent"), (sp.Order(x), "Order"),
])  # fmt: skip
def test_unsupported_names_the_culprit(expr, named):
    with pytest.raises(GiveUp, match=named):
        compile_ball(expr)


def test_giants_are_quick():
    nine = sp.Integer(9)
    tower = sp.Pow(nine, sp.Pow(nine, sp.Pow(nine, nine, evaluate=False), evaluate=False), evaluate=False)
    assert not value(tower).is_finite()
    assert value(sp.Pow(2, sp.Integer(10**9), evaluate=False)).is_finite()
    giant = sp.factorial(sp.Pow(10, 40, evaluate=False), evaluate=False)
    value(giant)
    value(sp.sin(sp.Pow(10, sp.Integer(10**12), evaluate=False), evaluate=False))
    value(sp.exp(sp.exp(sp.exp(sp.Integer(100)))))


def test_deep_and_huge_expressions_are_refused():
    deep = x
    for _ in range(10_000):
        deep = sp.Add(sp.Mul(2, deep, evaluate=False), 1, evaluate=False)
    with pytest.raises(GiveUp, match="levels deep"):
        compile_ball(deep)
    with pytest.raises(GiveUp, match="parts"):
        compile_ball(sp.Add(*(x**i for i in range(30_000)), evaluate=False))


def test_shared_subexpressions_do_not_explode():
    shared = x
    for _ in range(60):
        shared = sp.Add(sp.Mul(shared, shared, evaluate=False), 1, evaluate=False)
    with pytest.raises(GiveUp):
        compile_ball(shared)


# ---------------------------------------------------------------- random expressions against mpmath

LEAVES = st.sampled_from([x, y, p, sp.Integer(2), R(1, 3), sp.pi, sp.Integer(-1)])


def grow(children):
    unary = st.sampled_from([sp.sin, sp.cos, sp.exp, sp.tanh, sp.atan, sp.sqrt, sp.log, sp.Abs, sp.erf, sp.asinh])
    return st.one_of(
        st.tuples(unary, children).map(lambda a: a[0](a[1])),
        st.tuples(children, children).map(lambda a: a[0] + a[1]),
        st.tuples(children, children).map(lambda a: a[0] * a[1]),
        st.tuples(children, children).map(lambda a: a[0] / (a[1] ** 2 + 1)),
        st.tuples(children, st.sampled_from([2, -1, R(1, 2), R(2, 3)])).map(lambda a: a[0] ** a[1]),
    )


@settings(derandomize=True, deadline=None, max_examples=150)
@given(st.recursive(LEAVES, grow, max_leaves=8), st.tuples(*[st.fractions(-3, 3, max_denominator=50)] * 3))
def test_random_expressions_contain_mpmath(expr, values):
    point = {x: R(values[0]), y: R(values[1]), p: abs(R(values[2])) + 1}
    if not expr.has(sp.zoo, sp.nan, sp.oo):
        ball = enclose(expr, point, 400)
        if ball.is_finite() and abs(ball) < 10**30 and ball.rad() < 1:
            expected = mpmath_value(expr, point)
            if expected is not None:
                assert ball.overlaps(as_ball(expected, slack=25))
