"""What the enclosed solution of a problem says: its values at places, and the zeros of expressions in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction

import sympy
from flint import acb, arb

from verify.balls import compile_ball
from verify.errors import GiveUp
from verify.odes.fields import Ending, Node, field
from verify.odes.flow import BITS, Piece, taken
from verify.odes.problems import Law, Need, Problem, is_broken
from verify.odes.taylor_models import Model, Step, ball, exactly
from verify.proofs.definedness import unseen
from verify.terms.requirements import Requirement

MOST_PIECES = 400
DEEPEST = 14
FINEST = Fraction(1, 2**70)


class Solution:
    """The solution of a problem from its start on, in the direction +1 or -1, as far as it is asked for.

    `parameters` are balls for symbols that are no functions.  Lengths s ≥ 0 are counted from the start.
    """

    def __init__(self, problem: Problem, parameters: Mapping[sympy.Symbol, acb], direction: int = 1) -> None:
        self.problem = problem
        self.parameters = parameters
        self.direction = direction
        self.begin = Fraction(int(problem.start.p), int(problem.start.q))
        self.symbols = list(problem.letters.values())
        self.pieces: list[Piece] = []
        self.ending = Ending()
        self._end_bracket: tuple[Fraction, Fraction] | None = None
        self._regular = {law.index: self._fields(law.factor, law.value) for law in problem.laws}
        self._singular = {law.index: _singular(problem, law, direction) for law in problem.laws}
        self._at_start = {
            index: self._field(found[1], self.ending) for index, found in self._singular.items() if found is not None
        }
        self._needs = [(self._field(need.part), need.positive) for need in self._unseen_needs()]
        self._initial = [self._initial_value(i, value) for i, value in enumerate(problem.initial)]

    def weights(self, start: Fraction) -> Sequence[arb]:
        """The k of each letter: 0, but for the last ones of singular equations at the start."""
        weights = [arb(0)] * len(self.symbols)
        for index, found in self._singular.items():
            if start == 0 and found is not None:
                weights[index] = arb(found[0].numerator) / found[0].denominator
        return weights

    def right_sides(self, start: Fraction, models: Sequence[Model]) -> list[Model]:
        values = self._values(start, models)
        step, found = models[0].step, list[Model]()
        for index in range(len(models)):
            if index not in self._regular:
                slope = models[index + 1]
            elif start == 0 and index in self._at_start:
                slope = self._at_start[index](step, values)
            else:
                factor, value = (node(step, values) for node in self._regular[index])
                if factor.range().contains(0):
                    raise GiveUp("the factor of the highest derivative may vanish")
                slope = value * factor.power(-1)
            found.append(slope if self.direction > 0 else slope.scaled(arb(-1)))
        return found

    def follow(self, length: Fraction) -> None:
        """Takes steps up to there.  Raises GiveUp where the solution cannot be followed."""
        while (done := self.pieces[-1].end if self.pieces else Fraction(0)) < length:
            if self.has_ended:
                raise GiveUp(
                    f"the solution ends at {float(self._end(done)):.6g} or before, where {self.ending.base} is zero"
                )
            if len(self.pieces) >= MOST_PIECES:
                raise GiveUp(f"the solution was followed for {MOST_PIECES} steps only, to {float(self._end(done)):.6g}")
            values = self._initial
            if self.pieces:
                last = self.pieces[-1]
                values = [model.at(exactly(last.end - last.start)) for model in last.models]
            piece = taken(self, done, values, length - done)
            self._check_needs(piece)
            self.pieces.append(piece)

    def _unseen_needs(self) -> list[Need]:
        """What the equations as printed need, and what is followed does not show.  Raises GiveUp for what is certainly not met.

        Beside a singular start a power of the distance from it is positive.
        """
        laws, singular = self.problem.laws, [found[1] for found in self._singular.values() if found is not None]
        followed = [(law.factor, law.value) for law in laws] + [(regular,) for regular in singular]
        left = list[Need]()
        for need in self.problem.needs:
            seen = all(self._shows(parts, need) for parts in followed)
            if seen or (singular and self._is_distance(need)):
                continue
            if isinstance(need.part, Requirement) or need.part == 0:
                raise GiveUp("the differential equation as printed is not known to be defined along the solution")
            left.append(need)
        return left

    def _shows(self, parts: Sequence[sympy.Expr], need: Need) -> bool:
        if need.positive:
            shown = (part for e in parts for part in e.atoms(sympy.log, sympy.Pow) if is_broken(part))
            return any(part.args[0] == need.part for part in shown)
        return not unseen((need.part,), parts)

    def _is_distance(self, need: Need) -> bool:
        """Is it a number times a power of the distance from the start?"""
        part, problem, distance = need.part, self.problem, sympy.Dummy("s", positive=True)
        at = {problem.variable: problem.start + self.direction * distance}
        if not isinstance(part, sympy.Expr) or part.free_symbols != {problem.variable}:
            return False
        number, _ = sympy.expand(part.xreplace(at)).as_coeff_exponent(distance)
        return bool(number.is_positive if need.positive else number.is_nonzero)

    def _check_needs(self, piece: Piece) -> None:
        values = self._values(piece.start, piece.models)
        for node, positive in self._needs:
            found = node(piece.models[0].step, values).range()
            if found.contains(0) or (positive and not found > 0) or not found.is_finite():
                raise GiveUp("the differential equation as printed is not known to be defined along the solution")

    def _end(self, length: Fraction) -> Fraction:
        return self.begin + self.direction * length

    def over(self, low: Fraction, high: Fraction) -> list[arb]:
        """Balls of the letters for all lengths from `low` to `high`."""
        self.follow(high)
        if not high:
            return self._initial
        if self.has_ended and high > self.pieces[-1].start and (low, high) != self._end_bracket:
            raise GiveUp("a place is not known to lie before the end of the solution")
        found: list[arb | None] = [None] * len(self.symbols)
        for piece, a, b in self._parts(low, high):
            for i, model in enumerate(piece.models):
                value, former = model.at(ball(a, b)), found[i]
                found[i] = value if former is None else former.union(value)
        return [value for value in found if value is not None]

    def zeros(self, expression: sympy.Expr, low: Fraction, high: Fraction) -> list[tuple[Fraction, Fraction]]:
        """Brackets of the zeros strictly between two lengths, each of one that is simple, in order.

        On each part the expression has no zero, by its range, or rises or falls throughout, by that of its slope.
        Raises GiveUp where neither is certain.
        """
        if expression == self._followed_to_its_end(high):
            return self._zero_at_the_end(low, high)
        self.follow(high)
        if self.has_ended and high > self.pieces[-1].start:
            raise GiveUp("the interval is not known to lie before the end of the solution")
        node, slope = self._field(expression), self._field(self.problem.slope(expression))
        found, run = list[tuple[Fraction, Fraction]](), list[tuple[Fraction, Fraction, int]]()
        for piece, a, b in self._parts(low, high):
            curve = node(piece.models[0].step, self._values(piece.start, piece.models))
            for left, right, rises in self._sorted(piece, curve, slope, a, b, 0):
                if rises is not None and (not run or run[-1][2] == rises):
                    run.append((piece.start + left, piece.start + right, rises))
                    continue
                found += self._in_run(node, run)
                run = [] if rises is None else [(piece.start + left, piece.start + right, rises)]
        return [*found, *self._in_run(node, run)]

    @property
    def has_ended(self) -> bool:
        """Is the base of a broken power not known to be positive on the whole of the last step?"""
        if self.ending.base is None or not self.pieces:
            return False
        last = self.pieces[-1]
        return not self._values(last.start, last.models)[self.ending.base].range() > 0

    def _followed_to_its_end(self, high: Fraction) -> sympy.Expr | None:
        """What becomes zero where the solution ends, if a step towards this length is its last one."""
        try:
            self.follow(high)
        except GiveUp:
            if not self.has_ended:
                raise
        return self.ending.base if self.has_ended else None

    def _zero_at_the_end(self, low: Fraction, high: Fraction) -> list[tuple[Fraction, Fraction]]:
        """Before its last step the base of the power is positive: its one zero is where that ends."""
        if self.ending.base not in self.symbols:
            raise GiveUp("the solution ends where its variable is zero")
        last, base = self.pieces[-1], self.symbols.index(self.ending.base)
        curve, slope = last.models[base], self._slope_at_the_end(base)
        width = last.end - last.start
        if low > last.start or not curve.at(exactly(width)) < 0 or slope is None or not slope < 0:
            raise GiveUp("the zero at which the solution ends could not be told from none")
        a, b = _narrowed(lambda s: curve.at(exactly(s)), Fraction(0), width, positive_first=True)
        a, b = last.start + a, last.start + b
        if a < high < b:
            raise GiveUp("the solution ends too close to an end of the interval")
        self._end_bracket = a, b
        return [(a, b)] if b <= high else []

    def _slope_at_the_end(self, base: int) -> arb | None:
        """The range, over the last step, of the slope of a letter that is none of the last ones."""
        return None if base in self._regular else self.pieces[-1].models[base + 1].range() * self.direction

    def _in_run(self, node: Node, run: list[tuple[Fraction, Fraction, int]]) -> list[tuple[Fraction, Fraction]]:
        """The zero of a part on which the expression is monotonic; one at an end of it is none inside."""
        if not run:
            return []
        low, high = run[0][0], run[-1][1]
        first, last = self._value(node, low), self._value(node, high)
        for value in (first, last):
            if value == 0:
                return []
            if value.contains(0):
                raise GiveUp("the expression may vanish at an end of the interval")
        if (first > 0) == (last > 0):
            return []
        return [_narrowed(lambda length: self._value(node, length), low, high, positive_first=first > 0)]

    def _sorted(
        self, piece: Piece, curve: Model, slope: Node, low: Fraction, high: Fraction, depth: int
    ) -> Iterator[tuple[Fraction, Fraction, int | None]]:
        """Parts of the step, from `low` to `high`, with the sign of the slope; None where there is no zero."""
        if not curve.at(ball(low, high)).contains(0):
            yield low, high, None
            return
        rises = self._slope(piece, slope, low, high)
        if rises is not None and not rises.contains(0):
            yield low, high, 1 if (rises > 0) == (self.direction > 0) else -1
            return
        if depth == DEEPEST:
            raise GiveUp("a zero could not be told from none")
        middle = (low + high) / 2
        for a, b in ((low, middle), (middle, high)):
            yield from self._sorted(piece, curve, slope, a, b, depth + 1)

    def _slope(self, piece: Piece, slope: Node, low: Fraction, high: Fraction) -> arb | None:
        """The range of the slope on a part of the step, from the values of the letters there."""
        here = [model.at(ball(low, high)) for model in piece.models]
        try:
            found = self._evaluated(slope, here, ball(piece.start + low, piece.start + high))
        except GiveUp:
            return None
        return found if found.is_finite() else None

    def _value(self, node: Node, length: Fraction) -> arb:
        return self._evaluated(node, self.over(length, length), exactly(length))

    def _evaluated(self, node: Node, letters: Sequence[arb], length: arb) -> arb:
        """The value of an expression where the letters have these values."""
        point = Step(Fraction(0), 0)
        values = {s: point.constant(b) for s, b in zip(self.symbols, letters, strict=True)}
        values[self.problem.variable] = point.constant(self._place(length))
        return node(point, values).coefficient(0)

    def _parts(self, low: Fraction, high: Fraction) -> Iterator[tuple[Piece, Fraction, Fraction]]:
        """The steps between two lengths, each with its part as lengths from its own start."""
        for piece in self.pieces:
            a, b = max(low, piece.start), min(high, piece.end)
            if a < b or a == b == low == high:
                yield piece, a - piece.start, b - piece.start

    def _values(self, start: Fraction, models: Sequence[Model]) -> dict[sympy.Symbol, Model]:
        values = dict(zip(self.symbols, models, strict=True))
        values[self.problem.variable] = models[0].step.line(self._place(exactly(start)), self.direction)
        return values

    def _place(self, length: arb) -> arb:
        return exactly(self.begin) + length * self.direction

    def last_width(self) -> arb | None:
        return self.ending.reach

    def _field(self, expression: sympy.Expr, ending: Ending | None = None) -> Node:
        unknown = expression.free_symbols - {*self.symbols, self.problem.variable} - set(self.parameters)
        if unknown:
            raise GiveUp(f"no value is given for {', '.join(sorted(map(str, unknown)))} in the differential equation")
        return field(expression, self.parameters, ending)

    def _fields(self, factor: sympy.Expr, value: sympy.Expr) -> tuple[Node, Node]:
        return self._field(factor, self.ending), self._field(value, self.ending)

    def _initial_value(self, index: int, value: sympy.Expr | None) -> arb:
        found = self._singular.get(index)
        if value is None:
            raise GiveUp("an initial value is not given")
        if value.free_symbols - set(self.parameters):
            raise GiveUp("an initial value is no number")
        given = compile_ball(value)({s: b for s, b in self.parameters.items() if s in value.free_symbols}, BITS)
        if not given.is_finite() or not given.imag == 0:
            raise GiveUp("an initial value is no real number")
        if found is not None and found[0] > 0 and value != 0:
            raise GiveUp("the differential equation is singular at its start, and the slope there is not 0")
        return given.real


def _narrowed(
    value: Callable[[Fraction], arb], low: Fraction, high: Fraction, positive_first: bool
) -> tuple[Fraction, Fraction]:
    """A bracket of the one zero between two lengths, halved as long as the sign in the middle is certain."""
    while high - low > FINEST:
        middle = (low + high) / 2
        found = value(middle)
        if found.contains(0):
            break
        low, high = (middle, high) if (found > 0) == positive_first else (low, middle)
    return low, high


def _singular(problem: Problem, law: Law, direction: int) -> tuple[Fraction, sympy.Expr] | None:
    """k and G of y'' = -(k/x) y' + G, with x counted from the start; None where the equation is regular there, or not of that kind.

    The factor of the highest derivative must be a power of x, which is not zero beside the start.
    """
    letter = list(problem.letters.values())[law.index]
    distance = sympy.Dummy("s", positive=True)
    at = {problem.variable: problem.start + direction * distance}
    factor = sympy.expand(law.factor.xreplace(at))
    number, power = factor.as_coeff_exponent(distance)
    if not number.is_Rational or number == 0 or not power.is_Rational:
        return None
    right = sympy.expand(law.value.xreplace(at) / factor)
    steep = direction * right.coeff(distance, -1)
    k = -steep.coeff(letter, 1)
    if not k.is_Rational or k < 0 or (k == power == 0) or sympy.expand(steep + k * letter) != 0:
        return None
    regular = sympy.expand(right + direction * k * letter / distance)
    back = {distance: direction * (problem.variable - problem.start)}
    return Fraction(int(k.p), int(k.q)), regular.xreplace(back)
