r"""Print of two meanings, kind by kind: rows, indices, vectors, operators, functions, numbers, declared names."""

from __future__ import annotations

import pytest

from referee.sources import find_equations
from tests.common.asking import drafted, said
from verify.grammar.parser import ParseError
from verify.latex.reader import Ambiguous, parse_latex


def in_environment(name: str, rows: str) -> list[tuple[str, str, str]]:
    return [(one.kind, one.lhs, one.rhs) for one in drafted(f"\\begin{{{name}}}\n{rows}\n\\end{{{name}}}")]


# --- rows -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "second",
    [
        r"&\quad + b", r"&{}+ b", r"&\qquad{}+ b", r"\phantom{=}+ b", r"&\hspace{1cm}+ b", r"& + b", "+ b", r"&\; + b",
    ],
)  # fmt: skip
@pytest.mark.parametrize("end", ["", r"\nonumber", r"\notag"])
@pytest.mark.parametrize("name", ["align", "align*", "gather*"])
def test_a_row_that_goes_on_is_never_left_out(second: str, end: str, name: str) -> None:
    assert in_environment(name, rf"F &= a {end} \\ {second}") == [("given", "F", "a + b")]


@pytest.mark.parametrize("second", [r"&\pm b", r"&(b+c)", r"&\times b", r"& b", r"&\quad b + c"])
@pytest.mark.parametrize("name", ["align", "align*", "eqnarray"])
def test_a_row_that_nobody_can_read_leaves_the_row_above_open(second: str, name: str) -> None:
    assert {kind for kind, _, _ in in_environment(name, rf"F &= a \\ {second}")} == {"missing"}


def test_a_row_below_two_columns_leaves_both_open() -> None:
    assert [kind for kind, _, _ in in_environment("align*", r"a &= b & c &= d \\ &+ e & &+ f")] == ["missing"]


@pytest.mark.parametrize("between", [r"\\", r"\\[2pt]", r"\\*", r"\\[-1.5ex]", r", \nonumber\\"])
def test_a_row_that_begins_with_a_minus_sign_and_has_its_own_relation(between: str) -> None:
    rows = rf"y &= 2z {between} -w &= 3v"
    assert in_environment("align*", rows) == [("given", "y", "2*z"), ("given", "-w", "3*v")]
    inner = r"\begin{aligned}" + rows.replace(r"\nonumber", "") + r"\end{aligned}"
    assert in_environment("equation", inner) == [("given", "y", "2*z"), ("given", "-w", "3*v")]


def test_without_marks_of_columns_it_may_be_either() -> None:
    assert [claim.kind for claim in drafted(r"$$ y = 2z \\ -w = 3v $$")] == ["missing"]
    assert "the rest of the row above" in said(r"2x = x+x \\ -x = x-2x")
    assert said(r"\begin{align} 2x &= x+x \\ -x &= x-2x \end{align}") == "proved"
    assert said(r"\begin{align} 2x &= x+x \\ -x &= x-3x \end{align}") == "refuted"
    assert said(r"(a+b)^2 &= a^2 \\ &\quad + 2ab + b^2") == "proved"


def test_the_distance_of_rows_is_no_formula() -> None:
    assert [(claim.lhs, claim.rhs) for claim in drafted(r"$$ a = b \\[2pt] c = d $$")] == [("a", "b"), ("c", "d")]


@pytest.mark.parametrize("source", ["2<x>=x", "<x> = x", r"\frac12 m<v^2>=\frac32 kT", r"1 \le x > 0"])
def test_a_chain_that_points_both_ways_is_refused(source: str) -> None:
    assert said(source).startswith("refused: ")
    assert {claim.kind for claim in drafted(f"$${source}$$")} == {"missing"}


# --- what is refused where nothing but the line is known ---------------------------------------------------

