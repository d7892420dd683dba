"""Statements about functions: expansions, growth, periods, mechanics, vectors, fields, columns, a ground state."""

from __future__ import annotations

import random
from collections.abc import Iterator
from fractions import Fraction

import sympy
from sympy import Rational

from derivations.physics.mechanics import conserved, hamilton_equations, legendre
from derivations.physics.statistics import pearson
from tests.soundness import Case
from tests.soundness.stating import case, fraction, number, positive
from verify.claims import (
    at_least,
    components_equal,
    cross,
    decimal,
    diverges,
    dot,
    electrostatic,
    entries_equal,
    equal,
    expands_to,
    magnetostatic,
    potential,
    smallest_period,
    soft_ground_state,
    sphere,
    total,
    triple,
)

KIND = "functions"

x, v, P = number("x", real=True), number("v", real=True), number("p", real=True)
y, Py = number("y", real=True), number("p_y", real=True)
t, m, k, a = number("t", real=True), number("m", positive=True), number("k", positive=True), number("a", real=True)
r, theta, phi = number("r", positive=True), number("theta", real=True), number("phi", real=True)
R, Q, ratio = number("R", positive=True), number("Q", real=True), number("ratio", positive=True)


def claims(rng: random.Random) -> Iterator[Case]:
    makers = (expansions, one_sided, growth, periods, transforms, motion, time, vectors, shapes, columns, fields, state)
    while True:
        yield from rng.choice(makers)(rng)


def expansions(rng: random.Random) -> Iterator[Case]:
    scale, order = fraction(rng) or Rational(1), rng.randint(1, 5)
    f = rng.choice([sympy.exp, sympy.cos, sympy.sin, sympy.cosh, lambda z: 1 / (1 + z), lambda z: sympy.log(1 + z)])
    expression = f(scale * x)
    terms = sum(sympy.diff(expression, x, n).subs(x, 0) * x**n / sympy.factorial(n) for n in range(order))
    slip = fraction(rng) * x ** rng.randint(0, order - 1)
    for printed in (terms, terms + slip):
        yield case(
            f"{expression} = {printed} + O(x^{order})",
            printed == terms or sympy.expand(slip) == 0,
            lambda e=printed: expands_to(expression, x, e, order=order),
        )


def one_sided(rng: random.Random) -> Iterator[Case]:
    """|x| is x above zero only."""
    kind = rng.choice(["positive", "negative", "real", "nonnegative"])
    z, factor = number("z", **{kind: True}), fraction(rng) or Rational(1)
    expression = factor * sympy.Abs(x).xreplace({x: z})
    for sign in (1, -1):
        truth = kind in ({1: ("positive", "nonnegative"), -1: ("negative",)}[sign])
        yield case(
            f"{factor} |z| = {sign * factor} z + O(z²), z {kind}",
            truth,
            lambda s=sign: expands_to(expression, z, s * factor * z, order=2),
        )
    yield case("order 1/2", None, lambda: expands_to(expression, z, factor, order=Rational(1, 2)))


def growth(rng: random.Random) -> Iterator[Case]:
    place, power, factor = fraction(rng), rng.randint(-2, 3), fraction(rng) or Rational(1)
    for expression, truth in (
        (factor / (x - place) ** power, bool(power > 0 and factor > 0)),
        (factor * sympy.log(sympy.Abs(x - place) ** 2), bool(factor < 0)),
        (factor + 1 / (x - place), True),
        (factor - 1 / (x - place), False),
        (sympy.exp(-1 / (x - place)) * factor, False),
    ):
        yield case(f"{expression} grows at {place}", truth, lambda e=expression: diverges(e, x, place))
    z = number("z", positive=True)
    truth = True if place >= 0 else None
    yield case(f"1/(z − {place}) grows, z > 0", truth, lambda: diverges(1 / (z - place), z, place))
    if place > 0:
        yield case(f"z < {place / 2}", None, lambda: diverges(1 / (z - place), z, place), where=[z < place / 2])


