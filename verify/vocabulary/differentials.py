r"""Differentials: C dT/T = B dρ/ρ, dU = T dS − p dV, as equations that are linear in dT, dρ, ...

    d = differentials(constants=(K, gamma))       # once, in the notation: what does not vary
    eq1 = paper.given("1", ..., lhs=p, rhs=K * rho**gamma)
    paper.step("2", ..., lhs=d(p) / p, rhs=gamma * d(rho) / rho, by=follows_from(eq1))

d(f) is the sum of ∂f/∂x dx over all symbols x of f that are not declared constant: of every other symbol it is said that it may
vary, so that one that was forgotten is seen in the line (ρ^γ dK).  dx is a symbol with the dimension of x, real where x is; it is no small number,
but what an equation between differentials says along every curve: dT/dρ is the quotient of two derivatives by its parameter
(`verify.jets.differentials`).  Two processes, one of them at constant T, have differentials of their own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import sympy
from sympy.core.function import AppliedUndef

from verify.errors import ClaimError
from verify.quantities.exact import exact
from verify.quantities.symbols import PhysicalSymbol
from verify.terms.differentiability import KINKED
from verify.terms.requirements import BOUND

NOT_SMOOTH = (*KINKED, *BOUND, sympy.Limit, sympy.re, sympy.im, sympy.conjugate, sympy.arg, sympy.KroneckerDelta)
"""What has no differential by the rules for sums, products and chains alone."""


class DifferentialSymbol(PhysicalSymbol):
    """The differential of a symbol; made by `differentials`.  (SymPy prints by the name of a class, and has another `Differential`.)"""

    __slots__ = ("_constants", "_of")

    def __new__(cls, of: PhysicalSymbol, constants: tuple[PhysicalSymbol, ...]) -> DifferentialSymbol:
        kept = f", with {', '.join(sorted(s.name for s in constants))} constant" if constants else ""
        latex, meaning = f"d{of.latex}", f"differential of {of.name}{kept}"
        kind = {"real": True} if of.is_extended_real else {"complex": True}
        made: Any = super().__new__(cls, f"d{of.name}", latex, meaning, of.dimension, **kind)
        made._of, made._constants = of, constants
        return made  # type: ignore[no-any-return]

    @property
    def of(self) -> PhysicalSymbol:
        """What varies."""
        return self._of  # type: ignore[no-any-return]

    @property
    def constants(self) -> tuple[PhysicalSymbol, ...]:
        """What does not."""
        return self._constants  # type: ignore[no-any-return]

    def __getnewargs_ex__(self) -> tuple[tuple[Any, ...], dict[str, bool]]:
        return (self.of, self.constants), {}

    def _hashable_content(self) -> tuple[Any, ...]:
        return (*super()._hashable_content(), self._of, self._constants)


@dataclass(frozen=True)
class Differentials:
    """The differentials of everything but these constants; call it: d(T), d(p*V)."""

    constants: tuple[PhysicalSymbol, ...]

    def __call__(self, expression: Any) -> sympy.Expr:
        """The total differential of an expression, d(T**2) = 2 T dT.

        Raises ClaimError for what has none by the rules for sums, products and chains: |x|, an integral, m_i, a symbol that is a whole number.
        """
        whole = exact(expression)
        if not isinstance(whole, sympy.Expr):
            raise ClaimError(f"differential of {expression!s:.60}: expected an expression")
        varying = sorted(whole.free_symbols - set(self.constants), key=lambda s: s.sort_key())
        for symbol in varying:
            self._check_symbol(symbol, whole)
        self._check_parts(whole, set(varying))
        return sympy.Add(*(sympy.diff(whole, x) * DifferentialSymbol(x, self.constants) for x in varying))

    def _check_symbol(self, symbol: Any, whole: sympy.Expr) -> None:
        if isinstance(symbol, DifferentialSymbol):
            raise ClaimError(f"differential of {whole!s:.60}: it has {symbol} already; expected no second differential")
        if not isinstance(symbol, PhysicalSymbol):
            raise ClaimError(
                f"differential of {whole!s:.60}: {symbol} is not declared; expected a symbol of the notation"
            )
        if symbol.is_integer:
            raise ClaimError(
                f"differential of {whole!s:.60}: {symbol} is a whole number; expected it among the constants"
            )

    def _check_parts(self, whole: sympy.Expr, varying: set[Any]) -> None:
        for part in sympy.preorder_traversal(whole):
            if isinstance(part, NOT_SMOOTH) and part.free_symbols & varying:
                raise ClaimError(f"differential of {part!s:.60}: expected sums, products, powers and smooth functions")
            if isinstance(part, AppliedUndef) and (
                getattr(part.func, "subscripted", False) or any(s.is_integer for s in part.free_symbols)
            ):
                raise ClaimError(
                    f"differential of {part!s:.60}: it may vary with what is not written; expected a symbol"
                )


def differentials(*, constants: Iterable[PhysicalSymbol]) -> Differentials:
    """The differentials along a process in which these symbols are constant, and no other is.

    Raises ClaimError for what is no symbol of the notation.
    """
    found = tuple(constants)
    for one in found:
        if not isinstance(one, PhysicalSymbol) or isinstance(one, DifferentialSymbol):
            raise ClaimError(f"differentials: {one!s:.60} among the constants; expected symbols of the notation")
    return Differentials(tuple(sorted(dict.fromkeys(found), key=lambda s: s.sort_key())))
