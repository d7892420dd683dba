"""Operators without what they act on, kets, and names that hold a relation or a sum."""

from __future__ import annotations

import pytest
import sympy
from sympy import Derivative

from verify.claims import Paper, UnitSystem, equal, function, symbol
from verify.errors import ClaimError
from verify.grammar.parser import ParseError
from verify.latex.reader import parse_latex
from verify.page.transcription import check
from verify.quantities.dimension_names import DIMENSIONLESS

x, y, z, t = (symbol(name, name, name, DIMENSIONLESS, real=True) for name in "xyzt")
c, m, k = (symbol(name, name, name, DIMENSIONLESS, positive=True) for name in "cmk")
H_psi = symbol("H_psi", r"H\psi", "the Hamiltonian applied", DIMENSIONLESS, real=True)
psi = function("psi", r"\psi", "any function", DIMENSIONLESS, arguments=(DIMENSIONLESS,) * 4, real=True)
anything = psi(x, y, z, t)
laplacian = sum((Derivative(anything, axis, 2) for axis in (x, y, z)), start=sympy.S.Zero)


@pytest.fixture
def paper() -> Paper:
    return Paper("p", "A paper", "nobody (2000)", UnitSystem.SI, sections=("I",))


def word_of(paper: Paper, printed: str, lhs: object, rhs: object) -> str:
    return check(paper.claim(f"{len(paper.claims)}", equal(lhs, rhs), where="I", printed=printed), paper).word


@pytest.mark.parametrize(
    ("printed", "word"),
    [
        (r"H = -\frac{1}{2m}\nabla^2 + k", "agrees"),
        (r"H = k - \frac{1}{2m} \nabla^{2}", "agrees"),
        (r"H = \frac{1}{2m}\nabla^2 + k", "differs"),
        (r"H = -\frac{1}{2m}\nabla^2 - k", "differs"),
        (r"H = -\frac{1}{m}\nabla^2 + k", "differs"),
        (r"H = -\frac{1}{2m}\nabla^2 + m", "differs"),
        (r"H = -\frac{1}{2m}\nabla^2", "differs"),
    ],
)
def test_an_equation_between_operators_is_one_for_any_function(paper: Paper, printed: str, word: str) -> None:
    assert word_of(paper, printed, H_psi, -laplacian / (2 * m) + k * anything) == word


@pytest.mark.parametrize(
    ("printed", "word"),
    [
        (r"H = \nabla^2 - \frac{1}{c^2}\frac{\partial^2}{\partial t^2}", "agrees"),
        (r"H = \nabla^2 + \frac{1}{c^2}\frac{\partial^2}{\partial t^2}", "differs"),
        (r"H = \nabla^2 - \frac{1}{c}\frac{\partial^2}{\partial t^2}", "differs"),
        (r"H = \nabla^2 - \frac{1}{c^2}\frac{\partial^2}{\partial x^2}", "differs"),
    ],
)
def test_a_derivative_alone_ends_an_operator(paper: Paper, printed: str, word: str) -> None:
    assert word_of(paper, printed, H_psi, laplacian - Derivative(anything, t, 2) / c**2) == word


@pytest.mark.parametrize(
    ("printed", "potential", "word"),
    [
        (r"H = \frac{\partial}{\partial x} + k/x", k / x * anything, "agrees"),
        (r"H = \frac{\partial}{\partial x} + k/x", k / (x * anything), "differs"),
        (r"H = \frac{\partial}{\partial x} + \sin x", sympy.sin(x) * anything, "agrees"),
        (r"H = \frac{\partial}{\partial x} + \sin x", sympy.sin(x * anything), "differs"),
        (r"H = k/2\frac{\partial}{\partial x} + k", k * anything, "not parsed"),
    ],
)
def test_what_stands_before_the_function_takes_nothing_of_it_up(
    paper: Paper, printed: str, potential: sympy.Expr, word: str
) -> None:
    assert word_of(paper, printed, H_psi, Derivative(anything, x) + potential) == word


def test_a_function_that_a_line_defines_stands_for_no_other(paper: Paper) -> None:
    paper.given("0", where="I", printed=r"\psi = kx", lhs=anything, rhs=k * x)
    assert word_of(paper, r"H = -\nabla^2 + k", H_psi, -laplacian + k * anything) == "not parsed"


def test_a_quantity_beside_it_is_no_operator(paper: Paper) -> None:
    quantity = symbol("H", "H", "a field", DIMENSIONLESS, real=True)
    with pytest.raises(ClaimError, match="the name of one quantity"):
        word_of(paper, r"H = -\nabla^2 + k", H_psi, -laplacian + quantity * anything)


# --- kets


