r"""What print may mean besides what it spells: differentials, upper indices, labels, rounded numbers, operators, spellings."""

from __future__ import annotations

import pytest

from referee.draft import draft
from referee.sources import find_equations
from tests.common.asking import said
from verify.grammar.parser import ParseError
from verify.latex.reader import Ambiguous, parse_latex


def kinds(source: str) -> set[str]:
    """What a draft makes of the lines of a display."""
    return {claim.kind for claim in draft(find_equations(f"$${source}$$", latex=True)).claims}


# --- the variable of integration ------------------------------------------------------------------------

NO_VARIABLE = [
    r"\int_0^1 d\cdot x = x", r"\int_0^1 d\times x = x", r"\int_0^2 d\to x = 2x", r"\int_0^2 d\dots = 2", r"\int_0^1 d\pm x = 1",
    r"\int_0^1 d\partial x = 2x", r"\int_0^1 d\int x = 2x", r"\int_0^2 d\nabla = 2", r"\int_0^2 d\sum = 2", r"\int_0^2 d\infty = 2",
    r"\int_0^2 d\binom32 = 2", r"\int_0^2 d\not x = 2", r"\int_0^1 d\text{foo} = 1", r"\int_0^1 d{xy} = 1",
]  # fmt: skip
OF_EXPRESSIONS = [
    r"\int_0^4 d\sqrt{x} = 2", r"\int_0^4 d\sqrt{x} = 4x", r"\int_0^1 d\frac{x}{2} = 2x", r"\int_0^1 d\frac{x^2}{2} = \frac12",
    r"\int_{-1}^1 d\cos\theta = 2", r"\int_0^1 d\Delta x = x",
]  # fmt: skip


@pytest.mark.parametrize("source", NO_VARIABLE + OF_EXPRESSIONS)
def test_a_command_is_no_variable_of_integration(source: str) -> None:
    with pytest.raises(ParseError):
        parse_latex(source, {}, free=True)
    assert said(source).startswith("refused: ")
    assert kinds(source) == {"missing"}


@pytest.mark.parametrize("index", [r"\nabla", r"\sqrt", r"\cdot", "2", r"\infty", r"\pi"])
def test_an_index_of_a_sum_is_a_letter(index: str) -> None:
    assert said(rf"\sum_{{{index}=1}}^3 {index} = 6").startswith("refused: ")
    assert said(r"\sum_{k_1=1}^3 k_1 = 6") == "proved"


@pytest.mark.parametrize("source", OF_EXPRESSIONS)
def test_the_differential_of_an_expression_is_asked_about(source: str) -> None:
    with pytest.raises(Ambiguous, match=r"differential of an expression|increment"):
        parse_latex(source, {}, free=True, strict=True)


@pytest.mark.parametrize("x", ["x", r"\theta", "x_1", r"\dot x", r"\tilde x", r"\mathrm{x}", "{x}", "x'"])
def test_letters_are_variables_of_integration(x: str) -> None:
    assert said(rf"\int_0^1 {x}\,\mathrm{{d}}{x} = \frac12") == "proved"
    assert said(rf"\int_0^1 d{x}\,{x} = \frac13") == "refuted"


# --- upper indices ----------------------------------------------------------------------------------------

