r"""Vectors of the notation: \vec v \times \vec B, \vec r \cdot \vec v, \vec p^2, |\vec v|, \vec\nabla \times \vec E.

A name that the notation declares as three components is read as a letter that stands for them (`NameReader.letter`).  A
vector is a sum of such letters with factors that are numbers, so that its components are linear in them; each
product is worked out at once, from the components, and gives a number or a new letter.  So what is read of an
equation between vectors is one relation a component, and nothing is left of the letters.

What a vector needs to be defined is noticed of all its components, when its letter is read or made
(`verify.regularity.written`), and of every term of a product: a letter that cancels, and components that do, show
nothing of it any more.

|\vec v| is the square root of the sum of the squares of the moduli of its components.  The squares of the components
themselves are these only where the components are certainly real: of (i, 0, 0) they add up to -1.

\nabla differentiates by the x, y and z of the notation, which are Cartesian; it acts on the one operand behind it.
A letter for a distance, r or ρ, changes with them, whether or not a line says so, and is not read as a constant;
what the lines of a paper link with x, y and z is a matter of `verify.page.slopes`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sympy
from sympy.core.function import AppliedUndef

from verify.grammar.ambiguities import Ambiguous
from verify.grammar.glyphs import JUXTAPOSED
from verify.grammar.names import NameReader
from verify.grammar.parser import ParseError, Token, build, negated, safe_power, safe_product, safe_sum
from verify.normal_form.signs import is_real
from verify.regularity.written import kept
from verify.vocabulary.vectors import Vector

NABLA = {r"\nabla", *(rf"{style}{{\nabla}}" for style in (r"\vec", r"\mathbf", r"\boldsymbol"))}
AXES = ("x", "y", "z")
DISTANCES = {"r", "s", r"\rho", r"\varrho"}
"""Letters that stand for a distance from the origin or from an axis as a rule."""


class VectorReader(NameReader):
    """Products and derivatives of vectors with known components."""

    def is_known_vector(self, value: Any) -> bool:
        return bool(self.letters and self.letters.keys() & value.free_symbols)

    def is_arrow(self, *values: Any) -> bool | None:
        """Whether an undeclared vector stands in one of the values; None where this is not known."""
        if not self.either and not self.arrows:
            return False
        letters = {letter for value in values if value is not None for letter in value.free_symbols}
        return None if letters & self.either else bool(letters & self.arrows)

    def components(self, value: Any, column: int) -> Vector:
        """The components of a sum of letters with factors."""
        if value in self.letters:
            first, second, third = self.letters[value]
            return first, second, third
        if value.is_Add:
            columns = zip(*(self.components(term, column) for term in value.args), strict=True)
            first, second, third = (safe_sum(parts, column) for parts in columns)
            return first, second, third
        vectors = [factor for factor in value.args if self.is_known_vector(factor)] if value.is_Mul else []
        if len(vectors) != 1:
            raise ParseError("a product or a function of vectors is not supported", column)
        factors = [factor for factor in value.args if factor is not vectors[0]]
        first, second, third = (safe_product((*factors, part), column) for part in self.components(vectors[0], column))
        return first, second, third

    def product_of_vectors(self, left: Any, sign: str, right: Any, column: int) -> Any:
        r"""\vec a \times \vec b as a vector, \vec a \cdot \vec b as a number."""
        a, b = self.components(left, column), self.components(right, column)
        if sign == r"\times":
            turned = (
                safe_sum((safe_product((p, q), column), negated(safe_product((r, s), column), column)), column)
                for p, q, r, s in ((a[i], b[j], a[j], b[i]) for i, j in ((1, 2), (2, 0), (0, 1)))
            )
            return self.letter(sympy.Tuple(*turned))
        return safe_sum([safe_product(pair, column) for pair in zip(a, b, strict=True)], column)

    def squared(self, value: Any, column: int) -> Any:
        return self.product_of_vectors(value, r"\cdot", value, column)

    def length_of_vector(self, value: Any, column: int) -> Any:
        r"""|\vec a|, from the moduli of the components that are not certainly real."""
        parts = [part if is_real(part) else build(column, sympy.Abs, part) for part in self.components(value, column)]
        squares = [safe_power(part, sympy.S(2), column) for part in parts]
        return safe_power(safe_sum(squares, column), sympy.S.Half, column)

    # --- nabla

    def at_nabla(self, index: int) -> bool:
        """Whether \\nabla stands at `index`, and the notation has x, y and z to differentiate by."""
        if self.text(index) not in (r"\nabla", r"\vec", r"\mathbf", r"\boldsymbol"):
            return False
        if self.notation.frame is not None:
            return self.atom(index)[0] in NABLA
        return self.atom(index)[0] in NABLA and all(getattr(self.names.get(axis), "is_Symbol", False) for axis in AXES)

    def nabla(self) -> Any:
        """Gradient, divergence, curl or Laplacian of the operand at hand."""
        start = self.peek()
        self.position = self.atom(self.position)[1]
        if self.at("^"):
            self.advance()
            if self.argument() != 2:
                raise ParseError("a power of nabla that is no square", start.column, r"\nabla^2")
            sign = "^"
        else:
            taken = self.take(r"\cdot", r"\times")
            sign = taken.text if taken else ""
        operand = self.expression(JUXTAPOSED)
        if self.begins_operand(self.peek()):
            raise Ambiguous(r"\nabla fg", "the derivative of the product", "of its first factor", start.column)
        return self._derived(sign, operand, start)

    def _derived(self, sign: str, operand: Any, start: Token) -> Any:
        if self.notation.frame is not None:
            return self._in_frame(sign, operand, start)
        column, is_vector = start.column, self.is_known_vector(operand)
        if is_vector != (sign in (r"\cdot", r"\times")) and sign != "^":
            raise ParseError(f"nabla of a {'vector' if is_vector else 'number'} is not supported", column)
        parts = self.components(operand, column) if is_vector else (operand,)
        axes = [self.names[axis] for axis in AXES]
        if not any(part.has(*axes) for part in parts):
            raise ParseError(
                "as declared, what nabla acts on does not depend on x, y or z", column, "functions of them"
            )

        held = {str(getattr(letter, "latex", letter)) for part in parts for letter in part.free_symbols}
        if distance := sorted(held & DISTANCES - {str(getattr(axis, "latex", axis)) for axis in axes}):
            raise ParseError(f"{distance[0]} may depend on x, y and z", column, "what it is in terms of them")

        def d(part: Any, axis: Any, order: int = 1) -> Any:
            if not part.has(axis):
                return kept(sympy.S.Zero, (part,))
            return build(column, sympy.Derivative, part, (axis, order))

        if sign == "^":
            sums = [safe_sum([d(part, axis, 2) for axis in axes], column) for part in parts]
            return self.letter(sympy.Tuple(*sums)) if is_vector else sums[0]
        if sign == "":
            return self.letter(sympy.Tuple(*(d(operand, axis) for axis in axes)))
        if sign == r"\cdot":
            return safe_sum([d(part, axis) for part, axis in zip(parts, axes, strict=True)], column)
        turned = (
            safe_sum((d(parts[(k + 2) % 3], axes[(k + 1) % 3]), -d(parts[(k + 1) % 3], axes[(k + 2) % 3])), column)
            for k in range(3)
        )
        return self.letter(sympy.Tuple(*turned))

    def _in_frame(self, sign: str, operand: Any, start: Token) -> Any:
        """Gradient or Laplacian of functions of the coordinates of the frame; of anything else nobody knows what changes in it."""
        frame, column = self.notation.frame, start.column
        functions = operand.atoms(AppliedUndef)
        shown = operand.xreplace(dict.fromkeys(functions, sympy.S.One)).free_symbols
        known = set(frame.coordinates)
        if sign not in ("", "^") or self.is_known_vector(operand) or operand.has(sympy.Derivative, sympy.Integral):
            raise ParseError(
                "this nabla is not supported in curvilinear coordinates", column, r"\nabla f or \nabla^2 f"
            )
        if not functions or not all(set(one.args) <= known for one in functions) or not shown <= known:
            raise ParseError(
                "what nabla acts on may depend on the coordinates", column, "functions of them in the notation"
            )
        if sign == "^":
            return build(column, frame.laplacian, operand)
        slopes = (sympy.diff(operand, q) / h for q, h in zip(frame.coordinates, frame.scales, strict=True))
        return self.letter(sympy.Tuple(*slopes))

    # --- relations

    def by_components(self, left: Any, relation: str, right: Any, column: int) -> Iterator[tuple[Any, Any]]:
        """The two sides of a relation, component by component; those that are 0 on both sides as written are left out."""
        if not any(side is not None and self.is_known_vector(side) for side in (left, right)):
            yield left, right
            return
        if relation not in ("=", "≡", "≈", "≃", "~"):
            raise ParseError(f"{relation} between vectors is none between their components", column, "an equation")
        if left is None:
            raise ParseError("a row goes on from a vector on the line above", column, "the left side")
        pairs = zip(*(self._parts(side, column) for side in (left, right)), strict=True)
        found = [(one, other) for one, other in pairs if not one == other == 0]
        if not found:
            raise ParseError("every component is 0 on both sides", column)
        yield from found

    def _parts(self, side: Any, column: int) -> Vector:
        zero = sympy.S.Zero
        return (zero, zero, zero) if side == 0 else self.components(side, column)
