"""Boundary-value problems: rotating sphere and cylinder, shells and balls of charge; every false coefficient is refuted."""

from typing import Any

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import Abs, Integer, Rational, cos, log, pi, sin, sqrt

from tests.common.examples import examples
from verify.claims import (
    Claim,
    Paper,
    UnitSystem,
    cylinder,
    electrostatic,
    follows_from,
    magnetostatic,
    potential,
    sphere,
    symbol,
)
from verify.deciding.decide import Finding
from verify.deciding.settings import Settings
from verify.errors import ClaimError, GiveUp
from verify.judging.dimension import check as dimension_of_claim
from verify.judging.verdict_on import judge
from verify.kinds.boundary import powers
from verify.kinds.table import KINDS
from verify.premises.facts import Facts
from verify.quantities.dimension_names import (
    CHARGE,
    DIMENSIONLESS,
    FREQUENCY,
    LENGTH,
    MAGNETIC_FIELD,
    MAGNETIC_MOMENT,
    SURFACE_CHARGE_DENSITY,
    VELOCITY,
)
from verify.slips.mutants import try_mutants
from verify.verdicts import Grade, Outcome
from verify.vocabulary.coordinates import Cylinder, Frame, Sphere
from verify.vocabulary.moves import Equation
from verify.vocabulary.readings import Reading
from verify.vocabulary.vectors import Vector

r, R = (symbol(s, s, s, LENGTH, positive=True) for s in "rR")
theta, phi = (symbol(s, s, s, DIMENSIONLESS, real=True) for s in ("theta", "phi"))
z = symbol("z", "z", "height", LENGTH, real=True)
Omega = symbol("Omega", "Omega", "angular velocity", FREQUENCY, real=True)
c = symbol("c", "c", "speed of light", VELOCITY, positive=True)
Q = symbol("Q", "Q", "charge", CHARGE, positive=True)
sigma = symbol("sigma", "sigma", "surface charge", SURFACE_CHARGE_DENSITY, positive=True)
B = symbol("B", "B", "field inside", MAGNETIC_FIELD, real=True)
mu = symbol("mu", "mu", "moment", MAGNETIC_MOMENT, real=True)
k = symbol("k", "k", "any number", DIMENSIONLESS, real=True)
BALL, ROD = sphere(r, theta, phi), cylinder(r, phi, z)
NOTHING = Facts((), ())
CHARGE_OF_SPHERE = Facts((Equation("28", Q, 4 * pi * R**2 * sigma),), ())
FIELD, MOMENT = 8 * pi * sigma * R * Omega / (3 * c), 4 * pi * sigma * R**4 * Omega / (3 * c)
SOLENOID = 4 * pi * sigma * R * Omega / c


def rotating_sphere(inside: Vector, outside: Vector) -> tuple[Any, ...]:
    current = (0, 0, sigma * Omega * R * sin(theta))
    return magnetostatic(BALL, R, inside=inside, outside=outside, surface_current=current, per_current=4 * pi / c)


def rotating_cylinder(inside: Vector, outside: Vector) -> tuple[Any, ...]:
    current = (0, sigma * Omega * R, 0)
    return magnetostatic(ROD, R, inside=inside, outside=outside, surface_current=current, per_current=4 * pi / c)


def charged_shell(inside: Any, outside: Any) -> tuple[Any, ...]:
    return electrostatic(
        BALL, R, inside=(inside, 0, 0), outside=(outside, 0, 0), surface_charge=Q / (4 * pi * R**2), per_charge=4 * pi
    )


def finding(statements: tuple[Any, ...], facts: Facts = NOTHING) -> Finding:
    (statement,) = statements
    return KINDS[type(statement)].check(statement, facts, Settings())


def plus(a: Vector, b: Vector) -> Vector:
    return a[0] + b[0], a[1] + b[1], a[2] + b[2]


