"""SymPy expression → rigorous enclosure: the only room that speaks Arb.

An expression is compiled once into closures over `flint.acb` balls; each call
evaluates them at a point and returns a ball that contains the exact value.

Soundness.  Every closure obeys two rules, which together give the promise of
`BallFunction`:

1. *Enclosure*: fed with balls that contain the exact arguments, it returns a ball
   that contains SymPy's value, or a non-finite ball ("undefined or unknown").
2. *No resurrection*: a non-finite ball never becomes finite again further up.

Where SymPy and Arb may differ (the values *on* a branch cut of asin, atan, K(m),
Li_s, ...; 0/0; poles; unusual parameters) the closure answers "unknown".  For log,
sqrt, arg and powers both take the principal value, continuous from above on the
negative real axis, and a ball that straddles the axis is enlarged over both sides.

Under an integral sign the same closures run on *complex* balls around the path with
`analytic=True`; there each must also be analytic on the whole ball or answer
"unknown", because FLINT's quadrature relies on it (DLMF 3.5, Petras' algorithm).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

import sympy as sp
from flint import acb, arb, ctx, fmpq
from sympy.core.function import AppliedUndef
from sympy.core.relational import Relational

from verify.survey import Survey, TooBig, survey

MAX_NUMBER_BITS = 200_000
MAX_EXPONENT_BITS = 64
MAX_TERMS = 20_000
MAX_INTEGRAND_CALLS = 20_000
MAX_POLYNOMIAL_DEGREE = 10_000

NAN = acb("nan")
ZERO = acb(0)
ONE = acb(1)
UNIT_DISC = acb(arb(0, 1), arb(0, 1))

Node = Callable[["Env", bool], acb]
Test = Callable[["Env", bool], bool | None]
Exact = Callable[[Mapping[Any, Any]], Any]


class Unsupported(Exception):
    """The expression has a part that no rule encloses; the message names it."""


class Undefined(ArithmeticError):
    """A condition compares something without a finite enclosure, so it has no truth value."""


class Env:
    """Where to evaluate: `balls` for every symbol, `exact` for those with a rational value,
    `path` for the integration variables, which are real on the path but may be complex balls."""

    __slots__ = ("balls", "exact", "path")

    def __init__(self, balls: dict[Any, acb], exact: dict[Any, Any], path: tuple[Any, ...] = ()) -> None:
        self.balls = balls
        self.exact = exact
        self.path = path

    def conjugated(self) -> Env:
        """The mirror image of this place: path variables conjugated, parameters kept."""
        balls = dict(self.balls)
        for symbol in self.path:
            balls[symbol] = balls[symbol].conjugate()
        return Env(balls, self.exact, self.path)

    def with_integer(self, symbol: Any, value: int) -> Env:
        return Env({**self.balls, symbol: acb(value)}, {**self.exact, symbol: fmpq(value)}, self.path)


@contextmanager
def precision(bits: int) -> Iterator[None]:
    """Arb works with `bits` bits inside the block; the former precision comes back in any case."""
    former = ctx.prec
    ctx.prec = bits
    try:
        yield
    finally:
        ctx.prec = former


@dataclass(frozen=True)
class BallFunction:
    """A compiled expression.

    Calling it with a point (symbol → Rational, Rational + I*Rational, or acb) and a
    precision returns a ball that contains the value there, or a non-finite ball.  The
    point must respect the symbols' assumptions: they were used when SymPy built the
    expression.  `heavy` says that it holds an integral or a long sum.
    """

    expr: Any
    node: Node
    heavy: bool

    def __call__(self, point: Mapping[Any, Any], bits: int) -> acb:
        with precision(bits):
            return self.at(environment(point))

    def at(self, env: Env) -> acb:
        """The enclosure at the current precision."""
        try:
            return self.node(env, False)
        except KeyError as missing:
            raise ValueError(f"point has no value for symbol {missing.args[0]}; expected one for each") from None
        except (ZeroDivisionError, OverflowError, RecursionError):
            return NAN


def compile_ball(expr: Any) -> BallFunction:
    """Compiles a SymPy expression.  Raises Unsupported, naming what no rule encloses."""
    expr = sp.sympify(expr, strict=True)
    found = check_size(expr)
    try:
        return BallFunction(expr, Compiler().node(expr), found.has(*HEAVY))
    except RecursionError:
        raise Unsupported("expression is nested too deeply") from None


def enclose(expr: Any, point: Mapping[Any, Any], bits: int) -> acb:
    """A ball that contains the value of `expr` at `point`, or a non-finite ball."""
    return compile_ball(expr)(point, bits)


def sign_at(expr: Any, point: Mapping[Any, Any], max_bits: int = 1024) -> int | None:
    """The certified sign of a real expression at a point: -1, 0, 1, or None when undecided.

    0 is answered only for an exact rational zero or an exact zero ball.
    """
    function = compile_ball(expr)
    exact = compile_exact(function.expr)
    env = environment(point)
    if exact is not None:
        value = exact(env.exact)
        if value is not None:
            return int(value > 0) - int(value < 0)
    bits = 64
    while bits <= max_bits:
        ball = function(point, bits)
        if ball.is_finite() and ball.imag == 0:
            sign = sign_of(ball.real)
            if sign is not None:
                return sign
        bits *= 2
    return None


def compile_condition(condition: Any) -> Callable[[Env], bool | None]:
    """Compiles a relation, or And/Or/Not of relations, to a three-valued test at an Env.

    True and False are certified; None means undecided.  Raises Unsupported.
    """
    check_size(condition)
    test = Compiler().test(condition)

    def decide(env: Env) -> bool | None:
        try:
            return test(env, False)
        except Undefined:
            return None

    return decide


def environment(point: Mapping[Any, Any]) -> Env:
    """An Env at the current precision from exact (or ball) values."""
    balls: dict[Any, acb] = {}
    exact: dict[Any, Any] = {}
    for symbol, value in point.items():
        if isinstance(value, acb):
            balls[symbol] = value
        elif value.is_Rational:
            exact[symbol] = number = rational(value)
            balls[symbol] = acb(number)
        else:
            re, im = value.as_real_imag()
            if not (re.is_Rational and im.is_Rational):
                raise ValueError(f"{symbol}={value}: expected a rational or complex rational value")
            balls[symbol] = acb(rational(re), rational(im))
    return Env(balls, exact)


def rational(value: Any) -> Any:
    """SymPy Rational → flint fmpq."""
    return fmpq(int(value.p), int(value.q))


def sign_of(x: arb) -> int | None:
    """The certified sign of a real ball."""
    if x > 0:
        return 1
    if x < 0:
        return -1
    return 0 if x == 0 else None


HEAVY = (sp.Integral, sp.Sum, sp.Product, sp.hyper, sp.polylog, sp.zeta)


def check_size(*exprs: Any) -> Survey:
    """Surveys what is to be compiled.  Raises Unsupported for what is too big or too deep."""
    try:
        return survey(*exprs)
    except TooBig as problem:
        raise Unsupported(str(problem)) from None


# ---------------------------------------------------------------- exact rationals


def compile_exact(expr: Any) -> Exact | None:
    """A closure that computes `expr` in exact rational arithmetic from {symbol: fmpq}, or None.

    The closure answers None where a symbol has no rational value, at a division by
    zero, and where the numbers would get too big.
    """
    compute = _exact_node(expr)
    if compute is None:
        return None

    def value(values: Mapping[Any, Any]) -> Any:
        try:
            return compute(values)
        except (KeyError, ZeroDivisionError, NotExact):
            return None

    return value


class NotExact(ArithmeticError):
    """Rational arithmetic ends here: an irrational power, or numbers that grow too big."""


def _exact_node(expr: Any) -> Exact | None:
    if expr.is_Rational:
        value = rational(expr)
        return lambda values: value
    if expr.is_Symbol:
        return itemgetter(expr)
    if expr.is_Pow and expr.exp.is_Integer:
        base = _exact_node(expr.base)
        return None if base is None else _exact_whole_power(base, int(expr.exp))
    rule = EXACT_RULES.get(expr.func)
    if rule is None:
        return None
    parts = []
    for arg in expr.args:
        part = _exact_node(arg)
        if part is None:
            return None
        parts.append(part)
    return lambda values: rule([part(values) for part in parts])


def _exact_sum(numbers: list[Any]) -> Any:
    return sum(numbers[1:], numbers[0])


def _exact_product(numbers: list[Any]) -> Any:
    product = numbers[0]
    for number in numbers[1:]:
        product = product * number
    return product


def _exact_whole_power(base: Exact, exponent: int) -> Exact:
    size = abs(exponent)

    def power(values: Mapping[Any, Any]) -> Any:
        value = base(values)
        if size > 1 and value.height_bits() * size > MAX_NUMBER_BITS:
            raise NotExact
        return value**exponent

    return power


def _exact_power(numbers: list[Any]) -> Any:
    base, exponent = numbers
    if exponent.q != 1:
        raise NotExact
    return _exact_whole_power(lambda values: base, int(exponent.p))({})


def _exact_floor(number: Any) -> Any:
    return fmpq(int(number.p) // int(number.q))


def _exact_mod(numbers: list[Any]) -> Any:
    top, bottom = numbers
    return top - bottom * _exact_floor(top / bottom)


def _exact_sign(number: Any) -> Any:
    return fmpq((number > 0) - (number < 0))


EXACT_RULES: dict[Any, Callable[[list[Any]], Any]] = {
    sp.Add: _exact_sum,
    sp.Mul: _exact_product,
    sp.Pow: _exact_power,
    sp.Abs: lambda n: abs(n[0]),
    sp.sign: lambda n: _exact_sign(n[0]),
    sp.floor: lambda n: _exact_floor(n[0]),
    sp.ceiling: lambda n: -_exact_floor(-n[0]),
    sp.frac: lambda n: n[0] - _exact_floor(n[0]),
    sp.Mod: _exact_mod,
    sp.Max: max,
    sp.Min: min,
    sp.re: lambda n: n[0],
    sp.im: lambda n: fmpq(0),
    sp.conjugate: lambda n: n[0],
}


# ---------------------------------------------------------------- branch cuts
# Each test is True only if the ball certainly avoids a closed set that holds the cut and its branch points.


def off_negative_axis(z: acb) -> bool:
    """z avoids (-∞, 0]."""
    return bool(z.real > 0) or not z.imag.contains(0)


def off_right_ray(z: acb) -> bool:
    """z avoids [1, ∞)."""
    return bool(z.real < 1) or not z.imag.contains(0)


def off_left_ray(z: acb) -> bool:
    """z avoids (-∞, 1]."""
    return bool(z.real > 1) or not z.imag.contains(0)


def off_real_rays(z: acb) -> bool:
    """z avoids (-∞, -1] and [1, ∞)."""
    return (bool(z.real < 1) and bool(z.real > -1)) or not z.imag.contains(0)


def off_minus_one_ray(z: acb) -> bool:
    """z avoids (-∞, -1]."""
    return bool(z.real > -1) or not z.imag.contains(0)


def off_imaginary_rays(z: acb) -> bool:
    """z avoids ±i[1, ∞)."""
    return (bool(z.imag < 1) and bool(z.imag > -1)) or not z.real.contains(0)


def is_real(z: acb) -> bool:
    """z is certainly real: its imaginary part is an exact zero."""
    return bool(z.imag == 0)


def is_exactly(z: acb, value: int) -> bool:
    return bool(z.is_exact()) and bool(z == value)


def exact_integer(z: acb) -> int | None:
    """The integer that the ball is, if it is exactly one point and that is an integer."""
    return int(z.unique_fmpz()) if z.is_exact() and z.real.is_integer() and is_real(z) else None


def _lambert_clear(z: acb) -> bool:
    """z avoids (-∞, -1/e], the cut of the principal branch."""
    return off_minus_one_ray(z * acb(arb.const_e()))


@dataclass(frozen=True)
class Unary:
    """A function of one argument: how Arb computes it, where it is analytic, and the exact
    points of the cut at which SymPy and Arb agree."""

    compute: Callable[[acb], acb]
    clear: Callable[[acb], bool] | None = None
    agreed: tuple[int, ...] = ()


UNARY: dict[Any, Unary] = {
    # entire and meromorphic: Arb answers a non-finite ball at a pole
    sp.exp: Unary(acb.exp),
    sp.sin: Unary(acb.sin),
    sp.cos: Unary(acb.cos),
    sp.tan: Unary(acb.tan),
    sp.cot: Unary(acb.cot),
    sp.sec: Unary(acb.sec),
    sp.csc: Unary(acb.csc),
    sp.sinc: Unary(acb.sinc),
    sp.sinh: Unary(acb.sinh),
    sp.cosh: Unary(acb.cosh),
    sp.tanh: Unary(acb.tanh),
    sp.coth: Unary(acb.coth),
    sp.sech: Unary(acb.sech),
    sp.csch: Unary(acb.csch),
    sp.gamma: Unary(acb.gamma),
    sp.factorial: Unary(lambda z: (z + 1).gamma()),
    sp.digamma: Unary(acb.digamma),
    sp.erf: Unary(acb.erf),
    sp.erfc: Unary(acb.erfc),
    sp.erfi: Unary(acb.erfi),
    sp.Si: Unary(acb.si),
    sp.Shi: Unary(acb.shi),
    sp.fresnels: Unary(acb.fresnel_s),
    sp.fresnelc: Unary(acb.fresnel_c),
    sp.airyai: Unary(lambda z: z.airy_ai()),
    sp.airybi: Unary(lambda z: z.airy_bi()),
    sp.airyaiprime: Unary(lambda z: z.airy_ai(derivative=1)),
    sp.airybiprime: Unary(lambda z: z.airy_bi(derivative=1)),
    # with branch cuts, DLMF 4.23, 4.37, 5.2, 6.2, 19.2
    sp.asin: Unary(acb.asin, off_real_rays, (-1, 1)),
    sp.acos: Unary(acb.acos, off_real_rays, (-1, 1)),
    sp.atan: Unary(acb.atan, off_imaginary_rays),
    sp.asinh: Unary(acb.asinh, off_imaginary_rays),
    sp.acosh: Unary(acb.acosh, off_left_ray, (1,)),
    sp.atanh: Unary(acb.atanh, off_real_rays),
    sp.loggamma: Unary(acb.lgamma, off_negative_axis),
    sp.Ci: Unary(acb.ci, off_negative_axis),
    sp.Chi: Unary(acb.chi, off_negative_axis),
    sp.li: Unary(acb.li, off_left_ray),
    sp.elliptic_k: Unary(acb.elliptic_k, off_right_ray),
}

# f(z) = g(1/z): SymPy defines the reciprocal inverses so, acot included.
RECIPROCAL: dict[Any, Any] = {
    sp.acot: sp.atan,
    sp.asec: sp.acos,
    sp.acsc: sp.asin,
    sp.acoth: sp.atanh,
    sp.asech: sp.acosh,
    sp.acsch: sp.asinh,
}

CONSTANTS: dict[Any, Callable[[], Any]] = {
    sp.pi: arb.pi,
    sp.E: arb.const_e,
    sp.EulerGamma: arb.const_euler,
    sp.Catalan: arb.const_catalan,
    sp.GoldenRatio: lambda: (1 + arb(5).sqrt()) / 2,
}


def apply_unary(rule: Unary, z: acb, analytic: bool) -> acb:
    if not z.is_finite():
        return NAN
    if (rule.clear is not None and not rule.clear(z)) and (
        analytic or not any(is_exactly(z, value) for value in rule.agreed)
    ):
        return NAN
    return rule.compute(z)


# ---------------------------------------------------------------- the compiler


class Compiler:
    """Turns expressions into nodes by the table `RULES`.

    `path` holds the integration variables of the integrals around the expression at
    hand.  A part that is free of them is a constant there, so it runs in plain mode.
    """

    def __init__(self) -> None:
        self.memo: dict[Any, Node] = {}
        self.path: frozenset[Any] = frozenset()

    def node(self, expr: Any) -> Node:
        key = (expr, self.path)
        known = self.memo.get(key)
        if known is None:
            known = self.memo[key] = self.build(expr)
        return known

    def nodes(self, exprs: Any) -> list[Node]:
        return [self.node(expr) for expr in exprs]

    def build(self, expr: Any) -> Node:
        for kind in type(expr).__mro__:
            rule = RULES.get(kind)
            if rule is not None:
                break
        else:
            raise Unsupported(f"no rule encloses {described(expr)}")
        node = rule(self, expr)
        if self.path and not (expr.free_symbols & self.path):
            return lambda env, analytic: node(env, False)
        return node

    def real_on_path(self, expr: Any) -> bool:
        """Is the expression real wherever the integration variables are real?"""
        return expr.is_extended_real is True

    # -- conditions

    def test(self, condition: Any) -> Test:
        if condition is sp.S.true or condition is True:
            return lambda env, analytic: True
        if condition is sp.S.false or condition is False:
            return lambda env, analytic: False
        if isinstance(condition, sp.Not):
            inner = self.test(condition.args[0])
            return lambda env, analytic: _negate(inner(env, analytic))
        if isinstance(condition, (sp.And, sp.Or)):
            return _combined([self.test(arg) for arg in condition.args], stop=isinstance(condition, sp.Or))
        if isinstance(condition, Relational):
            return self.relation(condition)
        raise Unsupported(f"no rule decides the condition {described(condition)}")

    def relation(self, condition: Any) -> Test:
        """lhs <op> rhs: in exact rational arithmetic where possible, else by the ball of lhs - rhs."""
        lhs, rhs = self.node(condition.lhs), self.node(condition.rhs)
        exact_lhs, exact_rhs = compile_exact(condition.lhs), compile_exact(condition.rhs)
        decide = SIGN_TESTS[condition.rel_op]
        ordered = condition.rel_op not in ("==", "!=")
        real = self.real_on_path(condition.lhs) and self.real_on_path(condition.rhs)

        def test(env: Env, analytic: bool) -> bool | None:
            if exact_lhs is not None and exact_rhs is not None:
                left, right = exact_lhs(env.exact), exact_rhs(env.exact)
                if left is not None and right is not None:
                    return decide((left > right) - (left < right))
            gap = lhs(env, analytic) - rhs(env, analytic)
            if not gap.is_finite():
                raise Undefined
            if not gap.contains(0) and not ordered:
                return decide(1)
            if is_real(gap) or (analytic and real):
                sign = sign_of(gap.real)
                # On a complex ball an exact zero real part says nothing about the path.
                if sign is not None and not (analytic and sign == 0):
                    return decide(sign)
            return None

        return test


SIGN_TESTS: dict[str, Callable[[int], bool]] = {
    "<": lambda sign: sign < 0,
    "<=": lambda sign: sign <= 0,
    ">": lambda sign: sign > 0,
    ">=": lambda sign: sign >= 0,
    "==": lambda sign: sign == 0,
    "!=": lambda sign: sign != 0,
}


def _negate(value: bool | None) -> bool | None:
    return None if value is None else not value


def _combined(tests: list[Test], stop: bool) -> Test:
    """And (stop at False) or Or (stop at True) in three values."""

    def test(env: Env, analytic: bool) -> bool | None:
        result: bool | None = not stop
        for part in tests:
            value = part(env, analytic)
            if value is stop:
                return stop
            if value is None:
                result = None
        return result

    return test


def described(expr: Any) -> str:
    """A short name of an expression for a message, never its full (perhaps huge) text."""
    if isinstance(expr, AppliedUndef):
        return f"the undefined function {expr.func.__name__}"
    if isinstance(expr, (sp.Float, sp.core.numbers.Infinity, sp.core.numbers.NegativeInfinity)):
        return f"the number {expr}"
    return f"{type(expr).__name__}"


# ---------------------------------------------------------------- rules: numbers, symbols, arithmetic


def _rational(compiler: Compiler, expr: Any) -> Node:
    if int(expr.p).bit_length() + int(expr.q).bit_length() > MAX_NUMBER_BITS:
        raise Unsupported(f"a number has more than {MAX_NUMBER_BITS} bits")
    value = rational(expr)
    return lambda env, analytic: acb(value)


def _float(compiler: Compiler, expr: Any) -> Node:
    raise Unsupported(f"the Float {expr} is not exact; expected an Integer or Rational")


def _infinite(compiler: Compiler, expr: Any) -> Node:
    raise Unsupported(f"no ball encloses the value {expr}")


def _constant(compiler: Compiler, expr: Any) -> Node:
    compute = CONSTANTS[expr]
    return lambda env, analytic: acb(compute())


def _imaginary_unit(compiler: Compiler, expr: Any) -> Node:
    value = acb(0, 1)
    return lambda env, analytic: value


def _symbol(compiler: Compiler, expr: Any) -> Node:
    return lambda env, analytic: env.balls[expr]


def _add(compiler: Compiler, expr: Any) -> Node:
    first, *others = compiler.nodes(expr.args)

    def add(env: Env, analytic: bool) -> acb:
        total = first(env, analytic)
        for other in others:
            total = total + other(env, analytic)
        return total

    return add


def _mul(compiler: Compiler, expr: Any) -> Node:
    factors = compiler.nodes(expr.args)

    def mul(env: Env, analytic: bool) -> acb:
        product = ONE
        for factor in factors:
            value = factor(env, analytic)
            if not value.is_finite():
                return NAN
            product = product * value
        return product

    return mul


def _pow(compiler: Compiler, expr: Any) -> Node:
    base, exponent = expr.base, expr.exp
    if base is sp.E:
        return _unary(UNARY[sp.exp], compiler.node(exponent))
    if exponent.is_Integer:
        return _integer_power(compiler.node(base), int(exponent))
    if exponent.is_Rational and exponent.q == 2:
        return _half_integer_power(compiler.node(base), int(exponent.p))
    return _general_power(compiler.node(base), compiler.node(exponent))


def _integer_power(base: Node, exponent: int) -> Node:
    if exponent.bit_length() > MAX_EXPONENT_BITS:
        raise Unsupported(f"an exponent has more than {MAX_EXPONENT_BITS} bits")

    def power(env: Env, analytic: bool) -> acb:
        value = base(env, analytic)
        return value**exponent if value.is_finite() else NAN

    return power


def _half_integer_power(base: Node, twice: int) -> Node:
    if twice.bit_length() > MAX_EXPONENT_BITS:
        raise Unsupported(f"an exponent has more than {MAX_EXPONENT_BITS} bits")

    def power(env: Env, analytic: bool) -> acb:
        value = base(env, analytic)
        if not value.is_finite():
            return NAN
        root = value.sqrt(analytic=analytic)
        return root if twice == 1 else root**twice if root.is_finite() else NAN

    return power


def _general_power(base: Node, exponent: Node) -> Node:
    def power(env: Env, analytic: bool) -> acb:
        z, s = base(env, analytic), exponent(env, analytic)
        if not (z.is_finite() and s.is_finite()):
            return NAN
        whole = exact_integer(s)
        if whole is not None:
            return _whole_power(z, whole)
        if z.contains(0):
            return NAN if analytic else _power_near_zero(z, s)
        return z.pow(s, analytic=analytic)

    return power


def _whole_power(z: acb, n: int) -> acb:
    """z**n for an integer n, with SymPy's 0**0 = 1."""
    if n == 0:
        return ONE
    return z**n if abs(n).bit_length() <= MAX_EXPONENT_BITS else NAN


