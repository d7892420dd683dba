"""Conditions that tie a variable down, values that hold in one case only, and one law at two places."""

from __future__ import annotations

import random
from collections.abc import Iterator

import sympy
from sympy import And, Derivative, Eq, Or

from derivations.physics.mechanics import conserved
from tests.soundness import Case
from tests.soundness.put_in import HERE, case
from tests.soundness.steps import given, letters
from verify.claims import (
    compare_coefficients,
    contradiction,
    differentiate,
    divide,
    equal,
    expands_to,
    follows_from,
    for_every_number,
    indexed,
    less,
    over,
    specialise,
    symbol,
)
from verify.quantities.dimension_names import DIMENSIONLESS

KIND = "conditions that tie a variable down"
A, E, a, b, q, u, v, w, x, y = letters("A E a b q u v w x y", real=True)
m, p = letters("m p", positive=True)
N, i, j = (symbol(name, name, name, DIMENSIONLESS, integer=True, positive=True) for name in "Nij")
X = indexed("X", "X", "X", DIMENSIONLESS, real=True)


def claims(rng: random.Random) -> Iterator[Case]:
    while True:
        yield from rng.choice(MAKERS)(rng)


def ties(rng: random.Random, one: sympy.Expr, other: sympy.Expr) -> list[sympy.Basic]:
    """Ways to say that two quantities are equal, other than as an equation alone."""
    return rng.choice([
        [And(Eq(one, other), p > 0)],
        [one <= other, one >= other],
        [And(one <= other, one >= other)],
        [(one - other) ** 2 <= 0],
        [sympy.Abs(one - other) <= 0],
        [Or(Eq(one, other), And(Eq(one, other), p > 1))],
    ])  # fmt: skip


def step(paper, lhs, rhs, by, conditions=(), label="z"):
    return paper.step(label, lhs=lhs, rhs=rhs, by=by, conditions=list(conditions), **HERE)


def derivatives(rng: random.Random) -> Iterator[Case]:
    """dA/dx of a line that is known at x = c, or along x = y, is not that of the line."""
    c = rng.randint(2, 9)
    tie, along = ties(rng, x, sympy.Integer(c)), ties(rng, x, y)

    def pinned(paper):
        known = step(paper, A, c * x, follows_from(given(paper, A, x**2)), tie, "2")
        return step(paper, Derivative(A, x), c, differentiate(known, x))

    def linked(paper):
        known = step(paper, A, x * y, follows_from(given(paper, A, x**2)), along, "2")
        return step(paper, Derivative(A, x), y, differentiate(known, x))

    def held(paper):
        known = step(paper, Derivative(A, v), a / 2, differentiate(given(paper, A, a * v / 2), v), (), "2")
        return step(paper, Derivative(A, v), v, follows_from(known), ties(rng, a, 2 * v))

    def plain(paper):
        return step(paper, Derivative(A, x), 2 * c * x, differentiate(given(paper, A, c * x**2), x))

    yield case(f"A = x², A = {c}x where {tie} ⊢ dA/dx = {c}", False, pinned)
    yield case(f"A = x², A = xy where {along} ⊢ dA/dx = y", False, linked)
    yield case("A = av/2, dA/dv = a/2 ⊢ dA/dv = v where a = 2v", False, held)
    yield case(f"A = {c}x² ⊢ dA/dx = {2 * c}x", True, plain)


def functions(rng: random.Random) -> Iterator[Case]:
    """Statements about functions whose parameter is tied to the variable."""
    c, clock = rng.randint(2, 9), symbol("clock", "t", "the time", DIMENSIONLESS, real=True)

    def value(statement, conditions):
        return lambda paper: paper.value("z", statement, conditions=conditions, **HERE)

    yield case(
        "a x² = O(x²) where a x = 1",
        False,
        value(expands_to(c * a * x**2, x, 0, order=2), ties(rng, a * x, sympy.S.One)),
    )
    yield case(
        "p a conserved where a = q",
        False,
        value(conserved(u * a, u**2 / 2 + c * q, (q, u), time=clock), ties(rng, a, q)),
    )
    slope = for_every_number(b * over(i, N, X(i)), 0, number=N, slope=a)
    yield case("∂(b ΣX)/∂a = 0 where b = a²", False, value(slope, ties(rng, b, a**2)))
    yield case("c x² = O(x²)", True, value(expands_to(c * x**2, x, 0, order=2), [a > c]))


