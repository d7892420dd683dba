"""Derivatives and contiguous relations of classical functions: each rule against mpmath, lines with symbolic degrees, and traps."""

from __future__ import annotations

import mpmath
import pytest
import sympy as sp
from hypothesis import assume, given
from hypothesis import strategies as st
from sympy import Derivative, Rational, exp, hyper, pi

from verify.closed_forms.contiguous import CLASSICAL, Series, prove_by_contiguity
from verify.closed_forms.derivatives import PARTIAL, with_classical_derivatives
from verify.deciding.decide import decide
from verify.points.domain import Domain
from verify.verdicts import Outcome

x, y = sp.symbols("x y", real=True)
z = sp.Symbol("z")
a, b, c, t, u = sp.symbols("a b c t u", positive=True)
n = sp.Symbol("n", integer=True, positive=True)
N = sp.Symbol("N", integer=True, nonnegative=True)
P, T, U, H, L = sp.legendre, sp.chebyshevt, sp.chebyshevu, sp.hermite, sp.laguerre
C, J, A = sp.gegenbauer, sp.jacobi, sp.assoc_laguerre

PLACES = {
    sp.hyper: ((Rational(1, 3), Rational(2, 5)), (Rational(7, 4),), x),
    sp.legendre: (3, x),
    sp.chebyshevt: (4, x),
    sp.chebyshevu: (3, x),
    sp.hermite: (5, x),
    sp.laguerre: (4, x),
    sp.assoc_laguerre: (3, Rational(2, 3), x),
    sp.gegenbauer: (4, Rational(2, 3), x),
    sp.jacobi: (3, Rational(1, 3), Rational(3, 4), x),
    sp.hankel1: (Rational(1, 3), x),
    sp.hankel2: (Rational(1, 3), x),
    sp.jn: (2, x),
    sp.yn: (2, x),
    sp.lowergamma: (Rational(5, 3), x),
    sp.uppergamma: (Rational(5, 3), x),
    sp.expint: (Rational(5, 3), x),
    sp.polylog: (Rational(5, 3), x),
    sp.lerchphi: (Rational(1, 3), Rational(5, 2), x),
    sp.elliptic_f: (x, Rational(1, 3)),
    sp.elliptic_e: (x, Rational(1, 3)),
}


@pytest.mark.parametrize("head", PARTIAL, ids=lambda head: head.__name__)
@pytest.mark.parametrize("at", [Rational(1, 3), Rational(3, 5)], ids=str)
def test_each_derivative_against_differences(head, at):
    """Every rule of the table, also those for a degree that may be 0."""
    (place,) = PARTIAL[head]
    args = tuple(map(sp.sympify, PLACES[head])) if head is not sp.hyper else PLACES[head]
    letters = [sp.Dummy(integer=True, positive=True), sp.Dummy(integer=True, nonnegative=True)]
    degrees = [sp.sympify(args[0]), *letters] if head in (P, T, U, H, L, A, C, J) else [args[0]]
    for first in degrees:
        found = PARTIAL[head][place](first, *args[1:])
        if isinstance(first, sp.Dummy):
            found = found.subs(first, args[0])

        function = head(*args)

        def f(value, function=function):
            return _number(function.subs(x, sp.Float(str(value), 40)))

        with mpmath.workdps(40):
            here, step = mpmath.mpf(at.p) / at.q, mpmath.mpf(10) ** -8
            slope = (f(here + step) - f(here - step)) / (2 * step)
            value = _number(found.subs(x, at))
            assert abs(slope - value) < 1e-9 * (1 + abs(slope))


def _number(expr):
    return mpmath.mpc(*(str(part) for part in sp.N(expr, 35).as_real_imag()))


