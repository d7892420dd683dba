"""The grammar of the page: what print means, what is refused, and that nothing else comes out of it."""

from __future__ import annotations

from contextlib import suppress

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.common.examples import examples
from verify.latex.claims import claims_on_page
from verify.latex.reader import (
    ParseError,
    Relation,
    formulas_in,
    is_words,
    normalise,
    parse_latex,
    parse_latex_expression,
)
from verify.quantities.dimension_names import DIMENSIONLESS, LENGTH, MASS
from verify.quantities.symbols import function, symbol
from verify.vocabulary.indexed_sums import indexed

LETTERS = {name: sympy.Symbol(name, positive=True) for name in "abcdehmnprtvxyzBEHJKNQRTUVZ"}
GREEK = {
    rf"\{name}": sympy.Symbol(name, real=True) for name in ("Phi", "varphi", "phi", "hbar", "theta", "omega", "mu")
}
NOTATION = {
    **LETTERS,
    **GREEK,
    "m_e": sympy.Symbol("m_e", positive=True),
    r"\Phi_0": sympy.Symbol("Phi_0", positive=True),
    r"r_{\text{He}}": sympy.Symbol("r_He", positive=True),
    r"\bar r": sympy.Symbol("rbar", positive=True),
    r"\epsilon_0": sympy.Symbol("epsilon_0", positive=True),
    "R_b": sympy.Symbol("R_b", positive=True),
    "i": sympy.Symbol("i", integer=True),
}
a, b, c, e, h, m, n, r, t, v, x, y, R = (LETTERS[name] for name in "abcehmnrtvxyR")
i = NOTATION["i"]
phi, theta, omega, hbar = (GREEK[rf"\{name}"] for name in ("varphi", "theta", "omega", "hbar"))
m_e, r_He, R_b, eps = (NOTATION[name] for name in ("m_e", r"r_{\text{He}}", "R_b", r"\epsilon_0"))


