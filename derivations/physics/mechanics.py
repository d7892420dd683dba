"""Analytical mechanics: what follows from a Hamiltonian or a Lagrangian, as equations between functions.

Derivatives are those of the expression as it is written here: whatever depends on a coordinate, momentum,
velocity or on the time must be written out.  A premise that hides such a dependence in a symbol leaves the
equation undecided.
"""

from collections.abc import Sequence
from typing import Any

from sympy import Add, Derivative, Expr, Matrix, Poly, Symbol, cancel, factor
from sympy.core.function import AppliedUndef

from verify.claims import ClaimError, Relation, as_functions_of, different_pairs, equal, exact, may_jump
from verify.units import TIME


def hamilton_equations(hamiltonian: Any, *rates: tuple[Symbol, Symbol, Any, Any]) -> tuple[Relation, ...]:
    """Hamilton's equations as printed: each of `rates` is (q, p, what the page prints for q̇, and for ṗ), None if nothing.

    q̇ = ∂H/∂p and ṗ = −∂H/∂q, at every point of phase space where these exist; the dimensions are those of H over p
    and over q (Landau and Lifshitz, Mechanics, §40).  Give all pairs that the Hamiltonian contains.

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


def conserved(quantity: Any, hamiltonian: Any, *pairs: tuple[Symbol, Symbol], time: Symbol) -> tuple[Relation, ...]:
    """The quantity F keeps its value during the motion: Σ ∂F/∂q ∂H/∂p + ∂F/∂t = Σ ∂F/∂p ∂H/∂q, everywhere and always.

    The difference, the Poisson bracket and ∂F/∂t, is dF/dt by Hamilton's equations, and through every point of phase
    space goes a solution (Landau and Lifshitz, Mechanics, §42).  `pairs` are all (q, p) on which
    F or H depend, `time` is the time of the motion, whether they show it or not: a premise that brings it in (a
    driving force W = cos ωt) leaves the line undecided.  Raises ClaimError for another symbol that may be a time, and
    for an F or H that may jump, where no derivative shows it: sign(x) has none but zero, and changes all the same.

        conserved(x * p_y - y * p_x, (p_x**2 + p_y**2) / (2 * m) + V(x**2 + y**2), (x, p_x), (y, p_y), time=t)
    """
    coordinates, momenta = different_pairs("conserved", pairs)
    f, h = exact(quantity), exact(hamiltonian)
    if not isinstance(time, Symbol) or time in (*coordinates, *momenta):
        raise ClaimError(f"conserved: time={time!s}; expected a symbol of its own, that of the time of the motion")
    arguments = (*coordinates, *momenta, time)
    for other in sorted((f.free_symbols | h.free_symbols) - set(arguments), key=str):
        if _may_be_time(other):
            raise ClaimError(
                f"conserved: {other} may be a time, too; expected time={other}, or {other} among the pairs"
            )
    for function in (f, h):
        if may_jump(function, set(arguments)):
            raise ClaimError(
                f"conserved: {function!s:.60} may jump, which no derivative shows; expected a smooth function"
            )
    both = list(zip(coordinates, momenta, strict=True))
    gained = Add(*(Derivative(f, q) * Derivative(h, p) for q, p in both), Derivative(f, time))
    lost = Add(*(Derivative(f, p) * Derivative(h, q) for q, p in both))
    return as_functions_of(equal(gained, lost), *arguments)


def constant_along(quantity: Any, variable: Symbol) -> tuple[Relation, ...]:
    """The quantity does not change along the solutions of the premises: its derivative by `variable`, a time or a length of path, is zero.

    One relation, which follows from the equations of motion, `by=follows_from(motion)`: first integrals such as
    energy, angular momentum, Bernoulli's sum.  What changes is written as a function of the variable, V(x(t)) included; a symbol is a constant.
    Raises ClaimError for a quantity without such a function, and for one that may jump, where no derivative shows it.

    >>> t, m, k = Symbol("t"), Symbol("m"), Symbol("k")
    >>> from sympy import Function
    >>> x = Function("x")(t)
    >>> (line,) = constant_along(m * Derivative(x, t) ** 2 / 2 + k * x**2 / 2, t)
    >>> print(line.lhs, "=", line.rhs)
    Derivative(k*x(t)**2/2 + m*Derivative(x(t), t)**2/2, t) = 0
    """
    whole = exact(quantity)
    if not isinstance(variable, Symbol):
        raise ClaimError(f"constant_along: variable={variable!s:.60}; expected a symbol")
    if not any(variable in part.args for part in whole.atoms(AppliedUndef)):
        raise ClaimError(
            f"constant_along: {whole!s:.60} has no function of {variable}; expected what changes as such a function"
        )
    if may_jump(whole, {variable}):
        raise ClaimError(
            f"constant_along: {whole!s:.60} may jump, which no derivative shows; expected a smooth function"
        )
    return equal(Derivative(whole, variable), 0)


def _may_be_time(symbol: Symbol) -> bool:
    """By its name, its meaning or its dimension."""
    meaning = str(getattr(symbol, "meaning", "")).lower().replace(",", " ").split()
    dimension = getattr(symbol, "dimension", None)
    return symbol.name == "t" or "time" in meaning or (dimension is not None and dimension.key == TIME.key)


def legendre(lagrangian: Any, *pairs: tuple[Symbol, Symbol], hamiltonian: Any) -> tuple[Relation, ...]:
    """The Hamiltonian is the Legendre transform of a Lagrangian quadratic in its velocities; `pairs` are (velocity, momentum).

    Said for every velocity that is admitted: at its momentum p = ∂L/∂v = M v + b, H is Σ p v − L, with the one velocity
    v = M⁻¹(p − b) that has this momentum (Landau and Lifshitz, Mechanics, §40).  So the line needs an M that has an
    inverse.  Raises ClaimError for any other Lagrangian: where several velocities may have one momentum, write
    down the line for the branch that is meant, equal(H(∂L/∂v), Σ v ∂L/∂v − L) with conditions on v.

    >>> v, p, m, k, x = (Symbol(letter) for letter in "vpmkx")
    >>> (line,) = legendre(m * v**2 / 2 - k * x, (v, p), hamiltonian=p**2 / (2 * m) + k * x)
    >>> print(line.lhs, "=", line.rhs)
    k*x + Derivative(-k*x + m*v**2/2, v)**2/(2*m) = k*x - m*v**2/2 + Derivative(-k*x + m*v**2/2, v)**2/m
    """
    velocities, momenta = different_pairs("legendre", pairs)
    function, h = exact(lagrangian), exact(hamiltonian)
    if function.has(*momenta) or h.has(*velocities):
        raise ClaimError("legendre: expected a Lagrangian without momenta and a Hamiltonian without velocities")
    slopes = [Derivative(function, v) for v in velocities]
    solved = _velocities_of(function, velocities, slopes)
    transform = Add(*(p * v for p, v in zip(slopes, solved, strict=True))) - function
    at_momenta = h.subs(list(zip(momenta, slopes, strict=True)), simultaneous=True)
    return as_functions_of(equal(at_momenta, transform), *velocities, *momenta)


def _velocities_of(lagrangian: Expr, velocities: Sequence[Symbol], momenta: Sequence[Expr]) -> list[Expr]:
    """M⁻¹(p − b) for the momenta M v + b of the Lagrangian."""
    if not lagrangian.is_polynomial(*velocities) or Poly(lagrangian, *velocities).total_degree() != 2:
        raise ClaimError(f"legendre: {lagrangian!s:.60} is not quadratic in its velocities; expected one that is")
    slopes = Matrix([lagrangian.diff(v) for v in velocities])
    matrix = slopes.jacobian(velocities)
    if cancel(matrix.det()) == 0:
        raise ClaimError(f"legendre: the momenta of {lagrangian!s:.60} do not determine its velocities")
    at_rest = slopes.subs(dict.fromkeys(velocities, 0))
    shifts = [momentum - rest for momentum, rest in zip(momenta, at_rest, strict=True)]
    return [
        Add(*(factor(entry) * shift for entry, shift in zip(row, shifts, strict=True))) for row in matrix.inv().tolist()
    ]
