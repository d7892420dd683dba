"""Functions that premises determine: by a differential equation with values at one place, by their slope, or by an integral.

Where the premises leave one function S for f, S is put in for f in the line, and nothing else is said of f any more.

Why this cannot lie.  S is a candidate, from the line itself or made here; it is put into the equation, and the difference of the
sides is proved to be zero on the whole range of x, without conditions; its values at the start are proved to be the ones that are
given, by continuity or as limits.  That no other function meets all this is

- by Picard and Lindelöf, where y⁽ⁿ⁾ = G(x, y, ..., y⁽ⁿ⁻¹⁾) with G smooth in all of its letters, for all of their values and on the
  whole range, the start included; S is defined all along, so that no solution ends before it;
- by the mean value theorem, for y′ = G(x): the difference of two is constant, and continuous up to the start;
- at a start x = 0 with y″ = -(k/x) y′ + H, k ≥ 0 and H smooth as above, y′(0) = 0 given: for the difference u of two,
  (x^k u′)′ = x^k (H₁ - H₂), so that |u′(x)| ≤ L |x| max(|u| + |u′|), which is less than half the maximum near 0 unless that is zero.

√y, y/x and their kin have no such G, and then nothing is put in.  A value at the start that is not given is a letter, which may
have any value.  Conditions and other premises that speak of x, or of f, leave the line as it is.  A counterexample counts only if
S is real and has the declared sign.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import sympy
from sympy.core.function import AppliedUndef

from verify.asymptotics.limits import value
from verify.balls.derivatives import differentiated
from verify.calculus.functions_at_places import facts_of
from verify.calculus.indefinite import is_a_free_number
from verify.errors import GiveUp
from verify.normal_form.signs import is_nonzero, is_positive, is_real
from verify.odes.one_function import Equations, is_regular, place_at_will, read
from verify.odes.problems import at_place
from verify.premises.facts import CASE, CONDITION, Facts
from verify.proofs.definedness import dropped
from verify.proofs.equality import prove_equal
from verify.regularity.analytic import is_analytic
from verify.solving.bound_names import runs_beyond
from verify.solving.equations import assumption_conditions
from verify.solving.jets import is_smooth, jet, of_jet, total_derivative, with_jets, without_jets
from verify.terms.requirements import BOUND, outermost
from verify.terms.survey import rebuilt
from verify.vocabulary.statements import Relation
from verify.wording import words

SIGNS = ("positive", "negative", "nonnegative", "nonpositive")


@dataclass(frozen=True)
class Determined:
    """The line with the function put in, the premises that are left, and what was put in."""

    statement: Relation
    facts: Facts
    told: str
    bears_a_refutation: bool
    conditions: tuple[str, ...] = ()
    is_everywhere: bool = False
    """Does the line say something of the whole range, so that it holds without further conditions or not at all?"""


def determined(statement: Relation, facts: Facts) -> Iterator[Determined]:
    """The line with a function of its own put in, in each way that is known; nothing where the premises determine none."""
    if facts.doubtful or statement.arguments or any(eq.label in (CONDITION, CASE) for eq in facts.equations):
        return
    sides = (statement.lhs, statement.rhs)
    heads = {of_jet(part.func)[0] for side in sides for part in side.atoms(AppliedUndef)}
    for head in sorted(heads, key=lambda f: f.__name__):
        try:
            known = read(head, facts, sides)
        except GiveUp:
            continue
        if (found := _with_a_constant(known, statement, facts)) is not None:
            yield found
            continue
        for candidate in _candidates(known, sides):
            try:
                yield _put_in(candidate, known, statement, facts)
                break
            except GiveUp:
                continue


def _with_a_constant(known: Equations, statement: Relation, facts: Facts) -> Determined | None:
    """y' = G(x), and the line says y = F + C with a symbol C that nothing else speaks of: ∫ G dx = F + C.

    Both hold on the whole range, on which F has a derivative: beside y' = 0 there is no C for y = sign x + C.  Some F + C must
    be what y is declared to be, or nothing is said.
    """
    if not known.is_quadrature or known.initial or statement.rel != "==":
        return None
    own = known.head(known.x)
    said = {s for eq in facts.equations for s in eq.symbols}.union(*(c.free_symbols for c in facts.conditions))
    place = _place(known.x)
    for one, other in ((statement.lhs, statement.rhs), (statement.rhs, statement.lhs)):
        terms = sympy.Add.make_args(other)
        added = {s: term for term in terms if is_a_free_number(s := term.as_coeff_Mul()[1]) and s not in said}
        constants = {
            s for s, t in added.items() if s != known.x and not any(s in o.free_symbols for o in terms if o is not t)
        }
        if one != own or other.has(known.head) or not constants:
            continue
        if not is_regular(other.xreplace({known.x: place}), place) or not _is_smooth_law(known.slope, known, place):
            continue
        if not known.is_smooth_as_printed(place):
            continue
        left = tuple(eq for eq in facts.equations if eq not in known.used)
        line = replace(statement, lhs=sympy.Integral(without_jets(known.slope), known.x), rhs=other)
        stand_in = sympy.Dummy(**facts_of(own))
        if assumption_conditions(stand_in, other.xreplace(dict.fromkeys(constants, sympy.Dummy(positive=True)))):
            continue  # there may be no such function: f > 0 with f' = -1
        names = ", ".join(sorted(words(s) for s in constants))
        told = f"({known.used[0].label}) gives the slope of {words(own)}."
        return Determined(
            line,
            replace(facts, equations=left, route=None),
            told,
            bears_a_refutation=True,
            conditions=(f"{names} is a constant of integration",),
            is_everywhere=True,
        )
    return None


def _put_in(S: Any, known: Equations, statement: Relation, facts: Facts) -> Determined:
    is_whole = known.order == 0 or _is_the_one(S, known)
    lhs, rhs = (without_jets(_put(side, S, known, is_whole)) for side in (statement.lhs, statement.rhs))
    # What the printed line needs and no longer shows would have to be told: ∫ f' log a dx is no zero where log a is nothing.
    written = (statement.lhs, statement.rhs)
    if dropped(written, lambda part: without_jets(_put(part, S, known, is_whole)), facts, (lhs, rhs)) != ():
        raise GiveUp("what the line needs is no longer seen")
    places = {part: sympy.Dummy() for side in (statement.lhs, statement.rhs) for part in _places(side)}
    factors = {
        factor
        for side in (statement.lhs, statement.rhs)
        for term in sympy.Add.make_args(sympy.expand(side.xreplace(places)))
        for factor in sympy.Mul.make_args(term)
    }
    said = {s for eq in known.used for s in eq.symbols}
    h = sympy.Dummy("h", positive=True)
    ranges = (_place(known.x),) if is_whole else (h,) if known.x.is_positive or known.x.is_nonnegative else (h, -h)
    stand_in = sympy.Dummy(**facts_of(known.head(known.x)))
    as_declared = not S.has(AppliedUndef, *BOUND) and not any(
        assumption_conditions(stand_in, S.xreplace({known.x: place})) for place in ranges
    )
    is_plain = not assumption_conditions(stand_in, sympy.Dummy(real=True)) and _is_made_of_real_parts(S)
    has_a_start = known.order == 0 or known.initial.keys() >= set(range(known.order))
    is_given = has_a_start or known.start != place_at_will(known.x) or any(_stands_at(p, known) for p in places)
    constants = {s for s in factors if s.is_Symbol} - said - set(places.values()) - {known.x}
    if not (as_declared or is_plain):
        raise GiveUp("a function that may not have the values that are declared")
    left = tuple(eq for eq in facts.equations if eq not in known.used)
    labels = " and ".join(f"({eq.label})" for eq in known.used)
    told = (
        f"{labels} leave{'s' if len(known.used) == 1 else ''} one function: {words(known.head(known.x))} = {words(S)}."
    )
    return Determined(
        replace(statement, lhs=lhs, rhs=rhs),
        replace(facts, equations=left, route=None),
        told,
        is_given and not constants,
    )


def _is_made_of_real_parts(S: Any) -> bool:
    """A sum with integrals of what is certainly real."""
    integrals = {part: sympy.Dummy(real=True) for part in outermost(S)}
    real = all(len(part.limits) == 1 and is_real(part.function) for part in integrals)
    return bool(integrals) and real and is_real(S.xreplace(integrals))


def _places(side: Any) -> Iterator[Any]:
    """Functions at places, and integrals: what stands in these is no constant of integration."""
    yield from side.atoms(AppliedUndef, sympy.Subs, *BOUND)


def _stands_at(part: Any, known: Equations) -> bool:
    found = at_place(part, known.x) if part.has(known.head) and not isinstance(part, BOUND) else None
    return found is not None and found[1] == known.start


# --- candidates --------------------------------------------------------------------------------------


def _values(known: Equations) -> list[Any]:
    letters = {k: letter for letter, k in known.letters.items()}
    return [known.initial[k] if k in known.initial else letters[k] for k in range(known.order)]


def _candidates(known: Equations, sides: tuple[Any, Any]) -> Iterator[Any]:
    """What the line says that f is; and solutions of y′ = G(x), y′ = p y + q and y″ = p y for numbers p and q."""
    head, x, n = known.head, known.x, known.order
    if n == 0:
        yield known.slope
        return
    start, values = known.start, _values(known)
    if known.is_quadrature and not known.slope.has(*BOUND):
        u = sympy.Dummy("u", **{fact: True for fact in ("real", *SIGNS) if getattr(x, f"is_{fact}")})
        yield values[0] + sympy.Integral(known.slope.xreplace({x: u}), (u, start, x))
        return
    here = {jet(head, k)(known.start): v for k, v in enumerate(values)}
    for one, other in (sides, sides[::-1]):
        if one == head(x):
            try:
                candidate = with_jets(other).xreplace(here)
            except GiveUp:
                continue
            if not candidate.has(AppliedUndef, *BOUND) and known.initial:
                yield candidate
    y = sympy.Dummy("y", real=True)
    slope = known.slope.xreplace({head(x): y})
    if slope.has(AppliedUndef, *BOUND) or x in slope.free_symbols:
        return
    p = sympy.diff(slope, y)
    q = slope.xreplace({y: sympy.S.Zero})
    if p.has(y) or p == 0 or not is_nonzero(p):
        return
    h = x - start
    if n == 1:
        yield -q / p + (values[0] + q / p) * sympy.exp(p * h)
    elif n == 2 and q == 0:
        w = sympy.sqrt(-p) if is_positive(-p) else sympy.sqrt(p)
        even, odd = (sympy.cos, sympy.sin) if is_positive(-p) else (sympy.cosh, sympy.sinh)
        yield values[0] * even(w * h) + values[1] * odd(w * h) / w


# --- existence and uniqueness --------------------------------------------------------------------------


def _place(x: Any, **more: bool) -> Any:
    """A variable for the whole range of x."""
    return sympy.Dummy(x.name, **{"real": True, **{s: True for s in SIGNS if getattr(x, f"is_{s}")}, **more})


def _slopes(S: Any, known: Equations) -> list[Any]:
    """S, S', ..., as often as the equation needs them; of ∫ G its slope is G."""
    if known.is_quadrature and S.has(*BOUND):
        return [S, known.slope]
    found = [S]
    for _ in range(known.order):
        slope = differentiated(found[-1], known.x)
        if slope is None:
            raise GiveUp("no rule differentiates the candidate")
        found.append(slope)
    return found