@pytest.mark.parametrize(
    ("source", "meaning"),
    [
        # numbers
        ("1.75", sympy.Rational(7, 4)),
        (r"5.29\cdot10^{-11}", sympy.Rational(529, 10**13)),
        (r"2 \times 2.618", sympy.Rational(5236, 1000)),
        (r"19{,}000 x", 19000 * x),
        ("5.37E+13 x", 537 * 10**11 * x),
        ("2E+10", 2 * LETTERS["E"] + 10),
        # single digits as arguments
        (r"\frac12mv^2", m * v**2 / 2),
        (r"\tfrac14", sympy.Rational(1, 4)),
        (r"\frac1\Phi", 1 / GREEK[r"\Phi"]),
        (r"\frac ec x", e * x / c),
        (r"\frac{a}2b", a * b / 2),
        ("m_ev^24x", 4 * m_e * v**2 * x),
        ("x^22y", 2 * x**2 * y),
        (r"\sqrt5", sympy.sqrt(5)),
        # products, slashes, signs
        ("m_e v r_{He}", m_e * v * r_He),
        ("h/2e", h / (2 * e)),
        ("h/(2e)", h / (2 * e)),
        (r"(h/2e)/(h/e)", sympy.Rational(1, 2)),
        (r"a/b \cdot c", a * c / b),
        ("a/b/c", a / (b * c)),
        (r"1/\bar r^3\pi", 1 / (NOTATION[r"\bar r"] ** 3 * sympy.pi)),
        ("-a^2+b", -(a**2) + b),
        ("a - b - c", a - b - c),
        ("v(a+b)", v * (a + b)),
        (r"\frac{a}{b}\frac{c}{x}", a * c / (b * x)),
        ("2[a-(b+c)]", 2 * (a - b - c)),
        (r"\left(\frac{a}{b}\right)^2", (a / b) ** 2),
        (r"c^{i\%2}", c ** sympy.Mod(i, 2)),
        ("n!/2n", sympy.factorial(n) / (2 * n)),
        # Euler's number and the charge
        ("e^2", e**2),
        ("e^{-2}", e**-2),
        ("e^{-x^2}", sympy.exp(-(x**2))),
        (r"\mathrm{e}^2", sympy.exp(2)),
        (r"\exp(-x)", sympy.exp(-x)),
        # functions
        (r"\sin\omega t\cos x", sympy.sin(omega * t) * sympy.cos(x)),
        (r"\sin x/2", sympy.sin(x) / 2),
        (r"\sin^2\theta", sympy.sin(theta) ** 2),
        (r"\cos(x)y", sympy.cos(x) * y),
        (r"\cos\theta\,B", sympy.cos(theta) * LETTERS["B"]),
        (r"\sqrt{2(1-\cos\varphi)}", sympy.sqrt(2 * (1 - sympy.cos(phi)))),
        (r"\sqrt[3]{x}", sympy.cbrt(x)),
        (r"[2\ln(a/b)]^2", 4 * sympy.log(a / b) ** 2),
        (r"\log_2 8", sympy.log(8) / sympy.log(2)),
        (r"\binom{n}{x}", sympy.binomial(n, x)),
        # bars
        (r"\frac1{|\varphi|}-\frac13|\varphi|", 1 / sympy.Abs(phi) - sympy.Abs(phi) / 3),
        (r"||\varphi|-1|", sympy.Abs(sympy.Abs(phi) - 1)),
        (r"\left|\theta\right|\theta|\varphi|", sympy.Abs(theta) * theta * sympy.Abs(phi)),
        # sums, integrals, derivatives
        (r"\sum_{i=0}^n[c^i/(2iR_b+r)]", sympy.Sum(c**i / (2 * i * R_b + r), (i, 0, n))),
        (r"\int_r^{R_b} [1/x^2-1/(2R_b-x)^2]dx", sympy.Integral(1 / x**2 - 1 / (2 * R_b - x) ** 2, (x, r, R_b))),
        (r"\int_0^1 x^2\,dx + 1", sympy.Integral(x**2, (x, 0, 1)) + 1),
        (r"\int_0^1 dx\, x^2", sympy.Integral(x**2, (x, 0, 1))),
        (r"\int_0^1 x + x^2\,dx", sympy.Integral(x + x**2, (x, 0, 1))),
        (r"\int_1^2\frac{y\,dx}{x}", sympy.Integral(y / x, (x, 1, 2))),
        (r"\int_0^1\int_0^2 x y^2\,dx\,dy", sympy.Integral(x * y**2, (x, 0, 2), (y, 0, 1))),
        (r"\frac{d}{dx}\sin x", sympy.Derivative(sympy.sin(x), x)),
        (r"\frac{\partial^2 (x^2 y)}{\partial x\partial y}", sympy.Derivative(x**2 * y, x, y)),
        (r"\partial (x^2)/\partial x", sympy.Derivative(x**2, x)),
        (r"\partial_x x^2", sympy.Derivative(x**2, x)),
    ],
)
def test_meaning(source: str, meaning: object) -> None:
    assert parse_latex_expression(source, NOTATION) == meaning


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (r"\Phi_0", r"\Phi_{0}"),
        (r"r_{\text{He}}", "r_{He}"),
        (r"r_{\rm He}", r"r_{\mathrm{He}}"),
        (r"\bar r_f", r"\bar{r}_f"),
        (r"\dot{\varphi_i}", r"\dot\varphi_i"),
        (r"\mathbf B", r"\mathbf{B}"),
        (r"\psi'", r"\psi^{\prime}"),
        (r"\psi_0'", r"\psi'_{0}"),
        (r"\Delta m", r"\Delta{m}"),
        (r"\langle r^2\rangle", r"\langle r^{2} \rangle"),
    ],
)
def test_names_have_one_spelling(one: str, other: str) -> None:
    assert normalise(one) == normalise(other)
    value = sympy.Symbol("value")
    assert parse_latex_expression(f"2{other}", {one: value}) == 2 * value


def test_names_that_differ_in_print_differ() -> None:
    names = [
        r"\phi",
        r"\varphi",
        r"\epsilon",
        r"\varepsilon",
        "B",
        r"\mathbf B",
        "r",
        r"\bar r",
        "r_e",
        r"\dot r",
        "r'",
    ]
    assert len({normalise(name) for name in names}) == len(names)


def test_the_longest_declared_name_wins() -> None:
    kT, k, T = sympy.symbols("kT k T")
    assert parse_latex_expression("kT", {"k": k, "T": T}) == k * T
    assert parse_latex_expression("2kT", {"k": k, "T": T, "kT": kT}) == 2 * kT


def test_juxtaposition_is_a_call_only_for_declared_functions() -> None:
    f = sympy.Function("f")
    assert parse_latex_expression("f(x+1)", {"x": x}, ["f"]) == f(x + 1)
    assert parse_latex_expression("f(x+1)", {"x": x, "f": y}) == y * (x + 1)
    psi = function("psi", r"\psi", "wave function", LENGTH, real=True)
    assert parse_latex_expression(r"\psi(x)", {"x": x, r"\psi": psi}) == psi(x)
    assert parse_latex_expression("J_0(x)", {"x": x}, {"J_0": lambda z: sympy.besselj(0, z)}) == sympy.besselj(0, x)