INDICES = [
    r"\partial_a T^{ab} = 0", "g^{tt} = -1", r"g^{\theta\theta} = r^{-2}", r"v^r = \dot r", "v^x = 1", r"v^\phi = 1", "T^{aa} = 1",
    "T^{ab} = T^{ba}", r"\epsilon^{a b c} = \epsilon^{b c a}", "u^a u^b = u^b u^a", "A^tA = B", "A^H = B", "A^c = B", "n^{th} = y",
    r"x^{\underline n} = y", r"T^{ab} = \rho u^a u^b + p g^{ab}", r"\partial_b F^{ab} = J^a", "F^k = m a^k", r"F^\alpha = m a^\alpha",
    "u_a u_a = u_b u_b", "u_m u_m = u_n u_n", "T_{ii} = T_{jj}", "T_{aa} = T_{bb}", "R_{abab} = R", "s = x_a y_a", "A_{(a}B_{b)} = C_{ab}",
    r"u_a\cdot u_a = 1", r"\frac{x_a}{2}y_a = s", "T^{0i} = 1", "g_{ab}g_{bc} = h_{ac}",
]  # fmt: skip
OPERATORS = [
    r"\dot{\hat A}\dot{\hat B} = \dot{\hat B}\dot{\hat A}", r"\mathcal A\mathcal B = \mathcal B\mathcal A", r"H\psi = E\psi",
    r"\dot{(ab)} = \dot a b + a\dot b", r"\dot{2x} = 2\dot x", r"\dot{x^2} = 2x\dot x", r"\dot{\dot x} = \ddot x", r"\dot{2} = 0",
    r"\mathbf{2x} = 2", r"\underline{x+y} = 1", r"\vec{AB}+\vec{BC} = \vec{AC}", r"\vec 0 = 0", r"\Delta\frac1r = 0",
    r"\delta\int_0^1 x\,dx = 0", r"\Delta\sum_{k=1}^3 k = 0", r"\Delta|x| = 1", r"D\sin x = \cos x", "D^2e^x = e^x", r"d\frac xy = 1",
    r"\mathcal L\frac1x = 1", r"\frac{Du}{Dt} = \frac ut", "Du/Dt = u/t", r"\delta * f = f", "y = h * x",
]  # fmt: skip
LETTERS = [
    "i^2R > 0", "i(t) = it", "P = i^2R", "u = Ri", r"\pi = \dot\phi", r"H = \frac12\pi^2+V", r"H = \frac{\pi^2}{2}+V", r"\pi(N) = N",
    r"\pi(10) = 4", r"\Im z = 0", r"\Re z = z", r"\frac{d}{dt}(tx) = x+tv", r"\frac{d}{dt}(tv) = v+ta", r"\frac{d^2}{dr^2}(ru) = 0",
    r"M = \int_0^R 4\pi r^2\rho\,dr", r"\frac{d}{dx}(xy) = y",
]  # fmt: skip
FUNCTIONS = [
    r"\max\sin x = 1", r"\min x^2 = 0", r"\max(f) = f", "{f}(x+y) = fx+fy", "{f}(x) = fx", "{V}(2) = 2V", r"{\Gamma}(5) = 24",
    "{J_0}(0) = 1", "(f)(x) = fx", r"\sqrt f(x) = x", r"\frac fg(x) = 1", r"\frac{f}{g}(x) = 1", r"\frac{dx^2}{dx}(3) = 6",
    r"\int_0^1 d\,dx = d", r"\int_0^1 [dx]\,x = \frac12", "(x^3)^{1/3} = x", "(-8)^{1/3} = -2", "(-x)^{1/3} = -x^{1/3}",
    r"\cos(-60) = \frac12", r"\arctan 1 = 45", r"\sin 36 = 1", r"\sin 22.5 = 1", r"\partial_{xx} (x^2+y) = 2", r"\partial_{xy}xy = 1",
]  # fmt: skip
NUMBERS = [
    "1.2 (3) = 3.6",
    r"1.2 (3)\times10^2 = 360",
    r"9.81\,(2) = 19.62",
    "2.5E+10 = 10+2.5E",
    "v = 3m/s",
    "E = 13.6eV",
    "a = 9.8m/s^2",
]


@pytest.mark.parametrize("source", INDICES + OPERATORS + LETTERS + FUNCTIONS + NUMBERS)
def test_what_may_mean_two_things_is_refused_and_stays_open(source: str) -> None:
    with pytest.raises(Ambiguous, match="may mean two things: "):
        parse_latex(source, {}, free=True, strict=True)
    assert said(source).startswith("refused: ")
    assert {claim.kind for claim in drafted(f"$${source}$$")} == {"missing"}