TRUE = [
    ((1 - y**2) * Derivative(P(N, y), y, y) - 2 * y * Derivative(P(N, y), y), -N * (N + 1) * P(N, y), ()),
    (Derivative(exp(-(y**2)) * H(N, y), y), -exp(-(y**2)) * H(N + 1, y), ()),
    (T(n + 1, y) - y * T(n, y), (y**2 - 1) * U(n - 1, y), ()),
    ((n + 1 + a) * C(n + 1, a, y), a * (C(n + 1, a + 1, y) - C(n - 1, a + 1, y)), ()),
    (Derivative(J(n, a, b, y), y), (n + a + b + 1) * J(n - 1, a + 1, b + 1, y) / 2, ()),
    (A(n, a, y), A(n, a + 1, y) - A(n - 1, a + 1, y), ()),
    (C(n, Rational(1, 2), y), P(n, y), ()),
    (J(n, 0, 0, y), P(n, y), ()),
    (sp.elliptic_k(u), pi / 2 * hyper((Rational(1, 2), Rational(1, 2)), (1,), u), (u < 1,)),
    (
        c * hyper((a, b), (c,), u) - c * hyper((a + 1, b), (c,), u),
        -b * u * hyper((a + 1, b + 1), (c + 1,), u),
        (u < 1,),
    ),
    (hyper((a, b), (c,), u), (1 - u) ** (c - a - b) * hyper((c - a, c - b), (c,), u), (u < 1,)),
    (hyper((a, b), (c,), -u), (1 + u) ** -a * hyper((a, c - b), (c,), u / (1 + u)), (u < 1,)),
    (hyper((a,), (b,), z), exp(z) * hyper((b - a,), (b,), -z), ()),
    (b * (b + 1) * (hyper((), (b,), z) - hyper((), (b + 1,), z)), z * hyper((), (b + 2,), z), ()),
    (Derivative(sp.hankel1(a, t), t), (sp.hankel1(a - 1, t) - sp.hankel1(a + 1, t)) / 2, ()),
    (Derivative(sp.elliptic_f(y, Rational(1, 2)), y), 1 / sp.sqrt(1 - sp.sin(y) ** 2 / 2), ()),
    (t * Derivative(sp.polylog(a, t), t), sp.polylog(a - 1, t), (t < 1,)),
]


@pytest.mark.parametrize(("lhs", "rhs", "where"), TRUE, ids=str)
def test_true_and_spoiled(lhs, rhs, where):
    domain = Domain.of(lhs, rhs, where)
    assert decide(lhs, rhs, domain, quick=True).outcome in (Outcome.PROVED, Outcome.CORROBORATED)
    assert decide(lhs, rhs + Rational(1, 9), domain, quick=True).outcome is Outcome.REFUTED
    assert decide(lhs, 2 * rhs, domain, quick=True).outcome is Outcome.REFUTED


ONE_PIECE = [
    (hyper((1,), (2,), y), (exp(y) - 1) / y, (), True),
    (hyper((Rational(1, 2), 1), (Rational(3, 2),), -(u**2) / 4), 2 * sp.atan(u / 2) / u, (u < 2,), True),
    (sp.polylog(2, u) + sp.polylog(2, -u), sp.polylog(2, u**2) / 2, (u < 1,), True),
    (hyper((a, b), (c,), u**2), hyper((a, b), (c,), u**2) + sp.Max(0, u - 1), (), False),  # over the cut
    (hyper((1,), (x,), y), hyper((1,), (x,), y) + sp.Max(0, x + 9), (), False),  # over the poles of its parameter
]


@pytest.mark.parametrize(("lhs", "rhs", "where", "agrees"), ONE_PIECE, ids=str)
def test_agreement_counts_off_the_cut(lhs, rhs, where, agrees):
    found = decide(lhs, rhs, Domain.of(lhs, rhs, where), quick=True).outcome
    assert (found in (Outcome.PROVED, Outcome.CORROBORATED)) is agrees


FALSE = [
    # Euler's transformation with the exponent of another one
    (hyper((a, b), (c,), u), (1 - u) ** (a + b - c) * hyper((c - a, c - b), (c,), u), (u < 1,)),
    (hyper((a,), (b,), t), exp(t) * hyper((b - a,), (b,), t), ()),
    (Derivative(P(n, y), y), n * (y * P(n, y) - P(n - 1, y)) / (1 - y**2), ()),
    (A(n, a, y), A(n, a + 1, y) - A(n - 1, a, y), ()),
    # the modulus for the parameter
    (sp.elliptic_k(u), pi / 2 * hyper((Rational(1, 2), Rational(1, 2)), (1,), u**2), (u < 1,)),
]


@pytest.mark.parametrize(("lhs", "rhs", "where"), FALSE, ids=str)
def test_common_slips_are_refuted(lhs, rhs, where):
    assert decide(lhs, rhs, Domain.of(lhs, rhs, where), quick=True).outcome is Outcome.REFUTED


def test_a_transformation_is_not_used_across_the_cut():
    """For u > 1 both sides are complex, and (1 - u)^s need not be on the side of the cut that F is on."""
    lhs, rhs = hyper((a, b), (c,), u), (1 - u) ** (c - a - b) * hyper((c - a, c - b), (c,), u)
    assert prove_by_contiguity(lhs, rhs, Domain((a, b, c, u))) is None