def test_the_same_name_may_be_a_function_and_a_value() -> None:
    assert parse_latex_expression("f f(x)", {"x": x, "f": y}, ["f"]) == y * sympy.Function("f")(x)


def test_symbols_of_a_notation() -> None:
    mass = symbol("m", "m_{\\mathrm{e}}", "electron mass", MASS, positive=True)
    (link,) = parse_latex(r"m_e v = \hbar", {mass.latex: mass, "v": v, r"\hbar": hbar})
    assert link == Relation(mass * v, hbar, "=")


def test_i_is_the_imaginary_unit_unless_declared_or_an_index() -> None:
    assert parse_latex_expression("e^{ix}", {"x": x}) == sympy.exp(sympy.I * x)
    assert parse_latex_expression("ix", NOTATION) == i * x
    assert parse_latex_expression("ix", {"x": x}, ranges={"i": (1, n)}) == sympy.Symbol("i", integer=True) * x


def test_chains_keep_their_sides_apart() -> None:
    links = parse_latex(r"\frac{h}{2e}=\frac12\frac he\approx 0.5\frac he.", NOTATION)
    half = h / (2 * e)
    assert links == [Relation(half, half, "="), Relation(half, half, "≈")]
    assert parse_latex(r"\sin\pi=0", NOTATION) == [Relation(sympy.S.Zero, sympy.S.Zero, "=")]


@pytest.mark.parametrize(
    ("printed", "relation"),
    [
        ("=", "="),
        (r"\equiv", "≡"),
        (r"\approx", "≈"),
        (r"\simeq", "≃"),
        (r"\sim", "~"),
        (r"\ll", "≪"),
        (r"\gg", "≫"),
        ("<", "<"),
        (r"\le", "<="),
        (r"\geq", ">="),
        (r"\ne", "!="),
        (r"\propto", "∝"),
        (r"\lesssim", "≲"),
    ],
)
def test_relations(printed: str, relation: str) -> None:
    assert parse_latex(rf"x {printed} y", NOTATION) == [Relation(x, y, relation)]


def test_rows_lists_and_conclusions() -> None:
    assert parse_latex(r"x &= a \\ &= b \\ y &= c", NOTATION) == [
        Relation(x, a, "="),
        Relation(a, b, "="),
        Relation(y, c, "="),
    ]
    assert parse_latex(r"\begin{aligned} x &= a \\ &+ b\,. \end{aligned}\tag{1}", NOTATION) == [Relation(x, a + b, "=")]
    assert parse_latex(r"x=a,\ y=b", NOTATION) == [Relation(x, a, "="), Relation(y, b, "=")]
    assert parse_latex(r"E=0 \Rightarrow x=a", NOTATION) == [Relation(LETTERS["E"], 0, "="), Relation(x, a, "=")]
    assert parse_latex(r"x=2a\ (c=1)", NOTATION) == [
        Relation(x, 2 * a, "="),
        Relation(c, sympy.S.One, "=", condition=True),
    ]
    assert parse_latex("c=1: x=a", NOTATION) == [Relation(c, sympy.S.One, "="), Relation(x, a, "=")]


def test_a_line_may_go_on_from_the_one_above() -> None:
    assert parse_latex("=-a", NOTATION) == [Relation(None, -a, "=")]


def test_terms_that_are_left_out_are_marked() -> None:
    (link,) = parse_latex(r"y=1-x+\dots", NOTATION)
    assert link == Relation(y, 1 - x, "=", truncated=True)
    assert parse_latex(r"y=1+O(x^2)", NOTATION)[0].truncated
    with pytest.raises(ParseError, match="expected the end after the terms that are left out"):
        parse_latex(r"y=1+\dots+x", NOTATION)


@pytest.mark.parametrize(
    ("source", "value", "unit"),
    [
        (r"x=7.56\cdot10^{-12}\,\mathrm{m}", sympy.Rational(756, 10**14), "m"),
        (r"x=-NB\,2.242\ {\rm nA/T}", -sympy.Rational(1121, 500) * LETTERS["N"] * LETTERS["B"], "nA/T"),
        (r"x=3\text{ eV}", 3, "eV"),
        (r"x=10 nm", 10, "nm"),
        (r"x=1\ \mu m", 1, "µm"),
        (r"x=5\,\mathrm{kg\,m^{-1}}", 5, "kg m^-1"),
        (r"x=3 (\mathrm{s})", 3, "s"),
        (r"x=3\,\mathrm{\mu m}", 3, "µm"),
        (r"x=2/a (a.u.)", 2 / a, "a.u."),
        (r"x=10^4 s", 10**4, "s"),
    ],
)
def test_units_are_returned_apart(source: str, value: object, unit: str) -> None:
    (link,) = parse_latex(source, {name: known for name, known in NOTATION.items() if name not in ("m", r"\mu")})
    assert (link.rhs, link.rhs_unit) == (value, unit)


