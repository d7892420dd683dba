r"""Integrals: \int_a^b f dx, \int dx f, \int\frac{dx}{x}, and iterated ones; limits: \lim_{x \to a^+} f."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sympy

from verify.doubts.lines import LineReader
from verify.grammar.ambiguities import Ambiguous
from verify.grammar.glyphs import BRACKETS, CLOSING, FRACTIONS, NOT_OPERANDS, RELATIONS, SUM
from verify.grammar.items import Notation
from verify.grammar.parser import ParseError, Token, build, negated, safe_sum
from verify.grammar.tokens import normal_form
from verify.latex.sums import WHOLE
from verify.regularity.written import binding, on_the_way, under_an_integral

ARROWS = (r"\to", r"\rightarrow", r"\longrightarrow")
INCREMENTS = {r"\Delta", r"\delta"}
"""Letters that with the one behind them are a single quantity as often as not."""


OPEN_REGION = ("over the region that is printed", "between limits that are to be declared")


@dataclass(eq=False)
class Differential:
    """The dx that an integral sign waits for, and how deep in brackets the sign stands."""

    name: str
    level: int
    found: bool = False
    leads: bool = False


class IntegralReader(LineReader):
    """What follows \\int, up to its d-variable or beyond."""

    def __init__(self, source: str, notation: Notation) -> None:
        super().__init__(source, notation)
        self.differentials: list[Differential] = []
        self.definite: list[tuple[str, Any, Any]] = []

    def integral(self, token: Token) -> Any:
        r"""\int_a^b f dx, \int dx f, \int\frac{dx}{x}: the integrand reaches to its d-variable or beyond."""
        low = high = None
        while self.at("_", "^"):
            if self.advance().text == "^":
                high = self.argument()
            elif self.accepted is not None and self.text(self.item_end(self.position)) != "^":
                low, self.position = sympy.nan, self.item_end(self.position)  # a region, of which nothing is read
            else:
                low = self.argument()
        if self.accepted is not None and high is None and (low is not None or token.text == r"\oint"):
            return self._over_a_region(token)
        if token.text == r"\oint":
            return self._round_trip(token)
        if (low is None) != (high is None):
            raise ParseError("one limit of the integral is missing", token.column, r"\int_a^b or \int")
        name = self._variable_of_integration(token)
        known = self.names.get(name)
        variable = known if known is not None and known.is_Symbol else sympy.Symbol(name, real=True)
        body = self._integrand_over(name, variable)
        self._doubt_captured(variable, (low, high), body, token)
        self.doubt_constants(body, [variable], token, "under an integral")
        limits = (variable,) if low is None else (variable, low, high)
        if low is not None:
            self.definite.append((name, low, high))
        return build(token.column, sympy.Integral, body, limits)

    def limit(self, token: Token) -> Any:
        r"""\lim_{x \to a} f from both sides, \lim_{x \to a^+} f from above; f reaches to the next + or -, as behind \sum."""
        start = self.position + 1
        arrow = next((at for at in range(start, self.stop) if self.text(at) in ARROWS), None)
        if not self.take("_") or not self.at("{") or arrow is None or arrow > self.item_end(start):
            raise ParseError("a limit without its variable", token.column, r"\lim_{x \to a} f")
        end = self.item_end(start)
        self.advance()
        name, after = self.atom(self.position)
        if after != arrow or not self.is_letter(start + 1):
            raise ParseError("a limit of what is no letter", token.column, r"\lim_{x \to a} f")
        known = self.names.get(name)
        variable = known if known is not None and known.is_Symbol else sympy.Symbol(name, real=True)
        side, last = self._side_of_limit(arrow, end - 1)
        outer, self.position, self.stop = self.stop, arrow + 1, last
        with self.bars(False):
            point = self.expression()
        if self.position != last:
            raise self.unexpected("the place of the limit")
        self.position, self.stop = end, outer
        with self.bound({name: variable}), binding(variable) as lost:
            body = self.expression(SUM)
        if not on_the_way(lost, variable):
            raise ParseError("something cancels in the function", token.column, "the function without it")
        if not body.has(variable):
            raise ParseError(f"as declared, no term depends on {name}", token.column)
        if self.binding(self.peek()) == SUM:
            self.doubt(r"\lim…+…", "the limit ends before the sign", "it goes on behind it", token.column)
        direction = side or ("+-" if point.is_finite else "+")
        return build(token.column, lambda: sympy.Limit(body, variable, point, direction))

    def _side_of_limit(self, arrow: int, end: int) -> tuple[str, int]:
        """The sign behind the place, in 0^+, 0^{+} or 0+, and where the place ends."""
        texts = [self.text(at) for at in range(arrow + 1, end)]
        for tail in (["^", "{", "+", "}"], ["^", "{", "-", "}"], ["^", "+"], ["^", "-"], ["+"], ["-"]):
            if len(texts) > len(tail) and texts[-len(tail) :] == tail:
                return next(text for text in tail if text in "+-"), end - len(tail)
        return "", end

    def _over_a_region(self, token: Token) -> Any:
        r"""\int_\Omega f\,dx as a function of its integrand, of which nothing else is known."""
        start = next(place for place, one in enumerate(self.tokens) if one is token)
        name = self._variable_of_integration(token)
        label = f"{normal_form(self.tokens[start : self.position])}d{name}{WHOLE}"
        self.doubt(label.removesuffix(WHOLE), *OPEN_REGION, token.column)
        known = self.names.get(name)
        variable = known if known is not None and known.is_Symbol else sympy.Symbol(name, real=True)
        body = self._integrand_over(name, variable)
        return build(token.column, self.functions.get(label) or sympy.Function(label), body)

    def _integrand_over(self, name: str, variable: Any) -> Any:
        """What is integrated, with its d, wherever that stands."""
        mine = Differential(name, self.level)
        self.differentials.append(mine)
        with self.bound({name: variable}), binding(variable) as lost:
            body = self._integrand(mine)
        self.differentials.remove(mine)
        if not under_an_integral(lost, variable):
            raise ParseError("something cancels in the integrand", self.peek().column, "the integrand without it")
        if not mine.found:
            raise self.unexpected(f"d{name}")
        return body

    def _doubt_captured(self, variable: Any, limits: tuple[Any, Any], body: Any, token: Token) -> None:
        r"""\int_0^1\int_0^y x\,dy\,dx: inner signs take their d first, and the limit y is not the y of dy.

        Whoever prints it means the other order as a rule, in which y is the outer variable.  Of a single integral,
        \int_0^x x\,dx, there is one reading.
        """
        others = bool(self.differentials) or body.has(sympy.Integral)
        if others and any(limit is not None and limit.has(variable) for limit in limits):
            one = "another quantity of the same name"
            self.doubt(f"the limit {variable} of an integral over {variable}", one, "the other order", token.column)

    def _round_trip(self, token: Token) -> Any:
        r"""\oint f d\varphi once round: the limits are those that `ranges` gives for the variable, as for a bare \sum."""
        name = self._variable_of_integration(token)
        variable = self.index(name)
        known = next((key for key in self.ranges if key == name or self.names.get(key) == variable), None)
        if known is None:
            raise ParseError(
                "an integral over a closed path is not supported", token.column, "the range of its variable"
            )
        self.doubt(r"\oint", "once round", "another closed path", token.column)
        low, high = self.ranges[known]
        body = self._integrand_over(name, variable)
        return build(token.column, sympy.Integral, body, (variable, low, high))

    def at_limits(self) -> bool:
        """Whether the subscript and the superscript of an evaluated bracket stand here, [...]_a^b."""
        marks: list[str] = []
        place = self.position
        while place < self.stop and self.tokens[place].text in ("_", "^") and len(marks) < 2:
            marks.append(self.tokens[place].text)
            place = self.item_end(place + 1)
        return sorted(marks) == ["^", "_"]

    def between_limits(self, value: Any, opening: int, token: Token) -> Any:
        r"""[F]_a^b, the value at b less that at a: what is in the bracket is read again for each of them.

        The variable is the printed one, [F]_{x=a}^{b}, or that of the only integral before
        it in the source that has these limits; which one it is must be certain.
        """
        places: dict[str, Any] = {}
        variable = None
        while self.at("_", "^"):
            mark = self.advance().text
            named = self._named_limit()
            if named is None:
                places[mark] = self.argument()
                continue
            if variable not in (None, named[0]):
                raise ParseError(f"the limits belong to {variable} and to {named[0]}", token.column, "one variable")
            variable, places[mark] = named
        low, high = places["_"], places["^"]
        variable = variable or self._variable_of_limits(low, high, token)
        if variable not in self.names or not value.has(self.names[variable]):
            raise ParseError(f"as declared, the bracket does not depend on {variable}", token.column)
        above, below = (self._read_again(opening, variable, place) for place in (high, low))
        return safe_sum((above, negated(below, token.column)), token.column)

    def _variable_of_limits(self, low: Any, high: Any, token: Token) -> str:
        known = {one[0] for one in self.definite if one[1:] == (low, high)}
        if len(known) != 1:
            raise ParseError(
                "the variable to which the limits of the bracket belong is not printed",
                token.column,
                "[...]_{x=a}^{b}, or an integral with these limits before it",
            )
        return known.pop()

    def _read_again(self, opening: int, variable: str, place: Any) -> Any:
        """The bracket that opens at `opening`, with a value in place of the variable."""
        after, self.position = self.position, opening + 1
        with self.bound({variable: place}), self.bars(False):
            value = self.expression()
        self.position = after
        return value

    def _named_limit(self) -> tuple[str, Any] | None:
        """{x=a} as the name of the variable and its value; None if the limit is a plain value."""
        start, end = self.position, self.item_end(self.position)
        if "=" not in [token.text for token in self.tokens[start:end]]:
            return None
        self.expect("{")
        before = self.position
        self.name(self.declared_here())
        variable = normal_form(self.tokens[before : self.position])
        self.expect("=")
        with self.bars(False):
            place = self.expression()
        self.expect("}")
        return variable, place

    def _integrand(self, mine: Differential) -> Any:
        leads = mine.leads = self.at_differential()
        body = self.expression(SUM)
        if leads and self.at("+", "-"):
            self.doubt("what stands behind ∫dx", "all of it is integrated", "only the first term", self.peek().column)
        while not mine.found and self.at("+", "-"):
            operator = self.advance()
            term = self.expression(SUM)
            body = safe_sum([body, term if operator.text == "+" else negated(term, operator.column)], operator.column)
        if not mine.found:
            self.take_differential()
        return body

    def _variable_of_integration(self, token: Token) -> str:
        """The variable of the d that belongs to the integral sign at hand: inner signs take theirs first."""
        inner, depth, behind = 0, 0, 0
        for index in range(self.position, self.stop - 1):
            text = self.tokens[index].text
            if index < behind:
                continue  # the d of dP/dr belongs to no integral sign
            if (behind := self._end_of_derivative(index)) > index:
                continue
            depth += (text in BRACKETS) - (text in CLOSING)
            if depth < 0 or (depth == 0 and text in RELATIONS):
                break
            inner += text == r"\int"
            if text == "d" and self.is_d(index) and self._is_variable(index + 1):
                if inner == 0:
                    return self.atom(index + 1)[0]
                inner -= 1
        raise ParseError("the integral has no variable", token.column, "dx or the like after the integrand")

    def _end_of_derivative(self, index: int) -> int:
        r"""Where the \frac{dP}{dr} or dP/dr that begins at `index` ends; 0 if none does."""
        if self.text(index) in FRACTIONS and self.text(index + 1) == "{":
            return self.item_end(self.item_end(index + 1)) if self.is_derivative(index + 1) else 0
        if not self.declared("d") and self.is_quotient_of_differentials(index) and self.text(index) == "d":
            below = self.atom(index + 1)[1] + 2
            return self.atom(below)[1] if self.is_letter(below) else 0
        return 0

    def _is_variable(self, index: int) -> bool:
        r"""Whether the d before `index` belongs to a variable: to one letter or one declared name, and to nothing else.

        The d of an expression, d\sqrt x or d\frac x2, has other limits than its letters, so that it is asked about;
        the d that stands before an operator, a number or a bracket is a quantity.
        """
        after, column = self.text(index), self.tokens[index - 1].column
        if after == "d":
            raise Ambiguous("dd…", "the variable d", "a factor d", column)
        if self.declared_end(index) is not None:
            return True
        if self._is_one_letter(index, set()) and not (self.tokens[index].kind == "word" and len(after) > 1):
            behind = self.atom(index)[1]
            if after in INCREMENTS and self.is_letter(behind):
                raise Ambiguous(f"d{after}{self.text(behind)}", "the variable is the letter", "the increment", column)
            return True
        if (self.tokens[index].kind in ("command", "word") and after not in NOT_OPERANDS) or after == "{":
            one, other = "the differential of an expression", "a factor d before it"
            if not self.declared("d"):
                raise Ambiguous(f"d{after}…", one, other, column)
            self.doubt(f"d{after}…", one, other, column)
        return False

    def waiting(self) -> int:
        """Which integral waits for its d: the innermost that has not met it; -1 if none does."""
        return max((place for place, one in enumerate(self.differentials) if not one.found), default=-1)

    def at_differential(self) -> bool:
        if not self.differentials or self.waiting() < 0 or not self.is_d(self.position):
            return False
        return self.atom(self.position + 1)[0] == self.differentials[self.waiting()].name

    def take_differential(self) -> bool:
        if not self.at_differential():
            return False
        mine = self.differentials[self.waiting()]
        column = self.advance().column
        self.position = self.atom(self.position)[1]
        mine.found = True
        before = self.text(self.position - 3)
        if before in ("[", "(") and self.peek().text in ("]", ")"):
            raise Ambiguous(f"{before}d{mine.name}…", "a measure of its own", "the differential", column)
        if self.at("^"):
            raise Ambiguous(f"d{mine.name}^…", "the measure of a power", "the square of a differential", column)
        if self.level == mine.level and not mine.leads and self.goes_on(self.peek()):
            self.doubt(f"a factor behind d{mine.name}", "it is integrated", "it is not", column)
        return True
