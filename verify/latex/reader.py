r"""Printed LaTeX, read as the page means it: `\Phi_L=\frac{2\pi\hbar}{e}=\frac{h}{e}`.

Only declared names are read (`free=True` lifts that); numbers are exact; nothing is evaluated
as text.  What the grammar cannot read is a ParseError with its column, never a guess.

What may be read in two ways is refused (`verify.grammar.ambiguities`, `verify.doubts.lines` and the modules on which it
stands): always where no convention
helps, and with `strict` also where one of these conventions decides it:

- *A slash takes the implicit product that follows*: h/2e is h/(2e) and 1/2mv is 1/(2mv), but
  a/b \cdot c is (a/b)c.
- *f(x) is a call only if f is declared as a function*; otherwise it is the product f x.
- *n!! is the double factorial*, never (n!)!.
- *Adjacent letters are separate symbols*, unless a declared name is spelled so (longest first).
- *A function without brackets takes the implicit product that follows*, up to the next function,
  bracket, explicit gap or operator: \sin\omega t \cos x is sin(ωt) cos x, \sin x/2 is sin(x)/2.
- *e^{...} is the exponential* unless e is declared and the exponent is a plain number: a charge
  is never raised to a power that is not a number.  An undeclared or upright e is Euler's
  number, an undeclared or upright i the imaginary unit.  \log is the natural logarithm.
- *A unit stands after a number*, behind a gap, upright or in brackets ("5\,\mathrm{nA/T}",
  "7 nm", "3 (m)"); it is returned apart.  Letters that are all declared are no unit.
- A vector whose components the notation has is read component by component (`verify.latex.vectors`).  Products,
  powers and lengths of other bold, arrowed or underlined names are refused, whatever else stands over
  them: a scalar reading would be wrong.  \times between letters that are declared as numbers multiplies them,
  and between others is refused.  An undeclared one is no term of a sum of numbers, and stands on both sides.
- \oint is once round, where the range of its variable is given in `ranges`, and else refused.
- A bracket that ends in a derivative of nothing, (a\partial/\partial x + b)^n f, is an operator: applied n times to
  the one factor that follows.
- \sum without limits, \sum_{i<j} and \sum_{j(\ne i)}^N need the range of the index, given in `ranges`.
- m_i is a function of the index if m is declared as printed with subscripts; x_v is then still undeclared.
- [F]_a^b needs its variable: [F]_{x=a}^{b}, or an integral with these limits earlier in the source.
- A function of one argument without brackets, \int F\,dx, stands at the only variable of
  integration or differentiation of the source, if there is one and it has the right dimension.
- A derivative of something that does not contain its variable is refused: as declared it would
  be zero, which the page does not mean.
- A side that ends in +\dots or +O(x^n) is cut there and the link is marked `truncated`.

`\\` , "," ";" ":", \quad, a column of a table, "and", and \Rightarrow separate statements.  A
bracket with a relation in it, "R=2r (c=1)", and what follows "for", "if", "where" or "when" is
a condition, and is marked so.  A row that begins with a relation continues the one above, but not
one with a condition; of one that begins with an operator `verify.latex.rows` tells.  The values of an index behind a formula,
"i=1,\dots,N", say nothing if they are its range in the notation, and are in doubt otherwise.

Every part of an expression is built through `build`, `safe_sum`, `safe_product`,
`safe_power` and their kin in `verify.grammar.parser`, so that what SymPy makes of it on the way can be seen there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

import sympy

from verify.grammar.ambiguities import Ambiguous
from verify.grammar.glyphs import BRACKETS, CLOSING, DOTS, NOT_OPERANDS, RELATIONS, SEPARATORS, UNSUPPORTED
from verify.grammar.items import Notation, Range
from verify.grammar.parser import ParseError, Relation, Token, check_length, no_recursion_error
from verify.grammar.tokens import formulas_in, is_condition_word, is_words, normalise, unwrapped
from verify.grammar.unit_marks import UnitReader
from verify.latex.expressions import ExpressionReader
from verify.latex.rounded import printed_digits
from verify.latex.rows import points_both_ways

__all__ = [
    "Ambiguous",
    "ParseError",
    "Relation",
    "formulas_in",
    "is_words",
    "names_in",
    "normalise",
    "parse_chains",
    "parse_latex",
    "parse_latex_expression",
]


class Side(NamedTuple):
    """One side of a relation, its unit, whether it ends in dots or O(...), what is in that O, and its lone number."""

    value: Any = None
    unit: str | None = None
    truncated: bool = False
    order: Any = None
    digits: str = ""


class LatexParser(ExpressionReader, UnitReader):
    """Lines of relations and what separates them."""

    def statements(self) -> tuple[list[list[Relation]], Any]:
        """The links of each statement, and the expression if the source is one without a relation."""
        self.refuse_doubts()
        links: list[list[Relation]] = []
        lone: list[Any] = []
        conditional = worded = False
        while self.take(*SEPARATORS, "."):
            pass
        while self.peek().kind != "end":
            start = self.peek()
            if self._is_condition_word(self.position):  # "for", "if", "where": what follows is a condition
                self.advance()
                worded = True
            bracket = self._condition_bracket() if not worded else None
            if conditional and self.at(*RELATIONS):
                raise ParseError("this row goes on from a line with a condition", start.column, "its left side")
            if self._skip_range():
                self._separator()
                continue
            chain, expression = self._chain()
            conditional = worded or bracket is not None
            links += [[replace(link, condition=conditional) for link in chain]] if chain else []
            if bracket is not None:
                self.expect(")")
            lone += [] if chain else [expression]
            worded = worded and not self.at(r"\\")
            self._separator()
        if lone and (links or len(lone) > 1):
            raise ParseError("one statement has no relation", 1, "'=' or another relation in each")
        if not links and not lone:
            raise ParseError("there is no formula", 1, "an expression or a relation")
        if links and all(chain[0].condition for chain in links):
            raise ParseError("there are only conditions", 1, "a relation before them")
        return links, lone[0] if lone else None

    def _condition_bracket(self) -> Token | None:
        """Opens the bracket of a condition.  (x=0) close behind a name may as well be its argument."""
        if not self._is_condition(self.position):
            return None
        opening = self.advance()
        inside = {token.text for token in self.tokens[self.position : self.closing(self.position - 1)]}
        if not opening.space.strip() and self.is_letter(self.position - 2) and not inside & RELATIONS.keys() - {"="}:
            self.doubt("(…=…)", "a condition", "an argument", opening.column)
        return opening

    def _is_condition_word(self, index: int) -> bool:
        return index < len(self.tokens) and is_condition_word(self.tokens[index])

    def _is_and(self, index: int) -> bool:
        token = self.tokens[index] if index < len(self.tokens) else self.end
        return token.kind == "word" and token.text.strip(" ,").lower() == "and"

    def _skip_range(self) -> bool:
        r"""Passes over i = 1, \dots, N behind a formula: the values of an index, which say nothing by themselves.

        They say something where the index has no range in the notation: that the formula is meant for these alone.
        """
        start, column = self.position, self.peek().column
        name, self.position = self.atom(self.position)
        if self._is_index(name) and self.take("="):
            while self.peek().kind in ("number", "letter"):
                self.position = self.atom(self.position)[1]
                if not self.take(","):
                    break
            if self.take(*DOTS):
                self.take(",")
                self._side()
                if name not in self.ranges:
                    self.doubt(f"{name} = …", "the formula is meant for these values alone", "for all", column)
                return True
        self.position = start
        return False

    def _is_index(self, name: str) -> bool:
        known = self.names.get(name)
        return name in self.ranges or (known is not None and bool(getattr(known, "is_integer", False)))

    def _separator(self) -> None:
        here = self.position
        if self.peek().kind == "end" or self._is_condition(here) or self._is_condition_word(here):
            return
        if (self.at_wide_gap(here) and not self.at(*SEPARATORS)) or self._is_and(here):
            self.position += self._is_and(here)
            return
        if not self.at(*SEPARATORS, "."):
            raise self.unexpected("an operator, a relation or the end")
        while (stop := self.take(*SEPARATORS, ".")) is not None:
            if stop.text == "." and not (self.peek().kind in ("end", "word") or self.at(*SEPARATORS)):
                raise ParseError("a full stop inside a formula", stop.column, "the end")

    def _chain(self) -> tuple[list[Relation], Any]:
        sides = [Side() if self.at(*RELATIONS) else self._side()]
        relations: list[str] = []
        while True:
            if self.at(r"\\") and self.peek(1).text in RELATIONS:
                self.advance()
            if not self.at(*RELATIONS):
                break
            relations.append(RELATIONS[self.advance().text])
            sides.append(self._side())
        if points_both_ways(relations):
            raise Ambiguous("< … >", "a mean value", "two inequalities", self.peek().column)
        self._refuse_mixed_sides([side.value for side in sides], relations)
        links = [
            Relation(
                one,
                other,
                relation,
                left.unit,
                right.unit,
                left.truncated or right.truncated,
                order=None if left.truncated else right.order,
                lhs_digits=left.digits,
                rhs_digits=right.digits,
            )
            for left, right, relation in zip(sides, sides[1:], relations, strict=False)
            for one, other in self.by_components(left.value, relation, right.value, self.peek().column)
        ]
        first = sides[0]
        if not links and first.value is not None and self.is_known_vector(first.value):
            raise ParseError("a vector stands alone", self.peek().column, "a relation")
        if not links and first.unit and self.notation.amounts:
            return [Relation(None, first.value, "=", None, first.unit, first.truncated)], None
        if not links and (first.unit or first.truncated):
            what = f"the unit {first.unit}" if first.unit else "dots"
            raise ParseError(f"an expression alone ends in {what}", self.peek().column, "a relation")
        return links, first.value

    def _refuse_mixed_sides(self, sides: list[Any], relations: list[str]) -> None:
        """F = ma with an arrow on one letter alone, and vectors that are larger than others."""
        for left, right, relation in zip(sides, sides[1:], relations, strict=False):
            are = [self.is_arrow(side) for side in (left, right)]
            if any(are) and relation in ("<", "<=", ">", ">=", "≪", "≫", "≲", "≳"):
                raise ParseError("vectors have no order", self.peek().column, "their lengths")
            if None not in are and are[0] != are[1] and 0 not in (left, right) and left is not None:
                raise ParseError("a vector stands on one side only", self.peek().column, "vectors on both sides")

    def _side(self) -> Side:
        end = self._end_of_side()
        start, unit = self.find_unit(end)
        if unit is not None:
            self.doubt_unit(unit, start)
        self.stop, self.truncated, self.left_out = start, False, None
        digits = printed_digits(self.tokens[self.position : start])
        value = self.expression()
        if self.position < start:
            raise self._unreadable()
        self.stop, self.position = len(self.tokens), end if unit else self.position
        return Side(value, unit, self.truncated, self.left_out, digits)

    def _unreadable(self) -> ParseError:
        token = self.peek()
        if token.text in UNSUPPORTED:
            return ParseError(f"{UNSUPPORTED[token.text]} is not supported", token.column)
        return self.unexpected("an operator, a relation or the end")

    def _end_of_side(self) -> int:
        """Where the next relation or separator stands outside all brackets."""
        depth = 0
        for index in range(self.position, len(self.tokens)):
            text = self.tokens[index].text
            if depth == 0 and (self._is_condition(index) or self._is_condition_word(index) or self._is_and(index)):
                return index
            if depth == 0 and index > self.position and self._begins_column(index):
                return index
            depth += (text in BRACKETS) - (text in CLOSING)
            if depth < 0:
                return index
            if depth == 0 and (text in RELATIONS or (text in SEPARATORS and not self.continues(index)) or text == "."):
                return index
        return len(self.tokens)

    def _begins_column(self, index: int) -> bool:
        r"""Whether an operand stands at `index` behind \quad or & : another statement, no factor."""
        token, before = self.tokens[index], self.text(index - 1)
        is_operand = token.text not in NOT_OPERANDS and token.kind != "word"
        return is_operand and self.at_wide_gap(index) and before not in NOT_OPERANDS - CLOSING - {"'", "."}

    def _is_condition(self, index: int) -> bool:
        """Whether brackets with a relation in them begin at `index`: (c=1) after a formula."""
        depth = 0
        if self.tokens[index].text == "(" and (self.function_ends_at(index) or self.is_in_name(index)):
            return False
        for token in self.tokens[index:] if self.tokens[index].text == "(" else ():
            depth += (token.text in BRACKETS) - (token.text in CLOSING)
            if depth == 0:
                return False
            if depth == 1 and token.text in RELATIONS:
                return True
        return False


def parse_latex(
    source: str,
    notation: Mapping[str, Any],
    functions: Iterable[str] | Mapping[str, Callable[..., Any]] = (),
    *,
    ranges: Mapping[str, Range] | None = None,
    free: bool = False,
    strict: bool = False,
    amounts: bool = False,
    slopes: bool = False,
    accepted: Mapping[tuple[str, str], list[str]] | None = None,
    **said: Any,
) -> list[Relation] | Any:
    """The links of the relations that `source` prints, or its expression if it has no relation.

    `notation` maps names in LaTeX to SymPy symbols or expressions, in any spelling
    (`r_{He}` is r_{\\text{He}}`); an IndexedBase takes its indices from the subscript.
    `functions` are the names that are applied to what stands in brackets after them: a mapping to callables, or names alone, which
    become undefined functions; one that is declared as printed with subscripts (`verify.vocabulary.indexed_sums.indexed`) takes
    those.  `ranges` gives (from, to) for indices whose limits are not printed.  With `free`, undeclared
    names become real symbols of that name; with `strict`, what may mean two things is refused
    even where a convention of this module settles it (`verify.grammar.ambiguities`).  With `amounts` a
    number alone that has a unit, "382 pm", is a link without a left side; with `slopes` the
    derivative of a quantity without arguments, \\partial H/\\partial J, is SLOPE(H, J).  `accepted` are
    pairs of readings that are not refused, each with a list that collects the questions; more is `said` of a `Notation`.

    Raises ParseError, with the column, for everything outside the grammar or beyond a limit.
    """
    with no_recursion_error():
        reader = _parser(
            source, notation, functions, ranges, free, strict, amounts=amounts, slopes=slopes, accepted=accepted
        )
        reader.notation = replace(reader.notation, **said)
        chains, expression = reader.statements()
        return [link for chain in chains for link in chain] or expression


def parse_chains(source: str, symbols: Mapping[str, Any], *, log_base: Any = None) -> list[list[Relation]]:
    """The chains of a line that stands alone, read strictly; names that are not among the symbols are real quantities.

    Raises ParseError, as `parse_latex` does, and for an expression without a relation.
    """
    with no_recursion_error():
        chains, _ = _parser(source, symbols, (), None, True, True, log_base).statements()
        if not chains:
            raise ParseError("there is no relation", expected="lhs = rhs")
        return chains


def names_in(source: str, names: Iterable[str]) -> set[str]:
    """Which of some names stand in a source, in their normal form; also below and above another one."""
    known = {normalise(name): sympy.Symbol(name) for name in names}
    with no_recursion_error():
        reader = LatexParser(unwrapped(check_length(source)), Notation(known, {}, {}))
        return set(reader.declared_names())


def parse_latex_expression(
    source: str,
    notation: Mapping[str, Any],
    functions: Iterable[str] | Mapping[str, Callable[..., Any]] = (),
    *,
    ranges: Mapping[str, Range] | None = None,
    free: bool = False,
) -> Any:
    """As `parse_latex`, for a source without a relation; raises ParseError if there is one."""
    with no_recursion_error():
        chains, expression = _parser(source, notation, functions, ranges, free).statements()
        if chains:
            raise ParseError(f"there is a relation {chains[0][0].relation!r}", 1, "an expression")
        return expression


def _parser(
    source: str,
    notation: Mapping[str, Any],
    functions: Iterable[str] | Mapping[str, Callable[..., Any]],
    ranges: Mapping[str, Range] | None,
    free: bool,
    strict: bool = False,
    log_base: Any = None,
    amounts: bool = False,
    slopes: bool = False,
    accepted: Mapping[tuple[str, str], list[str]] | None = None,
) -> LatexParser:
    table = functions if isinstance(functions, Mapping) else {name: sympy.Function(name) for name in functions}
    names = {normalise(name): _meaning(name, value) for name, value in notation.items()}
    called: dict[str, Any] = {name: value for name, value in names.items() if isinstance(value, type)}
    plain = {name: value for name, value in names.items() if name not in called}
    called.update({normalise(name): value for name, value in table.items()})
    marked = {name: value for name, value in called.items() if getattr(value, "subscripted", False)}
    called = {name: value for name, value in called.items() if name not in marked}
    known = {normalise(name): value for name, value in (ranges or {}).items()}
    known_here = Notation(plain, called, known, free, marked, strict, log_base, amounts, slopes, accepted)
    return LatexParser(unwrapped(check_length(source)), known_here)


def _meaning(name: str, value: Any) -> Any:
    """A value of the notation, if it is one that an expression can hold."""
    is_function = isinstance(value, sympy.FunctionClass)
    is_vector = isinstance(value, sympy.Tuple) and len(value) == 3
    if is_function or is_vector or isinstance(value, (sympy.Expr, sympy.IndexedBase)):
        return value
    raise ParseError(
        f"notation[{name!r}] is {value!r}", expected="a SymPy symbol, expression or function, or three components"
    )