def test_letters_that_are_declared_are_no_unit() -> None:
    assert parse_latex(r"x=2\,m", NOTATION) == [Relation(x, 2 * m, "=")]
    assert parse_latex("x=c^2 m", NOTATION, free=True)[0].rhs_unit is None
    assert parse_latex("x=c^2 s", NOTATION, free=True)[0].rhs_unit is None


i_, j_, k_ = (symbol(name, name, "index", DIMENSIONLESS, integer=True, positive=True) for name in "ijk")
mass = indexed("mass", "m", "mass of particle i", MASS, positive=True)
momentum = indexed("momentum", "J", "momentum of particle i", DIMENSIONLESS, real=True)
rate = indexed("rate", r"\dot\varphi", "angular velocity of particle i", DIMENSIONLESS, real=True)
pair = indexed("pair", "V", "potential of a pair", DIMENSIONLESS, indices=2, real=True)
angle = symbol("angle", r"\varphi", "angle", DIMENSIONLESS, real=True)
place = symbol("place", "x", "place", LENGTH, real=True)
wave = function("wave", r"\psi", "wave function", DIMENSIONLESS, arguments=(DIMENSIONLESS,), complex=True)
primed = function(
    "primed", r"\psi'", "the same in another gauge", DIMENSIONLESS, arguments=(DIMENSIONLESS,), complex=True
)
force = function("force", "F", "force at a place", DIMENSIONLESS, arguments=(LENGTH,), real=True)
PARTICLES = {"N": LETTERS["N"], "R": R, "c": c, "E": LETTERS["E"], r"\varphi": angle, "x": place, "r": r, "R_b": R_b}
INDICES = {**PARTICLES, "i": i_, "j": j_, "k": k_}
FUNCTIONS = {"m": mass, "J": momentum, r"\dot\varphi": rate, "V": pair, r"\psi": wave, r"\psi'": primed, "F": force}
TO_N = {"i": (1, LETTERS["N"]), "j": (1, LETTERS["N"])}


def of_particles(source: str, names: dict[str, object] = INDICES, ranges: dict[str, object] = TO_N) -> object:
    return parse_latex_expression(source, names, FUNCTIONS, ranges=ranges)


def test_indexed_quantities_are_functions_of_the_index() -> None:
    N = LETTERS["N"]
    kinetic = sympy.Sum(momentum(i_) ** 2 / (2 * mass(i_) * R**2), (i_, 1, N))
    assert of_particles(r"\sum_{i=1}^N \frac{J_i^2}{2m_i R^2}") == kinetic
    assert of_particles(r"m_i R^2\dot{\varphi}_i") == mass(i_) * R**2 * rate(i_)
    assert of_particles(r"V_{ij}V_{j,i}V_{1k}") == pair(i_, j_) * pair(j_, i_) * pair(1, k_)
    assert of_particles("m_1") == mass(1)
    total = sympy.Symbol("m", positive=True)
    assert of_particles("m m_i", {**INDICES, "m": total}) == total * mass(i_)
    assert of_particles("m_i", {**INDICES, "m_i": total}) == total


@pytest.mark.parametrize("source", ["m_v", "m_i", "m", "V_i", "m_{ij}", "m_{1.5}", "m_c", "J_{i", "m_{}"])
def test_what_is_no_index_is_not_read_as_one(source: str) -> None:
    with pytest.raises(ParseError):
        of_particles(source, PARTICLES, {})


def test_pairs_and_all_others() -> None:
    N = LETTERS["N"]
    pairs = sympy.Sum(rate(i_) * rate(j_), (i_, 1, j_ - 1), (j_, 1, N))
    others = sympy.Sum((1 - sympy.KroneckerDelta(i_, j_)) * pair(i_, j_) * rate(j_), (j_, 1, N))
    for source in (r"\sum_{i<j}", r"\sum_{i < j}^N", r"\sum^{N}_{i<j}"):
        assert of_particles(rf"{source}\dot\varphi_i\dot\varphi_j") == pairs
    for source in (r"\sum_{j\ne i}", r"\sum_{j(\neq i)}", r"\sum_{j(\neq i)}^N", r"\sum_{j\neq i}^N"):
        assert of_particles(rf"{source} V_{{ij}}\dot\varphi_j") == others


