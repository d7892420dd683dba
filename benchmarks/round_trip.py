r"""Reads back what SymPy's LaTeX printer writes for random expressions: how many come back as they were.

    python benchmarks/round_trip.py [--number 2000] [--seed 1]

Exit status 0 if at least 99 % are read, and none of them as something else.  What is refused is printed with its
reason: a term behind a sum sign, which SymPy prints without brackets if it begins with a minus, and what stands behind a
derivative and a function, of which its print does not show whether it is differentiated.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from typing import Any

import sympy

from verify.grammar.parser import ParseError
from verify.latex.reader import parse_latex_expression

REAL = sympy.symbols("x y z t alpha omega x_1", real=True)
POSITIVE = sympy.symbols("a b k m", positive=True)
COUNT = sympy.Symbol("n", integer=True)
LETTERS = (*REAL, *POSITIVE)
NAMES = {sympy.latex(letter): letter for letter in (*LETTERS, COUNT)}
F = sympy.Function("f", real=True)
FUNCTIONS = (
    sympy.sin, sympy.cos, sympy.tan, sympy.exp, sympy.log, sympy.sqrt, sympy.sinh, sympy.cosh, sympy.tanh, sympy.atan, sympy.Abs,
)  # fmt: skip
EXPONENTS = (2, 3, -1, -2, sympy.S.Half, -sympy.S(3) / 2, sympy.S(3) / 2)


def expression(rng: random.Random, depth: int) -> Any:
    """A random expression of algebra, elementary functions and, now and then, calculus."""
    kind = rng.random()
    if depth == 0:
        if kind < 0.7:
            return rng.choice(LETTERS)
        return sympy.Rational(rng.randint(-9, 9), rng.randint(1, 9)) if kind < 0.95 else sympy.pi
    one = expression(rng, depth - 1)
    if kind < 0.3:
        return one + expression(rng, depth - 1)
    if kind < 0.55:
        return one * expression(rng, depth - 1)
    if kind < 0.65:
        return one ** rng.choice(EXPONENTS)
    if kind < 0.7:
        return rng.choice(POSITIVE) ** expression(rng, 0)
    if kind < 0.92:
        return rng.choice(FUNCTIONS)(one)
    x, small = REAL[0], expression(rng, 1)
    if kind < 0.94:
        return F(expression(rng, 0))
    if kind < 0.96:
        return sympy.Derivative(F(x) + small, x)
    if kind < 0.98:
        return sympy.Integral(small, (x, rng.choice(LETTERS[1:]), rng.choice(LETTERS[1:])))
    return sympy.Sum(small * COUNT, (COUNT, 1, rng.choice((3, 10))))


def read_back(seed: int, number: int) -> tuple[int, list[str], Counter[str]]:
    """How many come back as they were, what came back as something else, and why others were refused."""
    rng, same, wrong, refused = random.Random(seed), 0, [], Counter[str]()
    for _ in range(number):
        made = expression(rng, rng.randint(1, 4))
        while made.has(sympy.zoo, sympy.nan, sympy.oo):
            made = expression(rng, rng.randint(1, 4))
        printed = sympy.latex(made)
        try:
            found = parse_latex_expression(printed, NAMES, {"f": F})
        except ParseError as error:
            refused[str(error).partition(": ")[2][:70]] += 1
            continue
        if found == made or sympy.simplify(found - made) == 0:
            same += 1
        else:
            wrong.append(printed)
    return same, wrong, refused


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--number", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    same, wrong, refused = read_back(options.seed, options.number)
    print(f"{same} of {options.number} read back, {len(wrong)} as something else, {refused.total()} refused")
    for why, count in refused.most_common():
        print(f"  {count} {why}")
    for printed in wrong:
        print(f"  wrong: {printed}")
    return 0 if not wrong and same >= 0.99 * options.number else 1


if __name__ == "__main__":
    sys.exit(main())