def _power_near_zero(z: acb, s: acb) -> acb:
    """z**s where z may be 0: |z**s| <= max |z|**s for real s > 0, and unknown otherwise."""
    if not (is_real(s) and s.real > 0):
        return NAN
    if is_exactly(z, 0):
        return ZERO
    size = arb(z.abs_upper())
    bound = (size**s.real).upper()
    # |z|**s grows with |z|, and the ball of s is inside the evaluation of size**s.
    return acb(arb(0, bound), arb(0, bound)) if not (is_real(z) and z.real >= 0) else acb(arb(0, bound))


def _log(compiler: Compiler, expr: Any) -> Node:
    if len(expr.args) != 1:
        raise Unsupported("no rule encloses log with two arguments")
    child = compiler.node(expr.args[0])

    def log(env: Env, analytic: bool) -> acb:
        z = child(env, analytic)
        return z.log(analytic=analytic) if z.is_finite() and not z.contains(0) else NAN

    return log


# ---------------------------------------------------------------- rules: functions of one argument


def _unary(rule: Unary, child: Node) -> Node:
    if rule.clear is None:
        compute = rule.compute

        def plain(env: Env, analytic: bool) -> acb:
            z = child(env, analytic)
            return compute(z) if z.is_finite() else NAN

        return plain
    return lambda env, analytic: apply_unary(rule, child(env, analytic), analytic)


