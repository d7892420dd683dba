"""Where a claim is supposed to hold, and exact points from there.

A domain is data: symbols with their assumptions and the conditions that link them.
`points` samples it with exact rationals.  Every point that comes out satisfies every
assumption and every condition, certified: by rational arithmetic where the condition
is rational, by the sign of a ball otherwise; what cannot be certified is not used.
A domain from which no point comes is an error, never a pass.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, partial
from typing import Any

import sympy
from sympy.core.relational import Relational
from sympy.logic.boolalg import Boolean

from verify import wording
from verify.balls import (
    HEAVY,
    Env,
    compile_ball,
    compile_condition,
    compile_exact,
    environment,
    is_real,
    precision,
    sign_of,
)
from verify.errors import ClaimError, GiveUp, UndecidableCondition
from verify.points.by_assumptions import allowed
from verify.points.drawn import Drawn
from verify.points.exact_numbers import decide_constant
from verify.points.plan import UNFORESEEN, Plan, Point, symbol_name, symbol_order
from verify.terms.admissible import Admissible
from verify.terms.sign_algebra import ASSUMED, NONZERO, UNKNOWN
from verify.terms.survey import TooBig, by_name, survey

CONDITION_BITS = 128
TRIES_FOR_FIRST_POINT = 3000
TRIES_FOR_NEXT_POINT = 300
TRIES_FOR_A_HEAVY_LOOK = 300

SIMPLEST = tuple(map(sympy.Rational, ["1", "2", "3", "1/2", "0", "-1", "4", "1/3", "-2", "5"]))


class EmptyDomain(ClaimError):
    """No point satisfies the assumptions and conditions, or none was found."""


@dataclass(frozen=True)
class Domain:
    """Symbols with assumptions, and conditions that link them.

    `conditions` are SymPy relations or And/Or/Not of them; a Python bool or SymPy
    true/false is accepted.  Raises ClaimError for a condition on an undeclared symbol,
    and for what is neither a symbol nor a condition.
    """

    symbols: tuple[Any, ...]
    conditions: tuple[Any, ...] = ()

    @classmethod
    def of(cls, lhs: Any, rhs: Any, conditions: tuple[Any, ...] = ()) -> Domain:
        """The domain of a relation: the free symbols of both sides and of the conditions."""
        try:
            symbols = survey(lhs, rhs).symbols
        except TooBig:
            symbols = frozenset(lhs.free_symbols | rhs.free_symbols)
        return cls(tuple(symbols.union(*(getattr(c, "free_symbols", ()) for c in conditions))), conditions)

    def __post_init__(self) -> None:
        symbols = _in_order(set(self.symbols))
        conditions = tuple(_flat(self.conditions))
        for symbol in symbols:
            if not getattr(symbol, "is_Symbol", False):
                raise ClaimError(f"domain symbol={symbol!r}; expected a SymPy Symbol")
        for condition in conditions:
            stray: set[Any] = getattr(condition, "free_symbols", set()) - set(symbols)
            if stray:
                names = ", ".join(sorted(map(str, stray)))
                raise ClaimError(f"condition={condition} speaks of {names}; expected only symbols of the domain")
        object.__setattr__(self, "symbols", symbols)
        object.__setattr__(self, "conditions", conditions)

    def points(self, seed: int = 0, count: int = 8) -> Iterator[Point]:
        """Up to `count` distinct exact points, the human-friendly ones first.

        The sequence depends only on the domain and the seed.  Fewer points come when
        the domain holds or yields no more.  Raises EmptyDomain if there is none at all.
        """
        if sympy.S.false in self.conditions:
            raise EmptyDomain(f"no point satisfies {self}; expected a satisfiable domain")
        if seed not in self._drawn:
            self._drawn[seed] = Drawn(partial(self._draw, seed))
        points = self._drawn[seed].first(count)
        first = next(points, None)
        if first is None:
            raise EmptyDomain(
                f"no point was found that satisfies {self}; expected a domain of which a point can be exhibited"
            )
        yield first
        yield from points

    @cached_property
    def _drawn(self) -> dict[int, Drawn]:
        return {}

    def _draw(self, seed: int) -> Iterator[Point]:
        """Distinct points without end, until none is found for long."""
        found: set[tuple[Any, ...]] = set()
        tries = 0
        for candidate in self._candidates(seed):
            if tries >= (TRIES_FOR_NEXT_POINT if found else TRIES_FOR_FIRST_POINT):
                return
            tries += 1
            key = None if candidate is None else tuple(candidate[symbol] for symbol in self.symbols)
            if candidate is None or key is None or key in found or not self._may_contain(candidate):
                continue
            if self._heavy:
                tries += TRIES_FOR_A_HEAVY_LOOK
            if not self.contains(candidate):
                continue
            found.add(key)
            tries = 0
            yield candidate
            if not self.symbols:
                return

    def unforeseen(self, key: str, count: int) -> Iterator[Point]:
        """Up to `count` distinct points that nobody can tell in advance: they depend on every letter of `key`.

        Their coordinates have large denominators which have nothing in common.
        """
        chance = random.Random(self._entropy(key))
        found: list[Point] = []
        for _ in range(TRIES_FOR_NEXT_POINT):
            point = self._plan.candidate(UNFORESEEN, lambda: chance)
            if point is None or point in found or not self._may_contain(point) or not self.contains(point):
                continue
            found.append(point)
            yield point
            if len(found) >= count:
                return

    def _may_contain(self, point: Point) -> bool:
        """Is the point inside as far as it is quickly seen?"""
        return all(allowed(symbol, point[symbol]) for symbol in self.symbols) and (
            not self._heavy or self._light.satisfies(point)
        )

    @cached_property
    def _heavy(self) -> tuple[Any, ...]:
        """The conditions that take long to enclose: those with integrals and sums."""
        return tuple(c for c in self.conditions if isinstance(c, sympy.Basic) and c.has(*HEAVY))

    @cached_property
    def _light(self) -> Domain:
        return Domain(self.symbols, tuple(c for c in self.conditions if c not in self._heavy))

    def contains(self, point: Point) -> bool:
        """Is the point certainly in the domain?"""
        return all(allowed(symbol, point[symbol]) for symbol in self.symbols) and self.satisfies(point)

    def satisfies(self, point: Point) -> bool:
        """Do the conditions certainly hold at the point?"""
        if not self._tests:
            return True
        with precision(CONDITION_BITS):
            env = environment(point)
            answers = ((test(env), condition) for test, condition in zip(self._tests, self.conditions, strict=True))
            return all(answer is True or (answer is None and _is_exact(c, point)) for answer, c in answers)

    def assumptions_of(self) -> str:
        """The domain in words for a physicist, such as 'm > 0, n = 1, 2, 3, …, r < R'."""
        words = [described for described in map(describe_symbol, self.symbols) if described]
        return ", ".join([*words, *map(describe_condition, self.conditions)])

    def __str__(self) -> str:
        return self.assumptions_of() or "the domain without symbols or conditions"

    def __getstate__(self) -> dict[str, Any]:
        # Compiled tests are closures, which no worker process can receive; they are rebuilt there.
        return {"symbols": self.symbols, "conditions": self.conditions}

    # -- how points are made

    @cached_property
    def _tests(self) -> list[Callable[[Env], bool | None]]:
        try:
            return [_test_of(condition) for condition in self.conditions]
        except GiveUp as problem:
            told = " and ".join(map(wording.condition, self.conditions))
            raise UndecidableCondition(f"the conditions {told} cannot be decided: {problem}") from None

    @cached_property
    def _plan(self) -> Plan:
        return Plan.of(self.symbols, self.conditions)

    def _candidates(self, seed: int) -> Iterator[Point | None]:
        """Endless candidates: friendly rounds first, then random ones at several scales."""
        chance = cache(lambda: random.Random(self._entropy(seed)))
        turn = 0
        while True:
            candidate = self._plan.candidate(turn, chance)
            # A real value of complex symbols is rare among complex points, and common among real ones.
            if candidate is not None and self._asks_for_a_value and turn % 2 == 0:
                candidate = {symbol: sympy.re(value) for symbol, value in candidate.items()}
            yield candidate
            turn += 1

    @property
    def _asks_for_a_value(self) -> bool:
        return any(isinstance(condition, Admissible) for condition in self.conditions)

    def _entropy(self, seed: int | str) -> int:
        text = f"{seed}|" + "|".join(f"{s}:{sorted(s.assumptions0.items())}" for s in self.symbols)
        return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")


def certainly_holds(condition: Boolean) -> bool:
    """Does a condition on numbers, without symbols, certainly hold?

    >>> certainly_holds(sympy.Gt(sympy.sqrt(2), 1, evaluate=False)), certainly_holds(sympy.Symbol("x") > 0)
    (True, False)
    """
    try:
        return not condition.free_symbols and Domain((), (condition,)).satisfies({})
    except (ClaimError, GiveUp):
        return False


def _is_exact(condition: Any, point: Point) -> bool:
    """Does a condition that admits equality hold because its two sides are equal as exact numbers, which no ball shows?"""
    if not isinstance(condition, (sympy.Eq, sympy.Ge, sympy.Le)):
        return False
    gap = (condition.lhs - condition.rhs).xreplace(point)
    return gap == 0 or decide_constant(gap) is True


def _flat(conditions: Sequence[Any]) -> Iterator[Any]:
    """The conditions with And split and trivial truths dropped."""
    for condition in conditions:
        if condition is True or condition is sympy.S.true:
            continue
        if condition is False:
            yield sympy.S.false
        elif isinstance(condition, sympy.And):
            yield from _flat(sorted(condition.args, key=by_name))
        elif condition is sympy.S.false or isinstance(condition, (Relational, sympy.Or, sympy.Not, Admissible)):
            yield condition
        else:
            raise ClaimError(f"condition={condition!r}; expected a relation, And, Or or Not")


def _in_order(symbols: set[Any]) -> tuple[Any, ...]:
    """By name; the assumptions, which take longer to ask for, tell namesakes apart."""
    names = {getattr(symbol, "name", "") for symbol in symbols}
    return tuple(sorted(symbols, key=symbol_order if len(names) < len(symbols) else symbol_name))


def describe_symbol(symbol: Any) -> str:
    """A symbol's assumptions in print: 'm > 0', 'n = 1, 2, 3, …', 'x real'; '' for a bare complex one."""
    if symbol.is_integer:
        return f"{wording.name(symbol)} = {_describe_integers(symbol)}"
    for is_so, words in (
        (symbol.is_zero, "= 0"),
        (symbol.is_positive, "> 0"),
        (symbol.is_negative, "< 0"),
        (symbol.is_nonnegative, "≥ 0"),
        (symbol.is_nonpositive, "≤ 0"),
        (symbol.is_real and symbol.is_nonzero, "real, ≠ 0"),
        (symbol.is_rational, "rational"),
        (symbol.is_real, "real"),
        (symbol.is_imaginary, "imaginary"),
        (symbol.is_hermitian, "hermitian"),
        (symbol.is_antihermitian, "antihermitian"),
        (symbol.is_polar, "polar"),
        (symbol.is_zero is False, "≠ 0"),
    ):
        if is_so:
            return f"{wording.name(symbol)} {words}"
    return f"{wording.name(symbol)} complex"


