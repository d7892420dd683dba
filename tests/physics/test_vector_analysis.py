"""∇ in curvilinear coordinates and of what depends on one distance alone, against Cartesian derivatives and as claims."""

from __future__ import annotations

from typing import Any

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st
from sympy import Derivative, Rational, cos, exp, log, pi, sin, sqrt

from derivations.physics.vector_analysis import (
    curl,
    divergence,
    gradient,
    laplacian,
    radial_divergence,
    radial_gradient,
    radial_laplacian,
)
from tests.common.asking import judge_claim
from tests.soundness import steps
from verify.claims import ClaimError, Paper, components_equal, cylinder, equal, follows_from, function, sphere, symbol
from verify.quantities.dimension_names import DIMENSIONLESS
from verify.units import UnitSystem
from verify.verdicts import ClaimAudit, Result

r, theta, phi, rho, z, K, q = (
    symbol(n, n, n, DIMENSIONLESS, positive=True) for n in ["r", "theta", "phi", "rho", "z", "K", "q"]
)
x, y, w = (symbol(n, n, n, DIMENSIONLESS, real=True) for n in "xyw")
BALL, ROD = sphere(r, theta, phi), cylinder(rho, phi, z)
Phi, P, density = (function(n, n, n, DIMENSIONLESS, variables=(r,), real=True)(r) for n in ("Phi", "P", "density"))
AXES = {1: (x,), 2: (x, y), 3: (x, y, w)}
AT = {x: Rational(3, 4), y: Rational(-2, 3), w: Rational(5, 7)}

functions_of_r = st.sampled_from([r, r**3, 1 / r, 1 / r**2, log(r), exp(-r) / r, sin(r) / r, sqrt(r)])


def near(one: Any, other: Any, at: Any) -> bool:
    return bool(abs(sympy.N((one.doit() - other.doit()).subs(at), 40)) < Rational(1, 10**30))


@given(functions_of_r, st.sampled_from([1, 2, 3]), st.integers(-3, 3))
def test_of_one_distance_it_is_what_cartesian_derivatives_give(f: Any, dimensions: int, factor: int) -> None:
    axes = AXES[dimensions]
    distance = sqrt(sum(v**2 for v in axes)) if dimensions > 1 else x
    whole = f + factor * r**4
    place, at = whole.subs(r, distance), {**AT, r: distance.subs(AT)}
    assert near(radial_laplacian(whole, r, dimensions=dimensions), sum(sympy.diff(place, v, 2) for v in axes), at)
    flux = sum(sympy.diff(place * v / distance, v) for v in axes)
    assert near(radial_divergence(whole, r, dimensions=dimensions), flux, at)
    assert near(radial_gradient(whole, r) * axes[0] / distance, sympy.diff(place, axes[0]), at)


@given(functions_of_r)
def test_of_one_distance_it_is_what_the_coordinates_give(f: Any) -> None:
    at = {r: Rational(7, 5), theta: Rational(4, 5), rho: Rational(7, 5)}
    assert near(radial_laplacian(f, r), laplacian(f, BALL), at)
    assert near(radial_laplacian(f, r, dimensions=2), laplacian(f.subs(r, rho), ROD), at)
    assert near(radial_divergence(f, r), divergence((f, 0, 0), BALL), at)
    assert near(radial_gradient(f, r), gradient(f, BALL)[0], at)
    assert curl((f, 0, 0), BALL) == (0, 0, 0)


X, Y, Z = sympy.symbols("X Y Z", real=True)
monomials = st.tuples(*[st.integers(0, 2)] * 3).map(lambda e: X ** e[0] * Y ** e[1] * Z ** e[2])


def places(frame: Any) -> tuple[dict[Any, Any], sympy.Matrix]:
    """Cartesian coordinates as functions of the frame's, and the local unit vectors as rows."""
    if frame is BALL:
        s, c = sin(theta), cos(theta)
        units = [[s * cos(phi), s * sin(phi), c], [c * cos(phi), c * sin(phi), -s], [-sin(phi), cos(phi), 0]]
        return {X: r * s * cos(phi), Y: r * s * sin(phi), Z: r * c}, sympy.Matrix(units)
    units = [[cos(phi), sin(phi), 0], [-sin(phi), cos(phi), 0], [0, 0, 1]]
    return {X: rho * cos(phi), Y: rho * sin(phi), Z: z}, sympy.Matrix(units)


