"""What a reading may take as true: its premises, its conditions, and the domain that they leave."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import sympy
from sympy.logic.boolalg import Boolean

from verify.domain import Domain
from verify.inequality import certified_sign
from verify.moves import Parametrisation, execute, facts, parametrise
from verify.readings import Move, Reading
from verify.statements import Equation

CONDITION = "condition"


@dataclass(frozen=True)
class Facts:
    """The equations and conditions of a reading, and the route that its moves take.

    Equations among the conditions (n = 2) are facts like premises; they carry the label
    `condition`.
    """

    equations: tuple[Equation, ...]
    conditions: tuple[Boolean, ...]
    route: Move | None = None

    @classmethod
    def of(cls, reading: Reading) -> Facts:
        equalities = [c for c in reading.where if isinstance(c, sympy.Eq)]
        others = tuple(c for c in reading.where if not isinstance(c, sympy.Eq))
        premises = facts(reading.by) if reading.by is not None else ()
        conditions = tuple(Equation(CONDITION, c.lhs, c.rhs) for c in equalities)
        return cls((*premises, *conditions), others, reading.by)

    @property
    def labels(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(eq.label for eq in self.equations))

    def without(self, label: str) -> Facts:
        """The same facts less one premise; the printed route no longer applies."""
        return Facts(tuple(eq for eq in self.equations if eq.label != label), self.conditions)

    @cached_property
    def parametrisation(self) -> Parametrisation:
        return parametrise(self.equations)

    @cached_property
    def arrivals(self) -> tuple[Equation, ...]:
        """The equations at which the printed route arrives."""
        return execute(self.route) if self.route is not None else ()

    @cached_property
    def clash(self) -> Equation | None:
        """An equation that the others turn into one that no admissible value satisfies, if there is one."""
        for residual in self.parametrisation.residuals:
            sign = certified_sign(residual.lhs - residual.rhs, self.domain(residual.lhs, residual.rhs))
            if sign is not None and 0 not in sign.values:
                return residual
        return None

    def domain(self, *expressions: sympy.Expr) -> Domain:
        """The domain of expressions into which the parametrisation has been put."""
        conditions = [c.subs(self.parametrisation.values) for c in self.conditions]
        conditions += self.parametrisation.domain_conditions()
        dependent = self.parametrisation.values.values()
        return Domain(_symbols((*expressions, *dependent), conditions), _open(conditions))


def _symbols(expressions: Iterable[sympy.Basic], conditions: Iterable[Boolean]) -> tuple[sympy.Symbol, ...]:
    found: set[sympy.Symbol] = set()
    for thing in (*expressions, *conditions):
        found |= thing.free_symbols
    return tuple(sorted(found, key=lambda s: s.name))


def _open(conditions: Iterable[Boolean]) -> tuple[Boolean, ...]:
    return tuple(dict.fromkeys(c for c in conditions if c is not sympy.true))