def _is_the_one(S: Any, known: Equations) -> bool:
    """Is S, on the whole range, the only function that the premises leave?  False if it is so away from the start; else GiveUp."""
    slopes, place = _slopes(S, known), _place(known.x)
    in_range = not assumption_conditions(known.x, known.start)
    as_printed = known.is_smooth_as_printed(place)
    if in_range and as_printed and _is_smooth_law(known.slope, known, place) and _solves(slopes, known, place):
        for slope, given in zip(slopes[:-1], _values(known), strict=True):
            if not S.has(*BOUND):  # an integral from the start to the start
                _ask_equal(slope.xreplace({known.x: known.start}), given)
        return True
    if known.start != 0 or known.x.is_negative or known.x.is_nonpositive:
        raise GiveUp("an equation that is not smooth, or a candidate that is no solution of it")
    h = sympy.Dummy("h", positive=True)
    for there in (h,) if known.x.is_positive or known.x.is_nonnegative else (h, -h):
        if not (
            known.is_smooth_as_printed(there)
            and _is_one_beside_the_start(known, there)
            and _solves(slopes, known, there)
        ):
            raise GiveUp("an equation with a singular place, or a candidate that is no solution of it")
        if S.has(*BOUND):
            continue  # f is continuous at the start, where a value of it is given, so that the integral converges
        for slope, given in zip(slopes[:-1], _values(known), strict=True):
            _ask_equal(value(sympy.Limit(slope.xreplace({known.x: there}), h, 0)), given)
    return False


