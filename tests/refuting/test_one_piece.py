"""Agreement at sample points counts only where nothing can switch out of sight of them."""

from __future__ import annotations

import pytest
import sympy

from referee.check import decide_text
from verify.points.domain import Domain
from verify.refuting.one_piece import doubt
from verify.verdicts import Outcome

HELD = (Outcome.PROVED, Outcome.CORROBORATED)

FALSE = [
    # the other branch is far away, or just beyond a bound
    ("abs(x-20) = 20-x", "x > 0"),
    ("abs(x-1000000) = 1000000-x", "x > 0"),
    ("sqrt((x-20)^2) = 20-x", "x > 0"),
    ("max(x,1000) = 1000", "x > 0"),
    ("max(x,1/1000000) = x", "x > 0"),
    ("log((x-1000)^2) = 2*log(1000-x)", "x > 0"),
    ("((1000-x)^3)^(1/3) = 1000-x", "x > 0"),
    ("sqrt(x^2) = x", "x > -1/1000"),
    ("abs(x) = x", "x > -1e-100"),
    ("abs(r-R/100) = r-R/100", "0 < r, r < R"),
    ("log(x^2-1) = log(x-1)+log(x+1)", "x > -1000000"),
    # in a narrow band
    ("abs(sin(x)) = sin(x)", "0 < x, x < 3.2"),
    ("sqrt(1-sin(x)^2) = cos(x)", "0 < x, x < 1.6"),
    ("acos(cos(x/40)) = x/40", "x > 0"),
    ("asin(2*x*sqrt(1-x^2)) = 2*asin(x)", "0 < x, x < 3/4"),
    ("atan2(y,100-x) = atan(y/(100-x))", "x > 0, y > 0"),
    ("atan(x)+atan(1/x) = pi/2", "x > -1e-9"),
    # under an integral sign
    ("integral(max(x,a),x,0,1) = a", "a > 0"),
    ("integral((a-10^13)/((a-10^13)^2+x^2),x,0,1) = -pi/2-atan(a-10^13)", "a real"),
    ("acot(x-10^13) = -pi/2-atan(x-10^13)", "x real"),
    ("integral(min(x,a),x,0,1) = 1/2", "a > 0"),
    ("integral(abs(x-a),x,0,1) = a-1/2", "a > 0"),
    # complex, on open sets and on the cut
    ("log(z/w) = log(z)-log(w)", "z complex, w complex"),
    ("sqrt(z/w) = sqrt(z)/sqrt(w)", "z complex, w complex"),
    ("(z/w)^(1/3) = z^(1/3)/w^(1/3)", "z complex, w complex"),
    ("z^a*w^a = (z*w)^a", "z complex, w complex, a > 0"),
    ("atanh(z) = log((1+z)/(1-z))/2", "z complex"),
    ("(1/u)^a = u^(-a)", "u complex, a real"),
    ("atan2(-y,x) = -atan2(y,x)", "x real, y real"),
    # too small to be seen
    ("tanh(x) = 1", "x > 100"),
    ("tanh(x) = 1", "x > 10^6"),
    ("erf(x) = 1", "x > 20"),
    ("zeta(x) = 1", "x > 400"),
    ("cos(x) = 1", "0 < x, x < 1e-40"),
    ("sin(x) = x", "0 < x, x < 1e-30"),
    ("exp(x)+exp(-10^6) = exp(x)", "x > 0"),
    ("cos(1e-60) = 1", ""),
    ("cos(exp(-1000)*x) = 1", "x > 0"),
    ("pi = 3.14159265358979323846264338327950288419716939937510582097494459230781640628620899862803482534211", ""),
]

TRUE = [
    ("abs(x-20) = 20-x", "0 < x, x < 20"),
    ("max(x,y) = (x+y+abs(x-y))/2", ""),
    ("sqrt(x-1)*sqrt(x+1) = sqrt(x^2-1)", "x > 1"),
    ("atan(x)+atan(1/x) = pi/2", "x > 0"),
    ("log(x/y) = log(x)-log(y)", "x > 0, y > 0"),
    ("abs(z*w) = abs(z)*abs(w)", "z complex, w complex"),
    ("acosh(x) = log(x+sqrt(x^2-1))", "x > 1"),
    ("LambertW(x*exp(x)) = x", "x > 0"),
    ("integral(1/(2+cos(x)),x,0,2*pi) = 2*pi/sqrt(3)", ""),
    ("integral(x^a,x,0,1) = 1/(a+1)", "a > 0"),
    ("sum(binomial(n,k),k,0,n) = 2^n", "n integer, n >= 0"),
]