TRUE = {
    "rotating sphere": rotating_sphere(BALL.uniform(FIELD), BALL.dipole(MOMENT)),
    "rotating cylinder": rotating_cylinder(ROD.uniform(SOLENOID), (Integer(0),) * 3),
    "charged shell": charged_shell(Integer(0), Q / r**2),
    "charged ball": electrostatic(
        BALL,
        R,
        inside=(Q * r / R**3, 0, 0),
        outside=(Q / r**2, 0, 0),
        surface_charge=0,
        per_charge=4 * pi,
        charges=(3 * Q / (4 * pi * R**3), 0),
    ),
    "charged rod": electrostatic(
        ROD, R, inside=(0, 0, 0), outside=(2 * Q / (R * r), 0, 0), surface_charge=Q / (2 * pi * R**2), per_charge=4 * pi
    ),
    "current in a wire": magnetostatic(
        ROD,
        R,
        inside=(0, k * r / R**2, 0),
        outside=(0, k / r, 0),
        surface_current=(0, 0, 0),
        per_current=4 * pi / c,
        currents=((0, 0, k * c / (2 * pi * R**2)), (0, 0, 0)),
    ),
    "potential of a shell": potential(BALL, R, inside=Q / R, outside=Q / r, slope_jump=-Q / R**2),
    "potential of a ball": potential(
        BALL, R, inside=Q / (2 * R) * (3 - r**2 / R**2), outside=Q / r, laplacian=(-3 * Q / R**3, 0)
    ),
    "quadrupole layer": potential(
        BALL,
        R,
        inside=k * r**2 * sin(theta) ** 2 * cos(2 * phi),
        outside=k * R**5 / r**3 * sin(theta) ** 2 * cos(2 * phi),
        slope_jump=-5 * k * R * sin(theta) ** 2 * cos(2 * phi),
    ),
    "double layer": potential(
        ROD, R, inside=k * r * cos(phi), outside=-k * R**2 / r * cos(phi), jump=-2 * k * R * cos(phi)
    ),
}


@pytest.mark.parametrize("name", sorted(TRUE))
def test_the_solution_is_proved(name: str) -> None:
    found = finding(TRUE[name])
    assert (found.outcome, found.grade) == (Outcome.PROVED, Grade.EXACT)
    assert "only one solution" in found.evidence.detail


@pytest.mark.parametrize("name", sorted(TRUE))
def test_every_slip_inside_or_outside_is_refuted(name: str) -> None:
    tried = try_mutants(Reading("as printed", TRUE[name]), Settings())
    assert tried.made >= 5
    assert [s.mutant for s in tried.survivors if not s.equivalent] == []


