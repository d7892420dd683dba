"""Concrete functions in place of undefined ones, to refute what is claimed for every function.

A line with f(x) and its derivatives speaks of every smooth f with the declared
assumptions.  A polynomial with rational coefficients is such a function if only `real` or
`complex` is declared, its exponential if `positive` is; for other assumptions there is no
instance.  A line that fails for one of them fails.  Agreement for all proves nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import sympy
from sympy.core.function import AppliedUndef

from verify.normal_form.signs import is_real
from verify.solving.integrals_of_functions import with_leibniz
from verify.terms.differentiability import KINKED, REAL_LINEAR
from verify.terms.requirements import BOUND
from verify.terms.survey import by_name, parts_of

FAMILIES = (((1, 2, 3), (2, -1, 1)), ((2, 1, -1), (1, 3, 2)), ((3, -2, 1), (-1, 1, 2)))
SAFE = {"real", "complex", "positive"}
"""Declared assumptions that a polynomial meets, or its exponential."""


def instances(*expressions: sympy.Expr) -> Iterator[tuple[sympy.Expr, ...]]:
    """The expressions with every undefined function replaced, derivatives carried out; nothing if there is none.

    Derivatives of integrals are carried out first, as they may be for all functions that are smooth.
    """
    if not any(parts_of(e, AppliedUndef) for e in expressions):
        return
    expressions = tuple(map(with_leibniz, expressions))
    applied = sorted({f for e in expressions for f in parts_of(e, AppliedUndef)}, key=by_name)
    heads = list(dict.fromkeys(f.func for f in applied))
    if not heads or any(map(_is_beyond, expressions)):
        return
    bound = {v for e in expressions for part in parts_of(e, sympy.Subs, *BOUND) for v in part.bound_symbols}
    runs = {variable: sympy.Dummy("x", real=True) for variable in bound}  # as the places and limits are real
    if any(_awkward(f, runs) for f in applied):
        return
    for family in FAMILIES:
        positive = {head: any(f.is_positive for f in applied if f.func is head) for head in heads}
        counts = {f.func: len(f.args) for f in reversed(applied)}
        put = tuple((head, _trial(counts[head], positive[head], family, place % 3)) for place, head in enumerate(heads))
        replaced = [_instance(e, put) for e in expressions]
        if not any(e.has(sympy.Derivative, sympy.Subs, AppliedUndef) for e in replaced):
            yield tuple(replaced)


def _awkward(f: AppliedUndef, runs: dict[Any, Any]) -> bool:
    """A function with a declared assumption that a polynomial need not meet, or with none that is known.

    A polynomial with real coefficients is real at real arguments.
    """
    declared = getattr(f.func, "_recipe", (None, None, {"unknown": True}))[2]
    if not all(fact in SAFE and holds for fact, holds in declared.items()):
        return True
    return bool(declared) and set(declared) != {"complex"} and not all(is_real(arg.xreplace(runs)) for arg in f.args)


def _is_beyond(expression: sympy.Expr) -> bool:
    """Derivatives by what is no symbol, ∂L/∂q(t), or of what has kinks or integrals, which SymPy takes branch by branch;
    places within places, and places and paths that are not real.
    """
    for part in parts_of(expression, sympy.Derivative):
        if part.expr.has(*KINKED, *REAL_LINEAR, *BOUND, sympy.Limit) or not all(v.is_Symbol for v in part.variables):
            return True
    for part in parts_of(expression, sympy.Subs):
        if part.expr.has(sympy.Subs) or not all(map(is_real, part.point)):
            return True
    limits = (limit for part in parts_of(expression, sympy.Integral) for limit in part.limits)
    return not all(end.is_infinite or is_real(end) for limit in limits for end in limit[1:])


@lru_cache(maxsize=256)
def _trial(count: int, positive: bool, family: tuple[tuple[int, ...], tuple[int, ...]], place: int) -> sympy.Lambda:
    slots = [sympy.Dummy(f"x{k}", real=True) for k in range(count)]
    coefficients, weights = family
    inner = sympy.Add(*((weights[(k + place) % 3]) * slot for k, slot in enumerate(slots)))
    body = sympy.Add(*((c + place) * inner**power / (2 + power) for power, c in enumerate(coefficients)))
    return sympy.Lambda(tuple(slots), sympy.exp(body / 10) if positive else body)


@lru_cache(maxsize=16384)
def _instance(part: Any, put: tuple[tuple[type, sympy.Lambda], ...]) -> Any:
    """The functions replaced and the derivatives carried out, part by part: a line and its mutants share most of these.

    Integrals and sums stay as they are, to be enclosed: SymPy's values of them are no evidence.
    """
    heads = dict(put)
    if not part.has(sympy.Derivative, sympy.Subs, *heads):
        return part
    args = [_instance(arg, put) for arg in part.args]
    if part.func in heads:
        return heads[part.func](*args)
    if isinstance(part, sympy.Derivative):
        return sympy.diff(args[0], *part.variable_count)
    if isinstance(part, sympy.Subs):
        return args[0].subs(dict(zip(part.variables, part.point, strict=True)), simultaneous=True)
    return part.func(*args)
