r"""Printed lines that stand alone: what is decided about them, and what may mean two things and is refused."""

from __future__ import annotations

import random
from itertools import islice

import pytest
import sympy

from tests.common.asking import said
from tests.soundness import reading
from verify.grammar.parser import ParseError
from verify.grammar.unit_marks import common_unit, unit_of
from verify.latex.reader import Ambiguous, parse_latex

SEED = 20_261_128


@pytest.mark.parametrize(
    ("source", "outcome"),
    [
        # units on both sides
        (r"1\,\mathrm{km} = 1000\,\mathrm{m}", "proved"),
        (r"1\,\mathrm{km} = 1\,\mathrm{m}", "refuted"),
        (r"36\,\mathrm{km/h} = 10\,\mathrm{m/s}", "proved"),
        (r"36\,\mathrm{km/h} = 36\,\mathrm{m/s}", "refuted"),
        (r"1\,\mathrm{km}^2 = 10^6\,\mathrm{m}^2", "proved"),
        (r"1\,\mathrm{km}^2 = 10^3\,\mathrm{m}^2", "refuted"),
        (r"1\,\mathrm{eV} = 1.602176634\times10^{-19}\,\mathrm{J}", "proved"),
        (r"1\,\mathrm{ms} = 10^{-3}\,\mathrm{s}", "proved"),
        (r"1\,\mathrm{km} > 1\,\mathrm{m}", "proved"),
        (r"20\,\mathrm{mN/m} = 20\,\mathrm{dyn/cm}", "proved"),
        # orders
        (r"\cos x = 1-\frac{x^2}{2}+O(x^4)", "proved"),
        (r"\cos x = 1-\frac{x^2}{3}+O(x^4)", "refuted"),
        (r"\sqrt{1+x} = 1 + \frac{x}{2} + O(x^3)", "refuted"),
        (r"\coth x - \frac{1}{x} = \frac{x}{3} + O(x^3)", "proved"),
        (r"1+x+O(x^2) = 1+x+O(x^3)", "undecided"),
        (r"e^x = 1 + x + \dots", "undecided"),
        (r"\sin x = x + O(y^2)", "undecided"),
        # conditions
        (r"\sqrt{x^2} = x \quad (x>0)", "proved"),
        (r"\sqrt{x^2} = -x \quad (x>0)", "refuted"),
        (r"\sqrt{x^2} = x \quad \text{for } x > 0", "proved"),
        (r"\sqrt{x^2} = -x\;\text{if}\;x<0", "proved"),
        (r"x^2 > 0 \quad \text{where } x \ne 0", "proved"),
        # factorials
        ("5!! = 15", "proved"),
        ("3!! = 720", "refuted"),
        # what is read by the usual conventions
        (r"\sin\omega t = \sin(\omega t)", "proved"),
        (r"\sin 2 x \cos x = \sin(2x)\cos(x)", "proved"),
        (r"\log x^2 = 2\log x \quad (x>0)", "proved"),
        (r"e^{i(kx-\omega t)} = \cos(kx-\omega t)+i\sin(kx-\omega t)", "proved"),
        (r"\int_0^1 e^x\,dx = e - 1", "proved"),
        (r"a(b+c) = ab + ac", "proved"),
        ("n(n+1) = n^2+n", "proved"),
        (r"\frac{p^2}{2 m} = \frac{p^2}{2m}", "proved"),
        ("m + m = 2 m", "proved"),
        (r"||a|-1| = |1-|a||", "proved"),
        (r"(a+b)^2 \equiv a^2+2ab+b^2", "proved"),
        (r"$(a+b)^2 = a^2+2ab+b^2\,.$", "proved"),
        # letters that nothing in the line shows to depend on the variable
        (r"\frac{d}{dx}\sin kx = k\cos kx", "proved"),
        (r"\frac{d}{dx}\sin kx = \cos kx", "refuted"),
        (r"\frac{d}{dt}\cos(\omega t+\phi) = -\omega\sin(\omega t+\phi)", "proved"),
        (r"\frac{d}{dt}\frac{gt^2}{2} = gt", "proved"),
        (r"\frac{1}{r^2}\frac{d}{dr}(ar^3) = 3a", "proved"),
        (r"\int_0^1 kx\,dx = \frac{k}{2}", "proved"),
        (r"\int_0^1 kx\,dx = k", "refuted"),
        # several conditions
        (r"xy = |xy| \text{ for } x>0, y>0", "proved"),
        (r"xy = -|xy| \text{ for } x>0, y>0", "refuted"),
        # remainders
        (r"7\bmod 3 = 1", "proved"),
        (r"(2+5)\bmod 3 = 1", "proved"),
        (r"(2+5)\bmod 3 = 2", "refuted"),
        # numbers before letters
        ("2m = m + m", "proved"),
        ("2m = m", "refuted"),
        ("v^2 + 2as = 2as + v^2", "proved"),
        ("mgh + mgh = 2mgh", "proved"),
        (r"2\cdot(3) = 6", "proved"),
        # names and indices
        ("a_1 + a_2 = a_2 + a_1", "proved"),
        ("E_{kin} + E_{pot} = E_{pot} + E_{kin}", "proved"),
        (r"\omega_+ + \omega_- = \omega_- + \omega_+", "proved"),
        ("ab = ba", "proved"),
        (r"\delta + \epsilon = \epsilon + \delta", "proved"),
        (r"\sum_{j=1}^{3} j^2 = 14", "proved"),
        ("j + j = 2j", "proved"),
        ("3m + 2k = 2k + 3m", "proved"),
        (r"\sin 2 = 2\sin 1\cos 1", "proved"),
        (r"\sin 2 = 2\sin 1", "refuted"),
        (r"\sum_{j=1}^{3} j^2 = 15", "refuted"),
        # arguments without brackets
        (r"\sin n\pi x = \sin(n\pi x)", "proved"),
        (r"\cos\omega_0 t = \cos(\omega_0 t)", "proved"),
        (r"\sin 2\pi ft = \sin(2\pi ft)", "proved"),
    ],
)
def test_what_is_decided(source: str, outcome: str) -> None:
    assert said(source) == outcome


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        (r"1\,\mathrm{km} = 1000", "stands on one side only"),
        (r"1\,\mathrm{m} = 1\,\mathrm{s}", "units of different quantities"),
        (r"1\,\mathrm{Hz} = 1\,\mathrm{rad/s}", "units of different quantities"),
        (r"1\,\mathrm{T} = 10^4\,\mathrm{G}", "a convention"),
        (r"1\,\mathrm{J/kg\,K} = 1000\,\mathrm{mJ/kg\,K}", "may mean two things"),
        (r"x = 1 \Rightarrow x^2 = 1", "an implication"),
        ("a := b + c", "a definition"),
        (r"a \equiv b + c", "a definition or a congruence"),
        (r"\log 100 = 2", r"\ln or \log_{10}"),
        (r"\sqrt{x^2} = x, \quad x>0", "some are conditions"),
        (r"\rho_l = 1 \quad \rho_r = 2", "some are conditions"),
        ("y &= 1 & z &= 2", "some are conditions"),
        (r"x = 1\ (x \approx 2)", "the condition has the relation"),
        (r"x^2 = x \text{ for } x>0, \quad x=1", "a claim of its own"),
        (r"|x| = x \text{ for } x\ge0, \quad x^2=x", "a claim of its own"),
        (r"|x| = x \text{ for } x\ge0; x^2=x", "a claim of its own"),
        (r"|x| = x\ (x\ge0), \quad x^2=x", "a claim of its own"),
        (
            r"\sqrt{x^2} = x \text{ for } x\ge0 \quad \sqrt{x^2} = -x \text{ for } x\le0",
            "the condition of another claim",
        ),
        (r"|x| = x \text{ for } x\ge0 \\ |x| = -x \text{ if } x\le0", "the condition of another claim"),
        (r"\frac{d}{dx}(kx) = 3x^2 \text{ where } k=x^2", "before a derivative"),
        (r"\frac{d}{dx}(xy) = 3x^2 \text{ where } y=x^2", "y under a derivative may mean two things"),
        (r"\int_0^1 xy\,dx = \frac14 \text{ where } y=x^2", "before a derivative"),
        (r"n! \ge n^2,\quad n=4,5,\dots,9", "found"),
        (r"\sum_{k=0}^n \binom{n}{k} = 2^n", "n may mean two things: a whole number"),
        (r"\sum_{k=1}^N k = \frac{N(N+1)}{2}", "N may mean two things: a whole number"),
        (r"n! \ge 1", "n may mean two things: a whole number"),
        (r"(-1)^{2n} = 1", "n may mean two things: a whole number"),
        (r"\cos n\pi = (-1)^n", "n may mean two things: a whole number"),
        (r"\sin n\pi = 0", "n may mean two things: a whole number"),
        (r"e^{2\pi in} = 1", "n may mean two things: a whole number"),
    ],
)
def test_what_is_no_claim(source: str, sentence: str) -> None:
    assert said(source).startswith("refused: ")
    assert sentence in said(source)