@pytest.mark.parametrize(
    ("source", "ranges", "sentence"),
    [
        (r"\sum_{i<j}^R V_{ij}", TO_N, "ends at R, the range of i at N"),
        (r"\sum_{i<j} V_{ij}", {**TO_N, "j": (1, R)}, "different ranges"),
        (r"\sum_{i<j}^N V_{ij}", {}, "limits of \\sum are not printed"),
        (r"\sum_{j(\neq i)}^N V_{ij}", {"i": (1, LETTERS["N"])}, "limits of \\sum are not printed"),
        (r"\prod_{j\ne i} V_{ij}", TO_N, "a product over all other indices"),
        (r"\sum_{i<j}^N m_k", TO_N, "no term depends on the index i"),
    ],
)
def test_sums_whose_range_is_unclear_stay_unparsed(source: str, ranges: dict[str, object], sentence: str) -> None:
    with pytest.raises(ParseError) as caught:
        of_particles(source, ranges=ranges)
    assert sentence in str(caught.value)


def test_primed_functions_and_shifted_arguments() -> None:
    n_phi = sympy.Symbol("n_phi", real=True)
    names = {r"\varphi": angle, r"n_\phi": n_phi}
    (link,) = parse_latex(r"\psi'(\varphi+2\pi) = \exp(in_\phi 2\pi)\psi'(\varphi)", names, FUNCTIONS)
    assert link == Relation(
        primed(angle + 2 * sympy.pi), sympy.exp(2 * sympy.pi * sympy.I * n_phi) * primed(angle), "="
    )
    assert primed(angle) != wave(angle)


def test_a_function_without_brackets_stands_at_the_only_variable_of_the_line() -> None:
    (link,) = parse_latex(r"\frac{\partial^2}{\partial\varphi^2}\psi' = E\psi'", PARTICLES, FUNCTIONS)
    assert link == Relation(sympy.Derivative(primed(angle), (angle, 2)), LETTERS["E"] * primed(angle), "=")
    assert of_particles(r"\int_r^{R_b} F\,dx", PARTICLES, {}) == sympy.Integral(force(place), (place, r, R_b))


@pytest.mark.parametrize(
    "source",
    [
        r"E = \psi",
        r"E = \psi'+\psi",
        r"\frac{d\psi}{dx} = E",  # of another dimension than the variable
        r"\frac{\partial}{\partial\varphi}\frac{\partial}{\partial R}\psi = E",
        r"\int_0^1 F d\varphi = E",
        r"\frac{d}{d\varphi} = E\psi",
    ],
)
def test_a_function_whose_argument_is_unclear_stays_unparsed(source: str) -> None:
    with pytest.raises(ParseError):
        parse_latex(source, PARTICLES, FUNCTIONS)


def test_brackets_between_limits() -> None:
    difference = 1 / R_b - 1 / r
    assert parse_latex_expression(r"\left[\frac1x\right]_{x=r}^{R_b}", NOTATION) == difference
    assert parse_latex_expression(r"[1/x]^{R_b}_{x=r}", NOTATION) == difference
    assert parse_latex_expression(r"2[1/x]_{x=r}^{x=R_b}", NOTATION) == 2 * difference
    *_, last = parse_latex(r"y = -\int_r^{R_b}\frac{c}{x^2}dx \\ = \left[\frac{c}{x}\right]_r^{R_b}", NOTATION)
    assert last.rhs == sympy.expand(c * difference)
    assert parse_latex_expression("[x+1]^2", NOTATION) == (x + 1) ** 2


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("[1/x]_r^{R_b}", "the variable to which the limits of the bracket belong is not printed"),
        (r"\int_0^r x\,dx + [1/x]_r^{R_b}", "the variable to which the limits"),
        (r"\int_r^{R_b} x\,dx + \int_r^{R_b} y\,dy + [1/x]_r^{R_b}", "the variable to which the limits"),
        (r"\int_r^{R_b} y\,dy + [1/x]_r^{R_b}", "the bracket does not depend on y"),
        ("[1/x]_{x=r}", "found '_'"),
        ("[1/x]_{q=r}^{R_b}", "q is not declared"),
        ("[y/x]_{x=r}^{y=R_b}", "the limits belong to x and to y"),
        ("(1/x)_{x=r}^{R_b}", "found '_'"),
    ],
)
def test_brackets_whose_variable_is_unclear_stay_unparsed(source: str, sentence: str) -> None:
    with pytest.raises(ParseError) as caught:
        parse_latex(source, NOTATION)
    assert sentence in str(caught.value)


def test_a_row_does_not_go_on_from_a_condition() -> None:
    assert parse_latex(r"x=2a\ (c=1) \\ y=b", NOTATION)[-1] == Relation(y, b, "=")
    with pytest.raises(ParseError, match="this row goes on from a line with a condition"):
        parse_latex(r"x=2a\ (c=1) \\ = b", NOTATION)


