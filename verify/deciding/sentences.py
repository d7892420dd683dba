"""Sentences about the two sides of a line, in the paper's symbols: what they are, and how far apart.

They are made when somebody reads them.  A side that is too long for a sentence is left to the formula that stands
beside it, before anything is computed (`verify.wording.brief`), so that words stay cheaper than the verdict.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import sympy

from verify.proofs.equality import prove_equal
from verify.terms.requirements import BOUND
from verify.verdicts import Fault, FaultKind
from verify.wording import brief, name, words

MOST_TOLD = 6
"""Symbols of a point that are told in a sentence; a longer one stands beside it."""
LONGEST_PLACE = 90
LONGEST_FRACTION = 12
BOTH = "Both sides are "
FALSE_ORDER = {"<": "less than", "<=": "at most", ">": "greater than", ">=": "at least"}


def listed(things: Iterable[str]) -> str:
    """`(7), (8) and (x.E2)`."""
    *most, last = tuple(things)
    return f"{', '.join(most)} and {last}" if most else last


def the_same(method: str, lhs: sympy.Expr, rhs: sympy.Expr) -> str | None:
    """What both sides are, where they turned out to be the same; None for a proof by another method.

    >>> x = sympy.Symbol("x")
    >>> the_same("identical", x + 1, x + 1), the_same("normal form", x * (x + 1), x**2 + x)
    ('Both sides are x + 1.', 'x·(x + 1) and x^2 + x have the same normal form.')
    """
    if method == "identical":
        return f"{BOTH}{brief(lhs) or f'the same long expression{_in_symbols(lhs)}'}."
    if method != "normal form":
        return None
    for side, other, which in ((lhs, rhs, "left"), (rhs, lhs, "right")):
        if other == 0:
            return f"{brief(side) or f'The {which} side{_apart(side)}'} reduces to 0."
    left, right = brief(lhs), brief(rhs)
    if left and right:
        return f"{left} and {right} have the same normal form."
    if left or right:
        which = "right" if left else "left"
        return f"The {which} side reduces to {left or right}."
    return f"The two long sides{_in_symbols(lhs + rhs)} have the same normal form."


def _in_symbols(expression: sympy.Expr) -> str:
    symbols = sorted({name(s) for s in expression.free_symbols if not isinstance(s, sympy.Dummy)})
    return f" in {listed(symbols)}" if 0 < len(symbols) <= MOST_TOLD else ""


def _apart(expression: sympy.Expr) -> str:
    symbols = _in_symbols(expression)
    return f", an expression{symbols}," if symbols else ""


def difference(lhs: sympy.Expr, rhs: sympy.Expr) -> str:
    """The left side less the right one, by name.

    >>> a, b = sympy.symbols("a b")
    >>> difference(a, 0), difference(0, b), difference(a, b + 1)
    ('a', '-b', 'a − (b + 1)')
    """
    if rhs == 0:
        return brief(lhs) or f"The left side{_apart(lhs)}"
    if lhs == 0:
        return brief(-rhs) or f"Minus the right side{_apart(rhs)}"
    left, right = brief(lhs), brief(rhs)
    if not left or not right:
        return "The left side less the right one"
    return f"{left} − ({right})" if rhs.is_Add or right.startswith("-") else f"{left} − {right}"


def why_of_one_sign(gap: sympy.Expr) -> str:
    """The reason for a sign that was read off term by term (`verify.points.term_by_term`), as far as there is one to tell."""
    if gap.is_Symbol or not gap.free_symbols:
        return ""
    if brief(gap) and not sympy.fraction(gap)[0].is_Add:
        return ", by the signs of its factors"
    return ", because each of its terms is, over one denominator"


def at_a_point(point: Sequence[tuple[str, str]]) -> str:
    """`At a = 1, b = 2`."""
    if not point:
        return "As they stand"
    values = values_of(point)
    return f"At {values}" if values else "At the counterexample"


def values_of(point: Sequence[tuple[str, str]]) -> str | None:
    """`a = 1, b = 2`, or None for a point that is too long for a sentence."""
    values = ", ".join(f"{symbol} = {value}" for symbol, value in point)
    return values if 0 < len(point) <= MOST_TOLD and len(values) <= LONGEST_PLACE else None


def they_differ(sides: tuple[sympy.Expr, sympy.Expr], numbers: tuple[str, str], relation: str) -> str:
    """What the two sides are where the relation fails.

    >>> x = sympy.Symbol("x")
    >>> they_differ((1 / x, x), ("4", "1/4"), "=="), they_differ((x, sympy.S.Zero), ("0", "0"), ">")
    ('1/x = 4, but x = 1/4', 'x = 0 is not greater than 0')
    """
    if relation in FALSE_ORDER:
        left, right = (_valued(*side, ", {},") for side in zip(sides, numbers, WHICH, strict=True))
        return f"{left} is not {FALSE_ORDER[relation]} {right}".rstrip(",")
    left, right = (_valued(*side, " is {}") for side in zip(sides, numbers, WHICH, strict=True))
    if relation == "!=":
        return f"{left} and {right}, which are equal"
    if sides[1].is_Rational:
        return f"{left}, not {right}"
    return f"{right}, not {left}" if sides[0].is_Rational else f"{left}, but {right}"


WHICH = ("the left side", "the right side")


def _valued(side: sympy.Expr, number: str, which: str, told: str) -> str:
    """`1/δ^2 = 4`; a rational side as it stands, and a long one by its place."""
    if side.is_Rational:
        return exact if len(exact := words(side)) <= LONGEST_FRACTION else number
    shown = brief(side)
    return f"{which}{told.format(number)}" if shown is None else f"{shown} = {number}"


def both_brief(lhs: sympy.Expr, rhs: sympy.Expr) -> tuple[str, str] | None:
    """Both sides as formulas; None where one is too long to be read in a sentence.

    >>> x = sympy.Symbol("x")
    >>> both_brief(x, 2 * x), both_brief(x, sum(x**k for k in range(99)))
    (('x', '2·x'), None)
    """
    first, second = brief(lhs), brief(rhs)
    return None if first is None or second is None else (first, second)


def told_factor(fault: Fault) -> str:
    """The words of what `factor_between` found."""
    if fault.kind is FaultKind.SIGN:
        return "their signs are opposite"
    first, second = ("first", "second") if fault.kind is FaultKind.MISSING else ("second", "first")
    return f"the {first} is {fault.value} times the {second}"


def factor_between(lhs: sympy.Expr, rhs: sympy.Expr) -> Fault | None:
    """That one side is a number times the other, where that is proved; None where it is not so, or costs too much.

    >>> h, e = sympy.symbols("h e", positive=True)
    >>> told_factor(factor_between(h/e, 2*h/e)), told_factor(factor_between(h, -h)), factor_between(h, e)
    ('the second is 2 times the first', 'their signs are opposite', None)
    """
    factor = _factor(lhs, rhs)
    if factor is None:
        return None
    if factor == -1:
        return Fault(FaultKind.SIGN)
    if factor.is_Rational and abs(factor) < 1:
        return Fault(FaultKind.MISSING, words(1 / factor))
    return Fault(FaultKind.EXCESS, words(factor))


def _factor(lhs: sympy.Expr, rhs: sympy.Expr) -> sympy.Expr | None:
    if brief(lhs) is None or brief(rhs) is None or not lhs.free_symbols or 0 in (lhs, rhs):
        return None
    if (lhs + rhs).has(*BOUND, sympy.Derivative):
        return None
    try:
        factor = sympy.cancel(rhs / lhs)
    except Exception:  # a candidate only: whatever SymPy raises, there is none
        return None
    if not factor.is_number or brief(factor) is None or prove_equal(factor * lhs, rhs) is None:
        return None
    return factor
