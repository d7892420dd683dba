"""Spin ½: Pauli's algebra, operators on spinors, hand-worked cases, and false lines that must not pass."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import product
from typing import Any

import pytest
from sympy import Derivative, Expr, I, LeviCivita, Matrix, MatrixBase, Rational, S, conjugate, exp, expand, symbols

from derivations.physics.spin import (
    IDENTITY,
    PAULI,
    anticommutator,
    commutator,
    dirac_correction,
    gradient,
    kinetic_orders,
    matrices_dot,
    sigma_cross,
    sigma_dot,
    spin_orbit_term,
    spinor,
)
from verify.claims import ClaimError, Paper, UnitSystem, entries_equal, function, symbol
from verify.judging.judge import judge_claim
from verify.units import ACTION, CHARGE, ELECTRIC_POTENTIAL, LENGTH, MASS, VELOCITY, WAVE_FUNCTION_3D
from verify.verdicts import Result

x = symbol("x", "x", "coordinate", LENGTH, real=True)
y = symbol("y", "y", "coordinate", LENGTH, real=True)
z = symbol("z", "z", "coordinate", LENGTH, real=True)
q = symbol("q", "q", "charge", CHARGE, real=True)
m = symbol("m", "m", "mass", MASS, positive=True)
c = symbol("c", "c", "speed of light", VELOCITY, positive=True)
hbar = symbol("hbar", r"\hbar", "Planck", ACTION, positive=True)
phi = function("phi", r"\phi", "potential", ELECTRIC_POTENTIAL, arguments=(LENGTH,) * 3, real=True)
up = function("up", r"\chi_1", "spinor, first component", WAVE_FUNCTION_3D, arguments=(LENGTH,) * 3, complex=True)
down = function("down", r"\chi_2", "spinor, second component", WAVE_FUNCTION_3D, arguments=(LENGTH,) * 3, complex=True)
PLACE = (x, y, z)
STATE = spinor(up(x, y, z), down(x, y, z))
PARTICLE = {"charge": q, "mass": m, "c": c, "hbar": hbar}
FIELD = tuple(-part for part in gradient(phi(x, y, z), PLACE))
TURNING = (-y, x, S.Zero)
"""A field with a curl, 2 along z."""
V = symbols("v_x v_y v_z")
W = symbols("w_x w_y w_z")


def same(left: MatrixBase, right: MatrixBase) -> bool:
    return all(expand(part.doit()) == 0 for part in left - right)


def result(left: MatrixBase, right: MatrixBase) -> Result:
    paper = Paper("p", "A paper", "nobody (2000)", UnitSystem.GAUSSIAN, sections=("I",))
    claim = paper.claim("1", entries_equal(left, right), where="I", printed="a line")
    return judge_claim(paper, claim).result


@pytest.mark.parametrize(("j", "k"), list(product(range(3), repeat=2)))
def test_the_matrices_of_pauli(j: int, k: int) -> None:
    turned = sum((I * LeviCivita(j, k, n) * PAULI[n] for n in range(3)), start=Matrix.zeros(2, 2))
    assert PAULI[j] * PAULI[k] == (IDENTITY if j == k else turned)
    assert anticommutator(PAULI[j], PAULI[k]) == 2 * int(j == k) * IDENTITY
    assert commutator(PAULI[j], PAULI[k]) == (2 * turned if j != k else Matrix.zeros(2, 2))
    assert all(PAULI[j][a, b] == conjugate(PAULI[j][b, a]) for a, b in product(range(2), repeat=2))


def test_products_of_two_vectors() -> None:
    dots = sum(a * b for a, b in zip(V, W, strict=True))
    crossed = [V[1] * W[2] - V[2] * W[1], V[2] * W[0] - V[0] * W[2], V[0] * W[1] - V[1] * W[0]]
    assert same(sigma_dot(V) * sigma_dot(W), dots * IDENTITY + I * sigma_dot(crossed))
    assert same(matrices_dot(W, sigma_cross(V)), sigma_dot(crossed))
    assert same(matrices_dot(sigma_cross(V), sigma_cross(V)), 2 * sum(a * a for a in V) * IDENTITY)


def test_the_orders_of_a_square_add_up_to_it() -> None:
    """(p − (q/c)A)² applied twice, component by component, for the matrices σ × E of a field with a curl."""
    a = sigma_cross((x * y, z, x))

    def once(column: MatrixBase, k: int) -> MatrixBase:
        return column.applyfunc(lambda part: -I * hbar * part.diff(PLACE[k])) - q / c * a[k] * column

    whole = sum((once(once(STATE, k), k) for k in range(3)), start=Matrix.zeros(2, 1)) / (2 * m)
    terms = kinetic_orders(STATE, a, PLACE, **PARTICLE)
    assert same(terms[0] + terms[1] + terms[2], whole)


def test_a_uniform_magnetic_field_gives_the_larmor_term() -> None:
    """A = B × r/2 along z: the linear term is −(q/2mc) B L_z."""
    b = symbols("B")
    state = spinor(exp(I * z) * (x + I * y) ** 2, 0)  # L_z = 2ħ
    _, linear, square = kinetic_orders(state, (-b * y / 2, b * x / 2, 0), PLACE, **PARTICLE)
    assert same(linear, -q * b / (2 * m * c) * 2 * hbar * state)
    assert same(square, q**2 * b**2 * (x**2 + y**2) / (8 * m * c**2) * state)


def test_a_central_field_couples_spin_and_orbit() -> None:
    """qφ = k r²/2: the spin-orbit term is k 𝐋·𝐒/(2m²c²); on (x + iy)↑ it is k/(2m²c²) ħ·ħ/2, on (x + iy)↓ it has L₊S₋ too."""
    k = symbols("k")
    field = tuple(-k * axis / q for axis in PLACE)
    orbit = x + I * y
    assert same(
        spin_orbit_term(spinor(orbit, 0), field, PLACE, **PARTICLE),
        k * hbar**2 / (4 * m**2 * c**2) * spinor(orbit, 0),
    )
    assert same(
        spin_orbit_term(spinor(0, orbit), field, PLACE, **PARTICLE),
        k * hbar**2 / (4 * m**2 * c**2) * spinor(0, -orbit)
        + k / (2 * m**2 * c**2) * hbar * Rational(1, 2) * hbar * (spinor(lowered(orbit), 0)),
    )


def lowered(state: Expr) -> Expr:
    """L₋/ħ of a function; of x + iy it is −2z."""
    l_x = -I * (y * state.diff(z) - z * state.diff(y))
    l_y = -I * (z * state.diff(x) - x * state.diff(z))
    return expand(l_x - I * l_y)


def test_the_correction_of_dirac_is_spin_orbit_and_darwin() -> None:
    darwin = hbar**2 / (8 * m**2 * c**2) * sum(Derivative(q * phi(x, y, z), axis, 2) for axis in PLACE)
    correction = dirac_correction(STATE, q * phi(x, y, z), PLACE, mass=m, c=c, hbar=hbar)
    spin_orbit = spin_orbit_term(STATE, FIELD, PLACE, **PARTICLE)
    assert result(correction, spin_orbit + darwin * STATE) is Result.PASS
    assert result(correction, -spin_orbit + darwin * STATE) is Result.FAIL
    assert result(correction, 2 * spin_orbit + darwin * STATE) is Result.FAIL
    assert result(correction, spin_orbit) is Result.FAIL


def test_the_linear_term_is_spin_orbit_where_the_field_has_no_curl() -> None:
    def terms(field: Sequence[Any]) -> tuple[MatrixBase, MatrixBase]:
        potential = [hbar / (4 * m * c) * part for part in sigma_cross(field)]
        return kinetic_orders(STATE, potential, PLACE, **PARTICLE)[1], spin_orbit_term(STATE, field, PLACE, **PARTICLE)

    linear, spin_orbit = terms(FIELD)
    assert result(linear, spin_orbit) is Result.PASS
    assert result(linear, -spin_orbit) is Result.FAIL
    linear, spin_orbit = terms(TURNING)
    assert not same(linear, spin_orbit)
    curl = -q / (2 * m * c) * hbar / (4 * m * c) * I * hbar * 2  # −(q/2mc)(ħ/4mc) iħ σ·(∇×E)
    assert same(linear, spin_orbit + curl * PAULI[2] * STATE)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (lambda: sigma_dot((1, 2)), "2 components; expected 3"),
        (lambda: sigma_cross((1, 2, 3, 4)), "4 components; expected 3"),
        (lambda: sigma_dot((0.5, 0, 0)), "float"),
        (lambda: commutator(PAULI[0], Matrix([1, 2])), "expected two square matrices"),
        (lambda: anticommutator(PAULI[0], Matrix.eye(3)), "different sizes"),
        (lambda: matrices_dot((Matrix.eye(3), 0, 0), PAULI), "expected numbers or 2 × 2 matrices"),
        (lambda: gradient(q, PLACE), "does not show"),
        (lambda: gradient(phi(x, y, z), (x, x, z)), "three different coordinates"),
        (lambda: dirac_correction(STATE, q, PLACE, mass=m, c=c, hbar=hbar), "does not show"),
        (lambda: spin_orbit_term(spinor(q, 1), FIELD, PLACE, **PARTICLE), "does not show the place"),
        (lambda: kinetic_orders(Matrix([[1, 2]]), FIELD, PLACE, **PARTICLE), "no spinor"),
    ],
)
def test_bad_input_is_refused(wrong: Callable[[], object], said: str) -> None:
    with pytest.raises(ClaimError, match=said):
        wrong()