@given(st.sampled_from([BALL, ROD]), monomials, monomials, monomials)
def test_components_are_those_of_cartesian_derivatives(frame: Any, f: Any, g: Any, h: Any) -> None:
    put, units = places(frame)
    at = {r: Rational(7, 5), rho: Rational(6, 5), theta: Rational(4, 5), phi: Rational(2, 3), z: Rational(3, 4)}
    field = tuple(units * sympy.Matrix([f, g, h]).subs(put, simultaneous=True))
    slopes = sympy.Matrix([f.diff(v) for v in (X, Y, Z)])
    turned = sympy.Matrix([h.diff(Y) - g.diff(Z), f.diff(Z) - h.diff(X), g.diff(X) - f.diff(Y)])
    place = f.subs(put, simultaneous=True)
    pairs = [
        (divergence(field, frame), f.diff(X) + g.diff(Y) + h.diff(Z)),
        (laplacian(place, frame), sum(f.diff(v, 2) for v in (X, Y, Z))),
        *zip(gradient(place, frame), units * slopes, strict=True),
        *zip(curl(field, frame), units * turned, strict=True),
    ]
    assert all(near(own, sympy.sympify(cartesian).subs(put, simultaneous=True), at) for own, cartesian in pairs)


def asked(*statements: Any, premises: Any = (), conditions: Any = ()) -> ClaimAudit:
    paper = Paper(id="t", title="t", citation="t", units=UnitSystem.SI, sections=("I",))
    lines = [steps.given(paper, *premise) for premise in premises]
    by = {"by": follows_from(*lines)} if lines else {}
    return judge_claim(paper, paper.claim("9", *statements, where="I", printed="words", conditions=conditions, **by))


@pytest.mark.parametrize(
    "statement",
    [
        equal(radial_laplacian(K / r, r), 0),
        equal(radial_laplacian(K * log(r), r, dimensions=2), 0),
        equal(radial_divergence(K * r, r), 3 * K),
        equal(radial_laplacian(r**2, r, dimensions=1), 2),
        equal(laplacian(cos(theta) / r**2, BALL), 0),
        components_equal(gradient(q * cos(theta) / r**2, BALL), (-2 * q * cos(theta) / r**3, -q * sin(theta) / r**3, 0)),
        components_equal(curl((0, K * rho, 0), ROD), (0, 0, 2 * K)),
    ],
)  # fmt: skip
def test_what_holds_is_proved(statement: Any) -> None:
    found = asked(statement)
    on_the_axis = found.readings[0].evidence.conditions == ("sin(θ) ≠ 0",)
    assert found.result is (Result.PASS_IF if on_the_axis else Result.PASS)


@pytest.mark.parametrize(
    "statement",
    [
        equal(radial_laplacian(K / r, r, dimensions=2), 0),
        equal(radial_laplacian(K * log(r), r), 0),
        equal(radial_divergence(K * r, r, dimensions=2), 3 * K),
        equal(laplacian(cos(theta) / r**3, BALL), 0),
        components_equal(gradient(q * cos(theta) / r**2, BALL), (-2 * q * cos(theta) / r**3, q * sin(theta) / r**3, 0)),
        components_equal(curl((0, K, 0), ROD), (0, 0, 0)),
    ],
)
def test_what_does_not_hold_is_refuted(statement: Any) -> None:
    assert asked(statement).result is Result.FAIL


def test_functions_of_a_differential_equation() -> None:
    balance = [
        (radial_gradient(P, r), -density * radial_gradient(Phi, r)),
        (radial_laplacian(Phi, r), 4 * pi * K * density),
    ]
    right = radial_divergence(radial_gradient(P, r) / density, r)
    assert asked(equal(right, -4 * pi * K * density), premises=balance).result in (Result.PASS, Result.PASS_IF)
    assert asked(equal(right, 4 * pi * K * density), premises=balance).result is Result.FAIL
    assert asked(equal(Derivative(Phi, r, 2) + 2 * Derivative(Phi, r) / r, 4 * pi * K * density), premises=balance[1:]).result is Result.PASS  # fmt: skip


def test_bad_input_is_refused() -> None:
    with pytest.raises(ClaimError, match="expected a positive symbol"):
        radial_laplacian(x**2, x)
    with pytest.raises(ClaimError, match="does not show r"):
        radial_gradient(K, r)
    with pytest.raises(ClaimError, match="expected 3 for a sphere"):
        radial_divergence(r, r, dimensions=4)