def periods(rng: random.Random) -> Iterator[Case]:
    one, two = positive(rng), positive(rng)
    expression = sympy.cos(one * x) + rng.randint(0, 3) * sympy.sin(two * x + 1)
    both = expression.has(sympy.sin)
    least = 2 * sympy.pi / (sympy.gcd(one, two) if both else one)
    factor = rng.choice([Rational(1, 2), Rational(2), Rational(3, 2)])
    for period in (least, factor * least, -least):
        yield case(
            f"{expression} has the smallest period {period}",
            period == least,
            lambda T=period: smallest_period(expression, x, T),
        )
    n = number("n", integer=True)
    turns = Rational(rng.randint(1, 9), rng.randint(2, 9))
    for period in (turns.q, turns.q * 2, turns.q + 1):
        yield case(
            f"cos(2π {turns} n) has the smallest period {period}",
            period == turns.q,
            lambda T=period: smallest_period(sympy.exp(2 * sympy.pi * sympy.I * turns * n), n, T),
        )


def transforms(rng: random.Random) -> Iterator[Case]:
    b, e = fraction(rng), fraction(rng)
    lagrangian = m * v**2 / 2 + b * x * v - e * x**2
    hamiltonian = (P - b * x) ** 2 / (2 * m) + e * x**2
    wrong = hamiltonian + (fraction(rng) or 1) * rng.choice([x, P, P * x, x**2])
    for printed in (hamiltonian, sympy.expand(hamiltonian), wrong):
        truth = sympy.expand(printed - hamiltonian) == 0
        yield case(f"{lagrangian} → {printed}", truth, lambda h=printed: legendre(lagrangian, (v, P), hamiltonian=h))


def motion(rng: random.Random) -> Iterator[Case]:
    n, strength, other = rng.randint(1, 4), fraction(rng) or Rational(1), fraction(rng) or Rational(1)
    hamiltonian = (P**2 + Py**2) / (2 * m) + strength * (x**2 + y**2) ** n
    skew = (P**2 + Py**2) / (2 * m) + strength * (x**2 + other * y**2) ** n
    spin, pairs = x * Py - y * P, ((x, P), (y, Py))
    yield case("spin in a central field", True, lambda: conserved(spin, hamiltonian, *pairs, time=t))
    yield case("spin in a skew field", other == 1, lambda: conserved(spin, skew, *pairs, time=t))
    yield case("energy", True, lambda: conserved(skew, skew, *pairs, time=t))
    yield case("momentum", False, lambda: conserved(P, hamiltonian, *pairs, time=t))
    force = -sympy.diff(hamiltonian, x)
    for printed in (force, force * other, -force):
        truth = sympy.expand(printed - force) == 0
        yield case(
            f"ṗ = {printed}",
            truth,
            lambda f=printed: hamilton_equations(
                hamiltonian, (x, P, P / m, f), (y, Py, Py / m, -sympy.diff(hamiltonian, y))
            ),
        )


def time(rng: random.Random) -> Iterator[Case]:
    """A Hamiltonian that depends on time is no constant of its motion."""
    drive = rng.choice([t, t**2, sympy.cos(t), sympy.exp(-t)]) * (fraction(rng) or 1)
    hamiltonian = P**2 / (2 * m) + k * x**2 / 2 + x * drive
    yield case(f"H with {drive}", False, lambda: conserved(hamiltonian, hamiltonian, (x, P), time=t))
    yield case(f"H with {drive}, another time", False, lambda: conserved(hamiltonian, hamiltonian, (x, P), time=k))
    free, g = P**2 / (2 * m), fraction(rng) or Rational(1)
    for sign in (1, -1):
        yield case("x − p t/m", sign == 1, lambda s=sign: conserved(g * (x - s * P * t / m), free, (x, P), time=t))
    yield case("x + p t/m, another time", False, lambda: conserved(x + P * t / m, free, (x, P), time=k))
    yield case("a pair twice", None, lambda: conserved(P, free, (x, P), (x, P), time=t))


def vectors(rng: random.Random) -> Iterator[Case]:
    one, two, three = (triple(*(fraction(rng) + rng.randint(0, 1) * x for _ in range(3))) for _ in range(3))
    right = sympy.expand(dot(one, cross(two, three)))
    for printed, truth in ((dot(three, cross(one, two)), True), (-dot(three, cross(one, two)), right == 0)):
        yield case(f"triple product of {one}, {two}, {three}", truth, lambda e=printed: equal(right, e))
    jacobi = total(cross(one, cross(two, three)), cross(two, cross(three, one)), cross(three, cross(one, two)))
    slip = fraction(rng)
    yield case(
        f"Jacobi for {one}, {two}, {three}, off by {slip}", slip == 0, lambda: components_equal(jacobi, (0, slip, 0))
    )