UPPER = [
    "C_5^2 = 10", "C_4^2 = 6", "C_4^2 = 36", r"C_n^2 = \frac{n(n-1)}2", r"C_n^k = \binom nk", "C_n^k = C_n^{n-k}", "P_5^2 = 20", "A_5^2 = 20",
    r"P_n^k = \frac{n!}{(n-k)!}", "{C_5}^2 = 10", r"\delta_2^2 = 1", r"\delta_1^2 = 0", r"\delta_m^n = 0", r"\delta^{12} = 0",
    r"\epsilon^{12} = -\epsilon^{21}", "T^{12} = T^{21}", "F^{12} = -F^{21}", "g^{11} = -1", "S^{12} = S^{21}", "T_2^2 = T_3^3",
    "Y_l^{-m} = (-1)^m Y_l^m", "Y_2^{-1} = Y_2^2", r"\Gamma_{12}^2 = 1", "R_{12}^{34} = R_{34}^{12}", "L_n^k = 1", "T^{123} = -T^{213}",
]  # fmt: skip
POWERS = [
    "x_2^2 = x_2x_2", "V_1^2-V_2^2 = (V_1-V_2)(V_1+V_2)", "C_2^2+C_2 = C_2(C_2+1)", "x_1^nx_1 = x_1^{n+1}", "r^{12} = r^6r^6",
    "x^{12}x^9 = x^{21}", r"\delta^2+1 = 1+\delta^2", r"\omega_0^2 = \omega_0\omega_0", "m_e^2c^4 = (m_ec^2)^2", "v_x^2+v_y^2 = v_y^2+v_x^2",
    "T_2^4-T_1^4 = (T_2^2-T_1^2)(T_2^2+T_1^2)", r"\delta_0^2 = \delta_0\delta_0",
]  # fmt: skip


@pytest.mark.parametrize("source", UPPER)
def test_upper_indices_are_asked_about(source: str) -> None:
    counts = [f"{letter} integer, {letter} > 0" for letter in "nmkl" if letter in source.replace("\\binom", "")]
    assert said(source, *counts).startswith("refused: ")
    assert kinds(source) == {"missing"}


@pytest.mark.parametrize("source", POWERS)
def test_powers_stay_powers(source: str) -> None:
    assert said(source) == "proved"
    assert said(source + "+1") == "refuted"


# --- labels -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "label", ["a", "i", "ii", "iv", "I", "A", "1a", "2", "1.2", "1.2a", r"\alpha", "A1", r"\mathrm{a}", "a_1"]
)
@pytest.mark.parametrize("gap", [r"\;", r"\ ", "~", r"\quad", " "])
def test_labels_are_no_factors(label: str, gap: str) -> None:
    for line in (f"({label}){gap} x = x", f"x+y = y+2{gap}({label})", rf"y = y \\ ({label}){gap} x = 2x"):
        assert said(line).startswith("refused: ")
    assert said(f"({label}){gap}-x = -x").startswith("refused: ") or not gap.strip()


@pytest.mark.parametrize("source", ["(a)(b+c) = ab+ac", "(a) + b = b+a", "(x)y = yx", "(a+b) c = ac+bc"])
def test_brackets_that_are_factors(source: str) -> None:
    assert said(source) == "proved"


# --- decimal commas, and where sums and limits end ----------------------------------------------------------


@pytest.mark.parametrize(
    "source",
    [r"3,5 = \frac72", "1,2 = 1.2", r"2\cdot1,5 = 3", r"\frac32 = 1,5 = \frac{30}{20}", "N = 1,000,000 = 10^6"],
)
def test_a_comma_between_digits_is_never_cut_at(source: str) -> None:
    assert said(source).startswith("refused: ")
    assert kinds(source) == {"missing"}


def test_a_decimal_comma_leaves_other_statements_alone() -> None:
    assert kinds(r"E = mc^2, \quad 0,5x = \frac{x}{2}") == {"given", "missing"}
    assert kinds("P_{1,2} = P_{1,2}") == kinds(r"\max(3,5) = 5") == {"identity"}
    assert kinds("x = 3, 5 = 5") == {"given", "identity"}


