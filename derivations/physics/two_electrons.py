"""Two electrons in one atom: expectation values with a product of spherically symmetric orbitals, as integrals.

The integrals are left as they are, for the audit to decide.  Every function takes what the page prints for the wave function
of one electron, written out in its distance from the centre: real, and normalised where the page
says so, which nothing here assumes.  Lengths, masses and charges have the dimensions that the symbols have.
"""

from typing import Any

from sympy import Add, Expr, Integral, Mul, Symbol, cancel, diff, expand, oo, pi

from verify.claims import ClaimError, exact


def expectation(applied: Any, wave: Any, *distances: Symbol) -> Expr:
    """⟨Ψ|O|Ψ⟩ of a real Ψ that depends on these distances alone; `applied` is OΨ, as `laplacian` has it for O = ∇².

    The volume of a shell is 4π r² dr for each electron, and all angles have been integrated (Landau and Lifshitz, Quantum
    Mechanics, §3).

    >>> r, a = Symbol("r", positive=True), Symbol("a", positive=True)
    >>> expectation(Symbol("V"), 1, r)
    Integral(4*pi*V*r**2, (r, 0, oo))
    """
    names = _distances("expectation", distances)
    inside = expand(Mul(exact(wave), exact(applied), *(4 * pi * r**2 for r in names)))
    for r in names:
        inside = Integral(inside, (r, 0, oo))
    return inside


def laplacian(wave: Any, *distances: Symbol) -> Expr:
    """Σ ∇²Ψ, one Laplacian for each of these electrons, of a Ψ that depends on the distances alone: ∇²f = (r²f′)′/r².

    >>> r = Symbol("r")
    >>> laplacian(r**2, r)
    6
    """
    psi = exact(wave)
    return Add(*(cancel(diff(r**2 * diff(psi, r), r) / r**2) for r in _distances("laplacian", distances)))


def mean_inverse_distance(density: Any, other: Any, r_1: Symbol, r_2: Symbol) -> Expr:
    """∫∫ ρ(r_1) ρ'(r_2) / |r_1 − r_2| d³r_1 d³r_2 of two spherically symmetric densities, in their distances from one centre.

    Averaged over angles 1/|r_1 − r_2| is 1/r_>, one over the larger distance, as a shell acts from its centre on what is outside
    and has one potential inside (Newton).  So the inner integral is split at r_1:

        ∫ 4π r_1² ρ(r_1) [ (1/r_1) ∫_0^{r_1} 4π r_2² ρ'(r_2) dr_2 + ∫_{r_1}^∞ 4π r_2 ρ'(r_2) dr_2 ] dr_1

    Raises ClaimError for a density that depends on the distance of the other electron.
    """
    _distances("mean_inverse_distance", (r_1, r_2))
    first, second = exact(density), exact(other)
    if first.has(r_2) or second.has(r_1):
        raise ClaimError(
            f"mean_inverse_distance: {first!s:.40} and {second!s:.40}; expected a density in {r_1} and one in {r_2}"
        )
    inside = Integral(4 * pi * r_2**2 * second, (r_2, 0, r_1)) / r_1
    outside = Integral(4 * pi * r_2 * second, (r_2, r_1, oo))
    return Integral(4 * pi * r_1**2 * first * (inside + outside), (r_1, 0, oo))


def _distances(where: str, distances: tuple[Any, ...]) -> tuple[Symbol, ...]:
    if not distances or not all(isinstance(r, Symbol) for r in distances) or len(set(distances)) < len(distances):
        raise ClaimError(f"{where}: distances {distances!s:.60}; expected different symbols, one for each electron")
    return distances
