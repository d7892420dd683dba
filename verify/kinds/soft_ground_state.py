"""Does a formula give the ground state of a softened Coulomb potential on a line?

The exact κ² is enclosed (`verify.theorems.soft_coulomb`).  As an equation the formula is refuted
where the enclosures are disjoint, or where the formula is not real, because an energy is;
it is never proved, because two enclosures cannot prove an equality.  Bounds on their quotient
are proved where its enclosure lies within them, and refuted where it lies outside.

As a leading term it is decided exactly.  For every ratio q > 1, with L = ln q,

    4L² − 8L (ln 4L + 1)  ≤  κ²  ≤  4 ln²(1 + q) + 2      (argued in `verify.theorems.soft_coulomb`),

so κ²/(4L²) → 1, and a formula is the leading term if and only if formula/(4L²) → 1.  That
is read off where the formula is a sum of c q^a L^b with numbers c, a, b: of two such terms the one
with the larger a grows faster, and for equal a the one with the larger b.

Premises are used as `verify.deciding.function_premises` says: B = 4 ln²q makes B a function of the ratio.  Two such
premises on one symbol (B = ln²q besides) leave single values of the ratio, or none, and imply
nothing about the limit.  Conditions must admit the place of a refutation, and for the
limit every large ratio.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

import sympy

from verify.balls import enclose
from verify.deciding.case_by_case import in_cases_where_needed
from verify.deciding.decide import Finding, undecided
from verify.deciding.function_premises import FunctionFacts, about_functions
from verify.deciding.settings import Settings
from verify.errors import ClaimError, GiveUp
from verify.grammar.parser import Relation as Printed
from verify.kinds.kind import Kind
from verify.kinds.printed import is_plain_equation, same_sides
from verify.normal_form.signs import is_nonzero
from verify.orders.ranges import BITS, Interval, range_of
from verify.points.by_assumptions import allowed
from verify.points.domain import certainly_holds
from verify.premises.facts import Facts
from verify.proofs.equality import prove_equal
from verify.quantities.digits import decimal
from verify.quantities.dimension import UnitSystem
from verify.quantities.exact import exact
from verify.theorems.one_sided import admits_large
from verify.theorems.soft_coulomb import ground_state
from verify.verdicts import Counterexample, Evidence, Grade, Outcome, Reason, Shape
from verify.vocabulary.statement import Sides, Statement
from verify.vocabulary.statements import plain_symbol
from verify.wording import name, words


@dataclass(frozen=True)
class SoftGroundState(Statement):
    """κ² of the ground state of −1/(|x| + 1/ratio), with E = −κ²/2 in units of the Coulomb problem, is `formula`.

    `ratio` is Bohr radius over softening length; `energy` the printed symbol and factor of κ², of which nothing is decided.  Equality is meant at every value of
    `at`; with `leading` only that the formula is real there, and that formula and exact value
    have the ratio 1 in the limit of a large ratio; with `between` only that exact value over
    formula lies between two numbers at every value of `at`.
    """

    formula: sympy.Expr
    ratio: sympy.Symbol
    at: tuple[sympy.Rational, ...]
    leading: bool = False
    between: tuple[sympy.Rational, sympy.Rational] | None = None
    energy: tuple[sympy.Expr, sympy.Expr] | None = None
    slots: ClassVar[tuple[str, ...]] = ("formula",)
    noun: ClassVar[str] = "ground state"

    def expressions(self) -> tuple[sympy.Basic, ...]:
        return (self.formula, self.ratio, *(self.energy or ()))

    def sides(self) -> Sides:
        return ((self.formula, sympy.Integer(1)),)

    def is_leading_term_of(self, other: Statement) -> bool:
        same = isinstance(other, SoftGroundState) and (other.formula, other.ratio) == (self.formula, self.ratio)
        return same and self.leading and not getattr(other, "leading", True)


def soft_ground_state(
    formula: Any,
    ratio: sympy.Symbol,
    *,
    at: tuple[Any, ...],
    leading: bool = False,
    between: tuple[str, str] | None = None,
    energy: tuple[Any, Any] | None = None,
) -> tuple[SoftGroundState]:
    """The formula gives κ² of the softened Coulomb potential at these ratios, or in the limit (`leading`).

    `between=("0.9", "1.1")` says instead that exact value over formula is at least 0.9 and at most 1.1 there.
    `energy` is the symbol that the page prints for the energy, and what κ² is multiplied by to give it.
    """
    places = tuple(exact(value) for value in at)
    for place in places:
        if not (place.is_Rational and place.is_positive and allowed(ratio, place)):
            raise ClaimError(f"soft_ground_state: at={place}; expected positive ratios that {ratio} may have")
    if not places and not leading:
        raise ClaimError("soft_ground_state: at=(); expected a ratio at which the formula is compared")
    ends = None if between is None else (decimal(between[0]), decimal(between[1]))
    if ends is not None and (leading or ends[0] > ends[1]):
        raise ClaimError(f"soft_ground_state: between={between}; expected the lower end first, and no limit")
    named = None if energy is None else (exact(energy[0]), exact(energy[1]))
    return (SoftGroundState(exact(formula), plain_symbol(ratio, "ratio"), places, leading, ends, named),)


FAR = tuple(sympy.Integer(10) ** power for power in (2, 10, 40, 100))
"""Where the quotient of exact and printed energy is shown, beside the proof of its limit."""


def check(statement: SoftGroundState, facts: Facts, settings: Settings) -> Finding:
    given = about_functions(facts, [statement.ratio], statement, definitions=True)
    if given.facts.clash is not None:
        return undecided(f"the premises exclude each other at ({given.facts.clash.label})")
    formula = given.apply(statement.formula)
    if formula.free_symbols - {statement.ratio}:
        return undecided("the formula contains a symbol besides the ratio")
    excluded = [place for place in statement.at if not _admitted(given, statement.ratio, place)]
    if excluded or (statement.leading and not admits_large(given.conditions_on([statement.ratio]), statement.ratio)):
        where = f"= {words(excluded[0])}" if excluded else "→ ∞"
        return undecided(f"the conditions are not known to admit {name(statement.ratio)} {where}")
    try:
        return given.keep(_at_places(statement, formula))
    except GiveUp as problem:
        return undecided(str(problem), Reason.UNSUPPORTED)


def _at_places(statement: SoftGroundState, formula: sympy.Expr) -> Finding:
    for place in statement.at:
        if _is_not_real(formula.subs(statement.ratio, place)):
            detail = "The formula is not a real number there, but an energy is."
            return _refuted(statement, place, detail, "not real")
    if statement.between is not None:
        return _bounds(statement, formula, statement.between)
    return _leading(statement, formula) if statement.leading else _equality(statement, formula)


def _admitted(given: FunctionFacts, ratio: sympy.Symbol, place: sympy.Rational) -> bool:
    return all(certainly_holds(c.subs(ratio, place)) for c in given.conditions_on([ratio]))


def _is_not_real(number: sympy.Expr) -> bool:
    """Certain: the imaginary part is enclosed and the enclosure does not contain zero."""
    value = enclose(number, {}, BITS)
    return bool(value.is_finite()) and not value.imag.contains(0)


def _quotient(formula: sympy.Expr, ratio: sympy.Symbol, place: sympy.Integer) -> Interval | None:
    """exact/formula, enclosed."""
    kappa = ground_state(1 / place)
    printed = range_of(formula.subs(ratio, place), {})
    if kappa is None or printed is None or printed[0] <= 0 <= printed[1]:
        return None
    low, high = kappa[0] ** 2, kappa[1] ** 2
    return (low / printed[1], high / printed[0]) if printed[0] > 0 else (high / printed[1], low / printed[0])


def _shown(statement: SoftGroundState, places: Sequence[sympy.Integer], quotients: list[Interval]) -> str:
    pairs = zip(places, quotients, strict=True)
    listed = ", ".join(f"{sympy.N(low, 3)} at {name(statement.ratio)} = {_power(place)}" for place, (low, _) in pairs)
    return f"exact/printed energy: {listed}"


def _power(place: sympy.Integer) -> str:
    digits = len(str(place)) - 1
    return f"10^{digits}" if place == sympy.Integer(10) ** digits and digits > 2 else str(place)


def _refuted(
    statement: SoftGroundState, place: sympy.Integer, detail: str, found: str, residual: str | None = None
) -> Finding:
    counterexample = Counterexample(((name(statement.ratio), str(place)),), found, "printed value")
    evidence = Evidence("certified ground state", detail, counterexample, residual=residual)
    return Finding(Outcome.REFUTED, Grade.BALL, evidence)


def _equality(statement: SoftGroundState, formula: sympy.Expr) -> Finding:
    quotients = [_quotient(formula, statement.ratio, place) for place in statement.at]
    if None in quotients:
        return undecided("the ground state or the formula could not be enclosed")
    known = [q for q in quotients if q is not None]
    shown = _shown(statement, statement.at, known)
    for place, (low, high) in zip(statement.at, known, strict=True):
        if low > 1 or high < 1:
            detail = f"The exact ground state (Whittaker function, enclosed by a change of sign) differs; {shown}."
            return _refuted(statement, place, detail, f"{sympy.N(low, 8)} of the printed value", shown)
    return undecided(f"the enclosures agree; {shown}; equality cannot be proved this way")


def _bounds(statement: SoftGroundState, formula: sympy.Expr, ends: Interval) -> Finding:
    """Exact value over formula, enclosed at every place, against its bounds."""
    quotients = [_quotient(formula, statement.ratio, place) for place in statement.at]
    known = [q for q in quotients if q is not None]
    if len(known) < len(quotients):
        return undecided("the ground state or the formula could not be enclosed")
    shown = _shown(statement, statement.at, known)
    for place, (low, high) in zip(statement.at, known, strict=True):
        if high < ends[0] or ends[1] < low:
            detail = f"The exact ground state over the formula is not between {words(ends[0])} and {words(ends[1])}; {shown}."
            return _refuted(statement, place, detail, f"{sympy.N(low, 8)} of the printed value", shown)
    if all(ends[0] <= low and high <= ends[1] for low, high in known):
        detail = f"The exact ground state over the formula, enclosed by a change of sign; {shown}."
        return Finding(Outcome.PROVED, Grade.BALL, Evidence("certified ground state", detail))
    return undecided(f"the enclosure is too wide; {shown}")


def _leading(statement: SoftGroundState, formula: sympy.Expr) -> Finding:
    """The formula over 4 ln²q tends to 1, or it does not: see the head of this file."""
    term = fastest_term(formula, statement.ratio)
    if term is None:
        return undecided("the formula is no sum of numbers times powers of the ratio and of its logarithm")
    coefficient, power, logarithms = term
    four = (power, logarithms) == (0, 2) and prove_equal(coefficient, sympy.Integer(4)) is not None
    law = f"{words(coefficient)}·{name(statement.ratio)}^{power}·(ln {name(statement.ratio)})^{logarithms}"
    bounds = "4L² − 8L(ln 4L + 1) ≤ κ² ≤ 4 ln²(1 + q) + 2, with L = ln q and q the ratio, so that κ²/4L² → 1"
    if four:
        quotients = {place: _quotient(formula, statement.ratio, place) for place in FAR}
        known = {place: quotient for place, quotient in quotients.items() if quotient is not None}
        detail = f"The formula grows as 4L², and {bounds}; {_shown(statement, list(known), list(known.values()))}."
        return Finding(Outcome.PROVED, Grade.EXACT, Evidence("bounds on the ground state", detail))
    if (power, logarithms) == (0, 2) and not is_nonzero(coefficient - 4):
        return undecided(f"the coefficient {words(coefficient)} could not be compared with 4")
    detail = f"The formula grows as {law}, but {bounds}."
    counterexample = Counterexample(((name(statement.ratio), "to infinity"),), law, "4L²", Shape.GROWTH)
    evidence = Evidence("bounds on the ground state", detail, counterexample, residual=detail)
    return Finding(Outcome.REFUTED, Grade.EXACT, evidence)


Term = tuple[sympy.Expr, sympy.Expr, sympy.Expr]
"""Coefficient c, power a of the ratio and power b of its logarithm, in c q^a (ln q)^b."""


def fastest_term(formula: sympy.Expr, ratio: sympy.Symbol) -> Term | None:
    """The term of a sum of c q^a (ln q)^b that outgrows the others as q → ∞, or None if it is no such sum.

    c is a number that is certainly not zero, a and b are rational.  The logarithm of a
    product is taken apart only for positive factors.

    >>> q = sympy.Symbol("q", positive=True)
    >>> fastest_term((2 * sympy.log(3 * q)) ** 2 + 7 * sympy.log(q) + 1 / q, q)
    (4, 0, 2)
    """
    length = sympy.Dummy("L", positive=True)
    spread = sympy.expand(sympy.expand_log(formula).subs(sympy.log(ratio), length))
    if prove_equal(formula, spread.subs(length, sympy.log(ratio))) is None:
        return None
    sums: dict[tuple[sympy.Expr, sympy.Expr], sympy.Expr] = {}
    for term in sympy.Add.make_args(spread):
        coefficient, rest = term.as_independent(ratio, length)
        powers = rest.as_powers_dict()
        if set(powers) - {ratio, length, sympy.S.One} or not all(p.is_Rational for p in powers.values()):
            return None
        key = powers.get(ratio, sympy.S.Zero), powers.get(length, sympy.S.Zero)
        sums[key] = sums.get(key, sympy.S.Zero) + coefficient
    for key in sorted(sums, reverse=True):
        if prove_equal(sums[key], sympy.S.Zero) is not None:
            continue
        return (sums[key], *key) if sums[key].is_number and is_nonzero(sums[key]) else None
    return None


def _says(link: Printed, statement: SoftGroundState, system: UnitSystem) -> bool:
    if statement.energy is None or not is_plain_equation(link):
        return False
    symbol, factor = statement.energy
    return same_sides(link.lhs, link.rhs, symbol, factor * statement.formula)


KINDS = (
    Kind(
        SoftGroundState,
        in_cases_where_needed(check),
        says=_says,
        constructors=(soft_ground_state,),
        debt="its law for large ratios is a limit with logarithms, of which no relation speaks; the values at given ratios could be a function",
    ),
)
