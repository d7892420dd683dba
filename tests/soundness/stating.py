"""What the generators of statements share: symbols, and how a statement is put to the engine."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import Any

import sympy
from sympy.logic.boolalg import Boolean

from tests.soundness import Case
from verify.claims import ClaimError, follows_from, symbol
from verify.judging.verdict_on import judge
from verify.quantities.dimension_names import DIMENSIONLESS
from verify.vocabulary.moves import Equation
from verify.vocabulary.readings import Reading

Says = Callable[[], Sequence[Any]]


def number(name: str, **assumptions: bool) -> Any:
    """A symbol for a pure number."""
    return symbol(name, name, f"the number {name}", DIMENSIONLESS, **assumptions)


def case(
    shown: str,
    truth: bool | None,
    says: Says,
    premises: Sequence[tuple[Any, Any]] = (),
    where: Sequence[Boolean] = (),
) -> Case:
    """The statement that `says` builds, under premises (each a pair of sides) and conditions, as a case."""

    def decide() -> str:
        equations = [Equation(str(k), sympy.sympify(lhs), sympy.sympify(rhs)) for k, (lhs, rhs) in enumerate(premises)]
        try:
            by = follows_from(*equations) if equations else None
            found = judge(Reading("as printed", tuple(says()), by, tuple(where)))
        except ClaimError:
            return "refused"
        outcome = found.outcome.value
        return "holds-if" if outcome in ("proved", "corroborated") and found.evidence.conditions else outcome

    more = [f"{lhs} = {rhs}" for lhs, rhs in premises] + [str(condition) for condition in where]
    return Case(f"{shown} [{', '.join(more)}]" if more else shown, truth, decide)


def fraction(rng: random.Random, size: int = 5, most: int = 6) -> sympy.Rational:
    """A small fraction of either sign."""
    return sympy.Rational(rng.randint(-size * most, size * most), rng.randint(1, most))


def positive(rng: random.Random, size: int = 5, most: int = 6) -> sympy.Rational:
    return sympy.Rational(rng.randint(1, size * most), rng.randint(1, most))


def as_decimal(value: sympy.Rational, places: int) -> str:
    """Rounded to so many places, half away from zero."""
    scaled = int(sympy.floor(abs(value) * 10**places + sympy.Rational(1, 2)))
    whole, rest = divmod(scaled, 10**places)
    return f"{'-' if value < 0 and scaled else ''}{whole}" + (f".{rest:0{places}d}" if places else "")