def _table_function(compiler: Compiler, expr: Any) -> Node:
    if len(expr.args) != 1:
        raise Unsupported(f"no rule encloses {described(expr)} with {len(expr.args)} arguments")
    return _unary(UNARY[expr.func], compiler.node(expr.args[0]))


def _reciprocal(compiler: Compiler, expr: Any) -> Node:
    rule = UNARY[RECIPROCAL[expr.func]]
    child = compiler.node(expr.args[0])

    def apply(env: Env, analytic: bool) -> acb:
        z = child(env, analytic)
        return apply_unary(rule, 1 / z, analytic) if z.is_finite() and not z.contains(0) else NAN

    return apply


# ---------------------------------------------------------------- rules: real and complex parts


def _mirror(child: Node) -> Node:
    """conj(f) on the path: z ↦ conj(f(conj z)), which is analytic where f is (Schwarz)."""

    def conjugate(env: Env, analytic: bool) -> acb:
        return child(env.conjugated() if analytic else env, analytic).conjugate()

    return conjugate


def _conjugate(compiler: Compiler, expr: Any) -> Node:
    return _mirror(compiler.node(expr.args[0]))


def _re(compiler: Compiler, expr: Any) -> Node:
    child = compiler.node(expr.args[0])
    mirror = _mirror(child)

    def real(env: Env, analytic: bool) -> acb:
        z = child(env, analytic)
        if not z.is_finite():
            return NAN
        return (z + mirror(env, True)) / 2 if analytic else acb(z.real)

    return real


