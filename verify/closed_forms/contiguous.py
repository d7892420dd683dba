"""Equations between contiguous hypergeometric functions, and between classical functions that are such: with symbolic parameters and degrees.

F = pFq(a; b; z) satisfies, with θ = z d/dz (DLMF 16.3.5 to 16.3.8, term by term from the coefficients),

    (θ + a_i) F = a_i F(a_i + 1),   (θ + b_j - 1) F = (b_j - 1) F(b_j - 1),   θ Π(θ + b_j - 1) F = z Π(θ + a_i) F.

So all functions whose parameters differ by whole numbers are Σ c_k(z) θ^k F for one F, the one with the lowest a and the highest b, for
k below the order of the equation, and the c_k are exact rational functions.  They are put in, the θ^k F as unknowns, and the difference of the sides must
reduce to zero.  Why this cannot lie: each step is an identity of the functions, on the plane without the cut from 1 on where p = q + 1; what was
divided by (a_i, b_j - 1, and 1 - z where the equation was solved for its highest derivative) is an exception of the proof.
Series that converge nowhere (p > q + 1) are left alone.

The classical functions are (DLMF 10.16.9, 10.39.9, 15.9.1 to 15.9.7, 18.5.7 to 18.5.12, 19.5.1, 19.5.2), with (c)_n = Γ(c + n)/Γ(c):

    P_n(x) = F(-n, n + 1; 1; (1 - x)/2),  T_n = F(-n, n; 1/2; ...),  U_n = (n + 1) F(-n, n + 2; 3/2; ...)
    C_n^(a) = (2a)_n/n! F(-n, n + 2a; a + 1/2; ...), a > 0,  P_n^(a,b) = (a + 1)_n/n! F(-n, n + a + b + 1; a + 1; ...), a > -1
    L_n^(a)(x) = (a + 1)_n/n! 1F1(-n; a + 1; x), a > -1,  J_ν and I_ν(z) = (z/2)^ν/Γ(ν + 1) 0F1(ν + 1; ∓z²/4), ν > -1,  K(m) = π/2 F(1/2, 1/2; 1; m),  E(m) = π/2 F(-1/2, 1/2; 1; m)

Functions that are not contiguous are brought together by 1F1(a; b; z) = e^z 1F1(b - a; b; -z) (13.2.39), and for 1 - z > 0 by
F(a, b; c; z) = (1 - z)^(c-a-b) F(c - a, c - b; c; z) = (1 - z)^(-a) F(a, c - b; c; z/(z - 1)) (15.8.1).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import sympy

from verify.closed_forms.certain import Above, above_zero
from verify.points.domain import Domain
from verify.proofs.equality import by_normal_form
from verify.proofs.proof import Proof
from verify.regularity.conditions import must_not_vanish
from verify.terms.requirements import BOUND, IsOffTheCut
from verify.terms.survey import TooBig, survey

HALF = sympy.S.Half
MOST_FUNCTIONS, MOST_STEPS, MOST_PARAMETERS = 8, 6, 4
OUTSIDE = (*BOUND, sympy.Derivative, sympy.Subs, sympy.Limit)
METHOD = "contiguous functions"
DETAIL = "By the contiguous relations of the hypergeometric functions both sides are the same combination of {}."


@dataclass(frozen=True)
class Series:
    """factor · pFq(above; below; z)."""

    factor: Any
    above: tuple[Any, ...]
    below: tuple[Any, ...]
    z: Any
    needs: tuple[Any, ...] = ()

    @cached_property
    def split(self) -> tuple[list[tuple[Any, int]], list[tuple[Any, int]]]:
        """Each parameter as what it has in common with its neighbours, and a whole number."""
        return _slots(self.above), _slots(self.below)

    @cached_property
    def family(self) -> Any:
        """The same for contiguous functions."""
        above, below = self.split
        return tuple(rest for rest, _ in above), tuple(rest for rest, _ in below), sympy.factor(self.z)

    @property
    def order(self) -> int:
        return max(len(self.above), len(self.below) + 1)

    @property
    def has_a_cut(self) -> bool:
        ends = any(a.is_integer and a.is_nonpositive for a in self.above)
        return len(self.above) == len(self.below) + 1 and not ends


def prove_by_contiguity(lhs: Any, rhs: Any, domain: Domain) -> Proof | None:
    """A proof of lhs = rhs by contiguous relations, or None.

    >>> n, x = sympy.Symbol("n", integer=True, positive=True), sympy.Symbol("x", real=True)
    >>> T, U = sympy.chebyshevt, sympy.chebyshevu
    >>> prove_by_contiguity(T(n + 1, x) - x * T(n, x), (x**2 - 1) * U(n - 1, x), Domain((n, x))).conditions
    (Ne(x + 1, 0),)
    """
    try:
        if not survey(lhs, rhs).has(*CLASSICAL):
            return None
    except TooBig:
        return None
    if any(side.has(*OUTSIDE) for side in (lhs, rhs)):
        return None

    above = above_zero(domain)

    functions = sorted((lhs - rhs).atoms(*CLASSICAL), key=sympy.default_sort_key)
    if not 1 <= len(functions) <= MOST_FUNCTIONS:
        return None
    series = {function: CLASSICAL[type(function)](above, *function.args) for function in functions}
    known = {function: one for function, one in series.items() if one is not None and _is_small(one)}
    families: dict[Any, list[tuple[Any, Series]]] = {}
    for function, one in known.items():
        member = next((other for other in _alike(one, above) if other.family in families), one)
        families.setdefault(member.family, []).append((function, member))
    return _by_families(lhs, rhs, list(families.values()), above)


def _by_families(lhs: Any, rhs: Any, families: list[list[tuple[Any, Series]]], above: Above) -> Proof | None:
    values: dict[Any, Any] = {}
    letters: set[Any] = set()
    divisors: list[Any] = []
    for members in families:
        unknown = [sympy.Dummy(f"F{k}") for k in range(members[0][1].order)]
        letters |= set(unknown)
        found = _combinations([one for _, one in members], unknown, divisors)
        if found is None:
            return None
        kinds = {type(function) for function, _ in members}
        for (function, one), value in zip(members, found, strict=True):
            values[function] = one.factor * value
            divisors += one.needs
            if one.has_a_cut and len(kinds) > 1 and not above(1 - one.z):
                divisors.append(IsOffTheCut(1 - one.z))
    proof = by_normal_form(*(side.xreplace(values) for side in (lhs, rhs)))
    if proof is None:
        return None
    parts = (*divisors, *proof.nonzero, *proof.exceptions)
    if any(part.free_symbols & letters for part in parts):
        return None
    nonzero = must_not_vanish((lhs, rhs))
    factors = (factor for part in parts for factor in _factors(part))
    more = tuple(dict.fromkeys(factor for factor in factors if factor not in nonzero))
    told = ", ".join(str(members[0][0]) for members in families[:2])
    return Proof(METHOD, DETAIL.format(f"{told} and its derivatives"), nonzero, more)


def _factors(part: Any) -> Iterator[Any]:
    """What must not vanish, in its plain factors."""
    if not isinstance(part, sympy.Expr) or not part.is_rational_function(*part.free_symbols):
        yield part
        return
    for side in sympy.fraction(sympy.together(part)):
        yield from (factor for factor, _ in sympy.factor_list(side)[1])


def _is_small(one: Series) -> bool:
    few = len(one.above) <= MOST_PARAMETERS and len(one.below) <= MOST_PARAMETERS
    return few and len(one.above) <= len(one.below) + 1 and not one.z.is_zero


def _slots(parameters: tuple[Any, ...]) -> list[tuple[Any, int]]:
    found = []
    for parameter in parameters:
        constant, rest = sympy.expand(parameter).as_coeff_Add()
        whole = int(sympy.floor(constant)) if constant.is_Rational else 0
        found.append((rest + constant - whole, whole))
    return sorted(found, key=lambda slot: (sympy.default_sort_key(slot[0]), slot[1]))


# --- one basis --------------------------------------------------------------------------------


def _combinations(members: list[Series], unknown: list[Any], divisors: list[Any]) -> list[Any] | None:
    """Each function as a combination of the θ^k F, the unknowns."""
    splits = [one.split for one in members]
    low = [min(split[0][i][1] for split in splits) for i in range(len(members[0].above))]
    high = [max(split[1][j][1] for split in splits) for j in range(len(members[0].below))]
    above = [rest + k for (rest, _), k in zip(splits[0][0], low, strict=True)]
    below = [rest + k for (rest, _), k in zip(splits[0][1], high, strict=True)]
    z, theta = sympy.Dummy("z"), sympy.Dummy("theta")
    powers = _Powers(above, below, z, theta)
    values = []
    for one, (own_above, own_below) in zip(members, splits, strict=True):
        operator, divisor = sympy.S.One, sympy.S.One
        steps = [(a, k - least) for a, (_, k), least in zip(above, own_above, low, strict=True)]
        downs = [(b, most - k) for b, (_, k), most in zip(below, own_below, high, strict=True)]
        if sum(count for _, count in (*steps, *downs)) > MOST_STEPS:
            return None
        for a, count in steps:
            for k in range(count):
                operator, divisor = operator * (theta + a + k), divisor * (a + k)
        for b, count in downs:
            for k in range(count):
                operator, divisor = operator * (theta + b - 1 - k), divisor * (b - 1 - k)
        if divisor == 0:
            return None
        divisors += [factor for factor in sympy.Mul.make_args(divisor) if not factor.is_Rational]
        coefficients = reversed(sympy.Poly(operator, theta).all_coeffs())
        total = sympy.Add(
            *(c * p for c, p in zip(coefficients, powers.up_to(sympy.degree(operator, theta)), strict=True))
        )
        letters = dict(zip(powers.letters, unknown, strict=True))
        values.append((total / divisor).xreplace({**letters, z: one.z}))
    if powers.is_solved and len(above) == len(below) + 1:
        divisors.append(1 - members[0].z)
    return values


class _Powers:
    """θ^m F for every m, in the letters for the lowest ones."""

    def __init__(self, above: list[Any], below: list[Any], z: Any, theta: Any) -> None:
        self.order = max(len(above), len(below) + 1)
        self.letters = [sympy.Dummy(f"F{k}") for k in range(self.order)]
        left = sympy.Poly(theta * sympy.Mul(*(theta + b - 1 for b in below)), theta)
        right = sympy.Poly(sympy.Mul(*(theta + a for a in above)), theta)
        self.known = list(self.letters)
        self.z = z
        self.is_solved = False
        leading = left.coeff_monomial(theta**self.order) - z * right.coeff_monomial(theta**self.order)
        lower = [z * right.coeff_monomial(theta**k) - left.coeff_monomial(theta**k) for k in range(self.order)]
        self.solved = [sympy.cancel(c / leading) for c in lower]

    def up_to(self, m: int) -> list[Any]:
        while len(self.known) <= m:
            self.is_solved = True
            last = self.known[-1]
            coefficients = [last.coeff(letter) for letter in self.letters]
            moved = [self.z * c.diff(self.z) for c in coefficients]
            for k, c in enumerate(coefficients):
                if k + 1 < self.order:
                    moved[k + 1] += c
                else:
                    moved = [old + c * s for old, s in zip(moved, self.solved, strict=True)]
            self.known.append(
                sympy.Add(*(sympy.cancel(c) * letter for c, letter in zip(moved, self.letters, strict=True)))
            )
        return self.known[: m + 1]


# --- the classical functions ------------------------------------------------------------------


def _alike(one: Series, above: Above) -> Iterator[Series]:
    """The series, and the same function as other series."""
    yield one
    if len(one.above) == 1 and len(one.below) == 1:
        (a,), (b,) = one.above, one.below
        yield replace(one, factor=one.factor * sympy.exp(one.z), above=(b - a,), z=-one.z)
    if len(one.above) == 2 and len(one.below) == 1 and above(1 - one.z):
        (a, b), (c,), z = one.above, one.below, one.z
        rest = 1 - z
        yield replace(one, factor=one.factor * rest ** (c - a - b), above=(c - a, c - b))
        for first, second in ((a, b), (b, a)):
            yield replace(one, factor=one.factor * rest**-first, above=(first, c - second), z=z / (z - 1))


def _of_angle(n: Any, x: Any, factor: Any, second: Any, below: Any) -> Series:
    return Series(factor, (-n, second), (below,), (1 - x) / 2)


def _gegenbauer(above: Above, n: Any, a: Any, x: Any) -> Series | None:
    if not (n.is_integer and above(a)):
        return None
    return _of_angle(n, x, sympy.gamma(2 * a + n) / sympy.gamma(2 * a) / sympy.gamma(n + 1), n + 2 * a, a + HALF)


def _jacobi(above: Above, n: Any, a: Any, b: Any, x: Any) -> Series | None:
    if not (n.is_integer and above(a + 1)):
        return None
    return _of_angle(n, x, sympy.gamma(a + 1 + n) / sympy.gamma(a + 1) / sympy.gamma(n + 1), n + a + b + 1, a + 1)


def _laguerre(above: Above, n: Any, a: Any, x: Any) -> Series | None:
    if not (n.is_integer and above(a + 1)):
        return None
    return Series(sympy.gamma(a + 1 + n) / sympy.gamma(a + 1) / sympy.gamma(n + 1), (-n,), (a + 1,), x)


def _bessel(sign: int) -> Callable[..., Series | None]:
    def bessel(above: Above, nu: Any, z: Any) -> Series | None:
        """10.16.9, 10.39.9; for z > 0 and ν > -1."""
        if not (above(z) and above(nu + 1)):
            return None
        return Series((z / 2) ** nu / sympy.gamma(nu + 1), (), (nu + 1,), sign * z**2 / 4)

    return bessel


CLASSICAL: dict[Any, Callable[..., Series | None]] = {
    sympy.besselj: _bessel(-1),
    sympy.besseli: _bessel(1),
    sympy.hyper: lambda above, a, b, z: Series(sympy.S.One, tuple(a), tuple(b), z),
    sympy.legendre: lambda above, n, x: _of_angle(n, x, sympy.S.One, n + 1, sympy.S.One),
    sympy.chebyshevt: lambda above, n, x: _of_angle(n, x, sympy.S.One, n, HALF),
    sympy.chebyshevu: lambda above, n, x: _of_angle(n, x, n + 1, n + 2, 3 * HALF),
    sympy.gegenbauer: _gegenbauer,
    sympy.jacobi: _jacobi,
    sympy.laguerre: lambda above, n, x: _laguerre(above, n, sympy.S.Zero, x),
    sympy.assoc_laguerre: _laguerre,
    sympy.elliptic_k: lambda above, m: Series(sympy.pi / 2, (HALF, HALF), (sympy.S.One,), m),
    sympy.elliptic_e: lambda above, m, *more: None if more else Series(sympy.pi / 2, (-HALF, HALF), (sympy.S.One,), m),
}
