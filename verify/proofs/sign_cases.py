"""Proof by sign cases: Abs, sign, Max, Min, Heaviside and Piecewise, one region at a time.

A *switch* is an expression whose sign decides which formula applies.  The regions
"switch > 0", "switch = 0", "switch < 0" cover every point (two closed regions do where
the function is continuous across the switch); an equation that is proved on each of
them is proved.  A region is left out only if its emptiness is certain.  SymPy takes the
first true branch of a Piecewise; so does this module, and a comparison counts as true
or false only if the certain signs of its two sides' difference say so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import sympy
from sympy.core.relational import Relational
from sympy.logic.boolalg import And, Boolean, Not, Or

from verify.normal_form.signs import Fact, are_compared, sign_set
from verify.proofs.proof import Proof
from verify.regularity.existence import existence
from verify.solving.charts import BINDING, Chart, chart_of, restrict
from verify.terms.requirements import outermost
from verify.terms.sign_algebra import NEGATIVE, NONNEGATIVE, NONPOSITIVE, NONZERO, POSITIVE, UNKNOWN, ZERO, Signs

MAX_REGIONS = 243
MAX_SPLITS = 9
SWITCHED = (sympy.Abs, sympy.sign, sympy.Max, sympy.Min, sympy.Heaviside, sympy.Piecewise)
Prover = Callable[[Any, Any], "Proof | None"]


def prove_by_cases(
    lhs: sympy.Expr, rhs: sympy.Expr, conditions: tuple[Any, ...], prove: Prover
) -> tuple[list[Proof], int] | None:
    """The proofs on all regions and the number of regions, or None if one is not proved.

    `prove` proves an equation without switches in the region's own symbols.
    """
    walk = _Walk(prove)
    chart = chart_of(conditions)
    if not walk.region(lhs, rhs, chart, tuple(_without_zero(conditions, chart))):
        return None
    return walk.proofs, walk.regions


def _without_zero(conditions: tuple[Any, ...], chart: Chart) -> Iterator[Fact]:
    """What the conditions say is not zero, as far as it is real: then it is positive or negative."""
    for condition in conditions:
        if isinstance(condition, sympy.Ne):
            expr = chart.apply(condition.lhs - condition.rhs)
            if sign_set(expr) == UNKNOWN:
                yield expr, NONZERO


class _Walk:
    """Depth first through the regions."""

    def __init__(self, prove: Prover) -> None:
        self.prove = prove
        self.regions = 0
        self.proofs: list[Proof] = []

    def region(self, lhs: sympy.Expr, rhs: sympy.Expr, chart: Chart, facts: tuple[Fact, ...], depth: int = 0) -> bool:
        """Proves lhs = rhs (in the original symbols) on the region of the chart and the facts."""
        if depth > MAX_SPLITS:
            return False
        try:
            left, right = (resolve(chart.apply(side), facts) for side in (lhs, rhs))
        except (TypeError, ValueError, ZeroDivisionError):  # SymPy has no remainder by 0, and compares no zoo
            return False
        switch = _next_switch((left, right), facts)
        if switch is None:
            return self._leaf(left, right, chart, _dropped((lhs, rhs), (left, right), chart))
        possible = sign_set(switch[0], facts)
        if possible is None:
            return False
        for signs, inner in _parts(chart, switch[0], switch[1]):
            if not signs & possible:
                continue  # certainly empty
            if inner is None:
                known = (*facts, (switch[0], signs))
                if not self.region(lhs, rhs, chart, known, depth + 1):
                    return False
            elif not self.region(lhs, rhs, inner, _renewed(facts, chart, inner), depth + 1):
                return False
        return True

    def _leaf(self, left: sympy.Expr, right: sympy.Expr, chart: Chart, dropped: tuple[Any, ...]) -> bool:
        self.regions += 1
        if self.regions > MAX_REGIONS or any(_switched(left)) or any(_switched(right)):
            return False
        proof = self.prove(left, right)
        if proof is None:
            return False
        exists = existence(*dropped)
        if exists is None:
            return False
        exceptions = tuple(chart.restore(part) for part in proof.exceptions)
        self.proofs.append(replace(proof, nonzero=(*proof.nonzero, *exists), exceptions=exceptions))
        return True


def _dropped(sides: tuple[Any, Any], here: tuple[Any, Any], chart: Chart) -> tuple[Any, ...]:
    """Integrals and sums of the claim that a region's values have made vanish: 0 times a divergent one is not 0."""
    if not any(side.has(*BINDING) for side in sides):
        return ()
    left = {part for side in here for part in outermost(side)}
    return tuple(part for side in sides for part in outermost(side) if chart.apply(part) not in left)