def test_the_values_of_an_index_say_nothing() -> None:
    assert parse_latex(r"x = y, \quad i = 1, \dots, n", NOTATION) == [Relation(x, y, "=")]
    assert parse_latex(r"x = y, \quad i = 1, 2, \ldots, n", NOTATION) == [Relation(x, y, "=")]
    assert parse_latex("x = y, i = 1", NOTATION)[-1] == Relation(i, sympy.S.One, "=")
    for source in (r"x = y, a = 1, \dots, n", r"x = y, i = 1, \dots", r"x = y, i = 1, \dots, q"):
        with pytest.raises(ParseError):
            parse_latex(source, NOTATION)


def test_sums_over_ranges() -> None:
    N, j = LETTERS["N"], sympy.Symbol("j", integer=True)
    J, U = sympy.IndexedBase("J"), sympy.IndexedBase("V")
    notation = {"J": J, "U": U, "i": i, "j": j, "m": m, "N": N}
    ranges = {"i": (1, N), "j": (1, N)}
    assert parse_latex_expression(r"\sum J_i^2/2m", notation, ranges=ranges) == sympy.Sum(
        J[i] ** 2 / (2 * m), (i, 1, N)
    )
    pairs = sympy.Sum(U[i, j], (i, 1, j - 1), (j, 1, N))
    assert parse_latex_expression(r"\sum_{i<j}U_{ij}", notation, ranges=ranges) == pairs
    others = sympy.Sum(U[i, j] * (1 - sympy.KroneckerDelta(i, j)), (j, 1, N))
    assert parse_latex_expression(r"\sum_{j\ne i}U_{ij}", notation, ranges=ranges) == others


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("", "there is no formula"),
        ("q", "column 1: q is not declared; expected a name of the notation"),
        (r"x_7", "column 1: x_{7} is not declared"),
        (r"\foo", r"\foo is not declared"),
        ("x=", "found the end; expected an operand"),
        ("(x", "column 3: found the end; expected ')'"),
        ("x)", "column 2: found ')'"),
        ("{x", "column 1: a brace is not closed"),
        ("12 34", "two numbers stand side by side"),
        (r"x\cdot-y", "an operand, in brackets if it has a sign"),
        ("x^a^b", "two exponents one after the other"),
        ("x_a_b", "two subscripts one after the other"),
        ("x_", "an empty subscript"),
        ("x^1.5", "the number 1.5 is not in braces; expected {1.5}"),
        (r"\cos^{-1}x", "may be an inverse"),
        (r"1+3\cos", "found the end"),
        (r"\oint x dx", "an integral over a closed path is not supported"),
        (r"a\pm b", "a plus-or-minus sign is not supported"),
        (r"\nabla x", "a vector stands alone"),
        (r"\begin{pmatrix}x\end{pmatrix}", "the environment pmatrix is not supported"),
        (r"\sum x", r"the limits of \sum are not printed"),
        (r"\sum_{i=1}^n x", "no term depends on the index i"),
        (r"\partial H/\partial x", "as declared, H does not depend on x"),
        (r"\frac{dy}{dx}", "as declared, y does not depend on x"),
        (r"\frac{d^2x^2}{dx}", "the orders of the derivative differ"),
        (r"\partial_x", "what is differentiated"),
        (r"\int_0 x dx", "one limit of the integral is missing"),
        (r"\int_0^1 x", "the integral has no variable"),
        (r"\langle x\rangle", "the mean value is not declared"),
        ("x=y, a", "one statement has no relation"),
        ("1/0", "division by zero"),
        ("x # y", "column 3: found '#', which means nothing in a formula"),
        ("π", "column 1: found 'π'"),
        (r"10\,\mathrm{nm}", "an expression alone ends in the unit nm"),
        (r"x\left|y", "expected '\\right|'"),
        (r"\max()", "found ')'"),
        (r"\frac{1}", "found the end; expected '{'"),
        (r"\tag", "a command has no argument"),
    ],
)
def test_errors_name_the_column_and_what_was_expected(source: str, sentence: str) -> None:
    with pytest.raises(ParseError) as caught:
        parse_latex(source, NOTATION)
    assert sentence in str(caught.value)


def test_vectors_are_refused_rather_than_read_as_numbers() -> None:
    bold = {r"\mathbf v": v, r"\mathbf B": LETTERS["B"], "a": a}
    assert parse_latex_expression(r"2a\mathbf v+\mathbf B", bold) == 2 * a * v + LETTERS["B"]
    for source in (r"\mathbf v\cdot\mathbf B", r"\mathbf v^2", r"|\mathbf v|", r"\mathbf v\mathbf B", r"a/\mathbf v"):
        with pytest.raises(ParseError, match="vector"):
            parse_latex(source, bold)
    with pytest.raises(ParseError, match="a vector stands alone"):
        parse_latex("2v", {"v": sympy.Tuple(v, 0, 0)})
    with pytest.raises(ParseError, match="notation\\['v'\\]"):
        parse_latex("2v", {"v": sympy.Tuple(v, 0)})


