"""Analytical mechanics: what follows from a Hamiltonian, as equations between functions on phase space."""

from typing import Any

from sympy import Derivative, Symbol

from verify.claims import ClaimError, Relation, as_functions_of, different_pairs, equal, exact


def hamilton_equations(hamiltonian: Any, *rates: tuple[Symbol, Symbol, Any, Any]) -> tuple[Relation, ...]:
    """Hamilton's equations as printed: each of `rates` is (q, p, what the page prints for q̇, and for ṗ), None if nothing.

    q̇ = ∂H/∂p and ṗ = −∂H/∂q, at every point of phase space; the dimensions are those of H over p and over q
    (Landau and Lifshitz, Mechanics, §40).  The Hamiltonian is differentiated as it is written here, so that
    whatever depends on q or p must be written out: a premise that hides it in a symbol leaves the equation
    undecided.  Give all pairs that the Hamiltonian contains.

    >>> q, p, m, k = Symbol("q"), Symbol("p"), Symbol("m"), Symbol("k")
    >>> for line in hamilton_equations(p**2 / (2 * m) + k * q**2 / 2, (q, p, p / m, -k * q)):
    ...     print(line.lhs, "=", line.rhs)
    Derivative(k*q**2/2 + p**2/(2*m), p) = p/m
    -Derivative(k*q**2/2 + p**2/(2*m), q) = -k*q
    """
    if not rates or any(not isinstance(rate, tuple) or len(rate) != 4 for rate in rates):
        raise ClaimError(f"hamilton_equations: rates {rates!s:.80}; expected (q, p, q̇, ṗ) for each coordinate")
    coordinates, momenta = different_pairs("hamilton_equations", [(q, p) for q, p, _, _ in rates])
    h = exact(hamiltonian)
    pairs = [pair for q, p, *own in rates for pair in zip((Derivative(h, p), -Derivative(h, q)), own, strict=True)]
    lines = [line for slope, rate in pairs if rate is not None for line in equal(slope, rate)]
    return as_functions_of(lines, *coordinates, *momenta)
