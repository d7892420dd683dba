"""Is what is printed inside and outside a sphere or a long cylinder *the* solution of its boundary-value problem?

A problem is stated by its frame, the radius of the surface, what is printed inside and outside, and
what sits on the surface:

    shell = sphere(r, theta, phi)            # or cylinder(rho, phi, z)
    magnetostatic(
        shell, R,
        inside=shell.uniform(B),             # components along e_r, e_θ, e_φ: (B cos θ, −B sin θ, 0)
        outside=shell.dipole(mu),            # (2μ cos θ/r³, μ sin θ/r³, 0)
        surface_current=(0, 0, sigma * Omega * R * sin(theta)),
        per_current=4 * pi / c,              # Gaussian; μ_0 in SI
    )
    electrostatic(shell, R, inside=(0, 0, 0), outside=(Q / r**2, 0, 0), surface_charge=sigma, per_charge=4 * pi)
    potential(shell, R, inside=Q / R, outside=Q / r, slope_jump=-4 * pi * sigma)

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

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar, TypeAlias

import sympy
from sympy.logic.boolalg import Boolean

from verify.deciding.decide import Finding, decide, readable, undecided
from verify.deciding.function_premises import FunctionFacts, of_functions
from verify.deciding.settings import Settings
from verify.errors import ClaimError, GiveUp
from verify.kinds.kind import Kind, Spoiled
from verify.points.domain import Domain
from verify.quantities.exact import exact
from verify.terms.slips import slips
from verify.verdicts import Evidence, Grade, Outcome
from verify.vocabulary.coordinates import Cylinder, Frame
from verify.vocabulary.statement import Sides, Statement
from verify.vocabulary.vectors import cross, triple
from verify.wording import name, words

METHOD = "boundary-value problem"
ZERO = sympy.Integer(0)
NOTHING = (ZERO, ZERO, ZERO)
Components: TypeAlias = tuple[sympy.Expr, ...]


@dataclass(frozen=True)
class Solution(Statement):
    """What is printed on both sides of a surface has the stated jumps there (outside − inside) and the stated sources.

    A field F has three components; its jumps are those of n·F and n × F, with n the outward
    normal, its sources div F and curl F, inside and outside.  A potential u has one; its jumps
    are those of u and ∂u/∂n, its source is ∇²u.  It is bounded inside and decays outside.
    """

    frame: Frame
    radius: sympy.Expr
    inside: Components
    outside: Components
    jumps: Components
    sources: tuple[Components, Components]
    noun: ClassVar[str] = "fields"

    def expressions(self) -> tuple[sympy.Basic, ...]:
        printed = (self.radius, *self.inside, *self.outside, *self.jumps)
        return (*printed, *self.sources[0], *self.sources[1], *self.frame.coordinates)

    def sides(self) -> Sides:
        """All as what is printed, a derivative times the distance."""
        distance = self.frame.distance
        first, order = (self.jumps, 1) if len(self.inside) == 3 else (self.jumps[:1], 2)
        slopes = [slope * distance for slope in self.jumps[len(first) :]]
        sources = [source * distance**order for side in self.sources for source in side]
        terms = [term for term in (*self.inside, *self.outside, *first, *slopes, *sources) if term != 0]
        return ((distance, self.radius), *((terms[0], other) for other in terms[1:]))


def magnetostatic(
    frame: Frame,
    radius: Any,
    *,
    inside: Sequence[Any],
    outside: Sequence[Any],
    surface_current: Sequence[Any],
    per_current: Any,
    currents: tuple[Sequence[Any], Sequence[Any]] = (NOTHING, NOTHING),
) -> tuple[Solution]:
    """The magnetic field of a surface current K (and of current densities inside and outside).

    div B = 0, curl B = per_current·j, n × (B_outside − B_inside) = per_current·K; Gaussian: per_current = 4π/c.
    """
    turning, near, far = (_scaled(exact(per_current), each) for each in (surface_current, *currents))
    fields = _vector(inside), _vector(outside)
    return (Solution(frame, exact(radius), *fields, (ZERO, *turning), ((ZERO, *near), (ZERO, *far))),)


def electrostatic(
    frame: Frame,
    radius: Any,
    *,
    inside: Sequence[Any],
    outside: Sequence[Any],
    surface_charge: Any,
    per_charge: Any,
    charges: tuple[Any, Any] = (0, 0),
) -> tuple[Solution]:
    """The electric field of a surface charge σ (and of charge densities inside and outside).

    curl E = 0, div E = per_charge·ρ, n·(E_outside − E_inside) = per_charge·σ; Gaussian: per_charge = 4π.
    """
    flux, near, far = (exact(per_charge) * exact(each) for each in (surface_charge, *charges))
    fields = _vector(inside), _vector(outside)
    return (Solution(frame, exact(radius), *fields, (flux, *NOTHING), ((near, *NOTHING), (far, *NOTHING))),)


def potential(
    frame: Frame,
    radius: Any,
    *,
    inside: Any,
    outside: Any,
    jump: Any = 0,
    slope_jump: Any = 0,
    laplacian: tuple[Any, Any] = (0, 0),
) -> tuple[Solution]:
    """∇²u = laplacian (inside, outside), and u and ∂u/∂n jump by `jump` and `slope_jump` from inside to outside.

    u tends to 0 at infinity; where it does not (the logarithm of a line charge), state the field instead.
    """
    jumps, sources = (exact(jump), exact(slope_jump)), ((exact(laplacian[0]),), (exact(laplacian[1]),))
    return (Solution(frame, exact(radius), (exact(inside),), (exact(outside),), jumps, sources),)


def _vector(components: Sequence[Any]) -> Components:
    if len(components) != 3:
        raise ClaimError(f"a field with {len(components)} components; expected 3, along the unit vectors of the frame")
    return tuple(exact(component) for component in components)


def _scaled(factor: sympy.Expr, components: Sequence[Any]) -> Components:
    return tuple(factor * component for component in _vector(components))


@dataclass(frozen=True)
class Demand:
    """`lhs` = `rhs` wherever the conditions hold; `says` names what is demanded."""

    says: str
    lhs: sympy.Expr
    rhs: sympy.Expr
    conditions: tuple[Boolean, ...]


@of_functions(lambda statement: statement.frame.coordinates)
def check(statement: Solution, given: FunctionFacts, settings: Settings) -> Finding:
    frame = statement.frame
    if given.conditions_on(frame.coordinates):
        return undecided("a condition restricts the coordinates: the problem is posed in all space")
    solved = _with_premises(statement, given.apply)
    if solved.radius.has(*frame.coordinates):
        return undecided(f"the radius {words(solved.radius)} depends on the coordinates")
    if given.lost_of_arguments:
        return undecided("as printed, the fields are not defined at every place")
    positive = sympy.Gt(solved.radius, 0, evaluate=False)
    told = () if given.facts.implies(positive) else readable([positive], given.facts.domain())
    given = replace(given, facts=replace(given.facts, conditions=(*given.facts.conditions, positive)))
    findings: list[tuple[Demand, Finding]] = []
    for demand in _demands(solved):
        finding = _decided(demand, given, settings)
        if finding.outcome is Outcome.REFUTED:
            return given.keep(_failing(demand, finding))
        findings.append((demand, finding))
    for demand, finding in findings:
        if finding.outcome is not Outcome.PROVED:
            return undecided(f"{demand.says}: {finding.evidence.detail}")
    return given.keep(_solved(solved, [finding for _, finding in findings], told))


def _with_premises(statement: Solution, put: Callable[[sympy.Expr], sympy.Expr]) -> Solution:
    def each(components: Components) -> Components:
        return tuple(map(put, components))

    printed = each(statement.inside), each(statement.outside), each(statement.jumps)
    near, far = map(each, statement.sources)
    return Solution(statement.frame, put(statement.radius), *printed, (near, far))


# --- what is demanded ---------------------------------------------------------------------------


def _demands(statement: Solution) -> Iterator[Demand]:
    """The cheapest first; the powers of the distance last, since they may not be of the form."""
    frame, r = statement.frame, statement.frame.distance
    at = {r: statement.radius}
    for (says, found), asked in zip(_jumps(statement), statement.jumps, strict=True):
        surface = f"{says} at the surface {name(r)} = {words(statement.radius)}"
        yield Demand(surface, found.subs(at), asked.subs(at), frame.bounds)
    sides = (
        ("inside", sympy.Lt(r, statement.radius), statement.inside, statement.sources[0]),
        ("outside", sympy.Gt(r, statement.radius), statement.outside, statement.sources[1]),
    )
    for where, region, printed, sources in sides:
        for (says, found), asked in zip(_derivatives(frame, printed), sources, strict=True):
            conditions = (*frame.bounds, region)
            yield Demand(f"{says} {where}", frame.clears * found, frame.clears * asked, conditions)
    yield from _far_and_near(frame, statement.inside, statement.outside)
    _require_bounded(frame, *statement.sources)


def _jumps(statement: Solution) -> Iterator[tuple[str, sympy.Expr]]:
    """What jumps, in words and as a function of the coordinates, in the order of `Solution.jumps`."""
    frame = statement.frame
    gap = [out - within for out, within in zip(statement.outside, statement.inside, strict=True)]
    if len(gap) == 1:
        yield "the jump of the potential", gap[0]
        yield "the jump of its normal derivative", sympy.diff(gap[0], frame.distance)
        return
    yield "the jump of the normal component", gap[0]
    for axis, component in zip(frame.coordinates, cross(triple(1, 0, 0), triple(*gap)), strict=True):
        yield f"the component along e_{name(axis)} of n × (outside − inside)", component


def _derivatives(frame: Frame, printed: Components) -> Iterator[tuple[str, sympy.Expr]]:
    """What the sources are compared with, in their order."""
    if len(printed) == 1:
        yield "the Laplacian", frame.laplacian(printed[0])
        return
    field = triple(*printed)
    yield "the divergence", frame.divergence(field)
    for axis, component in zip(frame.coordinates, frame.curl(field), strict=True):
        yield f"the component of the curl along e_{name(axis)}", component


def _far_and_near(frame: Frame, inside: Components, outside: Components) -> Iterator[Demand]:
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


def _require_bounded(frame: Frame, inside: Components, outside: Components) -> None:
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


def _solved(statement: Solution, findings: list[Finding], positive_radius: tuple[str, ...]) -> Finding:
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


def _spoil(statement: Solution) -> Spoiled:
    """One slip of a kind in each component that is printed: the solution is unique, so none of them solves the problem."""
    for side in ("inside", "outside"):
        printed = getattr(statement, side)
        for place, component in enumerate(printed):
            for slip in slips(component, 1) if component != 0 else ():
                changed: Any = (*printed[:place], slip.result, *printed[place + 1 :])
                yield f"{slip.says} in {words(component)} {side}", replace(statement, **{side: changed})


KINDS = (
    Kind(
        Solution,
        check,
        spoil=_spoil,
        constructors=(magnetostatic, electrostatic, potential),
        debt="that a field is the only solution is a theorem on functions, not a relation",
    ),
)