VECTORS = [
    r"(\dot{\vec a}\cdot\dot{\vec b})^2 = 1", r"\dot{\mathbf r}/\dot{\mathbf r} = 1", r"\tilde{\mathbf a}\tilde{\mathbf a} = 1",
    r"P = \dot{\mathbf r}\ddot{\mathbf r}", r"s = \underline a\cdot\underline b", r"\vec{x}+1 = 1+\vec{x}", r"\mathbf a > 0", r"\vec F = m a",
    r"\sin\vec a = 1", r"2^{\vec a} = 1", r"\frac{d}{d\pi}\pi = 1", r"\frac{d}{di}i = 1",
]  # fmt: skip


@pytest.mark.parametrize("source", VECTORS)
def test_vectors_are_no_numbers(source: str) -> None:
    with pytest.raises(ParseError):
        parse_latex(source, {}, free=True, strict=True)
    assert {claim.kind for claim in drafted(f"$${source}$$")} == {"missing"}


@pytest.mark.parametrize(
    "source",
    [
        r"\frac{d}{dx}x^n = nx^{n-1}", "a^xa^y = a^{x+y}", "x^n y^n = y^n x^n", r"\sum_{k=0}^{3} x^k = 1+x+x^2+x^3", "x^{2n} = x^nx^n",
        "2^{ab} = 2^{ba}", r"p V^\gamma = V^\gamma p", "e^{kt} = e^{tk}", "m_ev_e = v_em_e", "E_{eff} = E_{eff}", "x^{} = x", "x_{} = x",
        r"\vec a+\vec b = \vec b+\vec a", r"\vec a - \vec a = 0", r"\dot x + \dot x = 2\dot x", "(a+ib)(a-ib) = a^2+b^2", "i^2 = -1",
        r"\frac{1}{i} = -i", r"\ln(-1) = i\pi", r"d\sin\theta = d\sin\theta", r"\frac{\pi^2}{6} = \frac{\pi^2}{6}", "2*3 = 6",
        r"\max(a,b) = \max(b,a)", r"\frac{a}{b}(x+y) = \frac{a}{b}(y+x)", r"\pi(a+b) = \pi a+\pi b", "(a)(b+c) = ab+ac",
        "(8)^{1/3} = 2", "(a^2+b^2)^{1/3} = (b^2+a^2)^{1/3}", r"\Re(a+ib) = a", r"\partial_x(xy) = y", r"\int_0^1 xy\,dx = \frac y2",
        r"\cos x = 1-\frac{x^2}{2}+O(x^4)",
    ],
)  # fmt: skip
def test_what_the_line_makes_clear_is_decided(source: str) -> None:
    assert said(source) == "proved"


# --- names that are declared --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "where"),
    [
        (r"\sqrt{\theta^2} = \theta", "theta > 0"),
        (r"\sqrt{\omega_0^2} = \omega_0", "omega_0 > 0"),
        (r"\sqrt{\hbar^2} = \hbar", "hbar > 0"),
        (r"\sqrt{\theta_m^2} = \theta_m", "theta_m > 0"),
        (r"\cos(2\pi\mu) = 1", "mu integer"),
        (r"\sqrt{x_1^2} = x_1", "x_1 > 0"),
        (r"\sqrt{x^2} = x", "x > y, y > z, z > 0"),
        ("a_n = a_n", "n integer"),
        ("e^2 = e^2", "e > 0"),
    ],
)
def test_declared_names_reach_what_is_printed(source: str, where: str) -> None:
    assert said(source, where) == "proved"


@pytest.mark.parametrize(
    ("source", "where", "sentence"),
    [
        (r"\sqrt{x_1^2} = x_1", "x1 > 0", "x1 is declared but does not stand in the line"),
        (r"\sqrt{\ell^2} = \ell", "l > 0", "l is declared"),
        (r"\varphi = \varphi", "phi > 0", "phi is declared"),
        ("x = x", "y > 0", "y is declared"),
        ("e^2e^n = e^{n+2}", "e > 0", "the declared e or the exponential"),
        (r"\ln e^x = x", "e > 0", "the declared e or the exponential"),
        ("(N+1)^2 = N^2+O(N)", "N real", "for small N or for large N"),
        ("(x+1)^2 = x^2+O(x)", "x real", "for large x"),
        (r"h = 2\pi\hbar", "", "one constant"),
        (r"\log 8 = 3", "", r"\log_2"),
        (r"x^{2/3} \ge 0", "", "the real root"),
    ],
)
def test_what_a_declaration_leaves_open(source: str, where: str, sentence: str) -> None:
    assert sentence in said(source, *([where] if where else []))


