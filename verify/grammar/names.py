"""Names, their subscripts and arguments: the part of the page's grammar that knows the notation.

The other parts are built on it: sums, integrals, derivatives and units each know one kind
of print, `verify.latex.expressions` the operators between them, `verify.latex.reader` the lines and the conventions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import sympy

from verify.grammar.ambiguities import Ambiguous
from verify.grammar.glyphs import BRACKETS, FRACTIONS, LETTERS, MAYBE_FUNCTIONS, NOT_OPERANDS, OPERATIONS, VECTORS
from verify.grammar.items import ItemReader, Notation
from verify.grammar.parser import ParseError, Token, build, safe_exp, safe_power, shorten
from verify.grammar.tokens import ACCENTS, join, length_of_name, normal_form
from verify.regularity.written import kept

HAT = re.compile(
    r"(?:\\(?:mathbf|boldsymbol|vec)\{)?\\hat\{(?:\\(?:mathbf|boldsymbol|vec)\{)?\\?[A-Za-z]+\}+(?:_\{[^{}]*\})?"
)
SLOPE = sympy.Function("slope")
"""The derivative of a quantity by another, of which the notation does not say how it depends on it."""


class NameReader(ItemReader):
    """Names, their subscripts and arguments."""

    def __init__(self, source: str, notation: Notation) -> None:
        super().__init__(source)
        self.notation = notation
        self.names, self.functions = dict(notation.names), dict(notation.functions)
        self.ranges = notation.ranges
        self.free = notation.free
        self.strict = notation.strict
        self.accepted = notation.accepted
        self.given = {*self.names, *self.functions}
        self.inner: set[str] = set()
        self.summed_over: set[str] = set()
        self.last_name = (-1, "")
        self.exponents = 0
        self.longest = max([1, *map(length_of_name, self.names), *map(length_of_name, self.functions)])
        self.vectors: set[Any] = set()
        self.arrows: set[Any] = set()
        self.either: set[Any] = set()
        self.letters: dict[Any, Any] = {}

    def begins_operand(self, token: Token) -> bool:
        """Whether an operand, and so an implicit product, goes on with `token`."""
        raise NotImplementedError

    def declared(self, name: str) -> bool:
        return name in self.names or name in self.functions

    def argument(self) -> Any:
        """What a command or ^ applies to: a group in braces, or one item, of a number its first digit."""
        if self.at("{"):
            return self.group("{")
        self.split_number(self.position)
        token = self.peek()
        if token.kind == "number" or token.text in FRACTIONS | {r"\sqrt"}:
            return self.prefix()
        if token.kind in ("letter", "word") or (token.kind == "command" and token.text not in NOT_OPERANDS):
            return self._name_only()
        raise self.unexpected("'{'")

    def _name_only(self) -> Any:
        """One name without the subscript that follows it: x^a_b is not x^(a_b)."""
        end = self.item_end(self.position)
        outer, self.stop = self.stop, min(end, self.stop)
        value = self.name(self.declared_here())
        self.stop = outer
        return value

    def declared_end(self, index: int) -> int | None:
        """Where the longest name of the notation that begins at `index` ends; None if none does."""
        before, self.position = self.position, index
        try:
            count = self.declared_here() if index < self.stop and self.text(index) != "^" else None
            for _ in range(count or 0):
                self.position = self.atom(self.position)[1]
            return None if count is None else self.position
        finally:
            self.position = before

    def function_ends_at(self, index: int) -> bool:
        """Whether the name of a function of the notation, with declared variables, ends at `index`."""
        names = (
            normal_form(self.tokens[start:index])
            for start in range(max(0, index - 12), index)
            if self.declared_end(start) == index
        )
        return any(getattr(self.functions.get(name), "variables", None) for name in names)

    def is_in_name(self, index: int) -> bool:
        r"""Whether a declared name begins before `index` and ends behind it, as v(r \ll R) does before its bracket."""
        ends = (self.declared_end(start) for start in range(max(0, index - 12), index))
        return any(end is not None and end > index for end in ends)

    def declared_here(self) -> int | None:
        """How many atoms make up the longest declared name at hand; None if there is none."""
        text, end, found = "", self.position, None
        for count in range(1, self.longest + 1):
            if end >= self.stop:
                break
            atom, end = self.atom(end)
            text = join(text, atom)
            if self.declared(text):
                found = count
        return found

    def declared_names(self) -> Iterator[str]:
        """The declared names that begin at any place, in scripts as well."""
        for index in range(self.stop):
            text, end = "", index
            for _ in range(self.longest):
                try:
                    atom, end = self.atom(end)
                except ParseError:  # the reader says it better
                    break
                text = join(text, atom)
                if self.declared(text):
                    yield text
                if end >= self.stop:
                    break

    def name(self, atoms: int | None) -> Any:
        """The value of the name at hand that consists of so many atoms (one, if it is not declared)."""
        start, text = self.peek(), ""
        begin = self.position
        for _ in range(atoms or 1):
            atom, self.position = self.atom(self.position)
            text = join(text, atom)
        self.last_name = (self.position, text)
        if text in self.functions and self.at("(") and not self._is_factor_of_sum(text):
            if text in self.names and getattr(self.names[text], "func", None) != self.functions[text]:
                self.doubt(f"{text}(…)", "the function", "a product with the quantity of this name", start.column)
            return build(start.column, self.functions[text], *self.call_arguments(self.functions[text]))
        if text in self.functions and self._at_braced_call(self.position):
            return self._braced_call(self.functions[text], start.column)
        if text in self.functions and self.at("^") and self._at_braced_call(self.item_end(self.position + 1)):
            self.advance()  # f^{3}{\left(x \right)}
            power = self.argument()
            if power.is_negative:
                raise ParseError(f"{text}^{{{power}}} may be an inverse", start.column, "1/...")
            return safe_power(self._braced_call(self.functions[text], start.column), power, start.column)
        if start.kind == "word" and text in ("e", "i"):
            return sympy.E if text == "e" else sympy.I
        if text == "e" and self.at("^"):
            return self._exponential()
        self._doubt_name(text, start)
        value = self._value_of(text, start, begin)
        if isinstance(value, sympy.Tuple):
            return self.letter(value)
        if text.startswith("|"):  # a ket: neither squared nor multiplied by another
            self.vectors.add(value)
        if atoms is not None and atoms > 1 and any(mark in text for mark in OPERATIONS):
            self.either |= {value}
            is_number = text[0] != "(" and any(mark in text for mark in (r"\cdot", "^{2}", "|"))
            self.vectors |= {value} - ({value} if is_number else set())
        elif HAT.fullmatch(text) and text in self.given:
            self.either |= {value}  # a unit vector, or a number with a hat
        elif any(mark in text.partition("_{")[0] for mark in VECTORS):
            self.vectors |= {value} if value.is_Symbol else _unit_vectors(value)
            self.arrows |= value.free_symbols if text not in self.given else set()
        return value

    def _is_factor_of_sum(self, text: str) -> bool:
        """Whether v of v(u + v + 1) is v(x) in its short form: no argument of v is a sum with v alone as a term.

        Where the name stands in a term with others, x - vt, or beside what it depends on, it may be one, and is asked about.
        """
        value = self.names.get(text)
        if value is None or getattr(value, "func", None) != self.functions[text]:
            return False
        terms = self.names_in_terms(self.position)
        beside = set().union(*terms)
        if len(terms) > 1 and {text} in terms:
            on = [*value.args, *map(str, value.args)]
            if not any(name in on or self.names.get(name) in on for name in beside):
                return True
        if text in beside:
            self.doubt(f"{text}(…)", "the function", "a product with the quantity of this name", self.peek().column)
        return False

    def _at_braced_call(self, index: int) -> bool:
        r"""Whether {\left(x \right)} stands at `index`, as computers print what is behind a function: a bracket in braces."""
        if not (self.text(index) == "{" and self.text(index + 1) == "("):
            return False
        return self.closing(index) == self.closing(index + 1) + 1

    def _braced_call(self, function: Any, column: int) -> Any:
        self.expect("{")
        arguments = self.call_arguments(function)
        self.expect("}")
        return build(column, function, *arguments)

    def letter(self, components: Any) -> Any:
        """A letter that stands for a vector with these components, whose needs are noticed (`verify.latex.vectors`)."""
        kept(sympy.S.Zero, components.args)
        known = next((letter for letter, parts in self.letters.items() if parts == components), None)
        letter = sympy.Dummy("vector", complex=True) if known is None else known
        self.letters[letter] = components
        self.vectors.add(letter)
        self.arrows.add(letter)
        return letter

    def _doubt_name(self, text: str, start: Token) -> None:
        """What a name may be besides the quantity or the number that this reader takes it for."""
        declared, column = text in self.given, start.column
        if self.free and not declared:
            self._refuse_other_meanings(text, start)
        if text == "d" and declared and self.is_quotient_of_differentials(self.position - 1):
            raise Ambiguous("dy/dx", "a derivative", "a quotient with the declared d", column)
        acted_on = ACCENTS | FRACTIONS | {r"\sum", r"\prod", r"\int", "|", r"\left|", r"\ln", r"\log", r"\exp"}
        if text == "d" and (
            self.is_letter(self.position) or self.peek().kind == "word" or self.peek().text in acted_on
        ):
            self.doubt(f"d{self.peek().text}", "a differential", "a product with d", column)
        if text == "e" and not declared and not self._only_numbers_but_e():
            self.doubt("e", "Euler's number", "a charge", column)
        if text == "i" and text not in self.names and "i" in self.subscript_letters() | self.summed_over:
            self.doubt("i", "the imaginary unit", "an index", column)
        if text in self.summed_over and text not in self.inner:
            self.doubt(text, "the index of the sum before it", "a quantity of the same name", column)
        if subscript := set(re.findall(r"\\[A-Za-z]+|[A-Za-z]", text.partition("_")[2])) & self.inner:
            self._doubt_subscript(text, subscript.pop(), declared, column)

    def _doubt_subscript(self, text: str, letter: str, declared: bool, column: int) -> None:
        """m_i inside a sum over i, read as one and the same quantity in all terms."""
        if text.partition("_")[0] in self.notation.subscripted or isinstance(
            self.names.get(text.partition("_")[0]), sympy.IndexedBase
        ):
            return
        if not declared and not self.ranges:
            raise Ambiguous(text, f"a quantity that depends on {letter}", "one that does not", column)
        self.doubt(text, f"a quantity that depends on {letter}", "one that does not", column)

    def _only_numbers_but_e(self) -> bool:
        """Whether e^x or the like stands in the source and every letter is a variable of integration or summation."""
        powers = [
            index for index in range(1, len(self.tokens)) if self.text(index) == "^" and self.text(index - 1) == "e"
        ]
        raised = [token for index in powers for token in self.inside(index + 1)]
        bound = {self.text(index + 1) for index in range(len(self.tokens)) if self.text(index) == "d"} | {"e", "d", "i"}
        letters = {self.text(index) for index in range(len(self.tokens)) if self.is_letter(index)} - {r"\pi"}
        return any(token.kind == "letter" for token in raised) and letters <= bound

    def _value_of(self, text: str, start: Token, begin: int) -> Any:
        if text in self.names:
            return self.names[text]
        if text in self.functions:
            if (variable := self._variable_for(self.functions[text])) is not None:
                return build(start.column, self.functions[text], variable)
            raise ParseError(f"{text} is a function", self.peek().column, "'(' and its argument")
        if (indexed := self._indexed(text, begin)) is not None:
            return indexed
        if text in self.ranges:
            return self.index(text)
        constants = {"e": sympy.E, "i": sympy.I, r"\pi": sympy.pi, r"\infty": sympy.oo, r"\imath": sympy.I}
        if text in constants:
            return constants[text]
        if self.free and start.kind != "word" and re.match(r"\\?[A-Za-z]", text):
            return self._undeclared(text, start)
        raise ParseError(f"{shorten(text)} is not declared", start.column, "a name of the notation")

    def _undeclared(self, text: str, start: Token) -> Any:
        """A real quantity of this name, unless it is no name or could as well be a function."""
        command = re.match(r"\\([A-Za-z]+)", text)
        if command and command[1] not in LETTERS and command[0] not in ACCENTS:
            raise ParseError(f"{command[0]} is no letter", start.column, "a letter, or a command that is known here")
        if self.at("(") and (text in MAYBE_FUNCTIONS or (self.peek(1).kind == "letter" and self.peek(2).text == ")")):
            raise ParseError(
                f"{text}(...) could be a function or a product", start.column, rf"{text} \cdot (...) for a product"
            )
        self.names[text] = sympy.Symbol(text, real=True)
        return self.names[text]

    def _refuse_other_meanings(self, text: str, start: Token) -> None:
        """An undeclared name that print uses for something else than a quantity."""
        column = start.column
        if text in ("O", "o", r"\mathcal{O}") and self.at("("):
            raise Ambiguous(f"{text}(…)", "the terms that are left out", "a product", column)
        if re.search("[=<>]", text):
            raise Ambiguous(text, "a value at a place", "a name", column)
        if text in (r"\Delta", r"\delta") and self.goes_on(self.peek()):
            self.doubt(f"{text}{self.peek().text}", "an increment", "a product", column)
        if r"\hat{" in text.partition("_{")[0]:
            self.doubt(text, "an operator or a unit vector", "a number", column)
        if r"\bar{" in text.partition("_{")[0]:
            self.doubt(text, "a conjugate", "an average or a name", column)
        if text == "j" and self.exponents:
            self.doubt(text, "the imaginary unit", "a quantity", column)

    def _variable_for(self, function: Any) -> Any:
        r"""Where a function of one argument stands that is printed without it, as in \int F\,dx or \frac{df}{dx}.

        The line must have one variable of differentiation or integration, and it must be of
        the dimension that the function takes; otherwise None.
        """
        arguments = getattr(function, "arguments", None)
        if arguments is None or len(arguments) != 1:
            return None
        found = {
            name
            for index in range(self.stop - 1)
            if self.is_d(index) and (self.tokens[index].text == r"\partial" or not self.declared("d"))
            if (name := self.atom(index + 1)[0]) in self.names and name not in self.functions
        }
        variable = self.names[found.pop()] if len(found) == 1 else None
        return variable if getattr(variable, "dimension", None) == arguments[0] else None

    def _indexed(self, text: str, begin: int) -> Any:
        r"""\varphi_i where \varphi is declared as an IndexedBase or as a function printed with subscripts.

        A subscript that is no index (x_v, or the imaginary unit) leaves the name undeclared.
        """
        name, _, subscript = text.partition("_{")
        base: Any = self.notation.subscripted.get(name, self.names.get(name))
        if base is None and self.free and subscript[:-1] and all(letter in self.ranges for letter in subscript[:-1]):
            base = sympy.IndexedBase(name)
        is_function = name in self.notation.subscripted
        if not (is_function or isinstance(base, sympy.IndexedBase)) or not subscript.endswith("}"):
            return None
        inner = type(self)(subscript[:-1], replace(self.notation, names=self.names, functions={}))
        inner.depth = self.depth + 1
        try:
            indices = [inner.prefix()]
            while inner.peek().kind != "end":
                inner.take(",")
                indices.append(inner.prefix())
        except ParseError:  # its column would be that of the subscript; the whole name is reported instead
            return None
        if not all(index.is_integer for index in indices):
            return None
        kind = base if is_function else sympy.Indexed
        return build(self.tokens[begin].column, kind, *([] if is_function else [base]), *indices)

    def _exponential(self) -> Any:
        """e^{...}: see the module's conventions."""
        operator = self.advance()
        raised = {token.text for token in self.inside(self.position)}
        if "i" in self.inner and "i" in raised:
            self.doubt("i", "the imaginary unit", "the index of the sum", operator.column)
        self.exponents += 1
        exponent = self.argument()
        self.exponents -= 1
        self.refuse_arrows([exponent], operator.column)
        if exponent.is_Rational and "e" in self.names:
            return safe_power(self.names["e"], exponent, operator.column)
        if exponent.is_Rational and not self._only_numbers_but_e():
            self.doubt("e", "Euler's number", "a charge", operator.column)
        return safe_exp(exponent, operator.column)

    def refuse_arrows(self, values: Iterable[Any], column: int) -> None:
        """An undeclared vector where only a number can stand."""
        if any(self.arrows & value.free_symbols for value in values):
            raise ParseError("a vector stands where a number is expected", column, "its length or a component")

    def index(self, name: str) -> Any:
        """The symbol of an index: the declared one, or an integer of that name."""
        known = self.names.get(name)
        return known if known is not None and known.is_Symbol else sympy.Symbol(name, integer=True)

    @contextmanager
    def bound(self, symbols: Mapping[str, Any]) -> Iterator[None]:
        """A summation index or an integration variable stands for itself inside, whatever it means outside."""
        outer, enclosing = dict(self.names), self.inner
        self.names.update(symbols)
        self.inner = enclosing | set(symbols)
        yield
        self.inner = enclosing
        for name in symbols:
            self.names.pop(name, None)
            if name in outer:
                self.names[name] = outer[name]

    def call_arguments(self, function: Any = None) -> list[Any]:
        r"""What stands in the brackets of a call, separated by commas; \chi(r=2a) is \chi(2a) where \chi runs over r."""
        opening = self.advance().text
        with self.bars(False):
            arguments = [self.expression()]
            while self.take(",", ";"):
                arguments.append(self.expression())
            if self.at("=") and tuple(arguments) == getattr(function, "variables", None) and len(arguments) == 1:
                self.advance()
                arguments = [self.expression()]
            self.expect(BRACKETS[opening])
        return arguments


def _unit_vectors(value: Any) -> set[Any]:
    """The letters in the meaning of a vector that are vectors themselves: e_x and e_y of cos φ e_x + sin φ e_y."""
    return {letter for letter in value.free_symbols if str(getattr(letter, "latex", "")).startswith(VECTORS)}
