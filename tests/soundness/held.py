"""Symbols that are held constant under a derivative, an integral, a sum, a limit or a place, and what changes with its variable."""

from __future__ import annotations

import random
from collections.abc import Iterator

import sympy
from sympy import Derivative, Integral, Limit, Product, Subs, Sum

from tests.soundness import Case
from tests.soundness.put_in import HERE, case
from tests.soundness.steps import given, letters
from verify.claims import approx, as_functions_of, equal, follows_from, function, greater, substitute, symbol
from verify.quantities.dimension_names import DIMENSIONLESS

KIND = "held constant under a sign"
A, B, F, W, a, b, c, t, x = letters("A B F W a b c t x", real=True)
l, p = letters("l p", positive=True)  # noqa: E741 - a length
k = symbol("k", "k", "k", DIMENSIONLESS, integer=True)
g = function("g", "g", "g", DIMENSIONLESS, real=True)


def claims(rng: random.Random) -> Iterator[Case]:
    while True:
        yield from rng.choice(MAKERS)(rng)


def numbers(rng: random.Random) -> Iterator[Case]:
    """A = c x² at one x: its slope, and what stands under an integral, are no constants."""
    factor, place = rng.randint(1, 5), rng.randint(1, 4)
    sign, held, right = rng.choice([
        (Derivative(A, x), 0, 2 * factor * place),
        (Derivative(x * A, x), factor * place**2, 3 * factor * place**2),
        (Integral(A, (x, 0, 6)), 6 * factor * place**2, 72 * factor),
        (Limit(A, x, 7), factor * place**2, 49 * factor),
        (Subs(A, x, 7), factor * place**2, 49 * factor),
    ])  # fmt: skip
    premises = [(A, factor * x**2), (x, place)]

    def value(number: int):
        return lambda paper: paper.value(
            "z", approx(sign, str(number)), by=follows_from(*(given(paper, *line) for line in premises)), **HERE
        )

    yield case(f"A = {factor}x², x = {place} ⊢ {sign} ≈ {held}", False, value(held))
    yield case(f"A = {factor}x², x = {place} ⊢ {sign} ≈ {right}", True, value(right))
    yield case(
        f"A = {factor} ⊢ ∫A dt ≈ {factor}",
        True,
        lambda paper: paper.value(
            "z", approx(Integral(A, (t, 0, 1)), f"{factor}.0"), by=follows_from(given(paper, A, factor)), **HERE
        ),
    )


def other_kinds(rng: random.Random) -> Iterator[Case]:
    """Functions of arguments, and inequalities with a sign in a condition."""
    power = rng.randint(1, 3)

    def of_arguments(tied: sympy.Expr, result: sympy.Expr):
        says = as_functions_of(equal(x * Integral(A, (t, 0, 1)), x * result), x)
        return lambda paper: paper.value("z", says, by=follows_from(given(paper, A, tied)), **HERE)

    def bounded(tied: sympy.Expr, result: sympy.Expr):
        return lambda paper: paper.value(
            "z",
            greater(B, result),
            by=follows_from(given(paper, A, tied)),
            conditions=[Integral(A, (t, 0, 1)) < B],
            **HERE,
        )

    yield case(f"A = t^{power} ⊢ x∫A dt = x t^{power}", False, of_arguments(t**power, t**power))
    yield case(f"A = b^{power} ⊢ x∫A dt = x b^{power}", True, of_arguments(b**power, b**power))
    yield case(f"A = t^{power} where B > ∫A dt ⊢ B > t^{power}", False, bounded(t**power, t**power))
    yield case(f"A = b^{power} where B > ∫A dt ⊢ B > b^{power}", True, bounded(b**power, b**power))


def earlier(rng: random.Random) -> Iterator[Case]:
    """W = F l of W = ∫F dx holds F constant; with F = b x another line says another thing."""
    factor = rng.randint(2, 9)
    sign, held, brought, right = rng.choice([
        (Integral(F, (x, 0, l)), F * l, factor * b * x, factor * b * l**2 / 2),
        (Sum(F, (k, 1, 4)), 4 * F, factor * b * k, 10 * factor * b),
        (Product(F, (k, 1, 2)), F**2, factor * b * k, 2 * (factor * b) ** 2),
        (Limit(F, x, 2), F, factor * b * x, 2 * factor * b),
        (Derivative(F * x, x), F, factor * b * x, 2 * factor * b * x),
    ])  # fmt: skip

    def line(result: sympy.Expr, law: sympy.Expr):
        def made(paper):
            first = paper.step("y", lhs=W, rhs=held, by=follows_from(given(paper, W, sign)), **HERE)
            return paper.step("z", lhs=W, rhs=result, by=follows_from(first, given(paper, F, law)), **HERE)

        return made

    yield case(
        f"W = {sign} = {held}, F = {brought} ⊢ {held.subs(F, brought)}", False, line(held.subs(F, brought), brought)
    )
    yield case(f"W = {sign} = {held}, F = {brought} ⊢ {right}", True, line(right, brought))
    constant = factor * b
    yield case(
        f"W = {sign} = {held}, F = {constant} ⊢ {held.subs(F, constant)}", True, line(held.subs(F, constant), constant)
    )
    yield case(
        f"W = {sign} = {held}, F = {constant} ⊢ {1 + held.subs(F, constant)}",
        False,
        line(1 + held.subs(F, constant), constant),
    )


def routes(rng: random.Random) -> Iterator[Case]:
    """A law that is put under a sign while its constant changes."""
    power = rng.randint(2, 4)

    def put(result: sympy.Expr, moving: bool):
        def made(paper):
            law, line = given(paper, g(x), b * x), given(paper, B, Derivative(g(x), x))
            route = substitute(law, into=line)
            by = follows_from(route, given(paper, b, x**power)) if moving else route
            return paper.step("z", lhs=B, rhs=result, by=by, **HERE)

        return made

    yield case(f"g = b x, b = x^{power}, B = g' ⊢ B = x^{power}", False, put(x**power, True))
    yield case(f"g = b x, b = x^{power}, B = g' ⊢ B = {power + 1} b", True, put((power + 1) * x**power, True))
    yield case("g = b x, B = g' ⊢ B = b", True, put(b, False))


def slopes(rng: random.Random) -> Iterator[Case]:
    """What is defined through the variable has one slope, however its parts are named."""
    factor = rng.randint(2, 9)
    one, other = rng.sample([a, b, c], 2)

    def line(result: sympy.Expr):
        return lambda paper: paper.step(
            "z",
            lhs=Derivative(A, x),
            rhs=result,
            by=follows_from(given(paper, A, one * x**2), given(paper, one, factor * other)),
            **HERE,
        )

    yield case(f"A = {one}x², {one} = {factor}{other} ⊢ dA/dx", True, line(2 * factor * other * x))
    yield case(f"A = {one}x², {one} = {factor}{other} ⊢ dA/dx, wrong", False, line(factor * other * x))


MAKERS = (numbers, other_kinds, earlier, routes, slopes)
