"""The kinetic energy of one electron against its density, and how both change when a wave function is spread out.

A density ρ(r) is spherically symmetric here and written out as an expression in r, the distance from the centre: a number
of electrons per volume.  What a function returns is an expression with unevaluated integrals, or a relation: whether it
holds is decided where it is claimed.

    a, r = ...                                          # symbols, positive lengths
    rho = exp(-(r**2) / a**2) / (pi * a**2) ** Rational(3, 2)
    paper.claim("T", at_least(kinetic_energy_of_density(rho, r, hbar=hbar, mass=m), five_thirds_bound(rho, r, hbar=hbar, mass=m)), ...)
"""

from collections.abc import Mapping
from typing import Any

from sympy import Derivative, Expr, Integral, Rational, Symbol, diff, oo, pi, powsimp

from verify.claims import ClaimError, Relation, equal, exact

CLASSICAL = Rational(3, 5) * (6 * pi**2) ** Rational(2, 3)
"""K^c = (3/5)(6π²)^(2/3) = 9.1156, of a free gas of fermions without spin: T = K^c (ħ²/2m) ∫ρ^(5/3) d³r there."""


def number_of_electrons(density: Any, r: Symbol) -> Expr:
    """∫ρ d³r = ∫₀^∞ 4πr² ρ(r) dr, an `Integral` without dimension: 1 for one electron.

    >>> r = Symbol("r", positive=True)
    >>> number_of_electrons(1 / r**4, r)
    Integral(4*pi/r**2, (r, 0, oo))
    """
    return Integral(4 * pi * r**2 * _density("number_of_electrons", density, r), (r, 0, oo))


def kinetic_energy_of_density(density: Any, r: Symbol, *, hbar: Any, mass: Any) -> Expr:
    """(ħ²/2m) ∫|∇ψ|² d³r for the wave function ψ = √ρ, written with the density: (ħ²/8m) ∫(dρ/dr)²/ρ d³r.

    An `Integral`, an energy.  It is the kinetic energy of the electron where ∫ρ d³r = 1 (of N bosons in one state where
    it is N), for a ψ that is real but for a constant phase: a phase that varies adds (ħ²/2m) ∫ρ|∇θ|² d³r.  For a ψ that
    vanishes far away it is <−(ħ²/2m)∇²> (von Weizsäcker, Z. Phys. 96, 431, 1935).

    >>> r = Symbol("r", positive=True)
    >>> kinetic_energy_of_density(1 / r**4, r, hbar=1, mass=2)
    Integral(64*pi/r**4, (r, 0, oo))/16
    """
    rho = _density("kinetic_energy_of_density", density, r)
    inner = powsimp(4 * pi * r**2 * diff(rho, r) ** 2 / rho)
    return exact(hbar) ** 2 / (8 * exact(mass)) * Integral(inner, (r, 0, oo))


def five_thirds_bound(
    density: Any, r: Symbol, *, hbar: Any, mass: Any, electrons: Any = None, constant: Any = CLASSICAL
) -> Expr:
    """K (ħ²/2m) ∫ρ^(5/3) d³r / ∫ρ d³r, an energy; K is (3/5)(6π²)^(2/3) unless said.

    `electrons` is the number ∫ρ d³r where a line decides it (`number_of_electrons`); without it the integral stands there.
    For one electron, whose wave function is √ρ times a phase, the kinetic energy is at least this for every K up to the best constant
    of the inequality of Gagliardo and Nirenberg, 9.578 (Lieb, Rev. Mod. Phys. 48, 553, 1976).  For more electrons, or another
    norm, the power 1 of ∫ρ d³r has no such meaning.
    """
    rho = _density("five_thirds_bound", density, r)
    counted = number_of_electrons(rho, r) if electrons is None else exact(electrons)
    if counted.is_positive is False:
        raise ClaimError(f"five_thirds_bound: {counted} electrons; expected a positive number")
    power = Integral(4 * pi * r**2 * rho ** Rational(5, 3), (r, 0, oo))
    return exact(constant) * exact(hbar) ** 2 / (2 * exact(mass)) * power / counted


def spread_out(density: Any, r: Symbol, factor: Any) -> Expr:
    """The density of the wave function ψ(r/λ)/λ^(3/2), ρ(r/λ)/λ³: λ times as far out everywhere, as many electrons.

    >>> r, k = Symbol("r", positive=True), Symbol("k", positive=True)
    >>> spread_out(1 / r**4, r, k)
    k/r**4
    """
    scale = exact(factor)
    if scale.is_positive is not True or scale.has(r):
        raise ClaimError(f"spread_out: factor {scale}; expected a positive number that does not depend on {r}")
    return _density("spread_out", density, r).subs(r, r / scale) / scale**3


def scales_as(expression: Any, lengths: Mapping[Symbol, Any], exponent: Any) -> tuple[Relation, ...]:
    """f goes as the power k of the lengths: f(λr, λs, ...) = λ^k f(r, s, ...), one relation.

    `lengths` says what takes the place of each symbol, {r: λ*r, s: λ*s}; what it does not name keeps its value.  The
    integrand of ∫ f dr gets its dr by a factor r.  Derivatives and integrals over one of the symbols are refused: write
    them out, or claim the relation of the integrands.

    >>> r, s, k = Symbol("r"), Symbol("s"), Symbol("k")
    >>> (line,) = scales_as(r**2 / s**5, {r: k * r, s: k * s}, -3)
    >>> print(line.lhs, "=", line.rhs)
    r**2/(k**3*s**5) = r**2/(k**3*s**5)
    """
    function, power = exact(expression), exact(exponent)
    if not lengths or any(not isinstance(length, Symbol) for length in lengths):
        raise ClaimError(f"scales_as: lengths {lengths!s:.80}; expected {{r: λ*r}} for each symbol that is scaled")
    scaled_by = {(exact(place) / length).cancel() for length, place in lengths.items()}
    if len(scaled_by) != 1 or scaled_by & {*lengths, exact(1)} or next(iter(scaled_by)).has(*lengths):
        raise ClaimError(
            f"scales_as: lengths {lengths!s:.80}; expected one factor λ for all of them, a symbol of its own"
        )
    bound = {limit[0] for integral in function.atoms(Integral) for limit in integral.limits}
    if function.has(Derivative) or bound & set(lengths):
        raise ClaimError(f"scales_as: {function!s:.60} has a derivative, or an integral over what is scaled")
    after = function.subs({length: exact(place) for length, place in lengths.items()}, simultaneous=True)
    return equal(after, next(iter(scaled_by)) ** power * function)


def _density(where: str, density: Any, r: Symbol) -> Expr:
    function = exact(density)
    if not isinstance(r, Symbol) or not r.is_positive:
        raise ClaimError(f"{where}: {r}; expected the distance r, a positive symbol")
    if not function.has(r):
        raise ClaimError(f"{where}: ρ = {function!s:.60} does not depend on {r}")
    if function.has(Derivative, Integral):
        raise ClaimError(f"{where}: ρ = {function!s:.60}; expected a density that is written out")
    if function.is_nonnegative is not True:
        raise ClaimError(f"{where}: ρ = {function!s:.60} is not known to be positive; expected a density")
    return function
