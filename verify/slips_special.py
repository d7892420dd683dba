"""Slips in the special statements: their spoilable fields get the slips of expressions.

The factor 1 − δ_ij of a sum over j ≠ i is no part of what is printed, so it is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import sympy

from verify.slips import slips
from verify.statements import SpecialStatement
from verify.statements_special import Diverges
from verify.wording import words

MOST = 2


def spoil_special(statement: SpecialStatement) -> Iterator[tuple[str, SpecialStatement]]:
    """At most two slips of a kind in the first field that is not zero: a zero offers nothing to spoil."""
    for field in statement.slots:
        expression = getattr(statement, field)
        if expression == 0:
            continue
        masks = {1 - d: sympy.Dummy("apart", positive=True) for d in expression.atoms(sympy.KroneckerDelta)}
        shown = {mask: apart for apart, mask in masks.items()}
        for slip in slips(expression.xreplace(masks), MOST):
            says = slip.says.replace("_apart", "apart")
            yield f"{says} in {words(expression)}", replace(statement, **{field: slip.result.xreplace(shown)})
        return


def spoil_divergence(statement: Diverges) -> Iterator[tuple[str, Diverges]]:
    """Slips that stop the growth; a factor would not, and is no slip here."""
    yield "wrong sign", replace(statement, expression=-statement.expression)
    yield "upside down", replace(statement, expression=1 / statement.expression)
    exponents = [p.exp for p in statement.expression.atoms(sympy.Pow) if p.exp.has(statement.variable)]
    if exponents:
        spoiled = statement.expression.xreplace({exponents[0]: -exponents[0]})
        yield "wrong sign of the exponent", replace(statement, expression=spoiled)