up, down, state = (
    symbol(name, rf"|{inside}\rangle", "a state", DIMENSIONLESS, complex=True)
    for name, inside in (("up", r"k\uparrow"), ("down", r"-k\downarrow"), ("state", r"\psi_{\mathrm{g}}"))
)


@pytest.mark.parametrize(
    ("printed", "word"),
    [
        (r"|\psi_g\rangle = c |k\uparrow\rangle - m |-k\downarrow\rangle", "agrees"),
        (r"\left|\psi_g\right\rangle = c\,|k \uparrow\rangle - m |{-k}\downarrow\rangle", "agrees"),
        (r"|\psi_g\rangle = c |k\uparrow\rangle + m |-k\downarrow\rangle", "differs"),
        (r"|\psi_g\rangle = c |-k\downarrow\rangle - m |k\uparrow\rangle", "differs"),
        (r"|\psi_g\rangle = c |k\uparrow\rangle - m |k\downarrow\rangle", "not parsed"),
        (r"|\psi_g\rangle = |c| |k\uparrow\rangle - |m| |-k\downarrow\rangle", "agrees"),
    ],
)
def test_kets_are_names(paper: Paper, printed: str, word: str) -> None:
    assert word_of(paper, printed, state, c * up - m * down) == word


@pytest.mark.parametrize("printed", [r"|k\uparrow\rangle|k\uparrow\rangle", r"|k\uparrow\rangle|-k\downarrow\rangle"])
def test_kets_are_not_multiplied(printed: str) -> None:
    with pytest.raises(ParseError, match="product of two vectors"):
        parse_latex(printed, {r"|k\uparrow\rangle": up, r"|-k\downarrow\rangle": down})


MEAN = {
    "c": c,
    "m": m,
    "k": k,
    r"\langle c\rangle": symbol("mean", r"\langle c\rangle", "mean", DIMENSIONLESS, real=True),
}


@pytest.mark.parametrize("printed", [r"|k|\langle c\rangle = m", r"|\langle c\rangle| = m"])
def test_bars_beside_means_are_no_kets(printed: str) -> None:
    (link,) = parse_latex(printed, MEAN)
    assert link.lhs in (k * MEAN[r"\langle c\rangle"], sympy.Abs(MEAN[r"\langle c\rangle"]))


@pytest.mark.parametrize("printed", [r"\langle|k|^2\rangle = c", r"\langle k|m\rangle = c"])
def test_means_and_brackets_that_are_not_declared(printed: str) -> None:
    with pytest.raises(ParseError, match="not declared"):
        parse_latex(printed, MEAN)


# --- names


def test_a_name_may_hold_a_relation_in_its_brackets(paper: Paper) -> None:
    deep = symbol("deep", r"v(r \ll R)", "the value far inside", DIMENSIONLESS, real=True)
    assert word_of(paper, r"v(r \ll R) = -k", deep, -k) == "agrees"
    assert word_of(paper, r"v(r \ll R) = k", deep, -k) == "differs"
    assert word_of(paper, r"v(r \gg R) = -k", deep, -k) == "not parsed"


@pytest.mark.parametrize(
    ("sign", "second", "word"), [("-", "j", "agrees"), ("", "j", "differs"), ("-", "i", "not parsed")]
)
def test_a_sum_over_bonds_is_a_name(paper: Paper, sign: str, second: str, word: str) -> None:
    name = r"\sum_{<ij>\sigma} (c^\dagger_{i\sigma} c_{j\sigma} + h.c.)"
    hops = symbol("hops", name, "hopping", DIMENSIONLESS, real=True)
    energy = symbol("energy", "H", "the energy", DIMENSIONLESS, real=True)
    printed = f"H = {sign}k {name}".replace("c_{j", f"c_{{{second}")
    assert word_of(paper, printed, energy, -k * hops) == word


def test_letters_declared_as_numbers_are_multiplied_by_a_cross() -> None:
    """r \\times p may have been meant as vectors: so it may agree, but by convention alone."""
    names = {"c": c, "m": m}
    (link,) = parse_latex(r"k = c \times (2m)", {**names, "k": k})
    assert link.rhs == 2 * c * m
    with pytest.raises(ParseError, match="a vector product of letters without an arrow"):
        parse_latex(r"k = c \times m", {**names, "k": k}, strict=True)
    with pytest.raises(ParseError, match="a vector product of letters without an arrow"):
        parse_latex(r"k = q \times m", names, free=True)
    with pytest.raises(ParseError, match="a vector product of letters without an arrow"):
        parse_latex(r"k = \vec{v} \times m", {**names, "k": k, r"\vec{v}": sympy.Tuple(x, y, z)})