FALSE = {
    "field inside": (rotating_sphere(BALL.uniform(FIELD / 2), BALL.dipole(MOMENT)), "normal component"),
    "moment": (rotating_sphere(BALL.uniform(FIELD), BALL.dipole(2 * MOMENT)), "normal component"),
    "both, as if without tangential condition": (
        rotating_sphere(BALL.uniform(2 * FIELD), BALL.dipole(2 * MOMENT)),
        "n × (outside − inside)",
    ),
    "quadrupole outside that fits at the surface": (
        rotating_sphere(
            BALL.uniform(FIELD),
            tuple(component * R / r for component in BALL.dipole(MOMENT)),  # type: ignore[arg-type]
        ),
        "the divergence outside",
    ),
    "swirl outside that vanishes at the surface": (
        rotating_sphere(BALL.uniform(FIELD), plus(BALL.dipole(MOMENT), (0, 0, k * (R / r - R**2 / r**2)))),
        "curl",
    ),
    "gradient inside that vanishes at the surface": (
        rotating_sphere(plus(BALL.uniform(FIELD), (k * (1 - r / R), 0, 0)), BALL.dipole(MOMENT)),
        "the divergence inside",
    ),
    "uniform field added everywhere": (
        rotating_sphere(BALL.uniform(FIELD + k), plus(BALL.dipole(MOMENT), BALL.uniform(k))),
        "decays",
    ),
    "dipole added everywhere": (
        rotating_sphere(plus(BALL.uniform(FIELD), BALL.dipole(k)), BALL.dipole(MOMENT + k)),
        "bounded",
    ),
    "solenoid with half the field": (rotating_cylinder(ROD.uniform(SOLENOID / 2), (Integer(0),) * 3), "e_φ"),
    "solenoid with all the field outside": (rotating_cylinder((Integer(0),) * 3, ROD.uniform(-SOLENOID)), "decays"),
    "field inside a shell": (charged_shell(Q * r / R**3, Q / r**2 + Q * r / R**3), "divergence"),
    "half the charge": (charged_shell(Integer(0), Q / (2 * r**2)), "normal component"),
    "point charge at the centre": (charged_shell(Q / r**2, 2 * Q / r**2), "bounded"),
    "a constant": (potential(BALL, R, inside=Q / R + k, outside=Q / r + k, slope_jump=-Q / R**2), "decays"),
    "no layer": (potential(BALL, R, inside=Q / R, outside=Q / r), "normal derivative"),
    "a step": (potential(BALL, R, inside=Q / R + k, outside=Q / r, slope_jump=-Q / R**2), "jump of the potential"),
    "not harmonic": (
        potential(
            BALL,
            R,
            inside=k * r**2 * cos(theta),
            outside=k * R**4 / r**2 * cos(theta),
            slope_jump=-4 * k * R * cos(theta),
        ),
        "Laplacian inside",
    ),
}


@pytest.mark.parametrize("name", sorted(FALSE))
def test_what_fails_is_named(name: str) -> None:
    statement, part = FALSE[name]
    found = finding(statement)
    assert found.outcome is Outcome.REFUTED
    assert part in found.evidence.detail
    assert found.evidence.counterexample is not None


def test_a_counterexample_lies_on_the_side_that_it_speaks_of() -> None:
    statement, _ = FALSE["quadrupole outside that fits at the surface"]
    point = {s.name: value for s, value in finding(statement).point.items()}
    assert point["r"] > point["R"] > 0
    assert 0 < point["theta"] < pi


OPEN = {
    "half an angle": potential(
        ROD,
        R,
        inside=k * sqrt(r) * cos(phi / 2),
        outside=k * R / sqrt(r) * cos(phi / 2),
        slope_jump=-k / sqrt(R) * cos(phi / 2),
    ),
    "the logarithm of a line charge": potential(ROD, R, inside=-2 * log(R), outside=-2 * log(r), slope_jump=-2 / R),
    "along the rod": potential(
        ROD, R, inside=k * z, outside=k * z * R / r, slope_jump=-k * z / R, laplacian=(0, k * z * R / r**3)
    ),
    "a monopole with its string": magnetostatic(
        BALL,
        R,
        inside=(0, 0, 0),
        outside=(0, 0, k / (r * sin(theta))),
        surface_current=(0, -k / (R * sin(theta)), 0),
        per_current=1,
    ),
}


@pytest.mark.parametrize("name", sorted(OPEN))
def test_outside_the_procedure_it_is_not_decided(name: str) -> None:
    assert finding(OPEN[name]).outcome is Outcome.UNDECIDED


def test_premises() -> None:
    in_charge = rotating_sphere(BALL.uniform(2 * Q * Omega / (3 * c * R)), BALL.dipole(Q * R**2 * Omega / (3 * c)))
    assert finding(in_charge, CHARGE_OF_SPHERE).outcome is Outcome.PROVED
    assert finding(in_charge).outcome is Outcome.REFUTED
    twice = Facts((Equation("28", Q, 8 * pi * R**2 * sigma),), ())
    assert finding(in_charge, twice).outcome is Outcome.REFUTED
    at_the_surface = Facts((Equation("s", r, R),), ())
    assert finding(TRUE["rotating sphere"], at_the_surface).outcome is Outcome.UNDECIDED
    assert finding(TRUE["rotating sphere"], Facts((), (r < R,))).outcome is Outcome.UNDECIDED