def test_derivatives_of_declared_dependences() -> None:
    H = sympy.Function("H")(phi)
    assert parse_latex_expression(r"\partial H/\partial\varphi", {"H": H, r"\varphi": phi}) == sympy.Derivative(H, phi)


def test_bad_notations_are_refused() -> None:
    with pytest.raises(ParseError, match="notation\\['x'\\] is 'x'"):
        parse_latex("x", {"x": "x"})
    with pytest.raises(ParseError, match="expected text"):
        parse_latex(None, {})  # type: ignore[arg-type]


def test_an_expression_is_no_relation() -> None:
    with pytest.raises(ParseError, match="expected an expression"):
        parse_latex_expression("x=y", NOTATION)


@pytest.mark.parametrize(
    "source",
    [
        "9^{9^{9^9}}",
        "(2x)^{1000000000}",
        r"\sqrt{2}^{1000000000000}",
        "1000000!",
        r"\lfloor \exp(\exp(20))\rfloor",
        r"\sum_{i=1}^{9^{9^9}} i",
        "1" * 5000,
        "(" * 300 + "x" + ")" * 300,
        "{" * 3000 + "x" + "}" * 3000,
        r"\frac" * 300,
        r"\sqrt" * 3000,
        r"\bar" * 4000,
        r"\sin" * 3000,
        "-" * 500 + "x",
        "|" * 1000,
        "x^{" * 200 + "x" + "}" * 200,
        "x+" * 9000 + "x",
        r"\int " * 200 + "x dx",
        r"\left|" * 500,
        "x" * 20001,
    ],
)
def test_too_much_work_is_refused_before_it_is_done(source: str) -> None:
    with pytest.raises(ParseError):
        parse_latex(source, NOTATION)


WORDS = [
    "magnetic flux is an additive quantity, so an increase is expected",
    "textbook value is four times smaller: $(2h/e)/(h/2e)=4$",
    "h/e is a flux quantum",
    "F=0 when v=0 and E=0",
    r"N\approx100 from (16) with I=0.36 nA",
    r"\mu_B=|e|\hbar/(2m) is the Bohr magneton",
    "E_t=E_v=E_c=0 consistent with (12)",
    r"\text{four states } |a\rangle",
    "gap ~ 10^{-4} E_F",
    r"x=1 \text{ for large } y",
]
FORMULAS = [
    r"\Phi_L=\frac{2\pi\hbar}{e}=\frac{h}{e}",
    "R=V/I=pTE_c/e^2",
    r"\rho=\frac{puAK}{2s}D",
    "F_e = KQe[1/r^2 - 1/(2R_b-r)^2]",
    r"I_\Phi=-N\,B\,2.242\ {\rm nA/T}",
    r"V_\varphi=\frac14\frac{1+3\cos\varphi}{\sqrt{2(1-\cos\varphi)}}=\frac1{|\varphi|}-\frac13|\varphi|+\dots",
    r"R\sim a_0\sqrt{a_0/r_e}\approx140a_0\approx10 nm",
    r"\frac{a_0}{7}=\frac{5.2917721092\cdot10^{-11}}{7}\approx7.56\cdot10^{-12}\,m",
    r"V_1=-\sum_{i<j}\frac{e^2}{c^2}\frac{v_i v_j}{2r_{ij}}",
    r"E_u = -\int_r^{R_b} KQe[1/x^2-1/(2R_b-x)^2]dx",
    r"F_e=KQe\sum_{i=0}^N[c^{i\%2}/(2iR_b+r)^2-c^{(i+1)\%2}/(2(i+1)R_b-r)^2]",
    r"\psi'(\varphi+2\pi)=e^{in_\phi2\pi}\psi'(\varphi)",
    r"E_{1d}=-\frac1{a_m^2}[2\ln(a_m/a)]^2",
    r"E=0 \Rightarrow R_b=\frac{3+\sqrt5}{2} r",
    r"v_\Phi=n_\phi/R (a.u.)",
    r"\int_0^b a\,da = \frac{b^2}{2}",
    r"x=3\text{ eV}",
    r"$x=y$",
]
READABLE = {"ranges": {"i": (1, sympy.Symbol("N")), "j": (1, sympy.Symbol("N"))}, "free": True}


