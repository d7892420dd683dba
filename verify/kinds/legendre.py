"""Is a Hamiltonian the exact Legendre transform of a Lagrangian?  See `verify.theorems.mechanics`.

The Lagrangian is differentiated as printed.  Velocities and momenta are the arguments of the
two functions, so premises that contain them (p = m v) are not put in (`verify.deciding.function_premises`).

A Lagrangian quadratic in its velocities is transformed and compared.  Any other is compared
at p = ∂L/∂v for every velocity, without solving: H(∂L/∂v) = Σ v ∂L/∂v − L.

- Proved: the identity holds for all velocities and the Hessian is not zero throughout, so H has
  the right value at every momentum that occurs, wherever the Hessian does not vanish.
  A Lagrangian with a root √(c² − v²) speaks of |v| < c only (`where_real`).
- Refuted: it fails at some velocity, and no other velocity has that momentum.  The latter
  is shown for one velocity in an interval (all its conditions linear in it) on which ∂L/∂v is real
  and continuous and its slope has one sign.  Otherwise a difference leaves the claim undecided, since another
  branch of v(p) might be meant.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, ClassVar

import sympy
from sympy.logic.boolalg import Boolean

from verify.deciding.case_by_case import in_cases_where_needed
from verify.deciding.decide import Finding, decide, readable, undecided
from verify.deciding.function_premises import FunctionFacts, about_functions
from verify.deciding.settings import Settings
from verify.kinds.kind import Kind
from verify.normal_form.signs import is_nonzero, is_real, sign_set
from verify.points.domain import Domain
from verify.premises.facts import Facts
from verify.quantities.exact import exact
from verify.regularity.analytic import is_continuous
from verify.regularity.conditions import must_not_vanish
from verify.regularity.side_conditions import as_conditions
from verify.solving.charts import chart_of
from verify.terms.sign_algebra import POSITIVE
from verify.theorems.mechanics import Transform, energy, hessian, momenta_of, transform
from verify.verdicts import Outcome
from verify.vocabulary.moves import Equation
from verify.vocabulary.statement import Sides, Statement
from verify.vocabulary.statements import different_pairs
from verify.wording import words


@dataclass(frozen=True)
class Legendre(Statement):
    """`hamiltonian` is the Legendre transform of `lagrangian` with momenta p_i = ∂L/∂v_i, without approximation."""

    lagrangian: sympy.Expr
    velocities: tuple[sympy.Symbol, ...]
    momenta: tuple[sympy.Symbol, ...]
    hamiltonian: sympy.Expr
    slots: ClassVar[tuple[str, ...]] = ("hamiltonian",)

    def expressions(self) -> tuple[sympy.Basic, ...]:
        return (self.lagrangian, self.hamiltonian, *self.velocities, *self.momenta)

    def sides(self) -> Sides:
        pairs = zip(self.velocities, self.momenta, strict=True)
        return ((self.lagrangian, self.hamiltonian), *((self.lagrangian, v * p) for v, p in pairs))


def legendre(lagrangian: Any, *pairs: tuple[sympy.Symbol, sympy.Symbol], hamiltonian: Any) -> tuple[Legendre]:
    """`pairs` are (velocity, momentum).

    The Lagrangian is differentiated as it is written here: symbols that depend on a velocity must be written
    out, and premises with a velocity or momentum are not put in.
    """
    velocities, momenta = different_pairs("legendre", pairs)
    return (Legendre(exact(lagrangian), velocities, momenta, exact(hamiltonian)),)


INEQUALITIES = (sympy.StrictGreaterThan, sympy.GreaterThan, sympy.StrictLessThan, sympy.LessThan)


def check(statement: Legendre, facts: Facts, settings: Settings) -> Finding:
    """Refuted or proved by comparing the printed Hamiltonian with the transform, in momenta and coordinates."""
    slopes = momenta_of(statement.lagrangian, statement.velocities)
    defined = tuple(Equation("momentum", p, s) for p, s in zip(statement.momenta, slopes, strict=True))
    arguments = (*statement.velocities, *statement.momenta)
    given = about_functions(facts, arguments, statement, definitions=False, implied=defined, pointwise=True)
    if given.facts.clash is not None:
        return undecided(f"the premises exclude each other at ({given.facts.clash.label})")
    lagrangian, hamiltonian = given.apply(statement.lagrangian), given.apply(statement.hamiltonian)
    if lagrangian.has(*statement.momenta) or hamiltonian.has(*statement.velocities):
        return undecided("expected a Lagrangian without momenta and a Hamiltonian without velocities")
    found = transform(lagrangian, statement.velocities, statement.momenta)
    if found is None:
        real = where_real(lagrangian, statement.velocities)
        given = replace(given, facts=replace(given.facts, conditions=(*given.facts.conditions, *real)))
        return given.keep(_for_every_velocity(statement, lagrangian, hamiltonian, given, settings))
    if _is_restricted(statement.velocities, given):
        return given.keep(_compared_at_velocities(statement, lagrangian, hamiltonian, found, given, settings))
    return given.keep(_compared(found, hamiltonian, given, settings))


def where_real(lagrangian: sympy.Expr, velocities: tuple[sympy.Symbol, ...]) -> tuple[Boolean, ...]:
    """|v| < s for every root of α(s² − v²) in the Lagrangian, with α > 0: elsewhere it is not real, and says nothing.

    >>> v, m, c = sympy.Symbol("v", real=True), *sympy.symbols("m c", positive=True)
    >>> where_real(-m * sympy.sqrt(1 - v**2 / c**2), (v,))
    (v < c, v > -c)
    """
    found: list[Boolean] = []
    roots = [p for p in lagrangian.atoms(sympy.Pow) if p.exp.is_Rational and p.exp.q == 2]
    for v in velocities:
        for base in sorted({p.base for p in roots if p.base.is_polynomial(v)}, key=sympy.default_sort_key):
            coefficients = sympy.Poly(base, v).all_coeffs()
            if len(coefficients) == 3 and coefficients[1] == 0 and not base.has(*(set(velocities) - {v})):
                top, _, level = coefficients
                if sign_set(-top) == sign_set(level) == POSITIVE:
                    limit = sympy.sqrt(sympy.cancel(-level / top))
                    found += [sympy.Lt(v, limit), sympy.Gt(v, -limit)]
    return tuple(found)


def _compared(found: Transform, printed: sympy.Expr, given: FunctionFacts, settings: Settings) -> Finding:
    domain, lost = given.facts.domain(found.hamiltonian, printed, *given.lost), given.lost
    finding = decide(found.hamiltonian, printed, domain, seed=settings.seed, quick=settings.quick, lost=lost)
    if finding.outcome is not Outcome.PROVED:
        return finding
    speeds = "; ".join(f"{words(v)} = {words(value)}" for v, value in found.velocities.items())
    detail = f"The momenta are solved for the velocities, {speeds}; Σ p v − L is then the printed Hamiltonian."
    return _where_regular(finding, detail, found.hessian, given, (found.hamiltonian, printed))


def _is_restricted(velocities: tuple[sympy.Symbol, ...], given: FunctionFacts) -> bool:
    """May a velocity not have every real value?  Then not every momentum occurs, and H is claimed of those that do."""
    plain = sympy.Dummy(real=True)._assumptions_orig
    return any(v._assumptions_orig != plain for v in velocities) or bool(given.conditions_on(velocities))


def _compared_at_velocities(
    statement: Legendre,
    lagrangian: sympy.Expr,
    hamiltonian: sympy.Expr,
    found: Transform,
    given: FunctionFacts,
    settings: Settings,
) -> Finding:
    """At p = ∂L/∂v, for the velocities that there are; the momenta are linear in them, so that no two share one."""
    slopes = momenta_of(lagrangian, statement.velocities)
    at_velocity = hamiltonian.subs(dict(zip(statement.momenta, slopes, strict=True)), simultaneous=True)
    own = energy(lagrangian, statement.velocities)
    domain = given.facts.domain(at_velocity, own)
    finding = decide(at_velocity, own, domain, seed=settings.seed, quick=settings.quick)
    if finding.outcome is not Outcome.PROVED:
        return finding
    detail = "At p = ∂L/∂v the printed Hamiltonian is Σ p v − L, for every velocity that is admitted."
    return _where_regular(finding, detail, found.hessian, given, (at_velocity, own))


def _for_every_velocity(
    statement: Legendre, lagrangian: sympy.Expr, hamiltonian: sympy.Expr, given: FunctionFacts, settings: Settings
) -> Finding:
    slopes = momenta_of(lagrangian, statement.velocities)
    put = dict(zip(statement.momenta, slopes, strict=True))
    at_velocity = hamiltonian.subs(put, simultaneous=True)
    own = energy(lagrangian, statement.velocities)
    regular = hessian(lagrangian, statement.velocities)
    domain = given.facts.domain(at_velocity, own, *given.lost)
    if (
        decide(regular, sympy.Integer(0), given.facts.domain(regular), seed=settings.seed).outcome
        is not Outcome.REFUTED
    ):
        return undecided("the momenta cannot be solved for the velocities, or it is not known whether they can")
    finding = decide(at_velocity, own, domain, seed=settings.seed, quick=settings.quick, lost=given.lost)
    if finding.outcome is Outcome.REFUTED and not _is_injective(statement, slopes, regular, given):
        return undecided("the sides differ, but whether one velocity only has this momentum is not known")
    if finding.outcome is not Outcome.PROVED:
        return finding
    detail = "At p = ∂L/∂v the printed Hamiltonian is Σ p v − L, for every velocity."
    return _where_regular(finding, detail, regular, given, (at_velocity, own))


def _is_injective(
    statement: Legendre, slopes: tuple[sympy.Expr, ...], regular: sympy.Expr, given: FunctionFacts
) -> bool:
    """One velocity in an interval, and ∂L/∂v is real, continuous and strictly monotonic there."""
    if len(statement.velocities) != 1:
        return False
    (v,) = statement.velocities
    linear = all(
        isinstance(c, INEQUALITIES) and (c.lhs - c.rhs).is_polynomial(v) and sympy.degree(c.lhs - c.rhs, v) == 1
        for c in given.conditions_on([v])
    )
    chart = chart_of(given.facts.domain(slopes[0]).conditions)
    slope = chart.apply(given.apply(slopes[0]))
    moving = {v, *(new for new, meaning in chart.backward.items() if v in meaning.free_symbols)}
    smooth = all(is_continuous(slope, symbol) for symbol in moving & slope.free_symbols)
    return linear and smooth and is_real(slope) and is_nonzero(chart.apply(regular))


def _where_regular(
    finding: Finding, detail: str, regular: sympy.Expr, given: FunctionFacts, sides: tuple[sympy.Expr, sympy.Expr]
) -> Finding:
    """That the Hessian is not zero is told, unless it is not wherever both sides have a value."""
    domain = given.facts.domain(regular, *sides)
    defined = (c for c in as_conditions(must_not_vanish(sides)) if isinstance(c, sympy.Ne))
    needed = readable([sympy.Ne(regular, 0)], Domain(domain.symbols, (*domain.conditions, *defined)))
    return finding.retold(
        lambda told: replace(told, detail=detail, conditions=tuple(dict.fromkeys((*told.conditions, *needed))))
    )


KINDS = (Kind(Legendre, in_cases_where_needed(check), constructors=(legendre,)),)