ENDLESS = [
    r"\sum_{k=1}^n 2k-1 = n^2", r"\sum_{k=0}^n 2k+1 = (n+1)^2", r"\prod_{k=1}^n k+1 = (n+1)!", r"\sum_{k=1}^3 k-2 = 0", r"\sum_{k=1}^3 k-2 = 4",
    r"\frac{\sum_{k=1}^3 k+1}{2} = \frac72", r"\sum_{k=1}^\infty \frac{k^2}{k^2+1}-1 = 0", r"\sum_{k=1}^3 k - \sum_{k=1}^3 1 - 1 = 2",
    r"\int_0^1\int_0^y x\,dy\,dx = \frac16", r"\int_0^1\int_0^x y\,dx\,dy = \frac16", r"\int_0^y\int_0^1 x\,dx\,dy = \frac y2",
]  # fmt: skip
ENDING = [
    r"\sum_{k=1}^3 2k - \sum_{k=1}^3 1 = 9", r"\sum_{k=1}^3 (2k-1) = 9", r"1+\sum_{k=1}^3 k = 7", r"\left(\sum_{k=1}^3 k\right)-1 = 5",
    r"\sum_{k=1}^\infty \frac1{k^2} - \frac{\pi^2}6 = 0", r"\sum_{k=0}^\infty \frac1{2^k}-2 = 0", r"\int_0^1\int_0^x y\,dy\,dx = \frac16",
    r"\int_0^x x\,dx = \frac{x^2}2", r"\int_0^1 dx\int_0^x dy\,y = \frac16",
]  # fmt: skip


@pytest.mark.parametrize("source", ENDLESS)
def test_where_it_ends_is_asked(source: str) -> None:
    counts = ["n integer, n > 0"] if "n" in source.replace(r"\in", "") else []
    assert said(source, *counts).startswith("refused: ")
    assert kinds(source) == {"missing"}


@pytest.mark.parametrize("source", ENDING)
def test_where_it_ends_is_clear(source: str) -> None:
    assert said(source) == "proved"
    assert said(f"{source}+1") == "refuted"


# --- rounded numbers ----------------------------------------------------------------------------------------

ROUNDED = [
    r"\sqrt2 = 1.41", r"\pi = 3.14", r"3.14 = \pi", r"\ln2 = 0.693", r"-\frac13 = -0.333", r"\log_{10}2 = 0.30", r"2\pi r = 6.28r",
    r"299792458 = 3\times10^8", r"1\,\mathrm{eV} = 1.602\times10^{-19}\,\mathrm J", r"\int_0^1 e^{-x^2}\,dx = 0.7468", r"10^4\pi = 31416",
]  # fmt: skip
WRONG = [
    r"\pi = 3.2",
    r"3.2 = \pi",
    r"\pi = 3",
    r"\sqrt2 = 1.42",
    r"2\pi r = 6.38r",
    r"1\,\mathrm{eV} = 1.7\times10^{-19}\,\mathrm J",
    r"2.5\cdot3 = 7.4",
]
EXACT = [
    r"0.5 = \frac12",
    r"0.50x = \frac x2",
    r"1.1\times10^3 = 1100",
    r"\sin^2x+\cos^2x = 1.0",
    r"1\,\mathrm{km} = 1.000\times10^3\,\mathrm m",
]


@pytest.mark.parametrize("source", ROUNDED)
def test_a_rounded_number_is_asked_about(source: str) -> None:
    assert "rounding" in said(source)
    assert kinds(source) == {"missing"}


@pytest.mark.parametrize("source", WRONG)
def test_what_does_not_round_to_it_is_wrong(source: str) -> None:
    assert said(source) == "refuted"


@pytest.mark.parametrize("source", EXACT)
def test_decimals_are_exact(source: str) -> None:
    assert said(source) == "proved"


# --- letters whose order may matter -------------------------------------------------------------------------

