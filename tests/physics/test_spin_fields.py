"""Fields in moving frames and the potential of a spin: hand-worked cases, and false lines that must not pass."""

from __future__ import annotations

from typing import Any

import pytest
from sympy import I, Matrix, Rational, simplify

from derivations.physics.four_vectors import boosted, four_vector
from derivations.physics.spin_fields import boosted_fields, spin_four_potential, spin_potential_moves_along
from verify.claims import ClaimError, cross, dot, symbol, total, triple
from verify.deciding.settings import Settings
from verify.judging.verdict_on import judge
from verify.quantities.dimension_names import DIMENSIONLESS
from verify.verdicts import Outcome
from verify.vocabulary.readings import Reading

v, k, s = (symbol(letter, letter, letter, DIMENSIONLESS, real=True) for letter in "vks")
E = triple(*(symbol(f"E_{axis}", f"E_{axis}", "field", DIMENSIONLESS, real=True) for axis in "xyz"))
B = triple(*(symbol(f"B_{axis}", f"B_{axis}", "field", DIMENSIONLESS, real=True) for axis in "xyz"))
UP = triple(0, 0, s)
ACROSS, ALONG = triple(v, 0, 0), triple(0, 0, v)
SLOW = v**2 < 1


def outcome(velocity: Any, potential: Any, *, time_part: bool) -> Outcome:
    says = spin_potential_moves_along(k, UP, E, B, velocity, 1, potential=potential, time_part=time_part)
    return judge(Reading("as printed", says, where=(SLOW,)), Settings()).outcome


def test_a_plate_seen_from_a_frame_that_moves_along_it() -> None:
    """A field 4 along z, β = 3/5 along x, γ = 5/4: E' = 5, B' = −β×E γ = (0, 3, 0)."""
    electric, magnetic = boosted_fields(triple(0, 0, 4), triple(0, 0, 0), triple(Rational(3, 5), 0, 0), 1)
    assert electric == (0, 0, 5)
    assert magnetic == (0, 3, 0)


def test_the_field_along_the_velocity_stays() -> None:
    electric, magnetic = boosted_fields(triple(7, 0, 0), triple(0, 0, 0), triple(Rational(3, 5), 0, 0), 1)
    assert electric == (7, 0, 0)
    assert not any(magnetic)


def test_invariants_of_the_field() -> None:
    """E·B and E² − B² have one value in all frames, whatever the direction of the velocity."""
    velocity = triple(Rational(1, 9), Rational(4, 9), Rational(8, 9) / 2)
    electric, magnetic = boosted_fields(E, B, velocity, 1)
    assert simplify(dot(electric, magnetic) - dot(E, B)) == 0
    assert simplify(dot(electric, electric) - dot(magnetic, magnetic) - dot(E, E) + dot(B, B)) == 0


def test_the_inverse_boost_leads_back() -> None:
    there = boosted_fields(E, B, triple(0, Rational(3, 5), 0), 1)
    back = boosted_fields(*there, triple(0, Rational(-3, 5), 0), 1)
    assert [simplify(part) for field in back for part in field] == [*E, *B]


def test_the_boost_of_fields_is_that_of_the_tensor() -> None:
    """F' = Λ F Λᵀ with F_ij = ε_ijk B_k and F_i4 = −iE_i, in the notation with an imaginary fourth component."""
    velocity = triple(Rational(1, 3), Rational(2, 3), Rational(1, 3))
    turn = Matrix(4, 4, lambda row, column: boosted([int(column == place) for place in range(4)], velocity, 1)[row])
    there = turn * tensor(E, B) * turn.T
    assert (there - tensor(*boosted_fields(E, B, velocity, 1))).applyfunc(simplify) == Matrix.zeros(4, 4)


def tensor(electric: Any, magnetic: Any) -> Matrix:
    e_x, e_y, e_z = electric
    b_x, b_y, b_z = magnetic
    return Matrix(
        [
            [0, b_z, -b_y, -I * e_x],
            [-b_z, 0, b_x, -I * e_y],
            [b_y, -b_x, 0, -I * e_z],
            [I * e_x, I * e_y, I * e_z, 0],
        ]
    )


def test_the_potential_is_the_contraction_of_the_dual_tensor() -> None:
    """The dual has B in the place of E and −E in the place of B; the sign is turned."""
    time = symbol("t", "t", "time component", DIMENSIONLESS, real=True)
    spin = triple(*(symbol(f"s_{axis}", f"s_{axis}", "spin", DIMENSIONLESS, real=True) for axis in "xyz"))
    dual = tensor(B, triple(*(-part for part in E)))
    contracted = dual * Matrix(four_vector(spin, time))
    found = spin_four_potential(1, spin, E, B, time)
    assert (Matrix(found) + contracted).applyfunc(simplify) == Matrix.zeros(4, 1)


def test_it_is_a_four_vector_with_the_time_part() -> None:
    assert outcome(ACROSS, spin_four_potential(k, UP, E, B), time_part=True) is Outcome.PROVED
    assert outcome(ALONG, spin_four_potential(k, UP, E, B), time_part=True) is Outcome.PROVED


def test_without_the_time_part_it_is_one_across_the_spin_only() -> None:
    assert outcome(ACROSS, spin_four_potential(k, UP, E, B), time_part=False) is Outcome.PROVED
    assert outcome(ALONG, spin_four_potential(k, UP, E, B), time_part=False) is Outcome.REFUTED


@pytest.mark.parametrize("signs", [(1, 1), (-1, -1)])
def test_another_relative_sign_is_refuted(signs: tuple[int, int]) -> None:
    space, fourth = signs
    potential = four_vector(tuple(space * k * part for part in cross(UP, E)), fourth * k * dot(UP, B))
    assert outcome(ACROSS, potential, time_part=False) is Outcome.REFUTED


def test_the_field_tensor_itself_is_no_such_potential() -> None:
    wrong = four_vector(total(cross(UP, B)), dot(UP, E))
    assert outcome(ACROSS, wrong, time_part=False) is Outcome.REFUTED


def test_a_frame_at_rest_says_nothing() -> None:
    with pytest.raises(ClaimError, match="expected one that may be another"):
        boosted_fields(E, B, triple(0, 0, 0), 1)