def _im(compiler: Compiler, expr: Any) -> Node:
    child = compiler.node(expr.args[0])
    mirror = _mirror(child)

    def imaginary(env: Env, analytic: bool) -> acb:
        z = child(env, analytic)
        if not z.is_finite():
            return NAN
        return (z - mirror(env, True)) / acb(0, 2) if analytic else acb(z.imag)

    return imaginary


def _abs(compiler: Compiler, expr: Any) -> Node:
    child = compiler.node(expr.args[0])
    mirror = _mirror(child)
    real = compiler.real_on_path(expr.args[0])

    def absolute(env: Env, analytic: bool) -> acb:
        z = child(env, analytic)
        if not z.is_finite():
            return NAN
        if not analytic:
            return acb(abs(z))
        if real:
            return z.real_abs(analytic=True)
        return (z * mirror(env, True)).sqrt(analytic=True)

    return absolute


def _arg(compiler: Compiler, expr: Any) -> Node:
    child = compiler.node(expr.args[0])

    def argument(env: Env, analytic: bool) -> acb:
        z = child(env, analytic)
        return NAN if analytic or not z.is_finite() or z.contains(0) else acb(z.arg())

    return argument


def _sign(compiler: Compiler, expr: Any) -> Node:
    child = compiler.node(expr.args[0])
    real = compiler.real_on_path(expr.args[0])

    def sign(env: Env, analytic: bool) -> acb:
        z = child(env, analytic)
        if not z.is_finite():
            return NAN
        if analytic and not real:
            return NAN
        if analytic or is_real(z):
            value = sign_of(z.real)
            if value is None or (analytic and value == 0):
                return NAN if analytic else acb(arb(0, 1))
            return acb(value)
        return UNIT_DISC if z.contains(0) else z.sgn()

    return sign


def _heaviside(compiler: Compiler, expr: Any) -> Node:
    child = compiler.node(expr.args[0])
    at_zero = compiler.node(expr.args[1]) if len(expr.args) > 1 else compiler.node(sp.S.Half)
    real = compiler.real_on_path(expr.args[0])

    def step(env: Env, analytic: bool) -> acb:
        z = child(env, analytic)
        if not z.is_finite() or not (real if analytic else is_real(z)):
            return NAN
        sign = sign_of(z.real)
        if sign in (1, -1):
            return ONE if sign == 1 else ZERO
        if analytic:
            return NAN
        middle = at_zero(env, False)
        return middle if sign == 0 else ZERO.union(ONE).union(middle)

    return step


def _extremum(compiler: Compiler, expr: Any) -> Node:
    children = compiler.nodes(expr.args)
    real = all(compiler.real_on_path(arg) for arg in expr.args)
    largest = isinstance(expr, sp.Max)

    def extremum(env: Env, analytic: bool) -> acb:
        values = [child(env, analytic) for child in children]
        if not all(z.is_finite() and (analytic or is_real(z)) for z in values) or (analytic and not real):
            return NAN
        best = values[0]
        for z in values[1:]:
            best = best.real_max(z, analytic=analytic) if largest else best.real_min(z, analytic=analytic)
        return best

    return extremum


def _atan2(compiler: Compiler, expr: Any) -> Node:
    y_node, x_node = compiler.nodes(expr.args)

    def angle(env: Env, analytic: bool) -> acb:
        y, x = y_node(env, analytic), x_node(env, analytic)
        if analytic or not (x.is_finite() and y.is_finite() and is_real(x) and is_real(y)):
            return NAN
        if x.contains(0) and y.contains(0):
            return NAN
        return acb(arb.atan2(y.real, x.real))

    return angle


def _rounding(compiler: Compiler, expr: Any) -> Node:
    """floor, ceiling and frac of a real argument; exact for exact rational arguments."""
    child = compiler.node(expr.args[0])
    exact = compile_exact(expr)
    real = compiler.real_on_path(expr.args[0])
    kind = expr.func

    def rounded(env: Env, analytic: bool) -> acb:
        value = exact(env.exact) if exact is not None else None
        if value is not None:
            return acb(value)
        z = child(env, analytic)
        if not z.is_finite() or not (real if analytic else is_real(z)):
            return NAN
        floor = -((-z).real_floor(analytic=analytic)) if kind is sp.ceiling else z.real_floor(analytic=analytic)
        return z - floor if kind is sp.frac else floor

    return rounded


def _mod(compiler: Compiler, expr: Any) -> Node:
    """Mod(x, y) = x - y floor(x/y), with the sign of y."""
    top, bottom = compiler.nodes(expr.args)
    exact = compile_exact(expr)

    def mod(env: Env, analytic: bool) -> acb:
        value = exact(env.exact) if exact is not None else None
        if value is not None:
            return acb(value)
        x, y = top(env, analytic), bottom(env, analytic)
        if analytic or not (x.is_finite() and y.is_finite() and is_real(x) and is_real(y)) or y.contains(0):
            return NAN
        return x - y * (x / y).real_floor()

    return mod


def _kronecker(compiler: Compiler, expr: Any) -> Node:
    if len(expr.args) != 2:
        raise Unsupported("no rule encloses KroneckerDelta with a range")
    equal = compiler.relation(sp.Eq(*expr.args, evaluate=False))

    def delta(env: Env, analytic: bool) -> acb:
        try:
            value = equal(env, analytic)
        except Undefined:
            return NAN
        return NAN if value is None else ONE if value else ZERO

    return delta


def _piecewise(compiler: Compiler, expr: Any) -> Node:
    branches = [(compiler.node(value), compiler.test(condition)) for value, condition in expr.args]

    def piecewise(env: Env, analytic: bool) -> acb:
        hull: acb | None = None
        for value, condition in branches:
            try:
                active = condition(env, analytic)
            except Undefined:
                return NAN
            if active is False:
                continue
            if active is None and analytic:
                return NAN
            ball = value(env, analytic)
            hull = ball if hull is None else hull.union(ball)
            if active or not hull.is_finite():
                return hull if hull.is_finite() else NAN
        return NAN

    return piecewise


