"""A moment in a magnetic field: its two levels, how they are populated, and the field of a charge that moves past it.  SI units.

Vectors are tuples of three components along right-handed axes.  Everything is said of one moment in equilibrium at a
temperature: a level is a value of the energy, and its population is the probability of all states that have it.
"""

from typing import Any

from sympy import Expr, Rational, exp, pi

from verify.claims import ClaimError, Relation, cross, dot, equal, exact, scaled

Vector = tuple[Expr, Expr, Expr]


def energy_in_field(moment: Vector, field: Vector) -> Expr:
    """−μ·B, the energy of a moment in a magnetic field (Jackson, Classical Electrodynamics, §5.7).

    Lowest where the two are parallel.  Moment times field, an energy.

    >>> from sympy import S, Symbol
    >>> energy_in_field((S(0), S(0), Symbol("mu")), (S(0), S(0), -Symbol("B")))
    B*mu
    """
    return -dot(moment, field)


def gap_in_field(moment: Any, field: Any) -> Expr:
    """2μB, what a moment of the magnitude μ gains in a field B by turning from antiparallel to parallel."""
    return 2 * exact(moment) * exact(field)


def moving_charge_field(charge: Any, velocity: Vector, separation: Vector, *, mu_0: Any) -> Vector:
    """(μ_0/4π) q v × R/R³, the field at R from a charge that moves slowly with v: first order in v/c (Jackson, §5.2).

    `separation` is R, from the charge to where the field is asked for.

    >>> from sympy import S, Symbol
    >>> q, v, r, m = (Symbol(name, positive=True) for name in ("q", "v", "r", "mu_0"))
    >>> moving_charge_field(q, (S(0), v, S(0)), (r, S(0), S(0)), mu_0=m)
    (0, 0, -mu_0*q*v/(4*pi*r**2))
    """
    squared = dot(separation, separation)
    if squared.is_zero:
        raise ClaimError("moving_charge_field: separation is zero; expected a place other than that of the charge")
    return scaled(exact(mu_0) * exact(charge) / (4 * pi * squared ** Rational(3, 2)), cross(velocity, separation))


def excited_population(gap: Any, temperature: Any, *, k_B: Any, ratio: Any = 1) -> Expr:
    """P = 1/(1 + g exp(Δ/k_B T)), the population of the upper of two levels that are Δ apart, in equilibrium at T.

    `ratio` is g, the number of states of the lower level for each of the upper one (Landau and Lifshitz, Statistical Physics,
    §28).  For Δ > 0 it is below 1/(1 + g), which it approaches at high temperatures, and it grows with T.

    >>> from sympy import Symbol
    >>> excited_population(Symbol("Delta"), Symbol("T"), k_B=Symbol("k_B"))
    1/(exp(Delta/(T*k_B)) + 1)
    """
    return 1 / (1 + _ratio(ratio) * exp(_exponent("excited_population", gap, temperature, k_B)))


def ground_population(gap: Any, temperature: Any, *, k_B: Any, ratio: Any = 1) -> Expr:
    """1/(1 + exp(−Δ/k_B T)/g), the population of the lower level: what `excited_population` leaves of one."""
    return 1 / (1 + exp(-_exponent("ground_population", gap, temperature, k_B)) / _ratio(ratio))


def boltzmann_populations(
    ground: Any, excited: Any, gap: Any, temperature: Any, *, k_B: Any, ratio: Any = 1
) -> tuple[Relation, ...]:
    """What the populations of two levels satisfy in equilibrium: they add up to one, and excited = ground exp(−Δ/k_B T)/g."""
    upper, lower = exact(excited), exact(ground)
    weight = exp(-_exponent("boltzmann_populations", gap, temperature, k_B)) / _ratio(ratio)
    return (*equal(lower + upper, 1), *equal(upper, lower * weight))


def boltzmann_probability(energy: Any, temperature: Any, *others: Any, k_B: Any) -> Expr:
    """exp(−E/k_B T) over the sum of it for this state and the others: the probability of one state in equilibrium.

    `others` are the energies of all other states, one for each.

    >>> from sympy import Symbol
    >>> boltzmann_probability(0, Symbol("T"), Symbol("E"), k_B=Symbol("k_B"))
    1/(1 + exp(-E/(T*k_B)))
    """
    if not others:
        raise ClaimError("boltzmann_probability: no other state; expected the energies of the others, one for each")
    own, *rest = (exp(-_exponent("boltzmann_probability", e, temperature, k_B)) for e in (energy, *others))
    return own / sum(rest, own)


def _exponent(where: str, energy: Any, temperature: Any, k_B: Any) -> Expr:
    thermal = exact(k_B) * exact(temperature)
    if thermal.is_zero or thermal.is_negative:
        raise ClaimError(f"{where}: k_B T = {thermal}; expected a temperature above zero")
    return exact(energy) / thermal


def _ratio(ratio: Any) -> Expr:
    g = exact(ratio)
    if g.is_zero or g.is_negative:
        raise ClaimError(
            f"two_level: ratio={g}; expected how many states of the lower level there are for each upper one"
        )
    return g