def _parts(chart: Chart, switch: sympy.Expr, regions: tuple[Signs, ...]) -> list[tuple[Signs, Chart | None]]:
    """Each region with its chart; a half-line that no chart covers is cut into its inside and its end."""
    parts: list[tuple[Signs, Chart | None]] = []
    for signs in regions:
        inner = restrict(chart, switch, signs)
        if inner is None and 0 in signs and len(signs) == 2:
            pieces = [(piece, restrict(chart, switch, piece)) for piece in (signs - ZERO, ZERO)]
            parts += pieces if all(c is not None for _, c in pieces) else [(signs, None)]
        else:
            parts.append((signs, inner))
    return parts


def _renewed(facts: tuple[Fact, ...], old: Chart, new: Chart) -> tuple[Fact, ...]:
    """Facts said in the symbols of a finer chart."""
    return tuple((new.apply(old.restore(expr)), signs) for expr, signs in facts)


# --- what applies where the signs are certain ---------------------------------------------


def resolve(expr: Any, facts: tuple[Fact, ...] = ()) -> Any:
    """The expression with every switched function replaced whose branch is certain.

    Nothing is replaced under an integral, a sum or a derivative: the sign there is that of
    the bound variable's values, of which the facts do not speak.

    >>> x = sympy.Symbol("x", positive=True)
    >>> y = sympy.Symbol("y", real=True)
    >>> resolve(sympy.Abs(y - 1) + sympy.Max(x + 1, 1), [(y - 1, NEGATIVE)])
    x - y + 2
    """
    if isinstance(expr, BINDING) or not expr.has(*SWITCHED):
        return expr
    if isinstance(expr, sympy.Piecewise):
        return _resolve_piecewise(expr, facts)
    args = tuple(resolve(arg, facts) if isinstance(arg, sympy.Expr) else arg for arg in expr.args)
    rule = _RESOLVE.get(expr.func)
    if rule is not None:
        value = rule(args, facts)
        if value is not None:
            return value
    return expr.func(*args) if args != expr.args else expr


def _resolve_abs(args: tuple[Any, ...], facts: tuple[Fact, ...]) -> sympy.Expr | None:
    signs = sign_set(args[0], facts)
    if signs is not None and signs <= NONNEGATIVE:
        return args[0]
    return -args[0] if signs is not None and signs <= NONPOSITIVE else None


def _resolve_sign(args: tuple[Any, ...], facts: tuple[Fact, ...]) -> sympy.Expr | None:
    signs = sign_set(args[0], facts)
    return sympy.Integer(next(iter(signs))) if signs is not None and len(signs) == 1 else None


def _resolve_step(args: tuple[Any, ...], facts: tuple[Fact, ...]) -> sympy.Expr | None:
    signs = sign_set(args[0], facts)
    return {POSITIVE: sympy.S.One, NEGATIVE: sympy.S.Zero, ZERO: args[1]}.get(signs) if signs is not None else None


def _resolve_max(args: tuple[Any, ...], facts: tuple[Fact, ...]) -> sympy.Expr | None:
    return _extreme(args, facts, NONNEGATIVE)


