"""Integrals with kinks in pieces: what is decided, and the traps of systems of computer algebra."""

from __future__ import annotations

import pytest
import sympy as sp
from hypothesis import given
from hypothesis import strategies as st
from sympy import Abs, Heaviside, Integral, Max, Min, Piecewise, Rational, cos, exp, floor, log, oo, pi, sign, sin, sqrt

from verify.balls import enclose
from verify.closed_forms.kinks import cut, order_of_constants
from verify.closed_forms.pieces import in_pieces
from verify.deciding.decide import decide
from verify.points.domain import Domain
from verify.verdicts import Outcome

x, y = sp.symbols("x y", real=True)
a, b = sp.symbols("a b", positive=True)

TRUE = [
    (Integral(Abs(sin(x)), (x, 0, 2 * pi)), 4, ()),
    (Integral(Abs(x**2 - 2), (x, 2, -2)), Rational(8, 3) - 16 * sqrt(2) / 3, ()),
    (Integral(Max(x, x**2, 1), (x, 0, 2)), 1 + Rational(7, 3), ()),
    (Integral(floor(x**2), (x, 0, 2)), 5 - sqrt(2) - sqrt(3), ()),
    (Integral(floor(-x), (x, 0, Rational(5, 2))), -Rational(9, 2), ()),
    (Integral(sp.frac(x) ** 2, (x, 0, 2)), Rational(2, 3), ()),
    (Integral(Abs(Abs(x) - 1), (x, -2, 2)), 2, ()),
    (Integral(Abs(log(x)), (x, Rational(1, 2), 2)), 3 * log(2) / 2 - Rational(1, 2), ()),
    (Integral(exp(-Abs(x - y)), (x, -oo, oo)), 2, ()),
    (Integral(Abs(x - a), (x, 0, 1)), a**2 - a + Rational(1, 2), (a < 1,)),
    (Integral(sign(x - a) * x, (x, 0, 2 * a)), a**2, ()),
    (Integral(Min(1, 1 / x**2), (x, 0, oo)), 2, ()),
    (Integral(Heaviside(x - 1) * exp(-x), (x, 0, oo)), exp(-1), ()),
    (Integral(Piecewise((x, x < 1), (2 - x, True)), (x, 0, 2)), 1, ()),
    (Integral(Abs(sin(x) ** 3), (x, -pi, pi)), Rational(8, 3), ()),
]


@pytest.mark.parametrize(("integral", "value", "where"), TRUE, ids=str)
def test_true_and_spoiled(integral, value, where):
    domain = Domain.of(integral, sp.sympify(value), where)
    assert decide(integral, sp.sympify(value), domain, quick=True).outcome is Outcome.PROVED
    assert decide(integral, sp.sympify(value) + Rational(1, 9), domain, quick=True).outcome is Outcome.REFUTED


UNTOUCHED = [
    Integral(Abs(x - a), (x, 0, 1)),  # where a lies is not known
    Integral(sign(1 / x), (x, -1, 1)),  # a pole inside
    Integral(Heaviside(x) / (x + Rational(1, 2)), (x, -1, 1)),  # 0/0 at a place where the step is 0
    Integral(Heaviside(x - 1) * log(floor(x)), (x, 0, 2)),
    Integral(Abs(x - a) * Abs(x - b), (x, 0, oo)),  # a and b in no order
    Integral(sign(sin(1 / x)), (x, 0, 1)),  # endlessly many
    Integral(Abs(x - y), (x, 0, sp.Symbol("z"))),
    Integral(floor(x), (x, 0, oo)),
    Integral(sign(y), (x, 0, 1)),
]


@pytest.mark.parametrize("integral", UNTOUCHED, ids=str)
def test_what_is_not_certain_stays(integral):
    assert in_pieces(integral, Domain(())) == integral


def test_a_jump_of_an_inverse_is_no_zero_and_no_constant_sign():
    """acot jumps from -pi/2 to pi/2 at 0, and its derivative shows nothing of it."""
    assert cut(sp.acot(x), x, sp.Integer(-1), sp.Integer(1), order_of_constants) is None
    assert in_pieces(Integral(sign(sp.acot(x)), (x, -1, 1)), Domain(())) == Integral(sign(sp.acot(x)), (x, -1, 1))


def test_double_zeros_change_no_sign():
    found = cut((x - 1) ** 2 * (x - 3), x, sp.S.Zero, sp.Integer(4), order_of_constants)
    assert found is not None
    assert dict(zip(found.places, found.signs[1:], strict=True)) == {1: -1, 3: 1}
    found = cut(1 - cos(x), x, -pi, pi, order_of_constants)
    assert found is not None
    assert found.signs == (1, 1)


def test_a_pair_of_near_zeros_is_not_missed():
    """x² - 10^-30 is negative on a tiny interval only."""
    tiny = sp.Integer(10) ** -15
    found = cut(x**2 - tiny**2, x, -sp.S.One, sp.S.One, order_of_constants)
    assert found is not None
    assert found.places == (-tiny, tiny)
    assert found.signs == (1, -1, 1)


def test_a_divergent_piece_diverges():
    integral = Integral(Abs(1 / x - 1), (x, 0, 2))
    assert decide(integral, integral, Domain.of(integral, integral), quick=True).outcome is not Outcome.PROVED


thirds = st.fractions(min_value=-4, max_value=4, max_denominator=3)


@given(
    thirds,
    thirds,
    thirds,
    st.sampled_from((sp.Abs, sp.floor, sign, sp.frac, lambda h: Max(h, x), lambda h: Min(h, 1))),
    st.data(),
)
def test_the_pieces_are_the_function(p, q, r, kind, data):
    """Inside each piece the integrand put in has the value of the one that was written."""
    h = data.draw(
        st.sampled_from((x**2 * Rational(p) + Rational(q), sin(x) * Rational(p) + Rational(q), exp(x) - Rational(q)))
    )
    f = kind(h)
    integral = Integral(f, (x, Rational(r), Rational(r) + 2))
    if not isinstance(integral, Integral) or not f.has(x):
        return
    for piece in in_pieces(integral, Domain(())).atoms(Integral):
        place, low, high = piece.limits[0]
        share = Rational(data.draw(st.fractions(min_value=0, max_value=1, max_denominator=50)))
        here = low + (high - low) * (share + Rational(1, 97)) / Rational(99, 97)
        written, put_in = (enclose(e.xreplace({v: here}), {}, 96) for e, v in ((f, x), (piece.function, place)))
        weight = in_pieces(integral, Domain(())).coeff(piece) or 1
        assert (put_in * enclose(weight, {}, 96)).overlaps(written) or put_in.overlaps(written)