def _is_smooth_law(G: Any, known: Equations, place: Any) -> bool:
    letters = {jet(known.head, k)(known.x): sympy.Dummy(f"y{k}", real=True) for k in range(known.order)}
    inside = G.xreplace(letters).xreplace({known.x: place})
    lead = sympy.diff(known.gap, jet(known.head, known.order)(known.x)).xreplace(letters).xreplace({known.x: place})
    return is_nonzero(lead) and all(is_smooth(inside, symbol) for symbol in (place, *letters.values()))


def _is_one_beside_the_start(known: Equations, there: Any) -> bool:
    """Is there at most one solution that has the values at 0, of an equation that may be singular there?"""
    if known.is_quadrature:  # f is continuous at the end of its range; inside, it may jump where the law says nothing
        at_an_end = known.x.is_positive or known.x.is_nonnegative
        return bool(at_an_end) and 0 in known.initial and _is_smooth_law(known.slope, known, there)
    below = jet(known.head, 1)(known.x)
    if known.order != 2 or known.initial.get(1) != 0:
        return False
    k = -known.slope.coeff(below / known.x)
    H = sympy.expand(known.slope + k * below / known.x)
    closed = sympy.Dummy("h", nonnegative=True)
    return bool(k.is_Rational and k >= 0) and _is_smooth_law(H, known, there.xreplace({abs(there): closed}))


