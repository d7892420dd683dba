"""One particle with a real, spherically symmetric wave function ψ(r): its mean values, its radius, its lowest energy.

The wave function is an expression in r, the distance from the centre.  Mean values are integrals over all space as a
physicist writes them down, ∫ψ … ψ d³r, for a ψ that is normalised; that it is, `is_normalised` says.  They come as
unevaluated integrals: what they are is decided where they are claimed.  Derivatives of ψ are taken at once, so ψ must
be written out, or be a function applied to r.  Potentials are Gaussian.

    a_0, r = ...                                        # symbols, positive
    psi = exp(-r / a_0) / sqrt(pi * a_0**3)
    paper.claim("norm", is_normalised(psi, r), ...)
    paper.claim("T", equal(E_kin, hbar**2 / (2 * m * a_0**2)), by=follows_from(premise with kinetic_energy(psi, r, ...)))
"""

from typing import Any

from sympy import Add, Derivative, Expr, Integral, Symbol, diff, oo, pi, sin, sqrt

from verify.claims import ClaimError, Relation, at_least, equal, exact, greater, less


def laplacian(psi: Any, r: Symbol) -> Expr:
    """∇²ψ of a function of the distance r alone: (1/r²) d(r² dψ/dr)/dr, an expression of the dimension ψ/length².

    >>> r = Symbol("r", positive=True)
    >>> laplacian(r**2, r)
    6
    """
    function = _of_distance("laplacian", psi, r)
    return (diff(r**2 * diff(function, r), r) / r**2).expand()


def mean(psi: Any, r: Symbol, quantity: Any = 1) -> Expr:
    """<q> = ∫q ψ² d³r = ∫₀^∞ 4πr² q(r) ψ(r)² dr, for a number q(r) at each distance, as <r²> with q = r².

    An `Integral`, of the dimension of q where ψ is normalised.

    >>> r = Symbol("r", positive=True)
    >>> mean(1 / r, r, r)
    Integral(4*pi*r, (r, 0, oo))
    """
    function = _of_distance("mean", psi, r)
    return Integral(4 * pi * r**2 * exact(quantity) * function**2, (r, 0, oo))


def is_normalised(psi: Any, r: Symbol) -> tuple[Relation, ...]:
    """∫ψ² d³r = 1: one relation."""
    return equal(mean(psi, r), 1)


def mean_square_in_plane(psi: Any, r: Symbol, theta: Symbol) -> Expr:
    """<r_⊥²>, the mean square of the distance from an axis through the centre: ∫∫ (r sin θ)² ψ² 2πr² sin θ dθ dr.

    θ, the angle with the axis, is a symbol without dimension.  A double `Integral`, of the dimension length².
    """
    function = _of_distance("mean_square_in_plane", psi, r)
    if theta == r or function.has(theta):
        raise ClaimError(f"mean_square_in_plane: ψ depends on {theta}; expected an angle of its own")
    inner = Integral(2 * pi * r**2 * sin(theta) * (r * sin(theta)) ** 2 * function**2, (theta, 0, pi))
    return Integral(inner, (r, 0, oo))


def kinetic_on(psi: Any, r: Symbol, *, mass: Any, hbar: Any) -> Expr:
    """The operator of the kinetic energy applied to ψ: −(ħ²/2m)∇²ψ, an energy times ψ."""
    return -(exact(hbar) ** 2) / (2 * exact(mass)) * laplacian(psi, r)


def kinetic_energy(psi: Any, r: Symbol, *, mass: Any, hbar: Any) -> Expr:
    """<−(ħ²/2m)∇²> = ∫ψ (−ħ²/2m)∇²ψ d³r, an `Integral`, an energy where ψ is normalised."""
    function = _of_distance("kinetic_energy", psi, r)
    applied = kinetic_on(function, r, mass=mass, hbar=hbar)
    return Integral((4 * pi * r**2 * function * applied).expand(), (r, 0, oo))


def coulomb_energy(psi: Any, r: Symbol, *, charges: Any) -> Expr:
    """<q_1 q_2/r>, the mean energy of two charges, one in the centre; `charges` is their product q_1 q_2 (Gaussian).

    An `Integral`; for an electron and a nucleus the product is −Z e².
    """
    return mean(psi, r, exact(charges) / r)


def most_probable(psi: Any, r: Symbol, place: Any, *, ratio: Symbol) -> tuple[Relation, ...]:
    """The radius at which the radial density P(r) = 4πr²ψ² has its one maximum is `place`: P(x·place)/P(place) < 1.

    `ratio` is x, the distance in units of `place`, a positive symbol without dimension.  The one relation speaks of
    every other distance, so say conditions=[Ne(x, 1)].  (The density ψ² itself, per volume, has its maximum elsewhere.)
    """
    function, there = _of_distance("most_probable", psi, r), exact(place)
    _known_positive("most_probable", "ratio", ratio)
    _known_positive("most_probable", "place", there)
    if function.has(ratio) or there.has(ratio, r):
        raise ClaimError(f"most_probable: expected a ratio of its own and a place that depends on neither, got {there}")
    density = 4 * pi * r**2 * function**2
    return less(density.subs(r, ratio * there) / density.subs(r, there), 1)