OPERATORS = [
    r"e^{ipa/\hbar}xe^{-ipa/\hbar} = x", "e^{iHt}Ae^{-iHt} = A", r"e^{\tau H}xe^{-\tau H} = x", "e^{-A}(B+C)e^{A} = B+C", "a_+a_- = a_-a_+",
    r"\sigma_+\sigma_- = \sigma_-\sigma_+", "S^{-1}AS = A", "S^{-1}(A+B)S = A+B", "UHU^{-1} = H", "U^{-1}xU = x", "TxT^{-1} = x", "ABA = A^2B",
    r"\Lambda^{-1}\gamma\Lambda = \gamma", r"D_\mu D_\nu = D_\nu D_\mu", r"\lambda_a\lambda_b = \lambda_b\lambda_a", "T_aT_b = T_bT_a",
    r"\alpha_i\alpha_j+\alpha_j\alpha_i = 2\alpha_i\alpha_j", r"\theta_1\theta_2 = \theta_2\theta_1", r"\psi_1\psi_2 = \psi_2\psi_1", "XP = PX",
    r"\frac12(AB+BA) = AB", "(AB)^2 = A^2B^2", "(AB)^{-1} = A^{-1}B^{-1}", "e^{A+B} = e^Ae^B", r"e^{\mathcal A}e^{\mathcal B} = e^{\mathcal A+\mathcal B}",
    r"|\psi|^2 = \psi^2", "|2A| = 2|A|", "|-A| = |A|", "xyx = x^2y",
]  # fmt: skip
NUMBERS = [
    "ab = ba", "m_1m_2 = m_2m_1", "R_1R_2 = R_2R_1", "pV = Vp", "e^xye^z = ye^{x+z}", "e^{A}e^{-A} = 1", "(a+b)(c+d) = ac+ad+bc+bd",
    r"2\pi rh+\pi r^2 = \pi r(2h+r)", "(ab)^2 = a^2b^2", "|A||B| = |AB|", r"\partial_x\partial_y xy = 1", r"\sum_{k=1}^3 kx = 6x",
]  # fmt: skip


@pytest.mark.parametrize("source", OPERATORS)
def test_an_order_that_may_matter_is_asked_about(source: str) -> None:
    assert said(source).startswith("refused: ")
    assert kinds(source) == {"missing"}


@pytest.mark.parametrize("source", NUMBERS)
def test_numbers_change_places(source: str) -> None:
    assert said(source) == "proved"
    assert said(f"{source}+1") == "refuted"


def test_what_is_declared_is_a_number() -> None:
    assert said("TxT^{-1} = x", "x > 0") == "proved"
    assert said("S^{-1}AS = A", "S > 0") == "proved"


# --- spellings ----------------------------------------------------------------------------------------------

TWO_SPELLINGS = [
    (r"\mathbf E", r"\vec E"), (r"\mathbf x", r"\boldsymbol x"), (r"\varepsilon_0", r"\epsilon_0"), (r"\phi_0", r"\varphi_0"), ("l_0", r"\ell_0"),
    (r"\theta_1", r"\vartheta_1"), (r"\dot\phi", r"\dot\varphi"), (r"\phi'", r"\varphi'"), (r"v_\parallel", "v_{||}"), (r"\dot{\vec r}", r"\vec{\dot r}"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), TWO_SPELLINGS)
def test_two_spellings_are_one_quantity_or_two(one: str, other: str) -> None:
    assert said(f"{one} = {other}").startswith("refused: ")
    assert said(f"2{one} = {one}+{other}").startswith("refused: ")
    assert kinds(f"2{one} = {one}+{other}") == {"missing"}
    assert said(f"2{one} = {one}+{one}") == "proved"
    assert said(f"2{one} = 3{one}") == "refuted"


def test_a_declared_name_in_another_spelling() -> None:
    assert said(r"\varepsilon_0E = \epsilon_0E", "varepsilon_0 > 0").startswith("refused: ")
    assert said(r"\phi_1 = \varphi_2") == "refuted"


# --- words --------------------------------------------------------------------------------------------------


def test_a_hyphen_is_no_minus_sign() -> None:
    assert said(r"10\text{-}20 = -10").startswith("refused: ")
    assert kinds(r"10\text{-}20 = -10") == {"missing"}
    assert said("10-20 = -10") == "proved"


@pytest.mark.parametrize(
    "source",
    [
        r"x^2 = 1 \quad\text{is wrong for}\quad x = 2",
        r"a = b = c \quad\text{fails}\quad d = 1",
        r"x+x = 2x \iff y+y = 3y",
        r"x+x = 2x \Leftrightarrow y = z",
    ],
)
def test_words_and_equivalences_leave_all_of_a_display_open(source: str) -> None:
    assert kinds(source) == {"missing"}
    assert said(source).startswith("refused: ")


def test_and_parts_two_statements() -> None:
    assert kinds(r"a = b \quad\text{and}\quad c = d") == {"given"}
    assert kinds(r"a = b, \qquad c = d") == {"given"}
