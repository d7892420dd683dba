r"""Derivatives, \frac{d^2f}{dx^2}, \frac{d}{dx}f, df/dx, \partial f/\partial x, \partial_x f, and differentials."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy
from sympy.core.function import AppliedUndef

from verify.doubts.lines import LineReader
from verify.errors import ClaimError
from verify.grammar.ambiguities import GREEK_INDICES, Ambiguous
from verify.grammar.glyphs import BRACKETS, CLOSING, COMMAND_FUNCTIONS, FRACTIONS, JUXTAPOSED, LETTERS, PRODUCT
from verify.grammar.names import SLOPE
from verify.grammar.parser import ParseError, Token, build, differentiable, safe_product, safe_sum, shorten
from verify.latex.vectors import VectorReader
from verify.regularity.written import kept
from verify.vocabulary.differentials import Differentials, DifferentialSymbol

BY_QUANTITY = "a derivative by the quantity"


class DerivativeReader(LineReader, VectorReader):
    """Fractions of d or \\partial; a derivative that would be zero as declared is refused."""

    def leibniz(self, token: Token) -> Any:
        r"""\frac{d^n f}{dx^n}, or \frac{d}{dx} before its operand."""
        braces = self.take("{")
        self.advance()
        order = self.argument() if self.take("^") else sympy.S.One
        function = None
        if braces:
            if not self.at("}"):
                with self.bars(False):
                    function = self.expression()
            self.expect("}")
        self.expect("{")
        variables = []
        while not self.at("}"):
            variables.append(self._differentiation_variable())
        self.expect("}")
        if function is None:
            if self.operator is not None and self.at(")", "+", "-") and len(variables) == 1 and order == 1:
                return self._take_as_operator(variables[0][0], token)
            if not self.begins_operand(self.peek()):
                raise self.unexpected("what is differentiated")
            function = self._differentiated()
        elif self.at("("):
            self.doubt("a bracket behind a derivative", "the place where it is taken", "a factor", self.peek().column)
        if sum(count for _, count in variables) != order:
            raise ParseError(f"the orders of the derivative differ: {order} above", token.column, "the same below")
        return self._differentiate(function, variables, token)

    # Operators: a derivative alone in a bracket, (−i∂/∂φ + n)²ψ

    operator: Any = None
    """The letter that stands for the derivative in the bracket of an operator at hand."""
    operator_variable: Any = None

    def holds_operator(self, opening: int) -> bool:
        """Whether a derivative of nothing ends a term of the bracket: \\frac{\\partial}{\\partial\\varphi} before +, - or )."""
        end = self.closing(opening)
        for index in range(opening + 1, end):
            if self.text(index) not in FRACTIONS or not self.is_d(index + 2) or self.text(index + 3) != "}":
                continue
            after = self.closing(index + 4) + 1
            if self.text(index + 1) == self.text(index + 4) == "{" and self.is_d(index + 5) and after <= end:
                return self.text(after) in (")", "+", "-")
        return False

    def applied_operator(self, token: Token) -> Any:
        """(a d/dx + b)^n f: the operator is applied n times to the one factor that follows, which must end the product."""
        outer, self.operator = self.operator, sympy.Dummy("D", complex=True)
        letter, self.operator_variable = self.operator, None
        value = sympy.expand(self.group("("))
        variable, self.operator = self.operator_variable, outer
        slope, rest = value.coeff(letter, 1), value.coeff(letter, 0)
        times = self.argument() if self.take("^") else sympy.S.One
        if sympy.expand(slope * letter + rest - value) != 0 or variable is None or times not in (1, 2, 3, 4):
            raise ParseError("this operator is not supported", token.column, "(a d/dx + b)^n, n up to 4")
        if not self.begins_operand(self.peek()):
            raise self.unexpected("what the operator is applied to")
        function = self.expression(JUXTAPOSED)
        if self.begins_operand(self.peek()) or self.at("*", "/", r"\cdot", r"\times", "^", "!"):
            raise ParseError("what the operator is applied to may end earlier", self.peek().column, "one factor")
        for _ in range(int(times)):
            derivative = self._differentiate(function, [(variable, sympy.S.One)], token)
            function = safe_sum(
                (safe_product((slope, derivative), token.column), safe_product((rest, function), token.column)),
                token.column,
            )
        return function

    def _take_as_operator(self, variable: Any, token: Token) -> Any:
        if self.operator_variable not in (None, variable):
            raise ParseError("an operator with derivatives by two variables", token.column, "one variable")
        self.operator_variable = variable
        return self.operator

    def _differentiation_variable(self) -> tuple[Any, Any]:
        if not self.is_d(self.position):
            raise self.unexpected("d or \\partial and a variable")
        self.advance()
        variable = self.name(self.declared_here())
        return variable, (self.argument() if self.take("^") else sympy.S.One)

    def inline_derivative(self) -> bool:
        """Whether dy/dx begins here, with a d that is not declared."""
        return not self.declared("d") and self.peek().text == "d" and self.is_quotient_of_differentials(self.position)

    def partial(self, token: Token) -> Any:
        r"""\partial f/\partial x or \partial_x f."""
        if self.at("^", "_"):
            return self._subscripted_partial(token)
        function = self.expression(JUXTAPOSED - 1)
        if not (self.at("/") and self.is_d(self.position + 1)):
            raise self.unexpected(rf"'/{token.text}' and a variable")
        self.advance()
        return self._differentiate(function, [self._differentiation_variable()], token)

    def _subscripted_partial(self, token: Token) -> Any:
        order: Any = sympy.S.One
        variable: Any = None
        while self.at("^", "_"):
            if self.advance().text == "^":
                order = self.argument()
            else:
                self._doubt_several_variables(token)
                self._doubt_index(token)
                variable = self.argument()
        if variable is None:
            raise self.unexpected("'_' and the variable")
        if not self.begins_operand(self.peek()):
            raise self.unexpected("what is differentiated")
        return self._differentiate(self._differentiated(), [(variable, order)], token)

    def _doubt_index(self, token: Token) -> None:
        r"""\partial_\mu A^\mu, \partial_i f: a derivative by a coordinate that has this index, and by no quantity of this name."""
        inside = [one.text for one in self.inside(self.position)]
        letter = inside[0] if len(inside) == 1 else ""
        if letter in {r"\mu", r"\nu", "i", "j"} or (letter in GREEK_INDICES | {*"kl"} and self._is_script(letter)):
            self.doubt(rf"\partial_{letter}", BY_QUANTITY, "by the coordinate with this index", token.column)

    def _is_script(self, letter: str) -> bool:
        """Whether the letter stands below or above a name of the line."""
        return any(
            self.text(index) in ("_", "^")
            and self.text(index - 1) not in (r"\partial", r"\sum", r"\int", r"\prod")
            and [one.text for one in self.inside(index + 1)] == [letter]
            for index in range(len(self.tokens))
        )

    def _doubt_several_variables(self, token: Token) -> None:
        r"""\partial_{xx} and \partial_{tx}, where no name is spelled so."""
        letters = self.inside(self.position)
        if len(letters) > 1 and all(one.kind == "letter" or one.text.removeprefix("\\") in LETTERS for one in letters):
            end = self.declared_end(self.position + 1)
            if end != self.position + 1 + len(letters):
                shown = "".join(one.text for one in letters)
                raise Ambiguous(
                    rf"\partial_{{{shown}}}", "derivatives one after the other", "one by a product", token.column
                )

    def _differentiated(self) -> Any:
        """The product behind d/dx.  d/dx (x+1) y and d/dx x·y may end earlier."""
        start = self.position
        function = self.expression(PRODUCT)
        if self._holds_another(start) and any(
            part.has(AppliedUndef) and not part.has(sympy.Derivative, sympy.Integral, sympy.Sum, sympy.Product)
            for part in sympy.Mul.make_args(function)
        ):
            raise Ambiguous(
                "d/dx f d/dx g or d/dx f ∫g",
                "what is behind f is differentiated",
                "a factor",
                self.tokens[start].column,
            )
        bracket = self.text(start) in ("(", "[") and self.closing(start) + 1 < self.position
        if bracket or self.binding(self.peek()) == PRODUCT:
            self.doubt(
                "what stands behind d/dx",
                "all of it is differentiated",
                "only the first factor",
                self.tokens[start].column,
            )
        return function

    def _holds_another(self, start: int) -> bool:
        r"""Whether a \frac{d}{dx}, an integral or a sum stands outside brackets behind the first factor of what is read since `start`."""
        depth = 0
        for index in range(start, self.position):
            depth += (self.text(index) in BRACKETS) - (self.text(index) in CLOSING)
            operator = self.text(index) in FRACTIONS and self.is_d(index + 2) and self.text(index + 3) in ("}", "^")
            operator = operator or self.text(index) in (r"\int", r"\sum", r"\prod")
            if operator and depth == 0 and index > start:
                return True
        return False

    def _is_partial(self, token: Token) -> bool:
        """Whether the derivative that begins with the token is printed with \\partial."""
        place = next((k for k, one in enumerate(self.tokens) if one is token), 0)
        return r"\partial" in (self.text(place), self.text(place + 1), self.text(place + 2))

    def _differentiate(self, function: Any, variables: list[tuple[Any, Any]], token: Token) -> Any:
        if self.is_known_vector(function):
            return self._differentiate_vector(function, variables, token)
        for variable, order in variables:
            if variable.is_number or variable.is_Add or variable.is_Mul or variable.is_Pow:
                raise ParseError(f"{shorten(str(variable))} is no variable", token.column, "one symbol for each order")
            differentiable(variable, token.column)
            if not (order.is_Integer and 0 < order <= 20):
                raise ParseError(f"the order of the derivative is {order}", token.column, "a whole number up to 20")
            if not function.has(variable):
                if self.notation.slopes and function.is_Symbol and len(variables) == 1 and order == 1:
                    return build(token.column, SLOPE, function, variable)
                raise ParseError(
                    f"as declared, {shorten(str(function))} does not depend on {variable}",
                    token.column,
                    "a function of it in the notation",
                )
        if len(variables) == 1:
            self.doubt_divergence(function, variables[0][0], token)
        kind = "partial derivative" if self._is_partial(token) else "derivative"
        self.doubt_constants(function, [variable for variable, _ in variables], token, f"under a {kind}")
        return build(token.column, sympy.Derivative, function, *variables)

    def _differentiate_vector(self, function: Any, variables: list[tuple[Any, Any]], token: Token) -> Any:
        """Component by component; a component without the variable is a constant, but not all of them are."""
        letters = [variable for variable, _ in variables]
        parts = self.components(function, token.column)
        moving = {part for part in parts if part.has(*letters)} or set(parts)
        return self.letter(
            sympy.Tuple(
                *(
                    self._differentiate(part, variables, token) if part in moving else kept(sympy.S.Zero, (part,))
                    for part in parts
                )
            )
        )


class DifferentialReader(LineReader):
    r"""The d of a process: dT, d\ln T, d(pV), and dp/dT as the quotient of two differentials.

    It is read only where a symbol of the notation is a differential, and all are of one process (`verify.vocabulary.differentials`), or
    where the author says so: elsewhere d\ln T has no meaning that is declared.  \frac{dp}{dT} is the derivative where p is a
    function of T alone; \frac{d}{dT} before its operand, d^2 and \partial stay derivatives.
    """

    @property
    def process(self) -> Callable[[Any], Any] | None:
        """The one of which the notation has differentials, or which its author names; None where there is none, or several."""
        if self.declared("d"):
            return None
        if self.notation.differential is not None:
            return self.notation.differential
        found = {one.constants for one in self.notation.names.values() if isinstance(one, DifferentialSymbol)}
        return Differentials(next(iter(found))) if len(found) == 1 else None

    def begins_differential(self, index: int) -> bool:
        """Whether d stands at `index` before a name, a function or a bracket."""
        if self.text(index) != "d" or not self.is_d(index):
            return False
        after = self.text(index + 1)
        is_operand = self.is_letter(index + 1) or after in ("(", *COMMAND_FUNCTIONS)
        return is_operand and self.process is not None

    def is_quotient_of_processes(self, index: int) -> bool:
        """Whether the two groups behind a \\frac are differentials, {dp}{dT}."""
        below = self.item_end(index)
        if self.text(index) != "{" or self.text(below) != "{":
            return False
        return self.begins_differential(index + 1) and self.begins_differential(below + 1)

    def differential(self, token: Token) -> Any:
        """The differential of the operand behind a d."""
        if self.at("("):
            operand = self.group("(")
        elif self.peek().text in COMMAND_FUNCTIONS:
            operand = self.elementary(self.advance())
        else:
            operand = self.name(self.declared_here())
        if self.at("^"):
            raise ParseError("a power behind a differential", token.column, "brackets")
        process = self.process
        assert process is not None
        try:
            return process(operand)
        except ClaimError as error:
            raise ParseError(str(error), token.column) from None

    def elementary(self, token: Token) -> Any:
        """An elementary function of what follows."""
        raise NotImplementedError