def test_a_strength_that_a_premise_links_with_the_place_is_not_known_to_be_constant() -> None:
    shell = potential(BALL, R, inside=k, outside=k * R / r, slope_jump=-k / R)
    assert finding(shell).outcome is Outcome.PROVED
    for premise in ((z, k - r), (r, k - z), (k - r, z), (z, k * cos(theta)), (z * k, theta)):
        assert finding(shell, Facts((Equation("p", *premise),), ())).outcome is Outcome.UNDECIDED
    function_of_place = Facts((Equation("p", k, cos(theta)),), ())
    assert finding(shell, function_of_place).outcome is Outcome.REFUTED
    assert finding(shell, Facts((Equation("p", z, 2 * r),), ())).outcome is Outcome.PROVED


def test_unknown_strengths_follow_from_the_premises_that_give_them() -> None:
    named = rotating_sphere(BALL.uniform(B), BALL.dipole(mu))
    known = Facts((Equation("29", B, FIELD), Equation("m", mu, MOMENT)), ())
    assert finding(named, known).outcome is Outcome.PROVED
    assert finding(named, Facts((Equation("29", B, FIELD), Equation("m", mu, -MOMENT)), ())).outcome is Outcome.REFUTED
    assert finding(named).outcome is Outcome.REFUTED


def claim_of(unit_of_current: Any) -> Claim:
    paper = Paper(id="ball", title="t", citation="made up", units=UnitSystem.GAUSSIAN, sections=("S",))
    charge = paper.premise("28", where="S", printed="x", lhs=Q, rhs=4 * pi * R**2 * sigma, page="the page")
    inside, outside = BALL.uniform(2 * Q * Omega / (3 * c * R)), BALL.dipole(Q * R**2 * Omega / (3 * c))
    current = (0, 0, sigma * Omega * R * sin(theta))
    problem = magnetostatic(
        BALL, R, inside=inside, outside=outside, surface_current=current, per_current=unit_of_current
    )
    return paper.value("29", problem, by=follows_from(charge), where="S", printed="x")


def test_a_claim_is_judged_with_its_dimensions() -> None:
    claim = claim_of(4 * pi / c)
    assert judge(claim.literal).outcome is Outcome.PROVED
    assert dimension_of_claim(claim, UnitSystem.GAUSSIAN) == "ok"
    assert dimension_of_claim(claim_of(4 * pi), UnitSystem.GAUSSIAN).startswith("mismatch")


def test_coordinates_must_be_coordinates() -> None:
    with pytest.raises(ClaimError, match="coordinates"):
        sphere(theta, r, phi)
    with pytest.raises(ClaimError, match="components"):
        magnetostatic(BALL, R, inside=(0, 0), outside=(0, 0, 0), surface_current=(0, 0, 0), per_current=1)


# --- the operators against Cartesian derivatives ----------------------------------------------------------


X, Y, Z = sympy.symbols("X Y Z", real=True)


def places(frame: Frame) -> tuple[dict[sympy.Symbol, sympy.Expr], sympy.Matrix]:
    """Cartesian coordinates as functions of the frame's, and the local unit vectors as rows."""
    if isinstance(frame, Sphere):
        s, co = sin(theta), cos(theta)
        units = [[s * cos(phi), s * sin(phi), co], [co * cos(phi), co * sin(phi), -s], [-sin(phi), cos(phi), 0]]
        return {X: r * s * cos(phi), Y: r * s * sin(phi), Z: r * co}, sympy.Matrix(units)
    units = [[cos(phi), sin(phi), 0], [-sin(phi), cos(phi), 0], [0, 0, 1]]
    return {X: r * cos(phi), Y: r * sin(phi), Z: z}, sympy.Matrix(units)