def test_no_derivative_where_none_is_known():
    m = sp.Symbol("m", integer=True)
    kept = (
        Derivative(C(m, a, y), y),  # the degree may be negative
        Derivative(hyper((a, b, 1), (c,), x), x),  # diverges but at 0
        Derivative(sp.besselj(x, 1) * P(2, y), x),
        Derivative(P(n, y), n),  # by a whole number
        Derivative(sp.elliptic_e(z, u), z),  # across cuts of the complex amplitude
    )
    for derivative in kept:
        assert with_classical_derivatives(derivative) == derivative


def test_a_cut_is_a_condition_of_the_derivative():
    line = Derivative(sp.polylog(a, x), x) * x
    found = decide(line, sp.polylog(a - 1, x), Domain((x, a)), quick=True)
    assert found.outcome is not Outcome.PROVED or found.evidence.conditions


def test_what_diverges_is_left_alone():
    """3F1 converges nowhere but at 0: its formal equation proves nothing."""
    F = hyper((a, b, c), (t,), u)
    assert prove_by_contiguity(F - F.func((a + 1, b, c), (t,), u), u, Domain((a, b, c, t, u))) is None


half_units = st.fractions(min_value=-3, max_value=3, max_denominator=5)


@given(st.sampled_from([(2, 1), (1, 1), (0, 1), (2, 2), (1, 2)]), st.data())
def test_every_function_of_a_family_is_the_combination(shape, data):
    """Members shifted at random: Σ c_k θ^k F with θ^k F from the coefficients of the series."""
    from verify.closed_forms.contiguous import _combinations

    above = [Rational(data.draw(half_units)) for _ in range(shape[0])]
    below = [Rational(data.draw(half_units)) + 4 + Rational(1, 7) for _ in range(shape[1])]
    place = Rational(data.draw(st.integers(1, 4)), 9)
    shifts = st.integers(-1, 1)
    members = [
        Series(
            sp.S.One, tuple(p + data.draw(shifts) for p in above), tuple(q + data.draw(shifts) for q in below), place
        )
        for _ in range(3)
    ]
    assume(len({one.family for one in members}) == 1)
    unknown, divisors = [sp.Dummy() for _ in range(members[0].order)], []
    found = _combinations(members, unknown, divisors)
    assume(found is not None and 0 not in divisors)
    base = _base([one.split for one in members])
    with mpmath.workdps(40):
        values = [_theta(*base, place, k) for k in range(members[0].order)]
        for one, combination in zip(members, found, strict=True):
            got = sp.N(
                combination.xreplace({f: sp.Float(str(v), 35) for f, v in zip(unknown, values, strict=True)}), 30
            )
            assert abs(mpmath.mpf(str(got)) - _theta(one.above, one.below, place, 0)) < 1e-20 * (
                1 + max(map(abs, values))
            )


def _base(splits):
    above = [rest + min(s[0][i][1] for s in splits) for i, (rest, _) in enumerate(splits[0][0])]
    below = [rest + max(s[1][j][1] for s in splits) for j, (rest, _) in enumerate(splits[0][1])]
    return above, below


def _theta(above, below, place, power):
    """θ^power of the series, term by term."""
    total, term = mpmath.mpf(0), mpmath.mpf(1)
    for k in range(150):
        total += term * (mpmath.mpf(k) ** power if k or not power else 0)
        for p in above:
            term *= mpmath.mpf(p.p) / p.q + k
        for q in below:
            term /= mpmath.mpf(q.p) / q.q + k
        term *= mpmath.mpf(place.p) / place.q / (k + 1)
    return total


def test_every_classical_function_is_its_series():
    functions = {P: mpmath.legendre, T: mpmath.chebyt, U: mpmath.chebyu, C: mpmath.gegenbauer, J: mpmath.jacobi}
    functions |= {L: lambda degree, at: mpmath.laguerre(degree, 0, at), A: mpmath.laguerre}
    functions |= {sp.besselj: mpmath.besselj, sp.besseli: mpmath.besseli}
    functions |= {sp.elliptic_k: mpmath.ellipk, sp.elliptic_e: mpmath.ellipe}
    parameters = {C: (Rational(2, 3),), A: (Rational(2, 3),), J: (Rational(1, 3), Rational(5, 4))}
    for head, function in functions.items():
        for degree in (0, 1, 4):
            args = (
                (Rational(3, 7),)
                if "elliptic" in head.__name__
                else (degree, *parameters.get(head, ()), Rational(3, 7))
            )
            one = CLASSICAL[head](lambda e: bool(e.is_positive), *map(sp.sympify, args))
            series = one.factor * hyper(one.above, one.below, one.z)
            assert abs(complex(sp.N(series)) - complex(function(*(float(arg) for arg in args)))) < 1e-9
    assert set(functions) | {sp.hyper} == set(CLASSICAL)
