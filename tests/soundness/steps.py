"""Steps with known truth: what follows from premises, and what a move may conclude.

Each maker draws its numbers, symbols and assumptions and yields true and false twins.  A
line that holds only on a part of the points that its premises leave has the truth None: it
may be refuted, or told with a condition.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence

import sympy
from sympy import Abs, Integral, Rational, cos, exp, log, pi, sin, sqrt, tan

from tests.soundness import Case
from verify.claims import (
    Claim,
    ClaimError,
    Paper,
    UnitSystem,
    compare_coefficients,
    differentiate,
    divide,
    eliminate,
    equal,
    follows_from,
    less,
    multiply,
    power,
    solve_for,
    specialise,
    substitute,
    symbol,
)
from verify.judging.judge import judge_claim
from verify.quantities.dimension_names import DIMENSIONLESS
from verify.verdicts import Result

KIND = "steps and moves"

HERE = {"where": "I", "printed": "as on the page"}
Sides = tuple[sympy.Expr, sympy.Expr]
Build = Callable[[Paper], Claim]


def claims(rng: random.Random) -> Iterator[Case]:
    """An endless mixture of all kinds of steps."""
    while True:
        yield from rng.choice(MAKERS)(rng)


# --- a step as a case -----------------------------------------------------------------------------


def letters(names: str, **assumptions: bool) -> tuple[sympy.Symbol, ...]:
    found = tuple(symbol(name, name, name, DIMENSIONLESS, **assumptions) for name in names.split())
    return found


def case(shown: str, truth: bool | None, build: Build) -> Case:
    def decide() -> str:
        paper = Paper("p", "A paper", "nobody (2000)", UnitSystem.SI, sections=("I",))
        try:
            audit = judge_claim(paper, build(paper))
        except ClaimError:
            return "refused"
        if audit.result is Result.PASS_IF:
            return "holds-if"
        return str(audit.literal.outcome)

    return Case(shown, truth, decide)


def given(paper: Paper, lhs: object, rhs: object) -> Claim:
    return paper.given(str(len(paper.claims) + 1), lhs=sympy.sympify(lhs), rhs=sympy.sympify(rhs), **HERE)


def step(paper: Paper, line: Sides, by: object, where: Sequence[object] = ()) -> Claim:
    lhs, rhs = (sympy.sympify(side) for side in line)
    return paper.step(str(len(paper.claims) + 1), lhs=lhs, rhs=rhs, by=by, conditions=where, **HERE)


def follows(premises: Sequence[Sides], line: Sides, truth: bool | None, where: Sequence[object] = ()) -> Case:
    """Does the line follow from the premises?"""
    known = ", ".join(f"{a} = {b}" for a, b in premises)
    more = f" where {', '.join(map(str, where))}" if where else ""
    assumed = sorted({s for a, b in (*premises, line) for s in (sympy.sympify(a) + b).free_symbols}, key=str)
    kinds = ", ".join(f"{s}: {'/'.join(sorted(s._assumptions_orig))}" for s in assumed)
    shown = f"{known} ⊢ {line[0]} = {line[1]}{more} [{kinds}]"
    return case(
        shown, truth, lambda paper: step(paper, line, follows_from(*(given(paper, *p) for p in premises)), where)
    )


def small(rng: random.Random) -> sympy.Rational:
    return Rational(rng.choice([-1, 1]) * rng.randint(1, 7), rng.choice([1, 1, 1, 2, 3]))


def polynomial(rng: random.Random, symbols: Sequence[sympy.Symbol]) -> sympy.Expr:
    terms = [small(rng) * sympy.Mul(*(rng.choice(symbols) for _ in range(rng.randint(0, 2)))) for _ in range(3)]
    found = sympy.Add(*terms)
    return found if found.free_symbols else found + rng.choice(symbols)


# --- definitions and their assumptions ------------------------------------------------------------


def definitions(rng: random.Random) -> Iterator[Case]:
    """u = P(x, y): what P gives for a polynomial in u, and the same with a slip."""
    x, y = letters("x y", real=True)
    (u,) = letters("u", **{rng.choice(["real", "positive", "negative", "nonnegative", "nonzero", "complex"]): True})
    value = polynomial(rng, (x, y))
    if u.is_real and u.is_zero is False:
        value = value if u.is_nonzero and not (u.is_positive or u.is_negative) else value + x
    a, b = small(rng), rng.randint(2, 3)
    line = a * u**b + u
    yield follows([(u, value)], (line, sympy.expand(a * value**b + value)), True)
    yield follows([(u, value)], (line, sympy.expand(a * value**b + value) + small(rng)), False)
    yield follows([(value, u)], (Abs(u), u), True if u.is_nonnegative else None)


def wholes(rng: random.Random) -> Iterator[Case]:
    """n = c k x with an integer n."""
    n, m = letters("n m", integer=True)
    k, x = letters("k x", **{rng.choice(["real", "positive"]): True})
    (e,) = letters("e", even=True)
    c = Rational(1, rng.randint(1, 3))
    yield follows([(n, c * k * x / pi)], (cos(2 * c * k * x), sympy.S.One), True)
    yield follows([(n, c * k * x / pi)], (cos(c * k * x), sympy.S.One), None)
    yield follows([(n, c * x)], (sin(pi * c * x), sympy.S.Zero), True)
    yield follows([(e, n + m)], (cos(pi * n), cos(pi * m)), True)
    yield follows([(e, n + m)], (cos(pi * n), sympy.S.One), None)
    yield follows([(2 * n, m)], (cos(pi * m), sympy.S.One), True)
    yield follows([(n, x)], (cos(pi * x), sympy.S.One), None)


def roots(rng: random.Random) -> Iterator[Case]:
    """Values that are real only on a part of the plane."""
    x, y = letters("x y", real=True)
    p, q = letters("p q", positive=True)
    a = abs(small(rng))
    inside = a - y**2 if rng.random() < 0.5 else y + small(rng)
    yield follows([(x, sqrt(inside))], (Abs(inside), inside), True)
    yield follows([(x, sqrt(inside))], (x, -sqrt(inside)), None)
    yield follows([(p, 1 / sqrt(inside))], (Abs(inside), inside), True)
    yield follows([(x, log(inside))], (exp(x), inside), True)
    yield follows([(x, log(a * y)), (p, log(q))], (x + p, log(a * y * q)), True)
    yield follows([(x, log(a * y)), (p, log(q))], (x - p, log(a * y * q)), None)
    yield follows([(p**2, -a * q)], (p, q), None)


# --- several solutions ----------------------------------------------------------------------------


def products(rng: random.Random) -> Iterator[Case]:
    """A factor that may vanish."""
    kind = rng.choice(["real", "positive", "complex", "nonzero", "integer"])
    (a,) = letters("a", **({"real": True, "nonzero": True} if kind == "nonzero" else {kind: True}))
    x, y, b = letters("x y b", real=True)
    factor = rng.choice([a, a**2, a * small(rng), a + small(rng), a**2 + 1 if kind != "complex" else a])
    never = (a.is_positive and factor.as_coeff_Add()[0] >= 0) or (a.is_real and factor == a**2 + 1)
    never = never or (a.is_zero is False and not factor.is_Add)
    if a.is_integer and factor.is_Add and factor != a**2 + 1:
        never = not factor.as_coeff_Add()[0].is_Integer
    right = polynomial(rng, (y, b))
    premise = [(factor * x, sympy.expand(factor * right))]
    yield follows(premise, (x, right), True if never else None)
    yield follows(premise, (x, right), True, [sympy.Ne(factor, 0)] if not never else [])
    yield follows(premise, (factor * x + factor, factor * (right + 1)), True)
    yield follows([(x * y * b, 0)], (x * y, 0), None)
    yield follows([(x * y, 0)], (x**2 * y + x * y**2, 0), True)


def powers(rng: random.Random) -> Iterator[Case]:
    """x^k = c y^k."""
    kind, k = rng.choice(["real", "positive", "complex", "negative"]), rng.randint(2, 4)
    x, y = letters("x y", **{kind: True})
    unique = kind in ("positive", "negative") or (kind == "real" and k % 2 == 1)
    c = abs(small(rng))
    yield follows([(x**k, c**k * y**k)], (x, c * y), True if unique else None)
    yield follows([(x**k, c**k * y**k)], (x ** (2 * k), c ** (2 * k) * y ** (2 * k)), True)
    yield follows([(x**k, c**k * y**k)], (x ** (2 * k), c ** (2 * k) * y ** (2 * k) + 1), False)


def quadratics(rng: random.Random) -> Iterator[Case]:
    """(x - r)(x - s) = 0, written out."""
    kind = rng.choice(["real", "positive", "complex", "integer"])
    (x,) = letters("x", **{kind: True})
    (y,) = letters("y", real=True)
    r, s, t = small(rng), small(rng), small(rng)
    admitted = [v for v in {r, s} if not (x.is_positive and v <= 0) and not (x.is_integer and not v.is_Integer)]
    equation = (sympy.expand((x - r) * (x - s)), sympy.S.Zero)
    yield follows([equation], (sympy.expand((x - r) * (x - s) * (x - t)), 0), True)
    yield follows([equation], (x, r), True if admitted == [r] else False if r not in admitted else None)
    yield follows([equation], (x**2, (r + s) * x - r * s + 1), False)
    shift = rng.randint(3, 6)
    yield follows([(x + 1 / x, shift)], (x**2 + 1 / x**2, shift**2 - 2), True)
    yield follows([(x + 1 / x, shift)], (x**3 + 1 / x**3, shift**3 - shift), False)
    c = rng.randint(1, 4)
    yield follows([(x**3 + c * x + 1, y)], (x**4 + c * x**2 + x, x * y), True)
    yield follows([(x**5 + c * x + c + 1, 0)], (x**6 + c * x**2 + (c + 1) * x, 0), True)


def waves(rng: random.Random) -> Iterator[Case]:
    """f(k x + d) = c for a periodic f."""
    (x,) = letters("x", **{rng.choice(["real", "positive", "complex"]): True})
    k, d = rng.randint(1, 4), rng.choice([0, 0, pi / 3, 1])
    g = k * x + d
    c = rng.choice([0, 1, -1, Rational(1, 2), Rational(-1, 2), Rational(3, 5)])
    yield follows([(cos(g), c)], (cos(2 * g), 2 * c**2 - 1), True)
    yield follows([(sin(g), c)], (cos(g) ** 2, 1 - c**2), True)
    yield follows([(sin(g), c)], (cos(g), sqrt(1 - c**2)), True if abs(c) == 1 else None)
    yield follows([(tan(g), c)], (sin(g), c * cos(g)), True)
    yield follows([(cos(g), 1)], (sin(g / 2), 0), True)
    yield follows([(cos(g), 1)], (sin(g / 4), 0), None)
    yield follows([(exp(g), abs(c) + 1)], (exp(2 * g), (abs(c) + 1) ** 2), True)
    yield follows([(exp(k * x), 1)], (x, 0), True if x.is_real else None)


def systems(rng: random.Random) -> Iterator[Case]:
    """Two premises, and what only both give."""
    x, y, z = letters("x y z", real=True)
    s, q = rng.randint(1, 6), rng.randint(-5, 5)
    yield follows([(x + y, s), (x * y, q)], (x**2 + y**2, s**2 - 2 * q), True)
    if s * s - 4 * q >= 0:
        yield follows([(x + y, s), (x * y, q)], (x**2 + y**2, s**2 - 2 * q + 1), False)
    a, b = small(rng), small(rng)
    yield follows([(x + a * y, z), (x - b * y, 2 * z)], ((a + b) * y, -z), True)
    yield follows([(x + a * y, z), (x - b * y, 2 * z)], ((a + b) * y, -z + x), None)
    yield follows([(x + y + z, 0)], (x**3 + y**3 + z**3, 3 * x * y * z), True)
    yield follows([(x**2 + y**2, q**2 + 1)], (x**4 - y**4, (q**2 + 1) * (x - y) * (x + y)), True)
    yield follows([(x**2 + y**2, q**2 + 1)], (x + y, q), None)


def bound_variables(rng: random.Random) -> Iterator[Case]:
    """A value that speaks of a variable which an integral binds."""
    x, y, z = letters("x y z", real=True)
    a, k = small(rng), rng.randint(1, 3)
    inside = Integral(x * y**k, (y, 0, 1))
    yield follows([(x, a * y)], (inside, a * y / (k + 1)), True)
    yield follows([(x, a * y)], (inside, a / Integer(k + 2)), None)
    right, wrong = a * y / (k + 1), a / Integer(k + 2)
    for value, truth in ((right, True), (wrong, None)):
        yield case(
            f"substitute x = {a} y into z = {inside}: z = {value}",
            truth,
            lambda paper, value=value: step(
                paper, (z, value), substitute(given(paper, x, a * y), into=given(paper, z, inside))
            ),
        )


Integer = sympy.Integer


# --- moves ----------------------------------------------------------------------------------------


def factors(rng: random.Random) -> Iterator[Case]:
    """Divided by, multiplied with, solved for."""
    kind = rng.choice(["real", "positive", "complex"])
    (a,) = letters("a", **{kind: True})
    x, b = letters("x b", real=True)
    factor = rng.choice([a, a * small(rng), a**2, a + abs(small(rng))])
    safe = bool(a.is_positive)
    premise, line = (factor * x, factor * b), (x, b)
    truth = True if safe else None
    for name, move in (("divide", divide), ("multiply", lambda p, f: multiply(p, 1 / f))):
        yield case(
            f"{name} {premise} by {factor}: {line} [{kind}]",
            truth,
            lambda paper, move=move: step(paper, line, move(given(paper, *premise), factor)),
        )
        yield case(
            f"{name} {premise} by {factor}: x = b + 1 [{kind}]",
            False,
            lambda paper, move=move: step(paper, (x, b + 1), move(given(paper, *premise), factor)),
        )
        yield case(
            f"a line that follows from one by {name} {factor} [{kind}]",
            truth,
            lambda paper, move=move: step(
                paper, (x**2, b**2), follows_from(step(paper, line, move(given(paper, *premise), factor)))
            ),
        )
    yield case(
        f"solve {premise} for x [{kind}]", truth, lambda paper: step(paper, line, solve_for(x, given(paper, *premise)))
    )
    (y,) = letters("y", real=True)
    yield case(
        f"eliminate y from {factor} y = {factor} x, y = b: x = b [{kind}]",
        truth,
        lambda paper: step(paper, line, eliminate(y, among=[given(paper, factor * y, factor * x), given(paper, y, b)])),
    )
    k = rng.randint(2, 3)
    yield case(f"power {k}", True, lambda paper: step(paper, (x**k, b**k), power(given(paper, x, b), k)))
    if k == 2:
        root = (sqrt(x**2), b)
        yield case("power 2, then the root", None, lambda paper: step(paper, root, power(given(paper, x, b), k)))


def values(rng: random.Random) -> Iterator[Case]:
    """Special cases, with values that the symbol may or may not have."""
    x, y, b = letters("x y b", real=True)
    name, admits = rng.choice(
        [
            ("positive", lambda v: v > 0),
            ("negative", lambda v: v < 0),
            ("integer", lambda v: v.is_Integer),
            ("even", lambda v: v.is_Integer and v % 2 == 0),
            ("real", lambda v: True),
            ("nonzero", lambda v: v != 0),
        ]
    )
    (a,) = letters("a", **({"real": True, "nonzero": True} if name == "nonzero" else {name: True}))
    value = rng.choice([small(rng), Integer(rng.randint(-3, 3)), Integer(0)])
    k = rng.randint(1, 3)
    truth = bool(admits(value))
    yield case(
        f"x = a^{k} y + |a|, a {name}, at a = {value}",
        truth,
        lambda paper: step(
            paper, (x, value**k * y + abs(value)), specialise(given(paper, x, a**k * y + Abs(a)), {a: value})
        ),
    )
    yield case(
        f"x = a^{k} y, a {name}, at a = {value}, with a slip",
        False,
        lambda paper: step(paper, (x, value**k * y + 1), specialise(given(paper, x, a**k * y), {a: value})),
    )
    r = abs(small(rng))
    yield case(
        f"x^2 + y^2 = {r}^2 at x = 0 is no law for y",
        None,
        lambda paper: step(paper, (y**2, r**2), specialise(given(paper, x**2 + y**2, r**2), {x: 0})),
    )
    (p,) = letters("p", positive=True)
    yield case(
        "x = |p| y at p = b",
        None,
        lambda paper: step(paper, (x, b * y), specialise(given(paper, x, Abs(p) * y), {p: b})),
    )
    bad = rng.choice([sympy.oo, -sympy.oo, sympy.zoo, sympy.I])
    yield case(
        f"x = y/(1 + p) at p = {bad}",
        False,
        lambda paper: step(paper, (x, y / (1 + bad)), specialise(given(paper, x, y / (1 + p)), {p: bad})),
    )


def slopes(rng: random.Random) -> Iterator[Case]:
    """Derivatives of definitions, of equations, and with symbols that depend on the variable."""
    v, w, A, p, m = letters("v w A p m", real=True)
    k, c = rng.randint(2, 4), small(rng)
    energy, slope = c * p * v**k, c * k * p * v ** (k - 1)
    rate = sympy.Derivative(A, v)
    yield case(
        f"dA/dv of A = {energy}",
        True,
        lambda paper: step(paper, (rate, slope), differentiate(given(paper, A, energy), v)),
    )
    yield case(
        f"0 = d({energy})/dv", None, lambda paper: step(paper, (slope, 0), differentiate(given(paper, A, energy), v))
    )
    yield case(
        f"dA/dv of A = {energy}, doubled",
        None,
        lambda paper: step(paper, (rate, 2 * slope), differentiate(given(paper, A, energy), v)),
    )
    total = sympy.diff(energy.subs(p, m * v), v)
    for line, truth in ((total, True), (slope, None)):
        yield case(
            f"dA/dv of A = {energy}, p = m v: {line}",
            truth,
            lambda paper, line=line: step(
                paper,
                (rate, line),
                follows_from(differentiate(given(paper, A, energy), v), given(paper, p, m * v)),
            ),
        )
    yield case(
        f"d/dv of v^{k} + w^2 = 1",
        None,
        lambda paper: step(paper, (k * v ** (k - 1), 0), differentiate(given(paper, v**k + w**2, 1), v)),
    )


def conditions(rng: random.Random) -> Iterator[Case]:
    """What a premise is known under, and chains."""
    x, y, z, w = letters("x y z w", real=True)
    k = 2 * rng.randint(1, 2)
    bound = rng.randint(0, 3)

    def rooted(paper: Paper) -> Claim:
        return step(paper, (x ** Rational(1, k), y), follows_from(given(paper, x, y**k)), [y > bound])

    yield case(
        f"x^(1/{k}) + 1 = y + 1 from x^(1/{k}) = y, known for y > {bound}",
        None,
        lambda paper: step(paper, (x ** Rational(1, k) + 1, y + 1), follows_from(rooted(paper))),
    )
    yield case(
        "the same where it is known",
        True,
        lambda paper: step(paper, (x ** Rational(1, k) + 1, y + 1), follows_from(rooted(paper)), [y > bound + 1]),
    )

    def chain(paper: Paper, *says: object) -> Claim:
        return paper.for_all(str(len(paper.claims) + 1), *says, **HERE)

    yield case(
        "x = y < z = w: x = w",
        None,
        lambda paper: step(paper, (x, w), follows_from(chain(paper, equal(x, y), less(y, z), equal(z, w)).ends)),
    )
    yield case(
        "x = y = z: x = z", True, lambda paper: step(paper, (x, z), follows_from(chain(paper, equal(x, y, z)).ends))
    )


def provisos(rng: random.Random) -> Iterator[Case]:
    """a R ≠ b r is needless for r < R only if a ≥ b; a factor that may vanish keeps its case."""
    r, R = letters("r R", positive=True)
    x, y = letters("x y", real=True)
    a, b, c = rng.randint(1, 5), rng.randint(1, 5), rng.randint(1, 5)
    factor = a * R - b * r

    def known(paper: Paper) -> Claim:
        return step(paper, (x, y), follows_from(given(paper, factor * x, factor * y)), [sympy.Ne(factor, 0)])

    yield case(
        f"x = y, known where {factor} ≠ 0, for r < R",
        True if a >= b else None,
        lambda paper: step(paper, (c * x, c * y), follows_from(known(paper)), [r < R]),
    )
    yield follows([(factor * x, factor * y)], (x, y), True if a >= b else None, [r < R])
    yield follows([(factor * x, factor * y)], (x, y), True if a > b else None, [r <= R])


def laws(rng: random.Random) -> Iterator[Case]:
    """α v B + β v C = 0 at one v, and for every v."""
    v, B, C = letters("v B C", real=True)
    alpha, beta, slip = small(rng), small(rng), small(rng)
    law, power_ = (alpha * B * v + beta * C * v, sympy.S.Zero), rng.randint(1, 3)
    yield follows([law], (C, -alpha * B / beta), None)

    def compared(paper: Paper, *line: object) -> Claim:
        lhs = sympy.expand(law[0] * v ** (power_ - 1))
        return step(paper, line, compare_coefficients(given(paper, lhs, 0), v, general=True))

    yield case(f"{law[0]} = 0 for every v ⊢ C", True, lambda paper: compared(paper, C, -alpha * B / beta))
    yield case(
        f"{law[0]} = 0 for every v ⊢ C with a slip", False, lambda paper: compared(paper, C, slip - alpha * B / beta)
    )


MAKERS = (
    definitions, wholes, roots, products, powers, quadratics, waves, systems, bound_variables,
    factors, values, slopes, conditions, provisos, laws,
)  # fmt: skip