monomials = st.tuples(*[st.integers(0, 2)] * 3).map(lambda e: X ** e[0] * Y ** e[1] * Z ** e[2])


@pytest.mark.slow
@settings(derandomize=True, deadline=None, max_examples=examples(12))
@given(st.sampled_from([BALL, ROD]), monomials, monomials, monomials)
def test_operators(frame: Frame, f: sympy.Expr, g: sympy.Expr, h: sympy.Expr) -> None:
    put, units = places(frame)
    local = units * sympy.Matrix([f, g, h]).subs(put, simultaneous=True)
    components = local[0], local[1], local[2]
    curl = sympy.Matrix([h.diff(Y) - g.diff(Z), f.diff(Z) - h.diff(X), g.diff(X) - f.diff(Y)])
    pairs = [
        (frame.divergence(components), (f.diff(X) + g.diff(Y) + h.diff(Z)).subs(put, simultaneous=True)),
        (
            frame.laplacian(f.subs(put, simultaneous=True)),
            sum(f.diff(v, 2) for v in (X, Y, Z)).subs(put, simultaneous=True),
        ),
        *zip(frame.curl(components), units * curl.subs(put, simultaneous=True), strict=True),
    ]
    at = {r: Rational(7, 5), theta: Rational(4, 5), phi: Rational(2, 3), z: Rational(-3, 4)}
    for own, cartesian in pairs:
        assert abs(sympy.N((own - cartesian).subs(at), 40)) < Rational(1, 10**30)


# --- searches for a lie ------------------------------------------------------------------------------------


@settings(derandomize=True, deadline=None, max_examples=examples(40))
@given(st.integers(-3, 3), st.integers(-3, 3), st.integers(-3, 3))
def test_only_the_right_pair_of_strengths_passes(inside: int, outside: int, extra: int) -> None:
    """Field and moment in thirds of their values, and an r⁻⁴ term: proved exactly for (3, 3, 0)."""
    third = Rational(1, 3)
    quadrupole = (3 * cos(theta) ** 2 - 1, 2 * sin(theta) * cos(theta), Integer(0))
    far = plus(BALL.dipole(MOMENT * outside * third), tuple(MOMENT * extra * R * q / r**4 for q in quadrupole))  # type: ignore[arg-type]
    found = finding(rotating_sphere(BALL.uniform(FIELD * inside * third), far))
    right = (inside, outside, extra) == (3, 3, 0)
    assert found.outcome is (Outcome.PROVED if right else Outcome.REFUTED)


@settings(derandomize=True, deadline=None, max_examples=examples(30))
@given(st.integers(0, 4), st.integers(-5, 4), st.integers(-4, 4))
def test_multipoles(order: int, power: int, strength: int) -> None:
    """r^l P_l inside and r^power P_l outside: the solution for power = −l − 1 and its own jump, nothing else.

    The jump is that of the power −l − 1; a constant (l = 0) does not decay for power 0.
    """
    wave = sympy.legendre(order, cos(theta))
    right = -order - 1
    outside = R**order * (r / R) ** power * wave
    slope = (right - order) * R ** (order - 1) * wave
    statement = potential(BALL, R, inside=r**order * wave, outside=outside, slope_jump=slope + strength * wave / R)
    assert finding(statement).outcome is (Outcome.PROVED if (power, strength) == (right, 0) else Outcome.REFUTED)


def test_powers_of_the_distance() -> None:
    assert powers(cos(theta) * (r + 1 / r) ** 2, BALL) == {2: cos(theta), 0: 2 * cos(theta), -2: cos(theta)}
    for stray in (log(r), cos(r), phi * r, cos(phi / 2), 1 / sin(theta), r**k, Abs(cos(theta))):
        with pytest.raises(GiveUp):
            powers(stray, BALL)
    with pytest.raises(GiveUp):
        powers(cos(z), ROD)
    assert isinstance(ROD, Cylinder)