def compared(rng: random.Random) -> Iterator[Case]:
    """Coefficients are compared only where nothing ties the symbol to the others."""

    def tied(paper):
        law = given(paper, q * u + a * v, 0)
        return step(paper, a, 0, compare_coefficients(law, v, general=True), ties(rng, u, m * v))

    def function_of_v(paper):
        return step(paper, a, 0, compare_coefficients(given(paper, 2 * A, 2 * a * v), v, general=True))

    def energy(paper):
        return step(paper, v, 0, differentiate(given(paper, m * v**2 / 2, E), v, general=True))

    def law(paper):
        return step(paper, a, 0, compare_coefficients(given(paper, q * u + a * v, 0), v, general=True))

    def tied_further_on(paper):
        known = step(paper, a, 0, compare_coefficients(given(paper, q * u + a * v, 0), v, general=True), (), "2")
        return step(paper, a + u, m * v, follows_from(known, given(paper, u, m * v)))

    def free_further_on(paper):
        known = step(paper, a, 0, compare_coefficients(given(paper, q * u + a * v, 0), v, general=True), (), "2")
        return step(paper, a + w, m * v, follows_from(known, given(paper, w, m * v)))

    def in_two_lines(paper):
        law, tie = given(paper, E, a * v**2), given(paper, a, b * v)
        one = step(paper, Derivative(E, v), 2 * a * v, differentiate(law, v), (), "3")
        cubic = step(paper, E, b * v**3, follows_from(law, tie), (), "4")
        other = step(paper, Derivative(E, v), 3 * b * v**2, differentiate(cubic, v), (), "5")
        return step(paper, 2 * a * v, 3 * b * v**2, follows_from(one, other))

    def in_one_law(paper):
        law, cubic = given(paper, E, a * v**2), given(paper, A, b * v**3)
        one = step(paper, Derivative(E, v), 2 * a * v, differentiate(law, v), (), "3")
        other = step(paper, Derivative(A, v), 3 * b * v**2, differentiate(cubic, v), (), "5")
        sums = (Derivative(E, v) + Derivative(A, v), 2 * a * v + 3 * b * v**2)
        return step(paper, *sums, follows_from(one, other))

    yield case("q u + a v = 0 for every v ⊢ a = 0 where u = m v", False, tied)
    yield case("q u + a v = 0 for every v ⊢ a = 0; with u = m v ⊢ a + u = m v", False, tied_further_on)
    yield case("q u + a v = 0 for every v ⊢ a = 0; with w = m v ⊢ a + w = m v", True, free_further_on)
    yield case("dE/dv of E = a v², and of E = b v³ by a = b v ⊢ 2 a v = 3 b v²", False, in_two_lines)
    yield case("dE/dv of E = a v², dA/dv of A = b v³ ⊢ their sum", True, in_one_law)
    yield case("2A = 2 a v for every v ⊢ a = 0", False, function_of_v)
    yield case("m v²/2 = E for every v ⊢ v = 0", False, energy)
    yield case("q u + a v = 0 for every v ⊢ a = 0", True, law)


def places(rng: random.Random) -> Iterator[Case]:
    """E = a v² at two places gives two energies."""
    one, other = rng.sample(range(2, 9), 2)

    def same_name(paper):
        law = given(paper, E, a * v**2)
        return step(paper, a, 0, follows_from(specialise(law, {v: one}), specialise(law, {v: other})))

    def other_name(paper):
        law = given(paper, E, a * v**2)
        return step(
            paper, A * one**2, E * other**2, follows_from(specialise(law, {v: one}), specialise(law, {E: A, v: other}))
        )

    def through_a_line(paper):
        known = step(paper, A, one**2, specialise(given(paper, A, v**2), {v: one}), (), "2")
        return step(paper, E, one**2 * v, follows_from(known, given(paper, E, A * v)))

    def under_a_condition(paper):
        return step(paper, A, one**2, specialise(given(paper, A, v**2), {v: one}), [v > one])

    def where_it_is(paper):
        return step(paper, A, one**2, specialise(given(paper, A, v**2), {v: one}), [sympy.Eq(v, one)])

    def two_laws(paper):
        laws = given(paper, A, v**2), given(paper, E, A + v)
        by = follows_from(specialise(laws[0], {v: one}), specialise(laws[1], {v: other}))
        return step(paper, E, one**2 + other, by)

    def excluded(paper):
        law = given(paper, A, v**2)
        lines = (step(paper, A, n**2, specialise(law, {v: n}), (), str(n)) for n in (one, other))
        return paper.logic("z", contradiction(*lines), **HERE)

    yield case(f"A = v² at {one}, E = A v ⊢ E = {one}² v", False, through_a_line)
    yield case(f"A = v² at {one} ⊢ A = {one}² where v > {one}", False, under_a_condition)
    yield case(f"A = v² at {one} ⊢ A = {one}² where v = {one}", True, where_it_is)
    yield case(f"A = v² at {one}, E = A + v at {other} ⊢ E = {one}² + {other}", False, two_laws)
    yield case(f"A = v² at {one} and at {other} exclude each other", False, excluded)
    yield case(f"E = a v² at {one} and {other} ⊢ a = 0", False, same_name)
    yield case(f"E = a v² at {one}, A at {other} ⊢ {one}²A = {other}²E", True, other_name)