# ---------------------------------------------------------------- rules: functions of several arguments


def _guarded(compiler: Compiler, expr: Any, compute: Callable[..., acb]) -> Node:
    """A node that hands finite balls (and the analytic flag) to `compute`."""
    children = compiler.nodes(expr.args)

    def apply(env: Env, analytic: bool) -> acb:
        values = [child(env, analytic) for child in children]
        for value in values:
            if not value.is_finite():
                return NAN
        return compute(*values, analytic=analytic)

    return apply


def _several(compute: Callable[..., acb], arity: int) -> Callable[[Compiler, Any], Node]:
    def rule(compiler: Compiler, expr: Any) -> Node:
        if len(expr.args) != arity:
            raise Unsupported(f"no rule encloses {described(expr)} with {len(expr.args)} arguments")
        return _guarded(compiler, expr, compute)

    return rule


def _degree(n: acb) -> int | None:
    """A polynomial degree: an exact integer from 0 to a sane limit."""
    whole = exact_integer(n)
    return whole if whole is not None and 0 <= whole <= MAX_POLYNOMIAL_DEGREE else None


def _binomial(n: acb, k: acb, analytic: bool) -> acb:
    """n(n-1)...(n-k+1)/k! for an integer k >= 0, else by gamma functions (DLMF 1.2.6)."""
    count = exact_integer(k)
    if count is not None and 0 <= count <= 1000:
        return (n - count + 1).rising(count) / acb(count + 1).gamma()
    if count is not None:
        return NAN
    return (n + 1).gamma() * (k + 1).rgamma() * (n - k + 1).rgamma()


def _beta(a: acb, b: acb, analytic: bool) -> acb:
    return a.gamma() * b.gamma() * (a + b).rgamma()


def _polygamma(n: acb, z: acb, analytic: bool) -> acb:
    order = _degree(n)
    if order is None or order > 1000:
        return NAN
    return z.digamma() if order == 0 else z.polygamma(acb(order))


def _bessel(method: Callable[..., acb], entire_for_integers: bool) -> Callable[..., acb]:
    """Bessel functions: cut along (-∞, 0], but J_n and I_n of integer order are entire (DLMF 10.2)."""

    def bessel(order: acb, z: acb, analytic: bool) -> acb:
        entire = entire_for_integers and exact_integer(order) is not None
        return method(z, order) if entire or off_negative_axis(z) else NAN

    return bessel


def _polynomial(method: Callable[..., acb]) -> Callable[..., acb]:
    """Orthogonal polynomials: an exact integer degree n >= 0; middle arguments are parameters."""

    def polynomial(n: acb, *rest: acb, analytic: bool) -> acb:
        degree = _degree(n)
        return NAN if degree is None else method(rest[-1], acb(degree), *rest[:-1])

    return polynomial


def _assoc_legendre(n: acb, m: acb, z: acb, analytic: bool) -> acb:
    """P_n^m on the real interval (-1, 1), with the Condon-Shortley phase (DLMF 14.3.1)."""
    degree, order = _degree(n), exact_integer(m)
    if analytic or degree is None or order is None or not 0 <= order <= degree:
        return NAN
    if not (is_real(z) and z.real > -1 and z.real < 1):
        return NAN
    return z.legendre_p(acb(degree), acb(order))


def _riemann(s: acb, analytic: bool) -> acb:
    return NAN if s.contains(1) else s.zeta()


def _hurwitz(s: acb, a: acb, analytic: bool) -> acb:
    return s.zeta(a) if a.real > 0 and not s.contains(1) else NAN


def _zeta(compiler: Compiler, expr: Any) -> Node:
    return _guarded(compiler, expr, _riemann if len(expr.args) == 1 else _hurwitz)


def _polylog(s: acb, z: acb, analytic: bool) -> acb:
    return z.polylog(s) if off_right_ray(z) else NAN


def _lambertw(compiler: Compiler, expr: Any) -> Node:
    """W_k: the principal branch off (-∞, -1/e]; W_{-1} on the real interval (-1/e, 0); others off (-∞, 0]."""
    child = compiler.node(expr.args[0])
    branch = expr.args[1] if len(expr.args) > 1 else sp.S.Zero
    if not (branch.is_Integer and abs(int(branch)) < 1000):
        raise Unsupported("no rule encloses LambertW with a symbolic branch")
    k = int(branch)

    def lambert(env: Env, analytic: bool) -> acb:
        z = child(env, analytic)
        if not z.is_finite():
            return NAN
        if k == 0:
            return z.lambertw(0) if _lambert_clear(z) else NAN
        real_branch = k == -1 and not analytic and is_real(z) and z.real < 0 and _lambert_clear(z)
        return z.lambertw(k) if real_branch or off_negative_axis(z) else NAN

    return lambert


def _expint(order: acb, z: acb, analytic: bool) -> acb:
    return z.expint(order) if off_negative_axis(z) else NAN


def _upper_gamma(s: acb, z: acb, analytic: bool) -> acb:
    return z.gamma_upper(s) if off_negative_axis(z) else NAN


def _lower_gamma(s: acb, z: acb, analytic: bool) -> acb:
    return z.gamma_lower(s) if off_negative_axis(z) else NAN


def _ei(compiler: Compiler, expr: Any) -> Node:
    """Ei off (-∞, 0], and its real value (DLMF 6.2.5) for a certainly real negative argument."""
    child = compiler.node(expr.args[0])

    def ei(env: Env, analytic: bool) -> acb:
        z = child(env, analytic)
        if not z.is_finite():
            return NAN
        negative = not analytic and is_real(z) and z.real < 0
        return z.ei() if negative or off_negative_axis(z) else NAN

    return ei


def _elliptic_e(compiler: Compiler, expr: Any) -> Node:
    """E(m) off [1, ∞), or the incomplete E(φ|m); the parameter is m = k² as in SymPy and Arb."""
    if len(expr.args) == 2:
        return _guarded(compiler, expr, _incomplete(acb.elliptic_e_inc))
    return _unary(Unary(acb.elliptic_e, off_right_ray, (1,)), compiler.node(expr.args[0]))


def _incomplete(method: Callable[..., acb]) -> Callable[..., acb]:
    """F(φ|m) and E(φ|m) for real -π/2 < φ < π/2 and real m < 1, where no branch is in doubt."""

    def incomplete(phi: acb, m: acb, analytic: bool) -> acb:
        half_pi = arb.pi() / 2
        if analytic or not (is_real(phi) and is_real(m) and m.real < 1 and abs(phi.real) < half_pi):
            return NAN
        return method(phi, m)

    return incomplete


def _elliptic_pi(compiler: Compiler, expr: Any) -> Node:
    if len(expr.args) != 2:
        raise Unsupported("no rule encloses the incomplete elliptic_pi")

    def complete(n: acb, m: acb, analytic: bool) -> acb:
        real = is_real(n) and is_real(m) and n.real < 1 and m.real < 1
        return acb.elliptic_pi(n, m) if real and not analytic else NAN

    return _guarded(compiler, expr, complete)


def _hyper(compiler: Compiler, expr: Any) -> Node:
    """pFq with p <= q (entire in z) or p = q + 1 (cut [1, ∞)); DLMF 16.2."""
    tops, bottoms = compiler.nodes(expr.ap), compiler.nodes(expr.bq)
    child = compiler.node(expr.argument)
    if len(tops) > len(bottoms) + 1:
        raise Unsupported("no rule encloses a divergent hypergeometric series")
    has_cut = len(tops) == len(bottoms) + 1

    def hyper(env: Env, analytic: bool) -> acb:
        z = child(env, analytic)
        above = [node(env, analytic) for node in tops]
        below = [node(env, analytic) for node in bottoms]
        if not all(value.is_finite() for value in (z, *above, *below)):
            return NAN
        if (has_cut and not off_right_ray(z)) or any(_may_be_pole(value) for value in below):
            return NAN
        return z.hypgeom(above, below)

    return hyper


