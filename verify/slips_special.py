"""Slips in the special statements: their spoilable fields get the slips of expressions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from verify.slips import slips
from verify.statements import SpecialStatement
from verify.wording import words

MOST = 2


def spoil_special(statement: SpecialStatement) -> Iterator[tuple[str, SpecialStatement]]:
    """At most two slips of a kind in the first field that is not zero: a zero offers nothing to spoil."""
    for field in statement.slots:
        expression = getattr(statement, field)
        if expression == 0:
            continue
        for slip in slips(expression, MOST):
            yield f"{slip.says} in {words(expression)}", replace(statement, **{field: slip.result})
        return
