"""What every rule speaks of: places, balls with their limits of size, and what is certain of one ball."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from typing import Any

from flint import acb, arb, ctx, fmpq

MAX_NUMBER_BITS = 200_000
MAX_EXPONENT_BITS = 64
MAX_TERMS = 20_000
MAX_INTEGER = arb(2**4096)
"""No exact integer as large as this is looked at: what it would be used for (an exponent, an
order, the end of a sum) is refused long before, and FLINT ends the process instead of
answering where a number such as 2^(2^64), a small mantissa with a huge exponent, is to be
written down as an integer."""


NAN = acb("nan")
ZERO = acb(0)
ONE = acb(1)


Node = Callable[["Env", bool], acb]
Test = Callable[["Env", bool], bool | None]
Exact = Callable[[Mapping[Any, Any]], Any]


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


class Work:
    """Counts what the enclosures of integrals and sums cost: a step is one look at an integrand or a term, times its precision in words.

    Steps are the same in every run, unlike seconds, so that an audit whose words are cut off
    by a budget of steps stays reproducible.
    """

    def __init__(self) -> None:
        self.steps = 0
        self.most: int | None = None

    def go_on(self) -> bool:
        """Counts one step; False once the budget is used up: from then on nothing is enclosed, and nothing counted."""
        if self.is_used_up():
            return False
        self.steps += _words()
        return not self.is_used_up()

    def is_used_up(self) -> bool:
        return self.most is not None and self.steps > self.most

    @contextmanager
    def budget(self, steps: int) -> Iterator[None]:
        """Inside the block no more than `steps` further steps; a budget round it is not widened."""
        former = self.most
        self.most = min(self.steps + steps, self.steps + steps if former is None else former)
        try:
            yield
        finally:
            self.most = former

    def looks(self, count: int) -> AbstractContextManager[None]:
        """Inside the block no more than so many further looks at the precision of now."""
        return self.budget(count * _words())

    @contextmanager
    def apart(self, steps: int) -> Iterator[None]:
        """Inside the block `steps` steps on a meter of its own: what is remembered must not depend on who asked first."""
        former = self.steps, self.most
        self.most = self.steps + steps
        try:
            yield
        finally:
            self.steps, self.most = former


def _words() -> int:
    return 1 + int(ctx.prec) // 64


work = Work()


class precision:
    """Arb works with `bits` bits inside the block; the former precision comes back in any case."""

    __slots__ = ("bits", "former")

    def __init__(self, bits: int) -> None:
        self.bits = bits

    def __enter__(self) -> None:
        self.former = ctx.prec
        ctx.prec = self.bits

    def __exit__(self, *_: object) -> None:
        ctx.prec = self.former


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


def is_real(z: acb) -> bool:
    """z is certainly real: its imaginary part is an exact zero."""
    return bool(z.imag == 0)


def is_exactly(z: acb, value: int) -> bool:
    return bool(z.is_exact()) and bool(z == value)


def exact_integer(z: acb) -> int | None:
    """The integer that the ball is, if it is exactly one point, an integer, and below MAX_INTEGER."""
    if not (z.is_exact() and is_real(z) and abs(z.real) < MAX_INTEGER and z.real.is_integer()):
        return None
    return int(z.unique_fmpz())