@pytest.mark.parametrize("source", WORDS)
def test_words(source: str) -> None:
    assert is_words(source)


@pytest.mark.parametrize("source", FORMULAS)
def test_formulas(source: str) -> None:
    assert not is_words(source)
    (formula,) = formulas_in(source)
    assert parse_latex(formula, {}, [r"\psi'"], **READABLE)  # type: ignore[arg-type]


def test_formulas_in_words() -> None:
    assert formulas_in("twice: $a=b$, and $c$") == ["a=b", "c"]
    assert formulas_in("no formula is here") == []
    assert formulas_in("") == []


PIECES = st.sampled_from(
    [
        *"xyei dR0123456789+-*/^_!()=<>,.:|[]{}'&~ ",
        *(r"\frac", r"\sqrt", r"\sum", r"\int", r"\partial", r"\sin", r"\cos", r"\log", r"\left|", r"\right|", r"\\"),
        *(r"\left(", r"\right)", r"\bar", r"\mathbf ", r"\mathrm{m}", r"\text{ eV}", r"\cdot", r"\times", r"\approx"),
        *(r"\Phi", r"\dots", r"\langle", r"\rangle", r"{\rm ", r"\,", "dx", "_{i<j}", "_{i=0}^N", "10^", r"\%", "🙂"),
    ]
)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A real formula with pieces cut out, put in or doubled."""
    source = draw(st.sampled_from(FORMULAS + WORDS))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(source)))
        end = min(len(source), start + draw(st.integers(0, 6)))
        source = source[:start] + draw(PIECES | st.just(source[start:end] * 2)) + source[end:]
    return source


@pytest.mark.slow
@settings(derandomize=True, deadline=None, max_examples=examples(600))
@given(mutated() | st.lists(PIECES, max_size=14).map("".join) | st.text(max_size=20))
def test_no_other_exception_escapes(source: str) -> None:
    is_words(source)
    with suppress(ParseError):
        normalise(source)
    for formula in formulas_in(source):
        for options in (READABLE, {}, {"free": True, "strict": True}):
            with suppress(ParseError):
                parse_latex(formula, NOTATION, ["f"], **options)  # type: ignore[arg-type]
        with suppress(ParseError):
            claims_on_page(formula, {})


def leaves() -> st.SearchStrategy[object]:
    numbers = st.builds(sympy.Rational, st.integers(-20, 20), st.integers(1, 9))
    return numbers | st.sampled_from([x, y, R_b, phi, sympy.pi, sympy.I * 0 + 2])


def branches(inner: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return (
        st.builds(sympy.Add, inner, inner)
        | st.builds(sympy.Mul, inner, inner)
        | st.builds(sympy.Mul, inner, st.sampled_from([1 / x, 1 / (y + 1), sympy.sqrt(x)]))
        | st.builds(
            sympy.Pow, st.sampled_from([x, y + 1, R_b * x]), st.sampled_from([2, 3, -1, sympy.Rational(3, 2), n, -x])
        )
        | st.builds(
            lambda function, argument: function(argument), st.sampled_from([sympy.sin, sympy.cos, sympy.exp]), inner
        )
        | st.builds(lambda argument: sympy.log(x**2 + argument**2 + 1) ** 2, inner)
        | st.builds(sympy.Abs, inner)
    )


@pytest.mark.slow
@settings(derandomize=True, deadline=None, max_examples=examples(250))
@given(st.recursive(leaves(), branches, max_leaves=6))
def test_sympys_printing_is_read_back(expression: object) -> None:
    shown = {"R_{b}": R_b, r"\varphi": phi, "x": x, "y": y, "n": n}
    printed = sympy.latex(expression, symbol_names={value: name for name, value in shown.items()})
    read = parse_latex_expression(printed, shown)
    assert read == expression or sympy.expand(read - expression) == 0 or sympy.simplify(read - expression) == 0


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (r"\Gamma(5) = 24", "could be a function or a product"),
        (r"\zeta(2) = 1", "could be a function or a product"),
        ("f(x) = f x", "could be a function or a product"),
        (r"\def\x{1}\x = 1", "no letter"),
        (r"\input{a} = 1", "no letter"),
    ],
)
def test_what_could_be_read_in_two_ways_or_is_no_name_is_refused(source, said):
    with pytest.raises(ParseError, match=said):
        parse_latex(source, {}, free=True)


@pytest.mark.parametrize(
    "source", [r"a(x+1) = ax + a", r"\hbar\bar{\omega} = \mathcal{E}_F", r"\Gamma \cdot (n+1) = T'"]
)
def test_letters_that_stand_for_themselves(source):
    assert parse_latex(source, {}, free=True)