def aliases(rng: random.Random) -> Iterator[Case]:
    """E = a v² at two places, told by another name, through laws that define nothing, or by a law for every v."""
    one, other = rng.sample(range(2, 9), 2)
    general = rng.choice([True, False])
    named = rng.choice([(w, E), (E, w), (w + u, E), (w, 2 * E + u), (E * w, u), (sympy.exp(w) + E, u)])

    def another_name(paper):
        law, name = given(paper, E, a * v**2), given(paper, *named)
        value = sympy.solve(named[0] - named[1], w)[0]
        lines = [
            step(
                paper,
                w,
                value.subs(E, a * n**2),
                follows_from(name, specialise(law, {v: n}, general=general)),
                (),
                str(n),
            )
            for n in (one, other)
        ]
        return step(
            paper, sympy.expand(value.subs(E, a * one**2) - value.subs(E, a * other**2)), 0, follows_from(*lines)
        )

    def beside_the_law(paper):
        law, name = given(paper, E, a * v**2), given(paper, *named)
        value = sympy.solve(named[0] - named[1], w)[0].subs(E, a * one**2)
        known = step(paper, w, value, follows_from(name, specialise(law, {v: one}, general=general)), (), "k")
        return step(paper, a * (v**2 - one**2), 0, follows_from(known, law, name))

    def through_sums(paper):
        law, name = given(paper, x + y, a * v), given(paper, w, x + y)
        lines = [
            step(paper, w, n * a, follows_from(name, specialise(law, {v: n}, general=True)), (), str(n))
            for n in (one, other)
        ]
        return step(paper, a, 0, follows_from(*lines))

    def implicit(paper):
        law = given(paper, a * v**2, E * b)
        return step(paper, a, 0, follows_from(*(specialise(law, {v: n}, general=True) for n in (one, other))))

    def same_new_name(paper):
        law = given(paper, E, a * v**2)
        return step(paper, a, 0, follows_from(*(specialise(law, {v: n, E: A}) for n in (one, other))))

    def constant_by_another_name(paper):
        law, name = given(paper, E, a * v**2), given(paper, a, 2 * b)
        first = step(paper, E, 2 * one**2 * b, follows_from(name, specialise(law, {v: one})), (), "near")
        second = step(paper, A, 2 * other**2 * b, follows_from(name, specialise(law, {E: A, v: other})), (), "far")
        return step(paper, other**2 * E, one**2 * A, follows_from(first, second))

    def names_of_both_places(paper):
        law, name = given(paper, E, a * v**2), given(paper, w, E)
        near, far = ({v: n, E: symbol_} for n, symbol_ in ((one, x), (other, y)))
        return step(
            paper,
            other**2 * x + (w - E),
            one**2 * y,
            follows_from(specialise(law, near), specialise(law, far), name),
        )

    def values_of_both(paper):
        law, motion = given(paper, E, a * v**2), given(paper, v, q * x)
        line = step(paper, E, a * q**2 * x**2, follows_from(law, motion), (), "3")
        near = step(paper, E, a * q**2, specialise(line, {x: 1}), (), "4")
        return step(paper, a * q**2, one**2 * a, follows_from(near, specialise(law, {v: one})))

    def one_name_for_two(paper):
        laws = given(paper, E, a * v**2), given(paper, w, b * v)
        by = follows_from(specialise(laws[0], {v: one, E: A}), specialise(laws[1], {v: other, w: A}))
        return step(paper, one**2 * a, other * b, by)

    def name_of_another(paper):
        laws = given(paper, E, a * v**2), given(paper, A, b * v)
        return step(paper, one**2 * a, b * v, follows_from(specialise(laws[0], {v: one, E: A}), laws[1]))

    def two_variables(paper):
        laws = given(paper, E, a * v**2), given(paper, w, E + b * x)
        by = follows_from(specialise(laws[0], {v: one}), specialise(laws[1], {x: other}))
        return step(paper, w, one**2 * a + other * b, by)

    yield case(f"E = a v², v = q x at x = 1, and E = a v² at v = {one} ⊢ q² = {one**2}", False, values_of_both)
    yield case(f"E = a v² at {one} and w = b v at {other}, both A ⊢ {one**2}a = {other}b", False, one_name_for_two)
    yield case(f"E = a v² at {one}, called A, and A = b v ⊢ {one**2}a = b v", False, name_of_another)
    yield case(f"E = a v² at v = {one}, w = E + b x at x = {other} ⊢ w", True, two_variables)
    yield case(f"E = a v², {named[0]} = {named[1]} at {one} and {other} ⊢ no difference", False, another_name)
    yield case(f"E = a v², {named[0]} = {named[1]} at {one}, and E = a v² ⊢ v = {one}", False, beside_the_law)
    yield case(f"x + y = a v, w = x + y at {one} and {other} ⊢ a = 0", False, through_sums)
    yield case(f"a v² = E b at {one} and {other} ⊢ a = 0", False, implicit)
    yield case(f"E = a v² at {one} and {other}, A at both ⊢ a = 0", False, same_new_name)
    yield case(f"E = a v², a = 2b at {one}, A at {other} ⊢ {other}²E = {one}²A", True, constant_by_another_name)
    yield case(f"E = a v² with x at {one}, y at {other}, w = E ⊢ {other}²x = {one}²y", True, names_of_both_places)


