"""Does an equation hold for every value of a symbol, as a law in which the others are constants?  Then by its coefficients, too.

(e/c) v B + 2 m v Ω = 0 at one velocity v says nothing of Ω where v = 0.  A law that holds for *every* v says
e B/c + 2 m Ω = 0: a polynomial that vanishes at infinitely many values of its variable has no coefficient but zero.

Why this cannot lie: each symbol must be one that takes infinitely many values, and none of the
conditions of the law may speak of it; the other symbols are the same for all its values, which `verify.premises.execution`
sees to.  The coefficients that SymPy finds are put together again, and the sum is proved to be the equation.

An equation that holds in every state may become one between differentials, p V = n T gives V dp + p dV = n dT: equal
functions of the state have equal differentials, whatever changes with what.  That it holds in every state, and not at
one, is known if a symbol stands alone on the left (p = K ρ^γ defines it), if it holds by itself, or if the page says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

import sympy
from sympy.core.function import AppliedUndef

from verify.calculus.functions_at_places import runs_over
from verify.errors import ClaimError
from verify.points.by_assumptions import allowed
from verify.points.domain import certainly_holds, describe_symbol
from verify.premises.known import is_law_throughout
from verify.proofs.equality import prove_equal
from verify.quantities.symbols import misused_infinity
from verify.regularity.side_conditions import as_conditions
from verify.regularity.smoothness import where_smooth
from verify.solving.equations import assumption_conditions, is_certainly_nonzero
from verify.terms.admissible import Admissible
from verify.terms.dependence import Dependence, ties_down
from verify.terms.differentiability import UNKNOWN
from verify.vocabulary.differentials import Differentials, DifferentialSymbol
from verify.vocabulary.moves import Equation, Move
from verify.wording import name, relation


class MoveError(ClaimError):
    """A move that cannot be executed as it is written: a defect of the encoding."""


def defines_another(equation: Equation, values: Iterable[sympy.Symbol]) -> bool:
    """Does a symbol stand alone on a side, as a function of those on the other, or is the line said of every value?"""
    values = tuple(values)
    if set(values) <= runs_over(equation.lhs, equation.rhs) and all(is_general(equation, key) for key in values):
        return True
    return any(
        not other.has(symbol) and any(other.has(key) for key in values) for symbol, other in definitions(equation)
    ) and all(is_general(equation, key) for key in values)


def is_general(equation: Equation, variable: sympy.Symbol) -> bool:
    """Does a derived equation hold for every value of the variable, as a law in which the others are constants?

    It does if the equations that it comes from leave the variable free, each defining another symbol where it
    speaks of it, and if no other symbol of the equation depends on the variable through them: from
    A = x² and x = 1 follows A = x, which says nothing of A elsewhere.  What f(x) = |x|/x says of f' it says where x is not zero.
    """
    if not is_law_throughout(equation, variable):
        return False
    linked = {variable}
    for _ in equation.roots:  # a chain of definitions is no longer than that
        for root in equation.roots:
            defined = {s for s, other in definitions(root) if s != variable and not other.has(s)}
            law = defined or isinstance(root.lhs, AppliedUndef)
            if variable in (root.lhs, root.rhs) or (variable in root.symbols and not law):
                return False
            if root.symbols & linked - defined:
                linked |= defined
    own = {s for s, _ in definitions(equation)}
    return not (linked - {variable}) & (equation.symbols - own)


def check_free(move: Move) -> None:
    """Raises ClaimError where what a line was derived from ties a symbol that the move takes it to hold for every value of."""
    for line in move.leaves:
        tied = sorted(str(symbol) for symbol in move.data if is_tied_behind(line, symbol))
        if tied:
            names = ", ".join(tied)
            raise ClaimError(
                f"{move.rule}: {line.label!r} follows from lines that tie {names} to what else it speaks of; expected one "
                f"that holds for every {names}"
            )


def is_tied_behind(equation: Equation, variable: sympy.Symbol) -> bool:
    """Do the lines that a derived equation comes from tie the variable to the symbols that would be constants in it?

    From u = v follows x u = x v, whatever x is, and no law for every v.  Nothing is tied where what changes with the
    variable is not spoken of, or is what the equation defines.  An equation without a derivation is a law if the page says so.
    """
    if not equation.roots or variable not in equation.symbols:
        return False
    laws = [root for root in equation.roots if not isinstance(root.lhs, AppliedUndef)]
    held = equation.symbols - {variable} - {symbol for symbol, _ in definitions(equation)}
    fixed = any(root.symbols == {variable} and not holds_by_itself(root) for root in laws)
    return fixed or ties_down({variable}, held, [Dependence.of(root.lhs, root.rhs) for root in laws])


def definitions(equation: Equation) -> Iterator[tuple[sympy.Symbol, sympy.Expr]]:
    """The symbol alone on the left, and its value; x² + y² = a is no definition of a, but x = a may be one."""
    if equation.lhs.is_Symbol:
        yield equation.lhs, equation.rhs
        if equation.rhs.is_Symbol:
            yield equation.rhs, equation.lhs


def holds_by_itself(equation: Equation) -> bool:
    return prove_equal(equation.lhs, equation.rhs) is not None


def defines_as_a_function(equation: Equation, variables: set[sympy.Symbol]) -> bool:
    """Is one side free of the variables, while the other is not?  Then m v²/2 = E gives E at each v; 0 = ... does not."""
    sides = (equation.lhs, equation.rhs)
    return any(one.free_symbols and not one.free_symbols & variables for one in sides) and any(
        other.free_symbols & variables for other in sides
    )


def may_hold_for_every(equation: Equation, variables: Sequence[sympy.Symbol]) -> bool:
    """False where a coefficient that would have to vanish is certainly not zero: a/v = v at every v says 1 = 0."""
    numerator = sympy.fraction(sympy.together(equation.lhs - equation.rhs))[0]
    found = coefficients(replace(equation, lhs=sympy.expand(numerator), rhs=sympy.S.Zero), variables)
    return found is None or not any(is_certainly_nonzero(one.lhs) for one in found)


def coefficients(equation: Equation, symbols: Sequence[sympy.Symbol]) -> tuple[Equation, ...] | None:
    """`coefficient = 0` for each power, highest first; None if the equation is no polynomial in the symbols.

    >>> v, a, b = sympy.symbols("v a b")
    >>> [eq.lhs for eq in coefficients(Equation("1", a * v**2 + v, b * v), [v])]
    [a, 1 - b]
    """
    difference = equation.lhs - equation.rhs
    try:
        found = dict(sympy.Poly(difference, *symbols).terms())
    except sympy.PolynomialError:
        return None
    terms = (c * sympy.Mul(*map(sympy.Pow, symbols, powers)) for powers, c in found.items())
    if any(c.has(*symbols) for c in found.values()) or prove_equal(sympy.Add(*terms), difference) is None:
        return None
    return tuple(replace(equation, lhs=sympy.factor_terms(c), rhs=sympy.S.Zero) for c in found.values() if c != 0)


def takes_many_values(symbol: sympy.Symbol) -> bool:
    """May the symbol have infinitely many values, as far as its own assumptions go?  The only even prime is 2."""
    is_two = symbol.is_even is True and symbol.is_prime is True
    has_no_sign = symbol.is_extended_nonnegative is True and symbol.is_extended_nonpositive is True
    return not (symbol.is_zero is True or symbol.is_infinite is True or is_two or has_no_sign)


# --- values that a law may be asked at


def check_defined(equation: Equation, values: Mapping[sympy.Symbol, sympy.Expr]) -> None:
    """Raises MoveError where the symbol that the equation defines gets a value: it has one already.

    It may get another name, as in `specialise(law, {F: F_near, r: 2})`.
    """
    defined = {symbol for symbol, other in definitions(equation) if not other.is_Symbol}
    for symbol, value in values.items():
        renamed = value.is_Symbol and value not in equation.symbols
        if (symbol in defined and not renamed) or value.free_symbols & (defined - set(values)):
            raise MoveError(
                f"specialise: {equation.label!r} defines {', '.join(sorted(map(str, defined)))}, so that "
                f"{relation(symbol, value)} cannot be put in; expected values of the other symbols, or another name"
            )


def check_value(symbol: sympy.Symbol, value: sympy.Expr) -> None:
    """Raises MoveError for a number that the symbol cannot be."""
    excluded = misused_infinity(value, at_top=False) is not None or sympy.false in assumption_conditions(symbol, value)
    if excluded or not (value.free_symbols or _is_value(symbol, value)):
        assumed = describe_symbol(symbol)
        raise MoveError(
            f"specialise: {relation(symbol, value)} is no value that {name(symbol)} may have; assumed is {assumed}"
        )


def _is_value(symbol: sympy.Symbol, value: sympy.Expr) -> bool:
    return (value.is_Rational and allowed(symbol, value)) or certainly_holds(Admissible.of(symbol, value))


# --- differentials


def in_differentials(move: Move, equations: Iterable[Equation]) -> list[Equation]:
    """The differentials of equations.  Raises MoveError for one that may hold at single states only, or has none, and ClaimError as `differentials`."""
    return [_in_differentials(move, Differentials(move.data), equation) for equation in equations]


def _in_differentials(move: Move, d: Differentials, eq: Equation) -> Equation:
    if not (move.general or all(is_said_of_every_state(root, d.constants) for root in eq.roots or (eq,))):
        raise MoveError(
            f"differentiate: {eq.label!r} need not hold in every state; expected an equation that defines a symbol, "
            "or general=True where the page states it for every state"
        )
    varying = set(eq.symbols - set(d.constants))
    parts = [part for side in (eq.lhs, eq.rhs) for part in where_smooth(side, varying)]
    conditions = as_conditions(part for part in parts if part is not UNKNOWN)
    if UNKNOWN in parts or (conditions and any(isinstance(source, Move) for source in move.sources)):
        raise MoveError(f"differentiate: where {eq.label!r} has a differential is not known")
    return replace(eq, lhs=d(eq.lhs), rhs=d(eq.rhs))


def is_said_of_every_state(eq: Equation, constants: Iterable[object]) -> bool:
    """Does it define a symbol that varies, hold by itself, or say something of differentials or of constants only?"""
    varying = eq.symbols - set(constants)
    if not varying or any(isinstance(s, DifferentialSymbol) for s in varying):
        return True
    defines = eq.lhs.is_Symbol and eq.lhs in varying and not eq.rhs.has(eq.lhs) and len(varying) > 1
    return defines or holds_by_itself(eq)