def _describe_integers(symbol: Any) -> str:
    if symbol.is_zero:
        return "0"
    if symbol.is_prime:
        return "2, 3, 5, 7, …"
    start = [n for n in range(-4, 5) if allowed(symbol, sympy.Integer(n))]
    if not start:
        return "an integer"
    if symbol.is_negative or symbol.is_nonpositive:
        return ", ".join(str(n) for n in start[:-4:-1]) + ", …"
    if symbol.is_positive or symbol.is_nonnegative:
        return ", ".join(str(n) for n in start[:3]) + ", …"
    return "…, " + ", ".join(str(n) for n in start if abs(n) <= 3) + ", …"


# ---------------------------------------------------------------- values of dependent symbols

SHOWN_BY_A_BALL = {
    "complex", "finite", "!infinite", "real", "extended_real", "hermitian", "!imaginary", "!antihermitian",
    "positive", "negative", "nonnegative", "nonpositive", "nonzero", "!positive", "!negative", "!nonnegative",
    "!nonpositive", "!zero", "extended_positive", "extended_negative", "extended_nonnegative",
    "extended_nonpositive", "extended_nonzero", "!extended_positive", "!extended_negative",
    "!extended_nonnegative", "!extended_nonpositive",
}  # fmt: skip
"""Assumptions that a finite ball decides, if it is real or need not be: reality and signs."""