NEVER = [
    "E^{(0)} = 1", "f^{(n)} = f^n", r"\Gamma^{\mathrm{eff}} = \Gamma", r"1\frac12 = \frac32", "1.5e3 = 1500",
    "1.602(2) = 3.204", r"\int_0^2 dx^2 = 4", "|a|b|c| = |abc|", "{a+b}c = ac + bc", "{ab}^2 = a^2 b^2",
    r"\kappa/2(a+b) = 1", "2^n! = 1", "n!!! = 1", r"\sin{a+b} = 1", "x_{n=1} = 1", "(1+x)O(x^2) = 1",
    r"2+3\,\mathrm{m} = 5\,\mathrm{m}",
]  # fmt: skip
"""Refused whatever convention is in force."""
DOUBTED = [
    "1/2x = 1", "a/bc = 1", r"a/b\cdot c = 1", "a/b/c = 1", r"\sin x y = 1", r"\sin x/2 = 1", r"\ln ab = 1",
    r"\sin\theta\,r = 1", r"\sin{x} y = 1", r"\cos(a+b)t = 1", r"\sin(a+b)^2 = 1", "e^2/r = 1", "e = 1", "x_i + i = 1",
    "dE = 1", r"\frac{dx}{x} = 1", r"\frac{\Delta x}{\Delta t} = 1", r"\hat x\hat p = 1", r"\bar z z = 1",
    r"\overline{z} z = 1", "f(2x) = 1", r"m^2(\rho) = 1", "[q] = 1", "[x+1] = 1", r"\{x\} = 1", "A^T = 1",
    "x^i = 1", r"g^{\mu\nu} = 1", "x^0 = 1", "x^24 = 1", "x2 = 1", "v_i v_i = 1", r"\sum_{k=1}^3 k + k^2 = 1",
    r"\sqrt[3]{x} = 1", r"\frac{d}{dx} x\cdot x = 1", r"\frac{d}{dx}(x+1) x = 1", r"\int_0^1 dx\, x + 1 = 1",
    r"\int_0^1 x\,dx\,dy = 1", "sin(x) = 1", "2n! = 1", "1 km = 1000 m", "1{,}500 = 1", "y = f(x=0)", r"50 \% 7 = 1",
    r"e^{j\omega t} = 1", r"\sum_{i=1}^2 e^{ix} = 1", r"\prod_{k=1}^3 2\cdot k = 1", r"\frac{1}{x}^2 = 1",
    r"\operatorname{acot} x = 1", r"x = 1/2\,\mathrm{m}", r"x^{loss} = 1", "8^1/3 = 2", "E(x+1) - E = 2x + 1", r"f{(x)} = 1",
    r"\frac{d}{dx}(xy) = y+xy'", r"\frac{d(xy)}{dx} = y+xy'", r"\frac{d}{dt}(\dot xt) = \dot x", r"\int_0^1 f'dx = f'",
    r"\int_0^t\dot x\,dt = \dot x t", r"\int_0^1 u_x\,dx = u_x", r"\partial_x(xu) = u+xu_x", r"\partial_t(tu) = u+t\dot u",
    r"\frac{d}{dx}(xy_1) = y_1+xy_1'", r"\frac{\partial}{\partial x}(xf) = f+xf^{\prime}", r"\int_0^1 xy\,dx = y/2+y'",
    r"\frac{1}{r^2}\frac{d}{dr}(r^2E) = \frac{2E}{r}", r"\frac1r\frac{\partial}{\partial r}(ru) = \frac ur",
    r"-7\bmod 3 = 2", r"2+5\bmod 3 = 1", r"a+b\bmod 2 = 1", r"7\bmod 3+1 = 2", r"2\cdot5\bmod 3 = 1", r"7 = 1\bmod 3",
    r"7 \equiv 1 \bmod 3", r"5\,mm = 0.005\,m", r"1\,mm = m^2", r"2\,mA = 2Am", r"2\,kg = 2kg", r"1\,m = 1000\,mm",
    r"5\,V = 5V", "2kg = 2 k g", r"10^{-3}\,km = 1\,m", r"10^3\,mm^2 = 1\,m^2", r"5\,\mu m = 5 \mu m", "1h = 3600s",
    r"1\,d = 24\,h", r"\frac{1}{2}\,mm = \frac{1}{2000}\,m", r"2\,Nm = 2\,J", r"x + 5\,mm = x + 0.005\,m", "1~km = 1000~m",
    "a_{n+1} = a_{1+n}", r"a_{2n} = a_{n\cdot2}", r"x_{1/2} = x_{\frac12}", "a_{i,j} = a_{ij}", r"T_{\text{max}} = T_{\max}",
    r"xp-px = i\hbar", r"xp = px+i\hbar", "ab-ba = 1", r"p^2x-xp^2 = -2i\hbar p", r"a\cdot b - b\cdot a = 1", r"ab \ne ba",
    r"L_xL_y-L_yL_x = i\hbar L_z", r"\delta_{ij} = 1", r"\epsilon_{ijk} = 1", r"\varepsilon_{12} = 1", r"\mathbb 1 = 1",
    r"\sigma_x^2 = 1", r"\sigma_1\sigma_2 = i\sigma_3", r"\gamma_\mu = 1", r"\gamma_5^2 = 1", r"\cos kxy = 1",
    r"\sin n\theta\phi = 1", r"\sin x\pi = 1", r"2 = 2\ (3)", "2 = 2 (3).", r"(3)\ 2 = 2", r"e^{ix} = \cos x+j\sin x",
    "j^2 = -1", r"j = \sqrt{-1}", "jj = -1", r"j\cdot j = -1", r"\frac{1}{j} = -j", r"|R+j\omega L|^2 = R^2+\omega^2L^2",
    "(a+jb)(a-jb) = a^2+b^2", "ijk = -1", "100cm + 1m = 2m", r"\sigma^x = 1", r"\gamma^5 = 1", "xp = px", r"\tau_x\tau_y = \tau_y\tau_x",
    r"\hslash = \hbar", r"\varphi = \phi", r"\epsilon = \varepsilon", r"\ell = l", r"\sin 30 = \frac12", r"\cos 60 = \frac12",
    r"7\bmod(-3) = 1",
]  # fmt: skip
"""Refused where nothing but the line is known."""