@pytest.mark.parametrize(("claim", "where"), FALSE, ids=str)
def test_what_only_seems_to_agree_never_passes(claim: str, where: str) -> None:
    for found in _decided(claim, where):
        assert found.outcome in (Outcome.REFUTED, Outcome.UNDECIDED), found.evidence


@pytest.mark.parametrize(("claim", "where"), TRUE, ids=str)
def test_what_is_in_one_piece_still_passes(claim: str, where: str) -> None:
    for found in _decided(claim, where):
        assert found.outcome in HELD, found.evidence


def _decided(claim: str, where: str) -> list:
    found = decide_text(claim, [where] if where else [])
    assert isinstance(found, list), found
    return found


x, p, q = sympy.Symbol("x", real=True), sympy.Symbol("p", positive=True), sympy.Symbol("q", nonnegative=True)
y, r = sympy.Symbol("y", real=True), sympy.Symbol("r", positive=True)
z, n = sympy.Symbol("z"), sympy.Symbol("n", integer=True)

IN_ONE_PIECE = [
    (sympy.tan(x) / (x - 3) + sympy.gamma(x), ()),
    (sympy.sqrt(q) + sympy.log(p), ()),
    (sympy.sqrt(x - 1), (x > 1,)),
    (sympy.Abs(z) * sympy.conjugate(z), ()),
    (sympy.atan(x), ()),
    ((-1) ** n * sympy.cos(sympy.pi * n), ()),
    (sympy.Integral(sympy.sqrt(p - x), (x, 0, p)), ()),
    (sympy.Sum(sympy.sqrt(n), (n, 1, 5)) * p, ()),
    (sympy.Integral(1 / (p**2 + x**2), (x, 0, 1)), ()),
    (sympy.Integral(1 / sympy.sqrt(p**2 - x**2), (x, 0, p)), ()),
    (sympy.Integral(sympy.exp(-p * x**2 + y * x), (x, -sympy.oo, sympy.oo)), ()),
    (sympy.Integral(sympy.exp(-p * x) * sympy.cos(y * x), (x, 0, sympy.oo)), (y > 0,)),
    (sympy.Integral(sympy.cos(y * x), (x, 0, 1)), ()),
    (sympy.Sum(1 / (n**2 + p**2), (n, 1, sympy.oo)), ()),
]
IN_SEVERAL = [
    (sympy.sqrt(x**2), ()),
    (sympy.atan(1 / x), ()),
    (sympy.log(1 / x**2), ()),
    (sympy.log(z), ()),
    (sympy.sqrt(x - 1), ()),
    (sympy.Abs(z + sympy.conjugate(z)), ()),
    (sympy.floor(x), ()),
    (sympy.Integral(sympy.Abs(x - p), (x, 0, 1)), ()),
    (x + p, (sympy.Eq(x**2, 1),)),
    (sympy.acot(x - 1000), ()),
    # the integrand is in one piece, the integral jumps at y = 1000 or p = r
    (sympy.Integral((y - 1000) / ((y - 1000) ** 2 + x**2), (x, 0, 1)), ()),
    (sympy.Integral((y - 1000) / ((y - 1000) ** 2 + (x - 1) ** 2), (x, 0, 1)), ()),
    (sympy.Integral(sympy.log((y - 1000) ** 2 + x**2), (x, 0, 1)), ()),
    (sympy.Integral((y - 1000) * sympy.exp(-((y - 1000) ** 2) * x**2), (x, 0, sympy.oo)), ()),
    (sympy.Integral((y - 1000) / (1 + (y - 1000) ** 2 * x**2), (x, 0, sympy.oo)), ()),
    (sympy.Integral(sympy.sin((y - 1000) * x) / x, (x, 0, sympy.oo)), ()),
    (sympy.Integral(sympy.sin(p * x) * sympy.cos(r * x) / x, (x, 0, sympy.oo)), ()),
    (sympy.Sum(p**n / (1000**n + p**n) - p ** (n - 1) / (1000 ** (n - 1) + p ** (n - 1)), (n, 1, sympy.oo)), ()),
    (sympy.Sum(sympy.sin(n * p) / n, (n, 1, sympy.oo)), ()),
]


@pytest.mark.parametrize(("expr", "conditions"), IN_ONE_PIECE, ids=str)
def test_in_one_piece(expr: sympy.Expr, conditions: tuple) -> None:
    assert doubt(expr, sympy.S.Zero, Domain.of(expr, sympy.S.Zero, conditions)) is None


@pytest.mark.parametrize(("expr", "conditions"), IN_SEVERAL, ids=str)
def test_in_several_pieces(expr: sympy.Expr, conditions: tuple) -> None:
    assert doubt(expr, sympy.S.Zero, Domain.of(expr, sympy.S.Zero, conditions)) is not None
