"""What a source that lost signs may have said: each reconstruction is a reading, on this ground.

A paper declares what its source lost (`Paper.lost`), and a reading names which of these signs it puts back.  It may differ
from the line as extracted by these signs alone: it is the line with radicals over some of its parts, or with other
signs of its terms.  What a lost relation may have been is one of = and ≠.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from itertools import islice, product
from typing import Any

import sympy

from verify.vocabulary.readings import Reading
from verify.vocabulary.statement import Statement
from verify.vocabulary.statements import Relation

RADICAL, SIGN, RELATION = "√", "−+", "=≠"
MOST, FEW = 4000, 40
"""Places for radicals that are tried in a side, and in each of its parts."""
KINDS = {RADICAL: "radicals", SIGN: "the signs + and −", RELATION: "the relations = and ≠"}
SIGNS = {sign: kind for kind in KINDS for sign in kind}
"""The kind of each sign that a source can have lost: of two that are taken for each other, either may be named."""


def objection(literal: Reading, read: Reading, lost: Collection[str]) -> str | None:
    """Why a reading is no reconstruction of the line; None if it may be one."""
    if read.word not in lost:
        told = ", ".join(map(repr, lost)) or "none; say lost=(...) of the paper"
        return f"ground source: of={read.word!r} is no sign that the source lost ({told})"
    kind = SIGNS.get(str(read.word))
    if kind is None:
        return f"ground source: of={read.word!r} is no sign that can be put back; expected one of {', '.join(SIGNS)}"
    same = len(read.statements) == len(literal.statements) and all(
        _differ_by(kind, one, other) for one, other in zip(literal.statements, read.statements, strict=True)
    )
    return None if same else f"ground source: it changes more than {KINDS[kind]}; expected a correction"


def _differ_by(kind: str, printed: Statement, meant: Statement) -> bool:
    if printed == meant:
        return True
    if not (isinstance(printed, Relation) and isinstance(meant, Relation)):
        return False
    sides = ((printed.lhs, meant.lhs), (printed.rhs, meant.rhs))
    if kind == RELATION:
        return {printed.rel, meant.rel} <= {"==", "!="} and all(one == other for one, other in sides)
    return printed.rel == meant.rel and all(PUT_BACK[kind](one, other) for one, other in sides)


def _radicals_put_back(printed: Any, meant: Any) -> bool:
    meant = sympy.expand(meant)
    return bool(printed == meant or meant in map(sympy.expand, islice(_under_radicals(printed), MOST)))


def _under_radicals(expression: Any) -> Iterator[Any]:
    """The expression with a radical over any of its parts; of a fraction over its numerator, its denominator or all of it."""
    if expression.is_Rational:
        for above, below in product((expression.p, sympy.sqrt(expression.p)), (expression.q, sympy.sqrt(expression.q))):
            yield sympy.Mul(above, sympy.Pow(below, -1))
        return
    yield sympy.sqrt(expression)
    for choice in product(*([part, *islice(_under_radicals(part), FEW)] for part in expression.args)):
        if choice:
            yield expression.func(*choice)
            yield sympy.sqrt(expression.func(*choice))


def _signs_put_back(printed: Any, meant: Any) -> bool:
    return bool(_without_signs(printed) == _without_signs(meant))


def _without_signs(expression: Any) -> Any:
    """Every term of a sum with the sign +."""
    return expression.replace(
        lambda part: isinstance(part, (sympy.Add, sympy.Mul)),
        lambda part: sympy.Add(*(-t if t.could_extract_minus_sign() else t for t in sympy.Add.make_args(part))),
    )


PUT_BACK: dict[str, Callable[[Any, Any], bool]] = {RADICAL: _radicals_put_back, SIGN: _signs_put_back}