def beside(rng: random.Random) -> Iterator[Case]:
    """A line that states an equation and an inequality is known with both."""
    c = rng.randint(1, 9)

    def line(paper):
        by = follows_from(given(paper, x, -c - sympy.exp(w)), given(paper, y, x))
        return paper.for_all("both", equal(x, y), less(x, -c), by=by, **HERE)

    yield case(
        f"x = y and x < −{c} ⊢ |x| = −y", True, lambda paper: step(paper, sympy.Abs(x), -y, follows_from(line(paper)))
    )
    yield case(
        f"x = y and x < −{c} ⊢ |x| = y", False, lambda paper: step(paper, sympy.Abs(x), y, follows_from(line(paper)))
    )


def cases_of_premises(rng: random.Random) -> Iterator[Case]:
    """x (u − c) = 0 and u a = u b: a = b where u ≠ 0, and nothing where u = 0."""
    c = rng.randint(2, 9)

    def divided(paper):
        zero, product = given(paper, x * (u - c), 0), given(paper, u * a, u * b)
        return step(paper, a + x * u, b + c * x, follows_from(zero, divide(product, u)))

    def chain(paper):
        first, second = given(paper, w, a * x), given(paper, w, b * x)
        known = paper.step("3", lhs=a, rhs=(w / x, b), by=follows_from(first, second), **HERE)
        return step(paper, a * c, b * c, follows_from(known.ends))

    yield case(f"x(u − {c}) = 0, ua = ub divided by u ⊢ a + xu = b + {c}x", None, divided)
    yield case(f"a = w/x = b, its ends ⊢ {c}a = {c}b", None, chain)


def excluded(rng: random.Random) -> Iterator[Case]:
    """Equations that are known under conditions exclude each other under these."""
    c = rng.randint(2, 9)

    def two_cases(paper):
        law = given(paper, A, sympy.Abs(x))
        right = step(paper, A, x, follows_from(law), [x > 0], "2")
        left = step(paper, A, -x, follows_from(law), [x < 0], "3")
        return paper.logic("z", contradiction(right, left), **HERE)

    def law_of_functions(paper):
        return paper.value(
            "z", for_every_number(over(i, N, X(i)), c * N, number=N), by=follows_from(given(paper, X(j), c)), **HERE
        )

    yield case("A = x for x > 0 and A = −x for x < 0 exclude each other", True, two_cases)
    yield case(f"X_j = {c} ⊢ ΣX_i = {c}N", True, law_of_functions)
    yield case(
        "x = y ⊢ x + 1 = y + 1",
        True,
        lambda paper: paper.value("z", equal(x + c, y + c), by=follows_from(given(paper, x, y)), **HERE),
    )


MAKERS = (beside, derivatives, functions, compared, places, aliases, cases_of_premises, excluded)