def _resolve_min(args: tuple[Any, ...], facts: tuple[Fact, ...]) -> sympy.Expr | None:
    return _extreme(args, facts, NONPOSITIVE)


def _extreme(args: tuple[Any, ...], facts: tuple[Fact, ...], wanted: Signs) -> sympy.Expr | None:
    for candidate in args:
        others = [sign_set(candidate - arg, facts) for arg in args if arg != candidate]
        if all(signs is not None and signs <= wanted for signs in others):
            return candidate
    return None


_RESOLVE: dict[Any, Callable[[tuple[Any, ...], tuple[Fact, ...]], Any | None]] = {
    sympy.Abs: _resolve_abs,
    sympy.sign: _resolve_sign,
    sympy.Heaviside: _resolve_step,
    sympy.Max: _resolve_max,
    sympy.Min: _resolve_min,
}


def _resolve_piecewise(expr: sympy.Expr, facts: tuple[Fact, ...]) -> Any:
    """Drops branches that are certainly not taken, up to the first one that certainly is."""
    left: list[tuple[Any, Any]] = []
    for value, condition in expr.args:
        truth = _truth(condition, facts)
        if truth is False:
            continue
        if truth is True and not left:
            return resolve(value, facts)
        left.append((value, sympy.true if truth is True else condition))
        if truth is True:
            break
    return sympy.Piecewise(*left, evaluate=False) if left else sympy.nan


def _truth(condition: Boolean, facts: tuple[Fact, ...]) -> bool | None:
    if condition in (sympy.true, sympy.false):
        return bool(condition)
    if isinstance(condition, Relational):
        signs = sign_set(resolve(condition.lhs - condition.rhs, facts), facts)
        truth = None if signs is None else signs.satisfy(condition.rel_op)
        return truth if truth is not None and are_compared(condition, facts) else None
    parts = [_truth(part, facts) for part in condition.args]
    if isinstance(condition, Not):
        return None if parts[0] is None else not parts[0]
    if isinstance(condition, (And, Or)):
        decisive = isinstance(condition, Or)
        if decisive in parts:
            return decisive
        return None if None in parts else not decisive
    return None


# --- the next switch ----------------------------------------------------------------------


def _next_switch(sides: tuple[Any, Any], facts: tuple[Fact, ...]) -> tuple[Any, tuple[Signs, ...]] | None:
    """An undecided switch without switches inside, and the regions into which it cuts; None if there is none."""
    for atom in (atom for side in sides for atom in _switched(side)):
        for switch, regions in _switches(atom):
            if switch.has(*SWITCHED) or switch.has(sympy.nan):
                continue
            if sign_set(switch, facts) == UNKNOWN or len(sign_set(switch, facts) or ()) == 2:
                return switch, regions
    return None


def _switched(expr: sympy.Expr) -> Iterator[Any]:
    """The switched functions outside integrals, sums and derivatives, innermost first."""
    if isinstance(expr, BINDING):
        return
    for arg in expr.args:
        yield from _switched(arg)
    if isinstance(expr, SWITCHED):
        yield expr


_CLOSED = (NONNEGATIVE, NONPOSITIVE)
_THREE = (POSITIVE, ZERO, NEGATIVE)


def _switches(atom: Any) -> list[tuple[Any, tuple[Signs, ...]]]:
    if isinstance(atom, sympy.Abs):
        return [(atom.args[0], _CLOSED)]
    if isinstance(atom, (sympy.Max, sympy.Min)):
        args = atom.args
        return [(a - b, _CLOSED) for i, a in enumerate(args) for b in args[i + 1 :]]
    if isinstance(atom, sympy.Piecewise):
        found = [rel for _, condition in atom.args for rel in condition.atoms(Relational)]
        return [(rel.lhs - rel.rhs, _THREE) for rel in found]
    return [(atom.args[0], _THREE)]