def minimum_at(energy: Any, parameter: Symbol, place: Any) -> tuple[Relation, ...]:
    """The energy, as a function of a parameter, is lowest at `place`: three relations.

    Its slope is zero there, its second derivative is positive there, and nowhere on the domain of the parameter (what
    its symbol admits, such as all positive lengths) it is lower.  The first two are of the energy with the derivatives taken
    and `place` put in.

    >>> b = Symbol("b", positive=True)
    >>> for line in minimum_at(b**2 - 2 * b, b, 1):
    ...     print(line.lhs, line.rel, line.rhs)
    0 == 0
    2 > 0
    b**2 - 2*b >= -1
    """
    function, there = exact(energy), exact(place)
    if not isinstance(parameter, Symbol) or not function.has(parameter) or there.has(parameter):
        raise ClaimError(f"minimum_at: parameter {parameter}; expected a symbol of the energy, and a place without it")
    if function.has(Derivative, Integral):
        raise ClaimError("minimum_at: expected an energy that is written out as a function of its parameter")
    return (
        *equal(diff(function, parameter).subs(parameter, there), 0),
        *greater(diff(function, parameter, 2).subs(parameter, there), 0),
        *at_least(function, function.subs(parameter, there)),
    )


def solves(psi: Any, r: Symbol, *, energy: Any, potential: Any, mass: Any, hbar: Any) -> tuple[Relation, ...]:
    """The Schrödinger equation −(ħ²/2m)∇²ψ + V(r)ψ = Eψ, at every distance r > 0: one relation.

    ψ is an eigenfunction of the Hamiltonian and E its eigenvalue; where ψ has a kink or V a pole in the centre, the equation
    is not said there.
    """
    function = _of_distance("solves", psi, r)
    applied = kinetic_on(function, r, mass=mass, hbar=hbar) + exact(potential) * function
    return equal(applied, exact(energy) * function)


def no_zero(psi: Any, r: Symbol, unit: Any, *, ratio: Symbol) -> tuple[Relation, ...]:
    """ψ > 0 at every distance x·unit, x > 0: one relation.  `ratio` is x, as in `most_probable`; `unit` is a positive length."""
    function, length = _of_distance("no_zero", psi, r), exact(unit)
    _known_positive("no_zero", "ratio", ratio)
    _known_positive("no_zero", "unit", length)
    return greater(function.subs(r, ratio * length), 0)


def lowest_energy(
    psi: Any,
    r: Symbol,
    *,
    energy: Any,
    potential: Any,
    mass: Any,
    hbar: Any,
    place: tuple[Symbol, Symbol, Symbol],
    any_function: Any,
) -> tuple[Relation, ...]:
    """No wave function has less energy than E, which ψ has; one relation, for a ψ without zeros (`no_zero`).

    Jacobi's identity: for any function φ = ψ g of the place, with V the potential,

        (ħ²/2m)|∇φ|² + Vφ² = Eφ² + (ħ²/2m)ψ²|∇g|² + (ħ²/2m) ∇·(g²ψ∇ψ).

    Integrated over all space the divergence is gone (φ vanishes far away, and as g and r ∂ψ/∂r stay finite nothing
    flows out of the centre).  What is left is E <φ|φ> and a term that is never negative: no φ has less energy than E,
    and g = 1, which is ψ, has E (Courant and Hilbert, Methods of mathematical physics I, ch. VI).  As ψ has no zero,
    every φ is ψ times such a g; where ψ has one, the identity says nothing of the lowest energy.  `place` are the
    Cartesian x, y, z, and `any_function` is a declared real function of them, without dimension, applied: g(x, y, z).
    Say conditions=[Ne(x**2 + y**2 + z**2, 0)]: the centre is left out.
    """
    function, g = _of_distance("lowest_energy", psi, r), exact(any_function)
    if not g.is_Function or g.args != tuple(place):
        raise ClaimError(f"lowest_energy: any_function={g}; expected a declared function applied to {place}")
    distance = sqrt(Add(*(axis**2 for axis in place)))
    wave, v = function.subs(r, distance), exact(potential).subs(r, distance)
    scale = exact(hbar) ** 2 / (2 * exact(mass))
    phi = wave * g
    energy_density = scale * Add(*(diff(phi, axis) ** 2 for axis in place)) + v * phi**2
    spread = scale * wave**2 * Add(*(diff(g, axis) ** 2 for axis in place))
    flow = scale * Add(*(diff(g**2 * wave * diff(wave, axis), axis) for axis in place))
    return equal(energy_density, exact(energy) * phi**2 + spread + flow)


def _of_distance(where: str, psi: Any, r: Symbol) -> Expr:
    function = exact(psi)
    if not isinstance(r, Symbol) or not r.is_positive:
        raise ClaimError(f"{where}: {r}; expected the distance r, a positive symbol")
    if not function.has(r):
        raise ClaimError(f"{where}: ψ = {function!s:.60} does not depend on {r}")
    if function.is_real is not True:
        raise ClaimError(f"{where}: ψ = {function!s:.60} is not known to be real; expected a real wave function")
    if function.has(Derivative, Integral):
        raise ClaimError(f"{where}: ψ = {function!s:.60}; expected a wave function that is written out")
    return function


def _known_positive(where: str, name: str, expression: Any) -> None:
    if expression.is_positive is not True:
        raise ClaimError(
            f"{where}: {name}={expression} is not known to be positive; expected a positive length or number"
        )