def _test_of(condition: Any) -> Callable[[Env], bool | None]:
    return _test_of_value(condition) if isinstance(condition, Admissible) else compile_condition(condition)


def _test_of_value(condition: Admissible) -> Callable[[Env], bool | None]:
    """May the value be taken?  Never True unless it is certainly defined, finite and as assumed.

    An exact rational is asked all that is assumed; a ball can show reality and signs, nothing else.
    """
    exact, ball, symbol = compile_exact(condition.value), compile_ball(condition.value), condition.stand_in
    demands = {demand.name for demand in condition.demands}
    if demands & {"negative", "nonpositive"}:
        demands -= {"!prime", "!composite"}  # as every number that is not positive

    def test(env: Env) -> bool | None:
        value = None if exact is None else exact(env.exact)
        if value is not None:
            return allowed(symbol, sympy.Rational(int(value.p), int(value.q)))
        return True if demands <= SHOWN_BY_A_BALL and _is_shown(ball.at(env), demands) else None

    return test


def _is_shown(ball: Any, demands: set[str]) -> bool:
    if not ball.is_finite() or ("real" in demands and not is_real(ball)):
        return False
    signs = UNKNOWN
    for name in demands:
        signs &= ASSUMED.get(name, NONZERO if name == "!zero" else UNKNOWN)
    if signs >= NONZERO:
        return signs == UNKNOWN or not ball.contains(0)
    return sign_of(ball.real) in signs


def describe_condition(condition: Any) -> str:
    """A condition in print."""
    if isinstance(condition, (sympy.And, sympy.Or)):
        word = " and " if isinstance(condition, sympy.And) else " or "
        return "(" + word.join(sorted(map(describe_condition, condition.args))) + ")"
    if isinstance(condition, sympy.Not):
        return f"not {describe_condition(condition.args[0])}"
    return wording.condition(condition)