def test_terms_that_are_left_out_are_no_function() -> None:
    for source in ("$$ y = x+O(x) $$", "$$ (N+1)^2 = N^2+O(N) $$"):
        assert [claim.kind for claim in drafted(source)] == ["missing"]


# --- what a source prints, and its numbers -------------------------------------------------------------------


def numbers(text: str) -> list[tuple[str | None, str]]:
    return [(display.number, display.latex) for display in find_equations(text, latex=True).displays]


EQUATION = r"\begin{equation} %s \end{equation} "


def test_what_is_not_printed_is_not_read() -> None:
    hidden = rf"\iffalse {EQUATION % 'a=b'}\ifx\a\b\else\fi {EQUATION % 'c=d'}\fi {EQUATION % 'x=y'}"
    assert numbers(hidden) == [("1", "x=y")]
    assert numbers(rf"{EQUATION % 'x=y'}\end{{document}}{EQUATION % 'a=b'}") == [("1", "x=y")]
    assert numbers(rf"{EQUATION % 'x=y'}\iffalse {EQUATION % 'a=b'}") == [("1", "x=y")]


@pytest.mark.parametrize(
    "define", [r"\newcommand{%s}{%s}", r"\newcommand*%s{%s}", r"\def%s{%s}", r"\providecommand{%s}{%s}"]
)
def test_macros_that_open_a_display_are_no_display_and_are_followed(define: str) -> None:
    head = define % (r"\be", r"\begin{equation}") + define % (r"\ee", r"\end{equation}")
    assert numbers(rf"{head} {EQUATION % 'a=b'} \be c=d \ee {EQUATION % 'x=y'}") == [
        ("1", "a=b"),
        ("2", "c=d"),
        ("3", "x=y"),
    ]


def test_numbers_are_those_that_latex_prints() -> None:
    rows = r"\begin{align} e &= f \\ g &= h \end{align}"
    inside = rf"\begin{{subequations}}{EQUATION % 'c=d'}{rows}\end{{subequations}}"
    text = EQUATION % "a=b" + inside + EQUATION % "x=y" + r"\setcounter{equation}{9}" + EQUATION % "p=q"
    assert [number for number, _ in numbers(text)] == ["1", "2a", "2b", "2c", "3", "10"]
    by_section = r"\numberwithin{equation}{section}\section{A}" + EQUATION % "a=b" + r"\section{B}" + EQUATION % "c=d"
    assert [number for number, _ in numbers(by_section)] == ["1.1", "2.1"]


def test_numbers_that_are_not_known_are_not_guessed() -> None:
    for change in (r"\renewcommand{\theequation}{A\arabic{equation}}", r"\setcounter{equation}{\value{page}}"):
        source = find_equations(EQUATION % "a=b" + change + EQUATION % "c=d" + EQUATION % r"e=f \tag{7}", latex=True)
        assert [display.number for display in source.displays] == ["1", None, "7"]
        assert "changes how equations are numbered" in source.problems[0]


# --- derivatives in other dress, and letters that are no constants ----------------------------------------


@pytest.mark.parametrize(
    "source",
    [
        r"x_{,x} = 1",
        r"t_{;t} = 1",
        r"y_{,x} = 0",
        r"x_{,xx}=0",
        r"x_{,x}x_{,x}=x_{,x}",
        r"g_{\mu\nu,\lambda}=g_{\mu\nu,\lambda}+0",
        r"u_{x,y}-u_{x,y}=0",
        r"A_{\mu;\nu}=A_{\mu;\nu}",
        r"T_{ij,j} = T_{ij,j}",
        r"A_{|x} = A_{|x}",
    ],
)
def test_a_subscript_behind_a_comma_is_a_derivative(source: str) -> None:
    assert "a derivative, behind" in said(source) or "a sum over" in said(source) or "a component" in said(source)