def _solves(slopes: list[Any], known: Equations, place: Any) -> bool:
    if slopes[0].has(*BOUND):
        return True  # the fundamental theorem, for a smooth slope
    (symbol,) = place.free_symbols
    if not is_analytic(slopes[0].xreplace({known.x: place}), symbol):
        return False
    proof = prove_equal(known.with_derivatives(known.gap, slopes, place), sympy.S.Zero)
    return proof is not None and not proof.conditions


def _ask_equal(one: Any, other: Any) -> None:
    proof = prove_equal(one, other)
    if proof is None or proof.conditions:
        raise GiveUp("another value at the start")


# --- putting it in ----------------------------------------------------------------------------------------


def _put(expr: Any, S: Any, known: Equations, is_whole: bool) -> Any:
    """The expression with S for f: values, derivatives at places, and under signs of its own variable."""
    if not isinstance(expr, sympy.Basic) or not (expr.has(known.head) or _has_jets(expr, known.head)):
        return expr
    if isinstance(expr, sympy.Derivative) and known.order == 0 and expr.expr == known.head(known.x):
        return sympy.Derivative(S, *expr.variable_count)
    if isinstance(expr, (sympy.Derivative, sympy.Subs)):
        return _put(with_jets(expr), S, known, is_whole)
    if isinstance(expr, (*BOUND, sympy.Limit)):
        variables = {expr.args[1]} if isinstance(expr, sympy.Limit) else set(expr.bound_symbols)
        if variables & (S.free_symbols - {known.x}) or (isinstance(expr, BOUND) and runs_beyond(expr)):
            raise GiveUp("a variable of its own that is none")
        inside = _put(expr.args[0], S, known, is_whole)
        return expr.func(
            inside, *(_put(arg, S, known, is_whole) if arg.has(known.head) else arg for arg in expr.args[1:])
        )
    if isinstance(expr, AppliedUndef) and of_jet(expr.func)[0] == known.head:
        return _at(of_jet(expr.func)[1], _put(expr.args[0], S, known, is_whole), S, known, is_whole)
    return rebuilt(expr, (_put(arg, S, known, is_whole) for arg in expr.args))


def _has_jets(expr: Any, head: Any) -> bool:
    return any(of_jet(part.func)[0] == head for part in expr.atoms(AppliedUndef))


def _at(order: int, place: Any, S: Any, known: Equations, is_whole: bool) -> Any:
    """The derivative of that order at a place."""
    if known.order and place == known.start and order < known.order:
        return _values(known)[order]
    if place != known.x:
        if assumption_conditions(known.x, place) or place.has(AppliedUndef, *BOUND):
            raise GiveUp("a place at which the function is not declared")
        if (not is_whole and not is_nonzero(place - known.start)) or (known.order == 0 and order):
            raise GiveUp("a place at which the function may be singular")
    slopes = [S] if known.order == 0 else _slopes(S, known)
    while len(slopes) <= order:
        slopes.append(total_derivative(slopes[-1], known.x))
    return without_jets(slopes[order].xreplace({known.x: place}))