@pytest.mark.parametrize("source", NEVER + DOUBTED)
def test_what_may_mean_two_things_is_refused_with_its_column(source: str) -> None:
    with pytest.raises(Ambiguous, match=r"^column [0-9]+: .* may mean two things: ") as caught:
        parse_latex(source, {}, free=True, strict=True)
    assert caught.value.column is not None


@pytest.mark.parametrize("source", NEVER)
def test_no_convention_settles_these(source: str) -> None:
    with pytest.raises(ParseError):
        parse_latex(source, {}, free=True)


def test_a_declared_name_settles_it() -> None:
    x, energy = sympy.symbols("x E1", real=True)
    (link,) = parse_latex("E^{(1)} = x", {"E^{(1)}": energy, "x": x}, strict=True)
    assert link.lhs == energy
    (link,) = parse_latex(r"\bar x = e", {r"\bar x": energy, "e": x}, strict=True)
    assert (link.lhs, link.rhs) == (energy, x)
    (link,) = parse_latex("x(E+1) = x", {"x": x, "E": energy}, strict=True)
    assert link.lhs == x * (energy + 1)


def test_a_declared_letter_is_what_it_is_declared_to_be() -> None:
    x, changed = sympy.symbols("x y1", real=True)
    (link,) = parse_latex("\\int_0^1 y'dx = y'", {"x": x, "y'": changed}, strict=True)
    assert link.rhs == changed
    (link,) = parse_latex(r"2\,km = km + km", {"k": x, "m": changed}, strict=True)
    assert link.lhs == 2 * x * changed
    (link,) = parse_latex(r"\sigma_x^2 = x", {r"\sigma_x": changed, "x": x}, strict=True)
    assert link.lhs == changed**2