@pytest.mark.parametrize(
    "source",
    [
        r"D_\mu \phi = \phi D_\mu",
        r"\mathcal{D}_\mu \phi = \phi \mathcal D_\mu",
        r"D_t x = x D_t",
        r"D_x x^2 = x^2 D_x",
        r"\frac{\mathcal{D} y}{\mathcal{D} x} = \frac{y}{x}",
        r"\frac{\mathcal{D} y}{\mathcal{D} t} = \frac{y}{t}",
        r"\frac{\mathcal L y}{\mathcal L x}=\frac yx",
        r"\frac{\tilde d y}{\tilde d x} = \frac{y}{x}",
        r"D x = x D",
        r"\mathcal{P} x = x\mathcal{P}",
        r"\mathcal{L} x y = x\mathcal{L} y",
        r"\nabla_\mu x = x\nabla_\mu",
        r"\partial_\mu x = x\partial_\mu",
        r"\tilde\nabla x = x\tilde\nabla",
        r"{D}_\mu x = x {D}_\mu",
        r"{D_\mu} x = x {D_\mu}",
        r"D_\mu(a+b) = (a+b)D_\mu",
        r"\tilde\delta x = x\tilde\delta",
        r"\Delta_t x = x\Delta_t",
        r"D_\mu D_\nu = D_\nu D_\mu",
    ],
)
def test_a_letter_of_a_derivative_with_a_mark_is_no_factor(source: str) -> None:
    assert said(source).startswith("refused: ")


@pytest.mark.parametrize(
    "source",
    [
        r"\int_0^t I\,dt = I t",
        r"\int_0^V p\,dV = pV",
        r"\int_0^S T\,dS = TS",
        r"\int_0^T C\,dT = CT",
        r"\int_0^q V\,dq = qV",
        r"\int_0^L \lambda\,dx = \lambda L",
        r"\int_0^1 \rho\,dV = \rho",
        r"\int_0^1 \sigma\,dA = \sigma",
        r"\int_0^{2\pi} \frac{r^2}{2}\,d\phi = \pi r^2",
        r"\frac{d}{dV}(pV) = p",
        r"\frac{d}{dT}(TS) = S",
        r"\frac{d}{dt}(It) = I",
        r"\frac{d}{dk}(\omega k) = \omega",
        r"\frac{d}{d\omega}(\omega k) = k",
        r"\frac{d}{d\lambda}(\lambda n) = n",
        r"\int_0^1 y\,dx = y",
        r"\int_0^V n\,dV = nV",
    ],
)
def test_letters_that_may_depend_on_the_variable(source: str) -> None:
    assert "a function of the variable or a constant" in said(source)


@pytest.mark.parametrize(
    "source",
    [
        r"A_{i,j} = A_{i,j}",
        r"2E_{n,l} = E_{n,l}+E_{n,l}",
        r"x_{1,2}+x_{1,2} = 2x_{1,2}",
        r"2T_{c,\text{max}} = T_{c,\text{max}} + T_{c,\text{max}}",
        r"D_0 x = x D_0",
        r"2\mathcal{L} = \mathcal{L}+\mathcal{L}",
        r"D_1 x + D_1 y = D_1 x + y D_1",
        r"\frac{\mathcal E}{R} = \mathcal E\frac1R",
        r"\int_0^1 a x\,dx = a/2",
        r"\int_0^{2\pi} r\,d\phi = 2\pi r",
        r"\int_0^h mg\,dz = mgh",
        r"\int_0^{2\pi}\int_0^R r\,dr\,d\phi = \pi R^2",
        r"\int_0^1\int_0^1 x\,dy\,dx = \frac12",
        r"\int_0^V p_0\,dV = p_0V",
        r"\frac{d}{dx} a x^2 = 2ax",
        r"\int_0^\infty e^{-st}\,dt = \frac1s",
        r"\frac{d}{dT} kT = k",
        r"\frac{d}{dV}\frac{nRT}{V} = -\frac{nRT}{V^2}",
        r"\int_0^\infty e^{-\lambda t}dt = \frac{1}{\lambda}",
        r"\frac{d}{dk}\frac{\hbar^2k^2}{2m} = \frac{\hbar^2 k}{m}",
        r"\int_0^L \sin^2 (kx)\,dx = \frac L2 - \frac{\sin (2kL)}{4k}",
        r"\frac{d}{dt}\cos(\omega t) = -\omega\sin(\omega t)",
        r"\int_0^t g\,dt = gt",
        r"\frac{d}{dm} (mc^2) = c^2",
        r"\int_0^Q \frac{q}{C}\,dq = \frac{Q^2}{2C}",
        r"\int_0^T \omega\,dt = \omega T",
    ],
)
def test_lists_of_indices_and_constants_are_read(source: str) -> None:
    assert not said(source).startswith("refused: ")