def _may_be_pole(b: acb) -> bool:
    """May the ball hold one of 0, -1, -2, ...?"""
    return not (b.real > 0) and bool(b.contains_integer())


# ---------------------------------------------------------------- rules: bound variables

NOT_SMOOTH = (
    sp.Abs, sp.sign, sp.Heaviside, sp.Piecewise, sp.Max, sp.Min, sp.floor, sp.ceiling, sp.frac, sp.Mod,
    sp.arg, sp.re, sp.im, sp.conjugate, sp.KroneckerDelta, sp.Integral, sp.Sum, sp.Product,
)  # fmt: skip


def _derivative(compiler: Compiler, expr: Any) -> Node:
    """d/dx by SymPy's rules, for smooth parts only: at a kink those rules and the derivative may differ."""
    if expr.has(AppliedUndef):
        raise Unsupported("no rule encloses the derivative of an undefined function")
    if expr.expr.has(*NOT_SMOOTH):
        raise Unsupported("no rule encloses the derivative of a function with kinks, of an integral or of a sum")
    done = expr.doit(deep=False)
    if done.has(sp.Derivative, sp.Subs):
        raise Unsupported("no rule encloses an unevaluated Derivative")
    return compiler.node(done)


def _subs(compiler: Compiler, expr: Any) -> Node:
    """Subs(f, x, p): f evaluated where x is p."""
    values = compiler.nodes(expr.point)
    path = compiler.path
    fresh = [sp.Dummy(**symbol._assumptions_orig) for symbol in expr.variables]
    body_expr = expr.expr.xreplace(dict(zip(expr.variables, fresh, strict=True)))
    # The bound variable follows the path whenever its value does.
    moved = {dummy for dummy, value in zip(fresh, expr.point, strict=True) if value.free_symbols & path}
    if moved:
        raise Unsupported("no rule encloses Subs under an integral over its point")
    body = compiler.node(body_expr)

    def substituted(env: Env, analytic: bool) -> acb:
        balls = dict(env.balls)
        for symbol, value in zip(fresh, values, strict=True):
            balls[symbol] = value(env, analytic)
        return body(Env(balls, env.exact, env.path), analytic)

    return substituted


def _integral(compiler: Compiler, expr: Any) -> Node:
    """A definite integral over real intervals; several limits are nested, the first innermost."""
    limit = expr.limits[-1]
    if len(limit) != 3:
        raise Unsupported("no rule encloses an indefinite Integral")
    variable, lower, upper = limit
    inner = expr.function if len(expr.limits) == 1 else sp.Integral(expr.function, *expr.limits[:-1])
    if lower.is_infinite or upper.is_infinite:
        raise Unsupported("no rule encloses an Integral over an infinite range")
    place = sp.Dummy(variable.name, real=True)
    inner = inner.xreplace({variable: place})
    start, end = compiler.nodes((lower, upper))
    outer_path = compiler.path
    compiler.path = outer_path | {place}
    try:
        body = compiler.node(inner)
    finally:
        compiler.path = outer_path
    return _quadrature(body, place, start, end)


def _quadrature(body: Node, place: Any, start: Node, end: Node) -> Node:
    """∫ body over the straight path by `acb.integral`.

    With `analytic` set by an integral around this one, the inner integrand must be
    analytic in both variables together, so that the integral is analytic in the outer one.
    """

    def integral(env: Env, analytic: bool) -> acb:
        a, b = start(env, analytic), end(env, analytic)
        if not (a.is_finite() and b.is_finite()) or not (analytic or (is_real(a) and is_real(b))):
            return NAN
        local = Env(dict(env.balls), env.exact, (*env.path, place))

        def integrand(z: acb, inner_analytic: bool) -> acb:
            local.balls[place] = z
            return body(local, inner_analytic or analytic)

        value = acb.integral(integrand, a, b, eval_limit=MAX_INTEGRAND_CALLS)
        return value if value.is_finite() else NAN

    return integral


def _sum(compiler: Compiler, expr: Any) -> Node:
    if len(expr.limits[-1]) == 3 and expr.limits[-1][2] is sp.oo:
        return _infinite_sum(compiler, expr)
    return _iterated(compiler, expr, lambda total, term: total + term, 0)


def _product(compiler: Compiler, expr: Any) -> Node:
    return _iterated(compiler, expr, lambda total, term: total * term, 1)


def _iterated(compiler: Compiler, expr: Any, join: Callable[[acb, acb], acb], empty: int) -> Node:
    """A finite Sum or Product between integer bounds; several limits are nested, the first innermost."""
    limit = expr.limits[-1]
    if len(limit) != 3:
        raise Unsupported(f"no rule encloses a {described(expr)} without bounds")
    index, lower, upper = limit
    inner = expr.function if len(expr.limits) == 1 else expr.func(expr.function, *expr.limits[:-1])
    if lower.is_infinite or upper.is_infinite:
        raise Unsupported(f"no rule encloses an infinite {described(expr)}")
    place = sp.Dummy(index.name, integer=True)
    body = compiler.node(inner.xreplace({index: place}))
    start, end = compiler.nodes((lower, upper))

    def iterated(env: Env, analytic: bool) -> acb:
        first, last = exact_integer(start(env, False)), exact_integer(end(env, False))
        # Below first - 1, SymPy's Karr convention and the empty sum of a paper differ.
        if first is None or last is None or last < first - 1 or last - first > MAX_TERMS:
            return NAN
        total = acb(empty)
        for k in range(first, last + 1):
            term = body(env.with_integer(place, k), analytic)
            if not term.is_finite():
                return NAN
            total = join(total, term)
        return total

    return iterated


# ---------------------------------------------------------------- rules: infinite sums


def _infinite_sum(compiler: Compiler, expr: Any) -> Node:
    """Σ_{k ≥ a} t(k): rational terms by Hurwitz zeta values, geometric decay by a bound on the ratio.

    A sum of terms is split only into series that converge absolutely by themselves.
    """
    index, lower, upper = expr.limits[-1]
    if len(expr.limits) != 1 or upper is not sp.oo or compiler.path:
        raise Unsupported("no rule encloses this infinite Sum")
    if lower.is_integer is not True:
        raise Unsupported("no rule encloses an infinite Sum whose lower bound is not an integer")
    sign = {name: True for name in ("positive", "nonnegative") if getattr(lower, "is_" + name)}
    place = sp.Dummy(index.name, integer=True, **sign)
    term = expr.function.xreplace({index: place})
    series = _paired(compiler, term, place, lower) or _separate(compiler, term, place, compiler.node(lower))

    def total(env: Env, analytic: bool) -> acb:
        value = ZERO
        for part in series:
            ball = part(env, False)
            if not ball.is_finite():
                return NAN
            value = value + ball
        return value

    return total


def _separate(compiler: Compiler, term: Any, k: Any, start: Node) -> list[Node]:
    """The rational terms as one series, every other term as its own, each absolutely convergent."""
    if not term.is_Add:
        try:
            return _split(compiler, (term,), k, start)
        except Unsupported:
            pass  # multiplied out it may be a sum of series that are known
    return _split(compiler, sp.Add.make_args(sp.expand(term)), k, start)


def _split(compiler: Compiler, terms: tuple[Any, ...], k: Any, start: Node) -> list[Node]:
    smooth = [part for part in terms if part.is_rational_function(k)]
    series = [_series(compiler, part, k, start) for part in terms if part not in smooth]
    return [*series, _rational_series(compiler, [sp.Add(*smooth)], k, start)] if smooth else series


def _paired(compiler: Compiler, term: Any, k: Any, lower: Any) -> list[Node]:
    """The series by pairs, where (-1)**k or Mod(k, 2) asks for it and it applies; else nothing."""
    if not term.has(sp.Mod) and all(power.base != -1 for power in term.atoms(sp.Pow)):
        return []
    try:
        return [_paired_series(compiler, term, k, lower)]
    except Unsupported:
        return []


