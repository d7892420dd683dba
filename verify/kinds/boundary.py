"""Is what is printed inside and outside a surface the solution of its boundary-value problem?

Decided one by one: the jumps at the surface, the equations on both sides (multiplied by r² sin²θ,
or ρ², so that no denominator is left), boundedness inside, decay outside.  Refuted: one of
them fails at an exact point of its region.  Proved: all hold exactly.

*Bounded, single-valued, decaying.*  A component must be a finite sum of r^n times polynomials in sines
and cosines of angles, those of φ with whole multiples.  It is then bounded in the angles; different
powers of r are linearly independent, so it is bounded at r → 0 exactly if every n ≥ 0 and tends to 0
at infinity exactly if every n < 0 (terms with coefficient zero left out).  Anything else is left undecided.

*Why this is the solution.*  A bounded field that satisfies the equations off the axis and
the centre satisfies them there, too: these are of codimension two or more, and the flux of a
bounded field through a thin tube around them tends to zero (Laplace's equation: bounded
singularities on such sets are removable).  Take the difference D of two solutions.  It has no jumps,
div D = 0 and curl D = 0 (for potentials, ∇²D = 0) in all space, so its Cartesian components are
harmonic; bounded and zero at infinity, they vanish (Liouville).  For the cylinder the solutions compared
are those that do not depend on z; their components are harmonic in the plane.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import sympy
from sympy.logic.boolalg import Boolean

from verify.deciding.case_by_case import in_cases_where_needed
from verify.deciding.decide import Finding, decide, readable, undecided
from verify.deciding.function_premises import FunctionFacts, about_functions
from verify.deciding.settings import Settings
from verify.errors import GiveUp
from verify.kinds.kind import Kind, Spoiled
from verify.points.domain import Domain
from verify.premises.facts import Facts
from verify.terms.slips import slips
from verify.verdicts import Evidence, Grade, Outcome
from verify.vocabulary.boundary import (
    FieldProblem,
    PotentialProblem,
    normal_jump,
)
from verify.vocabulary.coordinates import Cylinder, Frame
from verify.vocabulary.vectors import Vector
from verify.wording import name, words

METHOD = "boundary-value problem"
ZERO = sympy.Integer(0)


@dataclass(frozen=True)
class Demand:
    """`lhs` = `rhs` wherever the conditions hold; `says` names what is demanded."""

    says: str
    lhs: sympy.Expr
    rhs: sympy.Expr
    conditions: tuple[Boolean, ...]


def check(statement: FieldProblem | PotentialProblem, facts: Facts, settings: Settings) -> Finding:
    frame = statement.frame
    given = about_functions(facts, frame.coordinates, statement, definitions=True)
    if given.facts.clash is not None:
        return undecided(f"the premises exclude each other at ({given.facts.clash.label})")
    if given.conditions_on(frame.coordinates):
        return undecided("a condition restricts the coordinates: the problem is posed in all space")
    solved = _with_premises(statement, given)
    if solved.radius.has(*frame.coordinates):
        return undecided(f"the radius {words(solved.radius)} depends on the coordinates")
    if given.lost_of_arguments:
        return undecided("as printed, the fields are not defined at every place")
    positive = sympy.Gt(solved.radius, 0, evaluate=False)
    told = () if given.facts.implies(positive) else readable([positive], given.facts.domain())
    given = replace(given, facts=replace(given.facts, conditions=(*given.facts.conditions, positive)))
    findings: list[tuple[Demand, Finding]] = []
    try:
        for demand in _demands(solved):
            finding = _decided(demand, given, settings)
            if finding.outcome is Outcome.REFUTED:
                return given.keep(_failing(demand, finding))
            findings.append((demand, finding))
    except GiveUp as problem:
        return undecided(str(problem))
    open_ones = [(demand, finding) for demand, finding in findings if finding.outcome is not Outcome.PROVED]
    for demand, finding in open_ones:
        return undecided(f"{demand.says}: {finding.evidence.detail}")
    return given.keep(_solved(solved, [finding for _, finding in findings], told))


def _with_premises(statement: FieldProblem | PotentialProblem, given: FunctionFacts) -> FieldProblem | PotentialProblem:
    put = given.apply

    def each(vector: Vector) -> Vector:
        return put(vector[0]), put(vector[1]), put(vector[2])

    if isinstance(statement, PotentialProblem):
        fields = {key: put(getattr(statement, key)) for key in ("radius", "inside", "outside", "jump", "slope_jump")}
        return replace(statement, **fields, laplacian=(put(statement.laplacian[0]), put(statement.laplacian[1])))
    return FieldProblem(
        statement.frame,
        put(statement.radius),
        each(statement.inside),
        each(statement.outside),
        put(statement.flux_jump),
        each(statement.circulation_jump),
        (put(statement.divergence[0]), put(statement.divergence[1])),
        (each(statement.curl[0]), each(statement.curl[1])),
    )


# --- what is demanded ---------------------------------------------------------------------------


def _demands(statement: FieldProblem | PotentialProblem) -> Iterator[Demand]:
    """The cheapest first; the powers of the distance last, since they may not be of the form."""
    if isinstance(statement, FieldProblem):
        yield from _jumps_of_field(statement)
        yield from _field_equations(statement)
        sources = [(statement.divergence[side], *statement.curl[side]) for side in (0, 1)]
        yield from _far_and_near(statement.frame, statement.inside, statement.outside)
        _require_bounded(statement.frame, *sources)
    else:
        yield from _jumps_of_potential(statement)
        yield from _potential_equations(statement)
        yield from _far_and_near(statement.frame, (statement.inside,), (statement.outside,))
        _require_bounded(statement.frame, statement.laplacian[:1], statement.laplacian[1:])


def _jumps_of_field(statement: FieldProblem) -> Iterator[Demand]:
    frame, radius = statement.frame, statement.radius
    flux, circulation = normal_jump(statement)
    surface = f"at the surface {name(frame.distance)} = {words(radius)}"
    at = {frame.distance: radius}
    yield Demand(
        f"the jump of the normal component {surface}", flux.subs(at), statement.flux_jump.subs(at), frame.bounds
    )
    for axis, found, asked in zip(frame.coordinates, circulation, statement.circulation_jump, strict=True):
        says = f"the component along e_{name(axis)} of n × (outside − inside) {surface}"
        yield Demand(says, found.subs(at), asked.subs(at), frame.bounds)


def _jumps_of_potential(statement: PotentialProblem) -> Iterator[Demand]:
    frame, radius = statement.frame, statement.radius
    surface = f"at the surface {name(frame.distance)} = {words(radius)}"
    at = {frame.distance: radius}
    gap = statement.outside - statement.inside
    slope = sympy.diff(gap, frame.distance)
    yield Demand(f"the jump of the potential {surface}", gap.subs(at), statement.jump.subs(at), frame.bounds)
    yield Demand(
        f"the jump of its normal derivative {surface}", slope.subs(at), statement.slope_jump.subs(at), frame.bounds
    )


def _regions(frame: Frame, radius: sympy.Expr) -> Iterator[tuple[int, str, tuple[Boolean, ...]]]:
    yield 0, "inside", (*frame.bounds, sympy.Lt(frame.distance, radius))
    yield 1, "outside", (*frame.bounds, sympy.Gt(frame.distance, radius))


def _field_equations(statement: FieldProblem) -> Iterator[Demand]:
    frame = statement.frame
    for index, where, conditions in _regions(frame, statement.radius):
        field = (statement.inside, statement.outside)[index]
        found, asked = frame.divergence(field), statement.divergence[index]
        yield Demand(f"the divergence {where}", frame.clears * found, frame.clears * asked, conditions)
        for axis, turn, source in zip(frame.coordinates, frame.curl(field), statement.curl[index], strict=True):
            says = f"the component of the curl along e_{name(axis)} {where}"
            yield Demand(says, frame.clears * turn, frame.clears * source, conditions)


def _potential_equations(statement: PotentialProblem) -> Iterator[Demand]:
    frame = statement.frame
    for index, where, conditions in _regions(frame, statement.radius):
        found = frame.laplacian((statement.inside, statement.outside)[index])
        asked = statement.laplacian[index]
        yield Demand(f"the Laplacian {where}", frame.clears * found, frame.clears * asked, conditions)


def _far_and_near(frame: Frame, inside: tuple[sympy.Expr, ...], outside: tuple[sympy.Expr, ...]) -> Iterator[Demand]:
    """No negative power of the distance inside, none but negative ones outside."""
    r = name(frame.distance)
    for component in inside:
        for power, coefficient in powers(component, frame).items():
            if power < 0:
                says = f"that what is inside is bounded at {r} → 0, where it has the power {words(power)} of {r}"
                yield Demand(says, coefficient, ZERO, frame.bounds)
    for component in outside:
        for power, coefficient in powers(component, frame).items():
            if power >= 0:
                says = f"that what is outside decays for {r} → ∞, where it has the power {words(power)} of {r}"
                yield Demand(says, coefficient, ZERO, frame.bounds)


def _require_bounded(frame: Frame, inside: tuple[sympy.Expr, ...], outside: tuple[sympy.Expr, ...]) -> None:
    """Sources are bounded in the angles, and at the centre."""
    for source in inside:
        if any(power < 0 for power in powers(source, frame)):
            raise GiveUp(f"the source {words(source)} is not bounded for {name(frame.distance)} → 0")
    for source in outside:
        powers(source, frame)


def powers(expression: sympy.Expr, frame: Frame) -> dict[sympy.Rational, sympy.Expr]:
    """The coefficients of the powers of the distance, polynomials in sines and cosines.  Raises GiveUp.

    >>> r, theta, phi = sympy.symbols("r theta phi", positive=True)
    >>> from verify.vocabulary.coordinates import Sphere
    >>> powers(sympy.cos(theta) / r**3, Sphere((r, theta, phi)))
    {-3: cos(theta)}
    """
    found: dict[sympy.Rational, sympy.Expr] = {}
    for term in sympy.Add.make_args(sympy.expand(expression)):
        if term == 0:
            continue
        coefficient, power = term.as_independent(frame.distance, as_Add=False)
        base, exponent = power.as_base_exp()
        if power == 1:
            exponent = ZERO
        elif base != frame.distance or not exponent.is_Rational:
            raise GiveUp(f"{words(term)} is no power of {name(frame.distance)} times a function of the angles")
        _require_angles(coefficient, frame)
        found[exponent] = found.get(exponent, ZERO) + coefficient
    return found


def _require_angles(coefficient: sympy.Expr, frame: Frame) -> None:
    """Only a polynomial in sines and cosines of real angles, with whole multiples of φ."""
    waves = {wave: sympy.Dummy() for wave in coefficient.atoms(sympy.sin, sympy.cos) if wave.has(*frame.coordinates)}
    for wave in waves:
        slopes = [sympy.diff(wave.args[0], angle) for angle in frame.coordinates[1:]]
        turns = sympy.diff(wave.args[0], frame.turn)
        if any(s.has(*frame.coordinates) or not s.is_real for s in slopes) or not turns.is_Integer:
            raise GiveUp(f"{words(wave)} is not known to have the same value after a full turn")
    flat = coefficient.xreplace(waves)
    if flat.has(*frame.coordinates) or (waves and not flat.is_polynomial(*waves.values())):
        raise GiveUp(f"{words(coefficient)} is no polynomial in sines and cosines of the angles")
    if isinstance(frame, Cylinder) and coefficient.has(frame.coordinates[2]):
        raise GiveUp(f"{words(coefficient)} depends on {name(frame.coordinates[2])}: the cylinder is not long")


# --- deciding and telling ---------------------------------------------------------------------------


def _decided(demand: Demand, given: FunctionFacts, settings: Settings) -> Finding:
    lost = given.lost_of_parameters
    domain = given.facts.domain(demand.lhs, demand.rhs, *lost)
    symbols = set(domain.symbols).union(*(c.free_symbols for c in demand.conditions))
    whole = Domain(tuple(symbols), (*domain.conditions, *demand.conditions))
    return decide(demand.lhs, demand.rhs, whole, seed=settings.seed, quick=settings.quick, lost=lost)


def _failing(demand: Demand, finding: Finding) -> Finding:
    def tell(told: Evidence) -> Evidence:
        return replace(told, method=METHOD, detail=f"What fails is {demand.says}. {told.detail}")

    return finding.retold(tell)


def _solved(
    statement: FieldProblem | PotentialProblem, findings: list[Finding], positive_radius: tuple[str, ...]
) -> Finding:
    r, long = name(statement.frame.distance), isinstance(statement.frame, Cylinder)
    among = ", among those that are the same all along the cylinder" if long else ""
    detail = (
        f"The equations inside and outside, the conditions at {r} = {words(statement.radius)}, boundedness at {r} → 0 "
        f"and decay for {r} → ∞ all hold; only one solution has these properties{among}."
    )

    def tell() -> Evidence:
        found = (c for finding in findings for c in finding.evidence.conditions)
        conditions = dict.fromkeys((*positive_radius, *found))
        return Evidence(METHOD, detail, conditions=tuple(conditions))

    return Finding(Outcome.PROVED, Grade.EXACT, tell)


def _spoil(statement: FieldProblem | PotentialProblem) -> Spoiled:
    """One slip of a kind in each component that is printed: the solution is unique, so none of them solves the problem."""
    for side in ("inside", "outside"):
        printed = getattr(statement, side)
        components = printed if isinstance(printed, tuple) else (printed,)
        for place, component in enumerate(components):
            for slip in slips(component, 1) if component != 0 else ():
                changed = (*components[:place], slip.result, *components[place + 1 :])
                field: Any = changed if isinstance(printed, tuple) else changed[0]
                yield f"{slip.says} in {words(component)} {side}", replace(statement, **{side: field})


KINDS = (
    Kind(FieldProblem, in_cases_where_needed(check), spoil=_spoil),
    Kind(PotentialProblem, in_cases_where_needed(check), spoil=_spoil),
)
