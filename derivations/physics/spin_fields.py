"""Fields seen from a moving frame, and the four-potential that a spin makes of them.  Gaussian units.

Beside `four_vectors`, in whose notation a four-vector has an imaginary fourth component: a four-potential is (𝐀, iφ).
"""

from collections.abc import Sequence
from typing import Any

from sympy import Expr, S, sqrt

from derivations.physics.four_vectors import Four, boosted, four_vector
from verify.claims import ClaimError, Relation, components_equal, cross, dot, exact, scaled, total, triple

Vector = tuple[Expr, Expr, Expr]


def boosted_fields(electric: Vector, magnetic: Vector, velocity: Vector, c: Any) -> tuple[Vector, Vector]:
    """𝐄 and 𝐁 in the frame that moves with `velocity`, axes parallel, slower than light c.

    With β = 𝐯/c and γ = 1/√(1 − β²): 𝐄' = γ(𝐄 + β×𝐁) − γ²/(γ + 1) β(β·𝐄) and 𝐁' = γ(𝐁 − β×𝐄) − γ²/(γ + 1) β(β·𝐁)
    (Jackson, Classical Electrodynamics, §11.10).  Both fields have one dimension.  The line that uses it must say that
    𝐯 is less than c.  Raises ClaimError for a velocity that is zero as written: nothing would be said.

    >>> from sympy import symbols
    >>> E, v, c = symbols("E v c", positive=True)
    >>> electric, magnetic = boosted_fields((0, 0, E), (0, 0, 0), (v, 0, 0), c)
    >>> [part.subs({c: 5, v: 3}) for part in (*electric, *magnetic)]
    [0, 0, 5*E/4, 0, 3*E/4, 0]
    """
    beta = scaled(1 / exact(c), velocity)
    if not any(beta):
        raise ClaimError("boosted_fields: the velocity is zero; expected one that may be another")
    gamma = 1 / sqrt(1 - dot(beta, beta))
    along = gamma**2 / (gamma + 1)
    return (
        total(scaled(gamma, total(electric, cross(beta, magnetic))), scaled(-along * dot(beta, electric), beta)),
        total(
            scaled(gamma, total(magnetic, scaled(-1, cross(beta, electric)))),
            scaled(-along * dot(beta, magnetic), beta),
        ),
    )


def spin_four_potential(length: Any, spin: Vector, electric: Vector, magnetic: Vector, spin_time: Any = 0) -> Four:
    """λ(σ×𝐄 − σ_0 𝐁, −iσ·𝐁): what the dual field tensor makes of the four-vector (σ, iσ_0) of a spin, times a length λ.

    At rest σ_0 is zero.  The contraction with the field tensor itself would be (σ_0 𝐄 + σ×𝐁, iσ·𝐄); its dual has 𝐁
    in the place of 𝐄 and −𝐄 in the place of 𝐁, and the sign is turned (Jackson, §11.9).  σ has no dimension, 𝐄 and
    𝐁 have one; the potential has that of λ𝐄.

    >>> from sympy import symbols
    >>> E, B, length = symbols("E B lambda")
    >>> spin_four_potential(length, (0, 0, 1), (E, 0, 0), (0, 0, B))
    (0, E*lambda, 0, -I*B*lambda)
    """
    factor = exact(length)
    space = total(cross(spin, electric), scaled(-exact(spin_time), magnetic))
    return four_vector(scaled(factor, space), -factor * dot(spin, magnetic))


def spin_potential_moves_along(
    length: Any,
    spin: Vector,
    electric: Vector,
    magnetic: Vector,
    velocity: Vector,
    c: Any,
    *,
    potential: Sequence[Any],
    time_part: bool,
) -> tuple[Relation, ...]:
    """`potential`, of a spin at rest, is in the frame that moves with `velocity` what `spin_four_potential` says there.

    There the fields are `boosted_fields`, and the spin is the four-vector (σ, 0), boosted; without `time_part` its
    fourth component, which a moving spin has, is left out, as where a page prints σ×𝐄 and σ·𝐁 for every frame.

        spin_potential_moves_along(k, (0, 0, 1), E, B, (v, 0, 0), c, potential=(...), time_part=False)
    """
    moving = boosted(four_vector(spin, 0), velocity, c)
    spin_there = triple(*moving[:3])
    spin_time = moving[3] / S.ImaginaryUnit if time_part else S.Zero
    there = spin_four_potential(length, spin_there, *boosted_fields(electric, magnetic, velocity, c), spin_time)
    return components_equal(boosted(tuple(potential), velocity, c), there)