def _series(compiler: Compiler, term: Any, k: Any, start: Node) -> Node:
    for rule in (_geometric_series, _power_series):
        try:
            return rule(compiler, term, k, start)
        except Unsupported:
            continue
    raise Unsupported("no rule bounds the tail of this infinite Sum")


def _paired_series(compiler: Compiler, term: Any, k: Any, lower: Any) -> Node:
    """Σ_{k ≥ a} t(k) = Σ_{j ≥ 0} [t(a + 2j) + t(a + 2j + 1)], right when t(k) → 0.

    It serves (-1)**k and Mod(k, 2), which are constant on each half.  Both halves must
    be rational functions of j that vanish at infinity, which gives t(k) → 0.
    """
    j = sp.Dummy("j", integer=True, nonnegative=True)
    pair = [term.xreplace({k: lower + 2 * j + shift}) for shift in (0, 1)]
    pair = [half.replace(sp.Pow, _parity_power) for half in map(sp.expand, pair)]
    return _rational_series(compiler, pair, j, lambda env, analytic: ZERO)


def _parity_power(base: Any, exponent: Any) -> Any:
    """(-1)**(2j + m) → (-1)**m for integers."""
    if base == -1 and exponent.is_integer:
        return sp.S.NegativeOne ** sp.Add(
            *(part for part in sp.Add.make_args(sp.expand(exponent)) if not (part / 2).is_integer)
        )
    return sp.Pow(base, exponent)


@dataclass(frozen=True)
class RationalTerm:
    """P(k)/Q(k) with coefficient nodes, the leading ones first."""

    top: list[Node]
    bottom: list[Node]
    decay: int

    @classmethod
    def of(cls, compiler: Compiler, term: Any, k: Any) -> RationalTerm:
        numerator, denominator = sp.fraction(sp.together(term))
        try:
            top, bottom = sp.Poly(numerator, k), sp.Poly(denominator, k)
        except sp.PolynomialError:
            raise Unsupported("no rule bounds the tail of this infinite Sum") from None
        if any(c.has(k) for c in (*top.all_coeffs(), *bottom.all_coeffs())):
            raise Unsupported("no rule bounds the tail of this infinite Sum")
        return cls(
            compiler.nodes(top.all_coeffs()), compiler.nodes(bottom.all_coeffs()), bottom.degree() - top.degree()
        )


def _rational_series(compiler: Compiler, terms: list[Any], k: Any, start: Node) -> Node:
    """Σ_{k ≥ a} of a rational function that falls like k**-2 or faster.

    With w = 1/k the term is w**δ g(w), g analytic where |w| ≤ ρ, hence
    Σ_{k ≥ N} t(k) = Σ_j g_j ζ(δ + j, N).  Cauchy's estimate |g_j| ≤ G ρ**-j and
    ζ(s, N) ≤ (1 + N) N**-s for s ≥ 2 bound what is left out (DLMF 25.11).
    """
    parts = [RationalTerm.of(compiler, term, k) for term in terms if term != 0]
    if any(part.decay < 1 for part in parts):
        raise Unsupported("no rule encloses an infinite Sum whose terms do not vanish")
    whole = sp.Add(*terms)
    shape = RationalTerm.of(compiler, whole, k)
    if shape.decay < 2:
        raise Unsupported("no rule encloses an infinite Sum that does not converge absolutely")
    body = compiler.node(whole)
    real = whole.is_extended_real is True

    def series(env: Env, analytic: bool) -> acb:
        first = exact_integer(start(env, False))
        top = [node(env, False) for node in shape.top]
        bottom = [node(env, False) for node in shape.bottom]
        # A leading coefficient that is zero here would spoil the decay of a part.
        if any(part.bottom[0](env, False).contains(0) for part in parts):
            return NAN
        if first is None or not all(ball.is_finite() for ball in (*top, *bottom)):
            return NAN
        disc = _analytic_disc(top, bottom)
        if disc is None:
            return NAN
        radius, bound = disc
        cut = max(first, 2, _ceiling(16 / radius))
        if cut - first > MAX_TERMS:
            return NAN
        head = _partial_sum(body, env, k, first, cut)
        return head + _hurwitz_tail(top, bottom, shape.decay, cut, radius, bound, real)

    return series


def _analytic_disc(top: list[acb], bottom: list[acb]) -> tuple[arb, arb] | None:
    """ρ and G such that g(w) = top(w)/bottom(w) is analytic with |g| ≤ G where |w| ≤ ρ."""
    lead = arb(bottom[0].abs_lower())
    if not lead > 0:
        return None
    radius = arb(1)
    for _ in range(64):
        rest = sum((arb(c.abs_upper()) * radius**i for i, c in enumerate(bottom[1:], 1)), arb(0))
        if rest < lead / 2:
            size = sum((arb(c.abs_upper()) * radius**i for i, c in enumerate(top)), arb(0))
            return radius, arb((size / (lead - rest)).upper())
        radius = radius / 2
    return None


def _hurwitz_tail(top: list[acb], bottom: list[acb], decay: int, cut: int, radius: arb, bound: arb, real: bool) -> acb:
    """Σ_{k ≥ cut} of w**decay top(w)/bottom(w) at w = 1/k, with the remainder in the radius."""
    count = ctx.prec // 4 + 8
    coefficients: list[acb] = []
    total = acb(0)
    for j in range(count):
        # Division of power series: bottom * g = top.
        value = top[j] if j < len(top) else acb(0)
        for i in range(1, min(j, len(bottom) - 1) + 1):
            value = value - bottom[i] * coefficients[j - i]
        coefficients.append(value / bottom[0])
        total = total + coefficients[j] * acb(decay + j).zeta(acb(cut))
    step = 1 / (radius * cut)
    left_out = bound * (1 + cut) * arb(cut) ** -decay * step**count / (1 - step)
    return total + error_ball(left_out, real)


def error_ball(size: arb, real: bool) -> acb:
    """Every number, or every real number, of modulus at most `size`."""
    radius = arb(0, size.upper())
    return acb(radius) if real else acb(radius, radius)


def _ceiling(value: arb) -> int:
    return int(value.upper().ceil().unique_fmpz())


def _partial_sum(body: Node, env: Env, k: Any, first: int, cut: int) -> acb:
    total = acb(0)
    for number in range(first, cut):
        term = body(env.with_integer(k, number), False)
        if not term.is_finite():
            return NAN
        total = total + term
    return total


def _power_series(compiler: Compiler, term: Any, k: Any, start: Node) -> Node:
    """Σ_{k ≥ a} C (k + b)**-s = C ζ(s, a + b) for Re s > 1 (DLMF 25.11.1)."""
    constant, rest = sp.powsimp(term).as_independent(k, as_Add=False)
    if not (rest.is_Pow and not rest.exp.has(k)) or sp.diff(rest.base, k) != 1:
        raise Unsupported("no rule bounds the tail of this infinite Sum")
    scale, shift = compiler.node(constant), compiler.node(rest.base - k)
    power = compiler.node(-rest.exp)

    def series(env: Env, analytic: bool) -> acb:
        first = exact_integer(start(env, False))
        c, b, s = scale(env, False), shift(env, False), power(env, False)
        if first is None or not all(ball.is_finite() for ball in (c, b, s)):
            return NAN
        return c * s.zeta(first + b) if s.real > 1 and is_real(b) and (first + b).real > 0 else NAN

    return series


@dataclass(frozen=True)
class RatioFactor:
    """One factor of |t(k+1)/t(k)|: |ratio(w)|**power * w**order, with w = 1/k."""

    ratio: Callable[[Env, acb], acb]
    power: Any
    order: Any