def shapes(rng: random.Random) -> Iterator[Case]:
    """Vectors and matrices of different shapes are never equal; they are refused."""
    n, w = rng.choice([2, 4, 5]), fraction(rng)
    odd = tuple(fraction(rng) for _ in range(n))
    whole = triple(1, w, x)
    yield case(f"cross with {n}", False, lambda: components_equal(cross(odd, whole), cross(odd, whole)))
    yield case(f"cross of two with {n}", False, lambda: components_equal(cross(odd, odd), (0, 0, 0)))
    yield case(f"dot with {n}", False, lambda: equal(dot(odd, whole), dot(odd, whole)))
    yield case(f"sum with {n}", False, lambda: components_equal(total(odd, whole), total(whole, odd)))
    yield case(f"{n} against 3", False, lambda: components_equal(odd, whole))
    row, column = sympy.Matrix([[1, w, 2, x]]), sympy.Matrix([[1, w], [2, x]])
    yield case("row against square", False, lambda: entries_equal(row, column))
    yield case("row against column", False, lambda: entries_equal(row, row.T))
    yield case("the same", True, lambda: entries_equal(column, column.T.T))
    yield case("transposed", w == 2, lambda: entries_equal(column, column.T))


def columns(rng: random.Random) -> Iterator[Case]:
    n = rng.randint(3, 7)
    xs, ys = ([fraction(rng) for _ in range(n)] for _ in range(2))
    if len(set(xs)) == 1 or len(set(ys)) == 1:
        yield case("a constant column", None, lambda: at_least(pearson(xs, ys), decimal("0.5")))
        return
    a, b = ([Fraction(int(c.p), int(c.q)) for c in column] for column in (xs, ys))
    top, across, down = (n * sum(x * y for x, y in zip(u, v, strict=True)) - sum(u) * sum(v) for u, v in ((a, b), (a, a), (b, b)))  # fmt: skip
    for least in ("-0.5", "0.1", "0.9"):
        bound = Fraction(least)
        truth = top * abs(top) >= bound * abs(bound) * across * down
        yield case(f"r ≥ {least} for {xs}, {ys}", truth, lambda k=least: at_least(pearson(xs, ys), decimal(k)))
    yield case("a constant column", None, lambda: at_least(pearson([1] * n, ys), decimal("0.1")))


def fields(rng: random.Random) -> Iterator[Case]:
    """A charged shell, a shell with a dipole's field, a potential: right, or with a slip."""
    shell, slip = sphere(r, theta, phi), rng.choice([Rational(1), Rational(1), positive(rng)])
    sigma = slip * Q / (4 * sympy.pi * R**2)
    right = slip == 1
    yield case(
        f"a charged sphere, σ off by {slip}",
        right,
        lambda: electrostatic(
            shell, R, inside=(0, 0, 0), outside=(Q / r**2, 0, 0), surface_charge=sigma, per_charge=4 * sympy.pi
        ),
    )
    yield case(
        f"its potential off by {slip}",
        right,
        lambda: potential(shell, R, inside=slip * Q / R, outside=Q / r, slope_jump=-Q / R**2),
    )
    yield case(
        "one that does not decay",
        False,
        lambda: potential(shell, R, inside=Q / R + slip, outside=Q / r + slip, slope_jump=-Q / R**2),
    )
    yield case("one that is not bounded", False, lambda: potential(shell, R, inside=Q / r, outside=Q / r))
    current = (0, 0, slip * Rational(3) * Q / (2 * R**3) * 2 * sympy.sin(theta))
    yield case(
        f"a rotating sphere, current off by {slip}",
        right,
        lambda: magnetostatic(
            shell,
            R,
            inside=shell.uniform(2 * Q / R**3),
            outside=shell.dipole(Q),
            surface_current=current,
            per_current=1,
        ),
    )


def state(rng: random.Random) -> Iterator[Case]:
    """κ² grows as 4 ln²q; places must be ratios."""
    factor = rng.choice([Rational(4), Rational(4), positive(rng)])
    formula = factor * sympy.log(ratio) ** 2 + fraction(rng) * sympy.log(ratio)
    yield case(f"κ² → {formula}", factor == 4, lambda: soft_ground_state(formula, ratio, at=(), leading=True))
    yield case("at 0", None, lambda: soft_ground_state(formula, ratio, at=(0,)))
    yield case(f"{a}", None, lambda: soft_ground_state(formula, ratio, at=(-1,)))