def test_a_declared_whole_number_is_one() -> None:
    assert said(r"\cos n\pi = (-1)^n", "n integer") == "proved"
    assert said(r"\cos n\pi = 1", "n integer") == "refuted"
    assert said(r"\sin n\pi = 0", "n real") == "refuted"


def test_the_values_of_an_index_behind_a_claim_are_not_dropped() -> None:
    assert "these values alone" in said(r"n! \ge n^2,\quad n=4,5,\dots,9", "n integer", "n >= 1")


def test_a_declared_d_makes_no_derivative_and_no_quotient() -> None:
    x, y, d = sympy.symbols("x y d", real=True)
    with pytest.raises(Ambiguous, match="a derivative or a quotient"):
        parse_latex("dy/dx = 1", {"x": x, "y": y, "d": d})


def test_a_wide_gap_is_no_product() -> None:
    a, b = sympy.symbols("a b", real=True)
    for gap in (r"\quad", r"\qquad", "&", r"\text{ and }", r"\quad\text{and}\quad"):
        links = parse_latex(rf"a = 1 {gap} b = 2", {"a": a, "b": b})
        assert [(link.lhs, link.rhs) for link in links] == [(a, 1), (b, 2)]


@pytest.mark.parametrize(
    ("one", "other", "factors"),
    [
        ("km", "m", (1000, 1)),
        ("nA/T", "A/T", (sympy.Rational(1, 10**9), 1)),
        ("kg m s^-2", "N", (1, 1)),
        ("min", "s", (60, 1)),
        ("cm^-1", "m^-1", (100, 1)),
        ("a.u.", "a.u.", (1, 1)),
        ("mmol", "mol", (sympy.Rational(1, 1000), 1)),
    ],
)
def test_units_are_converted_exactly(one: str, other: str, factors: tuple[object, object]) -> None:
    assert common_unit(one, other) == factors


@pytest.mark.parametrize("text", ["furlong", "J/kg K", "m/s/s", "xm", "kmin", "a.u."])
def test_unknown_units_are_refused(text: str) -> None:
    with pytest.raises(ParseError):
        unit_of(text)


def test_brackets_between_limits_are_read_with_the_limits_in_place() -> None:
    x, a = sympy.symbols("x a", positive=True)
    (link,) = parse_latex(r"a = \left[x^2 + a\right]_{x=1}^{2}", {"x": x, "a": a})
    assert link.rhs == 3


@pytest.mark.parametrize("seed", range(4))
def test_lines_of_known_meaning_are_never_decided_wrongly(seed: int) -> None:
    count = {"decided": 0}
    for case in islice(reading.claims(random.Random(SEED + seed)), 250):
        word = case.decide()
        wrong = {True: {"refuted"}, False: {"proved", "corroborated", "holds-if"}, None: {"proved", "corroborated"}}
        assert word not in wrong[case.truth], (case.shown, case.truth, word)
        count["decided"] += word in ("proved", "corroborated", "holds-if", "refuted")
    assert count["decided"] > 80