def _geometric_series(compiler: Compiler, term: Any, k: Any, start: Node) -> Node:
    """Σ_{k ≥ a} t(k) where |t(k+1)/t(k)| ≤ r < 1 for all k ≥ K: the tail is at most |t(K)|/(1 - r).

    The ratio is put together from the factors of t, each with a known quotient, and
    bounded for all k ≥ K at once on the ball w = 1/k ∈ [0, 1/K].
    """
    factors = [part for factor in sp.Mul.make_args(sp.powsimp(term)) for part in _ratio_factors(compiler, factor, k)]
    order = sum((factor.order for factor in factors), sp.S.Zero)
    if order < 0:
        raise Unsupported("no rule encloses an infinite Sum whose terms grow")
    body = compiler.node(term)
    real = term.is_extended_real is True

    def series(env: Env, analytic: bool) -> acb:
        first = exact_integer(start(env, False))
        if first is None:
            return NAN
        total, goal = acb(0), arb(2) ** -(ctx.prec + 8)
        block = max(first, 8)
        done = first
        while block - first <= MAX_TERMS:
            total = total + _partial_sum(body, env, k, done, block)
            done = block
            last = body(env.with_integer(k, block), False)
            if not (total.is_finite() and last.is_finite()):
                return NAN
            ratio = _ratio_bound(factors, order, env, block)
            if ratio is not None and ratio < arb("0.999"):
                tail = arb(last.abs_upper()) / (1 - ratio)
                if tail <= goal * arb(total.abs_upper()) or tail <= goal:
                    return total + error_ball(tail, real)
            block += max(16, block // 4)
        return NAN

    return series


def _ratio_bound(factors: list[RatioFactor], order: Any, env: Env, start: int) -> arb | None:
    """An upper bound on |t(k+1)/t(k)| for all k ≥ start, or None."""
    half = arb(1) / (2 * start)
    w = acb(arb(half.mid(), half.upper()))
    bound = (arb(1) / start) ** arb(rational(order)) if order > 0 else arb(1)
    for factor in factors:
        value = factor.ratio(env, w)
        if not value.is_finite():
            return None
        power = int(factor.power)
        size = arb(value.abs_upper()) if power > 0 else arb(value.abs_lower())
        if power < 0 and not size > 0:
            return None
        bound = bound * size**power
    return arb(bound.upper()) if bound.is_finite() else None


def _ratio_factors(compiler: Compiler, factor: Any, k: Any) -> Iterator[RatioFactor]:
    """The quotient factor(k+1)/factor(k) of one factor of a hypergeometric term."""
    if not factor.has(k):
        return
    # Not as_base_exp, which writes (1/2)**k as 2**(-k).
    base, power = (factor.base, factor.exp) if isinstance(factor, (sp.Pow, sp.exp)) else (factor, sp.S.One)
    if not base.has(k):
        slope = _slope(sp.expand(factor.exp), k)
        growth = compiler.node(base**slope)
        yield RatioFactor(lambda env, w: growth(env, False), 1, sp.S.Zero)
    elif not power.is_Integer:
        raise Unsupported("no rule bounds the tail of this infinite Sum")
    elif isinstance(base, (sp.factorial, sp.gamma)):
        yield from _factorial_factors(compiler, base, int(power), k)
    elif isinstance(base, sp.binomial):
        n, m = base.args
        for argument, sign in ((n, 1), (m, -1), (n - m, -1)):
            if argument.has(k):
                yield from _factorial_factors(compiler, sp.factorial(argument), sign * int(power), k)
    elif base.is_polynomial(k):
        yield RatioFactor(_polynomial_quotient(compiler.nodes(sp.Poly(base, k).all_coeffs())), int(power), sp.S.Zero)
    else:
        raise Unsupported("no rule bounds the tail of this infinite Sum")


def _slope(expr: Any, k: Any) -> Any:
    """α of a linear α k + β."""
    slope = sp.diff(expr, k)
    if slope.has(k):
        raise Unsupported("no rule bounds the tail of this infinite Sum")
    return slope


def _factorial_factors(compiler: Compiler, base: Any, power: int, k: Any) -> Iterator[RatioFactor]:
    """(αk + β + α)!/(αk + β)! = Π_{i=1..α} (αk + β + i), and αk + β + i = (α + (β + i) w)/w."""
    argument = base.args[0] - (1 if isinstance(base, sp.gamma) else 0)
    slope = _slope(sp.expand(argument), k)
    if not (slope.is_Integer and 0 < slope <= 16):
        raise Unsupported("no rule bounds the tail of this infinite Sum")
    offset = compiler.node(sp.expand(argument - slope * k))
    alpha = int(slope)
    for i in range(1, alpha + 1):
        yield RatioFactor(lambda env, w, i=i: alpha + (offset(env, False) + i) * w, power, sp.Integer(-power))  # type: ignore[misc]


def _polynomial_quotient(coefficients: list[Node]) -> Callable[[Env, acb], acb]:
    """P(k+1)/P(k) as a function of w = 1/k, regular at w = 0."""

    def quotient(env: Env, w: acb) -> acb:
        values = [node(env, False) for node in coefficients]
        degree = len(values) - 1
        above = sum((c * (1 + w) ** (degree - i) * w**i for i, c in enumerate(values)), acb(0))
        below = sum((c * w**i for i, c in enumerate(values)), acb(0))
        return above / below

    return quotient


RULES: dict[Any, Callable[[Compiler, Any], Node]] = {
    sp.Rational: _rational,
    sp.Float: _float,
    sp.core.numbers.Infinity: _infinite,
    sp.core.numbers.NegativeInfinity: _infinite,
    sp.core.numbers.ComplexInfinity: _infinite,
    sp.core.numbers.NaN: _infinite,
    sp.core.numbers.ImaginaryUnit: _imaginary_unit,
    **{type(constant): _constant for constant in CONSTANTS},
    sp.Symbol: _symbol,
    sp.Add: _add,
    sp.Mul: _mul,
    sp.Pow: _pow,
    sp.log: _log,
    **dict.fromkeys(UNARY, _table_function),
    **dict.fromkeys(RECIPROCAL, _reciprocal),
    sp.conjugate: _conjugate,
    sp.re: _re,
    sp.im: _im,
    sp.Abs: _abs,
    sp.arg: _arg,
    sp.sign: _sign,
    sp.Heaviside: _heaviside,
    sp.Max: _extremum,
    sp.Min: _extremum,
    sp.atan2: _atan2,
    sp.floor: _rounding,
    sp.ceiling: _rounding,
    sp.frac: _rounding,
    sp.Mod: _mod,
    sp.KroneckerDelta: _kronecker,
    sp.Piecewise: _piecewise,
    sp.binomial: _several(_binomial, 2),
    sp.beta: _several(_beta, 2),
    sp.polygamma: _several(_polygamma, 2),
    sp.besselj: _several(_bessel(acb.bessel_j, True), 2),
    sp.besseli: _several(_bessel(acb.bessel_i, True), 2),
    sp.bessely: _several(_bessel(acb.bessel_y, False), 2),
    sp.besselk: _several(_bessel(acb.bessel_k, False), 2),
    sp.legendre: _several(_polynomial(acb.legendre_p), 2),
    sp.hermite: _several(_polynomial(acb.hermite_h), 2),
    sp.laguerre: _several(_polynomial(acb.laguerre_l), 2),
    sp.assoc_laguerre: _several(_polynomial(acb.laguerre_l), 3),
    sp.chebyshevt: _several(_polynomial(acb.chebyshev_t), 2),
    sp.chebyshevu: _several(_polynomial(acb.chebyshev_u), 2),
    sp.gegenbauer: _several(_polynomial(acb.gegenbauer_c), 3),
    sp.jacobi: _several(_polynomial(acb.jacobi_p), 4),
    sp.assoc_legendre: _several(_assoc_legendre, 3),
    sp.zeta: _zeta,
    sp.polylog: _several(_polylog, 2),
    sp.LambertW: _lambertw,
    sp.expint: _several(_expint, 2),
    sp.uppergamma: _several(_upper_gamma, 2),
    sp.lowergamma: _several(_lower_gamma, 2),
    sp.Ei: _ei,
    sp.elliptic_e: _elliptic_e,
    sp.elliptic_f: _several(_incomplete(acb.elliptic_f), 2),
    sp.elliptic_pi: _elliptic_pi,
    sp.hyper: _hyper,
    sp.Derivative: _derivative,
    sp.Subs: _subs,
    sp.Integral: _integral,
    sp.Sum: _sum,
    sp.Product: _product,
}
